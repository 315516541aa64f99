"""The command line: every command has help, exit codes say what happened, nobody ever sees a traceback."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from banyak import tiap
from buku_pendek import contoh
from buku_pengguna import bagian
from jalan_lkjip import AKAR, lkjip
from typer.testing import CliRunner

from lkjip_xl import cli, perintah
from lkjip_xl.cli import app
from lkjip_xl.cli.lipat import lipat

ASING = {
    "Usage",
    "Options",
    "Arguments",
    "Commands",
    "OPTIONS",
    "Show",
    "message",
    "required",
    "default",
    "range",
    "path",
    "str",
}


@pytest.mark.lengkap
def test_dijalankan_sebagai_program(tmp_path):
    """The installed entry point in a process of its own: exit code, sentence, no traceback."""
    hasil = subprocess.run(
        [sys.executable, "-m", "lkjip_xl.cli", "validasi", str(tmp_path / "tidak ada.xlsm")],
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert hasil.returncode == 4 and "tidak ada.xlsm" in hasil.stderr and "Traceback" not in hasil.stderr


@pytest.fixture
def buku(tmp_path) -> Path:
    (berkas := tmp_path / "Laporan & 'kutip' 100%.xlsm").write_bytes(contoh())
    return berkas


DI_ATAS_PERINTAH = {"tunggu"}  # answers requests, each with a command: lkjip_xl/siaga.py


def test_tiap_perintah_punya_bantuan_dan_ada_di_readme():
    readme = (AKAR / "README.md").read_text(encoding="utf-8")
    for p in app.registered_commands:
        if p.hidden:  # what the buttons call is no business of people
            continue
        nama = p.name or p.callback.__name__
        assert hasattr(perintah, nama.replace("-", "_")) != (nama in DI_ATAS_PERINTAH), nama
        assert f"lkjip {nama}" in readme, nama
        hasil = CliRunner().invoke(app, [nama, "--help"])
        assert hasil.exit_code == 0 and p.callback.__doc__.strip()[:20] in " ".join(hasil.output.split())
        assert not ASING & set(re.findall(r"[A-Za-z]+", hasil.output)), nama


def test_bantuan_ringan():
    kode = "import sys, lkjip_xl.cli; print([m for m in ('pandas','pandera','openpyxl','lxml') if m in sys.modules])"
    hasil = subprocess.run([sys.executable, "-c", kode], capture_output=True, text=True, check=True)
    assert hasil.stdout.strip() == "[]"


def test_validasi_bersih_dan_json(buku):
    hasil = lkjip("validasi", buku, "--json", "-")
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    isi = json.loads(hasil.stdout)
    assert isi["jumlah"]["Kesalahan"] == isi["jumlah"]["Peringatan"] == 0


def test_validasi_tidak_menulis_tanpa_diminta(buku):
    sebelum = buku.read_bytes()
    lkjip("validasi", buku)
    assert buku.read_bytes() == sebelum and [p.name for p in buku.parent.iterdir()] == [buku.name]


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("tidak ada.xlsm", None),
        ("bukan.xlsm", b"halo"),
        ("sandi.xlsm", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")),
        ("lama.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("data.ods", b"PK\x03\x04"),
    ],
)
def test_berkas_buruk_memberi_kalimat(tmp_path, nama, isi):
    berkas = tmp_path / nama
    if isi is not None:
        berkas.write_bytes(isi)
    for perintah_ in (["validasi", berkas], ["ringkas", berkas], ["isi", berkas, "--dari", tmp_path]):
        hasil = lkjip(*perintah_)
        assert hasil.returncode == 4, hasil
        assert "Traceback" not in hasil.stderr and len(hasil.stderr.strip().splitlines()) >= 1
        assert not hasil.stdout
    if isi is not None:
        assert berkas.read_bytes() == isi


@pytest.mark.lengkap
def test_sedang_dibuka_di_tempat_lain(buku):
    kunci = buku.with_name(f"~${buku.name}")
    kunci.write_bytes(b"\x04Budi" + b" " * 50)
    sebelum = buku.read_bytes()
    for perintah_ in (
        ["ringkas", buku],
        ["validasi", buku, "--tulis"],
        ["isi", buku, "--dari", AKAR / "workbooks/contoh/lamongan-2023"],
    ):
        assert lkjip(*perintah_).returncode == 4
    assert buku.read_bytes() == sebelum


def test_buat_tidak_menimpa(buku):
    sebelum = buku.read_bytes()
    assert lkjip("buat", buku).returncode == 4
    assert buku.read_bytes() == sebelum


@pytest.mark.parametrize(("tahun", "disebut"), tiap(2, [("2024", True), ("2026", False)]))
def test_buat_menyebut_periode_renstra_yang_tidak_memuat_tahunnya(tmp_path, tahun, disebut):
    hasil = lkjip("buat", tmp_path / "b.xlsm", "--tahun", tahun)
    assert hasil.returncode == 0 and ("2025–2029" in hasil.stdout) is disebut


def test_skema_lain_dan_skema_salah(tmp_path, buku):
    lain = tmp_path / "skema"
    shutil.copytree(AKAR / "schemas", lain)
    assert lkjip("validasi", buku, "--skema", lain).returncode == 0
    teks = (lain / "pk.yaml").read_text(encoding="utf-8")
    (lain / "pk.yaml").write_text(teks.replace("lembar: PK", "lembra: PK"), encoding="utf-8")
    hasil = lkjip("validasi", buku, "--skema", lain)
    assert hasil.returncode == 4 and "pk.yaml:3" in hasil.stderr and '"lembar"' in hasil.stderr


def test_kegagalan_sendiri_tanpa_jejak(buku, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["lkjip", "ringkas", str(buku)])
    monkeypatch.setattr(perintah, "ringkas", lambda *a, **k: 1 / 0)
    with pytest.raises(SystemExit) as keluar:
        cli.main()
    assert keluar.value.code == 3
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.lengkap
def test_validasi_tulis_menaruh_temuan_dan_mengganti_yang_lama(buku):
    import openpyxl

    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.tulis import Tulis, tulis_sel

    paket = Paket.buka(buku)
    tulis_sel(paket, {"Pengukuran": {"P8": Tulis(114.47)}})
    buku.write_bytes(paket.ke_bytes())
    assert lkjip("validasi", buku, "--tulis").returncode == 2
    ws = openpyxl.load_workbook(buku)["Hasil Validasi"]
    baris = [[c.value for c in r[:9]] for r in ws.iter_rows(min_row=7) if r[1].value == "Kesalahan"]
    assert [(b[2], b[3], b[8]) for b in baris] == [("Pengukuran", "P8", "PG-01")]
    tautan = next(r[3] for r in ws.iter_rows(min_row=7) if r[1].value == "Kesalahan").hyperlink
    assert tautan.location in ("'Pengukuran'!P8", "Pengukuran!P8")
    assert ("Pengukuran", "P8", "Kesalahan") in _tanda(ws)
    paket = Paket.buka(buku)
    tulis_sel(paket, {"Pengukuran": {"P8": Tulis(None)}})
    buku.write_bytes(paket.ke_bytes())
    assert lkjip("validasi", buku, "--tulis").returncode == 0
    ws = openpyxl.load_workbook(buku)["Hasil Validasi"]
    assert not [r for r in ws.iter_rows(min_row=7) if r[1].value == "Kesalahan"]
    assert not [t for t in _tanda(ws) if t[0] == "Pengukuran" and t[2] == "Kesalahan"]
    assert len(list(buku.parent.glob("*.cadangan-*"))) == 2


def _tanda(ws) -> list[tuple]:
    """The hidden marks: sheet, cell, severity."""
    return [tuple(c.value for c in r) for r in ws["K8:M500"] if r[0].value]


@pytest.mark.lengkap
def test_demo(tmp_path):
    """The workbooks are those that are committed, whose findings other tests know."""
    hasil = lkjip("demo", tmp_path / "hasil")
    assert hasil.returncode == 0, hasil.stderr
    lengkap = [Path(folder, nama) for folder, nama in perintah.KARANGAN.items()]
    for nama in (*perintah.CONTOH.values(), *lengkap):
        berkas = tmp_path / "hasil" / nama
        assert str(berkas) in hasil.stdout
        simpanan = AKAR / "workbooks" / "contoh" / berkas.name
        assert bagian(berkas.read_bytes()) == bagian(simpanan.read_bytes()), nama
    assert list((tmp_path / "hasil" / lengkap[0].parent / perintah.FOLDER_GAMBAR).glob("lambang*"))


@pytest.mark.parametrize(
    "argumen",
    [
        ["validasi"],
        ["validasy", "x"],
        ["buat", "x.xlsm", "--tahun", "abc"],
        ["mesin", "x.xlsm", "abc"],
        ["ringkas", "x", "--tak"],
    ],
)
def test_salah_pakai_bukan_kode_pemeriksaan(argumen):
    hasil = lkjip(*argumen)
    assert hasil.returncode == 64 and "--help" in hasil.stderr and "Traceback" not in hasil.stderr


@pytest.mark.parametrize(
    ("argumen", "disebut"),
    [
        (["validasy", "x.xlsm"], ["validasy", "validasi"]),
        (["aneh"], ["aneh", "buat", "isi", "laporan"]),
        (["buat", "x.xlsm", "--mesin", "lain"], ["--mesin", "otomatis", "vba", "xlwings"]),
        (["buat", "x.xlsm", "--tahun", "1900"], ["--tahun", "2015"]),
        (["buat", "x.xlsm", "--skema", "skemaku"], ["skemaku", "skema-daerah"]),
        (["validasi", "buku.xlsn"], ["buku.xlsn", "buku.xlsm"]),
    ],
)
def test_yang_dapat_dipilih_disebut(argumen, disebut, tmp_path, monkeypatch):
    """A wrong name, choice, file or folder: what it is, and what there is instead; none of our own commands of buttons."""
    (tmp_path / "skema-daerah").mkdir()
    (tmp_path / "skema-daerah" / "pengukuran.yaml").touch()
    (tmp_path / "buku.xlsm").touch()
    monkeypatch.chdir(tmp_path)
    hasil = lkjip(*argumen)
    assert all(x in hasil.stderr for x in disebut) and "layani" not in hasil.stderr
    assert hasil.stderr[0].isupper()


def test_kamus_ke_folder_yang_tidak_ada(tmp_path):
    hasil = lkjip("kamus", "--tulis", tmp_path / "tak" / "x.md")
    assert hasil.returncode == 4 and "Traceback" not in hasil.stderr


@pytest.mark.lengkap
def test_laporan_menolak_kesalahan_dan_menerima_draf(tmp_path):
    """LP-01: with errors nothing is written but a draft that was asked for."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.tulis import Tulis, tulis_sel

    paket = Paket.buka(AKAR / "workbooks/contoh" / perintah.CONTOH["magetan-2024"])
    tulis_sel(paket, {"Pengukuran": {"P8": Tulis(114.47)}})
    salah = tmp_path / "salah.xlsm"
    salah.write_bytes(paket.ke_bytes())
    assert lkjip("laporan", salah, "-o", tmp_path / "x.docx").returncode == 2
    assert not (tmp_path / "x.docx").exists()
    assert lkjip("laporan", salah, "-o", tmp_path / "x.docx", "--draf", "--kertas", "F4").returncode == 0
    assert (tmp_path / "x.docx").read_bytes()[:2] == b"PK"


def test_baris_selebar_layar(monkeypatch):
    """On a terminal what the command line says of itself breaks between words, too; in a pipe it is one line."""
    monkeypatch.setenv("COLUMNS", "60")
    layar = io.StringIO()
    monkeypatch.setattr(layar, "isatty", lambda: True, raising=False)
    teks = lkjip("aneh").stderr.strip()
    baris = lipat(teks, layar).split("\n")
    assert "\n" not in teks and len(baris) > 2 and max(map(len, baris)) < 60
    assert [k for b in baris for k in b.split()] == teks.split()
    assert lipat(teks, io.StringIO()) == teks
