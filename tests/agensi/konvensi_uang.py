"""Conventions of money: physical progress, spending alone in percent, amounts in juta or miliar, a shift of the budget; each by its
own few lines of arithmetic."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, persen
from agensi.model import Atur, Baris, Gaya, Naskah
from agensi.ragam import ragam, ragam_terakhir
from agensi.tanam import KOSONG, induk
from agensi.tanam import atur as setelan

TERKECIL, TERKECIL_RUPIAH = 10_000_000, 100_000_000
UANG = {
    "anggaran": ("pagu", "realisasi_rp", "sisa"),
    "pk_program": ("anggaran",),
    "renja": ("pagu_sebelum", "pagu_penjabaran", "pagu_setelah", "bertambah", "pagu_prakiraan"),
    "tc27": ("rp_1", "rp_2", "rp_3", "rp_4", "rp_5", "rp_6", "rp_akhir"),
    "belanja": ("anggaran", "realisasi", "sisa"),
}


def _rupiah(teks: str) -> float | None:
    """A plain amount printed here, one in brackets less than nought; None where it is none."""
    if not any(c.isdigit() for c in teks) or any(k in teks for k in ("ribu", "juta", "miliar")):
        return None
    return -baca(teks.strip("()")) if teks.startswith("(") else baca(teks)


@ragam
def fisik_dan_keuangan(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Physical progress beside the spending, all of it done or nearly."""
    for b in n["anggaran"]:
        if b.get("realisasi_rp", "") not in KOSONG and r.random() < 0.9:
            b["fisik"] = persen(gaya, r.choice((100.0, 100.0, r.uniform(90, 100))), 2)


@ragam
def serapan_saja(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Of the spending nothing is printed but its percentage."""
    for b in n["anggaran"]:
        x, y = (_rupiah(b.get(k, "")) for k in ("pagu", "realisasi_rp"))
        if x and y is not None:
            b["serapan"] = persen(gaya, y / x * 100, atur.d_serapan)
        for k in ("realisasi_rp", "sisa", "efisiensi"):
            b.pop(k, None)
    n["belanja"] = []


def _dalam(n: Naskah, pembagi: float, bentuk: str, d: int) -> bool:
    """Every amount of every document in a larger unit, each rounded by itself; below one: of a larger agency."""
    semua = [
        b[k]
        for lembar, kolom in UANG.items()
        for b in n.get(lembar, ())
        for k in kolom
        if any(c.isdigit() for c in b.get(k, ""))
    ]
    if (
        any((_rupiah(x) or 0) % 1 or _rupiah(x) is None for x in semua)
        or max(_rupiah(x) or 0 for x in semua) < TERKECIL
    ):
        return False  # in a larger unit already
    for lembar, kolom in UANG.items():
        for b in n.get(lembar, ()):
            for k in kolom:
                x = _rupiah(b.get(k, ""))
                if x is not None:
                    b[k] = bentuk.format(angka(x / pembagi, d, ribuan=True)) if x else "0"
    return True


@ragam_terakhir
def uang_dalam_juta(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """All money in juta with two decimals."""
    _dalam(n, 1_000_000, "{}", 2)


@ragam_terakhir
def uang_dalam_ribuan(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """All money in whole thousands."""
    _dalam(n, 1000, "{}", 0)


@ragam_terakhir
def uang_dalam_ribuan_dinas_besar(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """All money in whole thousands, of an agency that spends more than a hundred billion."""
    terbesar = max((_rupiah(b.get("realisasi_rp", "")) or 0 for b in n["anggaran"]), default=0)
    if terbesar >= TERKECIL_RUPIAH:  # no thousands already
        _dalam(n, terbesar / r.uniform(1.2e8, 2e9), "{}", 0)


@ragam_terakhir
def uang_bersatuan_juta(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """All money with the word behind it."""
    _dalam(n, 1_000_000, r.choice(("{} juta", "Rp {} juta", "Rp{} jt")), 3)


def _pagu(n: Naskah, b: Baris, x: float, gaya: Gaya, atur: Atur) -> None:
    """Another pagu for a row of the budget, with what follows from it."""
    b["pagu"] = angka(x, ribuan=True)
    y = _rupiah(b.get("realisasi_rp", ""))
    if y is None:
        return
    if b.get("sisa"):
        b["sisa"] = angka(x - y, ribuan=True)
    if b.get("serapan"):
        b["serapan"] = persen(gaya, y / x * 100, atur.d_serapan)
    b.pop("efisiensi", None)


@ragam
def dpa_pergeseran(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Money moved from one sub-activity of an activity to another; no agreement prints it again."""
    if "DPA" in setelan(n).get("dasar_pagu", "") or "perubahan" in atur.versi:
        return
    atas = induk(n, "anggaran") if all(b.get("level") for b in n["anggaran"]) else {}
    kegiatan: dict[int, list[int]] = {}
    for i, j in atas.items():
        x = _rupiah(n["anggaran"][i].get("pagu", ""))
        if (
            j is not None
            and n["anggaran"][i]["level"] == "subkegiatan"
            and x
            and n["anggaran"][i].get("realisasi_rp", "") not in KOSONG
        ):
            kegiatan.setdefault(j, []).append(i)
    setelan(n)["dasar_pagu"] = "DPA pergeseran"
    for isi in kegiatan.values():
        if len(isi) < 2:
            continue
        a, b = isi[:2]
        ruang = [
            (_rupiah(n["anggaran"][i]["pagu"]) or 0) - (_rupiah(n["anggaran"][i]["realisasi_rp"]) or 0) for i in (a, b)
        ]
        geser = int(ruang[0] / 2) // 1000 * 1000
        if geser > 0:
            for i, tanda in ((a, -1), (b, 1)):
                _pagu(n, n["anggaran"][i], (_rupiah(n["anggaran"][i]["pagu"]) or 0) + tanda * geser, gaya, atur)
