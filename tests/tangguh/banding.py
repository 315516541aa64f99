"""Before and after: what of somebody's workbook is no longer there, or no longer the same."""

from __future__ import annotations

import math
from collections.abc import Collection

from lkjip_xl.buku.baca import Buku, baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import Relasi, nama_rels
from tangguh.hasil import Kelas

# what a graft may change besides the sheets it brings
UMUM = frozenset(
    {"xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/calcChain.xml"}
)


def banding(
    lama: Paket,
    baru: Paket,
    milik: Collection[str],
    *,
    hanya: Collection[str] | None = None,
    boleh: Collection[str] = (),
) -> tuple[Kelas, str] | None:
    """What was damaged or lost; `milik` = sheets the command may rewrite, `boleh` = further parts it may change.

    hanya: names of sheets whose cells are compared; None = all.
    """
    milik = {n.casefold() for n in milik}
    bebas = set(UMUM) | set(boleh) | _bagian_milik(lama, milik) | {lama.bagian_buku, nama_rels(lama.bagian_buku)}
    for jenis in ("styles", "calcChain"):
        bebas.add(lama.bagian_terkait(jenis) or "")
    for nama in lama.daftar():
        if nama in bebas:
            continue
        if nama not in baru:
            return Kelas.HILANG, f"part {nama}"
        if lama.baca(nama) != baru.baca(nama):
            return Kelas.RUSAK, f"part {nama}"
    daftar = list(baru.lembar())
    if hilang := [n for n in lama.lembar() if n not in daftar]:
        return Kelas.HILANG, f"sheet {hilang[0]!r}"
    lembar = [n for n in lama.lembar() if n.casefold() not in milik and (hanya is None or n in hanya)]
    dulu = _baca(lama, lembar)
    return None if dulu is None else _banding_isi(dulu, _baca(baru, lembar))


def _baca(paket: Paket, lembar: list[str]) -> Buku | None:
    """Cells of the sheets; None where one cannot be read, as it could not before in a command that reads no cells."""
    try:
        buku = baca_buku(paket, lembar)
        dict(buku.lembar)  # sheets are read when asked for
        return buku
    except GalatBerkas:
        return None


def _banding_isi(a: Buku, b: Buku | None) -> tuple[Kelas, str] | None:
    if b is None:
        return Kelas.RUSAK, "what was written cannot be read"
    for nama, x in a.lembar.items():
        y = b.lembar[nama]
        for letak, sel in x.sel.items():
            kini = y.sel.get(letak)
            if kini is None:
                return Kelas.HILANG, f"cell {nama}!{letak}"
            if not _sama(sel, kini):
                return Kelas.RUSAK, f"cell {nama}!{letak}: {sel} became {kini}"
    for nama, teks in a.nama.items():
        if "!" not in nama and nama not in b.nama:
            return Kelas.HILANG, f"name {nama}"
        if "!" not in nama and b.nama[nama] != teks:
            return Kelas.RUSAK, f"name {nama}"
    return None


def _sama(a: tuple, b: tuple) -> bool:
    return a == b or all(
        x == y or (isinstance(x, float) and isinstance(y, float) and math.isnan(x) and math.isnan(y))
        for x, y in zip(a, b, strict=True)
    )


def _bagian_milik(paket: Paket, milik: Collection[str]) -> set[str]:
    """The parts of those sheets with all that hangs on them alone."""
    hasil: set[str] = set()
    antre = [i.part for n, i in paket.lembar().items() if n.casefold() in milik]
    while antre:
        nama = antre.pop()
        if nama in hasil or nama not in paket:
            continue
        hasil |= {nama, nama_rels(nama)}
        antre += [h.tujuan for h in Relasi(paket, nama).semua() if not h.luar]
    return hasil
