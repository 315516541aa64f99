"""Targets of the years of a Renstra in a table, and which of them is the report's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lkjip_xl.rencana.kolom import HASIL
from lkjip_xl.rencana.model import PetaKolom, Yakin
from lkjip_xl.tabel.model import Nilai

RENSTRA, RIWAYAT, LALU = "renstra", "riwayat", "realisasi_"


def target_laporan(setelan: Mapping[str, Nilai]) -> str:
    """The column of the Renstra that is the target of the report's year; "" where the years are not set."""
    laporan, awal = (setelan.get(n) for n in ("TahunLaporan", "TahunRenstraAwal"))
    return f"target_{laporan - awal + 1:.0f}" if isinstance(laporan, float) and isinstance(awal, float) else ""


def target_berhasil(setelan: Mapping[str, Nilai], dipakai: Sequence[PetaKolom]) -> bool:
    """Has every target of a year the result of that year beside it, so that the table tells what was reached, and plans nothing?"""
    laporan, awal = (setelan.get(n) for n in ("TahunLaporan", "TahunRenstraAwal"))
    if not isinstance(laporan, float) or not isinstance(awal, float):
        return False
    pasti = {(k.lembar, k.kolom) for k in dipakai if k.yakin is Yakin.PASTI}
    hasil = {laporan - int(k.removeprefix(LALU)) for i, k in pasti if i == RIWAYAT and k.startswith(LALU)}
    hasil |= {laporan} if ("pengukuran", "realisasi") in pasti else set()
    target = {awal + int(k.removeprefix("target_")) - 1 for k in _target(dipakai)}
    return bool(target) and target <= hasil


def tahun_renstra(dipakai: Sequence[PetaKolom]) -> int:
    """Of how many years a table holds targets of the Renstra; 0 where results stand beside them."""
    return 0 if any(k.kolom.startswith(HASIL) for k in dipakai) else len(_target(dipakai))


def _target(dipakai: Iterable[PetaKolom]) -> set[str]:
    return {k.kolom for k in dipakai if k.lembar == RENSTRA and k.kolom.startswith("target_")} - {"target_akhir"}
