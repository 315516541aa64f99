"""The folder for Windows: complete for Windows whatever this machine is, laid out as its scripts expect, installed and taken away whole."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kemas import susun
from kemas.roda import EKSTRA, PAKET, VERSI_PYTHON, GagalKemas, periksa

NASKAH = Path(susun.__file__).parent / "windows"


def roda(
    folder: Path,
    nama: str,
    versi: str = "1.0",
    perlu: tuple[str, ...] = (),
    isi: dict[str, str] | None = None,
    label: str = "py3-none-any",
) -> Path:
    """A small wheel."""
    path, info = folder / f"{nama}-{versi}-{label}.whl", f"{nama}-{versi}.dist-info"
    with zipfile.ZipFile(path, "w") as z:
        for berkas, teks in (isi or {}).items():
            z.writestr(berkas, teks)
        ekstra = "".join(f"Provides-Extra: {e}\n" for e in EKSTRA if any(f'"{e}"' in p for p in perlu))
        z.writestr(
            f"{info}/METADATA",
            f"Metadata-Version: 2.1\nName: {nama}\nVersion: {versi}\n{ekstra}"
            + "".join(f"Requires-Dist: {p}\n" for p in perlu),
        )
        z.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: uji\nRoot-Is-Purelib: true\nTag: {label}\n")
        z.writestr(f"{info}/RECORD", "")
    return path


@pytest.fixture
def lengkap(tmp_path) -> Path:
    """Wheels that are enough on Windows: one needed there only, one for Windows alone, one needed elsewhere only."""
    roda(tmp_path, "lkjip_xl", perlu=("xlwings", 'penggali; extra == "pdf"', 'pelukis; extra == "grafik"'))
    roda(tmp_path, "pelukis")
    roda(tmp_path, "xlwings", perlu=('pywin32; sys_platform == "win32"', 'psutil; sys_platform == "darwin"'))
    roda(tmp_path, "penggali")
    for v in VERSI_PYTHON:
        n = v.replace(".", "")
        roda(tmp_path, "pywin32", label=f"cp{n}-cp{n}-win_amd64")
    return tmp_path


def test_kumpulan_lengkap_untuk_windows(lengkap):
    for v in VERSI_PYTHON:
        periksa(lengkap, v)
    assert {p.suffix for p in lengkap.iterdir()} == {".whl"}


@pytest.mark.parametrize("hilang", ["pywin32", "penggali", "pelukis", "pywin32-1.0-cp312"])
def test_yang_kurang_diketahui_dari_sini(lengkap, hilang):
    """pywin32 is of no use on the machine that packs; without it the folder must not pass."""
    for p in lengkap.glob(f"{hilang}*"):
        p.unlink()
    gagal = []
    for v in VERSI_PYTHON:
        try:
            periksa(lengkap, v)
        except GagalKemas:
            gagal.append(v)
    assert gagal == (["3.12"] if "cp312" in hilang else list(VERSI_PYTHON))


def test_susunan_zip(lengkap, tmp_path_factory):
    """Same content, same bytes; scripts with the line ends of Windows; every name the scripts use is there."""
    buku = tmp_path_factory.mktemp("buku")
    (buku / "contoh").mkdir()
    for nama in ("Kosong.xlsm", "contoh/Contoh.xlsm", "contoh/bukan.csv"):
        (buku / nama).write_bytes(nama.encode())
    zipnya = [tmp_path_factory.mktemp("zip") / "a.zip" for _ in range(2)]
    for z in zipnya:
        susun.susun_zip(z, sorted(lengkap.glob("*.whl")), buku)
    assert zipnya[0].read_bytes() == zipnya[1].read_bytes()
    with zipfile.ZipFile(zipnya[0]) as z:
        isi = {n.removeprefix("LKjIP-XL/"): z.read(n) for n in z.namelist()}
    assert {n for n in isi if n.startswith("buku/")} == {"buku/Kosong.xlsm", "buku/Contoh.xlsm"}
    assert {n for n in isi if n.startswith("roda/")} == {f"roda/{p.name}" for p in lengkap.glob("*.whl")}
    naskah = {n: x for n, x in isi.items() if "/" not in n}
    assert set(naskah) == {p.name for p in NASKAH.glob("*.*")} and "pasang.bat" in naskah
    for nama, teks in naskah.items():
        assert b"\r\n" in teks and not re.search(rb"(?<!\r)\n", teks), nama
        assert nama.endswith(".txt") or teks.isascii(), nama
        for disebut in re.findall(rb"[\w-]+\.(?:bat|py|txt)\b", teks.replace(b"%~dp0", b" ")):
            assert disebut.decode() in naskah, (nama, disebut)


@pytest.fixture
def pasang():
    spek = importlib.util.spec_from_file_location("pasang_windows", NASKAH / "pasang.py")
    modul = importlib.util.module_from_spec(spek)
    spek.loader.exec_module(modul)
    return modul


@pytest.mark.parametrize(
    ("versi", "bit", "letak", "dapat"),
    [
        ((3, 11, 0), 8, r"C:\P\python.exe", True),
        ((3, 13, 9), 8, r"C:\P\python.exe", True),
        ((3, 10, 9), 8, r"C:\P\python.exe", False),
        ((3, 14, 0), 8, r"C:\P\python.exe", False),
        ((3, 12, 0), 4, r"C:\P\python.exe", False),
        ((3, 12, 0), 8, r"C:\Program Files\WindowsApps\P\python.exe", False),
    ],
)
def test_python_yang_cocok(pasang, monkeypatch, versi, bit, letak, dapat):
    monkeypatch.setattr(pasang.sys, "version_info", versi)
    monkeypatch.setattr(pasang.struct, "calcsize", lambda _: bit)
    monkeypatch.setattr(pasang.os.path, "realpath", lambda _: letak)
    assert pasang.cocok() is dapat and pasang.utama(["--cocok"]) == (0 if dapat else 1)


def test_versi_dan_paket_sama_dengan_yang_dikumpulkan(pasang):
    assert pasang.PAKET == PAKET
    assert [f"{a}.{b}" for a, b in ((3, n) for n in range(pasang.VERSI[0][1], pasang.VERSI[1][1] + 1))] == list(
        VERSI_PYTHON
    )


def test_tanpa_folder_pengguna_tidak_ada_yang_dibuat(pasang, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert pasang.utama([], {"LOCALAPPDATA": "relatif"}) == 1 and pasang.utama([], {}) == 1
    assert list(tmp_path.iterdir()) == []


CLI = "import sys, pathlib\npathlib.Path(__file__).with_name('dipanggil.txt').open('a').write(' '.join(sys.argv[1:]) + '\\n')\nsys.exit({kode})\n"


@pytest.mark.lengkap
def test_pasang_dua_kali_lalu_copot(tmp_path, monkeypatch):
    """Offline into an environment of its own; what the user has in the folders stays, also after taking it away."""
    folder = tmp_path / "paket dengan spasi"
    for nama in ("roda", "buku"):
        (folder / nama).mkdir(parents=True)
    for p in NASKAH.glob("*.*"):
        (folder / p.name).write_bytes(susun.teks_windows(p))
    (folder / "buku" / "Kosong.xlsm").write_bytes(b"baru")
    lingkungan = os.environ | {
        "LOCALAPPDATA": str(tmp_path / "Local"),
        "USERPROFILE": str(tmp_path / "staf"),
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
    }
    tujuan, buku = tmp_path / "Local" / "LKjIP-XL", tmp_path / "staf" / "Documents" / "LKjIP" / "Kosong.xlsm"

    def jalankan(*argumen: str, versi: str, kode: int = 1) -> int:
        for p in (folder / "roda").iterdir():
            p.unlink()
        isi = {
            "lkjip_xl/__init__.py": "",
            "lkjip_xl/cli/__init__.py": "",
            "lkjip_xl/cli/__main__.py": CLI.format(kode=kode),
        }
        roda(folder / "roda", "lkjip_xl", versi, isi=isi)
        return subprocess.run([sys.executable, folder / "pasang.py", *argumen], env=lingkungan, cwd=tmp_path).returncode

    def dipanggil() -> list[str]:
        (berkas,) = tujuan.glob("lib/python*/site-packages/lkjip_xl/cli/dipanggil.txt")
        return berkas.read_text().splitlines()

    assert jalankan("--siaga", versi="1.0") == 1 and not tujuan.exists()
    assert jalankan(versi="1.0") == 0
    assert dipanggil() == [f"pasang {buku}"] and buku.read_bytes() == b"baru"
    buku.write_bytes(b"sudah diisi")
    (tujuan / "tombol").mkdir()
    (tujuan / "tombol" / "program.txt").touch()
    assert jalankan(versi="2.0", kode=2) == 2 and dipanggil() == ["pasang"]
    assert buku.read_bytes() == b"sudah diisi" and (tujuan / "tombol" / "program.txt").exists()
    assert list(tujuan.glob("lib/python*/site-packages/lkjip_xl-2.0.dist-info")) and not list(
        tujuan.glob("lib/*/site-packages/lkjip_xl-1*")
    )
    assert jalankan("--siaga", versi="2.0", kode=1) == 2  # the installed one answers, not the wheel beside it
    assert dipanggil() == ["pasang", "pasang --siaga"]
    (tujuan / "milik-saya.txt").touch()
    assert jalankan("--copot", versi="2.0") == 0
    assert [p.name for p in tujuan.iterdir()] == ["milik-saya.txt"] and buku.read_bytes() == b"sudah diisi"
    (tujuan / "milik-saya.txt").unlink()
    assert jalankan("--copot", versi="2.0") == 0 and not tujuan.exists()


def test_pasang_gagal_dikatakan(pasang, tmp_path, capsys):
    """Wheels that cannot be installed: an exit code, and a sentence instead of a traceback."""
    for nama in ("roda", "buku"):
        (tmp_path / nama).mkdir()
    pasang.__file__ = str(tmp_path / "pasang.py")
    pasang.subprocess = type("S", (), {"call": staticmethod(lambda _: 1)})
    assert pasang.pasang(str(tmp_path / "L"), str(tmp_path / "D")) == 1 and not (tmp_path / "D").exists()
    assert capsys.readouterr().out.count("\n") == 2
