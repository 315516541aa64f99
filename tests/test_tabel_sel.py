"""The small cell functions: Python and worksheet formula give the same for every combination of awkward cells."""

from __future__ import annotations

import itertools

import openpyxl
import pytest
from openpyxl.utils import get_column_letter as huruf

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.fungsi_sel import (
    FUNGSI_SEL,
    akhir_sifat,
    gabung,
    jika_sama,
    komponen,
    kurang,
    pertama,
    tahun_ke,
    tampil,
)
from lkjip_xl.skema.ungkapan import GalatUngkapan, ke_excel, periksa_ungkapan, urai

ISI = (None, 0.0, 2.5, "-", "jumlah", "akhir", Galat.DIV0)
ANGKA = (None, 0.0, 7.0, "-", Galat.DIV0)
KASUS = {
    "PERTAMA": itertools.product(ISI, ISI),
    "GABUNG": itertools.product(("murni", None, 3.0, Galat.DIV0), ("S1.1", None, 2.5)),
    "JUMLAH": itertools.product(ANGKA, ANGKA),
    "KURANG": itertools.product(ANGKA, ANGKA),
    "SELISIH": itertools.product(ANGKA, ANGKA),
    "KOMPONEN": itertools.product((3.0, None, "-"), (8.0, 0.0, None), (100.0, None)),
    "AKHIR_SIFAT": itertools.product(
        ("jumlah", "Akhir", "rata-rata", None, "lain", Galat.DIV0),
        (None, 4.0),
        (None, "-", 6.0, Galat.DIV0),
        (None, 2.0),
    ),
    "TAHUN_KE": itertools.product((2023.0, 2024.0, 2026.0, None), (2024.0, None), ("3–5", None, 1.0), (8.0,)),
    "TAMPIL": itertools.product((2.345, None, "-", Galat.DIV0), ("tampil", "penuh", None), (2.0,)),
    "JIKA_SAMA": itertools.product(("a", "A", None, 100.0), ("a", 100.0), (5.0, None), (6.0, None)),
}


@pytest.mark.lo
def test_rumus_sel_sama_dengan_python(libreoffice, tmp_path):
    wb = openpyxl.Workbook()
    ws = wb.active
    kasus = _kasus_tetap()
    for r, (f, args) in enumerate(kasus, 1):
        for c, x in enumerate(args, 2):
            ws.cell(r, c, "=1/0" if isinstance(x, Galat) else x)
        ws.cell(r, 1, "=" + FUNGSI_SEL[f].excel([f"{huruf(c)}{r}" for c in range(2, len(args) + 2)]))
    path = tmp_path / "sel.xlsx"
    wb.save(path)
    sel = libreoffice.hitung(path)["Sheet"]
    for r, (f, args) in enumerate(kasus, 1):
        harap, ada = FUNGSI_SEL[f].python(*args), sel[f"A{r}"]
        if isinstance(harap, Galat):
            assert "e" in ada, (f, args, ada)
        elif isinstance(harap, (int, float)):
            assert ada["v"] == pytest.approx(harap, abs=1e-12), (f, args)
        else:
            assert ada["v"] == (harap or ""), (f, args)


def _kasus_tetap():
    kasus = [(f, args) for f, semua in KASUS.items() for args in list(semua)]
    assert len(kasus) > 200
    return kasus


def test_nilai_python():
    assert pertama(None, None, 3.0) == 3.0
    assert gabung("murni", "S1.1") == "murni|S1.1"
    assert gabung("murni", None) is None
    assert kurang(5.0, None) == 5.0
    assert kurang(None, None) is None
    assert komponen(2741.0, 3560.0, 100.0) == pytest.approx(76.99438202247191)
    assert komponen(1.0, 0.0, 100.0) is Galat.DIV0
    assert akhir_sifat("jumlah", 4.0, 4.0, 2.0) == 10.0
    assert akhir_sifat("akhir", 80.0, 81.0, None) == 81.0
    assert akhir_sifat("rata-rata", 80.0, None, 82.0) == 81.0
    assert akhir_sifat(None, 80.0) is None
    assert tahun_ke(2025.0, 2024.0, 75.0, 76.0, 77.0) == 76.0
    assert tahun_ke(2027.0, 2024.0, 75.0, 76.0, 77.0) is None
    assert tampil(93.676, "tampil", 2.0) == 93.68
    assert tampil(93.676, "penuh", 2.0) == 93.676
    assert jika_sama("Perubahan", "perubahan", 1.0, 2.0) == 1.0


KOLOM, LEMBAR, NAMA = {"kode", "target"}, {"pk": {"kunci", "target"}}, {"BatasCapaian"}


@pytest.mark.parametrize(
    "teks",
    [
        "CAPAIAN(target, realisai)",
        "CAPAIN(target, kode)",
        "CAPAIAN(target)",
        "P.BatasCapain",
        "AMBIL(pk.target, pk.kuncii, kode)",
        "AMBIL(pk.target, renja.kunci, kode)",
        "AMBIL(pkk.target, pkk.kunci, kode)",
        "__import__('os').system('x')",
        "target + 1",
        "kode if kode else target",
        "target.__class__",
        "CAPAIAN(target, kode",
    ],
)
def test_ungkapan_yang_salah_ditolak(teks):
    with pytest.raises(GalatUngkapan):
        periksa_ungkapan(teks, KOLOM, LEMBAR, NAMA)


def test_ungkapan_yang_benar():
    teks = "PERTAMA(AMBIL(pk.target, pk.kunci, GABUNG('perubahan', kode)), target)"
    periksa_ungkapan(teks, KOLOM, LEMBAR, NAMA)
    rumus = ke_excel(urai(teks), {"kode": "A", "target": "F"}, 9)
    assert "MATCH(" in rumus and "pk_kunci" in rumus and "A9" in rumus
    assert ke_excel(urai("CAPAIAN(target, kode, 'naik', P.BatasCapaian)"), {"kode": "A", "target": "F"}, 9) == (
        'IF(OR(F9="",A9=""),"",CAPAIAN(F9,A9,"naik",BatasCapaian))'
    )
