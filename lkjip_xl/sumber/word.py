"""Tables of a Word document: the whole body in its order, wherever a table or a text is wrapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lkjip_xl.buku.batas import SEL_TERISI_MAKS
from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket, buka_arsip
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.inti.alamat import KOLOM_MAKS
from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.sumber import kalimat
from lkjip_xl.sumber.bagian import Bagian, berjudul_sasaran
from lkjip_xl.sumber.daftar_program import DaftarTeks
from lkjip_xl.sumber.gambar import catatan_daftar, catatan_gambar, judul_gambar, judul_tabel
from lkjip_xl.sumber.judul_bawah import BAWAH_MAKS, judul_di_bawah
from lkjip_xl.sumber.model import Alinea, Kisi, SelAsing, Sumber
from lkjip_xl.sumber.rapi import Ketikan
from lkjip_xl.sumber.word_gaya import Gaya, Penomoran
from lkjip_xl.sumber.word_teks import RUJUKAN, PembacaTeks, tak_dibaca
from lkjip_xl.sumber.word_xml import anak, bulat, isi, nama, nyala, rata

BAGIAN_MAKS = 64 * 2**20
ATAS_MAKS = 3  # texts above a table that may be its title
KAKI_MAKS = 120  # letters of a note that are told
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_SANDI = "EncryptedPackage".encode("utf-16-le")
_TEPI = frozenset({"header", "footer", "footnotes", "endnotes"})
_JENIS = "dokumen Word (.docx)"


def baca_word(path: Path) -> Sumber:
    """Tables of a .docx file as grids, nested ones behind those around them; raises GalatBerkas where it is none."""
    return urai_word(baca_biasa(path), path.name)


def urai_word(data: bytes, berkas: str) -> Sumber:
    """The same for the bytes of a document."""
    if data.startswith(_OLE) and _SANDI in data:
        raise GalatBerkas("SB-04", berkas=berkas)
    if not data.startswith(b"PK"):
        raise GalatBerkas("SB-05", berkas=berkas, jenis=_JENIS, bagian="")
    try:
        paket = Paket(*buka_arsip(data, berkas), berkas)
        dokumen = Relasi(paket, "").tujuan("officeDocument") or "word/document.xml"
        if len(paket.baca(dokumen)) > BAGIAN_MAKS:  # a tree of it takes ten times as much
            raise GalatBerkas("BK-07", berkas=berkas, bagian=dokumen, sebab="ukuran")
        badan = anak(paket.xml(dokumen), "body")
        tepi = _tabel_tepi(paket, dokumen)
        bantu = {jenis: _bantu(paket, dokumen, jenis) for jenis in ("styles", "numbering")}
    except GalatBerkas as galat:
        if galat.kode == "BK-06":  # says what to do in Excel
            raise GalatBerkas("SB-05", berkas=berkas, jenis=_JENIS, bagian=galat.isi["bagian"]) from galat
        raise
    if badan is None:
        raise GalatBerkas("SB-05", berkas=berkas, jenis=_JENIS, bagian=dokumen)
    gaya = Gaya(bantu["styles"])
    nomor = Penomoran(bantu["numbering"], gaya)
    pembaca = _Pembaca(berkas, PembacaTeks(gaya, nomor, _kaki(paket, dokumen)))
    pembaca.blok(badan, [])
    pembaca.putuskan_gambar("")
    pembaca.tutup_daftar()
    catatan = tak_dibaca(pembaca.teks.hitungan, nomor) + catatan_gambar(pembaca.gambar)
    catatan += catatan_daftar(kalimat.KODE, pembaca.kalimat)
    catatan += pembaca.catatan_kaki()
    if tepi:
        catatan.append(("SB-14", {"jumlah": tepi}))
    return Sumber(berkas, pembaca.kisi(), catatan, tuple(pembaca.alinea))


def _tabel_tepi(paket: Paket, dokumen: str) -> int:
    """How many tables with text stand beside the body: in running heads and feet, in notes."""
    bagian = {h.tujuan for h in Relasi(paket, dokumen).semua() if h.jenis in _TEPI and not h.luar and h.tujuan in paket}
    tabel = (e for b in sorted(bagian) for e in paket.xml(b).iter() if nama(e) == "tbl")
    return sum(any(nama(t) == "t" and (t.text or "").strip() for t in e.iter()) for e in tabel)


def _kaki(paket: Paket, dokumen: str) -> dict[tuple[str, str], str]:
    """The texts of foot and end notes, by the reference to them."""
    hasil: dict[tuple[str, str], str] = {}
    for rujukan, jenis in RUJUKAN.items():
        akar = _bantu(paket, dokumen, jenis)
        for e in akar if akar is not None else ():
            teks = "".join(t.text or "" for t in e.iter() if nama(t) == "t")
            hasil[rujukan, isi(e, "id") or ""] = rapikan_spasi(teks)
    return hasil


def _bantu(paket: Paket, dokumen: str, jenis: str) -> Elemen | None:
    bagian = Relasi(paket, dokumen).tujuan(jenis)
    return paket.xml(bagian) if bagian and bagian in paket else None


@dataclass(slots=True)
class _Bangun:
    """A grid on its way: cells, merged areas, hidden rows, and the areas of the row above that may go on downwards."""

    sel: dict[tuple[int, int], SelAsing] = field(default_factory=dict)
    kawasan: list[list[int]] = field(default_factory=list)
    tersembunyi: set[int] = field(default_factory=set)
    tegak: dict[int, list[int]] = field(default_factory=dict)


class _Pembaca:
    """Walks a body once; every table takes its number when it begins."""

    def __init__(self, berkas: str, teks: PembacaTeks) -> None:
        self._berkas, self.teks = berkas, teks
        self._atas: list[str] = []
        self._kisi: list[Kisi | None] = []
        self._warisan: tuple[str, ...] = ()  # title of a frame, for the table in it
        self._bagian = Bagian()
        self._jumlah = self._paragraf = self._berparagraf = 0
        self._daftar = DaftarTeks((), ())  # lines of a list of programmes so far
        self.gambar: list[tuple[str, str]] = []  # place and caption of those in place of a table
        self.kalimat: list[str] = []  # paragraphs outside of tables that state figures or causes
        self.alinea: list[Alinea] = []
        self._tunggu = ""  # place of one whose caption may stand below it
        self._umum = ""  # the line above it
        self._kaki: dict[int, list[str]] = {}  # notes referred to in a grid, by its place in the list
        self._bawah: dict[int, list[str]] = {}  # the first texts right below a grid, by its place in the list

    def kisi(self) -> list[Kisi]:
        """The grids that hold anything, in order."""
        ada = {i: k for i, k in enumerate(self._kisi) if k is not None}
        bawah = {i: self._bawah.get(i, []) for i in ada}
        return judul_di_bawah(
            [(replace(k, bawah=(*bawah[i], *self._kaki.get(i, ()))), (bawah[i] or [""])[0]) for i, k in ada.items()]
        )

    def catatan_kaki(self) -> Iterator[tuple[str, dict[str, object]]]:
        """What is said once of every grid with notes of Word's own: their texts, which stand in no cell."""
        for i, teks in self._kaki.items():
            if (k := self._kisi[i]) is not None:
                yield "SB-24", {"sel": f"tabel {k.nomor}", "daftar": "; ".join(x[:KAKI_MAKS] for x in teks)}

    def blok(self, induk: Elemen, bidang: list[bool]) -> None:
        """Read paragraphs and tables of a body or text box."""
        sambung = False
        for e in rata(induk, "p", "tbl", "altChunk", "del", "moveFrom"):
            n = nama(e)
            if n == "p":
                ketikan = Ketikan()
                p = self.teks.paragraf(e, ketikan, bidang)
                teks = ketikan.hasil()[0]
                self._bagian.lihat(teks, self.teks.tingkat(e))
                self._lihat_gambar(teks, ada=p.gambar)
                self.alinea.append(Alinea("", f"paragraf {self._paragraf}", teks))
                if not self._lihat_daftar(teks):
                    self._sebut(teks)
                self._tambah_atas(teks, sambung)
                sambung = p.sambung
                for kotak in p.kotak:
                    self.blok(kotak, [])
            elif n == "tbl":
                self.tutup_daftar()
                self._tabel(e, tuple(self._atas[-ATAS_MAKS:]))
            elif n == "altChunk":  # a whole other document, which Word only puts in when it opens this one
                self.teks.hitungan.objek += 1
            else:
                self.teks.hitungan.hapusan += 1

    def _lihat_daftar(self, teks: str) -> bool:
        """A paragraph of the body: is it a line of a list of programmes with their money, or the end of one?"""
        if not teks.strip() or (self._daftar.isi and self._daftar.tambah(self._paragraf, teks)):
            return bool(teks.strip())
        self.tutup_daftar()
        self._daftar = DaftarTeks(tuple(self._atas[-ATAS_MAKS:]), self._bagian.kini)
        return self._daftar.tambah(self._paragraf, teks)

    def tutup_daftar(self) -> None:
        """A list of programmes that ends here: a grid among the others, without a number among the tables, or lines that are told."""
        if (kisi := self._daftar.kisi(self._berkas, "", len(self._kisi) + 1)) is not None:
            self._kisi.append(kisi)
            self._berparagraf += 1
        else:
            for nomor, teks in self._daftar.teks:
                self._sebut(teks, nomor)
        self._daftar = DaftarTeks((), ())

    def _lihat_gambar(self, teks: str, *, ada: bool) -> None:
        """A paragraph of the body: does it show a picture under the caption of a table, or is it the caption of one above?"""
        self._paragraf += 1
        if self._tunggu and teks:
            self.putuskan_gambar(teks)
        if ada and (judul := judul_tabel([*self._atas, *filter(None, [teks])])):
            self.gambar.append((f"paragraf {self._paragraf}", judul))
        elif ada:
            self._tunggu, self._umum = f"paragraf {self._paragraf}", teks or (self._atas[-1] if self._atas else "")

    def putuskan_gambar(self, bawah: str) -> None:
        """A picture that waits: one of a table by the caption below it, or by a sentence above it that announces a table."""
        if self._tunggu and (judul := judul_gambar([self._umum], bawah, tabel_menyusul=False)):
            self.gambar.append((self._tunggu, judul))
        self._tunggu = ""

    def _tambah_atas(self, teks: str, sambung: bool) -> None:
        if sambung and self._atas:
            self._atas[-1] += teks
        elif teks:
            if len(self._atas) < BAWAH_MAKS and self._kisi:
                self._bawah.setdefault(len(self._kisi) - 1, []).append(teks)
            self._atas.append(teks)

    def _tabel(self, tbl: Elemen, atas: tuple[str, ...]) -> None:
        tempat, semula, self._atas = len(self._kisi), self._atas, []
        bagian, self._tunggu = self._bagian.kini, ""  # what a sentence announced is this table
        nomor = tempat + 1 - self._berparagraf
        self._kisi.append(None)
        self._warisan = atas
        t, b, dirujuk = _Bangun(), 0, len(self.teks.rujukan)
        for tr in rata(tbl, "tr"):
            sifat = anak(tr, "trPr")
            if anak(sifat, "del") is not None:  # a deleted row, still shown by "All Markup" only
                self.teks.hitungan.hapusan += 1
                continue
            b += 1
            self.teks.hitungan.sisipan += anak(sifat, "ins") is not None
            if nyala(anak(sifat, "hidden")):
                t.tersembunyi.add(b)
            self._baris(tr, sifat, b, t)
        self._atas = []
        if kaki := self.teks.rujukan[dirujuk:]:
            self._kaki[tempat] = kaki
        if len(t.sel) == 1 and not kaki and berjudul_sasaran(next(iter(t.sel.values())).teks):
            self._atas = semula
            self._bingkai(next(iter(t.sel.values())).teks)
        elif t.sel:
            gabung = tuple((b1, k1, b2, k2) for b1, k1, b2, k2 in t.kawasan if (b1, k1) != (b2, k2))
            sembunyi = frozenset(t.tersembunyi)
            self._kisi[tempat] = Kisi(self._berkas, "", nomor, t.sel, gabung, atas, sembunyi, bagian=bagian)
        elif len(self._kisi) == tempat + 1:  # a frame around a picture takes no title away
            self._atas = semula

    def _bingkai(self, teks: str) -> None:
        """A frame around a sasaran, drawn as a table of one cell: lines of the text like any other."""
        for x in filter(str.strip, teks.split("\n")):
            self._bagian.lihat(x)
            self._sebut(x)
            self._tambah_atas(x, sambung=False)

    def _sebut(self, teks: str, paragraf: int = 0) -> None:
        if kalimat.menyebut_angka(teks) or kalimat.menyebut_sebab(teks):
            self.kalimat.append(f"paragraf {paragraf or self._paragraf} ({rapikan_spasi(teks)[: kalimat.SEBUT]})")

    def _baris(self, tr: Elemen, sifat: Elemen | None, b: int, t: _Bangun) -> None:
        kolom = 1 + max(0, bulat(anak(sifat, "gridBefore"), 0))
        tegak: dict[int, list[int]] = {}
        kiri: list[int] | None = None
        for tc in rata(tr, "tc"):
            sifat_sel = anak(tc, "tcPr")
            akhir = kolom + max(1, bulat(anak(sifat_sel, "gridSpan"), 1)) - 1
            if akhir > KOLOM_MAKS:
                raise GalatBerkas("SB-11", berkas=self._berkas, batas=KOLOM_MAKS)
            sel = self._sel(tc)
            turun, datar = (_lanjut(anak(sifat_sel, j)) for j in ("vMerge", "hMerge"))
            induk = t.tegak.get(kolom)
            if sel is None and turun and induk is not None and induk[3] == akhir:
                induk[2] = b
                tegak[kolom] = kiri = induk
            elif sel is None and datar and kiri is not None:
                kiri[3] = akhir
            else:  # a cell said to be merged that yet holds text is a cell of its own: no text is lost
                kiri = [b, kolom, b, akhir]
                t.kawasan.append(kiri)
                if turun is not None:
                    tegak[kolom] = kiri
            if sel is not None:
                t.sel[b, kolom] = sel
                self._warisan = ()
                self._jumlah += 1
                if self._jumlah > SEL_TERISI_MAKS:
                    raise GalatBerkas("SB-11", berkas=self._berkas, batas=SEL_TERISI_MAKS)
            kolom = akhir + 1
        t.tegak = tegak

    def _sel(self, tc: Elemen) -> SelAsing | None:
        ketikan = Ketikan()
        self._isi_sel(tc, ketikan, [])
        teks, atas = ketikan.hasil()
        return SelAsing(teks, atas=atas) if teks or atas else None

    def _isi_sel(self, induk: Elemen, ketikan: Ketikan, bidang: list[bool]) -> None:
        """Paragraphs of a cell or of a text box in it; tables inside become grids of their own."""
        for e in rata(induk, "p", "tbl", "altChunk"):
            n = nama(e)
            if n == "p":
                p = self.teks.paragraf(e, ketikan, bidang)
                if not p.sambung:
                    ketikan.tambah("\n")
                for kotak in p.kotak:
                    self._isi_sel(kotak, ketikan, [])
            elif n == "tbl":
                di_atas = ketikan.hasil()[0]
                self._tabel(e, tuple(di_atas.split("\n")[-ATAS_MAKS:]) if di_atas else self._warisan)
            else:
                self.teks.hitungan.objek += 1


def _lanjut(gabung: Elemen | None) -> bool | None:
    """Whether a cell goes on another one (True), begins a merged area (False) or is by itself (None)."""
    return None if gabung is None else isi(gabung) != "restart"
