"""Letters that no XML, terminal or font can hold, made visible: one place for every text that comes from outside.

Excel writes a control character as _x0007_ and a cut emoji as _xD83D_. A control character becomes its picture
(U+2407 ␇), half an emoji the replacement character �: both are plain text everywhere, and still tell what was there.
"""

import re

GANTI = "\ufffd"
GAMBAR_KENDALI = re.compile("[\u2400-\u241f\u2421]")
RUSAK = re.compile(f"{GAMBAR_KENDALI.pattern}|{GANTI}")
_SURROGAT = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
_TAK_SAH = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_JEDA = re.compile("[\u240b\u240c]")  # line and page break of Word


def tampakkan(teks: str) -> str:
    """The text with everything that cannot stand in XML made visible; two halves of an emoji become one letter.

    >>> tampakkan("a\\x07b"), tampakkan("\\ud83d\\ude00") == "\\U0001f600", tampakkan("\\ud83d")
    ('a␇b', True, '�')
    """
    if _TAK_SAH.search(teks) is None:
        return teks
    teks = _SURROGAT.sub(lambda m: m[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"), teks)
    return _TAK_SAH.sub(_gambar, teks)


def _gambar(m: re.Match[str]) -> str:
    kode = ord(m[0])
    return chr(0x2400 + kode) if kode < 0x20 else "\u2421" if kode == 0x7F else GANTI


def tanpa_kendali(teks: str) -> str:
    """The text as it is printed: without pictures of control characters, a line break of Word as a line break.

    >>> tanpa_kendali("Dinas␇ Tenaga␋Kerja")
    'Dinas Tenaga\\nKerja'
    """
    return GAMBAR_KENDALI.sub("", _JEDA.sub("\n", teks))
