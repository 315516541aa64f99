"""All kinds of mistake, registered by being imported."""

from agensi import (
    cetak_ulang,
    salah_antar,
    salah_inspektur,
    salah_kinerja,
    salah_konvensi,
    salah_pendukung,
    salah_tulisan,
    salah_uang,
    salah_umum,
    tabel_kecil,
)
from agensi.tanam import JENIS, Letak

__all__ = [
    "JENIS",
    "Letak",
    "cetak_ulang",
    "salah_antar",
    "salah_inspektur",
    "salah_kinerja",
    "salah_konvensi",
    "salah_pendukung",
    "salah_tulisan",
    "salah_uang",
    "salah_umum",
    "tabel_kecil",
]
