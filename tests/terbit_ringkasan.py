"""The published tables beside the summary sheets: which printed cell is which cell of ours, and where they differ.

A printed number with d decimals equals our value rounded half-up to d decimals; text is compared without regard to
case, spacing and punctuation; a blank or "-" equals a blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from laporan_contoh import AKAR, Baris, baca_csv

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.tabel.model import BukuKerja, Nilai

TANPA_BARIS = "(baris)"


@dataclass(frozen=True)
class Padanan:
    """A published file, the summary it became, how a row is named, printed column → our column."""

    berkas: str
    lembar: str
    kolom: dict[str, str]
    kunci: Callable[[Baris], str] = lambda b: rapat(b["indikator"])
    milik: Callable[[dict[str, Nilai]], str] = lambda n: rapat(n.get("indikator"))
    isi_bersama: frozenset[str] = field(default_factory=lambda: frozenset({"sasaran"}))
    urut: bool = False  # rows correspond by position
    pilih: Callable[[Baris], bool] = lambda b: True
    tidak_dibawa: frozenset[str] = frozenset()  # printed columns no summary shows: what they print, a sheet holds


@dataclass(frozen=True, order=True)
class Beda:
    """One cell in which print and summary differ."""

    berkas: str
    baris: int
    kolom: str
    tercetak: str
    kita: str


def rapat(teks: object) -> str:
    """Text without case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", str(teks or "").casefold())


def letak_baris(laporan: str, p: Padanan, tabel: TabelRingkas) -> list[tuple[Baris, int | None]]:
    """Every published row with the position of ours."""
    terbit = [b for b in baca_csv(AKAR / "tests/data" / laporan / "terbit" / f"{p.berkas}.csv") if p.pilih(b)]
    assert set(terbit[0]) <= p.kolom.keys() | p.tidak_dibawa | {"sumber", "baris"}, set(terbit[0]) - p.kolom.keys()
    letak = _letak(tabel, p)
    posisi = (i if p.urut else letak.get(p.kunci(b)) for i, b in enumerate(terbit))
    return [(b, None if j is None or j >= len(tabel.baris) else j) for b, j in zip(terbit, posisi, strict=True)]


def bandingkan(laporan: str, p: Padanan, buku: BukuKerja) -> tuple[int, list[Beda]]:
    """Number of cells compared and the differences, rows of the print in order."""
    tabel = RINGKASAN[p.lembar](buku)
    beda, banyak = [], 0
    for b, j in letak_baris(laporan, p, tabel):
        if j is None:
            beda.append(Beda(p.berkas, int(b["baris"]), TANPA_BARIS, p.kunci(b), ""))
            continue
        for tercetak, kita in p.kolom.items():
            banyak += 1
            nilai = tabel.nilai(j, kita) if kita in p.isi_bersama else _tampak(tabel, j, kita)
            if not sama(b[tercetak], nilai):
                beda.append(Beda(p.berkas, int(b["baris"]), tercetak, b[tercetak], _tulis(nilai, b[tercetak])))
    return banyak, beda


def sama(tercetak: str, nilai: Nilai) -> bool:
    """Is our value what is printed, to the printed precision?"""
    angka = baca(re.sub(r"\s*\(\w+\)$", "", tercetak))
    if angka.status is Status.KOSONG:
        return nilai is None
    if isinstance(nilai, str) or nilai is None:
        return nilai is not None and rapat(tercetak) == rapat(nilai)
    return angka.status is Status.PASTI and bulat(nilai, angka.desimal) == angka.nilai


def _letak(tabel: TabelRingkas, p: Padanan) -> dict[str, int]:
    hasil: dict[str, int] = {}
    for i, b in enumerate(tabel.baris):
        if b.gaya != "kelompok":
            hasil.setdefault(p.milik(dict(b.nilai)), i)
    return hasil


def _tampak(tabel: TabelRingkas, baris: int, kolom: str) -> Nilai:
    """What the reader sees in the cell: nothing where it lies under a merged cell."""
    tertutup = any(g.kolom == kolom and g.awal < baris <= g.akhir for g in tabel.gabung)
    return None if tertutup else tabel.baris[baris].nilai.get(kolom)


def _tulis(nilai: Nilai, tercetak: str) -> str:
    if nilai is None or isinstance(nilai, str):
        return str(nilai or "")
    return f"{bulat(nilai, baca(tercetak).desimal or 2):.15g}"


def tahun(tingkat: str) -> dict[str, str]:
    """Columns of one year: "_2023" → "_1"."""
    return {f"{k}_{tingkat}": k for k in ("target", "realisasi", "capaian")}


_UKURAN = {k: k for k in ("sasaran", "indikator", "target", "realisasi", "capaian")}
_TOTAL = {"capaiankinerja": "capaiankinerja"}


def _nomor_level(b: Baris) -> str:
    return f"{b['no_sasaran']}|{b['level']}"


MAGETAN = (
    Padanan("capaian", "Capaian Kinerja", _UKURAN | {"kategori": "kategori", "sumber_data": "sumber_data"}),
    Padanan("capaian_analisis", "Analisis Kinerja", _UKURAN),
    Padanan(
        "capaian_penutup", "Capaian Kinerja", _UKURAN, pilih=lambda b: b["indikator"] != "",
        tidak_dibawa=frozenset({"kategori"}),
    ),
    Padanan(
        "capaian_penutup", "Simpulan", {"capaian": "capaian", "kategori": "kategori"},
        kunci=lambda b: rapat(b["sasaran"]), milik=lambda n: rapat(n["sasaran"]),
        pilih=lambda b: b["indikator"] == "", tidak_dibawa=frozenset(_UKURAN),
    ),
    Padanan(
        "perbandingan_tahun", "Perbandingan Tahun",
        {"sasaran": "sasaran", "indikator": "indikator"}
        | {f"{u}_{t}": u + a for t, a in ((2022, "_2"), (2023, "_1"), (2024, "")) for u in ("target", "realisasi", "capaian")},
    ),
    Padanan(
        "kemajuan_renstra", "Kemajuan Renstra",
        {"no": "no", "sasaran": "sasaran", "indikator": "indikator", "realisasi_2024": "realisasi",
         "target_akhir_renstra": "target_akhir", "tingkat_kemajuan": "kemajuan"},
        isi_bersama=frozenset({"no", "sasaran"}),
    ),
    Padanan(
        "standar_pembanding", "Pembanding Standar",
        {"no": "no", "sasaran": "sasaran", "indikator": "indikator", "realisasi_2024": "realisasi", "standar": "nilai",
         "pembanding": "nama", "capaian": "terhadap"},
    ),
    Padanan(
        "program_penunjang", "Program Penunjang",
        {"sasaran": "sasaran", "indikator_sasaran": "indikator", "capaian_sasaran": "capaian", "level": "level",
         "nama": "nama", "indikator": "indikator_program", "capaian": "capaian_program", "anggaran": "anggaran",
         "menunjang": "menunjang"},
        urut=True,
    ),
    Padanan(
        "realisasi_anggaran", "Realisasi Anggaran",
        {"no": "no", "nama": "nama", "bidang_pengampu": "bidang", "anggaran": "pagu", "realisasi": "realisasi_rp",
         "capaian": "serapan"},
        urut=True, tidak_dibawa=frozenset({"level"}),
    ),
    Padanan(
        "efisiensi_sasaran", "Efisiensi Sasaran",
        _UKURAN | {"anggaran": "pagu", "realisasi_anggaran": "realisasi_rp", "serapan": "serapan", "efisiensi": "efisiensi"},
        pilih=lambda b: b["indikator"] != "",
    ),
    Padanan(
        "efisiensi_sasaran", "Efisiensi Sasaran",
        {"capaian": "capaian", "serapan": "serapan", "efisiensi": "efisiensi"},
        kunci=lambda b: rapat(b["sasaran"]), pilih=lambda b: b["indikator"] == "",
        tidak_dibawa=frozenset({"sasaran", "indikator", "target", "realisasi", "anggaran", "realisasi_anggaran"}),
    ),
    Padanan(
        "efisiensi_program", "Efisiensi Program",
        {"no": "no", "nama": "nama", "target": "target", "realisasi": "realisasi", "capaian": "capaian",
         "anggaran": "pagu", "realisasi_anggaran": "realisasi_rp", "serapan": "serapan", "efisiensi": "efisiensi"},
        urut=True, tidak_dibawa=frozenset({"level"}),
    ),
    Padanan(
        "simpulan_sasaran", "Simpulan",
        {k: k for k in ("jumlah", "jumlah_indikator", "capaian", "kategori")},
        kunci=_nomor_level, milik=lambda n: f"{n.get('no') or 0:.0f}|{str(n.get('level')).casefold()}",
        pilih=lambda b: b["indikator_tercapai"] == "",
        tidak_dibawa=frozenset({"no_sasaran", "sasaran", "level", "indikator_tercapai", "indikator_belum_tercapai"}),
    ),
    Padanan(
        "simpulan_sasaran", "Simpulan", {"indikator_tercapai": "tercapai", "indikator_belum_tercapai": "belum"},
        kunci=_nomor_level, milik=lambda n: f"{n.get('no') or 0:.0f}|{str(n.get('level')).casefold()}",
        pilih=lambda b: b["indikator_tercapai"] != "",
        tidak_dibawa=frozenset({"no_sasaran", "sasaran", "level", "jumlah", "jumlah_indikator", "capaian", "kategori"}),
    ),
)  # fmt: skip

LAMONGAN = (
    Padanan("capaian", "Capaian Kinerja", _UKURAN),
    Padanan("capaian_ulang", "Capaian Kinerja", {k: k for k in ("indikator", "target", "realisasi", "capaian")}),
    Padanan(
        "perbandingan_tahun", "Perbandingan Tahun",
        {"indikator": "indikator", "target_2023": "target", "realisasi_2022": "realisasi_1", "realisasi_2023": "realisasi"},
    ),
    Padanan(
        "sasaran_rpjmd", "Perbandingan Tahun",
        {"sasaran": "sasaran", "indikator": "indikator", "satuan": "satuan", "target_2022": "target_1",
         "target_2023": "target", "realisasi_2022": "realisasi_1", "tahun_2023_target": "target",
         "tahun_2023_realisasi": "realisasi", "tahun_2023_capaian": "capaian"},
        tidak_dibawa=frozenset({"target_2021", "target_2024", "target_2025", "target_2026"}),
    ),
    Padanan(
        "sasaran_rpjmd", "Kemajuan Renstra", {"target_2026": "target_akhir", "tahun_2023_capaian": "capaian"},
        tidak_dibawa=frozenset({"sasaran", "indikator", "satuan", "realisasi_2022", "tahun_2023_target",
                                "tahun_2023_realisasi", *(f"target_{t}" for t in range(2021, 2026))}),
    ),
    Padanan(
        "pembanding_nasional", "Pembanding Standar",
        {"sasaran": "sasaran", "indikator": "indikator", "pd_target": "target", "pd_realisasi": "realisasi",
         "nasional_target": "target_pembanding", "nasional_realisasi": "nilai"},
    ),
    Padanan(
        "alokasi_sasaran", "Efisiensi Sasaran",
        {"sasaran": "sasaran", "indikator": "indikator", "anggaran": "pagu", "realisasi_anggaran": "realisasi_rp",
         "capaian_persen": "serapan"},
    ),
    Padanan(
        "efisiensi", "Efisiensi Sasaran",
        {"sasaran": "sasaran", "indikator": "indikator", "capaian_kinerja_persen": "capaian",
         "capaian_anggaran_persen": "serapan", "tingkat_efisien_persen": "efisiensi"},
    ),
    Padanan(
        "realisasi_anggaran", "Realisasi Anggaran",
        {"no": "no", "nama": "nama", "anggaran": "pagu", "realisasi": "realisasi_rp", "persen": "serapan"},
        urut=True, tidak_dibawa=frozenset({"level"}),
    ),
)  # fmt: skip
SEMUA = {"magetan-2024": MAGETAN, "lamongan-2023": LAMONGAN}


def semua_beda(laporan: str, buku: BukuKerja) -> Iterator[tuple[Padanan, int, list[Beda]]]:
    """Every published table of a report with the number of cells compared and its differences."""
    for p in SEMUA[laporan]:
        yield p, *bandingkan(laporan, p, buku)
