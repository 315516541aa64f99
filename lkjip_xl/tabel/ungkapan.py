"""The expression language of `rumus:` in a schema: parsed once, checked, written as worksheet formula or evaluated.

    CAPAIAN(target, realisasi, arah, P.BatasCapaian)
    PERTAMA(AMBIL(pk.target, pk.kunci, GABUNG('perubahan', kode)), AMBIL(renstra.target_berjalan, renstra.kode, kode))

Names are columns of the same row, `P.X` a setting, `sheet.column` a whole column (only inside AMBIL),
SEBELUM(column) the same column one row up. Everything else is refused when the schema is loaded.
"""

from __future__ import annotations

import ast
import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lkjip_xl.tabel.sel import FUNGSI_SEL

SETELAN = "P"
SKALA = "SkalaKategori"


class GalatUngkapan(ValueError):
    """An expression that cannot be used; the text says what is wrong, in Indonesian."""


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


Simpul = Konstanta | KolomBaris | Setelan | Sebelum | Ambil | Panggil


def _usul(kata: str, pilihan: Collection[str]) -> str:
    dekat = difflib.get_close_matches(kata, list(pilihan), n=1, cutoff=0.5)
    return f' — maksud Anda "{dekat[0]}"?' if dekat else ""


@lru_cache(maxsize=4096)
def urai(teks: str) -> Simpul:
    """Parse an expression; raises GalatUngkapan where it is not one of the forms above."""
    try:
        return _simpul(ast.parse(teks, mode="eval").body)
    except SyntaxError as e:
        raise GalatUngkapan(f"ungkapan tidak dapat dibaca: {e.msg}") from None


def _simpul(n: ast.expr) -> Simpul:
    match n:
        case ast.Constant(value=str() | int() | float()) if not isinstance(n.value, bool):
            return Konstanta(n.value)
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


def _ambil(argumen: list[ast.expr]) -> Ambil:
    match argumen:
        case [ast.Attribute(value=ast.Name(id=a)) as hasil, ast.Attribute(value=ast.Name(id=b)) as pada, cari] if a == b:
            return Ambil(a, hasil.attr, pada.attr, _simpul(cari))
    raise GalatUngkapan("AMBIL memerlukan lembar.kolom, lembar.kolom kunci (lembar yang sama), dan nilai yang dicari")


def _panggil(nama: str, argumen: list[ast.expr]) -> Panggil:
    fungsi = FUNGSI_SEL.get(nama)
    if fungsi is None:
        raise GalatUngkapan(f'fungsi "{nama}" tidak dikenal{_usul(nama, [*FUNGSI_SEL, "AMBIL", "SEBELUM"])}')
    if len(argumen) < fungsi.sedikitnya or (fungsi.sebanyaknya is not None and len(argumen) > fungsi.sebanyaknya):
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


def periksa_ungkapan(
    teks: str, kolom: Collection[str], lembar: Mapping[str, Collection[str]], nama: Collection[str]
) -> None:
    """Refuse an expression that names a column, sheet, setting or function that does not exist (GalatUngkapan)."""
    for s in telusuri(urai(teks)):
        match s:
            case KolomBaris(n) | Sebelum(n) if n not in kolom:
                raise GalatUngkapan(f'kolom "{n}" tidak ada di lembar ini{_usul(n, kolom)}')
            case Setelan(n) if n not in nama and n != SKALA:
                raise GalatUngkapan(f'pengaturan "{n}" tidak ada{_usul(n, [*nama, SKALA])}')
            case Ambil(lembar=l) if l not in lembar:
                raise GalatUngkapan(f'lembar "{l}" tidak ada{_usul(l, lembar)}')
            case Ambil(lembar=l, hasil=h, pada=p):
                for k in (h, p):
                    if k not in lembar[l]:
                        raise GalatUngkapan(f'kolom "{k}" tidak ada di lembar "{l}"{_usul(k, lembar[l])}')


def nama_kolom(lembar: str, kolom: str) -> str:
    """Defined name of a whole column, as formulas of other sheets refer to it."""
    return f"{lembar}_{kolom}"


def ke_excel(s: Simpul, huruf: Mapping[str, str], baris: int) -> str:
    """Worksheet formula text (without "=") of an expression for one row; `huruf` maps columns to their letters."""
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
