"""Conventions of what is measured: bounds of every spelling, dates, ranks and words as targets, the cap in the mean alone,
decimals of one's own, a mean below the table, scales chosen or printed with gaps; each by its own few lines of arithmetic."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, bulat, capaian, kategori, persen
from agensi.konvensi import target_baris, terukur
from agensi.model import SKALA, Atur, Baris, Gaya, Naskah
from agensi.ragam import PALING_BANYAK, ragam, ragam_terakhir
from agensi.tanam import KOSONG, berangka, indikator
from agensi.tanam import atur as setelan

BAKU = {
    2: "4 kategori: ≥100 / ≥75 / ≥55",
    0: "4 kategori: >100 / ≥75 / ≥55",
    1: "5 kategori: ≥91 / ≥76 / ≥66 / ≥51",
}  # scales that are chosen in the settings, by their place in SKALA
PALING_SEDIKIT = ("≥ {}", "≥{}", ">= {}", "min. {}", "minimal {}", "> {}")
PALING_BANYAK_TARGET = ("≤ {}", "<= {}", "maks. {}", "maksimal {}", "< {}")
TULISAN = (
    ("Penetapan Perda APBD", "tanggal", "31 Desember {}", "30 November {}"),
    ("Penyampaian Laporan Keuangan", "tanggal", "Minggu II Maret", "Minggu I Maret"),
    ("Dokumen Rencana Kontinjensi", "dokumen", "Ada", "Ada"),
    ("Peringkat Keterbukaan Informasi", "peringkat", "Peringkat 3", "Peringkat 2"),
    ("Standar Pelayanan Ditetapkan", "status", "Terlaksana", "Terlaksana"),
    ("Suhu Ruang Arsip", "derajat", "27 ± 1", "27,5"),
    ("Layanan Terpadu", "layanan", "3 Dok / 12 bulan", "3 Dok / 12 bulan"),
    ("Rasio Tenaga Medis", "rasio", "1 : 17,9", "1 : 18,2"),
)


def baru(
    n: Naskah, atur: Atur, kode: str, nama: str, satuan: str, arah: str, target: str, hasil: str, **ukur: str
) -> Baris | None:
    """One more sasaran with one indicator whose target is the same in every document; its measured row."""
    if len(n["pk"]) + len(atur.versi) > PALING_BANYAK:
        return None
    n["indikator"].append({"kode": kode, "jenjang": "sasaran", "pernyataan": f"Terwujudnya hal {kode}", "indikator": nama, "satuan": satuan,
                           "arah": arah, "sifat": "akhir", "iku": "tidak", "berlaku": "baru"})  # fmt: skip
    n["renstra"].append({"kode": kode, **{f"target_{k + 1}": target for k in range(atur.banyak)}})
    n["pk"] += [{"versi": v, "kode": kode, "target": target} for v in atur.versi]
    n["pengukuran"].append({"kode": kode, "target": target, "realisasi": hasil, **ukur})
    return n["pengukuran"][-1]


def terpotong(atur: Atur, n: Naskah, c: float) -> float:
    """A capaian between the cap and the floor that the settings print."""
    bawah = setelan(n).get("batas_bawah_capaian")
    c = c if atur.batas is None else min(c, atur.batas)
    return max(c, float(bawah)) if bawah else c


@ragam
def batas_segala_tulisan(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Minima and maxima in words and signs; by the figure, as met or not met, or not worked out at all."""
    cara = r.choice(("", "rumus", "batas-terpenuhi"))
    for urut, (daftar, arah, t, x) in enumerate((
        (PALING_SEDIKIT, "naik", r.randint(60, 95), r.randint(50, 99)), (PALING_BANYAK_TARGET, "turun", r.randint(20, 40), r.randint(15, 45)),
        (PALING_SEDIKIT, "naik", r.randint(5, 12), r.randint(4, 14)), (PALING_BANYAK_TARGET, "turun", r.randint(4, 9), r.randint(4, 9)),
    ), 1):  # fmt: skip
        teks = r.choice(daftar)
        satuan = "%" if urut < 3 else "kasus" if arah == "turun" else "dokumen"
        nama = f"{'Persentase' if urut < 3 else 'Jumlah'} {'Keluhan Contoh' if arah == 'turun' else 'Layanan Contoh'} {'XY'[urut % 2]}"
        b = baru(n, atur, f"Y{urut}.1", nama, satuan, arah, teks.format(t), str(x))
        if b is None:
            return
        tegas = teks.startswith(("> ", "< "))
        dapat = (x > t if tegas else x >= t) if arah == "naik" else (x < t if tegas else x <= t)
        c = (x / t if arah == "naik" else (2 * t - x) / t) * 100
        if cara:
            n["indikator"][-1]["cara_capaian"] = cara
            c = terpotong(atur, n, c if cara == "rumus" else 100.0 if dapat else 0.0)
            b["capaian"] = persen(gaya, c, atur.d_capaian)
        else:
            n["indikator"][-1]["cara_capaian"] = "tidak-dihitung"
            b["capaian"] = r.choice(("", persen(gaya, 100.0 if dapat else c, atur.d_capaian)))


@ragam_terakhir
def tulisan_sebagai_target(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Dates, ranks, ratios, figures with their tolerance, two units, a thing that is there or not."""
    for k, (nama, satuan, t, x) in enumerate(r.sample(TULISAN, r.randint(1, 4)), 1):
        t, x = (z.format(atur.tahun) for z in (t, x))
        b = baru(n, atur, f"W{k}.1", nama, satuan, "naik", t, x)
        if b is not None:
            b["capaian"] = r.choice(("", "-", "100")) if satuan != "peringkat" else ""
            if r.random() < 0.5:
                n["riwayat"].append({"kode": b["kode"], "target_1": t.replace(str(atur.tahun), str(atur.tahun - 1)), "realisasi_1": x.replace(str(atur.tahun), str(atur.tahun - 1))})  # fmt: skip


@ragam
def batas_di_rata_rata(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The rows print what was reached, the cap holds where means, categories and efficiencies are made."""
    if atur.batas is not None or setelan(n).get("batas_capaian"):
        return
    batas = r.choice((100, 110, 120))
    setelan(n).update(batas_capaian=str(batas), letak_batas="rata-rata")
    for b in n["pengukuran"]:
        if b.get("kategori") and not indikator(n, b["kode"]).get("skala_kategori") and baca(b["capaian"]) > batas:
            b["kategori"] = kategori(batas, atur)
    for b in n["anggaran"]:
        if any(c.isdigit() for c in b.get("capaian", "")) and baca(b["capaian"]) >= batas:
            b.pop("efisiensi", None)


@ragam
def desimal_sendiri(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Some indicators print their capaian with other decimals than the rest."""
    for b, c in list(terukur(n)):
        i = indikator(n, b["kode"])
        if (
            r.random() < 0.4
            and not {"cara_capaian", "batas_capaian", "skala_kategori"} & set(i)
            and "*" not in b["capaian"]
        ):
            d = r.choice((0, 1, 3))
            i["desimal"] = str(d)
            tampil = c if setelan(n).get("letak_batas") else terpotong(atur, n, c)
            b["capaian"] = angka(tampil, d)
            b.pop("kategori", None)


def _capaian_baris(n: Naskah, atur: Atur, b: Baris) -> float | None:
    """The capaian of a row as printed, or as its cell computes it; None where it has none."""
    teks = b.get("capaian", "")
    if berangka(teks) and teks not in KOSONG:
        return baca(teks.rstrip("* %"))
    t, x = target_baris(n, b), b.get("realisasi", "")
    if teks or x in KOSONG or not berangka(t) or not berangka(x):
        return None
    c = capaian(baca(t), baca(x), indikator(n, b["kode"])["arah"])
    return None if c is None else bulat(c if setelan(n).get("letak_batas") else terpotong(atur, n, c), atur.d_capaian)


def _tak_terhitung(n: Naskah, b: Baris) -> bool:
    """Is the capaian of a row left to its cell, and nothing that a quotient gives?"""
    if b.get("capaian"):
        return False
    sendiri = {"cara_capaian", "batas_capaian", "desimal", "skala_predikat"} & set(indikator(n, b["kode"]))
    return bool(sendiri) or "pembilang" in b or not b.get("realisasi") or berangka(b["realisasi"]) != berangka(target_baris(n, b))  # fmt: skip


@ragam_terakhir
def rata_rata_di_bawah_tabel(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Below the measurement stands the mean of what was printed above: of all, or of the IKU."""
    hanya_iku = r.random() < 0.4
    semua = [b for b in n["pengukuran"] if not hanya_iku or indikator(n, b["kode"]).get("iku") == "ya"]
    if any(_tak_terhitung(n, b) for b in n["pengukuran"]):
        return
    isi = [c for b in semua if (c := _capaian_baris(n, atur, b)) is not None]
    if len(isi) > 1:
        n["pengukuran"].append({"kode": r.choice(("Rata-rata", "Rata-rata capaian", "RATA-RATA")), "capaian": persen(gaya, sum(isi) / len(isi), atur.d_capaian)})  # fmt: skip


@ragam
def skala_dipilih(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A well-known scale is chosen in the settings instead of written down."""
    nama = BAKU.get(SKALA.index(atur.skala))
    if nama:
        setelan(n)["skala_capaian"] = nama
        n["skala"] = [b for b in n["skala"] if b.get("skala")]


@ragam
def skala_tercetak_bercelah(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Beside the lower bounds stands what the report prints: with gaps, or bands that share their bound."""
    celah = r.choice((0, 0.01, 1))
    atas: float | None = None
    for b in n["skala"]:
        if b.get("skala"):
            continue
        bawah = float(b["batas"]) if b.get("batas") else None
        tanda = {">": "> ", ">=": "≥ "}.get(b.get("tanda", ""), "")
        if atas is None:
            b["teks"] = f"{tanda}{bawah:g}"
        elif bawah is None:
            b["teks"] = f"< {atas:g}"
        else:
            b["teks"] = f"{bawah:g} – {angka(atas - celah, 2 if celah % 1 else 0)}"
        atas = bawah


@ragam
def skala_capaian_sasaran(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Means of a sasaran have a scale of their own."""
    n["skala"] += [
        {"batas": "100", "tanda": ">=", "kategori": "Puncak", "skala": "Sasaran"},
        {"batas": "80", "tanda": ">=", "kategori": "Lereng", "skala": "Sasaran"},
        {"kategori": "Lembah", "skala": "Sasaran"},
    ]
    setelan(n)["skala_sasaran"] = "Sasaran"


@ragam
def nilai_dengan_hurufnya(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A score with its predicate behind it, and its capaian from the score alone."""
    t, x = r.choice((("70,01", "72,15"), ("65", "66,20"), ("80", "78,40")))
    huruf = {"72,15": "BB", "66,20": "B", "78,40": "BB"}[x]
    b = baru(n, atur, "V1.1", "Nilai SAKIP Perangkat Daerah Contoh", "nilai", "naik", t, f"{x} ({huruf})")
    if b is not None:
        b["capaian"] = persen(gaya, terpotong(atur, n, baca(x) / baca(t) * 100), atur.d_capaian)


@ragam
def tahun_target_akhir_lain(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """What the plan is held against is the target of an earlier year than its last."""
    if atur.tahun > atur.akhir - 1:
        return
    setelan(n)["tahun_target_akhir"] = str(atur.akhir - 1)
    for b in n["renstra"]:
        if b.get("target_akhir"):
            b["target_akhir"] = b[f"target_{atur.banyak - 1}"]


@ragam
def kata_dan_batas_di_anggaran(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Sub-activities whose target is a minimum or a word: their capaian is typed or left out."""
    for b in n["anggaran"]:
        if (
            b.get("level") == "subkegiatan"
            and b.get("target")
            and b.get("realisasi", "") not in KOSONG
            and r.random() < 0.2
        ):
            b["target"], b["realisasi"] = r.choice(
                (("min. 10", "12"), ("Terlaksana", "Terlaksana"), ("≥ 90", "95"), ("Ada", "Ada"))
            )
            b.pop("efisiensi", None)
            b["capaian"] = r.choice(("", "-", "100"))
            for lembar in ("renja", "pk_program", "tc27"):
                for x in n.get(lembar, ()):
                    if x["nama"] == b["nama"]:
                        for k in [k for k in x if k.startswith("target")]:
                            x.pop(k)
