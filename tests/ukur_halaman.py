"""Pages of a report as LibreOffice prints them: their words, how far they are filled, which way they lie."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from libreoffice import LibreOffice

TEPI = 62.4  # points; margin above and below
_KATA = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: its size, and its words between the margins with their lower edge."""

    lebar: float
    tinggi: float
    kata: tuple[tuple[str, float], ...]

    @property
    def melintang(self) -> bool:
        return self.lebar > self.tinggi

    @property
    def isi(self) -> float:
        """Share of the height that is filled."""
        return (max((y for _, y in self.kata), default=TEPI) - TEPI) / (self.tinggi - 2 * TEPI)

    @property
    def teks(self) -> str:
        return " ".join(k for k, _ in self.kata)


def pdf(docx: bytes, folder: Path, office: LibreOffice) -> Path:
    """The document as LibreOffice prints it."""
    (berkas := folder / "laporan.docx").write_bytes(docx)
    office.ubah(berkas, hasil := folder / "laporan.pdf")
    return hasil


def halaman(berkas: Path) -> list[Halaman]:
    """The pages of a PDF."""
    teks = subprocess.run(["pdftotext", "-bbox", str(berkas), "-"], capture_output=True, text=True, check=True).stdout
    hasil = []
    for isi in teks.split("<page ")[1:]:
        lebar, tinggi = (float(x) for x in re.findall(r'(?:width|height)="([\d.]+)"', isi)[:2])
        kata = [(html.unescape(m[5]), float(m[2]), float(m[4])) for m in _KATA.finditer(isi)]
        badan = tuple((k, y1) for k, y0, y1 in kata if y0 >= TEPI - 4 and y1 <= tinggi - TEPI + 6)
        hasil.append(Halaman(lebar, tinggi, badan))
    return hasil
