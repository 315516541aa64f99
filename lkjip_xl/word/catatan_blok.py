"""What a report remembers of its making, in custom properties, which Word and LibreOffice keep: whose it is, and all its blocks.

A block on record that is no longer in the document was taken out by somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from lkjip_xl.buku.paket import Paket, buka_arsip
from lkjip_xl.buku.relasi import JenisIsi, Relasi
from lkjip_xl.buku.xmlaman import RELASI_DOK, Elemen, rangkai
from lkjip_xl.word.bidang import bersih
from lkjip_xl.word.jati_diri import PANJANG_ID

BAGIAN = "docProps/custom.xml"
JENIS = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELASI = f"{RELASI_DOK}/custom-properties"
SIFAT = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
NAMA = "LKjIP"
SEKALIMAT = 24  # ids in one property: Word allows a text of 255 letters


@dataclass(frozen=True, slots=True)
class Catatan:
    """Year and agency of the report, its title as printed on every page, and the ids of all blocks that were generated."""

    tahun: str
    instansi: str
    judul: str
    blok: tuple[str, ...]

    def sifat(self) -> Iterator[tuple[str, str]]:
        """As properties."""
        for kunci in ("tahun", "instansi", "judul"):
            yield f"{NAMA} {kunci}", bersih(getattr(self, kunci))[:250]
        for i in range(0, len(self.blok), SEKALIMAT):
            yield f"{NAMA} blok {i // SEKALIMAT + 1:03d}", "".join(self.blok[i : i + SEKALIMAT])


def catat(data: bytes, catatan: Catatan) -> bytes:
    """The package with the record in it."""
    paket = Paket(*buka_arsip(data, "laporan"), "laporan")
    tulis_catatan(paket, catatan)
    return paket.kemas()


def tulis_catatan(paket: Paket, catatan: Catatan) -> None:
    """Put the record in the place of the last one; properties of others stay."""
    relasi = Relasi(paket, "")
    bagian = relasi.tujuan("custom-properties") or BAGIAN
    if bagian in paket:
        akar = paket.xml(bagian)
        if _milik_kita(akar) == dict(catatan.sifat()):
            return
    else:
        akar = etree.Element(f"{{{SIFAT}}}Properties", nsmap={None: SIFAT, "vt": VT})  # pyright: ignore[reportArgumentType]  None is the default namespace
        relasi.tambah(RELASI, bagian)
        relasi.simpan()
    for e in [e for e in akar if e.get("name", "").startswith(f"{NAMA} ")]:
        akar.remove(e)
    nomor = max((int(e.get("pid", "1")) for e in akar if e.get("pid", "").isdecimal()), default=1)
    for i, (nama, nilai) in enumerate(catatan.sifat(), nomor + 1):
        e = etree.SubElement(akar, f"{{{SIFAT}}}property", fmtid=FMTID, pid=str(i), name=nama)
        etree.SubElement(e, f"{{{VT}}}lpwstr").text = nilai
    paket.ganti(bagian, rangkai(akar))
    jenis = JenisIsi(paket)
    jenis.atur(bagian, JENIS)
    jenis.simpan()


def baca_catatan(paket: Paket) -> Catatan | None:
    """The record of a report; None where there is none, or not the whole of it."""
    bagian = Relasi(paket, "").tujuan("custom-properties")
    if bagian is None or bagian not in paket:
        return None
    milik = _milik_kita(paket.xml(bagian))
    semua = "".join(v for k, v in sorted(milik.items()) if k.startswith(f"{NAMA} blok "))
    if f"{NAMA} tahun" not in milik or not semua or len(semua) % PANJANG_ID:
        return None
    blok = tuple(semua[i : i + PANJANG_ID] for i in range(0, len(semua), PANJANG_ID))
    tahun, instansi, judul = (milik.get(f"{NAMA} {k}", "") for k in ("tahun", "instansi", "judul"))
    return Catatan(tahun, instansi, judul, blok)


def _milik_kita(akar: Elemen) -> dict[str, str]:
    return {n: "".join(map(str, e.itertext())) for e in akar if (n := e.get("name", "")).startswith(f"{NAMA} ")}
