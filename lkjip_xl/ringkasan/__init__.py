"""The summary sheets: computed from the inputs of a workbook, laid out as the report prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from importlib import import_module
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.ringkasan.model import TabelRingkas
    from lkjip_xl.tabel.model import BukuKerja

_FUNGSI = {
    "Capaian Kinerja": ("capaian", "capaian_kinerja"),
    "Capaian per Triwulan": ("capaian_triwulan", "capaian_triwulan"),
    "Perbandingan Tahun": ("perbandingan_tahun", "perbandingan_tahun"),
    "Kemajuan Renstra": ("kemajuan_renstra", "kemajuan_renstra"),
    "Pembanding Standar": ("pembanding", "pembanding_standar"),
    "Analisis Kinerja": ("analisis", "analisis_kinerja"),
    "Program Penunjang": ("program_penunjang", "program_penunjang"),
    "Realisasi Anggaran": ("realisasi_anggaran", "realisasi_anggaran"),
    "Efisiensi Sasaran": ("efisiensi_sasaran", "efisiensi_sasaran"),
    "Efisiensi Program": ("efisiensi_program", "efisiensi_program"),
    "Simpulan": ("simpulan", "simpulan"),
    "Kelengkapan": ("kelengkapan", "kelengkapan"),
}


class _Daftar(Mapping[str, "Callable[[BukuKerja], TabelRingkas]"]):
    """Function of each summary sheet, imported when it is asked for."""

    def __getitem__(self, lembar: str) -> Callable[[BukuKerja], TabelRingkas]:
        modul, fungsi = _FUNGSI[lembar]
        return getattr(import_module(f"lkjip_xl.ringkasan.{modul}"), fungsi)

    def __iter__(self) -> Iterator[str]:
        return iter(_FUNGSI)

    def __len__(self) -> int:
        return len(_FUNGSI)


RINGKASAN: Mapping[str, Callable[[BukuKerja], TabelRingkas]] = _Daftar()


def periksa_masukan(buku: BukuKerja, berkas: str) -> list[Temuan]:
    """Refuse (GalatBerkas BK-24) where a column that a summary cannot do without is missing: blanks would replace figures.

    Returns what the summaries leave out because other columns are missing.
    """
    from lkjip_xl.ringkasan.masukan import PERLU
    from lkjip_xl.skema.perlu import Perlu
    from lkjip_xl.tabel.hilang import periksa_kolom

    dibuat = [PERLU[lembar] for lembar in PERLU if dibuat_dari(buku, lembar)]
    return periksa_kolom(buku, reduce(or_, dibuat, Perlu()), "BK-24", berkas=berkas)


def dibuat_dari(buku: BukuKerja, lembar: str) -> bool:
    """Is this summary sheet made: not switched off in Daftar Tabel, and nothing it needs dropped by the schema?"""
    from lkjip_xl.ringkasan.kepala import kepala_tabel
    from lkjip_xl.ringkasan.masukan import tak_tersusun

    return kepala_tabel(buku, lembar).tampil and not tak_tersusun(buku.skema, lembar)


def buat_semua(buku: BukuKerja) -> list[TabelRingkas]:
    """Every summary that is made, in the order of the sheets."""
    return [buat(buku) for lembar, buat in RINGKASAN.items() if dibuat_dari(buku, lembar)]
