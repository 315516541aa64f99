"""What a cell looks like, cheaply told: a number, a year, a running number, a word of a header."""

from __future__ import annotations

import re
from functools import lru_cache

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.sumber.model import SelAsing

_ANGKA = re.compile(r"[(≥≤<>−–-]*\s*(?:rp\.?|idr)?\s*[(−–-]?\d[\d.,\s]*(?:[.,][-–])?\s*%?\s*\)?\s*\**", re.IGNORECASE)
_RIBUAN = re.compile(
    r"\(?\s*rp\.?\s*\(?\s*000(?:\.000)*(?:,-)?\s*\)?", re.IGNORECASE
)  # "Rp.000": how large amounts are
_TAHUN = re.compile(rf"(?:rp\.?\s*)?{ANGKA_TAHUN}\**", re.IGNORECASE)  # "Rp 2024" heads the amounts of a year
_URUT = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,6}|[a-z])[.)]?", re.IGNORECASE)
TANDA_CATATAN = re.compile(r"\s*(\*{1,3}\)?)\s*$")  # of a note below the table, behind a name, year or figure
_NOMOR_KOLOM = re.compile(r"[(\[]?\s*(\d{1,2}|[a-zA-Z])\s*[)\]]?\s*(?:=.*)?")
_KATA = frozenset(
    [
        "no",
        "nomor",
        "kode",
        "kd",
        "rek",
        "rekening",
        "uraian",
        "nama",
        "indikator",
        "sasaran",
        "tujuan",
        "misi",
        "program",
        "kegiatan",
        "sub",
        "subkegiatan",
        "target",
        "realisasi",
        "capaian",
        "satuan",
        "pagu",
        "anggaran",
        "alokasi",
        "keterangan",
        "ket",
        "tahun",
        "triwulan",
        "tw",
        "serapan",
        "persentase",
        "kinerja",
        "jenis",
        "jabatan",
        "golongan",
        "jumlah",
        "penanggung",
        "bidang",
        "sumber",
        "lokasi",
        "volume",
        "kondisi",
        "sisa",
        "kategori",
        "predikat",
        "bobot",
        "formula",
        "rumus",
        "pencapaian",
        "pangkat",
        "pendidikan",
        "tingkat",
        "efisiensi",
        "urusan",
        "kecamatan",
        "bulan",
        "nilai",
    ]
)


def tanpa_renggang(teks: str) -> str:
    """A header whose letters are spaced out as the words it is made of; any other text as it is.

    >>> tanpa_renggang("I n d i k a t o r K i n e r j a"), tanpa_renggang("N o"), tanpa_renggang("S 1 A")
    ('indikator kinerja', 'no', 'S 1 A')
    """
    huruf = teks.split()
    if not huruf or sum(len(x) > 1 for x in huruf) or not all(x.isalpha() for x in huruf):
        return teks
    kata, rapat = [], "".join(huruf).casefold()
    while rapat:
        n = next((n for n in range(len(rapat), 1, -1) if rapat[:n] in _KATA), 0)
        if not n:
            return teks
        kata.append(rapat[:n])
        rapat = rapat[n:]
    return " ".join(kata)


def berangka(s: SelAsing) -> bool:
    """Is this a figure (also one nobody can see), and no year?"""
    if s.nilai is not None:
        return not tahun(s)
    return s.tak_tahu or (_ANGKA.fullmatch(s.teks) is not None and not tahun(s) and not _RIBUAN.fullmatch(s.teks))


def tahun(s: SelAsing) -> bool:
    """Is this a year, as headers have them?"""
    return _TAHUN.fullmatch(s.teks) is not None


def urut(s: SelAsing) -> bool:
    """Is this a running number, a letter or a kode at the head of a row?"""
    return len(s.teks) <= 24 and _URUT.fullmatch(s.teks) is not None


def berkata(s: SelAsing) -> bool:
    """Does this say something in words: neither a figure nor a number before a row?"""
    return s.nilai is None and not urut(s) and not berangka(s)


def nomor_kolom(s: SelAsing) -> int | None:
    """The number a numbering row gives a column: 6 of `(6)`, `6=4/5*100`; of letters a is 1."""
    m = _NOMOR_KOLOM.fullmatch(s.teks)
    if m is None:
        return None
    return int(m[1]) if m[1].isdecimal() else ord(m[1].lower()) - 96


@lru_cache(maxsize=4096)
def kata_kepala(teks: str) -> bool:
    """Does the text begin like the header of a column?

    >>> kata_kepala("Indikator Kinerja Utama"), kata_kepala("Dinas Sosial")
    (True, False)
    """
    return len(teks) <= 120 and kunci_nama(teks).partition(" ")[0] in _KATA


def angka_sel(s: SelAsing | None, tipe: str = "angka") -> float | None:
    """The number a cell stores, else the one its text says in a column of that type; None where it has none."""
    return None if s is None else s.nilai if s.nilai is not None else baca_kolom(s.teks, tipe).nilai
