"""A whole and its parts in one sentence: "49 orang yang terdiri dari 27 PNS, 12 PPPK, dan 10 non ASN"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.validasi.aturan.angka_kalimat import ANGKA, Hitungan, cacah, semua_angka

SEDIKITNYA = 10.0  # a smaller whole may well be of other things than its parts
SELISIH = 0.2  # parts further from the whole are not all of them, or of something else
_KURUNG = re.compile(r"\s*\([^()]*\)")
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
    """
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
