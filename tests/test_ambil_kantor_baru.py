"""Forms of documents of agencies nobody had met: what their tables are, and the levels, kode and quarters they tell in other ways."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from banyak import tiap
from dinas_pangan import buku
from rencana_ambil import UANG, UKUR, isi, kolom
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber.bagian import Bagian
from lkjip_xl.sumber.model import TabelAsing

PK = "Perjanjian Kinerja Tahun 2024 Kepala Bidang"
BIDANG = """Sasaran Program/Kegiatan | Indikator Kinerja | Target | Anggaran (Rp)
Program tangkapan ikan | Persentase kapal laik | 80 % | 10.000.000
Bina nelayan | Jumlah nelayan | 40 orang | 7.000.000
Latih nelayan | Jumlah pelatihan | 4 kali | 4.000.000
Alat nelayan | Jumlah alat | 30 unit | 3.000.000
Rawat dermaga | Jumlah dermaga | 2 unit | 3.000.000
Cat dermaga | Luas yang dicat | 50 m2 | 3.000.000"""


def ambil(caption: str, *baris: str) -> Rencana:
    return rencanakan(buku(), [tabel_asing(caption, "\n".join(baris))])


def level(r: Rencana, lembar: str = "pk_program") -> list[str]:
    return [x for (x,) in isi(r, lembar, "level")]


# -- agreements of bidang ---------------------------------------------------------------------------------------------


def test_program_di_kolom_sasaran() -> None:
    r = ambil(PK, BIDANG)
    assert isi(r, "pk_program", "level", "nama", "target", "satuan", "anggaran")[:2] == [
        ("program", "Program tangkapan ikan", 80.0, "%", 10e6),
        ("kegiatan", "Bina nelayan", 40.0, "orang", 7e6),
    ]
    assert level(r) == ["program", "kegiatan", "subkegiatan", "subkegiatan", "kegiatan", "subkegiatan"]
    assert isi(r, "indikator", "kode") == [] == isi(r, "pk", "target")


def test_sasaran_program_yang_memang_sasaran() -> None:
    r = ambil(PK, BIDANG.replace("Program tangkapan ikan", "Meningkatnya tangkapan ikan"))
    assert isi(r, "pk_program", "nama") == [] and r.tabel[0].lembar != "pk_program"
    r = ambil(PK, "Sasaran Kegiatan | Indikator Kinerja | Target", "Program Ikan | Kapal laik | 80 %", "Kegiatan Bina | Nelayan | 40 orang")  # fmt: skip
    assert isi(r, "pk_program", "level", "nama") == [("program", "Program Ikan"), ("kegiatan", "Kegiatan Bina")]


@pytest.mark.parametrize(
    ("uang", "harap"),
    [
        ("10 7 4 2 3 3", []),  # 4 + 2 are not 7
        ("10 2 2 2 2 2", ["kegiatan"] * 5),
        ("18 7 4 3 - 3", ["kegiatan"] * 5),  # an amount is missing: as the header says
    ],
)
def test_level_menurut_uang(uang: str, harap: list[str]) -> None:
    kepala, *baris = BIDANG.splitlines()
    baru = [
        f"{b.rpartition(' | ')[0]} | {x if x == '-' else x + '.000.000'}"
        for b, x in zip(baris, uang.split(), strict=True)
    ]
    r = ambil(PK, kepala, *baru)
    assert level(r) == ["program", *harap]
    ditahan = {s.nasib for s in r.sel if s.teks == "Latih nelayan"}
    assert ditahan == ({Nasib.DITULIS} if harap else {Nasib.RAGU})


def test_tabel_bertingkat_lebih_dulu() -> None:
    """Without a kode a kegiatan belongs to the programme above it: those of the list come into the rows of the tree."""
    daftar = tabel_asing(
        "", "No | Program | Anggaran\n1 | PROGRAM TANGKAPAN IKAN | Rp10.000.000\n2 | PROGRAM PASAR IKAN | Rp2.000.000"
    )
    pohon = tabel_asing(PK, f"{BIDANG}\nProgram pasar ikan | Pasar | 1 unit | 2.000.000\nBina pasar | Pedagang | 9 orang | 2.000.000", nomor=2)  # fmt: skip
    r = rencanakan(buku(), [daftar, pohon])
    assert [x for (x,) in isi(r, "pk_program", "nama")][-2:] == ["Program pasar ikan", "Bina pasar"]
    assert len(level(r)) == 8


# -- kode in parts ----------------------------------------------------------------------------------------------------

BERHURUF = (
    "Kode: U | Kode: BU | Kode: P | Kode: K | Kode: SK | Program/Kegiatan/Sub Kegiatan | Pagu (Rp) | Realisasi (Rp)"
)
KODE = [
    ("3.25.04", "program"),
    ("3.25.04.2.01", "kegiatan"),
    ("3.25.04.2.01.02", "subkegiatan"),
    ("3.25.05", "program"),
]


@pytest.mark.parametrize(
    "bagian",
    [
        ("3 25 04 - -", "3 25 04 2.01 -", "3 25 04 2.01 02", "3 25 05 - -"),
        ("3 25 04 - -", "- - - 2.01 -", "- - - - 02", "- - 05 - -"),  # what is merged downward is printed once
        (
            "3 3.25 3.25.04 - -",
            "3 3.25 3.25.04 3.25.04.2.01 -",
            "3 3.25 3.25.04 3.25.04.2.01 3.25.04.2.01.02",
            "3 3.25 3.25.05 - -",
        ),
    ],
)
def test_bagian_kode_berhuruf(bagian: tuple[str, ...]) -> None:
    nama = ("Program Tangkap", "Bina", "Latih", "Program Pasar")
    baris = [
        " | ".join((*x.replace("-", "").split(" "), n, "1.000.000", "900.000"))
        for x, n in zip(bagian, nama, strict=True)
    ]
    r = ambil(UANG, BERHURUF, *baris)
    assert isi(r, "anggaran", "kode", "level") == KODE


# -- what the rows are ------------------------------------------------------------------------------------------------


def test_subkegiatan_dengan_volume() -> None:
    kepala = "Sub Kegiatan | Indikator Keluaran | Target: Volume | Target: Satuan | Realisasi: Volume | Realisasi: Satuan | Fisik (%)"
    r = ambil("Realisasi Kinerja per Sub Kegiatan Tahun 2024", kepala, "Latih | Jumlah latihan | 4 | kali | 3 | kali | 75", "Alat | Jumlah alat | 30 | unit | 30 | unit | 100")  # fmt: skip
    kolom_uji = ("level", "nama", "target", "realisasi", "satuan", "fisik", "volume")
    assert isi(r, "anggaran", *kolom_uji) == [
        ("subkegiatan", "Latih", 4, 3, "kali", 75, None),
        ("subkegiatan", "Alat", 30, 30, "unit", 100, None),
    ]
    assert isi(r, "indikator", "kode") == []


def test_triwulan_per_baris_bukan_setahun() -> None:
    r = ambil(UKUR, "Indikator | TW | Target | Realisasi", "Kapal laik | I | 20 | 19", " | II | 40 | 41", " | III | 60 | 66", " | IV | 80 | 81")  # fmt: skip
    assert isi(r, "triwulan", "tw", "target", "realisasi")[1:3] == [("II", 40, 41), ("III", 60, 66)]
    assert "pengukuran" not in {s for s, _, k in r.tulis if k == "target"}


def test_sampai_triwulan_empat_setahun() -> None:
    tw = " | ".join(f"Triwulan {x}: Realisasi" for x in ("I", "II", "III", "IV"))
    r = ambil(
        UKUR, f"Indikator | Target Tahunan | {tw} | Realisasi s/d TW IV", "Kapal laik | 80 | 10 | 20 | 30 | 21 | 81"
    )
    assert isi(r, "pengukuran", "realisasi") == [(81,)]
    assert [x for (x,) in isi(r, "triwulan", "realisasi")] == [10, 20, 30, 21]
    r = ambil(
        UKUR,
        f"Indikator | Target 2024 | Realisasi 2024 | {tw} | Realisasi s/d TW IV",
        "Kapal laik | 80 | 81 | 10 | 20 | 30 | 21 | 82",
    )
    assert isi(r, "pengukuran", "realisasi") == [(81,)] and [s.nasib for s in r.sel if s.teks == "82"] == [Nasib.TIDAK]
    r = ambil(UKUR, "Indikator | Target 2024 | Realisasi s/d TW III", "Kapal laik | 80 | 61")
    assert isi(r, "pengukuran", "realisasi") == [(None,)]


@pytest.mark.parametrize(
    ("caption", "kepala", "baris", "harap"),
    tiap(2, [
        ("Rencana Aksi Tahun 2024", "Indikator | Triwulan | Rencana Aksi | Realisasi Rencana Aksi | Kendala | Rencana Tindak Lanjut",
         "B | II | latih | dilatih | hujan | ulang",
         "indikator.indikator triwulan.tw triwulan.rencana_aksi triwulan.pelaksanaan triwulan.kendala triwulan.tindak_lanjut"),
        ("Renja Perubahan Tahun 2024", "Kode | Program/Kegiatan | Indikator | Target Capaian Kinerja: Sebelum Perubahan | Target Capaian Kinerja: Setelah Perubahan",
         "3.25.04 | Program A | Luas | 82 % | 84 %", "renja.kode renja.nama renja.indikator renja.target_sebelum renja.target_sesudah"),
        ("Analisis Keberhasilan", "Indikator | Faktor Penghambat | Solusi/Tindak Lanjut", "B | tiada | terus",
         "indikator.indikator analisis.penghambat analisis.solusi"),
        ("Tabel T-C.27 Rencana Program dan Pendanaan", "Kode | Program dan Kegiatan | Indikator | Data Capaian pada Tahun Awal Perencanaan (2023) | Tahun 2024: Target | Tahun 2024: Rp",
         "3.25.04 | Program A | Luas | 70 % | 82 % | 1.000.000", "tc27.kode tc27.nama tc27.indikator tc27.nilai_dasar tc27.target_1 tc27.rp_1"),
    ]),
)  # fmt: skip
def test_kepala(caption: str, kepala: str, baris: str, harap: str) -> None:
    assert [x for x in kolom(ambil(caption, kepala, baris)).values() if x != "."] == harap.split()


# -- an indicator a table, named above it -----------------------------------------------------------------------------

SATU = "Uraian | 2022 | 2023 | 2024*\nTarget | 3 | 3,2 | 3,4\nRealisasi | 3,1 | 3,3 | 3,5\n~Capaian (%) | 103 | 103 | 102,94"


def _satu(caption: str, *bagian: str, bawah: tuple[str, ...] = ()) -> TabelAsing:
    t = tabel_asing(caption, SATU)
    return replace(t, kisi=(replace(t.kisi[0], bagian=bagian, bawah=bawah),), sel_kepala=((0, 2, 1),))


@pytest.mark.parametrize(
    ("caption", "bagian", "nama"),
    [
        ("Tabel 3.2 Level tata kelola pelabuhan Tahun 2022-2024 (satuan: Level)", "1.2 Level tata kelola pelabuhan", "Level tata kelola pelabuhan"),
        ("Tabel Target dan Realisasi Opini laut Tahun 2022-2024", "b. Opini laut", "Opini laut"),
        ("Tabel 3.2 Persentase kapal laik Tahun 2022-2024 (satuan: %)", "3.2 Capaian", "Persentase kapal laik"),
        ("Tabel 3.2 Target dan Realisasi Kinerja Tahun 2022-2024", "3.2 Capaian Kinerja", ""),
        ("Tabel 3.2 Jumlah Anggaran Tahun 2022-2024", "3.2 Keuangan", ""),
        ("Jumlah ikan Tahun 2022-2024", "3.2 Ikan", ""),  # no caption, a sentence
    ],
)  # fmt: skip
def test_indikator_di_judul_tabel(caption: str, bagian: str, nama: str) -> None:
    r = rencanakan(buku(), [_satu(caption, "Sasaran 1. Terjaganya laut dan pesisir", bagian)])
    assert isi(r, "indikator", "indikator", "pernyataan") == ([(nama, "Terjaganya laut dan pesisir")] if nama else [])
    assert isi(r, "pengukuran", "target", "realisasi") == ([(3.4, 3.5)] if nama else [])
    if nama:
        assert isi(r, "riwayat", "target_2", "realisasi_1") == [(3.0, 3.3)]
        satuan = re.search(r"satuan: ([^)]+)", caption)
        assert isi(r, "indikator", "satuan") == [(satuan and satuan[1],)]


def test_tanda_di_kepala_tahun() -> None:
    nama = "Tabel 3.2 Persentase kapal laik Tahun 2022-2024"
    for bawah, harap in ((("*) angka sementara per 10 Januari 2025",), "ya"), (("*) sumber: dinas",), None)):
        assert isi(rencanakan(buku(), [_satu(nama, bawah=bawah)]), "pengukuran", "sementara") == [(harap,)]


@pytest.mark.parametrize(
    ("kepala", "ket", "harap"),
    [
        ("Realisasi 2024", "data sementara", "ya"),
        ("Realisasi 2024", "bukan data sementara", None),
        ("Realisasi 2024", "", None),
    ],
)
def test_keterangan_sementara(kepala: str, ket: str, harap: str | None) -> None:
    r = ambil(
        UKUR, f"Indikator | Target 2024 | {kepala} | Keterangan", f"Kapal laik | 80 | 81 | {ket}", "Ikan | 2 | 1 | "
    )
    assert isi(r, "pengukuran", "sementara") == [(harap,), (None,)]


# -- rows kept beside the table ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kelompok", "harap"),
    [
        ("Arsip pagu 2022", 1),
        ("Tahun 2023", 1),
        ("Tahun 2024", 2),
        ("Bidang Tangkap", 2),
        ("Renstra 2024-2026", 2),
        ("Meningkatnya hasil laut tahun 2026", 2),
    ],
)
def test_kelompok_tahun_lain(kelompok: str, harap: int) -> None:
    """Rows below a line about another year are none of this one's."""
    for caption, kepala, lembar in ((UANG, "Program | Pagu (Rp) | Realisasi (Rp)", "anggaran"), (UKUR, "Indikator | Target | Realisasi", "pengukuran")):  # fmt: skip
        t = tabel_asing(
            caption, f"{kepala}\nProgram A | 2.000.000 | 1.000.000\n>{kelompok} | |\nProgram B | 4.000.000 | 3.000.000"
        )
        t = replace(t, baris=(*t.baris[:2], replace(t.baris[2], kelompok=(kelompok,))))
        r = rencanakan(buku(), [t])
        assert len(isi(r, lembar, "realisasi" if lembar == "pengukuran" else "realisasi_rp")) == harap
        assert [s.nasib for s in r.sel if s.teks == "3.000.000"] == [Nasib.TIDAK if harap == 1 else Nasib.DITULIS]


def test_baris_tersembunyi() -> None:
    """A hidden copy of a row is left out; a hidden row of its own is read as any other."""
    t = tabel_asing(UANG, "Program | Pagu (Rp) | Realisasi (Rp)\nProgram A | 2.000.000 | 1.000.000\nProgram A | 9.000.000 |\nProgram B | 4.000.000 | 3.000.000")  # fmt: skip
    t = replace(t, baris=(t.baris[0], *(replace(b, tersembunyi=True) for b in t.baris[1:])))
    assert isi(rencanakan(buku(), [t]), "anggaran", "nama", "pagu") == [("Program A", 2e6), ("Program B", 4e6)]


# -- programmes and the indicators beside them ------------------------------------------------------------------------


def test_indikator_di_kiri_program_yang_didukung() -> None:
    """Which programme supports which indicator: no indicator of the programme, with or without its money."""
    r = ambil(
        "Program yang Mendukung",
        "Sasaran | Indikator | Program | Kegiatan",
        "Ikan naik | Persen ikan | Program A | Bina",
    )
    assert isi(r, "penunjang", "kode", "level", "nama") == [("S1.1", "kegiatan", "Bina")]
    assert [s.nasib for s in r.sel if s.teks == "Program A"] == [Nasib.TIDAK]
    r = ambil("Program yang Mendukung", "Indikator | Program | Pagu (Rp) | Realisasi (Rp) | %", "Persen ikan | Program A | 2.000.000 | 1.000.000 | 50")  # fmt: skip
    assert isi(r, "penunjang", "kode", "nama") == [("IK1", "Program A")]
    assert isi(r, "anggaran", "nama", "indikator", "pagu") == [("Program A", None, 2e6)]
    assert [s.nasib for s in r.sel if s.teks == "50"] == [Nasib.SAMA]


@pytest.mark.parametrize(
    ("caption", "kepala", "baris", "lembar", "yakin"),
    [
        ("Capaian Kinerja Program Tahun 2024", "Program | Indikator | Satuan | Target | Realisasi", "A | Ikan | ton | 8 | 7", "anggaran", "pasti"),
        ("Rencana Aksi Tahun 2024", "Kegiatan | Indikator | Target | TW I | TW II | TW III | TW IV", "A | Ikan | 8 | 1 | 2 | 3 | 2", "pk", "ragu"),
        ("", "Program | Indikator | Target | Pagu (Rp)", "Program A | Ikan | 80 | 1.000.000", "anggaran", "ragu"),
        ("PK Kepala Bidang", "Program | Indikator | Target | Pagu (Rp)", "Program A | Ikan | 80 | 1.000.000", "pk_program", "pasti"),
    ],
)  # fmt: skip
def test_baris_program(caption: str, kepala: str, baris: str, lembar: str, yakin: str) -> None:
    r = ambil(caption, kepala, baris, baris.replace("A", "B", 1))
    assert (r.tabel[0].lembar, r.tabel[0].yakin.value) == (lembar, yakin)
    assert isi(r, "indikator", "indikator") == []


def test_volume_terlaksana_bukan_persen_fisik() -> None:
    kepala = (
        "Kegiatan | Target Fisik: Volume | Realisasi Fisik: Volume | Realisasi Fisik: % | Pagu (Rp) | Realisasi (Rp)"
    )
    r = ambil("Laporan Realisasi Fisik dan Keuangan Tahun 2024", kepala, "Latih | 4 | 3 | 75 | 2.000.000 | 1.000.000")
    assert isi(r, "anggaran", "volume", "fisik") == [(4, 75)] and [s.nasib for s in r.sel if s.teks == "3"] == [
        Nasib.RAGU
    ]


def test_indikator_tanpa_kolom_nama_berkode_sendiri() -> None:
    r = rencanakan(buku(), [_satu("Tabel 3.2 Persentase kapal laik Tahun 2022-2024")])
    assert isi(r, "indikator", "kode") == [("IK1",)]
    r = rencanakan(buku(), [_satu("Tabel 3.2 Persentase kapal laik dan Jumlah kapal Tahun 2022-2024")])
    assert isi(r, "indikator", "kode") == []


# -- the last quarter, parts of a kode beside names of levels, remarks about other years ------------------------------


def test_hanya_sampai_triwulan_empat() -> None:
    r = ambil(UKUR, "Indikator | Target 2024 | Realisasi s/d TW IV", "Kapal laik | 80 | 81")
    assert isi(r, "pengukuran", "realisasi") == [(81,)]
    r = ambil(UANG, "Program | Pagu (Rp) | Realisasi s/d TW III (Rp) | Realisasi s/d TW IV (Rp)", "Program A | 9.000.000 | 6.000.000 | 8.000.000")  # fmt: skip
    assert isi(r, "anggaran", "realisasi_rp") == [(8e6,)]


def test_bagian_kode_di_samping_kolom_tiap_tingkat() -> None:
    kepala = (
        "Kode: Urusan | Kode: Bidang | Kode: Program | Kode: Kegiatan | Program | Kegiatan | Pagu (Rp) | Realisasi (Rp)"
    )
    r = ambil(
        UANG,
        kepala,
        "3 | 25 | 04 | | Program A | | 9.000.000 | 8.000.000",
        " | | | 2.01 | | Bina | 9.000.000 | 8.000.000",
    )
    assert isi(r, "anggaran", "kode", "level") == [("3.25.04", "program"), ("3.25.04.2.01", "kegiatan")]


def test_keterangan_sementara_tahun_lain() -> None:
    r = ambil(UKUR, "Indikator | Target 2024 | Realisasi 2024 | Realisasi 2023 | Keterangan", "Kapal laik | 80 | 81 | 70 | Angka 2023 masih data sementara")  # fmt: skip
    assert isi(r, "pengukuran", "sementara") == [(None,)]


# -- years and quarters a row, units in names -------------------------------------------------------------------------


def test_tahun_per_baris_tiap_indikator() -> None:
    kepala = "Indikator | Tahun | Target | Realisasi | Ket."
    r = ambil(UKUR, kepala, "Kapal laik Satuan: % | 2023 | 70 | 71 | tercapai", " | 2024 | 80 | 81 | tercapai", "Ikan segar Satuan: ton | 2023 | 5 | 6 | ", " | 2024 | 7 | 8 | ")  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == [(80, 81), (7, 8)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(70, 71), (5, 6)]
    assert isi(r, "indikator", "indikator", "satuan") == [("Kapal laik", "%"), ("Ikan segar", "ton")]


def test_tahun_per_baris_dengan_kolom_lain() -> None:
    """Beside a column of something else, too, each figure is of its year."""
    r = ambil(UKUR, "Indikator | Tahun | Target | Realisasi | Lokasi", "Kapal laik | 2023 | 70 | 71 | laut", "Kapal laik | 2024 | 80 | 81 | laut")  # fmt: skip
    assert isi(r, "pengukuran", "target") == [(80,)]
    assert isi(r, "riwayat", "target_1") == [(70,)]


def test_periode_triwulan() -> None:
    kepala = "Sasaran | Indikator | Satuan | Target PK | Periode | Target TW | Realisasi TW | Faktor Penghambat | Tindak Lanjut"
    r = ambil("Laporan Capaian Kinerja Tahun 2024", kepala, "Laut aman | Kapal laik | % | 80 | Triwulan I | 20 | 21 | hujan | ulang", "Laut aman | Kapal laik | % | 80 | Triwulan II | 40 | 39 | |")  # fmt: skip
    assert isi(r, "triwulan", "tw", "target", "realisasi", "kendala") == [("I", 20, 21, "hujan"), ("II", 40, 39, None)]
    assert isi(r, "pk", "target") == [(80,)]


def test_satuan_di_sebagian_nama() -> None:
    r = ambil(UKUR, "Indikator | Target | Realisasi", "Jumlah nelayan (orang) | 80 | 81", "Kapal laik | 90 % | 91 %", "Luas dermaga (ha) | 2 | 2")  # fmt: skip
    assert isi(r, "indikator", "indikator", "satuan") == [("Jumlah nelayan", "orang"), ("Kapal laik", "%"), ("Luas dermaga", "ha")]  # fmt: skip


# -- budgets of other systems -----------------------------------------------------------------------------------------

RFK = """No | Program/Kegiatan/Sub Kegiatan | Pagu (Rp) | Realisasi s/d Bulan Ini: Fisik (%) | Realisasi s/d Bulan Ini: Keuangan (Rp)
A | Program Tangkap | 9.000.000 | 90 | 8.000.000
1 | Bina | 9.000.000 | 90 | 8.000.000
1.1 | Latih | 9.000.000 | 90 | 8.000.000"""


@pytest.mark.parametrize(("bulan", "setahun"), [("Desember 2024", True), ("September 2024", False), ("", False)])
def test_rfk_berhuruf_sampai_bulan_ini(bulan: str, setahun: bool) -> None:
    r = ambil(f"Laporan Realisasi Fisik dan Keuangan keadaan s/d bulan {bulan}".strip() if bulan else "Laporan Realisasi Fisik dan Keuangan", RFK)  # fmt: skip
    assert level(r, "anggaran") == ["program", "kegiatan", "subkegiatan"]
    assert {x for (x,) in isi(r, "anggaran", "realisasi_rp")} == ({8e6} if setahun else {None})


def test_dpa_dan_kata_lain_uang() -> None:
    r = ambil("Dokumen Pelaksanaan Perubahan Anggaran", "Kode | Uraian | Indikator | Tolok Ukur/Target | Sumber Dana | Jumlah (Rp)", "3.25.04 | Program A | Ikan | 8 ton | DAU | Rp9.000.000")  # fmt: skip
    assert isi(r, "anggaran", "kode", "target", "satuan", "sumber_dana", "pagu") == [("3.25.04", 8, "ton", "DAU", 9e6)]
    r = ambil("Realisasi Keuangan Tahun 2024", "Program dan Kegiatan | Plafon (Rp) | Terserap (Rp) | (%)", "Program A | 9.000.000,- | 8.000.000,- | 88,89")  # fmt: skip
    assert isi(r, "anggaran", "pagu", "realisasi_rp") == [(9e6, 8e6)]


def test_jumlah_program_di_kolom_kegiatan() -> None:
    r = ambil(UANG, "Program | Kegiatan | Pagu (Rp) | Realisasi (Rp)", "Program A | Jumlah program | 5.000.000 | 4.000.000", " | Bina | 5.000.000 | 4.000.000")  # fmt: skip
    assert isi(r, "anggaran", "level", "nama", "pagu") == [("program", "Program A", 5e6), ("kegiatan", "Bina", 5e6)]


def test_kumulatif_di_kepala() -> None:
    """ "s/d" above the quarters, or the word in a header: figures of the year so far, never those of a quarter."""
    for atas in ("Realisasi s/d", "Realisasi Kumulatif s/d", "Realisasi Kumulatif"):
        kepala = " | ".join(f"{atas}: TW {x}" for x in ("I", "II", "III", "IV"))
        r = ambil(UKUR, f"Indikator | Target 2024 | {kepala}", "Kapal laik | 80 | 20 | 40 | 60 | 81")
        tertulis = isi(r, "triwulan", "realisasi")
        assert tertulis == [] or isi(r, "indikator", "cara_tw") == [("kumulatif",)]


# -- what stands above a table, and means between its rows ------------------------------------------------------------


@pytest.mark.parametrize(
    ("bagian", "caption", "harap"),
    [
        ("Sasaran 2: Terjaganya laut dan pesisir", "Tabel 3.1 Pencapaian Kinerja Sasaran 2 Tahun 2024", "Terjaganya laut dan pesisir"),
        ("Sasaran 1: Terjaganya laut dan pesisir", "Tabel 3.1 Pencapaian Kinerja Sasaran 2 Tahun 2024", None),
        ("BAB III Sasaran 2: Terjaganya laut dan pesisir", "Tabel 3.1 Pencapaian Kinerja Tahun 2024", None),
    ],
)  # fmt: skip
def test_sasaran_di_judul_bagian(bagian: str, caption: str, harap: str | None) -> None:
    t = tabel_asing(caption, "Indikator | Target | Realisasi\nKapal laik | 80 | 81")
    t = replace(t, kisi=(replace(t.kisi[0], bagian=(bagian,)),))
    assert isi(rencanakan(buku(), [t]), "indikator", "pernyataan") == [(harap,)]


def test_judul_sasaran_di_halaman() -> None:
    b = Bagian()
    b.lihat_semua(
        ["BAB III", "Sasaran 1: Terjaganya laut dan pesisir", "Uraian.", "Sasaran 2: Meningkatnya hasil", "laut daerah"]
    )
    assert b.kini[-1] == "Sasaran 1: Terjaganya laut dan pesisir"  # the other one runs on in the next line
    b.lihat_semua(["Sasaran 3: Meningkatnya hasil laut", "3.2 Anggaran"])
    assert b.kini[-1] == "3.2 Anggaran"
    b.lihat_semua([])


def test_rata_rata_di_antara_baris() -> None:
    r = ambil(UKUR, "Indikator | Target | Realisasi | Capaian (%)", "Rata-rata lama melaut | 8 | 7 | 87,5", "Rata-rata capaian sasaran 1 | | | 87,5", "Kapal laik | 80 | 81 | 101,25")  # fmt: skip
    assert [x for (x,) in isi(r, "indikator", "indikator")] == ["Rata-rata lama melaut", "Kapal laik"]


def test_tanda_sementara_di_baris_indikatornya() -> None:
    """In a table whose order is another one than that of the workbook, too."""
    satu = tabel_asing(UKUR, "Indikator | Target 2024\nKapal laik | 80\nIkan segar | 7")
    dua = tabel_asing("Realisasi Kinerja Tahun 2024", "Indikator | Realisasi 2024 | Keterangan\nIkan segar | 8 | final\nKapal laik | 81 | data sementara", nomor=2)  # fmt: skip
    assert isi(rencanakan(buku(), [satu, dua]), "pengukuran", "realisasi", "sementara") == [(81, "ya"), (8, None)]
