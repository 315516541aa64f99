"""What docs/cetak.md promises: every column it names is typed somewhere, every test it names exists; and the tests of its own lines."""

from __future__ import annotations

import re

import openpyxl
from buku_md import buku_md
from laporan_contoh import AKAR

from lkjip_xl.perintah import skema
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.naskah import Judul, Paragraf

ISI = """
| Pengaturan | tahun | instansi | kabupaten |
|            | 2024  | Dinas    | Kabupaten |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Sasaran    | Angka     | %      | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 70     | 71        |

| Riwayat | kode | target_1 | realisasi_1 | keterangan          |
|         | S1.1 | 60       | 65          | Survei cara baru    |

| Anggaran | level   | nama    | pagu        | realisasi_rp |
|          | program | Program | 987.000.000 | 654.321.000  |
"""


def baris() -> list[list[str]]:
    teks = (AKAR / "docs/cetak.md").read_text("utf-8")
    semua = [[x.strip() for x in b.strip("|").split("|")] for b in teks.splitlines() if b.startswith("| ")]
    return semua[1:]  # behind the header


def test_setiap_baris_ada_kolom_dan_ujinya():
    kolom = {f"{s.id}.{k}" for s in skema().lembar.values() for k in s.kolom}
    ada = {
        n
        for p in (AKAR / "tests").glob("test_*.py")
        for n in re.findall(r"^def (test_\w+)", p.read_text("utf-8"), re.M)
    }
    assert len(baris()) > 30
    for _, data, tempat, uji in baris():
        disebut = re.findall(r"`(\w+\.\w+)`", data)
        assert (disebut or "[" in data) and set(disebut) <= kolom, data
        assert tempat and uji and set(uji.split()) <= ada, uji


def test_keterangan_tahun_sebagai_kolom():
    """Notes on the years are a column where Daftar Tabel asks for it, and none where it does not."""
    pilih = "\n| Daftar Tabel | ringkasan | kolom | tampil |\n| | Perbandingan Tahun | indikator; realisasi_1; realisasi; keterangan | ya |\n"
    tanpa, dengan = (RINGKASAN["Perbandingan Tahun"](buku_md(ISI + x)) for x in ("", pilih))
    assert "keterangan" not in [k.nama for k in tanpa.kolom]
    assert "keterangan" in [k.nama for k in dengan.kolom]
    assert dengan.baris[-1].nilai["keterangan"] == "Survei cara baru"


def test_ikhtisar_menyebut_anggaran():
    n = susun_naskah(buku_md(ISI))
    awal = next(i for i, x in enumerate(n.balok) if isinstance(x, Judul) and x.teks == "IKHTISAR EKSEKUTIF")
    akhir = next(i for i, x in enumerate(n.balok) if i > awal and not isinstance(x, Paragraf))
    teks = " ".join(x.teks for x in n.balok[awal + 1 : akhir] if isinstance(x, Paragraf))
    assert "654.321.000" in teks and "987.000.000" in teks


def test_tiap_lembar_bernomor_halaman() -> None:
    """Every sheet of a filled workbook prints its page number, keeps to the width of the page and repeats its heads."""
    wb = openpyxl.load_workbook(AKAR / "workbooks/contoh/LKjIP-Magetan-2024.xlsm")
    semua = [ws for ws in wb if not ws.title.startswith("xlwings")]  # settings of that program, never printed
    tanpa = [ws.title for ws in semua if "&P" not in f"{ws.oddFooter.center.text}{ws.oddFooter.right.text}"]
    pas = [ws for ws in semua if not ws.row_breaks.brk]  # what has page breaks of its own is scaled: Dasbor
    lebar = [ws.title for ws in pas if ws.page_setup.fitToWidth != 1 or not ws.sheet_properties.pageSetUpPr.fitToPage]
    assert (tanpa, lebar) == ([], [])
