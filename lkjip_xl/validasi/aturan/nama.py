"""Names that nobody knows, and the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan


def usul(teks: object, pilihan: Iterable[object]) -> str:
    """ " Maksud Anda …?" with the nearest of the known names; empty where none is near."""
    daftar = {kunci_teks(p): p for p in pilihan}
    dekat = terdekat(kunci_teks(teks), daftar, 0.6)
    return f' Maksud Anda "{daftar[dekat]}"?' if dekat else ""


def tidak_dikenal(
    lapor: Pelapor, daftar: Iterable[tuple[str, str]], tempat: Iterable[tuple[str, str]]
) -> Iterator[tuple[Rujukan, str]]:
    """Cells of some columns (sheet id, column) whose text is no name of the lists (sheet ids, columns), with what was probably meant."""
    nama = [x for i, k in daftar for isi in lapor.jejak.baris(i).values() if isinstance(x := isi[k], str)]
    dikenal = {kunci_teks(x) for x in nama}
    for lembar, kolom in tempat:
        for b, isi in lapor.jejak.baris(lembar).items():
            if isinstance(x := isi[kolom], str) and kunci_teks(x) not in dikenal:
                yield Rujukan(lembar, b, kolom), usul(x, nama)
