"""Completeness: units (SU-06/07), programmes of a sasaran (SU-08), source, cause and solution (SU-09/10/11)."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace
from typing import cast

import pytest
from buku_md import di, gawat, semua

from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.validasi.aturan import kelengkapan
from lkjip_xl.validasi.aturan.kelengkapan import PROGRAM, SatuanTercatat, tingkat_satuan
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan

SATUAN = """
| Indikator | kode | jenjang | indikator | satuan | arah | berlaku |
|           | S1.1 | sasaran | {} | {} | naik | {} |
"""


@pytest.mark.parametrize(
    ("nama", "satuan", "berlaku", "ada"),
    [
        ("Persentase X", "%", "baru", False),
        ("Persentase X", "persen", "", False),
        ("Persentase X", "orang", "", True),
        ("Nilai SAKIP", "%", "", True),
        ("Nilai SAKIP", "nilai", "", False),
        ("Jumlah orang", "", "", True),
        ("Jumlah orang", "", "lama", False),
        ("Nilaian X", "%", "", False),
    ],
)
def test_satuan(nama: str, satuan: str, berlaku: str, ada: bool) -> None:
    teks = SATUAN.format(nama, satuan, berlaku)
    assert semua(teks, "SU-06") == ([("SU-06", di("indikator", "satuan"))] if ada else [])
    assert gawat(teks) == []


def test_satuan_sama_di_semua_lembar() -> None:
    teks = (
        SATUAN.format("Jumlah peserta", "orang", "")
        + "\n| Anggaran | level | nama | indikator | satuan |\n| | program | P | jumlah  peserta | {} |"
    )
    assert semua(teks.format("dokumen"), "SU-07") == [("SU-07", di("anggaran", "satuan"))]
    assert semua(teks.format("Orang"), "SU-07") == semua(teks.format(""), "SU-07", "SU-06") == []


def test_satuan_bertentangan_di_antara_yang_dapat_diubah() -> None:
    """Against an issued document it is a note; another that says the same and can be changed makes it a warning."""
    teks = """
| Renja | kode | level | nama | indikator | satuan |
|       | 1.01 | program | P | Cakupan layanan | % |

| PK Program | versi | kode | level | nama | indikator | satuan |
|            | murni | 1.01 | program | P | Cakupan layanan | {} |

| Anggaran | kode | level | nama | indikator | satuan |
|          | 1.01 | program | P | Cakupan layanan | dokumen |
"""
    sel = ("SU-07", di("anggaran", "satuan"))
    assert sel in gawat(teks.format("%"))
    assert sel not in gawat(teks.format("dokumen")) and sel not in gawat(teks.format(""))


PANEN = """
| Indikator | kode | jenjang | indikator       | satuan   | arah |
|           | S1.1 | sasaran | Banyaknya panen | Kilogram | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 12000  | 11000     |

| PK Program | versi | kode | level   | nama | indikator       | satuan | target |
|            | murni | 1.01 | program | P    | Banyaknya panen | Kg     | 12000  |

| Anggaran | kode | level   | nama | indikator       | satuan | target |
|          | 1.01 | program | P    | Banyaknya panen | Ton    | 12     |
"""


@pytest.mark.parametrize(
    ("satuan", "target", "berat"),
    [
        ("Ton", "12", False),  # one quantity in two units of its measure
        ("Ton", "12000", True),  # the same figure in both
        ("Kg", "12000", None),
        ("Liter", "12", True),
    ],
)
def test_satu_ukuran_dua_satuan(satuan: str, target: str, berat: bool | None) -> None:
    teks = PANEN.replace(
        "| P    | Banyaknya panen | Ton    | 12     |", f"| P    | Banyaknya panen | {satuan} | {target} |"
    )
    sel = ("SU-07", di("anggaran", "satuan"))
    assert semua(teks, "SU-07") == ([] if berat is None else [sel]) and (sel in gawat(teks)) is bool(berat)


SASARAN = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | berlaku |
|           | S1.1 | sasaran | Satu | A | % | naik | baru |
|           | S1.2 | sasaran |      | B | % | naik | baru |
|           | S2.1 | sasaran | Dua  | C | % | naik | baru |
|           | L1.1 | sasaran | Lama | D | % | naik | lama |

| Anggaran | level | nama | pagu |
|          | program | P | 1 |

| Penunjang | kode | level | nama |
"""


@pytest.mark.parametrize(
    ("penunjang", "baris"),
    [
        (["S1.2", "S2.1"], []),
        (["S1", "S2"], []),
        (["S1.1"], [10]),
        (["S2"], [8]),
        ([], []),  # not filled in yet
    ],
)
def test_sasaran_tanpa_program(penunjang: list[str], baris: list[int]) -> None:
    teks = SASARAN + "\n".join(f"| | {k} | program | P |" for k in penunjang)
    assert semua(teks, "SU-08") == [("SU-08", di("indikator", "kode", b)) for b in baris]


@pytest.mark.parametrize(
    ("ganti", "penunjang", "baris"),
    [
        ({"S1.1": "S.1", "S1.2": "S.2", "S2.1": "S.3"}, "S.2", [10]),  # the kode only count: the statement decides
        ({"S1.1": "S.1", "S1.2": "S.2", "S2.1": "S.3"}, "S", []),  # all of them
        ({"| Dua ": "| Satu "}, "S2", []),  # one statement is one sasaran
        ({"| Satu |": "|     |", "| Dua ": "|     "}, "S1", [10]),  # without statements the kode
    ],
)
def test_sasaran_menurut_pernyataan(ganti: dict[str, str], penunjang: str, baris: list[int]) -> None:
    teks = SASARAN + f"| | {penunjang} | program | P |"
    for lama, baru in ganti.items():
        teks = teks.replace(lama, baru)
    assert semua(teks, "SU-08") == [("SU-08", di("indikator", "kode", b)) for b in baris]


UKUR = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | {} | A | % | naik |

| Pengukuran | kode | target | realisasi | sumber_data |
|            | S1.1 | 80 | {} | {} |

| Analisis | kode | pendorong | penghambat | solusi | upaya |
|          | {} |
"""
SU = ("SU-09", "SU-10", "SU-11")


@pytest.mark.parametrize(
    ("jenjang", "realisasi", "sumber", "analisis", "kode"),
    [
        ("sasaran", "80", "BPS", "S1.1 | a | | |", []),
        ("sasaran", "80", "", "S1.1 | a | | |", ["SU-09"]),
        ("sasaran", "80", "BPS", "S1.1 | | | | x", ["SU-10"]),
        ("sasaran", "70", "BPS", "S1.1 | | b | |", ["SU-11"]),
        ("sasaran", "70", "BPS", "S1.1 | | b | c |", []),
        ("sasaran", "70", "BPS", "S1.1 | | b | | d", []),
        ("kegiatan", "70", "BPS", "S1.1 | | | |", []),
        ("sasaran", "", "", "S1.1 | | | |", []),  # not measured yet
    ],
)
def test_terukur_dijelaskan(jenjang: str, realisasi: str, sumber: str, analisis: str, kode: list[str]) -> None:
    sel = {"SU-09": "sumber_data", "SU-10": "kode", "SU-11": "capaian"}
    teks = UKUR.format(jenjang, realisasi, sumber, analisis)
    assert semua(teks, *SU) == [(k, di("pengukuran", sel[k])) for k in kode]
    assert gawat(teks) == []


def test_target_pembanding_tanpa_nilainya() -> None:
    """A standard typed as target is compared with nothing: said at the blank value."""
    teks = (
        UKUR.format("sasaran", "80", "BPS", "S1.1 | a | | |")
        + "\n| Pembanding | kode | jenis | nama | target | nilai |\n| | S1.1 | nasional | SPM | {} | {} |\n"
    )
    for target, nilai, harap in (("25", "", ["SU-14"]), ("25", "24", []), ("", "25", []), ("", "", [])):
        assert semua(teks.format(target, nilai), "SU-14") == [(k, di("pembanding", "nilai")) for k in harap]


SATUAN_ACAK = ("Ton", "ton", "Kg", "Liter", "dokumen", "%", "Orang", "entah")


def _lapor_tiruan(acak: Random, banyak: int) -> tuple[Pelapor, list[tuple[Rujukan, str]]]:
    """Rows of one indicator on four sheets with a unit and few different figures, and who knows their figures."""
    isi: dict[str, dict[int, dict[str, object]]] = {n: {} for n in PROGRAM}
    semua = []
    for b in range(8, 8 + banyak):
        r = Rujukan(acak.choice(PROGRAM), b, "satuan")
        isi[r.lembar][b] = {"target": float(acak.choice((0, 1, 5, 7, 1000, 5000))), "realisasi": float(b)}
        semua.append((r, acak.choice(SATUAN_ACAK)))
    return cast("Pelapor", SimpleNamespace(jejak=SimpleNamespace(baris=isi.__getitem__))), semua


@pytest.mark.parametrize("benih", range(30))
def test_satuan_lain_yang_pertama(benih: int) -> None:
    """The row a unit is held against is the first that cannot be true beside it, else the first of another unit."""
    lapor, semua = _lapor_tiruan(Random(benih), 60)
    dicatat = SatuanTercatat(lapor)
    for i, (r, satuan) in enumerate(semua):
        lain = [x for x in semua[:i] if kunci_satuan(x[1]) != kunci_satuan(satuan)]
        gawat = (x for x in lain if tingkat_satuan(lapor, *x, r, satuan))
        assert dicatat.lain(r, satuan) == (next(gawat, lain[0]) if lain else None)
        dicatat.catat(r, satuan)


def test_ribuan_baris_senama(monkeypatch) -> None:
    """Thousands of rows of one name: each is compared with the spellings, not with all rows before it."""
    ditanya = []
    monkeypatch.setattr(kelengkapan, "kunci_satuan", lambda x: ditanya.append(x) or kunci_satuan(x))
    lapor, semua = _lapor_tiruan(Random(1), 2_000)
    dicatat = SatuanTercatat(lapor)
    for r, satuan in semua:
        dicatat.lain(r, satuan)
        dicatat.catat(r, satuan)
    assert len(ditanya) < 100 * len(semua)
