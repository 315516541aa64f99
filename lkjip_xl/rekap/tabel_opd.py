"""The tables of agencies: one row per report year, one row per agency and year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lkjip_xl.inti.fungsi import PREDIKAT_SAKIP, SERAPAN
from lkjip_xl.rekap.himpun import DIKECUALIKAN, Entri, Rekap
from lkjip_xl.rekap.kerja import LEMBAR_REKAP
from lkjip_xl.rekap.model import Ikhtisar
from lkjip_xl.rekap.tabel import BERKAS, LEBAR_RP, OPD, TAHUN, Baris, TabelRekap, Taut, cacah, kolom, persen


def bagian_tercapai(x: Ikhtisar) -> float | None:
    """Share of all indicators that met their target, in percent: one that was not measured has not met it."""
    semua = x.tercapai + x.belum + x.tak_terukur
    return persen(x.tercapai, semua)


def ikhtisar(r: Rekap) -> TabelRekap:
    """One row per report year: no figure mixes two of them."""

    def baris() -> Iterator[Baris]:
        for tahun, isi in r.per_tahun().items():
            x = [e.kepala for e in isi]
            rata, rata_100 = ([v for k in x if (v := getattr(k, n)) is not None] for n in ("rata", "rata_100"))
            tercapai, semua = sum(k.tercapai for k in x), sum(k.tercapai + k.belum + k.tak_terukur for k in x)
            uang = [(k.pagu, k.realisasi) for k in x if k.pagu is not None]
            pagu, rp = sum(p for p, _ in uang), sum(v or 0.0 for _, v in uang)
            yield (
                tahun or None, len(isi), semua, tercapai, sum(k.belum for k in x), sum(k.tak_terukur for k in x),
                persen(tercapai, semua), _rata(rata_100), _rata(rata),
                pagu if uang else None, rp if uang else None, _angka(SERAPAN(pagu, rp)) if uang else None,
                sum(k.jumlah.get("Kesalahan", 0) for k in x), sum(k.jumlah.get("Peringatan", 0) for k in x),
            )  # fmt: skip

    isi_kolom = (
        TAHUN, cacah("banyak", "Perangkat Daerah"), cacah("indikator", "Indikator"), cacah("tercapai", "Tercapai"),
        cacah("belum", "Tidak Tercapai"), cacah("tak_terukur", "Tidak Terukur"), kolom("bagian", "Bagian Tercapai (%)", "persen"),
        kolom("rata_100", "Rata-rata Capaian, tiap indikator paling banyak 100 (%)", "persen", 20), kolom("rata", "Rata-rata Capaian menurut laporan (%)", "persen", 18),
        kolom("pagu", "Pagu (Rp)", "rupiah", LEBAR_RP, 0), kolom("realisasi", "Realisasi (Rp)", "rupiah", LEBAR_RP, 0), kolom("serapan", "Serapan (%)", "persen"),
        cacah("kesalahan", "Kesalahan"), cacah("peringatan", "Peringatan"),
    )  # fmt: skip
    return TabelRekap("ikhtisar", "Ikhtisar", "REKAP LAPORAN KINERJA PERANGKAT DAERAH", IKHTISAR, isi_kolom, baris)


IKHTISAR = "Satu baris per tahun laporan; tahun yang berbeda tidak pernah digabung. Rata-rata di sini adalah rata-rata biasa dari rata-rata perangkat daerah."
RINGKASAN = (
    "Urut menurut nama; klik panah di kepala kolom untuk mengurutkan atau menyaring. Bandingkan Bagian Tercapai dan rata-rata yang dibatasi 100: "
    "rata-rata tanpa batas naik bila target rendah. Bagian Tercapai dihitung terhadap semua indikator, juga yang tidak terukur. Efisiensi hanya sebanding bila metodenya sama. "
    "Nilai SAKIP dari satu tahun evaluasi yang sama untuk tiap tahun laporan."
)


def ringkasan(r: Rekap) -> TabelRekap:
    """One row per agency and year, by name: a rank by uncapped means would reward low targets."""

    def baris() -> Iterator[Baris]:
        ganda, luar = Counter(id(g.terpakai) for g in r.ganda), {id(e) for e in r.di_luar}
        for tahun, isi in r.per_tahun().items():
            sakip = r.tahun_sakip(tahun)
            for e in isi:
                yield _baris_opd(e, sakip, _keterangan(e.kepala, ganda[id(e)], luar=id(e) in luar))

    return TabelRekap("perangkat_daerah", LEMBAR_REKAP, "RINGKASAN PERANGKAT DAERAH", RINGKASAN, KOLOM_OPD, baris)


KOLOM_OPD = (
    TAHUN, OPD, kolom("kabupaten", "Kabupaten / Kota", lebar=22), cacah("indikator", "Indikator"), cacah("tercapai", "Tercapai"),
    cacah("belum", "Tidak Tercapai"), cacah("tak_terukur", "Tidak Terukur"), kolom("bagian", "Bagian Tercapai (%)", "persen", 11),
    kolom("rata_100", "Rata-rata Capaian, paling banyak 100 (%)", "persen", 13), kolom("rata", "Rata-rata Capaian menurut laporan (%)", "persen", 13),
    kolom("kategori", "Kategori", "pilihan", 16), kolom("kategori_indikator", "Kategori Indikator", lebar=28),
    cacah("janggal", "Capaian Tidak Lazim"), cacah("diturunkan", "Target Diturunkan PK Perubahan", 13),
    kolom("pagu", "Pagu (Rp)", "rupiah", LEBAR_RP, 0), kolom("realisasi", "Realisasi (Rp)", "rupiah", LEBAR_RP, 0), kolom("serapan", "Serapan (%)", "persen", 10),
    kolom("efisiensi", "Efisiensi", "persen", 10), kolom("metode", "Metode Efisiensi", "pilihan", 16), kolom("sakip", "Nilai SAKIP", "angka", 9, 2),
    kolom("predikat", "Predikat", "pilihan", 9), kolom("tahun_sakip", "Tahun Dievaluasi", "pilihan", 10), cacah("kesalahan", "Kesalahan"),
    cacah("peringatan", "Peringatan"), cacah("catatan", "Catatan"), cacah("tak_dapat", "Tak Dapat Diperiksa"), cacah("dikecualikan", DIKECUALIKAN, 12),
    kolom("lengkap", "Kelengkapan (%)", "persen", 12, 1), kolom("keadaan", "Keadaan Data", lebar=20), kolom("tanggal", "Diubah Terakhir", "pilihan", 12),
    BERKAS, kolom("keterangan", "Keterangan", lebar=40),
)  # fmt: skip


def _baris_opd(e: Entri, tahun_sakip: str, keterangan: Iterable[str]) -> Baris:
    x = e.kepala
    nilai = x.sakip.get(tahun_sakip)
    predikat = PREDIKAT_SAKIP(nilai)
    return (
        e.kepala.tahun, e.nama, x.kabupaten, x.tercapai + x.belum + x.tak_terukur, x.tercapai, x.belum, x.tak_terukur,
        bagian_tercapai(x), x.rata_100, x.rata, x.kategori, "; ".join(f"{k} {n}" for k, n in x.kategori_indikator.items()),
        e.janggal, e.diturunkan, x.pagu, x.realisasi, x.serapan, x.efisiensi, x.metode_efisiensi,
        nilai, predikat if nilai is not None and isinstance(predikat, str) else None, tahun_sakip if nilai is not None else None,
        x.jumlah.get("Kesalahan", 0), x.jumlah.get("Peringatan", 0), x.jumlah.get("Catatan", 0), x.jumlah.get("Tak dapat diperiksa", 0),
        x.jumlah.get(DIKECUALIKAN, 0), persen(x.lengkap, x.perlu), x.keadaan_data, e.berkas.tanggal,
        Taut(e.berkas.nama, e), "; ".join(keterangan),
    )  # fmt: skip


def _keterangan(x: Ikhtisar, ganda: int, *, luar: bool) -> Iterator[str]:
    """What is to be known about an agency; ganda: its files that do not count, luar: it is not on the list."""
    if x.tahun is None:
        yield "Tahun laporan belum diisi"
    if x.tanpa_angka:
        yield x.tanpa_angka
    if x.gagal:
        yield f"{len(x.gagal)} pemeriksaan gagal dijalankan"
    if ganda:
        yield f"{ganda} berkas lain tidak dihitung (lihat Berkas Ganda)"
    if luar:
        yield "Tidak ada di daftar"


def _rata(x: Sequence[float]) -> float | None:
    return sum(x) / len(x) if x else None


def _angka(x: object) -> float | None:
    return float(x) if isinstance(x, (int, float)) else None
