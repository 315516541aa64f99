"""Give a workbook back what a save in LibreOffice takes from its macros: code names, buttons, the hidden sheet.

No cell changes. Sheets keep the code names they have; the others get free ones of the project, in the order of their
tabs (ours hold no code of their own).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from lkjip_xl.buku.bagian import buang_yatim, nama_segar
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.potongan import sekitar, ubah_sekitar
from lkjip_xl.buku.relasi import JenisIsi, Relasi, jenis_relasi
from lkjip_xl.buku.xmlaman import Elemen, anak, q, rangkai
from lkjip_xl.excel.mesin_xlwings import LEMBAR_KONFIGURASI
from lkjip_xl.excel.pasang import PROYEK, nama_modul
from lkjip_xl.excel.tombol import Tombol, bagian_tombol

BUKU_INI = "ThisWorkbook"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_KODE = re.compile(r"Sheet\d+")
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
JENIS_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def rusak(paket: Paket) -> bool:
    """Has another program saved the workbook, so that macros no longer find it?"""
    sifat = paket.xml(paket.bagian_buku).find(q("workbookPr"))
    return sifat is None or sifat.get("codeName") is None


def pulihkan(paket: Paket, tombol: Mapping[str, Sequence[Tombol]]) -> None:
    """Restore code names, the buttons of each sheet named in `tombol`, and the state of the configuration sheet."""
    _nama_kode(paket)
    for lembar, milik in tombol.items():
        if lembar in paket.lembar():
            _pasang_tombol(paket, paket.lembar()[lembar].part, milik)
    akar = paket.xml(paket.bagian_buku)
    for e in anak(akar.find(q("sheets")), "sheet"):
        if e.get("name") == LEMBAR_KONFIGURASI and e.get("state") != "veryHidden":
            e.set("state", "veryHidden")
            paket.ganti(paket.bagian_buku, rangkai(akar))


def _nama_kode(paket: Paket) -> None:
    akar = paket.xml(paket.bagian_buku)
    sifat = akar.find(q("workbookPr"))
    if sifat is None:
        sifat = akar.makeelement(q("workbookPr"), {})
        versi = akar.find(q("fileVersion"))
        akar.insert(0 if versi is None else akar.index(versi) + 1, sifat)
    sifat.set("codeName", BUKU_INI)
    paket.ganti(paket.bagian_buku, rangkai(akar))
    lembar = [info.part for info in paket.lembar().values() if info.jenis == "worksheet"]
    kode = {part: _sifat_lembar(sekitar(paket, part)).get("codeName") for part in lembar}
    ada = sorted(
        (n for n in nama_modul(paket.kemas([PROYEK]), paket.nama) if _KODE.fullmatch(n)), key=lambda n: int(n[5:])
    )
    bebas = iter(n for n in ada if n not in kode.values())
    for part in lembar:
        if kode[part] is None and (nama := next(bebas, None)):
            ubah_sekitar(paket, part, partial(_beri_kode, nama))


def _beri_kode(nama: str, akar: Elemen) -> bool:
    _sifat_lembar(akar).set("codeName", nama)
    return True


def _sifat_lembar(akar: Elemen) -> Elemen:
    sifat = akar.find(q("sheetPr"))
    if sifat is None:
        sifat = akar.makeelement(q("sheetPr"), {})
        akar.insert(0, sifat)
    return sifat


def _pasang_tombol(paket: Paket, lembar: str, tombol: Sequence[Tombol]) -> None:
    """Replace the form controls of a sheet by our buttons; pictures and charts on it stay."""
    akar, relasi = paket.xml(lembar), Relasi(paket, lembar)
    for e in [*akar.findall(f"{_MC}AlternateContent"), *akar.findall(q("controls")), *akar.findall(q("legacyDrawing"))]:
        if e.tag != f"{_MC}AlternateContent" or next(e.iter(q("controls")), None) is not None:
            akar.remove(e)
    mati = relasi.hapus_yang(
        lambda h: h.jenis in ("vmlDrawing", "ctrlProp") or (h.jenis == "drawing" and not _bergambar(paket, h.tujuan))
    )
    for e in [e for e in akar.findall(q("drawing")) if e.get(_R_ID) in {h.id for h in mati}]:
        akar.remove(e)
    vml = nama_segar(paket, "xl/drawings/vmlDrawing1.vml")
    paket.ganti(vml, bagian_tombol(tombol, 1))
    acuan = akar.makeelement(q("legacyDrawing"), {})
    acuan.set(_R_ID, relasi.tambah(jenis_relasi("vmlDrawing"), vml))
    _sisip(akar, acuan)
    relasi.simpan()
    paket.ganti(lembar, rangkai(akar))
    jenis = JenisIsi(paket)
    jenis.atur(vml, JENIS_VML)
    jenis.simpan()
    buang_yatim(paket, [h.tujuan for h in mati])


def _bergambar(paket: Paket, bagian: str) -> bool:
    """Does a drawing hold anything but the frames of form controls?"""
    if bagian not in paket:
        return False
    return any(not a.tag.startswith(_MC) for a in paket.xml(bagian)) or any(
        x.tag in (f"{_XDR}pic", f"{_XDR}graphicFrame") for x in paket.xml(bagian).iter()
    )


def _sisip(akar: Elemen, acuan: Elemen) -> None:
    """Put the reference where the schema wants it: before what may follow it."""
    sesudah = {q(n) for n in ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
                              "tableParts", "extLst")}  # fmt: skip
    letak = next((i for i, e in enumerate(akar) if e.tag in sesudah), len(akar))
    akar.insert(letak, acuan)
