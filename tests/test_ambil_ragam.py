"""Headers in words nobody agreed on: offices of other levels name, abbreviate and order their columns otherwise."""

from __future__ import annotations

import pytest
from banyak import tiap
from dinas_pangan import buku, renstra
from rencana_ambil import UANG, UKUR, isi, kolom
from tabel_asing import tabel_asing

from lkjip_xl.rencana import rencanakan


@pytest.mark.parametrize(
    ("caption", "kepala", "baris", "harap"),
    tiap(2, [
        (UKUR, "Sasaran Program (SP) | Indikator Kinerja Program (IKP) | TARGET (T) | REALISASI (R) | CAPAIAN (R/T)", "A | B | 80 | 76 | 95",
         "indikator.pernyataan indikator.indikator pengukuran.target pengukuran.realisasi pengukuran.capaian"),
        (UKUR, "SASARAN | IKU | SAT. | REALISASI TAHUN LALU | TARGET TAHUNAN | REAL. | CAPAIAN | KET.", "A | B | % | 70 | 80 | 76 | 95 | baru",
         "indikator.pernyataan indikator.indikator indikator.satuan riwayat.realisasi_1 pengukuran.target pengukuran.realisasi"
         " pengukuran.capaian pengukuran.catatan"),
        (UKUR, "Indikator Sasaran Kegiatan | Target Kinerja | % Realisasi | Realisasi Kinerja", "B | 80 | 95 | 76",
         "indikator.indikator pengukuran.target pengukuran.capaian pengukuran.realisasi"),
        (UKUR, "Indikator | Target 2024 | Capaian 2024 | Persentase Capaian", "B | 80 | 76 | 95",
         "indikator.indikator pengukuran.target pengukuran.realisasi pengukuran.capaian"),
        (UKUR, "Indikator | Nasional: Realisasi | Kabupaten: Realisasi | Kabupaten: Target", "B | 90 | 76 | 80",
         "indikator.indikator pembanding.nilai pengukuran.realisasi pengukuran.target"),
        ("Target Kinerja Renstra", "Indikator | Kondisi Awal (2023) | Target Tahun Ke-: 1 | Target Tahun Ke-: 2 | Target Tahun Ke-: 3", "B | 1 | 2 | 3 | 4",
         "indikator.indikator renstra.nilai_dasar renstra.target_1 renstra.target_2 renstra.target_3"),
        (UKUR, "Indikator | Realisasi | Target Akhir RPJMD Tahun 2026", "B | 76 | 90",
         "indikator.indikator pengukuran.realisasi renstra.target_akhir"),
        (UANG, "Nama Program | Pagu Anggaran Setelah Perubahan (Rp) | Realisasi Keuangan: Rp | Realisasi Keuangan: % | Sisa Dana", "Program A | 1.000.000 | 900.000 | 90 | 100.000",
         "anggaran.nama anggaran.pagu anggaran.realisasi_rp anggaran.serapan anggaran.sisa"),
        (UANG, "Program | Anggaran Semula | Anggaran Menjadi | Realisasi | % Realisasi", "Program A | 900.000 | 1.000.000 | 900.000 | 90",
         "anggaran.nama anggaran.pagu anggaran.realisasi_rp anggaran.serapan"),
        ("Jumlah Pegawai", "Tingkat Pendidikan | L | P | Total", "S1 | 3 | 4 | 7\nS2 | 1 | 1 | 2",
         "pegawai.uraian pegawai.laki_laki pegawai.perempuan pegawai.jumlah"),
        ("Analisis Penyebab", "Indikator | Faktor Pendukung Keberhasilan | Kendala/Permasalahan | Rencana Tindak Lanjut", "B | ada | tiada | terus",
         "indikator.indikator analisis.pendorong analisis.penghambat analisis.upaya"),
        ("Pemantauan Rencana Aksi Triwulan II", "Indikator | Target TW II | Realisasi Triwulan II | Hambatan", "B | 1 | 2 | ada",
         "indikator.indikator triwulan.target triwulan.realisasi triwulan.kendala"),
        ("Kinerja Triwulan", "Indikator | Triwulan: I: T | Triwulan: I: R | Triwulan: IV: T | Triwulan: IV: R", "B | 1 | 2 | 3 | 4",
         "indikator.indikator pk.tw1 pengukuran.tw1 pk.tw4 pengukuran.tw4"),
    ]),
)  # fmt: skip
def test_kepala_dengan_kata_lain(caption: str, kepala: str, baris: str, harap: str) -> None:
    assert list(kolom(rencanakan(buku(), [tabel_asing(caption, f"{kepala}\n{baris}")])).values()) == harap.split()


def test_angka_sampai_tahun_lalu_ditanya_dan_kalimat_bukan_pilihan() -> None:
    r = rencanakan(
        buku(), [tabel_asing(UKUR, "IKU | Target | Realisasi | Realisasi s.d. 2023\nIndeks damai | 80 | 76 | 70")]
    )
    assert kolom(r) == {
        "IKU": "indikator.indikator",
        "Target": "pengukuran.target",
        "Realisasi": "pengukuran.realisasi",
    }
    assert [(p.bagian, p.bawaan) for p in r.pertanyaan if p.jenis == "kolom"] == [("Realisasi s.d. 2023", False)]


def test_angka_nasional_menjadi_pembanding() -> None:
    teks = "Indikator | Realisasi 2024 | Realisasi Nasional 2023\nProduksi padi | 1.260 | 1.100"
    r = rencanakan(rencanakan(buku(), [renstra()]).buku, [tabel_asing(UKUR, teks)])
    assert isi(r, "pembanding", "kode", "jenis", "tahun", "nilai") == [("S1.1", "nasional", 2023.0, 1100.0)]
    assert isi(r, "pengukuran", "realisasi") == [(1260.0,)]


def test_sebelum_dan_setelah_perubahan_menjadi_dua_versi() -> None:
    teks = "Indikator | Target Sebelum Perubahan | Target Setelah Perubahan\nProduksi padi | 1.150 | 1.200\nLuas panen | 800 | 790"
    r = rencanakan(rencanakan(buku(), [renstra()]).buku, [tabel_asing("Perjanjian Kinerja Perubahan", teks)])
    assert isi(r, "pk", "versi", "kode", "target") == [
        ("murni", "S1.1", 1150.0), ("perubahan", "S1.1", 1200.0), ("murni", "S1.3", 800.0), ("perubahan", "S1.3", 790.0),
    ]  # fmt: skip
    uang = "Program | Anggaran Semula | Anggaran Menjadi | Keterangan\nProgram A | 1.000.000 | 900.000 | APBD"
    r = rencanakan(buku(), [tabel_asing("Program dan Anggaran Perjanjian Kinerja", uang)])
    assert sorted(isi(r, "pk_program", "versi", "nama", "anggaran", "keterangan")) == [
        ("murni", "Program A", 1e6, None), ("perubahan", "Program A", 9e5, "APBD"),
    ]  # fmt: skip


def test_sasaran_di_atas_tabel() -> None:
    teks = "Indikator | Target | Realisasi\nProduksi padi | 80 | 76"
    a = tabel_asing("Sasaran Strategis 1 : Meningkatnya panen\nTabel 3.2 Capaian Kinerja", teks)
    r = rencanakan(
        buku(), [tabel_asing("Renstra", "Indikator | Target 2024 | Target 2025\nProduksi padi | 1 | 2", nomor=2), a]
    )
    assert isi(r, "indikator", "kode", "pernyataan") == [("S1.1", "Meningkatnya panen")]
    lain = tabel_asing("Tabel 3.2 Capaian Kinerja Sasaran", teks)
    assert isi(rencanakan(buku(), [lain]), "indikator", "pernyataan") == [(None,)]


def test_belanja_berjenjang_dan_nilai_lhe_per_tahun() -> None:
    belanja = """Kode Rekening | Uraian | Anggaran | Realisasi
5.1 | Belanja Operasi | 450.000 | 440.000
5.1.01 | Belanja Pegawai | 300.000 | 295.000
5.1.02 | Belanja Barang | 150.000 | 145.000
5.2 | Belanja Modal | 50.000 | 49.000
= | Jumlah | 500.000 | {}"""
    r = rencanakan(buku(), [tabel_asing(UANG, belanja.format("489.000"))])
    assert r.tabel[0].lembar == "belanja" and "AB-06" not in {t.kode for t in r.temuan}
    salah = rencanakan(buku(), [tabel_asing(UANG, belanja.format("488.000"))])
    assert [t.nilai for t in salah.temuan if t.kode == "AB-06"] == [488e3]
    lhe = "No | Komponen yang Dinilai | Bobot | Nilai 2022 | Nilai 2023\na | Perencanaan Kinerja | 30 | 22 | 23\nb | Pelaporan Kinerja | 15 | 10 | 11\n= | Jumlah | 45 | 32 | 34"
    r = rencanakan(buku(), [tabel_asing("Hasil Evaluasi Akuntabilitas Kinerja", lhe)])
    assert sorted(isi(r, "lhe_nilai", "tahun", "komponen", "nilai")) == [
        (2022.0, "Jumlah", 32.0), (2022.0, "Pelaporan Kinerja", 10.0), (2022.0, "Perencanaan Kinerja", 22.0),
        (2023.0, "Jumlah", 34.0), (2023.0, "Pelaporan Kinerja", 11.0), (2023.0, "Perencanaan Kinerja", 23.0),
    ]  # fmt: skip


def test_arah_yang_diusulkan_menjelaskan_capaian() -> None:
    """A range has but one direction; a capaian right by the proposed one is a remark, one right by none a difference."""
    teks = "Indikator | Target | Realisasi | Capaian (%)\nLama layanan | 15 | 12 | {}\nBOR | 60-85 | 70 | 100"
    r = rencanakan(buku(), [tabel_asing(UKUR, teks.format(120))])
    assert isi(r, "indikator", "arah") == [(None,), ("rentang",)]
    assert [t.tingkat.name for t in r.temuan if t.kode == "AB-05"] == ["CATATAN"]
    lain = rencanakan(buku(), [tabel_asing(UKUR, teks.format(110))])
    assert [(t.nilai, t.tingkat.name) for t in lain.temuan if t.kode == "AB-05"] == [("110", "PERINGATAN")]


def test_pengali_satuan_komponen_dan_tanda_sementara() -> None:
    teks = "Indikator | Pembilang | Penyebut | Realisasi (%)\nCakupan KTP | 456.120 jiwa | 460.001 jiwa | 99,16*\nAngka lain | 3 | 7 | 50"
    r = rencanakan(buku(), [tabel_asing(UKUR, teks)])
    assert isi(r, "pengukuran", "pengali", "sementara") == [(100.0, "ya"), (None, None)]
    assert (
        r.tulis["pengukuran", 8, "pembilang"].akhiran == " jiwa" and r.tulis["pengukuran", 8, "sementara"].nilai == "ya"
    )
    uang = "Program | Volume | Anggaran | Realisasi\nProgram A | 5 paket | 1.000.000 | 900.000"
    r = rencanakan(buku(), [tabel_asing(UANG, uang)])
    assert isi(r, "anggaran", "volume", "satuan_volume") == [(5.0, "paket")]
    assert not r.tulis["anggaran", 8, "volume"].akhiran


def test_angka_persen_nihil_dan_pembulatan_sama() -> None:
    teks = "Program | Pagu | Realisasi | Sisa\nProgram A | 1.000.000 | 1.000.000 | NIHIL"
    r = rencanakan(buku(), [tabel_asing(UANG, teks)])
    assert "AB-05" not in {t.kode for t in r.temuan}


def test_judul_sasaran_bernomor_bukan_indikator() -> None:
    teks = "No | Sasaran/Indikator | Target | Realisasi\n1 | Layanan ibu dan anak | |\n1.1 | Cakupan K6 | 100 | 92\n1.2 | Imunisasi | 95 | 96\n2 | Gizi baik | |\n2.1 | Wasting | 7 | 6"
    r = rencanakan(buku(), [tabel_asing(UKUR, teks)])
    assert isi(r, "indikator", "kode", "pernyataan_lengkap", "indikator") == [
        ("S1.1", "Layanan ibu dan anak", "Cakupan K6"), ("S1.2", "Layanan ibu dan anak", "Imunisasi"), ("S2.1", "Gizi baik", "Wasting"),
    ]  # fmt: skip
    assert [s.nasib.value for s in r.sel if s.teks == "Gizi baik"] == ["kepala"]
    kosong = "No | Indikator | Target | Realisasi\n1 | Cakupan K6 | |\n2 | Imunisasi | 95 | 96"
    assert len(isi(rencanakan(buku(), [tabel_asing(UKUR, kosong)]), "indikator", "kode")) == 2


def test_capaian_tanpa_target_dan_realisasi_ditanya() -> None:
    teks = "Indikator | Capaian{0} 2022 | Capaian{0} 2023 | Target Akhir Renstra\nMedali | 45 | 51 | 60"
    r = rencanakan(buku(), [tabel_asing("Perbandingan Capaian Kinerja", teks.format(""))])
    assert [p.bawaan for p in r.pertanyaan if p.jenis == "kolom"] == [False]  # once for both
    assert isi(r, "riwayat", "capaian_1") == [] and isi(r, "renstra", "target_akhir") == [(60.0,)]
    persen = rencanakan(buku(), [tabel_asing("Perbandingan Capaian Kinerja", teks.format(" (%)"))])
    assert isi(persen, "riwayat", "capaian_2", "capaian_1") == [(45.0, 51.0)]


def test_belanja_tahun_lalu_di_baris_sendiri() -> None:
    teks = "Jenis Belanja | Anggaran | Realisasi 2024 | Realisasi 2023\nBelanja Pegawai | 500.000 | 490.000 | 400.000"
    r = rencanakan(buku(), [tabel_asing("Realisasi menurut jenis belanja", teks)])
    assert sorted(isi(r, "belanja", "tahun", "anggaran", "realisasi")) == [(2023.0, None, 4e5), (2024.0, 5e5, 4.9e5)]
    tunggal = teks.replace(" | Realisasi 2023", "").replace(" | 400.000", "")
    r = rencanakan(buku(), [tabel_asing("Realisasi menurut jenis belanja", tunggal)])
    assert isi(r, "belanja", "tahun", "realisasi") == [(None, 4.9e5)]


def test_level_menurut_macam_nomor() -> None:
    teks = "No | Program/Kegiatan | Pagu | Realisasi\nA | Program Baca | 700.000 | 640.000\n1 | Pengelolaan buku | 700.000 | 640.000\nB | Program Arsip | 300.000 | 300.000\n1 | Arsip dinamis | 300.000 | 300.000\n= | Jumlah | 1.000.000 | 940.000"
    r = rencanakan(buku(), [tabel_asing(UANG, teks)])
    assert isi(r, "anggaran", "level") == [("program",), ("kegiatan",), ("program",), ("kegiatan",)]
    assert "AB-06" not in {t.kode for t in r.temuan}
    polos = rencanakan(
        buku(), [tabel_asing(UANG, teks.replace("Program Baca", "Baca").replace("Program Arsip", "Arsip"))]
    )
    assert isi(polos, "anggaran", "level") == [("program",), ("kegiatan",), ("program",), ("kegiatan",)]


def test_kepala_disingkat() -> None:
    teks = "Indikator Knrja | Sat. | Trgt 2024 | Rls 2024 | % Cap.\nB | % | 80 | 76 | 95"
    assert list(kolom(rencanakan(buku(), [tabel_asing(UKUR, teks)])).values()) == [
        "indikator.indikator", "indikator.satuan", "pengukuran.target", "pengukuran.realisasi", "pengukuran.capaian",
    ]  # fmt: skip


def test_target_sendiri_di_tabel_pembanding() -> None:
    """Beside the figures of others the agency's own target is its own, wherever the caption sends the table."""
    ukur = tabel_asing(UKUR, "Indikator | Target 2024 | Realisasi 2024\nB | 80 | 76", nomor=1)
    teks = "Indikator | Target 2024 | Realisasi 2024 | Provinsi Makmur: 2024 | Nasional: 2024\nB | 80 | 76 | 70 | 72"
    r = rencanakan(buku(), [ukur, tabel_asing("Perbandingan dengan Standar Provinsi dan Nasional", teks, nomor=2)])
    assert not any(x for (x,) in isi(r, "pembanding", "target"))
    assert isi(r, "pengukuran", "target", "realisasi") == [(80.0, 76.0)]


def test_target_dan_capaian_sampai_triwulan_bukan_setahun() -> None:
    teks = "Indikator | Target | S.D. TRIWULAN II: T | S.D. TRIWULAN II: R | S.D. TRIWULAN II: C\nB | 80 | 40 | 38 | 95"
    (p,) = rencanakan(buku(), [tabel_asing(UKUR, teks)]).tabel
    assert [(k.lembar, k.kolom) for n, k in sorted(p.kolom.items()) if n > 2] == [
        ("pk", "tw2"), ("pengukuran", "tw2"), ("triwulan", "capaian"),
    ]  # fmt: skip
