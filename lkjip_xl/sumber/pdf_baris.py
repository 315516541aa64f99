"""Letters on a page as lines of text: by their base line, small raised ones apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from lkjip_xl.sumber.rapi import Ketikan, rapi

Huruf = dict[str, Any]

_KECIL = 0.85  # of the size of the line: smaller letters that stand higher are raised marks
_NAIK = 0.12  # of the size of the line: how much higher at least
_SPASI = 0.22  # of the size of a letter: a wider gap is a blank
_BLANGKO = 0.25  # of the size of a letter: how wide a blank is
_CELAH = 1.0  # of the size of a letter: a wider gap may part two columns
_HALAMAN_BERULANG = 3
_JUDUL = re.compile(r"\btabel\b", re.IGNORECASE)
_ANGKA = re.compile(r"\d+")


class Potong(NamedTuple):
    """A piece of a line between wide gaps."""

    kiri: float
    kanan: float
    huruf: list[Huruf]


@dataclass(slots=True)
class Baris:
    """A line of text: its letters from the left, and as pieces."""

    huruf: list[Huruf]
    potong: list[Potong] = field(default_factory=list)
    teks: str = ""

    @property
    def tengah(self) -> float:
        """Where the line stands on the page."""
        return (min(h["top"] for h in self.huruf) + max(h["bottom"] for h in self.huruf)) / 2

    @property
    def ukuran(self) -> float:
        """Size of its letters."""
        return median(h["size"] for h in self.huruf)

    @property
    def kunci(self) -> tuple[str, int]:
        """What makes it the same line on another page: text but for numbers, and place."""
        return _ANGKA.sub("#", self.teks), round(self.tengah / 5)


def tanpa_kembar(huruf: Iterable[Huruf]) -> list[Huruf]:
    """Letters without those printed once more at the same place, which looks bold; the narrow ones of III stand apart."""
    hasil: list[Huruf] = []
    ada: dict[tuple[str, int, int], list[Huruf]] = {}
    for h in huruf:
        x, y = round(h["x0"]), round(h["top"])
        dekat = [k for a in (-1, 0, 1) for b in (-1, 0, 1) for k in ada.get((h["text"], x + a, y + b), ())]
        if not any(_berimpit(h, k) for k in dekat):
            hasil.append(h)
            ada.setdefault((h["text"], x, y), []).append(h)
    return hasil


def _berimpit(a: Huruf, b: Huruf) -> bool:
    """Do two letters of one kind cover each other for the most part?"""
    lebar, tinggi = max(a["x1"] - a["x0"], 0.1), max(a["bottom"] - a["top"], 0.1)
    return abs(a["x0"] - b["x0"]) < 0.5 * lebar and abs(a["top"] - b["top"]) < 0.5 * tinggi


def susun_baris(huruf: Iterable[Huruf]) -> list[Baris]:
    """Lines from above; a raised mark belongs to the line it stands in."""
    kelompok: list[list[Huruf]] = []
    for h in sorted((h for h in huruf if h["upright"]), key=lambda h: (-h["size"], h["bottom"])):
        tengah = (h["top"] + h["bottom"]) / 2
        cocok = [k for k in kelompok if k[0]["top"] <= tengah <= k[0]["bottom"]]
        if cocok:
            min(cocok, key=lambda k: abs(k[0]["bottom"] - h["bottom"])).append(h)
        else:
            kelompok.append([h])
    hasil = []
    for k in kelompok:
        k.sort(key=lambda h: h["x0"])
        b = Baris(k, _potong(k))
        b.teks = teks_huruf([k])[0]
        if b.teks:
            hasil.append(b)
    return sorted(hasil, key=lambda b: b.tengah)


def _potong(huruf: list[Huruf]) -> list[Potong]:
    hasil: list[Potong] = []
    for h in huruf:
        if h["text"].isspace():
            continue
        if hasil and h["x0"] - hasil[-1][1] <= _CELAH * h["size"]:
            lalu = hasil[-1]
            hasil[-1] = Potong(lalu.kiri, max(lalu.kanan, h["x1"]), [*lalu.huruf, h])
        else:
            hasil.append(Potong(h["x0"], h["x1"], [h]))
    return hasil


def teks_huruf(baris: Iterable[list[Huruf]]) -> tuple[str, str]:
    """Text and raised marks of lines of letters, a blank where a gap is as wide as one."""
    ketikan = Ketikan()
    for huruf in baris:
        ukuran = max((h["size"] for h in huruf), default=0.0)
        dasar = [h["bottom"] for h in huruf if h["size"] >= _KECIL * ukuran and not h["text"].isspace()]
        kaki = median(dasar) if dasar else 0.0
        lalu: Huruf = {}
        for h in huruf:
            if lalu and h["x0"] - lalu["x1"] > _SPASI * min(h["size"], lalu["size"]):
                ketikan.tambah(" ")
            naik = h["size"] < _KECIL * ukuran and kaki - h["bottom"] > _NAIK * ukuran
            # a letter without meaning is seen to be missing
            ketikan.tambah("\ufffd" if h["text"].startswith("(cid:") else h["text"], atas=naik)
            lalu = h
        ketikan.tambah("\n")
    return ketikan.hasil()


def lebar_huruf(huruf: list[Huruf]) -> float:
    """How wide letters of a line are together, blanks at their ends left out."""
    tampak = [h for h in huruf if not h["text"].isspace()]
    return tampak[-1]["x1"] - tampak[0]["x0"] if tampak else 0.0


def lebar_kata(huruf: list[Huruf]) -> float:
    """How wide the first word of a line is."""
    for n, (a, b) in enumerate(pairwise(huruf), 1):
        if b["text"].isspace() or b["x0"] - a["x1"] > _SPASI * min(a["size"], b["size"]):
            return lebar_huruf(huruf[:n])
    return lebar_huruf(huruf)


def tidak_muat(atas: list[Huruf], bawah: list[Huruf], ukuran: float, ruang: float) -> bool:
    """Had the first word of a line no room behind the line above it? ukuran: of the letters the blank between is of."""
    return lebar_huruf(atas) + lebar_kata(bawah) + _BLANGKO * ukuran > ruang


def teks_tegak(huruf: list[Huruf]) -> str:
    """Text of letters that stand on their side, as in narrow heads: column by column, from below."""
    kelompok: list[list[Huruf]] = []
    for h in sorted(huruf, key=lambda h: h["x0"]):
        if kelompok and h["x0"] < (kelompok[-1][0]["x0"] + kelompok[-1][0]["x1"]) / 2:
            kelompok[-1].append(h)
        else:
            kelompok.append([h])
    hasil = []
    for k in kelompok:
        turun = sum(h.get("matrix", (0, 1))[1] < 0 for h in k) > len(k) / 2  # turned clockwise: read from above
        k.sort(key=lambda h: h["top"] if turun else -h["bottom"])
        teks = ""
        lalu: Huruf | None = None
        for h in k:
            celah = 0 if lalu is None else h["top"] - lalu["bottom"] if turun else lalu["top"] - h["bottom"]
            teks += (" " if celah > _SPASI * h["size"] else "") + h["text"]
            lalu = h
        hasil.append(teks)
    return rapi("\n".join(hasil))


def berulang(halaman: list[list[Baris]]) -> frozenset[tuple[str, int]]:
    """Lines that stand at the same place of several pages: running heads and feet, but no title of a table."""
    hitung = Counter(kunci for baris in halaman for kunci in {b.kunci for b in baris if not _JUDUL.search(b.teks)})
    return frozenset(k for k, n in hitung.items() if n >= _HALAMAN_BERULANG and n * 3 >= len(halaman))
