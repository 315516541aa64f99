"""Write a summary table on a worksheet as the report prints it: title, header block, merged body, source, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from itertools import groupby

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter as huruf
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.ukuran_ringkasan import TINGGI_BARIS, baris_teks, lebar_kolom, tinggi_baris
from lkjip_xl.ringkasan.kepala import instansi_tahun
from lkjip_xl.ringkasan.masukan import tak_tersusun
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, letak_label
from lkjip_xl.tabel.hilang import sebut_skema
from lkjip_xl.tabel.model import (
    BARIS_DATA,
    BARIS_INSTANSI,
    BARIS_JUDUL,
    BARIS_KELOMPOK,
    BARIS_KEPALA,
    BARIS_NOMOR,
    BARIS_PETUNJUK,
    BukuKerja,
    Nilai,
)
from lkjip_xl.tabel.tanda import tandai

KERTAS_A4 = 9
BELUM = "Belum dibuat. Klik Perbarui Ringkasan di lembar Petunjuk atau jalankan: lkjip ringkas NAMA-BUKU.xlsm"
TANPA_KOLOM = (
    "Tidak dibuat: skema yang dipakai tidak memuat kolom {daftar}. Tambahkan kolomnya di folder skema bila diperlukan."
)
MATI = "Tidak dibuat: di lembar Daftar Tabel kolom Tampil berisi tidak. Pilih ya, lalu klik Perbarui Ringkasan."
TANPA_DATA = "Belum ada data. Isi lembar yang disebut pada Sumber, lalu klik Perbarui Ringkasan."
LEBAR_PESAN = 110
TINGGI_CELAH = 5
_LURUS = {"teks": "left", "pilihan": "center", "angka": "right", "persen": "right", "rupiah": "right"}
_JUDUL = Alignment(horizontal="center", vertical="center", wrap_text=True)
_KETERANGAN = Alignment(horizontal="left", vertical="top", wrap_text=True)


def bangun_lembar(ws: Worksheet, tabel: TabelRingkas, setelan: Mapping[str, Nilai]) -> None:
    """Write the table with its heading, source and notes; landscape A4, one page wide, protected without password."""
    lebar = lebar_kolom(tabel)
    for i, x in enumerate(lebar, 1):
        ws.column_dimensions[huruf(i)].width = x
    _tulis_judul(ws, tabel, setelan, sum(lebar))
    _tulis_kepala(ws, tabel.kolom, lebar)
    akhir = _tulis_isi(ws, tabel, lebar)
    akhir = _tulis_kaki(ws, tabel, akhir + 1, sum(lebar))
    ws.freeze_panes = f"A{BARIS_DATA}"
    ws.print_title_rows = f"{BARIS_KELOMPOK}:{BARIS_NOMOR}"
    ws.print_area = f"A1:{huruf(len(tabel.kolom))}{akhir}"
    atur_lembar(ws)


def bangun_lembar_kosong(ws: Worksheet, nama: str) -> None:
    """A summary sheet not made yet: its name and how to make it."""
    _tulis_pesan(ws, nama, BELUM)


def bangun_lembar_mati(ws: Worksheet, nama: str, pesan: str = MATI) -> None:
    """A summary sheet that is not made: its name and why, usually that Daftar Tabel switches it off."""
    _tulis_pesan(ws, nama, pesan)


def pesan_mati(buku: BukuKerja, nama: str) -> str:
    """Why a summary sheet is not made: a column the schema dropped, or Daftar Tabel."""
    kolom = tak_tersusun(buku.skema, nama)
    return TANPA_KOLOM.format(daftar=", ".join(sebut_skema(buku.skema, kolom))) if kolom else MATI


def _tulis_pesan(ws: Worksheet, nama: str, pesan: str) -> None:
    ws.cell(BARIS_JUDUL, 1, nama.upper()).font = gaya.JUDUL
    sel = ws.cell(BARIS_PETUNJUK, 1, pesan)
    sel.font, sel.alignment = gaya.KETERANGAN, gaya.KIRI
    ws.column_dimensions["A"].width = LEBAR_PESAN
    ws.row_dimensions[BARIS_PETUNJUK].height = TINGGI_BARIS * baris_teks(pesan, LEBAR_PESAN)
    ws.print_area = f"A1:A{BARIS_PETUNJUK}"
    atur_lembar(ws)


def _tulis_judul(ws: Worksheet, tabel: TabelRingkas, setelan: Mapping[str, Nilai], lebar: float) -> None:
    teks = f"{tabel.nomor} {tabel.judul}".strip()
    n = len(tabel.kolom)
    isi = ((BARIS_JUDUL, teks, gaya.JUDUL), (BARIS_INSTANSI, instansi_tahun(setelan), gaya.SUBJUDUL))
    for baris, tulisan, huruf_gaya in (*isi, (BARIS_PETUNJUK, f"({tabel.satuan})", gaya.KETERANGAN)):
        sel = isi_teks(ws.cell(baris, 1), tulisan)
        sel.font, sel.alignment = huruf_gaya, _JUDUL
        _gabung(ws, baris, baris, 1, n)
    # the title's letters are 1.4 times as high and wide as the body's
    ws.row_dimensions[BARIS_JUDUL].height = 1.45 * TINGGI_BARIS * baris_teks(teks, lebar / 1.5)
    ws.row_dimensions[BARIS_PETUNJUK].height = TINGGI_BARIS * baris_teks(tabel.satuan, lebar)


def _tulis_kepala(ws: Worksheet, kolom: Sequence[KolomRingkas], lebar: Sequence[float]) -> None:
    for i in range(1, len(kolom) + 1):
        for baris in (BARIS_KELOMPOK, BARIS_KEPALA):
            sel = ws.cell(baris, i)
            sel.font, sel.fill, sel.alignment = gaya.KEPALA, gaya.isian(gaya.BIRU_TUA), gaya.TENGAH
            sel.border = gaya.KOTAK
        nomor = ws.cell(BARIS_NOMOR, i, f"({i})")
        nomor.font, nomor.fill, nomor.alignment = gaya.NOMOR, gaya.isian(gaya.ABU), gaya.TENGAH
        nomor.border = gaya.KOTAK
    berkelompok = any(k.kelompok for k in kolom)
    ws.row_dimensions[BARIS_KELOMPOK].hidden = not berkelompok
    letak = 1
    for kelompok, anggota in groupby(kolom, key=lambda k: k.kelompok):
        milik = list(anggota)
        for i, k in enumerate(milik, letak):
            isi_teks(ws.cell(BARIS_KELOMPOK if berkelompok and not kelompok else BARIS_KEPALA, i), k.judul)
            if berkelompok and not kelompok:
                _gabung(ws, BARIS_KELOMPOK, BARIS_KEPALA, i, i)
        if kelompok:
            isi_teks(ws.cell(BARIS_KELOMPOK, letak), kelompok)
            _gabung(ws, BARIS_KELOMPOK, BARIS_KELOMPOK, letak, letak + len(milik) - 1)
        letak += len(milik)
    tinggi = max(baris_teks(k.judul, x, tebal=True) for k, x in zip(kolom, lebar, strict=True))
    ws.row_dimensions[BARIS_KEPALA].height = TINGGI_BARIS * max(2, tinggi)


def _tulis_isi(ws: Worksheet, tabel: TabelRingkas, lebar: Sequence[float]) -> int:
    """Body rows; returns the last row written."""
    n = len(tabel.kolom)
    if not tabel.baris:
        sel = isi_teks(ws.cell(BARIS_DATA, 1), TANPA_DATA)
        for i in range(1, n + 1):
            ws.cell(BARIS_DATA, i).border = gaya.KOTAK
        sel.font, sel.alignment = gaya.KETERANGAN, _KETERANGAN
        _gabung(ws, BARIS_DATA, BARIS_DATA, 1, n)
        ws.row_dimensions[BARIS_DATA].height = TINGGI_BARIS * baris_teks(TANPA_DATA, sum(lebar))
        return BARIS_DATA
    bergabung = {g.kolom for g in tabel.gabung}
    letak = {k.nama: i for i, k in enumerate(tabel.kolom, 1)}
    tinggi, gaya_sel = tinggi_baris(tabel, lebar), _GayaSel()
    for i, (b, isi) in enumerate(zip(tabel.baris, tabel.terlihat(), strict=True)):
        for k, nilai in zip(tabel.kolom, isi, strict=True):
            sel = ws.cell(BARIS_DATA + i, letak[k.nama])
            _tulis_sel(
                sel, k, b, nilai, gaya_sel, tebal=b.gaya == "jumlah" or (b.gaya == "tebal" and k.nama not in bergabung)
            )
        ws.row_dimensions[BARIS_DATA + i].height = tinggi[i]
        if b.gaya == "kelompok":
            sel = ws.cell(BARIS_DATA + i, 1)
            sel.font, sel.alignment = gaya.TEBAL, _KETERANGAN
            _gabung(ws, BARIS_DATA + i, BARIS_DATA + i, 1, n)
        elif b.gaya == "jumlah":
            _satukan_label(ws, BARIS_DATA + i, [b.nilai.get(k.nama) for k in tabel.kolom])
    for g in tabel.gabung:
        _gabung(ws, BARIS_DATA + g.awal, BARIS_DATA + g.akhir, letak[g.kolom], letak[g.kolom])
    return BARIS_DATA + len(tabel.baris) - 1


def _tulis_sel(sel: Cell, k: KolomRingkas, b: BarisRingkas, nilai: Nilai, gaya_sel: _GayaSel, *, tebal: bool) -> None:
    bentuk = "General"
    if isinstance(nilai, str):  # a Galat is shown as text: a printed table has no error cells
        isi_teks(sel, nilai.value if isinstance(nilai, Galat) else nilai)
    elif nilai is not None:
        sel.value = nilai
        bentuk = gaya.format_angka(k.tipe, b.desimal.get(k.nama, k.desimal))
        if k.nama in b.sementara:
            bentuk += '"*"'
    gaya_sel.pakai(sel, k.tipe, b.gaya, b.inden if k.inden else 0, tebal, bentuk)
    if tujuan := b.tautan.get(k.nama):
        sel.hyperlink = Hyperlink(ref=sel.coordinate, location=tujuan, display=str(nilai))
        sel.font = gaya.TAUTAN


class _GayaSel:
    """Looks of body cells: openpyxl looks every style up anew, a copied style record is ten times faster."""

    def __init__(self) -> None:
        self._jadi: dict[tuple[object, ...], object] = {}

    def pakai(self, sel: Cell, tipe: str, gaya_baris: str, inden: int, tebal: bool, bentuk: str) -> None:
        kunci = (tipe, gaya_baris, inden, tebal, bentuk)
        if kunci in self._jadi:
            sel._style = copy(self._jadi[kunci])
            return
        sel.border = gaya.KOTAK
        sel.font = gaya.TEBAL if tebal else gaya.BIASA
        if gaya_baris in ("kelompok", "jumlah"):
            sel.fill = gaya.isian(gaya.BIRU_MUDA if gaya_baris == "kelompok" else gaya.ABU)
        sel.alignment = Alignment(_LURUS[tipe], "top", wrap_text=tipe in ("teks", "pilihan"), indent=inden)
        sel.number_format = bentuk
        self._jadi[kunci] = copy(sel._style)  # the cell may change its own afterwards


def _satukan_label(ws: Worksheet, baris: int, isi: Sequence[Nilai]) -> None:
    """The label of a total spreads from the first column to the one before the first figure."""
    akhir = next((i for i in range(letak_label(isi) + 1, len(isi)) if isi[i] is not None), len(isi))
    ws.cell(baris, 1).alignment = _JUDUL
    _gabung(ws, baris, baris, 1, akhir)


def _tulis_kaki(ws: Worksheet, tabel: TabelRingkas, baris: int, lebar: float) -> int:
    """Source and notes below a narrow gap; returns the last row written."""
    ws.row_dimensions[baris].height = TINGGI_CELAH
    baris += 1
    catatan = [f"Sumber: {tabel.sumber}"]
    if tabel.catatan:
        catatan += ["Catatan:", *(c if c.startswith("*") else f"– {c}" for c in tabel.catatan)]
    for i, teks in enumerate(catatan, baris):
        sel = isi_teks(ws.cell(i, 1), teks)
        sel.font, sel.alignment = gaya.KETERANGAN, _KETERANGAN
        _gabung(ws, i, i, 1, len(tabel.kolom))
        ws.row_dimensions[i].height = TINGGI_BARIS * baris_teks(teks, lebar)
    return baris + len(catatan) - 1


def isi_teks(sel: Cell, teks: str) -> Cell:
    """Text stays text, whatever it begins with."""
    sel.value = ILLEGAL_CHARACTERS_RE.sub("", teks)
    sel.data_type = "s"
    return sel


def _gabung(ws: Worksheet, baris: int, baris_akhir: int, kolom: int, kolom_akhir: int) -> None:
    if (baris, kolom) != (baris_akhir, kolom_akhir):
        ws.merge_cells(start_row=baris, end_row=baris_akhir, start_column=kolom, end_column=kolom_akhir)


def atur_lembar(ws: Worksheet) -> None:
    """Print set-up, tab colour, protection and mark of a summary sheet."""
    from lkjip_xl.lembar.isian import lindungi  # brings pandera along

    ws.sheet_properties.tabColor = gaya.WARNA_TAB["ringkasan"]
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.sheet_view.showGridLines = False
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", KERTAS_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.print_options.horizontalCentered = True
    ws.page_margins.left = ws.page_margins.right = 0.4
    ws.page_margins.top, ws.page_margins.bottom = 0.5, 0.6
    ws.oddFooter.left.text, ws.oddFooter.right.text = "&A", "Halaman &P dari &N"
    ws.oddFooter.left.size = ws.oddFooter.right.size = 8
    lindungi(ws)
    tandai(ws)
