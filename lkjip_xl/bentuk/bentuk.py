"""Forms in which one table holds what are several, or stands otherwise than its sheet: each brought to rows and columns as a sheet has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip_xl.bentuk.banyak_indikator import per_indikator
from lkjip_xl.bentuk.bertingkat import per_jenjang
from lkjip_xl.bentuk.butir import per_butir
from lkjip_xl.bentuk.daerah_kolom import per_daerah_kolom
from lkjip_xl.bentuk.dua_tabel import per_sisi
from lkjip_xl.bentuk.hitungan_sel import per_hitungan
from lkjip_xl.bentuk.jenjang_baris import per_jenjang_baris
from lkjip_xl.bentuk.jumlah_terbukti import per_jumlah
from lkjip_xl.bentuk.kode_pecah import gabung_kode
from lkjip_xl.bentuk.kumulatif import per_kumulatif
from lkjip_xl.bentuk.nama_program import bernama_program
from lkjip_xl.bentuk.nama_target import per_nama_target
from lkjip_xl.bentuk.nomor_depan import per_nomor_depan
from lkjip_xl.bentuk.nomor_nama import pisah_nomor
from lkjip_xl.bentuk.persen_realisasi import bersatuan_persen
from lkjip_xl.bentuk.satuan_nama import lepas_satuan
from lkjip_xl.bentuk.sel_berlabel import per_label
from lkjip_xl.bentuk.sel_ganda import per_sel
from lkjip_xl.bentuk.semester_kepala import bersemester
from lkjip_xl.bentuk.silang import per_silang
from lkjip_xl.bentuk.strip_nama import lepas_strip
from lkjip_xl.bentuk.subjumlah import per_subjumlah
from lkjip_xl.bentuk.tahun_baris import per_tahun
from lkjip_xl.bentuk.tahun_silang import per_silang_tahun
from lkjip_xl.bentuk.target_realisasi import per_target_realisasi
from lkjip_xl.bentuk.terputar import tegakkan
from lkjip_xl.bentuk.triwulan_baris import per_triwulan
from lkjip_xl.bentuk.triwulan_silang import per_silang_triwulan
from lkjip_xl.bentuk.ukuran_baris import per_ukuran
from lkjip_xl.bentuk.versi_kelompok import per_versi
from lkjip_xl.bentuk.waktu_kepala import bertriwulan
from lkjip_xl.sumber.model import TabelAsing


def per_bentuk(t: TabelAsing) -> Iterator[tuple[TabelAsing, str]]:
    """The tables that one is by its form, each with the sheet its form tells, "" for none."""
    for sisi in (x for y in per_sisi(bersemester(t)) for x in per_jenjang_baris(y)):
        for versi in per_versi(
            per_label(per_nomor_depan(lepas_strip(satukan(gabung_kode(pisah_nomor(per_target_realisasi(sisi)))))))
        ):
            for x, lembar in per_jenjang(tegakkan(per_subjumlah(per_jumlah(versi)))):
                for y, menurut_isi in [(x, lembar)] if lembar else per_silang(x):
                    for z in per_indikator(bernama_program(_baris(y))):
                        yield z, menurut_isi


def _baris(t: TabelAsing) -> TabelAsing:
    """The table with one indicator, year and quarter a row or column, as its sheets have them."""
    satu = per_tahun(
        per_silang_tahun(
            per_triwulan(per_silang_triwulan(per_sel(per_kumulatif(per_ukuran(per_hitungan(per_daerah_kolom(t)))))))
        )
    )
    return bertriwulan(lepas_satuan(per_butir(per_nama_target(bersatuan_persen(satu)))))


def satukan(t: TabelAsing) -> TabelAsing:
    """The table with what stands in several columns under one header (the parts of a kode) as one cell a row."""
    if not any(k.gabung for k in t.kolom):
        return t
    lebih = {n for k in t.kolom for n in k.gabung}
    baris = []
    for b in t.baris:
        sel = {n: s for n, s in b.sel.items() if n not in lebih}
        sel |= {k.nomor: s for k in t.kolom if k.gabung and (s := t.isi(b, k)) is not None}
        baris.append(replace(b, sel=sel))
    return replace(t, baris=tuple(baris))
