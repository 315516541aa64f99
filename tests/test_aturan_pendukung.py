"""Staff, assets, evaluation; settings and scale; units; references; formula cells."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua, skema_uji, temuan_gawat

from lkjip_xl.tabel.ketik import ketik

PEGAWAI = "| Pegawai | dimensi | uraian | laki_laki | perempuan | jumlah | kebutuhan | selisih |\n"


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (["Jabatan | Kepala | | | 1 | 2 | -1", "Jabatan | J U M L A H | | | 1 | 2 | -1"], []),
        (["Jabatan | Kepala | | | 1 | 2 | 1"], [("PW-02", "selisih", 8)]),
        (["Jabatan | Kepala | 1 | 2 | 3 | | "], []),
        (["Jabatan | Kepala | 1 | 2 | 4 | | "], [("PW-01", "jumlah", 8)]),
        (["Jabatan | Kepala | | | 1 | | ", "Jabatan | Jumlah | | | 2 | | "], [("PW-01", "jumlah", 9)]),
        (["Jabatan | Kepala | | | 1 | | ", "Jabatan | Jumlah kendaraan | | | 2 | | "], []),
        # every dimension has its own total; a total below subtotals adds those
        (["Jabatan | A | | | 1 | | ", "Jabatan | Jumlah | | | 1 | | ", "Sex | L | | | 3 | | ", "Sex | Total | | | 3 | | "], []),
        (["Jabatan | A | | | 1 | | ", "Jabatan | Jumlah | | | 1 | | ", "Jabatan | B | | | 2 | | ",
          "Jabatan | Jumlah | | | 2 | | ", "Jabatan | Jumlah seluruhnya | | | 3 | | "], []),
        (["Jabatan | A | | | -1 | | "], [("AN-08", "jumlah", 8)]),
    ],
)  # fmt: skip
def test_pegawai(baris: list[str], temuan: list) -> None:
    teks = PEGAWAI + "\n".join(f"| | {b} |" for b in baris)
    assert gawat(teks) == [(k, di("pegawai", kolom, b)) for k, kolom, b in temuan]


ASET = "| Aset | no | nama | saldo_awal | bertambah | berkurang | saldo_akhir |\n"


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (["| Tanah | 10 | 5 | 3 | 12", "| Jumlah | 10 | 5 | 3 | 12"], []),
        (["| Tanah | 10 | - | - | 12"], [("AS-01", "saldo_akhir", 8)]),
        (
            ["| Tanah | 10 | - | - | 10", "| Jumlah | 11 | - | - | 11"],
            [("AS-02", "saldo_awal", 9)],  # a row is missing: the other sums of the total's row are named with it
        ),
        # a total row that contradicts itself is one finding
        (["| Tanah | 10 | 5 | 3 | 12", "| Jumlah | 10 | 5 | 3 | 13"], [("AS-01", "saldo_akhir", 9)]),
        (
            ["1 | Alat | | | | 9", "1.1 | Kecil | | | | 4", "1.1.1 | Sangat kecil | | | | 4", "1.2 | Besar | | | | 5"],
            [],
        ),
        (["1 | Alat | | | | 8", "1.1 | Kecil | | | | 4", "1.2 | Besar | | | | 5"], [("AS-01", "saldo_akhir", 8)]),
        (["5.3 | Alat | | | | 8", "5.3.1 | Kecil | | | | 8", "5.3.1.1 | Sangat kecil | | | | 8"], []),
    ],
)
def test_aset(baris: list[str], temuan: list) -> None:
    teks = ASET + "\n".join(f"| | {b} |" for b in baris)
    assert gawat(teks) == [(k, di("aset", kolom, b)) for k, kolom, b in temuan]


def test_jumlah_aset_yang_hanya_keliru_karena_golongannya() -> None:
    teks = ASET + "| | 1 | Alat | | | | 8 |\n| | 1.1 | Kecil | | | | 9 |\n| | | Jumlah | | | | 9 |"
    (t,) = temuan_gawat(teks)
    assert (t.kode, f"{t.lembar}!{t.sel}") == ("AS-01", di("aset", "saldo_akhir"))
    assert tuple(di("aset", "saldo_akhir", 10).split("!")) in t.sel_terkait


LHE = "| LHE Nilai | tahun | komponen | bobot | nilai | predikat |\n"


@pytest.mark.parametrize(
    ("total", "predikat", "temuan"),
    [
        ("90,13", "", []),
        ("90,03", "", [("LH-01", "nilai", 12)]),
        ("90,1", "AA", []),
        ("90,13", "A", [("LH-02", "predikat", 12)]),
    ],
)
def test_lhe(total: str, predikat: str, temuan: list) -> None:
    teks = (
        LHE
        + f"""
    | | 2024 | Perencanaan | 30 | 28,23 | |
    | | 2024 | Pengukuran  | 30 | 28,50 | |
    | | 2024 | Pelaporan   | 15 | 12,15 | |
    | | 2024 | Evaluasi    | 25 | 21,25 | |
    | | 2024 | Nilai       | 100 | {total} | {predikat} |
    """.lstrip()
    )
    assert gawat(teks) == [(k, di("lhe_nilai", kolom, b)) for k, kolom, b in temuan]


def test_lhe_yang_belum_lengkap_tidak_dijumlahkan() -> None:
    assert gawat(LHE + "| | 2024 | Perencanaan | 30 | 28 | |\n| | 2024 | Nilai | 100 | 90 | |") == []


PENGATURAN = "| Pengaturan | tahun | renstra_awal | renstra_akhir | batas_capaian |\n| | {} |"


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        ("2024 | 2024 | 2029 | ", []),
        ("2024 | 2024 | 2030 | ", [("PS-01", "renstra_akhir")]),
        ("2024 | 2026 | 2024 | ", [("PS-01", "renstra_akhir")]),
        ("2023 | 2024 | 2026 | ", [("PS-04", "tahun")]),
        ("2024 | 2024 | 2026 | 120", []),
        ("2024 | 2024 | 2026 | 0", [("PS-03", "batas_capaian")]),
        ("204 | 2024 | 2026 | ", [("PS-02", "tahun"), ("PS-04", "tahun")]),
    ],
)
def test_pengaturan(isi: str, temuan: list) -> None:
    assert gawat(PENGATURAN.format(isi)) == [(k, di("pengaturan", kolom)) for k, kolom in temuan]


SKALA = "| Skala Kategori | batas | tanda | kategori |\n"


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (["100 | >= | Baik", " | | Kurang"], []),
        (["100 | > | Sangat Baik", "100 | >= | Baik", " | | Kurang"], []),
        (["75 | >= | Cukup", "100 | >= | Baik", " | | Kurang"], [("SK-01", "batas")]),
        (["75 | >= | Cukup", "75 | >= | Baik", " | | Kurang"], [("SK-02", "batas")]),
        (["75 | >= | Cukup", "50 | >= | Kurang"], [("SK-03", "batas")]),
        (["75 | >= | Cukup", " | | Cukup"], [("SK-05", "kategori")]),
    ],
)
def test_skala(baris: list[str], temuan: list) -> None:
    teks = SKALA + "\n".join(f"| | {b} |" for b in baris)
    assert gawat(teks) == [(k, di("skala", kolom)) for k, kolom in temuan]


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (["91 | >= | Baik | 91 – 100", "76 | >= | Cukup | 76 – 90", " | | Kurang | < 76"], ["SK-06"]),
        (["91 | >= | Baik | ≥ 91", "76 | >= | Cukup | 76,00 – 90,99", " | | Kurang | ≤ 75,99"], []),
        (["100 | > | Baik | > 100 %", "75 | >= | Cukup | 75 % s.d. 100 %", " | | Kurang | Kurang dari 75 %"], []),
        (["100 | >= | Baik | ≥ 100", "75 | >= | Cukup | 75 ≤ 110", " | | Kurang | < 75"], ["SK-06"]),
        (["100 | >= | Baik | ≥ 100", "75 | >= | Cukup | 75 s.d. < 100", " | | Kurang | < 70"], ["SK-06"]),
        (["91 | >= | Baik | ", "76 | >= | Cukup | baik sekali", " | | Kurang | "], []),
    ],
)
def test_skala_tercetak_bersambung(baris: list[str], temuan: list[str]) -> None:
    teks = "| Skala Kategori | batas | tanda | kategori | teks |\n" + "\n".join(f"| | {b} |" for b in baris)
    assert [t.kode for t in periksa_md(teks).temuan if t.kode.startswith("SK-")] == temuan


def test_tanda_skala_yang_tidak_dikenal() -> None:
    teks = SKALA + "| | 75 | < | Cukup |\n| | | | Kurang |"
    assert gawat(teks) == [("SK-04", di("skala", "tanda")), ("LB-06", di("skala", "tanda"))]


INDIKATOR = """
| Indikator | kode | jenjang | induk | indikator | satuan | arah | desimal |
|           | T1.1 | tujuan  |       | Z | %      | naik | 2 |
|           | S1.1 | sasaran | T1.1  | A | %      | naik | 2 |
|           | S1.2 | sasaran | T1.1  | B | orang  | naik | 2 |

"""
UKUR = "| Pengukuran | kode | realisasi |\n| | {} |"


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        ("S1.1 | 0,75", ["AN-06"]),
        ("S1.1 | ~0.75", ["AN-06"]),
        ("S1.1 | 0,75%", []),
        ("S1.1 | 75", []),
        ("S1.1 | 0", []),
        ("S1.2 | 1", []),
        ("S1.1 | 75 persen", []),
        ("S1.1 | 75 orang", ["AN-10"]),
        ("S1.2 | 75 Orang", []),
    ],
)
def test_satuan_dalam_sel(isi: str, temuan: list[str]) -> None:
    assert semua(INDIKATOR + UKUR.format(isi), "AN-06", "AN-10") == [(k, di("pengukuran", "realisasi")) for k in temuan]


def test_satuan_terdaftar() -> None:
    teks = "| Indikator | kode | jenjang | indikator | satuan | arah |\n| | S1.1 | sasaran | A | {} | naik |"
    assert semua(teks.format("orng"), "ST-01") == [("ST-01", di("indikator", "satuan"))]
    assert semua(teks.format("Orang"), "ST-01") == []


def test_kode_tidak_dikenal_dengan_usul() -> None:
    (t,) = temuan_gawat(INDIKATOR + UKUR.format("S11 | 5"))
    assert (t.kode, f"{t.lembar}!{t.sel}") == ("LB-07", di("pengukuran", "kode")) and "S1.1" in t.pesan
    assert gawat(INDIKATOR + UKUR.format("s1.1 | 5")) == []
    assert gawat(INDIKATOR.replace("T1.1  |", "T9 |")) == [("LB-07", di("indikator", "induk", 9) + "–C10")]


PENUNJANG = """
| Anggaran | no | kode | level | nama | pagu |
|          | 1. | 2.07.01 | program | Program Penempatan | 5 |

| Penunjang | kode | kode_program | level | nama |
|           | {} |
"""


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        ("S1.1 | | program | PROGRAM  penempatan", []),
        ("S1 | | | Program Penempatan", []),
        ("S1.1 | 1 | | Nama lain", []),
        ("S1.1 | 2.07.01 | | Nama lain", []),
        ("S1.1 | 2.07.09 | | Nama lain", [("PN-01", "nama")]),
        ("S1.1 | | kegiatan | Program Penempatan", [("PN-01", "nama")]),
        ("S9 | | program | Program Penempatan", [("LB-07", "kode")]),
        ("S1.1 | 2.07.01 | |", []),
        ("S1.1 | 2.07.09 | |", [("PN-01", "kode_program")]),
        ("S1.1 | Program Penempatan | |", [("PN-01", "kode_program")]),
        ("S1.1 | 2.7.1 | |", []),
        ("S1.1 | | program |", [("LB-03", "nama")]),
    ],
)
def test_penunjang(isi: str, temuan: list) -> None:
    assert gawat(INDIKATOR + PENUNJANG.format(isi)) == [(k, di("penunjang", kolom)) for k, kolom in temuan]


def test_tahun_dikutip_tanpa_titik_dan_tanpa_pembulatan() -> None:
    renstra = "| Renstra | kode | {} |\n| | S1.1 | ~2.5 |"
    (t,) = [x for x in temuan_gawat(INDIKATOR + renstra.format("tahun_dasar")) if x.kode == "AN-07"]
    assert "2,5" in t.pesan
    assert ketik(skema_uji().lembar["renstra"].kolom["tahun_dasar"], "2025 ").isi["usulan"] == "2025"


def test_kode_penunjang_yang_ditulis_lain_dikenal_dan_disebut() -> None:
    teks = INDIKATOR + PENUNJANG
    assert semua(teks.format("S1.1 | 2.7.1 | |"), "PN-02") == [("PN-02", di("penunjang", "kode_program"))]
    assert semua(teks.format("S1.1 | 2.07.01 | |"), "PN-02") == []


def test_usul_program_penunjang() -> None:
    (t,) = temuan_gawat(INDIKATOR + PENUNJANG.format("S1.1 | | program | Program Penempatn"))
    assert "Program Penempatan" in t.pesan


def test_belum_diisi_dilipat_per_kolom() -> None:
    teks = INDIKATOR.replace("naik | 2", "| 2") + UKUR.format("S1.1 | 5")
    assert semua(teks, "LB-04") == [
        ("LB-04", di("pengaturan", "instansi")),
        ("LB-04", di("pengaturan", "kabupaten")),
        ("LB-04", "Indikator!G8–G10"),
        ("LB-04", di("pengukuran", "target")),
    ]
    terisi = semua(INDIKATOR + UKUR.format("S1.1 | 5"), "LB-04")
    assert ("LB-04", di("pengukuran", "realisasi")) not in terisi and ("LB-04", "Indikator!G8–G10") not in terisi


def test_kunci() -> None:
    assert gawat(INDIKATOR.replace("S1.2", "s1.1")) == [("LB-05", di("indikator", "kode", 10))]
    assert gawat(INDIKATOR.replace("S1.2", "")) == [("LB-03", di("indikator", "kode", 10))]
    assert gawat(INDIKATOR.replace("naik | 2 |", "naik | 7 |", 1)) == [("LB-10", di("indikator", "desimal"))]


@pytest.mark.parametrize(("lembar", "isi"), [("Belanja", "jenis"), ("LHE Nilai", "komponen")])
def test_tahun_di_luar_akal(lembar: str, isi: str) -> None:
    """A slip in the year of any sheet; old years may be printed."""
    teks = f"| {lembar} | tahun | {isi} |\n| | {{}} | Z |"
    assert [k for k, _ in gawat(teks.format("202"))] == ["LB-10"]
    assert gawat(teks.format("1998")) == []


@pytest.mark.parametrize(
    ("lembar", "kolom"), [("Renstra", "tahun_dasar"), ("Pengukuran", "tahun_data"), ("Pembanding", "tahun")]
)
def test_tahun_indikator_di_luar_akal(lembar: str, kolom: str) -> None:
    """A figure of the next column is no year."""
    teks = INDIKATOR + f"\n| {lembar} | kode | {kolom} |\n| | S1.1 | {{}} |"
    sel = di(lembar.casefold(), kolom)
    for isi, ada in (("140", True), ("11800", True), ("2019", False)):
        assert (("LB-10", sel) in gawat(teks.format(isi))) is ada


def test_baris_di_luar_tabel() -> None:
    penuh = SKALA + "\n".join(f"| | {b} |" for b in ["900 | >= | A"] * 32)
    assert [x for x in gawat(penuh) if x[0] == "LB-12"] == [("LB-12", di("skala", "batas", 38))]
    assert "LB-12" not in {k for k, _ in gawat(penuh.rsplit("\n", 2)[0])}


RUMUS = "| Pengukuran | kode | indikator | target | tw1 | realisasi | capaian |\n| | {} |"


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        ("S1.1 | A | 75 | | 75 | 100", [("RM-01", "indikator"), ("RM-01", "capaian")]),
        ("S1.1 | a | 75 | | 75 | =100", [("RM-01", "indikator")]),
        ("S1.1 | Apa | 75 | | 75 | ", [("SU-13", "indikator")]),
        ("S1.1 | (hapus) | 75 | | 75 | (hapus)", [("RM-04", "indikator"), ("RM-04", "capaian")]),
        ("S1.1 | | 75 | | | (hapus)", []),
        ("S1.1 | | 75 | | 75 | ", []),
    ],
)
def test_rumus_ditimpa_atau_dihapus(isi: str, temuan: list) -> None:
    kode = ("RM-01", "RM-02", "RM-03", "RM-04", "RM-05", "SU-13")
    assert sorted(semua(INDIKATOR + RUMUS.format(isi), *kode)) == sorted(
        (k, di("pengukuran", kolom)) for k, kolom in temuan
    )


def test_rumus_sendiri_dan_triwulan() -> None:
    sendiri = "| Pegawai | dimensi | uraian | jumlah | kebutuhan | selisih |\n| | Jabatan | A | 3 | 2 | =2 |"
    assert gawat(sendiri) == [("PW-02", di("pegawai", "selisih"))]
    desimal = INDIKATOR + "| Pengukuran | kode | target | realisasi | desimal_capaian |\n| | S1.1 | 75 | 75 | =3 |"
    assert gawat(desimal) == [("RM-03", di("pengukuran", "desimal_capaian"))]
    assert gawat(desimal.replace("=3", "3")) == [("RM-02", di("pengukuran", "desimal_capaian"))]
    assert gawat(desimal.replace("=3", "2")) == []
    tw = INDIKATOR.replace("desimal |", "sifat |").replace("| 2 |", "| jumlah |")
    tw += "| Pengukuran | kode | target | tw1 | tw2 | realisasi |\n| | S1.2 | 75 | 10 | 20 | {} |"
    assert gawat(tw.format("30")) == []
    assert gawat(tw.format("31")) == [("RM-05", di("pengukuran", "realisasi"))]


def test_lembar_yang_hilang_dilewati() -> None:
    teks = INDIKATOR + "| Pengukuran | kode | target | realisasi | capaian |\n| | S1.1 | 75 | 75 | 90 |"
    laporan = periksa_md(teks, tanpa=("renstra", "pk", "anggaran", "aset", "penunjang", "renja", "satuan"))
    assert laporan.gagal == []
    assert [t.kode for t in laporan.temuan if t.tingkat == "Kesalahan"] == ["PG-01"]
