"""Percentages and indices of a source whose dots do not tell: 92.825 among 93,15 may be 92,825; asked once a column, kept as it is printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.inti.satuan import TERBATAS
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import Tabel
from lkjip_xl.tabel.satuan import bersatuan

SERIBU = 1000.0


@dataclass(frozen=True, slots=True)
class Tertulis:
    """One figure of a source: where it goes, the text or number there, the unit of its row."""

    baris: int
    kolom: Kolom
    isi: object
    satuan: str


def ragukan(t: Tabel, sumber: Sequence[Tertulis]) -> list[Temuan]:
    """Findings on percentages and indices in the thousands among others of their unit with decimals; these cells keep their text.

    Of counts and amounts a dot and three digits are thousands whatever stands beside them.
    """
    kolom: dict[tuple[str, str], list[Tertulis]] = defaultdict(list)
    for x in sumber:
        satuan = kunci_satuan(x.satuan)
        if bersatuan(x.kolom) and satuan in TERBATAS:
            kolom[x.kolom.nama, satuan].append(x)
    hasil = []
    for isi in kolom.values():
        bacaan = [(x, baca(x.isi), baca(x.isi, persen=True)) for x in isi]
        if not any(b.desimal and b.nilai is not None and abs(b.nilai) < SERIBU for _, b, _ in bacaan):
            continue
        for x, b, persen in bacaan:
            sel = t.sel.get((x.baris, x.kolom.nama))
            if (
                persen.status is Status.RAGU
                and b.status is Status.PASTI
                and b.nilai != persen.nilai
                and sel is not None
            ):
                t.sel[x.baris, x.kolom.nama] = replace(sel, teks=str(x.isi))
                hasil.append(
                    buat_temuan(
                        "AN-13", lembar=t.lembar, sel=t.alamat(x.baris, x.kolom.nama), kolom=x.kolom.judul,
                        nilai=x.isi, dibaca=b.nilai, usulan=persen.nilai,
                    )
                )  # fmt: skip
    return hasil
