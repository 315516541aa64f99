"""Columns a workbook has lost, and which of them something reads: by itself or through a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema import judul
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.perlu import Baca, KunciKolom, Perlu, punya
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.skema.ungkapan import (
    TABEL_SKALA,
    Ambil,
    KolomBaris,
    Konstanta,
    Panggil,
    Sebelum,
    Setelan,
    Simpul,
    telusuri,
    urai,
)
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.skema.versi_templat import lembar_versi
from lkjip_xl.tabel.hitung_buku import ID_SETELAN, KOLOM_SKALA
from lkjip_xl.tabel.model import Asal, BukuKerja, Nilai, Tabel

MENURUT_RUMUS = frozenset({Asal.RUMUS, Asal.KOSONG, None})


@dataclass(frozen=True, slots=True)
class Kurang:
    """What a workbook lacks of what is read: columns that are indispensable, and columns without which it works."""

    wajib: list[KunciKolom] = field(default_factory=list)
    lain: list[KunciKolom] = field(default_factory=list)


def kolom_hilang(buku: BukuKerja) -> set[KunciKolom]:
    """Columns the workbook should have and has not; what only a newer template has, or what is computed, is none of them."""
    tanpa_kepala = {t.lembar for t in buku.temuan if t.kode == "LB-09"}
    judul_hilang = {(t.lembar, t.kolom) for t in buku.temuan if t.kode == "LB-02"}
    hasil: set[KunciKolom] = set()
    for i, t in buku.tabel.items():
        seluruh = not t.ada or t.lembar in tanpa_kepala
        for k in t.skema.kolom.values():
            if k.nama in t.belum_ada or (k.jenis == "rumus" and not seluruh):
                continue  # not there yet, or computed all the same
            pasangan = t.skema.susunan == "pasangan"
            if seluruh or ((t.lembar, k.judul) in judul_hilang if pasangan else k.nama not in t.letak):
                hasil.add((i, k.nama))
    return hasil


def kurang(buku: BukuKerja, perlu: Perlu) -> Kurang:
    """What of these columns the workbook has lost, and the lost columns behind their formulas where these are in use."""
    jejak = _Jejak(buku)
    wajib: dict[KunciKolom, None] = {}
    lain: dict[KunciKolom, None] = {}
    for kunci, b in perlu.kolom.items():
        if punya(buku.skema, *kunci):
            (wajib if b.buku else lain).update(dict.fromkeys(jejak.hilang(kunci, hasil=b.hasil)))
    return Kurang(list(wajib), [k for k in lain if k not in wajib])


class _Jejak:
    """Follows formulas from column to column."""

    def __init__(self, buku: BukuKerja) -> None:
        self._buku, self._hilang = buku, kolom_hilang(buku)
        self._setelan = {k.nama_setelan or k.nama: k.nama for k in buku.skema.lembar[ID_SETELAN].kolom.values()}

    def hilang(self, kunci: KunciKolom, *, hasil: bool) -> Iterator[KunciKolom]:
        """Lost columns without which this one cannot be read."""
        if not self._hilang:
            return
        pernah: set[KunciKolom] = set()
        if kunci in self._hilang and not hasil:
            yield kunci
            return
        dipakai = self._menurut_rumus(kunci) or (hasil and self._buku[kunci[0]].baris)
        sisa = [*self._masukan(kunci)] if dipakai else []
        while sisa:
            k = sisa.pop()
            if k in pernah:
                continue
            pernah.add(k)
            if k in self._hilang:
                yield k
            elif self._menurut_rumus(k):
                sisa += self._masukan(k)

    def _menurut_rumus(self, kunci: KunciKolom) -> bool:
        """Does any used row take what the formula gives?"""
        t: Tabel = self._buku[kunci[0]]
        return bool(t.skema.kolom[kunci[1]].rumus) and any(t.asal(b, kunci[1]) in MENURUT_RUMUS for b in t.baris)

    def _dibaca(self, s: Simpul) -> Iterator[Simpul]:
        """The parts of a formula; of year columns only the one of the year the settings say."""
        if isinstance(s, Panggil) and s.fungsi == "TAHUN_KE":
            yield from (x for a in s.argumen[:2] for x in telusuri(a))
            tahun, awal = (self._angka(a) for a in s.argumen[:2])
            letak = None if tahun is None or awal is None else int(tahun - awal) + 2
            pilih = s.argumen[2:] if letak is None else s.argumen[letak : letak + 1] if letak >= 2 else ()
            yield from (x for a in pilih for x in telusuri(a))
            return
        yield s
        for a in s.argumen if isinstance(s, Panggil) else (s.cari,) if isinstance(s, Ambil) else ():
            yield from self._dibaca(a)

    def _angka(self, s: Simpul) -> float | None:
        """Value of an expression of settings and constants."""
        x: Nilai = None
        match s:
            case Konstanta(nilai):
                x = nilai
            case Setelan(n):
                x = self._buku.setelan.get(n)
            case Panggil(f, argumen):
                x = FUNGSI_SEL[f].python(*(self._angka(a) for a in argumen))
        return x if isinstance(x, float) else None

    def _masukan(self, kunci: KunciKolom) -> Iterator[KunciKolom]:
        lembar, kolom = kunci
        rumus = self._buku.skema.lembar[lembar].kolom[kolom].rumus
        for s in self._dibaca(urai(rumus)) if rumus else ():
            match s:
                case KolomBaris(n) | Sebelum(n):
                    yield lembar, n
                case Ambil(lembar=asal, hasil=hasil, pada=pada):
                    yield asal, hasil
                    yield asal, pada
                case Setelan(n) if n in TABEL_SKALA:
                    yield from ((TABEL_SKALA[n], k) for k in KOLOM_SKALA)
                case Setelan(n) if n in self._setelan:
                    yield ID_SETELAN, self._setelan[n]


def periksa_kolom(buku: BukuKerja, perlu: Perlu, kode: str, **isi: object) -> list[Temuan]:
    """Raise GalatBerkas with this code, naming them, where indispensable columns are missing.

    Returns a note that names the other missing ones: what would stand there is left out.
    """
    k = kurang(buku, perlu)
    if k.wajib:
        raise GalatBerkas(kode, daftar=", ".join(sebut_kolom(buku, k.wajib)), **isi)
    return [buat_temuan("BK-81", lembar="", daftar=", ".join(sebut_kolom(buku, k.lain)))] if k.lain else []


def menurut_rumus(buku: BukuKerja, lembar: Iterable[str]) -> Perlu:
    """What the formulas of these sheets read, as indispensable: their results would be others without it."""
    hilang = kolom_hilang(buku)
    semua = ((i, k.nama) for i in lembar for k in buku[i].skema.kolom.values() if k.rumus)
    return Perlu({k: Baca(skema=False) for k in semua if k not in hilang})


def sebut_kolom(buku: BukuKerja, kolom: Iterable[KunciKolom]) -> list[str]:
    """Columns as staff name them, sheet and header; one word for a sheet that is gone altogether."""
    hasil: dict[str, None] = {}
    for i, k in kolom:
        t = buku[i]
        hasil[f"{t.lembar} {_kepala(buku.skema, buku.setelan, i, k)}" if t.ada else t.lembar] = None
    return list(hasil)


def sebut_skema(skema: Skema, kolom: Iterable[KunciKolom]) -> list[str]:
    """Columns of the shipped template that the schema in use does not have, as that template names them."""
    return [f"{skema.lembar[i].lembar if i in skema.lembar else i} {_kepala(skema, {}, i, k)}" for i, k in kolom]


def _kepala(skema: Skema, setelan: dict[str, Nilai], lembar: str, kolom: str) -> str:
    if punya(skema, lembar, kolom):
        semua = skema.lembar[lembar].kolom
    else:
        versi = lembar_versi(VERSI_TEMPLAT, lembar)
        semua = versi.kolom if versi else {}
    if kolom not in semua:
        return kolom
    k = semua[kolom]
    kembar = any(x is not k and x.judul == k.judul for x in semua.values())
    teks = judul.sebagai_teks(k.judul, setelan)
    return f"{judul.sebagai_teks(k.kelompok, setelan)}: {teks}" if kembar and k.kelompok else teks
