"""Write a summary table on a worksheet as the report prints it: title, header block, merged body, source, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.inti.kemajuan import SETIAP, kabari
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.halaman import atur_cetak, atur_daerah, atur_tepi, lindungi
from lkjip_xl.lembar.kepala import (
    LEBAR_BEKU,
    KolomKepala,
    bekukan,
    muat_beku,
    tulis_judul,
    tulis_judul_tengah,
    tulis_kembali,
    tulis_kepala_bertingkat,
    ulangi_kepala,
)
from lkjip_xl.lembar.sel import di, gabung, tautkan, tulis, tulis_baris
from lkjip_xl.lembar.ukuran import (
    atur_lebar,
    atur_tinggi,
    lebar_kolom,
    sembunyikan_kolom,
    sempitkan,
    tinggi,
    tinggi_baris,
)
from lkjip_xl.ringkasan.kepala import instansi_tahun, kepala_tabel
from lkjip_xl.ringkasan.masukan import tak_tersusun
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, letak_label
from lkjip_xl.tabel.hilang import sebut_skema
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KELOMPOK, BARIS_NOMOR, BARIS_PETUNJUK, BukuKerja, Nilai
from lkjip_xl.tabel.sidik import KOLOM_SIDIK, sidik_baris
from lkjip_xl.tabel.tanda import tandai

BELUM = "Belum dibuat. Klik Perbarui Ringkasan di lembar Petunjuk atau jalankan: lkjip ringkas NAMA-BUKU.xlsm"
TANPA_KOLOM = (
    "Tidak dibuat: skema yang dipakai tidak memuat kolom {daftar}. Tambahkan kolomnya di folder skema bila diperlukan."
)
MATI = "Tidak dibuat: di lembar Daftar Tabel kolom Tampil berisi tidak. Pilih ya, lalu klik Perbarui Ringkasan."
BERSAMA = "Dicetak di tabel {lembar}. Kosongkan kolom Satu tabel dengan di lembar Daftar Tabel untuk tabel sendiri."
TANPA_DATA = "Belum ada data. Isi lembar yang disebut pada Sumber, lalu klik Perbarui Ringkasan."
LEBAR_PESAN = (30, 34, 46)  # the first two stay in view when a button paints the table here
TINGGI_CELAH = 5


def bangun_lembar(ws: Worksheet, tabel: TabelRingkas, setelan: Mapping[str, Nilai]) -> None:
    """Write the table with its heading, source and notes; landscape A4, one page wide, protected without password."""
    lebar = sempitkan(tabel.kolom, lebar_kolom(tabel), LEBAR_BEKU)
    n, judul = len(tabel.kolom), f"{tabel.nomor} {tabel.judul}".strip()
    tulis_judul_tengah(ws, judul, instansi_tahun(setelan), f"({tabel.satuan})", (n, sum(lebar)))
    kepala = [KolomKepala(k.judul, x, k.kelompok) for k, x in zip(tabel.kolom, lebar, strict=True)]
    tulis_kepala_bertingkat(ws, kepala, laporan=True)
    tulis_kembali(ws)
    akhir = _tulis_isi(ws, tabel, lebar)
    akhir = _tulis_kaki(ws, tabel, akhir + 1, sum(lebar))
    bekukan(ws, kolom=_kolom_beku(tabel.kolom, lebar))
    ulangi_kepala(ws, BARIS_KELOMPOK, BARIS_NOMOR)
    atur_daerah(ws, n, akhir)
    atur_lembar(ws)


def bangun_lembar_kosong(ws: Worksheet, nama: str) -> None:
    """A summary sheet not made yet: its name and how to make it."""
    _tulis_pesan(ws, nama, BELUM)


def bangun_lembar_mati(ws: Worksheet, nama: str, pesan: str = MATI) -> None:
    """A summary sheet that is not made: its name and why, usually that Daftar Tabel switches it off."""
    _tulis_pesan(ws, nama, pesan)


def pesan_mati(buku: BukuKerja, nama: str) -> str:
    """Why a summary sheet is not made: a column the schema dropped, a table it shares with another, or Daftar Tabel."""
    kolom = tak_tersusun(buku.skema, nama)
    if kolom:
        return TANPA_KOLOM.format(daftar=", ".join(sebut_skema(buku.skema, kolom)))
    bersama = kepala_tabel(buku, nama).bersama
    return BERSAMA.format(lembar=bersama) if bersama else MATI


def _tulis_pesan(ws: Worksheet, nama: str, pesan: str) -> None:
    tulis_judul(ws, nama.upper(), keterangan=pesan, bentang=(len(LEBAR_PESAN), sum(LEBAR_PESAN)))
    tulis_kembali(ws)
    atur_lebar(ws, LEBAR_PESAN)
    bekukan(ws, kolom=len(LEBAR_PESAN) - 1)
    atur_daerah(ws, len(LEBAR_PESAN), BARIS_PETUNJUK)
    atur_lembar(ws)


def _kolom_beku(kolom: Sequence[KolomRingkas], lebar: Sequence[float]) -> int:
    """The first columns that name a row: up to the last text before the first figure, as far as they leave room."""
    nama = list(takewhile(lambda k: k.tipe in ("teks", "pilihan"), kolom))[: muat_beku(lebar)]
    return max((i for i, k in enumerate(nama, 1) if k.tipe == "teks"), default=0)


def _tulis_isi(ws: Worksheet, tabel: TabelRingkas, lebar: Sequence[float]) -> int:
    """Body rows; returns the last row written."""
    n = len(tabel.kolom)
    if not tabel.baris:
        for i in range(2, n + 1):
            tulis(ws, BARIS_DATA, i, rupa=gaya.BERGARIS)
        tulis(ws, BARIS_DATA, 1, TANPA_DATA, gaya.KETERANGAN_KOTAK)
        gabung(ws, BARIS_DATA, BARIS_DATA, 1, n)
        atur_tinggi(ws, BARIS_DATA, tinggi((TANPA_DATA, sum(lebar)), tepi=0))
        return BARIS_DATA
    bergabung = {g.kolom for g in tabel.gabung}
    letak = {k.nama: i for i, k in enumerate(tabel.kolom, 1)}
    tinggi_isi = tinggi_baris(tabel, lebar)
    sembunyikan_kolom(ws, KOLOM_SIDIK)
    for i, (b, isi) in enumerate(zip(tabel.baris, tabel.terlihat(), strict=True), BARIS_DATA):
        if (i - BARIS_DATA) % SETIAP == 0:
            kabari(f"Menyusun {tabel.lembar}", i - BARIS_DATA, len(tabel.baris))
        sel: list[tuple[int, object, gaya.Rupa]] = [(KOLOM_SIDIK, sidik_baris(isi), gaya.TANDA)]
        for j, (k, nilai) in enumerate(zip(tabel.kolom, isi, strict=True), 1):
            tebal = b.gaya == "jumlah" or (b.gaya == "tebal" and k.nama not in bergabung)
            sel.append((j, nilai, _rupa(j == 1, k, b, nilai, tebal=tebal)))
        tulis_baris(ws, i, sel)
        for kolom, tujuan in b.tautan.items():
            if tujuan and kolom in letak:
                tautkan(di(ws, i, letak[kolom]), tujuan)
        atur_tinggi(ws, i, tinggi_isi[i - BARIS_DATA])
        if b.gaya == "kelompok":
            gabung(ws, i, i, 1, n)
        elif b.gaya == "jumlah":
            gabung(ws, i, i, 1, _akhir_label([b.nilai.get(k.nama) for k in tabel.kolom]))
    for g in tabel.gabung:
        gabung(ws, BARIS_DATA + g.awal, BARIS_DATA + g.akhir, letak[g.kolom], letak[g.kolom])
    return BARIS_DATA + len(tabel.baris) - 1


def _rupa(pertama: bool, k: KolomRingkas, b: BarisRingkas, nilai: Nilai, *, tebal: bool) -> gaya.Rupa:
    """The look of a cell; pertama: of the first column."""
    bentuk = "General"
    if nilai is not None and not isinstance(nilai, str):  # a Galat is shown as text: a printed table has no error cells
        bentuk = gaya.format_angka(k.tipe, b.desimal.get(k.nama, k.desimal))
        if k.nama in b.sementara:
            bentuk += '"*"'
    if pertama and b.gaya in ("kelompok", "jumlah"):
        return gaya.label_ringkas(b.gaya, bentuk)
    return gaya.ringkas(k.tipe, b.gaya, b.inden if k.inden else 0, bentuk, tebal=tebal)


def _akhir_label(isi: Sequence[Nilai]) -> int:
    """The label of a total spreads from the first column to the one before the first figure."""
    return next((i for i in range(letak_label(isi) + 1, len(isi)) if isi[i] is not None), len(isi))


def _tulis_kaki(ws: Worksheet, tabel: TabelRingkas, baris: int, lebar: float) -> int:
    """Source and notes below a narrow gap; returns the last row written."""
    atur_tinggi(ws, baris, TINGGI_CELAH)
    baris += 1
    catatan = [f"Sumber: {tabel.sumber}"]
    if tabel.catatan:
        catatan += ["Catatan:", *(c if c.startswith("*") else f"– {c}" for c in tabel.catatan)]
    for i, teks in enumerate(catatan, baris):
        tulis(ws, i, 1, teks, gaya.KETERANGAN_KIRI)
        gabung(ws, i, i, 1, len(tabel.kolom))
        atur_tinggi(ws, i, tinggi((teks, lebar), tepi=0))
    return baris + len(catatan) - 1


def atur_lembar(ws: Worksheet) -> None:
    """Print set-up, tab colour, protection and mark of a summary sheet."""
    ws.sheet_properties.tabColor = gaya.WARNA_TAB["ringkasan"]
    ws.sheet_view.showGridLines = False
    atur_cetak(ws)
    atur_tepi(ws)
    lindungi(ws)
    tandai(ws)
