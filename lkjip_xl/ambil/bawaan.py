"""What merged cells and group rows above a row say about it: its tujuan, its sasaran, the indicator that goes on."""

from __future__ import annotations

import re

from lkjip_xl.ambil.register import Indikator
from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.padan.nama import tingkat_awalan
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing

BARIS_ATAS = 3  # lines right above a table that may name what it is about
_PERNYATAAN = re.compile(
    r"\b(tujuan|sasaran)(?: (?:strategis|kinerja|program|kegiatan))?(?: (?:ke-? ?)?(?:\d+(?:\.\d+)*|[ivx]{1,5}))?\.? ?[:–] ?(\S.{8,})",
    re.IGNORECASE,
)


class Bawaan:
    """What merged cells and group rows above a row say."""

    def __init__(self, tujuan: str = "", sasaran: str = "") -> None:
        self.tujuan, self.sasaran = tujuan, sasaran
        self.indikator: Indikator | str = "tanpa nama"

    def kelompok(self, teks: str) -> None:
        """A group row: a tujuan where it says so, else a sasaran."""
        if tingkat_awalan(teks) == "tujuan":
            self.tujuan, self.sasaran = _isi(teks), ""
        else:
            self.sasaran = _isi(teks)
        self.indikator = "tanpa nama"

    def baris(self, b: BarisAsing, sasaran: int, tujuan: int) -> None:
        """The statements of a row; blank ones go on."""
        t, s = (_teks(b.sel.get(k)) for k in (tujuan, sasaran))
        if t and t != self.tujuan:
            self.tujuan, self.sasaran = t, ""
        if s:
            self.sasaran = s
        if not sasaran and not tujuan and b.kelompok:
            self.sasaran = _isi(b.kelompok[-1])

    @property
    def pernyataan(self) -> tuple[str, str]:
        """The statement a new indicator belongs to, and its level."""
        if self.tujuan and not self.sasaran:
            return self.tujuan, "tujuan"
        return self.sasaran, "sasaran"


def pernyataan_judul(tabel: TabelAsing) -> tuple[str, str]:
    """Tujuan and sasaran that the lines above a table name ("Sasaran 1: Meningkatnya …"), "" for none."""
    hasil = {"tujuan": "", "sasaran": ""}
    for baris in (*tabel.kisi[0].atas[-BARIS_ATAS:], *tabel.judul.split("\n")):
        if (m := _PERNYATAAN.search(rapikan_spasi(baris))) is not None:
            hasil[m[1].casefold()] = m[2].strip(' ."“”')
    return hasil["tujuan"], hasil["sasaran"]


def _teks(s: SelAsing | None) -> str:
    return s.teks.strip() if s is not None else ""


def _isi(teks: str) -> str:
    """A group row without the word for its kind."""
    return teks.partition(":")[2].strip() if tingkat_awalan(teks) else teks.strip()
