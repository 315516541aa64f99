"""Every number a report may print, counted from its workbook once more: cells, summaries, differences, counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.efisiensi import RUMUS
from lkjip_xl.ringkasan.efisiensi_tercapai import efisiensi_tercapai
from lkjip_xl.ringkasan.indikator import nilai_tampak
from lkjip_xl.ringkasan.model import BarisRingkas
from lkjip_xl.ringkasan.perakit import RUMUS_ARAH
from lkjip_xl.ringkasan.program_kurang import program_terukur
from lkjip_xl.skema.kalimat import semua_kalimat
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.word.naskah import Isian, Naskah

BILANGAN = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\w])|\d+(?:,\d+)?")
BERHITUNG = re.compile(r"(\d[\d.]*) \(([a-z ]+)\)")


def boleh_disebut(b: BukuKerja) -> set[str]:
    """Numbers that a sentence may print: figures of the workbook in any of their forms, those of texts, years about the report."""
    boleh = set(
        BILANGAN.findall(" ".join([teks_buku(b), *semua_kalimat().values()]))
    )  # regulations are named by number
    for x in (*angka_buku(b), *selisih_buku(b), *beda_anggaran(b)):
        boleh |= bentuk(x)
    tahun = int(b.setelan["TahunLaporan"])
    return boleh | {str(tahun + i) for i in range(-3, 2)}


def bentuk(x: float) -> set[str]:
    return {tulis(abs(x), d) for d in range(5)} | {tulis(abs(x))}


def angka_buku(b: BukuKerja) -> Iterator[float]:
    """Every number of the workbook and of the tables recomputed from it."""
    for t in b.tabel.values():
        for _, r in t.rekaman():
            yield from (x for x in r.values() if isinstance(x, float))
    yield from (x for x in b.setelan.values() if isinstance(x, float))
    for buat in RINGKASAN.values():
        for r in buat(b).baris:
            yield from (x for x in r.nilai.values() if isinstance(x, float))
    if (x := efisiensi_tercapai(b)) is not None:
        yield from (n for n in x.nilai.values() if isinstance(n, float))
    for dua in pasangan_tahun(b):
        yield from (sum(x) / len(dua) for x in zip(*dua, strict=True))
    yield from rata_jenjang(b)


def pasangan_tahun(b: BukuKerja) -> Iterator[list[tuple[float, float]]]:
    """Capaian of last year and this of the indicators of each jenjang that have both, as shown."""
    desimal = int(b.setelan["DesimalCapaian"] or 0)
    for milik in per_jenjang(b, "Perbandingan Tahun"):
        yield [
            (round(lalu, desimal), round(kini, desimal))
            for r in milik
            if isinstance(lalu := r.nilai.get("capaian_1"), float) and isinstance(kini := r.nilai.get("capaian"), float)
        ]


def per_jenjang(b: BukuKerja, lembar: str) -> list[list[BarisRingkas]]:
    """The indicators of a summary by their jenjang."""
    jenjang = {r["kode"]: r["jenjang"] for _, r in b["indikator"].rekaman()}
    t = RINGKASAN[lembar](b)
    baris = [r for r in (t.tersedia or t).baris if "kode" in r.nilai]
    return [[r for r in baris if jenjang[r.nilai["kode"]] == j] for j in sorted(set(jenjang.values()))]


def rata_jenjang(b: BukuKerja) -> Iterator[float]:
    """The mean capaian of each jenjang, from capaian as shown."""
    desimal = int(b.setelan["DesimalCapaian"] or 0)
    for milik in per_jenjang(b, "Capaian Kinerja"):
        hasil = [round(c, desimal) for r in milik if isinstance(c := r.nilai.get("capaian"), float)]
        if hasil:
            yield sum(hasil) / len(hasil)


def selisih_buku(b: BukuKerja) -> Iterator[float]:
    """Differences a sentence may state: between the figures of one indicator, and pagu less realisasi."""
    milik: dict[str, list[float]] = {}
    for lembar in ("Capaian Kinerja", "Perbandingan Tahun", "Kemajuan Renstra", "Pembanding Standar"):
        for r in RINGKASAN[lembar](b).baris:
            if r.gaya == "biasa":
                angka = [x for x in r.nilai.values() if isinstance(x, float)]
                milik.setdefault(str(r.nilai["kode"]), []).extend(angka)
    for angka in milik.values():
        yield from (round(x, 2) - round(y, 2) for x in angka for y in (*angka, 100.0))
        yield from (x - y for x in angka for y in angka)


def beda_anggaran(b: BukuKerja) -> Iterator[float]:
    """The budget of this year less that of the year before, from the kinds of Belanja that belong to no other."""
    tahun: Counter[object] = Counter()
    for _, r in b["belanja"].rekaman():
        if not r["induk"] and not baris_jumlah(r["jenis"]) and isinstance(r["anggaran"], float):
            tahun[r["tahun"]] += r["anggaran"]
    kini = b.setelan["TahunLaporan"]
    yield tahun[kini] - tahun[kini - 1]


def hitungan_capaian(b: BukuKerja) -> Iterator[int]:
    """Indicators measured, by jenjang and together: how many there are, have a realisasi or a capaian, met their target."""
    semua = per_jenjang(b, "Capaian Kinerja")
    for milik in ([r for isi in semua for r in isi], *semua):
        hasil = [c for r in milik if isinstance(c := r.nilai.get("capaian"), float)]
        tercapai = sum(round(c, 2) >= 100 for c in hasil)
        yield from (len(milik), len(hasil), len(milik) - len(hasil), tercapai, len(hasil) - tercapai)


def teks_buku(b: BukuKerja) -> str:
    sel = (str(x) for t in b.tabel.values() for _, r in t.rekaman() for x in r.values() if isinstance(x, str))
    setelan = (str(x) for x in b.setelan.values())
    kata = (str(nilai_tampak(b[i], letak, "target")) for i in ("pengukuran", "pk") for letak, _ in b[i].rekaman())
    batas = (
        s.mentah for t in b.tabel.values() for s in t.sel.values() if s.nilai is None and isinstance(s.mentah, str)
    )
    return " ".join([*sel, *kata, *batas, *setelan, *RUMUS.values(), *RUMUS_ARAH.values(), *(p.teks for p in b.skala)])


def hitungan_buku(b: BukuKerja, naskah: Naskah) -> set[float]:
    """Counts that may stand in words, counted here from the tables once more."""
    t = RINGKASAN["Simpulan"](b)
    semua = {
        float(x)
        for r in t.baris
        for k in ("jumlah", "jumlah_indikator", "tercapai", "belum")
        if (x := r.nilai.get(k)) is not None
    }
    terukur = Counter(r.nilai["kategori"] for r in RINGKASAN["Capaian Kinerja"](b).baris if r.nilai.get("kategori"))
    tanpa = len([x for x in naskah.balok if isinstance(x, Isian)])
    level = Counter(r["level"] for _, r in b["anggaran"].rekaman())
    renstra, ukur = ({r["kode"] for _, r in b[i].rekaman() if r["kode"]} for i in ("renstra", "pengukuran"))
    banding = {r["kode"] for _, r in b["pembanding"].rekaman()}
    pegawai = {r[k] for _, r in b["pegawai"].rekaman() for k in ("jumlah", "kebutuhan") if isinstance(r[k], float)}
    lain = [tanpa, len(ukur - renstra), len(ukur - banding), *terukur.values(), *level.values()]
    lain += [
        *hitungan_capaian(b),
        *map(len, pasangan_tahun(b)),
        pk_berubah(b),
        *((x.jumlah, x.semua) if (x := efisiensi_tercapai(b)) is not None else ()),
        *(n for p in program_terukur(b) for n in (p.terukur, sum(len(c) for _, c in p.kurang))),
    ]
    return semua | {float(x) for x in lain} | pegawai


def pk_berubah(b: BukuKerja) -> int:
    target = [{r["kode"]: r["target"] for _, r in b["pk"].rekaman() if r["versi"] == v} for v in ("murni", "perubahan")]
    return sum(target[0][k] != target[1][k] for k in target[0].keys() & target[1].keys())
