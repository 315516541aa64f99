"""Typed quarters of an older workbook move into the sheet of quarters: planned before, written after the frame is laid."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lkjip_xl.buku.baca import Buku, Sel
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tampilan import tampilkan
from lkjip_xl.buku.tulis import GalatSel, Tulis, tulis_sel
from lkjip_xl.inti.alamat import huruf, lipat
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis
from lkjip_xl.perbarui.letak import Letak
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.tabel.triwulan import ASAL, ID_TRIWULAN, TW, Pindahan, berpindah, diketik, rencana_pindah

BEBAS = 20  # ready-made rows left free behind what moves in
DAPAT = ("angka", "teks", "galat", "logika")  # kinds of cells that are written elsewhere as they are


def rencanakan(awal: BukuKerja, mentah: Buku) -> Pindahan:
    """Which typed quarters go where; none in a workbook whose template had the home already."""
    if ID_TRIWULAN not in awal.tabel or awal[ID_TRIWULAN].ada:
        return Pindahan()
    calon = [x for i in ASAL if awal[i].ada and berpindah(awal.versi, i) for x in diketik(awal, i)]
    dapat = [x for x in calon if (s := _sel(awal, mentah, x)) is not None and s.jenis in DAPAT and not s.rumus]
    return rencana_pindah(awal, dapat)


def besarkan_rumah(skema: Skema, pindah: Pindahan) -> Skema:
    """The schemas with enough ready-made rows for what moves in."""
    if ID_TRIWULAN not in skema.lembar or not pindah.ke:
        return skema
    s = skema.lembar[ID_TRIWULAN]
    perlu = pindah.terakhir - BARIS_DATA + 1 + BEBAS
    return Skema({**skema.lembar, s.id: replace(s, baris=max(s.baris, perlu))}, skema.kata)


def tulis_pindahan(
    paket: Paket, skema: Skema, awal: BukuKerja, mentah: Buku, letak: Sequence[Letak], pindah: Pindahan,
    hasil: HasilPerbarui,
) -> None:  # fmt: skip
    """Write the cells into their home and put both ways on the list; what stays where it was is listed as left alone."""
    if pindah.ke:
        s = skema.lembar[ID_TRIWULAN]
        kolom = {n: i for i, n in enumerate(s.kolom, 1)}
        isi = {alamat_sel(b, kolom[k]): Tulis(x) for (b, k), x in pindah.kunci.items()}
        for dari, (b, k) in pindah.ke.items():
            isi[alamat_sel(b, kolom[k])] = _tulis(_sel(awal, mentah, dari))
        tulis_sel(paket, {s.lembar: isi})
        tampilkan(paket, [s.lembar])
    for x in letak:
        pergi: dict[str, list[str]] = defaultdict(list)
        tinggal = []
        for i, b, k in diketik(awal, x.skema.id) if x.skema.id in ASAL and x.rumus_baru & TW.keys() else ():
            alamat = alamat_sel(x.baris(b), x.kolom[k])
            if (i, b, k) in pindah.ke:
                pergi[pindah.ke[i, b, k][1]].append(alamat)
            else:
                tinggal.append(alamat)
        for bidang, alamat in pergi.items():
            k = huruf(list(skema.lembar[ID_TRIWULAN].kolom).index(bidang) + 1)
            hasil.catat(
                Jenis.PINDAH, x.skema.lembar, lipat(alamat), "", f"{skema.lembar[ID_TRIWULAN].lembar}, kolom {k}"
            )
        if tinggal:
            hasil.catat(Jenis.PINDAH, x.skema.lembar, lipat(tinggal), dilakukan=False)


def _sel(awal: BukuKerja, mentah: Buku, x: tuple[str, int, str]) -> Sel | None:
    i, b, k = x
    return mentah.lembar[awal[i].lembar].sel.get((b, awal[i].letak[k]))


def _tulis(s: Sel | None) -> Tulis:
    if s is None:
        return Tulis(None)
    nilai = GalatSel(s.galat) if s.galat else s.nilai
    return Tulis(nilai, format=None if s.format == "General" else s.format)
