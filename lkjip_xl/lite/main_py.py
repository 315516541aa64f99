"""The one file xlwings Lite keeps inside a workbook: every worksheet function, the core they need, and the buttons.

Files imported into the add-in do not travel with the workbook, so the pure core stands in main.py as text: the very modules
of this package under another name, which cannot meet an imported lkjip_xl. The functions and their help come from the table of
functions, the buttons from lkjip_xl.makro.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from importlib.resources import files

from lkjip_xl.inti.tabel_fungsi import TABEL, Argumen, FungsiLembar

PAKET_INTI = "lkjip_inti"
PROGRAM = "lkjip-xl-program.zip"
AWAL = ("lkjip_xl.excel.larik", "lkjip_xl.inti.fungsi")
# buttons that only read and paint the open workbook; the others write files, which a browser hides from staff
TOMBOL = (
    ("validasi", "Periksa seluruh buku; hasilnya di lembar Hasil Validasi."),
    ("periksa_lembar_ini", "Periksa lembar yang sedang terbuka."),
    ("bersihkan_tanda", "Hapus tanda pemeriksaan dari semua lembar."),
    ("perbarui_ringkasan", "Susun ulang tabel ringkasan dan Dasbor."),
    ("rapikan", "Klik pertama menampilkan usul perbaikan angka; klik kedua menerapkan yang ditandai ya."),
    ("ganti_tampilan", "Sembunyikan lembar kosong, atau tampilkan semuanya."),
)
_IMPOR = re.compile(r"^(\s*from )lkjip_xl\.(?:inti|excel)(\.\w+)?( import )", re.MULTILINE)
_KUTIP = "'''"


@cache
def modul_inti() -> dict[str, str]:
    """Source of every module the worksheet functions need, by its name inside lkjip_inti."""
    hasil: dict[str, str] = {}
    tunggu = list(AWAL)
    while tunggu:
        nama = tunggu.pop()
        pendek = nama.rpartition(".")[2]
        if pendek in hasil:
            continue
        sumber = (files("lkjip_xl") / f"{nama.removeprefix('lkjip_xl.').replace('.', '/')}.py").read_text("utf-8")
        if _KUTIP in sumber:
            raise ValueError(f"{nama}: {_KUTIP}")
        hasil[pendek] = _IMPOR.sub(rf"\1{PAKET_INTI}\2\3", sumber)
        tunggu += _diimpor(sumber)
    return dict(sorted(hasil.items()))


def _diimpor(sumber: str) -> list[str]:
    """Modules of the core a module imports, anywhere in it."""
    hasil = []
    for n in ast.walk(ast.parse(sumber)):
        if isinstance(n, ast.ImportFrom) and n.module is not None and n.module.startswith("lkjip_xl"):
            hasil += [f"{n.module}.{a.name}" for a in n.names] if n.module == "lkjip_xl.inti" else [n.module]
    return hasil


def main_py(versi: str) -> str:
    """The whole main.py, for a version of the program."""
    bagian = [_KEPALA.format(versi=versi, program=PROGRAM), "_MODUL = {"]
    bagian += [f"    {nama!r}: r{_KUTIP}{sumber}{_KUTIP}," for nama, sumber in modul_inti().items()]
    bagian += ["}", _PEMUAT.format(paket=PAKET_INTI)]
    bagian += [_fungsi(t) for t in TABEL.values()]
    bagian.append(_SKRIP)
    bagian += [_tombol(nama, arti) for nama, arti in TOMBOL]
    return "\n".join(bagian)


def _fungsi(t: FungsiLembar) -> str:
    """One worksheet function: a range in the place of a single value gives as many results."""
    hias = "".join(f"@arg({a.nama!r}, doc={a.bantuan!r}, err_to_str=True, ndim=2)\n" for a in t.argumen)
    tanda = ", ".join(map(_parameter, t.argumen))
    isi = ", ".join(a.nama for a in t.argumen)
    return f'\n@func\n{hias}def {t.nama}({tanda}):\n    """{t.arti}"""\n    return per_sel(FUNGSI[{t.nama!r}], {isi}, utuh={t.utuh!r})\n'


def _parameter(a: Argumen) -> str:
    return a.nama if a.wajib else f"{a.nama}=None"


def _tombol(nama: str, arti: str) -> str:
    return f'\n@script\ndef {nama}(book: xw.Book):\n    """{arti}"""\n    return _jalankan({nama!r}, book)\n'


_KEPALA = '''"""LKjIP-XL {versi} untuk xlwings Lite: fungsi lembar kerja dan tombol.

Berkas ini dibuat oleh  lkjip lite  dan tidak perlu diubah. Cara memakainya ada di BACA-SAYA.txt.
Fungsinya lengkap di sini dan ikut tersimpan di dalam buku kerja; tombol memerlukan berkas program yang diimpor.
"""

import sys
import zipfile
from importlib.abc import Loader, MetaPathFinder
from importlib.util import spec_from_loader
from pathlib import Path

import xlwings as xw
from xlwings import arg, func, script

DATA = Path("/data")  # here xlwings Lite puts imported files
PROGRAM = {program!r}

# rumus-rumus LKjIP-XL, modul demi modul'''

_PEMUAT = '''

class _Pemuat(MetaPathFinder, Loader):
    """Mengimpor modul yang teksnya ada di atas."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname == "{paket}":
            return spec_from_loader(fullname, self, is_package=True)
        akar, _, nama = fullname.partition(".")
        return spec_from_loader(fullname, self) if akar == "{paket}" and nama in _MODUL else None

    def exec_module(self, module):
        nama = module.__name__.partition(".")[2]
        exec(compile(_MODUL.get(nama, ""), f"<{{module.__name__}}>", "exec"), module.__dict__)


for _nama in [m for m in sys.modules if m.partition(".")[0] == "{paket}"]:
    del sys.modules[_nama]  # dari main.py sebelumnya
sys.meta_path[:] = [p for p in sys.meta_path if type(p).__name__ != _Pemuat.__name__]
sys.meta_path.insert(0, _Pemuat())

from {paket}.fungsi import FUNGSI  # noqa: E402
from {paket}.larik import per_sel  # noqa: E402

'''

_SKRIP = '''

def _siapkan_program():
    """Buka program yang diimpor satu kali; apakah ada."""
    if "lkjip_xl" in sys.modules:
        return True
    berkas = next(iter(sorted(DATA.rglob(PROGRAM))), None) if DATA.is_dir() else None
    if berkas is not None:
        tujuan = Path("/tmp") / f"lkjip-xl-{berkas.stat().st_size}"
        if not tujuan.is_dir():
            with zipfile.ZipFile(berkas) as z:
                z.extractall(tujuan)
        sys.path.insert(0, str(tujuan))
    try:
        import lkjip_xl  # noqa: F401
    except ImportError:
        return False
    return True


def _jalankan(nama, book):
    """Jalankan satu tombol pada buku yang terbuka; kalimat penutupnya juga dicetak di panel xlwings Lite."""
    if _siapkan_program():
        from lkjip_xl import makro

        kalimat = getattr(makro, nama)(book)
    else:
        kalimat = f"Program belum diimpor. Buka menu xlwings Lite, Files, Import/Export, lalu masukkan {PROGRAM} (lihat BACA-SAYA.txt)."
    print(kalimat)
    return kalimat

'''
