"""Which sheets are ours: they carry a hidden name of their own; a name on the tab alone proves nothing.

The mark is a defined name that belongs to the sheet, its value the sheet's own name. Excel and LibreOffice keep it (LibreOffice
shows it in its list of names; the next writing hides it again); it goes with the sheet, survives whatever is done to cells, and
nobody types over it. A tab its user renamed is the user's from then on, an archive or a copy: it is never written to, and the sheet
is made anew under its own name. Workbooks of the first version carry no mark: there the sheet is known by what stands on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from lkjip_xl.buku.baca import Lembar, baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema.versi import NAMA_TANDA, NAMA_VERSI
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA, BARIS_NOMOR, BARIS_PETUNJUK

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DASBOR, PETUNJUK, HASIL = "Dasbor", "Petunjuk", "Hasil Validasi"
KEMBALI = "← Petunjuk"  # the link every sheet begins with
BAGIAN_TOMBOL = "Tombol"  # the one section of the guide that begins with empty rows
DAFTAR = {
    "hasil validasi": ("No", "Tingkat", "Lembar", "Sel"),
    "usulan rapikan": ("No", "Terapkan", "Lembar", "Sel"),
    "pratinjau ambil": ("No", "Ambil", "Jenis", "Sumber"),
    "riwayat perubahan": ("No", "Waktu", "Lembar", "Sel"),
    "perubahan templat": ("No", "Jenis", "Lembar", "Tempat"),
    "lembar reviu": ("No", "Status", "Kode", "Lembar"),
}
"""First headers of the sheets that are lists."""
CATATAN = "Catatan dari "
KEPALA_CATATAN = ("Sel", "Jenis", "Isi", "Rumus", "Pada baris")
_AWAL = {"segel": "Segel LKjIP-XL", "xlwings.conf": "INTERPRETER_WIN", kunci_excel(PETUNJUK): "LKjIP-XL"}
PESAN = ("Belum dibuat. Klik Perbarui Ringkasan", "Tidak dibuat: ", "Grafik mengikuti angka")
"""How the note of a sheet without table begins."""
NAIK = 1  # the first version had no row for the way back above its titles
TEMPAT_INSTANSI = (2, 1)  # agency and year on the guide, which has no way back
SUMBER = "Sumber: "


def tandai(ws: Worksheet) -> None:
    """Mark a sheet that has its name already as ours."""
    from openpyxl.workbook.defined_name import DefinedName  # rules ask what is ours, and need no openpyxl

    teks = ws.title.replace('"', '""')
    ws.defined_names[NAMA_TANDA] = DefinedName(NAMA_TANDA, attr_text=f'"{teks}"', hidden=True)


def milik_kita(nama: str, lembar: Lembar, tanda: Mapping[str, str]) -> bool:
    """Is the sheet that bears the name of one of ours ours? An empty one counts as such: nothing on it can be lost."""
    return _sama(tanda.get(lembar.nama), nama) or not lembar.sel or _menurut_isi(kunci_excel(nama), lembar)


def periksa_milik(
    lembar: Mapping[str, Lembar], tanda: Mapping[str, str], nama: Iterable[str], berkas: str, lain: Iterable[str] = ()
) -> None:
    """Raise GalatBerkas (BK-40) where a sheet of the user's bears one of the names to be written, in whatever letter case.

    lain: sheets of the workbook that are no worksheets (charts, dialogs); ours never are.
    """
    ada, tulis = {kunci_excel(n): n for n in lembar}, {kunci_excel(n): n for n in nama}
    # by the mark first: a sheet that bears it need not be read
    asing = [
        ada[k]
        for k, n in tulis.items()
        if k in ada and not _sama(tanda.get(ada[k]), n) and not milik_kita(n, lembar[ada[k]], tanda)
    ]
    asing += [n for n in lain if kunci_excel(n) in tulis]
    if asing:
        raise GalatBerkas("BK-40", berkas=berkas, daftar=", ".join(f'"{n}"' for n in asing))


def cari(lembar: Mapping[str, Lembar], nama: str) -> Lembar | None:
    """The sheet of a name; case does not count in sheet names."""
    ada = next(
        (n for n in lembar if kunci_excel(n) == kunci_excel(nama)), None
    )  # by name: a sheet is read when asked for
    return None if ada is None else lembar[ada]


def cari_milik(lembar: Mapping[str, Lembar], tanda: Mapping[str, str], nama: str) -> Lembar | None:
    """The sheet of a name if it is ours; a user's own of the same name is none."""
    x = cari(lembar, nama)
    return x if x is not None and milik_kita(nama, x, tanda) else None


def _sama(a: str | None, b: str) -> bool:
    return a is not None and kunci_excel(a) == kunci_excel(b)


def _menurut_isi(nama: str, lembar: Lembar) -> bool:
    """By what the first version wrote on the sheet."""
    if nama in _AWAL:
        return teks(lembar, 1, 1).startswith(_AWAL[nama])
    kepala = KEPALA_CATATAN if nama.startswith(kunci_excel(CATATAN)) else DAFTAR.get(nama)
    if kepala is not None:
        return all(teks(lembar, BARIS_KEPALA, k) == x for k, x in enumerate(kepala, 1))
    if baris_pesan(lembar):
        return True
    n, sumber = banyak_kolom(lembar), baris_sumber(lembar)
    satuan = teks(lembar, BARIS_PETUNJUK - NAIK, 1)
    bukti = (
        n > 1,
        satuan.startswith("(") and satuan.endswith(")"),
        sumber is not None,
        sumber is not None and f"A{sumber}:{alamat_sel(sumber, max(n, 1))}" in lembar.gabung,
    )
    return sum(bukti) >= 3


def teks(lembar: Lembar, baris: int, kolom: int) -> str:
    """Text of a cell, "" where it holds none."""
    s = lembar.sel.get((baris, kolom))
    return s.nilai if s is not None and isinstance(s.nilai, str) else ""


def baris_pesan(lembar: Lembar) -> int | None:
    """The row that says why a sheet without table has none."""
    letak = (BARIS_PETUNJUK, BARIS_PETUNJUK - NAIK)
    return next((b for b in letak if teks(lembar, b, 1).startswith(PESAN)), None)


def banyak_kolom(lembar: Lembar) -> int:
    """Columns of a summary table by the row (1) (2) … below its headers."""
    n = 0
    while teks(lembar, BARIS_NOMOR, n + 1) == f"({n + 1})":
        n += 1
    return n


def baris_sumber(lembar: Lembar) -> int | None:
    """The row below a summary table that names its sources."""
    return min(
        (b for (b, k) in lembar.sel if k == 1 and b > BARIS_DATA and teks(lembar, b, 1).startswith(SUMBER)),
        default=None,
    )


def buku_kita(data: bytes) -> bool:
    """Tell whether some bytes are a workbook of ours, of whatever template."""
    try:
        return NAMA_VERSI in baca_buku(Paket.dari_bytes(data, "buku"), hanya=[]).nama
    except GalatBerkas:
        return False
