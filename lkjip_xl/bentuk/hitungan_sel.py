"""Cells that print how a result was reckoned ("(35 : 40) x 100% = 87,5", "Jumlah … = 4337 / Jumlah … = 31500"): its components as columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

REALISASI, CAPAIAN, TARGET = "realisasi", "capaian", "target"
PENGALI, KOMPONEN = (100.0, 1.0, 1e3, 1e4, 1e5), ("Pembilang", "Penyebut")
PANJANG_MAKS = 1000  # letters of a printed reckoning
_N = r"\d[\d.,]*"
_SATU = re.compile(
    rf"\(?\s*({_N})\s*(?:[/:÷]|\bdibagi\b)\s*({_N})\s*\)?\s*(?:[x×X*]\s*({_N})\s*%?)?\s*(?:=\s*({_N})\s*(?:%|persen)?)?"
)
_URAIAN = re.compile(
    rf"(?s)([^=]*[^\W\d_][^=]*)=\s*({_N})?\s*\n?\s*(?:[-_─—–]{{3,}}|[/:÷])\s*(?:[x×X*]\s*({_N})\s*%?)?\s*\n?\s*"
    rf"([^=]*[^\W\d_][^=]*)=\s*({_N})?\s*(?:[x×X*]\s*({_N})\s*%?)?\s*"
)
_RUMUS = re.compile(r"=?\s*\(?\s*(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*\)?\s*(?:\*\s*(\d+)%?)?")
_CACAH = re.compile(r"\s*(?:jumlah|banyaknya|total)\b", re.IGNORECASE)
_RIBUAN = re.compile(r"\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Numerator, denominator, factor (None = not printed) and result (None = not printed), as the cell prints them."""

    pembilang: str
    penyebut: str
    pengali: str | None = None
    hasil: str | None = None

    def cocok(self, hasil: str | None) -> bool:
        """Do the components give this result as it is printed?"""
        a, b, c = (_angka(x) for x in (self.pembilang, self.penyebut, hasil))
        kali = [k for x in (self.pengali,) if (k := _angka(x)) is not None] or PENGALI
        if a is None or not b or c is None or hasil is None:
            return False
        desimal = len(hasil.rstrip("% ").rpartition(",")[2]) if "," in hasil else 0
        return any(abs(bulat(a / b * k, desimal) - c) < 1e-9 or abs(a / b * k - c) < 10.0**-desimal for k in kali)


def baca_hitungan(s: SelAsing) -> Hitungan | None:
    """What a cell prints of a division, or the formula of a number does; None where it is anything else.

    >>> baca_hitungan(SelAsing("(35 : 40) x 100% = 87,5"))
    Hitungan(pembilang='35', penyebut='40', pengali='100', hasil='87,5')
    >>> baca_hitungan(SelAsing("85 / 82,55")), baca_hitungan(SelAsing("1 : 20"))
    (None, None)
    """
    if s.nilai is not None:
        m = _RUMUS.fullmatch((s.rumus or "")[:PANJANG_MAKS])
        pengali = None if m is None else m[3] or ("100" if s.angka != s.nilai else None)
        # without a factor it may change a unit: 2741/1000
        return Hitungan(m[1].replace(".", ","), m[2].replace(".", ","), pengali) if m is not None and pengali else None
    teks = s.teks.strip()
    if len(teks) > PANJANG_MAKS:
        return None
    if (m := _SATU.fullmatch(teks)) is not None and (m[3] or m[4]):
        return Hitungan(*m.groups())
    if (m := _URAIAN.fullmatch(teks)) is not None and m[2] and m[5] and (m[3] or m[6]):
        return Hitungan(_cacah(m[1], m[2]), _cacah(m[4], m[5]), m[3] or m[6])
    return None


def per_hitungan(t: TabelAsing) -> TabelAsing:
    """The table with components in columns of their own, where one column prints such reckonings, and its results as figures alone."""
    pokok = {k.nomor: _pokok(k) for k in t.kolom}
    for k in t.kolom:
        isi = {b.nomor: x for b in t.data() if (s := b.sel.get(k.nomor)) and (x := baca_hitungan(s)) is not None}
        if isi and len(t.kisi) == 1 and not {*KOMPONEN} & {x.jalur[-1] for x in t.kolom if x.jalur}:
            return _bagi(t, k, isi, pokok)
    return t


def _pokok(k: KolomAsing) -> str:
    """The words that tell a column by the last row of its header that says more than a year."""
    jalur = (x for y in reversed(k.jalur) if (x := TAHUN_DISEBUT.sub("", y).strip(" ()")))
    return pokok_kepala(next(jalur, ""))


def _bagi(t: TabelAsing, k: KolomAsing, isi: dict[int, Hitungan], pokok: dict[int, str]) -> TabelAsing:
    sendiri = pokok[k.nomor] == REALISASI
    hasil = k if sendiri else _kolom_hasil(t, k, isi, pokok)
    n = t.kolom_akhir
    tahun = f" {m[0]}" if (m := TAHUN_DISEBUT.search((k if hasil is None else hasil).judul)) is not None else ""
    baru = {x: n + i for i, x in enumerate((*KOMPONEN, "Pengali", "Realisasi"), 1)}
    baris = tuple(
        _satu(b, k, hasil, isi.get(b.nomor), baru, sendiri=sendiri, capai=_capai(hasil, pokok)) for b in t.baris
    )
    dipakai = {x for x, n in baru.items() if any(n in b.sel for b in baris)}
    kolom = [KolomAsing(baru[x], (f"{x}{tahun}",)) for x in baru if x in dipakai]
    return replace(t, kolom=(*t.kolom, *kolom), baris=baris) if dipakai else t


def _capai(hasil: KolomAsing | None, pokok: dict[int, str]) -> bool:
    return hasil is not None and pokok[hasil.nomor] != REALISASI


def _kolom_hasil(t: TabelAsing, k: KolomAsing, isi: dict[int, Hitungan], pokok: dict[int, str]) -> KolomAsing | None:
    """The column the reckoning is of: that of results; where a table has none and no target, a capaian that follows from it."""
    for x in t.kolom:
        if x is not k and pokok[x.nomor] == REALISASI:
            return x
    if TARGET in pokok.values():
        return None
    capaian = [x for x in t.kolom if CAPAIAN in kunci_judul(x.judul).split()]
    return capaian[0] if len(capaian) == 1 and any(_beri(b, capaian[0], isi) for b in t.data()) else None


def _beri(b: BarisAsing, k: KolomAsing, isi: dict[int, Hitungan]) -> bool:
    s, h = b.sel.get(k.nomor), isi.get(b.nomor)
    return s is not None and h is not None and h.cocok(s.teks)


def _satu(
    b: BarisAsing, k: KolomAsing, hasil: KolomAsing | None, h: Hitungan | None, baru: dict[str, int], *, sendiri: bool, capai: bool
) -> BarisAsing:  # fmt: skip
    """The row with its components, where they give what is printed beside them, or nothing is."""
    if h is None or hasil is None or (h.hasil is not None and not h.cocok(h.hasil)):
        return b
    s = b.sel.get(hasil.nomor)
    if not sendiri and s is not None and not h.cocok(s.teks):
        return b
    sel = {baru[x]: SelAsing(y) for x, y in zip(KOMPONEN, (h.pembilang, h.penyebut), strict=True)}
    asal = dict.fromkeys(sel, k.nomor)
    lain = dict(b.sel)
    if sendiri and b.sel[k.nomor].nilai is None:
        if h.hasil is not None:
            lain[k.nomor], asal[k.nomor] = SelAsing(h.hasil), k.nomor
        else:
            del lain[k.nomor]
    if h.pengali is not None and (hasil.nomor not in lain or b.sel.get(hasil.nomor) is None):
        sel[baru["Pengali"]], asal[baru["Pengali"]] = SelAsing(h.pengali), k.nomor
    if capai and s is not None:
        sel[baru["Realisasi"]], asal[baru["Realisasi"]] = s, hasil.nomor
        del lain[hasil.nomor]
    return replace(b, sel=lain | sel, asal={**b.asal, **asal})


def _cacah(nama: str, angka: str) -> str:
    """A number of things whose thousands a comma parts."""
    return angka.replace(",", ".") if _CACAH.match(nama) and _RIBUAN.fullmatch(angka) else angka


def _angka(teks: str | None) -> float | None:
    return None if teks is None else baca_kolom(teks, "angka").nilai
