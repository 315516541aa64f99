"""Columns of a free table that follow from those left of them: a row that does not do as the other rows do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations, takewhile
from math import fsum
from statistics import median

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hitung_buku import PERLU_BAKU
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import (
    ID_BEBAS,
    ISI,
    ISI_KOLOM,
    JUMLAH,
    KEPALA,
    TabelBebas,
    angka_kolom,
    daftar_tabel_bebas,
)
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.rata_persen import baris_rata, kepala_persen
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.rincian_jumlah import kepala_dijumlah
from lkjip_xl.validasi.aturan.selang import Selang, hasil_tertulis, jangkauan, potong, titik
from lkjip_xl.validasi.aturan.tabel_bebas_silang import capaian_sendiri

SERATUS = 100.0
SEJUTA = 1_000_000.0
BUKTI = 2  # rows that show by which formula a column is made …
LIPAT = 2  # … and so many for each that does not follow it
PALING_JAUH = 4  # columns to the left that are tried
PALING_BANYAK = 6  # columns that are added up
BATAS = (100.0, 110.0, 120.0, 150.0)  # caps: what exceeds them may be printed as such
_JUMLAH = re.compile(r"(?:jumlah|total|jml)\b(?!.*(?:%|\bpersen))")
_RATA = re.compile(
    r"(?:nilai )?(?:rata[- ]?rata|rerata)\b(?!.*\b(?:tertimbang|nasional|provinsi|kabupaten|kota|daerah)\b)"
)
_SELISIH = re.compile(
    r"\b(?:selisih|sisa|bertambah|berkurang|kenaikan|penurunan|naik|turun|lebih|kurang|perubahan)\b(?!.*(?:%|\bpersen))"
)
_PORSI = re.compile(r"\b(?:porsi|andil|pangsa|kontribusi)\b")
_KONVERSI = re.compile(r"\bkonversi\b")
_KATEGORI = re.compile(r"\b(?:kategori|kriteria|predikat)\b")
_CAPAIAN = re.compile(r"\bcapaian\b|^%$")
_EFISIENSI = re.compile(r"\befisiensi\b")
_TERTIMBANG = re.compile(r"\b(?:tertimbang|terbobot|berbobot)\b")
_SKOR = re.compile(r"\bskor\b|\b(?:nilai|capaian) (?:akhir|total|bobot)\b|\b[x×*] ?bobot\b|\bbobot ?[x×*]")
_BOBOT = re.compile(r"\bbobot\b")
_NISBAH = re.compile(r"\b(?:rasio|kepadatan|produktivitas|per|angka kematian|angka kesakitan|prevalensi|insiden\w*)\b")
_TARGET = re.compile(r"\btarget\b")
_DANA = re.compile(r"\b(?:pagu|anggaran|alokasi|apbd|dpa|dppa)\b(?!.*\brealisasi)")
_NYATA = re.compile(r"\brealisasi\b(?!.*\bfisik\b)")
_TERSURAT = re.compile(
    r"(?:(?:persentase |% ?|persen )?(?:capaian|serapan|penyerapan|realisasi|tingkat capaian)(?: kinerja| anggaran| keuangan)?(?: %)?|%|persentase|persen)"
)
_TAHUN_KURUNG = re.compile(rf"[()]|\b{ANGKA_TAHUN}\b")
_KEWAJIBAN = re.compile(r"\b(?:tunggakan|piutang|utang|hutang|kerugian|temuan|biaya|beban|kemiskinan|subsidi)\b")
_MASUKAN_LAIN = re.compile(r"\b(?:no|nomor|kode|tahun|bobot|akhir)\b")

Angka = dict[str, dict[int, Bacaan]]
Rumus = Callable[..., float | None]


@dataclass(slots=True)
class Hubungan:
    """A column with those it is made of and the formulas that may make it; which rows follow, and which do not."""

    hasil: str
    masukan: tuple[str, ...]
    rumus: tuple[Rumus, ...]
    bertotal: bool = True  # the formula holds in a row of totals, too
    bukti: int = BUKTI  # rows that must follow; fewer where the headers say all
    sesuai: list[int] = field(default_factory=list)
    beda: list[tuple[int, float]] = field(default_factory=list)
    nyata: int = 0  # rows that follow and would not by chance

    @property
    def terbukti(self) -> bool:
        """Do enough rows follow to tell that the others should?"""
        lipat = LIPAT if self.bukti >= BUKTI else 1
        cukup = len(self.sesuai) >= self.bukti and (self.nyata > 0 or not self.bukti)
        return cukup and len(self.beda) * lipat <= max(len(self.sesuai), 1 - self.bukti)


def _bagi(a: float, b: float) -> float | None:
    return a / b * SERATUS if b else None


_PERSEN: tuple[Rumus, ...] = (
    lambda t, r: _bagi(r, t),
    lambda t, r: _bagi(2 * t - r, t),
    lambda t, r: _bagi(t, r),
)
_TUMBUH: tuple[Rumus, ...] = (lambda a, b: _bagi(b - a, a),)
_HEMAT: tuple[Rumus, ...] = (
    lambda c, s: c - s,
    lambda c, s: _bagi(c, s),
    lambda c, s: _bagi(c - s, c),
)
_BERAT: tuple[Rumus, ...] = (lambda bobot, nilai: bobot * nilai / SERATUS, lambda bobot, nilai: bobot * nilai)
_BEDA: tuple[Rumus, ...] = (lambda a, b: b - a, lambda a, b: a - b, lambda a, b: abs(a - b))
_PER: tuple[float, ...] = (1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0)  # so many of each other thing


def _nisbi(n: float) -> Rumus:
    return lambda a, b: a / b * n if b else None


def _tambah(*x: float) -> float:
    return fsum(x)


def _rata(*x: float) -> float:
    return fsum(x) / len(x)


@aturan(
    kode=("TB-20",),
    lembar=(ID_BEBAS,),
    baca=perlu(
        tabel_bebas="judul baris k1-10 ?bagian",
        indikator="?kode ?indikator",
        anggaran="?nama",
        pengukuran="?kode ?capaian",
    ),
)
def hubungan_antarkolom(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kolom tabel bebas yang di baris lain mengikuti kolom di kirinya (persen, jumlah, selisih) mengikutinya di semua baris."""
    for t in daftar_tabel_bebas(buku):
        angka = angka_kolom(buku, t)
        for k, h, kepala in hubungan_terbukti(t, angka):
            for b, harap in h.beda:
                r = Rujukan(ID_BEBAS, b, k)
                terkait = [Rujukan(ID_BEBAS, b, m) for m in h.masukan]
                if not any(lapor.pernah(x) for x in (r, *terkait)) and not capaian_sendiri(lapor, t, b, angka[k][b]):
                    lapor("TB-20", r, seharusnya=bulat(harap, 2), terkait=terkait, asal=sebut_kolom(kepala, h))


def hubungan_terbukti(t: TabelBebas, angka: Angka) -> Iterator[tuple[str, Hubungan, dict[str, str]]]:
    """Columns that are made from others, as most of their rows show; with the headers."""
    kepala = {k: t.kepala(k) for k in angka}
    for k in sorted(angka, key=ISI_KOLOM.index):
        calon = _calon(t, angka, kepala, k)
        terbaik = max(calon, key=lambda h: (len(h.sesuai), -len(h.beda), -h.bukti), default=None)
        if terbaik is not None and terbaik.terbukti:
            yield k, terbaik, kepala


def sebut_kolom(kepala: dict[str, str], h: Hubungan) -> str:
    """The columns something is made from, by their headers."""
    return ", ".join(f'"{kepala[m]}"' for m in h.masukan)


def _calon(t: TabelBebas, angka: Angka, kepala: dict[str, str], k: str) -> Iterator[Hubungan]:
    """Ways in which a column may be made from those left of it, by what its header says."""
    nama = kunci_teks(kepala[k])
    kiri = [
        m for m in ISI_KOLOM[: ISI_KOLOM.index(k)] if m in angka and not _MASUKAN_LAIN.search(kunci_teks(kepala[m]))
    ]
    bobot = [m for m in ISI_KOLOM[: ISI_KOLOM.index(k)] if m in angka and _BOBOT.search(kunci_teks(kepala[m]))]
    polos = [m for m in kiri if not kepala_persen(kepala[m])]
    if _EFISIENSI.search(nama):
        for masukan in combinations(kiri[-PALING_JAUH:], 2):
            for rumus in _HEMAT:
                yield _nilai(t, angka, Hubungan(k, masukan, (rumus,)))
    elif _TERTIMBANG.search(nama) or (bobot and _SKOR.search(nama)):
        for b, m in ((b, m) for b in bobot for m in kiri if m != b):
            semua = fsum(angka[b][x].nilai or 0.0 for x, _ in t.menurut(ISI) if x in angka[b])
            for rumus in (*_BERAT, lambda w, nilai, s=semua: w * nilai / s if s else None):
                yield _nilai(t, angka, Hubungan(k, (b, m), (rumus,), bertotal=False))
    elif kepala_persen(kepala[k]):
        for masukan in combinations(polos[-PALING_JAUH:], 2):
            besar = all((x.nilai or 0.0) >= SEJUTA for m in masukan for x in angka[m].values())
            # amounts are all better higher, or all lower
            searah = besar and not any(_KEWAJIBAN.search(kunci_teks(x)) for _, _, isi in t.baris for x in isi.values())
            for rumus in [(f,) for f in _PERSEN] if searah else [_PERSEN]:
                bukti = _bukti(besar, kepala, k, masukan) if rumus[0] is _PERSEN[0] else BUKTI
                yield _nilai(t, angka, Hubungan(k, masukan, rumus, bukti=bukti))
            yield _nilai(t, angka, Hubungan(k, masukan, _TUMBUH))
        for m in reversed(polos[-PALING_JAUH:]):  # the nearest first
            rincian = (b for b, isi in t.menurut(ISI) if b in angka[m] and not baris_rata(next(iter(isi.values()))))
            seluruh = fsum(angka[m][b].nilai or 0.0 for b in rincian)
            yield _nilai(t, angka, Hubungan(k, (m,), (lambda x, s=seluruh: _bagi(x, s),)))
            if _PORSI.search(nama):  # of a whole that the table does not print
                n = median(_nisbah(t, angka, m, k) or [0.0])
                yield _nilai(t, angka, Hubungan(k, (m,), (lambda x, n=n: x * n,)))
    elif _JUMLAH.match(nama):
        for n in range(2, min(len(polos), PALING_BANYAK) + 1):
            yield _nilai(t, angka, Hubungan(k, tuple(polos[-n:]), (_tambah,)))
        kanan = [m for m in ISI_KOLOM[ISI_KOLOM.index(k) + 1 :] if m in angka]
        bagian = list(takewhile(lambda m: kepala_dijumlah(kepala[m]) and not kepala_persen(kepala[m]), kanan))
        for n in range(2, min(len(bagian), PALING_BANYAK) + 1):  # a whole may stand before its parts
            yield _nilai(t, angka, Hubungan(k, tuple(bagian[:n]), (_tambah,)))
    elif _RATA.match(nama):
        for n in range(2, min(len(kiri), PALING_BANYAK) + 1):
            yield _nilai(t, angka, Hubungan(k, tuple(kiri[-n:]), (_rata,)))
    elif _KONVERSI.search(nama):
        for m in reversed(kiri[-PALING_JAUH:]):
            n = _kelipatan(t, angka, m, k)
            yield _nilai(t, angka, Hubungan(k, (m,), (lambda x, n=n: x * n,)))
    elif _NISBAH.search(nama):
        for masukan in permutations(polos[-PALING_JAUH:], 2):
            for n in _PER:
                yield _nilai(t, angka, Hubungan(k, masukan, (_nisbi(n),), bukti=BUKTI + 1))
    elif _SELISIH.search(nama):
        for masukan in combinations(polos[-PALING_JAUH:], 2):
            for rumus in _BEDA:
                yield _nilai(t, angka, Hubungan(k, masukan, (rumus,)))


def _bukti(besar: bool, kepala: dict[str, str], k: str, masukan: Sequence[str]) -> int:
    """How many rows must follow a percentage: one where its headers name target, realisasi and capaian, none where these are money."""
    atas, bawah = (kunci_teks(kepala[m]) for m in masukan)
    hasil = _TAHUN_KURUNG.sub("", kunci_teks(kepala[k])).strip()
    if not _TERSURAT.fullmatch(hasil) or not _NYATA.search(bawah):
        return BUKTI
    if _DANA.search(atas):
        return 0 if besar else BUKTI - 1
    return BUKTI - 1 if _TARGET.search(atas) else BUKTI


def _kelipatan(t: TabelBebas, angka: Angka, dari: str, ke: str) -> float:
    """By what most rows multiply one column for the other; of scales that are converted it is a whole number."""
    return float(round(median(_nisbah(t, angka, dari, ke) or [0.0])))


def _nisbah(t: TabelBebas, angka: Angka, dari: str, ke: str) -> list[float]:
    """One column through the other, row by row."""
    isi = [
        (angka[ke][b].nilai or 0.0, angka[dari][b].nilai)
        for b, _ in t.menurut(ISI)
        if b in angka[ke] and b in angka[dari]
    ]
    return [y / x for y, x in isi if x]


def _nilai(t: TabelBebas, angka: Angka, h: Hubungan) -> Hubungan:
    """Which rows follow the formula."""
    persen = h.rumus[0] in _PERSEN
    rincian: list[float] = []
    diukur = {k for k in h.masukan if any(x.desimal for x in angka[k].values())}
    for b, jenis, isi in t.baris:
        if (
            jenis not in ((ISI, JUMLAH) if h.bertotal else (ISI,))
            or baris_rata(next(iter(isi.values())))
            or any(b not in angka[k] for k in (h.hasil, *h.masukan))
        ):
            continue
        tulis = angka[h.hasil][b]
        masukan = [_masukan(angka[k][b], terukur=k in diukur) for k in h.masukan]
        tengah = [angka[k][b].nilai or 0.0 for k in h.masukan]
        harap = [x for f in h.rumus if (x := f(*tengah)) is not None]
        if not harap:
            continue
        x = tulis.nilai or 0.0
        if jenis == JUMLAH and len(h.masukan) == 1 and x == SERATUS:
            h.sesuai.append(b)  # the whole, of which the rows are shares
            continue
        if jenis == JUMLAH and (
            len(h.masukan) == 1 or (persen and rincian and abs(fsum(rincian) / len(rincian) - x) < 1)
        ):
            continue  # the mean of the rows, or the whole
        rincian += [x] if jenis == ISI else []
        if any(sampai(f, masukan, tulis) for f in h.rumus) or any(potong(y, tulis.desimal or 0) == x for y in harap):
            h.sesuai.append(b)
            h.nyata += x not in (0.0, SERATUS) and any(tengah)
        elif not (persen and x in BATAS and max(harap) > x) and not ({_tambah, _rata} & {*h.rumus} and x in tengah):
            h.beda.append((b, harap[0]))  # a cap, or quarters of which the last is the year's
    return h


def _masukan(b: Bacaan, *, terukur: bool) -> Selang:
    """A whole figure is one that was counted, unless others of its column have decimals."""
    return hasil_tertulis(b.nilai or 0.0, b.desimal) if terukur else titik(b.nilai or 0.0)


def sampai(f: Rumus, masukan: Sequence[Selang], tulis: Bacaan) -> bool:
    """May a printed result come of such inputs, each as far as it may have been rounded?"""
    selang = jangkauan(f, masukan)
    return selang is not None and selang.bertemu(hasil_tertulis(tulis.nilai or 0.0, tulis.desimal))


@aturan(
    kode=("TB-22",),
    lembar=(ID_BEBAS, "skala"),
    baca=PERLU_BAKU | perlu(tabel_bebas="judul baris k1-10 ?bagian", skala="batas tanda kategori ?skala"),
)
def kategori_tabel_bebas(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kategori di tabel bebas sesuai dengan capaian di sampingnya menurut Skala Kategori, bila baris lain sesuai."""
    skala = buku.menurut_skala(None)
    nama = {kunci_teks(p.kategori) for p in skala if p.kategori.strip()}
    for t in daftar_tabel_bebas(buku) if nama else ():
        kepala = {k: kunci_teks(x) for _, isi in t.menurut(KEPALA) for k, x in isi.items()}
        kata = [k for k, x in kepala.items() if _KATEGORI.search(x)]
        capaian = [k for k, x in kepala.items() if _CAPAIAN.search(x) and k not in kata]
        if len(kata) != 1 or len(capaian) != 1:
            continue
        angka = angka_kolom(buku, t).get(capaian[0], {})
        milik = {b: isi[kata[0]] for b, isi in t.menurut(ISI) if b in angka and kunci_teks(isi.get(kata[0])) in nama}
        harap = {b: skala.kategori(angka[b].nilai, angka[b].desimal or 0) for b in milik}
        beda = {b: x for b, x in harap.items() if x is not None and kunci_teks(x) != kunci_teks(milik[b])}
        if len(milik) - len(beda) < BUKTI or len(beda) * LIPAT > len(milik) - len(beda):
            continue  # words of another scale
        for b, x in beda.items():
            sel = Rujukan(ID_BEBAS, b, capaian[0])
            if not lapor.pernah(sel):
                lapor("TB-22", Rujukan(ID_BEBAS, b, kata[0]), seharusnya=x, terkait=[sel], capaian=angka[b].nilai)
