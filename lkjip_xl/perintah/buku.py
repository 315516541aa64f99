"""Commands that make or change a workbook, or make something else of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.inti.pemungut import tanpa_pemungut
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.perintah.tanda_tangan import tanda_tangan_hilang
from lkjip_xl.perintah.tombol_hilang import kembalikan_tombol, pulihkan_tombol
from lkjip_xl.skema.kata import dengan_kata

AKHIRAN_BUKU = ".xlsm"

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.edar import HasilEdar
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.isi.hasil import HasilIsi
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja
    from lkjip_xl.tahun_baru import HasilTahunBaru


@dengan_kata
def buat(
    tujuan: Path,
    *,
    isian: Mapping[str, object] | None = None,
    timpa: bool = False,
    mesin: str = "vba",
    tampilan: str = "ringkas",
    sk: Skema | None = None,
    lapor: Lapor | None = None,
) -> Path:
    """Write a blank workbook; `isian` = settings by column name. Raises GalatBerkas (BK-19, BK-23) rather than overwrite.

    mesin: vba, xlwings, or otomatis for what works on this PC. tampilan: ringkas, for a beginner meets fifteen tabs and not
    forty, and what is hidden comes with one click or with its first figure; or lengkap. lapor is told of what is saved, here as in all commands.
    """
    from lkjip_xl.buku.berkas import berkas_asli, keadaan
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import periksa_tujuan, simpan_aman, simpan_baru
    from lkjip_xl.excel.mesin import Mesin, ganti_mesin
    from lkjip_xl.lembar.bangun import bangun
    from lkjip_xl.pemasangan import mesin_otomatis, sistem_ini

    for nama in (tujuan, berkas_asli(tujuan)):
        if nama.suffix.lower() != AKHIRAN_BUKU:
            raise GalatBerkas("BK-23", berkas=nama.name)
    ada = GalatBerkas("BK-19", berkas=str(tujuan), timpa="--timpa")
    if keadaan(tujuan) is not None and not timpa:
        raise ada
    periksa_tujuan(tujuan)
    data = bangun(sk or skema(), isian, tampilan=tampilan)
    if Mesin(mesin if mesin != "otomatis" else mesin_otomatis(sistem_ini())) is Mesin.XLWINGS:
        paket = Paket.dari_bytes(data, tujuan.name)
        ganti_mesin(paket, Mesin.XLWINGS)
        data = paket.ke_bytes()
    hasil = simpan_aman(tujuan, data, kegiatan="buat") if timpa else simpan_baru(tujuan, data, ada)
    if lapor is not None:
        lapor(hasil)
    return tujuan


@dengan_kata
def isi(buku: Path, dari: Path, *, sk: Skema | None = None, lapor: Lapor | None = None) -> HasilIsi:
    """Fill a workbook from a file or folder of any formats we read; the file is replaced whole, or not at all where nothing is new."""
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.isi import isi_buku
    from lkjip_xl.tabel.terakhir import catat_terakhir

    with sunting(buku, "isi", lapor) as s:
        hasil, _ = isi_buku(s.paket, dari, sk or skema(), selain=buku)
        if hasil.sel:
            catat_terakhir(s.paket, f"{hasil.kalimat()}.")
            s.simpan()
            hasil.temuan.extend(tanda_tangan_hilang(s.paket))
    return hasil


def penempatan_json(hasil: HasilIsi) -> str:
    """Where each row went, as JSON."""
    return json.dumps([asdict(p) for p in hasil.penempatan], ensure_ascii=False, indent=1)


@dataclass(frozen=True, slots=True)
class HasilRingkas:
    """Names of the summary sheets made, and how many input cells could not be read: totals that need them show an error.

    tambahan: what the user had put on those sheets and what became of it.
    """

    lembar: list[str]
    tak_terbaca: int
    tambahan: list[Temuan] = field(default_factory=list)


@tanpa_pemungut()
@dengan_kata
def ringkas(buku: Path, *, sk: Skema | None = None, lapor: Lapor | None = None) -> HasilRingkas:
    """Rebuild the summary sheets from the inputs; every other part of the file stays as it is, but for lost buttons (BK-42).

    Raises GalatBerkas (BK-24).
    """
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.ringkasan import periksa_masukan
    from lkjip_xl.tabel.kata_terukur import banyak_tak_terbaca
    from lkjip_xl.tabel.muat import muat_buku

    with sunting(buku, "ringkas", lapor) as s:
        kerja = muat_buku(s.paket, sk or skema())
        kurang = periksa_masukan(kerja, buku.name)
        lembar, tambahan = tulis_ringkasan(s.paket, kerja, kurang)
        tambahan += kembalikan_tombol(s.paket)
        s.simpan()
    return HasilRingkas(lembar, banyak_tak_terbaca(kerja), [*kurang, *tambahan, *tanda_tangan_hilang(s.paket)])


@dengan_kata
def tulis_ringkasan(paket: Paket, kerja: BukuKerja, kurang: Iterable[Temuan] = ()) -> tuple[list[str], list[Temuan]]:
    """Put the summary sheets into a package; returns their names, and what the user had put on them. kurang: what could not be used."""
    from lkjip_xl.buku.tampilan import tampilkan
    from lkjip_xl.lembar.buku_ringkasan import bangun_buku, kalimat_ringkas, lembar_berisi, lepaskan
    from lkjip_xl.milik.ganti import perbarui_lembar
    from lkjip_xl.tabel.tembolok import isi_petunjuk, sel_petunjuk
    from lkjip_xl.tabel.terakhir import catat_terakhir

    wb = bangun_buku(kerja)
    tambahan = perbarui_lembar(paket, wb, diketahui=sel_petunjuk(paket, kerja.skema))
    tampilkan(paket, lembar_berisi(wb))
    lepaskan(wb)
    isi_petunjuk(paket, kerja)
    catat_terakhir(paket, kalimat_ringkas(kerja, len(wb.sheetnames), kurang))
    return wb.sheetnames, tambahan


@tanpa_pemungut()
@dengan_kata
def edar(buku: Path, tujuan: Path, *, nilai: bool = False, lambda_: bool = False, sk: Skema | None = None) -> HasilEdar:
    """Write a copy without macros for sending around; raises GalatBerkas (BK-19) rather than overwrite anything."""
    from lkjip_xl.buku.berkas import keadaan
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import periksa_tujuan, simpan_baru
    from lkjip_xl.edar import edarkan

    if tujuan.suffix.lower() != ".xlsx":
        raise GalatBerkas("BK-34", berkas=tujuan.name, akhiran=".xlsx")
    ada = GalatBerkas("BK-19", berkas=str(tujuan), timpa="")
    if keadaan(tujuan) is not None:
        raise ada
    periksa_tujuan(tujuan)
    paket = Paket.buka(buku)
    hasil = edarkan(paket, sk or skema(), nilai_saja=nilai, lambda_=lambda_)
    simpan_baru(tujuan, paket.ke_bytes(), ada)
    hasil.temuan += tanda_tangan_hilang(paket)
    return hasil


def mesin(buku: Path, tujuan: str, *, lapor: Lapor | None = None, kabar: list[Temuan] | None = None) -> bool:
    """Let VBA, Python (xlwings) or LAMBDA names compute the worksheet functions of a workbook; no cell changes.

    Returns whether code names and buttons had to be restored first, which a save in LibreOffice takes away. kabar takes
    the digital signatures that were lost.
    """
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.edar.mesin import pasang_mesin
    from lkjip_xl.excel.mesin import Mesin
    from lkjip_xl.excel.pulihkan import rusak

    with sunting(buku, "mesin", lapor) as s:
        perlu = rusak(s.paket)
        pasang_mesin(s.paket, Mesin(tujuan))
        if perlu:
            pulihkan_tombol(s.paket)
        s.simpan()
    if kabar is not None:
        kabar += tanda_tangan_hilang(s.paket)
    return perlu


@dengan_kata
def tahun_baru(
    lama: Path,
    baru: Path,
    *,
    beku: date | None = None,
    bawa: bool = False,
    sk: Skema | None = None,
    lapor: Lapor | None = None,
) -> tuple[HasilTahunBaru, bool]:
    """Write next year's workbook; with `beku` the old one is sealed under that date, otherwise it is not touched.

    bawa: the user's own sheets and columns come along. Returns what was carried and whether a seal was set (False: none asked for, or one was there). Raises GalatBerkas
    (TB-01, TB-02, TB-03, BK-34) and then writes nothing.
    """
    from lkjip_xl.buku.berkas import keadaan
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.keluaran import sama
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.sesi import sunting
    from lkjip_xl.buku.simpan import periksa_tujuan, simpan_baru
    from lkjip_xl.tabel.terakhir import catat_terakhir
    from lkjip_xl.tahun_baru import bekukan, buku_tahun_baru

    if keadaan(baru) is not None and sama(lama, baru):
        raise GalatBerkas("TB-03", berkas=lama.name)
    if baru.suffix.lower() != ".xlsm":
        raise GalatBerkas("BK-34", berkas=baru.name, akhiran=".xlsm")
    ada = GalatBerkas("TB-02", berkas=str(baru))
    if keadaan(baru) is not None:
        raise ada
    periksa_tujuan(baru)
    if beku is None:
        hasil, segel = buku_tahun_baru(Paket.buka(lama), sk or skema(), bawa=bawa), False
        simpan_baru(baru, hasil.data, ada)
        return hasil, segel
    with sunting(lama, "tahun-baru", lapor) as s:
        hasil = buku_tahun_baru(s.paket, sk or skema(), bawa=bawa)
        segel = bekukan(s.paket, sk or skema(), beku)
        if segel:
            catat_terakhir(s.paket, f"Buku ini dibekukan; buku tahun berikutnya: {baru.name}.")
            s.simpan()  # first: should the new file fail, the next try finds the seal
        simpan_baru(baru, hasil.data, ada)
    hasil.temuan.extend(tanda_tangan_hilang(s.paket))
    return hasil, segel


def tahun_baru_json(hasil: HasilTahunBaru) -> str:
    """What was carried over and left empty, by sheet, as JSON."""
    isi = {"tahun": hasil.tahun + 1, "lembar": [asdict(c) for c in hasil.catatan]}
    return json.dumps(isi, ensure_ascii=False, indent=1)
