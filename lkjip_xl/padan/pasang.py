"""Which row of the foreign table is which of ours: by kode, by name however it is spelt, by figures. Cost grows with the rows.

Exact names come first, through an index; only what is left over is compared letter by letter, each row with a few candidates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lkjip_xl.inti.bacaan import Status
from lkjip_xl.inti.kemiripan import mirip
from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.calon import IndeksAngka, IndeksNama
from lkjip_xl.padan.isi import Pembaca
from lkjip_xl.padan.model import KODE, BarisTuju, Tujuan
from lkjip_xl.padan.nama import nama_setara, pokok_nama
from lkjip_xl.sumber.model import KolomAsing

PASTI = 97.0
BATAS = 78.0
KELOMPOK_MAKS = 400  # pairs of rows of one name that are all compared; beyond it they are taken in their order
BERTURUT = re.compile(r"\d+")
T = TypeVar("T")


@dataclass(slots=True)
class Padanan:
    """Rows of both sides that belong together (foreign, ours, how sure), what is left on either side, names written twice."""

    pasangan: list[tuple[BarisLuar, BarisTuju, float]] = field(default_factory=list)
    lebih: list[BarisLuar] = field(default_factory=list)
    kurang: list[BarisTuju] = field(default_factory=list)
    ganda: list[tuple[BarisLuar, BarisLuar]] = field(default_factory=list)
    jumlah: list[BarisLuar] = field(default_factory=list)  # totals that have no row of their own in the sheet


class Pemasang:
    """One assignment of rows."""

    def __init__(
        self, luar: list[BarisLuar], tujuan: Tujuan, teks: Mapping[int, str], nama: str | None,
        kolom: Mapping[int, KolomAsing], pembaca: Pembaca,
    ) -> None:  # fmt: skip
        self.teks, self.nama, self._kolom, self._pembaca = teks, nama, kolom, pembaca
        self.lain = {k: n for k, n in teks.items() if n not in (nama, *KODE) and not tujuan.kolom[n].nomor}
        self._angka: dict[int, frozenset[int]] = {}
        self.hasil = Padanan()
        self.luar = luar
        self.tuju = list(tujuan.baris)

    def jalankan(self) -> Padanan:
        """The assignment: kode, names, spellings, figures; then what is left is sorted out."""
        self._menurut_kode()
        self.tuju = [t for t in self.tuju if t.isi(self.nama or "") is not None]
        self._menurut_kunci(lambda o: nama_setara(o.nama), lambda t: nama_setara(t.isi(self.nama or "")))
        self._menurut_kunci(lambda o: pokok_nama(o.nama), lambda t: pokok_nama(t.isi(self.nama or "")))
        self._menurut_ejaan()
        self._menurut_angka()
        self._sisa()
        self.hasil.pasangan.sort(key=lambda p: p[0].letak)
        return self.hasil

    # -- steps ----------------------------------------------------------------------------------------------

    def _menurut_kode(self) -> None:
        """Rows whose kode says it all; a kode on several rows of a side says nothing."""
        k = next((k for k, n in self.teks.items() if n in KODE), None)
        if k is None:
            return
        berversi = any(o.versi for o in self.luar)
        kiri = _tunggal(((*ruas(o.isi[k].teks), o.versi), o) for o in self.luar if k in o.isi)
        kanan = _tunggal(((*ruas(t.isi("kode")), kunci_teks(t.versi) if berversi else None), t) for t in self.tuju)
        self._ambil((o, kanan[x], 100.0) for x, o in kiri.items() if x in kanan)

    def _menurut_kunci(self, kiri: Callable[[BarisLuar], str], kanan: Callable[[BarisTuju], str]) -> None:
        """Rows with one key; several of them are told apart by level, by what else stands in them, by order."""
        luar, tuju = _kumpul(self.luar, kiri), _kumpul(self.tuju, kanan)
        for kunci, milik in luar.items():
            if kunci and kunci in tuju:
                self._ambil(self._bagi(milik, tuju[kunci]), saring=False)
        self._saring()

    def _bagi(self, kiri: list[BarisLuar], kanan: list[BarisTuju]) -> Iterable[tuple[BarisLuar, BarisTuju, float]]:
        if len(kiri) == len(kanan) == 1:
            return [(kiri[0], kanan[0], 100.0)] if sejenis(kiri[0], kanan[0]) else []
        if len(kiri) * len(kanan) > KELOMPOK_MAKS:
            return self._bagi_urut(kiri, kanan)
        skor = [
            (round(self.selisih(o, t), 1), -self.angka_sama(o, t), abs(i - j), i, j)
            for i, o in enumerate(kiri)
            for j, t in enumerate(kanan)
            if sejenis(o, t)
        ]
        return [(kiri[i], kanan[j], 100.0) for i, j in _terbaik(x[3:] for x in sorted(skor))]

    def _bagi_urut(self, kiri: list[BarisLuar], kanan: list[BarisTuju]) -> Iterable[tuple[BarisLuar, BarisTuju, float]]:
        """Very many rows of one name: those with the same figures, the others in their order."""
        sisa: dict[frozenset[int], list[BarisTuju]] = defaultdict(list)
        for t in reversed(kanan):
            sisa[self.angka(t)].append(t)
        tetap: list[tuple[BarisLuar, BarisTuju, float]] = []
        tunda, dapat = [], set()
        for o in kiri:
            sama = sisa.get(self.angka(o))
            if sama and sejenis(o, sama[-1]):
                dapat.add(t := sama.pop())
                tetap.append((o, t, 100.0))
            else:
                tunda.append(o)
        lain = (t for t in kanan if t not in dapat)
        return [*tetap, *((o, t, 100.0) for o, t in zip(tunda, lain, strict=False) if sejenis(o, t))]

    def _menurut_ejaan(self) -> None:
        """Names written otherwise: each with the few that share most letters."""
        daftar = [nama_setara(t.isi(self.nama or "")) for t in self.tuju]
        indeks = IndeksNama(daftar)
        skor = []
        for i, o in enumerate(self.luar):
            cari = nama_setara(o.nama)
            for j in indeks.calon(cari) if cari else ():
                t = self.tuju[j]
                if not daftar[j] or not sejenis(o, t):
                    continue
                s = mirip(cari, daftar[j]) - self.selisih(o, t)
                if s < BATAS:
                    continue
                sama = self.angka_sama(o, t)
                if sama < 2 and BERTURUT.findall(cari) != BERTURUT.findall(daftar[j]):
                    continue  # "Tahap 1" and "Tahap 2" are two things, however alike
                skor.append((-round(s, 1), -sama, abs(i - j), i, j))
        urut = sorted(skor)
        nilai = {(i, j): -s for s, _, _, i, j in urut}
        self._ambil((self.luar[i], self.tuju[j], nilai[i, j]) for i, j in _terbaik(x[3:] for x in urut))

    def _menurut_angka(self) -> None:
        """Leftover rows of one level under one parent that show the same figures: one of the names is wrong."""
        indeks = IndeksAngka([self.angka(t) for t in self.tuju])
        dapat: set[int] = set()
        pasangan = []
        for o in self.luar:
            calon = [j for j in indeks.calon(self.angka(o)) if j not in dapat and setempat(o, self.tuju[j])]
            if len(calon) == 1:
                dapat.add(calon[0])
                pasangan.append((o, self.tuju[calon[0]], 0.0))
        self._ambil(pasangan)

    def _sisa(self) -> None:
        """A leftover row named like one already placed is written twice; totals without a row of their own are no rows."""
        ada: dict[tuple, BarisLuar] = {}
        for p, _, _ in self.hasil.pasangan:
            ada.setdefault((nama_setara(p.nama), p.induk, p.level, p.versi), p)
        for o in self.luar:
            kembar = ada.get((nama_setara(o.nama), o.induk, o.level, o.versi))
            if o.jumlah:
                self.hasil.jumlah.append(o)
            elif kembar is not None and o.nama:
                self.hasil.ganda.append((o, kembar))
            else:
                self.hasil.lebih.append(o)
        self.hasil.kurang = [t for t in self.tuju if not t.jumlah]

    # -- what two rows share --------------------------------------------------------------------------------

    def angka(self, x: BarisLuar | BarisTuju) -> frozenset[int]:
        """Figures of a row in hundredths; small counts prove nothing."""
        if id(x) not in self._angka:
            semua = self._angka_luar(x) if isinstance(x, BarisLuar) else [v[0] for v in x.nilai.values()]
            self._angka[id(x)] = frozenset(
                round(a * 100) for a in semua if isinstance(a, (int, float)) and 1 < abs(a) < 1e300
            )
        return self._angka[id(x)]

    def _angka_luar(self, o: BarisLuar) -> list[float]:
        bacaan = [self._pembaca.baca(s, self._kolom[k]) for k, s in o.isi.items() if k in self._kolom]
        return [b.nilai for b in bacaan if b.status is Status.PASTI and b.nilai is not None]

    def angka_sama(self, o: BarisLuar, t: BarisTuju) -> int:
        """How many figures of the foreign row stand in ours."""
        return len(self.angka(o) & self.angka(t))

    def selisih(self, o: BarisLuar, t: BarisTuju) -> float:
        """How far rows above and other texts of two rows disagree, in points of likeness."""
        skor = 0.0
        if o.induk and t.induk:
            skor += (100 - _mirip(o.induk[0], t.induk[0])) * 0.1
        for k, n in self.lain.items():
            lain = t.isi(n)
            if k in o.isi and isinstance(lain, str):
                skor += (100 - _mirip(o.isi[k].teks, lain)) * 0.02
        return skor

    # -- bookkeeping ----------------------------------------------------------------------------------------

    def _ambil(self, pasangan: Iterable[tuple[BarisLuar, BarisTuju, float]], *, saring: bool = True) -> None:
        self.hasil.pasangan += pasangan
        if saring:
            self._saring()

    def _saring(self) -> None:
        tetap = {id(x) for p in self.hasil.pasangan for x in p[:2]}
        self.luar = [o for o in self.luar if id(o) not in tetap]
        self.tuju = [t for t in self.tuju if id(t) not in tetap]


def sejenis(o: BarisLuar, t: BarisTuju) -> bool:
    """No two rows of different levels, versions or years belong together."""
    if o.tahun is not None and t.tahun is not None and o.tahun != t.tahun:
        return False
    return all(a is None or b is None or a == kunci_teks(b) for a, b in ((o.level, t.level), (o.versi, t.versi)))


def setempat(o: BarisLuar, t: BarisTuju) -> bool:
    """May the rows be the same by their level and the row above?"""
    return sejenis(o, t) and (not (o.induk and t.induk) or _mirip(o.induk[0], t.induk[0]) >= BATAS)


def _mirip(a: object, b: object) -> float:
    x, y = nama_setara(a), nama_setara(b)
    return 100.0 if x == y else mirip(x, y)


def _kumpul(isi: Sequence[T], kunci: Callable[[T], str]) -> dict[str, list[T]]:
    hasil: dict[str, list[T]] = defaultdict(list)
    for x in isi:
        hasil[kunci(x)].append(x)
    return hasil


def _tunggal(pasangan: Iterable[tuple[tuple, T]]) -> dict[tuple, T]:
    hasil: dict[tuple, T | None] = {}
    for k, x in pasangan:
        if len(k) > 1:  # a kode, not only a version
            hasil[k] = None if k in hasil else x
    return {k: x for k, x in hasil.items() if x is not None}


def _terbaik(urut: Iterable[tuple[int, ...]]) -> Iterable[tuple[int, int]]:
    """Pairs in the order of their score, each side once."""
    kiri, kanan = set(), set()
    for i, j in urut:
        if i not in kiri and j not in kanan:
            kiri.add(i)
            kanan.add(j)
            yield i, j
