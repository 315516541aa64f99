"""The sheet "Catatan dari …": what stood on a sheet of ours and could not stay there, an entry per cell; it only ever grows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.lembar.daftar import bangun_kepala, siapkan_cetak, tulis_baris
from lkjip_xl.milik.tambahan import Catatan
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA
from lkjip_xl.tabel.tanda import CATATAN, KEPALA_CATATAN, cari, milik_kita

PANJANG_NAMA = 31
LEBAR = (10, 12, 60, 40, 60)
_KETERANGAN = (
    "Isi Anda di lembar {lembar} yang tidak dapat tinggal di tempatnya saat lembar itu dibuat ulang. Lembar catatan ini milik Anda: "
    "boleh diubah atau dihapus."
)


def lembar_catatan(
    lembar: Mapping[str, Lembar], semua: Collection[str], tanda: Mapping[str, str], milik: str
) -> tuple[str, Lembar | None]:
    """Name of the sheet of notes of a sheet, and that sheet where it exists; a user's own of that name is left alone."""
    terpakai, n = {kunci_excel(x) for x in semua}, 1
    while True:
        akhiran = f" ({n})" if n > 1 else ""
        nama = f"{CATATAN}{milik}"[: PANJANG_NAMA - len(akhiran)] + akhiran
        ada = cari(lembar, nama)
        if ada is not None and ada.sel and milik_kita(nama, ada, tanda):
            return ada.nama, ada
        if kunci_excel(nama) not in terpakai:
            return nama, None
        n += 1


def yang_baru(ada: Lembar | None, isi: Sequence[Catatan]) -> list[Catatan]:
    """Entries the sheet of notes does not hold yet."""
    kolom = range(1, len(KEPALA_CATATAN) + 1)
    tercatat = {tuple(_teks(ada, b, k) for k in kolom) for b in {b for b, _ in ada.sel}} if ada is not None else set()
    return [c for c in isi if tuple(_rata(x) for x in c.nilai()) not in tercatat]


def bangun_catatan(ws: Worksheet, milik: str, isi: Sequence[Catatan], awal: int | None = None) -> None:
    """Write the sheet, or with `awal` (a row) only entries to be appended there. It stays unlocked: it is the user's."""
    if awal is None:
        bangun_kepala(ws, ws.title.upper(), _KETERANGAN.format(lembar=milik), KEPALA_CATATAN, LEBAR)
        siapkan_cetak(ws)
    for b, c in enumerate(isi, awal or BARIS_DATA):
        tulis_baris(ws, b, c.nilai())


def baris_berikut(ada: Lembar) -> int:
    """The row where entries can be appended."""
    return max(BARIS_KEPALA + 1, BARIS_DATA, *(b + 1 for b, _ in ada.sel))


def _teks(lembar: Lembar, b: int, k: int) -> str:
    s = lembar.sel.get((b, k))
    return "" if s is None else _rata(s.nilai)


def _rata(x: object) -> str:
    """Content as text, however a program has stored it."""
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        return f"{x:.15g}"
    return "" if x is None else " ".join(str(x).split())
