"""The signature below a document: place, date, office, room to sign, name, rank, NIP; of one or two parties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bahan import Bahan, teks_nilai, terisi
from lkjip_xl.word.naskah import Balok, Isian, Paragraf

LEMBAR = "penanda_tangan"
RUANG = 4  # blank lines to sign in
DEFINITIF = "definitif"
GAYA = {1: "Tanda Tangan", 2: "Tanda Tangan Dua"}  # by the number of parties
Orang = Mapping[str, Nilai]


def tanda_tangan(b: Bahan, dokumen: str, ajakan: str) -> Iterator[Balok]:
    """The signatures of a document, the second party at the left; ajakan: the placeholder where nobody is named."""
    milik = _milik(b, dokumen)
    if not milik:
        yield Isian(ajakan, f"tanda tangan {dokumen}")
        return
    pihak = sorted(milik, key=lambda r: kunci_teks(r["pihak"]))[:2]  # kedua comes before pertama
    yield Paragraf("\n".join(_baris(pihak)), GAYA[len(pihak)], f"tanda tangan {dokumen}")


def bertanda_tangan(b: Bahan, dokumen: str) -> bool:
    """Is anybody named who signs this document?"""
    return bool(_milik(b, dokumen))


def _milik(b: Bahan, dokumen: str) -> list[Orang]:
    return [r for r in b.rekaman(LEMBAR) if kunci_teks(r["dokumen"]) == kunci_teks(dokumen) and terisi(r["nama"])]


def _baris(pihak: Sequence[Orang]) -> Iterator[str]:
    """The lines; every party in its own column behind a tab."""
    tempat = next((_teks(r, "tempat") for r in pihak if _teks(r, "tempat")), "")
    tanggal = next((_teks(r, "tanggal") for r in pihak if _teks(r, "tanggal")), "")
    letak = ", ".join(x for x in (tempat, tanggal) if x)
    if letak:
        yield "\t" * len(pihak) + letak
    if len(pihak) > 1:
        yield _sejajar([f"{_teks(r, 'pihak').upper()}," for r in pihak])
    yield _sejajar([_jabatan(r) for r in pihak])
    ruang = [_ruang(r) for r in pihak]
    yield from (_sejajar(list(baris)) for baris in zip(*ruang, strict=True))
    yield _sejajar([_teks(r, "nama") for r in pihak])
    for kolom, awalan in (("pangkat", ""), ("nip", "NIP ")):
        isi = [f"{awalan}{x}" if (x := _teks(r, kolom)) else "" for r in pihak]
        if any(isi):
            yield _sejajar(isi)


def _jabatan(r: Orang) -> str:
    status = _teks(r, "status")
    return " ".join(x for x in ("" if kunci_teks(status) == DEFINITIF else status, _teks(r, "jabatan")) if x)


def _ruang(r: Orang) -> list[str]:
    baris = [""] * RUANG
    if kunci_teks(r["elektronik"]) == "ya":
        baris[RUANG // 2] = kalimat("umum.tanda_tangan_elektronik")
    return baris


def _sejajar(isi: Sequence[str]) -> str:
    return "".join(f"\t{x}" for x in isi)


def _teks(r: Orang, kolom: str) -> str:
    return teks_nilai(r[kolom]).strip() if terisi(r[kolom]) else ""
