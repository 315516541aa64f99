"""Totals and means of free tables against the rows above them; whatever may be no sum of all rows is left alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from math import fsum

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.salah_ketik import bacaan_lain
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import (
    ID_BEBAS,
    ISI,
    JUMLAH,
    KEPALA,
    TabelBebas,
    angka_kolom,
    baris_total,
    daftar_tabel_bebas,
)
from lkjip_xl.validasi.aturan.batas_kelompok import batas_kelompok, kedalaman
from lkjip_xl.validasi.aturan.jumlah_sebagian import jumlah_sebagian
from lkjip_xl.validasi.aturan.jumlah_tertukar import jumlah_tertukar
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.rata_persen import (
    baris_rata,
    kepala_persen,
    nilai_rata,
    persen_dijumlah,
    rata_berbobot,
    rata_bertukar,
    rata_dikonversi,
    rata_mungkin,
    rata_mustahil,
    sejak_pemisah,
)
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.rincian_jumlah import (
    PASANGAN_MAKS,
    SEDIKITNYA,
    HasilJumlah,
    Tercetak,
    cacah_biasa,
    kepala_dijumlah,
    periksa_jumlah,
    tercetak,
)
from lkjip_xl.validasi.aturan.selang import Selang

SERATUS = 100.0
Angka = dict[str, dict[int, Tercetak]]
_BOBOT = re.compile(r"\bbobot\b(?!.*\bnilai\b)")
_BANYAK = re.compile(r"(?:jumlah|banyak|banyaknya|jml)\b")
_BERBOBOT = re.compile(r"\b(?:tertimbang|terbobot|berbobot|bobot)\b")
_BERNAMA = re.compile(r"(?:jumlah|total)\b(?! (?:rata|indikator|nilai))")
_CACAH = re.compile(r"(?:jumlah|banyak\w*) (?:indikator|sasaran)")


@aturan(
    kode=("TB-10", "TB-11", "TB-14"),
    lembar=(ID_BEBAS,),
    baca=perlu(tabel_bebas="judul baris k1-10 ?bagian", indikator="?indikator"),
)
def jumlah_tabel_bebas(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris jumlah tabel bebas sama dengan jumlah baris di atasnya, dan tiap tabel berjudul."""
    for t in daftar_tabel_bebas(buku):
        if t.baris and not t.judul:
            b, _, isi = t.baris[0]
            lapor("TB-11", Rujukan(ID_BEBAS, b, next(iter(isi))))
        if banyak := _terlalu_banyak(t):
            b, isi = banyak[0]
            lapor("TB-14", Rujukan(ID_BEBAS, b, next(iter(isi))), jumlah=len(banyak), baris=len(t.baris))
            continue
        for r, h in _keliru(buku, t):
            lapor("TB-10", r, seharusnya=h.jumlah, terkait=[Rujukan(ID_BEBAS, b, r.kolom) for b in h.baris])


@aturan(kode=("TB-12", "TB-13"), lembar=(ID_BEBAS,), baca=perlu(tabel_bebas="judul baris k1-10 ?bagian"))
def rata_dan_persen_tabel_bebas(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rata-rata tabel bebas sesuai dengan barisnya, dan persentase di baris jumlah bukan hasil penjumlahan."""
    for t in daftar_tabel_bebas(buku):
        if _terlalu_banyak(t):
            continue  # which the rule above says
        angka = angka_tercetak(angka_kolom(buku, t))
        for r, rata, baris in _rata_keliru(t, angka):
            lapor("TB-12", r, seharusnya=bulat(rata, 2), terkait=[Rujukan(ID_BEBAS, b, r.kolom) for b in baris])
        for r, baris in _persen_keliru(t, angka):
            lapor("TB-13", r, terkait=[Rujukan(ID_BEBAS, b, r.kolom) for b in baris])


def angka_tercetak(angka: Mapping[str, Mapping[int, Bacaan]]) -> Angka:
    """The figures of every column as they were printed."""
    return {k: {b: tercetak(x.nilai or 0.0, x.desimal) for b, x in isi.items()} for k, isi in angka.items()}


def _terlalu_banyak(t: TabelBebas) -> list[tuple[int, dict[str, str]]]:
    """The totals and means of a table that are too many to be held against all rows above each of them; else none."""
    if len(t.baris) ** 2 <= PASANGAN_MAKS:
        return []
    semua = [(b, isi) for b, j, isi in t.baris if j == JUMLAH or (j != KEPALA and baris_rata(next(iter(isi.values()))))]
    return semua if len(semua) * len(t.baris) > PASANGAN_MAKS else []


def isi_rata(t: TabelBebas) -> tuple[list[int], list[int], list[int]]:
    """Rows of content, of totals and of means."""
    rata = [b for b, j, isi in t.baris if j != KEPALA and baris_rata(next(iter(isi.values())))]
    return [b for b, _ in t.menurut(ISI) if b not in rata], [b for b, _ in t.menurut(JUMLAH) if b not in rata], rata


def _rata_keliru(t: TabelBebas, angka: Angka) -> Iterator[tuple[Rujukan, float, list[int]]]:
    """Means that lie beyond their rows, or differ from the plain mean by which another column of the row was made."""
    rincian, jumlah, semua = isi_rata(t)
    bobot = angka.get(_kolom_bobot(t), {})
    cacah = next((angka[k] for _, isi in t.menurut(KEPALA) for k, x in isi.items() if _CACAH.match(kunci_teks(x)) and k in angka), None)  # fmt: skip
    for b in semua:
        cocok, beda = 0, []
        for k, isi in angka.items():
            pilihan = [[x for x in baris if x in isi] for baris in sejak_pemisah(rincian, [*jumlah, *semua], b)]
            pilihan = [p for p in pilihan if len(p) >= SEDIKITNYA]
            if b not in isi or not pilihan:
                continue
            if isi is bobot and any(fsum(isi[x].nilai for x in p) == isi[b].nilai for p in pilihan):
                continue  # all weights together
            berbobot = [s for p in pilihan if isi is not bobot for s in _berbobot_tepat(isi, bobot, p)]
            if berbobot and _tertimbang(t, b):  # the row names its method
                if not any(s.bertemu(_longgar(isi[b].selang)) for s in berbobot):
                    yield Rujukan(ID_BEBAS, b, k), (berbobot[-2].bawah + berbobot[-2].atas) / 2, pilihan[-1]
            elif any(rata_mungkin([isi[x] for x in p], isi[b], len(rincian)) for p in pilihan):
                cocok += 1
            elif any(rata_dikonversi(isi, lain, pilihan[-1], b) for lain in angka.values() if lain is not isi):
                continue
            elif any(fsum(isi[x].nilai for x in p) == isi[b].nilai for p in pilihan) and _dihitung(t, k):
                continue  # how many indicators the mean is of
            elif any(s.bertemu(_longgar(isi[b].selang)) for s in berbobot):
                continue
            elif cacah and isi is not cacah and (tepat := _berbobot_tepat(isi, cacah, pilihan[-1])):
                if not tepat[0].bertemu(
                    _longgar(isi[b].selang)
                ):  # how many indicators each row is the mean of is printed
                    beda.append((k, True, pilihan[-1]))
            else:
                mustahil = all(rata_mustahil([isi[x] for x in p], isi[b]) for p in pilihan)
                # neither the plain mean nor the one by the weights that are printed beside it
                pasti = (
                    mustahil
                    or (bool(berbobot) and bool(cocok))
                    or (
                        isi is not bobot
                        and not _berbobot(t, k)
                        and any(rata_bertukar([isi[x] for x in p], isi[b], len(rincian)) for p in pilihan)
                    )
                )
                beda.append((k, pasti, pilihan[-1]))
        for k, pasti, baris in beda:
            if pasti or (cocok and not _berbobot(t, k)):
                yield Rujukan(ID_BEBAS, b, k), nilai_rata([angka[k][x] for x in baris]), baris


def _kolom_bobot(t: TabelBebas) -> str:
    """The one column of weights of a table, "" where it has none or several."""
    ada = dict.fromkeys(k for _, isi in t.menurut(KEPALA) for k, x in isi.items() if _BOBOT.search(kunci_teks(x)))
    return next(iter(ada)) if len(ada) == 1 else ""


def _tertimbang(t: TabelBebas, baris: int) -> bool:
    return any(b == baris and _BERBOBOT.search(kunci_teks(next(iter(isi.values())))) for b, _, isi in t.baris)


def _berbobot_tepat(isi: dict[int, Tercetak], bobot: dict[int, Tercetak], baris: list[int]) -> list[Selang]:
    """The mean of some rows by the weights beside them, and what it is where these are of a hundred; nothing without weights."""
    ada = all(b in bobot for b in baris)
    rata = rata_berbobot([isi[b] for b in baris], [bobot[b] for b in baris]) if ada else None
    bagian = fsum(bobot[b].nilai for b in baris) / SERATUS if ada else 1.0
    return [] if rata is None else [rata, Selang(rata.bawah * bagian, rata.atas * bagian)]


def _longgar(s: Selang) -> Selang:
    """The last printed digit may have been rounded either way."""
    luas = (s.atas - s.bawah) / 2
    return Selang(s.bawah - luas, s.atas + luas)


def _dihitung(t: TabelBebas, kolom: str) -> bool:
    """Does a column count things, which a row of means adds up?"""
    return any(_BANYAK.match(kunci_teks(x.get(kolom, ""))) for _, x in t.menurut(KEPALA))


def _berbobot(t: TabelBebas, kolom: str) -> bool:
    """May the mean of a column be one by weights, or a ratio of sums: is it of percentages?"""
    return any(kepala_persen(x.get(kolom, "")) for _, x in t.menurut(KEPALA)) or any(
        "%" in x.get(kolom, "") for _, x in t.menurut(ISI)
    )


def _persen_keliru(t: TabelBebas, angka: Angka) -> Iterator[tuple[Rujukan, list[int]]]:
    """Percentages in a total row that are the sum of those above, and no step towards their mean, which is printed below it."""
    rincian, jumlah, rata = isi_rata(t)
    for total in jumlah:
        for k, isi in angka.items():
            baris = [b for b in rincian if b < total and b in isi]
            if total not in isi or not _berbobot(t, k):
                continue
            if any(
                b > total and b in isi and rata_mungkin([isi[x] for x in baris], isi[b], len(rincian)) for b in rata
            ):
                continue
            lain = [x[total].nilai for j, x in angka.items() if j != k and total in x]
            if persen_dijumlah([isi[b] for b in baris], isi[total], lain):
                yield Rujukan(ID_BEBAS, total, k), baris


def _keliru(buku: BukuKerja, t: TabelBebas) -> Iterator[tuple[Rujukan, HasilJumlah]]:
    angka = angka_kolom(buku, t)
    dijumlah = [k for k in angka if _dapat_dijumlah(t, k, angka[k])]
    ditandai = [b for b, _ in t.menurut(JUMLAH)]
    label = {b: next(iter(isi.values())) for b, _, isi in t.baris}
    dalam = {b: kedalaman(x) for b, x in label.items()}
    batas = batas_kelompok({b: label[b] for b, _ in t.menurut(ISI)}) | _sesudah_judul(t)
    cetakan = angka_tercetak(angka)
    for total in (*ditandai, *_total_bernama(buku, t)):
        hasil = {
            k: h
            for k in dijumlah
            if total in angka[k] and (h := _periksa(t, cetakan[k], total, dalam, batas)) is not None
        }
        salah = {k: h for k, h in hasil.items() if not h.cocok and not _ukuran(angka[k], total, h)}
        sendiri = len(hasil) == 1 and total in ditandai
        # of several columns one must add up, or the row is a total of something else
        if salah and (sendiri or len(salah) < len(hasil)):
            yield from ((Rujukan(ID_BEBAS, total, k), h) for k, h in salah.items())
        elif hasil and not any(h.cocok for h in hasil.values()):
            rincian = [b for b, _ in t.menurut(ISI) if max((x for x in ditandai if x < total), default=0) < b < total]
            sebagian = jumlah_sebagian(cetakan, list(hasil), rincian, total)
            yield from ((Rujukan(ID_BEBAS, total, k), h) for k, h in sebagian)
    yield from _bobot_keliru(t, cetakan, dalam, batas)
    for k in (
        k for k in cetakan if k not in dijumlah and not _kolom_bobot(t)
    ):  # weighted ones are told by their products
        yield from ((Rujukan(ID_BEBAS, total, k), h) for total, h in jumlah_tertukar(t, cetakan[k]))


def _bobot_keliru(
    t: TabelBebas, angka: Angka, dalam: dict[int, int], batas: Collection[int]
) -> Iterator[tuple[Rujukan, HasilJumlah]]:
    """Totals of weights that make up a hundred, or are printed so; and of what was multiplied by such weights."""
    bobot = _kolom_bobot(t)
    if bobot not in angka:
        return
    tertimbang = [
        k for _, isi in t.menurut(KEPALA) for k, x in isi.items() if _BERBOBOT.search(kunci_teks(x)) and k != bobot
    ]
    semua = {b: None for b, _ in t.menurut(JUMLAH)}
    bukan_total = {b: x.nilai for b, x in angka[bobot].items() if b not in semua}
    for total in semua:
        isi = fsum(x for b, x in bukan_total.items() if b < total)
        for k in (bobot, *tertimbang):
            seratus = isi == SERATUS or (k == bobot and total in angka[k] and angka[k][total].nilai == SERATUS)
            h = _periksa(t, angka[k], total, dalam, batas) if seratus and total in angka.get(k, {}) else None
            if h is not None and not h.cocok and not (k != bobot and _dari_bobot(angka, bobot, k, total)):
                yield Rujukan(ID_BEBAS, total, k), h


def _dari_bobot(angka: Angka, bobot: str, kolom: str, total: int) -> bool:
    """Is a total what another column gives by the weights, so that one of the products above it went wrong?"""
    lain = (isi for k, isi in angka.items() if k not in (bobot, kolom))
    milik = (s for isi in lain for s in _berbobot_tepat(isi, angka[bobot], [b for b in isi if b < total]))
    return any(s.bertemu(_longgar(angka[kolom][total].selang)) for s in milik)


def _ukuran(angka: dict[int, Bacaan], total: int, h: HasilJumlah) -> bool:
    """Is a figure among those it stands below, so that it is a measure of the whole and no sum that went wrong?"""
    x, isi = angka[total].nilai or 0.0, [angka[b].nilai or 0.0 for b in h.baris]
    return 0 < min(isi) < x < max(isi) and h.jumlah not in {y for _, y in bacaan_lain(x, angka[total].desimal)}


def _total_bernama(buku: BukuKerja, t: TabelBebas) -> list[int]:
    """The last row of content where its label says what it is the total of: "Jumlah Belanja", and is no indicator's name."""
    isi, nama = t.menurut(ISI), {kunci_teks(x["indikator"]) for x in buku["indikator"].per_baris().values()}
    if isi and kunci_teks(_label(t, isi[-1][0])) in nama:
        return []
    akhir = [b for b, _ in isi[SEDIKITNYA:][-1:] if t.baris[-1][0] == b]
    return [b for b in akhir if _BERNAMA.match(kunci_teks(_label(t, b))) and not baris_total(_label(t, b))]


def _label(t: TabelBebas, baris: int) -> str:
    return next(next(iter(isi.values())) for b, _, isi in t.baris if b == baris)


def _dapat_dijumlah(t: TabelBebas, kolom: str, angka: dict[int, Bacaan]) -> bool:
    """Plain amounts of one unit: no percentages, years, running numbers or measures, and nothing unreadable between them."""
    isi = [(b, x[kolom]) for b, x in t.menurut(ISI) if kolom in x]
    if not all(kepala_dijumlah(x.get(kolom, "")) for _, x in t.menurut(KEPALA)) or any("%" in x for _, x in isi):
        return False
    nilai = [angka[b].nilai or 0.0 for b, _ in isi if b in angka]
    if len({kunci_teks(angka[b].satuan) for b, _ in isi if b in angka} - {""}) > 1:
        return False
    kosong = sum(x.strip() in {"-", "–", "—"} for b, x in isi if b not in angka)
    return len(nilai) >= SEDIKITNYA and len(nilai) + kosong >= len(isi) and cacah_biasa(nilai)


def _sesudah_judul(t: TabelBebas) -> set[int]:
    """Rows of content below one that is no content, or holds nothing but its name."""
    return {b for (_, j, isi), (b, ini, _) in pairwise(t.baris) if ini == ISI and (j != ISI or len(isi) == 1)}


def _periksa(
    t: TabelBebas, angka: dict[int, Tercetak], total: int, dalam: dict[int, int], batas: Collection[int]
) -> HasilJumlah | None:
    """One total against every way in which rows above it may make it up."""
    atas = [(b, j) for b, j, _ in t.baris if b < total and j != KEPALA and b in angka]
    rincian = [b for b, j in atas if j == ISI]
    sub = [b for b, j in atas if j == JUMLAH]
    teratas = min((dalam[b] for b in rincian), default=0)
    return periksa_jumlah(angka, angka[total], rincian, sub, [b for b in rincian if dalam[b] == teratas], batas)
