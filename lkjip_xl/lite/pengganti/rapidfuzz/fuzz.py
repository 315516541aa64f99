"""How alike two texts are, 0–100: twice the longest common subsequence over both lengths."""

from __future__ import annotations


def ratio(s1: str, s2: str, score_cutoff: float = 0) -> float:
    """Similarity of two texts, 0–100; 0 below score_cutoff; two empty texts are alike.

    >>> ratio("jumlah", "jumlh")
    90.9090909090909
    """
    jumlah = len(s1) + len(s2)
    nilai = 200 * _bersama(s1, s2) / jumlah if jumlah else 100.0
    return nilai if nilai >= score_cutoff else 0.0


def _bersama(a: str, b: str) -> int:
    """Length of the longest common subsequence: one bit for each letter of a, one addition for each of b (Hyyrö 2004)."""
    letak: dict[str, int] = {}
    for i, huruf in enumerate(a):
        letak[huruf] = letak.get(huruf, 0) | 1 << i
    semua = (1 << len(a)) - 1
    baris = semua
    for huruf in b:
        sama = baris & letak.get(huruf, 0)
        baris = (baris + sama | baris - sama) & semua
    return len(a) - baris.bit_count()
