"""The formulas of the LKjIP: capaian, kemajuan, serapan, efisiensi and their averages.

Pure arithmetic on floats. What is undefined raises TakTerdefinisi (#DIV/0! in a cell); an argument that
makes no sense raises ValueError (#VALUE!); None stands for "not measured".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from math import fsum

from lkjip_xl.inti.pilihan import Arah, Metode, baca_arah, baca_metode

__all__ = [
    "Arah",
    "BatasTarget",
    "Metode",
    "RentangTarget",
    "TakTerdefinisi",
    "baca_arah",
    "baca_metode",
    "bulat",
    "bulat_desimal",
    "capaian",
    "efisiensi",
    "efisiensi_total",
    "kemajuan",
    "rata_capaian",
    "realisasi_komponen",
    "serapan",
]

RentangTarget = tuple[float, float]

LEBIH = frozenset({"≥", ">"})  # signs of a bound that asks for more

_HEMAT = 20.0  # per cent saved or overspent beyond which NILAI is full or 0
_TERJAUH = 330  # decimals beyond which no float has a digit
_LUAS = Context(prec=700)  # quantize fails beyond the precision; this holds any float at any sensible desimal


class TakTerdefinisi(ArithmeticError):
    """The formula has no value for these arguments, as a division by zero has none."""


@dataclass(frozen=True, slots=True)
class BatasTarget:
    """A target that is a bound: its sign (≥, >, ≤ or <) and its number."""

    tanda: str
    nilai: float

    def searah(self, arah: Arah) -> bool:
        """Does the bound ask for what the direction calls better?

        >>> BatasTarget("≥", 80).searah(Arah.NAIK), BatasTarget("≥", 80).searah(Arah.TURUN)
        (True, False)
        """
        return arah in ((Arah.NAIK,) if self.tanda in LEBIH else (Arah.TURUN, Arah.TURUN_RASIO))

    def terpenuhi(self, realisasi: float) -> bool:
        """Is the bound kept?

        >>> BatasTarget("<", 30).terpenuhi(30), BatasTarget("≤", 30).terpenuhi(30)
        (False, True)
        """
        if realisasi == self.nilai:
            return self.tanda in ("≥", "≤")
        return (realisasi > self.nilai) is (self.tanda in LEBIH)


def bulat(x: float, desimal: int = 2) -> float:
    """Pembulatan setengah menjauhi nol seperti Excel menampilkannya.

    Works on the decimal value with 15 significant digits, which is what Excel shows and rounds;
    round() and floor(x·100 + 0.5) differ from it on ties. A negative desimal rounds to tens, hundreds …

    >>> bulat(1.005), bulat(2.675), bulat(-0.125), round(1.005, 2)
    (1.01, 2.68, -0.13, 1.0)
    """
    return float(bulat_desimal(x, desimal))


def bulat_desimal(x: float, desimal: int = 2) -> Decimal:
    """The rounding of bulat as an exact Decimal, for those who write the number out.

    >>> bulat_desimal(99.995)
    Decimal('100.00')
    """
    tempat = max(-_TERJAUH, min(desimal, _TERJAUH))
    return Decimal(format(x, ".15g")).quantize(Decimal(1).scaleb(-tempat), ROUND_HALF_UP, _LUAS)


def capaian(
    target: float | RentangTarget | BatasTarget,
    realisasi: float,
    arah: Arah = Arah.NAIK,
    batas: float | None = None,
    batas_bawah: float | None = None,
    *,
    penuh_bila_terpenuhi: bool = False,
) -> float:
    """Capaian kinerja dalam persen: realisasi dibandingkan dengan target menurut arah indikator.

    Units: target and realisasi in the indicator's own unit; result in percent (102.65 = 102,65 %).
    Formula: NAIK R/T·100; TURUN (2T−R)/T·100 — "Rumus 1/2" of the LKjIP; TURUN_RASIO T/R·100; RENTANG with
    target (a, b): inside 100, above (2b−R)/b·100, below R/a·100 (our definition). batas caps the result,
    batas_bawah is its floor (0: never below 0); the cap counts last. penuh_bila_terpenuhi: 100 where the target is met, else 0.
    A bound counts as its number, its own sign says whether it is met. Undefined: a negative target, T = 0 with R ≠ 0, TURUN_RASIO with R ≤ 0 raise TakTerdefinisi; T = R = 0 is 100.

    >>> round(capaian(75, 76.99), 2)
    102.65
    >>> round(capaian(4.77, 5.46, Arah.TURUN), 2)
    85.53
    >>> capaian((90, 100), 110, Arah.RENTANG)
    90.0
    """
    if batas is not None and batas <= 0:
        raise ValueError("Batas capaian harus lebih besar dari 0")
    if penuh_bila_terpenuhi:
        hasil = 100.0 if _terpenuhi(target, realisasi, arah) else 0.0
    elif isinstance(target, BatasTarget):
        hasil = _capaian_tunggal(target.nilai, realisasi, arah)
    elif arah is Arah.RENTANG:
        bawah, atas = target if isinstance(target, tuple) else (target, target)
        hasil = _capaian_rentang(bawah, atas, realisasi)
    elif isinstance(target, tuple):
        raise ValueError("Target berupa rentang hanya untuk arah rentang")
    else:
        hasil = _capaian_tunggal(target, realisasi, arah)
    if batas_bawah is not None:
        hasil = max(hasil, float(batas_bawah))
    return hasil if batas is None else min(hasil, float(batas))


def _terpenuhi(target: float | RentangTarget | BatasTarget, realisasi: float, arah: Arah) -> bool:
    if isinstance(target, BatasTarget):
        return target.terpenuhi(realisasi)
    bawah, atas = target if isinstance(target, tuple) else (target, target)
    if isinstance(target, tuple) and arah is not Arah.RENTANG:
        raise ValueError("Target berupa rentang hanya untuk arah rentang")
    if bawah > atas:
        raise ValueError("Batas bawah rentang lebih besar dari batas atas")
    lebih, kurang = realisasi >= bawah, realisasi <= atas
    return lebih and kurang if arah is Arah.RENTANG else lebih if arah is Arah.NAIK else kurang


def _capaian_tunggal(target: float, realisasi: float, arah: Arah) -> float:
    if target < 0:
        raise TakTerdefinisi("target negatif")
    if target == 0:
        if realisasi == 0:
            return 100.0
        raise TakTerdefinisi("target 0 dengan realisasi bukan 0")
    if arah is Arah.NAIK:
        return realisasi / target * 100
    if arah is Arah.TURUN:
        return (2 * target - realisasi) / target * 100
    if realisasi <= 0:
        raise TakTerdefinisi("realisasi 0 atau negatif pada arah turun-rasio")
    return target / realisasi * 100


def _capaian_rentang(bawah: float, atas: float, realisasi: float) -> float:
    if bawah > atas:
        raise ValueError("Batas bawah rentang lebih besar dari batas atas")
    if bawah < 0:
        raise TakTerdefinisi("rentang target negatif")
    if bawah <= realisasi <= atas:
        return 100.0
    if realisasi > atas:
        return _bagi(2 * atas - realisasi, atas, "batas rentang 0") * 100
    return _bagi(realisasi, bawah, "batas rentang 0") * 100


def kemajuan(realisasi: float, target_akhir: float | RentangTarget, arah: Arah = Arah.NAIK) -> float:
    """Tingkat kemajuan dalam persen: realisasi tahun ini dibandingkan dengan target akhir Renstra.

    Same formula, units and undefined cases as capaian.

    >>> round(kemajuan(76.99, 80), 2)
    96.24
    """
    return capaian(target_akhir, realisasi, arah)


def realisasi_komponen(pembilang: float, penyebut: float, pengali: float = 1.0) -> float:
    """Realisasi dari komponennya: pembilang / penyebut · pengali, tanpa pembulatan.

    pengali is data of the indicator (100 for a percentage, 1 for a ratio …). penyebut 0 raises TakTerdefinisi.

    >>> round(realisasi_komponen(2741, 3560, 100), 2)
    76.99
    """
    return _bagi(pembilang, penyebut, "penyebut 0") * pengali


def serapan(pagu: float | None, realisasi: float | None) -> float | None:
    """Serapan anggaran dalam persen: realisasi dibagi pagu.

    Units: both in rupiah. No budget and no spending (blank or 0) gives None, as does a pagu without a
    realisasi; spending without a budget or a negative pagu raises TakTerdefinisi.

    >>> round(serapan(575_000_000, 538_642_907), 2)
    93.68
    """
    if not pagu:
        if not realisasi:
            return None
        raise TakTerdefinisi("realisasi tanpa pagu")
    if pagu < 0:
        raise TakTerdefinisi("pagu negatif")
    return None if realisasi is None else realisasi / pagu * 100


def efisiensi(capaian: float, serapan: float, metode: Metode = Metode.SELISIH) -> float | None:
    """Efisiensi dalam persen dari capaian kinerja dan serapan anggaran, menurut metode yang dipilih.

    Formula: SELISIH c − s; RASIO c/s·100; INDEKS c/s − 1; PMK214 (1 − s/c)·100 ("cara PMK 214/2017"); NILAI 50 + E/20·50
    with E of PMK214 kept within −20 … 20; SISA 100 − s; TIDAK gives None. RASIO and INDEKS with s = 0, PMK214 and NILAI with c = 0
    raise TakTerdefinisi; PMK214_TERTIMBANG needs the single rows: ValueError here (see efisiensi_total).

    >>> round(efisiensi(102.65, 93.68, Metode.PMK214), 2)
    8.74
    """
    if metode is Metode.SELISIH:
        return capaian - serapan
    if metode is Metode.TIDAK:
        return None
    if metode is Metode.SISA:
        return 100 - serapan
    if metode is Metode.PMK214_TERTIMBANG:
        raise ValueError("Metode pmk214-tertimbang hanya untuk efisiensi total")
    if metode in (Metode.RASIO, Metode.INDEKS):
        rasio = _bagi(capaian, serapan, "serapan 0")
        return rasio * 100 if metode is Metode.RASIO else rasio - 1
    hemat = (1 - _bagi(serapan, capaian, "capaian 0")) * 100
    return hemat if metode is Metode.PMK214 else 50 + max(-_HEMAT, min(hemat, _HEMAT)) / _HEMAT * 50


def efisiensi_total(
    capaian: Sequence[float | None],
    pagu: Sequence[float | None],
    realisasi: Sequence[float | None],
    metode: Metode = Metode.SELISIH,
) -> float | None:
    """Efisiensi total dalam persen: metode diterapkan pada rata-rata capaian dan jumlah realisasi / jumlah pagu.

    PMK214_TERTIMBANG instead weighs each row by its pagu: Σ(pagu·C − RA)/Σ(pagu·C)·100 over the rows
    that have both; its three sequences must be equally long (ValueError). Blanks (None) are ignored;
    without any capaian, or without a serapan, the result is None.

    >>> efisiensi_total([100, 80], [200, 100], [150, 90])
    10.0
    """
    if metode is Metode.PMK214_TERTIMBANG:
        return _efisiensi_tertimbang(capaian, pagu, realisasi)
    rata = _rata(_ada(capaian))
    if rata is None:
        return None
    terserap = serapan(_jumlah(pagu), _jumlah(realisasi))
    return None if terserap is None else efisiensi(rata, terserap, metode)


def _efisiensi_tertimbang(capaian: Sequence, pagu: Sequence, realisasi: Sequence) -> float | None:
    if not len(capaian) == len(pagu) == len(realisasi):
        raise ValueError("Capaian, pagu, dan realisasi harus sama banyak")
    baris = [
        (p * c / 100, r or 0.0)
        for c, p, r in zip(capaian, pagu, realisasi, strict=False)
        if c is not None and p is not None
    ]
    if not baris:
        return None
    volume = fsum(v for v, _ in baris)
    if volume == 0:
        raise TakTerdefinisi("jumlah pagu kali capaian 0")
    return fsum(v - r for v, r in baris) / volume * 100


def rata_capaian(nilai: Iterable[float | None], desimal: int = 2, batas: float | None = None) -> float | None:
    """Rata-rata capaian seperti dicetak: tiap nilai dipotong batas, dibulatkan, lalu dirata-rata biasa.

    The mean itself is not rounded; blanks (None) are ignored; without any value the result is None.

    >>> rata_capaian([102.65333, 104.86563, 99.92231, 100.05848])
    101.875
    """
    if batas is not None and batas <= 0:
        raise ValueError("Batas capaian harus lebih besar dari 0")
    return _rata([bulat(n if batas is None else min(n, batas), desimal) for n in _ada(nilai)])


def _bagi(pembilang: float, penyebut: float, sebab: str) -> float:
    if penyebut == 0:
        raise TakTerdefinisi(sebab)
    return pembilang / penyebut


def _ada(nilai: Iterable[float | None]) -> list[float]:
    return [n for n in nilai if n is not None]


def _jumlah(nilai: Iterable[float | None]) -> float | None:
    ada = _ada(nilai)
    return fsum(ada) if ada else None


def _rata(ada: list[float]) -> float | None:
    return fsum(ada) / len(ada) if ada else None
