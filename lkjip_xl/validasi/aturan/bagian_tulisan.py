"""A whole and its parts in one sentence: "49 orang yang terdiri dari 27 PNS, 12 PPPK, dan 10 non ASN"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.validasi.aturan.angka_kalimat import (
    ANGKA,
    PERSEN,
    PERSENAN,
    Hitungan,
    angka,
    cacah,
    semua_angka,
    sesuai,
)
from lkjip_xl.validasi.aturan.selang import titik

SERATUS = 100.0
SEDIKITNYA = 10.0  # a smaller whole may well be of other things than its parts
SELISIH = 0.2  # parts further from the whole are not all of them, or of something else
_LALU_KELAMIN = re.compile(
    rf"(?P<n>{ANGKA})(?:\s+(?!\d)[\w/-]+){{1,2}},\s+(?P<a>{ANGKA})(?:\s+orang)?\s+[a-z-]+(?:\s+laki)?,?\s+dan\s+(?P<b>{ANGKA})(?:\s+orang)?\s+[a-z-]+",
    re.I,
)
_KURUNG = re.compile(r"\s*\([^()]*\)")
_DALAM_KURUNG = re.compile(
    rf"(?P<n>{ANGKA})(?P<benda>(?:\s+(?!\d)[\w/-]+){{1,3}})\s*\((?P<isi>[^()]+)\)", re.IGNORECASE
)
_JENIS_KELAMIN = re.compile(r"\b(?:laki-?\s?laki|pria)\b.*\b(?:perempuan|wanita)\b|\b(?:perempuan|wanita)\b.*\b(?:laki-?\s?laki|pria)\b", re.I)  # fmt: skip
_BERPERSEN = re.compile(rf"(?P<x>{ANGKA})(?:\s+(?!dari\b)[^\W\d_][\w/-]*){{1,6}}?\s*\(\s*(?P<p>{ANGKA})\s*{PERSEN}\s*\)", re.IGNORECASE)  # fmt: skip
_BUKAN_BAGIAN = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|bertambah|berkurang|capaian\w*|target\w*|serapan|terserap|realisasi\w*|dibanding\w*|tumbuh)\b", re.I
)  # fmt: skip
_KOMPOSISI = re.compile(r"\b(?:menyumbang|terdiri|komposisi|kontribusi\w*|berkontribusi|proporsi|distribusi|sisanya)\b", re.IGNORECASE)  # fmt: skip
_RUPIAH = re.compile(r"\bRp\.?\s*", re.IGNORECASE)
_SEN = re.compile(r"(?<=\d\d\d),(?:00|-)(?!\d)")
_TERDIRI = re.compile(
    rf"(?P<n>{ANGKA})(?P<benda>(?:\s+(?!\d)[\w/-]+){{0,5}}?),?\s+(?:yang\s+)?(?:terdiri\s+(?:dari|atas)|yaitu|yakni|meliputi|mencakup)\s*:?\s+(?P<isi>.+)",
    re.IGNORECASE,
)
_PISAH = re.compile(r",\s+(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+|;\s*")
_SEBAGIAN = re.compile(
    r"\b(?:di\s?antara\w*|antara lain|termasuk|sebagian|masing-masing|setiap|tiap|per)\b", re.IGNORECASE
)
# what consists of things of another kind
_WADAH = re.compile(
    r"\b(?:kecamatan|kabupaten|kota|provinsi|desa|kelurahan|program|kegiatan|tujuan|sasaran|misi|bidang|indikator|kelompok|tim|unit|upt|sekolah|paket)\b",
    re.IGNORECASE,
)


def bagian_keliru(kalimat: str) -> Iterator[Hitungan]:
    """A whole that is not the sum of the parts a sentence says it consists of.

    >>> [(h.tulisan, h.hasil) for h in bagian_keliru("Tenaga 49 orang yang terdiri dari 27 PNS, 13 PPPK, dan 10 non ASN")]
    [('49', 50.0)]
    >>> list(bagian_keliru("65 orang, yaitu 40 laki-laki dan 25 perempuan, dengan 27 orang berpendidikan S1"))
    []
    >>> [h.hasil for h in bagian_keliru("87 pegawai: 34 laki-laki (39,1%) dan 53 perempuan (69,0%)")]
    [60.9]
    """
    yield from _terdiri(kalimat)
    yield from _dalam_kurung(kalimat)
    yield from _kelamin(kalimat)
    yield from _berpersen(kalimat)
    yield from _komposisi(kalimat)


def _dalam_kurung(kalimat: str) -> Iterator[Hitungan]:
    """ "48.212 jiwa (24.090 laki-laki dan 24.122 perempuan)": the parts behind their whole."""
    for m in _DALAM_KURUNG.finditer(kalimat):
        seluruh, bagian = cacah(m["n"]), _bagian(m["isi"])
        if (
            seluruh is None
            or len(bagian) != 2
            or not _JENIS_KELAMIN.search(m["isi"])
            or len(semua_angka(m["isi"])) != 2
        ):
            continue
        if sum(bagian) != seluruh and max(bagian) < seluruh:
            yield Hitungan(m["n"], " + ".join(map(tulis, bagian)), sum(bagian))


def _kelamin(kalimat: str) -> Iterator[Hitungan]:
    """ "136 ASN, 78 laki-laki dan 58 perempuan": men and women right behind their whole."""
    for m in _LALU_KELAMIN.finditer(_KURUNG.sub("", kalimat)):
        seluruh, a, b = (cacah(m[k]) for k in ("n", "a", "b"))
        if seluruh and a and b and _JENIS_KELAMIN.search(m[0]) and max(a, b) < seluruh != a + b:
            yield Hitungan(m["n"], f"{tulis(a)} + {tulis(b)}", a + b)


def _berpersen(kalimat: str) -> Iterator[Hitungan]:
    """Parts that make up a figure of the sentence, each with its percentage."""
    if _BUKAN_BAGIAN.search(kalimat):
        return
    butir = [(m["p"], x, p) for m in _BERPERSEN.finditer(kalimat) if (x := cacah(m["x"])) and (p := angka(m["p"]))]
    jumlah = sum(x for _, x, _ in butir)
    if len(butir) < 2 or jumlah not in {cacah(a) for a in semua_angka(kalimat)}:
        return
    for teks, x, p in butir:
        hasil = x / jumlah * SERATUS
        if not sesuai(titik(hasil), p):
            yield Hitungan(teks, f"{tulis(x)} / {tulis(jumlah)} × 100", bulat(hasil, p.desimal or 0))


def _komposisi(kalimat: str) -> Iterator[Hitungan]:
    """Shares of one whole that make a hundred once two digits of one of them change places."""
    teks = [m.group().rstrip("% ").removesuffix("persen").strip() for m in PERSENAN.finditer(kalimat)]
    p = [b for x in teks if (b := angka(x)) is not None]
    if len(p) < 3 or len(p) < len(teks) or not _KOMPOSISI.search(kalimat) or _BUKAN_BAGIAN.search(kalimat):
        return
    sela = sum(10.0 ** -(b.desimal or 0) for b in p) / 2 + 1e-9
    jumlah = sum(b.nilai or 0.0 for b in p)
    if abs(jumlah - SERATUS) <= SELISIH * SERATUS and abs(jumlah - SERATUS) > sela:
        for x, b in zip(teks, p, strict=True):
            n = b.nilai or 0.0
            tukar = (y for sebab, y in bacaan_lain(n, b.desimal) if sebab is Sebab.BERTUKAR) if n > 0 else ()
            if usul := [y for y in tukar if abs(jumlah - n + y - SERATUS) <= sela]:
                yield Hitungan(x, "100 − bagian lainnya", usul[0])
                return


def _terdiri(kalimat: str) -> Iterator[Hitungan]:
    m = _TERDIRI.search(_SEN.sub("", _RUPIAH.sub("", _KURUNG.sub("", kalimat))))
    if m is None or _SEBAGIAN.search(m["isi"]) or _WADAH.search(m["benda"]):
        return
    seluruh, bagian = cacah(m["n"]), _bagian(m["isi"])
    if seluruh is None or seluruh < SEDIKITNYA or len(bagian) < 2 or max(bagian) >= seluruh:
        return
    jumlah = list(accumulate(bagian))
    if seluruh in jumlah:
        return
    salah_ketik = {y for sebab, y in bacaan_lain(seluruh, 0) if sebab in (Sebab.BERTUKAR, Sebab.LAIN)}
    if abs(jumlah[-1] - seluruh) <= SELISIH * seluruh or jumlah[-1] in salah_ketik:
        yield Hitungan(m["n"], " + ".join(map(tulis, bagian)), jumlah[-1])


def _bagian(isi: str) -> list[float]:
    """The counts of a list, up to the first item that is none."""
    hasil: list[float] = []
    for butir in _PISAH.split(isi):
        angka = semua_angka(butir)
        x = cacah(angka[0]) if len(angka) == 1 and "%" not in butir and "persen" not in kunci_teks(butir) else None
        if not x:
            break
        hasil.append(x)
    return hasil
