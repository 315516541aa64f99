"""The words that tell an indicator's direction (schemas/kata_arah.yaml), read as strictly as the schemas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.skema.kata import kata
from lkjip_xl.skema.tindihan import berkas_tindihan
from lkjip_xl.skema.yaml_ketat import GalatSkema, baca_yaml, gabung, nama_berkas, tolak_kunci_asing

BERKAS = "kata_arah.yaml"
BIDANG = ("ukuran", "turun", "naik", "pembalik", "kecuali", "urutan")
_KATA = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PISAH = re.compile(r" [</] ")  # between the predicates of an order, and between spellings of one

Kata = tuple[str, ...]
Urutan = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class KataArah:
    """Measure words that are skipped, heads of names by direction (as word tuples), words that forbid a verdict, predicates in order."""

    ukuran: frozenset[str]
    turun: frozenset[Kata]
    naik: frozenset[Kata]
    pembalik: frozenset[str]
    awalan_pembalik: tuple[str, ...]
    kecuali: frozenset[Kata]
    urutan: tuple[Urutan, ...]

    def pokok(self, nama: str) -> tuple[str, str] | None:
        """Direction a name claims ("turun" or "naik") and the words that do; None where it claims nothing.

        >>> kata_arah().pokok("Tingkat Pengangguran Terbuka"), kata_arah().pokok("Jumlah kasus yang ditangani")
        (('turun', 'pengangguran'), None)
        """
        # what stands in brackets explains, it does not decide
        sisa = tuple(_KATA.findall(re.sub(r"\([^)]*\)", " ", nama.casefold())))
        if _awal(sisa, self.kecuali):
            return None
        while sisa and sisa[0] in self.ukuran:
            sisa = sisa[1:]
        if _awal(sisa, self.kecuali):
            return None
        if kepala := _awal(sisa, self.turun):
            ganggu = any(k in self.pembalik or k.startswith(self.awalan_pembalik) for k in sisa[len(kepala) :])
            return None if ganggu else ("turun", " ".join(kepala))
        if kepala := _awal(sisa, self.naik):
            return "naik", " ".join(kepala)
        return None

    def lebih_tinggi(self, a: str, b: str) -> bool | None:
        """Is the first predicate the better of the two; None for equal ones and those no order is known of.

        >>> kata_arah().lebih_tinggi("WTP", "wdp"), kata_arah().lebih_tinggi("Cukup", "Baik"), kata_arah().lebih_tinggi("BB", "Baik")
        (True, False, None)
        """
        hasil = set()
        for urutan in self.urutan:
            x, y = (next((n for n, kata in enumerate(urutan) if kunci_nama(k) in kata), None) for k in (a, b))
            if x is not None and y is not None and x != y:
                hasil.add(x > y)
        return hasil.pop() if len(hasil) == 1 else None


def _awal(kata: Kata, daftar: frozenset[Kata]) -> Kata | None:
    """The longest head a name begins with."""
    terpanjang = max(map(len, daftar))
    return next((kata[:n] for n in range(min(terpanjang, len(kata)), 0, -1) if kata[:n] in daftar), None)


def kata_arah() -> KataArah:
    """The words in use."""
    return kata().arah


def baca_kata(path: Path, tindih: Path | None = None) -> KataArah:
    """Read a word list; raises GalatSkema for a missing part, an unknown key, or an entry that is no text.

    tindih: a folder whose lists replace those of the first, so its file holds only what differs.
    """
    isi, berkas = baca_yaml(path), nama_berkas(path)
    if milik := berkas_tindihan(tindih, BERKAS):
        atas, berkas = baca_yaml(milik), nama_berkas(milik)
        tolak_kunci_asing(berkas, atas, BIDANG)
        isi = gabung(isi, atas)
    tolak_kunci_asing(berkas, isi, BIDANG)
    for b in BIDANG:
        if not isinstance(isi.get(b), list) or not isi[b]:
            raise GalatSkema(berkas, isi.di(b), f'"{b}" harus daftar kata')
        for x in isi[b]:
            bagian = _PISAH.split(x) if isinstance(x, str) and b == "urutan" else [x]
            if not all(isinstance(y, str) and _sah(y, bintang=b == "pembalik") for y in bagian):
                raise GalatSkema(berkas, isi.di(b), f'"{x}" di {b} bukan kata huruf kecil')
    frasa = {b: frozenset(tuple(x.split()) for x in isi[b]) for b in ("turun", "naik")}
    kembar = frasa["turun"] & frasa["naik"]
    if kembar:
        raise GalatSkema(berkas, isi.di("naik"), f'"{" ".join(min(kembar))}" ada di turun dan naik')
    tepat = frozenset(x for x in isi["pembalik"] if not x.endswith("*"))
    awalan = tuple(x[:-1] for x in isi["pembalik"] if x.endswith("*"))
    kecuali = frozenset(tuple(x.split()) for x in isi["kecuali"])
    urutan = tuple(tuple(frozenset(map(str.strip, k.split("/"))) for k in x.split("<")) for x in isi["urutan"])
    return KataArah(frozenset(isi["ukuran"]), frasa["turun"], frasa["naik"], tepat, awalan, kecuali, urutan)


def _sah(x: str, *, bintang: bool) -> bool:
    x = x.removesuffix("*") if bintang else x
    return bool(x) and all(_KATA.fullmatch(k) for k in x.split())
