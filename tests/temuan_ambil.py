"""Findings of a workbook filled by `lkjip ambil` beside those of the filling made by hand, each named by what its cell is, not where."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cetakan import PENULIS
from skor_ambil import buku_bersetelan, tabel, tercetak

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.rencana import Rencana, rencanakan
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.periksa import periksa

DIKETIK = ("arah", "sifat", "desimal", "iku", "berlaku", "induk", "cara_tw")
"""Columns of Indikator that no table prints: a person types them, in both books."""
NAMA = ("indikator", "nama", "jenis", "uraian", "komponen")
Tempat = tuple[str, str, str, str]  # code, sheet, column, row by its version and name


def diambil(laporan: str, folder: Path, format: str = "xlsx") -> Rencana:
    """The printed sheets of a report taken into a blank workbook, and what no table prints typed as by hand."""
    asal = tercetak(laporan)
    PENULIS[format]([t.cetak for t in tabel(laporan, "lembar")], path := folder / f"{laporan}.{format}")
    bahan = baca_bahan([path])
    r = rencanakan(buku_bersetelan(asal), bahan.tabel, kisi=bahan.kisi)
    ind, milik = r.buku["indikator"], {nama_setara(str(x["indikator"])): b for b, x in asal["indikator"].rekaman()}
    for b, x in ind.rekaman():
        semula = milik.get(nama_setara(str(x["indikator"])))
        for k in DIKETIK if semula is not None else ():
            if (s := asal["indikator"].sel.get((semula or 0, k))) is not None and k != "induk":
                ind.sel[b, k] = s
    r.buku = hitung_buku(r.buku.skema, r.buku.tabel, [], r.buku.dilewati)
    return r


def tempat_temuan(buku: BukuKerja, temuan: Iterable[Temuan]) -> set[Tempat]:
    """Every cell that a finding is about."""
    hasil: set[Tempat] = set()
    nama = {t.lembar: t for t in buku.tabel.values()}
    for x in temuan:
        t = nama.get(x.lembar)
        for sel in x.sel_semua or ((x.sel,) if x.sel else ()):
            if t is None or ":" in sel or "," in sel:
                continue
            b, letak = pecah(sel)
            kolom = next((k for k, y in t.letak.items() if y == letak), "")
            isi = t.isi(b) if b in t.per_baris() else {}
            sebut = " / ".join(nama_setara(str(isi[k])) for k in ("versi", "dimensi", *NAMA) if isi.get(k))
            hasil.add((x.kode, t.skema.id, kolom, sebut))
    return hasil


def dijelaskan(buku: BukuKerja, x: Tempat) -> bool:
    """Is a difference one of the kind: computed cells are compared (AB-05) and not written, parents and settings are typed, a text
    written as printed is noted (AN-04) when the file is read again?"""
    kode, lembar, kolom, _ = x
    k = buku.skema.lembar[lembar].kolom.get(kolom)
    return (
        kode in ("SU-08", "AN-04") or lembar in ("daftar_tabel", "pengaturan") or (k is not None and k.jenis == "rumus")
    )


def beda(laporan: str, folder: Path) -> tuple[set[Tempat], set[Tempat], int]:
    """What only the filling by hand finds, what only the one taken over finds beyond what is explained, how many both find."""
    asal, r = tercetak(laporan), diambil(laporan, folder)
    tangan = tempat_temuan(asal, periksa(asal).temuan)
    ambil = tempat_temuan(r.buku, [*periksa(r.buku).temuan, *(t for t in r.temuan if not t.kode.startswith("AB-"))])
    lain = {x for x in tangan ^ ambil if not dijelaskan(asal, x)}
    return lain & tangan, lain & ambil, len(tangan & ambil)
