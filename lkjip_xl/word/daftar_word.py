"""The lists of a report as paragraphs (contents, tables, charts, what is left to write), and those of a document in use renewed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.inti.kunci import kunci_gaya, rapikan_spasi
from lkjip_xl.word import bidang
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.hitungan_word import bidang_seq, hitung_ulang
from lkjip_xl.word.petak import Peta, Ubahan, Unsur, petakan, terapkan
from lkjip_xl.word.pindahan import Pindahan
from lkjip_xl.word.sidik_blok import W, teks_unsur, w
from lkjip_xl.word.tanda_blok import tandai_unsur

TINGKAT_DAFTAR_ISI = 3
HALAMAN_TAUTAN = "\\h"  # the page number is a link, too
GAYA_DAFTAR = "TableofFigures"
GAYA_ISI = "TOC{}"
NS = f'xmlns:w="{W}"'
KOSONG = "–"
# stands in the result of the field, so Word takes it away when it fills the numbers in; asking Word to do so at opening
# would make it ask the reader first
SIFAT_PETUNJUK = '<w:b w:val="0"/><w:i/>'  # in the style of the first entry
PETUNJUK = "Nomor halaman muncul sesudah Ctrl+A lalu F9 (LibreOffice: Tools > Update > Update All)."
_JUDUL = re.compile(r"heading ([1-3])")
_HALAMAN = re.compile(r"[\s.]*[\divxlc]*")
_ISIAN = re.compile(r"\[Lengkapi \d*: (.*)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """A line of a list: bookmark to jump to ("" = none), text, id of the paragraph style."""

    penanda: str
    teks: str
    gaya: str


def perintah_isi(isi: str) -> str:
    """The field that makes a list; "" for the one Word knows nothing of."""
    if isi == "isi":
        return f'TOC \\o "1-{TINGKAT_DAFTAR_ISI}" \\h \\z'
    return "" if isi == "isian" else f'TOC \\h \\z \\c "{isi.capitalize()}"'


def xml_daftar(butir: Sequence[BarisDaftar], perintah: str) -> list[str]:
    """The paragraphs of a list; Word renews it where a field makes it, other programs show it as it is."""
    buka, tutup = (bidang.bidang_buka(perintah), bidang.BIDANG_TUTUP) if perintah else ("", "")
    if not butir:
        return [f"<w:p {NS}>{buka}{bidang.potong(KOSONG)}{tutup}</w:p>"]
    hasil = []
    if perintah == perintah_isi("isi"):
        gaya = f'<w:pPr><w:pStyle w:val="{butir[0].gaya}"/></w:pPr>'
        hasil.append(f"<w:p {NS}>{gaya}{buka}{bidang.potong(PETUNJUK, SIFAT_PETUNJUK)}</w:p>")
        buka = ""
    for i, b in enumerate(butir):
        isi = bidang.potong(b.teks)
        if b.penanda:
            halaman = bidang.bidang(f"PAGEREF {b.penanda} {HALAMAN_TAUTAN}")
            isi = bidang.tautan(b.penanda, f"{isi}<w:r><w:tab/></w:r>{halaman}")
        awal, akhir = buka if i == 0 else "", tutup if i == len(butir) - 1 else ""
        hasil.append(f'<w:p {NS}><w:pPr><w:pStyle w:val="{b.gaya}"/></w:pPr>{awal}{isi}{akhir}</w:p>')
    return hasil


def segarkan(dok: Dokumen, data: bytes, pindahan: Pindahan, gaya: dict[str, str], daftar: dict[str, str]) -> bytes:
    """Counts of captions and placeholders, then the lists, as the document now stands; what is right stays byte for byte.

    gaya: names of paragraph styles by id; daftar: ids of the lists by what they list.
    """
    peta = petakan(data, dok.utama, dok.nama)
    data = terapkan(data, list(hitung_ulang(peta, dok)))
    peta = petakan(data, dok.utama, dok.nama)
    ubahan: list[Ubahan] = []
    for isi, id_ in daftar.items():
        butir, perintah = list(_butir(peta, dok, gaya, isi)), perintah_isi(isi)
        unsur = _unsur_daftar(peta, perintah) or [u for u in peta.unsur if any(t.id == id_ for t in u.tanda)]
        if not unsur or _sama([teks_unsur(u.e, dok.media, bidang=True) for u in unsur], butir):
            continue
        baru = [etree.fromstring(x) for x in xml_daftar(butir, perintah)]
        tandai_unsur(baru, id_, 0, lambda _: None)
        ubahan.append((unsur[0].petak.awal, unsur[0].petak.akhir, b"".join(map(pindahan.bawa, baru))))
        ubahan += [(u.petak.awal, u.petak.akhir, b"") for u in unsur[1:]]
    return terapkan(data, ubahan)


def _sama(tertulis: Sequence[str], butir: Sequence[BarisDaftar]) -> bool:
    """Do the lines say it already, page numbers aside?"""
    harap = [rapikan_spasi(b.teks) for b in butir] or [KOSONG]
    ada = [x for x in map(rapikan_spasi, tertulis) if x != PETUNJUK]
    while ada and not ada[-1]:  # Word ends a list with an empty paragraph
        ada.pop()
    return len(ada) == len(harap) and all(
        a.startswith(h) and _HALAMAN.fullmatch(a[len(h) :]) for a, h in zip(ada, harap, strict=True)
    )


# --- what stands in a document


def _butir(peta: Peta, dok: Dokumen, gaya: dict[str, str], isi: str) -> Iterator[BarisDaftar]:
    """Lines of a list in the order of the document."""
    judul, nomor = "Sampul", 0
    for u in peta.unsur:
        if u.e.tag != w("p"):
            continue
        nama = _gaya(u.e, gaya)
        m = _JUDUL.fullmatch(nama)
        if m:
            judul = _teks(u, dok)
            if isi == "isi" and judul:
                yield BarisDaftar(_penanda(u.e, "_Toc"), judul, GAYA_ISI.format(m[1]))
        elif isi in ("tabel", "gambar") and any(n == isi.capitalize() for n, *_ in bidang_seq(u.e)):
            yield BarisDaftar(_penanda(u.e, "_Toc"), _teks(u, dok), GAYA_DAFTAR)
        elif isi == "isian" and nama == "isian" and (k := _ISIAN.fullmatch(_teks(u, dok))):
            nomor += 1
            yield BarisDaftar(_penanda(u.e, "isian_"), f"{nomor}. {k[1]} ({judul})", GAYA_DAFTAR)


def _teks(u: Unsur, dok: Dokumen) -> str:
    return rapikan_spasi(teks_unsur(u.e, dok.media, bidang=True))


def _gaya(p: Elemen, gaya: dict[str, str]) -> str:
    x = p.find(f"{w('pPr')}/{w('pStyle')}")
    return kunci_gaya(gaya.get(x.get(w("val"), ""), "")) if x is not None else ""


def _penanda(p: Elemen, awalan: str) -> str:
    nama = (x.get(w("name"), "") for x in p.iter(w("bookmarkStart")))
    return next((n for n in nama if n.startswith(awalan)), "")


def _unsur_daftar(peta: Peta, perintah: str) -> list[Unsur]:
    """The paragraphs of the field with this command, from its beginning to its end; none where there is no such field."""
    hasil: list[Unsur] = []
    dalam, mulai = 0, 0
    for u in peta.unsur:
        for x in u.e.iter(w("fldChar"), w("instrText")):
            if x.tag == w("instrText"):
                if perintah and not mulai and _perintah(x.text or "") == _perintah(perintah):
                    mulai = dalam
            elif x.get(w("fldCharType")) == "begin":
                dalam += 1
            elif x.get(w("fldCharType")) == "end":
                if mulai and dalam == mulai:
                    return [*hasil, u]
                dalam -= 1
        if mulai:
            hasil.append(u)
    return []


def _perintah(teks: str) -> str:
    """What a list is made of: LibreOffice orders the other switches otherwise, or drops them."""
    m = re.search(r'\\c "([^"]*)"', teks)
    return teks.split()[0] + (f" {m[1]}" if m else "") if teks.strip() else ""
