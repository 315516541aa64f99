"""Sentences of the report on the edge, as snapshots (tests/data/kalimat_tepi.txt; rewritten by running this file).

met and not met, equal, not measured, lower is better, ranges, first year, one and several, undefined, rounded, capped.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from buku_md import buku_md

from lkjip_xl.ringkasan.efisiensi_sasaran import satuan_hitung
from lkjip_xl.ringkasan.indikator import tercapai
from lkjip_xl.skema.kalimat import baca_kalimat, isian_kalimat, kalimat, semua_kalimat
from lkjip_xl.skema.kata import Kata, memakai
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.yaml_ketat import GalatSkema
from lkjip_xl.word import bab_dua, bab_empat, bab_tiga, efisiensi
from lkjip_xl.word.analisis import uraian_analisis
from lkjip_xl.word.bahan import Bahan, nama_sasaran, per_sasaran
from lkjip_xl.word.naskah import Butir, Paragraf
from lkjip_xl.word.perbandingan import (
    capaian_indikator,
    pembanding_indikator,
    renstra_indikator,
    riwayat_indikator,
)
from lkjip_xl.word.program import kalimat_program
from lkjip_xl.word.tabel_masukan import tabel_masukan

BERKAS = Path(__file__).parent / "data/kalimat_tepi.txt"
KODE = Path(bab_dua.__file__).parent

TEPI = """
| Pengaturan | instansi     | tahun | renstra_awal | renstra_akhir | batas_capaian | metode_efisiensi |
|            | Dinas Contoh | 2024  | 2023         | 2026          | 150           | selisih          |

| Skala Kategori | batas | tanda | kategori |
|                | 100   | >=    | Baik     |
|                |       |       | Kurang   |

| Indikator | kode | jenjang | pernyataan  | indikator      | satuan  | arah        |
|           | S1.1 | sasaran | Sasaran A   | Terlampaui     | %       | naik        |
|           | S1.2 | sasaran |             | Tepat          | indeks  | naik        |
|           | S1.3 | sasaran |             | Belum          | orang   | naik        |
|           | S2.1 | sasaran | Sasaran B   | TurunLampau    | %       | turun       |
|           | S2.2 | sasaran |             | TurunTepat     | %       | turun       |
|           | S2.3 | sasaran |             | TurunBelum     | %       | turun       |
|           | S2.4 | sasaran |             | RasioBelum     | %       | turun-rasio |
|           | S3.1 | sasaran | Sasaran C   | DalamRentang   | hari    | rentang     |
|           | S3.2 | sasaran |             | LuarRentang    | hari    | rentang     |
|           | S4.1 | sasaran | Sasaran D   | TanpaRealisasi | %       | naik        |
|           | S4.2 | sasaran |             | TanpaTarget    | %       | naik        |
|           | S4.3 | sasaran |             | TanpaKeduanya  | %       | naik        |
|           | S4.4 | sasaran |             | TakTerdefinisi | kasus   | turun       |
|           | S4.5 | sasaran |             | NolNol         | kasus   | turun       |
|           | S4.6 | sasaran |             | Pembulatan     | %       | naik        |
|           | S4.7 | sasaran |             | Dibatasi       | dokumen | naik        |
|           | S4.8 | sasaran |             | Sementara      | %       | naik        |

| Pengukuran | kode | target  | realisasi | sementara |
|            | S1.1 | 75      | 76,99     |           |
|            | S1.2 | 85,50   | 85,50     |           |
|            | S1.3 | 1.200   | 900       |           |
|            | S2.1 | 5       | 4,5       |           |
|            | S2.2 | 5       | 5         |           |
|            | S2.3 | 4,77    | 5,46      |           |
|            | S2.4 | 2,71    | 2,76      |           |
|            | S3.1 | 3–5     | 4         |           |
|            | S3.2 | 3–5     | 6         |           |
|            | S4.1 | 80      |           |           |
|            | S4.2 |         | 80        |           |
|            | S4.3 |         |           |           |
|            | S4.4 | 0       | 3         |           |
|            | S4.5 | 0       | 0         |           |
|            | S4.6 | 100     | 99,996    |           |
|            | S4.7 | 10      | 30        |           |
|            | S4.8 | 35      | 35,28     | ya        |

| Renstra | kode | target_1 | target_2 | target_3 | target_4 | target_akhir |
|         | S1.1 | 74       | 75       | 76       | 76       | 76           |
|         | S1.2 | 85       | 85,5     | 86       | 85,5     | 85,5         |
|         | S1.3 | 1000     | 1200     | 1300     | 1400     | 1400         |
|         | S2.1 | 6        | 5        | 5        | 5        | 5            |
|         | S2.3 | 5        | 4,77     | 4,5      | 4        | 4            |
|         | S3.1 | 3–5      | 3–5      | 3–5      | 3–5      | 3–5          |
|         | S4.1 | 80       | 80       | 80       | 80       | 80           |
|         | S4.4 | 0        | 0        | 0        | 0        | 0            |

| Riwayat | kode | realisasi_3 | realisasi_2 | target_1 | realisasi_1 | capaian_1 |
|         | S1.1 | 70          | 72,5        | 74       | 75          |           |
|         | S1.2 |             |             | 85,5     | 85,5        |           |
|         | S1.3 |             | 1.000       |          |             |           |
|         | S2.1 |             |             | 6        | 6,2         |           |
|         | S2.3 |             |             | 5        | 5           |           |
|         | S3.2 |             |             | 3–5      | 7           |           |
|         | S4.1 |             |             | 80       | 79          |           |

| Pembanding | kode | jenis    | nama       | tahun | nilai |
|            | S1.1 | nasional | Nasional   | 2024  | 70,5  |
|            | S1.1 | provinsi | Jawa Timur | 2024  | 80    |
|            | S1.2 | nasional | Nasional   |       | 85,5  |
|            | S2.1 | nasional | Nasional   | 2024  | 5,1   |
|            | S2.3 | nasional | Nasional   | 2024  | 5     |
|            | S3.1 | nasional | Nasional   | 2024  | 4     |
|            | S4.1 | nasional | Nasional   | 2024  | 81    |
|            | S4.7 | nasional | Nasional   | 2024  |       |

| Anggaran | level   | nama      | pagu | realisasi_rp |
|          | program | Program A | 1000 | 900          |
|          | program | Program B | 2000 | 2000         |
|          | program | Program C | 500  |              |

| Penunjang | kode | level   | nama      |
|           | S1   | program | Program A |
|           | S1   | program | Program B |
|           | S2   | program | Program B |
|           | S3   | program | Program C |

| PK | versi     | kode | target | keterangan       |
|    | murni     | S1.1 | 74     |                  |
|    | murni     | S1.2 | 85,5   |                  |
|    | murni     | S1.3 | 1.200  |                  |
|    | perubahan | S1.1 | 75     | anggaran berubah |
|    | perubahan | S1.2 | 85,50  |                  |
|    | perubahan | S2.1 | 5      |                  |
"""

SATU = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Sasaran A  | Satu      | %      | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | {}        |
"""


SEMUA = (capaian_indikator, riwayat_indikator, renstra_indikator, pembanding_indikator)


def susun() -> str:
    """Every sentence of the edge workbook, one per line."""
    b = Bahan(buku_md(TEPI))
    baris = [f"{x.kode} {f.__name__}: {f(b, x)}" for x in b.indikator
             for f in SEMUA]  # fmt: skip
    for _, satuan in satuan_hitung(b.buku):
        baris += [f"efisiensi: {efisiensi.kalimat_satuan(b, s)}" for s in satuan]
    baris += [f"efisiensi total: {x}" for x in efisiensi.kalimat_total(b)]
    for sasaran, milik in per_sasaran(b.indikator).items():
        if b.alokasi.milik_sasaran(sasaran):
            baris.append(f"program: {kalimat_program(b, nama_sasaran(milik[0]), sasaran)}")
    baris += [f"anggaran: {x}" for x in bab_tiga.kalimat_anggaran(b)]
    baris += [f"pk: {x}" for x in bab_dua.kalimat_perubahan(b)]
    baris += [f"simpulan: {x}" for x in bab_empat.simpulan(b)]
    for nilai in ("80", "70", ""):
        baris += [f"satu indikator: {x}" for x in bab_empat.simpulan(Bahan(buku_md(SATU.format(nilai))))]
    return "\n".join(baris) + "\n"


def test_kalimat_tepi_seperti_tersimpan():
    assert susun().splitlines() == BERKAS.read_text(encoding="utf-8").splitlines()


def test_putusan_mengikuti_capaian_tercetak():
    """What the sentence says of met or not never contradicts the capaian as shown."""
    b = Bahan(buku_md(TEPI))
    for x in b.indikator:
        if isinstance(x.capaian, float):
            teks = capaian_indikator(b, x)
            assert ("tidak tercapai" in teks or "di luar" in teks) == (round(x.capaian, 2) < 100), (x.kode, teks)
            assert tercapai(x.capaian, x.desimal) == (round(x.capaian, 2) >= 100)


# --- the file of sentences


def _dipakai() -> set[str]:
    """Sentences the code asks for; a key put together at run time counts for its whole group's matching keys."""
    pola = set()
    for berkas in KODE.glob("*.py"):
        for n in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            if isinstance(n, ast.Call) and getattr(n.func, "id", "") == "kalimat":
                pola |= _pola(n.args[0])
    return pola


def _pola(n: ast.expr) -> set[str]:
    if isinstance(n, ast.Constant):
        return {re.escape(n.value)}
    if isinstance(n, ast.IfExp):
        return _pola(n.body) | _pola(n.orelse)
    assert isinstance(n, ast.JoinedStr), ast.dump(n)
    return {"".join(re.escape(v.value) if isinstance(v, ast.Constant) else r"\w+" for v in n.values)}


def test_setiap_kalimat_dipakai_dan_yang_dipakai_ada():
    ada = {f"{g}.{k}" for g, k in semua_kalimat()}
    pola = _dipakai()
    for p in pola:
        assert any(re.fullmatch(p, k) for k in ada), p
    for k in ada:
        assert any(re.fullmatch(p, k) for p in pola), k


def test_folder_skema_menindih_kata_tetapi_bukan_kunci(tmp_path):
    lama = semua_kalimat()["simpulan", "semua"]
    (tmp_path / "kalimat.yaml").write_text(
        'simpulan:\n  semua: "Semua {terukur} {jenjang} tercapai."\n', encoding="utf-8"
    )
    baru = baca_kalimat(folder_skema(), tmp_path)
    assert baru["simpulan", "semua"] == "Semua {terukur} {jenjang} tercapai." and baru.keys() == semua_kalimat().keys()
    with memakai(Kata(tmp_path)):
        assert semua_kalimat()["simpulan", "semua"] != lama
    assert semua_kalimat()["simpulan", "semua"] == lama


@pytest.mark.parametrize(
    "isi, baris",
    [
        ('simpulan:\n  semau: "x"\n', 2),
        ("simpul:\n  semua: x\n", 1),
        ('simpulan:\n  semua: "{asing}"\n', 2),
        ('simpulan:\n  semua: "{"\n', 2),
        ("simpulan:\n  semua: 3\n", 2),
        ("simpulan: x\n", 1),
    ],
)
def test_kalimat_yang_salah_ditolak_dengan_barisnya(tmp_path, isi, baris):
    (tmp_path / "kalimat.yaml").write_text(isi, encoding="utf-8")
    with pytest.raises(GalatSkema) as galat:
        baca_kalimat(folder_skema(), tmp_path)
    assert galat.value.baris == baris


def test_isian_kalimat():
    assert isian_kalimat("{a} dan {b}: {a}") == {"a", "b"}


if __name__ == "__main__":
    BERKAS.write_text(susun(), encoding="utf-8")


KATA = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan   | arah |
|           | S1.1 | sasaran | Sasaran A  | Opini     | opini    | naik |
|           | S1.2 | sasaran | Sasaran A  | Nilai     | predikat | naik |
|           | S1.3 | sasaran | Sasaran A  | Kepuasan  | %        | naik |

| Pengukuran | kode | target  | realisasi | capaian |
|            | S1.1 | WTP     | WTP       | 100     |
|            | S1.2 | BB      | A         |         |
|            | S1.3 | 60–85 % | 70        |         |

| Renstra | kode | target_akhir |
|         | S1.2 | AA           |

| Riwayat | kode | realisasi_1 |
|         | S1.1 | WTP         |
|         | S1.2 | B           |

| Pembanding | kode | jenis    | nama     | nilai |
|            | S1.2 | nasional | Nasional | CC    |
"""


def test_kata_dan_rentang_tercetak_bukan_kekosongan():
    b = Bahan(buku_md(KATA))
    wtp, nilai, puas = b.indikator
    assert "belum" not in "".join(f(b, x) for x in (wtp, nilai) for f in SEMUA)
    assert all(kata in capaian_indikator(b, nilai) for kata in ("BB", " A;"))
    assert "100,00 persen" in capaian_indikator(b, wtp)
    assert all(kata in riwayat_indikator(b, nilai) for kata in (" B ", " A."))
    assert riwayat_indikator(b, wtp).count("WTP") == 1
    assert "AA" in renstra_indikator(b, nilai)
    assert "CC" in pembanding_indikator(b, nilai)
    assert "60–85 % persen" not in capaian_indikator(b, puas)


LHE = """
| LHE Rekomendasi | tahun | komponen    | rekomendasi | status |
|                 | 2024  | Perencanaan | perbaiki    | {}     |
|                 | 2024  | Pengukuran  | lengkapi    |        |
"""


@pytest.mark.parametrize(("status", "ada"), [("", False), ("selesai", True), ("belum", True)])
def test_status_kosong_bukan_nol_yang_selesai(status: str, ada: bool) -> None:
    baris = [x.teks for x in bab_tiga.bab_tiga(Bahan(buku_md(LHE.format(status)))) if isinstance(x, Paragraf)]
    assert any("2 (dua) rekomendasi" in x for x in baris) is ada


POIN = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024         | 2025          |

| Skala Predikat | skala | kata | poin |
|                | Mutu  | A    | 4    |
|                | Mutu  | BB   | 3    |

| Indikator | kode | jenjang | pernyataan | indikator | satuan   | arah | skala_predikat |
|           | S1.1 | sasaran | Sasaran A  | Mutu      | predikat | naik | Mutu           |

| Renstra | kode | target_1 | target_2 |
|         | S1.1 | BB       | A        |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | BB     | BB        |
"""


def test_kata_yang_diwarisi_rumus_tampil_dan_dihitung():
    """Words are printed in the tables of input sheets, and those a formula inherits count as what they say."""
    b = Bahan(buku_md(POIN))
    (x,) = b.indikator
    (baris,) = b.baris("Kemajuan Renstra", x)
    assert (baris.nilai["target_akhir"], baris.nilai["kemajuan"]) == ("A", 75.0)
    assert all(kata in renstra_indikator(b, x) for kata in (" A;", "BB", "75,00"))
    (r,) = tabel_masukan(b, "renstra", "Renstra").baris
    assert [r.nilai[k] for k in ("target_1", "target_2", "target_akhir")] == ["BB", "A", "A"]
    (r,) = tabel_masukan(b, "pengukuran", "Pengukuran").baris
    assert (r.nilai["target"], r.nilai["realisasi"]) == ("BB", "BB")


DUKUNG = """
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Sasaran A  | Satu      | %      | naik |
|           | S2.1 | sasaran | Sasaran B  | Dua       | %      | naik |

| Anggaran | kode    | level    | nama      | pagu |
|          | 1.01    | program  | Program A | 500  |
|          | 1.01.01 | kegiatan | Antar     | 300  |
|          | 1.01.02 | kegiatan | Latih     | 200  |
|          | 1.02    | program  | Program B | 100  |

| Penunjang | kode | kode_program | menunjang |
|           | S1.1 | 1.01.01      | ya        |
|           | S1   | 1.01.02      | {latih}   |
|           | S1   | 1.02         | {kedua}   |
|           | S2   | 1.02         | tidak     |
"""


@pytest.mark.parametrize(
    ("latih", "kedua", "disebut"),
    [
        ("ya", "tidak", {"Antar", "Latih"}),
        ("tidak", "ya", {"Antar", "Program B"}),
        ("", "", {"Antar", "Latih", "Program B"}),
        ("tidak", "tidak", {"Antar"}),
    ],
)
def test_yang_tidak_menunjang_tidak_mendukung(latih, kedua, disebut):
    b = Bahan(buku_md(DUKUNG.format(latih=latih, kedua=kedua)))
    teks = kalimat_program(b, "A", "S1")
    semua = {"Antar", "Latih", "Program B"}
    dukung, _, selain = teks.partition(kalimat("program.selain", daftar="|").split("|")[0])
    assert {x for x in semua | {"Program A"} if x in dukung} == disebut
    assert {x for x in semua if x in selain} == semua - disebut
    assert "didukung" in teks and "didukung" not in kalimat_program(b, "B", "S2")


@pytest.mark.parametrize(("realisasi", "kunci"), [("90", "pendorong"), ("80", "pendorong_kurang"), ("", "pendorong")])
def test_pendorong_yang_gagal_bukan_penyebab_keberhasilan(realisasi, kunci):
    b = Bahan(
        buku_md(f"""
| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Sasaran A  | Satu      | %      | naik |

| Pengukuran | kode | target | realisasi   |
|            | S1.1 | 90     | {realisasi} |

| Analisis | kode | pendorong |
|          | S1.1 | Dana      |
""")
    )
    (butir,) = [x.teks for x in uraian_analisis(b, b.indikator) if isinstance(x, Butir)]
    assert butir == (kalimat(f"analisis.{kunci}", isi="Dana"),)
