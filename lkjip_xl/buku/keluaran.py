"""Files a command writes beside the workbook: never onto what it reads, never onto what is not its own."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa, berkas_asli, galat_sistem, keadaan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.kunci import kunci
from lkjip_xl.buku.simpan import HasilSimpan, ganti, periksa_tujuan, sidik

TIMPA = "--timpa"
TANDA_HTML = '<meta name="generator" content="LKjIP-XL">'
TANDA_KAMUS = "# Kamus data LKjIP-XL"
_HTML_LAMA = (
    b'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">',
    b"<title>Hasil Validasi ",
)  # up to 0.1.0
_KEPALA_HTML = 2000
_KUNCI_JSON = {"versi", "berkas", "jumlah", "temuan", "gagal"}  # as schemas/laporan.schema.json has them


@dataclass(frozen=True, slots=True)
class Jenis:
    """A kind of output: the suffixes it may bear, and whether a file is an earlier one of ours."""

    akhiran: tuple[str, ...]
    bertanda: Callable[[bytes], bool]


def _tanda_html(data: bytes) -> bool:
    kepala = data[:_KEPALA_HTML].replace(b"\r\n", b"\n")
    lama = kepala.startswith(_HTML_LAMA[0]) and _HTML_LAMA[1] in kepala
    return lama or TANDA_HTML.encode() in kepala


def _tanda_json(data: bytes) -> bool:
    try:
        isi = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(isi, dict) and isi.keys() >= _KUNCI_JSON


def _tanda_kamus(data: bytes) -> bool:
    return data.startswith(TANDA_KAMUS.encode())


HTML = Jenis((".html", ".htm"), _tanda_html)
JSON = Jenis((".json",), _tanda_json)
KAMUS = Jenis((".md", ".txt"), _tanda_kamus)


@dataclass(frozen=True, slots=True)
class Keluaran:
    """A file to be written, and what the command reads; timpa: foreign files may be replaced, with a backup."""

    tujuan: Path
    jenis: Jenis
    masukan: Sequence[Path] = ()
    timpa: bool = False

    def periksa(self) -> None:
        """Raise GalatBerkas where it could not or must not be written; touches nothing."""
        asli = berkas_asli(self.tujuan)
        if any(sama(self.tujuan, m) for m in self.masukan):
            raise GalatBerkas("BK-33", berkas=self.tujuan.name)
        for nama in (self.tujuan, asli):  # a link must not lead anywhere else either
            if nama.suffix.lower() not in self.jenis.akhiran:
                raise GalatBerkas("BK-34", berkas=nama.name, akhiran=" atau ".join(self.jenis.akhiran))
        periksa_tujuan(self.tujuan)
        self._milik_kita(asli)

    def tulis(self, teks: str) -> HasilSimpan:
        """Write it whole; an earlier one of ours is replaced, any other file only with timpa."""
        return self.tulis_data(teks.encode("utf-8", "backslashreplace"))

    def tulis_data(self, data: bytes) -> HasilSimpan:
        """The same for a file that is no text."""
        asli = berkas_asli(self.tujuan)
        with kunci(asli, self.tujuan.name):
            self.periksa()
            lama, milik_kita = self._milik_kita(asli)
            return ganti(self.tujuan, asli, data, lama, cadangan=not milik_kita)

    def _milik_kita(self, asli: Path) -> tuple[str | None, bool]:
        """Fingerprint of what stands there (None: nothing) and whether we made it; an empty file is nobody's work."""
        if keadaan(asli) is None:
            return None, True
        data = baca_biasa(asli)
        milik_kita = not data or self.jenis.bertanda(data)
        if not milik_kita and not self.timpa:
            raise GalatBerkas("BK-35", berkas=self.tujuan.name, timpa=TIMPA)
        return sidik(data), milik_kita


def periksa_bersama(keluaran: Iterable[Keluaran]) -> None:
    """Check all outputs of a command before it does anything; raises GalatBerkas."""
    dulu: list[Keluaran] = []
    for k in keluaran:
        k.periksa()
        if any(sama(k.tujuan, d.tujuan) for d in dulu):
            raise GalatBerkas("BK-33", berkas=k.tujuan.name)
        dulu.append(k)


def sama(a: Path, b: Path) -> bool:
    """Do two paths mean one file: by links, hard links, other spellings; or one name where there is no file yet?"""
    lama, baru = keadaan(a), keadaan(b)
    if lama is not None and baru is not None:
        return os.path.samestat(lama, baru)
    return lama is baru is None and str(berkas_asli(a)).casefold() == str(berkas_asli(b)).casefold()


def isi_folder(folder: Path | None, pola: str) -> list[Path]:
    """Files of a folder that a command reads, as inputs of Keluaran."""
    return sorted(folder.glob(pola)) if folder is not None else []


def buat_folder(folder: Path) -> None:
    """Make a folder for what a command writes; raises GalatBerkas."""
    keadaan(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as galat:
        raise galat_sistem(galat, folder) from galat
