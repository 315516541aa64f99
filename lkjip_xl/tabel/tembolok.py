"""Write the computed value of every formula cell of ours beside its formula.

Protected View, previewers and readers never calculate; a cell without a stored value is empty for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.buku.hitung_muat import minta_bila_dirujuk, tenangkan
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.tabel.daftar_nilai import alamat_daftar, sel_daftar
from lkjip_xl.tabel.langsung import sel_langsung
from lkjip_xl.tabel.model import (
    BARIS_DATA,
    BARIS_INSTANSI,
    BARIS_JUDUL,
    BARIS_KELOMPOK,
    BARIS_KEPALA,
    Asal,
    BukuKerja,
    Nilai,
    Tabel,
)
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.penilai import terwakili
from lkjip_xl.tabel.tanda import NAIK, PETUNJUK, TEMPAT_INSTANSI

_KOSONG = Tulis("", biar_rumus=True)


def isi_tembolok(paket: Paket, skema: Skema, buku: BukuKerja | None = None) -> BukuKerja:
    """Store the values of all formula cells of the template's own sheets; returns the workbook they come from."""
    buku = buku or muat_buku(paket, skema)
    ubah: dict[str, dict[str, Tulis]] = {}
    for t in buku.tabel.values():
        if t.ada:
            ubah[t.lembar] = dict(_kepala(t.skema, buku)) | dict(_isi(t))
    if PETUNJUK in paket.lembar():
        ubah[PETUNJUK] = _petunjuk(paket, buku)
    tulis_sel(paket, ubah)
    tenangkan(paket, ubah)
    return buku


def isi_petunjuk(paket: Paket, buku: BukuKerja) -> None:
    """Store the values of the guide's formulas anew, after sheets it counts were written; buku: the inputs, as they are."""
    if PETUNJUK not in paket.lembar():
        return
    part, isi = paket.lembar()[PETUNJUK].part, _petunjuk(paket, buku)
    semula = paket.baca(part)
    tulis_sel(paket, {PETUNJUK: isi}, hitung_ulang=False)
    if paket.baca(part) != semula:
        minta_bila_dirujuk(paket, [PETUNJUK], {PETUNJUK: isi})


def sel_petunjuk(paket: Paket, skema: Skema) -> dict[str, set[str]]:
    """Formula cells of the guide that read sheets of results, by sheet: whoever writes these then calls `isi_petunjuk`."""
    return {PETUNJUK: alamat_daftar(paket, skema)} if PETUNJUK in paket.lembar() else {}


def _petunjuk(paket: Paket, buku: BukuKerja) -> dict[str, Tulis]:
    isi = sel_langsung(paket, buku) | sel_daftar(paket, buku)
    return {alamat_sel(*TEMPAT_INSTANSI): nilai_tersimpan(baris_instansi(buku))} | {
        a: Tulis(x, biar_rumus=True) for a, x in isi.items()
    }


def baris_instansi(buku: BukuKerja) -> str:
    """The second line of every sheet: agency, region and report year, as the cell formula shows it."""
    s = buku.setelan
    tahun = s.get("TahunLaporan")
    siapa, di_mana = s.get("Instansi") or "", s.get("Kabupaten") or ""
    awal = f"{siapa} {di_mana} — " if siapa or di_mana else ""
    return f"{awal}Tahun {'' if tahun is None else int(tahun)}"


def nilai_tersimpan(x: Nilai) -> Tulis:
    """A computed value to be stored beside the formula that gives it."""
    return _KOSONG if x is None else Tulis(terwakili(x), biar_rumus=True)


def _kepala(skema: SkemaLembar, buku: BukuKerja) -> Iterator[tuple[str, Tulis]]:
    naik = NAIK if buku.versi == 1 else 0
    yield alamat_sel(BARIS_INSTANSI - naik, 1), nilai_tersimpan(baris_instansi(buku))
    if judul.berubah(skema.judul):
        yield alamat_sel(BARIS_JUDUL - naik, 1), nilai_tersimpan(judul.sebagai_teks(skema.judul, buku.setelan))
    if skema.susunan == "pasangan":
        return
    for i, k in enumerate(skema.kolom.values(), 1):
        for baris, teks in ((BARIS_KELOMPOK, k.kelompok), (BARIS_KEPALA, k.judul)):
            if teks and judul.berubah(teks):
                yield alamat_sel(baris, i), nilai_tersimpan(judul.sebagai_teks(teks, buku.setelan))


def _isi(t: Tabel) -> Iterator[tuple[str, Tulis]]:
    """Cells that still hold the template's formula; the user's own formulas keep their stored value."""
    rumus = {k.nama for k in t.skema.kolom.values() if k.rumus}
    for (baris, kolom), s in t.sel.items():
        if kolom in rumus and s.asal is Asal.RUMUS:
            yield t.alamat(baris, kolom), nilai_tersimpan(t.penuh[kolom][baris - BARIS_DATA])
