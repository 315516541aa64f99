"""Kinds of tables that unseen reports of other levels brought: whose figures, quarters, programmes beside indicators, English figures."""

from __future__ import annotations

import pytest
from dinas_pangan import anggaran, buku
from rencana_ambil import UANG, UKUR, isi, kolom
from tabel_asing import tabel_asing

from lkjip_xl.rencana import Nasib, Rencana, Yakin, rencanakan
from lkjip_xl.rencana.papan import TAK_TAHU
from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, SelKerja


def buku_daerah(kabupaten: str, provinsi: str = "", instansi: str = "Dinas Uji") -> BukuKerja:
    b = buku()
    for k, x in (("kabupaten", kabupaten), ("provinsi", provinsi), ("instansi", instansi)):
        if x:
            b["pengaturan"].sel[BARIS_DATA, k] = SelKerja(x, Asal.ISIAN, mentah=x)
    return hitung_buku(b.skema, b.tabel, [], set())


def ambil(teks: str, b: BukuKerja | None = None, caption: str = UKUR) -> Rencana:
    return rencanakan(b or buku(), [tabel_asing(caption, teks)])


def test_angka_milik_daerah_sendiri_adalah_realisasi() -> None:
    polos = "Indikator | Target | Provinsi | Nasional\nUmur harapan | 74 | 75 | 73"
    harap = ["indikator.indikator", "pengukuran.target", "pengukuran.realisasi", "pembanding.nilai"]
    provinsi = buku_daerah("Provinsi Jawa Makmur")
    assert list(kolom(ambil(polos, provinsi)).values()) == harap
    for milik in ("Realisasi Jawa Makmur", "Prov. Jawa Makmur: Realisasi", "Realisasi 2024: Provinsi Jawa Makmur"):
        assert list(kolom(ambil(polos.replace("Provinsi", milik), provinsi)).values()) == harap
    assert list(kolom(ambil(polos, buku_daerah("", "Jawa Makmur"))).values()) == harap
    kabupaten = buku_daerah("Kabupaten Damai", "Jawa Makmur")
    r = ambil(polos, kabupaten)
    assert isi(r, "pembanding", "jenis", "nilai") == [("provinsi", 75.0), ("nasional", 73.0)]
    assert isi(r, "pengukuran", "target", "realisasi") == [(74.0, None)]
    lengkap = "Indikator | Realisasi 2024: Kab. Damai | Realisasi 2024: Jawa Makmur | Realisasi 2024: Nasional\nUmur harapan | 74 | 75 | 73"
    r = ambil(lengkap, kabupaten)
    assert isi(r, "pengukuran", "realisasi") == [(74.0,)]
    assert isi(r, "pembanding", "nama", "nilai") == [("Provinsi Jawa Makmur", 75.0), ("Nasional", 73.0)]


@pytest.mark.parametrize("milik", ["Provinsi", "Kabupaten Damai: Realisasi"])
def test_angka_daerah_ditanya_bila_pengaturan_tidak_menyebutnya(milik: str) -> None:
    r = ambil(f"Indikator | Target | {milik} | Nasional\nUmur harapan | 74 | 75 | 73")
    assert [k.judul for k in r.tabel[0].kolom.values() if k.yakin is Yakin.RAGU] == [milik]
    assert isi(r, "pengukuran", "realisasi") in ([], [(None,)])
    assert isi(r, "pembanding", "jenis", "nilai") == [("nasional", 73.0)]


def test_angka_daerah_lain_bukan_realisasi_sendiri() -> None:
    teks = "Indikator | Kota Damai: Realisasi | Kota Damai: Target | Kabupaten Tetangga: Realisasi 2024\nUmur harapan | 71 | 70 | 72"
    r = ambil(teks, buku_daerah("Kabupaten Damai"))
    assert isi(r, "pengukuran", "realisasi") == []
    assert isi(r, "pembanding", "jenis", "nama", "target", "nilai") == [
        ("daerah lain", "Kota Damai", 70.0, 71.0), ("daerah lain", "Kabupaten Tetangga", None, 72.0),
    ]  # fmt: skip


def test_capaian_triwulan_dibandingkan_di_lembar_triwulan() -> None:
    kepala = " | ".join(f"Triwulan {q}: {x}" for q in ("I", "II") for x in ("Target", "Realisasi", "Capaian (%)"))
    r = ambil(
        f"Indikator | Target | {kepala}\nTemuan selesai | 90 | 20 | 18 | 90 | 45 | 44 | 95,5",
        caption="Kinerja Triwulan",
    )
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("I", 20.0, 18.0), ("II", 45.0, 44.0)]
    assert [(s.teks, s.nasib) for s in r.sel if s.teks in ("90", "95,5")][1:] == [
        ("90", Nasib.SAMA), ("95,5", Nasib.DIBANDINGKAN),
    ]  # fmt: skip
    assert [t.nilai for t in r.temuan if t.kode == "AB-05"] == ["95,5"]


def test_sebab_di_samping_angka_ke_analisis() -> None:
    r = ambil(
        "Indikator | Target | Realisasi | Kendala | Rencana Tindak Lanjut\nTemuan selesai | 90 | 80 | Dana | Usul dana"
    )
    assert isi(r, "analisis", "kode", "penghambat", "upaya") == [("IK1", "Dana", "Usul dana")]


def test_program_dan_uang_di_samping_indikator() -> None:
    kepala = "No | Sasaran | Indikator | Target | Realisasi | % | Program | Anggaran: Pagu (Rp) | Anggaran: Realisasi (Rp) | Anggaran: %"
    teks = """1 | Layanan prima | Indeks puas | 82 | 83 | 101,22 | Program Layanan | 2.000.000 | 1.900.000 | 95
2 | | Waktu layan | 10 | 10 | 100 | Program Layanan | 2.000.000 | 1.900.000 | 95
3 | Tertib arsip | Nilai arsip | 70 | 77 | 110 | Program Arsip | 500.000 | 500.000 | 100
 | | | | | | Program Pustaka | 400.000 | 300.000 | 75"""
    r = ambil(f"{kepala}\n{teks}")
    assert isi(r, "pengukuran", "target", "realisasi") == [(82.0, 83.0), (10.0, 10.0), (70.0, 77.0)]
    assert isi(r, "anggaran", "level", "nama", "pagu", "realisasi_rp") == [
        ("program", "Program Layanan", 2e6, 1.9e6), ("program", "Program Arsip", 5e5, 5e5), ("program", "Program Pustaka", 4e5, 3e5),
    ]  # fmt: skip
    assert not [s for s in r.sel if s.nasib in (Nasib.TIDAK, Nasib.RAGU, Nasib.BENTROK)]
    jumlah = ambil(f"{kepala}\n{teks}\n= Jumlah | | | | | | | 2.900.000 | 2.700.000 |")
    assert "AB-06" not in {t.kode for t in jumlah.temuan}
    salah = ambil(f"{kepala}\n{teks}\n= Jumlah | | | | | | | 4.900.000 | 2.700.000 |")
    assert [t.nilai for t in salah.temuan if t.kode == "AB-06"] == [4.9e6]
    ubah = teks.replace("101,22 | Program Layanan | 2.000.000", "101,22 | Program Layanan | 2.100.000")
    beda = ambil(f"{kepala}\n{ubah}")
    assert [(s.teks, s.nasib) for s in beda.sel if s.teks == "2.000.000"] == [("2.000.000", Nasib.BENTROK)]
    pk = "Sasaran | Indikator | Target | Program | Anggaran (Rp)\nLayanan prima | Indeks puas | 82 | Program Layanan | 2.000.000"
    r = ambil(pk, caption="Perjanjian Kinerja Tahun 2024")
    assert isi(r, "pk_program", "versi", "nama", "anggaran") == [("murni", "Program Layanan", 2e6)]


def test_uang_di_samping_indikator_tanpa_nama_program_tidak_ditulis() -> None:
    r = ambil(
        "Sasaran | Indikator | Target | Realisasi | Pagu (Rp) | Realisasi (Rp)\nA | B | 8 | 9 | 2.000.000 | 1.900.000"
    )
    assert isi(r, "anggaran", "nama") == [] and isi(r, "pengukuran", "realisasi") == [(9.0,)]
    assert [s.nasib for s in r.sel if s.teks == "2.000.000"] == [Nasib.TIDAK]


def test_ribuan_inggris_menurut_kolom_dan_tabelnya() -> None:
    teks = "Program | Volume | Pagu | Realisasi\nProgram A | 12,500 | 1,004,422,800 | 987,654,321\nProgram B | {} | 2,350,000 | 1,350,000"
    r = ambil(teks.format("1,250.5"), caption=UANG)
    assert isi(r, "anggaran", "volume", "pagu") == [(12500.0, 1004422800.0), (1250.5, 2350000.0)]
    assert "AN-22" in {t.kode for t in r.temuan} and not {t.kode for t in r.temuan} & {"AN-01", "AN-02"}
    duga = ambil(teks.format("7"), caption=UANG)
    assert isi(duga, "anggaran", "volume") == [(12500.0,), (7.0,)]
    assert [s.nasib for s in duga.sel if s.teks == "12,500"] == [Nasib.RAGU]
    assert [t.nilai for t in duga.temuan if t.kode == "AN-02"] == ["12,500"]
    indonesia = ambil(teks.format("3,25"), caption=UANG)
    assert isi(indonesia, "anggaran", "volume") == [(12.5,), (3.25,)]


def test_kepala_salah_ketik_dan_dokumen_anggaran() -> None:
    r = ambil("Sasran | Indikator Kenerja | Satuaan | Tagret | Realisai | Capian (%)\nA | B | % | 80 | 76 | 95")
    assert list(kolom(r).values()) == [
        "indikator.pernyataan", "indikator.indikator", "indikator.satuan", "pengukuran.target", "pengukuran.realisasi",
        "pengukuran.capaian",
    ]  # fmt: skip
    r = ambil(
        "Program | Pagu DPA (Rp) | Pagu DPPA (Rp) | Realisasi (Rp)\nProgram A | 900.000 | 1.000.000 | 900.000",
        caption=UANG,
    )
    assert isi(r, "anggaran", "pagu") == [(1e6,)]
    lra = "Kode | Program/Kegiatan | Anggaran DPA | Anggaran DPPA | Realisasi | %\n1.01.02 | Program A | 900.000 | 1.000.000 | 950.000 | 95"
    assert isi(ambil(lra, caption="Realisasi Anggaran"), "anggaran", "pagu") == [(1e6,)]
    assert [k.judul for k in r.tabel[0].kolom.values() if k.yakin is Yakin.RAGU] == ["Pagu DPA (Rp)"]


def seindikator(r: Rencana) -> list[tuple]:
    riwayat = [f"{x}_{n}" for n in (2, 1) for x in ("target", "realisasi")]
    return [
        *isi(r, "indikator", "indikator"),
        *isi(r, "pengukuran", "target", "realisasi"),
        *isi(r, "riwayat", *riwayat),
    ]


def test_satu_indikator_per_tabel_tahun_sebagai_baris() -> None:
    teks = "No | Tahun | Target | Realisasi | Persentase Capaian\n1 | 2022 | 76 | 75 | 98,68\n2 | 2023 | 78 | 79 | 101,28\n3 | 2024 | 80 | 78 | 97,5"
    harap = [("Persentase rumah layak",), (80.0, 78.0), (76.0, 75.0, 78.0, 79.0)]
    for caption in (
        "Tabel 3.5 Capaian Indikator Persentase rumah layak Tahun 2022-2024",
        "Indikator 2: Persentase rumah layak",
    ):
        r = ambil(teks, caption=caption)
        assert seindikator(r) == harap
        assert [s.alamat for s in r.sel if s.teks == "75"] == ["tabel 1 baris 3 kolom 4"]
    sebut = tabel_asing("Renstra", "Indikator | Target 2025\nPersentase rumah layak | 82", nomor=2)
    r = rencanakan(buku(), [sebut, tabel_asing("Tabel 3.6 Persentase rumah layak 2022-2024", teks)])
    assert seindikator(r) == harap
    for caption in ("Tabel 3.6 Perkembangan 2022-2024", "Capaian Indikator Kinerja Dinas Perumahan"):
        r = ambil(teks, caption=caption)
        assert r.tulis == {} and {s.nasib for s in r.sel if s.teks == "75"} == {Nasib.TIDAK}


def test_satu_indikator_per_tabel_uraian_sebagai_baris() -> None:
    teks = "{} | {}\nSatuan | %\nTarget 2024 | 80\nRealisasi 2024 | 78\nCapaian (%) | 97,5\nFaktor Penghambat | Dana"
    for caption, awal, nilai in (("Indikator 1: Rasio jalan", "Uraian", "Nilai"), ("", "Indikator", "Rasio jalan")):
        r = ambil(teks.format(awal, nilai), caption=caption)
        assert seindikator(r) == [("Rasio jalan",), (80.0, 78.0)]
        assert isi(r, "indikator", "satuan") == [("%",)] and isi(r, "analisis", "penghambat") == [("Dana",)]
        assert {s.nasib for s in r.sel if s.teks == "97,5"} == {Nasib.SAMA}
    tahunan = "Uraian | 2023 | 2024\nTarget | 78 | 80\nRealisasi | 79 | 78"
    assert seindikator(ambil(tahunan, caption="Indikator: Rasio jalan")) == [
        ("Rasio jalan",), (80.0, 78.0), (None, None, 78.0, 79.0),
    ]  # fmt: skip
    assert ambil("Uraian | Nilai\nGedung | 80\nTanah | 78", caption="Indikator: Rasio jalan").tulis == {}


def test_rumus_tanpa_hasil_disebut_selnya() -> None:
    """A total nobody ever computed is no row that is not used: its figures are missing."""
    t = anggaran()
    for b in t.baris[:1]:
        b.sel.update({k: SelAsing("", rumus="SUM(C4:C5)", tak_tahu=True) for k in (3, 4)})
    r = rencanakan(buku(), [t])
    assert [(x.kode, x.sel_semua) for x in r.temuan if x.kode == "CS-25"] == [
        ("CS-25", ("tabel 3 baris 3 kolom 3",)), ("CS-25", ("tabel 3 baris 3 kolom 4",))
    ]  # fmt: skip
    assert [s.nasib for s in r.sel if s.alasan == TAK_TAHU] == [Nasib.RAGU] * 2
    assert isi(r, "anggaran", "no", "pagu")[0] == ("1", None)


@pytest.mark.parametrize(
    ("judul", "anggaran_judul", "versi"),
    [
        ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2024", "", "perubahan"),
        ("PERJANJIAN KINERJA TAHUN 2024", "", "murni"),
        ("PERJANJIAN KINERJA PERUBAHAN TAHUN 2024", "Anggaran Perjanjian Kinerja Tahun 2024", "murni"),
    ],
)
def test_anggaran_di_bawah_perjanjian_versinya_sama(judul: str, anggaran_judul: str, versi: str) -> None:
    pk = tabel_asing(
        judul,
        "No | Sasaran Strategis | Indikator Kinerja | Satuan | Target\n1 | Panen naik | Produksi padi | ton | 1.200",
    )
    uang = tabel_asing(
        anggaran_judul, "No | Program | Anggaran (Rp) | Keterangan\n1 | Program Penyuluhan | 1.000.000 | APBD", nomor=2
    )
    r = rencanakan(buku(), [pk, uang])
    assert isi(r, "pk_program", "versi", "anggaran") == [(versi, 1000000.0)]


@pytest.mark.parametrize(("periode", "pasti"), [("2024-2026", True), ("2021-2026", False), ("", True)])
def test_renstra_tahun_lain_ditanyakan(periode: str, pasti: bool) -> None:
    """Targets of a period that is not the workbook's would stand under other years once Pengaturan is set right."""
    teks = "No | Sasaran | Indikator Kinerja | Satuan | Target: 2024 | Target: 2025 | Target: 2026\n1 | Panen naik | Produksi padi | ton | 1.200 | 1.300 | 1.400"
    r = rencanakan(buku(), [tabel_asing(f"Target Kinerja Renstra Tahun {periode}", teks)])
    assert isi(r, "renstra", "target_1", "target_3") == ([(1200.0, 1400.0)] if pasti else [])
    assert ("AB-03" in {t.kode for t in r.temuan}) is not pasti


def test_beberapa_indikator_bertahun_dan_berputar() -> None:
    """Years as rows below each indicator, and indicators as columns: one row an indicator, each cell with its own fate."""
    bertahun = "Indikator Kinerja | Tahun | Target | Realisasi | Capaian (%)\nWaktu tanggap (menit) | 2023 | 35 | 34 | 97,14\n | 2024 | 30 | 27 | 90\nIndeks ketahanan | 2023 | 0,65 | 0,66 | 101,54\n | 2024 | 0,7 | 0,71 | 101,43"
    berputar = "Uraian | Waktu tanggap (menit) | Indeks ketahanan\nSatuan | menit | indeks\nTarget 2024 | 30 | 0,7\nRealisasi 2024 | 27 | 0,71\n~Capaian | 90 | 101,43\nRealisasi 2023 | 34 | 0,66"
    for teks in (bertahun, berputar):
        r = rencanakan(buku(), [tabel_asing("Capaian Kinerja Tahun 2023 s.d. 2024", teks)])
        assert isi(r, "indikator", "indikator") == [("Waktu tanggap (menit)",), ("Indeks ketahanan",)]
        assert isi(r, "pengukuran", "target", "realisasi") == [(30.0, 27.0), (0.7, 0.71)]
        assert isi(r, "riwayat", "realisasi_1") == [(34.0,), (0.66,)]
        assert all(s.nasib.value not in ("tidak dipakai", "ragu") for s in r.sel)


def test_jenjang_menurut_kolomnya() -> None:
    """A column of levels says what each indicator is; what it says is never taken for a sasaran."""
    teks = "No | Level | Tujuan/Sasaran | Indikator Kinerja | Target | Realisasi\n1 | Tujuan | Terwujudnya A | Indeks A | 80 | 81\n2 | Sasaran Strategis | Meningkatnya B | Indeks B | 70 | 71\n3 | Program | Terlaksananya C | Persentase C | 60 | 61\n4 | | | Persentase D | 50 | 51"
    r = rencanakan(buku(), [tabel_asing(UKUR, teks)])
    assert isi(r, "indikator", "jenjang") == [("tujuan",), ("sasaran",), ("program",), ("program",)]
