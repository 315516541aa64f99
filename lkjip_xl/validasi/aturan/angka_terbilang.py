"""A number against its own words: "13 (dua belas)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkjip_xl.inti.angka import BATAS_TERBILANG, terbilang, tulis
from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.tabel.model import SEL_RUMUS, BukuKerja, SelKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

_SEBUT = re.compile(r"(?<![\d.,])(\d[\d.,]*)\s*%?\s*\(\s*([A-Za-z][A-Za-z\s-]*?)\s*\)")
_KATA = re.compile(
    r"(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta|koma"
    r"|belas|puluh|ratus|ribu|juta|miliar|milyar|triliun|trilyun)*"
)
_TERBALIK = re.compile(r"\b([a-z]+(?:\s+[a-z]+){0,9})\s*\(\s*(\d[\d.,]*)\s*\)(?=\s+[a-z])", re.IGNORECASE)
_PECAHAN = frozenset({"setengah", "seperempat", "sepertiga", "per"})  # words of a number that is not spelled by digits
_KELIPATAN = frozenset(
    {"ribu", "juta", "miliar", "milyar", "triliun", "trilyun"}
)  # alone they are a unit: "2021 (miliar)"


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A number in a text with the words behind it; benar = the words the number has."""

    angka: str
    kata: str
    benar: str

    @property
    def cocok(self) -> bool:
        """Are these its words, however they are parted?"""
        return _rapat(self.kata) == _rapat(self.benar)


def sebutan(teks: str) -> Iterator[Sebutan]:
    """Numbers of a text that are followed by words for a number in brackets.

    >>> [(s.angka, s.cocok) for s in sebutan("13 (dua belas) orang dan 1.000 (seribu) buku, 5 (orang)")]
    [('13', False), ('1.000', True)]
    """
    for cocok in _SEBUT.finditer(teks):
        angka, kata = cocok[1].rstrip(".,"), _kata_bilangan(cocok[2])
        bacaan = baca(angka)
        if kata and bacaan.status is Status.PASTI and bacaan.nilai is not None and bacaan.nilai < BATAS_TERBILANG:
            yield Sebutan(angka, kata, terbilang(bacaan.nilai))
    yield from _terbalik(teks)


def _terbalik(teks: str) -> Iterator[Sebutan]:
    """Words for a number with its figures in brackets behind them: "tiga belas (12) kelompok"; no numbers of a list."""
    if "(1)" in teks and "(2)" in teks:
        return
    for cocok in _TERBALIK.finditer(teks):
        semua = kunci_nama(cocok[1]).split()
        awal = len(semua)
        while awal and _KATA.fullmatch(semua[awal - 1]):
            awal -= 1
        bacaan = baca(cocok[2].rstrip(".,"))
        bulat = bacaan.status is Status.PASTI and bacaan.nilai is not None and bacaan.nilai < BATAS_TERBILANG
        if (
            semua[awal:]
            and bulat
            and not _PECAHAN.intersection(semua)
            and semua[awal - 1 : awal] not in (["triwulan"], ["ayat"], ["pasal"])
        ):
            yield Sebutan(cocok[2], " ".join(semua[awal:]), terbilang(bacaan.nilai or 0.0))


def sebutan_sel(s: SelKerja) -> Iterator[Sebutan]:
    """The same of a cell: of its text, or of its number and the words read as its unit."""
    if isinstance(s.nilai, str) and "(" in s.nilai:
        yield from sebutan(s.nilai)
    elif isinstance(s.nilai, float) and s.bacaan is not None and "(" in s.bacaan.satuan:
        yield from sebutan(f"{tulis(s.nilai)} {s.bacaan.satuan}")


def _kata_bilangan(teks: str) -> str:
    """The words for a number at the head of a text; "" where it has none, or has one of a kind that is not compared."""
    kata = kunci_nama(teks).split()
    milik = 0
    while milik < len(kata) and _KATA.fullmatch(kata[milik]):
        milik += 1
    return "" if _PECAHAN.intersection(kata) or _KELIPATAN.issuperset(kata[:milik]) else " ".join(kata[:milik])


def _rapat(kata: str) -> str:
    rapat = (
        kata.replace(" ", "").replace("milyar", "miliar").replace("trilyun", "triliun").replace("sejuta", "satujuta")
    )
    return re.sub(r"(?:nol)+$", "", rapat) if "koma" in rapat else rapat


@aturan(kode=("AN-25",), seluruh=True)
def angka_dan_katanya(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka yang diikuti kata bilangannya dalam kurung sama dengan kata itu."""
    for t in buku.tabel.values():
        salah = {
            letak: x
            for letak, s in t.sel.items()
            if s is not SEL_RUMUS and (x := next((x for x in sebutan_sel(s) if not x.cocok), None))
        }
        for (baris, kolom), x in sorted(salah.items()) if t.ada else ():
            if kolom in t.letak:
                lapor("AN-25", Rujukan(t.skema.id, baris, kolom), nilai=x.angka, seharusnya=x.benar, kata=x.kata)
