"""The workbook's side of a reconciliation: a sheet, input or summary, as rows of comparable cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.masukan import PERLU, tak_tersusun
from lkjip_xl.skema import judul
from lkjip_xl.skema.perlu import Perlu, perlu
from lkjip_xl.skema.ungkapan import KolomBaris, telusuri, urai
from lkjip_xl.tabel.hierarki import leluhur
from lkjip_xl.tabel.hilang import menurut_rumus
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai
from lkjip_xl.validasi.aturan.lembar_ringkasan import menurut_tulisan
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pohon import pohon

_SINGKATAN = {"&": " dan ", "kab.": "kabupaten", "dgn": "dengan", "utk": "untuk", "yg": "yang", "ttg": "tentang"}
NAMA_UTAMA = ("nama", "indikator", "uraian", "jenis", "komponen", "pernyataan")


@dataclass(frozen=True, slots=True)
class KolomSisi:
    """A column: name, type, and every header it may bear in another table."""

    nama: str
    tipe: str
    judul: str
    sebutan: frozenset[str]

    @property
    def teks(self) -> bool:
        """Does it hold text?"""
        return self.tipe in ("teks", "kode", "pilihan")


@dataclass(frozen=True, slots=True)
class BarisSisi:
    """A row: where its cells are, what they may be taken for (first = as shown), decimals typed, rows above by name.

    kelompok: rows of other groups (level, jenjang) may be missing in another table without anything being wrong;
    jumlah: a total of the summary.
    """

    sel: dict[str, str]
    nilai: dict[str, tuple[Nilai, ...]]
    desimal: dict[str, int | None] = field(default_factory=dict)
    induk: tuple[str, ...] = ()
    level: str | None = None
    versi: str | None = None
    kelompok: str | None = None
    jumlah: bool = False

    def isi(self, kolom: str) -> Nilai:
        """The value shown."""
        return self.nilai.get(kolom, (None,))[0]


@dataclass(frozen=True, slots=True)
class Sisi:
    """A sheet of the workbook: columns and rows."""

    lembar: str
    kolom: dict[str, KolomSisi]
    baris: list[BarisSisi]
    turunan: dict[str, frozenset[str]] = field(default_factory=dict)  # computed column → columns it follows from

    def nama_kolom(self) -> list[str]:
        """Text columns that may name a row, the likeliest first."""
        teks = [k.nama for k in self.kolom.values() if k.tipe == "teks"]
        return [n for n in NAMA_UTAMA if n in teks] + [n for n in teks if n not in NAMA_UTAMA]


def baku_kepala(teks: object) -> str:
    """A header without case, punctuation, units in brackets and double spaces.

    >>> baku_kepala("Realisasi_Anggaran (Rp)")
    'realisasi anggaran'
    """
    tanpa = re.sub(r"\((?:rp|%|persen)\.?\)|\btahun\b(?=.*\d{4})", " ", kunci_teks(teks).replace("_", " "))
    return kunci_nama(tanpa)


@lru_cache(maxsize=65_536, typed=True)
def baku_nama(teks: object) -> str:
    """A name for comparing: lower case, common abbreviations written out, no punctuation.

    >>> baku_nama("1. Perencanaan & Penganggaran ")
    'perencanaan dan penganggaran'
    """
    hasil = kunci_teks(teks)
    for dari, ke in _SINGKATAN.items():
        hasil = hasil.replace(dari, ke) if not dari.isalpha() else re.sub(rf"\b{dari}\b", ke, hasil)
    hasil = re.sub(r"^\s*(?:\d+(?:\.\d+)*|[a-z])[.)]\s+", "", hasil)
    return kunci_nama(hasil)


def daftar_lembar(buku: BukuKerja) -> list[str]:
    """Names of all sheets that can be reconciled."""
    return [t.lembar for t in buku.tabel.values() if t.ada and t.skema.susunan == "tabel"] + [
        n for n in RINGKASAN if not tak_tersusun(buku.skema, n)
    ]


def perlu_lembar(buku: BukuKerja, lembar: str) -> Perlu:
    """The columns read to reconcile a sheet; an input sheet is compared column by column as it stands."""
    if lembar in RINGKASAN:
        return PERLU[lembar]
    t = next(t for t in buku.tabel.values() if t.lembar == lembar)
    return menurut_rumus(buku, [t.skema.id]) | perlu(indikator="?kode ?jenjang")


def sisi_lembar(buku: BukuKerja, lembar: str) -> Sisi:
    """The rows of an input or summary sheet by its exact name."""
    if lembar in RINGKASAN:
        return _ringkasan(buku, lembar)
    t = next(t for t in buku.tabel.values() if t.lembar == lembar)
    return _isian(buku, t.skema.id)


def _isian(buku: BukuKerja, id_lembar: str) -> Sisi:
    lapor = Pelapor(buku)
    t = buku[id_lembar]
    kolom = {}
    for k in t.skema.kolom.values():
        if not k.tersembunyi:
            teks = judul.sebagai_teks(k.judul, buku.setelan)
            atas = judul.sebagai_teks(k.kelompok, buku.setelan) if k.kelompok else ""
            kolom[k.nama] = KolomSisi(k.nama, k.tipe, teks, _sebutan(k.nama, teks, f"{atas} {teks}", *k.sinonim))
    isi = lapor.jejak.baris(id_lembar)
    induk: dict[int, int | None] = {}
    if "level" in t.skema.kolom:
        for versi in {b.get("versi") for b in isi.values()}:
            induk |= pohon(lapor.jejak, id_lembar, [b for b, x in isi.items() if x.get("versi") == versi]).induk
    baris = []
    for b, x in isi.items():
        nilai = {}
        for k in kolom:
            lain = t.harap(b, k) if t.berumus(b, k) else x[k]
            nilai[k] = (x[k], lain)
        baris.append(
            BarisSisi(
                {k: lapor.jejak.alamat(Rujukan(id_lembar, b, k))[1] for k in kolom},
                nilai,
                {k: t.desimal(b, k) for k in kolom},
                tuple(str(isi[a].get("nama")) for a in leluhur(induk, b)),
                _teks(x.get("level")),
                _teks(x.get("versi")),
                _teks(x.get("level")) or _teks(buku.indeks.ambil("indikator", "kode", x.get("kode"), "jenjang")),
            )
        )
    return Sisi(t.lembar, kolom, baris, _turunan(buku, id_lembar))


def _teks(x: Nilai) -> str | None:
    return x if isinstance(x, str) else None


def _turunan(buku: BukuKerja, *id_lembar: str) -> dict[str, frozenset[str]]:
    """Computed columns by name with the columns of their row they follow from, directly or through others."""
    hasil: dict[str, frozenset[str]] = {}
    for i in id_lembar:
        for k in buku[i].skema.kolom.values():
            if k.jenis == "rumus" and not k.tersembunyi:
                hasil[k.nama] = frozenset(x.nama for x in telusuri(urai(k.rumus)) if isinstance(x, KolomBaris))
    for _ in hasil:
        hasil = {k: v.union(*(hasil.get(x, frozenset()) for x in v)) for k, v in hasil.items()}
    return hasil


def _ringkasan(buku: BukuKerja, lembar: str) -> Sisi:
    lapor = Pelapor(buku)
    sinonim = {k.nama: k.sinonim for t in buku.tabel.values() for k in t.skema.kolom.values() if k.sinonim}
    tabel = RINGKASAN[lembar](buku)
    versi = [tabel]
    for semua in (False, True):
        lain = RINGKASAN[lembar](menurut_tulisan(buku, lapor, semua=semua))
        if len(lain.baris) == len(tabel.baris):
            versi.append(lain)
    kolom = {
        k.nama: KolomSisi(
            k.nama,
            k.tipe,
            k.judul,
            _sebutan(k.nama, k.judul, f"{k.kelompok or ''} {k.judul}", *sinonim.get(k.nama, ())),
        )
        for k in tabel.kolom
    }
    baris = []
    kelompok = None
    for i, b in enumerate(tabel.baris):
        if b.gaya == "kelompok":
            kelompok = str(b.nilai.get("", ""))
            continue
        sel = {k: alamat_sel(BARIS_DATA + i, c) for c, k in enumerate(kolom, 1)}
        nilai = {k: tuple(v.nilai(i, k) for v in versi) for k in kolom}
        level = nilai["level"][0] if "level" in kolom and isinstance(nilai["level"][0], str) else None
        baris.append(BarisSisi(sel, nilai, level=level, kelompok=level or kelompok, jumlah=b.gaya == "jumlah"))
    return Sisi(lembar, kolom, baris, _turunan(buku, "pengukuran", "anggaran"))


def _sebutan(*teks: str) -> frozenset[str]:
    return frozenset(b for t in teks if (b := baku_kepala(t)))


def baris_total(nama: object) -> bool:
    """Is this a total row?"""
    return isinstance(nama, str) and baris_jumlah(nama)
