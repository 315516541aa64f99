"""Odd habits of clean reports: what is left out, spelled otherwise, added, or printed beside the usual; each right in itself."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from agensi.angka import angka, baca, bagi, persen
from agensi.model import Atur, Gaya, Naskah
from agensi.tanam import TINGKAT, berangka

Ragam = Callable[[Random, Naskah, Atur, Gaya], None]
RAGAM: dict[str, Ragam] = {}
TERAKHIR: list[str] = []  # habits whose print or rows no other habit understands, in their order
PALING_BANYAK = 180  # rows of the agreement that the workbook is ready for


def ragam(f: Ragam) -> Ragam:
    """Register a habit under its name."""
    RAGAM[f.__name__] = f
    return f


def ragam_terakhir(f: Ragam) -> Ragam:
    """Register a habit that comes after all others, and after those registered so before it."""
    TERAKHIR.append(f.__name__)
    return ragam(f)


def ragamkan(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """One to six habits of this agency, whatever they find to change."""
    for nama in sorted(
        r.sample(list(RAGAM), r.randint(1, 6)), key=lambda x: TERAKHIR.index(x) if x in TERAKHIR else -1
    ):
        RAGAM[nama](r, n, atur, gaya)


def _tanpa(n: Naskah, lembar: str, *kolom: str) -> None:
    for b in n.get(lembar, ()):
        for k in kolom:
            b.pop(k, None)


@ragam
def tahun_lalu_tidak_ada(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The first report under a new plan: no earlier years at all."""
    n["riwayat"] = []


@ragam
def tahun_lalu_tidak_diketahui(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Every earlier year is there and says that nothing was measured."""
    kosong = r.choice(("N/A", "n.a", "NA", "-", "—", "–"))
    n["riwayat"] = [
        {k: kosong if k.startswith(("realisasi", "capaian")) else x for k, x in b.items()} for b in n["riwayat"]
    ]


@ragam
def hanya_pengukuran(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """No quarters, no comparisons, no analysis, no plan for next year."""
    for lembar in ("triwulan", "pembanding", "analisis", "rencana_aksi", "iku"):
        n[lembar] = []


@ragam
def tabel_sempit(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Narrow tables: nothing but what was wanted and what came of it."""
    _tanpa(n, "pengukuran", "kategori", "sumber_data", "pembilang", "penyebut", "pengali")
    for b in n["pengukuran"]:
        if b.get("target", "")[:1] not in ("0", "-"):  # of nought and less what counts is typed
            b.pop("capaian", None)
    _tanpa(
        n,
        "anggaran",
        "indikator",
        "satuan",
        "target",
        "realisasi",
        "capaian",
        "efisiensi",
        "serapan",
        "sisa",
        "sumber_dana",
    )


@ragam
def satuan_di_setiap_sel(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Every figure of the measurement with its unit behind it."""
    satuan = {i["kode"]: i["satuan"] for i in n["indikator"]}
    for b in n["pengukuran"]:
        for k in ("target", "realisasi"):
            x, s = b.get(k, ""), satuan[b["kode"]]
            if berangka(x) and x[-1].isdigit() and s not in ("%", "rasio") and "/" not in s:
                b[k] = f"{x} {s.title() if r.random() < 0.3 else s}"
            elif x.endswith("%"):
                b[k] = f"{x.rstrip('% ')} {r.choice(('persen', 'Persen', '%'))}"


@ragam
def belum_rilis(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Words where a figure is still to come."""
    for b in n["pengukuran"]:
        if (
            r.random() < 0.15
            and not b.get("pembilang")
            and not any(t["kode"] == b["kode"] for t in n.get("triwulan", ()))
        ):
            b["realisasi"] = r.choice(("Belum rilis", "belum tersedia", "Data belum ada", "menunggu rilis BPS"))
            for k in ("capaian", "kategori"):
                b.pop(k, None)


@ragam
def nol_kasus_yang_terjadi(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """None was wanted by every document, two happened; what that counts as is typed."""
    _indikator_baru(n, atur, "Jumlah Kasus Kebakaran Gedung Contoh", "kasus", "turun", "0", "2", r.choice(("0", "-")))


@ragam
def target_negatif(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A growth that was expected to fall below nought."""
    _indikator_baru(n, atur, "Laju Pertumbuhan Sektor Contoh", "%", "naik", "-1,50", "-2,07", "62,00")


def _indikator_baru(
    n: Naskah, atur: Atur, nama: str, satuan: str, arah: str, target: str, hasil: str, capaian: str
) -> None:
    if len(n["pk"]) + len(atur.versi) > PALING_BANYAK:
        return
    kode = "Z9.1" if any(i["kode"] == "Z8.1" for i in n["indikator"]) else "Z8.1"
    n["indikator"].append({"kode": kode, "jenjang": "sasaran", "pernyataan": f"Terkendalinya {nama}", "indikator": nama,
                           "satuan": satuan, "arah": arah, "sifat": "akhir", "iku": "tidak", "berlaku": "baru"})  # fmt: skip
    n["renstra"].append({"kode": kode, **{f"target_{k + 1}": target for k in range(atur.banyak)}})
    n["pk"] += [{"versi": v, "kode": kode, "target": target} for v in atur.versi]
    n["pengukuran"].append({"kode": kode, "target": target, "realisasi": hasil, "capaian": capaian})


@ragam
def pk_perubahan_sebagian(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The changed agreement lists only what was changed."""
    if "perubahan" in atur.versi:
        n["pk"] = [b for b in n["pk"] if b["versi"] != "perubahan" or b.get("keterangan") or r.random() < 0.3]


@ragam
def nama_salah_ketik(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A letter is missing in the names of programmes of one document; their kode tells them."""
    for b in n.get(r.choice(("renja", "pk_program")), ()):
        if b.get("kode") and r.random() < 0.3:
            i = r.randrange(4, len(b["nama"]) - 1)
            b["nama"] = b["nama"][:i] + b["nama"][i + 1 :]


@ragam
def rumusan_disalin(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Sasaran and indicators copied into other documents, in capitals, with other spaces and stops."""
    milik = {i["kode"]: i for i in n["indikator"]}
    ubah = r.choice((str.upper, str.lower, lambda x: f"{x}.", lambda x: x.replace(" ", "  ")))
    for b in n.get("renstra", []) + n["pk"]:
        b["indikator"] = ubah(milik[b["kode"]]["indikator"])


@ragam
def hanya_pns(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Tables of some of the staff beside those of all."""
    for dimensi, uraian in (
        ("Jabatan PNS", ("Struktural", "Fungsional")),
        ("Eselon", ("Eselon III", "Eselon IV")),
        ("PPPK", ("Guru", "Teknis")),
    ):
        x = [r.randint(1, 9) for _ in uraian]
        n["pegawai"] += [
            {"dimensi": dimensi, "uraian": u, "jumlah": str(k)}
            for u, k in [*zip(uraian, x, strict=True), ("Jumlah", sum(x))]
        ]


@ragam
def belanja_langsung_saja(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Only part of the spending is printed, without a total of everything."""
    n["belanja"] = [
        {**b, "jenis": f"{b['jenis']} (tanpa gaji)", "induk": ""} for b in n["belanja"] if not b.get("induk")
    ]
    for b in n["belanja"]:
        if any(kata in b[k] for k in ("anggaran", "realisasi") for kata in ("ribu", "juta")):
            continue  # its amounts are no plain rupiah any more
        x = [int(baca(b[k]) * 0.6) for k in ("anggaran", "realisasi")]
        b |= {"anggaran": angka(x[0], ribuan=True), "realisasi": angka(x[1], ribuan=True)}
        for k in ("serapan", "sisa"):
            b.pop(k, None)


@ragam
def jumlah_di_atas_dan_bawah(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """The grand total stands at the head and once more at the foot, the latter without a level."""
    atas = [b for b in n["anggaran"] if b["level"] == TINGKAT[0]]
    if atas and n["anggaran"][0] is atas[0]:
        n["anggaran"].append({"nama": r.choice(("JUMLAH", "Total", "Jumlah Seluruhnya")), "pagu": atas[0]["pagu"],
                              "realisasi_rp": atas[0].get("realisasi_rp", "")})  # fmt: skip


@ragam
def rata_rata_dan_nisbah(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A free table whose foot has the ratio of the sums or the mean of the percentages, then a mean row."""
    isi = [(r.randint(50, 400), r.uniform(0.5, 1.1)) for _ in range(r.randint(2, 6))]
    baris = [(t, int(t * f)) for t, f in isi]
    t, x = (sum(b[k] for b in baris) for k in (0, 1))
    rata = sum(b / a for a, b in baris) / len(baris) * 100
    n["tabel_bebas"].append(
        {
            "judul": "Capaian Kegiatan Contoh",
            "bagian": "Lampiran",
            "k1": "Kegiatan",
            "k2": "Target",
            "k3": "Realisasi",
            "k4": "Capaian (%)",
        }
    )
    n["tabel_bebas"] += [
        {"k1": f"Hal {k}", "k2": str(a), "k3": str(b), "k4": persen(gaya, b / a * 100, 2)}
        for k, (a, b) in enumerate(baris)
    ]
    n["tabel_bebas"].append(
        {"k1": "Jumlah", "k2": str(t), "k3": str(x), "k4": persen(gaya, r.choice((x / t * 100, rata)), 2)}
    )
    n["tabel_bebas"].append(
        {
            "k1": "Rata-rata",
            "k2": angka(t / len(baris), 2),
            "k3": angka(x / len(baris), 2),
            "k4": persen(gaya, r.choice((x / t * 100, rata)), 2),
        }
    )


@ragam
def nomor_tabel_sendiri(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Tables numbered in another order, some not at all."""
    for b in n["daftar_tabel"]:
        b["nomor"] = "" if r.random() < 0.3 else f"Tabel C-{r.randrange(10**6)}"


@ragam
def kategori_tanpa_skala(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Categories are printed, the scale they follow is not; those that rows name are."""
    n["skala"] = [b for b in n["skala"] if b.get("skala")]


@ragam
def data_pendukung_persen(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """Supporting tables of percentages whose foot is a mean, or shares of one whole."""
    isi = [r.randint(40, 99) for _ in range(4)]
    bagian = bagi(r, 100, 4)
    for tabel, nilai, label, akhir in (
        ("Cakupan Contoh", isi, r.choice(("Rata-rata", "Jumlah", "Kabupaten")), sum(isi) / 4), ("Porsi Contoh", bagian, "Jumlah", 100)
    ):  # fmt: skip
        for u, x in (*((f"Kecamatan {'ABCD'[i]}", x) for i, x in enumerate(nilai)), (label, akhir)):
            n["data_pendukung"].append(
                {"tabel": tabel, "uraian": u, "kolom": "Capaian", "nilai": angka(x, 2), "satuan": "%"}
            )


@ragam
def anggaran_belum_terserap(r: Random, n: Naskah, atur: Atur, gaya: Gaya) -> None:
    """A report of the first months: nothing spent yet, all of it left."""
    for b in n["anggaran"]:
        for k in ("serapan", "efisiensi", "realisasi", "capaian"):
            b.pop(k, None)
        b |= {"realisasi_rp": r.choice(("", "-")), "sisa": b["pagu"]}
    n["belanja"] = []
