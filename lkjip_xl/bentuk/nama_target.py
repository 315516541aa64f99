"""Names of indicators with their target behind a colon ("1. Persentase layanan: 72,00 %"): a name and a target."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.ragam_kepala import pokok_kolom
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, TabelAsing

INDIKATOR, TARGET = "indikator", "target"
_BUTIR = re.compile(
    r"(.*\S)\s*(?::|=|\s[–-]\s)\s*((?:[≥≤<>]\s*)?\d[^:=]*|WTP|WDP|[A-D]{1,2}|sangat baik|baik)\s*[.;,]?",
    re.DOTALL | re.IGNORECASE,
)
_AWAL = re.compile(r"^\s*\(?(?:[a-z]|\d{1,2})[.)]\s+(?=\S)|^\s*[-–—•▪]\s+(?=\S)", re.MULTILINE)


def per_nama_target(t: TabelAsing) -> TabelAsing:
    """The table with its targets in a column of their own, where every name ends with one and no column has them."""
    pokok = pokok_kolom(t)
    nama = next(
        (k for k in t.kolom if pokok[k.nomor] == INDIKATOR or {INDIKATOR, TARGET} <= {*pokok[k.nomor].split()}), None
    )
    if nama is None or nama.gabung or any(TARGET in x.split() for n, x in pokok.items() if n != nama.nomor) or t.letak:
        return t
    isi = {id(b): _bagi(b.sel[nama.nomor].teks) for b in t.data() if nama.nomor in b.sel}
    if not isi or not all(isi.values()):
        return t
    n = t.kolom_akhir + 1
    kolom = [replace(k, jalur=(*k.jalur[:-1], _judul(k))) if k is nama else k for k in t.kolom]
    baris = tuple(_pisah(b, nama.nomor, n, isi[id(b)]) if id(b) in isi else b for b in t.baris)
    return replace(t, kolom=(*kolom, KolomAsing(n, ("Target",))), baris=baris)


def _judul(k: KolomAsing) -> str:
    return "Indikator Kinerja" if TARGET in kunci_judul(k.jalur[-1]).split() else k.jalur[-1]


def _bagi(teks: str) -> list[tuple[str, str]]:
    """The names of a cell with their targets; [] where one of them has none."""
    awal = [m.start() for m in _AWAL.finditer(teks)]
    if not awal or teks[: awal[0]].strip():
        awal = [0] if len(teks.splitlines()) == 1 or not awal else []
    bagian = [teks[i:j].strip() for i, j in zip(awal, [*awal[1:], len(teks)], strict=True)]
    cocok = [_BUTIR.fullmatch(x) for x in bagian]
    if not cocok or any(m is None or (m[2][:1].isdigit() and baca_kolom(m[2]).nilai is None) for m in cocok):
        return []
    return [(rapikan_spasi(m[1]), rapikan_spasi(m[2])) for m in cocok if m is not None]


def _pisah(b: BarisAsing, nama: int, target: int, isi: list[tuple[str, str]]) -> BarisAsing:
    sel = b.sel | {
        nama: replace(b.sel[nama], teks="\n".join(x for x, _ in isi)),
        target: replace(b.sel[nama], teks="\n".join(x for _, x in isi)),
    }
    return replace(b, sel=sel, asal={**b.asal, target: b.asal.get(nama, nama)})
