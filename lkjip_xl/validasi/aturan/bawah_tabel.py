"""Rows below a table that tell of the others: what they were read as, and whether a mean of capaian is one of those above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.indikator import Indikator, kamus_indikator
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, SelKerja, Tabel
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.rata_persen import nilai_rata, rata_mungkin, sejak_pemisah
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.rincian_jumlah import SEDIKITNYA, Tercetak, selang_jumlah, tercetak
from lkjip_xl.validasi.aturan.selang import Selang, cetak

CAPAIAN: Mapping[str, tuple[str, ...]] = {
    "pengukuran": ("capaian",),
    "riwayat": ("capaian_1", "capaian_2", "capaian_3"),
    "triwulan": ("capaian",),
}
BATAS_LAZIM = (None, 100.0, 110.0, 120.0, 150.0)  # of capaian in a mean, whatever the rows show
JUMLAH = "jumlah"
TW = "tw"
Angka = dict[int, Tercetak]


@aturan(kode=("LB-17",), seluruh=True)
def tulisan_di_bawah_tabel(buku: BukuKerja, lapor: Pelapor) -> None:
    """Catatan, baris jumlah, dan rata-rata di bawah tabel tidak dibaca sebagai isian tabel."""
    for i, t in buku.tabel.items():
        berangka = [(b, k) for (b, k), s in t.sel.items() if b in t.tulisan and isinstance(s.nilai, float)]
        angka, luput = Counter(b for b, _ in berangka), Counter(b for b, k in berangka if k not in CAPAIAN.get(i, ()))
        for b, (kolom, jenis) in t.tulisan.items():
            tetap = f"; {angka[b]} angkanya tidak dipakai" if angka[b] else ""
            if luput[b]:
                sebagian = f", {luput[b]} di antaranya tidak diperiksa"
                tetap += " dan tidak diperiksa" if luput[b] == angka[b] else sebagian
            lapor("LB-17", Rujukan(i, b, kolom), jenis=jenis, tetap=tetap)


@aturan(
    kode=("PG-17",),
    lembar=("indikator", "pengukuran"),
    baca=perlu(
        indikator="kode jenjang pernyataan =pernyataan_lengkap indikator satuan arah iku sifat ?desimal",
        pengaturan="?desimal_capaian",
        pengukuran="kode ?=capaian",
        riwayat="?kode ?=capaian_1-3",
        triwulan="?kode ?tw ?=capaian",
    ),
)
def rata_capaian_di_bawah_tabel(buku: BukuKerja, lapor: Pelapor) -> None:
    """Rata-rata capaian yang diketik di bawah tabel adalah rata-rata capaian di atasnya."""
    for i, semua in CAPAIAN.items():
        t = buku[i]
        for kolom in semua if t.ada and t.tulisan else ():
            for b, (_, jenis) in t.tulisan.items():
                s = t.sel.get((b, kolom))
                if s is not None and isinstance(s.nilai, float):
                    _periksa(lapor, Rujukan(i, b, kolom), s, jumlah=jenis == JUMLAH)


def _periksa(lapor: Pelapor, r: Rujukan, s: SelKerja, *, jumlah: bool) -> None:
    t = lapor.buku[r.lembar]
    if any(lapor.jejak.ternoda(Rujukan(r.lembar, b, r.kolom)) for b in t.baris if b < r.baris):
        return
    angka = _angka(lapor.buku, t, r.kolom, r.baris, tertulis=True)
    lain = [b for b in t.tulisan if b != r.baris]
    pilihan = [p for p in sejak_pemisah(_setriwulan(t, r.baris, angka), lain, r.baris) if len(p) >= SEDIKITNYA]
    assert isinstance(s.nilai, float)
    tertulis = tercetak(s.nilai, s.desimal)
    if not pilihan or any(
        _cocok(lapor.buku, t, milik, p, tertulis, jumlah=jumlah)
        for milik in (angka, _angka(lapor.buku, t, r.kolom, r.baris, tertulis=False))
        for p in pilihan
    ):
        return
    isi = [angka[b] for b in pilihan[-1]]
    hasil = fsum(x.nilai for x in isi) if jumlah else nilai_rata(isi)
    lapor(
        "PG-17",
        r,
        nilai=s.nilai,
        seharusnya=bulat(hasil, desimal_setelan(lapor.buku, "DesimalCapaian")),
        terkait=[Rujukan(r.lembar, b, r.kolom) for b in pilihan[-1]],
        jenis="Jumlah" if jumlah else "Rata-rata",
    )


def _setriwulan(t: Tabel, baris: int, angka: Angka) -> list[int]:
    """The rows a mean may be of: where it names its quarter, those of that quarter."""
    tw = t.sel.get((baris, TW))
    return [b for b in angka if tw is None or tw.nilai is None or t.nilai(b, TW) == tw.nilai]


def _angka(buku: BukuKerja, t: Tabel, kolom: str, sampai: int, *, tertulis: bool) -> Angka:
    """The capaian above a row as they are shown: as typed, or as their formula gives them."""
    kamus, baku = kamus_indikator(buku), desimal_setelan(buku, "DesimalCapaian")
    hasil: Angka = {}
    for b in (x for x in t.baris if x < sampai):
        x = t.nilai(b, kolom) if tertulis or not t.berumus(b, kolom) else t.harap(b, kolom)
        if isinstance(x, float):
            i = kamus.get(kunci_teks(t.nilai(b, "kode")))
            desimal = t.desimal(b, kolom)
            hasil[b] = Tercetak(x, cetak(x, desimal if desimal is not None else i.desimal if i else baku))
    return hasil


def _cocok(buku: BukuKerja, t: Tabel, angka: Angka, baris: Sequence[int], rata: Tercetak, *, jumlah: bool) -> bool:
    kamus = kamus_indikator(buku)
    milik = {b: kamus.get(kunci_teks(t.nilai(b, "kode"))) for b in baris if b in angka}
    banyak = sum(min(baris) <= b <= max(baris) for b in t.baris)
    return rata_lazim(angka, milik, rata, banyak, jumlah=jumlah)


def rata_lazim(
    angka: Angka, milik: Mapping[int, Indikator | None], rata: Tercetak, banyak: int, *, jumlah: bool = False
) -> bool:
    """Is a figure the mean (or sum) of the capaian of some indicators by any way in which reports make one?"""
    for kelompok in _kelompok(milik):
        for batas in BATAS_LAZIM:
            isi = [[_paling_banyak(angka[b], batas) for b in k] for k in kelompok]
            rapat = [x for k in isi for x in k]
            if rata_mungkin(rapat, rata, banyak) or (jumlah and selang_jumlah(rapat).bertemu(rata.selang)):
                return True
            if len(isi) > 1 and rata_mungkin([_tengah(k) for k in isi], rata, len(isi)):
                return True
    return False


def _kelompok(semua: Mapping[int, Indikator | None]) -> Iterator[list[list[int]]]:
    """The rows by sasaran: all, those of each jenjang, those that are IKU."""
    milik = {b: i for b, i in semua.items() if i is not None}
    yield _menurut_sasaran(semua)
    for jenjang in {i.jenjang for i in milik.values()}:
        yield _menurut_sasaran({b: i for b, i in milik.items() if i.jenjang == jenjang})
    yield _menurut_sasaran({b: i for b, i in milik.items() if i.iku})


def _menurut_sasaran(milik: Mapping[int, Indikator | None]) -> list[list[int]]:
    hasil: dict[str, list[int]] = {}
    for b, i in milik.items():
        hasil.setdefault("" if i is None else i.sasaran, []).append(b)
    return list(hasil.values())


def _paling_banyak(x: Tercetak, batas: float | None) -> Tercetak:
    if batas is None or x.nilai <= batas:
        return x
    return Tercetak(batas, Selang(batas, batas))


def _tengah(isi: Sequence[Tercetak]) -> Tercetak:
    """The mean of some rows with what rounding leaves open."""
    semua = selang_jumlah(isi)
    return Tercetak(nilai_rata(isi), Selang(semua.bawah / len(isi), semua.atas / len(isi)))
