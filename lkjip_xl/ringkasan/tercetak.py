"""A summary as Daftar Tabel has it printed: joined with others, closed by its mean, its columns chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.baris_tercetak import tanpa_baris_sisa
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi import rata_nilai
from lkjip_xl.ringkasan.fungsi import FUNGSI
from lkjip_xl.ringkasan.indikator import Indikator, daftar_indikator, kategori
from lkjip_xl.ringkasan.kepala import BERSAMA, kepala_tabel, satukan_sumber
from lkjip_xl.ringkasan.kolom_tercetak import Permintaan, Pilihan, baca_permintaan, pilih, sebutan
from lkjip_xl.ringkasan.masukan import tak_tersusun
from lkjip_xl.ringkasan.model import BarisRingkas, TabelRingkas, kolom_berisi
from lkjip_xl.ringkasan.perakit import AWAL_ARAH
from lkjip_xl.ringkasan.simpulan import hanya_iku
from lkjip_xl.skema.fungsi_sel import paling_banyak
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

DIRATA = ("capaian_3", "capaian_2", "capaian_1", "capaian", "kemajuan")
LABEL_RATA = "Rata-rata capaian"
BEBERAPA = 2
# how notes begin that explain a column, and how that is called
PENJELAS = ((AWAL_ARAH, "capaian"), ("Tingkat kemajuan:", "kemajuan"), ("Capaian terhadap pembanding:", "terhadap"))


@per_buku
def tercetak(buku: BukuKerja, lembar: str) -> TabelRingkas:
    """The table of a summary sheet as it is printed."""
    t = _lengkap(buku, lembar)
    kolom = pilihan_kolom(buku, lembar).kolom
    if kolom == t.kolom:
        return t
    return _tanpa_penjelas(tanpa_baris_sisa(t.dengan(kolom)))


def _tanpa_penjelas(t: TabelRingkas) -> TabelRingkas:
    """Without notes on how a column is computed that is not printed."""
    nama = [k.nama for k in t.kolom]
    lebih = tuple(awal for awal, kolom in PENJELAS if not any(n.startswith(kolom) for n in nama))
    return replace(t, catatan=tuple(c for c in t.catatan if not c.startswith(lebih))) if lebih else t


@per_buku
def pilihan_kolom(buku: BukuKerja, lembar: str) -> Pilihan:
    """Its columns as Daftar Tabel asks for them, and what of that is of no use."""
    t = _lengkap(buku, lembar)
    return pilih(permintaan(buku, lembar), t.kolom, (t.tersedia or t).kolom)


@per_buku
def permintaan(buku: BukuKerja, lembar: str) -> Sequence[Permintaan]:
    """What Daftar Tabel asks for, years filled in."""
    return tuple(baca_permintaan(kepala_tabel(buku, lembar).kolom))


def nama_kolom(buku: BukuKerja, lembar: str) -> list[str]:
    """The columns a summary can print, as people call them."""
    t = _lengkap(buku, lembar)
    semua = (t.tersedia or t).kolom
    return list(dict.fromkeys(sebutan(k, semua) for k in semua))


def asli(lembar: str) -> Callable[[BukuKerja], TabelRingkas]:
    """The function of a summary sheet, imported when it is asked for."""
    modul, fungsi = FUNGSI[lembar]
    return getattr(import_module(f"lkjip_xl.ringkasan.{modul}"), fungsi)


def tamu(buku: BukuKerja, lembar: str) -> list[str]:
    """The summaries that are printed in the table of this one."""
    return [n for n in BERSAMA if kepala_tabel(buku, n).bersama == lembar and not tak_tersusun(buku.skema, n)]


@per_buku
def _lengkap(buku: BukuKerja, lembar: str) -> TabelRingkas:
    t = asli(lembar)(buku)
    for n in tamu(buku, lembar):
        t = _satukan(t, asli(n)(buku))
    return _dengan_rata(buku, t) if kepala_tabel(buku, lembar).rata and lembar in BERSAMA else t


def _satukan(a: TabelRingkas, b: TabelRingkas) -> TabelRingkas:
    """Two tables of indicators side by side: the rows of the first, each with what the second has about its indicator."""
    lain = {kunci_teks(r.nilai["kode"]): r for r in b.baris if "kode" in r.nilai}
    baris = []
    for r in a.baris:
        if x := lain.pop(kunci_teks(r.nilai.get("kode")), None):
            r = replace(
                r, nilai={**x.nilai, **r.nilai}, desimal={**x.desimal, **r.desimal}, sementara=x.sementara | r.sementara
            )
        baris.append(r)
    penuh_a, penuh_b = a.tersedia or a, b.tersedia or b
    ada = {k.nama for k in penuh_a.kolom}
    baru = [k for k in penuh_b.kolom if k.nama not in ada]
    catatan = list(dict.fromkeys([*a.catatan, *b.catatan]))
    if lain:
        sisa = "; ".join(str(r.nilai.get("indikator") or r.nilai["kode"]) for r in lain.values())
        catatan.insert(0, f"Tidak termuat dalam tabel ini: {sisa}.")
    lazim = (*a.kolom, *(k for k in b.kolom if k.nama not in ada))
    penuh = replace(
        penuh_a,
        kolom=(*penuh_a.kolom, *baru),
        baris=tuple(baris),
        catatan=tuple(catatan),
        sumber=satukan_sumber(a.sumber, b.sumber),
    )
    return penuh.dengan(kolom_berisi([replace(k, tambahan=False) for k in lazim], baris))


def _dengan_rata(buku: BukuKerja, t: TabelRingkas) -> TabelRingkas:
    """Each group of indicators closed by the mean of their capaian, where there is more than one to take it of."""
    penuh = t.tersedia or t
    semua = {x.kode: x for x in daftar_indikator(buku)}
    baris: list[BarisRingkas] = []
    kelompok: list[BarisRingkas] = []
    letak: list[int] = []  # the new place of each row

    def tutup() -> None:
        if rata := _rata(buku, [r for r in kelompok if not hanya_iku(buku) or _iku(r)]):
            baris.append(rata)
        kelompok.clear()

    def _iku(r: BarisRingkas) -> bool:
        x = semua.get(str(r.nilai.get("kode")))
        return x is not None and x.iku

    for r in penuh.baris:
        if r.gaya == "kelompok":
            tutup()
        else:
            x = semua.get(str(r.nilai.get("kode")))
            kelompok.append(r if x is None else replace(r, nilai=dict(r.nilai) | _terbatas(r, x)))
        letak.append(len(baris))
        baris.append(r)
    tutup()
    catatan = penuh.catatan
    if hanya_iku(buku):
        catatan = (*catatan, "Rata-rata capaian: hanya indikator kinerja utama (IKU).")
    gabung = tuple(replace(g, awal=letak[g.awal], akhir=letak[g.akhir]) for g in penuh.gabung)
    return replace(penuh, baris=tuple(baris), gabung=gabung, catatan=catatan).dengan(t.kolom)


def _terbatas(r: BarisRingkas, x: Indikator) -> dict[str, Nilai]:
    """The capaian of a row as its mean takes them: at most the cap of the indicator, where it has one."""
    lalu = {k: paling_banyak(r.nilai[k], x.batas_rata) for k in DIRATA[:3] if r.nilai.get(k) is not None}
    return {**lalu, "capaian": x.capaian_rata}


def _rata(buku: BukuKerja, milik: Sequence[BarisRingkas]) -> BarisRingkas | None:
    nilai: dict[str, Nilai] = {}
    desimal = desimal_setelan(buku, "DesimalRata")
    for k in DIRATA:
        ada = [(c, r.desimal.get(k, 2)) for r in milik if isinstance(c := r.nilai.get(k), (int, float))]
        rata = rata_nilai(ada) if len(ada) >= BEBERAPA else None
        if isinstance(rata, (int, float)):
            nilai[k] = rata
    if not nilai:
        return None
    if "capaian" in nilai:
        k = kategori(buku, nilai["capaian"], desimal, buku.setelan.get("SkalaSasaran"))
        nilai |= {} if isinstance(k, Galat) else {"kategori": k}
    return BarisRingkas({"indikator": LABEL_RATA} | nilai, "jumlah", dict.fromkeys(DIRATA, desimal))
