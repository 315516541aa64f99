"""The validation against the answer keys of both reports: what it must find, what it must not say.

`python tests/skor_kunci.py` prints the score; a line missed on purpose stands here with its reason.
"""

from __future__ import annotations

import pytest
from banyak import satu_cepat
from laporan_contoh import LAPORAN, baca_csv, folder_kunci
from skor_kunci import Skor, nilai, per_kode

BATAS = 0.95
LUPUT: dict[str, dict[str, str]] = {"magetan-2024": {}, "lamongan-2023": {}}  # id → why it is not found


# one worker per report: filling and checking it takes longer than all the assertions
@pytest.fixture(scope="module", params=satu_cepat(LAPORAN, grup=True))
def skor(request: pytest.FixtureRequest) -> Skor:
    return nilai(request.param)


def test_temuan_kunci_ditemukan(skor: Skor) -> None:
    assert skor.recall >= BATAS
    assert set(skor.luput) == LUPUT[skor.laporan].keys()


def test_tidak_menuduh_yang_benar(skor: Skor) -> None:
    assert skor.presisi >= BATAS, [(t.kode, t.lembar, t.sel) for t in skor.palsu]


def test_ketepatan_menurut_kode(skor: Skor) -> None:
    baris = per_kode([skor])
    assert sum(n for _, _, n in baris) == skor.berat >= skor.lipat and sum(n - a for _, a, n in baris) == len(
        skor.palsu
    )


def test_semua_baris_kunci_dinilai(skor: Skor) -> None:
    """Every line of the key with a cell counts, and its cell is known, so none is found by chance."""
    kunci = baca_csv(folder_kunci(skor.laporan) / "temuan.csv")
    assert skor.kunci.keys() == {k["id"] for k in kunci if k["sel"] == "ya"}
    assert all(skor.kunci.values())
