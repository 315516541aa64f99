"""Find our calls in a formula and write them out natively, inside out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError
from openpyxl.utils import FORMULAE

from lkjip_xl.edar.asli import NILAI_SAJA, PERLU_LARIK, bentuk_asli
from lkjip_xl.edar.kategori import KAWASAN, UkuranTabel, ukuran_tertulis
from lkjip_xl.inti.bacaan import Status, baca, baca_rentang
from lkjip_xl.inti.bentuk_lain import baca_batas
from lkjip_xl.inti.rumus import BatasTarget, RentangTarget
from lkjip_xl.inti.tabel_fungsi import TABEL, Isi

PANJANG_MAKS = 8192
DALAM_MAKS = 64

_DIKUTIP, _KURUNG = re.compile(r'"(?:[^"]|"")*"'), re.compile(r"[()]")
# a call as applications write it: with their prefixes, or with the book it was found in ([1]!, 'C:\\[a.xlsm]S'!, a.xlsm!)
_NAMA = re.compile(r"(?P<buku>(?:'(?:[^']|'')*'|[^'!(]*)!)?(?:@|_xll\.|_xlfn\.)*(?P<nama>[A-Za-z_]+)\(", re.IGNORECASE)
_SEBUT = re.compile(rf"(?<![\w.])(?:({'|'.join(TABEL)})\s*|__xludf\.DUMMYFUNCTION)\(|![A-Za-z_.]+\(", re.IGNORECASE)
_TIRUAN = "__xludf.dummyfunction("  # Google Sheets: a formula it cannot give to Excel, with its last value
_AWALAN_EXCEL = ("_xlfn.", "_xlws.")

TeksSel = Callable[[str], list[str]]  # texts that stand in the cells of a reference
UkuranSel = Callable[[str], UkuranTabel | None]  # size of the table a reference or name means


class HanyaNilai(Exception):
    """A call has no native form that would give the same: the cell keeps its value alone. sebab says why."""

    def __init__(self, sebab: str) -> None:
        super().__init__(sebab)
        self.sebab = sebab


@dataclass(frozen=True, slots=True)
class RumusAsli:
    """A formula without our functions; larik: it must be entered as an array formula."""

    teks: str
    larik: bool


def menyebut(rumus: str) -> bool:
    """Whether a formula may call one of our functions or one from elsewhere: cheap, certain only when it says no."""
    return _SEBUT.search(rumus) is not None


def ubah_rumus(rumus: str, teks_sel: TeksSel, ukuran_sel: UkuranSel = ukuran_tertulis) -> RumusAsli | None:
    """Formula (without "=") with every call of ours written out natively, whichever book it names; None if it calls none.

    Names that only contain ours and text in quotes stay. Raises HanyaNilai where no native form gives the same, and for
    a function of another book.

    >>> ubah_rumus('MYCAPAIAN(A1)&"CAPAIAN("', lambda _: []) is None
    True
    """
    if not menyebut(rumus):
        return None
    if _terlalu_besar(rumus):
        raise HanyaNilai("panjang")
    try:
        kata = Tokenizer("=" + rumus).items
        for hemat in (False, True):  # a table read down to its last row in use takes less room
            pengurai = _Pengurai(kata, teks_sel, ukuran_sel, hemat=hemat)
            teks = pengurai.sampai_akhir()
            if not _terlalu_besar(teks):
                break
    except (TokenizerError, IndexError):  # brackets or quotes that do not close: Excel would not take it either
        raise HanyaNilai("teks") from None
    if not pengurai.dipakai:
        return None
    if pengurai.dipakai & NILAI_SAJA:
        raise HanyaNilai("fungsi")
    if _terlalu_besar(teks):
        raise HanyaNilai("panjang")
    return RumusAsli(teks, bool(pengurai.dipakai & PERLU_LARIK))


def sebut_nama(rumus: str) -> str | None:
    """Formula with every call of ours by its bare name, whichever book it was found in; None if it calls none.

    Raises HanyaNilai for functions that are no defined name and for those of another book.

    >>> sebut_nama("[1]!capaian(A1,B1)*2"), sebut_nama("SUM(A1)")
    ('CAPAIAN(A1,B1)*2', None)
    """
    if not menyebut(rumus):
        return None
    try:
        kata = Tokenizer("=" + rumus).items
    except (TokenizerError, IndexError):
        raise HanyaNilai("teks") from None
    nama = [_nama_fungsi(k.value) if k.type == Token.FUNC and k.subtype == Token.OPEN else "" for k in kata]
    if any(
        n not in TABEL and (k.value.casefold() == _TIRUAN or "!" in k.value)
        for n, k in zip(nama, kata, strict=True)
        if k.type == Token.FUNC
    ):
        raise HanyaNilai("luar")
    if NILAI_SAJA & set(nama):
        raise HanyaNilai("fungsi")
    if not TABEL.keys() & set(nama):
        return None
    return "".join(f"{n}(" if n in TABEL else k.value for n, k in zip(nama, kata, strict=True))


def _terlalu_besar(rumus: str) -> bool:
    return len(rumus) + 1 > PANJANG_MAKS or _kedalaman(rumus) > DALAM_MAKS


def fungsi_asing(rumus: str) -> list[str]:
    """Calls in a formula (with or without "=") that Excel answers only elsewhere: of another book, Google's, unknown ones.

    >>> fungsi_asing("=IF(SUM(A1:A3)>1;1)"), fungsi_asing("=[1]!CAPAIAN(F8,N8)+FOO(1)+_xlfn.XLOOKUP(1,A1,B1)")
    ([], ['[1]!CAPAIAN', 'FOO'])
    """
    try:
        kata = Tokenizer("=" + rumus.removeprefix("=")).items
    except (TokenizerError, IndexError):
        return []
    return [k.value[:-1] for k in kata if k.type == Token.FUNC and k.subtype == Token.OPEN and _asing(k.value)]


def _asing(panggilan: str) -> bool:
    cocok = _NAMA.fullmatch(panggilan)
    if cocok is None or cocok["buku"]:
        return not panggilan.casefold().lstrip("@").startswith(_AWALAN_EXCEL) and panggilan[:-1].upper() not in FORMULAE
    nama = cocok["nama"].upper()
    return nama not in TABEL and nama not in FORMULAE and not panggilan.casefold().startswith(_AWALAN_EXCEL)


def _nama_fungsi(panggilan: str) -> str:
    """Upper-case name of a called function, whichever book it was found in; "" where it is no plain name."""
    cocok = _NAMA.fullmatch(panggilan)
    return cocok["nama"].upper() if cocok else ""


def _kedalaman(rumus: str) -> int:
    kurung = _KURUNG.findall(_DIKUTIP.sub("", rumus))
    return max(accumulate(1 if k == "(" else -1 for k in kurung), default=0)


class _Pengurai:
    """Reads tokens once from left to right; a call's arguments come out already written natively."""

    def __init__(self, kata: list[Token], teks_sel: TeksSel, ukuran_sel: UkuranSel, *, hemat: bool) -> None:
        self._kata, self._i, self._teks_sel = kata, 0, teks_sel
        self._ukuran_sel, self._hemat = ukuran_sel, hemat
        self.dipakai: set[str] = set()

    def sampai_akhir(self) -> str:
        hasil = ""
        while self._i < len(self._kata):
            hasil += self._satu()
        return hasil

    def _satu(self) -> str:
        kata = self._kata[self._i]
        self._i += 1
        if kata.type == Token.FUNC and kata.subtype == Token.OPEN:
            nama = _nama_fungsi(kata.value)
            if nama not in TABEL and (kata.value.casefold() == _TIRUAN or "!" in kata.value):
                raise HanyaNilai("luar")
            argumen = self._argumen()
            if nama in TABEL:
                return self._tulis(nama, [a for a, _ in argumen])
            return kata.value + "".join(a + akhir for a, akhir in argumen)
        return kata.value

    def _argumen(self) -> list[tuple[str, str]]:
        """Arguments of a call just opened, each with what ends it (separator or bracket)."""
        hasil, teks, dalam = [], "", 0
        while self._i < len(self._kata):
            kata = self._kata[self._i]
            if kata.subtype == Token.CLOSE and dalam == 0:
                self._i += 1
                hasil.append((teks, kata.value))
                break
            if kata.type == Token.SEP and dalam == 0:
                self._i += 1
                hasil.append((teks, kata.value))
                teks = ""
                continue
            if kata.type != Token.FUNC:
                dalam += (kata.subtype == Token.OPEN) - (kata.subtype == Token.CLOSE)
            teks += self._satu()
        return hasil

    def _tulis(self, nama: str, argumen: list[str]) -> str:
        self.dipakai.add(nama)
        if nama in NILAI_SAJA:
            return '""'
        tertulis = None
        for i in TABEL[nama].angka:
            if i < len(argumen):
                terbaca = self._periksa_teks(argumen[i].strip(), target=TABEL[nama].target == i)
                tertulis = terbaca or tertulis
        return bentuk_asli(nama, argumen, tertulis, self._ukuran(nama, argumen))

    def _ukuran(self, nama: str, argumen: list[str]) -> UkuranTabel | None:
        """Size of the table a call reads row by row; one that is not known ends in HanyaNilai."""
        letak = next((i for i, a in enumerate(TABEL[nama].argumen) if a.isi is Isi.SKALA), len(argumen))
        if letak >= len(argumen):
            return None
        ukuran = self._ukuran_sel(argumen[letak].strip())
        if ukuran is None:
            raise HanyaNilai("skala")
        return replace(ukuran, hemat=self._hemat)

    def _periksa_teks(self, argumen: str, *, target: bool) -> RentangTarget | BatasTarget | None:
        """What a target "a–b" or "≥ 80" says; a text that only our functions can read as a number ends in HanyaNilai."""
        if argumen.startswith('"') and argumen.endswith('"'):
            teks = [argumen[1:-1]]
        else:
            teks = self._teks_sel(argumen.replace("$", "")) if KAWASAN.fullmatch(argumen) else []
        for t in teks:
            status = baca(t).status
            if status is Status.KOSONG:
                continue
            if target and status is Status.GALAT:
                batas = baca_batas(t)
                if batas is not None:
                    return batas
                try:
                    return baca_rentang(t)
                except ValueError:
                    continue
            if status is not Status.GALAT:
                raise HanyaNilai("teks")
        return None
