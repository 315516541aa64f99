"""Reconcile a whole document with the workbook: every table with the sheet it is of, each cell where `ambil` would put it; its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.cocokkan.banding import catatan_berkas, daftar_tabel, kesimpulan
from lkjip_xl.cocokkan.bertempat import PembandingTempat
from lkjip_xl.cocokkan.hitungan import Hitungan
from lkjip_xl.cocokkan.nama_ganda import nama_ganda
from lkjip_xl.cocokkan.tulisan import temuan_tulisan
from lkjip_xl.inti.temuan import HasilPeriksa, Temuan, Tingkat
from lkjip_xl.rencana import Nasib, PetaTabel, Rencana, Yakin, rencanakan
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber import kalimat, urai_sumber
from lkjip_xl.sumber.model import Sumber
from lkjip_xl.tabel.model import BukuKerja

IND, JUMLAH, MIRIP, BARU = "indikator", "AB-06", "AB-10", "AB-11"
CARA_BACA = ("CS-", "SB-")  # how the source was read, whatever it is read for


@dengan_kata
def cocokkan_dokumen(buku: BukuKerja, luar: Sumber) -> HasilPeriksa:
    """Findings of reconciling every table of a file, and its text, with the sheets of a workbook; CK-19 where no table is known."""
    rencana = rencanakan(buku, urai_sumber(luar), kisi=luar.kisi)
    pembanding = PembandingTempat(buku, luar.berkas)
    temuan = [t for t in catatan_berkas(luar) if t.kode != kalimat.KODE]  # sentences are judged below, none is taken
    temuan += temuan_tulisan(buku, luar, [p.tabel for p in rencana.tabel])
    temuan += [*pembanding.temuan(rencana.tempat), *_menurut_rencana(rencana, luar.berkas)]
    h = pembanding.hitungan
    if not h.isi:
        return HasilPeriksa([*temuan, buat_temuan("CK-19", lembar=luar.berkas)], berkas=luar.berkas)
    _tanpa_tempat(rencana, h)
    laporan = HasilPeriksa(temuan, berkas=luar.berkas).lipat().urut([t.lembar for t in buku.tabel.values()])
    return replace(laporan, tambahan=[kesimpulan(luar.berkas, h)], hitungan=h.ke_json())


def _tanpa_tempat(rencana: Rencana, h: Hitungan) -> None:
    """Cells that have no place in the workbook, by the reason the plan gives."""
    for s in rencana.sel:
        if not s.lembar and s.nasib is not Nasib.KEPALA:
            h.lewat(s.alasan or s.nasib.value)


def _menurut_rencana(rencana: Rencana, berkas: str) -> Iterator[Temuan]:
    """What the plan says of the document itself: printed totals, indicators that are not there, tables and columns left out."""
    teks = {(s.berkas, s.alamat): s.teks for s in rencana.sel}
    for t in rencana.temuan:
        if t.kode == JUMLAH:
            yield buat_temuan("CK-30", lembar=t.lembar, sel=t.sel, kolom=t.kolom, nilai=t.nilai, seharusnya=t.seharusnya,
                              kolom_judul=t.kolom, jumlah=t.seharusnya, satuan="")  # fmt: skip
        elif t.kode in (MIRIP, BARU):
            yield buat_temuan("CK-03", lembar=t.lembar, sel=t.sel, kolom=t.kolom, nama=teks.get((t.lembar, t.sel), ""),
                              tujuan=rencana.buku[IND].lembar, tingkat=Tingkat.CATATAN if t.kode == MIRIP else None)  # fmt: skip
        elif t.kode.startswith(CARA_BACA):
            yield t
    for p in rencana.tabel:
        yield from nama_ganda(p)
        lain = [k.judul for n, k in p.kolom.items() if k.yakin is not Yakin.PASTI and _terisi(p, n)]
        if p.lembar and (daftar := ", ".join(filter(None, lain))):
            yield buat_temuan("CK-09", lembar=p.tempat, berkas=p.judul, daftar=daftar)
    if asing := [p.tabel for p in rencana.tabel if not p.lembar]:
        yield buat_temuan("SB-16", lembar=berkas, berkas=berkas, banyak=len(asing), daftar=daftar_tabel(asing))


def _terisi(p: PetaTabel, kolom: int) -> bool:
    return any(kolom in b.sel for b in p.tabel.data())
