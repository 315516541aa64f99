"""Sentences and lists outside of tables that state a target, a result or its causes: nothing is taken from them, so they are told."""

from __future__ import annotations

import re

from lkjip_xl.inti.kunci import rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN

KODE = "SB-25"
SEBUT = 60  # letters of a sentence that are named
_ANGKA = rf"(?:rp\.? ?)?(?!{ANGKA_TAHUN}\b(?![.,]\d))\d"
_UKURAN = re.compile(
    rf"\b(?:target|realisasi|capaian)\b[^.;:]{{0,80}}?(?:\b(?:sebesar|sebanyak|adalah|mencapai|yaitu|yakni)\b|[:=]) ?{_ANGKA}",
    re.IGNORECASE,
)
_TRIWULAN = re.compile(rf"\b(?:tw|triwulan) ?(?:i{{1,3}}|iv|[1-4])\b ?[:=]? ?{_ANGKA}[\d.,]", re.IGNORECASE)
_PROGRAM = re.compile(
    r"\W*(?:\w{1,2}[.)] ?)?(?:sub ?)?(?:program|kegiatan)\b.{3,200}?\brp\.? ?\d{1,3}(?:\.\d{3})+", re.IGNORECASE
)
"""A programme with its money."""
_UANG = re.compile(r"\W*\w{1,2}[.)] ?rp\.? ?\d{1,3}(?:\.\d{3})+", re.IGNORECASE)  # an item of a list of amounts

_SEBAB = re.compile(
    r"\W*(?:\w\W )?(?:faktor )?(?:pendorong|pendukung|penghambat|penyebab|kendala|hambatan|permasalahan|(?:alternatif )?solusi|upaya"
    r"|(?:rencana )?tindak lanjut)\b[^:.]{0,40}: ?\w.{5,}",
    re.IGNORECASE,
)


def menyebut_sebab(teks: str) -> bool:
    """Does a paragraph state what helped or hindered, or what is done about it?

    >>> menyebut_sebab("- Faktor penghambat: harga tiket tinggi"), menyebut_sebab("Faktor pendukung dan penghambat"), menyebut_sebab("Solusi:")
    (True, False, False)
    """
    return _SEBAB.fullmatch(rapikan_spasi(teks)) is not None


def menyebut_angka(teks: str) -> bool:
    """Does a paragraph state what a target or a result is, or the money of a programme?

    >>> menyebut_angka("Nilai A, target tahun 2024 sebesar 3,37 Level"), menyebut_angka("Realisasi (Rp): TW I 22.150.000; TW II 41.000.000")
    (True, True)
    >>> menyebut_angka("Capaian kinerja adalah tahun 2024"), menyebut_angka("Tabel 3.1 Target dan Realisasi Tahun 2024"), menyebut_angka("Triwulan II 2024")
    (False, False, False)
    """
    rapi = rapikan_spasi(teks)
    return any(p.search(rapi) for p in (_UKURAN, _TRIWULAN)) or any(p.match(rapi) for p in (_PROGRAM, _UANG))
