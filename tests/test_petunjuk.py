"""The manual inside the workbook: complete, short, and true where it shows a result."""

from __future__ import annotations

import re
from io import BytesIO

import openpyxl
import pytest
from buku_pendek import kosong

from lkjip_xl.inti.tabel_fungsi import CAPAIAN_CONTOH, SKALA_CONTOH, TABEL, FungsiLembar
from lkjip_xl.lembar.petunjuk import LEMBAR, TOMBOL
from lkjip_xl.lembar.petunjuk_isi import LANGKAH, TOMBOL_ARTI, hasil_contoh
from lkjip_xl.perintah import skema
from lkjip_xl.tabel.terakhir import NAMA_STATUS


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


def test_singkat() -> None:
    """The checklist and two printed pages at most."""
    assert openpyxl.load_workbook(BytesIO(kosong()))[LEMBAR].max_row <= 131


def test_tiap_tautan_sampai() -> None:
    """Every step of the order to fill leads to a sheet, and no link of the guide leads nowhere."""
    buku = openpyxl.load_workbook(BytesIO(kosong()))
    tautan = {s.value: s.hyperlink.location for (s,) in buku[LEMBAR]["B1:B120"] if s.hyperlink}
    assert {nama for nama, _ in LANGKAH} <= set(tautan)
    assert {t.rpartition("!")[0].strip("'") for t in tautan.values()} <= set(buku.sheetnames)


def test_awal_hasil_yang_panjang_tampak() -> None:
    """The line of the last outcome holds two lines; of more the first are seen, not those in the middle."""
    ws = openpyxl.load_workbook(BytesIO(kosong()))[LEMBAR]
    sel = ws[ws.parent.defined_names[NAMA_STATUS].attr_text.rpartition("!")[2]]
    assert (sel.alignment.vertical, sel.alignment.wrap_text) == ("top", True)
