"""A region a row below each indicator ("Indikator | Daerah | Realisasi"): a row an indicator, with a column for every figure of a region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_xl.bentuk.daerah_baris import daerah_tertulis
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.ragam_kepala import NOMOR, pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

DAERAH_MIN = 2
TETAP = frozenset({"indikator", "sasaran", "tujuan", "satuan", "program", "kegiatan", "sumber data", "formula"})
"""What headers are of the indicator, and the same for every region."""


def kolom_daerah(t: TabelAsing) -> KolomAsing | None:
    """The column that says of every row which of several regions it is of; None where there is none."""
    for k in t.kolom:
        isi = [daerah_tertulis(b.sel.get(k.nomor), k) for b in t.data()]
        if len({*isi}) >= DAERAH_MIN and all(isi):
            return k
    return None


def per_daerah_kolom(t: TabelAsing) -> TabelAsing:
    """The table with a row for each indicator, where every row is of a region of one; else the table itself."""
    kepala = {k.nomor: pokok_kepala(k.jalur[-1]) if k.jalur else "" for k in t.kolom}
    nama = next((k for k in t.kolom if kepala[k.nomor] == "indikator"), None)
    if nama is None or t.letak or t.terputar or len(t.kisi) != 1 or (daerah := kolom_daerah(t)) is None:
        return t
    tetap = [k for k in t.kolom if kepala[k.nomor] in TETAP or (k.jalur and kunci_judul(k.jalur[-1]) in NOMOR)]
    angka = [k for k in t.kolom if k is not daerah and k not in tetap]
    bagian = _bagian(t.data(), nama.nomor, daerah)
    if not angka or bagian is None or not _sama(bagian, tetap) or any(b.jenis in ("kelompok", "rata") for b in t.baris):
        return t
    semua = list(dict.fromkeys(d for x in bagian for d in x))
    pasang = [(d, k) for d in semua for k in angka]
    nomor = {(d, k.nomor): t.kolom_akhir + i for i, (d, k) in enumerate(pasang, 1)}
    kolom = [replace(k, nomor=nomor[d, k.nomor], jalur=(*k.jalur, d), gabung=()) for d, k in pasang]
    baris = [_satu(x, tetap, angka, nomor) for x in bagian]
    sisa = tuple(b for b in t.baris if b.jenis != "data")
    label = tuple((b.kisi, b.nomor, daerah.nomor) for b in t.data())
    return replace(t, kolom=(*tetap, *kolom), baris=(*baris, *sisa), sel_kepala=(*t.sel_kepala, *label))


def _bagian(data: Sequence[BarisAsing], nama: int, daerah: KolomAsing) -> list[dict[str, BarisAsing]] | None:
    """The rows of each indicator by their region; None where one comes twice, or what a row is about is not said."""
    hasil: list[dict[str, BarisAsing]] = []
    kini = ""
    for b in data:
        teks = b.sel[nama].teks if nama in b.sel else kini
        if teks != kini:
            hasil.append({})
            kini = teks
        milik = daerah_tertulis(b.sel.get(daerah.nomor), daerah)
        if not hasil or milik in hasil[-1]:
            return None
        hasil[-1][milik] = b
    return hasil if any(len(x) >= DAERAH_MIN for x in hasil) else None


def _sama(bagian: Sequence[Mapping[str, BarisAsing]], tetap: Sequence[KolomAsing]) -> bool:
    """Do the rows of an indicator say the same of it?"""
    return all(
        len({s.teks for b in x.values() if (s := b.sel.get(k.nomor)) is not None}) < DAERAH_MIN
        for x in bagian
        for k in tetap
        if not k.jalur or kunci_judul(k.jalur[-1]) not in NOMOR
    )


def _satu(
    bagian: Mapping[str, BarisAsing], tetap: Sequence[KolomAsing], angka: Sequence[KolomAsing], nomor: Mapping[tuple[str, int], int]
) -> BarisAsing:  # fmt: skip
    """One row of what its rows hold, each cell with the place it stands in."""
    awal, *_ = bagian.values()
    sel: dict[int, SelAsing] = {}
    dari: dict[int, tuple[int, int]] = {}
    for d, b in bagian.items():
        for k in (*tetap, *angka):
            if (s := b.sel.get(k.nomor)) is not None:
                n = nomor.get((d, k.nomor), k.nomor)
                sel.setdefault(n, s)
                dari.setdefault(n, b.dari.get(k.nomor, (b.nomor, b.asal.get(k.nomor, k.nomor))))
    return replace(awal, sel=sel, asal={}, dari=dari)
