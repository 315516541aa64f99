"""The rekap as a workbook: a sheet per table, written row by row, so that long lists cost no memory."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import datetime
from math import ceil
from pathlib import Path
from urllib.parse import quote

import openpyxl
from openpyxl.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.worksheet.pagebreak import Break

from lkjip_xl.buku.dari_openpyxl import byte_openpyxl, rapikan
from lkjip_xl.buku.gulungan import LembarPanjang, sisipkan
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import huruf, kutip
from lkjip_xl.inti.bacaan import desimal_terpendek
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.dasbor_grafik import Letak, pasang_grafik
from lkjip_xl.lembar.halaman import KERTAS_A3, KERTAS_A4, atur_cetak, atur_daerah, atur_tepi, perkecil
from lkjip_xl.lembar.kanonis import kanonis
from lkjip_xl.lembar.kepala import bekukan, ulangi_kepala, ulangi_kolom
from lkjip_xl.lembar.sel import sel_lepas, tambah_baris
from lkjip_xl.lembar.sel_panjang import BarisPanjang, SelPanjang
from lkjip_xl.lembar.ukuran import TEPI, TINGGI_BARIS, atur_lebar, atur_tinggi, tinggi
from lkjip_xl.rekap import grafik
from lkjip_xl.rekap.grafik import Grafik
from lkjip_xl.rekap.himpun import Rekap
from lkjip_xl.rekap.tabel import Baris, Sel, TabelRekap, Taut
from lkjip_xl.ringkasan.model import KolomRingkas

BARIS_KEPALA_REKAP = 4
BARIS_MAKS = 50_000  # rows of one sheet: more than anybody reads, and what fits into the memory of any PC
TAUTAN_MAKS = 60_000  # Excel takes 65,530 of a sheet
TANGGAL = "dd/mm/yyyy"
KOSONG = "Tidak ada."
DESIMAL_MAKS = 4  # of a target or realisasi as it is shown
TINGGI_GRAFIK = 150.0  # points: a chart of few bars is at least so high
SKALA_GRAFIK = 64  # percent, with which these columns fit an upright A4
HALAMAN_GRAFIK = 1120.0  # points of rows on such a page: 60 agencies in one chart
KOLOM_GRAFIK = 12  # columns of the sheet of charts that are printed
LEBAR_A3, LEBAR_DUA = 230, 330
WARNA = {
    "perangkat_daerah": "pengukuran",
    "program": "anggaran",
    "temuan": "hasil",
    "gagal_dibaca": "hasil",
    "berkas_ganda": "hasil",
}
TURUN_WARNA = "ringkasan"


def bangun_rekap(
    r: Rekap, tabel: Sequence[TabelRekap], folder: Path | None, catatan: Sequence[str]
) -> tuple[bytes, list[tuple[str, int]]]:
    """Bytes of the workbook, and which sheets were cut, with how many rows they would have.

    folder: where it will lie (links are relative to it); catatan: what is said below the first table.
    """
    wb = openpyxl.Workbook(write_only=True)
    terpotong, panjang = [], {}
    for t in tabel:
        ws = wb.create_sheet(t.lembar)
        penulis = _Lembar(ws, t, folder)
        n = penulis.tulis(catatan if t is tabel[0] else ())
        panjang[t.lembar] = penulis.isi
        if n > BARIS_MAKS:
            terpotong.append((t.lembar, n))
        if t is tabel[1]:
            _grafik(wb.create_sheet(grafik.LEMBAR), grafik.grafik_rekap(r), r.tahun)
    wb.properties = DocumentProperties(creator="LKjIP-XL", title="Rekap LKjIP")
    paket = Paket.dari_bytes(kanonis(byte_openpyxl(wb), sementara=True), "rekap.xlsx")
    rapikan(paket)
    daftar = paket.lembar()
    return sisipkan(paket, {daftar[n].part: isi for n, isi in panjang.items()}), terpotong


class _Lembar:
    """Writes one table on a sheet that only takes rows, from the first to the last."""

    def __init__(self, ws, t: TabelRekap, folder: Path | None) -> None:
        self._ws, self._t, self._folder, self._baris = ws, t, folder, BarisPanjang(ws)
        self._rupa = [
            gaya.ringkas(
                k.tipe,
                "biasa",
                0,
                gaya.format_angka(k.tipe, k.desimal) if k.tipe in ("angka", "persen", "rupiah") else "General",
                tebal=False,
            )
            for k in t.kolom
        ]

    @property
    def isi(self) -> LembarPanjang:
        """The rows that were written."""
        return self._baris.isi

    def tulis(self, catatan: Sequence[str]) -> int:
        """All rows; returns how many the table has."""
        ws, t = self._ws, self._t
        atur_lebar(ws, [k.lebar for k in t.kolom])
        bekukan(ws, kolom=_tetap(t.kolom), baris=BARIS_KEPALA_REKAP + 1)
        ws.sheet_properties.tabColor = gaya.WARNA_TAB[WARNA.get(t.nama, TURUN_WARNA)]
        lebar, tetap = sum(k.lebar for k in t.kolom), _tetap(t.kolom)
        atur_cetak(ws, kertas=KERTAS_A3 if lebar > LEBAR_A3 else KERTAS_A4, lebar=ceil(lebar / LEBAR_DUA))
        if lebar > LEBAR_DUA and tetap:  # too wide for one page: the agency on each of them
            ulangi_kolom(ws, tetap)
        atur_tepi(ws)
        ulangi_kepala(ws, BARIS_KEPALA_REKAP, BARIS_KEPALA_REKAP)
        self._baris.tambah([SelPanjang(t.judul, gaya.JUDUL)], 20.0)
        self._baris.tambah([SelPanjang(t.keterangan, gaya.KETERANGAN)], TINGGI_BARIS)
        self._baris.tambah([], TINGGI_BARIS)
        self._baris.tambah(
            [SelPanjang(k.judul, gaya.KEPALA) for k in t.kolom],
            tinggi(*((k.judul, k.lebar) for k in t.kolom), tebal=True),
        )
        n = 0
        for b in t.baris():
            n += 1
            if n <= BARIS_MAKS:
                self._isi(b)
        if not n:
            self._baris.tambah([SelPanjang(KOSONG, gaya.KETERANGAN)], TINGGI_BARIS)
        akhir = self.isi.banyak
        ws.auto_filter.ref = f"A{BARIS_KEPALA_REKAP}:{huruf(len(t.kolom))}{akhir}"
        if n > BARIS_MAKS:
            self._baris.tambah(
                [SelPanjang(f"Dipotong: {BARIS_MAKS} dari {n} baris; seluruhnya dengan --csv.", gaya.KETERANGAN)],
                TINGGI_BARIS,
            )
        for teks in catatan:
            self._baris.tambah([SelPanjang(teks, gaya.KETERANGAN)], TINGGI_BARIS)
        atur_daerah(ws, len(t.kolom), self.isi.banyak, 1)
        return n

    def _isi(self, b: Baris) -> None:
        sel = [self._nilai(x, k, rupa) for x, k, rupa in zip(b, self._t.kolom, self._rupa, strict=True)]
        teks = [
            (x.teks if isinstance(x, Taut) else x, k.lebar)
            for x, k in zip(b, self._t.kolom, strict=True)
            if isinstance(x, (str, Taut))
        ]
        self._baris.tambah(sel, tinggi(*teks))

    def _nilai(self, x: Sel | Taut, k: KolomRingkas, rupa: gaya.Rupa) -> SelPanjang:
        if isinstance(x, Taut):
            return self._taut(x, rupa)
        if isinstance(x, datetime):
            return SelPanjang(x, rupa, TANGGAL)
        if k.tipe == "angka" and k.desimal is None and isinstance(x, float):
            return SelPanjang(x, rupa, gaya.format_angka("angka", min(desimal_terpendek(x), DESIMAL_MAKS)))
        return SelPanjang(x, rupa)

    def _taut(self, x: Taut, rupa: gaya.Rupa) -> SelPanjang:
        if not x.teks or self.isi.banyak_tautan >= TAUTAN_MAKS:
            return SelPanjang(x.teks, rupa)
        tempat = f"{kutip(x.lembar)}!{x.sel.split(':')[0]}" if x.lembar and x.sel else None
        b = x.entri.berkas
        return SelPanjang(x.teks, rupa, berkas=b.alamat or alamat_berkas(b.path, self._folder), tempat=tempat)


def _tetap(kolom: Sequence[KolomRingkas]) -> int:
    """Columns that stay in view: year and agency."""
    return 2 if [k.nama for k in kolom[:2]] == ["tahun", "perangkat_daerah"] else 0


def alamat_berkas(path: Path, folder: Path | None) -> str:
    """A file as a link of a workbook in `folder` names it: relative where it can be, else whole."""
    tujuan = Path(os.path.abspath(path))
    if folder is not None:
        try:
            return quote(os.fsencode(Path(os.path.relpath(tujuan, os.path.abspath(folder))).as_posix()))
        except ValueError:  # another drive of Windows
            pass
    return tujuan.as_uri()


def _grafik(ws, semua: Sequence[Grafik], tahun: int) -> None:
    """The figures of the charts one block below the other, each with its chart beside it."""
    atur_lebar(ws, (44, 2, 14, 14))
    atur_cetak(ws, arah="portrait")
    perkecil(ws, SKALA_GRAFIK)
    atur_tepi(ws)
    ws.sheet_view.showGridLines = False
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["ringkasan"]
    awal, terpakai = 3, 2 * TINGGI_BARIS
    for g in semua:
        letak = Letak(awal, awal + 2, awal + 1 + len(g.isi))
        tinggi_satu = max(TINGGI_BARIS + TEPI, TINGGI_GRAFIK / len(g.isi))
        for b in range(letak.awal, letak.akhir + 1):
            atur_tinggi(ws, b, tinggi_satu)
        pasang_grafik(ws, g.jenis, letak, g.sumbu, [*g.isi])
        perlu = tinggi_satu * len(g.isi) + 3 * TINGGI_BARIS  # title, header, the row between
        if terpakai + perlu > HALAMAN_GRAFIK:
            ws.row_breaks.append(Break(awal - 1))
            terpakai = 0.0
        terpakai += perlu
        awal = letak.akhir + 2
    baris = 0
    for sel in _baris_grafik(ws, semua, tahun):
        baris += 1
        tambah_baris(ws, sel)
    atur_daerah(ws, KOLOM_GRAFIK, baris, 1)


def _baris_grafik(ws, semua: Sequence[Grafik], tahun: int) -> Iterator[list]:
    def sel(x: Sel, rupa: gaya.Rupa) -> Cell:
        return sel_lepas(ws, x, rupa)

    yield [sel(f"GRAFIK TAHUN LAPORAN {tahun}" if tahun else "GRAFIK", gaya.JUDUL)]
    yield []
    for g in semua:
        yield [sel(g.judul, gaya.SUBJUDUL)]
        yield [sel(x, gaya.KEPALA) if x else None for x in g.kepala]
        for nama, _, *nilai in g.isi:
            angka = [sel(x, gaya.angka_grafik(g.format)) if x is not None else None for x in nilai]
            yield [sel(nama, gaya.TEKS_GRAFIK), None, *angka]
        yield []
