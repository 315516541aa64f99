"""Tables as other offices print them: titles below, indicators under "Uraian", targets of the year beside quarters, account codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from dinas_pangan import buku
from rencana_ambil import UKUR, isi, kolom
from tabel_asing import tabel_asing

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.inti.satuan import tanpa_keterangan
from lkjip_xl.rencana import rencanakan
from lkjip_xl.sumber.judul_bawah import judul_di_bawah
from lkjip_xl.sumber.model import Kisi, SelAsing


@pytest.mark.parametrize(
    ("caption", "kepala", "baris", "harap"),
    [
        ("Target Triwulanan Tahun 2024", "Indikator | Target | TW I | TW II | TW III | TW IV", "B | 80 | 20 | 40 | 60 | 80",
         "indikator.indikator pk.target pk.tw1 pk.tw2 pk.tw3 pk.tw4"),
        ("Laporan Realisasi Fisik dan Keuangan", "Kode | Uraian | Pagu (Rp) | Keuangan: Realisasi (Rp) | Fisik: Target (%) | Fisik: Realisasi (%)",
         "1.02.02 | Program A | 1.000.000 | 900.000 | 100 | 98", "anggaran.kode anggaran.nama anggaran.pagu anggaran.realisasi_rp anggaran.fisik"),
        ("Rekapitulasi DPPA", "Kode Sub Kegiatan | Sub Kegiatan | Sebelum Perubahan (Rp) | Setelah Perubahan (Rp)",
         "1.02.02.2.01.0001 | Layanan A | 900.000 | 1.000.000", "anggaran.kode anggaran.nama anggaran.pagu"),
        (UKUR, "No | Uraian | Satuan | Target | Realisasi | % Capaian", "1 | Indeks B | Indeks | 80 | 76 | 95",
         "indikator.indikator indikator.satuan pengukuran.target pengukuran.realisasi pengukuran.capaian"),
    ],
)  # fmt: skip
def test_kepala(caption: str, kepala: str, baris: str, harap: str) -> None:
    r = rencanakan(buku(), [tabel_asing(caption, f"{kepala}\n{baris}")])
    assert [x for x in kolom(r).values() if x != "."] == harap.split()


def test_target_setahun_di_samping_triwulan() -> None:
    baris = "Indeks B | Indeks | 80 | I | 20\n | | | II | 40\n | | | III | 60\n | | | IV | 76"
    r = rencanakan(
        buku(), [tabel_asing("Kinerja per Triwulan", f"Indikator | Satuan | Target | Triwulan | Realisasi\n{baris}")]
    )
    assert isi(r, "pengukuran", "target") == [(80,)] and isi(r, "indikator", "satuan") == [("Indeks",)]
    assert isi(r, "triwulan", "tw", "target", "realisasi") == [("I", None, 20), ("II", None, 40), ("III", None, 60), ("IV", None, 76)]  # fmt: skip


def test_belanja_menurut_kode_rekening(tmp_path: Path) -> None:
    """The kode says what stands above each kind; the balance at the end is none, and the total is held against the outermost."""
    (tmp_path / "lra.csv").write_text(
        "LAPORAN REALISASI ANGGARAN TAHUN 2024;;;\nKODE REKENING;URAIAN;ANGGARAN 2024;REALISASI 2024\n"
        "5;BELANJA DAERAH;100.000.000;90.000.000\n5.1;Belanja Operasi;80.000.000;75.000.000\n"
        "5.2;Belanja Modal;20.000.000;15.000.000\n;JUMLAH BELANJA;100.000.000;90.000.000\n"
        ";SURPLUS/(DEFISIT);(100.000.000);(90.000.000)\n",
        encoding="utf-8",
    )
    bahan = baca_bahan([tmp_path / "lra.csv"])
    r = rencanakan(buku(), bahan.tabel, kisi=bahan.kisi)
    assert isi(r, "belanja", "jenis", "induk") == [
        ("BELANJA DAERAH", None), ("Belanja Operasi", "BELANJA DAERAH"), ("Belanja Modal", "BELANJA DAERAH"),
    ]  # fmt: skip
    assert "AB-06" not in {t.kode for t in r.temuan}


def test_keterangan_dalam_kurung_bukan_satuan() -> None:
    assert [tanpa_keterangan(x) for x in ("(BB)", "% (Baik)", "(orang)", "poin")] == ["", "%", "(orang)", "poin"]
    r = rencanakan(buku(), [tabel_asing(UKUR, "Indikator | Target | Realisasi\nZona layanan | 80 | 88,1 (Zona Hijau)")])
    assert isi(r, "indikator", "satuan") == [(None,)] and isi(r, "pengukuran", "realisasi") == [(88.1,)]


def test_judul_di_bawah_tabel() -> None:
    """Only where every table has one below it and the first none above."""

    def kisi(*atas: str) -> Kisi:
        return Kisi("a.docx", "", 1, {(1, 1): SelAsing("x")}, (), atas)

    a, b = kisi("Uraian"), kisi("Tabel 1 Kinerja", "Selanjutnya:")
    assert [k.atas for k in judul_di_bawah([(a, "Tabel 1 Kinerja"), (b, "Tabel 2 Anggaran")])] == [
        ("Uraian", "Tabel 1 Kinerja"), ("Selanjutnya:", "Tabel 2 Anggaran"),
    ]  # fmt: skip
    assert judul_di_bawah([(a, "Tabel 1 Kinerja"), (b, "Penutup")]) == [a, b]
    assert judul_di_bawah([(b, "Tabel 2 Anggaran")]) == [b]
