"""How many decimals a figure is shown with: those it was typed with, or those it has."""

from __future__ import annotations

from math import isfinite

from lkjip_xl.inti.bacaan import desimal_terpendek
from lkjip_xl.inti.rumus import bulat_desimal
from lkjip_xl.tabel.model import Asal, BukuKerja, Nilai, Tabel
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, TW

BANYAK = 4  # a computed figure with more decimals than this is shown with two


def desimal_setelan(buku: BukuKerja, nama: str) -> int:
    """A setting such as DesimalCapaian; 2 where it is blank or no sensible number."""
    x = buku.setelan.get(nama)
    return int(x) if isinstance(x, (int, float)) and 0 <= x <= 6 else 2


def desimal_angka(x: Nilai) -> int | None:
    """Decimals a number needs, two where it needs more than four; None for text and blank.

    >>> desimal_angka(75.0), desimal_angka(35.35), desimal_angka(76.99438202247191), desimal_angka("3–5")
    (0, 2, 2, None)
    """
    if isinstance(x, str) or x is None:
        return None
    if not isfinite(x):
        return None
    banyak = desimal_terpendek(x)
    return banyak if banyak <= BANYAK else 2


def desimal_nilai(t: Tabel, baris: int, kolom: str, nilai: Nilai) -> int | None:
    """Decimals of a cell: as typed where that is known, else those the number has; a computed one at most two."""
    tahu = t.desimal(baris, kolom)
    if tahu is not None:
        return tahu
    banyak = desimal_angka(nilai)
    return min(banyak, 2) if banyak is not None and t.asal(baris, kolom) is Asal.RUMUS else banyak


def desimal_target(buku: BukuKerja, baris: int, kode: str, nilai: Nilai) -> int | None:
    """Decimals of a target in Pengukuran; an inherited one has those of the cell in PK or Renstra it comes from."""
    tahu = _target_diketahui(buku, baris, kode, nilai)
    return desimal_angka(nilai) if tahu is None else tahu


def _target_diketahui(buku: BukuKerja, baris: int, kode: str, nilai: Nilai) -> int | None:
    tahu = buku["pengukuran"].desimal(baris, "target")
    if tahu is None and isinstance(nilai, float):
        t = buku["pk"]
        pk = [b for b in buku.indeks.semua("pk", "kode", kode) if t.nilai(b, "target") == nilai]
        for versi in ("perubahan", "murni"):
            tahu = next((t.desimal(b, "target") for b in pk if t.nilai(b, "versi") == versi), tahu)
            if tahu is not None:
                return tahu
        tahun = buku.setelan.get("TahunLaporan")
        letak = buku.indeks.baris("renstra", "kode", kode)
        if letak is not None and buku["renstra"].nilai(letak, "target_berjalan") == nilai:
            tahu = desimal_renstra(buku, letak, tahun)
    return tahu


def desimal_realisasi(buku: BukuKerja, baris: int, kode: str, nilai: Nilai) -> int | None:
    """Decimals of a realisasi in Pengukuran; one that comes from its quarters has as many as they were typed with."""
    t = buku["pengukuran"]
    sendiri = desimal_nilai(t, baris, "realisasi", nilai)
    if t.asal(baris, "realisasi") is not Asal.RUMUS or not isinstance(nilai, float) or _terhitung(t, baris):
        return sendiri
    return max([d for s, b, k in _triwulan(buku, baris, kode) if (d := s.desimal(b, k)) is not None] + [sendiri or 0])


def desimal_sepasang(
    buku: BukuKerja, baris: int, kode: str, target: Nilai, realisasi: Nilai
) -> tuple[int | None, int | None]:
    """Decimals of the target and the realisasi of a row. 86,50 is kept by a spreadsheet as 86,5: where nobody knows how it was
    typed, it is shown with as many as the figure beside it; a whole number stays one."""
    t, r = desimal_target(buku, baris, kode, target), desimal_realisasi(buku, baris, kode, realisasi)
    tahu = _target_diketahui(buku, baris, kode, target) is not None
    return (t if tahu else susul(t, r)), (r if _realisasi_diketahui(buku, baris, kode) else susul(r, t))


def _realisasi_diketahui(buku: BukuKerja, baris: int, kode: str) -> bool:
    t = buku["pengukuran"]
    if t.asal(baris, "realisasi") is not Asal.RUMUS or _terhitung(t, baris):
        return t.desimal(baris, "realisasi") is not None
    return any(s.desimal(b, k) is not None for s, b, k in _triwulan(buku, baris, kode))


def _triwulan(buku: BukuKerja, baris: int, kode: str) -> list[tuple[Tabel, int, str]]:
    """The cells of the quarters a realisasi may come from: of its row, and of their own sheet."""
    asal = [(buku["pengukuran"], baris, tw) for tw in TW]
    return asal + [(buku[ID_TRIWULAN], b, "realisasi") for b in buku.indeks.semua(ID_TRIWULAN, "kode", kode)]


def susul(sendiri: int | None, lain: int | None) -> int | None:
    """Decimals of a figure nobody knows how it was typed, beside one of the same indicator: a whole number stays one.

    >>> susul(1, 2), susul(0, 2), susul(2, 1), susul(1, 6)
    (2, 0, 2, 1)
    """
    return lain if sendiri and lain and sendiri < lain <= BANYAK else sendiri


def _terhitung(t: Tabel, baris: int) -> bool:
    """Is a realisasi the quotient of its components?"""
    s = t.sel.get((baris, "pembilang"))
    return s is not None and isinstance(s.nilai, float)


def desimal_warisan(buku: BukuKerja, t: Tabel, baris: int, kolom: str) -> int | None:
    """Decimals of a target: as typed, of an inherited one those of the cells it comes from, in Renstra, PK or its own row."""
    nilai = t.nilai(baris, kolom)
    sendiri = desimal_nilai(t, baris, kolom, nilai)
    if t.desimal(baris, kolom) is not None or not isinstance(nilai, float):
        return sendiri
    calon = [(t, baris)]
    if "kode" in t.skema.kolom:
        kode = t.nilai(baris, "kode")
        calon += [(s, b) for s in (buku["renstra"], buku["pk"]) for b in buku.indeks.semua(s.skema.id, "kode", kode)]
    target = [(s, b, k) for s, b in calon for k, milik in s.skema.kolom.items() if milik.tipe == "target"]
    sama = [x for x in target if x[0].nilai(*x[1:]) == nilai]
    asal = [d for s, b, k in sama if (d := s.desimal(b, k)) is not None]
    if not asal:  # the sum of its row
        asal = [d for s, b, k in target if s is t and (d := s.desimal(b, k)) is not None]
    return max([sendiri or 0, *asal]) if asal else sendiri


def desimal_renstra(buku: BukuKerja, baris: int, tahun: Nilai) -> int | None:
    """Decimals typed in the year column of a row of Renstra; None where unknown or outside the period."""
    kolom = kolom_renstra(buku, tahun)
    return buku["renstra"].desimal(baris, kolom) if kolom else None


def kolom_renstra(buku: BukuKerja, tahun: Nilai) -> str:
    """The column of Renstra with the targets of a year; "" outside the period."""
    awal = buku.setelan.get("TahunRenstraAwal")
    if not isinstance(tahun, float) or not isinstance(awal, float):
        return ""
    kolom = f"target_{tahun - awal + 1:.0f}"
    return kolom if kolom in buku["renstra"].skema.kolom else ""


def beda_tampak(a: Nilai, desimal_a: int | None, b: Nilai, desimal_b: int | None) -> tuple[float, int] | None:
    """a − b of two figures as they are shown, and its decimals; None where one of them is no number.

    >>> beda_tampak(76.994, 2, 75.0, 0), beda_tampak(0.1, None, 0.3, None), beda_tampak("WTP", None, 1.0, 0)
    ((1.99, 2), (-0.2, 1), None)
    """
    if not isinstance(a, (int, float)) or not isinstance(b, (int, float)):
        return None
    da, db = (d if d is not None else (desimal_angka(x) or 0) for x, d in ((a, desimal_a), (b, desimal_b)))
    return float(bulat_desimal(a, da) - bulat_desimal(b, db)), max(da, db)
