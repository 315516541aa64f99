"""Where each summary sheet is made."""

from __future__ import annotations

from collections.abc import Mapping

FUNGSI: Mapping[str, tuple[str, str]] = {
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
"""Module and function of each summary sheet, in the order of the sheets."""
