"""Command lines put together at random: wrong types, files of the wrong kind in every place, folders, pipes, devices, odd names.

Each try is told by its seed and number. It must end with a documented code and, where it was refused, with one line;
what lies in the folder stays as it is unless --timpa was given.
"""

from __future__ import annotations

import enum
import os
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import typer

from lkjip_xl import cli
from tangguh import dasar, kolam
from tangguh.hasil import Hasil, Kelas
from tangguh.jalan import lkjip

BAGIAN = "command lines"
BENIH = 9
PEMAKAIAN = 64
# look at the PC or wait for buttons; demo builds three workbooks, a minute each
LEWAT = ("periksa-pasang", "pasang", "layani", "tunggu", "demo")
BUKU = "a.xlsm"
ADA: dict[str, bytes] = {
    "kosong.xlsm": b"", "teks.xlsm": b"halo", "biner.csv": bytes(range(256)) * 50, "nul.csv": b"a,b\0\n1,2", "buka.csv": b'a,"b\n1,2',
    "utf16.csv": "Kode;Nama\n1;2\n".encode("utf-16"), "k.docx": b"PK\x03\x04rusak", "k.pdf": b"%PDF-1.4 rusak", "k.html": b"<table><tr><td>" * 50,
    "k.xls": bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "k.ods": b"PK\x05\x06", "k.json": b"{}", "k.md": b"# catatan", "lambang.png": b"x",
    "opd.csv": b"Perangkat Daerah,Kode\nDinas A,1\n", "skemaburuk/pesan.yaml": b"pesan: [1]", "F/lambang.png": b"\x89PNG\r\n\x1a\nrusak",
}  # fmt: skip
PIPA = ("pipa.xlsm", "pipa.csv", "pipa.docx")
TAUTAN = {"putar.xlsm": "putar.xlsm", "gantung.xlsx": "tiada/x.xlsx", "gantung.html": "/proc/1/x.html"}
JALAN = (
    BUKU, *ADA, *PIPA, *TAUTAN, "potong.xlsm", "t.csv", "F", "skemaburuk", "tiada.xlsm", "tiada/x.xlsm", "", ".", "F/..", "F/../baru.html", "/dev/null",
    "/dev/zero", "/dev/full", "/proc/self/mem", "/proc/self/environ", "x" * 300 + ".xlsm", "a\tb.xlsm", "\ud83d.xlsm", "~/x.html", "-", "--", "\\\\srv\\x.xlsx",
    "C:\\x.xlsm", "CON.xlsx", "a.xlsm/", "a.xlsm/x", "./a.xlsm", "*.xlsm", "$(id).html", "https://contoh.go.id/x.xlsm", "baru.xlsx", "baru.xlsm", "baru.docx",
    "baru.html", "baru.csv", "baru.json", "baru.md", "/proc/baru.xlsx", "/tidakada/baru.docx", "baru.XLSX", ".xlsx", "...",
)  # fmt: skip
TEKS = (
    "", "0", "-1", "1", "2024", "9" * 20, "abc", "1e400", "nan", "½", "²", "semua", "1-", "-5", "5-3", "1,2,3", ",", "Anggaran", "Anggaran=800", "Anggaran=", "=", "=5",
    "Anggaran=99999999", "Anggaran=²", "X=5", "Pengukuran=20", "lra", "pk", "../../x", "\ud83d", "\x07", "a" * 5000, "vba", "xlwings", "lambda", "A4", "bidang",
    "lengkap", "31 Januari", "Capaian Kinerja", "Hasil Validasi", "Petunjuk", "{x}", "%s",
)  # fmt: skip
SERING = frozenset({"keluaran", "perbarui", "ke", "dari", "keluar"})
JARANG = {"skema": 0.05, "dask": 0.0}


@cache
def _perintah() -> dict[str, Any]:
    grup: Any = typer.main.get_command(cli.muat_aplikasi())
    return {n: c for n, c in sorted(grup.commands.items()) if n not in LEWAT}


def baris(benih: int, i: int) -> list[str]:
    """Command line number i of a seed."""
    r = Random(f"{benih}:{i}")
    nama = r.choice(list(_perintah()))
    hasil = [nama]
    for p in _perintah()[nama].params:
        if p.param_type_name == "argument":
            if p.name == "buku" and r.random() < 0.6:
                hasil.append(BUKU)
            elif r.random() < 0.95:
                hasil += [_nilai(p, r) for _ in range(r.choice((1, 2)) if p.nargs == -1 else 1)]
        elif r.random() < JARANG.get(p.name, 0.6 if p.name in SERING else 0.2):
            hasil += [r.choice(p.opts), *([] if p.is_flag else [_nilai(p, r)])]
    if r.random() < 0.05:
        hasil.insert(
            r.randrange(1, len(hasil) + 1), r.choice(("--tidak", "-x", "--", "--json=", "--html=x.html", "-o"))
        )
    if nama == "rekap":
        hasil += ["--tanpa-tembolok", *([] if "--pekerja" in hasil else ["--pekerja", "1"])]
    return hasil


def _nilai(p: Any, r: Random) -> str:
    """Something for an argument: mostly of its kind, sometimes not at all."""
    if r.random() < 0.08:
        return r.choice(TEKS + JALAN)
    tipe = p.type_descriptor.annotation
    if isinstance(tipe, type) and issubclass(tipe, enum.Enum) and r.random() < 0.7:
        return r.choice([x.value for x in tipe])
    if "Path" in str(tipe) or p.name in ("json", "sumber"):
        return r.choice(JALAN) if r.random() < 0.75 else BUKU
    return r.choice(TEKS)


def sediakan(folder: Path) -> dict[str, bytes]:
    """Put everything that is not there for a reason into a folder; the files that must stay as they are."""
    isi = ADA | {"potong.xlsm": dasar.buku_kecil()[:9000], "t.csv": dasar.isi_csv()["anggaran.csv"].encode()}
    for n, data in {**isi, BUKU: dasar.buku_kecil()}.items():
        (folder / n).parent.mkdir(exist_ok=True)
        (folder / n).write_bytes(data)
    for n in PIPA if hasattr(os, "mkfifo") else ():
        os.mkfifo(folder / n)
    for n, ke in TAUTAN.items():
        os.symlink(ke, folder / n)
    return isi


def satu(benih: int, i: int) -> Hasil:
    """Outcome of one command line, in a folder of its own."""
    argumen = baris(benih, i)
    kasus = f"{benih}:{i} {' '.join(a[:40] for a in argumen)}".encode("ascii", "backslashreplace").decode()
    folder, semula = Path(os.path.realpath(tempfile.mkdtemp())), Path.cwd()
    try:
        isi = sediakan(folder)
        os.chdir(folder)
        with patch.object(cli, "muat_aplikasi", _aplikasi):
            k = lkjip(*argumen)
        berubah = [n for n, data in isi.items() if not Path(n).is_file() or Path(n).read_bytes() != data]
    finally:
        os.chdir(semula)
        shutil.rmtree(folder)
    kelas, rinci = (Kelas.DITOLAK, "") if k.kode == PEMAKAIAN else k.nilai()
    if berubah and "--timpa" not in argumen:
        kelas, rinci = Kelas.RUSAK, f"{berubah[0]} changed"
    elif kelas is Kelas.DITOLAK and len(k.teks.strip().splitlines()) != 1:
        kelas, rinci = Kelas.BISU, k.teks.strip()[:300]
    return Hasil(BAGIAN, kasus, kelas, rinci)


@cache
def _aplikasi() -> Any:
    return typer.main.get_command(cli.app)


def jalankan(n: int, benih: int = BENIH, proses: int = 2, *, mulai: int = 0) -> Iterator[Hasil]:
    """Outcomes of n command lines, from number `mulai` on."""
    for siapkan in (dasar.buku_kecil, _perintah, _aplikasi):  # before the processes part
        siapkan()
    yield from kolam.kerjakan(BAGIAN, range(mulai, n), lambda i: [satu(benih, i)], proses, batas=60)
