"""Names behind a running number in their own cell ("1.1 Persentase …", "a. Kegiatan …"): the names alone, of programmes the numbers, too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.padan.ragam_kepala import NOMOR, pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

KODE_RUAS = 3  # parts of a number that is the kode of a programme ("5.02.01")
NOMOR_MIN = 2
_BERNOMOR = frozenset({"indikator", "sasaran", "tujuan"})
_PROGRAM = frozenset({"program", "kegiatan", "subkegiatan"})
_SELA = frozenset({"dan", "atau", "sub", "uraian", "nama", "pendukung", "penunjang"})
_POLOS = re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d_]{3,}\s+\S)")
_BERTITIK = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2}){1,5})(?:\.\s*|\s+)(?=[^\W\d_])")
_BERTANDA = re.compile(r"\s*\(?(\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})(?:\)\s*|\.(?:\s+|(?<=\d\.)))(?=[^\W\d_])")
_SANDI = re.compile(
    r"\s*(?:IK[A-Z]{0,3}|SS|SP|SK|ST|[STI])[-. ]?(\d{1,2}(?:\.\d{1,2})*)(?:\s*[.:)–-]\s*|\s+)(?=[^\W\d_])"
)
_ROMAWI = {"i": 1, "v": 5, "x": 10}


@dataclass(slots=True)
class _Deret:
    """Running numbers in their order: each is the first of its kind, or the one after the last."""

    akhir: dict[str, int] = field(default_factory=dict)

    def lanjut(self, teks: str) -> bool:
        """Does a number go on with a row of its kind, or begin one?"""
        for macam, nilai in _nilai(teks):
            if nilai == 1 or nilai == self.akhir.get(macam, 0) + 1:
                self.akhir[macam] = nilai
                return True
        return False


def per_nomor_depan(t: TabelAsing) -> TabelAsing:
    """The table with names of indicators, statements and programmes without the numbers that all of a column begin with.

    Numbers of programmes tell their level, a kode more: they become a column of their own where the table has none.
    """
    if t.terputar:
        return t
    for k in t.kolom:
        kepala = pokok_kepala(k.jalur[-1]) if k.jalur and not k.gabung else ""
        program = _kepala_program(k)
        if kepala in _BERNOMOR or program:
            t = _lepas(t, k, program=program)
    return t


def _kepala_program(k: KolomAsing) -> bool:
    kata = {*kunci_judul(k.jalur[-1]).split()} if k.jalur and not k.gabung else set[str]()
    return bool(kata & _PROGRAM) and kata <= _PROGRAM | _SELA


def _lepas(t: TabelAsing, k: KolomAsing, *, program: bool) -> TabelAsing:
    isi = {id(b): s.teks for b in t.data() if (s := b.sel.get(k.nomor)) is not None}
    nomor = _deret_nomor([*isi.values()])
    if nomor is None:
        return t
    kode = all(len(m[1].split(".")) >= KODE_RUAS for m in nomor)
    if kode and (sum(map(_kepala_program, t.kolom)) > 1 if program else _PROGRAM & {*kunci_judul(k.judul).split()}):
        return t  # a column a level, each with its kode
    ada = dict(zip(isi, nomor, strict=True))
    bernomor = any(x.jalur and kunci_judul(x.jalur[-1]) in {*NOMOR, "kode", "kode rekening"} for x in t.kolom)
    n = t.kolom_akhir + 1 if program and not bernomor else 0
    baris = tuple(_tanpa(b, k.nomor, m, n) if (m := ada.get(id(b))) is not None else b for b in t.baris)
    if not n:
        return replace(t, baris=baris)
    return replace(t, kolom=(KolomAsing(n, ("Kode" if kode else "No",)), *t.kolom), baris=baris)


def _deret_nomor(teks: list[str]) -> list[re.Match[str]] | None:
    """The numbers all of these begin with, in one order; None where they do not, or where a cell lists several names."""
    for pola in (_POLOS, _SANDI):
        ada = [m for x in teks if (m := pola.match(x)) is not None]
        if len(ada) == len(teks) >= NOMOR_MIN:
            naik = all(_ruas(a[1]) < _ruas(z[1]) for a, z in pairwise(ada))
            return ada if naik else None
    ada = [m for x in teks if (m := _BERTITIK.match(x) or _BERTANDA.match(x) or _POLOS.match(x)) is not None]
    if not ada or len(ada) != len(teks) or any(_berdaftar(m) for m in ada):
        return None
    titik = [m[1] for m in ada if "." in m[1]]
    if (
        len({*titik}) < len(titik)
        or (titik and len(ada) < NOMOR_MIN)
        or (not titik and any(m.re is _POLOS for m in ada))
    ):
        return None
    deret = _Deret()
    return ada if all("." in m[1] or deret.lanjut(m[1]) for m in ada) else None


def _ruas(nomor: str) -> tuple[int, ...]:
    return tuple(map(int, nomor.split(".")))


def _berdaftar(m: re.Match[str]) -> bool:
    """Does a cell hold more than one numbered name?"""
    deret = _Deret()
    deret.lanjut(m[1])
    lain = re.finditer(r"(?:(?<=\s)|^)\(?(\d{1,2}|[a-zA-Z])[.)]\s", m.string[m.end() :])
    return any(deret.lanjut(x[1]) and x[1] not in ("1", "a", "A") for x in lain)


def _nilai(teks: str) -> list[tuple[str, int]]:
    """What a number may count as, with its kind: a letter may be one of Roman numerals, too."""
    if teks.isdigit():
        return [("1", int(teks))]
    kecil = kunci_teks(teks)
    huruf = [("A" if teks.isupper() else "a", ord(kecil) - ord("a") + 1)] if len(teks) == 1 else []
    romawi = [("I" if teks.isupper() else "i", _romawi(kecil))] if {*kecil} <= _ROMAWI.keys() else []
    return huruf + romawi


def _romawi(teks: str) -> int:
    nilai = [_ROMAWI[x] for x in teks]
    return sum(-a if a < z else a for a, z in pairwise([*nilai, 0]))


def _tanpa(b: BarisAsing, nama: int, m: re.Match[str], nomor: int) -> BarisAsing:
    s = b.sel[nama]
    sel = b.sel | {nama: replace(s, teks=s.teks[m.end() :])}
    if not nomor:
        return replace(b, sel=sel)
    return replace(b, sel=sel | {nomor: SelAsing(m[1])}, asal={**b.asal, nomor: b.asal.get(nama, nama)})
