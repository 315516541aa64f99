"""How many decimals a figure is shown with: those it was typed with, or those it has."""

from __future__ import annotations

from decimal import Decimal

from lkjip_xl.tabel.model import BukuKerja, Nilai, Tabel

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
    banyak = max(0, -Decimal(format(x, ".15g")).normalize().as_tuple().exponent)
    return banyak if banyak <= BANYAK else 2


def desimal_nilai(t: Tabel, baris: int, kolom: str, nilai: Nilai) -> int | None:
    """Decimals of a cell: as typed where that is known, else those the number has."""
    tahu = t.desimal(baris, kolom)
    return desimal_angka(nilai) if tahu is None else tahu


def desimal_target(buku: BukuKerja, baris: int, kode: str, nilai: Nilai) -> int | None:
    """Decimals of a target in Pengukuran; an inherited one has those of the cell it comes from."""
    tahu = buku["pengukuran"].desimal(baris, "target")
    if tahu is not None:
        return tahu
    pk = buku["pk"]
    for versi in ("perubahan", "murni"):
        for sumber, r in pk.rekaman():
            sama = isinstance(r["kode"], str) and r["kode"].casefold() == kode.casefold()
            if sama and r["versi"] == versi and r["target"] == nilai:
                tahu = pk.desimal(sumber, "target")
                return desimal_angka(nilai) if tahu is None else tahu
    return desimal_angka(nilai)
