"""Years and periods that a text names as the report's own: of the Renstra, of the report, which year of the period this is."""

from __future__ import annotations

import re

from lkjip_xl.inti.angka import terbilang
from lkjip_xl.inti.kunci import kunci_teks, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN, RENTANG
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_kalimat import TAHUN_KALIMAT
from lkjip_xl.validasi.aturan.angka_naskah import BACA_TULISAN, kalimat_tulisan
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

_RENSTRA = re.compile(
    rf"\b(?:renstra|rencana strategis)\b(?P<antara>[^.;,\d]{{0,90}}?)(?={ANGKA_TAHUN})", re.IGNORECASE
)
_DOKUMEN_LAIN = re.compile(
    r"\b(?:rpjmd|rpjmn|rpjp\w*|rpd|rencana pembangunan|kementerian|nasional|provinsi|lke|sakip|renja)\b", re.IGNORECASE
)
# another plan than the one in force
_LALU = re.compile(
    r"\b(?:sebelum\w*|lalu|lama|berakhir\w*|terdahulu|berikut\w*|baru|mendatang|selanjutnya|perubahan|penyusunan|menyusun|disusun|rancangan|awal|menggantikan|diganti\w*|transisi|evaluasi)\b",
    re.IGNORECASE,
)
_KE = {terbilang(n): n for n in range(1, 7)} | {str(n): n for n in range(1, 7)} | {"pertama": 1}
_URUT = re.compile(
    r"\btahun\s+(?:ke\s?-?\s?(?P<ke>[1-6]|satu|dua|tiga|empat|lima|enam)|(?P<kata>pertama|terakhir))\b(?:\s+(?:dari|pelaksanaan|dalam|pada|periode|masa|implementasi|penerapan|berlakunya))*\s+(?:renstra|rencana strategis)\b",
    re.IGNORECASE,
)
_INI = re.compile(r"\b(?:tahun ini|laporan ini|merupakan)\b", re.IGNORECASE)
_LAPORAN = re.compile(
    r"\b(?P<kerja>penyusunan|menyusun|disusunnya|tersusunnya|menyajikan|menyelesaikan|diselesaikannya|terselesaikannya|disampaikannya)\s+(?:dokumen\s+)?"
    rf"(?:LKjIP|LKIP|LAKIP|Laporan\s+(?:Akuntabilitas\s+)?Kinerja)\b[^.;,\d]{{0,110}}?\bTahun\s+(?:Anggaran\s+)?(?P<tahun>{ANGKA_TAHUN})\b(?!\s*[-–/])",
    re.IGNORECASE,
)
_LAPORAN_LAIN = re.compile(
    r"\b(?:evaluasi|tindak lanjut|menindaklanjuti|rekomendasi|sebelumnya|lalu|hasil reviu)\b", re.IGNORECASE
)


@aturan(
    kode=("KW-32", "KW-35"),
    baca=BACA_TULISAN | perlu(pengaturan="tahun renstra_awal renstra_akhir"),
    seluruh=True,
)
def periode_dalam_tulisan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Periode Renstra, tahun laporan, dan tahun ke berapa Renstra yang disebut tulisan sesuai dengan Pengaturan."""
    tahun, awal, akhir = (buku.setelan.get(k) for k in ("TahunLaporan", "TahunRenstraAwal", "TahunRenstraAkhir"))
    if not isinstance(tahun, float):
        return
    for r, _, kalimat in kalimat_tulisan(buku):
        _tahun_laporan(lapor, r, kalimat, int(tahun))
        if isinstance(awal, float) and isinstance(akhir, float) and awal <= tahun <= akhir:
            _periode(lapor, r, kalimat, (int(awal), int(akhir)), int(tahun))
            _tahun_ke(lapor, r, kalimat, (int(awal), int(akhir)), int(tahun))


def _periode(lapor: Pelapor, r: Rujukan, kalimat: str, kita: tuple[int, int], tahun: int) -> None:
    semua = [(int(a), int(z)) for a, z in RENTANG.findall(kalimat)]
    m = _RENSTRA.search(kalimat)
    if m is None or len(semua) != 1 or semua[0] == kita or _LALU.search(kalimat) or _DOKUMEN_LAIN.search(m["antara"]):
        return
    a, z = semua[0]
    if a >= z or RENTANG.match(kalimat, m.end()) is None:
        return
    # a period of other years altogether may be told of as history
    tingkat = None if a <= tahun <= z else Tingkat.CATATAN
    lapor("KW-32", r, nilai=f"{a}–{z}", seharusnya=f"{kita[0]}–{kita[1]}", kata="Renstra", sumber=f"lembar {lapor.buku['pengaturan'].lembar}",
          tingkat=tingkat, tandai=False)  # fmt: skip


def _tahun_ke(lapor: Pelapor, r: Rujukan, kalimat: str, kita: tuple[int, int], tahun: int) -> None:
    m = _URUT.search(kalimat)
    lain = {int(x) for x in TAHUN_KALIMAT.findall(RENTANG.sub(" ", kalimat))}
    # of the report's year, named or pointed at, and of no other
    if m is None or _LALU.search(kalimat) or not (lain == {tahun} or (not lain and _INI.search(kalimat))):
        return
    banyak = kita[1] - kita[0] + 1
    tertulis = banyak if kunci_teks(m["kata"]) == "terakhir" else _KE[kunci_teks(m["ke"] or m["kata"])]
    benar = tahun - kita[0] + 1
    if tertulis != benar:
        lapor("KW-35", r, nilai=rapikan_spasi(m[0]), seharusnya=f"tahun ke-{benar}", dasar=f"Renstra {kita[0]}–{kita[1]}",
              sumber=f"lembar {lapor.buku['pengaturan'].lembar}", tandai=False)  # fmt: skip


def _tahun_laporan(lapor: Pelapor, r: Rujukan, kalimat: str, tahun: int) -> None:
    m = _LAPORAN.search(kalimat)
    if m is None or int(m["tahun"]) == tahun or _LAPORAN_LAIN.search(kalimat):
        return
    if {int(x) for x in TAHUN_KALIMAT.findall(kalimat)} == {int(m["tahun"])}:
        lapor("KW-32", r, nilai=m["tahun"], seharusnya=str(tahun), kata="laporan tahun", sumber=f"lembar {lapor.buku['pengaturan'].lembar}",
              tandai=False)  # fmt: skip
