"""The pages of the report: no figure or word broken, none nearly empty, no sentence twice; on agencies at the edge."""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from agensi_tepi import TEPI
from buku_agensi import buku as buku_agensi
from docx.oxml.ns import qn
from dok_word import baca_dok
from laporan_contoh import AKAR
from ukur_halaman import halaman, pdf

from lkjip_xl import perintah
from lkjip_xl.inti.lebar_huruf import ARIAL, ARIAL_LONGGAR
from lkjip_xl.perintah.contoh import KARANGAN
from lkjip_xl.ringkasan.model import BarisRingkas, Gabungan, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.alir import Alir
from lkjip_xl.word.bentuk_tabel import bahan_tabel, pilih
from lkjip_xl.word.gambar import LEBAR_ANGKA, TINGGI_NOMOR, sebar_nomor
from lkjip_xl.word.gambar_luar import baca_folder
from lkjip_xl.word.lipat import belah, lipat, tumpuk, tumpuk_kelompok
from lkjip_xl.word.naskah import (
    LEBAR,
    MELINTANG,
    TEGAK,
    Bagian,
    Butir,
    Daftar,
    Gambar,
    Isian,
    Judul,
    Naskah,
    Paragraf,
    Tabel,
)
from lkjip_xl.word.tabel_word import isi_tercetak, xml_tabel
from lkjip_xl.word.tata_letak import Tata, tata
from lkjip_xl.word.ukuran_tabel import HURUF, INDEN, TERPANJANG, UkuranTabel, lebar_kepala, tepi_sel
from lkjip_xl.word.word import tulis_word

pytestmark = pytest.mark.xdist_group("laporan")
CONTOH_BUKU = AKAR / "workbooks" / "contoh"
CONTOH = [*perintah.CONTOH.values(), *KARANGAN.values()]
SEMUA = [*CONTOH, *TEPI]
CEPAT = ["satu", "tanpa-realisasi"]
HALAMAN = {TEGAK: (448.0, 717.0), MELINTANG: (717.0, 470.0), LEBAR: (1066.0, 717.0)}
SEPERTIGA = 1 / 3


@cache
def naskah(nama: str) -> Naskah:
    if nama in TEPI:
        return susun_naskah(buku_agensi(TEPI[nama]()))
    folder = next((CONTOH_BUKU / k / perintah.FOLDER_GAMBAR for k, v in KARANGAN.items() if v == nama), None)
    gambar, _ = baca_folder(folder) if folder else ((), ())
    return susun_naskah(muat_buku(CONTOH_BUKU / nama, perintah.skema()), gambar=gambar)


def cepat(nama: list[str]) -> list:
    return [n if n in CEPAT else pytest.param(n, marks=pytest.mark.lengkap) for n in nama]


# --- what the document says


def kalimat_naskah(n: Naskah) -> list[str]:
    hasil = []
    for b in n.balok:
        teks = [b.teks] if isinstance(b, Paragraf) and b.gaya == "Isi" else b.teks if isinstance(b, Butir) else []
        for t in teks:
            hasil += [k.strip() for k in re.split(r"(?<=[.:])\s+(?=[A-Z])", t) if len(k) > 25 and not k.endswith(":")]
    return hasil


@pytest.mark.parametrize("nama", cepat(SEMUA))
def test_tidak_ada_kalimat_dua_kali(nama):
    assert not [k for k, kali in Counter(kalimat_naskah(naskah(nama))).items() if kali > 1]


@pytest.mark.parametrize("nama", cepat(SEMUA))
def test_tidak_ada_angka_tiga_kali_dalam_satu_alinea(nama):
    for b in naskah(nama).balok:
        if isinstance(b, Paragraf) and not b.teks.startswith("Sasaran"):
            angka = Counter(re.findall(r"\d+(?:\.\d{3})*,\d+|\d{1,3}(?:\.\d{3})+", b.teks))
            assert max(angka.values(), default=0) < 3, b.teks


@pytest.mark.parametrize("nama", cepat(SEMUA))
def test_kata_buku_kerja_tidak_tercetak(nama):
    """Nothing of how the workbook sorts its rows: no column for it, no name of a sheet in text or below a table."""
    for b in naskah(nama).balok:
        if isinstance(b, Tabel):
            kolom = {k.judul for k in b.tabel.kolom}
            assert not kolom & {"Versi", "Arah", "Sifat", "Angka sementara"}, b.tabel.judul
            assert "Level" not in kolom or not any(k.inden for k in b.tabel.kolom)
        if isinstance(b, (Paragraf, Judul)):
            assert "di lembar" not in b.teks


def test_data_kosong_tidak_diulang_untuk_setiap_indikator():
    n = naskah("tanpa-realisasi")
    banyak = sum("belum" in k for k in kalimat_naskah(n))
    assert banyak < 10 and len(n.isian) < 20


# --- shapes of a table


def tabel(kolom: list[KolomRingkas], baris: list[dict], gabung: tuple[Gabungan, ...] = ()) -> TabelRingkas:
    isi = tuple(BarisRingkas(b) for b in baris)
    return TabelRingkas("X", "", "Tabel", "sumber", "satuan", (), tuple(kolom), isi, gabung)


SASARAN = [
    KolomRingkas("sasaran", "Sasaran"),
    KolomRingkas("indikator", "Indikator"),
    KolomRingkas("target", "Target", "angka"),
]


def test_lipat_menjadikan_sasaran_judul_baris():
    baris = [
        {"sasaran": "Sasaran A", "indikator": "satu", "target": 1.0},
        {"indikator": "dua", "target": 2.0},
        {"sasaran": "Sasaran B", "indikator": "tiga", "target": 3.0},
    ]
    t = lipat(tabel(SASARAN, baris, (Gabungan("sasaran", 0, 1),)))
    assert [k.nama for k in t.kolom] == ["indikator", "target"] and not t.gabung
    assert [b.nilai.get("", b.nilai.get("indikator")) for b in t.baris] == [
        "Sasaran A", "satu", "dua", "Sasaran B", "tiga"
    ]  # fmt: skip
    polos = tabel(SASARAN[1:], baris)
    assert lipat(polos) is polos


def test_lipat_tanpa_baris_kosong_di_bawah_judulnya():
    """A sasaran of which the other columns say nothing is its heading alone; beside others of its own it keeps its row."""
    kolom = [KolomRingkas("sasaran", "Sasaran"), KolomRingkas("nama", "Nama"), KolomRingkas("nilai", "Nilai", "angka")]
    baris = [
        {"sasaran": "A", "nama": "x", "nilai": 1.0},
        {"nama": "y"},
        {"sasaran": "B"},
        {"sasaran": "C", "nama": "z"},
    ]
    t = lipat(tabel(kolom, baris, (Gabungan("sasaran", 0, 1),)))
    assert [b.nilai.get("", b.nilai.get("nama")) for b in t.baris] == ["A", "x", "y", "B", "C", "z"]


def test_tabel_panjang_mengambil_halaman_melintang_yang_menghemat():
    """Long names in narrow columns beside many figures; not where the page before would be left empty for it."""
    kolom = [KolomRingkas("nama", "Nama")] + [KolomRingkas(f"n{i}", "Realisasi", "rupiah", desimal=0) for i in range(5)]
    isi = {f"n{i}": 213928978.0 for i in range(5)}
    for banyak, arah in ((3, TEGAK), (60, MELINTANG)):
        t = tabel(kolom, [{"nama": "Persentase dokumen perencanaan yang disusun tepat waktu " * 3} | isi] * banyak)
        assert pilih(t, TEGAK, HALAMAN)[1] == arah
    assert [pilih(t, TEGAK, HALAMAN, kosong)[1] for kosong in (1.0, 1.5)] == [MELINTANG, TEGAK]
    pendek = tabel(kolom, [{"nama": "Persentase dokumen"} | isi] * 200)
    assert pilih(pendek, TEGAK, HALAMAN)[1] == TEGAK


def test_lipat_memindahkan_label_jumlah_dan_gabungan():
    baris = [{"sasaran": "Sasaran A", "indikator": "satu", "target": 1.0}, {"target": 2.0}, {"sasaran": "Sasaran B"}]
    asal = tabel(SASARAN, baris, (Gabungan("sasaran", 0, 1), Gabungan("target", 0, 2)))
    asal = replace(asal, baris=(*asal.baris, BarisRingkas({"sasaran": "Jumlah", "target": 3.0}, "jumlah")))
    t = lipat(asal)
    assert t.gabung == (Gabungan("target", 1, 2),)  # a heading stands between the second and the third row
    assert t.baris[-1].nilai["indikator"] == "Jumlah"


def _berpasangan(n: int) -> TabelRingkas:
    kolom = [KolomRingkas("nama", "Program")]
    for i in range(n):
        kolom += [
            KolomRingkas(f"t{i}", "Target", "angka", kelompok="Tahun"),
            KolomRingkas(f"r{i}", "Rp", "rupiah", kelompok="Tahun", desimal=0),
        ]
    return tabel(
        kolom, [{"nama": "Program A"} | {f"t{i}": 5.0 for i in range(n)} | {f"r{i}": 2213928978.0 for i in range(n)}]
    )


def test_minus_dan_rentang_seragam_di_tabel():
    """One minus and one dash in figures, however a band was typed; texts stay as they are."""
    kolom = (KolomRingkas("nama", "Nama"), KolomRingkas("nilai", "Nilai", "angka", desimal=1))
    baris = tuple(BarisRingkas({"nama": "A - 1", "nilai": x}) for x in (-2.5, "55 - 65", "55–65", "WTP", "X - 1"))
    t = TabelRingkas("Uji", "", "J", "S", "s", (), kolom, baris)
    assert isi_tercetak(t) == [["A - 1", x] for x in ("−2,5", "55–65", "55–65", "WTP", "X - 1")]


RENJA = [
    KolomRingkas("nama", "Program"),
    *(KolomRingkas(n, n, "angka", kelompok="Target") for n in ("Sebelum", "Sesudah")),
    *(KolomRingkas(f"p{i}", f"Pagu {i}", "rupiah", kelompok="Pagu (Rp)", desimal=0) for i in range(4)),
    *(KolomRingkas(f"l{i}", f"Lokasi {i}", kelompok="Lokasi") for i in range(2)),
    *(KolomRingkas(f"m{i}", f"Maju {i}", "rupiah", kelompok="Prakiraan", desimal=0) for i in range(2)),
]


def _renja(n: int) -> TabelRingkas:
    isi = {"nama": "Program A", "Sebelum": 5.0, "Sesudah": 6.0, "l0": "Kecamatan A", "l1": "Kecamatan A"}
    uang = {k.nama: 2213928978.0 for k in RENJA if k.tipe == "rupiah"}
    return tabel(RENJA, [isi | uang] * n)


def test_tumpuk_kelompok_menaruh_rencana_sebelum_di_atas_sesudah():
    t = tumpuk_kelompok(_renja(1))
    assert not [k.judul for k in t.kolom if " / " in k.judul]  # a line would begin with the slash
    assert [k.nama for k in t.kolom] == ["nama", "Sebelum", "p0", "l0", "m0"] and not any(k.kelompok for k in t.kolom)
    assert t.baris[0].nilai["Sebelum"] == "5\n6" and t.baris[0].nilai["l0"] == "Kecamatan A"  # the same words once
    hitung = (
        KolomRingkas("r", "Realisasi", "angka", kelompok="2025"),
        KolomRingkas("c", "Capaian", "persen", kelompok="2025"),
    )
    assert tumpuk_kelompok(tabel([*RENJA[:1], *hitung], [])).kolom == (
        *RENJA[:1],
        *hitung,
    )  # results are compared across


@pytest.mark.parametrize("n, arah", [(5, TEGAK), (60, MELINTANG)])
def test_rencana_beberapa_baris_tidak_memutar_halaman(n, arah):
    """A few programmes with their plan before and after a change stay upright; the matrix of all keeps its columns."""
    assert pilih(_renja(n), TEGAK, HALAMAN)[1] == arah


def test_tumpuk_menaruh_rupiah_di_bawah_target():
    t = tumpuk(_berpasangan(3))
    assert [k.judul for k in t.kolom] == ["Program", *["Target / Rp"] * 3]
    assert t.baris[0].nilai["t0"] == "5\n2.213.928.978"
    assert tumpuk(_berpasangan(1)).kolom == _berpasangan(1).kolom


@pytest.mark.parametrize("pasangan, arah", [(1, TEGAK), (5, MELINTANG), (16, LEBAR)])
def test_halaman_dipilih_menurut_lebar_dan_angka_tidak_pernah_patah(pasangan, arah):
    bentuk, letak, ukuran = pilih(_berpasangan(pasangan), TEGAK, HALAMAN)
    assert letak == arah and len(bentuk) == 1
    for k, x in zip(bentuk[0].kolom, ukuran[0].lebar, strict=True):
        if k.tipe == "rupiah":
            assert x > ARIAL_LONGGAR.panjang("2.213.928.978") * ukuran[0].huruf
    assert ukuran[0].huruf >= HURUF[-1] and sum(ukuran[0].lebar) <= HALAMAN[arah][0] + 1


def test_tabel_yang_tidak_muat_di_mana_pun_dibagi():
    bentuk, letak, ukuran = pilih(_berpasangan(40), TEGAK, HALAMAN)
    assert letak == LEBAR and len(bentuk) > 1
    assert all(b.kolom[0].nama == "nama" for b in bentuk)
    assert [k.nama for b in bentuk for k in b.kolom[1:]] == [f"t{i}" for i in range(40)]
    assert len(belah(_berpasangan(2), 3)) == 2 and len(ukuran) == len(bentuk)


def test_tepi_sel_ikut_mengecil_dengan_hurufnya():
    """Three years of a budget side by side stay upright: at small type ten columns need less room between them."""
    kolom = [KolomRingkas("nama", "Jenis Belanja")]
    for tahun in ("Tahun 2020", "Tahun 2021", "Tahun 2022"):
        kolom += [KolomRingkas(f"{n}{tahun}", j, t, kelompok=tahun, desimal=0) for n, j, t in (
            ("a", "Anggaran (Rp)", "rupiah"), ("r", "Realisasi (Rp)", "rupiah"), ("s", "Serapan (%)", "persen"),
        )]  # fmt: skip
    isi = {k.nama: 81.0 if k.tipe == "persen" else 584410000.0 for k in kolom[1:]}
    _, arah, (u,) = pilih(tabel(kolom, [{"nama": "Belanja Operasional"} | isi] * 9), TEGAK, HALAMAN)
    assert arah == TEGAK and sum(u.lebar) <= HALAMAN[TEGAK][0] + 1


def test_kolom_berinden_selebar_kata_dan_indennya():
    kolom = [
        KolomRingkas("nama", "Nama", inden=True),
        *(KolomRingkas(f"r{i}", "Rp", "rupiah", desimal=0) for i in range(6)),
    ]
    isi = {f"r{i}": 2213928978.0 for i in range(6)}
    baris = [BarisRingkas({"nama": "Subkegiatan"} | isi, inden=d) for d in (0, 5)]
    _, _, (ukuran,) = pilih(replace(tabel(kolom, []), baris=tuple(baris)), TEGAK, HALAMAN)
    assert ukuran.lebar[0] > ARIAL_LONGGAR.panjang("Subkegiatan") * ukuran.huruf + 5 * INDEN


def test_kepala_angka_sebaris_dan_nomor_sempit_bila_ada_ruang():
    kolom = [KolomRingkas("no", "No", "pilihan"), KolomRingkas("nama", "Uraian"), KolomRingkas("tw", "TW III", "angka")]
    _, _, (u,) = pilih(tabel(kolom, [{"no": "1", "nama": "Persentase desa", "tw": 5.0}] * 9), TEGAK, HALAMAN)
    assert ARIAL_LONGGAR.baris("TW III", u.lebar[2] / u.huruf) == 1
    assert u.lebar[0] < 60 and u.lebar[1] > 300


def test_kepala_bergabung_muat_dalam_tinggi_barisnya():
    """A header over two rows that needs four lines: the lower row says how high it is."""
    kolom = [
        KolomRingkas("a", "Jenis", kelompok="Pembanding"), KolomRingkas("b", "Nama", kelompok="Pembanding"),
        KolomRingkas("c", "Capaian terhadap Pembanding (%)", "persen"),
    ]  # fmt: skip
    xml = xml_tabel(tabel(kolom, [{"a": "x", "b": "y", "c": 1.0}]), UkuranTabel(9.0, (200.0, 190.0, 58.0)))
    tinggi = [int(x) / 20 for x in re.findall(r'<w:trHeight w:val="(\d+)"', xml)]
    assert len(tinggi) == 1 and tinggi[0] > 2.9 * 9 * 1.17


@pytest.mark.parametrize(("gaya", "tebal"), [(("tebal", "biasa"), True), (("tebal", "tebal"), False)])
def test_tebal_hanya_bila_membedakan(gaya, tebal):
    baris = tuple(BarisRingkas({"nama": "Program"}, x) for x in gaya)
    t = replace(tabel([KolomRingkas("nama", "Nama")], []), baris=baris)
    badan = xml_tabel(t, UkuranTabel(9.0, (400.0,))).split("(1)")[1]
    assert ("<w:b/>" in badan) == tebal


def test_teks_mengalir_di_halaman_yang_melintang():
    """A short text after a landscape table stays on its page; a chapter turns back."""
    lebar, pendek = Tabel(_berpasangan(5)), Paragraf("Teks pendek.")
    arah = [
        b.arah
        for b, _ in tata([Judul("A", 2), lebar, pendek, lebar, Judul("BAB X"), pendek], HALAMAN)
        if isinstance(b, Bagian)
    ]
    assert arah == [MELINTANG, TEGAK]


def _dengan_bagian(*balok):
    """The blocks as they are laid out before a table that turns the page, B where that turns."""
    letak = [b for b, _ in tata([*balok, Tabel(_berpasangan(5))], HALAMAN)]
    return "".join("B" if isinstance(b, Bagian) else type(b).__name__[0].lower() for b in letak)


def test_sisa_teks_ikut_ke_halaman_melintang():
    """A few lines over onto a new page would stand there alone: they go above the table, never a chapter's heading without text."""
    alinea = Paragraf("Kalimat yang cukup panjang untuk mengisi beberapa baris di halaman laporan ini. " * 4)
    rupa = {n: _dengan_bagian(Judul("BAB"), *[alinea] * n) for n in range(1, 20)}
    lewat = next(n for n, x in rupa.items() if not x.endswith("pBt"))
    assert all(x == "j" + "p" * n + "Bt" for n, x in rupa.items() if n < lewat)  # it is the chapter's first page
    assert rupa[lewat] == "j" + "p" * (lewat - 2) + "Bppt"  # one over, and more in case the page holds less
    assert rupa[lewat + 5].endswith("pBt")  # the next page is well filled
    kepala = _dengan_bagian(Judul("BAB"), *[alinea] * (lewat - 1), Judul("A.", 2), *[alinea] * 2)
    assert kepala == "j" + "p" * (lewat - 3) + "Bppjppt"  # a heading stays with its text


@pytest.mark.parametrize(("alinea", "lebar_cm", "rupa"), [(1, 6.0, "jpjgBt"), (5, 16.0, "pppppBjt")])
def test_gambar_di_bawah_tabel_melintang_mengisi_halaman_sebelumnya(alinea, lebar_cm, rupa):
    """Where the page before has room for the chart; a chapter's heading is not parted from its table."""
    isi = [Paragraf("Kalimat yang cukup panjang untuk mengisi beberapa baris di halaman laporan ini. " * 4)] * alinea
    gambar = Gambar(b"", "Grafik", "grafik", lebar_cm=lebar_cm)
    balok = [Judul("BAB"), *isi, Judul("A.", 2), Tabel(_berpasangan(5)), gambar]
    letak = [b for b, _ in tata(balok, HALAMAN)]
    assert rupa in "".join("B" if isinstance(b, Bagian) else type(b).__name__[0].lower() for b in letak)
    bab = [b for b, _ in tata([Judul("BAB"), *balok[-2:]], HALAMAN)]
    assert isinstance(bab[2], Tabel)


def test_tabel_penutup_bab_dirapatkan_bila_sisanya_sedikit():
    """A few rows over onto a last page of the chapter: smaller type where that spares it, and only there."""
    kolom = [KolomRingkas("nama", "Uraian"), KolomRingkas("n", "Jumlah", "angka")]
    huruf, lembar = {}, {}
    for n in range(30, 110):
        t = Tabel(tabel(kolom, [{"nama": f"Baris {i}", "n": 1.0} for i in range(n)]))
        letak = tata([Paragraf("Awal."), t, Judul("BAB")], HALAMAN)
        (u,) = [u for _, u in letak if u is not None]
        huruf[n] = u.huruf
        a = Alir(HALAMAN[TEGAK][1], y=24.0)
        a.tabel(0, u.kepala, [40.0, *u.tinggi[1:-1], u.tinggi[-1] + 18])
        lembar[n] = a.halaman
    rapat = [n for n, h in huruf.items() if h < 9.0]
    assert rapat and len(rapat) < 40  # most tables end well filled or fit no other way
    assert all(lembar[n] == lembar[min(rapat) - 1] for n in rapat if n < min(rapat) + 3)
    for lanjut, harap in ((Paragraf("Lanjut."), True), (Daftar("isi"), False)):  # a list is as long as nobody knows
        terbuka = tata([Paragraf("Awal."), t, lanjut, Judul("BAB")], HALAMAN)
        assert [u.huruf < 9.0 for _, u in terbuka if u is not None] == [harap]


def test_grafik_yang_sendirian_ikut_ke_halaman_melintang():
    """A chart over onto a new page goes above the wide table, as text does; a page that is filled by it stays."""
    isi = Paragraf("Kalimat yang cukup panjang untuk mengisi beberapa baris di halaman laporan ini. " * 4)
    gambar = Gambar(b"", "Grafik", "grafik", lebar_cm=5.0)
    rupa = {n: _dengan_bagian(Judul("BAB"), *[isi] * n, gambar) for n in range(12)}
    awal = next(n for n, x in rupa.items() if not x.endswith("gBt"))
    assert rupa[awal].endswith("Bgt") or rupa[awal].endswith("Bpgt")
    besar = {n: _dengan_bagian(Judul("BAB"), *[isi] * n, replace(gambar, lebar_cm=14.0)) for n in range(12)}
    assert all(x.endswith("gBt") for x in besar.values())


def test_judul_dan_alinea_pendek_berpindah_utuh():
    """No page ends with a heading or parts a paragraph by a single line; a block's space below may hang over."""
    baris = 16.0
    for banyak, ruang, y in ((3, 40.0, 48.0), (6, 40.0, 64.0), (6, 20.0, 96.0), (6, 85.0, 32.0), (2, 32.0, 732.0)):
        a = Alir(700.0, y=700.0 - ruang)
        a.taruh(9, banyak * baris, baris=baris)
        assert a.y == y if banyak > 2 else a.y == 700.0, (banyak, ruang)
    a = Alir(700.0, y=680.0)
    a.taruh(9, 48.0, baris=baris, atas=(30.0,))
    assert (a.y, a.mulai) == (78.0, 8)


def test_kepala_setinggi_baris_terbanyaknya():
    """A header beside a grouped one runs over both of its lines."""
    biasa = KolomRingkas("c", "Menunjang / Tidak Menunjang", "pilihan")
    kelompok = [KolomRingkas(n, n, "angka", kelompok="Kinerja") for n in ("Target", "Realisasi")]
    tinggi = [
        bahan_tabel(tabel(kolom, [{"c": "Ya"}])).ukur(130.0).kepala / 9.0 for kolom in ([*kelompok, biasa], [biasa])
    ]
    assert abs(tinggi[0] - tinggi[1]) < 1.5


def test_baris_setinggi_kata_yang_tidak_dipatah():
    """A row has the lines its words need, and the last row of a cell over several what that lacks."""
    kolom = [KolomRingkas("a", "A"), KolomRingkas("b", "B")]
    bahan = bahan_tabel(tabel(kolom, [{"a": "kata " * 30, "b": "x"}, {"b": "x"}, {"b": "x"}], (Gabungan("a", 0, 2),)))
    u = bahan.ukur(100.0, rapi=False)
    baris = ARIAL.baris("kata " * 30, (u.lebar[0] - tepi_sel(u.huruf)) / u.huruf)
    satu = u.tinggi[0]
    assert u.tinggi[:2] == (satu, satu) and abs(sum(u.tinggi) - 3 * 2.5 - baris * u.huruf * 1.15) < 1


def test_tinggi_balok_sedekat_tercetak():
    """Against a page of LibreOffice: a section of Bab I, from its text to the heading after its table."""
    kolom = [
        KolomRingkas("nama", "Uraian"),
        *(KolomRingkas(n, n, "angka") for n in ("Laki-laki", "Perempuan", "Jumlah")),
    ]
    baris = [{"nama": f"Golongan {i}", "Laki-laki": 2.0, "Perempuan": 1.0, "Jumlah": 3.0} for i in range(4)]
    teks = "Menurut golongan, pegawai berjumlah 21 (dua puluh satu) orang: 3 Golongan IV, 13 Golongan III, dan 5 Golongan II."
    t = Tata(HALAMAN)
    for x in (Paragraf(teks), Tabel(tabel(kolom, baris))):
        t.terima(x)
    assert abs(t.alir.y - 152.1) < 8


def test_tabel_di_akhir_bab_dirapatkan_bersama():
    """Where the last table alone cannot spare a page with a few rows, those before it help, and text between them stays as it is."""
    kolom = [KolomRingkas("nama", "Uraian"), KolomRingkas("n", "Jumlah", "angka")]

    def isi(n: int) -> Tabel:
        return Tabel(tabel(kolom, [{"nama": f"Program {i}", "n": 1.0} for i in range(n)]))

    bersama = 0
    for n in range(4, 40):
        for antara in ((), (Isian("Tanda tangan."),)):
            letak = tata([Judul("BAB I", 1), isi(25), *antara, isi(n), Judul("BAB II", 1), Paragraf("Teks.")], HALAMAN)
            satu, dua = (u for _, u in letak if u is not None)
            assert dua.huruf <= satu.huruf
            bersama += satu.huruf < HURUF[0]
            if satu.huruf < HURUF[0]:
                assert satu.huruf == dua.huruf
    assert bersama


def test_teks_di_bawah_tabel_beberapa_halaman_muat_di_halaman_terakhirnya():
    """Its header stands on each of its pages: what was measured without that left a sentence alone on a landscape page."""
    penuh = HALAMAN[MELINTANG][1]
    tinggal = 0
    for n in range(10, 60):
        lebar = replace(_berpasangan(5), baris=_berpasangan(5).baris * n)
        letak = tata([Judul("A", 2), Tabel(lebar), Paragraf("Satu kalimat.")], HALAMAN)
        if letak[-2][1] is None or letak[-1][1] is not None:
            continue  # the sentence is upright again
        (u,) = [u for _, u in letak if u is not None]
        y = 30 + 30 + u.kepala  # heading and caption
        for tinggi in u.tinggi:
            y = y + tinggi if y + tinggi <= penuh else u.kepala + tinggi
        assert y + 30 + 20 <= penuh, n  # the source, the sentence
        tinggal += 1
    assert tinggal > 3  # often there is room


@pytest.mark.parametrize("rapat", [1.0, 3.0, 9.0])
def test_nomor_titik_tidak_bertumpuk(rapat):
    """Sixty points in three columns, as where few programmes carry many sasaran; fifteen are numbered."""
    titik = [(30.0 * (i % 3), rapat * i) for i in range(60)]
    disebut = list(range(1, 16))
    kotak = [
        (titik[n - 1][0] + dx, titik[n - 1][1] + dy, LEBAR_ANGKA * len(str(n)))
        for n, (dx, dy) in zip(disebut, sebar_nomor(titik, disebut), strict=True)
    ]
    tumpang = [
        (a, b)
        for (a, x), (b, y) in combinations(enumerate(kotak, 1), 2)
        if x[0] < y[0] + y[2] and y[0] < x[0] + x[2] and abs(x[1] - y[1]) < TINGGI_NOMOR
    ]
    assert not tumpang


# --- as LibreOffice prints it


_PATAH = re.compile(r"[\s\u00a0\-–]+")  # a line may break there


def kata_sel(dok) -> Counter[str]:
    """How often each word stands in the cells, those left out that may break by their length."""
    semua = (t.text or "" for x in dok.tables for t in x._tbl.iter(qn("w:t")))
    return Counter(w for teks in semua for w in _PATAH.split(teks) if w and ARIAL_LONGGAR.panjang(w) < TERPANJANG)


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize("nama", SEMUA)
def test_halaman_tercetak(writer, nama, tmp_path, record_property, libreoffice):
    """Of 373 pages 38 are filled less than a third: 29 hold all of a foreword, a list or an annex, which begins a page by custom.

    Nine are the rest of a chapter. Smaller type would spare some, but 7 points of a whole agreement are a worse page than its
    last rows on another, where those who sign it stand; what follows a turned table has no room left there in any type; and
    how long a list of tables is nobody knows before it is printed.
    """
    data = tulis_word(naskah(nama))
    dok = baca_dok(data)
    semua = halaman(pdf(data, tmp_path, libreoffice))
    assert not kata_sel(dok) - Counter(w for h in semua for k, _ in h.kata for w in _PATAH.split(k)), "patah"
    judul = {" ".join(p.text.split()) for p in dok.paragraphs if p.style.name == "Heading 1"} | {
        "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR"
    }  # fmt: skip
    semua_judul = {" ".join(p.text.split()) for p in dok.paragraphs if p.style.name.startswith("Heading")} - {""}
    lowong, utuh, penutup = [], 0, 0
    for i, h in enumerate(semua):
        assert h.kata, f"halaman {i + 1} kosong"
        assert not h.teks.startswith("Sumber:"), f"halaman {i + 1}: hanya sumber"
        yatim = [j for j in semua_judul if h.teks.endswith(j) and h.teks != j]
        assert not yatim, f"halaman {i + 1}: judul di kaki halaman {yatim}"
        lanjut = semua[i + 1] if i + 1 < len(semua) else None
        akhir = lanjut is None or any(lanjut.teks.startswith(j) for j in judul)
        if h.isi < SEPERTIGA and akhir:
            mulai = any(h.teks.startswith(j) for j in judul)
            utuh, penutup = utuh + mulai, penutup + (not mulai)
        if h.isi < SEPERTIGA and not akhir and i:
            lowong.append((i + 1, round(h.isi, 2), h.teks[:80]))
    record_property("halaman", len(semua))
    record_property("kurang dari sepertiga: bab sehalaman", utuh)
    record_property("kurang dari sepertiga: sisa bab", penutup)
    assert not lowong and penutup <= 0.06 * len(semua)


def test_judul_yang_bukan_judul_tidak_dicoba_segala_patahan():
    """A paragraph where a header stands: the ways to break it are as many as the square of its words."""
    awal = time.process_time()
    assert lebar_kepala("naik 1 " * 4000, 3) > lebar_kepala("naik 1 " * 20, 3) and time.process_time() - awal < 2
