"""Tables that stand on their side: programmes or posts as columns, their figures below each other; turned, its cells in their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, rapikan_spasi
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import satuan_kepala

_KURUNG = re.compile(r"\s*\([^()]*\)\s*$")
NAMA_MIN, LABEL_MIN = 2, 2
TINGKAT = ("program", "kegiatan", "sub kegiatan", "subkegiatan")
UANG = frozenset({"anggaran", "pagu", "realisasi", "serapan", "sisa", "fisik", "persen"})
ORANG = (frozenset({"l", "laki laki", "pria"}), frozenset({"p", "perempuan", "wanita"}))


def putar(t: TabelAsing, lain: Sequence[KolomAsing], nama: str, kolom: Sequence[KolomAsing]) -> TabelAsing:
    """The table with a row for each of its columns `lain`; nama: what their headers name; kolom: its rows, by their numbers."""
    atas = max(b for _, b, _ in t.sel_kepala)
    awal = next(k for k in t.kolom if k not in lain)
    data = {k.nomor: b for k, b in zip(kolom, _isi(t), strict=True)}
    baris = []
    for k in lain:
        judul = rapikan_spasi(k.judul)
        if satuan_kepala((judul,))[1] != 1:  # of its amounts, not of its name
            judul = _KURUNG.sub("", judul)
        sel = {atas: SelAsing(judul)} | {n: b.sel[k.nomor] for n, b in data.items() if k.nomor in b.sel}
        baris.append(BarisAsing(k.nomor, "jumlah" if jenis_jumlah(judul) else "data", sel))
    sisa = tuple(x for x in t.sel_kepala if x[1] != atas or x[2] == awal.nomor)
    sisa += tuple((b.kisi, b.nomor, awal.nomor) for b in data.values())
    return replace(t, kolom=(KolomAsing(atas, (nama,)), *kolom), baris=tuple(baris), sel_kepala=sisa, terputar=True)


def tegakkan(t: TabelAsing) -> TabelAsing:
    """The table turned where its headers are the names of programmes or posts and its rows are called as their figures."""
    kolom = [k for k in t.kolom if k.jalur and pokok_kepala(k.judul) not in ("no", "nomor")]
    data = _isi(t)
    if len(t.kisi) != 1 or t.terputar or t.letak or len(kolom) <= NAMA_MIN or len(data) < LABEL_MIN or not t.sel_kepala:
        return t
    awal, *lain = kolom
    nama = [kunci_teks(k.judul) for k in lain if not jenis_jumlah(k.judul)]
    if any(awal.nomor not in b.sel for b in data) or len(nama) < NAMA_MIN or any(len(k.jalur) > 1 for k in lain):
        return t
    label = [b.sel[awal.nomor].teks for b in data]
    uang = sum(pokok_kepala(x).split()[:1] != [] and pokok_kepala(x).split()[0] in UANG for x in label)
    if uang >= LABEL_MIN and all(x.startswith(TINGKAT) for x in nama):
        kepala = "Program" if all(x.startswith("program") for x in nama) else "Program / Kegiatan"
    elif all({kunci_judul(x) for x in label} & jenis for jenis in ORANG):
        kepala = awal.judul
    else:
        return t
    milik = []
    for b, x in zip(data, label, strict=True):
        satuan, pengali = satuan_kepala((x,))
        if not satuan and pengali == 1:  # what is said above the table is said of its amounts
            satuan, pengali = next(((k.satuan, k.pengali) for k in (*lain, awal) if k.pengali != 1), (satuan, pengali))
        milik.append(KolomAsing(b.nomor, (rapikan_spasi(x),), satuan, pengali))
    return putar(t, lain, kepala, milik)


def _isi(t: TabelAsing) -> list[BarisAsing]:
    return t.dalam()
