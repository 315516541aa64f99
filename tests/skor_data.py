"""Score reports in the form of tests/data/potongan/BENTUK.md: `make skor DATA=FOLDER`, or python tests/skor_data.py FOLDER.

Each report is filled as printed into a blank workbook, its printed summaries are typed over the computed ones, its further
copies reconciled; what `validasi` and `cocokkan` say is held against the key.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_xl import perintah
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.cocokkan import baca_luar, cocokkan
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.isi import isi_buku
from lkjip_xl.isi.hasil import HasilIsi
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.model import TabelRingkas
from lkjip_xl.skema.sumberdaya import folder_buku
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.validasi.periksa import periksa_buku

Tempat = tuple[str, str]  # sheet, or file of a further copy, and cell
BERAT = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)
_EKOR = re.compile(r"\s*\([^()\d]+\)$|\s*[^\d\s()%,.]+$")


def baca_csv(berkas: Path) -> list[dict[str, str]]:
    """Rows of a CSV by header; none where there is no file."""
    if not berkas.is_file():
        return []
    with berkas.open(encoding="utf-8-sig", newline="") as f:
        return [{k: v or "" for k, v in b.items() if k is not None} for b in csv.DictReader(f)]


@dataclass(slots=True)
class Skor:
    """Result for one report: lines of the key with their cells, missed ones, findings that touch nothing known."""

    laporan: str
    kunci: dict[str, set[Tempat]] = field(default_factory=dict)
    tak_dinilai: list[str] = field(default_factory=list)
    luput: list[str] = field(default_factory=list)
    palsu: list[Temuan] = field(default_factory=list)
    tak_terbaca: list[Temuan] = field(default_factory=list)
    berat: list[Temuan] = field(default_factory=list)
    isi: list[Temuan] = field(default_factory=list)
    gagal: str = ""


class Tercetak:
    """One report in a workbook, and where its printed rows stand; templat: another blank workbook than the shipped one."""

    def __init__(self, folder: Path, templat: bytes | None = None) -> None:
        self.folder, self._skema = folder, perintah.skema()
        self.paket = Paket.dari_bytes(templat or (folder_buku() / perintah.TEMPLAT).read_bytes(), perintah.TEMPLAT)
        self.isi: HasilIsi
        self.isi, self.buku = isi_buku(self.paket, folder / "tercetak", self._skema)
        cangkok(self.paket, bangun_buku(self.buku))
        self.ringkasan = {nama: RINGKASAN[nama](self.buku) for nama in RINGKASAN}
        self.baris = {(Path(p.berkas).stem, p.nomor - 1): p.baris for p in self.isi.penempatan}
        self.ringkas: dict[int, Tempat] = {}
        self.hilang: list[str] = []
        self._ketik_ringkasan()

    def _ketik_ringkasan(self) -> None:
        isi: dict[str, dict[str, Tulis]] = defaultdict(dict)
        for n, b in enumerate(baca_csv(self.folder / "ringkas.csv"), 1):
            tempat = self.sel_ringkas(b["lembar"], b["baris"], b["kolom"])
            if tempat is None:
                self.hilang.append(f"ringkas:{n}")
                continue
            self.ringkas[n] = tempat
            isi[tempat[0]].setdefault(tempat[1], _tulis(b["tercetak"]))
        tulis_sel(self.paket, isi)

    def sel_ringkas(self, lembar: str, baris: str, kolom: str) -> Tempat | None:
        """Cell of a summary sheet by its row selector and column id."""
        t = self.ringkasan.get(lembar)
        k = next((i for i, x in enumerate(t.kolom, 1) if x.nama == kolom), None) if t else None
        j = self._cari_baris(t, baris) if t and k else None
        if t is None or k is None or j is None:
            return None
        if any(g.kolom == kolom and g.awal < j <= g.akhir for g in t.gabung):
            return None  # under a merged cell
        return lembar, alamat_sel(BARIS_DATA + j, k)

    def _cari_baris(self, t: TabelRingkas, baris: str) -> int | None:
        if baris.startswith("#"):
            return int(baris[1:]) - 1 if int(baris[1:]) <= len(t.baris) else None
        syarat = [self._syarat(s.strip()) for s in baris.split("|")]
        for j, b in enumerate(t.baris):
            if not _judul(b) and all(_rapat(b.nilai.get(k)) in isi for k, isi in syarat):
                return j
        return None

    def _syarat(self, teks: str) -> tuple[str, set[str]]:
        kolom, titik, isi = teks.partition(":")
        if titik:
            return ({"program": "nama"}.get(kolom, kolom), {_rapat(isi)})
        indikator = {r["kode"]: r for _, r in self.buku["indikator"].rekaman() if isinstance(r["kode"], str)}
        if teks in indikator:
            return ("indikator", {_rapat(indikator[teks]["indikator"])})
        anak = [r for k, r in indikator.items() if k.startswith(f"{teks}.")]
        return ("sasaran", {_rapat(r["pernyataan"]) for r in anak[:1] if r["pernyataan"]})

    # -- the key ----------------------------------------------------------------------------------------------

    def tempat(self, bagian: str) -> set[Tempat]:
        """Cells of one part of a `sel`; none where this version has no such cell."""
        jenis, _, sisa = bagian.partition(":")
        if jenis == "ringkas":
            awal, _, akhir = sisa.partition("-")
            return {self.ringkas[n] for n in range(int(awal), int(akhir or awal) + 1) if n in self.ringkas}
        if jenis == "hitung":
            lembar, baris, kolom = _tiga(sisa)
            tempat = self.sel_ringkas(lembar, baris, kolom)
            return {tempat} if tempat else set()
        if jenis == "salinan":
            salinan, n, kolom = sisa.split(":", 2)
            return self._salinan(f"{salinan}.csv", int(n), kolom)
        lembar, baris, kolom = bagian.split(":", 2)
        return self._lembar(lembar, baris, kolom)

    def _lembar(self, lembar: str, baris: str, kolom: str) -> set[Tempat]:
        t = self.buku.tabel.get(lembar)
        n = self._nomor(lembar, baris)
        letak = self.baris.get((lembar, n)) if n else None
        if t is None or letak is None:
            return set()
        nama = list(t.skema.kolom) if kolom == "*" else [kolom]
        sel = {(t.lembar, a) for k in nama if k in t.skema.kolom and (a := t.alamat(letak, k))}
        return sel | {ke for k in nama if (ke := self.isi.pindah.get((lembar, letak, k)))}

    def _nomor(self, lembar: str, baris: str) -> int | None:
        if not baris.startswith("@"):
            return int(baris)
        a, _, b = baris[1:].partition("@")
        for n, r in enumerate(baca_csv(self.folder / "tercetak" / f"{lembar}.csv"), 1):
            if (_rapat(r.get("dimensi")), _rapat(r.get("uraian"))) == (_rapat(a), _rapat(b)):
                return n
        return None

    def _salinan(self, berkas: str, n: int, kolom: str) -> set[Tempat]:
        path = self.folder / "salinan" / berkas
        if not path.is_file():
            return set()
        with path.open(encoding="utf-8-sig", newline="") as f:
            kepala = next(csv.reader(f))
        letak = [i for i, k in enumerate(kepala, 1) if kolom == "*" or _rapat(k) == _rapat(kolom)]
        return {(berkas, alamat_sel(n + 1, k)) for k in letak}

    # -- what is said -----------------------------------------------------------------------------------------

    def temuan(self) -> Iterator[Temuan]:
        """Findings of the workbook and of every further copy."""
        yield from periksa_buku(self.paket, self._skema).temuan
        buku = muat_buku(self.paket, self._skema)
        for salinan in sorted((self.folder / "salinan").glob("*.csv")):
            lembar = salinan.with_suffix(".lembar")
            for nama in lembar.read_text(encoding="utf-8").split("\n") if lembar.is_file() else ():
                if nama.strip():
                    yield from cocokkan(buku, nama.strip(), baca_luar(salinan)).temuan


def _judul(b: object) -> bool:
    return bool(getattr(b, "judul", None))


def _tiga(teks: str) -> tuple[str, str, str]:
    """NAME:ROW:COLUMN where ROW may hold colons itself."""
    lembar, _, sisa = teks.partition(":")
    baris, _, kolom = sisa.rpartition(":")
    return lembar, baris, kolom


def _rapat(x: object) -> str:
    return re.sub(r"\W+", "", str(x if x is not None else "")).casefold()


def _tulis(teks: str) -> Tulis:
    """A printed figure as staff would type it: a number with its printed decimals, else the text."""
    rapi = teks.strip()
    if baca(rapi).status is Status.KOSONG:
        return Tulis(None)
    for calon in (rapi, _EKOR.sub("", rapi), re.sub(r"^Rp\.?\s*", "", rapi)):
        b = baca(calon)
        if b.nilai is not None and (b.status is Status.PASTI or b.desimal is not None):
            return Tulis(b.nilai, format="#,##0" + ("." + "0" * b.desimal if b.desimal else ""))
    return Tulis(rapi)


def _tersentuh(t: Temuan) -> set[Tempat]:
    return {(t.lembar, s) for s in t.sel_semua or (t.sel,)} | set(t.sel_terkait)


def _kunci(t: Tercetak, berkas: str, s: Skor) -> dict[str, set[Tempat]]:
    hasil: dict[str, set[Tempat]] = {}
    for b in baca_csv(t.folder / berkas):
        bagian = [x.strip() for x in b.get("sel", "").split(";") if x.strip()]
        tempat = [t.tempat(x) for x in bagian]
        s.tak_dinilai += [f"{b['id']}: {x}" for x, sel in zip(bagian, tempat, strict=True) if not sel]
        if not bagian:
            s.tak_dinilai.append(f"{b['id']}: -")
        hasil[b["id"]] = set().union(*tempat)
    return hasil


def nilai(folder: Path, templat: bytes | None = None) -> Skor:
    """Score of one report."""
    s = Skor(folder.name)
    t = Tercetak(folder, templat)
    kunci = _kunci(t, "kunci.csv", s)
    batas = _kunci(t, "batas.csv", Skor(""))
    s.tak_dinilai += t.hilang
    s.kunci = {i: x for i, x in kunci.items() if x}
    s.isi = t.isi.temuan
    s.berat = [x for x in t.temuan() if x.tingkat in BERAT]
    tersentuh = set().union(*map(_tersentuh, s.berat))
    s.luput = [i for i, tempat in s.kunci.items() if not tempat & tersentuh]
    kenal = set().union(*kunci.values(), *batas.values())
    asing = [x for x in s.berat if not _tersentuh(x) & kenal]
    s.tak_terbaca = [x for x in asing if x.kode == "AN-01"]
    s.palsu = [x for x in asing if x.kode != "AN-01"]
    return s


def laporan_dalam(folder: Path) -> list[Path]:
    """Every report of a folder; a folder with `tercetak` in it is itself one."""
    if (folder / "tercetak").is_dir():
        return [folder]
    return sorted(p for p in folder.iterdir() if (p / "tercetak").is_dir())


def cetak(s: Skor, rinci: bool) -> None:
    """Print the result of one report."""
    if s.gagal:
        print(f"{s.laporan}: failed: {s.gagal}")
        return
    n = len(s.kunci)
    tepat = len(s.berat) - len(s.palsu) - len(s.tak_terbaca)
    print(f"{s.laporan}: recall {n - len(s.luput)}/{n}, precision {tepat}/{len(s.berat)}, unreadable {len(s.tak_terbaca)}, "
          f"unresolved {len(s.tak_dinilai)}, told while filling {len(s.isi)}")  # fmt: skip
    if not rinci:
        return
    for i in s.luput:
        print("  missed    ", i, sorted(s.kunci[i]))
    for apa, daftar in (("false     ", s.palsu), ("unreadable", s.tak_terbaca)):
        for x in daftar:
            print(f"  {apa}", x.kode, x.tingkat.value, f"{x.lembar}!{x.sel}", x.pesan)
    for x in s.tak_dinilai:
        print("  unresolved", x)


def ringkasan(semua: list[Skor]) -> Mapping[str, Counter[str]]:
    """Findings by code over all reports: those that touch a line of the key or a borderline, and false ones."""
    tepat, palsu = Counter[str](), Counter[str]()
    for s in semua:
        asing = {id(x) for x in (*s.palsu, *s.tak_terbaca)}
        palsu.update(x.kode for x in s.berat if id(x) in asing)
        tepat.update(x.kode for x in s.berat if id(x) not in asing)
    return {"tepat": tepat, "palsu": palsu}


def main() -> int:
    """Score every report of a folder; 1 where the program stopped on one."""
    folder = Path(sys.argv[1])
    semua = []
    for path in laporan_dalam(folder):
        try:
            s = nilai(path)
        except Exception as e:  # the others go on
            s = Skor(path.name, gagal=f"{type(e).__name__}: {e}")
        semua.append(s)
        cetak(s, rinci=True)
    n = sum(len(s.kunci) for s in semua)
    luput = sum(len(s.luput) for s in semua)
    berat, palsu = sum(len(s.berat) for s in semua), sum(len(s.palsu) for s in semua)
    print(
        f"\nall: recall {n - luput}/{n}, false {palsu} of {berat}, unreadable {sum(len(s.tak_terbaca) for s in semua)}"
    )
    for kode, banyak in ringkasan(semua)["palsu"].most_common():
        print(f"  false by code: {kode} {banyak}")
    return int(any(s.gagal for s in semua))


if __name__ == "__main__":
    sys.exit(main())
