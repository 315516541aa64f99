"""What a filling changed, written into the package, with the stored values of all formulas; the workbook is not read a second time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tampilan import tampilkan
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.isi.sel import sama_isi, tulis_isian
from lkjip_xl.isi.tata import tata
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import Asal, BukuKerja, SelKerja, Tabel
from lkjip_xl.tabel.tembolok import isi_tembolok


@dataclass(frozen=True, slots=True)
class Ditulis:
    """Cells written, those (sheet, cell) given anew that hold this already, those without a column; which of the first somebody
    had typed."""

    sel: int
    sama: frozenset[tuple[str, str]]
    tanpa_kolom: int
    diganti: list[str]
    buku: BukuKerja


def tulis_berubah(
    paket: Paket,
    buku: BukuKerja,
    semula: Mapping[str, Mapping[tuple[int, str], SelKerja]],
    skema: Skema,
    dilewati: Collection[tuple[str, str]] = (),
) -> Ditulis:
    """Write the cells of `buku` that say something else than those of `semula`, and the stored values of all formulas."""
    ubah: dict[str, dict[str, Tulis]] = {}
    diganti: list[str] = []
    tanpa_kolom = 0
    sama: set[tuple[str, str]] = set()
    terulang = (
        False  # a cell kept as it is printed, or with words behind its figure, is read again as the file holds it
    )
    for i, t in buku.tabel.items():
        for (baris, kolom), s in t.sel.items():
            lama, alamat, k = semula[i].get((baris, kolom)), t.alamat(baris, kolom), t.skema.kolom[kolom]
            if lama is s:
                continue
            if not alamat:  # a column the workbook lacks, reported when it was read
                tanpa_kolom += 1
                continue
            if sama_isi(k, lama, s):
                sama.add((t.lembar, alamat))
            else:
                terulang = terulang or s.teks is not None or bool(s.akhiran)
                ubah.setdefault(t.lembar, {})[alamat] = tulis_isian(k, s)
                diganti += [f"{t.lembar}!{alamat}"] if _diketik(t, lama) else []
    tulis_sel(paket, ubah)
    tampilkan(paket, ubah)
    terisi = isi_tembolok(paket, skema, None if tanpa_kolom or terulang else _terisi(buku, dilewati))
    tata(paket, terisi)
    return Ditulis(sum(map(len, ubah.values())), frozenset(sama), tanpa_kolom, diganti, terisi)


def _terisi(buku: BukuKerja, dilewati: Collection[tuple[str, str]]) -> BukuKerja:
    """The workbook as it is once filled, without reading it a second time."""
    hasil = hitung_buku(buku.skema, buku.tabel, buku.temuan, {*buku.dilewati, *dilewati})
    hasil.versi, hasil.templat_word, hasil.tanda, hasil.lain = buku.versi, buku.templat_word, buku.tanda, buku.lain
    return hasil


def _diketik(t: Tabel, s: SelKerja | None) -> bool:
    """Did somebody type this cell? What a new workbook begins with is nobody's."""
    awal = t.skema.susunan == "pasangan" or t.skema.baris_awal
    return s is not None and not awal and s.asal in (Asal.ISIAN, Asal.TIMPA) and s.mentah not in (None, "")
