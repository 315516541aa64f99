"""Taking over into files: what is written, recorded, taken back; the preview and its answers; button, command, function."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from buku_pendek import BARIS
from dinas_pangan import ANGGARAN, CAPAIAN, RENSTRA
from jalan_lkjip import lkjip
from masa_depan import kecil
from satu_jalan import sekali_jalan

import lkjip_xl as lk
from lkjip_xl import perintah
from lkjip_xl.ambil import LEMBAR_PRATINJAU
from lkjip_xl.ambil.pratinjau import TANDA_TEMUAN
from lkjip_xl.ambil.tombol import FOLDER_AMBIL
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.layani import kerjakan
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.perubahan import LEMBAR_RIWAYAT, TANPA_UNDO, riwayat_buku, urungkan
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.muat import muat_buku

WAKTU = "2025-01-31 09:00"
JUDUL = {
    "renstra": (
        "Tabel 2.2 Tujuan, Sasaran, Indikator dan Target Kinerja Renstra",
        RENSTRA.replace("Target: ", "Target "),
    ),
    "capaian": ("Tabel 3.1 Capaian Kinerja Tahun 2024", CAPAIAN),
    "anggaran": ("Tabel 3.9 Realisasi Anggaran Tahun 2024", ANGGARAN),
}


def tulis_csv(path: Path, judul: str, teks: str) -> Path:
    """A table as somebody saves it from Excel in Indonesian."""
    with path.open("w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, delimiter=";")
        w.writerow([judul])
        w.writerows([x.strip().lstrip("#=~").strip() for x in b.split("|")] for b in teks.splitlines())
    return path


@sekali_jalan
def _kosong() -> bytes:
    isian = {"tahun": 2024, "renstra_awal": 2024, "renstra_akhir": 2026, "instansi": "Dinas Pangan Uji"}
    return bangun(kecil(perintah.skema(), BARIS), isian)


@pytest.fixture
def tempat(tmp_path: Path) -> Path:
    """A blank workbook with the three tables in the folder of the button."""
    (tmp_path / "Buku.xlsm").write_bytes(_kosong())
    (tmp_path / FOLDER_AMBIL).mkdir()
    for nama, (judul, teks) in JUDUL.items():
        tulis_csv(tmp_path / FOLDER_AMBIL / f"{nama}.csv", judul, teks)
    return tmp_path


def isi(path: Path, lembar: str, *kolom: str) -> list[tuple]:
    return [tuple(x[k] for k in kolom) for _, x in muat_buku(path, perintah.skema())[lembar].rekaman()]


def test_terapkan_catat_urungkan(tempat: Path) -> None:
    """Written as isi writes, recorded cell by cell; taken back, the workbook holds what it held."""
    buku, sumber = tempat / "Buku.xlsm", [tempat / FOLDER_AMBIL]
    rencana, baru = perintah.terapkan_ambil(buku, sumber, WAKTU)
    assert len(baru) == len(rencana.tulis) > 60
    assert isi(buku, "pengukuran", "kode", "target", "realisasi")[0] == ("S1.1", 1200.0, 1260.0)
    sel = baca_buku(Paket.buka(buku)).lembar["Renstra"].sel
    assert (sel[(14, 7)].nilai, sel[(14, 7)].format) == (82.5, "#,##0.00")
    lagi, ulang = perintah.terapkan_ambil(buku, sumber, WAKTU)
    assert not ulang and lagi.cacah()["ditulis"] == 0 and lagi.cacah()["bertentangan"] == 0
    p = Paket.buka(buku)
    assert len(riwayat_buku(p)) == len(baru)
    kembali, tetap = urungkan(p, "semua", perintah.skema())
    assert len(kembali) == len(baru) and not tetap
    awal, akhir = Paket.dari_bytes(_kosong(), "A.xlsm"), baca_buku(p)
    for nama, lembar in baca_buku(awal).lembar.items():
        if nama in ("Indikator", "Renstra", "Pengukuran", "Anggaran"):
            ada = {k: (s.nilai or None, s.rumus) for k, s in lembar.sel.items()}
            kini = {k: (s.nilai or None, s.rumus) for k, s in akhir.lembar[nama].sel.items()}
            assert {k: x for k, x in kini.items() if x != (None, None)} == {
                k: x for k, x in ada.items() if x != (None, None)
            }


@pytest.mark.lengkap
def test_pratinjau_lalu_jawaban(tempat: Path) -> None:
    """Answers on the preview sheet count as long as it shows this very plan."""
    buku, sumber = tempat / "Buku.xlsm", [tempat / FOLDER_AMBIL / "capaian.csv"]
    perintah.terapkan_ambil(buku, [tempat / FOLDER_AMBIL], WAKTU)
    tulis_csv(sumber[0], JUDUL["capaian"][0], CAPAIAN.replace("1.260 ton", "1.262 ton"))
    perintah.pratinjau_ambil(buku, sumber)
    p = Paket.buka(buku)
    from lkjip_xl.buku.tulis import Tulis, tulis_sel

    lembar = baca_buku(p).lembar[LEMBAR_PRATINJAU].sel
    baris = next(b for (b, k), s in lembar.items() if k == 3 and s.nilai == "isi berbeda")
    assert lembar[(baris, 2)].nilai == "tidak"
    assert perintah.ambil(buku, sumber).cacah()["bertentangan"] == 1
    tulis_sel(p, {LEMBAR_PRATINJAU: {f"B{baris}": Tulis("ya")}})
    buku.write_bytes(p.ke_bytes())
    _, baru = perintah.terapkan_ambil(buku, sumber, WAKTU)
    assert [(x.semula, x.menjadi) for x in baru] == [(1260.0, 1262.0)]


@pytest.mark.lengkap
def test_tombol_dua_klik(tempat: Path) -> None:
    """First the preview, then the cells with the record; nothing in the folder, no folder: one sentence."""
    buku = tempat / "Buku.xlsm"
    sk = perintah.skema()
    pertama = kerjakan("ambil", muat_buku(buku, sk), berkas=buku)
    assert [ws.title for ws in pertama.lembar] == [LEMBAR_PRATINJAU] and not pertama.isian
    kepala = [str(c.value) for baris in pertama.lembar[0].iter_rows(max_row=6) for c in baris]
    assert TANPA_UNDO in pertama.kalimat and any(TANPA_UNDO in x for x in kepala)
    perintah.pratinjau_ambil(buku, [tempat / FOLDER_AMBIL])
    kedua = kerjakan("ambil", muat_buku(buku, sk), berkas=buku)
    assert {ws.title for ws in kedua.lembar} == {LEMBAR_PRATINJAU, LEMBAR_RIWAYAT}
    tulis = {(s.lembar, s.sel): s.nilai for s in kedua.isian}
    assert tulis[("Indikator", "A9")] == "S1.1" and tulis[("Renstra", "G14")] == 82.5
    assert next(s.format for s in kedua.isian if (s.lembar, s.sel) == ("Anggaran", "A9")) == "@"
    (tempat / "kosong").mkdir()
    assert not kerjakan("ambil", muat_buku(buku, sk), berkas=tempat / "kosong" / "Buku.xlsm").lembar


def test_tombol_menyebut_berkas_yang_tidak_terbaca(tempat: Path) -> None:
    """A damaged file beside sound ones stands on the preview, by button and by command; answers count though it goes."""
    buku, folder = tempat / "Buku.xlsm", tempat / FOLDER_AMBIL
    sk, rusak = perintah.skema(), tempat / FOLDER_AMBIL / "rusak.xlsx"
    for x in ("capaian", "anggaran"):
        (folder / f"{x}.csv").unlink()

    def temuan() -> list[str]:
        ws = kerjakan("ambil", muat_buku(buku, sk), berkas=buku).lembar[0]
        return [str(r[3].value) for r in ws.iter_rows(min_row=BARIS_DATA) if r[8].value == TANDA_TEMUAN]

    assert "rusak.xlsx" not in temuan()
    rusak.write_bytes(b"PK\3\4 rusak")
    assert "rusak.xlsx" in temuan()
    perintah.pratinjau_ambil(buku, [folder])
    rusak.unlink()
    assert kerjakan("ambil", muat_buku(buku, sk), berkas=buku).isian


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", [LEMBAR_PRATINJAU, LEMBAR_RIWAYAT.upper()])
def test_lembar_pengguna_bernama_lembar_kami(tempat: Path, nama: str) -> None:
    """A sheet of the user's own is not written over, by the command or by the button."""
    buku, sumber = tempat / "Buku.xlsm", [tempat / FOLDER_AMBIL]
    if nama != LEMBAR_PRATINJAU:
        perintah.pratinjau_ambil(buku, sumber)  # the second click of the button writes the record
    paket, wb = Paket.buka(buku), openpyxl.Workbook()
    wb.worksheets[0].title, wb.worksheets[0]["A1"] = nama, "milik saya"
    cangkok(paket, wb)
    buku.write_bytes(paket.ke_bytes())
    semula = buku.read_bytes()
    for tulis in (
        lambda: (
            perintah.pratinjau_ambil(buku, sumber)
            if nama == LEMBAR_PRATINJAU
            else perintah.terapkan_ambil(buku, sumber, WAKTU)
        ),
        lambda: kerjakan("ambil", muat_buku(buku, perintah.skema()), berkas=buku),
    ):
        with pytest.raises(GalatBerkas) as galat:
            tulis()
        assert galat.value.kode == "BK-40" and buku.read_bytes() == semula


def test_folder_tanpa_berkas_ditolak(tempat: Path) -> None:
    (tempat / "lain").mkdir()
    with pytest.raises(GalatBerkas) as galat:
        perintah.ambil(tempat / "Buku.xlsm", [tempat / "lain"])
    assert galat.value.kode == "AB-20"
    perintah.ambil(tempat / "Buku.xlsm", [tempat / FOLDER_AMBIL])


@pytest.mark.lengkap
def test_perintah_dan_kode_keluar(tempat: Path) -> None:
    """1 while there is something to write or decide, 0 when everything is equal, 2 when nothing of a file was used."""
    buku = str(tempat / "Buku.xlsm")
    renstra = str(tempat / FOLDER_AMBIL / "renstra.csv")
    assert lkjip("ambil", buku, renstra).returncode == 1
    hasil = lkjip("ambil", buku, renstra, "--terapkan")
    assert hasil.returncode == 0, hasil.stdout
    assert lkjip("ambil", buku, renstra).returncode == 0
    lain = tulis_csv(tempat / "hadir.csv", "Daftar hadir", "Nama | Alamat\nAyu | Jalan Melati\nBudi | Jalan Mawar")
    hasil = lkjip("ambil", buku, str(lain))
    assert hasil.returncode == 2 and "AB-09" in hasil.stdout
    hasil = lkjip("ambil", buku, renstra, "--json")
    isi_json = json.loads(hasil.stdout)
    assert "AB-09" not in hasil.stdout and sum(isi_json["cacah"].values()) == len(isi_json["sel"])
    assert lkjip("ambil", buku, "--urungkan", "1-5").returncode == 0
    assert lkjip("ambil", buku).returncode == 64


@pytest.mark.lengkap
def test_fungsi(tempat: Path) -> None:
    hasil = lk.ambil(_kosong(), tempat / FOLDER_AMBIL, terapkan=True)
    assert hasil.data and len(hasil.baris) == sum(hasil.rincian.cacah().values())
    assert lk.buka(hasil.data)["pengukuran"].ke_dataframe()["realisasi"].tolist()[0] == 1260.0
