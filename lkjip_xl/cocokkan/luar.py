"""The outside file of a reconciliation: its tables, which of them are the sheet's, and how much stands in others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lkjip_xl.bentuk import per_bentuk
from lkjip_xl.bentuk.tahun_baris import tahun_satu, tentang_tahun_lain
from lkjip_xl.bentuk.triwulan_baris import kuartal
from lkjip_xl.bentuk.waktu_kepala import TRIWULAN
from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.kolom import LEVEL_TABEL
from lkjip_xl.padan.model import Tujuan
from lkjip_xl.padan.nama import kepala_setara, nama_setara
from lkjip_xl.padan.padan import Padan, padankan
from lkjip_xl.sumber import baca_sumber, sisa, urai_sumber
from lkjip_xl.sumber.gaya_inggris import pasti_inggris
from lkjip_xl.sumber.model import Sumber, TabelAsing
from lkjip_xl.sumber.tanpa_kepala import tabel_sisa

CALON_MAKS = 12  # tables of one file that are laid beside the sheet: those that share most names with it


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The table that is the sheet's (several of one form are one, None = none is), the file's other tables, cells outside of all."""

    padan: Padan | None
    lain: list[TabelAsing]
    di_luar: int = 0


def baca_luar(path: Path, lembar: str | None = None) -> Sumber:
    """Read a table file of any format; `lembar` = only that sheet of it (BK-15 where there is none). Raises GalatBerkas.

    Cells of the only sheet of a file are named by file and cell, as those of a CSV are.
    """
    sumber = baca_sumber(path, lembar)
    if len(sumber.kisi) == 1 and sumber.kisi[0].beralamat:
        sumber.kisi = [replace(sumber.kisi[0], tempat="")]
    return sumber


def tabel_luar(sumber: Sumber, tujuan: Tujuan) -> list[TabelAsing]:
    """The tables of a source, headers told by the words of the sheet, too."""
    return urai_sumber(sumber, kenal=_dikenal(tujuan))


def pilih(sumber: Sumber, tabel: Sequence[TabelAsing], tujuan: Tujuan, penyama: Penyama) -> Pilihan:
    """The tables of a source that stand as a sheet does and share rows with it, and what else the source holds."""
    di_luar = _di_luar(sumber, tabel)
    rupa = [(t, pasti_inggris(x)) for t in tabel if (x := _sebentuk(t)) is not None and _sewaktu(x, tujuan)]
    luar = [pasti_inggris(rata(t)) for t in di_luar]
    semua = [*(x for _, x in rupa), *luar]
    calon = [p for t in _calon(semua, tujuan) if (p := sandingkan(t, tujuan, penyama)).baris.pasangan]
    serupa: list[Padan] = []
    if calon:
        terbaik = calon[0] if len(calon) == 1 else max(calon, key=lambda p: (_sama(p, penyama), len(p.baris.pasangan)))
        serupa = _serupa(terbaik, calon)
    dipakai = {id(p.tabel) for p in serupa}
    terpakai = {id(t) for t, x in rupa if id(x) in dipakai}
    lain = [t for t in tabel if id(t) not in terpakai]
    sisa_luar = sum(len(b.sel) for t in luar if id(t) not in dipakai for b in t.baris)
    if len(serupa) > 1:
        serupa = [sandingkan(_satukan([t for t in semua if id(t) in dipakai]), tujuan, penyama)]
    return Pilihan(serupa[0] if serupa else None, lain, sisa_luar)


def _di_luar(sumber: Sumber, tabel: Sequence[TabelAsing]) -> list[TabelAsing]:
    return [t for k in sumber.kisi if (t := tabel_sisa(k, sisa(k, tabel))) is not None]


def tanpa_pilihan(sumber: Sumber, tabel: Sequence[TabelAsing]) -> Pilihan:
    """A source no table of which is laid beside the sheet as a whole."""
    return Pilihan(None, [*tabel], sum(len(b.sel) for t in _di_luar(sumber, tabel) for b in t.baris))


def _sebentuk(t: TabelAsing) -> TabelAsing | None:
    """The table with rows and columns as a sheet has them; None for one that is several, or about one indicator, by its form."""
    (pertama, lembar), *lain = per_bentuk(t)
    return None if lain or lembar or pertama.letak or pertama.indikator else rata(pertama)


def _sewaktu(t: TabelAsing, tujuan: Tujuan) -> bool:
    """Is no row of the table of a quarter or of another year than the report's, where the sheet's rows are of neither?

    What is of them then has its place by its column (`ambil`), or none.
    """
    for k in t.kolom:
        isi = [s.teks for b in t.data() if (s := b.sel.get(k.nomor)) is not None and s.teks.strip()]
        if "tw" not in tujuan.kolom and isi and all(kuartal(x, berkepala=False) in TRIWULAN for x in isi):
            return False
        tahun = {tahun_satu(x) for x in isi}
        berkepala = "tahun" in kunci_judul(k.judul).split() and not tentang_tahun_lain(k.judul)
        if "tahun" not in tujuan.kolom and berkepala and "" not in tahun and tahun - {f"{tujuan.tahun or 0:.0f}"}:
            return False
    return True


def sandingkan(tabel: TabelAsing, tujuan: Tujuan, penyama: Penyama) -> Padan:
    """Table and sheet side by side; of a sheet with versions the one the table agrees with most, where it names none."""
    p = padankan(tabel, tujuan, penyama.sama, penyama.pembaca)
    versi = {b.versi for b in tujuan.baris}
    if "versi" in p.teks.values() or len(versi) < 2:
        return p
    per_versi = [replace(tujuan, baris=[b for b in tujuan.baris if b.versi == v]) for v in versi]
    semua = [padankan(tabel, s, penyama.sama, penyama.pembaca) for s in per_versi]
    return max(semua, key=lambda x: (_sama(x, penyama), len(x.baris.pasangan)))


def _dikenal(tujuan: Tujuan) -> Callable[[str], bool]:
    """Does a text name a column of the sheet?"""
    sebutan = {s for k in tujuan.kolom.values() for s in k.sebutan} | LEVEL_TABEL.keys()
    return lambda teks: kepala_setara(teks) in sebutan


def _calon(tabel: Sequence[TabelAsing], tujuan: Tujuan) -> list[TabelAsing]:
    """The tables that name what the sheet names, or all where none does: rows may be found by kode or figures."""
    kolom = [*tujuan.nama_kolom(), "kode"]
    milik = {nama_setara(x) for b in tujuan.baris for n in kolom if isinstance(x := b.isi(n), str)} - {""}
    kena = {id(t): len(milik & {nama_setara(s.teks) for b in t.baris for s in b.sel.values()}) for t in tabel}
    urut = sorted(tabel, key=lambda t: (-kena[id(t)], -len(t.baris)))[:CALON_MAKS]
    return [t for t in urut if kena[id(t)]] or urut


def _sama(p: Padan, penyama: Penyama) -> int:
    kolom = p.menurut_nomor
    return sum(
        k in o.isi and penyama.sama(kolom[k], o.isi[k], t, p.tujuan.kolom[n])
        for o, t, _ in p.baris.pasangan
        for k, n in p.kolom.items()
    )


def _serupa(terbaik: Padan, calon: Sequence[Padan]) -> list[Padan]:
    """The best table and those of its form that go on with other rows of the sheet, as reports print one for each sasaran."""
    hasil = [terbaik]
    dapat = {t.sel.get(terbaik.nama or "") for _, t, _ in terbaik.baris.pasangan}
    for p in calon:
        baru = {t.sel.get(terbaik.nama or "") for _, t, _ in p.baris.pasangan}
        if p is not terbaik and _bentuk(p.tabel) == _bentuk(terbaik.tabel) and not baru & dapat:
            hasil.append(p)
            dapat |= baru
    return hasil


def _bentuk(t: TabelAsing) -> list[tuple[int, list[str]]]:
    return [(k.nomor, [kunci_judul(x) for x in k.jalur]) for k in t.kolom]


def rata(t: TabelAsing) -> TabelAsing:
    """The table with one cell a column: parts of a kode, or cells under one header, joined."""
    if not any(k.gabung for k in t.kolom):
        return t
    baris = [replace(b, sel={k.nomor: s for k in t.kolom if (s := t.isi(b, k)) is not None}) for b in t.baris]
    return replace(t, baris=tuple(baris), kolom=tuple(replace(k, gabung=()) for k in t.kolom))


def _satukan(tabel: Sequence[TabelAsing]) -> TabelAsing:
    """Tables of one form as one table of several grids."""
    kisi, baris = [], []
    for t in tabel:
        baris += [replace(b, kisi=b.kisi + len(kisi)) for b in t.baris]
        kisi += t.kisi
    return replace(tabel[0], kisi=tuple(kisi), baris=tuple(baris))
