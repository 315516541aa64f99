"""Apply accepted proposals to a workbook file; nothing else in the file changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.kunci import kunci_excel, kunci_teks
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.perubahan import DITERAPKAN, LEMBAR_RIWAYAT, Perubahan, baca_riwayat, catat_perubahan
from lkjip_xl.rapikan.usulan import Usulan
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel.tanda import cari_milik

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
    bentuk: dict[tuple[str, str], str | None] = {(u.lembar, u.sel): u.format for u in diterima}
    catat_perubahan(paket, lama, baru, bentuk, skema, [] if kabar is None else kabar)
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
            oleh="rapikan",
        )
        for n, u in enumerate(diterima, awal + 1)
    ]
