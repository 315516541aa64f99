"""What hangs on a sheet besides its cells: counted, so that it can be told what a new version of the sheet keeps."""

from __future__ import annotations

from lxml import etree

from lkjip_xl.buku.gambar_lembar import bagian_gambar
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import sekitar
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import q

_GAMBAR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_BAGAN = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"


def hitung_lampiran(paket: Paket, lembar: str) -> dict[str, int]:
    """Pictures and shapes, notes, rules, drop-downs and sparklines on a sheet part, by their Indonesian names; charts are ours or not."""
    akar = sekitar(paket, lembar)
    hasil = {
        "gambar": _gambar(paket, lembar, akar),
        "catatan sel": _catatan(paket, lembar),
        "format bersyarat": sum(1 for _ in akar.iter(q("conditionalFormatting"), "{*}conditionalFormatting")),
        "validasi data": sum(1 for _ in akar.iter("{*}dataValidation")),
        "grafik mini": sum(1 for _ in akar.iter("{*}sparkline")),
    }
    return {apa: n for apa, n in hasil.items() if n}


def _gambar(paket: Paket, lembar: str, akar: etree._Element) -> int:
    bagian = bagian_gambar(paket, lembar, akar)
    if bagian is None:
        return 0
    return sum(
        1
        for a in paket.xml(bagian)
        if any(e.tag in (f"{_GAMBAR}pic", f"{_GAMBAR}sp", f"{_GAMBAR}cxnSp") for e in a.iter())
    )


def _catatan(paket: Paket, lembar: str) -> int:
    return sum(
        sum(1 for _ in paket.xml(h.tujuan).iter(q("comment")))
        for h in Relasi(paket, lembar).semua() if h.jenis == "comments" and h.tujuan in paket
    )  # fmt: skip


def komentar(paket: Paket, lembar: str) -> dict[str, str]:
    """Text of the notes on the cells of a sheet part, by address."""
    hasil = {}
    for h in Relasi(paket, lembar).semua():
        if h.jenis == "comments" and h.tujuan in paket:
            for e in paket.xml(h.tujuan).iter(q("comment")):
                hasil[e.get("ref", "A1")] = "".join(t.text or "" for t in e.iter(q("t")))
    return hasil
