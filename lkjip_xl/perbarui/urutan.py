"""Order of the sheets: the template's own in its order, each of the user's behind the sheet it stood behind."""

from __future__ import annotations

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.pindah import susun_kolom
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis


def urutkan_lembar(paket: Paket, templat: Paket, hasil: HasilPerbarui) -> None:
    """Bring the tabs into the template's order."""
    kini, cetakan = list(paket.lembar()), list(templat.lembar())
    letak = {kunci_excel(n): i for i, n in enumerate(kini, 1)}
    urut = susun_kolom(letak, [kunci_excel(n) for n in cetakan if kunci_excel(n) in letak], len(kini))
    baru = [kini[i - 1] for i in urut if i is not None]
    if baru != kini:
        buku = BukuXml(paket)
        buku.urutkan(baru)
        buku.simpan()
        hasil.catat(Jenis.URUTAN, "", "")
