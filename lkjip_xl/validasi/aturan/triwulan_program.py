"""Quarters of programmes against their year: no column says how they are put together, so that any usual way will do."""

from __future__ import annotations

from collections import defaultdict
from math import fsum

from lkjip_xl.inti.kunci import kunci_teks, ruas
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.triwulan import ID_TRIWULAN
from lkjip_xl.tabel.triwulan import TW as TRIWULAN
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import Selang, hasil_tertulis

KODE = {"target": "TW-01", "realisasi": "TW-02"}
DEKAT = 0.5  # quarters that give less, or more, than so much of the year's figure are of another quantity
SELURUH = 100.0  # quarters that lead up to it are progress in percent
LENGKAP = 4


@aturan(
    kode=("TW-01", "TW-02"),
    lembar=(ID_TRIWULAN, "anggaran"),
    baca=perlu(triwulan="kode tw ?target ?realisasi", anggaran="kode ?target ?realisasi", indikator="?kode"),
)
def triwulan_program(buku: BukuKerja, lapor: Pelapor) -> None:
    """Triwulan program, kegiatan dan subkegiatan yang lengkap memberi angka setahun di Anggaran: dijumlahkan, angka terakhir, atau rata-rata."""
    milik: dict[str, dict[object, int]] = defaultdict(dict)
    for b, isi in lapor.jejak.baris(ID_TRIWULAN).items():
        milik[str(isi["kode"] or "")].setdefault(isi["tw"], b)
    indikator = (
        {kunci_teks(isi["kode"]) for isi in lapor.jejak.baris("indikator").values()} if buku["indikator"].ada else set()
    )
    for kode, baris in milik.items():
        letak = buku.indeks.semua("anggaran", "kode", kode, ruas) if kode and kunci_teks(kode) not in indikator else ()
        tw = [baris.get(n) for n in TRIWULAN.values()]
        if len(letak) != 1 or None in tw:
            continue
        for k, temuan in KODE.items():
            _periksa(lapor, Rujukan("anggaran", letak[0], k), [Rujukan(ID_TRIWULAN, b or 0, k) for b in tw], temuan)


def _periksa(lapor: Pelapor, tahun: Rujukan, sel: list[Rujukan], kode: str) -> None:
    nilai = lapor.jejak.nilai(tahun)
    angka = [x for r in sel if isinstance(x := lapor.jejak.nilai(r), float)]
    if not isinstance(nilai, float) or nilai <= 0 or len(angka) < LENGKAP:
        return
    if lapor.ragu(tahun, *sel):
        return
    jumlah = fsum(angka)
    cara = {"jumlah": jumlah, "angka terakhir": angka[-1], "rata-rata": jumlah / LENGKAP, "angka terbesar": max(angka)}
    setahun = hasil_tertulis(nilai, lapor.buku[tahun.lembar].desimal(tahun.baris, tahun.kolom))
    luas = (
        10.0 ** -max(lapor.buku[r.lembar].desimal(r.baris, r.kolom) or 0 for r in sel)
        if any(x % 1 for x in angka)
        else 0.0
    )
    if any(Selang(x - 2 * luas, x + 2 * luas).bertemu(setahun) for x in cara.values()) or SELURUH in cara.values():
        return
    nama = "angka terakhir" if angka == sorted(angka) and angka[0] * 2 < angka[-1] else "jumlah"
    harap = cara[nama]
    if nilai * DEKAT <= harap <= nilai / DEKAT:
        lapor(kode, tahun, seharusnya=harap, terkait=sel, sifat=nama)
