"""Tables with a region a row: indicators across, or the years of the one indicator their caption names; as rows of indicators with a column a region."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lkjip_xl.bentuk.satu_indikator import nama_judul
from lkjip_xl.bentuk.tahun_baris import tahun_satu
from lkjip_xl.bentuk.terputar import putar
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.ragam_kepala import NOMOR, pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, TabelAsing

BARIS_MIN = 2
REALISASI = frozenset({"realisasi", "capaian", "nilai", "angka"})
_DAERAH = re.compile(
    r"(?:provinsi|propinsi|prov\.?|kabupaten|kab\.?|kota) +\S.*|(?:rata-rata |tingkat )?nasional|indonesia"
)
_LEVEL = {"provinsi": "Provinsi", "kabupaten": "Kabupaten"}
_KURUNG = re.compile(r"\s*\([^()]*\)\s*$")


def per_daerah(t: TabelAsing, dikenal: Mapping[str, str]) -> TabelAsing | None:
    """The table turned, where every row is of a region and every column of an indicator that is known, or of a year of one; None for any other."""
    kolom = [k for k in t.kolom if k.jalur and kunci_judul(k.jalur[-1]) not in NOMOR]
    data = [b for b in t.baris if b.jenis not in ("nomor", "ulang", "kaki")]
    if len(t.kisi) != 1 or t.terputar or t.letak or len(kolom) < BARIS_MIN or len(data) < BARIS_MIN or not t.sel_kepala:
        return None
    awal, *lain = kolom
    daerah = [_daerah(b, awal) for b in data]
    if not all(daerah) or any(len(k.jalur) > 1 for k in lain):
        return None
    if all(nama_setara(_KURUNG.sub("", k.judul)) in dikenal for k in lain):
        milik = [KolomAsing(b.nomor, (x,)) for b, x in zip(data, daerah, strict=True)]
        return putar(t, lain, "Indikator", milik)
    kepala = [_berukuran(k) for k in lain]
    nama = nama_judul(t, dict(dikenal)) if all(kepala) else ""
    return _sebaris(t, data, daerah, lain, kepala, nama) if nama else None


def _daerah(b: BarisAsing, awal: KolomAsing) -> str:
    """The region a row is of, with the word for its level; "" for a row of anything else."""
    s = b.sel.get(awal.nomor)
    teks = rapikan_spasi(s.teks) if s is not None else ""
    if _DAERAH.fullmatch(kunci_teks(teks)):
        return teks
    level = _LEVEL.get(kunci_judul(awal.jalur[-1]).removeprefix("nama "), "")
    return f"{level} {teks}" if level and teks.replace(" ", "").isalpha() else ""


def _berukuran(k: KolomAsing) -> str:
    """What a column of an indicator is: its year, or what is measured in it; "" for anything else."""
    if tahun := tahun_satu(k.judul):
        return f"Realisasi Tahun {tahun}"
    pokok = {*pokok_kepala(re.sub(rf"\b(?:tahun )?{ANGKA_TAHUN}\b", "", kunci_teks(_KURUNG.sub("", k.judul)))).split()}
    return k.judul if pokok and pokok <= REALISASI | {"target"} else ""


def _sebaris(
    t: TabelAsing, data: Sequence[BarisAsing], daerah: Sequence[str], lain: Sequence[KolomAsing], kepala: Sequence[str], nama: str
) -> TabelAsing:  # fmt: skip
    """One row of the indicator with a column for each cell."""
    sel = [((b.nomor, k.nomor), replace(k, jalur=(h, d), gabung=()), s)
           for b, d in zip(data, daerah, strict=True) for k, h in zip(lain, kepala, strict=True)
           if (s := b.sel.get(k.nomor)) is not None]  # fmt: skip
    kolom = tuple(replace(k, nomor=n) for n, (_, k, _) in enumerate(sel, 1))
    baris = BarisAsing(data[0].nomor, "data", {n: s for n, (_, _, s) in enumerate(sel, 1)})
    letak = {n: x for n, (x, _, _) in enumerate(sel, 1)}
    return replace(t, kolom=kolom, baris=(baris,), letak=letak, indikator=nama)
