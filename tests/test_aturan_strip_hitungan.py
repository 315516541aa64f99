"""A dash where a total or a share stands, beside the figures that give one."""

from __future__ import annotations

import pytest
from buku_md import di, gawat

PEGAWAI = "| Pegawai | dimensi | uraian | laki_laki | perempuan | jumlah |\n| | Pendidikan | S1 | {} |\n"
ANGGARAN = "| Anggaran | level | nama | pagu | realisasi_rp | serapan | sisa |\n| | program | P | {} |\n"
ASET = "| Aset | nama | saldo_awal | bertambah | berkurang | saldo_akhir |\n| | Tanah | {} |\n"


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        (PEGAWAI.format("1 | – | –"), [("PW-01", di("pegawai", "jumlah"))]),
        (PEGAWAI.format("12 | 15 | -"), [("PW-01", di("pegawai", "jumlah"))]),
        (PEGAWAI.format("1 | – | 1"), []),
        (PEGAWAI.format("– | – | –"), []),
        (PEGAWAI.format("0 | 0 | -"), []),
        (PEGAWAI.format("1 | 2 |"), []),
        (ANGGARAN.format("200 | 150 | - | 50"), [("AG-01", di("anggaran", "serapan"))]),
        (ANGGARAN.format("200 | 150 | 75 | -"), [("AG-02", di("anggaran", "sisa"))]),
        (ANGGARAN.format("200 | 200 | 100 | -"), []),
        (ANGGARAN.format("200 | 0 | - | 200"), []),
        (ANGGARAN.format("- | - | - | -"), []),
        (ASET.format("100 | 20 | 10 | -"), [("AS-01", di("aset", "saldo_akhir"))]),
        (ASET.format("100 | - | 100 | -"), []),
    ],
)
def test_strip(teks: str, harap: list[tuple[str, str]]) -> None:
    assert gawat(teks) == harap
