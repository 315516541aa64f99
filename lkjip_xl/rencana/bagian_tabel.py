"""What the words above a table say of it beside its caption: which of several sheets it fits, and which version or year it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.rencana.isi_tabel import kata_caption
from lkjip_xl.rencana.model import PetaTabel
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.sumber.model import TabelAsing

_VERSI = frozenset({"rkt", "murni", "perubahan", "awal", "sebelum", "sesudah", "setelah"})


def menurut_bagian(skema: Skema, t: TabelAsing, peta: Mapping[str, PetaTabel], dekat: float, lebih: float) -> None:
    """Lift, of the sheets that nearly tie for the table, those the nearest line above it names, where its caption names none."""
    terbaik = max((p.skor for p in peta.values()), default=0.0)
    seri = [i for i, p in peta.items() if p.skor > 0 and terbaik - p.skor <= dekat]
    if len(seri) < 2 or any(kata_caption(skema.lembar[i].kenal, t.judul) for i in seri):
        return
    for baris in _di_atas(t):
        nilai = {i: x for i in seri if (x := kata_caption(skema.lembar[i].kenal, baris))}
        if nilai:
            kuat = max(nilai.values())
            for i in (i for i, x in nilai.items() if x == kuat):
                peta[i].skor = terbaik + lebih
            return


def kata_bagian(s: SkemaLembar, t: TabelAsing) -> str:
    """The nearest line above a table that names its sheet, where its caption neither does nor says which version it is of."""
    if kata_caption(s.kenal, t.judul) or _VERSI & {*kunci_judul(t.judul).split()}:
        return ""
    return next((x for x in _di_atas(t) if kata_caption(s.kenal, x)), "")


def _di_atas(t: TabelAsing) -> Iterator[str]:
    """Lines right above a table, those of its sheet that stand alone in their row, and the headings it stands under, nearest first."""
    yield from _baris_lembar(t)
    yield from reversed(t.kisi[0].atas)
    yield from reversed(t.kisi[0].bagian)


def _baris_lembar(t: TabelAsing) -> Iterator[str]:
    """Texts alone in a row above the header, in the grid of the table: what several tables of one sheet stand below."""
    awal = min((b for i, b, _ in (*t.sel_kepala, *t.sel_judul) if i == 0), default=0)
    isi: dict[int, list[str]] = {}
    for (b, _), s in t.kisi[0].sel.items():
        if b < awal and s.teks.strip():
            isi.setdefault(b, []).append(s.teks)
    yield from (isi[b][0] for b in sorted(isi, reverse=True) if len(isi[b]) == 1)
