"""A capaian without target and realisasi of its year beside it: what was realised, or a percentage, as the figures beside it tell."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from math import log

from lkjip_xl.rencana.kolom_samping import berpersen
from lkjip_xl.rencana.model import PetaKolom, PetaTabel, Yakin
from lkjip_xl.rencana.profil import Profil
from lkjip_xl.sumber.model import BarisAsing
from lkjip_xl.sumber.rupa import angka_sel

CAPAIAN, REALISASI, BERCAPAIAN, PERSEN_NYATA = "capaian", "realisasi", ("pengukuran", "riwayat"), 0.5
DUA_ARTI = "dapat berarti realisasi atau persentase capaian"
WAJAR, PECAHAN, SEUKURAN = (20.0, 300.0), 2.0, 3.0
"""Percentages a capaian may be; what may be a part of one; how many times larger or smaller a figure of the same indicator may be."""
_PERSEN = 100.0


def capaian_saja(p: PetaTabel, lihat: dict[int, Profil]) -> None:
    """What such columns of a table are: all the same, by the rows where only one of both can be; asked once where no row tells."""
    semua = [*_dua_arti(p, lihat)]
    arti = _arti(p, semua)
    for k in semua:
        p.kolom[k.nomor] = replace(_realisasi(k) if arti == REALISASI else k) if arti else replace(
            _realisasi(k) if _dekat(p, semua) else k, yakin=Yakin.RAGU, alasan=DUA_ARTI
        )  # fmt: skip


def _dua_arti(p: PetaTabel, lihat: dict[int, Profil]) -> Iterator[PetaKolom]:
    ada = {(k.lembar, k.kolom) for k in p.kolom.values() if k.yakin is Yakin.PASTI}
    for n, k in p.kolom.items():
        dasar, _, urut = k.kolom.partition("_")
        if dasar != CAPAIAN or k.yakin is not Yakin.PASTI or k.lembar not in BERCAPAIAN:
            continue
        lain = {(k.lembar, f"{x}_{urut}" if urut else x) for x in ("target", REALISASI)}
        if not lain & ada and not berpersen(k.judul) and lihat[n].persen < PERSEN_NYATA:
            yield k


def _realisasi(k: PetaKolom) -> PetaKolom:
    return replace(k, kolom=k.kolom.replace(CAPAIAN, REALISASI))


def _arti(p: PetaTabel, semua: Sequence[PetaKolom]) -> str:
    """What all of the columns are where rows tell it and none says otherwise, else ""."""
    isi = [
        (x, acuan)
        for b in p.tabel.data()
        if (acuan := [*_acuan(p, b)])
        for k in semua
        if (x := angka_sel(b.sel.get(k.nomor)))
    ]
    pecahan = all(abs(x) <= PECAHAN for x, _ in isi)  # a percentage without its format
    realisasi = any(_seukuran(x, acuan) and not _wajar(x) for x, acuan in isi)
    persen = any(_wajar(x) and not _seukuran(x, acuan) for x, acuan in isi)
    return "" if pecahan or realisasi == persen else REALISASI if realisasi else CAPAIAN


def _acuan(p: PetaTabel, b: BarisAsing) -> Iterator[float]:
    """The row's own targets and results, in its own unit."""
    for n, k in p.kolom.items():
        ukur = k.kolom.partition("_")[0] in ("target", REALISASI) and k.yakin is Yakin.PASTI
        if ukur and (x := angka_sel(b.sel.get(n))):
            yield x


def _wajar(x: float) -> bool:
    return WAJAR[0] <= x <= WAJAR[1]


def _seukuran(x: float, acuan: Collection[float]) -> bool:
    return any(x * y > 0 and 1 / SEUKURAN <= x / y <= SEUKURAN for y in acuan)


def _dekat(p: PetaTabel, semua: Sequence[PetaKolom]) -> bool:
    """Are the figures nearer to those of their rows than to a whole in percent? What is proposed then is what was realised."""
    jarak = [
        (min(abs(log(x / y)) for y in acuan), abs(log(x / _PERSEN)))
        for b in p.tabel.data()
        if (acuan := [y for y in _acuan(p, b) if y > 0])
        for k in semua
        if (x := angka_sel(b.sel.get(k.nomor))) is not None and x > 0
    ]
    return bool(jarak) and sum(a for a, _ in jarak) < sum(c for _, c in jarak)
