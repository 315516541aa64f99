"""Dasbor: the data behind the charts, row by row, and the charts beside them.

Excel's charts cannot be sent through the text protocol of the buttons, and LibreOffice does not follow series over
defined names. So every chart stands in the template already, over a fixed block of rows; what changes is only cells
and which rows are hidden. Hidden rows are left out of a chart (plotVisOnly) and take the room of a chart that is
anchored to them, in Excel and in LibreOffice alike: a chart is as high as its data, and one pixel high without any.
`lkjip ringkas`, VBA and xlwings therefore make the same sheet. Its cells are values, as on every summary sheet, made anew by
Perbarui Ringkasan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.rumus import bulat
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.dasbor_grafik import KOLOM_GRAFIK, LEBAR_GRAFIK, Letak, bentuk_angka, pasang_grafik
from lkjip_xl.lembar.halaman import atur_daerah, perkecil
from lkjip_xl.lembar.kepala import bekukan, tulis_judul, tulis_kembali, tulis_kepala_blok
from lkjip_xl.lembar.ringkasan import BELUM, TANPA_DATA, atur_lembar, pesan_mati
from lkjip_xl.lembar.sel import bersih, gabung, tulis
from lkjip_xl.lembar.ukuran import TINGGI_BARIS, atur_lebar, atur_tinggi, baris_teks, tinggi
from lkjip_xl.ringkasan import dibuat_dari
from lkjip_xl.ringkasan.grafik import (
    BAGIAN,
    BATANG,
    GARIS,
    SEBAR,
    GrafikData,
    grafik_capaian,
    grafik_kategori,
    grafik_kuadran,
    grafik_riwayat,
    grafik_serapan,
)
from lkjip_xl.ringkasan.kepala import instansi_tahun, kepala_tabel
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_PETUNJUK, BukuKerja

LEMBAR = "Dasbor"
LEBAR = (18, 38, 13, 13)  # the first holds codes, years and names of categories
LEBAR_SEMUA = (*LEBAR, *[LEBAR_GRAFIK] * KOLOM_GRAFIK)
TINGGI_GRAFIK = 140.0  # points: a chart of few rows is at least so high
TINGGI_SUBJUDUL = 1.3
# points, one pixel (of less LibreOffice makes an ordinary row): it forgets the figures of a chart none of whose rows is shown on loading
TINGGI_TAK_TAMPAK = 0.75
KOLOM_TEKS = 2
KURVA = 10
SKALA_CETAK, TINGGI_HALAMAN = 72, 690.0  # percent; points of rows that a landscape A4 page holds at that scale
LEBIH = " Grafik antar tahun memuat {n} indikator pertama; selebihnya ada di lembar Perbandingan Tahun."
TERPOTONG = "Grafik memuat {n} baris pertama; selebihnya ada di tabel ringkasan."


@dataclass(frozen=True, slots=True)
class Bagian:
    """A block of the sheet: kind of chart, rows ready for data, headers of its columns ("" = empty), what the axes say."""

    jenis: str
    baris: int
    kepala: tuple[str, ...]
    sumbu: tuple[str, str]


_BATANG = ("Kode", "Uraian", "100 atau lebih", "Di bawah 100")
SUSUNAN = (
    Bagian(BATANG, 200, _BATANG, ("Indikator", "Capaian (persen), garis = 100")),
    Bagian(BAGIAN, 12, ("Kategori", "", "Indikator"), ("Kategori", "Banyaknya indikator")),
    Bagian(BATANG, 80, _BATANG, ("Program", "Serapan (persen), garis = 100")),
    Bagian(SEBAR, 40, ("Kode", "Uraian", "Serapan (%)", "Capaian (%)"), ("Serapan (persen)", "Capaian (persen)")),
    *(Bagian(GARIS, 4, ("Tahun", "", "Realisasi"), ("Tahun", "Realisasi")) for _ in range(KURVA)),
)


def data_dasbor(buku: BukuKerja) -> list[GrafikData]:
    """The charts in the order of SUSUNAN, then those it has no place for: indicators beyond the tenth with earlier years."""
    return [f(buku) for f in (grafik_capaian, grafik_kategori, grafik_serapan, grafik_kuadran)] + [
        *grafik_riwayat(buku)
    ]


def bangun_dasbor(ws: Worksheet, buku: BukuKerja | None) -> None:
    """Write the sheet; without a workbook, or switched off, its charts stand ready and nothing is shown."""
    tampil = buku if buku is not None and dibuat_dari(buku, LEMBAR) else None
    if tampil is not None:
        kepala = kepala_tabel(tampil, LEMBAR)
        judul = f"{kepala.nomor} {kepala.judul}".strip()
        pesan = "Grafik mengikuti angka di sebelah kirinya; angka diperbarui dengan Perbarui Ringkasan."
    else:
        judul = LEMBAR.upper()
        pesan = pesan_mati(buku, LEMBAR) if buku else BELUM
    data = data_dasbor(tampil) if tampil is not None else []
    if len(data) > len(SUSUNAN):
        pesan += LEBIH.format(n=KURVA)
    tulis_judul(ws, judul, instansi_tahun(tampil.setelan) if tampil is not None else None, pesan)
    tulis_kembali(ws)
    atur_lebar(ws, LEBAR_SEMUA)
    akhir = _tulis_semua(ws, data, tampil=tampil is not None)
    bekukan(ws, baris=BARIS_PETUNJUK + 1)
    # LibreOffice draws the edges of pages between the rows that keep the figures of charts nobody sees yet
    atur_daerah(ws, len(LEBAR_SEMUA), akhir if tampil is not None else BARIS_PETUNJUK)
    atur_lembar(ws)
    perkecil(ws, SKALA_CETAK)


def _tulis_semua(ws: Worksheet, data: Sequence[GrafikData], *, tampil: bool) -> int:
    """All blocks; returns the last row."""
    baris = BARIS_DATA - 3
    terpakai = baris * TINGGI_BARIS
    for i, bagian in enumerate(SUSUNAN):
        d = data[i] if i < len(data) else None
        awal, baris = baris, tulis_bagian(ws, baris, bagian, d, tampil=tampil and d is not None)
        tinggi = sum(x.height for b in range(awal, baris) if not (x := ws.row_dimensions[b]).hidden)
        if tinggi and terpakai + tinggi > TINGGI_HALAMAN:
            ws.row_breaks.append(Break(awal - 1))
            terpakai = 0.0
        terpakai = (terpakai + tinggi) % TINGGI_HALAMAN
    return baris - 1


def tulis_bagian(ws: Worksheet, awal: int, bagian: Bagian, d: GrafikData | None, *, tampil: bool) -> int:
    """Title, a line where there is no data (or not all), header, rows; returns the row behind the block."""
    isi = list(_isi(d))[: bagian.baris] if d is not None and not d.kosong else []
    teks = "" if not tampil or d is None else f"{d.judul} ({d.satuan})" if d.satuan else d.judul
    garis = baris_teks(teks, sum(LEBAR_SEMUA), tebal=True)
    if teks:
        tulis(ws, awal, 1, teks, gaya.SUBJUDUL_KIRI if garis > 1 else gaya.SUBJUDUL)
    atur_tinggi(ws, awal, TINGGI_BARIS * TINGGI_SUBJUDUL * garis, tampak=tampil)
    if garis > 1:
        gabung(ws, awal, awal, 1, len(LEBAR_SEMUA))
    lebih = d is not None and len(d.label) > bagian.baris
    pesan = TERPOTONG.format(n=bagian.baris) if lebih else "" if isi else TANPA_DATA
    if tampil and pesan:
        tulis(ws, awal + 1, 1, pesan, gaya.KETERANGAN)
    atur_tinggi(ws, awal + 1, TINGGI_BARIS, tampak=tampil and bool(pesan))
    if isi:
        tulis_kepala_blok(ws, awal + 2, bagian.kepala)
    atur_tinggi(ws, awal + 2, 2 * TINGGI_BARIS, tampak=bool(isi))
    mulai = awal + 3
    for i in range(bagian.baris):
        x = isi[i] if i < len(isi) else None
        if x is not None:
            _tulis_baris(ws, mulai + i, x, bagian)
        if not isi and i == 0:
            atur_tinggi(ws, mulai, TINGGI_TAK_TAMPAK)
            continue
        perlu = tinggi((x[1], LEBAR[1])) if x is not None else TINGGI_BARIS
        atur_tinggi(ws, mulai + i, max(perlu, TINGGI_GRAFIK / max(len(isi), 1)), tampak=x is not None)
    pasang_grafik(ws, bagian.jenis, Letak(awal, mulai, mulai + bagian.baris - 1), bagian.sumbu, isi)
    sela = mulai + bagian.baris
    atur_tinggi(ws, sela, TINGGI_BARIS, tampak=tampil)
    return sela + 1


def _isi(d: GrafikData) -> Iterator[tuple[str, str, float | None, float | None]]:
    """Rows of a block: label, what it stands for, one or two figures; those without a figure are left out.

    The texts are as cells hold them: the charts carry them, too.
    """
    nama: Iterable[str] = d.keterangan if len(d.keterangan) == len(d.label) else ("",) * len(d.label)
    for i, (label, n) in enumerate(zip(map(bersih, d.label), map(bersih, nama), strict=True)):
        nilai = [s.nilai[i] for s in d.seri]
        angka = [x for x in nilai if x is not None]
        if d.jenis == GARIS:  # a missing year stays as a gap
            yield label, n, nilai[0], None
        elif len(angka) < len(nilai):
            continue
        elif d.jenis == SEBAR:
            yield label, n, angka[0], angka[1]
        elif d.acuan is not None and bulat(angka[0], 2) < d.acuan:
            yield label, n, None, angka[0]
        else:
            yield label, n, angka[0], None


def _tulis_baris(ws: Worksheet, baris: int, isi: tuple[str, str, float | None, float | None], bagian: Bagian) -> None:
    for i, (x, kepala) in enumerate(zip(isi, bagian.kepala, strict=False), 1):
        nilai = x if not isinstance(x, str) or (x and kepala) else None
        tulis(
            ws, baris, i, nilai, gaya.TEKS_GRAFIK if i <= KOLOM_TEKS else gaya.angka_grafik(bentuk_angka(bagian.jenis))
        )
