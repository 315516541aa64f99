"""Rules of the quarters: targets of the PK and realisasi of the measurement against the year, by cara catat and sifat."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from lkjip_xl.inti.bacaan import desimal_terpendek
from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.triwulan import ID_TRIWULAN, PERUBAHAN
from lkjip_xl.tabel.triwulan import TW as TRIWULAN
from lkjip_xl.validasi.aturan.kata_triwulan import kata_triwulan
from lkjip_xl.validasi.aturan.nama import usul
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import HILANG, Selang, hasil_tertulis, terbaca, titik

TW = tuple(TRIWULAN)
CARA = ("jumlah", "akhir", "rata-rata")
KUMULATIF, HANYA_AKHIR, PER_TRIWULAN = "kumulatif", "hanya TW IV", "per triwulan"
PROGRAM = ("anggaran", "renja", "pk_program", "tc27")


@dataclass(frozen=True, slots=True)
class Beda:
    """A year its quarters do not give: what they give, where they stand, by what, and the other way that gives the year."""

    harap: float
    rumah: list[Rujukan]
    menurut: str
    lain: str | None


@aturan(
    kode=("TW-01", "TW-03"),
    lembar=("pk", "indikator"),
    baca=perlu(
        pk="kode target tw1-4 ?versi",
        indikator="kode sifat ?cara_tw",
        pengukuran="?kode ?realisasi ?sifat ?tw1-4 ?cara_tw ?satuan",
    ),
)
def target_triwulan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target triwulan PK digabungkan menurut Cara catat TW dan Sifat sama dengan target setahun."""
    baris = lapor.jejak.baris("pk")
    diganti = {kunci_teks(isi["kode"]) for isi in baris.values() if isi.get("versi") == PERUBAHAN}
    for b, isi in baris.items():
        dulu = isi.get("versi") != PERUBAHAN and kunci_teks(isi["kode"]) in diganti
        if dulu and not any(_sebelum_perubahan(lapor, Rujukan("pk", b, k)) for k in TW):
            continue  # the quarters are those of the PK that replaced this one
        sifat, cara = (buku.indeks.ambil("indikator", "kode", isi["kode"], k) for k in ("sifat", "cara_tw"))
        _periksa(lapor, Rujukan("pk", b, "target"), sifat, cara, "TW-01")


@aturan(
    kode=("TW-01", "TW-03"),
    lembar=(ID_TRIWULAN, "pengukuran"),
    baca=perlu(
        triwulan="kode tw target ?realisasi ?satuan",
        pengukuran="kode target sifat ?realisasi ?tw1-4 ?cara_tw ?satuan",
        pk="?kode ?target",
    ),
)
def target_triwulan_tanpa_pk(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target triwulan digabungkan sama dengan target yang diketik di Pengukuran, bila tidak ada PK."""
    milik: dict[str, dict[object, Rujukan]] = defaultdict(dict)
    for b, isi in lapor.jejak.baris(ID_TRIWULAN).items():
        milik[kunci_teks(isi["kode"])].setdefault(isi["tw"], Rujukan(ID_TRIWULAN, b, "target"))
    pk = lapor.jejak.baris("pk").values() if buku["pk"].ada else ()
    dijanjikan = {kunci_teks(isi["kode"]) for isi in pk if isi["target"] is not None}
    for b, isi in lapor.jejak.baris("pengukuran").items():
        kode, tahun = kunci_teks(isi["kode"]), Rujukan("pengukuran", b, "target")
        sel = [milik[kode][n] for n in TRIWULAN.values() if n in milik[kode]] if kode in milik else []
        if len(sel) == len(TRIWULAN) and kode not in dijanjikan and lapor.jejak.diketik(tahun):
            _periksa(lapor, tahun, isi["sifat"], isi["cara_tw"], "TW-01", sel)


@aturan(
    kode=("TW-02", "TW-03"),
    lembar=("pengukuran",),
    baca=perlu(pengukuran="realisasi sifat tw1-4 ?cara_tw ?satuan", triwulan="?realisasi ?satuan"),
)
def realisasi_triwulan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Realisasi triwulan digabungkan menurut Cara catat TW dan Sifat sama dengan realisasi setahun."""
    for b, isi in lapor.jejak.baris("pengukuran").items():
        _periksa(lapor, Rujukan("pengukuran", b, "realisasi"), isi["sifat"], isi["cara_tw"], "TW-02")


@aturan(kode=("TW-12",), lembar=("pengukuran",), baca=perlu(pengukuran="kode realisasi sifat tw1-4 ?cara_tw"))
def triwulan_tanpa_sifat(buku: BukuKerja, lapor: Pelapor) -> None:
    """Triwulan yang lengkap menghasilkan realisasi setahun; untuk itu Sifat harus menyatakan caranya."""
    for b, isi in lapor.jejak.baris("pengukuran").items():
        kode, terhitung = isi["kode"], isi["sifat"] in CARA or isi["cara_tw"] not in (None, PER_TRIWULAN)
        if not terhitung and isi["realisasi"] is None and all(isinstance(isi[k], float) for k in TW):
            terkait = [_rumah(lapor, Rujukan("pengukuran", b, k)) for k in TW]
            lapor("TW-12", Rujukan("pengukuran", b, "realisasi"), terkait=terkait, kode=kode)


@aturan(kode=("AN-40",), lembar=("pengukuran",), baca=perlu(pengukuran="realisasi ?tw1-4"))
def kata_bukan_setahun(buku: BukuKerja, lapor: Pelapor) -> None:
    """Predikat yang hanya tertulis di triwulan belum menjadi realisasi setahun."""
    t = buku["pengukuran"]
    for b, isi in lapor.jejak.baris("pengukuran").items():
        tw = kata_triwulan(t, b, "realisasi")
        if tw and isi["realisasi"] is None and not t.kata(b, "realisasi"):
            sumber = [_rumah(lapor, Rujukan("pengukuran", b, tw))]
            lapor("AN-40", Rujukan("pengukuran", b, "realisasi"), terkait=sumber, berkata=True,
                  triwulan=lapor.kepala("pengukuran", tw), tulisan=t.kata(b, tw))  # fmt: skip


@aturan(
    kode=("TW-10",),
    lembar=(ID_TRIWULAN, "indikator"),
    baca=perlu(triwulan="kode", indikator="kode", anggaran="?kode", renja="?kode", pk_program="?kode", tc27="?kode"),
)
def kode_triwulan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kode di lembar triwulan ada di Indikator, Anggaran, Renja, PK Program, atau T-C.27."""
    indikator = [isi["kode"] for isi in lapor.jejak.baris("indikator").values() if isinstance(isi["kode"], str)]
    bentuk = {x for k in indikator if (x := _bentuk(k))}
    program = any(buku.indeks.menurut(i, "kode", ruas) for i in PROGRAM)
    for b, isi in lapor.jejak.baris(ID_TRIWULAN).items():
        kode = isi["kode"]
        if not isinstance(kode, str) or kunci_teks(kode) in {kunci_teks(x) for x in indikator}:
            continue
        if any(buku.indeks.semua(i, "kode", kode, ruas) for i in PROGRAM):
            continue
        saran = usul(kode, indikator)
        # without any programme nobody can tell a subkegiatan, but one is never numbered like the indicators (S1.2)
        if program or saran or _bentuk(kode) in bentuk:
            lapor("TW-10", Rujukan(ID_TRIWULAN, b, "kode"), usul=saran)


def _sebelum_perubahan(lapor: Pelapor, r: Rujukan) -> bool:
    """Is a quarter's target one of before the change: typed into the PK itself, or kept as such beside the new one?"""
    return lapor.jejak.diketik(r) or any(s.kolom == "target_semula" for s in lapor.jejak.sumber(r))


def _bentuk(kode: str) -> str:
    """How a kode is made up ("S1.2" like "T10.1"), empty for one without letters."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "9", kunci_teks(kode))) if re.search("[a-z]", kunci_teks(kode)) else ""


@aturan(
    kode=("TW-11",),
    lembar=("pengukuran",),
    baca=perlu(pengukuran="tw1-4 sifat ?cara_tw"),
)
def kumulatif_menurun(buku: BukuKerja, lapor: Pelapor) -> None:
    """Realisasi yang dicatat kumulatif dan bersifat jumlah tidak menurun dari triwulan ke triwulan."""
    for b, isi in lapor.jejak.baris("pengukuran").items():
        if isi["cara_tw"] != KUMULATIF or isi["sifat"] != "jumlah":
            continue
        angka = [(Rujukan("pengukuran", b, k), x) for k in TW if isinstance(x := isi[k], float)]
        for (dulu, x), (kini, y) in pairwise(angka):
            if y < x and not lapor.jejak.ternoda(kini) and not lapor.jejak.ternoda(dulu):
                lapor("TW-11", _rumah(lapor, kini), terkait=[_rumah(lapor, dulu)])


def _rumah(lapor: Pelapor, r: Rujukan) -> Rujukan:
    """The cell in which a quarter is typed: in the sheet of quarters, or still in the old column."""
    if lapor.jejak.diketik(r):
        return r
    return next((s for s in lapor.jejak.sumber(r) if s.lembar == ID_TRIWULAN), r)


def _periksa(
    lapor: Pelapor, tahun: Rujukan, sifat: object, cara: object, kode: str, sel: Sequence[Rujukan] = ()
) -> None:
    """One row; where another way of entering explains target and realisasi alike, one finding speaks for both."""
    beda = _beda(lapor, tahun, sifat, cara, sel)
    if beda is None:
        return
    kembar = _kembar(lapor, tahun, beda)
    for r in kembar:
        lapor.ikut(r)
    isian = {"seharusnya": beda.harap, "terkait": [*beda.rumah, *kembar], "sifat": beda.menurut}
    if beda.lain:
        lapor("TW-03", tahun, cara=beda.lain, **isian)
    else:
        lapor(kode, tahun, **isian)


def _kembar(lapor: Pelapor, tahun: Rujukan, beda: Beda) -> list[Rujukan]:
    """The realisasi that the quarters give only by the way in which those of this target do."""
    if tahun.kolom != "target" or not beda.lain:
        return []
    letak = lapor.buku.indeks.baris("pengukuran", "kode", lapor.jejak.baris(tahun.lembar)[tahun.baris]["kode"])
    if letak is None:
        return []
    isi = lapor.jejak.baris("pengukuran").get(letak, {})
    r = Rujukan("pengukuran", letak, "realisasi")
    sana = _beda(lapor, r, isi.get("sifat"), isi.get("cara_tw"))
    return [r] if sana is not None and sana.lain == beda.lain else []


def _beda(lapor: Pelapor, tahun: Rujukan, sifat: object, cara: object, sel: Sequence[Rujukan] = ()) -> Beda | None:
    """What is wrong with one row: nothing while the fourth quarter is blank, for the year may still be running."""
    nilai = lapor.jejak.nilai(tahun)
    sel = sel or [Rujukan(tahun.lembar, tahun.baris, k) for k in TW]
    isi = {r: x for r in sel if (x := lapor.jejak.nilai(r)) is not None}
    if not isinstance(nilai, float) or sel[3] not in isi or lapor.pernah(tahun):
        return None
    angka = {r: x for r, x in isi.items() if isinstance(x, float)}
    if len(angka) < len(isi) or any(lapor.jejak.ternoda(r) for r in (tahun, *sel)):
        return None
    menurut = "akhir" if cara in (KUMULATIF, HANYA_AKHIR) else sifat
    if menurut not in CARA:
        return None
    setahun = _selang_tahun(lapor, tahun, nilai)
    rumah = [_rumah(lapor, r) for r in angka]
    bagian = [_selang(lapor, r, x) for r, x in zip(rumah, angka.values(), strict=True)]
    gabung = {c: _gabung(bagian, c) for c in CARA}
    if gabung[str(menurut)].bertemu(setahun) or _angka_sama(nilai, _tengah(gabung[str(menurut)])):
        return None
    lain = next(_cara_lain(gabung, str(menurut), setahun, list(angka.values()), dicatat=cara), None)
    kata = f"cara catat {cara}" if cara in (KUMULATIF, HANYA_AKHIR) else f"sifat {sifat}"
    return Beda(_tengah(gabung[str(menurut)]), rumah, kata, lain)


def _angka_sama(a: float, b: float) -> bool:
    """Are two measures one figure at the fewer of their decimals, as where one of them was computed? Counts never are."""
    desimal = min(desimal_terpendek(a), desimal_terpendek(b))
    return desimal > 0 and bulat(a, desimal) == bulat(b, desimal)


def _cara_lain(
    gabung: dict[str, Selang], menurut: str, setahun: Selang, angka: list[float], *, dicatat: object
) -> Iterator[str]:
    """Another way of recording by which the quarters give the year."""
    for c in CARA:
        if c == menurut or not gabung[c].bertemu(setahun):
            continue
        if c != "akhir":
            yield PER_TRIWULAN if dicatat in (KUMULATIF, HANYA_AKHIR) else c
        # the last quarter equals the year: only a rising row was entered cumulatively
        elif len(angka) > 1 and all(x <= y for x, y in pairwise(angka)):
            yield KUMULATIF
        return


def _gabung(bagian: list[Selang], cara: str) -> Selang:
    if cara == "akhir":
        return bagian[-1]
    bawah, atas = fsum(s.bawah for s in bagian), fsum(s.atas for s in bagian)
    n = len(bagian) if cara == "rata-rata" else 1
    return Selang(bawah / n, atas / n)


def _selang(lapor: Pelapor, r: Rujukan, x: float) -> Selang:
    """A quarter: targets are exact, measurements stand for what their digits can mean."""
    if r.lembar == "pk" or r.kolom.startswith("target"):
        return titik(x)
    satuan = lapor.jejak.nilai(Rujukan(r.lembar, r.baris, "satuan"))
    return terbaca(x, lapor.buku[r.lembar].desimal(r.baris, r.kolom), satuan)


def _selang_tahun(lapor: Pelapor, r: Rujukan, x: float) -> Selang:
    """The year: a fraction may have been rounded, a whole target may not."""
    if not lapor.jejak.diketik(r):
        return titik(x)
    desimal = lapor.buku[r.lembar].desimal(r.baris, r.kolom)
    if r.kolom == "target":
        return titik(x) if x == int(x) else hasil_tertulis(x, desimal)
    satuan = lapor.jejak.nilai(Rujukan(r.lembar, r.baris, "satuan"))
    return terbaca(x, desimal, satuan)


def _tengah(s: Selang) -> float:
    x = (s.bawah + s.atas) / 2
    return float(f"{x:.15g}") if abs(s.atas - s.bawah) <= HILANG * max(1.0, abs(x)) else bulat(x, 4)
