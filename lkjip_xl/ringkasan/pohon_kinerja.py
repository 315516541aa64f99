"""The tree of conditions behind the results of an agency: which serves which, and the tree as one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lkjip_xl.inti.kunci import ruas
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, gabung_sama
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

LEMBAR = "pohon_kinerja"
LEBAR_TINGKAT = 34
TERDALAM = 10  # levels
KOSONG = "…"  # of a row that says nothing yet


@dataclass(frozen=True, slots=True)
class Simpul:
    """One condition: its row, what it says, its kind, the indicator that measures it, who answers for it, what serves it."""

    baris: int
    kondisi: str
    jenis: str = ""
    indikator: str = ""
    pengampu: str = ""
    anak: tuple[Simpul, ...] = ()

    def jalur(self) -> Iterator[tuple[Simpul, ...]]:
        """The way from here to each of its ends, in the order of the sheet."""
        if not self.anak:
            yield (self,)
        for x in self.anak:
            for jalur in x.jalur():
                yield (self, *jalur)


@per_buku
def induk_pohon(buku: BukuKerja) -> Mapping[int, int | None]:
    """The row each condition serves: the one its Induk names, else the nearest one by the beginning of its kode; None = none.

    An Induk that no row bears leaves the row without one: what was typed is not replaced by a guess.
    """
    hasil: dict[int, int | None] = {}
    isi = _isi(buku)
    menurut_ruas = buku.indeks.menurut(LEMBAR, "kode", ruas) if isi else {}
    for b, r in isi.items():
        if r["induk"] is not None:
            hasil[b] = buku.indeks.baris(LEMBAR, "kode", r["induk"])
            continue
        bagian = ruas(r["kode"])
        atas = (menurut_ruas.get(bagian[:n]) for n in range(len(bagian) - 1, 0, -1))
        hasil[b] = next((x[0] for x in atas if x), None)
    return hasil


@per_buku
def lingkaran(buku: BukuKerja) -> tuple[tuple[int, ...], ...]:
    """Rows that serve themselves by way of each other, those of each circle together in the order of the sheet."""
    induk = induk_pohon(buku)
    hasil: list[tuple[int, ...]] = []
    selesai: set[int] = set()
    for b in induk:
        jalur: dict[int, None] = {}
        x: int | None = b
        while x is not None and x not in selesai and x not in jalur:
            jalur[x] = None
            x = induk[x]
        if x in jalur:
            urut = list(jalur)
            hasil.append(tuple(sorted(urut[urut.index(x) :])))
        selesai |= jalur.keys()
    return tuple(hasil)


@per_buku
def terlalu_dalam(buku: BukuKerja) -> frozenset[int]:
    """Rows more than TERDALAM levels below the top, of which each begins a tree of its own."""
    return frozenset(_terpasang(buku)[1])


@per_buku
def akar_pohon(buku: BukuKerja) -> tuple[Simpul, ...]:
    """The conditions that serve no other, each with all below it; none where the sheet is empty or not there.

    Every row stands in the tree once: of those that serve each other in a circle the first stands above the others.
    """
    isi = _isi(buku)
    anak: dict[int | None, list[int]] = {}
    for b, atas in _terpasang(buku)[0].items():
        anak.setdefault(atas, []).append(b)

    def simpul(b: int) -> Simpul:
        r = isi[b]
        nama = next(filter(None, (_teks(r[k]) for k in ("kondisi", "indikator", "kode"))), KOSONG)
        jenis, indikator, pengampu = (_teks(r[k]) for k in ("jenis", "indikator", "pengampu"))
        return Simpul(b, nama, jenis, indikator, pengampu, tuple(map(simpul, anak.get(b, ()))))

    return tuple(map(simpul, anak.get(None, ())))


def tabel_pohon(buku: BukuKerja, judul: str) -> TabelRingkas | None:
    """The tree as a table: columns = levels from the top, rows = its ends, a condition beside all that serves it; None without any."""
    akar = akar_pohon(buku)
    jalur = [j for x in akar for j in x.jalur()]
    if not jalur:
        return None
    kepala = kepala_tingkat(akar)
    baris = [BarisRingkas({f"t{i}": isi_simpul(x) for i, x in enumerate(j)}) for j in jalur]
    kolom = tuple(KolomRingkas(f"t{i}", k, lebar=LEBAR_TINGKAT) for i, k in enumerate(kepala))
    gabung = [
        g for i, k in enumerate(kolom)
        for g in gabung_sama(baris, [k.nama], [j[i].baris if i < len(j) else None for j in jalur])
    ]  # fmt: skip
    return TabelRingkas(
        lembar=buku[LEMBAR].lembar, nomor="", judul=judul, sumber=sumber(buku, LEMBAR), satuan="sebagaimana kepala kolom",
        catatan=(), kolom=kolom, baris=tuple(baris), gabung=tuple(gabung),
    )  # fmt: skip


def kepala_tingkat(akar: Sequence[Simpul]) -> list[str]:
    """What stands above each level: the kind all its conditions share, else its number from the top."""
    hasil: list[str] = []
    tingkat = list(akar)
    while tingkat:
        jenis = {x.jenis for x in tingkat}
        sama = jenis.pop() if len(jenis) == 1 else ""
        hasil.append(f"{sama[:1].upper()}{sama[1:]}" or f"Tingkat {len(hasil) + 1}")
        tingkat = [y for x in tingkat for y in x.anak]
    return hasil


def isi_simpul(x: Simpul) -> str:
    """A condition with what measures it and who answers for it, a line each."""
    lain = (f"Indikator: {x.indikator}" if x.indikator else "", f"Pengampu: {x.pengampu}" if x.pengampu else "")
    return "\n".join((x.kondisi, *filter(None, lain)))


@per_buku
def _terpasang(buku: BukuKerja) -> tuple[dict[int, int | None], list[int]]:
    """What each row stands below in the tree, with circles and what is too deep cut off; the rows cut for their depth."""
    atas = dict(induk_pohon(buku)) | {x[0]: None for x in lingkaran(buku)}
    dalam: dict[int, int] = {}
    putus: list[int] = []
    for awal in atas:
        jalur: list[int] = []
        b: int | None = awal
        while b is not None and b not in dalam:
            jalur.append(b)
            b = atas[b]
        for y in reversed(jalur):
            induk = atas[y]
            dalam[y] = 0 if induk is None else dalam[induk] + 1
            if dalam[y] == TERDALAM:
                putus.append(y)
                atas[y], dalam[y] = None, 0
    return atas, putus


def _isi(buku: BukuKerja) -> Mapping[int, dict[str, Nilai]]:
    return buku[LEMBAR].per_baris() if LEMBAR in buku.tabel else {}


def _teks(x: Nilai) -> str:
    return x if type(x) is str else ""
