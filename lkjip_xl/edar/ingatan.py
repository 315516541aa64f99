"""A formula written down a column is one formula: what it becomes is worked out once and said for every row.

Wherever a formula names its own row, another row of as many digits takes its place; two such rows have to give the same
but for their number, or the row is worked out by itself. What stands as text in the cells it reads belongs to the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lkjip_xl.edar.kategori import UkuranTabel
from lkjip_xl.edar.rumus_sel import HanyaNilai, RumusAsli, TeksSel, UkuranSel, menyebut, sebut_nama, ubah_rumus

CONTOH = ("379733797", "937377937")  # their first digits stand for a row
BENTUK_TERBANYAK = 5_000  # formulas that are remembered as they are written
TERBANYAK = 50  # combinations of texts in the cells a formula reads that are remembered
_ANGKANYA = "\1"  # stands for the digits of the row, whatever they mean; no XML holds it
_BARISNYA = re.compile(rf"(?<![\w.$!'\]{_ANGKANYA}])(\$?[A-Za-z]{{1,3}}){_ANGKANYA}(?![\w(.!{_ANGKANYA}])")

Jawaban = RumusAsli | str | None  # the formula, why there is only the value, or that it calls none of ours


@dataclass(slots=True)
class _Pola:
    """A formula without its row: the references whose texts count, and what it becomes by these texts."""

    ditanya: tuple[str, ...]
    jawaban: dict[tuple[tuple[str, ...], ...], Jawaban] = field(default_factory=dict)


class PengubahRumus:
    """`ubah_rumus` for the formulas of one sheet."""

    def __init__(self, teks_sel: TeksSel, ukuran_sel: UkuranSel) -> None:
        self._teks_sel, self._ukuran_sel = teks_sel, ukuran_sel
        self._pola: dict[tuple[str, int], _Pola | None] = {}
        self._bernama: set[str] = set()  # formulas without their row's digits whose calls stand by their bare names
        self._bentuk: dict[
            str, str | None
        ] = {}  # formula without its row's digits: with \0 for its row, None: none of ours

    def ubah(self, rumus: str, baris: str) -> RumusAsli | None:
        """The formula of a row written natively; raises HanyaNilai."""
        if not baris.isdigit():
            return ubah_rumus(rumus, self._teks_sel, self._ukuran_sel)
        bentuk = rumus.replace(baris, _ANGKANYA)
        if bentuk not in self._bentuk:
            if len(self._bentuk) >= BENTUK_TERBANYAK:
                self._bentuk.clear()
            self._bentuk[bentuk] = _BARISNYA.sub(r"\1\0", bentuk) if menyebut(rumus) else None
        tanpa_baris = self._bentuk[bentuk]
        if tanpa_baris is None:
            return None
        contoh = [x[: len(baris)] for x in CONTOH]
        if any(x in rumus for x in contoh):
            return ubah_rumus(rumus, self._teks_sel, self._ukuran_sel)
        tanpa_baris = tanpa_baris.replace(_ANGKANYA, baris)
        kunci = tanpa_baris, len(baris)
        pola = self._pola.get(kunci)
        if pola is not None:
            teks = self._teks(pola.ditanya, contoh[0], baris)
            if teks in pola.jawaban:
                return _isi(pola.jawaban[teks], contoh[0], baris)
        if kunci in self._pola and (pola is None or len(pola.jawaban) >= TERBANYAK):
            return ubah_rumus(rumus, self._teks_sel, self._ukuran_sel)
        ditanya, jawaban = self._tanya(tanpa_baris, contoh, baris)
        if ditanya is None or (pola is not None and pola.ditanya != ditanya):
            self._pola[kunci] = pola
            return ubah_rumus(rumus, self._teks_sel, self._ukuran_sel)
        self._pola[kunci] = pola = pola or _Pola(ditanya)
        pola.jawaban[self._teks(ditanya, contoh[0], baris)] = jawaban
        return _isi(jawaban, contoh[0], baris)

    def sebut(self, rumus: str, baris: str) -> str | None:
        """`sebut_nama` for the formula of a row; raises HanyaNilai."""
        bentuk = rumus.replace(baris, _ANGKANYA)
        if bentuk in self._bernama:
            return rumus
        hasil = sebut_nama(rumus)
        if hasil == rumus and len(self._bernama) < BENTUK_TERBANYAK:
            self._bernama.add(bentuk)
        return hasil

    def _teks(self, ditanya: tuple[str, ...], contoh: str, baris: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(self._teks_sel(x.replace(contoh, baris))) for x in ditanya)

    def _tanya(self, rumus: str, contoh: list[str], baris: str) -> tuple[tuple[str, ...] | None, Jawaban]:
        """References asked about and the answer, by the first example; None where the second gives another."""
        hasil: list[tuple[tuple[str, ...], Jawaban]] = []
        for x in contoh:
            ditanya: list[str] = []
            ukuran: list[str] = []

            def teks_sel(r: str, x: str = x, ditanya: list[str] = ditanya) -> list[str]:
                ditanya.append(r)
                return self._teks_sel(r.replace(x, baris))

            def ukuran_sel(r: str, ukuran: list[str] = ukuran) -> UkuranTabel | None:
                ukuran.append(r)
                return self._ukuran_sel(r)

            try:
                jawaban: Jawaban = ubah_rumus(rumus.replace("\0", x), teks_sel, ukuran_sel)
            except HanyaNilai as galat:
                jawaban = galat.sebab
            if any(x in r for r in ukuran):  # a table that moves with the row
                return None, None
            hasil.append((tuple(ditanya), jawaban))
        (satu, a), (dua, b) = hasil
        ini, itu = contoh
        sama = tuple(r.replace(ini, itu) for r in satu) == dua and _isi_teks(a, ini, itu) == _isi_teks(b, "", "")
        return (satu, a) if sama else (None, None)


def _isi_teks(jawaban: Jawaban, contoh: str, baris: str) -> tuple[str, bool] | str | None:
    if not isinstance(jawaban, RumusAsli):
        return jawaban
    return jawaban.teks.replace(contoh, baris) if contoh else jawaban.teks, jawaban.larik


def _isi(jawaban: Jawaban, contoh: str, baris: str) -> RumusAsli | None:
    if isinstance(jawaban, str):
        raise HanyaNilai(jawaban)
    return None if jawaban is None else RumusAsli(jawaban.teks.replace(contoh, baris), jawaban.larik)
