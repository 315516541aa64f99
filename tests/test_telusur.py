"""Every number of a report, whatever it stands in, comes from its workbook: running text, tables, captions, pictures of charts.

What no cell gives is of a few kinds only: numbers of tables, pictures, rows, columns and pages. All others are printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from agensi_tepi import TEPI
from angka_laporan import (
    BERHITUNG,
    BILANGAN,
    angka_buku,
    bagian_kategori,
    bentuk,
    boleh_disebut,
    hitungan_buku,
    jumlah_dukungan,
    jumlah_program,
    rata_sasaran,
)
from docx.table import Table
from laporan_uji import buku, dokumen, naskah
from matplotlib.figure import Figure

from lkjip_xl import perintah
from lkjip_xl.inti.angka import terbilang, tulis
from lkjip_xl.perintah.contoh import KARANGAN
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.gambar import DATA_LEMBAR, gambar_lembar

SEGERA = "LKjIP-Kecamatan-2025.xlsm"
SEMUA = [
    n if n == SEGERA else pytest.param(n, marks=pytest.mark.lengkap)
    for n in (*perintah.CONTOH.values(), *KARANGAN.values(), *TEPI)
]


SEDIKITNYA = 500  # numbers of a report
JUTA = 1e6
NOMOR_KOLOM = re.compile(r"\(\d+\)")
NOMOR_URUT = re.compile(r"\d+(?:\.\d+)*\.?")
NAMA_TABEL = re.compile(
    r"(?:(?:Tabel|Gambar|Grafik|LAMPIRAN|Lampiran|BAB|Bab) [A-Z]?\.?\d+(?:\.\d+)*)|T-C\.27|^\d+(?:\.\d+)*\. |^\d+(?:\.\d+)+ |^\[Lengkapi \d+"
)
DAFTAR = {"TOC 1", "TOC 2", "TOC 3", "Table of Figures"}  # what they repeat is looked at where it stands


def petak(t: Table) -> list[list[str]]:
    """The texts of a table by row, a merged cell once."""
    hasil, dulu = [], set()
    for tr in t.rows:
        baris = []
        for c in tr.cells:
            if c._tc in dulu:
                continue
            dulu.add(c._tc)
            baris.append(c.text.replace("\u00a0", " "))
        hasil.append(baris)
    return hasil


def sel_tabel(t: Table) -> Iterator[str]:
    """Texts of a table, without the numbers of its columns and rows."""
    for baris in petak(t):
        if not all(NOMOR_KOLOM.fullmatch(x) or not x for x in baris):
            yield from (x for i, x in enumerate(baris) if i or not NOMOR_URUT.fullmatch(x))


def teks_gambar(fig: Figure) -> Iterator[str]:
    """What is written in a chart; the ticks of its axes are no figures of anybody."""
    for ax in fig.axes:
        legenda = ax.get_legend()
        tulisan = [*ax.texts, *(legenda.get_texts() if legenda else ())]
        yield from (ax.get_title(), ax.get_xlabel(), ax.get_ylabel(), *(t.get_text() for t in tulisan))
    yield from (t.get_text() for t in fig.texts)


def tak_terlacak(teks: str, boleh: set[str], hitungan: set[str]) -> list[str]:
    """Numbers of a text that nothing in the workbook gives; counts are those told in words, too."""
    salah: list[str] = []

    def dihitung(m: re.Match[str]) -> str:
        if m[2] != terbilang(float(m[1].replace(".", ""))):
            return m[0]
        salah.extend([m[0]] if m[1] not in hitungan else [])
        return ""

    sisa = BERHITUNG.sub(dihitung, NAMA_TABEL.sub("", teks.replace("\u00a0", " ")))
    return salah + [x for x in BILANGAN.findall(sisa) if x not in boleh]


@pytest.mark.parametrize("nama", SEMUA)
def test_setiap_angka_laporan_terlacak(nama, capsys):
    b, dok = buku(nama), dokumen(nama)
    hitungan = {tulis(x, 0) for x in hitungan_buku(b, naskah(nama))}
    boleh = boleh_disebut(b).union(*map(bentuk, (*jumlah_program(b), *jumlah_dukungan(b))))
    lain: Counter[tuple[str, str, str]] = Counter()
    n = 0
    for p in dok.paragraphs:
        if p.style.name not in DAFTAR:
            n += len(BILANGAN.findall(p.text))
            lain.update(("alinea", x, p.text[:60]) for x in tak_terlacak(p.text, boleh, hitungan))
    for i, t in enumerate(dok.tables, 1):
        for teks in sel_tabel(t):
            n += len(BILANGAN.findall(teks))
            lain.update((f"tabel ke-{i}", x, teks[:60]) for x in tak_terlacak(teks, boleh, hitungan))
    rupiah = (x / besar for x in angka_buku(b) if x >= JUTA for besar in (JUTA, JUTA * 1000))
    boleh_gambar = boleh.union(*map(bentuk, (*rupiah, *bagian_kategori(b), *rata_sasaran(b))))
    bahan = Bahan(b)
    for lembar in (*DATA_LEMBAR, "Perbandingan Tahun"):
        for r in gambar_lembar(bahan, lembar):
            for teks in (r.judul, r.alt, *teks_gambar(r.lukis())):
                n += len(BILANGAN.findall(teks))
                lain.update((r.judul, x, teks[:60]) for x in tak_terlacak(teks, boleh_gambar, hitungan))
    with capsys.disabled():
        for apa, banyak in lain.items():
            print(f"{nama}: {' | '.join(apa)} ({banyak})")
    assert not lain and n > SEDIKITNYA


def test_angka_asing_ditemukan():
    """The measure sees a figure nobody typed and a count nobody can count; names of tables, laws and rows are none."""
    boleh, hitungan = {"75"}, {"4"}
    for teks, harap in (
        ("Target 75 dan 76,99; 4 (empat) indikator.", ["76,99"]),
        ("5 (lima) indikator, lihat Tabel 3.2 dan T-C.27.", ["5 (lima)"]),
        ("Tabel L.1 Renja 75 (lanjutan)", []),
    ):
        assert tak_terlacak(teks, boleh, hitungan) == harap
