"""`python -m mutasi [FILE …]`: mutants, killed, equivalent, survived per file, then the survivors; exit 1 below 95 %."""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass, field

from mutasi import jalan
from mutasi.daftar import Bernama, Kunci, Sasaran, Setara, sasaran, setara
from mutasi.jalan import Uji
from mutasi.mutan import Mutan, semua

PERLU = 0.95


@dataclass
class Hasil:
    """What became of the mutants of one file."""

    berkas: str
    mutan: int = 0
    mati: int = 0
    setara: int = 0
    hidup: list[Mutan] = field(default_factory=list)

    def __str__(self) -> str:
        diuji = self.mati + len(self.hidup)
        bagian = f"{self.mati / diuji:7.1%}" if diuji else "      –"
        return f"{self.berkas:32}{self.mutan:8}{self.mati:8}{self.setara:11}{len(self.hidup):10}  {bagian}"


def uji_berkas(s: Sasaran, daftar: Setara, hanya: str) -> Hasil:
    """Run the mutants of a file; `hanya`: those of lines with this text."""
    sumber = (jalan.PAKET / s.berkas).read_text(encoding="utf-8")
    semuanya = [m for m in semua(s.berkas, sumber) if hanya in m.kunci.baris]
    diuji = [m for m in semuanya if not daftar.memuat(m.kunci, m.operator)]
    hasil = Hasil(s.berkas, len(semuanya), setara=len(semuanya) - len(diuji))
    nasib = jalan.nasib(s.berkas, [m.sumber for m in diuji], Uji(s.uji, s.kecuali, ringan=s.berkas.startswith("inti/")))
    for n, (m, mati) in enumerate(zip(diuji, nasib, strict=True), 1):
        if mati:
            hasil.mati += 1
        else:
            hasil.hidup.append(m)
            print(f"\r{_baris(m)}", file=sys.stderr)
        print(f"\r{s.berkas} {n} of {len(diuji)}", end=" ", file=sys.stderr, flush=True)
    print("\r", end="", file=sys.stderr)
    return hasil


def uji_bernama(b: Bernama) -> Hasil:
    """Run a mutant made by hand."""
    teks = (jalan.PAKET / b.berkas).read_text(encoding="utf-8")
    sumber = b.sumber(teks)
    if next(jalan.nasib(b.berkas, [sumber], Uji(b.uji))):
        return Hasil(b.nama, 1, 1)
    return Hasil(b.nama, 1, hidup=[Mutan(Kunci(b.berkas, b.dari, b.jadi), b.nama, 0, sumber)])


def _baris(m: Mutan) -> str:
    ke = f" [{m.kunci.ke}]" if m.kunci.ke > 1 else ""
    return f"{m.kunci.berkas}:{m.nomor} {m.operator}{ke}\n    - {m.kunci.baris}\n    + {m.kunci.mutan}"


def utama() -> int:
    """Progress and survivors to stderr as they come, the table and the survivors to stdout."""
    p = argparse.ArgumentParser(prog="python -m mutasi", description=__doc__)
    p.add_argument("berkas", nargs="*", help="parts of file names of lkjip_xl, e.g. inti/rumus; all if none is named")
    p.add_argument("--hanya", default="", metavar="TEXT", help="only mutants of lines with this text")
    o = p.parse_args()
    semua_berkas, bernama = sasaran()
    pilih = [s for s in semua_berkas if not o.berkas or any(x in s.berkas for x in o.berkas)]
    with tempfile.TemporaryDirectory(prefix="lkjip-mutasi-") as folder:
        tempfile.tempdir = folder
        jalan.siapkan()
        daftar = setara()
        hasil = [uji_berkas(s, daftar, o.hanya) for s in pilih]
        hasil += [uji_bernama(b) for b in bernama if not o.berkas and not o.hanya]
    print(f"{'file':32}{'mutants':>8}{'killed':>8}{'equivalent':>11}{'survived':>10}")
    for h in hasil:
        print(h)
    for h in hasil:
        for m in h.hidup:
            print(_baris(m))
    usang = [] if o.hanya else daftar.usang(s.berkas for s in pilih)
    for k in usang:
        print(f"no such mutant any more (setara.yaml): {k}")
    mati, hidup = sum(h.mati for h in hasil), sum(len(h.hidup) for h in hasil)
    bagian = mati / (mati + hidup) if mati + hidup else 1.0
    print(f"{mati} of {mati + hidup} killed: {bagian:.1%}")
    bernama_hidup = any(h.hidup for h in hasil if h.berkas in {b.nama for b in bernama})
    return int(bagian < PERLU or bernama_hidup or bool(usang))


if __name__ == "__main__":
    sys.exit(utama())
