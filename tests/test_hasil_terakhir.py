"""The line "Hasil terakhir" of the guide follows every command that writes the workbook; one that only reads says where it differs."""

from __future__ import annotations

from pathlib import Path

import pytest
from buku_pendek import contoh, skema_contoh
from typer.testing import CliRunner

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.cli import app
from lkjip_xl.tabel.tanda import PETUNJUK
from lkjip_xl.tabel.terakhir import catat_terakhir, terakhir

SK = skema_contoh()
WAKTU = "2025-01-31 10:00"


@pytest.fixture
def buku(tmp_path) -> Path:
    """The Magetan example with an amount and a figure written as text: a slip that is found, and numbers to be tidied."""
    paket = Paket.dari_bytes(contoh(), "B.xlsm")
    tulis_sel(paket, {"Pengukuran": {"N8": Tulis("76,99 %")}})
    berkas = tmp_path / "B.xlsm"
    berkas.write_bytes(paket.ke_bytes())
    return berkas


def kata(berkas: Path) -> str:
    return terakhir(Paket.buka(berkas))


def dihitung_saat_dibuka(paket: Paket) -> bool:
    return b'fullCalcOnLoad="1"' in paket.baca("xl/workbook.xml")


def test_perintah_yang_menulis_menyebut_hasilnya(buku, tmp_path):
    laporan = perintah.validasi(buku, tulis=True, sk=SK)
    assert kata(buku) == laporan.kalimat(tertulis=True)
    perintah.ringkas(buku, sk=SK)
    assert kata(buku).startswith("13 ")
    isi = buku.read_bytes()
    perintah.ringkas(buku, sk=SK)
    assert buku.read_bytes() == isi
    baru = perintah.terapkan_rapikan(buku, "semua", WAKTU, sk=SK)
    assert baru and kata(buku).startswith(f"{len(baru)} sel ") and "Riwayat Perubahan" in kata(buku)
    perintah.urungkan_rapikan(buku, "semua", sk=SK)
    assert kata(buku).startswith(f"{len(baru)} sel ") and "lihat lembar Riwayat Perubahan" in kata(buku)
    csv = tmp_path / "pk.csv"
    csv.write_text("kode;tahun\nS1.1;2024\n", encoding="utf-8")
    lalu = kata(buku)
    perintah.ambil(buku, [csv], sk=SK)
    assert kata(buku) == lalu
    perintah.pratinjau_ambil(buku, [csv], sk=SK)
    assert "Pratinjau" in kata(buku)


def test_buku_baru_dan_contoh(tmp_path):
    paket = Paket.dari_bytes(contoh(), "B.xlsm")
    assert terakhir(paket) == perintah.validasi(_tulis(tmp_path, contoh()), sk=SK).kalimat(tertulis=True)
    assert not dihitung_saat_dibuka(paket)
    kosong = tmp_path / "K.xlsm"
    perintah.buat(kosong, sk=SK)
    assert kata(kosong) == ""


def _tulis(folder: Path, data: bytes) -> Path:
    berkas = folder / "C.xlsm"
    berkas.write_bytes(data)
    return berkas


def test_salinan_tanpa_makro_ikut(buku, tmp_path):
    kirim = tmp_path / "KIRIM.xlsx"
    perintah.edar(buku, kirim, sk=SK)
    laporan = perintah.validasi(kirim, tulis=True, sk=SK)
    assert kata(kirim) == laporan.kalimat(tertulis=True)


def test_yang_hanya_membaca_tidak_dibantah(buku):
    """Only another outcome of a whole check is a contradiction: not the making of summaries, not the check of one sheet."""
    paket = Paket.buka(buku)
    for kalimat, n in (
        ("Tidak ada ketidaksesuaian.", 1),
        ("13 lembar ringkasan diperbarui.", 0),
        ("Lembar Anggaran: Tidak ada ketidaksesuaian.", 0),
        (perintah.validasi(buku, sk=SK).kalimat(tertulis=True), 0),
    ):
        catat_terakhir(paket, kalimat)
        buku.write_bytes(semula := paket.ke_bytes())
        layar = CliRunner().invoke(app, ["validasi", str(buku)]).output
        assert layar.count("--tulis") == n and perintah.validasi(buku, sk=SK).bertentangan == bool(n)
        assert buku.read_bytes() == semula


def test_rumus_orang_lain_dihitung_saat_dibuka():
    paket = Paket.dari_bytes(contoh(), "B.xlsm")
    sel = next(
        n.rpartition("!")[2].replace("$", "").partition(":")[0]
        for k, n in baca_buku(paket, hanya=[]).nama.items()
        if k == "StatusTerakhir"
    )
    tulis_sel(paket, {"Pembanding": {"Z40": Tulis(1.0, rumus=f"LEN({PETUNJUK}!{sel})")}}, hitung_ulang=False)
    catat_terakhir(paket, "Selesai.")
    assert dihitung_saat_dibuka(paket) and terakhir(paket) == "Selesai."


def test_tanpa_petunjuk_atau_namanya_tidak_apa_apa():
    paket = Paket.dari_bytes(contoh(), "B.xlsm")
    bagian = "xl/workbook.xml"
    isi = paket.baca(bagian)
    for ganti in (b"StatusLain", b"StatusTerakhir"):
        paket.ganti(bagian, isi.replace(b"StatusTerakhir", ganti).replace(b"Petunjuk'!$C$5", b"Petunjuk'!$C:$C"))
        semula = paket.ke_bytes()
        catat_terakhir(paket, "Selesai.")
        assert paket.ke_bytes() == semula
