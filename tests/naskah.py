"""Random correct workbooks: every matrix filled with figures that agree, printed as staff print them.

A Naskah holds what a folder of CSVs holds: {sheet id: [{schema column: text}]}; row n stands in Excel row 8 + n.
Inputs are drawn at random; formula cells (capaian, serapan, totals …) are then typed as the workbook computes them,
rounded to the decimals of Pengaturan, so that every rule meets typed values.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

from buku_md import isi_buku

from lkjip_xl.inti.rumus import bulat
from lkjip_xl.perintah import skema
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja

Baris = dict[str, str]
Naskah = dict[str, list[Baris]]

BARIS = 230
SIAP = (30, 60, 120, BARIS)  # ready-made rows of the blank workbooks: the smallest that holds a naskah is the fastest
SKALA = (
    ((100, ">", "Sangat Baik"), (75, ">=", "Baik"), (55, ">=", "Cukup"), (None, "", "Kurang")),
    (
        (90, ">", "Sangat Tinggi"),
        (75, ">", "Tinggi"),
        (65, ">", "Sedang"),
        (50, ">", "Rendah"),
        (None, "", "Sangat Rendah"),
    ),
    ((100, ">=", "Berhasil"), (None, "", "Belum Berhasil")),
)
KATA = [
    "alpha",
    "bravo",
    "cemara",
    "delima",
    "embun",
    "fajar",
    "gading",
    "harum",
    "intan",
    "jati",
    "kenari",
    "lontar",
    "mawar",
    "nusa",
    "opal",
    "padma",
]
DIKETIK = {  # formula columns typed as printed, with the setting that rounds them (None = exact)
    "pk": {"target": None},
    "pengukuran": {"target": None, "realisasi": 2, "capaian": "desimal_capaian", "kategori": None},
    "riwayat": {f"capaian_{k}": "desimal_capaian" for k in (1, 2)},
    "tc27": {"target_akhir": 2, "rp_akhir": None},
    "renja": {"bertambah": None},
    "anggaran": {
        "capaian": "desimal_capaian",
        "serapan": "desimal_serapan",
        "sisa": None,
        "efisiensi": "desimal_efisiensi",
    },
    "belanja": {"serapan": "desimal_serapan", "sisa": None},
    "rencana_aksi": {"total": 2},
    "lhe_nilai": {"predikat": None},
    "pegawai": {"jumlah": None, "selisih": None},
    "aset": {"saldo_akhir": None},
}


@cache
def skema_naskah(siap: int = BARIS) -> Skema:
    """The real schemas with room for tables of so many rows."""
    return Skema({i: replace(s, baris=min(s.baris, siap)) for i, s in skema().lembar.items()})


@cache
def _templat(siap: int = BARIS) -> BukuKerja:
    return buku_kosong(skema_naskah(siap))


def buku(naskah: Naskah) -> BukuKerja:
    """The workbook of a naskah, read cell by cell as a CSV is."""
    panjang = max(map(len, naskah.values()))
    siap = next(s for s in SIAP if panjang < s or s == BARIS)
    kosong = {i: replace(t, sel=dict(t.sel)) for i, t in _templat(siap).tabel.items()}
    return isi_buku(BukuKerja(skema_naskah(siap), kosong), naskah)


def alamat(lembar: str, baris: int, kolom: str) -> tuple[str, str]:
    """Sheet name and A1 address of a row (counted from 0) and column."""
    t = _templat(SIAP[0])[lembar]
    return t.lembar, t.alamat(BARIS_DATA + baris, kolom)


def angka(x: float, desimal: int = 0, *, ribuan: bool = False) -> str:
    """A number as printed: 1234,50, or 1.234 with separators.

    >>> angka(1234.5, 2), angka(1234567, ribuan=True)
    ('1234,50', '1.234.567')
    """
    teks = f"{x:,.{desimal}f}" if ribuan else f"{x:.{desimal}f}"
    return teks.translate(str.maketrans({",": ".", ".": ","}))


def rp(x: float) -> str:
    """Rupiah as printed."""
    return angka(x, ribuan=True)


def naskah_acak(r: Random, *, indikator: int = 40, simpul: int = 120) -> Naskah:
    """A random correct workbook of at most so many indicators below the goal and about so many programme rows."""
    n: Naskah = {}
    _pengaturan(r, n)
    _indikator(r, n, indikator)
    _kinerja(r, n)
    _program(r, n, simpul)
    _belanja(r, n)
    _pegawai(r, n)
    _aset(r, n)
    _lhe(r, n)
    _ketik_hasil(n)
    return n


# -- settings and indicators --------------------------------------------------------------------------------------


def _pengaturan(r: Random, n: Naskah) -> None:
    awal = r.randint(2018, 2025)
    akhir = awal + r.choice((4, 5))
    atur = {
        "instansi": "Dinas Contoh",
        "kabupaten": "Kabupaten Contoh",
        "tahun": str(r.randint(awal, akhir - 1)),
        "renstra_awal": str(awal),
        "renstra_akhir": str(akhir),
        "metode_efisiensi": r.choice(
            ("selisih", "rasio", "pmk214", "pmk214-tertimbang", "indeks", "nilai", "tidak-dihitung")
        ),
        "basis_efisiensi": r.choice(("sasaran", "indikator")),
        "masukan_efisiensi": r.choice(("penuh", "tampil")),
        "batas_capaian": r.choice(("", "", "120")),
        **{f"desimal_{k}": str(r.choice((1, 2))) for k in ("capaian", "serapan", "efisiensi")},
    }
    n["pengaturan"] = [atur]
    n["skala"] = [
        {"batas": "" if b is None else str(b), "tanda": tanda, "kategori": k} for b, tanda, k in r.choice(SKALA)
    ]


def _nama(r: Random, depan: str, nomor: int) -> str:
    """A name no other row has; its words say nothing of a direction."""
    return f"{depan} {r.choice(KATA)} {r.choice(KATA)} {KATA[nomor % 16]} {KATA[nomor // 16 % 16]}"


def _indikator(r: Random, n: Naskah, banyak: int) -> None:
    n["indikator"] = [_baris_indikator(r, "T1.1", "tujuan", "", 0)]
    for ke in range(r.randint(1, banyak)):
        kode = f"S{ke // 3 + 1}.{ke % 3 + 1}"
        n["indikator"].append(_baris_indikator(r, kode, "sasaran", "T1.1", ke + 1))


def _baris_indikator(r: Random, kode: str, jenjang: str, induk: str, nomor: int) -> Baris:
    satuan, sifat = r.choice((("%", "akhir"), ("indeks", "akhir"), ("orang", "jumlah"), ("%", "rata-rata")))
    arah = r.choice(("naik", "naik", "turun", "turun-rasio", "rentang"))
    if arah == "rentang":
        satuan, sifat = "%", "akhir"
    return {
        "kode": kode, "jenjang": jenjang, "induk": induk, "pernyataan": f"Pernyataan {kode.split('.')[0]}",
        "indikator": _nama(r, "Ukuran", nomor), "satuan": satuan, "arah": arah, "sifat": sifat, "iku": "ya", "berlaku": "baru",
    }  # fmt: skip


def _desimal(i: Baris) -> int:
    return 0 if i["satuan"] == "orang" else 2


def _makin_baik(i: Baris, target: list[str]) -> list[str]:
    """Targets as a Renstra has them: no year worse than the one before; bands stay as they are."""
    if i["arah"] == "rentang":
        return target
    return sorted(target, key=baca_angka, reverse=i["arah"] != "naik")


def _kinerja(r: Random, n: Naskah) -> None:
    """Renstra, PK, measurement, history and action plan of every indicator."""
    atur = n["pengaturan"][0]
    tahun, awal, akhir = (int(atur[k]) for k in ("tahun", "renstra_awal", "renstra_akhir"))
    versi = r.choice((("murni",), ("murni", "perubahan")))
    for k in ("renstra", "pk", "pengukuran", "riwayat", "rencana_aksi"):
        n[k] = []
    for i in n["indikator"]:
        target = _makin_baik(i, [_target(r, i) for _ in range(akhir - awal + 1)])
        n["renstra"].append({"kode": i["kode"], **{f"target_{k}": t for k, t in enumerate(target, 1)}})
        kini, depan = target[tahun - awal], target[tahun - awal + 1]
        n["pk"] += [{"versi": v, "kode": i["kode"], **_triwulan(i, kini)} for v in versi]
        n["pengukuran"].append({"kode": i["kode"], **_realisasi(r, i, kini)})
        lama = {}
        for k in (1, 2):
            t = _target(r, i)
            lama |= {f"target_{k}": t, f"realisasi_{k}": _hasil(r, i, t)}
        n["riwayat"].append({"kode": i["kode"], **lama})
        n["rencana_aksi"].append({"kode": i["kode"], "rencana_aksi": "Langkah kerja", **_triwulan(i, depan)})
    n["pk"].sort(key=lambda b: b["versi"])


def _target(r: Random, i: Baris) -> str:
    if i["arah"] == "rentang":
        a = r.randint(20, 50)
        return f"{a}–{a + r.randint(5, 20)}"
    return str(r.randint(120, 4000)) if i["satuan"] == "orang" else angka(r.uniform(20, 95), 2)


def baca_angka(x: str) -> float:
    """The number a printed one stands for."""
    return float(x.replace(".", "").replace(",", "."))


def _triwulan(i: Baris, target: str) -> Baris:
    if i["arah"] == "rentang" or i["sifat"] != "jumlah":
        return {f"tw{k}": target for k in (1, 2, 3, 4)}
    t = int(target)
    bagian = [t // 4] * 3
    return {f"tw{k}": str(b) for k, b in enumerate([*bagian, t - sum(bagian)], 1)}


def _hasil(r: Random, i: Baris, target: str) -> str:
    tengah = sum(map(baca_angka, target.split("–"))) / len(target.split("–"))
    return angka(tengah * r.uniform(0.75, 1.2), _desimal(i))


def _realisasi(r: Random, i: Baris, target: str) -> Baris:
    hasil = _hasil(r, i, target)
    if i["satuan"] == "%" and r.random() < 0.5:
        penyebut = r.randint(400, 9000)
        return {
            "pembilang": str(round(penyebut * baca_angka(hasil) / 100)),
            "penyebut": str(penyebut),
            "pengali": "100",
        }
    if r.random() < 0.5:
        return _triwulan({**i, "arah": "naik"}, hasil)
    return {"realisasi": hasil}


# -- programmes ---------------------------------------------------------------------------------------------------

POHON = ("perangkat daerah", "program", "kegiatan", "subkegiatan")


def _program(r: Random, n: Naskah, batas: int) -> None:
    """One tree of programmes in T-C.27, Renja, PK Program and Anggaran; every parent is the sum of its children."""
    atur = n["pengaturan"][0]
    tahun_ke = int(atur["tahun"]) - int(atur["renstra_awal"])
    banyak = int(atur["renstra_akhir"]) - int(atur["renstra_awal"]) + 1
    simpul = _pohon(r, r.randint(5, batas))
    kolom = [f"rp_{k}" for k in range(1, banyak + 1)] + ["sebelum", "penjabaran", "setelah", "prakiraan", "realisasi"]
    uang = {
        k: _jumlahkan(simpul, [r.randint(10, 4000) * 100_000 + r.randint(0, 999) * 1000 for _ in simpul]) for k in kolom
    }
    daun = [int(s * r.uniform(0.7, 1.0)) for s in uang["setelah"]]
    uang["realisasi"] = _jumlahkan(simpul, daun)
    penjabaran = r.random() < 0.5
    for k in ("tc27", "renja", "pk_program", "anggaran", "penunjang"):
        n[k] = []
    for b, (kode, level, nama, _) in enumerate(simpul):
        dasar = {"kode": kode, "level": level, "nama": nama}
        i = {"satuan": r.choice(("orang", "%", "indeks")), "arah": "naik"}
        satu = {"indikator": _nama(r, "Hasil", b), "satuan": i["satuan"]} if level != POHON[0] else {}
        target = [_target(r, i) if satu else "" for _ in range(banyak)]
        n["tc27"].append({
            "versi": "sesudah", **dasar, **satu, "sifat": ("jumlah" if i["satuan"] == "orang" else "akhir") if satu else "",
            **{f"target_{k}": t for k, t in enumerate(target, 1)},
            **{f"rp_{k}": rp(uang[f"rp_{k}"][b]) for k in range(1, banyak + 1)},
        })  # fmt: skip
        kini = target[tahun_ke]
        n["renja"].append({
            **dasar, **satu, "target_sebelum": kini, "target_sesudah": kini,
            "pagu_sebelum": rp(uang["sebelum"][b]), "pagu_setelah": rp(uang["setelah"][b]),
            "pagu_penjabaran": rp(uang["penjabaran"][b]) if penjabaran else "",
            "pagu_prakiraan": rp(uang["prakiraan"][b]),
        })  # fmt: skip
        n["anggaran"].append({
            **dasar, **satu, "target": kini, "realisasi": _hasil(r, i, kini) if satu else "",
            "pagu": rp(uang["setelah"][b]), "realisasi_rp": rp(uang["realisasi"][b]),
        })  # fmt: skip
    for versi, pagu in (("murni", "sebelum"), ("perubahan", "setelah")):
        for b, baris in enumerate(n["renja"]):
            ikut = {k: baris.get(k, "") for k in ("kode", "level", "nama", "indikator", "satuan")}
            n["pk_program"].append(
                {"versi": versi, **ikut, "target": baris["target_sebelum"], "anggaran": rp(uang[pagu][b])}
            )
    n["pk_program"] = n["pk_program"][:BARIS] if r.random() < 0.5 else n["pk_program"][len(simpul) :]
    program = [s for s in simpul if s[1] == "program"]
    for i in n["indikator"]:
        kode, level, nama, _ = r.choice(program)
        n["penunjang"].append(
            {"kode": i["kode"], "kode_program": kode, "level": level, "nama": nama, "menunjang": "ya"}
        )


Simpul = tuple[str, str, str, int | None]  # kode, level, name, position of the parent


def _pohon(r: Random, batas: int) -> list[Simpul]:
    semua: list[Simpul] = [("", POHON[0], "Dinas Contoh", None)]
    for p in range(1, r.randint(2, 8)):
        program = len(semua)
        semua.append((f"2.07.{p:02}", "program", _nama(r, "Program", program), 0))
        for k in range(1, r.randint(2, 4)):
            kegiatan = len(semua)
            semua.append((f"2.07.{p:02}.2.{k:02}", "kegiatan", _nama(r, "Kegiatan", kegiatan), program))
            for s in range(1, r.randint(2, 5)):
                nomor = f"2.07.{p:02}.2.{k:02}.{s:04}"
                semua.append((nomor, "subkegiatan", _nama(r, "Subkegiatan", len(semua)), kegiatan))
        if len(semua) >= batas:
            break
    return semua


def _jumlahkan(simpul: list[Simpul], daun: list[int]) -> list[int]:
    """Amounts of all rows: drawn ones at the leaves, sums above."""
    induk = {s[3] for s in simpul}
    hasil = [0 if b in induk else x for b, x in enumerate(daun)]
    for b in range(len(simpul) - 1, 0, -1):
        hasil[simpul[b][3] or 0] += hasil[b]
    return hasil


# -- supporting tables --------------------------------------------------------------------------------------------


def _bagi(r: Random, jumlah: int, banyak: int) -> list[int]:
    """A whole number split into so many parts."""
    batas = sorted(r.randint(0, jumlah) for _ in range(banyak - 1))
    return [b - a for a, b in zip([0, *batas], [*batas, jumlah], strict=True)]


def _belanja(r: Random, n: Naskah) -> None:
    tahun = n["pengaturan"][0]["tahun"]
    pagu, pakai = (int(n["anggaran"][0][k].replace(".", "")) for k in ("pagu", "realisasi_rp"))
    jenis = [
        ("Pegawai", "Operasi"),
        ("Barang dan Jasa", "Operasi"),
        ("Hibah", "Operasi"),
        ("Peralatan", "Modal"),
        ("Jaringan", "Modal"),
    ]
    bagian = _bagi(r, pagu // 2, len(jenis))
    angg = [b + pagu // 2 // len(jenis) for b in bagian]
    angg[0] += pagu - sum(angg)
    guna = [int(a * pakai / pagu) for a in angg]
    guna[0] += pakai - sum(guna)
    daun = {j: (i, a, g) for (j, i), a, g in zip(jenis, angg, guna, strict=True)}
    n["belanja"] = [
        {"tahun": tahun, "jenis": "Belanja Daerah", "induk": "", "anggaran": rp(pagu), "realisasi": rp(pakai)}
    ]
    for atas in ("Operasi", "Modal"):
        anak = {j: x for j, x in daun.items() if x[0] == atas}
        a, g = (sum(x[k] for x in anak.values()) for k in (1, 2))
        baris = [(f"Belanja {atas}", "Belanja Daerah", a, g)] + [
            (f"Belanja {j}", f"Belanja {atas}", *x[1:]) for j, x in anak.items()
        ]
        n["belanja"] += [
            {"tahun": tahun, "jenis": j, "induk": i, "anggaran": rp(a), "realisasi": rp(g)} for j, i, a, g in baris
        ]


def _pegawai(r: Random, n: Naskah) -> None:
    laki, perempuan, butuh = (r.randint(10, 90) for _ in range(3))
    n["pegawai"] = []
    for dimensi, uraian in (
        ("Jabatan", ("Struktural", "Fungsional", "Pelaksana")),
        ("Pendidikan", ("SMA", "S1", "S2", "S3")),
    ):
        bagian = [_bagi(r, x, len(uraian)) for x in (laki, perempuan, butuh)]
        baris = [*zip(uraian, *bagian, strict=True), ("Jumlah", laki, perempuan, butuh)]
        n["pegawai"] += [
            {"dimensi": dimensi, "uraian": u, "laki_laki": str(a), "perempuan": str(b), "kebutuhan": str(c)}
            for u, a, b, c in baris
        ]


def _aset(r: Random, n: Naskah) -> None:
    golongan = [[f"{g}.{k}" for k in range(1, r.randint(2, 5))] for g in range(1, r.randint(3, 6))]
    baris: list[tuple[str, str, list[int]]] = []
    semua = [0] * 4
    for g, anak in enumerate(golongan, 1):
        isi = []
        for no in anak:
            awal = r.randint(50, 9000) * 10_000
            isi.append(
                (no, f"Barang {no}", [r.randint(1, 60), awal, r.randint(1, 500) * 10_000, awal // r.randint(4, 9)])
            )
        jumlah = [sum(x[2][k] for x in isi) for k in range(4)]
        semua = [a + b for a, b in zip(semua, jumlah, strict=True)]
        baris += [(str(g), f"Golongan {g}", jumlah), *isi]
    baris.append(("", "Jumlah", semua))
    n["aset"] = [
        {"no": no, "nama": nama, "jumlah_barang": str(c), "saldo_awal": rp(a), "bertambah": rp(b), "berkurang": rp(k)}
        for no, nama, (c, a, b, k) in baris
    ]


def _lhe(r: Random, n: Naskah) -> None:
    tahun = n["pengaturan"][0]["tahun"]
    bobot = {"Perencanaan": 30, "Pengukuran": 30, "Pelaporan": 15, "Evaluasi internal": 25}
    nilai = {k: round(b * r.uniform(0.5, 0.98), 2) for k, b in bobot.items()}
    n["lhe_nilai"] = [
        {"tahun": tahun, "komponen": f"{k} kinerja", "bobot": str(bobot[k]), "nilai": angka(x, 2)}
        for k, x in nilai.items()
    ]
    n["lhe_nilai"].append(
        {"tahun": tahun, "komponen": "Nilai akuntabilitas", "bobot": "100", "nilai": angka(sum(nilai.values()), 2)}
    )


# -- results ------------------------------------------------------------------------------------------------------


def _ketik_hasil(n: Naskah) -> None:
    """Type every formula cell as it would be printed."""
    hitung = buku(n)
    atur = n["pengaturan"][0]
    for lembar, kolom in DIKETIK.items():
        isi = dict(hitung[lembar].rekaman())
        for b, baris in enumerate(n[lembar]):
            for k, bulatan in kolom.items():
                x = isi[BARIS_DATA + b][k]
                if baris.get(k) or x is None:
                    continue
                baris[k] = _cetak(
                    x, int(atur[bulatan]) if isinstance(bulatan, str) else bulatan, hitung[lembar].skema.kolom[k].tipe
                )


def _cetak(x: object, desimal: int | None, tipe: str) -> str:
    if not isinstance(x, float):
        return str(x)
    if tipe == "rupiah":
        return rp(x)
    if desimal is None or (tipe in ("target", "angka") and x == int(x)):
        return angka(x, 0 if x == int(x) else 2)
    return angka(bulat(x, desimal), desimal)
