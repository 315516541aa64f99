"""Headings of a document: which of them a table stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lkjip_xl.inti.kunci import rapikan_spasi

_BAB = re.compile(r"bab\s+(?:[ivxl]+|\d+)\b", re.IGNORECASE)
_BERNOMOR = re.compile(r"(?:([A-Z]|[IVX]+)|(\d+(?:\.\d+)*))[.)]?\s+\S")
_TABEL = re.compile(r"(?:tabel|table|gambar|grafik|lampiran)\b", re.IGNORECASE)
_SASARAN = re.compile(
    r"(?:sasaran|tujuan)(?: strategis| program| kegiatan| kinerja)? \d+ ?(?:[:.] |(?=[\"“]))[\"“]?[^\W\d_].{8,190}[^.;:,]$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:sasaran|tujuan)(?: strategis| kinerja)? (?:ke-? ?)?(?:\d+(?:\.\d+)*|[ivx]{1,5}) ?[:.]?", re.IGNORECASE
)
_PERNYATAAN = re.compile(r"[\"“]?((?:Me|Ter|Ber)\w+\b[^:;]{15,190}[^.:;,\"“”])[\"”]?\.?")
_NOMOR = re.compile(
    r"(?:(?:[a-z]|(?<![\d.])\d+(?:\.\d+)*)[.)] ?|^\d+(?:\.\d+)+ )(?=(?:sasaran|tujuan)\b)", re.IGNORECASE
)
_INDIKATOR = re.compile(r"(?:IK[A-Z]{0,3}|KPI) ?[-.]? ?\d+(?:\.\d+)*[.)]? ?[:–-]? ?[A-Z][^.:;]{7,150}")
_LABEL_MAKS = 400  # letters that may matter: a label and the longest statement
_DALAM = 9  # below every numbered heading, which ends it
_HURUF_MAKS, _KATA_MAKS = 120, 14


class Bagian:
    """The headings in force while a document is read from its beginning, those of a lower level below the others."""

    def __init__(self) -> None:
        self._tumpuk: list[tuple[int, str]] = []
        self._bab = False  # a line that is only "BAB II": the next one is its title
        self._label = ("", 0)  # a line that only numbers a sasaran, and its level: the next one says which

    @property
    def kini(self) -> tuple[str, ...]:
        """The headings in force, the outermost first."""
        return tuple(t for _, t in self._tumpuk)

    def lihat(self, teks: str, tingkat: int | None = None) -> None:
        """A line of the document; tingkat: its level (0 = chapter) where the document says that it is a heading."""
        teks = rapikan_spasi(teks)
        if not teks:
            return
        polos = _NOMOR.sub("", teks, count=1)
        (label, dalam), self._label = self._label, ("", 0)
        if label and tingkat is None and (m := _PERNYATAAN.fullmatch(teks)) is not None:
            tingkat, teks = dalam, f"{label}: {m[1]}"
        elif tingkat is None and _SASARAN.match(polos):
            tingkat, teks = _DALAM, polos
        elif tingkat is None and _INDIKATOR.fullmatch(teks):  # of its own level, below that of its sasaran
            tingkat = _DALAM + 1
        elif self._bab and tingkat in (None, 0) and len(teks) <= _HURUF_MAKS:
            tingkat, teks = 0, f"{self._tumpuk[-1][1]} {teks}"
        elif tingkat is None:
            tingkat = _tingkat(teks)
        if _LABEL.fullmatch(polos):
            self._label = (polos.rstrip(" :."), _DALAM if tingkat is None else tingkat)
        self._bab = tingkat == 0 and _BAB.fullmatch(teks) is not None
        if tingkat is not None:
            while self._tumpuk and self._tumpuk[-1][0] >= tingkat:
                self._tumpuk.pop()
            self._tumpuk.append((tingkat, teks))

    def lihat_semua(self, baris: Iterable[str]) -> None:
        """Lines one after the other, none of which the document calls a heading; a statement that runs on in the next one is none."""
        semua = [*baris]
        for i, teks in enumerate(semua):
            berikut = semua[i + 1] if i + 1 < len(semua) else ""
            bersambung = berikut.strip()[:1].islower()
            if not (bersambung and (self._label[0] or _SASARAN.match(_NOMOR.sub("", rapikan_spasi(teks), count=1)))):
                self.lihat(teks)


def berjudul_sasaran(teks: str) -> bool:
    """Does a text begin with the label of a sasaran, or is it one with its statement?

    >>> berjudul_sasaran("1. Sasaran Strategis 1:\\nTerwujudnya desa mandiri"), berjudul_sasaran("Sasaran tercapai 90 persen")
    (True, False)
    """
    awal = _NOMOR.sub("", rapikan_spasi(teks.partition("\n")[0])[:_LABEL_MAKS], count=1)
    return _LABEL.fullmatch(awal) is not None or _SASARAN.match(awal) is not None


def _tingkat(teks: str) -> int | None:
    """Level of a line that looks like a heading: a chapter, "A. …", "2.1 …"; None for what is a sentence or a caption."""
    if len(teks) > _HURUF_MAKS or len(teks.split()) > _KATA_MAKS or teks[-1] in ".;,:" or _TABEL.match(teks):
        return None
    if _BAB.match(teks):
        return 0
    m = _BERNOMOR.match(teks)
    return None if m is None else 1 if m[1] else 1 + m[2].count(".")
