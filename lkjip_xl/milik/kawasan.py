"""The cells of a sheet of ours that we wrote: what stands beside or below them is the user's."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.alamat import kawasan
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.tabel.daftar_lembar import KOLOM, KOLOM_HITUNGAN
from lkjip_xl.tabel.langsung import FORMAT_CACAH
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_JUDUL, BARIS_KEPALA, BARIS_PETUNJUK
from lkjip_xl.tabel.sidik import KOLOM_SIDIK
from lkjip_xl.tabel.tanda import (
    BAGIAN_TOMBOL,
    DAFTAR,
    DASBOR,
    NAIK,
    PETUNJUK,
    banyak_kolom,
    baris_pesan,
    baris_sumber,
    teks,
)

KOLOM_DASBOR = 4  # the charts stand to the right of the data
KOLOM_PETUNJUK = 4
KOLOM_DAFTAR = {
    "hasil validasi": 9,
    "usulan rapikan": 7,
    "pratinjau ambil": 9,
    "riwayat perubahan": 10,
    "perubahan templat": 7,
    "lembar reviu": 12,
}
BERTAMBAH = {"riwayat perubahan": "Oleh"}
"""Lists that got a column at their end, by its header: in an older workbook that column is the user's."""
TANDA = {"hasil validasi": range(11, 14), "lembar reviu": range(13, 15)}
"""Hidden columns of lists, whatever their length: what feeds the marks on other sheets, keys of judgements."""
SIDIK = (KOLOM_SIDIK,)
HITUNGAN = range(KOLOM_HITUNGAN, KOLOM_HITUNGAN + len(KOLOM))


@dataclass(frozen=True, slots=True)
class Kawasan:
    """Columns 1 to kolom in the rows up to akhir, and hidden columns in all rows; or just the cells in `sel`."""

    kolom: int
    akhir: int
    tersembunyi: Container[int] = ()
    sel: Container[tuple[int, int]] | None = None

    def memuat(self, baris: int, kolom: int) -> bool:
        """Is the cell one of ours?"""
        if self.sel is not None:
            return (baris, kolom) in self.sel
        return kolom in self.tersembunyi or (kolom <= self.kolom and baris <= self.akhir)


def kawasan_kita(lembar: Lembar, baru: Worksheet) -> Kawasan:
    """Where we wrote when the sheet was made; `baru`: the sheet that is to take its place."""
    nama = kunci_excel(baru.title)
    if nama != kunci_excel(PETUNJUK) and not _ada_bekas(lembar, baru):
        return Kawasan(0, 0, sel={t for t, s in lembar.sel.items() if _sama_teks(s.nilai, baru, t)})
    if nama in DAFTAR:
        n = KOLOM_DAFTAR[nama]
        ada = nama in BERTAMBAH and teks(lembar, BARIS_KEPALA, n + 1) == BERTAMBAH[nama]
        return Kawasan(n + ada, _akhir_daftar(lembar), TANDA.get(nama, ()))
    if nama == kunci_excel(PETUNJUK):
        return _kawasan_petunjuk(lembar)
    if nama == kunci_excel(DASBOR):
        return Kawasan(KOLOM_DASBOR, baru.max_row)
    if pesan := baris_pesan(lembar):
        return Kawasan(1, pesan)
    sumber = baris_sumber(lembar)
    judul = _lebar(lembar, BARIS_JUDUL) or _lebar(lembar, BARIS_JUDUL - NAIK)
    n = _lebar(lembar, sumber) or judul or banyak_kolom(lembar) or baru.max_column
    if sumber is None:  # somebody has typed over the line: what stands in our columns counts as ours
        return Kawasan(n, max((b for b, k in lembar.sel if k <= n), default=0), SIDIK)
    return Kawasan(n, _akhir_kaki(lembar, sumber, n), SIDIK)


def _ada_bekas(lembar: Lembar, baru: Worksheet) -> bool:
    """Does anything of our table still stand there? A marked sheet may have been emptied and filled with something else."""
    return bool(
        banyak_kolom(lembar)
        or baris_pesan(lembar)
        or any(
            BARIS_PETUNJUK < b < BARIS_DATA and _sama_teks(s.nilai, baru, (b, k)) for (b, k), s in lembar.sel.items()
        )
        or baris_sumber(lembar)
    )


def _sama_teks(nilai: object, baru: Worksheet, tempat: tuple[int, int]) -> bool:
    c = baru._cells.get(tempat)
    return c is not None and isinstance(nilai, str) and nilai != "" and c.value == nilai


def _kawasan_petunjuk(lembar: Lembar) -> Kawasan:
    """The guide: its rows are marked, the rows between them are free; in guides of the first template every line is merged over
    the last two columns."""
    bertanda = {b: int(s.nilai) for (b, k), s in lembar.sel.items() if k == KOLOM_SIDIK and isinstance(s.nilai, float)}
    if bertanda:
        sel = {(b, k) for b, n in bertanda.items() for k in (*range(1, n + 1), *HITUNGAN, KOLOM_SIDIK)}
        return Kawasan(max(bertanda.values()), max(bertanda), sel=sel)
    baris = {
        b for b, k1, z, k2 in map(kawasan, lembar.gabung) if (b, k1, k2) == (z, KOLOM_PETUNJUK - 1, KOLOM_PETUNJUK)
    }
    kepala = {b - 1 for b in baris} - baris | {
        b for b, k in lembar.sel if k == 1 and teks(lembar, b, 1) == BAGIAN_TOMBOL
    }
    nomor = {b for b in baris if (s := lembar.sel.get((b, 1))) is not None and s.jenis == "angka"}
    # the live checks: a count and, in a cell of its own, the link to the first
    baris |= {b for (b, k), s in lembar.sel.items() if k == KOLOM_PETUNJUK - 1 and s.format == FORMAT_CACAH}
    sel = {(b, 1) for b in {1, 2} | kepala | nomor} | {(b, k) for b in baris for k in range(2, KOLOM_PETUNJUK + 1)}
    return Kawasan(KOLOM_PETUNJUK, max(baris, default=0), sel=sel)


def _akhir_daftar(lembar: Lembar) -> int:
    """The last entry of a list: its numbers count from 1."""
    b = BARIS_KEPALA + 1 if (BARIS_KEPALA + 1, 1) in lembar.sel else BARIS_DATA
    n = 1
    while (s := lembar.sel.get((b, 1))) is not None and s.nilai == n:
        b, n = b + 1, n + 1
    return max(b - 1, BARIS_KEPALA)


def _lebar(lembar: Lembar, baris: int | None) -> int:
    """Columns over which a row is merged from its first."""
    rentang = (kawasan(r) for r in lembar.gabung)
    return max((k2 for b1, k1, b2, k2 in rentang if (b1, k1, b2) == (baris, 1, baris)), default=0)


def _akhir_kaki(lembar: Lembar, sumber: int, n: int) -> int:
    """The last of the notes below the table: each is merged over its columns, or begins as notes do."""
    b = sumber
    while _lebar(lembar, b + 1) == n or ((b + 1, 1) in lembar.sel and _catatan(teks(lembar, b + 1, 1))):
        b += 1
    return b


def _catatan(x: str) -> bool:
    return x == "Catatan:" or x.startswith(("– ", "*"))
