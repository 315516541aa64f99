"""A table of any file as rows of its sheet: below its header every row is one, as in a CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_xl.inti.kaki import KAKI
from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.cocok import PENGENAL
from lkjip_xl.isi.masukan import BarisMasukan, LembarMasukan, Penunjuk, isi_baris, kolom_kepala, kolom_waktu
from lkjip_xl.isi.potongan import KepalaKita, Potongan
from lkjip_xl.isi.sel import logika
from lkjip_xl.isi.setelan import BarisSetelan, PembacaSetelan
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.skema.pesan import buat_temuan, temuan_dari
from lkjip_xl.sumber.baris import BarisMentah, jeniskan
from lkjip_xl.sumber.kepala import kunci_kepala
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.rupa import berangka
from lkjip_xl.sumber.tanda import sambungan
from lkjip_xl.sumber.wilayah import Gabung, gabung_kisi
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.model import ANGKA
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS

LEPAS = ("nomor", "ulang", "sambung")
"""Rows that say nothing of their own: what they hold stands in the header or the row above."""


def baca_potongan(
    penunjuk: Penunjuk, semua: Sequence[Potongan], kepala: KepalaKita, s: SkemaLembar, temuan: list[Temuan]
) -> LembarMasukan:
    """The rows of a table (several pieces: one that goes on on the next page) for a sheet."""
    p = semua[0]
    hasil = LembarMasukan(p.berkas, s)
    tabel = TabelAsing("\n".join(p.judul), kepala.kolom, _baris(semua, kepala), tuple(x.kisi for x in semua))
    kolom = {
        k.nomor: kolom_kepala(penunjuk, k.jalur, s, p.berkas, temuan) if any(k.jalur) else None for k in kepala.kolom
    }
    hasil.waktu = kolom_waktu((k.nomor, k.jalur, kolom[k.nomor]) for k in kepala.kolom)
    hasil.pengali = {x: k.pengali for k in kepala.kolom if k.pengali != 1 and (x := kolom[k.nomor]) is not None}
    berkepala = {k.nomor for k in kepala.kolom if any(k.jalur)}
    milik = {n: k for k in kepala.kolom for n in k.semua}
    halaman = _berhalaman(p)
    gabung = [gabung_kisi(x.kisi) for x in semua]
    turun = _turun(tabel, kolom, s)
    _atas(hasil, semua, kepala, temuan)
    temuan += (temuan_dari(kode, isi) for kode, isi in sambungan(tabel))
    for b in tabel.baris:
        if b.jenis in LEPAS and not (b.jenis == "ulang" and len(b.sel) == 1):
            hasil.kepala += len(b.sel)
            continue
        if _bukan_baris(tabel, gabung[b.kisi], b, s):
            _luar(hasil, tabel, b, temuan)
            continue
        sel = {k.nomor: x for k in kepala.kolom if (x := tabel.isi(b, k)) is not None}
        hasil.kepala += sum(n != milik[n].nomor and milik[n].nomor in berkepala for n in b.sel) - sum(
            n not in b.sel and n in berkepala for n in sel
        )
        if lebih := [n for n in b.sel if milik[n].nomor not in berkepala]:
            hasil.dibuang["CS-06"] += len(lebih)
            temuan.append(
                buat_temuan(
                    "CS-06",
                    lembar=tabel.alamat(b, 1)[0],
                    sel=tabel.alamat(b, lebih[0])[1],
                    baris=b.nomor,
                    lebih=len(lebih),
                )
            )
        for n in [n for n, x in sel.items() if x.tak_tahu and kolom.get(n)]:
            berkas, alamat = tabel.alamat(b, n)
            temuan.append(buat_temuan("CS-25", lembar=berkas, sel=alamat, kolom=milik[n].judul, lain=""))
            hasil.dibuang["CS-25"] += 1
            del sel[n]
        sel = {n: _sebaris(x) if halaman else x for n, x in sel.items() if n in berkepala}
        _satu(penunjuk, hasil, tabel, b, sel, kolom, turun.get((b.kisi, b.nomor), {}), temuan)
    return hasil


def _atas(hasil: LembarMasukan, semua: Sequence[Potongan], kepala: KepalaKita, temuan: list[Temuan]) -> None:
    """What stands above the rows: titles and the header; a row of figures there is none of the table, and told."""
    p = semua[0]
    hasil.kepala += sum(x.judul_sel for x in semua) + sum(len(isi) for _, isi in p.baris[kepala.awal : kepala.akhir])
    for b, isi in p.baris[: kepala.awal]:
        if any(map(berangka, isi.values())):
            hasil.dibuang["CS-26"] += len(isi)
            n, x = next(iter(isi.items()))
            berkas, alamat = p.kisi.alamat(b, n)
            temuan.append(buat_temuan("CS-26", lembar=berkas, sel=alamat, nilai=x.teks))
        else:
            hasil.kepala += len(isi)


def _satu(
    penunjuk: Penunjuk, hasil: LembarMasukan, tabel: TabelAsing, b: BarisAsing, sel: dict[int, SelAsing],
    kolom: Mapping[int, str | None], turun: dict[str, SelAsing], temuan: list[Temuan],
) -> None:  # fmt: skip
    """One row with its cells."""
    s = hasil.skema
    teks = {n: _teks(s.kolom[k] if (k := kolom.get(n)) else None, x) for n, x in sel.items()}
    tempat = (tabel.alamat(b, min(sel, default=1))[1], b.nomor)
    asal = isi_baris(penunjuk, hasil, tempat, [(n, kolom.get(n), x) for n, x in teks.items()], temuan)
    if asal:
        isi = {k: _teks(s.kolom[k], x) for k, x in turun.items() if k not in asal} | {
            k: teks[n] for k, n in asal.items()
        }
        angka = {k: sel[n] for k, n in asal.items() if sel[n].nilai is not None and s.kolom[k].tipe in ANGKA}
        hasil.baris.append(BarisMasukan(b.nomor, isi, angka))


def _teks(k: Kolom | None, s: SelAsing) -> str:
    """What a cell says as text; a kode or year stored as a number without the signs of its format."""
    if k is None or s.nilai is None or k.tipe not in ("kode", "tahun"):
        return s.teks.strip() if k is None else logika(k, s.teks.strip())
    desimal = len(s.teks.rpartition(",")[2]) if "," in s.teks else 0
    return str(ketik(k, s.nilai, jenis="angka", desimal=desimal).nilai) if k.tipe == "kode" else f"{s.nilai:.15g}"


def _baris(semua: Sequence[Potongan], kepala: KepalaKita) -> tuple[BarisAsing, ...]:
    p = semua[0]
    mentah = [
        BarisMentah(i, b, isi, b in x.kisi.baris_tersembunyi)
        for i, x in enumerate(semua)
        for b, isi in (x.baris[kepala.akhir :] if i == 0 else x.baris)
    ]
    kunci = kunci_kepala(p.baris[kepala.awal : kepala.akhir])
    gabung = [gabung_kisi(x.kisi) for x in semua]
    return tuple(jeniskan(mentah, kepala.kolom, kunci, gabung, berhalaman=_berhalaman(p)))


def _berhalaman(p: Potongan) -> bool:
    """Are the grids of this source pages of print?"""
    return bool(p.kisi.tempat) and not p.kisi.beralamat


def _sebaris(s: SelAsing) -> SelAsing:
    """A printed cell without the line breaks that its width made."""
    return replace(s, teks=rapikan_spasi(s.teks)) if "\n" in s.teks else s


def _bukan_baris(tabel: TabelAsing, gabung: Gabung, b: BarisAsing, s: SkemaLembar) -> bool:
    """Is this a heading across the table or a note below it? Of free tables both are rows."""
    if s.id == ID_BEBAS or b.jenis not in ("kelompok", "kaki", "ulang"):
        return False
    n, sel = next(iter(b.sel.items()))
    melintang = gabung.kanan(b.nomor, n) > n
    return melintang or (len(b.sel) <= 2 and len(tabel.kolom) > 2 and KAKI.match(sel.teks) is not None)


def _luar(hasil: LembarMasukan, tabel: TabelAsing, b: BarisAsing, temuan: list[Temuan]) -> None:
    hasil.dibuang["CS-26"] += len(b.sel)
    n, sel = next(iter(b.sel.items()))
    berkas, alamat = tabel.alamat(b, n)
    temuan.append(buat_temuan("CS-26", lembar=berkas, sel=alamat, nilai=sel.teks))


def _turun(
    tabel: TabelAsing, kolom: Mapping[int, str | None], s: SkemaLembar
) -> dict[tuple[int, int], dict[str, SelAsing]]:
    """What a cell merged over several rows says of them all, in the columns that tell rows apart."""
    hasil: dict[tuple[int, int], dict[str, SelAsing]] = {}
    kunci = {n: k for n, k in kolom.items() if k in (*s.kunci, *PENGENAL)}
    for i, kisi in enumerate(tabel.kisi):
        for (b, n), (akhir, _) in gabung_kisi(kisi).akhir.items():
            if n in kunci and (k := kunci[n]) is not None:
                for x in range(b + 1, akhir + 1):
                    hasil.setdefault((i, x), {})[k] = kisi.sel[b, n]
    return hasil


def baca_setelan(penunjuk: Penunjuk, semua: Sequence[Potongan], s: SkemaLembar, temuan: list[Temuan]) -> LembarMasukan:
    """The settings of a table."""
    hasil = LembarMasukan(semua[0].berkas, s, kepala=sum(x.judul_sel for x in semua))
    isi = [BarisSetelan(b, x, {k: p.kisi.alamat(b, k)[1] for k in x}) for p in semua for b, x in p.baris]
    return PembacaSetelan(penunjuk, hasil, temuan).baca(isi)
