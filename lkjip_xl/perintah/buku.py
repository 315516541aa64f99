"""Commands that make or change a workbook, or make something else of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema

AKHIRAN_BUKU = ".xlsm"

if TYPE_CHECKING:
    from datetime import date

    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.edar import HasilEdar
    from lkjip_xl.isi.isi import HasilIsi
    from lkjip_xl.laporan import HasilLaporan
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja
    from lkjip_xl.tahun_baru import HasilTahunBaru


def buat(
    tujuan: Path, *, isian: dict[str, object] | None = None, timpa: bool = False, mesin: str = "vba", sk: Skema | None = None
) -> Path:
    """Write a blank workbook; `isian` = settings by column name. Raises GalatBerkas (BK-19, BK-23) rather than overwrite.

    mesin: vba, xlwings, or otomatis for what works on this PC.
    """
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.excel.mesin import Mesin, ganti_mesin
    from lkjip_xl.pemasangan import mesin_otomatis, sistem_ini
    from lkjip_xl.templat.bangun import bangun

    if tujuan.suffix.lower() != AKHIRAN_BUKU:
        raise GalatBerkas("BK-23", berkas=tujuan.name)
    if tujuan.exists() and not timpa:
        raise GalatBerkas("BK-19", berkas=str(tujuan), timpa="--timpa")
    data = bangun(sk or skema(), isian)
    if Mesin(mesin if mesin != "otomatis" else mesin_otomatis(sistem_ini())) is Mesin.XLWINGS:
        paket = Paket.dari_bytes(data, tujuan.name)
        ganti_mesin(paket, Mesin.XLWINGS)
        data = paket.ke_bytes()
    simpan_aman(tujuan, data)
    return tujuan


def isi(buku: Path, dari: Path, *, sk: Skema | None = None) -> HasilIsi:
    """Fill a workbook from a folder of CSV; the file is replaced whole or not at all."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.isi import isi_buku

    paket = Paket.buka(buku)
    hasil, _ = isi_buku(paket, dari, sk or skema())
    simpan_aman(buku, paket.ke_bytes())
    return hasil


def penempatan_json(hasil: HasilIsi) -> str:
    """Where each CSV row went, as JSON."""
    return json.dumps([asdict(p) for p in hasil.penempatan], ensure_ascii=False, indent=1)


@dataclass(frozen=True, slots=True)
class HasilRingkas:
    """Names of the summary sheets made, and how many input cells could not be read: totals that need them show an error."""

    lembar: list[str]
    tak_terbaca: int


def ringkas(buku: Path, *, sk: Skema | None = None) -> HasilRingkas:
    """Rebuild the summary sheets from the inputs; every other part of the file stays as it is. Raises GalatBerkas (BK-24)."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.ringkasan import periksa_masukan
    from lkjip_xl.tabel.muat import muat_buku

    paket = Paket.buka(buku)
    kerja = muat_buku(paket, sk or skema())
    periksa_masukan(kerja, buku.name)
    lembar = tulis_ringkasan(paket, kerja)
    simpan_aman(buku, paket.ke_bytes())
    return HasilRingkas(lembar, len(kerja.dilewati))


def tulis_ringkasan(paket: Paket, kerja: BukuKerja) -> list[str]:
    from lkjip_xl.buku.cangkok import cangkok
    from lkjip_xl.ringkasan import bangun_buku

    wb = bangun_buku(kerja)
    cangkok(paket, wb)
    return wb.sheetnames


def laporan(
    buku: Path, tujuan: Path, *, draf: bool = False, kertas: str = "A4", sk: Skema | None = None
) -> HasilLaporan:
    """Write the report as a Word document; with errors only as a draft. Raises GalatBerkas (LP-02, BK-19)."""
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.laporan import AKHIRAN, buat_laporan
    from lkjip_xl.tabel.muat import muat_buku

    if tujuan.suffix.lower() != AKHIRAN:
        raise GalatBerkas("LP-02", berkas=tujuan.name)
    if tujuan.exists():
        raise GalatBerkas("BK-19", berkas=str(tujuan), timpa="")
    hasil = buat_laporan(muat_buku(buku, sk or skema()), draf=draf, kertas=kertas)
    if hasil.data is not None:
        simpan_aman(tujuan, hasil.data)
    return hasil


def edar(buku: Path, tujuan: Path, *, nilai: bool = False, sk: Skema | None = None) -> HasilEdar:
    """Write a copy without macros for sending around; raises GalatBerkas (BK-19) rather than overwrite anything."""
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.edar import edarkan

    if tujuan.suffix.lower() != ".xlsx":
        raise GalatBerkas("BK-12", berkas=tujuan.name, akhiran=tujuan.suffix or tujuan.name)
    if tujuan.exists():
        raise GalatBerkas("BK-19", berkas=str(tujuan), timpa="")
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
    ganti_mesin(paket, Mesin(tujuan))
    if perlu:
        pulihkan(paket, {LEMBAR: TOMBOL})
    simpan_aman(buku, paket.ke_bytes())
    return perlu


def tahun_baru(
    lama: Path, baru: Path, *, beku: date | None = None, sk: Skema | None = None
) -> tuple[HasilTahunBaru, bool]:
    """Write next year's workbook; with `beku` the old one is sealed under that date, otherwise it is not touched.

    Returns what was carried and whether a seal was set (False: none asked for, or one was there). Raises GalatBerkas
    (TB-01, TB-02, TB-03, BK-12) and then writes nothing.
    """
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.tahun_baru import bekukan, buku_tahun_baru

    if lama.exists() and baru.exists() and lama.samefile(baru):
        raise GalatBerkas("TB-03", berkas=lama.name)
    if baru.suffix.lower() != ".xlsm":
        raise GalatBerkas("BK-12", berkas=baru.name, akhiran=baru.suffix or baru.name)
    if baru.exists():
        raise GalatBerkas("TB-02", berkas=str(baru))
    if not baru.parent.is_dir():
        raise GalatBerkas("BK-01", berkas=str(baru.parent))
    paket = Paket.buka(lama)
    hasil = buku_tahun_baru(paket, sk or skema())
    segel = beku is not None and bekukan(paket, sk or skema(), beku)
    if segel:
        simpan_aman(lama, paket.ke_bytes())  # first: should the new file fail, the next try finds the seal
    simpan_aman(baru, hasil.data)
    return hasil, segel


def tahun_baru_json(hasil: HasilTahunBaru) -> str:
    """What was carried over and left empty, by sheet, as JSON."""
    isi = {"tahun": hasil.tahun + 1, "lembar": [asdict(c) for c in hasil.catatan]}
    return json.dumps(isi, ensure_ascii=False, indent=1)
