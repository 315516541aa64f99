"""Whose figures a header is of: the agency's own region, which goes without saying, or another one beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, rapikan_spasi
from lkjip_xl.tabel.model import Nilai

HAFALAN = 2**12  # headers and settings kept
PROVINSI, KABUPATEN = "provinsi", "kabupaten"
DAERAH_LAIN = "daerah lain"
_SINGKAT = ((re.compile(r"\bprov\b\.?|\bpropinsi\b"), "provinsi"), (re.compile(r"\bkab\b\.?"), "kabupaten"))
_LEVEL = r"provinsi|kabupaten|kota"
_NAMA = re.compile(
    rf"\b({_LEVEL}) (?!(?:{_LEVEL}|dan|atau|dengan|tahun|target|realisasi|capaian|nilai|rata[ -]rata|lain|se|yang|nasional)\b)"
    r"([a-z][a-z .'-]*[a-z])"
)
_BUKAN_NAMA = re.compile(r"\b(?:dan|tahun|target|realisasi|capaian|nilai|rata[ -]rata|nasional|rp)\b.*$")
PANJANG_NAMA = 5  # a shorter name alone may be any word: "Baru", "Batu"
FIGUR = "Realisasi"  # what a column is that only names a region
_SINGKATAN = re.compile(r"\b(Realisasi|Capaian|REALISASI|CAPAIAN) [A-Z]{4,}\b(?!\s+[A-Z])")
_RENCANA = re.compile(r"\b(?:RPJM[DN]?|RKPD?|RENSTRA|RENJA|APB[DN]|RATA|NASIONAL|PROVINSI|PROV|KABUPATEN|KOTA)\b")


@dataclass(frozen=True, slots=True)
class Daerah:
    """The agency's region: level ("" = not known), name without the word for the level, whether it tells the region alone."""

    level: str
    nama: str
    sendiri: bool
    provinsi: str


def daerah(setelan: Mapping[str, Nilai]) -> Daerah:
    """The region of the settings; a province is one where its name, or that of the agency, says so."""
    milik, provinsi, instansi = (str(setelan.get(n) or "") for n in ("Kabupaten", "Provinsi", "Instansi"))
    return _daerah(milik, provinsi, instansi)


@lru_cache(HAFALAN)
def _daerah(milik: str, provinsi: str, instansi: str) -> Daerah:
    level, nama = _pecah(milik)
    _, atas = _pecah(provinsi)
    if not level:
        if (atas and nama in ("", atas)) or f" {PROVINSI} " in f" {_rapi(instansi)} ":
            level, nama = PROVINSI, nama or atas
        elif atas:
            level = KABUPATEN
    return Daerah(level, nama, len(nama) >= PANJANG_NAMA and (level == PROVINSI or nama != atas), atas)


def _rapi(teks: str) -> str:
    hasil = kunci_teks(teks)
    for pola, kata in _SINGKAT:
        hasil = pola.sub(kata, hasil)
    return rapikan_spasi(hasil)


def _pecah(teks: str) -> tuple[str, str]:
    """Level and name of a region as it is typed."""
    rapi = _rapi(teks).removeprefix("pemerintah ").removeprefix("daerah ")
    level = next((x for x in (PROVINSI, KABUPATEN, "kota") if rapi.startswith(x + " ")), "")
    return level, rapi.removeprefix(level).strip()


def jalur_sendiri(jalur: tuple[str, ...], d: Daerah) -> tuple[str, ...]:
    """A header without the agency's own region; one that says nothing else is of what was realised.

    >>> d = daerah({"Kabupaten": "Kabupaten Damai"})
    >>> jalur_sendiri(("Realisasi 2024", "Kab. Damai"), d), jalur_sendiri(("Kota Damai",), d), jalur_sendiri(("Kabupaten",), d)
    (('Realisasi 2024',), ('Kota Damai',), ('Realisasi',))
    """
    pola = _pola(d)
    if pola is None or not any(pola.search(_rapi(x)) for x in jalur):
        return jalur
    sisa = tuple(y for x in jalur for y in (_lepas(x, pola),) if kunci_judul(y))
    return sisa or (FIGUR,)


def _lepas(teks: str, pola: re.Pattern[str]) -> str:
    rapi = _rapi(teks)
    baru = pola.sub(" ", rapi)
    return teks if baru == rapi else rapikan_spasi(baru.replace("( )", " "))


@lru_cache(HAFALAN)
def _pola(d: Daerah) -> re.Pattern[str] | None:
    """What in a header is the region itself: its level as the whole of a row, level and name, the name where it is like no other."""
    if not d.level:
        return None
    cara = [rf"^\W*{d.level}\W*$"]
    if d.nama:
        nama = re.escape(d.nama)
        cara.append(rf"\b(?:pemerintah )?{d.level} {nama}\b")
        if d.sendiri:
            cara.append(rf"(?<!provinsi )(?<!kabupaten )(?<!kota )\b{nama}\b")
    return re.compile("|".join(cara))


def daerah_lain(jalur: Iterable[str], d: Daerah) -> str:
    """The region a header names that is not the agency's; "" for none.

    >>> d = daerah({"Kabupaten": "Kabupaten Damai", "Provinsi": "Jawa Makmur"})
    >>> daerah_lain(("Capaian", "Kota Damai"), d), daerah_lain(("Realisasi Jawa Makmur 2024",), d), daerah_lain(("Kab. Damai",), d)
    ('Kota Damai', 'Provinsi Jawa Makmur', '')
    >>> d = daerah({"Kabupaten": "Kabupaten Damai", "Provinsi": "Provinsi Damai"})
    >>> daerah_lain(("Peraturan Bupati Damai",), d), daerah_lain(("Prov. Damai",), d)
    ('', 'Provinsi Damai')
    """
    for x in jalur_sendiri(tuple(jalur), d):
        rapi = re.sub(r"\d", " ", _rapi(x))
        # beside a kabupaten or kota of the same name the word for its level tells a province, and a letter alone is none
        tanda = rf"\b{PROVINSI} " if d.provinsi == d.nama or len(d.provinsi) == 1 else r"(?<!kota )(?<!kabupaten )\b"
        if d.provinsi and d.level != PROVINSI and re.search(rf"{tanda}{re.escape(d.provinsi)}\b", rapi):
            return f"Provinsi {d.provinsi.title()}"
        if (m := _NAMA.search(rapi)) is not None and (nama := _BUKAN_NAMA.sub("", m[2]).strip(" .-")):
            return f"{m[1]} {nama}".title()
    return ""


def tanpa_singkatan(jalur: tuple[str, ...]) -> tuple[str, ...]:
    """A header of results without the abbreviation of whose they are: beside those of others, the agency's own.

    >>> tanpa_singkatan(("Realisasi DPMPTSP 2024",)), tanpa_singkatan(("Target RPJMD",)), tanpa_singkatan(("Realisasi", "2024"))
    (('Realisasi 2024',), ('Target RPJMD',), ('Realisasi', '2024'))
    """
    return tuple(x if _RENCANA.search(x) else _SINGKATAN.sub(r"\1", x) for x in jalur)
