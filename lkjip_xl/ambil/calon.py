"""Every column of the workbook a foreign column may stand for, with the headers it bears and the year it is of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from lkjip_xl.ambil.model import Peran
from lkjip_xl.inti.kunci import PENDEK, kunci_teks
from lkjip_xl.padan.nama import baku_kepala
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.ungkapan import Ambil, urai
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.tabel.triwulan import ASAL, TW

INDIKATOR, PERNYATAAN = "indikator", "pernyataan"
TUJUAN = frozenset({"tujuan", "tujuan strategis", "tujuan perangkat daerah"})
BERSAMA = (
    "pengukuran",
    "riwayat",
    "renstra",
    "iku",
    "pk",
)  # sheets with one row an indicator, whose figures are printed together
_TAHUN = re.compile(r"\b((?:19|20)\d\d)\b")
_KATA_TW = r"(?:triwulan|tribulan|tw)"
# said twice where "Realisasi Triwulan" stands above "TW I"
_TW = re.compile(rf"\b(?:{_KATA_TW}\s+)?{_KATA_TW}\s*\.?\s*(iv|iii|ii|i|[1-4])\b")
_SEBAGIAN = re.compile(
    r"\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember"
    rf"|{_KATA_TW}\s*\.?\s*(?:iii|ii|i|[1-3])|semester\s*(?:i|1))\b"
)
_BULAN_INI = re.compile(r"\bbulan lalu\b|(?<!dengan )(?<!s\.d )(?<!s\.d\. )(?<!s/d )\bbulan ini\b")
_SAMPAI = re.compile(rf"\b(?:s ?[./]? ?d\b\.?|sampai(?: dengan)?|hingga)\s*(?={_KATA_TW}\b)")  # "s.d. TW II"
_SETAHUN = re.compile(rf"\bdesember\b|\b{_KATA_TW}\b.*\b(?:iv|4)\b|\bsemester\b.*\b(?:ii|2)\b")
TRIWULAN = ("I", "II", "III", "IV")
_ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_RELATIF = re.compile(r"\b(?:tahun|th|thn)?\s*\(?n\s*(?:([-+])\s*([1-5]))?\)?$")
_SISA = re.compile(r"\b(?:tahun|thn|th|ta|pada|per)\b")
_TAHUN_CAPTION = re.compile(r"\b(?:tahun anggaran|tahun|thn|ta|desember)\.? *((?:19|20)\d\d)\b(?! *[-–/] *\d{2})")
_PERATURAN = re.compile(r"\b(?:nomor|no)\b\.? *\S+ tahun (?:19|20)\d\d")
HAFALAN = 2**13  # headers kept: each is compared with every column of every sheet and preset


@dataclass(frozen=True, slots=True)
class Calon:
    """A column: sheet, schema column, names alone and with the group above, year it is of (None = of no year in its header).

    tahunan: year the figures of its sheet are of, by the title of the sheet (None = of none).
    """

    lembar: str
    kolom: Kolom
    sebutan: frozenset[str]
    utuh: frozenset[str]
    tahun: int | None = None
    peran: Peran = Peran.NILAI
    turunan: bool = False
    tahunan: int | None = None


@dataclass(frozen=True, slots=True)
class Kepala:
    """A foreign header: its rows without years, longest text first; the year it names, and whether the year is all it says."""

    bagian: tuple[str, ...]
    tahun: int | None


def bersih(teks: str) -> str:
    """A header for comparing, quarters written one way, without year and the word for it.

    >>> bersih("Target Tahun 2024"), bersih("Realisasi Triwulan II"), bersih("Tahun 2023 (Rp)")
    ('target', 'realisasi tw2', '')
    """
    return _bersih_pendek(teks) if len(teks) <= PENDEK else _bersih(teks)


def _bersih(teks: str) -> str:
    rapi = _TW.sub(lambda m: " tw" + _ROMAWI.get(m[1], m[1]) + " ", kunci_teks(teks).replace("_", " "))
    rapi = baku_kepala(rapi)
    if _TAHUN.search(rapi) or _RELATIF.search(kunci_teks(teks)):
        rapi = _SISA.sub(" ", _TAHUN.sub(" ", _RELATIF.sub(" ", rapi)))
        rapi = re.sub(r"\bn\b|\bn [1-5]\b", " ", rapi)
    return "" if rapi == "rp" and "(" in teks else " ".join(rapi.split())


def kepala(jalur: tuple[str, ...], setelan: Mapping[str, Nilai]) -> Kepala:
    """A header path as it is looked up: every run of its last rows."""
    laporan = setelan.get("TahunLaporan")
    cari = _kepala_pendek if sum(map(len, jalur)) <= PENDEK else _kepala
    return cari(jalur, laporan if isinstance(laporan, float) else None)


def _kepala(jalur: tuple[str, ...], laporan: float | None) -> Kepala:
    rapi = [b for b in (bersih(x) for x in jalur) if b]
    rapi = [b for i, b in enumerate(rapi) if i == 0 or b != rapi[i - 1]]
    bagian = tuple(" ".join(rapi[i:]) for i in range(len(rapi)))
    if len(rapi) > 1:
        bagian += (f"{rapi[-1]} {rapi[0]}",)
    if len(jalur) > 1 and (utuh := bersih(" ".join(jalur))) not in bagian:
        bagian += (utuh,)  # "Target Triwulan" above "I"
    return Kepala(bagian, tahun_kepala(" ".join(jalur), {"TahunLaporan": laporan}))


_bersih_pendek, _kepala_pendek = lru_cache(HAFALAN)(_bersih), lru_cache(HAFALAN)(_kepala)


def triwulan(teks: str) -> str:
    """The quarter a text names, "" for none.

    >>> triwulan("Triwulan II Tahun 2024"), triwulan("TW 4"), triwulan("II")
    ('II', 'IV', '')
    """
    m = _TW.search(kunci_teks(teks))
    return "" if m is None else TRIWULAN[int(_ROMAWI.get(m[1], m[1])) - 1]


def tanpa_sampai(jalur: tuple[str, ...]) -> tuple[str, ...] | None:
    """A header of figures up to a quarter as that of the quarter; None where it is none.

    >>> tanpa_sampai(("Realisasi", "s.d. Triwulan II")), tanpa_sampai(("Realisasi S/D TW 3",)), tanpa_sampai(("Realisasi TW II",))
    (('realisasi', 'triwulan ii'), ('realisasi tw 3',), None)
    """
    rapi = tuple(kunci_teks(x) for x in jalur)
    hasil = tuple(_SAMPAI.sub("", x) for x in rapi)
    return hasil if hasil != rapi else None


def sebagian_tahun(teks: str) -> str:
    """The part of the year that figures reach up to by what a caption or header says; "" for the whole year, or where it says nothing.

    >>> sebagian_tahun("Laporan RFK Bulan Juni 2024"), sebagian_tahun("s.d. Triwulan III"), sebagian_tahun("Semester I")
    ('juni', 'triwulan iii', 'semester i')
    >>> sebagian_tahun("Januari s.d. Desember 2024"), sebagian_tahun("Triwulan IV"), sebagian_tahun("Semester I dan II")
    ('', '', '')
    """
    rapi = kunci_teks(teks)
    if (m := _BULAN_INI.search(rapi)) is not None:
        return m[0]
    return "" if _SETAHUN.search(rapi) or (m := _SEBAGIAN.search(rapi)) is None else m[0]


def tahun_kepala(teks: str, setelan: Mapping[str, Nilai]) -> int | None:
    """The year a header names, also as "Tahun n-1"; the last where it names several."""
    if semua := _TAHUN.findall(teks):
        return int(semua[-1])
    laporan = setelan.get("TahunLaporan")
    m = _RELATIF.search(kunci_teks(teks))
    if m is None or not isinstance(laporan, float):
        return None
    return int(laporan) + (int(m[2]) if m[1] == "+" else -int(m[2]) if m[2] else 0)


def tahun_caption(caption: str) -> int | None:
    """The one year the figures of a table are of by its caption; None where it names none, several or a period.

    >>> tahun_caption("Capaian Kinerja Tahun 2023"), tahun_caption("Renstra Tahun 2024-2026"), tahun_caption("Perbup Nomor 5 Tahun 2021")
    (2023, None, None)
    """
    semua = {int(x) for x in _TAHUN_CAPTION.findall(_PERATURAN.sub(" ", kunci_teks(caption)))}
    return semua.pop() if len(semua) == 1 else None


def calon_kolom(skema: Skema, lembar: SkemaLembar, setelan: Mapping[str, Nilai]) -> list[Calon]:
    """The columns a table that is this sheet may have; what only repeats the sheet Indikator stands for the column there."""
    hasil = []
    tahunan = tahun_kepala(judul.sebagai_teks(lembar.judul, setelan), {}) if judul.berubah(lembar.judul) else None
    for k in lembar.kolom.values():
        asal = urai(k.rumus) if k.rumus else None
        if k.tersembunyi and not (k.nama in TW and lembar.id in ASAL):  # quarters are printed beside the year
            continue
        if isinstance(asal, Ambil) and asal.lembar == INDIKATOR:
            hasil += _salinan(skema, k, asal, setelan)
        elif (satu := _calon(lembar.id, k, setelan)) is not None:
            hasil += [replace(x, tahunan=tahunan) for x in (satu, *_bertahun(satu, setelan))]
    if berindikator(lembar):
        ada = {(c.lembar, c.kolom.nama) for c in hasil}
        for nama in (INDIKATOR, "satuan"):
            k = skema.lembar[INDIKATOR].kolom[nama]
            if (INDIKATOR, nama) not in ada and (c := _calon(INDIKATOR, k, setelan)) is not None:
                hasil.append(c)
        milik = skema.lembar[INDIKATOR].kolom[PERNYATAAN]
        if all(c.peran is not Peran.SASARAN for c in hasil) and (c := _calon(INDIKATOR, milik, setelan)) is not None:
            hasil.append(replace(c, sebutan=c.sebutan - TUJUAN, peran=Peran.SASARAN))
        hasil.append(Calon(INDIKATOR, milik, TUJUAN, TUJUAN, peran=Peran.TUJUAN))
    return hasil


def _bertahun(c: Calon, setelan: Mapping[str, Nilai]) -> list[Calon]:
    """The same column under headers that name another year ("Prakiraan Maju {tahun+1}")."""
    hasil = []
    for s in c.kolom.sinonim:
        teks = judul.sebagai_teks(s, setelan)
        tahun = tahun_kepala(teks, setelan) if judul.berubah(s) else None
        if tahun is not None and tahun != setelan.get("TahunLaporan"):
            sebutan = frozenset({bersih(teks)})
            hasil.append(replace(c, sebutan=sebutan, utuh=sebutan, tahun=tahun))
    return hasil


def berindikator(lembar: SkemaLembar) -> bool:
    """Is the sheet about indicators: does its kode name one?"""
    k = lembar.kolom.get("kode")
    return k is not None and k.pilihan_acuan == (INDIKATOR, "kode")


def _salinan(skema: Skema, k: Kolom, asal: Ambil, setelan: Mapping[str, Nilai]) -> list[Calon]:
    nama = PERNYATAAN if asal.hasil.startswith(PERNYATAAN) else asal.hasil
    milik = skema.lembar[INDIKATOR].kolom[nama]
    peran = Peran.SASARAN if nama == PERNYATAAN else Peran.NILAI
    a, b = _calon(INDIKATOR, milik, setelan), _calon(INDIKATOR, k, setelan)
    sebutan = frozenset().union(*(x.sebutan for x in (a, b) if x is not None))
    if peran is Peran.SASARAN:
        sebutan -= TUJUAN  # a column of its own in tables that print both
    return [Calon(INDIKATOR, milik, sebutan, sebutan, peran=peran)]


def _calon(lembar: str, k: Kolom, setelan: Mapping[str, Nilai]) -> Calon | None:
    teks = judul.sebagai_teks(k.judul, setelan)
    atas = judul.sebagai_teks(k.kelompok, setelan) if k.kelompok else ""
    if judul.TANPA_TAHUN in (teks, atas):
        return None
    bertahun = judul.berubah(k.judul) or judul.berubah(k.kelompok or "")
    tahun = tahun_kepala(f"{atas} {teks}", setelan) if bertahun else None
    nama = [] if bertahun else [k.nama.replace("_", " ")]
    sama = [x for s in k.sinonim if "{tahun}" in s or not judul.berubah(s) for x in (judul.sebagai_teks(s, setelan),)]
    sebutan = frozenset(b for t in (*nama, teks, *sama) if (b := bersih(t)))
    utuh = {bersih(f"{atas} {t}") for t in (teks, *sama)} if atas and not judul.berubah(k.judul) else set()
    peran = Peran.NOMOR if k.nama == "no" else Peran.NILAI
    return Calon(lembar, k, sebutan, frozenset(utuh), tahun, peran, k.jenis == "rumus")
