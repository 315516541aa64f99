"""How many indicators a text puts into each category, against the categories of Pengukuran."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.kelompok import kode_sasaran
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.hitung_buku import PERLU_BAKU
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, kalimat_tulisan
from lkjip_xl.validasi.aturan.banyak_indikator import (
    ANGKA_CACAH,
    PALING_BANYAK,
    SELURUH,
    TERPENDEK,
    rapi,
    tentang_lain,
)
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

_SISIP = r"indikator|kinerja|sasaran|utama|iku|di antaranya|diantaranya|yang|telah|masuk|termasuk|berada|terdapat|pada|dalam|dengan|memperoleh|mendapat|meraih|mencapai|bernilai|capaian|capaiannya|status|berstatus|dinyatakan|tergolong|kategori|berkategori|kriteria|berkriteria|predikat|berpredikat"
_DARI_SERI = re.compile(rf"({ANGKA_CACAH}(?:\s*,\s*{ANGKA_CACAH})*,?\s+dan\s+{ANGKA_CACAH})\s+indikator")
_SEBUT = re.compile(r"\b(?:berkategori|kategori|berkriteria|kriteria|berpredikat|predikat)\b")


@dataclass(frozen=True, slots=True)
class Himpunan:
    """Indicators that a text may mean: how many there are of each category, and of how many nobody can tell."""

    banyak: int
    kategori: Counter[str]
    ragu: int

    def mungkin(self, sebut: dict[str, int]) -> bool:
        """May a text say so of this set?"""
        kurang = [n - self.kategori[k] for k, n in sebut.items()]
        return all(x >= 0 for x in kurang) and sum(kurang) <= self.ragu


def sebutan_kategori(teks: str, kategori: Sequence[str]) -> dict[str, int]:
    """Counts that a sentence, as `rapi` writes it, gives of each category of a scale.

    >>> nama = ["sangat tinggi", "tinggi", "rendah"]
    >>> sebutan_kategori("dari 7 indikator, 5 indikator berkategori sangat tinggi, 1 tinggi, dan 1 indikator rendah", nama)
    {'sangat tinggi': 5, 'tinggi': 1, 'rendah': 1}
    >>> sebutan_kategori("sebanyak 31, 19 dan 13 indikator masing-masing berkategori sangat tinggi, tinggi dan rendah", nama)
    {'sangat tinggi': 31, 'tinggi': 19, 'rendah': 13}
    >>> sebutan_kategori("kategori sangat tinggi sebanyak 5 indikator dan tinggi sebanyak 2 indikator", nama)
    {'sangat tinggi': 5, 'tinggi': 2}
    """
    pilihan = "|".join(re.escape(k) for k in sorted(kategori, key=len, reverse=True))
    nama = rf"[\"“'(]?\b(?P<k>{pilihan})\b"
    seri = _DARI_SERI.search(teks)
    if seri is not None:
        angka, milik = re.findall(r"\d+", seri[1]), re.findall(rf"\b(?:{pilihan})\b", teks[seri.end() :])
        return (
            {k: int(n) for k, n in zip(milik, angka, strict=True)}
            if len(angka) == len(milik) == len(set(milik))
            else {}
        )
    for pola in (
        rf"{ANGKA_CACAH}\s+(?:(?:{_SISIP})\s+)*{nama}",
        rf"{nama}[\"”')]?\s*(?:(?:yaitu|adalah|ada|berjumlah|sebanyak|sejumlah|terdapat)\s+|[:=]\s*){ANGKA_CACAH}(?:\s+indikator)?",
    ):
        ada = [(m["k"], int(next(x for x in m.groups() if x and x.isdigit()))) for m in re.finditer(pola, teks)]
        if ada:
            return dict(ada) if len({k for k, _ in ada}) == len(ada) else {}
    return {}


@aturan(
    kode=("KW-34",),
    lembar=("pengukuran", "indikator"),
    baca=PERLU_BAKU
    | BACA_TULISAN
    | perlu(
        indikator="kode jenjang ?iku",
        pengukuran="kode kategori ?capaian ?realisasi ?target",
        skala="?kategori ?skala",
        pengaturan="tahun",
    ),
    seluruh=True,
)
def banyak_kategori_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Banyaknya indikator tiap kategori yang disebut tulisan sama dengan lembar Pengukuran."""
    tulisan = [
        (r, kalimat, rapi(kalimat)) for r, _, kalimat in kalimat_tulisan(buku) if "indikator" in kunci_teks(kalimat)
    ]
    himpunan = _himpunan(lapor) if tulisan else []
    kategori = sorted(
        {k for h in himpunan for k in h.kategori}
        | {kunci_teks(p.kategori) for s in buku.semua_skala.values() for p in s} - {""}
    )
    for r, kalimat, teks in tulisan if kategori else ():
        if tentang_lain(buku, kalimat, teks):
            continue
        if keliru := _keliru(teks, sebutan_kategori(teks, kategori), himpunan) or _semua_sama(teks, kategori, himpunan):
            kata, nilai, harap = keliru
            lapor(
                "KW-34",
                r,
                nilai=float(nilai),
                seharusnya=float(harap),
                hal=f"indikator berkategori {kata.title()}",
                tandai=False,
            )


def _semua_sama(teks: str, kategori: Sequence[str], himpunan: Sequence[Himpunan]) -> tuple[str, int, int] | None:
    """ "Semua indikator berkategori Baik": true of one set at least."""
    pilihan = "|".join(re.escape(k) for k in sorted(kategori, key=len, reverse=True))
    m = re.search(
        rf"\b(?:seluruh|semua)\s+indikator\s+(?:(?:{_SISIP})\s+)*?(?:{_SEBUT.pattern})\s+[\"“'(]?(?P<k>{pilihan})\b(?!\s*(?:dan|atau|[,/]|hingga|sampai|ke atas))",
        teks,
    )
    milik = [h for h in himpunan if h.banyak >= TERPENDEK]
    if m is None or not milik or any(h.mungkin({m["k"]: h.banyak}) for h in milik):
        return None
    h = max(milik, key=lambda x: x.banyak)
    return m["k"], h.banyak, h.kategori[m["k"]]


def _keliru(teks: str, sebut: dict[str, int], himpunan: Sequence[Himpunan]) -> tuple[str, int, int] | None:
    """The first count that is none of the set the sentence names, or of the set as large as all counts together."""
    if not sebut or (len(sebut) == 1 and not _SEBUT.search(teks)):
        return None
    m = SELURUH.search(teks)
    seluruh = int(m[1]) if m else sum(sebut.values())
    if not TERPENDEK <= seluruh <= PALING_BANYAK or (m is None and len(sebut) == 1):
        return None
    if any(h.mungkin(sebut) for h in himpunan):
        return None
    milik = [h for h in himpunan if h.banyak == seluruh]
    for h in milik[:1]:
        return next(((k, n, h.kategori[k]) for k, n in sebut.items() if n != h.kategori[k]), None)
    return None


def _himpunan(lapor: Pelapor) -> list[Himpunan]:
    """All indicators, those of one level, of tujuan and sasaran, of one sasaran; and of each the main ones."""
    isi = {kunci_teks(x["kode"]): (b, x) for b, x in lapor.jejak.baris("pengukuran").items()}
    ikhtisar = {kunci_teks(x["kode"]): x for x in lapor.jejak.baris("indikator").values()}
    semua = [k for k in isi if k in ikhtisar]
    jenjang = dict.fromkeys(ikhtisar[k]["jenjang"] for k in semua)
    kelompok = dict.fromkeys(map(kode_sasaran, semua))
    sebagian = [semua, *([k for k in semua if ikhtisar[k]["jenjang"] == j] for j in jenjang)]
    sebagian += [[k for k in semua if ikhtisar[k]["jenjang"] in ("tujuan", "sasaran")]]
    sebagian += [[k for k in semua if kode_sasaran(k) == p] for p in kelompok]
    sebagian += [[k for k in s if ikhtisar[k]["iku"] == "ya"] for s in list(sebagian)]
    return [_satu(lapor, [isi[k] for k in s]) for s in sebagian if s]


def _satu(lapor: Pelapor, baris: Sequence[tuple[int, Mapping[str, object]]]) -> Himpunan:
    pasti = list(_pasti(lapor, baris))
    return Himpunan(len(baris), Counter(pasti), len(baris) - len(pasti))


def _pasti(lapor: Pelapor, baris: Sequence[tuple[int, Mapping[str, object]]]) -> Iterator[str]:
    """Categories of the rows whose measurement is beyond doubt."""
    for b, isi in baris:
        ragu = any(lapor.pernah(Rujukan("pengukuran", b, k)) for k in ("target", "realisasi", "capaian", "kategori"))
        if isinstance(isi["kategori"], str) and kunci_teks(isi["kategori"]) and not ragu:
            yield kunci_teks(isi["kategori"])
