"""The one evaluator of the expression language: what a formula of the template gives, as Excel computes it.

It looks at plain columns as the cells hold them; whoever wants another value for some columns of the row says so (`ganti`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from types import MappingProxyType

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL, Nilai
from lkjip_xl.skema.ungkapan import (
    SKALA_BAKU,
    TABEL_SKALA,
    Ambil,
    KolomBaris,
    Konstanta,
    Panggil,
    Sebelum,
    Setelan,
    Simpul,
)
from lkjip_xl.tabel.graf import KunciKolom

Lajur = list[Nilai]  # one column: a value per row, blank = None
Ganti = Mapping[str, Nilai]
PANJANG_TEKS = 32_767  # letters a cell holds, as Excel counts them
PANJANG_CARI = 255  # MATCH finds no text longer than this
TIADA: Ganti = MappingProxyType({})


def terwakili(x: Nilai) -> Nilai:
    """A result as a cell shows it: #NUM! beyond what a number can be, #VALUE! for a text no cell holds."""
    if isinstance(x, float):
        return x if isfinite(x) else Galat.NUM
    panjang = (
        isinstance(x, str)
        and len(x) > PANJANG_TEKS // 2
        and len(x.encode("utf-16-le", "surrogatepass")) > 2 * PANJANG_TEKS
    )
    return Galat.VALUE if panjang else x


def _panggil(fungsi: Callable[..., Nilai], bagian: Sequence[Callable[[int], Nilai]]) -> Callable[[int], Nilai]:
    """A call whose arguments are worked out for a row; few of them without a loop, which costs more than they do."""
    match bagian:
        case [a]:
            return lambda i: fungsi(a(i))
        case [a, b]:
            return lambda i: fungsi(a(i), b(i))
        case [a, b, c]:
            return lambda i: fungsi(a(i), b(i), c(i))
        case [a, b, c, d]:
            return lambda i: fungsi(a(i), b(i), c(i), d(i))
    return lambda i: fungsi(*[b(i) for b in bagian])


class Penilai:
    """Evaluator over plain columns, row by row.

    lajur: {(sheet id, column): values per row, blank = None}, read when a row is asked for. skala: rows = categories,
    columns = batas, tanda, kategori, name; baku: likewise, of the known scales. A look-up column is indexed the first time it is searched: it must be complete by then.
    """

    def __init__(
        self,
        lajur: Mapping[KunciKolom, Lajur],
        setelan: Mapping[str, Nilai],
        skala: Sequence[Sequence[Nilai]],
        baku: Sequence[Sequence[Nilai]] = (),
    ) -> None:
        self._lajur = lajur
        self._setelan = setelan
        self._skala, self._baku = ([list(r) for r in x] for x in (skala, baku))
        self._indeks: dict[KunciKolom, dict[str, int]] = {}
        self._jadi: dict[tuple[Simpul, str], Callable[[int], Nilai]] = {}

    def fungsi(self, s: Simpul, lembar: str, ganti: Ganti = TIADA) -> Callable[[int], Nilai]:
        """An expression of a sheet as a function of the row position; columns named in `ganti` take those values."""
        if ganti:
            return self._susun(s, lembar, ganti)
        jadi = self._jadi.get((s, lembar))  # an expression is looked through to be found: once
        if jadi is None:
            jadi = self._jadi[(s, lembar)] = self._susun(s, lembar, ganti)
        return jadi

    def letak(self, s: Ambil, lembar: str, i: int, ganti: Ganti = TIADA) -> int | Galat | None:
        """Row position AMBIL finds for row i: None where it finds nothing, the error where its key is one."""
        return self._letak(s, self.fungsi(s.cari, lembar, ganti)(i))

    def _letak(self, s: Ambil, kunci: Nilai) -> int | Galat | None:
        if isinstance(kunci, Galat):
            return kunci
        if not isinstance(kunci, str) or len(kunci) > PANJANG_CARI:
            return None
        return self._cari(s.lembar, s.pada).get(kunci_excel(kunci))

    def _cari(self, lembar: str, pada: str) -> dict[str, int]:
        kunci = (lembar, pada)
        if kunci not in self._indeks:
            indeks: dict[str, int] = {}
            for i, x in enumerate(self._lajur[kunci]):
                if isinstance(x, str):
                    indeks.setdefault(kunci_excel(x), i)
            self._indeks[kunci] = indeks
        return self._indeks[kunci]

    def _susun(self, s: Simpul, lembar: str, ganti: Ganti) -> Callable[[int], Nilai]:
        match s:  # the most frequent first
            case Panggil(f, argumen):
                fungsi = FUNGSI_SEL[f].python
                return _panggil(fungsi, [self._susun(x, lembar, ganti) for x in argumen])
            case KolomBaris(n) if n in ganti:
                pengganti = ganti[n]
                return lambda i: pengganti
            case KolomBaris(n):
                lajur = self._lajur[(lembar, n)]
                return lajur.__getitem__
            case Konstanta(x):
                return lambda i: x
            case Sebelum(n):
                atas = self._lajur[(lembar, n)]
                return lambda i: atas[i - 1] if i else None
            case Setelan(n) if n in TABEL_SKALA:
                skala = self._baku if n == SKALA_BAKU else self._skala
                return lambda i: skala  # pyright: ignore[reportReturnType]  it is handed to KATEGORI alone, which takes it
            case Setelan(n):
                isi = self._setelan.get(n)
                return lambda i: isi
            case Ambil():
                return self._susun_ambil(s, self._susun(s.cari, lembar, ganti))
        raise AssertionError(s)

    def _susun_ambil(self, s: Ambil, cari: Callable[[int], Nilai]) -> Callable[[int], Nilai]:
        hasil = self._lajur[(s.lembar, s.hasil)]

        def ambil(i: int) -> Nilai:
            letak = self._letak(s, cari(i))
            if letak is None or isinstance(letak, Galat):
                return letak
            nilai = hasil[letak]
            return None if isinstance(nilai, Galat) else nilai

        return ambil
