"""Figures of one row that have a key of their own: what else the table says of them has the same."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.bentuk.waktu_kepala import triwulan
from lkjip_xl.rencana.calon import ANALISIS, PEMBANDING, bersih, calon_satu
from lkjip_xl.rencana.calon_tw import TEKS_TW
from lkjip_xl.rencana.menurut_judul import PERUBAHAN
from lkjip_xl.rencana.model import PetaKolom, PetaTabel, Yakin
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.triwulan import ASAL, ID_TRIWULAN, TW

KETERANGAN, RENCANA = "keterangan", "rencana_aksi"


def sekunci(p: PetaTabel) -> None:
    """Of figures of one other agency or region all that is said of them: its source is that of its row.

    Beside the figures before and after a change, a remark is about the change: of the row after it.
    """
    milik = {n: k for n, k in p.kolom.items() if k.lembar == PEMBANDING}
    kunci = {k.kunci for k in milik.values() if k.kunci}
    if p.lembar == PEMBANDING and len(kunci) == 1:
        p.kolom |= {n: replace(k, kunci=next(iter(kunci))) for n, k in milik.items() if not k.kunci}
    sesudah = max(
        (k.kunci for k in p.kolom.values() if k.lembar == p.lembar and dict(k.kunci).keys() == {"versi"}), default=()
    )
    if dict(sesudah).get("versi") in PERUBAHAN:
        p.kolom |= {
            n: replace(k, kunci=sesudah) for n, k in p.kolom.items() if (k.lembar, k.kolom) == (p.lembar, KETERANGAN)
        }


def kata_setriwulan(buku: BukuKerja, p: PetaTabel) -> None:
    """Plans, causes and remedies beside figures of one single quarter are those of that quarter; causes of the year are not."""
    pasti = [k for k in p.kolom.values() if k.yakin is Yakin.PASTI]
    bernama = [k for k in pasti if k.lembar == ID_TRIWULAN and (k.kolom != RENCANA or triwulan(k.judul))]
    tw = {dict(k.kunci).get("tw", "") for k in bernama}
    tw |= {TW[k.kolom] for k in pasti if k.lembar in ASAL and k.kolom in TW}
    if p.lembar == ID_TRIWULAN or len(tw) != 1 or not (satu := tw.pop()):
        return
    setahun = any((k.lembar, k.kolom) == ("pengukuran", "realisasi") for k in p.kolom.values())
    boleh = ("", ANALISIS) if not setahun else ("",) if bernama else ()
    for nama in TEKS_TW:
        c = calon_satu(ID_TRIWULAN, buku.skema.lembar[ID_TRIWULAN].kolom[nama], buku.setelan)
        cocok = [
            k
            for k in p.kolom.values()
            if (k.lembar, k.kolom) == (ID_TRIWULAN, nama)
            or (c is not None and k.lembar in boleh and k.judul and bersih(k.judul) in c.sebutan)
        ]
        if len(cocok) == 1:
            n, judul = cocok[0].nomor, cocok[0].judul
            p.kolom[n] = PetaKolom(n, judul, ID_TRIWULAN, nama, Yakin.PASTI, kunci=(("tw", satu),))
