"""The small workbook the campaign works on, and what lies beside it: built once, a tenth of a real one's size."""

from __future__ import annotations

import csv
import io
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from lkjip_xl import perintah
from lkjip_xl.buku.paket import Paket
from lkjip_xl.skema.model import Skema

AKAR = Path(__file__).parents[2]
CONTOH_CSV = AKAR / "workbooks" / "contoh" / "magetan-2024"
BARIS = 5  # ready-made rows per sheet: reading is most of the campaign's time
UTUH = ("pengaturan", "skala", "daftar_tabel")  # short sheets that mean nothing when cut
BUKU = "buku.xlsm"


@cache
def skema() -> Skema:
    """The schemas as every command uses them."""
    return perintah.skema()


@cache
def buku_kecil() -> bytes:
    """All sheets, few rows, filled from the first rows of a published report, with two numbers written as text."""
    from lkjip_xl.isi import isi_buku

    kecil = skema_kecil()
    paket = Paket.dari_bytes(templat_kecil(), BUKU)
    with tempfile.TemporaryDirectory() as folder:
        for nama, teks in isi_csv().items():
            (Path(folder) / nama).write_text(teks, encoding="utf-8")
        isi_buku(paket, Path(folder), kecil)
    teks_angka(paket)
    return paket.ke_bytes()


def bagian_lembar(nama: str) -> str:
    """Part of a sheet of the small workbook."""
    return Paket.dari_bytes(buku_kecil(), BUKU).lembar()[nama].part


def lain_csv() -> str:
    """The table of Pengukuran with two other figures, for lkjip ambil."""
    return isi_csv()["pengukuran.csv"].replace("76,99", "76,5").replace("37,07", "38,1")


@cache
def templat_kecil() -> bytes:
    """The blank template with few rows."""
    from lkjip_xl.lembar.bangun import bangun

    return bangun(skema_kecil())


@cache
def skema_kecil() -> Skema:
    """The schemas with few rows."""
    return Skema({i: replace(s, baris=min(s.baris, 12 if i in UTUH else BARIS)) for i, s in skema().lembar.items()})


def teks_angka(paket: Paket) -> None:
    """Two amounts as text, so that rapikan has something to do."""
    from lkjip_xl.buku.tulis import Tulis, tulis_sel

    tulis_sel(paket, {"Anggaran": {"Q8": Tulis("1.168.800.000,-"), "Q9": Tulis("Rp 3.457.628")}})


@cache
def isi_csv() -> dict[str, str]:
    """The first rows of every CSV of the example."""
    hasil = {}
    for berkas in sorted(CONTOH_CSV.glob("*.csv")):
        baris = list(csv.reader(io.StringIO(berkas.read_text(encoding="utf-8"))))
        if berkas.stem == "koreksi":
            continue
        keluar = io.StringIO()
        csv.writer(keluar, lineterminator="\n").writerows(baris if berkas.stem in UTUH else baris[: BARIS + 1])
        hasil[berkas.name] = keluar.getvalue()
    return hasil
