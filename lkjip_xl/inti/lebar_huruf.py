"""How wide a text is in Calibri, the face of every sheet, and how many lines it takes in a column: Excel fits no row when it opens a file."""

from __future__ import annotations

# advance widths of the face in hundredths of an em; what is not named is as wide as a digit
_KELOMPOK = {
    23: " ilj",
    26: ",.I:;'`‘’",
    31: "()f-[]{}J!",
    34: "tr²³°",
    40: 's/\\z"“”',
    43: "Lcxvy",
    47: "kFSZga|?Σ",
    53: "bdhnpquoPXKCRB",
    60: "VADH",
    65: "GUNOQ&",
    72: "%w…",
    80: "m",
    89: "MW@—←→",
}
_LEBAR = {h: n / 100 for n, semua in _KELOMPOK.items() for h in semua}
_LAIN = 0.507
_RATA_TERLEBAR = 0.66  # of a text in capitals
_SPASI = _LEBAR[" "]
PIKSEL_SATUAN, PIKSEL_TEPI = 7, 5  # of a unit of column width in Excel; of a column that hold no text
PIKSEL_EM = 10 * 96 / 72  # of letters of 10 points


def lebar_em(teks: str) -> float:
    """Width of a line of text in em.

    >>> round(lebar_em("1.234"), 2), round(lebar_em("Wajib"), 2)
    (2.29, 2.35)
    """
    return sum(_LEBAR.get(h, _LAIN) for h in teks)


def lebar_kata(teks: str) -> float:
    """Width of a column, in its own units, that holds a line of 10 points."""
    return (lebar_em(teks) * PIKSEL_EM + PIKSEL_TEPI) / PIKSEL_SATUAN + 0.2


def baris_kolom(teks: str, lebar: float) -> int:
    """Lines of 10 points that a text takes in a column of so many units, wrapped between its words.

    >>> baris_kolom("Meningkatnya mutu pelayanan administrasi kecamatan", 22), baris_kolom("", 22)
    (3, 1)
    """
    ruang = max((lebar * PIKSEL_SATUAN - PIKSEL_TEPI) / PIKSEL_EM, 1.0)
    return sum(_baris(paragraf, ruang) for paragraf in teks.split("\n"))


def _baris(teks: str, ruang: float) -> int:
    if len(teks) * _RATA_TERLEBAR <= ruang and "\t" not in teks:
        return 1  # most texts; to add up their letters would cost more than all the rest
    banyak, isi = 1, -_SPASI
    for kata in teks.split():
        perlu = lebar_em(kata)
        if isi > 0 and isi + _SPASI + perlu > ruang:
            banyak, isi = banyak + 1, -_SPASI
        if perlu > ruang:  # broken between its letters
            banyak += int(perlu / ruang)
            perlu %= ruang
        isi += _SPASI + perlu
    return banyak
