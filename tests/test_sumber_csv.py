"""CSV of strangers: letters, line ends, separators and quoting of every kind give the same rows."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lkjip_xl.sumber.csv import baca_csv, pilih_pemisah, urai_csv

TABEL = [
    ["Uraian", "Pagu (Rp)", "Serapan"],
    ["Belanja Pegawai, ASN", "1.250.000,50", "99,5"],
    ["Modal m²", "75", "8,25"],
]


def _tulis(baris: list[list[str]], pemisah: str = ";", akhir: str = "\r\n") -> str:
    keluar = io.StringIO()
    csv.writer(keluar, delimiter=pemisah, lineterminator=akhir).writerows(baris)
    return keluar.getvalue()


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_huruf(sandi: str) -> None:
    isi = urai_csv(_tulis(TABEL).encode(sandi), "a.csv")
    assert isi.baris == TABEL
    assert isi.windows is (sandi == "cp1252")
    assert baca_csv(_tulis(TABEL).encode(sandi), "a.csv").catatan == ([("CS-05", {})] if sandi == "cp1252" else [])


@pytest.mark.parametrize("akhir", ["\r", "\n", "\r\n"])
@pytest.mark.parametrize("pemisah", [",", ";", "\t", "|"])
def test_akhir_baris_dan_pemisah(akhir: str, pemisah: str) -> None:
    tabel = [*TABEL, ["Perjalanan\ndinas", "1; 2, dan 3", ""]]
    terakhir = pemisah.join(['"Perjalanan\ndinas"', '"1; 2, dan 3"', ""])
    isi = urai_csv((_tulis(TABEL, pemisah, akhir) + terakhir + akhir).encode(), "a.csv")
    assert isi.baris == tabel and isi.pemisah == pemisah


def test_pemisah_menurut_kolom_bukan_banyaknya_tanda() -> None:
    assert pilih_pemisah("Dinas A, Kabupaten B, Tahun 2024, triwulan IV\n\nkode;target\nS1;1,5\nS2;2,5\n") == ";"
    assert pilih_pemisah("kode,uraian\nS1,a; b; c; d\nS2,e; f\nS3,g\n") == ","
    assert pilih_pemisah("nama;nilai;bobot\na;1,5;2,5\nb;3,5;4,5\n") == ";"
    assert pilih_pemisah("a\tb, c, d\nx\ty, z\n") == "\t"
    # two tables of different width in one file
    assert pilih_pemisah("a;b\n1;2,0\n\nc;d;e;f\n1;2,5;3,5;4\n1;2;3;4\n") == ";"


@pytest.mark.parametrize("kepala", ["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n', "sep=;,,\r"])
def test_baris_sep(kepala: str) -> None:
    isi = urai_csv((kepala + "a,b;c,d\r\n1,5;2\r\n").encode(), "a.csv")
    assert isi.pemisah == ";" and isi.baris == [["a,b", "c,d"], ["1,5", "2"]]
    assert urai_csv(b"separuh;b\n1;2\n", "a.csv").baris[0] == ["separuh", "b"]
    assert urai_csv(b"sep=\t\na\tb\n", "a.csv").baris == [["a", "b"]]


def test_nul() -> None:
    assert urai_csv(b"a;b\0\0\nx\0y;1\n", "a.csv").baris == [["a", "b"], ["x␀y", "1"]]


def test_kisi_beralamat_dan_baris_kosong_tetap_dihitung(tmp_path: Path) -> None:
    berkas = tmp_path / "LRA.csv"
    berkas.write_text("Judul;\n\n;Pagu \n-;1\n", encoding="utf-8")
    (kisi,) = baca_csv(berkas).kisi
    assert {k: s.teks for k, s in kisi.sel.items()} == {(1, 1): "Judul", (3, 2): "Pagu", (4, 1): "-", (4, 2): "1"}
    assert kisi.alamat(3, 2) == ("LRA.csv", "B3")


SEL = st.text(st.sampled_from("ab1,.;\t| \"\n'%"), max_size=6)


@settings(max_examples=150, deadline=None)
@example([["", "", ""], ["", "\t", " "], ["", "", "\t"]])
@given(st.integers(2, 5).flatmap(lambda n: st.lists(st.lists(SEL, min_size=n, max_size=n), min_size=3, max_size=8)))
def test_yang_dikutip_semua_selalu_kembali(baris: list[list[str]]) -> None:
    for pemisah in ";,\t|":
        keluar = io.StringIO()
        csv.writer(keluar, delimiter=pemisah, quoting=csv.QUOTE_ALL).writerows([["x"] * len(baris[0]), *baris])
        isi = urai_csv(keluar.getvalue().encode(), "a.csv")
        assert isi.baris[1:] == baris


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_byte_apa_pun_terbaca(data: bytes) -> None:
    urai_csv(data, "a.csv")
