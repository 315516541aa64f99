"""How long a line of text is in a face like Arial, letter by letter, and over how many lines a text breaks."""

from __future__ import annotations

from functools import lru_cache

# thousandths of an em; what is not named is as wide as a figure
_LEBAR = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[\\]ft\u00a0", 333: "()-`r", 334: "{}", 355: '"', 389: "*", 469: "^",
    500: "Jckvsxyz", 584: "+<=>~−×÷", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%",
    944: "W", 1000: "…", 1015: "@",
}  # fmt: skip
_HURUF = {h: lebar / 1000 for lebar, semua in _LEBAR.items() for h in semua}
_LAIN = 0.556
SELA = _HURUF[" "]


@lru_cache(maxsize=20000)
def panjang(teks: str) -> float:
    """Width of a line of text in em.

    >>> round(panjang("Pagu 2024"), 3)
    4.837
    """
    return sum(_HURUF.get(h, _LAIN) for h in teks)


def baris_patah(teks: str, lebar: float) -> int:
    """Lines of a text over `lebar` em: words stay whole while a line holds them, a longer one is cut.

    >>> baris_patah("Selesai tepat waktu", 9), baris_patah("Selesai tepat waktu", 6), baris_patah("a" * 20, 6), baris_patah("", 6)
    (1, 2, 2, 1)
    """
    return sum(_satu_alinea(x, lebar) for x in teks.split("\n"))


def _satu_alinea(teks: str, lebar: float) -> int:
    if len(teks) < 120 and panjang(teks) <= lebar:
        return 1
    baris, isi = 1, 0.0
    for kata in teks.split(" "):
        perlu = panjang(kata)
        if isi and isi + SELA + perlu > lebar:
            baris, isi = baris + 1, perlu
        else:
            isi += perlu + (SELA if isi else 0.0)
        if isi > lebar:
            lebih = int(isi // lebar)
            baris, isi = baris + lebih, isi - lebih * lebar
    return baris
