"""What `lkjip` does, one function per command; the command line and the buttons only call these.

Heavy modules are imported inside the functions: `lkjip --help` must answer at once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.sumberdaya import folder_buku, folder_skema

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.edar import HasilEdar
    from lkjip_xl.isi.isi import HasilIsi
    from lkjip_xl.pemasangan import Cek
    from lkjip_xl.rapikan import Perubahan, Usulan
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja
    from lkjip_xl.temuan import Laporan

CONTOH = {"magetan-2024": "LKjIP-Magetan-2024.xlsm", "lamongan-2023": "LKjIP-Lamongan-2023.xlsm"}
TEMPLAT = "LKjIP-Kosong.xlsm"


def skema(folder: Path | None = None) -> Skema:
    """The schemas of all sheets as shipped, with those of `folder` and its wording laid over them; raises GalatSkema."""
    from lkjip_xl.pesan import pakai_katalog
    from lkjip_xl.skema.muat import muat_skema

    pakai_katalog(folder)
    return muat_skema(folder_skema(), folder)


def buat(
    tujuan: Path, *, isian: dict[str, object] | None = None, timpa: bool = False, mesin: str = "vba", sk: Skema | None = None
) -> Path:
    """Write a blank workbook; `isian` = settings by column name. Raises GalatBerkas (BK-19) rather than overwrite.

    mesin: vba, xlwings, or otomatis for what works on this PC.
    """
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.excel.mesin import Mesin, ganti_mesin
    from lkjip_xl.pemasangan import mesin_otomatis, sistem_ini
    from lkjip_xl.templat.bangun import bangun

    if tujuan.exists() and not timpa:
        raise GalatBerkas("BK-19", berkas=str(tujuan))
    data = bangun(sk or skema(), isian)
    if Mesin(mesin if mesin != "otomatis" else mesin_otomatis(sistem_ini())) is Mesin.XLWINGS:
        paket = Paket.dari_bytes(data, tujuan.name)
        ganti_mesin(paket, Mesin.XLWINGS)
        data = paket.ke_bytes()
    simpan_aman(tujuan, data)
    return tujuan


def periksa_pasang(buku: Sequence[Path] = ()) -> list[Cek]:
    """Checks of this PC and of the workbooks to be opened on it; nothing is changed."""
    from lkjip_xl import pemasangan

    return pemasangan.periksa_pasang(pemasangan.sistem_ini(), [str(b.absolute()) for b in buku])


def dapat_diperbaiki(daftar: Sequence[Cek]) -> list[Cek]:
    """Those problems that pasang puts right."""
    from lkjip_xl.pemasangan.perbaiki import dapat_diperbaiki as dapat

    return [c for c in daftar if dapat(c)]


def pasang(daftar: Sequence[Cek]) -> list[Cek]:
    """Put right what can be put right without the user; raises GalatBerkas (BK-13) where Windows refuses."""
    from lkjip_xl import pemasangan
    from lkjip_xl.buku.galat import GalatBerkas

    try:
        return pemasangan.perbaiki(pemasangan.sistem_ini(), daftar)
    except OSError as e:
        raise GalatBerkas("BK-13", berkas="Pengaturan Windows", sebab=str(e)) from None


def cek_json(daftar: Sequence[Cek]) -> str:
    """The checks as JSON."""
    return json.dumps(
        [
            {"nama": c.nama, "keadaan": c.keadaan.value, "keterangan": c.keterangan, "kode": c.temuan.kode if c.temuan else "",
             "saran": c.temuan.saran if c.temuan else ""}
            for c in daftar
        ],
        ensure_ascii=False, indent=1,
    )  # fmt: skip


def kode_cek(daftar: Sequence[Cek]) -> int:
    """Exit code of the checks: 0 all well, 1 something to do or not checkable, 2 something that prevents work."""
    keadaan = {c.keadaan.value for c in daftar}
    return 2 if "gagal" in keadaan else int(bool(keadaan - {"baik"}))


def isi(buku: Path, dari: Path, *, sk: Skema | None = None) -> HasilIsi:
    """Fill a workbook from a folder of CSV; the file is replaced whole or not at all."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.isi import isi_buku

    paket = Paket.buka(buku)
    hasil, _ = isi_buku(paket, dari, sk or skema())
    simpan_aman(buku, paket.ke_bytes())
    return hasil


def validasi(
    buku: Path, *, tulis: bool = False, tahun_lalu: Path | None = None, sk: Skema | None = None
) -> Laporan:
    """Check a workbook, also against last year's; with `tulis` the findings go into its sheet Hasil Validasi."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.periksa import periksa_buku

    paket = Paket.buka(buku)
    laporan = periksa_buku(paket, sk or skema(), tahun_lalu)
    if tulis:
        _tulis_hasil(paket, laporan)
        simpan_aman(buku, paket.ke_bytes())
    return laporan


def cocokkan(
    buku: Path, lembar: str, tabel: Path, *, lembar_tabel: str | None = None, sk: Skema | None = None
) -> Laporan:
    """Reconcile another copy of a table (CSV or workbook) with a sheet; raises GalatBerkas."""
    from lkjip_xl.cocokkan import baca_tabel
    from lkjip_xl.cocokkan import cocokkan as cocok
    from lkjip_xl.tabel.muat import muat_buku

    return cocok(muat_buku(buku, sk or skema()), lembar, baca_tabel(tabel, lembar_tabel))


def rapikan(buku: Path, *, sk: Skema | None = None) -> list[Usulan]:
    """Proposals to turn text into numbers; nothing is changed."""
    from lkjip_xl.rapikan import usulan
    from lkjip_xl.tabel.muat import muat_buku

    return usulan(muat_buku(buku, sk or skema()))


def terapkan_rapikan(buku: Path, kata: str, waktu: str, *, sk: Skema | None = None) -> list[Perubahan]:
    """Apply the proposals that `kata` names and record them with the time; raises GalatBerkas (RP-01)."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.rapikan import pilih, terapkan, usulan
    from lkjip_xl.tabel.muat import muat_buku

    sk = sk or skema()
    paket = Paket.buka(buku)
    hasil = terapkan(paket, pilih(usulan(muat_buku(paket, sk)), kata), sk, waktu)
    if hasil:
        simpan_aman(buku, paket.ke_bytes())
    return hasil


def urungkan_rapikan(buku: Path, kata: str, *, sk: Skema | None = None) -> tuple[list[Perubahan], list[Perubahan]]:
    """Take recorded changes back; returns those and the ones whose cell was changed since. Raises GalatBerkas (RP-01)."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.rapikan import urungkan

    paket = Paket.buka(buku)
    kembali, tetap = urungkan(paket, kata, sk or skema())
    if kembali:
        simpan_aman(buku, paket.ke_bytes())
    return kembali, tetap


def _tulis_hasil(paket: Paket, laporan: Laporan) -> None:
    import openpyxl

    from lkjip_xl.buku.cangkok import cangkok
    from lkjip_xl.templat.hasil import bangun_hasil

    wb = openpyxl.Workbook()
    bangun_hasil(wb.active, laporan)
    cangkok(paket, wb)


def ringkas(buku: Path, *, sk: Skema | None = None) -> list[str]:
    """Rebuild the summary sheets from the inputs; every other part of the file stays as it is. Returns their names."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.tabel.muat import muat_buku

    paket = Paket.buka(buku)
    lembar = _tulis_ringkasan(paket, muat_buku(paket, sk or skema()))
    simpan_aman(buku, paket.ke_bytes())
    return lembar


def _tulis_ringkasan(paket: Paket, kerja: BukuKerja) -> list[str]:
    from lkjip_xl.buku.cangkok import cangkok
    from lkjip_xl.ringkasan import bangun_buku

    wb = bangun_buku(kerja)
    cangkok(paket, wb)
    return wb.sheetnames


def edar(buku: Path, tujuan: Path, *, nilai: bool = False, sk: Skema | None = None) -> HasilEdar:
    """Write a copy without macros for sending around; raises GalatBerkas (BK-19) rather than overwrite anything."""
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.edar import edarkan

    if tujuan.suffix.lower() != ".xlsx":
        raise GalatBerkas("BK-12", berkas=tujuan.name, akhiran=tujuan.suffix or tujuan.name)
    if tujuan.exists():
        raise GalatBerkas("BK-19", berkas=str(tujuan))
    paket = Paket.buka(buku)
    hasil = edarkan(paket, sk or skema(), nilai_saja=nilai)
    simpan_aman(tujuan, paket.ke_bytes())
    return hasil


def mesin(buku: Path, tujuan: str) -> bool:
    """Let VBA or Python (xlwings) compute the worksheet functions of a workbook; no cell changes.

    Returns whether code names and buttons had to be restored first, which a save in LibreOffice takes away.
    """
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.excel.mesin import Mesin, ganti_mesin
    from lkjip_xl.excel.pulihkan import pulihkan, rusak
    from lkjip_xl.templat.petunjuk import LEMBAR, TOMBOL

    paket = Paket.buka(buku)
    perlu = rusak(paket)
    ganti_mesin(paket, Mesin(tujuan), semua=perlu)
    if perlu:
        pulihkan(paket, {LEMBAR: TOMBOL})
    simpan_aman(buku, paket.ke_bytes())
    return perlu


def kamus(*, sk: Skema | None = None) -> str:
    """The data dictionary of all sheets as Markdown."""
    import lkjip_xl.aturan  # noqa: F401  registers the rules
    from lkjip_xl.aturan.registri import daftar
    from lkjip_xl.skema.kamus import buat_kamus

    pemeriksaan: dict[str, list[str]] = {}
    for a in daftar():
        for kode in a.kode:
            pemeriksaan.setdefault(kode, []).append(a.uraian)
    return buat_kamus(sk or skema(), pemeriksaan)


@dataclass(frozen=True, slots=True)
class LangkahDemo:
    """One workbook of the demonstration: where it is and what became of it."""

    buku: Path
    baris: int
    sel: int
    temuan: str
    ringkasan: int


def demo(folder: Path, *, sk: Skema | None = None) -> list[LangkahDemo]:
    """Build, fill, summarise and check both example workbooks in `folder`."""
    sk = sk or skema()
    folder.mkdir(parents=True, exist_ok=True)
    hasil = []
    for nama, berkas in CONTOH.items():
        buku = folder / berkas
        langkah = buat_contoh(buku, folder_buku() / "contoh" / nama, sk=sk)
        hasil.append(langkah)
    return hasil


def buat_contoh(buku: Path, sumber: Path, *, sk: Skema) -> LangkahDemo:
    """One example workbook from its folder of CSV: blank template → filled → summaries → findings, saved once."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.isi import isi_buku
    from lkjip_xl.periksa import periksa_buku
    from lkjip_xl.templat.bangun import bangun

    paket = Paket.dari_bytes(bangun(sk), buku.name)
    terisi, kerja = isi_buku(paket, sumber, sk)
    lembar = _tulis_ringkasan(paket, kerja)
    laporan = periksa_buku(paket, sk)
    _tulis_hasil(paket, laporan)
    simpan_aman(buku, paket.ke_bytes())
    return LangkahDemo(buku, len(terisi.penempatan), terisi.sel, laporan.kalimat(), len(lembar))


def penempatan_json(hasil: HasilIsi) -> str:
    """Where each CSV row went, as JSON."""
    return json.dumps([asdict(p) for p in hasil.penempatan], ensure_ascii=False, indent=1)
