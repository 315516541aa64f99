"""Free tables in the section of the report they name, with their own columns."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.angka import tulis
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, JUMLAH, KEPALA, TabelBebas, bacaan_sel, daftar_tabel_bebas
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Balok, Tabel

TAHUN = (1900, 2100)
LEBAR = (8, 40)  # of a column, in letters


def tabel_bebas(b: Bahan, *bagian: str) -> Iterator[Balok]:
    """The tables of these sections, in the order of the sheet."""
    for t in daftar_tabel_bebas(b.buku):
        if t.bagian in bagian and t.judul and t.baris:
            yield Tabel(_cetak(b, t), t.judul)


def ada_tabel_bebas(b: Bahan, bagian: str) -> bool:
    """Is there a table for this section?"""
    return any(t.bagian == bagian and t.judul and t.baris for t in daftar_tabel_bebas(b.buku))


def _cetak(b: Bahan, t: TabelBebas) -> TabelRingkas:
    kepala = [isi for _, isi in t.menurut(KEPALA)]
    sel = b.buku[ID_BEBAS].sel
    baris, kata, angka = [], set(), set()
    for letak, jenis, isi in t.baris:
        if jenis != KEPALA:
            nilai = {k: _angka(sel.get((letak, k)), teks) for k, teks in isi.items()}
            for k, teks in isi.items():
                (angka if _bilangan(sel.get((letak, k))) is not None else kata if teks.strip(" -–") else set()).add(k)
            baris.append(BarisRingkas(dict(nilai), "jumlah" if jenis == JUMLAH else "biasa"))
    kolom = []
    atas = ""
    for k in t.kolom:
        atas = kepala[0].get(k, "") or atas if len(kepala) > 1 else ""
        judul = kepala[1].get(k, "") if len(kepala) > 1 else kepala[0].get(k, "") if kepala else ""
        panjang = max((len(str(r.nilai.get(k) or "")) for r in baris), default=0)
        lebar = min(max(panjang, LEBAR[0]), LEBAR[1])
        kolom.append(
            KolomRingkas(
                k,
                judul or atas,
                "angka" if k in angka - kata else "teks",
                lebar,
                atas if judul and atas else None,
                tetap=True,
            )
        )
    return TabelRingkas(
        lembar=b.buku[ID_BEBAS].lembar, nomor="", judul=t.judul, sumber=sumber(b.buku, ID_BEBAS), satuan="sebagaimana kepala kolom",
        catatan=(), kolom=tuple(kolom), baris=tuple(baris),
    )  # fmt: skip


def _angka(s, teks: str) -> str:
    """A number typed as such in the way of the report; a text as it stands."""
    x = _bilangan(s)
    if x is None:
        return teks
    tahun = x.nilai == int(x.nilai) and TAHUN[0] <= x.nilai <= TAHUN[1]
    return tulis(x.nilai, x.desimal, ribuan=not tahun)


def _bilangan(s):
    """What a cell reads as, where that is a number."""
    x = bacaan_sel(s) if s is not None and s.bacaan is not None else None
    return x if x is not None and x.nilai is not None else None
