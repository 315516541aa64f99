"""What the charts of a rekap show: how the agencies of one year are spread, and each of them where they are few."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_xl.lembar.dasbor_grafik import Isi, bentuk_angka
from lkjip_xl.rekap.himpun import Entri, Rekap
from lkjip_xl.rekap.tabel_opd import bagian_tercapai
from lkjip_xl.ringkasan.grafik import BAGIAN, BATANG

LEMBAR = "Grafik"
OPD_MAKS = 60  # bars that can still be told apart
KELAS = (
    (100.0, "100"),
    (75.0, "75 sampai di bawah 100"),
    (50.0, "50 sampai di bawah 75"),
    (25.0, "25 sampai di bawah 50"),
    (0.0, "di bawah 25"),
)


@dataclass(frozen=True, slots=True)
class Grafik:
    """One chart with its figures: kind, title, headers of the figures, what the axes say, its bars."""

    jenis: str
    judul: str
    kepala: tuple[str, ...]
    sumbu: tuple[str, str]
    isi: tuple[Isi, ...]

    @property
    def format(self) -> str:
        """Number format of its figures."""
        return bentuk_angka(self.jenis)


def grafik_rekap(r: Rekap) -> list[Grafik]:
    """The charts of the year that is shown, those with anything in them."""
    isi = r.per_tahun().get(r.tahun, [])
    semua = [_sebaran(isi), _kategori(isi)]
    if len(isi) <= OPD_MAKS:
        semua += [
            _opd(isi, "Bagian indikator yang tercapai (%)", bagian_tercapai),
            _opd(isi, "Rata-rata capaian, tiap indikator paling banyak 100 (%)", lambda x: x.rata_100),
            _opd(isi, "Serapan anggaran (%)", lambda x: x.serapan),
        ]
    return [g for g in semua if g.isi]


def _sebaran(isi: Sequence[Entri]) -> Grafik:
    n = Counter(
        next(nama for batas, nama in KELAS if b >= batas) for e in isi if (b := bagian_tercapai(e.kepala)) is not None
    )
    return _bagian(
        "Perangkat daerah menurut bagian indikator yang tercapai (%)",
        "Bagian tercapai (%)",
        [(nama, n[nama]) for _, nama in KELAS] if n else [],
    )


def _kategori(isi: Sequence[Entri]) -> Grafik:
    n = Counter(e.kepala.kategori for e in isi if e.kepala.kategori)
    return _bagian("Perangkat daerah menurut kategori rata-rata capaian", "Kategori", n.most_common())


def _bagian(judul: str, sumbu: str, isi: Sequence[tuple[str, int]]) -> Grafik:
    return Grafik(
        BAGIAN,
        judul,
        (sumbu, "", "Perangkat daerah"),
        (sumbu, "Banyaknya perangkat daerah"),
        tuple((nama, "", float(n), None) for nama, n in isi),
    )


def _opd(isi: Sequence[Entri], judul: str, ambil) -> Grafik:
    """A bar per agency in the order of their names, hatched below 100."""
    angka = [(e.nama, x) for e in isi if (x := ambil(e.kepala)) is not None]
    baris = tuple((nama, "", x if x >= 100 else None, x if x < 100 else None) for nama, x in angka)
    return Grafik(
        BATANG, judul, ("Perangkat daerah", "", "100 atau lebih", "Di bawah 100"), ("Perangkat daerah", judul), baris
    )
