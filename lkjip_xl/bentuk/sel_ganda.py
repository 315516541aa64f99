"""Cells that hold two figures, as a column for each: "Target / Realisasi" above "85 / 82,55", "Target / Rp" on two lines, "2023: 81,2 / 2024: 82,0"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.padan.isi import kosong
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import satuan_kepala

SEBAGIAN_BESAR = 0.6
KEPALA_MAKS = 300  # letters of a header that names two things
_UKURAN = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capaian", "t": "Target", "r": "Realisasi", "c": "Capaian",
           "pagu": "Pagu", "anggaran": "Anggaran"}  # fmt: skip
_SEPASANG = re.compile(
    r"\(?\s*\b(target|realisasi|capaian|pagu|anggaran|t|r)\s*(?:/|\||dan|&|dibanding(?:kan)?|vs\.?|-)\s*"
    r"(target|realisasi|capaian|t|r|c)\b\s*\)?",
    re.IGNORECASE,
)
_PISAH = re.compile(r"\s*(?:/|\||\n|;)\s*")
_BERKURUNG = re.compile(r"(.*\S)\s*\((.*\s/\s.*)\)")
_BERTAHUN = re.compile(rf"\s*(?:tahun\s*)?({ANGKA_TAHUN})\s*[:=]\s*(.+?)\s*", re.IGNORECASE)

Jalur = tuple[str, ...]
Bagian = tuple[Sequence[Jalur], Callable[[str], list[str]]]  # a column's headers, and its texts taken apart for them


def per_sel(t: TabelAsing) -> TabelAsing:
    """The table with one figure a cell."""
    awal = t.kolom[0] if t.kolom else None
    umum = _dua_ukuran(awal.jalur[-1:]) if awal is not None else []  # said once, above the names of the rows
    for k in t.kolom:
        if k.jalur and not k.gabung:
            bagian = _sepasang(t, k, [] if k is awal else umum) or _dua_baris(t, k) or _dua_tahun(t, k)
            t = t if bagian is None else _bagi(t, k, *bagian)
    return t


def _isi(t: TabelAsing, k: KolomAsing) -> list[SelAsing]:
    return [s for b in t.baris if b.jenis in ("data", "jumlah", "subjumlah") and (s := b.sel.get(k.nomor)) is not None]


def _angka(teks: str) -> bool:
    return kosong(SelAsing(teks)) or baca_kolom(teks).nilai is not None


def _sepasang(t: TabelAsing, k: KolomAsing, umum: Sequence[Jalur]) -> Bagian | None:
    """A header that names two measures, above cells that all hold two figures."""
    jalur = _dua_ukuran(k.jalur) or [(*k.jalur, x[-1]) for x in umum]
    isi = [s for b in t.data() if (s := b.sel.get(k.nomor)) is not None and not kosong(s)]
    return (jalur, _dua) if jalur and isi and all(s.nilai is None and _dua(s.teks) for s in isi) else None


def _dua_ukuran(jalur: Sequence[str]) -> list[Jalur]:
    """The headers of the first figure and of the second; [] where the header does not name two."""
    for i, x in enumerate(jalur):
        m = _SEPASANG.search(x)
        ukuran = [_UKURAN[kunci_teks(m[n])] for n in (1, 2)] if m is not None else []
        if m is not None and ukuran[0] != ukuran[1]:
            sisa = f"{x[: m.start()]} {x[m.end() :]}".strip()
            return [(*jalur[:i], *((sisa,) if kunci_judul(sisa) else ()), *jalur[i + 1 :], u) for u in ukuran]
    return []


def _dua(teks: str) -> list[str]:
    bagian = _PISAH.split(teks.strip())
    return bagian if len(bagian) == 2 and all(map(_angka, bagian)) else []


def _dua_baris(t: TabelAsing, k: KolomAsing) -> Bagian | None:
    """A header of names parted by strokes, above cells with a line and a figure for each."""
    m = _BERKURUNG.fullmatch(k.jalur[-1]) if len(k.jalur[-1]) <= KEPALA_MAKS else None
    atas, teks = ((m[1],), m[2]) if m is not None else ((), k.jalur[-1])
    nama = [x.strip() for x in teks.split("/")]
    isi = [s.teks.split("\n") for s in _isi(t, k)]
    sah = [x for x in isi if len(x) == len(nama) and all(map(_angka, x))]
    utuh = len(nama) > 1 and all(x and x.count("(") == x.count(")") for x in nama)
    if not utuh or not sah or len(sah) < SEBAGIAN_BESAR * len(isi):
        return None
    baru = [(*k.jalur[:-1], *atas, x) for x in nama]
    return baru, lambda teks: x if len(x := teks.split("\n")) == len(nama) else []


def _dua_tahun(t: TabelAsing, k: KolomAsing) -> Bagian | None:
    """Every cell names the years of its figures, the same in all of them."""
    isi = [dict(_tahun(s.teks)) for s in _isi(t, k)]
    tahun = [*isi[0]] if isi else []
    if len(tahun) < 2 or any([*x] != tahun for x in isi):
        return None
    return [(*k.jalur[:-1], f"{k.jalur[-1]} {x}") for x in tahun], lambda teks: [x for _, x in _tahun(teks)]


def _tahun(teks: str) -> list[tuple[str, str]]:
    """The figures of a cell by the years it names, [] where it holds anything else.

    >>> _tahun("2023: 81,2 / 2024: 82,0"), _tahun("2023: 81,2\\n2024: -"), _tahun("2023/2024")
    ([('2023', '81,2'), ('2024', '82,0')], [('2023', '81,2'), ('2024', '-')], [])
    """
    bagian = [_BERTAHUN.fullmatch(x) for x in re.split(r"\n|;|\s/\s", teks) if x.strip()]
    isi = [(m[1], m[2]) for m in bagian if m is not None and _angka(m[2])]
    return isi if len(isi) == len(bagian) else []


def _bagi(t: TabelAsing, k: KolomAsing, jalur: Sequence[Jalur], pisah: Callable[[str], list[str]]) -> TabelAsing:
    """The column as several in its place: the first under its number, the others numbered behind those of the source."""
    akhir = t.kolom_akhir
    nomor = [k.nomor, *range(akhir + 1, akhir + len(jalur))]
    baru = []
    for n, x in zip(nomor, jalur, strict=True):
        satuan, pengali = satuan_kepala(x)
        baru.append(replace(k, nomor=n, jalur=x, satuan=satuan, pengali=pengali))
    letak = t.kolom.index(k)
    baris = tuple(_baris(b, nomor, pisah) for b in t.baris)
    return replace(t, kolom=(*t.kolom[:letak], *baru, *t.kolom[letak + 1 :]), baris=baris)


def _baris(b: BarisAsing, nomor: list[int], pisah: Callable[[str], list[str]]) -> BarisAsing:
    """What a cell that is none of the kind says is of the first of the columns; a mark above the last figure is that one's."""
    s = b.sel.get(nomor[0])
    bagian = pisah(s.teks) if s is not None and b.jenis != "nomor" else []
    if s is None or len(bagian) != len(nomor):
        return b
    sel = {n: SelAsing(x.strip()) for n, x in zip(nomor, bagian, strict=True)}
    sel[nomor[-1]] = replace(sel[nomor[-1]], atas=s.atas)
    return replace(b, sel=b.sel | sel, asal={**b.asal, **{n: b.asal.get(nomor[0], nomor[0]) for n in nomor}})
