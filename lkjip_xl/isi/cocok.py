"""Find the sheet row each row belongs to: by its key, else by its name, else the next free row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.isi.masukan import BarisMasukan
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.ungkapan import Ambil, urai
from lkjip_xl.tabel.model import BARIS_DATA, Asal, Tabel

# columns that tell rows apart where a sheet has no key of its own, in this order
PENGENAL = (
    "versi",
    "tahun",
    "kode",
    "no",
    "kode_program",
    "dimensi",
    "level",
    "nama",
    "uraian",
    "komponen",
    "kategori",
)
NAMA = "indikator"
LONGGAR = frozenset({"no", "level", "kode", "kode_program", "nama"})
"""Of these one side may say nothing, as long as the other columns agree, the name or the kode of the programme among them."""
PENENTU = ("nama", "kode_program", "kode")


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Where a row goes: Excel row, how it was found (kunci, nama, baru), and the kode found by name.

    serupa: rows it may be as well, none of which was taken.
    """

    baris: int
    cara: str
    kode: str | None = None
    serupa: tuple[int, ...] = ()


def kolom_salinan(skema: SkemaLembar) -> set[str]:
    """Columns that only repeat what the sheet Indikator says: used to find the row, never written."""
    return {
        k.nama for k in skema.kolom.values() if k.rumus and isinstance(a := urai(k.rumus), Ambil) and a.lembar == NAMA
    }


class Pencocok:
    """Gives every row of one sheet its row; each existing row is taken once."""

    def __init__(self, tabel: Tabel, kode_menurut_nama: Mapping[str, list[str]]) -> None:
        self._tabel = tabel
        self._kode_nama = kode_menurut_nama
        self._isian = {b for (b, _), s in tabel.sel.items() if s.asal not in (Asal.RUMUS, Asal.KOSONG)}
        self._terpakai: set[int] = set()
        self._berikut = BARIS_DATA
        self._kunci: dict[tuple[str, ...], list[int]] = {}
        skema = tabel.skema
        self._kolom = tuple(skema.kunci or [k for k in PENGENAL if k in skema.kolom])
        lepas = LONGGAR if not skema.kunci else frozenset()
        berindikator = "kode" in skema.kolom and skema.kolom["kode"].pilihan_acuan == (NAMA, "kode")
        self._longgar = frozenset(self._kolom) & (lepas - {"kode"} if berindikator else lepas)
        self._menurut: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        for b in sorted(self._isian):
            kunci = self._kunci_baris({k: tabel.sel[(b, k)].nilai for k in skema.kolom if (b, k) in tabel.sel})
            if kunci:
                if kunci not in self._kunci:
                    for k in self._penentu(kunci):
                        self._menurut.setdefault(k, []).append(kunci)
                self._kunci.setdefault(kunci, []).append(b)

    def _kunci_baris(self, isi: Mapping[str, object]) -> tuple[str, ...] | None:
        kunci = tuple(kunci_judul(isi.get(k) or "") for k in self._kolom)
        return kunci if any(kunci) else None

    def _penentu(self, kunci: tuple[str, ...]) -> list[tuple[str, str]]:
        """What of a key says which programme it is."""
        isi = dict(zip(self._kolom, kunci, strict=True))
        return [(k, isi[k]) for k in PENENTU if k in self._longgar and isi[k]]

    def _serupa(self, kunci: tuple[str, ...]) -> list[int]:
        """Free rows that say the same as far as both sides say it (a table without levels), by the first thing that names them."""
        hasil: dict[int, None] = {}
        for k in self._penentu(kunci):
            for ada in self._menurut.get(k, ()):
                sama = all(
                    x == y or (n in self._longgar and not (x and y))
                    for n, x, y in zip(self._kolom, kunci, ada, strict=True)
                )
                hasil |= dict.fromkeys(b for b in self._kunci[ada] if sama and b not in self._terpakai)
        return list(hasil)

    def cari(self, baris: BarisMasukan) -> Tujuan:
        """Row for one row, in the order of the file."""
        isi, kode = dict(baris.isi), None
        if "kode" in self._tabel.skema.kolom and NAMA in kolom_salinan(self._tabel.skema) and "kode" not in isi:
            calon = self._kode_nama.get(kunci_judul(isi.get(NAMA, "")), [])
            if len(calon) == 1:
                kode = isi["kode"] = calon[0]
        kunci = self._kunci_baris(isi)
        for b in self._kunci.get(kunci, []) if kunci else []:
            if b not in self._terpakai:
                self._terpakai.add(b)
                return Tujuan(b, "nama" if kode else "kunci", kode)
        serupa = self._serupa(kunci) if kunci else []
        if len(serupa) == 1:
            self._terpakai.add(serupa[0])
            return Tujuan(serupa[0], "kunci", kode)
        while self._berikut in self._isian or self._berikut in self._terpakai:
            self._berikut += 1
        self._terpakai.add(self._berikut)
        return Tujuan(self._berikut, "baru", kode, tuple(serupa))


def kode_menurut_nama(nama_indikator: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """{normalised indicator name: kode list} from (kode, name) pairs; several kode = ambiguous."""
    hasil: dict[str, list[str]] = {}
    for kode, nama in nama_indikator:
        daftar = hasil.setdefault(kunci_judul(nama), [])
        if kode not in daftar:
            daftar.append(kode)
    return hasil
