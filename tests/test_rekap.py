"""lkjip rekap: a dozen workbooks of every kind in, one workbook, page, CSV and JSON out; nothing twice, nothing missing."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random

import openpyxl
import pytest
from buku_daerah import dasar, tulis_daerah
from buku_pendek import kosong
from jalan_lkjip import lkjip
from jebakan import tanam_jebakan, terjebak

import lkjip_xl as lk
from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.rekap import Ikhtisar, Pilihan, bangun_rekap, buat_rekap, ikhtisar_buku, perubahan, semua_tabel, teks_csv
from lkjip_xl.rekap import kerja as modul_kerja
from lkjip_xl.rekap import lembar as modul_lembar
from lkjip_xl.rekap.cari import Berkas, cari_buku
from lkjip_xl.rekap.daftar import baca_daftar
from lkjip_xl.rekap.himpun import himpun
from lkjip_xl.rekap.ikhtisar import lebih_mudah
from lkjip_xl.rekap.kerja import banyak_proses, kerjakan, satu_proses
from lkjip_xl.rekap.model import IndikatorRekap
from lkjip_xl.rekap.tabel import TabelRekap, sebagai_kamus
from lkjip_xl.rekap.tembolok import Tembolok, bungkus, pangkas

V1 = Path(__file__).parent / "data" / "templat" / "v1.xlsm"
KECIL = (4, 10)
LAMA, BARU = 1_700_000_000, 1_700_500_000
TANPA = Pilihan(simpan=False)
SANDI = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


def varian(n: int, nama: str, tahun: int = 2024) -> bytes:
    return dasar(7, *KECIL, tahun).varian(Random(n), nama)


@pytest.fixture(scope="module")
def daerah(tmp_path_factory) -> Path:
    """Three agencies, another year, an older file of one, a copy without macros, an old template, and what is no report."""
    f = tmp_path_factory.mktemp("daerah") / "masuk"
    (f / "sub").mkdir(parents=True)
    for n in (1, 2, 3):
        (f / f"OPD {n}.xlsm").write_bytes(varian(n, f"Dinas Contoh {n}"))
    (f / "lama.xlsm").write_bytes(varian(4, "Dinas Contoh 1", 2023))
    (f / "sub" / "OPD 2 lama.xlsm").write_bytes(varian(5, "Dinas  contoh 2"))
    (f / "empat.xlsm").write_bytes(varian(6, "Dinas Contoh 4"))
    perintah.edar(f / "empat.xlsm", f / "OPD 4.xlsx")
    (f / "empat.xlsm").unlink()
    shutil.copy(V1, f / "sub" / "v1.xlsm")
    shutil.copy(f / "OPD 3.xlsm", f / "sub" / "OPD 3 salinan.xlsm")
    (f / "rusak.xlsm").write_bytes((f / "OPD 1.xlsm").read_bytes()[:40_000])
    (f / "sandi.xlsx").write_bytes(SANDI)
    openpyxl.Workbook().save(f / "asing.xlsx")
    (f / "kosong.xlsm").write_bytes(kosong(2024))
    (f / "OPD 1.cadangan-20240102-030405.xlsm").write_bytes(b"x")
    (f / "~$OPD 1.xlsm").write_bytes(b"x")
    for p in f.rglob("*.xls?"):
        os.utime(p, (LAMA, LAMA) if "lama" in p.name or "salinan" in p.name else (BARU, BARU))
    return f


@pytest.fixture(scope="module")
def rekap(daerah):
    return buat_rekap([daerah], perintah.skema(), TANPA)


def tabel(r, nama: str, **k) -> TabelRekap:
    return next(t for t in semua_tabel(r, **k) if t.nama == nama)


def isi(r, nama: str) -> list[dict]:
    return list(sebagai_kamus(tabel(r, nama)))


def test_tiap_berkas_punya_satu_nasib(rekap, daerah):
    assert sorted((e.nama, e.kepala.tahun) for e in rekap.entri) == [
        ("Dinas Contoh 1", 2023), ("Dinas Contoh 1", 2024), ("Dinas Contoh 2", 2024), ("Dinas Contoh 3", 2024), ("Dinas Contoh 4", 2024),
        ("Dinas Perpustakaan dan Kearsipan", 2024),
    ]  # fmt: skip
    assert [(n, k) for n, k, _ in rekap.gagal] == [
        ("asing.xlsx", "BK-21"),
        ("rusak.xlsm", "BK-06"),
        ("sandi.xlsx", "BK-04"),
    ]
    assert [n for n, _ in rekap.dilewati] == ["OPD 1.cadangan-20240102-030405.xlsm", "kosong.xlsm", "~$OPD 1.xlsm"]
    ganda = {g.entri.berkas.nama: (g.terpakai.berkas.nama, g.salinan) for g in rekap.ganda}
    assert ganda == {
        str(Path("sub/OPD 2 lama.xlsm")): ("OPD 2.xlsm", False),
        str(Path("sub/OPD 3 salinan.xlsm")): ("OPD 3.xlsm", True),
    }
    assert [t.kode for t in rekap.temuan] == ["RK-05", "RK-05", "RK-05", "RK-06", "RK-10", "RK-11"]
    assert rekap.kode_keluar() == 1 and rekap.tahun == 2024


@pytest.mark.lengkap
def test_tanpa_masalah_tidak_ada_yang_dikatakan(tmp_path):
    """The near miss of the codes above: only sound workbooks of one year, each once."""
    tulis_daerah(tmp_path / "d", 3, benih=7, ukuran=(KECIL,))
    r = buat_rekap([tmp_path / "d"], perintah.skema(), TANPA)
    assert (len(r.entri), r.temuan, r.gagal, r.ganda, r.kode_keluar()) == (3, [], [], [], 0)


def test_tahun_tidak_dicampur_dan_ganda_tidak_dijumlahkan(rekap):
    per_tahun = {b["tahun"]: b for b in isi(rekap, "ikhtisar")}
    opd = isi(rekap, "perangkat_daerah")
    assert {t: b["banyak"] for t, b in per_tahun.items()} == {2024: 5, 2023: 1}
    for tahun, b in per_tahun.items():
        milik = [x for x in opd if x["tahun"] == tahun]
        assert b["pagu"] == pytest.approx(sum(x["pagu"] for x in milik))
        assert b["rata_100"] == pytest.approx(sum(x["rata_100"] for x in milik) / len(milik))
        assert b["tercapai"] == sum(x["tercapai"] for x in milik)
    urut = [(-x["tahun"], x["kabupaten"], x["perangkat_daerah"]) for x in opd]
    assert urut == sorted(urut)


def test_angka_satu_buku(daerah):
    """The figures of a rekap are those the workbook's own summaries print."""
    x = ikhtisar_buku(daerah / "OPD 1.xlsm", perintah.skema())
    milik = [i for i in x.indikator if i.instansi]
    assert x.tercapai + x.belum + x.tak_terukur == len(milik) > 0
    assert x.rata_100 <= x.rata and x.rata_100 <= 100
    assert x.serapan == pytest.approx(100 * x.realisasi / x.pagu)
    assert [(t.kode, t.lembar, t.sel) for t in x.temuan] == lk.validasi(daerah / "OPD 1.xlsm").ratakan(
        "kode", "lembar", "sel"
    )
    assert Ikhtisar.dari_json(x.ke_json()) == x


def test_target_yang_dipermudah():
    assert lebih_mudah("naik", 80.0, 79.0) and lebih_mudah("turun", 5.0, 6.0) and lebih_mudah(None, 2.0, 1.0)
    assert (
        not lebih_mudah("naik", 80.0, 80.0)
        and not lebih_mudah("rentang", 3.0, 2.0)
        and not lebih_mudah("naik", "WTP", 1.0)
    )


def test_sakip_satu_tahun_evaluasi(rekap):
    """Of a report year only the evaluation most agencies have; the others stay blank."""
    r = susun_kembali(
        rekap,
        {
            "Dinas Contoh 1": {"2023": 70.0},
            "Dinas Contoh 2": {"2023": 60.5, "2024": 80.0},
            "Dinas Contoh 3": {"2022": 50.0},
        },
    )
    nilai = {
        x["perangkat_daerah"]: (x["sakip"], x["predikat"], x["tahun_sakip"])
        for x in isi(r, "perangkat_daerah")
        if x["tahun"] == 2024
    }
    assert nilai["Dinas Contoh 1"] == (70.0, "B", "2023") and nilai["Dinas Contoh 2"] == (60.5, "B", "2023")
    assert nilai["Dinas Contoh 3"] == (None, None, None)


def susun_kembali(r, sakip: dict[str, dict[str, float]], **k):
    hasil = []
    for e in r.entri:
        x = replace(e.penuh(), sakip=sakip.get(e.nama, {}) if e.kepala.tahun == 2024 else {})
        hasil.append((e.berkas, modul_kerja.Hasil(bungkus(x), sidik=e.sidik)))
    return himpun(hasil, [], **k)


def test_sasaran_daerah_bersebelahan(rekap):
    """Variants of one agency share their indicators: each is listed once per agency of its year."""
    baris = isi(rekap, "sasaran_daerah")
    per_nama: dict[tuple, set] = {}
    for b in baris:
        per_nama.setdefault((b["tahun"], b["indikator"]), set()).add(b["perangkat_daerah"])
    assert per_nama and {t for t, _ in per_nama} == {2024}
    assert all(len(x) == 4 for x in per_nama.values())
    assert all(b["beda"] in ("", "realisasi") for b in baris)


# -- outputs --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def keluaran(daerah, tmp_path_factory) -> Path:
    f = tmp_path_factory.mktemp("keluar")
    (f / "opd.csv").write_text(
        "Perangkat Daerah;Metode efisiensi\nDINAS CONTOH 1;sisa\nDinas Contoh 2;\nDinas Contoh 3;\nDinas Contoh 9;\n",
        encoding="utf-8",
    )
    hasil = lkjip(
        "rekap",
        daerah,
        "-o",
        f / "R.xlsx",
        "--html",
        f / "R.html",
        "--csv",
        f / "csv",
        "--daftar",
        f / "opd.csv",
        "--pekerja",
        "1",
    )
    assert hasil.returncode == 1, hasil
    (f / "layar.txt").write_text(hasil.stdout, encoding="utf-8")
    return f


@pytest.mark.lengkap
def test_layar_menyebut_kode(keluaran):
    layar = (keluaran / "layar.txt").read_text(encoding="utf-8")
    assert all(f"[{k}]" in layar for k in ("RK-05", "RK-06", "RK-07", "RK-08", "RK-09", "RK-11"))


def test_buku_rekap(keluaran, daerah):
    wb = openpyxl.load_workbook(keluaran / "R.xlsx")
    assert wb.sheetnames == [
        "Ikhtisar", "Ringkasan Perangkat Daerah", "Grafik", "Belum Menyerahkan", "Pengaturan Menyimpang", "Capaian per Indikator",
        "Sasaran Daerah", "Anggaran per Program", "Hasil Pemeriksaan", "Dikecualikan", "Berkas Ganda", "Gagal Dibaca",
    ]  # fmt: skip
    ws = wb["Grafik"]
    assert (
        len(ws._charts) >= 3 and not ws.sheet_properties.pageSetUpPr.fitToPage
    )  # Excel heeds no breaks on fitted sheets
    batas = {b.id for b in ws.row_breaks.brk}
    assert not any(set(range(c.anchor._from.row + 1, c.anchor.to.row)) & batas for c in ws._charts)
    for ws in wb:
        assert not any(c.data_type == "f" for b in ws.iter_rows() for c in b), ws.title
        if ws.title != "Grafik":
            assert (
                ws.auto_filter.ref.startswith("A4:")
                and ws.freeze_panes.endswith("5")
                and ws.print_title_rows == "$4:$4"
            )
            assert not ws.protection.sheet
    temuan = wb["Hasil Pemeriksaan"]
    tautan = [c.hyperlink for b in temuan.iter_rows(min_row=5) for c in b if c.hyperlink]
    assert tautan and all(h.location and "!" in h.location for h in tautan)
    for h in tautan[:3]:
        assert (keluaran / __import__("urllib.parse").parse.unquote(h.target)).resolve().exists()
    belum = [b[1] for b in wb["Belum Menyerahkan"].iter_rows(min_row=5, values_only=True)]
    assert belum == ["Dinas Contoh 9"]
    simpang = [b[1:6] for b in wb["Pengaturan Menyimpang"].iter_rows(min_row=5, values_only=True) if b[5] == "daftar"]
    assert len(simpang) == 2 and {b[0] for b in simpang} == {"Dinas Contoh 1"} and {b[3] for b in simpang} == {"sisa"}


def test_csv_dan_halaman(keluaran, rekap):
    baca = {p.stem: list(csv.reader(p.open(encoding="utf-8-sig", newline=""))) for p in (keluaran / "csv").iterdir()}
    assert len(baca["perangkat_daerah"]) == 1 + 6 and len(baca["gagal_dibaca"]) == 1 + 6
    assert len(baca["temuan"]) == 1 + sum(len(e.penuh().temuan) for e in rekap.entri)
    assert len(baca["program"]) == 1 + sum(len(e.penuh().program) for e in rekap.entri)
    halaman = (keluaran / "R.html").read_text(encoding="utf-8")
    assert halaman.count("<table>") == halaman.count("</table>") >= 6 and halaman.count("<script>") == 1
    assert "http://" not in halaman and "https://" not in halaman


def test_keluaran_diganti_hanya_yang_milik_kita(keluaran, daerah, tmp_path):
    """Our own outputs are replaced by the next run, others are not."""
    shutil.copytree(keluaran, tmp_path / "k")
    ulang = ["rekap", daerah / "OPD 1.xlsm", "-o", tmp_path / "k/R.xlsx", "--csv", tmp_path / "k/csv", "--pekerja", "1"]
    assert lkjip(*ulang).returncode == 0
    openpyxl.Workbook().save(tmp_path / "k/R.xlsx")
    assert lkjip(*ulang).returncode == 4
    (tmp_path / "k/R.xlsx").unlink()
    (tmp_path / "k/csv/temuan.csv").write_text("a,b\n", encoding="utf-8")
    assert lkjip(*ulang).returncode == 4 and not (tmp_path / "k/csv/temuan.csv").read_text("utf-8").startswith("\ufeff")
    assert not (tmp_path / "k/R.xlsx").exists()  # all of them, or none


@pytest.mark.lengkap
def test_buku_di_folder_tidak_menjadi_rekap(daerah, tmp_path):
    """An agency's workbook that lies among those read is no place for the rekap, with --timpa either; an earlier rekap is."""
    for nama in ("OPD 4.xlsx", "asing.xlsx"):
        shutil.copy(daerah / nama, tmp_path / nama)
    buku = (tmp_path / "OPD 4.xlsx").read_bytes()
    jalan = lambda tujuan: perintah.rekap([tmp_path], tmp_path / tujuan, timpa=True, pilihan=TANPA)  # noqa: E731
    with pytest.raises(GalatBerkas) as galat:
        jalan("OPD 4.xlsx")
    assert galat.value.kode == "BK-33" and (tmp_path / "OPD 4.xlsx").read_bytes() == buku
    for tujuan in ("asing.xlsx", "R.xlsx", "R.xlsx"):  # with timpa, a new one, an earlier one of ours
        assert jalan(tujuan).entri


def test_json(daerah):
    hasil = lkjip("rekap", daerah, "--json", "--pekerja", "1")
    x = json.loads(hasil.stdout)
    assert (hasil.returncode, x["kode_keluar"], x["tahun"], x["versi"]) == (1, 1, 2024, 1)
    assert (
        len(x["tabel"]["perangkat_daerah"]) == 6
        and len(x["tabel"]["gagal_dibaca"]) == 6
        and len(x["tabel"]["berkas_ganda"]) == 2
    )
    assert {t["kode"] for t in x["temuan"]} == {"RK-05", "RK-06", "RK-10", "RK-11"}


def test_sejak_rekap_terdahulu(keluaran, rekap, tmp_path):
    lama = keluaran / "R.xlsx"
    assert perubahan(rekap, lama) == []
    e = next(e for e in rekap.entri if e.berkas.nama == "OPD 1.xlsm")
    x = e.penuh()
    i = replace(x.indikator[0], realisasi=1.0)
    lain = replace(x, rata=1.5, indikator=(i, *x.indikator[1:]))
    r = himpun([(e.berkas, modul_kerja.Hasil(bungkus(lain), sidik="s"))], [])
    beda = perubahan(r, lama)
    assert (
        2024,
        e.nama,
        None,
        "Rata-rata Capaian menurut laporan (%)",
        pytest.approx(x.rata),
        1.5,
        pytest.approx(1.5 - x.rata),
    ) in beda
    assert any(b[2] == i.kode and b[5] == 1.0 for b in beda)
    assert {b[1] for b in beda if b[3] == "tidak ada lagi"} >= {"Dinas Contoh 2", "Dinas Contoh 3"}
    openpyxl.Workbook().save(tmp_path / "bukan.xlsx")
    with pytest.raises(GalatBerkas) as galat:
        perubahan(r, tmp_path / "bukan.xlsx")
    assert galat.value.kode == "RK-13"


def test_lembar_dipotong_disebut(rekap, monkeypatch):
    monkeypatch.setattr(modul_lembar, "BARIS_MAKS", 3)
    t = semua_tabel(rekap)
    _, terpotong = bangun_rekap(rekap, t, None, [])
    banyak = {x.lembar: len(list(x.baris())) for x in t}
    assert dict(terpotong) == {n: b for n, b in banyak.items() if b > 3} != {}
    assert len(teks_csv(tabel(rekap, "program")).splitlines()) >= 1 + banyak["Anggaran per Program"]


def test_lembar_dipotong_jadi_temuan(tmp_path, monkeypatch):
    """RK-16 names each sheet that is cut, and none that is whole."""
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    (masuk / "OPD 1.xlsm").write_bytes(varian(1, "Dinas Contoh 1"))
    utuh = perintah.rekap([masuk], tmp_path / "utuh.xlsx", pilihan=TANPA)
    assert "RK-16" not in {t.kode for t in utuh.temuan}
    batas = max(len(list(t.baris())) for t in semua_tabel(utuh)) - 1
    monkeypatch.setattr(modul_lembar, "BARIS_MAKS", batas)
    r = perintah.rekap([masuk], tmp_path / "potong.xlsx", pilihan=TANPA)
    terpotong = {t.lembar for t in semua_tabel(r) if len(list(t.baris())) > batas}
    assert {t.lembar for t in r.temuan if t.kode == "RK-16"} == terpotong != set()


# -- reading --------------------------------------------------------------------------------------------------------


def test_tembolok_menurut_isi(daerah, tmp_path):
    """The second run reads nothing again; a changed or damaged entry does, and one that cannot be kept is said."""
    p = Pilihan(tempat=tmp_path / "t")
    sk = perintah.skema()
    satu = buat_rekap([daerah / "OPD 1.xlsm"], sk, p)
    assert (satu.dari_tembolok, satu.temuan) == (0, [])
    assert buat_rekap([daerah / "OPD 1.xlsm"], sk, p).dari_tembolok == 1
    (berkas,) = (tmp_path / "t").rglob("*.ikhtisar")
    berkas.write_bytes(b"rusak")
    lagi = buat_rekap([daerah / "OPD 1.xlsm"], sk, p)
    assert lagi.dari_tembolok == 0 and lagi.entri[0].kepala == satu.entri[0].kepala
    (tmp_path / "berkas").write_bytes(b"")
    tanpa = buat_rekap([daerah / "OPD 1.xlsm"], sk, Pilihan(tempat=tmp_path / "berkas"))
    assert [t.kode for t in tanpa.temuan] == ["RK-15"] and tanpa.kode_keluar() == 0


def test_satu_dan_banyak_proses_sama(daerah):
    buku = [b for b in cari_buku([daerah]).buku if b.nama.startswith(("OPD 1", "OPD 2", "rusak"))]
    sk = perintah.skema()
    satu = {b.nama: h for b, h in satu_proses(buku, sk)}
    banyak = {b.nama: h for b, h in banyak_proses(buku, None, None, 2)}
    assert satu == banyak and len(satu) == 3


def test_tembolok_dipangkas(tmp_path):
    """Old ones go, then the longest unused beyond the size; what is used stays, and nothing but our own files is touched."""
    hari, sidik = 24 * 3600, "ab" * 12
    lain, kosong, asing = tmp_path / ("cd" * 12), tmp_path / ("ef" * 12), tmp_path / "foto"
    t = Tembolok.siapkan(sidik, tmp_path)
    for folder, nama, umur in (
        (t.folder, "baru", 1), (t.folder, "lama", 200), (lain, "lama", 181), (kosong, "muda", 20), (kosong, "tua", 179), (asing, "x", 900),
    ):  # fmt: skip
        folder.mkdir(exist_ok=True)
        berkas = folder / f"{nama}.ikhtisar"
        berkas.write_bytes(bytes(100))
        os.utime(berkas, (1e9 - umur * hari, 1e9 - umur * hari))
    (t.folder / "catatan.txt").write_bytes(b"x")
    (kosong / "tautan.ikhtisar").symlink_to(asing / "x.ikhtisar")
    sisa = lambda: sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())  # noqa: E731
    tetap = [f"{t.folder.name}/catatan.txt", "foto/x.ikhtisar", f"{kosong.name}/tautan.ikhtisar"]
    assert pangkas(tmp_path, 1e9 - 300 * hari) == 0 and len(sisa()) == 8  # a clock set back takes nothing
    assert pangkas(tmp_path, 1e9) == 2 and not lain.exists()
    assert sisa() == sorted(
        [*tetap, f"{sidik}/baru.ikhtisar", f"{kosong.name}/muda.ikhtisar", f"{kosong.name}/tua.ikhtisar"]
    )
    assert pangkas(tmp_path, 1e9, 200) == 1 and pangkas(tmp_path, 1e9, 200) == 0
    assert sisa() == sorted([*tetap, f"{sidik}/baru.ikhtisar", f"{kosong.name}/muda.ikhtisar"])


def test_tembolok_mengingat_pemakaian(tmp_path):
    t = Tembolok.siapkan("ab" * 12, tmp_path)
    t.simpan("a", bungkus(Ikhtisar("D", "K", 2024, 1)))
    berkas = t.folder / "a.ikhtisar"
    os.utime(berkas, (1e9, 1e9))
    assert t.ambil("a") is not None and berkas.stat().st_mtime > 1e9
    assert Tembolok.siapkan("ab" * 12, tmp_path).ambil("a") is not None
    os.utime(berkas, (1e9, 1e9))
    assert Tembolok.siapkan("ab" * 12, tmp_path).ambil("a") is None  # not used for years


def mati(b: Berkas, tindih: object, tembolok: object) -> modul_kerja.Hasil:
    """Work that kills its process at one file."""
    if b.nama == "rusak.xlsm":
        os._exit(9)
    return modul_kerja.Hasil(lewat="uji", sidik=b.nama)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the patched work is only known to forked processes")
def test_proses_yang_mati_menyebut_berkasnya(daerah, monkeypatch):
    monkeypatch.setattr(modul_kerja, "kerjakan_di_proses", mati)
    buku = cari_buku([daerah]).buku
    hasil = [(b.nama, h) for b, h in banyak_proses(buku, None, None, 2)]
    assert sorted(n for n, _ in hasil) == sorted(b.nama for b in buku)
    assert [n for n, h in hasil if h.kode == "RK-04"] == ["rusak.xlsm"]
    r = himpun([(Berkas(Path(n), n, datetime(2024, 1, 1)), h) for n, h in hasil], [])
    assert [t.kode for t in r.temuan] == ["RK-04"] and r.kode_keluar() == 1


def test_kegagalan_program_tidak_menghentikan(daerah, monkeypatch):
    def gagal(*_a, **_k):
        raise ZeroDivisionError("uji")

    semula = modul_kerja.ikhtisar_buku
    monkeypatch.setattr(modul_kerja, "ikhtisar_buku", lambda i, s, n: gagal() if n == "OPD 1.xlsm" else semula(i, s, n))
    r = buat_rekap([daerah / "OPD 1.xlsm", daerah / "OPD 2.xlsm"], perintah.skema(), TANPA)
    assert [t.kode for t in r.temuan] == ["RK-03"] and r.kode_keluar() == 3 and len(r.entri) == 1


def test_kolom_hilang_tanpa_angka(daerah, tmp_path):
    """Where a summary cannot do without a column that is gone, no figure stands in for it."""
    wb = openpyxl.load_workbook(daerah / "OPD 4.xlsx")
    ws = wb["Pengukuran"]
    for k in range(1, 15):
        if ws.cell(6, k).value == "Realisasi":
            ws.cell(6, k).value = "Entah"
    wb.save(tmp_path / "x.xlsx")
    r = buat_rekap([tmp_path / "x.xlsx"], perintah.skema(), TANPA)
    x = r.entri[0].kepala
    assert [t.kode for t in r.temuan] == ["RK-12"] and x.rata is None and x.pagu is None and x.tanpa_angka


def test_folder_tanpa_buku_dan_semua_gagal(tmp_path):
    sk = perintah.skema()
    (tmp_path / "x.txt").write_text("x")
    with pytest.raises(GalatBerkas) as galat:
        buat_rekap([tmp_path], sk, TANPA)
    assert galat.value.kode == "RK-01"
    (tmp_path / "rusak.xlsx").write_bytes(b"x")
    with pytest.raises(GalatBerkas) as galat:
        buat_rekap([tmp_path], sk, TANPA)
    assert galat.value.kode == "RK-20"
    with pytest.raises(GalatBerkas) as galat:
        buat_rekap([tmp_path / "tiada"], sk, TANPA)
    assert galat.value.kode == "BK-01"


def test_tautan_ganda_dibaca_sekali(daerah, tmp_path):
    (tmp_path / "a.xlsm").symlink_to(daerah / "OPD 1.xlsm")
    os.link(daerah / "OPD 1.xlsm", tmp_path / "b.xlsm")
    assert [b.nama for b in cari_buku([tmp_path, daerah / "OPD 1.xlsm"]).buku] == [str(Path(tmp_path.name, "a.xlsm"))]


def test_folder_tertutup_dan_tautan_folder_disebut(daerah, tmp_path, monkeypatch):
    """A folder that is closed to us is a file that was not read; a link to a folder is passed over, both said."""
    asli = os.scandir

    def scandir(path):
        if os.path.basename(path) == "Dinas B":
            raise PermissionError(13, "x", os.fspath(path))
        return asli(path)

    rumah = tmp_path / "x"
    for nama in ("Dinas A", "Dinas B"):
        (rumah / nama).mkdir(parents=True)
        shutil.copy(daerah / "OPD 1.xlsm", rumah / nama / "buku.xlsm")
    (rumah / "Lain").symlink_to(daerah)
    monkeypatch.setattr(os, "scandir", scandir)
    ketemu = cari_buku([rumah])
    assert [b.nama for b in ketemu.buku] == [str(Path("Dinas A", "buku.xlsm")), "Dinas B"]
    assert [n for n, _ in ketemu.dilewati] == ["Lain"]
    assert kerjakan(rumah / "Dinas B", perintah.skema()).kode == "BK-10"
    with pytest.raises(GalatBerkas) as galat:
        cari_buku([rumah / "Dinas B"])
    assert galat.value.kode == "BK-10"


# -- the region's settings ------------------------------------------------------------------------------------------


def test_kebanyakan_perangkat_daerah(rekap):
    """Without a list or a template the settings of most agencies of the year are the measure, and only a note."""
    r = himpun(
        [(e.berkas, modul_kerja.Hasil(e.data, sidik=e.sidik)) for e in rekap.entri if e.kepala.tahun == 2024], []
    )
    assert {m.entri.nama for m in r.menyimpang} == {"Dinas Perpustakaan dan Kearsipan"}
    assert [t.kode for t in r.temuan] == ["RK-10"] and r.kode_keluar() == 0


@pytest.mark.lengkap
def test_paket_daerah(tmp_path):
    """All workbooks of a list from one: settings set once and locked, an exception of the list in its workbook only."""
    (tmp_path / "T.xlsm").write_bytes(kosong(2025))
    (tmp_path / "opd.csv").write_text(
        "OPD;Kabupaten;Batas atas capaian (%)\nDinas A;Kabupaten X;\nBadan B/C;Kabupaten X;120\n", encoding="utf-8"
    )
    argumen = ["buat", "--dari", tmp_path / "T.xlsm", "--daftar", tmp_path / "opd.csv", "-o", tmp_path / "D"]
    assert lkjip(*argumen).returncode == 0
    buku = sorted((tmp_path / "D").iterdir())
    assert [b.name for b in buku] == ["LKjIP Badan B C 2025.xlsm", "LKjIP Dinas A 2025.xlsm"]
    for b, batas in zip(buku, (120, None), strict=True):
        wb = openpyxl.load_workbook(b)
        ws = wb["Pengaturan"]
        baris = {ws.cell(r, 2).value: ws.cell(r, 3) for r in range(8, 40)}
        assert baris["Batas atas capaian (%)"].value == batas
        assert baris["Metode efisiensi"].protection.locked and not baris["Tahun akhir Renstra"].protection.locked
        assert wb["Skala Kategori"]["A8"].protection.locked and wb["Daftar Tabel"]["B8"].protection.locked
        assert not wb["Daftar Tabel"]["C8"].protection.locked and ws.protection.sheet
    assert ikhtisar_buku(buku[0], perintah.skema()).instansi == "Badan B/C"
    assert lkjip(*argumen).returncode == 4
    (tmp_path / "opd.csv").write_text("OPD;Batas atas capaian (%)\nDinas A;tinggi\n", encoding="utf-8")
    assert lkjip(*argumen, "--timpa").returncode == 1
    _, temuan = perintah.buat_daerah(tmp_path / "T.xlsm", tmp_path / "opd.csv", tmp_path / "E")
    assert [t.kode for t in temuan] == ["RK-19"]
    r = buat_rekap(buku, perintah.skema(), replace(TANPA, templat=tmp_path / "T.xlsm"))
    assert {(m.entri.nama, m.isi) for m in r.menyimpang} == {("Badan B/C", "120")} and [t.kode for t in r.temuan] == [
        "RK-09"
    ]


def test_isi_daftar_yang_tidak_dipakai_disebut(tmp_path):
    """Columns nobody knows, rows without a name, an agency written twice; near miss: numbers of rows, blank columns."""
    sk, daftar = perintah.skema(), tmp_path / "opd.csv"
    daftar.write_text("No;OPD;Metode efisiensi;\n1;Dinas A;sisa;\n2;Dinas B;;\n", encoding="utf-8")
    rapi = baca_daftar(daftar, sk)
    assert [o.nama for o in rapi.opd] == ["Dinas A", "Dinas B"] and rapi.temuan == []
    daftar.write_text("OPD;Kepala;Metode efisiensi\nDinas A;x;\n;;sisa\ndinas a;;sisa\nDinas B;;\n", encoding="utf-8")
    lain = baca_daftar(daftar, sk)
    (t,) = lain.temuan
    assert [o.nama for o in lain.opd] == ["Dinas A", "Dinas B"] and t.kode == "RK-21"
    assert all(x in t.pesan for x in ('"Kepala"', "baris 3", "baris 4")) and "baris 2" not in t.pesan
    (tmp_path / "T.xlsm").write_bytes(kosong(2025))
    argumen = ["buat", "--dari", tmp_path / "T.xlsm", "--daftar", daftar, "-o", tmp_path / "D"]
    hasil = lkjip(*argumen)
    assert hasil.returncode == 0 and "Kepala" in hasil.stdout + hasil.stderr


def test_paket_daerah_ditolak(tmp_path, daerah):
    (tmp_path / "opd.csv").write_text("OPD\nDinas A\n", encoding="utf-8")
    (tmp_path / "lain.csv").write_text("kolom\nisi\n", encoding="utf-8")
    (tmp_path / "T.xlsm").write_bytes(kosong())
    for templat, daftar, kode in (
        (daerah / "OPD 1.xlsm", "opd.csv", "RK-17"),
        (tmp_path / "T.xlsm", "lain.csv", "RK-02"),
    ):
        with pytest.raises(GalatBerkas) as galat:
            perintah.buat_daerah(templat, tmp_path / daftar, tmp_path / "D")
        assert galat.value.kode == kode and not (tmp_path / "D").exists()
    tanpa_tahun = Paket.buka(tmp_path / "T.xlsm")
    tulis_sel(tanpa_tahun, {"Pengaturan": {"C11": Tulis(None)}})
    (tmp_path / "T.xlsm").write_bytes(tanpa_tahun.ke_bytes())
    with pytest.raises(GalatBerkas) as galat:
        perintah.buat_daerah(tmp_path / "T.xlsm", tmp_path / "opd.csv", tmp_path / "D")
    assert galat.value.kode == "RK-18"


def test_pustaka(daerah):
    h = lk.rekap(daerah / "OPD 1.xlsm", tembolok=False)
    assert (
        h.data[:2] == b"PK"
        and h.ke_dataframe()["perangkat_daerah"].tolist() == ["Dinas Contoh 1"]
        and h.kabar.temuan == []
    )


def test_benih_yang_sama_memberi_berkas_yang_sama(tmp_path):
    """The generator of runs: one seed, the same bytes; every variant is a sound workbook of its own agency."""
    satu, dua = (tulis_daerah(tmp_path / n, 2, benih=7, ukuran=(KECIL,)) for n in "ab")
    assert [p.read_bytes() for p in satu] == [p.read_bytes() for p in dua] and satu[0].read_bytes() != satu[
        1
    ].read_bytes()


def test_bentuk_indikator_tetap():
    """What is kept in the cache is read back as it was written: a new field needs a new VERSI_IKHTISAR."""
    assert len(IndikatorRekap.__slots__) == 18 and Tembolok.__slots__ == ("folder",)


@pytest.mark.lengkap
def test_puluhan_buku(tmp_path, daerah):
    """Two dozen sound workbooks and one of each kind that is not: each is there once, in the rekap and in what it says."""
    f = tmp_path / "masuk"
    tulis_daerah(f, 24)
    for n in ("rusak.xlsm", "sandi.xlsx", "asing.xlsx"):
        shutil.copy(daerah / n, f / n)
    shutil.copy(V1, f / "v1.xlsm")
    hasil = lkjip("rekap", f, "-o", tmp_path / "R.xlsx", "--pekerja", "2", "--tanpa-tembolok")
    assert hasil.returncode == 1
    wb = openpyxl.load_workbook(tmp_path / "R.xlsx", read_only=True)

    def kolom(lembar: str, nama: str) -> list:
        kepala, *baris = [[c.value for c in b] for b in wb[lembar].iter_rows(min_row=4)]
        return [b[kepala.index(nama)] for b in baris]

    nama = kolom("Ringkasan Perangkat Daerah", "Perangkat Daerah")
    assert sorted(nama) == sorted([*(f"Dinas Contoh {n}" for n in range(1, 25)), "Dinas Perpustakaan dan Kearsipan"])
    assert dict(zip(kolom("Gagal Dibaca", "Berkas"), kolom("Gagal Dibaca", "Kode"), strict=True)) == {
        "asing.xlsx": "BK-21", "rusak.xlsm": "BK-06", "sandi.xlsx": "BK-04",
    }  # fmt: skip
    indikator = sum(n for n in kolom("Ringkasan Perangkat Daerah", "Indikator"))
    assert len(kolom("Capaian per Indikator", "Kode")) >= indikator


_ANAK_BARU = """
import sys
if __name__ == "__main__":
    import multiprocessing
    multiprocessing.set_start_method("spawn")
    from datetime import datetime
    from pathlib import Path
    from lkjip_xl.rekap.cari import Berkas
    from lkjip_xl.rekap.kerja import banyak_proses
    print([h.kode for _, h in banyak_proses([Berkas(Path("tiada.xlsm"), "", datetime.now())], None, None, 1)])
"""


def test_proses_baru_tidak_memakai_modul_di_folder_kini(tmp_path):
    """As Windows and macOS start the processes of a rekap: with the current folder first on the path."""
    (tmp_path / "unduhan").mkdir()
    jebakan = tanam_jebakan(tmp_path / "unduhan")
    (tmp_path / "mulai.py").write_text(_ANAK_BARU, encoding="utf-8")
    lingkungan = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    jalan = subprocess.run(
        [sys.executable, tmp_path / "mulai.py"], cwd=jebakan, env=lingkungan, capture_output=True, text=True
    )
    assert terjebak(jebakan) == [] and jalan.stdout.strip() == "['BK-01']", jalan.stderr
