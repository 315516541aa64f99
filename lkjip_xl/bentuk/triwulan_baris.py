"""Tables with a quarter a row: which quarter each row is of, wherever that stands, and what of them is of the whole year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from lkjip_xl.bentuk.waktu_kepala import TRIWULAN, triwulan
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.padan.ragam_kepala import TERUKUR, pokok_kolom
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

INDIKATOR = "indikator"
_KEPALA = re.compile(r"(?:tw|triwulan|tribulan|periode|periode pelaporan|waktu|kuartal|triwulan ke)(?: \d{4})?")
_SENDIRI = re.compile(r"(?:tw|triwulan|tribulan)? ?(?:ke )?(i{1,3}|iv|[1-4])(?: (?:tahun )?\d{4})?")
_SETAHUN = frozenset(
    {"tahunan", "setahun", "akhir tahun", "satu tahun", "tahun", "target tahunan", "realisasi tahunan"}
)
TAHUNAN = "setahun"


def kuartal(teks: str, *, berkepala: bool) -> str:
    """The quarter a cell is and nothing else, "setahun" for the whole year, "" for anything else; berkepala: its header says what it is.

    >>> kuartal("Triwulan II", berkepala=False), kuartal("3", berkepala=True), kuartal("3", berkepala=False), kuartal("Tahunan", berkepala=True)
    ('II', 'III', '', 'setahun')
    """
    rapi = kunci_judul(teks)
    if rapi in _SETAHUN:
        return TAHUNAN
    m = _SENDIRI.fullmatch(rapi)
    if m is None or (not berkepala and not triwulan(teks)):
        return ""
    return triwulan(f"TW {m[1]}")


def per_triwulan(t: TabelAsing) -> TabelAsing:
    """The table with a column of quarters as its sheet has it, where its rows are of quarters; else the table itself."""
    pokok = pokok_kolom(t)
    nama = next((k for k in t.kolom if pokok[k.nomor] == INDIKATOR), None)
    if (
        t.letak
        or t.terputar
        or nama is None
        or not {*TERUKUR} & {*pokok.values()}
        or any(triwulan(k.judul) for k in t.kolom)
    ):
        return t
    kolom, tw = _berkuartal(t, nama)
    if len({*tw.values()} & {*TRIWULAN}) < 2:
        return t
    n = t.kolom_akhir + 1
    tahun = tahun_disebut([kolom.judul, *_isi(t, kolom)]) if kolom is not None else set()
    berkala = f"Triwulan {''.join(tahun) if len(tahun) == 1 else ''}".strip()
    ukur = [k for k in t.kolom if pokok[k.nomor] in TERUKUR]
    setahun = {k.nomor: n + 1 + i for i, k in enumerate(ukur)}
    kepala = [replace(k, nomor=setahun[k.nomor], jalur=(*k.jalur[:-1], f"{k.jalur[-1]} Tahunan")) for k in ukur]
    baris = _susun(t, kolom, nama.nomor, tw, n, setahun)
    ada = {x for b in baris for x in b.sel}
    lama = tuple(k for k in t.kolom if kolom is None or k.nomor != kolom.nomor)
    baru = (KolomAsing(n, (berkala,)), *(k for k in kepala if k.nomor in ada))
    sisa = {
        (b.kisi, b.nomor, kolom.nomor)
        for b in t.data()
        if kolom is not None and kolom.nomor in b.sel and b.nomor not in tw
    }
    return replace(t, kolom=(*lama, *baru), baris=tuple(baris), sel_kepala=(*t.sel_kepala, *sorted(sisa)))


def _berkuartal(t: TabelAsing, nama: KolomAsing) -> tuple[KolomAsing | None, Mapping[int, str]]:
    """The column of quarters (None where the names or headings across the table say them) and the quarter of every row that has one."""
    data = t.data()
    for k in t.kolom:
        if k is nama or not k.jalur:
            continue
        kepala = _KEPALA.fullmatch(kunci_judul(k.jalur[-1])) is not None
        isi = {b.nomor: b.sel[k.nomor].teks for b in data if k.nomor in b.sel}
        tw = {b: kuartal(x, berkepala=kepala) for b, x in isi.items()}
        if isi and all(tw.values()):
            return (k, tw) if len(tahun_disebut(isi.values())) < 2 else (None, {})
    nama_tw = [b.sel[nama.nomor].teks for b in data if _di_nama(b, nama.nomor)]
    if len(tahun_disebut(nama_tw)) > 1:
        return None, {}
    di_nama = {
        b.nomor: x for b in data if nama.nomor in b.sel and (x := kuartal(b.sel[nama.nomor].teks, berkepala=False))
    }
    if {*di_nama.values()} & {*TRIWULAN}:
        return None, di_nama
    di_atas = {b.nomor: x for b in data if b.kelompok and (x := kuartal(b.kelompok[-1], berkepala=False))}
    return None, di_atas


def _isi(t: TabelAsing, k: KolomAsing) -> list[str]:
    return [b.sel[k.nomor].teks for b in t.data() if k.nomor in b.sel]


def tahun_disebut(teks: Iterable[str]) -> set[str]:
    """The years quarters are of, where they say so."""
    return {m[0] for x in teks if (m := TAHUN_DISEBUT.search(x)) is not None}


def _susun(
    t: TabelAsing, kolom: KolomAsing | None, nama: int, tw: Mapping[int, str], n: int, setahun: Mapping[int, int]
) -> list[BarisAsing]:
    """The rows with their quarter; what is of the year goes beside a quarter of its indicator."""
    hasil: list[BarisAsing] = []
    tunda: BarisAsing | None = None
    grup: tuple[SelAsing, tuple[int, int]] | None = None
    kini = ""
    di_nama = kolom is None and any(_di_nama(b, nama) for b in t.data())
    for b in t.baris:
        if b.jenis == "kelompok" and b.sel and kuartal(next(iter(b.sel.values())).teks, berkepala=False):
            k, s = next(iter(b.sel.items()))
            grup = s, (b.nomor, k)
        elif b.jenis != "data" or (b.nomor not in tw and not di_nama):
            hasil.append(b)
        else:
            sel, dari = dict(b.sel), dict(b.dari)
            asal = grup
            if (k := kolom.nomor if kolom is not None else nama if _di_nama(b, nama) else 0) in sel:
                asal = sel.pop(k), (b.nomor, k)
            baru = sel[nama].teks if nama in sel else kini
            if (milik := tw.get(b.nomor, TAHUNAN)) == TAHUNAN:
                x = replace(b, sel={setahun.get(k, k): s for k, s in sel.items()})
                if baru == kini and hasil:
                    hasil[-1] = _gabung(hasil[-1], x, setahun)
                else:
                    tunda = x
            else:
                if asal is not None:
                    sel[n], dari[n] = replace(asal[0], teks=f"TW {milik}", nilai=None, format=None), asal[1]
                x = replace(
                    b, sel=sel, dari=dari, kelompok=tuple(y for y in b.kelompok if not kuartal(y, berkepala=False))
                )
                hasil.append(x if tunda is None else _gabung(x, tunda, setahun))
                tunda = None
            kini = baru
    return hasil if tunda is None else [*hasil, tunda]


def _di_nama(b: BarisAsing, nama: int) -> bool:
    return nama in b.sel and kuartal(b.sel[nama].teks, berkepala=False) != ""


def _gabung(b: BarisAsing, tahunan: BarisAsing, setahun: Mapping[int, int]) -> BarisAsing:
    """A row of a quarter with what another row says of the year."""
    balik = {y: x for x, y in setahun.items()}
    tambah = {k: s for k, s in tahunan.sel.items() if k not in b.sel}
    return replace(b, sel=tambah | b.sel, dari={k: (tahunan.nomor, balik.get(k, k)) for k in tambah} | dict(b.dari))
