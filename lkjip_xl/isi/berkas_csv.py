"""Read a folder of CSV files: which file fills which sheet, which column each header names."""

from __future__ import annotations

import re
import stat
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lkjip_xl.buku.berkas import baca_biasa, keadaan
from lkjip_xl.buku.csv_aman import periksa_ukuran
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema import judul
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.csv import urai_csv
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.tabel.susun import ID_SETELAN

KEPALA_PASANGAN = ("pengaturan", "nilai")
_TAHUN = re.compile(r" (?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class BarisCsv:
    """One data row: number of its line in the file, texts by schema column (blanks left out)."""

    nomor: int
    isi: dict[str, str]


@dataclass(slots=True)
class LembarCsv:
    """One CSV file, read for its sheet.

    dibuang: filled cells that are not used, by the code that says why; rangkap: cells that repeat another of their row.
    """

    berkas: Path
    skema: SkemaLembar
    baris: list[BarisCsv] = field(default_factory=list)
    dibuang: Counter[str] = field(default_factory=Counter)
    rangkap: int = 0


@dengan_kata
def baca_folder(
    folder: Path, skema: Skema, awal: Mapping[str, Nilai] | None = None
) -> tuple[list[LembarCsv], list[Temuan]]:
    """Read every CSV of the folder; raises GalatBerkas when there is no folder or nothing in it.

    awal: settings of the workbook itself. Returns the sheets in schema order (settings first: their years name the year
    columns) and the findings.
    """
    ada = keadaan(folder)
    if ada is None or not stat.S_ISDIR(ada.st_mode):
        raise GalatBerkas("CS-01", folder=str(folder))
    berkas = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".csv" and not p.name.startswith("."))
    temuan: list[Temuan] = []
    milik: dict[str, Path] = {}
    for p in berkas:
        lembar = _lembar_dari_nama(p.stem, skema)
        if lembar is None:
            if p.stem != "koreksi":
                temuan.append(_temuan_nama(p, skema))
            continue
        milik[lembar] = p
    if not milik:
        raise GalatBerkas("CS-02", folder=str(folder))
    hasil: list[LembarCsv] = []
    setelan: dict[str, Nilai] = dict(awal or {})
    for s in sorted((skema.lembar[i] for i in milik), key=lambda s: (s.id != ID_SETELAN, s.urutan)):
        lembar = _baca_satu(milik[s.id], s, setelan, temuan)
        if s.id == ID_SETELAN and lembar.baris:
            setelan |= _tahun(s, lembar.baris[0].isi)
        hasil.append(lembar)
    return hasil, temuan


def _lembar_dari_nama(nama: str, skema: Skema) -> str | None:
    cari = kunci_nama(nama)
    for s in skema.lembar.values():
        if cari in (kunci_nama(s.id), kunci_nama(s.lembar)):
            return s.id
    return None


def _temuan_nama(p: Path, skema: Skema) -> Temuan:
    dekat = terdekat(p.stem, skema.lembar, 0.5)
    usul = f' Maksud Anda "{dekat}.csv"?' if dekat else ""
    return buat_temuan("CS-03", lembar=p.name, nama=p.name, usul=usul)


def _tahun(s: SkemaLembar, isi: Mapping[str, str]) -> dict[str, Nilai]:
    return {
        k.nama_setelan: float(isi[k.nama])
        for k in s.kolom.values()
        if k.nama_setelan and k.tipe == "tahun" and cacah(isi.get(k.nama, "")) is not None
    }


def _baca_satu(p: Path, s: SkemaLembar, setelan: Mapping[str, Nilai], temuan: list[Temuan]) -> LembarCsv:
    periksa_ukuran(p)
    isi_csv = urai_csv(baca_biasa(p), p.name)
    if isi_csv.windows:
        temuan.append(buat_temuan("CS-05", lembar=p.name))
    barisan, hasil = isi_csv.baris, LembarCsv(p, s)
    if not barisan:
        return hasil
    if s.susunan == "pasangan":
        return _baca_pasangan(hasil, barisan, temuan)
    kolom = [_kolom(h, s, setelan, p, temuan) for h in barisan[0]]
    for nomor, sel in enumerate(barisan[1:], 2):
        if lebih := sum(x.strip() != "" for x in sel[len(kolom) :]):
            hasil.dibuang["CS-06"] += lebih
            temuan.append(buat_temuan("CS-06", lembar=p.name, sel=str(nomor), baris=nomor, lebih=len(sel) - len(kolom)))
        rapi = [x.strip() for x in sel]
        hasil.dibuang["CS-04"] += sum(x != "" and k is None for k, x in zip(kolom, rapi, strict=False))
        isi = _isi_baris(p, s, nomor, kolom, rapi, setelan, temuan)
        terisi = [k for k, x in zip(kolom, rapi, strict=False) if k and x]
        hasil.dibuang["CS-15"] += sum(k not in isi for k in terisi)
        hasil.rangkap += sum(k in isi for k in terisi) - len(isi)
        if isi:
            hasil.baris.append(BarisCsv(nomor, isi))
    return hasil


def _isi_baris(
    p: Path,
    s: SkemaLembar,
    nomor: int,
    kolom: Sequence[str | None],
    sel: Sequence[str],
    setelan: Mapping[str, Nilai],
    temuan: list[Temuan],
) -> dict[str, str]:
    """Texts of one row by schema column; of a field that stands there twice with two contents nothing is taken."""
    asal: dict[str, int] = {}
    bertentangan: set[str] = set()
    for i, (k, x) in enumerate(zip(kolom, sel, strict=False)):
        if not k or not x:
            continue
        dulu = asal.setdefault(k, i)
        if sel[dulu] != x and k not in bertentangan:
            bertentangan.add(k)
            ket: dict[str, Any] = {
                "kolom_satu": huruf(dulu + 1),
                "isi_satu": sel[dulu],
                "kolom_dua": huruf(i + 1),
                "isi_dua": x,
            }
            judul_kolom = judul.sebagai_teks(s.kolom[k].judul, setelan)
            temuan.append(
                buat_temuan(
                    "CS-15", lembar=p.name, sel=str(nomor), kolom=k, baris=nomor, kolom_judul=judul_kolom, **ket
                )
            )
    return {k: sel[i] for k, i in asal.items() if k not in bertentangan}


def _baca_pasangan(hasil: LembarCsv, barisan: list[list[str]], temuan: list[Temuan]) -> LembarCsv:
    """Settings: rows of (setting, value); the header row may be missing."""
    isi: dict[str, str] = {}
    for nomor, sel in enumerate(barisan, 1):
        if len(sel) < 2 or (nomor == 1 and kunci_nama(sel[0]) == KEPALA_PASANGAN[0]):
            continue
        nama = _kolom(sel[0], hasil.skema, {}, hasil.berkas, temuan)
        if nama and sel[1].strip():
            isi[nama] = sel[1].strip()
        elif sel[1].strip():
            hasil.dibuang["CS-04"] += 1
    if isi:
        hasil.baris.append(BarisCsv(1, isi))
    return hasil


def _kolom(kepala: str, s: SkemaLembar, setelan: Mapping[str, Nilai], p: Path, temuan: list[Temuan]) -> str | None:
    """Schema column of a CSV header: its name, its printed header, or the name with a year (target_2024)."""
    cari = kunci_nama(kepala)
    if not cari:
        return None
    for k in s.kolom.values():
        if cari in (kunci_nama(k.nama), kunci_nama(judul.sebagai_teks(k.judul, setelan))):
            return k.nama
    for k in s.kolom.values():
        if "{renstra" in k.judul and _TAHUN.search(cari):
            slot = k.nama.rsplit("_", 1)[0]
            tahun = judul.sebagai_teks(k.judul, setelan).rsplit(" ", 1)[-1]
            if cari == f"{kunci_nama(slot)} {tahun}":
                return k.nama
    dekat = terdekat(cari.replace(" ", "_"), s.kolom, 0.6)
    usul = f' Maksud Anda "{dekat}"?' if dekat else ""
    temuan.append(buat_temuan("CS-04", lembar=p.name, kolom=kepala, nama=kepala, lembar_tujuan=s.lembar, usul=usul))
    return None
