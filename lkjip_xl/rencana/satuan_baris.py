"""The unit of a row of figures: of a column, of the header of the names, or the one its figures bear."""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.bentuk_lain import satuan_batas
from lkjip_xl.inti.kunci import kunci_satuan
from lkjip_xl.inti.satuan import tanpa_keterangan
from lkjip_xl.padan.isi import kosong
from lkjip_xl.rencana.model import Letak, PetaTabel, Titik
from lkjip_xl.rencana.papan import Papan
from lkjip_xl.rencana.register import Indikator
from lkjip_xl.tabel.model import BERSATUAN

TERUKUR = ("target", "realisasi")
IND, NAMA, SATUAN = "indikator", "indikator", "satuan"


def satuan_baris(papan: Papan, peta: PetaTabel, ind: Indikator, titik: list[Titik]) -> str:
    """The unit of the row of an indicator: printed, of the sheet Indikator, or, where no column says it, of the header of the
    names ("Indikator (%)") or the one its figures bear."""
    letak = (IND, ind.baris, SATUAN)
    s = papan.buku[IND].sel.get(letak[1:])
    if s is not None and s.nilai is not None:
        return str(s.nilai)
    if (x := next((x for x in titik if (x.kolom.lembar, x.kolom.kolom) == (IND, SATUAN)), None)) is not None:
        return x.sel.teks
    nama = peta.nomor_kolom(IND, NAMA)
    if satuan := next((k.satuan for k in peta.tabel.kolom if k.nomor == nama), ""):
        papan.turunan(letak, satuan, "satuan di kepala kolomnya")
        return satuan
    lain = [x for x in titik if x.kolom.lembar != IND]
    return satuan_figur(papan, lain, letak) or _satuan_kolom(papan, peta, lain, letak)


def _satuan_kolom(papan: Papan, peta: PetaTabel, titik: Iterable[Titik], letak: Letak) -> str:
    """The unit that the headers of all targets and results of a row say ("Target (%)", "Realisasi (%)"); "" where one says another, or none."""
    kepala = {k.nomor: k.satuan for k in peta.tabel.kolom}
    semua = {kepala.get(x.kolom.nomor, "") for x in titik if x.kolom.kolom.startswith(TERUKUR) and not kosong(x.sel)}
    satuan = semua.pop() if len(semua) == 1 else ""
    papan.turunan(letak, satuan, "satuan di kepala kolom angkanya")
    return satuan


def satuan_figur(papan: Papan, titik: Iterable[Titik], letak: Letak) -> str:
    """The unit all figures of a row bear, put where no column says it; "" where they bear none or several."""
    skema = papan.buku.skema.lembar
    figur = [x for x in titik if skema[x.kolom.lembar].kolom[x.kolom.kolom].tipe in BERSATUAN]
    ada = [u for x in figur if (u := tanpa_keterangan(baca_kolom(x.sel.teks).satuan or satuan_batas(x.sel.teks)))]
    if ada and len({kunci_satuan(u) for u in ada}) == 1:
        papan.turunan(letak, ada[0], "satuan di sel angkanya")
        return ada[0]
    return ""
