"""Text of Word's paragraphs as it is printed: insertions and field results in, deletions, field codes and hidden text out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.sumber.rapi import Ketikan
from lkjip_xl.sumber.word_gaya import Gaya, Penomoran
from lkjip_xl.sumber.word_xml import DIHAPUS, anak, cabang, isi, nama

_TANDA = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BENDA = frozenset({"drawing", "pict", "object"})
_LEWAT = frozenset({"rPr", "pPr", "sdtPr", "rt", "instrText", "delText", "delInstrText"})
RUJUKAN = {
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
}  # and the part of the package that holds its text
_RUSAK = "\ufffd"
_SIMBOL = {
    "symbol": {
        0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB7: "•", 0xB0: "°", 0xA5: "∞",
        0x44: "Δ", 0x53: "Σ", 0xE5: "∑", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0x2D: "−", 0x6D: "µ", 0x61: "α", 0x62: "β",
    },
    "wingdings": {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓",
                  0xA7: "•", 0x6C: "•", 0x6E: "•", 0xD8: "•", 0x76: "•"},
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0xA3: "☐"},
}  # fmt: skip


@dataclass(slots=True)
class Hitungan:
    """What of a document is left out of the texts: pieces counted, to be said once."""

    hapusan: int = 0
    sisipan: int = 0
    tersembunyi: int = 0
    objek: int = 0


_GAMBAR = frozenset({"blip", "imagedata"})


@dataclass(slots=True)
class Paragraf:
    """A paragraph read: text boxes anchored in it, whether it runs on in the next (its mark is deleted), whether it shows a picture."""

    kotak: list[Elemen] = field(default_factory=list)
    sambung: bool = False
    gambar: bool = False


class PembacaTeks:
    """Reads paragraphs one after the other, in the order of the document (numbers are counted on the way)."""

    def __init__(self, gaya: Gaya, nomor: Penomoran, kaki: Mapping[tuple[str, str], str]) -> None:
        self._gaya, self._nomor, self._kaki = gaya, nomor, kaki
        self.rujukan: list[str] = []  # notes that are referred to, in their order, each behind its mark
        self.hitungan = Hitungan()

    def paragraf(self, p: Elemen, ke: Ketikan, bidang: list[bool]) -> Paragraf:
        """Add a paragraph's text; bidang: fields open around it, True while their code stands, not their result."""
        sifat = anak(p, "pPr")
        gaya = isi(anak(sifat, "pStyle")) or self._gaya.bawaan
        hasil = Paragraf(sambung=anak(sifat, "rPr", "del") is not None)
        # a deleted paragraph bears no number; an empty one does, as the cells of a column "No" often are
        if not (hasil.sambung and not _bertulisan(p)) and (nomor := self._nomor.berikut(sifat, gaya)):
            ke.tambah(f"{nomor} ")
        self._isi(p, gaya, ke, bidang, hasil)
        return hasil

    def tingkat(self, p: Elemen) -> int | None:
        """Level of a paragraph that is a heading by its outline or style; None for others."""
        sifat = anak(p, "pPr")
        return self._gaya.tingkat(sifat, isi(anak(sifat, "pStyle")) or self._gaya.bawaan)

    def _isi(self, induk: Elemen, gaya: str, ke: Ketikan, bidang: list[bool], hasil: Paragraf) -> None:
        for e in induk:
            n = nama(e)
            if n in DIHAPUS:
                self.hitungan.hapusan += 1
            elif n in _LEWAT:
                continue
            elif n == "AlternateContent":
                if (c := cabang(e)) is not None:
                    self._isi(c, gaya, ke, bidang, hasil)
            elif n in _BENDA:
                self._benda(e, n, hasil)
            elif n == "r":
                self._run(e, gaya, ke, bidang, hasil)
            elif n == "f" and anak(e, "num") is not None:  # a fraction of a formula
                for bagian in ("num", "den"):
                    if (x := anak(e, bagian)) is not None:
                        ke.tambah("/" if bagian == "den" else "")
                        self._isi(x, gaya, ke, bidang, hasil)
            else:
                self.hitungan.sisipan += n in ("ins", "moveTo")
                self._isi(e, gaya, ke, bidang, hasil)

    def _run(self, run: Elemen, gaya: str, ke: Ketikan, bidang: list[bool], hasil: Paragraf) -> None:
        atas, sembunyi = self._gaya.huruf(run, gaya)
        for e in _isi_run(run):
            n = nama(e)
            if n == "fldChar":
                _bidang(isi(e, "fldCharType"), bidang)
            elif n in _BENDA:
                self._benda(e, n, hasil)
            elif n == "ruby":
                self._isi(e, gaya, ke, bidang, hasil)
            elif n in RUJUKAN:
                self._rujuk(e, n, ke)
            elif teks := (e.text or "") if n == "t" else _simbol(e) if n == "sym" else _TANDA.get(n, ""):
                if any(bidang):
                    continue
                if sembunyi:
                    self.hitungan.tersembunyi += 1
                else:
                    ke.tambah(teks, atas=atas)

    def _rujuk(self, e: Elemen, jenis: str, ke: Ketikan) -> None:
        """A reference to a note, whose number Word makes: a raised mark, unless letters of its own follow."""
        sendiri = isi(e, "customMarkFollows") in ("1", "true", "on")
        tanda = "" if sendiri else str(len(self.rujukan) + 1)
        self.rujukan.append(f"{tanda} {self._kaki.get((jenis, isi(e, 'id') or ''), '')}".strip())
        if tanda:
            ke.tambah(tanda, atas=True)

    def _benda(self, e: Elemen, n: str, hasil: Paragraf) -> None:
        kotak = list(_kotak(e))
        self.hitungan.objek += n == "object" and not kotak
        hasil.kotak += kotak
        hasil.gambar |= any(str(x.tag).rpartition("}")[2] in _GAMBAR for x in e.iter())


def _isi_run(run: Elemen) -> Iterator[Elemen]:
    """Children of a run; of alternatives those of the branch that is read."""
    for e in run:
        if nama(e) != "AlternateContent":
            yield e
        elif (c := cabang(e)) is not None:
            yield from c


def _bertulisan(p: Elemen) -> bool:
    return any(nama(t) == "t" for t in p.iter())


def _bidang(jenis: str | None, bidang: list[bool]) -> None:
    if jenis == "begin":
        bidang.append(True)
    elif jenis == "separate" and bidang:
        bidang[-1] = False
    elif jenis == "end" and bidang:
        bidang.pop()


def _kotak(e: Elemen) -> Iterator[Elemen]:
    """Text boxes in a drawing, each once."""
    for c in e:
        n = nama(c)
        if n == "txbxContent":
            yield c
        elif n == "AlternateContent":
            if (b := cabang(c)) is not None:
                yield from _kotak(b)
        else:
            yield from _kotak(c)


def _simbol(e: Elemen) -> str:
    """A letter given by its number in a font of pictures; one not known is seen to be missing."""
    try:
        nomor = int(isi(e, "char") or "", 16)
    except ValueError:
        return _RUSAK
    huruf = (isi(e, "font") or "").lower()
    if huruf not in _SIMBOL and not 0xF000 <= nomor <= 0xF0FF and 0x20 <= nomor < 0xD800:
        return chr(nomor)
    nomor = nomor - 0xF000 if nomor >= 0xF000 else nomor
    biasa = chr(nomor) if huruf == "symbol" and 0x20 <= nomor < 0x40 else _RUSAK  # digits and signs are those of ASCII
    return _SIMBOL.get(huruf, {}).get(nomor, biasa)


def tak_dibaca(h: Hitungan, nomor: Penomoran) -> list[tuple[str, dict[str, object]]]:
    """What is said once about a document: numbers not known, tracked changes, hidden texts, embedded objects."""
    hasil: list[tuple[str, dict[str, object]]] = []
    if nomor.tak_terbaca:
        hasil.append(("SB-09", {"jumlah": nomor.tak_terbaca}))
    if h.hapusan or h.sisipan:
        hasil.append(("SB-10", {"jumlah": h.hapusan}))
    if h.tersembunyi:
        hasil.append(("SB-12", {"jumlah": h.tersembunyi}))
    if h.objek:
        hasil.append(("SB-13", {"jumlah": h.objek}))
    return hasil
