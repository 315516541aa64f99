"""What the sheet Petunjuk says: the manual of the workbook as data, examples computed by the functions themselves."""

from __future__ import annotations

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.fungsi import FUNGSI
from lkjip_xl.inti.tabel_fungsi import FungsiLembar
from lkjip_xl.lembar import gaya

TOMBOL_ARTI = (
    (
        "Validasi",
        "Memeriksa seluruh buku dan menulis hasilnya di lembar Hasil Validasi, yang terpenting di atas; sel yang keliru diberi warna.",
    ),
    (
        "Perbarui Ringkasan",
        "Membuat ulang tabel Bab III dan IV dari lembar isian. Jangan mengetik di lembar ringkasan.",
    ),
    (
        "Buat Laporan",
        "Membuat draf LKjIP sebagai dokumen Word di folder buku ini: Bab I–IV dengan tabel, grafik, dan uraian. Yang harus ditulis sendiri ditandai kuning.",
    ),
    (
        "Ambil dari Berkas",
        "Membaca tabel dari berkas di folder bernama Ambil di samping buku ini: LKjIP lama (Word), Renja dan DPA (Excel), ekspor, PDF, CSV. Klik pertama menampilkan rencana di lembar Pratinjau Ambil, klik kedua menulis yang pasti dan yang dijawab ya. Isi yang sudah ada tidak ditimpa tanpa izin; semua tercatat di Riwayat Perubahan.",
    ),
    (
        "Tampilan Ringkas / Lengkap",
        "Menyembunyikan lembar yang masih kosong dan tidak selalu diperlukan, atau menampilkan semuanya. Lembar berisi tidak pernah disembunyikan. Tanpa makro: klik kanan tab mana pun > Unhide (Tampilkan).",
    ),
    ("Periksa Lembar Ini", "Seperti Validasi, hanya untuk lembar yang dipilih di sel kuning di bawah tombol."),
    ("Bersihkan Tanda", "Menghapus warna hasil pemeriksaan dari semua lembar; isian dan daftarnya tetap."),
    ("Rapikan", "Mengubah angka yang tertulis sebagai teks menjadi angka, sesudah daftarnya Anda setujui."),
    (
        "Buat Formulir Bidang",
        "Membuat satu berkas Excel kecil untuk setiap penanggung jawab, dengan indikator dan programnya, di folder Formulir; bidang mengisi sel kuning. Yang kembali ditaruh di folder Ambil, lalu klik Ambil dari Berkas. Formulir terisi tidak ditimpa.",
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
    (
        "Renstra, Strategi dan Dukungan, Pohon Kinerja, IKU, T-C.27, Renja",
        "Dari dokumen Renstra, keputusan IKU dan Renja. Target Renstra diwarisi oleh PK.",
    ),
    ("PK, PK Program", "Dari Perjanjian Kinerja murni dan perubahan beserta lampiran anggarannya."),
    (
        "Triwulan dan Rencana Aksi",
        "Tiap triwulan: target, realisasi, rencana aksi tahun ini dan pelaksanaannya, kendala, tindak lanjut, bukti. Pengukuran mengambil realisasi dari sini.",
    ),
    (
        "Pengukuran, Riwayat, Pembanding",
        "Realisasi tahun ini dan sumber datanya, tahun-tahun lalu, pembanding. Capaian dan kategori terhitung.",
    ),
    (
        "Anggaran, Belanja, Penunjang",
        "Dari DPA dan laporan realisasi anggaran (LRA); program yang menunjang tiap sasaran.",
    ),
    (
        "Analisis, Rencana Aksi",
        "Penyebab, solusi, dan rencana tahun berikutnya (rencana tahun ini di Triwulan dan Rencana Aksi).",
    ),
    (
        "LHE Nilai, LHE Rekomendasi, Pegawai, Aset",
        "Dari LHE AKIP, daftar pegawai dan daftar barang: bahan Bab I dan tindak lanjut evaluasi.",
    ),
    ("Data Pendukung, Tabel Bebas", "Rincian bahan indikator, dan tabel lain sebagaimana adanya."),
    (
        "Naskah, Penanda Tangan",
        "Bagian laporan yang ditulis sendiri (kata pengantar, isu strategis, penutup) dan tanda tangan.",
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
        "Pasang program lkjip sekali saja: klik dua kali pasang.bat dari paket LKjIP-XL untuk Windows. Tanpa paket itu: buka Command Prompt, jalankan  py -m pip install lkjip-xl  lalu  py -m lkjip_xl.cli pasang",
    ),
    ("LibreOffice", "Tools > Options > Security > Macro Security > Medium, lalu izinkan makro saat membuka berkas."),
    (
        "Dengan makro",
        "Buku ini (.xlsm): tombol dan rumus bekerja setelah makro diizinkan.",
    ),
    (
        "Tanpa makro",
        "Minta salinan: lkjip edar BUKU.xlsm -o KIRIM.xlsx. Semua angka dan rumus tetap terbaca, juga oleh penerima; tombol tidak ikut.",
    ),
    (
        "Lembar tidak terlihat",
        "Klik kanan tab mana pun > Unhide (Tampilkan), pilih lembarnya; atau klik tombol Tampilan Ringkas / Lengkap.",
    ),
    (
        "Kembali ke isi sebelumnya",
        "Setiap kali lkjip mengubah berkas, salinan lamanya ada di folder yang sama: NAMA.cadangan-TANGGAL-JAM.xlsm.",
    ),
    ("Tombol hilang", "Terjadi sesudah disimpan di LibreOffice. Jalankan  lkjip mesin BUKU.xlsm vba"),
)


def hasil_contoh(f: FungsiLembar) -> str:
    """What the cell of a function's example shows, two decimals at most."""
    x = FUNGSI[f.nama](*f.nilai)
    return tulis(round(x, 2)) if isinstance(x, float) else str(x)
