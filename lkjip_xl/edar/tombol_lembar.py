"""Taking off a sheet what calls macros: form buttons in all three places Excel keeps them, and macros of shapes.

A button Excel has saved is a control of the sheet with properties in a part of its own, a shape in the VML part and a
hidden shape in the drawing. Other form controls (drop-downs, boxes to tick) work without macros and stay.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial

from lkjip_xl.buku.bagian import buang_yatim
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import ubah_sekitar
from lkjip_xl.buku.relasi import Hubungan, Relasi
from lkjip_xl.buku.sandi import utf8
from lkjip_xl.buku.xmlaman import RELASI_DOK, RID, Elemen, bilangan, induk_dari, lepas_sifat, q, rangkai, sifat
from lkjip_xl.inti.angka import cacah

_BENTUK = re.compile(rb"<v:shape\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(?:/>|>(?:(?!</v:shape>).)*?</v:shape>)", re.DOTALL)
_TOMBOL = re.compile(rb"ObjectType=[\"']Button[\"']")
_NOMOR = re.compile(rb"\bid=[\"'][^\"']*?_s([0-9]+)[\"']")
_MAKRO_VML = re.compile(rb"<x:FmlaMacro>.*?</x:FmlaMacro>|<x:FmlaMacro\s*/>", re.DOTALL)
_SPID = "{http://schemas.microsoft.com/office/drawing/2010/main}compatExt"


def buang_tombol(paket: Paket, lembar: str) -> None:
    """Remove buttons, ActiveX controls and calls of macros from a sheet part, with what only they refer to."""
    relasi = Relasi(paket, lembar)
    hubungan = {h.id: h for h in relasi.semua() if not h.luar and h.tujuan in paket}
    if b"control" not in utf8(paket.baca(lembar), lembar, paket.nama) and not any(
        h.jenis in ("vmlDrawing", "drawing") for h in hubungan.values()
    ):
        return
    mati: list[Hubungan] = []
    ubah_sekitar(paket, lembar, partial(_buang, paket, hubungan, mati))
    for h in mati:
        relasi.hapus(h.id)
    relasi.simpan()
    buang_yatim(paket, [h.tujuan for h in mati])


def _buang(paket: Paket, hubungan: dict[str, Hubungan], mati: list[Hubungan], akar: Elemen) -> bool:
    """Do it in the sheet; mati: takes the relations nobody needs any more. Returns whether the sheet changed."""
    semula = rangkai(akar)
    lepas: list[str] = []
    nomor = _buang_kontrol(paket, akar, hubungan, lepas)
    for h in hubungan.values():
        if h.jenis == "vmlDrawing" and _bersihkan_vml(paket, h.tujuan, nomor):
            lepas.append(h.id)
    for h in hubungan.values():
        if h.jenis == "drawing" and _bersihkan_gambar(paket, h.tujuan, nomor):
            lepas.append(h.id)
    if not lepas and not nomor:
        return False
    for e in [e for e in akar if e.tag in (q("legacyDrawing"), q("drawing")) and e.get(RID) in lepas]:
        akar.remove(e)
    dipakai = {x for e in akar.iter("{*}*") for n, x in sifat(e).items() if n.startswith(f"{{{RELASI_DOK}}}")}
    mati += [h for h in hubungan.values() if h.id in lepas and h.id not in dipakai]
    return rangkai(akar) != semula


def _buang_kontrol(paket: Paket, akar: Elemen, hubungan: dict[str, Hubungan], lepas: list[str]) -> set[int]:
    """Take buttons off the sheet's list of controls; returns the numbers of their shapes."""
    nomor: set[int] = set()
    for e in list(akar.iter(q("control"))):
        h = hubungan.get(e.get(RID, ""))
        if h is not None and h.jenis == "ctrlProp" and paket.xml(h.tujuan).get("objectType") != "Button":
            for p in e.iter(q("controlPr")):
                lepas_sifat(p, "macro")
            continue
        nomor.add(bilangan(e, "shapeId", 0))
        lepas += [x for y in e.iter("{*}*") for n, x in sifat(y).items() if n.startswith(f"{{{RELASI_DOK}}}")]
        _cabut(e, akar)
    return nomor


def _cabut(e: Elemen, akar: Elemen) -> None:
    """Remove an element with the containers around it that hold nothing else."""
    induk = induk_dari(e)
    induk.remove(e)
    while induk is not akar and not any(x.tag == q("control") for x in induk.iter()):
        e, induk = induk, induk_dari(induk)
        induk.remove(e)


def _bersihkan_vml(paket: Paket, bagian: str, nomor: set[int]) -> bool:
    """Buttons go from a VML part, the boxes of notes that share it stay; tells whether the part is then empty."""

    def bentuk(m: re.Match[bytes]) -> bytes:
        milik = _NOMOR.search(m[0][: m[0].find(b">")])
        if _TOMBOL.search(m[0]) or (milik and int(milik[1]) in nomor):
            if milik:
                nomor.add(int(milik[1]))
            return b""
        return _MAKRO_VML.sub(b"", m[0])

    asal = utf8(paket.baca(bagian), bagian, paket.nama)
    sisa = _BENTUK.sub(bentuk, asal)
    if sisa != asal and b"ObjectType=" in sisa:
        paket.ganti(bagian, sisa)
    return sisa != asal and b"ObjectType=" not in sisa


def _bersihkan_gambar(paket: Paket, bagian: str, nomor: Collection[int]) -> bool:
    """Frames of buttons go from a drawing, macros from its shapes; tells whether it is then empty."""
    akar = paket.xml(bagian)
    awal = rangkai(akar)
    for a in [a for a in akar if isinstance(a.tag, str) and set(_spid(a)) & set(nomor)]:
        akar.remove(a)
    for e in akar.iter("{*}*"):
        if e.get("macro"):
            e.set("macro", "")
    if rangkai(akar) == awal:
        return False
    paket.ganti(bagian, rangkai(akar))
    return not len(akar)


def _spid(jangkar: Elemen) -> Iterator[int]:
    for e in jangkar.iter(_SPID):
        n = cacah(e.get("spid", "").rpartition("_s")[2])
        if n is not None:
            yield n
