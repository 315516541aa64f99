"""The one style table of every sheet we write: colours, fonts, borders, number formats."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

HURUF = "Calibri"
BIRU_TUA = "1F3864"
BIRU_MUDA = "DDEBF7"
KUNING = "FFF9DB"
ABU = "EDEDED"
ABU_GARIS = "A6A6A6"
MERAH = "F8CBAD"
JINGGA = "FFE699"
PUTIH = "FFFFFF"
HIJAU = "C6E0B4"
KUNING_TUA = "FFF2CC"
MERAH_MUDA = "F4B6B6"

GARIS = Side(style="thin", color=ABU_GARIS)
KOTAK = Border(left=GARIS, right=GARIS, top=GARIS, bottom=GARIS)

JUDUL = Font(name=HURUF, size=14, bold=True, color=BIRU_TUA)
SUBJUDUL = Font(name=HURUF, size=11, bold=True)
KETERANGAN = Font(name=HURUF, size=10, italic=True, color="595959")
TAUTAN = Font(name=HURUF, size=10, underline="single", color="0563C1")
KEPALA = Font(name=HURUF, size=10, bold=True, color=PUTIH)
NOMOR = Font(name=HURUF, size=8, italic=True, color="595959")
BIASA = Font(name=HURUF, size=10)
TEBAL = Font(name=HURUF, size=10, bold=True)

TENGAH = Alignment(horizontal="center", vertical="center", wrap_text=True)
KIRI = Alignment(horizontal="left", vertical="top", wrap_text=True)
KANAN = Alignment(horizontal="right", vertical="top")
TENGAH_ATAS = Alignment(horizontal="center", vertical="top", wrap_text=True)

TERBUKA = Protection(locked=False)
TERKUNCI = Protection(locked=True)


def isian(warna: str) -> PatternFill:
    """Solid fill."""
    return PatternFill("solid", start_color=warna, end_color=warna)


WARNA_JENIS = {"isian": KUNING, "warisan": BIRU_MUDA, "rumus": ABU}
WARNA_TAB = {
    "pengaturan": "7F7F7F",
    "perencanaan": "2E75B6",
    "pengukuran": "548235",
    "anggaran": "C55A11",
    "pendukung": "7030A0",
    "ringkasan": BIRU_TUA,
    "hasil": "C00000",
}

RIBUAN = "#,##0"


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
