"""The settings a region sets once for all its agencies: how is computed, which categories, which tables are printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lkjip_xl.inti.angka import baca, tulis
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.hitung_buku import ID_SETELAN, ID_SKALA
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.nomor_templat import ID_DAFTAR, nomor_templat
from lkjip_xl.tabel.templat_word import baca_templat, sidik_templat

SETELAN = (
    "metode_efisiensi", "basis_efisiensi", "cakupan_efisiensi", "masukan_efisiensi", "batas_capaian", "letak_batas",
    "batas_bawah_capaian", "cakupan_rata", "kemajuan_jumlah", "desimal_capaian", "desimal_serapan", "desimal_efisiensi",
    "desimal_rata", "cara_capaian", "skala_capaian", "skala_sasaran", "skala_serapan",
)  # fmt: skip
"""Columns of the sheet Pengaturan that are the region's; the others name the agency, its years and documents."""

KOLOM_DAFTAR = ("nomor", "label_kategori", "tampil", "kolom", "bersama", "rata")  # titles may name the agency
KOSONG = "(kosong)"
TEMPLAT_WORD = "Templat Word laporan"


def aturan_daerah(buku: BukuKerja) -> dict[str, str]:
    """What stands in the settings of the region, by how they are named to people, in their order."""
    word = {TEMPLAT_WORD: buku.templat_word or KOSONG}
    return dict(_setelan(buku)) | dict(_skala(buku)) | dict(_daftar_tabel(buku)) | word


def aturan_templat(path: Path, skema: Skema) -> dict[str, str]:
    """The same of a region's template, whose Word document lies beside it; raises GalatBerkas."""
    hasil, word = aturan_daerah(muat_buku(path, skema)), baca_templat(path)
    if word is not None:
        hasil[TEMPLAT_WORD] = sidik_templat(word)
    if hasil[TEMPLAT_WORD] == KOSONG:
        del hasil[TEMPLAT_WORD]  # it sets none
    return hasil


def sama(a: str, b: str) -> bool:
    """Do two texts of a setting say the same, as text or as numbers?

    >>> sama("Semua", "semua "), sama("120", "120,0"), sama("120", "(kosong)")
    (True, True, False)
    """
    x, y = baca(a).nilai, baca(b).nilai
    return kunci_teks(a) == kunci_teks(b) or (x is not None and x == y)


def _setelan(buku: BukuKerja) -> Iterator[tuple[str, str]]:
    t = buku[ID_SETELAN]
    for nama, kolom in t.skema.kolom.items():
        if nama in SETELAN:
            s = t.sel.get((BARIS_DATA, nama))
            yield kolom.judul, teks(None if s is None else s.nilai)


def _skala(buku: BukuKerja) -> Iterator[tuple[str, str]]:
    isi: dict[str, list[str]] = {}
    for _, r in buku[ID_SKALA].rekaman():
        if r["kategori"] is not None:
            bawah = "" if r["batas"] is None else f"{r['tanda'] or '>='} {teks(r['batas'])} "
            isi.setdefault(teks(r["skala"]), []).append(f"{bawah}{teks(r['kategori'])}")
    for nama, isian in isi.items():
        yield f"{buku[ID_SKALA].lembar}{'' if nama == KOSONG else f' {nama}'}", "; ".join(isian)


def _daftar_tabel(buku: BukuKerja) -> Iterator[tuple[str, str]]:
    t = buku[ID_DAFTAR]
    for _, r in t.rekaman():
        if r["ringkasan"] is not None:
            for kolom in KOLOM_DAFTAR:
                if kolom in t.skema.kolom:
                    bebas = kolom == "nomor" and r["ringkasan"] in nomor_templat(buku)
                    isi = None if bebas else r[kolom]
                    yield f"{t.lembar}: {teks(r['ringkasan'])}, {t.skema.kolom[kolom].judul}", teks(isi)


def teks(x: Nilai) -> str:
    """A setting as it is shown.

    >>> teks(120.0), teks(None)
    ('120', '(kosong)')
    """
    if isinstance(x, Galat):
        return x.value
    if isinstance(x, (int, float)):
        return tulis(float(x))
    return KOSONG if x is None or not kunci_teks(x) else str(x)
