"""Tables whose one column of names holds tujuan, sasaran and programmes below each other: a table of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, ruas
from lkjip_xl.sumber.model import KolomAsing, TabelAsing

TUJUAN, SASARAN, PROGRAM = "Tujuan", "Sasaran", "Program / Kegiatan / Sub Kegiatan"
_BERJENJANG = re.compile(
    r"\b(?:tujuan|sasaran)(?: strategis)?\s*[/,](?:.*[/,])?\s*(?:program|kegiatan)\b"
)  # and no "Sasaran Strategis / Sasaran Program"
_SEMUA = re.compile(r"\([^()]*\b(?:tujuan|sasaran)\b[^()]*[/,][^()]*\)", re.IGNORECASE)
_NAMA_PROGRAM = re.compile(r"(?:program|kegiatan|sub ?kegiatan)\b(?! (?:strategis|kerja)\b)")
_NAMA_PERNYATAAN = re.compile(r"(?:(?:tujuan|sasaran)\b|(?:me|ter|ber)\w+(?:nya|kan)\b)")


def per_jenjang_baris(t: TabelAsing) -> Iterator[TabelAsing]:
    """The tables of tujuan, of sasaran and of programmes that one is; itself where one row is none of them for certain."""
    k = next((k for k in t.kolom if kepala_berjenjang(k)), None)
    jenjang = {} if k is None else _jenjang(t, k)
    if k is None or not {TUJUAN, SASARAN} & {*jenjang.values()} or PROGRAM not in jenjang.values():
        yield t
        return
    for satu in dict.fromkeys(jenjang.values()):
        baris = tuple(b for b in t.baris if jenjang.get(id(b), satu) == satu)
        terisi = {n for b in baris for n in b.sel if b.jenis == "data"}
        kolom = (replace(x, jalur=_jalur(x, k, satu)) for x in t.kolom if x == k or x.nomor in terisi)
        yield replace(t, kolom=tuple(kolom), baris=baris)


def _jalur(x: KolomAsing, k: KolomAsing, satu: str) -> tuple[str, ...]:
    """The header of a column of one of the tables: without the levels of the others in brackets."""
    return (satu,) if x == k else tuple(_SEMUA.sub("", j).strip() or j for j in x.jalur)


def kepala_berjenjang(k: KolomAsing) -> bool:
    """Does a header say that below it stand statements and programmes alike?"""
    rapi = kunci_teks(k.judul)
    return _BERJENJANG.search(rapi) is not None and "indikator" not in rapi


def _jenjang(t: TabelAsing, k: KolomAsing) -> dict[int, str]:
    """What each row is, by its name or by the row above where it has none; {} where one name says nothing."""
    hasil: dict[int, str] = {}
    lalu, menunggu = "", []
    dalam = _kedalaman(t, k)
    for b in t.baris:
        if b.jenis not in ("data", "kelompok"):
            continue
        nama = kunci_judul(b.sel[k.nomor].teks) if k.nomor in b.sel else ""
        if nama and b.jenis == "data":
            lalu = PROGRAM if _NAMA_PROGRAM.match(nama) else _pernyataan(nama, dalam.get(id(b), 0), dalam)
        if b.jenis == "kelompok":  # heads the rows below it
            menunggu.append(b)
            continue
        if not lalu:
            return {}
        hasil |= dict.fromkeys((id(x) for x in (*menunggu, b)), lalu)
        menunggu = []
    return hasil


def _pernyataan(nama: str, ruas_kode: int, dalam: dict[int, int]) -> str:
    if not _NAMA_PERNYATAAN.match(nama):
        return ""
    if nama.startswith("tujuan"):
        return TUJUAN
    bertingkat = len({*dalam.values()}) > 1
    return TUJUAN if bertingkat and ruas_kode == min(dalam.values()) and not nama.startswith("sasaran") else SASARAN


def _kedalaman(t: TabelAsing, k: KolomAsing) -> dict[int, int]:
    """By row: how many parts the number of a statement has, where a column left of the names holds such numbers."""
    hasil = {}
    for b in t.data():
        nama = kunci_judul(b.sel[k.nomor].teks) if k.nomor in b.sel else ""
        kode = next((ruas(s.teks) for n, s in sorted(b.sel.items()) if n < k.nomor), ())
        if kode and _NAMA_PERNYATAAN.match(nama):
            hasil[id(b)] = len(kode)
    return hasil
