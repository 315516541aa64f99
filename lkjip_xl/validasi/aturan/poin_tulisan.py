"""Two figures of a sentence and what it says lies between them: so many points, more or less than the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, PERSEN, Hitungan, angka
from lkjip_xl.validasi.aturan.arah_tulisan import KATA_ARAH as ARAH
from lkjip_xl.validasi.aturan.arah_tulisan import NAIK, TERBALIK, TURUN, kata_naik
from lkjip_xl.validasi.aturan.selang import Selang, hasil_tertulis

_SEBESAR = r"(?:(?:sebesar|sebanyak|sejumlah|yaitu|adalah|mencapai|hanya)\s+)?"
_SEBAB = r"(?:menjadi|dan|dari|karena|sebab|akibat|sehingga|setelah|sedangkan|target\w*)\b"  # another figure is spoken of from here
_ISI = rf"(?:\s*{PERSEN})?(?:\s+per\s+[\d.]+(?:\s+[^\W\d_]+){{0,2}}|\s+(?!{ARAH}|{_SEBAB})[^\W\d_]+){{0,4}}?"
_POIN = re.compile(
    rf"\bdari\s+{_SEBESAR}(?P<x>{ANGKA}){_ISI}(?:\s*\(?\s*(?:pada\s+)?tahun\s+\d{{4}}\)?)?\s+menjadi\s+{_SEBESAR}(?P<y>{ANGKA}){_ISI}"
    rf"(?:\s*\(?\s*(?:pada\s+)?tahun\s+\d{{4}}\)?)?,?\s*(?:atau\s+|\()?\s*{ARAH}?\s*{_SEBESAR}(?P<p>{ANGKA})\s*(?:persen\s+|%\s*)?poin\b",
    re.IGNORECASE,
)
_POIN_DULU = re.compile(
    rf"\b{ARAH}\s+{_SEBESAR}(?P<p>{ANGKA})\s*(?:persen\s+|%\s*)?poin\s*,?\s*(?:yaitu\s+)?dari\s+{_SEBESAR}(?P<x>{ANGKA}){_ISI}(?:\s*\(?\s*(?:pada\s+)?tahun\s+\d{{4}}\)?)?"
    rf"\s+menjadi\s+{_SEBESAR}(?P<y>{ANGKA})",
    re.IGNORECASE,
)
_BEDA_TAHUN = re.compile(
    rf"\btahun\s+(?P<a>\d{{4}})\s+(?:adalah\s+|yaitu\s+)?(?:sebesar|sebanyak|sejumlah|mencapai)\s+(?P<x>{ANGKA}){_ISI},?\s+(?:atau\s+|yang\s+)?(?P<kata>{ARAH})"
    rf"\s+(?:jika\s+|bila\s+)?(?:dibanding(?:kan)?(?:\s+dengan)?|dari(?:pada)?)\s+(?:realisasi\s+|capaian\s+|angka\s+)?(?:pada\s+)?tahun\s+(?P<b>\d{{4}})\s+(?:yang\s+)?"
    rf"(?:\(|(?:adalah\s+|yaitu\s+)?(?:sebesar|sebanyak|sejumlah|mencapai)\s+)(?P<y>{ANGKA})(?P<sisa>\s*{PERSEN})?",
    re.IGNORECASE,
)


def poin_keliru(kalimat: str) -> Iterator[Hitungan]:
    """Points that are not the difference of the two figures before them, and a year that is not more or less than the other.

    >>> [(h.tulisan, h.hasil) for h in poin_keliru("TPT naik dari 5,92 persen menjadi 8,37 persen atau bertambah 2,54 poin")]
    [('2,54', 2.45)]
    >>> [h.hasil for h in poin_keliru("AKI tahun 2020 sebesar 127 per 100.000 kelahiran hidup, menurun dibandingkan tahun 2019 sebesar 96")]
    ['meningkat']
    >>> [h.hasil for h in poin_keliru("Naik 7,51 poin dari 85,71 menjadi 92,86")], list(poin_keliru("Naik 7,15 poin dari 85,71 menjadi 92,86"))
    ([7.15], [])
    >>> list(poin_keliru("turun dari 8,02 menjadi 7,86, berkurang 0,16 poin"))
    []
    >>> list(poin_keliru("turun dari 103,45% menjadi 102,38% karena targetnya dinaikkan 4 poin"))
    []
    """
    for m in (*_POIN.finditer(kalimat), *_POIN_DULU.finditer(kalimat)) if "poin" in kunci_teks(kalimat) else ():
        x, y, p = angka(m["x"]), angka(m["y"]), angka(m["p"])
        if x is None or y is None or p is None:
            continue
        satu, dua = (hasil_tertulis(b.nilai or 0.0, b.desimal) for b in (x, y))
        beda = sorted((abs(dua.atas - satu.bawah), abs(dua.bawah - satu.atas)))
        tulis = hasil_tertulis(p.nilai or 0.0, p.desimal)
        if not Selang(*beda).bertemu(tulis):
            desimal = max(b.desimal or 0 for b in (x, y))
            yield Hitungan(m["p"], f"{m['y']} − {m['x']}", bulat(abs((y.nilai or 0.0) - (x.nilai or 0.0)), desimal))
    for m in _BEDA_TAHUN.finditer(kalimat):
        x, y = angka(m["x"]), angka(m["y"])
        if x is None or y is None or x.nilai == y.nilai or m["a"] <= m["b"] or TERBALIK.search(kalimat[: m.start()]):
            continue
        naik = (x.nilai or 0.0) > (y.nilai or 0.0)
        if kata_naik(m["kata"]) != naik:
            yield Hitungan(
                kunci_teks(m["kata"]), f"{m['y']} pada {m['b']}, {m['x']} pada {m['a']}", NAIK if naik else TURUN
            )
