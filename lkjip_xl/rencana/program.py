"""Rows of a table of programmes: which cell names the row, its level, its kode, the rows above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.padan.baris import macam_nomor
from lkjip_xl.padan.nama import tingkat_awalan
from lkjip_xl.rencana.model import Peran, PetaKolom, PetaTabel, Yakin
from lkjip_xl.rencana.tingkat_uang import tingkat_uang
from lkjip_xl.sumber.model import BarisAsing, SelAsing
from lkjip_xl.tabel.hierarki import LEVEL

MENURUT_RUAS = {1: "urusan", 2: "bidang", 3: "program", 4: "kegiatan", 5: "kegiatan", 6: "subkegiatan"}
RUAS_MIN = {"program": 3, "kegiatan": 4, "subkegiatan": 5}
"""Parts of the kode of a level; one with fewer is the last of them."""
_JUMLAH = re.compile(r"(?:sub ?)?(?:jumlah|total)(?: (?:program|kegiatan|sub ?kegiatan|anggaran|seluruhnya))?")
_NOMOR = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}\.?$")
_KATA = (
    ("sub kegiatan ", "subkegiatan"),
    ("subkegiatan ", "subkegiatan"),
    ("program ", "program"),
    ("kegiatan ", "kegiatan"),
)


@dataclass(frozen=True, slots=True)
class BarisProgram:
    """A row: the column and cell that name it, level ("" = unknown), kode, the rows above by name, outermost first."""

    asing: BarisAsing
    kolom: PetaKolom | None
    sel: SelAsing | None
    level: str
    kode: str
    induk: tuple[str, ...]


class PembacaProgram:
    """Reads the rows of one table in their order; what a merged cell says is carried down."""

    def __init__(self, peta: PetaTabel) -> None:
        self._peta = peta
        self._nama = peta.nomor_kolom(peta.lembar, "nama")
        self._level = peta.nomor_kolom(peta.lembar, "level")
        self._no = next((k.nomor for k in peta.kolom.values() if k.peran is Peran.NOMOR), None)
        self._kode = [k.nomor for k in peta.berperan(Peran.KODE) if not k.level]
        self._semua_kode = sorted(k.nomor for k in peta.berperan(Peran.KODE))
        self.kode_level = {k.level: k.nomor for k in peta.berperan(Peran.KODE) if k.level}
        self._tingkat = sorted(peta.berperan(Peran.LEVEL), key=lambda k: LEVEL.index(k.level))
        self._bawa: dict[str, str] = {}
        self._bagian: dict[int, str] = {}  # parts of the kode in force
        nomor = [s.teks for b in peta.tabel.data() if (s := b.sel.get(self._no or 0)) is not None]
        self._bernomor = len({len(r) for x in nomor if (r := _ruas_nomor(x))}) > 1
        self._macam = list(dict.fromkeys(m for x in nomor if (m := macam_nomor(x))))
        self._di_atas = self._kedalaman_program() - 1
        self._caption = _level_caption(peta.tabel.judul)
        kepala = peta.kolom[self._nama].judul if self._nama in peta.kolom else ""
        self._bawah = _level_bawah(kepala) or _level_bawah(peta.tabel.judul)
        self._di_bawah_program = False
        self._uang = tingkat_uang(peta, self._nama or 0)

    def baca(self, b: BarisAsing) -> BarisProgram:
        """One data row."""
        kode = self._kode_baris(b, self._kode)
        if self._tingkat:
            return self._bertingkat(b, kode)
        s = b.sel.get(self._nama or 0)
        kolom = self._peta.kolom.get(self._nama or 0)
        return BarisProgram(b, kolom, s, self._level_baris(b, s, kode), kode, b.kelompok)

    def _kode_baris(self, b: BarisAsing, kolom: list[int]) -> str:
        """The kode of a row by its parts in these columns: those left of a printed one go on from the row above; each may be whole by itself."""
        isi = {k: x for k in kolom if (s := b.sel.get(k)) is not None and (x := _utuh(s.teks).strip("."))}
        if not isi:
            return ""
        awal = kolom.index(next(iter(isi)))
        self._bagian = {k: x for k, x in self._bagian.items() if k in kolom[:awal]} | isi
        kode = ""
        for x in self._bagian.values():
            kode = x if x.startswith(f"{kode}.") else f"{kode}.{x}".strip(".")
        return kode

    def kode_tingkat(self, b: BarisAsing, level: str) -> str:
        """The kode a column of one level prints, with the parts left of it where it is only the last of them."""
        n = self.kode_level.get(level, 0)
        sendiri = _utuh(s.teks) if (s := b.sel.get(n)) is not None else ""
        if not sendiri or len(ruas(sendiri)) >= RUAS_MIN.get(level, 0):
            return sendiri
        return self._kode_baris(b, [k for k in self._semua_kode if k <= n])

    def _kedalaman_program(self) -> int:
        """How deep the numbers of rows are that call themselves a programme: 2 where one row for all stands above them."""
        dalam = [
            len(r)
            for b in self._peta.tabel.data()
            if (s := b.sel.get(self._nama or 0)) is not None and kunci_teks(s.teks).startswith("program ")
            if (x := b.sel.get(self._no or 0)) is not None and (r := _ruas_nomor(x.teks))
        ]
        return min(dalam, default=0 if self._program_berhuruf() else 1)

    def _program_berhuruf(self) -> bool:
        """Do rows that call themselves a programme bear letters ("A"), above the figures of what belongs to them?"""
        atas = [
            b
            for b in self._peta.tabel.data()
            if (s := b.sel.get(self._nama or 0)) and kunci_teks(s.teks).startswith("program ")
        ]
        no = [s.teks.strip(" .") for b in atas if (s := b.sel.get(self._no or 0)) is not None]
        return bool(no) and all(x.isalpha() for x in no)

    @property
    def tingkat(self) -> list[PetaKolom]:
        """The columns of one level each, outermost first."""
        return self._tingkat

    def _bertingkat(self, b: BarisAsing, kode: str) -> BarisProgram:
        terisi = [k for k in self._tingkat if k.nomor in b.sel and b.sel[k.nomor].teks.strip()]
        # "Jumlah program" in the column of kegiatan: the row is that of the programme beside it
        terisi = [k for k in terisi if not _JUMLAH.fullmatch(kunci_teks(b.sel[k.nomor].teks))]
        if not terisi:
            return BarisProgram(b, None, None, "", kode, ())
        for i, k in enumerate(self._tingkat):
            if k in terisi:
                if self._bawa.get(k.level) != b.sel[k.nomor].teks:
                    atas = {x.level for x in self._tingkat[:i]}
                    self._bawa = {n: t for n, t in self._bawa.items() if n in atas}
                self._bawa[k.level] = b.sel[k.nomor].teks
        dalam = terisi[-1]
        if len(self._tingkat) == 1 and (lv := _awalan(b.sel[dalam.nomor].teks)):
            dalam = replace(dalam, level=lv)  # a programme above its kegiatan in their column says so itself
        induk = tuple(self._bawa[k.level] for k in self._tingkat if k.level in self._bawa and k.level != dalam.level)
        kode = self.kode_tingkat(b, dalam.level) or kode
        return BarisProgram(b, dalam, b.sel[dalam.nomor], dalam.level, kode, induk)

    def _level_baris(self, b: BarisAsing, s: SelAsing | None, kode: str) -> str:
        if self._level is not None and (x := b.sel.get(self._level)) is not None:
            return kunci_teks(x.teks)
        nama = s.teks if s is not None else ""
        if (tingkat := tingkat_awalan(nama)) in LEVEL:
            self._di_bawah_program |= tingkat == "program"
            return tingkat
        if self._kode and (r := ruas(kode)):
            return MENURUT_RUAS.get(len(r), "")
        if awal := _awalan(nama):
            self._di_bawah_program |= awal == "program"
            return awal
        if self._bernomor and (x := b.sel.get(self._no or 0)) is not None and (r := _ruas_nomor(x.teks)):
            dalam = len(r) - self._di_atas
            return ("program", "kegiatan", "subkegiatan")[min(dalam, 3) - 1] if dalam > 0 else ""
        if len(self._macam) > 1 and (x := b.sel.get(self._no or 0)) is not None and (m := macam_nomor(x.teks)):
            return ("program", "kegiatan", "subkegiatan")[min(self._macam.index(m), 2)]
        if (b.kisi, b.nomor) in self._uang:
            return self._uang[b.kisi, b.nomor]
        return self._bawah if self._di_bawah_program and self._bawah else self._caption


def _awalan(nama: str) -> str:
    """The level the first words of a name say."""
    return next((lv for kata, lv in _KATA if kunci_teks(nama).startswith(kata)), "")


def _utuh(kode: str) -> str:
    """A kode without the line breaks a narrow column gave it.

    >>> _utuh("2.07.03.2.01.00\\n01")
    '2.07.03.2.01.0001'
    """
    return kode.replace("\n", "").strip()


def _ruas_nomor(teks: str) -> tuple[str, ...]:
    return ruas(teks) if _NOMOR.fullmatch(teks.strip()) else ()


def _level_bawah(teks: str) -> str:
    """The level below programmes in a table that names both and no third ("Program/Kegiatan"); "" elsewhere."""
    rapi = kunci_teks(teks).replace("sub kegiatan", "subkegiatan")
    ada = {lv for lv in ("program", "kegiatan", "subkegiatan") if re.search(rf"\b{lv}\b", rapi)}
    return (ada - {"program"}).pop() if len(ada) == 2 and "program" in ada else ""


def _level_caption(caption: str) -> str:
    """The one level a caption speaks of; "" where it names several or none."""
    rapi = kunci_teks(caption).replace("sub kegiatan", "subkegiatan")
    ada = [lv for lv in ("program", "kegiatan", "subkegiatan") if re.search(rf"\b{lv}\b", rapi)]
    return ada[0] if len(ada) == 1 else ""


def kolom_nama(peta: PetaTabel) -> bool:
    """Does a column of the table name programmes?"""
    return bool(peta.berperan(Peran.LEVEL)) or any(
        k.kolom == "nama" and k.lembar == peta.lembar and k.yakin is not Yakin.TIDAK for k in peta.kolom.values()
    )
