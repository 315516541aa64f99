"""Tables of other people's files, whatever the format, as one thing: grids of cells, then tables with header and rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.sumber.jenis import jenis_berkas
from lkjip_xl.sumber.model import Kisi, Sumber
from lkjip_xl.sumber.urai import sebaran, sisa, urai, urai_sumber

__all__ = ["Sumber", "baca_sumber", "sebaran", "sisa", "urai", "urai_sumber"]
JUDUL_MAKS = 2000  # letters of a text beside a table


def baca_sumber(path: Path, lembar: str | None = None) -> Sumber:
    """Read a file by what it is, whatever it is called; raises GalatBerkas where it cannot be read.

    lembar: only that sheet of a workbook, also a hidden one (BK-15 where there is none); other formats have no sheets.
    """
    pembaca = _PEMBACA.get(jenis_berkas(baca_biasa(path)))
    if pembaca is None:
        raise GalatBerkas("BK-12", berkas=path.name, akhiran=path.suffix.lower())
    sumber = pembaca(path, lembar)
    sumber.kisi = [_dipotong(k) for k in sumber.kisi]
    return sumber


def _dipotong(k: Kisi) -> Kisi:
    """A grid whose neighbouring texts are no longer than a title: every pattern looks at all of them, for every sheet."""
    if all(len(x) <= JUDUL_MAKS for x in (*k.atas, *k.bagian, *k.bawah)):
        return k
    return replace(k, **{n: tuple(x[:JUDUL_MAKS] for x in getattr(k, n)) for n in ("atas", "bagian", "bawah")})


def _excel(path: Path, lembar: str | None) -> Sumber:
    from lkjip_xl.sumber.excel import baca_excel

    return baca_excel(baca_biasa(path), path.name, lembar)


def _teks(path: Path, _: str | None) -> Sumber:
    from lkjip_xl.sumber.csv import baca_csv

    return baca_csv(path)


def _word(path: Path, _: str | None) -> Sumber:
    from lkjip_xl.sumber.word import baca_word

    return baca_word(path)


def _pdf(path: Path, _: str | None) -> Sumber:
    from lkjip_xl.sumber.pdf import baca_pdf

    return baca_pdf(path)


def _html(path: Path, _: str | None) -> Sumber:
    from lkjip_xl.sumber.html import baca_html

    return baca_html(baca_biasa(path), path.name)


def _lain(path: Path, lembar: str | None) -> Sumber:
    from lkjip_xl.sumber.lain import baca_lain

    sumber = baca_lain(path)
    if lembar is not None:
        sumber.kisi = [k for k in sumber.kisi if kunci_excel(k.tempat) == kunci_excel(lembar)]
        if not sumber.kisi:
            raise GalatBerkas("BK-15", berkas=path.name, lembar=lembar)
    return sumber


_PEMBACA: dict[str, Callable[[Path, str | None], Sumber]] = {
    "excel": _excel,
    "teks": _teks,
    "word": _word,
    "pdf": _pdf,
    "html": _html,
    "lain": _lain,
}
"""Reader by kind of content; each is imported only when it is needed."""
