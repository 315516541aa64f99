"""Where tables go: type size and widths of each, and landscape pages for those too wide for an upright one."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.word.naskah import MELINTANG, TEGAK, Bagian, Balok, Judul, Tabel
from lkjip_xl.word.tabel_word import isi_tercetak
from lkjip_xl.word.ukuran_tabel import HURUF, HURUF_TEGAK, UkuranTabel, paksa, ukur


def tata(balok: Iterable[Balok], lebar: dict[str, float]) -> list[tuple[Balok, UkuranTabel | None]]:
    """The blocks with the sizes of their tables; lebar: width of the text in points by orientation.

    A table too wide for its upright page gets a landscape section together with the headings right above it, so no
    heading stays behind; wide tables that follow one another share it.
    """
    hasil: list[tuple[Balok, UkuranTabel | None]] = []
    arah = TEGAK
    for x in balok:
        if isinstance(x, Bagian):
            arah = x.arah
        if not isinstance(x, Tabel):
            hasil.append((x, None))
            continue
        kolom, isi = x.tabel.kolom, isi_tercetak(x.tabel)
        ukuran = ukur(kolom, isi, lebar[arah], HURUF_TEGAK if arah == TEGAK else HURUF[-1])
        if ukuran is not None:
            hasil.append((x, ukuran))
            continue
        ukuran = ukur(kolom, isi, lebar[MELINTANG], HURUF[-1]) or paksa(kolom, isi, lebar[MELINTANG])
        if arah == MELINTANG:
            hasil.append((x, ukuran))
            continue
        _buka_melintang(hasil)
        hasil += [(x, ukuran), (Bagian(TEGAK), None)]
    return _tanpa_bagian_kosong(hasil)


def _buka_melintang(hasil: list[tuple[Balok, UkuranTabel | None]]) -> None:
    """A landscape section before the headings at the end; goes on where only headings lie between it and the last."""
    letak = len(hasil)
    while letak and isinstance(hasil[letak - 1][0], Judul):
        letak -= 1
    if letak and hasil[letak - 1][0] == Bagian(TEGAK) and letak > 1 and isinstance(hasil[letak - 2][0], Tabel):
        del hasil[letak - 1]
    else:
        hasil.insert(letak, (Bagian(MELINTANG), None))


def _tanpa_bagian_kosong(hasil: list[tuple[Balok, UkuranTabel | None]]) -> list[tuple[Balok, UkuranTabel | None]]:
    """A section followed at once by another would be an empty page."""
    berikut = [b for b, _ in hasil[1:]] + [None]
    return [
        (b, u)
        for (b, u), lanjut in zip(hasil, berikut, strict=True)
        if not (isinstance(b, Bagian) and b.halaman == "lanjut" and (lanjut is None or isinstance(lanjut, Bagian)))
    ]
