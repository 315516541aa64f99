"""The summary sheets: computed from the inputs of a workbook, laid out as the report prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial, reduce
from operator import or_
from typing import TYPE_CHECKING

from lkjip_xl.ringkasan.fungsi import FUNGSI

if TYPE_CHECKING:
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.ringkasan.model import TabelRingkas
    from lkjip_xl.tabel.model import BukuKerja


class _Daftar(Mapping[str, "Callable[[BukuKerja], TabelRingkas]"]):
    """Function of each summary sheet as it is printed; its module is imported when it is asked for."""

    def __getitem__(self, lembar: str) -> Callable[[BukuKerja], TabelRingkas]:
        if lembar not in FUNGSI:
            raise KeyError(lembar)
        return partial(_tercetak, lembar)

    def __iter__(self) -> Iterator[str]:
        return iter(FUNGSI)

    def __len__(self) -> int:
        return len(FUNGSI)


def _tercetak(lembar: str, buku: BukuKerja) -> TabelRingkas:
    from lkjip_xl.ringkasan.tercetak import tercetak

    return tercetak(buku, lembar)


RINGKASAN: Mapping[str, Callable[[BukuKerja], TabelRingkas]] = _Daftar()


def periksa_masukan(buku: BukuKerja, berkas: str) -> list[Temuan]:
    """Refuse (GalatBerkas BK-24) where a column that a summary cannot do without is missing: blanks would replace figures.

    Returns what the summaries leave out because other columns are missing.
    """
    from lkjip_xl.ringkasan.masukan import PERLU
    from lkjip_xl.skema.perlu import Perlu
    from lkjip_xl.tabel.hilang import periksa_kolom

    dibuat = [PERLU[lembar] for lembar in PERLU if dicetak_dari(buku, lembar)]
    return periksa_kolom(buku, reduce(or_, dibuat, Perlu()), "BK-24", berkas=berkas)


def dibuat_dari(buku: BukuKerja, lembar: str) -> bool:
    """Is this summary sheet made: printed (see `dicetak_dari`), in a table of its own?"""
    from lkjip_xl.ringkasan.kepala import kepala_tabel

    return dicetak_dari(buku, lembar) and not kepala_tabel(buku, lembar).bersama


def dicetak_dari(buku: BukuKerja, lembar: str) -> bool:
    """Is a summary printed, be it in another's table: not switched off in Daftar Tabel, and nothing it needs dropped by the schema?"""
    from lkjip_xl.ringkasan.kepala import kepala_tabel
    from lkjip_xl.ringkasan.masukan import tak_tersusun

    return kepala_tabel(buku, lembar).tampil and not tak_tersusun(buku.skema, lembar)


def buat_semua(buku: BukuKerja) -> list[TabelRingkas]:
    """Every summary that is made, in the order of the sheets."""
    return [buat(buku) for lembar, buat in RINGKASAN.items() if dibuat_dari(buku, lembar)]
