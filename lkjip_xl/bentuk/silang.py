"""Cross tables of staff: posts or ranks down, education or ranks across, with or without men and women apart, and their sums."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.isi import kosong
from lkjip_xl.padan.ragam_kepala import NOMOR
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

PEGAWAI, MACAM_MIN = "pegawai", 2
_MACAM = {
    "Pendidikan": re.compile(
        r"(?:sd|smp|sltp|sma|smu|smk|slta|d ?(?:i{1,3}|iv|[1-4])|s ?[1-3]|diploma.*|sarjana.*|magister|doktor|strata.*)"
        r"(?: (?:sederajat|ners|profesi))?"
    ),
    "Golongan": re.compile(r"(?:gol(?:ongan)? )?(?:i{1,3}|iv)|pppk|p3k|non asn|honorer"),
}
_SDM = re.compile(r"\b(?:pegawai|asn|pns|pppk|sdm|aparatur|pendidikan|kepegawaian|personel|tenaga)\b")
_GOLONGAN = re.compile(r"\b(?:golongan|pangkat)\b")
_KELAMIN = {"l": "L", "p": "P", "laki laki": "L", "perempuan": "P", "pria": "L", "wanita": "P"}
_JUMLAH = frozenset({"jumlah", "total", "jml", "jumlah total"})
_KOLOM = {"Pendidikan": "Pendidikan", "Golongan": "Pangkat / Golongan"}
"""How the column of the sheet is called in which the second dimension of a row stands."""


@dataclass(frozen=True, slots=True)
class _Silang:
    """What a column of figures counts: a kind of the second dimension ("" = all of them), men, women or both."""

    kolom: KolomAsing
    macam: str
    kelamin: str


def per_silang(t: TabelAsing) -> list[tuple[TabelAsing, str]]:
    """The table as one of its cells, one of the sums of its rows and one of those of its columns; the table itself where it is none."""
    kolom = [k for k in t.kolom if k.jalur and kunci_judul(k.jalur[-1]) not in NOMOR]
    if len(kolom) <= MACAM_MIN or t.letak or t.terputar:
        return [(t, "")]
    awal, *lain = kolom
    for dimensi, pola in _MACAM.items():
        dibaca = [_baca(k, pola) for k in lain]
        semua = [x for x in dibaca if x is not None]
        macam = {x.macam for x in semua} - {""}
        tersebut = (_SDM if dimensi == "Pendidikan" else _GOLONGAN).search(_sebut(t, lain)) is not None
        cukup = tersebut and len(semua) == len(lain) and len(macam) >= MACAM_MIN and _angka(t, semua)
        if cukup and not pola.fullmatch(kunci_judul(awal.judul)):
            return [(x, PEGAWAI) for x in _bagi(t, awal, semua, dimensi)]
    return [(t, "")]


def _sebut(t: TabelAsing, lain: list[KolomAsing]) -> str:
    """What a table says of what it counts: its caption and the groups of its header."""
    return kunci_judul(" ".join((t.judul, *(x for k in lain for x in k.jalur[:-1]))))


def _baca(k: KolomAsing, pola: re.Pattern[str]) -> _Silang | None:
    rapi = [kunci_judul(x) for x in k.jalur]
    kelamin = _KELAMIN.get(rapi[-1], "Jumlah")
    atas = rapi[:-1] if kelamin != "Jumlah" else rapi
    macam = next((k.jalur[i] for i in range(len(atas) - 1, -1, -1) if pola.fullmatch(atas[i])), "")
    return _Silang(k, rapikan_spasi(macam), kelamin) if macam or _JUMLAH & {*rapi} else None


def _angka(t: TabelAsing, semua: list[_Silang]) -> bool:
    """Are there figures in these columns, and counts alone?"""
    isi = [s for b in t.data() for x in semua if (s := b.sel.get(x.kolom.nomor)) is not None]
    return bool(isi) and all(kosong(s) or s.teks.replace(".", "").strip().isdigit() for s in isi)


def _bagi(t: TabelAsing, awal: KolomAsing, semua: list[_Silang], dimensi: str) -> list[TabelAsing]:
    n = t.kolom_akhir
    nama, kedua, dim = n + 1, n + 2, n + 3
    angka = {x.kelamin: n + 4 + i for i, x in enumerate(semua) if x.kelamin not in [y.kelamin for y in semua[:i]]}
    tepi = [x for x in semua if not x.macam]
    inti = [x for x in semua if x.macam]
    kepala = [KolomAsing(m, (g,)) for g, m in angka.items()]
    judul = rapikan_spasi(awal.jalur[-1])
    silang: list[BarisAsing] = []
    for b in t.data():
        for macam in dict.fromkeys(x.macam for x in inti):
            tambah = {dim: SelAsing(f"{judul} dan {dimensi}"), kedua: SelAsing(macam)} | _label(b, awal, nama)
            asal = {nama: awal.nomor, kedua: awal.nomor, dim: awal.nomor}
            silang += _baris(b, [x for x in inti if x.macam == macam], angka, tambah, asal)
    satu = (KolomAsing(dim, ("Dimensi",)), KolomAsing(nama, ("Uraian",)), *kepala)
    hasil = [replace(t, kolom=(*satu, KolomAsing(kedua, (_KOLOM[dimensi],))), baris=tuple(silang))]
    if tepi:
        baris = []
        for b in t.baris:
            if b.jenis in ("data", "jumlah"):
                tambah = {dim: SelAsing(judul)} | _label(b, awal, nama)
                baris += _baris(b, tepi, angka, tambah, {dim: awal.nomor, nama: awal.nomor})
        hasil.append(replace(t, kolom=satu, baris=tuple(baris)))
    jumlah = [b for b in t.baris if b.jenis == "jumlah"]
    if len(jumlah) == 1:
        baris = [
            replace(y, jenis="data")
            for macam in dict.fromkeys(x.macam for x in inti)
            for y in _baris(jumlah[0], [x for x in inti if x.macam == macam], angka,
                            {dim: SelAsing(dimensi), nama: SelAsing(macam)}, {dim: awal.nomor, nama: awal.nomor})
        ]  # fmt: skip
        hasil.append(replace(t, kolom=satu, baris=tuple(baris)))
    return hasil


def _label(b: BarisAsing, awal: KolomAsing, nama: int) -> dict[int, SelAsing]:
    """What a row is of, in the column `nama`; {} where nothing says it. The word of a sum may stand in any column."""
    label = b.sel.get(awal.nomor) or (next(iter(b.sel.values()), None) if b.jenis == "jumlah" else None)
    return {} if label is None else {nama: label}


def _baris(b: BarisAsing, milik: list[_Silang], angka: dict[str, int], tambah: dict[int, SelAsing], asal: dict[int, int]) -> list[BarisAsing]:  # fmt: skip
    """The figures of a row in these columns as a row of their own; none where they are all blank."""
    ada = [(angka[x.kelamin], x.kolom.nomor, s) for x in milik if (s := b.sel.get(x.kolom.nomor)) is not None]
    if all(kosong(s) for *_, s in ada):
        return []
    return [replace(b, sel=tambah | {m: s for m, _, s in ada}, asal=asal | {m: n for m, n, _ in ada})]
