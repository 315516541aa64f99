"""Category scales as data: bands from the highest down, the first that fits names the category."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from lkjip_xl.inti.bacaan import Status, baca, baca_rentang
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat

Isi = TypeVar("Isi")

_LEBIH_ATAU_SAMA = frozenset((">=", "≥", ""))
_LEBIH = ">"
_AWALAN_BATAS = re.compile(
    r"^\s*(?:≥|>=|>|min(?:imal|imum|\.)?(?!\w)|lebih\s+dari|di\s?atas|sekurang-kurangnya|paling\s+sedikit)\s*",
    re.IGNORECASE,
)

_ANGKA = re.compile(r"\d+(?:[.,]\d+)?")
_PREDIKAT = ((90, "AA"), (80, "A"), (70, "BB"), (60, "B"), (50, "CC"), (30, "C"))
PREDIKAT_SAKIP = (*(kata for _, kata in _PREDIKAT), "D")


@dataclass(frozen=True, slots=True)
class Pita:
    """One band: lower bound (None: none), its sign (>=, ≥, blank or >), the category, the text as printed."""

    batas: float | None
    tanda: str
    kategori: str
    teks: str = ""

    def memuat(self, nilai: float) -> bool:
        """Whether a value, already rounded as shown, falls into this band; an unknown sign raises ValueError.

        >>> Pita(100, ">", "Sangat Baik").memuat(100.0)
        False
        """
        if not self.tanda_dikenal:
            raise ValueError(f"Tanda “{self.tanda}” tidak dikenal: isi >= atau >")
        if self.batas is None:
            return True
        return nilai > self.batas if self.tanda.strip() == _LEBIH else nilai >= self.batas

    @property
    def tanda_dikenal(self) -> bool:
        """Whether the sign is one of those a scale may use."""
        return self.tanda.strip() in _LEBIH_ATAU_SAMA or self.tanda.strip() == _LEBIH

    @property
    def puncak_tercetak(self) -> float | None:
        """The upper bound its printed text names: the second of two numbers, the only one of the last band.

        >>> Pita(76, ">=", "Sedang", "76 % ≤ 90 %").puncak_tercetak, Pita(91, ">=", "Tinggi", "≥ 91").puncak_tercetak
        (90.0, None)
        """
        angka = [baca(x).nilai for x in _ANGKA.findall(self.teks)]
        return angka[-1] if len(angka) == 2 or (self.batas is None and len(angka) == 1) else None


class Skala(tuple[Pita, ...]):
    """A category scale; rows without a category count for nothing, an empty scale claims no category."""

    __slots__ = ()

    def kategori(self, capaian: float | None, desimal: int = 2) -> str | None:
        """Kategori capaian: pita pertama dari atas yang memuat capaian sebagaimana ditampilkan.

        capaian in percent, rounded half away from zero to desimal first, so a shown 100,00 is never below 100.
        None where the capaian is None or no band fits.

        >>> skala = Skala((Pita(100, ">=", "Berhasil"), Pita(None, "", "Kurang")))
        >>> skala.kategori(99.995), skala.kategori(99.994), skala.kategori(None)
        ('Berhasil', 'Kurang', None)
        """
        if capaian is None:
            return None
        tampil = bulat(capaian, desimal)
        return next((pita.kategori for pita in self._terisi() if pita.memuat(tampil)), None)

    def masalah(self) -> list[str]:
        """Codes of what is wrong with the scale: tanda, batas_akhir, batas_ganda, urutan, kategori_ganda.

        >>> Skala((Pita(75, ">=", "Baik"), Pita(100, ">=", "Sangat Baik"))).masalah()
        ['batas_akhir', 'urutan']
        """
        pita = self._terisi()
        batas = [p.batas for p in pita]
        ada = [b for b in batas if b is not None]
        # 100 with ">" above 100 with ">=" is a scale too: exactly 100 has a band of its own.
        kunci = [(p.batas, p.tanda.strip() == _LEBIH) for p in pita if p.batas is not None]
        nama = [kunci_teks(p.kategori) for p in pita]
        temuan = {
            "tanda": not all(p.tanda_dikenal for p in pita),
            "batas_akhir": bool(pita) and (batas[-1] is not None or None in batas[:-1]),
            "batas_ganda": len(set(kunci)) < len(kunci),
            "urutan": ada != sorted(ada, reverse=True) or _longgar_di_atas(kunci),
            "kategori_ganda": len(set(nama)) < len(nama),
        }
        return [kode for kode, salah in temuan.items() if salah]

    def tak_bersambung(self, desimal: int = 2) -> list[tuple[Pita, Pita]]:
        """Neighbours (upper, lower) whose printed texts leave a gap at the decimals shown, or overlap.

        >>> atas, bawah = Pita(91, ">=", "Tinggi", "91 – 100"), Pita(None, "", "Sedang", "76 – 90")
        >>> len(Skala((atas, bawah)).tak_bersambung(2)), len(Skala((atas, bawah)).tak_bersambung(0))
        (1, 0)
        """
        return [
            (atas, bawah)
            for atas, bawah in pairwise(self._terisi())
            if atas.batas is not None
            and (puncak := bawah.puncak_tercetak) is not None
            and not 0 <= bulat(atas.batas - puncak, 9) <= bulat(10.0**-desimal, 9)
        ]

    def _terisi(self) -> list[Pita]:
        return [pita for pita in self if pita.kategori.strip()]


def _longgar_di_atas(kunci: Sequence[tuple[float, bool]]) -> bool:
    """A >= band directly above a > band of the same bound leaves the lower one nothing to hold."""
    return any(atas[0] == bawah[0] and bawah[1] and not atas[1] for atas, bawah in pairwise(kunci))


def baca_skala(baris: Iterable[Sequence[object]]) -> Skala:
    """Skala dari baris sel batas bawah | tanda | kategori [| teks tercetak], tertinggi lebih dahulu.

    Bounds may be text numbers; a bound that cannot be read and a row shorter than three cells raise ValueError.
    Rows without a category are dropped.

    >>> baca_skala([(91, ">=", "Sangat Tinggi"), (None, None, "Rendah")]).kategori(90.995)
    'Sangat Tinggi'
    """
    return Skala(pita for pita in map(_baca_pita, baris) if pita is not None)


def baris_bernama(baris: Iterable[Sequence[Isi]], nama: object = None) -> list[Sequence[Isi]]:
    """The rows of one scale, without their fourth cell, which names it; blank: the rows without a name.

    >>> baris_bernama([(91, ">=", "Tinggi"), (80, ">=", "Baik", "Anggaran")], "anggaran")
    [(80, '>=', 'Baik')]
    """
    return [b[:3] for b in baris if kunci_teks(b[3] if len(b) > 3 else None) == kunci_teks(nama)]


def usul_batas(teks: object) -> float | None:
    """What a bound with words around its number probably means; None where no lower bound suggests itself.

    >>> usul_batas("≥ 91 persen"), usul_batas("91–100"), usul_batas("< 30"), usul_batas("BB / 70")
    (91.0, 91.0, None, None)
    """
    rapi = _AWALAN_BATAS.sub("", str(teks))
    rentang = baca_rentang(rapi)
    return baca(rapi).usulan if rentang is None else rentang[0]


def _baca_pita(baris: Sequence[object]) -> Pita | None:
    if len(baris) < 3:
        raise ValueError("Skala perlu tiga kolom: batas bawah, tanda, kategori")
    tanda, kategori, teks = (_teks(sel) for sel in (*baris[1:], None)[:3])
    if not kategori:
        return None
    batas = baca(baris[0])
    if batas.status is Status.GALAT:
        raise ValueError(f"Batas “{baris[0]}” tidak terbaca sebagai angka")
    return Pita(batas.nilai, tanda, kategori, teks)


def _teks(sel: object) -> str:
    return "" if baca(sel).status is Status.KOSONG else str(sel).strip()


def predikat_sakip(nilai: float) -> str:
    """Predikat SAKIP dari nilai 0–100: AA, A, BB, B, CC, C, atau D.

    The value is rounded to two decimals first; bounds are strict, so 90,00 is A. Outside 0–100: ValueError.

    >>> predikat_sakip(90.03), predikat_sakip(90), predikat_sakip(30)
    ('AA', 'A', 'D')
    """
    tampil = bulat(nilai, 2)
    if not 0 <= tampil <= 100:
        raise ValueError("Nilai SAKIP harus antara 0 dan 100")
    return next((predikat for batas, predikat in _PREDIKAT if tampil > batas), "D")
