"""A programme's parent without kode: from the sheet that knows the tree, before the order of the rows is believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_xl.isi.isi import muat_csv
from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.validasi.periksa import periksa

POHON = "level,nama,pagu\nprogram,Program A,100\nkegiatan,A satu,60\nkegiatan,A dua,40\nprogram,Program B,200\nkegiatan,B satu,200\n"
PK = "versi,level,nama,anggaran\nmurni,program,Program A,100\nmurni,program,Program B,200\nmurni,kegiatan,A satu,{}\nmurni,kegiatan,A dua,40\nmurni,kegiatan,B satu,200\n"


@pytest.mark.parametrize(("satu", "harap"), [(60, []), (70, [(110, 100)])])
def test_program_dahulu_lalu_kegiatan(tmp_path: Path, satu: int, harap: list[tuple[int, int]]) -> None:
    (tmp_path / "anggaran.csv").write_text(POHON)
    (tmp_path / "pk_program.csv").write_text(PK.format(satu))
    jumlah = [t for t in periksa(muat_csv(tmp_path, skema())).temuan if t.kode == "AG-05"]
    assert [{t.nilai, t.seharusnya} for t in jumlah if t.lembar == "PK Program"] == [set(x) for x in harap]


def test_tanpa_pohon_urutan_baris_yang_dipakai(tmp_path: Path) -> None:
    (tmp_path / "pk_program.csv").write_text(PK.format(60))
    buku = muat_csv(tmp_path, skema())
    assert any(t.lembar == buku["pk_program"].lembar and t.tingkat.name != "CATATAN" for t in periksa(buku).temuan)
