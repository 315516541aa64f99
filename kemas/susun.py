"""Layout of the zip for Windows: what the colleague clicks on top, everything else in folders."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

AKAR = "LKjIP-XL"
RODA, BUKU = "roda", "buku"  # pasang.py knows both
_NASKAH = Path(__file__).parent / "windows"
_TETAP = (2020, 1, 1, 0, 0, 0)  # the same content makes the same file
_BOM = {".txt"}  # Notepad of any Windows then shows its letters rightly


def susun_zip(tujuan: Path, roda: Sequence[Path], buku: Path) -> None:
    """Write the zip: scripts, wheels, blank workbook and examples (the .xlsm below `buku`)."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as z:
        for p in sorted(_NASKAH.glob("*.*")):
            _taruh(z, p.name, teks_windows(p))
        for p in roda:
            _taruh(z, f"{RODA}/{p.name}", p.read_bytes())
        for p in sorted(buku.rglob("*.xlsm")):
            _taruh(z, f"{BUKU}/{p.name}", p.read_bytes())


def teks_windows(path: Path) -> bytes:
    """A script or text with the line ends of Windows."""
    teks = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    return teks.encode("utf-8-sig" if path.suffix in _BOM else "utf-8")


def _taruh(z: zipfile.ZipFile, nama: str, isi: bytes) -> None:
    z.writestr(zipfile.ZipInfo(f"{AKAR}/{nama}", _TETAP), isi, zipfile.ZIP_DEFLATED)
