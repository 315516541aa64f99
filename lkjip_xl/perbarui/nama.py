"""Defined names of the template in the user's workbook; names of the user's own stay."""

from __future__ import annotations

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import wajib
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis
from lkjip_xl.tabel.model import BARIS_JUDUL

AREA_CETAK, AWAL_LAMA = "_xlnm.Print_Area", "$A$1:"


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
    _turunkan_cetak(buku, cetakan)
    buku.simpan()


def _turunkan_cetak(buku: BukuXml, cetakan: BukuXml) -> None:
    """What is printed begins at the title, which stood in the first row of older templates; any other area is the user's own."""
    awal = f"$A${BARIS_JUDUL}:"
    kita = {_tempat(e.text)[0] for e in cetakan.semua_nama() if _tercetak(e.get("name"), e.text, awal)}
    for e in buku.semua_nama():
        if _tercetak(e.get("name"), e.text, AWAL_LAMA) and _tempat(e.text)[0] in kita:
            e.text = (e.text or "").replace(AWAL_LAMA, awal, 1)


def _tercetak(nama: str | None, acuan: str | None, awal: str) -> bool:
    return nama == AREA_CETAK and _tempat(acuan)[1].startswith(awal) and "," not in (acuan or "")


def _tempat(acuan: str | None) -> tuple[str, str]:
    """Sheet and cells a name points at."""
    lembar, _, sel = (acuan or "").rpartition("!")
    return kunci_excel(lembar.strip("'")), sel
