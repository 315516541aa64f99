"""What a region's own template decides beyond its styles: the face of tables, numbered headings, its page, names of styles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import RELASI_DOK, Elemen, rangkai, urai
from lkjip_xl.inti.kunci import kunci_gaya
from lkjip_xl.inti.lebar_huruf import pengali_muka
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.naskah import Judul
from lkjip_xl.word.sidik_blok import w
from lkjip_xl.word.ukuran_tabel import UkuranTabel

NOMOR_JUDUL = {
    1: re.compile(r"BAB [IVXLC]+ "),
    2: re.compile(r"[A-Z]\. "),
    3: re.compile(r"\d+\. "),
}  # as chapters write them
KARAKTER = "character"
_TEMA = re.compile(rb"<a:minorFont>\s*<a:latin [^>]*typeface=\"([^\"]*)\"")
_ISI_TEPI = (w("drawing"), w("pict"), w("instrText"))
_ACUAN = (w("headerReference"), w("footerReference"))


def samakan_nama(templat: Dokumen, nama: Collection[str]) -> None:
    """Call the styles we print with as Word does; LibreOffice saves "heading 1" as "Heading 1".

    A style of characters that bears such a name gets another: Word knows styles by name alone.
    """
    bagian = templat.bantu("styles")
    if bagian is None:
        return
    akar = templat.paket.xml(bagian)
    gaya = [(e, n) for e in akar.findall(w("style")) if (n := e.find(w("name"))) is not None]
    ada = {n.get(w("val")) for e, n in gaya if e.get(w("type")) != KARAKTER}
    baku = {kunci_gaya(x): x for x in nama}
    berubah = False
    for e, n in gaya:
        lama = n.get(w("val"), "")
        benar = baku.get(kunci_gaya(lama))
        if benar is None:
            continue
        if e.get(w("type")) == KARAKTER:
            n.set(w("val"), f"{lama} Char")
        elif lama == benar or benar in ada:
            continue
        else:
            n.set(w("val"), benar)
            ada.add(benar)
        berubah = True
    if berubah:
        templat.paket.ganti(bagian, rangkai(akar))


def pakai_bagian(templat: Dokumen, judul: str) -> None:
    """Let the document end in its first upright section with a head or foot; judul: a running title not to be taken over.

    A document made of several sections (a cover, annexes turned) is a template, too.
    """
    akar = templat.paket.xml(templat.utama)
    badan = akar.find(w("body"))
    if badan is None:
        return
    relasi = {h.id: h.tujuan for h in Relasi(templat.paket, templat.utama).semua()}
    _kosongkan(templat, relasi, judul)
    semua = list(_berlaku(badan))
    tegak = [s for s in semua if not _melintang(s)]
    pilihan = next((s for s in tegak if _bertepi(templat, relasi, s)), tegak[0] if tegak else None)
    akhir = badan.find(w("sectPr"))
    if pilihan is None or akhir is None:
        return
    badan.replace(akhir, pilihan)
    templat.paket.ganti(templat.utama, rangkai(akar))


def _berlaku(badan: Elemen) -> Iterator[Elemen]:
    """Copies of the sections, each with the heads and feet it takes over from those before it."""
    acuan: dict[tuple[str, str], Elemen] = {}
    for s in badan.iter(w("sectPr")):
        salinan = deepcopy(s)
        salinan.tail = None
        for x in [x for x in salinan if x.tag in _ACUAN]:
            acuan[str(x.tag), x.get(w("type"), "")] = x
            salinan.remove(x)
        for i, x in enumerate(acuan.values()):
            salinan.insert(i, deepcopy(x))
        yield salinan


def _melintang(s: Elemen) -> bool:
    ukuran = s.find(w("pgSz"))
    lebar, tinggi = ("", "") if ukuran is None else (ukuran.get(w("w"), ""), ukuran.get(w("h"), ""))
    return lebar.isdecimal() and tinggi.isdecimal() and int(lebar) > int(tinggi)


def _bertepi(templat: Dokumen, relasi: dict[str, str], s: Elemen) -> bool:
    """Does any head or foot of this section hold something?"""
    bagian = (relasi.get(x.get(f"{{{RELASI_DOK}}}id", ""), "") for x in s if x.tag in _ACUAN)
    return any(berisi(templat.paket.xml(b)) for b in bagian if b in templat.paket)


def berisi(tepi: Elemen) -> bool:
    """Does a head or foot of a template hold anything?"""
    return any(True for _ in tepi.iter(*_ISI_TEPI)) or any((t.text or "").strip() for t in tepi.iter(w("t")))


def _kosongkan(templat: Dokumen, relasi: dict[str, str], judul: str) -> None:
    """Take the running title of another year's report out of its heads."""
    for bagian in {b for b in relasi.values() if judul and b in templat.paket and "header" in b}:
        akar = templat.paket.xml(bagian)
        milik = [p for p in akar.findall(w("p")) if "".join(t.text or "" for t in p.iter(w("t"))).strip() == judul]
        for t in (t for p in milik for t in p.iter(w("t"))):
            t.text = ""
        if milik:
            templat.paket.ganti(bagian, rangkai(akar))


@dataclass(frozen=True, slots=True)
class GayaDaerah:
    """What the styles of a template ask of the report beyond their looks; ours ask nothing.

    muka: how many times as wide as Arial tables are; bernomor: levels of headings that number themselves; bab_menyambung: a
    chapter's style does not say whether it begins a page.
    """

    muka: float = 1.0
    bernomor: frozenset[int] = frozenset()
    bab_menyambung: bool = False

    def sempitkan(self, halaman: tuple[float, float]) -> tuple[float, float]:
        """A page as wide for Arial as this one is for the template's face."""
        return halaman[0] / self.muka, halaman[1]

    def lebarkan(self, u: UkuranTabel) -> UkuranTabel:
        """Columns reckoned on such a page, as they are on paper."""
        return u if self.muka == 1.0 else replace(u, lebar=tuple(x * self.muka for x in u.lebar))

    def judul(self, j: Judul) -> tuple[str, bool]:
        """A heading as it is to be written, and whether the template may number it: what has no number of ours gets none."""
        if j.tingkat not in self.bernomor:
            return j.teks, True
        teks = tanpa_nomor(j)
        return teks, teks != j.teks


def gaya_daerah(gaya: Elemen, bagian: Mapping[str, bytes]) -> GayaDaerah:
    """Of a document to be written into: its styles, and the parts beside them by the kind of their relationship."""
    penomoran = urai(bagian["numbering"], "numbering.xml") if "numbering" in bagian else None
    return GayaDaerah(
        muka_tabel(gaya, "Tabel", bagian.get("theme", b"")),
        judul_bernomor(gaya, penomoran),
        berhalaman_baru(gaya, "heading 1") is None,
    )


def muka_tabel(gaya: Elemen, nama: str, tema: bytes = b"") -> float:
    """How many times as wide as Arial the face of a style is; gaya: the styles of a document, tema: its theme."""
    for sifat in _sifat_huruf(gaya, nama):
        huruf = sifat.find(w("rFonts"))
        if huruf is None:
            continue
        if muka := huruf.get(w("ascii")):
            return pengali_muka(muka)
        if huruf.get(w("asciiTheme")) and (m := _TEMA.search(tema)):
            return pengali_muka(m[1].decode("utf-8", "replace"))
    return 1.0


def judul_bernomor(gaya: Elemen, penomoran: Elemen | None) -> frozenset[int]:
    """Levels of headings that the template numbers by itself."""
    return frozenset(i for i in NOMOR_JUDUL.keys() | {4} if _bernomor(gaya, f"heading {i}", penomoran))


def tanpa_nomor(j: Judul) -> str:
    """The heading without the number our chapters write.

    >>> tanpa_nomor(Judul("BAB II PERENCANAAN KINERJA")), tanpa_nomor(Judul("A. Capaian", 2)), tanpa_nomor(Judul("IKHTISAR EKSEKUTIF"))
    ('PERENCANAAN KINERJA', 'Capaian', 'IKHTISAR EKSEKUTIF')
    """
    pola = NOMOR_JUDUL.get(j.tingkat)
    return pola.sub("", j.teks, count=1) if pola and pola.match(j.teks) else j.teks


def berhalaman_baru(gaya: Elemen, nama: str) -> bool | None:
    """Whether a style begins a page; None where it says nothing."""
    for e in _garis_gaya(gaya, nama):
        if (x := e.find(f"{w('pPr')}/{w('pageBreakBefore')}")) is not None:
            return x.get(w("val"), "1") not in ("0", "false", "off")
    return None


def _bernomor(gaya: Elemen, nama: str, penomoran: Elemen | None) -> bool:
    tingkat, nomor = "0", ""
    for e in _garis_gaya(gaya, nama):
        x = e.find(f"{w('pPr')}/{w('numPr')}")
        if x is not None:
            i, n = x.find(w("ilvl")), x.find(w("numId"))
            tingkat = "0" if i is None else i.get(w("val"), "0")
            nomor = "" if n is None else n.get(w("val"), "")
            break
    if penomoran is None or nomor in ("", "0"):
        return False
    bentuk = next((n.find(w("abstractNumId")) for n in penomoran.findall(w("num")) if n.get(w("numId")) == nomor), None)
    for a in penomoran.findall(w("abstractNum")):
        if bentuk is None or a.get(w("abstractNumId")) != bentuk.get(w("val")):
            continue
        for lvl in a.findall(w("lvl")):
            teks, jenis = lvl.find(w("lvlText")), lvl.find(w("numFmt"))
            if lvl.get(w("ilvl")) == tingkat and teks is not None and "%" in teks.get(w("val"), ""):
                return jenis is None or jenis.get(w("val")) not in ("none", "bullet")
    return False


def _garis_gaya(gaya: Elemen, nama: str) -> Iterator[Elemen]:
    """The style of this name and those it is based on."""
    menurut = {e.get(w("styleId"), ""): e for e in gaya.findall(w("style"))}
    e = next((x for x in menurut.values() if kunci_gaya(_nama(x)) == kunci_gaya(nama)), None)
    dilalui: list[Elemen] = []
    while e is not None and e not in dilalui:
        yield e
        dilalui.append(e)
        dasar = e.find(w("basedOn"))
        e = None if dasar is None else menurut.get(dasar.get(w("val"), ""))


def _sifat_huruf(gaya: Elemen, nama: str) -> Iterator[Elemen]:
    for e in _garis_gaya(gaya, nama):
        if (sifat := e.find(w("rPr"))) is not None:
            yield sifat
    if (bawaan := gaya.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")) is not None:
        yield bawaan


def _nama(e: Elemen) -> str:
    n = e.find(w("name"))
    return "" if n is None else n.get(w("val"), "")
