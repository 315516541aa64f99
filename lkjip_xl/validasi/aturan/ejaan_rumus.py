"""A formula with its numbers put in, as a finding shows it: "76,99 / 75 × 100"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeGuard

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.bacaan import baca_rentang, desimal_terpendek
from lkjip_xl.inti.pilihan import Arah, Metode, arah_sel, baca_metode
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL
from lkjip_xl.skema.ungkapan import Panggil, Simpul, urai
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.validasi.aturan.penelusur import Penelusur, Rujukan

DESIMAL_DIKETIK, DESIMAL_HITUNGAN = 6, 4  # more than anybody types, enough to follow a quotient
KECIL = 0.01
SUKU_TERBANYAK = 4  # longer sums show their first parts and how many there are


def eja_rumus(jejak: Penelusur, r: Rujukan) -> str:
    """The formula of a cell with the values of its row; "" where it only looks a value up or has no such form."""
    rumus = jejak.buku[r.lembar].skema.kolom[r.kolom].rumus
    return _eja(jejak, urai(rumus), r) if rumus else ""


def eja_jumlah(nilai: Sequence[Nilai]) -> str:
    """Addends in a row, blanks left out: "60 + 40", "1 + 2 + 3 + … (7 angka)".

    >>> eja_jumlah([60.0, None, 40.0]), eja_jumlah([1.0, 2.0, 3.0, 4.0, 5.0])
    ('60 + 40', '1 + 2 + 3 + … (5 angka)')
    """
    suku = [_angka(x) for x in nilai if _ada(x)]
    if len(suku) > SUKU_TERBANYAK:
        return f"{' + '.join(suku[: SUKU_TERBANYAK - 1])} + … ({len(suku)} angka)"
    return " + ".join(suku)


def _ada(x: Nilai) -> TypeGuard[float]:
    return isinstance(x, (int, float))


def _angka(x: Nilai) -> str:
    """A figure as it was typed; of one that was computed the first decimals.

    >>> _angka(82.7801841250933), _angka(0.0000864643), _angka(0.843215), _angka(None)
    ('82,7802', '0,000086', '0,843215', 'kosong')
    """
    if not _ada(x):
        return "kosong" if x is None else str(x)
    if desimal_terpendek(x) <= DESIMAL_DIKETIK:
        return tulis(x)
    return tulis(bulat(x, DESIMAL_HITUNGAN if abs(x) >= KECIL else DESIMAL_DIKETIK))


def _eja(j: Penelusur, s: Simpul, r: Rujukan) -> str:
    """Spelling of a call; "" for what is no arithmetic."""
    if not isinstance(s, Panggil):
        return ""
    if s.fungsi == "PERTAMA":
        return next((_eja(j, a, r) for a in s.argumen if j.hitung(a, r) is not None), "")
    if s.fungsi == "JIKA_SAMA":
        sama = (
            FUNGSI_SEL["JIKA_SAMA"].python(j.hitung(s.argumen[0], r), j.hitung(s.argumen[1], r), "ya", "tidak") == "ya"
        )
        return _eja(j, s.argumen[2], r) if sama else _eja(j, s.argumen[3], r) if len(s.argumen) > 3 else ""
    nilai = [j.hitung(a, r) for a in s.argumen]
    if s.fungsi == "KURANG" and isinstance(s.argumen[0], Panggil) and s.argumen[0].fungsi == "JUMLAH":
        return f"{_eja(j, s.argumen[0], r)} − {_suku(nilai[1])}"
    bentuk = _BENTUK.get(s.fungsi)
    return bentuk(nilai) if bentuk else ""


def _suku(x: Nilai) -> str:
    return "0" if x is None else _angka(x)


def _capaian(nilai: Sequence[Nilai]) -> str:
    target, realisasi, arah = nilai[0], nilai[1], nilai[2]
    a = arah_sel(arah) if isinstance(arah, str) else Arah.NAIK
    if a is None:
        return ""
    if a is Arah.RENTANG:
        return _capaian_rentang(baca_rentang(target), realisasi)
    if not _ada(target) or not _ada(realisasi):
        return ""
    return _satu_angka(_angka(target), _angka(realisasi), a)


def _satu_angka(t: str, r: str, arah: Arah) -> str:
    return {
        Arah.NAIK: f"{r} / {t} × 100",
        Arah.TURUN: f"(2 × {t} − {r}) / {t} × 100",
        Arah.TURUN_RASIO: f"{t} / {r} × 100",
    }[arah]


def _capaian_rentang(rentang: tuple[float, float] | None, realisasi: Nilai) -> str:
    if rentang is None or not _ada(realisasi):
        return ""
    if realisasi > rentang[1]:
        return _satu_angka(_angka(rentang[1]), _angka(realisasi), Arah.TURUN)
    return _satu_angka(_angka(rentang[0]), _angka(realisasi), Arah.NAIK) if realisasi < rentang[0] else ""


def _efisiensi(nilai: Sequence[Nilai]) -> str:
    capaian, serapan = (_angka(x) for x in nilai[:2])
    try:
        m = baca_metode(nilai[2]) if isinstance(nilai[2], str) else Metode.SELISIH
    except ValueError:
        return ""
    hemat = f"(1 − {serapan} / {capaian}) × 100"
    return {
        Metode.SELISIH: f"{capaian} − {serapan}",
        Metode.RASIO: f"{capaian} / {serapan} × 100",
        Metode.INDEKS: f"{capaian} / {serapan} − 1",
        Metode.NILAI: f"50 + {hemat} / 20 × 50",
        Metode.TIDAK: "",
        Metode.SISA: f"100 − {serapan}",
    }.get(m, hemat)


def _akhir_sifat(nilai: Sequence[Nilai]) -> str:
    sifat, ada = nilai[0], [x for x in nilai[1:] if _ada(x)]
    if sifat == "jumlah":
        return eja_jumlah(ada)
    return f"({eja_jumlah(ada)}) / {len(ada)}" if sifat == "rata-rata" and len(ada) > 1 else ""


_BENTUK: dict[str, Callable[[Sequence[Nilai]], str]] = {
    "SERAPAN": lambda n: f"{_suku(n[1])} / {_suku(n[0])} × 100",
    "KURANG": lambda n: f"{_suku(n[0])} − {_suku(n[1])}",
    "SELISIH": lambda n: f"{_suku(n[0])} − {_suku(n[1])}",
    "JUMLAH": eja_jumlah,
    "KOMPONEN": lambda n: f"{_suku(n[0])} / {_suku(n[1])} × {_suku(n[2])}",
    "CAPAIAN": _capaian,
    "EFISIENSI": _efisiensi,
    "AKHIR_SIFAT": _akhir_sifat,
}
