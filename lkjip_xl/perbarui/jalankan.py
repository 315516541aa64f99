"""Bring a workbook to today's template: place columns, lay the new frame over, carry macros and names, prove nothing was lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from lkjip_xl.buku.baca import Buku, Lembar, baca_buku
from lkjip_xl.buku.batas import BARIS_TERISI_MAKS
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.geser import geser
from lkjip_xl.buku.lembar_xml import alamati_sel
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.periksa_hasil import sudah_terbaca
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.edar.mesin import pasang_mesin
from lkjip_xl.excel.mesin import arti_makro, mesin_terpasang
from lkjip_xl.excel.pasang import PROYEK
from lkjip_xl.excel.pulihkan import pulihkan
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.isi.tata import tinggikan
from lkjip_xl.lembar.bangun import bangun_paket, lembar_petunjuk
from lkjip_xl.lembar.petunjuk import BARIS_LANGKAH, NAMA_PILIHAN, TOMBOL
from lkjip_xl.lembar.petunjuk import LEMBAR as PETUNJUK
from lkjip_xl.lembar.petunjuk_daftar import LEBAR
from lkjip_xl.milik.ganti import perbarui_lembar
from lkjip_xl.perbarui.beda import berbeda
from lkjip_xl.perbarui.berdampingan import kolom_terakhir
from lkjip_xl.perbarui.bukti import periksa_utuh
from lkjip_xl.perbarui.hasil import HasilPerbarui, Jenis
from lkjip_xl.perbarui.isi_bawaan import isi_bawaan
from lkjip_xl.perbarui.lapis import lapis_lembar
from lkjip_xl.perbarui.letak import Letak, letak_lembar
from lkjip_xl.perbarui.nama import pasang_nama
from lkjip_xl.perbarui.terganti import tolak_lembar_terganti
from lkjip_xl.perbarui.triwulan import besarkan_rumah, rencanakan, tulis_pindahan
from lkjip_xl.perbarui.urutan import urutkan_lembar
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.skema.versi_templat import lembar_versi
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.tembolok import isi_tembolok
from lkjip_xl.tabel.terakhir import NAMA_STATUS
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, Pindahan

CADANGAN_BARIS = 20  # ready-made rows left free behind the last used one of a table that was too small


def perbarui_buku(
    paket: Paket, skema: Skema, *, baris: Mapping[str, int] | None = None, pulihkan_rumus: bool = False
) -> HasilPerbarui:
    """Change the package to today's template and return what that changed, in a list staff can read.

    baris: ready-made rows wanted by sheet name; pulihkan_rumus: formulas come back where a constant was typed over a
    computed column. Typed cells, notes, looks, own columns, sheets, pictures and names stay; should a single typed cell
    not be found again afterwards, RuntimeError is raised and the package must be thrown away. Raises GalatBerkas BK-17 for a
    workbook without macros (a copy for sending), BK-15 for an unknown sheet in `baris`, BK-91 for a sheet somebody renamed.
    """
    return perbarui_dan_muat(paket, skema, baris=baris, pulihkan_rumus=pulihkan_rumus)[0]


def perbarui_dan_muat(
    paket: Paket, skema: Skema, *, baris: Mapping[str, int] | None = None, pulihkan_rumus: bool = False
) -> tuple[HasilPerbarui, BukuKerja]:
    """`perbarui_buku`, and the workbook as it is then: to read it once more takes as long as all that is done to a sheet."""
    dasar = skema
    if PROYEK not in paket:
        raise GalatBerkas("BK-17", berkas=paket.nama)
    mesin = mesin_terpasang(paket)
    awal, mentah = _baca(paket, skema)
    tolak_lembar_terganti(awal, paket.nama)
    alamati_sel(paket)
    sebelum = paket.kini()
    hasil = HasilPerbarui(dari_versi=awal.versi, ke_versi=VERSI_TEMPLAT)
    skema = _besarkan(skema, awal, baris or {}, paket, hasil)
    skema = besarkan_rumah(skema, rencana := rencanakan(awal, mentah))
    templat = bangun_paket(skema)
    letak = _letakkan(paket, awal, skema)
    _geser_semua(paket, templat, letak, awal, hasil)
    baru = _lembar_baru(paket, templat, hasil)
    pindah = rencana if rencana.ke and skema.lembar[ID_TRIWULAN].lembar in baru else Pindahan()
    for x in letak:
        lapis_lembar(paket, templat, awal[x.skema.id], x, hasil, pulihkan_rumus=pulihkan_rumus, pindah=pindah.ke)
    tulis_pindahan(paket, skema, awal, mentah, letak, pindah, hasil)
    isi_bawaan(paket, awal, letak, hasil)
    perbarui_petunjuk(paket, templat, mentah, skema, hasil)
    pasang_nama(paket, templat, hasil)
    urutkan_lembar(paket, templat, hasil)
    del templat  # with as many ready-made rows as the workbook has it is as large
    if mesin is not None:
        dulu = arti_makro(paket)
        pasang_mesin(paket, mesin)
        if arti_makro(paket) != dulu:
            hasil.catat(Jenis.MAKRO, "", "", "", "diperbarui")
    pulihkan(paket, {PETUNJUK: TOMBOL})
    awal.lupakan_hitungan()  # from here on only what was typed is asked for
    akhir = isi_tembolok(paket, skema)
    tinggikan(paket, akhir, {p.lembar for p in hasil.perubahan if p.jenis is Jenis.LEBAR})
    hasil.sel = periksa_utuh(
        mentah, awal, baca_buku(paket, tanpa_rumus=True), akhir, letak, pindah, boleh=_dipulihkan(hasil),
        terbaca=partial(sudah_terbaca, paket),
    )  # fmt: skip
    if hasil.dari_versi != hasil.ke_versi:
        hasil.catat(Jenis.VERSI, "", "", hasil.dari_versi, hasil.ke_versi)
    hasil.berubah = berbeda(paket, sebelum, {PETUNJUK})
    return hasil, replace(akhir, skema=dasar)


def _baca(paket: Paket, skema: Skema) -> tuple[BukuKerja, Buku]:
    """The workbook typed, and as it stands in the file; its input sheets are parsed once for both."""
    isian: dict[str, Lembar] = {}
    awal = muat_buku(paket, skema, sisa=isian)
    mentah = baca_buku(paket, paket.lembar().keys() - isian.keys(), tanpa_rumus=True)
    for x in isian.values():
        mentah.lembar.ingat(x)
    return awal, mentah


def _dipulihkan(hasil: HasilPerbarui) -> frozenset[tuple[str, str]]:
    """Cells whose typed constant gave way to the formula because the user asked for it."""
    return frozenset((p.lembar, p.tempat) for p in hasil.perubahan if p.jenis is Jenis.KONSTANTA and p.dilakukan)


def _besarkan(skema: Skema, buku: BukuKerja, baris: Mapping[str, int], paket: Paket, hasil: HasilPerbarui) -> Skema:
    """The schemas with as many ready-made rows as the workbook has, needs, or was asked for."""
    minta = {kunci_excel(n): x for n, x in baris.items()}
    lembar = {}
    for i, s in skema.lembar.items():
        t = buku[i]
        ingin = max((minta.pop(kunci_excel(n)) for n in {s.lembar, t.lembar} if kunci_excel(n) in minta), default=0)
        dekat = [b for b in (*t.baris, *t.tulisan) if b < BARIS_DATA + BARIS_TERISI_MAKS]
        terakhir = max(dekat, default=BARIS_DATA - 1) - BARIS_DATA + 1
        if t.terakhir >= BARIS_DATA + BARIS_TERISI_MAKS:  # something typed far below, no table
            hasil.catat(Jenis.BARIS, s.lembar, str(t.terakhir), dilakukan=False)
        punya = t.skema.baris
        perlu = terakhir + CADANGAN_BARIS if terakhir > max(s.baris, punya) else 0
        n = max(s.baris, punya, ingin, min(perlu, BARIS_TERISI_MAKS))
        if n > punya and t.ada:
            hasil.catat(Jenis.BARIS, s.lembar, "", punya, n)
        lembar[i] = s if n == s.baris or s.susunan == "pasangan" else replace(s, baris=n)
    if minta:
        raise GalatBerkas("BK-15", berkas=paket.nama, lembar=next(iter(minta)))
    return Skema(lembar)


def _letakkan(paket: Paket, buku: BukuKerja, skema: Skema) -> list[Letak]:
    daftar = paket.lembar()
    hasil = []
    for s in skema.lembar.values():
        t = buku[s.id]
        if t.ada:
            letak = letak_lembar(t, partial(kolom_terakhir, paket, daftar[t.lembar].part))
            dulu = lembar_versi(buku.versi, s.id)
            isian = {n for n, k in dulu.kolom.items() if k.rumus is None} if dulu else set()
            berumus = frozenset(n for n, k in s.kolom.items() if k.rumus and n in isian and n in t.letak)
            hasil.append(replace(letak, skema=s, rumus_baru=berumus))
    return hasil


def _geser_semua(paket: Paket, templat: Paket, letak: list[Letak], buku: BukuKerja, hasil: HasilPerbarui) -> None:
    for x in geser(paket, [x.milik for x in letak]):
        hasil.catat(Jenis.TAK_IKUT, x.lembar, x.tempat, x.teks, dilakukan=False)
    geser(templat, [x.templat for x in letak])
    for x in letak:
        t = buku[x.skema.id]
        if x.milik.nama:
            hasil.catat(Jenis.NAMA_LEMBAR, x.milik.lembar, "", x.milik.lembar, x.milik.nama)
        dulu = lembar_versi(buku.versi, x.skema.id)
        for n, k in x.skema.kolom.items():
            lama = dulu.kolom.get(n) if dulu else None
            if n not in t.letak:
                hasil.catat(Jenis.KOLOM_BARU, x.skema.lembar, judul.sebagai_teks(k.judul, buku.setelan))
            elif lama is not None and lama.judul != k.judul:
                hasil.catat(Jenis.KEPALA, x.skema.lembar, "", lama.judul, k.judul)
        for n, lama in dulu.kolom.items() if dulu else ():
            if n not in x.skema.kolom:
                hasil.catat(Jenis.KOLOM_LAMA, x.skema.lembar, lama.judul, dilakukan=False)


def _lembar_baru(paket: Paket, templat: Paket, hasil: HasilPerbarui) -> list[str]:
    """Sheets of the template that the workbook does not have: grafted whole."""
    ada = {kunci_excel(n) for n in paket.lembar()}
    urut = list(templat.lembar())
    baru = []
    for i, nama in enumerate(urut):
        if kunci_excel(nama) in ada:
            continue
        sesudah = next((n for n in reversed(urut[:i]) if kunci_excel(n) in ada | {kunci_excel(b) for b in baru}), None)
        cangkok(paket, templat, ganti=[nama], sesudah=sesudah)
        hasil.catat(Jenis.LEMBAR_BARU, nama, "")
        baru.append(nama)
    return baru


def perbarui_petunjuk(paket: Paket, templat: Paket, mentah: Buku, skema: Skema, hasil: HasilPerbarui) -> None:
    """The guide anew; what its two input cells hold stays, and so does what users put beside it."""
    if PETUNJUK not in paket.lembar():
        return
    isi = {}
    tujuan = baca_buku(templat, hanya=[]).nama
    for nama in (NAMA_PILIHAN, NAMA_STATUS):
        lama, baru = mentah.nama.get(nama), tujuan.get(nama)
        if lama and baru and PETUNJUK in mentah.lembar:
            s = mentah.lembar[PETUNJUK].sel.get(pecah(lama.rpartition("!")[2].partition(":")[0]))
            if s is not None and not s.rumus:
                isi[baru.rpartition("!")[2].partition(":")[0].replace("$", "")] = Tulis(s.nilai)
    baru = lembar_petunjuk(skema)
    if _teks_petunjuk(mentah.lembar[PETUNJUK]) != _teks_petunjuk(baca_buku(templat, hanya=[PETUNJUK]).lembar[PETUNJUK]):
        hasil.catat(Jenis.PETUNJUK, PETUNJUK, "")
    hasil.tambahan += perbarui_lembar(paket, baru, sumber=templat)
    if isi:
        tulis_sel(paket, {PETUNJUK: isi})


def _teks_petunjuk(lembar: Lembar) -> list[str]:
    """What the guide explains, without the cells above the checklist, which change by themselves."""
    return [
        s.nilai
        for (b, k), s in sorted(lembar.sel.items())
        if b > BARIS_LANGKAH and k <= len(LEBAR) and isinstance(s.nilai, str) and not s.rumus
    ]
