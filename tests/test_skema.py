"""Schemas are refused for every mistake, with file, line and the likely intention; pandera's answers become codes."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
from pathlib import Path

import pandas as pd
import pandera.pandas as pa
import pytest
from contoh_cek import CEK_BARIS_CONTOH, CEK_CONTOH
from yaml_uji import SATUAN

from lkjip_xl import perintah
from lkjip_xl.skema.cek import CEK
from lkjip_xl.skema.cek_baris import CEK_BARIS
from lkjip_xl.skema.cek_pandera import SkemaPandera
from lkjip_xl.skema.kamus import buat_kamus
from lkjip_xl.skema.muat import GalatSkema, muat_skema, periksa_folder
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.uji import GalatCek, periksa_lembar

SKEMA = muat_skema(folder_skema())


@pytest.fixture
def folder(tmp_path) -> Path:
    shutil.copy(folder_skema() / "pesan.yaml", tmp_path)
    (tmp_path / "satuan.yaml").write_text(SATUAN, encoding="utf-8")
    return tmp_path


def test_isi_awal_di_luar_pilihan_ditolak(folder):
    """A choice that nobody could type is not planted either."""
    teks = SATUAN.replace("tipe: teks", "tipe: pilihan\n      pilihan: [ada, tidak]", 1)
    for isi, baris in (("tidak", 0), ("tidk", 10)):
        (folder / "satuan.yaml").write_text(
            teks.replace("  baris: 80", f"  baris: 80\n  baris_awal: [{{satuan: {isi}}}]")
        )
        if not baris:
            muat_skema(folder)
            continue
        with pytest.raises(GalatSkema) as galat:
            muat_skema(folder)
        assert galat.value.baris == baris and "tidak" in str(galat.value)


def test_skema_kecil_sah(folder):
    skema = muat_skema(folder)
    assert list(skema.lembar["satuan"].kolom) == ["satuan", "nilai", "lain"]
    assert skema.menurut_lembar("Satuan") is skema.lembar["satuan"]
    assert [k for k, o in skema.lembar["satuan"].cek_kolom.items() if o.peringatan] == [("satuan", "LB-10")]


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
    ("schema_type: dataframe", "schema_type: datafrme", 1, "dataframe"),
    # wrong types of pandera's own keys, which YAML would pass on silently ("tidak" is a true text)
    ("nullable: false", "nullable: tidak", 13, ""),
    ("nullable: false", "nullable: false\n    unique: ya", 14, ""),
    ("nullable: false", "nullable: false\n    dtype: int64", 14, "object"),
    ("columns:", "unique: [satuna]\ncolumns:", 11, "satuan"),
    ("  kunci: [satuan]", "  kunci: satuan", 10, ""),
    ("  baris: 80", "  baris: yes", 9, ""),  # YAML reads yes as True, and True is an int
    # checks
    ("      in_range: {min_value: 0, max_value: 9, options: {error: AN-08}}", "      in_range: 9", 32, ""),
    ("options: {error: AN-08}", "options: {raise_warning: true}", 32, "KODE"),
    ("error: LB-10", "error: [LB-10]", 17, ""),
    ("raise_warning: true", 'raise_warning: "ya"', 17, ""),
    ("max_value: 20", "max_value: banyak", 16, ""),
    ("        max_value: 20\n", "", 14, ""),
    ("      str_length:", "      in_range:", 15, ""),
    ("      in_range: {min_value: 0, max_value: 9,", "      str_length: {max_value: 9,", 32, ""),
    ("      str_length:\n        max_value: 20", "      str_matches:\n        pattern: '('", 16, ""),
    # rows, print layout, columns
    ("  baris: 80", "  baris: 80\n  baris_awal: [a]", 10, ""),
    ("  baris: 80", "  baris: 80\n  baris_awal: [{satuna: a}]", 10, "satuan"),
    ("  baris: 80", "  baris: 80\n  cetak: {ulang_kolm: 2}", 10, "ulang_kolom"),
    ("  baris: 80", "  baris: 80\n  cetak: {arah: landscap}", 10, "landscape"),
    ("  baris: 80", "  baris: 80\n  cetak:\n    tampak: satuna", 11, "satuan"),
    ("  baris: 80", "  baris: 80\n  cetak: {ulang_kolom: 4}", 10, "3"),
    ("  baris: 80", "  baris: 80\n  susunan: pasangan\n  cetak: {ulang_kolom: 2}", 11, ""),
    ("  baris: 80", "  baris: 80\n  susunan: pasang", 10, "pasangan"),
    ("  baris: 80", "  baris: 0", 9, ""),
    ("  lembar: Satuan", '  lembar: "Satuan\'"', 3, ""),
    ("  lembar: Satuan", "  lembar: History", 3, ""),
    ("  lembar: Satuan", '  lembar: " "', 3, ""),
    ("  judul: DAFTAR SATUAN", "  judul: DAFTAR {tahunn}", 4, "{tahun}"),
    ("judul: Nilai", "judul: Nilai {tahun", 25, "{tahun}"),
    ("judul: Lain", "judul: nilai", 33, ""),
    ("judul: Lain", f"judul: {'a' * 256}", 33, ""),
    ("judul: Lain", "judul: 2024-99-99", 33, ""),
    ("judul: Lain", "judul: 'a\x01'", 33, "U+0001"),
    ("bantuan: Satu satuan per baris.", 'bantuan: ""', 22, ""),
    ("      bantuan: Satu satuan per baris.\n", "", 19, "bantuan"),
    ("  lain:\n", "  Lain:\n", 33, ""),
    ("    lkjip: {judul: Lain, jenis: isian, tipe: angka, bantuan: Angka.}", "    lkjip:", 30, ""),
    ("tipe: teks", "tipe: teks\n      desimal: 16", 22, ""),
    ("tipe: teks", "tipe: teks\n      lebar: 300", 22, ""),
    ("tipe: teks", "tipe: teks\n      ketat: true", 22, ""),
    ("tipe: teks", "tipe: teks\n      nama: Satuan", 22, ""),
    ("tipe: teks", "tipe: pilihan\n      pilihan: [Ya, ya]", 22, ""),
    ("tipe: teks", "tipe: pilihan\n      pilihan: ['a,b']", 22, ""),
    ("tipe: teks", "tipe: pilihan\n      pilihan: [ada, tidak]\n      bawaan: tidk", 23, "tidak"),
    ("tipe: angka\n      rumus", "tipe: angka\n      bawaan: 3\n      rumus", 28, ""),
    ("tipe: angka, bantuan", "tipe: angka, bawaan: tiga, bantuan", 33, ""),
    ("  baris: 80", "  ? [a, b]\n  : 80", 9, ""),
    ("rumus: PERTAMA(lain, 1)", "rumus: PERTAMA(nilai, 1)", 28, "satuan.nilai"),
    ("rumus: PERTAMA(lain, 1)", "rumus: AMBIL(satuan.nilai, satuan.satuan, satuan)", 28, "satuan.nilai"),
]


@pytest.mark.parametrize(("asal", "ganti", "baris", "usul"), SALAH, ids=range(len(SALAH)))
def test_kesalahan_ditolak(folder, asal, ganti, baris, usul):
    assert asal in SATUAN
    (folder / "satuan.yaml").write_text(SATUAN.replace(asal, ganti, 1), encoding="utf-8")
    with pytest.raises(GalatSkema) as galat:
        muat_skema(folder)
    assert galat.value.berkas == f"{folder.name}/satuan.yaml"
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


PASANGAN = SATUAN.replace("  baris: 80\n  kunci: [satuan]", "  baris: 1\n  susunan: pasangan")


@pytest.mark.parametrize("nama", ["K1", "TW1", "R1C1", "rc", "R2", "Nama Saya", "1a", "a-b"])
def test_nama_setelan_seperti_sel_ditolak(folder, nama):
    def tulis(nama):
        teks = PASANGAN.replace("tipe: teks", f'tipe: teks\n      nama: "{nama}"')
        (folder / "satuan.yaml").write_text(teks, encoding="utf-8")

    tulis("NamaSatuan")
    assert periksa_folder(folder) == []
    tulis(nama)
    assert [g.baris for g in periksa_folder(folder)] == [22]


def test_nama_setelan_ganda(folder):
    teks = PASANGAN.replace("tipe: teks", "tipe: teks\n      nama: Setelan")
    (folder / "satuan.yaml").write_text(teks, encoding="utf-8")
    lain = (
        teks.replace("Satuan", "Lain", 1).replace("urutan: 16", "urutan: 17").replace("nama: Setelan", "nama: setelan")
    )
    (folder / "zlain.yaml").write_text(lain, encoding="utf-8")
    assert [(g.berkas.split("/")[1], g.baris) for g in periksa_folder(folder)] == [("zlain.yaml", 22)]


def test_lembar_ganda_tanpa_melihat_huruf_besar(folder):
    (folder / "zlain.yaml").write_text(SATUAN.replace("Satuan", "SATUAN", 1).replace("16", "17", 1), encoding="utf-8")
    assert [g.baris for g in periksa_folder(folder)] == [3]


def test_rumus_melingkar_lewat_lembar_lain(folder):
    def tulis(id_lembar, urutan, rumus):
        teks = SATUAN.replace("lembar: Satuan", f"lembar: {id_lembar}").replace("16", urutan, 1)
        (folder / f"{id_lembar}.yaml").write_text(teks.replace("PERTAMA(lain, 1)", rumus), encoding="utf-8")

    tulis("satuan", "16", "AMBIL(zlain.nilai, zlain.satuan, satuan)")
    tulis("zlain", "17", "PERTAMA(SEBELUM(nilai), 1)")
    assert periksa_folder(folder) == []
    tulis("zlain", "17", "AMBIL(satuan.nilai, satuan.satuan, satuan)")
    assert [g.baris for g in periksa_folder(folder)] == [28]


@pytest.mark.parametrize(
    ("asal", "ganti", "usul"),
    [
        ("tingkat: Peringatan", "tingkat: Peringatn", "Peringatan"),
        ("judul: Bukan", "jdul: Bukan", "judul"),
        ("{nilai:polos}", "{nilai:plos}", ""),
        ("{nilai:polos}", "{nilai", ""),
        ("tingkat: Peringatan,", "", ""),
    ],
)
def test_katalog_sama_ketatnya(folder, asal, ganti, usul):
    path = folder / "pesan.yaml"
    semua = path.read_text(encoding="utf-8").splitlines()
    nomor = next(i for i, b in enumerate(semua) if b.startswith("LB-06:"))
    assert asal in semua[nomor]
    semua[nomor] = semua[nomor].replace(asal, ganti, 1)
    path.write_text("\n".join(semua), encoding="utf-8")
    with pytest.raises(GalatSkema) as galat:
        muat_skema(folder)
    assert (galat.value.baris, galat.value.usul) == (nomor + 1, usul)


def test_kode_ganda_dan_kode_di_luar_program(folder):
    path = folder / "pesan.yaml"
    asal = path.read_text(encoding="utf-8")
    path.write_text(asal + "LB-01: {tingkat: Catatan, judul: a, pesan: b}\n", encoding="utf-8")
    assert [g.baris for g in periksa_folder(folder)] == [asal.count("\n") + 1]
    # the program words its findings from its own catalogue: a check with a code it lacks could never be reported
    path.write_text(asal + "ZZ-01: {tingkat: Catatan, judul: a, pesan: b}\n", encoding="utf-8")
    assert periksa_folder(folder) == []
    (folder / "satuan.yaml").write_text(SATUAN.replace("LB-10", "ZZ-01"), encoding="utf-8")
    assert [g.baris for g in periksa_folder(folder)] == [17]


def _bingkai(**lajur):
    return pd.DataFrame({k: pd.Series(v, index=range(8, 8 + len(v)), dtype=object) for k, v in lajur.items()})


def test_pandera_menjadi_kode(folder):
    s = muat_skema(folder).lembar["satuan"]
    data = _bingkai(satuan=["%", None, "a" * 30, "%"], nilai=[1.0, 2.0, None, 3.0], lain=[-1.0, 9.0, 10.0, None])
    ada = {(p.kode, p.baris, p.kolom, p.opsi.peringatan) for p in periksa_lembar(s, data)}
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


def test_peringatan_hanya_untuk_kolomnya(folder):
    teks = SATUAN.replace("error: AN-08", "error: LB-10")
    (folder / "satuan.yaml").write_text(teks, encoding="utf-8")
    s = muat_skema(folder).lembar["satuan"]
    data = _bingkai(satuan=["a" * 30, "b"], nilai=[1.0, 1.0], lain=[1.0, 10.0])
    ada = {(p.kode, p.baris, p.opsi.peringatan) for p in periksa_lembar(s, data)}
    assert ada == {("LB-10", 8, True), ("LB-10", 9, False)}


def test_unique_mengabaikan_sel_kosong(folder):
    teks = SATUAN.replace("columns:", "unique: [nilai, lain]\ncolumns:").replace(
        "  lain:\n", "  lain:\n    unique: true\n"
    )
    (folder / "satuan.yaml").write_text(teks, encoding="utf-8")
    s = muat_skema(folder).lembar["satuan"]
    # rows 9 and 10 share a value but half their key is blank; row 13 repeats row 8
    data = _bingkai(
        satuan=list("abcdef"), nilai=[1.0, 2.0, 2.0, None, None, 1.0], lain=[5.0, None, None, None, 6.0, 5.0]
    )
    ada = [(p.kode, p.baris, p.kolom, p.nilai) for p in periksa_lembar(s, data)]
    assert ada == [("LB-05", 13, "lain", "1 · 5"), ("LB-05", 13, "lain", 5.0)]


def test_kunci_tanpa_melihat_huruf_besar_dan_kolom_hilang(folder):
    s = muat_skema(folder).lembar["satuan"]
    assert [p.baris for p in periksa_lembar(s, _bingkai(satuan=["Dok", "orang", "dok"]))] == [10]
    assert periksa_lembar(s, _bingkai(lain=[1.0, 1.0])) == []


def test_cek_yang_gagal_adalah_kegagalan_kita(folder):
    s = muat_skema(folder).lembar["satuan"]
    rusak = pa.DataFrameSchema({"satuan": pa.Column(object, pa.Check.ge(1, error="LB-10"), nullable=True)})

    class Rusak(SkemaPandera):
        def jadi(self) -> pa.DataFrameSchema:
            return rusak

    cek = Rusak({}, {}, ())
    with pytest.raises(GalatCek):
        periksa_lembar(dataclasses.replace(s, cek_pandera=cek), _bingkai(satuan=["a", "b"]))


def test_semua_cek_diuji():
    assert [c[0] for c in CEK_CONTOH] == list(CEK)


@pytest.mark.parametrize(("nama", "argumen", "tipe", "lulus", "gagal"), CEK_CONTOH, ids=[c[0] for c in CEK_CONTOH])
def test_cek(folder, nama, argumen, tipe, lulus, gagal):
    cek = json.dumps({nama: argumen | {"options": {"error": "LB-10"}}})
    teks = SATUAN.replace(
        "    checks:\n      in_range: {min_value: 0, max_value: 9, options: {error: AN-08}}", f"    checks: {cek}"
    )
    (folder / "satuan.yaml").write_text(
        teks.replace("judul: Lain, jenis: isian, tipe: angka", f"judul: Lain, jenis: isian, tipe: {tipe}"),
        encoding="utf-8",
    )
    skema = muat_skema(folder)
    nilai = [*lulus, None, *gagal]
    data = _bingkai(satuan=[f"s{i}" for i in range(len(nilai))], lain=nilai)
    ada = [(p.kode, p.baris) for p in periksa_lembar(skema.lembar["satuan"], data) if not p.bentukan]
    assert ada == [("LB-10", 9 + len(lulus) + i) for i in range(len(gagal))]
    baris = next(b for b in buat_kamus(skema).splitlines() if b.startswith("| `lain`"))
    assert "(LB-10)" in baris and "{" not in baris


# one line per row check: its arguments, and the rows that break it with the column that is named
KOLOM_BARIS = "    lkjip: {{judul: {0}, jenis: isian, tipe: {1}, bantuan: x.}}\n"
BARIS_UJI = {
    "a": [3.0, 1.0, 5.0, None, 0.0, None],
    "b": [2.0, 1.0, None, 1.0, 0.0, None],
    "th_a": [2025.0, 2025.0, 2025.0, 2025.0, None, 2025.5],
    "th_b": [2024.0, 2031.0, 2030.0, 2029.0, 2029.0, 2029.0],
    "th_c": [2020.0, 2021.0, 2020.0, 2030.0, 2040.0, None],
    "teks": ["x", None, "X", "y", "z", "w"],
}


def _skema_baris(folder: Path, cek: str, **ganti: str):
    tipe = {"a": "rupiah", "b": "rupiah", "th_a": "tahun", "th_b": "tahun", "th_c": "tahun", "teks": "teks"} | ganti
    isi = SATUAN[: SATUAN.index("  kunci")] + f"checks: {cek}\ncolumns:\n"
    isi += "".join(f"  {k}:\n" + KOLOM_BARIS.format(k, t) for k, t in tipe.items())
    (folder / "satuan.yaml").write_text(isi, encoding="utf-8")
    return muat_skema(folder)


def test_semua_cek_baris_diuji():
    assert {c[0] for c in CEK_BARIS_CONTOH} == set(CEK_BARIS)
    assert all(c.uraian and c.fungsi.__doc__ for c in CEK_BARIS.values())


@pytest.mark.parametrize(("nama", "argumen", "salah"), CEK_BARIS_CONTOH, ids=range(len(CEK_BARIS_CONTOH)))
def test_cek_baris(folder, nama, argumen, salah):
    skema = _skema_baris(folder, json.dumps({nama: argumen | {"options": {"error": "LB-10"}}}))
    s = skema.lembar["satuan"]
    ada = {p.baris: p.kolom for p in periksa_lembar(s, _bingkai(**BARIS_UJI)) if p.kode == "LB-10"}
    assert ada == salah
    # a column that is missing is another finding, and no failure of ours
    assert [p for p in periksa_lembar(s, _bingkai(zzz=[1.0])) if p.kode == "LB-10"] == []
    kamus = next(b for b in buat_kamus(skema).splitlines() if "Tiap baris:" in b)
    assert "(LB-10)" in kamus and "{" not in kamus


def test_dua_cek_baris_sama_jenis(folder):
    satu = {"kolom": "a", "batas": "b", "options": {"error": "LB-10"}}
    dua = {"kolom": "b", "batas": "a", "options": {"error": "AG-03", "seharusnya": "a", "isian": {"pagu": "a"}}}
    s = _skema_baris(folder, json.dumps({"tidak_melebihi": [satu, dua]})).lembar["satuan"]
    data = _bingkai(a=[3.0, 1.0], b=[2.0, 2.0], th_a=[None] * 2, th_b=[None] * 2, th_c=[None] * 2, teks=[None] * 2)
    assert [(p.kode, p.baris, p.kolom, p.kolom_lain) for p in periksa_lembar(s, data)] == [
        ("LB-10", 8, "a", ("b",)),
        ("AG-03", 9, "b", ("a",)),
    ]


@pytest.mark.parametrize(
    ("cek", "usul"),
    [
        ('{"tidak_melebih": {"kolom": "a", "batas": "b", "options": {"error": "LB-10"}}}', "tidak_melebihi"),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "c", "options": {"error": "LB-10"}}}', ""),
        ('{"tidak_melebihi": {"kolom": "a", "options": {"error": "LB-10"}}}', ""),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "teks", "options": {"error": "LB-10"}}}', ""),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "b", "sisa": "x", "options": {"error": "LB-10"}}}', ""),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "b", "options": {"error": "LB-99"}}}', "LB-09"),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "b", "options": {"error": "LB-10", "sesudh": []}}}', "sesudah"),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "b", "options": {"error": "LB-10", "sesudah": [1]}}}', ""),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "b", "options": {"error": "LB-10", "isian": {"x": ["a"]}}}}', ""),
        ('{"tidak_melebihi": {"kolom": "a", "batas": "b"}}', "KODE"),
        ('{"tidak_melebihi": 3}', "KODE"),
        ('{"tidak_melebihi": [3]}', "KODE"),
        ('{"lengkap": {"kolom": [], "options": {"error": "LB-10"}}}', ""),
        ('{"lengkap": {"kolom": [["a"]], "options": {"error": "LB-10"}}}', ""),
    ],
)
def test_cek_baris_yang_keliru_ditolak(folder, cek, usul):
    with pytest.raises(GalatSkema) as g:
        _skema_baris(folder, cek)
    assert g.value.baris == 10 and usul in str(g.value)


def test_tipe_pilihan_dan_wajib_menjadi_cek(folder):
    """What the keys of a column ask for: whole numbers, choices, filled; text among numbers cell by cell."""
    teks = SATUAN.replace("tipe: teks", "tipe: pilihan\n      pilihan: [ya, tidak]").replace(
        "      str_length:\n        max_value: 20\n        options: {error: LB-10, raise_warning: true}",
        "      not_equal_to: {value: tidak, options: {error: LB-10}}",
    )
    teks = teks.replace("judul: Lain, jenis: isian, tipe: angka", "judul: Lain, jenis: isian, tipe: cacah, wajib: true")
    (folder / "satuan.yaml").write_text(teks, encoding="utf-8")
    s = muat_skema(folder).lembar["satuan"]
    data = _bingkai(satuan=["ya", "mungkin", None], nilai=["7/6", "1", None], lain=[1.5, None, 3.0])
    ada = {(p.kode, p.baris, p.kolom, p.bentukan) for p in periksa_lembar(s, data)}
    assert ada == {
        ("LB-06", 9, "satuan", True),
        ("LB-03", 10, "satuan", False),
        ("AN-01", 8, "nilai", True),
        ("AN-07", 8, "lain", True),
        ("LB-04", 9, "lain", True),
    }


def test_skema_bawaan_lengkap():
    assert periksa_folder(folder_skema()) == []
    assert [s.lembar for s in SKEMA.lembar.values()][:2] == ["Pengaturan", "Skala Kategori"]
    for s in SKEMA.lembar.values():
        for k in s.kolom.values():
            assert k.bantuan and k.judul, (s.id, k.nama)
            assert (k.rumus is None) == (k.jenis == "isian")


def test_kamus_tersimpan_mutakhir():
    assert (folder_skema() / "README.md").read_text(encoding="utf-8") == perintah.kamus()


def test_kamus_memuat_semua():
    teks = buat_kamus(SKEMA)
    for s in SKEMA.lembar.values():
        assert f"(`{s.id}`)" in teks
        for k in s.kolom.values():
            assert f"| `{k.nama}` |" in teks


def test_tiap_kode_temuan_punya_pemeriksa_atau_pembaca():
    """Every code says what is checked, or belongs to reading files, cells, tables, many workbooks, this PC, or our own failures."""
    import lkjip_xl.validasi.aturan  # noqa: F401
    from lkjip_xl.skema.pesan import katalog
    from lkjip_xl.validasi.aturan.registri import daftar

    diperiksa = {k for a in daftar() for k in a.kode}
    skema = {
        k
        for p in folder_skema().glob("*.yaml")
        for k in re.findall(r"\berror: ([A-Z]{2}-\d\d)\b", p.read_text("utf-8"))
    }
    pembaca = (
        "BK-",
        "LP-",
        "CS-",
        "LB-",
        "AN-",
        "CK-",
        "PM-",
        "RP-",
        "TB-",
        "KU-",
        "SK-",
        "SB-",
        "AB-",
        "FO-",
        "DK-",
        "RK-",
    )
    assert [k for k in katalog() if k not in diperiksa | skema and not k.startswith(pembaca)] == []
    assert diperiksa <= katalog().keys()
    assert all(a.uraian.endswith(".") for a in daftar())
