"""Parts that hang on other parts: carrying them into another package, and clearing away what nothing refers to."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import JenisIsi, Relasi, nama_rels, pemilik_rels
from lkjip_xl.buku.xmlaman import Elemen, q, rangkai, sifat

_RELASI = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ISI_LEMBAR = q("sheetData")
_BERNOMOR = re.compile(r"(.*?)([0-9]*)(\.[A-Za-z0-9]+)")
_TABEL = ("table", "pivotTable", "queryTable")  # their ids and names are unique in a workbook: not carried


def nama_segar(paket: Paket, contoh: str) -> str:
    """A part name like `contoh` with the lowest number that is free: xl/charts/chart3.xml."""
    folder, nama = posixpath.split(contoh)
    cocok = _BERNOMOR.fullmatch(nama)
    if cocok is None:
        raise ValueError(f"{contoh!r} is not a part name")
    n = 1
    while paket.temukan(calon := posixpath.join(folder, f"{cocok[1]}{n}{cocok[3]}")):
        n += 1
    return calon


def salin_hubungan(asal: Paket, dari: str, paket: Paket, ke: str, akar: Elemen | None = None) -> None:
    """Carry all parts a part refers to into another package, under fresh names, with theirs in turn.

    akar is the root of the referring part in its new place: its r:id attributes get the new ids.
    """
    relasi, tiba = Relasi(asal, dari), Relasi(paket, ke)
    jenis_asal = JenisIsi(asal)
    peta, salinan = {}, []
    for h in relasi.semua():
        if h.jenis in _TABEL:
            raise ValueError(f"{dari} has a {h.jenis}: sheets with tables cannot be grafted")
        tujuan = h.tujuan
        if not h.luar:
            tujuan = nama_segar(paket, h.tujuan)
            paket.ganti(tujuan, asal.baca(h.tujuan))
            jenis = JenisIsi(paket)
            jenis.atur(tujuan, jenis_asal.dari(h.tujuan) or "application/xml")
            jenis.simpan()
            salinan.append((h.tujuan, tujuan))
        peta[h.id] = tiba.tambah(relasi.jenis_penuh(h.id), tujuan, luar=h.luar)
    tiba.simpan()
    if akar is not None:
        _ganti_rid(akar, peta)
    for lama, baru in salinan:
        _salin_anak(asal, lama, paket, baru)


def _salin_anak(asal: Paket, lama: str, paket: Paket, baru: str) -> None:
    if nama_rels(lama) not in asal:
        return
    akar = asal.xml(lama)
    salin_hubungan(asal, lama, paket, baru, akar)
    paket.ganti(baru, rangkai(akar))


def _ganti_rid(akar: Elemen, peta: dict[str, str]) -> None:
    """Cells refer to nothing: where there is nothing else to look at, hundreds of thousands of them are passed over."""
    for atas in (akar, *akar.iterchildren("{*}*")) if peta else ():
        for e in (atas,) if atas is akar or atas.tag == _ISI_LEMBAR else atas.iter("{*}*"):
            for nama, nilai in sifat(e).items():
                if nama.startswith(_RELASI) and nilai in peta:
                    e.set(nama, peta[nilai])


def buang_yatim(paket: Paket, calon: Iterable[str]) -> None:
    """Remove those of the parts that no relationship points to any more, and what only they referred to."""
    antre = sorted({c for c in calon if c in paket})
    if not antre:
        return
    dipakai = Counter(
        h.tujuan
        for rels in paket.daftar()
        if rels.lower().endswith(".rels")
        for h in Relasi(paket, pemilik_rels(rels)).semua()
        if not h.luar
    )
    for bagian in antre:  # grows while it runs: parts may hang on each other in chains of any length
        if dipakai[bagian] or bagian not in paket:
            continue
        anak = [h.tujuan for h in Relasi(paket, bagian).semua() if not h.luar]
        buang_bagian(paket, bagian)
        dipakai.subtract(anak)
        antre += sorted({a for a in anak if a in paket})


def buang_bagian(paket: Paket, bagian: str) -> None:
    """Remove a part with its relationships and content type."""
    paket.hapus(bagian)
    if nama_rels(bagian) in paket:
        paket.hapus(nama_rels(bagian))
    jenis = JenisIsi(paket)
    jenis.hapus(bagian)
    jenis.simpan()


def buang_rantai_hitung(paket: Paket) -> None:
    """Remove the calculation chain: Excel rebuilds it, but calls a workbook damaged whose chain names lost formulas."""
    bagian = paket.bagian_terkait("calcChain")
    if bagian is None:
        return
    relasi = Relasi(paket, paket.bagian_buku)
    relasi.hapus_yang(lambda h: h.jenis == "calcChain")
    relasi.simpan()
    buang_bagian(paket, bagian)
