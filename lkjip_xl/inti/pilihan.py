"""The choices a formula offers — direction of an indicator, method of efficiency — and their everyday words."""

from enum import StrEnum
from functools import lru_cache

from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_pilihan


class Arah(StrEnum):
    """Direction of an indicator: what counts as better."""

    NAIK = "naik"
    TURUN = "turun"
    TURUN_RASIO = "turun-rasio"
    RENTANG = "rentang"


class Metode(StrEnum):
    """Method of computing efficiency."""

    SELISIH = "selisih"
    RASIO = "rasio"
    PMK214 = "pmk214"
    PMK214_TERTIMBANG = "pmk214-tertimbang"
    INDEKS = "indeks"
    NILAI = "nilai"
    TIDAK = "tidak-dihitung"
    SISA = "sisa"


class Cara(StrEnum):
    """How a target is turned into a capaian, where the agency states it: what a bound counts as, whether only meeting it counts."""

    TIDAK = "tidak-dihitung"  # a bound gives no capaian
    RUMUS = "rumus"  # a bound counts as its number
    BATAS = "batas-terpenuhi"  # a bound that is met is 100, else 0; numbers by formula
    TERPENUHI = "terpenuhi"  # any target that is met is 100, else 0


# Keys are squeezed as kunci_pilihan does.
_ARAH = {
    **dict.fromkeys(
        [
            "naik",
            "tinggi",
            "positif",
            "maksimal",
            "rumus1",
            "maximize",
            "+",
            "semakintinggisemakinbaik",
            "makintinggimakinbaik",
        ],
        Arah.NAIK,
    ),
    **dict.fromkeys(
        [
            "turun",
            "rendah",
            "negatif",
            "minimal",
            "rumus2",
            "minimize",
            "semakinrendahsemakinbaik",
            "makinrendahmakinbaik",
        ],
        Arah.TURUN,
    ),
    **dict.fromkeys(["turunrasio", "rasioturun", "rasio"], Arah.TURUN_RASIO),
    **dict.fromkeys(["rentang", "range", "kisaran", "interval", "stabil"], Arah.RENTANG),
}
_METODE = {
    "selisih": Metode.SELISIH,
    "rasio": Metode.RASIO,
    "pmk214": Metode.PMK214,
    "pmk214/2017": Metode.PMK214,
    "pmk214tertimbang": Metode.PMK214_TERTIMBANG,
    "pmk214/2017tertimbang": Metode.PMK214_TERTIMBANG,
    "indeks": Metode.INDEKS,
    "nilai": Metode.NILAI,
    "nilaiefisiensi": Metode.NILAI,
    "tidakdihitung": Metode.TIDAK,
    "sisa": Metode.SISA,
    "100serapan": Metode.SISA,
}
_CARA = {
    "tidakdihitung": Cara.TIDAK,
    "rumus": Cara.RUMUS,
    "batasterpenuhi": Cara.BATAS,
    "terpenuhi": Cara.TERPENUHI,
}


_KATA = {Arah: _ARAH, Metode: _METODE, Cara: _CARA}


def sinonim(pilihan: Arah | Metode | Cara) -> tuple[str, ...]:
    """The words that name a choice, squeezed.

    >>> sinonim(Arah.TURUN_RASIO)
    ('turunrasio', 'rasioturun', 'rasio')
    """
    return tuple(kata for kata, x in _KATA[type(pilihan)].items() if x is pilihan)


def _pilih(teks: str, kamus: dict, apa: str):
    kunci = kunci_pilihan(teks)
    if kunci in kamus:
        return kamus[kunci]
    dekat = terdekat(kunci, kamus, 0.6)
    usul = f"; maksud Anda “{kamus[dekat]}”?" if dekat else f"; pilih {', '.join(dict.fromkeys(kamus.values()))}"
    raise ValueError(f"{apa} “{teks}” tidak dikenal{usul}")


@lru_cache(maxsize=256)
def baca_arah(teks: str) -> Arah:
    """Arah indikator dari kata sehari-hari, tanpa membedakan huruf besar, spasi, dan tanda hubung.

    An unknown word raises ValueError that names the closest known arah.

    >>> baca_arah("Semakin Rendah Semakin Baik")
    <Arah.TURUN: 'turun'>
    """
    return _pilih(teks, _ARAH, "Arah")


def arah_sel(isi: object) -> Arah | None:
    """The direction a cell names: naik where it is blank, None where it holds no such word.

    >>> arah_sel(None), arah_sel("semakin rendah semakin baik"), arah_sel("#REF!")
    (<Arah.NAIK: 'naik'>, <Arah.TURUN: 'turun'>, None)
    """
    try:
        return Arah.NAIK if isi is None else baca_arah(str(isi))
    except ValueError:
        return None


@lru_cache(maxsize=256)
def baca_metode(teks: str) -> Metode:
    """Metode efisiensi dari tulisannya, tanpa membedakan huruf besar, spasi, dan tanda hubung.

    An unknown word raises ValueError that names the closest known method.

    >>> baca_metode("PMK 214/2017")
    <Metode.PMK214: 'pmk214'>
    """
    return _pilih(teks, _METODE, "Metode efisiensi")


@lru_cache(maxsize=256)
def baca_cara(teks: str) -> Cara:
    """Cara capaian dari tulisannya, tanpa membedakan huruf besar, spasi, dan tanda hubung.

    An unknown word raises ValueError that names the closest known one.

    >>> baca_cara("Batas terpenuhi")
    <Cara.BATAS: 'batas-terpenuhi'>
    """
    return _pilih(teks, _CARA, "Cara capaian")
