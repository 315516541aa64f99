"""Carries elements of one document into another: styles by name, pictures, numbering, ids that must not occur twice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from lkjip_xl.buku.relasi import JenisIsi, Relasi, jenis_relasi
from lkjip_xl.buku.xmlaman import RELASI_DOK, Elemen, rangkai
from lkjip_xl.inti.kunci import kunci_gaya
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.sidik_blok import A, w
from lkjip_xl.word.tanda_blok import nomor_tertinggi

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SEMAT = f"{{{RELASI_DOK}}}embed"
_GAYA = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_JENIS_NOMOR = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


class Pindahan:
    """From `dari` into `ke`, whose parts it adds to; call simpan at the end."""

    def __init__(self, dari: Dokumen, ke: Dokumen) -> None:
        self._dari, self._ke = dari, ke
        badan = ke.badan
        self._penanda = nomor_tertinggi([badan])
        gambar = (x.get("id", "") for x in badan.iter(f"{{{WP}}}docPr"))
        self._gambar = max((int(x) for x in gambar if x.isdecimal()), default=0)
        self._gaya_dari, self._gaya_ke = _gaya(dari), _gaya(ke)
        self._nama_ke = {(jenis, kunci_gaya(nama)): kunci for kunci, (jenis, nama, _) in self._gaya_ke.items()}
        self._relasi = Relasi(ke.paket, ke.utama)
        self._gaya_baru: list[Elemen] = []

    def bawa(self, e: Elemen) -> bytes:
        """The element as bytes that stand for themselves wherever they are put."""
        return self.sendiri(self.siapkan(e))

    def siapkan(self, e: Elemen) -> Elemen:
        """A copy that fits the other document."""
        e = deepcopy(e)
        e.tail = None
        for x in e.iter(*_GAYA):
            x.set(w("val"), self._gaya(x.get(w("val"), "")))
        for x in e.iter(f"{{{A}}}blip"):
            if _SEMAT in x.attrib:
                x.set(_SEMAT, self._media(x.get(_SEMAT, "")))
        for x in e.iter(f"{{{WP}}}docPr"):
            self._gambar += 1
            x.set("id", str(self._gambar))
        nomor: dict[str, str] = {}
        for x in e.iter(w("bookmarkStart"), w("bookmarkEnd")):
            lama = x.get(w("id"), "")
            if lama not in nomor:
                self._penanda += 1
                nomor[lama] = str(self._penanda)
            x.set(w("id"), nomor[lama])
        return e

    @staticmethod
    def sendiri(e: Elemen) -> bytes:
        """Bytes with just the namespaces they need."""
        etree.cleanup_namespaces(e)
        return etree.tostring(e, encoding="UTF-8").replace(b"<?xml version='1.0' encoding='UTF-8'?>\n", b"", 1)

    def lengkapi_gaya(self, nama: Iterable[str]) -> list[str]:
        """Bring along the styles of these names the other document lacks; returns their names."""
        dari = {kunci_gaya(n): kunci for kunci, (_, n, _) in self._gaya_dari.items()}
        punya = {kunci_gaya(n) for jenis, n, _ in self._gaya_ke.values() if jenis != "character"}
        kurang = [n for n in nama if kunci_gaya(n) not in punya]
        for n in kurang:
            self._gaya(dari[kunci_gaya(n)])
        return kurang

    def simpan(self) -> None:
        """Write relationships and styles that were added."""
        self._relasi.simpan()
        if not self._gaya_baru:
            return
        bagian = self._ke.bantu("styles")
        if bagian is None:
            return
        akar = self._ke.paket.xml(bagian)
        if len(akar):
            data = self._ke.paket.baca(bagian)
            letak = data.rindex(b"</")
            isi = b"".join(self.sendiri(g) for g in self._gaya_baru)
            self._ke.paket.ganti(bagian, data[:letak] + isi + data[letak:])
        else:  # perhaps it ends where it begins
            akar.extend(self._gaya_baru)
            self._ke.paket.ganti(bagian, rangkai(akar))
        self._gaya_baru = []

    # --- pictures

    def _media(self, rid: str) -> str:
        """Relationship id of the same picture in the other package, which gets it where it has none."""
        data = self._dari.media(rid)
        if data is None:
            return rid
        asal = self._dari.tujuan[rid]
        akhiran = asal.rpartition(".")[2]
        bagian = f"word/media/lkjip-{hashlib.sha256(data).hexdigest()[:12]}.{akhiran}"
        ada = next((h.id for h in self._relasi.semua() if not h.luar and h.tujuan == bagian), None)
        if ada:
            return ada
        self._ke.paket.ganti(bagian, data)
        jenis = JenisIsi(self._ke.paket)
        jenis.atur(bagian, JenisIsi(self._dari.paket).dari(asal) or f"image/{akhiran}")
        jenis.simpan()
        return self._relasi.tambah(jenis_relasi("image"), bagian)

    # --- styles

    def _gaya(self, kunci: str) -> str:
        """Id of the style of that name there; one it lacks is brought along with those it is based on."""
        if kunci not in self._gaya_dari:
            return kunci
        jenis, nama, e = self._gaya_dari[kunci]
        ada = self._nama_ke.get((jenis, kunci_gaya(nama)))
        if ada:
            return ada
        baru = kunci
        while baru in self._gaya_ke:
            baru += "1"
        self._nama_ke[(jenis, kunci_gaya(nama))] = baru
        salinan = deepcopy(e)
        salinan.tail = None
        salinan.set(w("styleId"), baru)
        self._gaya_ke[baru] = (jenis, nama, salinan)
        for x in salinan.findall(w("basedOn")) + salinan.findall(w("next")) + salinan.findall(w("link")):
            if x.tag == w("link"):
                salinan.remove(x)
            else:
                x.set(w("val"), self._gaya(x.get(w("val"), "")))
        for x in salinan.iter(w("numId")):
            x.set(w("val"), self._nomor(x.get(w("val"), "")))
        self._gaya_baru.append(salinan)
        return baru

    def _nomor(self, num: str) -> str:
        """A list's numbering brought along under numbers that are free there."""
        asal = self._dari.bantu("numbering")
        akar = self._dari.paket.xml(asal) if asal else None
        milik = None if akar is None else next((n for n in akar.findall(w("num")) if n.get(w("numId")) == num), None)
        acuan = milik.find(w("abstractNumId")) if milik is not None else None
        if akar is None or milik is None or acuan is None or asal is None:
            return "0"
        bentuk = next(a for a in akar.findall(w("abstractNum")) if a.get(w("abstractNumId")) == acuan.get(w("val")))
        bagian = self._ke.bantu("numbering")
        if bagian is None:
            bagian = asal
            tujuan = etree.Element(w("numbering"), nsmap={"w": w("")[1:-1]})
            self._relasi.tambah(jenis_relasi("numbering"), bagian)
            jenis = JenisIsi(self._ke.paket)
            jenis.atur(bagian, _JENIS_NOMOR)
            jenis.simpan()
        else:
            tujuan = self._ke.paket.xml(bagian)
        bentuk, milik = deepcopy(bentuk), deepcopy(milik)
        nomor_bentuk, nomor_num = _bebas(tujuan, "abstractNum", "abstractNumId"), _bebas(tujuan, "num", "numId")
        bentuk.set(w("abstractNumId"), nomor_bentuk)
        milik.set(w("numId"), nomor_num)
        for x in milik.findall(w("abstractNumId")):
            x.set(w("val"), nomor_bentuk)
        for x in bentuk.findall(w("nsid")):
            bentuk.remove(x)
        tujuan.insert(len(tujuan.findall(w("abstractNum"))), bentuk)
        tujuan.append(milik)
        self._ke.paket.ganti(bagian, rangkai(tujuan))
        return nomor_num


def nama_gaya(dok: Dokumen) -> dict[str, str]:
    """Names of a document's styles by id."""
    return {kunci: nama for kunci, (_, nama, _) in _gaya(dok).items()}


def _gaya(dok: Dokumen) -> dict[str, tuple[str, str, Elemen]]:
    """Styles by id: kind, name, definition."""
    bagian = dok.bantu("styles")
    hasil = {}
    for e in dok.paket.xml(bagian).findall(w("style")) if bagian else ():
        nama = e.find(w("name"))
        if nama is not None:
            hasil[e.get(w("styleId"), "")] = (e.get(w("type"), "paragraph"), nama.get(w("val"), ""), e)
    return hasil


def _bebas(akar: Elemen, tag: str, atribut: str) -> str:
    nomor = (e.get(w(atribut), "") for e in akar.findall(w(tag)))
    return str(max((int(n) for n in nomor if n.isdecimal()), default=0) + 1)
