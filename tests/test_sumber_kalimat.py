"""Sentences outside of tables that state a target or a result are named; other prose is not."""

from __future__ import annotations

from pathlib import Path

import docx

from lkjip_xl.sumber import baca_sumber


def test_kalimat_di_luar_tabel(tmp_path: Path) -> None:
    d = docx.Document()
    for x in (
        "Sasaran 1: Terjaganya laut",
        "Kapal laik, target tahun 2024 sebesar 85,5 %",
        "Realisasi per triwulan (Rp): TW I 22.150.000; TW II 41.000.000",
        "Capaian kinerja tahun 2024 diuraikan pada tabel berikut.",
        "Tabel 3.1 Target dan Realisasi Tahun 2024",
    ):
        d.add_paragraph(x)
    t = d.add_table(2, 2)
    for i, x in enumerate(("Indikator", "Realisasi 2024", "Kapal laik", "realisasi: 85")):
        t.cell(i // 2, i % 2).text = x
    d.save(str(p := tmp_path / "L.docx"))
    sebut = [isi for kode, isi in baca_sumber(p).catatan if kode == "SB-25"]
    assert [x["jumlah"] for x in sebut] == [2]
    assert "paragraf 2 (" in str(sebut[0]["daftar"]) and "paragraf 3 (" in str(sebut[0]["daftar"])
