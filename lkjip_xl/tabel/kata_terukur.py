"""Words and bounds that give a capaian, because the agency has said how: nothing about them is left to be noted or skipped.

A word counts by its points in Skala Predikat where its indicator names the scale; a bound where a Cara capaian is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.inti.bacaan import baca_rentang
from lkjip_xl.inti.banjir import hanya
from lkjip_xl.inti.bentuk_lain import baca_batas, bentuk_lain, kata_bersama
from lkjip_xl.inti.kunci import kunci_excel, kunci_teks
from lkjip_xl.inti.pilihan import Arah, Cara
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.fungsi_sel import gabung
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.ketik import berbentuk_lain
from lkjip_xl.tabel.model import BukuKerja, Nilai, Tabel

ID_INDIKATOR, ID_PREDIKAT, ID_ANGGARAN = "indikator", "predikat", "anggaran"
CATATAN_KATA, DI_LUAR_SKALA = "AN-23", "AN-26"
MENGHITUNG = frozenset({Cara.RUMUS, Cara.BATAS, Cara.TERPENUHI})
_TERCAPAI = ("realisasi", "tw", "nilai_dasar")  # columns of what was reached: a bound there is no target


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """What the agency says of an indicator: its scale of words, its way to count a bound, whether it has to stay in a range."""

    skala: Nilai = None
    cara: Nilai = None
    rentang: bool = False


def banyak_tak_terbaca(buku: BukuKerja) -> int:
    """Input cells that nobody can read. A word where a figure could stand is read: only nothing is computed from it."""
    kata = {(t.lembar, s) for t in buku.temuan if t.kode in (CATATAN_KATA, DI_LUAR_SKALA) for s in t.sel_semua}
    return len(buku.dilewati - kata)


def putuskan_kata(
    tabel: Mapping[str, Tabel], setelan: Mapping[str, Nilai], temuan: list[Temuan], dilewati: set[tuple[str, str]]
) -> list[Temuan]:
    """The findings without those about words that count; their cells are no longer skipped. A word that its scale lacks
    is said to be missing there."""
    umum = Ketentuan(cara=setelan.get("CaraCapaian"))
    milik = _ketentuan(tabel[ID_INDIKATOR], umum)
    if umum.cara not in MENGHITUNG and not any(k.skala or k.cara in MENGHITUNG or k.rentang for k in milik.values()):
        return temuan
    poin = {kunci_excel(k) for k in _kata(tabel[ID_PREDIKAT])}
    terukur: set[tuple[str, str]] = set()
    luar: dict[tuple[str, str], tuple[Nilai, str]] = {}
    for t, sel, kolom, kode, teks in _sel_kata(tabel):
        k = umum if t.skema.id == ID_ANGGARAN else milik.get(kunci_teks(kode), umum)
        if k.rentang and baca_rentang(teks) is not None:
            if not kolom.startswith(_TERCAPAI):
                terukur.add((t.lembar, sel))
        elif baca_batas(teks) is not None:
            if k.cara in MENGHITUNG and not kolom.startswith(_TERCAPAI):
                terukur.add((t.lembar, sel))
        elif k.skala is not None:
            if kunci_excel(str(gabung(k.skala, teks))) in poin:
                terukur.add((t.lembar, sel))
            else:
                kata = kata_bersama(teks)
                luar[(t.lembar, sel)] = k.skala, kata if kunci_excel(str(gabung(k.skala, kata))) in poin else ""
    dilewati -= terukur
    return list(_temuan(temuan, terukur, luar))


def _temuan(
    temuan: list[Temuan], terukur: set[tuple[str, str]], luar: Mapping[tuple[str, str], tuple[Nilai, str]]
) -> Iterator[Temuan]:
    for x in temuan:
        if x.kode == CATATAN_KATA and len(x.sel_semua) > 1:
            yield from hanya(x, [s for s in x.sel_semua if (x.lembar, s) not in terukur])
            continue
        tempat = (x.lembar, x.sel)
        if x.kode != CATATAN_KATA or (tempat not in terukur and tempat not in luar):
            yield x
        elif tempat in luar:
            skala, usul = luar[tempat]
            yield buat_temuan(
                DI_LUAR_SKALA, lembar=x.lembar, sel=x.sel, kolom=x.kolom, nilai=x.nilai, skala=skala, usul=usul
            )


def _ketentuan(t: Tabel, umum: Ketentuan) -> dict[str, Ketentuan]:
    hasil: dict[str, Ketentuan] = {}
    for b in sorted({b for b, k in t.sel if k == "kode"}):
        kode, skala, cara, arah = (_isi(t, b, k) for k in ("kode", "skala_predikat", "cara_capaian", "arah"))
        hasil.setdefault(kunci_teks(kode), Ketentuan(skala, umum.cara if cara is None else cara, arah == Arah.RENTANG))
    return hasil


def _kata(t: Tabel) -> Iterator[str]:
    for b in {b for b, k in t.sel if k == "kata"}:
        kunci = gabung(_isi(t, b, "skala"), _isi(t, b, "kata"))
        if isinstance(kunci, str) and isinstance(_isi(t, b, "poin"), float):
            yield kunci


def _sel_kata(tabel: Mapping[str, Tabel]) -> Iterator[tuple[Tabel, str, str, Nilai, str]]:
    """Cells of targets and results that hold a word or a bound, on sheets where a capaian comes of them: sheet, address,
    column, kode of the indicator, text."""
    for t in tabel.values():
        kode = t.skema.kolom.get("kode")
        per_indikator = kode is not None and kode.pilihan_acuan == (ID_INDIKATOR, "kode")
        if not per_indikator and t.skema.id != ID_ANGGARAN:
            continue
        for (b, k), s in t.sel.items():
            teks = s.mentah if s.nilai is None and isinstance(s.mentah, str) else ""
            if teks and berbentuk_lain(t.skema.kolom[k]) and bentuk_lain(teks) is not None and (sel := t.alamat(b, k)):
                yield t, sel, k, _isi(t, b, "kode") if per_indikator else None, teks


def _isi(t: Tabel, baris: int, kolom: str) -> Nilai:
    s = t.sel.get((baris, kolom))
    return None if s is None else s.nilai
