"""Capaian per Triwulan: target, realisasi and capaian of each quarter, of indicators and below them of subkegiatan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.desimal import desimal_nilai
from lkjip_xl.ringkasan.indikator import (
    LABEL_JENJANG,
    Indikator,
    daftar_indikator,
    kamus_indikator,
    nilai_tampak,
    per_jenjang,
)
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas
from lkjip_xl.ringkasan.perakit import LEBAR_ANGKA, NAIK, Perakit, identitas, kolom_identitas, rumus_menurut
from lkjip_xl.ringkasan.poin import capaian_pasangan
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, PERUBAHAN, TW

LEMBAR = "Capaian per Triwulan"
UKURAN = (("target", "Target", "angka"), ("realisasi", "Realisasi", "angka"), ("capaian", "Capaian (%)", "persen"))


@per_buku
def capaian_triwulan(buku: BukuKerja) -> TabelRingkas:
    """One row per indicator of Pengukuran with any quarter, then the subkegiatan of the sheet of quarters."""
    indikator = daftar_indikator(buku)
    perakit = Perakit({"sasaran": ("sasaran",)})
    arah: set[str] = set()  # of the rows that have a capaian
    for judul, isi in per_jenjang(indikator):
        baris = [(x, b) for x in isi if (b := _baris_indikator(buku, x)) is not None]
        if baris:
            perakit.kelompok(judul)
        for x, b in baris:
            perakit.tambah(b, sasaran=x.sasaran)
            arah |= {str(x.arah or NAIK)} if _terukur(b) else set()
    sub = list(_subkegiatan(buku))
    if sub:
        perakit.kelompok(LABEL_JENJANG["subkegiatan"])
    for b in sub:
        perakit.tambah(b)
        arah |= {str(b.nilai["arah"] or NAIK)} if _terukur(b) else set()
    kolom = kolom_identitas(indikator)
    for tw, nama in TW.items():
        kolom += [
            KolomRingkas(f"{ukuran}_{tw}", teks, tipe, LEBAR_ANGKA, kelompok=f"Triwulan {nama}", desimal=desimal)
            for ukuran, teks, tipe in UKURAN
            for desimal in [2 if tipe == "persen" else None]
        ]
    return perakit.jadi(
        buku,
        LEMBAR,
        kolom,
        sumber=sumber(buku, ID_TRIWULAN),
        satuan="target dan realisasi dalam satuan indikator, capaian dalam persen",
        catatan=[*rumus_menurut(arah), *_catatan_nol(perakit.baris)],
    )


def _catatan_nol(baris: Iterable[BarisRingkas]) -> list[str]:
    """What the capaian of a quarter without a target says: nothing was due, and nothing missing."""
    nol = any(b.nilai.get(f"target_{tw}") == 0 == b.nilai.get(f"realisasi_{tw}") for b in baris for tw in TW)
    return (
        ["Triwulan dengan target 0 dan realisasi 0: capaian 100, karena belum ada yang harus dicapai."] if nol else []
    )


def _terukur(b: BarisRingkas) -> bool:
    return any(b.nilai.get(f"capaian_{tw}") is not None for tw in TW)


def _baris_indikator(buku: BukuKerja, x: Indikator) -> BarisRingkas | None:
    nilai: dict[str, Nilai] = {}
    desimal: dict[str, int] = {}
    ukur = buku.indeks.baris("pengukuran", "kode", x.kode)
    for tw in TW:
        target = _target(buku, x.kode, tw)
        _catat(nilai, desimal, f"target_{tw}", *target)
        if ukur is not None:
            _catat(nilai, desimal, f"realisasi_{tw}", *_realisasi(buku, x.kode, ukur, tw))
    if not nilai:
        return None
    bawah = buku.setelan.get("BatasBawahCapaian")
    for tw in TW:
        pasangan = (nilai.get(f"target_{tw}"), nilai.get(f"realisasi_{tw}"))
        hasil = capaian_pasangan(buku, x, *pasangan, x.batas, bawah)
        _catat(nilai, desimal, f"capaian_{tw}", hasil, x.desimal)
    return BarisRingkas(identitas(x) | nilai, desimal=desimal)


def _rumah(buku: BukuKerja, kode: str, tw: str) -> int | None:
    """Row of a quarter in its home."""
    t = buku[ID_TRIWULAN]
    semua = buku.indeks.semua(ID_TRIWULAN, "kode", kode)
    return next((b for b in semua if t.nilai(b, "tw") == TW[tw]), None)


def _target(buku: BukuKerja, kode: str, tw: str) -> tuple[Nilai, int | None]:
    """Of the home; in an older workbook of the PK that counts."""
    letak = _rumah(buku, kode, tw)
    if letak is not None and (x := nilai_tampak(buku[ID_TRIWULAN], letak, "target")) is not None:
        return x, desimal_nilai(buku[ID_TRIWULAN], letak, "target", x)
    t = buku["pk"]
    pk = sorted(buku.indeks.semua("pk", "kode", kode), key=lambda b: t.nilai(b, "versi") != PERUBAHAN)
    x = t.nilai(pk[0], tw) if pk else None
    return (x, desimal_nilai(t, pk[0], tw, x)) if pk else (None, None)


def _realisasi(buku: BukuKerja, kode: str, ukur: int, tw: str) -> tuple[Nilai, int | None]:
    letak, t = _rumah(buku, kode, tw), buku["pengukuran"]
    kata = None if letak is None else nilai_tampak(buku[ID_TRIWULAN], letak, "realisasi")
    if isinstance(kata, str):
        return kata, None
    x = t.nilai(ukur, tw)
    if letak is not None and buku[ID_TRIWULAN].nilai(letak, "realisasi") == x:
        return x, desimal_nilai(buku[ID_TRIWULAN], letak, "realisasi", x)
    return x, desimal_nilai(t, ukur, tw, x)


def _subkegiatan(buku: BukuKerja) -> Iterator[BarisRingkas]:
    """Rows of the home whose kode is no indicator's, one per kode."""
    t, kamus = buku[ID_TRIWULAN], kamus_indikator(buku)
    kolom = {nama: tw for tw, nama in TW.items()}
    baris: dict[str, tuple[dict[str, Nilai], dict[str, int]]] = {}
    for letak, r in t.rekaman():
        kode, tw = r["kode"], r["tw"]
        if not isinstance(kode, str) or isinstance(kode, Galat) or kunci_teks(kode) in kamus or tw not in kolom:
            continue
        kepala = {"kode": kode, "arah": r["arah"], "indikator": r["nama"] or kode, "satuan": r["satuan"]}
        nilai, desimal = baris.setdefault(kunci_teks(kode), (kepala, {}))
        for ukuran, _, tipe in UKURAN:
            x = t.harap(letak, ukuran) if ukuran == "capaian" else r[ukuran]
            _catat(
                nilai,
                desimal,
                f"{ukuran}_{kolom[str(tw)]}",
                x,
                2 if tipe == "persen" else desimal_nilai(t, letak, ukuran, x),
            )
    for nilai, desimal in baris.values():
        if any(k.startswith(("target_", "realisasi_")) for k in nilai):
            yield BarisRingkas(nilai, desimal=desimal)


def _catat(nilai: dict[str, Nilai], desimal: dict[str, int], kolom: str, x: Nilai, banyak: int | None) -> None:
    if x is not None:
        nilai[kolom] = x
        if banyak is not None:
            desimal[kolom] = banyak
