"""The whole check: crashes are ours, findings come sorted and once, and the two published reports as answer key."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest
from banyak import satu_cepat
from buku_md import buku_md, di, skema_uji
from laporan_contoh import baca_csv, folder_kunci

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.isi import muat_csv
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.validasi.aturan.registri import Aturan, daftar
from lkjip_xl.validasi.periksa import periksa, periksa_buku

AKAR = Path(__file__).parents[1]
SALAH = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A         | %      | naik |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 |
|         | S1.1 | 4        | 5           | 100,00    |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 4      | 5         | 100,00  |
|            | S1.1 | 4      | x         | 100,00  |
"""


def gagal_sendiri(buku, lapor) -> None:
    """Selalu gagal."""
    raise ZeroDivisionError("salah hitung")


def test_aturan_yang_gagal_adalah_kegagalan_kami_dan_yang_lain_tetap_jalan() -> None:
    rusak = Aturan(("PG-01",), ("pengukuran",), gagal_sendiri)
    laporan = periksa(buku_md(SALAH), [rusak, *daftar()])
    assert laporan.kode_keluar() == 3
    assert [nama for nama, _ in laporan.gagal] == ["gagal_sendiri"]
    assert ("KU-01", "") in laporan.ratakan("kode", "lembar")
    assert ("PG-01", "P8") in laporan.ratakan("kode", "sel")


def test_aturan_yang_gagal_tidak_dijalankan_bila_lembarnya_tidak_ada() -> None:
    rusak = Aturan(("PG-01",), ("aset",), gagal_sendiri)
    laporan = periksa(buku_md(SALAH, tanpa=("aset",)), [rusak])
    assert laporan.gagal == []


def test_urut_menurut_lembar_baris_kolom_dan_tanpa_kembaran() -> None:
    laporan = periksa(buku_md(SALAH), [*daftar(), *daftar()])
    gawat = [t for t in laporan.temuan if t.tingkat is not Tingkat.CATATAN]
    assert [(t.kode, t.lembar, t.sel) for t in gawat] == [
        ("PG-01", "Pengukuran", "P8"),
        ("LB-05", "Pengukuran", "A9"),
        ("AN-01", "Pengukuran", "N9"),
        ("RW-01", "Riwayat", "F8"),
    ]


def test_daftar_aturan_memakai_kode_dan_lembar_yang_ada() -> None:
    for a in daftar():
        assert a.kode and set(a.kode) <= katalog().keys(), a.nama
        assert set(a.lembar) <= skema_uji().lembar.keys(), a.nama
        assert a.uraian.endswith("."), a.nama
    assert len({a.nama for a in daftar()}) == len(daftar())


def test_aturan_berjalan_dalam_urutan_yang_tertulis() -> None:
    """A rule that asks another module something must not bring that module's rules forward: who speaks first decides."""
    teks = (AKAR / "lkjip_xl/validasi/aturan/__init__.py").read_text(encoding="utf-8")
    tertulis = re.findall(r"^    (\w+),$", teks, re.MULTILINE)
    berjalan = [a.fungsi.__module__.rpartition(".")[2] for a in daftar()]
    assert [m for m, _ in groupby(berjalan)] == [m for m in tertulis if m in berjalan]


def test_aturan_hanya_melaporkan_kode_yang_didaftarkannya() -> None:
    """Every code a module mentions belongs to one of its registered rules, so that the list of rules is complete."""
    terdaftar = {k for a in daftar() for k in a.kode}
    for berkas in (AKAR / "lkjip_xl" / "validasi" / "aturan").glob("*.py"):
        teks = berkas.read_text(encoding="utf-8")
        assert {k for k in katalog() if f'"{k}"' in teks} <= terdaftar, berkas.name


def test_berkas_yang_tidak_ada() -> None:
    with pytest.raises(GalatBerkas):
        periksa_buku(AKAR / "tidak-ada.xlsm", skema_uji())


def gawat_csv(folder: Path):
    laporan = periksa(muat_csv(folder, perintah.skema()))
    assert laporan.gagal == []
    return [t for t in laporan.temuan if t.tingkat is not Tingkat.CATATAN]


@pytest.mark.parametrize("laporan", satu_cepat(perintah.CONTOH))
def test_contoh_yang_sudah_dikoreksi_bersih(laporan: str) -> None:
    assert gawat_csv(AKAR / "workbooks" / "contoh" / laporan) == []


def test_buku_kerja_contoh_bersih() -> None:
    laporan = periksa_buku(AKAR / "workbooks" / "contoh" / perintah.CONTOH["magetan-2024"], perintah.skema())
    assert laporan.kode_keluar() == 0 and laporan.berkas == perintah.CONTOH["magetan-2024"]


# the printed reports: code and cell of every Kesalahan and Peringatan, with the ids of the key it finds
TERCETAK = {
    "magetan-2024": {
        ("TC-01", di("tc27", "target_akhir", 21)): "MGT-050",
        ("TC-01", di("tc27", "target_akhir", 58)): "MGT-051",
        ("RJ-02", di("renja", "pagu_prakiraan", 8)): "MGT-052",
        ("RJ-02", di("renja", "pagu_prakiraan", 38)): "MGT-053",
        ("RJ-02", di("renja", "pagu_prakiraan", 39)): "MGT-054",
        ("RJ-02", di("renja", "pagu_prakiraan", 61)): "MGT-055",
        ("RJ-02", di("renja", "pagu_prakiraan", 68)): "MGT-056",
        ("AG-12", di("pk_program", "anggaran", 27)): "MGT-001;MGT-003",
        ("PR-01", di("pk_program", "indikator", 27)): "MGT-002;MGT-004",
        ("PR-01", di("pk_program", "indikator", 50)): "MGT-005;MGT-006",
        ("PR-01", di("anggaran", "target", 27)): "MGT-034;MGT-035",
        ("PG-01", di("anggaran", "capaian", 8)): "MGT-033",
        ("RA-02", di("rencana_aksi", "total", 8)): "MGT-049",
        ("LH-01", di("lhe_nilai", "nilai", 12)): "MGT-010",
    },
    "lamongan-2023": {
        ("PK-02", di("pk", "target", 8)): "T62",
        ("PK-02", di("pk", "target", 9)): "A26",
        ("LB-05", di("pk", "kode", 15)): "A01",
        ("PG-02", di("pengukuran", "capaian", 8)): "T14",
        ("PK-01", di("pengukuran", "target", 10)): "T05",
        ("PG-03", di("pengukuran", "realisasi", 10)): "T63",
        ("PK-01", di("pengukuran", "target", 11)): "T06",
        ("PK-01", di("pengukuran", "target", 12)): "T07",
        ("PG-03", di("pengukuran", "realisasi", 12)): "T64",
        ("PK-01", di("pengukuran", "target", 13)): "T08",
        ("PK-01", di("pengukuran", "target", 14)): "T09",
        ("PK-01", di("pengukuran", "target", 16)): "T10",
        ("PK-01", di("pengukuran", "target", 17)): "T11",
        ("AG-04", di("anggaran", "realisasi_rp", 10)): "T52",
        ("AG-04", di("anggaran", "pagu", 52)): "T54",
        ("AG-09", di("anggaran", "nama", 62)): "T57",
        ("AG-01", di("anggaran", "serapan", 65)): "T58;T59",
        ("AS-01", di("aset", "saldo_akhir", 33)): "T01",
        ("AS-01", di("aset", "saldo_akhir", 41)): "T02",
        ("AS-01", di("aset", "saldo_akhir", 46)): "T03",
    },
}
# figures of the key that are the other side of one of those findings
TERKAIT = {
    "magetan-2024": {"MGT-049": di("rencana_aksi", "tw4", 8)},
    "lamongan-2023": {
        "T04": di("aset", "saldo_akhir", 65),
        "T53": di("anggaran", "realisasi_rp", 12),
        "T55": di("anggaran", "realisasi_rp", 52),
        "T62": di("renstra", "target_3", 9),
    },
}


@pytest.mark.parametrize("laporan", satu_cepat(perintah.CONTOH))
def test_yang_tercetak_menghasilkan_kunci_jawaban_dan_tidak_lebih(laporan: str) -> None:
    temuan = gawat_csv(AKAR / "tests" / "data" / laporan / "tercetak")
    assert {(t.kode, f"{t.lembar}!{t.sel}") for t in temuan} == set(TERCETAK[laporan])
    terkait = {f"{lembar}!{sel}" for t in temuan for lembar, sel in t.sel_terkait}
    assert set(TERKAIT[laporan].values()) <= terkait
    kunci = {b["id"] for p in folder_kunci(laporan).glob("*.csv") for b in baca_csv(p)}
    assert {i for ids in TERCETAK[laporan].values() for i in ids.split(";")} | set(TERKAIT[laporan]) <= kunci
