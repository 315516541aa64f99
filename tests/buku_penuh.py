"""One small workbook in which every sheet has rows and every typed column is filled, with contradictions of many kinds."""

from __future__ import annotations

from functools import cache

from buku_md import buku_md

from lkjip_xl.tabel.model import BukuKerja

PENUH = """
| Pengaturan | instansi | kabupaten | provinsi | tahun | renstra_awal | renstra_akhir | tahun_target_akhir | jabatan_penanda_tangan | tanggal_data | masukan_efisiensi | basis_efisiensi | cakupan_efisiensi | metode_efisiensi | batas_capaian |
| | Dinas Kerja | Kabupaten Contoh | Jawa Timur | 2025 | 2024 | 2028 | 2029 | Kepala Dinas | Data Januari 2026 | tampil | sasaran | semua | selisih | 150 |

| Skala Kategori | batas | tanda | kategori | teks |
| | 100 | >= | Sangat Baik | 100 ke atas |
| | 75 | >= | Baik | 75 |
| | | | Kurang | |

| Daftar Tabel | ringkasan | nomor | judul | label_kategori | tampil |
| | Capaian Kinerja | Tabel 3.2 | Capaian {tahun} Renstra {renstra+0} | Predikat | ya |
| | Realisasi Anggaran | Tabel 3.9 | Anggaran {tahun} Renstra {renstra+0} | | ya |
| | Efisiensi Program | Tabel 3.9 | Efisiensi {tahun} Renstra {renstra+0} | | ya |

| Indikator | kode | jenjang | induk | pernyataan | indikator | satuan | arah | sifat | desimal | iku | berlaku | cara_tw |
| | T1.1 | tujuan | | Tujuan satu | Indeks pembangunan | indeks | naik | akhir | 2 | tidak | baru | |
| | S1.1 | sasaran | T1.1 | Sasaran satu | Tingkat pengangguran terbuka | % | turun | akhir | 2 | ya | baru | per triwulan |
| | S1.2 | sasaran | S1.1 | Sasaran satu | Jumlah lulusan terlatih | orang | naik | jumlah | 0 | tidak | baru | kumulatif |
| | S2.1 | sasaran | T1.1 | Sasaran dua | Nilai SAKIP Dinas | nilai | naik | akhir | 2 | ya | baru | hanya TW IV |

| Renstra | kode | tahun_dasar | nilai_dasar | target_1 | target_2 | target_3 | target_4 | target_5 | target_6 |
| | T1.1 | 2023 | 60 | 61 | 62 | 63 | 64 | 65 | 66 |
| | S1.1 | 2023 | 5 | 4,8 | 4,7 | 4,6 | 4,5 | 4,4 | 4,3 |
| | S1.2 | 2023 | 90 | 100 | 110 | 120 | 130 | 140 | 150 |
| | S2.1 | 2023 | 78 | 80 | 99 | 82 | 83 | 84 | 85 |

| IKU | versi | kode | definisi_operasional | formulasi | sumber_data | penanggung_jawab |
| | sesudah | S1.1 | Penganggur | a / b | BPS | Kabid |
| | sesudah | S1.2 | Lulusan | jumlah | Dinas | Kabid |

| T-C.27 | versi | tujuan | sasaran | kode | level | nama | indikator | satuan | sifat | nilai_dasar | target_1 | rp_1 | target_2 | rp_2 | target_3 | rp_3 | target_4 | rp_4 | target_5 | rp_5 | target_6 | rp_6 | target_akhir | rp_akhir | unit |
| | sesudah | T | S | 2.07.02 | program | Program Latihan | Lulusan | orang | jumlah | 1 | 10 | 100 | 11 | 110 | 12 | 120 | 13 | 130 | 14 | 140 | 15 | 150 | 99 | 999 | Dinas |
| | sesudah | T | S | 2.07.02.2.01 | kegiatan | Latihan | Kelas | kelas | jumlah | 1 | 1 | 90 | 2 | 110 | 3 | 120 | 4 | 130 | 5 | 140 | 6 | 150 | 21 | 740 | Dinas |

| Renja | kode | level | nama | indikator | satuan | target_sebelum | target_sesudah | lokasi_sebelum | lokasi_sesudah | pagu_sebelum | pagu_penjabaran | pagu_setelah | bertambah | target_prakiraan | pagu_prakiraan |
| | 2.07.02 | program | Program Latihan | Lulusan | orang | 12 | 12 | A | B | 100 | 105 | 200 | 90 | 13 | 210 |
| | 2.07.02.2.01 | kegiatan | Latihan | Kelas | kelas | 2 | 2 | A | B | 100 | 105 | 180 | | 3 | 200 |
| | 2.07.02.2.02 | kegiatan | Magang kerja | Peserta | orang | 2 | 2 | A | B | 10 | 10 | 20 | | 3 | 20 |
| | 2.07.03 | program | Program Tempat Kerja | Penempatan | orang | 5 | 6 | A | B | 100 | 100 | 100 | | 3 | 100 |

| PK | versi | kode | target | tw1 | tw2 | tw3 | tw4 | penanggung_jawab | keterangan |
| | murni | T1.1 | 62 | 60 | 61 | 61 | 62 | Kadis | sama |
| | murni | S1.1 | 4,7 | 5 | 5 | 5 | 4,6 | Kadis | |
| | perubahan | S1.1 | 4,6 | 5 | 5 | 5 | 4,6 | Kadis | arahan |
| | perubahan | S1.2 | 110 | 20 | 30 | 30 | 30 | Kadis | |

| PK Program | versi | kode | level | nama | indikator | target | satuan | anggaran | keterangan |
| | murni | 2.07.02 | program | Program Latihan | Lulusan | 12 | orang | 110 | APBD |
| | perubahan | 2.07.02 | program | Program Latihan | Lulusan terlatih kerja | 13 | orang | 210 | APBD |
| | perubahan | 2.07.02.2.01 | kegiatan | Latihan | Kelas | 2 | kelas | 180 | APBD |
| | perubahan | 2.07.03 | program | Program Tempat Kerja | Penempatan | 6 | orang | 100 | APBD |

| Pengukuran | kode | target | pembilang | penyebut | pengali | tw1 | tw2 | tw3 | tw4 | realisasi | sementara | capaian | kategori | sumber_data | catatan |
| | T1.1 | | 31 | 50 | 100 | 60 | 61 | 62 | 62 | 62 | ya | 100 | Baik | BPS | c |
| | S1.1 | 4,7 | | | | 5 | 5 | 5 | 5,46 | 5,46 | tidak | 114,47 | | BPS | |
| | S1.2 | | | | | 20 | 30 | 30 | 40 | 120 | tidak | | | | |
| | S2.1 | 80 | | | | | | | | 82,5 | tidak | | | LHE | |

| Triwulan dan Rencana Aksi | kode | tw | target_semula | target | realisasi | capaian | rencana_aksi | pelaksanaan | kendala | tindak_lanjut | penanggung_jawab | batas_waktu | bukti |
| | S2.1 | IV | 79 | 80 | 82,5 | 103 | Rapat evaluasi | Terlaksana | Waktu | Jadwal baru | Sekretaris | 30 Juni | Notula |
| | 2.07.02.2.01 | II | | 1 | 1 | | Membuka kelas | Dibuka | | | Kabid | | Foto |
| | 2.07.77 | I | | 1 | 1 | | | | | | | | |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 | capaian_2 | target_3 | realisasi_3 | capaian_3 | keterangan |
| | S1.1 | 5 | 5,2 | 104 | 5,1 | 5,3 | 96 | 5,2 | 5,4 | 96 | k |
| | S2.1 | 79 | 78 | 98 | 78 | 76 | 97 | 77 | 75 | 97 | |

| Pembanding | kode | jenis | nama | tahun | target | nilai | sumber |
| | S1.1 | nasional | Indonesia | 2025 | 4,9 | 4,8 | BPS |

| Analisis | kode | pendorong | penghambat | solusi | upaya |
| | S1.1 | Pelatihan | Industri lesu | Bursa kerja | Kemitraan |
| | T1.1 | Kerja sama | Dana | Usul dana | Lanjut |

| Anggaran | no | kode | level | nama | bidang | sumber_dana | indikator | satuan | arah | target | realisasi | capaian | volume | satuan_volume | fisik | pagu | realisasi_rp | serapan | sisa | efisiensi |
| | 1 | 2.07.02 | program | Program Latihan | Bidang A | DAU | Lulusan | orang | naik | 12 | 12 | 90 | 2 | paket | 100 | 200 | 150 | 80 | 60 | 30 |
| | 1.1 | 2.07.02.2.01 | kegiatan | Latihan | Bidang A | DAU | Lama layanan cepat | hari | turun | 2 | 0 | | 2 | kelas | 100 | 170 | 190 | | | |
| | 2 | 2.07.03 | program | Program Tempat Kerja | Bidang B | PAD | Persentase kepuasan | menit | naik | 6 | 7 | 110 | 1 | paket | 90 | 100 | 90 | 90 | 10 | 20 |

| Belanja | tahun | jenis | induk | anggaran | realisasi | serapan | sisa |
| | 2025 | Belanja Operasi | | 300 | 230 | 70 | 60 |
| | 2025 | Belanja Pegawai | Belanja Operasi | 200 | 210 | | |
| | 2025 | Jumlah | | 310 | 230 | | |

| Strategi dan Dukungan | kode | misi | strategi | kebijakan | pihak | dukungan |
| | S1.1 | Misi satu | Latih | Latih bersama | Dinas Lain | Data |

| Pohon Kinerja | kode | induk | jenis | kondisi | kode_indikator | indikator | pengampu |
| | 1 | | hasil | Pencari kerja terserap | S1.1 | | Kepala Dinas |
| | 1.1 | 1 | antara | Lulusan terlatih | | | |
| | 1.2 | 9 | antara | Lowongan terdata | | | |

| Penunjang | kode | kode_program | level | nama | menunjang | keterangan |
| | S1.1 | 2.07.02 | program | Program Latihan | ya | k |
| | S1.2 | 2.07.99 | program | Program Tempat Kerja | tidak | k |

| Rencana Aksi | kode | rencana_aksi | tw1 | tw2 | tw3 | tw4 | total |
| | S1.1 | Membuka bursa kerja | 5 | 5 | 5 | 4,5 | 4,4 |

| LHE Nilai | tahun | komponen | bobot | nilai | predikat |
| | 2024 | Perencanaan | 60 | 50 | |
| | 2024 | Pelaporan | 30 | 31 | |
| | 2024 | Jumlah | 100 | 83 | BB |

| LHE Rekomendasi | tahun | komponen | rekomendasi | tindak_lanjut | status |
| | 2024 | Perencanaan | Perbaiki | Sudah | selesai |

| Pegawai | dimensi | uraian | golongan | pendidikan | laki_laki | perempuan | jumlah | kebutuhan | selisih |
| | Jabatan | Kepala Dinas | IV | S2 | 1 | 0 | 2 | 1 | 5 |
| | Jabatan | Staf | III | S1 | 2 | 3 | | 6 | |
| | Jabatan | Jumlah | | | 4 | 3 | 7 | 8 | |

| Aset | no | nama | jumlah_barang | saldo_awal | bertambah | berkurang | saldo_akhir | keterangan |
| | 1 | Tanah | 1 | 100 | 10 | 5 | 100 | k |
| | 1.1 | Tanah kantor | 1 | 90 | 10 | 5 | | k |
| | | Jumlah | 1 | 100 | 10 | 5 | 100 | |

| Tabel Bebas | judul | bagian | baris | k1 | k2 | k3 | k4 | k5 | k6 | k7 | k8 | k9 | k10 |
| | Rekap kasus | Isu strategis | kepala | Jenis | A | B | C | D | E | F | G | H | I |
| | | | isi | Sengketa | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |
| | | | | Aduan | 3 | 2 | 1 | 4 | 5 | 6 | 7 | 8 | 9 |
| | | | jumlah | Jumlah | 4 | 4 | 4 | 8 | 10 | 12 | 14 | 16 | 19 |

| Naskah | bagian | urutan | bentuk | teks |
| | Kata pengantar | 1 | | Laporan ini disusun setiap tahun |
| | Visi dan misi | 2 | butir | Misi satu |

| Penanda Tangan | dokumen | pihak | status | jabatan | nama | pangkat | nip | tempat | tanggal | elektronik |
| | LKjIP | | definitif | Kepala Dinas | Nama Contoh | Pembina | 1 | Contoh | 2 Januari 2026 | ya |
| | PK | pihak pertama | Plt. | Kepala Dinas | Nama Contoh | Pembina | 1 | | | tidak |
| | PK | pihak kedua | | Kepala Daerah | Nama Lain | | | | | |

| Data Pendukung | tabel | uraian | kolom | nilai | satuan |
| | Peserta | Pria | 2025 | 5 | orang |
"""


@cache
def buku_penuh() -> BukuKerja:
    """That workbook."""
    return buku_md(PENUH)


LAIN = """
| Pengaturan | instansi | tahun | renstra_awal | renstra_akhir |
| | Dinas Kerja | 2025 | 2024 | 2028 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | sifat | iku | berlaku |
| | S1.1 | sasaran | Sasaran satu | Indeks kepuasan masyarakat | indeks | turun | akhir | ya | baru |
| | S1.2 | sasaran | Sasaran satu | Nilai SAKIP | nilai | naik | | | |
| | S1.3 | sasaran | Sasaran satu | Produksi | | naik | | | |

| Renstra | kode | target_1 | target_2 | target_3 | target_4 | target_5 |
| | S1.1 | 80 | 81 | 82 | 83 | 84 |
| | S1.2 | 80 | 99 | 82 | 83 | 84 |

| PK | versi | kode | target |
| | murni | S1.1 | 80 |
| | murni | S1.3 | 10 |

| Pengukuran | kode | target | pembilang | penyebut | pengali | realisasi | capaian |
| | S1.1 | 0 | 31 | 50 | 100 | 70 | |
| | S1.2 | | | | | 82 | |
| | S1.4 | WTP | | | | WTP | 100 |
| | S1.5 | 5 | | | | WTP | 100 |

| Riwayat | kode | target_1 | realisasi_1 | capaian_1 | target_2 | realisasi_2 | target_3 | realisasi_3 |
| | S1.1 | 0 | 5 | 7 | 0 | 6 | 0 | 7 |
| | S1.2 | 99 | 82 | 50 | | | | |

| Renja | kode | level | nama | indikator | satuan | target_sebelum | target_sesudah | pagu_setelah |
| | 1.1 | program | Program A | | orang | 12 | 12 | |
| | 1.2 | program | Program B | | orang | 5 | 5 | |
| | 1.6 | program | Program F | | orang | | | 100 |
| | 1.6.1 | kegiatan | Satu | | orang | | | 67 |

| PK Program | versi | kode | level | nama | indikator | target | satuan | anggaran |
| | murni | 1.1 | program | Program A | Lulusan | 5 | orang | |
| | murni | 1.2 | program | Program B | Penempatan | 12 | orang | |
| | murni | 1.3 | program | Program C | | 7 | orang | |
| | murni | 1.4 | program | Program D | | 8 | orang | |
| | murni | 1.6 | program | Program F | | | | 100 |
| | murni | 1.6.1 | kegiatan | Satu | | | | 67 |
| | murni | 1.6.2 | kegiatan | Dua | | | | 11 |

| Anggaran | kode | level | nama | indikator | satuan | arah | target | realisasi | pagu | realisasi_rp |
| | 1.1 | program | Program A | Indeks kepuasan masyarakat | indeks | turun | 5 | 5 | 100 | 90 |
| | 1.2 | program | Program B | Penempatan | orang | naik | 12 | 0 | 100 | 90 |
| | 1.3 | program | Program C | Kelas | orang | naik | 8 | 8 | 100 | 90 |
| | 1.4 | program | Program D | Kunjungan | orang | naik | 7 | 7 | 100 | 90 |
| | 1.5 | program | Program E | Nol | orang | naik | 0 | 5 | 100 | 90 |
| | 1.6 | program | Program F | | | | | | 100 | 90 |
| | 1.6.1 | kegiatan | Satu | | | | | | 67 | 57 |
| | 1.6.3 | kegiatan | Tiga | | | | | | 33 | 33 |
"""


@cache
def buku_lain() -> BukuKerja:
    """What the first has no place for: undefined results, swapped rows, targets that come from the Renstra alone."""
    return buku_md(LAIN)
