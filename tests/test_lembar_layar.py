"""What a sheet shows on opening on a screen 1,366 pixels wide: what to type, and never mostly frozen columns."""

from __future__ import annotations

import io
from pathlib import Path

import buku_pendek
import openpyxl
import pytest
from openpyxl.styles import Alignment
from openpyxl.utils import column_index_from_string, get_column_letter
from teks_terpotong import LEBAR_BAKU, lebar_kolom, piksel, terpotong

from lkjip_xl.inti.lebar_huruf import PIKSEL_SATUAN, PIKSEL_TEPI
from lkjip_xl.lembar.gaya import KUNING
from lkjip_xl.lembar.hasil import KEPALA
from lkjip_xl.lembar.isian import DESIMAL
from lkjip_xl.lembar.kepala import HURUF_JUDUL, TINGGI_BARIS_JUDUL
from lkjip_xl.lembar.ukuran import baris_teks
from lkjip_xl.perintah import skema
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_JUDUL, BARIS_KELOMPOK, BARIS_NOMOR, BARIS_PETUNJUK, BARIS_TAUTAN
from lkjip_xl.tabel.tanda import HASIL, KEMBALI

PIKSEL, LAYAR, BINGKAI, NOMOR = (
    7.9,
    1366,
    80,
    40,
)  # of a character, the screen, the edges of its window, the row numbers
BUKU = Path(__file__).parents[1] / "workbooks"
SKEMA = skema()
TABEL = [s for s in SKEMA.lembar.values() if s.susunan == "tabel"]


@pytest.fixture(scope="module")
def buku() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(buku_pendek.kosong(2025)))


def lebar(ws, sampai: int) -> float:
    kolom = (ws.column_dimensions[get_column_letter(k)] for k in range(1, sampai + 1))
    return sum(0 if d.hidden else d.width for d in kolom) * PIKSEL


@pytest.mark.parametrize("s", TABEL, ids=lambda s: s.id)
def test_kolom_beku_dan_sel_pertama(buku, s):
    ws = buku[s.lembar]
    beku = int(ws.sheet_view.pane.xSplit)
    assert beku >= 1
    pilihan = next(x for x in ws.sheet_view.selection if x.pane == ws.sheet_view.pane.activePane)
    sel = ws[pilihan.activeCell]
    assert sel.row == BARIS_DATA and not sel.protection.locked
    assert sel.fill.start_color.rgb.endswith(KUNING) and not ws.column_dimensions[sel.column_letter].hidden


@pytest.mark.parametrize("path", sorted(BUKU.rglob("*.xlsm")), ids=lambda p: p.stem)
def test_kolom_beku_tidak_lebih_dari_dua_perlima_layar(path):
    """Every sheet, hidden or not, empty or filled, and of results: the row numbers count, and LibreOffice's wider columns."""
    for ws in openpyxl.load_workbook(path).worksheets:
        beku = int(ws.sheet_view.pane.xSplit or 0) if ws.sheet_view.pane is not None else 0
        milik = lebar_kolom(ws)
        piksel = NOMOR + PIKSEL * sum(milik.get(k, LEBAR_BAKU) for k in range(1, beku + 1))
        assert piksel <= 0.4 * LAYAR, (ws.title, beku, piksel)


@pytest.mark.parametrize("path", sorted(BUKU.rglob("*.xlsm")), ids=lambda p: p.stem)
def test_tidak_ada_tulisan_terpotong(path):
    """Numbers that become ####, words wider than their column, texts that their neighbour or their row cuts off."""
    buku = openpyxl.load_workbook(path, data_only=True)
    for ws in buku.worksheets:
        ws.sheet_state = "visible" if ws.title != "xlwings.conf" else ws.sheet_state
    assert list(terpotong(buku)) == []


def test_potongan_ditemukan():
    """The measure sees what it is to see, and nothing in cells that hold their text."""
    buku = openpyxl.Workbook()
    ws = buku.active
    ws["A1"], ws["A1"].number_format = 1234567890, "#,##0"
    ws["A2"], ws["B2"] = "Meningkatnya mutu pelayanan", 1
    ws["A3"], ws["A3"].alignment = "kesepakatan/koordinasi", Alignment(wrap_text=True)
    ws["A4"], ws["A4"].alignment = "satu dua tiga empat lima enam", Alignment(wrap_text=True)
    ws["A5"], ws["A6"] = "Meningkatnya mutu pelayanan", 12345678
    ws.column_dimensions["A"].width, ws.row_dimensions[4].height = 10, 15
    assert [(p.sel, p.cara) for p in terpotong(buku)] == [
        ("A1", "angka"),
        ("A2", "samping"),
        ("A3", "kata"),
        ("A4", "tinggi"),
    ]


def test_satuan_muat_dalam_kolomnya():
    """Every unit the template knows, word by word."""
    satuan = [str(b["satuan"]) for b in SKEMA.lembar["satuan"].baris_awal]
    kolom = [k for s in TABEL for k in s.kolom.values() if k.judul.startswith("Satuan") and not k.tersembunyi]
    assert satuan and len(kolom) > 10
    terlebar = max(piksel(kata, 10) for x in [*satuan, "juta rupiah/pekerja"] for kata in x.split())
    assert all(k.lebar * PIKSEL_SATUAN - PIKSEL_TEPI >= terlebar for k in kolom)


@pytest.mark.parametrize(("desimal", "bentuk"), [(0, "#,##0"), (1, "#,##0.0"), (3, "#,##0.000"), (6, "#,##0.000000")])
def test_capaian_tampak_dengan_desimal_yang_dipilih(buku, desimal, bentuk):
    """Those of the indicator or of Pengaturan; two are in the cell's own format."""
    for id_lembar, milik in DESIMAL.items():
        s = SKEMA.lembar[id_lembar]
        for nama in milik:
            h = get_column_letter(list(s.kolom).index(nama) + 1)
            aturan = [
                a.formula[0]
                for r in buku[s.lembar].conditional_formatting
                if str(r.sqref).startswith(f"{h}{BARIS_NOMOR}:")
                for a in r.rules
                if a.dxf.numFmt.formatCode == bentuk
            ]
            assert len(aturan) == 1 and f"={desimal}," in aturan[0], (id_lembar, nama)


def test_realisasi_kuning_dan_terlihat(buku):
    ws = buku["Pengukuran"]
    letak = list(SKEMA.lembar["pengukuran"].kolom).index("realisasi") + 1
    sel = ws.cell(BARIS_DATA, letak)
    assert sel.fill.start_color.rgb.endswith(KUNING) and not sel.protection.locked and sel.value.startswith("=")
    assert lebar(ws, letak) <= LAYAR - BINGKAI


ANGKA_TAHUN_INI = {
    "renstra": "target_5", "tc27": "target_1", "renja": "pagu_setelah", "pk": "target", "pk_program": "anggaran", "triwulan": "realisasi",
    "pengukuran": "realisasi", "riwayat": "realisasi_1", "pembanding": "nilai", "anggaran": "realisasi_rp", "belanja": "realisasi",
    "rencana_aksi": "tw4", "lhe_nilai": "nilai", "pegawai": "jumlah", "aset": "saldo_akhir", "data_pendukung": "nilai",
}  # fmt: skip


def test_lembar_berangka_semua_disebut():
    """A new sheet of figures says which of them must be seen."""
    angka = {"angka", "rupiah", "target", "cacah", "persen"}
    berangka = {s.id for s in TABEL if s.kelompok != "pengaturan" and any(k.tipe in angka for k in s.kolom.values())}
    assert berangka - {"indikator", "naskah"} == ANGKA_TAHUN_INI.keys()  # these have none of the year


@pytest.mark.parametrize(("id_lembar", "nama"), ANGKA_TAHUN_INI.items())
def test_angka_tahun_ini_terlihat_waktu_dibuka(buku, id_lembar, nama):
    """Whole, beside the frozen columns, without scrolling."""
    s = SKEMA.lembar[id_lembar]
    ws = buku[s.lembar]
    pane, letak = ws.sheet_view.pane, list(s.kolom).index(nama) + 1
    awal = column_index_from_string("".join(filter(str.isalpha, pane.topLeftCell)))
    beku = int(pane.xSplit or 0)
    tampak = [k for k in range(1, letak + 1) if k <= beku or k >= awal]
    kolom = [ws.column_dimensions[get_column_letter(k)] for k in tampak]
    piksel = sum(0 if d.hidden else d.width for d in kolom) * PIKSEL
    assert awal <= letak or letak <= beku
    assert piksel <= LAYAR - BINGKAI


@pytest.mark.parametrize("s", TABEL, ids=lambda s: s.id)
def test_judul_dan_petunjuk_tidak_terpotong_kolom_yang_tergulir(buku, s):
    """What spreads to the right of its cell ends before the columns that are not seen on opening."""
    ws = buku[s.lembar]
    pane = ws.sheet_view.pane
    beku, awal = int(pane.xSplit or 0), column_index_from_string("".join(filter(str.isalpha, pane.topLeftCell)))
    if awal == beku + 1:
        return
    gabung = {r.min_row: r.max_col for r in ws.merged_cells.ranges if r.max_row < BARIS_KELOMPOK}
    assert gabung[BARIS_PETUNJUK] == beku
    assert gabung.get(BARIS_JUDUL, 0) == beku or baris_teks(s.judul, lebar(ws, beku) / PIKSEL / HURUF_JUDUL) == 1


@pytest.mark.parametrize("s", TABEL, ids=lambda s: s.id)
def test_kepala_kelompok_yang_tergulir_tetap_terbaca(buku, s):
    """An upper header whose first columns are passed over on opening stands at its end."""
    ws = buku[s.lembar]
    pane = ws.sheet_view.pane
    beku, awal = int(pane.xSplit or 0), column_index_from_string("".join(filter(str.isalpha, pane.topLeftCell)))
    for r in ws.merged_cells.ranges:
        if r.min_row == r.max_row == BARIS_KELOMPOK and beku < r.min_col < awal <= r.max_col:
            assert ws.cell(BARIS_KELOMPOK, r.min_col).alignment.horizontal == "right"


@pytest.mark.parametrize("s", TABEL, ids=lambda s: s.id)
def test_kolom_bantu_tidak_meninggikan_baris(buku, s):
    ws = buku[s.lembar]
    bantu = [n for n, k in enumerate(s.kolom.values(), 1) if k.tersembunyi]
    assert not any(ws.cell(BARIS_DATA, n).alignment.wrap_text for n in bantu)


def test_kembali_ke_petunjuk_dari_semua_lembar(buku):
    for ws in buku.worksheets:
        if ws.title not in ("Petunjuk", "xlwings.conf"):
            sel = ws.cell(BARIS_TAUTAN, 1)
            assert sel.value == KEMBALI and sel.hyperlink.location == "'Petunjuk'!A1", ws.title
            pane = ws.sheet_view.pane
            assert not ws.column_dimensions["A"].hidden and (pane is None or pane.ySplit >= BARIS_TAUTAN)
            awal = ws.print_area.rpartition("!")[2].partition(":")[0]
            assert awal == f"$A${BARIS_JUDUL}", ws.title  # printed from the title on
            assert (ws.row_dimensions[BARIS_JUDUL].height or 0) >= TINGGI_BARIS_JUDUL, ws.title


@pytest.mark.parametrize("s", TABEL, ids=lambda s: s.id)
def test_nomor_saringan_dan_tanda_hanya_yang_tampak(buku, s):
    """Numbers without gaps; nobody filters by helper columns, nor sees marks there: LibreOffice works each out at every save."""
    ws = buku[s.lembar]
    nomor = [ws.cell(BARIS_NOMOR, n).value for n, k in enumerate(s.kolom.values(), 1) if not k.tersembunyi]
    assert nomor == [f"({n})" for n in range(1, len(nomor) + 1)]
    akhir = get_column_letter(max(n for n, k in enumerate(s.kolom.values(), 1) if not k.tersembunyi))
    baris = ws.max_row
    assert ws.auto_filter.ref == f"A{BARIS_NOMOR}:{akhir}{baris}"
    (tanda,) = [r for r in ws.conditional_formatting if "TandaSel" in r.rules[0].formula[0]]
    assert str(tanda.sqref) == f"A{BARIS_DATA}:{akhir}{baris}"


def test_hasil_validasi_muat_di_layar(buku):
    """All of its columns, and amounts of a whole region unbroken in them."""
    assert lebar(buku[HASIL], len(KEPALA)) <= LAYAR - BINGKAI
    milik = lebar_kolom(buku[HASIL])
    for kolom in ("Isi", "Seharusnya"):
        assert piksel("1.234.567.890.123", 10) <= milik[KEPALA.index(kolom) + 1] * PIKSEL_SATUAN - PIKSEL_TEPI


def test_hasil_bagi_tampak_dengan_dua_desimal(buku):
    """A quotient of components is not shown with nine decimals; what is typed keeps its own."""
    ws = buku["Pengukuran"]
    letak = get_column_letter(list(SKEMA.lembar["pengukuran"].kolom).index("realisasi") + 1)
    milik = [
        (a.dxf.numFmt.formatCode, a.formula[0])
        for r in ws.conditional_formatting
        if str(r.sqref).startswith(f"{letak}{BARIS_DATA}:")
        for a in r.rules
        if a.dxf.numFmt is not None
    ]
    assert ("#,##0.00", f"IF(ISNUMBER({letak}8),ROUND({letak}8,6)<>{letak}8,FALSE)") in milik


def test_satu_desimal_menyusul_yang_di_sampingnya(buku):
    """86,50 kept as 86.5 is shown with two decimals beside 85,55: a rule each way on every sheet with both figures."""
    for id_lembar in ("pengukuran", "triwulan", "anggaran"):
        s = SKEMA.lembar[id_lembar]
        kolom = [get_column_letter(list(s.kolom).index(n) + 1) for n in ("target", "realisasi")]
        for h, lain in (kolom, kolom[::-1]):
            aturan = [
                a
                for r in buku[s.lembar].conditional_formatting
                if str(r.sqref).startswith(f"{h}{BARIS_DATA}:{h}")
                for a in r.rules
                if f"ROUND(${h}{BARIS_DATA},1)" in a.formula[0] and f"${lain}{BARIS_DATA}" in a.formula[0]
            ]
            assert [a.dxf.numFmt.formatCode for a in aturan] == ["#,##0.00"], (id_lembar, h)


def test_bilangan_besar_tampak_dengan_titik(buku):
    """98450000000 in a cell for any figure is shown as 98.450.000.000: one rule a sheet over all such columns."""
    for s in TABEL:
        kolom = [
            get_column_letter(i)
            for i, k in enumerate(s.kolom.values(), 1)
            if k.tipe in ("angka", "target") and not k.tersembunyi
        ]
        aturan = [
            str(r.sqref)
            for r in buku[s.lembar].conditional_formatting
            for a in r.rules
            if a.dxf is not None
            and a.dxf.numFmt is not None
            and a.dxf.numFmt.formatCode == "#,##0"
            and "10000" in a.formula[0]
        ]
        assert [x.partition(str(BARIS_DATA))[0] for y in aturan for x in y.split()] == kolom, s.id
