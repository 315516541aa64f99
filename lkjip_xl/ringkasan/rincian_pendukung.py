"""The small tables of Data Pendukung as they are printed, each with the indicator it details."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.desimal import desimal_nilai
from lkjip_xl.ringkasan.indikator import nilai_tampak
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.tabel.rincian_tersebut import indikator_tersebut

ID = "data_pendukung"
URAIAN, SATUAN, NILAI = "Uraian", "Satuan", "Nilai"
Rekaman = tuple[int, Mapping[str, Nilai]]


@dataclass(frozen=True, slots=True)
class RincianPendukung:
    """One of these tables; kode: key of the indicator its title names, or whose components it holds; "" for none or several."""

    kode: str
    tabel: TabelRingkas


@dataclass(slots=True)
class _Baris:
    uraian: str
    sel: dict[str, Rekaman] = field(default_factory=dict)  # by the key of its column


@per_buku
def rincian_pendukung(buku: BukuKerja) -> tuple[RincianPendukung, ...]:
    """Every table of the sheet with any figure in it, in their order: rows down, columns across."""
    semua: dict[str, list[Rekaman]] = {}
    for letak, r in buku[ID].rekaman():
        if r["tabel"] is not None and r["uraian"] is not None:
            semua.setdefault(kunci_teks(r["tabel"]), []).append((letak, r))
    kenal = [(r["kode"], r["indikator"]) for _, r in buku["indikator"].rekaman()]

    def kode(isi: Sequence[Rekaman]) -> str:
        return indikator_tersebut(str(isi[0][1]["tabel"]), kenal) or _berkomponen(buku, isi)

    return tuple(
        RincianPendukung(kunci_teks(kode(isi)), _tabel(buku, isi))
        for isi in semua.values()
        if any(nilai_tampak(buku[ID], letak, "nilai") is not None for letak, _ in isi)
    )


def _berkomponen(buku: BukuKerja, isi: Sequence[Rekaman]) -> str:
    """The kode of the one indicator whose numerator and denominator both stand in the table."""
    angka = {r["nilai"] for _, r in isi if isinstance(r["nilai"], (int, float))}
    milik = [
        str(r["kode"])
        for _, r in buku["pengukuran"].rekaman()
        if r["kode"] is not None and r["pembilang"] != r["penyebut"] and {r["pembilang"], r["penyebut"]} <= angka
    ]
    return milik[0] if len(milik) == 1 else ""


def _tabel(buku: BukuKerja, isi: Sequence[Rekaman]) -> TabelRingkas:
    lajur = {kunci_teks(r["kolom"]): str(r["kolom"] or NILAI) for _, r in isi}
    barisan = _barisan(isi)
    per_lajur = {k: _satuan(b.sel[k] for b in barisan if k in b.sel) for k in lajur}
    per_baris = [_satuan(b.sel.values()) for b in barisan]
    di_kepala = all(len(s) <= 1 for s in per_lajur.values())
    di_baris = not di_kepala and all(len(s) <= 1 for s in per_baris)
    kolom = [KolomRingkas(URAIAN, URAIAN, lebar=34, tetap=True)]
    if di_baris:
        kolom.append(KolomRingkas(SATUAN, SATUAN, "pilihan", 13))
    for k, judul in lajur.items():
        satuan = f" ({next(iter(per_lajur[k]))})" if di_kepala and per_lajur[k] else ""
        kolom.append(KolomRingkas(f"k {k}", f"{judul}{satuan}", "angka", 14, tetap=True))
    baris = []
    for b, satuan in zip(barisan, per_baris, strict=True):
        nilai: dict[str, Nilai] = {URAIAN: b.uraian}
        desimal: dict[str, int] = {}
        if di_baris and satuan:
            nilai[SATUAN] = next(iter(satuan))
        for k, (letak, r) in b.sel.items():
            nilai[f"k {k}"] = x = nilai_tampak(buku[ID], letak, "nilai")
            d = desimal_nilai(buku[ID], letak, "nilai", x)
            if not di_kepala and not di_baris and isinstance(x, (int, float)) and r["satuan"] is not None:
                nilai[f"k {k}"] = f"{tulis(x, d)} {r['satuan']}"
            elif d is not None:
                desimal[f"k {k}"] = d
        baris.append(BarisRingkas(nilai, "jumlah" if baris_jumlah(b.uraian) else "biasa", desimal))
    return TabelRingkas(
        lembar=buku[ID].lembar, nomor="", judul=str(isi[0][1]["tabel"]), sumber=sumber(buku, ID), satuan="sebagaimana kepala kolom",
        catatan=(), kolom=tuple(kolom), baris=tuple(baris),
    )  # fmt: skip


def _barisan(isi: Sequence[Rekaman]) -> list[_Baris]:
    """The rows in their order; a cell given twice begins another row, so that none is lost."""
    hasil: list[_Baris] = []
    milik: dict[str, _Baris] = {}
    for letak, r in isi:
        u, k = kunci_teks(r["uraian"]), kunci_teks(r["kolom"])
        if u not in milik or k in milik[u].sel:
            milik[u] = _Baris(str(r["uraian"]))
            hasil.append(milik[u])
        milik[u].sel[k] = (letak, r)
    return hasil


def _satuan(sel: Iterable[Rekaman]) -> dict[str, None]:
    return dict.fromkeys(str(r["satuan"]) for _, r in sel if r["satuan"] is not None)
