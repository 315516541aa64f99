"""The way between macro and program, played by an attacker: foreign folders and files, hostile names, planted modules."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from banyak import banyak, satu_cepat
from buku_pendek import contoh
from hypothesis import given, settings
from hypothesis import strategies as st
from jalan_lkjip import lkjip
from jebakan import tanam_jebakan, terjebak

from lkjip_xl import perintah
from lkjip_xl.buku.berkas import nama_bebas
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.excel import mulai, ruang
from lkjip_xl.excel.pasang import modul_vba
from lkjip_xl.excel.protokol import KEPALA, KEPALA_LAMA
from lkjip_xl.excel.ruang import (
    ASING,
    BUKU,
    HASIL,
    MULAI,
    PEMULAI,
    PEMULAI_DINI,
    PERMINTAAN,
    PROGRAM,
    TERBUKA,
    TIADA,
    cari,
    masalah,
    siapkan,
)
from lkjip_xl.inti.teks_aman import lolos
from lkjip_xl.layani import NAMA_CADANGAN, folder_buku, layani, nama_aman
from lkjip_xl.skema.pesan import pesan_berkas
from lkjip_xl.skema.sumberdaya import folder_buku as folder_contoh

CONTOH = folder_contoh() / "contoh" / perintah.CONTOH["magetan-2024"]
NAMA = "minta-" + 24 * "a"
TANDA = "0123456789abcdef01234567"
posix = pytest.mark.skipif(os.name == "nt", reason="rights of Unix")


@pytest.fixture
def pribadi(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return siapkan()


@pytest.fixture
def minta(pribadi) -> Path:
    return permintaan(pribadi / NAMA)


def permintaan(tempat: Path, /, *, versi: int = 2, **isi: str) -> Path:
    """A request as the macro makes it."""
    tempat.mkdir()
    baris = [
        f"lkjip-permintaan {versi}",
        f"tanda={TANDA}",
        *(f"{k}={lolos(v)}" for k, v in ({"perintah": "ringkas"} | isi).items()),
    ]
    (tempat / PERMINTAAN).write_bytes("".join(f"{b}\r\n" for b in baris).encode("ascii"))
    (tempat / BUKU).write_bytes(b"PK tidak utuh")
    return tempat


def jawaban(folder: Path) -> list[str]:
    return (folder / HASIL).read_text(encoding="ascii").split("\n")


def gagal(kode: str, **isi: object) -> str:
    return f"status\tgagal\t{lolos(pesan_berkas(kode, **isi))}"


def ditolak(nama: str | Path) -> str:
    with pytest.raises(GalatBerkas) as e:
        layani(nama)
    return e.value.kode


def bukan_saya(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a file to somebody else; who is not root becomes somebody else himself."""
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534, follow_symlinks=False)
    else:
        monkeypatch.setattr(ruang, "saya", lambda: os.geteuid() + 1)


def test_letak_sama_dengan_makro():
    assert ruang.letak({"LOCALAPPDATA": r"C:\Users\ü\AppData\Local"}, "win32") == [
        r"C:\Users\ü\AppData\Local\LKjIP-XL\tombol"
    ]
    assert (
        ruang.letak({"XDG_DATA_HOME": "relatif", "HOME": ""}, "linux")
        == ruang.letak({"LOCALAPPDATA": "x"}, "win32")
        == []
    )
    semua = ruang.letak({"XDG_DATA_HOME": "/X", "HOME": "/H"}, "linux")
    assert ruang.letak({"XDG_DATA_HOME": "/X", "HOME": "/H"}, "darwin")[0] == semua[-1]
    makro = modul_vba()["Program"]
    letak = [makro.index(f'& "{x.removeprefix("/X").removeprefix("/H")}"') for x in semua]
    assert letak == sorted(letak) and r'"\LKjIP-XL\tombol"' in makro


def test_siapkan_membuat_dan_mencatat_program(pribadi, tmp_path, monkeypatch):
    assert masalah(pribadi) == "" and ruang.keadaan() == ruang.Ruang(str(pribadi), "", os.path.abspath(sys.executable))
    if os.name != "nt":
        assert stat.S_IMODE(pribadi.stat().st_mode) == 0o700 == stat.S_IMODE(pribadi.parent.stat().st_mode)
    lain = tmp_path / "é — \\ python"
    lain.touch()
    monkeypatch.setattr(sys, "executable", str(lain))
    siapkan()
    assert ruang.keadaan().program != str(lain)  # another installation keeps its buttons
    siapkan(catat=True)
    assert ruang.keadaan().program == str(lain) and (pribadi / PROGRAM).read_bytes().isascii()
    lain.unlink()
    monkeypatch.undo()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    siapkan()
    assert ruang.keadaan().program == os.path.abspath(sys.executable)  # the one noted is gone


def test_checkout_saja_tidak_dicatat(pribadi, monkeypatch):
    """There Python finds the package by the current folder, which is another one when a button is clicked."""
    (pribadi / PROGRAM).unlink()
    akar = str(Path(ruang.__file__).parents[2])
    monkeypatch.setattr(sys, "path", [akar, *(p for p in sys.path if os.path.abspath(p) != akar)])
    siapkan(catat=True)
    assert ruang.keadaan().program == ""


def test_sisa_lama_dibuang_dan_hanya_milik_sendiri(pribadi, tmp_path):
    kemarin = time.time() - ruang.BASI - 60
    basi, baru, asing = (permintaan(pribadi / n) for n in (NAMA, "minta-" + 24 * "b", "minta-lain"))
    berisi = permintaan(pribadi / ("minta-" + 24 * "c"))
    (berisi / "punya orang.txt").touch()
    for f in (basi, asing, berisi):
        os.utime(f, (kemarin, kemarin))
    luar = permintaan(tmp_path / "luar")
    (pribadi / ("minta-" + 24 * "d")).symlink_to(luar)
    os.utime(pribadi / ("minta-" + 24 * "d"), (kemarin, kemarin), follow_symlinks=False)
    siapkan()
    assert not basi.exists() and baru.exists() and (asing / PERMINTAAN).exists()
    assert [p.name for p in berisi.iterdir()] == ["punya orang.txt"] and (luar / PERMINTAAN).exists()


def test_perintah_pertama_membuat_dan_periksa_pasang_tidak(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "tiada"))  # whoever runs the tests may have a folder
    lkjip("periksa-pasang")
    assert list(tmp_path.iterdir()) == [] and ruang.keadaan().sebab == TIADA
    lkjip("edar", tmp_path / "tiada.xlsm", "-o", tmp_path / "x.xlsx")
    assert ruang.keadaan().sebab == ""
    lain = tmp_path / "python"
    lain.touch()
    monkeypatch.setattr(sys, "executable", str(lain))
    lkjip("pasang", "--json")
    assert ruang.keadaan().program == str(lain)


@posix
@pytest.mark.parametrize(
    "cara", ["pemilik", "terbuka", "grup", "induk", "tautan", "permintaan tautan", "permintaan orang lain"]
)
def test_folder_pribadi_milik_orang_lain(pribadi, minta, tmp_path, monkeypatch, cara):
    if cara == "pemilik":
        bukan_saya(pribadi, monkeypatch)
    elif cara in ("terbuka", "grup"):
        pribadi.chmod(0o777 if cara == "terbuka" else 0o750)
    elif cara == "induk":
        pribadi.parent.chmod(0o777)
    elif cara == "tautan":
        pribadi.rename(tmp_path / "asli").chmod(0o700)
        pribadi.symlink_to(tmp_path / "asli")
    elif cara == "permintaan tautan":
        minta.rename(tmp_path / "asli")
        minta.symlink_to(tmp_path / "asli")
    else:
        bukan_saya(minta, monkeypatch)
    assert ditolak(NAMA) == "BK-70"
    assert sorted(p.name for p in minta.iterdir()) == [BUKU, PERMINTAAN]  # neither answer nor mark
    if not cara.startswith("permintaan"):
        assert masalah(pribadi) == (ASING if cara in ("pemilik", "tautan") else TERBUKA)


@posix
def test_pasang_menutup_folder_terbuka_dan_tidak_percaya_isinya(pribadi):
    (pribadi / PROGRAM).write_text("lkjip-program 1\r\nprogram=/tmp/jahat\r\n", encoding="ascii")
    pribadi.chmod(0o777)
    siapkan()
    assert masalah(pribadi) == "" and ruang.keadaan().program == os.path.abspath(sys.executable)


@posix
def test_menutup_folder_tidak_menyentuh_milik_orang_lain(pribadi, tmp_path):
    """Somebody could write beside it and put a link in its place: the folder the link points to keeps its rights."""
    korban = pribadi.rename(tmp_path / "korban")
    korban.chmod(0o755)
    pribadi.parent.chmod(0o777)
    pribadi.symlink_to(korban)
    with pytest.raises(GalatBerkas) as e:
        siapkan()
    assert e.value.kode == "BK-70" and stat.S_IMODE(korban.stat().st_mode) == 0o755


@posix
def test_folder_milik_orang_lain_tidak_dipakai_perintah(pribadi, tmp_path, monkeypatch):
    for nama in (PROGRAM, PEMULAI, PEMULAI_DINI):
        (pribadi / nama).unlink()
    pribadi.rename(tmp_path / "asli")
    pribadi.symlink_to(tmp_path / "asli")
    with pytest.raises(GalatBerkas) as e:
        siapkan(catat=True)
    assert e.value.kode == "BK-70" and list((tmp_path / "asli").iterdir()) == []
    assert "BK-70" not in lkjip("edar", tmp_path / "x.xlsm", "-o", tmp_path / "y.xlsx").stderr  # other work goes on


@posix
@pytest.mark.parametrize("nama", [PERMINTAAN, BUKU])
@pytest.mark.parametrize("cara", ["tautan", "tautan keras", "fifo", "folder", "orang lain", "panjang"])
def test_berkas_permintaan_yang_bukan_berkas_sendiri(minta, tmp_path, monkeypatch, nama, cara):
    berkas, asli = minta / nama, tmp_path / "rahasia"
    if cara == "panjang":
        os.truncate(berkas, ruang.PERMINTAAN_MAKS + 1 if nama == PERMINTAAN else 301 * 2**20)
    elif cara == "orang lain":
        berkas.chmod(0o644)
        if os.geteuid():
            pytest.skip("only root gives files away")
        bukan_saya(berkas, monkeypatch)
    else:
        berkas.rename(asli)
        {"tautan": lambda: berkas.symlink_to(asli), "tautan keras": lambda: os.link(asli, berkas),
         "fifo": lambda: os.mkfifo(berkas), "folder": berkas.mkdir}[cara]()  # fmt: skip
    assert layani(NAMA) is False
    kode, isi = ("BK-07", {"bagian": "", "sebab": "ukuran"}) if cara == "panjang" else ("BK-72", {})
    assert jawaban(minta)[1].startswith(gagal(kode, berkas=nama, **isi))


@posix
@pytest.mark.parametrize("nama", [HASIL, MULAI, f"{HASIL}.baru"])
def test_tautan_di_tempat_jawaban_tidak_diikuti(minta, tmp_path, nama):
    korban, hantu = tmp_path / "korban", tmp_path / "hantu"
    korban.write_text("tetap", encoding="ascii")
    for tujuan in (korban, hantu):
        (minta / nama).symlink_to(tujuan)
        try:
            layani(NAMA)
        except GalatBerkas as e:
            assert e.kode == "BK-75"
        assert korban.read_text(encoding="ascii") == "tetap" and not hantu.exists()
        for sisa in (HASIL, MULAI, nama):
            (minta / sisa).unlink(missing_ok=True)


def test_permintaan_dijawab_sekali(minta):
    """What an earlier request has left is never taken for the answer, nor written over."""
    layani(NAMA)
    lama = (minta / HASIL).read_bytes()
    assert ditolak(NAMA) == "BK-75"
    (minta / MULAI).unlink()
    assert ditolak(NAMA) == "BK-75" and (minta / HASIL).read_bytes() == lama


def test_versi_permintaan(pribadi, tmp_path):
    """Both ways: macros newer than the program, and an answer that repeats the sign of its request only."""
    permintaan(pribadi / NAMA, versi=3)
    assert layani(NAMA) is False
    assert jawaban(pribadi / NAMA)[:2] == [f"{KEPALA}\t{TANDA}", gagal("BK-73", versi=3, dikenal=2)]
    lain = permintaan(pribadi / ("minta-" + 24 * "b"), tanda="x\ty")  # the last one counts
    layani(lain.name)
    assert jawaban(lain)[0] == f"{KEPALA}\t" and "BK-02" not in jawaban(lain)[1]


@pytest.mark.parametrize("nama", [
    "", ".", "..", "minta-", NAMA + "\n", NAMA.upper(), f"../{NAMA}", f"x/{NAMA}", "lkjip-123456789", "/etc", "/tmp/lain", "minta-" + 25 * "a",
    r"\\server\x\lkjip-123456789" if os.name != "nt" else "x", "/tmp/lkjip-123456789/../x", "C:lkjip-123456789",
])  # fmt: skip
def test_nama_permintaan(pribadi, nama):
    assert ditolak(nama) == "BK-74"


def test_permintaan_yang_tidak_ada(pribadi, tmp_path):
    (pribadi / NAMA).mkdir()
    assert ditolak(NAMA) == ditolak("minta-" + 24 * "e") == ditolak(tmp_path / "lkjip-123456789") == "BK-01"


@pytest.mark.skipif(os.name == "nt", reason="tmp_path is not TEMP itself")
def test_makro_lama_tetap_dijawab(tmp_path):
    """A workbook in use keeps its macros: protocol 1, a folder in TEMP, the answer they understand."""
    folder = permintaan(tmp_path / "lkjip-123456789", versi=1)
    folder.chmod(0o755)
    assert cari(str(folder)) == ruang.Tempat(folder, lama=True)
    layani(folder)
    assert jawaban(folder)[0] == KEPALA_LAMA and (os.name == "nt" or stat.S_IMODE(folder.stat().st_mode) == 0o700)


@posix
def test_folder_lama_yang_dapat_diisi_orang_lain(tmp_path, monkeypatch):
    for i, mode in enumerate((0o777, 0o775)):
        folder = permintaan(tmp_path / f"lkjip-10000000{i}", versi=1)
        folder.chmod(mode)
        monkeypatch.setattr(ruang, "grup_sendiri", lambda s: False)
        assert layani(folder) is False
        assert jawaban(folder)[:2] == [KEPALA_LAMA, gagal("BK-71", folder=str(folder))]
    folder = permintaan(tmp_path / "lkjip-100000003", versi=1)
    folder.chmod(0o775)
    monkeypatch.setattr(ruang, "grup_sendiri", lambda s: True)  # umask 002, a group of one's own: Ubuntu
    assert cari(str(folder)).tolak == ""


@posix
@pytest.mark.parametrize("cara", ["pemilik", "tautan", "induk"])
def test_folder_lama_milik_orang_lain(tmp_path, monkeypatch, cara):
    folder = permintaan(tmp_path / "lkjip-123456789", versi=1)
    if cara == "pemilik":
        bukan_saya(folder, monkeypatch)
    elif cara == "tautan":
        folder.rename(tmp_path / "asli")
        folder.symlink_to(tmp_path / "asli")
    else:
        tmp_path.chmod(0o777)
    assert ditolak(folder) == "BK-70" and not (folder / HASIL).exists() and not (folder / MULAI).exists()


@pytest.mark.parametrize(("folder", "boleh"), [
    (r"C:\Users\staf\AppData\Local\Temp\lkjip-123456789", True),
    (r"c:\users\STAF\appdata\local\temp\lkjip-123456789", True),
    (r"C:\Users\staf\AppData\Local\Temp\x\..\lkjip-123456789", False),
    (r"C:\Users\staf\Downloads\lkjip-123456789", False),
    (r"\\server\x\lkjip-123456789", False),
])  # fmt: skip
def test_folder_lama_di_windows(folder, boleh):
    ling = {"TEMP": "C:\\Users\\staf\\AppData\\Local\\Temp\\", "USERPROFILE": r"C:\Users\staf"}
    assert ruang.di_profil(folder, ling) == boleh
    assert not ruang.di_profil(r"C:\Temp\lkjip-123456789", ling | {"TEMP": r"C:\Temp"})


GANAS = [r"..\..\x.xlsm", "../../x.xlsm", "/etc/x.xlsm", r"C:\x.xlsm", r"\\server\x\y.xlsm", "CON", "con.xlsm", "nul .txt", "LPT1.a.xlsm", "com¹.x",
         "x. . .", "a\nb.xlsm", "a\0b.xlsm", "..", ".", "", "...", "x:y.xlsm", "a|b&c%d.xlsm", "\u202e.xlsm", "~", 300 * "é" + ".xlsm", "\ud800.xlsm"]  # fmt: skip


@pytest.mark.parametrize("nama", GANAS, ids=ascii)
def test_nama_ganas_menjadi_satu_nama(nama):
    satu_nama(nama_aman(nama))


@settings(max_examples=banyak(60), deadline=None)
@given(st.text(max_size=30))
def test_nama_apa_pun_menjadi_satu_nama(nama):
    satu_nama(nama_aman(nama))


def satu_nama(hasil: str) -> None:
    for jenis in (PureWindowsPath, PurePosixPath):
        assert jenis(hasil).name == hasil and jenis("d", hasil).parent == jenis("d")
    assert not PureWindowsPath(hasil).is_reserved() and hasil[-1] not in ". "
    assert not re.search(r'[\x00-\x1f<>:"|?*]', hasil) and len(hasil.encode("utf-8", "replace")) <= 230


@pytest.mark.parametrize(
    "nama",
    ["LKjIP & 100% 'salah' é.xlsm", "Buku — Saya.xlsm", "LKjIP v1.2 (final).xlsm", ".tersembunyi.xlsm", "コン.xlsm"],
)
def test_nama_biasa_tetap(nama):
    assert nama_aman(nama) == nama
    assert nama_aman("..") == NAMA_CADANGAN


@pytest.mark.parametrize(
    "folder", ["", ".", "..", "x", "/tidak/ada", "/tmp\0/x", r"\\.\pipe", r"\\?\C:\x", "https://d.docs.live.net/x"]
)
def test_folder_ganas_menjadi_documents(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert folder_buku(folder) == tmp_path and folder_buku(str(tmp_path)) == tmp_path


@posix
def test_laporan_tidak_melewati_tautan(tmp_path):
    (tmp_path / "LKjIP.docx").symlink_to(tmp_path / "tempat lain")
    assert nama_bebas(tmp_path / "LKjIP.docx").name == "LKjIP (2).docx"


def panggilan_makro(pribadi: Path, *, lama: bool = False) -> list[str]:
    """What the macro puts behind the path of the program; lama: without the file lkjip puts there."""
    if not lama:
        return [str(pribadi / PEMULAI)]
    return re.search(r'Argumen = "(-P.*)"', modul_vba()["Program"])[1].split()


@pytest.mark.lengkap
@posix
@pytest.mark.parametrize("lama", satu_cepat([False, True]))
def test_yang_ditanam_tidak_berjalan(pribadi, tmp_path, lama):
    """The whole way of Buat Laporan, with the folder of the workbook as current folder and traps in it."""
    jebakan = tmp_path / "unduhan"
    jebakan.mkdir()
    tanam_jebakan(jebakan)
    minta = permintaan(pribadi / NAMA, perintah="laporan", folder=str(jebakan), berkas="../../Punya Saya.xlsm")
    (minta / BUKU).write_bytes(contoh())
    semula = {p.name for p in jebakan.iterdir()}
    lingkungan = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONSAFEPATH")}
    subprocess.run(
        [ruang.keadaan().program, *panggilan_makro(pribadi, lama=lama), NAMA],
        cwd=jebakan,
        env=lingkungan,
        check=True,
        capture_output=True,
    )
    assert jawaban(minta)[1].startswith("status\tselesai") and terjebak(jebakan) == []
    assert {p.name for p in jebakan.iterdir()} - semula == {"Punya Saya.docx"}
    aman = panggilan_makro(pribadi, lama=True)
    ceroboh = [a for a in aman if a != "-P"]
    assert "-P" in aman and "-I" not in aman
    subprocess.run([sys.executable, *ceroboh, NAMA], cwd=jebakan, env=lingkungan, capture_output=True)
    assert terjebak(jebakan) != []  # the traps work


@posix
@pytest.mark.parametrize("dijawab", satu_cepat([False, True]))
def test_pemulai_menunggu_permintaannya(pribadi, tmp_path, dijawab):
    """Started before the request: it answers once that is whole, and ends without a word where the macro gave up."""
    tempat = pribadi / NAMA
    tempat.mkdir()
    (tempat / BUKU).write_bytes(contoh())
    anak = subprocess.Popen([ruang.keadaan().program, pribadi / PEMULAI_DINI, NAMA], stderr=subprocess.PIPE)
    if dijawab:
        siap = permintaan(tmp_path / "siap") / PERMINTAAN
        siap.write_bytes(siap.read_bytes() + b"akhir=1\r\n")
        siap.rename(tempat / PERMINTAAN)
    else:
        shutil.rmtree(tempat)
    assert anak.communicate(timeout=120)[1] == b""
    assert jawaban(tempat)[1].startswith("status\tselesai") if dijawab else not tempat.exists()


def test_pemulai_menunggu_yang_utuh(tmp_path, monkeypatch):
    """Half a request is none; a folder that goes away ends the waiting, and so does the limit."""
    minta, langkah = tmp_path / PERMINTAAN, [b"", b"lkjip-permintaan 2\r\n", b"lkjip-permintaan 2\r\nakhir=1\r\n"]
    monkeypatch.setattr(mulai.importlib, "import_module", _tanpa_modul)  # a program that does not know of waiting
    monkeypatch.setattr(mulai.time, "sleep", lambda _: minta.write_bytes(langkah.pop(0)))
    assert mulai.menunggu(str(tmp_path), dini=True) and langkah == []
    # at once: what stands there, and that there is nothing, which only whoever came early keeps to itself
    assert mulai.menunggu(str(tmp_path), dini=True) and mulai.menunggu(str(tmp_path / "tiada"), dini=False)
    assert not mulai.menunggu(str(tmp_path / "tiada"), dini=True)
    minta.unlink()
    monkeypatch.setattr(mulai.time, "sleep", lambda _: tmp_path.rename(tmp_path.with_name("pergi")))
    assert not mulai.menunggu(str(tmp_path), dini=True)
    monkeypatch.setattr(mulai, "BATAS", 0.0)
    assert not mulai.menunggu(str(tmp_path.with_name("pergi")), dini=True)


def _tanpa_modul(nama: str):
    raise ImportError(nama)
