"""Figures as a sentence writes them: with their unit, as a difference of what is shown, as a count in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeGuard

from lkjip_xl.inti.angka import BATAS_TERBILANG, rupiah, terbilang, tulis
from lkjip_xl.inti.kunci import PERSEN, kunci_satuan
from lkjip_xl.ringkasan.desimal import beda_tampak
from lkjip_xl.tabel.model import Nilai

_RENTANG = re.compile(r"([≥≤><]?\d[\d.,]*) ?[-–—−] ?(\d[\d.,]*(?: ?[^\d\s-][^\d-]*)?)")
MINUS = "\u2212"  # a line may break behind a hyphen
RUPIAH = kunci_satuan("Rp")
AWALAN_RUPIAH = "Rp\u00a0"  # a line never breaks between it and the figure
TANPA_SATUAN = ("", "nilai", "indeks", "skor", "angka", "poin", "rasio")


def ada(x: Nilai) -> TypeGuard[float]:
    """Is this a number, and no undefined one?"""
    return isinstance(x, (int, float))


def besaran(x: Nilai, desimal: int | None, satuan: Nilai) -> str:
    """A value with its unit as running text has it.

    >>> besaran(76.99, 2, "%"), besaran(85.55, 2, "indeks"), besaran(1200.0, 0, "orang"), besaran("3–5 %", None, "%")
    ('76,99 persen', '85,55', '1.200 orang', '3–5 persen')
    >>> besaran(1500.0, 0, "Rupiah").replace(chr(160), " "), besaran(2.5, 1, "juta rupiah")
    ('Rp 1.500', '2,5 juta rupiah')
    """
    kata = _satuan(satuan)
    teks = tulis_minus(x, desimal) if ada(x) else rentang(str(x))
    if kata == RUPIAH:
        return f"{AWALAN_RUPIAH}{teks}"
    if kata == PERSEN:
        teks = teks.removesuffix("%").rstrip()  # of a range as it was typed
    return teks if kata in TANPA_SATUAN else f"{teks} {'persen' if kata == PERSEN else str(satuan).strip()}"


def jarak(a: float, desimal_a: int | None, b: float, desimal_b: int | None) -> tuple[float, int]:
    """Size of the difference of two figures as they are shown, and its decimals.

    >>> jarak(76.994, 2, 75.0, 0), jarak(0.3, None, 0.1, None)
    ((1.99, 2), (0.2, 1))
    """
    beda, desimal = beda_tampak(a, desimal_a, b, desimal_b) or (0.0, 0)
    return abs(beda), desimal


def selisih(nilai: tuple[float, int], satuan: Nilai) -> str:
    """A difference with its unit: points for percentages and scores, else the unit itself.

    >>> selisih((1.99, 2), "Persen"), selisih((1.2, 1), "Indeks"), selisih((1.2, 1), None), selisih((3.0, 0), "orang")
    ('1,99 poin persen', '1,2 poin', '1,2 poin', '3 orang')
    """
    teks = tulis(*nilai)
    kata = _satuan(satuan)
    if kata == RUPIAH:
        return f"{AWALAN_RUPIAH}{teks}"
    if kata == PERSEN:
        return f"{teks} poin persen"
    return f"{teks} poin" if kata in TANPA_SATUAN else f"{teks} {str(satuan).strip()}"


def persen(x: Nilai, desimal: int) -> str:
    """A percentage without its word: 102,65; a dash for none.

    >>> persen(102.653, 2), persen(-9.85, 2)
    ('102,65', '−9,85')
    """
    return tulis_minus(x, desimal) if ada(x) else "–" if x is None else str(x)


def hitungan(n: float) -> str:
    """A count, in words too as far as there are words.

    >>> hitungan(4), hitungan(1e15)
    ('4 (empat)', '1.000.000.000.000.000')
    """
    return f"{tulis(n, 0)} ({terbilang(n)})" if abs(n) < BATAS_TERBILANG else tulis(n, 0)


def uang(x: float) -> str:
    """Rupiah in running text; a line never breaks between Rp and the figure.

    >>> uang(1500.0).replace(chr(160), " ")
    'Rp 1.500'
    """
    return rupiah(x).replace("Rp ", AWALAN_RUPIAH).replace("-", MINUS)


def rangkai(kata: Sequence[str], pemisah: str = ",") -> str:
    """Words in a row as a sentence lists them.

    >>> rangkai(["a"]), rangkai(["a", "b"]), rangkai(["a", "b", "c"]), rangkai(["a", "b"], ";")
    ('a', 'a dan b', 'a, b, dan c', 'a; dan b')
    """
    if len(kata) < 2:
        return "".join(kata)
    if len(kata) == 2 and pemisah == ",":
        return f"{kata[0]} dan {kata[1]}"
    return f"{f'{pemisah} '.join(kata[:-1])}{pemisah} dan {kata[-1]}"


def utuh(rumus: str) -> str:
    """A formula whose lines break nowhere but before a bracket or behind a colon or comma.

    >>> utuh("metode rasio: capaian / serapan × 100").count(chr(160))
    4
    """
    return re.sub(r" ?([/×−]) ", "\u00a0\\1\u00a0", rumus)


def tulis_minus(x: float, desimal: int | None) -> str:
    """A figure with a true minus, in tables as in sentences.

    >>> tulis_minus(-4629000.0, 0)
    '−4.629.000'
    """
    return tulis(x, desimal).replace("-", MINUS)


def rentang(teks: str) -> str:
    """A band of two figures with one dash, however it was typed; any other text as it is.

    >>> rentang("55 - 65 %"), rentang("90 — 100"), rentang("X.XX - 1"), rentang("2-1-2024")
    ('55–65 %', '90–100', 'X.XX - 1', '2-1-2024')
    """
    return f"{m[1]}–{m[2]}" if (m := _RENTANG.fullmatch(teks.strip())) else teks


def _satuan(satuan: Nilai) -> str:
    return kunci_satuan(satuan) if isinstance(satuan, str) else ""
