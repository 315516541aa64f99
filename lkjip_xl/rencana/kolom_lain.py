"""Columns and tables that have no place on our sheets, and why: most often figures of another year than the report's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkjip_xl.padan.tahun import hapus_tahun
from lkjip_xl.rencana.calon import kepala
from lkjip_xl.rencana.model import PetaKolom
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.tabel.model import Nilai

KEPALA_ASING = "kepala tidak dikenal di lembar ini"


def kolom_lain(k: KolomAsing, laporan: int | None, setelan: Mapping[str, Nilai], caption: int | None) -> PetaKolom:
    """A column that is none of the sheet's, and why; caption: the other year its caption says, where it would be one in the report's."""
    tahun = kepala(k.jalur, setelan).tahun or caption
    if not k.jalur:
        alasan = "kolom tanpa kepala"
    elif tahun is not None and tahun != laporan:
        alasan = f"tidak ada tempat untuk tahun {tahun}{_di_luar_renstra(tahun, setelan)}"
    else:
        alasan = KEPALA_ASING
    return PetaKolom(k.nomor, k.judul, alasan=alasan)


def _di_luar_renstra(tahun: int, setelan: Mapping[str, Nilai]) -> str:
    """What the settings say of the Renstra where they may be what is wrong: a year behind its end."""
    awal, akhir = setelan.get("TahunRenstraAwal"), setelan.get("TahunRenstraAkhir")
    laporan = setelan.get("TahunLaporan")
    if not (isinstance(awal, float) and isinstance(akhir, float) and isinstance(laporan, float)):
        return ""
    luar = (tahun > laporan and not awal <= laporan <= akhir) or tahun > akhir
    return f"; Renstra menurut Pengaturan {awal:.0f}–{akhir:.0f}" if luar else ""


def tanpa_tahunnya(t: TabelAsing) -> TabelAsing:
    """The table as if neither its caption, nor the headings above it, nor its worksheet named a year."""
    atas = t.kisi[0]
    polos = replace(atas, tempat=hapus_tahun(atas.tempat), bagian=tuple(hapus_tahun(x) for x in atas.bagian))
    return replace(t, judul=hapus_tahun(t.judul), kisi=(polos, *t.kisi[1:]))
