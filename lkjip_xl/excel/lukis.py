"""Paint the sheets of an answer into the open workbook through the xlwings API: the orders of protokol.py, in Python.

LukisLembar.bas follows the same orders in VBA. What an engine cannot do for looks (borders in a browser, say) is
left out; values, formulas and merged cells are always written.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from lkjip_xl.excel.protokol import KEPALA, baca_lolos, bilangan
from lkjip_xl.inti.kunci import kunci_excel

if TYPE_CHECKING:
    from xlwings import Book, Chart, Range, Sheet

_LURUS = (None, "left", "center", "right")
_TEGAK = ("bottom", "top", "center")
GARIS_BAWAH = 2  # xlUnderlineStyleSingle
TAMPAK = (True, -1)  # Excel for Windows says -1; 2 is very hidden


def lukis(book: Book, jawaban: str) -> str:
    """Follow an answer and return its closing sentence; the active sheet and the selection stay where it names no other."""
    kepala, status, *baris = jawaban.split("\r\n")
    _, keadaan, kalimat = status.split("\t")
    if kepala == KEPALA and keadaan == "selesai":
        _Pelukis(book).lukis([b.split("\t") for b in baris])
    return baca_lolos(kalimat)


class _Pelukis:
    def __init__(self, book: Book) -> None:
        self._book = book
        self._ws: Sheet | None = None
        self._gaya: list[str] = []
        self._alamat = ""
        self._blok: list[list[object]] = []

    @property
    def _lembar(self) -> Sheet:
        """The sheet that is being painted; an answer that paints before it names one is none of ours."""
        if self._ws is None:
            raise ValueError("no sheet to paint on")
        return self._ws

    def lukis(self, perintah: list[list[str]]) -> None:
        for i, f in enumerate(perintah):
            try:
                self._ikuti(f)
            except Exception:
                self._kunci_lagi(perintah[i:])
                raise

    def _ikuti(self, f: list[str]) -> None:
        match f:
            case ["lembar", nama]:
                self._kosongkan(baca_lolos(nama))
            case ["buka", nama]:
                self._tulis_blok()
                self._ws = ws = self._book.sheets[baca_lolos(nama)]
                buka_kunci(ws)
            case ["gaya", *gaya]:
                self._gaya = gaya
            case ["pakai", alamat]:
                self._rupa(self._lembar.range(alamat))
            case ["blok", alamat]:
                self._tulis_blok()
                self._alamat = alamat
            case ["nilai", *isi]:
                self._blok.append([_nilai(x) for x in isi])
            case ["tampil", nama]:
                self._tulis_blok()
                self._tampilkan(baca_lolos(nama))
            case ["pilih", nama, alamat]:
                bila_bisa(lambda: self._book.sheets[baca_lolos(nama)].activate())
                bila_bisa(lambda: self._book.sheets[baca_lolos(nama)].range(alamat).select())
            case [""]:
                pass
            case _:
                self._tulis_blok()
                self._atur(f)

    def _tampilkan(self, nama: str) -> None:
        ws = next((ws for ws in self._book.sheets if kunci_excel(ws.name) == kunci_excel(nama)), None)
        if ws is not None and ws.visible not in TAMPAK:
            bila_bisa(lambda: setattr(ws, "visible", True))

    def _kunci_lagi(self, sisa: list[list[str]]) -> None:
        """A sheet whose painting failed is locked as its own remaining orders say."""
        izin = next((f[1:] for f in sisa if f[0] == "lindung"), None)
        if (ws := self._ws) is not None and izin is not None:
            bila_bisa(lambda: kunci(ws, izin))

    def _tulis_blok(self) -> None:
        if self._alamat:
            self._lembar.range(self._alamat).value = self._blok
        self._alamat, self._blok = "", []

    def _kosongkan(self, nama: str) -> None:
        """Turn to the sheet, unlocked and blank; one that was deleted is made again at the end."""
        self._ws = None  # the sheet before is locked already
        ada = {kunci_excel(ws.name): ws for ws in self._book.sheets}
        ws = ada.get(kunci_excel(nama))
        if ws is None:
            aktif = self._book.sheets.active
            ws = self._book.sheets.add(nama, after=self._book.sheets[-1])
            aktif.activate()
        self._ws = ws
        buka_kunci(ws)
        lama = ws.used_range
        bila_bisa(lambda: lama.unmerge())
        lama.clear()

    def _atur(self, f: list[str]) -> None:
        if f == ["akhir"]:
            return
        ws = self._lembar
        match f:
            case ["rumus", alamat, rumus]:
                ws.range(alamat).formula = baca_lolos(rumus)
            case ["tulis", alamat, nilai, bentuk]:
                if bentuk:
                    ws.range(alamat).number_format = baca_lolos(bentuk)
                ws.range(alamat).value = baca_lolos(nilai[1:]) if nilai[0] == "t" else bilangan(nilai)
            case ["terbuka", alamat]:
                bila_bisa(lambda: setattr(ws.range(alamat).api, "Locked", False))
            case ["gabung", alamat]:
                ws.range(alamat).merge()
            case ["kolom", alamat, lebar, tersembunyi]:
                bila_bisa(lambda: _ukur(ws.range(alamat), "column_width", bilangan(lebar)))
                bila_bisa(lambda: _sembunyi(ws.range(alamat), "EntireColumn", tersembunyi))
            case ["baris", alamat, tinggi, tersembunyi]:
                if bilangan(tinggi):
                    bila_bisa(lambda: _ukur(ws.range(alamat), "row_height", bilangan(tinggi)))
                bila_bisa(lambda: _sembunyi(ws.range(alamat), "EntireRow", tersembunyi))
            case ["saring", alamat]:
                bila_bisa(lambda: _saring(ws, alamat))
            case ["grafik", nama, alamat]:
                bila_bisa(lambda: _suaikan_grafik(ws, baca_lolos(nama), alamat))
            case ["cetak", daerah, judul]:
                bila_bisa(lambda: atur_halaman(ws, daerah, judul))
            case ["lindung", *izin]:
                kunci(ws, izin)

    def _rupa(self, r: Range) -> None:
        nama, besar, tebal, miring, garis_bawah, warna, isian, lurus, tegak, lipat, inden, garis, bentuk = self._gaya
        r.number_format = baca_lolos(bentuk)
        for atribut, x in (
            ("name", baca_lolos(nama)), ("size", bilangan(besar)), ("bold", tebal == "1"), ("italic", miring == "1"),
            ("color", _warna(warna)),
        ):  # fmt: skip
            bila_bisa(lambda a=atribut, x=x: setattr(r.font, a, x))
        if isian != "-1":
            bila_bisa(lambda: setattr(r, "color", _warna(isian)))
        bila_bisa(lambda: setattr(r, "wrap_text", lipat == "1"))
        if _LURUS[int(lurus)]:
            bila_bisa(lambda: setattr(r, "horizontal_alignment", _LURUS[int(lurus)]))
        bila_bisa(lambda: setattr(r, "vertical_alignment", _TEGAK[int(tegak)]))
        if garis != "-1":
            bila_bisa(lambda: _garis(r, _warna(garis)))
        bila_bisa(lambda: _hanya_windows(r, int(inden), garis_bawah == "1"))


def bila_bisa(kerjakan: Callable[[], Any]) -> None:
    """Do something an engine may not know or may refuse; what it concerns is looks, never content.

    Excel for Windows refuses with a COM error, a direct child of Exception (PageSetup without a printer, say).
    """
    with contextlib.suppress(Exception):
        kerjakan()


@contextlib.contextmanager
def terbuka(ws: Sheet, izin: list[str]) -> Iterator[None]:
    """A sheet of ours unprotected for a while; it is protected again whatever happens (izin as in `kunci`)."""
    buka_kunci(ws)
    try:
        yield
    finally:
        kunci(ws, izin)


def buka_kunci(ws: Sheet) -> None:
    """Unprotect a sheet of ours; it has no password."""
    if _windows(ws):
        ws.api.Unprotect()


def kunci(ws: Sheet, izin: list[str]) -> None:
    """Protect without password; izin: format cells, columns, rows, sort, filter ("1" = allowed)."""
    if _windows(ws):
        sel, kolom, baris, urut, saring = (x == "1" for x in izin)
        ws.api.Protect(
            DrawingObjects=True, Contents=True, Scenarios=True, AllowFormattingCells=sel, AllowFormattingColumns=kolom,
            AllowFormattingRows=baris, AllowSorting=urut, AllowFiltering=saring,
        )  # fmt: skip


def _windows(ws: Sheet) -> bool:
    """Is this the object model of Excel for Windows, the only one that protects sheets through xlwings?"""
    return hasattr(ws.api, "Protect") and hasattr(ws.api, "ProtectContents")


def _nilai(x: str) -> object:
    if not x:
        return None
    return bilangan(x) if x[0] == "n" else baca_lolos(x[1:])


def _warna(angka: str) -> tuple[int, int, int]:
    x = int(angka)
    return x & 255, x >> 8 & 255, x >> 16 & 255


def _ukur(r: Range | Chart, sifat: str, x: float) -> None:
    setattr(r, sifat, x)


def _sembunyi(r: Range, bagian: str, tersembunyi: str) -> None:
    getattr(r.api, bagian).Hidden = tersembunyi == "1"


def _saring(ws: Sheet, alamat: str) -> None:
    ws.api.AutoFilterMode = False
    ws.range(alamat).api.AutoFilter()


def _suaikan_grafik(ws: Sheet, nama: str, alamat: str) -> None:
    """A chart takes the room of its rows, which may have been hidden when the workbook opened."""
    r, grafik = ws.range(alamat), ws.charts[nama]
    for sifat in ("top", "left", "width", "height"):
        _ukur(grafik, sifat, getattr(r, sifat))


def atur_halaman(ws: Sheet, daerah: str, judul: str) -> None:
    """Print area and header rows repeated on every page."""
    ws.api.PageSetup.PrintArea = daerah
    ws.api.PageSetup.PrintTitleRows = judul


def _garis(r: Range, warna: tuple[int, int, int]) -> None:
    r.borders.line_style, r.borders.weight, r.borders.color = "continuous", "thin", warna


def _hanya_windows(r: Range, inden: int, garis_bawah: bool) -> None:
    """What xlwings itself has no word for."""
    if garis_bawah:
        r.api.Font.Underline = GARIS_BAWAH
    if inden:
        r.api.IndentLevel = inden
