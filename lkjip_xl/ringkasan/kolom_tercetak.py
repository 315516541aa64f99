"""Which columns of a summary are printed: what the sheet Daftar Tabel asks for, read and matched with the columns there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.ringkasan.model import KolomRingkas

TANPA, TAMBAH = "tanpa", "tambah"
MIRIP = 0.7
_PEMISAH = re.compile(r"[;\n]")
_UBAHAN = re.compile(rf"({TANPA}|{TAMBAH})(?:\s*:\s*|\s+)(.+)", re.IGNORECASE | re.DOTALL)
_LALU = re.compile(r"(.+)_([1-9])")


@dataclass(frozen=True, slots=True)
class Permintaan:
    """One column as it was asked for: its name; its own header, and the one above ("" = none); cara: "", tanpa or tambah.

    kepala None: the usual headers.
    """

    nama: str
    kepala: str | None = None
    kelompok: str | None = None
    cara: str = ""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The columns to print, and what of the wish is of no use.

    asing: unknown name and what it may have meant; ganda: names and headers given twice; pokok: the column a table cannot
    do without, which was put first. diminta: names of the columns found.
    """

    kolom: tuple[KolomRingkas, ...]
    asing: tuple[tuple[str, str], ...] = ()
    ganda: tuple[str, ...] = ()
    pokok: str = ""
    diminta: frozenset[str] = frozenset()


def baca_permintaan(teks: str) -> list[Permintaan]:
    """What is asked for, in order.

    >>> [(p.nama, p.kepala, p.kelompok) for p in baca_permintaan("Target; Realisasi = Kinerja > Hasil")]
    [('Target', None, None), ('Realisasi', 'Hasil', 'Kinerja')]
    >>> [(p.cara, p.nama) for p in baca_permintaan("tanpa Satuan; tambah: Kesenjangan")]
    [('tanpa', 'Satuan'), ('tambah', 'Kesenjangan')]
    """
    hasil = []
    for butir in filter(None, map(str.strip, _PEMISAH.split(teks))):
        kiri, tanda, kanan = (x.strip() for x in butir.partition("="))
        cara = _UBAHAN.fullmatch(kiri)
        nama = cara[2].strip() if cara else kiri
        atas, ada_atas, bawah = (x.strip() for x in kanan.partition(">"))
        kepala = (bawah if ada_atas else atas) or None
        kelompok = atas if ada_atas else None
        hasil.append(Permintaan(nama, kepala if tanda else None, kelompok, cara[1].lower() if cara else ""))
    return hasil


def sebutan(k: KolomRingkas, semua: Iterable[KolomRingkas]) -> str:
    """How a column is named to people: its header without year, with the one above where others share it; of an earlier year
    its distance (Realisasi n-1)."""
    judul = _tanpa_tahun(k.judul)
    if m := _LALU.fullmatch(k.nama):
        return f"{judul.removesuffix(' (%)')} n-{m[2]}"
    kembar = sum(kunci_nama(_tanpa_tahun(x.judul)) == kunci_nama(judul) and not _LALU.fullmatch(x.nama) for x in semua)
    return f"{k.kelompok} {judul}" if kembar > 1 and k.kelompok and not TAHUN_DISEBUT.search(k.kelompok) else judul


def pilih(permintaan: Sequence[Permintaan], lazim: Sequence[KolomRingkas], semua: Sequence[KolomRingkas]) -> Pilihan:
    """The columns asked for out of all there are; lazim: those of a table nobody asked anything of."""
    p = _Pemilih(semua)
    ketemu = [(x, k) for x in permintaan for k in p.cari(x)]
    urut = p.daftar([k for x, k in ketemu if not x.cara]) or {k.nama: k for k in lazim}
    for x, k in ketemu:
        if x.cara == TANPA:
            urut.pop(k.nama, None)
        elif x.cara == TAMBAH:
            if k.nama in urut and x.kepala is None:
                p.ganda.append(x.nama)
            urut[k.nama] = k
    pokok = next((k for k in semua if k.tetap), None)
    kurang = "" if pokok is None or any(k.tetap for k in urut.values()) else sebutan(pokok, semua)
    kolom = (*([pokok] if kurang and pokok else ()), *urut.values())
    p.kepala_ganda(kolom, {k.nama for x, k in ketemu if x.kepala})
    diminta = frozenset(k.nama for x, k in ketemu if x.cara != TANPA)
    return Pilihan(kolom, tuple(p.asing), tuple(dict.fromkeys(p.ganda)), kurang, diminta)


@dataclass(slots=True)
class _Pemilih:
    """Finds columns by what people call them; keeps what is of no use."""

    semua: Sequence[KolomRingkas]
    asing: list[tuple[str, str]] = field(default_factory=list)
    ganda: list[str] = field(default_factory=list)

    def cari(self, x: Permintaan) -> list[KolomRingkas]:
        """The columns under the headers asked for: one, or all below an upper header."""
        kunci = kunci_nama(x.nama)
        sebut = {k.nama: sebutan(k, self.semua) for k in self.semua}
        satu = (
            [k for k in self.semua if kunci_nama(sebut[k.nama]) == kunci],
            [k for k in self.semua if kunci_nama(k.nama) == kunci],
            [k for k in self.semua if kunci in _sebutan_lain(k)],
        )
        if calon := next(filter(None, satu), []):
            k = calon[0] if x.kepala is None else replace(calon[0], judul=x.kepala)
            return [k if x.kelompok is None else replace(k, kelompok=x.kelompok or None)]
        if milik := [k for k in self.semua if kunci in _sebutan_kelompok(k)]:
            atas = x.kepala or x.kelompok
            return milik if atas is None else [replace(k, kelompok=atas) for k in milik]
        mirip = terdekat(kunci, list(map(kunci_nama, sebut.values())), MIRIP)
        self.asing.append((x.nama, next((s for s in sebut.values() if mirip and kunci_nama(s) == mirip), "")))
        return []

    def daftar(self, kolom: Iterable[KolomRingkas]) -> dict[str, KolomRingkas]:
        """Columns by name, each where it was named first."""
        hasil: dict[str, KolomRingkas] = {}
        for k in kolom:
            if k.nama in hasil:
                self.ganda.append(k.judul)
            hasil.setdefault(k.nama, k)
        return hasil

    def kepala_ganda(self, kolom: Sequence[KolomRingkas], diberi: set[str]) -> None:
        """Keep the headers given that another column has too."""
        hitung = Counter(map(_kepala, kolom))
        self.ganda += [k.judul for k in kolom if k.nama in diberi and hitung[_kepala(k)] > 1]


def _kepala(k: KolomRingkas) -> tuple[str, str]:
    return kunci_nama(k.kelompok), kunci_nama(k.judul)


def _sebutan_lain(k: KolomRingkas) -> set[str]:
    """Its header as printed today, alone and with the one above on either side, with and without years."""
    teks = [k.judul, f"{k.kelompok} {k.judul}", f"{k.judul} {k.kelompok}"] if k.kelompok else [k.judul]
    if k.kelompok:
        teks += [f"{k.judul} {t}" for t in TAHUN_DISEBUT.findall(k.kelompok)]
    return {kunci_nama(x) for x in teks} | {kunci_nama(_tanpa_tahun(k.judul))}


def _sebutan_kelompok(k: KolomRingkas) -> set[str]:
    """The header above it as printed today, and by the distance of its year."""
    if not k.kelompok:
        return set()
    lalu = _LALU.fullmatch(k.nama)
    return {kunci_nama(k.kelompok)} | ({kunci_nama(f"Tahun n-{lalu[2]}")} if lalu else set())


def _tanpa_tahun(teks: str) -> str:
    return " ".join(TAHUN_DISEBUT.sub("", teks).split())
