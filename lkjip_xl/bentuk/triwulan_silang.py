"""Quarters down and indicators across ("Triwulan | Indeks A | Persentase B", a figure or target and result a cell): a row each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lkjip_xl.bentuk.satuan_nama import NAMA_MIN, nama_bersatuan
from lkjip_xl.bentuk.triwulan_baris import TAHUNAN, kuartal, tahun_disebut
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, rapikan_spasi
from lkjip_xl.padan.ragam_kepala import TERUKUR, pokok_kepala
from lkjip_xl.sumber.model import BINGKAI, BarisAsing, KolomAsing, SelAsing, TabelAsing

_TERCAPAI = re.compile(r"\b(?:pencapaian|ketercapaian|tercapai|capaian|dicapai)\b")
_KINERJA = re.compile(r"\b(?:kinerja|indikator|iku|ikk|renstra|rpjmd|sasaran|sakip|lkjip)\b")
_UKUR = re.compile(
    r"(?:indeks|persentase|persen|prosentase|nilai|tingkat|rata rata|angka|cakupan|rasio|predikat|laju|skor|jumlah|proporsi|kontribusi|usia|umur)\b"
)
_JUDUL = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capaian (%)"}


def per_silang_triwulan(t: TabelAsing) -> TabelAsing:
    """The table with a row for each indicator and quarter, where its headers are indicators and its rows quarters; else the table itself."""
    kolom = [k for k in t.kolom if k.jalur and pokok_kepala(k.jalur[-1]) not in ("no", "nomor")]
    if t.letak or t.terputar or len(t.kisi) != 1 or len(kolom) < 2 or not t.sel_kepala:
        return t
    awal, *lain = kolom
    tw = {b.nomor: kuartal(s.teks, berkepala=True) for b in t.data() if (s := b.sel.get(awal.nomor)) is not None}
    if len({*tw.values()} - {"", TAHUNAN}) < 2 or not all(tw.values()) or len(tw) < len(t.data()):
        return t
    tahun = tahun_disebut([awal.judul, *(s.teks for b in t.data() if (s := b.sel.get(awal.nomor)) is not None)])
    if len({*tw.values()}) < len(tw) or len(tahun) > 1:
        return t  # a quarter twice, or of several years: whose figures are which is not certain
    dibaca = [(k, *_indikator(t, awal, k)) for k in lain]
    if any(pokok_kepala(k.jalur[-1]) not in TERUKUR for k in lain) and not tentang_kinerja(
        t, awal, (x for _, x, _ in dibaca)
    ):
        return t
    if any(ukuran is None or len(nama) < NAMA_MIN for _, nama, ukuran in dibaca):
        return t
    return _susun(t, awal, [(k, n, u) for k, n, u in dibaca if u is not None], tw, tahun)


def _indikator(t: TabelAsing, awal: KolomAsing, k: KolomAsing) -> tuple[str, str | None]:
    """The indicator a column is of, and what of it; None where nothing says that."""
    akhir = pokok_kepala(k.jalur[-1])
    if akhir in TERUKUR:
        return rapikan_spasi(" ".join(k.jalur[:-1])), akhir
    nama = rapikan_spasi(" ".join(k.jalur))
    disebut = ukuran_disebut(t, awal)
    sah = disebut in ("target", "realisasi") and pokok_kepala(nama) not in (*TERUKUR, "satuan", "indikator")
    return nama, disebut if sah else None


def ukuran_disebut(t: TabelAsing, awal: KolomAsing) -> str | None:
    """The one measure that a caption and the header of the rows name; what was reached of a target is not the target."""
    tertulis = kunci_judul(f"{' '.join(awal.jalur)} {t.judul}")
    disebut = [x for x in TERUKUR if x in tertulis.split()]
    return disebut[0] if len(disebut) == 1 and not (disebut == ["target"] and _TERCAPAI.search(tertulis)) else None


def tentang_kinerja(t: TabelAsing, awal: KolomAsing, nama: Iterable[str]) -> bool:
    """Are columns with these names indicators, and not staff by schooling, goods by condition or revenue by kind?"""
    disebut = _KINERJA.search(kunci_teks(f"{t.judul} {' '.join(awal.jalur)}")) is not None
    return disebut or all(_UKUR.match(kunci_judul(x)) for x in nama)


def _susun(
    t: TabelAsing,
    awal: KolomAsing,
    lain: Sequence[tuple[KolomAsing, str, str]],
    tw: Mapping[int, str],
    tahun: Iterable[str],
) -> TabelAsing:
    n = t.kolom_akhir
    nama, satuan, kuarter = n + 1, n + 2, n + 3
    ukuran = list(dict.fromkeys((u, TAHUNAN in (x,)) for x in ("", *tw.values()) for _, _, u in lain))
    nomor = {u: n + 4 + i for i, u in enumerate(ukuran)}
    baris = []
    for judul in dict.fromkeys(x for _, x, _ in lain):
        milik = [(k, u) for k, x, u in lain if x == judul]
        baris += _baris(t, awal, judul, milik, tw, nomor, (nama, satuan, kuarter))
    kolom = [
        KolomAsing(nama, ("Indikator",)),
        KolomAsing(satuan, ("Satuan",)),
        KolomAsing(kuarter, (f"Triwulan {''.join(tahun)}".strip(),)),
    ]
    kolom += (KolomAsing(m, (f"{_JUDUL[u]} Tahunan" if tahunan else _JUDUL[u],)) for (u, tahunan), m in nomor.items())
    ada = {x for b in baris for x in b.sel}
    sisa = tuple(x for x in t.baris if x.jenis in BINGKAI)
    return replace(t, kolom=tuple(k for k in kolom if k.nomor in ada), baris=(*baris, *sisa))


def _baris(
    t: TabelAsing, awal: KolomAsing, judul: str, milik: Sequence[tuple[KolomAsing, str]], tw: Mapping[int, str],
    nomor: Mapping[tuple[str, bool], int], penanda: tuple[int, int, int],
) -> Iterator[BarisAsing]:  # fmt: skip
    nama, satuan, kuarter = penanda
    teks, unit = nama_bersatuan(judul)
    kepala = next((x[1:] for x in t.sel_kepala if x[2] == milik[0][0].nomor), t.sel_kepala[0][1:])
    tahunan = {}
    for b in t.data():
        if tw[b.nomor] == TAHUNAN:
            tahunan |= {nomor[u, True]: (b.sel[k.nomor], (b.nomor, k.nomor)) for k, u in milik if k.nomor in b.sel}
    for b in t.data():
        if tw[b.nomor] == TAHUNAN:
            continue
        sel = {nomor[u, False]: (b.sel[k.nomor], (b.nomor, k.nomor)) for k, u in milik if k.nomor in b.sel} | tahunan
        tahunan = {}
        sel |= {nama: (SelAsing(teks), kepala), kuarter: (SelAsing(f"TW {tw[b.nomor]}"), (b.nomor, awal.nomor))}
        if unit:
            sel[satuan] = SelAsing(unit), kepala
        yield replace(b, sel={n: s for n, (s, _) in sel.items()}, dari={n: x for n, (_, x) in sel.items()})
