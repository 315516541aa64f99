"""Is a package another than before in anything but the way it is written down?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import nama_rels
from lkjip_xl.buku.semula import Semula
from lkjip_xl.buku.xmlaman import kanonik, q, urai

_XML = (".xml", ".rels")


def berbeda(paket: Paket, sebelum: Semula, tombol: Collection[str]) -> bool:
    """Compare with the parts as they were; on the sheets named in `tombol` buttons are put anew, under other part names."""
    bagian = {i.part for n, i in paket.lembar().items() if n in tombol}
    rels = {nama_rels(b) for b in bagian}
    kini = {n: paket.baca(n) for n in paket.daftar()}
    nama = {n for n in kini.keys() | sebelum.keys() if not n.endswith(".vml") and n not in rels}
    if any(n not in kini or n not in sebelum for n in nama):
        return True
    if _vml(kini) != _vml(sebelum):
        return True
    lain = sorted(
        (n for n in nama if not sebelum.sama(n, kini[n])), key=lambda n: (len(kini[n]), n)
    )  # a small one may tell it all
    return any(_isi(n, kini[n], bagian) != _isi(n, sebelum[n], bagian) for n in lain)


def _vml(isi: Mapping[str, bytes]) -> Counter[bytes]:
    return Counter(isi[n] for n in isi if n.endswith(".vml"))


def _isi(nama: str, data: bytes, tombol: Collection[str]) -> bytes:
    """A part without what depends on who wrote it down."""
    if not nama.endswith(_XML):
        return data
    akar = urai(data, nama)
    if nama in tombol:
        for e in akar.findall(q("legacyDrawing")):
            akar.remove(e)
    return kanonik(akar)
