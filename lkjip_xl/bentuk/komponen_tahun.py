"""Values of components (LHE) over the years: a year a row with the components as columns, or years alone as headers."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.bentuk.satu_indikator import TAHUN_SATU
from lkjip_xl.bentuk.terputar import putar
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import TabelAsing

KOMPONEN, NILAI, TAHUN = "Komponen", "Nilai", "tahun"
_DINILAI = re.compile(r"(?:perencanaan|pengukuran|pelaporan|evaluasi)\b")
"""How the names of what is evaluated begin; a table with two of them is one of components."""


def per_komponen(t: TabelAsing) -> TabelAsing | None:
    """The table with a component a row and a year a column; None where it is of neither form."""
    return _terputar(t) or _bertahun(t)


def _terputar(t: TabelAsing) -> TabelAsing | None:
    """Tahun | component | component, a year a row, perhaps with a row of the weights: turned, its cells in their places."""
    kolom = [k for k in t.kolom if any(k.nomor in b.sel for b in t.data()) and pokok_kepala(k.judul) not in ("no", "")]
    data = [b for b in t.baris if b.jenis not in ("nomor", "ulang")]
    if len(t.kisi) != 1 or len(kolom) < 3 or not t.sel_kepala or any(b.jenis != "data" for b in data):
        return None
    awal, *lain = kolom
    if TAHUN not in kunci_judul(awal.judul).split() or any(awal.nomor not in b.sel for b in data):
        return None
    label = [kunci_judul(b.sel[awal.nomor].teks) for b in data]
    tahun = [x for x in label if TAHUN_SATU.fullmatch(x)]
    dinilai = sum(_DINILAI.match(kunci_judul(k.jalur[-1])) is not None for k in lain)
    if not tahun or len(label) - len(tahun) > 1 or dinilai < 2:
        return None
    return putar(
        t, lain, KOMPONEN, [replace(awal, nomor=b.nomor, jalur=_jalur(b.sel[awal.nomor].teks), gabung=()) for b in data]
    )


def _bertahun(t: TabelAsing) -> TabelAsing | None:
    """Komponen | Bobot | 2022 | 2023: what stands below a year is the value."""
    pokok = {pokok_kepala(k.judul) for k in t.kolom}
    tahun = {k for k in t.kolom if len(k.jalur) == 1 and TAHUN_SATU.fullmatch(kunci_judul(k.judul))}
    if not tahun or "bobot" not in pokok or not any(x.split()[:1] == ["komponen"] for x in pokok):
        return None
    return replace(t, kolom=tuple(replace(k, jalur=_jalur(k.judul)) if k in tahun else k for k in t.kolom))


def _jalur(teks: str) -> tuple[str, ...]:
    rapi = rapikan_spasi(teks)
    return (NILAI, rapi) if TAHUN_SATU.fullmatch(kunci_judul(rapi)) else (rapi,)
