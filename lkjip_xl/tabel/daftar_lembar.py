"""The checklist of the guide: one row per sheet, live by native formulas.

The rows stand in hidden columns of the guide; what people see are cells that point to them. Macros read the rows, too: they know
from them which sheets the short view hides. Formulas count the ready-made rows alone and use what every program has since Excel 2010.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.inti.alamat import huruf, kutip, sel
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.model import RINGKAS, WAJIB, Kolom, Skema, SkemaLembar
from lkjip_xl.tabel.langsung import TERHITUNG
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_INSTANSI, BARIS_KEPALA
from lkjip_xl.tabel.sidik import KOLOM_SIDIK
from lkjip_xl.tabel.tanda import DASBOR, HASIL, NAIK

NAMA_DAFTAR = "DaftarLembar"  # the rows of the checklist, without header; macros read them
KOLOM = ("lembar", "tampilan", "kebutuhan", "isi", "baris", "kurang", "kesalahan", "peringatan", "catatan")
KOLOM_HITUNGAN = 22  # hidden, behind what is shown
TINGKAT = {"kesalahan": Tingkat.KESALAHAN, "peringatan": Tingkat.PERINGATAN, "catatan": Tingkat.CATATAN}
RINGKASAN = "hasil"  # the view of a result: shown in the short one once it holds something
BELUM = "Belum"  # how the outcome on Hasil Validasi begins before the first check
LETAK_HASIL = (BARIS_INSTANSI - NAIK, BARIS_INSTANSI)  # rows it stands in, in older workbooks and today
BARIS_TEMUAN, TEMUAN_MAKS = BARIS_KEPALA + 1, 4000
KOLOM_ANGKA = (3, 4)  # of Dasbor: figures behind charts
HASIL_MAKS = 2000  # rows of a result that are looked at
BUKA = "Buka "
ACUAN = re.compile(r"=\$?([A-Z]{1,3})\$?([0-9]+)$")
TAUTAN = re.compile(r'=IF\(\$?([A-Z]+)\$?([0-9]+)="","",HYPERLINK\("#\'"&')
LIHAT = re.compile(
    r'=IF\(ISNUMBER\(SEARCH\(.*"([^"]*)"\)$'
)  # the name of the last outcome, a link where it names a sheet
_HITUNGAN = re.compile(r"=IFERROR\((?:ABS\()?(?:COUNTA?|COUNTIFS?|SUMPRODUCT|IF|INDEX|0)[(,]|=IF\([A-Z]+[0-9]+<>")
_POKOK_CADANGAN = 2  # typed columns by which a row counts as filled where the schema requires none


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of the checklist: sheet, view, need, formula text of its other columns; skema: of an input sheet."""

    lembar: str
    tampilan: str
    kebutuhan: str
    rumus: Mapping[str, str]
    skema: SkemaLembar | None = None


def semua_baris(skema: Skema) -> list[Baris]:
    """The checklist of a workbook: input sheets in their order, the findings, the results."""
    hasil = [_baris_isian(s) for s in skema.lembar.values()]
    ringkasan = [str(b["ringkasan"]) for b in skema.lembar["daftar_tabel"].baris_awal]
    return [*hasil, _baris_temuan(), *(_baris_hasil(n) for n in ringkasan)]


def tersembunyi_awal(skema: Skema) -> list[str]:
    """Sheets the short view of a blank workbook hides."""
    return [x.lembar for x in semua_baris(skema) if x.tampilan not in (RINGKAS, "")]


# -- formulas ----------------------------------------------------------------------------------------------------------


def _baris_isian(s: SkemaLembar) -> Baris:
    pokok, wajib = kolom_pokok(s), kolom_wajib(s)
    rumus = {
        "isi": _rumus_isi(s),
        "baris": f"COUNTA({_acuan(s, kolom_isian(s)[0], kolom_isian(s)[-1])})" if berpasangan(s) else f"SUMPRODUCT(1*({_terpakai(s, pokok)}>0))",
        "kurang": "+".join(_rumus_kurang(s, k, pokok) for k in wajib) or "0",
    }  # fmt: skip
    return Baris(s.lembar, s.tampilan, s.kebutuhan, rumus | _rumus_tingkat(), s)


def _baris_temuan() -> Baris:
    h = kutip(HASIL)
    rumus = {
        "isi": "IF(OR(" + ",".join(f'LEFT({h}!$A${b},{len(BELUM)})="{BELUM}"' for b in LETAK_HASIL) + "),0,1)",
        "baris": f"COUNT({h}!$A${BARIS_TEMUAN}:$A${BARIS_TEMUAN + TEMUAN_MAKS - 1})",
    }
    for n, t in TINGKAT.items():
        rumus[n] = f'COUNTIF({_lajur_temuan("B")},"{t.value}")'
    return Baris(HASIL, "", "", rumus)


def _baris_hasil(nama: str) -> Baris:
    k = huruf(KOLOM_SIDIK)
    acuan = f"COUNTA({kutip(nama)}!${k}${BARIS_DATA}:${k}${BARIS_DATA + HASIL_MAKS - 1})"
    if nama == DASBOR:  # figures behind charts have no marks
        acuan = f"COUNT({kutip(nama)}!$C$1:$D${HASIL_MAKS})"
    rumus = {"isi": acuan, "baris": acuan} | _rumus_tingkat()
    return Baris(nama, RINGKASAN, "", rumus)


def _rumus_tingkat() -> dict[str, str]:
    """{lembar} stands for the cell with the name of the sheet."""
    return {
        n: f'COUNTIFS({_lajur_temuan("C")},{{lembar}},{_lajur_temuan("B")},"{t.value}")' for n, t in TINGKAT.items()
    }


def _lajur_temuan(kolom: str) -> str:
    return f"{kutip(HASIL)}!${kolom}${BARIS_TEMUAN}:${kolom}${BARIS_TEMUAN + TEMUAN_MAKS - 1}"


def _rumus_isi(s: SkemaLembar) -> str:
    """How far what is typed is from what the template put there: cells, and letters where it put any."""
    deret = ",".join(_acuan(s, a, z) for a, z in _deret(s))
    n, huruf_awal = isi_awal(s)
    if not n:
        return f"COUNTA({deret})"
    panjang = "+".join(f"SUMPRODUCT(LEN({_acuan(s, a, z)}))" for a, z in _deret(s))
    return f"ABS(COUNTA({deret})-{n})+ABS({panjang}-{huruf_awal})"


def _rumus_kurang(s: SkemaLembar, k: Kolom, pokok: list[str]) -> str:
    x = _acuan(s, k.nama, k.nama)
    kosong = f"ISBLANK({x})" if k.jenis == "isian" else f"(1-ISNUMBER(1/LEN({x}))-ISERROR({x}))"
    return f"SUMPRODUCT(1*{kosong})" if berpasangan(s) else f"SUMPRODUCT(({_terpakai(s, pokok)}>0)*{kosong})"


def _terpakai(s: SkemaLembar, pokok: list[str]) -> str:
    return "(" + "+".join(f"(1-ISBLANK({_acuan(s, k, k)}))" for k in pokok) + ")"


def _acuan(s: SkemaLembar, awal: str, akhir: str) -> str:
    letak = list(s.kolom)
    a, z = letak.index(awal), letak.index(akhir)
    if berpasangan(s):
        return f"{kutip(s.lembar)}!$C${BARIS_DATA + a}:$C${BARIS_DATA + z}"
    return f"{kutip(s.lembar)}!${huruf(a + 1)}${BARIS_DATA}:${huruf(z + 1)}${BARIS_DATA + s.baris - 1}"


def berpasangan(s: SkemaLembar) -> bool:
    """Is it a sheet with a setting per row?"""
    return s.susunan == "pasangan"


def kolom_isian(s: SkemaLembar) -> list[str]:
    """Columns that are typed."""
    return [k.nama for k in s.kolom.values() if k.jenis == "isian"]


def _deret(s: SkemaLembar) -> Iterator[tuple[str, str]]:
    """Runs of neighbouring typed columns, first and last."""
    letak, isian = list(s.kolom), kolom_isian(s)
    awal = isian[0]
    for a, z in zip(isian, [*isian[1:], ""], strict=True):
        if not z or letak.index(z) != letak.index(a) + 1:
            yield awal, a
            awal = z


def kolom_pokok(s: SkemaLembar) -> list[str]:
    """Typed columns by which a row counts as filled."""
    isian = kolom_isian(s)
    return [n for n in isian if s.kolom[n].harus or n in s.kunci] or isian[:_POKOK_CADANGAN]


def kolom_wajib(s: SkemaLembar) -> list[Kolom]:
    """Columns no filled row is complete without."""
    return [k for k in s.kolom.values() if (k.wajib or k.harus) and k.jenis != "rumus"]


def isi_awal(s: SkemaLembar) -> tuple[int, int]:
    """Typed cells of a fresh sheet, and the letters they show."""
    if berpasangan(s):
        isi = [k.bawaan for k in s.kolom.values() if k.jenis == "isian" and k.bawaan is not None]
    else:
        isi = [x for b in s.baris_awal for n, x in b.items() if x is not None and s.kolom[n].jenis == "isian"]
    return len(isi), sum(panjang_teks(x) for x in isi)


def panjang_teks(x: object) -> int:
    """Letters of what a cell shows as typed."""
    return len(f"{x:.15g}") if isinstance(x, (int, float)) else len(str(x))


# -- what to do next ---------------------------------------------------------------------------------------------------

ISI = ("Isi lembar ", ".")
LENGKAPI = ("Lengkapi lembar ", ": ", " isian wajib masih kosong.")
PERIKSA = "Klik Validasi."
PERBAIKI = " kesalahan perlu diperbaiki; lihat lembar Hasil Validasi."
RINGKASKAN = "Klik Perbarui Ringkasan."
LAPORKAN = "Klik Buat Laporan."


@dataclass(frozen=True, slots=True)
class Letak:
    """Where the checklist stands: row and column of its first cell, how many rows, how many of them are input sheets."""

    baris: int
    kolom: int
    banyak: int
    isian: int

    def lajur(self, kolom: str, banyak: int | None = None) -> str:
        """A column of the checklist over its input sheets, or over so many rows."""
        h = huruf(self.kolom + KOLOM.index(kolom))
        return f"${h}${self.baris}:${h}${self.baris + (banyak or self.isian) - 1}"

    def sel(self, i: int, kolom: str) -> str:
        """Address of a cell."""
        return sel(self.baris + i, self.kolom + KOLOM.index(kolom))

    @property
    def tujuan(self) -> str:
        """The cell, above the rows, with the sheet to go to next."""
        return sel(self.baris - 2, self.kolom)

    @property
    def langkah(self) -> str:
        """The cell with what to do next."""
        return sel(self.baris - 1, self.kolom)


def rumus_tujuan(x: Letak) -> str:
    """Formula text of the sheet to go to next: the first required one that is empty or lacks something, then any that does."""
    lembar, perlu, baris, kurang = (x.lajur(k) for k in ("lembar", "kebutuhan", "baris", "kurang"))
    wajib = f'({perlu}="{WAJIB}")*((({baris}=0)+({kurang}>0))>0)'
    lain = f'IF({x.sel(x.isian, "kesalahan")}>0,"{HASIL}","")'
    for syarat in (f"({kurang}>0)*1", wajib):
        lain = f"IFERROR(INDEX({lembar},MATCH(1,INDEX({syarat},0),0)),{lain})"
    return lain


def rumus_langkah(x: Letak, terhitung: str) -> str:
    """Formula text of what to do next; terhitung: the cell that says whether our functions are computed."""
    ke = x.tujuan
    letak = f"MATCH({ke},{x.lajur('lembar')},0)"
    baris, kurang = (f"INDEX({x.lajur(k)},{letak})" for k in ("baris", "kurang"))
    isi = f'IF({baris}=0,"{ISI[0]}"&{ke}&"{ISI[1]}","{LENGKAPI[0]}"&{ke}&"{LENGKAPI[1]}"&{kurang}&"{LENGKAPI[2]}")'
    hasil = f"SUM({x.lajur('isi', x.banyak)})-SUM({x.lajur('isi', x.isian + 1)})"
    salah = x.sel(x.isian, "kesalahan")
    sesudah = f'IF({x.sel(x.isian, "isi")}=0,"{PERIKSA}",IF({salah}>0,{salah}&"{PERBAIKI}",IF({hasil}=0,"{RINGKASKAN}","{LAPORKAN}")))'
    return f'IF({terhitung}<>"{TERHITUNG}",{terhitung},IF(OR({ke}="",{ke}="{HASIL}"),{sesudah},{isi}))'


def rumus_buka(x: Letak) -> str:
    """Formula text of the link to that sheet."""
    return f'IF({x.tujuan}="","",HYPERLINK("#\'"&{x.tujuan}&"\'!A1","{BUKA}"&{x.tujuan}))'


def milik_daftar(rumus: str) -> bool:
    """Whether a formula on the guide is one of the checklist, as this version writes it."""
    return any(p.match(rumus) for p in (ACUAN, TAUTAN, LIHAT, _HITUNGAN))
