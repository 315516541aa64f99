"""Tables of web pages, also those web systems call .xls: as a browser lays them out, with what Excel adds to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from lkjip_xl.buku.batas import SEL_TERISI_MAKS
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.inti.alamat import KOLOM_MAKS
from lkjip_xl.inti.angka import wajar
from lkjip_xl.sumber.bagian import Bagian
from lkjip_xl.sumber.gambar import DEKAT, catatan_gambar, judul_gambar, judul_tabel
from lkjip_xl.sumber.html_baris import baris_tabel, rentang, tabel_luar
from lkjip_xl.sumber.html_gaya import Gaya, bagian_html, dekode
from lkjip_xl.sumber.judul_bawah import BAWAH_MAKS
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.sumber.rapi import Ketikan

UKURAN_MAKS = 64 * 2**20
ATAS_MAKS = 3
_JENIS = "halaman HTML"
_SPASI = re.compile(r"[ \t\r\n\f]+")
_LEWAT = frozenset({"script", "style", "head", "template", "noscript", "title", "iframe", "object", "svg", "math"})
_BLOK = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "ul", "caption",
})  # fmt: skip
_ISIAN_TAMPAK = frozenset({"", "text", "number", "tel", "search", "email", "url", "date", "month", "time"})
_RENTANG_MAKS = 65_534  # rows a cell may span at most (HTML)
_KOLOM_RENTANG_MAKS = 1000  # columns, likewise
_JUDUL = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_Kawasan = tuple[int, int, int, int]


def baca_html(data: bytes, berkas: str, charset: str | None = None) -> Sumber:
    """Tables of a page as grids, nested ones behind those around them; charset: what its sender said, if anything.

    Raises GalatBerkas where it is too large (BK-07, SB-11) or nested beyond all measure (SB-05).
    """
    if len(data) > UKURAN_MAKS:
        raise GalatBerkas("BK-07", berkas=berkas, bagian="", sebab="ukuran")
    pembaca = _Pembaca(berkas)
    for bagian in bagian_html(data):
        pengurai = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
        )
        try:
            akar = etree.fromstring(dekode(bagian, charset).encode("utf-8", "replace"), pengurai)
        except etree.XMLSyntaxError as galat:
            raise GalatBerkas("SB-05", berkas=berkas, jenis=_JENIS, bagian="") from galat
        if any(g.level_name == "FATAL" or "depth" in g.message for g in pengurai.error_log):  # the rest would be lost
            raise GalatBerkas("SB-05", berkas=berkas, jenis=_JENIS, bagian="")
        if akar is not None:
            pembaca.halaman(akar)
    catatan: list[tuple[str, dict[str, object]]] = []
    if pembaca.tersembunyi:
        catatan.append(("SB-12", {"jumlah": pembaca.tersembunyi}))
    catatan += (x for k in pembaca.kisi() for x in _sebagian_sembunyi(k))
    catatan += catatan_gambar(pembaca.gambar)
    return Sumber(berkas, pembaca.kisi(), catatan, alinea=None)


def _sebagian_sembunyi(k: Kisi) -> Iterator[tuple[str, dict[str, object]]]:
    """What is said of a table of which some rows or columns are hidden; of a page of tabs all of every table is but of one."""
    baris, kolom = ({t[i] for t in k.sel} for i in (0, 1))
    jumlah = len(baris & k.baris_tersembunyi), len(kolom & k.kolom_tersembunyi)
    if any(jumlah) and jumlah[0] < len(baris):
        yield "SB-21", {"lembar": f"tabel {k.nomor}", "baris": jumlah[0], "kolom": jumlah[1]}


class _Pembaca:
    """Walks pages; every table takes its number when it begins."""

    def __init__(self, berkas: str) -> None:
        self._berkas = berkas
        self._kisi: list[Kisi | None] = []
        self._warisan: tuple[str, ...] = ()
        self._bagian = Bagian()
        self.gambar: list[tuple[str, str]] = []  # place and caption of those in place of a table
        self._citra = 0
        self._tunggu: tuple[int, str] | None = None  # a picture, and the text before it
        self._dibagi: set[str] = set()  # headings since the last table
        self._terakhir: int | None = None  # the table whose texts below are still to come
        self._jumlah = self.tersembunyi = 0

    def kisi(self) -> list[Kisi]:
        """The grids that hold anything, in order."""
        return [k for k in self._kisi if k is not None]

    def halaman(self, akar: Elemen) -> None:
        """Read a page."""
        self._gaya = Gaya(akar)
        self._badan = Ketikan()
        self._warisan = ()
        self._isi(akar, self._badan, False, False)
        self._putuskan_gambar()
        self._beri_bawah(self._badan.hasil()[0])

    def _isi(self, e: Elemen, ke: Ketikan, atas: bool, utuh: bool) -> None:
        self._teks(e.text, ke, atas, utuh)
        for c in e:
            if isinstance(c.tag, str):
                self._elemen(c, ke, atas, utuh)
            self._teks(c.tail, ke, atas, utuh)

    def _teks(self, teks: str | None, ke: Ketikan, atas: bool, utuh: bool) -> None:
        if teks:
            ke.tambah(teks if utuh else _SPASI.sub(" ", teks), atas=atas)

    def _elemen(self, e: Elemen, ke: Ketikan, atas: bool, utuh: bool) -> None:
        tag = e.tag
        if tag in _LEWAT:
            return
        if tag == "table":
            self._tabel_di(e, ke)
        elif self._gaya.tersembunyi(e):
            self._tandai(e, ke)
            for t in tabel_luar(e) if ke is self._badan else ():  # a page of tabs shows one of them at a time
                self._tabel(t, (), sembunyi=True)
        elif tag == "img":
            self._lihat_gambar(ke)
        elif tag == "br":
            ke.tambah("\n")
        elif tag in ("input", "select", "textarea"):
            ke.tambah(_isian(e))
        else:
            if tag in _BLOK:
                ke.tambah("\n")
            self._isi(e, ke, atas or self._gaya.naik(e), utuh or tag == "pre")
            if tag in _JUDUL and ke is self._badan:
                teks = ke.hasil()[0].rpartition("\n")[2]
                self._bagian.lihat(teks, int(tag[1]) - 1)
                self._dibagi.add(teks)
            if tag in _BLOK:
                ke.tambah("\n")

    def _lihat_gambar(self, ke: Ketikan) -> None:
        self._citra += 1
        teks = ke.hasil()[0]
        if ke is self._badan:
            self._putuskan_gambar()
            self._tunggu = self._citra, teks
        elif judul := judul_tabel(teks.split("\n")):
            self.gambar.append((f"gambar {self._citra}", judul))

    def _putuskan_gambar(self, *, tabel: bool = False) -> None:
        """A picture of the page that waits for what follows it: texts, and whether a table does."""
        if self._tunggu is None:
            return
        nomor, sebelum = self._tunggu
        self._tunggu = None
        sesudah = [x for x in self._badan.hasil()[0][len(sebelum) :].split("\n") if x.strip()]
        menyusul = tabel and len(sesudah) < DEKAT
        if judul := judul_gambar(sebelum.split("\n"), sesudah[0] if sesudah else "", tabel_menyusul=menyusul):
            self.gambar.append((f"gambar {nomor}", judul))

    def _tandai(self, e: Elemen, ke: Ketikan | None = None) -> None:
        """Count a hidden piece, unless all its text stands in tables that are read."""
        tabel = {t for i in tabel_luar(e) for t in i.itertext()} if ke is self._badan else ()
        self.tersembunyi += any(str(t).strip() and t not in tabel for t in e.itertext())

    def _tabel_di(self, e: Elemen, ke: Ketikan) -> None:
        """A table in the text of a page or cell: what stands above it is its title."""
        sebelum = ke.hasil()[0]
        atas = tuple(sebelum.split("\n")[-ATAS_MAKS:]) if sebelum else self._warisan
        if ke is self._badan:
            self._beri_bawah(sebelum)
            self._putuskan_gambar(tabel=True)
            self._bagian.lihat_semua(x for x in sebelum.split("\n") if x not in self._dibagi)
            self._dibagi.clear()
        ke.tambah("\n")
        mulai = len(self._kisi)
        self._tabel(e, atas)
        if ke is self._badan and any(self._kisi[mulai:]):
            self._badan.kosongkan()
            self._terakhir = mulai

    def _beri_bawah(self, teks: str) -> None:
        """The first texts below the last table of the page."""
        if self._terakhir is not None and (k := self._kisi[self._terakhir]) is not None:
            self._kisi[self._terakhir] = replace(k, bawah=tuple(x for x in teks.split("\n") if x.strip())[:BAWAH_MAKS])
        self._terakhir = None

    def _tabel(self, tabel: Elemen, atas: tuple[str, ...], *, sembunyi: bool = False) -> None:
        tempat, luar = len(self._kisi), sembunyi or self._gaya.tersembunyi(tabel)
        self._kisi.append(None)
        for judul in tabel.iterchildren("caption"):
            k = Ketikan()
            self._isi(judul, k, False, False)
            atas = (*atas, *filter(None, k.hasil()[0].split("\n")))
        self._warisan = atas
        baris = list(baris_tabel(tabel))
        letak, kolom_sembunyi = self._susun(baris)
        sel: dict[tuple[int, int], SelAsing] = {}
        for (b1, k1, _, _), td in letak:
            isi = self._sel(td)
            if isi is not None:
                sel[b1, k1] = isi
                self._warisan = ()
                self._jumlah += 1
        if self._jumlah > SEL_TERISI_MAKS:
            raise GalatBerkas("SB-11", berkas=self._berkas, batas=SEL_TERISI_MAKS)
        if not sel:
            return
        gabung = tuple(k for k, _ in letak if k[:2] != k[2:])
        tak_tampak = frozenset(n for n, (_, b) in enumerate(baris, 1) if luar or self._baris_sembunyi(b))
        self._kisi[tempat] = Kisi(
            self._berkas,
            "",
            tempat + 1,
            sel,
            gabung,
            atas,
            tak_tampak,
            frozenset(kolom_sembunyi) | self._kolom_sembunyi(tabel),
            bagian=self._bagian.kini,
        )

    def _baris_sembunyi(self, sel: list[Elemen]) -> bool:
        """Whether a row, or the group it stands in, is not shown."""
        for e in sel[0].iterancestors() if sel else ():
            if e.tag == "table":
                return False
            if self._gaya.tersembunyi(e):
                return True
        return False

    def _kolom_sembunyi(self, tabel: Elemen) -> frozenset[int]:
        hasil, kolom = set(), 1
        for c in (
            c
            for g in tabel.iterchildren("col", "colgroup")
            for c in (g.iterchildren("col") if g.tag == "colgroup" else (g,))
        ):
            lebar = rentang(c, "span", _KOLOM_RENTANG_MAKS)
            if self._gaya.tersembunyi(c):
                hasil |= set(range(kolom, kolom + lebar))
            kolom += lebar
        return frozenset(hasil)

    def _susun(self, baris: list[tuple[int, list[Elemen]]]) -> tuple[list[tuple[_Kawasan, Elemen]], set[int]]:
        """Cells with the area each takes, and the columns in which all are hidden.

        A hidden cell in a column that is shown takes no place at all: the others of its row move up.
        """
        letak = self._letakkan(baris, frozenset())
        tampak = {(k[1], self._gaya.tersembunyi(td)) for k, td in letak if k[1] == k[3]}
        sembunyi = {k for k, s in tampak if s and (k, False) not in tampak}
        lepas = frozenset(td for k, td in letak if k[1] not in sembunyi and self._gaya.tersembunyi(td))
        for td in lepas:
            self._tandai(td)
        return (self._letakkan(baris, lepas) if lepas else letak), sembunyi

    def _letakkan(
        self, baris: list[tuple[int, list[Elemen]]], lepas: frozenset[Elemen]
    ) -> list[tuple[_Kawasan, Elemen]]:
        akhir_kelompok = {kelompok: b for b, (kelompok, _) in enumerate(baris, 1)}
        sampai: dict[int, int] = {}  # column: last row that a cell from above reaches
        hasil: list[tuple[_Kawasan, Elemen]] = []
        for b, (kelompok, sel) in enumerate(baris, 1):
            kolom = 1
            for td in sel:
                if td in lepas:
                    continue
                while sampai.get(kolom, 0) >= b:
                    kolom += 1
                turun = rentang(td, "rowspan", _RENTANG_MAKS, nol=_RENTANG_MAKS)
                akhir = kolom + rentang(td, "colspan", _KOLOM_RENTANG_MAKS) - 1
                if akhir > KOLOM_MAKS:
                    raise GalatBerkas("SB-11", berkas=self._berkas, batas=KOLOM_MAKS)
                bawah = min(b + turun - 1, akhir_kelompok[kelompok])
                hasil.append(((b, kolom, bawah, akhir), td))
                if bawah > b:
                    sampai |= dict.fromkeys(range(kolom, akhir + 1), bawah)
                kolom = akhir + 1
        return hasil

    def _sel(self, td: Elemen) -> SelAsing | None:
        ketikan = Ketikan()
        self._isi(td, ketikan, self._gaya.naik(td), False)
        teks, atas = ketikan.hasil()
        nilai = _nilai(td.get("x:num") or td.get("sdval"))
        if not teks and not atas and nilai is None:
            return None
        galat = td.get("x:err") is not None
        return SelAsing(teks, nilai, self._gaya.format(td), atas, td.get("x:fmla"), galat)


def _isian(e: Elemen) -> str:
    """What a form field shows."""
    if e.tag == "select":
        pilihan = list(e.iter("option"))
        terpilih = [p for p in pilihan if p.get("selected") is not None] or pilihan[:1]
        return ", ".join(_teks_dalam(p) for p in terpilih)
    if e.tag == "textarea":
        return _teks_dalam(e)
    return (e.get("value") or "") if (e.get("type") or "").lower() in _ISIAN_TAMPAK else ""


def _teks_dalam(e: Elemen) -> str:
    return "".join(str(t) for t in e.itertext())


def _nilai(teks: str | None) -> float | None:
    try:
        x = float(teks or "")
    except ValueError:
        return None
    return x if wajar(x) else None
