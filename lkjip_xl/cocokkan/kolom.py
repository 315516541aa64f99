"""Which column of the outside table is which column of the sheet: by header, then by what the cells say."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from lkjip_xl.cocokkan.sisi import KolomSisi, Sisi, baku_kepala, baku_nama
from lkjip_xl.cocokkan.tabel_luar import TabelLuar
from lkjip_xl.inti.kemiripan import PANJANG_MAKS
from lkjip_xl.tabel.hierarki import LEVEL

BARIS_CARI_KEPALA = 20
SAMA = 100.0
MIRIP = 80.0  # headers alike enough to be taken without any proof from the cells
BUKTI = 0.6  # share of equal cells that proves a column whose header says something else
BUKTI_BARIS = 3
LEVEL_TABEL = {"sub kegiatan": "subkegiatan"} | {n: n for n in LEVEL}


@dataclass(slots=True)
class Kepala:
    """The header of an outside table: its row, the headers, columns that stand for a level of programmes."""

    baris: int
    teks: dict[int, str]
    level: dict[int, str] = field(default_factory=dict)


def cari_kepala(luar: TabelLuar, sisi: Sisi) -> Kepala:
    """The row whose cells name most columns of the sheet; a row of groups above it fills in where it is blank."""
    sebutan = {s for k in sisi.kolom.values() for s in k.sebutan} | LEVEL_TABEL.keys()
    isi = luar.per_baris()
    calon = [b for b in isi if b <= BARIS_CARI_KEPALA] or [1]

    def kena(b: int) -> int:
        return sum(baku_kepala(i.teks) in sebutan for i in isi.get(b, {}).values())

    baris = max(calon, key=lambda b: (kena(b), -b))
    teks = {k: i.teks for k, i in isi.get(baris, {}).items()}
    for k in range(1, luar.lebar + 1):
        if k not in teks and (atas := luar.sel.get((baris - 1, k))) is not None:
            teks[k] = atas.teks
    level = {}
    if "level" in sisi.kolom and "nama" in sisi.kolom:
        level = {k: LEVEL_TABEL[h] for k, t in teks.items() if (h := baku_kepala(t)) in LEVEL_TABEL}
        level = level if len(level) > 1 else {}
    return Kepala(baris, teks, level)


def cocok_kepala(teks: str, kolom: KolomSisi) -> float:
    """How much a header looks like the column: 100 = one of its names, below that by the words they share."""
    cari = baku_kepala(teks)[:PANJANG_MAKS]
    mirip = max((fuzz.token_sort_ratio(cari, s) for s in kolom.sebutan), default=0.0)
    return SAMA if mirip == SAMA else mirip * 0.9


def kolom_teks(kepala: Kepala, sisi: Sisi) -> dict[int, str]:
    """Text columns by header alone: rows are found with them."""
    skor = {
        (k, c.nama): cocok_kepala(t, c)
        for k, t in kepala.teks.items()
        if k not in kepala.level
        for c in sisi.kolom.values()
        if c.teks
    }
    return _tugaskan({x: s for x, s in skor.items() if s >= MIRIP})


def kolom_angka(
    kepala: Kepala, sisi: Sisi, bukti: Mapping[tuple[int, str], tuple[int, int]], dipakai: Collection[int]
) -> dict[int, str]:
    """Number columns by header and by equal cells; bukti: (column, name) → (rows compared, rows equal)."""
    skor = {}
    for k, t in kepala.teks.items():
        if k in kepala.level or k in dipakai:
            continue
        for c in sisi.kolom.values():
            if c.teks:
                continue
            banding, sama = bukti.get((k, c.nama), (0, 0))
            bagian = sama / banding if banding else 0.0
            judul = cocok_kepala(t, c)
            terbukti = sama >= BUKTI_BARIS and bagian >= BUKTI
            if terbukti or (judul >= MIRIP and (banding or judul >= SAMA)):
                skor[(k, c.nama)] = judul / 2 + 100 * bagian
    return _tugaskan(skor)


def kolom_menurut_isi(luar: TabelLuar, kepala: Kepala, sisi: Sisi) -> tuple[int, str] | None:
    """The column whose cells name most rows of the sheet, for a table whose headers say nothing."""
    skor = {}
    ada: dict[int, set[str]] = {}
    for (b, k), i in luar.sel.items():
        if b > kepala.baris:
            ada.setdefault(k, set()).add(baku_nama(i.teks))
    for n in sisi.nama_kolom():
        kenal = {baku_nama(b.isi(n)) for b in sisi.baris} - {""}
        for k in range(1, luar.lebar + 1):
            skor[(k, n)] = len(kenal & ada.get(k, set()))
    terbaik = max(skor, key=lambda x: skor[x], default=None)
    return terbaik if terbaik and skor[terbaik] >= BUKTI_BARIS else None


def _tugaskan(skor: Mapping[tuple[int, str], float]) -> dict[int, str]:
    """Best pairs first, each side once."""
    hasil: dict[int, str] = {}
    for k, nama in sorted(skor, key=lambda x: (-skor[x], x)):
        if k not in hasil and nama not in hasil.values():
            hasil[k] = nama
    return hasil
