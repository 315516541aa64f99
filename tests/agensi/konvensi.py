"""Regional conventions of clean reports, added to an agency after it was made: words by points, bounds as targets, several
scales, caps and floors, figures cut off with a star, other efficiencies; each by its own few lines of arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from agensi.angka import angka, baca, bulat, capaian, desimal, kategori, persen
from agensi.model import Atur, Baris, Gaya, Naskah
from agensi.ragam import PALING_BANYAK, ragam, ragam_terakhir
from agensi.tanam import atur as setelan
from agensi.tanam import berangka, indikator

KATA = {
    "predikat": ("D", "C", "CC", "B", "BB", "A", "AA"),
    "opini": ("TMP", "TW", "WDP", "WTP"),
    "level": ("Level 1", "Level 2", "Level 3", "Level 4", "Level 5"),
    "status": ("Belum Terakreditasi", "Terakreditasi"),
}
TERBALIK = ((110, ">", "Buruk"), (100, ">", "Waspada"), (None, "", "Terkendali"))
SERAPAN = ((95, ">=", "Terserap Penuh"), (80, ">=", "Terserap"), (None, "", "Rendah"))


def target_baris(n: Naskah, b: Baris) -> str:
    """The target of a measured row: typed, or that of the last version of the PK."""
    return b.get("target") or next((p["target"] for p in reversed(n["pk"]) if p["kode"] == b["kode"] and p.get("target")), "")  # fmt: skip


def _sendiri(n: Naskah, b: Baris) -> bool:
    """Has the row no quarters, whose capaian would follow its rule, too?"""
    return not any(t["kode"] == b["kode"] for t in n.get("triwulan", ()))


def terukur(n: Naskah) -> Iterator[tuple[Baris, float]]:
    """Measured rows without quarters whose capaian is typed, with what it is without any cap."""
    for b in n["pengukuran"]:
        t, arah = target_baris(n, b), indikator(n, b["kode"])["arah"]
        if b.get("capaian", "-") not in ("", "-", "N/A", "n/a", "–") and berangka(t) and berangka(b.get("realisasi", "")) and _sendiri(n, b):  # fmt: skip
            c = None if b.get("pembilang") else capaian(baca(t), baca(b["realisasi"]), arah)
            if c is not None:
                yield b, c


def _tanpa_capaian_lama(n: Naskah, kode: str) -> None:
    """Earlier years are left to their formulas."""
    for b in n.get("riwayat", ()):
        if b["kode"] == kode:
            for k in ("capaian_1", "capaian_2", "capaian_3"):
                b.pop(k, None)


def _ketik(n: Naskah, b: Baris, c: float, atur: Atur, gaya: Gaya) -> None:
    """A capaian as printed, with the category that follows it where one is printed."""
    b["capaian"] = persen(gaya, c, atur.d_capaian)
    if indikator(n, b["kode"]).get("skala_kategori"):
        b.pop("kategori", None)
    elif b.get("kategori"):
        b["kategori"] = kategori(c, atur)


@ragam
def predikat_berpoin(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Words count by the points of a scale, as far from each other as their places, or as met and not met."""
    terpenuhi = r.random() < 0.3
    dipakai = set()
    for b in n["pengukuran"]:
        i, t = indikator(n, b["kode"]), target_baris(n, b)
        kata = KATA.get(i["satuan"], ())
        if t not in kata or b.get("realisasi") not in kata:
            continue
        dipakai.add(i["satuan"])
        i["skala_predikat"] = i["satuan"].upper()
        x, y = (kata.index(k) + 1 for k in (t, b["realisasi"]))
        c = (100.0 if y >= x else 0.0) if terpenuhi else y / x * 100
        if terpenuhi:
            i["cara_capaian"] = "terpenuhi"
        if r.random() < 0.7:
            b["capaian"] = persen(gaya, c if atur.batas is None else min(c, atur.batas), atur.d_capaian)
        else:
            b.pop("capaian", None)
        b.pop("kategori", None)
    n["predikat"] = [
        {"skala": s.upper(), "kata": k, "poin": str(p)} for s in sorted(dipakai) for p, k in enumerate(KATA[s], 1)
    ]


@ragam
def batas_sebagai_target(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Bounds count by their figure, or as met and not met; said for all, or by each indicator."""
    cara = r.choice(("rumus", "batas-terpenuhi"))
    umum = r.random() < 0.5
    if umum:
        setelan(n)["cara_capaian"] = cara
    for b in n["pengukuran"]:
        t, x = target_baris(n, b), b.get("realisasi", "")
        if not t.startswith("≥") or not berangka(x):
            continue
        i, batas = indikator(n, b["kode"]), baca(t.removeprefix("≥").strip())
        if not umum:
            i["cara_capaian"] = cara
        if batas == 0:
            continue
        c = baca(x) / batas * 100 if cara == "rumus" else 100.0 if baca(x) >= batas else 0.0
        b["capaian"] = persen(gaya, c if atur.batas is None else min(c, atur.batas), atur.d_capaian)


@ragam
def beberapa_skala(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A reversed scale for indicators that should fall, one for the spending."""
    if not n["skala"]:
        return
    for nama, isi in (("Terbalik", TERBALIK), ("Serapan", SERAPAN)):
        n["skala"] += [
            {"batas": "" if b is None else str(b), "tanda": t, "kategori": k, "skala": nama} for b, t, k in isi
        ]
    setelan(n)["skala_serapan"] = "Serapan"
    for i in n["indikator"]:
        if i["arah"].startswith("turun"):
            i["skala_kategori"] = "Terbalik"
    for b in n["pengukuran"]:
        if indikator(n, b["kode"]).get("skala_kategori") and b.get("kategori"):
            c = bulat(baca(b["capaian"]), atur.d_capaian)
            b["kategori"] = next(k for x, _, k in TERBALIK if x is None or c > x)


@ragam
def capaian_dipotong_berbintang(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """What was reached far above is printed as 100 or 120 with a star, no cap in the settings."""
    if atur.batas is not None or setelan(n).get("batas_capaian"):
        return
    for b, c in list(terukur(n)):
        batas = 120 if c > 125 else 100
        if c > batas + 1 and r.random() < 0.7:
            b["capaian"] = r.choice(("{}*", "{} *", "{} %*", "{},00*")).format(batas)
            b.pop("kategori", None)


@ragam
def batas_bagi_satu_indikator(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """An indicator has a cap of its own."""
    for b, c in list(terukur(n)):
        if r.random() < 0.5 and not indikator(n, b["kode"]).get("cara_capaian"):
            indikator(n, b["kode"])["batas_capaian"] = "105"
            _tanpa_capaian_lama(n, b["kode"])
            _ketik(n, b, min(c, 105.0), atur, gaya)


@ragam
def terpenuhi_atau_tidak(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Some targets are met or not met, whatever the distance."""
    for b, c in list(terukur(n)):
        if r.random() < 0.4:
            indikator(n, b["kode"])["cara_capaian"] = "terpenuhi"
            _tanpa_capaian_lama(n, b["kode"])
            _ketik(n, b, 100.0 if c >= 100 else 0.0, atur, gaya)


@ragam
def lantai_nol(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Nothing counts less than nought, however many cases there were."""
    if len(n["pk"]) + len(atur.versi) > PALING_BANYAK:
        return
    setelan(n)["batas_bawah_capaian"] = "0"
    for b in (*n["triwulan"], *n["pengukuran"]):
        if b.get("capaian", "").startswith("-"):
            b["capaian"] = persen(gaya, 0, atur.d_capaian)
    kode = "Z7.1"
    n["indikator"].append({"kode": kode, "jenjang": "sasaran", "pernyataan": "Berkurangnya hal Z7", "indikator": "Jumlah Kasus Contoh Zeta",
                           "satuan": "kasus", "arah": "turun", "sifat": "akhir", "iku": "tidak", "berlaku": "baru"})  # fmt: skip
    n["renstra"].append({"kode": kode, **{f"target_{k + 1}": "4" for k in range(atur.banyak)}})
    n["pk"] += [{"versi": v, "kode": kode, "target": "4"} for v in atur.versi]
    n["pengukuran"].append({"kode": kode, "target": "4", "realisasi": "14", "capaian": persen(gaya, 0, atur.d_capaian)})


@ragam
def efisiensi_lain(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """An index less one, 100 − serapan, 50 % + E/20·50, or none at all, from unrounded figures."""
    metode = r.choice(("indeks", "sisa", "nilai", "tidak-dihitung"))
    setelan(n).update(metode_efisiensi=metode, masukan_efisiensi="penuh")
    for b in n["anggaran"]:
        if not b.pop("efisiensi", "") or metode == "tidak-dihitung":
            continue
        s = baca(b["realisasi_rp"]) / baca(b["pagu"]) * 100
        c = capaian(baca(b["target"]), baca(b["realisasi"]), "naik", atur.batas)
        if c and s:
            hemat = max(-20.0, min(20.0, (1 - s / c) * 100))
            e = {"indeks": c / s - 1, "sisa": 100 - s, "nilai": 50 + hemat / 20 * 50}[metode]
            b["efisiensi"] = angka(e, max(atur.d_efisiensi, 2))


@ragam
def capaian_saja(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Of a few indicators nothing is printed but what was reached in percent."""
    for b in n["pengukuran"]:
        semua = [p for p in n["pk"] if p["kode"] == b["kode"]]
        if b.get("capaian", "-")[:1].isdigit() and not b.get("pembilang") and _sendiri(n, b) and r.random() < 0.2:
            for k in ("target", "realisasi", "kategori"):
                b.pop(k, None)
            n["pk"] = [p for p in n["pk"] if p not in semua]
            n["renstra"] = [x for x in n["renstra"] if x["kode"] != b["kode"]]
            n["rencana_aksi"] = [x for x in n.get("rencana_aksi", ()) if x["kode"] != b["kode"]]


def _tanpa_hitungan(n: Naskah, b: dict[str, str]) -> None:
    """Of a sub-activity whose target is no figure nothing is worked out, and no plan prints a figure for it."""
    for k in ("capaian", "efisiensi"):
        b.pop(k, None)
    for lembar in ("renja", "pk_program", "tc27"):
        for x in n.get(lembar, ()):
            if x["nama"] == b["nama"]:
                for k in [k for k in x if k.startswith("target")]:
                    x.pop(k)


@ragam
def dua_satuan_di_satu_sel(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Sub-activities that deliver two things at once: no figure of theirs is worked out."""
    for b in n["anggaran"]:
        if b.get("level") == "subkegiatan" and b.get("target") and r.random() < 0.2:
            b["target"] = r.choice(("3 Dokumen / 12 Bulan", "12 bulan dan 4 laporan", "2 Unit, 6 Laporan"))
            b["realisasi"] = b["target"]
            _tanpa_hitungan(n, b)


@ragam
def tanggal_sebagai_hasil(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Sub-activities that are to be done by a day: no figure, though it begins with one."""
    for b in n["anggaran"]:
        if b.get("level") == "subkegiatan" and b.get("target") and r.random() < 0.3:
            b["target"] = r.choice(("31 Desember {}", "31-12-{}", "30/11/{}", "15 Nov {}")).format(atur.tahun)
            b["realisasi"] = r.choice(("28 Desember {}", "2 Oktober {}", "5-11-{}")).format(atur.tahun)
            _tanpa_hitungan(n, b)


@ragam
def rumus_sendiri_di_realisasi(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The realisasi is a formula of the staff's own, with all the digits of its result; capaian and the others follow from it."""
    for b, _ in list(terukur(n)):
        t, arah, d = target_baris(n, b), indikator(n, b["kode"])["arah"], desimal(b["realisasi"])
        if d == 0 or b.get("kategori") or r.random() < 0.4:
            continue
        x = baca(b["realisasi"]) + r.uniform(-0.49, 0.49) * 10.0**-d
        b["realisasi"] = f"={x!r}"
        if (c := capaian(baca(t), x, arah, atur.batas)) is not None:
            b["capaian"] = persen(gaya, c, atur.d_capaian)


@ragam_terakhir
def juta_dan_ribu(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Round amounts are written in juta, others in ribu."""
    for lembar, kolom in (("anggaran", ("pagu", "realisasi_rp", "sisa")), ("belanja", ("anggaran", "realisasi"))):
        for b in n.get(lembar, ()):
            for k in kolom:
                x = baca(b[k]) if any(c.isdigit() for c in b.get(k, "")) else 0.0
                if x >= 1_000_000 and x % 1000 == 0:
                    juta = x % 10_000 == 0
                    b[k] = (
                        f"Rp {angka(x / 1_000_000, 2, ribuan=True)} juta"
                        if juta
                        else f"{angka(x / 1000, ribuan=True)} ribu rupiah"
                    )


@ragam
def setelan_lain(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Settings that only summaries follow."""
    setelan(n).update(
        cakupan_rata=r.choice(("semua", "IKU")), kemajuan_jumlah=r.choice(("tahun ini", "sampai dengan tahun ini"))
    )
