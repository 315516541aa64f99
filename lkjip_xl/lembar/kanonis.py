"""Make a package written by openpyxl canonical: same input, same bytes, and in the order the standard asks for."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from lkjip_xl.buku.gaya import rapikan_font
from lkjip_xl.buku.xmlaman import rangkai

TANGGAL = (1980, 1, 1, 0, 0, 0)
SAAT = "2026-01-01T00:00:00Z"
INTI, GAYA, JENIS = "docProps/core.xml", "xl/styles.xml", "[Content_Types].xml"


def kanonis(data: bytes, *, sementara: bool = False) -> bytes:
    """The same package with sorted parts, fixed dates and standard order of font properties.

    sementara: to be read at once by whoever packs it again, so that compressing it would be for nothing.
    """
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as masuk, zipfile.ZipFile(keluar, "w") as arsip:
        for nama in sorted(masuk.namelist()):
            isi = masuk.read(nama)
            if nama == INTI:
                isi = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + SAAT.encode(), isi)
            elif nama == JENIS:
                isi = _urutkan_jenis(isi)
            elif nama == GAYA:
                akar = etree.fromstring(isi)
                rapikan_font(akar)
                isi = rangkai(akar)
            info = zipfile.ZipInfo(nama, TANGGAL)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            arsip.writestr(info, isi, compresslevel=0 if sementara else None)
    return keluar.getvalue()


def _urutkan_jenis(isi: bytes) -> bytes:
    """openpyxl lists the content types of a macro workbook in the order of a set, different in every process."""
    akar = etree.fromstring(isi)
    akar[:] = sorted(akar, key=lambda e: (etree.QName(e).localname, e.get("Extension") or e.get("PartName")))
    return rangkai(akar)
