"""The list of agencies of a region: who is to hand in a workbook, and settings that hold for single ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.kunci import kunci_judul, kunci_nama, rapikan_spasi
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber import baca_sumber
from lkjip_xl.sumber.model import Kisi
from lkjip_xl.tabel.hitung_buku import ID_SETELAN

NAMA, DAERAH = "instansi", "kabupaten"
NOMOR = frozenset({"no", "nomor", "no urut", "nomor urut"})  # says where a row stands, nothing else
SEBUTAN = frozenset(
    [
        "perangkat daerah",
        "nama perangkat daerah",
        "opd",
        "nama opd",
        "skpd",
        "nama skpd",
        "instansi",
        "nama instansi",
        "unit kerja",
    ]
)


@dataclass(frozen=True, slots=True)
class Opd:
    """One agency of the list: its name, and what the list says of its settings, by column of Pengaturan."""

    nama: str
    setelan: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Daftar:
    """The agencies of a list, and what of it is of no use."""

    opd: list[Opd]
    temuan: list[Temuan]


def kunci_opd(nama: str, daerah: str = "") -> str:
    """What tells one agency from another: its words, without the region behind them.

    >>> kunci_opd("Dinas Kesehatan & KB Kabupaten Contoh", "Kabupaten Contoh") == kunci_opd("dinas kesehatan dan KB")
    True
    """
    kunci, akhir = kunci_nama(nama), kunci_nama(daerah)
    if akhir and kunci.endswith(f" {akhir}"):
        kunci = kunci.removesuffix(f" {akhir}")
    return " ".join(k for k in kunci.split() if k != "dan")


def baca_daftar(path: Path, skema: Skema) -> Daftar:
    """The agencies of a CSV, Excel, Word or other table, each once; raises GalatBerkas RK-02 where none is named.

    Its header is the first row that names a column of agencies; other columns are settings by name or title. What is of no
    use is told (RK-21).
    """
    kolom = {kunci_judul(x): k.nama for k in skema.lembar[ID_SETELAN].kolom.values() for x in (k.judul, k.nama)}
    semua = baca_sumber(path).kisi
    for kisi in semua:
        opd, sisa = _baca_kisi(kisi, kolom)
        if opd:
            sisa += [f"tabel {x.tempat or x.nomor}" for x in semua if x is not kisi]
            temuan = [buat_temuan("RK-21", lembar="", berkas=path.name, daftar=", ".join(sisa))] if sisa else []
            return Daftar(opd, temuan)
    raise GalatBerkas("RK-02", berkas=path.name)


def _baca_kisi(kisi: Kisi, kolom: Mapping[str, str]) -> tuple[list[Opd], list[str]]:
    """The agencies of one table, and what of it is not used."""
    baris: dict[int, dict[int, str]] = {}
    for (b, k), s in sorted(kisi.sel.items()):
        if teks := rapikan_spasi(s.teks):
            baris.setdefault(b, {})[k] = teks
    kepala: dict[int, str] = {}
    judul: dict[int, str] = {}
    hasil: dict[str, Opd] = {}
    lain: dict[int, None] = {}
    sisa: list[str] = []
    for b, isi in baris.items():
        if not kepala:
            kepala, judul = _kepala(isi, kolom), isi
            continue
        lain |= dict.fromkeys(k for k in isi if k not in kepala and kunci_nama(judul.get(k, "")) not in NOMOR)
        setelan = {kepala[k]: x for k, x in isi.items() if k in kepala}
        nama = setelan.pop(NAMA, "")
        kunci = kunci_opd(nama, setelan.get(DAERAH, ""))
        if not nama or kunci in hasil:
            sisa.append(f"baris {b} ({f'{nama} sudah ada' if nama else 'tanpa nama perangkat daerah'})")
        else:
            hasil[kunci] = Opd(nama, setelan)
    return list(hasil.values()), [*(f'kolom "{judul.get(k, k)}"' for k in lain), *sisa]


def _kepala(isi: Mapping[int, str], kolom: Mapping[str, str]) -> dict[int, str]:
    """Columns by number where a row is the header; nothing otherwise."""
    hasil: dict[int, str] = {}
    for k, x in isi.items():
        nama = NAMA if kunci_nama(x) in SEBUTAN else kolom.get(kunci_judul(x), "")
        if nama and nama not in hasil.values():
            hasil[k] = nama
    return hasil if NAMA in hasil.values() else {}
