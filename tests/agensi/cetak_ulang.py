"""Figures that a report prints again: in free tables, in sentences; right in a clean agency, wrong as planted mistakes."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, ganti, persen
from agensi.konvensi import target_baris
from agensi.model import Atur, Baris, Gaya, Naskah
from agensi.ragam import ragam
from agensi.salah_inspektur import GAYA, KODE, indikator_baru
from agensi.tanam import Letak, berangka, indikator, pilih, salah, tukar_digit

KEPALA = {"k1": "Indikator Kinerja", "k2": "Target", "k3": "Realisasi", "k4": "Capaian (%)"}
SEDIKIT, CUKUP = 3, 6  # rows of a table


def _terukur(n: Naskah) -> list[tuple[Baris, str]]:
    """Measured rows with plain figures, and their targets."""
    return [
        (b, t)
        for b in n["pengukuran"]
        if berangka(t := target_baris(n, b)) and berangka(b.get("realisasi", "")) and not b.get("pembilang")
    ][:CUKUP]


def _tabel(n: Naskah, judul: str) -> list[int]:
    """A free table of some measured indicators at the end; its rows of content."""
    baris = [{"k1": indikator(n, b["kode"])["indikator"], "k2": t, "k3": b["realisasi"], **({"k4": b["capaian"]} if b.get("capaian", "-")[0].isdigit() else {})}
             for b, t in _terukur(n)]  # fmt: skip
    if len(baris) < SEDIKIT:
        return []
    n.setdefault("tabel_bebas", []).append({"judul": judul, "bagian": "Lampiran", **KEPALA})
    awal = len(n["tabel_bebas"])
    n["tabel_bebas"] += baris
    return list(range(awal, awal + len(baris)))


@ragam
def angka_dicetak_lagi(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The measurement stands in a free table and in sentences, too, coarser here and there."""
    _tabel(n, f"Capaian Indikator Tahun {atur.tahun}")
    for b, t in _terukur(n):
        nama = indikator(n, b["kode"])["indikator"]
        n.setdefault("naskah", []).append(
            {"bagian": "Ikhtisar", "teks": f"{nama} ditargetkan {t} dan terealisasi {b['realisasi']}."}
        )
        n.setdefault("analisis", []).append(
            {"kode": b["kode"], "pendorong": f"Realisasi sebesar {b['realisasi']} didukung para pihak"}
        )


@salah
def realisasi_lain_di_tabel_bebas(r: Random, n: Naskah) -> Letak | None:
    """A free table prints another result than the measurement."""
    baris = _tabel(n, "Capaian Indikator")
    calon = [i for i in baris if tukar_digit(n["tabel_bebas"][i]["k3"])]
    if not calon:
        return None
    i = r.choice(calon)
    n["tabel_bebas"][i]["k3"] = tukar_digit(n["tabel_bebas"][i]["k3"]) or ""
    return [("tabel_bebas", i, "k3")]


@salah
def persen_baris_tabel_bebas_keliru(r: Random, n: Naskah) -> Letak | None:
    """One percentage of a free table does not follow from its row."""
    n.setdefault("tabel_bebas", []).append({"judul": "Layanan Dasar Contoh", "bagian": "Lampiran", "k1": "Layanan", "k2": "Sasaran", "k3": "Terlayani", "k4": "Persentase"})  # fmt: skip
    awal = len(n["tabel_bebas"])
    for k in range(r.randint(3, 6)):
        x = r.randint(40, 900)
        y = int(x * r.uniform(0.5, 0.98))
        n["tabel_bebas"].append(
            {"k1": f"Layanan {'ABCDEF'[k]}", "k2": str(x), "k3": str(y), "k4": persen(GAYA, y / x * 100, 2)}
        )
    i = r.randrange(awal, len(n["tabel_bebas"]))
    n["tabel_bebas"][i]["k4"] = angka(baca(n["tabel_bebas"][i]["k4"]) - r.randint(4, 19), 2)
    return [("tabel_bebas", i, "k4")]


@salah
def jumlah_baris_tabel_bebas_keliru(r: Random, n: Naskah) -> Letak | None:
    """One sum across the columns of a free table is wrong."""
    n.setdefault("tabel_bebas", []).append({"judul": "Pengunjung Contoh", "bagian": "Lampiran", "k1": "Lokasi", "k2": "Laki-laki", "k3": "Perempuan", "k4": "Jumlah"})  # fmt: skip
    awal = len(n["tabel_bebas"])
    for k in range(r.randint(3, 6)):
        x, y = r.randint(11, 400), r.randint(11, 400)
        n["tabel_bebas"].append({"k1": f"Lokasi {'ABCDEF'[k]}", "k2": str(x), "k3": str(y), "k4": str(x + y)})
    i = r.randrange(awal, len(n["tabel_bebas"]))
    n["tabel_bebas"][i]["k4"] = ganti(
        n["tabel_bebas"][i]["k4"], baca(n["tabel_bebas"][i]["k4"]) + r.choice((-9, 9, 10, 100))
    )
    return [("tabel_bebas", i, "k4")]


@salah
def opini_turun_tercapai_penuh(r: Random, n: Naskah) -> Letak | None:
    """A predicate below the agreed one, and yet all is said to be reached."""
    target, hasil = r.choice(
        (("WTP", "WDP"), ("BB", "B"), ("A", "BB"), ("Level 3", "Level 2"), ("Sangat Baik", "Baik"), ("Nindya", "Madya"))
    )
    b = indikator_baru(n, "Predikat Layanan Contoh", "predikat", "naik", target, realisasi=hasil, capaian="100")
    return [("pengukuran", b, "capaian")]


@salah
def huruf_sakip_bukan_nilainya(r: Random, n: Naskah) -> Letak | None:
    """The letters beside a figure of SAKIP are those of another band."""
    nilai, huruf = r.choice((("66,20", "BB"), ("72,15", "A"), ("81,40", "BB"), ("58,75", "B")))
    b = indikator_baru(n, "Nilai SAKIP Dinas Contoh", "nilai", "naik", "60", realisasi=f"{nilai} ({huruf})")
    return [("pengukuran", b, "realisasi")]


@salah
def jumlah_tahun_lalu_terbawa(r: Random, n: Naskah) -> Letak | None:
    """This year's count is last year's, to the last digit."""
    x = angka(r.randint(1000, 9999) * 100 + r.randint(1, 99), ribuan=True)
    b = indikator_baru(n, "Produksi Komoditas Contoh", "ton", "naik", x, realisasi=x)
    next(i for i in n["indikator"] if i["kode"] == KODE)["sifat"] = "jumlah"
    n.setdefault("riwayat", []).append({"kode": KODE, "realisasi_1": x})
    return [("pengukuran", b, "realisasi")]


@salah
def tulisan_menyebut_angka_lain(r: Random, n: Naskah) -> Letak | None:
    """A sentence of the analysis still tells the figure before it was corrected."""
    calon = [(b, x) for b, _ in _terukur(n) if (x := tukar_digit(b["realisasi"])) and indikator(n, b["kode"])["satuan"] in ("%", "Persen", "indeks", "nilai")]  # fmt: skip
    calon = [(b, x) for b, x in calon if 0.6 < baca(x) / max(baca(b["realisasi"]), 0.01) < 1.7]
    if not calon:
        return None
    b, x = r.choice(calon)
    n.setdefault("analisis", []).append({"kode": b["kode"], "penghambat": f"Realisasi sebesar {x} belum merata"})
    return [("analisis", len(n["analisis"]) - 1, "penghambat")]


@salah
def kategori_lain_di_tabel_bebas(r: Random, n: Naskah) -> Letak | None:
    """One category of a free table is not that of the capaian beside it."""
    atas = [b["kategori"] for b in n.get("skala", ()) if not b.get("skala")]
    i = pilih(r, n, "skala", "kategori", bila=lambda b: not b.get("skala"))
    if len(atas) < 2 or i is None:
        return None
    skala = tuple(
        (float(b["batas"]) if b.get("batas") else None, b.get("tanda", ""), b["kategori"])
        for b in n["skala"]
        if not b.get("skala")
    )
    n.setdefault("tabel_bebas", []).append(
        {"judul": "Simpulan Contoh", "bagian": "Lampiran", "k1": "Hal", "k2": "Capaian (%)", "k3": "Kategori"}
    )
    awal = len(n["tabel_bebas"])
    for k in range(5):
        x = round(r.uniform(40, 120), 2)
        kata = next(
            nama for batas, tanda, nama in skala if batas is None or x > batas or (x == batas and tanda == ">=")
        )
        n["tabel_bebas"].append({"k1": f"Hal {'ABCDE'[k]}", "k2": angka(x, 2), "k3": kata})
    i = r.randrange(awal, awal + 5)
    n["tabel_bebas"][i]["k3"] = r.choice([x for x in atas if x != n["tabel_bebas"][i]["k3"]])
    return [("tabel_bebas", i, "k3")]
