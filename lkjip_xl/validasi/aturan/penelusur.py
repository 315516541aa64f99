"""Follow a formula column of the schema from one cell to the cells it takes its value from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import digits

from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL
from lkjip_xl.skema.ungkapan import Ambil, KolomBaris, Panggil, Simpul, urai
from lkjip_xl.tabel.graf import KunciKolom, dibaca
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Nilai
from lkjip_xl.tabel.penilai import TIADA

DIKETIK = frozenset({Asal.TIMPA, Asal.RUMUS_LAIN})


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A cell by sheet id, Excel row and schema column."""

    lembar: str
    baris: int
    kolom: str


class Penelusur:
    """Values, sources and taint of the cells of one workbook."""

    def __init__(self, buku: BukuKerja) -> None:
        self.buku = buku
        self._noda: dict[Rujukan, bool] = {}
        self._tertimpa: dict[str, dict[str, list[int]]] = {}
        self._hilang: dict[KunciKolom, bool] = {}
        self._keruh: dict[KunciKolom, bool] = {}

    def baris(self, lembar: str) -> Mapping[int, dict[str, Nilai]]:
        """Used rows of a sheet: {Excel row: {column: effective value}}."""
        return self.buku[lembar].per_baris()

    def alamat(self, r: Rujukan) -> tuple[str, str]:
        """Sheet name and A1 address; no address for a column the sheet has lost (that is reported by itself)."""
        t = self.buku[r.lembar]
        return t.lembar, t.alamat(r.baris, r.kolom) if r.kolom in t.letak else ""

    def diketik(self, r: Rujukan) -> bool:
        """Was something else typed over the template's formula?"""
        return self.buku[r.lembar].asal(r.baris, r.kolom) in DIKETIK

    def tertimpa(self, lembar: str, kolom: str) -> Sequence[int]:
        """Excel rows, from the top, in which something else stands in a column than the template's formula."""
        if lembar not in self._tertimpa:
            milik = self._tertimpa[lembar] = {}
            t = self.buku[lembar]
            for b, k in sorted(x for x, s in t.sel.items() if s.asal in DIKETIK and x[0] not in t.tulisan):
                milik.setdefault(k, []).append(b)
        return self._tertimpa[lembar].get(kolom, ())

    def nilai(self, r: Rujukan) -> Nilai:
        """Effective value of a cell; blank for a row that is not used."""
        return self.baris(r.lembar).get(r.baris, {}).get(r.kolom)

    # -- formulas -------------------------------------------------------------------------------------------

    def hitung(self, s: Simpul, r: Rujukan, ganti: Mapping[str, Nilai] | None = None) -> Nilai:
        """Value of an expression in the row of `r`, columns named in `ganti` taking those values instead."""
        return self.buku.penilai.fungsi(s, r.lembar, ganti or TIADA)(r.baris - BARIS_DATA)

    def _cari(self, s: Ambil, r: Rujukan) -> Rujukan | None:
        letak = self.buku.penilai.letak(s, r.lembar, r.baris - BARIS_DATA)
        return Rujukan(s.lembar, BARIS_DATA + letak, s.hasil) if isinstance(letak, int) else None

    # -- sources --------------------------------------------------------------------------------------------

    def sumber(self, r: Rujukan) -> list[Rujukan]:
        """Visible cells the formula of this column reads for this row, each once; hidden helpers are followed."""
        kolom = self.buku[r.lembar].skema.kolom.get(r.kolom)
        return list(dict.fromkeys(self._sumber(urai(kolom.rumus), r))) if kolom and kolom.rumus else []

    def _sumber(self, s: Simpul, r: Rujukan) -> Iterator[Rujukan]:
        match s:
            case KolomBaris(n):
                yield from self._tampak(Rujukan(r.lembar, r.baris, n))
            case Ambil():
                sumber = self._cari(s, r)
                if sumber is not None:
                    yield from self._tampak(sumber)
                elif isinstance(self.hitung(s.cari, r), Galat):
                    # nothing was looked up: the error of the key is the result
                    yield from self._sumber(s.cari, r)
            case Panggil():
                for a in self._argumen_terpakai(s, r):
                    yield from self._sumber(a, r)

    def _argumen_terpakai(self, s: Panggil, r: Rujukan) -> list[Simpul]:
        """The arguments a choosing function really took its value from."""
        terpakai = FUNGSI_SEL[s.fungsi].terpakai([self.hitung(a, r) for a in s.argumen])
        return [s.argumen[i] for i in terpakai]

    def _tampak(self, r: Rujukan) -> Iterator[Rujukan]:
        kolom = self.buku[r.lembar].skema.kolom[r.kolom]
        if kolom.tersembunyi and kolom.rumus and not self.diketik(r):
            yield from self._sumber(urai(kolom.rumus), r)
        else:
            yield r

    def ternoda(self, r: Rujukan) -> bool:
        """Does the value of this cell stem from one that was already reported as unreadable?"""
        if not self.buku.dilewati or not self._mungkin_ternoda(r.lembar, r.kolom):
            return False
        if r not in self._noda:
            self._noda[r] = False  # a cell that reads itself adds nothing
            self._noda[r] = self.alamat(r) in self.buku.dilewati or (
                not self.diketik(r) and any(self.ternoda(x) for x in self.sumber(r))
            )
        return self._noda[r]

    def sumber_hilang(self, lembar: str, kolom: str) -> bool:
        """Does the formula of this column look into a sheet or column the workbook has lost (reported by itself)?"""
        kunci = lembar, kolom
        if kunci not in self._hilang:
            self._hilang[kunci] = any(self._lenyap(asal, k, lembar) for asal, k in dibaca(self.buku.skema, kunci))
        return self._hilang[kunci]

    def _lenyap(self, asal: str, kolom: str, lembar: str) -> bool:
        t = self.buku[asal]
        hilang = kolom not in t.belum_ada and (not t.ada or kolom not in t.letak)
        return (hilang and asal != lembar) or self.sumber_hilang(asal, kolom)

    def sumber_ternoda(self, r: Rujukan) -> bool:
        """Is one of the cells this formula reads unreadable, so that nothing can be said about its result?"""
        if not any(self._mungkin_ternoda(*k) for k in dibaca(self.buku.skema, (r.lembar, r.kolom))):
            return False  # as nearly always; to follow the sources of a cell costs as much as to judge it
        return any(self.ternoda(x) or isinstance(self.nilai(x), Galat) for x in self.sumber(r))

    def _mungkin_ternoda(self, lembar: str, kolom: str) -> bool:
        """Is there, in a column or those its formula stems from, any cell that was reported as unreadable or holds an error?"""
        kunci = lembar, kolom
        if kunci not in self._keruh:
            self._keruh[kunci] = self._bercacat(*kunci) or any(
                self._mungkin_ternoda(*k) for k in dibaca(self.buku.skema, kunci)
            )
        return self._keruh[kunci]

    def _bercacat(self, lembar: str, kolom: str) -> bool:
        """Holds a column an error, or a cell that was reported as unreadable?"""
        t = self.buku[lembar]
        if any(isinstance(x, Galat) for x in t.penuh.get(kolom, ())):
            return True
        if t.skema.susunan == "pasangan":
            return (t.lembar, t.alamat(BARIS_DATA, kolom)) in self.buku.dilewati
        return (t.lembar, huruf(t.letak[kolom]) if kolom in t.letak else "") in self._lajur_dilewati

    @cached_property
    def _lajur_dilewati(self) -> frozenset[tuple[str, str]]:
        """Sheets and letters of columns with a cell that was reported as unreadable."""
        return frozenset((lembar, sel.rstrip(digits)) for lembar, sel in self.buku.dilewati)
