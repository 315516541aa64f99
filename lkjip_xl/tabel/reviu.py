"""The sheet Lembar Reviu as it is read: which findings a person has judged, with reason, position and date."""

from __future__ import annotations

from datetime import date, datetime

from lkjip_xl.buku.baca import Lembar
from lkjip_xl.inti.temuan import Reviu
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA

LEMBAR_REVIU = "Lembar Reviu"
KEPALA = ("No", "Status", "Kode", "Lembar", "Sel", "Masalah", "Dikecualikan (alasan)", "Jabatan", "Tanggal",
          "Baris", "Kolom", "Isi", "Kunci", "Tempat")  # fmt: skip
KOLOM = ("status", "kode", "lembar", "sel", "masalah", "alasan", "jabatan", "tanggal", "baris", "kolom", "isi",
         "kunci", "tempat")  # fmt: skip
_NAMA: dict[str, str] = dict(zip(KEPALA[1:], KOLOM, strict=True))


def letak_kolom(nama: str) -> int:
    """Number of a column, as the sheet is written today."""
    return KOLOM.index(nama) + 2


def baca_reviu(lembar: Lembar | None) -> list[Reviu]:
    """The lines that carry a key; what somebody wrote below the list is none."""
    hasil: list[Reviu] = []
    if lembar is None:
        return hasil
    kepala = {k: _NAMA.get(_teks(lembar, BARIS_KEPALA, k), "") for k in range(2, len(KEPALA) + 1)}
    if set(kepala.values()) != set(KOLOM):  # else as its headers say: the order was another one
        kepala = dict(enumerate(KOLOM, 2))
    for b in sorted({b for b, _ in lembar.sel if b >= BARIS_DATA}):
        isi = {nama: _teks(lembar, b, k) for k, nama in kepala.items()}
        if isi["kunci"] and isi["tempat"]:
            hasil.append(Reviu(**isi))
    return hasil


def _teks(lembar: Lembar, baris: int, kolom: int) -> str:
    s = lembar.sel.get((baris, kolom))
    if s is None or s.nilai is None:
        return ""
    if isinstance(s.nilai, (date, datetime)):
        return s.nilai.isoformat()[:10]
    return f"{s.nilai:.15g}" if isinstance(s.nilai, float) else str(s.nilai).strip()
