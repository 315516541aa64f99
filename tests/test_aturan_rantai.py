"""The chain Renstra → PK → Pengukuran, Renja → PK Program → Anggaran, and next year's targets."""

from __future__ import annotations

import openpyxl
import pytest
from buku_md import di, gawat, periksa_md, semua, temuan_gawat

from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.lembar.hasil import bangun_hasil

INDIKATOR = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | A | % | naik | akhir  |
|           | K1.1 | kegiatan | B | orang | naik | jumlah |

"""
RENSTRA = "| Renstra | kode | target_1 | target_2 | target_3 |\n| | S1.1 | 70 | 75 | 80 |\n\n"
PK = "| PK | versi | kode | target | keterangan |\n"
UKUR = "\n\n| Pengukuran | kode | target | realisasi | capaian |\n| | S1.1 | {} |"


@pytest.mark.parametrize(
    ("pk", "target", "temuan"),
    [
        ("murni | S1.1 | 70 |", "70", []),
        ("murni | S1.1 | |", "", []),
        ("murni | S1.1 | |", "71", [("PK-01", di("pengukuran", "target"))]),
        ("murni | S1.1 | 71 |", "", [("PK-02", di("pk", "target"))]),
        ("murni | S1.1 | 71 | Disesuaikan", "", []),
        # the target before the change no longer counts
        ("murni | S1.1 | 60 | x |\n| | perubahan | S1.1 | 71 | x", "71", []),
        ("murni | S1.1 | 60 | x |\n| | perubahan | S1.1 | 71 | x", "60", [("PK-01", di("pengukuran", "target"))]),
        # targets are exact, however they are written
        ("murni | S1.1 | 70,0 |", "70,00", []),
        ("murni | S1.1 | 70,00 |", "", []),
        ("murni | S1.1 | 70,04 | x", "70,0", [("PK-01", di("pengukuran", "target"))]),
    ],
)
def test_target(pk: str, target: str, temuan: list) -> None:
    assert gawat(INDIKATOR + RENSTRA + PK + f"| | {pk} |" + UKUR.format(f"{target} | |")) == temuan


def test_sumber_target_adalah_sel_terkait() -> None:
    (t,) = temuan_gawat(INDIKATOR + RENSTRA + PK + "| | murni | S1.1 | 71 | |" + UKUR.format("| |"))
    assert t.sel_terkait == (tuple(di("renstra", "target_1").split("!")),)
    (t,) = temuan_gawat(INDIKATOR + PK + "| | murni | S1.1 | 71 | |" + UKUR.format("70 | |"))
    assert t.sel_terkait == (tuple(di("pk", "target").split("!")),)


def test_sumber_yang_terpakai_saja() -> None:
    """Of several documents that could give a figure only the one that does is named."""
    teks = (
        INDIKATOR
        + RENSTRA
        + PK
        + "| | murni | S1.1 | 60 | x |\n| | perubahan | S1.1 | 71 | x |"
        + UKUR.format("60 | |")
    )
    (t,) = temuan_gawat(teks)
    assert t.sel_terkait == (tuple(di("pk", "target", 9).split("!")),)
    (t,) = (t for t in periksa_md(PROGRAM.format(murni="11", perubahan="", pagu="")).temuan if t.kode == "AG-11")
    assert t.sel_terkait == (tuple(di("renja", "pagu_sebelum").split("!")),)


def test_capaian_dari_target_pk_ikut_temuan_target() -> None:
    teks = INDIKATOR + PK + "| | murni | S1.1 | 94,87 | |" + UKUR.format("94,57 | 94,54 | 99,65")
    (t,) = temuan_gawat(teks)
    assert t.kode == "PK-01" and tuple(di("pengukuran", "capaian").split("!")) in t.sel_terkait
    sendiri = INDIKATOR + PK + "| | murni | S1.1 | 94,87 | |" + UKUR.format("94,57 | 94,54 | 99,97")
    (t,) = temuan_gawat(sendiri)
    assert tuple(di("pengukuran", "capaian").split("!")) not in t.sel_terkait


def test_tanpa_sumber_tidak_ada_perbedaan() -> None:
    assert gawat(INDIKATOR + UKUR.format("70 | |")) == []


def test_target_pengukuran_dari_renstra_saja() -> None:
    assert gawat(INDIKATOR + RENSTRA + PK + "| | murni | K1.1 | 5 | |" + UKUR.format("71 | |")) == [
        ("RM-05", di("pengukuran", "target"))
    ]


def test_target_akhir_renstra() -> None:
    baris = "| Renstra | kode | target_1 | target_3 | target_akhir |\n| | S1.1 | 70 | 80 | {} |"
    assert gawat(INDIKATOR + baris.format("80")) == []
    assert gawat(INDIKATOR + baris.format("90")) == [("RM-05", di("renstra", "target_akhir"))]


DIJUMLAH = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Indikator | kode | jenjang  | indikator | satuan | arah | sifat  |
|           | S1.1 | sasaran  | A         | %      | naik | akhir  |
|           | K1.1 | sasaran  | B         | orang  | naik | jumlah |

| Renstra | kode | target_1 | target_2 | target_3 | target_akhir |
|         | S1.1 | 5        | 6        | 7        | 7            |
|         | K1.1 | 5        | 6        | 7        | 18           |
"""


@pytest.mark.parametrize(
    ("asal", "ganti", "baris"),
    [
        ("", "", None),
        ("7        | 18 ", "7        | 7 ", None),
        ("7        | 18 ", "7        | 81 ", 9),
        ("7        | 7 ", "7        | 18 ", 8),
    ],
)
def test_target_akhir_bersifat_jumlah(asal: str, ganti: str, baris: int | None) -> None:
    """The sum of all years' targets is an end target, too, of what adds up."""
    assert semua(DIJUMLAH.replace(asal, ganti), "RM-05") == (
        [("RM-05", di("renstra", "target_akhir", baris))] if baris else []
    )


def test_pk_tanpa_pengukuran() -> None:
    teks = INDIKATOR + PK + "| | murni | S1.1 | 70 | |\n| | murni | K1.1 | 5 | |" + UKUR.format("70 | |")
    assert gawat(teks) == []
    assert semua(teks, "PK-03") == [("PK-03", di("pk", "kode", 9))]  # a kegiatan: only a note
    sasaran = (
        INDIKATOR
        + PK
        + "| | murni | S1.1 | 70 | |\n| | murni | K1.1 | 5 | |"
        + UKUR.replace("S1.1", "K1.1").format("5 | |")
    )
    assert gawat(sasaran) == [("PK-03", di("pk", "kode", 8))]
    assert gawat(INDIKATOR + PK + "| | murni | S1.1 | 70 | |") == []  # nothing is measured yet
    hanya_k = INDIKATOR + PK + "| | murni | K1.1 | 5 | |" + UKUR.format("70 | |")
    assert semua(hanya_k, "PK-04") == [("PK-04", di("pengukuran", "kode"))]
    assert semua(INDIKATOR + UKUR.format("70 | |"), "PK-03", "PK-04") == []


PROGRAM = """
| Renja | level | nama | pagu_sebelum | pagu_setelah |
|       | program | P | 10 | 20 |

| PK Program | versi | level | nama | anggaran |
|            | murni | program | P | {murni} |
|            | perubahan | program | p | {perubahan} |

| Anggaran | level | nama | pagu | realisasi_rp |
|          | program | P | {pagu} | 5 |
"""


@pytest.mark.parametrize(
    ("murni", "perubahan", "pagu", "temuan"),
    [
        ("10", "20", "20", []),
        ("", "", "", []),
        ("11", "", "", []),  # Renja is a plan
        ("", "21", "21", []),
        ("", "", "21", [("AG-08", "anggaran", "pagu", 8)]),
        ("", "", "10", [("AG-08", "anggaran", "pagu", 8)]),
    ],
)
def test_pagu(murni: str, perubahan: str, pagu: str, temuan: list) -> None:
    teks = PROGRAM.format(murni=murni, perubahan=perubahan, pagu=pagu)
    assert gawat(teks) == [(k, di(i, kolom, b)) for k, i, kolom, b in temuan]


AKSI = "| Rencana Aksi | kode | rencana_aksi | tw1 | tw2 | tw3 | tw4 | total |\n| | "


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        ("S1.1 | x | - | - | - | 75 | 75", []),
        ("S1.1 | x | - | - | - | 75 |", []),
        ("S1.1 | x | - | - | - | 77,50% | 77,50%", [("RA-02", "total")]),
        ("S1.1 | x | - | - | - | 77 |", [("RA-02", "total")]),
        ("S1.1 | x | - | - | 75 | 76 | 75", [("RA-01", "total")]),
        ("S1.1 | x | - | - | 75 | 76 | 77", [("RA-01", "total")]),
        ("K1.1 | x | 1 | 2 | 3 | 4 | 10", []),
        ("K1.1 | x | 1 | 2 | 3 | 4 | 4", [("RA-01", "total")]),
        ("S1.1 | x | | | | | ", []),
        ("K1.1 | x | 7/6 | 2 | 3 | 4 | 16", [("AN-01", "tw1")]),  # nothing can be said about the total
    ],
)
def test_rencana_aksi(baris: str, temuan: list) -> None:
    teks = INDIKATOR + RENSTRA + AKSI + baris + " |"
    assert gawat(teks) == [(k, di("rencana_aksi", kolom)) for k, kolom in temuan]


def test_sifat_yang_membuat_total_lain_dari_triwulan_terakhir() -> None:
    """Quarters that end at next year's target, whose mean is another: the kind of the quantity is asked about, not the target."""
    for sifat, tw4, harap in (("rata-rata", 75, ["RA-03"]), ("rata-rata", 76, ["RA-02"]), ("akhir", 75, [])):
        ind = INDIKATOR.replace("| akhir ", f"| {sifat} ")
        hasil = [
            t
            for t in periksa_md(ind + RENSTRA + AKSI + f"S1.1 | x | 81 | 79 | 77 | {tw4} | |").temuan
            if t.kode.startswith("RA-")
        ]
        assert [t.kode for t in hasil] == harap
        assert all(str(di("rencana_aksi", "total")).endswith(t.sel) for t in hasil)


def test_triwulan_yang_memuat_angka_keliru_ikut_disebut() -> None:
    (t,) = temuan_gawat(INDIKATOR + RENSTRA + AKSI + "S1.1 | x | - | - | - | 77 | 77 |")
    assert {tuple(di("rencana_aksi", "tw4").split("!")), tuple(di("renstra", "target_2").split("!"))} == set(
        t.sel_terkait
    )
    assert t.tingkat is Tingkat.PERINGATAN


@pytest.mark.parametrize(
    ("tertulis", "ada"),
    [("3-5", False), ("3 s.d. 5", False), ("3,0 – 5,0", False), ("3 sampai 5", False), ("3–6", True), ("30–50", True)],
)
def test_rentang_yang_sama_boleh_ditulis_lain(tertulis: str, ada: bool) -> None:
    teks = f"""
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | hari | rentang |

| PK | versi | kode | target |
|    | murni | S1.1 | 3–5 |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | {tertulis} | 4 |
"""
    assert bool(semua(teks, "PK-01")) is ada


def test_sumber_hilang_hanya_dilaporkan_satu_kali() -> None:
    """Without the sheet Renstra no target can be inherited; that is said once, not at every cell."""
    teks = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | % | naik |

| PK | versi | kode |
|    | murni | S1.1 |

| Pengukuran | kode | realisasi |
|            | S1.1 | 4 |
"""
    wajib = {("LB-04", di("pk", "target")), ("LB-04", di("pengukuran", "target"))}
    assert wajib <= set(semua(teks, "LB-04"))
    assert not wajib & {(t.kode, f"{t.lembar}!{t.sel}") for t in periksa_md(teks, tanpa=("renstra",)).temuan}


KATA = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2026          |

| Indikator | kode | jenjang | indikator      | satuan   | arah |
|           | S1.1 | sasaran | Predikat SAKIP | predikat | naik |

| Renstra | kode | target_1 |
|         | S1.1 | BB       |

| PK | versi | kode | target | keterangan |
|    | murni | S1.1 | A      |            |

| Pengukuran | kode | target |
|            | S1.1 |        |
"""


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (("BB", "A", "", ""), [("PK", Tingkat.PERINGATAN)]),
        (("BB", "A", "Hasil evaluasi", ""), [("PK", Tingkat.CATATAN)]),
        (("BB", "", "", "B"), [("Pengukuran", Tingkat.PERINGATAN)]),
        (("≥ 80", "≥ 75", "", ""), [("PK", Tingkat.PERINGATAN)]),
        (("80", "≥ 75", "", ""), [("PK", Tingkat.PERINGATAN)]),
        (("Level 3", "Level 4", "", ""), [("PK", Tingkat.PERINGATAN)]),
        (("BB", "bb", "", "BB"), []),
        (("A", "A (83,25)", "", ""), []),
        (("WTP", "Wajar Tanpa Pengecualian", "", ""), []),
        (("80", "≥ 80 %", "", "80"), []),
        (("BB", "75", "", ""), []),
        (("", "A", "", ""), []),
    ],
)
def test_target_kata(isi: tuple[str, ...], harap: list[tuple[str, Tingkat]]) -> None:
    renstra, pk, keterangan, ukur = isi
    teks = KATA.replace("| BB       |", f"| {renstra} |").replace("| A      |            |", f"| {pk} | {keterangan} |")
    h = periksa_md(teks.replace("| S1.1 |        |", f"| S1.1 | {ukur} |"))
    assert [(t.lembar, t.tingkat) for t in h.temuan if t.kode == "PK-10"] == harap


def test_angka_disebut_dengan_desimal_yang_diketik():
    """86,50 against 86,00 is not told as 86,5 against 86: on both sides, in the sentence and beside it."""
    hasil = periksa_md(INDIKATOR + PK + "| | murni | S1.1 | 86,50 | x |" + UKUR.format("86,00 | |"))
    (t,) = (t for t in hasil.temuan if t.kode == "PK-01")
    assert (t.nilai, t.seharusnya) == (86.0, 86.5)
    assert "86,00" in t.pesan and "86,50" in t.pesan
    ws = openpyxl.Workbook().active
    bangun_hasil(ws, hasil)
    assert {"86,00", "86,50"} <= {s.value for baris in ws.iter_rows() for s in baris}
