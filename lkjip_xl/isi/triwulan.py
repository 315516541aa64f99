"""Quarters printed side by side (columns tw1 … tw4 of pengukuran.csv and pk.csv) go into the sheet of quarters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import Asal, BukuKerja, SelKerja
from lkjip_xl.tabel.triwulan import ASAL, ID_TRIWULAN, Letak, Pindahan, diketik, rencana_pindah

Sel = Mapping[tuple[int, str], SelKerja]


def ke_rumah(
    buku: BukuKerja, semula: Mapping[str, Sel], temuan: Sequence[Temuan]
) -> tuple[dict[Letak, tuple[str, str]], list[Temuan]]:
    """Move the quarters just placed into their home, and the findings about them; a workbook without one keeps its columns.

    semula: the cells of those sheets before. Returns sheet and cell of what moved, and all findings.
    """
    t = buku.tabel.get(ID_TRIWULAN)
    baru = [x for i in ASAL for x in diketik(buku, i) if semula[i].get(x[1:]) is not buku[i].sel[x[1:]]]
    if t is None or not t.ada or not baru:
        return {}, list(temuan)
    pindah = rencana_pindah(buku, baru)
    alamat = {}
    for (b, k), x in pindah.kunci.items():
        t.sel[b, k] = SelKerja.isian(x)
    for (i, b, k), (baris, bidang) in pindah.ke.items():
        t.sel[baris, bidang] = replace(buku[i].sel[b, k], asal=Asal.ISIAN)
        _lepas(buku[i].sel, semula[i], (b, k))
        alamat[buku[i].lembar, buku[i].alamat(b, k)] = (t.lembar, t.alamat(baris, bidang))
    hasil = [replace(x, lembar=ke[0], sel=ke[1]) if (ke := alamat.get((x.lembar, x.sel))) else x for x in temuan]
    hasil += [*_kabar(buku, pindah), *_tinggal(buku, baru, pindah)]
    return {x: (t.lembar, t.alamat(*ke)) for x, ke in pindah.ke.items()}, hasil


def _lepas(sel: dict[tuple[int, str], SelKerja], semula: Sel, letak: tuple[int, str]) -> None:
    """The column holds again what it held: the template's formula, mostly."""
    dulu = semula.get(letak)
    if dulu is None:
        del sel[letak]
    else:
        sel[letak] = dulu


def _kabar(buku: BukuKerja, pindah: Pindahan) -> list[Temuan]:
    """One note per sheet that was read."""
    t = buku[ID_TRIWULAN]
    semua = sorted(pindah.ke.items(), key=lambda x: ASAL.index(x[0][0]))
    hasil = []
    for asal, isi in groupby(semua, key=lambda x: x[0][0]):
        tempat = [ke for _, ke in isi]
        sel = t.alamat(*min(tempat))
        hasil.append(buat_temuan("LB-40", lembar=t.lembar, sel=sel, jumlah=len(tempat), asal=buku[asal].lembar))
    return hasil


def _tinggal(buku: BukuKerja, baru: Sequence[Letak], pindah: Pindahan) -> list[Temuan]:
    """Figures without a place there."""
    rumah = buku[ID_TRIWULAN].lembar
    return [
        buat_temuan(
            "LB-41", lembar=buku[i].lembar, sel=buku[i].alamat(b, k), nilai=buku[i].sel[b, k].mentah, rumah=rumah
        )
        for i, b, k in baru
        if (i, b, k) not in pindah.ke
    ]
