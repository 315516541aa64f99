"""How many cells of printed tables are read back into the right row and column: python tests/skor_sumber.py [--lo] [FORMAT …].

The tables of all reports in tests/data, printed by tests/cetakan.py in each format; with --lo also as LibreOffice saves
those documents again, so that a reader is not tried on one writer alone. The denominator is every filled cell below a header.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cetakan import PENULIS, Cetakan, laporan
from libreoffice import LibreOffice

from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.sumber import baca_sumber, urai_sumber
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

ULANG_LO = (("docx", "docx"), ("docx", "pdf"), ("docx", "odt"), ("xlsx", "xls"), ("xlsx", "ods"), ("xlsx", "html"))
"""From which written format LibreOffice makes which (an .odt is made a .docx again: we read no .odt)."""
_BLANK = re.compile(r"\s+")
_BUKAN_ISI = ("nomor", "ulang", "kaki")


@dataclass(slots=True)
class SkorSumber:
    """Cells of one format: all, right ones, what went wrong."""

    format: str
    semua: int = 0
    benar: int = 0
    salah: list[str] = field(default_factory=list)

    @property
    def bagian(self) -> float:
        """Share of right cells in percent."""
        return 100 * self.benar / max(self.semua, 1)


def nilai(skor: SkorSumber, nama: str, cetakan: Sequence[Cetakan], path: Path) -> None:
    """Read a file back and count."""
    tabel = urai_sumber(baca_sumber(path))
    for c in cetakan:
        semua = sum(bool(x) for b in c.sel() for x in b)
        milik = [t for t in tabel if c.judul in " ".join(t.judul.split())]
        benar = max((_benar(c, t) for t in milik), default=0)
        skor.semua += semua
        skor.benar += benar
        if benar < semua:
            ada = [[k.judul for k in t.kolom] for t in milik]
            skor.salah.append(f"{nama}: {c.judul}: {benar}/{semua} {ada if not benar else ''}")


def _benar(c: Cetakan, t: TabelAsing) -> int:
    """Cells of a printed table that stand in the right row and column of one that was read; rows keep their order."""
    kolom = [_kolom(j, t) for j in c.kepala]
    baris = [b for b in t.baris if b.jenis not in _BUKAN_ISI]
    n = benar = 0
    for isi in c.sel():
        cocok = [sum(_sama(x, t, b, k) for x, k in zip(isi, kolom, strict=True) if x) for b in baris[n : n + 4]]
        if cocok and max(cocok):
            i = cocok.index(max(cocok))
            benar += cocok[i]
            n += i + 1
    return benar


def _kolom(jalur: tuple[str, ...], t: TabelAsing) -> KolomAsing | None:
    kunci = [kunci_judul(j) for j in jalur]
    return next(
        (k for k in t.kolom if [kunci_judul(_rapat(x)) for x in k.jalur] == [_rapat(x) for x in kunci]), None
    ) or next((k for k in t.kolom if [_rapat(kunci_judul(x)) for x in k.jalur] == [_rapat(x) for x in kunci]), None)


def _rapat(teks: str) -> str:
    return _BLANK.sub("", teks)


def _sama(teks: str, t: TabelAsing, b: BarisAsing, k: KolomAsing | None) -> bool:
    sel: SelAsing | None = t.isi(b, k) if k is not None else None
    if sel is None:
        return False
    if sel.nilai is not None and teks.replace(".", "").isdigit():
        return float(teks.replace(".", "")) == sel.nilai or _rapat(sel.teks) == _rapat(teks)
    return _rapat(sel.teks) == _rapat(teks)


def skor(pilihan: Mapping[str, Sequence[Cetakan]], format: Sequence[str], folder: Path) -> list[SkorSumber]:
    """Write each report in each format, read it back, count."""
    hasil = []
    for f in format:
        s = SkorSumber(f)
        for nama, cetakan in pilihan.items():
            PENULIS[f](cetakan, path := folder / f"{nama}.{f}")
            nilai(s, nama, cetakan, path)
        hasil.append(s)
    return hasil


def skor_lo(
    pilihan: Mapping[str, Sequence[Cetakan]], jenis: Sequence[tuple[str, str]], folder: Path, office: LibreOffice
) -> list[SkorSumber]:
    """The same of documents LibreOffice saved again; each is opened once."""
    for dari in dict.fromkeys(dari for dari, _ in jenis):
        (asal := folder / f"asal-{dari}").mkdir(exist_ok=True)
        for nama, cetakan in pilihan.items():
            PENULIS[dari](cetakan, satu := asal / f"{nama}.{dari}")
            office.ubah(satu, *(folder / f"{dari}-{ke}" / f"{nama}.{ke}" for d, ke in jenis if d == dari))
    hasil = []
    for dari, ke in jenis:
        tujuan, lewat = folder / f"{dari}-{ke}", ""
        if ke == "odt":
            for odt in sorted(tujuan.iterdir()):
                office.ubah(odt, folder / "odt-docx" / f"{odt.stem}.docx")
            tujuan, ke, lewat = folder / "odt-docx", "docx", "odt → "
        s = SkorSumber(f"{dari} → {lewat}{ke} (LibreOffice)")
        for nama, cetakan in pilihan.items():
            nilai(s, nama, cetakan, tujuan / f"{nama}.{ke}")
        hasil.append(s)
    return hasil


def main() -> None:
    lo = "--lo" in sys.argv
    format = [x for x in sys.argv[1:] if x in PENULIS] or list(PENULIS)
    pilihan = laporan()
    with tempfile.TemporaryDirectory() as f:
        hasil = skor(pilihan, format, Path(f))
        if lo:
            hasil += skor_lo(pilihan, ULANG_LO, Path(f), office := LibreOffice())
            office.tutup()
    for s in hasil:
        print(f"{s.format}: {s.benar}/{s.semua} cells in the right row and column ({s.bagian:.2f}%)")
        for x in s.salah:
            print("  ", x)


if __name__ == "__main__":
    main()
