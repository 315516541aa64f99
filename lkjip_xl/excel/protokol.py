"""What the buttons paint, as plain text: worksheets built in Python become lines that VBA can follow.

One line per order, fields separated by tabs, everything ASCII: other characters, tabs, line breaks and backslashes
stand as \\uXXXX. A number stands as n<whole number>^<power of two>, which is exact and knows no decimal sign.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import column_index_from_string as nomor
from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.teks_aman import baca_lolos, lolos

__all__ = ["KEPALA", "KEPALA_LAMA", "SelIsian", "angka", "baca_lolos", "bilangan", "lolos", "pesan"]

KEPALA = "lkjip-hasil 2"  # followed by the sign of the request it answers
KEPALA_LAMA = "lkjip-hasil 1"  # what macros of protocol 1 understand; the lines below it are the same
NAMA_GRAFIK = "Chart {}"  # as openpyxl names them, in their order on the sheet
TEKS_PENDEK = 64  # longer text that begins with a letter is never taken for a number, a date or a formula
_LURUS = {None: 0, "general": 0, "left": 1, "center": 2, "right": 3}
_TEGAK = {None: 0, "bottom": 0, "top": 1, "center": 2}
TEPI_KOLOM = 5 / 7  # characters: a width in a file holds the edges of the column, one that a program sets does not
_IZIN = ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter")

Persegi = tuple[int, int, int, int]
IZIN_ISIAN = "11101"  # what lembar.halaman.lindungi leaves free: formats of cells, columns, rows; not sorting; filters


@dataclass(frozen=True, slots=True)
class SelIsian:
    """An input cell to change: the number or text it gets and its number format ("" = the one it has)."""

    lembar: str
    sel: str
    nilai: float | str
    format: str


def angka(x: float) -> str:
    """A finite number as whole number and power of two.

    >>> angka(3.0), angka(0.75), angka(-1168800000)
    ('n3^0', 'n3^-2', 'n-1168800000^0')
    """
    if isinstance(x, int):
        return f"n{x}^0" if abs(x) < 2**53 else angka(float(x))
    pecahan, pangkat = math.frexp(x)
    utuh, pangkat = int(pecahan * 2**53), pangkat - 53
    while utuh and utuh % 2 == 0 and pangkat < 0:
        utuh, pangkat = utuh // 2, pangkat + 1
    return f"n{utuh}^{pangkat if utuh else 0}"


def bilangan(teks: str) -> float:
    """The inverse of `angka`.

    >>> bilangan("n3^-2"), bilangan(angka(102.65))
    (0.75, 102.65)
    """
    utuh, pangkat = teks.removeprefix("n").split("^")
    return math.ldexp(int(utuh), int(pangkat))


def pesan(
    status: str, kalimat: str, lembar: Iterable[Worksheet] = (), isian: Iterable[SelIsian] = (),
    sambungan: Iterable[Worksheet] = (), *, kepala: str = KEPALA, buka: str = "", tampil: Iterable[str] = (),
    berdiri: tuple[str, str] | None = None,
) -> str:  # fmt: skip
    """The whole answer: status (selesai or gagal), the closing sentence, the sheets to paint, input cells to change.

    sambungan: rows to append to sheets that exist; nothing else on those is touched. buka: a workbook to open at the end.
    tampil: sheets to show if they are hidden, as are those with input cells to change; berdiri: sheet and cell to stand on at the
    end. Macros of protocol 2 before these two pass over them.
    """
    baris = [kepala, f"status\t{status}\t{lolos(kalimat)}"]
    for ws in sambungan:
        baris += _sambungan(ws)
    for ws in lembar:
        baris += _lembar(ws)
    isian = sorted(isian, key=lambda s: s.lembar)
    for nama, sel in groupby(isian, key=lambda s: s.lembar):
        baris.append(f"buka\t{lolos(nama)}")
        baris += [f"tulis\t{s.sel}\t{_ketikan(s.nilai)}\t{lolos(s.format)}" for s in sel]
        baris.append("lindung\t" + "\t".join(IZIN_ISIAN))
    baris += [f"tampil\t{lolos(n)}" for n in dict.fromkeys([*tampil, *(s.lembar for s in isian)])]
    if berdiri is not None:
        baris.append(f"pilih\t{lolos(berdiri[0])}\t{berdiri[1]}")
    if buka:
        baris.append(f"berkas\t{lolos(buka)}")
    return "".join(f"{b}\r\n" for b in [*baris, "akhir"])


def _ketikan(nilai: float | str) -> str:
    return "t" + lolos(nilai) if isinstance(nilai, str) else angka(nilai)


def _lembar(ws: Worksheet) -> Iterator[str]:
    sel = {(b, k): c for b, baris in enumerate(ws.iter_rows(), 1) for k, c in enumerate(baris, 1) if _dipakai(c)}
    yield f"lembar\t{lolos(ws.title)}"
    # sizes first: text that is written into columns of another width is measured anew, row by row
    kolom = {
        nomor(h): f"{angka(max(d.width - TEPI_KOLOM, 0))}\t{int(d.hidden)}" for h, d in ws.column_dimensions.items()
    }
    for a, z, ukuran in _seukuran(kolom):
        yield f"kolom\t{huruf(a)}:{huruf(z)}\t{ukuran}"
    yield f"baris\t1:{ws.max_row}\t{angka(0)}\t0"  # all are shown; below, only those that are hidden say so
    tinggi = {n: d for n, d in ws.row_dimensions.items() if d.height is not None or d.hidden}
    for a, z, ukuran in _seukuran({n: f"{angka(d.height or 0)}\t{int(d.hidden)}" for n, d in tinggi.items()}):
        yield f"baris\t{a}:{z}\t{ukuran}"
    yield from _gaya(sel)
    for blok in _blok(sel):
        yield from _nilai(sel, *blok)
    for c in sel.values():
        if rumus := _rumus(c):
            yield f"rumus\t{c.coordinate}\t{lolos(rumus)}"
    for c in sel.values():
        if not c.protection.locked:
            yield f"terbuka\t{c.coordinate}"
    for r in sorted(ws.merged_cells.ranges, key=lambda r: r.bounds):
        yield f"gabung\t{r.coord}"
    for nama, daerah in _grafik(ws):
        yield f"grafik\t{lolos(nama)}\t{daerah}"
    if ws.auto_filter.ref:
        yield f"saring\t{ws.auto_filter.ref}"
    yield f"cetak\t{_tanpa_lembar(ws.print_area)}\t{_tanpa_lembar(ws.print_title_rows)}"
    if ws.protection.sheet:
        yield "lindung\t" + "\t".join(str(int(not getattr(ws.protection, n))) for n in _IZIN)


def _grafik(ws: Worksheet) -> Iterator[tuple[str, str]]:
    """Name and area of every chart with rows that are shown: hidden when the workbook opened, they gave it no height."""
    for ke, grafik in enumerate(ws._charts, 1):  # pyright: ignore[reportAttributeAccessIssue]  openpyxl has no public list of them
        awal, akhir = grafik.anchor._from, grafik.anchor.to
        baris = range(awal.row + 1, akhir.row + 1)
        if not all(ws.row_dimensions[b].hidden for b in baris):
            yield NAMA_GRAFIK.format(ke), f"{huruf(awal.col + 1)}{baris[0]}:{huruf(akhir.col)}{baris[-1]}"


def _seukuran(ukuran: dict[int, str]) -> Iterator[tuple[int, int, str]]:
    """First and last of neighbouring columns or rows of one size: each order to an open workbook takes its time."""
    for apa in dict.fromkeys(ukuran.values()):
        for a, z in _deret(sorted(n for n, x in ukuran.items() if x == apa)):
            yield a, z, apa


def _sambungan(ws: Worksheet) -> Iterator[str]:
    """Rows for a sheet that is not cleared; it is the user's, so it is not locked either."""
    sel = {tempat: c for tempat, c in ws._cells.items() if _dipakai(c)}
    yield f"buka\t{lolos(ws.title)}"
    yield from _gaya(sel)
    for blok in _blok(sel):
        yield from _nilai(sel, *blok)
    for b in sorted({b for b, _ in sel}):
        yield f"baris\t{b}:{b}\t{angka(0)}\t0"  # also ends the block


def _dipakai(c: Cell | MergedCell) -> bool:
    return c.value is not None or c.has_style


def _tanpa_lembar(acuan: str | None) -> str:
    return (acuan or "").rpartition("!")[2]


def _rumus(c: Cell | MergedCell) -> str:
    """The formula to paint a cell with; "" where it is a number or a text."""
    if c.hyperlink is not None:
        return _tautan(c.hyperlink, c.value)
    if isinstance(c.value, bool):  # the one way to say it in every language of Excel
        return f"={str(c.value).upper()}()"
    return str(c.value) if c.data_type == "f" else ""


def _tautan(tautan: Any, isi: object) -> str:
    """A formula that jumps: links of the other kind cannot be made everywhere."""
    tujuan, teks = (x.replace('"', '""') for x in (f"#{tautan.location}", str(isi)))
    return f'=HYPERLINK("{tujuan}","{teks}")'


def _gaya(sel: dict[tuple[int, int], Cell | MergedCell]) -> Iterator[str]:
    """Every look once, followed by the rectangles that wear it."""
    rupa: dict[str, set[tuple[int, int]]] = {}
    for tempat, c in sel.items():
        rupa.setdefault(_rupa(c), set()).add(tempat)
    for teks, tempat in rupa.items():
        yield f"gaya\t{teks}"
        for a, b, c, d in _persegi(tempat):
            yield f"pakai\t{huruf(b)}{a}:{huruf(d)}{c}"


def _rupa(c: Cell | MergedCell) -> str:
    f, a = c.font, c.alignment
    warna = _warna(f.color.rgb) if f.color is not None and isinstance(f.color.rgb, str) else 0
    isian = _warna(c.fill.start_color.rgb) if c.fill.fill_type == "solid" else -1
    bidang = (
        lolos(f.name or "Calibri"),
        angka(f.sz or 11),
        int(bool(f.b)),
        int(bool(f.i)),
        int(f.u == "single"),
        warna,
        isian,
        _LURUS[a.horizontal],
        _TEGAK[a.vertical],
        int(bool(a.wrap_text)),
        int(a.indent or 0),
        _warna(c.border.left.color.rgb) if c.border.left.style else -1,
        lolos(_bentuk(c)),
    )
    return "\t".join(map(str, bidang))


def _bentuk(c: Cell | MergedCell) -> str:
    """Number format; short text and text that looks like a formula is held as text, or Excel would read it anew."""
    if isinstance(c.value, str) and c.hyperlink is None and c.data_type != "f" and c.number_format == "General":
        return "General" if len(c.value) > TEKS_PENDEK and c.value[0].isalpha() else "@"
    return c.number_format


def _warna(argb: str) -> int:
    """Blue, green, red in one number, as VBA counts colours."""
    r, g, b = (int(argb[-6:][i : i + 2], 16) for i in (0, 2, 4))
    return b * 65536 + g * 256 + r


def _persegi(tempat: set[tuple[int, int]]) -> Iterator[Persegi]:
    """Cover cells with rectangles: runs in a row, and equal runs of following rows together."""
    terbuka: dict[tuple[int, int], list[int]] = {}
    for baris in sorted({b for b, _ in tempat}):
        deret = set(_deret(sorted(k for b, k in tempat if b == baris)))
        for d in [d for d, (_, z) in terbuka.items() if d not in deret or z != baris - 1]:
            a, z = terbuka.pop(d)
            yield a, d[0], z, d[1]
        for d in sorted(deret):
            terbuka.setdefault(d, [baris, baris])[1] = baris
    for (kiri, kanan), (a, z) in sorted(terbuka.items()):
        yield a, kiri, z, kanan


def _deret(urut: list[int]) -> Iterator[tuple[int, int]]:
    awal = 0
    for i in range(1, len(urut) + 1):
        if i == len(urut) or urut[i] != urut[i - 1] + 1:
            yield urut[awal], urut[i - 1]
            awal = i


def _blok(sel: dict[tuple[int, int], Cell | MergedCell]) -> Iterator[Persegi]:
    """Neighbouring columns that hold values, with their first and last row."""
    isi = [(b, k) for (b, k), c in sel.items() if c.value is not None]
    for kiri, kanan in _deret(sorted({k for _, k in isi})):
        baris = [b for b, k in isi if kiri <= k <= kanan]
        yield min(baris), kiri, max(baris), kanan


def _nilai(sel: dict[tuple[int, int], Cell | MergedCell], a: int, kiri: int, z: int, kanan: int) -> Iterator[str]:
    yield f"blok\t{huruf(kiri)}{a}:{huruf(kanan)}{z}"
    for b in range(a, z + 1):
        yield "nilai\t" + "\t".join(_isi(sel.get((b, k))) for k in range(kiri, kanan + 1))


def _isi(c: Cell | MergedCell | None) -> str:
    if c is None or c.value is None or c.value == "" or c.data_type == "f" or isinstance(c.value, bool):
        return ""
    if isinstance(c.value, (int, float)):
        return angka(c.value)
    return "t" + lolos(str(c.value))
