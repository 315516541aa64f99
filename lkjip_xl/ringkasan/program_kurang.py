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
    hasil = []
    for p in a.baris:
        if tingkat(a.baris[p]["level"]) != KEDALAMAN_PROGRAM or a.utama[p] != p:
            continue
        kurang: dict[int, list[float]] = {}
        terukur = 0
        for b, r in a.baris.items():
            bawah = (tingkat(r["level"]) or 0) > KEDALAMAN_PROGRAM and p in {
                a.utama.get(x, x) for x in leluhur(a.induk, b)
            }
            capaian = nilai_program(buku, b)["capaian"] if bawah else None
            if isinstance(capaian, (int, float)):
                terukur += 1
                if not tercapai(capaian, desimal):
                    kurang.setdefault(a.utama[b], []).append(capaian)
        if terukur:
            hasil.append(ProgramTerukur(p, terukur, tuple((b, tuple(c)) for b, c in kurang.items())))
    return tuple(hasil)
