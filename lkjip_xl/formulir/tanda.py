"""The hidden mark of a form: whose it is, for which workbook, and what stood in each cell when it was handed out.

It is a sheet of its own, one record as JSON in each cell of its first column, closed by a check sum: what bears it whole is
a form of ours, whatever its sheets, its file or its format have become; header words alone prove nothing.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.simpan import sidik
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.lembar.sel import tulis
from lkjip_xl.sumber.model import LEMBAR_FORMULIR, Kisi, SelAsing
from lkjip_xl.tabel.model import Nilai

TANDA = "LKjIP-XL formulir 1"
AWALAN = "lkjip:"  # of the hidden cell that names the columns below it
_KUNCI = re.compile(r"r[0-9]{1,6}")
_PANJANG = 300  # longer texts are kept by their fingerprint
_SIDIK = 32


@dataclass(frozen=True, slots=True)
class BarisTanda:
    """A row of a form: Excel row in the workbook (0 = none yet), what tells it apart, which one of those alike."""

    baris: int
    kenal: dict[str, str]
    ke: int = 0
    dari: int = 1


@dataclass(slots=True)
class Tanda:
    """A form as it was handed out.

    lembar: id of the input sheet by sheet of the form; baris: by (sheet of the form, key of the row); semula: content by
    (sheet of the form, key of the row, schema column), as `isi_sel` has it; nothing for blanks.
    """

    tahun: int
    instansi: str
    kabupaten: str
    bidang: str
    buku: str
    lembar: dict[str, str] = field(default_factory=dict)
    tampak: dict[str, list[str]] = field(default_factory=dict)
    ketik: dict[str, list[str]] = field(default_factory=dict)
    baris: dict[tuple[str, str], BarisTanda] = field(default_factory=dict)
    semula: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def seinstansi(self, instansi: Nilai, kabupaten: Nilai) -> bool:
        """Is it a form of this agency?"""
        return [kunci_judul(self.instansi), kunci_judul(self.kabupaten)] == [
            kunci_judul(instansi),
            kunci_judul(kabupaten),
        ]


def isi_sel(x: object) -> str:
    """What a cell holds, as it is compared with what it held before; a long text is known by its fingerprint.

    >>> isi_sel(75.0), isi_sel(" a  b "), isi_sel(None)
    ('75', 'a b', '')
    """
    if x is None:
        return ""
    teks = f"{x:.15g}" if isinstance(x, (int, float)) else rapikan_spasi(x)
    return teks if len(teks) <= _PANJANG else f"#{sidik(teks.encode('utf-8', 'surrogatepass'))}"


def isi_asing(s: SelAsing | None) -> str:
    """The same of a cell that was read."""
    if s is None:
        return ""
    return isi_sel(s.nilai if s.nilai is not None else s.teks)


def tulis_tanda(ws: Worksheet, t: Tanda) -> None:
    """Write the mark on a sheet that neither Excel nor its menus show."""
    ws.title, ws.sheet_state = LEMBAR_FORMULIR, "veryHidden"
    catatan = [json.dumps(x, ensure_ascii=True) for x in _catatan(t)]
    for b, teks in enumerate((TANDA, _jumlah(catatan), *catatan), 1):
        tulis(ws, b, 1, teks)
    ws.protection.sheet = True


def baca_tanda(kisi: Kisi) -> Tanda | None:
    """The mark on a sheet; None where it is not whole any more."""
    baris = [s.teks for (_, k), s in sorted(kisi.sel.items()) if k == 1]
    if len(baris) < 3 or baris[0] != TANDA or baris[1] != _jumlah(baris[2:]):
        return None
    try:
        return _urai([json.loads(x) for x in baris[2:]])
    except (
        AttributeError,
        IndexError,
        KeyError,
        RecursionError,
        TypeError,
        ValueError,
    ):  # a check sum that fits makes no mark of anything
        return None


def _urai(catatan: list[list[Any]]) -> Tanda:
    """The mark from its records; raises KeyError, TypeError or ValueError where they are none."""
    (tahun, instansi, kabupaten, bidang, buku), *sisa = catatan
    hasil = Tanda(int(tahun), str(instansi), str(kabupaten), str(bidang), str(buku))
    for jenis, nama, *isi in sisa:
        if jenis == "lembar":
            hasil.lembar[nama], hasil.tampak[nama], hasil.ketik[nama] = (
                str(isi[0]),
                [*map(str, isi[1])],
                [*map(str, isi[2])],
            )
            continue
        kunci, *isi = isi
        if not _KUNCI.fullmatch(kunci) or nama not in hasil.lembar:
            raise KeyError(kunci)
        if jenis == "baris":
            baris, kenal, ke, dari = isi
            if not 0 <= ke < dari:
                raise ValueError(ke)
            hasil.baris[nama, kunci] = BarisTanda(
                int(baris), {str(k): str(x) for k, x in kenal.items()}, int(ke), int(dari)
            )
        else:
            kolom, isi_semula = isi
            hasil.semula[nama, kunci, str(kolom)] = str(isi_semula)
    return hasil


def _catatan(t: Tanda) -> list[list[object]]:
    return [
        [t.tahun, t.instansi, t.kabupaten, t.bidang, t.buku],
        *(["lembar", n, i, t.tampak[n], t.ketik[n]] for n, i in t.lembar.items()),
        *(["baris", *k, b.baris, b.kenal, b.ke, b.dari] for k, b in t.baris.items()),
        *(["sel", *k, x] for k, x in t.semula.items()),
    ]


def _jumlah(catatan: list[str]) -> str:
    return sidik("\n".join(catatan).encode())[:_SIDIK]
