"""CSV as strangers save it: letters, separator and rows read without asking anybody, and then as a grid."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from lkjip_xl.buku.berkas import baca_biasa
from lkjip_xl.buku.csv_aman import UKURAN_MAKS, baris_csv, periksa_ukuran
from lkjip_xl.inti.huruf import tampakkan
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.sumber.rapi import padat

PEMISAH = ("\t", ";", ",", "|")
_CONTOH_HURUF, _CONTOH_BARIS = 65_536, 300
_SANDI_TANDA = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class IsiCsv:
    """A CSV taken apart: every row in order (blank ones, too), its separator, and whether its letters were guessed."""

    baris: list[list[str]]
    pemisah: str
    windows: bool


def urai_csv(data: bytes, berkas: str) -> IsiCsv:
    """Rows of a CSV whatever its letters, line ends and separator; raises GalatBerkas (CS-20, CS-22, CS-23).

    UTF-8 and UTF-16 with or without mark, else Windows-1252 (`windows`: CS-05 is the caller's to say). A first line
    `sep=;` names the separator and is no row. NUL around a text is padding; inside it is made visible.
    """
    teks, windows = _dekode(data)
    pemisah, teks = _sebutan(teks)
    pemisah = pemisah or pilih_pemisah(teks)
    barisan = list(baris_csv(teks, pemisah, berkas))
    if "\0" in teks:
        barisan = [[tampakkan(x.strip("\0")) for x in baris] for baris in barisan]
    return IsiCsv(barisan, pemisah, windows)


def baca_csv(sumber: Path | bytes, berkas: str = "") -> Sumber:
    """A CSV file, or its bytes with the name for messages, as one grid with the addresses Excel would show."""
    if isinstance(sumber, Path):
        periksa_ukuran(sumber)
        data, nama = baca_biasa(sumber, UKURAN_MAKS), berkas or sumber.name
    else:
        data, nama = sumber, berkas
    isi = urai_csv(data, nama)
    sel = {
        (b, k): SelAsing(padat(teks))
        for b, baris in enumerate(isi.baris, 1)
        for k, x in enumerate(baris, 1)
        if (teks := x.strip())
    }
    catatan: list[tuple[str, dict[str, object]]] = [("CS-05", {})] if isi.windows else []
    return Sumber(nama, [Kisi(nama, "", 1, sel, beralamat=True)], catatan)


def pilih_pemisah(teks: str) -> str:
    """The separator under which rows, quoting regarded, agree best on their number of columns.

    Counting signs would take the decimal comma of "a;1,5;2,5" for one; a title line above the table disagrees with
    everything and so counts for nothing. Where nothing else decides, lines of separators alone do.

    >>> pilih_pemisah("kode;target\\nS1, S2;1,5\\n"), pilih_pemisah('a,b\\n"x;y;z",1\\n')
    (';', ',')
    """
    contoh = teks[:_CONTOH_HURUF]
    utuh = len(contoh) == len(teks)
    kosong = [x for b in contoh.splitlines() if (x := b.strip(" \r\n")) and not x.strip("".join(PEMISAH))]
    return max(PEMISAH, key=lambda p: (*_nilai(_lebar(contoh, p, utuh)), sum(not x.strip(p) for x in kosong)))


def _nilai(lebar: Sequence[int]) -> tuple[float, float, int]:
    """How well rows agree with the one before or after them, how many are parted at all, and how wide they mostly are."""
    if not lebar:
        return 0.0, 0.0, 0
    sepakat = [False] * len(lebar)
    for i, (a, b) in enumerate(pairwise(lebar)):
        if a == b > 1:
            sepakat[i] = sepakat[i + 1] = True
    terbagi = sorted(x for x in lebar if x > 1)
    tengah = terbagi[len(terbagi) // 2] if terbagi else 0
    return sum(sepakat) / len(lebar), len(terbagi) / len(lebar), tengah


def _lebar(contoh: str, pemisah: str, utuh: bool) -> list[int]:
    """Number of columns of the first rows that hold anything; of a text cut off the last row is not counted.

    Where cells are quoted, so may blank ones be, which says as much.
    """
    hasil: list[int] = []
    dikutip = '"' in contoh
    pembaca = csv.reader(io.StringIO(contoh, newline=""), delimiter=pemisah)
    try:
        hasil.extend(
            len(b) for b in islice(pembaca, _CONTOH_BARIS) if any(x.strip() for x in b) or (dikutip and len(b) > 1)
        )
    except csv.Error:  # a quote never closed: what was read before it still tells
        return hasil
    return hasil if utuh or len(hasil) < 2 else hasil[:-1]


def _sebutan(teks: str) -> tuple[str, str]:
    """The separator that Excel's own first line `sep=;` names, and the text without that line."""
    kepala = io.StringIO(teks[:32], newline="").readline()
    isi = kepala.strip("\r\n\"' ")
    if isi[:4].casefold() == "sep=" and len(isi.rstrip(",;")) <= 5 and len(isi) > 4:
        return isi[4], teks[len(kepala) :]
    if kepala.rstrip("\r\n").casefold() == "sep=\t":
        return "\t", teks[len(kepala) :]
    return "", teks


def _dekode(data: bytes) -> tuple[str, bool]:
    """The text, and whether it was read as Windows-1252 for want of anything better."""
    sandi = next((s for tanda, s in _SANDI_TANDA if data.startswith(tanda)), None) or _tanpa_tanda(data)
    try:
        return data.decode(sandi), False
    except UnicodeDecodeError:
        if sandi == "utf-16":  # cut off: what is whole of it
            return data[: len(data) & ~1].decode(sandi, errors="replace"), False
        return data.decode("cp1252", errors="replace"), True


def _tanpa_tanda(data: bytes) -> str:
    """UTF-16 without mark shows in its NULs: every other byte of plain letters is one."""
    contoh = data[:4096]
    for awal, sandi in ((1, "utf-16-le"), (0, "utf-16-be")):
        nol, lain = contoh[awal::2].count(0), contoh[1 - awal :: 2].count(0)
        if nol > 0.4 * len(contoh[awal::2]) and lain < 0.05 * len(contoh):
            return sandi
    return "utf-8"
