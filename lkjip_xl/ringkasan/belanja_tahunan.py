"""Belanja with its years side by side: budget, realisasi and serapan of every kind, year by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import Rupiah
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, berisi, kolom_berisi
from lkjip_xl.ringkasan.tahun_lalu import belanja_tahun, tahun_baris_belanja
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

ID = "belanja"
JUMLAH = "Jumlah"
BEBERAPA = 2
ISI = ("anggaran", "realisasi", "serapan", "sisa")
KOLOM = (("anggaran", "Anggaran (Rp)", "rupiah", 18, 0), ("realisasi", "Realisasi (Rp)", "rupiah", 18, 0),
         ("serapan", "Serapan (%)", "persen", 10, None))  # fmt: skip
SISA = ("sisa", "Sisa (Rp)", "rupiah", 18, 0)  # where one year leaves room for it
Jenis = tuple[str, str]  # keys of a kind and of the one above it
Rekaman = Mapping[str, Nilai]
Isi = Mapping[int, Rekaman]  # by year


@per_buku
def tahun_belanja(buku: BukuKerja) -> tuple[int, ...]:
    """The years of Belanja in their order, at most the report year."""
    kini = buku.setelan.get("TahunLaporan")
    semua = {tahun_baris_belanja(buku, r) for _, r in buku[ID].rekaman()}
    return tuple(sorted(t for t in semua if t is not None and (not isinstance(kini, float) or t <= kini)))


@per_buku
def belanja_tahunan(buku: BukuKerja) -> TabelRingkas | None:
    """One row per kind below the one it belongs to, the columns of each year side by side, closed by a total.

    None where Belanja says nothing of the report year.
    """
    kini, tahun = buku.setelan.get("TahunLaporan"), tahun_belanja(buku)
    beberapa = len(tahun) >= BEBERAPA
    if not beberapa and (not isinstance(kini, float) or int(kini) not in tahun):
        return None
    kolom = [
        KolomRingkas(f"{k}_{t}", judul, tipe, lebar, f"Tahun {t}" if beberapa else None, desimal_setelan(buku, "DesimalSerapan") if d is None else d)
        for t in tahun
        for k, judul, tipe, lebar, d in (KOLOM if beberapa else (*KOLOM, SISA))
    ]  # fmt: skip
    rentang = "–".join(str(t) for t in sorted({min(tahun), max(tahun)}))
    return _tabel(buku, f"Anggaran dan Realisasi menurut Jenis Belanja Tahun {rentang}", tahun, kolom)


@per_buku
def anggaran_belanja(buku: BukuKerja) -> TabelRingkas | None:
    """Only the budget of every kind, a column per year up to the report year; None where that has none."""
    kini = buku.setelan.get("TahunLaporan")
    tahun = tahun_belanja(buku)
    if not isinstance(kini, float) or int(kini) not in tahun:
        return None
    beberapa = len(tahun) >= BEBERAPA
    kolom = [
        KolomRingkas(f"anggaran_{t}", f"Tahun {t}" if beberapa else "Anggaran (Rp)", "rupiah", 18, "Anggaran (Rp)" if beberapa else None, 0)
        for t in tahun
    ]  # fmt: skip
    rentang = f"{tahun[0]}–{kini:.0f}" if beberapa else f"{kini:.0f}"
    t = _tabel(buku, f"Anggaran menurut Jenis Belanja Tahun {rentang}", tahun, kolom)
    return t if berisi(t.baris, f"anggaran_{int(kini)}") else None


def _tabel(buku: BukuKerja, judul: str, tahun: Sequence[int], kolom: Sequence[KolomRingkas]) -> TabelRingkas:
    baris = []
    for dalam, milik in _bersusun(_per_jenis(buku, tahun)):
        nilai: dict[str, Nilai] = {"jenis": next(iter(milik.values()))["jenis"]}
        nilai |= {f"{k}_{t}": r[k] for t, r in milik.items() for k in ISI}
        gaya = "jumlah" if baris_jumlah(nilai["jenis"]) else "biasa"
        baris.append(BarisRingkas(nilai, gaya, inden=dalam))
    if (total := _total(buku, tahun, baris)) is not None:
        baris.append(total)
    terpakai = kolom_berisi([KolomRingkas("jenis", "Jenis Belanja", lebar=34, tetap=True, inden=True), *kolom], baris)
    return TabelRingkas(
        lembar=buku[ID].lembar, nomor="", judul=judul, sumber=sumber(buku, ID), satuan="rupiah, serapan dalam persen",
        catatan=(), kolom=terpakai, baris=tuple(baris),
    )  # fmt: skip


def _per_jenis(buku: BukuKerja, tahun: Sequence[int]) -> dict[Jenis, dict[int, Rekaman]]:
    """Rows of every kind by year; the latest year says in which order they stand, totals come last."""
    rekaman = [
        (t, r)
        for _, r in buku[ID].rekaman()
        if (t := tahun_baris_belanja(buku, r)) is not None and t in tahun and r["jenis"] is not None
    ]
    semua: dict[Jenis, dict[int, Rekaman]] = {}
    for t, r in sorted(rekaman, key=lambda x: (baris_jumlah(x[1]["jenis"]), -x[0])):
        semua.setdefault((kunci_teks(r["jenis"]), kunci_teks(r["induk"])), {}).setdefault(t, r)
    return semua


def _bersusun(semua: Mapping[Jenis, Isi]) -> list[tuple[int, Isi]]:
    """Depth and rows of every kind, each behind the one it belongs to; a kind whose parent is not there stands on top."""
    letak: dict[str, int] = {}
    induk: dict[str, str] = {}
    for i, (jenis, atas) in enumerate(semua):
        letak.setdefault(jenis, i)
        induk.setdefault(jenis, atas)
    hasil = []
    for i, ((jenis, atas), milik) in enumerate(semua.items()):
        jalur, lewat = [i], {jenis}
        while atas in letak and atas not in lewat:  # kinds may name each other in a circle
            jalur.insert(0, letak[atas])
            lewat.add(atas)
            atas = induk[atas]
        hasil.append((jalur, milik))
    return [(len(jalur) - 1, milik) for jalur, milik in sorted(hasil, key=lambda x: x[0])]


def _total(buku: BukuKerja, tahun: Sequence[int], baris: Sequence[BarisRingkas]) -> BarisRingkas | None:
    """The sum of each year, where nobody typed one and there is more than one kind to add up."""
    teratas = sum(b.inden == 0 for b in baris)
    kini = buku.setelan.get("TahunLaporan")
    if any(b.gaya == "jumlah" for b in baris) or teratas < BEBERAPA or not isinstance(kini, float):
        return None
    semua = {t: belanja_tahun(buku, t - int(kini)) or Rupiah() for t in tahun}
    nilai: dict[str, Nilai] = {"jenis": JUMLAH}
    for t, rp in semua.items():
        nilai |= {f"anggaran_{t}": rp.pagu, f"realisasi_{t}": rp.realisasi, f"serapan_{t}": rp.serapan}
        if isinstance(rp.pagu, (int, float)) and isinstance(rp.realisasi, (int, float)):
            nilai[f"sisa_{t}"] = rp.pagu - rp.realisasi
    return BarisRingkas(nilai, "jumlah")
