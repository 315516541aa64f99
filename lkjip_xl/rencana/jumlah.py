"""Total and mean rows of a table: never written, held against what they sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.padan.baris import kedalaman
from lkjip_xl.padan.induk_jumlah import puncak, seluruh
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.rencana.model import Nasib, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.papan import Papan
from lkjip_xl.sumber.model import TOTAL, BarisAsing, SelAsing
from lkjip_xl.tabel.hierarki import LEVEL

CAPAIAN = "capaian"
DIJUMLAH = ("rupiah", "cacah")
TOLERANSI = 0.5
DEKAT = 1.001  # one last digit apart, as binary fractions have it


@dataclass(frozen=True, slots=True)
class Suku:
    """A row a total may count: its cells, its depth (0 = outermost, None = unknown)."""

    baris: BarisAsing
    dalam: int | None


def periksa_jumlah(papan: Papan, peta: PetaTabel, level: dict[int, str], *, sekali: int = 0) -> None:
    """Every total of the table; level: of its data rows, by their place in the list; sekali: the column each name of which counts once."""
    sudah: set[str] = set()
    suku: list[Suku] = []
    mulai = bagian = 0  # where the rows of a subtotal begin, and those of a mean
    dalam = {} if any(level.values()) else kedalaman(peta.tabel)
    for i, b in enumerate(peta.tabel.baris):
        if b.jenis == "data":
            nama = nama_setara(b.sel[sekali].teks) if sekali in b.sel else ""
            if nama in sudah:
                continue
            sudah |= {nama} - {""}
            letak = LEVEL.index(level[i]) if level.get(i) in LEVEL else dalam.get((b.kisi, b.nomor))
            suku.append(Suku(b, letak))
        elif b.jenis == "kelompok":
            mulai = bagian = len(suku)
        elif b.jenis == "rata":
            _periksa(papan, peta, b, suku, suku[bagian:])
            bagian = len(suku)
        elif b.jenis in TOTAL:
            _periksa(papan, peta, b, suku[mulai:] if b.jenis == "subjumlah" else suku)
            mulai = len(suku) if b.jenis == "subjumlah" and len(b.sel) > 1 else mulai


def _periksa(papan: Papan, peta: PetaTabel, b: BarisAsing, suku: list[Suku], bagian: Sequence[Suku] = ()) -> None:
    """One total or mean; bagian: the rows since the heading or mean above a mean."""
    for nomor, s in b.sel.items():
        k = peta.kolom.get(nomor)
        if k is None:
            continue
        x = Titik(peta, b, k, s)
        tercetak = _angka(s, "angka")
        tipe = papan.buku.skema.lembar[k.lembar].kolom[k.kolom].tipe if k.lembar and k.yakin is Yakin.PASTI else ""
        if tercetak is None:
            papan.catat(x, Nasib.KEPALA, "baris jumlah")
        elif tipe not in DIJUMLAH or b.jenis == "rata":
            if b.jenis == "rata":
                _rata(papan, x, tercetak, tipe, suku, bagian)
            else:
                papan.catat(x, Nasib.TIDAK, "baris jumlah; tidak dijumlahkan dari barisnya")
        else:
            _banding(papan, x, tercetak, _calon(suku, nomor, _melintang(peta, b, nomor), tipe))


def _melintang(peta: PetaTabel, b: BarisAsing, nomor: int) -> range:
    """The columns of the source a total stands below: those of men and women, where its cell is merged over both; none for one."""
    asal = b.asal.get(nomor, nomor)
    ujung = [z for a, k, c, z in peta.tabel.kisi[b.kisi].gabung if a <= b.nomor <= c and k == asal < z]
    return range(asal, ujung[0] + 1) if ujung else range(0)


def _calon(suku: list[Suku], nomor: int, kolom: range, tipe: str) -> list[float]:
    """What the rows may add up to: the outermost ones, by their level, all of them, or by what they add up to."""
    isi = []
    for x in suku:
        sel = [s for k, s in x.baris.sel.items() if k == nomor or x.baris.asal.get(k, k) in kolom]
        angka = [n for s in sel if (n := _angka(s, tipe)) is not None]
        isi += [(x.dalam, sum(angka))] if angka else []
    dalam = [d for d, _ in isi if d is not None]
    luar = [n for d, n in isi if d == min(dalam)] if len(dalam) == len(isi) else []
    semua = [n for _, n in isi]
    return [*(sum(x) for x in (luar, semua) if x), puncak(semua), *seluruh(semua)]


def _banding(papan: Papan, x: Titik, tercetak: float, calon: list[float]) -> None:
    if not calon:
        papan.catat(x, Nasib.TIDAK, "baris jumlah tanpa baris yang dijumlahkan")
        return
    sama = any(abs(tercetak - n) <= TOLERANSI for n in calon)
    papan.catat(x, Nasib.DIBANDINGKAN, "jumlahnya sama" if sama else "jumlahnya berbeda")
    if not sama:
        berkas, alamat = x.alamat
        papan.lapor(
            "AB-06", berkas, alamat, x.kolom.judul, nilai=tercetak, seharusnya=calon[0], kolom_judul=x.kolom.judul
        )


def _rata(papan: Papan, x: Titik, tercetak: float, tipe: str, suku: Sequence[Suku], bagian: Sequence[Suku]) -> None:
    """A mean of the rows since the one above it, or of all."""
    lain = tipe not in ("", "persen") and any(CAPAIAN in kunci_judul(s.teks).split() for s in x.baris.sel.values())
    semua = [_isi_rata(isi, x.kolom.nomor, tipe) for isi in (bagian, suku)]
    if lain or not semua[1]:
        alasan = "rata-rata capaian, bukan rata-rata kolom ini" if semua[1] else "baris rata-rata tanpa isi"
        papan.catat(x, Nasib.TIDAK, alasan)
        return
    desimal = d if (d := baca_kolom(x.sel.teks).desimal) is not None else 2
    rata = [bulat(fsum(isi) / len(isi), desimal) for isi in semua if isi]
    sama = any(abs(r - tercetak) <= DEKAT * 10**-desimal for r in rata)
    papan.catat(x, Nasib.DIBANDINGKAN, "rata-ratanya sama" if sama else "rata-ratanya berbeda")
    if not sama:
        papan.lapor("AB-06", *x.alamat, x.kolom.judul, nilai=tercetak, seharusnya=rata[0], kolom_judul=x.kolom.judul)


def _isi_rata(suku: Sequence[Suku], nomor: int, tipe: str) -> list[float]:
    sel = (s for y in suku if (s := y.baris.sel.get(nomor)) is not None)
    return [n for s in sel if (n := _angka(s, tipe or "angka")) is not None]


def _angka(s: SelAsing, tipe: str) -> float | None:
    if s.nilai is not None:
        return s.nilai
    b = baca_kolom(s.teks, tipe)
    return b.nilai if kunci_teks(s.teks) else None
