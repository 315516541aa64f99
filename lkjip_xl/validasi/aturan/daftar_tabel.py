"""Rules of Daftar Tabel: numbers given twice, and a year in a title that is not the report's."""

from __future__ import annotations

import re
from collections import defaultdict

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

LEMBAR, BEBAS = "daftar_tabel", "tabel_bebas"
BANYAK_TAHUN = frozenset(
    {"perbandingan tahun", "kemajuan renstra", "pembanding standar"}
)  # they speak of other years, too
_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RENTANG = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-–—/]|s\.?\s?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d)(?!\d)")
_RENSTRA = re.compile(r"\brenstra\b|\brencana strategis\b", re.IGNORECASE)
_PERIODE = re.compile(r"\b(?:renstra|rpjmd|rpjmn|periode|tahun dasar)\b", re.IGNORECASE)


@aturan(kode=("DT-01",), lembar=(LEMBAR,), baca=perlu(daftar_tabel="ringkasan nomor ?tampil"))
def nomor_tabel_tidak_ganda(buku: BukuKerja, lapor: Pelapor) -> None:
    """Nomor tabel yang dicetak tidak dipakai dua kali."""
    bawaan = {(r.get("ringkasan"), r.get("nomor")) for r in buku[LEMBAR].skema.baris_awal}
    nomor: dict[str, list[int]] = defaultdict(list)
    baris = lapor.jejak.baris(LEMBAR)
    for b, isi in baris.items():
        if isinstance(isi["nomor"], str) and kunci_teks(isi["tampil"]) != "tidak":
            nomor[kunci_nama(isi["nomor"])].append(b)
    asli = {b for semua in nomor.values() for b in semua if (baris[b]["ringkasan"], baris[b]["nomor"]) in bawaan}
    bernomor_sendiri = len(asli) * 2 < sum(map(len, nomor.values()))
    for ganda in nomor.values():
        for b in ganda[1:]:
            # a number of the template that nobody has touched may belong to a table this report does not print;
            # where most were given anew, one that is still the same was meant to be
            milik = bernomor_sendiri or not {ganda[0], b} & asli
            r, lain = Rujukan(LEMBAR, b, "nomor"), Rujukan(LEMBAR, ganda[0], "nomor")
            tingkat = None if milik else Tingkat.CATATAN
            lapor("DT-01", r, terkait=[lain], tingkat=tingkat, lain=baris[ganda[0]]["ringkasan"])


@aturan(kode=("DT-02",), lembar=(LEMBAR,), baca=perlu(daftar_tabel="ringkasan judul ?tampil", pengaturan="tahun"))
def tahun_judul_tabel(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tahun yang tertulis di judul tabel adalah tahun laporan, kecuali tabelnya membandingkan beberapa tahun."""
    tahun = buku.setelan.get("TahunLaporan")
    if not isinstance(tahun, float):
        return
    for b, isi in lapor.jejak.baris(LEMBAR).items():
        teks = isi["judul"]
        if (
            not isinstance(teks, str)
            or kunci_teks(isi["tampil"]) == "tidak"
            or kunci_nama(isi["ringkasan"]) in BANYAK_TAHUN
        ):
            continue
        if (lain := _tahun_lain(teks, tahun)) is not None:
            lapor("DT-02", Rujukan(LEMBAR, b, "judul"), seharusnya=tahun, tertulis=lain)


def _tahun_lain(teks: str, tahun: float) -> int | None:
    """The year a title names, where it names others than the report's only."""
    sebut = [int(x) for x in _TAHUN.findall(teks)]
    rentang = any(int(a) <= tahun <= int(z) for a, z in _RENTANG.findall(teks))
    return sebut[-1] if sebut and int(tahun) not in sebut and not rentang and not _PERIODE.search(teks) else None


@aturan(kode=("DT-02",), lembar=(BEBAS,), baca=perlu(tabel_bebas="judul", pengaturan="tahun"))
def tahun_judul_tabel_bebas(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tahun di judul tabel bebas yang bukan tahun laporan disebut; tabelnya boleh memuat tahun lain."""
    tahun = buku.setelan.get("TahunLaporan")
    for b, isi in lapor.jejak.baris(BEBAS).items():
        teks = isi["judul"]
        if isinstance(tahun, float) and isinstance(teks, str) and (lain := _tahun_lain(teks, tahun)) is not None:
            lapor("DT-02", Rujukan(BEBAS, b, "judul"), seharusnya=tahun, tertulis=lain, tingkat=Tingkat.CATATAN)


@aturan(
    kode=("DT-03",),
    baca=perlu(daftar_tabel="?judul ?tampil", tabel_bebas="?judul", pengaturan="renstra_awal renstra_akhir"),
)
def periode_renstra_di_judul(buku: BukuKerja, lapor: Pelapor) -> None:
    """Periode Renstra yang tertulis di judul tabel sama dengan Pengaturan."""
    awal, akhir = buku.setelan.get("TahunRenstraAwal"), buku.setelan.get("TahunRenstraAkhir")
    if not isinstance(awal, float) or not isinstance(akhir, float):
        return
    for lembar, tingkat in ((LEMBAR, None), (BEBAS, Tingkat.CATATAN)):
        for b, isi in lapor.jejak.baris(lembar).items() if buku[lembar].ada else ():
            teks = isi["judul"]
            if not isinstance(teks, str) or not _RENSTRA.search(teks) or kunci_teks(isi.get("tampil")) == "tidak":
                continue
            periode = [(int(a), int(z)) for a, z in _RENTANG.findall(teks)]
            if periode and (int(awal), int(akhir)) not in periode:
                lapor("DT-03", Rujukan(lembar, b, "judul"), seharusnya=f"{awal:.0f}–{akhir:.0f}", tingkat=tingkat,
                      tertulis="{}–{}".format(*periode[0]))  # fmt: skip
