"""What the words above a table say of it beside its caption: which of several sheets it fits, and which version or year it is of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.bentuk.waktu_kepala import triwulan
from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.padan.tahun import tahun_tabel
from lkjip_xl.rencana.calon import PEMILIK
from lkjip_xl.rencana.isi_tabel import kata_caption
from lkjip_xl.rencana.model import PetaTabel
from lkjip_xl.skema.model import Skema, SkemaLembar
from lkjip_xl.sumber.model import TabelAsing

BERTAHUN = frozenset({"lhe_nilai", "lhe_rekomendasi"})  # a year a row, that of the evaluation
DIMENSI = "dimensi"  # of staff: the header above what is counted says it
PERUBAHAN = ("perubahan", "sesudah", "setelah")
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


def bawaan_tabel(s: SkemaLembar, p: PetaTabel) -> dict[str, str]:
    """The version a table is of, where no column says it: by its caption."""
    if DIMENSI in s.kolom and p.nomor_kolom(s.id, DIMENSI) is None:
        k = next((k for k in p.kolom.values() if (k.lembar, k.kolom) == (s.id, "uraian")), None)
        return {DIMENSI: PEMILIK.sub("", rapikan_spasi(k.judul))} if k and kunci_judul(k.judul) != "uraian" else {}
    if s.id in BERTAHUN and p.nomor_kolom(s.id, "tahun") is None:
        return {"tahun": str(tahun)} if (tahun := tahun_tabel(p.tabel)) is not None else {}
    if "tw" in s.kolom and p.nomor_kolom(s.id, "tw") is None:
        return {"tw": tw} if (tw := triwulan(p.tabel.judul)) else {}
    k = s.kolom.get("versi")
    if k is None or p.nomor_kolom(s.id, "versi") is not None:
        return {}
    kata = kunci_judul(f"{_kata_bagian(s, p.tabel)} {p.tabel.judul}").split()
    ubah = any(x in kata for x in PERUBAHAN) and "sebelum" not in kata
    if "murni" in k.pilihan:
        rkt = "rkt" in kata or "rencana kinerja tahunan" in " ".join(kata)
        return {"versi": "RKT" if rkt else "perubahan" if ubah else "murni"}
    return {"versi": "sebelum" if "sebelum" in kata else "sesudah"}


def _kata_bagian(s: SkemaLembar, t: TabelAsing) -> str:
    """The nearest line above a table that names its sheet, where its caption neither does nor says which version it is of."""
    if kata_caption(s.kenal, t.judul) or _VERSI & {*kunci_judul(t.judul).split()}:
        return ""
    return next((x for x in _di_atas(t) if kata_caption(s.kenal, x)), "")


def _di_atas(t: TabelAsing) -> Iterator[str]:
    """Lines right above a table and the headings it stands under, nearest first."""
    yield from reversed(t.kisi[0].atas)
    yield from reversed(t.kisi[0].bagian)
