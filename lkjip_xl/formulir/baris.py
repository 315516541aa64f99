"""The rows of a form: those of the workbook, those it has not got yet, and what is seen in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.formulir.pembagian import ID_ANGGARAN, Bagian
from lkjip_xl.formulir.tanda import BarisTanda
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.isi.cocok import PENGENAL
from lkjip_xl.isi.sel import tulis_isian
from lkjip_xl.skema.formulir import PROGRAM, LembarFormulir
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.tabel.hitung_buku import hitung_buku, salin_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja, Tabel

BERISI = (Asal.ISIAN, Asal.TIMPA, Asal.RUMUS_LAIN)


@dataclass(frozen=True, slots=True)
class IsiSel:
    """What a cell of a form shows, and the number format that keeps its decimals (None = that of the column)."""

    nilai: float | str | None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class BarisFormulir:
    """A row: how the workbook knows it, its cells by column."""

    tanda: BarisTanda
    isi: dict[str, IsiSel]


def kolom_kenal(s: SkemaLembar) -> tuple[str, ...]:
    """Typed columns that tell the rows of a sheet apart, whatever row they stand in."""
    return tuple(k for k in s.kunci or PENGENAL if k in s.kolom and s.kolom[k].jenis == "isian")


def kenal(t: Tabel, baris: int) -> dict[str, str]:
    """What tells a row apart, as it is compared; blanks are left out."""
    sel = ((k, t.sel.get((baris, k))) for k in kolom_kenal(t.skema))
    return {k: x for k, s in sel if s is not None and (x := kunci_teks(s.nilai))}


class PenyusunBaris:
    """Rows for the sheets of all forms; rows the workbook lacks are tried out on a copy, so that their formulas speak."""

    def __init__(self, buku: BukuKerja, lembar: Sequence[LembarFormulir], kode: Iterable[str]) -> None:
        self._asal, self._buku = buku, salin_buku(buku)
        self._baru: dict[tuple[str, str], list[int]] = {}
        self._ke: dict[str, dict[int, tuple[int, int]]] = {}
        semua = list(kode)
        for f in lembar:
            if f.menurut != PROGRAM:
                self._sediakan(f, semua)
        self._buku = hitung_buku(buku.skema, self._buku.tabel, [], set(buku.dilewati))

    def _sediakan(self, f: LembarFormulir, kode: Sequence[str]) -> None:
        """A row for every indicator that has none, and the blank ones asked for, below what is there."""
        t = self._buku[f.isi]
        berikut = max((b for (b, _), s in t.sel.items() if s.asal in BERISI), default=BARIS_DATA - 1) + 1
        pilihan = t.skema.kolom[f.tiap].pilihan if f.tiap else ()
        for x in kode:
            ada = self._asal.indeks.semua(f.isi, "kode", x)
            punya = {kunci_teks(self._asal[f.isi].isi(b)[f.tiap]) for b in ada} if f.tiap else set()
            kurang = [{"kode": x, f.tiap: p} for p in pilihan if kunci_teks(p) not in punya]
            isi = kurang if f.tiap else [{"kode": x}] * (f.baris_kosong or int(not ada))
            self._baru[f.nama, kunci_teks(x)] = list(range(berikut, berikut + len(isi)))
            for b, baris in enumerate(isi, berikut):
                t.sel |= {(b, k): SelKerja.isian(nilai) for k, nilai in baris.items()}
            berikut += len(isi)

    def baris_formulir(self, f: LembarFormulir, bagian: Bagian) -> list[BarisFormulir]:
        """The rows of one sheet of the form of a bidang."""
        if f.menurut == PROGRAM:
            return [self._baris(f, b) for b in bagian.program]
        hasil: list[BarisFormulir] = []
        for x in bagian.indikator:
            semua = [*self._asal.indeks.semua(f.isi, "kode", x), *(baru := self._baru[f.nama, kunci_teks(x)])]
            hasil += [self._baris(f, b, baru=b in baru) for b in sorted(semua, key=lambda b: self._giliran(f, b))]
        for p in bagian.program if f.tiap else ():
            kode = self._asal[ID_ANGGARAN].isi(p)["kode"]
            hasil += [self._baris(f, b) for b in self._asal.indeks.semua(f.isi, "kode", kode)]
        return hasil

    def _giliran(self, f: LembarFormulir, b: int) -> int:
        """The order of rows of one indicator: as in the workbook, or that of the choices."""
        if not f.tiap:
            return b
        t = self._buku[f.isi]
        urutan = [kunci_teks(x) for x in t.skema.kolom[f.tiap].pilihan]
        x = kunci_teks(t.isi(b)[f.tiap])
        return urutan.index(x) if x in urutan else len(urutan)

    def _baris(self, f: LembarFormulir, b: int, *, baru: bool = False) -> BarisFormulir:
        t = self._buku[f.isi]
        isi = {k: self._tampak(t, b, k) for k in f.tampak} | {k: self._ketikan(t, b, k) for k in f.ketik}
        if baru:
            return BarisFormulir(BarisTanda(0, kenal(t, b)), isi)
        return BarisFormulir(BarisTanda(b, kenal(t, b), *self._urutan(f.isi).get(b, (0, 1))), isi)

    def _urutan(self, id_lembar: str) -> Mapping[int, tuple[int, int]]:
        """Of every row which one it is of those alike, and how many these are."""
        if id_lembar not in self._ke:
            serupa: dict[tuple[tuple[str, str], ...], list[int]] = {}
            t = self._asal[id_lembar]
            for b in t.baris:
                serupa.setdefault(tuple(kenal(t, b).items()), []).append(b)
            self._ke[id_lembar] = {b: (n, len(x)) for x in serupa.values() for n, b in enumerate(x)}
        return self._ke[id_lembar]

    @staticmethod
    def _tampak(t: Tabel, b: int, kolom: str) -> IsiSel:
        """A value that is shown only: the effective one; an error or what cannot be computed yet is a blank."""
        k = t.skema.kolom[kolom]
        x = t.isi(b).get(kolom) if t.terpakai(b) else None
        if x is None and (s := t.sel.get((b, kolom))) is not None and s.asal in BERISI:
            return _tertulis(k, s)
        desimal = t.desimal(b, kolom)
        if isinstance(x, float) and desimal is not None:
            return IsiSel(x, tulis_isian(k, SelKerja(x, Asal.ISIAN, desimal)).format)
        return IsiSel(None if isinstance(x, Galat) else x)

    @staticmethod
    def _ketikan(t: Tabel, b: int, kolom: str) -> IsiSel:
        """What is typed already; a formula's own result is left for the workbook to compute."""
        s = t.sel.get((b, kolom))
        return IsiSel(None) if s is None or s.asal not in BERISI else _tertulis(t.skema.kolom[kolom], s)


def _tertulis(k: Kolom, s: SelKerja) -> IsiSel:
    """A cell as it would be written; an error is a blank."""
    apa = tulis_isian(k, s)
    return IsiSel(
        apa.nilai if isinstance(apa.nilai, (float, str)) and not isinstance(apa.nilai, Galat) else None, apa.format
    )
