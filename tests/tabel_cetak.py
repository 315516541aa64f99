"""The printed tables of both reports, each cell with the places of the workbook it may go to.

Two kinds: the input sheets as printed under the headers of the workbook (`tercetak/`), and the published tables under their own
captions and headers (`tabel.yaml`). `cetakan.py` writes them in every format.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import yaml_cepat
from cetakan import Cetakan
from laporan_contoh import AKAR, Baris, baca_csv

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.hierarki import BarisLevel, cari_induk, nomor_urut
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja

# what reports call a column; all others bear the header of the workbook
JUDUL = {
    ("pengukuran", "sasaran"): "Sasaran Strategis", ("pk", "sasaran"): "Sasaran Strategis", ("anggaran", "pagu"): "Anggaran (Rp)",
    ("anggaran", "nama"): "Program/Kegiatan", ("renja", "nama"): "Program dan Kegiatan", ("pk", "indikator"): "Indikator Kinerja Utama",
    ("pk_program", "nama"): "Program", ("belanja", "jenis"): "Uraian",
}  # fmt: skip
TANPA = {"kode", "level", "versi", "arah", "no", "induk"}  # never printed in reports, but for what is listed here
DENGAN = {("renja", "kode"), ("renja", "level"), ("tc27", "kode"), ("tc27", "level"), ("pk_program", "level"), ("penunjang", "level")}  # fmt: skip
LEMBAR = (
    "renstra", "iku", "pk", "pengukuran", "riwayat", "pembanding", "anggaran", "belanja", "penunjang", "rencana_aksi",
    "lhe_nilai", "renja", "tc27", "pk_program", "pegawai", "aset",
)  # fmt: skip
SALINAN = {"sasaran": "pernyataan", "indikator": "indikator", "satuan": "satuan"}
PENAMA = ("nama", "jenis", "uraian", "komponen")
RUMAH_TW = {"tw1": "I", "tw2": "II", "tw3": "III", "tw4": "IV"}
JUMLAH = re.compile("(?:jumlah|total|rata-rata)(?:akhir|keseluruhan|asettetap|capaian.*)?")
Tempat = tuple[str, str]  # id of a sheet, schema column


@dataclass(frozen=True, slots=True)
class TabelCetak:
    """A printed table: how it looks, the places each of its columns may go to, the names of each row, its version."""

    cetak: Cetakan
    tempat: tuple[tuple[Tempat, ...], ...]
    nama: tuple[tuple[str, ...], ...]
    versi: str = ""

    @property
    def lembar(self) -> str:
        """The sheet most of it belongs to."""
        return next((i for t in reversed(self.tempat) for i, _ in t if i != "indikator"), "indikator")


def tabel_lembar(buku: BukuKerja, laporan: str) -> list[TabelCetak]:
    """The input sheets of a report as it would print them; buku: filled with them."""
    hasil: list[TabelCetak] = []
    for i in LEMBAR:
        berkas = AKAR / "tests/data" / laporan / "tercetak" / f"{i}.csv"
        isi = list(enumerate(baca_csv(berkas), BARIS_DATA)) if berkas.exists() else []
        for versi in dict.fromkeys(r.get("versi", "") for _, r in isi):
            milik = [(b, r) for b, r in isi if r.get("versi", "") == versi]
            hasil.append(_lembar(buku, i, milik, versi, len(hasil) + 1))
    return hasil


def _lembar(buku: BukuKerja, i: str, isi: list[tuple[int, Baris]], versi: str, nomor: int) -> TabelCetak:
    s = buku.skema.lembar[i]
    kolom = [k for k in s.kolom.values() if (k.nama not in TANPA or (i, k.nama) in DENGAN) and any(_teks(buku, i, b, r, k) for b, r in isi)]  # fmt: skip
    urut = _nomor(buku, i, [b for b, _ in isi])
    urut |= {b: r["no"] for b, r in isi if any("no" in x and x["no"] for _, x in isi)}
    baris = tuple((urut[b], *(_teks(buku, i, b, r, k) for k in kolom)) for b, r in isi)
    tempat = tuple(((("indikator", SALINAN[k.nama]),) if k.nama in SALINAN and k.rumus else ((i, k.nama),)) for k in kolom)  # fmt: skip
    caption = f"Tabel 2.{nomor} {judul.sebagai_teks(s.judul, buku.setelan).title()}" + (f" ({versi})" if versi else "")
    cetak = Cetakan(caption, (("No",), *(_kepala(buku, i, k) for k in kolom)), baris, nomor % 2 == 1, nomor % 4 == 2,
                    "Sumber: data diolah" if nomor % 5 < 2 else "")  # fmt: skip
    nomor_punya = ((i, "no"),) if "no" in s.kolom and any(r.get("no") for _, r in isi) else ()
    return TabelCetak(cetak, (nomor_punya, *tempat), _nama(((), *tempat), baris), versi)


def _nama(tempat: Sequence[tuple[Tempat, ...]], baris: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """What names each row: its indicator, which goes on below, and what the sheet itself is called by."""
    hasil, ini = [], ""
    ind = next((n for n, t in enumerate(tempat) if ("indikator", "indikator") in t), None)
    sendiri = [
        n for n, t in enumerate(tempat) if any(k in PENAMA and i not in ("indikator", "pembanding") for i, k in t)
    ]
    for b in baris:
        ini = b[ind] or ini if ind is not None else ""
        hasil.append(tuple(x for x in (ini, *(b[n] for n in sendiri[:1])) if x))
    return tuple(hasil)


def _teks(buku: BukuKerja, i: str, b: int, r: Baris, k: Kolom) -> str:
    """As the CSV of the report has it; what the sheet only repeats from Indikator comes from there."""
    if k.nama in r:
        return " ".join(r[k.nama].split())
    x = buku[i].isi(b).get(k.nama) if k.nama in SALINAN and "kode" in r and i != "renja" else None
    return str(x or "")


def _kepala(buku: BukuKerja, i: str, k: Kolom) -> tuple[str, ...]:
    teks = JUDUL.get((i, k.nama), judul.sebagai_teks(k.judul, buku.setelan))
    return (judul.sebagai_teks(k.kelompok, buku.setelan), teks) if k.kelompok else (teks,)


def _nomor(buku: BukuKerja, i: str, barisan: list[int]) -> dict[int, str]:
    t = buku[i]
    if "level" not in t.skema.kolom:
        return {b: str(n) for n, b in enumerate(barisan, 1)}
    isi = [t.isi(b) for b in barisan]
    return nomor_urut(cari_induk([BarisLevel(b, r["level"], r.get("kode"), r.get("no")) for b, r in zip(barisan, isi, strict=True)]))  # fmt: skip


def tabel_terbit(laporan: str) -> list[TabelCetak]:
    """The tables as the report published them."""
    akar = AKAR / "tests/data" / laporan
    hasil: list[TabelCetak] = []
    for berkas, kolom in yaml_cepat.baca_teks((akar / "tabel.yaml").read_text("utf-8")).items():
        isi = baca_csv(akar / f"{berkas}.csv")
        for (sumber, versi), milik in groupby(
            isi, key=lambda r: (r["sumber"], r.get("versi", "") if "rp_akhir" in r else "")
        ):
            hasil.append(_terbit(sumber, versi, kolom, list(milik), len(hasil)))
    return hasil


def _terbit(sumber: str, versi: str, kolom: dict[str, list[str]], isi: list[Baris], n: int) -> TabelCetak:
    pakai = {k: v for k, v in kolom.items() if any(r[k].strip() for r in isi)}
    baris = tuple(tuple(" ".join(r[k].split()) for k in pakai) for r in isi)
    kepala = tuple(tuple(h.split(": ")) for h, _ in pakai.values())
    tempat = tuple(tuple(_tempat(x) for x in t.split("|") if x) for _, t in pakai.values())
    judul_cetak = f"{sumber} ({versi} perubahan)" if versi else sumber
    cetak = Cetakan(judul_cetak, kepala, baris, n % 3 == 1, n % 4 == 2, "Sumber: data diolah" if n % 5 < 2 else "")
    return TabelCetak(cetak, tempat, _nama(tempat, baris), versi)


def _tempat(teks: str) -> Tempat:
    lembar, kolom = teks.split(".")
    return lembar, kolom


def sama_judul(a: str, b: str) -> bool:
    """Is this the caption of that table?"""
    return kunci_judul(a) in kunci_judul(b.replace("\n", " "))


def sel_cetak(t: TabelCetak) -> Iterator[tuple[int, int, str]]:
    """Every printed cell that has a place: row, column, text; "-" is no content, total rows are checked and not placed."""
    for n, baris in enumerate(t.cetak.sel()):
        if any(JUMLAH.fullmatch("".join(x.lower().split())) for x in baris if x):
            continue
        for k, teks in enumerate(baris):
            if teks.strip(" -") and t.tempat[k]:
                yield n, k, teks
