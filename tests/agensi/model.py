"""What an agency is made of: its text, and the habits of the people who print it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

Baris = dict[str, str]
Naskah = dict[str, list[Baris]]

SKALA = (
    ((100, ">", "Sangat Baik"), (75, ">=", "Baik"), (55, ">=", "Cukup"), (None, "", "Kurang")),
    ((91, ">=", "Sangat Tinggi"), (76, ">=", "Tinggi"), (66, ">=", "Sedang"), (51, ">=", "Rendah"),
     (None, "", "Sangat Rendah")),
    ((100, ">=", "Sangat Berhasil"), (75, ">=", "Berhasil"), (55, ">=", "Cukup Berhasil"), (None, "", "Kurang Berhasil")),
    ((100, ">=", "Berhasil"), (None, "", "Belum Berhasil")),
    ((110, ">", "Istimewa"), (90, ">", "Sangat Baik"), (80, ">", "Baik"), (60, ">", "Cukup"), (40, ">", "Kurang"),
     (None, "", "Buruk")),
    (),
)  # fmt: skip
BATAS = {"≥": "≥ {}", ">=": "≥{}", "min": "min. {}"}


@dataclass(frozen=True)
class Gaya:
    """How one agency prints: money, percentages, counts, blanks, decimals."""

    uang: str
    persen: str
    bersatuan: bool  # units inside the cells of counts
    ribuan: bool
    kosong: str
    rapi: bool  # always all decimals, or only those that are needed
    titik: bool  # percentages with a decimal point, as exports print them
    ketik: float  # how often a computed cell is typed over instead of left to its formula

    @classmethod
    def acak(cls, r: Random) -> Gaya:
        return cls(
            uang=r.choice(("{}", "{}", "Rp {}", "Rp. {},-", "{},00", "Rp{},00", "Inggris")),
            persen=r.choice(("{}", "{}", "{}%", "{} %")),
            bersatuan=r.random() < 0.3,
            ribuan=r.random() < 0.6,
            kosong=r.choice(("", "-", "N/A", "n/a", "–")),
            rapi=r.random() < 0.6,
            titik=r.random() < 0.12,
            ketik=r.choice((1.0, 0.9, 0.6)),
        )


@dataclass(frozen=True)
class Atur:
    """Settings that its figures follow."""

    tahun: int
    awal: int
    akhir: int
    metode: str
    masukan: str
    batas: float | None
    d_capaian: int
    d_serapan: int
    d_efisiensi: int
    skala: tuple[tuple[float | None, str, str], ...]
    versi: tuple[str, ...]  # of the PK
    dasar: str  # DPA, DPPA or blank

    @property
    def banyak(self) -> int:
        """Years of the plan."""
        return self.akhir - self.awal + 1

    @property
    def ke(self) -> int:
        """This year's place in the plan, from 0."""
        return self.tahun - self.awal

    @classmethod
    def acak(cls, r: Random) -> Atur:
        awal = r.randint(2017, 2025)
        akhir = awal + r.choice((4, 4, 5))
        versi = r.choice((("murni",), ("murni", "perubahan"), ("RKT", "murni", "perubahan"), ("RKT", "murni")))
        desimal = r.choice((0, 1, 2, 2, 2))
        return cls(
            tahun=r.randint(awal, akhir),
            awal=awal,
            akhir=akhir,
            metode=r.choice(("selisih", "rasio", "pmk214", "pmk214-tertimbang")),
            masukan=r.choice(("penuh", "tampil")),
            batas=r.choice((None, None, None, 100.0, 110.0, 120.0, 150.0)),
            d_capaian=desimal,
            d_serapan=r.choice((desimal, 1, 2)),
            d_efisiensi=r.choice((desimal, 1, 2)),
            skala=r.choice(SKALA),
            versi=versi,
            dasar=r.choice(("", "DPPA") if "perubahan" in versi else ("", "DPA")),
        )

    def lembar(self, r: Random) -> tuple[list[Baris], list[Baris]]:
        """The sheets Pengaturan and Skala Kategori."""
        atur = {
            "instansi": r.choice(("Dinas Contoh", "Badan Contoh Daerah", "Kecamatan Contoh", "Sekretariat Contoh")),
            "kabupaten": r.choice(("Kabupaten Contoh", "Kota Contoh")),
            "tahun": str(self.tahun),
            "renstra_awal": str(self.awal),
            "renstra_akhir": str(self.akhir),
            "metode_efisiensi": self.metode,
            "basis_efisiensi": r.choice(("sasaran", "indikator")),
            "cakupan_efisiensi": r.choice(("semua", "tercapai")),
            "masukan_efisiensi": self.masukan,
            "batas_capaian": "" if self.batas is None else f"{self.batas:.0f}",
            "desimal_capaian": str(self.d_capaian),
            "desimal_serapan": str(self.d_serapan),
            "desimal_efisiensi": str(self.d_efisiensi),
            "desimal_rata": str(self.d_capaian),
            "dasar_pagu": self.dasar,
        }
        skala = [{"batas": "" if b is None else f"{b:g}", "tanda": tanda, "kategori": k} for b, tanda, k in self.skala]
        return [atur], skala
