"""What feeds the efficiency and how it is computed, as set in Pengaturan."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_xl.inti.fungsi import EFISIENSI, EFISIENSI_TOTAL, RATA_CAPAIAN, Galat
from lkjip_xl.inti.pilihan import Metode, baca_metode
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.alokasi import Rupiah
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.tabel.model import BukuKerja, Nilai

PENUH = 12  # decimals beyond which nothing can be seen any more
RUMUS = {
    Metode.SELISIH: "metode selisih: capaian − serapan",
    Metode.RASIO: "metode rasio: capaian / serapan × 100",
    Metode.PMK214: "cara PMK 214/2017: (1 − serapan / capaian) × 100",
    Metode.PMK214_TERTIMBANG: "cara PMK 214/2017: (1 − serapan / capaian) × 100, total menurut pagu",
    Metode.INDEKS: "indeks efisiensi: capaian / serapan − 1",
    Metode.NILAI: "nilai efisiensi: 50 + E / 20 × 50, E = (1 − serapan / capaian) × 100 dalam −20 sampai 20",
    Metode.SISA: "sisa anggaran: 100 − serapan",
}
IMPAS = {Metode.RASIO: 100.0, Metode.NILAI: 50.0}
"""The efficiency at which capaian equals serapan, where it is not 0."""

KEPALA = {Metode.INDEKS: "Indeks Efisiensi", Metode.NILAI: "Nilai Efisiensi"}
"""Header of the column of efficiencies, where they are no percentages."""


def kepala_efisiensi(buku: BukuKerja) -> str:
    """Header of the column of efficiencies."""
    return KEPALA.get(metode(buku) or Metode.SELISIH, "Efisiensi (%)")


def tampil(buku: BukuKerja) -> bool:
    """Does the efficiency take capaian and serapan as shown (setting MasukanEfisiensi), not in full precision?"""
    return buku.setelan.get("MasukanEfisiensi") == "tampil"


def masukan(buku: BukuKerja, nilai: Nilai, desimal: str) -> Nilai:
    """A percentage as the efficiency takes it: in full, or rounded as the setting named `desimal` shows it."""
    if tampil(buku) and isinstance(nilai, (int, float)):
        return bulat(nilai, desimal_setelan(buku, desimal))
    return nilai


def metode(buku: BukuKerja) -> Metode | None:
    """The method set; None where the setting holds an unknown word."""
    teks = buku.setelan.get("MetodeEfisiensi")
    try:
        return baca_metode(teks) if isinstance(teks, str) else Metode.SELISIH
    except ValueError:
        return None


def efisiensi_baris(buku: BukuKerja, capaian: Nilai, serapan: Nilai) -> Nilai:
    """Efficiency of one sasaran or indicator; the weighted method weighs totals only, single rows are plain pmk214."""
    m = metode(buku)
    if m is None:
        return Galat.VALUE
    m = Metode.PMK214 if m is Metode.PMK214_TERTIMBANG else m
    return EFISIENSI(capaian, masukan(buku, serapan, "DesimalSerapan"), m.value)


def capaian_bersama(buku: BukuKerja, indikator: Sequence[Indikator]) -> Nilai:
    """Capaian that feeds the efficiency of several indicators: their mean, in full or as shown."""
    if not tampil(buku):
        return RATA_CAPAIAN([[x.capaian_rata] for x in indikator], PENUH)
    if len(indikator) == 1:
        x = indikator[0]
        return bulat(c, x.desimal) if isinstance(c := x.capaian_rata, (int, float)) else c
    return masukan(buku, rata_tampil(indikator), "DesimalRata")


def rata_tampil(indikator: Sequence[Indikator]) -> Nilai:
    """Mean of the capaian as shown, each with the decimals of its own indicator; errors pass through."""
    return rata_nilai([(x.capaian_rata, x.desimal) for x in indikator])


def rata_nilai(capaian: Sequence[tuple[Nilai, int]]) -> Nilai:
    """Mean of capaian given with the decimals they are shown with; blanks do not count, the mean is not rounded."""
    dibulatkan = [[bulat(c, d)] if isinstance(c, (int, float)) else [c] for c, d in capaian]
    return RATA_CAPAIAN(dibulatkan, PENUH) if dibulatkan else None


def efisiensi_total(buku: BukuKerja, baris: Sequence[tuple[Nilai, Rupiah]], rata: Nilai, total: Rupiah) -> Nilai:
    """Efficiency of all rows together: the method on the mean capaian and total serapan, or weighed by pagu.

    baris: capaian and Rp per row, as the efficiency of the rows takes them; rata: mean capaian; total: Rp of all rows,
    programmes once.
    """
    if metode(buku) is Metode.PMK214_TERTIMBANG:
        c, p, r = ([[x] for x in lajur] for lajur in zip(*((c, u.pagu, u.realisasi) for c, u in baris), strict=True))
        return EFISIENSI_TOTAL(c, p, r, Metode.PMK214_TERTIMBANG.value)
    return efisiensi_baris(buku, rata, total.serapan)


def catatan_metode(buku: BukuKerja) -> list[str]:
    """The method in words, and what feeds it."""
    m = metode(buku)
    hasil = [f"Efisiensi menurut {RUMUS[m]}."] if m is not None and m in RUMUS else []
    if tampil(buku):
        hasil.append("Efisiensi dihitung dari capaian dan serapan sebagaimana dicetak.")
    return hasil
