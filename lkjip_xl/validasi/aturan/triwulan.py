"""Rules of the quarters: targets of the PK and realisasi of the measurement against the year, by sifat."""

from __future__ import annotations

from itertools import pairwise
from math import fsum

from lkjip_xl.inti.rumus import bulat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import HILANG, Selang, hasil_tertulis, terbaca, titik

TW = ("tw1", "tw2", "tw3", "tw4")
CARA = ("jumlah", "akhir", "rata-rata")
KUMULATIF = "kumulatif"


@aturan(kode=("TW-01", "TW-03"), lembar=("pk", "indikator"), baca=perlu(pk="kode target tw1-4", indikator="kode sifat"))
def target_triwulan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target triwulan PK digabungkan menurut Sifat sama dengan target setahun."""
    for b, isi in lapor.jejak.baris("pk").items():
        _periksa(
            lapor, Rujukan("pk", b, "target"), buku.indeks.ambil("indikator", "kode", isi["kode"], "sifat"), "TW-01"
        )


@aturan(kode=("TW-02", "TW-03"), lembar=("pengukuran",), baca=perlu(pengukuran="realisasi sifat tw1-4 ?satuan"))
def realisasi_triwulan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Realisasi triwulan digabungkan menurut Sifat sama dengan realisasi setahun."""
    for b, isi in lapor.jejak.baris("pengukuran").items():
        _periksa(lapor, Rujukan("pengukuran", b, "realisasi"), isi["sifat"], "TW-02")


def _periksa(lapor: Pelapor, tahun: Rujukan, sifat: object, kode: str) -> None:
    """One row: silent while the fourth quarter is blank, for the year may still be running."""
    nilai = lapor.jejak.nilai(tahun)
    sel = [Rujukan(tahun.lembar, tahun.baris, k) for k in TW]
    isi = {r: x for r in sel if (x := lapor.jejak.nilai(r)) is not None}
    if sifat not in CARA or not isinstance(nilai, float) or sel[3] not in isi or lapor.pernah(tahun):
        return
    angka = {r: x for r, x in isi.items() if isinstance(x, float)}
    if len(angka) < len(isi) or any(lapor.jejak.ternoda(r) for r in (tahun, *sel)):
        return
    setahun = _selang_tahun(lapor, tahun, nilai)
    bagian = [_selang(lapor, r, x) for r, x in angka.items()]
    gabung = {cara: _gabung(bagian, cara) for cara in CARA}
    if gabung[str(sifat)].bertemu(setahun):
        return
    lain = next((c for c in CARA if c != sifat and gabung[c].bertemu(setahun)), None)
    if lain == "akhir":
        # the last quarter equals the year: only a rising row was entered cumulatively
        lain = KUMULATIF if len(angka) > 1 and all(x <= y for x, y in pairwise(angka.values())) else None
    harap = _tengah(gabung[str(sifat)])
    if lain:
        lapor("TW-03", tahun, seharusnya=harap, terkait=isi, sifat=sifat, cara=lain)
    else:
        lapor(kode, tahun, seharusnya=harap, terkait=isi, sifat=sifat)


def _gabung(bagian: list[Selang], cara: str) -> Selang:
    if cara == "akhir":
        return bagian[-1]
    bawah, atas = fsum(s.bawah for s in bagian), fsum(s.atas for s in bagian)
    n = len(bagian) if cara == "rata-rata" else 1
    return Selang(bawah / n, atas / n)


def _selang(lapor: Pelapor, r: Rujukan, x: float) -> Selang:
    """A quarter: targets are exact, measurements stand for what their digits can mean."""
    if r.lembar == "pk":
        return titik(x)
    satuan = lapor.jejak.nilai(Rujukan(r.lembar, r.baris, "satuan"))
    return terbaca(x, lapor.buku[r.lembar].desimal(r.baris, r.kolom), satuan)


def _selang_tahun(lapor: Pelapor, r: Rujukan, x: float) -> Selang:
    """The year: a fraction may have been rounded, a whole target may not."""
    if not lapor.jejak.diketik(r):
        return titik(x)
    desimal = lapor.buku[r.lembar].desimal(r.baris, r.kolom)
    if r.lembar == "pk":
        return titik(x) if x == int(x) else hasil_tertulis(x, desimal)
    satuan = lapor.jejak.nilai(Rujukan(r.lembar, r.baris, "satuan"))
    return terbaca(x, desimal, satuan)


def _tengah(s: Selang) -> float:
    x = (s.bawah + s.atas) / 2
    return float(f"{x:.15g}") if abs(s.atas - s.bawah) <= HILANG * max(1.0, abs(x)) else bulat(x, 4)
