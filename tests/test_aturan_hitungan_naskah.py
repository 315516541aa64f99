"""Sums inside a sentence (KW-33) and counts of indicators in words (KW-34) of Analisis and Naskah."""

from __future__ import annotations

import pytest
from buku_md import di, gawat, semua

BUKU = """
| Pengaturan | tahun | instansi         | renstra_awal | renstra_akhir |
|            | 2024  | Kecamatan Rekaan | 2021         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | iku   |
|           | S1.1 | sasaran | P          | A         | %      | naik | ya    |
|           | S1.2 | sasaran | P          | B         | %      | naik | ya    |
|           | S1.3 | sasaran | P          | C         | %      | naik | tidak |
|           | S2.1 | sasaran | Q          | D         | %      | naik | tidak |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80     | 84        |
|            | S1.2 | 80     | 80        |
|            | S1.3 | 80     | 72        |
|            | S2.1 | 80     | 81        |

| Naskah | bagian   | teks |
|        | Ikhtisar | {}   |
"""
NASKAH = di("naskah", "teks")


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        # a part of the whole
        ("Dari 97 usulan hanya 83 usulan yang diakomodir (39,18%).", True),
        ("Dari 97 usulan hanya 38 usulan yang diakomodir (39,18%).", False),
        ("kata " * 700 + "dan dari 97 usulan hanya 83 usulan yang diakomodir (39,18%).", False),  # no sentence any more
        ("Tanah bersertifikat 1.448 bidang dari 2.317 bidang (64,22%).", True),
        ("Tanah bersertifikat 1.488 bidang dari 2.317 bidang atau 64,22 persen.", False),
        ("21 dari 26 puskesmas (80,76%)", False),  # cut off
        ("12 dari 15 desa (75%)", True),
        ("Naik 5 dari 20 kasus (80%)", False),  # of something else
        ("Terealisasi 6 kasus dari target 8 kasus (125%)", False),
        ("Terlaksana 9 dari 12 kegiatan dengan capaian 112,5%", False),
        ("Tahun 2024 (95%) dan 3 dari 5 unsur", False),
        # money
        ("Realisasi anggaran Rp133.410.760.550 atau 96,51% dari pagu Rp138.750.000.000.", True),
        ("Realisasi anggaran Rp133.410.760.550 atau 96,15% dari pagu Rp138.750.000.000.", False),
        ("Pagu Rp4,25 miliar terealisasi Rp4,12 miliar (96,9%).", False),
        ("Pagu Rp4,25 miliar terealisasi Rp4,12 miliar (86,9%).", True),
        ("Pagu Rp4,25 miliar, direalisasikan Rp4,12 miliar (86,9%).", True),
        ("Pagu Rp4,25 miliar, direalisasikan Rp4,12 miliar (96,9%).", False),
        ("Serapan Rp4,25 miliar merosot menjadi Rp4,12 miliar (3,1%).", False),
        ("Pendapatan terealisasi Rp4,12 miliar atau 110% dari target Rp4,25 miliar.", False),
        # a rest
        ("Dari 2.210 rekomendasi, 1.914 ditindaklanjuti, sisanya 286 dalam proses.", True),
        ("Dari 2.210 rekomendasi, 1.914 ditindaklanjuti, sisanya 296 dalam proses.", False),
        ("Dari 12 kasus, 7 selesai dan 3 dalam proses, sisanya 2 kasus dihentikan.", False),
        ("Dari 12 kasus, 60% selesai, sisanya 5 kasus.", False),
    ],
)
def test_hitungan_satu_kalimat(teks: str, *, salah: bool) -> None:
    assert semua(BUKU.format(teks), "KW-33") == ([("KW-33", NASKAH)] if salah else [])


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        ("Dari 4 indikator kinerja, 3 indikator mencapai target dan 1 indikator tidak mencapai target.", False),
        ("Dari 4 indikator kinerja, 2 indikator mencapai target.", True),
        ("Dari empat indikator, tiga telah tercapai.", False),
        ("Dari 4 (empat) indikator, 4 (empat) telah tercapai.", True),
        ("Dari 4 indikator, 2 melampaui target, 1 mencapai target, 1 belum mencapai target.", False),
        ("Dari 4 indikator, 3 tercapai dan 2 tidak tercapai.", True),
        ("Dari 2 indikator kinerja utama, 2 mencapai target.", False),
        ("Dari 2 indikator kinerja utama, 1 mencapai target.", False),  # right on the target is not beyond it
        ("Dari 2 indikator kinerja utama, 1 belum mencapai target.", True),
        ("Dari 4 indikator program, 2 tercapai.", False),  # of something else
        ("Tahun 2023 dari 4 indikator, 2 mencapai target.", False),
        ("Pada triwulan III, dari 4 indikator, 2 mencapai target.", False),
        ("Dari 9 indikator, 2 mencapai target.", False),  # a set nobody knows
        ("Kecamatan memiliki 2 sasaran dan 5 indikator kinerja.", True),
        ("Kecamatan memiliki 2 sasaran dan 4 indikator kinerja.", False),
        ("Kecamatan memiliki 3 sasaran dengan 4 indikator kinerja.", True),
        ("Kecamatan memiliki 2 sasaran dan 2 indikator kinerja utama.", False),
        ("Kecamatan memiliki 3 sasaran dan 7 indikator kinerja.", False),  # both of something else
    ],
)
def test_banyak_indikator(teks: str, *, salah: bool) -> None:
    assert semua(BUKU.format(teks), "KW-34") == ([("KW-34", NASKAH)] if salah else [])


def test_yang_diragukan_dihitung_dua_arah() -> None:
    """A capaian that is reported itself may have been counted as it was printed, or as it should be."""
    awal, _, akhir = BUKU.format("Dari 4 indikator, 4 mencapai target.").partition("| Pengukuran")
    ukur = "| Pengukuran | kode | target | realisasi | capaian |" + "".join(
        f"\n| | S{k} | 80 | {x} | {c} |"
        for k, x, c in (("1.1", 84, 105), ("1.2", 80, 100), ("1.3", 72, 100), ("2.1", 81, 101.25))
    )
    teks = awal + ukur.replace(".25", ",25") + "\n\n| Naskah" + akhir.partition("| Naskah")[2]
    assert {k for k, _ in gawat(teks)} == {"PG-01"}


@pytest.mark.parametrize(
    ("teks", "salah"),
    [
        # points between two figures
        ("TPT naik dari 5,92 persen menjadi 8,37 persen atau bertambah 2,54 poin.", True),
        ("TPT naik dari 5,92 persen menjadi 8,37 persen atau bertambah 2,45 poin.", False),
        ("Turun dari 8,02 menjadi 7,9, berkurang 0,1 poin.", False),  # rounded
        # a year against another
        ("AKI tahun 2023 sebesar 127 per 100.000 kelahiran hidup, menurun dibandingkan tahun 2022 sebesar 96.", True),
        (
            "AKI tahun 2023 sebesar 127 per 100.000 kelahiran hidup, meningkat dibandingkan tahun 2022 sebesar 96.",
            False,
        ),
        ("Peringkat tahun 2023 adalah sebanyak 3, naik dibandingkan tahun 2022 sebesar 5.", False),
        # money without a space
        ("Piutang turun dari Rp15,93 miliar menjadi Rp16,71 miliar.", True),
        ("Piutang naik dari Rp15,93 miliar menjadi Rp16,71 miliar.", False),
        # a whole and its parts in brackets
        ("Penduduk 48.212 jiwa (24.090 laki-laki dan 24.212 perempuan).", True),
        ("Penduduk 48.212 jiwa (24.090 laki-laki dan 24.122 perempuan).", False),
        ("Penduduk 48.212 jiwa (24.090 laki-laki dan 12.000 anak).", False),
        # parts with their percentages
        ("Pegawai 87 orang: 34 laki-laki (39,1 persen) dan 53 perempuan (69,0 persen).", True),
        ("Pegawai 87 orang: 34 laki-laki (39,1 persen) dan 53 perempuan (60,9 persen).", False),
        ("Terdapat 34 laki-laki (39,1 persen) dan 50 perempuan (60,9 persen).", False),  # of a whole that is not told
        # shares of one whole
        ("Pajak menyumbang 55,93% dari PAD, retribusi 7,33%, kekayaan daerah 3,00%, dan lain-lain 37,34%.", True),
        ("Pajak menyumbang 55,93% dari PAD, retribusi 3,73%, kekayaan daerah 3,00%, dan lain-lain 37,34%.", False),
        ("Pajak menyumbang 55,93% dari PAD, retribusi 3,73%, kekayaan daerah 3,00%, dan lain-lain 35,12%.", False),
    ],
)
def test_hitungan_dua_angka(teks: str, *, salah: bool) -> None:
    assert semua(BUKU.format(teks), "KW-33") == ([("KW-33", NASKAH)] if salah else [])
