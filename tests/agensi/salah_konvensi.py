"""Mistakes of agencies that follow a regional convention, against that convention."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, bulat
from agensi.konvensi_tabel import LAYANAN, subindikator, tabel
from agensi.model import Naskah
from agensi.salah_inspektur import indikator_baru
from agensi.tanam import Letak, atur, indikator, salah


@salah
def rata_tertimbang_keliru(r: Random, n: Naskah) -> Letak:
    """A mean that says it is weighted and is not by the weights beside it."""
    bobot, nilai = subindikator(r)
    berat = sum(x * y for x, y in zip(bobot, nilai, strict=True)) / 100
    baris = ((f"Aspek {'ABCD'[k]}", str(x), angka(y, 2)) for k, (x, y) in enumerate(zip(bobot, nilai, strict=True)))
    i = tabel(n, "Indeks Tata Kelola Contoh", ("Subindikator", "Bobot", "Nilai"), *baris, ("Rata-rata tertimbang", "", angka(berat + r.choice((-3, 2, 4)), 2)))  # fmt: skip
    return [("tabel_bebas", i + len(nilai), "k3")]


@salah
def rata_konversi_keliru(r: Random, n: Naskah) -> Letak:
    """The mean of converted scores is neither their mean nor the conversion of the mean."""
    nilai = [bulat(r.uniform(2.7, 3.4), 2) for _ in LAYANAN]
    rata = bulat(sum(nilai) / len(nilai), 2)
    salah_hitung = max(nilai) * 25 + r.choice((1, 2.5, 6))
    i = tabel(n, "Survei Kepuasan Contoh", ("Unsur", "Nilai Interval", "Nilai Konversi"),
              *((u, angka(x, 2), angka(x * 25, 2)) for u, x in zip(LAYANAN, nilai, strict=True)), ("Rata-rata", angka(rata, 2), angka(salah_hitung, 2)))  # fmt: skip
    return [("tabel_bebas", i + len(nilai), "k3")]


@salah
def batas_dihitung_arah_lain(r: Random, n: Naskah) -> Letak:
    """A maximum that counts by its figure, reckoned as if more were better."""
    t = r.randint(5, 20)
    x = t + r.randint(1, t - 1)
    b = indikator_baru(n, "Jumlah Keluhan Contoh", "kasus", "turun", f"maks. {t}", realisasi=str(x), capaian=angka(x / t * 100, 2))  # fmt: skip
    indikator(n, n["pengukuran"][b]["kode"])["cara_capaian"] = "rumus"
    return [("pengukuran", b, "capaian")]


@salah
def dipotong_padahal_batas_di_rata_rata(r: Random, n: Naskah) -> Letak | None:
    """The cap is to hold in the mean alone, and one row was cut off."""
    if atur(n).get("batas_capaian"):
        return None
    atur(n).update(batas_capaian="120", letak_batas="rata-rata")
    b = indikator_baru(n, "Jumlah Layanan Contoh", "layanan", "naik", "100", realisasi=str(r.randint(130, 190)), capaian="120")  # fmt: skip
    return [("pengukuran", b, "capaian")]
