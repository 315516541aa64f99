"""Independent judges: Open XML of every kind of file we make, and the macros of both engines, without an error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import buku_pendek
import pytest
from hakim_openxml import salah
from jalan_lkjip import lkjip

from lkjip_xl.buku.paket import Paket

V1 = Path(__file__).parent / "data" / "templat" / "v1.xlsm"
pytestmark = pytest.mark.lengkap


def hakim_vba(*argumen: str) -> int:
    """Exit code of the judge of macros."""
    from pyvbaanalysis.cli import main  # seconds, and the quick run has none of these tests

    return main(["--fail-level", "error", *argumen])


def _perintah(*argumen: str) -> Callable[[Path, Path], Path]:
    """Run a command on the workbook "B"; the file it makes is "K", else the workbook itself."""

    def buat(buku: Path, keluar: Path) -> Path:
        jalankan = [str({"B": buku, "K": keluar}.get(a, a)) for a in argumen]
        assert lkjip(*jalankan).returncode in (0, 1, 2)
        return keluar if "K" in argumen else buku

    return buat


def _formulir(buku: Path, keluar: Path) -> Path:
    assert lkjip("formulir", buku, "--ke", keluar.parent / "form").returncode in (0, 1)
    return sorted((keluar.parent / "form").glob("*.xlsx"))[0]


def _rekap(buku: Path, keluar: Path) -> Path:
    assert lkjip("rekap", buku.parent, "-o", keluar, "--pekerja", "1").returncode in (0, 1)
    return keluar


def _ambil(buku: Path, _keluar: Path) -> Path:
    """A table of another system taken over, and what its button paints applied."""
    asal = buku.parent / "DPA.csv"
    asal.write_text("Kode;Program;Pagu\n1;Program Penempatan Tenaga Kerja;1.000.000\n", encoding="utf-8")
    assert lkjip("ambil", buku, asal, "--terapkan").returncode in (0, 1, 2)
    return buku


def _rapikan(buku: Path, _keluar: Path) -> Path:
    assert lkjip("rapikan", buku, "--terapkan", "pasti").returncode in (0, 1)
    return buku


def _bekukan(buku: Path, keluar: Path) -> Path:
    assert lkjip("tahun-baru", buku, keluar, "--bekukan").returncode in (0, 1, 2)
    return buku


def _laporan_baru(buku: Path, keluar: Path) -> Path:
    """A report renewed after a change."""
    assert lkjip("laporan", buku, "--draf", "-o", keluar).returncode in (0, 1, 2)
    assert lkjip("ringkas", buku).returncode == 0
    assert lkjip("laporan", buku, "--draf", "--perbarui", keluar).returncode in (0, 1, 2)
    return keluar


JENIS: dict[str, tuple[str, Callable[[Path, Path], Path]]] = {
    "temuan": (".xlsm", _perintah("validasi", "B", "--tulis")),
    "ringkasan": (".xlsm", _perintah("ringkas", "B")),
    "perbarui": (".xlsm", _perintah("perbarui", "B")),
    "tahun-baru": (".xlsm", _perintah("tahun-baru", "B", "K")),
    "edar": (".xlsx", _perintah("edar", "B", "-o", "K")),
    "edar --nilai": (".xlsx", _perintah("edar", "B", "--nilai", "-o", "K")),
    "edar --lambda": (".xlsx", _perintah("edar", "B", "--lambda", "-o", "K")),
    "mesin xlwings": (".xlsm", _perintah("mesin", "B", "xlwings")),
    "mesin lambda": (".xlsm", _perintah("mesin", "B", "lambda")),
    "ambil": (".xlsm", _ambil),
    "rapikan": (".xlsm", _rapikan),
    "dibekukan": (".xlsm", _bekukan),
    "untuk sistem lain": (".xlsx", _perintah("ambil", "B", "--tulis-ke", "K", "--sebagai", "lra")),
    "formulir": (".xlsx", _formulir),
    "rekap": (".xlsx", _rekap),
    "laporan": (".docx", _perintah("laporan", "B", "--draf", "-o", "K")),
    "laporan diperbarui": (".docx", _laporan_baru),
    "templat laporan": (".docx", _perintah("laporan", "B", "--tulis-templat", "K")),
}


@pytest.mark.parametrize("jenis", JENIS)
def test_sah_menurut_hakim_open_xml(jenis, tmp_path):
    akhiran, buat = JENIS[jenis]
    (buku := tmp_path / "buku.xlsm").write_bytes(V1.read_bytes() if jenis == "perbarui" else buku_pendek.contoh())
    assert salah(buat(buku, tmp_path / f"keluar{akhiran}")) == []


def test_hakim_open_xml_melihat_kesalahan(tmp_path):
    """Also a second time, when the other parts were judged before; a file that is sound stays so."""
    (sah := tmp_path / "sah.xlsm").write_bytes(buku_pendek.contoh())
    rusak = Paket.buka(sah)
    bagian = rusak.lembar()["Pengukuran"].part
    rusak.ganti(bagian, rusak.baca(bagian).replace(b"<sheetData>", b"<sheetDatum/><sheetData>"))
    (salinan := tmp_path / "rusak.xlsm").write_bytes(rusak.ke_bytes())
    for _ in range(2):
        assert salah(sah) == [] and any(bagian in e for e in salah(salinan))


@pytest.mark.parametrize("mesin", ["vba", "xlwings"])
def test_makro_sah_menurut_hakim_vba(mesin, tmp_path):
    """Nothing that Excel's compiler would refuse; hints are about xlwings' own module and LibreOffice's."""
    (buku := tmp_path / "buku.xlsm").write_bytes(buku_pendek.contoh())
    assert lkjip("mesin", buku, mesin).returncode == 0
    assert hakim_vba(str(buku)) == 0


def test_hakim_vba_melihat_kesalahan(tmp_path):
    (rusak := tmp_path / "Rusak.bas").write_text(
        'Attribute VB_Name = "Rusak"\nSub A()\n    Dim x As Long\n    Dim x As Long\n    x = 1\nEnd Sub\n',
        encoding="utf-8",
    )
    assert hakim_vba(str(rusak)) == 1
