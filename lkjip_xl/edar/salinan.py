"""A copy of a workbook for sending around: no macros, our calls as native formulas or values alone.

TERBILANG and ANGKA read and write text in ways no native formula can: their cells keep the value alone, as do cells
whose formula would grow beyond what Excel takes, and cells where a call reads a number out of another cell's text.
RUPIAH is native. A target written "90–100" becomes constants in the formula. Text numbers in number columns of the
template's sheets become numbers first. Values beside the formulas are Python's for the template's own formulas and
the stored ones for all others. Every part that holds none of this stays byte for byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from string import ascii_letters
from typing import Literal

from lxml import etree

from lkjip_xl.buku.baca import Buku, baca_buku
from lkjip_xl.buku.bagian import buang_rantai_hitung
from lkjip_xl.buku.cangkok import hapus_lembar
from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import SEKALI, LembarBerpotong
from lkjip_xl.buku.rumus_bersama import RumusBersama
from lkjip_xl.buku.sandi import teks_berpotong, utf8
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.xmlaman import Elemen, induk_dari, lepas_sifat, q, rangkai, wajib
from lkjip_xl.edar.ingatan import PengubahRumus
from lkjip_xl.edar.isi_sel import IsiSel
from lkjip_xl.edar.makro import buang_makro
from lkjip_xl.edar.mesin import pasang_nama
from lkjip_xl.edar.rumus_polos import ubah_polos
from lkjip_xl.edar.rumus_sel import HanyaNilai, RumusAsli, fungsi_asing, menyebut, ubah_rumus
from lkjip_xl.excel.mesin import lepas_lambda
from lkjip_xl.excel.mesin_xlwings import LEMBAR_KONFIGURASI
from lkjip_xl.inti.kemajuan import kabari
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.lembar_kerja import LEMBAR_KERJA
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel.hilang import menurut_rumus, periksa_kolom
from lkjip_xl.tabel.model import Asal, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.tanda import cari_milik
from lkjip_xl.tabel.tembolok import isi_tembolok

HURUF_MAKS = 30_000_000  # of all native formulas of a copy; some 14 million in the examples
_F, _V, _IS, _T = q("f"), q("v"), q("is"), q("t")
_ADA_RUMUS = re.compile(r"<(?:[\w.-]+:)?f[\s/>]")
_BERSAMA = b't="shared"'
_RUMUS_LAIN = tuple(q(x) for x in ("formula", "formula1", "formula2"))


@dataclass(slots=True)
class HasilEdar:
    """What became of the formulas: sheet and address of each cell, by kind.

    asli: written natively; nilai: value alone because of TERBILANG/ANGKA (fungsi), length (panjang), text (teks), a table of
    categories whose size is not known (skala), a copy that would be too large (banyak) or the wish for values (diminta); angka: text that became a number; tanpa_nilai: formulas never computed.
    huruf: letters of the native formulas; dibuang: sheets left out; temuan: what else is to be said (signatures that are lost).
    """

    asli: list[tuple[str, str]] = field(default_factory=list)
    nilai: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    angka: list[tuple[str, str]] = field(default_factory=list)
    tanpa_nilai: list[tuple[str, str]] = field(default_factory=list)
    huruf: int = 0
    dibuang: list[str] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)


def edarkan(paket: Paket, skema: Skema, *, nilai_saja: bool = False, lambda_: bool = False) -> HasilEdar:
    """Turn a package into its copy for sending around; nilai_saja: every formula gives way to its value; lambda_: our calls
    stay as they are written and the workbook defines the functions by LAMBDA, for Excel 365 and 2024.

    Raises GalatBerkas BK-80 where a formula in use reads a column the workbook has lost.
    """
    hasil = HasilEdar()
    kerja = muat_buku(paket, skema)
    ada = [i for i, t in kerja.tabel.items() if t.ada]
    hasil.temuan += periksa_kolom(kerja, menurut_rumus(kerja, ada), "BK-80", berkas=paket.nama, hasil="Salinan")
    _jadikan_angka(paket, kerja, hasil)
    _bekukan_asing(paket, kerja, hasil)
    isi_tembolok(paket, skema, None if hasil.angka or hasil.nilai else kerja)
    del kerja  # a large workbook takes hundreds of megabytes
    buku = baca_buku(paket, tanpa_rumus=True)
    for nama, info in paket.lembar().items():
        if info.jenis == "worksheet" and _perlu(utf8(paket.baca(info.part), info.part, paket.nama), nilai_saja):
            _Penyalin(nama, buku, hasil, nilai_saja=nilai_saja, lambda_=lambda_).salin(paket, info.part)
    if hasil.nilai:
        buang_rantai_hitung(paket)
    buang_makro(paket)
    lepas_lambda(paket)
    if lambda_:
        pasang_nama(paket)
    # how the owner made the workbook is no concern of whoever receives a copy
    for nama in (LEMBAR_KONFIGURASI, *LEMBAR_KERJA):
        if (milik := cari_milik(buku.lembar, buku.lokal(NAMA_TANDA), nama)) is not None:
            hapus_lembar(paket, milik.nama)
            hasil.dibuang += [milik.nama] if nama in LEMBAR_KERJA else []
    return hasil


def _perlu(data: bytes, nilai_saja: bool) -> bool:
    return any(menyebut(x) or (nilai_saja and _ADA_RUMUS.search(x)) for x in teks_berpotong(data))


def _bekukan_asing(paket: Paket, kerja: BukuKerja, hasil: HasilEdar) -> None:
    """Our formula cells that call a function Excel does not know keep their value alone."""
    ubah: dict[str, dict[str, Tulis]] = {}
    for t in kerja.tabel.values():
        for (baris, kolom), s in t.sel.items():
            sel = t.alamat(baris, kolom)
            if not sel or not s.rumus or s.asal is not Asal.RUMUS_LAIN or not t.skema.kolom[kolom].rumus:
                continue
            # a call of ours by another book's name, and Google's, are seen to with all other formulas
            if fungsi_asing(s.rumus) and not menyebut(s.rumus):
                ubah.setdefault(t.lembar, {})[sel] = Tulis(s.nilai)
                hasil.nilai.setdefault("luar", []).append((t.lembar, sel))
    tulis_sel(paket, ubah)


def _jadikan_angka(paket: Paket, kerja: BukuKerja, hasil: HasilEdar) -> None:
    """Typed text that says a number becomes that number: native formulas cannot read it."""
    ubah: dict[str, dict[str, Tulis]] = {}
    for t in kerja.tabel.values():
        for (baris, kolom), s in t.sel.items():
            if s.teks is None or s.asal not in (Asal.ISIAN, Asal.TIMPA) or not isinstance(s.nilai, int | float):
                continue
            if sel := t.alamat(baris, kolom):
                ubah.setdefault(t.lembar, {})[sel] = Tulis(s.nilai)
                hasil.angka.append((t.lembar, sel))
    tulis_sel(paket, ubah)


class _Penyalin:
    """Changes the formulas of one sheet."""

    def __init__(self, lembar: str, buku: Buku, hasil: HasilEdar, *, nilai_saja: bool, lambda_: bool) -> None:
        self._lembar, self._hasil = lembar, hasil
        self._nilai_saja, self._lambda, self._berubah = nilai_saja, lambda_, False
        self._bersama: dict[str | None, RumusBersama] = {}
        self._isi = IsiSel(lembar, buku)
        self._pengubah = PengubahRumus(self._isi.teks, self._isi.ukuran)

    def salin(self, paket: Paket, bagian: str) -> None:
        """Change the sheet's part, piece by piece where it is long."""
        data = paket.baca(bagian)
        potongan = LembarBerpotong.dari(data, bagian, paket.nama)
        if potongan is None:
            xml = LembarXml(paket.xml(bagian))
            if self._ubah_semua(xml):
                paket.ganti(bagian, rangkai(xml.akar))
        elif any([self._ubah_potongan(potongan, i, data) for i in range(len(potongan))]):
            self._isi.lupakan()
            paket.janji.pop(bagian, None)  # of values beside formulas that are others now; as large as the sheet
            paket.ganti(bagian, potongan.rangkai())

    def _ubah_potongan(self, potongan: LembarBerpotong, i: int, data: bytes) -> bool:
        """One piece, by its bytes where these are only rows and no formula depends on another."""
        kabari(f"Menyalin {self._lembar}", i * SEKALI, len(potongan) * SEKALI)
        berubah = None
        if i < len(potongan) - 1 and _BERSAMA not in data:
            berubah = potongan.ubah_byte(i, lambda baris: ubah_polos(baris, self._putuskan))
        return potongan.ubah(i, self._ubah_semua) if berubah is None else berubah

    def _putuskan(self, rumus: str, sel: str, ada: bool) -> RumusAsli | Literal[False] | None:
        """What becomes of the formula of a cell (None: it stays, False: its value stays), noted among the results."""
        tempat = (self._lembar, sel)
        if self._nilai_saja:
            return self._catat_nilai(tempat, "diminta", ada=ada)
        try:
            asli = self._ubah(rumus, sel)
        except HanyaNilai as galat:
            return self._catat_nilai(tempat, galat.sebab, ada=ada)
        if asli is not None:
            self._hasil.asli.append(tempat)
        return asli

    def _catat_nilai(self, tempat: tuple[str, str], sebab: str, *, ada: bool) -> Literal[False]:
        if not ada:
            self._hasil.tanpa_nilai.append(tempat)
        self._hasil.nilai.setdefault(sebab, []).append(tempat)
        return False

    def _ubah_semua(self, xml: LembarXml) -> bool:
        """All formulas of a sheet or of a piece of it; True if it changed."""
        self._berubah = False
        semua = xml.rumus()
        for b, k, f in semua:
            if f.get("t") == "shared":
                self._urai_bersama(b, k, f)
        for _, _, f in semua:
            self._sel(f)
        for e in xml.akar.iter(*_RUMUS_LAIN):
            if e.text and menyebut(e.text):
                self._syarat(e)
        return self._berubah

    def _urai_bersama(self, b: int, k: int, f: Elemen) -> None:
        """Write a shared formula out in its cell where its first cell will hold something else."""
        si = f.get("si")
        if f.text:
            self._bersama.pop(si, None)
            if not self._nilai_saja and not menyebut(f.text):
                return
            self._bersama[si] = RumusBersama(f.text, b, k)
        elif si not in self._bersama:
            return
        else:
            f.text = self._bersama[si].di(b, k)
        lepas_sifat(f, "t", "si", "ref")
        self._berubah = True

    def _sel(self, f: Elemen) -> None:
        c = induk_dari(f)
        v = c.find(_V)
        jadi = self._putuskan(f.text or "", c.get("r", ""), v is not None and (bool(v.text) or c.get("t") == "str"))
        if jadi is None:
            return
        if jadi is False:
            self._ke_nilai(f, c)
            return
        if jadi.teks != f.text:
            f.text, self._berubah = jadi.teks, True
        if jadi.larik and f.get("t") is None:
            f.set("t", "array")
            f.set("ref", wajib(c, "r"))

    def _ubah(self, rumus: str, sel: str) -> RumusAsli | None:
        baris = sel.lstrip(ascii_letters)
        if not self._lambda:
            asli = self._pengubah.ubah(rumus, baris)
            if asli is not None and asli.teks != rumus:
                if self._hasil.huruf + len(asli.teks) > HURUF_MAKS:
                    raise HanyaNilai("banyak")
                self._hasil.huruf += len(asli.teks)
            return asli
        teks = self._pengubah.sebut(rumus, baris)
        return None if teks is None else RumusAsli(teks, larik=False)

    def _ke_nilai(self, f: Elemen, c: Elemen) -> None:
        v, self._berubah = c.find(_V), True
        c.remove(f)
        lepas_sifat(c, "cm", "vm")
        if c.get("t") == "str":  # the type of a formula's text; a constant is an inline text
            del c.attrib["t"]
            if v is not None:
                c.remove(v)
                if v.text:
                    c.set("t", "inlineStr")
                    t = etree.SubElement(etree.SubElement(c, _IS), _T)
                    t.text = v.text
                    for nama, isi in v.attrib.items():
                        t.set(nama, isi)

    def _syarat(self, e: Elemen) -> None:
        """Conditions of formats and drop-downs; one without a native form never holds."""
        try:
            asli = ubah_rumus(e.text or "", self._isi.teks, self._isi.ukuran)
        except HanyaNilai:
            e.text, self._berubah = "FALSE", True
            return
        if asli is not None:
            e.text, self._berubah = asli.teks, True
