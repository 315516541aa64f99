"""Differences as findings: at a cell of the sheet, or at one of the outside file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.model import BarisTuju
from lkjip_xl.padan.padan import Padan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import Nilai


class PenulisBeda:
    """Names cells of both sides and makes findings of them."""

    def __init__(self, p: Padan) -> None:
        self._p, self._kolom = p, p.menurut_nomor

    def alamat(self, o: BarisLuar, k: int) -> tuple[str, str]:
        """File and cell of a column of an outside row."""
        return self._p.tabel.alamat(o.asing, k)

    def tampil(self, t: BarisTuju, n: str) -> Nilai:
        """What the sheet's cell shows."""
        nilai = t.isi(n)
        if isinstance(nilai, float) and self._p.tujuan.kolom[n].tipe == "persen":
            return bulat(nilai, max(2, t.desimal.get(n) or 0))
        return nilai

    def di_sel(
        self, kode: str, o: BarisLuar, k: int, t: BarisTuju, n: str, tertulis: str, tingkat: Tingkat | None = None, *,
        terkait: Iterable[tuple[str, str]] = (), ikut: str = "", **isian: object,
    ) -> Temuan:  # fmt: skip
        """A finding at a cell of the sheet, with the cells it is held against."""
        file, sel = self.alamat(o, k)
        terkait = [(file, sel), *terkait, *([t.asal[n]] if n in t.asal else [])]
        luar = f"{file}{' ' if ' ' in sel else '!'}{sel}"  # a cell as Excel writes it, a place in a document in words
        return buat_temuan(
            kode, lembar=self._p.tujuan.lembar, sel=t.sel[n], kolom=self._p.tujuan.kolom[n].judul, nilai=self.tampil(t, n),
            seharusnya=tertulis, sel_terkait=dict.fromkeys(terkait), tingkat=tingkat,
            tertulis=tertulis, luar=luar, ikut=ikut, **isian,
        )  # fmt: skip

    def di_luar(self, kode: str, o: BarisLuar, lain_baris: Sequence[BarisLuar] = (), **isian: Any) -> Temuan:
        """A finding of a row the sheet does not have: it stands in the outside file."""
        k = o.kolom_nama or min(o.isi)
        berkas, sel = self.alamat(o, k)
        return buat_temuan(
            kode, lembar=berkas, sel=sel, kolom=self._kolom[k].judul, tujuan=self._p.tujuan.lembar,
            sel_terkait=[self.alamat(o, x) for x in o.isi if x != k] + [self.alamat(x, x.kolom_nama or k) for x in lain_baris],
            **isian,
        )  # fmt: skip
