"""What stands where a result was not measured, and says why: a state of the indicator, never something that was forgotten."""

from __future__ import annotations

import re
from enum import StrEnum

from lkjip_xl.inti.bacaan import TANDA_KOSONG
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN


class Keadaan(StrEnum):
    """Why an indicator has no result this year; the value is what a drop-down offers."""

    TIDAK_BERLAKU = "N/A"
    BELUM_RILIS = "belum rilis"
    TIDAK_DIUKUR = "tidak diukur tahun ini"


_RILIS = re.compile(
    r"(?:angka(?:nya)? |data(?:nya)? )?(?:masih )?(?:belum|menunggu|blm)(?: di)? ?(?:rilis|release|terbit|keluar|tersedia|dirilis|diterbitkan)(?:nya)?(?: (?:bps|kementerian|pusat|provinsi))?(?: .{0,30})?"
)
_UKUR = re.compile(
    r"(?:tidak|belum|tdk|blm) (?:di ?ukur|dinilai|dihitung|dievaluasi|disurvei)(?: (?:pada )?(?:tahun ini|tahun \d{4}))?"
)
_TAHUN_ANGKA = re.compile(
    rf"([^a-z(]*)(?:\(?(?:(?:memakai|menggunakan|pakai|masih) )*(?:angka|data|realisasi)(?: \w+)??(?: tahun| th\.?)? ?|\()({ANGKA_TAHUN})[ ).*]*",
    re.IGNORECASE,
)
_SEBAB = re.compile(r"(?<=\S)\s*(?:\([^()]*\)|[:;,]\s.*)$")  # why: "N/A (tidak dilaksanakan, pandemi)"


def tahun_angka(teks: str) -> tuple[str, str] | None:
    """The figure ("" = none) and the year of a text that says it is an earlier year's; None for any other text.

    >>> tahun_angka("94,57 (angka tahun 2024)"), tahun_angka("memakai angka tahun 2024"), tahun_angka("94,57")
    (('94,57', '2024'), ('', '2024'), None)
    """
    m = _TAHUN_ANGKA.fullmatch(teks.strip())
    return (m[1].strip(" (,;:"), m[2]) if m else None


def baca_keadaan(teks: object) -> Keadaan | None:
    """The state a text names; None for any other text and for a blank.

    >>> [baca_keadaan(x) and baca_keadaan(x).name for x in ("N/A", "−", "Belum rilis BPS", "tidak diukur tahun 2024", "N/A (tidak dilaksanakan)", "WTP", "")]
    ['TIDAK_BERLAKU', 'TIDAK_BERLAKU', 'BELUM_RILIS', 'TIDAK_DIUKUR', 'TIDAK_BERLAKU', None, None]
    """
    if not isinstance(teks, str) or not (kunci := kunci_teks(teks)):
        return None
    if kunci in TANDA_KOSONG or _SEBAB.sub("", kunci) in TANDA_KOSONG:
        return Keadaan.TIDAK_BERLAKU
    kunci = kunci.strip(" .*()")
    if _RILIS.fullmatch(kunci):
        return Keadaan.BELUM_RILIS
    return Keadaan.TIDAK_DIUKUR if _UKUR.fullmatch(kunci) else None
