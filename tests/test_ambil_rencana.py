"""Taking tables over: which sheet, column and row each is, and a fate for every cell, on the tables of an invented agency."""

from __future__ import annotations

import pytest
from banyak import tiap
from buku_md import buku_md
from dinas_pangan import ANGGARAN, CAPAIAN, RENSTRA, anggaran, buku, capaian, renstra
from hypothesis import given, settings
from hypothesis import strategies as st
from rencana_ambil import isi, nasib
from tabel_asing import tabel_asing

from lkjip_xl.inti.alamat import pecah
from lkjip_xl.rencana import Nasib, Rencana, Yakin, rencanakan
from lkjip_xl.rencana.papan import secetak
from lkjip_xl.rencana.register import Register
from lkjip_xl.sumber.model import Kisi, SelAsing
from lkjip_xl.tabel.model import Asal, SelKerja


def kode(r: Rencana) -> list[str]:
    return sorted(t.kode for t in r.temuan)


def test_buku_kosong_mendapat_indikator_kode_dan_target() -> None:
    r = rencanakan(buku(), [renstra()])
    assert r.tabel[0].lembar == "renstra" and r.tabel[0].yakin is Yakin.PASTI
    assert isi(r, "indikator", "kode", "jenjang", "satuan") == [
        ("T1.1", "tujuan", "indeks"), ("S1.1", "sasaran", "ton"), ("S1.2", "sasaran", "kw/ha"), ("S1.3", "sasaran", "ha"),
        ("S2.1", "sasaran", "%"), ("S2.2", "sasaran", "kelompok"), ("S3.1", "sasaran", "indeks"),
    ]  # fmt: skip
    assert [x[0] for x in isi(r, "indikator", "pernyataan")].count(None) == 3  # a merged cell is written once
    assert isi(r, "renstra", "kode", "target_1", "target_3")[2] == ("S1.2", 55.5, 57.0)
    assert r.buku["renstra"].desimal(14, "target_1") == 2
    assert kode(r) == [] and r.cacah()["tidak dipakai"] == 0


@pytest.mark.parametrize(("bawah", "baris"), [("", 9), ("\n| | *) indikator baru | |", 10)])
def test_indikator_baru_tidak_masuk_ke_baris_catatan(bawah: str, baris: int) -> None:
    """A note typed below the table keeps its row."""
    b = buku_md("| Indikator | kode | indikator |\n| | T9.1 | Ada |" + bawah)
    assert Register(b).tambah("Baru", "", "sasaran").baris == b["indikator"].terakhir + 1 == baris


def test_tabel_kedua_menemukan_barisnya_dan_capaian_dibandingkan() -> None:
    r = rencanakan(buku(), [capaian(), renstra()])  # the order of the sources does not matter
    assert len(isi(r, "indikator", "kode")) == 7
    assert isi(r, "pengukuran", "kode", "target", "realisasi") == [
        ("S1.1", 1200.0, 1260.0), ("S1.2", 55.5, 50.0), ("S2.1", 80.0, 81.0),
    ]  # fmt: skip
    # the target follows from the Renstra: the formula stays
    assert not any(k == ("pengukuran", 8, "target") for k in r.tulis)
    assert nasib(r, "105") == ["sama"] and nasib(r, "91,09") == ["dibandingkan"]
    assert [(t.kode, t.sel) for t in r.temuan] == [("AB-05", "tabel 2 baris 4 kolom 6")]


def test_satuan_di_sel_menjadi_satuan_indikator() -> None:
    r = rencanakan(buku(), [capaian()])
    assert isi(r, "indikator", "kode", "satuan") == [("S1.1", "ton"), ("S1.2", "kw/ha"), ("S2.1", "%")]
    assert isi(r, "pengukuran", "target") == [(1200.0,), (55.5,), (80.0,)]


def test_baris_jumlah_dibandingkan_tidak_ditulis() -> None:
    r = rencanakan(buku(), [anggaran()])
    assert isi(r, "anggaran", "no", "level", "pagu", "realisasi_rp") == [
        ("1", "program", 1e9, 9e8), ("1.1", "kegiatan", 6e8, 5.5e8), ("1.2", "kegiatan", 4e8, 3.5e8),
    ]  # fmt: skip
    t = next(t for t in r.temuan if t.kode == "AB-06")
    assert (t.sel, t.nilai, t.seharusnya) == ("tabel 3 baris 6 kolom 4", 910e6, 900e6)
    benar = rencanakan(buku(), [anggaran(ANGGARAN.replace("910.", "900."))])
    assert kode(benar) == []


def test_rata_rata_yang_salah() -> None:
    r = rencanakan(buku(), [renstra(), capaian(CAPAIAN.replace("99,11", "98,11"))])
    assert [t.nilai for t in r.temuan if t.kode == "AB-06"] == [98.11]


def test_kolom_yang_berarti_lain() -> None:
    """A capaian that is the serapan is known by its figures; one that agrees with nothing is told once."""
    teks = ANGGARAN.replace("| %", "| Capaian (%)").replace("910.", "900.").replace(" 91\n", " 90")
    sebelumnya = "No | Program / Kegiatan | Target | Realisasi | Capaian (%)\n1 | Program Penyuluhan | 10 | 12 | 120\n1.1 | Pelatihan petani | 10 | 12 | 120\n1.2 | Sekolah lapang | 10 | 12 | 120"
    kinerja = tabel_asing("Tabel 3.8 Efisiensi Kinerja Program", sebelumnya)
    r = rencanakan(buku(), [kinerja, anggaran(teks)])
    assert "AB-15" not in kode(r) and "AB-05" not in kode(r) and nasib(r, "91,67") == ["sama"]
    salah = rencanakan(
        buku(), [kinerja, anggaran(teks.replace("| 90\n", "| 33\n").replace("91,67", "44").replace("87,5", "55"))]
    )
    assert "AB-15" in kode(salah) and "AB-05" not in kode(salah)


def test_centang_dan_pilihan_lain() -> None:
    teks = "Indikator | Program | Menunjang\nProduksi padi | Program Penyuluhan | v\nProduktivitas padi | Program Benih | Tidak menunjang\nLuas panen | Program Air | entah"
    r = rencanakan(buku(), [renstra(), tabel_asing("Program yang menunjang sasaran", teks, nomor=2)])
    assert [x[0] for x in isi(r, "penunjang", "menunjang")] == ["ya", "tidak", None] and nasib(r, "entah") == ["ragu"]


def test_ribuan_rupiah_dikalikan_dan_dikatakan() -> None:
    teks = ANGGARAN.replace("(Rp)", "(Rp ribu)").replace(".000 |", " |").replace("910.000 |", "910.000 |")
    r = rencanakan(buku(), [anggaran(teks)])
    assert isi(r, "anggaran", "pagu", "realisasi_rp")[0] == (1e9, 9e8)
    assert [t.kode for t in r.temuan if t.kode == "AB-08"] == ["AB-08", "AB-08"]


def test_pertentangan_menunggu_jawaban() -> None:
    awal = rencanakan(buku(), [renstra(), capaian()]).buku
    lain = capaian(CAPAIAN.replace("1.260 ton", "1.262 ton"))
    r = rencanakan(awal, [lain])
    assert nasib(r, "1.262 ton") == ["bertentangan"] and not r.tulis
    t = next(t for t in r.temuan if t.kode == "AB-04")
    assert (t.lembar, t.nilai) == ("Pengukuran", 1260.0) and pecah(t.sel)[0] == 8
    tanya = next(p for p in r.pertanyaan if p.jenis == "isi berbeda")
    assert isi(rencanakan(awal, [lain], {tanya.id: True}), "pengukuran", "realisasi")[0] == (1262.0,)
    assert isi(rencanakan(awal, [lain], timpa=True), "pengukuran", "realisasi")[0] == (1262.0,)
    assert "AB-04" not in kode(rencanakan(awal, [capaian()]))


def test_sekali_lagi_semuanya_sama() -> None:
    sumber = [renstra(), capaian(), anggaran(ANGGARAN.replace("910.", "900."))]
    awal = rencanakan(buku(), sumber)
    lagi = rencanakan(awal.buku, sumber)
    assert not lagi.tulis and lagi.cacah()["ditulis"] == 0 and lagi.cacah()["bertentangan"] == 0
    assert lagi.tuntas and lagi.terpakai


def test_nama_yang_hanya_mirip_dan_baru_ditanya() -> None:
    awal = rencanakan(buku(), [renstra()]).buku
    ejaan = rencanakan(awal, [capaian(CAPAIAN.replace("Produktivitas padi", "Produktifitas padi"))])
    assert "AB-13" in kode(ejaan) and isi(ejaan, "pengukuran", "kode")[1] == ("S1.2",)
    mirip = rencanakan(awal, [capaian(CAPAIAN.replace("Produksi padi", "Produksi pati ubi"))])
    assert "AB-10" in kode(mirip) and "AB-11" not in kode(mirip)
    baru = capaian(CAPAIAN.replace("Produksi padi", "Jumlah penangkar benih"))
    r = rencanakan(awal, [baru])
    assert "AB-11" in kode(r) and "AB-10" not in kode(r) and len(isi(r, "indikator", "kode")) == 7
    tanya = next(p for p in r.pertanyaan if p.jenis == "indikator baru")
    assert isi(rencanakan(awal, [baru], {tanya.id: True}), "indikator", "kode")[-1] == ("S1.4",)


def test_nama_mirip_di_bawah_sasaran_lain() -> None:
    """A name that differs in a word, under another sasaran, is another indicator; under the same one it is asked."""
    awal = Register(buku())
    awal.tambah("Panjang saluran primer", "Meningkatnya air baku pertanian", "sasaran")
    for atas, cara in (
        ("Terwujudnya kawasan pesisir tertata", ""),
        ("Meningkatnya air baku untuk pertanian", "mirip"),
        ("", "mirip"),
    ):
        assert awal.cari("", "Panjang saluran pesisir", atas).cara == cara
    assert awal.cari("", "Panjang salluran primer", "Terwujudnya kawasan pesisir tertata").cara == "ejaan"


def test_kode_dengan_nama_indikator_lain() -> None:
    awal = rencanakan(buku(), [renstra()]).buku
    teks = "Kode | Indikator | Target | Realisasi | Capaian (%)\nS1.1 | {} | 1.200 | 1.260 | 105"
    salah = rencanakan(awal, [capaian(teks.format("Jumlah sapi perah"))])
    assert "AB-12" in kode(salah)
    assert "AB-12" not in kode(rencanakan(awal, [capaian(teks.format("Produksi padi"))]))


def test_tabel_asing_dan_kolom_asing_disebut() -> None:
    r = rencanakan(buku(), [tabel_asing("Daftar hadir", "Nama | Alamat\nA | B")])
    assert kode(r) == ["AB-01"] and not r.terpakai
    lain = rencanakan(buku(), [renstra(), capaian(CAPAIAN.replace("Capaian (%)", "Cuaca"))])
    assert "AB-02" in kode(lain) and "AB-01" not in kode(lain)
    assert nasib(lain, "105") == ["tidak dipakai"]


def test_kolom_meragukan_ditanya() -> None:
    teks = "Indikator | 2022 | 2023\nProduksi padi | 1.000 | 1.100"
    awal = rencanakan(buku(), [renstra()]).buku
    r = rencanakan(awal, [tabel_asing("Perbandingan dengan tahun sebelumnya", teks)])
    assert "AB-03" in kode(r) and nasib(r, "1.000") == ["ragu"]
    jelas = rencanakan(awal, [tabel_asing("Perbandingan realisasi dengan tahun sebelumnya", teks)])
    assert "AB-03" not in kode(jelas) and isi(jelas, "riwayat", "realisasi_1", "realisasi_2") == [(1100.0, 1000.0)]


def test_tahun_tanpa_tempat() -> None:
    teks = RENSTRA.replace("2026", "2031")
    r = rencanakan(buku(), [tabel_asing("Target Kinerja Renstra", teks)])
    assert nasib(r, "1.400") == ["tidak dipakai"] and "AB-02" in kode(r)


def test_level_menurut_kolom_dan_kode() -> None:
    teks = """Program | Kegiatan | Sub Kegiatan | Pagu (Rp) | Realisasi (Rp)
Penyuluhan | | | 1.000.000.000 | 900.000.000
 | Pelatihan | | 600.000.000 | 550.000.000
 | | Pelatihan benih | 600.000.000 | 550.000.000
 | Sekolah lapang | | 400.000.000 | 350.000.000"""
    r = rencanakan(buku(), [anggaran(teks)])
    assert [x[0] for x in isi(r, "anggaran", "level")] == ["program", "kegiatan", "subkegiatan", "kegiatan"]
    kode_ = """Kode | Uraian | Pagu (Rp) | Realisasi (Rp)
3.27.02 | Penyuluhan | 1.000.000.000 | 900.000.000
3.27.02.2.01 | Pelatihan | 600.000.000 | 550.000.000
3.27.02.2.01.0001 | Pelatihan benih | 600.000.000 | 550.000.000"""
    r = rencanakan(buku(), [anggaran(kode_)])
    assert isi(r, "anggaran", "kode", "level")[2] == ("3.27.02.2.01.0001", "subkegiatan")
    tanpa = "Uraian | Pagu (Rp) | Realisasi (Rp)\nPenyuluhan | 1.000.000.000 | 900.000.000"
    r = rencanakan(buku(), [anggaran(tanpa)])
    assert kode(r) == ["AB-14"] and nasib(r, "1.000.000.000") == ["ragu"]


SIPD = """Kode Program | Nama Program | Kode Kegiatan | Nama Kegiatan | Kode Sub Kegiatan | Nama Sub Kegiatan | Kode Rekening | Nama Rekening | Pagu
3.27.02 | Program Penyuluhan | 3.27.02.2.01 | Pelatihan | 3.27.02.2.01.0001 | Pelatihan benih | 5.1.02.01 | Belanja Barang | 400.000.000
3.27.02 | Program Penyuluhan | 3.27.02.2.01 | Pelatihan | 3.27.02.2.01.0001 | Pelatihan benih | 5.1.02.04 | Belanja Perjalanan | 200.000.000
3.27.02 | Program Penyuluhan | 3.27.02.2.02 | Sekolah lapang | 3.27.02.2.02.0003 | Sekolah lapang padi | 5.1.02.01 | Belanja Barang | 350.000.000
= Jumlah | | | | | | | | 950.000.000"""


def test_ekspor_per_rekening_dijumlahkan_tiap_tingkat() -> None:
    """A row per account: each level once with its sum, every source cell accounted for."""
    r = rencanakan(buku(), [tabel_asing("Anggaran dan Realisasi Tahun 2024", SIPD)])
    assert isi(r, "anggaran", "kode", "level", "pagu") == [
        ("3.27.02", "program", 950e6), ("3.27.02.2.01", "kegiatan", 600e6), ("3.27.02.2.01.0001", "subkegiatan", 600e6),
        ("3.27.02.2.02", "kegiatan", 350e6), ("3.27.02.2.02.0003", "subkegiatan", 350e6),
    ]  # fmt: skip
    assert kode(r) == [] and nasib(r, "200.000.000") == ["ditulis"] and nasib(r, "950.000.000") == ["dibandingkan"]
    lagi = rencanakan(
        r.buku, [tabel_asing("Anggaran dan Realisasi Tahun 2024", SIPD.replace("350.000.000", "351.000.000"))]
    )
    assert "AB-06" in kode(lagi) and not lagi.tulis


def test_triwulan_bersebelahan_dan_per_baris() -> None:
    """Quarters side by side become rows of their sheet; a table of one quarter says which in a column or its caption."""
    teks = "Indikator | Target | Target: TW I | Realisasi: TW I | Realisasi: TW II\nProduksi padi | 1.200 | 310 | 300 | 640"
    r = rencanakan(buku(), [renstra(), tabel_asing("Pengukuran Kinerja", teks, nomor=2)])
    assert isi(r, "triwulan", "kode", "tw", "target", "realisasi") == [
        ("S1.1", "I", 310.0, 300.0),
        ("S1.1", "II", None, 640.0),
    ]
    satu = "Kode | Indikator | Target | Realisasi | Kendala | Tindak Lanjut | Bukti Dukung\nS1.1 | Produksi padi | 300 | 290 | Hama | Semprot | Foto"
    r = rencanakan(r.buku, [tabel_asing("Capaian Triwulan III Tahun 2024", satu, nomor=3)])
    assert isi(r, "triwulan", "kode", "tw", "realisasi", "bukti")[2] == ("S1.1", "III", 290.0, "Foto")


def test_baris_tanpa_nama() -> None:
    r = rencanakan(buku(), [anggaran(ANGGARAN.replace("1.2 | Sekolah lapang", " | "))])
    assert "AB-07" in kode(r) and nasib(r, "350.000.000") == ["tidak dipakai"]


def test_versi_dari_judul() -> None:
    teks = "Sasaran | Indikator | Satuan | Target\nMeningkatnya panen | Produksi padi | ton | 1.150"
    for judul, versi in (
        ("Perjanjian Kinerja Perubahan Tahun 2024", "perubahan"),
        ("Perjanjian Kinerja Tahun 2024", "murni"),
    ):
        r = rencanakan(buku(), [renstra(), tabel_asing(judul, teks, nomor=2)])
        assert isi(r, "pk", "versi", "kode", "target") == [(versi, "S1.1", 1150.0)]


@pytest.mark.parametrize("nilai", ["4O", "1.168.800.00"])
def test_bacaan_meragukan_ditulis_seperti_tercetak(nilai: str) -> None:
    r = rencanakan(buku(), [renstra(), capaian(CAPAIAN.replace("1.260 ton", nilai))])
    assert nasib(r, nilai) == ["ragu"]
    assert r.tulis[("pengukuran", 8, "realisasi")].teks == nilai


@pytest.mark.lengkap
@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["", "-", "5", "80 %", "Jumlah", "Produksi padi", "Meningkatnya panen", "1.000.000", "x"]),
            min_size=6,
            max_size=6,
        ),
        max_size=5,
    )
)
def test_tiap_sel_punya_satu_nasib(barisan: list[list[str]]) -> None:
    """Whatever a table holds: every filled cell of the source is told about once, a written one is in the workbook."""
    teks = "\n".join([CAPAIAN.splitlines()[0], *(" | ".join(b) for b in barisan)])
    t = capaian(teks)
    luar = Kisi("LAIN.docx", "", 9, {(1, 1): SelAsing("catatan di luar")})
    r = rencanakan(buku(), [renstra(), t], kisi=[*t.kisi, luar])
    semua = sorted(s.teks for k in (*renstra().kisi, *t.kisi, luar) for s in k.sel.values())
    assert sorted(s.teks for s in r.sel) == semua
    assert all(s.lembar and s.sel for s in r.sel if s.nasib is Nasib.DITULIS)


@pytest.mark.parametrize("kepala", ["Realisasi Triwulan: {}", "Realisasi: TW {}", "Realisasi Triwulan {}"])
def test_triwulan_berangka_romawi_tidak_tertukar(kepala: str) -> None:
    """III and IV differ by one letter; each is its own quarter, certain where the header says no more."""
    tw = " | ".join(kepala.format(r) for r in ("I", "II", "III", "IV"))
    teks = f"Indikator Kinerja | Target | {tw}\nProduksi padi | 1.200 | 300 | 310 | 320 | 330"
    r = rencanakan(buku(), [renstra(), tabel_asing("Tabel 3.1 Pengukuran Kinerja Tahun 2024", teks, nomor=2)])
    peta = {k.kolom: k for k in r.tabel[1].kolom.values() if k.kolom.startswith("tw")}
    assert [peta[f"tw{n}"].nomor for n in (1, 2, 3, 4)] == [3, 4, 5, 6]
    assert {k.yakin for k in peta.values()} == {Yakin.PASTI}


def test_triwulan_sampai_dengan_hanya_diusulkan_ke_triwulannya() -> None:
    tw = " | ".join(f"Realisasi: s.d. TW {r}" for r in ("I", "II", "III", "IV"))
    teks = f"Indikator Kinerja | Target | {tw}\nProduksi padi | 1.200 | 300 | 610 | 930 | 1.260"
    r = rencanakan(buku(), [renstra(), tabel_asing("Tabel 3.1 Pengukuran Kinerja Tahun 2024", teks, nomor=2)])
    peta = {k.nomor: k for k in r.tabel[1].kolom.values() if k.kolom.startswith("tw")}
    assert all(k.kolom == f"tw{n - 2}" and k.yakin is Yakin.RAGU for n, k in peta.items())


def test_rupiah_dalam_juta_berdesimal_menjadi_bilangan_bulat() -> None:
    """Whole rupiah are judged after the factor of the header; what is no whole rupiah even then is told."""
    teks = "No | Program / Kegiatan | Anggaran (Rp juta) | Realisasi (Rp juta)\n1 | Program Penyuluhan | 1.180,45 | 900,5\n1.1 | Pelatihan petani | 1.180,45 | {}"
    for sel, harap in (("900,5", []), ("900,1234567", ["AN-07"])):
        r = rencanakan(buku(), [anggaran(teks.format(sel))])
        assert isi(r, "anggaran", "pagu")[0] == (1_180_450_000.0,)
        assert [x for x in kode(r) if x == "AN-07"] == harap


def test_angka_tanpa_format_dibandingkan_dengan_desimalnya_sendiri() -> None:
    """A number shown as General has the decimals it has."""
    umum, satu = (SelKerja(94.4, Asal.ISIAN, desimal=d) for d in (None, 1))
    assert secetak(94.3987, umum) and secetak(94.3987, satu) and not secetak(94.31, umum)
    assert secetak(94.39871234, SelKerja(94.39871234, Asal.ISIAN)) and not secetak(95.4, SelKerja(94.0, Asal.ISIAN))


PREDIKAT = "No | Sasaran | Indikator Kinerja | Satuan | Target: 2024 | Target: 2025 | Target: 2026\n1 | Akuntabilitas | Predikat SAKIP | predikat | {} | A | A\n2 | Layanan | Waktu layanan | hari | 80 | 80 | 80"
CAPAIAN_KATA = "No | Sasaran | Indikator Kinerja | Target | Realisasi\n1 | Akuntabilitas | Predikat SAKIP | {} | BB\n2 | Layanan | Waktu layanan | 80 | 80"


@pytest.mark.parametrize(
    ("rencana", "target", "nasib_target", "tertulis"),
    [("BB", "bb", "sama", False), ("≥ 80", "≥80", "sama", False), ("BB", "B", "ditulis", True)],
)
def test_kata_yang_diwarisi_tidak_ditimpa(rencana: str, target: str, nasib_target: str, tertulis: bool) -> None:
    """What the formula brings from the Renstra stays a formula, be it a word or a bound."""
    awal = rencanakan(buku(), [tabel_asing("Tabel 2.2 Target Kinerja Renstra", PREDIKAT.format(rencana))]).buku
    r = rencanakan(awal, [tabel_asing("Tabel 3.1 Capaian Kinerja Tahun 2024", CAPAIAN_KATA.format(target), nomor=2)])
    assert nasib(r, target)[:1] == [nasib_target]
    assert any(k[0] == "pengukuran" and k[2] == "target" for k in r.tulis) is tertulis


SAMPAI = "Indikator Kinerja | Target | {}\nProduksi padi | 1.200 | 300 | 610 | 930 | 1.260"


@pytest.mark.parametrize(
    "kepala",
    tiap(
        3, ["Realisasi: s.d. TW {}", "s.d. Triwulan {}", "Realisasi s/d TW {}", "Realisasi sampai dengan Triwulan {}"]
    ),
)
@pytest.mark.parametrize(("cara", "tertulis"), [(None, 4), ("kumulatif", 4), ("per triwulan", 0)])
def test_sampai_dengan_triwulan_membawa_cara_catatnya(kepala: str, cara: str | None, tertulis: int) -> None:
    """Figures of the year so far are asked about unless the workbook counts so; taken, they are recorded as such, and never
    where quarters stand alone."""
    awal = rencanakan(buku(), [renstra()]).buku
    if cara:
        awal["indikator"].sel |= {
            (b, "cara_tw"): SelKerja(cara, Asal.ISIAN, mentah=cara) for b, _ in awal["indikator"].rekaman()
        }
    t = tabel_asing(
        "Tabel 3.1 Pengukuran Kinerja Tahun 2024",
        SAMPAI.format(" | ".join(map(kepala.format, ("I", "II", "III", "IV")))),
        nomor=2,
    )
    r = rencanakan(awal, [t])
    tanya = {p.id: True for p in r.pertanyaan if p.jenis == "kolom"}
    assert len(tanya) == (0 if cara == "kumulatif" else 4)
    assert any(k[0] == "triwulan" for k in r.tulis) is (not tanya)
    r = rencanakan(awal, [t], tanya)
    assert sum(k[0] == "triwulan" and k[2] == "realisasi" for k in r.tulis) == tertulis
    assert dict(isi(r, "indikator", "kode", "cara_tw"))["S1.1"] == (cara or "kumulatif")


def test_triwulan_dan_jumlahnya_berdampingan() -> None:
    """Beside the quarter itself the year so far is a sum of its own: not used, with the reason."""
    teks = "Indikator Kinerja | Target | TW I | s.d. TW I | TW II | s.d. TW II\nProduksi padi | 1.200 | 300 | 300 | 310 | 610"
    r = rencanakan(buku(), [renstra(), tabel_asing("Tabel 3.1 Pengukuran Kinerja Tahun 2024", teks, nomor=2)])
    assert [(k.kolom, k.yakin) for n, k in sorted(r.tabel[1].kolom.items())][2:] == [
        ("tw1", Yakin.PASTI), ("", Yakin.TIDAK), ("tw2", Yakin.PASTI), ("", Yakin.TIDAK),
    ]  # fmt: skip


@pytest.mark.parametrize("kepala", ["Kondisi Awal 2022", "Kondisi Awal (2022)", "Kondisi Awal: 2022"])
def test_kondisi_awal_bertahun(kepala: str) -> None:
    teks = f"Sasaran | Indikator Kinerja | Satuan | {kepala} | Target: 2024 | Target: 2025\nPanen | Produksi padi | ton | 1.100 | 1.200 | 1.300"
    r = rencanakan(buku(), [tabel_asing("Tabel 2.2 Target Kinerja Renstra", teks)])
    assert isi(r, "renstra", "tahun_dasar", "nilai_dasar", "target_1") == [(2022.0, 1100.0, 1200.0)]


def test_hitungan_tercetak_disebut_dengan_satuannya() -> None:
    """A remainder in millions is answered in millions; cells without a source are counted apart."""
    teks = "No | Program / Kegiatan | Anggaran (Rp juta) | Realisasi (Rp juta) | Sisa (Rp juta)\n1 | Program Penyuluhan | 1.000 | 900 | 150"
    r = rencanakan(buku(), [anggaran(teks)])
    (t,) = [t for t in r.temuan if t.kode == "AB-05"]
    assert (t.nilai, t.seharusnya) == ("150", 1e8) and " 100 " in t.pesan
    sumber, semua = r.cacah()["ditulis"], len(r.tulis)
    kalimat = r.kalimat_tulis(semua).split()
    assert semua > sumber and str(semua) in kalimat and str(semua - sumber) in kalimat


def test_kata_ukuran_bukan_nama_indikator() -> None:
    """Rows "Target" and "Realisasi" under years, of an indicator that nothing names, make no indicators."""
    t = tabel_asing("Perkembangan Kinerja", "Uraian | 2023 | 2024\nTarget | 1.150 | 1.200\nRealisasi | 1.190 | 1.260")
    r = rencanakan(buku(), [t], kisi=t.kisi)
    assert [*r.buku["indikator"].rekaman()] == []


def test_baris_tanpa_tahun_milik_tahun_laporan() -> None:
    """A row of Belanja without a year is the report's: figures of another year get a row of their own."""
    b = buku_md("""
| Pengaturan | tahun |
| | 2024 |

| Belanja | tahun | jenis | anggaran | realisasi |
| | | Belanja Pegawai | 620000000 | 610000000 |
""")
    t = tabel_asing("Realisasi Belanja", "Uraian | Anggaran 2024 (Rp) | Realisasi 2024 (Rp) | Realisasi 2023 (Rp)\nBelanja Pegawai | 620.000.000 | 610.000.000 | 590.000.000")  # fmt: skip
    r = rencanakan(b, [t], kisi=t.kisi)
    assert isi(r, "belanja", "tahun", "realisasi") == [(2024.0, 610e6), (2023.0, 590e6)]


def test_jumlah_baris_bertingkat_menurut_angkanya() -> None:
    """Rows of kinds of spending under their sum, without numbers: the total is that of the outermost."""
    teks = "Jenis Belanja | Anggaran (Rp) | Realisasi (Rp)\nBelanja Operasi | 3.040.000.000 | 2.938.480.000\nBelanja Pegawai | 2.290.000.000 | 2.221.300.000\nBelanja Barang dan Jasa | 750.000.000 | 717.180.000\nBelanja Modal | 80.000.000 | 77.000.000\n= Jumlah | 3.120.000.000 | {}"  # fmt: skip
    for jumlah, salah in (("3.015.480.000", 0), ("3.015.480.900", 1)):
        t = tabel_asing("Realisasi Belanja Tahun 2024", teks.format(jumlah))
        assert sum(x.kode == "AB-06" for x in rencanakan(buku(), [t], kisi=t.kisi).temuan) == salah


def test_target_triwulan_dikenal_kembali_bagaimana_pun_tercetaknya() -> None:
    """86,50 and 86.5 are one figure: what was taken over once finds its row again."""
    t = tabel_asing("Target Triwulanan Tahun 2025", "Indikator Kinerja | Satuan | Target tahun 2025: TW I | Target tahun 2025: TW II | Target tahun 2025: TW III | Target tahun 2025: TW IV\nIndeks kepuasan petani | indeks | 86,50 | 86,70 | 86,90 | 87,00")  # fmt: skip
    r = rencanakan(buku(), [t], kisi=t.kisi)
    lagi = rencanakan(r.buku, [t], kisi=t.kisi)
    assert lagi.tulis == {} and Nasib.DITULIS not in {s.nasib for s in lagi.sel}
    assert any(s.nasib is Nasib.SAMA and s.teks == "86,50" for s in lagi.sel)


@pytest.mark.parametrize(("cara", "ditulis"), [("kumulatif", [("III", 900.0)]), ("per triwulan", []), ("", [])])
def test_realisasi_sampai_triwulan_menurut_cara_catat(cara: str, ditulis: list) -> None:
    """Figures up to a quarter go to its row where the workbook counts so; else they are asked for, and not written."""
    b = buku_md(f"""
| Pengaturan | tahun |
| | 2025 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah | cara_tw |
| | S1.1 | sasaran | Panen meningkat | Produksi padi | ton | naik | {cara} |
""")
    teks = "No | Indikator Kinerja | Satuan | Target | Realisasi s.d. TW III\n1 | Produksi padi | ton | 1.200 | 900"
    t = tabel_asing("Capaian Kinerja Tahun 2025", teks)
    r = rencanakan(b, [t], kisi=t.kisi)
    assert [x for x in isi(r, "triwulan", "tw", "realisasi") if x[1]] == ditulis
    assert all(x == (None,) for x in isi(r, "pengukuran", "realisasi")) or ditulis
    assert {s.nasib for s in r.sel if s.teks == "900"} == {Nasib.DITULIS if ditulis else Nasib.RAGU}
