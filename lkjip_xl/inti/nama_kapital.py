"""Names typed in CAPITALS, as planning systems export them, written the way a sentence has them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_KATA = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DALAM_KURUNG = re.compile(r"\(([^\W\d_]{2,6})\)")
_ROMAWI = re.compile(r"[IVX]+")
_VOKAL = frozenset("AIUEO")
# pairs of consonants a word may end with ("Kompleks", "Bank", "Modern"); what ends otherwise, as APBD or ASN, is none
_AKHIR_KATA = re.compile("(?:NG|NK|KS|RS|LM|RN|NS|RM|RT|NT|ST|ND|RD|LT|LF|SK|RP|KH|TH|SY|SH)$")
_TUGAS = re.compile(
    "ANTARA?|ATAS|ATAU|BAGI|BERDASARKAN|BESERTA|DALAM|DAN|DARI|DENGAN|DI|GUNA|HINGGA|KE|KEPADA|MELALUI|MENJADI|MENUJU|"
    "MENURUT|OLEH|PADA|PER|SAMPAI|SECARA|SERTA|TENTANG|TERHADAP|UNTUK|YANG"
)
# abbreviations that could be words by their letters; a book brings its own along
_UMUM = re.compile(
    "BLUD|DAK|DAU|GAKI|HAM|HIV|IPAL|KIA|LAKIP|LKJIP|NAPZA|ODHA|PAUD|RI|RSUD|SAKIP|SDA|SPAM|SPBE|TIK|TPA|TPI|UPT"
)


def kapital(nama: str) -> bool:
    """Is it a name of several words all of whose letters are capitals?

    >>> kapital("PROGRAM PELATIHAN KERJA"), kapital("Program ASN"), kapital("SAKIP")
    (True, False, False)
    """
    return nama.isupper() and len(_KATA.findall(nama)) > 1


def singkatan(nama: Iterable[str]) -> frozenset[str]:
    """The abbreviations in names: capitals among small letters, and a short word in brackets.

    >>> sorted(singkatan(["Indeks kepuasan ASN", "PROGRAM USAHA MIKRO (UMIK)"]))
    ['ASN', 'UMIK']
    """
    hasil: set[str] = set()
    for n in nama:
        hasil.update(x for x in _DALAM_KURUNG.findall(n) if x.isupper())
        kata = _KATA.findall(n)
        besar = [k for k in kata if len(k) > 1 and k.isupper()]
        if not n.isupper() and 2 * len(besar) <= len(kata):  # more of them are words somebody stressed
            hasil.update(besar)
    return frozenset(hasil)


def nama_kalimat(nama: str, kenal: Collection[str] = ()) -> str:
    """A name in capitals with initial capitals, any other as it is; kenal: abbreviations, which stay.

    >>> nama_kalimat("PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA DAN APBD")
    'Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota dan APBD'
    >>> nama_kalimat("Program PELATIHAN")
    'Program PELATIHAN'
    """
    if not kapital(nama):
        return nama
    kenal = singkatan([nama]).union(kenal)
    return _KATA.sub(lambda m: _kata(m[0], awal=not nama[: m.start()].strip(" (\"'"), kenal=kenal), nama)


def _kata(kata: str, *, awal: bool, kenal: Collection[str]) -> str:
    if not awal and _TUGAS.fullmatch(kata):
        return kata.lower()
    return kata if kata in kenal or _UMUM.fullmatch(kata) or _huruf_lepas(kata) else kata.capitalize()


def _huruf_lepas(kata: str) -> bool:
    """Do its letters read as no word: with a digit, without a vowel, a Roman number, an end no word has?"""
    if not kata.isalpha() and any(h.isdigit() for h in kata):
        return True
    if _VOKAL.isdisjoint(kata) or _ROMAWI.fullmatch(kata):
        return True
    akhir = kata[-2:]
    return len(akhir) == 2 and _VOKAL.isdisjoint(akhir) and not _AKHIR_KATA.match(akhir)
