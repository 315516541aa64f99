"""Two free tables that print the same indicators' figures of the same year: what differs where the others agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, angka_kolom, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import hasil_tertulis, potong
from lkjip_xl.validasi.aturan.tabel_bebas_silang import (
    BUKTI,
    MILIK_LAIN,
    REALISASI,
    Entitas,
    entitas,
    jenis_kepala,
    nama_entitas,
)


@dataclass(frozen=True, slots=True)
class Lajur:
    """A column of a free table about one year: of which table, what kind of figure, and its figures by indicator."""

    tabel: int
    tahun: int
    jenis: str
    sel: Mapping[Entitas, tuple[Rujukan, Bacaan]]


@aturan(
    kode=("TB-21",),
    lembar=(ID_BEBAS, "indikator"),
    baca=perlu(tabel_bebas="judul baris k1-10 ?bagian", indikator="?kode ?indikator", anggaran="?nama"),
)
def angka_dua_tabel_bebas(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka satu indikator dan tahun yang tercetak di dua tabel bebas sama, bila angka lain kedua kolom itu sama."""
    for a, b in combinations(_lajur(buku), 2):
        if a.tabel == b.tabel or (a.tahun, a.jenis) != (b.tahun, b.jenis):
            continue
        bersama = [(a.sel[e], b.sel[e]) for e in a.sel if e in b.sel]
        beda = [(x, y) for x, y in bersama if not _secetak(x[1], y[1])]
        if len(beda) != 1 or len(bersama) - 1 < BUKTI:
            continue
        (r, x), (s, _) = beda[0]
        if not lapor.pernah(r) and not lapor.pernah(s):
            lapor("TB-21", s, seharusnya=x.nilai, terkait=[r], sumber=lapor.sebut(r))


def _lajur(buku: BukuKerja) -> Iterator[Lajur]:
    """Columns of a year that their header names, of target, realisasi or capaian, with rows that are each of one indicator."""
    tabel = daftar_tabel_bebas(buku)
    nama = nama_entitas(buku) if len(tabel) > 1 else {}
    for n, t in enumerate(tabel) if nama else ():
        baris = {b: e for b, isi in t.menurut(ISI) if (e := entitas(isi, nama)) is not None}
        if len(set(baris.values())) < len(baris):
            continue
        for k, angka in angka_kolom(buku, t).items() if len(baris) > BUKTI else ():
            kepala = kunci_teks(t.kepala(k))
            tahun = {int(x) for x in TAHUN_DISEBUT.findall(kepala)}
            jenis = jenis_kepala(kepala) or jenis_kepala(kunci_teks(t.judul)) or {REALISASI}
            if len(tahun) == 1 and len(jenis) == 1 and not MILIK_LAIN.search(kepala):
                sel = {baris[b]: (Rujukan(ID_BEBAS, b, k), x) for b, x in angka.items() if b in baris}
                yield Lajur(n, tahun.pop(), jenis.pop(), sel)


def _secetak(x: Bacaan, y: Bacaan) -> bool:
    """Are two prints one figure, rounded or cut off?"""
    a, b = x.nilai or 0.0, y.nilai or 0.0
    kasar = min(x.desimal or 0, y.desimal or 0)
    return hasil_tertulis(a, x.desimal).secetak(hasil_tertulis(b, y.desimal)) or potong(a, kasar) == potong(b, kasar)
