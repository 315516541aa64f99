"""Collects the rows of a summary with the keys by which their cells are merged, and makes the table of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.keadaan import Keadaan
from lkjip_xl.ringkasan.indikator import Indikator, kepala_sasaran
from lkjip_xl.ringkasan.kepala import kepala_tabel
from lkjip_xl.ringkasan.model import (
    BarisRingkas,
    Gabungan,
    KolomRingkas,
    TabelRingkas,
    gabung_sama,
    kolom_berisi,
)
from lkjip_xl.tabel.model import BukuKerja, Nilai

LEBAR_SASARAN, LEBAR_INDIKATOR, LEBAR_ANGKA, LEBAR_RUPIAH = 30, 34, 11, 18
AWAL_ARAH = "Capaian, "
RUMUS_ARAH = {
    "naik": "makin tinggi makin baik: realisasi / target × 100",
    "turun": "makin rendah makin baik: (2 × target − realisasi) / target × 100",
    "turun-rasio": "makin rendah makin baik (rasio): target / realisasi × 100",
    "rentang": "dalam rentang 100; di atasnya dihitung terhadap batas atas, di bawahnya terhadap batas bawah",
}


@dataclass(slots=True)
class Perakit:
    """Rows in the making; `gabung` = group of merged columns by the name of its key."""

    gabung: Mapping[str, Sequence[str]] = field(default_factory=dict)
    baris: list[BarisRingkas] = field(default_factory=list)
    kunci: list[dict[str, object]] = field(default_factory=list)

    def kelompok(self, teks: str | None) -> None:
        """A heading over the rows that follow; none for None."""
        if teks is not None:
            self.tambah(BarisRingkas({"": teks}, "kelompok"))

    def tambah(self, baris: BarisRingkas, **kunci: object) -> None:
        """A row; consecutive rows with the same key share the cells of that group."""
        self.baris.append(baris)
        self.kunci.append(kunci)

    def jadi(
        self,
        buku: BukuKerja,
        lembar: str,
        kolom: Sequence[KolomRingkas],
        *,
        sumber: str,
        satuan: str,
        catatan: Iterable[str] = (),
    ) -> TabelRingkas:
        """The finished table: columns without data left out, merged cells placed."""
        kepala = kepala_tabel(buku, lembar)
        nama = {k.nama for k in kolom}
        gabungan: list[Gabungan] = []
        for kunci, milik in self.gabung.items():
            isi = [k.get(kunci) for k in self.kunci]
            gabungan += gabung_sama(self.baris, [k for k in milik if k in nama], isi)
        semua = list(catatan)
        if any(b.sementara for b in self.baris):
            semua.append("* angka sementara.")
        penuh = TabelRingkas(
            lembar=lembar,
            nomor=kepala.nomor,
            judul=kepala.judul,
            sumber=sumber,
            satuan=satuan,
            catatan=tuple(semua),
            kolom=tuple(kolom),
            baris=tuple(self.baris),
            gabung=tuple(gabungan),
        )
        return penuh.dengan(kolom_berisi(kolom, self.baris))


NAIK = "naik"  # the direction of an indicator that names none
SEBAB = {
    Keadaan.TIDAK_BERLAKU: "tidak berlaku atau tidak ada angkanya (N/A)",
    Keadaan.BELUM_RILIS: "angkanya belum dirilis sumber datanya",
    Keadaan.TIDAK_DIUKUR: "tidak diukur tahun ini",
}
SEBAB_KATA = "hasilnya berupa predikat atau kata, bukan persen"


def kolom_identitas(indikator: Sequence[Indikator]) -> list[KolomRingkas]:
    """Sasaran, indikator, satuan: the first columns of every table of indicators."""
    return [
        KolomRingkas("sasaran", kepala_sasaran(x.jenjang for x in indikator), lebar=LEBAR_SASARAN),
        KolomRingkas("indikator", "Indikator Kinerja", lebar=LEBAR_INDIKATOR, tetap=True),
        KolomRingkas("satuan", "Satuan", "pilihan", lebar=15),
    ]


def identitas(x: Indikator) -> dict[str, Nilai]:
    """Values of those columns and the kode, which is not shown; an indicator without a name shows its kode."""
    return {
        "kode": x.kode,
        "sasaran": x.pernyataan,
        "indikator": x.kode if x.nama is None else x.nama,
        "satuan": x.satuan,
    }


def terukur(x: Indikator) -> dict[str, Nilai]:
    """Values of target, realisasi and capaian; target and realisasi that are no numbers as they are printed, a state as its name."""
    realisasi = x.keadaan if x.realisasi is None and x.keadaan else x.realisasi
    return {"target": x.target, "realisasi": realisasi, "capaian": x.capaian} | dict(x.tercetak)


def desimal_terukur(x: Indikator) -> dict[str, int]:
    """Decimals of those cells."""
    semua = {"target": x.desimal_target, "realisasi": x.desimal_realisasi, "capaian": x.desimal}
    return {k: d for k, d in semua.items() if d is not None}


def tanda_sementara(x: Indikator) -> frozenset[str]:
    """Columns of an indicator whose figure is provisional."""
    return frozenset({"realisasi"} if x.sementara and x.realisasi is not None else ())


def catatan_batas(indikator: Iterable[Indikator]) -> list[str]:
    """That capaian above their cap count with the cap, where they are printed uncapped."""
    ada = {x.batas_rata for x in indikator if isinstance(x.batas_rata, float) and x.capaian != x.capaian_rata}
    teks = " atau ".join(tulis(b) for b in sorted(ada))
    return [f"Dalam kategori dan rata-rata, capaian dihitung paling tinggi {teks} persen."] if ada else []


def catatan_tahun_data(indikator: Iterable[Indikator]) -> list[str]:
    """Which indicators stand with the figure of an earlier year."""
    return [
        f"{x.kode if x.nama is None else x.nama}: realisasi memakai angka tahun {x.tahun_data}."
        for x in indikator
        if x.tahun_data is not None and x.realisasi is not None
    ]


def catatan_keadaan(indikator: Sequence[Indikator]) -> list[str]:
    """How many indicators have no capaian, apart by what is said of them: not measured, or measured in words."""
    banyak = {s: sum(x.keadaan == k and x.capaian is None for x in indikator) for k, s in SEBAB.items()}
    banyak[SEBAB_KATA] = sum(x.tanpa_poin for x in indikator)
    return [
        f"{n} indikator {s}; tidak dihitung sebagai tercapai maupun tidak tercapai." for s, n in banyak.items() if n
    ]


def catatan_arah(indikator: Iterable[Indikator]) -> list[str]:
    """How capaian is computed, for the directions that occur."""
    return rumus_menurut({x.arah or NAIK for x in indikator if x.capaian is not None})


def rumus_menurut(ada: Container[str]) -> list[str]:
    """The formulas of these directions."""
    return [f"{AWAL_ARAH}{teks}." for arah, teks in RUMUS_ARAH.items() if arah in ada]
