"""The same year's realisasi in two places: the base value of the Renstra, Riwayat, and this year's measurement."""

from __future__ import annotations

from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import cetak

TAHUN_LALU = (1, 2, 3)
SEDIKIT_ANGKA, PASTI_ANGKA = 3, 4  # digits by which two years may well, or hardly, agree by chance


@aturan(
    kode=("RW-02",),
    lembar=("renstra",),
    baca=perlu(
        renstra="kode tahun_dasar nilai_dasar",
        riwayat="?kode ?realisasi_1-3 ?keterangan",
        pengukuran="?kode ?realisasi",
        pengaturan="tahun",
    ),
)
def nilai_dasar_renstra(buku: BukuKerja, lapor: Pelapor) -> None:
    """Nilai kondisi awal Renstra sama dengan realisasi tahun itu di Riwayat atau Pengukuran."""
    tahun = buku.setelan.get("TahunLaporan")
    if not isinstance(tahun, float):
        return
    for b, isi in lapor.jejak.baris("renstra").items():
        dasar, nilai, r = isi["tahun_dasar"], isi["nilai_dasar"], Rujukan("renstra", b, "nilai_dasar")
        if not isinstance(dasar, float) or not isinstance(nilai, float) or lapor.jejak.ternoda(r):
            continue
        sana = _realisasi(lapor, isi["kode"], int(tahun - dasar))
        x = lapor.jejak.nilai(sana) if sana else None
        if sana is None or not isinstance(x, float) or lapor.pernah(sana) or lapor.jejak.ternoda(sana):
            continue
        milik = cetak(nilai, buku["renstra"].desimal(b, "nilai_dasar"))
        if not milik.secetak(cetak(x, buku[sana.lembar].desimal(sana.baris, sana.kolom))):
            dijelaskan = lapor.jejak.baris(sana.lembar)[sana.baris].get("keterangan") is not None
            tingkat = Tingkat.CATATAN if dijelaskan else None
            lapor("RW-02", r, seharusnya=x, terkait=[sana], tingkat=tingkat, tahun=dasar, sumber=lapor.sebut(sana))


@aturan(
    kode=("KW-30",),
    lembar=("pengukuran", "riwayat", "indikator"),
    baca=perlu(
        pengukuran="kode realisasi ?tahun_data",
        riwayat="kode ?realisasi_1",
        indikator="kode ?sifat",
    ),
)
def realisasi_bukan_tahun_lalu(buku: BukuKerja, lapor: Pelapor) -> None:
    """Realisasi tidak sama persis dengan realisasi tahun lalu, sampai angka terakhirnya, tanpa dikatakan."""
    for b, isi in lapor.jejak.baris("pengukuran").items():
        r, x, sana = Rujukan("pengukuran", b, "realisasi"), isi["realisasi"], _realisasi(lapor, isi["kode"], 1)
        if (
            not isinstance(x, float)
            or isi.get("tahun_data") is not None
            or sana is None
            or lapor.jejak.nilai(sana) != x
        ):
            continue
        angka = _angka_berarti(x)
        jumlah = buku.indeks.ambil("indikator", "kode", isi["kode"], "sifat") == "jumlah"
        if (
            angka < SEDIKIT_ANGKA
            or lapor.pernah(r)
            or lapor.pernah(sana)
            or lapor.jejak.ternoda(r)
            or lapor.jejak.ternoda(sana)
        ):
            continue
        # a count of the year comes out the same again to its fourth digit by no chance
        lapor("KW-30", r, terkait=[sana], tingkat=Tingkat.PERINGATAN if jumlah and angka >= PASTI_ANGKA else None)


def _angka_berarti(x: float) -> int:
    """Digits of a figure without the noughts at its end.

    >>> _angka_berarti(1200.0), _angka_berarti(70.9), _angka_berarti(298761.0)
    (2, 3, 6)
    """
    return len(f"{x:.12g}".replace(".", "").replace("-", "").strip("0"))


def _realisasi(lapor: Pelapor, kode: object, lalu: int) -> Rujukan | None:
    """The cell of an indicator's realisasi so many years before the report's."""
    lembar = "pengukuran" if lalu == 0 else "riwayat"
    if (lalu and lalu not in TAHUN_LALU) or not lapor.buku[lembar].ada:
        return None
    letak = lapor.buku.indeks.baris(lembar, "kode", kode)
    kolom = f"realisasi_{lalu}" if lalu else "realisasi"
    return None if letak is None else Rujukan(lembar, letak, kolom)
