"""Rows of a table that are kept beside it and are none of the report's: of another year by the line above them, or hidden copies."""

from __future__ import annotations

import re

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.jumlah import mungkin_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.padan.nama import nama_setara, tingkat_awalan
from lkjip_xl.rencana.calon import BERSAMA
from lkjip_xl.rencana.model import Peran, PetaTabel, Yakin
from lkjip_xl.sumber.model import BarisAsing
from lkjip_xl.sumber.rupa import angka_sel

KATA_MAKS = 6  # of a line that says which year the rows below are of; longer ones are sentences
PEGAWAI = "pegawai"
BARIS_UNIT = (
    "baris nama unit kerja, bukan uraian kolomnya; pegawai unit itu sudah dihitung di baris lain atau tabel lain"
)
BARIS_JUMLAH = "baris jumlah; dihitung buku"
_UNIT = re.compile(
    r"(?:sekretariat|dinas|badan|inspektorat|kantor|bidang|bagian|sub ?bagian|subbag|seksi|uptd?|balai|kecamatan|kelurahan|puskesmas|rsud|rumah sakit|cabang dinas)\b"
)
_RATA = re.compile(r"(?:nilai )?rata[- ]?rata (?:tingkat |persentase |nilai )?(?:capaian|kinerja|realisasi)\b")
_PERNYATAAN = re.compile(r"nya\b|^(?:program|kegiatan|sub ?kegiatan)\b")


def disisihkan(peta: PetaTabel, laporan: object, nama: int) -> dict[tuple[int, int], str]:
    """Why rows, by grid and row, are left out; laporan: the year of the report; nama: the column that names rows."""
    hasil = {}
    kode = [k.nomor for k in peta.berperan(Peran.KODE)]

    def kunci(b: BarisAsing) -> tuple[str, ...]:
        return tuple(nama_setara(s.teks) if (s := b.sel.get(n)) is not None else "" for n in (nama, *kode))

    bukan_pegawai = _bukan_pegawai(peta, nama) if peta.lembar == PEGAWAI else {}
    tampak = {kunci(b) for b in peta.tabel.data() if not b.tersembunyi and nama in b.sel}
    for b in peta.tabel.data():
        tahun = _tahun(b.kelompok[-1]) if b.kelompok else None
        if tahun is not None and tahun != laporan and "tahun" not in {k.kolom for k in peta.kolom.values()}:
            hasil[b.kisi, b.nomor] = f'di bawah "{b.kelompok[-1]}", buku ini tahun {laporan:.0f}' if isinstance(laporan, float) else ""  # fmt: skip
        elif nama in b.sel and _RATA.match(kunci_teks(b.sel[nama].teks)) and not _berangka(peta, b):
            hasil[b.kisi, b.nomor] = "baris rata-rata; dihitung buku"
        elif nama in b.sel and _rata_kelompok(peta, b):
            hasil[b.kisi, b.nomor] = "baris kelompok: angkanya hanya di kolom tanpa tempat"
        elif nama in b.sel and (b.kisi, b.nomor) in bukan_pegawai:
            hasil[b.kisi, b.nomor] = bukan_pegawai[b.kisi, b.nomor]
        elif b.tersembunyi and kunci(b) in tampak:
            hasil[b.kisi, b.nomor] = "baris tersembunyi yang mengulang baris lain tabel ini"
    return {x: alasan for x, alasan in hasil.items() if alasan}


def _bukan_pegawai(peta: PetaTabel, nama: int) -> dict[tuple[int, int], str]:
    """Rows among kinds of staff that count those of a unit, or sum others: a table of units has hardly any other rows."""
    isi = [(b, kunci_teks(s.teks)) for b in peta.tabel.data() if (s := b.sel.get(nama)) is not None]
    unit = {(b.kisi, b.nomor): BARIS_UNIT for b, x in isi if _UNIT.match(x)}
    jumlah = {(b.kisi, b.nomor): BARIS_JUMLAH for b, x in isi if mungkin_jumlah(x)}
    return jumlah | (unit if 0 < len(unit) < len(isi) and not _dijumlahkan(peta, len(unit), len(isi)) else {})


def _dijumlahkan(peta: PetaTabel, unit: int, semua: int) -> bool:
    """Does the total count rows of units beside the others? Where none is printed, do they make up half of the table?"""
    n = peta.nomor_kolom(PEGAWAI, "jumlah") or 0
    isi = [_angka(b, n) for b in peta.tabel.data()]
    total = [x for b in peta.tabel.baris if b.jenis == "jumlah" and (x := _angka(b, n))]
    return sum(isi) == total[-1] if total else 2 * unit >= semua


def _angka(b: BarisAsing, n: int) -> float:
    return angka_sel(b.sel.get(n)) or 0.0


def _rata_kelompok(peta: PetaTabel, b: BarisAsing) -> bool:
    """Is a row the heading of others that prints only their mean: no figure or unit where the table's own ones stand?"""
    tentu = [k for k in peta.kolom.values() if k.yakin is Yakin.PASTI and k.lembar in BERSAMA]
    ukur = {k.kolom: k.nomor for k in tentu if k.kolom in ("target", "realisasi")}
    satuan = {k.nomor for k in peta.kolom.values() if k.kolom == "satuan"}
    if len(ukur) < 2 or b.sel.keys() & (satuan | {*ukur.values()}):
        return False
    asing = {k.nomor for k in peta.kolom.values() if k.yakin is Yakin.TIDAK}
    return any(n in asing and baca_kolom(s.teks).nilai is not None for n, s in b.sel.items())


def _berangka(peta: PetaTabel, b: BarisAsing) -> bool:
    """Does a row have a figure other than a capaian, as an indicator has?"""
    ukur = [
        k.nomor for k in peta.kolom.values() if k.kolom.partition("_")[0] in ("target", "realisasi", "nilai", "tw1")
    ]
    return not ukur or any(n in b.sel for n in ukur)


def _tahun(teks: str) -> float | None:
    """The one year that a line above rows is about ("Arsip pagu 2019"); None where it is about something else."""
    rapi = kunci_teks(teks)
    tahun = {m[0] for m in TAHUN_DISEBUT.finditer(rapi)}
    bicara = len(rapi.split()) <= KATA_MAKS and not tingkat_awalan(teks) and not _PERNYATAAN.search(rapi)
    return float(tahun.pop()) if bicara and len(tahun) == 1 else None
