"""Pictures, shapes and charts of the user on a sheet whose new version brings a drawing of its own."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import dataclass

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import RELASI_DOK, RID, Elemen, bilangan, q, rangkai, sifat

_GAMBAR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_BAGAN = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FOTO = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_REL = f"{{{RELASI_DOK}}}"


@dataclass(frozen=True, slots=True)
class GambarPengguna:
    """Anchors of an old drawing part that are not ours."""

    bagian: str
    jangkar: list[Elemen]


def bagian_gambar(paket: Paket, lembar: str, akar: Elemen) -> str | None:
    """The drawing part a sheet refers to."""
    e = akar.find(q("drawing"))
    if e is None:
        return None
    return next((h.tujuan for h in Relasi(paket, lembar).semua() if h.id == e.get(RID) and h.tujuan in paket), None)


def letak_gambar(paket: Paket, lembar: str) -> list[tuple[int, int, int]]:
    """The cells (row, column) in which the pictures of a sheet begin, and the row each ends in (where nothing says it, the same)."""
    gambar = bagian_gambar(paket, lembar, paket.xml(lembar))
    if gambar is None:
        return []
    hasil = []
    for a in paket.xml(gambar):
        awal = a.find(f"{_GAMBAR}from") if isinstance(a.tag, str) else None
        if awal is not None and a.find(f"{_GAMBAR}pic") is not None:
            b, k = (awal.findtext(f"{_GAMBAR}{x}") or "0" for x in ("row", "col"))
            akhir = a.findtext(f"{_GAMBAR}to/{_GAMBAR}row") or b
            hasil.append((int(b) + 1, int(k) + 1, int(akhir) + 1))
    return hasil


def gambar_pengguna(paket: Paket, lama: str, asal: Paket, baru: str) -> GambarPengguna:
    """What of the old drawing stands for none of the new one: a chart is known by the cells it shows."""
    milik = Counter(k for a in asal.xml(baru) if (k := _acuan(asal, baru, a)))
    sisa = []
    for a in paket.xml(lama):
        if not isinstance(a.tag, str):
            continue
        k = _acuan(paket, lama, a)
        if k and milik[k]:
            milik[k] -= 1
        elif k is not None:
            sisa.append(a)
    return GambarPengguna(lama, sisa)


def satukan(paket: Paket, milik: GambarPengguna, ke: str) -> None:
    """Append the user's anchors to another drawing part, with all they refer to."""
    akar, dari, tiba = paket.xml(ke), Relasi(paket, milik.bagian), Relasi(paket, ke)
    hubungan, peta = {h.id: h for h in dari.semua()}, {}
    nomor = max((bilangan(e, "id", 0) for e in akar.iter(f"{_GAMBAR}cNvPr")), default=0)
    for a in milik.jangkar:
        salinan = copy.deepcopy(a)
        salinan.tail = None
        for e in salinan.iter("{*}*"):
            for nama, nilai in sifat(e).items():
                if nama.startswith(_REL) and nilai in hubungan:
                    if nilai not in peta:
                        h = hubungan[nilai]
                        peta[nilai] = tiba.tambah(dari.jenis_penuh(nilai), h.tujuan, luar=h.luar)
                    e.set(nama, peta[nilai])
        for e in salinan.iter(f"{_GAMBAR}cNvPr"):
            nomor += 1
            e.set("id", str(nomor))
        akar.append(salinan)
    tiba.simpan()
    paket.ganti(ke, rangkai(akar))


def _acuan(paket: Paket, gambar: str, jangkar: Elemen) -> frozenset[str | bytes] | None:
    """What an anchor shows: the ranges of a chart, the bytes of a picture; nothing for a shape.

    None for a chart that shows no cell: LibreOffice makes such of ours whose rows are hidden.
    """
    hubungan = {h.id: h.tujuan for h in Relasi(paket, gambar).semua()}
    foto = {n for e in jangkar.iter(_FOTO) if (n := hubungan.get(e.get(f"{_REL}embed", ""))) is not None}
    if foto:
        return frozenset(paket.baca(n) for n in foto if n in paket)
    bagian = {n for e in jangkar.iter(f"{_BAGAN}chart") if (n := hubungan.get(e.get(RID, ""))) is not None}
    acuan = frozenset(
        (f.text or "").replace("'", "").replace("$", "").casefold()
        for n in bagian if n in paket
        for tag in ("val", "xVal", "yVal")
        for nilai in paket.xml(n).iter(f"{_BAGAN}{tag}")
        for f in nilai.iter(f"{_BAGAN}f") if "!" in (f.text or "")
    )  # fmt: skip
    return None if bagian and not acuan else acuan
