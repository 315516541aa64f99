"""What every released template looked like: a workbook in use is read by the words and formulas of its own version.

The record is schemas/versi.json. `make buku` adds the entry of a new VERSI_TEMPLAT; entries are never changed once a
workbook of theirs is in use.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lkjip_xl.buku.simpan import simpan_aman
from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.skema.yaml_ketat import GalatSkema, nama_berkas

BERKAS = "versi.json"


@dataclass(frozen=True, slots=True)
class KolomVersi:
    """A column as a version had it: header, upper header, formula."""

    judul: str
    kelompok: str | None = None
    rumus: str | None = None


@dataclass(frozen=True, slots=True)
class LembarVersi:
    """A sheet as a version had it: its name and its columns in their order."""

    lembar: str
    kolom: dict[str, KolomVersi]


Versi = dict[str, LembarVersi]


@cache
def rekaman(folder: Path | None = None) -> dict[int, Versi]:
    """Every released version by number, its sheets by id; raises GalatSkema for a file that cannot be read."""
    path = (folder or folder_skema()) / BERKAS
    try:
        isi = json.loads(path.read_text(encoding="utf-8"))
        return {int(n): {i: _lembar(*x) for i, x in versi.items()} for n, versi in isi.items()}
    except (OSError, ValueError, TypeError) as e:
        raise GalatSkema(nama_berkas(path), 1, f"catatan versi tidak terbaca ({e})") from None


def _lembar(nama: str, kolom: dict[str, list[Any]]) -> LembarVersi:
    return LembarVersi(nama, {k: KolomVersi(*x) for k, x in kolom.items()})


def lembar_versi(versi: int, id_lembar: str) -> LembarVersi | None:
    """A sheet as a version had it, None where that version had none."""
    return rekaman().get(versi, {}).get(id_lembar)


def versi_dari(skema: Skema) -> Versi:
    """The schemas as a version would record them."""
    return {s.id: lembar_kini(s) for s in skema.lembar.values()}


def lembar_kini(s: SkemaLembar) -> LembarVersi:
    """A sheet of today's schemas as a version would record it."""
    return LembarVersi(s.lembar, {k.nama: _kolom(k) for k in s.kolom.values()})


def _kolom(k: Kolom) -> KolomVersi:
    return KolomVersi(k.judul, k.kelompok, k.rumus)


def catat(skema: Skema, folder: Path) -> Path:
    """Add the current version to the record; raises GalatSkema where its entry is another than the schemas say."""
    path = folder / BERKAS
    semua = dict(rekaman(folder)) if path.exists() else {}
    kini = versi_dari(skema)
    if semua.setdefault(VERSI_TEMPLAT, kini) != kini:
        pesan = f"kolom berbeda dari catatan versi {VERSI_TEMPLAT}: naikkan VERSI_TEMPLAT, atau hapus catatan itu bila belum pernah diedarkan"
        raise GalatSkema(nama_berkas(path), 1, pesan)
    simpan_aman(path, _tulis(semua).encode(), cadangan=False)
    rekaman.cache_clear()
    return path


def _tulis(semua: dict[int, Versi]) -> str:
    """One line per sheet: a change of a version shows where it is."""
    bagian = []
    for n, versi in sorted(semua.items()):
        baris = (f"  {json.dumps(i)}: {json.dumps(_sebagai_json(s), ensure_ascii=False)}" for i, s in versi.items())
        bagian.append(f' "{n}": {{\n' + ",\n".join(baris) + "\n }")
    return "{\n" + ",\n".join(bagian) + "\n}\n"


def _sebagai_json(s: LembarVersi) -> list[object]:
    return [s.lembar, {k: [x for x in (v.judul, v.kelompok, v.rumus)] for k, v in s.kolom.items()}]


def belum_ada(s: SkemaLembar, versi: int) -> frozenset[str]:
    """Columns of a sheet that a workbook of that version cannot have yet; all of them where the sheet itself is new."""
    dulu = lembar_versi(versi, s.id)
    return frozenset(s.kolom) if dulu is None else frozenset(s.kolom.keys() - dulu.kolom.keys())
