"""What stands in the folder that `lkjip lite` writes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from importlib.metadata import requires, version
from importlib.resources import files
from pathlib import Path
from re import match
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lkjip_xl.buku.keluaran import Jenis, Keluaran
from lkjip_xl.lite.main_py import PROGRAM, main_py
from lkjip_xl.skema.sumberdaya import folder_skema

_PENGGANTI = "lite/pengganti"
# what the buttons import of our own requirements; the rest belongs to the command line, to Word and to VBA projects
DIPAKAI = ("defusedxml", "lxml", "openpyxl", "pandas", "pandera", "python-calamine", "pyyaml", "xlwings")
_WAKTU = (1980, 1, 1, 0, 0, 0)  # the same program gives the same bytes


def isi_folder_lite() -> dict[str, bytes]:
    """Every file of the folder by its name: main.py, requirements.txt, the program for the buttons, and how to use them."""
    versi = version("lkjip-xl")
    return {
        "main.py": main_py(versi).encode("utf-8"),
        "requirements.txt": _syarat().encode("utf-8"),
        PROGRAM: _program(),
        "BACA-SAYA.txt": _baca_saya(versi).encode("utf-8-sig"),  # Notepad of older Windows needs the mark
    }


def keluaran_lite(folder: Path, *, timpa: bool = False) -> dict[str, Keluaran]:
    """Where every file goes; an earlier one of ours is replaced, another one only with timpa, and then with a backup."""
    tanda: dict[str, Callable[[bytes], bool]] = {
        "main.py": lambda data: data.startswith(b'"""LKjIP-XL '),
        "requirements.txt": lambda data: set(data.decode("utf-8", "replace").split()) <= set(DIPAKAI),
        PROGRAM: _program_kita,
        "BACA-SAYA.txt": lambda data: data.decode("utf-8-sig", "replace").startswith("LKjIP-XL "),
    }
    return {n: Keluaran(folder / n, Jenis((Path(n).suffix,), t), timpa=timpa) for n, t in tanda.items()}


def _program_kita(data: bytes) -> bool:
    try:
        return "lkjip_xl/__init__.py" in ZipFile(io.BytesIO(data)).namelist()
    except BadZipFile:
        return False


def _syarat() -> str:
    """Packages without versions: what Pyodide brings compiled cannot be chosen, and it refuses a pin."""
    nama = sorted(
        {m[0].lower() for r in requires("lkjip-xl") or () if (m := match(r"[\w.-]+", r)) and "extra" not in r}
    )
    return "".join(f"{n}\n" for n in nama if n in DIPAKAI)


def _program() -> bytes:
    """The package, the schemas, and what stands in for packages that no browser has, as one zip."""
    hasil = io.BytesIO()
    with ZipFile(hasil, "w") as z:
        for nama, data in sorted(_berkas()):
            z.writestr(ZipInfo(nama, _WAKTU), data, ZIP_DEFLATED)
    return hasil.getvalue()


def _berkas() -> Iterator[tuple[str, bytes]]:
    akar = Path(str(files("lkjip_xl")))
    for p in akar.rglob("*"):
        nama = p.relative_to(akar).as_posix()
        if not p.is_file() or "__pycache__" in p.parts or nama.startswith("_data/"):
            continue
        if nama.startswith(f"{_PENGGANTI}/"):
            yield nama.removeprefix(f"{_PENGGANTI}/"), p.read_bytes()
        else:
            yield f"lkjip_xl/{nama}", p.read_bytes()
    skema = folder_skema()
    for p in skema.rglob("*"):
        if p.is_file() and p.suffix in (".yaml", ".json"):
            yield f"lkjip_xl/_data/schemas/{p.relative_to(skema).as_posix()}", p.read_bytes()


def _baca_saya(versi: str) -> str:
    return (files("lkjip_xl") / "lite" / "BACA-SAYA.txt").read_text("utf-8").format(versi=versi, program=PROGRAM)
