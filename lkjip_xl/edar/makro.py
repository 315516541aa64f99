"""Taking the macros out of a package: project, buttons, content types; code names stay, they are harmless."""

from __future__ import annotations

import re

from lkjip_xl.buku.bagian import buang_yatim
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import BAGIAN_JENIS, JenisIsi, Relasi
from lkjip_xl.buku.sandi import utf8
from lkjip_xl.buku.xmlaman import JENIS_ISI, q, rangkai

_BUKU = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_VBA = "application/vnd.ms-office.vbaProject"
_BENTUK = re.compile(rb"<v:shape\b(?:(?!</v:shape>).)*?</v:shape>", re.DOTALL)
_TOMBOL = re.compile(rb"ObjectType=[\"']Button[\"']")


def buang_makro(paket: Paket) -> None:
    """Remove the VBA project and the form buttons that call it; the package is then an .xlsx."""
    buku = paket.bagian_buku
    relasi = Relasi(paket, buku)
    yatim = []
    for h in relasi.semua():
        if h.jenis == "vbaProject":
            relasi.hapus(h.id)
            yatim.append(h.tujuan)
    relasi.simpan()
    buang_yatim(paket, yatim)
    for info in paket.lembar().values():
        _buang_tombol(paket, info.part)
    jenis = JenisIsi(paket)
    jenis.atur(buku, _BUKU)
    jenis.simpan()
    _buang_jenis_vba(paket)


def _buang_jenis_vba(paket: Paket) -> None:
    """The extension's default type would still announce macros."""
    akar = paket.xml(BAGIAN_JENIS)
    for e in akar.findall(f"{{{JENIS_ISI}}}Default"):
        if e.get("ContentType") == _VBA:
            akar.remove(e)
            paket.ganti(BAGIAN_JENIS, rangkai(akar))


def _buang_tombol(paket: Paket, lembar: str) -> None:
    """Buttons share their VML part with the boxes of notes: those stay."""
    relasi = Relasi(paket, lembar)
    for h in relasi.semua():
        if h.jenis != "vmlDrawing" or h.luar or h.tujuan not in paket:
            continue
        asal = utf8(paket.baca(h.tujuan), h.tujuan, paket.nama)
        sisa = _BENTUK.sub(lambda m: b"" if _TOMBOL.search(m[0]) else m[0], asal)
        if sisa == asal:
            continue
        if b"ObjectType=" in sisa:
            paket.ganti(h.tujuan, sisa)
            continue
        akar = paket.xml(lembar)
        for e in akar.findall(q("legacyDrawing")):
            akar.remove(e)
        paket.ganti(lembar, rangkai(akar))
        relasi.hapus(h.id)
        relasi.simpan()
        buang_yatim(paket, [h.tujuan])
