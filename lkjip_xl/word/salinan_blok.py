"""Generated text that people pasted a second time: it carries no mark, so nothing renews it, but its figures may be old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.word.angka_blok import BedaAngka, beda_angka, kerangka
from lkjip_xl.word.keadaan_blok import Blok
from lkjip_xl.word.petak import Peta, Unsur
from lkjip_xl.word.sidik_blok import Media, teks_unsur, w


def salinan_lama(
    peta: Peta, ada: Mapping[str, Blok], baru: Mapping[str, Blok], nama: Mapping[str, str], media: tuple[Media, Media]
) -> Iterator[tuple[str, BedaAngka]]:
    """Name of the block and what differs, for every text outside all blocks with the words of one that is still reported.

    ada, baru: blocks of the document and of the new report; media: pictures of both. Captions are no text of their own.
    """
    asal = {}
    for k, b in ada.items():
        if k not in baru or len(b.unsur) != len(baru[k].unsur):
            continue
        for u, v in zip(b.unsur, baru[k].unsur, strict=True):
            if not _keterangan(u) and (kata := kerangka(teks_unsur(u.e, media[0], bidang=True))):
                asal[kata] = nama[k], teks_unsur(v.e, media[1], bidang=True)
    for u in peta.unsur:
        if u.tanda:
            continue
        teks = teks_unsur(u.e, media[0], bidang=True)
        if (milik := asal.get(kerangka(teks))) and (beda := beda_angka(teks, milik[1])):
            yield milik[0], beda


def _keterangan(u: Unsur) -> bool:
    """Is it the caption of a table or chart: a paragraph of a block that has more than it?"""
    return u.e.tag == w("p") and bool(u.tanda) and u.tanda[0].dari > 1
