"""Taking the macros out of a package: project, buttons, content types; code names stay, they are harmless."""

from __future__ import annotations

from lkjip_xl.buku.bagian import buang_yatim
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import BAGIAN_JENIS, JenisIsi, Relasi
from lkjip_xl.buku.xmlaman import JENIS_ISI, rangkai
from lkjip_xl.edar.tombol_lembar import buang_tombol

_BUKU = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_VBA = "application/vnd.ms-office.vbaProject"


def buang_makro(paket: Paket) -> None:
    """Remove the VBA project with its signatures, the ribbon, and the buttons and shapes that call macros; the package is then an .xlsx."""
    buku = paket.bagian_buku
    relasi = Relasi(paket, buku)
    proyek = relasi.hapus_yang(lambda h: h.jenis == "vbaProject")
    relasi.simpan()
    akar = Relasi(paket, "")
    pita = akar.hapus_yang(lambda h: h.jenis == "extensibility")  # a ribbon of the workbook's own calls macros only
    akar.simpan()
    buang_yatim(paket, [h.tujuan for h in (*proyek, *pita)])
    for info in paket.lembar().values():
        buang_tombol(paket, info.part)
    jenis = JenisIsi(paket)
    jenis.atur(buku, _BUKU)
    jenis.simpan()
    _buang_jenis_vba(paket)


def _buang_jenis_vba(paket: Paket) -> None:
    """The extension's default type would still announce macros."""
    akar = paket.xml(BAGIAN_JENIS)
    for e in akar.findall(f"{{{JENIS_ISI}}}Default"):
        if e.get("ContentType") == _VBA:
            akar.remove(e)
            paket.ganti(BAGIAN_JENIS, rangkai(akar))
