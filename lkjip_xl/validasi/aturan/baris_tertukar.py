"""Two rows that carry each other's figures: the kode changed places and the names stayed, or the figures moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import median

from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.angka_indikator import BACA_JEJAK, angka_indikator
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

DIUKUR = ("pengukuran", "riwayat")
JAUH = 3.0  # a row whose figures are that many times those of its indicator elsewhere …
DEKAT = 1.5  # … and as near as this to another's
BERBEDA = 2  # rows that stand apart: with more of them it is another scale, not two rows exchanged


def pasangan_tertukar(beda: Sequence[tuple[Rujukan, Nilai]], nilai: Mapping[Rujukan, Nilai]) -> dict[Rujukan, int]:
    """Of cells and what is expected of them, the pairs that hold just what is expected of the other: {cell: place of its partner}."""
    hasil: dict[Rujukan, int] = {}
    for (i, (a, harap_a)), (j, (b, harap_b)) in combinations(enumerate(beda), 2):
        if a in hasil or b in hasil or harap_a == harap_b:
            continue
        if nilai[a] == harap_b and nilai[b] == harap_a:
            hasil |= {a: j, b: i}
    return hasil


@aturan(kode=("KW-07",), lembar=("indikator",), baca=perlu(indikator="kode") | BACA_JEJAK)
def baris_tidak_tertukar(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka dua indikator di Pengukuran atau Riwayat tidak tertukar, dilihat dari angka keduanya di lembar lain."""
    semua = angka_indikator(lapor)
    for lembar in DIUKUR:
        milik: dict[str, list[tuple[Rujukan, float]]] = {}
        lain: dict[str, float] = {}
        for kode, angka in semua.items():
            sini = [(r, x) for r, x in angka if r.lembar == lembar]
            sana = [x for r, x in angka if r.lembar != lembar]
            if (
                sini
                and sana
                and buku.indeks.semua("indikator", "kode", kode)
                and _rapat(sana)
                and _rapat([x for _, x in sini])
            ):
                milik[kode], lain[kode] = sini, median(sana)
        sendiri = {k: median(x for _, x in isi) for k, isi in milik.items()}
        jauh = [k for k in milik if _kali(sendiri[k], lain[k]) >= JAUH]
        if len(jauh) == BERBEDA and all(_kali(sendiri[a], lain[b]) <= DEKAT for a, b in (jauh, jauh[::-1])):
            a, b = (milik[k][0][0].baris for k in jauh)
            sel = [r for k in jauh for r, _ in milik[k]]
            lapor("KW-07", Rujukan(lembar, a, "kode"), terkait=[Rujukan(lembar, b, "kode"), *sel],
                  pasangan=buku[lembar].nilai(b, "kode"))  # fmt: skip
            for r in sel:
                lapor.ikut(r)


def _rapat(angka: Sequence[float]) -> bool:
    """Do figures agree among themselves, so that they tell a level?"""
    return max(angka) <= JAUH * min(angka)


def _kali(x: float, y: float) -> float:
    return max(x / y, y / x)
