"""A unit said once above a group of columns: of its money, in millions or thousands, and not of the targets beside it."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

ATAS = "Target Kinerja dan Kerangka Pendanaan"


@pytest.mark.parametrize("satuan", ["(Rp Juta)", "(dalam jutaan rupiah)", "(Juta Rp)"])
@pytest.mark.parametrize(
    ("target", "uang"), [("Target", "Rp"), ("Target", "Pagu"), ("Target", "Rp."), ("Target Kinerja", "Dana")]
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


def test_satuan_sendiri_tetap_milik_kolomnya() -> None:
    """A group of money alone, and a column that says its own unit, are as they were."""
    r = ambil(buku(), """No | Program | Anggaran (Rp juta) | < | Rp
^ | ^ | Pagu | Realisasi | ^
1 | Program Ketahanan Pangan | 812,5 | 790,1 | 5""", "Tabel 3.9 Realisasi Anggaran Tahun 2024")  # fmt: skip
    assert [(k.satuan, k.pengali) for k in r.tabel[0].tabel.kolom[2:]] == [("Rp", 1e6), ("Rp", 1e6), ("Rp", 1.0)]
