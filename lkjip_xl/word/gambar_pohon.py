"""The tree of conditions in the report: drawn where it can be read so, else as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lkjip_xl.ringkasan.pohon_kinerja import Simpul, akar_pohon, kepala_tingkat, tabel_pohon
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.lukisan import DPI, GARIS, GELAP, TERANG, Rancangan, lanjutan, lukis_semua, polos
from lkjip_xl.word.naskah import Balok, Gambar, Tabel
from lkjip_xl.word.tata_pohon import BARIS, LEBAR, PINGGIR, PINGGIR_TEGAK, Bidang, Ukur, tata_pohon

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

KUNCI = "pohon kinerja"
HURUF, UKURAN = "DejaVu Sans", 7.0  # comes with matplotlib; points
KEPALA = 14.0  # points above the boxes for what the levels are called
WARNA = ((GELAP, "white"), (TERANG, "black"))  # of the levels from the top; others black on white
DISEBUT = 12  # conditions told to those who cannot see the picture


def pohon_kinerja(b: Bahan) -> Iterator[Balok]:
    """The tree of the sheet Pohon Kinerja; nothing where it is empty."""
    judul = f"Pohon Kinerja {b.instansi}"
    gambar = _gambar(akar_pohon(b.buku), judul)
    if gambar:
        yield from gambar
    elif (t := tabel_pohon(b.buku, judul)) is not None:
        yield Tabel(t, KUNCI)


def _gambar(akar: Sequence[Simpul], judul: str) -> list[Gambar] | None:
    """The tree as pictures; none where it is empty or cannot be read so, or without matplotlib."""
    try:
        bidang = tata_pohon(akar, _pengukur()) if akar else []
    except ImportError:
        return None
    kepala, alt = kepala_tingkat(akar), _isi(akar, judul)
    rancangan = []
    for i, x in enumerate(bidang):
        rancangan.append(Rancangan(partial(_lukis, x, kepala), judul + lanjutan(i, len(bidang)), alt))
    return lukis_semua(rancangan)


def _isi(akar: Sequence[Simpul], judul: str) -> str:
    """What the picture says, for those who cannot see it: the conditions from the top down."""
    disebut, tingkat = [], list(akar)
    while tingkat and len(disebut) < DISEBUT:
        disebut += [x.kondisi for x in tingkat]
        tingkat = [y for x in tingkat for y in x.anak]
    return f"{judul}: {'; '.join(disebut[:DISEBUT])}"


def _huruf() -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=HURUF, size=UKURAN)


def _pengukur() -> Ukur:
    """Width of a text as it is drawn; raises ImportError without matplotlib."""
    from matplotlib.textpath import TextToPath

    huruf, alat = _huruf(), TextToPath()
    return lambda teks: alat.get_text_width_height_descent(teks, huruf, ismath=False)[0]


def _lukis(bidang: Bidang, kepala: Sequence[str]) -> Figure:
    """Boxes of one picture with the lines between them; a picture of its own scale has no axes."""
    from matplotlib.figure import Figure

    tinggi, huruf = bidang.tinggi + KEPALA, _huruf()
    fig = Figure(figsize=(LEBAR / 72, tinggi / 72), dpi=DPI)
    ax = fig.add_axes((0, 0, 1, 1))
    ax.set_axis_off()
    ax.set_xlim(-1, LEBAR + 1)  # half of an edge stands outside its box
    ax.set_ylim(bidang.tinggi, -KEPALA)
    for x1, y1, x2, y2 in bidang.garis:
        ax.plot([x1, x2], [y1, y2], color=GARIS, linewidth=0.8)
    for tingkat, tengah in {k.tingkat: k.x + k.lebar / 2 for k in bidang.kotak}.items():
        ax.text(tengah, -KEPALA / 2, polos(kepala[tingkat]), ha="center", va="center", color=GELAP, font=huruf)
    for k in bidang.kotak:
        latar, tinta = WARNA[k.tingkat] if k.tingkat < len(WARNA) else ("white", "black")
        ax.fill(
            [k.x, k.x + k.lebar, k.x + k.lebar, k.x], [k.y, k.y, k.y + k.tinggi, k.y + k.tinggi],
            facecolor=latar, edgecolor=GELAP, linewidth=0.8,
        )  # fmt: skip
        for i, baris in enumerate((*k.kondisi, *k.keterangan)):
            miring = "normal" if i < len(k.kondisi) else "italic"
            ax.text(
                k.x + PINGGIR, k.y + PINGGIR_TEGAK + (i + 0.5) * BARIS, polos(baris),
                va="center", color=tinta, font=huruf, style=miring,
            )  # fmt: skip
    return fig
