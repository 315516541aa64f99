"""Moving columns and rows of a sheet: everything in the workbook that points there goes on pointing to the same content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lkjip_xl.buku.bagian import buang_bagian, buang_rantai_hitung
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.geser_byte import BarisByte
from lkjip_xl.buku.geser_lembar import geser_gambar, geser_isi, geser_komentar, geser_tabel, geser_vml
from lkjip_xl.buku.lembar_terpisah import dengan_baris
from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Paket, SheetInfo
from lkjip_xl.buku.pindah import PetaPindah, Pindah, geser_rumus
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.sandi import teks_berpotong
from lkjip_xl.buku.urai_polos import kerangka_polos
from lkjip_xl.buku.xmlaman import Elemen, bilangan, induk_dari, q, rangkai, urai, wajib

# elements that hold a formula as their text, wherever they stand (cells, rules, charts, sparklines, tables, VML)
_TAG_RUMUS = frozenset(
    {"f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula", "FmlaLink", "FmlaRange",
     "FmlaTxbx", "FmlaGroup", "oddFormula", "sqrefFormula"}
)  # fmt: skip
_ATRIBUT_RUMUS = frozenset({"textlink", "fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"})
_TUJUAN = re.compile(r"#?(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!")
_XML = (".xml", ".vml")


@dataclass(frozen=True, slots=True)
class TakIkut:
    """Something that points to moved content and could not follow: where it stands and what it says."""

    lembar: str
    tempat: str
    teks: str


def geser(paket: Paket, pindah: Iterable[Pindah]) -> list[TakIkut]:
    """Move columns and rows of sheets, rename sheets, and let all formulas, names, rules, charts, links follow.

    Returns what could not follow: texts inside formulas that name a moved sheet (INDIRECT), ranges whose columns no
    longer stand together, tables that became plain ranges, links to removed columns.
    """
    peta = PetaPindah(p for p in pindah if p.menggeser or p.nama)
    if not list(peta):
        return []
    daftar = paket.lembar()
    hilang = [p.lembar for p in peta if _cari(daftar, p.lembar) is None]
    if hilang:
        raise KeyError(f"no sheet {hilang[0]!r}")
    tak_ikut: list[TakIkut] = []
    pemilik = _pemilik(paket, daftar)
    for info in daftar.values():
        if info.jenis == "worksheet":
            _geser_lembar(paket, info, peta, tak_ikut)
    sudah = {i.part for i in daftar.values()} | {paket.bagian_buku}
    for bagian in paket.daftar():
        if bagian in sudah or not bagian.lower().endswith(_XML) or bagian.startswith("customXml/"):
            continue
        _geser_bagian(paket, bagian, pemilik.get(bagian), peta, tak_ikut)
    _geser_nama(paket, list(daftar), peta, tak_ikut)
    buang_rantai_hitung(paket)
    return tak_ikut


def _cari(daftar: dict[str, SheetInfo], nama: str) -> SheetInfo | None:
    return next((i for n, i in daftar.items() if n.casefold() == nama.casefold()), None)


def _pemilik(paket: Paket, daftar: dict[str, SheetInfo]) -> dict[str, str]:
    """Sheet a part hangs on, directly or through a drawing."""
    hasil: dict[str, str] = {}
    for nama, info in daftar.items():
        antre = [info.part]
        while antre:
            for h in Relasi(paket, antre.pop()).semua():
                if not h.luar and h.tujuan in paket and h.tujuan not in hasil:
                    hasil[h.tujuan] = nama
                    antre.append(h.tujuan)
    return hasil


# -- sheets ---------------------------------------------------------------------------------------------------------


def _geser_lembar(paket: Paket, info: SheetInfo, peta: PetaPindah, tak_ikut: list[TakIkut]) -> None:
    sini = peta.ambil(info.name)
    bergerak = sini if sini is not None and sini.menggeser else None
    if bergerak is None and not _menyebut(paket.baca(info.part), peta):
        return
    if _geser_byte(paket, info, bergerak, peta, tak_ikut):
        return
    akar = paket.xml(info.part)
    LembarXml(akar).urai_semua()  # their references no longer move alike
    berubah = _geser_rumus_di(akar, info.name, peta, tak_ikut)
    if bergerak is not None:
        tak_ikut += [TakIkut(info.name, tempat, teks) for tempat, teks in geser_isi(akar, bergerak)]
        berubah = True
    if berubah:
        paket.ganti(info.part, rangkai(akar))


def _geser_byte(
    paket: Paket, info: SheetInfo, bergerak: Pindah | None, peta: PetaPindah, tak_ikut: list[TakIkut]
) -> bool:
    """The same with the rows in their bytes, without the tree of all cells; False where they are written in another way."""
    data = paket.baca(info.part)
    kerangka = kerangka_polos(data)
    if kerangka is None or not BarisByte.dapat(data):
        return False
    masalah: list[TakIkut] = []

    def rumus(teks: str, tempat: str) -> tuple[str, bool]:
        hasil = geser_rumus(teks, info.name, peta)
        masalah.extend(TakIkut(info.name, tempat, m) for m in hasil.masalah)
        return hasil.teks, not hasil.masalah

    badan = BarisByte(rumus, peta.langkah, bergerak)
    baris = badan.geser(data)
    if baris is None:
        return False
    tak_ikut += masalah
    akar = urai(kerangka, info.part, paket.nama)
    berubah = _geser_rumus_di(akar, info.name, peta, tak_ikut)
    if bergerak is not None:
        tak_ikut += [TakIkut(info.name, *x) for x in geser_isi(akar, bergerak, badan.daerah)]
    if berubah or bergerak is not None or badan.berubah:
        paket.ganti(info.part, dengan_baris(akar, baris))
    return True


def _menyebut(data: bytes, peta: PetaPindah) -> bool:
    """May a part refer to a sheet that changes?"""
    return any(peta.menyebut(x.replace("&apos;", "'")) for x in teks_berpotong(data))


def _geser_rumus_di(akar: Elemen, lembar: str | None, peta: PetaPindah, tak_ikut: list[TakIkut]) -> bool:
    """Every formula and link below an element; tells whether one changed."""
    berubah = False
    for e in akar.iter("{*}*"):
        nama = e.tag.rpartition("}")[2]
        if nama in _TAG_RUMUS and e.text:
            berubah |= _ganti(e.text, lembar, _tempat(e), peta, tak_ikut, lambda t, e=e: setattr(e, "text", t))
        elif nama == "hyperlink" and (tujuan := e.get("location")):
            berubah |= _ganti_tautan(tujuan, lembar, _tempat(e), peta, tak_ikut, lambda t, e=e: e.set("location", t))
        elif nama == "worksheetSource" or nama == "dataRef":
            berubah |= _geser_sumber(e, peta, tak_ikut)
        for atribut in _ATRIBUT_RUMUS.intersection(e.attrib):
            teks = wajib(e, atribut)
            berubah |= _ganti(teks, lembar, atribut, peta, tak_ikut, lambda t, e=e, a=atribut: e.set(a, t))
    return berubah


def _tempat(e: Elemen) -> str:
    """Cell or range an element belongs to, for the list of what could not follow."""
    for x in (e, *e.iterancestors()):
        for atribut in ("r", "sqref", "ref"):
            if teks := x.get(atribut):
                return teks
    return ""


def _ganti(teks: str, lembar: str | None, tempat: str, peta: PetaPindah, tak_ikut: list[TakIkut],
           tulis: Callable[[str], None]) -> bool:  # fmt: skip
    depan = "=" if teks.startswith("=") else ""
    hasil = geser_rumus(teks.removeprefix("="), lembar, peta)
    tak_ikut += [TakIkut(lembar or "", tempat, m) for m in hasil.masalah]
    if depan + hasil.teks == teks:
        return False
    tulis(depan + hasil.teks)
    return True


def _ganti_tautan(teks: str, lembar: str | None, tempat: str, peta: PetaPindah, tak_ikut: list[TakIkut],
                  tulis: Callable[[str], None]) -> bool:  # fmt: skip
    """A link's target reads like a reference, with an optional # before it."""
    pagar = "#" if teks.startswith("#") else ""
    if not _TUJUAN.match(teks):
        return False
    return _ganti(teks.removeprefix("#"), lembar, tempat, peta, tak_ikut, lambda t: tulis(pagar + t))


def _geser_sumber(e: Elemen, peta: PetaPindah, tak_ikut: list[TakIkut]) -> bool:
    """Source of a pivot table or consolidation: sheet and range in attributes of their own."""
    p = peta.ambil(e.get("sheet", ""))
    if p is None:
        return False
    if ref := e.get("ref"):
        hasil = geser_rumus(ref, p.lembar, peta)
        tak_ikut += [TakIkut(p.lembar, "pivot", m) for m in hasil.masalah]
        e.set("ref", hasil.teks)
    if p.nama:
        e.set("sheet", p.nama)
    return True


# -- other parts ----------------------------------------------------------------------------------------------------


def _geser_bagian(paket: Paket, bagian: str, lembar: str | None, peta: PetaPindah, tak_ikut: list[TakIkut]) -> None:
    p = peta.ambil(lembar) if lembar is not None else None
    bergerak = p if p is not None and p.menggeser else None
    if bergerak is None and not _menyebut(paket.baca(bagian), peta):
        return
    akar = paket.xml(bagian)
    berubah = _geser_rumus_di(akar, lembar, peta, tak_ikut)
    if lembar is not None and bergerak is not None:
        for kerja in (geser_komentar, geser_gambar, geser_vml):
            berubah |= kerja(akar, bergerak)
        masalah = geser_tabel(akar, bergerak)
        if masalah is not None:
            _lepas_tabel(paket, bagian, lembar, masalah, tak_ikut) if masalah else paket.ganti(bagian, rangkai(akar))
            return
    if berubah:
        paket.ganti(bagian, rangkai(akar))


def _lepas_tabel(paket: Paket, bagian: str, lembar: str, nama: str, tak_ikut: list[TakIkut]) -> None:
    """A table whose columns were torn apart becomes a plain range: with a wrong range Excel calls the file damaged."""
    info = _cari(paket.lembar(), lembar)
    if info is None:
        raise GalatBerkas("BK-15", berkas=paket.nama, lembar=lembar)
    relasi = Relasi(paket, info.part)
    rid = next(h.id for h in relasi.semua() if h.tujuan == bagian)
    akar = paket.xml(info.part)
    for e in list(akar.iter(q("tablePart"))):
        if rid in e.attrib.values():
            induk = induk_dari(e)
            induk.remove(e)
            induk.set("count", str(len(induk)))
            if not len(induk):
                induk_dari(induk).remove(induk)
    paket.ganti(info.part, rangkai(akar))
    relasi.hapus(rid)
    relasi.simpan()
    buang_bagian(paket, bagian)
    tak_ikut.append(TakIkut(lembar, nama, "tabel menjadi rentang biasa"))


# -- names ----------------------------------------------------------------------------------------------------------


def _geser_nama(paket: Paket, urut: list[str], peta: PetaPindah, tak_ikut: list[TakIkut]) -> None:
    buku = BukuXml(paket)
    for e, teks in list(_nama_berisi(buku)):
        lokal = bilangan(e, "localSheetId", -1)
        di = urut[lokal] if 0 <= lokal < len(urut) else None
        hasil = geser_rumus(teks, None, peta, hanya_tetap=True)
        tak_ikut += [TakIkut(di or "", e.get("name", ""), m) for m in hasil.masalah]
        e.text = hasil.teks
    for p in peta:
        if p.nama:
            buku.ganti_judul(p.lembar, p.nama)
    buku.simpan()


def _nama_berisi(buku: BukuXml) -> Iterator[tuple[Elemen, str]]:
    for e in buku.semua_nama():
        if e.text:
            yield e, e.text
