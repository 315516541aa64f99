"""Mistakes of the tables beside and of the settings."""

from __future__ import annotations

from random import Random

from agensi.angka import baca
from agensi.model import Naskah
from agensi.tanam import Letak, atur, pilih, salah, semua, tambah, tertukar, ubah

TOTAL = ("jumlah", "total", "jumlah total", "jumlah seluruhnya")


def _total(lembar: str, kolom: str):
    return lambda b: b[kolom].lower() in TOTAL


@salah
def jumlah_pegawai_keliru(r: Random, n: Naskah) -> Letak | None:
    """A total row of the staff table misses by three."""
    k = r.choice(("kebutuhan", "laki_laki", "jumlah"))
    b = pilih(r, n, "pegawai", k, bila=_total("pegawai", "uraian"))
    return None if b is None else ubah(n, "pegawai", b, k, tambah(n["pegawai"][b][k], 3))


@salah
def baris_pegawai_hilang(r: Random, n: Naskah) -> Letak | None:
    """A row of the staff table is missing from its total."""
    calon = semua(n, "pegawai", bila=lambda b: not _total("pegawai", "uraian")(b))
    if not calon:
        return None
    b = r.choice(calon)
    dimensi = n["pegawai"].pop(b)["dimensi"]
    return [("pegawai", i, k) for i, x in enumerate(n["pegawai"]) if x["dimensi"] == dimensi and _total("pegawai", "uraian")(x)
            for k in ("laki_laki", "perempuan", "jumlah", "kebutuhan")]  # fmt: skip


@salah
def laki_dan_perempuan_tertukar(r: Random, n: Naskah) -> Letak | None:
    """Men and women of one row swapped."""
    b = pilih(r, n, "pegawai", "laki_laki", "perempuan", bila=lambda x: x["laki_laki"] != x["perempuan"])
    if b is None:
        return None
    x = n["pegawai"][b]
    x["laki_laki"], x["perempuan"] = x["perempuan"], x["laki_laki"]
    return [("pegawai", b, k) for k in ("laki_laki", "perempuan")]


@salah
def pegawai_pecahan(r: Random, n: Naskah) -> Letak | None:
    """Half a person."""
    k = r.choice(("laki_laki", "jumlah"))
    return ubah(n, "pegawai", pilih(r, n, "pegawai", k), k, "12,5")


@salah
def jumlah_aset_keliru(r: Random, n: Naskah) -> Letak | None:
    """The grand total of the assets misses."""
    k = r.choice(("saldo_awal", "berkurang"))
    return ubah(n, "aset", len(n["aset"]) - 1, k, tambah(n["aset"][-1][k], 90_000))


@salah
def rincian_aset_hilang(r: Random, n: Naskah) -> Letak | None:
    """One of several goods is missing from its class."""
    nomor = [b.get("no", "") for b in n["aset"]]
    calon = [
        i for i, x in enumerate(nomor) if "." in x and sum(y.startswith(x.partition(".")[0] + ".") for y in nomor) > 1
    ]
    if not calon:
        return None
    b = r.choice(calon)
    atas = nomor.index(nomor[b].partition(".")[0])
    n["aset"].pop(b)
    return [("aset", atas, k) for k in ("jumlah_barang", "saldo_awal", "berkurang", "saldo_akhir")]


@salah
def dua_saldo_tertukar(r: Random, n: Naskah) -> Letak | None:
    """The opening balances of two goods of different classes swapped."""
    calon = semua(n, "aset", "no", "saldo_awal", bila=lambda b: "." in b["no"])
    beda = [(a, b) for a in calon for b in calon if a < b and n["aset"][a]["saldo_awal"] != n["aset"][b]["saldo_awal"]
            and n["aset"][a]["no"].partition(".")[0] != n["aset"][b]["no"].partition(".")[0]]  # fmt: skip
    if not beda:
        return None
    a, b = r.choice(beda)
    tertukar(n, "aset", a, b, "saldo_awal")
    return [("aset", i, k) for i in (a, b) for k in ("saldo_awal", "saldo_akhir")] + [
        ("aset", i, "saldo_awal") for i, x in enumerate(n["aset"])
        if x.get("no") in {n["aset"][j]["no"].partition(".")[0] for j in (a, b)}
    ]  # fmt: skip


@salah
def predikat_keliru(r: Random, n: Naskah) -> Letak | None:
    """Another predicate than the score earns."""
    b = pilih(r, n, "lhe_nilai", "predikat")
    return (
        None
        if b is None
        else ubah(n, "lhe_nilai", b, "predikat", "D" if n["lhe_nilai"][b]["predikat"] != "D" else "AA")
    )


@salah
def nilai_melebihi_bobot(r: Random, n: Naskah) -> Letak | None:
    """A component scored higher than it weighs."""
    b = pilih(r, n, "lhe_nilai", "nilai", bila=lambda x: x["bobot"] != "100")
    if b is None:
        return None
    letak = ubah(n, "lhe_nilai", b, "nilai", f"{int(n['lhe_nilai'][b]['bobot']) + 4},20")
    return letak


@salah
def bobot_keliru(r: Random, n: Naskah) -> Letak | None:
    """Weights of more than a hundred."""
    b = pilih(r, n, "lhe_nilai", "bobot", bila=lambda x: x["bobot"] != "100")
    if b is None:
        return None
    tahun = n["lhe_nilai"][b]["tahun"]
    letak = ubah(n, "lhe_nilai", b, "bobot", str(int(n["lhe_nilai"][b]["bobot"]) + 5))
    return letak and letak + [("lhe_nilai", i, "bobot") for i, x in enumerate(n["lhe_nilai"]) if x["tahun"] == tahun]


@salah
def jumlah_tabel_bebas_keliru(r: Random, n: Naskah) -> Letak | None:
    """The total of a free table misses."""
    b, k = pilih(r, n, "tabel_bebas", bila=lambda x: x["k1"] == "Jumlah"), r.choice(("k3", "k4"))
    if b is None:
        return None
    lama = n["tabel_bebas"][b][k]
    return ubah(n, "tabel_bebas", b, k, tambah(lama, 3 if k == "k3" else 5_000_000))


@salah
def isi_tabel_bebas_keliru(r: Random, n: Naskah) -> Letak | None:
    """A row of a free table was mistyped under its total."""
    b = pilih(r, n, "tabel_bebas", "k3", bila=lambda x: x["k1"].isdigit())
    return None if b is None else ubah(n, "tabel_bebas", b, "k3", tambah(n["tabel_bebas"][b]["k3"], 11))


@salah
def tabel_bebas_tanpa_judul(r: Random, n: Naskah) -> Letak | None:
    """The first table lost its title."""
    n["tabel_bebas"][0].pop("judul")
    return [("tabel_bebas", 0, k) for k in ("judul", "k1")]


@salah
def jumlah_data_pendukung_keliru(r: Random, n: Naskah) -> Letak | None:
    """The total of a supporting table misses."""
    b = pilih(r, n, "data_pendukung", bila=lambda x: x["uraian"] == "Jumlah")
    return None if b is None else ubah(n, "data_pendukung", b, "nilai", tambah(n["data_pendukung"][b]["nilai"], 7))


@salah
def isi_data_pendukung_keliru(r: Random, n: Naskah) -> Letak | None:
    """A row of a supporting table was mistyped under its total."""
    b = pilih(r, n, "data_pendukung", bila=lambda x: x["uraian"].startswith("Kecamatan"))
    if b is None:
        return None
    x = n["data_pendukung"][b]
    total = [("data_pendukung", i, "nilai") for i, y in enumerate(n["data_pendukung"])
             if (y["tabel"], y["kolom"], y["uraian"]) == (x["tabel"], x["kolom"], "Jumlah")]  # fmt: skip
    letak = ubah(n, "data_pendukung", b, "nilai", tambah(x["nilai"], 13))
    return letak and letak + total


@salah
def nomor_tabel_ganda(r: Random, n: Naskah) -> Letak | None:
    """Two tables with one number, where the numbering is the agency's own: "Tabel 3.n" is the workbook's."""
    if n["daftar_tabel"][0]["nomor"].startswith("Tabel 3."):
        return None
    a, b = r.sample(range(len(n["daftar_tabel"])), 2)
    n["daftar_tabel"][b]["nomor"] = n["daftar_tabel"][a]["nomor"]
    return [("daftar_tabel", i, "nomor") for i in (a, b)]


@salah
def tahun_judul_tabel_lama(r: Random, n: Naskah) -> Letak | None:
    """Last year's title."""
    banyak_tahun = ("Perbandingan Tahun", "Kemajuan Renstra", "Pembanding Standar")
    b = pilih(r, n, "daftar_tabel", "judul", bila=lambda x: x["ringkasan"] not in banyak_tahun)
    assert b is not None
    return ubah(n, "daftar_tabel", b, "judul", f"{n['daftar_tabel'][b]['ringkasan']} Tahun {int(atur(n)['tahun']) - 1}")


@salah
def skala_tidak_urut(r: Random, n: Naskah) -> Letak | None:
    """Two bounds of the scale swapped."""
    batas = semua(n, "skala", "batas")
    if len(batas) < 2:
        return None
    tertukar(n, "skala", batas[0], batas[1], "batas")
    return [("skala", i, "batas") for i in batas]


@salah
def batas_skala_ganda(r: Random, n: Naskah) -> Letak | None:
    """Two categories with one bound."""
    batas = semua(n, "skala", "batas")
    if len(batas) < 2 or n["skala"][batas[0]]["tanda"] != n["skala"][batas[1]]["tanda"]:
        return None
    n["skala"][batas[1]]["batas"] = n["skala"][batas[0]]["batas"]
    return [("skala", i, "batas") for i in batas[:2]]


@salah
def tahun_di_luar_renstra(r: Random, n: Naskah) -> Letak | None:
    """The report's year is not in the plan's period."""
    return ubah(n, "pengaturan", 0, "tahun", str(int(atur(n)["renstra_akhir"]) + 3))


@salah
def periode_terbalik(r: Random, n: Naskah) -> Letak | None:
    """The plan ends before it begins."""
    atur(n)["renstra_akhir"] = str(int(atur(n)["renstra_awal"]) - 1)
    return [("pengaturan", 0, k) for k in ("renstra_awal", "renstra_akhir")]


@salah
def batas_capaian_nol(r: Random, n: Naskah) -> Letak | None:
    """A cap of nothing."""
    return ubah(n, "pengaturan", 0, "batas_capaian", "0")


@salah
def tahun_tidak_wajar(r: Random, n: Naskah) -> Letak | None:
    """A year of two hundred."""
    lembar = r.choice(("pembanding", "belanja", "lhe_nilai", "lhe_rekomendasi"))
    return ubah(n, lembar, pilih(r, n, lembar, "tahun"), "tahun", "202") if lembar in n else None


@salah
def rekening_belanja_lebih(r: Random, n: Naskah) -> Letak | None:
    """More spent than there was of one kind."""
    b = pilih(r, n, "belanja", "anggaran", "realisasi", bila=lambda x: not x.get("serapan"))
    if b is None:
        b = pilih(r, n, "belanja", "anggaran", "realisasi")
    assert b is not None
    x = n["belanja"][b]
    return ubah(n, "belanja", b, "realisasi", tambah(x["anggaran"], baca(x["anggaran"]) * 0.2))
