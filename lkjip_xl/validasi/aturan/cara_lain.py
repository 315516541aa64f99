"""Other readings of what was typed, from which a printed summary may have been made: as written, in full, as findings correct it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan

BERAT = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)
BATAS = frozenset({"AG-03", "SA-01"})  # they name what a figure must not exceed, and not what it should be


def menurut_tulisan(buku: BukuKerja, lapor: Pelapor, *, semua: bool) -> BukuKerja:
    """The workbook with results typed over formulas taken as written, all or those that rounding explains.

    Reports carry such figures on from table to table. One that is wrong is reported where it was typed; the cells
    that only follow from it are no findings of their own.
    """
    tabel = {}
    for i, t in buku.tabel.items():
        ganti = {}
        for baris, kolom in (k for k, s in t.sel.items() if s.asal is Asal.TIMPA):
            if t.berumus(baris, kolom):
                hasil = lapor.banding.periksa(Rujukan(i, baris, kolom))
                if hasil is not None and (semua or hasil.sesuai):
                    ganti[(baris, kolom)] = t.nilai(baris, kolom)
        tabel[i] = t.dengan_harapan(ganti) if ganti else t
    return replace(buku, tabel=tabel)


def menurut_komponen(buku: BukuKerja, lapor: Pelapor) -> BukuKerja:
    """The workbook with every realisasi that its components give, rounded, as these give it in full."""
    t = buku["pengukuran"]
    sel = [r for r in lapor.banding.ketikan("pengukuran", "realisasi") if (h := lapor.banding.periksa(r)) and h.sesuai]
    isi = list(t.penuh.get("realisasi", ()))
    for r in sel:
        isi[r.baris - BARIS_DATA] = t.harap(r.baris, "realisasi")
    return (
        replace(buku, tabel=buku.tabel | {"pengukuran": replace(t, penuh=t.penuh | {"realisasi": isi})})
        if sel
        else buku
    )


def menurut_usul(buku: BukuKerja, lapor: Pelapor) -> BukuKerja:
    """The workbook with every input that a finding calls wrong as it says it should be.

    A report whose one table has a misprint carries the right figure on; what follows from it is no finding.
    """
    berat = [u for i, u in lapor.usul.items() if lapor.temuan[i].tingkat in BERAT and lapor.temuan[i].kode not in BATAS]
    benar = {u.sel: u.nilai for u in berat if u.nilai is not None}
    sebaris: dict[tuple[str, int], list[Rujukan]] = defaultdict(list)
    for u in berat:
        sebaris[u.sel.lembar, u.sel.baris].append(u.sel)
    for u in berat:
        for r, x in u.rincian.items():
            mengikuti = [s for s in sebaris[r.lembar, r.baris] if _menurut(lapor, s, r, x)]
            if mengikuti:  # the row of the sum that went wrong, as what is computed from it shows
                for s in (u.sel, *mengikuti):
                    benar.pop(s, None)
                benar[r] = x
    if not benar:
        return buku
    tabel = {i: replace(t, sel=dict(t.sel)) for i, t in buku.tabel.items()}
    for r, x in benar.items():
        if (s := tabel[r.lembar].sel.get((r.baris, r.kolom))) is not None:
            tabel[r.lembar].sel[(r.baris, r.kolom)] = replace(s, nilai=x, mentah=None)
    return hitung_buku(buku.skema, tabel, [], set(buku.dilewati))


def _menurut(lapor: Pelapor, hasil: Rujukan, r: Rujukan, x: float) -> bool:
    """Is a result of the same row right once one of its inputs is x?"""
    return r.kolom in lapor.banding.masukan(hasil) and lapor.banding.cocok_bila(hasil, {r.kolom: x})


CARA_LAIN: dict[str, Callable[[BukuKerja, Pelapor], BukuKerja]] = {
    "terjelaskan": partial(menurut_tulisan, semua=False),
    "semua": partial(menurut_tulisan, semua=True),
    "komponen": menurut_komponen,
    "usulan": menurut_usul,
}
