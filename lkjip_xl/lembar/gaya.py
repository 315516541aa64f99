"""The one style table of every sheet we write: colours, fonts, borders, number formats, and the looks made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from openpyxl.formatting.rule import FormulaRule, Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

_NAMA_HURUF = "Calibri"
BIRU_TUA = "1F3864"
BIRU_MUDA = "DDEBF7"
KUNING = "FFF9DB"
ABU = "EDEDED"
ABU_TUA = "7F7F7F"
ABU_SEDANG = "BFBFBF"
MERAH = "F8CBAD"
JINGGA = "FFE699"
PUTIH = "FFFFFF"
HIJAU = "C6E0B4"
KUNING_TUA = "FFF2CC"
MERAH_MUDA = "F4B6B6"
GARIS_MERAH = "C00000"
GARIS_JINGGA = "BF8F00"
_ABU_GARIS, _ABU_HURUF, _BIRU_TAUTAN = "A6A6A6", "595959", "0563C1"

WARNA_JENIS = {"isian": KUNING, "warisan": BIRU_MUDA, "rumus": ABU}
_TAB = {
    "pengaturan": ABU_TUA,
    "perencanaan": "2E75B6",
    "pengukuran": "548235",
    "anggaran": "C55A11",
    "analisis": "BF9000",
    "pendukung": "7030A0",
    "ringkasan": BIRU_TUA,
    "hasil": GARIS_MERAH,
}
WARNA_TAB = {
    kelompok: f"FF{warna}" for kelompok, warna in _TAB.items()
}  # LibreOffice shows no tab colour that is not opaque, nor any of a sheet it has locked while reading it

RIBUAN = "#,##0"
_NOMOR_FORMAT = {0: 3, 2: 4}  # Excel's own numbers of the formats with so many decimals
_NOMOR_SENDIRI = 170

TERBUKA = Protection(locked=False)
TERKUNCI = Protection(locked=True)


def _garis(warna: str, sisi: str = "left right top bottom") -> Border:
    garis = Border()
    for s in sisi.split():
        setattr(garis, s, Side(style="thin", color=warna))
    return garis


def _huruf(besar: float = 10, **sifat: Any) -> Font:
    return Font(name=_NAMA_HURUF, size=besar, **sifat)


def isian(warna: str) -> PatternFill:
    """Solid fill."""
    return PatternFill("solid", start_color=warna, end_color=warna)


_KOTAK = _garis(_ABU_GARIS)
_TENGAH = Alignment(horizontal="center", vertical="center", wrap_text=True)
_KIRI = Alignment(horizontal="left", vertical="top", wrap_text=True)
_KANAN = Alignment(horizontal="right", vertical="top")
_TENGAH_ATAS = Alignment(horizontal="center", vertical="top", wrap_text=True)
_BIASA, _TEBAL = _huruf(), _huruf(bold=True)
HURUF_TAUTAN = _huruf(underline="single", color=_BIRU_TAUTAN)


@dataclass(frozen=True, slots=True, eq=False)
class Rupa:
    """The whole look of a cell; what is None stays as a new cell has it.

    Known by identity, not by content: the copies a workbook keeps of a look are found without comparing fonts.
    """

    huruf: Font | None = None
    isian: PatternFill | None = None
    lurus: Alignment | None = None
    garis: Border | None = None
    format: str = "General"
    kunci: Protection | None = None

    def rata_kiri(self) -> Rupa:
        """The same, its text wrapped at the left top."""
        return replace(self, lurus=_KIRI)

    def rata_tengah(self) -> Rupa:
        """The same, its text wrapped in the middle."""
        return replace(self, lurus=_TENGAH)

    def berwarna(self, warna: str, *, terbuka: bool = False) -> Rupa:
        """The same on another ground, unlocked if asked for."""
        return replace(self, isian=isian(warna), kunci=TERBUKA if terbuka else self.kunci)


JUDUL = Rupa(_huruf(14, bold=True, color=BIRU_TUA))
SUBJUDUL = Rupa(_huruf(11, bold=True))
KETERANGAN = Rupa(_huruf(italic=True, color=_ABU_HURUF))
JUDUL_TENGAH, SUBJUDUL_TENGAH, KETERANGAN_TENGAH = (r.rata_tengah() for r in (JUDUL, SUBJUDUL, KETERANGAN))
JUDUL_KIRI, KETERANGAN_KIRI, SUBJUDUL_KIRI = JUDUL.rata_kiri(), KETERANGAN.rata_kiri(), SUBJUDUL.rata_kiri()
KETERANGAN_KOTAK = replace(KETERANGAN_KIRI, garis=_KOTAK)
BERGARIS = Rupa(garis=_KOTAK)

_HURUF_KEPALA = _huruf(bold=True, color=PUTIH)
KEPALA = Rupa(_HURUF_KEPALA, isian(BIRU_TUA), _TENGAH, _KOTAK)
KEPALA_KANAN = replace(KEPALA, lurus=Alignment(horizontal="right", vertical="center", wrap_text=True))
# a column without upper header looks like one cell over both header rows; merging would hide its text from filters
KEPALA_ATAS = replace(KEPALA, garis=_garis(_ABU_GARIS, "left right top"))
KEPALA_BAWAH = replace(KEPALA, garis=_garis(_ABU_GARIS, "left right bottom"))
TANDA = Rupa(_huruf(8, italic=True, color=_ABU_HURUF))
NOMOR = replace(TANDA, isian=isian(ABU), lurus=_TENGAH, garis=_KOTAK)

BAGIAN = Rupa(_HURUF_KEPALA, isian(BIRU_TUA), Alignment(vertical="center"))
LATAR_BAGIAN = Rupa(isian=isian(BIRU_TUA))
_KECIL = 9
BAGIAN_KECIL = Rupa(_huruf(_KECIL, bold=True, color=PUTIH), isian(BIRU_TUA), Alignment(vertical="center"))
KEPALA_DAFTAR = Rupa(_huruf(8, bold=True), isian(ABU), Alignment("center", "center"), _KOTAK)
TAUTAN_DAFTAR = _huruf(_KECIL, underline="single", color=_BIRU_TAUTAN)
NAMA_DAFTAR = Rupa(_huruf(_KECIL), lurus=Alignment("left", "center"), garis=_KOTAK)
TEKS_DAFTAR = Rupa(_huruf(_KECIL), lurus=Alignment("center", "center"), garis=_KOTAK)
NOMOR_LANGKAH = Rupa(_BIASA, lurus=_TENGAH)
_GARIS_BAWAH = _garis(_ABU_GARIS, "bottom")
NAMA = Rupa(_TEBAL, lurus=Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1), garis=_GARIS_BAWAH)
ARTI = Rupa(_BIASA, lurus=Alignment(horizontal="left", vertical="center", wrap_text=True), garis=_GARIS_BAWAH)

DAFTAR = Rupa(_BIASA, lurus=_KIRI, garis=_KOTAK)
SETELAN = DAFTAR.berwarna(PUTIH)
TEKS_GRAFIK = Rupa(_BIASA, lurus=Alignment("left", "center", wrap_text=True), garis=_KOTAK)


@lru_cache
def angka_daftar(format: str) -> Rupa:
    """A count of the checklist."""
    return Rupa(_huruf(_KECIL), lurus=Alignment("center", "center"), garis=_KOTAK, format=format)


@lru_cache
def angka_grafik(format: str) -> Rupa:
    """A figure behind a chart."""
    return Rupa(_BIASA, lurus=Alignment("right", "center"), garis=_KOTAK, format=format)


@lru_cache
def badan(jenis: str, tipe: str, desimal: int | None) -> Rupa:
    """A body cell of an input column: ground and lock say whether it is filled in, inherited or computed."""
    lurus = _KIRI if tipe in ("teks", "kode") else _TENGAH_ATAS if tipe in ("pilihan", "tahun") else _KANAN
    kunci = TERKUNCI if jenis == "rumus" else TERBUKA
    return Rupa(_BIASA, isian(WARNA_JENIS[jenis]), lurus, _KOTAK, format_angka(tipe, desimal), kunci)


@lru_cache
def sebaris(rupa: Rupa) -> Rupa:
    """The same on one line, whatever it holds."""
    return replace(rupa, lurus=Alignment(rupa.lurus.horizontal if rupa.lurus else None, "top"))


@lru_cache
def kuning(rupa: Rupa) -> Rupa:
    """The same on the ground of what is typed."""
    return replace(rupa, isian=isian(KUNING))


_LURUS = {"teks": "left", "pilihan": "center", "angka": "right", "persen": "right", "rupiah": "right"}
_LATAR = {"kelompok": isian(BIRU_MUDA), "jumlah": isian(ABU)}


@lru_cache(maxsize=4096)
def ringkas(tipe: str, gaya_baris: str, inden: int, format: str, *, tebal: bool) -> Rupa:
    """A body cell of a summary."""
    lurus = Alignment(_LURUS[tipe], "top", wrap_text=tipe in ("teks", "pilihan"), indent=inden)
    return Rupa(_TEBAL if tebal else _BIASA, _LATAR.get(gaya_baris), lurus, _KOTAK, format)


@lru_cache
def label_ringkas(gaya_baris: str, format: str) -> Rupa:
    """The first cell of a row of a summary that is a heading (kelompok) or a total (jumlah)."""
    return Rupa(_TEBAL, _LATAR[gaya_baris], _KIRI if gaya_baris == "kelompok" else _TENGAH, _KOTAK, format)


def contoh_warna(warna: str) -> Rupa:
    """A patch of colour in the guide."""
    return replace(BERGARIS, isian=isian(warna))


def bila(
    rumus: str,
    warna: str,
    *,
    garis: str | None = None,
    huruf: str = "",
    berhenti: bool | None = True,
    desimal: int | None = None,
) -> Rule:
    """Colour cells where a formula holds; huruf: "tebal", "miring" or both, which tell colours apart in grey.

    desimal: show numbers with so many decimals as well.
    """
    aturan = FormulaRule(
        formula=[rumus],
        fill=isian(warna),
        border=_garis(garis) if garis else None,
        font=Font(bold="tebal" in huruf or None, italic="miring" in huruf or None) if huruf else None,
        stopIfTrue=berhenti,
    )
    if desimal is not None and aturan.dxf is not None:
        aturan.dxf.numFmt = _bentuk(desimal)
    return aturan


def bila_desimal(rumus: str, desimal: int) -> Rule:
    """Show a number with so many decimals where a formula holds; nothing else of the cell changes."""
    return Rule(type="expression", dxf=DifferentialStyle(numFmt=_bentuk(desimal)), formula=[rumus])


def _bentuk(desimal: int) -> NumberFormat:
    nomor = _NOMOR_FORMAT.get(desimal, _NOMOR_SENDIRI + desimal)
    return NumberFormat(numFmtId=nomor, formatCode=format_angka("angka", desimal))


def format_angka(tipe: str, desimal: int | None) -> str:
    """Number format of a column: "General" shows a value as typed; never a % format, values are in percent units."""
    if tipe in ("teks", "kode", "pilihan"):
        return "@" if tipe == "kode" else "General"
    if tipe == "tahun":
        return "0"
    if tipe in ("rupiah", "cacah"):
        return RIBUAN
    if tipe == "persen":
        desimal = 2 if desimal is None else desimal
    if desimal is None:
        return "General"
    return f"{RIBUAN}.{'0' * desimal}" if desimal else RIBUAN
