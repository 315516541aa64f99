"""Documents of invented offices whose words and layouts no sheet has, and which cells of the workbook they must become.

Printed in every format like the tables of the published reports (tests/cetakan.py) and taken over into blank workbooks; `make skor`
prints the counts. A cell is right when its row (by name, quarter, kind) holds the value printed; a figure that stands anywhere else,
and nothing doubts it, is wrong.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cetakan import PENULIS, Cetakan
from dinas_pangan import buku

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.tabel.model import ANGKA

FORMAT = ("csv", "xlsx", "html", "docx")
KUNCI = tuple(f"{k}=" for k in ("nama", "tw", "kode", "uraian", "komponen", "tahun"))
TURUNAN = frozenset({"tahun", "tahun_dasar", "desimal", "no", "pengali"})  # figures no cell prints as such


@dataclass(frozen=True, slots=True)
class Kantor:
    """A document: its captions and tables ("A: B" = B below A), and what it must become, a row a line: sheet | key | columns."""

    nama: str
    tabel: tuple[tuple[str, str], ...]
    harap: str


KANTOR = (
    Kantor("perencana", (("Tabel 3.1 Target dan Realisasi Kinerja Tahun 2022-2024", """
No | Sasaran Strategis | Kinerja Utama | Satuan | Tahun 2022: Target | Tahun 2022: Realisasi | Tahun 2022: % | Tahun 2023: Target | Tahun 2023: Realisasi | Tahun 2023: % | Tahun 2024: Target | Tahun 2024: Realisasi | Tahun 2024: %
1 | Meningkatnya kualitas perencanaan daerah | a. Persentase keselarasan rencana | Persen | 90,00 | 91,20 | 101,33 | 92,00 | 90,75 | 98,64 | 95,00 | 96,40 | 101,47
1 | Meningkatnya kualitas perencanaan daerah | b. Nilai perencanaan | Nilai | 22,00 | 21,85 | 99,32 | 22,50 | 23,10 | 102,67 | 23,00 | 23,74 | 103,22
2 | Meningkatnya pemanfaatan riset dan inovasi | a. Indeks inovasi | Indeks | 45,00 | 41,37 | 91,93 | 50,00 | 52,66 | 105,32 | 55,00 | 51,08 | 92,87"""),
        ("Tabel 3.2 Perbandingan Realisasi Lima Tahun Terakhir", """
No | Indikator | Kondisi Awal (2019) | Realisasi: 2020 | Realisasi: 2021 | Realisasi: 2022 | Realisasi: 2023 | Realisasi: 2024
1. | Persentase keselarasan rencana | 84,10 | 86,20 | 88,45 | 91,20 | 90,75 | 96,40
2. | Nilai perencanaan | 19,40 | 20,05 | 20,90 | 21,85 | 23,10 | 23,74
3. | Indeks inovasi | 28,3 | 33,12 | 38,90 | 41,37 | 52,66 | 51,08""")), """
pengukuran | @Persentase keselarasan rencana | target=95,00 | realisasi=96,40
pengukuran | @Nilai perencanaan | target=23,00 | realisasi=23,74
pengukuran | @Indeks inovasi | target=55,00 | realisasi=51,08
riwayat | @Persentase keselarasan rencana | target_1=92,00 | realisasi_1=90,75 | target_2=90,00 | realisasi_2=91,20 | realisasi_3=88,45
riwayat | @Nilai perencanaan | target_1=22,50 | realisasi_1=23,10 | target_2=22,00 | realisasi_2=21,85 | realisasi_3=20,90
riwayat | @Indeks inovasi | target_1=50,00 | realisasi_1=52,66 | target_2=45,00 | realisasi_2=41,37 | realisasi_3=38,90"""),
    Kantor("desa", (("Tabel 9. Capaian Kinerja Tahun 2024", """
No | Sasaran | Tolok Ukur Kinerja | Satuan | Target | Realisasi | Tingkat Realisasi (%) | Kriteria
1 | Meningkatnya kemandirian desa | Persentase desa mandiri | Persen | 35,00 | 38,24 | 109,26 | Sangat Tinggi
1 | Meningkatnya kemandirian desa | Jumlah BUM Desa berbadan hukum | BUM Desa | 120 | 114 | 95,00 | Sangat Tinggi"""),
        ("Tabel 14. Realisasi Anggaran Program dan Kegiatan Tahun 2024", """
No | Uraian | Jumlah Anggaran (Rp) | Realisasi Keuangan (Rp) | Persentase Capaian
1 | Program Penataan Desa | 1.215.400.000 | 1.178.225.500 | 96,94
1.1 | Penyelenggaraan Penataan Desa | 1.215.400.000 | 1.178.225.500 | 96,94
2 | Program Administrasi Pemerintahan Desa | 2.640.750.000 | 2.501.310.250 | 94,72
 | JUMLAH | 3.856.150.000 | 3.679.535.750 | 95,42""")), """
pengukuran | @Persentase desa mandiri | target=35,00 | realisasi=38,24
pengukuran | @Jumlah BUM Desa berbadan hukum | target=120 | realisasi=114
anggaran | nama=Program Penataan Desa | pagu=1.215.400.000 | realisasi_rp=1.178.225.500
anggaran | nama=Penyelenggaraan Penataan Desa | pagu=1.215.400.000 | realisasi_rp=1.178.225.500
anggaran | nama=Program Administrasi Pemerintahan Desa | pagu=2.640.750.000 | realisasi_rp=2.501.310.250"""),
    Kantor("pustaka", (("Tabel 3.10 Realisasi kinerja dan anggaran program tahun 2024", """
No | Program/Kegiatan/Sub Kegiatan | Indikator | Target | Realisasi | Anggaran: Pagu (Rp) | Anggaran: Realisasi (Rp) | Anggaran: (%)
I | PROGRAM PEMBINAAN PERPUSTAKAAN | Persentase perpustakaan sesuai standar | 45 % | 46,15 % | 1.845.000.000 | 1.799.240.000 | 97,52
1 | Pengelolaan Perpustakaan | Jumlah perpustakaan yang dikelola | 12 perpustakaan | 12 perpustakaan | 1.845.000.000 | 1.799.240.000 | 97,52
II | PROGRAM PENGELOLAAN ARSIP | Tingkat ketersediaan arsip | 60 % | 57,50 % | 725.500.000 | 689.110.000 | 94,98
TOTAL | | | | | 2.570.500.000 | 2.488.350.000 | 96,80"""),), """
anggaran | nama=PROGRAM PEMBINAAN PERPUSTAKAAN | target=45 | realisasi=46,15 | pagu=1.845.000.000 | realisasi_rp=1.799.240.000
anggaran | nama=Pengelolaan Perpustakaan | target=12 | realisasi=12 | pagu=1.845.000.000 | realisasi_rp=1.799.240.000
anggaran | nama=PROGRAM PENGELOLAAN ARSIP | target=60 | realisasi=57,50 | pagu=725.500.000 | realisasi_rp=689.110.000"""),
    Kantor("perikanan", (("Evaluasi Hasil Pelaksanaan Renja Tahun 2024", """
Kode | Program/Kegiatan | Indikator Kinerja Program/Kegiatan | Satuan | Target Akhir Renstra (Tahun 2026): K | Target Akhir Renstra (Tahun 2026): Rp | Capaian s.d. Tahun 2023: K | Capaian s.d. Tahun 2023: Rp | Target Renja 2024: K | Target Renja 2024: Rp | Realisasi Triwulan I: K | Realisasi Triwulan I: Rp | Realisasi Triwulan II: K | Realisasi Triwulan II: Rp | Realisasi Triwulan III: K | Realisasi Triwulan III: Rp | Realisasi Triwulan IV: K | Realisasi Triwulan IV: Rp | Realisasi Capaian Tahun 2024: K | Realisasi Capaian Tahun 2024: Rp
3.25.03 | Program Perikanan Tangkap | Produksi perikanan tangkap | ton | 5.200 | 9.400.000.000 | 4.610 | 3.100.000.000 | 4.900 | 3.250.000.000 | 1.010 | 410.000.000 | 1.290 | 880.000.000 | 1.350 | 910.000.000 | 1.275 | 840.000.000 | 4.925 | 3.040.000.000
3.25.04 | Program Perikanan Budidaya | Produksi perikanan budidaya | ton | 8.100 | 12.000.000.000 | 6.900 | 3.900.000.000 | 7.500 | 4.150.000.000 | 1.710 | 640.000.000 | 1.905 | 1.110.000.000 | 1.960 | 1.190.000.000 | 1.890 | 1.010.000.000 | 7.465 | 3.950.000.000"""),), """
renja | nama=Program Perikanan Tangkap | target_sesudah=4.900 | pagu_setelah=3.250.000.000
renja | nama=Program Perikanan Budidaya | target_sesudah=7.500 | pagu_setelah=4.150.000.000
anggaran | nama=Program Perikanan Tangkap | realisasi=4.925 | realisasi_rp=3.040.000.000
anggaran | nama=Program Perikanan Budidaya | realisasi=7.465 | realisasi_rp=3.950.000.000
tc27 | nama=Program Perikanan Tangkap | target_akhir=5.200 | rp_akhir=9.400.000.000
tc27 | nama=Program Perikanan Budidaya | target_akhir=8.100 | rp_akhir=12.000.000.000
triwulan | kode=3.25.03 | tw=I | realisasi=1.010
triwulan | kode=3.25.03 | tw=II | realisasi=1.290
triwulan | kode=3.25.03 | tw=III | realisasi=1.350
triwulan | kode=3.25.03 | tw=IV | realisasi=1.275
triwulan | kode=3.25.04 | tw=I | realisasi=1.710
triwulan | kode=3.25.04 | tw=II | realisasi=1.905
triwulan | kode=3.25.04 | tw=III | realisasi=1.960
triwulan | kode=3.25.04 | tw=IV | realisasi=1.890"""),
    Kantor("rumah sakit", (("Tabel 3.1 Capaian Kinerja Tahun 2023 dan 2024", """
No | Uraian Indikator | Satuan | Tahun 2023: Target | Tahun 2023: Realisasi | Tahun 2024: Target | Tahun 2024: Realisasi | Tahun 2024: % Capaian terhadap Target
1 | Bed Turn Over | kali | 38 | 35,6 | 40 | 37,2 | 93,00
2 | Indeks kepuasan pasien | indeks | 82,0 | 83,4 | 84,0 | 85,9 | 102,26"""),
        ("Tabel 3.2 Realisasi Anggaran Tahun 2023 dan 2024", """
Nama Program | Nilai Anggaran (Rp ribu) | Nilai Realisasi (Rp ribu) | Tingkat Realisasi (%) | Sisa (Rp ribu)
Program Penunjang Urusan | 28.450.500 | 27.612.310 | 97,05 | 838.190
Program Upaya Kesehatan | 9.214.000 | 8.955.125 | 97,19 | 258.875
Total | 37.664.500 | 36.567.435 | 97,09 | 1.097.065""")), """
pengukuran | @Bed Turn Over | target=40 | realisasi=37,2
pengukuran | @Indeks kepuasan pasien | target=84,0 | realisasi=85,9
riwayat | @Bed Turn Over | target_1=38 | realisasi_1=35,6
riwayat | @Indeks kepuasan pasien | target_1=82,0 | realisasi_1=83,4
anggaran | nama=Program Penunjang Urusan | pagu=28.450.500.000 | realisasi_rp=27.612.310.000
anggaran | nama=Program Upaya Kesehatan | pagu=9.214.000.000 | realisasi_rp=8.955.125.000"""),
    Kantor("kebudayaan", (("Realisasi Anggaran Tahun Anggaran 2024", """
No | Kode | Uraian Program/Kegiatan/Sub Kegiatan | Bidang | Pagu (Rp) | Realisasi (Rp) | Persentase | Keterangan sisa
1 | 2.22.02 | Program Kesenian | Sekretariat | 702.250.000 | 577.862.750 | 82,29 |
2 | 2.22.02.2.01 | Pembinaan Kesenian | | 702.250.000 | 577.862.750 | 82,29 |
3 | 2.22.02.2.01.0001 | Festival Kesenian | Bidang Kesenian | 702.250.000 | 577.862.750 | 82,29 | tender turun"""),
        ("Anggaran Program", """
No | Program / Kegiatan | Anggaran | Realisasi s.d. Des | % Keu | % Fisik
1 | Program Cagar Budaya | 74.300.000 | 71.925.000 | 96,80 | 98,5
2 | Program Permuseuman | 84.300.000 | 80.085.000 | 95,00 | 100""")), """
anggaran | kode=2.22.02 | pagu=702.250.000 | realisasi_rp=577.862.750
anggaran | kode=2.22.02.2.01 | pagu=702.250.000 | realisasi_rp=577.862.750
anggaran | kode=2.22.02.2.01.0001 | pagu=702.250.000 | realisasi_rp=577.862.750
anggaran | nama=Program Cagar Budaya | pagu=74.300.000 | realisasi_rp=71.925.000 | fisik=98,5
anggaran | nama=Program Permuseuman | pagu=84.300.000 | realisasi_rp=80.085.000 | fisik=100"""),
    Kantor("renja perubahan", (("Tabel 4.1 Rumusan Perubahan Rencana Program dan Kegiatan Tahun 2024 dan Prakiraan Maju Tahun 2025", """
Kode | Program/Kegiatan/Sub Kegiatan | Indikator Kinerja | Target Capaian Kinerja: Sebelum | Target Capaian Kinerja: Sesudah | Pagu Indikatif (Rp): Sebelum Perubahan | Pagu Indikatif (Rp): Setelah Perubahan | Prakiraan Maju Rencana Tahun 2025: Target | Prakiraan Maju Rencana Tahun 2025: Kebutuhan Dana (Rp)
2.23.02 | PROGRAM PERPUSTAKAAN | Indeks literasi | 72,40 Indeks | 73,15 Indeks | 401.750.000 | 415.700.000 | 74,00 Indeks | 457.000.000
2.23.02.2.01 | Pengelolaan Perpustakaan | Jumlah perpustakaan | 24 Unit | 26 Unit | 401.750.000 | 415.700.000 | 28 Unit | 457.000.000"""),
        ("Tabel T-C.27 Rencana Program, Kegiatan dan Pendanaan Indikatif (Rp juta)", """
Kode | Program dan Kegiatan | Indikator Kinerja | Satuan | Data Capaian pada Tahun Awal Perencanaan | Tahun 2024: Target | Tahun 2024: Rp | Tahun 2025: Target | Tahun 2025: Rp
2.23.02 | PROGRAM PERPUSTAKAAN | Indeks literasi | Indeks | 70,5 | 73,0 | 435,50 | 74,5 | 457,75
2.23.02.2.01 | Pengelolaan Perpustakaan | Jumlah perpustakaan | Unit | 22 | 26 | 435,50 | 28 | 457,75""")), """
renja | kode=2.23.02 | target_sebelum=72,40 | target_sesudah=73,15 | pagu_sebelum=401.750.000 | pagu_setelah=415.700.000 | target_prakiraan=74 | pagu_prakiraan=457.000.000
renja | kode=2.23.02.2.01 | target_sebelum=24 | target_sesudah=26 | pagu_sebelum=401.750.000 | pagu_setelah=415.700.000 | target_prakiraan=28 | pagu_prakiraan=457.000.000
tc27 | kode=2.23.02 | nilai_dasar=70,5 | target_1=73 | rp_1=435.500.000 | target_2=74,5 | rp_2=457.750.000
tc27 | kode=2.23.02.2.01 | nilai_dasar=22 | target_1=26 | rp_1=435.500.000 | target_2=28 | rp_2=457.750.000"""),
    Kantor("kesbangpol", (("Tabel 1.2 Kebutuhan Pegawai", """
Jabatan | Kebutuhan | Ada | +/-
Kepala Bidang | 4 | 3 | -1
Pelaksana | 30 | 21 | -9"""),
        ("Tabel 1.4 Aset Tetap per 31 Desember 2024", """
No | Uraian | Jumlah Barang | Nilai (Rp): Saldo 31-12-2023 | Nilai (Rp): Bertambah | Nilai (Rp): Berkurang | Nilai (Rp): Saldo 31-12-2024
1 | Tanah | 2 | 415.000.000 | - | - | 415.000.000
2 | Peralatan dan Mesin | 318 | 2.184.350.750 | 146.200.000 | 31.975.000 | 2.298.575.750"""),
        ("Tabel 2. Hasil Evaluasi AKIP", """
Komponen | Bobot | Nilai 2023 | Nilai 2024
Perencanaan Kinerja | 30 | 22,35 | 23,10
Pelaporan Kinerja | 15 | 10,62 | 11,04""")), """
pegawai | uraian=Kepala Bidang | kebutuhan=4 | jumlah=3
pegawai | uraian=Pelaksana | kebutuhan=30 | jumlah=21
aset | nama=Tanah | jumlah_barang=2 | saldo_awal=415.000.000 | saldo_akhir=415.000.000
aset | nama=Peralatan dan Mesin | jumlah_barang=318 | saldo_awal=2.184.350.750 | bertambah=146.200.000 | berkurang=31.975.000 | saldo_akhir=2.298.575.750
lhe_nilai | komponen=Perencanaan Kinerja | tahun=2024 | bobot=30 | nilai=23,10
lhe_nilai | komponen=Perencanaan Kinerja | tahun=2023 | bobot=30 | nilai=22,35
lhe_nilai | komponen=Pelaporan Kinerja | tahun=2024 | bobot=15 | nilai=11,04
lhe_nilai | komponen=Pelaporan Kinerja | tahun=2023 | bobot=15 | nilai=10,62"""),
    Kantor("lingkungan", (("Realisasi Kinerja Triwulan (kumulatif) Tahun 2024", """
No | Indikator Kinerja | Satuan | Target 2024 | Realisasi: I | Realisasi: II | Realisasi: III | Realisasi: IV
1 | Indeks Kualitas Air | Indeks | 52,5 | 50,1 | 51,8 | 52,2 | 53,4
2 | Jumlah usaha yang diawasi | Usaha | 140 | 30 | 68 | 110 | 152"""),
        ("Program Pendukung", """
Indikator Kinerja | Program | Anggaran (Rp) | Realisasi (Rp) | Serapan (%) | Menunjang/Tidak
Indeks Kualitas Air | Program Pengendalian Pencemaran | 865.000.000 | 843.117.500 | 97,47 | Menunjang
Jumlah usaha yang diawasi | Program Pengawasan Izin | 154.000.000 | 98.720.000 | 64,10 | Tidak menunjang"""),
        ("Tabel 3.4 Perbandingan dengan Standar Nasional", """
Indikator | Realisasi 2024 | Rata-rata Nasional 2024 | Sumber
Indeks Kualitas Air | 53,4 | 54,12 | Laporan Nasional
Jumlah usaha yang diawasi | 152 | 131 | Laporan Nasional""")), """
pengukuran | @Indeks Kualitas Air | target=52,5
pengukuran | @Jumlah usaha yang diawasi | target=140
triwulan | @Indeks Kualitas Air | tw=I | realisasi=50,1
triwulan | @Indeks Kualitas Air | tw=II | realisasi=51,8
triwulan | @Indeks Kualitas Air | tw=III | realisasi=52,2
triwulan | @Indeks Kualitas Air | tw=IV | realisasi=53,4
triwulan | @Jumlah usaha yang diawasi | tw=I | realisasi=30
triwulan | @Jumlah usaha yang diawasi | tw=II | realisasi=68
triwulan | @Jumlah usaha yang diawasi | tw=III | realisasi=110
triwulan | @Jumlah usaha yang diawasi | tw=IV | realisasi=152
anggaran | nama=Program Pengendalian Pencemaran | pagu=865.000.000 | realisasi_rp=843.117.500
anggaran | nama=Program Pengawasan Izin | pagu=154.000.000 | realisasi_rp=98.720.000
pembanding | @Indeks Kualitas Air | nilai=54,12
pembanding | @Jumlah usaha yang diawasi | nilai=131"""),
)  # fmt: skip


def _cetakan(judul: str, teks: str) -> Cetakan:
    kepala, *baris = [tuple(x.strip() for x in b.split("|")) for b in teks.strip().split("\n")]
    jalur = tuple(tuple(x.split(": ")) for x in kepala)
    return Cetakan(judul, jalur, tuple(b + ("",) * (len(kepala) - len(b)) for b in baris), False, False, "")


def hitung(k: Kantor, format: str, folder: Path) -> tuple[int, int, list[str]]:
    """Right cells of a document, all that have a place, and figures that stand where they must not."""
    PENULIS[format]([_cetakan(*t) for t in k.tabel], path := folder / f"{k.nama}.{format}")
    bahan = baca_bahan([path])
    r = rencanakan(buku(), bahan.tabel, kisi=bahan.kisi)
    kena, semua = set(), 0
    for lembar, kunci, kolom, nilai in _harap(k):
        semua += 1
        kena |= {(lembar, b, kolom) for b in _baris(r, lembar, kunci) if r.buku[lembar].isi(b).get(kolom) == nilai}
    return len(kena), semua, [f"{x}: {s.nilai}" for x, s in r.tulis.items() if x not in kena and _figur(r, *x)]


def _harap(k: Kantor) -> Iterator[tuple[str, tuple[str, ...], str, float | None]]:
    for lembar, *isi in (x.split(" | ") for x in k.harap.strip().split("\n")):
        kunci = tuple(x for x in isi if x[0] == "@" or x.startswith(KUNCI))
        for x in isi:
            if x not in kunci:
                kolom, _, nilai = x.partition("=")
                yield lembar, kunci, kolom, baca_kolom(nilai).nilai


def _baris(r: Rencana, lembar: str, kunci: tuple[str, ...]) -> list[int]:
    kode = {nama_setara(x["indikator"]): x["kode"] for _, x in r.buku["indikator"].rekaman()}

    def sama(x: dict[str, object], y: str) -> bool:
        if y[0] == "@":
            return x["kode"] == kode.get(nama_setara(y[1:]), "")
        kolom, _, isi = y.partition("=")
        if kolom == "tahun":
            return x[kolom] == float(isi)
        return nama_setara(str(x[kolom])) == nama_setara(isi)

    return [b for b, x in r.buku[lembar].rekaman() if all(sama(x, y) for y in kunci)]


def _figur(r: Rencana, lembar: str, baris: int, kolom: str) -> bool:
    """Is this a figure that stands there for certain?"""
    t = r.buku[lembar]
    ragu = {(s.lembar, s.sel) for s in r.sel if s.nasib in (Nasib.RAGU, Nasib.BENTROK)}
    angka = t.skema.kolom[kolom].tipe in ANGKA and kolom not in TURUNAN and not kolom.startswith("capaian")
    return angka and lembar != "indikator" and (t.lembar, t.alamat(baris, kolom)) not in ragu


def cetak_skor() -> None:
    """Print the counts of every format."""
    for format in FORMAT:
        with tempfile.TemporaryDirectory() as d:
            semua = [hitung(k, format, Path(d)) for k in KANTOR]
        benar, bertempat, salah = sum(x[0] for x in semua), sum(x[1] for x in semua), sum(len(x[2]) for x in semua)
        print(f"ambil dokumen karangan {format}: {benar} dari {bertempat} sel benar, {salah} salah", flush=True)
