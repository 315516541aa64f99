"""Sheets that go into next year's workbook as they are, whole or only the columns that do not belong to one year."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from lkjip_xl.inti.bacaan import Status
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja, Nilai, SelKerja, Tabel

IsiLembar = dict[tuple[int, str], SelKerja]
BERUBAH_TIAP_TAHUN: Mapping[str, Collection[str]] = {
    "pengaturan": ("tanggal_data",),
    "indikator": (),
    "satuan": (),
    "skala": (),
    "skala_baku": (),
    "predikat": (),
    "daftar_tabel": (),
    "renstra": (),
    "strategi": (),
    "pohon_kinerja": (),
    "iku": (),
    "tc27": (),
    "penunjang": (),
    "pegawai": ("laki_laki", "perempuan", "jumlah"),
    "aset": ("jumlah_barang", "saldo_awal", "bertambah", "berkurang", "saldo_akhir"),
    "lhe_nilai": (),
    "lhe_rekomendasi": (),
    "pembanding": ("tahun", "target", "nilai"),
}
"""Sheets carried over and the columns of them that are left empty."""


def salin(s: SelKerja | None) -> SelKerja | None:
    """A typed cell as it is typed anew: its value and printed decimals; text that can be read two ways stays that text.

    None for blanks, errors, and formulas of the template, which the new workbook has itself.
    """
    if s is None or s.asal in (Asal.RUMUS, Asal.KOSONG) or isinstance(s.nilai, Galat):
        return None
    if s.teks is not None and s.bacaan is not None and s.bacaan.status is Status.RAGU:
        return SelKerja(None, Asal.ISIAN, mentah=s.teks)
    if s.nilai is None and s.mentah is None:
        return None
    return SelKerja(s.nilai, Asal.ISIAN, s.desimal, mentah=s.mentah)


def angka(nilai: Nilai, desimal: int | None = None) -> SelKerja | None:
    """A computed value, typed; None for blanks and errors."""
    return None if nilai is None or isinstance(nilai, Galat) else SelKerja.isian(nilai, desimal)


def pasang(isi: IsiLembar, baris: int, kolom: str, s: SelKerja | None) -> None:
    """Put a cell where there is one."""
    if s is not None:
        isi[(baris, kolom)] = s


def baris_baru(t: Tabel) -> Iterator[tuple[int, int]]:
    """Used rows of the old sheet with the row each gets in the new one: from the first, without gaps."""
    return ((b, BARIS_DATA + n) for n, b in enumerate(t.baris))


def bawa(t: Tabel) -> IsiLembar:
    """The cells of a sheet carried over."""
    tinggal = BERUBAH_TIAP_TAHUN[t.skema.id]
    isi: IsiLembar = {}
    for lama, baru in baris_baru(t):
        for k in t.skema.kolom.values():
            if k.nama not in tinggal and k.jenis != "rumus":
                pasang(isi, baru, k.nama, salin(t.sel.get((lama, k.nama))))
    return isi


def pengaturan(lama: BukuKerja, tahun: int) -> IsiLembar:
    """The settings, of the year after."""
    return bawa(lama["pengaturan"]) | {(BARIS_DATA, "tahun"): SelKerja.isian(float(tahun + 1), 0)}


def daftar_tabel(lama: BukuKerja, tahun: int) -> IsiLembar:
    """The list of tables; a title that names the report year names the year after."""
    pola = re.compile(
        rf"(\btahun(?: anggaran)?\s+){tahun}\b(?!\s*(?:[-–/,]|s\.?\s?d|sampai|dan\b|hingga))", re.IGNORECASE
    )
    isi = bawa(lama["daftar_tabel"])
    for (b, k), s in isi.items():
        if k == "judul" and isinstance(s.nilai, str):
            judul = pola.sub(rf"\g<1>{tahun + 1}", s.nilai)
            isi[(b, k)] = replace(s, nilai=judul, mentah=judul)
    return isi


def aset(lama: BukuKerja, tahun: int) -> IsiLembar:
    """The list of assets; what the old year closed with is what the new one opens with."""
    t = lama["aset"]
    isi = bawa(t)
    for b, baru in baris_baru(t):
        pasang(isi, baru, "saldo_awal", angka(t.nilai(b, "saldo_akhir"), t.desimal(b, "saldo_akhir")))
    return isi


def penunjang(lama: BukuKerja, tahun: int) -> IsiLembar:
    """Which programmes support what; a name looked up in Anggaran is typed, for next year's Anggaran is still empty."""
    t = lama["penunjang"]
    isi = bawa(t)
    for b, baru in baris_baru(t):
        for k in ("level", "nama"):
            if (baru, k) not in isi and isinstance(x := t.nilai(b, k), str):
                isi[(baru, k)] = SelKerja.isian(x)
    return isi


def pembanding(lama: BukuKerja, tahun: int) -> IsiLembar:
    """With whom each indicator is compared, once each; the figures are those of another year."""
    t, isi, pernah = lama["pembanding"], bawa(lama["pembanding"]), set()
    hasil: IsiLembar = {}
    for b, baru in baris_baru(t):
        siapa = tuple(kunci_teks(t.nilai(b, k)) for k in ("kode", "jenis", "nama"))
        if siapa not in pernah:
            letak = BARIS_DATA + len(pernah)
            hasil |= {(letak, k): s for (lain, k), s in isi.items() if lain == baru}
            pernah.add(siapa)
    return hasil


def lhe_nilai(lama: BukuKerja, tahun: int) -> IsiLembar:
    """Earlier evaluations, and the components of the latest one again for the year after it, without their marks."""
    t, isi = lama["lhe_nilai"], bawa(lama["lhe_nilai"])
    terakhir = max((x for b in t.baris if isinstance(x := t.nilai(b, "tahun"), float)), default=None)
    if terakhir is None:
        return isi
    milik = [b for b in t.baris if t.nilai(b, "tahun") == terakhir]
    for letak, b in enumerate(milik, BARIS_DATA + len(t.baris)):
        pasang(isi, letak, "tahun", angka(terakhir + 1, 0))
        for k in ("komponen", "bobot"):
            pasang(isi, letak, k, salin(t.sel.get((b, k))))
    return isi


def lembar_bawaan(lama: BukuKerja, tahun: int) -> dict[str, IsiLembar]:
    """Every carried sheet the old workbook has, by id."""
    khusus: Mapping[str, Callable[[BukuKerja, int], IsiLembar]] = {
        "pengaturan": pengaturan, "daftar_tabel": daftar_tabel, "aset": aset,
        "penunjang": penunjang, "pembanding": pembanding, "lhe_nilai": lhe_nilai,
    }  # fmt: skip
    ada: Iterable[str] = (i for i in BERUBAH_TIAP_TAHUN if lama[i].ada)
    return {i: khusus[i](lama, tahun) if i in khusus else bawa(lama[i]) for i in ada}
