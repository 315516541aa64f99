"""Sentences so long that none of the rules on texts judges them."""

from __future__ import annotations

from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_naskah import BACA_SEMUA_TULISAN, KALIMAT_TERPANJANG, kalimat_panjang
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.registri import aturan


@aturan(kode=("KW-38",), baca=BACA_SEMUA_TULISAN, seluruh=True)
def kalimat_terlalu_panjang(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tiap kalimat tulisan cukup pendek untuk diperiksa."""
    for r, panjang in kalimat_panjang(buku):
        lapor("KW-38", r, jumlah=panjang, batas=KALIMAT_TERPANJANG, tandai=False)
