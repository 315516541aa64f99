"""A foreign table and a sheet laid side by side: columns, rows, and what belongs to what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lkjip_xl.inti.bacaan import Status
from lkjip_xl.padan.baris import BarisLuar, baris_luar, bertahun
from lkjip_xl.padan.isi import Pembaca
from lkjip_xl.padan.kolom import kolom_angka, kolom_kategori, kolom_level, kolom_menurut_isi, kolom_penanda, kolom_teks
from lkjip_xl.padan.model import TW, BarisTuju, KolomTuju, Tujuan
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.pasang import Padanan, Pemasang
from lkjip_xl.sumber.model import KolomAsing, SelAsing, TabelAsing

Sama = Callable[[KolomAsing, SelAsing, BarisTuju, KolomTuju], bool]
BUKTI_MAKS = 200  # pairs of rows that prove which column is which


@dataclass(slots=True)
class Padan:
    """What was found: text, number and level columns by number, the column that names the rows, the rows."""

    tabel: TabelAsing
    tujuan: Tujuan
    teks: dict[int, str] = field(default_factory=dict)
    angka: dict[int, str] = field(default_factory=dict)
    level: dict[int, str] = field(default_factory=dict)
    nama: str | None = None
    baris: Padanan = field(default_factory=Padanan)

    @property
    def kolom(self) -> dict[int, str]:
        """Columns of the table that are columns of the sheet."""
        return self.angka | self.teks

    @property
    def menurut_nomor(self) -> dict[int, KolomAsing]:
        """Columns of the table by their number."""
        return {k.nomor: k for k in self.tabel.kolom}


def padankan(tabel: TabelAsing, tujuan: Tujuan, sama: Sama, pembaca: Pembaca) -> Padan:
    """Lay a table beside a sheet; sama: does a cell show what ours does?"""
    hasil = Padan(tabel, tujuan)
    hasil.level = kolom_level(tabel, tujuan)
    hasil.teks = kolom_teks(tabel, tujuan, hasil.level)
    if len({t.isi(TW) for t in tujuan.baris}) > 1 and TW not in hasil.teks.values():
        return hasil  # whose quarter a row is nothing says
    hasil.nama = "nama" if hasil.level else kolom_penanda(tabel, tujuan, hasil.teks)
    if hasil.nama is None and (terbaca := kolom_menurut_isi(tabel, tujuan, hasil.teks)):
        hasil.teks[terbaca[0]] = hasil.nama = terbaca[1]
    luar = baris_luar(tabel, hasil.teks, hasil.level, hasil.nama)
    if tujuan.bertahun:
        luar = bertahun(luar, tabel, tujuan.tahun)
    hasil.baris = Pemasang(luar, tujuan, hasil.teks, hasil.nama, hasil.menurut_nomor, pembaca).jalankan()
    _bernama_saja(hasil)
    hasil.teks |= kolom_kategori(hasil.baris.pasangan, {*hasil.teks.values()}, {*hasil.teks, *hasil.level})
    hasil.angka = kolom_angka(tabel, tujuan, _bukti(hasil, sama, pembaca), {*hasil.teks, *hasil.level})
    return hasil


def _bernama_saja(p: Padan) -> None:
    """A row with nothing but a name reads as a heading; where rows of its kind stand among the data, it is one of them."""
    kelompok = {t.kelompok for _, t, _ in p.baris.pasangan if not t.jumlah}
    kurang = {n: t for t in p.baris.kurang if t.kelompok in kelompok and (n := nama_setara(t.isi(p.nama or "")))}
    for b in p.tabel.baris:
        for k, s in b.sel.items() if b.jenis == "kelompok" else ():
            t = kurang.pop(nama_setara(s.teks), None)
            if t is not None:
                p.baris.pasangan.append((BarisLuar(b, s.teks, k, induk=tuple(reversed(b.kelompok))), t, 100.0))
                p.baris.kurang.remove(t)
    p.baris.pasangan.sort(key=lambda x: x[0].letak)


def _bukti(p: Padan, sama: Sama, pembaca: Pembaca) -> dict[tuple[int, str], tuple[int, int]]:
    """Of some pairs of rows: how many cells of a column could be compared with ours, and how many show the same."""
    hasil: dict[tuple[int, str], tuple[int, int]] = {}
    angka = [c for c in p.tujuan.kolom.values() if not c.teks and not c.nomor]
    semua = p.baris.pasangan
    kolom = {n: k for n, k in p.menurut_nomor.items() if n not in p.teks and n not in p.level}
    for o, t, _ in semua[:: len(semua) // BUKTI_MAKS + 1]:
        for nomor, k in kolom.items():
            sel = o.isi.get(nomor)
            if sel is None or pembaca.baca(sel, k).status in (Status.GALAT, Status.KOSONG):
                continue
            for c in angka:
                if t.isi(c.nama) is not None:
                    n, cocok = hasil.get((nomor, c.nama), (0, 0))
                    hasil[(nomor, c.nama)] = n + 1, cocok + sama(k, sel, t, c)
    return hasil
