"""Pictures people put into a folder beside the workbook: coat of arms, charts, photographs, by file name."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa, keadaan
from lkjip_xl.buku.cadangan import nama_cadangan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Balok, Gambar, Isian
from lkjip_xl.word.ukuran_gambar import ukuran_gambar

LAMBANG, STRUKTUR, POHON, DOKUMENTASI, LAMPIRAN = "lambang", "struktur", "pohon", "dokumentasi", "lampiran"
BERKAS = "berkas"  # a document that is handed in beside the report
BAGAN = {
    STRUKTUR: ("organisasi", "Struktur Organisasi"),
    POHON: ("kinerja", "Pohon Kinerja"),
}  # rest of its name, caption
JENIS = (LAMBANG, STRUKTUR, POHON, DOKUMENTASI, LAMPIRAN)
DOKUMEN = (".pdf", ".docx", ".xlsx")  # what is annexed as a file of its own
AKHIRAN = (".png", ".jpg", ".jpeg")
TERBESAR = 20_000_000  # bytes
LEBAR_LAMBANG = 3.5  # cm
_NOMOR = re.compile(r"^[\s_.-]*\d*[\s_.-]*")


@dataclass(frozen=True, slots=True)
class GambarLuar:
    """One picture: what it shows (lambang, struktur, pohon, dokumentasi, lampiran), its caption ("" = none typed), its bytes.

    berkas: the name of a document, of which nothing is printed but that it is there.
    """

    jenis: str
    judul: str
    isi: bytes
    berkas: str = ""


def baca_folder(folder: Path) -> tuple[list[GambarLuar], list[str]]:
    """The pictures of a folder in the order of their names, and the names of files that are none or not ours to print.

    Raises GalatBerkas LP-31 where there is no such folder.
    "dokumentasi-02 Pelatihan las.jpg" is a photograph with the caption "Pelatihan las".
    """
    ada = keadaan(folder)
    if ada is None or not stat.S_ISDIR(ada.st_mode):
        raise GalatBerkas("LP-31", folder=str(folder))
    hasil, lain = [], []
    for berkas in sorted(folder.iterdir(), key=lambda p: p.name.casefold()):
        if not berkas.is_file() or berkas.name.startswith(".") or nama_cadangan(berkas.name):
            continue
        nama = berkas.stem.replace("_", " ").strip()
        jenis = next((j for j in JENIS if nama.casefold().startswith(j)), "")
        judul = _NOMOR.sub("", nama[len(jenis) :]).strip()
        isi = baca_biasa(berkas) if jenis and berkas.suffix.lower() in AKHIRAN else b""
        if isi and len(isi) <= TERBESAR and ukuran_gambar(isi):
            hasil.append(GambarLuar(jenis, judul, isi))
        elif jenis == LAMPIRAN and berkas.suffix.lower() in DOKUMEN:
            hasil.append(GambarLuar(BERKAS, judul, b"", berkas.name))
        else:
            lain.append(berkas.name)
    return hasil, lain


def gambar_luar(b: Bahan, jenis: str, ajakan: str = "") -> Iterator[Balok]:
    """The pictures of one kind, each with its caption; ajakan: the placeholder where there are none."""
    milik = [g for g in b.gambar if g.jenis == jenis]
    if not milik and ajakan:
        yield Isian(ajakan, jenis)
    for i, g in enumerate(milik, 1):
        judul = _judul(b, g)
        lebar = LEBAR_LAMBANG if jenis == LAMBANG else 0.0
        yield Gambar(g.isi, "" if jenis == LAMBANG else judul, judul, f"{jenis} {i}", lebar)


def _judul(b: Bahan, g: GambarLuar) -> str:
    if g.jenis in BAGAN:
        sisa, judul = BAGAN[g.jenis]
        return _NOMOR.sub("", re.sub(f"^{sisa}", "", g.judul, flags=re.IGNORECASE)) or f"{judul} {b.instansi}"
    bawaan = {LAMBANG: f"Lambang {b.teks('Kabupaten') or b.instansi}", LAMPIRAN: f"Dokumen Pendukung {b.instansi}"}
    return g.judul or bawaan.get(g.jenis, f"Dokumentasi Kegiatan {b.instansi}")
