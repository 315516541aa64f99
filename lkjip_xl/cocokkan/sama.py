"""Does a cell of the outside table show what the sheet's cell does?"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from lkjip_xl.inti.bacaan import Bacaan, Status, baca, ribuan_inggris
from lkjip_xl.inti.bentuk_lain import angka_bentuk
from lkjip_xl.inti.kunci import kunci_satuan, kunci_teks, ruas
from lkjip_xl.inti.satuan import satuan_bertentangan
from lkjip_xl.isi.sel import pilihan_tercetak
from lkjip_xl.padan.isi import Pembaca, kosong, nihil
from lkjip_xl.padan.model import TW, BarisTuju, KolomTuju
from lkjip_xl.padan.nama import bentuk_setara, nama_setara
from lkjip_xl.sumber.model import KolomAsing, SelAsing
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.validasi.aturan.selang import cetak, hasil_tertulis, potong

UTUH = frozenset({"cacah", "target", "tahun"})
BERSATUAN = frozenset({"target", "angka"})
_SATUAN = "satuan"
_KATA_TW = re.compile(r"^(?:triwulan|tribulan|tw)\b[ .]*")


class Penyama:
    """Compares single cells; reads each outside cell once."""

    def __init__(self) -> None:
        self.pembaca = Pembaca()

    def sama(self, k: KolomAsing, sel: SelAsing, t: BarisTuju, c: KolomTuju) -> bool:
        """Does the outside cell show one of the values the sheet's cell may be taken for?"""
        nilai = t.nilai[c.nama]
        if c.teks:
            return _teks_sama(sel.teks, nilai, c)
        b = self.pembaca.baca(sel, k, c.tipe)
        if b.nilai is None:
            return _tanpa_angka_sama(sel, nilai, t.desimal.get(c.nama))
        kita = [x for x in nilai if isinstance(x, (int, float))]
        if not kita:
            return any(_secetak((b.nilai, b.desimal), _berangka(x, None)) for x in nilai)
        if "," in sel.teks and any(ribuan_inggris(b.nilai, b.desimal, x) for x in kita):
            return True
        if c.tipe == "rupiah":
            return self._rupiah_sama(k, sel, b.nilai, kita)
        if c.tipe in UTUH:
            return any(abs(b.nilai - x) < 1e-9 for x in kita)
        titik = baca(sel.teks, persen=True) if sel.nilai is None else b
        if titik.status is Status.RAGU and titik.nilai in kita:
            return True  # 85.278 of an export beside 85,278
        mereka = hasil_tertulis(b.nilai, b.desimal)
        return any(mereka.secetak(cetak(x, t.desimal.get(c.nama) if x == kita[0] else None)) for x in kita)

    def _rupiah_sama(self, k: KolomAsing, sel: SelAsing, mereka: float, kita: Iterable[float]) -> bool:
        setengah = self.pembaca.setengah_rupiah(sel, k)
        # a sheet that was filled in thousands or millions holds the very figures of a table that is headed so
        polos = self.pembaca.polos(sel, k)
        return any(
            abs(mereka - x) < 0.5 or (setengah > 0.5 and abs(mereka - x) <= setengah) or x == polos for x in kita
        )

    def dipotong(self, k: KolomAsing, sel: SelAsing, t: BarisTuju, c: KolomTuju, turunan: Container[str]) -> bool:
        """Is the outside figure ours, a computed one, cut off behind its last decimal instead of rounded?"""
        b, kita = self.pembaca.baca(sel, k, c.tipe), t.isi(c.nama)
        if c.nama not in turunan or c.teks or not b.desimal or b.nilai is None or not isinstance(kita, float):
            return False
        return potong(kita, b.desimal) == b.nilai

    def satuan_lain(self, k: KolomAsing, sel: SelAsing, t: BarisTuju, c: KolomTuju) -> tuple[str, str] | None:
        """The unit printed beside the figure and the unit of the row, where both cannot be true of one figure."""
        milik = t.isi(_SATUAN)
        if c.tipe not in BERSATUAN or not isinstance(milik, str):
            return None
        b = self.pembaca.baca(sel, k, c.tipe)
        if b.nilai is None or b.status is not Status.PASTI or not b.satuan or not satuan_bertentangan(b.satuan, milik):
            return None
        return b.satuan, milik

    def bacaan(self, k: KolomAsing, sel: SelAsing, c: KolomTuju) -> Bacaan:
        """The cell read for that column."""
        return self.pembaca.baca(sel, k, c.tipe)


def _tanpa_angka_sama(sel: SelAsing, nilai: tuple[Nilai, ...], desimal: int | None) -> bool:
    """Does a cell that holds no plain figure show one of these values: none, nought, a predicate, a level?"""
    if kosong(sel):
        return nilai[0] is None or (nihil(sel) and nilai[0] == 0)
    if bentuk_setara(sel.teks) in {bentuk_setara(x) for x in nilai if x is not None}:
        return True
    bentuk = angka_bentuk(sel.teks)  # "Level 3" beside 3, "A (83,25)" beside 83,25
    return bentuk is not None and any(_secetak(bentuk, _berangka(x, desimal)) for x in nilai)


def _berangka(x: object, desimal: int | None) -> tuple[float, int | None] | None:
    """The figure a cell of ours shows, that of a level or one beside its predicate too, and its decimals."""
    if isinstance(x, str):
        return angka_bentuk(x)
    return (float(x), desimal) if isinstance(x, (int, float)) else None


def _secetak(a: tuple[float, int | None], b: tuple[float, int | None] | None) -> bool:
    return b is not None and cetak(*a).secetak(cetak(*b))


def _teks_sama(teks: str, nilai: tuple[Nilai, ...], c: KolomTuju) -> bool:
    if c.tipe == "kode":
        return ruas(teks) in {ruas(x) for x in nilai}
    if c.satuan:
        return kunci_satuan(teks) in {kunci_satuan(x) for x in nilai}
    if c.nama == TW:
        teks = _KATA_TW.sub("", kunci_teks(teks)).upper()
    if c.pilihan:
        teks = pilihan_tercetak(c.judul, c.pilihan, teks)
    return nama_setara(teks) in {nama_setara(x) for x in nilai}
