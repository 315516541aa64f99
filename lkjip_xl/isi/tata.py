"""Lay out what was filled in: rows tall enough for their text, decimals as typed, print area without the empty ready-made rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import ubah_sekitar
from lkjip_xl.buku.tinggi_baris import beri_tinggi
from lkjip_xl.buku.tulis import tulis_sel
from lkjip_xl.buku.xmlaman import Elemen, anak, bilangan, q
from lkjip_xl.inti.alamat import huruf, rujuk
from lkjip_xl.inti.lebar_huruf import baris_kolom
from lkjip_xl.isi.bentuk import bentuk_warisan
from lkjip_xl.skema import judul
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai, Tabel

NAMA_CETAK = "_xlnm.Print_Area"
BARIS_SEDIKITNYA = 10
TINGGI = 13.5  # points per line at 10 pt


def tata(paket: Paket, buku: BukuKerja) -> None:
    """Set row heights, print areas and decimals of inherited figures of every table sheet; what the user set himself stays."""
    tulis_sel(paket, bentuk_warisan(buku), hitung_ulang=False)
    daftar = paket.lembar()
    xml = BukuXml(paket)
    for t in buku.tabel.values():
        if t.ada and t.skema.susunan != "pasangan":
            _tinggikan(paket, daftar[t.lembar].part, t, buku.setelan)
            _batasi_cetak(xml, t)
    xml.simpan()


def tinggikan(paket: Paket, buku: BukuKerja, lembar: Collection[str]) -> None:
    """Set the row heights of these sheets, whose columns have other widths now; those the user set himself stay."""
    daftar = paket.lembar()
    for t in buku.tabel.values():
        if t.ada and t.lembar in lembar:
            _tinggikan(paket, daftar[t.lembar].part, t, buku.setelan)


def _batasi_cetak(xml: BukuXml, t: Tabel) -> None:
    awal = rujuk(t.lembar, f"$A$1:${huruf(len(t.skema.kolom))}$")
    akhir = max(t.terakhir, BARIS_DATA + BARIS_SEDIKITNYA - 1)
    for e in xml.nama_lokal(xml.indeks(t.lembar)):
        if e.get("name") == NAMA_CETAK and (e.text or "").startswith(awal):
            e.text = f"{awal}{akhir}"


def _tinggikan(paket: Paket, bagian: str, t: Tabel, setelan: Mapping[str, Nilai]) -> None:
    ubah_sekitar(paket, bagian, partial(_sembunyikan, slot=_slot(t, setelan)))
    beri_tinggi(paket, bagian, {b: _tinggi_baris(t, b) for b in t.baris})


def _slot(t: Tabel, setelan: Mapping[str, Nilai]) -> dict[int, bool]:
    """Numbers of the year columns of the Renstra, and whether they are hidden: past its period as long as they are empty."""
    return {
        t.letak[k.nama]: judul.sebagai_teks(k.judul, setelan) == judul.TANPA_TAHUN
        and all(x is None for x in t.penuh[k.nama])
        for k in t.skema.kolom.values()
        if "{renstra" in k.judul and k.nama in t.letak
    }


def _sembunyikan(akar: Elemen, slot: Mapping[int, bool]) -> bool:
    """Hide these columns or show them again."""
    berubah = False
    for e in anak(akar.find(q("cols")), "col"):
        sembunyi = slot.get(bilangan(e, "min")) if e.get("min") == e.get("max") else None
        if sembunyi is not None and sembunyi != (e.get("hidden") in ("1", "true")):
            e.set("hidden", "1" if sembunyi else "0")
            berubah = True
    return berubah


def _tinggi_baris(t: Tabel, baris: int) -> float:
    garis = 1
    for k in t.skema.kolom.values():
        isi = t.penuh[k.nama][baris - BARIS_DATA]
        if isinstance(isi, str) and not k.tersembunyi:
            garis = max(garis, baris_kolom(isi, k.lebar))
    return min(garis * TINGGI + 2, 409)
