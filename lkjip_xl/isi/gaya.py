"""Percentages and indices of a source whose dots do not tell: 92.825 among 93,15 may be 92,825; asked once a column, kept as it is printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.cara_cetak import Cetak, cara_cetak
from lkjip_xl.inti.gaya_inggris import dua_arti_titik
from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.inti.satuan import TERBATAS
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import ANGKA, Tabel
from lkjip_xl.tabel.satuan import bersatuan

SERIBU = 1000.0
SEDIKITNYA = 2  # figures that show how a table writes its decimals
TITIK_DESIMAL = "titik sebagai koma desimal, seperti isi lain tabel ini"
_BERKOMA = frozenset({Cetak.KOMA, Cetak.DUA_ARTI_KOMA, Cetak.INDONESIA})


@dataclass(frozen=True, slots=True)
class Tertulis:
    """One figure of a source: where it goes, the text or number there, the unit of its row."""

    baris: int
    kolom: Kolom
    isi: object
    satuan: str


def bertitik(isi: Iterable[object]) -> bool:
    """Do the figures of a table have their decimals behind a dot throughout, so that 85.278 is less than a hundred?

    >>> bertitik(["83.50", "61.27%", "85.278"]), bertitik(["83.50", "61,27", "85.278"]), bertitik(["83.50", "1.762.000", "1.5"])
    (True, False, False)
    """
    cetak = [cara_cetak(x) for x in isi if isinstance(x, str)]
    return cetak.count(Cetak.TITIK) >= SEDIKITNYA and _BERKOMA.isdisjoint(cetak)


def ragukan(t: Tabel, sumber: Sequence[Tertulis], *, inggris: bool = False) -> list[Temuan]:
    """Findings on percentages and indices in the thousands among others of their unit with decimals; these cells keep their text.

    Of counts and amounts a dot and three digits are thousands whatever stands beside them, but in a table that sets its
    thousands off with commas (inggris) they are asked for as well. In a table whose decimals stand behind dots throughout
    there is no doubt: the cell holds the smaller figure, and that is told.
    """
    kolom: dict[tuple[str, str], list[Tertulis]] = defaultdict(list)
    for x in sumber:
        satuan = kunci_satuan(x.satuan)
        if bersatuan(x.kolom) and satuan in TERBATAS:
            kolom[x.kolom.nama, satuan].append(x)
    if bertitik(x.isi for x in sumber if x.kolom.tipe in ANGKA):
        hasil = [temuan for isi in kolom.values() for x in isi if (temuan := _desimal(t, x)) is not None]
        return hasil + [_tanyakan(t, x) for x in sumber if inggris and _dua_arti(t, x)]
    hasil = []
    for isi in kolom.values():
        bacaan = [(x, baca(x.isi), baca(x.isi, persen=True)) for x in isi]
        if not any(b.desimal and b.nilai is not None and abs(b.nilai) < SERIBU for _, b, _ in bacaan):
            continue
        for x, b, persen in bacaan:
            ada = (x.baris, x.kolom.nama) in t.sel
            if persen.status is Status.RAGU and b.status is Status.PASTI and b.nilai != persen.nilai and ada:
                hasil.append(_tanyakan(t, x))
    return hasil


def _dua_arti(t: Tabel, x: Tertulis) -> bool:
    """Was a count or amount with one dot before three digits taken for thousands?"""
    lain = bersatuan(x.kolom) and kunci_satuan(x.satuan) not in TERBATAS and (x.baris, x.kolom.nama) in t.sel
    return lain and isinstance(x.isi, str) and dua_arti_titik(x.isi)


def _tanyakan(t: Tabel, x: Tertulis) -> Temuan:
    """Keep the text of a cell that has two readings, and ask."""
    letak = x.baris, x.kolom.nama
    t.sel[letak] = replace(t.sel[letak], teks=str(x.isi))
    return buat_temuan("AN-13", lembar=t.lembar, sel=t.alamat(*letak), kolom=x.kolom.judul, nilai=x.isi,
                       dibaca=baca(x.isi).nilai, usulan=baca(x.isi, persen=True).nilai)  # fmt: skip


def _desimal(t: Tabel, x: Tertulis) -> Temuan | None:
    """Put the reading with decimals into a cell whose text was taken for thousands."""
    b, sel = baca(x.isi, persen=True), t.sel.get((x.baris, x.kolom.nama))
    if b.status is not Status.RAGU or b.nilai is None or sel is None or not isinstance(sel.nilai, float):
        return None
    t.sel[x.baris, x.kolom.nama] = replace(sel, nilai=b.nilai, mentah=b.nilai, desimal=b.desimal, teks=None)
    return buat_temuan("AN-22", lembar=t.lembar, sel=t.alamat(x.baris, x.kolom.nama), kolom=x.kolom.judul,
                       nilai=x.isi, usulan=b.nilai, alasan=TITIK_DESIMAL)  # fmt: skip
