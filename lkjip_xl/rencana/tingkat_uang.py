"""Levels of programmes that only their money tells: what stands below a row adds up to it."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.rencana.model import PetaTabel, Yakin

UANG = ("anggaran", "pagu", "pagu_setelah")
KEGIATAN, SUBKEGIATAN = "kegiatan", "subkegiatan"
DUA_TINGKAT = 1.5  # rows of one level add up to their programme, those of two to twice as much
Tempat = tuple[int, int]  # grid and row


def tingkat_uang(peta: PetaTabel, nama: int) -> dict[Tempat, str]:
    """The level of every row below a programme, by its place; "" where the rows are of two levels, but their money does not say which.

    A kegiatan is followed by its subkegiatan, which add up to it, and the kegiatan add up to their programme. Nothing where one
    amount is missing, and where all rows are of one level.
    """
    uang = next((k.nomor for k in peta.kolom.values() if k.kolom in UANG and k.yakin is not Yakin.TIDAK), 0)
    hasil: dict[Tempat, str] = {}
    bawah: list[tuple[Tempat, float]] = []
    program: float | None = None
    for b in (*peta.tabel.data(), None):
        s = b.sel.get(nama) if b is not None else None
        if b is None or (s is not None and kunci_teks(s.teks).startswith("program ")):
            if bawah and program is None:
                return {}
            hasil |= {t: lv for (t, _), lv in zip(bawah, _susun(program or 0.0, [n for _, n in bawah]), strict=True)}
            bawah, program = [], None
        if b is None or s is None:
            continue
        x = b.sel.get(uang)
        nilai = None if x is None else x.nilai if x.nilai is not None else baca_kolom(x.teks, "rupiah").nilai
        if not isinstance(nilai, float) or nilai <= 0:
            return {}
        if kunci_teks(s.teks).startswith("program "):
            program = nilai
        else:
            bawah.append(((b.kisi, b.nomor), nilai))
    return hasil if set(hasil.values()) - {KEGIATAN} else {}


def _susun(program: float, nilai: Sequence[float]) -> list[str]:
    """Levels of the rows of one programme; "" where rows of two levels add up to it in no way.

    >>> _susun(10, [7, 4, 3, 3, 3]), _susun(10, [7, 3]), _susun(10, [7, 4])
    (['kegiatan', 'subkegiatan', 'subkegiatan', 'kegiatan', 'subkegiatan'], ['kegiatan', 'kegiatan'], ['kegiatan', 'kegiatan'])
    >>> _susun(10, [7, 4, 2, 3, 3])
    ['', '', '', '', '']
    """
    if sum(nilai) < DUA_TINGKAT * program:
        return [KEGIATAN] * len(nilai)
    polos = [""] * len(nilai)
    level: list[str] = []
    sisa = jumlah = 0.0
    for n in nilai:
        level.append(SUBKEGIATAN if sisa else KEGIATAN)
        jumlah += 0 if sisa else n
        sisa = round(sisa - n, 2) if sisa else n
        if sisa < 0:
            return polos
    return level if not sisa and round(jumlah) == round(program) else polos
