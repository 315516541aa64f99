"""What the chapters are written from: the typed workbook, its summary tables, and the rows of each indicator in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.nama_kapital import nama_kalimat, singkatan
from lkjip_xl.ringkasan import RINGKASAN, dibuat_dari
from lkjip_xl.ringkasan.alokasi import Alokasi, alokasi
from lkjip_xl.ringkasan.desimal import desimal_setelan
from lkjip_xl.ringkasan.indikator import SASARAN, TUJUAN, Indikator, daftar_indikator, kategori
from lkjip_xl.ringkasan.kepala import tahun_laporan
from lkjip_xl.ringkasan.model import BarisRingkas, TabelRingkas
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.word.bilangan import ada, persen

if TYPE_CHECKING:
    from lkjip_xl.word.gambar_luar import GambarLuar

KOSONG = "…"
BANYAK = 20  # so many indicators are told one by one; of more those above the programmes
ATAS = frozenset({"rpjmd", "tujuan", SASARAN})


@dataclass
class Bahan:
    """One workbook; tables are computed when a chapter asks for them, and stay with it."""

    buku: BukuKerja
    gambar: Sequence[GambarLuar] = ()

    @cached_property
    def instansi(self) -> str:
        """Name of the agency, "…" where it is not set."""
        return self.teks("Instansi") or KOSONG

    @cached_property
    def tahun(self) -> str:
        """The report year, "…" where it is not set."""
        return tahun_laporan(self.buku) or KOSONG

    @property
    def indikator(self) -> Sequence[Indikator]:
        """The measured indicators in the order of the summaries."""
        return daftar_indikator(self.buku)

    @cached_property
    def diuraikan(self) -> Sequence[Indikator]:
        """The indicators text and charts tell one by one: all, of many those above the programmes where there are any."""
        atas = [x for x in self.indikator if x.jenjang in ATAS]
        return atas if atas and len(self.indikator) > BANYAK else self.indikator

    @property
    def alokasi(self) -> Alokasi:
        """Programmes and what they are mapped to."""
        return alokasi(self.buku)

    @cached_property
    def _singkatan(self) -> frozenset[str]:
        """Abbreviations as the names in this workbook have them."""
        milik = [r["nama"] for r in self.alokasi.baris.values()] + [x.nama for x in self.indikator]
        return singkatan([x for x in (*milik, self.instansi) if isinstance(x, str)])

    def sebut(self, program: Nilai) -> str:
        """Name of a programme, kegiatan or subkegiatan in a sentence: never in CAPITALS, as planning systems export it."""
        return nama_kalimat(teks_nilai(program), self._singkatan)

    def teks(self, setelan: str) -> str:
        """A setting as text, "" where it is blank or no text."""
        x = self.buku.setelan.get(setelan)
        return x.strip() if isinstance(x, str) and not isinstance(x, Galat) else ""

    def tabel(self, lembar: str) -> TabelRingkas:
        """The table of a summary sheet, as `ringkas` writes it."""
        return RINGKASAN[lembar](self.buku)

    def tampil(self, lembar: str) -> bool:
        """Is this table printed: not switched off in Daftar Tabel, and nothing it needs dropped by the schema?"""
        return dibuat_dari(self.buku, lembar)

    def baris(self, lembar: str, x: Indikator) -> list[BarisRingkas]:
        """The rows of an indicator in a summary, printed or not."""
        t = self.tabel(lembar)
        return [b for b in (t.tersedia or t).baris if b.nilai.get("kode") == x.kode]

    def kategori(self, capaian: Nilai, desimal: int, skala: Nilai = None) -> str:
        """The words " dengan kategori …" of a capaian by the scale of that name; "" without a scale."""
        k = kategori(self.buku, capaian, desimal, skala)
        return kalimat("capaian.kategori", kategori=k) if isinstance(k, str) and not isinstance(k, Galat) else ""

    def rekaman(self, id_lembar: str) -> list[Mapping[str, Nilai]]:
        """The used rows of an input sheet."""
        return [r for _, r in self.buku[id_lembar].rekaman()]

    def persen(self, x: Nilai, setelan: str) -> str:
        """A percentage with the decimals of a setting such as DesimalSerapan."""
        return persen(x, desimal_setelan(self.buku, setelan))


def nama(x: Indikator) -> str:
    """Name of an indicator, its kode where it has none."""
    return x.nama if isinstance(x.nama, str) and not isinstance(x.nama, Galat) else x.kode


def nama_sasaran(x: Indikator) -> str:
    """Statement of its tujuan or sasaran, its kode where it has none."""
    return x.pernyataan if isinstance(x.pernyataan, str) and not isinstance(x.pernyataan, Galat) else x.sasaran


def sebutan_sasaran(x: Indikator, *, awal: bool = True) -> str:
    """What that statement is: of a tujuan, or of a sasaran; awal: at the beginning of a sentence."""
    return kalimat(f"umum.{'sebutan' if awal else 'sebut'}_{TUJUAN if x.jenjang == TUJUAN else SASARAN}")


def per_sasaran(indikator: Sequence[Indikator]) -> dict[str, list[Indikator]]:
    """Indicators by the kode of their sasaran, in order."""
    hasil: dict[str, list[Indikator]] = {}
    for x in indikator:
        hasil.setdefault(x.sasaran, []).append(x)
    return hasil


def terisi(x: Nilai) -> bool:
    """Is there a usable value: not blank, no error?"""
    return x is not None and x != "" and not isinstance(x, Galat)


def teks_nilai(x: Nilai) -> str:
    """A cell in a sentence; a year or count without separators stays as typed."""
    return f"{x:.15g}".replace(".", ",") if ada(x) else str(x)
