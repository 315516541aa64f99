"""Rules of Daftar Tabel: numbers and titles given twice or out of order, and a year in a title that is not the report's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN, RENTANG, periode_renstra
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.nomor_templat import NOMOR_LAMA
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

LEMBAR, BEBAS = "daftar_tabel", "tabel_bebas"
KEMAJUAN = "kemajuan renstra"
PERBANDINGAN = "perbandingan tahun"
BANYAK_TAHUN = frozenset({PERBANDINGAN, KEMAJUAN, "pembanding standar"})  # they speak of other years, too
_NOMOR = re.compile(r"(.*?[^0-9])?(\d{1,3})[.)]?")
_TAHUN = re.compile(rf"(?<!\d){ANGKA_TAHUN}(?!\d)")
_REALISASI = re.compile(
    rf"\b(?:realisasi|capaian)(?: kinerja)?(?: (?:sampai dengan|sd))? (?:pada )?tahun ({ANGKA_TAHUN})\b"
)
_DUA_TAHUN = re.compile(rf"\bperbandingan\b.*?\btahun ({ANGKA_TAHUN}) dan (?:tahun )?({ANGKA_TAHUN})$", re.IGNORECASE)
_PERIODE = re.compile(r"\b(?:renstra|rpjmd|rpjmn|periode|tahun dasar)\b", re.IGNORECASE)


@aturan(kode=("DT-01", "DT-05"), lembar=(LEMBAR,), baca=perlu(daftar_tabel="ringkasan nomor judul ?tampil"))
def tabel_tidak_ganda(buku: BukuKerja, lapor: Pelapor) -> None:
    """Nomor dan judul tabel yang dicetak tidak dipakai dua kali."""
    baris = {b: isi for b, isi in lapor.jejak.baris(LEMBAR).items() if kunci_teks(isi["tampil"]) != "tidak"}
    judul = {(r.get("ringkasan"), r.get("judul")) for r in buku[LEMBAR].skema.baris_awal}
    for kode, kolom, bawaan in (("DT-01", "nomor", NOMOR_LAMA.items()), ("DT-05", "judul", judul)):
        semua = _menurut(baris, kolom)
        asli = {b for b in chain(*semua.values()) if (baris[b]["ringkasan"], baris[b][kolom]) in bawaan}
        sendiri = len(asli) * 2 < sum(map(len, semua.values()))
        for a, b in chain(*map(_pasangan, semua.values())):
            # what the template has and nobody has touched may belong to a table this report does not print;
            # where most were given anew, one that is still the same was meant to be
            pasti = sendiri or not {a, b} & asli
            lapor(kode, Rujukan(LEMBAR, b, kolom), terkait=[Rujukan(LEMBAR, a, kolom)], lain=baris[a]["ringkasan"],
                  tingkat=None if pasti else Tingkat.CATATAN)  # fmt: skip


def _menurut(baris: Mapping[int, Mapping[str, Nilai]], kolom: str) -> dict[str, list[int]]:
    hasil: dict[str, list[int]] = defaultdict(list)
    for b, isi in baris.items():
        if isinstance(isi[kolom], str) and kunci_nama(isi[kolom]):
            hasil[kunci_nama(isi[kolom])].append(b)
    return hasil


def _pasangan(sama: list[int]) -> Iterator[tuple[int, int]]:
    yield from ((sama[0], b) for b in sama[1:])


@aturan(kode=("DT-04",), lembar=(LEMBAR,), baca=perlu(daftar_tabel="nomor ?tampil"))
def nomor_tabel_urut(buku: BukuKerja, lapor: Pelapor) -> None:
    """Nomor tabel naik menurut urutan tabelnya dicetak; yang pertama menyimpang disebut."""
    tertinggi: dict[str, tuple[int, int]] = {}
    for b, isi in lapor.jejak.baris(LEMBAR).items():
        cocok = _NOMOR.fullmatch(str(isi["nomor"] or "").strip())
        if cocok is None or kunci_teks(isi["tampil"]) == "tidak":
            continue
        awalan, n = kunci_nama(cocok[1]), int(cocok[2])
        lalu, dulu = tertinggi.get(awalan, (0, b))
        if n < lalu:
            lain = lapor.jejak.baris(LEMBAR)[dulu]["nomor"]
            lapor("DT-04", Rujukan(LEMBAR, b, "nomor"), terkait=[Rujukan(LEMBAR, dulu, "nomor")], lain=lain)
            return
        tertinggi[awalan] = (n, b)


@aturan(kode=("DT-02",), lembar=(LEMBAR,), baca=perlu(daftar_tabel="ringkasan judul ?tampil", pengaturan="tahun"))
def tahun_judul_tabel(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tahun yang tertulis di judul tabel adalah tahun laporan, kecuali tabelnya membandingkan beberapa tahun."""
    tahun = buku.setelan.get("TahunLaporan")
    if not isinstance(tahun, float):
        return
    for b, isi in lapor.jejak.baris(LEMBAR).items():
        teks = isi["judul"]
        if not isinstance(teks, str) or kunci_teks(isi["tampil"]) == "tidak":
            continue
        if kunci_nama(isi["ringkasan"]) in BANYAK_TAHUN:
            if kunci_nama(isi["ringkasan"]) == PERBANDINGAN and (lama := _perbandingan_lama(teks, int(tahun))):
                lapor("DT-02", Rujukan(LEMBAR, b, "judul"), seharusnya=tahun, tertulis=lama)
                continue
            sebut = {int(x) for x in _REALISASI.findall(kunci_nama(teks))}
            if (
                kunci_nama(isi["ringkasan"]) == KEMAJUAN
                and len(sebut) == 1
                and int(tahun) not in map(int, _TAHUN.findall(teks))
            ):
                lapor("DT-02", Rujukan(LEMBAR, b, "judul"), seharusnya=tahun, tertulis=sebut.pop())
            continue
        if (lain := _tahun_lain(teks, tahun)) is not None:
            lapor("DT-02", Rujukan(LEMBAR, b, "judul"), seharusnya=tahun, tertulis=lain)


def _perbandingan_lama(teks: str, tahun: int) -> int | None:
    """The later of the two years a title compares where that is the year before this one: it is last year's title."""
    m = _DUA_TAHUN.search(teks)
    return int(m[2]) if m is not None and (int(m[1]), int(m[2])) == (tahun - 2, tahun - 1) else None


def _tahun_lain(teks: str, tahun: float) -> int | None:
    """The year a title names, where it names others than the report's only."""
    sebut = [int(x) for x in _TAHUN.findall(teks)]
    rentang = any(int(a) <= tahun <= int(z) for a, z in RENTANG.findall(teks))
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
            if not isinstance(teks, str) or kunci_teks(isi.get("tampil")) == "tidak":
                continue
            periode = periode_renstra(teks)
            if periode and (int(awal), int(akhir)) not in periode:
                lapor("DT-03", Rujukan(lembar, b, "judul"), seharusnya=f"{awal:.0f}–{akhir:.0f}", tingkat=tingkat,
                      tertulis="{}–{}".format(*periode[0]))  # fmt: skip
