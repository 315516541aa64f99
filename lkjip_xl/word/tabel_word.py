"""A summary table as a Word table: header rows that repeat, merged cells, totals, figures as the sheets show them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.lebar_huruf import ARIAL_LONGGAR
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, letak_label
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bidang import potong
from lkjip_xl.word.bilangan import rentang, tulis_minus
from lkjip_xl.word.ukuran_tabel import BARIS_HURUF, INDEN, JARAK_BARIS, TEBAL, UkuranTabel, tepi_sel

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KEPALA, KELOMPOK, JUMLAH = "1F4E79", "DDEBF7", "EDEDED"
LURUS = {"teks": "left", "pilihan": "center", "angka": "right", "persen": "right", "rupiah": "right"}
TWIP = 20  # to a point
TEPI_SEL = 2.5 / 7  # of what a cell keeps free on both sides: its margin on one, the rest is air
TEKS_PANJANG = 500  # a row with a longer text may break across pages
TANPA_DATA = "Belum ada data."
SELA = '<w:spacing w:before="20" w:after="160"/>'  # below the source, before what follows the table
BARIS_AKHIR = 3  # rows that stay together at the end of a table, at least
TINGGI_AKHIR = 90.0  # points of them, so that its last page is not left with a few: an eighth of a page
BARIS_UTUH, TINGGI_UTUH = 6, 180.0  # a table of so few rows, no higher than a quarter of a page, stays on one page


def teks_sel(k: KolomRingkas, b: BarisRingkas, nilai: Nilai) -> str:
    """A cell as it is printed: Indonesian notation, decimals of cell or column, * for provisional figures."""
    if nilai is None:
        return ""
    if isinstance(nilai, Galat):
        return nilai.value
    if isinstance(nilai, str):
        return nilai if k.tipe == "teks" else rentang(nilai)
    return tulis_minus(nilai, b.desimal.get(k.nama, k.desimal)) + ("*" if k.nama in b.sementara else "")


def isi_tercetak(tabel: TabelRingkas) -> list[list[str]]:
    """Body as printed: rows = rows of the table, columns = its columns; merged cells hold text in the first only."""
    return [
        [teks_sel(k, b, n) for k, n in zip(tabel.kolom, baris, strict=True)]
        for b, baris in zip(tabel.baris, tabel.terlihat(), strict=True)
    ]


def xml_tabel(tabel: TabelRingkas, ukuran: UkuranTabel, kaki: Sequence[str] = ()) -> str:
    """The table as a w:tbl element; kaki: source and notes, a last row without borders.

    In a row they stay with the rows above; a paragraph below the table may stand alone on the next page.
    """
    lebar = [round(x * TWIP) for x in ukuran.lebar]
    sel, tepi = _Sel(ukuran.huruf, lebar), round(TEPI_SEL * tepi_sel(ukuran.huruf) * TWIP)
    isi = (
        _isi(tabel, sel, ukuran.tinggi)
        if tabel.baris
        else [_baris(sel.buat(TANPA_DATA, 0, rentang=len(lebar), lurus="left"))]
    )
    kisi = "".join(f'<w:gridCol w:w="{x}"/>' for x in lebar)
    return (
        f'<w:tbl {NS}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(lebar)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{tepi}" w:type="dxa"/><w:right w:w="{tepi}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{kisi}</w:tblGrid>"
        f"{''.join([*_kepala(tabel.kolom, sel), *isi, *_kaki(kaki, lebar)])}</w:tbl>"
    )


def _kaki(kaki: Sequence[str], lebar: Sequence[int]) -> list[str]:
    if not kaki:
        return []
    batas = "".join(f'<w:{sisi} w:val="nil"/>' for sisi in ("left", "bottom", "right"))
    isi = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Sumber"/>{j}</w:pPr>{potong(x)}</w:p>'
        for x, j in zip(kaki, [*[""] * (len(kaki) - 1), SELA], strict=True)
    )
    sel = (
        f'<w:tcW w:w="{sum(lebar)}" w:type="dxa"/><w:gridSpan w:val="{len(lebar)}"/><w:tcBorders>{batas}</w:tcBorders>'
    )
    return [_baris(f"<w:tc><w:tcPr>{sel}</w:tcPr>{isi}</w:tc>")]


class _Sel:
    """Writes cells of one table: same type size, known column widths."""

    def __init__(self, huruf: float, lebar: Sequence[int]) -> None:
        self.huruf, self.lebar = huruf, lebar

    def buat(
        self,
        teks: str,
        letak: int,
        *,
        rentang: int = 1,
        lurus: str = "left",
        tebal: bool = False,
        warna: str = "",
        gabung: str = "",
        putih: bool = False,
        inden: int = 0,
        rekat: bool = False,
    ) -> str:
        """A cell at column `letak` over `rentang` columns; gabung: restart or continue of a vertical merge."""
        sifat = f'<w:tcW w:w="{sum(self.lebar[letak : letak + rentang])}" w:type="dxa"/>'
        if rentang > 1:
            sifat += f'<w:gridSpan w:val="{rentang}"/>'
        if gabung:
            sifat += f'<w:vMerge w:val="{gabung}"/>'
        if warna:
            sifat += f'<w:shd w:val="clear" w:color="auto" w:fill="{warna}"/>'
        if putih:
            sifat += '<w:vAlign w:val="center"/>'
        huruf = ("<w:b/>" if tebal else "") + ('<w:color w:val="FFFFFF"/>' if putih else "")
        huruf += f'<w:sz w:val="{round(self.huruf * 2)}"/>'
        ppr = '<w:pStyle w:val="Tabel"/>' + ("<w:keepNext/>" if rekat else "")
        ppr += f'<w:ind w:left="{round(inden * INDEN * TWIP)}"/>' if inden else ""
        return (
            f'<w:tc><w:tcPr>{sifat}</w:tcPr><w:p><w:pPr>{ppr}<w:jc w:val="{lurus}"/></w:pPr>'
            f"{potong(teks, huruf) if teks else ''}</w:p></w:tc>"
        )


def _baris(isi: str, *, kepala: bool = False, utuh: bool = True, tinggi: float = 0.0) -> str:
    """A row; tinggi: its least height in points."""
    sifat = "<w:cantSplit/>" if utuh else ""
    sifat += f'<w:trHeight w:val="{round(tinggi * TWIP)}" w:hRule="atLeast"/>' if tinggi else ""
    sifat += "<w:tblHeader/>" if kepala else ""
    return f"<w:tr>{f'<w:trPr>{sifat}</w:trPr>' if sifat else ''}{isi}</w:tr>"


def _kepala(kolom: Sequence[KolomRingkas], sel: _Sel) -> list[str]:
    """Upper headers where columns share one, headers, and the row (1) (2) …; all repeat on every page."""
    gaya = {"lurus": "center", "tebal": True, "warna": KEPALA, "putih": True, "rekat": True}
    hasil = []
    tinggi = [0.0, 0.0]
    if any(k.kelompok for k in kolom):
        tinggi.insert(1, _tinggi_bawah(kolom, sel))
        atas, letak = [], 0
        for kelompok, anggota in groupby(kolom, key=lambda k: k.kelompok):
            milik = list(anggota)
            if kelompok:
                atas.append(sel.buat(kelompok, letak, rentang=len(milik), **gaya))
            else:
                atas += [sel.buat(k.judul, letak + i, gabung="restart", **gaya) for i, k in enumerate(milik)]
            letak += len(milik)
        hasil.append("".join(atas))
        bawah = [
            sel.buat(k.judul, i, **gaya) if k.kelompok else sel.buat("", i, gabung="continue", **gaya)
            for i, k in enumerate(kolom)
        ]
        hasil.append("".join(bawah))
    else:
        hasil.append("".join(sel.buat(k.judul, i, **gaya) for i, k in enumerate(kolom)))
    hasil.append(
        "".join(sel.buat(f"({i + 1})", i, lurus="center", warna=JUMLAH, rekat=True) for i in range(len(kolom)))
    )
    return [_baris(b, kepala=True, tinggi=t) for b, t in zip(hasil, tinggi, strict=True)]


def _tinggi_bawah(kolom: Sequence[KolomRingkas], sel: _Sel) -> float:
    """Height of the lower header row with which a header over both rows has its lines; one that repeats on the next page
    does not grow by itself in LibreOffice."""

    def tinggi(teks: str, letak: int, banyak: int = 1) -> float:
        # a column is a whole number of twips
        lebar = (sum(sel.lebar[letak : letak + banyak]) + 1) / TWIP - tepi_sel(sel.huruf)
        return ARIAL_LONGGAR.baris(teks, lebar / (sel.huruf * TEBAL)) * sel.huruf * BARIS_HURUF + JARAK_BARIS

    atas, letak = 0.0, 0
    for kelompok, anggota in groupby(kolom, key=lambda k: k.kelompok):
        banyak = len(list(anggota))
        atas = max(atas, tinggi(kelompok, letak, banyak)) if kelompok else atas
        letak += banyak
    semua = [(tinggi(k.judul, i), bool(k.kelompok)) for i, k in enumerate(kolom)]
    return max(t if bawah else t - atas for t, bawah in semua)


def _isi(tabel: TabelRingkas, sel: _Sel, tinggi: Sequence[float]) -> list[str]:
    letak = {k.nama: i for i, k in enumerate(tabel.kolom)}
    menyatu = {}
    for g in tabel.gabung:
        menyatu |= {(i, letak[g.kolom]): "restart" if i == g.awal else "continue" for i in range(g.awal, g.akhir + 1)}
    n, bergabung = len(tabel.kolom), {g.kolom for g in tabel.gabung}
    lekat = lekat_baris(len(tabel.baris), tinggi)
    berbeda = any(b.gaya == "biasa" for b in tabel.baris)  # where all rows are bold, none stands out
    hasil = []
    for i, (b, isi) in enumerate(zip(tabel.baris, isi_tercetak(tabel), strict=True)):
        if b.gaya == "kelompok":
            hasil.append(_baris(sel.buat(isi[0], 0, rentang=n, tebal=True, warna=KELOMPOK, inden=b.inden, rekat=True)))
            continue
        akhir = i in lekat
        if b.gaya == "jumlah":
            hasil.append(_baris(_jumlah(tabel, b, isi, sel, rekat=akhir)))
            continue
        sel_baris = [
            sel.buat(
                teks,
                j,
                lurus=LURUS[k.tipe],
                tebal=berbeda and b.gaya == "tebal" and k.nama not in bergabung,
                gabung=menyatu.get((i, j), ""),
                inden=b.inden if k.inden else 0,
                rekat=akhir,
            )
            for j, (k, teks) in enumerate(zip(tabel.kolom, isi, strict=True))
        ]
        hasil.append(_baris("".join(sel_baris), utuh=max(map(len, isi)) < TEKS_PANJANG))
    return hasil


def lekat_baris(n: int, tinggi: Sequence[float]) -> frozenset[int]:
    """Of n rows of such heights those that keep with what follows: no page begins or ends with a single row, none holds
    only the source line or the last few rows of a long table."""
    if n <= BARIS_UTUH and sum(tinggi) <= TINGGI_UTUH:
        return frozenset(range(n))
    awal = max(n - BARIS_AKHIR, n // 2)
    if len(tinggi) == n:
        while awal > n // 2 and sum(tinggi[awal - 1 :]) <= TINGGI_AKHIR:
            awal -= 1
    return frozenset({0, *range(awal, n)})


def _jumlah(tabel: TabelRingkas, b: BarisRingkas, isi: Sequence[str], sel: _Sel, *, rekat: bool) -> str:
    """A total: its label spreads from the first column to the one before the first figure."""
    asli = [b.nilai.get(k.nama) for k in tabel.kolom]
    akhir = next((i for i in range(letak_label(asli) + 1, len(asli)) if asli[i] is not None), len(asli))
    hasil = [sel.buat(isi[0], 0, rentang=akhir, lurus="center", tebal=True, warna=JUMLAH, rekat=rekat)]
    for j in range(akhir, len(isi)):
        hasil.append(sel.buat(isi[j], j, lurus=LURUS[tabel.kolom[j].tipe], tebal=True, warna=JUMLAH, rekat=rekat))
    return "".join(hasil)
