"""Locking single cells of a workbook's own sheets: nobody types into them while the sheet is protected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkjip_xl.buku.gaya import Gaya
from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import bilangan, rangkai


def kunci_sel(paket: Paket, sel: Mapping[str, Iterable[str]]) -> None:
    """Lock cells by sheet and address; nothing else of their look changes, and nothing of what they hold."""
    daftar, gaya = paket.lembar(), Gaya(paket)
    for lembar, alamat in sel.items():
        xml = LembarXml(paket.xml(daftar[lembar].part))
        for a in alamat:
            c = xml.sel(a)
            c.set("s", str(gaya.terkunci(bilangan(c, "s", 0))))
        paket.ganti(daftar[lembar].part, rangkai(xml.akar))
    gaya.simpan()
