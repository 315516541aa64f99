"""Columns that users added beside our tables: which of them, and what of their contents, belong into next year's workbook.

A header goes along unless it names the report year. Contents go along where the rows of the sheet do, and are no figures
of the old year: on lists of people and things only texts, never what a header calls a result. A formula goes along where
everything it may point to stands in the same cells as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lkjip_xl.buku.baca import Lembar, Sel
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_KEPALA, BukuKerja, Tabel
from lkjip_xl.tahun_baru.bawaan import BERUBAH_TIAP_TAHUN, baris_baru

HASIL_TAHUN = frozenset({"realisasi", "capaian", "serapan", "triwulan", "tw"})
"""Words of headers whose figures are of one year."""


@dataclass(slots=True)
class KolomPengguna:
    """A column of the user's: sheet id, number in the old and in the new workbook, header, what goes along, what does not by why."""

    lembar: str
    nomor: int
    baru: int
    kepala: Sel | None
    isi: dict[int, Tulis] = field(default_factory=dict)
    tinggal: dict[str, int] = field(default_factory=dict)

    def tinggalkan(self, sebab: str) -> None:
        """One cell that stays behind."""
        self.tinggal[sebab] = self.tinggal.get(sebab, 0) + 1

    @property
    def judul(self) -> str:
        """Its header as text."""
        return str(self.kepala.nilai or "") if self.kepala is not None else ""


def bawa_kolom(lama: BukuKerja, lembar: dict[str, Lembar], baru: BukuKerja, paket: Paket, kolom: list[tuple[str, int]], tahun: int) -> Iterator[Temuan]:  # fmt: skip
    """Put the user's columns (sheet id, number) into the new workbook in `paket`, and say of each what was decided."""
    tulis: dict[str, dict[str, Tulis]] = {}
    terpakai: dict[str, set[int]] = {}
    for i, nomor in kolom:
        t, tuju = lama[i], baru[i]
        penuh = terpakai.setdefault(i, set(tuju.letak.values()))
        k = KolomPengguna(i, nomor, _tempat(nomor, penuh), lembar[t.lembar].sel.get((t.kepala, nomor)))
        if str(tahun) in k.judul:
            sel = alamat_sel(t.kepala, nomor)
            yield buat_temuan(
                "TB-08", lembar=t.lembar, sel=sel, kolom=huruf(nomor), sebab=f"kepalanya menyebut tahun {tahun}"
            )
            continue
        penuh.add(k.baru)
        _isi(k, t, tuju, lembar[t.lembar])
        tulis.setdefault(tuju.lembar, {}).update(_sel(k, tuju))
        yield _kabar(k, t, tahun)
    tulis_sel(paket, tulis)


def _tempat(nomor: int, penuh: set[int]) -> int:
    """Its own place where that is free, else the first one right of everything."""
    return nomor if nomor > max(penuh) else max(penuh) + 1


def _isi(k: KolomPengguna, t: Tabel, tuju: Tabel, lembar: Lembar) -> None:
    """Decide for every cell below the header."""
    dibawa = k.lembar in BERUBAH_TIAP_TAHUN
    ke = dict(baris_baru(t)) if dibawa else {}
    hasil = not HASIL_TAHUN.isdisjoint(kunci_nama(k.judul).split())
    tetap = k.baru == k.nomor and t.letak == tuju.letak and all(a == b for a, b in ke.items())
    for (b, n), s in sorted(lembar.sel.items()):
        if n != k.nomor or b <= t.kepala or (s.nilai in (None, "") and not s.rumus):
            continue
        if not dibawa or hasil:
            k.tinggalkan("isi milik tahun lama")
        elif b not in ke:
            k.tinggalkan("isi di luar baris tabel")
        elif s.rumus:
            if tetap and s.punya_tembolok and s.jenis != "galat":
                k.isi[ke[b]] = Tulis(s.nilai, rumus=s.rumus, format=s.format)
            else:
                k.tinggalkan("rumus")
        elif BERUBAH_TIAP_TAHUN[k.lembar] and s.jenis != "teks":
            k.tinggalkan("isi milik tahun lama")
        else:
            k.isi[ke[b]] = Tulis(s.nilai, format=s.format)


def _sel(k: KolomPengguna, tuju: Tabel) -> Iterator[tuple[str, Tulis]]:
    """Header and cells, which look like those the user types in, so that the column can be filled further down, too."""
    isian = [x for x in tuju.skema.kolom.values() if x.jenis == "isian" and x.nama in tuju.letak]
    gaya = tuju.letak[(next((x for x in isian if x.tipe == "teks"), None) or isian[0]).nama] if isian else k.baru
    if k.judul:
        yield alamat_sel(BARIS_KEPALA, k.baru), Tulis(k.judul, gaya_dari=alamat_sel(BARIS_KEPALA, gaya))
    for b in range(BARIS_DATA, max([BARIS_DATA + tuju.skema.baris - 1, *k.isi]) + 1):
        x = k.isi.get(b, Tulis(None))
        yield alamat_sel(b, k.baru), Tulis(x.nilai, x.rumus, x.format, gaya_dari=alamat_sel(b, gaya))


def _kabar(k: KolomPengguna, t: Tabel, tahun: int) -> Temuan:
    """What was decided, in one sentence."""
    apa = [x for x in ("kepalanya" if k.judul else "", f"{len(k.isi)} isinya" if k.isi else "") if x]
    tinggal = ", ".join(f"{n} {sebab}" for sebab, n in k.tinggal.items())
    return buat_temuan(
        "TB-09", lembar=t.lembar, sel=alamat_sel(t.kepala, k.nomor), kolom=huruf(k.nomor), baru=huruf(k.baru),
        apa=" dan ".join(apa) or "tempatnya", tinggal=tinggal, tahun=tahun,
    )  # fmt: skip
