"""Mistakes between two places that print one figure: free tables, Data Pendukung, supporting programmes, units of rows."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, bulat
from agensi.model import Naskah
from agensi.salah_inspektur import KODE, indikator_baru
from agensi.tanam import Letak, atur, salah, tukar_digit

TAHUNAN = ("Indeks Mutu Data Contoh", "Persentase Data Terbuka Contoh", "Jumlah Metadata Contoh")


def _tiga_indikator(r: Random, n: Naskah) -> list[list[str]]:
    """Three further indicators with results of three years, this one last."""
    kini = int(atur(n)["tahun"])
    hasil = []
    for k, nama in enumerate(TAHUNAN, 1):
        x = [bulat(r.uniform(50, 90), 2) for _ in range(3)]
        kode = f"Z8.{k}"
        n["indikator"].append({"kode": kode, "jenjang": "sasaran", "pernyataan": "Membaiknya Data Contoh", "indikator": nama,
                               "satuan": "indeks", "arah": "naik", "sifat": "akhir", "iku": "tidak", "berlaku": "baru"})  # fmt: skip
        t = angka(x[2] - 1, 2)
        n["pk"] += [{"versi": v, "kode": kode, "target": t} for v in dict.fromkeys(b["versi"] for b in n["pk"])]
        n["pengukuran"].append({"kode": kode, "target": t, "realisasi": angka(x[2], 2)})
        n.setdefault("riwayat", []).append({"kode": kode, "realisasi_2": angka(x[0], 2), "realisasi_1": angka(x[1], 2)})
        hasil.append([nama, *(angka(y, 2) for y in x)])
    n.setdefault("tabel_bebas", []).append({"judul": "Tiga Tahun Contoh", "bagian": "Lampiran", "k1": "Uraian"} | {f"k{k}": str(kini - 4 + k) for k in (2, 3, 4)})  # fmt: skip
    return hasil


def _isi(n: Naskah, baris: list[list[str]]) -> int:
    awal = len(n["tabel_bebas"])
    n["tabel_bebas"] += [{f"k{k}": x for k, x in enumerate(b, 1)} for b in baris]
    return awal


@salah
def tahun_bergeser_di_tabel_bebas(r: Random, n: Naskah) -> Letak | None:
    """A row whose name was cut short has every year one column too early."""
    baris = _tiga_indikator(r, n)
    i = r.randrange(3)
    baris[i] = [baris[i][0].removesuffix(" Contoh"), baris[i][2], baris[i][3], baris[i][3]]
    awal = _isi(n, baris)
    return [("tabel_bebas", awal + i, k) for k in ("k2", "k3")]


@salah
def dua_tabel_bebas_berbeda(r: Random, n: Naskah) -> Letak | None:
    """Two free tables have the same year of which no sheet has anything, and one figure differs."""
    kini = int(atur(n)["tahun"])
    baris = [[b[0], angka(bulat(r.uniform(40, 80), 2), 2)] for b in _tiga_indikator(r, n)]
    n["tabel_bebas"].pop()
    for judul in ("Perkembangan Contoh", "Capaian Jangka Panjang Contoh"):
        n["tabel_bebas"].append({"judul": judul, "bagian": "Lampiran", "k1": "Uraian", "k2": f"Realisasi {kini - 6}"})
        awal = _isi(n, baris)
    i = awal + r.randrange(3)
    x = tukar_digit(n["tabel_bebas"][i]["k2"])
    if x is None:
        return None
    n["tabel_bebas"][i]["k2"] = x
    return [("tabel_bebas", i, "k2")]


@salah
def jumlah_nilai_satu_tertukar(r: Random, n: Naskah) -> Letak | None:
    """A table of measures with their sum, one of them with two digits in each other's place."""
    x = [bulat(r.uniform(3.05, 3.95), 2) for _ in range(r.randint(5, 9))]
    n.setdefault("tabel_bebas", []).append({"judul": "Nilai Unsur Contoh", "bagian": "Lampiran", "k1": "Unsur", "k2": "Nilai Rata-rata"})  # fmt: skip
    awal = _isi(n, [[f"Unsur {'ABCDEFGHI'[k]}", angka(y, 2)] for k, y in enumerate(x)])
    n["tabel_bebas"].append({"k1": "Jumlah", "k2": angka(sum(x), 2)})
    i = awal + r.randrange(len(x))
    teks = n["tabel_bebas"][i]["k2"]
    if teks[2] == teks[3]:
        return None
    n["tabel_bebas"][i]["k2"] = teks[:2] + teks[3] + teks[2]
    return [("tabel_bebas", len(n["tabel_bebas"]) - 1, "k2"), ("tabel_bebas", i, "k2")]


@salah
def tahun_berbeda_di_data_pendukung(r: Random, n: Naskah) -> Letak | None:
    """A small table of the years of an indicator, one with two digits in each other's place."""
    kini = int(atur(n)["tahun"])
    nama, *x = _tiga_indikator(r, n)[0]
    n["tabel_bebas"].pop()
    salah_ = tukar_digit(x[1])
    if salah_ is None:
        return None
    awal = len(n.setdefault("data_pendukung", []))
    n["data_pendukung"] += [{"tabel": f"Perkembangan {nama}", "uraian": str(kini - 2 + k), "kolom": "Hasil", "nilai": y, "satuan": "indeks"}
                            for k, y in enumerate((x[0], salah_, x[2]))]  # fmt: skip
    return [("data_pendukung", awal + 1, "nilai")]


@salah
def kode_program_penunjang_lain(r: Random, n: Naskah) -> Letak | None:
    """A supporting programme has the kode of another one."""
    program = {b["nama"]: b["kode"] for b in n.get("anggaran", ()) if b["level"] == "program" and b.get("kode")}
    calon = [i for i, b in enumerate(n.get("penunjang", ())) if program.get(b.get("nama", "")) and b.get("kode_program") == program[b["nama"]]]  # fmt: skip
    if len(set(program.values())) < 2 or not calon:
        return None
    i = r.choice(calon)
    b = n["penunjang"][i]
    b["kode_program"] = r.choice([k for x, k in program.items() if k != b["kode_program"]])
    return [("penunjang", i, "kode_program")]


@salah
def satuan_lain_dari_ukuran_yang_sama(r: Random, n: Naskah) -> Letak | None:
    """A subkegiatan repeats the figures of its kegiatan in a smaller unit."""
    a, b = r.choice((("ton", "kg"), ("km", "m"), ("ha", "m2")))
    x = {"target": "130", "realisasi": "124,5"}
    n["anggaran"] += [{"level": "kegiatan", "nama": "Penyaluran Contoh", "indikator": "Cadangan Contoh", "satuan": a, **x},
                      {"level": "subkegiatan", "nama": "Penyediaan Contoh", "indikator": "Jumlah Cadangan Contoh", "satuan": b, **x}]  # fmt: skip
    return [("anggaran", len(n["anggaran"]) - 1, "satuan")]


@salah
def cacah_bernol_empat(r: Random, n: Naskah) -> Letak | None:
    """A count with four noughts behind its dot."""
    b = indikator_baru(n, "Jumlah Layanan Contoh", "layanan", "naik", "2", realisasi=f"{r.randint(2, 9)}.0000")
    n["indikator"][-1]["satuan"] = "unit"
    return [("pengukuran", b, "realisasi")]


@salah
def triwulan_program_berbeda(r: Random, n: Naskah) -> Letak | None:
    """The quarters of a subkegiatan give another year than the budget sheet has."""
    kode, x = "9.99.99.2.99.0099", [r.randint(4, 12) for _ in range(4)]
    k = r.choice(("target", "realisasi"))
    n["anggaran"].append({"level": "subkegiatan", "kode": kode, "nama": "Rapat Contoh", "indikator": "Jumlah Rapat Contoh", "satuan": "kali", k: str(sum(x) + r.choice((-2, 3)))})  # fmt: skip
    n.setdefault("triwulan", [])
    n["triwulan"] += [{"kode": kode, "tw": t, k: str(y)} for t, y in zip(("I", "II", "III", "IV"), x, strict=True)]
    return [("anggaran", len(n["anggaran"]) - 1, k)]


@salah
def rencana_aksi_keluar_jalur(r: Random, n: Naskah) -> Letak | None:
    """One quarter of next year's plan of a measure has two digits in each other's place."""
    t = bulat(r.uniform(61, 98), 1)
    if int(t) % 11 == 0 or abs(int(t) // 10 - int(t) % 10) < 2:
        return None
    indikator_baru(n, "Indeks Rencana Contoh", "indeks", "naik", angka(t, 1), realisasi=angka(t, 1))
    x = [angka(t + k / 10, 1) for k in range(4)]
    i = r.randrange(3)
    x[i] = x[i][1] + x[i][0] + x[i][2:]
    n.setdefault("rencana_aksi", []).append(
        {"kode": KODE, "rencana_aksi": "Langkah Contoh"} | {f"tw{k}": y for k, y in enumerate(x, 1)}
    )
    return [("rencana_aksi", len(n["rencana_aksi"]) - 1, f"tw{i + 1}")]


@salah
def rentang_target_terbalik(r: Random, n: Naskah) -> Letak | None:
    """A range of the plan whose first bound is the larger one."""
    a = r.randint(20, 40)
    n["indikator"].append({"kode": KODE, "jenjang": "sasaran", "pernyataan": "Terjaganya Rasio Contoh", "indikator": "Rasio Belanja Contoh",
                           "satuan": "%", "arah": "rentang", "sifat": "akhir", "iku": "tidak", "berlaku": "baru"})  # fmt: skip
    tahun = {
        f"target_{k}": f"{a}-{a + 5}"
        for k in range(1, int(atur(n)["renstra_akhir"]) - int(atur(n)["renstra_awal"]) + 2)
    }
    k = r.choice(sorted(tahun))
    n["renstra"].append({"kode": KODE, **tahun, k: f"{a + 50}-{a + 5}"})
    return [("renstra", len(n["renstra"]) - 1, k)]


@salah
def angka_pokok_tertukar_di_tulisan(r: Random, n: Naskah) -> Letak | None:
    """The figure right behind the indicator's name has two digits in each other's place."""
    x = bulat(r.uniform(61, 98), 1)
    teks = angka(x, 1)
    if teks[0] == teks[1]:
        return None
    indikator_baru(n, "Persentase Aduan Contoh", "%", "naik", "60", realisasi=teks)
    n.setdefault("analisis", []).append(
        {"kode": KODE, "penghambat": f"Aduan contoh {teks[1]}{teks[0]}{teks[2:]}%, petugas terbatas"}
    )
    return [("analisis", len(n["analisis"]) - 1, "penghambat")]
