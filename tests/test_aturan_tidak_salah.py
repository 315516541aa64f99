"""Never a false error: what a planner cannot correct, what may differ, and one finding for one cause."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua, temuan_gawat

from lkjip_xl.inti.temuan import Tingkat

DASAR = "| Pengaturan | dasar_pagu |\n| | {} |\n\n"
RENJA = "| Renja | level | nama | pagu_sebelum | pagu_setelah |\n| | program | P | 90 | 110 |\n| | program | Q | 40 | 50 |\n\n"
PK = "| PK Program | versi | level | nama | anggaran |\n"
ANGGARAN = "\n\n| Anggaran | level | nama | pagu |\n"


def pagu(dasar: str, pk: list[str], anggaran: list[str], renja: str = "") -> str:
    barisan = ("\n".join(f"| | {b} |" for b in x) for x in (pk, anggaran))
    return (DASAR.format(dasar) if dasar else "") + renja + PK + next(barisan) + ANGGARAN + next(barisan)


AG08, AG11, AG12, AG13 = ((k, di("anggaran", "pagu")) for k in ("AG-08", "AG-11", "AG-12", "AG-13"))
MURNI, UBAH = "murni | program | P | 100", "perubahan | program | P | 120"


@pytest.mark.parametrize(
    ("dasar", "pk", "isi", "temuan"),
    [
        ("", [MURNI], "120", [AG13]),  # the budget may have moved
        ("DPPA", [MURNI], "120", [AG13]),
        ("DPA pergeseran", [MURNI], "120", [AG13]),
        ("DPA", [MURNI], "120", [AG08]),
        ("DPA", [MURNI], "100", []),
        ("", [MURNI, UBAH], "120", []),
        ("", [MURNI, UBAH], "100", [AG08]),
        ("DPPA", [MURNI, UBAH], "100", [AG08]),
        ("DPPA", [MURNI, UBAH], "120", []),
        ("DPA", [MURNI, UBAH], "100", []),
        ("DPA", [MURNI, UBAH], "120", [AG08]),
        ("DPA pergeseran", [MURNI, UBAH], "110", [AG08]),
        ("", ["perubahan | program | Q | 7", MURNI], "120", [AG11]),
    ],
)
def test_hanya_dasar_pagu_yang_salah(dasar: str, pk: list[str], isi: str, temuan: list) -> None:
    teks = pagu(dasar, pk, [f"program | P | {isi}"])
    assert semua(teks, "AG-08", "AG-11", "AG-12", "AG-13", "RM-05") == temuan
    berat = [t.tingkat for t in temuan_gawat(teks)]
    salah = [Tingkat.PERINGATAN if dasar == "DPA pergeseran" else Tingkat.KESALAHAN]
    assert berat == (salah if temuan == [AG08] else [])


def test_pagu_diwarisi_menurut_dasar_pagu() -> None:
    from buku_md import buku_md

    for dasar, harap in (("", 120.0), ("DPPA", 120.0), ("DPA pergeseran", 120.0), ("DPA", 100.0)):
        assert buku_md(pagu(dasar, [MURNI, UBAH], ["program | P |"]))["anggaran"].nilai(8, "pagu") == harap


def test_renja_adalah_rencana_kecuali_dua_baris_tertukar() -> None:
    teks = pagu("", ["murni | program | P | 95"], ["program | P | 130"], RENJA)
    assert gawat(teks) == [] and semua(teks, "AG-11") == [("AG-11", di("pk_program", "anggaran"))]
    tukar = pagu("", ["murni | program | P | 40", "murni | program | Q | 90"], [], RENJA)
    (t,) = temuan_gawat(tukar)
    assert (t.kode, f"{t.lembar}!{t.sel}", t.tingkat) == ("AG-12", di("pk_program", "anggaran"), Tingkat.PERINGATAN)
    assert tuple(di("pk_program", "anggaran", 9).split("!")) in t.sel_terkait
    # only one of the two carries the other's figure
    assert gawat(pagu("", ["murni | program | P | 40", "murni | program | Q | 91"], [], RENJA)) == []


def test_tertukar_terhadap_pk_yang_berlaku_satu_kesalahan() -> None:
    pk = ["perubahan | program | P | 120", "perubahan | program | Q | 30"]
    (t,) = temuan_gawat(pagu("", pk, ["program | P | 30", "program | Q | 120"]))
    assert (t.kode, t.tingkat) == ("AG-12", Tingkat.KESALAHAN)


@pytest.mark.parametrize(
    "teks",
    [
        "| T-C.27 | versi | kode | level | nama | sifat | target_1 | target_2 | target_akhir | rp_1 | rp_akhir |\n"
        "| | sesudah | 1.01 | program | P | jumlah | 1 | 2 | 9 | 10 | 99 |\n| | sesudah | 1.01.01 | kegiatan | K | jumlah | | | | 7 | |",
        "| Renja | level | nama | pagu_sebelum | pagu_setelah | bertambah |\n| | program | P | 10 | 20 | 5 |\n| | kegiatan | K | 3 | 20 | |",
        "| LHE Nilai | tahun | komponen | bobot | nilai | predikat |\n| | 2024 | A | 40 | 45 | |\n| | 2024 | B | 60 | 10 | |\n| | 2024 | Jumlah | 100 | 90 | D |",
        "| Indikator | kode | jenjang | indikator | satuan | arah |\n| | S1.1 | sasaran | A | orang | naik |\n\n"
        "| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 |\n| | S1.1 | 10 | 5 | 70 | 0 | 5 |",
    ],
)
def test_dokumen_yang_sudah_ditetapkan_tidak_menahan_laporan(teks: str) -> None:
    temuan = temuan_gawat("| Pengaturan | tahun | renstra_awal | renstra_akhir |\n| | 2024 | 2024 | 2025 |\n\n" + teks)
    assert len(temuan) > 1 and {t.tingkat for t in temuan} == {Tingkat.PERINGATAN}


BARIS = "| Anggaran | level | nama | pagu | realisasi_rp | serapan | sisa |\n"


def test_satu_pagu_keliru_satu_temuan() -> None:
    """The share and the rest follow from the right pagu, the sum above from the right rows: only the pagu is wrong."""
    pk = PK + "| | perubahan | program | P | 120 |\n\n"
    isi = "| | program | P | 210 | 60 | 50,00 | 60 |\n| | kegiatan | K | 120 | 60 | | |"
    (t,) = temuan_gawat(pk + BARIS + isi)
    assert (t.kode, f"{t.lembar}!{t.sel}") == ("AG-08", di("anggaran", "pagu"))


def test_pagu_rincian_keliru_ikut_temuan_jumlah() -> None:
    isi = (
        "| | program | P | 200 | 60 | | |\n| | kegiatan | K | 210 | 30 | 25,00 | 90 |\n| | kegiatan | L | 80 | 30 | | |"
    )
    (t,) = temuan_gawat(BARIS + isi)
    assert t.kode == "AG-04" and tuple(di("anggaran", "sisa", 9).split("!")) in t.sel_terkait
    # a rest that follows from neither pagu stays a finding
    assert [t.kode for t in temuan_gawat(BARIS + isi.replace("| 90 |", "| 91 |"))] == ["AG-04", "AG-02"]


def test_realisasi_melebihi_pagu_yang_keliru() -> None:
    pk = PK + "| | perubahan | program | P | 120 |\n\n"
    assert [t.kode for t in temuan_gawat(pk + BARIS + "| | program | P | 12 | 60 | | |")] == ["AG-08"]
    assert [t.kode for t in temuan_gawat(pk + BARIS + "| | program | P | 12 | 130 | | |")] == ["AG-08", "AG-03"]


def test_capaian_dari_target_pk_tidak_dilaporkan_dua_kali() -> None:
    teks = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | orang | naik |

| PK | versi | kode | target |
|    | murni | S1.1 | 200 |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 20 | 150 | 75,00 |
"""
    assert [t.kode for t in temuan_gawat(teks)] == ["PK-01"]
    assert [t.kode for t in temuan_gawat(teks.replace("75,00", "76,00"))] == ["PK-01", "PG-01"]
    assert periksa_md(teks).kode_keluar() == 2


UKUR = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | % | naik |
|           | S1.2 | sasaran | B | % | naik |
|           | S1.3 | sasaran | C | orang | naik |

| Pengukuran | kode | target | pembilang | penyebut | pengali | realisasi | capaian |
"""


@pytest.mark.parametrize(
    ("baris", "sel"),
    [
        (["S1.1 | 42 | 50 | 121 | 100 | 41,32 | 98,38"], []),
        (["S1.3 | 400 | | | | 111 | 27,75"], []),
        (["S1.3 | 300 | | | | 200 | 66,66"], ["P8"]),  # 66,67
        (["S1.3 | 300 | | | | 200 | 66,66", "S1.2 | 200,00 | | | | 235,80 | 117", "S1.1 | 30,00 | | | | 20,00 | 66,67"], ["P8", "P9"]),
        (["S1.1 | 42 | 50 | 121 | 100 | 41,31 | 98,36"], []),
    ],
)  # fmt: skip
def test_dipotong_satu_peringatan_per_kolom(baris: list[str], sel: list[str]) -> None:
    temuan = [t for t in temuan_gawat(UKUR + "\n".join(f"| | {b} |" for b in baris)) if t.kode == "RM-07"]
    assert [s for t in temuan for s in t.sel_semua] == sel and len(temuan) <= 1
    assert all(t.tingkat is Tingkat.PERINGATAN for t in temuan)


def test_selisih_satu_angka_bukan_potongan() -> None:
    """One less in the last digit than the cut-off figure is an error as before."""
    assert gawat(UKUR + "| | S1.3 | 300 | | | | 200 | 66,65 |") == [("PG-01", di("pengukuran", "capaian"))]
    assert gawat(UKUR + "| | S1.3 | 300 | | | | 200 | 66,68 |") == [("PG-01", di("pengukuran", "capaian"))]


@pytest.mark.parametrize(
    ("realisasi", "capaian", "salah"),
    [
        # 50/121 = 41,3223 %, of 42: 98,3865; from 41,32 as printed 98,3810; from 41 97,6190
        ("", "98,39", False),
        ("", "98,38", False),
        ("", "97,62", False),
        ("41,32", "98,39", False),
        ("41,32", "98,38", False),
        ("41", "98,39", False),
        ("41", "97,62", False),
        ("", "98,36", True),
        ("", "97,60", True),
        ("41,32", "98,36", True),
    ],
)
def test_capaian_dari_komponen_atau_dari_yang_tercetak(realisasi: str, capaian: str, salah: bool) -> None:
    teks = UKUR + f"| | S1.1 | 42 | 50 | 121 | 100 | {realisasi} | {capaian} |"
    assert gawat(teks) == ([("PG-01", di("pengukuran", "capaian"))] if salah else [])


def pegawai(kedua: str, *baris: str) -> list[str]:
    teks = f"| Pegawai | dimensi | uraian | {kedua} | jumlah |\n" + "\n".join(f"| | D | {b} |" for b in baris)
    return [sel.split("!")[1] for k, sel in gawat(teks) if k == "PW-01"]


GOLONGAN = ("Penata | Gol III | 3", "Penata Muda | Gol III | 4", "Pembina | Gol IV | 2")
PANGKAT = ("Penata | III/c | 3", "Penata Muda | III/a | 4", "Pembina | IV/a | 2")
SILANG = ("Kabid | S1 | 3", "Kabid | S2 | 4", "Staf | S1 | 5", "Staf | S2 | 6")


@pytest.mark.parametrize(
    ("kedua", "baris", "salah"),
    [
        ("golongan", [*GOLONGAN, "Jumlah | Gol IV | 2", "Jumlah | Gol III | 7", "Jumlah | | 9"], []),
        ("golongan", [*GOLONGAN, "Jumlah | Gol IV | 3", "Jumlah | Gol III | 7", "Jumlah | | 8"], ["G11", "G13"]),
        ("golongan", [*PANGKAT, "Jumlah | Gol IV | 2", "Jumlah | Golongan III | 7", "Jumlah | | 9"], []),
        ("golongan", [*PANGKAT, "Jumlah | Gol IV | 2", "Jumlah | Golongan III | 8", "Jumlah | | 9"], ["G12"]),
        ("golongan", [*PANGKAT, "Jumlah | Perwira | 2", "Jumlah | Bintara | 7", "Jumlah | | 9"], []),
        ("pendidikan", [*SILANG, "Kabid | Jumlah | 7", "Staf | Jumlah | 11", "Jumlah | S1 | 8", "Jumlah | S2 | 10", "Jumlah | Jumlah | 18"], []),
        ("pendidikan", [*SILANG[:2], "Kabid | Jumlah | 7", *SILANG[2:], "Staf | Jumlah | 12", "Jumlah | S1 | 8", "Jumlah | S2 | 9", "Jumlah | | 18"], ["G13", "G15"]),
        ("pendidikan", [*SILANG, "Jumlah | Kabid | 7", "Jumlah | S1 | 8", "Jumlah | | 18"], []),
        # no second key: what stands above since the last total
        ("golongan", ["A | | 1", "B | | 2", "Jumlah | | 3", "C | | 4", "Jumlah | | 4", "Jumlah | | 7"], []),
        ("golongan", ["A | | 1", "B | | 2", "Jumlah | | 4"], ["G10"]),
        ("golongan", ["A | IV/a | 1", "B | IV/b | 2", "Jumlah | PNS | 4"], ["G10"]),
    ],
)  # fmt: skip
def test_jumlah_pegawai_menurut_kunci_kedua(kedua: str, baris: list[str], salah: list[str]) -> None:
    assert pegawai(kedua, *baris) == salah


def test_sumber_pagu_hilang_tidak_membuat_realisasi_melebihi() -> None:
    teks = "| Anggaran | level | nama | realisasi_rp |\n| | program | P | 5 |"
    assert gawat(teks, tanpa=("pk_program",)) == [] and gawat(teks) == [("AG-17", di("anggaran", "pagu"))]


def test_satu_pertanyaan_per_kolom() -> None:
    from lkjip_xl.inti.temuan import HasilPeriksa
    from lkjip_xl.skema.pesan import buat_temuan

    isi = {"dibaca": 94200.0, "usulan": 94.2}
    satu = [buat_temuan("AN-13", lembar="X", sel=f"D{b}", kolom="R", nilai=f"94.{b}00", **isi) for b in (8, 9, 10)]
    lain = buat_temuan("AN-13", lembar="X", sel="E8", kolom="T", nilai="94.200", **isi)
    assert [len(t.sel_semua) for t in HasilPeriksa([*satu, lain]).lipat().temuan] == [3, 1]


POHON = """
| Anggaran | level | nama | pagu |
|          | program | P | {p} |
|          | program | Q | 200 |
|          | kegiatan | K1 | 60 |
|          | kegiatan | K2 | 40 |
|          | kegiatan | K3 | 200 |
"""
KODE = """
| T-C.27 | versi | kode | level | nama |
| | sesudah | 2.1 | program | P |
| | sesudah | 2.2 | program | Q |
| | sesudah | 2.1.1 | kegiatan | K1 |
| | sesudah | 2.1.2 | kegiatan | K2 |
| | sesudah | 2.2.1 | kegiatan | K3 |
"""


def test_induk_program_dari_lembar_lain_sebelum_urutan() -> None:
    assert gawat(KODE + POHON.format(p=100)) == []
    assert gawat(KODE + POHON.format(p=110)) == [("AG-04", di("anggaran", "pagu"))]
    # nothing tells which activity is whose: nothing is said of their sums
    assert gawat(POHON.format(p=110)) == []
    # two kode for one name tell nothing either
    dua = KODE + "| | sebelum | 2.2.7 | kegiatan | K1 |\n"
    assert gawat(dua + POHON.format(p=100)) == []


def test_urutan_yang_jelas_tetap_dipakai() -> None:
    baris = POHON.format(p=100).strip().splitlines()
    susun = "\n".join([baris[0], baris[1], baris[3], baris[4], baris[2], baris[5]])
    assert gawat(susun) == []
    assert gawat(susun.replace("| 60 |", "| 61 |")) == [("AG-04", di("anggaran", "pagu"))]
