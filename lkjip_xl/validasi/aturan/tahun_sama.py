"""The same year's realisasi in two places: the base value of the Renstra, Riwayat, and this year's measurement."""

from __future__ import annotations

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kunci import kunci_nama
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan.indikator import nilai_tampak
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.rantai_renstra import TARGET_TAHUN, pasangan_tc27
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import cetak

TAHUN_LALU = (1, 2, 3)
SAKSI = 2  # targets by which two rows of plans are of one indicator
SEPAKAT = 4  # targets of a year by which it is the year of the Renstra
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
        if sana is None or not isinstance(x, float) or lapor.ragu(sana):
            continue
        if not dua_cetakan_sama(buku, (r, nilai), (sana, x)):
            dijelaskan = lapor.jejak.baris(sana.lembar)[sana.baris].get("keterangan") is not None
            tingkat = Tingkat.CATATAN if dijelaskan else None
            lapor("RW-02", r, seharusnya=x, terkait=[sana], tingkat=tingkat, tahun=dasar, sumber=lapor.sebut(sana))


@aturan(
    kode=("RW-02",),
    lembar=("tc27", "renstra", "indikator"),
    baca=perlu(
        tc27="versi indikator satuan nilai_dasar target_1-6",
        renstra="kode ?tahun_dasar nilai_dasar target_1-6",
        indikator="kode indikator satuan",
    ),
)
def nilai_dasar_tc27(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kondisi awal indikator yang sama di T-C.27 dan Renstra sama, bila targetnya tahun demi tahun sama."""
    for tc, renstra in pasangan_tc27(buku, lapor):
        a, b = Rujukan("tc27", tc, "nilai_dasar"), Rujukan("renstra", renstra, "nilai_dasar")
        x, y = lapor.jejak.nilai(a), lapor.jejak.nilai(b)
        target = [[lapor.jejak.nilai(Rujukan(r.lembar, r.baris, k)) for k in TARGET_TAHUN] for r in (a, b)]
        sama = sum(t is not None and t == u for t, u in zip(*target, strict=True))
        if not isinstance(x, float) or not isinstance(y, float) or sama < SAKSI or any(lapor.pernah(r) for r in (a, b)):
            continue
        if not dua_cetakan_sama(buku, (a, x), (b, y)):
            tahun = lapor.jejak.baris("renstra")[renstra].get("tahun_dasar")
            lapor("RW-02", a, seharusnya=y, terkait=[b], tahun=tahun, sumber=lapor.sebut(b))


@aturan(
    kode=("RW-03",),
    lembar=("riwayat", "renstra"),
    baca=perlu(
        riwayat="kode ?target_1-3 ?keterangan",
        renstra="kode ?target_1-6",
        pengaturan="tahun renstra_awal",
    ),
)
def target_riwayat_dan_renstra(buku: BukuKerja, lapor: Pelapor) -> None:
    """Target tahun lalu di Riwayat, angka atau kata, sama dengan target tahun itu di Renstra."""
    tahun, awal = buku.setelan.get("TahunLaporan"), buku.setelan.get("TahunRenstraAwal")
    if not isinstance(tahun, float) or not isinstance(awal, float):
        return
    for k in TAHUN_LALU:
        kolom = f"target_{k}", f"target_{int(tahun - awal) - k + 1}"
        if kolom[0] not in buku["riwayat"].skema.kolom or kolom[1] not in buku["renstra"].skema.kolom:
            continue
        beda, sama = [], 0
        for b, isi in lapor.jejak.baris("riwayat").items():
            letak = buku.indeks.baris("renstra", "kode", isi["kode"])
            if letak is None:
                continue
            r, sana = Rujukan("riwayat", b, kolom[0]), Rujukan("renstra", letak, kolom[1])
            if isi.get("keterangan") is None and _lain_target(lapor, r, sana):
                beda.append((r, sana))
            sama += isinstance(isi[r.kolom], float) and isi[r.kolom] == lapor.jejak.nilai(sana)
        # a year all whose other targets are those of the Renstra was hardly promised otherwise; a predicate is, as the last evaluation has it
        angka = all(isinstance(_tampak(lapor, r), float) for r, _ in beda)
        tingkat = Tingkat.PERINGATAN if len(beda) == 1 and angka and sama >= SEPAKAT else None
        for r, sana in beda:
            lapor("RW-03", r, nilai=_tampak(lapor, r), seharusnya=_tampak(lapor, sana), terkait=[sana], sumber=lapor.sebut(sana),
                  berkata=True, tingkat=tingkat)  # fmt: skip


def dua_cetakan_sama(buku: BukuKerja, *angka: tuple[Rujukan, float]) -> bool:
    """Are the figures of two cells one, each as it was typed?"""
    a, b = (cetak(x, buku[r.lembar].desimal(r.baris, r.kolom)) for r, x in angka)
    return a.secetak(b)


def _tampak(lapor: Pelapor, r: Rujukan) -> Nilai:
    return nilai_tampak(lapor.buku[r.lembar], r.baris, r.kolom)


def _lain_target(lapor: Pelapor, r: Rujukan, sana: Rujukan) -> bool:
    """Are two prints of a target two figures, or two words of which neither holds the other?"""
    x, y = _tampak(lapor, r), _tampak(lapor, sana)
    if lapor.pernah(r) or lapor.pernah(sana):
        return False
    if isinstance(x, float) and isinstance(y, float):
        return not dua_cetakan_sama(lapor.buku, (r, x), (sana, y))
    if not isinstance(x, str) or not isinstance(y, str) or isinstance(x, Galat) or isinstance(y, Galat):
        return False
    a, b = kunci_nama(x).split(), kunci_nama(y).split()
    return bool(a and b) and not (set(a) <= set(b) or set(b) <= set(a))


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
        if angka < SEDIKIT_ANGKA or lapor.ragu(r, sana):
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
