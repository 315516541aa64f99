"""The catalogue of messages (schemas/pesan.yaml): every code's severity and wording, filled in for one finding."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite, isnan
from numbers import Real
from pathlib import Path
from typing import Any

from lkjip_xl.buku.galat import KODE
from lkjip_xl.inti.angka import AngkaTertulis, tulis
from lkjip_xl.inti.galat import GalatLkjip
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.skema.kata import kata
from lkjip_xl.skema.tindihan import berkas_tindihan
from lkjip_xl.skema.yaml_ketat import (
    GalatSkema,
    Peta,
    baca_yaml,
    dekat,
    gabung,
    nama_berkas,
    tolak_kunci_asing,
)

BERKAS = "pesan.yaml"
POLOS = "polos"  # {nilai:polos}: a year or code, never "2.025"
SISIPAN = "*"  # {pemilik: oleh *}: words that stand only around a value that is there
KUTIPAN_TERPANJANG = 1000
_BIDANG = ("tingkat", "judul", "pesan", "saran", "rujukan")
_WAJIB = ("tingkat", "judul", "pesan")
ISIAN_TEMUAN = ("lembar", "sel", "kolom", "nilai", "seharusnya")  # what every finding has
TANPA_SEL = ("KU-01", "LP-01")  # said of a command, not of a cell
PANJANG_MAKS = 2000


class GalatPesan(GalatLkjip):
    """A code or placeholder the catalogue does not know: our failure."""


@dataclass(frozen=True, slots=True)
class Pesan:
    """One entry: severity, short title, message and suggestion with {placeholders}, rule it refers to."""

    kode: str
    tingkat: Tingkat
    judul: str
    pesan: str
    saran: str = ""
    rujukan: str = ""

    def isian(self) -> set[str]:
        """Names of the placeholders."""
        return _isian(self.pesan) | _isian(self.saran)


DESIMAL_WAJAR, DESIMAL_DIKETIK = 2, 4
SEBUTAN = {"turun-rasio": "makin rendah makin baik (T/R)"}  # choices whose name only says how they are computed
_SAMA = re.compile(r"(?<![\w.,])([-−]?\d[\d.,]*) = \1(?![\w]|[.,]\d)")  # a sum of one figure


def katalog() -> dict[str, Pesan]:
    """All messages by code in the words in use; raises GalatSkema for an entry that is not whole."""
    return kata().katalog


def baca_katalog(folder: Path, tindih: Path | None = None) -> dict[str, Pesan]:
    """The catalogue of a folder of schemas, as strict as they are; tindih: a folder whose entries lie over them."""
    path = folder / BERKAS
    mentah, berkas = baca_yaml(path), nama_berkas(path)
    if milik := berkas_tindihan(tindih, BERKAS):
        berkas, atas = nama_berkas(milik), baca_yaml(milik)
        tolak_kunci_asing(berkas, atas, mentah)
        asal = {kode: _pesan(nama_berkas(path), mentah.di(kode), kode, isi) for kode, isi in mentah.items()}
        mentah = gabung(mentah, atas)
        return {kode: _ditindih(berkas, atas, kode, mentah[kode], p) if kode in atas else p for kode, p in asal.items()}
    return {kode: _pesan(berkas, mentah.di(kode), kode, isi) for kode, isi in mentah.items()}


def _ditindih(berkas: str, atas: Peta, kode: str, isi: Any, asal: Pesan) -> Pesan:
    """A region's entry: it may use what the program fills in, nothing else, so that it can always be said."""
    baru = _pesan(berkas, atas.di(kode), kode, isi)
    boleh = asal.isian() | KODE.get(kode, frozenset())
    if kode not in KODE and kode not in TANPA_SEL:
        boleh |= set(ISIAN_TEMUAN)
    for bidang in ("pesan", "saran"):
        for nama in sorted(_isian(getattr(baru, bidang)) - boleh):
            pesan = f'{kode}: isian "{{{nama}}}" tidak tersedia'
            raise GalatSkema(berkas, isi.di(bidang), pesan, dekat(nama, sorted(boleh)))
    return baru


def _isian(teks: str) -> set[str]:
    return {n for _, n, _, _ in string.Formatter().parse(teks) if n is not None}


def _pesan(berkas: str, baris: int, kode: str, isi: object) -> Pesan:
    if not isinstance(isi, Peta):
        raise GalatSkema(berkas, baris, f"{kode} harus berisi tingkat, judul dan pesan")
    tolak_kunci_asing(berkas, isi, _BIDANG)
    for bidang, teks in isi.items():
        if not isinstance(teks, str):
            raise GalatSkema(berkas, isi.di(bidang), f"{kode}: {bidang} harus teks")
        if len(teks) > PANJANG_MAKS:
            raise GalatSkema(berkas, isi.di(bidang), f"{kode}: {bidang} lebih dari {PANJANG_MAKS} huruf")
    for bidang in _WAJIB:
        if not isi.get(bidang):
            raise GalatSkema(berkas, baris, f'{kode} belum punya "{bidang}"')
    if isi["tingkat"] not in list(Tingkat):
        pesan = f'tingkat "{isi["tingkat"]}" tidak dikenal'
        raise GalatSkema(berkas, isi.di("tingkat"), pesan, dekat(isi["tingkat"], list(Tingkat)))
    p = Pesan(kode, Tingkat(isi["tingkat"]), *(str(isi.get(b, "")) for b in _BIDANG[1:]))
    for bidang in ("pesan", "saran"):
        try:
            periksa_isian(getattr(p, bidang))
        except ValueError as e:
            raise GalatSkema(berkas, isi.di(bidang), f"{kode}: isian tidak sah ({e})") from None
    return p


def periksa_isian(teks: str, *, bentuk: bool = True) -> None:
    """Raise ValueError where a placeholder is more than a name and a form that messages know: {nilai}, {nilai:polos}."""
    for _, nama, isi, ubah in string.Formatter().parse(teks):
        if nama is None:
            continue
        if not re.fullmatch(r"[a-z_]+", nama) or ubah:
            raise ValueError(f'"{nama}" bukan nama isian')
        if isi and not (bentuk and (isi == POLOS or SISIPAN in isi) and not set("{}") & set(isi)):
            raise ValueError(f'bentuk "{isi}" tidak dikenal')


def wajar(x: float, desimal: int = DESIMAL_WAJAR) -> float:
    """A computed figure as people read it: never more decimals than typed ones have, seldom more than two.

    >>> wajar(102.653333333333), wajar(85.7145), wajar(0.000123)
    (102.65, 85.7145, 0.000123)
    """
    if x == round(x, DESIMAL_DIKETIK) or abs(x) < 1:
        return x
    return round(x, desimal)


def _desimal(a: object, b: object) -> int:
    """As few decimals as keep two figures apart that are said to differ."""
    if not all(isinstance(x, Real) and isfinite(x) for x in (a, b)):
        return DESIMAL_WAJAR
    return next((d for d in (DESIMAL_WAJAR, DESIMAL_DIKETIK, 6) if wajar(float(a), d) != wajar(float(b), d)), 15)  # pyright: ignore[reportArgumentType]


def sebut_angka(x: float | Real, desimal: int = DESIMAL_WAJAR, *, ribuan: bool = True) -> str:
    """A figure in a message: a computed one by `wajar`, a typed one never with fewer decimals than it was typed with.

    >>> sebut_angka(102.653333333333), sebut_angka(AngkaTertulis(86.5, 2)), sebut_angka(86.5)
    ('102,65', '86,50', '86,5')
    """
    teks = tulis(wajar(float(x), desimal), ribuan=ribuan)
    tertulis = x.desimal if isinstance(x, AngkaTertulis) else 0
    return tulis(float(x), tertulis, ribuan) if len(teks.partition(",")[2]) < tertulis else teks


class _Isian:
    """A value as messages show it: numbers in Indonesian notation, blanks as nothing."""

    __slots__ = ("_desimal", "_nilai")

    def __init__(self, nilai: object, desimal: int = DESIMAL_WAJAR) -> None:
        self._nilai, self._desimal = nilai, desimal

    def __format__(self, bentuk: str) -> str:
        if bentuk not in ("", POLOS) and SISIPAN not in bentuk:
            raise ValueError(f'bentuk "{bentuk}" tidak dikenal')
        x = self._nilai
        if x is None or x == "" or (isinstance(x, Real) and isnan(x)):
            return ""
        if isinstance(x, Real) and not isinstance(x, bool) and isfinite(x):
            teks = sebut_angka(x, self._desimal, ribuan=bentuk != POLOS)
        else:
            teks = SEBUTAN.get(x, x) if isinstance(x, str) else str(x)
        if len(teks) > KUTIPAN_TERPANJANG:  # a cell holds up to 32,767 letters, and so does a cell of Hasil Validasi
            teks = teks[:KUTIPAN_TERPANJANG].rstrip() + " …"
        return bentuk.replace(SISIPAN, teks) if SISIPAN in bentuk else teks


def _isi(teks: str, kode: str, nilai: dict[str, object]) -> str:
    try:
        desimal = _desimal(nilai.get("nilai"), nilai.get("seharusnya"))
        jadi = " ".join(teks.format_map({k: _Isian(v, desimal) for k, v in nilai.items()}).split())
        return _SAMA.sub(r"\1", jadi)
    except KeyError as e:
        raise GalatPesan(f"{kode}: isian {e} tidak diberikan") from None


def _entri(kode: str) -> Pesan:
    try:
        return katalog()[kode]
    except KeyError:
        raise GalatPesan(f"kode {kode} tidak ada di {BERKAS}") from None


def buat_temuan(
    kode: str,
    /,
    *,
    lembar: str,
    sel: str = "",
    kolom: str = "",
    nilai: object = None,
    seharusnya: object = None,
    sel_terkait: Iterable[tuple[str, str]] = (),
    tingkat: Tingkat | None = None,
    **isian: object,
) -> Temuan:
    """A finding worded by the catalogue; placeholders are the arguments themselves and whatever else is given.

    Raises GalatPesan for an unknown code or a placeholder without value.
    """
    p = _entri(kode)
    semua = {"lembar": lembar, "sel": sel, "kolom": kolom, "nilai": nilai, "seharusnya": seharusnya} | isian
    return Temuan(
        kode,
        tingkat or p.tingkat,
        lembar,
        sel,
        kolom,
        nilai,
        seharusnya,
        _isi(p.pesan, kode, semua),
        _isi(p.saran, kode, semua),
        p.rujukan,
        tuple(sel_terkait),
        (sel,) if sel else (),
    )


def temuan_dari(kode: str, isi: Mapping[str, object], lembar: str = "") -> Temuan:
    """The finding for a code and the values that come with it, as of a note or a refusal; `lembar` where they name none."""
    lengkap: dict[str, Any] = {"lembar": lembar, **isi}
    return buat_temuan(kode, **lengkap)


def pesan_berkas(kode: str, /, **isi: object) -> str:
    """Sentence for an error of a file or of ours: message and what to do."""
    p = _entri(kode)
    return f"{_isi(p.pesan, kode, isi)} {_isi(p.saran, kode, isi)}".strip()
