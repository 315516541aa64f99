"""Two rows that carry each other's figures: the kode changed places and the names stayed, or the figures moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import median

from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.angka_indikator import BACA_JEJAK, AngkaIndikator, angka_indikator
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

DIUKUR = (
    ("pengukuran", None),
    ("riwayat", None),
    ("pengukuran", "realisasi"),
    *(("riwayat", f"realisasi_{k}") for k in (1, 2, 3)),
)  # sheet, and column of its own where the rest of the row stayed
SATU_TARGET = {"target"}
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
    """Angka dua indikator di Pengukuran atau Riwayat tidak tertukar, dilihat dari angka keduanya di lembar lain.

    Whole rows first, then what was reached in one year, against the targets beside it and all other sheets.
    """
    semua = {k: x for k, x in angka_indikator(lapor).items() if buku.indeks.semua("indikator", "kode", k)}
    for lembar, kolom in DIUKUR:
        sini = {
            k: [(r, x) for r, x in isi if r.lembar == lembar and kolom in (None, r.kolom)] for k, isi in semua.items()
        }
        if kolom is None and {r.kolom for isi in sini.values() for r, _ in isi} <= SATU_TARGET:
            continue  # its document tells exactly (PK-05)
        pasangan = _dua_baris({k: isi for k, isi in sini.items() if not any(lapor.pernah(r) for r, _ in isi)}, semua)
        if pasangan is None:
            continue
        a, b = (sini[k][0][0] for k in pasangan)
        if kolom is None:
            a, b = (Rujukan(lembar, r.baris, "kode") for r in (a, b))
        sel = [r for k in pasangan for r, _ in sini[k]]
        lapor("KW-07", a, nilai=buku[lembar].nilai(a.baris, "kode"), terkait=[b, *sel],
              pasangan=buku[lembar].nilai(b.baris, "kode"))  # fmt: skip
        for r in sel:
            lapor.ikut(r)


def _dua_baris(sini: AngkaIndikator, semua: AngkaIndikator) -> tuple[str, str] | None:
    """The kode of the only two indicators whose figures here stand where the other's stand everywhere else."""
    milik: dict[str, float] = {}
    lain: dict[str, float] = {}
    for kode, isi in sini.items():
        sana = [x for r, x in semua[kode] if all(r != s for s, _ in isi)]
        if isi and sana and _rapat(sana) and _rapat([x for _, x in isi]):
            milik[kode], lain[kode] = median(x for _, x in isi), median(sana)
    jauh = [k for k in milik if _kali(milik[k], lain[k]) >= JAUH]
    if len(jauh) != BERBEDA or not all(_kali(milik[a], lain[b]) <= DEKAT for a, b in (jauh, jauh[::-1])):
        return None
    return jauh[0], jauh[1]


def _rapat(angka: Sequence[float]) -> bool:
    """Do figures agree among themselves, so that they tell a level?"""
    return max(angka) <= JAUH * min(angka)


def _kali(x: float, y: float) -> float:
    return max(x / y, y / x)
