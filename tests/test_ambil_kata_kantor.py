"""Words, notations and layouts of offices nobody had met: what they mean, and what of them belongs to no sheet."""

from __future__ import annotations

import pytest
from banyak import tiap
from dinas_pangan import buku
from rencana_ambil import UANG, UKUR, isi, kolom
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Rencana, Yakin, rencanakan


def ambil(caption: str, *baris: str, kabupaten: str = "") -> Rencana:
    return rencanakan(buku(kabupaten=kabupaten), [tabel_asing(caption, "\n".join(baris))])


def tujuan(r: Rencana) -> list[str]:
    return [x for x in kolom(r).values() if x != "."]


@pytest.mark.parametrize(
    ("caption", "kepala", "baris", "harap"),
    tiap(2, [
        (UKUR, "Sasaran Strategis | Kinerja Utama | Target | Realisasi | % Capaian terhadap Target", "A | B | 80 | 76 | 95",
         "indikator.pernyataan indikator.indikator pengukuran.target pengukuran.realisasi pengukuran.capaian"),
        ("Perjanjian Kinerja Tahun 2024", "No | Kinerja Utama | Indikator Kinerja Utama | Satuan | Target", "1 | A | B | % | 80",
         "indikator.pernyataan indikator.indikator indikator.satuan pk.target"),
        (UKUR, "Tolok Ukur Kinerja | Target | Realisasi | Tingkat Realisasi (%)", "B | 80 | 76 | 95",
         "indikator.indikator pengukuran.target pengukuran.realisasi pengukuran.capaian"),
        (UKUR, "Indikator | Tahun Ini: Target | Tahun Ini: Realisasi | Target Tahun Depan | Penjelasan", "B | 80 | 76 | 85 | naik",
         "indikator.indikator pengukuran.target pengukuran.realisasi renstra.target_2"),
        (UANG, "Nama Program | Nilai Anggaran | Nilai Realisasi | Sisa", "Program A | 1.000.000 | 900.000 | 100.000",
         "anggaran.nama anggaran.pagu anggaran.realisasi_rp anggaran.sisa"),
        (UANG, "Uraian | Jumlah Anggaran (Rp) | Realisasi Keuangan (Rp) | Persentase Capaian", "Program A | 1.000.000 | 900.000 | 90",
         "anggaran.nama anggaran.pagu anggaran.realisasi_rp anggaran.serapan"),
        ("Kendala per Triwulan", "Indikator | Triwulan | Kendala/Permasalahan | Solusi/Tindak Lanjut", "B | II | kurang | tambah",
         "indikator.indikator triwulan.tw triwulan.kendala triwulan.tindak_lanjut"),
        ("Analisis Keberhasilan", "Indikator | Faktor Pendukung | Faktor Penghambat | Upaya/Solusi", "B | ada | tiada | terus",
         "indikator.indikator analisis.pendorong analisis.penghambat analisis.solusi"),
        ("Rencana Kerja Tahun 2024", "Kode | Urusan/Bidang Urusan Pemerintahan Daerah dan Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target | Pagu Indikatif (Rp)",
         "2.11.03 | Program A | Luas | 82 % | 1.000.000", "renja.kode renja.nama renja.indikator renja.target_sesudah renja.pagu_setelah"),
        ("Capaian Program", "No | Program/Kegiatan | Indikator | Target | Realisasi | Anggaran: Pagu (Rp) | Anggaran: Realisasi (Rp) | Anggaran: (%)",
         "1 | Program A | Luas | 45 % | 46 % | 1.000.000 | 900.000 | 90",
         "anggaran.no anggaran.nama anggaran.indikator anggaran.target anggaran.realisasi anggaran.pagu anggaran.realisasi_rp anggaran.serapan"),
    ]),
)  # fmt: skip
def test_kepala(caption: str, kepala: str, baris: str, harap: str) -> None:
    assert tujuan(ambil(caption, kepala, baris)) == harap.split()


def test_jenis_indikator_di_samping_tolok_ukur_bukan_indikator() -> None:
    """Inputs, outputs and outcomes of one kegiatan, as a budget document prints them."""
    r = ambil("Indikator Kinerja Kegiatan", "Indikator | Tolok Ukur Kinerja | Target Kinerja", "Masukan | Dana | Rp1.000.000", "Keluaran | Rumah | 35 unit")  # fmt: skip
    assert r.tabel[0].lembar == "" and isi(r, "indikator", "indikator") == []


def test_kondisi_awal_renstra_lain_ditanya() -> None:
    r = ambil("Target Renstra 2024-2026", "Indikator | Kondisi Awal (2019) | Target 2024", "B | 60 | 80")
    assert isi(r, "renstra", "nilai_dasar", "target_1") == [(None, 80)]
    r = ambil("Target Renstra 2024-2026", "Indikator | Kondisi Awal (2022) | Target 2024", "B | 60 | 80")
    assert isi(r, "renstra", "nilai_dasar", "tahun_dasar") == [(60, 2022)]


def test_keterangan_pembanding_bukan_keterangan_riwayat() -> None:
    kepala = "Indikator | Capaian Tahun 2024: Kabupaten | Capaian Tahun 2024: Provinsi | Keterangan"
    r = ambil(
        "Perbandingan Capaian dengan Provinsi",
        kepala,
        "Indeks B | 3,41 | 3,62 | di bawah provinsi",
        kabupaten="Kabupaten Damai",
    )
    assert isi(r, "pembanding", "jenis", "nilai") == [("provinsi", 3.62)]
    assert isi(r, "riwayat", "keterangan") == [] and isi(r, "pengukuran", "catatan") == []


def test_kabupaten_lain_di_bawah_satu_kepala() -> None:
    kepala = "Indikator | Realisasi Tahun 2024: Kab. Sumber Asri | Realisasi Tahun 2024: Kab. Tirta Jaya"
    r = ambil("Perbandingan Realisasi", kepala, "Indeks B | 60,75 | 57,20", kabupaten="Kabupaten Sumber Asri")
    assert isi(r, "pengukuran", "realisasi") == [(60.75,)] and isi(r, "pembanding", "jenis", "nilai") == [("daerah lain", 57.2)]  # fmt: skip


@pytest.mark.parametrize(
    ("sebut", "nama"),
    [("Kab. Bukit Rata", "Kabupaten Bukit Rata"), ("Provinsi Rata Agung", "Provinsi Rata Agung"),
     ("Kota Bukit (rata-rata)", "Kota Bukit")],
)  # fmt: skip
def test_nama_daerah_yang_memuat_kata_rata(sebut: str, nama: str) -> None:
    """A region is named in full; only the mean of figures is no part of its name."""
    kepala = f"Indikator | Realisasi Tahun 2024: Kab. Sumber Asri | Realisasi Tahun 2024: {sebut}"
    r = ambil("Perbandingan Realisasi", kepala, "Indeks B | 60,75 | 57,20", kabupaten="Kabupaten Sumber Asri")
    assert isi(r, "pembanding", "nama", "nilai") == [(nama, 57.2)]


def test_aksi_di_bawah_satu_indikator_berbagi_barisnya() -> None:
    baris = "A | Indeks B | 80 | Kepala Bidang", " | Indeks B | 80 | Kepala Bidang", " | Indeks C | 5 | Kepala Bidang"
    r = ambil("Perjanjian Kinerja Tahun 2024", "Sasaran | Indikator Kinerja | Target | Penanggung Jawab", *baris)
    assert [x[0] for x in isi(r, "pk", "kode")] == ["S1.1", "S1.2"]


def test_nama_bernomor_bukan_angka() -> None:
    baris = "A | 1.1 Persentase warga mandiri | 80 %", " | 1.2 Rasio pendamping | 1 : 20", "B | 2.1 Predikat SAKIP | BB"
    r = ambil("Perjanjian Kinerja Tahun 2024", "Sasaran | Indikator Kinerja | Target", *baris)
    assert len(isi(r, "indikator", "indikator")) == 3 and len(isi(r, "pk", "target")) == 3


@pytest.mark.parametrize(
    ("nama", "lain", "banyak", "tanya"),
    [
        ("Ketersediaan energi (kkal/kapita/hari)", "Ketersediaan energi", 1, 0),
        ("Indeks Pembangunan Manusia", "Indeks Pembangunan Manusia (IPM)", 1, 0),
        ("Angka partisipasi sekolah (SD)", "Angka partisipasi sekolah", 1, 1),
        ("Angka partisipasi sekolah (SD)", "Angka partisipasi sekolah (SMP)", 1, 1),
    ],
)
def test_kurung_di_ujung_nama(nama: str, lain: str, banyak: int, tanya: int) -> None:
    """A unit or abbreviation in brackets is no other indicator; anything else may be, so it is asked."""
    a = tabel_asing(UKUR, f"Indikator | Target | Realisasi\n{nama} | 80 | 76")
    b = tabel_asing("Analisis Penyebab", f"Indikator | Faktor Pendukung\n{lain} | ada", nomor=2)
    r = rencanakan(buku(), [a, b])
    assert len(isi(r, "indikator", "indikator")) == banyak
    assert sum(p.jenis == "baris mirip" for p in r.pertanyaan) == tanya


def test_rekomendasi_menyebut_tahun_evaluasinya() -> None:
    kepala = "No | Rekomendasi Hasil Evaluasi Tahun 2023 | Tindak Lanjut | Status"
    r = ambil("Tindak lanjut rekomendasi hasil evaluasi", kepala, "1 | Sempurnakan pohon kinerja | Telah ditetapkan | Selesai")  # fmt: skip
    assert isi(r, "lhe_rekomendasi", "tahun", "rekomendasi", "status") == [(2023, "Sempurnakan pohon kinerja", "selesai")]  # fmt: skip


def test_dua_tahun_di_judul_bukan_satu() -> None:
    r = ambil("Realisasi Anggaran Tahun 2023 dan 2024", "Program | Anggaran (Rp) | Realisasi (Rp)", "Program A | 1.000.000 | 900.000")  # fmt: skip
    assert isi(r, "anggaran", "pagu", "realisasi_rp") == [(1e6, 9e5)]


def test_evaluasi_renja_dengan_kata_lain() -> None:
    kepala = ["Kode", "Program/Kegiatan", "Indikator Kinerja Program/Kegiatan", "Satuan", *(f"{x}: {y}" for x in
              ("Target Akhir Renstra (Tahun 2026)", "Capaian s.d. Tahun 2023", "Target Renja 2024", "Realisasi Triwulan I", "Realisasi Triwulan II",
               "Realisasi Triwulan III", "Realisasi Triwulan IV", "Realisasi Capaian Tahun 2024", "Tingkat Capaian (%)") for y in ("K", "Rp"))]  # fmt: skip
    angka = "90 | 9.000.000 | 60 | 3.000.000 | 30 | 3.100.000 | 4 | 210.000 | 9 | 510.000 | 8 | 530.000 | 9 | 470.000 | 30 | 1.720.000 | 100 | 55"
    r = ambil("Evaluasi Hasil Pelaksanaan Renja", " | ".join(kepala), f"3.25.03 | Program A | Nelayan dibina | orang | {angka}")  # fmt: skip
    assert isi(r, "renja", "target_sesudah", "pagu_setelah") == [(30, 3_100_000)]
    assert isi(r, "anggaran", "realisasi", "realisasi_rp") == [(30, 1_720_000)]
    assert isi(r, "tc27", "target_akhir", "rp_akhir") == [(90, 9_000_000)]
    assert isi(r, "triwulan", "tw", "realisasi") == [("I", 4), ("II", 9), ("III", 8), ("IV", 9)]


def test_rekap_dpa_dengan_rencana_penarikan() -> None:
    """Plans of drawing per quarter are one thing the workbook does not keep: the rest of the table is read all the same."""
    kepala = "Kode | Uraian | Indikator Kinerja | Target Kinerja | Jumlah (Rp)" + "".join(f" | Rencana Penarikan Dana per Triwulan (Rp): {x}" for x in ("I", "II", "III", "IV"))  # fmt: skip
    r = ambil("REKAPITULASI DPA TAHUN 2024", kepala, "1.04.02 | PROGRAM A | Rumah | 35 unit | 1.000.000 | 250.000 | 250.000 | 250.000 | 250.000")  # fmt: skip
    assert isi(r, "anggaran", "nama", "pagu", "target") == [("PROGRAM A", 1e6, 35)]
    assert {s.nasib.value for s in r.sel if s.teks == "250.000"} == {"tidak dipakai"}


def test_ekspor_sipd_dengan_realisasi() -> None:
    nama = ["SKPD", "Program", "Kegiatan", "Sub Kegiatan", "Akun"]
    kepala = " | ".join(f"{x} {n}" for n in nama for x in ("Kode", "Nama")) + " | Nilai Anggaran | Nilai Realisasi"
    tingkat = "3.27 | Dinas | 3.27.02 | PROGRAM A | 3.27.02.2.01 | Kegiatan B | 3.27.02.2.01.0001 | Sub C"
    r = ambil("", kepala, f"{tingkat} | 5.1.02 | Belanja X | 600.000 | 500.000", f"{tingkat} | 5.1.03 | Belanja Y | 400.000 | 390.000")  # fmt: skip
    sub = [x for x in isi(r, "anggaran", "level", "pagu", "realisasi_rp") if x[0] == "subkegiatan"]
    assert sub == [("subkegiatan", 1e6, 890_000)]


@pytest.mark.parametrize(("kepala", "isi_sel", "harap"), [("Polarization", "Minimize", "turun"), ("Polarisasi", "Maximize", "naik")])  # fmt: skip
def test_polarisasi_ialah_arah(kepala: str, isi_sel: str, harap: str) -> None:
    r = ambil(UKUR, f"Indikator | {kepala} | Target | Realisasi", f"Lama Layanan | {isi_sel} | 15 | 12")
    assert isi(r, "indikator", "arah") == [(harap,)]


def test_keterangan_perubahan_milik_versi_perubahan() -> None:
    """Beside targets before and after a change, what is remarked is the change."""
    r = ambil(
        "Perjanjian Kinerja Perubahan",
        "Sasaran | Indikator | Satuan | Target: Semula | Target: Menjadi | Ket",
        "A | Indeks Air | Indeks | 80 | 82 | naik",
        " | Jumlah Sumur | Unit | | 6 | baru",
    )
    assert isi(r, "pk", "versi", "target", "keterangan") == [
        ("murni", 80.0, None),
        ("perubahan", 82.0, "naik"),
        ("perubahan", 6.0, "baru"),
    ]


def test_kata_kartu_inventaris_dan_analisis_beban_kerja() -> None:
    kib = ambil(
        "KIB C per 31-12-2024 (Rp)",
        "Nama Barang | Jml (unit) | Nilai 1-1-2024 | Mutasi: Tambah | Mutasi: Kurang | Nilai 31-12-2024",
        "Gedung Kantor | 2 | 900.000.000 | 50.000.000 | - | 950.000.000",
    )
    kolom_aset = ("nama", "jumlah_barang", "saldo_awal", "bertambah", "saldo_akhir")
    assert isi(kib, "aset", *kolom_aset) == [("Gedung Kantor", 2.0, 900e6, 50e6, 950e6)]
    abk = ambil("Daftar Pegawai", "Jabatan | Jumlah | Kebutuhan ABK | Kurang/Lebih", "Arsiparis | 3 | 5 | -2")
    assert isi(abk, "pegawai", "jumlah", "kebutuhan", "selisih") == [(3.0, 5.0, -2.0)]
    assert {s.nasib.value for s in abk.sel if s.teks == "-2"} == {"sama"}


def test_realisasi_instansi_sendiri_di_samping_nasional() -> None:
    """The agency's own abbreviation behind "Realisasi" is nobody else's figure."""
    teks = """Indikator | Realisasi DPMPTSP | Realisasi Provinsi | Realisasi Nasional | Keterangan
Nilai investasi | 1.312,45 | 48.210,6 | 1.714.200 | naik"""
    r = ambil("Tabel 3.4 Perbandingan Realisasi Kinerja Tahun 2024", teks, kabupaten="Kabupaten Muara")
    assert r.tabel[0].yakin is Yakin.PASTI
    assert isi(r, "pengukuran", "realisasi") == [(1312.45,)]
    assert [x for (x,) in isi(r, "pembanding", "nilai")] == [48210.6, 1714200.0]


def test_rencana_aksi_setahun_di_samping_triwulan() -> None:
    """A column of plans beside targets of quarters, in a table of this year: from the first quarter on; next year's sheet stays blank."""
    teks = """Sasaran | Indikator | Rencana Aksi | Target: TW I | Target: TW II | Target: TW III | Target: TW IV
Desa tertib | Jumlah desa tertib | Asistensi | 3 | 5 | 8 | 14"""
    r = ambil("Rencana Aksi Pencapaian Kinerja Tahun 2024", teks)
    assert isi(r, "triwulan", "tw", "target", "rencana_aksi") == [
        ("I", 3.0, "Asistensi"),
        ("II", 5.0, None),
        ("III", 8.0, None),
        ("IV", 14.0, None),
    ]
    assert isi(r, "rencana_aksi", "tw1") == []
    tanpa = ambil("Capaian Kinerja Tahun 2024", "Indikator | Target | Realisasi | Rencana Aksi\nIndeks | 3 | 4 | Rapat")
    assert isi(tanpa, "triwulan", "rencana_aksi") == []


def test_realisasi_sampai_bulan_ditanyakan() -> None:
    """Under "Realisasi s.d. Oktober" stands what was spent so far: known as such, and asked."""
    teks = """Kode | Program | Anggaran (Rp) | Realisasi s.d. Oktober 2024: Rp | Realisasi s.d. Oktober 2024: %
1.01.01 | Program Air | 500.000.000 | 450.000.000 | 90"""
    r = ambil("Laporan Realisasi Anggaran Program", teks)
    k = r.tabel[0].kolom[4]
    assert (k.lembar, k.kolom, k.yakin) == ("anggaran", "realisasi_rp", Yakin.RAGU)


def test_satuan_di_belakang_nama() -> None:
    """Where no column has units and names end with one in brackets, that is their unit; else brackets are part of the name."""
    teks = """Perspektif / Sasaran | KPI | Target | Realisasi
Air cukup | Cakupan pelayanan (%) | 73 | 72
 | Kehilangan air (NRW) (%) | 28 | 29
 | Sambungan aktif (SR) | 400 | 410"""
    harap = [("Cakupan pelayanan", "%"), ("Kehilangan air (NRW)", "%"), ("Sambungan aktif", "SR")]
    r = ambil(UKUR, teks)
    assert isi(r, "indikator", "indikator", "satuan") == harap
    assert isi(r, "indikator", "pernyataan_lengkap") == [("Air cukup",)] * 3
    sebagian = ambil(UKUR, teks.replace("aktif (SR)", "aktif (SR), baru").replace("(NRW) (%)", "(NRW)"))
    assert isi(sebagian, "indikator", "indikator")[0] == ("Cakupan pelayanan (%)",)


def test_capaian_tiap_triwulan_di_judul_triwulan_terakhir() -> None:
    """Blocks of several quarters below a caption "s.d. Triwulan III" are no table of one quarter."""
    teks = """Indikator | Target: TW I | Target: TW II | Realisasi: TW I | Realisasi: TW II | Capaian (%): TW I | Capaian (%): TW II
Indeks air | 10 | 20 | 8 | 25 | 80 | 125"""
    r = ambil("Kinerja Tahun 2024 – realisasi s.d. Triwulan II", teks)
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("I", 10.0, 8.0), ("II", 20.0, 25.0)]
    assert [(k.lembar, k.kunci) for k in r.tabel[0].kolom.values()][-2:] == [
        ("triwulan", (("tw", "I"),)),
        ("triwulan", (("tw", "II"),)),
    ]


def test_perjanjian_dan_realisasinya_pengukuran() -> None:
    """Results beside the targets of an agreement: a table of results, whatever the caption says first."""
    r = ambil(
        "Tabel 1. Perjanjian Kinerja dan Realisasi 2024",
        "Indikator | Target | Realisasi | %\nIndeks | 98 | 99,5 | 101,53",
    )
    assert r.tabel[0].lembar == "pengukuran" and r.tabel[0].yakin is Yakin.PASTI
