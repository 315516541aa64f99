"""Grafting: sheets built elsewhere put into somebody's workbook, of which every other part stays as it is."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lxml import etree

from lkjip_xl.buku import pertahankan
from lkjip_xl.buku.baca import teks_bersama
from lkjip_xl.buku.bagian import buang_bagian, buang_rantai_hitung, buang_yatim, nama_segar, salin_hubungan
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.dari_openpyxl import byte_sementara, rapikan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.gambar_lembar import GambarPengguna, bagian_gambar, gambar_pengguna, satukan
from lkjip_xl.buku.gaya import Gaya, PetaGaya
from lkjip_xl.buku.hitung_muat import minta_bila_dirujuk
from lkjip_xl.buku.lembar_terpisah import LembarTerpisah, sebaris
from lkjip_xl.buku.lembar_xml import URUTAN
from lkjip_xl.buku.paket import Paket, SheetInfo
from lkjip_xl.buku.pertahankan import PIVOT
from lkjip_xl.buku.potongan import sekitar
from lkjip_xl.buku.relasi import JenisIsi, Relasi, jenis_relasi
from lkjip_xl.buku.xmlaman import (
    KESERASIAN,
    RELASI_DOK,
    RID,
    Elemen,
    lepas_sifat,
    q,
    rusak,
    sifat,
    sisip,
    sisip_semua,
    urai,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

_JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_GAMBAR = ("drawing", "picture")
_TOMBOL = ("legacyDrawing", "oleObjects", "controls")  # notes and form controls share one VML part
_PANDANG = ("zoomScale", "zoomScaleNormal", "zoomScaleSheetLayoutView", "zoomScalePageLayoutView")
_CATATAN = frozenset({"comments", "threadedComment"})
# what a sheet names by id, so that nobody uses one it does not name; and pivot tables, of which the caller knows
_BERACUAN = frozenset({
    "drawing", "vmlDrawing", "image", "hyperlink", "table", "ctrlProp", "control", "oleObject", "package", "printerSettings",
    "customProperty", "slicer", "timeline", PIVOT,
})  # fmt: skip
_IGNORABLE = f"{{{KESERASIAN}}}Ignorable"
_ID_RELASI = f"{{{RELASI_DOK}}}"


@dataclass(frozen=True, slots=True)
class Tinggal:
    """What stays of a sheet that is replaced: cells (row, column) and tables (relationship ids)."""

    sel: Collection[tuple[int, int]] = ()
    tabel: Collection[str] = ()


def cangkok(
    paket: Paket,
    wb: Workbook | Paket,
    *,
    ganti: Iterable[str] | None = None,
    sesudah: str | None = None,
    tinggal: Mapping[str, Tinggal] | None = None,
    diketahui: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Put sheets of a freshly built workbook into a package, all of them or those named in `ganti`.

    A sheet of the same name is replaced where it stands: part name, sheetId, code name, visibility, notes and
    buttons of the package's version stay, and so do pictures, rules, drop-downs, extensions and the print set-up.
    tinggal: by sheet, the cells and tables of the package's version that the new one leaves room for. Others are added behind the sheet `sesudah`, else at the end. Besides those sheets and what they bring along, only
    styles, the workbook part, its relationships and the content types change, and the calculation chain goes.
    diketahui: formula cells (by sheet, A1) that read these sheets and get new values from the caller.
    """
    asal = wb if isinstance(wb, Paket) else _paket_dari(wb)
    sumber, pilih = asal.lembar(), None if ganti is None else set(ganti)
    if pilih is not None and (hilang := pilih - sumber.keys()):
        raise GalatBerkas("BK-15", berkas=asal.nama, lembar=min(hilang))
    gaya = Gaya(paket)
    bagian_gaya = asal.bagian_terkait("styles")
    peta = PetaGaya(gaya, asal.xml(bagian_gaya)) if bagian_gaya else None
    teks = teks_bersama(asal)
    if sesudah is not None and sesudah.casefold() not in map(str.casefold, paket.lembar()):
        sesudah = None
    for nama, info in sumber.items():
        if pilih is not None and nama not in pilih:
            continue
        tetap = (tinggal or {}).get(nama, Tinggal())
        lembar = LembarTerpisah.dari(asal, info.part, utuh=bool(tetap.sel))
        if peta is not None:
            lembar.alihkan_gaya(peta)
        sebaris(lembar.akar, teks)
        lama = _cari(paket, nama)
        if lama is None:
            _tambah(paket, asal, info, lembar, sesudah)
            sesudah = nama if sesudah is not None else None
        else:
            _ganti(paket, asal, info, lembar, lama, tetap)
        _nama_lokal(paket, asal, nama)
    gaya.simpan()
    buang_rantai_hitung(paket)
    minta_bila_dirujuk(paket, sumber.keys() if pilih is None else pilih, diketahui)


def hapus_lembar(paket: Paket, nama: str) -> None:
    """Remove a sheet with its parts, its defined names and those that point to it; BK-15 if there is none."""
    info = _cari(paket, nama)
    if info is None:
        raise GalatBerkas("BK-15", berkas=paket.nama, lembar=nama)
    minta_bila_dirujuk(paket, [nama])
    buku = BukuXml(paket)
    buku.hapus_lembar(nama)
    buku.simpan()
    relasi = Relasi(paket, paket.bagian_buku)
    relasi.hapus(info.rId)
    relasi.simpan()
    anak = [h.tujuan for h in Relasi(paket, info.part).semua() if not h.luar]
    buang_bagian(paket, info.part)
    buang_yatim(paket, anak)
    buang_rantai_hitung(paket)


def _paket_dari(wb: Workbook) -> Paket:
    paket = Paket.dari_bytes(byte_sementara(wb))
    rapikan(paket)
    return paket


def _cari(paket: Paket, nama: str) -> SheetInfo | None:
    return next((i for n, i in paket.lembar().items() if n.casefold() == nama.casefold()), None)


def _tambah(paket: Paket, asal: Paket, info: SheetInfo, lembar: LembarTerpisah, sesudah: str | None) -> None:
    folder = paket.bagian_buku.rpartition("/")[0]
    bagian = nama_segar(paket, f"{folder}/worksheets/sheet1.xml".lstrip("/"))
    paket.ganti(bagian, b"")  # takes the name before parts that come along look for theirs
    salin_hubungan(asal, info.part, paket, bagian, lembar.akar)
    _pilih(lembar.akar, None)
    paket.ganti(bagian, lembar.rangkai())
    jenis = JenisIsi(paket)
    jenis.atur(bagian, _JENIS)
    jenis.simpan()
    relasi = Relasi(paket, paket.bagian_buku)
    rid = relasi.tambah(jenis_relasi("worksheet"), bagian)
    relasi.simpan()
    buku = BukuXml(paket)
    buku.sisip_lembar(info.name, rid, info.state, sesudah)
    buku.simpan()


def _ganti(
    paket: Paket, asal: Paket, info: SheetInfo, lembar: LembarTerpisah, lama: SheetInfo, tinggal: Tinggal
) -> None:
    if lama.jenis != "worksheet":
        raise GalatBerkas("BK-67", berkas=paket.nama, lembar=lama.name)
    akar = lembar.akar
    akar_lama = paket.xml(lama.part) if tinggal.sel else sekitar(paket, lama.part)
    simpan = _yang_tinggal(akar_lama, akar)
    pertahankan.buang_cetak(akar, simpan)
    gambar = _gambar_pengguna(paket, asal, info, akar, lama, akar_lama)
    tautan = pertahankan.tautan_tetap(akar_lama, tinggal.sel)
    dipakai = {
        nilai
        for e in [*simpan, *tautan]
        for x in e.iter("{*}*")
        for n, nilai in sifat(x).items()
        if n.startswith(_ID_RELASI)
    } | set(tinggal.tabel)
    catatan = any(_memuat(e, "legacyDrawing") for e in simpan)
    disebut = {nilai for e in akar_lama.iter("{*}*") for n, nilai in sifat(e).items() if n.startswith(_ID_RELASI)}
    relasi = Relasi(paket, lama.part)
    lepas = []
    for h in relasi.semua():
        tersirat = h.id not in disebut and h.jenis not in _BERACUAN | _CATATAN  # views of a list, cells of an XML map
        if h.id in dipakai or tersirat or (catatan and h.jenis in _CATATAN):
            continue
        relasi.hapus(h.id)
        if not h.luar:
            lepas.append(h.tujuan)
    relasi.simpan()
    buang_yatim(paket, [b for b in lepas if gambar is None or b != gambar.bagian])
    salin_hubungan(asal, info.part, paket, lama.part, akar)
    if gambar is not None:
        satukan(paket, gambar, _gambar_baru(paket, lama.part, akar))
        buang_yatim(paket, [gambar.bagian])
    lebar = max(lembar.kolom() - pertahankan.kolom_tersembunyi(akar), default=0)
    if simpan or tinggal.sel:
        akar = lembar.akar = _satukan_awalan(akar, akar_lama, lama.part, paket.nama)
    salinan = [copy.deepcopy(e) for e in simpan]
    for e in salinan:
        e.tail = None
    sisip_semua(akar, salinan, URUTAN)
    pertahankan.pindahkan_sel(akar_lama, akar, tinggal.sel, lebar)
    pertahankan.tempel(akar, "hyperlinks", tautan)
    pertahankan.tempel(akar, "tableParts", [e for e in akar_lama.iter(q("tablePart")) if e.get(RID) in tinggal.tabel])
    _sifat_lembar(akar, akar_lama)
    _pilih(akar, akar_lama)
    _pandang(akar, akar_lama)
    paket.ganti(lama.part, lembar.rangkai())


def _gambar_pengguna(
    paket: Paket, asal: Paket, info: SheetInfo, akar: Elemen, lama: SheetInfo, akar_lama: Elemen
) -> GambarPengguna | None:
    """The user's pictures and charts where the new sheet brings a drawing of its own; None where there are none."""
    dulu, kini = bagian_gambar(paket, lama.part, akar_lama), bagian_gambar(asal, info.part, akar)
    if dulu is None or kini is None:
        return None
    milik = gambar_pengguna(paket, dulu, asal, kini)
    return milik if milik.jangkar else None


def _yang_tinggal(lama: Elemen, baru: Elemen) -> list[Elemen]:
    """Elements of the old sheet to keep: drawing, notes, buttons, rules and more, each unless the new one has its own."""
    tag = [x for x in _GAMBAR if not any(_memuat(e, x) for e in baru)]
    if not any(_memuat(e, x) for e in baru for x in _TOMBOL):
        tag += _TOMBOL
    tetap = pertahankan.elemen_tetap(lama, baru)
    return [e for e in lama if e in tetap or any(_memuat(e, x) for x in tag)]


def _gambar_baru(paket: Paket, lembar: str, akar: Elemen) -> str:
    """The drawing part of a sheet that has one; the user's pictures go there."""
    bagian = bagian_gambar(paket, lembar, akar)
    if bagian is None:
        raise rusak(akar)
    return bagian


def _memuat(e: Elemen, nama: str) -> bool:
    """Tell whether an element is of that name, or the mc:AlternateContent around one (Excel wraps its controls)."""
    if e.tag == f"{{{KESERASIAN}}}AlternateContent":
        return next(e.iter(q(nama)), None) is not None
    return e.tag == q(nama)


def _satukan_awalan(akar: Elemen, lama: Elemen, bagian: str, berkas: str) -> Elemen:
    """The root again with the old root's prefixes declared: kept elements name them in attribute values.

    Written and read again: to hand the cells of a long sheet over to another root takes lxml fifty times as long.
    """
    kurang = {p: u for p, u in lama.nsmap.items() if p is not None and p not in akar.nsmap}
    awal, tutup, isi = etree.tostring(akar, encoding="UTF-8", with_tail=False).partition(b">")
    awalan = "".join(f" xmlns:{p}={quoteattr(u)}" for p, u in kurang.items())
    baru = urai(awal + awalan.encode() + tutup + isi, bagian, berkas)
    if abaikan := lama.get(_IGNORABLE):
        baru.set(_IGNORABLE, abaikan)
    return baru


def _sifat_lembar(akar: Elemen, lama: Elemen) -> None:
    """Keep the code name, by which VBA knows the sheet, and the colour of its tab."""
    dulu = lama.find(q("sheetPr"))
    if dulu is None:
        return
    kode, warna = dulu.get("codeName"), dulu.find(q("tabColor"))
    kini = akar.find(q("sheetPr"))
    if kini is None:
        kini = etree.Element(q("sheetPr"))
        sisip(akar, kini, URUTAN)
    if kode is not None:
        kini.set("codeName", kode)
    if warna is not None:
        for e in kini.findall(q("tabColor")):
            kini.remove(e)
        kini.insert(0, copy.deepcopy(warna))  # the first of its children


def _pilih(akar: Elemen, lama: Elemen | None) -> None:
    """Selected is what was selected before: two selected sheets would be edited together."""
    dulu = lama is not None and any(e.get("tabSelected") in {"1", "true"} for e in lama.iter(q("sheetView")))
    for e in akar.iter(q("sheetView")):
        lepas_sifat(e, "tabSelected")
        if dulu:
            e.set("tabSelected", "1")


def _pandang(akar: Elemen, lama: Elemen) -> None:
    """Keep how large the user looks at the sheet."""
    for e, dulu in zip(akar.iter(q("sheetView")), lama.iter(q("sheetView")), strict=False):
        for nama in _PANDANG:
            if (nilai := dulu.get(nama)) is not None:
                e.set(nama, nilai)


def _nama_lokal(paket: Paket, asal: Paket, nama: str) -> None:
    sumber, buku = BukuXml(asal), BukuXml(paket)
    buku.ganti_nama_lokal(buku.indeks(nama), sumber.nama_lokal(sumber.indeks(nama)))
    buku.simpan()
