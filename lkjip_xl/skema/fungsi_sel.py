"""Cell functions a schema may use in `rumus:`, each defined once for Python and once as worksheet formula.

The worksheet functions (CAPAIAN, KATEGORI …) come from `lkjip_xl.inti.fungsi` and are written into the cell under
their own name: the workbook's engine supplies them. The small ones below are plain worksheet formulas everywhere.
A blank is None in Python and "" in the cell; an error is a `Galat` and passes through, as in Excel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from lkjip_xl.inti.fungsi import FUNGSI, Galat
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.tabel_fungsi import TABEL, Kosong

Nilai = float | str | Galat | None


@dataclass(frozen=True, slots=True)
class FungsiSel:
    """A cell function: its Python meaning, its worksheet text and the number of arguments it takes.

    terpakai: of a function that chooses among its arguments, the positions of those its result was taken from.
    """

    nama: str
    python: Callable[..., Nilai]
    excel: Callable[[Sequence[str]], str]
    sedikitnya: int
    sebanyaknya: int | None
    terpakai: Callable[[Sequence[Nilai]], Sequence[int]] = lambda nilai: range(len(nilai))


def _angka(x: Nilai) -> TypeGuard[float]:
    return isinstance(x, (int, float)) and not isinstance(x, bool)


def galat_pertama(nilai: Sequence[Nilai]) -> Galat | None:
    """The first error among values, None where there is none."""
    return next((x for x in nilai if isinstance(x, Galat)), None)


def _n(x: Nilai) -> float:
    """Excel's N(): a number as it is, anything else 0."""
    return float(x) if _angka(x) else 0.0


def _sama(a: Nilai, b: Nilai) -> bool:
    """Excel's `=`: text without regard to case, blank equals blank, number never equals text."""
    if isinstance(a, str) and isinstance(b, str):
        return a.casefold() == b.casefold()
    return (a is None and b is None) or (_angka(a) and _angka(b) and a == b)


def pertama(*nilai: Nilai) -> Nilai:
    """First value that is not blank."""
    return next((x for x in nilai if x is not None), None)


def gabung(*nilai: Nilai) -> Nilai:
    """Key of several values joined with "|"; blank when one of them is blank."""
    if galat := galat_pertama(nilai):
        return galat
    if any(x is None for x in nilai):
        return None
    return "|".join(f"{x:.15g}" if _angka(x) else str(x) for x in nilai)


def jumlah(*nilai: Nilai) -> float | Galat | None:
    """Sum of the numbers; blank when there is none."""
    angka = [x for x in nilai if _angka(x)]
    return (galat_pertama(nilai) or float(sum(angka))) if angka else None


def kurang(a: Nilai, b: Nilai) -> Nilai:
    """a − b where a missing one counts as 0; blank when both are missing."""
    if not (_angka(a) or _angka(b)):
        return None
    return galat_pertama((a, b)) or _n(a) - _n(b)


def selisih(a: Nilai, b: Nilai) -> Nilai:
    """a − b; blank unless both are numbers."""
    return a - b if _angka(a) and _angka(b) else None


def komponen(pembilang: Nilai, penyebut: Nilai, pengali: Nilai) -> Nilai:
    """pembilang / penyebut · pengali in full precision; blank unless all three are numbers (bidang: realisasi)."""
    if not (_angka(pembilang) and _angka(penyebut) and _angka(pengali)):
        return None
    return Galat.DIV0 if penyebut == 0 else pembilang / penyebut * pengali


def akhir_sifat(sifat: Nilai, *nilai: Nilai) -> Nilai:
    """Total of several periods by sifat: jumlah adds up, akhir takes the last, rata-rata the mean."""
    angka = [float(x) for x in nilai if _angka(x)]
    if not angka or isinstance(sifat, Galat):
        return sifat if angka else None
    kata = sifat.casefold() if isinstance(sifat, str) else None
    if kata == "jumlah":
        return galat_pertama(nilai) or sum(angka)
    if kata == "rata-rata":
        return galat_pertama(nilai) or sum(angka) / len(angka)
    return angka[-1] if kata == "akhir" else None


def tahun_ke(tahun: Nilai, awal: Nilai, *slot: Nilai) -> Nilai:
    """The year slot of `tahun` when slot 1 is the year `awal`; blank outside the slots."""
    if not (_angka(tahun) and _angka(awal)) or not 0 <= tahun - awal < len(slot):
        return None
    return slot[int(tahun - awal)]


def tampil(nilai: Nilai, masukan: Nilai, desimal: Nilai) -> Nilai:
    """The value as shown (rounded) when the setting MasukanEfisiensi says "tampil", else in full precision."""
    if _angka(nilai) and _sama(masukan, "tampil"):
        return bulat(nilai, int(_n(desimal)))
    return nilai


def jika_sama(a: Nilai, b: Nilai, ya: Nilai, tidak: Nilai = None) -> Nilai:
    """`ya` when a equals b as Excel compares, else `tidak`."""
    if galat := galat_pertama((a, b)):
        return galat
    return ya if _sama(a, b) else tidak


def kecuali(nilai: Nilai, a: Nilai, b: Nilai) -> Nilai:
    """The value, blank when a equals b as Excel compares."""
    return galat_pertama((a, b)) or (None if _sama(a, b) else nilai)


def paling_banyak(nilai: Nilai, batas: Nilai) -> Nilai:
    """The value, not above a bound where there is one."""
    return min(nilai, batas) if _angka(nilai) and _angka(batas) else nilai


def _pertama_terpakai(nilai: Sequence[Nilai]) -> Sequence[int]:
    return next(([i] for i, x in enumerate(nilai) if x is not None), range(len(nilai)))


def _jika_sama_terpakai(nilai: Sequence[Nilai]) -> Sequence[int]:
    sama = galat_pertama(nilai[:2]) is None and _sama(nilai[0], nilai[1])
    return [0, 1, 2] if sama else [0, 1, *range(3, len(nilai))]


def _tahun_ke_terpakai(nilai: Sequence[Nilai]) -> Sequence[int]:
    letak = selisih(nilai[0], nilai[1])
    if isinstance(letak, (int, float)) and 0 <= letak < len(nilai) - 2:
        return [2 + int(letak)]
    return range(len(nilai))


def _isi(teks: str) -> str:
    """A reference to an empty cell would show 0: turn it into ""."""
    return f'IF({teks}="","",{teks})'


def _hasil(teks: str) -> str:
    """Same for an argument: a nested formula never gives an empty reference, a plain one may."""
    return teks if "(" in teks else _isi(teks)


def _kosong_bila(cacah: str, isi: str) -> str:
    return f'IF({cacah},"",{isi})'


def _pertama_x(a: Sequence[str]) -> str:
    *depan, akhir = a
    teks = _hasil(akhir)
    for x in reversed(depan):
        teks = f'IF({x}="",{teks},{x})'
    return teks


def _gabung_x(a: Sequence[str]) -> str:
    syarat = [f'{x}=""' for x in a if not x.startswith('"')]
    uji = syarat[0] if len(syarat) == 1 else f"OR({','.join(syarat)})"
    return _kosong_bila(uji, '&"|"&'.join(a).replace('"&"', ""))


def _jumlah_x(a: Sequence[str]) -> str:
    # SUM refuses a "" that comes out of a nested formula; a plain reference to text it ignores
    isi = ",".join(f"N({x})" if "(" in x else x for x in a)
    return _kosong_bila(f"COUNT({','.join(a)})=0", f"SUM({isi})")


def _akhir_sifat_x(a: Sequence[str]) -> str:
    sifat, slot = a[0], a[1:]
    semua = ",".join(slot)
    akhir = '""'
    for x in slot:
        akhir = f"IF(ISNUMBER({x}),{x},{akhir})"
    isi = f'IF({sifat}="jumlah",SUM({semua}),IF({sifat}="rata-rata",AVERAGE({semua}),IF({sifat}="akhir",{akhir},"")))'
    return _kosong_bila(f"COUNT({semua})=0", isi)


def _tahun_ke_x(a: Sequence[str]) -> str:
    tahun, awal, slot = a[0], a[1], a[2:]
    pilih = _isi(f"CHOOSE({tahun}-{awal}+1,{','.join(slot)})")
    dalam = f"AND({tahun}-{awal}>=0,{tahun}-{awal}<{len(slot)})"
    return _kosong_bila(f"COUNT({tahun},{awal})<2", f'IF({dalam},{pilih},"")')


def _tampil_x(a: Sequence[str]) -> str:
    nilai, masukan, desimal = a
    return f'IF(AND({masukan}="tampil",ISNUMBER({nilai})),ROUND({nilai},{desimal}),{_hasil(nilai)})'


def _jika_sama_x(a: Sequence[str]) -> str:
    tidak = _hasil(a[3]) if len(a) > 3 else '""'
    return f"IF({a[0]}={a[1]},{_hasil(a[2])},{tidak})"


def _paling_banyak_x(a: Sequence[str]) -> str:
    return f"IF(AND(ISNUMBER({a[0]}),ISNUMBER({a[1]})),MIN({a[0]},{a[1]}),{_hasil(a[0])})"


_KECIL = (
    FungsiSel("PERTAMA", pertama, _pertama_x, 2, None, _pertama_terpakai),
    FungsiSel("GABUNG", gabung, _gabung_x, 2, None),
    FungsiSel("JUMLAH", jumlah, _jumlah_x, 2, None),
    FungsiSel("KURANG", kurang, lambda a: _kosong_bila(f"COUNT({a[0]},{a[1]})=0", f"N({a[0]})-N({a[1]})"), 2, 2),
    FungsiSel("SELISIH", selisih, lambda a: _kosong_bila(f"COUNT({a[0]},{a[1]})<2", f"{a[0]}-{a[1]}"), 2, 2),
    FungsiSel("KOMPONEN", komponen, lambda a: _kosong_bila(f"COUNT({','.join(a)})<3", f"{a[0]}/{a[1]}*{a[2]}"), 3, 3),
    FungsiSel("AKHIR_SIFAT", akhir_sifat, _akhir_sifat_x, 2, None),
    FungsiSel("TAHUN_KE", tahun_ke, _tahun_ke_x, 3, None, _tahun_ke_terpakai),
    FungsiSel("TAMPIL", tampil, _tampil_x, 3, 3),
    FungsiSel("KECUALI", kecuali, lambda a: _kosong_bila(f"{a[1]}={a[2]}", _hasil(a[0])), 3, 3),
    FungsiSel("PALING_BANYAK", paling_banyak, _paling_banyak_x, 2, 2),
    FungsiSel("JIKA_SAMA", jika_sama, _jika_sama_x, 3, 4, _jika_sama_terpakai),
)

_UJI = {
    Kosong.SALAH_SATU: 'OR({0}="",{1}="")',
    Kosong.KEDUA: 'AND({1}="",N({0})>=0)',
    Kosong.PERTAMA: '{0}=""',
}


def _panggil(nama: str, kosong: Kosong) -> Callable[[Sequence[str]], str]:
    """A call of an engine's function; the ready-made empty rows never call it, so they cost nothing and show
    nothing where macros are off."""

    def tulis(a: Sequence[str]) -> str:
        panggilan = f"{nama}({','.join(a)})"
        return _kosong_bila(_UJI[kosong].format(*a), panggilan) if kosong else panggilan

    return tulis


FUNGSI_SEL: dict[str, FungsiSel] = {f.nama: f for f in _KECIL} | {
    f.nama: FungsiSel(f.nama, FUNGSI[f.nama], _panggil(f.nama, f.kosong), f.sedikitnya, f.sebanyaknya)
    for f in TABEL.values()
}
