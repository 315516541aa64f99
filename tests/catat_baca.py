"""Which columns a piece of the program really reads: a workbook whose rows and settings write down every reading.

What a formula reads is none of it: the schema in use says that. Nor are sheets read column by column as the schema has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import fields
from typing import Any
from unittest import mock

from lkjip_xl.skema.perlu import KunciKolom
from lkjip_xl.tabel.hitung_buku import KOLOM_NAMA, KOLOM_SKALA
from lkjip_xl.tabel.indeks import Indeks
from lkjip_xl.tabel.model import BukuKerja, Tabel
from lkjip_xl.validasi.aturan.banding import Pembanding
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Penelusur, Rujukan


class Catatan:
    """Columns read so far; nothing is written down while `diam`."""

    def __init__(self) -> None:
        self.kolom: set[KunciKolom] = set()
        self._diam = 0

    def __call__(self, lembar: str, kolom: str) -> None:
        if not self._diam:
            self.kolom.add((lembar, kolom))

    @contextmanager
    def diam(self) -> Iterator[None]:
        self._diam += 1
        try:
            yield
        finally:
            self._diam -= 1


class _Peta(dict):
    """A dict whose look-ups are written down; `kunci` makes the column of a key."""

    def __init__(self, isi: Any, catat: Callable[[Any], None]) -> None:
        super().__init__(isi)
        self._catat = catat

    def __getitem__(self, k: Any) -> Any:
        self._catat(k)
        return super().__getitem__(k)

    def get(self, k: Any, lain: Any = None) -> Any:
        self._catat(k)
        return super().get(k, lain)

    def __or__(self, lain: Any) -> _Peta:
        return _Peta({**self, **lain}, self._catat)


class _Tabel(Tabel):
    """A sheet that writes down what is read of it."""

    def __init__(self, t: Tabel, catat: Catatan) -> None:
        for f in fields(Tabel):
            setattr(self, f.name, getattr(t, f.name))
        self.catat: Callable[[str], None] = lambda k: catat(t.skema.id, k)
        self.sel = _Peta(t.sel, lambda k: self.catat(k[1]))
        self._tercatat = {b: _Peta(r, self.catat) for b, r in t.per_baris().items()}

    def per_baris(self):
        return self._tercatat

    def harap(self, baris: int, kolom: str):
        self.catat(kolom)
        return super().harap(baris, kolom)


class _Buku(BukuKerja):
    @property
    def semua_skala(self):
        for k in (*KOLOM_SKALA, KOLOM_NAMA):
            self.catatan("skala", k)
            self.catatan("skala_baku", k)
        self.catatan("pengaturan", "skala_capaian")  # which of them it is
        return self.skala_asli

    @semua_skala.setter
    def semua_skala(self, x) -> None:
        self.skala_asli = x


def buku_tercatat(buku: BukuKerja, catat: Catatan) -> BukuKerja:
    """The same workbook, every reading written down."""
    hasil = object.__new__(_Buku)
    hasil.catatan = catat
    for f in fields(BukuKerja):
        setattr(hasil, f.name, getattr(buku, f.name))
    hasil.tabel = {i: _Tabel(t, catat) for i, t in buku.tabel.items()}
    hasil.indeks, hasil.hitungan = Indeks(hasil.tabel), {}
    nama = {k.nama_setelan or k.nama: k.nama for k in buku.skema.lembar["pengaturan"].kolom.values()}
    hasil.setelan = _Peta(buku.setelan, lambda k: catat("pengaturan", nama.get(k, k)))
    return hasil


def segarkan(buku: BukuKerja) -> None:
    """Forget what was computed and looked up: who comes next reads it again."""
    buku.indeks, buku.hitungan = Indeks(buku.tabel), {}


def _bungkus(catat: Catatan, kelas: type, nama: str, *, sebut: bool) -> Any:
    """A method whose own readings are not written down; with `sebut` the column it was asked for is."""
    asli = getattr(kelas, nama)

    def ganti(self, *arg: Any, **lain: Any) -> Any:
        if sebut and isinstance(arg[0], Rujukan):
            catat(arg[0].lembar, arg[0].kolom)
        elif sebut:
            catat(arg[0], arg[1])
        with catat.diam():
            hasil = asli(self, *arg, **lain)
            return iter(list(hasil)) if isinstance(hasil, Iterator) else hasil

    return mock.patch.object(kelas, nama, ganti)


@contextmanager
def pencatatan(catat: Catatan) -> Iterator[None]:
    """While this lasts, what follows formulas is not written down, only the column it starts from."""
    with ExitStack() as s:
        for n in ("hitung", "sumber", "sumber_hilang", "alamat"):
            s.enter_context(_bungkus(catat, Penelusur, n, sebut=False))
        for n in ("ternoda", "diketik", "sumber_ternoda"):
            s.enter_context(_bungkus(catat, Penelusur, n, sebut=n != "ternoda"))
        for n in ("periksa", "ketikan", "beda", "tampil", "cocok_bila"):
            s.enter_context(_bungkus(catat, Pembanding, n, sebut=True))
        asli = Pelapor.__call__

        def lapor(self, kode: str, r: Rujukan, /, **isi: Any) -> None:
            isi = {k: list(x) if k == "terkait" else x for k, x in isi.items()}
            catat(r.lembar, r.kolom)
            with catat.diam():
                asli(self, kode, r, **isi)

        s.enter_context(mock.patch.object(Pelapor, "__call__", lapor))
        s.enter_context(_bungkus(catat, Pelapor, "kepala", sebut=False))
        yield
