"""What one side leaves out: rows of the sheet (those of an extract are no mistake, a gap among its rows is), figures of a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

from lkjip_xl.cocokkan.hitungan import Alasan, Hitungan
from lkjip_xl.cocokkan.jumlah_tercetak import per_kelompok
from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.inti.angka import cacah
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.isi import kosong
from lkjip_xl.padan.model import NOMOR, TW, BarisTuju
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.padan import Padan
from lkjip_xl.skema.pesan import buat_temuan

SEBAGIAN = 0.6  # a table with fewer of the sheet's rows is an extract
INDUK = ("pernyataan", "pernyataan_lengkap", "sasaran")
SAUDARA_MIN = 2


def baris_kurang(p: Padan, penyama: Penyama) -> Iterator[tuple[BarisTuju, bool]]:
    """Rows that a table which otherwise holds their level leaves out, and whether that is surely harmless."""
    milik = [t for _, t, _ in p.baris.pasangan]
    kelompok = {t.kelompok for t in milik}
    disebut = {nama_setara(n) for o, _, _ in p.baris.pasangan for n in o.induk}  # as the row above others
    layak = [t for t in p.baris.kurang if t.kelompok in kelompok and nama_setara(t.isi(p.nama or "")) not in disebut]
    sebagian = len(milik) < SEBAGIAN * (len(milik) + len(layak))
    tampil = {_angka(p, t) for t in milik}
    ada, tiada = Counter(map(_saudara, milik)), Counter(map(_saudara, layak))
    bolong = bool(layak) and (_nomor_bolong(p) or _jumlah_utuh(p, penyama))
    disebut |= {nama_setara(o.nama) for o, _, _ in p.baris.pasangan}
    uang = any(p.tujuan.kolom[n].tipe == "rupiah" for n in p.angka.values())
    for t in layak:
        s = _saudara(t)
        lengkap = not sebagian or (s[1] != () and ada[s] >= SAUDARA_MIN and ada[s] > tiada[s]) or bolong
        # an only child that repeats its parent's figures is left out without loss, so is a row that has no result, and an
        # indicator: what makes a table of money complete is that it adds up
        bernama = nama_setara(t.isi(p.nama or "")) in disebut  # another row of the name that is there
        yield t, bernama or not lengkap or not (uang or bolong) or _angka(p, t) in tampil or _tanpa_hasil(p, t)


def baris_pernyataan(p: Padan) -> set[int]:
    """Rows of the table, by their id, that the sheet has no row for because they only name the sasaran of the rows below."""
    milik = {nama_setara(x) for t in p.tujuan.baris for k in INDUK if isinstance(x := t.isi(k), str)}
    return {id(o) for o in p.baris.lebih if nama_setara(o.nama) in milik and not o.isi.keys() & p.angka.keys()}


def kolom_lain(p: Padan, h: Hitungan, berkas: str) -> Iterator[Temuan]:
    """Columns that are none of the sheet's, named once; where nothing at all could be compared, that is said."""
    dikenal = p.kolom.keys() | p.level.keys()
    lain = [k.judul for k in p.tabel.kolom if k.nomor not in dikenal and kunci_nama("".join(k.jalur[-1:])) not in NOMOR]
    if daftar := ", ".join(filter(None, lain)):
        yield buat_temuan("CK-09", lembar=p.tujuan.lembar, berkas=berkas, daftar=daftar)
    if not h.isi and (lain or h.lain[Alasan.KOSONG_LEMBAR]):
        yield buat_temuan("CK-12", lembar=p.tujuan.lembar, berkas=berkas)


def berulang(p: Padan, o: BarisLuar) -> bool:
    """Does the sheet have several rows of this name itself?"""
    return sum(nama_setara(t.isi(p.nama or "")) == nama_setara(o.nama) for t in p.tujuan.baris) > 1


def tanpa_ciri(p: Padan, o: BarisLuar) -> bool:
    """Does a row leave blank what tells the rows of the sheet apart beside their name (whose figure it is), and all paired rows say?"""
    lain = {k for k, n in p.teks.items() if p.tujuan.kolom[n].penanda or p.tujuan.kolom[n].pilihan}
    ciri = {k for k in lain if k != o.kolom_nama and all(k in b.isi for b, _, _ in p.baris.pasangan)}
    return bool(ciri) and not ciri & o.isi.keys()


def samar(p: Padan) -> set[int]:
    """Rows of the sheet, by their id, of whose name it has more than the table: which of them is meant nothing says."""

    pilihan = [n for n in p.teks.values() if p.tujuan.kolom[n].pilihan or n == TW]

    def kunci(t: BarisTuju) -> tuple[Hashable, ...]:
        return nama_setara(t.isi(p.nama or "")), t.versi, t.tahun, *(t.isi(n) for n in pilihan)

    milik = Counter(kunci(t) for t in p.tujuan.baris)
    ada = Counter(kunci(t) for _, t, _ in p.baris.pasangan)
    return {id(t) for _, t, _ in p.baris.pasangan if p.nama and kunci(t)[0] and milik[kunci(t)] > ada[kunci(t)]}


def _angka(p: Padan, t: BarisTuju) -> tuple[object, ...]:
    return tuple(t.isi(n) for n in p.angka.values())


def _tanpa_hasil(p: Padan, t: BarisTuju) -> bool:
    """Has a row too few figures to be printed beside rows that have them all: not measured, or in words?"""
    isi = _angka(p, t)
    return 2 * sum(isinstance(x, (int, float)) for x in isi) <= len(isi) > 1


def _saudara(t: BarisTuju) -> tuple[Hashable, tuple[object, ...]]:
    """Rows of one parent: the row above, else the statement an indicator stands under."""
    atas: tuple[object, ...] = t.induk or tuple(x for n in INDUK if isinstance(x := t.isi(n), str))[:1]
    return t.kelompok, atas


def _nomor_bolong(p: Padan) -> bool:
    """Does the table's own numbering count more rows than it has?"""
    nomor = next((k.nomor for k in p.tabel.kolom if k.jalur and kunci_nama(k.jalur[-1]) in NOMOR), None)
    isi = [b.sel[nomor].teks.strip(" .") for b in p.tabel.data() if nomor in b.sel] if nomor is not None else []
    angka = {n for x in isi if (n := cacah(x)) is not None}
    return len(angka) == len(isi) > 0 and max(angka) > len(angka)


def _jumlah_utuh(p: Padan, penyama: Penyama) -> bool:
    """Is a printed total that of all rows of the sheet, and not of the rows printed above it?"""
    kolom = p.menurut_nomor
    for k, n in p.angka.items():
        if p.tujuan.kolom[n].tipe != "rupiah":
            continue
        total = {
            b
            for o in p.baris.jumlah
            if k in o.isi and (b := penyama.bacaan(kolom[k], o.isi[k], p.tujuan.kolom[n]).nilai)
        }
        kita = per_kelompok((t.kelompok, t.isi(n)) for t in p.tujuan.baris if not t.jumlah)
        mereka = per_kelompok(
            (t.kelompok, penyama.bacaan(kolom[k], o.isi[k], p.tujuan.kolom[n]).nilai or 0.0)
            for o, t, _ in p.baris.pasangan
            if k in o.isi and not t.jumlah
        )
        if any(abs(kita[g] - x) < 1 <= abs(mereka[g] - x) for x in total for g in mereka):
            return True
    return False


def keterisian(p: Padan) -> dict[str, tuple[float, float]]:
    """Of each number column the share of matched rows that fill it, in the table and in the sheet."""
    luar, kita = Counter[str](), Counter[str]()
    for o, t, _ in p.baris.pasangan:
        for k, n in p.angka.items():
            luar[n] += k in o.isi and not kosong(o.isi[k])
            kita[n] += t.isi(n) is not None
    banyak = len(p.baris.pasangan) or 1
    return {n: (luar[n] / banyak, kita[n] / banyak) for n in p.angka.values()}
