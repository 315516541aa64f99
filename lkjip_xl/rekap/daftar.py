"""The list of agencies of a region: who is to hand in a workbook, and settings that hold for single ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.kunci import kunci_judul, kunci_nama, rapikan_spasi
from lkjip_xl.skema.model import Skema
from lkjip_xl.sumber import baca_sumber
from lkjip_xl.tabel.susun import ID_SETELAN

NAMA, DAERAH = "instansi", "kabupaten"
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


def kunci_opd(nama: str, daerah: str = "") -> str:
    """What tells one agency from another: its words, without the region behind them.

    >>> kunci_opd("Dinas Kesehatan & KB Kabupaten Contoh", "Kabupaten Contoh") == kunci_opd("dinas kesehatan dan KB")
    True
    """
    kunci, akhir = kunci_nama(nama), kunci_nama(daerah)
    if akhir and kunci.endswith(f" {akhir}"):
        kunci = kunci.removesuffix(f" {akhir}")
    return " ".join(k for k in kunci.split() if k != "dan")


def baca_daftar(path: Path, skema: Skema) -> list[Opd]:
    """The agencies of a CSV, Excel, Word or other table, each once; raises GalatBerkas RK-02 where none is named.

    Its header is the first row that names a column of agencies; other columns are settings by name or title.
    """
    kolom = {kunci_judul(x): k.nama for k in skema.lembar[ID_SETELAN].kolom.values() for x in (k.judul, k.nama)}
    for kisi in baca_sumber(path).kisi:
        baris: dict[int, dict[int, str]] = {}
        for (b, k), s in sorted(kisi.sel.items()):
            baris.setdefault(b, {})[k] = rapikan_spasi(s.teks)
        kepala: dict[int, str] = {}
        hasil: dict[str, Opd] = {}
        for isi in baris.values():
            if not kepala:
                kepala = _kepala(isi, kolom)
                continue
            setelan = {kepala[k]: x for k, x in isi.items() if k in kepala}
            nama = setelan.pop(NAMA, "")
            if nama:
                hasil.setdefault(kunci_opd(nama, setelan.get(DAERAH, "")), Opd(nama, setelan))
        if hasil:
            return list(hasil.values())
    raise GalatBerkas("RK-02", berkas=path.name)


def _kepala(isi: Mapping[int, str], kolom: Mapping[str, str]) -> dict[int, str]:
    """Columns by number where a row is the header; nothing otherwise."""
    hasil: dict[int, str] = {}
    for k, x in isi.items():
        nama = NAMA if kunci_nama(x) in SEBUTAN else kolom.get(kunci_judul(x), "")
        if nama and nama not in hasil.values():
            hasil[k] = nama
    return hasil if NAMA in hasil.values() else {}
