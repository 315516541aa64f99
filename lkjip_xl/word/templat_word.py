"""A region's own Word template: its styles, page and running heads as they are; a style it lacks comes from ours."""

from __future__ import annotations

from lkjip_xl.buku.relasi import JenisIsi
from lkjip_xl.word.catatan_blok import baca_catatan
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.gaya_daerah import pakai_bagian, samakan_nama
from lkjip_xl.word.gaya_word import GAYA, NAMA_DALAM, templat_bawaan
from lkjip_xl.word.pindahan import Pindahan

JENIS_DOKUMEN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def siapkan_templat(data: bytes, nama: str) -> tuple[bytes, list[str]]:
    """A document to write the report into, and the names of the styles the template lacks.

    Raises GalatBerkas (LP-11) where it is no Word document.
    """
    templat = Dokumen(data, nama)
    samakan_nama(templat, NAMA_DALAM)
    catatan = baca_catatan(templat.paket)
    pakai_bagian(templat, catatan.judul if catatan else "")
    pindahan = Pindahan(Dokumen(templat_bawaan(), nama), templat)
    kurang = pindahan.lengkapi_gaya(GAYA)
    pindahan.simpan()
    jenis = JenisIsi(templat.paket)
    jenis.atur(templat.utama, JENIS_DOKUMEN)  # a .dotx says it is a template
    jenis.simpan()
    return templat.paket.kemas(), kurang
