"""Macros in the situations of an office: two books open, steps that fail, programs that are blocked or somewhere else."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from banyak import satu_cepat, tiap
from kantor import Kantor
from openpyxl import Workbook
from openpyxl.styles import Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.excel import mulai
from lkjip_xl.excel.pasang import modul_vba, pasang_vba
from lkjip_xl.excel.protokol import KEPALA, SelIsian, pesan
from lkjip_xl.inti.teks_aman import lolos
from lkjip_xl.lembar.hasil import NAMA_HASIL
from lkjip_xl.siaga import AKHIR

ISIAN, CATATAN = "Pengukuran", "Lembar Reviu"
TUJUAN: dict[str, Any] = {"tampil": [NAMA_HASIL], "berdiri": (NAMA_HASIL, "A7")}
PROGRAM = "python"


def buku(path: Path, tahun: int) -> Path:
    """Petunjuk, an input sheet, the findings with a mark, a sheet of the user's: all locked but the last."""
    wb = Workbook()
    petunjuk, isian, temuan, catatan = wb.worksheets[0], *(wb.create_sheet(n) for n in (ISIAN, NAMA_HASIL, CATATAN))
    petunjuk.title = "Petunjuk"
    petunjuk["C9"], petunjuk["C10"] = "semula", ISIAN
    isian["A8"] = tahun
    temuan["K6"], temuan["K8"], temuan["L8"] = "TandaLembar", ISIAN, "A8"
    catatan["A1"] = tahun
    for nama, sel in (("StatusTerakhir", "C9"), ("LembarDiperiksa", "C10")):
        wb.defined_names[nama] = DefinedName(nama, attr_text=f"Petunjuk!${sel[0]}${sel[1:]}")
    for ws in (petunjuk, isian, temuan):
        ws.protection.sheet = True
    wb.save(path)
    return path


@pytest.fixture
def pc(tmp_path) -> dict[str, str]:
    """A PC on which `lkjip pasang` has run."""
    (tmp_path / "L" / "lkjip-xl" / "tombol").mkdir(parents=True)
    program = tmp_path / PROGRAM
    program.touch()
    catatan = f"lkjip-program 1\r\nprogram={program}\r\n"
    (tmp_path / "L" / "lkjip-xl" / "tombol" / "program.txt").write_bytes(catatan.encode())
    return {"XDG_DATA_HOME": str(tmp_path / "L"), "HOME": str(tmp_path)}


def lukisan() -> list[Worksheet]:
    ws = Workbook().worksheets[0]
    ws.title = NAMA_HASIL
    ws["A7"], ws["B7"] = 1, "Kesalahan"
    ws["A9"] = "=1+1"
    ws.merge_cells("A10:B10")
    ws["A10"] = "akhir"
    ws.column_dimensions["A"].width = 20
    ws.row_dimensions[7].height = 30
    ws.auto_filter.ref = "A6:B7"
    ws.print_area, ws.print_title_rows = "A1:B10", "1:6"
    ws["B8"].protection = Protection(locked=False)
    ws.protection.sheet = True
    return [ws]


def penjawab(kantor: Kantor, ruang: Path, isian: list[SelIsian] | None = None) -> None:
    """A program that answers every request with `lukisan` and some input cells."""

    def jawab(perintah: str) -> None:
        folder = ruang / perintah.rpartition(" ")[2].strip('"')
        tanda = re.search(r"tanda=(\w+)", (folder / "permintaan.txt").read_text(encoding="ascii"))[1]
        teks = pesan("selesai", "Beres.", lukisan(), isian or [], kepala=f"{KEPALA}\t{tanda}", **TUJUAN)
        (folder / "hasil.txt").write_bytes(teks.encode("ascii"))

    kantor.jalankan = jawab


@pytest.fixture
def ruang(pc) -> Path:
    return Path(pc["XDG_DATA_HOME"]) / "lkjip-xl" / "tombol"


@pytest.fixture
def kantor(tmp_path, pc, ruang) -> Kantor:
    hasil = Kantor(buku(tmp_path / "2025.xlsx", 2025), pc)
    penjawab(hasil, ruang, [SelIsian(ISIAN, "A8", 7.5, "0.0")])
    return hasil


def isi(kantor: Kantor, lembar: str, sel: str) -> object:
    return kantor.app.sheet(lembar, workbook=kantor.buku).value(sel)


def test_dua_buku_terbuka_hanya_buku_makro_yang_disentuh(tmp_path, kantor, ruang):
    """Alt+F8 with last year's workbook in front: clearing, checking and painting keep to the book of the macros."""
    lama = kantor.buka_lain(buku(tmp_path / "2024.xlsx", 2024))
    semula = [kantor.app.sheet(s.name, workbook=lama).rows() for s in lama.sheets_]
    kantor.klik("BersihkanTanda")
    assert isi(kantor, NAMA_HASIL, "K8") is None
    kantor.klik("Rapikan")
    assert (isi(kantor, ISIAN, "A8"), isi(kantor, NAMA_HASIL, "B7")) == (7.5, "Kesalahan")
    kantor.buku.activate_sheet(kantor.buku.sheet_named(CATATAN))
    diminta = []
    jalankan = kantor.jalankan
    kantor.jalankan = lambda p: (diminta.append((ruang / p.split()[-1] / "permintaan.txt").read_text()), jalankan(p))
    kantor.klik("PeriksaLembarIni")
    assert re.search("lembar=(.*)", diminta[0])[1] == CATATAN and "berkas=2025.xlsx" in diminta[0]
    assert [kantor.app.sheet(s.name, workbook=lama).rows() for s in lama.sheets_] == semula
    assert isi(kantor, "Petunjuk", "C9") not in (None, "semula")
    assert kantor.terkunci() == SEMULA


SEMULA = {"Petunjuk": True, ISIAN: True, NAMA_HASIL: True, CATATAN: False}
ISI = [SelIsian(ISIAN, "A8", 7.5, "0.0"), SelIsian(ISIAN, "A9", 8.5, "")]
PESANAN = pesan("", "", lukisan(), ISI, **TUJUAN).split("\r\n")


def test_setiap_pesanan_dibuat_gagal():
    """Every order the macro knows stands in that answer, but for a name that is only kept and charts, whose failures pass."""
    dikenal = set(re.findall(r'Case "(\w+)"', modul_vba()["LukisLembar"]))
    assert dikenal - {p.split("\t")[0] for p in PESANAN} == {"berkas", "grafik"}


@pytest.mark.parametrize("langkah", tiap(4, range(2, len(PESANAN) - 2)), ids=lambda n: PESANAN[n].split("\t")[0])
def test_gagal_di_pesanan_mana_pun(kantor, ruang, langkah):
    """Whatever order cannot be followed: sheets are locked as they were, and the user hears what has been written."""
    penjawab(kantor, ruang, ISI)
    kantor.gagal_baris = langkah
    kalimat = kantor.klik("Rapikan")
    assert kantor.terkunci() == SEMULA and kantor.tenang() and [p.name for p in ruang.iterdir()] == ["program.txt"]
    assert isi(kantor, "Petunjuk", "C9") == kalimat
    tertulis = sum(isi(kantor, ISIAN, s.sel) == s.nilai for s in ISI)
    assert (f"{tertulis} sel" in kalimat) == (tertulis > 0) and kalimat != "Beres."
    kantor.gagal_baris = 0
    assert kantor.klik("Rapikan") == "Beres." and kantor.terkunci() == SEMULA and kantor.tenang()


def test_mengurutkan_tidak_dijanjikan(kantor):
    """Filters and widths stay free on what a button has locked; sorting could not work there."""
    for makro in ("BersihkanTanda", "Rapikan"):
        kantor.klik(makro)
        for lembar in (ISIAN, NAMA_HASIL) if makro == "Rapikan" else (NAMA_HASIL,):
            izin = f'ThisWorkbook.Worksheets("{lembar}").Protection.Allow'
            harap = {"Sorting": False} | ({"Filtering": True, "FormattingColumns": True} if lembar == ISIAN else {})
            assert {n: kantor.app.evaluate(izin + n) for n in harap} == harap, (makro, lembar)


def test_izin_kunci_kembali(kantor):
    """A sheet that stayed open is locked with the permissions it had."""
    kunci = kantor.buku.sheet_named(ISIAN).protection
    semula = {n: getattr(kunci, n) for n in dir(kunci) if n.startswith("allow")}
    kantor.gagal_baris = next(i for i, p in enumerate(PESANAN) if p.startswith("tulis"))
    kantor.klik("Rapikan")
    kunci = kantor.buku.sheet_named(ISIAN).protection
    assert semula == {n: getattr(kunci, n) for n in semula}


@pytest.mark.parametrize("langkah", ["salin", "mkdir", "tulis", "shell", "kill", "rmdir"])
def test_gagal_di_luar_lukisan(kantor, langkah):
    semula = isi(kantor, ISIAN, "A8")
    kantor.gagal[langkah] = 70
    kalimat = kantor.klik("Rapikan")
    assert kantor.terkunci() == SEMULA and kantor.tenang() and isi(kantor, "Petunjuk", "C9") == kalimat
    if langkah in ("kill", "rmdir"):  # only the request stays behind; the next one sweeps it out
        assert kalimat == "Beres."
    else:
        assert isi(kantor, ISIAN, "A8") == semula and kalimat != "Beres."


def test_tanpa_printer_lembar_tetap_selesai(kantor):
    kantor.gagal["cetak"] = 1004
    kalimat = kantor.klik("Rapikan")
    assert isi(kantor, NAMA_HASIL, "A10") == "akhir" and isi(kantor, ISIAN, "A8") == 7.5
    assert kalimat.startswith("Beres.") and kalimat != "Beres." and kantor.terkunci() == SEMULA


@pytest.mark.parametrize("lembar", ["Petunjuk", ISIAN, NAMA_HASIL])
def test_lembar_berkata_sandi(tmp_path, pc, ruang, lembar):
    """A sheet locked with a password is named; everything else is as before the click."""
    wb = openpyxl.load_workbook(buku(tmp_path / "2025.xlsx", 2025))
    wb[lembar].protection.password = "rahasia"
    wb.save(tmp_path / "2025.xlsx")
    kantor = Kantor(tmp_path / "2025.xlsx", pc)
    penjawab(kantor, ruang, ISI)
    kalimat = kantor.klik("Rapikan")
    assert kantor.terkunci() == SEMULA and kantor.tenang()
    assert kalimat == "Beres." if lembar == "Petunjuk" else lembar in kalimat


@pytest.mark.parametrize(("salinan", "terkunci"), [(b"\xd0\xcf\x11\xe0", True), (b"", False)])
def test_buku_terenkripsi_disebut(kantor, salinan, terkunci):
    """A workbook with an opening password or a label is saved as an OLE container; no program is asked about it."""
    kantor.salinan = salinan
    kalimat = kantor.klik("Validasi")
    assert (
        ("Encrypt with Password" in kalimat) is terkunci
        and kantor.perintah == []
        and isi(kantor, "Petunjuk", "C9") == kalimat
    )


def pasang(akar: Path, *bagian: str) -> str:
    """A file on a Windows PC, as the macro names it."""
    path = akar.joinpath(*bagian)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return "\\".join([str(akar), *bagian])


@pytest.fixture
def windows(tmp_path) -> Kantor:
    """A Windows PC where lkjip has been installed for the buttons, with folders in PATH; the files answer for Python."""
    akar = tmp_path / "Local"
    (akar / "LKjIP-XL" / "tombol").mkdir(parents=True)
    pasang(akar, "LKjIP-XL", "tombol", "mulai.py")
    jalur = [f'"{tmp_path / "jalur"}"', f"{akar}\\Microsoft\\WindowsApps", "relatif"]
    pc = {"LOCALAPPDATA": str(akar), "WINDIR": str(tmp_path / "Windows"), "PATH": ";".join(jalur)}
    return Kantor(buku(tmp_path / "2025.xlsx", 2025), pc)


def program_dipanggil(kantor: Kantor) -> list[str]:
    return [re.match('"(.*?)"', p)[1] for p in kantor.perintah]


def bukan_lkjip(kantor: Kantor, ruang: Path) -> None:
    kantor.jalankan = lambda p: (ruang / p.split()[-1] / "bukan.txt").touch()


def test_urutan_mencari_program(windows, tmp_path):
    """The project's own environment, what is noted, the launchers, PATH; each says at once that it has no lkjip."""
    akar, ruang = tmp_path / "Local", tmp_path / "Local" / "LKjIP-XL" / "tombol"
    bukan_lkjip(windows, ruang)
    belum = windows.klik("Validasi")
    assert windows.perintah == [] and "pip install" in belum
    harap = [pasang(akar, "LKjIP-XL", "Scripts", "python.exe"), pasang(tmp_path, "tercatat", "python.exe")]
    (ruang / "program.txt").write_text("lkjip-program 1\r\nprogram=" + harap[1].replace("\\", "\\u005c") + "\r\n")
    harap += [pasang(tmp_path, "Windows", "py.exe"), pasang(akar, "Programs", "Python", "Launcher", "py.exe")]
    harap += [pasang(akar, "Microsoft", "WindowsApps", "py.exe"), pasang(tmp_path, "jalur", "python.exe")]
    harap = [h if not h.endswith("jalur\\python.exe") else str(tmp_path / "jalur") + "\\python.exe" for h in harap]
    alias = pasang(akar, "Microsoft", "WindowsApps", "python.exe")
    pasang(tmp_path, "relatif", "python.exe")
    tanpa = windows.klik("Validasi")
    assert [Path(p.replace("\\", "/")) for p in program_dipanggil(windows)] == [
        Path(p.replace("\\", "/")) for p in harap
    ]
    assert tanpa != belum and {p.name for p in ruang.iterdir()} == {"mulai.py", "program.txt"}
    windows.perintah.clear()  # the alias runs something only where Python from the Store is installed
    (akar / "Packages" / "PythonSoftwareFoundation.Python.3.12_x").mkdir(parents=True)
    windows.klik("Validasi")
    assert Path(program_dipanggil(windows)[-1].replace("\\", "/")) == Path(alias.replace("\\", "/"))
    windows.perintah.clear()
    penjawab(windows, ruang)
    assert windows.klik("Validasi") == "Beres." and len(windows.perintah) == 1


def test_folder_tombol_python_dari_store(windows, tmp_path):
    """Windows keeps what Python from the Store writes in the folder of its package."""
    akar = tmp_path / "Local"
    (akar / "LKjIP-XL").rename(akar / "lain")
    toko = akar / "Packages" / "PythonSoftwareFoundation.Python.3.12_x" / "LocalCache" / "Local"
    toko.mkdir(parents=True)
    (akar / "Packages" / "PythonSoftwareFoundation.Python.3.11_x").mkdir()
    (akar / "lain").rename(toko / "LKjIP-XL")
    pasang(akar, "Microsoft", "WindowsApps", "py.exe")
    penjawab(windows, toko / "LKjIP-XL" / "tombol")
    assert windows.klik("Validasi") == "Beres."


@pytest.mark.parametrize(("galat", "dipasang"), [(53, True), (5, False), (70, False)])
def test_hanya_galat_53_berarti_tidak_terpasang(kantor, galat, dipasang):
    kantor.gagal["shell"] = galat
    assert ("pip install" in kantor.klik("Validasi")) is dipasang


@pytest.fixture
def penunggu(kantor, ruang) -> Path:
    """The sign of `lkjip tunggu`; Shell is forbidden."""
    kantor.gagal["shell"] = 70
    (ruang / "siaga.txt").write_bytes(b"lkjip-siaga 1\r\nversi=\r\n")
    return ruang / "siaga.txt"


def test_yang_menunggu_menjawab_tanpa_memulai_program(kantor, ruang, penunggu):
    """It sees the whole request: the last line is there when it answers."""
    jawab, dilihat = kantor.jalankan, []

    def saat_menunggu() -> None:
        folder = next(p for p in ruang.iterdir() if p.is_dir())
        dilihat.append((folder / "permintaan.txt").read_bytes())
        jawab(folder.name)

    kantor.saat_menunggu = saat_menunggu
    assert kantor.klik("Validasi") == "Beres." and kantor.perintah == [] and penunggu.exists()
    assert dilihat[0].rstrip().endswith(AKHIR)


def test_tanda_penunggu_yang_mati_dibuang_lalu_program_dimulai(kantor, penunggu):
    kantor.gagal.clear()
    assert kantor.klik("Validasi") == "Beres." and len(kantor.perintah) == 1 and not penunggu.exists()


@pytest.fixture
def dini(kantor, ruang) -> list[list[str]]:
    """A program that waits for its request; what lay in the folder whenever one was started."""
    (ruang / "mulai_dini.py").touch()
    isi_folder: list[list[str]] = []
    jawab = kantor.jalankan

    def jalankan(perintah: str) -> None:
        folder = ruang / perintah.split()[-1]
        isi_folder.append(sorted(p.name for p in folder.iterdir()))
        kantor.saat_menunggu = lambda: jawab(folder.name)

    kantor.jalankan = jalankan
    return isi_folder


def test_program_dimulai_sebelum_salinan_disimpan(kantor, ruang, dini):
    """It loads while the copy is saved, and is started once."""
    assert kantor.klik("Validasi") == "Beres." and dini == [[]]
    assert kantor.perintah[0].split()[1] == f'"{ruang / "mulai_dini.py"}"'
    kantor.klik("Rapikan")
    assert dini == [[], []] and kantor.terkunci() == SEMULA


def test_program_lama_dimulai_sesudah_permintaan(kantor, ruang):
    """A program that does not know how to wait finds its whole request."""
    (ruang / "mulai.py").touch()
    jawab, dilihat = kantor.jalankan, []
    kantor.jalankan = lambda p: (
        dilihat.append((ruang / p.split()[-1] / "permintaan.txt").read_bytes().rstrip().endswith(AKHIR)),
        jawab(p),
    )
    assert (
        kantor.klik("Validasi") == "Beres."
        and dilihat == [True]
        and '"' + str(ruang / "mulai.py") in kantor.perintah[0]
    )


def test_penunggu_membuat_program_tidak_dimulai_dini(kantor, ruang, dini, penunggu):
    kantor.gagal.clear()
    kantor.klik("Validasi")
    assert dini == [["buku.xlsm", "permintaan.txt"]] and not penunggu.exists()  # it was dead: started late


def test_yang_dimulai_dini_bukan_lkjip(windows, tmp_path):
    """The next Python is tried with the whole request; the first is not run again."""
    akar, ruang = tmp_path / "Local", tmp_path / "Local" / "LKjIP-XL" / "tombol"
    (ruang / "mulai_dini.py").touch()
    pasang(akar, "LKjIP-XL", "Scripts", "python.exe")
    pasang(tmp_path, "Windows", "py.exe")
    isi_folder = []

    def jalankan(perintah: str) -> None:
        folder = ruang / perintah.split()[-1]
        isi_folder.append(sorted(p.name for p in folder.iterdir()))
        (folder / "bukan.txt").touch()

    windows.jalankan = jalankan
    assert "pip install" in windows.klik("Validasi")
    assert [len(x) for x in isi_folder] == [0, 2] and [
        Path(p.replace("\\", "/")).name for p in program_dipanggil(windows)
    ] == ["python.exe", "py.exe"]
    assert {p.name for p in ruang.iterdir()} == {"mulai.py", "mulai_dini.py"}


@pytest.mark.parametrize("langkah", ["salin", "tulis", "shell"])
def test_gagal_sesudah_dimulai_dini(kantor, ruang, dini, langkah):
    """The folder is gone, so that what waits there ends; a refusal is said as ever."""
    kantor.gagal[langkah] = 70
    assert kantor.klik("Rapikan") != "Beres." and kantor.terkunci() == SEMULA and kantor.tenang()
    assert {p.name for p in ruang.iterdir()} == {"program.txt", "mulai_dini.py"}


def test_yang_dilarang_diberi_tahu_cara_menunggu(kantor, tmp_path):
    """The line to run names the very program the macro was not allowed to start."""
    kantor.gagal["shell"] = 70
    kalimat = kantor.klik("Validasi")
    assert f'"{tmp_path / PROGRAM}" -m lkjip_xl.cli pasang --siaga' in kalimat


def test_program_yang_diam(kantor):
    """Neither answer nor mark: said after the limit, and everything is in order again."""
    kantor.jalankan = lambda _: None
    assert kantor.klik("Validasi") != "Beres." and kantor.tenang() and kantor.terkunci() == SEMULA


def test_python_tanpa_lkjip_menjawab_seketika(tmp_path):
    """What the macro runs with a bare Python leaves the mark, beside the request and nowhere else."""
    (minta := tmp_path / "minta-0123456789abcdef01234567").mkdir()
    pemulai = Path(shutil.copy(mulai.__file__, tmp_path))
    lingkungan = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    subprocess.run(
        [sys.executable, "-S", "-E", pemulai, minta.name], cwd=tmp_path, env=lingkungan, check=True, timeout=20
    )
    assert [p.name for p in minta.iterdir()] == [mulai.BUKAN]


def test_pemulai_terbaca_python_lama():
    """Nothing in it that Python 3.0 would not read; the launcher may find any."""
    ast.parse(Path(mulai.__file__).read_text(encoding="ascii"), feature_version=(3, 4))


def test_auto_open_tidak_membuat_excel_bertanya_simpan(kantor):
    for tersimpan in (True, False):
        kantor.buku.saved = tersimpan
        kantor.app.run("Auto_Open")
        assert kantor.buku.saved is tersimpan


TAK_BERTUAN = r"(?<![\w.])(?:Worksheets|Sheets|ActiveSheet|ActiveWorkbook|ActiveCell|Selection|Range|Cells|Names|Rows|Columns)\b(?!\s*As\b)"


@pytest.mark.parametrize("folder", ["vba", "vba_xlwings"])
def test_setiap_lembar_dari_buku_ini(folder):
    """What stands without an owner means whatever workbook is in front."""
    kode = [(n, re.sub(r'"[^"]*"|\'.*', "", b)) for n, teks in modul_vba(folder).items() for b in teks.splitlines()]
    assert [(n, b.strip()) for n, b in kode if re.search(TAK_BERTUAN, b)] == []


MENJAWAB = """#!{python}
import pathlib, re, sys
pemulai, nama = map(pathlib.Path, sys.argv[1:])
folder = pemulai.parent / nama
tanda = re.search(r"tanda=(\\w+)", (folder / "permintaan.txt").read_text())[1]
awal = (folder / "buku.xlsm").read_bytes()[:2].decode()
jawaban = pathlib.Path(__file__).with_name("jawaban.txt").read_bytes().decode()
(folder / "hasil.txt").write_bytes(jawaban.replace("TANDA", tanda).replace("AWAL", awal).encode())
"""


@pytest.mark.lo
@pytest.mark.parametrize("rusak", satu_cepat([True, False]))
def test_seluruh_jalan_di_libreoffice(libreoffice, tmp_path, rusak):
    """The same macros in LibreOffice: its own way of saving, a starter under an awkward path, locks after success and failure."""
    data = tmp_path / "Dok & 100% 'é'"
    (ruang := data / "lkjip-xl" / "tombol").mkdir(parents=True)
    (ruang / "mulai.py").touch()
    program = data / "python — 1"
    program.write_text(MENJAWAB.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    (ruang / "program.txt").write_text(f"lkjip-program 1\r\nprogram={lolos(str(program))}\r\n", encoding="ascii")
    jawaban = pesan("selesai", "AWAL", lukisan(), ISI, kepala=f"{KEPALA}\tTANDA")
    if rusak:  # the second input cell is on no sheet
        jawaban = jawaban.replace("tulis\tA9", "tulis\tBukanSel")
    (data / "jawaban.txt").write_bytes(jawaban.encode("ascii"))
    wb = openpyxl.load_workbook(buku(tmp_path / "2025.xlsx", 2025))
    modul = {n: x.replace('Environ("XDG_DATA_HOME")', _tulisan_vba(str(data))) for n, x in modul_vba().items()}
    modul["Layanan"] = re.sub(r"MsgBox .*", "", modul["Layanan"])
    pasang_vba(wb, modul)
    wb.save(tmp_path / "buku.xlsm")
    tersimpan = tmp_path / "tersimpan.xlsm"
    sel = libreoffice.jalankan(
        tmp_path / "buku.xlsm",
        "Tombol.Rapikan",
        tampil=[ISIAN],
        simpan=tersimpan,
        lembar=["Petunjuk", ISIAN, NAMA_HASIL],
    )["sel"]
    kalimat = sel["Petunjuk"]["C9"]["v"]
    assert (kalimat == "PK") is not rusak and ("1 sel" in kalimat) is rusak
    assert sel[ISIAN]["A8"]["v"] == 7.5 and sel[NAMA_HASIL]["A10"]["v"] == "akhir"
    hasil = openpyxl.load_workbook(tersimpan)
    assert {ws.title: ws.protection.sheet for ws in hasil} == SEMULA
    assert {p.name for p in ruang.iterdir()} == {"mulai.py", "program.txt"}


def _tulisan_vba(teks: str) -> str:
    return " & ".join(f"ChrW({ord(c)})" for c in teks)
