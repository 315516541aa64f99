"""The one slip of the keyboard that explains why a parent is not the sum of its rows: which cell, and what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.validasi.aturan.butir_rupiah import SETENGAH_RUPIAH
from lkjip_xl.validasi.aturan.ejaan_rumus import eja_jumlah
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.pohon import Selisih, pohon

DIGIT, NOL, TERSALIN, KOLOM_LAIN = "digit", "nol", "tersalin", "kolom_lain"
TERTUKAR, HILANG = "tertukar", "hilang"
# placeholders of the messages on sums: each names the cell where that happened, or stays away
TANPA_SEBAB: dict[str, Any] = dict.fromkeys((DIGIT, NOL, TERSALIN, KOLOM_LAIN, TERTUKAR, HILANG))
PAGU = {"anggaran": "pagu", "pk_program": "anggaran", "renja": "pagu_setelah"}  # the same money in three sheets
PASANGAN = {  # columns side by side whose figures get swapped
    "pagu": "realisasi_rp",
    "realisasi_rp": "pagu",
    "anggaran": "realisasi",
    "realisasi": "anggaran",
    "laki_laki": "perempuan",
    "perempuan": "laki_laki",
}


def sebab_angka(tertulis: float, seharusnya: float) -> str | None:
    """What turns one whole number into the other: two neighbouring digits transposed, or one zero more or less.

    >>> sebab_angka(4572, 4752), sebab_angka(500, 50), sebab_angka(1005, 15), sebab_angka(12, 34)
    ('digit', 'nol', None, None)
    """
    if tertulis == seharusnya or tertulis < 0 or seharusnya < 0 or tertulis % 1 or seharusnya % 1:
        return None
    a, b = str(int(tertulis)), str(int(seharusnya))
    if len(a) == len(b):
        beda = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        bersebelahan = len(beda) == 2 and beda[1] == beda[0] + 1
        return DIGIT if bersebelahan and a[beda[0]] == b[beda[1]] and a[beda[1]] == b[beda[0]] else None
    panjang, pendek = sorted((a, b), key=len, reverse=True)
    sisip = any(c == "0" and panjang[:i] + panjang[i + 1 :] == pendek for i, c in enumerate(panjang))
    return NOL if sisip and pendek != "0" else None


def sebab_jumlah(
    induk: float, anak: Sequence[float | None], lain: Sequence[float | None]
) -> tuple[str, int | None] | None:
    """The slip and the position of the row it happened in (None = the parent) when exactly one explains the difference.

    induk: the parent's figure; anak: its rows; lain: the figures beside them in the paired column.

    >>> sebab_jumlah(100, [60, 400], [None, None]), sebab_jumlah(100, [60, 41], [None, None])
    (('nol', 1), None)
    """
    calon = set(_calon(induk, anak, lain))
    return calon.pop() if len(calon) == 1 else None


def _calon(
    induk: float, anak: Sequence[float | None], lain: Sequence[float | None]
) -> Iterator[tuple[str, int | None]]:
    jumlah = sum(x for x in anak if x is not None)
    if sebab := sebab_angka(induk, jumlah):
        yield sebab, None
    for i, (x, samping) in enumerate(zip(anak, lain, strict=True)):
        if x is None:
            continue
        harus = x - (jumlah - induk)
        if samping is not None and abs(samping - harus) <= SETENGAH_RUPIAH:
            yield KOLOM_LAIN, i
        elif x == induk and harus > 0:
            yield TERSALIN, i
        elif sebab := sebab_angka(x, harus):
            yield sebab, i


@dataclass(frozen=True, slots=True)
class Sebab:
    """Placeholders of a finding on a sum, and the cells they name."""

    isian: dict[str, Any]
    sel: tuple[Rujukan, ...] = ()


def sebab_selisih(lapor: Pelapor, s: Selisih, lain: Sequence[Selisih] = ()) -> Sebab:
    """What explains a wrong sum: the one slip, a row that changed places with one of another sum, a row left out.

    lain: the other wrong sums of the same column.
    """
    dasar = TANPA_SEBAB | {"hitungan": eja_jumlah([lapor.jejak.nilai(r) for r in s.anak])}
    if sebab := satu_sebab(lapor, s):
        jenis, sel = sebab
        return Sebab(dasar | {jenis: lapor.sebut(sel)}, (sel,))
    if pasangan := _tertukar(lapor, s, lain):
        return Sebab(dasar | {TERTUKAR: " dan ".join(map(lapor.sebut, pasangan))}, pasangan)
    if hilang := _hilang(lapor, s):
        nama = lapor.jejak.baris(hilang.lembar)[hilang.baris]["nama"]
        return Sebab(dasar | {HILANG: f'"{nama}" ({lapor.sebut(hilang)})'}, (hilang,))
    return Sebab(dasar)


def _tertukar(lapor: Pelapor, s: Selisih, lain: Sequence[Selisih]) -> tuple[Rujukan, Rujukan] | None:
    """The only pair of rows, one of this sum and one of another, that makes both right when their figures are exchanged."""
    beda = s.nilai - s.jumlah
    calon = [
        (a, b)
        for t in lain
        if t.induk != s.induk and abs(beda + t.nilai - t.jumlah) <= SETENGAH_RUPIAH
        for a in s.anak
        for b in t.anak
        if (x := _angka(lapor, a)) is not None
        and (y := _angka(lapor, b)) is not None
        and abs(y - x - beda) <= SETENGAH_RUPIAH
    ]
    return calon[0] if len(calon) == 1 else None


def _hilang(lapor: Pelapor, s: Selisih) -> Rujukan | None:
    """The only row that another sheet has below the same parent, with just the amount this sum lacks."""
    beda = s.nilai - s.jumlah
    if PAGU.get(s.induk.lembar) != s.induk.kolom or beda <= 0:
        return None
    isi = lapor.jejak.baris(s.induk.lembar)
    sendiri = {kunci_teks(isi[r.baris]["nama"]) for r in s.anak}
    calon = []
    for lembar, kolom in PAGU.items():
        if lembar == s.induk.lembar or not lapor.buku[lembar].ada:
            continue
        sana = lapor.jejak.baris(lembar)
        for atas, anak in pohon(lapor.jejak, lembar, list(sana)).anak().items():
            if all(kunci_teks(sana[atas][k]) == kunci_teks(isi[s.induk.baris][k]) for k in ("level", "nama")):
                calon += [Rujukan(lembar, b, kolom) for b in anak if kunci_teks(sana[b]["nama"]) not in sendiri
                          and abs((_angka(lapor, Rujukan(lembar, b, kolom)) or 0.0) - beda) <= SETENGAH_RUPIAH]  # fmt: skip
    nama = {kunci_teks(lapor.jejak.baris(r.lembar)[r.baris]["nama"]) for r in calon}
    return calon[0] if len(nama) == 1 else None


def satu_sebab(lapor: Pelapor, s: Selisih) -> tuple[str, Rujukan] | None:
    """The one slip and its cell, where exactly one explains the difference."""
    anak = [_angka(lapor, r) for r in s.anak]
    kolom = PASANGAN.get(s.induk.kolom)
    ada = kolom in lapor.buku[s.induk.lembar].skema.kolom
    lain = [_angka(lapor, Rujukan(r.lembar, r.baris, kolom)) if kolom and ada else None for r in s.anak]
    sebab = sebab_jumlah(s.nilai, anak, lain)
    if sebab is None:
        return None
    jenis, letak = sebab
    return jenis, s.induk if letak is None else s.anak[letak]


def _angka(lapor: Pelapor, r: Rujukan) -> float | None:
    x = lapor.jejak.nilai(r)
    return float(x) if isinstance(x, (int, float)) else None
