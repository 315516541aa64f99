"""Rupiah that a text names, and its percentage, against Anggaran and Belanja."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.ringkasan.tahun_lalu import tahun_baris_belanja
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import (
    ANGKA,
    BUKAN_SERAPAN,
    PERSEN,
    PERSENAN,
    SERATUS,
    TAHUN_KALIMAT,
    TERSERAP,
    angka,
    cacah,
    semua_angka,
    sesuai,
)
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, kalimat_tulisan
from lkjip_xl.validasi.aturan.arah_tulisan import KATA_ARAH
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import titik

UANG_TERKECIL = 1e6
BERARTI = 6  # digits before the noughts of a sum that is no other one's by chance
SEBENTAR = 60  # letters within which a year behind a figure is its own
DEKAT = 0.1  # so far from the sum of its own row a figure beside another of that row may lie
SISI = {"anggaran": ("pagu", "realisasi_rp", "sisa"), "belanja": ("anggaran", "realisasi", "sisa")}
_UANG = re.compile(
    r"\bRp\.?\s*(?P<a>\d{1,3}(?:\.\d{3}){2,})(?:,(?:00|-))?(?!\s*(?:ribu|juta|jt|mil|m\b|tri))", re.IGNORECASE
)
_SEKALIGUS = re.compile(rf"(?:\(|\batau\b)\s*(?:sebesar\s+|mencapai\s+)?(?P<p>{ANGKA})\s*{PERSEN}", re.IGNORECASE)
# how much more or less it is, no sum of the tables
_SELISIH = re.compile(rf"\b(?:{KATA_ARAH}|selisih\w*)\s+(?:sebesar\s+|sebanyak\s+|sejumlah\s+)?$", re.IGNORECASE)
_BUKAN_SERAPAN = re.compile(
    rf"\b(?:{KATA_ARAH}|{BUKAN_SERAPAN}|target|dari total|dari seluruh|porsi|kontribusi|triwulan|semester)\b",
    re.IGNORECASE,
)
_DULU = re.compile(
    r"\b(?:murni|semula|sebelum|awal|tahun lalu|tahun sebelumnya|pergeseran|renja|renstra|rpjmd)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Baris:
    """The money of one row or of a total: its cells with their figures."""

    sel: Mapping[Rujukan, float]
    pagu: float
    realisasi: float


@aturan(
    kode=("KW-32", "KW-33"),
    baca=BACA_TULISAN
    | perlu(
        anggaran="?level ?pagu ?realisasi_rp ?sisa",
        belanja="?tahun ?anggaran ?realisasi ?sisa",
        pengaturan="tahun",
    ),
    seluruh=True,
)
def rupiah_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rupiah yang disebut tulisan ada di buku kerja, dan persentasenya serapan baris itu."""
    tulisan = [(r, x) for r, _, x in kalimat_tulisan(buku) if _UANG.search(x)]
    if not tulisan:
        return
    baris = list(_baris_uang(buku, lapor))
    dikenal = (
        _dikenal(buku, lapor)
        | {x for b in baris for x in b.sel.values()}
        | {x for b in baris for x in (b.pagu, b.realisasi, b.pagu - b.realisasi)}
    )
    for r, kalimat in tulisan:
        letak = {
            m["a"]: m
            for m in _UANG.finditer(kalimat)
            if _tahun_ini(buku, kalimat, m.start()) and not _SELISIH.search(kalimat[: m.start()])
        }
        uang = {teks: x for teks in letak if (x := cacah(teks)) is not None}
        for teks, x in uang.items():
            if any(abs(x - y) < 1 for y in dikenal) or _DULU.search(kalimat):
                continue
            if sana := _dimaksud(x, [y for y in uang.values() if y != x], baris):
                terkait, harap = sana
                sumber = ", ".join(map(lapor.sebut, terkait)) or f"jumlah program lembar {buku['anggaran'].lembar}"
                lapor(
                    "KW-32",
                    r,
                    nilai=teks,
                    seharusnya=harap,
                    terkait=terkait,
                    kata="rupiah",
                    sumber=sumber,
                    tandai=False,
                )
        _persentase(lapor, r, kalimat, list(uang.values()), baris)


def _tahun_ini(buku: BukuKerja, kalimat: str, letak: int) -> bool:
    """Is a figure of a sentence one of this year: by the last year named before it, else by the first one close behind?"""
    ada = [(m.start(), float(m[0])) for m in TAHUN_KALIMAT.finditer(kalimat)]
    dulu = [x for n, x in ada if n < letak]
    nanti = [x for n, x in ada if letak < n < letak + SEBENTAR]
    return not ada or (dulu[-1:] or nanti[:1] or [0.0])[0] in (0.0, buku.setelan.get("TahunLaporan"))


def _baris_uang(buku: BukuKerja, lapor: Pelapor) -> Iterator[Baris]:
    """Every row of Anggaran and of this year's Belanja with both sums, and the programmes together."""
    tahun = buku.setelan.get("TahunLaporan")
    for lembar, kolom in SISI.items():
        per_level: dict[object, list[tuple[float, float]]] = defaultdict(list)
        for b, isi in lapor.jejak.baris(lembar).items() if buku[lembar].ada else ():
            if lembar == "belanja" and tahun_baris_belanja(buku, isi) != tahun:
                continue
            sel = {Rujukan(lembar, b, k): x for k in kolom if isinstance(x := isi.get(k), float) and x >= UANG_TERKECIL}
            pagu, realisasi = (isi.get(k) for k in kolom[:2])
            if not isinstance(pagu, float) or not isinstance(realisasi, float) or any(lapor.pernah(s) for s in sel):
                continue
            per_level[isi.get("level") if lembar == "anggaran" else None].append((pagu, realisasi))
            yield Baris(sel, pagu, realisasi)
        for semua in per_level.values() if lembar == "anggaran" else ():
            yield Baris({}, fsum(p for p, _ in semua), fsum(x for _, x in semua))


def _dikenal(buku: BukuKerja, lapor: Pelapor) -> set[float]:
    """Every large figure of the workbook, those of free tables too."""
    hasil: set[float] = set()
    for t in buku.tabel.values():
        for isi in lapor.jejak.baris(t.skema.id).values() if t.ada and t.skema.id not in ("naskah", "analisis") else ():
            for x in isi.values():
                if isinstance(x, float):
                    hasil.add(x)
                elif isinstance(x, str):
                    hasil |= {y for teks in semua_angka(x) if (y := cacah(teks)) is not None and y >= UANG_TERKECIL}
    return hasil


def _dimaksud(x: float, lain: Sequence[float], baris: Iterable[Baris]) -> tuple[list[Rujukan], float] | None:
    """The one sum of the tables that a figure of a text was meant to be: a slip away, or that of the row the sentence is about."""
    tertulis = f"{x:.0f}"
    serupa = {y for s, y in bacaan_lain(x, 0) if s is not Sebab.KOMA} if len(tertulis.rstrip("0")) >= BERARTI else set()
    calon: dict[float, list[Rujukan]] = {}
    for b in baris:
        angka = {
            **{y: [s] for s, y in b.sel.items()},
            **({} if b.sel else {b.pagu: [], b.realisasi: [], b.pagu - b.realisasi: []}),
        }
        sebaris = {y: s for y, s in angka.items() if abs(x - y) <= DEKAT * y and not any(abs(z - y) < 1 for z in lain)}
        milik = sebaris if len(sebaris) == 1 and any(abs(z - y) < 1 for z in lain for y in angka) else {}
        for y, s in angka.items():
            if y in serupa or y in milik:
                calon.setdefault(y, []).extend(s)
    if len(calon) != 1:
        return None
    harap, sel = next(iter(calon.items()))
    return sel, harap


def _persentase(lapor: Pelapor, r: Rujukan, kalimat: str, uang: Sequence[float], baris: Sequence[Baris]) -> None:
    """One sum spent with its percentage: that of its own row."""
    m = _SEKALIGUS.search(kalimat)
    if (
        len(uang) != 1
        or m is None
        or len(PERSENAN.findall(kalimat)) != 1
        or not TERSERAP.search(kalimat)
        or _BUKAN_SERAPAN.search(kalimat)
    ):
        return
    milik, p = [b for b in baris if abs(b.realisasi - uang[0]) < 1 and b.pagu > 0], angka(m["p"])
    if not milik or p is None:
        return
    seluruh = [x for b in baris if not b.sel for x in (b.pagu, b.realisasi) if x > 0] + [
        max(b.pagu for b in baris),
        max(b.realisasi for b in baris),
    ]
    if not any(sesuai(titik(uang[0] / y * SERATUS), p) for y in (*(b.pagu for b in milik), *seluruh) if y > 0):
        b = milik[0]
        lapor("KW-33", r, nilai=m["p"], seharusnya=bulat(b.realisasi / b.pagu * SERATUS, p.desimal or 0),
              hitungan=f"{tulis(b.realisasi)} / {tulis(b.pagu)} × 100", terkait=list(b.sel), tandai=False)  # fmt: skip
