"""What the forms for a bidang look like (schemas/formulir.yaml), read as strictly as the schemas."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_xl.skema.kata import kata
from lkjip_xl.skema.model import Kolom, Skema, SkemaLembar
from lkjip_xl.skema.pembaca import PembacaBerkas, Tempat
from lkjip_xl.skema.sumberdaya import folder_skema
from lkjip_xl.skema.tindihan import berkas_tindihan
from lkjip_xl.skema.yaml_ketat import Peta, baca_yaml, dekat, gabung, nama_berkas, tolak_kunci_asing

BERKAS = "formulir.yaml"
INDIKATOR, PROGRAM = "indikator", "program"
MENURUT = (INDIKATOR, PROGRAM)
NAMA_MAKS = 31  # Excel's limit of a sheet name
KOSONG_MAKS = 20
_KATA = re.compile(r"[a-z]+")
_ATAS = ("bidang", "lembar")
_BIDANG = ("indikator", "versi", "program", "pemisah", "jabatan")
_LEMBAR = ("isi", "menurut", "judul", "petunjuk", "tampak", "ketik", "baris_kosong", "tiap")


@dataclass(frozen=True, slots=True)
class LembarFormulir:
    """A sheet of the form: name, the input sheet it fills, a row per what, title, instruction, columns by kind.

    tiap: a column whose choices each have a row of every indicator ("" = none).
    """

    nama: str
    isi: str
    menurut: str
    judul: str
    petunjuk: str
    tampak: tuple[str, ...]
    ketik: tuple[str, ...]
    baris_kosong: int = 0
    tiap: str = ""


@dataclass(frozen=True, slots=True)
class Formulir:
    """Where the workbook says who is responsible, how that is read, and the sheets of a form."""

    indikator: tuple[Tempat, ...]
    program: tuple[Tempat, ...]
    versi: tuple[str, ...]
    pemisah: tuple[str, ...]
    jabatan: Mapping[str, str]
    lembar: tuple[LembarFormulir, ...]


def skema_formulir(skema: Skema) -> Formulir:
    """The forms for these schemas, with the folder laid over them."""
    return baca_formulir(folder_skema(), (skema.kata or kata()).tindih, skema.lembar)


def baca_formulir(folder: Path, tindih: Path | None, lembar: Mapping[str, SkemaLembar]) -> Formulir:
    """Read the declaration; raises GalatSkema for an unknown key, sheet or column, or one no bidang may type.

    What the shipped file names but the sheets of an overlay have lost is left out.
    """
    isi, berkas = baca_yaml(folder / BERKAS), nama_berkas(folder / BERKAS)
    milik = berkas_tindihan(tindih, BERKAS)
    if milik is not None:
        isi, berkas = gabung(isi, baca_yaml(milik)), nama_berkas(milik)
    return _Pembaca(berkas, lembar, longgar=tindih is not None and milik is None).baca(isi)


class _Pembaca(PembacaBerkas):
    def baca(self, isi: Peta) -> Formulir:
        tolak_kunci_asing(self._berkas, isi, _ATAS)
        bidang, lembar = (self._peta(isi, k) for k in _ATAS)
        tolak_kunci_asing(self._berkas, bidang, _BIDANG)
        jabatan = self._peta(bidang, "jabatan")
        if salah := [k for k, x in jabatan.items() if not isinstance(x, str) or not _KATA.fullmatch(k)]:
            self._tolak(jabatan, salah[0], f'"{salah[0]}" di jabatan bukan satu kata huruf kecil')
        tempat = {
            k: tuple(filter(None, (self._tempat(bidang, k, x) for x in self._daftar(bidang, k)))) for k in MENURUT
        }
        self._versi(bidang, [x for k in MENURUT for x in tempat[k]])
        return Formulir(
            tempat[INDIKATOR], tempat[PROGRAM], self._daftar(bidang, "versi"), self._daftar(bidang, "pemisah"), dict(jabatan),
            tuple(filter(None, (self._satu(n, lembar) for n in lembar))),
        )  # fmt: skip

    def _peta(self, peta: Peta, kunci: str) -> Peta:
        x = peta.get(kunci)
        if not isinstance(x, Peta) or not x:
            self._tolak(peta, kunci, f'"{kunci}" harus berisi pasangan')
        return x

    def _daftar(self, peta: Peta, kunci: str) -> tuple[str, ...]:
        x = peta.get(kunci)
        if not isinstance(x, list) or not x or any(not isinstance(y, str) or not y for y in x):
            self._tolak(peta, kunci, f'"{kunci}" harus daftar kata')
        if len(set(x)) < len(x):
            self._tolak(peta, kunci, f'"{kunci}" menyebut sesuatu dua kali')
        return tuple(x)

    def _teks(self, peta: Peta, kunci: str) -> str:
        x = peta.get(kunci)
        if not isinstance(x, str) or not x:
            self._tolak(peta, kunci, f'"{kunci}" harus teks')
        return x

    def _versi(self, bidang: Peta, tempat: Sequence[Tempat]) -> None:
        """The versions are ones that the places can hold."""
        ada = {p for i, _ in tempat if "versi" in self._lembar[i].kolom for p in self._lembar[i].kolom["versi"].pilihan}
        asing = next((v for v in self._daftar(bidang, "versi") if v not in ada), None)
        if asing is not None and ada and not self._longgar:
            self._tolak(bidang, "versi", f'tidak ada versi "{asing}"', dekat(asing, ada))

    def _satu(self, nama: str, semua: Peta) -> LembarFormulir | None:
        isi = self._peta(semua, nama)
        tolak_kunci_asing(self._berkas, isi, _LEMBAR)
        if len(nama) > NAMA_MAKS or set(nama) & set("[]:*?/\\'"):
            self._tolak(semua, nama, f'"{nama}" tidak dapat menjadi nama lembar')
        sumber, menurut, kosong = self._teks(isi, "isi"), self._teks(isi, "menurut"), isi.get("baris_kosong", 0)
        if menurut not in MENURUT:
            self._tolak(isi, "menurut", f'"{menurut}" tidak dikenal', dekat(menurut, MENURUT))
        if type(kosong) is not int or not 0 <= kosong <= KOSONG_MAKS:
            self._tolak(isi, "baris_kosong", f"baris_kosong harus bilangan 0 sampai {KOSONG_MAKS}")
        s = self._lembar.get(sumber)
        if s is None:
            if not self._longgar:
                self._tolak(isi, "isi", f'tidak ada lembar "{sumber}"', dekat(sumber, self._lembar))
            return None
        tampak, ketik = (self._kolom(isi, k, s.kolom) for k in ("tampak", "ketik"))
        if kembar := set(tampak) & set(ketik):
            self._tolak(isi, "ketik", f'"{min(kembar)}" ada di tampak dan ketik')
        judul, petunjuk = self._teks(isi, "judul"), self._teks(isi, "petunjuk")
        tiap = self._tiap(isi, s, tampak)
        return LembarFormulir(nama, sumber, menurut, judul, petunjuk, tampak, ketik, kosong, tiap) if ketik else None

    def _tiap(self, isi: Peta, s: SkemaLembar, tampak: Sequence[str]) -> str:
        """The column whose choices have a row each: it is shown, and tells rows apart."""
        x = isi.get("tiap", "")
        if x == "":
            return ""
        if x not in s.kunci or x not in tampak or not s.kolom[x].pilihan:
            if self._longgar:
                return ""
            self._tolak(isi, "tiap", f'"{x}" bukan kolom pilihan yang tampak dan membedakan baris')
        return str(x)

    def _kolom(self, isi: Peta, kunci: str, kolom: Mapping[str, Kolom]) -> tuple[str, ...]:
        hasil: list[str] = []
        for x in self._daftar(isi, kunci):
            k: Any = kolom.get(x)
            if k is None and not self._longgar:
                self._tolak(isi, kunci, f'tidak ada kolom "{x}"', dekat(x, kolom))
            dihitung = k is not None and kunci == "ketik" and k.jenis == "rumus"
            if dihitung and not self._longgar:
                self._tolak(isi, kunci, f'kolom "{x}" dihitung buku; tidak diketik')
            if k is not None and not dihitung:
                hasil.append(x)
        return tuple(hasil)
