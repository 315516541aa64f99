"""Proof that nothing was lost: every typed cell, and every cell of the user's own, is found again where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from lkjip_xl.buku.baca import Buku, Lembar, Sel
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.galat import GalatLkjip
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.perbarui.letak import Letak
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Tabel
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, TW, Pindahan

DIKETIK = frozenset({Asal.ISIAN, Asal.TIMPA, Asal.RUMUS_LAIN})


class TidakUtuh(GalatLkjip):
    """Something typed is not where it should be: our failure, nothing may be written."""


def periksa_utuh(
    mentah: Buku, awal: BukuKerja, mentah_baru: Buku, akhir: BukuKerja, letak: list[Letak], pindah: Pindahan,
    *, boleh: Collection[tuple[str, str]] = (), terbaca: Callable[[Lembar], None] = lambda _: None,
) -> int:  # fmt: skip
    """Compare before and after; returns how many typed cells were carried, raises TidakUtuh.

    pindah: typed cells that have another sheet as their home now; boleh: cells (sheet, address afterwards) that the user
    asked to give back their formula. terbaca: is told of sheets of the new workbook that were read.
    """
    n = _pindahan(mentah, awal, mentah_baru, akhir[ID_TRIWULAN], pindah) if pindah.ke else 0
    for x in letak:
        t = awal[x.skema.id]
        n += _lembar_isian(mentah, t, mentah_baru, x, boleh, pindah)
        mentah.lembar.lupakan(t.lembar)  # the cells of all sheets, before and after, would fill the memory
        terbaca(mentah_baru.lembar[x.skema.lembar])
        mentah_baru.lembar.lupakan(x.skema.lembar)
    milik = {x.milik.lembar for x in letak}
    isian = {t.lembar for t in awal.tabel.values()}
    for nama in mentah.lembar:
        if nama in milik or nama in isian or nama not in mentah_baru.lembar or _milik_program(nama):
            continue
        for (b, k), s in mentah.lembar[nama].sel.items():
            if _isi(mentah_baru.lembar[nama].sel.get((b, k))) != _isi(s) and not s.rumus:
                raise TidakUtuh(f"{nama}!{alamat_sel(b, k)}")
    if hilang := [n for n in mentah.lembar if n not in mentah_baru.lembar and n not in milik]:
        raise TidakUtuh(f"{hilang[0]}")
    return n


def _milik_program(nama: str) -> bool:
    from lkjip_xl.lembar.dasbor import LEMBAR
    from lkjip_xl.lembar.hasil import NAMA_HASIL
    from lkjip_xl.lembar.petunjuk import LEMBAR as PETUNJUK
    from lkjip_xl.ringkasan import RINGKASAN

    return nama in {*RINGKASAN, LEMBAR, NAMA_HASIL, PETUNJUK}


def _lembar_isian(
    mentah: Buku, t: Tabel, mentah_baru: Buku, x: Letak, boleh: Collection[tuple[str, str]], pindah: Pindahan
) -> int:
    n = 0
    nama = x.skema.lembar
    dulu, kini = mentah.lembar[t.lembar].sel, mentah_baru.lembar[nama].sel
    berpasangan = x.skema.susunan == "pasangan"
    baris = cache(x.baris)  # asked once for each cell of a row
    for (b, kolom), s in t.sel.items():
        if s.asal not in DIKETIK or kolom not in x.skema.kolom or (pindah.ke and (t.skema.id, b, kolom) in pindah.ke):
            continue
        if berpasangan:
            tempat, lama = (x.kolom[kolom], 3), dulu.get((t.letak[kolom], 3))
        else:
            tempat, lama = (baris(b), x.kolom[kolom]), dulu.get((b, t.letak[kolom]))
        if boleh and (nama, alamat_sel(*tempat)) in boleh:
            continue
        if not _sama(kini.get(tempat), lama):
            raise TidakUtuh(f"{nama}!{alamat_sel(*tempat)}")
        n += 1
    if not berpasangan:
        milik = set(t.letak.values())
        for (b, k), s in dulu.items():
            if k not in milik and b >= BARIS_DATA and not s.rumus and not _sama(kini.get(x.tempat(b, k)), s):
                raise TidakUtuh(f"{nama}!{alamat_sel(*x.tempat(b, k))}")
    return n


def _pindahan(mentah: Buku, awal: BukuKerja, mentah_baru: Buku, rumah: Tabel, pindah: Pindahan) -> int:
    """Every cell that moved stands at its new place, and the row there is that of its kode and quarter."""
    kini = mentah_baru.lembar[rumah.lembar].sel
    for (i, b, kolom), (baris, bidang) in pindah.ke.items():
        lama = mentah.lembar[awal[i].lembar].sel.get((b, awal[i].letak[kolom]))
        if _isi(kini.get((baris, rumah.letak[bidang]))) != _isi(lama):
            raise TidakUtuh(f"{rumah.lembar}!{rumah.alamat(baris, bidang)}")
        kode, dulu = rumah.sel.get((baris, "kode")), awal[i].sel[b, "kode"]
        if (
            kode is None
            or kunci_teks(kode.nilai) != kunci_teks(dulu.nilai)
            or rumah.sel[baris, "tw"].nilai != TW[kolom]
        ):
            raise TidakUtuh(f"{rumah.lembar}!{rumah.alamat(baris, 'kode')}")
    return len(pindah.ke)


def _sama(s: Sel | None, lama: Sel | None) -> bool:
    """Do both cells hold the same? The very same text or number of the same kind stands in nearly all of them."""
    if s is not None and lama is not None and not s.rumus and not lama.rumus and s.jenis == lama.jenis:
        return s.nilai == lama.nilai and s.galat == lama.galat
    return _isi(s) == _isi(lama)


def _isi(s: Sel | None) -> tuple[object, ...]:
    """What a cell holds: kind and value, or that of a formula."""
    if s is None:
        return ("kosong", None)
    return ("rumus", bool(s.rumus)) if s.rumus else (s.jenis, s.nilai, s.galat)
