"""What openpyxl writes in its own way, put as Excel puts it: every reader opens that."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from lkjip_xl.buku.baris_openpyxl import PenulisBuku
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import pemilik_rels
from lkjip_xl.buku.tulis import MIRIP_LOLOS
from lkjip_xl.buku.xmlaman import q, rangkai, satu

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MIRIP_LOLOS = re.compile(MIRIP_LOLOS.pattern.encode())
_KOSONG_BERJENIS = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?) t="[A-Za-z]+"(?: ?/>|></c>)')
_BERAKAR = re.compile(rb'Target="/([^"]+)"')


@contextmanager
def ke_sementara() -> Iterator[None]:
    """While openpyxl writes sheets to temporary files of its own: raises GalatBerkas (BK-38) where there is no room."""
    try:
        yield
    except (OSError, SerialisationError) as galat:
        raise GalatBerkas("BK-38", sebab=str(getattr(galat, "strerror", None) or galat)) from galat


def byte_openpyxl(wb: Workbook) -> bytes:
    """The workbook as a file to be read at once, not compressed; raises GalatBerkas (BK-38) where openpyxl could not write all of it,
    which it does not always say."""
    keluar = io.BytesIO()
    with ke_sementara():
        with zipfile.ZipFile(keluar, "w") as arsip:
            ExcelWriter(wb, arsip).save()
        with zipfile.ZipFile(keluar) as z:
            for n in z.namelist():
                if n.startswith("xl/worksheets/sheet") and not z.read(n).endswith(b"</worksheet>"):
                    raise OSError(n)
    return keluar.getvalue()


def byte_sementara(wb: Workbook) -> bytes:
    """The same for a workbook whose parts are taken over and nothing else: its rows as a part that was parsed is written again."""
    keluar = io.BytesIO()
    with ke_sementara(), zipfile.ZipFile(keluar, "w") as arsip:
        PenulisBuku(wb, arsip).save()
    return keluar.getvalue()


def rapikan(paket: Paket) -> None:
    """Mend a package just made by openpyxl: texts that read like Excel's _x0007_, the type of blank cells, titles of
    charts, targets, and the call to recalculate where there is nothing to.

    A blank cell with a type and no value, and a target that starts at the root, are lawful, but other readers stumble.
    """
    lembar = [info.part for info in paket.lembar().values() if info.jenis == "worksheet"]
    for part in lembar:
        _rapikan_lembar(paket, part)
    if not any(b"<f>" in (data := paket.baca(part)) or b"<f " in data for part in lembar):
        (buku := BukuXml(paket)).atur_hitung(False)  # or Excel computes it anew and asks to save what nobody changed
        buku.simpan()
    for bagan in [n for n in paket.daftar() if n.startswith("xl/charts/chart") and n.endswith(".xml")]:
        _rapikan_grafik(paket, bagan)
    for rels in [n for n in paket.daftar() if n.endswith(".rels")]:
        folder = posixpath.dirname(pemilik_rels(rels)) or "."
        paket.ganti(rels, _BERAKAR.sub(partial(_dari, folder), paket.baca(rels)))


def _rapikan_grafik(paket: Paket, part: str) -> None:
    """A chart of one series without a title gets that series' name as one, unless it is said that there is none."""
    akar = paket.xml(part)
    grafik = satu(akar, f"{_C}chart")
    if grafik.find(f"{_C}title") is None and grafik.find(f"{_C}autoTitleDeleted") is None:
        tanpa = grafik.makeelement(f"{_C}autoTitleDeleted", {"val": "1"})
        grafik.insert(0, tanpa)
        paket.ganti(part, rangkai(akar))


def _dari(folder: str, tujuan: re.Match[bytes]) -> bytes:
    return b'Target="' + posixpath.relpath(tujuan[1].decode(), folder).encode() + b'"'


def _rapikan_lembar(paket: Paket, part: str) -> None:
    data = _KOSONG_BERJENIS.sub(rb"\1/>", paket.baca(part))
    paket.ganti(part, data)
    if not _MIRIP_LOLOS.search(data):
        return
    akar = paket.xml(part)
    for t in akar.iter(q("t")):
        t.text = MIRIP_LOLOS.sub("_x005F_", t.text or "")
    paket.ganti(part, rangkai(akar))
