"""Where one table ends and another begins: what tells the rows, header and columns of a table from those of the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.sumber.baris import LANJUTAN, BarisMentah
from lkjip_xl.sumber.daftar_program import berbaris_program, deret_program
from lkjip_xl.sumber.judul_luar import JUDUL_TABEL
from lkjip_xl.sumber.kepala import Barisan, Kepala, cari_kepala, kepala_di, kunci_kepala, nomor_baris
from lkjip_xl.sumber.model import Kisi, SelAsing
from lkjip_xl.sumber.rangka import Rangka
from lkjip_xl.sumber.rupa import kata_kepala
from lkjip_xl.sumber.wilayah import Gabung

BAGIAN_KEPALA = 0.7  # share of header words in a header that no blank row goes before
KEPALA_PENDEK = 28  # letters a cell, of a header that nothing announces
_TAHUN = re.compile(rf"(?:capaian |realisasi |kinerja )*tahun (?:anggaran )?{ANGKA_TAHUN}", re.IGNORECASE)


def tabel_baru(tabel: Rangka, baris: Barisan, i: int, gabung: Gabung) -> bool:
    """Does another table begin with this row, without a blank one before it: by its title, or by a header of other words?"""
    isi = baris[i][1]
    if daftar_baru(tabel, baris[i:], tabel.kisi[-1]):
        return True
    if len(isi) == 1:
        teks = teks_pertama(isi)
        return (
            (JUDUL_TABEL.match(teks) is not None or _TAHUN.fullmatch(teks.strip()) is not None)
            and not LANJUTAN.search(teks)
            and cari_kepala(baris[i : i + 6], gabung) is not None
        )
    kata = _kata_kepala(isi)
    if kata < max(2, BAGIAN_KEPALA * len(isi)) or berkata_sama(tabel, isi):
        return False  # rows of indicators and programmes begin with such words, too
    if sum(len(s.teks) for s in isi.values()) > KEPALA_PENDEK * len(isi):
        return False  # sentences
    kepala = kepala_di(baris, i, gabung)
    return (
        kepala is not None
        and kepala.kuat
        and not kepala_lagi(tabel, baris, kepala)
        and kepala.akhir < len(baris)
        and _beda(tabel, isi)
    )


def daftar_baru(tabel: Rangka, baris: Barisan, kisi: Kisi) -> bool:
    """Do rows of programmes with their money begin, of which the table above is none?"""
    return not berprogram(tabel) and deret_program(baris, kisi.atas)[0] > 0


def berprogram(tabel: Rangka) -> bool:
    """May rows of programmes with their money be its own?"""
    return bool(tabel.tetap) or berbaris_program([s.teks for _, isi in tabel.kepala for s in isi.values()])


def kepala_lagi(tabel: Rangka, baris: Barisan, kepala: Kepala) -> bool:
    """Is this the header of the table again, or as much of it as stands above the end of a page?"""
    kini, dulu = kunci_kepala(baris[kepala.awal : kepala.akhir]), kunci_kepala(tabel.kepala)
    return kini == dulu or (kepala.akhir == len(baris) and kini == dulu[: len(kini)])


def kolom_lain(tabel: Rangka, baris: Barisan) -> bool:
    """Do these rows begin with numbers of other columns than the table's: its columns 7 to 12, printed below it?"""
    if not baris:
        return False
    dulu = nomor_baris(tabel.baris[0].isi) if tabel.baris else {}
    nomor = nomor_baris(baris[0][1], max(dulu.values(), default=-1) + 1)
    return min(nomor.values(), default=1) > 1 and any(dulu.get(k) != x for k, x in nomor.items())


def berkata_sama(tabel: Rangka, isi: dict[int, SelAsing]) -> bool:
    """Do the last rows of a table begin with words of headers, as this one does?"""
    kata = _kata_kepala(isi)
    return any(_kata_kepala(m.isi) * 2 > kata for m in tabel.baris[-3:])


def serupa(tabel: Rangka, isi: dict[int, SelAsing]) -> bool:
    """Does a row fill the columns that the rows of the table before it fill?"""
    contoh: Sequence[BarisMentah] = [m for m in tabel.baris[-20:] if len(m.isi) > 1]
    return any(set(isi) == set(m.isi) for m in contoh)


def _beda(tabel: Rangka, isi: dict[int, SelAsing]) -> bool:
    """Is this not merely one row of the table's own header again?"""
    kini = kunci_kepala([(0, isi)])[0]
    return all(any(h.get(k) != x for k, x in kini.items()) for h in kunci_kepala(tabel.kepala))


def _kata_kepala(isi: dict[int, SelAsing]) -> int:
    return sum(kata_kepala(s.teks) for s in isi.values() if s.nilai is None)


def teks_pertama(isi: dict[int, SelAsing]) -> str:
    """The first text of a row."""
    return next(iter(isi.values())).teks
