"""Every code has a near miss: beside the workbook that triggers it, one that differs a little and does not.

The cases of the rules' own tests are watched while they run (buku_md.DILIHAT; conftest keeps a file and its case here
with one worker): within one test function, whose cases differ in a cell or two, the code must appear for one workbook
and not for another. Codes about files, CSV, other tables and the PC have their near miss in a test named here: the same
file, table or PC put right.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from banyak import satu_cepat
from buku_md import DILIHAT

from lkjip_xl import perintah
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.tabel.muat import muat_buku

SINI = Path(__file__).parent
# what the cases of each file prove by themselves
NYARIS = {
    "test_aturan_tabel_bebas_silang": "TB-20 TB-21 TB-22",
    "test_aturan_angka_naskah": "KW-32",
    "test_aturan_pernyataan": "KW-35",
    "test_aturan_hitungan_naskah": "KW-33 KW-34",
    "test_aturan_kata_capaian": "KW-30 KW-31",
    "test_aturan_akip": "SA-01 SA-02 SA-03",
    "test_aturan_anggaran": "AG-01 AG-02 AG-03 AG-06 AG-07 AG-09 AG-10 AG-14 AG-15 AG-16 AG-17 AG-18 AN-08 AN-28 BL-01 BL-02 PG-01 PG-07 PP-01 RJ-01 RJ-02 TC-01 TC-02 TC-03",
    "test_aturan_antar_tabel": "PW-03 PW-04 BL-03",
    "test_aturan_arah": "AR-01",
    "test_aturan_capaian_tercetak": "PG-10 PG-11 PG-12",
    "test_aturan_data_pendukung": "DP-01 DP-02 DP-03 DP-04 DP-05 DP-06",
    "test_aturan_daftar_tabel": "DT-01 DT-02 DT-03 DT-04 DT-05",
    "test_kolom_tercetak": "SU-20 SU-21 SU-22 SU-23",
    "test_aturan_kategori_tanpa_skala": "PG-16 SK-09 SK-32",
    "test_aturan_kelengkapan": "SU-06 SU-07 SU-08 SU-09 SU-10 SU-11 SU-14",
    "test_aturan_kewajaran": "AN-06 AN-29 KW-01 KW-02 KW-03 KW-04 KW-05 KW-06",
    "test_aturan_pendukung": "AN-10 AS-01 AS-02 LB-03 LB-05 LB-07 LB-10 LB-12 LH-01 LH-02 PN-01 PS-01 PS-02 PS-03 PS-04 PW-01 PW-02 "
    "RM-01 RM-02 RM-04 SK-01 SK-02 SK-03 SK-05 SK-06 ST-01",
    "test_aturan_kata": "AN-26 PG-13 PG-14 SK-07",
    "test_ringkasan_skala": "SK-08 SK-31",
    "test_ringkasan_konvensi": "PG-15",
    "test_aturan_pengukuran": "RM-06 AN-01 AN-03 PG-02 PG-03 PG-04 PG-05 PG-06 PG-08 PG-09 RW-01",
    "test_aturan_program_sama": "PR-01 PR-02 PR-03",
    "test_aturan_tidak_salah": "AG-08 AG-11 AG-12 AG-13 RM-07",
    "test_aturan_rumusan": "SU-13 LB-16",
    "test_baris_tulisan": "LB-17 LB-18",
    "test_aturan_bawah_tabel": "PG-17",
    "test_aturan_tertukar": "KW-07 PK-05",
    "test_aturan_salah_ketik": "KW-20",
    "test_aturan_anggaran_sasaran": "KW-21",
    "test_aturan_rantai": "PK-10 PK-01 PK-02 PK-03 PK-04 RA-01 RA-02 RA-03 RM-05",
    "test_aturan_renstra": "IK-01 IK-02 RN-01 RW-02 RW-03 TC-04",
    "test_pohon_kinerja": "PH-01 PH-02 PH-03",
    "test_aturan_susunan": "PN-02 SU-01 SU-02 SU-03 SU-04 SU-05 SU-12",
    "test_aturan_terbilang": "AN-25",
    "test_aturan_triwulan": "AN-40 TW-01 TW-02 TW-03 TW-12",
    "test_aturan_waktu_tulisan": "KW-36 KW-37 KW-38",
    "test_aturan_tabel_bebas_baris": "TB-23 TB-24",
    "test_tabel_bebas": "TB-10 TB-11 TB-12 TB-13 TB-14",
    "test_triwulan": "TW-10 TW-11",
}
# tests that hold both sides themselves: with a fixture, a whole file, a table of cell contents, or another PC
LAIN = {
    "test_aturan_anggaran::test_jumlah_rincian": "AG-04",
    "test_aturan_anggaran::test_jumlah_seluruhnya": "AG-05",
    "test_aturan_lembar_ringkasan::test_angka_sampai_desimal_yang_tampak": "RS-01",
    "test_aturan_lembar_ringkasan::test_isian_berubah_satu_catatan": "RS-04",
    "test_aturan_lembar_ringkasan::test_sel_yang_dikosongkan_hanya_catatan": "RS-03",
    "test_aturan_lembar_ringkasan::test_susunan_lain_satu_temuan": "RS-02",
    "test_aturan_pendukung::test_belum_diisi_dilipat_per_kolom": "LB-04",
    "test_aturan_pendukung::test_rumus_ditimpa_atau_dihapus": "RM-03",
    "test_aturan_pendukung::test_tanda_skala_yang_tidak_dikenal": "LB-06 SK-04",
    "test_aturan_program_sama::test_renja_terhadap_renstra_hanya_catatan": "PR-04",
    "test_aturan_tahun_lalu::test_capaian_saja": "TL-03",
    "test_aturan_tahun_lalu::test_renstra_tahun_yang_sama": "TL-04",
    "test_aturan_tahun_lalu::test_riwayat": "TL-01 TL-02 TL-06",
    "test_aturan_tahun_lalu::test_tahun_buku_lalu": "TL-05",
    "test_buku_keluaran::test_cadangan_dan_yang_tak_terjaga_disebut_tanpa_merusak_json": "BK-39",
    "test_buku_keluaran::test_hasil_lama_diganti_milik_orang_tidak": "BK-35",
    "test_buku_keluaran::test_masukan_dan_format_lain_ditolak": "BK-33 BK-34",
    "test_baris_jumlah::test_a_total_doubles_nothing": "LB-15",
    "test_edar::test_salinan_nilai_dikatakan_sekali": "RM-09",
    "test_rekap::test_folder_tanpa_buku_dan_semua_gagal": "RK-01 RK-20",
    "test_rekap::test_kebanyakan_perangkat_daerah": "RK-10",
    "test_rekap::test_kegagalan_program_tidak_menghentikan": "RK-03",
    "test_rekap::test_kolom_hilang_tanpa_angka": "RK-12",
    "test_rekap::test_layar_menyebut_kode": "RK-07 RK-08",
    "test_rekap::test_lembar_dipotong_jadi_temuan": "RK-16",
    "test_rekap::test_isi_daftar_yang_tidak_dipakai_disebut": "RK-21",
    "test_rekap::test_paket_daerah": "RK-09 RK-19",
    "test_rekap::test_paket_daerah_ditolak": "RK-02 RK-17 RK-18",
    "test_rekap::test_proses_yang_mati_menyebut_berkasnya": "RK-04",
    "test_rekap::test_sejak_rekap_terdahulu": "RK-13",
    "test_rekap_klaster::test_alamat_yang_tidak_terjangkau": "RK-14",
    "test_rekap::test_tanpa_masalah_tidak_ada_yang_dikatakan": "RK-05 RK-06 RK-11",
    "test_rekap::test_tembolok_menurut_isi": "RK-15",
    "test_rumus_luar::test_rumus_pengguna_yang_dikenal_tidak_dilaporkan": "RM-08",
    "test_batas::test_baris_dan_sel_dihitung_sebelum_dibaca": "BK-50 BK-51",
    "test_batas::test_lembar_terlalu_banyak": "BK-90",
    "test_batas::test_semua_lembar_bersama_sama": "BK-53",
    "test_batas::test_csv_lebih_besar_daripada_tabel": "CS-20 CS-21 CS-22 CS-23",
    "test_batas::test_rumus_bersama_yang_memenuhi_memori": "BK-52",
    "test_sumber_excel::test_tersembunyi_dan_gabung": "SB-20 SB-21",
    "test_buku_paket::test_berkas_bukan_buku_kerja": "BK-01 BK-02 BK-03 BK-04 BK-11 BK-12",
    "test_buku_paket::test_bom_menurut_rasio_ukuran_dan_jumlah": "BK-07",
    "test_buku_paket::test_paket_rusak": "BK-06 BK-14",
    "test_buku_sesi::test_perubahan_orang_lain_tidak_hilang": "BK-31 BK-32",
    "test_buku_sesi::test_tiga_sekaligus_satu_menang": "BK-30",
    "test_buku_ganas::test_lembar_grafik_bernama_lembar_kami_ditolak": "BK-67",
    "test_buku_ganas::test_makro_rusak": "BK-66",
    "test_buku_ganas::test_nama_lembar_kembar": "BK-64",
    "test_buku_ganas::test_yang_rusak_ditolak_dengan_nama_bagiannya": "BK-63 BK-65",
    "test_perbarui::test_lembar_yang_berganti_nama_tidak_diganti_lembar_kosong": "BK-91",
    "test_perbarui::test_perbarui_membawa_semua": "LB-14",
    "test_buku_simpan::test_gagal_di_tengah_jalan_tidak_mengubah_apa_pun": "BK-08 BK-09 BK-10 BK-13",
    "test_buku_simpan::test_sedang_dibuka_ditolak_dengan_nama_pembuka": "BK-05",
    "test_buku_tulis::test_yang_tidak_dapat_ditulis_tidak_mengubah_paket": "BK-15 BK-16",
    "test_cli::test_laporan_menolak_kesalahan_dan_menerima_draf": "LP-01",
    "test_cocokkan::test_beberapa_tabel_dalam_satu_berkas": "CK-10",
    "test_cocokkan::test_dua_baris_tertukar_satu_temuan": "CK-05",
    "test_cocokkan::test_kolom_yang_tidak_dibandingkan_disebut": "CK-09",
    "test_cocokkan::test_lembar_salah_dan_lembar_yang_mirip": "BK-22 CK-08",
    "test_cocokkan::test_tidak_ada_yang_dibandingkan_bukan_bersih": "CK-12",
    "test_cocokkan::test_kosong_di_tabel_lain": "CK-13",
    "test_cocokkan::test_satuan_lain": "CK-14",
    "test_cocokkan::test_rumus_tanpa_nilai_tersimpan_disebut": "CK-15",
    "test_cocokkan::test_kosong_di_lembar": "CK-16",
    "test_cocokkan::hitungan": "CK-11",
    "test_cocokkan::test_tanda_di_atas_angka_disebut": "CK-17",
    "test_cocokkan::test_pilihan_yang_belum_diisi_ditanyakan": "CK-18",
    "test_cocokkan_dokumen::test_tidak_ada_tabel_yang_dikenali": "CK-19",
    "test_cocokkan::test_sambungan_yang_meragukan_disebut": "SB-17",
    "test_cocokkan::test_word_dengan_beberapa_tabel": "SB-16",
    "test_cocokkan_hubungan::test_selisih_dari_tahun_lalu": "CK-31",
    "test_cocokkan_tulisan::test_dokumen_tahun_lain_tidak_dinilai_dan_disebut": "CK-32 CK-33",
    "test_cocokkan_tulisan::test_angka_asing_disebut_sekali_dalam_satu_catatan": "CK-34",
    "test_cocokkan::test_satu_beda": "CK-01 CK-02 CK-03 CK-04 CK-06 CK-07 CK-30",
    "test_edar::test_tidak_menimpa": "BK-19",
    "test_isi_aneh::test_huruf_rusak_dibaca_tanpa_hurufnya_dan_dilaporkan": "AN-20",
    "test_isi_aneh::test_bilangan_yang_tidak_dapat_dihitung": "AN-21",
    "test_isi_aneh::test_batas_skala_yang_terbaca": "SK-20",
    "test_isi::test_berkas_dan_kolom_tak_dikenal": "CS-03 CS-04",
    "test_isi::test_berkas_yang_ditulis_lain": "CS-05 CS-06 CS-07",
    "test_isi::test_daftar_koreksi_disebut": "CS-42",
    "test_isi_tercetak::test_rumusan_sasaran_lain_tertulis": "CS-40",
    "test_isi_tercetak::test_baris_yang_menyebut_lebih_sedikit": "CS-41",
    "test_isi::test_setelan_dihitung_sel_demi_sel": "CS-30 CS-31",
    "test_isi::test_folder_kosong_atau_hilang": "CS-01 CS-02",
    "test_isi::test_kode_dan_nama": "CS-08",
    "test_isi_format::test_kepala_bermakna_ganda_tidak_ditebak": "CS-16",
    "test_isi_format::test_buku_kerja_dan_formulir_bukan_sumber": "CS-17 CS-18",
    "test_isi_format::test_folder_campuran_dan_sumber_ganda": "CS-19",
    "test_isi_format::test_beberapa_tabel_di_satu_lembar_dan_lembar_lain": "CS-24",
    "test_isi_format::test_angka_berformat_dan_kode_yang_tersimpan_sebagai_angka": "CS-25",
    "test_isi_format::test_gabungan_kelompok_dan_catatan_kaki": "CS-26",
    "test_isi::test_baris_tahun_lain_dan_triwulan_tidak_menjadi_angka_setahun": "CS-27",
    "test_isi::test_nama_tak_dikenal_dan_ganda": "CS-09 CS-10",
    "test_bacaan_kolom::test_bentuk_lain_hanya_pada_target_dan_realisasi": "AN-23",
    "test_bacaan_kolom::test_kata_sebagai_target_dan_realisasi_bukan_kesalahan": "AN-24",
    "test_bacaan_kolom::test_kode_pada_sumber_teks": "AN-22",
    "test_isi::test_kolom_ganda": "CS-15",
    "test_isi::test_rumus_dari_csv_menjadi_teks": "CS-11",
    "test_isi::test_tulisan_tercetak_dibandingkan_dengan_indikator": "CS-12 CS-13 CS-14",
    "test_isi::test_satuan_tercetak_yang_kosong_di_indikator": "CS-43",
    "test_kode_keluar::test_berkas_biasa_terbaca": "BK-37",
    "test_kode_keluar::test_perangkat_dan_berkas_tak_terbaca": "BK-36",
    "test_kode_keluar::test_tanpa_folder_sementara": "BK-38",
    "test_laporan::test_perintah_menolak_nama_yang_ada_dan_akhiran_lain": "LP-02",
    "test_laporan_tulisan::test_berkas_lain_di_folder_disebut_dan_folder_harus_ada": "LP-30 LP-31",
    "test_laporan_perbarui::test_angka_lama_di_blok_tersunting_disebut": "LP-14",
    "test_laporan_perbarui::test_laporan_tahun_lain_rusak_dan_bertanda_tangan_ditolak": "LP-11 LP-12 LP-13",
    "test_laporan_perbarui::test_tanda_hilang_tidak_ada_yang_ditimpa": "LP-15",
    "test_laporan_perbarui::test_urutan_dan_instansi_lain_disebut": "LP-16 LP-17",
    "test_laporan_templat::test_gaya_yang_kurang_disebut": "LP-20",
    "test_laporan_templat::test_tanpa_matplotlib_grafik_disebut": "LP-10",
    "test_templat_word::test_laporan_memakai_templat_di_samping_buku": "LP-21 LP-22",
    "test_mesin::test_buku_tanpa_makro_ditolak": "BK-17",
    "test_milik::test_lembar_pengguna_tidak_diperiksa_dan_lembar_kita_tidak_ditolak": "LB-20",
    "test_milik::test_catatan_di_samping_temuan_ikut_temuannya": "LB-21 LB-22",
    "test_milik::test_lembar_pengguna_bernama_ringkasan_ditolak": "BK-40",
    "test_milik::test_tabel_yang_tertimpa_disebut_dan_isinya_dicatat": "LB-23",
    "test_milik::test_saringan_tautan_dan_rupa_lembar": "LB-24",
    "test_tanda_tangan::test_mesin_melepas_tanda_tangan_proyek": "BK-41",
    "test_tombol_hilang::test_tombol_kembali_dengan_perintah_berikutnya": "BK-42",
    "test_pemasangan::test_bukan_windows": "PM-01",
    "test_pemasangan::test_folder_jaringan_dan_web": "PM-10",
    "test_pemasangan::test_folder_umum_tidak_dipercayai": "PM-13",
    "test_pemasangan::test_keamanan_makro": "PM-06 PM-07",
    "test_pemasangan::test_lokasi_tepercaya_dimatikan": "PM-14",
    "test_pemasangan::test_lokasi_tepercaya_tanpa_bawahan": "PM-08",
    "test_pemasangan::test_satu_hal_kurang": "PM-02 PM-03 PM-04 PM-05 PM-09 PM-11 PM-12 PM-15 PM-16 PM-20 PM-21 PM-22",
    "test_periksa::test_aturan_yang_gagal_adalah_kegagalan_kami_dan_yang_lain_tetap_jalan": "KU-01",
    "test_perintah::test_buat_menolak_nama_tanpa_makro": "BK-23",
    "test_perintah::test_ringkas_menolak_bila_kolom_sumbernya_hilang": "BK-24",
    "test_kolom::test_skema_tanpa_satu_kolom": "SK-30",
    "test_pemasangan::test_penunggu_hanya_di_windows": "BK-85",
    "test_kolom::test_buku_tanpa_satu_kolom": "BK-80 BK-81",
    "test_ambil_rencana::test_baris_jumlah_dibandingkan_tidak_ditulis": "AB-06",
    "test_ambil_rencana::test_tabel_asing_dan_kolom_asing_disebut": "AB-01 AB-02",
    "test_ambil_rencana::test_kolom_meragukan_ditanya": "AB-03",
    "test_ambil_rencana::test_pertentangan_menunggu_jawaban": "AB-04",
    "test_ambil_rencana::test_tabel_kedua_menemukan_barisnya_dan_capaian_dibandingkan": "AB-05",
    "test_ambil_rencana::test_baris_tanpa_nama": "AB-07",
    "test_ambil_cetakan::test_nama_yang_hanya_tercetak_sekali": "AB-30",
    "test_ambil_rencana::test_ribuan_rupiah_dikalikan_dan_dikatakan": "AB-08",
    "test_ambil_rencana::test_nama_yang_hanya_mirip_dan_baru_ditanya": "AB-10 AB-11 AB-13",
    "test_ambil_rencana::test_kode_dengan_nama_indikator_lain": "AB-12",
    "test_ambil_rencana::test_kolom_yang_berarti_lain": "AB-15",
    "test_ambil_rupa_lain::test_sasaran_yang_tidak_tercetak_disebut": "AB-23",
    "test_ambil_tahun_lain::test_tabel_yang_hanya_tahunnya_lain": "AB-25",
    "test_ambil_rencana::test_level_menurut_kolom_dan_kode": "AB-14",
    "test_ambil_terapkan::test_perintah_dan_kode_keluar": "AB-09",
    "test_ambil_sumber::test_tanda_di_atas_angka_disebut": "AB-16",
    "test_ambil_usulan::test_indikator_yang_sudah_ada_tidak_diusulkan": "AB-22",
    "test_ambil_sumber::test_berkas_lain_di_folder_disebut": "AB-17",
    "test_ambil_sumber::test_isi_folder_lain_disebut_sekali": "AB-24",
    "test_ambil_sumber::test_buku_sendiri_dan_cadangannya_bukan_sumber": "AB-21",
    "test_ambil_terapkan::test_folder_tanpa_berkas_ditolak": "AB-20",
    "test_ambil_preset::test_preset_dan_tujuan_ditolak": "AB-18 AB-19",
    "test_formulir::test_tanpa_tahun_instansi_atau_isi_ditolak": "FO-01 FO-13",
    "test_formulir::test_yang_belum_ada_penanggung_jawab_disebut": "FO-02",
    "test_formulir::test_formulir_tahun_atau_instansi_lain_ditolak": "FO-03 FO-04",
    "test_formulir::test_dikenali_menurut_tandanya_saja": "FO-05",
    "test_formulir::test_kosong_dan_dikosongkan": "FO-06 FO-10",
    "test_formulir::test_baris_tambahan_disebut": "FO-07",
    "test_formulir::test_sel_terkunci_diubah": "FO-08",
    "test_formulir::test_dua_bidang_berbeda_menunggu_jawaban": "FO-09",
    "test_formulir::test_baris_yang_hilang": "FO-11",
    "test_formulir::test_berkas_terisi_tidak_ditimpa": "FO-12",
    "test_formulir::test_lembar_tambahan_disebut": "FO-14",
    "test_rapikan::test_pilihan_asing_ditolak_dan_tidak_mengubah": "RP-01",
    "test_reviu::test_alasan_tanpa_jabatan_belum_berlaku": "DK-01",
    "test_reviu::test_isi_berubah_disebut_dan_alasannya_tinggal": "DK-02",
    "test_reviu::test_lembar_pengguna_bernama_lembar_reviu": "DK-03",
    "test_ruang::test_folder_pribadi_milik_orang_lain": "BK-70",
    "test_ruang::test_folder_lama_yang_dapat_diisi_orang_lain": "BK-71",
    "test_ruang::test_berkas_permintaan_yang_bukan_berkas_sendiri": "BK-72",
    "test_ruang::test_versi_permintaan": "BK-73",
    "test_ruang::test_nama_permintaan": "BK-74",
    "test_ruang::test_permintaan_dijawab_sekali": "BK-75",
    "test_xlwings::test_modul_xlwings_lain_ditolak": "BK-76",
    "test_sumber_html::test_yang_tersembunyi": "SB-12",
    "test_sumber_lain::test_anak_yang_tidak_menjawab": "SB-01 SB-02 SB-11",
    "test_sumber_lain::test_berkas_jahat_atau_rusak": "SB-04 SB-05",
    "test_sumber_lain::test_nilai_di_tempatnya_dan_yang_tidak_diketahui": "SB-08",
    "test_sumber_pdf::test_halaman_pindai_disebut": "SB-06",
    "test_sumber_pdf::test_tanpa_garis_hanya_bila_kolomnya_pasti": "SB-07",
    "test_sumber_pdf::test_kata_yang_melewati_selnya_disebut": "SB-15",
    "test_sumber_pdf::test_tanpa_pdfplumber": "SB-03",
    "test_sumber_gambar::test_gambar_di_word": "SB-22",
    "test_sumber_kalimat::test_kalimat_di_luar_tabel": "SB-25",
    "test_sumber_pdf::test_kata_terputus_di_sel_sempit": "SB-23",
    "test_sumber_word::test_penomoran_otomatis": "SB-09",
    "test_sumber_word::test_catatan_kaki_word_bukan_angka": "SB-24",
    "test_sumber_word::test_tabel_di_tepi_halaman_disebut": "SB-14",
    "test_sumber_word::test_yang_tidak_dibaca_disebut_sekali": "SB-10 SB-13",
    "test_triwulan::test_csv_lama_masuk_ke_rumahnya": "LB-40",
    "test_triwulan::test_csv_tanpa_tempat": "LB-41",
    "test_tabel_ketik::test_teks": "AN-02 AN-04 AN-07",
    "test_tabel_ketik::test_galat_tanggal_logika": "AN-11",
    "test_tabel_ketik::test_sel_angka": "AN-05",
    "test_tabel_muat::test_bukan_buku_kami": "BK-21",
    "test_tabel_muat::test_cara_tulis_kolom_menentukan_yang_meragukan": "AN-13",
    "test_tabel_muat::test_isi_sel_yang_salah": "AN-09 AN-12",
    "test_tabel_muat::test_kolom_berganti_nama": "LB-02",
    "test_tabel_muat::test_kolom_tambahan_hanya_dicatat": "LB-11",
    "test_tabel_muat::test_kepala_tabel_rusak": "LB-09",
    "test_tabel_muat::test_lembar_hilang_dan_berganti_nama": "LB-01",
    "test_tabel_muat::test_lembar_tersembunyi_tetap_dibaca_dan_dicatat": "LB-13",
    "test_tabel_muat::test_sel_isi_digabung": "LB-08",
    "test_tabel_muat::test_templat_lebih_baru": "BK-20",
    "test_tahun_baru_milik::test_milik_pengguna_disebut": "TB-06 TB-07 TB-08",
    "test_tahun_baru_milik::test_kolom_sendiri_terbawa_dengan_isi_yang_berlaku": "TB-09",
    "test_tahun_baru::test_buku_kosong_kolom_hilang_dan_periode_renstra": "TB-04",
    "test_tahun_baru::test_buku_lama_yang_masih_salah_disebut": "TB-30",
    "test_tahun_baru::test_perubahan_sesudah_dibekukan_disebut_selnya": "SG-01",
    "test_tahun_baru::test_segel_yang_diubah_ketahuan": "SG-02",
    "test_tahun_baru::test_teks_meragukan_tetap_teks_dan_galat_tidak_terbawa": "TB-05",
    "test_tahun_baru::test_tulisan_di_bawah_tabel_disebut": "TB-31",
    "test_tahun_baru::test_yang_ditolak": "TB-01 TB-02 TB-03",
}
# reader's codes: a whole correct workbook must not show any of them
DIBACA = (
    "LB-01",
    "LB-02",
    "LB-08",
    "LB-09",
    "LB-11",
    "LB-13",
    "AN-02",
    "AN-04",
    "AN-05",
    "AN-07",
    "AN-09",
    "AN-11",
    "AN-12",
    "AN-20",
    "AN-21",
    "AN-22",
    "AN-23",
    "RM-03",
    "SK-04",
    "LB-06",
)


def terbukti(berkas: str, cari: set[str]) -> set[str]:
    """Codes that some of a function's workbooks trigger and others of the same function do not."""
    hasil: set[str] = set()
    for nama, lihat in DILIHAT.items():
        if nama.startswith(f"{berkas}::"):
            hasil |= {k for k in cari & frozenset().union(*lihat) if any(k not in x for x in lihat)}
    return hasil


@pytest.mark.parametrize("berkas", [pytest.param(b, marks=pytest.mark.xdist_group(b)) for b in NYARIS])
def test_kasus_hampir_sama_tidak_memicu(berkas: str) -> None:
    cari = set(NYARIS[berkas].split())
    if not any(n.startswith(f"{berkas}::") for n in DILIHAT):  # its tests have not run in this process: a selection
        if "PYTEST_XDIST_WORKER" in os.environ:
            pytest.skip(f"{berkas} is not part of this run")
        pytest.main(["-q", "-n", "0", "-p", "no:cacheprovider", str(SINI / f"{berkas}.py")])
    assert terbukti(berkas, cari) == cari


def test_setiap_kode_punya_nyaris() -> None:
    daftar_kode = [k for kode in (*NYARIS.values(), *LAIN.values()) for k in kode.split()]
    assert sorted(daftar_kode) == sorted(katalog())
    for tempat, kode in LAIN.items():
        berkas, _, fungsi = tempat.partition("::")
        isi = (SINI / f"{berkas}.py").read_text(encoding="utf-8")
        assert f"def {fungsi}(" in isi, tempat
        assert all(k in isi for k in kode.split()), tempat


@pytest.mark.parametrize("nama", satu_cepat(perintah.CONTOH.values()))
def test_buku_yang_benar_tidak_memicu_kode_pembaca(nama: str) -> None:
    """Both examples are whole workbooks with every kind of cell."""
    buku = muat_buku(SINI.parent / "workbooks/contoh" / nama, perintah.skema())
    assert not {t.kode for t in buku.temuan}.intersection(DIBACA)
