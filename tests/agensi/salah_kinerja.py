"""Mistakes of performance: directions, components, quarters, targets from document to document, indicators."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, ganti
from agensi.model import Baris, Naskah
from agensi.tanam import Letak, atur, berangka, indikator, pilih, salah, semua, tambah, tertukar, ubah


def _angka_target(b: Baris) -> bool:
    return berangka(b.get("target", "")) and berangka(b.get("realisasi", "")) and baca(b["target"]) > 0


def _lain(teks: str) -> str:
    """Another target: a twentieth and a bit off, in the same print."""
    return tambah(teks, max(3.0, baca(teks) * 0.07))


def _ada_target(n: Naskah, k: str):
    return lambda b: berangka(b.get("target", "")) and indikator(n, b["kode"])["arah"] == k


@salah
def capaian_arah_terbalik(r: Random, n: Naskah) -> Letak | None:
    """A lower-is-better indicator worked out as if higher were better."""

    def jauh(b: Baris) -> bool:
        if indikator(n, b["kode"])["arah"] != "turun" or not _angka_target(b):
            return False
        return (
            abs(baca(b["realisasi"]) / baca(b["target"]) - 1) > 0.05 and baca(b["realisasi"]) < baca(b["target"]) * 1.5
        )

    b = pilih(r, n, "pengukuran", "capaian", "realisasi", "target", bila=jauh)
    if b is None:
        return None
    x = n["pengukuran"][b]
    return ubah(n, "pengukuran", b, "capaian", angka(baca(x["realisasi"]) / baca(x["target"]) * 100, 2))


@salah
def arah_indikator_salah(r: Random, n: Naskah) -> Letak | None:
    """The direction in Indikator does not fit the figures."""

    def jauh(b: Baris) -> bool:
        arah = indikator(n, b["kode"])["arah"]
        if arah not in ("naik", "turun") or not _angka_target(b) or atur(n).get("batas_capaian"):
            return False
        return abs(baca(b["realisasi"]) / baca(b["target"]) - 1) > 0.05

    b = pilih(r, n, "pengukuran", "capaian", "realisasi", "target", bila=jauh)
    if b is None:
        return None
    i = indikator(n, n["pengukuran"][b]["kode"])
    i["arah"] = "turun" if i["arah"] == "naik" else "naik"
    return [("pengukuran", b, "capaian"), ("indikator", n["indikator"].index(i), "arah")]


@salah
def arah_bukan_menurut_nama(r: Random, n: Naskah) -> Letak | None:
    """A poverty rate or a count of cases said to be better when higher, nothing else typed."""
    b = pilih(r, n, "indikator", "arah", bila=lambda x: x["arah"].startswith("turun"))
    if b is None:
        return None
    n["indikator"][b]["arah"] = "naik"
    return [("indikator", b, "arah")]


@salah
def kategori_lain(r: Random, n: Naskah) -> Letak | None:
    """Another category of the scale."""
    b = pilih(r, n, "pengukuran", "kategori", "capaian")
    lain = [] if b is None else [s["kategori"] for s in n["skala"] if s["kategori"] != n["pengukuran"][b]["kategori"]]
    return ubah(n, "pengukuran", b, "kategori", r.choice(lain) if lain else None)


@salah
def kategori_tak_dikenal(r: Random, n: Naskah) -> Letak | None:
    """A category the scale does not have."""
    return ubah(n, "pengukuran", pilih(r, n, "pengukuran", "kategori", "capaian"), "kategori", "Memuaskan")


@salah
def komponen_tertukar(r: Random, n: Naskah) -> Letak | None:
    """Numerator and denominator swapped under a printed realisasi."""
    b = pilih(r, n, "pengukuran", "pembilang", "realisasi", bila=lambda b: abs(baca(b["realisasi"]) - 100) > 2)
    if b is None:
        return None
    x = n["pengukuran"][b]
    x["pembilang"], x["penyebut"] = x["penyebut"], x["pembilang"]
    return [("pengukuran", b, k) for k in ("realisasi", "pembilang", "penyebut")]


@salah
def komponen_tertukar_tanpa_realisasi(r: Random, n: Naskah) -> Letak | None:
    """Numerator and denominator swapped, the capaian printed from the right ones."""

    def jauh(b: Baris) -> bool:
        return (
            not b.get("realisasi")
            and abs(baca(b["pembilang"]) / baca(b["penyebut"]) - 1) > 0.1
            and not atur(n).get("batas_capaian")
        )

    b = pilih(r, n, "pengukuran", "pembilang", "capaian", bila=jauh)
    if b is None:
        return None
    x = n["pengukuran"][b]
    x["pembilang"], x["penyebut"] = x["penyebut"], x["pembilang"]
    return [("pengukuran", b, k) for k in ("realisasi", "capaian", "pembilang", "penyebut")]


@salah
def realisasi_bukan_komponen(r: Random, n: Naskah) -> Letak | None:
    """Realisasi that its own numerator and denominator do not give."""
    b = pilih(r, n, "pengukuran", "pembilang", "realisasi")
    return None if b is None else ubah(n, "pengukuran", b, "realisasi", tambah(n["pengukuran"][b]["realisasi"], -4))


@salah
def komponen_tanpa_penyebut(r: Random, n: Naskah) -> Letak | None:
    """A component is missing."""
    return ubah(n, "pengukuran", pilih(r, n, "pengukuran", "penyebut"), "penyebut", "")


@salah
def pengali_nol(r: Random, n: Naskah) -> Letak | None:
    """A factor of zero."""
    return ubah(n, "pengukuran", pilih(r, n, "pengukuran", "pengali"), "pengali", "0")


def _diukur_tw(n: Naskah) -> list[int]:
    """Measured rows whose year and fourth quarter are both printed."""
    tw = {b["kode"] for b in n.get("triwulan", ()) if b["tw"] == "IV" and b.get("realisasi")}
    return semua(n, "pengukuran", "realisasi", bila=lambda b: b["kode"] in tw)


def _sel_tw(n: Naskah, kode: str, kolom: str) -> Letak:
    return [("triwulan", i, kolom) for i, b in enumerate(n["triwulan"]) if b["kode"] == kode]


@salah
def realisasi_bukan_triwulan(r: Random, n: Naskah) -> Letak | None:
    """Realisasi that its own quarters do not give."""
    calon = _diukur_tw(n)
    if not calon:
        return None
    b = r.choice(calon)
    kode = n["pengukuran"][b]["kode"]
    letak = ubah(n, "pengukuran", b, "realisasi", _lain(n["pengukuran"][b]["realisasi"]))
    return letak and letak + _sel_tw(n, kode, "realisasi")


@salah
def triwulan_empat_keliru(r: Random, n: Naskah) -> Letak | None:
    """The last quarter mistyped under a printed year."""
    diukur = {n["pengukuran"][b]["kode"] for b in _diukur_tw(n)}
    b = pilih(r, n, "triwulan", "realisasi", bila=lambda x: x["tw"] == "IV" and x["kode"] in diukur)
    if b is None:
        return None
    kode = n["triwulan"][b]["kode"]
    letak = ubah(n, "triwulan", b, "realisasi", _lain(n["triwulan"][b]["realisasi"]))
    ukur = [
        ("pengukuran", i, k) for i, x in enumerate(n["pengukuran"]) if x["kode"] == kode for k in ("realisasi", "tw4")
    ]
    return letak and letak + ukur


@salah
def target_triwulan_keliru(r: Random, n: Naskah) -> Letak | None:
    """The target of the last quarter does not make the year's."""
    b = pilih(r, n, "triwulan", "target", bila=lambda x: x["tw"] == "IV" and berangka(x["target"]))
    if b is None:
        return None
    kode = n["triwulan"][b]["kode"]
    letak = ubah(n, "triwulan", b, "target", _lain(n["triwulan"][b]["target"]))
    return letak and letak + [
        ("pk", i, k) for i, x in enumerate(n["pk"]) if x["kode"] == kode for k in ("target", "tw4")
    ]


@salah
def kumulatif_menurun(r: Random, n: Naskah) -> Letak | None:
    """A cumulative count that falls."""

    def naik(x: Baris) -> bool:
        i = indikator(n, x["kode"])
        return x["tw"] == "II" and i["cara_tw"] == "kumulatif" and i["sifat"] == "jumlah" and baca(x["realisasi"]) > 1

    kumulatif = [i for i in n.get("triwulan", ()) if indikator(n, i["kode"]).get("cara_tw") == "kumulatif"]
    b = pilih(r, n, "triwulan", "realisasi", bila=lambda x: x in kumulatif and naik(x)) if kumulatif else None
    if b is None or not b or baca(n["triwulan"][b - 1]["realisasi"]) < 1:
        return None
    letak = ubah(
        n, "triwulan", b, "realisasi", ganti(n["triwulan"][b]["realisasi"], baca(n["triwulan"][b - 1]["realisasi"]) - 1)
    )
    return letak and [*letak, ("triwulan", b - 1, "realisasi")]


def _persen(n: Naskah, lembar: str, kolom: str):
    def ya(b: Baris) -> bool:
        i = indikator(n, b["kode"])
        return i["satuan"] in ("%", "Persen", "persen") and berangka(b[kolom]) and 2 < baca(b[kolom]) <= 100

    return ya


def _pecahan(r: Random, n: Naskah, lembar: str, kolom: str) -> Letak | None:
    b = pilih(r, n, lembar, kolom, bila=_persen(n, lembar, kolom))
    return None if b is None else ubah(n, lembar, b, kolom, angka(baca(n[lembar][b][kolom]) / 100, 4))


@salah
def persen_sebagai_pecahan(r: Random, n: Naskah) -> Letak | None:
    """76,99 % typed as 0,7699."""
    return _pecahan(r, n, "pengukuran", "realisasi")


@salah
def persen_sebagai_pecahan_riwayat(r: Random, n: Naskah) -> Letak | None:
    """An earlier year's likewise."""
    return _pecahan(r, n, "riwayat", "realisasi_1")


@salah
def persen_sebagai_pecahan_pembanding(r: Random, n: Naskah) -> Letak | None:
    """A national figure likewise."""
    return _pecahan(r, n, "pembanding", "nilai")


@salah
def persen_sebagai_pecahan_triwulan(r: Random, n: Naskah) -> Letak | None:
    """A quarter likewise."""
    return _pecahan(r, n, "triwulan", "realisasi")


@salah
def satuan_lain_di_sel(r: Random, n: Naskah) -> Letak | None:
    """Documents in a row of percent."""
    b = pilih(r, n, "pengukuran", "realisasi", bila=_persen(n, "pengukuran", "realisasi"))
    return ubah(n, "pengukuran", b, "realisasi", f"{r.randint(4, 90)} Dokumen")


@salah
def target_pengukuran_bukan_pk(r: Random, n: Naskah) -> Letak | None:
    """Target measured against is not the one agreed."""
    b = pilih(r, n, "pengukuran", "target", bila=lambda x: berangka(x["target"]))
    return None if b is None else ubah(n, "pengukuran", b, "target", _lain(n["pengukuran"][b]["target"]))


@salah
def target_pk_bukan_renstra(r: Random, n: Naskah) -> Letak | None:
    """Target agreed is not that of the plan."""
    b = pilih(r, n, "pk", "target", bila=lambda x: berangka(x["target"]) and not x.get("keterangan"))
    return None if b is None else ubah(n, "pk", b, "target", _lain(n["pk"][b]["target"]))


@salah
def target_renstra_berubah(r: Random, n: Naskah) -> Letak | None:
    """This year's target of the plan was mistyped; the agreement has the right one."""
    k = f"target_{int(atur(n)['tahun']) - int(atur(n)['renstra_awal']) + 1}"
    diketik = {b["kode"] for b in n["pk"] if b.get("target") and not b.get("keterangan")}
    b = pilih(r, n, "renstra", k, bila=lambda b: berangka(b[k]) and b["kode"] in diketik)
    return None if b is None else ubah(n, "renstra", b, k, _lain(n["renstra"][b][k]))


@salah
def target_melewati_akhir(r: Random, n: Naskah) -> Letak | None:
    """This year's target of the plan lies beyond its last one, the agreement likewise."""
    tahun, akhir = (int(atur(n)[k]) - int(atur(n)["renstra_awal"]) + 1 for k in ("tahun", "renstra_akhir"))
    if tahun == akhir:
        return None
    k, z = f"target_{tahun}", f"target_{akhir}"

    def naik(b: Baris) -> bool:
        i = indikator(n, b["kode"])
        return i["arah"] == "naik" and i["sifat"] != "jumlah" and berangka(b[k]) and berangka(b[z])

    b = pilih(r, n, "renstra", k, z, bila=naik)
    if b is None:
        return None
    jadi = ganti(n["renstra"][b][k], baca(n["renstra"][b][z]) * 1.1 + 1)
    n["renstra"][b][k] = jadi
    for x in n["pk"]:
        if x["kode"] == n["renstra"][b]["kode"]:
            x["target"] = jadi
    return [("renstra", b, k), ("renstra", b, z), ("renstra", b, "target_akhir")]


@salah
def rencana_aksi_bukan_renstra(r: Random, n: Naskah) -> Letak | None:
    """Next year's action plan aims elsewhere than the plan, quarters and total alike."""

    def pas(b: Baris) -> bool:
        i = indikator(n, b["kode"])
        return i["sifat"] == "akhir" and berangka(b["total"]) and berangka(b["tw4"])

    b = pilih(r, n, "rencana_aksi", "total", "tw4", bila=pas)
    if b is None:
        return None
    x = n["rencana_aksi"][b]
    x["tw4"] = _lain(x["tw4"])
    return ubah(n, "rencana_aksi", b, "total", x["tw4"])


@salah
def indikator_tidak_diukur(r: Random, n: Naskah) -> Letak | None:
    """A row of the measurement is missing."""
    calon = semua(n, "pengukuran", bila=lambda b: indikator(n, b["kode"])["jenjang"] in ("tujuan", "sasaran"))
    if len(n["pengukuran"]) < 2 or not calon:
        return None
    kode = n["pengukuran"].pop(r.choice(calon))["kode"]
    return [("pk", b, "kode") for b, x in enumerate(n["pk"]) if x["kode"] == kode]


@salah
def nama_indikator_tersalin(r: Random, n: Naskah) -> Letak | None:
    """The name of the row above copied over this one's."""
    calon = [
        i for i in range(1, len(n["indikator"]))
        if n["indikator"][i]["jenjang"] == n["indikator"][i - 1]["jenjang"] in ("tujuan", "sasaran")
    ]  # fmt: skip
    if not calon:
        return None
    b = r.choice(calon)
    letak = ubah(n, "indikator", b, "indikator", n["indikator"][b - 1]["indikator"])
    return letak and [*letak, ("indikator", b - 1, "indikator")]


@salah
def induk_lebih_rendah(r: Random, n: Naskah) -> Letak | None:
    """An indicator under one of its own level."""
    b = pilih(r, n, "indikator", "induk")
    sama = [] if b is None else [
        i["kode"] for i in n["indikator"]
        if i["jenjang"] == n["indikator"][b]["jenjang"] and i["kode"] != n["indikator"][b]["kode"]
    ]  # fmt: skip
    return ubah(n, "indikator", b, "induk", r.choice(sama) if sama else None)


@salah
def tanda_iku_berbeda(r: Random, n: Naskah) -> Letak | None:
    """On the list of key indicators, but marked as none."""
    ada = {b["kode"] for b in n.get("iku", ())}
    b = pilih(r, n, "indikator", bila=lambda x: x["kode"] in ada and x.get("iku") == "ya")
    if b is None or sum(i.get("iku") == "ya" for i in n["indikator"]) < 2:
        return None
    kode = n["indikator"][b]["kode"]
    letak = ubah(n, "indikator", b, "iku", "tidak")
    return letak and letak + [("iku", i, "kode") for i, x in enumerate(n["iku"]) if x["kode"] == kode]


@salah
def koma_bergeser(r: Random, n: Naskah) -> Letak | None:
    """The comma of a realisasi slipped by one place; nothing was computed from it."""
    riwayat = {b["kode"]: b for b in n["riwayat"]}

    def dikenal(b: Baris) -> bool:
        i = indikator(n, b["kode"])
        lama = riwayat.get(b["kode"], {}).get("realisasi_1", "")
        ukur = i["satuan"] in ("%", "Persen", "indeks", "nilai", "juta rupiah")
        return (
            ukur
            and not b.get("pembilang")
            and berangka(b["realisasi"])
            and berangka(lama)
            and baca(b["realisasi"]) > 15
        )

    b = pilih(r, n, "pengukuran", "realisasi", bila=dikenal)
    if b is None:
        return None
    x = n["pengukuran"][b]
    for k in ("capaian", "kategori"):
        x.pop(k, None)
    n["triwulan"] = [t for t in n.get("triwulan", ()) if t["kode"] != x["kode"]]
    return ubah(n, "pengukuran", b, "realisasi", angka(baca(x["realisasi"]) * r.choice((0.1, 10)), 2))


@salah
def rentang_terbalik(r: Random, n: Naskah) -> Letak | None:
    """A band whose lower end is the higher one."""
    b = pilih(
        r,
        n,
        "pengukuran",
        "realisasi",
        bila=lambda x: indikator(n, x["kode"])["arah"] == "rentang" and berangka(x["realisasi"]),
    )
    if b is None:
        return None
    n["pengukuran"][b].pop("kategori", None)
    letak = ubah(n, "pengukuran", b, "target", "90–40")
    return letak and [*letak, ("pengukuran", b, "capaian")]


@salah
def target_nol(r: Random, n: Naskah) -> Letak | None:
    """A target of zero under a realisasi that is none."""
    b = pilih(r, n, "pengukuran", "target", "realisasi", bila=lambda x: _angka_target(x) and baca(x["realisasi"]) > 0)
    if b is None:
        return None
    n["pengukuran"][b]["target"] = "0"
    return [("pengukuran", b, k) for k in ("target", "capaian")]


@salah
def dua_realisasi_tertukar(r: Random, n: Naskah) -> Letak | None:
    """The realisasi of two rows swapped, what was computed stays."""
    calon = semua(
        n, "pengukuran", "realisasi", "capaian", "target", bila=lambda b: _angka_target(b) and not b.get("pembilang")
    )
    pasang = [(a, b) for a in calon for b in calon if a < b and _jauh(n["pengukuran"][a], n["pengukuran"][b])]
    pasang = [] if atur(n).get("batas_capaian") else pasang
    if not pasang:
        return None
    a, b = r.choice(pasang)
    tertukar(n, "pengukuran", a, b, "realisasi")
    return [("pengukuran", i, k) for i in (a, b) for k in ("realisasi", "capaian")]


def _jauh(x: Baris, y: Baris) -> bool:
    return abs(baca(x["realisasi"]) - baca(y["realisasi"])) > 0.15 * baca(x["realisasi"])


@salah
def capaian_dua_baris_tertukar(r: Random, n: Naskah) -> Letak | None:
    """The capaian of two rows swapped."""
    calon = semua(n, "pengukuran", "capaian", bila=lambda b: berangka(b["capaian"]))
    pasang = [
        (a, b) for a in calon for b in calon
        if a < b and abs(baca(n["pengukuran"][a]["capaian"]) - baca(n["pengukuran"][b]["capaian"])) > 3
    ]  # fmt: skip
    if not pasang:
        return None
    a, b = r.choice(pasang)
    tertukar(n, "pengukuran", a, b, "capaian")
    return [("pengukuran", i, "capaian") for i in (a, b)]


@salah
def capaian_melewati_batas(r: Random, n: Naskah) -> Letak | None:
    """A capaian above the agency's own cap."""
    if not atur(n).get("batas_capaian"):
        return None
    b = pilih(r, n, "pengukuran", "capaian", bila=lambda x: berangka(x["capaian"]))
    return ubah(n, "pengukuran", b, "capaian", angka(float(atur(n)["batas_capaian"]) + 12.5, 2))


@salah
def target_angka_realisasi_kata(r: Random, n: Naskah) -> Letak | None:
    """A predicate where the target is a number."""
    b = pilih(r, n, "pengukuran", "target", "realisasi", bila=lambda x: _angka_target(x) and not x.get("pembilang"))
    letak = ubah(n, "pengukuran", b, "realisasi", r.choice(("BB", "Level 3")))
    return letak and [*letak, ("pengukuran", letak[0][1], "target")]
