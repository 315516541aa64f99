"""Read the workbook that is open in Excel through the xlwings API: one block of values and one of formulas a sheet.

Where the engine gives no formulas (a browser), a formula cell counts as the template's formula as long as it shows
what that formula gives; where it gives no number formats, decimals and percent formats are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lkjip_xl.buku.baca import Buku, Lembar, Sel, sudah_terbaca
from lkjip_xl.buku.berkas import baca_byte
from lkjip_xl.buku.format_angka import UMUM, kenali_format
from lkjip_xl.buku.sementara import folder_sementara
from lkjip_xl.excel.lukis import TAMPAK
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja
from lkjip_xl.tabel.muat import muat_isi

if TYPE_CHECKING:
    from xlwings import Book, Range, Sheet

# what the engines raise for something their Excel cannot do; COM errors derive from Exception directly
TAK_DIDUKUNG = (NotImplementedError, AttributeError)
BEDA = 1e-9


def muat_terbuka(book: Book, skema: Skema) -> BukuKerja:
    """The typed workbook as it stands in Excel, unsaved changes included; raises GalatBerkas as for a file."""
    lembar, berumus = {}, True
    for ws in book.sheets:
        lembar[ws.name], ada = _baca_lembar(ws)
        berumus &= ada
    kerja = muat_isi(Buku(sudah_terbaca(lembar), _nama(book)), book.name, skema)
    return kerja if berumus else _kenali_rumus(kerja)


def salinan_terbuka(book: Book) -> bytes | None:
    """The open workbook as Excel would save it now, unsaved changes included; None where the engine cannot (a browser)."""
    with folder_sementara() as folder:
        berkas = folder / "buku.xlsm"
        try:
            book.api.SaveCopyAs(str(berkas))
        except TAK_DIDUKUNG:
            return None
        return baca_byte(berkas)


def komentar_terbuka(book: Book) -> dict[str, dict[str, str]]:
    """Notes on cells by sheet and address, where the engine can tell (Excel for Windows)."""
    hasil: dict[str, dict[str, str]] = {}
    for ws in book.sheets:
        try:
            hasil[ws.name] = {c.Parent.Address.replace("$", ""): c.Text() for c in ws.api.Comments}
        except Exception:  # COM errors derive from Exception directly; without notes nothing is lost that was known
            continue
    return hasil


def bukan_lembar_terbuka(book: Book) -> list[str]:
    """Charts and whatever else has a tab and is no worksheet, where the engine can tell (Excel for Windows)."""
    lembar = {ws.name for ws in book.sheets}
    try:
        return [n for s in book.api.Sheets if (n := str(s.Name)) not in lembar]
    except Exception:  # COM errors derive from Exception directly; other engines know worksheets only
        return []


def _nama(book: Book) -> dict[str, str]:
    hasil = {}
    for n in book.names:
        if acuan := n.refers_to:
            hasil[n.name] = acuan.removeprefix("=")
    return hasil


def _baca_lembar(ws: Sheet) -> tuple[Lembar, bool]:
    """The filled cells of a sheet, and whether the engine gave its formulas."""
    rentang = ws.used_range
    nilai = [[_angka(x) for x in b] for b in rentang.options(ndim=2, err_to_str=True).value]
    rumus = _rumus(rentang, len(nilai))
    format_sel = _format(ws, rentang, nilai)
    sel: dict[tuple[int, int], Sel] = {}
    for i, baris in enumerate(nilai):
        for j, x in enumerate(baris):
            f = rumus[i][j] if rumus else None
            teks = f if isinstance(f, str) and f.startswith("=") else None
            if x is None or x == "":
                if teks is None:
                    continue
                x = None
            tempat = (rentang.row + i, rentang.column + j)
            sel[tempat] = _sel(x, teks, format_sel.get(tempat, UMUM))
    keadaan = "visible" if ws.visible in TAMPAK else "hidden"
    return Lembar(ws.name, keadaan, sel, _gabungan(ws, rentang)), rumus is not None


def _angka(x: Any) -> Any:
    """Excel for Windows hands over a cell in a currency format as Decimal."""
    return float(x) if isinstance(x, Decimal) else x


def _gabungan(ws: Sheet, rentang: Range) -> list[str]:
    """Merged ranges below the header; a sheet without any is asked once."""
    akhir = rentang.last_cell
    hasil: dict[str, None] = {}
    try:
        if akhir.row >= BARIS_DATA:
            _cari_gabungan(ws, (BARIS_DATA, rentang.column, akhir.row, akhir.column), hasil)
    except TAK_DIDUKUNG:
        return []
    return list(hasil)


def _cari_gabungan(ws: Sheet, kawasan: tuple[int, int, int, int], hasil: dict[str, None]) -> None:
    """Halve the area until a part has no merged cell or is one cell of a merged range."""
    a, kiri, z, kanan = kawasan
    if ws.range((a, kiri), (z, kanan)).merge_cells is False:
        return
    if (a, kiri) == (z, kanan):
        g = ws.range((a, kiri)).merge_area
        hasil[f"{alamat_sel(g.row, g.column)}:{alamat_sel(g.last_cell.row, g.last_cell.column)}"] = None
    elif z > a:
        m = (a + z) // 2
        _cari_gabungan(ws, (a, kiri, m, kanan), hasil)
        _cari_gabungan(ws, (m + 1, kiri, z, kanan), hasil)
    else:
        m = (kiri + kanan) // 2
        _cari_gabungan(ws, (a, kiri, a, m), hasil)
        _cari_gabungan(ws, (a, m + 1, a, kanan), hasil)


def _rumus(rentang: Range, tinggi: int) -> list[list[Any]] | None:
    try:
        f = rentang.formula
    except TAK_DIDUKUNG:
        return None
    if not isinstance(f, (tuple, list)):
        return [[f]]
    return [list(b) if isinstance(b, (tuple, list)) else [b] for b in f] if len(f) == tinggi else [list(f)]


def _format(ws: Sheet, rentang: Range, nilai: list[list[Any]]) -> dict[tuple[int, int], str]:
    """Number formats of the filled numbers below the header, asked for in blocks as large as they are uniform."""
    hasil: dict[tuple[int, int], str] = {}
    try:
        for j in range(len(nilai[0])):
            isi = [
                rentang.row + i
                for i, b in enumerate(nilai)
                if isinstance(b[j], (int, float)) and rentang.row + i >= BARIS_DATA
            ]
            if isi:
                for a, z, kode in _seragam(ws, rentang.column + j, isi[0], isi[-1]):
                    hasil |= {(b, rentang.column + j): kode for b in isi if a <= b <= z}
    except TAK_DIDUKUNG:
        return {}
    return hasil


def _seragam(ws: Sheet, kolom: int, awal: int, akhir: int) -> Iterator[tuple[int, int, str]]:
    kode = ws.range((awal, kolom), (akhir, kolom)).number_format
    if kode is not None or awal == akhir:
        yield awal, akhir, kode or UMUM
        return
    tengah = (awal + akhir) // 2
    yield from _seragam(ws, kolom, awal, tengah)
    yield from _seragam(ws, kolom, tengah + 1, akhir)


def _sel(x: Any, rumus: str | None, kode: str) -> Sel:
    f = kenali_format(kode)
    if isinstance(x, str) and x in set(Galat):
        return Sel(None, rumus, "galat", x, kode, f.desimal, True)
    jenis = "kosong" if x is None else "teks"
    if isinstance(x, bool):
        jenis = "logika"
    elif isinstance(x, (int, float)):
        x, jenis = float(x), "angka"
    elif isinstance(x, (datetime, date)):
        jenis = "tanggal"
    return Sel(x, rumus, jenis, None, kode, f.desimal, True)


def _kenali_rumus(buku: BukuKerja) -> BukuKerja:
    """Cells of formula columns that show what the formula gives are the formula."""
    for t in buku.tabel.values():
        for (b, k), s in t.sel.items():
            if s.asal not in (Asal.TIMPA, Asal.KOSONG) or not t.berumus(b, k):
                continue
            if _sama(s.nilai, t.harap(b, k)):
                t.sel[(b, k)] = SelKerja(None, Asal.RUMUS)
    hasil = hitung_buku(buku.skema, buku.tabel, buku.temuan, buku.dilewati)
    hasil.lain, hasil.tanda = buku.lain, buku.tanda
    return hasil


def _sama(x: object, y: object) -> bool:
    if isinstance(x, float) and isinstance(y, float):
        return abs(x - y) <= BEDA * max(1.0, abs(y))
    return str(x if x is not None else "") == str(y if y is not None else "")
