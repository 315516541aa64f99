"""The sentences of the report (schemas/kalimat.yaml): wording is data, which sentence stands where is code."""

from __future__ import annotations

import string
from pathlib import Path

from lkjip_xl.skema.kata import kata
from lkjip_xl.skema.pesan import periksa_isian
from lkjip_xl.skema.tindihan import berkas_tindihan
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, baca_yaml, gabung, nama_berkas, tolak_kunci_asing

BERKAS = "kalimat.yaml"
Kalimat = dict[tuple[str, str], str]


def semua_kalimat() -> Kalimat:
    """Every sentence by (group, key), in the words in use."""
    return kata().kalimat


def kalimat(alamat: str, /, **isian: str) -> str:
    """A sentence "group.key" with its placeholders filled in; a text without sense of its own ends in one full stop.

    Raises KeyError for a sentence or placeholder that does not exist: our failure, held by a test.
    """
    kelompok, _, kunci = alamat.partition(".")
    teks = semua_kalimat()[kelompok, kunci].format_map(isian)
    return teks[:-1] if teks.endswith("..") else teks


def isian_kalimat(teks: str) -> frozenset[str]:
    """Names of the placeholders of a sentence; raises ValueError where it is no format, or one more than a name."""
    periksa_isian(teks, bentuk=False)
    return frozenset(nama for _, nama, _, _ in string.Formatter().parse(teks) if nama is not None)


def baca_kalimat(folder: Path, tindih: Path | None = None) -> Kalimat:
    """The sentences of a folder; those of `tindih` may change wording, never keys or what can be filled in."""
    asal = baca_yaml(folder / BERKAS)
    dasar = _urai(asal, nama_berkas(folder / BERKAS))
    milik = berkas_tindihan(tindih, BERKAS)
    if milik is None:
        return dasar
    atas, berkas = baca_yaml(milik), nama_berkas(milik)
    tolak_kunci_asing(berkas, atas, asal)
    for kelompok, isi in atas.items():
        if isinstance(isi, Peta):
            tolak_kunci_asing(berkas, isi, asal[kelompok])
    hasil = _urai(gabung(asal, atas), berkas)
    for (kelompok, kunci), teks in hasil.items():
        asing = isian_kalimat(teks) - isian_kalimat(dasar[kelompok, kunci])
        if asing:
            raise GalatSkema(
                berkas, atas[kelompok].di(kunci), f'{kelompok}.{kunci}: isian "{{{min(asing)}}}" tidak tersedia'
            )
    return hasil


def _urai(peta: Peta, berkas: str) -> Kalimat:
    hasil: Kalimat = {}
    for kelompok, isi in peta.items():
        if not isinstance(isi, Peta):
            raise GalatSkema(berkas, peta.di(kelompok), f'"{kelompok}" harus berisi kalimat')
        for kunci, teks in isi.items():
            if not isinstance(teks, str) or not teks.strip():
                raise GalatSkema(berkas, isi.di(kunci), f"{kelompok}.{kunci} harus kalimat")
            try:
                isian_kalimat(teks)
            except ValueError as e:
                raise GalatSkema(berkas, isi.di(kunci), f"{kelompok}.{kunci}: isian tidak sah ({e})") from None
            hasil[kelompok, kunci] = teks
    return hasil
