"""Years down and indicators across ("Tahun | Indeks A | Persentase B", one figure a cell): a row for each indicator, a column for each year."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_xl.bentuk.satuan_nama import NAMA_MIN, nama_bersatuan
from lkjip_xl.bentuk.triwulan_silang import tentang_kinerja, ukuran_disebut
from lkjip_xl.inti.kunci import kunci_teks, rapikan_spasi
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.padan.ragam_kepala import TERUKUR, pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

INDIKATOR, SATUAN = "Indikator", "Satuan"
TARGET, REALISASI = "target", "realisasi"
_TAHUN = re.compile(rf"(?:(target|realisasi)\s+)?(?:pada\s+)?(?:tahun\s+)?{TAHUN_DISEBUT.pattern}")
_BUKAN_NAMA = frozenset({*TERUKUR, "satuan", "indikator", "keterangan", "tahun", "uraian", "sasaran"})
TAHUN_MIN = 2


def per_silang_tahun(t: TabelAsing) -> TabelAsing:
    """The table turned where its headers are indicators and its rows years of one measure, which a row, header or caption names."""
    kolom = [k for k in t.kolom if k.jalur and pokok_kepala(k.jalur[-1]) not in ("no", "nomor")]
    if t.letak or t.terputar or len(t.kisi) != 1 or len(kolom) < 2 or not t.sel_kepala:
        return t
    awal, *lain = kolom
    if any(b.jenis not in ("data", "nomor", "ulang", "kaki") for b in t.baris) or not all(map(_bernama, lain)):
        return t
    if not tentang_kinerja(t, awal, map(_nama, lain)):
        return t
    waktu = {b.nomor: _waktu(t, awal, b) for b in t.data()}
    if None in waktu.values() or len({*waktu.values()}) != len(waktu) or len(waktu) < TAHUN_MIN:
        return t
    return _susun(t, lain, {n: x for n, x in waktu.items() if x is not None})


def _bernama(k: KolomAsing) -> bool:
    """Is the header the name of an indicator?"""
    return (
        len(nama := _nama(k)) >= NAMA_MIN
        and pokok_kepala(k.jalur[-1]) not in _BUKAN_NAMA
        and not _TAHUN.search(kunci_teks(nama))
    )


def _nama(k: KolomAsing) -> str:
    return rapikan_spasi(" ".join(k.jalur))


def _waktu(t: TabelAsing, awal: KolomAsing, b: BarisAsing) -> str | None:
    """The header of a row's figures as a column ("Target 2024"); None where its year or its measure is not certain."""
    s = b.sel.get(awal.nomor)
    m = _TAHUN.fullmatch(kunci_teks(s.teks)) if s is not None else None
    if m is None:
        return None
    ukuran = m[1] or ukuran_disebut(t, awal)
    return f"{ukuran.capitalize()} {m[2]}" if ukuran in (TARGET, REALISASI) else None


def _susun(t: TabelAsing, lain: Sequence[KolomAsing], waktu: Mapping[int, str]) -> TabelAsing:
    n = t.kolom_akhir
    nama, satuan = n + 1, n + 2
    nomor = {b: n + 3 + i for i, b in enumerate(waktu)}
    duga = any(nama_bersatuan(_nama(k))[1] for k in lain)
    baris = []
    for urut, k in enumerate(lain):
        kepala = next((x[1:] for x in reversed(t.sel_kepala) if x[2] == k.nomor), t.sel_kepala[0][1:])
        teks, unit = nama_bersatuan(_nama(k), duga=duga)
        sel: dict[int, SelAsing] = {nama: SelAsing(teks)} | ({satuan: SelAsing(unit)} if unit else {})
        dari = dict.fromkeys(sel, kepala)
        for b in t.data():
            if (s := b.sel.get(k.nomor)) is not None:
                sel[nomor[b.nomor]], dari[nomor[b.nomor]] = s, (b.nomor, k.nomor)
        baris.append(BarisAsing(t.data()[0].nomor, "data", sel, dari=dari, butir=urut + 1))
    kolom = [
        KolomAsing(nama, (INDIKATOR,)),
        *([KolomAsing(satuan, (SATUAN,))] if any(satuan in b.sel for b in baris) else []),
    ]
    kolom += (KolomAsing(m, (waktu[b],)) for b, m in nomor.items())
    return replace(t, kolom=tuple(kolom), baris=(*baris, *(b for b in t.baris if b.jenis != "data")))
