"""Workbooks of many invented agencies on disk, made faster than they are read: some real ones, their values patched.

A base is a workbook of `agensi` filled in as any other; a variant of it is the same package with another name of the agency
and other figures in Pengukuran and Anggaran, every other part copied as it is compressed. One seed gives the same files.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from agensi import agensi, tulis_folder
from satu_jalan import sekali_jalan

from lkjip_xl.buku.paket import Paket
from lkjip_xl.isi import isi_buku
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.perintah import skema
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja

UKURAN = ((1, 6), (4, 12), (10, 30), (18, 60), (60, 120))  # indicators and programme rows of the bases
DIUBAH = {"pengukuran": ("realisasi", 0.8, 1.1), "anggaran": ("realisasi_rp", 0.85, 1.0)}
_SEL = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*>)<v>[^<]*</v>')
_SISA = 4  # blank rows behind the last one


@dataclass(frozen=True, slots=True)
class Dasar:
    """One filled workbook and where what is varied stands: by part, addresses; figures also with their value."""

    data: bytes
    nama: dict[str, str]
    angka: dict[str, dict[str, float]]
    batas: dict[str, tuple[float, float]]

    def varian(self, r: Random, instansi: str) -> bytes:
        """The same workbook of another agency, with other figures."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as arsip:
            baru = {}
            for bagian in {*self.nama, *self.angka}:
                isi = arsip.read(bagian)
                if bagian in self.nama:
                    pola = rb'(<c r="%s"[^>]*>)<is><t[^>]*>[^<]*</t></is>' % self.nama[bagian].encode()
                    isi = re.sub(pola, rb"\g<1><is><t>" + instansi.encode() + rb"</t></is>", isi)
                if bagian in self.angka:
                    isi = _SEL.sub(partial(_lain, self.angka[bagian], self.batas[bagian], r), isi)
                baru[bagian] = isi
            return _kemas(self.data, arsip, baru)


def _lain(angka: dict[str, float], batas: tuple[float, float], r: Random, m: re.Match[bytes]) -> bytes:
    """The cell with another figure, where it is one that varies: whole where it was whole."""
    x = angka.get(m[2].decode())
    if x is None:
        return m[0]
    y = x * r.uniform(*batas)
    return b"%s<v>%r</v>" % (m[1], float(round(y)) if x == int(x) else round(y, 2))


def _kemas(data: bytes, arsip: zipfile.ZipFile, baru: dict[str, bytes]) -> bytes:
    """The archive with other bytes in some of its parts; the rest is not compressed again."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as hasil:
        for i in arsip.infolist():
            if i.filename in baru:
                hasil.writestr(i, baru[i.filename], compresslevel=1)
                continue
            n, m = struct.unpack_from("<HH", data, i.header_offset + 26)
            awal = i.header_offset + 30 + n + m
            salinan = zipfile.ZipInfo(i.filename, i.date_time)
            for sifat in ("compress_type", "CRC", "compress_size", "file_size", "create_system", "external_attr"):
                setattr(salinan, sifat, getattr(i, sifat))
            salinan.header_offset = keluar.tell()
            keluar.write(salinan.FileHeader() + data[awal : awal + i.compress_size])
            hasil.filelist.append(salinan)
            hasil.NameToInfo[i.filename] = salinan
            hasil.start_dir = keluar.tell()
            hasil._didModify = True
    return keluar.getvalue()


@sekali_jalan
def dasar(benih: int, indikator: int, simpul: int, tahun: int | None = None, *, penuh: bool = False) -> Dasar:
    """The workbook of one seed; penuh: with all ready-made rows, else with few blank ones."""
    naskah = agensi(Random(benih), indikator=indikator, simpul=simpul, ragam=False)
    if tahun is not None:
        naskah["pengaturan"][0]["tahun"] = str(tahun)
    sk = skema()
    if not penuh:
        sk = Skema(
            {
                i: s if s.baris_awal or s.susunan == "pasangan" else replace(s, baris=min(s.baris, len(naskah.get(i, ())) + _SISA))
                for i, s in sk.lembar.items()
            }
        )  # fmt: skip
    paket = Paket.dari_bytes(bangun(sk), "dasar.xlsm")
    with TemporaryDirectory() as t:
        tulis_folder(naskah, Path(t) / "csv")
        _, buku = isi_buku(paket, Path(t) / "csv", sk)
    return _letak(paket, buku)


def _letak(paket: Paket, buku: BukuKerja) -> Dasar:
    bagian = {n: i.part for n, i in paket.lembar().items()}
    atur = buku["pengaturan"]
    angka, batas = {}, {}
    for id_lembar, (kolom, bawah, atas) in DIUBAH.items():
        t = buku[id_lembar]
        diketik = {b: s.nilai for (b, k), s in t.sel.items() if k == kolom and s.asal in (Asal.ISIAN, Asal.TIMPA)}
        angka[bagian[t.lembar]] = {t.alamat(b, kolom): x for b, x in diketik.items() if isinstance(x, float)}
        batas[bagian[t.lembar]] = (bawah, atas)
    return Dasar(paket.ke_bytes(), {bagian[atur.lembar]: atur.alamat(BARIS_DATA, "instansi")}, angka, batas)


def tulis_daerah(
    folder: Path, banyak: int, *, benih: int = 0, ukuran: tuple[tuple[int, int], ...] = UKURAN, penuh: bool = False
) -> list[Path]:
    """So many workbooks of one year in a folder, each of another agency."""
    folder.mkdir(parents=True, exist_ok=True)
    semua = [dasar(benih + n, *u, 2024, penuh=penuh) for n, u in enumerate(ukuran)]
    r, hasil = Random(benih), []
    for n in range(banyak):
        hasil.append(folder / f"LKjIP {n + 1:05}.xlsm")
        hasil[-1].write_bytes(semua[n % len(semua)].varian(r, f"Dinas Contoh {n + 1}"))
    return hasil
