"""A wrong result is explained where another known figure gives it, and is not where none does."""

from __future__ import annotations

import pytest
from buku_md import di, temuan_gawat

INDIKATOR = """
| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
| | S1.1 | sasaran | A | % | naik | akhir |
| | S1.2 | sasaran | B | % | naik | akhir |

| Riwayat | kode | target_1 | realisasi_1 |
| | S1.1 | 34 | 35,28 |
| | S1.2 | 34 | 36,50 |

| PK | versi | kode | target |
| | murni | S1.1 | 35,35 |
| | perubahan | S1.1 | 40 |

| Pengukuran | kode | target | realisasi | capaian |
| | S1.1 | {target} | 37,07 | {capaian} |
"""


@pytest.mark.parametrize(
    ("target", "capaian", "sebab"),
    [
        ("40", "88,20", di("riwayat", "realisasi_1")),  # last year's realisasi
        ("40", "104,87", di("pk", "target")),  # the target before the change
        ("40", "91,25", None),  # only another indicator's figure would give it
        ("40", "70,00", None),
    ],
)
def test_capaian_dari_angka_lain(target: str, capaian: str, sebab: str | None) -> None:
    (t,) = temuan_gawat(INDIKATOR.format(target=target, capaian=capaian))
    assert t.kode == "PG-01" and f"{t.lembar}!{t.sel}" == di("pengukuran", "capaian")
    terkait = {f"{a}!{b}" for a, b in t.sel_terkait}
    assert terkait == {di("pengukuran", "realisasi"), di("pengukuran", "target"), *([sebab] if sebab else [])}
    assert (sebab or "Riwayat!") in t.saran or sebab is None


@pytest.mark.parametrize(("efisiensi", "metode"), [("25,00", "selisih"), ("126,32", "rasio"), ("7,77", None)])
def test_efisiensi_dengan_metode_lain(efisiensi: str, metode: str | None) -> None:
    teks = f"""
| Pengaturan | tahun | metode_efisiensi |
| | 2025 | pmk214 |

| Anggaran | level | nama | satuan | target | realisasi | pagu | realisasi_rp | efisiensi |
| | program | A | orang | 10 | 12 | 100 | 95 | {efisiensi} |
"""
    (t,) = temuan_gawat(teks)
    assert t.kode == "AG-06" and (f"metode {metode}." in t.saran) == (metode is not None)
    assert metode is not None or "cocok" not in t.saran
