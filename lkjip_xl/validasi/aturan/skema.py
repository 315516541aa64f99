"""The checks written in the schemas themselves: required keys, unique keys, ranges."""

from __future__ import annotations

from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.pesan import katalog
from lkjip_xl.skema.uji import periksa_lembar
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan


@aturan(kode=("LB-03", "LB-05", "LB-10", "AN-08", "AG-10", "PG-04", "PS-02", "PS-03"), seluruh=True)
def sesuai_skema(buku: BukuKerja, lapor: Pelapor) -> None:
    """Isi tiap kolom memenuhi batas yang tertulis di skema lembarnya, dan kunci terisi serta tidak ganda."""
    for t in buku.tabel.values():
        if not t.ada:
            continue
        for p in periksa_lembar(t.skema, t.bingkai()):
            r = Rujukan(t.skema.id, p.baris, p.kolom)
            if p.kolom not in t.letak or lapor.jejak.ternoda(r):
                continue
            turun = p.peringatan and katalog()[p.kode].tingkat is Tingkat.KESALAHAN
            lapor(p.kode, r, tingkat=Tingkat.PERINGATAN if turun else None)
