"""Findings a person has judged: kept through moved rows and rebuilt sheets, back when a value changes, counted nowhere."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from buku_md import buku_md, di
from buku_pendek import contoh
from jsonschema import Draft202012Validator
from laporan_contoh import AKAR
from masa_depan import kecil

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.temuan import HasilPeriksa, Reviu, Tingkat
from lkjip_xl.layani import kerjakan
from lkjip_xl.lembar.reviu import ISIAN, bangun_reviu
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.reviu import LEMBAR_REVIU, baca_reviu, letak_kolom
from lkjip_xl.validasi.halaman import halaman_temuan
from lkjip_xl.validasi.periksa import periksa

TEKS = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | orang | naik |
|           | S1.2 | sasaran | B | orang | naik |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 200 | 150 | 76,00 |
|            | S1.2 | 100 | 50 | 50,00 |
"""


def nilai(x: Reviu) -> Reviu:
    return dataclasses.replace(x, alasan="Angka BPS memang demikian", jabatan="Kepala Bidang")


def dengan(teks: str, daftar: list[Reviu]) -> HasilPeriksa:
    """The findings of a workbook that carries such a Lembar Reviu."""
    wb = openpyxl.Workbook()
    bangun_reviu(wb.worksheets[0], daftar, date(2026, 1, 5))
    simpanan = io.BytesIO()
    wb.save(simpanan)
    buku = buku_md(teks)
    buku.lain = baca_buku(Paket.dari_bytes(simpanan.getvalue(), "x.xlsx")).lembar
    return periksa(buku)


def gawat(h: HasilPeriksa) -> list[tuple[str, str]]:
    return [(t.kode, f"{t.lembar}!{t.sel}") for t in h.temuan if t.tingkat is not Tingkat.CATATAN]


PG = ("PG-01", di("pengukuran", "capaian"))


def test_yang_dinilai_tidak_dihitung_dan_tetap_tertulis() -> None:
    awal = periksa(buku_md(TEKS))
    assert gawat(awal) == [PG] and awal.kode_keluar() == 2 and awal.reviu is not None
    (x,) = awal.reviu
    assert (x.kode, x.status, x.alasan, x.baris) == ("PG-01", "terbuka", "", "S1.1")
    h = dengan(TEKS, [nilai(x)])
    assert gawat(h) == [] and h.kode_keluar() == 0
    assert [t.kode for t in h.dikecualikan] == ["PG-01"] and h.reviu is not None
    (y,) = h.reviu
    assert (y.status, y.alasan, y.tanggal) == ("dikecualikan", "Angka BPS memang demikian", "2026-01-05")
    putusan = {"alasan": "Angka BPS memang demikian", "jabatan": "Kepala Bidang", "tanggal": "2026-01-05"}
    isi = json.loads(h.ke_json())
    assert [(t["kode"], t["putusan"]) for t in isi["dikecualikan"]] == [("PG-01", putusan)]
    assert not any("putusan" in t for t in isi["temuan"])
    Draft202012Validator(json.loads((AKAR / "schemas/laporan.schema.json").read_text("utf-8"))).validate(isi)
    assert all(x in halaman_temuan(h) for x in putusan.values())
    assert "PG-01" in halaman_temuan(h)


@pytest.mark.parametrize(
    ("ubah", "hilang"),
    [
        (lambda t: t, True),
        # rows sorted the other way, another row between, other columns filled: the same finding
        (lambda t: t.replace("|            | S1.1 | 200 | 150 | 76,00 |\n", "") + "|            | S1.1 | 200 | 150 | 76,00 |\n", True),
        (lambda t: t.replace("|            | S1.1 | 200", "|            | S1.2 | 7 | 7 | |\n|            | S1.1 | 200"), True),
        # another value, in the cell or in what it follows from
        (lambda t: t.replace("76,00", "77,00"), False),
        (lambda t: t.replace("| 150 | 76,00", "| 151 | 76,00"), False),
        # the same figures in another indicator's row
        (lambda t: t.replace("| S1.1 | 200", "| S1.2 | 200").replace("| S1.2 | 100", "| S1.1 | 100"), False),
    ],
)  # fmt: skip
def test_kunci_putusan(ubah: Callable[[str], str], hilang: bool) -> None:
    daftar = periksa(buku_md(TEKS)).reviu
    assert daftar is not None
    h = dengan(ubah(TEKS), [nilai(daftar[0])])
    assert (("PG-01" in {t.kode for t in h.dikecualikan}) and "PG-01" not in {k for k, _ in gawat(h)}) is hilang


def test_yang_diketik_terlihat_waktu_dibuka() -> None:
    """Reason, position and date on a screen 1,366 pixels wide, the first of them selected."""
    daftar = periksa(buku_md(TEKS)).reviu
    assert daftar is not None
    ws = openpyxl.Workbook().worksheets[0]
    bangun_reviu(ws, daftar, date(2026, 1, 5))
    letak = [letak_kolom(n) for n in ISIAN]
    assert all(not ws.cell(8, k).protection.locked for k in letak)
    assert sum(ws.column_dimensions[huruf(k)].width for k in range(1, max(letak) + 1)) * 7.8 <= 1366 - 80
    (pilihan,) = [s for s in ws.sheet_view.selection if s.pane == ws.sheet_view.pane.activePane]
    assert pilihan.activeCell == f"{huruf(min(letak))}8"


def test_kolom_dibaca_menurut_kepalanya() -> None:
    """A sheet written when its columns stood in another order keeps its judgements."""
    daftar = periksa(buku_md(TEKS)).reviu
    assert daftar is not None
    ws = openpyxl.Workbook().worksheets[0]
    bangun_reviu(ws, [nilai(daftar[0])], date(2026, 1, 5))
    lama = [
        "No",
        "Status",
        "Kode",
        "Lembar",
        "Sel",
        "Baris",
        "Kolom",
        "Isi",
        "Masalah",
        "Dikecualikan (alasan)",
        "Jabatan",
        "Tanggal",
        "Kunci",
        "Tempat",
    ]
    isi = [dict(zip([c.value for c in ws[6]], [c.value for c in ws[b]], strict=True)) for b in (6, 8)]
    for b, x in zip((6, 8), isi, strict=True):
        for k, n in enumerate(lama, 1):
            ws.cell(b, k).value = x[n]
    simpanan = io.BytesIO()
    ws.parent.save(simpanan)
    (x,) = baca_reviu(baca_buku(Paket.dari_bytes(simpanan.getvalue(), "x.xlsx")).lembar[LEMBAR_REVIU])
    assert (x.alasan, x.jabatan, x.tanggal, x.kunci) == (
        "Angka BPS memang demikian",
        "Kepala Bidang",
        "2026-01-05",
        daftar[0].kunci,
    )


def test_isi_berubah_disebut_dan_alasannya_tinggal() -> None:
    daftar = periksa(buku_md(TEKS)).reviu
    assert daftar is not None
    h = dengan(TEKS.replace("76,00", "77,00"), [nilai(daftar[0])])
    assert [t.kode for t in h.temuan if t.kode.startswith("DK")] == ["DK-02"] and h.kode_keluar() == 2
    assert h.reviu is not None and [x.status for x in h.reviu] == ["isi berubah", "terbuka"]
    # back to the judged value: the judgement holds again, nothing is said of it
    lagi = dengan(TEKS, h.reviu)
    assert lagi.kode_keluar() == 0 and [t.kode for t in lagi.temuan if t.kode.startswith("DK")] == []
    # the cell put right: the line stays for the evaluator, and nothing is said
    betul = dengan(TEKS.replace("76,00", "75,00"), [nilai(daftar[0])])
    assert betul.reviu is not None and [x.status for x in betul.reviu] == ["tidak ada lagi"]
    assert [t.kode for t in betul.temuan if t.kode.startswith("DK")] == []


def test_alasan_tanpa_jabatan_belum_berlaku() -> None:
    daftar = periksa(buku_md(TEKS)).reviu
    assert daftar is not None
    h = dengan(TEKS, [dataclasses.replace(nilai(daftar[0]), jabatan="")])
    assert gawat(h) == [PG] and "DK-01" in {t.kode for t in h.temuan}
    assert h.reviu is not None and h.reviu[0].alasan and not h.reviu[0].tanggal
    assert "DK-01" not in {t.kode for t in dengan(TEKS, [nilai(daftar[0])]).temuan}


def test_yang_tidak_dapat_dikecualikan() -> None:
    """A missing sheet stays missing, and notes are no findings one must answer."""
    h = periksa(buku_md(TEKS, tanpa=("pk",)))
    assert h.reviu is not None and {x.kode for x in h.reviu} == {"PG-01"}
    assert periksa(buku_md(TEKS.replace("76,00", "75,00"))).reviu is None


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    (berkas := tmp_path / "b.xlsm").write_bytes(contoh())
    return ubah(berkas, {"Pengukuran": {"P8": Tulis(114.47)}})


def ubah(berkas: Path, isi: dict) -> Path:
    paket = Paket.buka(berkas)
    tulis_sel(paket, isi)
    berkas.write_bytes(paket.ke_bytes())
    return berkas


PUTUSAN = {LEMBAR_REVIU: {"G8": Tulis("Sesuai rilis"), "H8": Tulis("Inspektur")}}


@pytest.mark.lengkap
def test_berkas_perintah_laporan_dan_perbarui(buku: Path, tmp_path: Path) -> None:
    assert perintah.validasi(buku, tulis=True).kode_keluar() == 2
    muat = muat_buku(buku, perintah.skema())
    assert LEMBAR_REVIU in muat.lain and buat_laporan_kesalahan(muat) == 1
    ubah(buku, PUTUSAN)
    h = perintah.validasi(buku, tulis=True)
    assert h.kode_keluar() == 0 and [t.kode for t in h.dikecualikan] == ["PG-01"]
    lembar = baca_buku(Paket.buka(buku)).lembar[LEMBAR_REVIU]
    alasan, _, tanggal = (lembar.sel[(8, letak_kolom(n))].nilai for n in ISIAN)
    assert (alasan, tanggal) == ("Sesuai rilis", date.today().isoformat())
    assert buat_laporan_kesalahan(muat_buku(buku, perintah.skema())) == 0
    perintah.ringkas(buku)
    perintah.perbarui(buku, sk=kecil(perintah.skema()))
    assert [t.kode for t in perintah.validasi(buku, tulis=True).dikecualikan] == ["PG-01"]
    edaran = tmp_path / "edar.xlsx"
    perintah.edar(buku, edaran)
    assert [t.kode for t in perintah.validasi(edaran).dikecualikan] == ["PG-01"]
    baru = tmp_path / "baru.xlsm"
    perintah.tahun_baru(buku, baru, sk=kecil(perintah.skema()))
    assert LEMBAR_REVIU not in Paket.buka(baru).lembar()


def buat_laporan_kesalahan(muat) -> int:
    from lkjip_xl.word import buat_laporan

    return buat_laporan(muat, draf=None).kesalahan


@pytest.mark.lengkap
def test_tombol_membawa_putusan(buku: Path) -> None:
    """The buttons paint the sheet from what stands on it, also when only one sheet is checked."""
    perintah.validasi(buku, tulis=True)
    ubah(buku, PUTUSAN)
    for lembar in ("", "PK"):
        hasil = kerjakan("validasi", muat_buku(buku, perintah.skema()), lembar)
        (ws,) = (ws for ws in hasil.lembar if ws.title == LEMBAR_REVIU)
        kolom = (2, 3, *(letak_kolom(n) for n in ISIAN[:2]))
        assert [ws.cell(8, k).value for k in kolom] == ["dikecualikan", "PG-01", "Sesuai rilis", "Inspektur"]
        assert not ws["G8"].protection.locked and ws["F8"].protection.locked


@pytest.mark.lengkap
def test_lembar_pengguna_bernama_lembar_reviu(buku: Path) -> None:
    wb = openpyxl.load_workbook(buku, keep_vba=True)
    wb.create_sheet(LEMBAR_REVIU)["B3"] = "catatan saya"
    wb.save(buku)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    h = perintah.validasi(buku, tulis=True)
    assert "DK-03" in {t.kode for t in h.temuan}
    assert baca_buku(Paket.buka(buku)).lembar[LEMBAR_REVIU].sel[(3, 2)].nilai == "catatan saya"
