"""The measured indicators of a workbook, recomputed, in the order in which the summaries print them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import TypeGuard

from lkjip_xl.inti.bentuk_lain import bentuk_lain
from lkjip_xl.inti.fungsi import KATEGORI, Galat
from lkjip_xl.inti.keadaan import baca_keadaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.desimal import desimal_sepasang, desimal_setelan
from lkjip_xl.ringkasan.kelompok import kode_sasaran, sasaran_kode
from lkjip_xl.skema.fungsi_sel import paling_banyak
from lkjip_xl.tabel.model import Asal, BukuKerja, Nilai, Tabel
from lkjip_xl.tabel.per_buku import per_buku

SASARAN, TUJUAN = "sasaran", "tujuan"
TERCAPAI = 100.0
PULUHAN = 10  # caps are set in tens: 100, 110, 120, 150, 200
LABEL_JENJANG = {
    "rpjmd": "Indikator RPJMD",
    "tujuan": "Indikator Tujuan",
    "sasaran": "Indikator Sasaran",
    "program": "Indikator Program",
    "kegiatan": "Indikator Kegiatan",
    "subkegiatan": "Indikator Subkegiatan",
}


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indicator with what was measured; None is blank, an undefined result is a Galat.

    desimal: decimals of its capaian; desimal_target, desimal_realisasi: as typed (None = as the number is).
    induk: kode of its tujuan or sasaran (kelompok.py; "" = as in its own kode). tercetak: (column, text) of target
    and realisasi that are no numbers (WTP, 1:20, ≥ 80): printed as it is. batas: the cap of its capaian; batas_rata: that of what goes into category and
    mean where the capaian itself is printed uncapped. cara, skala: how a bound counts, which scale gives words their points. skala_kategori: name of its
    category scale. keadaan: why there is no result (a Keadaan, "" = there is one, or nobody says); tahun_data: the earlier year
    whose figure stands for this one's.
    """

    kode: str
    jenjang: str
    pernyataan: Nilai = None
    nama: Nilai = None
    satuan: Nilai = None
    arah: Nilai = None
    desimal: int = 2
    target: Nilai = None
    realisasi: Nilai = None
    capaian: Nilai = None
    sumber_data: Nilai = None
    sementara: bool = False
    desimal_target: int | None = None
    desimal_realisasi: int | None = None
    induk: str = ""
    tercetak: tuple[tuple[str, str], ...] = ()
    batas: Nilai = None
    batas_rata: Nilai = None
    iku: bool = False
    sifat: Nilai = None
    cara: Nilai = None
    skala: Nilai = None
    skala_kategori: Nilai = None
    keadaan: str = ""
    tahun_data: int | None = None

    @property
    def kunci(self) -> str:
        """Its kode as it is looked up."""
        return kunci_teks(self.kode)

    def teks(self, kolom: str) -> str:
        """What stands in target or realisasi instead of a number; "" for a number or nothing."""
        return dict(self.tercetak).get(kolom, "")

    def tampak(self, kolom: str, nilai: Nilai) -> Nilai:
        """What is printed of target or realisasi: the number, else what stands in its place."""
        return self.teks(kolom) or None if nilai is None else nilai

    @property
    def capaian_rata(self) -> Nilai:
        """Its capaian as category, mean and efficiency take it."""
        return paling_banyak(self.capaian, self.batas_rata)

    @property
    def tanpa_poin(self) -> bool:
        """Is there a result, a predicate or another word, that gives no capaian?"""
        isi = (self.tampak("target", self.target), self.tampak("realisasi", self.realisasi))
        return self.capaian is None and not self.keadaan and bool(self.tercetak) and None not in isi

    @property
    def sasaran(self) -> str:
        """Kode of its tujuan or sasaran."""
        return self.induk or kode_sasaran(self.kode)


def kepala_sasaran(jenjang: Iterable[str]) -> str:
    """Head of the column that holds the statements above indicators of these levels."""
    return "Tujuan / Sasaran" if TUJUAN in jenjang else "Sasaran"


@per_buku
def kamus_indikator(buku: BukuKerja) -> Mapping[str, Indikator]:
    """Every indicator of the sheet Indikator by the key of its kode, without measurement; the first of a kode counts."""
    t = buku["indikator"]
    desimal = desimal_setelan(buku, "DesimalCapaian")
    hasil: dict[str, Indikator] = {}
    sasaran = sasaran_kode(buku)
    for baris, r in t.rekaman():
        kode = r["kode"]
        if not _teks(kode):
            continue
        milik = r["desimal"] if isinstance(r["desimal"], float) and 0 <= r["desimal"] <= 6 else desimal
        hasil.setdefault(
            kunci_teks(kode),
            Indikator(
                kode=kode,
                jenjang=r["jenjang"] if _teks(r["jenjang"]) else SASARAN,
                pernyataan=t.harap(baris, "pernyataan_lengkap"),
                nama=r["indikator"],
                satuan=r["satuan"],
                arah=r["arah"],
                desimal=int(milik),
                induk=sasaran[kunci_teks(kode)][0],
                iku=r["iku"] == "ya",
                sifat=r["sifat"],
            ),
        )
    return MappingProxyType(hasil)


@per_buku
def daftar_indikator(buku: BukuKerja) -> tuple[Indikator, ...]:
    """The indicators of the sheet Pengukuran with their measurement, the jenjang together, otherwise in input order.

    target and realisasi are the effective values; capaian as `capaian_terpakai` has it.
    """
    t = buku["pengukuran"]
    kamus = kamus_indikator(buku)
    hasil = []
    for baris, r in t.rekaman():
        kode = r["kode"]
        if not _teks(kode):
            continue
        dasar = kamus.get(kunci_teks(kode)) or Indikator(kode, SASARAN, desimal=desimal_setelan(buku, "DesimalCapaian"))
        d_target, d_realisasi = desimal_sepasang(buku, baris, kode, r["target"], r["realisasi"])
        hasil.append(
            Indikator(
                kode=dasar.kode,
                jenjang=dasar.jenjang,
                pernyataan=dasar.pernyataan,
                nama=dasar.nama,
                satuan=dasar.satuan,
                arah=dasar.arah,
                desimal=dasar.desimal,
                target=r["target"],
                realisasi=r["realisasi"],
                capaian=capaian_terpakai(t, baris),
                sumber_data=r["sumber_data"],
                sementara=r["sementara"] == "ya",
                desimal_target=d_target,
                desimal_realisasi=d_realisasi,
                induk=dasar.induk,
                batas=t.harap(baris, "batas"),
                batas_rata=t.harap(baris, "batas_rata"),
                iku=dasar.iku,
                sifat=dasar.sifat,
                cara=t.harap(baris, "cara"),
                skala=t.harap(baris, "skala_predikat"),
                skala_kategori=t.harap(baris, "skala_kategori"),
                keadaan=baca_keadaan(t.kata(baris, "realisasi")) or "",
                tahun_data=_tahun_data(buku, r.get("tahun_data")),
                tercetak=tuple((k, x) for k in ("target", "realisasi") if (x := _bentuk_lain(t, baris, k))),
            )
        )
    return tuple(urut_jenjang(hasil))


def _tahun_data(buku: BukuKerja, x: Nilai) -> int | None:
    """The year of a figure that is not of the year reported on."""
    return int(x) if isinstance(x, float) and x != buku.setelan.get("TahunLaporan") else None


def capaian_terpakai(t: Tabel, baris: int) -> Nilai:
    """The capaian of a row of Pengukuran that counts: the formula's result, whatever is typed over it.

    Where there is nothing to compute from (target or realisasi missing, or no number: WTP, ≥ 80) or the formula has no
    result (a target of nought), a typed figure counts, and so does one marked as cut at a cap (200 %*); a dash typed
    there says that none does.
    """
    hasil, tertulis = t.harap(baris, "capaian"), t.nilai(baris, "capaian")
    ditimpa = t.asal(baris, "capaian") is Asal.TIMPA
    kata = any(_bentuk_lain(t, baris, k) for k in ("target", "realisasi")) or baca_keadaan(t.kata(baris, "realisasi"))
    if isinstance(hasil, Galat) and (ditimpa or kata):
        hasil = None
    diketik = ditimpa and isinstance(tertulis, float)
    return tertulis if diketik and (hasil is None or tanda_dibatasi(t, baris, "capaian")) else hasil


def tanda_dibatasi(t: Tabel, baris: int, kolom: str) -> bool:
    """Is a typed capaian marked with a star as cut at a cap: a round figure from 100 on, below what the formula gives?"""
    s, hasil = t.sel.get((baris, kolom)), t.harap(baris, kolom)
    if s is None or s.bacaan is None or not s.bacaan.sementara or not isinstance(s.nilai, float):
        return False
    bulat_puluhan = s.nilai >= TERCAPAI and s.nilai % PULUHAN == 0
    return bulat_puluhan and isinstance(hasil, float) and hasil > s.nilai


def _bentuk_lain(t: Tabel, baris: int, kolom: str) -> str:
    """The text of a cell that is a bound, a ratio, a word; "" for anything else."""
    teks = t.kata(baris, kolom)
    return teks if bentuk_lain(teks) is not None else ""


def nilai_tampak(t: Tabel, baris: int, kolom: str) -> Nilai:
    """What is printed of a target or result: its value, else the bound, ratio or word that stands there."""
    nilai = t.nilai(baris, kolom)
    return _bentuk_lain(t, baris, kolom) or None if nilai is None else nilai


def urut_jenjang(indikator: Iterable[Indikator]) -> list[Indikator]:
    """Indicators of one jenjang together, the jenjang in order of first appearance."""
    semua = list(indikator)
    urutan = {j: i for i, j in enumerate(dict.fromkeys(x.jenjang for x in semua))}
    return sorted(semua, key=lambda x: urutan[x.jenjang])


def per_jenjang(indikator: Iterable[Indikator]) -> list[tuple[str | None, list[Indikator]]]:
    """(heading, indicators) per jenjang; no heading where all indicators are of the jenjang sasaran."""
    semua = [(j, list(isi)) for j, isi in groupby(indikator, key=lambda x: x.jenjang)]
    tanpa = [j for j, _ in semua] in ([], [SASARAN])
    return [(None if tanpa else LABEL_JENJANG.get(j, j), isi) for j, isi in semua]


def kategori(buku: BukuKerja, capaian: Nilai, desimal: int, skala: Nilai = None) -> Nilai:
    """Category of a capaian as shown, by the scale of that name; blank for a blank capaian and for a scale that is empty or
    cannot be used."""
    hasil = KATEGORI(capaian, [[p.batas, p.tanda, p.kategori] for p in buku.menurut_skala(skala)], desimal)
    return None if isinstance(hasil, Galat) and not isinstance(capaian, Galat) else hasil


def nama_kategori(buku: BukuKerja, indikator: Iterable[Indikator]) -> tuple[str, ...]:
    """The categories the scales of these indicators offer, each once, in their order."""
    skala = dict.fromkeys(kunci_teks(x.skala_kategori) for x in indikator)
    return tuple(dict.fromkeys(p.kategori for nama in skala for p in buku.menurut_skala(nama)))


def tercapai(persen: Nilai, desimal: int) -> bool:
    """Is a capaian or kemajuan, as shown, 100 or more? False for a blank or undefined one."""
    return isinstance(persen, (int, float)) and bulat(persen, desimal) >= TERCAPAI


def hanya_jenjang(indikator: Iterable[Indikator], kode_ada: Container[object]) -> list[Indikator]:
    """The indicators of those jenjang of which at least one has the key of its kode in `kode_ada`."""
    semua = list(indikator)
    jenjang = {x.jenjang for x in semua if x.kunci in kode_ada}
    return [x for x in semua if x.jenjang in jenjang]


def _teks(x: Nilai) -> TypeGuard[str]:
    return isinstance(x, str) and not isinstance(x, Galat) and kunci_teks(x) != ""
