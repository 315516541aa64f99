"""Write what a tool changes, record it, and take recorded changes back; nothing else in the file changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import openpyxl

from lkjip_xl.buku.baca import Lembar, baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.milik.ganti import perbarui_lembar
from lkjip_xl.perubahan.catatan import (
    DITERAPKAN,
    DIURUNGKAN,
    KOSONG,
    LEMBAR_RIWAYAT,
    RUMUS,
    Perubahan,
    baca_riwayat,
    bangun_riwayat,
    terbaca,
)
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tanda import cari_milik
from lkjip_xl.tabel.tembolok import isi_tembolok

SEMUA = "semua"


def riwayat_buku(paket: Paket) -> list[Perubahan]:
    """The changes recorded in a workbook file."""
    buku = baca_buku(paket)
    return baca_riwayat(cari_milik(buku.lembar, buku.lokal(NAMA_TANDA), LEMBAR_RIWAYAT))


def catat_perubahan(
    paket: Paket,
    lama: Sequence[Perubahan],
    baru: Sequence[Perubahan],
    bentuk: Mapping[tuple[str, str], str | None],
    skema: Skema,
    kabar: list[Temuan],
) -> BukuKerja:
    """Write the cells of new changes, by (sheet, cell) in the number formats given, and the record of all.

    Returns the workbook as it is then.
    """
    _tulis(paket, ((p.lembar, p.sel, Tulis(p.menjadi, format=bentuk.get((p.lembar, p.sel)))) for p in baru))
    return simpan_riwayat(paket, [*lama, *baru], skema, kabar)


@dengan_kata
def urungkan(
    paket: Paket, kata: str, skema: Skema, kabar: list[Temuan] | None = None, *, oleh: str = ""
) -> tuple[list[Perubahan], list[Perubahan]]:
    """Take back changes by number, range of numbers ("12-40") or "semua"; returns those taken back and those whose cell
    has changed since.

    oleh: the command whose changes "semua" means, "" = every command; a number names a change of any. A cell gets its earlier content and number format only while it still holds what was written.
    Raises GalatBerkas (RP-01) for a number that is no change in force.
    """
    buku = baca_buku(paket)
    semua = baca_riwayat(cari_milik(buku.lembar, buku.lokal(NAMA_TANDA), LEMBAR_RIWAYAT))
    minta = _minta(kata, {p.no: p for p in semua if p.status == DITERAPKAN}, oleh)
    tetap = [p for p in minta if not _masih(buku.lembar.get(p.lembar), p)]
    sudah = {p.no for p in tetap}
    kembali = [p for p in minta if p.no not in sudah]
    if kembali:
        _tulis(paket, ((p.lembar, p.sel, _semula(p)) for p in kembali))
        nomor = {p.no for p in kembali}
        daftar = [replace(p, status=DIURUNGKAN) if p.no in nomor else p for p in semua]
        simpan_riwayat(paket, daftar, skema, [] if kabar is None else kabar)
    return kembali, tetap


def _minta(kata: str, berlaku: Mapping[int, Perubahan], oleh: str) -> list[Perubahan]:
    """The changes named, each once; of a range those in force."""
    if kunci_teks(kata) == SEMUA:
        return [p for p in berlaku.values() if not oleh or p.oleh in ("", oleh)]
    minta: dict[int, Perubahan] = {}
    for bagian in filter(None, (x.strip() for x in kata.split(","))):
        awal, pisah, akhir = (x.strip() for x in bagian.partition("-"))
        angka = [int(x) for x in (awal, akhir if pisah else awal) if x.isdecimal() and len(x) <= 9]
        dalam = [] if len(angka) < 2 else [n for n in berlaku if angka[0] <= n <= angka[1]]
        if not dalam:
            raise GalatBerkas("RP-01", kata=bagian)
        minta |= {n: berlaku[n] for n in dalam}
    return list(minta.values())


def _semula(p: Perubahan) -> Tulis:
    bentuk = p.format or None
    if p.jenis == KOSONG:
        return Tulis(None, format=bentuk)
    if p.jenis == RUMUS:
        return Tulis(None, rumus=str(p.semula), format=bentuk)
    return Tulis(p.semula, format=bentuk)


def _masih(lembar: Lembar | None, p: Perubahan) -> bool:
    s = lembar.sel.get(pecah(p.sel)) if lembar is not None and terbaca(p) else None
    return s is not None and s.rumus is None and s.nilai == p.menjadi


def _tulis(paket: Paket, isi: Iterable[tuple[str, str, Tulis]]) -> None:
    per_lembar: dict[str, dict[str, Tulis]] = {}
    for lembar, sel, apa in isi:
        per_lembar.setdefault(lembar, {})[sel] = apa
    tulis_sel(paket, per_lembar)


def simpan_riwayat(paket: Paket, daftar: Sequence[Perubahan], skema: Skema, kabar: list[Temuan]) -> BukuKerja:
    """Put the record of all changes into the workbook and refresh the stored values of its formulas."""
    wb = openpyxl.Workbook()
    bangun_riwayat(wb.worksheets[0], daftar)
    kabar += perbarui_lembar(paket, wb)
    return isi_tembolok(paket, skema)
