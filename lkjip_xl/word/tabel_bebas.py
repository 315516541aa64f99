"""Free tables in the section of the report they name, with their own columns."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import TAHUN
from lkjip_xl.ringkasan.indikator import Indikator
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.model import SelKerja
from lkjip_xl.tabel.rincian_tersebut import indikator_tersebut
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, JUMLAH, KEPALA, TabelBebas, bacaan_sel, daftar_tabel_bebas
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Tabel

PENANDA = ("no", "no.", "nomor", "kode", "tahun")
LEBAR = (8, 40)  # of a column, in letters


def tabel_bebas(b: Bahan, *bagian: str) -> Iterator[Tabel]:
    """The tables of these sections, in the order of the sheet."""
    yield from (Tabel(_cetak(b, t), t.judul) for t in _milik(b, *bagian))


def tabel_bebas_indikator(b: Bahan, bagian: str, x: Indikator) -> Iterator[Tabel]:
    """Of the tables of a section those whose title names an indicator."""
    kenal = [(r["kode"], r["indikator"]) for r in b.rekaman("indikator")]
    for t in _milik(b, bagian):
        if kunci_teks(indikator_tersebut(t.judul, kenal)) == x.kunci:
            yield Tabel(_cetak(b, t), t.judul)


def ada_tabel_bebas(b: Bahan, bagian: str) -> bool:
    """Is there a table for this section?"""
    return any(True for _ in _milik(b, bagian))


def _milik(b: Bahan, *bagian: str) -> Iterator[TabelBebas]:
    return (t for t in daftar_tabel_bebas(b.buku) if t.bagian in bagian and t.judul and t.baris)


def _cetak(b: Bahan, t: TabelBebas) -> TabelRingkas:
    kepala = [isi for _, isi in t.menurut(KEPALA)]
    sel = b.buku[ID_BEBAS].sel
    baris, kata, angka = [], set(), set()
    for letak, jenis, isi in t.baris:
        if jenis == KEPALA:
            continue
        nilai = {k: _angka(sel.get((letak, k)), teks) for k, teks in isi.items()}
        baris.append(BarisRingkas(dict(nilai), "jumlah" if jenis == JUMLAH else "biasa"))
        terbaca = {k for k in isi if bacaan_sel(sel.get((letak, k))) is not None}
        angka |= terbaca
        kata |= {k for k, teks in isi.items() if k not in terbaca and teks.strip(" -–")}
    kolom = []
    atas = ""
    for k in t.kolom:
        atas = kepala[0].get(k, "") or atas if len(kepala) > 1 else ""
        judul = kepala[1].get(k, "") if len(kepala) > 1 else kepala[0].get(k, "") if kepala else ""
        panjang = max((len(str(r.nilai.get(k) or "")) for r in baris), default=0)
        lebar = min(max(panjang, LEBAR[0]), LEBAR[1])
        # a column that numbers the rows does so though a total or a mean is named in it
        bernomor = k in angka and kunci_teks(judul or atas) in PENANDA
        tipe = "pilihan" if bernomor else "angka" if k in angka - kata else "teks"
        kolom.append(KolomRingkas(k, judul or atas, tipe, lebar, atas if judul and atas else None, tetap=True))
    return TabelRingkas(
        lembar=b.buku[ID_BEBAS].lembar, nomor="", judul=t.judul, sumber=sumber(b.buku, ID_BEBAS), satuan="sebagaimana kepala kolom",
        catatan=(), kolom=tuple(kolom), baris=tuple(baris),
    )  # fmt: skip


def _angka(s: SelKerja | None, teks: str) -> str:
    """A number typed as such in the way of the report; a text as it stands."""
    x = bacaan_sel(s) if s is not None and s.bacaan is not None else None
    if x is None or x.nilai is None:
        return teks
    tahun = x.nilai == int(x.nilai) and TAHUN[0] <= x.nilai <= TAHUN[1]
    return tulis(x.nilai, x.desimal, ribuan=not tahun)
