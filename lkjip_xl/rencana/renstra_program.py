"""Plans of programmes over several years: rows of what they are to reach, several indicators of one, money that was spent already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.rencana.model import Peran, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.program import BarisProgram
from lkjip_xl.sumber.model import BarisAsing, KolomAsing

ID_RENSTRA, INDIKATOR = "tc27", "indikator"
BARIS_SASARAN = "sasaran di atas programnya, bukan program"
SUDAH_LEWAT = "di samping realisasi tahun itu: dapat berarti realisasi anggaran, bukan pagu"
_SASARAN = re.compile(r"(?:sasaran\b|(?:ter|me)[a-z]+nya\b)")
"""How a statement of what is to be reached begins."""


def baris_sasaran(peta: PetaTabel, nama: int) -> dict[tuple[int, int], str]:
    """Rows among programmes that say what these are to reach, by grid and row: without number or kode, where others call themselves programmes."""
    urut = [k.nomor for k in peta.kolom.values() if k.peran in (Peran.NOMOR, Peran.KODE) or k.kolom == "kode"]
    isi = [(b, kunci_teks(s.teks)) for b in peta.tabel.data() if (s := b.sel.get(nama)) is not None]
    if not urut or not any(x.startswith("program ") for _, x in isi):
        return {}
    return {
        (b.kisi, b.nomor): BARIS_SASARAN for b, x in isi
        if _SASARAN.match(x) and not any((s := b.sel.get(n)) is not None and s.teks.strip() for n in urut)
    }  # fmt: skip


def berindikator_lagi(
    peta: PetaTabel, b: BarisAsing, titik: Sequence[Titik], atas: BarisProgram | None
) -> BarisProgram | None:
    """The programme above as that of a row without a name that prints another indicator of it; None for any other row."""
    lagi = any(x.kolom.lembar == ID_RENSTRA and x.kolom.kolom == INDIKATOR and x.sel.teks.strip() for x in titik)
    return replace(atas, asing=b) if peta.lembar == ID_RENSTRA and atas is not None and lagi else None


def ragukan_uang(p: PetaTabel) -> None:
    """Money of a year beside what was reached in it, where no target stands there, is asked: it may be what was spent."""
    for k in p.tabel.kolom:
        x = p.kolom[k.nomor]
        if x.lembar == ID_RENSTRA and x.kolom.startswith("rp_") and x.yakin is Yakin.PASTI:
            kata = {y for lain in p.tabel.kolom if _seatap(k, lain) for y in pokok_kepala(lain.jalur[-1]).split()}
            if kata & {"realisasi", "capaian"} and "target" not in kata:
                p.kolom[k.nomor] = replace(x, yakin=Yakin.RAGU, alasan=SUDAH_LEWAT)


def _seatap(k: KolomAsing, lain: KolomAsing) -> bool:
    return len(k.jalur) > 1 and lain.nomor != k.nomor and lain.jalur[:-1] == k.jalur[:-1]
