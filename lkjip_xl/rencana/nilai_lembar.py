"""How well a table fits a sheet, its columns mapped: points, and what it cannot be."""

from __future__ import annotations

from lkjip_xl.bentuk.waktu_kepala import triwulan_kepala, triwulan_tabel
from lkjip_xl.padan.tahun import tahun_tabel
from lkjip_xl.rencana.calon import (
    BERSAMA,
    INDIKATOR,
    PEMBANDING,
    PENAMA,
    berindikator,
)
from lkjip_xl.rencana.isi_tabel import (
    baris_program,
    berhasil,
    berjenis,
    berkolom_tahun,
    berkolom_tw,
    bernama_program,
    berprogram,
    bersasaran,
    jenis_belanja,
    kata_caption,
    kiri_program,
    orang_lain,
    target_saja,
)
from lkjip_xl.rencana.kolom_samping import keadaan_barang, sampingan
from lkjip_xl.rencana.model import Peran, PetaKolom, PetaTabel, Yakin
from lkjip_xl.rencana.pendukung import PENUNJANG, RUMAH, di_samping
from lkjip_xl.rencana.program import kolom_nama
from lkjip_xl.rencana.strategi import ID_STRATEGI
from lkjip_xl.rencana.tahun_renstra import RENSTRA, tahun_renstra, target_berhasil
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.tabel.model import ANGKA, BukuKerja
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, TW

UNGGUL = 6.0  # points by which one sheet is better than another beyond doubt
TAHUN_RENSTRA = 3  # targets of so many of its years are what a Renstra plans
PEGAWAI, ASET = "pegawai", "aset"
TC27, SEPERIODE = "tc27", 2
BELANJA, ISI_BELANJA = "belanja", 20.0  # rows that name kinds of spending say more than a caption
MENURUT_BARIS = frozenset(
    {BELANJA, PEGAWAI}
)  # told by their rows: columns that follow from others make them no other sheet
HASIL_SAJA = frozenset({"realisasi", "sumber_data"})


def _di_samping(s: SkemaLembar, k: PetaKolom, p: PetaTabel) -> bool:
    """Does a column only follow from others, so that it makes the table no other sheet?"""
    if s.id == ASET:
        return keadaan_barang(k.judul, next((x.judul for x in p.kolom.values() if x.kolom == "nama"), ""))
    return s.id in MENURUT_BARIS and sampingan(k.judul)


def nilai_lembar(buku: BukuKerja, s: SkemaLembar, p: PetaTabel) -> float:
    """Points of a table as a sheet, its columns mapped; 0 for what it cannot be."""
    dipakai = [k for k in p.kolom.values() if k.yakin is not Yakin.TIDAK and k.peran is not Peran.NOMOR]
    penama = {(k.lembar, k.kolom) for k in dipakai}
    ada_nama = bool(p.tabel.indikator) or any((i, n) in penama for i in (s.id, INDIKATOR) for n in (*PENAMA, "kode"))
    ada_nama = ada_nama or (s.id == ID_STRATEGI and bool(p.berperan(Peran.SASARAN)))
    milik = [k for k in dipakai if k.lembar == s.id and k.kolom not in (*PENAMA, "kode", "no", "level")]
    if s.id == INDIKATOR:
        milik = [k for k in dipakai if k.lembar == INDIKATOR and k.kolom not in ("indikator", "kode")]
    if s.id == PENUNJANG and kiri_program(p):
        milik = [k for k in dipakai if k.lembar == PENUNJANG]  # which programme supports which indicator is all it says
    bertingkat = {"level", "nama"} <= s.kolom.keys()
    if not ada_nama or not milik or (bertingkat and not kolom_nama(p)):
        return 0.0
    if bertingkat and bersasaran(p):
        return 0.0  # what programmes are to reach, not their names
    berangka = any(s.kolom[k.kolom].tipe in ANGKA for k in milik if k.lembar == s.id)
    if bertingkat and (s.id in RUMAH.values() or not (berangka or s.id == PENUNJANG)) and di_samping(p):
        return 0.0  # programmes beside the indicators the table is about
    belanja = jenis_belanja(p)
    if s.id == BELANJA and not belanja and (berprogram(p) or bernama_program(p)):
        return 0.0
    if bertingkat and belanja:
        return 0.0  # kinds of spending, no programmes
    if s.id == PEGAWAI and orang_lain(p.tabel):
        return 0.0
    berkepala = [
        k
        for k in p.kolom.values()
        if k.judul and k.peran is not Peran.NOMOR and (k in dipakai or not _di_samping(s, k, p))
    ]
    cakup = len(dipakai) / max(len(berkepala), 1)
    pasti = sum(k.yakin is Yakin.PASTI for k in milik)
    if "tw" in s.kolom and all(k.kolom != "tw" for k in milik) and not triwulan_tabel(p.tabel):
        return 0.0  # figures of a quarter that nothing names, or of several beside each other
    if "tw" not in s.kolom and berindikator(s) and berkolom_tw(p.tabel):
        return 0.0  # nor are those of a quarter a row figures of a year
    if (satu := bool(triwulan_kepala(p.tabel))) and s.id in BERSAMA:
        return 0.0  # nor those of one quarter alone
    if not {"tahun", "tahun_data"} & {k.kolom for k in dipakai} and berindikator(s) and berkolom_tahun(p.tabel):
        return 0.0  # nor those of a year a row those of one
    if berindikator(s) and berjenis(p.tabel):
        return 0.0  # inputs, outputs and outcomes of one kegiatan
    terbukti = ISI_BELANJA if belanja and s.id == BELANJA else UNGGUL if satu and s.id == ID_TRIWULAN else 0.0
    if s.id == "pk" and any(k.lembar == "pengukuran" for k in dipakai):
        return 0.0  # an agreement prints no results
    if s.id == RENSTRA and target_berhasil(buku.setelan, dipakai):
        terbukti -= UNGGUL  # targets beside the results of their years
    if s.id == TC27 and sum(k.kolom.startswith(("target_", "rp_")) for k in milik) < SEPERIODE and berhasil(p.tabel):
        return 0.0  # a matrix of a period is no target of one year beside its result
    if s.id == "pk" and any(k.kolom in TW for k in milik) and target_saja(p.tabel.judul):
        terbukti = 2 * UNGGUL
    if s.id == "pengukuran" and any(k.lembar == PEMBANDING for k in dipakai) and {k.kolom for k in milik} <= HASIL_SAJA:
        terbukti = -UNGGUL  # our results beside those of others, without a target
    tahunan = tahun_renstra(dipakai)
    if s.id == RENSTRA and tahunan >= TAHUN_RENSTRA:
        terbukti = 2 * UNGGUL
    if s.id == "pengukuran" and {k.kolom for k in milik} == {"target"} and tahunan > 1:
        return 0.0  # what a Renstra plans for each of its years
    if berindikator(s) and baris_program(p):
        terbukti -= 4 * UNGGUL
    if s.id == "rencana_aksi" and tahun_tabel(p.tabel, buku.setelan) == buku.setelan.get("TahunLaporan"):
        return 0.0  # its quarters are those of the next year
    return (
        terbukti
        + 45 * cakup
        + 6 * min(pasti, 4)
        + (2 if pasti < len(milik) else 4)
        + kata_caption(s.kenal, p.tabel.judul)
    )
