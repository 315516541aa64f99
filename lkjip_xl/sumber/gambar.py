"""Pictures that stand where a caption announces a table: nobody reads them, so each is named by its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lkjip_xl.inti.kunci import rapikan_spasi

KODE = "SB-22"
DEKAT = 2  # lines above a picture of which one may be its caption
_TABEL = re.compile(r"(?:tabel|table|matriks)\s*\.?\s*(?:[\dIVX]|[A-Z]\.)", re.IGNORECASE)
_UMUM = re.compile(
    r"\b(?:tabel|matriks)\b[^.]{0,60}\b(?:berikut|di ?bawah)\b|\b(?:berikut|di ?bawah)\b[^.]{0,30}\btabel\b",
    re.IGNORECASE,
)
_BUKAN_TABEL = re.compile(r"(?:gambar|grafik|foto|diagram|peta|bagan|dokumentasi)\b", re.IGNORECASE)
_SEBUT_MAKS, _JUDUL_MAKS = 20, 60
Catatan = tuple[str, dict[str, object]]


def judul_tabel(teks: Iterable[str]) -> str:
    """The nearest of these lines (last first) that is the caption of a table; "" for none.

    >>> judul_tabel(["Tabel 3.2", "Jumlah kejadian"]), judul_tabel(["Tabel berikut menyajikan data."])
    ('Tabel 3.2', '')
    """
    return next((t for x in reversed([*teks][-DEKAT:]) if _TABEL.match(t := rapikan_spasi(x))), "")


def mengumumkan(atas: str, bawah: str) -> bool:
    """Does the line above a picture announce a table, and the one below call it nothing else?

    >>> mengumumkan("Prestasi tercantum dalam tabel berikut:", "Sumber: data"), mengumumkan("Lihat tabel di bawah ini.", "Gambar 3 Peta")
    (True, False)
    """
    return _UMUM.search(atas) is not None and not any(_BUKAN_TABEL.match(rapikan_spasi(x)) for x in (atas, bawah))


def judul_gambar(atas: Iterable[str], bawah: str, *, tabel_menyusul: bool) -> str:
    """What announces a picture as a table: a caption above or below it, a sentence above it; "" for none.

    tabel_menyusul: a table follows, to which the text around the picture belongs.

    >>> judul_gambar(["Rinciannya dalam tabel berikut."], "Sumber: data", tabel_menyusul=False)
    'Rinciannya dalam tabel berikut.'
    >>> judul_gambar(["Rinciannya dalam tabel berikut."], "", tabel_menyusul=True)
    ''
    """
    lihat = [x for x in atas if x.strip()]
    if (judul := judul_tabel(lihat)) or tabel_menyusul:
        return judul
    umum = lihat[-1] if lihat else ""
    return judul_tabel([bawah]) or (umum if mengumumkan(umum, bawah) else "")


def catatan_gambar(gambar: Iterable[tuple[str, str]]) -> list[Catatan]:
    """What is said of pictures (place, caption) in place of tables, all at once."""
    return catatan_daftar(KODE, [f"{tempat} ({judul[:_JUDUL_MAKS]})" for tempat, judul in gambar])


def catatan_daftar(kode: str, sebut: list[str]) -> list[Catatan]:
    """What is said of several things at once, the first of them named; nothing where there are none."""
    daftar = "; ".join([*sebut[:_SEBUT_MAKS], *(["…"] if len(sebut) > _SEBUT_MAKS else [])])
    return [(kode, {"jumlah": len(sebut), "daftar": daftar})] if sebut else []
