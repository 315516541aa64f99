"""Kinds of mistake people make in a matrix, each planted at a random place of a correct naskah.

A kind is a function (random, naskah) -> cells: it changes the naskah and returns the cells (sheet id, row from 0,
column) of which at least one must be named by a Kesalahan or Peringatan, itself or as a related cell; None where the
workbook has no place for this mistake.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from random import Random

from naskah import Baris, Naskah, angka, baca_angka, rp

Letak = list[tuple[str, int, str]]
Salah = Callable[[Random, Naskah], Letak | None]

JENIS: dict[str, Salah] = {}


def salah(f: Salah) -> Salah:
    """Register a kind of mistake under the function's name."""
    JENIS[f.__name__] = f
    return f


def _pilih(
    r: Random, n: Naskah, lembar: str, *kolom: str, bila: Callable[[Baris], bool] = lambda b: True
) -> int | None:
    """A random row whose columns are all filled."""
    calon = [i for i, b in enumerate(n[lembar]) if all(b.get(k) for k in kolom) and bila(b)]
    return r.choice(calon) if calon else None


def _tukar_digit(teks: str) -> str | None:
    """The first two neighbouring digits that differ, transposed: never the leading one into a zero."""
    for i, (a, b) in enumerate(itertools.pairwise(teks)):
        if a.isdigit() and b.isdigit() and a != b and not (i == 0 and b == "0"):
            return teks[:i] + b + a + teks[i + 2 :]
    return None


def _ubah(n: Naskah, lembar: str, baris: int | None, kolom: str, jadi: str | None) -> Letak | None:
    if baris is None or jadi is None:
        return None
    n[lembar][baris][kolom] = jadi
    return [(lembar, baris, kolom)]


def _geser(lembar: str, kolom: str) -> Salah:
    """The printed figure misses by two to nine units."""

    def f(r: Random, n: Naskah) -> Letak | None:
        b = _pilih(r, n, lembar, kolom)
        if b is None:
            return None
        lama = n[lembar][b][kolom]
        desimal = len(lama.partition(",")[2])
        return _ubah(n, lembar, b, kolom, angka(baca_angka(lama) + r.randint(2, 9), desimal))

    return f


def _daftar_geser(*sel: tuple[str, str]) -> None:
    for lembar, kolom in sel:
        JENIS[f"{lembar}_{kolom}_keliru"] = _geser(lembar, kolom)


_daftar_geser(
    ("pengukuran", "capaian"), ("riwayat", "capaian_1"), ("riwayat", "capaian_2"), ("rencana_aksi", "total"),
    ("anggaran", "capaian"), ("anggaran", "serapan"), ("anggaran", "efisiensi"), ("belanja", "serapan"),
    ("tc27", "target_akhir"), ("lhe_nilai", "nilai"), ("pegawai", "selisih"),
)  # fmt: skip


def _digit(lembar: str, kolom: str) -> Salah:
    """Two digits of a figure that belongs to a sum or a difference are transposed."""

    def f(r: Random, n: Naskah) -> Letak | None:
        b = _pilih(r, n, lembar, kolom, bila=lambda x: _tukar_digit(x[kolom]) is not None)
        return None if b is None else _ubah(n, lembar, b, kolom, _tukar_digit(n[lembar][b][kolom]))

    return f


for _l, _k in (
    ("anggaran", "pagu"), ("anggaran", "realisasi_rp"), ("anggaran", "sisa"), ("renja", "pagu_sebelum"),
    ("renja", "pagu_setelah"), ("renja", "pagu_prakiraan"), ("renja", "bertambah"), ("pk_program", "anggaran"),
    ("tc27", "rp_1"), ("tc27", "rp_akhir"), ("belanja", "anggaran"), ("belanja", "realisasi"), ("belanja", "sisa"),
    ("pegawai", "jumlah"), ("pegawai", "laki_laki"), ("pegawai", "kebutuhan"), ("aset", "saldo_awal"),
    ("aset", "saldo_akhir"), ("aset", "bertambah"), ("aset", "jumlah_barang"),
):  # fmt: skip
    JENIS[f"{_l}_{_k}_digit_tertukar"] = _digit(_l, _k)


# -- measurement --------------------------------------------------------------------------------------------------


def _indikator(n: Naskah, kode: str) -> Baris:
    return next(i for i in n["indikator"] if i["kode"] == kode)


@salah
def capaian_arah_terbalik(r: Random, n: Naskah) -> Letak | None:
    """A lower-is-better indicator worked out as if higher were better."""

    def jauh(b: Baris) -> bool:
        if _indikator(n, b["kode"])["arah"] != "turun":
            return False
        return abs(baca_angka(b["realisasi"]) / baca_angka(b["target"]) - 1) > 0.05

    b = _pilih(r, n, "pengukuran", "capaian", "realisasi", bila=jauh)
    if b is None:
        return None
    x = n["pengukuran"][b]
    return _ubah(n, "pengukuran", b, "capaian", angka(baca_angka(x["realisasi"]) / baca_angka(x["target"]) * 100, 2))


@salah
def arah_indikator_salah(r: Random, n: Naskah) -> Letak | None:
    """The direction in Indikator does not fit the figures."""

    def jauh(b: Baris) -> bool:
        arah = _indikator(n, b["kode"])["arah"]
        return arah in ("naik", "turun") and abs(baca_angka(b["realisasi"]) / baca_angka(b["target"]) - 1) > 0.05

    b = _pilih(r, n, "pengukuran", "capaian", "realisasi", bila=jauh)
    if b is None:
        return None
    i = _indikator(n, n["pengukuran"][b]["kode"])
    i["arah"] = "turun" if i["arah"] == "naik" else "naik"
    return [("pengukuran", b, "capaian")]


@salah
def kategori_lain(r: Random, n: Naskah) -> Letak | None:
    """Another category of the scale."""
    b = _pilih(r, n, "pengukuran", "kategori")
    lain = [] if b is None else [s["kategori"] for s in n["skala"] if s["kategori"] != n["pengukuran"][b]["kategori"]]
    return _ubah(n, "pengukuran", b, "kategori", r.choice(lain) if lain else None)


@salah
def kategori_tak_dikenal(r: Random, n: Naskah) -> Letak | None:
    """A category the scale does not have."""
    return _ubah(n, "pengukuran", _pilih(r, n, "pengukuran", "kategori"), "kategori", "Memuaskan")


@salah
def komponen_tertukar(r: Random, n: Naskah) -> Letak | None:
    """Numerator and denominator swapped."""
    b = _pilih(r, n, "pengukuran", "pembilang", bila=lambda b: abs(baca_angka(b["realisasi"]) - 100) > 2)
    if b is None:
        return None
    x = n["pengukuran"][b]
    x["pembilang"], x["penyebut"] = x["penyebut"], x["pembilang"]
    return [("pengukuran", b, k) for k in ("realisasi", "pembilang", "penyebut")]


@salah
def realisasi_bukan_komponen(r: Random, n: Naskah) -> Letak | None:
    """Realisasi that its own numerator and denominator do not give."""
    b = _pilih(r, n, "pengukuran", "pembilang", "realisasi")
    return (
        None
        if b is None
        else _ubah(n, "pengukuran", b, "realisasi", angka(baca_angka(n["pengukuran"][b]["realisasi"]) + 4, 2))
    )


@salah
def realisasi_bukan_triwulan(r: Random, n: Naskah) -> Letak | None:
    """Realisasi that its own quarters do not give."""
    b = _pilih(r, n, "pengukuran", "tw4", "realisasi")
    if b is None:
        return None
    lama = n["pengukuran"][b]["realisasi"]
    return _ubah(n, "pengukuran", b, "realisasi", angka(baca_angka(lama) + 7, len(lama.partition(",")[2])))


@salah
def komponen_tanpa_penyebut(r: Random, n: Naskah) -> Letak | None:
    """A component is missing."""
    return _ubah(n, "pengukuran", _pilih(r, n, "pengukuran", "penyebut"), "penyebut", "")


@salah
def pengali_nol(r: Random, n: Naskah) -> Letak | None:
    """A factor of zero."""
    return _ubah(n, "pengukuran", _pilih(r, n, "pengukuran", "pengali"), "pengali", "0")


@salah
def persen_sebagai_pecahan(r: Random, n: Naskah) -> Letak | None:
    """76,99 % typed as 0,77."""

    def persen(b: Baris) -> bool:
        return _indikator(n, b["kode"])["satuan"] == "%" and 0 < baca_angka(b["realisasi"]) <= 100

    b = _pilih(r, n, "pengukuran", "realisasi", bila=persen)
    return (
        None
        if b is None
        else _ubah(n, "pengukuran", b, "realisasi", angka(baca_angka(n["pengukuran"][b]["realisasi"]) / 100, 4))
    )


def _angka_saja(b: Baris) -> bool:
    return "–" not in b["target"]


def _lain(target: str) -> str:
    return angka(baca_angka(target) + 5, len(target.partition(",")[2]))


@salah
def target_pengukuran_bukan_pk(r: Random, n: Naskah) -> Letak | None:
    """Target measured against is not the one agreed."""
    b = _pilih(r, n, "pengukuran", "target", bila=_angka_saja)
    return None if b is None else _ubah(n, "pengukuran", b, "target", _lain(n["pengukuran"][b]["target"]))


@salah
def target_pk_bukan_renstra(r: Random, n: Naskah) -> Letak | None:
    """Target agreed is not that of the plan."""
    b = _pilih(r, n, "pk", "target", bila=_angka_saja)
    return None if b is None else _ubah(n, "pk", b, "target", _lain(n["pk"][b]["target"]))


@salah
def target_renstra_berubah(r: Random, n: Naskah) -> Letak | None:
    """This year's target of the plan was mistyped."""
    atur = n["pengaturan"][0]
    k = f"target_{int(atur['tahun']) - int(atur['renstra_awal']) + 1}"
    b = _pilih(r, n, "renstra", k, bila=lambda b: "–" not in b[k])
    return None if b is None else _ubah(n, "renstra", b, k, _lain(n["renstra"][b][k]))


@salah
def rencana_aksi_bukan_renstra(r: Random, n: Naskah) -> Letak | None:
    """Next year's action plan aims elsewhere than the plan, quarters and total alike."""
    b = _pilih(r, n, "rencana_aksi", "total", "tw4", bila=lambda b: "–" not in b["total"])
    if b is None:
        return None
    x = n["rencana_aksi"][b]
    for k in ("tw1", "tw2", "tw3", "tw4"):
        x[k] = _lain(x[k])
    tambah = {"jumlah": 20}.get(_indikator(n, x["kode"])["sifat"], 5)
    return _ubah(
        n, "rencana_aksi", b, "total", angka(baca_angka(x["total"]) + tambah, len(x["total"].partition(",")[2]))
    )


@salah
def indikator_tidak_diukur(r: Random, n: Naskah) -> Letak | None:
    """A row of the measurement is missing."""
    if len(n["pengukuran"]) < 2:
        return None
    kode = n["pengukuran"].pop(r.randrange(len(n["pengukuran"])))["kode"]
    return [("pk", b, "kode") for b, x in enumerate(n["pk"]) if x["kode"] == kode]


@salah
def baris_pengukuran_ganda(r: Random, n: Naskah) -> Letak | None:
    """A row of the measurement stands there twice."""
    b = r.randrange(len(n["pengukuran"]))
    n["pengukuran"].append(dict(n["pengukuran"][b]))
    return [("pengukuran", x, "kode") for x in (b, len(n["pengukuran"]) - 1)]


@salah
def kode_indikator_ganda(r: Random, n: Naskah) -> Letak | None:
    """Two indicators with one kode."""
    a = r.randrange(len(n["indikator"]) - 1)
    n["indikator"][a + 1]["kode"] = n["indikator"][a]["kode"]
    return [("indikator", x, "kode") for x in (a, a + 1)]


@salah
def kode_tak_dikenal(r: Random, n: Naskah) -> Letak | None:
    """A kode that Indikator does not have."""
    lembar = r.choice(("renstra", "pk", "pengukuran", "riwayat", "rencana_aksi", "penunjang"))
    return _ubah(n, lembar, r.randrange(len(n[lembar])), "kode", "Z9.9")


@salah
def bukan_pilihan(r: Random, n: Naskah) -> Letak | None:
    """A word the drop-down does not have."""
    return _ubah(n, "indikator", r.randrange(len(n["indikator"])), "arah", "menyamping")


# -- cells --------------------------------------------------------------------------------------------------------

ANGKA = (
    ("pengukuran", "realisasi"), ("riwayat", "realisasi_1"), ("anggaran", "realisasi_rp"), ("renja", "pagu_setelah"),
    ("tc27", "rp_2"), ("belanja", "anggaran"), ("pegawai", "perempuan"), ("aset", "saldo_awal"), ("lhe_nilai", "nilai"),
)  # fmt: skip


def _sel_angka(r: Random, n: Naskah, jadi: str) -> Letak | None:
    lembar, kolom = r.choice(ANGKA)
    return _ubah(n, lembar, _pilih(r, n, lembar, kolom), kolom, jadi)


@salah
def angka_dua_koma(r: Random, n: Naskah) -> Letak | None:
    """Two decimal commas."""
    return _sel_angka(r, n, "102,6,5")


@salah
def angka_titik_salah(r: Random, n: Naskah) -> Letak | None:
    """A group of four digits."""
    return _sel_angka(r, n, "25.000.0000")


@salah
def huruf_o_untuk_nol(r: Random, n: Naskah) -> Letak | None:
    """The letter instead of the digit."""
    return _sel_angka(r, n, "9O5")


@salah
def sel_galat(r: Random, n: Naskah) -> Letak | None:
    """An error cell."""
    return _sel_angka(r, n, r.choice(("#REF!", "#DIV/0!", "#VALUE!")))


@salah
def rupiah_negatif(r: Random, n: Naskah) -> Letak | None:
    """A spent amount below zero."""
    return _ubah(n, "anggaran", _pilih(r, n, "anggaran", "realisasi_rp"), "realisasi_rp", "-5.000.000")


@salah
def rumus_sendiri(r: Random, n: Naskah) -> Letak | None:
    """The user's own formula where the template's stood, with another result."""
    return _ubah(n, "anggaran", _pilih(r, n, "anggaran", "serapan"), "serapan", "=12.5")


# -- budget -------------------------------------------------------------------------------------------------------


def _saudara(n: Naskah, b: int) -> list[int]:
    kode, level = n["anggaran"][b]["kode"], n["anggaran"][b]["level"]
    return [i for i, x in enumerate(n["anggaran"]) if x["level"] == level and _atas(x["kode"]) == _atas(kode)]


def _atas(kode: str) -> str:
    return kode.rpartition(".")[0].removesuffix(".2")


def _letak_induk(n: Naskah, b: int) -> int:
    return next((i for i, x in enumerate(n["anggaran"]) if x["kode"] == _atas(n["anggaran"][b]["kode"])), 0)


def _daun(n: Naskah) -> list[int]:
    induk = {_atas(x["kode"]) for x in n["anggaran"] if x["kode"]}
    return [i for i, x in enumerate(n["anggaran"]) if x["kode"] and x["kode"] not in induk]


def _realisasi_daun(
    r: Random, n: Naskah, buat: Callable[[str], str | None], calon: Iterable[int] | None = None
) -> Letak | None:
    daun = list(_daun(n) if calon is None else calon)
    if not daun:
        return None
    b = r.choice(daun)
    return _ubah(n, "anggaran", b, "realisasi_rp", buat(n["anggaran"][b]["realisasi_rp"]))


@salah
def nol_lebih(r: Random, n: Naskah) -> Letak | None:
    """One zero too many."""
    return _realisasi_daun(r, n, lambda x: rp(baca_angka(x) * 10))


@salah
def nol_hilang(r: Random, n: Naskah) -> Letak | None:
    """The last digit is missing."""
    return _realisasi_daun(r, n, lambda x: rp(baca_angka(x) // 10))


@salah
def induk_tersalin_ke_rincian(r: Random, n: Naskah) -> Letak | None:
    """The parent's figure copied into one of several children."""
    calon = [b for b in _daun(n) if len(_saudara(n, b)) > 1]
    if not calon:
        return None
    b = r.choice(calon)
    return _ubah(n, "anggaran", b, "realisasi_rp", n["anggaran"][_letak_induk(n, b)]["realisasi_rp"])


@salah
def pagu_dan_realisasi_tertukar(r: Random, n: Naskah) -> Letak | None:
    """Budget and spending of a row swapped."""
    b = r.choice(_daun(n))
    x = n["anggaran"][b]
    if x["pagu"] == x["realisasi_rp"]:
        return None
    x["pagu"], x["realisasi_rp"] = x["realisasi_rp"], x["pagu"]
    return [("anggaran", b, k) for k in ("pagu", "realisasi_rp")]


@salah
def realisasi_dua_baris_tertukar(r: Random, n: Naskah) -> Letak | None:
    """The spending of two rows swapped; their serapan stays."""
    daun = _daun(n)
    if len(daun) < 2:
        return None
    a, b = r.sample(daun, 2)
    x, y = n["anggaran"][a], n["anggaran"][b]
    if x["realisasi_rp"] == y["realisasi_rp"]:
        return None
    x["realisasi_rp"], y["realisasi_rp"] = y["realisasi_rp"], x["realisasi_rp"]
    return [("anggaran", i, k) for i in (a, b) for k in ("realisasi_rp", "serapan", "sisa")]


@salah
def baris_anggaran_hilang(r: Random, n: Naskah) -> Letak | None:
    """A leaf with siblings is missing."""
    calon = [b for b in _daun(n) if len(_saudara(n, b)) > 1]
    if not calon:
        return None
    b = r.choice(calon)
    atas = _letak_induk(n, b)
    n["anggaran"].pop(b)
    return [("anggaran", atas, k) for k in ("pagu", "realisasi_rp")]


@salah
def baris_anggaran_ganda(r: Random, n: Naskah) -> Letak | None:
    """A leaf stands there twice."""
    b = r.choice(_daun(n))
    n["anggaran"].insert(b + 1, dict(n["anggaran"][b]))
    return [("anggaran", i, k) for i in (b, b + 1) for k in ("kode", "nama", "pagu", "realisasi_rp")]


@salah
def jumlah_seluruhnya_keliru(r: Random, n: Naskah) -> Letak | None:
    """The grand total misses by a million."""
    k = r.choice(("pagu", "realisasi_rp"))
    return _ubah(n, "anggaran", 0, k, rp(baca_angka(n["anggaran"][0][k]) + 1_000_000))


@salah
def pagu_beda_sampai_jumlah(r: Random, n: Naskah) -> Letak | None:
    """A budget other than that of its source, with all totals above it adjusted."""
    b = r.choice(_daun(n))
    letak: Letak = []
    for i, x in enumerate(n["anggaran"]):
        if not x["kode"] or i == b or n["anggaran"][b]["kode"].startswith(x["kode"] + "."):
            x["pagu"] = rp(baca_angka(x["pagu"]) + 7_000_000)
            letak.append(("anggaran", i, "pagu"))
    return [s for s in letak if s[1] == b]


@salah
def indikator_dua_baris_tertukar(r: Random, n: Naskah) -> Letak | None:
    """Indicator, unit and target of two programme rows swapped."""
    lembar = r.choice(("pk_program", "anggaran"))
    calon = [i for i, x in enumerate(n[lembar]) if x.get("indikator") and x.get("versi") == n[lembar][0].get("versi")]
    if len(calon) < 2:
        return None
    a, b = r.sample(calon, 2)
    for k in ("indikator", "satuan", "target", "realisasi", "capaian", "efisiensi"):
        x, y = n[lembar][a], n[lembar][b]
        if k in x and k in y:
            x[k], y[k] = y[k], x[k]
    return [(lembar, i, "indikator") for i in (a, b)]


@salah
def indikator_lain_di_pk(r: Random, n: Naskah) -> Letak | None:
    """Another indicator altogether."""
    return _ubah(n, "pk_program", _pilih(r, n, "pk_program", "indikator"), "indikator", "Zyx wvu 12345 qqq")


@salah
def target_program_bukan_renja(r: Random, n: Naskah) -> Letak | None:
    """Target of a programme differs between the documents."""
    b = _pilih(r, n, "pk_program", "target")
    return None if b is None else _ubah(n, "pk_program", b, "target", _lain(n["pk_program"][b]["target"]))


@salah
def penunjang_menggantung(r: Random, n: Naskah) -> Letak | None:
    """A supporting programme that Anggaran does not have."""
    b = r.randrange(len(n["penunjang"]))
    n["penunjang"][b]["kode_program"] = ""
    return _ubah(n, "penunjang", b, "nama", "Program yang tidak pernah ada")


@salah
def belanja_ganda(r: Random, n: Naskah) -> Letak | None:
    """A kind of spending stands there twice."""
    b = r.randrange(len(n["belanja"]))
    n["belanja"].append(dict(n["belanja"][b]))
    return [("belanja", i, "jenis") for i in (b, len(n["belanja"]) - 1)]


@salah
def jumlah_pegawai_keliru(r: Random, n: Naskah) -> Letak | None:
    """A total row of the staff table misses by three."""
    b = _pilih(r, n, "pegawai", bila=lambda b: b["uraian"] == "Jumlah")
    return None if b is None else _ubah(n, "pegawai", b, "kebutuhan", str(int(n["pegawai"][b]["kebutuhan"]) + 3))


@salah
def jumlah_aset_keliru(r: Random, n: Naskah) -> Letak | None:
    """The grand total of the assets misses."""
    return _ubah(n, "aset", len(n["aset"]) - 1, "saldo_awal", rp(baca_angka(n["aset"][-1]["saldo_awal"]) + 90_000))


@salah
def predikat_keliru(r: Random, n: Naskah) -> Letak | None:
    """Another predicate than the score earns."""
    b = len(n["lhe_nilai"]) - 1
    return _ubah(n, "lhe_nilai", b, "predikat", "D" if n["lhe_nilai"][b]["predikat"] != "D" else "AA")


# -- settings -----------------------------------------------------------------------------------------------------


@salah
def skala_tidak_urut(r: Random, n: Naskah) -> Letak | None:
    """Two bounds of the scale swapped."""
    batas = [i for i, s in enumerate(n["skala"]) if s["batas"]]
    if len(batas) < 2:
        return None
    a, b = n["skala"][batas[0]], n["skala"][batas[1]]
    a["batas"], b["batas"] = b["batas"], a["batas"]
    return [("skala", i, "batas") for i in batas]


@salah
def batas_skala_ganda(r: Random, n: Naskah) -> Letak | None:
    """Two categories with one bound."""
    batas = [i for i, s in enumerate(n["skala"]) if s["batas"]]
    if len(batas) < 2:
        return None
    n["skala"][batas[1]]["batas"] = n["skala"][batas[0]]["batas"]
    return [("skala", i, "batas") for i in batas[:2]]


@salah
def tahun_di_luar_renstra(r: Random, n: Naskah) -> Letak | None:
    """The report's year is not in the plan's period."""
    return _ubah(n, "pengaturan", 0, "tahun", str(int(n["pengaturan"][0]["renstra_akhir"]) + 3))


@salah
def periode_terbalik(r: Random, n: Naskah) -> Letak | None:
    """The plan ends before it begins."""
    n["pengaturan"][0]["renstra_akhir"] = str(int(n["pengaturan"][0]["renstra_awal"]) - 1)
    return [("pengaturan", 0, k) for k in ("renstra_awal", "renstra_akhir")]
