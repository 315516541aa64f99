"""Mutated packages: three workbooks, each case told by its seed and number, read, grafted into, or put through commands.

berkas: the workbook of tests/buku_pengguna.py, opened, read, a sheet grafted, saved, read again and compared.
muat: a small workbook of ours with shared texts and a user's own sheet; the same, and it is typed as every command does.
perintah: the same workbook, put through one command each, in turn.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import openpyxl
from buku_pengguna import buku_pengguna

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.skema.pesan import pesan_berkas
from lkjip_xl.tabel.muat import muat_buku
from tangguh import dasar, kolam, olah
from tangguh.banding import banding
from tangguh.hasil import Hasil, Kelas
from tangguh.jalan import lkjip, sebab_galat
from tangguh.mutan_paket import MUTASI_PAKET, MUTASI_ZIP
from tangguh.mutan_xml import MUTASI_XML
from tangguh.paket_buatan import hias
from tangguh.perkakas import PERKAKAS, argumen, sediakan, utuh

BENIH = 9
TAHAP = ("berkas", "muat", "perintah")
NAMA = "mutan.xlsm"
XML = (".xml", ".rels", ".vml")
RINGKAS = "Capaian Kinerja"
# every way of use in turn; the writing ones twice as often
GILIR = ("validasi-tulis", "ringkas", "isi", "rapikan-terapkan", "mesin", "tahun-baru-bekukan", "laporan", "edar", "edar-nilai",
         "tahun-baru", "validasi", "rapikan", "cocokkan", "cocokkan-tabel", "tahun-lalu", "ringkas", "validasi-tulis", "mesin",
         "ambil", "ambil-terapkan", "ambil-urungkan", "formulir", "perbarui-lihat", "ambil-pratinjau", "ambil-tulis")  # fmt: skip


@cache
def asal(tahap: str) -> dict[str, bytes]:
    """Parts of the workbook a stage mutates."""
    if tahap == "berkas":
        return olah.bagian(buku_pengguna())
    isi = olah.bagian(dasar.buku_kecil())
    hias(isi)
    olah.ke_bersama(isi)
    return isi


def mutan(tahap: str, benih: int, i: int) -> tuple[str, bytes, set[str]]:
    """Mutant number i of a seed: what was done, the file, names of the parts that differ."""
    r = Random(f"{tahap}:{benih}:{i}")
    isi = dict(asal(tahap))
    ragam = r.random()
    if ragam < 0.08:
        f = r.choice(MUTASI_ZIP)
        return f.__name__, f(_kemas(isi), r), set()
    if ragam < 0.25:
        f = r.choice(MUTASI_PAKET)
        f(isi, r)
        return f.__name__, _kemas(isi), set()
    nama_mutasi, kena = [], set()
    for _ in range(r.choice((1, 1, 1, 2))):
        g, bagian = r.choice(MUTASI_XML), _pilih_bagian(isi, r)
        isi[bagian] = g(isi[bagian], r)
        nama_mutasi.append(f"{g.__name__}@{bagian}")
        kena.add(bagian)
    return "+".join(nama_mutasi), _kemas(isi), kena


def _pilih_bagian(isi: dict[str, bytes], r: Random) -> str:
    """Any XML part; those that decide most, most often."""
    if r.random() < 0.5:
        return r.choice(
            [
                n
                for n in (
                    "xl/workbook.xml",
                    "xl/styles.xml",
                    "xl/sharedStrings.xml",
                    "xl/_rels/workbook.xml.rels",
                    "[Content_Types].xml",
                    "_rels/.rels",
                )
                if n in isi
            ]
        )
    return r.choice([n for n in isi if n.endswith(XML)])


def _kemas(isi: dict[str, bytes]) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as z:
        for nama, data in isi.items():
            z.writestr(zipfile.ZipInfo(nama, (2024, 5, 6, 7, 8, 10)), data, zipfile.ZIP_STORED)
    return keluar.getvalue()


def jalankan(n: dict[str, int], benih: int = BENIH, proses: int = 2, *, mulai: int = 0) -> Iterator[Hasil]:
    """Outcomes of n[stage] mutants of each stage, from number `mulai` on."""
    for tahap, jumlah in n.items():
        asal(tahap)  # before the processes part
        yield from kolam.kerjakan(
            f"mutants: {tahap}", range(mulai, jumlah), lambda i, t=tahap: [satu(t, benih, i)], proses
        )


def satu(tahap: str, benih: int, i: int) -> Hasil:
    """Outcome of one mutant."""
    apa, data, kena = mutan(tahap, benih, i)
    kelas, rinci = _perintah(data, i) if tahap == "perintah" else coba_pustaka(data, kena, tahap)
    return Hasil(f"mutants: {tahap}", f"{benih}:{i} {apa}", kelas, rinci)


def coba_pustaka(data: bytes, kena: set[str], tahap: str) -> tuple[Kelas, str]:
    """Class of reading a workbook, grafting a sheet into it and reading it again."""
    try:
        paket = Paket.dari_bytes(data, NAMA)
        temuan = bool(muat_buku(paket, dasar.skema()).temuan) if tahap == "muat" else False
        dict(baca_buku(paket).lembar)  # sheets are read when asked for
        wb = openpyxl.Workbook()
        wb.active.title = RINGKAS
        wb.active["B2"] = 12.5
        wb.active["B2"].number_format = "0.00"
        cangkok(paket, wb)
        hasil = paket.ke_bytes()
    except GalatBerkas as e:
        pesan = pesan_berkas(e.kode, **e.isi)
        return (Kelas.DITOLAK if NAMA in pesan else Kelas.BISU), pesan
    except Exception as e:
        return Kelas.KELUAR3, sebab_galat(e)
    return _sesudah(data, hasil, kena) or ((Kelas.TEMUAN if temuan else Kelas.OK), "")


def _sesudah(data: bytes, hasil: bytes, kena: set[str]) -> tuple[Kelas, str] | None:
    """What the graft did to the rest; only the sheets concerned are read again unless all may be."""
    lama = Paket.dari_bytes(data, NAMA)
    try:
        baru = Paket.dari_bytes(hasil, NAMA)
        lembar = lama.lembar()
        hanya = None
        if kena and all("/worksheets/" in k for k in kena):
            hanya = [n for n, i in lembar.items() if i.part in kena]
        isi = baca_buku(baru, [RINGKAS]).lembar
        nilai = next((x.sel.get((2, 2)) for n, x in isi.items() if n == RINGKAS), None)
        if nilai is None or nilai.nilai != 12.5 or nilai.format != "0.00":
            return Kelas.RUSAK, f"the grafted cell reads {nilai}"
        return banding(lama, baru, [RINGKAS], hanya=hanya)
    except GalatBerkas as e:
        return Kelas.RUSAK, f"what was written is refused: {e}"


def _perintah(data: bytes, i: int) -> tuple[Kelas, str]:
    p = PERKAKAS[GILIR[i % len(GILIR)]]
    with tempfile.TemporaryDirectory() as nama_folder:
        return coba_perintah(p.nama, data, Path(nama_folder), NAMA)


def coba_perintah(perkakas: str, data: bytes, folder: Path, nama: str) -> tuple[Kelas, str]:
    """Class of one command on a workbook: how it ended, and what it did to the workbook and beside it."""
    p = PERKAKAS[perkakas]
    berkas = sediakan(folder, data, nama)
    keluaran = lkjip(*argumen(p, folder, nama))
    kelas, rinci = keluaran.nilai(nama)
    rinci = f"{perkakas}: {rinci}" if rinci else ""
    kini = berkas.read_bytes() if berkas.exists() else None
    if kini is None:
        return Kelas.HILANG, f"{perkakas}: the workbook is gone"
    if kini != data and (kelas not in (Kelas.OK, Kelas.TEMUAN) or not p.menulis):
        return Kelas.RUSAK, f"{perkakas}: changed although {kelas.value}"
    for x in p.keluaran:
        if (folder / x).exists() and (kurang := utuh(folder / x)):
            return Kelas.RUSAK, f"{perkakas}: {x} {kurang}"
    if kini != data:
        try:
            buruk = banding(Paket.dari_bytes(data, nama), Paket.dari_bytes(kini, nama), set(p.milik()), boleh=p.boleh)
        except GalatBerkas as e:
            return Kelas.RUSAK, f"{perkakas}: what was written is refused: {e}"
        if buruk is not None:
            return buruk[0], f"{perkakas}: {buruk[1]}"
    return kelas, rinci
