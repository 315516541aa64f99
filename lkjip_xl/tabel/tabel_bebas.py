"""The tables of the sheet Tabel Bebas: where each begins, which of its rows are header, content and total, its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lkjip_xl.inti.bacaan import Alasan, Bacaan, Status, baca
from lkjip_xl.inti.bacaan_kolom import RUPIAH, baca_kolom
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_rapat
from lkjip_xl.tabel.model import BukuKerja, SelKerja
from lkjip_xl.tabel.per_buku import per_buku

ID_BEBAS = "tabel_bebas"
ISI_KOLOM = tuple(f"k{n}" for n in range(1, 11))
BAGIAN_BAKU = "Lampiran"
KEPALA, ISI, JUMLAH = "kepala", "isi", "jumlah"
_TOTAL = re.compile(r"(?:sub)?(?:jumlah|total)(?:total|seluruhnya|keseluruhan|semua|besar|i+|\d*)$|grandtotal$")
_NOMOR = re.compile(r"\(?\d{1,2}\)?")


@dataclass(slots=True)
class TabelBebas:
    """One table: title, section of the report, rows by kind as (Excel row, texts by column)."""

    judul: str
    bagian: str
    baris: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)

    def menurut(self, jenis: str) -> list[tuple[int, dict[str, str]]]:
        """Rows of one kind from the top."""
        return [(b, isi) for b, j, isi in self.baris if j == jenis]

    def kepala(self, kolom: str) -> str:
        """The header of a column, its rows from the top."""
        return " ".join(isi[kolom] for _, isi in self.menurut(KEPALA) if kolom in isi)

    @property
    def kolom(self) -> list[str]:
        """Columns that hold anything, from the first to the last."""
        ada = {k for _, _, isi in self.baris for k in isi}
        akhir = max((i for i, k in enumerate(ISI_KOLOM) if k in ada), default=-1)
        return list(ISI_KOLOM[: akhir + 1])


@per_buku
def daftar_tabel_bebas(buku: BukuKerja) -> list[TabelBebas]:
    """The tables in the order of the sheet; rows above the first title make one without a title.

    A title may stand in every row of its table: the same again begins no new one, unless with a header of its own.
    """
    hasil: list[TabelBebas] = []
    for b, r in buku[ID_BEBAS].rekaman():
        judul, isi = _teks(r["judul"]), {k: teks for k in ISI_KOLOM if (teks := _teks(r[k]))}
        if not hasil or (judul and not _lanjutan(hasil[-1], judul, _teks(r["baris"]))):
            hasil.append(TabelBebas(judul, _teks(r["bagian"]) or BAGIAN_BAKU))
        if isi:
            t = hasil[-1]
            t.baris.append((b, _teks(r["baris"]) or _jenis(t, isi), isi))
    return hasil


def _lanjutan(t: TabelBebas, judul: str, jenis: str) -> bool:
    """Does a row with this title go on with the table above it?"""
    kepala_lagi = jenis == KEPALA and any(j != KEPALA for _, j, _ in t.baris)
    return kunci_rapat(judul) == kunci_rapat(t.judul) and not kepala_lagi


def _teks(x: object) -> str:
    return x if isinstance(x, str) and not isinstance(x, Galat) else ""


def _jenis(t: TabelBebas, isi: dict[str, str]) -> str:
    """The first row is the header, a row of column numbers below it belongs to it; a label tells a total."""
    if not t.baris:
        return KEPALA
    nomor = len(isi) > 2 and all(_NOMOR.fullmatch(x) for x in isi.values())
    if nomor and all(j == KEPALA for _, j, _ in t.baris) and [x.strip("()") for x in isi.values()] == _urut(len(isi)):
        return KEPALA
    return JUMLAH if baris_total(next(iter(isi.values()))) else ISI


def _urut(n: int) -> list[str]:
    return [str(i) for i in range(1, n + 1)]


def baris_total(teks: str) -> bool:
    """Does this label name a total or subtotal?

    >>> baris_total("JUMLAH"), baris_total("Sub Total"), baris_total("Jumlah pegawai laki-laki")
    (True, True, False)
    """
    return _TOTAL.fullmatch(kunci_rapat(teks)) is not None


def bacaan_sel(s: SelKerja | None) -> Bacaan | None:
    """The number in a cell: one typed as such, or a text that is surely one; None for anything else."""
    if s is None or not isinstance(s.nilai, str):
        return None
    b = s.bacaan or baca(s.nilai)
    if b.alasan is Alasan.GAYA_INGGRIS:  # exports print money with English thousands
        b = baca_kolom(s.nilai, RUPIAH)
    return b if b.nilai is not None and (s.bacaan is not None or b.status is Status.PASTI) else None


def berangka(buku: BukuKerja, t: TabelBebas) -> Iterator[tuple[int, str, Bacaan]]:
    """Every number of a table outside its header: Excel row, column, reading."""
    angka = _bacaan(buku)
    for b, jenis, isi in t.baris:
        for k in isi if jenis != KEPALA else ():
            if (x := angka.get((b, k))) is not None:
                yield b, k, x


@per_buku
def _bacaan(buku: BukuKerja) -> Mapping[tuple[int, str], Bacaan]:
    """What is read from the cells of the sheet, once for all rules that ask."""
    isi = {letak: s for letak, s in buku[ID_BEBAS].sel.items() if letak[1] in ISI_KOLOM}
    return {letak: x for letak, s in isi.items() if (x := bacaan_sel(s)) is not None}


def angka_kolom(buku: BukuKerja, t: TabelBebas) -> dict[str, dict[int, Bacaan]]:
    """The same by column, then by Excel row."""
    hasil: dict[str, dict[int, Bacaan]] = {}
    for b, k, x in berangka(buku, t):
        hasil.setdefault(k, {})[b] = x
    return hasil
