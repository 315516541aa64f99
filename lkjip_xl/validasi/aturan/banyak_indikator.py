"""How many indicators and sasaran a text says there are, and how many of them reached their target, against Pengukuran."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.angka import terbilang
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.indikator import SASARAN, TERCAPAI, Indikator, daftar_indikator
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, kalimat_tulisan
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

PALING_BANYAK = 200
BATAS_LULUS = 75.0  # a scale may call reached what a report calls tercapai, from here on
TERPENDEK = 2  # a set of one indicator is no count
LULUS, LAMPAU, BELUM = "mencapai target", "melampaui target", "belum mencapai target"
_BILANGAN = {terbilang(n): n for n in range(1, 100)}
_EJAAN = "|".join(sorted(_BILANGAN, key=len, reverse=True))
_KATA = re.compile(rf"\b(?:{_EJAAN})\b", re.IGNORECASE)
_ULANG = re.compile(r"(\d+) \(\s*\d+\s*\)")
ANGKA_CACAH = r"(?<![\w.,/-])(\d{1,3})(?![\d.,/%-]*\d|\s*%|\s*persen)"
_JENIS = r"(?:kinerja|utama|sasaran|tujuan|strategis|iku|\(iku\)|perangkat daerah|tersebut)"
SELURUH = re.compile(
    rf"\b(?:dari|terdapat|memiliki|mengukur|memuat|menetapkan|terdiri dari|terdiri atas)\s+(?:total\s+|jumlah\s+|sejumlah\s+|sebanyak\s+|ke-?)?{ANGKA_CACAH}\s+indikator((?:\s+{_JENIS})*)(?!\s+(?:program|kegiatan|sub|output|keluaran|rpjmd|spm|sdg|rb|individu))"
)
_HASIL = r"(?P<status>(?:tidak|belum)\s+(?:dapat\s+|berhasil\s+)?(?:tercapai|mencapai|memenuhi)|di bawah target|tercapai|(?:mencapai|memenuhi)\s+(?:atau\s+(?:melampaui|melebihi)\s+)?target|(?:melampaui|melebihi)\s+target|mencapai\s+100)"
_SELA = (
    rf"(?:(?:indikator|{_JENIS}|di antaranya|diantaranya|yang|telah|sudah|berhasil|masih|dinyatakan|capaiannya)\s+)*?"
)
_STATUS = re.compile(rf"{ANGKA_CACAH}\s+{_SELA}{_HASIL}")
_LANJUT = re.compile(rf"\s+{_SELA}{_HASIL}")
_SEMUA = re.compile(
    rf"\b(?:seluruh|semua|ke-?(?P<n>\d{{1,3}}|{_EJAAN}))\s+(?:(?P<m>\d{{1,3}})\s+|\((?P<k>\d{{1,3}})\)\s+)?indikator((?:\s+{_JENIS})*)(?:\s+(?:yang|pada|di|dinas|badan|ada|ditetapkan|diperjanjikan|telah|sudah|dapat|berhasil|capaiannya|tahun|\d{{4}}))*"
    r"\s+(?P<status>(?:tidak|belum)\s+(?:tercapai|mencapai)|tercapai|(?:mencapai|memenuhi)\s+(?:atau\s+(?:melampaui|melebihi)\s+)?target|(?:melampaui|melebihi)\s+target)"
)
_HARAP = re.compile(
    r"\b(?:agar|supaya|untuk|guna|demi|jika|bila|apabila|diharapkan|akan|tidak|belum|upaya|berupaya|optimis|harus|hampir|target kami)\b"
)
_SASARAN = re.compile(
    rf"{ANGKA_CACAH}\s+sasaran((?:\s+(?:strategis|perangkat daerah|renstra|kinerja))*)\s*(?:,|dan|dengan|serta|yang (?:terdiri (?:dari|atas)|diukur (?:dengan|melalui)))\s+{ANGKA_CACAH}\s+indikator((?:\s+{_JENIS})*)(?!\s+(?:program|kegiatan|sub|tujuan))"
)
# a sentence on a part of the agency or of the year, on other years, or on indicators of something else
_LAIN = re.compile(
    r"\b(?:program|kegiatan|subkegiatan|bidang|kecamatan|kelurahan|desa|sekolah|puskesmas|opd|upt|triwulan|semester|bulan|tw|rpjmd|kabupaten|provinsi|nasional|pemerintah daerah|pk murni|renstra)\b"
)


@dataclass(frozen=True, slots=True)
class Himpunan:
    """Indicators that a text may mean: how many, and how many may be said to have each outcome."""

    banyak: int
    hasil: dict[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Sebutan:
    """What a sentence says: how many indicators in all, and how many with which outcome."""

    seluruh: int
    utama: bool
    bagian: tuple[tuple[int, str], ...]


def sebutan(teks: str) -> Sebutan | None:
    """The count of indicators a sentence speaks of, as `rapi` writes it, with those that reached their target or did not.

    >>> s = sebutan(rapi("Dari 15 (lima belas) indikator kinerja, sembilan telah tercapai dan 6 indikator belum mencapai target"))
    >>> s.seluruh, s.bagian
    (15, ((9, 'mencapai target'), (6, 'belum mencapai target')))
    >>> sebutan(rapi("Dari 15 desa, 9 tercapai")) is None
    True
    """
    m = SELURUH.search(teks)
    if m is None:
        return None
    depan = re.search(rf"{ANGKA_CACAH}\s+$", teks[: m.start()]) if m[0].startswith("dari") else None
    bagian = tuple((int(x[1]), _status(x["status"])) for x in _STATUS.finditer(teks, m.end()))
    if depan and (x := _LANJUT.match(teks, m.end())):  # "3 dari 4 indikator tercapai"
        bagian = ((int(depan[1]), _status(x["status"])), *bagian)
    return Sebutan(int(m[1]), bool(re.search(r"utama|iku", m[2])), bagian)


def tentang_lain(buku: BukuKerja, kalimat: str, teks: str) -> bool:
    """Is a sentence, in its own letters and as `rapi` writes it, on a part of the agency, on others or on another year?"""
    sendiri = set(kunci_teks(buku.setelan.get("Instansi")).split())
    tahun = buku.setelan.get("TahunLaporan")
    return bool(set(_LAIN.findall(teks)) - sendiri) or any(float(x) != tahun for x in TAHUN_DISEBUT.findall(kalimat))


def rapi(kalimat: str) -> str:
    """In small letters, numbers in figures: "9 (sembilan)" is 9."""
    teks = _KATA.sub(lambda m: str(_BILANGAN[m[0]]), kunci_teks(kalimat))
    return _ULANG.sub(r"\1", teks)


def _status(kata: str) -> str:
    if kata.startswith(("tidak", "belum", "di bawah")):
        return BELUM
    return LAMPAU if kata.startswith(("melampaui", "melebihi")) else LULUS


@aturan(
    kode=("KW-34",),
    lembar=("pengukuran", "indikator"),
    baca=BACA_TULISAN
    | perlu(
        indikator="kode jenjang ?iku ?pernyataan",
        pengukuran="kode capaian ?realisasi",
        skala="?batas",
        pengaturan="tahun",
    ),
    seluruh=True,
)
def banyak_indikator_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Banyaknya indikator, dan yang mencapai target, yang disebut tulisan sama dengan lembar Pengukuran."""
    tulisan = [(r, x, rapi(x)) for r, _, x in kalimat_tulisan(buku) if "indikator" in kunci_teks(x)]
    if not tulisan:
        return
    semua = daftar_indikator(buku)
    himpunan = _himpunan(buku, semua, _diragukan(lapor))
    for r, kalimat, teks in tulisan:
        if tentang_lain(buku, kalimat, teks):
            continue
        for nilai, harap, hal in (
            *_hasil(teks, himpunan),
            *_semuanya(teks, himpunan),
            *_sasaran(teks, semua, himpunan),
        ):
            lapor("KW-34", r, nilai=nilai, seharusnya=harap, hal=hal, tandai=False)


def _diragukan(lapor: Pelapor) -> set[str]:
    """Indicators whose measurement was reported already: what a text counts them as is not known."""
    isi = lapor.jejak.baris("pengukuran")
    return {
        kunci_teks(x["kode"])
        for b, x in isi.items()
        if any(lapor.pernah(Rujukan("pengukuran", b, k)) for k in ("target", "realisasi", "capaian"))
    }


def _himpunan(buku: BukuKerja, semua: Sequence[Indikator], ragu: Container[str]) -> dict[bool, list[Himpunan]]:
    """The sets of indicators a text may mean; under True those of the main ones."""
    lulus = {TERCAPAI, *(x for p in buku.menurut_skala(None) if (x := p.batas) is not None and x >= BATAS_LULUS)}
    jenjang = {x.jenjang for x in semua}
    sebagian = [list(semua), *([x for x in semua if x.jenjang == j] for j in jenjang)]
    sebagian += [[x for x in semua if x.jenjang in ("tujuan", SASARAN)]]
    return {
        utama: [_satu([x for x in s if x.iku or not utama], lulus, ragu) for s in sebagian] for utama in (False, True)
    }


def _satu(isi: Sequence[Indikator], lulus: set[float], diragukan: Container[str]) -> Himpunan:
    """A set and its outcomes; one without a capaian that is beyond doubt may be told as either."""
    pasti = [x for x in isi if x.kunci not in diragukan]
    nilai = [bulat(c, x.desimal) for x in pasti if isinstance(c := x.capaian, (int, float))]
    ragu = range(len(isi) - len(nilai) + 1)
    ya = {sum(c >= t for c in nilai) for t in lulus} | {sum(c == TERCAPAI for c in nilai)}
    atas = {sum(c > TERCAPAI for c in nilai), sum(c >= TERCAPAI for c in nilai)}
    tidak = {sum(c < t for c in nilai) for t in lulus}
    hasil = {LULUS: ya, LAMPAU: atas, BELUM: tidak}
    return Himpunan(len(isi), {k: frozenset(n + u for n in x for u in ragu) for k, x in hasil.items()})


def _hasil(teks: str, himpunan: dict[bool, list[Himpunan]]) -> Iterator[tuple[float, float, str]]:
    """Counts of a sentence that are none of any set as large as the one it names."""
    s = sebutan(teks)
    if s is None or not TERPENDEK <= s.seluruh <= PALING_BANYAK:
        return
    status = [x for _, x in s.bagian]
    if sorted(status) == [BELUM, LULUS] and sum(n for n, _ in s.bagian) > s.seluruh:
        yield (
            float(sum(n for n, _ in s.bagian)),
            float(s.seluruh),
            "indikator yang mencapai dan yang belum mencapai target",
        )
        return
    milik = [h for utama in (True, False) if utama or not s.utama for h in himpunan[utama] if h.banyak == s.seluruh]
    for n, x in s.bagian if milik else ():
        boleh = {k for h in milik for k in h.hasil[x]}
        if n not in boleh and status.count(x) == 1:
            yield float(n), float(min(boleh, key=lambda k: (abs(k - n), k))), f"indikator yang {x}"


def _semuanya(teks: str, himpunan: dict[bool, list[Himpunan]]) -> Iterator[tuple[float, float, str]]:
    """ "Seluruh indikator mencapai target": true of one set at least."""
    m = _SEMUA.search(teks)
    if m is None or "tujuan" in m[4] or _HARAP.search(teks[: m.start()]):
        return
    n = next((_BILANGAN.get(x) or int(x) for x in (m["n"], m["m"], m["k"]) if x), None)
    status = _status(m["status"])
    utama = re.search(r"utama|iku", m[4]) is not None
    milik = [
        h
        for u in (True, False)
        if u or not utama
        for h in himpunan[u]
        if h.banyak >= TERPENDEK and n in (None, h.banyak)
    ]
    ukuran = (
        LAMPAU if "target" in m["status"] and status == LULUS else status
    )  # the target itself is no band of a scale
    if milik and not any(h.banyak in h.hasil[ukuran] for h in milik):
        h = max(milik, key=lambda x: x.banyak)
        yield float(h.banyak), float(max(h.hasil[ukuran])), f"indikator yang {status}"


def _sasaran(
    teks: str, semua: Sequence[Indikator], himpunan: dict[bool, list[Himpunan]]
) -> Iterator[tuple[float, float, str]]:
    """ "3 sasaran dan 7 indikator": where one of the two is right, the other should be."""
    m = _SASARAN.search(teks)
    if m is None:
        return
    sasaran, indikator = int(m[1]), int(m[3])
    milik = [x for x in semua if x.jenjang == SASARAN]
    ada = len({kunci_teks(x.pernyataan) for x in milik if x.pernyataan})
    banyak = {h.banyak for h in himpunan[False] + himpunan[True]} - {0}
    if ada == 0 or (sasaran == ada) == (indikator in banyak):
        return
    if sasaran == ada:
        yield float(indikator), float(len(milik)), "indikator sasaran"
    elif indikator == len(milik):
        yield float(sasaran), float(ada), "sasaran"
