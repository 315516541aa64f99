"""The header of a table: which rows it is, and the path of every column through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_xl.inti.jumlah import jenis_jumlah
from lkjip_xl.inti.kunci import kunci_judul, kunci_nama, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.sumber.model import KolomAsing
from lkjip_xl.sumber.rupa import berangka, kata_kepala, nomor_kolom, tanpa_renggang, urut
from lkjip_xl.sumber.satuan_kepala import RUPIAH, satuan_kolom
from lkjip_xl.sumber.wilayah import Gabung, Isi

Barisan = Sequence[tuple[int, Isi]]
Kenal = Callable[[str], bool]
BARIS_MAKS = 4
_CARI = 20  # rows that may be a header by the words a caller expects
_LIHAT = 40  # rows below that tell how wide the table is
_PANJANG_MAKS = 250
_UANG_KOLOM = re.compile(rf"rp\.?\s?(?:\d|{ANGKA_TAHUN})", re.IGNORECASE)  # the amount of the first year, of 2024
_KE = re.compile(r"\bke\s*[-–]?\s*[.:]?$", re.IGNORECASE)
_TW = re.compile(r"\b(?:tw|tb|triwulan|tribulan)\)?$", re.IGNORECASE)
_KE_TW = ["1", "2", "3", "4"]
_KODE = ("kode", "kd", "no", "nomor", "rekening", "rek")


@dataclass(frozen=True, slots=True)
class Kepala:
    """Rows of a header by their places in a run of rows (akhir: the first behind it), and whether its words prove it."""

    awal: int
    akhir: int
    kuat: bool


def cari_kepala(baris: Barisan, gabung: Gabung, kenal: Kenal | None = None) -> Kepala | None:
    """The first header in a run of rows; None where nothing looks like one. Behind figures only its words prove one.

    kenal: words of headers the caller expects; a row of them is a header where no row proves to be one by its looks.
    """
    kepala = _menurut_rupa(baris, gabung)
    if kenal is None or (kepala is not None and kepala.kuat):
        return kepala
    return _menurut_kata(baris, gabung, kenal) or kepala


def _menurut_rupa(baris: Barisan, gabung: Gabung) -> Kepala | None:
    ada_angka = False
    for i, (_, isi) in enumerate(baris):
        kepala = kepala_di(baris, i, gabung)
        if kepala is not None and (kepala.kuat or not ada_angka):
            return kepala
        ada_angka = ada_angka or (len(isi) > 2 and any(berangka(s) for s in isi.values()))
    return None


def _menurut_kata(baris: Barisan, gabung: Gabung, kenal: Kenal) -> Kepala | None:
    """The row that names most of the columns the caller expects, two at least; of a list of one column its first row."""
    kena = [sum(kenal(s.teks) for s in isi.values()) for _, isi in baris[:_CARI]]
    i = max(range(len(kena)), key=lambda i: (kena[i], -i))
    if kena[i] > 1 or (kena[0] and all(len(isi) == 1 for _, isi in baris)):
        i = i if kena[i] > 1 else 0
        return Kepala(i, max(i + 1, akhir_kepala(baris, i, gabung)), True) if i + 1 < len(baris) else None
    return None


def kepala_di(baris: Barisan, i: int, gabung: Gabung) -> Kepala | None:
    """The header that begins with row i; None where that row cannot be one."""
    if not _layak(baris, i):
        return None
    lebar = {k for b, isi in baris[i : i + _LIHAT] if len(isi) > 1 for k in isi}
    tutup = _liputan(baris, i, gabung)
    if i + 1 < len(baris) and _layak(baris, i + 1):
        tutup |= _liputan(baris, i + 1, gabung)
    if 2 * len(tutup & lebar) < len(lebar):
        return None
    akhir = akhir_kepala(baris, i, gabung)
    sel = [s for _, isi in baris[i:akhir] for s in isi.values()]
    kuat = sum(kata_kepala(s.teks) for s in sel)
    kuat = (kuat >= 2 and 2 * kuat >= min(len(sel), 8)) or (kuat > 2 and 5 * kuat >= 2 * len(sel))
    if kuat or _bernomor(baris, akhir):
        return Kepala(i, akhir, True)
    bawah = baris[akhir : akhir + _LIHAT]
    pertama = min(lebar)
    beda = any(berangka(s) and (k > pertama or not urut(s)) for _, isi in bawah for k, s in isi.items())
    if beda or (len(lebar) > 2 and len(bawah) > 1 and any(len(isi) > 2 for _, isi in bawah)):
        return Kepala(i, akhir, False)
    return None


def kepala_berjudul(baris: Barisan, gabung: Gabung) -> Kepala | None:
    """The first rows as a header because a title "Tabel …" stands right above them, whatever the one row below them says."""
    if len(baris) < 2 or not _layak(baris, 0):
        return None
    akhir = akhir_kepala(baris, 0, gabung)
    akhir = akhir if akhir < len(baris) else 1
    return Kepala(0, akhir, False) if len(baris[akhir][1]) > 1 else None


def _layak(baris: Barisan, i: int) -> bool:
    isi = baris[i][1]
    if len(isi) < 2 or any(
        (berangka(s) and not _UANG_KOLOM.fullmatch(s.teks)) or len(s.teks) > _PANJANG_MAKS for s in isi.values()
    ):
        return False
    teks = [s.teks for s in isi.values()]
    if any(t.startswith(":") or t.endswith(":") for t in teks):
        return False
    return jenis_jumlah(teks[0]) != "jumlah" or kata_kepala(teks[1])


def _liputan(baris: Barisan, i: int, gabung: Gabung) -> set[int]:
    b, isi = baris[i]
    return {c for k in isi for c in range(k, min(gabung.kanan(b, k), k + 200) + 1)}


def _bernomor(baris: Barisan, i: int) -> bool:
    return i < len(baris) and baris_nomor(baris[i][1])


def nomor_baris(isi: Isi, mulai: int = 0) -> dict[int, int]:
    """The numbers that a row gives its columns, {} where it numbers none: `(1) (2)`, `1 2 3`, `6=4/5*100`, `(7) (8)`.

    Only numbers in brackets may begin anywhere; mulai: the number with which others may begin, too.
    """
    nomor = {k: nomor_kolom(s) for k, s in isi.items()}
    urut_nomor = [x for x in nomor.values() if x is not None]
    berkurung = all(s.teks.startswith("(") for s in isi.values())
    if len(urut_nomor) < max(2, len(nomor)) or (len(nomor) < 3 and not berkurung):
        return {}
    if urut_nomor[0] not in (0, 1, mulai) and not (
        berkurung and all(s.teks.strip("() ").isdigit() for s in isi.values())
    ):
        return {}
    berderet = all(1 <= b - a <= 2 for a, b in pairwise(urut_nomor))
    return {k: x for k, x in nomor.items() if x is not None} if berderet else {}


def baris_nomor(isi: Isi) -> bool:
    """Is this the row that numbers the columns?"""
    return bool(nomor_baris(isi))


def akhir_kepala(baris: Barisan, i: int, gabung: Gabung) -> int:
    """First row behind the header that begins with row i."""
    b0, isi0 = baris[i]
    for j in range(i + 1, min(i + BARIS_MAKS, len(baris))):
        if _tahun_ke(baris[i:j], baris[j][1], gabung):
            continue
        if baris_nomor(baris[j][1]):
            return j
        if any(berangka(s) for s in baris[j][1].values()):
            break
    bawah = max(gabung.bawah(b0, k) for k in isi0)
    akhir, atas = i + 1, isi0
    while akhir < min(i + BARIS_MAKS, len(baris)):
        b, isi = baris[akhir]
        if any(berangka(s) for s in isi.values()) and not _tahun_ke(baris[i:akhir], isi, gabung):
            break
        if b <= bawah or _anak(baris[akhir - 1][0], atas, isi, gabung):
            bawah = max([bawah, *(gabung.bawah(b, k) for k in isi)])
            atas = {**atas, **isi}
            akhir += 1
            continue
        break
    return akhir


def _tahun_ke(atas: Barisan, isi: Isi, gabung: Gabung) -> bool:
    """Are these the numbers of years under a header "Target Tahun ke-", or 1 to 4 of quarters under "Target TW", words beside them?"""
    luas = [(k, gabung.kanan(b, k)) for b, x in atas for k, s in x.items() if _KE.search(s.teks)]
    if isi and all(any(a <= k <= z for a, z in luas) for k in isi):
        return True
    luas = [(k, gabung.kanan(b, k)) for b, x in atas for k, s in x.items() if _TW.search(s.teks.strip())]
    angka = {k: s.teks.strip() for k, s in isi.items() if berangka(s)}
    return (
        bool(angka)
        and all([x for k, x in angka.items() if a <= k <= z] == _KE_TW for a, z in luas)
        and all(any(a <= k <= z for a, z in luas) for k in angka)
    )


def _anak(b: int, atas: Isi, isi: Isi, gabung: Gabung) -> bool:
    """Does a row name the columns under group headers of the row above: only where that one is blank or begins a group?"""
    baru = 0
    for k in isi:
        if k not in atas:
            baru += 1
        elif gabung.kanan(b, k) == k and not (k + 1 not in atas and k + 1 in isi):
            return False
    return baru > 0


def susun_kolom(baris: Barisan, gabung: Gabung, terpakai: Sequence[int], faktor: float) -> tuple[KolomAsing, ...]:
    """Columns with their paths, units and factors; cells under one merged header, and parts of a kode, are one column."""
    jalur = _jalur(baris, gabung, terpakai)
    hasil: list[KolomAsing] = []
    jangkar: tuple[tuple[int, int], ...] = ()
    for k in terpakai:
        kini = tuple(t for t, _ in jalur[k])
        teks = tuple(dict.fromkeys(tanpa_renggang(x) for _, x in jalur[k] if x))
        lanjut = (kini and kini == jangkar) or (not kini and hasil and _kode(hasil[-1]))
        if lanjut and hasil:
            h = hasil[-1]
            hasil[-1] = replace(h, gabung=(*h.gabung, k))
            continue
        hasil.append(KolomAsing(k, teks))
        jangkar = kini
    satuan = satuan_kolom([k.jalur for k in hasil])
    return tuple(
        replace(k, satuan=s, pengali=faktor if kali == 1.0 and s in ("", RUPIAH) else kali)
        for k, (s, kali) in zip(hasil, satuan, strict=True)
    )


def _kode(k: KolomAsing) -> bool:
    return bool(k.jalur) and kunci_nama(k.jalur[-1]).partition(" ")[0] in _KODE


def _jalur(baris: Barisan, gabung: Gabung, terpakai: Sequence[int]) -> dict[int, list[tuple[tuple[int, int], str]]]:
    """By column the header cells above it, from the top: their places and texts."""
    hasil: dict[int, list[tuple[tuple[int, int], str]]] = {k: [] for k in terpakai}
    for n, (b, isi) in enumerate(baris):
        dalam = {k for _, x in baris[n + 1 :] for k in x}
        kelompok: tuple[int, int] | None = None
        sampai = 0
        for k in terpakai:
            if k in isi:
                tempat: tuple[int, int] | None = (b, k)
                sampai = gabung.kanan(b, k)
                kelompok = (b, k) if sampai > k or k in dalam else None
            elif k <= sampai or (kelompok and k in dalam and not _tertutup(hasil[k], b, gabung)):
                tempat = kelompok
            else:
                tempat = kelompok = None
            if tempat is not None and not _tertutup(hasil[k], b, gabung):
                hasil[k].append((tempat, rapikan_spasi(isi[tempat[1]].teks)))
    return hasil


def _tertutup(jalur: list[tuple[tuple[int, int], str]], b: int, gabung: Gabung) -> bool:
    """Does a header cell above reach down over this row?"""
    return bool(jalur) and gabung.bawah(*jalur[-1][0]) >= b


def kunci_kepala(baris: Barisan) -> list[dict[int, str]]:
    """Keys of the header rows by column, to know a header that is printed again."""
    return [{k: kunci_judul(s.teks) for k, s in isi.items()} for _, isi in baris]
