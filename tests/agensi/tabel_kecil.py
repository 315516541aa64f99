"""Small tables and counts beside the matrices: one indicator over years, staff by sex, quarters in columns, days and parts in sentences;
right in a clean agency, wrong as planted mistakes."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, persen
from agensi.konvensi import target_baris
from agensi.model import Atur, Baris, Gaya, Naskah
from agensi.ragam import ragam
from agensi.salah_inspektur import KODE, indikator_baru
from agensi.tanam import KOSONG, Letak, atur, berangka, indikator, salah, tukar_digit

NAMA, WADAH = "Cakupan Layanan Contoh Terpadu", "Data Layanan Contoh"
TW = ("TW I", "TW II", "TW III", "TW IV")


def _tabel(n: Naskah, judul: str, kepala: tuple[str, ...], *baris: tuple[str, ...]) -> int:
    """A free table at the end; the place of its first row of content."""
    huruf = [f"k{i}" for i in range(1, 11)]
    n.setdefault("tabel_bebas", []).append(
        {"judul": judul, "bagian": "Lampiran", **dict(zip(huruf, kepala, strict=False))}
    )
    n["tabel_bebas"] += [{k: x for k, x in zip(huruf, b, strict=False) if x} for b in baris]
    return len(n["tabel_bebas"]) - len(baris)


def _isi(teks: str | None) -> str:
    return teks if teks and teks not in KOSONG and berangka(teks) else ""


def _bertahun(n: Naskah, tahun: int) -> list[tuple[str, tuple[str, ...], tuple[str, ...], Baris, str]]:
    """Name, header and row of indicators with figures of this year and the two before."""
    hasil = []
    for b in n["pengukuran"]:
        lalu = next((x for x in n.get("riwayat", ()) if x["kode"] == b["kode"]), None)
        t = _isi(target_baris(n, b))
        if lalu is None or b.get("pembilang") or not t or not _isi(b.get("realisasi")):
            continue
        isi = [(f"Realisasi {tahun - k}", _isi(lalu.get(f"realisasi_{k}"))) for k in (2, 1)]
        isi += [(f"Target {tahun}", t), (f"Realisasi {tahun}", b["realisasi"])]
        if all(x for _, x in isi):
            nama = indikator(n, b["kode"])["indikator"]
            hasil.append((nama, ("Indikator", *(k for k, _ in isi)), (nama, *(x for _, x in isi)), b, t))
    return hasil


@ragam
def tabel_kecil_di_uraian(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A small table for each of a few indicators, with comparators and changes; quarters, staff and shares in others."""
    for nama, kepala, baris, b, t in _bertahun(n, atur.tahun)[:3]:
        x, y = (baca(z) for z in baris[1:3])
        beda = angka((y - x) / x * 100, 2) if x > 0 else "-"
        _tabel(n, f"Perkembangan {nama}", (*kepala, "Pertumbuhan (%)", "Nasional"), (*baris, beda, angka(baca(t) * 1.3, 2)))  # fmt: skip
        if _isi(b.get("capaian")):
            _tabel(n, f"Target dan Realisasi {nama}", ("No", "Indikator", "Target", "Realisasi", "Capaian"), ("1", nama, t, b["realisasi"], b["capaian"]))  # fmt: skip
    ukur = [r.randint(60, 95) for _ in TW]
    nyata = [t + r.randint(-9, 9) for t in ukur]
    _tabel(n, "Layanan per Triwulan", ("Uraian", *TW, "Rata-rata"), ("Target", *map(str, ukur), "-"), ("Realisasi", *map(str, nyata), "-"),
           ("Capaian (%)", *(persen(gaya, y / t * 100, 2) for t, y in zip(ukur, nyata, strict=True)), "99"))  # fmt: skip
    a, z = r.randint(12, 60), r.randint(12, 60)
    _tabel(n, "Pegawai menurut Jenis Kelamin", ("Unit", "L", "P", "L+P", "L (%)", "P (%)", "L+P (%)"),
           ("Dinas", str(a), str(z), str(a + z), persen(gaya, a / (a + z) * 100, 1), persen(gaya, z / (a + z) * 100, 1), "100%"))  # fmt: skip
    n.setdefault("naskah", []).append({"bagian": "Ikhtisar", "teks": f"Instansi dibentuk tahun 1745 dan laporan ditetapkan 28 Februari {atur.tahun + 1}."})  # fmt: skip


@salah
def sel_tabel_satu_indikator_keliru(r: Random, n: Naskah) -> Letak | None:
    """A table of one indicator over the years has another figure in one cell."""
    calon = [c for c in _bertahun(n, int(atur(n)["tahun"])) if sum(baca(x) not in (0.0, 100.0) for x in c[2][1:]) >= 4]
    calon = [c for c in calon if len({baca(x) for x in c[2][1:]}) > 2 and any(tukar_digit(x) for x in c[2][1:])]
    if not calon:
        return None
    nama, kepala, baris, *_ = r.choice(calon)
    k = r.choice([i for i, x in enumerate(baris) if i and tukar_digit(x)])
    i = _tabel(n, f"Perkembangan {nama}", kepala, tuple(tukar_digit(x) or "" if j == k else x for j, x in enumerate(baris)))  # fmt: skip
    return [("tabel_bebas", i, f"k{k + 1}")]


@salah
def capaian_triwulan_di_kolom_keliru(r: Random, n: Naskah) -> Letak:
    """Quarters in columns: one capaian is not that of the two rows above it."""
    t = [r.randint(40, 400) for _ in TW]
    x = [int(y * r.uniform(0.7, 1.1)) for y in t]
    c = [y / z * 100 for y, z in zip(x, t, strict=True)]
    k = r.randrange(4)
    c[k] += r.choice((-7, 8, 11))
    i = _tabel(n, "Layanan per Triwulan", ("Uraian", *TW), ("Target", *map(str, t)), ("Realisasi", *map(str, x)), ("Capaian (%)", *(angka(y, 2) for y in c)))  # fmt: skip
    return [("tabel_bebas", i + j, f"k{k + 2}") for j in range(3)]


@salah
def jumlah_laki_perempuan_satu_baris_keliru(r: Random, n: Naskah) -> Letak:
    """L+P of a table of one row is not L and P together, or the shares are of neither."""
    a, z = r.randint(12, 60), r.randint(12, 60)
    if r.random() < 0.5:
        isi = (str(a), str(z), str(a + z + r.choice((-3, 3, 10))))
        i = _tabel(n, "Pegawai Kecamatan Contoh", ("Unit", "L", "P", "L+P"), ("Kecamatan", *isi))
        return [("tabel_bebas", i, "k4")]
    p = a / (a + z) * 100 + r.choice((-6, 6))
    i = _tabel(n, "Pegawai Kecamatan Contoh", ("Unit", "Pria", "Wanita", "Jumlah", "Pria (%)", "Wanita (%)", "Jumlah (%)"),
               ("Kecamatan", str(a), str(z), str(a + z), angka(p, 1), angka(100 - p, 1), "100"))  # fmt: skip
    return [("tabel_bebas", i, "k5"), ("tabel_bebas", i, "k6")]


@salah
def jumlah_baris_terakhir_keliru(r: Random, n: Naskah) -> Letak:
    """A total below another kind of figure: three years show of which rows it is, one of them is wrong."""
    kolom = [[r.randint(20, 90) for _ in range(3)] for _ in range(3)]
    kejadian = [sum(c) + r.randint(30, 90) for c in kolom]
    total = [sum(c) for c in kolom]
    k = r.randrange(3)
    total[k] += r.choice((-9, 9, 18))
    baris = [(f"Korban {x}", *(str(c[j]) for c in kolom)) for j, x in enumerate(("meninggal", "berat", "ringan"))]
    i = _tabel(n, "Kecelakaan Contoh", ("Uraian", "2021", "2022", "2023"), ("Kejadian", *map(str, kejadian)), *baris, ("Jumlah", *map(str, total)))  # fmt: skip
    return [("tabel_bebas", i + j, f"k{k + 2}") for j in range(1, 5)]


@salah
def jumlah_pegawai_strip(r: Random, n: Naskah) -> Letak:
    """A dash for the total of a row that has men or women."""
    n.setdefault("pegawai", []).append({"dimensi": "Status Contoh", "uraian": "Kontrak", "laki_laki": str(r.randint(1, 30)), "perempuan": r.choice(("-", "4")), "jumlah": "-"})  # fmt: skip
    return [("pegawai", len(n["pegawai"]) - 1, "jumlah")]


def _komponen(r: Random, n: Naskah, atas: int, bawah: int) -> None:
    indikator_baru(n, NAMA, "%", "naik", "70", pembilang=angka(atas, ribuan=True), penyebut=angka(bawah, ribuan=True), pengali="100")  # fmt: skip


@salah
def bagian_di_tulisan_tertukar(r: Random, n: Naskah) -> Letak:
    """ "24 dari 57 desa" of 42."""
    bawah = r.randint(80, 97)
    atas = r.choice([x for x in range(41, 79) if x % 10 and x % 11 and x not in (bawah - x, 70)])
    _komponen(r, n, atas, bawah)
    n.setdefault("analisis", []).append({"kode": KODE, "pendorong": f"Sebanyak {tukar_digit(str(atas))} dari {bawah} desa terlayani"})  # fmt: skip
    return [("analisis", len(n["analisis"]) - 1, "pendorong")]


@salah
def komponen_di_data_pendukung_tertukar(r: Random, n: Naskah) -> Letak:
    """A component printed again with two digits in each other's place."""
    bawah = r.randint(70_000, 98_765)
    atas = int(bawah * r.uniform(0.6, 0.8))
    atas += tukar_digit(angka(atas, ribuan=True)) is None
    _komponen(r, n, atas, bawah)
    n.setdefault("data_pendukung", []).append({"tabel": WADAH, "uraian": "Sasaran", "kolom": "Jiwa", "nilai": angka(bawah, ribuan=True), "satuan": "jiwa"})  # fmt: skip
    n["data_pendukung"].append({"tabel": WADAH, "uraian": "Terlayani", "kolom": "Jiwa", "nilai": tukar_digit(angka(atas, ribuan=True)) or "", "satuan": "jiwa"})  # fmt: skip
    return [("data_pendukung", len(n["data_pendukung"]) - 1, "nilai")]


def _tulisan(n: Naskah, teks: str) -> Letak:
    n.setdefault("naskah", []).append({"bagian": "Ikhtisar", "teks": teks})
    return [("naskah", len(n["naskah"]) - 1, "teks")]


@salah
def tahun_di_tulisan_salah_ketik(r: Random, n: Naskah) -> Letak:
    """A year nobody will live to see, or of five digits."""
    t = atur(n)["tahun"]
    x = r.choice((f"22{t[1]}{t[3]}" if t[2] == "2" else f"2{t[2]}0{t[3]}", f"{t}{t[3]}", f"2{t[0]}{t[2:]}"))
    return _tulisan(n, f"Kondisi tahun {x} lebih baik dari yang diharapkan")


@salah
def tanggal_di_tulisan_tidak_ada(r: Random, n: Naskah) -> Letak:
    """A day its month does not have."""
    hari = r.choice(("31 Juni", "31 April", "30 Februari", "32 Januari", "31 November"))
    return _tulisan(n, f"Perjanjian ditandatangani tanggal {hari} {atur(n)['tahun']}")


@salah
def naik_padahal_lebih_singkat(r: Random, n: Naskah) -> Letak:
    """A time that fell by so much is said to have risen by it."""
    x, d = r.randint(40, 90), r.randint(3, 20)
    return _tulisan(n, f"Waktu tunggu naik {d} menit dari {x} menit menjadi {x - d} menit")
