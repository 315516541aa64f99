"""Figures that a text claims of an indicator, against every figure the workbook has of it: the text that was not corrected with the table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.inti.bacaan import Bacaan, Status, baca
from lkjip_xl.inti.kunci import kunci_nama, kunci_satuan, kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.validasi.aturan.angka_kalimat import angka as baca_angka
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import tertulis_dari

TEKS = {"analisis": ("pendorong", "penghambat", "solusi", "upaya"), "naskah": ("teks",), "pengukuran": ("catatan",)}
# texts on quarters, other years and documents, and money: only what they say by themselves is held against itself
TEKS_LAIN = {
    "riwayat": ("keterangan",),
    "pk": ("keterangan",),
    "triwulan": ("pelaksanaan", "kendala", "tindak_lanjut"),
    "anggaran": ("penyebab_sisa",),
    "penunjang": ("keterangan",),
    "rencana_aksi": ("rencana_aksi",),
    "lhe_rekomendasi": ("rekomendasi", "tindak_lanjut"),
}
BERKODE = frozenset({"analisis", "pengukuran"})  # a text of theirs is about the indicator of its row
BACA_TULISAN = perlu(
    analisis="?kode ?pendorong ?penghambat ?solusi ?upaya", naskah="?teks", pengukuran="?kode ?catatan"
)
BACA_SEMUA_TULISAN = BACA_TULISAN | perlu(**{i: " ".join(f"?{k}" for k in kolom) for i, kolom in TEKS_LAIN.items()})
NAMA_TERPENDEK = 2  # words of a name that a sentence cannot hold by chance
KATA_SAMBUNG = frozenset({"dan", "di", "yang", "dengan", "terhadap", "atas", "per"})
SINGKATAN_TERPENDEK, SINGKATAN_TERPANJANG = 3, 6
_KAPITAL = re.compile(r"\b[A-Z]{3,6}\b")
SETINGKAT = 2.0  # a figure so many times larger or smaller is of something else
KALIMAT_TERPANJANG = 3000  # letters; more is no sentence, and every figure in it would be tried with every other
_KALIMAT = re.compile(r"(?<=[^\d\s])(?<!\bRp)(?<!\brp)[.;]\s+|\n|(?<=\d)[.;]\s+(?=[A-Z])")
_RP_RAPAT = re.compile(r"\b(Rp\.?)(?=\d)", re.IGNORECASE)
_KLAIM = re.compile(
    r"\b(?P<kata>target|ditargetkan|realisasi|terealisasi|capaian)(?:nya)?\b"
    r"(?P<antara>(?:\s+(?:indikator|kinerja|kinerjanya|ini|itu|tersebut|tahun\s+\d{4}|pada|adalah|yaitu|sebesar|sebanyak|sejumlah|mencapai|dengan|nilai|angka|yang|ditetapkan|dari))*)"
    r"\s+(?P<angka>\d[\d.,]*)(?!\s*(?:[:/]|s\.?d|sampai|-\s*\d))\s*(?P<satuan>%|[^\W\d_]+)?",
    re.IGNORECASE,
)
_LAIN = re.compile(
    r"\b(?:akhir|renstra|rpjmd|nasional|provinsi|anggaran|pagu|rp|rupiah|keuangan|fisik|semester|triwulan|tw|bulan|rata-?rata|standar|kemajuan"
    r"|efisiensi|serapan|program|kegiatan|subkegiatan|kecamatan|desa|kelurahan|sekolah|puskesmas|bidang|opd)\b",
    re.IGNORECASE,
)
_TAHUN = re.compile(ANGKA_TAHUN)
# what may follow a figure and is no unit of it
_SAMBUNG = frozenset({
    "atau", "belum", "dan", "dari", "dengan", "di", "didukung", "ke", "karena", "lebih", "masih", "melebihi", "naik", "namun",
    "oleh", "pada", "sehingga", "sudah", "tahun", "telah", "tetapi", "tidak", "turun", "untuk", "yang",
})  # fmt: skip
BANYAK_ANGKA = 4  # digits of a figure that is no other one's by chance
DIUKUR = ("realisasi", "pembilang", "penyebut", "target")
DISEBUT = (*DIUKUR, "capaian")
ANGKA_LEPAS = re.compile(r"(?<![\w.,/-])\d[\d.,]*(?![\w/-])")
KATA = {"ditargetkan": "target", "terealisasi": "realisasi"}

AngkaMilik = Mapping[str, list[tuple[Rujukan, float]]]
KalimatSel = tuple[Rujukan, Mapping[str, Nilai], str]


@dataclass(frozen=True, slots=True)
class KalimatIndikator:
    """A sentence, its cell, the indicator it names ("" = none, "?" = several), and the one it is about: that, or its row's.

    sebelum: the one that the nearest sentence before it in its cell names, where it names none itself.
    """

    r: Rujukan
    teks: str
    disebut: str
    kode: str
    sebelum: str = ""


@dataclass(frozen=True, slots=True)
class Klaim:
    """A figure a sentence claims: of what (target, realisasi, capaian), as printed, and read."""

    kata: str
    tulisan: str
    bacaan: Bacaan
    satuan: str


def klaim(kalimat: str) -> Iterator[Klaim]:
    """Figures a sentence claims as target, realisasi or capaian; none where it speaks of money, quarters, parts or others.

    >>> [(k.kata, k.tulisan) for k in klaim("Target 75% dan terealisasi sebesar 71,2 persen, realisasi tahun 2022 adalah 70")]
    [('target', '75'), ('realisasi', '71,2'), ('realisasi', '70')]
    >>> list(klaim("Realisasi anggaran 95,2 persen")), list(klaim("Capaian triwulan II 40,5"))
    ([], [])
    """
    if _LAIN.search(kalimat):
        return
    for m in _KLAIM.finditer(kalimat):
        tulisan = m["angka"].rstrip(".,")
        b = baca(tulisan, persen=m["satuan"] == "%")
        if b.status is Status.PASTI and b.nilai and not _TAHUN.fullmatch(tulisan):
            kata = kunci_teks(m["kata"])
            yield Klaim(KATA.get(kata, kata), tulisan, b, m["satuan"] or "")


@aturan(
    kode=("KW-32",),
    lembar=("indikator", "pengukuran"),
    baca=BACA_TULISAN
    | perlu(
        indikator="kode indikator ?satuan",
        pengukuran="kode ?target ?realisasi ?capaian ?pembilang ?penyebut",
    ),
    seluruh=True,
)
def angka_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target, realisasi dan capaian yang disebut tulisan tentang satu indikator ada di buku kerja."""
    tulisan = kalimat_indikator(buku)
    angka = angka_milik(buku) if tulisan else {}
    terukur = _terukur(angka)
    for t in tulisan:
        if not t.kode:
            for milik in _berjangkar(t.teks, terukur):
                _tertukar(lapor, t.r, t.teks, (), angka[milik])
        if t.kode not in angka:
            continue
        ada = list(klaim(t.teks))
        for k in ada:
            _periksa(lapor, t.r, t.kode, k, angka[t.kode])
        _tertukar(lapor, t.r, t.teks, {k.tulisan for k in ada}, angka[t.kode])


@per_buku
def kalimat_tulisan(buku: BukuKerja) -> tuple[KalimatSel, ...]:
    """Every sentence of the sheets that hold texts on this year's results, with its cell and the values of its row."""
    return tuple(_kalimat(buku, TEKS))


@per_buku
def semua_kalimat(buku: BukuKerja) -> tuple[KalimatSel, ...]:
    """Every sentence of these and of the sheets that hold other texts."""
    return *kalimat_tulisan(buku), *_kalimat(buku, TEKS_LAIN)


def kalimat_panjang(buku: BukuKerja) -> Iterator[tuple[Rujukan, int]]:
    """Sentences too long to be judged, with how many letters they have."""
    for lembar, kolom in ((x, k) for x, semua in (TEKS | TEKS_LAIN).items() if buku[x].ada for k in semua):
        for b, isi in buku[lembar].per_baris().items():
            if isinstance(teks := isi.get(kolom), str) and len(teks) > KALIMAT_TERPANJANG:
                yield from (
                    (Rujukan(lembar, b, kolom), len(x)) for x in _KALIMAT.split(teks) if len(x) > KALIMAT_TERPANJANG
                )


def _kalimat(buku: BukuKerja, milik: Mapping[str, tuple[str, ...]]) -> Iterator[KalimatSel]:
    for lembar, kolom in ((x, k) for x, semua in milik.items() if buku[x].ada for k in semua):
        for b, isi in buku[lembar].per_baris().items():
            if isinstance(teks := isi.get(kolom), str):
                # "Rp15" as it is to be printed, the figure by itself
                semua = (x for x in _KALIMAT.split(teks) if len(x) <= KALIMAT_TERPANJANG)
                yield from ((Rujukan(lembar, b, kolom), isi, _RP_RAPAT.sub(r"\1 ", x)) for x in semua)


@per_buku
def kalimat_indikator(buku: BukuKerja) -> tuple[KalimatIndikator, ...]:
    """The sentences of `kalimat_tulisan`, each with the indicator it is about."""
    tulisan = kalimat_tulisan(buku)
    nama = nama_indikator(buku) if tulisan else {}
    hasil: list[KalimatIndikator] = []
    for r, isi, x in tulisan:
        ada = disebut(x, nama)
        lalu = hasil[-1] if hasil and hasil[-1].r == r else None
        sebelum = "" if ada or lalu is None else lalu.disebut or lalu.sebelum
        kode = ada or (kunci_teks(isi.get("kode")) if r.lembar in BERKODE else "")
        hasil.append(KalimatIndikator(r, x, ada, kode, sebelum))
    return tuple(hasil)


@per_buku
def nama_indikator(buku: BukuKerja) -> Mapping[str, str]:
    """Kode by the name of the indicator, where the name is long enough to be recognised in a sentence."""
    semua = {kunci_nama(i["indikator"]): kunci_teks(i["kode"]) for i in buku["indikator"].per_baris().values()}
    nama = {n: k for n, k in semua.items() if len(n.split()) >= NAMA_TERPENDEK}
    return nama | _singkatan(nama)


def _singkatan(nama: Mapping[str, str]) -> dict[str, str]:
    """Kode by the capitals an indicator is known by (IKM), where no other has the same."""
    milik: dict[str, set[str]] = defaultdict(set)
    for n, k in nama.items():
        huruf = "".join(x[0] for x in n.split() if x not in KATA_SAMBUNG).upper()
        if SINGKATAN_TERPENDEK <= len(huruf) <= SINGKATAN_TERPANJANG and huruf.isalpha():
            milik[huruf].add(k)
    return {n: k for n, semua in milik.items() if len(semua) == 1 for k in semua}


def disebut(kalimat: str, nama: Mapping[str, str]) -> str:
    """The kode of the one indicator a sentence names; "" for none, "?" for several."""
    rapi = f" {kunci_nama(kalimat)} "
    ada = {n for n in nama if f" {n} " in rapi}
    ada = {n for n in ada if not any(n != m and n in m for m in ada)}
    kode = {nama[n] for n in ada or (n for n in _KAPITAL.findall(kalimat) if n in nama)}
    return kode.pop() if len(kode) == 1 else "?" if kode else ""


def _terukur(angka: AngkaMilik) -> Mapping[float, list[str]]:
    """The indicators each measured figure is of."""
    hasil: dict[float, list[str]] = defaultdict(list)
    for k, isi in angka.items():
        for x in dict.fromkeys(x for s, x in isi if s.lembar == "pengukuran" and s.kolom in DIUKUR):
            hasil[x].append(k)
    return hasil


def _berjangkar(kalimat: str, terukur: Mapping[float, list[str]]) -> list[str]:
    """Indicators of which a sentence that names none prints a component or realisasi that is no other figure by chance."""
    ada = dict.fromkeys(
        b.nilai
        for teks in ANGKA_LEPAS.findall(kalimat)
        if _panjang(teks) and (b := baca_angka(teks)) is not None and b.nilai in terukur
    )
    return list(dict.fromkeys(k for x in ada if x for k in terukur[x]))


def _panjang(teks: str) -> bool:
    """Has a figure so many digits that it is no other one's by chance, and is no year?"""
    return len(re.sub(r"\D", "", teks)) >= BANYAK_ANGKA and not _TAHUN.fullmatch(teks.rstrip(".,"))


@per_buku
def angka_milik(buku: BukuKerja) -> AngkaMilik:
    """Every figure of an indicator, of any sheet and year."""
    hasil: dict[str, list[tuple[Rujukan, float]]] = defaultdict(list)
    for t in buku.tabel.values():
        kode = t.skema.kolom.get("kode")
        if t.ada and kode is not None and kode.pilihan_acuan == ("indikator", "kode"):
            for b, isi in t.per_baris().items():
                hasil[kunci_teks(isi["kode"])] += [
                    (Rujukan(t.skema.id, b, k), x) for k, x in isi.items() if isinstance(x, float)
                ]
    return dict(hasil)


def _tertukar(
    lapor: Pelapor, r: Rujukan, kalimat: str, sudah: Container[str], angka: list[tuple[Rujukan, float]]
) -> None:
    """Figures nobody else has that are one of this year's with two digits in each other's place."""
    semua = ANGKA_LEPAS.findall(kalimat)
    if not any(map(_panjang, semua)):
        return
    tulisan = {x.rstrip(".,"): b for x in semua if (b := baca_angka(x)) is not None}
    ukur = [(s, y) for s, y in angka if s.lembar == "pengukuran" and s.kolom in DISEBUT]
    for teks, b in tulisan.items():
        x, d = b.nilai or 0.0, b.desimal or 0
        seangka = [(s, y) for s, y in ukur if x != y and sorted(f"{x:.{d}f}") == sorted(f"{y:.{d}f}")]
        if not seangka or x <= 0 or teks in sudah or not _panjang(teks) or any(x == round(y, d) for _, y in angka):
            continue
        tukar = {y for sebab, y in bacaan_lain(x, b.desimal) if sebab is Sebab.BERTUKAR}
        sana = next((s for s, y in seangka if round(y, d) in tukar), None)
        if sana is None or lapor.pernah(sana) or any(c.nilai == lapor.jejak.nilai(sana) for c in tulisan.values()):
            continue
        lapor("KW-32", r, nilai=teks, seharusnya=lapor.jejak.nilai(sana), terkait=[sana], kata=sana.kolom, sumber=lapor.sebut(sana),
              tandai=False)  # fmt: skip


def _hitungan(buku: BukuKerja, r: Rujukan) -> list[tuple[Rujukan, float]]:
    """What the formula of a cell gives, where somebody typed over it: the report prints that, from figures nobody rounded."""
    lajur = buku[r.lembar].harapan.get(r.kolom, ())
    i = r.baris - BARIS_DATA
    x = lajur[i] if 0 <= i < len(lajur) else None
    return [(r, x)] if isinstance(x, float) else []


def _periksa(lapor: Pelapor, r: Rujukan, kode: str, k: Klaim, angka: list[tuple[Rujukan, float]]) -> None:
    sana = next((s for s, _ in angka if s.lembar == "pengukuran" and s.kolom == k.kata), None)
    harap = lapor.jejak.nilai(sana) if sana is not None else None
    x = k.bacaan.nilai or 0.0
    if sana is None or not isinstance(harap, float) or harap <= 0 or lapor.jejak.ternoda(sana):
        return
    milik = lapor.buku.indeks.ambil("indikator", "kode", kode, "satuan")
    satuan = "" if kunci_teks(k.satuan) in _SAMBUNG else kunci_satuan(k.satuan)
    lain_satuan = satuan not in ("", "%", kunci_satuan(milik))
    if lain_satuan or not harap / SETINGKAT <= x <= harap * SETINGKAT or lapor.pernah(sana):
        return
    if any(tertulis_dari(y, x, k.bacaan.desimal) for _, y in (*angka, *_hitungan(lapor.buku, sana))):
        return
    lapor(
        "KW-32",
        r,
        nilai=k.tulisan,
        seharusnya=harap,
        terkait=[sana],
        kata=k.kata,
        sumber=lapor.sebut(sana),
        tandai=False,
    )
