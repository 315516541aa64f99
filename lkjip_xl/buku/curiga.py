"""Refusing archives made to harm: bombs, endless part lists, hidden or doubled parts, document types."""

from __future__ import annotations

import zipfile
from collections import Counter

from lkjip_xl.buku.berkas import UKURAN_MAKS
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.xmlaman import tolak_dtd

BAGIAN_MAKS = 20_000
RASIO_MAKS = 200
RASIO_MULAI = 10 * 2**20  # below this size a part may be as compressible as it likes

_XML = (".xml", ".rels", ".vml")
_METODE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the two that OPC allows


def periksa_arsip(arsip: zipfile.ZipFile, berkas: str) -> None:
    """Check an archive by its directory alone, before anything is unpacked.

    zipfile never gives more bytes than the directory announces, so the announced sizes may be trusted.
    """
    daftar = arsip.infolist()
    if len(daftar) > BAGIAN_MAKS:
        raise GalatBerkas("BK-07", berkas=berkas, bagian="", sebab="jumlah")
    if sum(i.file_size for i in daftar) > UKURAN_MAKS:
        raise GalatBerkas("BK-07", berkas=berkas, bagian="", sebab="ukuran")
    for i in daftar:
        if i.flag_bits & 1:
            raise GalatBerkas("BK-04", berkas=berkas)
        if i.compress_type not in _METODE:
            raise GalatBerkas("BK-06", berkas=berkas, bagian=i.filename)
        if i.file_size > RASIO_MULAI and i.file_size > RASIO_MAKS * max(i.compress_size, 1):
            raise GalatBerkas("BK-07", berkas=berkas, bagian=i.filename, sebab="rasio")
    nama, kali = Counter(i.filename.casefold() for i in daftar).most_common(1)[0] if daftar else ("", 0)
    if kali > 1:  # two parts of one name: every program would read another one
        raise GalatBerkas("BK-06", berkas=berkas, bagian=nama)


def periksa_bagian(nama: str, data: bytes, berkas: str) -> None:
    """Refuse a document type in any XML part that belongs to the workbook itself."""
    if nama.startswith("customXml/"):  # foreign documents: never parsed here, only carried along
        return
    if nama.lower().endswith(_XML):
        tolak_dtd(data, nama, berkas)
