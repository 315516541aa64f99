"""How many figures and words of a folder's documents `lkjip ambil` puts where a key says they belong.

    python tests/skor_dokumen.py FOLDER [NAME …] [--ya] [--rinci]

FOLDER holds one folder a document: the sources, `kunci.csv` (tempat, lembar, baris, kolom, nilai) and the settings of the blank
workbook it is taken into, `buku.csv` (pengaturan, nilai), or only its year, `tahun.txt`. `lembar` is the id of a sheet, `baris` what its row is found by (the name, then what else its key needs, parted by ` | `), `kolom` the id of a
column (several that are equally right: parted by `/`, of another sheet with its id: `pk.target`). A line is right when such a cell holds the value; wrong when it holds
another one that the plan writes; asked or told when a cell of the source with that text was left with a reason; else silent.
`--ya`: every question was answered with ya. Only findings of the taking-over count, as a user sees them; nothing here is a test.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kemiripan import mirip
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.perintah import skema
from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.kosong import buku_kosong
from lkjip_xl.tabel.model import ANGKA, BARIS_DATA, Asal, BukuKerja, Nilai, Tabel

BUKAN_SUMBER = ("kunci.csv", "tanya.csv", "tahun.txt", "buku.csv", "catatan.md")
TERPAKAI = (Nasib.DITULIS, Nasib.SAMA)
DATA = Path(__file__).parent / "data" / "dokumen"
SEEJAAN = 92.0
VERSI = ("RKT", "murni", "perubahan")
TERUSAN = {("indikator", "pernyataan"): "pernyataan_lengkap"}  # said once, above the rows it holds for
_KURUNG = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(slots=True)
class SkorDokumen:
    """Lines of one document's key, by what became of them."""

    nama: str
    benar: int = 0
    salah: list[str] = field(default_factory=list)
    beralasan: list[str] = field(default_factory=list)
    diam: list[str] = field(default_factory=list)

    @property
    def semua(self) -> int:
        """All lines of the key."""
        return self.benar + len(self.salah) + len(self.beralasan) + len(self.diam)


def buku_bersetelan(setelan: Mapping[str, str]) -> BukuKerja:
    """A blank workbook with settings, by the id of their column."""
    buku = buku_kosong(skema())
    t = buku["pengaturan"]
    for kolom, nilai in setelan.items():
        t.sel[(BARIS_DATA, kolom)] = ketik(t.skema.kolom[kolom], nilai, jenis="teks").ke_sel(Asal.ISIAN)
    return hitung_buku(buku.skema, buku.tabel, [], set())


def buku_dokumen(folder: Path) -> BukuKerja:
    """The blank workbook a document is taken into."""
    return buku_bersetelan(_setelan(folder))


def sumber(folder: Path) -> list[Path]:
    """The files of a document."""
    return [p for p in sorted(folder.iterdir()) if p.name not in BUKAN_SUMBER]


def _setelan(folder: Path) -> dict[str, str]:
    if (buku := folder / "buku.csv").is_file():
        return {x["pengaturan"]: x["nilai"] for x in _csv(buku)}
    return {"tahun": (folder / "tahun.txt").read_text("utf-8").strip()}


def _csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def nilai_dokumen(folder: Path, *, ya: bool = False) -> SkorDokumen:
    """The score of one document."""
    bahan = baca_bahan(sumber(folder))
    buku = buku_dokumen(folder)
    r = rencanakan(buku, bahan.tabel, kisi=bahan.kisi, formulir=bahan.formulir)
    if ya:
        r = rencanakan(buku, bahan.tabel, {p.id: True for p in r.pertanyaan}, kisi=bahan.kisi, formulir=bahan.formulir)
    hasil = SkorDokumen(folder.name)
    for baris in _csv(folder / "kunci.csv"):
        _satu(hasil, r, baris)
    return hasil


def _satu(hasil: SkorDokumen, r: Rencana, kunci: dict[str, str]) -> None:
    nilai = kunci["nilai"].strip()
    sebut = f"{kunci.get('id', '')} {kunci['lembar']}: {kunci['baris'][:60]} . {kunci['kolom']} = {nilai[:40]}"
    isi = list(_sel(r.buku, kunci))
    if any(sama(t, k, ada, nilai) for t, _, k, ada in isi):
        hasil.benar += 1
        return
    lain = [f"{k} {ada}" for t, b, k, ada in isi if (t.skema.id, b, k) in r.tulis and ada is not None]
    if lain:
        hasil.salah.append(f"{sebut}; tertulis {lain[0]}")
        return
    rupa = [
        nilai,
        *(tulis(x / f) for f in (1e3, 1e6, 1e9) if (x := baca_kolom(nilai, "angka").nilai) is not None and x >= f),
    ]
    sel = [s for s in r.sel if any(_memuat(s.teks, x) for x in rupa)]
    sebab = [s for s in sel if s.nasib not in (*TERPAKAI, Nasib.KEPALA)]
    if sebab:
        hasil.beralasan.append(f"{sebut}; {sebab[0].nasib.value}: {sebab[0].alasan}")
    else:
        di = "; ".join(f"{s.nasib.value} {s.lembar}!{s.sel}" for s in sel[:3]) or "tidak terbaca"
        hasil.diam.append(f"{sebut}; {di}")


def _sel(buku: BukuKerja, kunci: dict[str, str]) -> Iterator[tuple[Tabel, int, str, Nilai]]:
    """The cells that would be right: table, row, column, what stands there."""
    for pilihan in kunci["kolom"].split("/"):
        lembar, _, kolom = pilihan.strip().rpartition(".")
        t = buku[lembar or kunci["lembar"].strip()]
        if kolom in t.skema.kolom:
            for b in _baris(buku, t, kunci["baris"]):
                ada = t.kata(b, kolom) or t.isi(b).get(kolom)
                yield t, b, kolom, t.isi(b).get(TERUSAN.get((t.skema.id, kolom), "")) if ada is None else ada


def _baris(buku: BukuKerja, t: Tabel, cari: str) -> Iterator[int]:
    """The rows that bear the name and everything else that is said of them; a blank year is the workbook's."""
    nama, *lain = (x.strip() for x in cari.split("|"))
    if "versi" not in t.skema.kolom:  # of a sheet named beside the key's own
        lain = [x for x in lain if x not in VERSI]
    tahun = buku["pengaturan"].isi(BARIS_DATA).get("tahun")
    for b, isi in t.rekaman():
        teks = [*_kata(isi), *_kata(_induk(buku, t, isi))]
        if "tahun" in isi and isi["tahun"] is None:
            teks += _kata({"tahun": tahun})
        if any(_senama(x, nama) for x in teks) and all(any(_sebutan(x) == _sebutan(y) for x in teks) for y in lain):
            yield b


def _kata(isi: dict[str, Nilai]) -> Iterator[str]:
    for x in isi.values():
        if x not in (None, ""):
            yield f"{x:g}" if isinstance(x, float) else str(x)


def _induk(buku: BukuKerja, t: Tabel, isi: dict[str, Nilai]) -> dict[str, Nilai]:
    """What the indicator of the row's kode says of itself: a table that knows only the kode bears its name, too."""
    kode = isi.get("kode")
    if t.skema.id == "indikator" or not kode:
        return {}
    return next((x for _, x in buku["indikator"].rekaman() if x.get("kode") == kode), {})


def _senama(ada: str, cari: str) -> bool:
    """Is it the same name, spelled otherwise or with its unit behind it?"""
    x, y = nama_setara(_KURUNG.sub("", ada)), nama_setara(_KURUNG.sub("", cari))
    return x == y or (bool(x) and bool(y) and mirip(x, y) >= SEEJAAN) or _rapat(ada) == _rapat(cari)


def _sebutan(teks: str) -> str:
    x = nama_setara(teks).split()
    return " ".join(w for w in x if w not in ("tw", "triwulan", "tahun")) or teks.strip().casefold()


def sama(t: Tabel, kolom: str, ada: Nilai, nilai: str) -> bool:
    """Does the cell hold the key's value?"""
    k = t.skema.kolom[kolom]
    if ada is None:
        return False
    x = baca_kolom(nilai, k.tipe).nilai if k.tipe in ANGKA or isinstance(ada, float) else None
    if isinstance(ada, float) and isinstance(x, float):
        return abs(x - ada) <= 1e-9 * max(1.0, abs(x))
    return _rapat(str(ada)) == _rapat(nilai) or _senama(str(ada), nilai)


def _memuat(teks: str, nilai: str) -> bool:
    a, b = _rapat(teks), _rapat(nilai)
    return bool(b) and (a == b or b in a)


def _rapat(teks: str) -> str:
    return "".join(kunci_judul(teks).replace(".", "").replace(",", "").split())


def utama(argumen: Sequence[str]) -> None:
    """Print the counts of every document, and of all."""
    folder, *nama = (x for x in argumen if not x.startswith("--"))
    total: Counter[str] = Counter()
    for p in sorted(Path(folder).iterdir()):
        if not (p / "kunci.csv").is_file() or (nama and p.name not in nama):
            continue
        h = nilai_dokumen(p, ya="--ya" in argumen)
        print(f"{h.nama}: {h.benar} dari {h.semua} benar ({100 * h.benar / max(h.semua, 1):.1f} %), {len(h.salah)} salah, "
              f"{len(h.beralasan)} beralasan, {len(h.diam)} diam", flush=True)  # fmt: skip
        total.update({"benar": h.benar, "semua": h.semua, "salah": len(h.salah), "beralasan": len(h.beralasan), "diam": len(h.diam)})  # fmt: skip
        for jenis in ("salah", "beralasan", "diam") if "--rinci" in argumen else ():
            for x in getattr(h, jenis):
                print(f"   {jenis}: {x}")
    print(f"semua: {total['benar']} dari {total['semua']} benar ({100 * total['benar'] / max(total['semua'], 1):.1f} %), "
          f"{total['salah']} salah, {total['beralasan']} beralasan, {total['diam']} diam")  # fmt: skip


if __name__ == "__main__":
    utama(sys.argv[1:])
