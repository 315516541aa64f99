"""Indicators printed several times inside one table of a document: named as such; that other tables print them again is as it should be."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.ragam_kepala import pokok_kolom
from lkjip_xl.rencana import PetaTabel, Yakin
from lkjip_xl.rencana.calon import BERSAMA, PENAMA
from lkjip_xl.rencana.model import Peran
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.model import BarisAsing

IND = "indikator"
JARANG = 3  # of so many names at most one comes again: where more do, the table is made so
_PER_BARIS = frozenset({"tahun", "tw", "versi", "kode"})  # what tells rows of one name apart
_PROGRAM = frozenset({"program", "kegiatan"})


def nama_ganda(p: PetaTabel) -> Iterator[Temuan]:
    """CK-04 for every name that a table with a row an indicator prints in several rows, at the second one."""
    n = p.nomor_kolom(IND, IND)
    if n is None or p.lembar not in BERSAMA or p.yakin is not Yakin.PASTI or p.tabel.letak or p.tabel.terputar:
        return
    if any(_PROGRAM & {*x.split()} for x in pokok_kolom(p.tabel).values()):
        return  # the indicator beside each of its programmes
    menurut = _menurut(p, n)
    ganda = [isi for isi in menurut.values() if len(isi) > 1]
    if JARANG * len(ganda) > len(menurut) + 1:
        return
    for isi in ganda:
        lembar, sel = p.tabel.alamat(isi[1], n)
        terkait = [p.tabel.alamat(b, n) for b in (isi[0], *isi[2:])]
        yield buat_temuan("CK-04", lembar=lembar, sel=sel, kolom=p.kolom[n].judul, nama=isi[0].sel[n].teks, lain=isi[0].nomor,
                          kali=len(isi), sel_terkait=terkait)  # fmt: skip


def _menurut(p: PetaTabel, n: int) -> dict[tuple[object, ...], list[BarisAsing]]:
    """The rows of each name that have figures, in one grid, below one sasaran and of one year, quarter, version and kode."""
    atas = next((k.nomor for k in p.berperan(Peran.SASARAN)), 0)
    lain = [k.nomor for k in p.kolom.values() if k.kolom in (*_PER_BARIS, *(x for x in PENAMA if x != IND), "satuan")]
    hasil: dict[tuple[object, ...], list[BarisAsing]] = {}
    sasaran = ""
    for b in p.tabel.data():
        sasaran = nama_setara(b.sel[atas].teks) if atas in b.sel else sasaran
        if n in b.sel and len(b.sel) > 1 and not b.butir:
            ciri = (nama_setara(b.sel[x].teks) if x in b.sel else "" for x in lain)
            hasil.setdefault((nama_setara(b.sel[n].teks), b.kisi, sasaran, *b.kelompok, *ciri), []).append(b)
    return hasil
