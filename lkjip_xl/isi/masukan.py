"""What a filling reads, whatever the format: rows of a sheet, and which column each header names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lkjip_xl.bentuk.tahun_baris import tahun_satu
from lkjip_xl.bentuk.triwulan_baris import kuartal
from lkjip_xl.bentuk.waktu_kepala import TRIWULAN
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.tabel.model import Nilai

KEPALA_PASANGAN = ("pengaturan", "nilai")
KEPALA_WAKTU = frozenset(
    {"tahun", "tahun laporan", "tahun anggaran", "tahun pelaporan", "thn", "triwulan", "tw", "periode"}
)
_TAHUN = re.compile(rf" {ANGKA_TAHUN}$")
_NOMOR_TABEL = re.compile(r"(?:tabel|lampiran|lembar)\s*(?:[\divx]+(?:[.\-]\d+)*)?\s*[:.)]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BarisMasukan:
    """One data row: its number in the source, texts by schema column (blanks left out), cells where they hold more than text."""

    nomor: int
    isi: dict[str, str]
    sel: dict[str, SelAsing] = field(default_factory=dict)


@dataclass(slots=True)
class LembarMasukan:
    """One table, read for its sheet; berkas: file, with sheet or page, as messages name it.

    dibuang: filled cells that are not used, by the code that says why; rangkap: cells that repeat another of their row;
    kepala: titles, headers, numbers of columns, names of settings and further parts of one cell; pengali: factor of amounts that header or title state, by field;
    inggris: thousands of the table stood behind commas; waktu: columns, by number, that say which year or quarter a row is of and have no place, with the year of the row before.
    """

    berkas: str
    skema: SkemaLembar
    baris: list[BarisMasukan] = field(default_factory=list)
    dibuang: Counter[str] = field(default_factory=Counter)
    rangkap: int = 0
    kepala: int = 0
    pengali: dict[str, float] = field(default_factory=dict)
    inggris: bool = False
    waktu: dict[int, str] = field(default_factory=dict)


class Penunjuk:
    """Tells which sheet a name or title is of, and which column a header; `setelan`: the years that headers and titles bear."""

    def __init__(self, skema: Skema, setelan: Mapping[str, Nilai]) -> None:
        self.setelan = setelan
        self._nama: dict[str, str] = {}
        self._judul: dict[str, str] = {}
        for s in skema.lembar.values():
            for x in (s.id, s.lembar):
                self._nama.setdefault(kunci_nama(x), s.id)
            self._judul.setdefault(kunci_nama(self.teks(s.judul)), s.id)
        self._kolom: dict[str, _Sebutan] = {}

    def teks(self, x: str) -> str:
        """A header or title with its years."""
        return judul.sebagai_teks(x, self.setelan)

    def lembar_nama(self, nama: str) -> str | None:
        """Id of the sheet that the name of a file or sheet is."""
        return self._nama.get(kunci_nama(nama))

    def lembar_judul(self, teks: str) -> str | None:
        """Id of the sheet that a line above a table names, also behind the number of the table; None where it says anything more."""
        for x in dict.fromkeys((teks, _NOMOR_TABEL.sub("", teks, count=1))):
            cari = kunci_nama(x)
            if cari and (ada := self._nama.get(cari) or self._judul.get(cari)):
                return ada
        return None

    def kolom(self, jalur: Sequence[str], s: SkemaLembar) -> list[Kolom]:
        """The columns a header, given as its rows from the top, may stand for: by name, printed header, or name and year (target_2024).

        Several where the printed header is that of several and nothing above it tells them apart.
        """
        if s.id not in self._kolom:
            self._kolom[s.id] = _Sebutan(self, s)
        return self._kolom[s.id].cari([kunci_nama(x) for x in jalur])

    def sebut(self, k: Kolom) -> str:
        """A column by the rows of its printed header."""
        return ": ".join(self.teks(x) for x in (k.kelompok, k.judul) if x)


class _Sebutan:
    """The columns of a sheet by what a header may say."""

    def __init__(self, p: Penunjuk, s: SkemaLembar) -> None:
        self._nama: dict[str, list[Kolom]] = {}
        self._utuh: dict[str, list[Kolom]] = {}
        self._judul: dict[str, list[tuple[str, Kolom]]] = {}
        for k in s.kolom.values():
            atas, bawah = kunci_nama(p.teks(k.kelompok or "")), kunci_nama(p.teks(k.judul))
            self._nama.setdefault(kunci_nama(k.nama), []).append(k)
            self._judul.setdefault(bawah, []).append((atas, k))
            if atas:
                self._utuh.setdefault(f"{atas} {bawah}", []).append(k)
            if "{renstra" in k.judul and _TAHUN.search(f" {bawah}"):
                self._utuh.setdefault(f"{kunci_nama(k.nama.rsplit('_', 1)[0])} {bawah.rsplit(' ', 1)[-1]}", []).append(
                    k
                )

    def cari(self, jalur: Sequence[str]) -> list[Kolom]:
        if not jalur or not jalur[-1]:
            return []
        utuh, akhir = " ".join(jalur), jalur[-1]
        for daftar, x in ((self._nama, utuh), (self._utuh, utuh), (self._nama, akhir), (self._utuh, akhir)):
            if ada := daftar.get(x):
                return ada[:1]
        ada = self._judul.get(akhir, [])
        return [k for atas, k in ada if atas and atas in jalur[:-1]] or [k for _, k in ada]


def kolom_kepala(p: Penunjuk, jalur: Sequence[str], s: SkemaLembar, berkas: str, temuan: list[Temuan]) -> str | None:
    """The schema column of a header; None, and a finding, where it names none (CS-04) or several (CS-16)."""
    ada = p.kolom(jalur, s)
    kepala = ": ".join(x for x in jalur if x)
    if len(ada) == 1 or not kunci_nama(kepala):
        return ada[0].nama if ada else None
    ket: dict[str, Any] = {"nama": kepala, "lembar_tujuan": s.lembar}
    if ada:
        pilihan = ", ".join(p.sebut(k) for k in ada)
        temuan.append(buat_temuan("CS-16", lembar=berkas, kolom=kepala, pilihan=pilihan, **ket))
        return None
    waktu = kunci_nama(kepala) in KEPALA_WAKTU  # tells rows apart: no other name for a column of the sheet
    dekat = None if waktu else terdekat(kunci_nama(kepala).replace(" ", "_"), s.kolom, 0.6)
    usul = f' Maksud Anda "{dekat}"?' if dekat else ""
    if dekat and _tahun_lain(kunci_nama(kepala), dekat):  # another year is another figure
        usul = " Lembar ini tidak memuat tahun itu; tabelnya dapat ditempel di Tabel Bebas."
    temuan.append(buat_temuan("CS-04", lembar=berkas, kolom=kepala, usul=usul, **ket))
    return None


def _tahun_lain(kepala: str, dekat: str) -> bool:
    """Is a header, but for its year or number, the column of a year?

    >>> _tahun_lain("realisasi 4", "realisasi_3"), _tahun_lain("target 2018", "target_1"), _tahun_lain("realisai 1", "realisasi_1")
    (True, True, False)
    """
    nama, _, tahun = kepala.rpartition(" ")
    return tahun.isdigit() and nama == dekat.rpartition("_")[0] and dekat[-1].isdigit()


def kolom_waktu(kolom: Iterable[tuple[int, Sequence[str], str | None]]) -> dict[int, str]:
    """Of columns (number, header, field) those that name the year or quarter of a row where the sheet has no such column.

    >>> kolom_waktu([(1, ["Kode"], "kode"), (2, ["Tahun"], None), (3, ["Tahun Dasar"], None)])
    {2: ''}
    """
    return {n: "" for n, jalur, k in kolom if k is None and jalur and kunci_nama(jalur[-1]) in KEPALA_WAKTU}


def _waktu_lain(m: LembarMasukan, sel: Sequence[tuple[int, str | None, str]], laporan: Nilai) -> str:
    """The quarter, or the year other than the report's, that a row is of; "" for none. A blank year is that of the row before."""
    teks = {n: x for n, _, x in sel if x}
    for n in m.waktu:
        tahun = tahun_satu(waktu := teks.get(n, m.waktu[n]))
        m.waktu[n] = waktu if tahun else ""
        if (tahun and laporan not in (None, float(tahun))) or kuartal(waktu, berkepala=True) in TRIWULAN:
            return waktu
    return ""


def isi_baris(
    p: Penunjuk,
    m: LembarMasukan,
    tempat: tuple[str, int],
    sel: Sequence[tuple[int, str | None, str]],
    temuan: list[Temuan],
) -> dict[str, int]:
    """Number of the column that each field of a row is taken from; the cells that are not taken are counted in `m`.

    tempat: cell (or row) as findings name it, number of the row; sel: number of the column, field, text of each cell.
    Of a field that stands there twice with two contents nothing is taken (CS-15), of a row of another year or of a quarter neither (CS-27).
    """
    if waktu := _waktu_lain(m, sel, p.setelan.get("TahunLaporan")):
        m.dibuang["CS-27"] += sum(x != "" for *_, x in sel)
        ket = {"waktu": waktu, "lembar_tujuan": m.skema.lembar, "baris": tempat[1]}
        temuan.append(buat_temuan("CS-27", lembar=m.berkas, sel=tempat[0], **ket))
        return {}
    asal: dict[str, tuple[int, str]] = {}
    bertentangan: set[str] = set()
    terisi = [(n, k, x) for n, k, x in sel if k and x]
    for n, k, x in terisi:
        dulu, ada = asal.setdefault(k, (n, x))
        if ada != x and k not in bertentangan:
            bertentangan.add(k)
            ket: dict[str, Any] = {"kolom_satu": huruf(dulu), "isi_satu": ada, "kolom_dua": huruf(n), "isi_dua": x}
            ket |= {"baris": tempat[1], "kolom_judul": p.teks(m.skema.kolom[k].judul)}
            temuan.append(buat_temuan("CS-15", lembar=m.berkas, sel=tempat[0], kolom=k, **ket))
    hasil = {k: n for k, (n, _) in asal.items() if k not in bertentangan}
    m.dibuang["CS-04"] += sum(x != "" and k is None for _, k, x in sel)
    m.dibuang["CS-15"] += sum(k not in hasil for _, k, _ in terisi)
    m.rangkap += sum(k in hasil for _, k, _ in terisi) - len(hasil)
    return hasil


def tahun_setelan(s: SkemaLembar, isi: Mapping[str, str]) -> dict[str, Nilai]:
    """The years among settings that were read, by the name of the setting."""
    return {
        k.nama_setelan: float(isi[k.nama])
        for k in s.kolom.values()
        if k.nama_setelan and k.tipe == "tahun" and cacah(isi.get(k.nama, "")) is not None
    }
