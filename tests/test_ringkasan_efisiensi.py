"""Efisiensi Sasaran: basis, cakupan, masukan, method, total."""

from __future__ import annotations

import pytest
from buku_md import buku_md

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.ringkasan.efisiensi_program import efisiensi_program
from lkjip_xl.ringkasan.efisiensi_sasaran import efisiensi_sasaran

# S1: capaian 90 and 120, mean 105; S2: 99,996 shown 100,00 — Rp: S1 200/150, S1.2 alone 100/50, S2 100/90
ISI = """
| Pengaturan | metode_efisiensi | basis_efisiensi | cakupan_efisiensi | masukan_efisiensi | desimal_serapan |
|            | {metode}         | {basis}         | {cakupan}         | {masukan}         | {desimal}       |

| Indikator | kode | jenjang | pernyataan | indikator | arah |
|           | S1.1 | sasaran | Satu       | a         | naik |
|           | S1.2 | sasaran |            | b         | naik |
|           | S2.1 | sasaran | Dua        | c         | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 100    | 90        |
|            | S1.2 | 100    | 120       |
|            | S2.1 | 100    | 99,996    |

| Anggaran | no | level   | nama | pagu | realisasi_rp |
|          | 1  | program | P    | 100  | 100          |
|          | 2  | program | Q    | 100  | 50           |
|          | 3  | program | R    | 90   | 40           |

| Penunjang | kode | level   | nama |
|           | S1.1 | program | P    |
|           | S1.1 | program | Q    |
|           | S1.2 | program | Q    |
|           | S2.1 | program | R    |
"""


def baris(metode="selisih", basis="sasaran", cakupan="semua", masukan="penuh", desimal=2) -> list[dict]:
    isi = ISI.format(metode=metode, basis=basis, cakupan=cakupan, masukan=masukan, desimal=desimal)
    return [dict(b.nilai) for b in efisiensi_sasaran(buku_md(isi)).baris]


def kolom(isi: list[dict], *nama: str) -> list[tuple]:
    return [tuple(b.get(k) for k in nama) for b in isi]


def test_basis_sasaran_satu_hitungan_per_sasaran() -> None:
    isi = baris()
    assert kolom(isi, "indikator", "pagu", "realisasi_rp", "serapan") == [
        ("a", 200, 150, 75), ("b", None, None, None), ("c", 90, 40, pytest.approx(400 / 9)),
        ("Efisiensi total", 290, 190, pytest.approx(19000 / 290)),
    ]  # fmt: skip
    assert isi[0]["efisiensi"] == pytest.approx(105 - 75)
    assert "efisiensi" not in isi[1]
    assert isi[2]["efisiensi"] == pytest.approx(99.996 - 400 / 9)


def test_basis_indikator_program_bersama_dihitung_di_tiap_indikator_tetapi_sekali_di_jumlah() -> None:
    isi = baris(basis="indikator")
    harap = [("a", 200, 90 - 75), ("b", 100, 120 - 50), ("c", 90, pytest.approx(99.996 - 400 / 9))]
    assert kolom(isi, "indikator", "pagu", "efisiensi")[:3] == harap
    assert isi[3]["pagu"] == 290


def test_rata_rata_total_menurut_capaian_sebagaimana_dicetak() -> None:
    assert baris()[-1]["capaian"] == pytest.approx((90 + 120 + 100) / 3)


def test_efisiensi_total_metode_pada_rata_rata_dan_serapan_total() -> None:
    total = baris()[-1]
    assert total["efisiensi"] == pytest.approx((90 + 120 + 99.996) / 3 - 19000 / 290)


def test_masukan_tampil_membulatkan_capaian_dan_serapan() -> None:
    isi = baris(masukan="tampil", desimal=0)
    assert isi[2]["efisiensi"] == pytest.approx(100 - 44)
    assert isi[3]["efisiensi"] == pytest.approx(103.33 - 66)


@pytest.mark.parametrize(
    ("metode", "satu", "total"),
    [
        ("rasio", 105 / 75 * 100, None),
        ("pmk214", (1 - 75 / 105) * 100, None),
        # weighed by pagu over the rows: sasaran 1 with 105, sasaran 2 with 99,996
        ("pmk214-tertimbang", (1 - 75 / 105) * 100, 100 * (1 - 190 / (200 * 1.05 + 90 * 0.99996))),
        ("indeks", 105 / 75 - 1, None),
        ("nilai", 100, 100),  # more than 20 per cent saved
        ("tidak-dihitung", None, None),
    ],
)
def test_metode(metode: str, satu: float, total: float | None) -> None:
    isi = baris(metode=metode)
    assert isi[0].get("efisiensi") == pytest.approx(satu)
    if total is not None:
        assert isi[-1]["efisiensi"] == pytest.approx(total)


def test_cakupan_tercapai_menurut_capaian_sebagaimana_dicetak() -> None:
    assert [b["indikator"] for b in baris(cakupan="tercapai")] == ["a", "b", "c", "Efisiensi total"]
    isi = baris(cakupan="tercapai", basis="indikator")
    assert [b["indikator"] for b in isi] == ["b", "c", "Efisiensi total"]
    assert (isi[-1]["pagu"], isi[-1]["capaian"]) == (190, 110)


def test_gabungan_sel_rupiah_per_sasaran() -> None:
    t = efisiensi_sasaran(buku_md(ISI.format(metode="selisih", basis="sasaran", cakupan="semua",
                                             masukan="penuh", desimal=2)))  # fmt: skip
    assert {(g.kolom, g.awal, g.akhir) for g in t.gabung} == {
        (k, 0, 1) for k in ("sasaran", "pagu", "realisasi_rp", "serapan", "efisiensi")
    }


def test_jenjang_lain_hanya_bila_dipetakan_dan_tidak_ikut_rata_rata() -> None:
    isi = ISI.format(metode="selisih", basis="indikator", cakupan="semua", masukan="penuh", desimal=2)
    isi = isi.replace(
        "|           | S1.1 | sasaran", "|           | T1.1 | tujuan | T | x | naik |\n|           | S1.1 | sasaran", 1
    )
    isi = isi.replace(
        "|            | S1.1 | 100", "|            | T1.1 | 100    | 10        |\n|            | S1.1 | 100", 1
    )
    tanpa = efisiensi_sasaran(buku_md(isi))
    assert [b.gaya for b in tanpa.baris] == ["biasa"] * 3 + ["jumlah"]
    dengan = efisiensi_sasaran(buku_md(isi + "|           | T1.1 | program | P    |"))
    assert [b.gaya for b in dengan.baris] == ["kelompok", "biasa", "kelompok", "biasa", "biasa", "biasa", "jumlah"]
    assert dengan.baris[-1].nilai["capaian"] == tanpa.baris[-1].nilai["capaian"]


def test_tanpa_anggaran_kosong_dan_realisasi_tanpa_pagu_tidak_terdefinisi() -> None:
    dasar = """
    | Indikator | kode | jenjang | pernyataan | indikator |
    |           | S1.1 | sasaran | Satu       | a         |

    | Pengukuran | kode | target | realisasi |
    |            | S1.1 | 100    | 90        |

    """
    t = efisiensi_sasaran(buku_md(dasar))
    assert "efisiensi" not in {k.nama for k in t.kolom}
    galat = efisiensi_sasaran(
        buku_md(
            dasar
            + """
    | Anggaran | level   | nama | realisasi_rp |
    |          | program | P    | 5            |

    | Penunjang | kode | level   | nama |
    |           | S1.1 | program | P    |
    """
        )
    )
    assert [b.nilai["efisiensi"] for b in galat.baris] == [Galat.DIV0, Galat.DIV0]


def test_efisiensi_program_dari_hitungan_bukan_dari_yang_ditimpa() -> None:
    t = efisiensi_program(
        buku_md("""
    | Pengaturan | metode_efisiensi |
    |            | selisih          |

    | Anggaran | level   | nama | target | realisasi | capaian | pagu | realisasi_rp | serapan | efisiensi |
    |          | program | P    | 10     | 9         | 99      | 100  | 80           | 70      | 1         |
    """)
    )
    n = t.baris[0].nilai
    assert (n["capaian"], n["serapan"], n["efisiensi"]) == (90, 80, 10)
