"""The charts of the report as pictures, drawn from the same data as those of Dasbor; readable in grey."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.satuan import KATA_BESARAN
from lkjip_xl.ringkasan import grafik as g
from lkjip_xl.ringkasan.grafik import SELA_NAMA, GrafikData, Seri
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.lukisan import DPI, GARIS, GELAP, LEBAR, TERANG, Rancangan, lanjutan, lukis_semua, polos
from lkjip_xl.word.naskah import Balok, Gambar, Isian

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

KUNCI_GRAFIK = "grafik "
BEBERAPA = 2  # points a chart needs: one figure by itself compares nothing
BATANG_PER_GAMBAR, KURVA_PER_GAMBAR, KURVA_SEBARIS = 12, 6, 2
PANJANG_NAMA, BARIS_NAMA = 46, 3
DESIMAL = 2  # of a figure whose table says nothing of it
TINGGI_BATANG, TINGGI_KURVA, TINGGI_TETAP = 0.42, 1.75, 0.9
TERKECIL_DISEBUT = 1e6  # from here on the ticks of an axis say the size of their amounts in words
TITIK_DISEBUT = 15  # points of a scatter that are named
PANJANG_TITIK, TINGGI_NAMA = 96, 0.14  # letters and inch of a line of these names
LEBAR_ANGKA, TINGGI_NOMOR = 4.5, 7.0  # points a digit of its number takes
JARAK_NOMOR = (4, 12, 24, 36)  # points between a point and its number, the nearest first
PER_INDIKATOR = frozenset({"Capaian Kinerja", "Kemajuan Renstra", "Pembanding Standar"})
TANPA_ARSIR = frozenset({"serapan"})  # a budget not used up is no target missed

DATA_LEMBAR: dict[str, Callable[..., GrafikData]] = {
    "Capaian Kinerja": g.grafik_capaian,
    "Kemajuan Renstra": g.grafik_kemajuan,
    "Pembanding Standar": g.grafik_pembanding,
    "Efisiensi Sasaran": g.grafik_kuadran,
    "Program Penunjang": g.grafik_dukungan,
    "Realisasi Anggaran": g.grafik_serapan,
    "Simpulan": g.grafik_kategori,
}


def gambar(b: Bahan, lembar: str) -> Sequence[Gambar | Isian]:
    """The charts that go with a summary table; nothing where there is nothing to draw, a placeholder without matplotlib."""
    rancangan = list(gambar_lembar(b, lembar))
    lukisan = lukis_semua(rancangan)
    if lukisan is None:
        return [Isian(f"Sisipkan grafik {r.judul}.", f"{KUNCI_GRAFIK}{r.judul}") for r in rancangan]
    return lukisan


def grafik_hilang(balok: Iterable[Balok]) -> list[str]:
    """Titles of the charts a report has only placeholders for."""
    kunci = (x.kunci for x in balok if isinstance(x, Isian))
    return [k.removeprefix(KUNCI_GRAFIK) for k in kunci if k.startswith(KUNCI_GRAFIK)]


def gambar_lembar(b: Bahan, lembar: str) -> Iterator[Rancangan]:
    """The charts of a summary sheet, not yet drawn."""
    lain = {x.kode for x in b.indikator} - {x.kode for x in b.diuraikan}
    if lembar == "Perbandingan Tahun":
        semua = [d for d in g.grafik_riwayat(b.buku) if d.nama.removeprefix(g.RIWAYAT) not in lain]
        for lanjut, awal, akhir in _dibagi(len(semua), KURVA_PER_GAMBAR, KURVA_SEBARIS):
            kumpulan = semua[awal:akhir]
            alt = "; ".join(d.judul for d in kumpulan)
            yield Rancangan(partial(_kurva, kumpulan), f"Realisasi antar Tahun{lanjut}", alt)
        return
    data = DATA_LEMBAR[lembar](b.buku)
    if lembar in PER_INDIKATOR:
        data = data.tanpa(lain)
    if data.banyak < BEBERAPA:
        return
    if data.jenis == g.BATANG:
        for lanjut, awal, akhir in _dibagi(len(data.label), BATANG_PER_GAMBAR):
            yield Rancangan(partial(_batang, data, awal, akhir), data.judul + lanjut, _isi(data))
    else:
        yield Rancangan(partial(_sebar if data.jenis == g.SEBAR else _bagian, data), data.judul, _isi(data))


def _dibagi(banyak: int, paling: int, kelipatan: int = 1) -> Iterator[tuple[str, int, int]]:
    """Charts of about the same size, each with at most `paling` items: what its title adds, first item, end.

    >>> list(_dibagi(7, 6, 2)), list(_dibagi(3, 6))
    ([('', 0, 4), (' (lanjutan)', 4, 7)], [('', 0, 3)])
    """
    bagian = -(-banyak // paling)
    milik = -(-banyak // (bagian or 1))
    milik = -(-milik // kelipatan) * kelipatan
    for i, awal in enumerate(range(0, banyak, milik or 1)):
        yield lanjutan(i, bagian), awal, min(banyak, awal + milik)


def _isi(data: GrafikData) -> str:
    """What a chart shows, for those who cannot see it."""
    angka = zip(_semua_nama(data), data.seri[-1].nilai, _desimal(data.seri[-1]), strict=True)
    butir = [f"{n} {tulis(v, d)}" for n, v, d in angka if v is not None]
    return f"{data.judul} ({data.satuan}): {'; '.join(butir[:BATANG_PER_GAMBAR])}"


def _kanvas(tinggi: float, sebaris: int = 1, baris: int = 1) -> tuple[Figure, Sequence[Axes]]:
    from matplotlib.figure import Figure

    fig = Figure(figsize=(LEBAR, tinggi), dpi=DPI, layout="constrained")
    sumbu = fig.subplots(baris, sebaris, squeeze=False)
    for ax in sumbu.flat:
        ax.spines[["top", "right"]].set_visible(False)
        ax.tick_params(labelsize=7.5)
        for sumbu_angka in (ax.xaxis, ax.yaxis):
            sumbu_angka.set_major_formatter(lambda x, _: angka_sumbu(x))
    return fig, list(sumbu.flat)


def angka_sumbu(x: float) -> str:
    """A tick of an axis, large amounts in words of their size.

    >>> [angka_sumbu(x) for x in (57.5, 12.0, 0.1 + 0.2, 950000, 1.25e9, -2e6)]
    ['57,5', '12', '0,3', '950.000', '1,25 miliar', '-2 juta']
    """
    besar = max((n for n in KATA_BESARAN if TERKECIL_DISEBUT <= n <= abs(x)), default=1.0)
    return f"{tulis(float(f'{x / besar:.9g}'))} {KATA_BESARAN.get(besar, '')}".rstrip()


def _semua_nama(data: GrafikData) -> list[str]:
    """What each label stands for: the kode by which the workbook knows it is not printed anywhere else."""
    nama = data.keterangan or ("",) * len(data.label)
    return [n or t for t, n in zip(data.label, nama, strict=True)]


def _nama(nama: str) -> str:
    """A label on a few lines; of a long one with what it is compared to, that stays whole."""
    pokok, sela, lain = nama.partition(SELA_NAMA)
    ekor = textwrap.wrap(f"{SELA_NAMA.strip()} {lain}", PANJANG_NAMA) if sela else []
    utuh = textwrap.wrap(nama, PANJANG_NAMA)
    if len(utuh) <= BARIS_NAMA:
        return "\n".join(utuh)
    kepala = textwrap.wrap(pokok, PANJANG_NAMA, max_lines=max(BARIS_NAMA - len(ekor), 1), placeholder=" …")
    return "\n".join([*kepala, *ekor])


def _desimal(seri: Seri) -> list[int]:
    """Decimals of the figures at the points of a chart: those of the tables."""
    return [DESIMAL if d is None else d for d in seri.desimal or (None,) * len(seri.nilai)]


def _batang(data: GrafikData, awal: int, akhir: int) -> Figure:
    """Horizontal bars from the top, each with its figure; below the reference line lighter and hatched."""
    nilai = [v or 0.0 for v in data.seri[0].nilai[awal:akhir]]
    fig, (ax,) = _kanvas(TINGGI_TETAP + TINGGI_BATANG * len(nilai))
    letak = range(len(nilai))
    desimal = _desimal(data.seri[0])[awal:akhir]
    arsiran = data.acuan is not None and data.nama not in TANPA_ARSIR
    kurang = [arsiran and bulat(v, d) < (data.acuan or 0.0) for v, d in zip(nilai, desimal, strict=True)]
    batang = ax.barh(
        letak, nilai, height=0.62, color=[TERANG if k else GELAP for k in kurang], edgecolor=GELAP, linewidth=0.6
    )
    for kotak, k in zip(batang, kurang, strict=True):
        kotak.set_hatch("///" if k else "")
    ax.set_yticks(list(letak), [polos(_nama(n)) for n in _semua_nama(data)[awal:akhir]])
    ax.invert_yaxis()
    terbesar = max([data.acuan or 0.0, *nilai])
    for i, (v, d) in enumerate(zip(nilai, desimal, strict=True)):
        latar = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}  # the reference line may run through it
        ax.text(max(v, 0) + terbesar * 0.01, i, tulis(v, d), va="center", fontsize=7.5, bbox=latar)
    if data.acuan is not None:
        ax.axvline(data.acuan, color=GARIS, linestyle="--", linewidth=1)
    ax.set_xlim(min(0.0, *nilai, 0.0) * 1.12, terbesar * 1.14 or 1.0)
    arsir = f" (batang bergaris: di bawah {tulis(data.acuan or 0.0)})" if any(kurang) else ""
    ax.set_xlabel(data.satuan + arsir, fontsize=8)
    return fig


def _kurva(kumpulan: Sequence[GrafikData]) -> Figure:
    """Small line charts side by side, one per indicator, each on its own scale."""
    baris = -(-len(kumpulan) // KURVA_SEBARIS)
    fig, sumbu = _kanvas(0.25 + TINGGI_KURVA * baris, KURVA_SEBARIS, baris)
    for ax, d in zip(sumbu, kumpulan, strict=False):
        seri = d.seri[0]
        titik = [(i, v) for i, v in enumerate(seri.nilai) if v is not None]
        letak, nilai = [i for i, _ in titik], [v for _, v in titik]
        ax.plot(letak, nilai, color=GELAP, marker="o", markersize=4, linewidth=1.4)
        for n, (i, v) in enumerate(zip(letak, nilai, strict=True)):
            tetangga = nilai[max(n - 1, 0) : n] + nilai[n + 1 : n + 2]
            bawah = v < sum(tetangga) / len(tetangga)  # where the line comes down to a point its figure stands below
            desimal = seri.desimal[i] if seri.desimal else None
            teks = tulis(v, desimal) if desimal is not None or v == round(v, 2) else tulis(v, 2)
            ax.annotate(teks, (i, v), (0, -12 if bawah else 5), textcoords="offset points", ha="center", fontsize=7)
        ax.set_xticks(range(len(d.label)), d.label)
        ax.set_xlim(-0.4, len(d.label) - 0.6)
        ax.margins(y=0.35)
        if tanda := tanda_tunggal(nilai):
            ax.set_yticks(tanda)
        ax.set_title(polos("\n".join(textwrap.wrap(textwrap.shorten(d.judul, 84, placeholder=" …"), 44))), fontsize=7.5)
        ax.set_ylabel(polos(textwrap.shorten(d.satuan, 24, placeholder=" …")), fontsize=7)
    for ax in sumbu[len(kumpulan) :]:
        ax.set_visible(False)
    return fig


def tanda_tunggal(nilai: Sequence[float]) -> Sequence[float]:
    """The one tick of a figure that never changed, which a finer scale would not suit; none for others.

    >>> tanda_tunggal([0.0, 0.0]), tanda_tunggal([0.0, 3.0])
    ([0.0], [])
    """
    return nilai[:1] if len(set(nilai)) == 1 else []


def _sebar(data: GrafikData) -> Figure:
    """Capaian against serapan; the lines at 100 make the quadrants, numbers tell which point is what below."""
    x, y = data.seri
    semua = zip(_semua_nama(data), x.nilai, y.nilai, strict=True)
    titik = [(t, a, b) for t, a, b in semua if a is not None and b is not None]
    disebut = list(enumerate(titik, 1))
    if (
        len(titik) > TITIK_DISEBUT
    ):  # of many the farthest from their target, which is what such a chart is looked at for
        disebut = sorted(sorted(disebut, key=lambda n: n[1][2])[:TITIK_DISEBUT])
    nama = [
        baris
        for i, (t, *_) in disebut
        for baris in textwrap.wrap(f"{i}. {t}", PANJANG_TITIK, subsequent_indent="    ", max_lines=2, placeholder=" …")
    ]
    fig, (ax,) = _kanvas(3.6 + TINGGI_NAMA * len(nama))
    ax.scatter([a for _, a, _ in titik], [b for _, _, b in titik], color=GELAP, s=28, zorder=3)
    for garis in (ax.axvline, ax.axhline):
        garis(g.ACUAN, color=GARIS, linestyle="--", linewidth=1)
    ax.margins(0.12)
    ax.set_xlabel(f"{x.nama} ({data.satuan})", fontsize=8)
    ax.set_ylabel(f"{y.nama} ({data.satuan})", fontsize=8)
    fig.supxlabel(polos("\n".join(nama)), x=0.02, ha="left", fontsize=7.5)
    _nomori(fig, ax, [(a, b) for _, a, b in titik], [n for n, _ in disebut])
    return fig


def _nomori(fig: Figure, ax: Axes, titik: Sequence[tuple[float, float]], disebut: Sequence[int]) -> None:
    """Number these points (from 1), no number upon another or upon a point; one further off has a line to its point."""
    fig.draw_without_rendering()  # where the points are is known once all else has its place
    letak = [tuple(x * 72 / fig.dpi for x in ax.transData.transform(t)) for t in titik]
    for n, tempat in zip(disebut, sebar_nomor(letak, disebut), strict=True):
        samping = -JARAK_NOMOR[0] - LEBAR_ANGKA * len(str(n)), JARAK_NOMOR[0]
        tarik = {"arrowstyle": "-", "color": GARIS, "linewidth": 0.5, "shrinkA": 0, "shrinkB": 2}
        if tempat[0] in samping and tempat[1] == -TINGGI_NOMOR / 2:
            tarik = None
        ax.annotate(str(n), titik[n - 1], tempat, textcoords="offset points", fontsize=7, va="bottom", arrowprops=tarik)


def sebar_nomor(titik: Sequence[Sequence[float]], disebut: Sequence[int]) -> list[tuple[float, float]]:
    """Where each number stands from its point, in points: the nearest place that is free, else the nearest of all.

    >>> sebar_nomor([(0, 0), (0, 0), (40, 0)], [1, 2, 3])
    [(4.0, -3.5), (-8.5, -3.5), (4.0, -3.5)]
    """
    jari = TINGGI_NOMOR / 2
    terpakai = [(x - jari, y - jari, x + jari, y + jari) for x, y in titik]
    hasil = []
    for n in disebut:
        x, y = titik[n - 1]
        lebar = LEBAR_ANGKA * len(str(n))
        calon = [
            (float(d), float(naik - jari))
            for jarak in JARAK_NOMOR
            for naik in (0.0, 8.0, -8.0, 16.0, -16.0, 24.0, -24.0)
            for d in (jarak, -jarak - lebar)
        ]
        for dx, dy in calon:
            kotak = (x + dx, y + dy, x + dx + lebar, y + dy + TINGGI_NOMOR)
            if not any(a < kotak[2] and kotak[0] < c and b < kotak[3] and kotak[1] < d for a, b, c, d in terpakai):
                break
        else:
            dx, dy = calon[0]
            kotak = (x + dx, y + dy, x + dx + lebar, y + dy + TINGGI_NOMOR)
        terpakai.append(kotak)
        hasil.append((dx, dy))
    return hasil


def _bagian(data: GrafikData) -> Figure:
    """Counts per category as bars: shares stay readable in grey, unlike slices."""
    from matplotlib.ticker import MaxNLocator

    nilai = [v or 0.0 for v in data.seri[0].nilai]
    fig, (ax,) = _kanvas(TINGGI_TETAP + TINGGI_BATANG * len(nilai))
    ax.barh(range(len(nilai)), nilai, height=0.62, color=GELAP)
    ax.set_yticks(range(len(nilai)), [polos(_nama(t)) for t in data.label])
    ax.invert_yaxis()
    jumlah = sum(nilai)
    for i, v in enumerate(nilai):
        ax.text(v + max(nilai) * 0.01, i, f"{tulis(v, 0)} ({tulis(v / jumlah * 100, 1)}%)", va="center", fontsize=7.5)
    ax.set_xlim(0, max(nilai) * 1.18)
    if isinstance(skala := ax.xaxis.get_major_locator(), MaxNLocator):
        skala.set_params(integer=True)
    ax.set_xlabel(data.satuan, fontsize=8)
    return fig
