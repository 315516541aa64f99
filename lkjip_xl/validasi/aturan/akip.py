"""Rules of the evaluation sheet (LHE AKIP): weights of 100, the indicator Nilai SAKIP."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import fsum

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.nama_sakip import BUKAN_SENDIRI, NILAI_SAKIP
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.pendukung import BOBOT_JUMLAH
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import cetak

SISA = 1e-6
SEPERSERATUS = 0.01 + SISA  # components are printed with two decimals


@aturan(kode=("SA-02",), lembar=("lhe_nilai",), baca=perlu(lhe_nilai="tahun bobot nilai"))
def bobot_lhe(buku: BukuKerja, lapor: Pelapor) -> None:
    """Bobot semua komponen berjumlah 100."""
    isi = lapor.jejak.baris("lhe_nilai")
    tahun: dict[object, list[int]] = defaultdict(list)
    for b, baris in isi.items():
        tahun[baris["tahun"]].append(b)
    for baris in tahun.values():
        total = [b for b in baris if isi[b]["bobot"] == BOBOT_JUMLAH]
        komponen = {b: x for b in baris if b not in total and isinstance(x := isi[b]["bobot"], float)}
        sel = [Rujukan("lhe_nilai", b, "bobot") for b in komponen]
        jumlah = fsum(komponen.values())
        if not total or not komponen or abs(jumlah - BOBOT_JUMLAH) <= SISA or any(lapor.jejak.ternoda(r) for r in sel):
            continue
        # too little may mean that a component is still to be entered, unless these make up the whole
        kurang = jumlah < BOBOT_JUMLAH and not _lengkap(lapor, total[0], komponen)
        tingkat = Tingkat.CATATAN if kurang else None
        lapor("SA-02", Rujukan("lhe_nilai", total[0], "bobot"), seharusnya=jumlah, terkait=sel, tingkat=tingkat)


def _lengkap(lapor: Pelapor, total: int, komponen: Iterable[int]) -> bool:
    """Do the values of these components add up to the whole?"""
    isi = lapor.jejak.baris("lhe_nilai")
    nilai = [x for b in komponen if isinstance(x := isi[b]["nilai"], float)]
    seluruh = isi[total]["nilai"]
    return isinstance(seluruh, float) and len(nilai) > 1 and abs(fsum(nilai) - seluruh) <= SEPERSERATUS


@aturan(
    kode=("SA-03",),
    lembar=("lhe_nilai", "pengukuran"),
    baca=perlu(lhe_nilai="tahun bobot nilai", pengukuran="indikator realisasi", pengaturan="tahun"),
)
def nilai_sakip_menurut_lhe(buku: BukuKerja, lapor: Pelapor) -> None:
    """Realisasi indikator Nilai SAKIP sama dengan nilai LHE tahun laporan atau tahun sebelumnya."""
    tahun = buku.setelan.get("TahunLaporan")
    total = {
        Rujukan("lhe_nilai", b, "nilai"): isi["nilai"]
        for b, isi in lapor.jejak.baris("lhe_nilai").items()
        if isi["bobot"] == BOBOT_JUMLAH and isinstance(tahun, float) and isi["tahun"] in (tahun, tahun - 1)
    }
    nilai = {r: x for r, x in total.items() if isinstance(x, float) and not lapor.jejak.ternoda(r)}
    for b, isi in lapor.jejak.baris("pengukuran").items():
        nama, r = kunci_teks(isi["indikator"]), Rujukan("pengukuran", b, "realisasi")
        if (
            not nilai
            or not NILAI_SAKIP.match(nama)
            or BUKAN_SENDIRI.search(nama)
            or not isinstance(isi["realisasi"], float)
        ):
            continue
        milik = cetak(isi["realisasi"], buku["pengukuran"].desimal(b, "realisasi"))
        if not any(cetak(x, buku["lhe_nilai"].desimal(s.baris, "nilai")).bertemu(milik) for s, x in nilai.items()):
            lapor("SA-03", r, seharusnya=next(iter(nilai.values())), terkait=nilai)
