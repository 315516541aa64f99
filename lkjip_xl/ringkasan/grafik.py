"""What the charts show, as data: one definition for the sheet Dasbor and the pictures of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.ringkasan.alokasi import alokasi
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.efisiensi_sasaran import hasil_satuan, satuan_hitung
from lkjip_xl.ringkasan.indikator import daftar_indikator, kategori, nama_kategori
from lkjip_xl.ringkasan.kemajuan_renstra import kemajuan_renstra
from lkjip_xl.ringkasan.kepala import tahun_laporan
from lkjip_xl.ringkasan.model import BarisRingkas
from lkjip_xl.ringkasan.pembanding import pembanding_standar, sebut_pembanding
from lkjip_xl.ringkasan.perbandingan_tahun import TAHUN_LALU, perbandingan_tahun
from lkjip_xl.ringkasan.program import nilai_program
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

BATANG, GARIS, SEBAR, BAGIAN = "batang", "garis", "sebar", "bagian"
PERSEN = "persen"
RIWAYAT = "riwayat "
ACUAN = 100.0
SELA_NAMA = " – "  # between what is compared and what with


@dataclass(frozen=True, slots=True)
class Seri:
    """One series: its name, a value per label (None = no data), and with how many decimals each is shown, where that is known."""

    nama: str
    nilai: tuple[float | None, ...]
    desimal: tuple[int | None, ...] = ()

    def tinggal(self, letak: Sequence[int]) -> Seri:
        """The points at these places."""
        return Seri(
            self.nama, tuple(self.nilai[i] for i in letak), tuple(self.desimal[i] for i in letak if self.desimal)
        )


@dataclass(frozen=True, slots=True)
class GrafikData:
    """One chart: kind, title, unit of the values, short labels and what they stand for, series, reference line.

    sebar: the first series is x, the second y, one point per label. Every series has as many values as there are labels.
    """

    nama: str
    jenis: str
    judul: str
    satuan: str
    label: tuple[str, ...]
    seri: tuple[Seri, ...]
    keterangan: tuple[str, ...] = ()
    acuan: float | None = None

    def __post_init__(self) -> None:
        if any(len(s.nilai) != len(self.label) for s in self.seri):
            raise ValueError(f"grafik {self.nama}: banyaknya nilai dan label tidak sama")

    @property
    def kosong(self) -> bool:
        """Is there no point to draw?"""
        return not self.banyak

    @property
    def banyak(self) -> int:
        """How many points there are to draw; a category that nothing falls into is none."""
        tanpa = (None, 0.0) if self.jenis == BAGIAN else (None,)
        return sum(all(s.nilai[i] not in tanpa for s in self.titik()) for i in range(len(self.label)))

    def tanpa(self, label: Collection[str]) -> GrafikData:
        """The same without the points of some labels."""
        letak = [i for i, t in enumerate(self.label) if t not in label]
        return replace(
            self,
            label=tuple(self.label[i] for i in letak),
            seri=tuple(s.tinggal(letak) for s in self.seri),
            keterangan=tuple(self.keterangan[i] for i in letak) if self.keterangan else (),
        )

    def titik(self) -> tuple[Seri, ...]:
        """The series that make a point: both of a scatter, any single one otherwise."""
        return self.seri if self.jenis == SEBAR else self.seri[:1]


@per_buku
def grafik_capaian(buku: BukuKerja) -> GrafikData:
    """Capaian of every measured indicator in percent, against 100."""
    x = [i for i in daftar_indikator(buku) if _angka(i.capaian) is not None]
    return GrafikData(
        "capaian", BATANG, f"Capaian Kinerja Tahun {tahun_laporan(buku)}".strip(), PERSEN,
        tuple(i.kode for i in x), (Seri("Capaian", tuple(_angka(i.capaian) for i in x), tuple(i.desimal for i in x)),),
        tuple(str(i.nama or i.kode) for i in x), ACUAN,
    )  # fmt: skip


@per_buku
def grafik_riwayat(buku: BukuKerja) -> tuple[GrafikData, ...]:
    """Realisasi over the years in the indicator's unit, one chart per indicator that has an earlier year."""
    tahun = [(f"_{k}", tahun_laporan(buku, -k) or f"n−{k}") for k in TAHUN_LALU]
    tahun.append(("", tahun_laporan(buku) or "n"))
    hasil = []
    for b in perbandingan_tahun(buku).baris:
        ada = [(label, _angka(b.nilai.get(r := f"realisasi{k}")), b.desimal.get(r)) for k, label in tahun]
        ada = ada[next((i for i, (_, v, _) in enumerate(ada) if v is not None), len(ada)) :]
        if b.gaya == "kelompok" or sum(v is not None for _, v, _ in ada) < 2:
            continue
        nama, satuan = str(b.nilai["indikator"]), str(b.nilai["satuan"] or "")
        seri = Seri("Realisasi", tuple(v for _, v, _ in ada), tuple(d for *_, d in ada))
        label = tuple(t for t, *_ in ada)
        hasil.append(GrafikData(f"{RIWAYAT}{b.nilai['kode']}", GARIS, nama, satuan, label, (seri,), (nama,)))
    return tuple(hasil)


@per_buku
def grafik_kemajuan(buku: BukuKerja) -> GrafikData:
    """Progress towards the end of the Renstra in percent, against 100."""
    b = [r for r in kemajuan_renstra(buku).baris if _angka(r.nilai.get("kemajuan")) is not None]
    return GrafikData(
        "kemajuan", BATANG, "Tingkat Kemajuan terhadap Target Akhir Renstra", PERSEN,
        tuple(str(r.nilai["kode"]) for r in b), (_seri("Kemajuan", b, "kemajuan"),),
        tuple(str(r.nilai["indikator"]) for r in b), ACUAN,
    )  # fmt: skip


@per_buku
def grafik_pembanding(buku: BukuKerja) -> GrafikData:
    """Realisasi against every comparator in percent (capaian with the comparator as target), against 100."""
    b = [r for r in pembanding_standar(buku).baris if _angka(r.nilai.get("terhadap")) is not None]
    lain = [" ".join(filter(None, (sebut_pembanding(r.nilai), str(r.nilai.get("tahun") or "")))) for r in b]
    return GrafikData(
        "pembanding", BATANG, "Capaian terhadap Standar dan Daerah Lain", PERSEN,
        tuple(str(r.nilai["kode"]) for r in b), (_seri("Capaian", b, "terhadap"),),
        tuple(f"{r.nilai['indikator']}{SELA_NAMA}{n}" for r, n in zip(b, lain, strict=True)), ACUAN,
    )  # fmt: skip


@per_buku
def grafik_dukungan(buku: BukuKerja) -> GrafikData:
    """Pagu of the programmes behind each sasaran, in million rupiah."""
    a = alokasi(buku)
    sasaran = {x.sasaran: str(x.pernyataan or x.sasaran) for x in daftar_indikator(buku)}
    pagu = {s: p for s in sasaran if (p := _angka(a.rupiah(a.milik_sasaran(s)).pagu)) is not None}
    return GrafikData(
        "dukungan", BATANG, "Anggaran Program yang Menunjang Tiap Sasaran", "juta rupiah", tuple(pagu),
        (Seri("Anggaran", tuple(p / 1e6 for p in pagu.values())),), tuple(sasaran[s] for s in pagu),
    )  # fmt: skip


@per_buku
def grafik_serapan(buku: BukuKerja) -> GrafikData:
    """Absorption of every programme in percent of its pagu, against 100."""
    a = alokasi(buku)
    p = [(b, _angka(nilai_program(buku, b)["serapan"])) for b in a.program()]
    p = [(b, s) for b, s in p if s is not None]
    return GrafikData(
        "serapan", BATANG, f"Serapan Anggaran per Program Tahun {tahun_laporan(buku)}".strip(), PERSEN,
        tuple(_sebutan(a.baris[b], i) for i, (b, _) in enumerate(p, 1)), (Seri("Serapan", tuple(s for _, s in p), (desimal_setelan(buku, "DesimalSerapan"),) * len(p)),),
        tuple(str(a.baris[b]["nama"] or "") for b, _ in p), ACUAN,
    )  # fmt: skip


@per_buku
def grafik_kuadran(buku: BukuKerja) -> GrafikData:
    """Capaian (y) against serapan (x) in percent, one point per sasaran or indicator as BasisEfisiensi says."""
    titik = []
    for _, satuan in satuan_hitung(buku):
        for s in satuan:
            hasil, rp, _ = hasil_satuan(buku, s)
            capaian, serapan = _angka(hasil), _angka(rp.serapan)
            if capaian is not None and serapan is not None:
                x = s.indikator[0]
                nama = (x.pernyataan if len(s.indikator) > 1 or s.kunci != x.kode else x.nama) or s.kunci
                titik.append((s.kunci, str(nama), serapan, capaian))
    return GrafikData(
        "kuadran", SEBAR, "Capaian Kinerja terhadap Serapan Anggaran", PERSEN, tuple(t[0] for t in titik),
        (Seri("Serapan", tuple(t[2] for t in titik)), Seri("Capaian", tuple(t[3] for t in titik))),
        tuple(t[1] for t in titik), ACUAN,
    )  # fmt: skip


@per_buku
def grafik_kategori(buku: BukuKerja) -> GrafikData:
    """How many indicators fall into each category, in the order of the scale; categories without any stay."""
    k = [kategori(buku, i.capaian_rata, i.desimal, i.skala_kategori) for i in daftar_indikator(buku)]
    hitung = Counter(x for x in k if isinstance(x, str) and not isinstance(x, Galat))
    label = nama_kategori(buku, daftar_indikator(buku)) if hitung else ()
    return GrafikData(
        "kategori", BAGIAN, "Indikator menurut Kategori Capaian", "indikator",
        label, (Seri("Banyaknya indikator", tuple(float(hitung[x]) for x in label)),),
    )  # fmt: skip


def _seri(nama: str, baris: Sequence[BarisRingkas], kolom: str) -> Seri:
    """A column of a summary with the decimals it has there."""
    return Seri(nama, tuple(_angka(r.nilai[kolom]) for r in baris), tuple(r.desimal.get(kolom) for r in baris))


def _angka(x: Nilai) -> float | None:
    return float(x) if isinstance(x, (int, float)) else None


def _sebutan(r: dict[str, Nilai], nomor: int) -> str:
    """Short label of a programme: its kode or number, else its place."""
    return next((str(x) for x in (r["kode"], r["no"]) if isinstance(x, str) and x), str(nomor))
