"""Titles and headers with years in them: as text for given settings, and as worksheet formula.

Tokens: {tahun} {tahun-1} {tahun+1} report year · {renstra+2} year slot 2 of the Renstra period ("–" past its end) ·
{akhir} last Renstra year · {instansi}.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lkjip_xl.inti.fungsi import Galat

Nilai = float | str | Galat | None
TANPA_TAHUN = "–"

_TOKEN = re.compile(r"\{(tahun|renstra|akhir|instansi)([+-]\d+)?\}")
_NAMA = {
    "tahun": "TahunLaporan",
    "renstra": "TahunRenstraAwal",
    "akhir": "TahunRenstraAkhir",
    "instansi": "Instansi",
}


def berubah(teks: str) -> bool:
    """Does the text depend on the settings?"""
    return _TOKEN.search(teks) is not None


def sebagai_teks(teks: str, setelan: Mapping[str, Nilai]) -> str:
    """The text with its tokens filled in; a Renstra slot past the period gives "–" for the whole text."""
    akhir = setelan.get("TahunRenstraAkhir")
    habis = False

    def ganti(m: re.Match[str]) -> str:
        nonlocal habis
        nilai = setelan.get(_NAMA[m[1]])
        if m[1] == "instansi":
            return str(nilai or "")
        if not isinstance(nilai, (int, float)):
            nilai = 0
        tahun = int(nilai) + int(m[2] or 0)
        if m[1] == "renstra" and tahun > (akhir if isinstance(akhir, (int, float)) else 0):
            habis = True
        return str(tahun)

    hasil = _TOKEN.sub(ganti, teks)
    return TANPA_TAHUN if habis else hasil


def sebagai_rumus(teks: str) -> str:
    """Worksheet formula (with "=") that shows the same text as `sebagai_teks` and follows the settings."""
    bagian: list[str] = []
    syarat: list[str] = []
    letak = 0
    for m in _TOKEN.finditer(teks):
        if m.start() > letak:
            bagian.append(_kutip(teks[letak : m.start()]))
        nama, geser = _NAMA[m[1]], m[2] or ""
        if m[1] == "renstra":
            syarat.append(f"{nama}{geser}>TahunRenstraAkhir")
        bagian.append(f"({nama}{geser})" if geser else nama)
        letak = m.end()
    if letak < len(teks):
        bagian.append(_kutip(teks[letak:]))
    isi = "&".join(bagian) if len(bagian) > 1 else f'{bagian[0]}&""'
    if syarat:
        uji = syarat[0] if len(syarat) == 1 else f"OR({','.join(syarat)})"
        return f'=IF({uji},"{TANPA_TAHUN}",{isi})'
    return f"={isi}"


def _kutip(teks: str) -> str:
    return '"' + teks.replace('"', '""') + '"'
