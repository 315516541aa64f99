"""Rules on a sealed workbook: what was changed since `tahun-baru --bekukan`."""

from __future__ import annotations

from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.segel import LEMBAR_SEGEL, baca_segel, berubah, hash_lembar, isi_segel
from lkjip_xl.tabel.tanda import cari_milik
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

KOSONG = "kosong"


@aturan(kode=("SG-01", "SG-02"), seluruh=True)
def isian_sesudah_dibekukan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Isian buku yang sudah dibekukan tidak berubah lagi."""
    lembar = cari_milik(buku.lain, buku.tanda, LEMBAR_SEGEL)
    if lembar is None:
        return
    segel = baca_segel(lembar)
    if not segel.utuh():
        lapor.di("SG-02", LEMBAR_SEGEL, "", tanggal=segel.tanggal)
        return
    for i, dulu in segel.sel.items():
        if i not in buku.tabel or not buku[i].ada:
            continue  # a sheet that is gone is reported as such
        kini = isi_segel(buku[i])
        if hash_lembar(kini) == segel.hash[i]:
            continue
        for (baris, kolom), a, z in berubah(dulu, kini):
            kini_, dulu_ = (x.nilai if x else None for x in (z, a))
            r = Rujukan(i, baris, kolom)
            lapor(
                "SG-01",
                r,
                nilai=kini_,
                seharusnya=dulu_,
                tanggal=segel.tanggal,
                kini=kini_ or KOSONG,
                dulu=dulu_ or KOSONG,
            )
