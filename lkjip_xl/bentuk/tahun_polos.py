"""Years down a table of one indicator under a bare header ("Persentase", "Jumlah", "Capaian"), alone or beside what it was reckoned from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from lkjip_xl.bentuk.satu_indikator import TAHUN_SATU, UKURAN, nama_tertulis, sebaris
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.ragam_kepala import NOMOR, pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.rupa import angka_sel

POLOS = frozenset({"persen", "jumlah", "capaian", "nilai", "angka", "hasil", "besaran", "indeks", "cakupan", "rasio"})
JUMLAH, BAGIAN = "jumlah", frozenset({"persen", "cakupan", "rasio"})
PENGALI = (100.0, 1000.0, 100_000.0)
BARIS_MIN, KOLOM_KOMPONEN = 2, 3
DUGAAN = 'tahun ke bawah; ya = realisasi "{nama}" (indikator baru), tidak = lewati'
CAPAIAN = "kepalanya Capaian; ya = realisasi, tidak = persentase capaian (dihitung buku)"
PERSEN = "kepalanya persentase; ya = realisasi, tidak = persentase capaian atau lain"
JUMLAH_ATAU_BAGIAN = "jumlah dan persentase berdampingan; ya = persentasenya yang realisasi"
WAJAR = (1.5, 300.0)  # between these a figure may be a capaian in percent, below the first one as a part of one
_BUKAN_HASIL = re.compile(
    r"\b(?:target|proyeksi|prediksi|perkiraan|rencana|prakiraan|anggaran|pagu|belanja|pegawai|penduduk)\b"
)
_DAERAH = re.compile(
    r"\s+(?:di\s+|pada\s+)?(?:provinsi|kabupaten|kota|kab\.|prov\.)\s.*$|\s+(?:tahun|th\.?)\s*\d.*$", re.IGNORECASE
)
_JUMLAH = re.compile(r"(?:jumlah|banyaknya)\b", re.IGNORECASE)
_UKURAN_BAGIAN = re.compile(r"(?:persentase|prosentase|cakupan|rasio|proporsi|tingkat|prevalensi)\b", re.IGNORECASE)
_JENIS = re.compile(rf"{_JUMLAH.pattern}|{_UKURAN_BAGIAN.pattern}", re.IGNORECASE)
"""How names of indicators begin that say whether they are a number of things or a share."""
_CAPTION = re.compile(r"tabel\s*[\d.]*\s*[:.–-]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TahunPolos:
    """The table as one row of its indicator, and why it is to be asked, "" where it is certain."""

    tabel: TabelAsing
    alasan: str = ""


def tahun_polos(t: TabelAsing, dikenal: dict[str, str]) -> TahunPolos | None:
    """The table as one row, where its rows are years and one column of it alone can be what was realised; None for any other.

    An indicator that no caption names as one that is known is asked for, and only where none is known at all.
    """
    data = t.dalam()
    kolom = [
        k for k in t.kolom if k.jalur and any(k.nomor in b.sel for b in data) and kunci_judul(k.jalur[-1]) not in NOMOR
    ]
    if t.indikator or len(t.kisi) != 1 or len(data) < BARIS_MIN or len(kolom) < 2 or not _bertahun(data, kolom[0]):
        return None
    lain = kolom[1:]
    pokok = {k.nomor: pokok_kepala(k.jalur[-1]) for k in lain}
    if {"target", "realisasi"} & {*pokok.values()} or _BUKAN_HASIL.search(kunci_judul(t.judul)):
        return None
    nama = nama_tertulis(t, dikenal)
    alasan = "" if nama else DUGAAN
    if nama is None and not dikenal:
        nama = _nama_duga(t, lain)
    if not nama:
        return None
    peran = _komponen(data, lain, pokok) or _peran(lain, pokok, nama)
    angka = next((k for k in lain if peran.get(k.nomor) == "Realisasi"), None)
    if angka is None or not _sejenis(nama, pokok[angka.nomor]):
        return None
    bercapaian = "capaian" in kunci_judul(t.judul).split() or not _UKURAN_BAGIAN.match(nama)
    if pokok[angka.nomor] == "capaian" and not _pasti_realisasi(data, angka):
        alasan = alasan or CAPAIAN
    elif pokok[angka.nomor] in BAGIAN and bercapaian and "Pembilang" not in peran.values():
        alasan = alasan or PERSEN
    elif len(lain) == KOLOM_KOMPONEN - 1 and not _JENIS.match(nama):
        alasan = alasan or JUMLAH_ATAU_BAGIAN
    sel = list(_sel(data, kolom[0], lain, peran))
    return TahunPolos(sebaris(t, sel, nama), alasan.format(nama=nama))


def _bertahun(data: Sequence[BarisAsing], awal: KolomAsing) -> bool:
    tahun = [TAHUN_SATU.fullmatch(kunci_judul(s.teks)) if (s := b.sel.get(awal.nomor)) else None for b in data]
    return all(tahun) and len({m[1] for m in tahun if m}) == len(data)


def _peran(lain: Sequence[KolomAsing], pokok: dict[int, str], nama: str) -> dict[int, str]:
    """The column of results by its header: the only one, or of a number and its share the one the indicator is."""
    if len(lain) == 1 and pokok[lain[0].nomor] in POLOS:
        return {lain[0].nomor: "Realisasi"}
    bagian = [k.nomor for k in lain if pokok[k.nomor] in BAGIAN]
    jumlah = [k.nomor for k in lain if JUMLAH in pokok[k.nomor].split()]
    if len(lain) != KOLOM_KOMPONEN - 1 or not len(bagian) == len(jumlah) == 1:
        return {}
    return {(jumlah if _JUMLAH.match(nama) else bagian)[0]: "Realisasi"}


def _sejenis(nama: str, pokok: str) -> bool:
    """May a column of numbers, or of shares, be of an indicator of that name?"""
    return not (_JUMLAH.match(nama) and pokok in BAGIAN) and not (
        _UKURAN_BAGIAN.match(nama) and JUMLAH in pokok.split()
    )


def _komponen(data: Sequence[BarisAsing], lain: Sequence[KolomAsing], pokok: dict[int, str]) -> dict[int, str]:
    """Which of three columns is the share of which two others in every row; {} where none is, or it could be read in several ways."""
    if len(lain) != KOLOM_KOMPONEN:
        return {}
    isi = [{k.nomor: angka_sel(b.sel.get(k.nomor)) for k in lain} for b in data]
    cocok = [
        (a, b, u)
        for a, b, u in permutations(k.nomor for k in lain)
        if pokok[u] in POLOS and any(all(_sebagian(x[a], x[b], x[u], kali) for x in isi) for kali in PENGALI)
    ]
    return dict(zip(cocok[0], ("Pembilang", "Penyebut", "Realisasi"), strict=True)) if len(cocok) == 1 else {}


def _sebagian(a: float | None, b: float | None, u: float | None, kali: float) -> bool:
    return None not in (a, b, u) and bool(b) and abs(a / b * kali - u) <= 0.006 + 5e-4 * kali / 100  # type: ignore[operator]


def _pasti_realisasi(data: Sequence[BarisAsing], k: KolomAsing) -> bool:
    """Is some figure too large for a capaian in percent?"""
    return any((x := angka_sel(b.sel.get(k.nomor))) is not None and abs(x) > WAJAR[1] for b in data)


def _nama_duga(t: TabelAsing, lain: Sequence[KolomAsing]) -> str:
    """What the caption is about: the header it repeats, else itself without region and years, where it begins as a measure does."""
    caption = _CAPTION.sub("", rapikan_spasi(t.judul.split("\n")[-1]), count=1)
    rapi = f" {nama_setara(caption)} "
    kepala = [x for k in lain for x in k.jalur if pokok_kepala(x) not in POLOS and len(x.split()) > 1]
    ada = [x for x in kepala if f" {nama_setara(x)} " in rapi and rapikan_spasi(x)[:1].isupper()]
    if ada:
        return rapikan_spasi(max(ada, key=len))
    polos = _DAERAH.sub("", caption).strip(" .:")
    return polos if UKURAN.match(polos) and not kunci_judul(polos).startswith("jumlah") else ""


def _sel(
    data: Sequence[BarisAsing], awal: KolomAsing, lain: Sequence[KolomAsing], peran: dict[int, str]
) -> Iterator[tuple[tuple[int, int], tuple[str, ...], SelAsing, KolomAsing]]:
    """Every cell beside the year, under the word for what it is and its year; without a header where it has no place."""
    for b in data:
        label = rapikan_spasi(b.sel[awal.nomor].teks)
        tahun = f"Tahun {label}" if label.isdigit() else label
        for k in lain:
            if (s := b.sel.get(k.nomor)) is not None and s.teks.strip():
                kata = peran.get(k.nomor)
                yield (b.nomor, k.nomor), (kata, tahun) if kata else (), s, k
