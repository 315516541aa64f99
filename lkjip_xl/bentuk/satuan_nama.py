"""Names of indicators with their unit in brackets behind them ("Cakupan pelayanan (%)"), as a name and a unit."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.inti.satuan import satuan_dikenal
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

INDIKATOR, SATUAN = "indikator", "Satuan"
NAMA_MIN = 8  # letters of a header that is the name of an indicator
_EKOR = re.compile(r"(.*\S)\s*\(([^()]*)\)", re.DOTALL)
_BERSATUAN = re.compile(r"[\d.,]+ ?[^\d\s.,].*")  # a figure with its unit
_TERTULIS = re.compile(r"(.*[^\s(,;])[\s(,;]+satuan *[:=] *([^()\n]*[^()\s])\)?\s*", re.DOTALL | re.IGNORECASE)


def nama_bersatuan(teks: str, *, duga: bool = False) -> tuple[str, str]:
    """A name and the unit in brackets behind it, "" where what stands there is none.

    duga: beside names with known units a word there is one, too, but no abbreviation.

    >>> nama_bersatuan("Kehilangan air (NRW) (%)"), nama_bersatuan("Indeks Kepuasan (IKM)", duga=True)
    (('Kehilangan air (NRW)', '%'), ('Indeks Kepuasan (IKM)', ''))
    """
    m = _EKOR.fullmatch(teks)
    kata = m is not None and duga and not m[2].isupper() and m[2].replace(" ", "").isalpha()
    return (m[1], m[2].strip()) if m is not None and (kata or satuan_dikenal(m[2])) else (teks, "")


def lepas_satuan(t: TabelAsing) -> TabelAsing:
    """The table with a column of units, where none has them and every name ends with one in brackets.

    Most of them are known units, or the header says that they are: then so are the others.
    """
    pokok = {k: pokok_kepala(k.jalur[-1]) for k in t.kolom if k.jalur}
    nama = next((k for k, h in pokok.items() if h == INDIKATOR), None)
    if nama is None or nama.gabung or "satuan" in pokok.values():
        return t
    berisi = [b for b in t.data() if nama.nomor in b.sel]
    tertulis = {id(b): m for b in berisi if (m := _TERTULIS.fullmatch(rapikan_spasi(b.sel[nama.nomor].teks)))}
    ekor = tertulis or {id(b): m for b in berisi if (m := _EKOR.fullmatch(rapikan_spasi(b.sel[nama.nomor].teks)))}
    dikenal = [satuan_dikenal(m[2]) for m in ekor.values()]
    disebut = bool(tertulis) or "satuan" in kunci_judul(nama.judul).split()
    tanpa = [b for b in berisi if id(b) not in ekor]
    sendiri = all(
        any(
            _BERSATUAN.fullmatch(s.teks.strip()) or not any(h.isdigit() for h in s.teks)
            for n, s in b.sel.items()
            if n > nama.nomor
        )
        for b in tanpa
    )
    sebagian = len(ekor) > 1 and all(dikenal) and sendiri and not any(m[2].isupper() for m in ekor.values())
    if (
        not ekor
        or not (len(ekor) == len(berisi) or tertulis or sebagian)
        or not (disebut or 2 * sum(dikenal) > len(ekor))
    ):
        return t
    n = t.kolom_akhir + 1
    baris = tuple(_pisah(b, nama.nomor, n, ekor[id(b)]) if id(b) in ekor else b for b in t.baris)
    return replace(t, kolom=(*t.kolom, KolomAsing(n, (SATUAN,))), baris=baris)


def _pisah(b: BarisAsing, nama: int, satuan: int, m: re.Match[str]) -> BarisAsing:
    sel = b.sel | {nama: replace(b.sel[nama], teks=m[1]), satuan: SelAsing(m[2].strip())}
    return replace(b, sel=sel, asal={**b.asal, satuan: b.asal.get(nama, nama)})
