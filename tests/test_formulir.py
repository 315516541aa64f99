"""Forms for the bidang: who gets what, what is open, and back into the workbook; nothing lost, nothing guessed."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from buku_md import buku_md, skema_uji
from formulir_uji import LEMBAR_FORMULIR, buku_di, formulir_uji, isi, letak
from jalan_lkjip import lkjip
from openpyxl.utils import get_column_letter as huruf

import lkjip_xl as lk
from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.simpan import sidik
from lkjip_xl.formulir import terbitkan
from lkjip_xl.formulir.pembagian import bagi
from lkjip_xl.formulir.tanda import TANDA, baca_tanda
from lkjip_xl.formulir.terbit import nama_berkas
from lkjip_xl.inti.keadaan import Keadaan
from lkjip_xl.layani import kerjakan
from lkjip_xl.perintah.ambil import rencana_ambil
from lkjip_xl.perubahan import urungkan
from lkjip_xl.rencana import Rencana
from lkjip_xl.skema.formulir import BERKAS, baca_formulir, skema_formulir
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.yaml_ketat import GalatSkema
from lkjip_xl.sumber.model import Kisi, SelAsing
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.tabel.muat import muat_buku

WAKTU = "2025-02-01 09:00"
REALISASI, TRIWULAN, ANALISIS, PROGRAM = "Realisasi Indikator", "Triwulan", "Analisis", "Program dan Anggaran"
TANAMAN, MUTU, SEKRETARIS, TANPA = "Bidang Tanaman", "Bidang Mutu", "Sekretariat", ""
Ketikan = Mapping[tuple[str, str, str], object]


def ambil(folder: Path, *kembali: bytes, **pilihan) -> Rencana:
    """What taking these forms over would do."""
    return perintah.ambil(buku_di(folder), sumber(folder, *kembali), sk=skema_uji(), **pilihan)


def sumber(folder: Path, *kembali: bytes) -> list[Path]:
    tempat = folder / "kembali"
    tempat.mkdir(exist_ok=True)
    for n, data in enumerate(kembali, 1):
        (tempat / f"{n}.xlsx").write_bytes(data)
    return sorted(tempat.iterdir())


def kode(r: Rencana) -> list[str]:
    return [t.kode for t in r.temuan]


def ditulis(r: Rencana) -> dict[tuple[str, str, str], object]:
    """Cells to write by (sheet id, kode of the row, column)."""
    return {
        (i, str(s.nilai) if (s := r.buku[i].sel.get((b, "kode"))) else "", k): x.nilai
        for (i, b, k), x in r.tulis.items()
        if k not in ("kode", "tw")
    }


def hapus_baris(lembar: str, kunci: str) -> Callable:
    def ubah(wb) -> None:
        ws = wb[lembar]
        ws.delete_rows(letak(ws, kunci, "kode")[0])

    return ubah


# -- who gets what --------------------------------------------------------------------------------------------


@pytest.mark.lengkap
def test_pembagian_menurut_kolom_buku():
    """The newest PK names the bidang, an office stands for it, several share; programmes by row, parent, Penunjang."""
    daftar = {f: openpyxl.load_workbook(io.BytesIO(d)) for f, d in formulir_uji().items()}
    assert list(daftar) == [MUTU, TANAMAN, "Sekretaris", TANPA]

    def kolom(bidang: str, lembar: str) -> list[object]:
        return [r[0] for r in daftar[bidang][lembar].iter_rows(min_row=BARIS_DATA, values_only=True)]

    assert [kolom(b, REALISASI) for b in daftar] == [["S1.2"], ["S1.1", "S1.2"], ["S2.1"], ["S2.2"]]
    assert kolom(TANAMAN, PROGRAM) == ["3.27.02", "3.27.02.1", "3.27.02.2"]
    assert kolom(MUTU, PROGRAM) == ["3.27.03", "3.27.03.1"] and kolom(TANPA, PROGRAM) == ["3.27.04"]
    assert PROGRAM not in daftar["Sekretaris"].sheetnames
    assert kolom(MUTU, TRIWULAN) == ["S1.2"] * 4
    assert kolom(TANAMAN, ANALISIS) == ["S1.1", "S1.1", "S1.1", "S1.2", "S1.2"]


ORANG = """
| Indikator | kode | jenjang | indikator | satuan |
|           | S1.1 | sasaran | A         | %      |
|           | S1.2 | sasaran | B         | %      |

| PK | versi | kode | penanggung_jawab |
|    | murni | S1.1 | Plt. Kepala Bidang Data |
|    | murni | S1.2 | Kabid Data |
"""


def test_jabatan_dan_bidang_satu_nama():
    (satu,) = bagi(b := buku_md(ORANG), skema_formulir(b.skema))
    assert (satu.nama, satu.indikator) == ("Kabid Data", ["S1.1", "S1.2"])
    (satu,) = bagi(b := buku_md(ORANG.replace("Kabid Data", "Bidang Data")), skema_formulir(b.skema))
    assert satu.nama == "Bidang Data"


def _tahun(b: BukuKerja, **setelan: object) -> BukuKerja:
    return replace(b, setelan=b.setelan | {"TahunLaporan": 2024.0, "Instansi": "Dinas Uji"} | setelan)


def test_yang_belum_ada_penanggung_jawab_disebut():
    hasil = terbitkan(_tahun(buku_md(ORANG)))
    assert len(hasil.formulir) == 1 and not hasil.temuan
    hasil = terbitkan(_tahun(buku_md(ORANG.replace("Kabid Data", ""))))
    assert [f.bidang for f in hasil.formulir.values()] == ["Plt. Kepala Bidang Data", ""]
    assert [(t.kode, t.lembar) for t in hasil.temuan] == [("FO-02", "Indikator")]


def test_tanpa_tahun_instansi_atau_isi_ditolak():
    with pytest.raises(GalatBerkas) as galat:
        terbitkan(_tahun(buku_md(ORANG), Instansi=None))
    assert galat.value.kode == "FO-01"
    with pytest.raises(GalatBerkas) as galat:
        terbitkan(_tahun(buku_md("| Indikator | kode |\n|  |  |")))
    assert galat.value.kode == "FO-13"
    assert terbitkan(_tahun(buku_md(ORANG))).formulir


# -- the form -------------------------------------------------------------------------------------------------


@pytest.mark.lengkap
def test_hanya_sel_kuning_terbuka_dan_tanpa_makro():
    data = formulir_uji()[TANAMAN]
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        assert not any("vba" in n.casefold() or "external" in n.casefold() for n in arsip.namelist())
        assert not any(b"<f>" in arsip.read(n) for n in arsip.namelist() if n.startswith("xl/worksheets/"))
    wb = openpyxl.load_workbook(io.BytesIO(data))
    assert [ws.sheet_state for ws in wb] == ["visible", "visible", "visible", "visible", "veryHidden"]
    for f in skema_formulir(skema_uji()).lembar:
        ws = wb[f.nama]
        assert ws.protection.sheet and ws.page_setup.fitToWidth == 1 and ws.page_setup.fitToHeight == 0
        b, _ = letak(ws, "r1", "kode")
        buka = {k.value for k in ws[4] if not ws.cell(b, k.column).protection.locked}
        assert buka == set(f.ketik)
        assert ws.column_dimensions[huruf(ws.max_column)].hidden and ws.row_dimensions[4].hidden
    tulisan = str(wb[REALISASI]["A2"].value)
    assert all(x in tulisan for x in (TANAMAN, "Dinas Uji Kota Coba", "2024", "31 Januari 2025"))
    ws = wb[REALISASI]
    _, k = letak(ws, "r1", "sementara")
    assert [d.formula1 for d in ws.data_validations.dataValidation if f"{huruf(k)}8" in str(d.sqref)] == ['"ya,tidak"']
    _, k = letak(ws, "r1", "realisasi")
    dv = next(d for d in ws.data_validations.dataValidation if f"{huruf(k)}8" in str(d.sqref))
    assert dv.formula1 == f'"{",".join(Keadaan)}"' and not dv.showErrorMessage  # offered; a figure is typed unasked


@pytest.mark.parametrize(
    ("bidang", "lain"),
    [
        ("../../x", "..\\..\\x"), ("CON", "con"), ("NUL.xlsx", "nul.XLSX"), ("x" * 300, "X" * 301), ("\U0001f600" * 90, "\U0001f600" * 91),
        ("Caf\u00e9", "Cafe\u0301"), ("a\nb", "a\0b"), (" . ", "..."), ("\u202ebk", "bk"), ("a\ud83d", "a\udc80"), ("\u00df" * 90, "ss" * 45),
    ],
    ids=["jalur", "perangkat", "akhiran", "panjang", "emoji", "aksen", "baris", "titik", "arah", "setengah", "eszett"],
)  # fmt: skip
def test_nama_berkas_dari_nama_bidang(tmp_path, bidang, lain):
    """Whatever a bidang is called, its form and a backup of it are files of the folder; two bidang never share one."""
    pertama = nama_berkas(bidang, 2024)
    kedua = nama_berkas(lain, 2024, [pertama])
    for nama in (pertama, kedua):
        cadangan = Path(nama).stem + ".cadangan-20250102-030405-2.xlsx"
        for x in (nama, f".~lock.{nama}#", cadangan):
            assert (tmp_path / x).parent == tmp_path and len(x.encode()) <= 255 and x.isprintable()
        (tmp_path / nama).touch()
    assert (
        len({unicodedata.normalize("NFD", x).casefold() for x in (pertama, kedua)})
        == len(list(tmp_path.iterdir()))
        == 2
    )


def test_dua_kali_sama():
    buku = _tahun(buku_md(ORANG))
    satu, dua = (next(iter(terbitkan(buku).formulir.values())).data for _ in range(2))
    assert satu == dua


# -- back -----------------------------------------------------------------------------------------------------

ISIAN: Ketikan = {
    (REALISASI, "S1.1", "realisasi"): 1260,
    (TRIWULAN, "r1", "realisasi"): "300",
    (TRIWULAN, "r2", "kendala"): "Banjir",
    (REALISASI, "S1.1", "sumber_data"): "Laporan panen",
    (ANALISIS, "r1", "solusi"): "Benih baru",
    (ANALISIS, "r2", "penghambat"): "Kemarau",
    (ANALISIS, "r4", "pendorong"): "Gudang kering",
    (PROGRAM, "3.27.02.1", "realisasi_rp"): "Rp 550,-",
    (PROGRAM, "3.27.02.2", "fisik"): 87.5,
}
HASIL = {
    ("pengukuran", "S1.1", "realisasi"): 1260.0,
    ("triwulan", "S1.1", "realisasi"): 300.0,
    ("triwulan", "S1.1", "kendala"): "Banjir",
    ("pengukuran", "S1.1", "sumber_data"): "Laporan panen",
    ("analisis", "S1.1", "solusi"): "Benih baru",
    ("analisis", "S1.1", "penghambat"): "Kemarau",
    ("analisis", "S1.2", "pendorong"): "Gudang kering",
    ("anggaran", "3.27.02.1", "realisasi_rp"): 550.0,
    ("anggaran", "3.27.02.2", "fisik"): 87.5,
}


def test_setiap_isian_sampai_di_selnya(tmp_path):
    r = ambil(tmp_path, isi(formulir_uji()[TANAMAN], ISIAN))
    assert ditulis(r) == HASIL
    assert not kode(r) and perintah.kode_ambil(r) == 1
    n = r.cacah()
    assert n["ditulis"] == len(ISIAN) and n["tidak dipakai"] == n["bertentangan"] == n["ragu"] == 0


@pytest.mark.lengkap
def test_terapkan_ulang_dan_urungkan(tmp_path):
    """Indicators the sheet lacks get their row; a second time nothing is left to do; undone, the workbook is as before."""
    buku = buku_di(tmp_path)
    semula = {(i, k): s.nilai for i, t in muat_buku(buku, skema_uji()).tabel.items() for k, s in t.sel.items()}
    kembali = isi(formulir_uji()["Sekretaris"], {(REALISASI, "S2.1", "realisasi"): 84.25})
    asal = sumber(tmp_path, kembali, isi(formulir_uji()[TANAMAN], ISIAN))
    _, baru = perintah.terapkan_ambil(buku, asal, WAKTU, sk=skema_uji())
    kerja = muat_buku(buku, skema_uji())
    ukur = {r["kode"]: (r["target"], r["realisasi"], r["capaian"]) for _, r in kerja["pengukuran"].rekaman()}
    assert ukur["S1.1"] == (1250.0, 1260.0, pytest.approx(100.8)) and ukur["S2.1"][:2] == (82.5, 84.25)
    lagi, ulang = perintah.terapkan_ambil(buku, asal, WAKTU, sk=skema_uji())
    assert not ulang and not lagi.tulis and perintah.kode_ambil(lagi) == 0
    p = Paket.buka(buku)
    kembali_sel, tetap = urungkan(p, "semua", skema_uji())
    assert len(kembali_sel) == len(baru) == len(ISIAN) + 8 and not tetap
    kini = {(i, k): s.nilai for i, t in muat_buku(p, skema_uji()).tabel.items() for k, s in t.sel.items()}
    assert {k: x for k, x in kini.items() if x is not None} == {k: x for k, x in semula.items() if x is not None}


@pytest.mark.lengkap
def test_dua_bidang_berbeda_menunggu_jawaban(tmp_path):
    dua = [isi(formulir_uji()[b], {(REALISASI, "S1.2", "realisasi"): x}) for b, x in ((MUTU, 81), (TANAMAN, 82))]
    r = ambil(tmp_path, *dua)
    assert kode(r) == ["FO-09"] and not r.tulis and r.cacah()["bertentangan"] == 2
    tanya = [p.id for p in r.pertanyaan if p.jenis == "dua bidang"]
    assert len(tanya) == 2
    r = ambil(tmp_path, *dua, ya=tanya[1:])
    assert ditulis(r) == {("pengukuran", "S1.2", "realisasi"): 82.0} and not kode(r)
    assert kode(ambil(tmp_path, *dua, ya=tanya)) == ["FO-09"]
    dua[1] = isi(formulir_uji()[TANAMAN], {(REALISASI, "S1.2", "realisasi"): "81"})
    r = ambil(tmp_path, *dua)
    assert ditulis(r) == {("pengukuran", "S1.2", "realisasi"): 81.0} and not kode(r)


def test_formulir_yang_dikirim_dua_kali(tmp_path):
    """Two copies of one form say things once, further rows included."""
    data = isi(formulir_uji()[TANAMAN], ISIAN)
    r = ambil(tmp_path, data, data)
    assert ditulis(r) == HASIL and not kode(r)
    assert [r.cacah()[x] for x in ("ditulis", "bertentangan")] == [len(ISIAN), 0]


@pytest.mark.parametrize("catatan", ["[]", "{}", "7", "[1, 2, 3, 4, 5, 6, 7]", '[2024, "a", "b", "c", "d"]', "x"])
def test_tanda_buatan_orang(catatan):
    """A check sum anybody can compute: what it closes is still read as a stranger's."""
    baris = [catatan, '["baris", "X", "r1", 1, {}, 0, 1]']
    teks = [TANDA, _jumlah_tanda(baris), *baris]
    kisi = Kisi("a.xlsx", LEMBAR_FORMULIR, 1, {(b, 1): SelAsing(x) for b, x in enumerate(teks, 1)})
    assert baca_tanda(kisi) is None


def _jumlah_tanda(baris: list[str]) -> str:
    return sidik("\n".join(baris).encode())[:32]


@pytest.mark.lengkap
def test_isi_buku_yang_lain_bertentangan(tmp_path):
    """What stood in the form already and was not touched is no word of the bidang; what it changed waits for the planner."""
    satu = isi(formulir_uji()[MUTU], {(PROGRAM, "3.27.03.1", "realisasi_rp"): 120})
    r = ambil(tmp_path, satu)
    assert kode(r) == ["AB-04"] and not r.tulis
    assert ditulis(ambil(tmp_path, satu, timpa=True)) == {("anggaran", "3.27.03.1", "realisasi_rp"): 120.0}
    r = ambil(tmp_path, isi(formulir_uji()[MUTU], {(PROGRAM, "3.27.03", "realisasi_rp"): 120}))
    assert not kode(r) and len(r.tulis) == 1


def test_kosong_dan_dikosongkan(tmp_path):
    r = ambil(tmp_path, formulir_uji()[MUTU])
    assert kode(r) == ["FO-06"] and not r.tulis and perintah.kode_ambil(r) == 1
    r = ambil(tmp_path, isi(formulir_uji()[MUTU], {(PROGRAM, "3.27.03.1", "realisasi_rp"): None}))
    assert kode(r) == ["FO-10"] and not r.tulis


def test_sel_terkunci_diubah(tmp_path):
    ubah = {
        (REALISASI, "S1.1", "target"): 1300,
        (REALISASI, "S1.1", "satuan"): "kg",
        (REALISASI, "S1.1", "realisasi"): 5,
    }
    r = ambil(tmp_path, isi(formulir_uji()[TANAMAN], ubah))
    assert kode(r) == ["FO-08", "FO-08"] and ditulis(r) == {("pengukuran", "S1.1", "realisasi"): 5.0}
    r = ambil(tmp_path, isi(formulir_uji()[TANAMAN], {(REALISASI, "S1.1", "realisasi"): 5}))
    assert not kode(r)


def _tambah(lembar: str, *teks: object, salin: str = "") -> Callable:
    def ubah(wb) -> None:
        ws = wb[lembar]
        b = ws.max_row + 1
        if salin:
            asal, _ = letak(ws, salin, "kode")
            for k in range(1, ws.max_column + 1):
                ws.cell(b, k).value = ws.cell(asal, k).value
        for k, x in enumerate(teks, 1):
            ws.cell(b, k).value = x

    return ubah


@pytest.mark.parametrize("salin", ["", "S1.1"])
def test_baris_tambahan_disebut(tmp_path, salin):
    """Typed below, or copied with its hidden key: listed either way."""
    tambah = _tambah(REALISASI, "S9.1", "Indikator baru", "%", 7, salin=salin)
    r = ambil(tmp_path, isi(formulir_uji()[TANAMAN], {(REALISASI, "S1.1", "realisasi"): 5}, tambah))
    assert kode(r) == ["FO-07"] and ditulis(r) == {("pengukuran", "S1.1", "realisasi"): 5.0}
    assert r.cacah()["tidak dipakai"] == 4 + bool(salin)


def test_baris_yang_hilang(tmp_path):
    """Deleted in the form, or gone from the workbook meanwhile; a blank row that was deleted is no loss."""
    r = ambil(
        tmp_path, isi(formulir_uji()[TANAMAN], {(REALISASI, "S1.1", "realisasi"): 5}, hapus_baris(REALISASI, "S1.2"))
    )
    assert kode(r) == ["FO-11"] and ditulis(r) == {("pengukuran", "S1.1", "realisasi"): 5.0}
    r = ambil(
        tmp_path, isi(formulir_uji()[TANAMAN], {(REALISASI, "S1.1", "realisasi"): 5}, hapus_baris(ANALISIS, "r3"))
    )
    assert not kode(r)
    satu = isi(formulir_uji()[MUTU], {(PROGRAM, "3.27.03.1", "realisasi"): 5})
    buku = muat_buku(buku_di(tmp_path), skema_uji())
    from lkjip_xl.tabel.model import SelKerja

    baris = next(b for b, x in buku["anggaran"].rekaman() if x["kode"] == "3.27.03.1")
    buku["anggaran"].sel[baris, "kode"] = SelKerja("9.99", buku["anggaran"].sel[baris, "kode"].asal, mentah="9.99")
    r = rencana_ambil(buku, tmp_path / "Buku.xlsm", sumber(tmp_path, satu))
    assert kode(r) == ["FO-11"] and not r.tulis


def test_baris_dan_kolom_bergeser_di_buku_dan_formulir(tmp_path):
    """Cells are found by hidden keys, not by their address; rows of the workbook by what tells them apart."""

    def geser(wb) -> None:
        wb[REALISASI].insert_rows(3, 2)
        wb[REALISASI].insert_cols(2)
        wb[REALISASI].title = "Punya kami"

    data = isi(
        formulir_uji()[TANAMAN], {(REALISASI, "S1.1", "realisasi"): 5, (PROGRAM, "3.27.02.2", "fisik"): 50}, geser
    )
    buku = muat_buku(buku_di(tmp_path), skema_uji())
    t = buku["anggaran"]
    awal = {k: s for k, s in t.sel.items() if k[0] == BARIS_DATA}
    for (b, k), s in [*awal.items()]:
        t.sel[b + 20, k] = s
        del t.sel[b, k]
    r = rencana_ambil(buku, tmp_path / "Buku.xlsm", sumber(tmp_path, data))
    assert ditulis(r) == {("pengukuran", "S1.1", "realisasi"): 5.0, ("anggaran", "3.27.02.2", "fisik"): 50.0}


@pytest.mark.parametrize(("setelan", "harap"), [({"TahunLaporan": 2025.0}, "FO-03"), ({"Instansi": "Dinas Lain"}, "FO-04"),
                                               ({"Kabupaten": "Kota Lain"}, "FO-04"), ({"Instansi": "DINAS  uji"}, "")])  # fmt: skip
def test_formulir_tahun_atau_instansi_lain_ditolak(tmp_path, setelan, harap):
    buku = muat_buku(buku_di(tmp_path), skema_uji())
    from lkjip_xl.ambil.sumber import baca_bahan
    from lkjip_xl.rencana import rencanakan

    bahan = baca_bahan(sumber(tmp_path, isi(formulir_uji()[TANAMAN], ISIAN)))
    isi_lain = {"TahunLaporan": "tahun", "Instansi": "instansi", "Kabupaten": "kabupaten"}
    for nama, x in setelan.items():
        s = buku["pengaturan"].sel[BARIS_DATA, isi_lain[nama]]
        buku["pengaturan"].sel[BARIS_DATA, isi_lain[nama]] = replace(s, nilai=x, mentah=x)
    r = rencanakan(buku, bahan.tabel, kisi=bahan.kisi, formulir=bahan.formulir)
    assert kode(r) == ([harap] if harap else []) and bool(r.tulis) is not bool(harap)
    assert perintah.kode_ambil(r) == (2 if harap else 1)


@pytest.mark.lengkap
def test_dikenali_menurut_tandanya_saja(tmp_path):
    """A mark somebody changed is refused; a file with the same headers but without the mark is any other table."""

    def rusak(wb) -> None:
        wb[LEMBAR_FORMULIR]["A3"] = str(wb[LEMBAR_FORMULIR]["A3"].value).replace("2024", "2025")

    r = ambil(tmp_path, isi(formulir_uji()[TANAMAN], ISIAN, rusak))
    assert kode(r) == ["FO-05"] and not r.tulis and perintah.kode_ambil(r) == 2
    data = isi(formulir_uji()[TANAMAN], ISIAN)
    tanpa = {i: x for i, x in skema_uji().lembar.items()}
    tanpa["analisis"] = replace(s := tanpa["analisis"], kolom={k: x for k, x in s.kolom.items() if k != "upaya"})
    buku = muat_buku(buku_di(tmp_path), skema_uji())
    r = rencana_ambil(
        replace(buku, skema=replace(buku.skema, lembar=tanpa)), tmp_path / "Buku.xlsm", sumber(tmp_path, data)
    )
    assert kode(r) == ["FO-05"] and not r.tulis
    r = ambil(tmp_path, isi(formulir_uji()[TANAMAN], ISIAN, lambda wb: wb.remove(wb[LEMBAR_FORMULIR])))
    assert not any(k.startswith("FO-") for k in kode(r)) and all("Formulir " not in t.judul for t in r.tabel)


def test_lembar_tambahan_disebut(tmp_path):
    tambah = lambda wb: wb.create_sheet("Catatan kami").append(["Kode", "Realisasi"])  # noqa: E731
    r = ambil(tmp_path, isi(formulir_uji()[TANAMAN], ISIAN, tambah))
    assert kode(r) == ["FO-14"] and ditulis(r) == HASIL
    assert "FO-14" not in kode(ambil(tmp_path, isi(formulir_uji()[TANAMAN], ISIAN)))


# -- files, command, function ---------------------------------------------------------------------------------


@pytest.mark.lengkap
def test_berkas_terisi_tidak_ditimpa(tmp_path):
    """A form nobody typed in is written again, one that was filled in is not; a stranger's file never without --timpa."""
    buku, folder = buku_di(tmp_path), tmp_path / "Formulir"
    hasil = perintah.formulir(buku, sk=skema_uji())
    assert sorted(p.name for p in folder.iterdir()) == sorted(hasil.formulir)
    perintah.formulir(buku, sk=skema_uji())
    satu = next(p for p in folder.iterdir() if MUTU in p.name)
    terisi = isi(satu.read_bytes(), {(REALISASI, "S1.2", "realisasi"): 81})
    satu.write_bytes(terisi)
    lain = {p.name: p.read_bytes() for p in folder.iterdir()}
    with pytest.raises(GalatBerkas) as galat:
        perintah.formulir(buku, batas="besok", sk=skema_uji())
    assert galat.value.kode == "FO-12" and {p.name: p.read_bytes() for p in folder.iterdir()} == lain
    satu.write_bytes(b"bukan formulir")
    with pytest.raises(GalatBerkas) as galat:
        perintah.formulir(buku, sk=skema_uji())
    assert galat.value.kode == "BK-35"
    satu.write_bytes(terisi)
    simpanan: list = []
    perintah.formulir(buku, timpa=True, sk=skema_uji(), lapor=simpanan.append)
    assert [s.cadangan.read_bytes() for s in simpanan if s.cadangan] == [terisi]


def test_perintah_dan_fungsi(tmp_path):
    buku = buku_di(tmp_path)
    hasil = lkjip("formulir", str(buku), "--per", "bidang", "--ke", str(tmp_path / "F"), "--json")
    assert hasil.returncode == 1
    daftar = json.loads(hasil.stdout)
    assert [f["bidang"] for f in daftar["formulir"]] == [MUTU, TANAMAN, "Sekretaris", None]
    assert {t["kode"] for t in daftar["temuan"]} == {"FO-02"}
    assert all((tmp_path / "F" / f["berkas"]).exists() for f in daftar["formulir"])
    assert lkjip("formulir", str(buku), "--per", "orang").returncode == 64
    r = lk.formulir(str(buku))
    assert [f.bidang for f in r.baris] == [MUTU, TANAMAN, "Sekretaris", ""] and not (tmp_path / "Formulir").exists()


# -- the declaration ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "teks",
    [
        "lembar:\n  Baru: {isi: pk}\n", "lembar:\n  Analisis: {ketik: [pendorong, tiada]}\n", "bidang: {indikator: [pk.bidang]}\n",
        "lembar:\n  Realisasi Indikator: {ketik: [capaian]}\n", "bidang: {versi: [perubahn]}\n", "bidang: {jabatan: {Kepala Dinas: x}}\n", "lain: {}\n",
        "lembar:\n  Triwulan: {tiap: target}\n", "lembar:\n  Triwulan: {tiap: [tw]}\n", "lembar:\n  Analisis: {baris_kosong: -1}\n", "lembar:\n  Analisis: {menurut: orang}\n", "lembar:\n  Analisis: {tampak: [solusi]}\n",
    ],
)  # fmt: skip
def test_pernyataan_salah_ditolak(tmp_path, teks):
    (tmp_path / BERKAS).write_text(teks, encoding="utf-8")
    with pytest.raises(GalatSkema) as galat:
        baca_formulir(folder_skema(), tmp_path, skema_uji().lembar)
    assert galat.value.berkas.endswith(BERKAS)


def test_pernyataan_salah_ditolak_bersama_skema(tmp_path):
    (tmp_path / BERKAS).write_text("lain: {}\n", encoding="utf-8")
    with pytest.raises(GalatSkema) as galat:
        perintah.skema(tmp_path)
    assert galat.value.berkas.endswith(BERKAS)


def test_pernyataan_daerah(tmp_path):
    (tmp_path / BERKAS).write_text("lembar:\n  Analisis: {baris_kosong: 3}\n", encoding="utf-8")
    f = skema_formulir(perintah.skema(tmp_path))
    assert [x.baris_kosong for x in f.lembar] == [0, 0, 3, 0]
    tanpa = dict(skema_uji().lembar)
    s = tanpa["pengukuran"]
    tanpa["pengukuran"] = replace(s, kolom={k: x for k, x in s.kolom.items() if k != "pengali"})
    assert "pengali" not in baca_formulir(folder_skema(), tmp_path / "tiada", tanpa).lembar[0].ketik


def test_lembar_daerah_mengambil_yang_dipakai_formulir(tmp_path):
    """A column that a region's schema computes, or whose choices it drops, is left out; nobody is sent to the shipped file."""
    (tmp_path / "pengukuran.yaml").write_text(
        "columns:\n  realisasi:\n    lkjip: {jenis: rumus, rumus: 'PERTAMA(pembilang, 1)'}\n", encoding="utf-8"
    )
    utuh, kini = skema_formulir(skema_uji()), skema_formulir(perintah.skema(tmp_path))
    assert set(utuh.lembar[0].ketik) - set(kini.lembar[0].ketik) == {"realisasi"}
    lembar = dict(skema_uji().lembar)
    lembar["triwulan"] = replace(s := lembar["triwulan"], kolom=s.kolom | {"tw": replace(s.kolom["tw"], pilihan=())})
    assert (
        [x.tiap for x in utuh.lembar]
        != [x.tiap for x in baca_formulir(folder_skema(), tmp_path, lembar).lembar]
        == ["" for _ in utuh.lembar]
    )


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize("akhiran", ["xlsx", "ods"])
def test_diisi_dengan_libreoffice(libreoffice, tmp_path, akhiran):
    """No cell shows an error there; what is typed and saved there, also as another format, arrives all the same."""
    (tmp_path / "asal.xlsx").write_bytes(formulir_uji()[TANAMAN])
    wb = openpyxl.load_workbook(tmp_path / "asal.xlsx")
    tulis: dict[str, dict[str, object]] = {}
    for (lembar, kunci, kolom), x in ISIAN.items():
        b, k = letak(wb[lembar], kunci, kolom)
        tulis.setdefault(lembar, {})[f"{huruf(k)}{b}"] = x
    (tmp_path / "kembali").mkdir()
    sel = libreoffice.hitung(tmp_path / "asal.xlsx", tulis, simpan=tmp_path / "kembali" / f"1.{akhiran}")
    assert not [a for x in sel.values() for a, s in x.items() if "e" in s]
    r = ambil(tmp_path)
    assert ditulis(r) == HASIL and not [k for k in kode(r) if k.startswith("FO-")]


def test_tombol(tmp_path):
    """The button writes what the command writes; a form that was filled in meanwhile is not replaced."""
    buku = buku_di(tmp_path)
    kerja = muat_buku(buku, skema_uji())
    hasil = kerjakan("formulir", kerja, "", buku)
    ada = sorted((tmp_path / "Formulir").iterdir())
    assert len(ada) == 4 and not hasil.lembar and str(tmp_path / "Formulir") in hasil.kalimat
    assert hasil.kalimat.count(katalog()["FO-02"].saran) == 1  # where to type who answers
    ada[0].write_bytes(isi(ada[0].read_bytes(), {(REALISASI, "r1", "catatan"): "x"}))
    with pytest.raises(GalatBerkas) as galat:
        kerjakan("formulir", kerja, "", buku)
    assert galat.value.kode == "FO-12"
