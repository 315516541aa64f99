"""Workbooks of strangers: every visible sheet as a grid, numbers as Excel shows them, raised marks apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from lkjip_xl.buku.baca import Lembar, Sel, baca_buku
from lkjip_xl.buku.batas import Batas
from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.gambar_lembar import letak_gambar
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.teks_berpangkat import TeksBerpangkat
from lkjip_xl.inti.alamat import kawasan
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.angka import tulis, wajar
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.sumber.gambar import DEKAT, catatan_gambar, judul_gambar
from lkjip_xl.sumber.model import LEMBAR_FORMULIR, Kisi, SelAsing, Sumber
from lkjip_xl.sumber.rapi import padat

_NOL = re.compile(r"0{2,15}")
_RIBUAN = re.compile(r"[#0],[#0]")


def baca_excel(sumber: Path | bytes, berkas: str = "", lembar: str | None = None) -> Sumber:
    """All visible sheets of an .xlsx or .xlsm file, or of its bytes; hidden sheets are named (SB-20), not read, but the mark of a form.

    lembar: only that sheet, hidden or not (BK-15 where there is none).
    Hidden rows and columns are read and marked (SB-21). Raises GalatBerkas.
    """
    paket = Paket.buka(sumber) if isinstance(sumber, Path) else Paket.dari_bytes(sumber, berkas)
    nama = berkas or paket.nama
    buku = baca_buku(paket, batas=Batas(), pangkat=True)
    keadaan = {i.name: i.state for i in paket.lembar().values()}
    pilihan = [n for n in buku.lembar if lembar is None or kunci_excel(n) == kunci_excel(lembar)]
    if not pilihan:
        if lembar is None:
            raise GalatBerkas("BK-02", berkas=nama)
        raise GalatBerkas("BK-15", berkas=nama, lembar=lembar)
    tampak = [n for n in pilihan if keadaan[n] == "visible"] or pilihan
    hasil = Sumber(nama)
    gambar: list[tuple[str, str]] = []
    info = paket.lembar()
    for n in pilihan:
        if n not in tampak and n != LEMBAR_FORMULIR:
            hasil.catatan.append(("SB-20", {"lembar": n}))
            continue
        kisi = _kisi(nama, buku.lembar[n], len(hasil.kisi) + 1)
        if kisi.sel:
            hasil.kisi.append(kisi)
            baris, kolom = ({t[i] for t in kisi.sel} for i in (0, 1))
            jumlah = len(baris & kisi.baris_tersembunyi), len(kolom & kisi.kolom_tersembunyi)
            if any(jumlah):
                hasil.catatan.append(("SB-21", {"lembar": n, "baris": jumlah[0], "kolom": jumlah[1]}))
        gambar += _gambar(n, kisi, letak_gambar(paket, info[n].part))
    hasil.catatan += catatan_gambar(gambar)
    return hasil


def _gambar(lembar: str, kisi: Kisi, letak: Iterable[tuple[int, int, int]]) -> Iterator[tuple[str, str]]:
    """Pictures of a sheet that texts above or below announce as tables, by the cell they begin in."""
    isi: dict[int, list[str]] = {}
    for (r, _), s in sorted(kisi.sel.items()):
        isi.setdefault(r, []).append(s.teks)
    for b, k, akhir in letak:
        atas = [x for r in range(b - DEKAT, b + 1) for x in isi.get(r, ())]
        bawah = isi.get(min((r for r in isi if r > b), default=0), [])
        di_bawah = isi.get(min((r for r in isi if r > akhir), default=0), [])
        menyusul = max(len(bawah), len(di_bawah)) > 1
        if judul := judul_gambar(atas, di_bawah[0] if di_bawah else "", tabel_menyusul=menyusul):
            yield f"{lembar}!{alamat_sel(b, k)}", judul


def _kisi(berkas: str, lembar: Lembar, nomor: int) -> Kisi:
    sel = {t: isi for t, s in lembar.sel.items() if (isi := sel_asing(s)) is not None}
    kolom = {k for _, k in sel}
    return Kisi(
        berkas,
        lembar.nama,
        nomor,
        sel,
        tuple(dict.fromkeys(map(kawasan, lembar.gabung))),
        baris_tersembunyi=lembar.baris_tersembunyi,
        kolom_tersembunyi=frozenset(k for k in kolom if any(a <= k <= z for a, z in lembar.kolom_tersembunyi)),
        beralamat=True,
    )


def sel_asing(s: Sel) -> SelAsing | None:
    """A cell of a workbook as of any source; None where it shows nothing.

    A formula never computed, an error value and a number that no report has are tak_tahu: a figure nobody can see.
    """
    if s.jenis == "galat" or not s.punya_tembolok:
        return SelAsing(s.galat or "", format=s.format, rumus=s.rumus, tak_tahu=True)
    if isinstance(s.nilai, TeksBerpangkat):
        teks, atas = padat(s.nilai.polos.strip()), padat(s.nilai.atas.strip())
        return SelAsing(teks, format=s.format, atas=atas, rumus=s.rumus) if teks or atas else None
    if isinstance(s.nilai, (int, float)) and not isinstance(s.nilai, bool):
        if not wajar(s.nilai):
            return SelAsing(f"{s.nilai:.15g}", format=s.format, rumus=s.rumus, tak_tahu=True)
        return SelAsing(_tampil(float(s.nilai), s.format), float(s.nilai), s.format, rumus=s.rumus)
    teks = padat(_teks(s.nilai))
    return SelAsing(teks, format=s.format, rumus=s.rumus) if teks else None


def _tampil(nilai: float, format: str) -> str:
    """The number as its format shows it, in Indonesian notation: decimals, thousands, leading zeros, text behind it."""
    if _NOL.fullmatch(format) and nilai >= 0 and nilai == int(nilai):
        return f"{int(nilai):0{len(format)}d}"
    bentuk = kenali_format(format)
    angka = float(f"{nilai * 100:.15g}") if bentuk.persen else nilai
    teks = tulis(angka, bentuk.desimal, ribuan=_RIBUAN.search(format) is not None)
    ekor = "%" if bentuk.persen else bentuk.satuan
    return f"{teks}{'' if ekor == '%' else ' '}{ekor}" if ekor else teks


def _teks(nilai: object) -> str:
    match nilai:
        case None:
            return ""
        case bool():
            return "TRUE" if nilai else "FALSE"
        case datetime():
            return f"{nilai:%d/%m/%Y %H:%M}" if nilai.time() != time() else f"{nilai:%d/%m/%Y}"
        case date():
            return f"{nilai:%d/%m/%Y}"
        case time():
            return f"{nilai:%H:%M:%S}".removesuffix(":00")
        case timedelta():
            menit = round(nilai.total_seconds() / 60)
            return f"{menit // 60}:{menit % 60:02d}"
    return str(nilai).strip()
