"""Which sheets of a workbook are shown: hiding is undone with one click, and never touches what a sheet holds."""

from __future__ import annotations

from collections.abc import Collection

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.kunci import kunci_excel

TAMPAK, SEMBUNYI = "visible", "hidden"


def tampilkan(paket: Paket, lembar: Collection[str]) -> None:
    """Show those of these sheets that are hidden; what only macros can show stays hidden."""
    _atur(paket, lembar, SEMBUNYI, TAMPAK)


def sembunyikan(paket: Paket, lembar: Collection[str]) -> None:
    """Hide those of these sheets that are shown."""
    _atur(paket, lembar, TAMPAK, SEMBUNYI)


def lembar_tersembunyi(paket: Paket) -> list[str]:
    """Sheets that are hidden and can be shown by a click."""
    return [n for n, i in paket.lembar().items() if i.state == SEMBUNYI]


def _atur(paket: Paket, lembar: Collection[str], dari: str, ke: str) -> None:
    sebut = {kunci_excel(n) for n in lembar}
    pilih = [n for n, i in paket.lembar().items() if i.state == dari and kunci_excel(n) in sebut]
    if pilih:
        buku = BukuXml(paket)
        for n in pilih:
            buku.atur_keadaan(n, ke)
        buku.simpan()
