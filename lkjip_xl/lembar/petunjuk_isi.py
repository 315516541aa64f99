"""What the sheet Petunjuk says: the manual of the workbook as data, examples computed by the functions themselves."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.argumen import FUNGSI
from lkjip_xl.lembar import gaya

TOMBOL_ARTI = (
    ("Validasi", "Memeriksa seluruh buku dan menulis temuan di lembar Hasil Validasi; sel yang keliru diberi warna."),
    (
        "Perbarui Ringkasan",
        "Membuat ulang tabel Bab III dan IV dari lembar isian. Jangan mengetik di lembar ringkasan.",
    ),
    ("Periksa Lembar Ini", "Seperti Validasi, hanya untuk lembar yang dipilih di sel kuning di bawah tombol."),
    ("Bersihkan Tanda", "Menghapus warna temuan dari semua lembar; isian dan daftar temuan tetap."),
    ("Rapikan", "Mengubah angka yang tertulis sebagai teks menjadi angka, sesudah daftarnya Anda setujui."),
    (
        "Buat Laporan",
        "Membuat draf LKjIP sebagai dokumen Word di folder buku ini: Bab I–IV dengan tabel, grafik, dan uraian. Yang harus ditulis sendiri ditandai kuning.",
    ),
    (
        "Pindah ke Templat Terbaru",
        "Membuat buku baru dengan templat terbaru di folder buku ini dan membukanya; semua isian Anda terbawa. Buku ini tidak diubah. Yang berganti dan yang dibiarkan tercatat di lembar Perubahan Templat.",
    ),
)
WARNA = (
    (gaya.KUNING, "Isian", "Ketik di sini. Angka saja; satuan ada di kolom Satuan."),
    (
        gaya.BIRU_MUDA,
        "Diwarisi",
        "Terisi dari lembar sumbernya. Boleh ditimpa; bila berbeda dari sumbernya, Validasi memberi tahu.",
    ),
    (gaya.ABU, "Dihitung", "Rumus; terkunci."),
    (
        gaya.MERAH,
        "Kesalahan",
        "Ditandai Validasi: angka bertentangan atau tidak terbaca. Perbaiki sebelum laporan dikirim.",
    ),
    (gaya.JINGGA, "Peringatan", "Ditandai Validasi: periksa, lalu perbaiki atau jelaskan di laporan."),
)
LANGKAH = (
    (
        "Pengaturan, Skala Kategori, Daftar Tabel",
        "Identitas, tahun, periode Renstra, cara hitung, skala kategori, nomor dan judul tabel.",
    ),
    ("Indikator", "Satu baris per indikator dengan kode, dari Renstra. Semua lembar lain memakai kode ini."),
    ("Renstra, IKU, T-C.27, Renja", "Dari dokumen Renstra, keputusan IKU dan Renja. Target Renstra diwarisi oleh PK."),
    ("PK, PK Program", "Dari Perjanjian Kinerja murni dan perubahan beserta lampiran anggarannya."),
    (
        "Pengukuran, Riwayat, Pembanding",
        "Realisasi tahun ini dan sumber datanya, tahun-tahun lalu, pembanding. Capaian dan kategori terhitung.",
    ),
    (
        "Anggaran, Belanja, Penunjang",
        "Dari DPA dan laporan realisasi anggaran (LRA); program yang menunjang tiap sasaran.",
    ),
    ("Analisis, Rencana Aksi", "Penyebab, solusi, dan rencana tahun berikutnya."),
    (
        "LHE Nilai, LHE Rekomendasi, Pegawai, Aset, Data Pendukung",
        "Dari LHE AKIP, daftar pegawai dan daftar barang: bahan Bab I dan tindak lanjut evaluasi.",
    ),
    ("Validasi", "Klik tombolnya, klik alamat di Hasil Validasi, perbaiki, ulangi sampai bersih."),
    ("Perbarui Ringkasan", "Klik tombolnya, periksa tabelnya, lalu cetak atau salin ke laporan."),
)
ANGKA = (
    ("Desimal dan ribuan", "Ketik angka biasa. 76,99 atau 1168800000; jangan menambah Rp, %, atau satuan."),
    ("Persen", "Tulis 75 untuk 75 persen. Jangan memakai format persen Excel."),
    ("Tidak ada data", "Kosongkan, atau tulis - atau N/A. Angka 0 berarti nol."),
)
BILA = (
    (
        "Makro diblokir (bilah merah)",
        "Tutup Excel, klik kanan berkas ini > Properties > centang Unblock > OK, lalu buka lagi.",
    ),
    (
        "Makro ditanyakan (bilah kuning)",
        "Klik Enable Content. Agar tidak ditanya lagi: File > Options > Trust Center > Trusted Locations, tambahkan folder ini.",
    ),
    (
        "Tombol tidak bekerja",
        "Pasang program lkjip sekali saja: buka Command Prompt, jalankan  py -m pip install lkjip-xl  lalu  py -m lkjip_xl.cli pasang",
    ),
    ("LibreOffice", "Tools > Options > Security > Macro Security > Medium, lalu izinkan makro saat membuka berkas."),
    (
        "Mengirim ke orang lain",
        "lkjip edar BUKU.xlsm -o KIRIM.xlsx membuat salinan tanpa makro; semua angka dan rumus tetap terbaca.",
    ),
    (
        "Kembali ke isi sebelumnya",
        "Setiap kali lkjip mengubah berkas, salinan lamanya ada di folder yang sama: NAMA.cadangan-TANGGAL-JAM.xlsm.",
    ),
    ("Tombol hilang", "Terjadi sesudah disimpan di LibreOffice. Jalankan  lkjip mesin BUKU.xlsm vba"),
)
SKALA = [
    [100.0, ">=", "Sangat Berhasil"],
    [75.0, ">=", "Berhasil"],
    [55.0, ">=", "Cukup Berhasil"],
    [None, ">=", "Kurang Berhasil"],
]
CAPAIAN_CONTOH = [[102.65], [104.87], [99.92], [100.06]]


@dataclass(frozen=True, slots=True)
class Contoh:
    """A worksheet function: how it is called, a formula as staff type it, and the arguments that formula means."""

    panggilan: str
    rumus: str
    argumen: tuple[object, ...]

    @property
    def hasil(self) -> str:
        """What the cell shows, two decimals at most."""
        x = FUNGSI[self.panggilan.partition("(")[0]](*self.argumen)
        return tulis(round(x, 2)) if isinstance(x, float) else str(x)


CONTOH_FUNGSI = (
    Contoh("CAPAIAN(target; realisasi; arah; batas)", '=CAPAIAN(4,77; 5,46; "turun")', (4.77, 5.46, "turun")),
    Contoh("KATEGORI(capaian; SkalaKategori; desimal)", "=KATEGORI(102,65; SkalaKategori; 2)", (102.65, SKALA, 2)),
    Contoh("SERAPAN(pagu; realisasi)", "=SERAPAN(575000000; 538642907)", (575000000.0, 538642907.0)),
    Contoh("EFISIENSI(capaian; serapan; metode)", '=EFISIENSI(102,65; 93,68; "pmk214")', (102.65, 93.68, "pmk214")),
    Contoh(
        "EFISIENSI_TOTAL(capaian; pagu; realisasi; metode)",
        '=EFISIENSI_TOTAL(101,88; 5458578590; 5120072695; "pmk214")',
        (101.88, 5458578590.0, 5120072695.0, "pmk214"),
    ),
    Contoh("KEMAJUAN(realisasi; target akhir; arah)", '=KEMAJUAN(76,99; 77; "naik")', (76.99, 77.0, "naik")),
    Contoh("RATA_CAPAIAN(rentang; desimal; batas)", "=RATA_CAPAIAN(P8:P11; 2)", (CAPAIAN_CONTOH, 2)),
    Contoh("PREDIKAT_SAKIP(nilai)", "=PREDIKAT_SAKIP(90,03)", (90.03,)),
    Contoh("ANGKA(teks)", '=ANGKA("Rp 1.168.800.000,-")', ("Rp 1.168.800.000,-",)),
    Contoh("TERBILANG(n)", "=TERBILANG(4)", (4.0,)),
    Contoh("RUPIAH(n)", "=RUPIAH(3457628590)", (3457628590.0,)),
)
