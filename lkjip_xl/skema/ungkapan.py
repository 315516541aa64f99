"""The expression language of `rumus:` in a schema: parsed once, checked, written as worksheet formula or evaluated.

    CAPAIAN(target, realisasi, arah, P.BatasCapaian)
    PERTAMA(AMBIL(pk.target, pk.kunci, GABUNG('perubahan', kode)), AMBIL(renstra.target_berjalan, renstra.kode, kode))

Names are columns of the same row, `P.X` a setting, `sheet.column` a whole column (only inside AMBIL),
SEBELUM(column) the same column one row up. Everything else is refused when the schema is loaded.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from lkjip_xl.inti.alamat import BARIS_MAKS
from lkjip_xl.inti.galat import GalatLkjip
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL

SETELAN = "P"
SKALA = "SkalaKategori"
SKALA_BAKU = "SkalaBaku"  # the scales everybody knows, of which one is chosen
TABEL_SKALA = {SKALA: "skala", SKALA_BAKU: "skala_baku"}
"""Names of the tables of categories, with the sheet each is."""


# Excel's own limits of a formula; the text of a schema is never longer than what it becomes
PANJANG_MAKS = 8192
TEKS_MAKS = 255
SARANG_MAKS = 64
ARGUMEN_MAKS = 255
ANGKA_MAKS = 1e300


Hilang = tuple[str] | tuple[str, str]
"""What an expression needs and nobody has: (setting,) or (sheet id, column)."""


class GalatUngkapan(GalatLkjip, ValueError):
    """An expression that cannot be used; the text says what is wrong, in Indonesian; hilang: what it names in vain."""

    def __init__(self, pesan: str, hilang: Hilang | None = None) -> None:
        super().__init__(pesan)
        self.hilang = hilang


@dataclass(frozen=True, slots=True)
class Konstanta:
    nilai: float | str


@dataclass(frozen=True, slots=True)
class KolomBaris:
    nama: str


@dataclass(frozen=True, slots=True)
class Setelan:
    nama: str


@dataclass(frozen=True, slots=True)
class Sebelum:
    nama: str


@dataclass(frozen=True, slots=True)
class Ambil:
    """Value of column `hasil` in the first row of sheet `lembar` where column `pada` equals `cari`."""

    lembar: str
    hasil: str
    pada: str
    cari: Simpul


@dataclass(frozen=True, slots=True)
class Panggil:
    fungsi: str
    argumen: tuple[Simpul, ...]


KunciKolom = tuple[str, str]
"""(sheet id, column)."""

Simpul = Konstanta | KolomBaris | Setelan | Sebelum | Ambil | Panggil


def _usul(kata: str, pilihan: Collection[str]) -> str:
    dekat = terdekat(kata, pilihan, 0.5)
    return f' — maksud Anda "{dekat}"?' if dekat else ""


@lru_cache(maxsize=4096)
def urai(teks: str) -> Simpul:
    """Parse an expression; raises GalatUngkapan where it is not one of the forms above."""
    if len(teks) > PANJANG_MAKS:
        raise GalatUngkapan(f"ungkapan lebih dari {PANJANG_MAKS} huruf (batas Excel)")
    try:
        return _simpul(ast.parse(teks.strip(), mode="eval").body)
    except SyntaxError as e:
        raise GalatUngkapan(f"ungkapan tidak dapat dibaca: {e.msg}") from None
    except (RecursionError, MemoryError):  # Python's own parser gives up
        raise GalatUngkapan(f"ungkapan bersarang lebih dari {SARANG_MAKS} tingkat (batas Excel)") from None
    except GalatUngkapan:
        raise
    except ValueError as e:  # a null byte, a number of thousands of digits
        raise GalatUngkapan(f"ungkapan tidak dapat dibaca: {e}") from None


def _simpul(n: ast.expr) -> Simpul:
    match n:
        case ast.Constant(value=str() | int() | float() as nilai) if not isinstance(nilai, bool):
            return _konstanta(nilai)
        case ast.Name():
            return KolomBaris(n.id)
        case ast.Attribute(value=ast.Name(id="P")):
            return Setelan(n.attr)
        case ast.Call(func=ast.Name(id="AMBIL"), keywords=[]):
            return _ambil(n.args)
        case ast.Call(func=ast.Name(id="SEBELUM"), args=[ast.Name() as k], keywords=[]):
            return Sebelum(k.id)
        case ast.Call(func=ast.Name(id=nama), keywords=[]):
            return _panggil(nama, n.args)
    raise GalatUngkapan(f"bagian ungkapan tidak dikenal: {ast.unparse(n)}")


def _konstanta(x: float | str) -> Konstanta:
    if isinstance(x, str):
        if len(x) > TEKS_MAKS:
            raise GalatUngkapan(f"teks dalam ungkapan lebih dari {TEKS_MAKS} huruf (batas Excel)")
        if not x.isprintable():
            raise GalatUngkapan("teks dalam ungkapan memuat huruf kendali")
    elif not abs(x) < ANGKA_MAKS:
        raise GalatUngkapan("bilangan dalam ungkapan tak hingga atau terlalu besar")
    return Konstanta(x)


def _ambil(argumen: list[ast.expr]) -> Ambil:
    match argumen:
        case [ast.Attribute(value=ast.Name(id=a)) as hasil, ast.Attribute(value=ast.Name(id=b)) as pada, cari] if (
            a == b
        ):
            return Ambil(a, hasil.attr, pada.attr, _simpul(cari))
    raise GalatUngkapan("AMBIL memerlukan lembar.kolom, lembar.kolom kunci (lembar yang sama), dan nilai yang dicari")


def _panggil(nama: str, argumen: list[ast.expr]) -> Panggil:
    fungsi = FUNGSI_SEL.get(nama)
    if fungsi is None:
        raise GalatUngkapan(f'fungsi "{nama}" tidak dikenal{_usul(nama, [*FUNGSI_SEL, "AMBIL", "SEBELUM"])}')
    if not fungsi.sedikitnya <= len(argumen) <= (fungsi.sebanyaknya or ARGUMEN_MAKS):
        raise GalatUngkapan(f"jumlah argumen {nama} tidak sesuai: {len(argumen)}")
    return Panggil(nama, tuple(_simpul(x) for x in argumen))


def telusuri(s: Simpul):
    """Every node of an expression, the node itself first."""
    yield s
    if isinstance(s, Ambil):
        yield from telusuri(s.cari)
    elif isinstance(s, Panggil):
        for x in s.argumen:
            yield from telusuri(x)


def kolom_dibaca(rumus: str | None, lembar: str, kolom: str) -> set[KunciKolom]:
    """Columns, as (sheet id, column), that the formula of a column reads; its own value one row up is none of them."""
    hasil: set[KunciKolom] = set()
    for s in telusuri(urai(rumus)) if rumus else ():
        match s:
            case KolomBaris(n):
                hasil.add((lembar, n))
            case Sebelum(n) if n != kolom:  # its own column one row up is a running value, not a circle
                hasil.add((lembar, n))
            case Ambil(lembar=asal, hasil=h, pada=p):
                hasil |= {(asal, h), (asal, p)}
    return hasil


def periksa_ungkapan(
    teks: str, kolom: Collection[str], lembar: Mapping[str, Collection[str]], nama: Collection[str]
) -> None:
    """Refuse an expression that names a column, sheet, setting or function that does not exist, or that Excel could not
    hold (GalatUngkapan)."""
    akar = urai(teks)
    for s in telusuri(akar):
        match s:
            case KolomBaris(n) | Sebelum(n) if n not in kolom:
                raise GalatUngkapan(f'kolom "{n}" tidak ada di lembar ini{_usul(n, kolom)}')
            case Setelan(n) if n not in nama and n not in TABEL_SKALA:
                raise GalatUngkapan(f'pengaturan "{n}" tidak ada{_usul(n, [*nama, *TABEL_SKALA])}', (n,))
            case Ambil(lembar=l) if l not in lembar:
                raise GalatUngkapan(f'lembar "{l}" tidak ada{_usul(l, lembar)}')
            case Ambil(lembar=l, hasil=h, pada=p):
                for k in (h, p):
                    if k not in lembar[l]:
                        raise GalatUngkapan(f'kolom "{k}" tidak ada di lembar "{l}"{_usul(k, lembar[l])}', (l, k))
    _skala_pada_tempatnya(akar, induk=None)
    rumus = ke_excel(akar, dict.fromkeys(kolom, "XFD"), BARIS_MAKS)
    if _dalam(rumus) > SARANG_MAKS:
        raise GalatUngkapan(f"rumus bersarang lebih dari {SARANG_MAKS} tingkat (batas Excel)")


def _skala_pada_tempatnya(s: Simpul, induk: Panggil | None) -> None:
    """The scale is a table: only KATEGORI knows what to do with it, as its second argument, and with nothing else there."""
    skala = isinstance(s, Setelan) and s.nama in TABEL_SKALA
    tempat = induk is not None and induk.fungsi == "KATEGORI" and induk.argumen[1] is s
    if skala != tempat:
        raise GalatUngkapan(f"P.{s.nama if isinstance(s, Setelan) else SKALA} hanya dan selalu argumen kedua KATEGORI")
    if isinstance(s, Ambil):
        _skala_pada_tempatnya(s.cari, None)
    elif isinstance(s, Panggil):
        for x in s.argumen:
            _skala_pada_tempatnya(x, s)


def _dalam(rumus: str) -> int:
    """How deep the brackets of a formula are nested, those in its texts apart."""
    dalam = terdalam = 0
    for bagian in rumus.split('"')[::2]:
        for h in bagian:
            dalam += (h == "(") - (h == ")")
            terdalam = max(terdalam, dalam)
    return terdalam


class NomorBaris(Protocol):
    """The row a formula is written for: its number, or what stands for it."""

    def __sub__(self, atas: int, /) -> object: ...


class LambangBaris:
    """Stands for the row in a formula that is written once and put into many."""

    INI, ATAS = "\ue000", "\ue001"  # no text of a formula holds them: they are not printable

    def __str__(self) -> str:
        return self.INI

    def __sub__(self, _: int) -> str:
        return self.ATAS

    @classmethod
    def isi(cls, pola: str, baris: int) -> str:
        """The text for a row."""
        teks = pola.replace(cls.INI, str(baris))
        return teks.replace(cls.ATAS, str(baris - 1)) if cls.ATAS in teks else teks


def nama_terisi(lembar: str, kolom: str) -> str:
    """Defined name of the rows of a column down to the last filled one, for drop-downs."""
    return f"{nama_kolom(lembar, kolom)}_terisi"


def nama_kolom(lembar: str, kolom: str) -> str:
    """Defined name of a whole column, as formulas of other sheets refer to it."""
    return f"{lembar}_{kolom}"


def ke_excel(s: Simpul, huruf: Mapping[str, str], baris: NomorBaris) -> str:
    """Worksheet formula text (without "=") of an expression for one row; `huruf` maps columns to their letters.

    Raises GalatUngkapan where it would grow beyond what Excel takes: nested functions repeat their arguments.
    """
    teks = _ke_excel(s, huruf, baris)
    if len(teks) >= PANJANG_MAKS:
        raise GalatUngkapan(f"rumus lebih dari {PANJANG_MAKS} huruf (batas Excel)")
    return teks


def _ke_excel(s: Simpul, huruf: Mapping[str, str], baris: NomorBaris) -> str:
    match s:
        case Konstanta(str() as t):
            return '"' + t.replace('"', '""') + '"'
        case Konstanta(x):
            return f"{x:.15g}"
        case KolomBaris(n):
            return f"{huruf[n]}{baris}"
        case Sebelum(n):
            return f"{huruf[n]}{baris - 1}"
        case Setelan(n):
            return n
        case Ambil(lembar, hasil, pada, cari):
            k = ke_excel(cari, huruf, baris)
            cocok = f"MATCH({k},{nama_kolom(lembar, pada)},0)"
            isi = f"INDEX({nama_kolom(lembar, hasil)},{cocok})"
            # an error in the source is reported there, once: here it leaves the cell blank
            return f'IF({k}="","",IFERROR(IF({isi}="","",{isi}),""))'
        case Panggil(f, argumen):
            return FUNGSI_SEL[f].excel([ke_excel(x, huruf, baris) for x in argumen])
    raise AssertionError(s)
