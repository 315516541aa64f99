"""No text of ours is cut off and no row is higher than its text asks for, by the widths of Calibri's own letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import openpyxl
import pytest
from buku_md import skema_uji
from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.lembar.bangun import bangun_openpyxl
from lkjip_xl.lembar.petunjuk import LEMBAR as PETUNJUK
from lkjip_xl.lembar.ukuran import (
    TINGGI_BARIS,
    TINGGI_TERBESAR,
    atur_lebar,
    atur_tinggi,
    baris_teks,
    tinggi,
)
from lkjip_xl.skema import judul
from lkjip_xl.tabel.langsung import BUKA, RUMUS_TERHITUNG, TIDAK_TERHITUNG
from lkjip_xl.tahun_baru.daftar import Catatan, bangun_daftar

# advance widths of the letters from the space to "~", in 2048ths of the font's size
TEGAK = (
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038,
    548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114, 1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941,
    998, 1314, 1162, 1822, 1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076,
    1080, 1076, 1076, 714, 801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943, 644, 1020,
)  # fmt: skip
LAIN = 1854  # a dash or an arrow
TEBAL = 1.035  # a bold letter against an upright one, at most
LAYAR = 1.03  # letters on the screen are rounded to whole pixels
PIKSEL_PER_LEBAR, TEPI_SEL, PIKSEL_PER_INDEN = 7, 5, 9
TITIK_PER_BARIS = 1.22  # height of a line against the font's size


def _panjang(teks: str, c: Cell) -> float:
    """Width of a text in pixels at 96 dpi."""
    satuan = sum(TEGAK[ord(h) - 32] if 32 <= ord(h) < 127 else LAIN for h in teks)
    return satuan / 2048 * c.font.sz * 96 / 72 * (TEBAL if c.font.b else 1.0) * LAYAR


def _garis(teks: str, c: Cell, piksel: float) -> int:
    n = 0
    for paragraf in teks.splitlines():
        baris, n = "", n + 1
        for kata in paragraf.split(" "):
            if baris and _panjang(f"{baris} {kata}", c) > piksel:
                baris, n = kata, n + 1
            else:
                baris = f"{baris} {kata}".strip()
    return max(n, 1)


def _sisa(ws: Worksheet) -> Iterator[tuple[int, str, float]]:
    """Row, text, and the points its row has beyond what it needs."""
    gabung = {(r.min_row, r.min_col): r.max_col for r in ws.merged_cells.ranges if r.min_row == r.max_row}
    for baris in ws.iter_rows():
        for c in baris:
            tinggi_baris = ws.row_dimensions[c.row].height
            if (
                not isinstance(c.value, str)
                or not c.alignment.wrap_text
                or tinggi_baris is None
                or ws.row_dimensions[c.row].hidden
            ):
                continue
            lebar = sum(
                ws.column_dimensions[huruf(k)].width
                for k in range(c.column, gabung.get((c.row, c.column), c.column) + 1)
            )
            piksel = lebar * PIKSEL_PER_LEBAR - TEPI_SEL - PIKSEL_PER_INDEN * (c.alignment.indent or 0)
            yield c.row, c.value, tinggi_baris - _garis(c.value, c, piksel) * c.font.sz * TITIK_PER_BARIS


@pytest.fixture(scope="module")
def templat() -> openpyxl.Workbook:
    wb = bangun_openpyxl(skema_uji(), {})
    hidup = {
        judul.sebagai_rumus(k.judul): k.judul
        for s in skema_uji().lembar.values()
        for k in s.kolom.values()
        if judul.berubah(k.judul)
    }
    for ws in wb:
        for c in (c for baris in ws["A1:AZ7"] for c in baris if c.data_type == "f"):
            c.value = judul.sebagai_teks(
                hidup.get(c.value, ""), {"TahunLaporan": 2025, "TahunRenstraAwal": 2025, "TahunRenstraAkhir": 2030}
            )
    for c in (c for baris in wb[PETUNJUK].iter_rows() for c in baris if c.data_type == "f"):
        c.value = TIDAK_TERHITUNG if c.value == f"={RUMUS_TERHITUNG}" else BUKA  # the longest it can show
    return wb


def test_tidak_ada_teks_yang_terpotong(templat: openpyxl.Workbook) -> None:
    terpotong = [(ws.title, b, teks) for ws in templat for b, teks, sisa in _sisa(ws) if sisa < -0.5]
    assert terpotong == []


def test_tidak_ada_baris_yang_lebih_tinggi_satu_garis(templat: openpyxl.Workbook) -> None:
    """Rows of texts; header rows are at least two lines high."""
    for nama in (PETUNJUK, "Pengaturan"):
        longgar = defaultdict(list)
        for b, _, sisa in _sisa(templat[nama]):
            longgar[b].append(sisa)
        assert [b for b, x in longgar.items() if min(x) > TINGGI_BARIS] == [], nama


def test_daftar_bawaan_memuat_semua_kolom() -> None:
    ws = openpyxl.Workbook().active
    bangun_daftar(ws, [Catatan("Lembar yang namanya panjang sekali", 3, "dibawa " * 40, ("kosong",) * 30)], 2024)
    assert all(sisa >= -0.5 for _, _, sisa in _sisa(ws)) and ws.row_dimensions[8].height > 4 * TINGGI_BARIS


@pytest.mark.parametrize(
    ("teks", "lebar", "tebal", "garis"),
    [("", 10, False, 1), ("a", 0, False, 1), ("a\nb", 10, False, 2), ("kata " * 20, 20, False, 4), ("KATA " * 20, 20, False, 5), ("satu dua tiga empat li", 19, False, 1),
     ("satu dua tiga empat li", 19, True, 2)],
)  # fmt: skip
def test_taksiran_garis(teks: str, lebar: float, tebal: bool, garis: int) -> None:
    assert baris_teks(teks, lebar, tebal=tebal) == garis


def test_tinggi_terbesar() -> None:
    ws = openpyxl.Workbook().active
    assert tinggi(("x" * 40_000, 10)) == TINGGI_TERBESAR
    atur_tinggi(ws, 1, 9999, tampak=False)
    atur_lebar(ws, (3, 40), tersembunyi=[1])
    assert (ws.row_dimensions[1].height, ws.row_dimensions[1].hidden) == (TINGGI_TERBESAR, True)
    assert [(ws.column_dimensions[k].width, ws.column_dimensions[k].hidden) for k in "AB"] == [(3, True), (40, False)]
