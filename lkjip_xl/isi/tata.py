"""Lay out what was filled in: rows tall enough for their text, decimals as typed, print area without the empty ready-made rows."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import LembarBerpotong
from lkjip_xl.buku.tulis import tulis_sel
from lkjip_xl.buku.xmlaman import Elemen, anak, bilangan, q, rangkai
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
    tinggi = {b: _tinggi_baris(t, b) for b in t.baris}
    potongan = LembarBerpotong.dari(paket.baca(bagian), bagian, paket.nama)
    if potongan is None:
        akar = paket.xml(bagian)
        slot = _sembunyikan_slot(akar, t, setelan)
        if _beri_tinggi(akar, tinggi) or slot:
            paket.ganti(bagian, rangkai(akar))
        return
    berubah = potongan.ubah(0, lambda xml: _sembunyikan_slot(xml.akar, t, setelan))
    for i in sorted({potongan.letak(b) for b in tinggi}):
        berubah |= potongan.ubah(i, lambda xml: _beri_tinggi(xml.akar, tinggi))
    if berubah:
        paket.ganti(bagian, potongan.rangkai())


def _beri_tinggi(akar: Elemen, tinggi: Mapping[int, float]) -> bool:
    """Give the rows of a sheet, or of a piece of it, their heights."""
    berubah = False
    for baris in anak(akar.find(q("sheetData")), "row"):
        n = tinggi.get(bilangan(baris, "r", 0))
        if n is not None and baris.get("customHeight") not in ("1", "true"):
            baris.set("ht", f"{n:g}")  # not "customHeight": Excel goes on fitting the row when its text changes
            berubah = True
    return berubah


def _sembunyikan_slot(akar: Elemen, t: Tabel, setelan: Mapping[str, Nilai]) -> bool:
    """Hide the year columns past the Renstra period as long as they are empty; show them again otherwise."""
    berubah = False
    kolom = {bilangan(e, "min"): e for e in anak(akar.find(q("cols")), "col") if e.get("min") == e.get("max")}
    for k in t.skema.kolom.values():
        e = kolom.get(t.letak.get(k.nama, 0))
        if e is None or "{renstra" not in k.judul:
            continue
        lewat = judul.sebagai_teks(k.judul, setelan) == judul.TANPA_TAHUN
        sembunyi = lewat and all(x is None for x in t.penuh[k.nama])
        if sembunyi != (e.get("hidden") in ("1", "true")):
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
