"""The commands as the campaign runs them: arguments, what they may write, what a whole result looks like."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.ambil.pratinjau import LEMBAR_PRATINJAU
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.lembar.hasil import NAMA_HASIL
from lkjip_xl.lembar.petunjuk import LEMBAR as PETUNJUK
from lkjip_xl.lite.main_py import PROGRAM
from lkjip_xl.rapikan import LEMBAR_RIWAYAT, LEMBAR_USULAN
from lkjip_xl.ringkasan import RINGKASAN
from tangguh import dasar

PROYEK = "xl/vbaProject.bin"
CSV, TABEL, LALU, LAIN, FORMULIR, LITE = "csv", "tabel.csv", "lalu.xlsm", "lain.csv", "Formulir", "Lite"
BIDANG = ("Sekretariat", "Belum ada penanggung jawab")  # of the small workbook


def _isian() -> frozenset[str]:
    """The input sheets, and Petunjuk, whose formulas count what is in them."""
    return frozenset({PETUNJUK, *(s.lembar for s in dasar.skema().lembar.values())})


@dataclass(frozen=True, slots=True)
class Perkakas:
    """One command on a workbook: `argumen` with B for the workbook and names relative to the working folder.

    menulis: the workbook itself is replaced; milik: sheets it may rewrite; boleh: parts it may change; keluaran: files it makes.
    """

    nama: str
    argumen: tuple[str, ...]
    menulis: bool = False
    milik: Callable[[], Iterable[str]] = tuple
    boleh: tuple[str, ...] = ()
    keluaran: tuple[str, ...] = ()
    siap: tuple[str, ...] = ()  # a command to run once before, on the workbook


B = "{B}"


def _ringkasan() -> list[str]:
    return [*RINGKASAN, "Dasbor", PETUNJUK]


PERKAKAS = {
    p.nama: p
    for p in (
        Perkakas("validasi", ("validasi", B)),
        Perkakas("validasi-tulis", ("validasi", B, "--tulis"), True, lambda: (NAMA_HASIL, PETUNJUK)),
        Perkakas("validasi-html", ("validasi", B, "--html", "h.html"), keluaran=("h.html",), siap=("validasi", B, "--html", "h.html")),
        Perkakas("validasi-json", ("validasi", B, "--json", "h.json"), keluaran=("h.json",)),
        Perkakas("buat-timpa", ("buat", B, "--timpa", "--tahun", "2024"), True),
        Perkakas("buat", ("buat", "b.xlsm", "--tahun", "2024"), keluaran=("b.xlsm",)),
        Perkakas("kamus-tulis", ("kamus", "--tulis", "k.md"), keluaran=("k.md",), siap=("kamus", "--tulis", "k.md")),
        Perkakas("ringkas", ("ringkas", B), True, _ringkasan),
        Perkakas("isi", ("isi", B, "--dari", CSV), True, _isian),
        Perkakas("rapikan", ("rapikan", B)),
        Perkakas("rapikan-terapkan", ("rapikan", B, "--terapkan", "semua"), True, lambda: (*_isian(), LEMBAR_RIWAYAT, LEMBAR_USULAN)),
        Perkakas(
            "rapikan-urungkan", ("rapikan", B, "--urungkan", "semua"), True, lambda: (*_isian(), LEMBAR_RIWAYAT, LEMBAR_USULAN),
            siap=("rapikan", B, "--terapkan", "semua"),
        ),
        Perkakas("ambil", ("ambil", LALU, B)),
        Perkakas(
            "ambil-terapkan", ("ambil", B, LAIN, "--terapkan", "--timpa"), True,
            lambda: (*_isian(), LEMBAR_PRATINJAU, LEMBAR_RIWAYAT, LEMBAR_USULAN),
        ),
        Perkakas(
            "ambil-urungkan", ("ambil", B, "--urungkan", "semua"), True,
            lambda: (*_isian(), LEMBAR_PRATINJAU, LEMBAR_RIWAYAT, LEMBAR_USULAN), siap=("ambil", B, LAIN, "--terapkan", "--timpa"),
        ),
        Perkakas("ambil-pratinjau", ("ambil", B, LAIN, "--pratinjau"), True, lambda: (LEMBAR_PRATINJAU, PETUNJUK)),
        Perkakas("ambil-tulis", ("ambil", B, "--tulis-ke", "t.xlsx", "--sebagai", "lra"), keluaran=("t.xlsx",)),
        Perkakas("formulir", ("formulir", B, "--ke", FORMULIR), keluaran=tuple(f"{FORMULIR}/Formulir {n} 2024.xlsx" for n in BIDANG)),
        Perkakas("lite", ("lite", LITE), keluaran=tuple(f"{LITE}/{n}" for n in ("main.py", "requirements.txt", PROGRAM, "BACA-SAYA.txt"))),
        Perkakas("laporan", ("laporan", B, "--draf", "-o", "l.docx"), keluaran=("l.docx",)),
        Perkakas("rekap", ("rekap", B, "-o", "r.xlsx", "--pekerja", "1", "--tanpa-tembolok"), keluaran=("r.xlsx",)),
        Perkakas("rekap-html", ("rekap", B, "--html", "r.html", "--pekerja", "1", "--tanpa-tembolok"), keluaran=("r.html",)),
        Perkakas(
            "laporan-perbarui", ("laporan", B, "--draf", "--perbarui", "l.docx"), keluaran=("l.docx",),
            siap=("laporan", B, "--draf", "-o", "l.docx"),
        ),
        Perkakas("laporan-templat", ("laporan", B, "--tulis-templat", "t.docx"), keluaran=("t.docx",)),
        Perkakas("edar", ("edar", B, "-o", "e.xlsx"), keluaran=("e.xlsx",)),
        Perkakas("edar-nilai", ("edar", B, "--nilai", "-o", "e.xlsx"), keluaran=("e.xlsx",)),
        Perkakas("tahun-baru", ("tahun-baru", B, "baru.xlsm"), keluaran=("baru.xlsm",)),
        Perkakas(
            "tahun-baru-bekukan", ("tahun-baru", B, "baru.xlsm", "--bekukan"), True, lambda: ("Segel", PETUNJUK), keluaran=("baru.xlsm",)
        ),
        Perkakas("mesin", ("mesin", B, "xlwings"), True, lambda: ("xlwings.conf", PETUNJUK), (PROYEK,)),
        Perkakas("mesin-vba", ("mesin", B, "vba"), True, lambda: ("xlwings.conf", PETUNJUK), (PROYEK,), siap=("mesin", B, "xlwings")),
        # to a larger table: the small workbook is of today's template
        Perkakas("perbarui", ("perbarui", B, "--baris", "Anggaran=9"), True, lambda: (*_isian(), *_ringkasan()), (PROYEK,)),
        Perkakas("perbarui-lihat", ("perbarui", B, "--lihat", "--baris", "Anggaran=9")),
        Perkakas("cocokkan", ("cocokkan", B, "Pengukuran", TABEL)),
        Perkakas("cocokkan-html", ("cocokkan", B, "Pengukuran", TABEL, "--html", "c.html"), keluaran=("c.html",)),
        Perkakas("cocokkan-json", ("cocokkan", B, "Pengukuran", TABEL, "--json", "c.json"), keluaran=("c.json",)),
        Perkakas("cocokkan-tabel", ("cocokkan", LALU, "Pengukuran", B)),
        Perkakas("tahun-lalu", ("validasi", LALU, "--tahun-lalu", B)),
    )
}  # fmt: skip


def sediakan(folder: Path, buku: bytes, nama: str = dasar.BUKU) -> Path:
    """Put the workbook and what the commands read beside it into a folder."""
    (folder / nama).write_bytes(buku)
    (folder / CSV).mkdir(exist_ok=True)
    for berkas, teks in dasar.isi_csv().items():
        (folder / CSV / berkas).write_text(teks, encoding="utf-8")
    (folder / TABEL).write_text(dasar.isi_csv()["pengukuran.csv"], encoding="utf-8")
    (folder / LAIN).write_text(dasar.lain_csv(), encoding="utf-8")
    (folder / LALU).write_bytes(dasar.buku_kecil())
    return folder / nama


def argumen(p: Perkakas, folder: Path, nama: str = dasar.BUKU, yang: tuple[str, ...] = ()) -> list[str]:
    """Arguments with whole paths."""
    berkas = {*p.keluaran, CSV, TABEL, LALU, LAIN, FORMULIR, LITE}
    return [str(folder / nama) if a == B else str(folder / a) if a in berkas else a for a in yang or p.argumen]


def utuh(berkas: Path) -> str:
    """Why a file of ours is not whole, "" if it is."""
    try:
        akhiran = berkas.suffix
        if akhiran in (".xlsm", ".xlsx"):
            dict(baca_buku(Paket.buka(berkas)).lembar)
        elif akhiran == ".docx":
            with zipfile.ZipFile(berkas) as z:
                return "" if z.testzip() is None and "word/document.xml" in z.namelist() else "not a Word file"
        elif akhiran == ".zip":
            with zipfile.ZipFile(berkas) as z:
                return "" if z.testzip() is None else "not a whole zip"
        elif akhiran == ".py":
            compile(berkas.read_bytes(), berkas.name, "exec")
        elif akhiran == ".json":
            __import__("json").loads(berkas.read_text(encoding="utf-8"))
        else:
            teks = berkas.read_text(encoding="utf-8").rstrip()
            return "" if teks and (akhiran != ".html" or teks.endswith("</html>")) else "cut short"
    except Exception as e:
        return f"{type(e).__name__}: {e}"[:200]
    return ""
