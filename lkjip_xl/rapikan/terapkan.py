"""Apply accepted proposals to a workbook file, and take recorded changes back; nothing else in the file changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import openpyxl

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.kunci import kunci_excel, kunci_teks
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.milik.ganti import perbarui_lembar
from lkjip_xl.rapikan.riwayat import (
    DITERAPKAN,
    DIURUNGKAN,
    LEMBAR_RIWAYAT,
    Perubahan,
    baca_riwayat,
    bangun_riwayat,
    terbaca,
)
from lkjip_xl.rapikan.usulan import Usulan
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel.tanda import cari_milik
from lkjip_xl.tabel.tembolok import isi_tembolok

PASTI, SEMUA = "pasti", "semua"


def pilih(daftar: Sequence[Usulan], kata: str) -> list[Usulan]:
    """The proposals that "pasti", "semua", numbers (from 1) or addresses name, separated by commas.

    Raises GalatBerkas (RP-01) for a word that names none.
    """
    hasil: list[Usulan] = []
    for bagian in filter(None, (x.strip() for x in kata.split(","))):
        kelompok = {PASTI: [u for u in daftar if u.pasti], SEMUA: list(daftar)}.get(kunci_teks(bagian))
        cocok = kelompok if kelompok is not None else [
            u for n, u in enumerate(daftar, 1) if bagian == str(n) or _alamat(bagian) == (kunci_excel(u.lembar), u.sel)
        ]  # fmt: skip
        if kelompok is None and not cocok:
            raise GalatBerkas("RP-01", kata=bagian)
        hasil += [u for u in cocok if u not in hasil]
    return hasil


def _alamat(kata: str) -> tuple[str, str]:
    lembar, _, sel = kata.replace("$", "").rpartition("!")
    return kunci_excel(lembar.strip("'")), sel.upper()


@dengan_kata
def terapkan(
    paket: Paket, diterima: Sequence[Usulan], skema: Skema, waktu: str, kabar: list[Temuan] | None = None
) -> list[Perubahan]:
    """Write the numbers, record the changes, refresh stored values; returns the new records.

    kabar takes what the user had put on the sheet of records and what became of it.
    """
    if not diterima:
        return []
    asal = baca_buku(paket)
    lama = baca_riwayat(cari_milik(asal.lembar, asal.lokal(NAMA_TANDA), LEMBAR_RIWAYAT))
    awal = max((p.no for p in lama), default=0)
    baru = catat(
        diterima, awal, waktu, {(u.lembar, u.sel): asal.lembar[u.lembar].sel[pecah(u.sel)].format for u in diterima}
    )
    _tulis(paket, ((u.lembar, u.sel, Tulis(u.menjadi, format=u.format)) for u in diterima))
    _simpan(paket, [*lama, *baru], skema, [] if kabar is None else kabar)
    return baru


def catat(diterima: Iterable[Usulan], awal: int, waktu: str, bentuk: dict[tuple[str, str], str]) -> list[Perubahan]:
    """Records of changes, numbered from awal + 1; bentuk: number formats before, by cell, where they are known."""
    return [
        Perubahan(
            n,
            waktu,
            u.lembar,
            u.sel,
            u.tertulis,
            u.menjadi,
            u.alasan,
            DITERAPKAN,
            bentuk.get((u.lembar, u.sel), u.format_semula),
        )
        for n, u in enumerate(diterima, awal + 1)
    ]


@dengan_kata
def urungkan(
    paket: Paket, kata: str, skema: Skema, kabar: list[Temuan] | None = None
) -> tuple[list[Perubahan], list[Perubahan]]:
    """Take back changes by number or "semua"; returns those taken back and those whose cell has changed since.

    A cell gets its earlier content and number format only while it still holds what was written.
    Raises GalatBerkas (RP-01) for a number that is no change in force.
    """
    buku = baca_buku(paket)
    semua = baca_riwayat(cari_milik(buku.lembar, buku.lokal(NAMA_TANDA), LEMBAR_RIWAYAT))
    berlaku = {str(p.no): p for p in semua if p.status == DITERAPKAN}
    if kunci_teks(kata) == SEMUA:
        minta = list(berlaku.values())
    else:
        nomor = [x.strip() for x in kata.split(",") if x.strip()]
        if asing := [n for n in nomor if n not in berlaku]:
            raise GalatBerkas("RP-01", kata=asing[0])
        minta = [berlaku[n] for n in dict.fromkeys(nomor)]
    tetap = [p for p in minta if not _masih(buku.lembar.get(p.lembar), p)]
    kembali = [p for p in minta if p not in tetap]
    if kembali:
        _tulis(paket, ((p.lembar, p.sel, Tulis(p.semula, format=p.format)) for p in kembali))
        _simpan(
            paket,
            [replace(p, status=DIURUNGKAN) if p in kembali else p for p in semua],
            skema,
            [] if kabar is None else kabar,
        )
    return kembali, tetap


def _masih(lembar, p: Perubahan) -> bool:
    s = lembar.sel.get(pecah(p.sel)) if lembar is not None and terbaca(p) else None
    return s is not None and s.rumus is None and s.nilai == p.menjadi


def _tulis(paket: Paket, isi: Iterable[tuple[str, str, Tulis]]) -> None:
    per_lembar: dict[str, dict[str, Tulis]] = {}
    for lembar, sel, apa in isi:
        per_lembar.setdefault(lembar, {})[sel] = apa
    tulis_sel(paket, per_lembar)


def _simpan(paket: Paket, daftar: Sequence[Perubahan], skema: Skema, kabar: list[Temuan]) -> None:
    wb = openpyxl.Workbook()
    bangun_riwayat(wb.worksheets[0], daftar)
    kabar += perbarui_lembar(paket, wb)
    isi_tembolok(paket, skema)
