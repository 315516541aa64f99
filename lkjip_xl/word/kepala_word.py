"""The running head of a report in use: its title where nobody changed it, and DRAF as long as it is one."""

from __future__ import annotations

from copy import deepcopy

from lkjip_xl.buku.relasi import Relasi
from lkjip_xl.buku.xmlaman import Elemen, rangkai
from lkjip_xl.word.dokumen import Dokumen
from lkjip_xl.word.pindahan import Pindahan
from lkjip_xl.word.sidik_blok import w

DRAF = "DRAF"


def perbarui_kepala(lama: Dokumen, baru: Dokumen, pindahan: Pindahan, judul_lama: str, judul: str, draf: bool) -> bool:
    """Renew the heads of the document in use; what else stands in them stays. Tells whether anything changed."""
    contoh = next((p for b in _kepala(baru) for p in baru.paket.xml(b).findall(w("p")) if _teks(p) == DRAF), None)
    berubah = False
    for bagian in _kepala(lama):
        akar = lama.paket.xml(bagian)
        paragraf = akar.findall(w("p"))
        tanda = [p for p in paragraf if _teks(p) == DRAF]
        ubah = False
        for p in paragraf:
            if judul_lama != judul and _teks(p) == judul_lama:
                ubah |= _ganti_teks(p, judul)
        if draf and not tanda and contoh is not None:
            akar.insert(0, pindahan.siapkan(contoh))
            ubah = True
        elif tanda and not draf:
            for p in tanda:
                akar.remove(p)
            if not len(akar):
                akar.append(_kosong(tanda[0]))
            ubah = True
        if ubah:
            lama.paket.ganti(bagian, rangkai(akar))
            berubah = True
    return berubah


def _kepala(dok: Dokumen) -> list[str]:
    semua = {h.tujuan for h in Relasi(dok.paket, dok.utama).semua() if h.jenis == "header" and not h.luar}
    return sorted(b for b in semua if b in dok.paket)


def _teks(p: Elemen) -> str:
    return "".join(t.text or "" for t in p.iter(w("t"))).strip()


def _ganti_teks(p: Elemen, teks: str) -> bool:
    for i, t in enumerate(p.iter(w("t"))):
        t.text = "" if i else teks
    return True


def _kosong(p: Elemen) -> Elemen:
    """A head must hold a paragraph."""
    p = deepcopy(p)
    for x in list(p):
        p.remove(x)
    return p
