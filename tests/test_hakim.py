"""The native formulas of copies, computed by engines that share nothing with us or with LibreOffice."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import buku_pendek
import pytest
from banyak import satu_cepat
from hakim import HAKIM, beda, sama, tanpa_nilai
from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.formula import ArrayFormula
from probe import Lembar, Probe
from salinan_contoh import salinan_contoh

from lkjip_xl import perintah
from lkjip_xl.edar.asli import PERLU_LARIK, bentuk_asli
from lkjip_xl.edar.kategori import CADANGAN, SEDIKITNYA, UkuranTabel, kategori, ukuran_tertulis
from lkjip_xl.edar.rumus_sel import DALAM_MAKS, PANJANG_MAKS, HanyaNilai, ubah_rumus
from lkjip_xl.inti.fungsi import KATEGORI

PROBE = Path(__file__).with_name("data") / "probe.csv"
# what an engine computes differently from Excel and LibreOffice: SUMPRODUCT over IF or over texts of a range
TIDAK_DIKENAL = {
    "ironcalc": {"RATA_CAPAIAN", "EFISIENSI_TOTAL"},
    "formualizer": {"RATA_CAPAIAN", "EFISIENSI_TOTAL"},
}
PARA = pytest.mark.parametrize("hakim", HAKIM)


@PARA
def test_probe_sebagai_rumus_asli(hakim, tmp_path):
    lembar, panggilan = Lembar(), []
    with PROBE.open(encoding="utf-8", newline="") as berkas:
        for b in csv.DictReader(berkas):
            if b["mesin"] == "semua" and b["fungsi"] not in TIDAK_DIKENAL[hakim]:
                p = lembar.panggil(Probe(b["id"], b["fungsi"], json.loads(b["argumen"]), json.loads(b["hasil"])))
                rumus = "=" + bentuk_asli(p.probe.fungsi, p.rujukan)
                lembar.lembar[p.alamat] = ArrayFormula(p.alamat, rumus) if b["fungsi"] in PERLU_LARIK else rumus
                panggilan.append(p)
    path = tmp_path / "probe.xlsx"
    lembar.buku.save(path)
    nilai = HAKIM[hakim](path)
    hasil = {p.probe.id: (nilai("Probe", int(p.alamat[1:]), 1), p.probe.hasil) for p in panggilan}
    assert len(hasil) > 300
    assert {i: x for i, x in hasil.items() if not cocok(*x)} == {}


def cocok(nilai, harap) -> bool:
    if isinstance(harap, dict):
        return isinstance(nilai, str) and nilai.startswith("#") and harap["galat"] in ("*", nilai)
    return sama(nilai, harap)


@pytest.mark.parametrize("hakim", satu_cepat(reversed(HAKIM)))
def test_salinan_pendek(hakim, tmp_path):
    """Every formula cell of a copy of an example says what Python stored there."""
    pytest.importorskip(hakim)
    asal, tujuan = tmp_path / "asal.xlsm", tmp_path / "salinan.xlsx"
    asal.write_bytes(buku_pendek.contoh())
    perintah.edar(asal, tujuan)
    n, lain = beda(hakim, tujuan.read_bytes(), tmp_path)
    assert n > 1000 and lain == []


@pytest.mark.lengkap
@pytest.mark.parametrize(
    ("hakim", "contoh"),
    [
        ("ironcalc", "LKjIP-Magetan-2024.xlsm"),
        ("ironcalc", "LKjIP-Lamongan-2023.xlsm"),
        ("formualizer", "LKjIP-Lamongan-2023.xlsm"),
    ],
)
def test_salinan_utuh(hakim, contoh, tmp_path):
    """Both published reports whole; LibreOffice judges both as well (test_edar)."""
    pytest.importorskip(hakim)
    n, lain = beda(hakim, salinan_contoh(contoh)[0], tmp_path)
    assert n > 10_000 and lain == []


def test_hakim_tidak_membaca_nilai_tersimpan(tmp_path):
    """What is stored beside a formula is gone before a judge reads the file."""
    buku = Workbook()
    buku.active["A1"] = "=1+1"
    path = tmp_path / "a.xlsx"
    buku.save(path)
    data = tanpa_nilai(path.read_bytes())
    path.write_bytes(data)
    assert load_workbook(path, data_only=True).active["A1"].value is None


# several scales one below the other, with gaps, both signs, blanks of every kind, and a row without a category
SKALA = [
    [100, ">", "Istimewa", None],
    [None, None, None, None],
    [75.5, "≥", "Baik", "-"],
    [75.5, ">=", "Baik", ""],
    [60, ">=", "-", None],
    [60, None, " Cukup ", None],
    ["-", "–", "Kurang", None],
    [None, None, None, None],
    [100, ">=", "Tercapai", "Sasaran"],
    [None, None, "Tidak", "Sasaran"],
    [None, None, None, None],
    [5, "<", "Salah tanda", "Rusak"],
    ["x", ">=", "Salah batas", "Teks"],
]
NILAI = [120, 100.004, 100.005, 100, 75.495, 75.49, 60, 59.99, -3, None, "-", "kata"]
NAMA = [None, "sasaran", " Sasaran ", "Rusak", "Teks", "Tiada", "-"]


def lembar_skala(ukuran: UkuranTabel, skala=SKALA) -> tuple[Workbook, dict[tuple[int, int], object]]:
    """Every value with every name against the scale, and what Python says."""
    buku, harap = Workbook(), {}
    ws = buku.active
    ws.title = "Uji"
    kolom = len(skala[0])
    for b, baris in enumerate(skala, 1):
        for k, x in enumerate(baris, 10):
            ws.cell(b, k, x)
    buku.defined_names["Skala"] = DefinedName("Skala", attr_text=f"Uji!$J$1:${'IJKLM'[kolom]}${ukuran.baris}")
    b = 0
    for x in NILAI:
        for nama in NAMA if kolom > 3 else NAMA[:2]:
            b += 1
            ws.cell(b, 2, x), ws.cell(b, 3, nama)
            ws.cell(b, 1, "=" + kategori(f"B{b}", "Skala", "2", f"C{b}", ukuran))
            harap[b, 1] = KATEGORI(x, [*skala, *[[None] * kolom] * (ukuran.baris - len(skala))], 2, nama)
    return buku, harap


def dengan_hakim(hakim: str, buku: Workbook, folder: Path) -> dict[tuple[int, int], object]:
    path = folder / f"{hakim}.xlsx"
    buku.save(path)
    nilai = HAKIM[hakim](path)
    return {(b, 1): nilai("Uji", b, 1) for b in range(1, buku.active.max_row + 1)}


@PARA
@pytest.mark.parametrize("hemat", [False, True])
@pytest.mark.parametrize("kolom", [3, 4])
def test_beberapa_skala_dan_celah(hakim, hemat, kolom, tmp_path):
    skala = SKALA if kolom > 3 else [b[:3] for b in SKALA[:7]]
    buku, harap = lembar_skala(UkuranTabel(30, kolom, len(skala), hemat), skala)
    hasil = dengan_hakim(hakim, buku, tmp_path)
    assert {k: (hasil[k], h) for k, h in harap.items() if not sama(hasil[k], h)} == {}


@pytest.mark.lo
def test_beberapa_skala_di_libreoffice(libreoffice, tmp_path):
    buku, harap = lembar_skala(UkuranTabel(30, 4, len(SKALA)))
    buku.save(path := tmp_path / "skala.xlsx")
    sel = libreoffice.hitung(path)["Uji"]
    for (b, _), h in harap.items():
        ini = sel[f"A{b}"]
        assert ("e" in ini) == (h == "#VALUE!") and ("e" in ini or ini["v"] == (h or "")), (b, ini, h)


@PARA
def test_baris_di_bawah_yang_dibaca(hakim, tmp_path):
    """A scale that grew in the copy beyond the formula: #N/A where no row above fits, never a wrong or blank category."""
    ukuran = UkuranTabel(30, 4, 2, hemat=True)
    buku = Workbook()
    ws = buku.active
    ws.title = "Uji"
    for b, baris in enumerate([[100, ">=", "Baik"], [75, ">=", "Cukup"], [None, None, "Kurang"]], 1):
        for k, x in enumerate(baris, 10):
            ws.cell(b, k, x)
    for b, x in enumerate((100, 80, 20), 1):
        ws.cell(b, 2, x)
        ws.cell(b, 1, "=" + kategori(f"B{b}", "$J$1:$M$30", "2", "", ukuran))
    hasil = dengan_hakim(hakim, buku, tmp_path)
    assert [hasil[b, 1] for b in (1, 2, 3)] == ["Baik", "Cukup", "#N/A"]


def test_banyak_baris_yang_dibaca():
    assert ukuran_tertulis("$J$1:$M$30").dibaca == 30 and ukuran_tertulis("J1:J$2") == UkuranTabel(2, 1, 2)
    assert ukuran_tertulis("SkalaKategori") is None
    assert UkuranTabel(30, 4, 0).dibaca == SEDIKITNYA and UkuranTabel(30, 4, 20).dibaca == 20 + CADANGAN
    assert UkuranTabel(5, 4, 0).dibaca == 5 and UkuranTabel(30, 4, 0, hemat=True).dibaca == 1


def test_batas_excel():
    """Where all rows have no room the rows in use are read; where these have none either, the value alone stays."""
    panjang = "IF(AND(ISNUMBER(P8),ISNUMBER(AB8)),MIN(P8,AB8),P8)"

    def tulis(terisi: int, kali: int = 1) -> str:
        rumus = "&".join([f"KATEGORI({panjang},Skala,U8,AH8)"] * kali)
        return ubah_rumus(rumus, lambda _: [], lambda _: UkuranTabel(30, 4, terisi)).teks

    for terisi, kali in ((5, 1), (12, 1), (5, 2)):
        asli = tulis(terisi, kali)
        assert len(asli) < PANJANG_MAKS and dalam(asli) <= DALAM_MAKS
        assert f"INDEX(Skala,{terisi},1)" in asli
    with pytest.raises(HanyaNilai) as galat:
        tulis(30)
    assert galat.value.sebab == "panjang"
    with pytest.raises(HanyaNilai) as galat:
        ubah_rumus("KATEGORI(A1,OFFSET(B1,0,0,4,3))", lambda _: [])
    assert galat.value.sebab == "skala"


def dalam(rumus: str) -> int:
    n = terdalam = 0
    for h in "".join(rumus.split('"')[::2]):
        n += (h == "(") - (h == ")")
        terdalam = max(terdalam, n)
    return terdalam
