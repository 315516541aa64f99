"""Tables other systems give and ask for (schemas/preset/*.yaml): the words of their columns and what those are here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_xl.skema.kata import kata
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.skema.pembaca import PembacaBerkas, Tempat
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.tindihan import berkas_tindihan
from lkjip_xl.skema.yaml_ketat import Peta, baca_yaml, dekat, gabung, nama_berkas, tolak_kunci_asing

FOLDER = "preset"
BARIS, TERDALAM = "baris", "terdalam"
BAGIAN = ("kode", "nama")
_ATAS = ("judul", "lembar", "kenal", "tiap", "kolom")
_KOLOM = ("isi", "tingkat", "bagian", "tanpa", "sinonim", "wajib", "kunci")


@dataclass(frozen=True, slots=True)
class KolomPreset:
    """A column: header ("A: B" = B below A) and its other words; exactly one of: place, kode or name of a level, why it has no place.

    wajib: without it the table is not this one; kunci: what the row in the place is found by beside its kode (tw: II).
    """

    kepala: str
    sinonim: tuple[str, ...] = ()
    tempat: Tempat | None = None
    tingkat: str = ""
    bagian: str = ""
    tanpa: str = ""
    wajib: bool = False
    kunci: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preset:
    """A table: title, the sheet its rows are of, words of captions, columns in their order.

    tiap: "baris" = a row per row of the sheet; "terdalam" = per innermost programme row, with the levels above beside it.
    """

    nama: str
    judul: str
    lembar: str
    kenal: tuple[str, ...]
    kolom: tuple[KolomPreset, ...]
    tiap: str = BARIS


def semua_preset(skema: Skema) -> dict[str, Preset]:
    """The presets for these schemas, with the folder laid over them, by name."""
    return baca_preset(folder_skema(), (skema.kata or kata()).tindih, skema.lembar)


def baca_preset(folder: Path, tindih: Path | None, lembar: Mapping[str, SkemaLembar]) -> dict[str, Preset]:
    """Read the declarations; raises GalatSkema for an unknown key, sheet, column or level.

    What the shipped files name but the sheets of an overlay have lost is left out.
    """
    dasar = {p.stem: p for p in sorted((folder / FOLDER).glob("*.yaml"))}
    atas = berkas_tindihan(tindih, FOLDER)
    milik = {} if atas is None else {p.stem: p for p in sorted(atas.glob("*.yaml"))}
    hasil: dict[str, Preset] = {}
    for nama in sorted(dasar.keys() | milik.keys()):
        isi = baca_yaml(dasar.get(nama, milik.get(nama, folder)))
        if nama in dasar and nama in milik:
            isi = gabung(isi, baca_yaml(milik[nama]))
        berkas = nama_berkas(milik.get(nama, dasar.get(nama, folder)))
        satu = _Pembaca(berkas, lembar, longgar=tindih is not None and nama not in milik).baca(nama, isi)
        if satu is not None:
            hasil[nama] = satu
    return hasil


class _Pembaca(PembacaBerkas):
    def baca(self, nama: str, isi: Peta) -> Preset | None:
        tolak_kunci_asing(self._berkas, isi, _ATAS)
        judul, lembar, tiap = isi.get("judul"), isi.get("lembar"), isi.get("tiap", BARIS)
        if not isinstance(judul, str) or not judul:
            self._tolak(isi, "judul", '"judul" harus teks')
        if not isinstance(lembar, str) or lembar not in self._lembar:
            if self._longgar:
                return None
            self._tolak(isi, "lembar", f'tidak ada lembar "{lembar}"', dekat(str(lembar), self._lembar))
        if tiap not in (BARIS, TERDALAM):
            self._tolak(isi, "tiap", f'"{tiap}" tidak dikenal', dekat(str(tiap), (BARIS, TERDALAM)))
        semua = isi.get("kolom")
        if not isinstance(semua, Peta) or not semua:
            self._tolak(isi, "kolom", '"kolom" harus berisi pasangan')
        kolom = tuple(k for n in semua if (k := self._kolom(semua, n, str(lembar))) is not None)
        return Preset(nama, str(judul), str(lembar), self._daftar(isi, "kenal"), kolom, str(tiap))

    def _kolom(self, semua: Peta, kepala: str, lembar: str) -> KolomPreset | None:
        isi = semua[kepala]
        if not isinstance(isi, Peta):
            self._tolak(semua, kepala, f'"{kepala}" harus berisi pasangan')
        tolak_kunci_asing(self._berkas, isi, _KOLOM)
        cara = [k for k in ("isi", "tingkat", "tanpa") if k in isi]
        if len(cara) != 1 or not isinstance(isi[cara[0]], str):
            self._tolak(semua, kepala, f'"{kepala}" harus menyebut satu dari isi, tingkat, tanpa')
        tempat = self._tempat(isi, "isi", isi["isi"]) if cara == ["isi"] else None
        if cara == ["isi"] and tempat is None:
            return None
        if cara == ["tingkat"]:
            level = self._lembar[lembar].kolom["level"].pilihan if "level" in self._lembar[lembar].kolom else ()
            if isi["tingkat"] not in level and self._longgar:
                return None
            if isi["tingkat"] not in level or isi.get("bagian") not in BAGIAN:
                self._tolak(isi, "tingkat", f'"{kepala}" harus menyebut level dan bagian kode atau nama', dekat(isi["tingkat"], level))  # fmt: skip
        kunci = isi.get("kunci", {})
        if not isinstance(kunci, dict) or (kunci and tempat is None):
            self._tolak(isi, "kunci", '"kunci" harus berisi pasangan, di kolom dengan isi')
        for k, x in kunci.items():
            if tempat is None or k not in self._lembar[tempat[0]].kolom or not isinstance(x, str):
                if self._longgar:
                    return None
                self._tolak(isi, "kunci", f'tidak ada kolom "{k}" di lembar itu')
        return KolomPreset(
            kepala, self._daftar(isi, "sinonim"), tempat, isi.get("tingkat", ""), isi.get("bagian", ""), isi.get("tanpa", ""),
            isi.get("wajib") is True, dict(kunci),
        )  # fmt: skip

    def _daftar(self, peta: Peta, kunci: str) -> tuple[str, ...]:
        x = peta.get(kunci, [])
        if not isinstance(x, list) or any(not isinstance(y, str) or not y for y in x):
            self._tolak(peta, kunci, f'"{kunci}" harus daftar kata')
        return tuple(x)
