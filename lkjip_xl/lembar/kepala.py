"""The one head of every sheet of ours: title, agency, note, header rows, row of numbers, what stays in view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Literal

from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.alamat import rujuk
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.sel import Rumus, di, gabung, rupai, tautkan, tulis
from lkjip_xl.lembar.ukuran import TINGGI_BARIS, atur_lebar, atur_tinggi, baris_teks, sembunyikan_baris, tinggi
from lkjip_xl.skema import judul as judul_berubah
from lkjip_xl.tabel.model import (
    BARIS_DATA,
    BARIS_INSTANSI,
    BARIS_JUDUL,
    BARIS_KELOMPOK,
    BARIS_KEPALA,
    BARIS_NOMOR,
    BARIS_PETUNJUK,
    BARIS_TAUTAN,
)
from lkjip_xl.tabel.tanda import KEMBALI, PETUNJUK

INSTANSI = Rumus('=IF(Instansi&Kabupaten="","",Instansi&" "&Kabupaten&" — ")&"Tahun "&TahunLaporan')
_CONTOH = {"TahunLaporan": 2000, "TahunRenstraAwal": 2000, "TahunRenstraAkhir": 2099, "Instansi": "x" * 40}
HURUF_JUDUL = 1.5  # a letter of the title against one of the body
TINGGI_JUDUL = 1.45
TINGGI_BARIS_JUDUL = 20.0  # points
LEBAR_BEKU = 64  # characters: 40 % of a screen 1,366 pixels wide, in LibreOffice and with the row numbers


@dataclass(frozen=True, slots=True)
class KolomKepala:
    """A column as its head shows it: header, width, upper header shared with its neighbours, hidden or not."""

    judul: str
    lebar: float
    kelompok: str | None = None
    tersembunyi: bool = False


def teks_hidup(teks: str) -> str:
    """A text of the schema; one that names years follows the settings as a formula."""
    return Rumus(judul_berubah.sebagai_rumus(teks)) if judul_berubah.berubah(teks) else teks


def terlihat(teks: str) -> str:
    """What such a formula shows, as long as it ever gets."""
    return judul_berubah.sebagai_teks(teks, _CONTOH) if judul_berubah.berubah(teks) else teks


def tulis_judul(
    ws: Worksheet, judul: str, subjudul: str | None = None, keterangan: str | None = None,
    *, baris: int = BARIS_JUDUL, baris_keterangan: int | None = None, bentang: tuple[int, float] | None = None,
) -> None:  # fmt: skip
    """Title, agency and year (or an outcome), note. bentang: columns and width over which a long note is wrapped.

    baris: row of the title, the first on sheets without a way back; the note stands two below if not told otherwise.
    """
    tulis(ws, baris, 1, judul, gaya.JUDUL)
    atur_tinggi(ws, baris, TINGGI_BARIS_JUDUL)
    if subjudul is not None:
        tulis(ws, baris + 1, 1, subjudul, gaya.SUBJUDUL)
    if keterangan is None:
        return
    baris = baris_keterangan or baris + BARIS_PETUNJUK - BARIS_JUDUL
    tulis(ws, baris, 1, keterangan, gaya.KETERANGAN_KIRI if bentang else gaya.KETERANGAN)
    if bentang is not None:
        kolom, lebar = bentang
        gabung(ws, baris, baris, 1, kolom)
        atur_tinggi(ws, baris, tinggi((keterangan, lebar), tepi=0))


def lipat_judul(ws: Worksheet, teks: str, bentang: tuple[int, float]) -> None:
    """Wrap a title that is longer than what it may spread over (teks: as it is seen)."""
    kolom, lebar = bentang
    if baris_teks(teks, lebar / HURUF_JUDUL) > 1:
        rupai(di(ws, BARIS_JUDUL, 1), gaya.JUDUL_KIRI)
        gabung(ws, BARIS_JUDUL, BARIS_JUDUL, 1, kolom)
        atur_tinggi(ws, BARIS_JUDUL, TINGGI_JUDUL * tinggi((teks, lebar / HURUF_JUDUL), tepi=0))


def tulis_kembali(ws: Worksheet) -> None:
    """The way back to the guide: in view however far down one is, and above what is printed."""
    tautkan(tulis(ws, BARIS_TAUTAN, 1, KEMBALI), rujuk(PETUNJUK, "A1"))


def tulis_judul_tengah(ws: Worksheet, judul: str, subjudul: str, keterangan: str, bentang: tuple[int, float]) -> None:
    """The same in the middle of the table, as reports print it."""
    kolom, lebar = bentang
    for baris, teks, rupa in (
        (BARIS_JUDUL, judul, gaya.JUDUL_TENGAH),
        (BARIS_INSTANSI, subjudul, gaya.SUBJUDUL_TENGAH),
        (BARIS_PETUNJUK, keterangan, gaya.KETERANGAN_TENGAH),
    ):
        tulis(ws, baris, 1, teks, rupa)
        gabung(ws, baris, baris, 1, kolom)
    atur_tinggi(ws, BARIS_JUDUL, TINGGI_JUDUL * tinggi((judul, lebar / HURUF_JUDUL), tepi=0))
    atur_tinggi(ws, BARIS_PETUNJUK, tinggi((keterangan, lebar), tepi=0))


def tulis_kepala(ws: Worksheet, kolom: Sequence[KolomKepala], *, bernomor: bool = False) -> None:
    """One header row with the widths of its columns, with (1) (2) … below it if asked for."""
    for i, k in enumerate(kolom, 1):
        tulis(ws, BARIS_KEPALA, i, k.judul, gaya.KEPALA)
    if bernomor:
        _tulis_nomor(ws, kolom)
    _atur_kolom(ws, kolom)


def tulis_kepala_bertingkat(ws: Worksheet, kolom: Sequence[KolomKepala], *, laporan: bool) -> None:
    """Two header rows and the row of numbers; the upper one is hidden where no column has an upper header.

    laporan: as reports print it, texts as they are, a column without upper header merged over both rows; else years
    follow the settings, and such a header stays in the lower row, where filters find it.
    """
    berkelompok = any(k.kelompok for k in kolom)
    hidup = str if laporan else teks_hidup
    for i, k in enumerate(kolom, 1):
        kotak, tegak = laporan or k.kelompok, laporan and berkelompok and not k.kelompok
        atas, bawah = (hidup(k.judul), None) if tegak else (None, hidup(k.judul))
        tulis(ws, BARIS_KELOMPOK, i, atas, gaya.KEPALA if kotak else gaya.KEPALA_ATAS)
        tulis(ws, BARIS_KEPALA, i, bawah, gaya.KEPALA if kotak else gaya.KEPALA_BAWAH)
        if tegak:
            gabung(ws, BARIS_KELOMPOK, BARIS_KEPALA, i, i)
    letak = 1
    for kelompok, anggota in groupby(kolom, key=lambda k: k.kelompok):
        n = len(list(anggota))
        if kelompok:
            tulis(ws, BARIS_KELOMPOK, letak, hidup(kelompok))
            gabung(ws, BARIS_KELOMPOK, BARIS_KELOMPOK, letak, letak + n - 1)
        letak += n
    _tulis_nomor(ws, kolom)
    _atur_kolom(ws, kolom)
    sembunyikan_baris(ws, BARIS_KELOMPOK, not berkelompok)
    tampak = str if laporan else terlihat
    garis = max(baris_teks(tampak(k.judul), k.lebar, tebal=True) for k in kolom if not k.tersembunyi)
    atur_tinggi(ws, BARIS_KEPALA, TINGGI_BARIS * max(2, garis))


def tulis_kepala_blok(ws: Worksheet, baris: int, kepala: Sequence[str]) -> None:
    """The header of a block further down the sheet; a column without one stays blank."""
    for i, teks in enumerate(kepala, 1):
        tulis(ws, baris, i, teks or None, gaya.KEPALA)


def _tulis_nomor(ws: Worksheet, kolom: Sequence[KolomKepala]) -> None:
    """Numbers without gaps, as matrices are printed: a helper column has none."""
    nomor = 0
    for i, k in enumerate(kolom, 1):
        nomor += not k.tersembunyi
        tulis(ws, BARIS_NOMOR, i, "" if k.tersembunyi else f"({nomor})", gaya.NOMOR)


def _atur_kolom(ws: Worksheet, kolom: Sequence[KolomKepala]) -> None:
    atur_lebar(ws, [k.lebar for k in kolom], [i for i, k in enumerate(kolom, 1) if k.tersembunyi])


def bekukan(ws: Worksheet, *, kolom: int = 0, baris: int = BARIS_DATA) -> None:
    """Keep the rows above `baris` and the first so many columns in view."""
    ws.freeze_panes = f"{huruf(kolom + 1)}{baris}"


def muat_beku(lebar: Iterable[float]) -> int:
    """How many of these first columns may stay in view and leave room for the others.

    >>> muat_beku([30, 34, 15]), muat_beku([80])
    (2, 0)
    """
    return sum(x <= LEBAR_BEKU for x in accumulate(lebar))


def gulirkan(ws: Worksheet, kolom: int) -> None:
    """The first column that is seen beside the frozen ones on opening."""
    if ws.sheet_view.pane is not None:
        ws.sheet_view.pane.topLeftCell = f"{huruf(kolom)}{BARIS_DATA}"


def pilih_sel(ws: Worksheet, sel: str, bagian: Literal["bottomLeft", "bottomRight"]) -> None:
    """The cell a sheet with frozen panes opens on, and the pane it lies in."""
    tampilan = ws.sheet_view
    if tampilan.pane is not None:
        tampilan.pane.activePane = bagian
    for s in tampilan.selection:
        if s.pane == bagian:
            s.activeCell = s.sqref = sel


def ulangi_kepala(ws: Worksheet, awal: int = BARIS_KEPALA, akhir: int = BARIS_KEPALA) -> None:
    """Print the header rows on every page."""
    ws.print_title_rows = f"{awal}:{akhir}"


def ulangi_kolom(ws: Worksheet, kolom: int) -> None:
    """Print the first so many columns on every page."""
    ws.print_title_cols = f"A:{huruf(kolom)}"
