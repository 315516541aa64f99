"""Rules against last year's workbook: what Riwayat and Renstra say of earlier years, and what was reported then.

Nothing is said without `--tahun-lalu`. An indicator is the same when its name is; where only the kode is the same,
the names must at least be alike, for kode are often given anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lkjip_xl.inti.kemiripan import mirip
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor, TahunLalu
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import Selang, hasil_tertulis, terbaca, titik

SERUPA = 60.0  # of 100: a kode whose names are less alike has been given to another indicator
RIWAYAT = 3  # years the sheet Riwayat goes back
KODE = {"target": "TL-01", "realisasi": "TL-02", "capaian": "TL-03"}


@dataclass(frozen=True, slots=True)
class Sumber:
    """A cell of last year's workbook."""

    lalu: TahunLalu
    sel: Rujukan

    @property
    def nilai(self) -> float | None:
        """Its number; None where it is blank, text, or unreadable."""
        x = self.lalu.jejak.nilai(self.sel)
        return x if isinstance(x, float) and not self.lalu.jejak.ternoda(self.sel) else None

    @property
    def nama(self) -> str:
        """File, sheet and address."""
        return f"{self.lalu.berkas}!{'!'.join(self.lalu.jejak.alamat(self.sel))}"


@aturan(kode=("TL-05",), baca=perlu(pengaturan="tahun"))
def buku_tahun_sebelumnya(buku: BukuKerja, lapor: Pelapor) -> None:
    """Buku pembanding adalah buku tahun sebelumnya (paling lama tiga tahun)."""
    if lapor.lalu is not None and _mundur(buku, lapor.lalu) is None:
        tahun = lapor.lalu.jejak.buku.setelan.get("TahunLaporan")
        lapor.setelan("TL-05", "tahun", berkas=lapor.lalu.berkas, tahun=tahun)


@aturan(
    kode=("TL-01", "TL-02", "TL-03", "TL-06"),
    lembar=("riwayat",),
    baca=perlu(
        pengaturan="tahun",
        indikator="kode indikator",
        riwayat="kode ?target_1-3 ?realisasi_1-3 ?capaian_1-3 ?satuan",
        pengukuran="?kode ?target ?realisasi ?capaian ?satuan ?sementara",
    ),
)
def riwayat_menurut_tahun_lalu(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target, realisasi dan capaian di Riwayat sama dengan buku tahun lalu."""
    lalu, mundur = lapor.lalu, _mundur(buku, lapor.lalu)
    if lalu is None or mundur is None:
        return
    for b, isi in lapor.jejak.baris("riwayat").items():
        kode_lalu = _kode_lalu(lapor, lalu, isi["kode"])
        if not kode_lalu:
            continue
        for ke in range(mundur, RIWAYAT + 1):
            berbeda = False
            for bidang in KODE:
                r = Rujukan("riwayat", b, f"{bidang}_{ke}")
                sumber = next(_sumber(lalu, kode_lalu, bidang, ke - mundur), None)
                if sumber is not None and not (bidang == "capaian" and (berbeda or not lapor.jejak.diketik(r))):
                    berbeda |= _bandingkan(lapor, r, sumber, KODE[bidang])


@aturan(
    kode=("TL-04",),
    lembar=("renstra",),
    baca=perlu(pengaturan="tahun renstra_awal", indikator="kode indikator", renstra="kode ?target_1-6"),
)
def renstra_menurut_tahun_lalu(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target Renstra tiap tahun sama dengan Renstra di buku tahun lalu."""
    lalu = lapor.lalu
    if lalu is None or _mundur(buku, lalu) is None or not lalu.jejak.buku["renstra"].ada:
        return
    awal, awal_lalu = (x.setelan.get("TahunRenstraAwal") for x in (buku, lalu.jejak.buku))
    if not isinstance(awal, float) or not isinstance(awal_lalu, float):
        return
    for b, isi in lapor.jejak.baris("renstra").items():
        kode = _kode_lalu(lapor, lalu, isi["kode"])
        letak = lalu.jejak.buku.indeks.baris("renstra", "kode", kode)
        if letak is None:
            continue
        for k in range(1, 7):
            k_lalu = k + int(awal - awal_lalu)
            if 1 <= k_lalu <= 6:
                sumber = Sumber(lalu, Rujukan("renstra", letak, f"target_{k_lalu}"))
                _bandingkan(lapor, Rujukan("renstra", b, f"target_{k}"), sumber, "TL-04")


def _mundur(buku: BukuKerja, lalu: TahunLalu | None) -> int | None:
    """How many years lie between the workbooks; None where it is no earlier one that Riwayat knows."""
    kini = buku.setelan.get("TahunLaporan")
    dulu = lalu.jejak.buku.setelan.get("TahunLaporan") if lalu else None
    if not isinstance(kini, float) or not isinstance(dulu, float) or not 1 <= kini - dulu <= RIWAYAT:
        return None
    return int(kini - dulu)


def _kode_lalu(lapor: Pelapor, lalu: TahunLalu, kode: object) -> str | None:
    """Kode of the same indicator in last year's workbook."""
    nama = lapor.buku.indeks.ambil("indikator", "kode", kode, "indikator")
    if not nama:
        return None
    dulu, k = lalu.jejak.buku.indeks, kunci_teks(kode)
    nama_dulu = dulu.ambil("indikator", "kode", k, "indikator")
    if kunci_teks(nama_dulu) == kunci_teks(nama):
        return k
    senama = dulu.semua("indikator", "indikator", nama)
    kode_dulu = {kunci_teks(lalu.jejak.buku["indikator"].nilai(b, "kode")) for b in senama} - {""}
    if len(kode_dulu) == 1:
        return kode_dulu.pop()
    serupa = nama_dulu is not None and mirip(kunci_teks(nama_dulu), kunci_teks(nama)) >= SERUPA
    return k if not kode_dulu and serupa else None


def _sumber(lalu: TahunLalu, kode: str, bidang: str, mundur: int) -> Iterator[Sumber]:
    """Cells that give a figure of the year so many years before last year's report."""
    lembar, kolom = ("pengukuran", bidang) if mundur == 0 else ("riwayat", f"{bidang}_{mundur}")
    if lalu.jejak.buku[lembar].ada:
        for b in lalu.jejak.buku.indeks.semua(lembar, "kode", kode):
            yield Sumber(lalu, Rujukan(lembar, b, kolom))


def _bandingkan(lapor: Pelapor, r: Rujukan, sumber: Sumber, kode: str) -> bool:
    """Report a cell that differs; True where target or realisasi was in doubt."""
    x, y = lapor.jejak.nilai(r), sumber.nilai
    if y is None or lapor.ragu(r) or not (x is None or isinstance(x, float)):
        return False
    persen = kode == "TL-03"
    harap = bulat(y, 2) if persen else float(f"{y:.15g}")
    if x is None:
        if kode in ("TL-01", "TL-02"):
            lapor("TL-06", r, seharusnya=harap, sumber=sumber.nama)
        return False
    if _selang(lapor, r, x, kode).secetak(_selang_lalu(sumber, y, kode)):
        return False
    sementara = kode in ("TL-02", "TL-03") and _sementara(sumber)
    lapor(kode, r, seharusnya=harap, tingkat=Tingkat.CATATAN if sementara else None, sumber=sumber.nama)
    return True


def _selang(lapor: Pelapor, r: Rujukan, x: float, kode: str) -> Selang:
    desimal = lapor.buku[r.lembar].desimal(r.baris, r.kolom)
    if kode == "TL-03":
        return hasil_tertulis(x, desimal)
    return terbaca(x, desimal, lapor.jejak.nilai(Rujukan(r.lembar, r.baris, "satuan"))) if kode == "TL-02" else titik(x)


def _selang_lalu(s: Sumber, y: float, kode: str) -> Selang:
    if kode in ("TL-01", "TL-04") or (
        not s.lalu.jejak.diketik(s.sel) and s.lalu.jejak.buku[s.sel.lembar].skema.kolom[s.sel.kolom].rumus
    ):
        return titik(y)
    desimal = s.lalu.jejak.buku[s.sel.lembar].desimal(s.sel.baris, s.sel.kolom)
    if kode == "TL-03":
        return hasil_tertulis(y, desimal)
    return terbaca(y, desimal, s.lalu.jejak.nilai(Rujukan(s.sel.lembar, s.sel.baris, "satuan")))


def _sementara(s: Sumber) -> bool:
    """Was the figure still provisional last year?"""
    return s.sel.lembar == "pengukuran" and s.lalu.jejak.nilai(Rujukan("pengukuran", s.sel.baris, "sementara")) == "ya"
