"""The indicators of the workbook as tables name them: found by kode or name, made with a new kode where they are missing."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lkjip_xl.inti.kemiripan import mirip
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.satuan import satuan_dikenal
from lkjip_xl.padan.nama import nama_setara, senama
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja

HURUF = {"rpjmd": "R", "tujuan": "T", "sasaran": "S", "program": "P", "kegiatan": "K", "subkegiatan": "SK"}
TANPA_SASARAN = "IK"
SEEJAAN, SERUPA, UNGGUL = 92.0, 80.0, 3.0
KATA_SEEJAAN = 75.0  # of two words that are one, misspelled
_KURUNG = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_POLA = re.compile(r"([A-Za-z]+)(\d+)(?:\.(\d+))?$")


@dataclass(slots=True)
class Indikator:
    """An indicator: kode, name, row on the sheet Indikator, level, statement it belongs to."""

    kode: str
    nama: str
    baris: int
    jenjang: str
    pernyataan: str


@dataclass(frozen=True, slots=True)
class Temu:
    """How a row names an indicator: found, by what ("kode", "nama", "ejaan", "mirip", "ganda", "")."""

    indikator: Indikator | None
    cara: str


def seejaan(a: str, b: str) -> bool:
    """Do two names differ in the spelling of words only, not in a word or a number?

    >>> seejaan("persentase penyerapan tenaga", "prosentase penyerapan tenaga"), seejaan("jumlah sapi betina", "jumlah sapi")
    (True, False)
    >>> seejaan("angka penyediaan barang", "angka pengadaan barang"), seejaan("nilai tahap 1", "nilai tahap 2")
    (False, False)
    """
    x, y = a.split(), b.split()
    return len(x) == len(y) and all(
        p == q or (p.isalpha() and q.isalpha() and mirip(p, q) >= KATA_SEEJAAN) for p, q in zip(x, y, strict=True)
    )


def _kurung(nama: str) -> tuple[str, str]:
    """A name without a bracket at its end, and what that holds."""
    m = _KURUNG.fullmatch(nama.strip())
    return (m[1], m[2]) if m else (nama, "")


def _di_bawah_lain(nama: str, atas: str, nama_ada: str, atas_ada: str) -> bool:
    """Do two names that part in a word stand under two statements that are not alike: an indicator of each?"""
    return (
        bool(atas and atas_ada)
        and mirip(nama_setara(atas), nama_setara(atas_ada)) < SERUPA
        and not seejaan(nama, nama_ada)
    )


class Register:
    """All indicators, those being made included."""

    def __init__(self, buku: BukuKerja) -> None:
        self.semua: list[Indikator] = []
        for b, r in buku["indikator"].rekaman():
            if isinstance(r["kode"], str):
                teks = [str(r.get(k) or "") for k in ("indikator", "jenjang", "pernyataan_lengkap")]
                self.semua.append(Indikator(r["kode"], teks[0], b, teks[1], teks[2]))
        self._berikut = buku["indikator"].terakhir + 1 if self.semua else BARIS_DATA

    def cari(self, kode: str, nama: str, pernyataan: str = "", lain: Collection[str] = ()) -> Temu:
        """The indicator a row means; a kode the workbook knows says it all.

        lain: names of other rows of the table (nama_setara): what one of them names is not this row, however alike.
        """
        if kode and (ada := [i for i in self.semua if kunci_teks(i.kode) == kunci_teks(kode)]):
            return Temu(ada[0], "kode")
        cari = nama_setara(nama)
        if not cari:
            return Temu(None, "")
        if ada := self._sempit([i for i in self.semua if nama_setara(i.nama) == cari], pernyataan):
            return Temu(ada[0], "nama") if len(ada) == 1 else Temu(None, "ganda")
        if (satu := self._berkurung(nama) or self._bersingkatan(nama)) is not None:
            return satu
        calon = [
            (n, b)
            for n, i in enumerate(self.semua)
            if (b := nama_setara(i.nama)) not in lain and not _di_bawah_lain(cari, pernyataan, b, i.pernyataan)
        ]
        skor = sorted(((mirip(cari, b), n) for n, b in calon), reverse=True)
        if not skor or skor[0][0] < SERUPA:
            return Temu(None, "")
        terbaik = self.semua[skor[0][1]]
        tunggal = len(skor) < 2 or skor[0][0] - skor[1][0] >= UNGGUL
        return Temu(
            terbaik,
            "ejaan" if skor[0][0] >= SEEJAAN and tunggal and seejaan(cari, nama_setara(terbaik.nama)) else "mirip",
        )

    def _berkurung(self, nama: str) -> Temu | None:
        """The one indicator whose name is this one but for a bracket at the end of either: its unit or abbreviation, else in doubt."""
        pokok, isi = _kurung(nama)
        ada = []
        for i in self.semua:
            x, y = _kurung(i.nama)
            if nama_setara(x) == nama_setara(pokok) and bool(y) != bool(isi):
                ada.append((i, y or isi))
        if len(ada) != 1:
            return None
        i, ekor = ada[0]
        awal = "".join(x[0] for x in kunci_teks(pokok).split() if x[0].isalpha())
        jelas = satuan_dikenal(ekor) or "/" in ekor or kunci_teks(ekor) == awal
        return Temu(i, "ejaan" if jelas else "mirip")

    def _bersingkatan(self, nama: str) -> Temu | None:
        """The one indicator that is this one by an abbreviation either of them spells out."""
        ada = [i for i in self.semua if senama(nama, i.nama)]
        return Temu(ada[0], "ejaan") if len(ada) == 1 else None

    def _sempit(self, ada: list[Indikator], pernyataan: str) -> list[Indikator]:
        """Of several of one name those of the statement, else those of the sasaran."""
        for saring in (
            lambda i: bool(pernyataan) and nama_setara(i.pernyataan) == nama_setara(pernyataan),
            lambda i: i.jenjang == "sasaran",
        ):
            if len(ada) > 1 and (sisa := [i for i in ada if saring(i)]):
                ada = sisa
        return ada

    def tambah(self, nama: str, pernyataan: str, jenjang: str, kode: str = "") -> Indikator:
        """A new indicator on the next free row, its kode the printed one or the next of its statement."""
        baru = Indikator(kode or self._kode(pernyataan, jenjang), nama, self._berikut, jenjang, pernyataan)
        self._berikut += 1
        self.semua.append(baru)
        return baru

    def sebelum(self, ini: Indikator) -> str:
        """The statement in force above a row at its level."""
        atas = [i for i in self.semua if i.jenjang == ini.jenjang and i.baris < ini.baris]
        return max(atas, key=lambda i: i.baris).pernyataan if atas else ""

    def _kode(self, pernyataan: str, jenjang: str) -> str:
        huruf = HURUF.get(jenjang, "S") if pernyataan else TANPA_SASARAN
        sekode = [m for i in self.semua if (m := _POLA.match(i.kode)) and m[1].upper() == huruf]
        if not pernyataan:
            return f"{huruf}{max((int(m[2]) for m in sekode), default=0) + 1}"
        sama = {m[0] for m in sekode} & {
            i.kode for i in self.semua if i.jenjang == jenjang and nama_setara(i.pernyataan) == nama_setara(pernyataan)
        }
        milik = [m for m in sekode if m[0] in sama]
        if milik:
            nomor = int(milik[0][2])
            return f"{huruf}{nomor}.{max(int(m[3] or 0) for m in sekode if int(m[2]) == nomor) + 1}"
        return f"{huruf}{max((int(m[2]) for m in sekode), default=0) + 1}.1"
