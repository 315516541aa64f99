"""Which row of the outside table is which row of the sheet: by kode, by name with its spelling variants, by figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from lkjip_xl.cocokkan.kolom import Kepala
from lkjip_xl.cocokkan.sisi import BarisSisi, Sisi, baku_nama, baris_total
from lkjip_xl.cocokkan.tabel_luar import Isi, TabelLuar
from lkjip_xl.inti.kemiripan import PANJANG_MAKS, mirip
from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.tabel.hierarki import LEVEL

PASTI = 97.0
BATAS = 78.0
KODE = ("kode", "no")
PASANGAN_MAKS = 400_000  # pairs of rows that are all compared; beyond it each row only with the nearest names
CALON_MAKS = 10


@dataclass(frozen=True, slots=True)
class BarisLuar:
    """A row of the outside table: its number, cells by column, name, level and rows above where columns say so."""

    nomor: int
    isi: dict[int, Isi]
    nama: str = ""
    kolom_nama: int = 0
    level: str | None = None
    induk: tuple[str, ...] = ()
    versi: str | None = None


@dataclass(slots=True)
class Padanan:
    """Rows of both sides that belong together (outside, sheet, how sure), and what is left on either side."""

    pasangan: list[tuple[BarisLuar, BarisSisi, float]] = field(default_factory=list)
    lebih: list[BarisLuar] = field(default_factory=list)
    kurang: list[BarisSisi] = field(default_factory=list)
    ganda: list[tuple[BarisLuar, BarisLuar]] = field(default_factory=list)


def baris_luar(luar: TabelLuar, kepala: Kepala, kolom: Mapping[int, str], nama: str | None) -> list[BarisLuar]:
    """Data rows below the header: numbering rows and rows of totals left out, merged names carried down."""
    hasil = []
    letak = {n: k for k, n in kolom.items()}
    kolom_nama = letak.get(nama or "", 0)
    urut_level = sorted(kepala.level, key=lambda k: LEVEL.index(kepala.level[k]))
    bawa: dict[int, str] = {}
    for b, isi in luar.per_baris().items():
        if b <= kepala.baris or all(re.fullmatch(r"\(?\d{1,2}\)?", i.teks) for i in isi.values()):
            continue
        if urut_level:
            terisi = [k for k in urut_level if k in isi]
            if not terisi:
                continue
            for i, k in enumerate(urut_level):
                if k in isi:
                    if bawa.get(k) != isi[k].teks:
                        bawa = {x: bawa[x] for x in urut_level[:i] if x in bawa}
                    bawa[k] = isi[k].teks
            k = terisi[-1]
            atas = tuple(
                bawa[x] for x in reversed(urut_level) if x in bawa and urut_level.index(x) < urut_level.index(k)
            )
            hasil.append(BarisLuar(b, isi, isi[k].teks, k, kepala.level[k], atas, _kecil(isi, letak.get("versi"))))
        else:
            teks = isi[kolom_nama].teks if kolom_nama in isi else ""
            if teks or any(kolom.get(k) in KODE for k in isi):
                level, versi = _kecil(isi, letak.get("level")), _kecil(isi, letak.get("versi"))
                hasil.append(BarisLuar(b, isi, teks, kolom_nama, level, versi=versi))
    return hasil


def _kecil(isi: Mapping[int, Isi], kolom: int | None) -> str | None:
    return kunci_teks(isi[kolom].teks) if kolom is not None and kolom in isi else None


def pasangkan(
    luar: list[BarisLuar], sisi: Sisi, kolom: Mapping[int, str], nama: str | None,
    angka_sama: Callable[[BarisLuar, BarisSisi], int],
) -> Padanan:  # fmt: skip
    """Assign the rows; angka_sama counts the equal figures of two rows."""
    hasil = Padanan()
    sisa_luar, sisa = _menurut_kode(hasil, luar, list(sisi.baris), kolom)
    terpakai = [b for b in sisa if b.isi(nama or "") is not None]
    skor = []
    calon = _calon(sisa_luar, terpakai, nama)
    for i, o in enumerate(sisa_luar):
        for j in calon(i):
            t = terpakai[j]
            s = _mirip(o, t, nama, kolom)
            if s >= BATAS:
                skor.append((-round(s, 1), -angka_sama(o, t), abs(i - j), i, j))
    dapat_luar, dapat = set(), set()
    for s, _, _, i, j in sorted(skor):
        if i not in dapat_luar and j not in dapat:
            dapat_luar.add(i)
            dapat.add(j)
            hasil.pasangan.append((sisa_luar[i], terpakai[j], -s))
    hasil.lebih = [o for i, o in enumerate(sisa_luar) if i not in dapat_luar]
    hasil.kurang = [t for j, t in enumerate(terpakai) if j not in dapat]
    _menurut_angka(hasil, angka_sama)
    _pisahkan_ganda(hasil)
    hasil.pasangan.sort(key=lambda p: p[0].nomor)
    return hasil


def _calon(luar: list[BarisLuar], sisi: list[BarisSisi], nama: str | None) -> Callable[[int], Iterable[int]]:
    """Rows of the sheet worth comparing with an outside row: all of them, or in large tables those with the nearest names."""
    if len(luar) * len(sisi) <= PASANGAN_MAKS:
        return lambda i: range(len(sisi))
    from rapidfuzz import process

    daftar = [baku_nama(t.isi(nama or ""))[:PANJANG_MAKS] for t in sisi]

    def dekat(i: int) -> list[int]:
        cari = baku_nama(luar[i].nama)[:PANJANG_MAKS]
        return [j for _, _, j in process.extract(cari, daftar, scorer=fuzz.ratio, score_cutoff=BATAS, limit=CALON_MAKS)]

    return dekat


def _menurut_kode(
    hasil: Padanan, luar: list[BarisLuar], sisi: list[BarisSisi], kolom: Mapping[int, str]
) -> tuple[list[BarisLuar], list[BarisSisi]]:
    """Rows whose kode says it all; a kode on several rows of a side says nothing."""
    k = next((k for k, n in kolom.items() if n == "kode"), None)
    if k is None:
        return luar, sisi
    kiri_versi = any(o.versi for o in luar)
    kiri = _tunggal(((*ruas(o.isi[k].teks), o.versi), o) for o in luar if k in o.isi)
    kanan = _tunggal(((*ruas(t.isi("kode")), kunci_teks(t.versi) if kiri_versi else None), t) for t in sisi)
    for kode in kiri.keys() & kanan.keys():
        hasil.pasangan.append((kiri[kode], kanan[kode], 100.0))
    tetap = {id(x) for p in hasil.pasangan for x in p[:2]}
    return [o for o in luar if id(o) not in tetap], [t for t in sisi if id(t) not in tetap]


def _tunggal(pasangan: Iterable[tuple[tuple, object]]) -> dict:
    hasil: dict = {}
    for k, x in pasangan:
        if len(k) > 1:  # a kode, not only a version
            hasil[k] = None if k in hasil else x
    return {k: x for k, x in hasil.items() if x is not None}


def _mirip(o: BarisLuar, t: BarisSisi, nama: str | None, kolom: Mapping[int, str]) -> float:
    """Likeness of the names, less where level, rows above or other texts of the rows disagree."""
    if not _sejenis(o, t):
        return 0.0
    a, b = baku_nama(o.nama), baku_nama(t.isi(nama or ""))
    if not a or not b:
        return 0.0
    skor = 100.0 if a == b else mirip(a, b)
    if o.induk and t.induk:
        skor -= (100 - mirip(baku_nama(o.induk[0]), baku_nama(t.induk[0]))) * 0.1
    for k, n in kolom.items():
        lain = t.isi(n)
        if n not in (nama, *KODE) and k in o.isi and isinstance(lain, str):
            skor -= (100 - mirip(baku_nama(o.isi[k].teks), baku_nama(lain))) * 0.02
    return skor


def _menurut_angka(hasil: Padanan, angka_sama: Callable[[BarisLuar, BarisSisi], int]) -> None:
    """Leftover rows of one level under one parent that show the same figures: one of the names is wrong."""
    if len(hasil.lebih) * len(hasil.kurang) > PASANGAN_MAKS:  # figures alone prove nothing among so many
        return
    for o in list(hasil.lebih):
        calon = [t for t in hasil.kurang if _setempat(o, t) and angka_sama(o, t) >= 2]
        if len(calon) == 1:
            hasil.lebih.remove(o)
            hasil.kurang.remove(calon[0])
            hasil.pasangan.append((o, calon[0], 0.0))


def _sejenis(o: BarisLuar, t: BarisSisi) -> bool:
    """No two rows of different levels or versions belong together."""
    return all(a is None or b is None or a == kunci_teks(b) for a, b in ((o.level, t.level), (o.versi, t.versi)))


def _setempat(o: BarisLuar, t: BarisSisi) -> bool:
    if not _sejenis(o, t):
        return False
    return not (o.induk and t.induk) or mirip(baku_nama(o.induk[0]), baku_nama(t.induk[0])) >= BATAS


def _pisahkan_ganda(hasil: Padanan) -> None:
    """A leftover row named like one already placed is written twice; totals without a row of their own are no rows."""
    sisa = []
    ada: dict[tuple, BarisLuar] = {}
    for p, _, _ in hasil.pasangan:
        ada.setdefault((baku_nama(p.nama), p.induk, p.level, p.versi), p)
    for o in hasil.lebih:
        kembar = ada.get((baku_nama(o.nama), o.induk, o.level, o.versi))
        if kembar is not None and o.nama:
            hasil.ganda.append((o, kembar))
        elif not baris_total(o.nama):
            sisa.append(o)
    hasil.lebih = sisa
    hasil.kurang = [t for t in hasil.kurang if not t.jumlah and not any(baris_total(x[0]) for x in t.nilai.values())]
