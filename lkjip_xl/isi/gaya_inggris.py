"""Figures of English settings in a table a workbook is filled from, rewritten as we print them and told."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.bacaan import Alasan
from lkjip_xl.inti.gaya_inggris import angka_inggris, gaya_inggris
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.masukan import LembarMasukan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import ANGKA


def tulis_ulang(lembar: LembarMasukan) -> Iterator[Temuan]:
    """Rewrite the cells of every column that is English throughout; one finding each."""
    for k in lembar.skema.kolom.values():
        if k.tipe not in ANGKA:
            continue
        milik = [b for b in lembar.baris if k.nama in b.isi and (k.nama not in b.sel or b.sel[k.nama].nilai is None)]
        if not gaya_inggris(b.isi[k.nama] for b in milik):
            continue
        for b in milik:
            teks = b.isi[k.nama]
            if (x := angka_inggris(teks, True)) is not None:
                nilai, desimal = x
                b.isi[k.nama] = f"{nilai:.{desimal}f}".replace(".", ",")
                b.sel.pop(k.nama, None)
                yield buat_temuan("AN-22", lembar=lembar.berkas, sel=f"baris {b.nomor}", kolom=k.judul, nilai=teks,
                                  usulan=nilai, alasan=Alasan.GAYA_INGGRIS.value)  # fmt: skip
