"""The summaries of both reports, built from the printed inputs, against the published tables, cell by cell.

Every difference is named below with the line of the answer key (tests/data/<report>/kunci) that lists this cell or
one it is derived from; one that is not named, or no longer differs, fails.
"""

from __future__ import annotations

from functools import cache

import pytest
from buku_md import skema_uji
from laporan_contoh import AKAR, baca_csv, folder_kunci
from terbit_ringkasan import SEMUA, Beda, sama, semua_beda

from lkjip_xl.inti.rumus import bulat
from lkjip_xl.isi import muat_csv
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.tabel.model import BukuKerja

# published file, its line, printed column, printed, ours, id in the answer key, why it differs
PERBEDAAN = {
    "magetan-2024": [
        ("capaian_penutup", 1038, "kategori", "SANGAT BAIK", "Sangat Berhasil", "MGT-046", "a category no scale has"),
        ("perbandingan_tahun", 704, "capaian_2022", "110,13", "110.14", "B01", "89,21/81 = 110,136"),
        ("kemajuan_renstra", 760, "tingkat_kemajuan", "98,84%", "98.9", "MGT-013", "used the target 85,50"),
        ("program_penunjang", 841, "indikator_sasaran", "Persentase penyerahan tenaga kerja",
         "Persentase penyerapan tenaga kerja", "B21", "misspelt"),
        ("program_penunjang", 854, "capaian_sasaran", "99,80%", "104.87", "MGT-020", "capaian of an old realisasi"),
        ("program_penunjang", 854, "anggaran", "1.168.800.00", "1168800000", "MGT-019", "broken number"),
        ("program_penunjang", 855, "anggaran", "1.068.800.00", "1068800000", "MGT-021", "broken number"),
        ("program_penunjang", 861, "indikator", "Jumlah perusahaan yang menerapkan tata kelola yang baik", "",
         "MGT-023", "indicators of two kegiatan swapped; Tabel 3.10, the input, prints none"),
        ("program_penunjang", 861, "anggaran", "10.000.000", "247150000", "MGT-022", "budgets of two kegiatan swapped"),
        ("program_penunjang", 862, "indikator", "Jumlah penyelesaian kasus ketenagakerjaan secara bipartit", "",
         "MGT-025", "indicators of two kegiatan swapped; Tabel 3.10, the input, prints none"),
        ("program_penunjang", 862, "anggaran", "247.150.000", "10000000", "MGT-024", "budgets of two kegiatan swapped"),
        ("program_penunjang", 863, "capaian", "103,26", "103.28", "B07", "copy of MGT-033"),
        ("program_penunjang", 863, "anggaran", "3.457.628,590", "3457628590", "MGT-026", "broken number"),
        ("efisiensi_sasaran", 940, "efisiensi", "19,68", "14.2", "MGT-027", "of an old capaian, doubled"),
        ("efisiensi_sasaran", 941, "efisiensi", "4,15", "4.6", "MGT-028", "another method, an old capaian"),
        ("efisiensi_sasaran", 943, "efisiensi", "8,61", "7.93", "MGT-029", "ratio − 1 instead of the method"),
        ("efisiensi_program", 959, "capaian", "103,26", "103.28", "MGT-033", "82,62/80 = 103,275"),
        ("efisiensi_program", 959, "efisiensi", "7,62%", "7.63", "MGT-033", "derived: from the capaian 103,26"),
        ("efisiensi_program", 960, "efisiensi", "14,63%", "14.64", "B02", "from percentages as printed"),
        ("simpulan_sasaran", 1011, "kategori", "berhasil", "Sangat Berhasil", "MGT-038", "100 belongs to the top band"),
        ("simpulan_sasaran", 1018, "kategori", "berhasil", "Sangat Berhasil", "MGT-039", "100 belongs to the top band"),
        ("simpulan_sasaran", 1020, "kategori", "berhasil", "Sangat Berhasil", "MGT-040", "100 belongs to the top band"),
        ("simpulan_sasaran", 1024, "capaian", "99,54%", "99.99", "MGT-041", "mean of 99,92 and 100,06"),
        ("simpulan_sasaran", 1025, "indikator_tercapai", "2 (dua)", "1", "MGT-042", "2 + 1 of 2 indicators"),
        ("simpulan_sasaran", 1026, "jumlah_indikator", "2", "1", "MGT-044", "the programme has one indicator"),
        ("simpulan_sasaran", 1026, "capaian", "103,26%", "103.28", "B07", "copy of MGT-033"),
        ("simpulan_sasaran", 1027, "jumlah", "5 (lima)", "6", "MGT-045", "six kegiatan are mapped"),
    ],
    "lamongan-2023": [
        ("capaian", 669, "capaian", "99,66%", "99.65", "A29", "94,54/94,87; 99,66 from the unrounded components"),
        ("capaian", 671, "capaian", "183,86%", "183.82", "A30", "2,50/1,36; 183,86 from the unrounded components"),
        ("capaian_ulang", 789, "target", "94,57%", "94.87", "T20", "not the target of the other tables"),
        ("capaian_ulang", 789, "capaian", "99,66%", "99.65", "T19", "follows the target 94,87, then A29"),
        ("capaian_ulang", 791, "capaian", "183,86%", "183.82", "A30", "derived: the same capaian repeated"),
        ("perbandingan_tahun", 692, "target_2023", "94,57%", "94.87", "T12", "not the target of the other tables"),
        ("sasaran_rpjmd", 737, "tahun_2023_capaian", "114,47%", "85.53", "T14", "lower is better"),
        ("pembanding_nasional", 753, "pd_target", "94,57%", "94.87", "T18", "not the target of the other tables"),
        *[("alokasi_sasaran", baris, kolom, "", kita, "A28", "merged with the row above, which shows this figure")
          for baris, isi in ((834, ("2036620000", "2010930025", "98.74")), (841, ("6998042500", "6678271107", "95.43")))
          for kolom, kita in zip(("anggaran", "realisasi_anggaran", "capaian_persen"), isi, strict=True)],
        ("efisiensi", 848, "capaian_kinerja_persen", "99,66", "99.65", "A29", "derived: the capaian of Tabel 3.1"),
        ("efisiensi", 848, "tingkat_efisien_persen", "2,71", "2.4", "T39", "99,96 − 97,25"),
        ("efisiensi", 849, "tingkat_efisien_persen", "168,18", "31.86", "T40", "added instead of subtracted"),
        ("efisiensi", 850, "capaian_kinerja_persen", "183,86", "183.82", "A30", "derived: the capaian of Tabel 3.1"),
        ("efisiensi", 850, "tingkat_efisien_persen", "85,12", "85.08", "A30", "derived: 183,82 − 98,74"),
        ("efisiensi", 851, "capaian_anggaran_persen", "", "98.74", "A28", "merged with the row above"),
        ("efisiensi", 856, "tingkat_efisien_persen", "103,80", "", "A02", "no budget, so no efficiency"),
        ("efisiensi", 858, "capaian_anggaran_persen", "", "95.43", "A28", "merged with the row above"),
        ("realisasi_anggaran", 1086, "persen", "95,93", "95.37", "T58", "238.425.900/250.000.000 (also T59)"),
    ],
}  # fmt: skip
# Wording only, no figure: this copy cuts the name short that Tabel 1.5, the input, prints in full.
SALINAN_LAIN = {
    "magetan-2024": [
        ("program_penunjang", 855, "indikator", "Persentase Pencari Kerja yang Mengikuti Pelatihan Berbasis",
         "Persentase Pencari Kerja yang Mengikuti Pelatihan Berbasis Kompetensi"),
    ],
    "lamongan-2023": [],
}  # fmt: skip
SEDIKITNYA = {"magetan-2024": 780, "lamongan-2023": 600}


@cache
def tercetak(laporan: str) -> BukuKerja:
    return muat_csv(AKAR / "tests/data" / laporan / "tercetak", skema_uji())


@pytest.mark.parametrize("laporan", SEMUA)
def test_ringkasan_sama_dengan_yang_terbit(laporan: str) -> None:
    banyak, beda = 0, set()
    for _, n, b in semua_beda(laporan, tercetak(laporan)):
        banyak += n
        beda |= set(b)
    boleh = {Beda(*x[:5]) for x in [*PERBEDAAN[laporan], *SALINAN_LAIN[laporan]]}
    assert sorted(beda - boleh) == []
    assert sorted(boleh - beda) == []
    assert banyak >= SEDIKITNYA[laporan]


@pytest.mark.parametrize("laporan", SEMUA)
def test_tiap_perbedaan_ada_di_kunci_jawaban(laporan: str) -> None:
    """The key lists the very line, or it stands beside a reason that says from which cell the figure is derived."""
    batas = next(p for p in folder_kunci(laporan).glob("*.csv") if p.stem not in ("temuan", "letak"))
    baris = {
        k["id"]: {int(x) for bagian in k["baris"].split(";") for x in [bagian.strip()] if x.isdigit()}
        for berkas in (folder_kunci(laporan) / "temuan.csv", batas)
        for k in baca_csv(berkas)
    }
    jauh = [x for x in PERBEDAAN[laporan] if x[1] not in baris[x[5]]]
    assert all(x[6].startswith(("derived:", "copy of", "merged with")) or x[5] == "MGT-046" for x in jauh), jauh


@pytest.mark.parametrize("laporan", SEMUA)
def test_semua_tabel_terbit_dibandingkan(laporan: str) -> None:
    bukan_ringkasan = {"belanja", "belanja_tabel_1_3", "rincian_subkegiatan"}  # input sheets, not summaries
    ada = {p.stem for p in (AKAR / "tests/data" / laporan / "terbit").glob("*.csv")}
    assert ada - bukan_ringkasan == {p.berkas for p in SEMUA[laporan]}


def test_belanja_sama_dengan_narasi_realisasi_anggaran() -> None:
    t = tercetak("lamongan-2023")["belanja"]
    nama = {"Jumlah": "Belanja Daerah", "Belanja Modal": "Belanja Modal Peralatan dan Mesin"}
    letak = {r["jenis"]: b for b, r in t.rekaman()}
    terbit = baca_csv(AKAR / "tests/data/lamongan-2023/terbit/belanja.csv")
    assert len(terbit) == 5
    for b in terbit:
        i = letak[nama.get(b["jenis_belanja"], b["jenis_belanja"])]
        pasangan = {"anggaran": t.nilai, "realisasi": t.nilai, "serapan": t.harap, "sisa": t.harap}
        cetak = {"serapan": b["persen"]} | {k: b[k] for k in ("anggaran", "realisasi", "sisa")}
        assert all(sama(cetak[k], d(i, k)) for k, d in pasangan.items() if cetak[k]), b


def test_angka_kunci_magetan() -> None:
    buku = tercetak("magetan-2024")
    capaian = RINGKASAN["Capaian Kinerja"](buku).baris
    assert [bulat(b.nilai["capaian"]) for b in capaian] == [102.65, 104.87, 99.92, 100.06]
    sangat = "Sangat Berhasil"
    assert [b.nilai["kategori"] for b in capaian] == [sangat, sangat, "Berhasil", sangat]
    *sasaran, total = RINGKASAN["Efisiensi Sasaran"](buku).baris
    assert [bulat(b.nilai["efisiensi"]) for b in sasaran if "efisiensi" in b.nilai] == [8.74, 14.2, 4.6]
    assert (bulat(total.nilai["efisiensi"]), total.nilai["capaian"]) == (7.93, 101.875)
    assert RINGKASAN["Simpulan"](buku).baris[-1].nilai["capaian"] == 101.875


def test_capaian_yang_ditimpa_tidak_dipakai() -> None:
    """The printed 114,47 of the unemployment rate is typed over the formula; the summary shows the formula's 85,53."""
    buku = tercetak("lamongan-2023")
    assert buku["pengukuran"].nilai(8, "capaian") == 114.47
    tpt = RINGKASAN["Capaian Kinerja"](buku).baris[1]
    assert (bulat(tpt.nilai["capaian"]), tpt.nilai["kategori"]) == (85.53, "Baik")
