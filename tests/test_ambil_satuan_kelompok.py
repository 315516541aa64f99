"""A unit said once above a group of columns: of its money, in millions or thousands, and not of the targets beside it."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Yakin
from lkjip_xl.sumber.satuan_kepala import faktor_judul, satuan_kepala

ATAS = "Target Kinerja dan Kerangka Pendanaan"


@pytest.mark.parametrize("satuan", ["(Rp Juta)", "(dalam jutaan rupiah)", "(Juta Rp)"])
@pytest.mark.parametrize(
    ("target", "uang"),
    [("Target", "Rp"), ("Target", "Pagu"), ("Target", "Rp."), ("Target Kinerja", "Dana"), ("Target", "Pagu (Rp)")],
)
def test_satuan_kelompok_bagi_uangnya_saja(satuan: str, target: str, uang: str) -> None:
    r = ambil(buku(), f"""Kode | Program dan Kegiatan | Indikator Kinerja | Satuan | {ATAS} {satuan} | < | < | <
^ | ^ | ^ | ^ | Tahun 2024 | < | Tahun 2025 | <
^ | ^ | ^ | ^ | {target} | {uang} | {target} | {uang}
2.09.03 | Program Ketahanan Pangan | Cadangan beras | Ton | 35 | 812,5 | 40 | 905,0
2.09.04 | Program Keamanan Pangan | Pangan segar teruji | % | 70 | 1.430,0 | 1.275 | 1.515,5""",
        "Tabel T-C.27 Rencana Program, Kegiatan, dan Pendanaan")  # fmt: skip
    assert isi(r, "tc27", "target_1", "rp_1", "target_2", "rp_2") == [
        (35, 812.5e6, 40, 905e6), (70, 1430e6, 1275, 1515.5e6)]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "uang", "kali"),
    [("Target", "Rp. Juta", 1e6), ("K", "(Rp juta)", 1e6), ("Target", "Juta Rp", 1e6), ("K", "Rp.000", 1e3), ("Target", "Rp (000)", 1e3)],
)  # fmt: skip
def test_satuan_sebagai_kepala(target: str, uang: str, kali: float) -> None:
    """What is only a unit heads the money; "K" beside it is the target."""
    r = ambil(buku(), f"""Kode | Program | Indikator | Satuan | {ATAS} | < | < | <
^ | ^ | ^ | ^ | 2024 | < | 2025 | <
^ | ^ | ^ | ^ | {target} | {uang} | {target} | {uang}
2.09.03 | Program Ketahanan Pangan | Cadangan beras | Ton | 35 | 812,5 | 40 | 905,0
2.09.04 | Program Keamanan Pangan | Pangan segar teruji | % | 70 | 1.430,0 | 75 | 1.515,5""",
        "Tabel T-C.27 Rencana Program, Kegiatan, dan Pendanaan")  # fmt: skip
    assert isi(r, "tc27", "target_1", "rp_1", "target_2", "rp_2") == [
        (35, 812.5 * kali, 40, 905 * kali), (70, 1430 * kali, 75, 1515.5 * kali)]  # fmt: skip


def test_satuan_sendiri_tetap_milik_kolomnya() -> None:
    """A group of money alone, and a column that says its own unit, are as they were."""
    r = ambil(buku(), """No | Program | Anggaran (Rp juta) | < | Rp
^ | ^ | Pagu | Realisasi | ^
1 | Program Ketahanan Pangan | 812,5 | 790,1 | 5""", "Tabel 3.9 Realisasi Anggaran Tahun 2024")  # fmt: skip
    assert [(k.satuan, k.pengali) for k in r.tabel[0].tabel.kolom[2:]] == [("Rp", 1e6), ("Rp", 1e6), ("Rp", 1.0)]


@pytest.mark.parametrize(
    ("kepala", "kali"),
    [
        ("Pagu Jutaan Rupiah", 1e6), ("Pagu Ribu Rp", 1e3), ("Anggaran Rp. Juta", 1e6), ("Pagu (Rp.Juta)", 1e6), ("Pagu (Rp/juta)", 1e6),
        ("Pagu (jt)", 1e6), ("Pagu (dlm ribuan)", 1e3), ("Pagu (dalam Rp. 000)", 1e3), ("Pagu (Rp x 1000)", 1e3), ("Pagu (000 Rp)", 1e3),
        ("Pagu (x Rp1.000)", 1e3), ("Pagu Rp", 1.0), ("Harga (Rp/Kg)", 1.0), ("Target (1000)", 1.0), ("Nilai (RB)", 1.0),
    ],
)  # fmt: skip
def test_besaran_di_kepala(kepala: str, kali: float) -> None:
    assert satuan_kepala([kepala])[1] == kali


@pytest.mark.parametrize(
    ("judul", "kali"),
    [("Satuan: Juta Rupiah", 1e6), ("Jutaan Rupiah", 1e6), ("*) Rp ribu", 1e3), ("Tabel 4 Belanja (Satuan: Ribu Rp)", 1e3),
     ("Bantuan 12 juta rupiah", 1.0), ("Satuan: orang", 1.0)],
)  # fmt: skip
def test_besaran_di_atas_tabel(judul: str, kali: float) -> None:
    assert faktor_judul([judul]) == kali


ISI = """No | Program | Pagu {0} | Realisasi {0}
1 | Program Ketahanan Pangan | {1} | {1}
2 | Program Keamanan Pangan | {2} | {2}"""


@pytest.mark.parametrize(
    ("satuan", "satu", "dua", "yakin"),
    [
        ("(Rp)", "812,5", "1.430,0", Yakin.RAGU),  # millions that nothing says
        ("(Rp juta)", "812.500.000", "1.430.000.000", Yakin.RAGU),  # rupiah, whatever the header says
        ("(Rp juta)", "812,5", "1.430,0", Yakin.PASTI),
        ("(Rp)", "812.500,50", "1.430.000,25", Yakin.PASTI),
        ("(Rp)", "812", "1.430", Yakin.PASTI),
    ],
)
def test_besar_uang_yang_menyangkal_satuannya(satuan: str, satu: str, dua: str, yakin: Yakin) -> None:
    r = ambil(buku(), ISI.format(satuan, satu, dua), "Tabel 3.9 Realisasi Anggaran Tahun 2024")
    assert {k.yakin for k in r.tabel[0].kolom.values() if k.kolom in ("pagu", "realisasi_rp")} == {yakin}
    assert len([p for p in r.pertanyaan if p.jenis == "kolom"]) == (2 if yakin is Yakin.RAGU else 0)


@pytest.mark.parametrize(
    "atas", ["Kinerja dan Anggaran (Rp)", "Capaian Kinerja dan Belanja (Rupiah)", "Kinerja dan Anggaran"]
)
def test_realisasi_menurut_kolom_di_kirinya(atas: str) -> None:
    """Of two columns "Realisasi" below one unit the first is of the target to its left, no rupiah."""
    r = ambil(buku(), f"""No | Program | Indikator | Satuan | {atas} | < | < | <
^ | ^ | ^ | ^ | Target | Realisasi | Anggaran | Realisasi
1 | Program Ketahanan Pangan | Cadangan beras | Ton | 35 | 31 | 812.500.000 | 640.000.000
2 | Program Keamanan Pangan | Pangan segar teruji | % | 70 | 64 | 1.430.000.000 | 1.275.000.000""", "Capaian Program Tahun 2024")  # fmt: skip
    assert isi(r, "anggaran", "target", "realisasi", "pagu", "realisasi_rp") == [
        (35, 31, 812.5e6, 640e6), (70, 64, 1430e6, 1275e6)]  # fmt: skip
