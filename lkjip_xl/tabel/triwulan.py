"""The home of quarterly figures, and how the columns TW I … TW IV of earlier templates and other people's tables come into it.

Pengukuran and PK of today's template only look the quarters up; what is typed there (a workbook of version 1, a CSV) belongs
into the sheet Triwulan dan Rencana Aksi.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema.versi_templat import lembar_versi
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Nilai, SelKerja, Tabel

ID_TRIWULAN = "triwulan"
TW: Mapping[str, str] = {"tw1": "I", "tw2": "II", "tw3": "III", "tw4": "IV"}
"""Quarter by the column that holds it where quarters stand side by side."""
ASAL = ("pengukuran", "pk")
SALINAN: Mapping[str, str] = {"nama": "indikator", "satuan": "satuan"}
"""Columns of the home that repeat what the sheet Indikator says, or that of programmes where a row is of one of them."""
PERUBAHAN = "perubahan"
Letak = tuple[str, int, str]  # sheet id, Excel row, schema column


@dataclass(slots=True)
class Pindahan:
    """Where typed quarters go: from each cell to row and column of the home, and the keys of rows that are new there."""

    ke: dict[Letak, tuple[int, str]] = field(default_factory=dict)
    kunci: dict[tuple[int, str], str] = field(default_factory=dict)

    @property
    def terakhir(self) -> int:
        """Last row of the home that is used by it."""
        return max((b for b, _ in (*self.ke.values(), *self.kunci)), default=BARIS_DATA - 1)


def berpindah(versi: int, lembar: str) -> bool:
    """Did workbooks of this version hold typed quarters in this sheet?"""
    dulu = lembar_versi(versi, lembar)
    return dulu is not None and "tw1" in dulu.kolom and dulu.kolom["tw1"].rumus is None


def rencana_pindah(buku: BukuKerja, calon: Collection[Letak]) -> Pindahan:
    """Give each of these typed cells its place; one without kode, or whose place another figure takes, is left out."""
    hasil = Pindahan()
    rumah = _Rumah(buku[ID_TRIWULAN], hasil)
    berubah = _kode_berubah(buku["pk"])
    isi: dict[tuple[int, str], SelKerja] = {}
    for lembar, baris, kolom in sorted(calon, key=lambda x: (ASAL.index(x[0]), _giliran(buku, x), x[1], x[2])):
        t = buku[lembar]
        kode, s = _nilai(t, baris, "kode"), t.sel[baris, kolom]
        if not isinstance(kode, str) or not kunci_teks(kode) or s.asal is Asal.RUMUS_LAIN:
            continue
        ke = (rumah.baris(kode, TW[kolom]), _bidang(buku, lembar, baris, kunci_teks(kode) in berubah))
        if ke not in isi or _sama(isi[ke], s):
            isi.setdefault(ke, s)
            hasil.ke[lembar, baris, kolom] = ke
    return hasil


def diketik(buku: BukuKerja, lembar: str) -> list[Letak]:
    """Cells of a sheet in which a quarter is typed."""
    return [
        (lembar, b, k) for (b, k), s in buku[lembar].sel.items() if k in TW and s.asal not in (Asal.RUMUS, Asal.KOSONG)
    ]


class _Rumah:
    """Rows of the home by kode and quarter; a kode that is new there gets four rows at once."""

    def __init__(self, t: Tabel, hasil: Pindahan) -> None:
        self._hasil = hasil
        dipakai = {b for (b, _), s in t.sel.items() if s.asal is not Asal.RUMUS}
        self._bebas = max(dipakai, default=BARIS_DATA - 1) + 1
        self._baris: dict[tuple[str, str], int] = {}
        for b in sorted(dipakai):
            kode, tw = _nilai(t, b, "kode"), _nilai(t, b, "tw")
            if isinstance(kode, str) and isinstance(tw, str):
                self._baris.setdefault((kunci_teks(kode), tw), b)

    def baris(self, kode: str, tw: str) -> int:
        kunci = kunci_teks(kode)
        if (kunci, tw) not in self._baris:
            for x in TW.values():
                if (kunci, x) not in self._baris:
                    self._baris[kunci, x] = self._bebas
                    self._hasil.kunci |= {(self._bebas, "kode"): kode, (self._bebas, "tw"): x}
                    self._bebas += 1
        return self._baris[kunci, tw]


def _nilai(t: Tabel, baris: int, kolom: str) -> Nilai:
    s = t.sel.get((baris, kolom))
    return None if s is None else s.nilai


def _kode_berubah(pk: Tabel) -> set[str]:
    """Kode that a PK perubahan names: what murni says of their quarters is what they were before."""
    kode = (_nilai(pk, b, "kode") for (b, k), s in pk.sel.items() if k == "versi" and s.nilai == PERUBAHAN)
    return {kunci_teks(x) for x in kode if isinstance(x, str)}


def _giliran(buku: BukuKerja, letak: Letak) -> int:
    """RKT comes last: where it differs from the PK there is no place for it."""
    return int(letak[0] == "pk" and _nilai(buku["pk"], letak[1], "versi") == "RKT")


def _bidang(buku: BukuKerja, lembar: str, baris: int, berubah: bool) -> str:
    if lembar == "pengukuran":
        return "realisasi"
    return "target_semula" if berubah and _nilai(buku["pk"], baris, "versi") != PERUBAHAN else "target"


def _sama(a: SelKerja, b: SelKerja) -> bool:
    return (a.nilai, a.mentah) == (b.nilai, b.mentah)
