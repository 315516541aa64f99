"""What a document says outside of its tables, held against the workbook by the very rules that judge the workbook's own texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from textwrap import shorten

from lkjip_xl.cocokkan.angka_tulisan import angka_asing
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.padan.tahun import tahun_caption, tahun_tabel
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.gambar import judul_tabel
from lkjip_xl.sumber.kalimat import SEBUT, menyebut_angka
from lkjip_xl.sumber.model import Alinea, Sumber, TabelAsing
from lkjip_xl.tabel.hitung_buku import salin_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja
from lkjip_xl.validasi.aturan.registri import daftar
from lkjip_xl.validasi.periksa import periksa

NASKAH, TEKS = "naskah", "teks"
SETIAP_SEL = frozenset({"AN-25"})  # of rules about whatever cell, those that hold for a sentence
KATA_MIN = 4  # fewer are a heading or a label
DISEBUT = 40  # figures that are named; the others are counted
ALINEA_MAKS, HURUF_MAKS = 20_000, 1_500_000  # letters of a paragraph; of all: some five hundred pages
_DAFTAR_ISI = re.compile(r"\t\s*[\divxlc]+\s*$", re.IGNORECASE)  # a page behind a tab
SAMPUL = 25  # paragraphs among which the title of a report stands
_JUDUL = re.compile(rf"\W*(?:(?:lkj|lkjip|lakip|lkip|laporan)\b.*|tahun(?: anggaran)?:? {ANGKA_TAHUN})", re.IGNORECASE)


def temuan_tulisan(buku: BukuKerja, luar: Sumber, tabel: Sequence[TabelAsing]) -> Iterator[Temuan]:
    """Findings about the text of a document, and how much of it was held against the workbook, or why none of it."""
    if luar.alinea == ():
        return
    laporan, tahun = buku.setelan.get("TahunLaporan"), _tahun(luar, tabel)
    naskah = buku.tabel.get(NASKAH)
    if luar.alinea is None:
        alasan = "tulisan hanya dibaca dari Word dan PDF"
    elif naskah is None or TEKS not in naskah.skema.kolom:
        alasan = "buku ini tidak punya lembar Naskah"
    elif isinstance(laporan, float) and tahun is not None and tahun != laporan:
        alasan = f"dokumen tahun {tahun}, buku ini tahun {laporan:.0f}"
    else:
        semua, lewat = _terbatas(luar.alinea)
        temuan = list(_periksa(buku, luar.berkas, semua)) if semua else []
        yield from temuan
        yield from _asing(buku, luar.berkas, semua, {(t.lembar, t.sel, str(t.nilai)) for t in temuan})
        yield buat_temuan("CK-32", lembar=luar.berkas, banyak=len(semua), lewat=lewat or "")
        return
    yield buat_temuan("CK-33", lembar=luar.berkas, alasan=alasan)


def _terbatas(alinea: Sequence[Alinea]) -> tuple[list[Alinea], int]:
    """The paragraphs that say something, and how many are left out: those too long, and all after so many letters."""
    semua, huruf, lewat = [], 0, 0
    for x in alinea:
        if len(x.teks) > ALINEA_MAKS or huruf + len(x.teks) > HURUF_MAKS:
            lewat += 1
        elif _berisi(x):
            semua.append(x)
            huruf += len(x.teks)
    return semua, lewat


def _berisi(x: Alinea) -> bool:
    """Does a paragraph say something: is it no heading, caption or line of a list of contents?"""
    if judul_tabel([x.teks]) or _DAFTAR_ISI.search(x.teks):
        return False
    return len(x.teks.split()) >= KATA_MIN or menyebut_angka(x.teks)


def _tahun(luar: Sumber, tabel: Sequence[TabelAsing]) -> int | None:
    """The year a document is of: by its title, else that of most of its tables; None where neither names one."""
    for x in (luar.alinea or ())[:SAMPUL]:
        if (
            len(x.teks) <= ALINEA_MAKS
            and _JUDUL.fullmatch(kunci_teks(x.teks))
            and (tahun := tahun_caption(x.teks)) is not None
        ):
            return tahun
    semua = Counter(tahun for t in tabel if (tahun := tahun_tabel(t)) is not None)
    return semua.most_common(1)[0][0] if semua else None


def _periksa(buku: BukuKerja, berkas: str, semua: Sequence[Alinea]) -> Iterator[Temuan]:
    """The paragraphs stand on the sheet Naskah of a copy of the workbook, one a row, alone; only what is said of them counts."""
    naskah = buku[NASKAH]
    isi = {(BARIS_DATA + i, TEKS): rapikan_spasi(x.teks) for i, x in enumerate(semua)}
    salinan = replace(naskah, sel={k: SelKerja(x, Asal.ISIAN, mentah=x) for k, x in isi.items()}, ada=True)
    andai = salin_buku(replace(buku, tabel=buku.tabel | {NASKAH: salinan}))
    tempat = {naskah.alamat(BARIS_DATA + i, TEKS): x for i, x in enumerate(semua)}
    aturan = [a for a in daftar() if (NASKAH, TEKS) in a.baca.kolom or SETIAP_SEL.intersection(a.kode)]
    for t in periksa(andai, aturan).temuan:
        if t.lembar == naskah.lembar and (ada := [tempat[x] for x in t.sel_semua or (t.sel,) if x in tempat]):
            awal = shorten(ada[0].teks, SEBUT, placeholder=" …")  # Word shows no numbers of paragraphs
            pesan, sel = f'{t.pesan} Alinea: "{awal}".', ", ".join(x.sel for x in ada)
            yield replace(t, lembar=ada[0].berkas(berkas), sel=sel, kolom="", sel_semua=(), pesan=pesan)


def _asing(
    buku: BukuKerja, berkas: str, semua: Sequence[Alinea], sudah: Collection[tuple[str, str, str]]
) -> Iterator[Temuan]:
    """One note on the figures the workbook does not have, those that may be slips first; what a finding names is not said twice."""
    asing = [x for x in angka_asing(buku, semua) if (x.alinea.berkas(berkas), x.alinea.sel, x.teks) not in sudah]
    if not asing:
        return
    daftar = [
        f"{x.alinea.tempat} {x.alinea.sel}".strip()
        + f": {x.teks}"
        + (f" (mirip {tulis(x.mirip)})" if x.mirip is not None else "")
        for x in asing[:DISEBUT]
    ]
    daftar += [f"dan {lagi} lagi"] if (lagi := len(asing) - DISEBUT) > 0 else []
    yield buat_temuan("CK-34", lembar=berkas, banyak=len(asing), daftar="; ".join(daftar))
