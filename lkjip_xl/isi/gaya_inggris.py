"""Figures of English settings in a table a workbook is filled from, rewritten as we print them and told."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.inti.bacaan import Alasan
from lkjip_xl.inti.gaya_inggris import angka_inggris, dua_arti_titik, gaya_inggris
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.masukan import LembarMasukan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import ANGKA


def tulis_ulang(lembar: LembarMasukan) -> Iterator[Temuan]:
    """Rewrite the cells of every column that is English throughout; one finding each.

    A column that does not tell is as the others of its table are, where these together are English and none is Indonesian.
    """
    kolom = [k for k in lembar.skema.kolom.values() if k.tipe in ANGKA]
    milik = {
        k.nama: [b for b in lembar.baris if k.nama in b.isi and (k.nama not in b.sel or b.sel[k.nama].nilai is None)]
        for k in kolom
    }
    gaya = {n: gaya_inggris(b.isi[n] for b in semua) for n, semua in milik.items()}
    tabel = False not in gaya.values() and gaya_inggris(b.isi[n] for n, semua in milik.items() for b in semua) is True
    for k in kolom:
        if not (gaya[k.nama] or (gaya[k.nama] is None and tabel)):
            continue
        for b in milik[k.nama]:
            teks = b.isi[k.nama]
            if (
                not dua_arti_titik(teks) and (x := angka_inggris(teks, True)) is not None
            ):  # those are asked for (gaya.py)
                nilai, desimal = x
                b.isi[k.nama] = f"{nilai:.{desimal}f}".replace(".", ",")
                b.sel.pop(k.nama, None)
                lembar.inggris = True
                yield buat_temuan("AN-22", lembar=lembar.berkas, sel=f"baris {b.nomor}", kolom=k.judul, nilai=teks,
                                  usulan=nilai, alasan=Alasan.GAYA_INGGRIS.value)  # fmt: skip
