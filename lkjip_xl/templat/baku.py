"""Make a package written by openpyxl canonical: same input, same bytes, and in the order the standard asks for."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from lkjip_xl.buku.xmlaman import q

TANGGAL = (1980, 1, 1, 0, 0, 0)
SAAT = "2026-01-01T00:00:00Z"
INTI, GAYA = "docProps/core.xml", "xl/styles.xml"
# openpyxl writes the children of <font> in another order than the standard's sequence
_URUTAN_HURUF = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
    "charset", "scheme",
)  # fmt: skip


def baku(data: bytes) -> bytes:
    """The same package with sorted parts, fixed dates and standard order of font properties."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as masuk, zipfile.ZipFile(keluar, "w") as arsip:
        for nama in sorted(masuk.namelist()):
            isi = masuk.read(nama)
            if nama == INTI:
                isi = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + SAAT.encode(), isi)
            elif nama == GAYA:
                isi = _urutkan_huruf(isi)
            info = zipfile.ZipInfo(nama, TANGGAL)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            arsip.writestr(info, isi)
    return keluar.getvalue()


def _urutkan_huruf(isi: bytes) -> bytes:
    akar = etree.fromstring(isi)
    for huruf in akar.iter(q("font")):
        huruf[:] = sorted(huruf, key=lambda e: _URUTAN_HURUF.index(etree.QName(e).localname))
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
