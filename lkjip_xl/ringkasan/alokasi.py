"""Which rupiah belong to an indicator and to a sasaran: the rows of Anggaran that Penunjang maps to them.

Rp of an indicator = sum of the rows mapped to it, a row whose ancestor is mapped too counting once; of a sasaran =
sum of the distinct rows mapped to it or to its indicators; a grand total takes every programme once (bidang.md).
A row marked "tidak menunjang" is mapped all the same: its money was spent for that sasaran. A programme with several
indicators takes several rows, one below the other: whoever names it means them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lkjip_xl.inti.fungsi import SERAPAN, Galat
from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.ringkasan.kelompok import sasaran_dari
from lkjip_xl.skema.fungsi_sel import galat_pertama, jumlah, kurang
from lkjip_xl.tabel.hierarki import (
    KEDALAMAN,
    KEDALAMAN_PROGRAM,
    BarisLevel,
    cari_induk,
    leluhur,
    teratas,
    total_program,
)
from lkjip_xl.tabel.kode_program import kode_baris
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

RUPIAH = ("pagu", "realisasi_rp")
TIDAK = "tidak"  # in Penunjang: mapped, but no support


@dataclass(frozen=True, slots=True)
class Rupiah:
    """Pagu and realisasi of a set of rows; None where none of them has one, a Galat where one cannot be read."""

    pagu: float | Galat | None = None
    realisasi: float | Galat | None = None

    @property
    def sisa(self) -> Nilai:
        """Pagu less realisasi, a blank one counting as nothing."""
        return galat_pertama((self.pagu, self.realisasi)) or kurang(self.pagu, self.realisasi)

    @property
    def serapan(self) -> Nilai:
        """Realisasi in percent of the pagu."""
        return SERAPAN(self.pagu, self.realisasi)


@dataclass(frozen=True, slots=True)
class Peta:
    """One row of Penunjang: its kode (indicator or sasaran), the keys of that kode and of its sasaran, the rows of Anggaran it
    names (none = not found), and whether they support it: all but those marked "tidak"."""

    baris: int
    kode: str
    kunci: frozenset[str]
    anggaran: tuple[int, ...]
    menunjang: bool


@dataclass(frozen=True, slots=True)
class Alokasi:
    """The rows of Anggaran by Excel row, who stands above whom, and the mapping of Penunjang.

    utama: first row of the programme a row belongs to; itself, but for the further indicators of a programme.
    terpeta: rows of Anggaran by the key of the kode they are mapped to, termasuk: also by that of its sasaran.
    """

    baris: Mapping[int, dict[str, Nilai]]
    induk: Mapping[int, int | None]
    utama: Mapping[int, int]
    peta: tuple[Peta, ...]
    terpeta: Mapping[str, list[int]]
    termasuk: Mapping[str, list[int]]

    def rupiah(self, terpilih: Iterable[int]) -> Rupiah:
        """Pagu and realisasi of a selection of rows; what stands below a selected row counts once."""
        pilih = teratas(self.induk, list(terpilih))
        return Rupiah(*(_jumlah(self.baris[b][k] for b in pilih) for k in RUPIAH))

    def milik_indikator(self, kode: str) -> list[int]:
        """Rows mapped to this very kode."""
        return list(self.terpeta.get(kunci_teks(kode), ()))

    def milik_sasaran(self, sasaran: str) -> list[int]:
        """Rows mapped to the sasaran itself or to any of its indicators."""
        return list(self.termasuk.get(kunci_teks(sasaran), ()))

    def menunjang(self, sasaran: str) -> list[int]:
        """Of the rows mapped to the sasaran or to any of its indicators those that support it."""
        kunci = kunci_teks(sasaran)
        ya = {b for p in self.peta if p.menunjang and kunci in p.kunci for b in p.anggaran}
        return [b for b in self.milik_sasaran(sasaran) if b in ya]

    def dengan_bawahan(self, terpilih: Iterable[int]) -> list[int]:
        """The selected rows and every row below them, in row order."""
        pilih = set(terpilih)
        return [b for b in self.baris if b in pilih or pilih.intersection(leluhur(self.induk, b))]

    def program(self) -> list[int]:
        """Every programme once: the highest rows from level program down; rows of higher levels where none is."""
        bawah = [b for b, r in self.baris.items() if (tingkat(r["level"]) or 0) >= KEDALAMAN_PROGRAM]
        return teratas(self.induk, bawah or list(self.baris))


def tingkat(level: Nilai) -> int | None:
    """Depth of a level name, None where it is unknown."""
    return KEDALAMAN.get(kunci_teks(level)) if isinstance(level, str) else None


@per_buku
def alokasi(buku: BukuKerja) -> Alokasi:
    """Hierarchy of Anggaran and mapping of Penunjang; rows are matched by kode or number, else by level and name.

    Total rows that were typed are left out: the summaries make their own.
    """
    baris = {b: r | rupiah_baris(buku, b) for b, r in buku["anggaran"].rekaman() if not total_program(r)}
    induk = cari_induk([BarisLevel(b, r["level"], kode_baris(buku, r), r["no"]) for b, r in baris.items()])
    utama = _utama(baris)
    serangkai: dict[int, list[int]] = {}
    for b, awal in utama.items():
        serangkai.setdefault(awal, []).append(b)
    peta = []
    for b, r in buku["penunjang"].rekaman():
        if isinstance(r["kode"], str):
            ketemu = _baris_anggaran(buku, r)
            anggaran = () if ketemu is None else tuple(serangkai[utama[ketemu]])
            milik = frozenset((kunci_teks(r["kode"]), *sasaran_dari(buku, r["kode"])))
            peta.append(Peta(b, r["kode"], milik, anggaran, kunci_teks(r["menunjang"]) != TIDAK))
    terpeta: dict[str, dict[int, None]] = {}
    termasuk: dict[str, dict[int, None]] = {}
    for p in peta:
        for semua, milik in ((terpeta, {kunci_teks(p.kode)}), (termasuk, p.kunci)):
            for k in milik:
                semua.setdefault(k, {}).update(dict.fromkeys(p.anggaran))
    return Alokasi(baris, induk, utama, tuple(peta), *({k: list(b) for k, b in x.items()} for x in (terpeta, termasuk)))


def _baris_anggaran(buku: BukuKerja, r: Mapping[str, Nilai]) -> int | None:
    """The row of Anggaran a row of Penunjang names: the first by kode or number, else by name (and level)."""
    nomor = (buku.indeks.baris("anggaran", k, r["kode_program"], ruas) for k in ("kode", "no"))
    if ketemu := [b for b in nomor if b is not None]:
        return min(ketemu)
    t = buku["anggaran"]
    senama = buku.indeks.semua("anggaran", "nama", r["nama"])
    return next(
        (b for b in senama if not r["level"] or kunci_teks(t.nilai(b, "level")) == kunci_teks(r["level"])), None
    )


def rupiah_baris(buku: BukuKerja, baris: int) -> dict[str, float | Galat | None]:
    """Pagu and realisasi of a row of Anggaran; what cannot be read is an error, so that no sum goes on without it."""
    t = buku["anggaran"]
    return {k: Galat.VALUE if buku.tak_terbaca("anggaran", baris, k) else _uang(t.nilai(baris, k)) for k in RUPIAH}


def _uang(x: Nilai) -> float | Galat | None:
    return x if isinstance(x, (int, float, Galat)) else None


def _utama(baris: Mapping[int, dict[str, Nilai]]) -> dict[int, int]:
    """A row of the same level and name as the one above, without kode and number of its own, continues it."""
    hasil: dict[int, int] = {}
    atas: int | None = None
    for b, r in baris.items():
        if atas is not None and _melanjutkan(r, baris[atas], baris[hasil[atas]]):
            hasil[b] = hasil[atas]
        else:
            hasil[b] = b
        atas = b
    return hasil


def _melanjutkan(r: Mapping[str, Nilai], atas: Mapping[str, Nilai], awal: Mapping[str, Nilai]) -> bool:
    """Does a row continue the programme of the row above, which began in row `awal`?"""
    return (
        r["nama"] is not None
        and all(kunci_teks(r[k]) == kunci_teks(atas[k]) for k in ("level", "nama"))
        and all(r[k] is None or r[k] == awal[k] for k in ("kode", "no"))
    )


def _jumlah(nilai: Iterable[Nilai]) -> float | Galat | None:
    """Sum of what is there; a part that is an error or could not be read makes the sum one."""
    semua = list(nilai)
    return galat_pertama(semua) or jumlah(*semua)
