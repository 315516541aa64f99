"""Every number a report may print, counted from its workbook once more: cells, summaries, differences, counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.keadaan import Keadaan
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.efisiensi import RUMUS
from lkjip_xl.ringkasan.efisiensi_tercapai import efisiensi_tercapai
from lkjip_xl.ringkasan.indikator import daftar_indikator, nilai_tampak
from lkjip_xl.ringkasan.model import BarisRingkas
from lkjip_xl.ringkasan.perakit import RUMUS_ARAH
from lkjip_xl.ringkasan.program_kurang import program_terukur
from lkjip_xl.skema.kalimat import semua_kalimat
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.word.naskah import Isian, Naskah

BILANGAN = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\w])|\d+(?:,\d+)?")
BAWAH = ("program", "kegiatan", "subkegiatan")
BERHITUNG = re.compile(r"(\d[\d.]*) \(([a-z ]+)\)")


def boleh_disebut(b: BukuKerja) -> set[str]:
    """Numbers that a sentence may print: figures of the workbook in any of their forms, those of texts, years about the report."""
    boleh = set(
        BILANGAN.findall(" ".join([teks_buku(b), *semua_kalimat().values()]))
    )  # regulations are named by number
    for x in (*angka_buku(b), *selisih_buku(b), *beda_anggaran(b), *beda_lhe(b)):
        boleh |= bentuk(x)
    return boleh | {str(x) for x in tahun_disebut(b)}


def beda_lhe(b: BukuKerja) -> Iterator[float]:
    """By how much the evaluation of one year is more or less than that of another: as typed, and as its components add up."""
    per_tahun: dict[object, list[float]] = {}
    for _, r in b["lhe_nilai"].rekaman():
        if isinstance(x := r.get("nilai"), float):
            per_tahun.setdefault(r.get("tahun"), []).append(x)
    nilai = [{max(x), sum(x), sum(x) - max(x)} for x in per_tahun.values()]
    yield from (x - y for dua in combinations(nilai, 2) for x, y in product(*dua))


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


def jumlah_program(b: BukuKerja) -> Iterator[float]:
    """The total below a table of programmes: their amounts, by version, column by column; what is below a programme is in it."""
    for lembar in ("renja", "tc27", "pk_program"):
        t = b[lembar]
        rupiah = [k for k, milik in t.skema.kolom.items() if milik.tipe == "rupiah"]
        jumlah: Counter[tuple[object, str]] = Counter()
        for _, r in t.rekaman():
            if r["level"] == "program":
                jumlah.update({(r.get("versi"), k): x for k in rupiah if isinstance(x := r[k], float)})
        yield from jumlah.values()


def tahun_disebut(b: BukuKerja) -> set[int]:
    """Years a head or a sentence may name: about the report, and those of the Renstra."""
    kini = int(b.setelan["TahunLaporan"])
    awal, akhir = (b.setelan.get(n) for n in ("TahunRenstraAwal", "TahunRenstraAkhir"))
    renstra = range(int(awal), int(akhir) + 1) if awal and akhir else ()
    return {*range(kini - 3, kini + 2), *renstra}


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


def hitungan_bawah(b: BukuKerja) -> Iterator[int]:
    """Indicators of programmes and below that a summary has, and those that apply but have nobody to be compared with."""
    jenjang = {r["kode"]: r["jenjang"] for _, r in b["indikator"].rekaman()}
    yield sum(x.jenjang in BAWAH and x.keadaan != Keadaan.TIDAK_BERLAKU for x in daftar_indikator(b))
    banding = {r["kode"] for _, r in b["pembanding"].rekaman()}
    yield sum(jenjang.get(k) in BAWAH for k in banding)
    yield sum(x.kode not in banding and x.keadaan != Keadaan.TIDAK_BERLAKU for x in daftar_indikator(b))


def jumlah_dukungan(b: BukuKerja) -> Iterator[float]:
    """What the programmes behind an indicator have together in the Perjanjian Kinerja, by version."""
    for versi in {r["versi"] for _, r in b["pk_program"].rekaman()}:
        pagu = {r["nama"]: r["anggaran"] for _, r in b["pk_program"].rekaman() if r["versi"] == versi}
        jumlah: Counter[object] = Counter()
        for _, r in b["penunjang"].rekaman():
            jumlah[r["kode"]] += pagu.get(r["nama"]) or 0.0
        yield from jumlah.values()


def rata_sasaran(b: BukuKerja) -> Iterator[float]:
    """The mean capaian of the indicators of one sasaran, beside which a chart sets its budget."""
    milik: dict[object, list[float]] = {}
    for r in RINGKASAN["Efisiensi Sasaran"](b).baris:
        if isinstance(c := r.nilai.get("capaian"), float) and r.gaya == "biasa":
            milik.setdefault(r.nilai.get("sasaran"), []).append(c)
    yield from (sum(x) / len(x) for x in milik.values())


def bagian_kategori(b: BukuKerja) -> Iterator[float]:
    """Shares of the categories among the indicators that have one, in percent."""
    banyak = Counter(r.nilai["kategori"] for r in RINGKASAN["Capaian Kinerja"](b).baris if r.nilai.get("kategori"))
    yield from (n / banyak.total() * 100 for n in banyak.values())


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
        *hitungan_bawah(b),
        *map(len, pasangan_tahun(b)),
        pk_berubah(b),
        *((x.jumlah, x.semua) if (x := efisiensi_tercapai(b)) is not None else ()),
        *(n for p in program_terukur(b) for n in (p.terukur, sum(len(c) for _, c in p.kurang))),
    ]
    return semua | {float(x) for x in lain} | pegawai


def pk_berubah(b: BukuKerja) -> int:
    target = [
        {r["kode"]: re.sub(r"\s*[–-]\s*", "–", str(r["target"])) for _, r in b["pk"].rekaman() if r["versi"] == v}
        for v in ("murni", "perubahan")
    ]
    return sum(target[0][k] != target[1][k] for k in target[0].keys() & target[1].keys())
