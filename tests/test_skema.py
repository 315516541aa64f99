"""Schemas are refused for every mistake, with file, line and the likely intention; pandera's answers become codes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest

from lkjip_xl.skema.kamus import buat_kamus
from lkjip_xl.skema.muat import GalatSkema, muat_skema, periksa_folder
from lkjip_xl.skema.periksa import periksa_lembar
from lkjip_xl.sumberdaya import folder_skema

SKEMA = muat_skema(folder_skema())

SATUAN = """schema_type: dataframe
lkjip:
  lembar: Satuan
  judul: DAFTAR SATUAN
  cermin: Daftar pilihan
  petunjuk: Tambahkan satuan.
  urutan: 16
  kelompok: pengaturan
  baris: 80
  kunci: [satuan]
columns:
  satuan:
    nullable: false
    checks:
      str_length:
        max_value: 20
        options: {error: LB-10, raise_warning: true}
    lkjip:
      judul: Satuan
      jenis: isian
      tipe: teks
      bantuan: Satu satuan per baris.
  nilai:
    lkjip:
      judul: Nilai
      jenis: warisan
      tipe: angka
      rumus: PERTAMA(lain, 1)
      bantuan: Angka.
  lain:
    checks:
      in_range: {min_value: 0, max_value: 9, options: {error: AN-08}}
    lkjip: {judul: Lain, jenis: isian, tipe: angka, bantuan: Angka.}
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    shutil.copy(folder_skema() / "pesan.yaml", tmp_path)
    (tmp_path / "satuan.yaml").write_text(SATUAN, encoding="utf-8")
    return tmp_path


def test_skema_kecil_sah(folder):
    skema = muat_skema(folder)
    assert list(skema.lembar["satuan"].kolom) == ["satuan", "nilai", "lain"]
    assert skema.menurut_lembar("Satuan") is skema.lembar["satuan"]
    assert skema.lembar["satuan"].peringatan == {"LB-10"}


SALAH = [
    # text to replace, its replacement, line of the problem, what must be proposed
    ("  lembar: Satuan", "  lembra: Satuan", 3, "lembar"),
    ("columns:", "colums:", 11, "columns"),
    ("    nullable: false", "    nulable: false", 13, "nullable"),
    ("      tipe: teks", "      tpe: teks", 21, "tipe"),
    ("      tipe: teks", "      tipe: tekst", 21, "teks"),
    ("      jenis: isian\n      tipe: teks", "      jenis: isi\n      tipe: teks", 20, "isian"),
    ("  kelompok: pengaturan", "  kelompok: pengukur", 8, "pengukuran"),
    ("      str_length:", "      str_lenght:", 15, "str_length"),
    ("        max_value: 20", "        max_valeu: 20", 16, "max_value"),
    ("raise_warning: true", "raise_warnin: true", 17, "raise_warning"),
    ("error: LB-10", "error: LB-99", 17, "LB-09"),
    ("  kunci: [satuan]", "  kunci: [satuna]", 10, "satuan"),
    ("rumus: PERTAMA(lain, 1)", "rumus: PERTAMA(lian, 1)", 28, "lain"),
    ("rumus: PERTAMA(lain, 1)", "rumus: PERTAM(lain, 1)", 28, "PERTAMA"),
    ("jenis: warisan\n", "jenis: isian\n", 28, ""),
    ("      rumus: PERTAMA(lain, 1)\n", "", 25, ""),
    ("  baris: 80", "  baris: banyak", 9, ""),
    ("  baris: 80", "  baris: 80\n  baris: 90", 10, ""),
    ("  baris: 80", "  No: 80", 9, '"No"'),
    ("  nilai:\n", "  2024:\n", 23, '"2024"'),
    ("  lembar: Satuan", "  lembar: Satuan/Unit", 3, ""),
    ("  lembar: Satuan", f"  lembar: {'S' * 32}", 3, ""),
    ("bantuan: Satu satuan per baris.", f"bantuan: {'a' * 256}", 22, ""),
    ("tipe: teks", 'tipe: teks\n      pilihan: "satuan.satun"', 22, "satuan.satuan"),
    ("tipe: teks", f"tipe: pilihan\n      pilihan: [{', '.join('abcdefghij' + str(i) for i in range(30))}]", 22, ""),
    ("tipe: teks", "tipe: pilihan\n      pilihan: [ya, 2]", 22, ""),
    ("tipe: teks", "tipe: pilihan", 21, ""),
    ("schema_type: dataframe", "schema_type: [dataframe", 2, ""),
]


@pytest.mark.parametrize(("asal", "ganti", "baris", "usul"), SALAH, ids=[g[:40].strip() for _, g, _, _ in SALAH])
def test_kesalahan_ditolak(folder, asal, ganti, baris, usul):
    assert asal in SATUAN
    (folder / "satuan.yaml").write_text(SATUAN.replace(asal, ganti, 1), encoding="utf-8")
    with pytest.raises(GalatSkema) as galat:
        muat_skema(folder)
    assert "satuan.yaml" in galat.value.berkas
    assert galat.value.baris == baris
    assert usul in str(galat.value)


def test_semua_galat_terkumpul(folder):
    (folder / "a.yaml").write_text("lkjip: {lembra: A}\n", encoding="utf-8")
    (folder / "b.yaml").write_text("- daftar\n", encoding="utf-8")
    assert len(periksa_folder(folder)) == 2
    assert len(periksa_folder(folder / "tidak ada")) == 1
    (folder / "pesan.yaml").unlink()
    assert len(periksa_folder(folder)) == 1


def test_lembar_dan_urutan_ganda(folder):
    (folder / "satuan2.yaml").write_text(SATUAN, encoding="utf-8")
    assert {g.baris for g in periksa_folder(folder)} == {3, 7}


def _bingkai(**lajur):
    return pd.DataFrame({k: pd.Series(v, index=range(8, 8 + len(v)), dtype=object) for k, v in lajur.items()})


def test_pandera_menjadi_kode(folder):
    s = muat_skema(folder).lembar["satuan"]
    data = _bingkai(satuan=["%", None, "a" * 30, "%"], nilai=[1.0, 2.0, None, 3.0], lain=[-1.0, 9.0, 10.0, None])
    ada = {(p.kode, p.baris, p.kolom, p.peringatan) for p in periksa_lembar(s, data)}
    assert ada == {
        ("LB-03", 9, "satuan", False),
        ("LB-10", 10, "satuan", True),
        ("AN-08", 8, "lain", False),
        ("AN-08", 10, "lain", False),
        ("LB-05", 11, "satuan", False),
    }


def test_bersih_dan_kosong(folder):
    s = muat_skema(folder).lembar["satuan"]
    assert periksa_lembar(s, _bingkai(satuan=["%", "orang"], nilai=[1.0, None], lain=[0.0, None])) == []
    assert periksa_lembar(s, _bingkai(satuan=[], nilai=[], lain=[])) == []


def test_skema_bawaan_lengkap():
    assert periksa_folder(folder_skema()) == []
    assert [s.lembar for s in SKEMA.lembar.values()][:2] == ["Pengaturan", "Skala Kategori"]
    for s in SKEMA.lembar.values():
        for k in s.kolom.values():
            assert k.bantuan and k.judul, (s.id, k.nama)
            assert (k.rumus is None) == (k.jenis == "isian")


def test_kamus_tersimpan_mutakhir():
    assert (folder_skema() / "README.md").read_text(encoding="utf-8") == buat_kamus(SKEMA)


def test_kamus_memuat_semua():
    teks = buat_kamus(SKEMA)
    for s in SKEMA.lembar.values():
        assert f"(`{s.id}`)" in teks
        for k in s.kolom.values():
            assert f"| `{k.nama}` |" in teks
