"""Reading a figure for a column: what `bacaan` reads of the text, judged by what may stand in that kind of column.

The text alone cannot tell whether "600 juta" is an amount or 600 of a unit, and whether "4O" is a unit or a slip of the finger.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from lkjip_xl.inti.bacaan import DESIMAL_RIBUAN, Alasan, Bacaan, Status, baca
from lkjip_xl.inti.cara_cetak import Cetak, cara_cetak
from lkjip_xl.inti.satuan import besaran, satuan_baku, satuan_dikenal, satuan_sama

RUPIAH, PERSEN, CACAH, TAHUN = "rupiah", "persen", "cacah", "tahun"
_CATATAN_KAKI = re.compile(
    r"(?<=[0-9%)])\s*[\u2070\u00b9\u00b2\u00b3\u2074-\u207e\u1d43-\u1dbf]+[)⁾]?$|(?<=[0-9%)])\s*[\^#†‡]+\)?$"
)
_SEBUTAN = re.compile(
    r"\([^\W\d_]+(?:[ /-][^\W\d_]+)*[ /-]?\)"
)  # the category behind a percentage: 102,65 (Sangat Baik)
_KALI = re.compile(r"^\s*[×xX*]\s*(?=[0-9])")
_MIRIP_ANGKA = {"o": "0", "i": "1", "l": "1", "|": "1"}
_SALAH_HURUF = re.compile(r"(?<=[0-9])[oO][oO0-9.,]*$|(?<=[0-9.,])[oO](?=[0-9.,oO])|^[oO](?=[.,][0-9])")
_HURUF_SATU = re.compile(r"(?<=[0-9])[lI|]+$|^[lI|](?=[0-9.,])|(?<=[0-9.,])[lI|](?=[0-9.,])")
_DI_DALAM = re.compile(r"[0-9][^\W\d_]{1,2}[0-9]+(?:[.,][0-9]+)*$")  # "12G0": a letter among the digits
_LUAS_ISI = re.compile(r"[0-9][kcdm]?m[23]$", re.IGNORECASE)
_TEPI = re.compile(r"^[^0-9]+|[^0-9]+$")
_SEN_NOL = re.compile(r"\.00?$")  # an export's 740,000.00
PANJANG_ANGKA = 1000  # letters of a text that may still be a figure with a slip


def baca_kolom(teks: object, tipe: str = "angka", dikenal: Collection[str] = ()) -> Bacaan:
    """Bacaan isi satu sel kolom bertipe `tipe` (angka, target, rupiah, persen, cacah, tahun).

    In an amount a magnitude word multiplies (alasan BESARAN), English thousands of two groups or more have one meaning
    (GAYA_INGGRIS); both are certain and to be told. A raised number behind a figure is a footnote, a letter that looks like a
    digit a slip, a word that is no unit a doubt. `dikenal`: units of the workbook's own list.

    >>> b = baca_kolom("Rp 600 juta", "rupiah"); b.nilai, b.status.value, b.alasan.name
    (600000000.0, 'pasti', 'BESARAN')
    >>> baca_kolom("740,000.00", "rupiah").nilai, baca_kolom("1,500.25").nilai, baca_kolom("1,500.25", "rupiah").nilai
    (740000.0, 1500.25, None)
    >>> b = baca_kolom("4O"); b.status.value, b.usulan
    ('galat', 40.0)
    """
    b = baca(teks, persen=tipe == PERSEN)
    if not isinstance(teks, str) or b.status is Status.KOSONG:
        return b
    kaki = _CATATAN_KAKI.search(teks.strip())
    if kaki is not None:
        tanpa = baca_kolom(teks.strip()[: kaki.start()], tipe, dikenal)
        if tanpa.nilai is not None:
            return replace(tanpa, status=Status.RAGU, alasan=Alasan.CATATAN_KAKI, usulan=tanpa.nilai)
    salah = _salah_huruf(teks, tipe, b)
    if salah is not None:
        return salah
    if b.status is Status.GALAT:
        return _inggris(teks, tipe, b)
    if _berhuruf(teks):
        return replace(b, status=Status.RAGU, alasan=Alasan.SALAH_HURUF, usulan=b.nilai)
    # no amount has thousandths, unless they are of millions
    if tipe == RUPIAH and b.status is Status.PASTI and b.desimal == DESIMAL_RIBUAN and besaran(b.satuan) is None:
        return replace(b, status=Status.RAGU, alasan=Alasan.TIGA_DESIMAL, usulan=b.nilai)
    return _menurut_tipe(b, tipe, dikenal) if b.satuan else b


def tanpa_kali(teks: str) -> str:
    """A factor without the sign of multiplication it is printed with.

    >>> tanpa_kali("× 100"), tanpa_kali("x100%"), tanpa_kali("xls"), tanpa_kali("100")
    ('100', '100%', 'xls', '100')
    """
    return _KALI.sub("", teks)


def _salah_huruf(teks: str, tipe: str, b: Bacaan) -> Bacaan | None:
    """ "4O" for 40, "l00" for 100: proposed, never taken."""
    rapi = teks.strip()
    if len(rapi) > PANJANG_ANGKA or not any(h.isdigit() for h in rapi):
        return None
    kepala = rapi.rstrip("% ")
    for pola, tentu in ((_SALAH_HURUF, True), (_HURUF_SATU, False)):
        if pola.search(kepala) and not any(h.isalpha() and h.casefold() not in _MIRIP_ANGKA for h in kepala):
            betul = baca("".join(_MIRIP_ANGKA.get(h.casefold(), h) for h in kepala), persen=tipe == PERSEN)
            if betul.nilai is None:
                return None
            nilai = None if tentu or kepala[-1] not in "lI" else b.nilai  # "10l" may be litres
            status = Status.GALAT if nilai is None else Status.RAGU
            return Bacaan(nilai, status=status, usulan=betul.nilai, alasan=Alasan.SALAH_HURUF)
    return None


def _berhuruf(teks: str) -> bool:
    """Does a letter stand among the digits of a figure, and not as the unit of an area or volume?

    >>> _berhuruf("12G0"), _berhuruf("1S5"), _berhuruf("12m2"), _berhuruf("12 km2"), _berhuruf("10 CO2")
    (True, True, False, False, False)
    """
    kepala = teks.strip().rstrip("% ")
    return _DI_DALAM.search(kepala) is not None and _LUAS_ISI.search(kepala) is None


def _inggris(teks: str, tipe: str, b: Bacaan) -> Bacaan:
    """Thousands in groups behind commas: two groups or more; one with decimals, of an amount those of nought alone."""
    if b.alasan is not Alasan.GAYA_INGGRIS or tipe == PERSEN or b.usulan is None:
        return b
    angka = _TEPI.sub("", teks)
    # a measure is no amount cut short
    utuh = tipe not in (RUPIAH, CACAH) or angka.count(",") > 1 or _SEN_NOL.search(angka)
    if cara_cetak(angka) is Cetak.INGGRIS and utuh:
        titik = teks.rpartition(".")[2] if "." in teks.rpartition(",")[2] else ""
        return Bacaan(b.usulan, desimal=sum(h.isdigit() for h in titik), alasan=Alasan.GAYA_INGGRIS)
    return b


def _menurut_tipe(b: Bacaan, tipe: str, dikenal: Collection[str]) -> Bacaan:
    if tipe == RUPIAH:
        return _rupiah(b)
    if tipe == PERSEN:
        asing = satuan_baku(b.satuan) != "%" and not b.satuan.startswith("%") and not _SEBUTAN.fullmatch(b.satuan)
    elif tipe == CACAH:
        asing = not (satuan_dikenal(b.satuan) or any(satuan_sama(b.satuan, d) for d in dikenal))
    else:
        asing = tipe == TAHUN  # the unit of other figures stands in the row
    return _ragu(b) if asing else b


def _rupiah(b: Bacaan) -> Bacaan:
    """An amount: rupiah, or so many thousands, millions of them."""
    if satuan_baku(b.satuan) == "rupiah" or b.nilai is None:
        return b
    kali = besaran(b.satuan)
    if kali is None or kali[1] not in ("", "rupiah"):
        return _ragu(b)
    nilai = float(f"{b.nilai * kali[0]:.15g}")
    ragu = b.status is Status.RAGU and b.alasan is not Alasan.TIGA_DESIMAL  # thousandths of a million are thousands
    return replace(
        b,
        nilai=nilai,
        satuan="",
        status=Status.RAGU if ragu else Status.PASTI,
        desimal=None,
        usulan=None,
        alasan=Alasan.BESARAN,
    )


def _ragu(b: Bacaan) -> Bacaan:
    return replace(b, status=Status.RAGU, alasan=Alasan.SATUAN_ASING, usulan=b.nilai)
