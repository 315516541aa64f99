"""Totals of free tables against the rows above them; whatever may be no sum of all rows is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum

from lkjip_xl.inti.bacaan import Bacaan
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tabel_bebas import ID_BEBAS, ISI, JUMLAH, KEPALA, TabelBebas, berangka, daftar_tabel_bebas
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import Selang, cetak

_BUKAN_JUMLAH = re.compile(
    r"%|persen|\b(?:no|nomor|kode|tahun|thn|rata|indeks|nilai|skor|rasio|peringkat|ranking|capaian|bobot|kategori|umur|usia|harga|tarif|per)\b",
    re.IGNORECASE,
)
_NOMOR = re.compile(r"\s*((?:[0-9]+|[a-z]|[ivx]+)(?:\.[0-9a-z]+)*)[.)]?(?:\s|$)", re.IGNORECASE)
TAHUN = (1900, 2100)
SEDIKITNYA = 2  # rows that make a sum


@dataclass(frozen=True, slots=True)
class _Hasil:
    """One total: does it follow from the rows in any way; if not, what all rows above it give and which these are."""

    cocok: bool
    jumlah: float
    baris: tuple[int, ...]


@aturan(
    kode=("TB-10", "TB-11"),
    lembar=(ID_BEBAS,),
    baca=perlu(tabel_bebas="judul baris k1-10 ?bagian"),
)
def jumlah_tabel_bebas(buku: BukuKerja, lapor: Pelapor) -> None:
    """Baris jumlah tabel bebas sama dengan jumlah baris di atasnya, dan tiap tabel berjudul."""
    for t in daftar_tabel_bebas(buku):
        if t.baris and not t.judul:
            b, _, isi = t.baris[0]
            lapor("TB-11", Rujukan(ID_BEBAS, b, next(iter(isi))))
        for r, h in _keliru(buku, t):
            lapor("TB-10", r, seharusnya=h.jumlah, terkait=[Rujukan(ID_BEBAS, b, r.kolom) for b in h.baris])


def _keliru(buku: BukuKerja, t: TabelBebas) -> Iterator[tuple[Rujukan, _Hasil]]:
    angka: dict[str, dict[int, Bacaan]] = {}
    for b, k, x in berangka(buku, t):
        angka.setdefault(k, {})[b] = x
    dijumlah = [k for k in angka if _dapat_dijumlah(t, k, angka[k])]
    for total, _ in t.menurut(JUMLAH):
        hasil = {k: h for k in dijumlah if total in angka[k] and (h := _periksa(t, k, angka[k], total)) is not None}
        salah = {k: h for k, h in hasil.items() if not h.cocok}
        # of several columns one must add up, or the row is a total of something else
        if salah and (len(hasil) == 1 or len(salah) < len(hasil)):
            yield from ((Rujukan(ID_BEBAS, total, k), h) for k, h in salah.items())


def _dapat_dijumlah(t: TabelBebas, kolom: str, angka: dict[int, Bacaan]) -> bool:
    """Plain amounts: no percentages, years, running numbers or measures, and nothing unreadable between them."""
    isi = [(b, x[kolom]) for b, x in t.menurut(ISI) if kolom in x]
    if any(_BUKAN_JUMLAH.search(x.get(kolom, "")) for _, x in t.menurut(KEPALA)) or any("%" in x for _, x in isi):
        return False
    nilai = [angka[b].nilai for b, _ in isi if b in angka]
    kosong = sum(x.strip() in {"-", "–", "—"} for b, x in isi if b not in angka)
    if len(nilai) < SEDIKITNYA or len(nilai) + kosong < len(isi):
        return False
    berurut = nilai == [float(n) for n in range(1, len(nilai) + 1)]
    tahun = all(x is not None and x == int(x) and TAHUN[0] <= x <= TAHUN[1] for x in nilai)
    return not berurut and not tahun


def _periksa(t: TabelBebas, kolom: str, angka: dict[int, Bacaan], total: int) -> _Hasil | None:
    """One total against every way in which rows above it may make it up."""
    atas = [(b, j, x) for b, j, x in t.baris if b < total and j != KEPALA and b in angka]
    rincian = [b for b, j, _ in atas if j == ISI]
    batas = max((b for b, j, _ in atas if j == JUMLAH), default=0)
    bagian = [b for b in rincian if b > batas]
    sub = [b for b, j, _ in atas if j == JUMLAH]
    if len(rincian) < SEDIKITNYA:
        return None
    tertulis = _selang(angka[total])
    calon = [rincian, bagian, sub, sub + bagian, _teratas(t, rincian)]
    calon += [rincian[i:] for i in range(1, len(rincian))] + [rincian[:i] for i in range(1, len(rincian))]
    cocok = any(_jumlah(angka, c).bertemu(tertulis) for c in calon if c) or _rata(angka, rincian).bertemu(tertulis)
    dipakai = bagian if len(bagian) >= SEDIKITNYA else rincian
    jumlah = fsum(x for b in dipakai if (x := angka[b].nilai) is not None)
    return _Hasil(cocok, float(f"{jumlah:.15g}"), tuple(dipakai))


def _teratas(t: TabelBebas, rincian: list[int]) -> list[int]:
    """Rows with the shortest number before their name (1, 2 and not 1.1, 1.2), or those that are no letters under numbers."""
    dalam: dict[int, int] = {}
    for b, _, isi in t.baris:
        m = _NOMOR.match(next(iter(isi.values())))
        if b in rincian:
            dalam[b] = m.group(1).count(".") + m.group(1)[0].isalpha() if m else 9
    atas = min(dalam.values(), default=0)
    return [b for b in rincian if dalam.get(b) == atas]


def _selang(b: Bacaan) -> Selang:
    return cetak(b.nilai or 0.0, b.desimal or 0) if b.desimal else Selang(b.nilai or 0.0, b.nilai or 0.0)


def _jumlah(angka: dict[int, Bacaan], baris: list[int]) -> Selang:
    semua = [_selang(angka[b]) for b in baris]
    return Selang(fsum(s.bawah for s in semua), fsum(s.atas for s in semua))


def _rata(angka: dict[int, Bacaan], baris: list[int]) -> Selang:
    s = _jumlah(angka, baris)
    return Selang(s.bawah / len(baris) - 0.5, s.atas / len(baris) + 0.5)
