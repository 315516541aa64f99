"""The columns the report reads beside its summary tables, by chapter, and what is said where one is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_

from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.ringkasan import dicetak_dari
from lkjip_xl.ringkasan.masukan import PERLU, tak_tersusun
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.skema.perlu import Perlu, perlu
from lkjip_xl.tabel.hilang import periksa_kolom, sebut_skema
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Balok, Paragraf

_EVALUASI = {"lhe_nilai": "+bobot ?tahun ?nilai ?predikat", "lhe_rekomendasi": "+status"}  # in either chapter
PERLU_BAB: Mapping[str, Perlu] = {
    "depan": perlu(
        pengaturan="?instansi ?tahun ?kabupaten ?provinsi ?jabatan_penanda_tangan ?susunan_bab_tiga ?letak_evaluasi"
    ),
    "tulisan": perlu(
        naskah="+bagian ?urutan ?bentuk ?teks",
        penanda_tangan="+dokumen ?pihak ?status ?jabatan ?nama ?pangkat ?nip ?tempat ?tanggal ?elektronik",
    ),
    "bab_satu": perlu(
        pegawai="?dimensi ?uraian ?golongan ?pendidikan ?laki_laki ?perempuan ?jumlah ?kebutuhan",
        aset="?nama ?saldo_awal ?saldo_akhir",
        belanja="+tahun +induk ?jenis ?anggaran ?realisasi ?serapan",
        pengaturan="?instansi ?tahun",
        **_EVALUASI,
    ),
    "bab_dua": perlu(
        pk="+versi ?kode ?sasaran ?indikator ?satuan ?target ?penanggung_jawab ?keterangan",
        indikator="?kode ?induk ?jenjang",
        renstra="?kode",
        renja="?level",
        iku="?kode ?versi ?formulasi ?penanggung_jawab",
        strategi="?kode ?misi ?strategi ?kebijakan ?pihak ?dukungan",
        pohon_kinerja="?kode ?induk ?jenis ?kondisi ?indikator ?pengampu",
        pk_program="+versi ?kode ?level ?nama ?anggaran",
        pengaturan="?instansi ?tahun",
    ),
    "bab_tiga": perlu(
        iku="?kode ?versi ?definisi_operasional",
        pengukuran="?pembilang ?penyebut ?pengali",
        indikator="?kode ?indikator",
        data_pendukung="?tabel ?uraian ?kolom ?nilai ?satuan",
        belanja="+tahun +induk ?jenis ?anggaran ?realisasi ?serapan",
        **_EVALUASI,
    ),
    "bab_empat": perlu(rencana_aksi="?tw1-4 ?total"),
}
"""Sheets printed column by column as the schema has them are none of this."""


def perlu_laporan(buku: BukuKerja) -> Perlu:
    """All columns the report on this workbook reads by name."""
    tabel = [p for lembar, p in PERLU.items() if lembar != "Dasbor" and dicetak_dari(buku, lembar)]
    return reduce(or_, [*tabel, *PERLU_BAB.values()])


def periksa_laporan(buku: BukuKerja, berkas: str, *, draf: bool = False) -> list[Temuan]:
    """Refuse (GalatBerkas BK-80) where a column the report cannot do without is missing; returns what it leaves out.

    A draft is never refused: what is missing is left out of it.
    """
    perlu = perlu_laporan(buku)
    return periksa_kolom(buku, perlu.longgar() if draf else perlu, "BK-80", berkas=berkas, hasil="Laporan")


def bila_tersusun(b: Bahan, lembar: str, isi: Iterable[Balok]) -> Iterator[Balok]:
    """A part of the report that is written from a summary; where the schema dropped a column it needs, that is said."""
    if teks := tanpa_kolom(b, lembar):
        yield Paragraf(teks)
    else:
        yield from isi


def tanpa_kolom(b: Bahan, lembar: str) -> str:
    """The sentence that names the columns dropped by the schema; "" where the summary can be made."""
    kolom = tak_tersusun(b.buku.skema, lembar)
    return kalimat("umum.tanpa_kolom", kolom=", ".join(sebut_skema(b.buku.skema, kolom))) if kolom else ""
