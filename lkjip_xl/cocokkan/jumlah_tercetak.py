"""The total an outside table prints, held against the rows it prints: wrong totals are what readers find first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import fsum

from lkjip_xl.cocokkan.sama import Penyama
from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.padan.baris import BarisLuar, kedalaman
from lkjip_xl.padan.induk_jumlah import puncak, seluruh
from lkjip_xl.padan.padan import Padan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.satuan_kepala import RUPIAH, sebut_satuan
from lkjip_xl.tabel.model import Nilai

UANG, SERAPAN, SERATUS = ("pagu", "realisasi_rp"), "serapan", 100.0


def temuan_jumlah(p: Padan, penyama: Penyama) -> Iterator[Temuan]:
    """Printed totals that are not the sum of their rows."""
    for o, k, n, harap in _jumlah_beda(p, penyama):
        berkas, sel = p.tabel.alamat(o.asing, k)
        kolom, uang = p.menurut_nomor[k], p.tujuan.kolom[n].tipe == "rupiah"
        kali = kolom.pengali if uang else 1
        yield buat_temuan(
            "CK-30", lembar=berkas, sel=sel, kolom=kolom.judul, nilai=o.isi[k].teks, seharusnya=harap,
            kolom_judul=p.tujuan.kolom[n].judul, jumlah=float(f"{harap / kali:.12g}"),
            satuan=sebut_satuan(RUPIAH, kali) if uang else "%",
        )  # fmt: skip


def _jumlah_beda(p: Padan, penyama: Penyama) -> Iterator[tuple[BarisLuar, int, str, float]]:
    """Amounts of the one total row that are the sum of no level of the rows above it: row, columns, the nearest sum.

    Nothing is said where a row is of no known level, or the total is that of rows which only the sheet has.
    """
    total = [o for o in p.baris.jumlah if o.asing.jenis == "jumlah"]
    if len(total) != 1 or len(p.baris.jumlah) != 1 or p.baris.lebih or p.baris.ganda:
        return
    (o,) = total
    yield from _persen_beda(p, penyama, o)
    dalam = kedalaman(p.tabel)
    luar = {letak for letak, n in dalam.items() if n == min(dalam.values())}
    # rows below a heading, which counts for them
    bawah = {id(t) for b, t, _ in p.baris.pasangan if luar and b.letak not in luar and t.kelompok is None}
    for k, n in p.angka.items():
        kolom, tujuan = p.menurut_nomor[k], p.tujuan.kolom[n]
        x = penyama.bacaan(kolom, o.isi[k], tujuan).nilai if tujuan.tipe == "rupiah" and k in o.isi else None
        if x is None:
            continue
        suku = [
            (b, t, penyama.bacaan(kolom, b.isi[k], tujuan).nilai or 0.0)
            for b, t, _ in p.baris.pasangan
            if k in b.isi and not t.jumlah
        ]
        jumlah = per_kelompok(("" if b.letak in luar else t.kelompok, y) for b, t, y in suku if id(t) not in bawah)
        lembar = per_kelompok((t.kelompok, t.isi(n)) for t in p.tujuan.baris if not t.jumlah and id(t) not in bawah)
        semua = [y for *_, y in suku]
        calon = (*jumlah.values(), *lembar.values(), sum(jumlah.values()), puncak(semua), *seluruh(semua))
        if jumlah and all(abs(y - x) >= 1 for y in calon):
            yield o, k, n, min(jumlah.values(), key=lambda y, x=x: abs(y - x))


def per_kelompok(angka: Iterable[tuple[str | None, Nilai]]) -> dict[str | None, float]:
    """The sums of figures by the group of their row."""
    hasil: dict[str | None, float] = defaultdict(float)
    for kelompok, x in angka:
        if isinstance(x, (int, float)):
            hasil[kelompok] += x
    return hasil


def _persen_beda(p: Padan, penyama: Penyama, o: BarisLuar) -> Iterator[tuple[BarisLuar, int, str, float]]:
    """The serapan of the total row that is neither the ratio of the amounts printed beside it nor the mean of the rows."""
    letak = {n: k for k, n in p.angka.items()}
    if not letak.keys() >= {*UANG, SERAPAN} or any(letak[n] not in o.isi for n in (*UANG, SERAPAN)):
        return
    k, tujuan = letak[SERAPAN], p.tujuan.kolom

    def baca(baris: BarisLuar, n: str) -> Bacaan:
        return penyama.bacaan(p.menurut_nomor[letak[n]], baris.isi[letak[n]], tujuan[n])

    pagu, realisasi = (baca(o, n).nilai for n in UANG)
    tertulis = baca(o, SERAPAN)
    if tertulis.nilai is None or not pagu or realisasi is None:
        return
    baris = [baca(b, SERAPAN).nilai for b, t, _ in p.baris.pasangan if k in b.isi and not t.jumlah]
    persen = [x for x in baris if x is not None]
    calon = [realisasi / pagu * SERATUS, *([fsum(persen) / len(persen)] if persen else [])]
    dekat = 10.0 ** -(tertulis.desimal or 0)  # cut off is as good as rounded, and a mean is of rounded figures
    if all(abs(x - tertulis.nilai) > dekat for x in calon):
        yield o, k, SERAPAN, bulat(calon[0], 2)
