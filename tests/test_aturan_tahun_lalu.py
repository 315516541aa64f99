"""This year's Riwayat and Renstra against last year's workbook (TL-01 … TL-06), and the command's option."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from buku_md import buku_md, di

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.cli import main
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.perintah import CONTOH, skema, validasi
from lkjip_xl.skema.sumberdaya import folder_buku
from lkjip_xl.validasi.aturan.pelapor import TahunLalu
from lkjip_xl.validasi.aturan.penelusur import Penelusur
from lkjip_xl.validasi.periksa import periksa

LALU = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | {}    | 2023         | 2027          |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | Indeks A  | indeks | naik |
|           | S1.2 | sasaran | Jumlah B  | orang  | naik |

| Renstra | kode | target_1 | target_2 | target_3 |
|         | S1.1 | 70 | 75 | 80 |

| Pengukuran | kode | target | realisasi | sementara |
|            | S1.1 | 75 | 76,994 | {} |
|            | S1.2 | 10 | 12 | tidak |

| Riwayat | kode | target_1 | realisasi_1 |
|         | S1.1 | 70 | 71 |
"""
KINI = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2025  | 2024         | 2028          |

| Indikator | kode | jenjang | indikator | satuan | arah |
|           | {} | sasaran | {} | indeks | naik |

| Renstra | kode | target_1 | target_2 |
|         | {} | {} |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 |
|         | {} | {} |
"""


def temuan(
    riwayat: str,
    *,
    kode: str = "S1.1",
    nama: str = "Indeks A",
    renstra: str = "75 | 80",
    tahun: str = "2024",
    sementara: str = "",
) -> list[Temuan]:
    lalu = TahunLalu("lalu.xlsm", Penelusur(buku_md(LALU.format(tahun, sementara))))
    kini = buku_md(KINI.format(kode, nama, kode, renstra, kode, riwayat))
    return [t for t in periksa(kini, lalu=lalu).temuan if t.kode.startswith("TL")]


def ringkas(daftar: list[Temuan]) -> list[tuple[str, str]]:
    return [(t.kode, f"{t.lembar}!{t.sel}") for t in daftar]


@pytest.mark.parametrize(
    ("riwayat", "harap"),
    [
        ("75 | 76,99 | 102,66 | 70 | 71", []),  # as far as the digits tell
        ("75 | 76,99 | | 70 | 71", []),
        ("74 | 76,99 | | 70 | 71", [("TL-01", "target_1")]),
        ("75 | 77,99 | | 70 | 71", [("TL-02", "realisasi_1")]),
        ("75 | 76,98 | | 70 | 71", [("TL-02", "realisasi_1")]),  # the last digit counts
        ("75 | 77,0 | | 70 | 71", []),
        ("75 | 76,99 | 102,76 | 70 | 71", []),  # RW-01 has spoken
        ("74 | 76,99 | 104,04 | 70 | 71", [("TL-01", "target_1")]),  # one cause
        ("75 | 76,99 | | 71 | 71", [("TL-01", "target_2")]),
        ("75 | 76,99 | | 70 | 73", [("TL-02", "realisasi_2")]),
        ("75 | | | 70 | 71", [("TL-06", "realisasi_1")]),
        ("75 | x | | 70 | 71", []),  # AN-01 has spoken
    ],
)
def test_riwayat(riwayat: str, harap: list) -> None:
    assert ringkas(temuan(riwayat)) == [(k, di("riwayat", kolom)) for k, kolom in harap]


def test_capaian_saja() -> None:
    """Last year's target is not printed again: only the capaian can be compared."""
    (a,) = [t for t in temuan("N/A | N/A | 103,00 | 70 | 71") if t.kode == "TL-03"]
    assert f"{a.lembar}!{a.sel}" == di("riwayat", "capaian_1") and a.seharusnya == 102.66
    assert [t for t in temuan("N/A | N/A | 102,66 | 70 | 71") if t.kode == "TL-03"] == []


def test_letak_di_berkas_lalu_disebut() -> None:
    (t,) = temuan("74 | 76,99 | | 70 | 71")
    assert f"lalu.xlsm!{di('pengukuran', 'target')}" in t.pesan and t.seharusnya == 75
    assert t.tingkat is Tingkat.PERINGATAN


def test_angka_sementara_hanya_catatan() -> None:
    (t,) = temuan("75 | 77,99 | | 70 | 71", sementara="ya")
    assert t.kode == "TL-02" and t.tingkat is Tingkat.CATATAN


def test_kode_baru_nama_sama() -> None:
    assert ringkas(temuan("74 | 76,99 | | 70 | 71", kode="X9", nama="indeks  a")) == [
        ("TL-01", di("riwayat", "target_1"))
    ]


def test_kode_dipakai_indikator_lain() -> None:
    assert temuan("5 | 6 | | 7 | 8", nama="Rasio layanan penduduk", renstra="1 | 2") == []
    assert ringkas(temuan("74 | 76,99 | | 70 | 71", nama="Indeks A.")) == [("TL-01", di("riwayat", "target_1"))]


def test_renstra_tahun_yang_sama() -> None:
    t = temuan("75 | 76,99 | | 70 | 71", renstra="75 | 81")
    assert ringkas(t) == [("TL-04", di("renstra", "target_2"))] and t[0].tingkat is Tingkat.CATATAN


@pytest.mark.parametrize(
    ("tahun", "kode"), [("2025", ["TL-05"]), ("2026", ["TL-05"]), ("2021", ["TL-05"]), ("2023", [])]
)
def test_tahun_buku_lalu(tahun: str, kode: list[str]) -> None:
    """A workbook of two years ago answers for that year only."""
    isi = "75 | 76,99 | | 75 | 76,99" if tahun == "2023" else "1 | 2 | | 3 | 4"
    assert [t.kode for t in temuan(isi, tahun=tahun) if t.kode not in ("TL-04", "TL-06")] == kode


def test_buku_lalu_tidak_terbaca(tmp_path: Path) -> None:
    sk, buku = skema(), next(folder_buku().glob("contoh/*.xlsm"))
    rusak = tmp_path / "lalu.xlsx"
    rusak.write_bytes(b"bukan buku")
    for salah, kode in ((rusak, "BK-02"), (tmp_path / "tidak-ada.xlsx", "BK-01")):
        with pytest.raises(GalatBerkas) as e:
            validasi(buku, tahun_lalu=salah, sk=sk)
        assert e.value.kode == kode


def test_perintah_validasi_tahun_lalu(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    buku = str(folder_buku() / "contoh" / CONTOH["magetan-2024"])
    monkeypatch.setattr("sys.argv", ["lkjip", "validasi", buku, "--tahun-lalu", buku, "--json", "-"])
    with pytest.raises(SystemExit) as e:
        main()
    assert e.value.code == 1
    tl = [t for t in json.loads(capsys.readouterr().out)["temuan"] if t["kode"].startswith("TL")]
    assert [t["kode"] for t in tl] == ["TL-05"]  # the very same year


def test_perintah_buku_lalu_rusak(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    buku = str(folder_buku() / "contoh" / CONTOH["magetan-2024"])
    monkeypatch.setattr("sys.argv", ["lkjip", "validasi", buku, "--tahun-lalu", str(tmp_path / "lalu.xlsx")])
    with pytest.raises(SystemExit) as e:
        main()
    assert e.value.code == 4 and "lalu.xlsx" in capsys.readouterr().err
