"""How many contradictions of the answer keys the validation finds, and how much it reports beside them.

    python tests/skor_kunci.py

Each report is filled as printed: input sheets, summary sheets typed over with what the published tables say, further
copies of a table reconciled with their sheet. A line of the key is found when an error or warning stands on a cell
that holds its figure or names that cell as related; an error or warning is false when it touches no line of the key
and no borderline case.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from agensi import agensi
from buku_agensi import gawat
from laporan_contoh import AKAR, LAPORAN, baca_csv, folder_kunci
from terbit_ringkasan import SEMUA, Padanan, letak_baris

from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.cocokkan import baca_luar, cocokkan
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.isi import isi_buku
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.perintah import TEMPLAT, skema
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.aturan.registri import daftar
from lkjip_xl.validasi.aturan.skema import KODE_SKEMA
from lkjip_xl.validasi.periksa import periksa_buku

# further copies of a table: file, sheet it is reconciled with
SALINAN = {
    "magetan-2024": (("salinan/pengukuran_lampiran.csv", "Pengukuran"),),
    "lamongan-2023": (
        ("terbit/rincian_subkegiatan.csv", "Anggaran"),
        ("terbit/capaian_ulang.csv", "Capaian Kinerja"),
        ("terbit/belanja.csv", "Belanja"),
        ("terbit/belanja_tabel_1_3.csv", "Belanja"),
    ),
}
BERSIH = 10  # clean books whose false alarms are counted; tests/test_agensi.py has two hundred
Tempat = tuple[str, str]  # sheet (or file of a further copy) and cell
BERAT = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)


@dataclass(slots=True)
class Skor:
    """Result for one report: lines of the key by id, missed ones, errors and warnings that touch nothing known."""

    laporan: str
    kunci: dict[str, set[Tempat]]
    luput: list[str] = field(default_factory=list)
    palsu: list[Temuan] = field(default_factory=list)
    berat: int = 0
    skema: int = 0  # of `berat`, those that the schemas' own checks raise
    kode: Counter[str] = field(default_factory=Counter)  # of `berat`
    lipat: int = 0  # of `berat`, those that stand for several cells

    @property
    def recall(self) -> float:
        return 1 - len(self.luput) / len(self.kunci)

    @property
    def presisi(self) -> float:
        return 1 - len(self.palsu) / self.berat


class Tercetak:
    """A report as printed in one workbook, and where every printed line of a published table stands in it."""

    def __init__(self, laporan: str) -> None:
        self.laporan = laporan
        sk = skema()
        self.paket = Paket.buka(AKAR / "workbooks" / TEMPLAT)
        _, self.buku = isi_buku(self.paket, AKAR / "tests/data" / laporan / "tercetak", sk)
        cangkok(self.paket, bangun_buku(self.buku))
        self.tempat: dict[tuple[str, int, str], set[Tempat]] = defaultdict(set)  # file, line, column
        self._ketik(self.buku)
        self.salinan = [(AKAR / "tests/data" / laporan / f, lembar) for f, lembar in SALINAN[laporan]]
        for berkas, _ in self.salinan:
            for n, b in enumerate(baca_csv(berkas), 2):
                for k, kolom in enumerate(b, 1):
                    self.tempat[(berkas.stem, int(b["baris"]), kolom)].add((berkas.name, alamat_sel(n, k)))

    def _ketik(self, buku: BukuKerja) -> None:
        """Type the published summaries over those computed; the first print of a cell wins."""
        isi: dict[str, dict[str, Tulis]] = defaultdict(dict)
        for p in SEMUA[self.laporan]:
            for baris, kolom, alamat, teks, persen in self._sel(p, buku):
                self.tempat[(p.berkas, baris, kolom)].add((p.lembar, alamat))
                isi[p.lembar].setdefault(alamat, _tulis(teks, persen))
        tulis_sel(self.paket, isi)

    def _sel(self, p: Padanan, buku: BukuKerja):
        tabel = RINGKASAN[p.lembar](buku)
        kolom = {k.nama: (i, k.tipe) for i, k in enumerate(tabel.kolom, 1)}
        for b, j in letak_baris(self.laporan, p, tabel):
            for tercetak, kita in p.kolom.items():
                if j is None or kita not in kolom:
                    continue
                k, tipe = kolom[kita]
                for g in tabel.gabung:
                    if g.kolom == kita and g.awal < j <= g.akhir:
                        k = 0  # under a merged cell
                if k:
                    yield int(b["baris"]), tercetak, alamat_sel(BARIS_DATA + j, k), b[tercetak], tipe == "persen"


def _tulis(teks: str, persen: bool) -> Tulis:
    """A printed figure as staff would type it: a number with the printed decimals, else the text."""
    b = baca(re.sub(r"\s*\(\w+\)$", "", teks), persen=persen)
    if b.status is Status.PASTI:
        return Tulis(b.nilai, format="#,##0" + ("." + "0" * b.desimal if b.desimal else ""))
    return Tulis(teks if b.status is not Status.KOSONG else None)


def tempat_kunci(t: Tercetak, berkas: str) -> dict[str, set[Tempat]]:
    """Cells of every line of a key: those the file letak.csv names, and those of the published tables by line.

    Of a line of temuan.csv only the printed columns it names, where they bear the same name.
    """
    folder = folder_kunci(t.laporan)
    tangan: dict[str, set[Tempat]] = defaultdict(set)
    for b in baca_csv(folder / "letak.csv"):
        tangan[b["id"]] |= {(b["lembar"], s) for s in b["sel"].split(";")}
    hasil = {}
    for k in baca_csv(folder / berkas):
        baris = {int(x) for x in re.findall(r"\d+", k["baris"])}
        kolom = {x.strip() for x in k.get("kolom", "").split(",")}
        hasil[k["id"]] = set(tangan.get(k["id"], ()))
        for (_, b, nama), tempat in t.tempat.items():
            if b in baris and (berkas != "temuan.csv" or nama in kolom):
                hasil[k["id"]] |= tempat
    return hasil


def temuan_berat(t: Tercetak) -> list[Temuan]:
    """Errors and warnings of the workbook and of every further copy."""
    semua = periksa_buku(t.paket, skema()).temuan
    buku = muat_buku(t.paket, skema())
    for berkas, lembar in t.salinan:
        semua += cocokkan(buku, lembar, baca_luar(berkas)).temuan
    return [x for x in semua if x.tingkat in BERAT]


def nilai(laporan: str) -> Skor:
    """Score of one report."""
    t = Tercetak(laporan)
    temuan = temuan_berat(t)
    batas = next(p.name for p in folder_kunci(laporan).glob("*.csv") if p.stem not in ("temuan", "letak"))
    kunci = tempat_kunci(t, "temuan.csv")
    dinilai = {k["id"] for k in baca_csv(folder_kunci(laporan) / "temuan.csv") if k["sel"] == "ya"}
    skor = Skor(laporan, {i: x for i, x in kunci.items() if i in dinilai}, berat=len(temuan))
    skor.skema = sum(x.kode in KODE_SKEMA for x in temuan)
    skor.kode = Counter(x.kode for x in temuan)
    skor.lipat = sum(len(x.sel_semua) > 1 for x in temuan)
    kenal = set().union(*kunci.values(), *tempat_kunci(t, batas).values())
    tersentuh = set().union(*map(_tempat, temuan))
    skor.luput = [i for i, tempat in skor.kunci.items() if not tempat & tersentuh]
    skor.palsu = [x for x in temuan if not _tempat(x) & kenal]
    return skor


def _tempat(t: Temuan) -> set[Tempat]:
    return {(t.lembar, s) for s in t.sel_semua or (t.sel,)} | set(t.sel_terkait)


def per_kode(semua: Iterable[Skor]) -> list[tuple[str, int, int]]:
    """Precision code by code: code, how many of its errors and warnings touch a key or a borderline case, how many there are."""
    semua = list(semua)
    ada = sum((s.kode for s in semua), Counter[str]())
    palsu = Counter(x.kode for s in semua for x in s.palsu)
    return [(k, n - palsu[k], n) for k, n in sorted(ada.items())]


def dituduh(buku: int = BERSIH) -> int:
    """Errors and warnings in so many clean books of invented agencies."""
    return sum(len(gawat(agensi(Random(7000 + b), indikator=6, simpul=20))) for b in range(buku))


def bagian_pandera() -> tuple[int, int]:
    """How many of the codes of the validation pandera raises, and how many there are."""
    semua = {k for a in daftar() for k in a.kode}
    return len(semua & set(KODE_SKEMA)), len(semua)


def main() -> None:
    semua = [nilai(laporan) for laporan in LAPORAN]
    for s in semua:
        laporan = s.laporan
        print(f"{laporan}: recall {s.recall:.3f} ({len(s.kunci) - len(s.luput)}/{len(s.kunci)}), "
              f"precision {s.presisi:.3f} ({s.berat - len(s.palsu)}/{s.berat})")  # fmt: skip
        for i in s.luput:
            print("  missed", i, sorted(s.kunci[i]))
        for x in s.palsu:
            print("  false ", x.kode, f"{x.lembar}!{x.sel}", x.pesan)
    kode, dari = bagian_pandera()
    temuan, berat = sum(s.skema for s in semua), sum(s.berat for s in semua)
    print("precision by code:", ", ".join(f"{k} {a}/{n}" for k, a, n in per_kode(semua)))
    print(f"folded: {sum(s.lipat for s in semua)} of {sum(s.berat for s in semua)} errors and warnings")
    print(f"false alarms: {dituduh() / BERSIH:.2f} per clean book of {BERSIH} invented agencies")
    print(
        f"raised by pandera: {kode}/{dari} codes ({kode / dari:.0%}), {temuan}/{berat} errors and warnings of the answer keys"
    )


if __name__ == "__main__":
    main()
