"""Read what a workbook is filled from: a file or folder of any formats we read, one table per sheet."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.berkas import baca_biasa, keadaan, sama_berkas
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.berkas_csv import baca_berkas_csv
from lkjip_xl.isi.gaya_inggris import tulis_ulang
from lkjip_xl.isi.kisi import baca_potongan, baca_setelan
from lkjip_xl.isi.masukan import LembarMasukan, Penunjuk, tahun_setelan
from lkjip_xl.isi.potongan import KepalaKita, Potongan, bersambung, kepala_kita, potong, susun_kepala
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan, temuan_dari
from lkjip_xl.skema.versi import NAMA_VERSI
from lkjip_xl.sumber import baca_sumber
from lkjip_xl.sumber.folder import IsiFolder, isi_folder
from lkjip_xl.sumber.jenis import jenis_berkas
from lkjip_xl.sumber.model import LEMBAR_FORMULIR
from lkjip_xl.sumber.tanda import tanda_atas
from lkjip_xl.tabel.hitung_buku import ID_SETELAN
from lkjip_xl.tabel.model import Nilai

TEKS = frozenset({".csv", ".tsv", ".txt"})
DILEWATI = "koreksi"  # the list of corrections of an example is no sheet
SEBUT_MAKS = 5


@dataclass(slots=True)
class Masukan:
    """What was read: tables by their sheets, settings first, findings, cells that are not used by the code that says why."""

    lembar: list[LembarMasukan] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)
    dibuang: Counter[str] = field(default_factory=Counter)
    sama: int = 0
    kepala: int = 0


@dataclass(slots=True)
class _Berkas:
    """A file: the sheet its name is, its pieces; a CSV has none, it is the sheet."""

    path: Path
    lembar: str | None
    potongan: list[Potongan] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Tawaran:
    """What a file offers for a sheet: a CSV, or pieces that are one table."""

    berkas: _Berkas
    potongan: tuple[Potongan, ...] = ()


@dengan_kata
def baca_masukan(
    dari: Path, skema: Skema, awal: Mapping[str, Nilai] | None = None, selain: Path | None = None
) -> Masukan:
    """Read a file, or every file of a known kind in a folder; raises GalatBerkas where there is nothing, not even a file to name.

    awal: settings of the workbook itself; selain: the workbook, which is no source. Of a folder a file that is no CSV and
    cannot be read is a finding. The tables come in the order of the schemas, settings first: their years name the year
    columns.
    """
    hasil = Masukan()
    setelan: dict[str, Nilai] = dict(awal or {})
    semua = _daftar(dari, hasil.temuan)
    penunjuk = Penunjuk(skema, setelan)
    berkas = [b for p in semua if not sama_berkas(p, selain) and (b := _buka(p, p != dari, penunjuk, skema, hasil))]
    tawaran = [t for b in berkas for t in _tawaran(b, penunjuk, skema, hasil)]
    if not tawaran:
        if not hasil.temuan:
            raise GalatBerkas("CS-02", folder=str(dari))
        hasil.temuan.insert(0, buat_temuan("CS-02", lembar=dari.name, folder=str(dari)))
        return hasil
    milik: dict[str, list[_Tawaran]] = {}
    for lembar, t in tawaran:
        milik.setdefault(lembar, []).append(t)
    for s in sorted((skema.lembar[i] for i in milik), key=lambda s: (s.id != ID_SETELAN, s.urutan)):
        penunjuk = Penunjuk(skema, setelan)  # with the years that are known by now
        lembar = [_baca(t, s, penunjuk, hasil.temuan) for t in milik[s.id]]
        hasil.temuan += (t for m in lembar for t in tulis_ulang(m))
        if s.id == ID_SETELAN and lembar[0].baris:
            setelan |= tahun_setelan(s, lembar[0].baris[0].isi)
        hasil.lembar += _satu_sumber(lembar, milik[s.id], hasil)
    return hasil


def _daftar(dari: Path, temuan: list[Temuan]) -> list[Path]:
    ada = keadaan(dari)
    if ada is None or not (stat.S_ISDIR(ada.st_mode) or stat.S_ISREG(ada.st_mode)):
        raise GalatBerkas("CS-01", apa="Berkas" if dari.suffix else "Folder", folder=str(dari))
    if not stat.S_ISDIR(ada.st_mode):
        return [dari]
    isi = isi_folder(dari)
    temuan += temuan_lewat(isi, dari)
    return isi.berkas


def temuan_lewat(isi: IsiFolder, folder: Path) -> list[Temuan]:
    """What of a folder is not read: files of other kinds one by one (AB-17), everything else in sum (AB-24)."""
    return [
        *(buat_temuan("AB-17", lembar=nama) for nama in isi.tunggal),
        *(buat_temuan("AB-24", lembar=folder.name, banyak=n, apa=apa, daftar=daftar) for apa, n, daftar in isi.lewat()),
    ]


def _buka(p: Path, di_folder: bool, penunjuk: Penunjuk, skema: Skema, hasil: Masukan) -> _Berkas | None:
    """A file with its pieces; None for one that is no source, which is said."""
    lembar = penunjuk.lembar_nama(p.stem)
    if p.suffix.lower() in TEKS and (lembar is None or jenis_berkas(baca_biasa(p)) == "teks"):
        if lembar is None and p.stem == DILEWATI:
            hasil.temuan.append(buat_temuan("CS-42", lembar=p.name, nama=p.name))
            hasil.dibuang["CS-42"] += _banyak(p)
        elif lembar is None:
            dekat = terdekat(p.stem, skema.lembar, 0.5)
            usul = f' Maksud Anda "{dekat}.csv"?' if dekat else ""
            hasil.temuan.append(buat_temuan("CS-03", lembar=p.name, nama=p.name, usul=usul))
            hasil.dibuang["CS-03"] += _banyak(p)
        return _Berkas(p, lembar) if lembar is not None else None
    try:
        return _dokumen(p, lembar, di_folder, penunjuk, skema, hasil)
    except GalatBerkas as e:
        if not di_folder:
            raise
        hasil.temuan.append(temuan_dari(e.kode, e.isi, p.name))
        return None


def _banyak(p: Path) -> int:
    """Filled cells of a text file, as far as it can be read."""
    try:
        return sum(len(k.sel) for k in baca_sumber(p).kisi)
    except GalatBerkas:
        return 0


def _dokumen(
    p: Path, lembar: str | None, di_folder: bool, penunjuk: Penunjuk, skema: Skema, hasil: Masukan
) -> _Berkas | None:
    if jenis_berkas(baca_biasa(p)) == "excel" and baca_buku(Paket.buka(p), hanya=[]).nama.get(NAMA_VERSI):
        kode = "CS-17"
    else:
        s = baca_sumber(p)
        if all(k.tempat != LEMBAR_FORMULIR for k in s.kisi):
            hasil.temuan += (temuan_dari(kode, isi, p.name) for kode, isi in (*s.catatan, *tanda_atas(s.kisi)))
            return _Berkas(p, lembar, [x for k in s.kisi for x in potong(penunjuk, k, skema)])
        kode = "CS-18"
    if not di_folder:
        raise GalatBerkas(kode, berkas=p.name)
    hasil.temuan.append(buat_temuan(kode, lembar=p.name, berkas=p.name))
    return None


def _tawaran(b: _Berkas, penunjuk: Penunjuk, skema: Skema, hasil: Masukan) -> Iterable[tuple[str, _Tawaran]]:
    """Which sheets a file offers: those its tabs and titles name, else the one its own name is; the rest is told."""
    if not b.potongan:
        if b.lembar is not None and b.path.suffix.lower() in TEKS:
            yield b.lembar, _Tawaran(b)
        return
    for p in b.potongan:
        if p.pertama and p.kisi.beralamat and (tab := penunjuk.lembar_nama(p.kisi.tempat)):
            p.lembar = tab
        if p.lembar is not None and not _layak(p, skema.lembar[p.lembar], penunjuk):
            p.lembar = None
    if b.lembar is not None and all(p.lembar is None for p in b.potongan):
        kena = [_kena(p, skema.lembar[b.lembar], penunjuk) for p in b.potongan]
        b.potongan[kena.index(max(kena))].lembar = b.lembar
    lain: list[Potongan] = []
    i = 0
    while i < len(b.potongan):
        p = b.potongan[i]
        i += 1
        if p.lembar is None:
            lain.append(p)
            continue
        semua = [p]
        while i < len(b.potongan) and bersambung(penunjuk, p, b.potongan[i], skema):
            semua.append(b.potongan[i])
            i += 1
        yield p.lembar, _Tawaran(b, tuple(semua))
    if lain:
        hasil.dibuang["CS-24"] += sum(p.banyak for p in lain)
        sebut = [rapikan_spasi(p.sebutan)[:80] for p in lain]
        daftar = "; ".join([*sebut[:SEBUT_MAKS], *(["…"] if len(sebut) > SEBUT_MAKS else [])])
        hasil.temuan.append(buat_temuan("CS-24", lembar=b.path.name, banyak=len(lain), daftar=daftar))


def _kena(p: Potongan, s: SkemaLembar, penunjuk: Penunjuk) -> int:
    kepala = kepala_kita(penunjuk, p, s) if s.susunan == "tabel" else None
    return kepala.kena if kepala is not None else 0


def _layak(p: Potongan, s: SkemaLembar, penunjuk: Penunjuk) -> bool:
    """A tab says it all; a title may be that of the official table, whose columns bear other names."""
    if p.kisi.beralamat and penunjuk.lembar_nama(p.kisi.tempat) == s.id:
        return True
    if s.susunan == "pasangan":
        return True
    kepala = kepala_kita(penunjuk, p, s)
    berkepala = [k for k in kepala.kolom if any(k.jalur)] if kepala is not None else []
    return kepala is not None and 2 * kepala.kena > len(berkepala)


def _baca(t: _Tawaran, s: SkemaLembar, penunjuk: Penunjuk, temuan: list[Temuan]) -> LembarMasukan:
    if not t.potongan:
        return baca_berkas_csv(penunjuk, t.berkas.path, s, temuan)
    p = t.potongan[0]
    if s.susunan == "pasangan":
        return baca_setelan(penunjuk, t.potongan, s, temuan)
    kepala: KepalaKita | None = kepala_kita(penunjuk, p, s) or susun_kepala(penunjuk, p, [(0, 1)], s)[0]
    return baca_potongan(penunjuk, t.potongan, kepala, s, temuan)


def _satu_sumber(lembar: list[LembarMasukan], tawaran: list[_Tawaran], hasil: Masukan) -> list[LembarMasukan]:
    """The tables of one file for a sheet; another file for it is a copy, or it is not used and an error says so."""
    utama = [m for m, t in zip(lembar, tawaran, strict=True) if t.berkas is tawaran[0].berkas]
    isi = [b.isi for m in utama for b in m.baris]
    for m, t in zip(lembar, tawaran, strict=True):
        if t.berkas is tawaran[0].berkas:
            continue
        banyak = sum(len(b.isi) for b in m.baris)
        hasil.dibuang += m.dibuang
        hasil.kepala += m.kepala
        if all(b.isi in isi for b in m.baris):
            hasil.sama += banyak + m.rangkap
            continue
        hasil.dibuang["CS-19"] += banyak + m.rangkap
        ket: dict[str, Any] = {"lembar_tujuan": m.skema.lembar, "dipakai": utama[0].berkas}
        hasil.temuan.append(buat_temuan("CS-19", lembar=m.berkas, berkas=m.berkas, **ket))
    return utama
