"""The manual inside the workbook: complete, short, and true where it shows a result."""

from __future__ import annotations

import re

import openpyxl
import pytest
from laporan_contoh import AKAR

from lkjip_xl.inti.tabel_fungsi import CAPAIAN_CONTOH, SKALA_CONTOH, TABEL, FungsiLembar
from lkjip_xl.lembar.petunjuk import HURUF_PER_LEBAR, LEMBAR, TOMBOL
from lkjip_xl.lembar.petunjuk_isi import LANGKAH, TOMBOL_ARTI, hasil_contoh
from lkjip_xl.perintah import skema


def test_tiap_tombol_diterangkan() -> None:
    assert [nama for nama, _ in TOMBOL_ARTI] == [t.teks for t in TOMBOL]


@pytest.mark.parametrize("f", TABEL.values(), ids=lambda f: f.nama)
def test_rumus_contoh_berarti_argumennya(f: FungsiLembar) -> None:
    """The formula as typed in Indonesia, read back, is the call whose result the sheet shows."""
    nama, isi = re.fullmatch(r"=(\w+)\((.*)\)", f.contoh).groups()
    argumen = []
    for bagian in isi.split("; "):
        if bagian.startswith('"'):
            argumen.append(bagian.strip('"'))
        elif bagian in ("SkalaKategori", "P8:P11"):
            argumen.append({"SkalaKategori": SKALA_CONTOH, "P8:P11": CAPAIAN_CONTOH}[bagian])
        else:
            argumen.append(float(bagian.replace(",", ".")))
    assert nama == f.nama and tuple(argumen) == f.nilai


def test_hasil_contoh() -> None:
    hasil = {f.nama: hasil_contoh(f) for f in TABEL.values()}
    assert hasil["CAPAIAN"] == "85,53" and hasil["SERAPAN"] == "93,68" and hasil["RATA_CAPAIAN"] == "101,88"
    assert hasil["KATEGORI"] == "Sangat Berhasil" and hasil["PREDIKAT_SAKIP"] == "AA" and hasil["TERBILANG"] == "empat"


def test_langkah_menyebut_semua_lembar_isian() -> None:
    teks = ", ".join(nama for nama, _ in LANGKAH)
    hilang = [s.lembar for s in skema().lembar.values() if s.lembar.split()[0] not in teks and s.lembar != "Satuan"]
    assert hilang == []


def test_singkat_dan_tidak_terpotong() -> None:
    """Two printed pages at most, no row whose text needs more lines than its height shows."""
    ws = openpyxl.load_workbook(AKAR / "workbooks/LKjIP-Kosong.xlsm")[LEMBAR]
    assert ws.max_row <= 110
    muat = HURUF_PER_LEBAR * sum(ws.column_dimensions[h].width for h in "CD")
    for baris in range(12, ws.max_row + 1):
        isi = str(ws.cell(baris, 3).value or "")
        tinggi = ws.row_dimensions[baris].height or 15
        assert len(isi) / muat <= tinggi / 14 + 0.01, (baris, isi)


def test_tiap_tautan_sampai() -> None:
    """Every step of the order to fill leads to a sheet, and no link of the guide leads nowhere."""
    buku = openpyxl.load_workbook(AKAR / "workbooks/LKjIP-Kosong.xlsm")
    tautan = {s.value: s.hyperlink.location for (s,) in buku[LEMBAR]["B1:B120"] if s.hyperlink}
    assert {nama for nama, _ in LANGKAH} <= set(tautan)
    assert {t.rpartition("!")[0].strip("'") for t in tautan.values()} <= set(buku.sheetnames)
