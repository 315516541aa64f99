"""Follow a formula column of the schema from one cell to the cells it takes its value from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL
from lkjip_xl.skema.ungkapan import (
    SKALA,
    Ambil,
    KolomBaris,
    Konstanta,
    Panggil,
    Sebelum,
    Setelan,
    Simpul,
    telusuri,
    urai,
)
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Nilai

DIKETIK = frozenset({Asal.TIMPA, Asal.RUMUS_LAIN})


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A cell by sheet id, Excel row and schema column."""

    lembar: str
    baris: int
    kolom: str


class Penelusur:
    """Values, sources and taint of the cells of one workbook; rows and look-up indexes are kept for the next rule."""

    def __init__(self, buku: BukuKerja) -> None:
        self.buku = buku
        self._baris: dict[str, dict[int, dict[str, Nilai]]] = {}
        self._indeks: dict[tuple[str, str], dict[str, int]] = {}
        self._noda: dict[Rujukan, bool] = {}
        self._skala = [[p.batas, p.tanda, p.kategori] for p in buku.skala]

    def baris(self, lembar: str) -> dict[int, dict[str, Nilai]]:
        """Used rows of a sheet: {Excel row: {column: effective value}}."""
        if lembar not in self._baris:
            self._baris[lembar] = dict(self.buku[lembar].rekaman())
        return self._baris[lembar]

    def alamat(self, r: Rujukan) -> tuple[str, str]:
        """Sheet name and A1 address; no address for a column the sheet has lost (that is reported by itself)."""
        t = self.buku[r.lembar]
        return t.lembar, t.alamat(r.baris, r.kolom) if r.kolom in t.letak else ""

    def diketik(self, r: Rujukan) -> bool:
        """Was something else typed over the template's formula?"""
        return self.buku[r.lembar].asal(r.baris, r.kolom) in DIKETIK

    def nilai(self, r: Rujukan) -> Nilai:
        """Effective value of a cell; blank for a row that is not used."""
        return self.baris(r.lembar).get(r.baris, {}).get(r.kolom)

    # -- formulas -------------------------------------------------------------------------------------------

    def hitung(self, s: Simpul, r: Rujukan, ganti: Mapping[str, Nilai] | None = None) -> Nilai:
        """Value of an expression in the row of `r`, columns named in `ganti` taking those values instead."""
        match s:
            case Konstanta(x):
                return x
            case KolomBaris(n):
                return ganti[n] if ganti and n in ganti else self.nilai(Rujukan(r.lembar, r.baris, n))
            case Sebelum(n):
                return self.nilai(Rujukan(r.lembar, r.baris - 1, n))
            case Setelan(n):
                return self._skala if n == SKALA else self.buku.setelan.get(n)
            case Ambil():
                sumber = self._cari(s, r, ganti)
                nilai = None if sumber is None else self.nilai(sumber)
                return None if isinstance(nilai, Galat) else nilai
            case Panggil(f, argumen):
                return FUNGSI_SEL[f].python(*(self.hitung(a, r, ganti) for a in argumen))
        raise AssertionError(s)

    def _cari(self, s: Ambil, r: Rujukan, ganti: Mapping[str, Nilai] | None = None) -> Rujukan | None:
        kunci = self.hitung(s.cari, r, ganti)
        if not isinstance(kunci, str):
            return None
        letak = self._indeks_kolom(s.lembar, s.pada).get(kunci.casefold())
        return None if letak is None else Rujukan(s.lembar, letak, s.hasil)

    def _indeks_kolom(self, lembar: str, kolom: str) -> dict[str, int]:
        if (lembar, kolom) not in self._indeks:
            indeks: dict[str, int] = {}
            for i, x in enumerate(self.buku[lembar].penuh.get(kolom, ())):
                if isinstance(x, str):
                    indeks.setdefault(x.casefold(), BARIS_DATA + i)
            self._indeks[(lembar, kolom)] = indeks
        return self._indeks[(lembar, kolom)]

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
            case Panggil():
                for a in self._argumen_terpakai(s, r):
                    yield from self._sumber(a, r)

    def _argumen_terpakai(self, s: Panggil, r: Rujukan) -> list[Simpul]:
        """The arguments a choosing function really took its value from."""
        a = list(s.argumen)
        if s.fungsi == "PERTAMA":
            return next(([x] for x in a if self.hitung(x, r) is not None), a)
        if s.fungsi == "JIKA_SAMA":
            sama = FUNGSI_SEL["JIKA_SAMA"].python(self.hitung(a[0], r), self.hitung(a[1], r), "ya", "tidak")
            return a[:2] + (a[2:3] if sama == "ya" else a[3:])
        if s.fungsi == "TAHUN_KE":
            tahun, awal = self.hitung(a[0], r), self.hitung(a[1], r)
            if isinstance(tahun, (int, float)) and isinstance(awal, (int, float)) and 0 <= tahun - awal < len(a) - 2:
                return [a[2 + int(tahun - awal)]]
        return a

    def _tampak(self, r: Rujukan) -> Iterator[Rujukan]:
        kolom = self.buku[r.lembar].skema.kolom[r.kolom]
        if kolom.tersembunyi and kolom.rumus:
            yield from self._sumber(urai(kolom.rumus), r)
        else:
            yield r

    def ternoda(self, r: Rujukan) -> bool:
        """Does the value of this cell stem from one that was already reported as unreadable?"""
        if r not in self._noda:
            self._noda[r] = False  # a cell that reads itself adds nothing
            self._noda[r] = self.alamat(r) in self.buku.dilewati or (
                not self.diketik(r) and any(self.ternoda(x) for x in self.sumber(r))
            )
        return self._noda[r]

    def sumber_hilang(self, lembar: str, kolom: str) -> bool:
        """Does the formula of this column look into a sheet or column the workbook has lost (reported by itself)?"""
        rumus = self.buku[lembar].skema.kolom[kolom].rumus
        for s in telusuri(urai(rumus)) if rumus else ():
            if isinstance(s, Ambil):
                t = self.buku[s.lembar]
                if not t.ada or any(k not in t.letak or self.sumber_hilang(s.lembar, k) for k in (s.hasil, s.pada)):
                    return True
            elif isinstance(s, KolomBaris) and s.nama != kolom and self.sumber_hilang(lembar, s.nama):
                return True
        return False

    def sumber_ternoda(self, r: Rujukan) -> bool:
        """Is one of the cells this formula reads unreadable, so that nothing can be said about its result?"""
        return any(self.ternoda(x) or isinstance(self.nilai(x), Galat) for x in self.sumber(r))
