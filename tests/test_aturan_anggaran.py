"""Budget rows and the sums over levels of every programme sheet."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, periksa_md, semua, temuan_gawat

from lkjip_xl.inti.temuan import Tingkat

PENGATURAN = """
| Pengaturan | metode_efisiensi | masukan_efisiensi |
|            | {metode}         | {masukan}         |

"""
BARIS = (
    "| Anggaran | level | nama | target | realisasi | capaian | pagu | realisasi_rp | serapan | sisa | efisiensi |\n"
)


def satu(isi: str, metode: str = "selisih", masukan: str = "penuh") -> str:
    return PENGATURAN.format(metode=metode, masukan=masukan) + BARIS + f"| | program | P | {isi} |"


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        ("| | | 250 | 238 | 95,20 | 12 |", []),
        ("| | | 250 | 238 | 95,93 | |", [("AG-01", "serapan")]),
        ("| | | 30.000.000 | 29.999.900 | 100 | |", []),
        ("| | | 250 | 238 | | 13 |", [("AG-02", "sisa")]),
        ("| | | 250 | 251 | | |", [("AG-03", "realisasi_rp")]),
        ("| | | 250 | 250 | | |", []),
        ("| | | | 5 | | |", [("AG-17", "pagu")]),
        ("| | | - | - | - | - | -", []),
        ("80 | 82,62 | 103,28 | | | | |", []),
        ("80 | 82,62 | 103,26 | | | | |", [("PG-01", "capaian")]),
        ("0 | 5 | | | | | |", [("PG-07", "capaian")]),
        ("| | | 250 | -5 | | |", [("AN-08", "realisasi_rp")]),
    ],
)
def test_baris_anggaran(isi: str, temuan: list) -> None:
    assert gawat(satu(isi)) == [(k, di("anggaran", kolom)) for k, kolom in temuan]


@pytest.mark.parametrize(
    ("isi", "metode", "masukan", "keliru"),
    [
        # 23/21 = 109,52381; 46.747.175/50.000.000 = 93,49435
        ("21 | 23 | | 50.000.000 | 46.747.175 | | | 14,64", "pmk214", "penuh", False),
        ("21 | 23 | | 50.000.000 | 46.747.175 | | | 14,63", "pmk214", "penuh", False),  # from 109,52 and 93,49 as shown
        ("21 | 23 | | 50.000.000 | 46.747.175 | | | 14,61", "pmk214", "penuh", True),
        ("21 | 23 | | 50.000.000 | 46.747.175 | | | 16,03", "selisih", "tampil", False),
        ("21 | 23 | | 50.000.000 | 46.747.175 | | | 203,02", "selisih", "tampil", True),  # added, not subtracted
        ("21 | 23 | | 50.000.000 | 46.747.175 | | | 117,15", "rasio", "penuh", False),
        ("21 | 23 | | 50.000.000 | 46.747.175 | | | 16,03", "rasio", "penuh", True),
    ],
)
def test_efisiensi(isi: str, metode: str, masukan: str, keliru: bool) -> None:
    harap = [("AG-06", di("anggaran", "efisiensi"))] if keliru else []
    assert gawat(satu(isi, metode, masukan)) == harap


@pytest.mark.parametrize(("efisiensi", "keliru"), [("9,42", False), ("9,44", False), ("9,47", True)])
def test_efisiensi_uang_dalam_juta_di_samping_pagu_renja_nol(efisiensi: str, keliru: bool) -> None:
    """Amounts rounded to two decimals of a million, where the Renja has no money for the programme."""
    renja = "\n\n| Renja | kode | level | nama | pagu_sebelum | pagu_setelah |\n| | 5.01.02 | program | P | 0 | 0 |\n"
    isi = f"8 | 7 | | 52,40 | 40,91 | | | {efisiensi}"
    temuan = gawat(satu(isi) + renja)
    assert [t for t in temuan if t[0] == "AG-06"] == ([("AG-06", di("anggaran", "efisiensi"))] if keliru else [])


def test_efisiensi_mengikuti_capaian_yang_keliru() -> None:
    """A stale capaian is one finding; the efficiency worked out from it, or from the right one, is none."""
    for efisiensi in ("6,26", "6,28"):
        isi = f"80 | 82,62 | 103,26 | 1.000 | 970 | 97,00 | | {efisiensi}"
        assert gawat(satu(isi)) == [("PG-01", di("anggaran", "capaian"))]


@pytest.mark.parametrize(
    ("total", "serapan", "kode"),
    [
        ("perangkat daerah | Dinas", "83,33", None),
        ("perangkat daerah | Dinas", "85", "AG-14"),  # the plain mean of 90 and 80
        ("program | JUMLAH", "85,00", "AG-14"),
        ("perangkat daerah | Dinas", "86", "AG-01"),
        ("perangkat daerah | Dinas", "170", "AG-01"),  # percentages added up
    ],
)
def test_serapan_seluruhnya_boleh_rata_rata(total: str, serapan: str, kode: str | None) -> None:
    teks = (
        "| Anggaran | level | nama | pagu | realisasi_rp | serapan |\n"
        "| | program | A | 100 | 90 | 90 |\n| | program | B | 200 | 160 | 80 |\n"
        f"| | {total} | 300 | 250 | {serapan} |"
    )
    assert semua(teks, "AG-01", "AG-14") == ([(kode, di("anggaran", "serapan", 10))] if kode else [])
    belanja = (
        "| Belanja | tahun | jenis | anggaran | realisasi | serapan |\n"
        "| | 2024 | Pegawai | 100 | 90 | 90 |\n| | 2024 | Modal | 200 | 160 | 80 |\n"
        f"| | 2024 | Jumlah | 300 | 250 | {serapan} |"
    )
    lain = {"AG-01": "BL-01"}.get(str(kode), kode)
    assert semua(belanja, "BL-01", "AG-14") == ([(lain, di("belanja", "serapan", 10))] if lain else [])


def test_induk_bukan_jumlah_seluruhnya_tidak_boleh_rata_rata() -> None:
    teks = (
        "| Anggaran | level | nama | pagu | realisasi_rp | serapan |\n| | program | P | 300 | 250 | 85 |\n"
        "| | kegiatan | A | 100 | 90 | 90 |\n| | kegiatan | B | 200 | 160 | 80 |"
    )
    assert semua(teks, "AG-01", "AG-14") == [("AG-01", di("anggaran", "serapan"))]


@pytest.mark.parametrize(
    ("isi", "metode", "keliru"),
    [
        ("10 | 9 | 90 | | | | | 90", "selisih", True),  # capaian minus nothing
        ("10 | 9 | 90 | | | | | 100", "pmk214", True),
        ("10 | 9 | 90 | - | - | | | 90", "selisih", True),
        ("10 | 9 | 90 | | | | | -", "selisih", False),
        ("10 | 9 | 90 | | | | | 12", "selisih", False),  # from elsewhere
        ("10 | 9 | 90 | 100 | 0 | | | 90", "selisih", False),
    ],
)
def test_efisiensi_tanpa_anggaran(isi: str, metode: str, keliru: bool) -> None:
    assert semua(satu(isi, metode), "AG-15") == ([("AG-15", di("anggaran", "efisiensi"))] if keliru else [])


@pytest.mark.parametrize(
    ("total", "keliru"),
    [
        ("| | 120", True),
        ("| | 79", True),
        ("| | 85", False),
        ("| | 83,3", False),  # by some weights
        ("10 | 12 | 120", False),  # of its own target
    ],
)
def test_capaian_seluruhnya(total: str, keliru: bool) -> None:
    teks = (
        "| Anggaran | level | nama | target | realisasi | capaian |\n"
        f"| | perangkat daerah | Dinas | {total} |\n| | program | A | 10 | 9 | |\n| | program | B | 10 | 8 | |"
    )
    assert semua(teks, "AG-16") == ([("AG-16", di("anggaran", "capaian"))] if keliru else [])


POHON = "| Anggaran | no | level | nama | pagu | realisasi_rp |\n"


def pohon(*baris: str) -> str:
    return POHON + "\n".join(f"| | {b} |" for b in baris)


def test_jumlah_rincian() -> None:
    teks = pohon(
        "| perangkat daerah | D | 100 | 90",
        "1. | program | P | 100 | 90",
        "1.1 | kegiatan | K | 60 | 54",
        "1.1.1 | subkegiatan | S | 60 | 45",
        "1.2 | kegiatan | L | 40 | 36",
    )
    assert gawat(teks) == [("AG-04", di("anggaran", "realisasi_rp", 10))]
    (t,) = temuan_gawat(teks)
    assert t.seharusnya == 45 and t.sel_terkait == (("Anggaran", di("anggaran", "realisasi_rp", 11).split("!")[1]),)


def test_jumlah_seluruhnya() -> None:
    teks = pohon("| bidang | D | 110 | 90", "1. | program | P | 60 | 60", "2. | program | Q | 40 | 30")
    assert gawat(teks) == [("AG-05", di("anggaran", "pagu", 8))]


def test_yang_tidak_dinilai_sebagai_jumlah() -> None:
    assert gawat(pohon("1 | program | P | 100 | 90", "1.1 | kegiatan | K | - | -")) == []
    assert not {"AG-04", "AG-05"} & {k for k, _ in gawat(pohon("1 | program | P | | ", "1.1 | kegiatan | K | 60 | 50"))}
    assert gawat(pohon("1 | program | P | 100 | 90", "2 | program | Q | 60 | 50")) == []
    # only the next level below counts, a row without its own parent is not added to it
    assert gawat(pohon("| program | P | 9 | 9", "| subkegiatan | S | 4 | 4", "| kegiatan | K | 9 | 9")) == []
    assert gawat(pohon("1 | program | P | 60 | 50", "1.1 | kegiatan | K | 60 | 50", "1.2 | kegiatan | L | - | -")) == []


@pytest.mark.parametrize(
    ("baris", "sel"),
    [
        (("1 | program | P | | ", "1.1 | kegiatan | K | 60 | 50", "1.2 | kegiatan | L | 5 | 4"), [8]),
        (("1 | program | P | | ", "1.1 | kegiatan | K | | ", "1.1.1 | subkegiatan | S | 60 | 50"), [8, 9]),
        (("1 | program | P | 60 | 50", "1.1 | kegiatan | K | | ", "1.1.1 | subkegiatan | S | 60 | 50"), []),
        (("1 | program | P | | ", "1.1 | kegiatan | K | 60 | 50", "1.2 | kegiatan | L | | "), []),  # half a sum is none
        (("1 | program | P | | ", "1.1 | kegiatan | K | | "), []),
        (("| perangkat daerah | D | | ", "1 | program | P | 60 | 50"), []),  # the total is made of the programmes
        (("1.1 | kegiatan | K | | ", "1.1.1 | subkegiatan | S | 60 | 50"), []),
    ],
)
def test_program_kosong_di_atas_rincian_terisi(baris: tuple[str, ...], sel: list[int]) -> None:
    """The totals and the efficiency of a report are made of programmes: their amounts left blank are asked for, with the sum."""
    ada = [t for t in temuan_gawat(pohon(*baris)) if t.kode == "AG-18"]
    kolom = ("pagu", "realisasi_rp") if sel else ()
    assert [[f"{t.lembar}!{s}" for s in t.sel_semua or (t.sel,)] for t in ada] == [
        [di("anggaran", k, b) for b in sel] for k in kolom
    ]
    if len(sel) == 1:
        assert [t.seharusnya for t in ada] == [65, 54]


def test_rincian_tak_terbaca_membuat_jumlahnya_tidak_dinilai() -> None:
    teks = pohon("1 | program | P | 100 | 90", "1.1 | kegiatan | K | 25.000.0000 | 90")
    assert gawat(teks) == [("AN-01", di("anggaran", "pagu", 9))]


def test_induk_yang_betul_bila_rinciannya_dibetulkan_ikut_satu_temuan() -> None:
    teks = pohon("1 | program | P | 100 | ", "1.1 | kegiatan | K | 90 | ", "1.1.1 | subkegiatan | S | 100 | ")
    (t,) = temuan_gawat(teks)
    assert (t.kode, f"{t.lembar}!{t.sel}") == ("AG-04", di("anggaran", "pagu", 9))
    assert ("Anggaran", di("anggaran", "pagu", 8).split("!")[1]) in t.sel_terkait


def test_baris_indikator_tambahan_bukan_program_lain() -> None:
    teks = pohon(
        "1 | program | P | 100 | 90", "1 | program | P | | ", "1.1 | kegiatan | K | 90 | 90", "1.1 | kegiatan | K | |"
    )
    assert gawat(teks) == [("AG-04", di("anggaran", "pagu", 8))]


def test_susunan() -> None:
    lompat = pohon("| subkegiatan | S | 5 | 5", "| program | P | 5 | 5", "| kegiatan | K | 5 | 5")
    assert gawat(lompat) == [("AG-07", di("anggaran", "level", 8))]
    assert gawat(pohon("| subkegiatan | S | 5 | 5", "| subkegiatan | T | 5 | 5")) == []
    # a ministry's list begins with its kegiatan, whatever stands below it
    assert gawat(pohon("| kegiatan | K | 5 | 5", "| kegiatan | L | 4 | 4", "| perangkat daerah | TOTAL | 9 | 9")) == []
    kembar = pohon("| program | P | 10 | 8", "| kegiatan | K | 5 | 4", "| kegiatan | k | 5 | 4")
    assert gawat(kembar) == [("AG-09", di("anggaran", "nama", 10))]
    beda_induk = pohon(
        "| program | P | 5 | 5", "| kegiatan | K | 5 | 5", "| program | Q | 5 | 5", "| kegiatan | K | 5 | 5"
    )
    assert gawat(beda_induk) == []


FISIK = "| Anggaran | level | nama | fisik |\n| | program | P | {} |"


def test_fisik() -> None:
    assert gawat(FISIK.format("101%")) == [("AG-10", di("anggaran", "fisik"))]
    assert gawat(FISIK.format("100%")) == []


RENJA = "| Renja | kode | level | nama | pagu_sebelum | pagu_penjabaran | pagu_setelah | bertambah | pagu_prakiraan |\n"


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (["2.07.01 | program | P | 10 | 20 | 30 | 10 | 5"], []),
        (["2.07.01 | program | P | 10 | | 30 | 20 | 5"], []),
        (["2.07.01 | program | P | 10 | 20 | 30 | 20 | 5"], [("RJ-01", "bertambah", 8)]),
        (["2.07.01 | program | P | 30 | 30 | 20 | (10) | 5"], []),
        (["2.07.01 | program | P | | | | | 5", "2.07.01.2.01 | kegiatan | K | | | | | 4"], [("RJ-02", "pagu_prakiraan", 8)]),
        (["2.07.01 | program | P | | | | | 5", "2.07.01.2.01 | kegiatan | K | | | | | 5"], []),
        # kode before order: the second kegiatan belongs to the first program
        (
            [
                "2.07.01 | program | P | | | 9 | | ", "2.07.02 | program | Q | | | 4 | | ",
                "2.07.01.2.01 | kegiatan | K | | | 9 | | ", "2.07.02.2.01 | kegiatan | L | | | 4 | | ",
            ],
            [],
        ),
        # bertambah without its parts is summed by itself, with them its own row decides
        (["| program | P | | | | 5 |", "| kegiatan | K | | | | 4 |"], [("RJ-02", "bertambah", 8)]),
    ],
)  # fmt: skip
def test_renja(baris: list[str], temuan: list) -> None:
    teks = RENJA + "\n".join(f"| | {b} |" for b in baris)
    assert gawat(teks) == [(k, di("renja", kolom, b)) for k, kolom, b in temuan]


TC27 = "| T-C.27 | versi | level | nama | sifat | target_1 | target_2 | target_akhir | rp_1 | rp_2 | rp_akhir |\n"


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (["sesudah | program | P | jumlah | 4 | 6 | 10 | 1 | 2 | 3"], []),
        (["sesudah | program | P | jumlah | 4 | 6 | 12 | 1 | 2 | 3"], [("TC-01", "target_akhir", 8)]),
        (["sesudah | program | P | akhir | 4 | 6 | 6 | 1 | 2 | 3"], []),
        (["sesudah | program | P | akhir | 4 | 6 | 10 | 1 | 2 | 3"], [("TC-01", "target_akhir", 8)]),
        (["sesudah | program | P | rata-rata | 4 | 7 | 6 | 1 | 2 | 3"], []),  # 5,5 shown without decimals
        (["sesudah | program | P | rata-rata | 4 | 6 | 6 | 1 | 2 | 3"], [("TC-01", "target_akhir", 8)]),
        (["sesudah | program | P | jumlah | | | | 1 | 2 | 4"], [("TC-02", "rp_akhir", 8)]),
        (
            ["sesudah | program | P | | | | | 5 | 2 | ", "sesudah | kegiatan | K | | | | | 1 | 2 | "],
            [("TC-03", "rp_1", 8)],
        ),
        # versions are separate trees
        (["sebelum | program | P | | | | | 5 | 2 | ", "sesudah | kegiatan | K | | | | | 1 | 2 | "], []),
    ],
)
def test_tc27(baris: list[str], temuan: list) -> None:
    teks = TC27 + "\n".join(f"| | {b} |" for b in baris)
    assert gawat(teks) == [(k, di("tc27", kolom, b)) for k, kolom, b in temuan]


@pytest.mark.parametrize(
    ("versi", "harap"),
    [(["", ""], []), (["sesudah", ""], [("LB-03", 9)]), (["", "sebelum"], [("LB-03", 8)])],
)
def test_tc27_yang_tidak_berubah_tanpa_versi(versi: list[str], harap: list) -> None:
    """A document printed once needs no word for which of two it is; its sums are held against each other all the same."""
    kosong = (
        TC27
        + f"| | {versi[0]} | program | P | jumlah | | | | 5 | 2 | |\n| | {versi[1]} | program | Q | jumlah | | | | 1 | 2 | |"
    )
    assert gawat(kosong) == [(k, di("tc27", "versi", b)) for k, b in harap]
    salah = TC27 + "| | | program | P | | | | | 5 | 2 | |\n| | | kegiatan | K | | | | | 1 | 2 | |"
    assert gawat(salah) == [("TC-03", di("tc27", "rp_1", 8))]


def test_pk_program() -> None:
    kepala = "| PK Program | versi | level | nama | anggaran |\n"
    beda = "| | murni | program | P | 7 |\n| | murni | kegiatan | K | 5 |\n| | perubahan | kegiatan | K | 2 |"
    assert gawat(kepala + beda) == [("PP-01", di("pk_program", "anggaran", 8))]
    assert gawat(kepala + beda.replace("| 7 |", "| 5 |")) == []


def test_jumlah_warisan_tidak_dilaporkan_lagi() -> None:
    """The contradiction stands in Renja; sheets that inherit it do not repeat it."""
    teks = """
    | Renja | level | nama | pagu_setelah |
    |       | program  | P | 10 |
    |       | kegiatan | K | 9  |

    | PK Program | versi | level | nama |
    |            | perubahan | program  | P |
    |            | perubahan | kegiatan | K |

    | Anggaran | level | nama | realisasi_rp |
    |          | program  | P | 8 |
    |          | kegiatan | K | 8 |
    """
    assert gawat(teks) == [("RJ-02", di("renja", "pagu_setelah", 8))]


BELANJA = "| Belanja | tahun | jenis | induk | anggaran | realisasi | serapan | sisa |\n"


@pytest.mark.parametrize(
    ("baris", "temuan"),
    [
        (["2025 | Daerah | | 10 | 9 | 90,00 | 1", "2025 | Pegawai | Daerah | 10 | 9 | |"], []),
        (["2025 | Daerah | | 10 | 9 | 91,00 | "], [("BL-01", "serapan", 8)]),
        (["2025 | Daerah | | 10 | 9 | | 2"], [("BL-01", "sisa", 8)]),
        (["2025 | Daerah | | 10 | 9 | | ", "2025 | Pegawai | daerah | 8 | 9 | |"],
         [("AG-03", "realisasi", 9), ("BL-02", "anggaran", 8)]),
        (["2024 | Daerah | | 10 | 9 | | ", "2025 | Pegawai | Daerah | 8 | 8 | |"], []),
        (["2025 | Pegawai | | 8 | 8 | | ", "2025 | Jumlah | | 9 | 8 | |"], [("BL-02", "anggaran", 9)]),
    ],
)  # fmt: skip
def test_belanja(baris: list[str], temuan: list) -> None:
    teks = BELANJA + "\n".join(f"| | {b} |" for b in baris)
    assert sorted(gawat(teks)) == [(k, di("belanja", kolom, b)) for k, kolom, b in temuan]


@pytest.mark.parametrize(
    ("isi", "temuan"),
    [
        ("Daerah | | 50 | 41", ["anggaran"]),  # both sums lack a row of 20 and 17
        ("Daerah | | 21 | 18", ["anggaran"]),  # … or have one too many
        ("Daerah | | 50 | 18", ["anggaran", "realisasi"]),
        ("Daerah | | 300 | 41", ["anggaran", "realisasi"]),  # a nought too many is one of its own
        ("Daerah | | 30 | 27", ["realisasi"]),
    ],
)
def test_baris_belanja_yang_kurang_satu_temuan(isi: str, temuan: list[str]) -> None:
    teks = BELANJA.replace(" | serapan | sisa", "") + f"| | 2025 | {isi} |\n| | 2025 | Pegawai | Daerah | 19 | 15 |\n| | 2025 | Barang | Daerah | 11 | 9 |"  # fmt: skip
    hasil = [t for t in temuan_gawat(teks) if t.kode == "BL-02"]
    assert [f"{t.lembar}!{t.sel}" for t in hasil] == [di("belanja", k) for k in temuan]
    disebut = {"!".join(x) for t in hasil for x in ((t.lembar, t.sel), *t.sel_terkait)}
    assert di("belanja", "realisasi") in disebut


@pytest.mark.parametrize(("pagu", "dapat"), [("41.226,78", ["AN-28"]), ("41.226.780", ["AN-07"] * 2)])
def test_uang_berdesimal_disebut_satu_kali(pagu: str, dapat: list[str]) -> None:
    """A table in millions is one note; a few decimals among whole rupiah are slips."""
    teks = "| Anggaran | level | nama | pagu |\n" + "\n".join(
        f"| | program | {n} | {x} |" for n, x in (("A", "218.447,32"), ("B", "64.118,90"), ("C", pagu), ("D", "5.000"))
    )
    assert [k for k, _ in semua(teks, "AN-07", "AN-28")] == dapat


def test_sama_dengan_rumus_hanya_catatan() -> None:
    assert semua(satu("| | | 250 | 238 | 95,20 | 12 |"), "RM-01") == [
        ("RM-01", di("anggaran", "serapan")), ("RM-01", di("anggaran", "sisa")),
    ]  # fmt: skip


def test_kesalahan_tidak_larut_dalam_catatan() -> None:
    """A pagu that differs from Renja is a note; one that breaks the sum above it as well is an error, told once."""
    teks = """
| Renja | level | nama | pagu_setelah |
|       | program | Alpha | 300 |
|       | kegiatan | Bravo | 100 |
|       | kegiatan | Cemara | 200 |

| Anggaran | level | nama | pagu |
|          | program | Alpha | 300 |
|          | kegiatan | Bravo | {} |
|          | kegiatan | Cemara | {} |
"""
    salah = [
        (t.kode, t.tingkat)
        for t in periksa_md(teks.format(700, 200)).temuan
        if t.lembar == "Anggaran" and t.kode[:2] == "AG"
    ]
    assert salah == [("AG-11", Tingkat.KESALAHAN)]
    geser = {t.tingkat for t in periksa_md(teks.format(150, 150)).temuan if t.kode == "AG-11"}
    assert geser == {Tingkat.CATATAN}


PAGU = """
| Pengaturan | tahun | dasar_pagu |
|            | 2024  | DPA        |

| Renja | kode | level   | nama    | pagu_sebelum | pagu_setelah |
|       | 1.01 | program | Layanan | 90           | 95           |
|       |      | program | Arsip   | 90           | 95           |

| PK Program | versi     | kode | level   | nama    | anggaran |
|            | murni     | 1.01 | program | Layanan | 100      |
|            | murni     |      | program | Arsip   | 80       |
|            | perubahan | 1.01 | program | Layanan | 120      |

| Anggaran | kode | level   | nama    | pagu |
|          | 1.01 | program | Layanan | 130  |
|          |      | program | Arsip   | 80   |
"""


def test_pagu_menurut_dokumen_yang_berlaku() -> None:
    assert semua(PAGU, "AG-08") == [("AG-08", di("anggaran", "pagu"))]
    assert semua(PAGU.replace("| 130 ", "| 100 "), "AG-08") == []


def besar(pagu: tuple[str, ...], realisasi: tuple[str, ...], jumlah: str, terpakai: str) -> str:
    """A programme of five activities and its total."""
    isi = zip(pagu, realisasi, strict=True)
    return pohon(f"1 | program | P | {jumlah} | {terpakai}", *(f"1.{k} | kegiatan | K{k} | {x} | {y}" for k, (x, y) in enumerate(isi, 1)))  # fmt: skip


RIBU = ("100.765.431", "65.234.567", "43.111.229", "23.222.221", "12.111.117")  # add up to 244.444.565
BUNDAR = ("100.765.400", "65.234.600", "43.111.200", "23.222.200", "12.111.100")  # … 244.444.500


PAKAI = ("98.765.433", "61.234.569", "40.111.227", "22.222.223", "11.111.113")  # … 233.444.565
KECIL = ("99.765.433", "1.234.569", "1.111.227", "222.223", "111.113")  # … 102.444.565, most below two million


@pytest.mark.parametrize(
    ("isi", "jumlah", "terpakai", "sel"),
    [
        ((RIBU, PAKAI), "244.444.566", "233.444.564", []),  # in thousands each was rounded by itself
        ((RIBU, PAKAI), "244.444.566", "233.444.574", ["realisasi_rp"]),
        ((BUNDAR, PAKAI), "244.444.500", "233.444.564", ["realisasi_rp"]),  # planned in whole hundreds: of rupiah
        ((BUNDAR, PAKAI), "244.444.500", "233.444.565", []),
        ((BUNDAR, KECIL), "244.444.500", "102.444.564", []),  # no agency of this size does so little in rupiah
    ],
)
def test_ribuan_lebih_dari_seratus_miliar(isi: tuple[tuple[str, ...], ...], jumlah: str, terpakai: str, sel: list[str]) -> None:  # fmt: skip
    assert gawat(besar(*isi, jumlah, terpakai)) == [("AG-04", di("anggaran", k)) for k in sel]
