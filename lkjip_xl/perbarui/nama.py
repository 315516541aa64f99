"""Defined names of the template in the user's workbook; names of the user's own stay."""

from __future__ import annotations

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import wajib
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis


def pasang_nama(paket: Paket, templat: Paket, hasil: HasilPerbarui) -> None:
    """Set every workbook-wide name of the template, hidden ones hidden; those that were lost or pointed elsewhere are listed."""
    buku, cetakan = BukuXml(paket), BukuXml(templat)
    ada = {kunci_excel(wajib(e, "name")): e for e in buku.semua_nama() if e.get("localSheetId") is None}
    for e in cetakan.semua_nama():
        if e.get("localSheetId") is not None:
            continue
        nama = wajib(e, "name")
        lama = ada.get(kunci_excel(nama))
        if lama is None or (lama.text or "").strip() != (e.text or "").strip():
            buku.atur_nama({nama: e.text or ""}, tersembunyi=e.get("hidden") in {"1", "true"})
            if e.get("hidden") is None and (lama is None or "#REF!" in (lama.text or "")):  # not our own marks
                hasil.catat(Jenis.NAMA, "", nama, "" if lama is None else lama.text, e.text)
    buku.simpan()
