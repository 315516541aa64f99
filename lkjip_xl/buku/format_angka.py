"""What a number-format code says: decimals shown, date or not; and dates out of Excel's day numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

UMUM = "General"

# ECMA-376 18.8.30: ids that stand without a code in styles.xml
BAWAAN: dict[int, str] = {
    0: UMUM, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 42: '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
} | dict.fromkeys([*range(27, 37), *range(50, 59)], "yyyy-mm-dd")  # fmt: skip

# the same in every language of Excel, so safe to write by id
BAWAAN_TETAP = {BAWAAN[i]: i for i in (0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 49)}

_HIASAN = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_TEKS = re.compile(r'"([^"]*)"|\\(.)')
_EKOR = re.compile(r'[0#?]((?: |"[^"]*"|\\.|_.)+)$')
_BAGIAN = re.compile(r'((?:"[^"]*"|\\.|[^;"])+)')
_ANGKA = re.compile(r"[^#0?.,%]*[#0?,]*[0#?](?:\.([0#?]+))?[^#0?.,]*")


@dataclass(frozen=True, slots=True)
class FormatAngka:
    """A number format: its code, decimals (None: not a plain number format), whether it shows a date, and percents.

    persen: the number is shown a hundred times as large ("0%"); a percent sign that is mere text (0.00"%", 0.00\\%) is none.
    satuan: text shown right behind the number, a unit such as "%" or "orang".
    """

    kode: str
    desimal: int | None
    tanggal: bool
    persen: bool = False
    satuan: str = ""


@lru_cache(maxsize=512)
def kenali_format(kode: str) -> FormatAngka:
    """Read a number-format code; a percent format counts its own decimals (0,75 as 75,0% has 1).

    >>> kenali_format("#,##0.00").desimal, kenali_format("0.0%").desimal, kenali_format("General").desimal
    (2, 1, None)
    >>> kenali_format("[$-421]dd mmmm yyyy").tanggal
    True
    >>> f = kenali_format('0.00"%"'); f.desimal, f.persen, f.satuan
    (2, False, '%')
    """
    polos = _HIASAN.sub("", kode).split(";")[0]
    if polos.strip().lower() in {"general", "standard"}:
        return FormatAngka(kode, None, False)
    if re.search(r"[dmyhs]", polos, re.IGNORECASE):
        return FormatAngka(kode, None, True)
    cocok = _ANGKA.fullmatch(polos)
    desimal = cocok and (cocok[1] or "")
    if desimal is None or "#" in desimal or re.search(r"[/@eE]", polos):
        return FormatAngka(kode, None, False)
    return FormatAngka(kode, len(desimal), False, "%" in polos, _satuan(kode))


def _satuan(kode: str) -> str:
    """The literal text that follows the digits of the first section of a format."""
    ekor = _EKOR.search(_bagian_pertama(kode))
    teks = "".join(m[1] or m[2] for m in _TEKS.finditer(ekor[1])).strip(" \u00a0") if ekor else ""
    return teks if teks.startswith("(") and teks.count("(") == teks.count(")") else teks.strip(" \u00a0()")


def _bagian_pertama(kode: str) -> str:
    """The section for positive numbers; a semicolon inside a text ends nothing."""
    return next(iter(_BAGIAN.findall(kode)), "")


def ke_tanggal(hari: float, kode: str, *, sejak1904: bool = False) -> date | datetime | time | timedelta | None:
    """Date that Excel shows for a day number: a date, with a time of day a datetime, below 1 a time; None if none.

    Elapsed formats ([h]:mm) give a timedelta. Excel's 29 February 1900 (day 60) does not exist: None.

    >>> ke_tanggal(45292, "dd/mm/yyyy"), ke_tanggal(45292.5, "d/m/yy h:mm")
    (datetime.date(2024, 1, 1), datetime.datetime(2024, 1, 1, 12, 0))
    """
    try:
        selang = timedelta(milliseconds=round(hari * 86_400_000))  # a day number holds no finer time
        if re.search(r"\[(h+|m+|s+)\]", kode, re.IGNORECASE):
            return selang
        if hari < 0 or (not sejak1904 and 60 <= hari < 61):
            return None
        awal = datetime(1904, 1, 1) if sejak1904 else datetime(1899, 12, 30 if hari >= 61 else 31)
        saat = awal + selang
    except (OverflowError, ValueError):
        return None
    if hari < 1 and not sejak1904:
        return saat.time()
    return saat.date() if saat.time() == time() else saat
