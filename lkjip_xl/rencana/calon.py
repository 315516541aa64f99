"""Every column of the workbook a foreign column may stand for, with the headers it bears and the year it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lkjip_xl.bentuk.waktu_kepala import ROMAWI, SAMPAI_BULAN, TW_KEPALA
from lkjip_xl.inti.kunci import PENDEK, hafalkan, kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.padan.nama import kepala_setara, tanpa_satuan
from lkjip_xl.padan.ragam_kepala import kepala_polos, pokok_kepala, tanpa_kurung
from lkjip_xl.padan.tahun import RELATIF, SAMPAI_TAHUN, TAHUN_KATA, TAHUN_KE, tahun_kepala
from lkjip_xl.rencana.daerah import Daerah, daerah, daerah_lain, jalur_sendiri
from lkjip_xl.rencana.model import Peran
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.ungkapan import Ambil, urai
from lkjip_xl.tabel.model import ANGKA, Nilai
from lkjip_xl.tabel.triwulan import ASAL, ID_TRIWULAN, SALINAN, TW

LEWAT = frozenset(
    {"skala", "skala_baku", "predikat", "daftar_tabel", "satuan", "data_pendukung", "pengaturan", "pohon_kinerja"}
)  # no figures of an indicator, or headers ("Kondisi") that tables of other things bear
INDIKATOR, PERNYATAAN, PEMBANDING, REKOMENDASI = "indikator", "pernyataan", "pembanding", "rekomendasi"
NAMA_PANJANG = 3  # words of a name that is still its own without the word for a year
LAMA = 4  # years before the report's that a table may print
TAHAP = (("murni", "sebelum perubahan"), ("perubahan", "setelah perubahan"))
BERTW = frozenset({"tw1", "tw2", "tw3", "tw4"})
WILAYAH = {"nasional": ("nasional", "indonesia"), "provinsi": ("provinsi",)}
KATA_WILAYAH = frozenset(n for semua in WILAYAH.values() for n in semua)
TUJUAN = frozenset({"tujuan", "tujuan strategis", "tujuan perangkat daerah"})
BERSAMA = ("pengukuran", "riwayat", "renstra", "iku", "pk")
"""Sheets with one row an indicator, whose figures are printed together."""
ANALISIS = "analisis"  # sentences printed beside the figures
PENAMA = ("nama", "indikator", "uraian", "jenis", "komponen", "rekomendasi", "dimensi")
TAK_BERSAMA = frozenset({"kode", "keterangan", "catatan"})  # said of the row of the table, on whichever sheet that is
_RUPIAH = re.compile(r"\brp\b\.?|\brupiah\b|\(\s*\)")
_RP_SATUAN = re.compile(r"\s*rp\b\.?\s*\(", re.IGNORECASE)  # amounts, in brackets how large they are
_PERSEN_REALISASI = re.compile(r"^% *realisasi\b|\brealisasi\b[^(]* %$")
PEMILIK = re.compile(
    r"^(?:nama )?(?:satuan kerja|unit kerja|unit organisasi|perangkat daerah|skpd|opd|instansi) */ *(?=[a-z])",
    re.IGNORECASE,
)  # whose rows they are, which the rows that bear no figures say ("SKPD/Program")
_SISA = re.compile(r"\b(?:tahun|thn|th|ta|pada|per)\b")
_TIAP_TAHUN = re.compile(r"\b(?:pada )?(?:se)?tiap tahun(?:nya)?\b")
_SETAHUN = re.compile(
    r"\b((?:realisasi|capaian|target)(?: kinerja)?) \(?(?:(?:pada|sampai) )?(?:akhir tahun|setahun|satu tahun|1 tahun)\b\)?"
    r"(?! *(?:renstra|rpjm|renja|perencanaan|periode|pertama|ke))"
)
HAFALAN = 2**13  # headers kept: each is compared with every column of every sheet and preset


@dataclass(frozen=True, slots=True)
class Calon:
    """A column: sheet, schema column, names alone and with the group above, year it is of (None = of no year in its header).

    tahunan: year the figures of its sheet are of, by the title of the sheet (None = of none); kunci: what its row is found by
    beside the kode (versi, pembanding); tanpa_tahun: a header that names a year is another one's, as every row of its sheet is of one.
    """

    lembar: str
    kolom: Kolom
    sebutan: frozenset[str]
    utuh: frozenset[str]
    tahun: int | None = None
    peran: Peran = Peran.NILAI
    turunan: bool = False
    tahunan: int | None = None
    kunci: tuple[tuple[str, str], ...] = ()
    tanpa_tahun: bool = False
    pokok: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Its names by the words that tell it; of a choice none, as its words are those of other columns, too."""
        milik = frozenset() if self.kolom.tipe == "pilihan" else frozenset(map(pokok_kepala, self.sebutan | self.utuh))
        object.__setattr__(self, "pokok", milik)


@dataclass(frozen=True, slots=True)
class Kepala:
    """A foreign header: its rows without years, longest text first; the year it names, and whether the year is all it says.

    pokok: the same rows by the words that tell a column; sampai: its figures are those up to that year; lain: another region
    it names; kata: its words; bertw: it names a quarter; berwilayah: the country, a province or another region, whose figures
    are not ours.
    """

    bagian: tuple[str, ...]
    tahun: int | None
    pokok: tuple[str, ...] = ()
    sampai: bool = False
    lain: str = ""
    kata: frozenset[str] = field(init=False)
    bertw: bool = field(init=False)
    berwilayah: bool = field(init=False)

    def __post_init__(self) -> None:
        """Once a header: each is held against hundreds of columns."""
        kata = frozenset(x for b in self.bagian for x in b.split())
        object.__setattr__(self, "kata", kata)
        object.__setattr__(self, "bertw", not BERTW.isdisjoint(kata))
        awal = self.bagian[0].split() if self.bagian else ()
        object.__setattr__(self, "berwilayah", bool(self.lain) or not KATA_WILAYAH.isdisjoint(awal))


@hafalkan
def bersih(teks: str) -> str:
    """A header for comparing, quarters written one way, without year and the word for it.

    >>> bersih("Target Tahun 2024"), bersih("Realisasi Triwulan II"), bersih("Tahun 2023 (Rp)")
    ('target', 'realisasi tw2', '')
    """
    rapi = kepala_setara(_tanpa_kata_tahun(teks))
    if _PERSEN_REALISASI.search(kunci_teks(teks)) and "persen" not in rapi:
        rapi = f"persen {rapi}"  # what share of it was realised, no realisasi
    if TAHUN_DISEBUT.search(rapi) or RELATIF.search(kunci_teks(teks)):
        rapi = _SISA.sub(" ", TAHUN_DISEBUT.sub(" ", RELATIF.sub(" ", rapi)))
        rapi = re.sub(r"\bn\b|\bn [1-5]\b", " ", rapi)
    return "" if rapi == "rp" and "(" in teks and not _RP_SATUAN.match(teks) else " ".join(rapi.split())


def _tanpa_kata_tahun(teks: str) -> str:
    """A header with quarters written one way and without words for a year ("tahun lalu", "tahun ke-2", "s.d. 2023")."""
    rapi = PEMILIK.sub("", kunci_teks(teks).replace("_", " "))
    rapi = TW_KEPALA.sub(lambda m: " tw" + ROMAWI.get(m[1], m[1]) + " ", rapi)
    rapi = _SETAHUN.sub(r"\1", SAMPAI_BULAN.sub(" ", rapi))
    return SAMPAI_TAHUN.sub(" ", TAHUN_KE.sub(" ", TAHUN_KATA.sub(" ", _TIAP_TAHUN.sub(" ", rapi))))


@hafalkan
def _inti(teks: str) -> str:
    """One row of a header by the words that tell a column, its years and rupiah left out."""
    rapi = _SISA.sub(" ", TAHUN_DISEBUT.sub(" ", RELATIF.sub(" ", tanpa_kurung(tanpa_satuan(_tanpa_kata_tahun(teks))))))
    return pokok_kepala(rapi) if re.search(r"\w|%", rapi := _RUPIAH.sub(" ", rapi)) else ""


def kepala(jalur: tuple[str, ...], setelan: Mapping[str, Nilai]) -> Kepala:
    """A header path as it is looked up: every run of its last rows; the agency's own region goes without saying."""
    laporan, awal = (
        x if isinstance(x := setelan.get(n), float) else None for n in ("TahunLaporan", "TahunRenstraAwal")
    )
    cari = _kepala_pendek if sum(map(len, jalur)) <= PENDEK else _kepala
    return cari(jalur, laporan, awal, daerah(setelan))


def _kepala(jalur: tuple[str, ...], laporan: float | None, awal: float | None, d: Daerah) -> Kepala:
    jalur, lain = jalur_sendiri(jalur, d), daerah_lain(jalur, d)
    jalur = kepala_polos(jalur)
    utuh_jalur = " ".join(jalur)
    setelan = {"TahunLaporan": laporan, "TahunRenstraAwal": awal}
    tahun = tahun_kepala(utuh_jalur, setelan)
    if tahun is None:  # "LKjIP Tahun n-1" above "Target"
        tahun = next((tahun_kepala(x, setelan) for x in jalur if RELATIF.search(kunci_teks(x))), None)
    if (ke := TAHUN_KE.search(kunci_teks(utuh_jalur))) is not None:
        jalur = tuple(x for x in jalur if kunci_teks(x) not in (ke[1], ke[2]))
    rapi = [b for b in (bersih(x) for x in jalur) if b]
    rapi = [b for i, b in enumerate(rapi) if i == 0 or b != rapi[i - 1]]
    bagian = tuple(" ".join(rapi[i:]) for i in range(len(rapi)))
    if len(rapi) > 1:
        bagian += (f"{rapi[-1]} {rapi[0]}",)
    if len(jalur) > 1 and (utuh := bersih(" ".join(jalur))) not in bagian:
        bagian += (utuh,)  # "Target Triwulan" above "I"
    inti = [b for b in (_inti(x) for x in jalur) if b]
    pokok = tuple(pokok_kepala(" ".join(inti[i:])) for i in range(len(inti)))
    if len(jalur) > 1 and (x := _inti(" ".join(_huruf(y) for y in jalur))):
        pokok += (x,)
    if any(kunci_teks(x) == "kinerja utama" for x in jalur):
        pokok += ("sasaran",)  # of two columns of names the left one, as agreements since 2021 print it
    return Kepala(bagian, tahun, pokok, SAMPAI_TAHUN.search(kunci_teks(utuh_jalur)) is not None, lain)


_kepala_pendek = lru_cache(HAFALAN)(_kepala)


def _huruf(teks: str) -> str:
    """A row of a header that is a letter as the word it stands for; others as they are."""
    return pokok_kepala(teks) if len(teks.strip(" .()")) == 1 else teks


def calon_kolom(skema: Skema, lembar: SkemaLembar, setelan: Mapping[str, Nilai]) -> list[Calon]:
    """The columns a table that is this sheet may have; what only repeats the sheet Indikator stands for the column there."""
    hasil = []
    tahunan = tahun_kepala(judul.sebagai_teks(lembar.judul, setelan), {}) if judul.berubah(lembar.judul) else None
    for k in lembar.kolom.values():
        asal = urai(k.rumus) if k.rumus else None
        if k.tersembunyi and not (k.nama in TW and lembar.id in ASAL):  # quarters are printed beside the year
            continue
        if isinstance(asal, Ambil) and asal.lembar == INDIKATOR:
            hasil += _salinan(skema, k, asal.hasil, setelan)
        elif lembar.id == ID_TRIWULAN and k.nama in SALINAN:
            hasil += _salinan(skema, k, SALINAN[k.nama], setelan)
        elif (satu := calon_satu(lembar.id, k, setelan)) is not None:
            per_tahun = _per_tahun(satu, lembar, setelan)
            satu = replace(satu, tanpa_tahun=bool(per_tahun) and lembar.kolom["tahun"].harus)
            hasil += [replace(x, tahunan=tahunan) for x in (satu, *_bertahun(satu, setelan), *_berversi(satu, lembar), *per_tahun)]  # fmt: skip
    if berindikator(lembar):
        ada = {(c.lembar, c.kolom.nama) for c in hasil}
        for nama in (INDIKATOR, "satuan"):
            k = skema.lembar[INDIKATOR].kolom[nama]
            if (INDIKATOR, nama) not in ada and (c := calon_satu(INDIKATOR, k, setelan)) is not None:
                hasil.append(c)
        milik = skema.lembar[INDIKATOR].kolom[PERNYATAAN]
        if (
            all(c.peran is not Peran.SASARAN for c in hasil)
            and (c := calon_satu(INDIKATOR, milik, setelan)) is not None
        ):
            hasil.append(replace(c, sebutan=c.sebutan - TUJUAN, peran=Peran.SASARAN))
        hasil.append(Calon(INDIKATOR, milik, TUJUAN, TUJUAN, peran=Peran.TUJUAN))
    return hasil


def _bertahun(c: Calon, setelan: Mapping[str, Nilai]) -> list[Calon]:
    """The same column under headers that name another year ("Prakiraan Maju {tahun+1}")."""
    hasil = []
    for s in c.kolom.sinonim:
        teks = judul.sebagai_teks(s, setelan)
        tahun = tahun_kepala(teks, setelan) if judul.berubah(s) else None
        if tahun is not None and tahun != setelan.get("TahunLaporan"):
            sebutan = frozenset({bersih(teks)})
            hasil.append(replace(c, sebutan=sebutan, utuh=sebutan, tahun=tahun))
    return hasil


def _berversi(c: Calon, lembar: SkemaLembar) -> list[Calon]:
    """The same column before a change of plan and after it, where the versions of the sheet are those."""
    versi = lembar.kolom.get("versi")
    if versi is None or not {v for v, _ in TAHAP} <= set(versi.pilihan) or c.kolom.tipe not in ANGKA:
        return []
    return [
        replace(c, sebutan=frozenset(f"{s} {kata}" for s in c.sebutan), utuh=frozenset(), kunci=(("versi", v),))
        for v, kata in TAHAP
    ]


def _per_tahun(c: Calon, lembar: SkemaLembar, setelan: Mapping[str, Nilai]) -> list[Calon]:
    """The same column of single years, where a column of the sheet says which year a row is of."""
    laporan = setelan.get("TahunLaporan")
    if (
        not (c.kolom.nama == REKOMENDASI or ("tahun" in lembar.kunci and c.kolom.tipe in ANGKA))
        or c.kolom.nama == "tahun"
        or not isinstance(laporan, float)
    ):
        return []
    lama = range(int(laporan) - LAMA, int(laporan) + lembar.kolom["tahun"].harus)
    return [replace(c, tahun=t, kunci=(("tahun", str(t)),)) for t in lama]


def berindikator(lembar: SkemaLembar) -> bool:
    """Is the sheet about indicators: does its kode name one?"""
    k = lembar.kolom.get("kode")
    return k is not None and k.pilihan_acuan == (INDIKATOR, "kode")


def _salinan(skema: Skema, k: Kolom, asal: str, setelan: Mapping[str, Nilai]) -> list[Calon]:
    nama = PERNYATAAN if asal.startswith(PERNYATAAN) else asal
    milik = skema.lembar[INDIKATOR].kolom[nama]
    peran = Peran.SASARAN if nama == PERNYATAAN else Peran.NILAI
    a, b = calon_satu(INDIKATOR, milik, setelan), calon_satu(INDIKATOR, k, setelan)
    sebutan = frozenset().union(*(x.sebutan for x in (a, b) if x is not None))
    if peran is Peran.SASARAN:
        sebutan -= TUJUAN  # a column of its own in tables that print both
    return [Calon(INDIKATOR, milik, sebutan, sebutan, peran=peran)]


def _tanpa_tahun(teks: str) -> Iterator[str]:
    """A name as it is compared under a header that says which year ("Data Capaian pada Tahun Awal Perencanaan (2018)")."""
    pendek = _SISA.sub(" ", kunci_teks(teks)).split()
    if len(pendek) >= NAMA_PANJANG and pendek != teks.split():
        yield " ".join(pendek)


def calon_satu(lembar: str, k: Kolom, setelan: Mapping[str, Nilai]) -> Calon | None:
    """A column under its own names; None where it has none."""
    teks = judul.sebagai_teks(k.judul, setelan)
    atas = judul.sebagai_teks(k.kelompok, setelan) if k.kelompok else ""
    if judul.TANPA_TAHUN in (teks, atas):
        return None
    bertahun = judul.berubah(k.judul) or judul.berubah(k.kelompok or "")
    tahun = tahun_kepala(f"{atas} {teks}", setelan) if bertahun else None
    nama = [] if bertahun else [k.nama.replace("_", " ")]
    sama = [x for s in k.sinonim if "{tahun}" in s or not judul.berubah(s) for x in (judul.sebagai_teks(s, setelan),)]
    sebutan = frozenset(b for t in (*nama, teks, *sama) for x in (t, *_tanpa_tahun(t)) if (b := bersih(x)))
    utuh = {bersih(f"{atas} {t}") for t in (teks, *sama)} if atas and not judul.berubah(k.judul) else set()
    peran = Peran.NOMOR if k.nama == "no" else Peran.NILAI
    return Calon(lembar, k, sebutan, frozenset(utuh), tahun, peran, k.jenis == "rumus")
