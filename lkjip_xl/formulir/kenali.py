"""A form that came back: known by its hidden mark, its cells found by hidden keys, wherever rows and columns went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lkjip_xl.formulir.tanda import AWALAN, Tanda, baca_tanda, isi_asing
from lkjip_xl.sumber.model import LEMBAR_FORMULIR, Kisi, SelAsing, Sumber


@dataclass(slots=True)
class LembarKembali:
    """A sheet of a returned form: where it is read, its columns by number, its rows by key, and what is not as it was.

    kunci: number of the hidden column of keys; tambahan: further rows with content; hilang: keys whose row is gone.
    """

    nama: str
    kisi: Kisi
    kunci: int
    kolom: dict[int, str]
    baris: dict[str, int] = field(default_factory=dict)
    tambahan: list[int] = field(default_factory=list)
    hilang: list[str] = field(default_factory=list)

    def sel(self, baris: int) -> dict[int, SelAsing]:
        """Filled cells of a row, the key apart."""
        return {k: s for (b, k), s in self.kisi.sel.items() if b == baris and k != self.kunci}


@dataclass(slots=True)
class FormulirKembali:
    """A form that was read; tanda None: its mark is not whole. kisi: all its grids but the mark; lain: those not of ours."""

    berkas: str
    tanda: Tanda | None
    kisi: list[Kisi]
    lembar: list[LembarKembali] = field(default_factory=list)
    lain: list[Kisi] = field(default_factory=list)

    def terketik(self) -> Iterator[tuple[LembarKembali, str, int, str]]:
        """Every cell the bidang changed, also those it emptied: sheet, key of the row, column number, schema column."""
        t = self.tanda
        if t is None:
            return
        for x in self.lembar:
            boleh = {n: k for n, k in x.kolom.items() if k in t.ketik[x.nama]}
            for kunci, b in x.baris.items():
                for n, k in boleh.items():
                    if isi_asing(x.kisi.sel.get((b, n))) != t.semula.get((x.nama, kunci, k), ""):
                        yield x, kunci, n, k


def kenali(sumber: Sumber) -> FormulirKembali | None:
    """The form a file is; None for any other file."""
    tanda = next((k for k in sumber.kisi if k.tempat == LEMBAR_FORMULIR), None)
    if tanda is None:
        return None
    hasil = FormulirKembali(sumber.berkas, baca_tanda(tanda), [k for k in sumber.kisi if k is not tanda])
    if hasil.tanda is None:
        return hasil
    for kisi in hasil.kisi:
        x = _lembar(kisi, hasil.tanda)
        if x is None or any(x.nama == y.nama for y in hasil.lembar):
            hasil.lain.append(kisi)
        else:
            hasil.lembar.append(x)
    return hasil


def _lembar(kisi: Kisi, tanda: Tanda) -> LembarKembali | None:
    """The sheet of the form a grid is: some cell names it, and its row the columns."""
    for (b, k), s in sorted(kisi.sel.items()):
        nama = s.teks.removeprefix(AWALAN)
        if s.teks.startswith(AWALAN) and nama in tanda.lembar:
            boleh = {*tanda.tampak[nama], *tanda.ketik[nama]}
            kolom = {n: x.teks for (i, n), x in kisi.sel.items() if i == b and x.teks in boleh}
            hasil = LembarKembali(nama, kisi, k, kolom)
            _isi_baris(hasil, tanda, b)
            return hasil
    return None


def _isi_baris(x: LembarKembali, tanda: Tanda, kepala: int) -> None:
    """Rows by their key; a second one of a key, or one without any below the first, was added."""
    perlu = {k for n, k in tanda.baris if n == x.nama}
    berkunci = {
        b: s.teks for (b, k), s in sorted(x.kisi.sel.items()) if k == x.kunci and b > kepala and s.teks in perlu
    }
    for b, kunci in berkunci.items():
        x.baris.setdefault(kunci, b)
    awal = min(berkunci, default=kepala + 1)
    milik = set(x.baris.values())
    x.tambahan = sorted({b for b, k in x.kisi.sel if b >= awal and b not in milik and k != x.kunci})
    x.hilang = sorted(perlu - x.baris.keys(), key=lambda k: int(k[1:]))
