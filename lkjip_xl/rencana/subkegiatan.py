"""Quarters of a subkegiatan: a row of the sheet of quarters whose kode is one of the sheet Anggaran, not of an indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lkjip_xl.bentuk.waktu_kepala import triwulan
from lkjip_xl.inti.kunci import ruas
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.rencana.model import Nasib, PetaTabel
from lkjip_xl.sumber.model import BarisAsing
from lkjip_xl.tabel.triwulan import ID_TRIWULAN

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

ANGGARAN, KODE, TW = "anggaran", "kode", "tw"
SALINAN = {"indikator": "nama", "satuan": "satuan"}


def isi_subkegiatan(pengisi: Pengisi, peta: PetaTabel, b: BarisAsing, kode: str, terpakai: dict[str, set[int]]) -> bool:
    """Put the row into its quarter; False where its kode is no programme's, or no quarter is named."""
    papan = pengisi.papan
    anggaran = papan.buku.tabel.get(ANGGARAN)
    if not kode or anggaran is None or pengisi.register.cari(kode, "").cara == KODE:
        return False
    ada = papan.buku.indeks.baris(ANGGARAN, KODE, kode, ruas)
    titik = list(pengisi.titik(peta, b))
    kunci = peta.bawaan | {x.kolom.kolom: x.sel.teks for x in titik if x.kolom.lembar == ID_TRIWULAN}
    kunci[TW] = triwulan(kunci.get(TW, "")) or kunci.get(TW, "")
    if ada is None or not kunci[TW]:
        return False
    milik = terpakai.setdefault(ID_TRIWULAN, set())
    baris, baru = pengisi.lapang(ID_TRIWULAN).cari(kunci, milik)
    milik.add(baris)
    papan.hasil.baris_baru += baru
    papan.hasil.baris_cocok += not baru
    pengisi.pasang_kunci(ID_TRIWULAN, baris, kunci, titik)
    isi = anggaran.isi(ada)
    for x in titik:
        if x.kolom.lembar == ID_TRIWULAN:
            papan.letakkan(x, (ID_TRIWULAN, baris, x.kolom.kolom), str(isi.get("satuan") or ""))
        elif (k := SALINAN.get(x.kolom.kolom)) is not None:
            sama = nama_setara(str(isi.get(k) or "")) == nama_setara(x.sel.teks)
            nasib, alasan = (Nasib.SAMA, "") if sama else (Nasib.DIBANDINGKAN, "berbeda dari lembar Anggaran")
            papan.catat(x, nasib, alasan, (ANGGARAN, ada, k))
    return True
