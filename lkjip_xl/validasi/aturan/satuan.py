"""Rules of units: percent typed as a fraction, a unit that differs from the row's, units that are not listed."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import Asal, BukuKerja, SelKerja, Tabel
from lkjip_xl.validasi.aturan.nama import baku
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

BERSATUAN = frozenset({"angka", "target"})
TANPA_SATUAN = frozenset({"pembilang", "penyebut", "pengali", "volume"})
PERSEN = frozenset({"%", "persen"})
DIKETIK = frozenset({Asal.ISIAN, Asal.TIMPA})


def _ketikan(t: Tabel) -> Iterator[tuple[Rujukan, SelKerja]]:
    """Typed number cells that carry the unit of their row."""
    kolom = {k.nama for k in t.skema.kolom.values() if k.tipe in BERSATUAN and k.nama not in TANPA_SATUAN}
    if "satuan" in t.skema.kolom and t.ada:
        for (baris, nama), s in sorted(t.sel.items()):
            if nama in kolom and s.asal in DIKETIK:
                yield Rujukan(t.skema.id, baris, nama), s


@aturan(kode=("AN-06", "AN-10"), seluruh=True)
def satuan_angka(buku: BukuKerja, lapor: Pelapor) -> None:
    """Angka bersatuan % tidak ditulis sebagai pecahan, dan satuan di dalam sel sama dengan kolom Satuan."""
    for t in buku.tabel.values():
        for r, s in _ketikan(t):
            satuan = lapor.jejak.baris(r.lembar)[r.baris]["satuan"]
            tertulis = s.bacaan.satuan if s.bacaan else ""
            if not isinstance(satuan, str):
                continue
            if tertulis and not satuan_sama(tertulis, satuan):
                lapor("AN-10", r, tertulis=tertulis, satuan=satuan)
            elif baku(satuan) in PERSEN and not tertulis and isinstance(s.nilai, float) and 0 < abs(s.nilai) <= 1:
                lapor("AN-06", r, usulan=float(f"{s.nilai * 100:.15g}"))


def satuan_sama(a: str, b: str) -> bool:
    """Equal apart from letter case, spaces, and the word for %.

    >>> satuan_sama("juta rp/ tenaga kerja", "Juta rp/tenaga kerja"), satuan_sama("%", "Persen"), satuan_sama("orang", "unit")
    (True, True, False)
    """
    x, y = (baku(s).replace(" ", "").rstrip(".") for s in (a, b))
    return x == y or {x, y} <= PERSEN


@aturan(kode=("ST-01",), lembar=("satuan",), baca=perlu(satuan="satuan"), seluruh=True)
def satuan_terdaftar(buku: BukuKerja, lapor: Pelapor) -> None:
    """Satuan yang dipakai ada di lembar Satuan."""
    daftar = {baku(isi["satuan"]) for isi in lapor.jejak.baris("satuan").values() if isi["satuan"]}
    if not daftar:
        return
    for t in buku.tabel.values():
        kolom = [k for k in t.skema.kolom.values() if k.pilihan_acuan == ("satuan", "satuan") and t.ada]
        for k in kolom:
            for b, isi in lapor.jejak.baris(t.skema.id).items():
                if isinstance(isi[k.nama], str) and baku(isi[k.nama]) not in daftar:
                    lapor("ST-01", Rujukan(t.skema.id, b, k.nama))
