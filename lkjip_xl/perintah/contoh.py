"""Both example workbooks, built from their CSV."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.buku import tulis_ringkasan
from lkjip_xl.perintah.pemeriksaan import tulis_hasil
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.sumberdaya import folder_buku

if TYPE_CHECKING:
    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.skema.model import Skema

CONTOH = {"magetan-2024": "LKjIP-Magetan-2024.xlsm", "lamongan-2023": "LKjIP-Lamongan-2023.xlsm"}


@dataclass(frozen=True, slots=True)
class LangkahDemo:
    """One workbook of the demonstration: where it is and what became of it."""

    buku: Path
    baris: int
    sel: int
    temuan: str
    ringkasan: int


@dengan_kata
def demo(folder: Path, *, sk: Skema | None = None, lapor: Lapor | None = None) -> list[LangkahDemo]:
    """Build, fill, summarise and check both example workbooks in `folder`."""
    from lkjip_xl.buku.keluaran import buat_folder

    sk = sk or skema()
    buat_folder(folder)
    hasil = []
    for nama, berkas in CONTOH.items():
        buku = folder / berkas
        langkah = buat_contoh(buku, folder_buku() / "contoh" / nama, sk=sk, lapor=lapor)
        hasil.append(langkah)
    return hasil


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
