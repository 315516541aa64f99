"""Whether the next program must calculate a workbook at opening: only where the stored value of some cell is not known.

A needless calculation costs the stored values: with macros blocked Excel turns every call of our functions into #NAME?.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from xml.sax.saxutils import escape

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError

from lkjip_xl.buku.baca import Buku, baca_buku
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.rumus_unik import mungkin_memuat
from lkjip_xl.buku.xmlaman import q
from lkjip_xl.inti.alamat import BARIS_MAKS, KOLOM_MAKS, nomor, pecah

Tempat = tuple[int, int]

_SEL_BERUMUS = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b")
_RUMUS = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*>([^<]+)<")
_ALAMAT = re.compile(rb"""\br=["']([A-Z]+[0-9]+)["']""")
_KAWASAN = re.compile(r"\$?([A-Za-z]{0,3})\$?([0-9]{0,7})(?::\$?([A-Za-z]{0,3})\$?([0-9]{0,7}))?")
_SEKALI = 1_000_000  # letters of formulas
_SEDIKIT = 20  # names that are looked for one by one
_KATA = re.compile(r"[\w.\\?]+")  # what a defined name may be made of
_LUAR = re.compile(r"'?[^'!]*\[[^\]]+\][^!]+!")
_TAK_TENTU = frozenset({"INDIRECT(", "OFFSET("})
_DALAM = 8  # names that lead to names


def tenangkan(paket: Paket, diketahui: Mapping[str, Collection[str]]) -> None:
    """Decide it anew, now that these formula cells (by sheet, A1) hold values computed here.

    All others keep the value somebody else computed: not known where there is none, where the package came with the
    wish to be calculated, or where the formula depends on a cell that changed since the package was opened.
    """
    asing = {n: x for n in paket.lembar() if (x := _asing(paket, n, diketahui.get(n, ())))}
    buku = BukuXml(paket)
    buku.atur_hitung(bool(asing) and _Penilai(paket).tak_diketahui(asing))
    buku.simpan()


def minta_bila_dirujuk(
    paket: Paket, diganti: Collection[str], diketahui: Mapping[str, Collection[str]] | None = None
) -> None:
    """Ask for a calculation where a formula reads a sheet that was replaced, from outside or beside our table on it.

    diketahui: formula cells (by sheet, A1) for which the caller stores new values himself.
    """
    nama = {n.casefold() for n in diganti}
    kata = [n for n in paket.lembar() if n.casefold() in nama]
    lewat = {
        n.rpartition("!")[2].casefold() for n, isi in baca_buku(paket, ()).nama.items() if any(k in isi for k in kata)
    }
    tertulis = [_lolos(k) for k in kata]
    lembar = [k.encode() for k in tertulis]
    for n, info in paket.lembar().items():
        data = paket.baca(info.part)
        if info.jenis != "worksheet" or not (_berumus(data) if n in kata else mungkin_memuat(data, tertulis, lewat)):
            continue
        semua = _gabungan(_rumus_lain(data, (diketahui or {}).get(n, ())))
        if any(n in kata or any(k in x for k in lembar) or _menyebut(x, lewat) for x in semua):
            buku = BukuXml(paket)
            buku.hitung_ulang()
            buku.simpan()
            return


def _rumus_lain(data: bytes, milik: Collection[str]) -> Iterator[bytes]:
    """Formulas of a sheet that stand in other cells than these."""
    for m in _RUMUS.finditer(data):
        alamat = _ALAMAT.search(m[1])
        if alamat is None or alamat[1].decode() not in milik:
            yield m[2]


def _gabungan(rumus: Iterator[bytes]) -> Iterator[bytes]:
    """Formulas line by line, so many together that one look does for them and so few that they take no memory."""
    isi, panjang = [], 0
    for x in rumus:
        isi.append(x)
        panjang += len(x)
        if panjang > _SEKALI:
            yield b"\n".join(isi)
            isi, panjang = [], 0
    if panjang:
        yield b"\n".join(isi)


def _berumus(data: bytes) -> bool:
    return b"<f" in data or b":f" in data


def _menyebut(rumus: bytes, nama: set[str]) -> bool:
    """Does any of these names stand in the formulas as a whole word? One look for all of them: there may be 100,000 of each."""
    if not nama:
        return False
    teks = rumus.decode("utf-8", "replace").casefold()
    if len(nama) <= _SEDIKIT and not any(n in teks for n in nama):
        return False
    return any(m[0] in nama for m in _KATA.finditer(teks))  # a list of all words would take gigabytes


def _lolos(teks: str) -> str:
    return escape(teks).replace("'", "''")


def _asing(paket: Paket, lembar: str, milik: Collection[str]) -> set[Tempat]:
    """Formula cells of a sheet that are not among ours."""
    info = paket.lembar()[lembar]
    if info.jenis != "worksheet":
        return set()
    data, hasil, milik = paket.baca(info.part), set(), frozenset(milik)
    for sifat in _SEL_BERUMUS.findall(data):
        alamat = _ALAMAT.search(sifat)
        if alamat is None:  # without addresses cells must be counted
            return {t for t, s in baca_buku(paket, [lembar]).lembar[lembar].sel.items() if s.rumus}
        if (teks := alamat[1].decode()) not in milik:
            hasil.add(pecah(teks))
    return hasil


class _Penilai:
    """Knows what changed in a package, and whether a formula reads any of it."""

    def __init__(self, paket: Paket) -> None:
        self._paket, self._semula = paket, paket.semula()
        self._kini, self._dulu = baca_buku(paket), baca_buku(self._semula)
        self._nama = {n.casefold(): isi for n, isi in self._kini.nama.items()}
        self._lembar = {n.casefold(): n for n in self._kini.lembar}
        self._nama_dulu = {info.part: n for n, info in self._semula.lembar().items()}
        self._berubah: dict[str, Berubah | None] = {}
        self._lewat: dict[tuple[str, str, int], bool] = {}  # what names were found to lead to

    def tak_diketahui(self, asing: Mapping[str, Collection[Tempat]]) -> bool:
        e = self._semula.xml(self._semula.bagian_buku).find(q("calcPr"))
        if e is not None and e.get("fullCalcOnLoad") in ("1", "true"):
            return True
        for lembar, tempat in asing.items():
            sel = self._kini.lembar[lembar].sel
            if any(
                t not in sel or not sel[t].punya_tembolok or self._membaca(sel[t].rumus or "", lembar) for t in tempat
            ):
                return True
        return False

    def _membaca(self, rumus: str, lembar: str, dalam: int = _DALAM) -> bool:
        """Does a formula on this sheet read a changed cell, as far as can be told? When in doubt, it does."""
        try:
            kata: list[Token] = Tokenizer("=" + rumus.removeprefix("=")).items
        except (TokenizerError, IndexError):
            return True
        return any(
            t.value.upper().removeprefix("_XLFN.") in _TAK_TENTU
            if t.type == Token.FUNC
            else t.type == Token.OPERAND and t.subtype == Token.RANGE and self._mengenai(t.value, lembar, dalam)
            for t in kata
        )

    def _mengenai(self, acuan: str, lembar: str, dalam: int) -> bool:
        if _LUAR.match(acuan):
            return False  # another workbook
        depan, _, sisa = acuan.rpartition("!")
        if depan:
            depan = depan.removeprefix("'").removesuffix("'").replace("''", "'")
            if depan.casefold() not in self._lembar:
                return True  # several sheets, or one that is gone
            lembar = self._lembar[depan.casefold()]
        kawasan = _kawasan(sisa)
        if kawasan is not None:
            a, k, z, c = kawasan
            berubah = self._sel_berubah(lembar)
            return berubah is None or berubah.di(a, k, z, c)
        return self._lewat_nama(sisa.casefold(), lembar, dalam)

    def _lewat_nama(self, nama: str, lembar: str, dalam: int) -> bool:
        """Does a name lead to a changed cell? Asked once of each: names that name each other many times would never end."""
        kunci = nama, lembar, dalam
        if kunci not in self._lewat:
            isi = self._nama.get(nama)
            self._lewat[kunci] = isi is None or dalam == 0 or self._membaca(isi, lembar, dalam - 1)
        return self._lewat[kunci]

    def _sel_berubah(self, lembar: str) -> Berubah | None:
        """Cells of a sheet that hold another value than at opening; None: all of them."""
        if lembar not in self._berubah:
            part = self._paket.lembar()[lembar].part
            dulu = self._nama_dulu.get(part)
            if dulu is None or dulu not in self._dulu.lembar:
                self._berubah[lembar] = None
            elif self._paket.asal(part) == self._paket.baca(part):
                self._berubah[lembar] = Berubah(())
            else:
                self._berubah[lembar] = Berubah(_beda(self._kini, lembar, self._dulu, dulu))
        return self._berubah[lembar]


class Berubah:
    """Changed cells of a sheet, by column in the order of their rows: 100,000 formulas may ask after 100,000 of them."""

    def __init__(self, tempat: Collection[Tempat]) -> None:
        self._kolom: dict[int, list[int]] = {}
        for baris, kolom in sorted(tempat):
            self._kolom.setdefault(kolom, []).append(baris)

    def di(self, a: int, k: int, z: int, c: int) -> bool:
        """Is one of them in this area?"""
        kolom = range(k, c + 1) if c - k < len(self._kolom) else [x for x in self._kolom if k <= x <= c]
        return any((i := bisect_left(b := self._kolom.get(x, []), a)) < len(b) and b[i] <= z for x in kolom)


def _beda(kini: Buku, lembar: str, dulu: Buku, nama_dulu: str) -> set[Tempat]:
    a, b = ({t: (s.nilai, s.galat) for t, s in x.sel.items()} for x in (kini.lembar[lembar], dulu.lembar[nama_dulu]))
    kosong = (None, None)
    return {t for t in a.keys() | b.keys() if _isi(a.get(t, kosong)) != _isi(b.get(t, kosong))}


def _isi(x: tuple[object, object]) -> tuple[object, object]:
    """A blank text shows nothing, as a blank cell does."""
    return (None, x[1]) if x[0] == "" else x


def _kawasan(teks: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column of an area, of whole columns or rows; None for anything else."""
    cocok = _KAWASAN.fullmatch(teks)
    if cocok is None or not any(cocok.groups()):
        return None
    k1, b1, k2, b2 = cocok.groups()
    if k2 is None and b2 is None:
        if not (k1 and b1):
            return None
        k2, b2 = k1, b1
    if bool(k1) != bool(k2) or bool(b1) != bool(b2):
        return None
    try:
        kolom = (nomor(k1), nomor(k2)) if k1 else (1, KOLOM_MAKS)
    except ValueError:
        return None
    baris = (int(b1), int(b2)) if b1 else (1, BARIS_MAKS)
    return min(baris), min(kolom), max(baris), max(kolom)
