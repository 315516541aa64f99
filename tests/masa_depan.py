"""Invented later versions of the template: the real schemas with columns and sheets added, removed, renamed, moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml_cepat

from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.muat import muat_skema
from lkjip_xl.skema.sumberdaya import folder_skema

Ubah = Callable[[dict[str, dict]], None]
BARIS = 14


@cache
def kecil(sk: Skema, baris: int = BARIS) -> Skema:
    """The schemas with few ready-made rows: quicker to build; the program's own lists keep theirs."""
    return Skema({i: s if s.baris_awal else replace(s, baris=min(s.baris, baris)) for i, s in sk.lembar.items()})


def skema_depan(folder: Path, *ubah: Ubah) -> Skema:
    """Schemas after changes to their YAML ({sheet id: mapping}), written to a folder and loaded like any others."""
    isi = {p.stem: yaml_cepat.baca(p.read_text("utf-8")) for p in folder_skema().glob("*.yaml")}
    for u in ubah:
        u(isi)
    folder.mkdir(exist_ok=True)
    for nama, x in isi.items():
        (folder / f"{nama}.yaml").write_text(yaml_cepat.tulis(x), encoding="utf-8")
    return kecil(muat_skema(folder))


def kolom_baru(lembar: str, nama: str, sesudah: str | None, /, **lkjip: object) -> Ubah:
    """A column put in behind another (None: first)."""

    def ubah(isi: dict[str, dict]) -> None:
        k = {
            "lkjip": {
                "judul": nama.replace("_", " ").capitalize(),
                "jenis": "isian",
                "tipe": "teks",
                "lebar": 14,
                "bantuan": "Kolom baru.",
            }
            | lkjip
        }
        lama = isi[lembar]["columns"]
        urut = list(lama)
        letak = 0 if sesudah is None else urut.index(sesudah) + 1
        isi[lembar]["columns"] = {n: lama.get(n, k) for n in [*urut[:letak], nama, *urut[letak:]]}

    return ubah


def kolom_buang(lembar: str, nama: str) -> Ubah:
    """A column the template no longer has."""
    return lambda isi: isi[lembar]["columns"].pop(nama)


def kolom_pindah(lembar: str, nama: str, sesudah: str) -> Ubah:
    """A column that stands elsewhere."""

    def ubah(isi: dict[str, dict]) -> None:
        lama = isi[lembar]["columns"]
        urut = [n for n in lama if n != nama]
        letak = urut.index(sesudah) + 1
        isi[lembar]["columns"] = {n: lama[n] for n in [*urut[:letak], nama, *urut[letak:]]}

    return ubah


def judul_baru(lembar: str, kolom: str, judul: str) -> Ubah:
    """A header with other words."""
    return lambda isi: isi[lembar]["columns"][kolom]["lkjip"].update(judul=judul)


def nama_lembar(lembar: str, nama: str) -> Ubah:
    """A sheet with another name."""
    return lambda isi: isi[lembar]["lkjip"].update(lembar=nama)


def urutan_baru(lembar: str, urutan: int) -> Ubah:
    """A sheet at another place."""
    return lambda isi: isi[lembar]["lkjip"].update(urutan=urutan)


def lembar_baru(id_lembar: str, nama: str, urutan: int) -> Ubah:
    """A sheet of its own."""

    def ubah(isi: dict[str, dict]) -> None:
        kolom = {
            "kode": {
                "nullable": False,
                "lkjip": {
                    "judul": "Kode",
                    "jenis": "isian",
                    "tipe": "kode",
                    "pilihan": "indikator.kode",
                    "lebar": 9,
                    "bantuan": "Kode.",
                },
            },
            "indikator": {
                "lkjip": {
                    "judul": "Indikator",
                    "jenis": "rumus",
                    "tipe": "teks",
                    "rumus": "AMBIL(indikator.indikator, indikator.kode, kode)",
                    "lebar": 30,
                    "bantuan": "Nama.",
                }
            },
            "nilai": {"lkjip": {"judul": "Nilai", "jenis": "isian", "tipe": "angka", "lebar": 12, "bantuan": "Nilai."}},
        }
        isi[id_lembar] = {"schema_type": "dataframe", "lkjip": {
            "lembar": nama, "judul": nama.upper(), "cermin": "-", "petunjuk": "Isi.", "urutan": urutan, "kelompok": "pendukung",
            "baris": 20, "kunci": ["kode"], "cetak": {"arah": "landscape", "ulang_kolom": 1}}, "columns": kolom}  # fmt: skip

    return ubah
