"""Small cases with their right answer: tests/data/kasus/*/*.yaml, in the form its README.md describes.

A case is read once and judged two ways: in memory, as fast as a rule's own tests, and through files, as staff do it.
"""

from __future__ import annotations

import csv
import dataclasses
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import yaml_cepat
from buku_md import Isi, buku_baru, di, isi_buku, isi_md
from buku_pendek import kosong

import lkjip_xl as lk
from lkjip_xl.buku.baca import Lembar, baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.cocokkan import baca_luar, cocokkan
from lkjip_xl.inti.temuan import HasilPeriksa, Reviu, Temuan, Tingkat
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.lembar.reviu import bangun_reviu
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.aturan.pelapor import TahunLalu
from lkjip_xl.validasi.aturan.penelusur import Penelusur
from lkjip_xl.validasi.periksa import periksa

FOLDER = Path(__file__).with_name("data") / "kasus"
BERAT = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)
SALINAN = "salinan.csv"
BUKU = "buku"  # where a finding about the whole workbook stands
Harap = tuple[str, str, frozenset[str]]  # code, severity, cells


@dataclass(frozen=True, slots=True)
class Ragam:
    """One workbook of a case: the case's own, or that with a few cells changed.

    temuan: every error and warning it must give, and notes it must give; terkait: cells such a finding names besides;
    diam: codes that must not come, notes included; ketik: what is typed over summary cells.
    """

    perihal: str
    isi: Isi
    temuan: tuple[Harap, ...]
    terkait: Mapping[str, frozenset[str]]
    diam: frozenset[str]
    ketik: Mapping[str, object]
    ubah: bool


@dataclass(frozen=True, slots=True)
class Kasus:
    """A point of the list with its workbooks; kecuali: codes that a person has judged in the first of them."""

    nama: str
    perihal: str
    ragam: tuple[Ragam, ...]
    lalu: Isi | None = None
    salinan: Mapping[str, str] = field(default_factory=dict)
    tanpa: tuple[str, ...] = ()
    ringkas: bool = False
    kecuali: frozenset[str] = frozenset()


def muat(berkas: Path) -> Kasus:
    """Read a case; a key that the form does not know is an error."""
    isi: dict[str, Any] = yaml_cepat.baca_teks(berkas.read_text(encoding="utf-8"))
    lebih = set(isi) - {"perihal", "buku", "lalu", "salinan", "tanpa", "ringkas", "kecuali", "temuan", "terkait", "diam", "ketik", "hampir"}  # fmt: skip
    assert not lebih, (berkas.name, lebih)
    awal = isi_md(isi["buku"])
    ragam = [_ragam(isi, awal, isi["perihal"])]
    for x in isi.get("hampir", ()):
        lebih = set(x) - {"perihal", "ganti", "hapus", "temuan", "terkait", "diam", "ketik"}
        assert not lebih, (berkas.name, lebih)
        ragam.append(_ragam(x, _ganti(awal, x.get("ganti", {}), x.get("hapus", ())), x["perihal"], ubah=True))
    return Kasus(
        f"{berkas.parent.name}/{berkas.stem}", isi["perihal"], tuple(ragam),
        isi_md(isi["lalu"]) if "lalu" in isi else None, isi.get("salinan", {}), tuple(isi.get("tanpa", ())),
        isi.get("ringkas") == "ya", frozenset(isi.get("kecuali", ())),
    )  # fmt: skip


def _ragam(x: Mapping[str, Any], isi: Isi, perihal: str, *, ubah: bool = False) -> Ragam:
    return Ragam(
        perihal, isi, tuple(map(_harap, x["temuan"])),
        {k: frozenset(map(_sel, str(v).split(","))) for k, v in x.get("terkait", {}).items()},
        frozenset(x.get("diam", ())), x.get("ketik", {}), ubah,
    )  # fmt: skip


def _ganti(isi: Isi, ganti: Mapping[str, object], hapus: Sequence[str]) -> Isi:
    """The same rows with other cells ("pengukuran:1:capaian"), without some rows ("pengukuran:2")."""
    hasil = deepcopy(isi)
    for tempat, nilai in ganti.items():
        lembar, nomor, kolom = tempat.split(":")
        baris = hasil.setdefault(lembar, [])
        baris.extend({} for _ in range(int(nomor) - len(baris)))
        baris[int(nomor) - 1][kolom] = str(nilai)
    for tempat in sorted(hapus, reverse=True):
        lembar, nomor = tempat.split(":")
        del hasil[lembar][int(nomor) - 1]
    return hasil


def _harap(teks: str) -> Harap:
    """ "PG-01 Kesalahan pengukuran:1:capaian, pengukuran:2:capaian"."""
    kode, tingkat, tempat = teks.split(" ", 2)
    return kode, Tingkat(tingkat).value, frozenset(_sel(x) for x in tempat.split(","))


def _sel(tempat: str) -> str:
    """Sheet!cell of a place by schema names; one that is an address already stays, as does a bare sheet name."""
    tempat = tempat.strip()
    if tempat.count(":") != 2:
        return tempat
    lembar, nomor, kolom = tempat.split(":")
    return di(lembar, kolom, BARIS_DATA + int(nomor) - 1)


# -- in memory ------------------------------------------------------------------------------------------------------


def temuan_ingatan(k: Kasus, r: Ragam) -> list[Temuan]:
    """What is said of one workbook of a case, without a file."""
    buku = isi_buku(buku_baru(), r.isi, tanpa=k.tanpa)
    if k.ringkas:
        buku.lain = _ringkasan(isi_buku(buku_baru(), k.ragam[0].isi, tanpa=k.tanpa), r.ketik)
    if k.kecuali and r.ubah:
        awal = periksa(isi_buku(buku_baru(), k.ragam[0].isi, tanpa=k.tanpa)).reviu or ()
        buku.lain = _reviu([_putus(x) for x in awal if x.kode in k.kecuali])
    lalu = None if k.lalu is None else TahunLalu("lalu.xlsm", Penelusur(isi_buku(buku_baru(), k.lalu)))
    return [*_utuh(periksa(buku, lalu=lalu)), *_cocok(buku, k.salinan)]


def _utuh(h: HasilPeriksa) -> list[Temuan]:
    assert h.gagal == []
    return h.temuan


def _cocok(buku: BukuKerja, salinan: Mapping[str, str]) -> list[Temuan]:
    hasil: list[Temuan] = []
    for lembar, teks in salinan.items():
        with TemporaryDirectory() as t:
            berkas = Path(t) / SALINAN
            berkas.write_text(teks, encoding="utf-8")
            hasil += cocokkan(buku, lembar, baca_luar(berkas)).temuan
    return hasil


def _putus(x: Reviu) -> Reviu:
    return dataclasses.replace(x, alasan="Benar demikian", jabatan="Kepala Bidang")


def _reviu(daftar: list[Reviu]) -> dict[str, Lembar]:
    wb = openpyxl.Workbook()
    bangun_reviu(wb.worksheets[0], daftar, date(2026, 1, 5))
    return _lembar(wb)


def _ringkasan(buku: BukuKerja, ketik: Mapping[str, object]) -> dict[str, Lembar]:
    wb = bangun_buku(buku)
    for tempat, nilai in ketik.items():
        lembar, sel = tempat.split("!")
        wb[lembar][sel] = nilai
    return _lembar(wb)


def _lembar(wb: openpyxl.Workbook) -> dict[str, Lembar]:
    simpanan = io.BytesIO()
    wb.save(simpanan)
    return baca_buku(Paket.dari_bytes(simpanan.getvalue(), "x.xlsx")).lembar


# -- through files --------------------------------------------------------------------------------------------------


def lewat_berkas(k: Kasus) -> bool:
    """Whether a case can be filled from CSV: no formulas of the user's own, no sheets that are edited afterwards or missing."""
    rumus = any(x.startswith("=") for baris in k.ragam[0].isi.values() for b in baris for x in b.values())
    return not (k.ringkas or k.kecuali or k.tanpa or rumus)


def temuan_berkas(k: Kasus, r: Ragam, folder: Path) -> list[Temuan]:
    """The same by the commands: a blank workbook, filled from a folder of CSV, checked and reconciled."""
    buku = _isi(r.isi, folder / "kini")
    lalu = None if k.lalu is None else _isi(k.lalu, folder / "lalu")
    hasil = _utuh(lk.validasi(buku, tahun_lalu=lalu))
    for lembar, teks in k.salinan.items():
        (folder / SALINAN).write_text(teks, encoding="utf-8")
        hasil = [*hasil, *lk.cocokkan(buku, lembar, folder / SALINAN).temuan]
    return hasil


def _isi(isi: Isi, folder: Path) -> bytes:
    folder.mkdir()
    for lembar, baris in isi.items():
        kolom = list(dict.fromkeys(x for b in baris for x in b))
        barisan = [kolom, *([b.get(x, "") for x in kolom] for b in baris)]
        if lembar == "pengaturan":
            barisan = [["pengaturan", "nilai"], *([x, y] for x, y in baris[0].items())]
        with (folder / f"{lembar}.csv").open("w", encoding="utf-8", newline="") as f:
            csv.writer(f, lineterminator="\n").writerows(barisan)
    data = lk.isi(kosong(), folder).data
    assert data is not None
    return data


# -- the answer -----------------------------------------------------------------------------------------------------


def beda(r: Ragam, temuan: Sequence[Temuan]) -> list[str]:
    """What differs from the right answer; nothing where it is given."""
    ada = Counter((t.kode, t.tingkat.value, _tempat(t)) for t in temuan)
    berat = Counter((t.kode, t.tingkat.value, _tempat(t)) for t in temuan if t.tingkat in BERAT)
    harap = Counter(r.temuan)
    hasil = [f"missing {_cetak(x)}" for x in (harap - ada).elements()]
    hasil += [f"too much {_cetak(x)}" for x in (berat - harap).elements()]
    hasil += [f"must not come: {t.kode} {_tempat(t)}" for t in temuan if t.kode in r.diam]
    for kode, sel in r.terkait.items():
        disebut = {f"{x}!{y}" for t in temuan if t.kode == kode for x, y in t.sel_terkait}
        hasil += [f"{kode} does not name {x}" for x in sorted(sel - disebut)]
    return hasil


def _tempat(t: Temuan) -> frozenset[str]:
    return frozenset(f"{t.lembar}!{s}" if s else t.lembar or BUKU for s in t.sel_semua or (t.sel,))


def _cetak(x: Harap) -> str:
    return f"{x[0]} {x[1]} {', '.join(sorted(x[2]))}"
