"""Progress of what adds up over the years: all that was reached since the Renstra began against all that it targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.tabel.model import BukuKerja, Nilai

SAMPAI = "sampai dengan tahun ini"


@dataclass(frozen=True, slots=True)
class Kumulatif:
    """Sums since the Renstra began; None where a year of them is missing."""

    realisasi: float | None
    target: float | None


def kumulatif(buku: BukuKerja, x: Indikator, letak: int) -> Kumulatif | None:
    """Sums of an indicator whose sifat is jumlah, `letak` its row of Renstra; None where its progress is that of this year."""
    if kunci_teks(buku.setelan.get("KemajuanJumlah")) != SAMPAI or kunci_teks(x.sifat) != "jumlah":
        return None
    tahun, awal, akhir = (buku.setelan.get(n) for n in ("TahunLaporan", "TahunRenstraAwal", "TahunRenstraAkhir"))
    if not (isinstance(tahun, float) and isinstance(awal, float) and isinstance(akhir, float)) or tahun < awal:
        return Kumulatif(None, None)
    return Kumulatif(
        jumlah_utuh([x.realisasi, *_lalu(buku, x, int(tahun - awal))]),
        jumlah_utuh([_nilai(buku, "renstra", letak, f"target_{k}") for k in range(1, int(akhir - awal) + 2)]),
    )


def _lalu(buku: BukuKerja, x: Indikator, tahun: int) -> list[Nilai]:
    letak = buku.indeks.baris("riwayat", "kode", x.kode)
    return [None if letak is None else _nilai(buku, "riwayat", letak, f"realisasi_{k}") for k in range(1, tahun + 1)]


def _nilai(buku: BukuKerja, lembar: str, baris: int, kolom: str) -> Nilai:
    """None, too, for a year the sheet has no column for."""
    t = buku[lembar]
    return t.nilai(baris, kolom) if kolom in t.skema.kolom else None


def jumlah_utuh(nilai: Sequence[Nilai]) -> float | None:
    """The sum, None where a part of it is missing or no number."""
    angka = [x for x in nilai if isinstance(x, float)]
    return sum(angka) if len(angka) == len(nilai) and angka else None
