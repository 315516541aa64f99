"""Rows that sum others under a name of their own, and rows of units among kinds of staff: known as such, told, never stored."""

from __future__ import annotations

import pytest
from dinas_pangan import buku

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber


def _ambil(caption: str, *baris: str) -> Rencana:
    isi = {
        (b, k): SelAsing(x.strip()) for b, r in enumerate(baris, 1) for k, x in enumerate(r.split("|"), 1) if x.strip()
    }
    return rencanakan(buku(), urai_sumber(Sumber("a.docx", [Kisi("a.docx", "", 1, isi, (), atas=(caption,))])))


def _nama(r: Rencana, lembar: str, kolom: str) -> list[str]:
    return [str(x[kolom]) for _, x in r.buku[lembar].rekaman()]


def _pegawai(kepala: str, *baris: str) -> Rencana:
    return _ambil("Jumlah Pegawai Tahun 2024", f"No | {kepala} | Jumlah", *baris)


@pytest.mark.parametrize("label", ["Sub-jumlah", "Sub Total", "Jumlah I", "Jumlah PNS", "Total Pegawai Tetap"])
def test_jumlah_bernama_di_tabel_pegawai(label: str) -> None:
    r = _pegawai("Pendidikan", "1 | S1 | 10", "2 | SMA | 5", f" | {label} | 15", "3 | SD | 2", " | Jumlah | 17")
    assert _nama(r, "pegawai", "uraian") == ["S1", "SMA", "SD"]
    assert {s.nasib for s in r.sel if s.teks in ("15", "17")} == {Nasib.DIBANDINGKAN}


def test_jumlah_bernama_yang_tidak_cocok_disebut() -> None:
    """No staff are called a sum, whatever the figures say; the cells say why they are left out."""
    r = _pegawai("Pendidikan", "1 | S1 | 10", "2 | SMA | 5", " | Jumlah PNS | 16", "3 | SD | 2")
    assert _nama(r, "pegawai", "uraian") == ["S1", "SMA", "SD"]
    assert [(s.nasib, bool(s.alasan)) for s in r.sel if s.teks == "16"] == [(Nasib.TIDAK, True)]


@pytest.mark.parametrize(("angka", "ada"), [("500.000.000", False), ("510.000.000", True)])
def test_jumlah_belanja_bernama_hanya_bila_terbukti(angka: str, *, ada: bool) -> None:
    """Of spending a kind may be called so: only what the rows above add up to is a sum."""
    r = _ambil("Realisasi Belanja Tahun 2024", "No | Jenis Belanja | Anggaran (Rp)", "1 | Belanja Pegawai | 300.000.000",
               "2 | Belanja Barang | 200.000.000", f" | Jumlah Belanja Operasi | {angka}", "3 | Belanja Modal | 90.000.000")  # fmt: skip
    assert ("Jumlah Belanja Operasi" in _nama(r, "belanja", "jenis")) is ada


def test_nama_indikator_boleh_berawal_jumlah() -> None:
    r = _ambil("Capaian Kinerja Tahun 2024", "No | Indikator | Satuan | Target | Realisasi", "1 | Kader baru | orang | 10 | 10", "2 | Kader lama | orang | 20 | 20", "3 | Jumlah kader | orang | 30 | 30")  # fmt: skip
    assert "Jumlah kader" in _nama(r, "indikator", "indikator")


@pytest.mark.parametrize("kepala", ["Jabatan", "Pendidikan"])
def test_nama_unit_di_antara_uraian_pegawai(kepala: str) -> None:
    """Headings with the number of a unit: none of them is an uraian, and each says so."""
    r = _pegawai(kepala, "1 | Sekretariat | 15", " | Kelompok Satu | 5", " | Kelompok Dua | 10", "2 | Bidang Sosial | 4", " | Kelompok Tiga | 4", " | Jumlah | 19")  # fmt: skip
    assert _nama(r, "pegawai", "uraian") == ["Kelompok Satu", "Kelompok Dua", "Kelompok Tiga"]
    assert [(s.nasib, bool(s.alasan)) for s in r.sel if s.teks in ("Sekretariat", "Bidang Sosial")] == [(Nasib.TIDAK, True)] * 2  # fmt: skip


def test_unit_yang_ikut_dijumlahkan_adalah_uraiannya() -> None:
    """Where the total counts them, the table is one of units with their head."""
    r = _pegawai("Jabatan", "1 | Kepala Dinas | 1", "2 | Sekretariat | 10", "3 | Fungsional | 3", " | Jumlah | 14")
    assert _nama(r, "pegawai", "uraian") == ["Kepala Dinas", "Sekretariat", "Fungsional"]
