"""What each block of the report is, whatever it says this time: chapter, section, kind, and what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.word.naskah import Bagian, Balok, Butir, Daftar, Gambar, Isian, Judul, Paragraf, Tabel
from lkjip_xl.word.sidik_blok import ringkas

PANJANG_ID = 10
JALUR_PALING_DALAM = 3  # headings below name a sasaran, which the keys of what follows imply
SAMPUL = "sampul"
_URUTAN = re.compile(r"^(?:lampiran\s+\d+|bab\s+[ivx]+|[a-z]\.|\d+\.)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JatiDiri:
    """Identity of a block: its id, and a name people know it by."""

    id: str
    nama: str


def jati_diri(balok: Iterable[Balok]) -> list[JatiDiri | None]:
    """One for every block; page and section breaks have none."""
    hasil: list[JatiDiri | None] = []
    jalur: list[str] = []
    nama_jalur: list[str] = []
    hitung: Counter[str] = Counter()
    for x in balok:
        if isinstance(x, Judul):
            atas = min(x.tingkat, JALUR_PALING_DALAM + 1) - 1
            tempat, nama_tempat = jalur[:atas], nama_jalur[:atas]
            if x.tingkat <= JALUR_PALING_DALAM:
                jalur = [*tempat, _pokok(x.kunci or x.teks)]
                nama_jalur = [*nama_tempat, x.teks]
        else:
            tempat, nama_tempat = jalur, nama_jalur
        if isinstance(x, Bagian):
            hasil.append(None)
            continue
        jenis, pembeda, nama = _rupa(x)
        kunci = "/".join([*(tempat or [SAMPUL]), jenis, pembeda])
        hitung[kunci] += 1
        diri = ringkas(f"{kunci}#{hitung[kunci]}".encode(), PANJANG_ID)
        letak = nama_tempat[-1] if nama_tempat and not isinstance(x, Judul) else ""
        hasil.append(JatiDiri(diri, f"{nama} ({letak})" if letak else nama))
    return hasil


def _rupa(x: Judul | Paragraf | Butir | Isian | Tabel | Gambar | Daftar) -> tuple[str, str, str]:
    """Kind, what tells it from others of its kind below the same heading, and a name."""
    if isinstance(x, Judul):
        return "judul", _pokok(x.kunci or x.teks), f"Judul {x.teks}"
    if isinstance(x, Paragraf):
        return f"paragraf {x.gaya}", kunci_teks(x.kunci), f"Paragraf {x.kunci}".strip()
    if isinstance(x, Butir):
        return "butir", kunci_teks(x.kunci), f"Butir {x.kunci}".strip()
    if isinstance(x, Isian):
        return "isian", _pokok(x.kunci or x.teks), f"Isian: {x.teks}"
    if isinstance(x, Tabel):
        return "tabel", f"{kunci_teks(x.tabel.lembar)} {_pokok(x.kunci)}", f"Tabel {x.tabel.judul}"
    if isinstance(x, Gambar):
        return "gambar", _pokok(x.kunci or x.judul), f"Gambar {x.judul}"
    return "daftar", x.isi, f"Daftar {x.isi}"


def _pokok(teks: str) -> str:
    """A text without its number in the order of headings and without years.

    >>> _pokok("2. Perbandingan Target Tahun 2024"), _pokok("LAMPIRAN 3 RENCANA KERJA")
    ('perbandingan target tahun', 'rencana kerja')
    """
    return kunci_teks(TAHUN_DISEBUT.sub("", _URUTAN.sub("", teks.strip())))
