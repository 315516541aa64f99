"""Mistakes as inspectors name them: between tables, between words and figures, at the foot of a table."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, ganti, persen
from agensi.model import Gaya, Naskah
from agensi.tanam import Letak, atur, berangka, indikator, pilih, salah, semua, tambah, ubah

GAYA = Gaya(uang="{}", persen="{}", bersatuan=False, ribuan=True, kosong="", rapi=True, titik=False, ketik=1.0)
KODE = "Z7.1"  # of an indicator that is planted with its mistake


def indikator_baru(n: Naskah, nama: str, satuan: str, arah: str, target: str, **isi: str) -> int:
    """A further indicator, agreed and measured; the place of its row in the measurement."""
    n["indikator"].append({"kode": KODE, "jenjang": "sasaran", "pernyataan": f"Membaiknya {nama}", "indikator": nama,
                           "satuan": satuan, "arah": arah, "sifat": "akhir", "iku": "tidak", "berlaku": "baru"})  # fmt: skip
    n["pk"] += [{"versi": v, "kode": KODE, "target": target} for v in dict.fromkeys(b["versi"] for b in n["pk"])]
    n["pengukuran"].append({"kode": KODE, "target": target, **isi})
    return len(n["pengukuran"]) - 1


@salah
def serapan_seluruhnya_dijumlahkan(r: Random, n: Naskah) -> Letak | None:
    """The percentage of the grand total is the sum of the percentages below."""
    b = pilih(r, n, "anggaran", "serapan", bila=lambda x: x["level"] == "perangkat daerah")
    bawah = semua(n, "anggaran", "serapan", bila=lambda x: x["level"] == "program")
    if b is None or len(bawah) < 2:
        return None
    return ubah(n, "anggaran", b, "serapan", angka(sum(baca(n["anggaran"][i]["serapan"]) for i in bawah), 2))


def _tabel_capaian(r: Random, n: Naskah) -> tuple[list[float], int]:
    """A free table of targets and results at the end; its percentages, and the row of its first content."""
    baris = [(t := r.randint(50, 400), int(t * r.uniform(0.6, 1.1))) for _ in range(r.randint(2, 6))]
    n["tabel_bebas"].append({"judul": "Capaian Kegiatan Contoh", "bagian": "Lampiran", "k1": "Kegiatan", "k2": "Target",
                             "k3": "Realisasi", "k4": "Capaian (%)"})  # fmt: skip
    awal = len(n["tabel_bebas"])
    hasil = [b / a * 100 for a, b in baris]
    n["tabel_bebas"] += [{"k1": f"Hal {'ABCDEF'[k]}", "k2": str(a), "k3": str(b), "k4": persen(GAYA, p, 2)}
                         for k, ((a, b), p) in enumerate(zip(baris, hasil, strict=True))]  # fmt: skip
    return [float(f"{p:.2f}") for p in hasil], awal


@salah
def persen_dijumlahkan_di_tabel_bebas(r: Random, n: Naskah) -> Letak | None:
    """Likewise at the foot of a free table."""
    hasil, awal = _tabel_capaian(r, n)
    isi = n["tabel_bebas"][awal:]
    jumlah = {k: str(sum(int(b[k]) for b in isi)) for k in ("k2", "k3")}
    n["tabel_bebas"].append({"k1": "Jumlah", **jumlah, "k4": angka(sum(hasil), 2)})
    return [("tabel_bebas", len(n["tabel_bebas"]) - 1, "k4")]


@salah
def rata_rata_di_luar_barisnya(r: Random, n: Naskah) -> Letak | None:
    """A mean above all it is the mean of."""
    hasil, _ = _tabel_capaian(r, n)
    n["tabel_bebas"].append({"k1": "Rata-rata", "k4": angka(max(hasil) + r.uniform(1, 9), 2)})
    return [("tabel_bebas", len(n["tabel_bebas"]) - 1, "k4")]


@salah
def sebutan_pegawai_berbeda(r: Random, n: Naskah) -> Letak | None:
    """Two tables of the same people, one with two more of one golongan and two fewer of another."""
    x = [r.randint(5, 40) for _ in range(3)]
    n["pegawai"] = []
    for dimensi, isi in (("Golongan", x), ("Golongan ruang", [x[0] + 2, x[1] - 2, x[2]])):
        for u, k in zip(("II", "III", "IV"), isi, strict=True):
            n["pegawai"].append({"dimensi": dimensi, "uraian": f"Golongan {u}", "jumlah": str(k)})
        n["pegawai"].append({"dimensi": dimensi, "uraian": "Jumlah", "jumlah": str(sum(isi))})
    return [("pegawai", i, "jumlah") for i in (0, 1, 4, 5)]


@salah
def efisiensi_tanpa_anggaran(r: Random, n: Naskah) -> Letak | None:
    """An efficiency of a row that has no money: capaian minus nothing."""
    if atur(n)["metode_efisiensi"] != "selisih":
        return None
    n["anggaran"].append({"level": "program", "nama": "Program Tanpa Biaya", "indikator": "Jumlah Rapat Contoh", "satuan": "kali",
                          "target": "10", "realisasi": "9", "capaian": "90", "efisiensi": "90"})  # fmt: skip
    return [("anggaran", len(n["anggaran"]) - 1, "efisiensi")] if not atur(n).get("batas_capaian") else None


@salah
def kategori_melompat_tanpa_skala(r: Random, n: Naskah) -> Letak | None:
    """No scale is given, and one category does not fit between those around it."""
    baris = semua(
        n, "pengukuran", "capaian", bila=lambda b: indikator(n, b["kode"])["arah"] == "naik" and berangka(b["capaian"])
    )
    urut = sorted(baris, key=lambda i: baca(n["pengukuran"][i]["capaian"]))
    nilai = [baca(n["pengukuran"][i]["capaian"]) for i in urut]
    if len(urut) < 5 or len(set(nilai)) < len(nilai):
        return None
    n["skala"] = []
    for b in n["pengukuran"]:
        b.pop("kategori", None)
    for i in urut:
        n["pengukuran"][i]["kategori"] = "Baik"
    return ubah(n, "pengukuran", urut[2], "kategori", "Kurang")


@salah
def judul_tabel_tersalin(r: Random, n: Naskah) -> Letak | None:
    """The title of one table stands over another."""
    a, b = r.sample(
        [
            i
            for i, x in enumerate(n["daftar_tabel"])
            if x["ringkasan"] in ("Capaian Kinerja", "Realisasi Anggaran", "Simpulan")
        ],
        2,
    )
    n["daftar_tabel"][b]["judul"] = n["daftar_tabel"][a]["judul"]
    return [("daftar_tabel", i, "judul") for i in (a, b)]


@salah
def periode_renstra_lama_di_judul(r: Random, n: Naskah) -> Letak | None:
    """The period of the plan before, in a title."""
    b = next(i for i, x in enumerate(n["daftar_tabel"]) if x["ringkasan"] == "Kemajuan Renstra")
    awal = int(atur(n)["renstra_awal"])
    return ubah(n, "daftar_tabel", b, "judul", f"Kemajuan terhadap Renstra {awal - 5}–{awal - 1}")


@salah
def capaian_ditulis_strip(r: Random, n: Naskah) -> Letak | None:
    """A dash where target and realisasi are figures."""
    b = pilih(
        r,
        n,
        "pengukuran",
        "target",
        "realisasi",
        "capaian",
        bila=lambda x: berangka(x["target"]) and baca(x["target"]) > 0 and berangka(x["realisasi"]),
    )
    if b is None:
        return None
    n["pengukuran"][b].pop("kategori", None)
    return ubah(n, "pengukuran", b, "capaian", "-")


@salah
def angka_dan_katanya_berbeda(r: Random, n: Naskah) -> Letak | None:
    """Thirteen, in words twelve; nought in words is nought."""
    b = pilih(r, n, "pk", "target", bila=lambda x: x["target"].isdigit() and 0 < int(x["target"]) < 999)
    return (
        None if b is None else ubah(n, "pk", b, "target", f"{n['pk'][b]['target']} ({r.choice(('seribu dua', 'nol'))})")
    )


@salah
def kode_pk_tertukar(r: Random, n: Naskah) -> Letak | None:
    """The kode of two rows of the agreement changed places, the names stayed."""
    nama = {i["kode"]: i["indikator"] for i in n["indikator"]}
    sama = [i for i, b in enumerate(n["pk"]) if b["versi"] == n["pk"][0]["versi"]]
    if len(sama) < 2:
        return None
    a, b = r.sample(sama, 2)
    x, y = n["pk"][a], n["pk"][b]
    x["indikator"], y["indikator"] = nama[x["kode"]], nama[y["kode"]]
    x["kode"], y["kode"] = y["kode"], x["kode"]
    return [("pk", i, k) for i in (a, b) for k in ("indikator", "kode", "target")]


@salah
def satuan_pk_bertentangan(r: Random, n: Naskah) -> Letak | None:
    """People in the plan are percent in the agreement."""
    cacah = ("orang", "dokumen", "kasus", "indeks", "nilai")
    b = pilih(r, n, "pk", bila=lambda x: indikator(n, x["kode"])["satuan"] in cacah)
    return ubah(n, "pk", b, "satuan", "Persen")


@salah
def rumusan_sasaran_lain(r: Random, n: Naskah) -> Letak | None:
    """The agreement words the sasaran otherwise."""
    return ubah(n, "pk", pilih(r, n, "pk"), "sasaran", "Terwujudnya birokrasi yang bersih dan melayani")


@salah
def sasaran_tanpa_indikator(r: Random, n: Naskah) -> Letak | None:
    """A sasaran of which nothing is measured."""
    n["indikator"].append({"kode": "S77", "jenjang": "sasaran", "pernyataan": "Meningkatnya hal yang tidak diukur"})
    return [("indikator", len(n["indikator"]) - 1, k) for k in ("kode", "pernyataan", "indikator")]


@salah
def komponen_terbalik_tanpa_hasil(r: Random, n: Naskah) -> Letak | None:
    """Numerator and denominator swapped, nothing typed that was worked out from them."""
    b = indikator_baru(
        n,
        "Persentase Balita Terlayani Contoh",
        "%",
        "naik",
        "72",
        pembilang="900",
        penyebut=str(r.randint(600, 680)),
        pengali="100",
    )
    return [("pengukuran", b, k) for k in ("realisasi", "pembilang", "penyebut")]


@salah
def capaian_hanya_karena_dibulatkan(r: Random, n: Naskah) -> Letak | None:
    """3 %, 2 %, 80 %: only rounding could have made it."""
    b = indikator_baru(
        n, "Persentase Aduan Selesai Contoh", "%", "naik", "3", realisasi="2", capaian=r.choice(("80", "79", "55"))
    )
    return [("pengukuran", b, "capaian")]


@salah
def indeks_dua_skala(r: Random, n: Naskah) -> Letak | None:
    """Target 0,85, realisasi 74."""
    b = indikator_baru(
        n, "Indeks Reformasi Contoh", "indeks", "naik", f"0,{r.randint(70, 95)}", realisasi=str(r.randint(60, 95))
    )
    return [("pengukuran", b, k) for k in ("target", "realisasi", "capaian")]


@salah
def capaian_dipotong(r: Random, n: Naskah) -> Letak | None:
    """66,66 for two thirds."""
    t, x, c = r.choice(
        (("3", "2", "66,66"), ("11", "5", "45,4"), ("67", "79", "117"), ("11", "8", "72,72"), ("3", "5", "166"))
    )
    b = indikator_baru(n, "Jumlah Forum Contoh", "forum", "naik", t, realisasi=x, capaian=c)
    return [("pengukuran", b, "capaian")]


@salah
def belanja_bukan_program(r: Random, n: Naskah) -> Letak | None:
    """All spending by kind, right in itself, is not that of the programmes."""
    tahun = atur(n)["tahun"]
    milik = [i for i, b in enumerate(n["belanja"]) if b["tahun"] == tahun]
    akar = next((i for i in milik if not n["belanja"][i].get("induk")), None)
    daun = [
        i for i in milik if n["belanja"][i]["jenis"] not in {n["belanja"][k].get("induk") for k in milik} and i != akar
    ]
    if akar is None or not daun or not any(b["level"] == "program" for b in n["anggaran"]):
        return None
    b = daun[0]
    jalur = [b]
    while (atas := n["belanja"][jalur[-1]].get("induk")) is not None:
        jalur.append(next(i for i in milik if n["belanja"][i]["jenis"] == atas))
    for i in jalur:
        x = n["belanja"][i]
        x["anggaran"] = tambah(x["anggaran"], 9_000_000)
        for k in ("serapan", "sisa"):
            x.pop(k, None)
    return [("belanja", i, "anggaran") for i in jalur] + [("anggaran", i, "pagu") for i, x in enumerate(n["anggaran"])]


@salah
def kondisi_awal_berbeda(r: Random, n: Naskah) -> Letak | None:
    """The base value of the plan is not the realisasi of that year."""
    lama = {b["kode"]: b.get("realisasi_1", "") for b in n["riwayat"]}
    b = pilih(
        r,
        n,
        "renstra",
        "nilai_dasar",
        bila=lambda x: berangka(x["nilai_dasar"]) and berangka(lama.get(x["kode"], "")) and "*" not in lama[x["kode"]],
    )
    return None if b is None else ubah(n, "renstra", b, "nilai_dasar", tambah(n["renstra"][b]["nilai_dasar"], 3))


@salah
def data_pendukung_bukan_komponen(r: Random, n: Naskah) -> Letak | None:
    """The table that supports an indicator has another total than its numerator."""
    b = pilih(r, n, "pengukuran", "pembilang", "penyebut", bila=lambda x: baca(x["pembilang"]) > 200)
    if b is None:
        return None
    x, nama = int(baca(n["pengukuran"][b]["pembilang"])), indikator(n, n["pengukuran"][b]["kode"])["indikator"]
    n["data_pendukung"] = [d for d in n.get("data_pendukung", ()) if d["tabel"] != nama]
    lain = x + r.choice((-2, 2, 3))
    for uraian, y in (("Kecamatan Satu", lain // 3), ("Kecamatan Dua", lain - lain // 3), ("Jumlah", lain)):
        n["data_pendukung"].append(
            {"tabel": nama, "uraian": uraian, "kolom": "Banyaknya", "nilai": str(y), "satuan": "orang"}
        )
    return [("data_pendukung", len(n["data_pendukung"]) - 1, "nilai"), ("pengukuran", b, "pembilang")]


@salah
def target_akhir_di_bawah_target_tahun_ini(r: Random, n: Naskah) -> Letak | None:
    """The plan prints only its first and its last target, and the agreement is beyond the last."""
    tahun, awal, akhir = (int(atur(n)[k]) for k in ("tahun", "renstra_awal", "renstra_akhir"))
    if not awal < tahun < akhir:
        return None
    b = indikator_baru(n, "Indeks Kepuasan Layanan Contoh", "indeks", "naik", "82,50", realisasi="82,50")
    n["renstra"].append({"kode": KODE, "target_1": "75,00", "target_akhir": "80,00"})
    return [("pengukuran", b, "target"), ("renstra", len(n["renstra"]) - 1, "target_akhir")]


@salah
def angka_inggris_keliru_di_tabel_bebas(r: Random, n: Naskah) -> Letak | None:
    """A total of money printed as an export does."""
    x = [r.randint(2, 900) * 1_000_000 for _ in range(3)]
    n["tabel_bebas"].append({"judul": "Hibah Contoh", "bagian": "Lampiran", "k1": "Penerima", "k2": "Nilai (Rp)"})
    n["tabel_bebas"] += [{"k1": f"Kelompok {'ABC'[i]}", "k2": f"{y:,}.00"} for i, y in enumerate(x)]
    n["tabel_bebas"].append({"k1": "Jumlah", "k2": ganti(f"{sum(x):,}.00", sum(x) + 7_000_000)})
    return [("tabel_bebas", len(n["tabel_bebas"]) - 1, "k2")]


def _data(n: Naskah, satuan: str, label: str, isi: list[int], akhir: float) -> Letak:
    for u, x in (*((f"Kecamatan {'ABCDEF'[i]}", str(x)) for i, x in enumerate(isi)), (label, angka(akhir, 1))):
        n["data_pendukung"].append(
            {"tabel": "Data Contoh Lain", "uraian": u, "kolom": "Cakupan", "nilai": x, "satuan": satuan}
        )
    return [("data_pendukung", len(n["data_pendukung"]) - 1, "nilai")]


@salah
def persen_dijumlahkan_di_data_pendukung(r: Random, n: Naskah) -> Letak | None:
    """Percentages added up."""
    isi = [r.randint(60, 99) for _ in range(r.randint(2, 6))]
    return _data(n, "%", "Jumlah", isi, sum(isi))


@salah
def rata_rata_data_pendukung_di_luar(r: Random, n: Naskah) -> Letak | None:
    """A mean below all it is the mean of."""
    isi = [r.randint(60, 99) for _ in range(r.randint(2, 6))]
    return _data(n, "orang", "Rata-rata", isi, min(isi) - r.uniform(2, 9))


@salah
def capaian_seluruhnya_di_luar_programnya(r: Random, n: Naskah) -> Letak | None:
    """The grand total's capaian is above that of every programme."""
    b = pilih(
        r,
        n,
        "anggaran",
        bila=lambda x: x["level"] == "perangkat daerah" and not x.get("target") and not x.get("realisasi"),
    )
    program = semua(n, "anggaran", "capaian", bila=lambda x: x["level"] == "program" and berangka(x["capaian"]))
    if b is None or len(program) < 2:
        return None
    tertinggi = max(
        baca(x.get("realisasi", "0")) / baca(x["target"]) * 100
        for x in n["anggaran"]
        if x["level"] == "program" and x.get("target")
    )
    n["anggaran"][b].pop("indikator", None)
    return ubah(n, "anggaran", b, "capaian", angka(max(tertinggi, 100) + 7.5, 1))
