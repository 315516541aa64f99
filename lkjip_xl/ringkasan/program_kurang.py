"""Of each programme the activities and sub-activities that fell short of their target."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_xl.ringkasan.alokasi import alokasi, tingkat
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.indikator import tercapai
from lkjip_xl.ringkasan.program import nilai_program
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM, leluhur
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.per_buku import per_buku


@dataclass(frozen=True, slots=True)
class ProgramTerukur:
    """A programme by its row of Anggaran: how many indicators below it were measured, the capaian of those short of target.

    kurang: capaian by the first row of the activity it belongs to.
    """

    baris: int
    terukur: int
    kurang: tuple[tuple[int, tuple[float, ...]], ...]


@per_buku
def program_terukur(buku: BukuKerja) -> tuple[ProgramTerukur, ...]:
    """The programmes with measured activities or sub-activities, in the order of Anggaran; as shown 100 is met."""
    a, desimal = alokasi(buku), desimal_setelan(buku, "DesimalCapaian")
    terukur: dict[int, list[tuple[int, float]]] = {
        p: [] for p, r in a.baris.items() if tingkat(r["level"]) == KEDALAMAN_PROGRAM and a.utama[p] == p
    }
    for b, r in a.baris.items():
        if (tingkat(r["level"]) or 0) > KEDALAMAN_PROGRAM:
            capaian = nilai_program(buku, b)["capaian"]
            if isinstance(capaian, (int, float)):
                for p in {a.utama.get(x, x) for x in leluhur(a.induk, b)} & terukur.keys():
                    terukur[p].append((b, capaian))
    hasil = []
    for p, milik in terukur.items():
        kurang: dict[int, list[float]] = {}
        for b, capaian in milik:
            if not tercapai(capaian, desimal):
                kurang.setdefault(a.utama[b], []).append(capaian)
        if milik:
            hasil.append(ProgramTerukur(p, len(milik), tuple((b, tuple(c)) for b, c in kurang.items())))
    return tuple(hasil)
