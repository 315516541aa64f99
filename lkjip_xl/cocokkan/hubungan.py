"""Columns only the outside table has, held against what they are made from: differences, shares, what changed since last year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.padan.padan import Padan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ISI, ISI_KOLOM, JUMLAH, KEPALA, TabelBebas
from lkjip_xl.validasi.aturan.hubungan_kolom import BUKTI, LIPAT, hubungan_terbukti
from lkjip_xl.validasi.aturan.selang import cetak, hasil_tertulis, titik

BERAT = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)
_SELISIH = re.compile(
    r"\b(?:naik|turun|kenaikan|penurunan|perubahan|selisih|bertambah|berkurang|peningkatan)\b(?!.*(?:%|\bpersen))"
)
_TAHUN = re.compile(rf"(?P<jenis>target|realisasi)(?: kinerja)?(?: renstra)?(?: tahun)? (?P<tahun>{ANGKA_TAHUN})")

Angka = Mapping[int, Mapping[int, Bacaan]]  # by column, then by row from 1


@dataclass(frozen=True, slots=True)
class BedaKolom:
    """A cell that does not follow as the other rows of its column do: what it should be, from what, by which cells.

    masukan: columns of its own row; sel: a cell of the workbook.
    """

    baris: BarisLuar
    kolom: int
    harap: float
    asal: str
    masukan: tuple[int, ...] = ()
    sel: tuple[str, str] | None = None


def temuan_kolom(buku: BukuKerja, p: Padan, penyama: Penyama, hasil: Sequence[Temuan]) -> Iterator[Temuan]:
    """The findings of such columns; none where a cell it is made from differs from the sheet (hasil: what was found so far)."""
    sudah = {x for t in hasil if t.tingkat in BERAT for x in t.sel_terkait}
    for b in _kolom_beda(buku, p, penyama):
        berkas, sel = p.tabel.alamat(b.baris.asing, b.kolom)
        masukan = [*(p.tabel.alamat(b.baris.asing, m) for m in b.masukan), *([b.sel] if b.sel else [])]
        if not sudah & {(berkas, sel), *masukan}:
            yield buat_temuan(
                "CK-31", lembar=berkas, sel=sel, kolom=p.menurut_nomor[b.kolom].judul, nilai=b.baris.isi[b.kolom].teks,
                seharusnya=b.harap, asal=b.asal, sel_terkait=masukan,
            )  # fmt: skip


def _kolom_beda(buku: BukuKerja, p: Padan, penyama: Penyama) -> Iterator[BedaKolom]:
    """Cells of columns the sheet does not have that do not follow from their row, or from this year and the last."""
    semua = [o for o, _, _ in p.baris.pasangan]
    kolom = [k.nomor for k in p.tabel.kolom][: len(ISI_KOLOM)]
    lain = [k for k in kolom if k not in p.kolom and k not in p.level]
    angka = {k: isi for k in kolom if lain and (isi := _angka(p, penyama, semua, k))}
    terbukti: set[int] = set()
    for b in _dari_sebelah(p, semua, kolom, angka):
        terbukti.add(b.kolom)
        if b.kolom in lain and b.baris in semua and b.asal:
            yield b
    for k in lain:
        judul = kunci_teks(p.menurut_nomor[k].judul)
        if k in angka and k not in terbukti:
            if _SELISIH.search(judul):
                yield from _sejak_tahun_lalu(buku, semua, k, angka[k])
            elif lembar_kolom := _bertahun(buku, judul):
                yield from _di_lembar(buku, semua, k, angka[k], *lembar_kolom)


def _angka(p: Padan, penyama: Penyama, semua: Sequence[BarisLuar], k: int) -> dict[int, Bacaan]:
    """The figures of a column, by row."""
    baca = penyama.pembaca.baca
    isi = ((n, baca(o.isi[k], p.menurut_nomor[k])) for n, o in enumerate(semua, 1) if k in o.isi)
    return {n: b for n, b in isi if b.nilai is not None}


def _dari_sebelah(p: Padan, semua: Sequence[BarisLuar], kolom: Sequence[int], angka: Angka) -> Iterator[BedaKolom]:
    """The table as the free table it would be; for a column that is proven to follow, one without asal, too."""
    huruf = dict(zip(kolom, ISI_KOLOM, strict=False))
    nomor = {h: k for k, h in huruf.items()}
    t = TabelBebas(p.tabel.judul, "", [(0, KEPALA, {h: p.menurut_nomor[k].judul for k, h in huruf.items()})])
    for n, o in enumerate(semua, 1):
        t.baris.append((n, JUMLAH if o.jumlah else ISI, {h: o.isi[k].teks for k, h in huruf.items() if k in o.isi} or {ISI_KOLOM[0]: o.nama}))  # fmt: skip
    for h, terbukti, _ in hubungan_terbukti(t, {huruf[k]: dict(isi) for k, isi in angka.items()}):
        masukan = tuple(nomor[m] for m in terbukti.masukan)
        sebut = ", ".join(f'"{p.menurut_nomor[m].judul}"' for m in masukan)
        yield BedaKolom(semua[0], nomor[h], 0.0, "", masukan)
        yield from (
            BedaKolom(semua[n - 1], nomor[h], bulat(harap, 4), f"kolom {sebut}", masukan) for n, harap in terbukti.beda
        )


def _sejak_tahun_lalu(
    buku: BukuKerja, semua: Sequence[BarisLuar], k: int, angka: Mapping[int, Bacaan]
) -> Iterator[BedaKolom]:
    """What changed since last year by the workbook's own figures, as most rows of the column show it."""
    tahunan = _dua_tahun(buku)
    for balik in (1.0, -1.0):
        sesuai, beda = 0, []
        for n, b in angka.items():
            if (pasangan := tahunan.get(nama_setara(semua[n - 1].nama))) is None:
                continue
            kini, lalu = pasangan
            harap = float(f"{balik * (kini - lalu):.12g}")
            if hasil_tertulis(b.nilai or 0.0, b.desimal).bertemu(titik(harap)):
                sesuai += harap != 0
            else:
                beda.append(BedaKolom(semua[n - 1], k, harap, f"realisasi {tulis(kini)} − {tulis(lalu)}"))
        if sesuai >= BUKTI and len(beda) * LIPAT <= sesuai:
            yield from beda
            return


def _dua_tahun(buku: BukuKerja) -> dict[str, tuple[float, float]]:
    """Realisasi of this year and the last, by the name of the indicator."""
    hasil: dict[str, tuple[float, float]] = {}
    for _, isi in buku["indikator"].rekaman() if buku["indikator"].ada else ():
        kini = buku.indeks.ambil("pengukuran", "kode", isi["kode"], "realisasi")
        lalu = buku.indeks.ambil("riwayat", "kode", isi["kode"], "realisasi_1")
        if isi["indikator"] and isinstance(kini, float) and isinstance(lalu, float):
            hasil[nama_setara(isi["indikator"])] = kini, lalu
    return hasil


def _bertahun(buku: BukuKerja, judul: str) -> tuple[str, str] | None:
    """The input sheet and column a header with its year speaks of ("Target 2023"); None for any other header."""
    m = _TAHUN.fullmatch(judul)
    awal, kini = (buku.setelan.get(x) for x in ("TahunRenstraAwal", "TahunLaporan"))
    if m is None or not isinstance(awal, float) or not isinstance(kini, float):
        return None
    tahun = int(m["tahun"])
    if m["jenis"] == "target":
        lembar, kolom = "renstra", f"target_{tahun - int(awal) + 1}"
    elif tahun == int(kini):
        lembar, kolom = "pengukuran", "realisasi"
    else:
        lembar, kolom = "riwayat", f"realisasi_{int(kini) - tahun}"
    return (lembar, kolom) if buku[lembar].ada and kolom in buku[lembar].skema.kolom else None


def _di_lembar(
    buku: BukuKerja, semua: Sequence[BarisLuar], k: int, angka: Mapping[int, Bacaan], lembar: str, kolom: str
) -> Iterator[BedaKolom]:
    """Figures of another sheet, as most rows of the column show."""
    t = buku[lembar]
    sama, beda = 0, []
    for n, b in angka.items():
        milik = buku.indeks.semua("indikator", "indikator", semua[n - 1].nama, nama_setara)[-1:]  # the last of one name
        letak = buku.indeks.baris(lembar, "kode", buku["indikator"].nilai(milik[0], "kode")) if milik else None
        harap = t.nilai(letak, kolom) if letak is not None else None
        if letak is None or not isinstance(harap, float):
            continue
        if hasil_tertulis(b.nilai or 0.0, b.desimal).secetak(cetak(harap, t.desimal(letak, kolom))):
            sama += 1
        else:
            sel = (t.lembar, t.alamat(letak, kolom))
            beda.append(BedaKolom(semua[n - 1], k, harap, "!".join(sel), sel=sel))
    if sama >= BUKTI and len(beda) * LIPAT <= sama:
        yield from beda
