"""The catalogue of messages (schemas/pesan.yaml): every code's severity and wording, filled in for one finding."""

from __future__ import annotations

import string
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from lkjip_xl.angka import tulis
from lkjip_xl.sumberdaya import folder_skema
from lkjip_xl.temuan import Temuan, Tingkat

BERKAS = "pesan.yaml"
_BIDANG = {"tingkat", "judul", "pesan", "saran", "rujukan"}


class GalatPesan(Exception):
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
        return {n for t in (self.pesan, self.saran) for _, n, _, _ in string.Formatter().parse(t) if n}


@cache
def katalog(folder: Path | None = None) -> dict[str, Pesan]:
    """All messages by code; raises GalatPesan for an entry that is not whole."""
    with ((folder or folder_skema()) / BERKAS).open(encoding="utf-8") as f:
        mentah = yaml.safe_load(f)
    hasil = {}
    for kode, isi in mentah.items():
        if not isinstance(isi, dict) or not set(isi) <= _BIDANG or not {"tingkat", "judul", "pesan"} <= set(isi):
            raise GalatPesan(f"{BERKAS}: {kode} tidak lengkap")
        hasil[kode] = Pesan(kode, Tingkat(isi["tingkat"]), *(str(isi.get(b, "")) for b in ("judul", "pesan", "saran", "rujukan")))
    return hasil


def _teks(x: object) -> str:
    if x is None:
        return ""
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        return tulis(x)
    return str(x)


def _isi(teks: str, kode: str, nilai: dict[str, object]) -> str:
    try:
        return " ".join(teks.format_map({k: _teks(v) for k, v in nilai.items()}).split())
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


def pesan_berkas(kode: str, /, **isi: object) -> str:
    """Sentence for an error of a file or of ours: message and what to do."""
    p = _entri(kode)
    return f"{_isi(p.pesan, kode, isi)} {_isi(p.saran, kode, isi)}".strip()
