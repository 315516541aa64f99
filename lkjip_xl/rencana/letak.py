"""Which row of a sheet a row of a table belongs to: the one with the same key, else the next free one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul, ruas
from lkjip_xl.isi.cocok import PENGENAL
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.tabel.model import ANGKA, BARIS_DATA, Asal, BukuKerja

BERNAMA = ("nama", "uraian", "jenis", "komponen", "rekomendasi", "rencana_aksi", "dimensi")
TAHUN = "tahun"
SATU_BARIS = (
    {"kode"},
    {"kode", "versi"},
    {"kode", "tw"},
)  # keys of sheets with one row an indicator, or a quarter of it
BERULANG = (
    "analisis",
    "rencana_aksi",
    "lhe_rekomendasi",
    "strategi",
)  # several rows of one key: told apart by their texts


def kolom_kunci(s: SkemaLembar) -> tuple[str, ...]:
    """Columns that tell the rows of a sheet apart."""
    return s.kunci or tuple(k for k in PENGENAL if k in s.kolom and k != "no")


def setara(kolom: str, x: object, *, angka: bool = False) -> str:
    """A cell of a key as it is compared; angka: of a column of figures, however they are printed."""
    if x is None or x == "":
        return ""
    if angka and (n := baca_kolom(x).nilai if isinstance(x, str) else x) is not None:
        return f"{n:.12g}" if isinstance(n, (int, float)) else kunci_judul(n)
    if kolom in ("kode_program", "kode") and isinstance(x, str):
        return ".".join(ruas(x))
    return nama_setara(x) if kolom in BERNAMA else kunci_judul(x)


class Lapang:
    """The rows of one sheet, those being filled included."""

    def __init__(self, buku: BukuKerja, id_lembar: str) -> None:
        self._buku, self._id = buku, id_lembar
        self._skema = buku.skema.lembar[id_lembar]
        self.kunci = kolom_kunci(self._skema)
        self._penanda = [k for k in ("kode", *BERNAMA) if k in self._skema.kolom]
        self._menurut: dict[tuple[str, str], list[int]] = {}
        sel = buku[id_lembar].sel
        terisi = {b for (b, _), s in sel.items() if s.asal not in (Asal.RUMUS, Asal.KOSONG)}
        for b in sorted(terisi):
            self._daftar(b, {k: s.nilai for k in self._penanda if (s := sel.get((b, k))) is not None})
        self._laporan = buku.setelan.get("TahunLaporan")
        self._berikut = max(terisi, default=BARIS_DATA - 1) + 1

    @property
    def berikut(self) -> int:
        """The next free row."""
        return self._berikut

    def cari(self, isi: Mapping[str, str], terpakai: set[int]) -> tuple[int, bool]:
        """The row for these contents and whether it is new; terpakai: rows this table has taken already."""
        if {*self.kunci} in SATU_BARIS:
            terpakai = set()  # actions printed below each other share the row of their indicator
        for k in self._penanda:
            calon = [b for b in self._menurut.get((k, setara(k, isi.get(k))), ()) if b not in terpakai]
            cocok = [b for b in calon if self._tanpa_pertentangan(b, isi)]
            if cocok:
                return max(cocok, key=lambda b: (self._sepakat(b, isi), -b)), False
            if calon and k == "kode" and not any(setara(n, isi.get(n)) for n in BERNAMA):
                break
        baru = self._berikut
        self._berikut += 1
        self._daftar(baru, isi)
        return baru, True

    def _daftar(self, baris: int, isi: Mapping[str, object]) -> None:
        for k in self._penanda:
            if x := setara(k, isi.get(k)):
                self._menurut.setdefault((k, x), []).append(baris)

    def _isi(self, baris: int, kolom: str) -> object:
        """What a row holds; a row that names no year is of the report's."""
        s = self._buku[self._id].sel.get((baris, kolom))
        ada = None if s is None else s.nilai
        return self._laporan if ada is None and kolom == TAHUN else ada

    def _tanpa_pertentangan(self, baris: int, isi: Mapping[str, str]) -> bool:
        for k in self.kunci:
            a, b = setara(k, isi.get(k)), setara(k, self._isi(baris, k))
            if a and b and a != b:
                return k == "nama" and setara("kode", isi.get("kode")) == setara("kode", self._isi(baris, "kode")) != ""
        return self._id not in BERULANG or self._sepakat(baris, isi) > 0 or not self._beda(baris, isi)

    def _sepakat(self, baris: int, isi: Mapping[str, str]) -> int:
        return sum(bool(a) and a == b for a, b in self._berdua(baris, isi))

    def _beda(self, baris: int, isi: Mapping[str, str]) -> bool:
        return any(a and b and a != b for a, b in self._berdua(baris, isi))

    def _berdua(self, baris: int, isi: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """What both say of a row beside its key."""
        for k, x in isi.items():
            if k not in self.kunci:
                angka = k in self._skema.kolom and self._skema.kolom[k].tipe in ANGKA
                yield setara(k, x, angka=angka), setara(k, self._isi(baris, k), angka=angka)
