"""The summary sheets: computed from the inputs of a workbook, laid out as the report prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_xl.ringkasan.model import TabelRingkas
    from lkjip_xl.tabel.model import BukuKerja

_FUNGSI = {
    "Capaian Kinerja": ("capaian", "capaian_kinerja"),
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


MASUKAN = ("pengaturan", "skala", "daftar_tabel", "indikator", "renstra", "pk", "pengukuran", "riwayat", "pembanding",
           "analisis", "anggaran", "penunjang")  # the input sheets the summaries are made of  # fmt: skip


def periksa_masukan(buku: BukuKerja, berkas: str) -> None:
    """Refuse (GalatBerkas BK-24) where a sheet or column the summaries need is missing: blanks would replace figures."""
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.tabel.model import SUSUNAN_RUSAK

    perlu = {buku[i].lembar for i in MASUKAN}
    hilang = [f"{t.lembar} {t.kolom}".strip() for t in buku.temuan if t.kode in SUSUNAN_RUSAK and t.lembar in perlu]
    if hilang:
        raise GalatBerkas("BK-24", berkas=berkas, daftar=", ".join(hilang))


def buat_semua(buku: BukuKerja) -> list[TabelRingkas]:
    """Every summary that Daftar Tabel does not switch off, in the order of the sheets."""
    from lkjip_xl.ringkasan.kepala import kepala_tabel

    return [buat(buku) for lembar, buat in RINGKASAN.items() if kepala_tabel(buku, lembar).tampil]
