"""The invented agency of the examples is filled completely: nothing to find, no gap in its report."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lkjip_xl import perintah
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.isi import muat_csv
from lkjip_xl.ringkasan.kelengkapan import ADA, TIADA, kelengkapan
from lkjip_xl.ringkasan.kelengkapan import BANDING as TUJUH
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.periksa import periksa
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.gambar_luar import baca_folder

CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh"
LENGKAP = ("triwulan", "pembanding", "tabel_bebas", "naskah", "analisis", "riwayat", "lhe_nilai", "rencana_aksi")
BANDING = {k for k, _ in TUJUH}
KARANGAN = pytest.mark.parametrize("nama", perintah.KARANGAN)


@cache
def buku(nama: str) -> BukuKerja:
    return muat_csv(CONTOH / nama, perintah.skema())


@KARANGAN
def test_tanpa_temuan(nama: str) -> None:
    b = buku(nama)
    assert [(t.kode, t.lembar, t.sel) for t in b.temuan] == []
    assert [(t.kode, t.lembar, t.sel) for t in periksa(b).temuan if t.tingkat is not Tingkat.CATATAN] == []


@pytest.mark.lengkap  # the charts are drawn
@KARANGAN
def test_laporan_tanpa_celah(nama: str) -> None:
    gambar, lain = baca_folder(CONTOH / nama / perintah.FOLDER_GAMBAR)
    assert lain == []
    assert [x.teks for x in susun_naskah(buku(nama), gambar=gambar).isian] == []


@KARANGAN
def test_terisi_lengkap(nama: str) -> None:
    b = buku(nama)
    assert [i for i in LENGKAP if not b[i].baris] == []
    sasaran = [r.nilai for r in kelengkapan(b).baris if str(r.nilai.get("kode") or "").startswith("S")]
    assert sasaran and {x for r in sasaran for k, x in r.items() if k in BANDING} <= {ADA, TIADA}
