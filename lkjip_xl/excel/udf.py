"""Worksheet functions for the xlwings engine: lkjip_xl.inti.fungsi behind xlwings, for one cell or a whole range.

A range in the place of a single value gives as many results (a column in, a column out), so one call serves a
whole table. What xlwings puts into the cell: None and NaN become the empty text "", not a true blank; the text of
an exception, so none is let out of here; an error name such as "#DIV/0!" stays text. The VBA stubs of
mesin_xlwings turn error names into true Excel errors; after xlwings' own "Import Functions" they are text.
"""

import xlwings as xw

from lkjip_xl.excel.larik import per_sel
from lkjip_xl.inti import fungsi

KELOMPOK = "LKjIP-XL"


@xw.func(category=KELOMPOK)
@xw.arg("target", doc='Target: angka, teks angka, atau rentang "a–b" bila arahnya rentang.', err_to_str=True, ndim=2)
@xw.arg(
    "realisasi", doc='Realisasi; kosong atau "-" berarti belum diukur dan hasilnya kosong.', err_to_str=True, ndim=2
)
@xw.arg("arah", doc="naik (bila kosong), turun, turun-rasio, atau rentang.", err_to_str=True, ndim=2)
@xw.arg("batas", doc="Batas atas hasil dalam persen; kosong berarti tanpa batas.", err_to_str=True, ndim=2)
def CAPAIAN(target, realisasi, arah=None, batas=None):
    """Capaian kinerja dalam persen: realisasi dibandingkan dengan target menurut arah indikator, tanpa pembulatan."""
    return per_sel(fungsi.CAPAIAN, target, realisasi, arah, batas)


@xw.func(category=KELOMPOK)
@xw.arg("capaian", doc="Capaian dalam persen.", err_to_str=True, ndim=2)
@xw.arg(
    "skala_kategori",
    doc="Tabel skala tiga kolom: batas bawah, tanda (>= atau >), kategori; dari yang tertinggi.",
    err_to_str=True,
    ndim=2,
)
@xw.arg("desimal", doc="Jumlah desimal yang ditampilkan; 2 bila kosong.", err_to_str=True, ndim=2)
def KATEGORI(capaian, skala_kategori, desimal=None):
    """Kategori capaian menurut tabel skala: pita pertama dari atas yang memuat capaian sebagaimana ditampilkan."""
    return per_sel(fungsi.KATEGORI, capaian, skala_kategori, desimal, utuh=(1,))


@xw.func(category=KELOMPOK)
@xw.arg("pagu", doc="Pagu anggaran dalam rupiah.", err_to_str=True, ndim=2)
@xw.arg("realisasi", doc="Realisasi anggaran dalam rupiah; kosong berarti belum diketahui.", err_to_str=True, ndim=2)
def SERAPAN(pagu, realisasi):
    """Serapan anggaran dalam persen: realisasi dibagi pagu, tanpa pembulatan."""
    return per_sel(fungsi.SERAPAN, pagu, realisasi)


@xw.func(category=KELOMPOK)
@xw.arg("capaian", doc="Capaian kinerja dalam persen.", err_to_str=True, ndim=2)
@xw.arg("serapan", doc="Serapan anggaran dalam persen.", err_to_str=True, ndim=2)
@xw.arg("metode", doc="selisih (bila kosong), rasio, atau pmk214.", err_to_str=True, ndim=2)
def EFISIENSI(capaian, serapan, metode=None):
    """Efisiensi dalam persen dari capaian dan serapan menurut metode yang dipilih."""
    return per_sel(fungsi.EFISIENSI, capaian, serapan, metode)


@xw.func(category=KELOMPOK)
@xw.arg("capaian", doc="Kolom capaian dalam persen; sel kosong diabaikan.", err_to_str=True, ndim=2)
@xw.arg("pagu", doc="Kolom pagu dalam rupiah.", err_to_str=True, ndim=2)
@xw.arg("realisasi", doc="Kolom realisasi anggaran dalam rupiah.", err_to_str=True, ndim=2)
@xw.arg("metode", doc="selisih (bila kosong), rasio, pmk214, atau pmk214-tertimbang.", err_to_str=True, ndim=2)
def EFISIENSI_TOTAL(capaian, pagu, realisasi, metode=None):
    """Efisiensi total dalam persen dari rata-rata capaian dan jumlah realisasi dibagi jumlah pagu."""
    return per_sel(fungsi.EFISIENSI_TOTAL, capaian, pagu, realisasi, metode, utuh=(0, 1, 2))


@xw.func(category=KELOMPOK)
@xw.arg("realisasi", doc="Realisasi sampai tahun ini.", err_to_str=True, ndim=2)
@xw.arg("target_akhir", doc="Target akhir Renstra.", err_to_str=True, ndim=2)
@xw.arg("arah", doc="naik (bila kosong), turun, turun-rasio, atau rentang.", err_to_str=True, ndim=2)
def KEMAJUAN(realisasi, target_akhir, arah=None):
    """Tingkat kemajuan dalam persen: realisasi dibandingkan dengan target akhir Renstra menurut arah indikator."""
    return per_sel(fungsi.KEMAJUAN, realisasi, target_akhir, arah)


@xw.func(category=KELOMPOK)
@xw.arg("rentang", doc="Kolom capaian dalam persen; sel kosong diabaikan.", err_to_str=True, ndim=2)
@xw.arg("desimal", doc="Jumlah desimal yang ditampilkan; 2 bila kosong.", err_to_str=True, ndim=2)
@xw.arg("batas", doc="Batas atas tiap nilai dalam persen; kosong berarti tanpa batas.", err_to_str=True, ndim=2)
def RATA_CAPAIAN(rentang, desimal=None, batas=None):
    """Rata-rata capaian sebagaimana ditampilkan: tiap nilai dipotong batas dan dibulatkan, lalu dirata-rata."""
    return per_sel(fungsi.RATA_CAPAIAN, rentang, desimal, batas, utuh=(0,))


@xw.func(category=KELOMPOK)
@xw.arg("nilai", doc="Nilai hasil evaluasi, 0 sampai 100.", err_to_str=True, ndim=2)
def PREDIKAT_SAKIP(nilai):
    """Predikat SAKIP dari nilai 0–100: AA, A, BB, B, CC, C, atau D."""
    return per_sel(fungsi.PREDIKAT_SAKIP, nilai)


@xw.func(category=KELOMPOK)
@xw.arg("teks", doc="Teks atau angka yang akan dibaca.", err_to_str=True, ndim=2)
def ANGKA(teks):
    """Angka dari teks seperti "Rp. 1.168.800.000,-" atau "76,99 %"."""
    return per_sel(fungsi.ANGKA, teks)


@xw.func(category=KELOMPOK)
@xw.arg("n", doc="Bilangan atau teks angka.", err_to_str=True, ndim=2)
def TERBILANG(n):
    """Bilangan dalam kata, misalnya 1.100 menjadi "seribu seratus"."""
    return per_sel(fungsi.TERBILANG, n)


@xw.func(category=KELOMPOK)
@xw.arg("n", doc="Jumlah dalam rupiah.", err_to_str=True, ndim=2)
def RUPIAH(n):
    """Jumlah uang sebagai teks dalam rupiah utuh, misalnya "Rp 3.457.628.590"."""
    return per_sel(fungsi.RUPIAH, n)
