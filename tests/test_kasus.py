"""Every point of what must not be claimed, must be found, and may be agreed otherwise, as the smallest workbook with its right answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from banyak import tiap
from kasus import FOLDER, beda, lewat_berkas, muat, temuan_berkas, temuan_ingatan

BERKAS = sorted(FOLDER.glob("*/*.yaml"))
JENIS = {"jangan-salahkan", "temukan", "konvensi"}


def nama(berkas: Path) -> str:
    return f"{berkas.parent.name}/{berkas.stem}"


@pytest.mark.parametrize("berkas", tiap(2, BERKAS), ids=nama)  # the long run has the others
def test_jawaban_benar(berkas: Path) -> None:
    k = muat(berkas)
    salah = {r.perihal: x for r in k.ragam if (x := beda(r, temuan_ingatan(k, r)))}
    assert salah == {}, k.perihal


@pytest.mark.lengkap
@pytest.mark.parametrize("berkas", BERKAS, ids=nama)
def test_jawaban_benar_lewat_berkas(berkas: Path, tmp_path: Path) -> None:
    """Filled from CSV and checked by the commands; one workbook of each case."""
    k = muat(berkas)
    if not lewat_berkas(k):
        pytest.skip("typed into a workbook, not filled from CSV")
    assert beda(k.ragam[0], temuan_berkas(k, k.ragam[0], tmp_path)) == [], k.perihal


def test_setiap_kasus_menguji_diam_dan_temuan() -> None:
    """A case of a finding has a workbook that is almost the same and silent; one of silence has one that is not."""
    assert {b.parent.name for b in BERKAS} == JENIS
    for berkas in BERKAS:
        if berkas.parent.name != "konvensi":
            k = muat(berkas)
            assert len({r.temuan for r in k.ragam}) > 1, k.nama
