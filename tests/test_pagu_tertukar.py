"""Budgets two rows carry for each other: the same pairs as comparing every row with every other, however many rows there are."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lkjip_xl.validasi.aturan.pagu import Acuan, Beda, pasangan_tertukar, saling_membawa
from lkjip_xl.validasi.aturan.penelusur import Rujukan

UANG = st.sampled_from([100.0, 100.5, 100.503, 101.0, 200.0, 200.004, 300.0])
ACUAN = st.sampled_from([Acuan("pagu_pk", "AG-08"), Acuan("pagu_renja", "AG-11")])


def _satu_satu(semua: list[Beda]) -> list[tuple[int, int]]:
    sudah: set[Rujukan] = set()
    hasil = []
    for p, q in combinations(semua, 2):
        if not {p.r, q.r} & sudah and p.acuan == q.acuan and saling_membawa(p, q):
            sudah |= {p.r, q.r}
            hasil.append((p.r.baris, q.r.baris))
    return hasil


@given(st.lists(st.tuples(UANG, UANG, ACUAN), max_size=14))
def test_pasangan_sama_dengan_satu_satu(isi: list[tuple[float, float, Acuan]]) -> None:
    sumber = Rujukan("pk_program", 8, "anggaran")
    semua = [Beda(Rujukan("anggaran", 8 + i, "pagu"), x, a, y, sumber) for i, (x, y, a) in enumerate(isi)]
    assert [(p.r.baris, q.r.baris) for p, q in pasangan_tertukar(semua)] == _satu_satu(semua)


def test_puluhan_ribu_baris_tanpa_pasangan() -> None:
    """Every row compared with every other would be two hundred million comparisons."""
    a, sumber = Acuan("pagu_pk", "AG-08"), Rujukan("pk_program", 8, "anggaran")
    semua = [Beda(Rujukan("anggaran", i, "pagu"), float(i), a, float(i) + 0.5, sumber) for i in range(20_000)]
    assert list(pasangan_tertukar(semua)) == []
    kembar = [Beda(Rujukan("anggaran", i, "pagu"), 5.0, a, 7.0, sumber) for i in range(20_000)]
    assert list(pasangan_tertukar(kembar)) == []
