"""A blank workbook in memory: default settings and default rows, no file."""

from __future__ import annotations

from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.kepala import letak_baku
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Tabel


def buku_kosong(skema: Skema) -> BukuKerja:
    """What `muat_buku` gives for a freshly built template."""
    tabel: dict[str, Tabel] = {}
    for s in skema.lembar.values():
        t = Tabel(s, s.lembar, letak_baku(s))
        if s.susunan == "pasangan":
            awal = [{k.nama: k.bawaan for k in s.kolom.values() if k.bawaan is not None}]
        else:
            awal = [dict(b) for b in s.baris_awal]
        for n, isi in enumerate(awal):
            for kolom, nilai in isi.items():
                jenis = "angka" if isinstance(nilai, (int, float)) else "teks"
                k = ketik(s.kolom[kolom], nilai, jenis=jenis, teks_wajar=True)
                t.sel[(BARIS_DATA + n, kolom)] = k.ke_sel(Asal.ISIAN)
        tabel[s.id] = t
    return hitung_buku(skema, tabel, [], set())
