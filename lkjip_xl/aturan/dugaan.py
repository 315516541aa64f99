"""The one slip of the keyboard that explains why a parent is not the sum of its rows: which cell, and what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lkjip_xl.aturan.pelapor import Pelapor
from lkjip_xl.aturan.penelusur import Rujukan
from lkjip_xl.aturan.pohon import SETENGAH_RUPIAH, Selisih

DIGIT, NOL, TERSALIN, KOLOM_LAIN = "digit", "nol", "tersalin", "kolom_lain"
# placeholders of the messages on sums: each names the cell where that happened, or stays away
TANPA_SEBAB: dict[str, object] = dict.fromkeys((DIGIT, NOL, TERSALIN, KOLOM_LAIN))
PASANGAN = {  # columns side by side whose figures get swapped
    "pagu": "realisasi_rp",
    "realisasi_rp": "pagu",
    "anggaran": "realisasi",
    "realisasi": "anggaran",
    "laki_laki": "perempuan",
    "perempuan": "laki_laki",
}


def sebab_angka(tertulis: float, seharusnya: float) -> str | None:
    """What turns one whole number into the other: two neighbouring digits transposed, or one zero more or less.

    >>> sebab_angka(4572, 4752), sebab_angka(500, 50), sebab_angka(1005, 15), sebab_angka(12, 34)
    ('digit', 'nol', None, None)
    """
    if tertulis == seharusnya or tertulis < 0 or seharusnya < 0 or tertulis % 1 or seharusnya % 1:
        return None
    a, b = str(int(tertulis)), str(int(seharusnya))
    if len(a) == len(b):
        beda = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        bersebelahan = len(beda) == 2 and beda[1] == beda[0] + 1
        return DIGIT if bersebelahan and a[beda[0]] == b[beda[1]] and a[beda[1]] == b[beda[0]] else None
    panjang, pendek = sorted((a, b), key=len, reverse=True)
    sisip = any(c == "0" and panjang[:i] + panjang[i + 1 :] == pendek for i, c in enumerate(panjang))
    return NOL if sisip and pendek != "0" else None


def sebab_jumlah(
    induk: float, anak: Sequence[float | None], lain: Sequence[float | None]
) -> tuple[str, int | None] | None:
    """The slip and the position of the row it happened in (None = the parent) when exactly one explains the difference.

    induk: the parent's figure; anak: its rows; lain: the figures beside them in the paired column.

    >>> sebab_jumlah(100, [60, 400], [None, None]), sebab_jumlah(100, [60, 41], [None, None])
    (('nol', 1), None)
    """
    calon = set(_calon(induk, anak, lain))
    return calon.pop() if len(calon) == 1 else None


def _calon(induk: float, anak: Sequence[float | None], lain: Sequence[float | None]) -> Iterator[tuple[str, int | None]]:
    jumlah = sum(x for x in anak if x is not None)
    if sebab := sebab_angka(induk, jumlah):
        yield sebab, None
    for i, (x, samping) in enumerate(zip(anak, lain, strict=True)):
        if x is None:
            continue
        harus = x - (jumlah - induk)
        if samping is not None and abs(samping - harus) <= SETENGAH_RUPIAH:
            yield KOLOM_LAIN, i
        elif x == induk and harus > 0:
            yield TERSALIN, i
        elif sebab := sebab_angka(x, harus):
            yield sebab, i


def sebab_selisih(lapor: Pelapor, s: Selisih) -> dict[str, object]:
    """The placeholders for a finding on a sum, with the cell that explains it where there is exactly one."""
    anak = [_angka(lapor, r) for r in s.anak]
    kolom = PASANGAN.get(s.induk.kolom)
    ada = kolom in lapor.buku[s.induk.lembar].skema.kolom
    lain = [_angka(lapor, Rujukan(r.lembar, r.baris, kolom)) if kolom and ada else None for r in s.anak]
    sebab = sebab_jumlah(s.nilai, anak, lain)
    if sebab is None:
        return TANPA_SEBAB
    jenis, letak = sebab
    return TANPA_SEBAB | {jenis: lapor.sebut(s.induk if letak is None else s.anak[letak])}


def _angka(lapor: Pelapor, r: Rujukan) -> float | None:
    x = lapor.jejak.nilai(r)
    return float(x) if isinstance(x, (int, float)) else None
