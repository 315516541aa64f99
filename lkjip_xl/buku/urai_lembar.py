"""One expat pass over a sheet part: values, formulas, types and formats of all cells that hold something.

Values are read here and not by calamine, which builds a dense table: one stray value in XFD1048576 makes it end
the whole process, and it shows error cells as empty text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.parsers import expat

from lkjip_xl.buku.baris_berulang import pola_baris, ulangi_baris
from lkjip_xl.buku.batas import RumusTerlaluPanjang, TeksTerlaluBanyak
from lkjip_xl.buku.format_angka import FormatAngka, ke_tanggal
from lkjip_xl.buku.isi_mentah import Jenis, NilaiSel, Sel, bilangan, bulat, lepas, susun_sel, tanggal
from lkjip_xl.buku.larik import isi_larik
from lkjip_xl.buku.lompat import PILIHAN, PISAH, PilihanProgram, lompati, qn
from lkjip_xl.buku.rumus_bersama import RumusBersama
from lkjip_xl.buku.teks_berpangkat import TeksBerpangkat
from lkjip_xl.buku.urai_polos import LembarPolos, SelPolos, buka_entitas, lembar_polos, pola_sel, sifat_polos
from lkjip_xl.buku.xmlaman import UTAMA
from lkjip_xl.inti.alamat import BARIS_MAKS, KOLOM_MAKS, kawasan, nomor
from lkjip_xl.inti.huruf import tampakkan

_ANGKA_AKHIR = "0123456789"
_BERTEKS = ("str", "inlineStr")
_LOGIKA = {"1": True, "true": True, "0": False, "false": False}


RUMUS_MAKS = 8192  # letters Excel lets a formula have
BERSAMA_MAKS = 100_000_000  # letters of all shared formulas of a sheet, written out
# letters of all texts of a sheet; a shared one counts in every cell, for it is looked at in each
TEKS_MAKS = 20_000_000


class PenguraiLembar:
    """Reader of one sheet part; after `urai`, `sel`, `gabung` and what is hidden hold what was found.

    pangkat: inline texts with raised runs become TeksBerpangkat, as those of `teks` may be. kolom: the columns that are asked
    for, by their letters (None: all); others may come along. tanpa_rumus: of a formula only that it is one ("=").
    """

    def __init__(
        self, teks: Sequence[str], gaya: Sequence[FormatAngka], sejak1904: bool, pangkat: bool = False,
        kolom: frozenset[str] | None = None, tanpa_rumus: bool = False,
    ) -> None:  # fmt: skip
        self._pola_sel, self._tanpa_rumus = pola_sel(kolom), tanpa_rumus
        self._teks, self._gaya, self._sejak1904, self._pangkat = teks, gaya, sejak1904, pangkat
        self.sel: dict[tuple[int, int], Sel] = {}
        self.gabung: list[str] = []
        self.baris_tersembunyi: set[int] = set()
        self.kolom_tersembunyi: list[tuple[int, int]] = []
        self._penggal: list[tuple[str, bool]] = []
        self._naik = False
        self._kolom: dict[str, int] = {}
        self._gaya_dari: dict[str, FormatAngka] = {"": gaya[0]} if gaya else {}
        self._bersama: dict[str, RumusBersama] = {}
        self._tertulis = self._terbaca = 0  # letters so far: of shared formulas written out, of texts in cells
        self._larik: list[tuple[str, str]] = []  # array formulas over several cells: range, text
        self._baris = self._k = 0
        self._teks_baris = ""
        self._baris_ada: set[int] = set()
        self._baris_tersirat = False  # the row has no number of its own
        self._atribut: dict[str, str] = {}
        self._f_atribut: dict[str, str] | None = None
        self._f = self._v = None
        self._fonetik = self._ada_data = False
        self._isi: list[str] = []

    def urai(self, data: bytes) -> None:
        """Read the part, which must be UTF-8 and without document type.

        Raises ExpatError, ValueError, IndexError or KeyError where it is damaged, PilihanProgram where it is ambiguous.
        """
        self._urai(data)
        isi_larik(self.sel, self._larik)

    def _urai(self, data: bytes) -> None:
        polos = lembar_polos(data)
        self._urai_xml(data if polos is None else polos.kerangka)
        if polos is not None and self._ada_data:
            self._ambil_polos(polos)

    def _urai_xml(self, data: bytes) -> None:
        pengurai = expat.ParserCreate(None, PISAH)
        pengurai.buffer_text = True
        pengurai.CharacterDataHandler = self._isi.append
        pengurai.StartElementHandler = self._pembuka_luar(pengurai)
        pengurai.Parse(data, True)
        # the handlers hold the parser, and through it all cells, long after nobody else does
        pengurai.StartElementHandler = pengurai.EndElementHandler = pengurai.CharacterDataHandler = None

    def _ambil_polos(self, lembar: LembarPolos) -> None:
        acuan, sel, pola = "", [], None  # the last row that was taken apart, and what the rows like it hold
        for nomor_baris, atribut, awal, akhir, seperti_tadi in lembar.letak:
            self._baris = int(nomor_baris)  # a plain part's rows are in order
            if _LOGIKA.get(atribut.get("hidden", "")):
                self.baris_tersembunyi.add(self._baris)
            if seperti_tadi:
                pola = pola_baris(self.sel, self._kolom, acuan, sel) if pola is None else pola
                if pola:
                    self._hitung_huruf(pola.huruf)
                    ulangi_baris(self.sel, nomor_baris, pola)
                    continue
            acuan, sel, pola = nomor_baris, lembar.sel(awal, akhir, self._pola_sel), None
            self._taruh_baris(sel)

    def _taruh_baris(self, sel: Sequence[SelPolos]) -> None:
        """Keep the cells of a plain row; numbers and texts, nearly all of them, without a call for each."""
        semua, baris, banyak = self.sel, self._baris, 0
        for huruf, gaya, tipe, f, sifat, rumus, berisi, v in sel:
            if not (f or berisi):
                continue
            self._k = k = self._kolom.get(huruf) or self._kolom.setdefault(huruf, nomor(huruf))
            teks = None
            if f:
                teks = "=" if self._tanpa_rumus else "=" + buka_entitas(rumus)
                if sifat:
                    teks = self._rumus(sifat_polos(sifat), teks[1:], k)
            g = self._gaya_dari.get(gaya) if v and "&" not in v and "_x" not in v and (baris, k) not in semua else None
            if g is not None and tipe in _BERTEKS:
                banyak += len(v)
                semua[baris, k] = susun_sel(Sel, (v, teks, "teks", None, g.kode, g.desimal, True))
            elif g is not None and not tipe and not g.tanggal and (angka := bilangan(v)) is not None:
                semua[baris, k] = susun_sel(Sel, (angka, teks, "angka", None, g.kode, g.desimal, True))
            else:
                self._taruh(gaya or "0", tipe or "n", teks, buka_entitas(v) if berisi else None)
        self._hitung_huruf(banyak)

    def _pembuka_luar(self, pengurai: expat.XMLParserType) -> Callable[[str, dict[str, str]], None]:
        """What happens outside the cells: merged ranges are noted, foreign elements passed over with all they hold."""
        isi, data, gabung, kolom = self._isi, qn("sheetData"), qn("mergeCell"), qn("col")

        def mulai(nama: str, atribut: dict[str, str]) -> None:
            if nama == gabung:
                kawasan(atribut["ref"])
                self.gabung.append(atribut["ref"])
            elif nama == kolom:
                if _LOGIKA.get(atribut.get("hidden", "")):
                    self.kolom_tersembunyi.append((bulat(atribut["min"]), bulat(atribut["max"])))
            elif nama == data:
                if self._ada_data:
                    raise ValueError("more than one sheetData")
                self._ada_data = True
                luar = pengurai.StartElementHandler  # this very function; naming it would make it hold itself
                pengurai.StartElementHandler = self._pembuka(pengurai)
                pengurai.EndElementHandler = self._penutup(pengurai, luar)
            elif not nama.startswith(UTAMA):
                lompati(pengurai)
            isi.clear()

        def akar(nama: str, _: dict[str, str]) -> None:
            if nama != qn("worksheet"):
                raise ValueError(f"{nama} is no worksheet")
            pengurai.StartElementHandler = mulai

        return akar

    def _pembuka(self, pengurai: expat.XMLParserType) -> Callable[[str, dict[str, str]], None]:
        c, v, t, f, baris, fonetik, penggal, letak = map(qn, ("c", "v", "t", "f", "row", "rPh", "r", "vertAlign"))
        isi, isian = self._isi, (v, t)

        def mulai(nama: str, atribut: dict[str, str]) -> None:
            if nama == c:
                self._atribut = atribut
                self._v = self._f_atribut = None
                if self._penggal:
                    self._penggal, self._naik = [], False
            elif nama in isian:
                isi.clear()
            elif nama == f:
                isi.clear()
                self._f_atribut = atribut
            elif nama == baris:
                self._mulai_baris(atribut.get("r"))
                if _LOGIKA.get(atribut.get("hidden", "")):
                    self.baris_tersembunyi.add(self._baris)
            elif nama == fonetik:
                self._fonetik = True
            elif nama == penggal:
                self._naik = False
            elif nama == letak:
                self._naik = self._pangkat and atribut.get("val") == "superscript"
            elif not nama.startswith(UTAMA):
                if nama == PILIHAN:
                    raise PilihanProgram
                lompati(pengurai)

        return mulai

    def _penutup(self, pengurai: expat.XMLParserType, luar: Callable | None) -> Callable[[str], None]:
        c, v, t, f, fonetik, data = map(qn, ("c", "v", "t", "f", "rPh", "sheetData"))
        isi = self._isi

        def tutup(nama: str) -> None:
            if nama == v:
                self._v = "".join(isi)
            elif nama == c:
                self._tutup_sel()
            elif nama == f:
                self._f = "".join(isi)
            elif nama == t:
                if not self._fonetik:
                    self._v = (self._v or "") + "".join(isi)
                    if self._pangkat:
                        self._penggal.append(("".join(isi), self._naik))
            elif nama == fonetik:
                self._fonetik = False
            elif nama == data:
                pengurai.StartElementHandler, pengurai.EndElementHandler = luar, None

        return tutup

    def _mulai_baris(self, r: str | None) -> None:
        self._k = 0
        self._baris_tersirat = r is None
        self._pakai_baris(self._baris + 1 if r is None else bulat(r))

    def _pakai_baris(self, nomor_baris: int) -> None:
        if not 1 <= nomor_baris <= BARIS_MAKS or nomor_baris in self._baris_ada:
            raise ValueError(f"row {nomor_baris} cannot stand here")
        self._baris_ada.add(nomor_baris)
        self._baris, self._teks_baris = nomor_baris, str(nomor_baris)

    def _baris_lain(self, teks: str) -> None:
        """A cell whose address names another row than it stands in: right only in a row without a number."""
        nomor_baris = bulat(teks)
        if nomor_baris == self._baris:
            return
        if not self._baris_tersirat or self._k:
            raise ValueError(f"a cell of row {teks} in row {self._baris}")
        self._baris_ada.discard(self._baris)
        self._pakai_baris(nomor_baris)

    def _tutup_sel(self) -> None:
        atribut, v = self._atribut, self._v
        acuan = atribut.get("r")
        if acuan is None:
            k = self._k + 1
            if k > KOLOM_MAKS:
                raise ValueError(f"column {k} does not exist")
        else:
            huruf = acuan.rstrip(_ANGKA_AKHIR)
            k = self._kolom.get(huruf) or self._kolom.setdefault(huruf, nomor(huruf))
            if acuan[len(huruf) :] != self._teks_baris:
                self._baris_lain(acuan[len(huruf) :])
        self._k = k
        if v is None and self._f_atribut is None:
            return
        rumus = None if self._f_atribut is None else self._rumus(self._f_atribut, self._f or "", k)
        self._taruh(atribut.get("s", "0"), atribut.get("t", "n"), rumus, v)

    def _taruh(self, s: str, tipe: str, rumus: str | None, v: str | None) -> None:
        """Keep a cell of the current row and column, unless it turns out to be blank."""
        gaya = self._gaya_dari.get(s) or self._gaya_dari.setdefault(s, self._gaya[bulat(s)])
        nilai, jenis, galat = self._nilai(tipe, v, gaya)
        ada = bool(v) or (v is not None and tipe == "str")
        if rumus is None and jenis == "kosong":
            return
        if isinstance(nilai, str):
            self._hitung_huruf(len(nilai))
        tempat = self._baris, self._k
        if tempat in self.sel:
            raise ValueError(f"row {self._baris} column {self._k} stands twice")
        isi = (nilai, rumus, jenis, galat, gaya.kode, gaya.desimal, ada or rumus is None)
        self.sel[tempat] = susun_sel(Sel, isi)

    def _hitung_huruf(self, banyak: int) -> None:
        self._terbaca += banyak
        if self._terbaca > TEKS_MAKS:
            raise TeksTerlaluBanyak

    def _nilai(self, tipe: str, v: str | None, gaya: FormatAngka) -> tuple[NilaiSel, Jenis, str | None]:
        if not v:
            return None, "kosong", None
        if tipe == "s":
            teks = self._teks[bulat(v)]
            return (teks, "teks", None) if teks else (None, "kosong", None)
        if tipe == "n":
            angka = bilangan(v)
            if angka is None:
                return tampakkan(v), "teks", None
            if gaya.tanggal and (hari := ke_tanggal(angka, gaya.kode, sejak1904=self._sejak1904)) is not None:
                return hari, "tanggal", None
            return angka, "angka", None
        if tipe == "e":
            return None, "galat", v
        if tipe == "b":
            benar = _LOGIKA.get(v.strip())
            return (tampakkan(v), "teks", None) if benar is None else (benar, "logika", None)
        if tipe == "d":
            return tanggal(v)
        if tipe in _BERTEKS:
            if any(raised for _, raised in self._penggal):
                return TeksBerpangkat.dari((lepas(t), raised) for t, raised in self._penggal), "teks", None
            return lepas(v), "teks", None
        raise ValueError(f"cells of type {tipe!r} are unknown")

    def _ukur(self, panjang: int, batas: int) -> None:
        if panjang > batas:
            raise RumusTerlaluPanjang(self._baris, self._k, panjang)

    def _rumus(self, atribut: dict[str, str], teks: str, k: int) -> str:
        if self._tanpa_rumus:
            return "="
        macam = atribut.get("t")
        if macam == "shared":
            nomor_bersama = atribut.get("si", "")
            if teks:
                self._ukur(len(teks), RUMUS_MAKS)
                self._bersama[nomor_bersama] = RumusBersama(teks, self._baris, k)
            elif nomor_bersama in self._bersama:
                teks = self._bersama[nomor_bersama].di(self._baris, k)
                self._tertulis += len(teks)
                self._ukur(self._tertulis, BERSAMA_MAKS)
        elif macam == "array" and ":" in atribut.get("ref", ""):
            self._larik.append((atribut["ref"], "=" + teks))
        elif macam == "dataTable":
            teks = "TABLE()"  # Excel's own name for what-if tables; they carry no text
        return "=" + teks
