"""Years and days that no calendar has in a sentence: "tahun 2203", "Tahun Anggaran 20244", "31 Juni 2023"."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.salah_ketik import Sebab, bacaan_lain
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_naskah import BACA_SEMUA_TULISAN, semua_kalimat
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.registri import aturan

MUNDUR, MAJU = 6, 1  # years around those of the report and the Renstra that a sentence is on
WAJAR = range(1900, 2101)
_BULAN = {
    **dict.fromkeys(("januari", "maret", "mei", "juli", "agustus", "oktober", "desember"), 31),
    **dict.fromkeys(("april", "juni", "september", "november", "nopember"), 30),
    **dict.fromkeys(("februari", "pebruari"), 29),
}
_NAMA = "|".join(_BULAN)
_TAHUN = re.compile(
    rf"(?:\b(?:tahun|thn|ta)\.?\s+(?:anggaran\s+|pelajaran\s+|ajaran\s+)?|\b(?:{_NAMA})\s+|(?<!\d){ANGKA_TAHUN}\s*[-–/]\s*)(?P<x>\d{{4,5}})"
    r"(?![\d.,/-]*\d)(?!\s*(?:h|hijri\w*|saka|hari|jam|kali|orang|unit|m|km)\b)",
    re.IGNORECASE,
)
_ANEH = re.compile(rf"(?<![\d.,])(?!{ANGKA_TAHUN}(?!\d))\d{{4,5}}(?!\d)")
_TANGGAL = re.compile(rf"(?<![\d.,/–-])(?P<h>\d{{1,2}})\s+(?P<b>{_NAMA})\b(?:\s+(?P<t>\d{{4}})\b)?", re.IGNORECASE)
_SEBUT_BULAN = re.compile(rf"\b(?:{_NAMA})\W*$", re.IGNORECASE)


@aturan(
    kode=("KW-36", "KW-37"), baca=BACA_SEMUA_TULISAN | perlu(pengaturan="tahun ?renstra_awal ?renstra_akhir"), seluruh=True
)  # fmt: skip
def waktu_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Tahun dan tanggal yang disebut tulisan ada di kalender dan bukan salah ketik dari tahun yang dilaporkan."""
    semua = [x for k in ("TahunLaporan", "TahunRenstraAwal", "TahunRenstraAkhir") if isinstance(x := buku.setelan.get(k), float)]  # fmt: skip
    for r, _, kalimat in semua_kalimat(buku) if semua else ():
        for teks, usul in _tahun(kalimat, range(int(min(semua)) - MUNDUR, int(max(semua)) + MAJU + 1)):
            lapor("KW-36", r, nilai=teks, seharusnya=str(usul), tandai=False)
        for teks, hari, bulan in _tanggal(kalimat):
            lapor("KW-37", r, nilai=teks, seharusnya=str(hari), bulan=bulan, tandai=False)


def _tahun(kalimat: str, jendela: range) -> Iterator[tuple[str, int]]:
    """Years there never will be, each with the one that was probably meant."""
    for m in _TAHUN.finditer(kalimat) if _ANEH.search(kalimat) else ():
        x = int(m["x"])
        calon = [int(y) for s, y in bacaan_lain(float(x), 0) if s is not Sebab.KOMA and y in jendela] if x not in WAJAR else []  # fmt: skip
        if calon:
            yield m["x"], calon[0]


def _tanggal(kalimat: str) -> Iterator[tuple[str, int, str]]:
    """Days a month does not have, each with its last day."""
    for m in _TANGGAL.finditer(kalimat):
        bulan = kunci_teks(m["b"])
        akhir = _BULAN[bulan] - (bulan in ("februari", "pebruari") and m["t"] is not None and not isleap(int(m["t"])))
        berderet = _SEBUT_BULAN.search(kalimat[: m.start()]) is not None  # "Januari 35, Februari 31": figures of each
        if not 1 <= int(m["h"]) <= akhir and not berderet and (m["t"] or int(m["h"]) <= 31):
            yield m[0], akhir, bulan.title()
