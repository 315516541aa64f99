"""Digital signatures a change makes invalid: taken off whole, for an invalid one makes Excel warn of a forged file."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lkjip_xl.buku.bagian import buang_bagian
from lkjip_xl.buku.relasi import BAGIAN_JENIS, Relasi
from lkjip_xl.buku.xmlaman import JENIS_ISI, rangkai

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket

BUKU, PROYEK = "buku kerja", "proyek makro"
_FOLDER = "_xmlsignatures/"
_VBA = "vbaprojectsignature"


def bertanda_tangan(paket: Paket) -> bool:
    """Is the package as a whole signed?"""
    return any(n.casefold().startswith(_FOLDER) for n in paket.daftar())


def lepas_dari_paket(paket: Paket) -> None:
    """Take the signature of the whole package off, with its parts and what announces them."""
    relasi = Relasi(paket, "")
    relasi.hapus_yang(lambda h: h.tujuan.casefold().startswith(_FOLDER))
    relasi.simpan()
    for n in paket.daftar():
        if n.casefold().startswith(_FOLDER) and n in paket:
            buang_bagian(paket, n)
    akar = paket.xml(BAGIAN_JENIS)
    for e in akar.findall(f"{{{JENIS_ISI}}}Default"):
        if e.get("Extension", "").casefold() == "sigs":
            akar.remove(e)
            paket.ganti(BAGIAN_JENIS, rangkai(akar))


def lepas_dari_proyek(paket: Paket, proyek: str) -> bool:
    """Take the signatures off a VBA project (three kinds, each a part beside it); tells whether there were any."""
    relasi = Relasi(paket, proyek)
    relasi.hapus_yang(lambda h: h.jenis.casefold().startswith(_VBA))
    relasi.simpan()
    milik = [n for n in paket.daftar() if posixpath.basename(n).casefold().startswith(_VBA) and not n.endswith(".rels")]
    for n in milik:
        buang_bagian(paket, n)
    return bool(milik)
