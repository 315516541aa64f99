"""Plan and apply a filling: rows of files → typed cells of the workbook → stored values of all formulas.

Nothing is written before everything has been read and placed; a value that cannot be read is written as the text it
is, so nothing is lost, and reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.satuan import satuan_bertentangan
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.isi.baca import baca_masukan
from lkjip_xl.isi.berubah import tulis_berubah
from lkjip_xl.isi.cocok import Pencocok, Tujuan, kode_menurut_nama, kolom_salinan
from lkjip_xl.isi.gaya import Tertulis, ragukan
from lkjip_xl.isi.hasil import HasilIsi, Penempatan
from lkjip_xl.isi.masukan import BarisMasukan, LembarMasukan
from lkjip_xl.isi.salinan import SASARAN, beda_salinan, rumusan_lain
from lkjip_xl.isi.sel import (
    SATUAN_VOLUME,
    VOLUME,
    akhiran,
    dikalikan,
    ketik_angka,
    pengali,
    satuan_sel,
    tanpa_pecahan,
)
from lkjip_xl.isi.triwulan import ke_rumah
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Kolom, Skema
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.kata_terukur import putuskan_kata
from lkjip_xl.tabel.ketik import ANGKA, Ketikan, ketik
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BARIS_DATA, SUSUNAN_RUSAK, Asal, BukuKerja, SelKerja, Tabel
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.satuan import ID_SATUAN, bersatuan, daftar_satuan
from lkjip_xl.tabel.triwulan import ASAL

AWALAN_RUMUS = ("=", "+", "@")
AKHIRAN_TERPANJANG = 120
TAK_TERBACA = ("AN-01", "AN-03", "AN-11", "AN-23")  # findings of cells no later step may use


@dengan_kata
def muat_csv(folder: Path | str, skema: Skema) -> BukuKerja:
    """A BukuKerja straight from a folder of files, as if a blank template had been filled with it."""
    buku = buku_kosong(skema)
    hasil = _rencanakan(buku, Path(folder), skema)
    return hitung_buku(skema, buku.tabel, hasil.temuan, _dilewati(hasil.temuan))


@dengan_kata
def isi_buku(paket: Paket, dari: Path | str, skema: Skema, selain: Path | None = None) -> tuple[HasilIsi, BukuKerja]:
    """Fill the workbook in `paket` from a file or folder; only cells named there and stored values change.

    selain: the workbook's own file, which a folder may hold.
    """
    buku = muat_buku(paket, skema)
    semula = {i: dict(t.sel) for i, t in buku.tabel.items()}
    hasil = _rencanakan(buku, Path(dari), skema, selain)
    hasil.temuan[:0] = [t for t in buku.temuan if t.kode in SUSUNAN_RUSAK]
    ditulis = tulis_berubah(paket, buku, semula, skema, _dilewati(hasil.temuan))
    hasil.sel, hasil.diganti = ditulis.sel, ditulis.diganti
    hasil.sama += len(ditulis.sama)
    hasil.dibuang += Counter({"LB-02": ditulis.tanpa_kolom})
    semua = [*hasil.temuan, *beda_salinan(ditulis.buku, hasil.tercetak)]
    semua = putuskan_kata(ditulis.buku.tabel, ditulis.buku.setelan, semua, set())
    hasil.temuan = [t for t in semua if not _sudah_dicatat(t, ditulis.sama)]
    return hasil, ditulis.buku


def _sudah_dicatat(t: Temuan, sama: Collection[tuple[str, str]]) -> bool:
    """Is it a note on cells that held this before, and was made when they were filled?"""
    return t.tingkat is Tingkat.CATATAN and bool(t.sel) and all((t.lembar, s) in sama for s in t.sel_semua)


@dengan_kata
def isi_sel(paket: Paket, isi: Mapping[str, Mapping[tuple[int, str], SelKerja]], skema: Skema) -> tuple[int, BukuKerja]:
    """Fill the sheets named with typed cells by (Excel row, schema column); what else was typed there is emptied.

    Returns the number of cells written and the workbook; formulas stay where `isi` names no cell.
    """
    buku = muat_buku(paket, skema)
    semula = {i: dict(t.sel) for i, t in buku.tabel.items()}
    for i, baru in isi.items():
        sel = buku[i].sel
        sel.update({k: SelKerja(None, Asal.ISIAN) for k, s in sel.items() if s.asal is Asal.ISIAN and k not in baru})
        sel.update(baru)
    ditulis = tulis_berubah(paket, buku, semula, skema)
    return ditulis.sel, ditulis.buku


def _dilewati(temuan: list[Temuan]) -> set[tuple[str, str]]:
    return {(t.lembar, s) for t in temuan if t.kode in TAK_TERBACA for s in t.sel_semua}


def _rencanakan(buku: BukuKerja, dari: Path, skema: Skema, selain: Path | None = None) -> HasilIsi:
    """Put what was read into the typed cells of `buku` (in memory) and say where each row went."""
    bahan = baca_masukan(dari, skema, buku.setelan, selain)
    masukan = bahan.lembar
    hasil = HasilIsi(temuan=bahan.temuan, sama=bahan.sama, dibuang=bahan.dibuang, kepala=bahan.kepala)
    semula = {i: dict(buku[i].sel) for i in ASAL}
    acuan = Acuan(
        kode_menurut_nama(_indikator(buku, masukan, "indikator")),
        {kunci_judul(k): s for k, s in _indikator(buku, masukan, "satuan")},
        frozenset(_satuan(buku, masukan)),
    )
    pencocok_lembar: dict[str, Pencocok] = {}
    for lembar in masukan:
        t = buku.tabel[lembar.skema.id]
        hasil.dibuang += lembar.dibuang
        hasil.sama += lembar.rangkap
        hasil.kepala += lembar.kepala
        if not t.ada:  # reported when the workbook was read
            hasil.dibuang["LB-01"] += sum(len(b.isi) for b in lembar.baris)
            continue
        pencocok = pencocok_lembar.setdefault(t.skema.id, Pencocok(t, acuan.kode))
        tertulis: list[Tertulis] = []
        for baris in lembar.baris:
            tujuan = Tujuan(BARIS_DATA, "kunci") if lembar.skema.susunan == "pasangan" else pencocok.cari(baris)
            tertulis += _tempatkan(hasil, lembar, t, baris, tujuan, acuan)
        hasil.temuan += ragukan(t, tertulis, inggris=lembar.inggris)
    hasil.satukan_banjir()
    hasil.pindah, hasil.temuan = ke_rumah(buku, semula, hasil.temuan)
    _rumusan_lain(buku, hasil, skema)
    return hasil


def _rumusan_lain(buku: BukuKerja, hasil: HasilIsi, skema: Skema) -> None:
    """Write a sasaran that a table words otherwise than the sheet Indikator over its formula, so that it is judged."""
    if not any(kolom == SASARAN for _, _, kolom in hasil.tercetak):
        return
    for letak, t in list(rumusan_lain(hitung_buku(skema, buku.tabel, [], set()), hasil.tercetak)):
        teks = hasil.tercetak.pop(letak)
        buku[letak[0]].sel[letak[1:]] = ketik(buku[letak[0]].skema.kolom[letak[2]], teks).ke_sel(Asal.TIMPA)
        hasil.temuan.append(t)


@dataclass(frozen=True, slots=True)
class Acuan:
    """What rows are held against: kode by name of the indicator, unit by kode, the workbook's own units."""

    kode: Mapping[str, list[str]]
    satuan: Mapping[str, str]
    daftar: frozenset[str]


def _satuan(buku: BukuKerja, masukan: list[LembarMasukan]) -> Iterator[str]:
    yield from daftar_satuan(buku.tabel[ID_SATUAN])
    yield from (b.isi[ID_SATUAN] for b in _baris_masukan(masukan, ID_SATUAN) if ID_SATUAN in b.isi)


def _baris_masukan(masukan: list[LembarMasukan], id_lembar: str) -> Iterator[BarisMasukan]:
    return (b for lembar in masukan if lembar.skema.id == id_lembar for b in lembar.baris)


def _indikator(buku: BukuKerja, masukan: list[LembarMasukan], kolom: str) -> Iterator[tuple[str, str]]:
    """(kode, text of a column) of the sheet Indikator as it will be."""
    sel = buku.tabel["indikator"].sel
    for (baris, k), s in sel.items():
        if k == kolom and isinstance(s.nilai, str) and (kode := sel.get((baris, "kode"))) is not None:
            yield str(kode.nilai), s.nilai
    for b in _baris_masukan(masukan, "indikator"):
        if {"kode", kolom} <= b.isi.keys():
            yield b.isi["kode"], b.isi[kolom]


def _tempatkan(
    hasil: HasilIsi, lembar: LembarMasukan, t: Tabel, baris: BarisMasukan, tujuan: Tujuan, acuan: Acuan
) -> list[Tertulis]:
    """Put one row into its cells, which are returned, or say why it is left out."""
    skema, isi = lembar.skema, baris.isi
    salinan = kolom_salinan(skema)
    if tujuan.kode is not None:
        isi = isi | {"kode": tujuan.kode}
        hasil.temuan.append(
            buat_temuan(
                "CS-08", lembar=t.lembar, sel=t.alamat(tujuan.baris, "kode"), nama=isi["indikator"], kode=tujuan.kode
            )
        )
    elif "indikator" in salinan and "kode" not in isi and "indikator" in isi:  # figures without a name help nobody
        ganda = acuan.kode.get(kunci_judul(isi["indikator"]), [])
        ket: dict[str, Any] = {"pilihan": ", ".join(ganda)} if ganda else {}
        alamat = t.alamat(tujuan.baris, "kode")
        kode_temuan = "CS-09" if ganda else "CS-10"
        hasil.temuan.append(buat_temuan(kode_temuan, lembar=t.lembar, sel=alamat, nama=isi["indikator"], **ket))
        salinan = salinan - {"indikator"}
    hasil.penempatan.append(Penempatan(lembar.berkas, baris.nomor, t.lembar, tujuan.baris, tujuan.cara))
    if tujuan.serupa:
        lain = ", ".join(map(str, tujuan.serupa))
        hasil.temuan.append(
            buat_temuan(
                "CS-41",
                lembar=t.lembar,
                sel=alamat_sel(tujuan.baris, 1),
                baris=lain,
                asal=f"{lembar.berkas} baris {baris.nomor}",
            )
        )
    if tujuan.baris >= BARIS_DATA + skema.baris:
        hasil.lapor("CS-07", t.lembar, alamat_sel(tujuan.baris, 1), baris=skema.baris)
    satuan = isi.get("satuan") or acuan.satuan.get(kunci_judul(isi.get("kode", "")), "")
    tertulis = []
    for kolom, teks in isi.items():
        if kolom in salinan:
            hasil.tercetak[(skema.id, tujuan.baris, kolom)] = teks
        else:
            k, asing = skema.kolom[kolom], baris.sel.get(kolom)
            angka, awal = ketik_angka(k, asing) if asing else None, len(hasil.temuan)
            ketik_sel(hasil, t, k, tujuan.baris, teks, satuan, acuan.daftar, angka)
            tertulis.append(Tertulis(tujuan.baris, k, teks if angka is None else angka.nilai, satuan))
            kali = lembar.pengali.get(kolom, 1.0)
            if kali != 1 and k.tipe == "rupiah" and (s := t.sel.get((tujuan.baris, kolom))) is not None:
                t.sel[tujuan.baris, kolom] = s = dikalikan(s, kali)
                hasil.temuan[awal:] = tanpa_pecahan(hasil.temuan[awal:], s)
    return tertulis


def ketik_sel(
    hasil: HasilIsi,
    t: Tabel,
    k: Kolom,
    baris: int,
    teks: str,
    satuan: str,
    daftar: Collection[str],
    angka: Ketikan | None = None,
) -> None:
    """Type a printed text into a cell of a sheet in memory; what is said about it goes to `hasil`.

    satuan: unit of the row; daftar: the workbook's own units; angka: the cell where the source holds a number.
    """
    teks = pengali(k, teks)
    ketikan = angka or ketik(k, teks, teks_wajar=True, satuan=daftar)
    if ketikan.sel is None:
        return
    alamat = t.alamat(baris, k.nama)
    if ketikan.kode is not None:
        ket: dict[str, Any] = {"kolom_judul": k.judul, "usulan": ""} | ketikan.isi
        nilai = ket.pop("nilai", teks)
        hasil.lapor(ketikan.kode, t.lembar, alamat, kolom=k.judul, nilai=nilai, **ket)
    if k.tipe not in ANGKA and teks.startswith(AWALAN_RUMUS):
        hasil.lapor("CS-11", t.lembar, alamat, kolom=k.judul, nilai=teks)
    tampak = teks if _satuan_lain(k, ketikan.bacaan, satuan) else None
    t.sel[(baris, k.nama)] = s = ketikan.ke_sel(Asal.TIMPA if k.rumus else Asal.ISIAN, teks=tampak)
    b = ketikan.bacaan
    if b is not None and b.sementara and k.nama == "realisasi" and "sementara" in t.skema.kolom:
        t.sel.setdefault((baris, "sementara"), SelKerja.isian("ya"))
        b = replace(b, sementara=False)  # said by its own column
    s.akhiran = akhiran(b, satuan_sel(k, satuan))
    if k.nama == VOLUME and SATUAN_VOLUME in t.skema.kolom and b is not None and b.satuan:
        kata = t.sel.setdefault((baris, SATUAN_VOLUME), SelKerja.isian(b.satuan))
        s.akhiran = akhiran(b, str(kata.nilai))  # said by its own column
    if k.nama == SATUAN_VOLUME and (v := t.sel.get((baris, VOLUME))) is not None:
        v.akhiran = akhiran(v.bacaan, teks)  # which says another unit than the figure is printed with
    if len(s.akhiran) > AKHIRAN_TERPANJANG:  # more than a number format holds
        s.teks, s.akhiran = teks, ""


def _satuan_lain(k: Kolom, b: Bacaan | None, satuan: str) -> bool:
    """Does the unit printed with a figure contradict the unit of its row? Then the figure is kept as it is printed."""
    if b is None or b.nilai is None or not b.satuan or not satuan:
        return False
    return bersatuan(k) and satuan_bertentangan(b.satuan, satuan)
