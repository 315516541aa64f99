"""Marks behind the name of an indicator or above its result that a note below the table calls provisional ("*) angka sementara")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.rencana.model import PetaTabel
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.rupa import TANDA_CATATAN

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

UKUR, KODE, SEMENTARA = "pengukuran", "kode", "sementara"
CATATAN = "catatan"
_BERKATA = re.compile(
    r"(?<!bukan )\b(?:angka|data|nilai|realisasi|hasil|capaian)(?: (?:masih|bersifat))? sementara\b(?! (?:itu|waktu))|^\W*sementara\W*$"
)
_DI_KEPALA = re.compile(r"(\*{1,3})\)?(?=\s*(?::|$))")


def lepas_tanda(b: BarisAsing, nama: int) -> tuple[BarisAsing, str]:
    """The row with its name as it is called, and the mark behind that or above it; "" for none."""
    s = b.sel.get(nama)
    if s is None:
        return b, ""
    m = TANDA_CATATAN.search(s.teks)
    if m is None:
        return b, s.atas.strip()
    return replace(b, sel=b.sel | {nama: replace(s, teks=s.teks[: m.start()])}), m[1]


def tanda_angka(s: SelAsing) -> str:
    """The mark above a figure or behind it ("48.500*"), "" for none."""
    return s.atas.strip() or (m[1] if (m := TANDA_CATATAN.search(s.teks)) is not None else "")


def berarti_sementara(t: TabelAsing, kisi: int, tanda: str) -> bool:
    """Does a note below the table say that what bears this mark is provisional?"""
    pokok = tanda.strip(" )(")
    pola = re.compile(rf"\(?{re.escape(pokok)}[).:]*\s*(?![\d*])(.+)", re.DOTALL) if pokok else None
    return pola is not None and any(
        SEMENTARA in kunci_teks(m[1]) for x in _catatan(t, kisi) if (m := pola.match(x.strip())) is not None
    )


def berkata_sementara(teks: str, laporan: object = None) -> bool:
    """Does a remark beside a result of the report's year call it provisional?

    >>> berkata_sementara("Data sementara per 10 Januari"), berkata_sementara("sementara"), berkata_sementara("Bukan angka sementara")
    (True, True, False)
    >>> berkata_sementara("Sementara itu pelatihan berjalan"), berkata_sementara("Angka 2023 masih data sementara", 2024.0)
    (False, False)
    """
    rapi = kunci_teks(teks)
    lama = isinstance(laporan, float) and any(float(x) < laporan for x in TAHUN_DISEBUT.findall(rapi))
    return not lama and _BERKATA.search(rapi) is not None


def tandai_sementara(pengisi: Pengisi, peta: PetaTabel, b: BarisAsing, tanda: str, kode: str) -> None:
    """What a mark behind the name, at the result or behind its header, or a remark beside it says of the row of an indicator."""
    isi = [x for x in pengisi.titik(peta, b) if x.kolom.lembar == UKUR]
    hasil = [
        t for x in isi if x.kolom.kolom == "realisasi" and (t := tanda_angka(x.sel) or tanda_kepala(x.kolom.judul))
    ]
    sebab = [f"catatan kaki {x}" for x in filter(None, (tanda, *hasil)) if berarti_sementara(peta.tabel, b.kisi, x)]
    sebab += [x.sel.teks for x in isi if x.kolom.kolom == CATATAN and berkata_sementara(x.sel.teks, pengisi.laporan)]
    if sebab:
        baris, _ = pengisi.lapang(UKUR).cari({KODE: kode}, set())
        pengisi.papan.turunan((UKUR, baris, SEMENTARA), "ya", sebab[0])


def tanda_kepala(judul: str) -> str:
    """The mark behind a header whose note stands below the table ("Realisasi 2024*"); "" for none."""
    m = _DI_KEPALA.search(judul)
    return m[1] if m else ""


def _catatan(t: TabelAsing, kisi: int) -> Iterator[str]:
    k = t.kisi[kisi]
    yield from (*t.kaki, *k.bawah)
    yield from (s.teks for (b, _), s in k.sel.items() if s.nilai is None and b > t.baris[0].nomor) if t.baris else ()
