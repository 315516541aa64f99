"""Commands that check; and the data dictionary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.perintah.tanda_tangan import tanda_tangan_hilang
from lkjip_xl.perintah.tombol_hilang import kembalikan_tombol
from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.inti.temuan import HasilPeriksa, Temuan
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja


@dengan_kata
def validasi(
    buku: Path,
    *,
    tulis: bool = False,
    tahun_lalu: Path | None = None,
    sk: Skema | None = None,
    lapor: Lapor | None = None,
) -> HasilPeriksa:
    """Check a workbook, also against last year's; with `tulis` the findings go into its sheet Hasil Validasi."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.tabel.terakhir import terakhir
    from lkjip_xl.validasi.periksa import periksa_buku

    if not tulis:  # only to be read: a folder nobody may write into will do
        laporan = periksa_buku(paket := Paket.buka(buku), sk or skema(), tahun_lalu)
        return replace(laporan, terakhir=terakhir(paket))
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.tabel.muat import muat_buku

    with sunting(buku, "validasi --tulis", lapor) as s:
        kerja = muat_buku(s.paket, sk := sk or skema())
        laporan = periksa_buku(s.paket, sk, tahun_lalu, buku=kerja)
        tambahan = [*tulis_hasil(s.paket, laporan, kerja), *kembalikan_tombol(s.paket)]
        s.simpan()
        laporan = replace(laporan, tambahan=[*tambahan, *tanda_tangan_hilang(s.paket)])
    return laporan


def tulis_hasil(paket: Paket, laporan: HasilPeriksa, kerja: BukuKerja | None = None) -> list[Temuan]:
    """Write the findings into the sheets Hasil Validasi and Lembar Reviu; says what of the user's was there.

    Sheets that findings lead to are shown. kerja: the workbook that was checked, for what the guide counts.
    """
    import openpyxl

    from lkjip_xl.buku.tampilan import tampilkan
    from lkjip_xl.lembar.hasil import NAMA_HASIL, bangun_hasil
    from lkjip_xl.lembar.reviu import bangun_reviu
    from lkjip_xl.milik.ganti import perbarui_lembar
    from lkjip_xl.tabel.tembolok import isi_petunjuk, sel_petunjuk
    from lkjip_xl.tabel.terakhir import catat_terakhir

    wb = openpyxl.Workbook()
    bangun_hasil(wb.worksheets[0], laporan)
    if laporan.reviu is not None:
        bangun_reviu(wb.create_sheet(), laporan.reviu)
    tambahan = perbarui_lembar(paket, wb, diketahui=None if kerja is None else sel_petunjuk(paket, kerja.skema))
    tampilkan(paket, {NAMA_HASIL, *(t.lembar for t in laporan.temuan)})
    if kerja is not None:
        isi_petunjuk(paket, kerja)
    catat_terakhir(paket, laporan.kalimat(tertulis=True))
    return tambahan


@dengan_kata
def cocokkan(
    buku: Path, lembar: str | None, tabel: Path, *, lembar_tabel: str | None = None, sk: Skema | None = None
) -> HasilPeriksa:
    """Reconcile another copy of a table (of any format) with a sheet, or with None every table of the file; raises GalatBerkas."""
    from lkjip_xl.cocokkan import baca_luar, cocokkan_dokumen
    from lkjip_xl.cocokkan import cocokkan as cocok
    from lkjip_xl.tabel.muat import muat_buku

    kerja, luar = muat_buku(buku, sk or skema()), baca_luar(tabel, lembar_tabel)
    return cocokkan_dokumen(kerja, luar) if lembar is None else cocok(kerja, lembar, luar, berkas=buku.name)


@dengan_kata
def kamus(*, sk: Skema | None = None) -> str:
    """The data dictionary of all sheets as Markdown."""
    import lkjip_xl.validasi.aturan  # noqa: F401  registers the rules
    from lkjip_xl.skema.kamus import buat_kamus
    from lkjip_xl.validasi.aturan.registri import daftar

    pemeriksaan: dict[str, list[str]] = {}
    for a in daftar():
        for kode in a.kode:
            pemeriksaan.setdefault(kode, []).append(a.uraian)
    return buat_kamus(sk or skema(), pemeriksaan)
