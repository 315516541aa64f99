"""Two turns every chapter takes: the table of a summary sheet where it is printed, and what to leave for an empty sheet."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.ringkasan.kepala import kepala_tabel
from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.ringkasan.tercetak import pilihan_kolom
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Balok, Isian, Paragraf, Tabel
from lkjip_xl.word.tabel_masukan import TAK_DICETAK

BERSAMA = {
    "Perbandingan Tahun": "bersama_tahun",
    "Kemajuan Renstra": "bersama_renstra",
}  # how its own sentence is called


def tabel_ringkasan(b: Bahan, lembar: str) -> Iterator[Balok]:
    """The table, unless Daftar Tabel switches it off; where it is part of another or among the annexes, that it is."""
    kepala = kepala_tabel(b.buku, lembar)
    if bersama := kepala.bersama:
        t = b.tabel(bersama)
        yield Paragraf(
            kalimat(f"umum.{BERSAMA.get(lembar, 'bersama')}", judul=t.nomor.removeprefix("Tabel").strip() or t.judul),
            kunci="bersama",
        )
    elif b.tampil(lembar) and kepala.lampiran:
        yield Paragraf(kalimat("umum.di_lampiran", judul=kepala.judul), kunci="lampiran")
    elif b.tampil(lembar):
        yield Tabel(tanpa_level(b, b.tabel(lembar)))


def tanpa_level(b: Bahan, t: TabelRingkas) -> TabelRingkas:
    """A table without the level of its programmes, where their indent shows it and Daftar Tabel does not ask for it."""
    if not any(k.inden for k in t.kolom):
        return t
    lebih = set(TAK_DICETAK) - pilihan_kolom(b.buku, t.lembar).diminta
    return t.dengan([k for k in t.kolom if k.nama not in lebih])


def belum_ada(b: Bahan, id_lembar: str, ajakan: str) -> Iterator[Balok]:
    """A placeholder for an empty input sheet: "Isi lembar …" and what it takes."""
    yield Isian(f"Isi lembar {b.buku[id_lembar].lembar}{ajakan}")
