"""The sheet Petunjuk: what to fill in which order, what the colours mean, the functions with an example each."""

from __future__ import annotations

from math import ceil

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.excel.tombol import Tombol
from lkjip_xl.skema.model import Skema
from lkjip_xl.templat import gaya

LEMBAR = "Petunjuk"
LEBAR = (5, 48, 50, 40)
KERTAS_A4 = 9
TINGGI_BARIS = 14
TINGGI_TOMBOL = 28.5  # points
BARIS_TOMBOL = 5
BARIS_PILIHAN = BARIS_TOMBOL + 2
BARIS_STATUS = BARIS_PILIHAN + 1
NAMA_PILIHAN, NAMA_STATUS = "LembarDiperiksa", "StatusTerakhir"
TOMBOL = tuple(
    Tombol(teks, makro, BARIS_TOMBOL + i // 3, 2 + i % 3, lebar=240, tinggi=30)
    for i, (teks, makro) in enumerate(
        (
            ("Validasi", "Validasi"),
            ("Perbarui Ringkasan", "PerbaruiRingkasan"),
            ("Periksa Lembar Ini", "PeriksaLembarIni"),
            ("Bersihkan Tanda", "BersihkanTanda"),
            ("Rapikan", "Rapikan"),
            ("Buat Laporan", "BuatLaporan"),
        )
    )
)

WARNA = (
    (gaya.KUNING, "Isian", "Ketik di sini. Angka saja; satuan ada di kolom Satuan."),
    (gaya.BIRU_MUDA, "Diwarisi", "Terisi dari lembar sumbernya. Boleh ditimpa; bila berbeda dari sumbernya, Validasi memberi tahu."),
    (gaya.ABU, "Dihitung", "Rumus; terkunci."),
    (gaya.MERAH, "Kesalahan", "Ditandai Validasi: angka bertentangan atau tidak terbaca. Lihat Hasil Validasi."),
    (gaya.JINGGA, "Peringatan", "Ditandai Validasi: perlu diperiksa."),
)
LANGKAH = (
    ("Pengaturan, Skala Kategori, Daftar Tabel", "Identitas, tahun, periode Renstra, cara hitung, skala, nomor dan judul tabel."),
    ("Indikator", "Satu baris per indikator dengan kode. Semua lembar lain memakai kode ini."),
    ("Renstra, IKU, T-C.27, Renja", "Dokumen perencanaan. Target Renstra diwarisi oleh PK."),
    ("PK, PK Program", "Perjanjian Kinerja murni dan perubahan beserta anggarannya."),
    ("Pengukuran, Riwayat, Pembanding", "Realisasi tahun ini, tahun-tahun lalu, dan pembandingnya. Capaian dan kategori terhitung."),
    ("Anggaran, Belanja, Penunjang", "Kinerja dan realisasi anggaran; program yang menunjang tiap sasaran."),
    ("Analisis, Rencana Aksi", "Penyebab, solusi, dan rencana tahun berikutnya."),
    ("LHE, Pegawai, Aset, Data Pendukung", "Bahan Bab I dan tindak lanjut evaluasi."),
    ("Validasi", "Jalankan Validasi, klik alamat di Hasil Validasi, perbaiki, ulangi sampai bersih."),
    ("Perbarui Ringkasan", "Membuat ulang tabel Bab III dan IV. Jangan mengetik di lembar ringkasan: isinya diganti."),
)
PERLU = "Izinkan makro, lalu pasang program lkjip sekali saja: buka Command Prompt dan jalankan  py -m pip install lkjip-xl"
FUNGSI = (
    ("CAPAIAN(target; realisasi; arah; batas)", "=CAPAIAN(75; 76,99; \"naik\"; \"\") → 102,65"),
    ("KATEGORI(capaian; SkalaKategori; desimal)", "=KATEGORI(102,65; SkalaKategori; 2) → Sangat Berhasil"),
    ("SERAPAN(pagu; realisasi)", "=SERAPAN(575000000; 538642907) → 93,68"),
    ("EFISIENSI(capaian; serapan; metode)", "=EFISIENSI(102,65; 93,68; \"pmk214\") → 8,74"),
    ("EFISIENSI_TOTAL(capaian; pagu; realisasi; metode)", "rata-rata capaian terhadap serapan total"),
    ("KEMAJUAN(realisasi; target akhir; arah)", "=KEMAJUAN(76,99; 77; \"naik\") → 99,99"),
    ("RATA_CAPAIAN(rentang; desimal; batas)", "rata-rata capaian sebagaimana ditampilkan"),
    ("PREDIKAT_SAKIP(nilai)", "=PREDIKAT_SAKIP(90,03) → AA"),
    ("ANGKA(teks)", "=ANGKA(\"Rp 1.168.800.000,-\") → 1168800000"),
    ("TERBILANG(n)", "=TERBILANG(4) → empat"),
    ("RUPIAH(n)", "=RUPIAH(3457628590) → Rp 3.457.628.590"),
)


def bangun_petunjuk(ws: Worksheet, skema: Skema) -> None:
    """Write the guide; every sheet name in the list of sheets is a link."""
    ws.title = LEMBAR
    for h, lebar in zip("ABCD", LEBAR, strict=True):
        ws.column_dimensions[h].width = lebar
    ws["A1"] = "LKjIP-XL — BUKU KERJA LAPORAN KINERJA"
    ws["A1"].font = gaya.JUDUL
    ws["A2"] = '=Instansi&" "&Kabupaten&" — Tahun "&TahunLaporan'
    ws["A2"].font = gaya.SUBJUDUL
    _tempat_tombol(ws)
    baris = _bagian(ws, BARIS_STATUS + 3, "Arti warna")
    for warna, nama, arti in WARNA:
        ws.cell(baris, 1).fill = gaya.isian(warna)
        ws.cell(baris, 1).border = gaya.KOTAK
        _tulis(ws, baris, nama, arti)
        baris += 1
    baris = _bagian(ws, baris + 1, "Urutan mengisi")
    for n, (lembar, arti) in enumerate(LANGKAH, 1):
        ws.cell(baris, 1, n).font = gaya.BIASA
        _tulis(ws, baris, lembar, arti)
        baris += 1
    baris = _bagian(ws, baris + 1, "Cara menulis angka")
    for nama, arti in (
        ("Desimal dan ribuan", "Ketik angka biasa. 76,99 atau 1168800000; jangan menambah Rp, %, atau satuan."),
        ("Persen", "Tulis 75 untuk 75 persen. Jangan memakai format persen Excel."),
        ("Tidak ada data", "Kosongkan, atau tulis - atau N/A. Angka 0 berarti nol."),
    ):
        _tulis(ws, baris, nama, arti)
        baris += 1
    baris = _bagian(ws, baris + 1, "Fungsi yang dapat dipakai di sel mana pun")
    for nama, contoh in FUNGSI:
        _tulis(ws, baris, nama, contoh)
        baris += 1
    baris = _bagian(ws, baris + 1, "Daftar lembar")
    _pilihan_lembar(ws, baris, baris + len(skema.lembar) - 1)
    for lembar in skema.lembar.values():
        sel = ws.cell(baris, 2, lembar.lembar)
        sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"'{lembar.lembar}'!A1", display=lembar.lembar)
        sel.font = gaya.TAUTAN
        isi = ws.cell(baris, 3, lembar.cermin)
        isi.font, isi.alignment = gaya.BIASA, gaya.KIRI
        ws.merge_cells(start_row=baris, end_row=baris, start_column=3, end_column=4)
        baris += 1
    ws.sheet_view.showGridLines = False
    ws.page_setup.orientation, ws.page_setup.paperSize = "portrait", KERTAS_A4
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.print_area = f"A1:D{baris - 1}"
    ws.protection.sheet = True
    ws.protection.formatColumns = ws.protection.formatRows = False


def _tempat_tombol(ws: Worksheet) -> None:
    """Two rows for the buttons, the sheet that Periksa Lembar Ini checks, the outcome of the last click, a note."""
    _bagian(ws, BARIS_TOMBOL - 1, "Tombol")
    for baris in sorted({t.baris for t in TOMBOL}):
        ws.row_dimensions[baris].height = TINGGI_TOMBOL
    _tulis(ws, BARIS_PILIHAN, "Periksa Lembar Ini memeriksa lembar", "")
    _tulis(ws, BARIS_STATUS, "Hasil terakhir", "Belum ada.")
    _tulis(ws, BARIS_STATUS + 1, "Tombol tidak bekerja?", PERLU)
    for nama, baris in ((NAMA_PILIHAN, BARIS_PILIHAN), (NAMA_STATUS, BARIS_STATUS)):
        ws.parent.defined_names[nama] = DefinedName(nama, attr_text=f"'{LEMBAR}'!$C${baris}")


def _pilihan_lembar(ws: Worksheet, awal: int, akhir: int) -> None:
    """A drop-down of the sheets that the list below names."""
    sel = ws.cell(BARIS_PILIHAN, 3, "Pengukuran")
    sel.fill, sel.protection = gaya.isian(gaya.KUNING), gaya.TERBUKA
    daftar = DataValidation("list", formula1=f"$B${awal}:$B${akhir}", allow_blank=False, showErrorMessage=True)
    daftar.add(sel)
    ws.add_data_validation(daftar)


def _bagian(ws: Worksheet, baris: int, teks: str) -> int:
    for i in range(1, 5):
        ws.cell(baris, i).fill = gaya.isian(gaya.BIRU_TUA)
    ws.cell(baris, 1, teks).font = gaya.KEPALA
    return baris + 1


def _tulis(ws: Worksheet, baris: int, nama: str, arti: str) -> None:
    kiri, kanan = ws.cell(baris, 2, nama), ws.cell(baris, 3, arti)
    for sel in (kiri, kanan):
        sel.data_type = "s"  # the examples of functions begin with "="
        sel.alignment = gaya.KIRI
    kiri.font, kanan.font = gaya.TEBAL, gaya.BIASA
    garis = max(ceil(len(nama) / LEBAR[1]), ceil(len(arti) / (LEBAR[2] + LEBAR[3])))
    ws.row_dimensions[baris].height = TINGGI_BARIS * garis
    ws.merge_cells(start_row=baris, end_row=baris, start_column=3, end_column=4)
