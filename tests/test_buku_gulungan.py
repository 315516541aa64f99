"""Sheets of very many rows: every content comes back as it was given, however many there are, and damage is noticed."""

import io
import tracemalloc
import zipfile

import openpyxl
import pytest

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.dari_openpyxl import byte_openpyxl
from lkjip_xl.buku.gulungan import Gulungan, LembarPanjang, sisipkan
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.periksa_hasil import HasilRusak

ISI = [
    "biasa",
    "",
    None,
    0.1,
    12,
    True,
    False,
    " tepi ",
    "dua\nbaris",
    "cr\rakhir",
    "<&>\"'",
    "_x0007_",
    "=1+1",
    "😀",
    1e-9,
    2.0**52,
]
BAGIAN = "xl/worksheets/sheet1.xml"


def rangka() -> Paket:
    wb = openpyxl.Workbook(write_only=True)
    wb.create_sheet("Panjang")
    return Paket.dari_bytes(byte_openpyxl(wb))


def panjang(banyak: int) -> LembarPanjang:
    isi = LembarPanjang()
    for n in range(banyak):
        isi.tambah(15.0, [(0, f"baris {n}"), (0, float(n)), *((0, x) for x in ISI)])
        if n % 2:
            isi.tautkan(1, f"../a&b/{n}.xlsm", f"'Lembar {n}'!A1" if n % 3 else None)
    return isi


def test_isi_kembali_seperti_diberikan():
    data = sisipkan(rangka(), {BAGIAN: panjang(7)})
    sel = baca_buku(Paket.dari_bytes(data)).lembar["Panjang"].sel
    for n in range(7):
        baris = [sel[n + 1, k].nilai if (n + 1, k) in sel else None for k in range(1, len(ISI) + 3)]
        assert baris == [f"baris {n}", n, *(None if x == "" else x for x in ISI)]
    assert not any(s.rumus for s in sel.values())
    ws = openpyxl.load_workbook(io.BytesIO(data))["Panjang"]
    taut = [ws.cell(n, 1).hyperlink for n in range(1, 8)]
    assert [t and (t.target, t.location) for t in taut] == [
        None, ("../a&b/1.xlsm", "'Lembar 1'!A1"), None, ("../a&b/3.xlsm", None), None, ("../a&b/5.xlsm", "'Lembar 5'!A1"), None,
    ]  # fmt: skip


def test_tanpa_baris_dan_tautan():
    data = sisipkan(rangka(), {BAGIAN: LembarPanjang()})
    assert not baca_buku(Paket.dari_bytes(data)).lembar["Panjang"].sel
    assert not any("_rels/sheet" in n for n in zipfile.ZipFile(io.BytesIO(data)).namelist())


@pytest.mark.parametrize(
    "potongan", [b"<row>", b'<row r="1"/><row r="2"/>', b""], ids=["bukan xml", "baris lebih", "baris hilang"]
)
def test_yang_rusak_tidak_diberikan(potongan, monkeypatch):
    isi = panjang(1)
    monkeypatch.setattr(Gulungan, "potongan", lambda _: iter([potongan]))
    with pytest.raises(HasilRusak):
        sisipkan(rangka(), {BAGIAN: isi})


@pytest.mark.lengkap
def test_memori_tidak_sebanding_dengan_baris():
    def puncak(banyak: int) -> int:
        tracemalloc.start()
        try:
            sisipkan(rangka(), {BAGIAN: panjang(banyak)})
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert (
        puncak(20_000) - puncak(5_000) < 5_000_000
    )  # 15,000 rows more are 15 MB of XML; compressed they are kept twice
