"""Conventions of the tables beside the matrices: sub-indicators with weights, conversions of an index, more years than three,
people as input, means of a misi, money by sasaran; each by its own few lines of arithmetic."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, bulat, persen
from agensi.konvensi import target_baris
from agensi.konvensi_ukur import baru, terpotong
from agensi.model import Atur, Baris, Gaya, Naskah
from agensi.ragam import ragam
from agensi.tanam import KOSONG, berangka, indikator

LAYANAN = ("Persyaratan", "Prosedur", "Waktu Pelayanan", "Biaya", "Produk", "Petugas", "Sarana")
MUTU = ((88.31, "A", "Sangat Baik"), (76.61, "B", "Baik"), (65.0, "C", "Kurang Baik"), (25.0, "D", "Tidak Baik"))


def tabel(n: Naskah, judul: str, kepala: tuple[str, ...], *baris: tuple[str, ...]) -> int:
    """A free table at the end; the place of its first row of content."""
    huruf = [f"k{i}" for i in range(1, 11)]
    n.setdefault("tabel_bebas", []).append({"judul": judul, "bagian": "Lampiran", **dict(zip(huruf, kepala, strict=False))})  # fmt: skip
    n["tabel_bebas"] += [{k: x for k, x in zip(huruf, b, strict=False) if x} for b in baris]
    return len(n["tabel_bebas"]) - len(baris)


def subindikator(r: Random) -> tuple[list[int], list[float]]:
    """Weights that make a hundred, and values of as many parts."""
    bobot = r.choice(([60, 40], [30, 30, 40], [25, 25, 25, 25], [10, 20, 30, 40]))
    return bobot, [bulat(r.uniform(60, 95), 2) for _ in bobot]


@ragam
def nilai_dari_subindikator(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The value of an indicator is the plain or the weighted mean of its parts, which a table shows."""
    bobot, nilai = subindikator(r)
    berat = sum(b * x for b, x in zip(bobot, nilai, strict=True)) / 100
    rata = sum(nilai) / len(nilai)
    cara = r.choice(("tertimbang", "tertimbang", "kali", "biasa"))
    hasil = rata if cara == "biasa" else berat
    nama = "Indeks Tata Kelola Contoh"
    b = baru(n, atur, "U1.1", nama, "indeks", "naik", "75", angka(hasil, 2))
    if b is None:
        return
    b["capaian"] = persen(gaya, terpotong(atur, n, bulat(hasil, 2) / 75 * 100), atur.d_capaian)
    hal = [f"Aspek {'ABCDE'[k]}" for k in range(len(nilai))]
    if cara == "kali":
        kali = [bulat(x * y / 100, 2) for x, y in zip(bobot, nilai, strict=True)]
        tabel(n, f"Penghitungan {nama}", ("Subindikator", "Bobot (%)", "Nilai", "Nilai Tertimbang"),
              *((h, str(x), angka(y, 2), angka(z, 2)) for h, x, y, z in zip(hal, bobot, nilai, kali, strict=True)), ("Jumlah", "100", "", angka(sum(kali), 2)))  # fmt: skip
        return
    if cara == "biasa":
        tabel(n, f"Penghitungan {nama}", ("Subindikator", "Nilai"), *((h, angka(y, 2)) for h, y in zip(hal, nilai, strict=True)), ("Rata-rata", angka(rata, 2)))  # fmt: skip
        return
    kaki = r.choice(("Rata-rata tertimbang", "Rata-rata berbobot", "Rata-rata"))
    tabel(n, f"Penghitungan {nama}", ("Subindikator", "Bobot", "Nilai"),
          *((h, str(x), angka(y, 2)) for h, x, y in zip(hal, bobot, nilai, strict=True)), (kaki, "", angka(berat, 2)))  # fmt: skip


@ragam
def indeks_dikonversi(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Scores of a survey from one to four, times twenty-five, with the letter and the word of the band they fall in."""
    nilai = [bulat(r.uniform(2.7, 3.9), 2) for _ in LAYANAN]
    rata = bulat(sum(nilai) / len(nilai), 2)
    baris = [(u, angka(x, 2), angka(x * 25, 2), *next(z[1:] for z in MUTU if bulat(x * 25, 2) >= z[0])) for u, x in zip(LAYANAN, nilai, strict=True)]  # fmt: skip
    ikm = bulat(rata * 25, 2)
    mutu = next(z[1:] for z in MUTU if ikm >= z[0])
    tabel(n, "Hasil Survei Kepuasan Masyarakat Contoh", ("Unsur Pelayanan", "Nilai Interval", "Nilai Konversi", "Mutu", "Kinerja"),
          *baris, ("Rata-rata", angka(rata, 2), angka(ikm, 2), *mutu))  # fmt: skip
    b = baru(n, atur, "U2.1", "Indeks Kepuasan Masyarakat Contoh", "indeks", "naik", "76,61", angka(ikm, 2))
    if b is not None:
        b["capaian"] = persen(gaya, terpotong(atur, n, ikm / 76.61 * 100), atur.d_capaian)
        b["catatan"] = f"Nilai {angka(ikm, 2)} bermutu {mutu[1]}"


@ragam
def lima_tahun(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Figures of five years side by side, older ones than the workbook has columns for."""
    baris = []
    for b in n["pengukuran"]:
        lalu = next((x for x in n.get("riwayat", ()) if x["kode"] == b["kode"]), {})
        isi = [lalu.get(f"realisasi_{k}", "") for k in (3, 2, 1)] + [b.get("realisasi", "")]
        if berangka(isi[3]) and isi[2] not in KOSONG and not b.get("pembilang") and len(baris) < 6:
            lama = isi[3] if r.random() < 0.5 else isi[2].rstrip("* ")
            baris.append((indikator(n, b["kode"])["indikator"], lama, *(x or "-" for x in isi)))
    if baris:
        tabel(n, f"Perkembangan Realisasi Tahun {atur.tahun - 4} s.d. {atur.tahun}", ("Indikator", *(str(atur.tahun - k) for k in (4, 3, 2, 1, 0))), *baris)  # fmt: skip


@ragam
def efisiensi_orang_dan_keluaran(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Output against input, people as the input; and what each output cost against what it was to cost."""
    baris = []
    for k in range(r.randint(2, 5)):
        rencana, pakai = r.randint(8, 40), r.randint(8, 40)
        masuk, keluar = pakai / rencana * 100, bulat(r.uniform(80, 120), 2)
        baris.append((f"Sasaran {'ABCDE'[k]}", str(rencana), str(pakai), angka(masuk, 2), angka(keluar, 2), angka(keluar / bulat(masuk, 2), 2)))  # fmt: skip
    tabel(n, "Efisiensi Sumber Daya Manusia", ("Sasaran", "Rencana (orang)", "Pemakaian (orang)", "Masukan (%)", "Keluaran (%)", "Indeks Efisiensi"), *baris)  # fmt: skip
    baris = []
    for k in range(r.randint(2, 5)):
        t, x = r.randint(4, 60), r.randint(4, 60)
        pa, ra = r.randint(50, 900) * 1_000_000, r.randint(50, 900) * 1_000_000
        baris.append((f"Keluaran {'ABCDE'[k]}", str(t), str(x), angka(pa, ribuan=True), angka(ra, ribuan=True), angka((1 - (ra / x) / (pa / t)) * 100, 2)))  # fmt: skip
    tabel(n, "Efisiensi per Keluaran", ("Keluaran", "Target", "Realisasi", "Pagu (Rp)", "Realisasi (Rp)", "Efisiensi (%)"), *baris)  # fmt: skip


@ragam
def rata_rata_misi(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Indicators below the misi they serve; each misi has its mean, and all of them have one."""
    rata, baris = [], []
    for k in range(1, r.randint(3, 5)):
        isi = [bulat(r.uniform(70, 120), 2) for _ in range(r.randint(2, 4))]
        rata.append(bulat(sum(isi) / len(isi), 2))
        baris += [(f"Capaian Hal {k}{'ABCD'[i]}", angka(x, 2)) for i, x in enumerate(isi)]
        baris.append((f"Rata-rata Misi {k}", angka(rata[-1], 2)))
    tabel(n, "Capaian per Misi", ("Uraian", "Capaian (%)"), *baris, ("Rata-rata seluruh misi", angka(sum(rata) / len(rata), 2)))  # fmt: skip


@ragam
def triwulan_kumulatif_di_tabel(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Quarters in columns that add up as they go, and shares of the year."""
    t, x = [0, 0, 0, 0], [0, 0, 0, 0]
    for k in range(4):
        t[k] = (t[k - 1] if k else 0) + r.randint(10, 60)
        x[k] = (x[k - 1] if k else 0) + r.randint(8, 60)
    tabel(n, "Capaian Kumulatif per Triwulan", ("Uraian", "TW I", "TW II", "TW III", "TW IV"), ("Target", *map(str, t)), ("Realisasi", *map(str, x)),
          ("Capaian (%)", *(persen(gaya, b / a * 100, 2) for a, b in zip(t, x, strict=True))))  # fmt: skip


def _pagu_sasaran(n: Naskah) -> dict[str, tuple[float, float]]:
    """Money of the distinct programmes that serve each sasaran, by its statement: planned and spent."""
    program = {b.get("kode") or b.get("no"): b for b in n["anggaran"] if b.get("level") == "program"}
    hal, milik = "", {}
    for i in n["indikator"]:
        hal = i.get("pernyataan") or hal
        milik[i["kode"]] = hal if i["jenjang"] == "sasaran" else ""
    hasil: dict[str, dict[str, Baris]] = {}
    for p in n.get("penunjang", ()):
        b = program.get(p["kode_program"])
        if b is None:
            return {}
        if milik.get(p["kode"]):
            hasil.setdefault(milik[p["kode"]], {})[p["kode_program"]] = b
    angka_uang = {h: [[baca(b[k]) if b.get(k, "") not in KOSONG else 0.0 for b in isi.values()] for k in ("pagu", "realisasi_rp")] for h, isi in hasil.items()}  # fmt: skip
    return {h: (sum(x), sum(y)) for h, (x, y) in angka_uang.items()}


@ragam
def anggaran_tiap_sasaran(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The money of every sasaran: that of the programmes which serve it, one serving two counted in both."""
    if any(kata in b.get(k, "") for b in n["anggaran"] for k in ("pagu", "realisasi_rp") for kata in ("ribu", "juta")):
        return
    isi = _pagu_sasaran(n)
    if isi:
        tabel(n, "Anggaran menurut Sasaran", ("Sasaran", "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)"),
              *((h, angka(x, ribuan=True), angka(y, ribuan=True), persen(gaya, y / x * 100, 2) if x else "-") for h, (x, y) in isi.items()))  # fmt: skip


@ragam
def dua_sumber_angka_yang_sama(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Targets and results of a few indicators with their unit in the cell, capaian capped at a hundred by the heading."""
    baris = []
    for b in n["pengukuran"]:
        t = target_baris(n, b)
        if berangka(t) and berangka(b.get("realisasi", "")) and indikator(n, b["kode"])["arah"] == "naik" and baca(t) > 0 and not b.get("pembilang") and len(baris) < 5:  # fmt: skip
            s = indikator(n, b["kode"])["satuan"]
            nama = indikator(n, b["kode"])["indikator"]
            baris.append((nama, *(x if x[-1] not in "0123456789" else f"{x} {s}" for x in (t, b["realisasi"]))))
    if len(baris) > 2:
        tabel(n, "Target dan Realisasi Indikator", ("Indikator", "Target", "Realisasi"), *baris)
