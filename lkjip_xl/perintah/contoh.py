"""The example workbooks, built from their CSV: two published reports, and an invented agency filled completely."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.buku import tulis_ringkasan
from lkjip_xl.perintah.laporan import FOLDER_GAMBAR
from lkjip_xl.perintah.pemeriksaan import tulis_hasil
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.sumberdaya import folder_buku

if TYPE_CHECKING:
    from lkjip_xl.buku.keluaran import Keluaran
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.skema.model import Skema

CONTOH = {"magetan-2024": "LKjIP-Magetan-2024.xlsm", "lamongan-2023": "LKjIP-Lamongan-2023.xlsm"}
"""The published reports, by the folder of their CSV."""
KARANGAN = {"kecamatan-2025": "LKjIP-Kecamatan-2025.xlsm"}
"""Agencies that do not exist, with everything a report needs."""


@dataclass(frozen=True, slots=True)
class LangkahDemo:
    """One workbook of the demonstration: where it is and what became of it."""

    buku: Path
    baris: int
    sel: int
    temuan: str
    ringkasan: int


@dengan_kata
def demo(
    folder: Path, *, timpa: bool = False, sk: Skema | None = None, lapor: Lapor | None = None
) -> list[LangkahDemo]:
    """Build, fill, summarise and check the example workbooks in `folder`, one with pictures in a folder of its own.

    A workbook of LKjIP-XL that stands there is replaced, with a backup; anything else only with timpa. Raises GalatBerkas
    (BK-35) before the first is made.
    """
    from lkjip_xl.buku.keluaran import buat_folder, periksa_bersama

    sk = sk or skema()
    buku: list[tuple[Path, Path]] = []  # where it will be, the folder of its CSV
    gambar: list[tuple[Keluaran, bytes]] = []
    for nama, berkas in (CONTOH | KARANGAN).items():
        sumber = folder_buku() / "contoh" / nama
        rumah = folder / nama if (sumber / FOLDER_GAMBAR).is_dir() else folder
        buat_folder(rumah)
        buku.append((rumah / berkas, sumber))
        gambar += _gambar(sumber / FOLDER_GAMBAR, rumah / FOLDER_GAMBAR, timpa)
    periksa_bersama([*(_keluaran_buku(b, timpa) for b, _ in buku), *(k for k, _ in gambar)])
    hasil = [buat_contoh(b, sumber, sk=sk, lapor=lapor) for b, sumber in buku]
    for k, data in gambar:
        simpanan = k.tulis_data(data)
        if lapor is not None:
            lapor(simpanan)
    return hasil


def _keluaran_buku(tujuan: Path, timpa: bool) -> Keluaran:
    from lkjip_xl.buku.keluaran import Jenis, Keluaran
    from lkjip_xl.tabel.tanda import buku_kita

    return Keluaran(tujuan, Jenis((tujuan.suffix,), buku_kita), timpa=timpa)


def _gambar(asal: Path, tujuan: Path, timpa: bool) -> list[tuple[Keluaran, bytes]]:
    """The pictures of an example, each with where it goes: the same one may stand there already."""
    from lkjip_xl.buku.keluaran import Jenis, Keluaran, buat_folder

    isi = {g.name: g.read_bytes() for g in sorted(asal.iterdir())} if asal.is_dir() else {}
    if isi:
        buat_folder(tujuan)
    return [(Keluaran(tujuan / n, Jenis((Path(n).suffix,), x.__eq__), timpa=timpa), x) for n, x in isi.items()]


@dengan_kata
def buat_contoh(buku: Path, sumber: Path, *, sk: Skema, lapor: Lapor | None = None) -> LangkahDemo:
    """One example workbook from its folder of CSV: blank template → filled → summaries → findings, saved once."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.isi import isi_buku
    from lkjip_xl.lembar.bangun import bangun
    from lkjip_xl.skema.model import RINGKAS
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.validasi.periksa import periksa

    paket = Paket.dari_bytes(bangun(sk, tampilan=RINGKAS), buku.name)
    terisi, kerja = isi_buku(paket, sumber, sk)
    lembar, _ = tulis_ringkasan(paket, kerja)
    kerja = muat_buku(paket, sk)
    laporan = periksa(kerja)
    tulis_hasil(paket, laporan, kerja)
    hasil = simpan_aman(buku, paket.ke_bytes(), kegiatan="demo")
    if lapor is not None:
        lapor(hasil)
    return LangkahDemo(buku, len(terisi.penempatan), terisi.sel, laporan.kalimat(tertulis=True), len(lembar))
