"""Compare what was typed over a formula with what the formula gives, as far as the printed digits can tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from lkjip_xl.inti.bacaan import baca_rentang, desimal_terpendek
from lkjip_xl.inti.bentuk_lain import baca_batas
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.ungkapan import Ambil, KolomBaris, Simpul, telusuri, urai
from lkjip_xl.tabel.ketik import ANGKA
from lkjip_xl.tabel.model import TANPA_SATUAN
from lkjip_xl.validasi.aturan.butir_rupiah import SETENGAH_RUPIAH, kelonggaran
from lkjip_xl.validasi.aturan.penelusur import Penelusur, Rujukan
from lkjip_xl.validasi.aturan.selang import (
    Masukan,
    Nilai,
    Selang,
    capai,
    cetak,
    hasil_tertulis,
    jangkauan,
    mungkin,
    potong,
    terbaca,
    titik,
)

RUPIAH = "rupiah"
UTUH = frozenset({RUPIAH, "cacah", "tahun"})
# measured columns whose number does not carry the unit of the row
DESIMAL_TAMPIL = {"capaian": "DesimalCapaian", "serapan": "DesimalSerapan", "efisiensi": "DesimalEfisiensi"}
DESIMAL_BAKU, DESIMAL_TERBANYAK = 2, 6
RATA_RATA = "rata-rata"


@dataclass(frozen=True, slots=True)
class Hasil:
    """Verdict on a typed cell: does it agree with its formula, and what the formula gives (rounded as shown).

    dipotong: it does not, but is what the formula gives with the digits beyond its own left out instead of rounded.
    """

    sesuai: bool
    harap: Nilai
    dipotong: bool = False


@cache
def _dibaca(rumus: str) -> tuple[str, ...]:
    """Columns of the row a formula reads, not those that only choose a row of another sheet; asked for every typed cell."""
    semua = list(telusuri(urai(rumus)))
    kunci = {x.nama for s in semua if isinstance(s, Ambil) for x in telusuri(s.cari) if isinstance(x, KolomBaris)}
    return tuple(dict.fromkeys(s.nama for s in semua if isinstance(s, KolomBaris) and s.nama not in kunci))


class Pembanding:
    """Verdicts on the typed formula cells of one workbook, each worked out once."""

    def __init__(self, jejak: Penelusur) -> None:
        self._jejak = jejak
        self._hasil: dict[Rujukan, Hasil | None] = {}

    def periksa(self, r: Rujukan) -> Hasil | None:
        """Verdict on a cell; None where nothing was typed over the formula or nothing can be said."""
        if r not in self._hasil:
            self._hasil[r] = self._periksa(r)
        return self._hasil[r]

    def ketikan(self, lembar: str, kolom: str) -> Iterator[Rujukan]:
        """Cells of a formula column over which something was typed, from the top."""
        for b in self._jejak.tertimpa(lembar, kolom):
            yield Rujukan(lembar, b, kolom)

    def beda(self, lembar: str, kolom: str) -> Iterator[tuple[Rujukan, Nilai]]:
        """Typed cells of a formula column that contradict the formula, with what it gives."""
        for r in self.ketikan(lembar, kolom):
            hasil = self.periksa(r)
            if hasil is not None and not hasil.sesuai and not hasil.dipotong:
                yield r, hasil.harap

    def dipotong(self, lembar: str, kolom: str) -> Iterator[tuple[Rujukan, Nilai]]:
        """Typed cells of a formula column whose digits were cut off, with what the formula gives."""
        for r in self.ketikan(lembar, kolom):
            hasil = self.periksa(r)
            if hasil is not None and hasil.dipotong:
                yield r, hasil.harap

    def cocok_bila(self, r: Rujukan, ganti: Mapping[str, Nilai]) -> bool:
        """Would the typed value agree if these columns of the row held other values?"""
        return self._tercapai(r, ganti) is True

    def tampil(self, r: Rujukan) -> Nilai:
        """Value of a percent cell rounded as the sheet shows it."""
        x = self._jejak.nilai(r)
        return bulat(x, self._desimal_tampil(r)) if isinstance(x, (int, float)) else x

    # -- working out ----------------------------------------------------------------------------------------

    def _periksa(self, r: Rujukan) -> Hasil | None:
        j = self._jejak
        kolom = j.buku[r.lembar].skema.kolom.get(r.kolom)
        if kolom is None or not kolom.rumus:
            return None  # this schema has it typed, or not at all: there is nothing to compare with
        if not j.diketik(r) or j.alamat(r) in j.buku.dilewati or j.sumber_ternoda(r):
            return None
        tertulis, harap = j.nilai(r), j.buku[r.lembar].harap(r.baris, r.kolom)
        if tertulis is None or harap is None or isinstance(tertulis, Galat) or isinstance(harap, Galat):
            return None
        cocok = self._kena(r, tertulis, harap) or self._tercapai(r, {})
        return None if cocok is None else Hasil(cocok, self._harap(r, harap), not cocok and self._terpotong(r, harap))

    def _kena(self, r: Rujukan, tertulis: Nilai, harap: Nilai) -> bool:
        """Is what was typed what the formula gives from its inputs as they stand? Nearly always; then nothing is to be tried."""
        if isinstance(tertulis, str) and isinstance(harap, str):
            return _sama(harap, tertulis)
        if not (isinstance(tertulis, (int, float)) and isinstance(harap, (int, float))):
            return False
        return self._hasil_tertulis(r, tertulis).bertemu(titik(harap))

    def _terpotong(self, r: Rujukan, harap: Nilai) -> bool:
        """Is the typed figure what the formula gives, cut off behind its last digit?"""
        tertulis, t = self._jejak.nilai(r), self._jejak.buku[r.lembar]
        tipe = t.skema.kolom[r.kolom].tipe
        if not (tipe in ("persen", "angka") and isinstance(tertulis, (int, float)) and isinstance(harap, (int, float))):
            return False
        d = t.desimal(r.baris, r.kolom)
        return potong(harap, desimal_terpendek(tertulis) if d is None else d) == float(f"{tertulis:.15g}")

    def _tercapai(self, r: Rujukan, ganti: Mapping[str, Nilai]) -> bool | None:
        """Is the typed value among those the formula can reach? None where value and formula are of different kinds."""
        j = self._jejak
        tertulis = j.nilai(r)
        s = urai(j.buku[r.lembar].skema.kolom[r.kolom].rumus)
        nama = self.masukan(r)
        teks = isinstance(tertulis, str)
        sel = {n: Rujukan(r.lembar, r.baris, n) for n in nama}
        pilihan = [
            [ganti[n]] if n in ganti else [*self._masukan(x, teks), *self._tercetak(x, teks)] for n, x in sel.items()
        ]

        def fungsi(*nilai: Nilai) -> Nilai:
            return j.hitung(s, r, dict(zip(nama, nilai, strict=True)))

        if isinstance(tertulis, str):
            dapat = [x for p in product(*pilihan) for x in capai(fungsi, p)]
            return any(_sama(x, tertulis) for x in dapat if isinstance(x, str))
        if not isinstance(tertulis, (int, float)):
            return None
        selang = self._hasil_tertulis(r, tertulis)
        return any(mungkin(selang, fungsi, p, tak_terdefinisi=not ganti) for p in product(*pilihan))

    def masukan(self, r: Rujukan) -> tuple[str, ...]:
        """Columns of the row that the formula reads, not those that only choose a row of another sheet."""
        kolom = self._jejak.buku[r.lembar].skema.kolom.get(r.kolom)
        return () if kolom is None or not kolom.rumus else _dibaca(kolom.rumus)

    def _masukan(self, r: Rujukan, teks: bool) -> list[Masukan]:
        """What an input may stand for: one choice, or two where something was typed over its own formula.

        A result that is text (kategori, predikat) follows the figures as shown, so these count as exact there.
        """
        j = self._jejak
        x, kolom = j.nilai(r), j.buku[r.lembar].skema.kolom[r.kolom]
        if x is None and kolom.tipe == "target":
            return [self._batas(r)]
        if not isinstance(x, (int, float)) or kolom.tipe not in ANGKA:
            return [x]
        hitung = self._rentang(r, teks) if kolom.rumus else None
        if kolom.rumus and not j.diketik(r):
            return [hitung or titik(x)]
        ketikan = titik(x) if teks else self._selang_isian(r, kolom, x)
        return [ketikan] if hitung is None else [ketikan, hitung]

    def _batas(self, r: Rujukan) -> Nilai:
        """The bound a target names, as the formula sees it; None where it is none."""
        teks = self._jejak.hitung(KolomBaris(r.kolom), r)
        return teks if isinstance(teks, str) and baca_batas(teks) is not None else None

    def _tercetak(self, r: Rujukan, teks: bool) -> list[Masukan]:
        """A measured figure that is worked out here, as a report prints it: its results often go on from that."""
        j = self._jejak
        x, kolom = j.nilai(r), j.buku[r.lembar].skema.kolom[r.kolom]
        if teks or kolom.tipe != "angka" or not kolom.rumus or j.diketik(r) or not isinstance(x, (int, float)):
            return []
        return [titik(y) for d in range(DESIMAL_BAKU + 1) if (y := bulat(x, d)) != x]

    def _selang_isian(self, r: Rujukan, kolom: Kolom, x: float) -> Selang:
        desimal = self._jejak.buku[r.lembar].desimal(r.baris, r.kolom)
        if kolom.tipe == "persen":
            return hasil_tertulis(x, desimal)
        if kolom.tipe == "angka":
            satuan = None if r.kolom in TANPA_SATUAN else self._jejak.nilai(Rujukan(r.lembar, r.baris, "satuan"))
            return terbaca(x, desimal, satuan)
        return self._rupiah(x, desimal) if kolom.tipe == RUPIAH else titik(x)

    def _rupiah(self, x: float, desimal: int | None) -> Selang:
        """An amount: exact in whole rupiah, rounded by itself where it is printed in thousands or millions."""
        luas = kelonggaran(self._jejak.buku, [(x, desimal)])
        return titik(x) if luas == SETENGAH_RUPIAH else Selang(x - luas, x + luas)

    def _rentang(self, r: Rujukan, teks: bool) -> Selang | None:
        """Interval a formula cell can reach, widened by its own rounding: reports often go on from figures as shown."""
        j = self._jejak
        kolom = j.buku[r.lembar].skema.kolom[r.kolom]
        s, nama = urai(kolom.rumus), self.masukan(r)
        if (isian := self._isian_sumber(s, r)) is not None:
            return isian
        pilihan = [self._masukan(Rujukan(r.lembar, r.baris, n), teks) for n in nama]

        def fungsi(*nilai: Nilai) -> Nilai:
            return j.hitung(s, r, dict(zip(nama, nilai, strict=True)))

        semua = [jangkauan(fungsi, p) for p in product(*pilihan)]
        bagian = [b for b in semua if b is not None]
        # a figure follows what was typed where the formula it was typed over gives nothing to divide by; words follow what is shown
        if not bagian or (teks and len(bagian) < len(semua)):
            return None
        bawah, atas = min(b.bawah for b in bagian), max(b.atas for b in bagian)
        if teks or kolom.tipe != "persen":
            return Selang(bawah, atas)
        d = self._desimal_tampil(r)
        return Selang(min(bawah, cetak(bulat(bawah, d), d).bawah), max(atas, cetak(bulat(atas, d), d).atas))

    def _isian_sumber(self, s: Simpul, r: Rujukan) -> Selang | None:
        """What a measurement that is only looked up may stand for: its digits are those typed at its source."""
        sumber = self._jejak.sumber(r) if isinstance(s, Ambil) else []
        x = self._jejak.nilai(sumber[0]) if len(sumber) == 1 else None
        if not isinstance(x, float):
            return None
        kolom = self._jejak.buku[sumber[0].lembar].skema.kolom[sumber[0].kolom]
        return self._selang_isian(sumber[0], kolom, x) if kolom.tipe == "angka" and not kolom.rumus else None

    def _hasil_tertulis(self, r: Rujukan, x: float) -> Selang:
        """A typed result; targets are exact, only their mean over several periods may have been rounded."""
        j = self._jejak
        tipe, desimal = j.buku[r.lembar].skema.kolom[r.kolom].tipe, j.buku[r.lembar].desimal(r.baris, r.kolom)
        if tipe in UTUH:
            return self._rupiah(x, desimal) if tipe == RUPIAH else titik(x)
        if tipe == "target" and j.nilai(Rujukan(r.lembar, r.baris, "sifat")) != RATA_RATA:
            return titik(x)
        return hasil_tertulis(x, desimal)

    # -- as shown -------------------------------------------------------------------------------------------

    def _desimal_tampil(self, r: Rujukan) -> int:
        khusus = self._jejak.nilai(Rujukan(r.lembar, r.baris, f"desimal_{r.kolom}"))
        umum = self._jejak.buku.setelan.get(DESIMAL_TAMPIL.get(r.kolom.rstrip("_123"), ""))
        d = next(
            (x for x in (khusus, umum) if isinstance(x, (int, float)) and 0 <= x <= DESIMAL_TERBANYAK), DESIMAL_BAKU
        )
        return int(d)

    def _harap(self, r: Rujukan, harap: Nilai) -> Nilai:
        """The expected value as the sheet would show it; more digits where that would hide the difference."""
        if not isinstance(harap, (int, float)):
            return harap
        tipe = self._jejak.buku[r.lembar].skema.kolom[r.kolom].tipe
        if tipe in UTUH or tipe == "target":
            return float(f"{harap:.15g}")
        d = self._jejak.buku[r.lembar].desimal(r.baris, r.kolom)
        return bulat(harap, max(d or 0, self._desimal_tampil(r) if tipe == "persen" else DESIMAL_BAKU))


def _sama(x: str, y: str) -> bool:
    """The same text, or the same range however its dash is written (3–5, 3 s.d. 5)."""
    rentang = baca_rentang(x)
    return kunci_teks(x) == kunci_teks(y) or (rentang is not None and rentang == baca_rentang(y))
