"""Mistakes of programmes and money."""

from __future__ import annotations

from random import Random

from agensi.angka import angka, baca, efisiensi, ganti
from agensi.model import Naskah
from agensi.tanam import TINGKAT, Letak, atur, berangka, daftar, induk, pilih, salah, semua, tambah, tertukar, ubah


def daun(n: Naskah, lembar: str = "anggaran") -> list[int]:
    """Rows that are sums of no others, but part of one."""
    p = induk(n, lembar)
    return [i for i, a in p.items() if i not in p.values() and a is not None and berangka_rp(n, lembar, i)]


def berangka_rp(n: Naskah, lembar: str, i: int) -> bool:
    return bool(n[lembar][i].get("realisasi_rp" if lembar == "anggaran" else "nama"))


def bersaudara(n: Naskah, lembar: str = "anggaran") -> list[int]:
    """Leaves that are not their parent's only row."""
    p = induk(n, lembar)
    return [i for i in daun(n, lembar) if sum(a == p[i] for a in p.values()) > 1]


def _daun_lain(r: Random, n: Naskah, kolom: str, ubahan, calon: list[int] | None = None) -> Letak | None:
    calon = daun(n) if calon is None else calon
    if not calon:
        return None
    b = r.choice(calon)
    return ubah(n, "anggaran", b, kolom, ubahan(n["anggaran"][b][kolom]))


@salah
def nol_lebih(r: Random, n: Naskah) -> Letak | None:
    """One zero too many."""
    return _daun_lain(r, n, "realisasi_rp", lambda x: ganti(x, baca(x) * 10))


@salah
def nol_hilang(r: Random, n: Naskah) -> Letak | None:
    """The last digit is missing."""
    return _daun_lain(r, n, "realisasi_rp", lambda x: ganti(x, baca(x) // 10))


@salah
def induk_tersalin_ke_rincian(r: Random, n: Naskah) -> Letak | None:
    """The parent's figure copied into one of several children."""
    calon = bersaudara(n)
    if not calon:
        return None
    b = r.choice(calon)
    atas = induk(n, "anggaran")[b]
    assert atas is not None
    return ubah(n, "anggaran", b, "realisasi_rp", n["anggaran"][atas]["realisasi_rp"])


@salah
def pagu_dan_realisasi_tertukar(r: Random, n: Naskah) -> Letak | None:
    """Budget and spending of a row swapped."""
    calon = [
        b
        for b in semua(n, "anggaran", "pagu", "realisasi_rp")
        if n["anggaran"][b]["pagu"] != n["anggaran"][b]["realisasi_rp"]
    ]
    if not calon:
        return None
    b = r.choice(calon)
    x = n["anggaran"][b]
    x["pagu"], x["realisasi_rp"] = x["realisasi_rp"], x["pagu"]
    return [("anggaran", b, k) for k in ("pagu", "realisasi_rp")]


@salah
def realisasi_dua_baris_tertukar(r: Random, n: Naskah) -> Letak | None:
    """The spending of two rows swapped; their serapan stays."""
    calon = [
        (a, b) for a in daun(n) for b in daun(n)
        if a < b and n["anggaran"][a]["realisasi_rp"] != n["anggaran"][b]["realisasi_rp"] and n["anggaran"][a].get("serapan")
    ]  # fmt: skip
    if not calon:
        return None
    a, b = r.choice(calon)
    tertukar(n, "anggaran", a, b, "realisasi_rp")
    return [("anggaran", i, k) for i in (a, b) for k in ("realisasi_rp", "serapan", "sisa")]


@salah
def pagu_dua_baris_tertukar(r: Random, n: Naskah) -> Letak | None:
    """The budgets of two rows swapped; their serapan stays."""
    calon = [
        (a, b) for a in daun(n) for b in daun(n)
        if a < b and n["anggaran"][a]["pagu"] != n["anggaran"][b]["pagu"] and n["anggaran"][a].get("serapan")
    ]  # fmt: skip
    if not calon:
        return None
    a, b = r.choice(calon)
    tertukar(n, "anggaran", a, b, "pagu")
    return [("anggaran", i, k) for i in (a, b) for k in ("pagu", "serapan", "sisa")]


def _hilang(lembar: str, kolom: tuple[str, ...]):
    def f(r: Random, n: Naskah) -> Letak | None:
        calon = bersaudara(n, lembar) if lembar in n else []
        if not calon:
            return None
        b = r.choice(calon)
        atas = induk(n, lembar)[b]
        assert atas is not None
        n[lembar].pop(b)
        return [(lembar, atas - (b < atas), k) for k in kolom]

    return f


for _l, _kolom in (
    ("anggaran", ("pagu", "realisasi_rp")), ("pk_program", ("anggaran",)),
    ("renja", ("pagu_sebelum", "pagu_setelah", "pagu_prakiraan")), ("tc27", ("rp_1", "rp_2", "rp_akhir")),
):  # fmt: skip
    daftar(f"baris_hilang_{_l}", _hilang(_l, _kolom))


@salah
def baris_anggaran_ganda(r: Random, n: Naskah) -> Letak | None:
    """A leaf stands there twice."""
    calon = daun(n)
    if not calon:
        return None
    b = r.choice(calon)
    n["anggaran"].insert(b + 1, dict(n["anggaran"][b]))
    atas = induk(n, "anggaran")[b]
    return [
        ("anggaran", i, k) for i in (b, b + 1, atas) if i is not None for k in ("kode", "nama", "pagu", "realisasi_rp")
    ]


def _total(n: Naskah, lembar: str) -> int | None:
    return next((i for i, b in enumerate(n.get(lembar, ())) if b["level"] == TINGKAT[0]), None)


@salah
def jumlah_seluruhnya_keliru(r: Random, n: Naskah) -> Letak | None:
    """The grand total misses by a million."""
    b, k = _total(n, "anggaran"), r.choice(("pagu", "realisasi_rp"))
    return None if b is None else ubah(n, "anggaran", b, k, tambah(n["anggaran"][b][k], 1_000_000))


@salah
def jumlah_pk_program_keliru(r: Random, n: Naskah) -> Letak | None:
    """The grand total of the agreement misses by a million."""
    b = _total(n, "pk_program")
    return (
        None if b is None else ubah(n, "pk_program", b, "anggaran", tambah(n["pk_program"][b]["anggaran"], 1_000_000))
    )


@salah
def pagu_beda_sampai_jumlah(r: Random, n: Naskah) -> Letak | None:
    """A budget other than that of the agreement, with all totals above it adjusted."""
    if not (atur(n).get("dasar_pagu") or any(b["versi"] == "perubahan" for b in n["pk_program"])):
        return None  # the budget may have moved since
    p, ada = induk(n, "anggaran"), {b["nama"] for b in n["pk_program"]}
    calon = [b for b in daun(n) if n["anggaran"][b]["nama"] in ada]
    if not calon:
        return None
    b = r.choice(calon)
    i: int | None = b
    while i is not None:
        n["anggaran"][i]["pagu"] = tambah(n["anggaran"][i]["pagu"], 7_000_000)
        i = p[i]
    return [("anggaran", b, "pagu")]


@salah
def pagu_menurut_versi_lain(r: Random, n: Naskah) -> Letak | None:
    """Serapan worked out on the budget before its change."""
    murni = {b["nama"]: b["anggaran"] for b in n["pk_program"] if b["versi"] == "murni"}

    def beda(x) -> bool:
        lama = murni.get(x["nama"])
        return lama is not None and abs(baca(lama) / baca(x["pagu"]) - 1) > 0.03

    b = pilih(r, n, "anggaran", "serapan", "pagu", bila=beda)
    if b is None:
        return None
    x = n["anggaran"][b]
    return ubah(n, "anggaran", b, "serapan", angka(baca(x["realisasi_rp"]) / baca(murni[x["nama"]]) * 100, 2))


@salah
def efisiensi_metode_lain(r: Random, n: Naskah) -> Letak | None:
    """Efficiency by a method other than the one set."""
    metode = r.choice([m for m in ("selisih", "rasio", "pmk214") if not atur(n)["metode_efisiensi"].startswith(m)])
    b = pilih(r, n, "anggaran", "efisiensi", "capaian", "serapan")
    if b is None:
        return None
    x = n["anggaran"][b]
    e = efisiensi(baca(x["capaian"]), baca(x["serapan"]), metode)
    if e is None or abs(e - baca(x["efisiensi"])) < 3:
        return None
    letak = ubah(n, "anggaran", b, "efisiensi", angka(e, 2))
    return letak


@salah
def indikator_dua_baris_tertukar(r: Random, n: Naskah) -> Letak | None:
    """Indicator, unit and target of two programme rows swapped between documents."""
    lembar = r.choice(("pk_program", "anggaran"))
    versi = n[lembar][0].get("versi")
    if lembar == "pk_program" and "renja" not in n:
        return None
    kenal = {b["nama"] for b in n.get("renja", n["pk_program"])}
    calon = semua(n, lembar, "indikator", bila=lambda b: b.get("versi") == versi and b["nama"] in kenal)
    if len(calon) < 2 or versi == "RKT":
        return None
    a, b = r.sample(calon, 2)
    tertukar(n, lembar, a, b, "indikator", "satuan", "target", "realisasi", "capaian", "efisiensi")
    return [(lembar, i, k) for i in (a, b) for k in ("indikator", "target")]


@salah
def indikator_lain_di_pk(r: Random, n: Naskah) -> Letak | None:
    """Another indicator altogether."""
    if "renja" not in n:
        return None
    b = pilih(r, n, "pk_program", "indikator", bila=lambda x: x["versi"] != "RKT")
    return ubah(n, "pk_program", b, "indikator", "Zyx wvu 12345 qqq")


@salah
def target_program_bukan_renja(r: Random, n: Naskah) -> Letak | None:
    """Target of a programme differs between the documents."""
    if "renja" not in n:
        return None
    b = pilih(r, n, "pk_program", "target", bila=lambda x: x["versi"] != "RKT")
    return None if b is None else ubah(n, "pk_program", b, "target", tambah(n["pk_program"][b]["target"], 5))


@salah
def target_anggaran_bukan_rencana(r: Random, n: Naskah) -> Letak | None:
    """Target in the budget differs from the plan of the year; nothing was computed from it."""
    kenal = {b["nama"] for b in n.get("renja", n["pk_program"])}
    b = pilih(r, n, "anggaran", "target", bila=lambda x: x["nama"] in kenal)
    if b is None:
        return None
    for k in ("capaian", "efisiensi"):
        n["anggaran"][b].pop(k, None)
    return ubah(n, "anggaran", b, "target", tambah(n["anggaran"][b]["target"], 5))


@salah
def penunjang_menggantung(r: Random, n: Naskah) -> Letak | None:
    """A supporting programme that Anggaran does not have."""
    b = r.randrange(len(n["penunjang"]))
    n["penunjang"][b]["kode_program"] = ""
    return ubah(n, "penunjang", b, "nama", "Program yang tidak pernah ada")


@salah
def kode_program_sama(r: Random, n: Naskah) -> Letak | None:
    """Two programmes with one kode."""
    lembar = r.choice(("anggaran", "renja", "pk_program", "tc27"))
    if lembar not in n:
        return None
    calon = semua(
        n, lembar, "kode", bila=lambda b: b["level"] == "program" and b.get("versi") == n[lembar][0].get("versi")
    )
    if len(calon) < 2:
        return None
    a, b = r.sample(calon, 2)
    n[lembar][b]["kode"] = n[lembar][a]["kode"]
    return [(lembar, i, "kode") for i in (a, b)]


@salah
def kode_induk_tidak_ada(r: Random, n: Naskah) -> Letak | None:
    """The kode of a kegiatan points to a programme that is not there, while its many siblings have theirs."""
    lembar = r.choice(("anggaran", "renja", "tc27"))
    versi = r.choice([b.get("versi") for b in n.get(lembar, ())] or [None])
    sama = semua(n, lembar, "kode", bila=lambda x: x["level"] == "kegiatan" and x.get("versi") == versi)
    program = semua(n, lembar, bila=lambda x: x["level"] == "program" and x.get("versi") == versi)
    if len(program) < 3 or len(sama) < 4:
        return None
    return ubah(n, lembar, r.choice(sama), "kode", "2.07.77.2.01")


@salah
def fisik_melebihi_seratus(r: Random, n: Naskah) -> Letak | None:
    """More than all of it was built."""
    return ubah(n, "anggaran", pilih(r, n, "anggaran", "pagu"), "fisik", r.choice(("118,5", "130", "101,2")))


@salah
def terserap_tanpa_keluaran(r: Random, n: Naskah) -> Letak | None:
    """Nothing done, most of the money spent."""
    b = pilih(r, n, "anggaran", "target", "realisasi")
    if b is None:
        return None
    for k in ("capaian", "efisiensi"):
        n["anggaran"][b].pop(k, None)
    letak = ubah(n, "anggaran", b, "realisasi", "0")
    return letak and [*letak, ("anggaran", b, "realisasi_rp")]


@salah
def rumus_sendiri(r: Random, n: Naskah) -> Letak | None:
    """The user's own formula where the template's stood, with another result."""
    return ubah(n, "anggaran", pilih(r, n, "anggaran", "serapan"), "serapan", "=12.5")


@salah
def rumus_sendiri_pengukuran(r: Random, n: Naskah) -> Letak | None:
    """Likewise for a capaian."""
    b = pilih(r, n, "pengukuran", "capaian", bila=lambda x: berangka(x["capaian"]))
    return ubah(n, "pengukuran", b, "capaian", "=33.25")


@salah
def realisasi_rupiah_berpecahan(r: Random, n: Naskah) -> Letak | None:
    """A figure of rupiah with its separators slipped."""
    return _daun_lain(r, n, "realisasi_rp", lambda x: angka(baca(x) / 1000, 3) if baca(x) % 1000 else None)


@salah
def rincian_belanja_hilang(r: Random, n: Naskah) -> Letak | None:
    """A kind of spending is missing from the sum above it."""
    induknya = [b.get("induk") for b in n["belanja"]]
    b = pilih(r, n, "belanja", "induk", bila=lambda x: x["jenis"] not in induknya and _saudara(n, x) > 1)
    if b is None:
        return None
    x = n["belanja"].pop(b)
    atas = next(i for i, y in enumerate(n["belanja"]) if (y["tahun"], y["jenis"]) == (x["tahun"], x["induk"]))
    return [("belanja", atas, k) for k in ("anggaran", "realisasi")]


def _saudara(n: Naskah, x) -> int:
    return sum((b["tahun"], b.get("induk")) == (x["tahun"], x["induk"]) for b in n["belanja"])


@salah
def induk_belanja_tidak_ada(r: Random, n: Naskah) -> Letak | None:
    """A kind of spending under a heading that is not there."""
    b = pilih(r, n, "belanja", "induk", bila=lambda x: _saudara(n, x) > 1)
    if b is None:
        return None
    x = dict(n["belanja"][b])
    atas = [i for i, y in enumerate(n["belanja"]) if (y["tahun"], y["jenis"]) == (x["tahun"], x["induk"])]
    letak = ubah(n, "belanja", b, "induk", "Belanja Siluman")
    return letak and letak + [("belanja", i, k) for i in atas for k in ("anggaran", "realisasi")]
