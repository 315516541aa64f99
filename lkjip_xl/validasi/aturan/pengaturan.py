"""Rules of the settings: the Renstra period, the report year, the category scale."""

from __future__ import annotations

from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

TAHUN_RENSTRA_PALING_BANYAK = 6
KODE_SKALA = {
    "urutan": "SK-01",
    "batas_ganda": "SK-02",
    "batas_akhir": "SK-03",
    "tanda": "SK-04",
    "kategori_ganda": "SK-05",
}


@aturan(kode=tuple(sorted(KODE_SKALA.values())), lembar=("skala",), baca=perlu(skala="batas tanda kategori"))
def skala_kategori(buku: BukuKerja, lapor: Pelapor) -> None:
    """Skala kategori urut dari tertinggi, tanpa batas ganda, dan kategori terakhir tanpa batas bawah."""
    for masalah in buku.skala.masalah():
        kolom = {"tanda": "tanda", "kategori_ganda": "kategori"}.get(masalah, "batas")
        baris = min(lapor.jejak.baris("skala"), default=None)
        if baris is not None:
            lapor(KODE_SKALA[masalah], Rujukan("skala", baris, kolom))
