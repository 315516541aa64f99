"""From folders to a rekap: find, read, put together. Prints nothing, saves nothing but what the next run may skip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.rekap.aturan_daerah import SETELAN, aturan_templat
from lkjip_xl.rekap.cari import Berkas, BerkasRekap, cari_buku
from lkjip_xl.rekap.daftar import baca_daftar
from lkjip_xl.rekap.himpun import DAFTAR_MAKS, Rekap, himpun
from lkjip_xl.rekap.kerja import Hasil, Pelaksana, banyak_proses, satu_proses
from lkjip_xl.rekap.tembolok import Tembolok, sidik_skema
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import buat_temuan, temuan_dari
from lkjip_xl.tabel.hitung_buku import ID_SETELAN

Maju = Callable[[int, int], object]
"""Told after each workbook: how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """How a rekap is made.

    tindih: the folder the schemas were read with; pekerja: processes; simpan: keep what was summed up for the next run, in
    tempat or the user's cache folder; kecuali: files that are no workbooks to be read; pelaksana: who does the work in place of
    processes here; jauh: addresses of stores to read besides the folders; dask: address of a cluster that does the work.
    """

    tindih: Path | None = None
    pekerja: int = 1
    simpan: bool = True
    tempat: Path | None = None
    tahun: int | None = None
    daftar: Path | None = None
    templat: Path | None = None
    kecuali: tuple[Path, ...] = ()
    pelaksana: Pelaksana | None = field(default=None, repr=False)
    jauh: tuple[str, ...] = ()
    dask: str = ""


@dengan_kata
def buat_rekap(sumber: Sequence[Path], skema: Skema, pilihan: Pilihan, maju: Maju | None = None) -> Rekap:
    """Read every workbook and put them together; raises GalatBerkas where nothing can be read at all."""
    p = pilihan
    daftar = None if p.daftar is None else baca_daftar(p.daftar, skema)
    templat = None if p.templat is None else aturan_templat(p.templat, skema)
    bukan = [x for x in (p.daftar, p.templat, *p.kecuali) if x is not None]
    ketemu = _cari(sumber, p, bukan)
    tembolok, kabar = _tembolok(p)
    hasil = _dihitung(_pelaksana(p, skema, tembolok)(ketemu.buku), len(ketemu.buku), maju)
    judul = {} if daftar is None else _judul_setelan(skema)
    r = himpun(
        hasil, ketemu.dilewati, tahun=p.tahun, daftar=daftar.opd if daftar else None, judul=judul, templat=templat
    )
    if r.gagal and not r.entri:
        raise GalatBerkas("RK-20", berkas=", ".join(n for n, *_ in r.gagal[:DAFTAR_MAKS]), sebab=r.gagal[0][2])
    r.temuan += [*kabar, *(daftar.temuan if daftar else ())]
    return r


def _judul_setelan(skema: Skema) -> dict[str, str]:
    """Titles of the region's settings by column."""
    return {k.nama: k.judul for k in skema.lembar[ID_SETELAN].kolom.values() if k.nama in SETELAN}


def _tembolok(p: Pilihan) -> tuple[Tembolok | None, list[Temuan]]:
    if not p.simpan:
        return None, []
    try:
        return Tembolok.siapkan(sidik_skema(p.tindih), p.tempat), []
    except GalatBerkas as galat:
        return None, [buat_temuan("RK-15", lembar="", sebab=temuan_dari(galat.kode, galat.isi).pesan)]


def _cari(sumber: Sequence[Path], p: Pilihan, bukan: Sequence[Path]) -> BerkasRekap:
    """Workbooks of folders and of stores."""
    hasil = cari_buku(sumber, bukan) if sumber or not p.jauh else BerkasRekap()
    if p.jauh:
        from lkjip_xl.rekap.klaster import cari_jauh

        lain = cari_jauh(p.jauh)
        hasil.buku += lain.buku
        hasil.dilewati += lain.dilewati
    return hasil


def _pelaksana(p: Pilihan, skema: Skema, tembolok: Tembolok | None) -> Pelaksana:
    if p.pelaksana is not None:
        return p.pelaksana
    if p.dask:
        from lkjip_xl.rekap.klaster import di_klaster

        return lambda berkas: di_klaster(berkas, p.dask, p.tindih, tembolok)
    if p.pekerja > 1 or p.jauh:
        return lambda berkas: banyak_proses(berkas, p.tindih, tembolok, min(p.pekerja, len(berkas)))
    return lambda berkas: satu_proses(berkas, skema, tembolok)


def _dihitung(hasil: Iterator[tuple[Berkas, Hasil]], semua: int, maju: Maju | None) -> Iterator[tuple[Berkas, Hasil]]:
    for n, x in enumerate(hasil, 1):
        yield x
        if maju is not None:
            maju(n, semua)


def catatan(r: Rekap, dari: Sequence[str], hari: date) -> list[str]:
    """What is said below the first table: what was read when, and everything that is not in the figures."""
    n = len(r.entri) + len(r.ganda) + len(r.gagal)
    hasil = [
        f"Disusun {hari:%Y-%m-%d} dari {n} buku kerja di {', '.join(dari)}.",
        f"Dihitung {len(r.entri)}; tidak dihitung karena ganda {len(r.ganda)}; gagal dibaca {len(r.gagal)}; dilewati {len(r.dilewati)}.",
    ]
    if r.belum is None:
        hasil.append("Lembar Belum Menyerahkan memerlukan daftar perangkat daerah (--daftar).")
    return hasil + [f"{t.tingkat}: {t.pesan}" for t in r.temuan]


def sebagai_json(r: Rekap, tabel: Mapping[str, object]) -> dict[str, object]:
    """The rekap as data: its tables by name, and what is said about it."""
    return {
        "versi": 1,
        "tahun": r.tahun,
        "kode_keluar": r.kode_keluar(),
        "tabel": tabel,
        "temuan": [{"kode": t.kode, "tingkat": t.tingkat.value, "pesan": t.pesan, "saran": t.saran} for t in r.temuan],
    }
