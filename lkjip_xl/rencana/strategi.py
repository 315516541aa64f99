"""Strategies and policies of each tujuan or sasaran: their rows are found by the kode of an indicator of that statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.rencana.model import Nasib, Peran, PetaTabel, Titik

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

ID_STRATEGI, KODE = "strategi", "kode"
BELUM_ADA = "sasarannya belum ada di lembar Indikator"


def isi_strategi(pengisi: Pengisi, peta: PetaTabel) -> None:
    """One table whose rows name a statement and no indicator; what a row leaves blank of it goes on from above."""
    kolom = [k.nomor for peran in (Peran.SASARAN, Peran.TUJUAN) for k in peta.berperan(peran)]
    kini = ""
    terpakai: set[int] = set()
    for b in peta.tabel.data():
        kini = next((s.teks for n in kolom if (s := b.sel.get(n)) is not None and s.teks.strip()), kini)
        titik = [x for x in pengisi.titik(peta, b) if x.kolom.lembar == ID_STRATEGI]
        ind = next((i for i in pengisi.register.semua if nama_setara(i.pernyataan) == nama_setara(kini)), None)
        if ind is None:
            pengisi.tolak(peta, b, Nasib.RAGU, BELUM_ADA)
            continue
        for n in kolom:
            if (s := b.sel.get(n)) is not None:
                sama = nama_setara(s.teks) == nama_setara(kini)
                nasib = (Nasib.SAMA, f"kode {ind.kode}") if sama else (Nasib.TIDAK, "tujuan di atas sasaran")
                pengisi.papan.catat(Titik(peta, b, peta.kolom[n], s), *nasib)
        if not titik:
            continue
        isi = {KODE: ind.kode} | {x.kolom.kolom: x.sel.teks for x in titik}
        baris, baru = pengisi.lapang(ID_STRATEGI).cari(isi, terpakai)
        terpakai.add(baris)
        pengisi.papan.hasil.baris_baru += baru
        pengisi.papan.hasil.baris_cocok += not baru
        pengisi.pasang_kunci(ID_STRATEGI, baris, {KODE: ind.kode}, [])
        for x in titik:
            pengisi.papan.letakkan(x, (ID_STRATEGI, baris, x.kolom.kolom))
