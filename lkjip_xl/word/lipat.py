"""Other shapes of a table for a page it is too wide for: repeated first columns as headings, figures above each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from lkjip_xl.ringkasan.model import BarisRingkas, Gabungan, KolomRingkas, TabelRingkas, letak_label
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.tabel_word import teks_sel

KEPALA_BARIS = frozenset({"no", "tujuan", "sasaran"})  # columns that may become headings even where nothing repeats
PASANGAN = ("angka", "rupiah")  # a target and its budget
BAWAH = "\u00a0/ "  # between heads above each other: no line begins with a slash
TERTUMPUK = 4  # so many figures still read well above each other


def lipat(t: TabelRingkas) -> TabelRingkas:
    """The first columns whose cells stretch over several rows as headings above those rows; the same table without any."""
    depan = _depan(t)
    if not depan:
        return t
    kolom = t.kolom[len(depan) :]
    awal = {k.nama: _awal(t, k.nama) for k in t.kolom}
    sisa = {k.nama for k in kolom}
    tergabung = {i for g in t.gabung if g.kolom in sisa for i in range(g.awal, g.akhir + 1)}
    baris: list[BarisRingkas] = []
    letak: dict[int, int] = {}  # position of each row in the new table
    for i, b in enumerate(t.baris):
        if b.gaya == "jumlah":
            baris.append(_jumlah(b, t, kolom))
        elif b.gaya == "kelompok":
            baris.append(b)
        else:
            judul = list(_judul(b, [k for k in depan if awal[k.nama][i] == i], depan))
            baris += judul
            if not judul or i in tergabung or any(b.nilai.get(k.nama) is not None for k in kolom):
                baris.append(b)  # where the heading says all there is, no empty row follows
        letak[i] = len(baris) - 1
    return replace(t, kolom=kolom, baris=tuple(baris), gabung=tuple(_geser(t.gabung, sisa, letak)))


def _depan(t: TabelRingkas) -> list[KolomRingkas]:
    """The leading columns that can go: merged ones, with one text among them; two columns stay."""
    gabung = {g.kolom for g in t.gabung}
    hasil: list[KolomRingkas] = []
    for k in t.kolom[:-2]:
        if k.kelompok or (k.nama not in gabung and k.nama not in KEPALA_BARIS):
            break
        hasil.append(k)
    return hasil if any(k.tipe == "teks" for k in hasil) else []


def _awal(t: TabelRingkas, kolom: str) -> list[int]:
    """For every row the row that holds its value of a column."""
    hasil = list(range(len(t.baris)))
    for g in t.gabung:
        if g.kolom == kolom:
            hasil[g.awal : g.akhir + 1] = [g.awal] * (g.akhir - g.awal + 1)
    return hasil


def _judul(b: BarisRingkas, baru: list[KolomRingkas], depan: list[KolomRingkas]) -> Iterator[BarisRingkas]:
    """A heading of what begins in this row: the first text, and what else stands beside it under its own name."""
    teks = [(k, teks_sel(k, b, b.nilai.get(k.nama))) for k in baru]
    isi = [(k, x) for k, x in teks if x]
    if not isi:
        return
    nomor = " ".join(f"{x}." for k, x in isi if k.nama == "no")
    nama = "; ".join(x for k, x in isi if k.nama != "no" and k.tipe == "teks")
    rinci = "; ".join(f"{k.judul}: {x}" for k, x in isi if k.nama != "no" and k.tipe != "teks")
    judul = " ".join(filter(None, (nomor, nama, f"({rinci})" if nama and rinci else rinci)))
    dalam = sum(k.tipe == "teks" for k in depan[: depan.index(isi[0][0])])
    yield BarisRingkas({"": judul.rstrip(".")}, "kelompok", inden=2 * dalam)


def _jumlah(b: BarisRingkas, t: TabelRingkas, kolom: tuple[KolomRingkas, ...]) -> BarisRingkas:
    """A total whose label stood in a column that went has it in the first one that stayed."""
    asli = [b.nilai.get(k.nama) for k in t.kolom]
    label = asli[letak_label(asli)]
    if isinstance(label, str) and not any(b.nilai.get(k.nama) == label for k in kolom):
        return replace(b, nilai={**b.nilai, kolom[0].nama: label})
    return b


def _geser(gabung: Iterable[Gabungan], nama: set[str], letak: Mapping[int, int]) -> Iterator[Gabungan]:
    """Merged cells at their new rows; a heading between them ends one and begins the next."""
    for g in gabung:
        if g.kolom not in nama:
            continue
        awal = g.awal
        for i in range(g.awal + 1, g.akhir + 2):
            if i > g.akhir or letak[i] != letak[i - 1] + 1:
                if i - awal > 1:
                    yield Gabungan(g.kolom, letak[awal], letak[i - 1])
                awal = i


def tumpuk(t: TabelRingkas) -> TabelRingkas:
    """Each pair of a figure and the rupiah beside it in one column, one above the other; the same table without two."""
    pasangan: dict[str, KolomRingkas] = {}
    kolom: list[KolomRingkas] = []
    for k in t.kolom:
        kiri = kolom[-1] if kolom else None
        if kiri and (kiri.tipe, k.tipe) == PASANGAN and kiri.kelompok == k.kelompok and k.kelompok:
            pasangan[kiri.nama] = k
            kolom[-1] = replace(kiri, judul=f"{kiri.judul} / {k.judul}", tipe="rupiah")
        else:
            kolom.append(k)
    if len(pasangan) < 2 or any(g.kolom in {*pasangan, *(k.nama for k in pasangan.values())} for g in t.gabung):
        return t
    asli = {k.nama: k for k in t.kolom}
    return replace(t, kolom=tuple(kolom), baris=tuple(_tumpuk(b, asli, pasangan) for b in t.baris))


def _tumpuk(b: BarisRingkas, asli: Mapping[str, KolomRingkas], pasangan: Mapping[str, KolomRingkas]) -> BarisRingkas:
    nilai: dict[str, Nilai] = dict(b.nilai)
    for kiri, kanan in pasangan.items():
        atas, bawah = (teks_sel(k, b, b.nilai.get(k.nama)) for k in (asli[kiri], kanan))
        nilai[kiri] = f"{atas or '–'}\n{bawah or '–'}" if atas or bawah else None
    return replace(b, nilai=nilai)


def tumpuk_kelompok(t: TabelRingkas) -> TabelRingkas:
    """The columns of each group of plans (before, after, difference) in one, above each other; results stay side by side."""
    gabung = {g.kolom for g in t.gabung}
    kolom: list[KolomRingkas] = []
    menyatu: dict[str, list[KolomRingkas]] = {}
    for kelompok, anggota in groupby(t.kolom, key=lambda k: k.kelompok):
        milik = list(anggota)
        tetap = any(k.tipe == "persen" or k.nama in gabung for k in milik)
        if not kelompok or tetap or not 1 < len(milik) <= TERTUMPUK:
            kolom += milik
            continue
        judul = f"{kelompok} ({BAWAH.join(k.judul for k in milik)})"
        tipe = next((x for x in ("rupiah", "angka") if any(k.tipe == x for k in milik)), "teks")
        kolom.append(replace(milik[0], judul=judul, tipe=tipe, kelompok=None))
        menyatu[milik[0].nama] = milik
    baris = tuple(replace(b, nilai={**b.nilai, **_menyatu(b, menyatu)}) for b in t.baris)
    return replace(t, kolom=tuple(kolom), baris=baris) if menyatu else t


def _menyatu(b: BarisRingkas, menyatu: Mapping[str, list[KolomRingkas]]) -> dict[str, Nilai]:
    """One cell for each group of columns; words that are the same in all of them once."""
    hasil: dict[str, Nilai] = {}
    for nama, milik in menyatu.items():
        semua = [teks_sel(k, b, b.nilai.get(k.nama)) for k in milik]
        sama = len(set(semua)) == 1 and all(k.tipe == "teks" for k in milik)
        hasil[nama] = "\n".join(semua[:1] if sama else [x or "–" for x in semua]) if any(semua) else None
    return hasil


def belah(t: TabelRingkas, muat: int) -> list[TabelRingkas]:
    """Parts of a table with at most `muat` columns each: the first text columns on every part, the rest shared out."""
    tetap = 0
    while tetap < min(len(t.kolom) - 1, muat // 2) and t.kolom[tetap].tipe in ("teks", "pilihan"):
        tetap += 1
    sisa = t.kolom[tetap:]
    langkah = max(muat - tetap, 1)
    hasil = []
    for awal in range(0, len(sisa), langkah):
        kolom = (*t.kolom[:tetap], *sisa[awal : awal + langkah])
        nama = {k.nama for k in kolom}
        hasil.append(replace(t, kolom=kolom, gabung=tuple(g for g in t.gabung if g.kolom in nama)))
    return hasil
