"""What every released template looked like: a workbook in use is read by the words and formulas of its own version."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.yaml_ketat import GalatSkema, Peta, baca_yaml, nama_berkas
from lkjip_xl.sumberdaya import folder_skema
from lkjip_xl.versi import VERSI_TEMPLAT

BERKAS = "versi.yaml"
_KEPALA = """\
# Columns of every released template version, so that workbooks in use are read by the words and formulas they have.
# `make buku` adds the entry of a new VERSI_TEMPLAT; entries are never changed once a workbook of theirs is in use.
"""


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
    """Every released version by number, its sheets by id; raises GalatSkema for a file that is not whole."""
    path = (folder or folder_skema()) / BERKAS
    berkas = nama_berkas(path)
    isi = baca_yaml(path)
    return {int(n.removeprefix("v")): {i: _lembar(berkas, v, i, x) for i, x in v.items()} for n, v in isi.items()}


def _lembar(berkas: str, versi: Peta, id_lembar: str, isi: object) -> LembarVersi:
    if not isinstance(isi, Peta) or not isinstance(isi.get("kolom"), Peta):
        raise GalatSkema(berkas, versi.di(id_lembar), f'lembar "{id_lembar}" belum punya kolom')
    kolom = {k: KolomVersi(*([x] if isinstance(x, str) else x)) for k, x in isi["kolom"].items()}
    return LembarVersi(isi["lembar"], kolom)


def lembar_versi(versi: int, id_lembar: str) -> LembarVersi | None:
    """A sheet as a version had it, None where that version had none."""
    return rekaman().get(versi, {}).get(id_lembar)


def versi_dari(skema: Skema) -> Versi:
    """The schemas as a version would record them."""
    return {s.id: LembarVersi(s.lembar, {k.nama: _kolom(k) for k in s.kolom.values()}) for s in skema.lembar.values()}


def _kolom(k: Kolom) -> KolomVersi:
    return KolomVersi(k.judul, k.kelompok, k.rumus)


def catat(skema: Skema, folder: Path) -> Path:
    """Add the current version to the record; raises GalatSkema where its entry is another than the schemas say."""
    path = folder / BERKAS
    semua = dict(rekaman(folder)) if path.exists() else {}
    kini = versi_dari(skema)
    if semua.setdefault(VERSI_TEMPLAT, kini) != kini:
        pesan = f"kolom berbeda dari catatan v{VERSI_TEMPLAT}: naikkan VERSI_TEMPLAT, atau hapus catatan itu bila belum pernah diedarkan"
        raise GalatSkema(nama_berkas(path), 1, pesan)
    path.write_text(_KEPALA + "".join(_tulis(n, semua[n]) for n in sorted(semua)), encoding="utf-8")
    rekaman.cache_clear()
    return path


def _tulis(nomor: int, versi: Versi) -> str:
    baris = [f"v{nomor}:"]
    for i, s in versi.items():
        baris += [f"  {i}:", f"    lembar: {_teks(s.lembar)}", "    kolom:"]
        for nama, k in s.kolom.items():
            isi = [k.judul, k.kelompok, k.rumus]
            while isi[-1] is None:
                isi.pop()
            teks = _teks(isi[0]) if len(isi) == 1 else "[" + ", ".join("null" if x is None else _teks(x) for x in isi) + "]"
            baris.append(f"      {_teks(nama)}: {teks}")
    return "\n".join(baris) + "\n"


def _teks(x: str) -> str:
    """A YAML text in double quotes."""
    return '"' + x.replace("\\", "\\\\").replace('"', '\\"') + '"'


def belum_ada(s: SkemaLembar, versi: int) -> frozenset[str]:
    """Columns of a sheet that a workbook of that version cannot have yet; all of them where the sheet itself is new."""
    dulu = lembar_versi(versi, s.id)
    return frozenset(s.kolom) if dulu is None else frozenset(s.kolom.keys() - dulu.kolom.keys())
