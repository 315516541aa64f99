"""Cross tables of staff: each cell a row of both, the sums of rows and of columns each a dimension of their own."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, rencanakan

BERKELAMIN = """Golongan | Pendidikan: S-2: L | Pendidikan: S-2: P | Pendidikan: SLTA: L | Pendidikan: SLTA: P | Jumlah: L | Jumlah: P
IV | 7 | 4 | - | - | 7 | 4
III | 6 | 9 | 3 | - | 9 | 9
= Jumlah | 13 | 13 | 3 | 0 | 16 | 13"""
POLOS = """No | Bagian | S2 | S1 | D3 | Jumlah
1 | Tata Usaha | 3 | 9 | 1 | 13
2 | Bantuan Hukum | 2 | - | 3 | 5"""


def ambil(teks: str, judul: str = "Pegawai menurut golongan dan pendidikan (orang)") -> Rencana:
    t = tabel_asing(judul, teks)
    return rencanakan(buku(), [t], kisi=t.kisi)


def test_sel_dan_kedua_jumlahnya() -> None:
    r = ambil(BERKELAMIN)
    kolom = ("dimensi", "uraian", "pendidikan", "laki_laki", "perempuan")
    assert isi(r, "pegawai", *kolom) == [
        ("Golongan dan Pendidikan", "IV", "S-2", 7.0, 4.0),
        ("Golongan dan Pendidikan", "III", "S-2", 6.0, 9.0),
        ("Golongan dan Pendidikan", "III", "SLTA", 3.0, None),
        ("Golongan", "IV", None, 7.0, 4.0),
        ("Golongan", "III", None, 9.0, 9.0),
        ("Pendidikan", "S-2", None, 13.0, 13.0),
        ("Pendidikan", "SLTA", None, 3.0, 0.0),
    ]
    assert "AB-06" not in {t.kode for t in r.temuan}
    assert "AB-06" in {t.kode for t in ambil(BERKELAMIN.replace("16 | 13", "17 | 13")).temuan}


def test_tanpa_baris_jumlah_dan_tanpa_kelamin() -> None:
    r = ambil(POLOS)
    assert isi(r, "pegawai", "dimensi", "uraian", "jumlah")[-2:] == [
        ("Bagian", "Tata Usaha", 13.0),
        ("Bagian", "Bantuan Hukum", 5.0),
    ]
    assert len(isi(r, "pegawai", "uraian")) == 7
    assert all(s.nasib is Nasib.TIDAK for s in r.sel if s.teks == "-")


@pytest.mark.parametrize("teks", ["Pendidikan | L | P\nS1 | 3 | 4\nS2 | 1 | 2", "Golongan | Jumlah\nIV | 3\nIII | 4"])
def test_daftar_biasa_satu_dimensi(teks: str) -> None:
    r = ambil(teks)
    assert len(r.tabel) == 1 and len(isi(r, "pegawai", "uraian")) == 2


def test_angka_romawi_saja_bukan_golongan() -> None:
    """Quarters, and halves of a year, are numbered like ranks."""
    r = ambil("Indikator | Target: I | Target: II | Total\nProduksi padi | 300 | 600 | 900", "Target Kinerja")
    assert all(t.lembar != "pegawai" for t in r.tabel)


def test_angka_tanpa_nama_tidak_lenyap() -> None:
    """Figures beside no name are those of the name above, which is said; the running number is no name."""
    r = ambil(
        "No | Jabatan | SMA | S1 | Jumlah\n1 | Kepala | 0 | 1 | 1\n2 | | 3 | 4 | 7",
        "Pegawai menurut jabatan dan pendidikan",
    )
    assert isi(r, "pegawai", "uraian", "jumlah")[2:4] == [("Kepala", 3.0), ("Kepala", 4.0)]
    assert ("Kepala", 7.0) in isi(r, "pegawai", "uraian", "jumlah")
    assert [t.kode for t in r.temuan].count("AB-30") == 3
    assert {s.nasib for s in r.sel if s.teks in ("3", "4", "7")} == {Nasib.DITULIS}
