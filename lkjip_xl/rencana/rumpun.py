"""What the tables of one file say of each other: the version that goes on, the sheet of those that stand below another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from lkjip_xl.rencana.model import PetaTabel, Yakin
from lkjip_xl.skema.model import Skema

PK_PROGRAM, ANGGARAN = "pk_program", "anggaran"
RUMPUN = {PK_PROGRAM: "pk"}  # a sheet and the one its tables stand below
_HASIL = frozenset({"realisasi", "realisasi_rp", "capaian", "serapan", "sisa"})


def di_bawah_perjanjian(semua: list[PetaTabel], ulang: Callable[[PetaTabel, str], PetaTabel]) -> None:
    """Programmes with what they may spend, without a caption, right below an agreement are its budget; ulang: maps to a sheet."""
    for n, (atas, p) in enumerate(pairwise(semua), 1):
        if (
            p.lembar == ANGGARAN
            and atas.lembar == RUMPUN[PK_PROGRAM]
            and atas.yakin is Yakin.PASTI
            and not p.tabel.judul
            and p.tabel.kisi[0].berkas == atas.tabel.kisi[0].berkas
            and not {k.kolom for k in p.kolom.values() if k.lembar == ANGGARAN} & _HASIL
            and (baru := ulang(p, PK_PROGRAM)).skor > 0
        ):
            semua[n] = baru


def versi_terusan(skema: Skema, semua: Iterable[PetaTabel]) -> None:
    """A table without a caption is of the version of the one before it in its file: the budget below an agreement."""
    versi: dict[str, str] = {}
    for p in semua:
        k = skema.lembar[p.lembar].kolom.get("versi") if p.lembar else None
        if k is None or "versi" not in p.bawaan:
            continue
        berkas = p.tabel.kisi[0].berkas
        if not p.tabel.judul and versi.get(berkas) in k.pilihan:
            p.bawaan["versi"] = versi[berkas]
        versi[berkas] = p.bawaan["versi"]


def serumpun(semua: Iterable[PetaTabel]) -> None:
    """Programmes with their money that only resemble those of an agreement most are these below an agreement in the same file."""
    semua = list(semua)
    pasti = {(p.lembar, p.tabel.kisi[0].berkas) for p in semua if p.yakin is Yakin.PASTI}
    for p in semua:
        if p.yakin is Yakin.RAGU and (RUMPUN.get(p.lembar), p.tabel.kisi[0].berkas) in pasti and not p.alasan:
            p.yakin = Yakin.PASTI
