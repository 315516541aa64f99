"""Worksheet functions: the formulas with cell values in and a cell value out, as Excel would show it.

An argument is a number, text, None (blank), a Galat (cell error) or a range as a list of rows; the result
is a number, text, None (blank) or a Galat. No function ever raises: what is undefined is #DIV/0!, what cannot
be read or makes no sense is #VALUE!, and an error that goes in comes out.
"""

from lkjip_xl.inti import angka, rumus, skala
from lkjip_xl.inti.argumen import (
    FUNGSI,
    Galat,
    Hasil,
    Rentang,
    Sel,
    angka_sel,
    angka_semua,
    baris_sel,
    batas_sel,
    desimal_sel,
    fungsi_lembar,
    kata_sel,
    kosong,
    pilihan_sel,
    rentang_sel,
)
from lkjip_xl.inti.pilihan import Arah, Cara, Metode, baca_arah, baca_cara, baca_metode

__all__ = [
    "ANGKA",
    "CAPAIAN",
    "EFISIENSI",
    "EFISIENSI_TOTAL",
    "FUNGSI",
    "KATEGORI",
    "KEMAJUAN",
    "PREDIKAT_SAKIP",
    "RATA_CAPAIAN",
    "RUPIAH",
    "SERAPAN",
    "TERBILANG",
    "Galat",
]


@fungsi_lembar
def CAPAIAN(
    target: Sel, realisasi: Sel, arah: Sel = None, batas: Sel = None, batas_bawah: Sel = None, cara: Sel = None
) -> Hasil:
    """Capaian kinerja dalam persen: realisasi dibandingkan dengan target menurut arah indikator, tanpa pembulatan.

    arah: naik (blank), turun, turun-rasio, rentang (target "a–b") or their synonyms; batas caps the result, batas_bawah is its floor.
    Formula: see rumus.capaian. A blank target or realisasi gives a blank, so does a word (BB); T = 0 with R ≠ 0 gives #DIV/0!.
    cara: tidak-dihitung (blank) leaves a bound (≥ 80) without a capaian, rumus counts its number where arah goes its way,
    batas-terpenuhi gives 100 where it is met, else 0; terpenuhi does so for every target.

    >>> CAPAIAN("10,5%", "21%", "Rumus 1"), CAPAIAN(75, "-"), CAPAIAN(0, 5)
    (200.0, None, <Galat.DIV0: '#DIV/0!'>)
    >>> CAPAIAN("≥ 80", 60), CAPAIAN("≥ 80", 60, "naik", cara="rumus"), CAPAIAN("≥ 80", 60, cara="batas-terpenuhi")
    (None, 75.0, 0.0)
    """
    nilai = None if kata_sel(realisasi) else angka_sel(realisasi)
    batas_target = batas_sel(target)
    if nilai is None or kosong(target) or (batas_target is None and kata_sel(target)):
        return None
    c = pilihan_sel(cara, baca_cara, Cara.TIDAK)
    if batas_target is not None and c is Cara.TIDAK:
        return None
    a = pilihan_sel(arah, baca_arah, Arah.NAIK)
    if batas_target is not None and c is Cara.RUMUS and not batas_target.searah(a):
        return None
    sasaran = batas_target or (rentang_sel(target) if a is Arah.RENTANG else angka_sel(target))
    if sasaran is None:
        return None
    penuh = c is Cara.TERPENUHI or (c is Cara.BATAS and batas_target is not None)
    return rumus.capaian(sasaran, nilai, a, angka_sel(batas), angka_sel(batas_bawah), penuh_bila_terpenuhi=penuh)


@fungsi_lembar
def KEMAJUAN(realisasi: Sel, target_akhir: Sel, arah: Sel = None) -> Hasil:
    """Tingkat kemajuan dalam persen: realisasi dibandingkan dengan target akhir Renstra menurut arah indikator.

    The same as CAPAIAN(target_akhir; realisasi; arah).

    >>> KEMAJUAN(40, 80)
    50.0
    """
    return CAPAIAN(target_akhir, realisasi, arah)


@fungsi_lembar
def KATEGORI(capaian: Sel, skala_kategori: Rentang, desimal: Sel = None, nama: Sel = None) -> Hasil:
    """Kategori capaian menurut tabel skala: pita pertama dari atas yang memuat capaian sebagaimana ditampilkan.

    skala_kategori: rows batas bawah | tanda | kategori [| nama skala], highest first; only rows of the scale called nama
    (blank: those without a name) count; capaian is rounded to desimal (blank: 2) first. A blank capaian, an empty scale and a value no band holds give a blank.

    >>> KATEGORI(99.995, [[100, ">=", "Sangat Berhasil"], [None, None, "Berhasil"]])
    'Sangat Berhasil'
    """
    nilai = angka_sel(capaian)
    if nilai is None:
        return None
    baris = skala.baris_bernama(baris_sel(skala_kategori), nama)
    return skala.baca_skala(baris).kategori(nilai, desimal_sel(desimal))


@fungsi_lembar
def SERAPAN(pagu: Sel, realisasi: Sel) -> Hasil:
    """Serapan anggaran dalam persen: realisasi dibagi pagu, tanpa pembulatan.

    Neither budget nor spending, or spending not yet known, gives a blank; spending without a budget #DIV/0!.

    >>> SERAPAN(200, 150), SERAPAN(0, None), SERAPAN(0, 5)
    (75.0, None, <Galat.DIV0: '#DIV/0!'>)
    """
    return rumus.serapan(angka_sel(pagu), angka_sel(realisasi))


@fungsi_lembar
def EFISIENSI(capaian: Sel, serapan: Sel, metode: Sel = None) -> Hasil:
    """Efisiensi dalam persen dari capaian dan serapan, dengan metode selisih, rasio, pmk214, indeks, atau nilai.

    A blank capaian or serapan gives a blank; a blank metode is selisih, tidak-dihitung gives a blank. Formula: see rumus.efisiensi.

    >>> EFISIENSI(100, 75, "PMK 214/2017"), EFISIENSI(100, 0, "rasio")
    (25.0, <Galat.DIV0: '#DIV/0!'>)
    """
    c, s = angka_sel(capaian), angka_sel(serapan)
    return None if c is None or s is None else rumus.efisiensi(c, s, pilihan_sel(metode, baca_metode, Metode.SELISIH))


@fungsi_lembar
def EFISIENSI_TOTAL(capaian: Rentang, pagu: Rentang, realisasi: Rentang, metode: Sel = None) -> Hasil:
    """Efisiensi total dalam persen: metode diterapkan pada rata-rata capaian dan jumlah realisasi dibagi jumlah pagu.

    Ranges or single cells; blanks are ignored. metode also pmk214-tertimbang, each row weighed by its pagu.

    >>> EFISIENSI_TOTAL([[100], [80]], [[200], [100]], [[150], [90]])
    10.0
    """
    c, p, r = map(angka_semua, (capaian, pagu, realisasi))
    return rumus.efisiensi_total(c, p, r, pilihan_sel(metode, baca_metode, Metode.SELISIH))


@fungsi_lembar
def RATA_CAPAIAN(rentang: Rentang, desimal: Sel = None, batas: Sel = None) -> Hasil:
    """Rata-rata capaian sebagaimana ditampilkan: tiap nilai dipotong batas dan dibulatkan, lalu dirata-rata biasa.

    Blanks are ignored, without any value the result is blank; the mean itself is not rounded.

    >>> RATA_CAPAIAN([[102.65333], [None], [99.34667]])
    101.0
    """
    return rumus.rata_capaian(angka_semua(rentang), desimal_sel(desimal), angka_sel(batas))


@fungsi_lembar
def PREDIKAT_SAKIP(nilai: Sel) -> Hasil:
    """Predikat SAKIP dari nilai 0–100: AA di atas 90, A di atas 80, BB di atas 70, B di atas 60, CC, C, atau D.

    The value is rounded to two decimals first; blank gives blank, outside 0–100 #VALUE!.

    >>> PREDIKAT_SAKIP("90,03"), PREDIKAT_SAKIP(90)
    ('AA', 'A')
    """
    n = angka_sel(nilai)
    return None if n is None else skala.predikat_sakip(n)


@fungsi_lembar
def ANGKA(teks: Sel) -> Hasil:
    """Angka dari teks seperti "Rp. 1.168.800.000,-" atau "76,99 %"; yang tidak terbaca menjadi #VALUE!.

    A number stays itself, blank stays blank; what is doubtful is read formally (see bacaan.baca).

    >>> ANGKA("Rp. 1.168.800.000,-"), ANGKA("N/A"), ANGKA("25.000.0000")
    (1168800000.0, None, <Galat.VALUE: '#VALUE!'>)
    """
    return angka_sel(teks)


@fungsi_lembar
def TERBILANG(n: Sel) -> Hasil:
    """Bilangan dalam kata, misalnya 76,99 menjadi "tujuh puluh enam koma sembilan sembilan".

    Blank gives blank; from 1e15 on #VALUE!.

    >>> TERBILANG(1100)
    'seribu seratus'
    """
    bilangan = angka_sel(n)
    return None if bilangan is None else angka.terbilang(bilangan)


@fungsi_lembar
def RUPIAH(n: Sel) -> Hasil:
    """Jumlah uang sebagai teks, dibulatkan ke rupiah utuh, misalnya "Rp 3.457.628.590".

    Blank gives blank; negative amounts are written "-Rp 2.200.000".

    >>> RUPIAH("3457628590")
    'Rp 3.457.628.590'
    """
    bilangan = angka_sel(n)
    return None if bilangan is None else angka.rupiah(bilangan)
