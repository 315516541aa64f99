"""Quarters that a table prints side by side: a row each on their own sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkjip_xl.bentuk.waktu_kepala import sampai_triwulan
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.rencana.model import Nasib, Titik
from lkjip_xl.rencana.papan import Papan
from lkjip_xl.rencana.register import Indikator
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.triwulan import ASAL, ID_TRIWULAN, TW

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

IND, KODE = "indikator", "kode"
BIDANG = ("target", "realisasi")
LAIN = "angkanya sampai dengan triwulan, sedangkan Cara catat TW lain"
CARA_TW, KUMULATIF = "cara_tw", "kumulatif"


def isi_triwulan(pengisi: Pengisi, ind: Indikator, isi: list[Titik], satuan: str) -> list[Titik]:
    """Quarters printed side by side go to their own sheet, a row each; returns the other cells."""
    isi = _berjalan(pengisi.papan, ind, isi)
    rumah = pengisi.papan.buku.tabel.get(ID_TRIWULAN)
    pindah = (
        [x for x in isi if x.kolom.lembar in ASAL and x.kolom.kolom in TW] if rumah is not None and rumah.ada else []
    )
    for x in pindah:
        di_judul = KUMULATIF in kunci_judul(f"{x.peta.tabel.judul} {x.kolom.judul}").split()
        if (x.kolom.kumulatif or di_judul) and not _kumulatif(pengisi.papan, ind):
            pengisi.papan.catat(x, Nasib.RAGU, LAIN)
            continue
        kunci = {KODE: ind.kode, "tw": TW[x.kolom.kolom]}
        baris, _ = pengisi.lapang(ID_TRIWULAN).cari(kunci, set())
        pengisi.pasang_kunci(ID_TRIWULAN, baris, kunci, [])
        bidang = "target" if x.kolom.lembar == "pk" else "realisasi"
        pengisi.papan.letakkan(x, (ID_TRIWULAN, baris, bidang), satuan)
    return [x for x in isi if x not in pindah]


def _berjalan(papan: Papan, ind: Indikator, isi: list[Titik]) -> list[Titik]:
    """The cells of a table of one quarter without those up to it, where the workbook does not count so."""
    hasil = []
    for x in isi:
        milik = x.kolom.lembar == ID_TRIWULAN and x.kolom.kolom in BIDANG and not x.kolom.kunci
        if milik and (x.kolom.kumulatif or sampai_triwulan(x.peta.tabel.judul)) and not _kumulatif(papan, ind):
            papan.catat(x, Nasib.RAGU, LAIN)
        else:
            hasil.append(x)
    return hasil


def semua_kumulatif(buku: BukuKerja) -> bool:
    """Does the workbook say of every indicator it has that its quarters are those of the year so far?"""
    cara = [x.get(CARA_TW) for _, x in buku[IND].rekaman() if x.get(KODE)]
    return bool(cara) and all(x == KUMULATIF for x in cara)


def _kumulatif(papan: Papan, ind: Indikator) -> bool:
    """Are the quarters of an indicator those of the year so far? Where nothing is said yet, the header says it."""
    t = papan.buku[IND]
    s = t.sel.get((ind.baris, CARA_TW))
    if s is None or s.nilai is None:
        papan.turunan((IND, ind.baris, CARA_TW), KUMULATIF, "angka tabelnya sampai dengan triwulan")
        return True
    return s.nilai == KUMULATIF
