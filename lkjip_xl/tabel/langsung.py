"""Checks that need neither macros nor Python: native formulas on the guide, live while somebody types.

Each counts cells of a few columns and leads to the first. The formula uses what every program has since Excel 2010 (SUMPRODUCT,
MATCH over INDEX), reads the ready-made rows alone, and stands an error in any of them. `cacah` says in Python what it
shows. They are a help while typing; the findings of Validasi are another thing and know far more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import kutip, pecah, sel
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.ungkapan import nama_kolom
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai, Tabel

NAMA_LANGSUNG = "PeriksaLangsung"  # first cell of the counts
GESER_TAUTAN = 4  # columns from a count to its link
BUKA = "Buka yang pertama"
TERHITUNG = "Ya."
TIDAK_TERHITUNG = (
    "Tidak: izinkan makro (Enable Content). Bila makro tidak boleh, minta salinan lkjip edar; "
    "salinan dan buku bermesin lambda hanya dihitung Excel 365 atau 2024."
)
RUMUS_TERHITUNG = f'IF(ISERROR(CAPAIAN(1,1)),"{TIDAK_TERHITUNG}","{TERHITUNG}")'
FORMAT_CACAH = '[=0]"Tidak ada.";0" sel"'
_MILIK = re.compile(
    r'=(?:IF\(ISERROR\(CAPAIAN\(|SUMPRODUCT\(|0$|IF\([A-Z][0-9]+=0,"",HYPERLINK\()'
)  # however later versions count


@dataclass(frozen=True, slots=True)
class Syarat:
    """What is counted in one column: the condition as formula text over names of columns, and as Python over their cells.

    kolom: the one the link leads to first, then the others the condition reads.
    """

    lembar: str
    kolom: tuple[str, ...]
    excel: Callable[..., str]
    python: Callable[..., bool]

    def berlaku(self, skema: Skema) -> bool:
        """Do the schemas in use have its columns?"""
        s = skema.lembar.get(self.lembar)
        return s is not None and all(k in s.kolom for k in self.kolom)

    @property
    def nama(self) -> tuple[str, ...]:
        """Defined names of its columns."""
        return tuple(nama_kolom(self.lembar, k) for k in self.kolom)


@dataclass(frozen=True, slots=True)
class Langsung:
    """One live check: how the guide calls it, and the columns it looks at in turn."""

    judul: str
    syarat: tuple[Syarat, ...]


def _angka(x: Nilai) -> bool:
    return isinstance(x, (int, float)) and not isinstance(x, bool)


def _ada(x: Nilai) -> bool:
    return x not in (None, "") and not isinstance(x, Galat)


def _teks_angka(x: Nilai) -> bool:
    """A number written as text: digits with Rp, dots, commas, blanks and % around them, and nothing else."""
    if not isinstance(x, str) or isinstance(x, Galat):
        return False
    sisa = x.upper()
    for buang in _BUANG:
        sisa = sisa.replace(buang, "")
    return sisa.isascii() and sisa.isdigit()


_BUANG = ("RP", ",-", ".", ",", " ", "\u00a0", "%")


def _teks_angka_x(x: str) -> str:
    sisa = f"UPPER({x})"
    for buang in _BUANG:
        sisa = f'SUBSTITUTE({sisa},"{buang}","")'
    return f'ISTEXT({x})*ISNUMBER(VALUE({sisa}&"E0"))'  # with an exponent 1:20 and 1-2 are no time and no date


def _berisi_x(x: str) -> str:
    return f"ISNUMBER(1/LEN({x}))"


def _galat(lembar: str, *kolom: str) -> tuple[Syarat, ...]:
    return tuple(Syarat(lembar, (k,), lambda x: f"ISERROR({x})*1", lambda x: isinstance(x, Galat)) for k in kolom)


def _teks(lembar: str, *kolom: str) -> tuple[Syarat, ...]:
    return tuple(Syarat(lembar, (k,), _teks_angka_x, _teks_angka) for k in kolom)


def _beda(kolom: str, lain: str, *tanpa: str) -> Syarat:
    """A target of Pengukuran that is another number than that of PK, where the columns of `tanpa` have none."""

    def excel(x: str, y: str, *z: str) -> str:
        tiada = "".join(f"*(1-{_berisi_x(n)})" for n in z)
        return f"ISNUMBER({x})*ISNUMBER({y})*ISNUMBER(1/({x}<>{y})){tiada}"

    return Syarat(
        "pengukuran",
        (kolom, lain, *tanpa),
        excel,
        lambda x, y, *z: _angka(x) and _angka(y) and x != y and not any(_ada(n) for n in z),
    )


LANGSUNG = (
    Langsung(
        "Target tanpa realisasi",
        (
            Syarat(
                "pengukuran",
                ("realisasi", "target"),
                lambda r, t: f"{_berisi_x(t)}*(1-{_berisi_x(r)}-ISERROR({r}))",
                lambda r, t: _ada(t) and r in (None, ""),
            ),
        ),
    ),
    Langsung(
        "Target Pengukuran berbeda dari PK",
        (_beda("target", "target_perubahan"), _beda("target", "target_murni", "target_perubahan")),
    ),
    Langsung(
        "Sel galat (#DIV/0!, #VALUE!, …)",
        (
            *_galat("pengukuran", "target", "realisasi", "capaian", "kategori"),
            *_galat("anggaran", "pagu", "realisasi_rp", "serapan"),
        ),
    ),
    Langsung(
        "Angka tertulis sebagai teks",
        (
            *_teks("pk", "target"),
            *_teks("triwulan", "realisasi"),
            *_teks("pengukuran", "target", "realisasi"),
            *_teks("anggaran", "pagu", "realisasi_rp"),
        ),
    ),
    Langsung(
        "Realisasi Rp melebihi pagu",
        (
            Syarat(
                "anggaran",
                ("realisasi_rp", "pagu"),
                lambda r, p: f"ISNUMBER({r})*ISNUMBER({p})*ISNUMBER(1/({r}>{p}))",
                lambda r, p: _angka(r) and _angka(p) and r > p,
            ),
        ),
    ),
)


def kolom_dipakai(skema: Skema) -> set[tuple[str, str]]:
    """Columns the formulas need names of."""
    return {(y.lembar, k) for x in LANGSUNG for y in x.syarat if y.berlaku(skema) for k in y.kolom}


def rumus_cacah(x: Langsung, skema: Skema) -> str:
    """Formula text of how many cells a check finds."""
    return "+".join(f"SUMPRODUCT({y.excel(*y.nama)})" for y in x.syarat if y.berlaku(skema)) or "0"


def rumus_tautan(x: Langsung, cacah: str, skema: Skema) -> str:
    """Formula text of the link to the first cell a check finds; cacah: where its count stands."""
    tujuan = '""'
    for y in reversed([y for y in x.syarat if y.berlaku(skema)]):
        syarat, nama = y.excel(*y.nama), kutip(skema.lembar[y.lembar].lembar)
        letak = f"{BARIS_DATA - 1}+MATCH(1,INDEX({syarat},0),0)"
        tujuan = f'IFERROR("#{nama}!"&ADDRESS({letak},COLUMN({y.nama[0]}),4),{tujuan})'
    return f'IF({cacah}=0,"",HYPERLINK({tujuan},"{BUKA}"))'


def rumus_langsung(rumus: str) -> bool:
    """Whether a formula on the guide is one of these checks, as this version or an earlier one writes it.

    >>> [rumus_langsung(x) for x in ("=SUMPRODUCT(ISERROR(pengukuran_target)*1)", "=1+0")]
    [True, False]
    """
    return _MILIK.match(rumus) is not None


def cacah(buku: BukuKerja) -> Iterator[int]:
    """How many cells each check finds, as its formula counts them."""
    for x in LANGSUNG:
        yield sum(_cacah(buku.tabel[y.lembar], y) for y in x.syarat if y.berlaku(buku.skema))


def _cacah(t: Tabel, y: Syarat) -> int:
    if not all(k in t.penuh for k in y.kolom):
        return 0
    return sum(bool(y.python(*nilai)) for nilai in zip(*(_terlihat(t, k) for k in y.kolom), strict=True))


def _terlihat(t: Tabel, kolom: str) -> Sequence[Nilai]:
    """What stands in the cells of a column; a number read from text is the text."""
    lajur = list(t.penuh[kolom])
    for i in range(len(lajur)):
        s = t.sel.get((BARIS_DATA + i, kolom))
        if s is not None and s.teks is not None:
            lajur[i] = s.teks
    return lajur


def tempat_langsung(paket: Paket) -> tuple[int, int] | None:
    """Row and column of the first count on the guide; None in a workbook of a template that had none."""
    for e in BukuXml(paket).semua_nama():
        if e.get("name") == NAMA_LANGSUNG and e.text and "#REF" not in e.text:
            return pecah(e.text.rpartition("!")[2].partition(":")[0])
    return None


def sel_langsung(paket: Paket, buku: BukuKerja) -> dict[str, object]:
    """What the cells of the guide show, by address."""
    tempat = tempat_langsung(paket)
    if tempat is None:
        return {}
    baris, kolom = tempat
    isi: dict[str, object] = {sel(baris - 1, kolom): TERHITUNG}
    for i, n in enumerate(cacah(buku)):
        isi[sel(baris + i, kolom)] = float(n)
        isi[sel(baris + i, kolom + GESER_TAUTAN)] = BUKA if n else ""
    return isi
