"""End targets of the Renstra already passed (RN-01) and the IKU list (IK-01, IK-02)."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua

from lkjip_xl.inti.temuan import Tingkat

AWAL = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | A | {} | {} | {} |

| Renstra | kode | target_1 | target_2 | target_3 | target_akhir |
|         | S1.1 | {} |

"""
UKUR = "| Pengukuran | kode | target |\n| | S1.1 | {} |"


@pytest.mark.parametrize(
    ("satuan", "arah", "sifat", "renstra", "tingkat"),
    [
        ("%", "naik", "akhir", "70 | 75 | 80 |", None),
        ("%", "naik", "akhir", "70 | 80 | 80 |", None),
        ("%", "naik", "akhir", "70 | 85 | 80 |", Tingkat.PERINGATAN),
        ("%", "turun", "akhir", "5 | 4 | 3 |", None),
        ("%", "turun", "akhir", "5 | 2,5 | 3 |", Tingkat.PERINGATAN),
        ("%", "turun-rasio", "akhir", "5 | 2,5 | 3 |", Tingkat.PERINGATAN),
        ("%", "rentang", "akhir", "5 | 2,5 | 3 |", None),
        ("orang", "naik", "jumlah", "10 | 12 | 8 |", None),  # counts of a year go up and down
        ("orang", "naik", "", "10 | 12 | 8 |", Tingkat.CATATAN),
        ("%", "naik", "akhir", "70 | | 80 |", None),
        ("%", "naik", "akhir", "70 | 75 | |", None),
    ],
)
def test_target_akhir(satuan: str, arah: str, sifat: str, renstra: str, tingkat: Tingkat | None) -> None:
    teks = AWAL.format(satuan, arah, sifat, renstra)
    assert semua(teks, "RN-01") == ([("RN-01", di("renstra", "target_2"))] if tingkat else [])
    assert (("RN-01", di("renstra", "target_2")) in gawat(teks)) == (tingkat is Tingkat.PERINGATAN)


def test_target_pk_melampaui_target_akhir_hanya_catatan() -> None:
    awal = AWAL.format("%", "naik", "akhir", "70 | 75 | 80 |")
    assert semua(awal + UKUR.format("81"), "RN-01") == [("RN-01", di("pengukuran", "target"))]
    assert semua(awal + UKUR.format("80"), "RN-01") == []
    assert ("RN-01", di("pengukuran", "target")) not in gawat(awal + UKUR.format("81"))


@pytest.mark.parametrize(
    ("satuan", "arah", "sifat", "renstra", "ukur", "tingkat"),
    [
        ("%", "naik", "akhir", "70 | | | 80", "81", Tingkat.PERINGATAN),
        ("%", "naik", "akhir", "70 | | | 80", "80", None),
        ("%", "turun", "akhir", "5 | | | 3", "2,5", Tingkat.PERINGATAN),
        ("%", "turun", "akhir", "5 | | | 3", "3,5", None),
        ("orang", "naik", "", "| | | 80", "81", Tingkat.CATATAN),
        ("orang", "naik", "jumlah", "| | | 80", "81", None),
        ("%", "naik", "akhir", "90 | | | 80", "81", Tingkat.CATATAN),  # the Renstra itself goes up and down
    ],
)
def test_target_renstra_tahun_ini_tidak_tercetak(
    satuan: str, arah: str, sifat: str, renstra: str, ukur: str, tingkat: Tingkat | None
) -> None:
    teks = AWAL.format(satuan, arah, sifat, renstra) + UKUR.format(ukur)
    temuan = [t for t in periksa_md(teks).temuan if t.kode == "RN-01"]
    assert [(f"{t.lembar}!{t.sel}", t.tingkat) for t in temuan] == (
        [(di("pengukuran", "target"), tingkat)] if tingkat else []
    )


MENJAUH = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2024         | 2027          |

| Indikator | kode | jenjang | indikator     | satuan | arah | sifat |
|           | S1.1 | sasaran | Air terangkut | %      | naik | akhir |

| Renstra | kode | target_1 | target_2 | target_3 | target_4 |
|         | S1.1 | 92       | 90       | 87       | 85       |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 90     | 88,2      | 98      |
"""


@pytest.mark.parametrize(
    ("lama", "baru", "berat"),
    [
        ("", "", False),
        ("| 98      |", "|         |", True),  # no printed capaian proves the arah
        ("| 98      |", "| 102     |", True),  # it proves another
        ("| 87       | 85", "| 83       | 85", True),  # not throughout
    ],
)
def test_renstra_yang_memang_direncanakan_menjauh(lama: str, baru: str, berat: bool) -> None:
    teks = MENJAUH.replace(lama, baru) if lama else MENJAUH
    assert semua(teks, "RN-01") == [("RN-01", di("renstra", "target_2"))]
    assert (("RN-01", di("renstra", "target_2")) in gawat(teks)) is berat


def test_tahun_terakhir_tidak_dinilai() -> None:
    teks = AWAL.replace("| 2025  |", "| 2026  |").format("%", "naik", "akhir", "70 | 85 | 80 |")
    assert semua(teks + UKUR.format("90"), "RN-01") == []


IKU = """
| Indikator | kode | jenjang | indikator | satuan | arah | iku | berlaku |
|           | S1.1 | sasaran | A | % | naik | ya    | baru |
|           | S1.2 | sasaran | B | % | naik | {}    | baru |
|           | L1.1 | sasaran | C | % | naik | ya    | lama |

| IKU | versi | kode |
"""


@pytest.mark.parametrize(
    ("tanda", "iku", "temuan"),
    [
        ("ya", [], []),
        ("ya", ["sesudah | S1.1", "sesudah | S1.2", "sebelum | L1.1"], []),
        ("ya", ["sesudah | S1.1"], [("IK-01", di("indikator", "iku", 9))]),
        ("ya", ["sesudah | S1.1", "sebelum | S1.2"], [("IK-01", di("indikator", "iku", 9))]),
        ("ya", ["sebelum | S1.1", "sebelum | S1.2"], []),
        ("tidak", ["sesudah | S1.1", "sesudah | S1.2"], [("IK-02", di("indikator", "iku", 9))]),
        ("tidak", ["sesudah | S1.1", "sebelum | S1.2"], []),
        ("", ["sesudah | S1.1", "sesudah | S1.2"], []),
    ],
)
def test_iku(tanda: str, iku: list[str], temuan: list) -> None:
    teks = IKU.format(tanda) + "\n".join(f"| | {b} |" for b in iku)
    assert semua(teks, "IK-01", "IK-02") == temuan
    assert [t for t in gawat(teks) if t[0] == "IK-01"] == []


DASAR = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A         | %      | naik |

| Renstra | kode | tahun_dasar | nilai_dasar |
|         | S1.1 | {}          | {}          |

| Riwayat | kode | realisasi_1 | realisasi_2 | keterangan |
|         | S1.1 | 74,25       | 71          | {}         |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 75     | 76        |
"""


@pytest.mark.parametrize(
    ("tahun", "nilai", "keterangan", "tingkat"),
    [
        ("2023", "71", "", None),
        ("2023", "70", "", Tingkat.PERINGATAN),
        ("2024", "74,25", "", None),
        ("2024", "74,3", "", None),  # the same figure at fewer decimals
        ("2024", "74,24", "", Tingkat.PERINGATAN),
        ("2024", "74,24", "angka dimutakhirkan", Tingkat.CATATAN),
        ("2025", "76", "", None),
        ("2025", "75", "", Tingkat.PERINGATAN),
        ("2021", "60", "", None),
        ("", "60", "", None),
    ],
)
def test_nilai_dasar(tahun: str, nilai: str, keterangan: str, tingkat: Tingkat | None) -> None:
    semua_temuan = periksa_md(DASAR.format(tahun, nilai, keterangan)).temuan
    assert [(f"{t.lembar}!{t.sel}", t.tingkat) for t in semua_temuan if t.kode == "RW-02"] == (
        [(di("renstra", "nilai_dasar"), tingkat)] if tingkat else []
    )


DUA_TAHUN = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A         | %      | naik |
|           | S1.2 | sasaran | B         | %      | naik |

| Renstra | kode | tahun_dasar | nilai_dasar |
|         | S1.1 | 2025        | 75          |
|         | S1.2 | 2024        | 75          |

| Riwayat | kode | realisasi_1 |
|         | S1.2 | 75          |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 75     | 76        |
"""


def test_nilai_dasar_tahun_laporan() -> None:
    assert semua(DUA_TAHUN, "RW-02") == [("RW-02", di("renstra", "nilai_dasar"))]
    assert semua(DUA_TAHUN.replace("| 76 ", "| 75 "), "RW-02") == []


TC27 = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator    | satuan | arah |
|           | S1.1 | sasaran | Indeks Mutu  | Nilai  | naik |

| Renstra | kode | target_1 | target_2 | target_3 |
|         | S1.1 | 275      | 285      | 295      |

| T-C.27 | versi   | kode | level   | nama | indikator   | satuan | target_1 | target_2 | target_3 |
|        | sesudah | 5.03 | program | P    | Indeks Mutu | Nilai  | 275      | {}       | 295      |
"""


@pytest.mark.parametrize(("target", "temuan"), [("285,0", []), ("258", [("TC-04", di("tc27", "target_2"))])])
def test_target_tc27_menurut_renstra(target: str, temuan: list) -> None:
    assert gawat(TC27.format(target)) == temuan


HAPUS = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A         | %      | naik |

| PK | versi | kode | target |
|    | murni | S1.1 | 70     |

| Pengukuran | kode | target  | realisasi |
|            | S1.1 | (hapus) | {}        |
"""


@pytest.mark.parametrize(("realisasi", "temuan"), [("71", [("RM-04", di("pengukuran", "target"))]), ("", [])])
def test_target_yang_dihapus_dari_pengukuran(realisasi: str, temuan: list) -> None:
    """Without its target a realisasi has no capaian: more than a note."""
    assert gawat(HAPUS.format(realisasi)) == temuan
    assert semua(HAPUS.format(realisasi), "RM-04") == [("RM-04", di("pengukuran", "target"))]


@pytest.mark.parametrize(
    ("pk", "realisasi", "berat"),
    [("A", "BB", True), ("≥ 80", "85", True), ("A", "belum rilis", False), ("A", "", False), ("", "BB", None)],
)
def test_target_kata_yang_dihapus_dari_pengukuran(pk: str, realisasi: str, berat: bool | None) -> None:
    """A target in words is missed as a figure is; nothing is where there was none to inherit."""
    teks = HAPUS.format(realisasi).replace("| 70     |", f"| {pk} |")
    sel = ("RM-04", di("pengukuran", "target"))
    assert semua(teks, "RM-04") == ([] if berat is None else [sel])
    assert (sel in gawat(teks)) is bool(berat)


LALU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2023         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | Predikat | naik |

| Renstra | kode | target_1 | target_2 | target_3 |
|         | S1.1 | {} | {} | A |

| Riwayat | kode | target_1 | target_2 | keterangan |
|         | S1.1 | {} | {} | {} |
"""


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [
        (("B", "BB", "BB", "B", ""), []),
        (("B", "BB", "A", "B", ""), ["target_1"]),
        (("B", "BB", "BB", "CC", ""), ["target_2"]),
        (("B", "BB", "BB (baik)", "b", ""), []),
        (("B", "BB", "A", "B", "PK 2024"), []),
        (("70", "75,5", "75,55", "70,0", ""), []),  # one figure, printed coarser or finer
        (("70", "75,5", "76,5", "70", ""), ["target_1"]),
        (("70", "75,5", "BB", "", ""), []),
        (("", "", "75", "70", ""), []),
    ],
)
def test_target_riwayat_menurut_renstra(isi: tuple[str, ...], kolom: list[str]) -> None:
    """Targets of earlier years, in figures and in words; the PK of that year may have changed them: a note."""
    assert semua(LALU.format(*isi), "RW-03") == [("RW-03", di("riwayat", k)) for k in kolom]
    assert not [x for x in gawat(LALU.format(*isi)) if x[0] == "RW-03"]


@pytest.mark.parametrize(
    ("target", "keterangan", "berat"),
    [
        ("10 20 30 40 56", "", True),
        ("10 20 30 40 50", "", False),
        ("10 20 30 44 56", "", False),  # a year promised otherwise
        ("10 20 30 40 56", "PK 2024", False),
        ("10 20 30 40 BB", "", False),  # words are set by the last evaluation
    ],
)
def test_satu_target_riwayat_yang_lain(target: str, keterangan: str, berat: bool) -> None:
    """One target that is not the Renstra's, beside four that are, is more than a note."""
    atas, nama = LALU.split("| Indikator")[0], [f"S1.{n}" for n in range(1, 6)]
    teks = f"{atas}| Indikator | kode | jenjang | indikator | satuan | arah |\n"
    teks += "".join(f"| | {n} | sasaran | Indikator {n} | % | naik |\n" for n in nama)
    teks += "\n| Renstra | kode | target_2 |\n" + "".join(
        f"| | {n} | {f'{x}0' if 'BB' not in target or x < 5 else 'A'} |\n" for x, n in enumerate(nama, 1)
    )
    teks += "\n| Riwayat | kode | target_1 | keterangan |\n"
    teks += "".join(f"| | {n} | {x} | {keterangan} |\n" for n, x in zip(nama, target.split(), strict=True))
    assert [x for x in gawat(teks) if x[0] == "RW-03"] == ([("RW-03", di("riwayat", "target_1", 12))] if berat else [])
