"""Columns that their place among others tells: programmes of one level each, parts of a kode side by side, running numbers."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.padan.ragam_kepala import NOMOR
from lkjip_xl.rencana.calon import Calon, bersih
from lkjip_xl.rencana.model import Peran, PetaKolom, Yakin
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.tabel.hierarki import LEVEL

KODE = frozenset({"kode", "kode rekening", "kode program", "kode kegiatan", "kd", "code"})
LEVEL_KEPALA = {"sub kegiatan": "subkegiatan", "bidang urusan": "bidang", "perangkat daerah": ""} | {
    n: n for n in LEVEL
}
LEVEL_KEPALA |= {f"nama {h}": n for h, n in LEVEL_KEPALA.items() if n} | {"nama subkegiatan": "subkegiatan"}
BIDANG = "bidang"  # of urusan left of what stands below it; anywhere else the part of the office that does the work
MENDUKUNG = frozenset({"pendukung", "penunjang", "yang", "mendukung", "menunjang", "terkait"})
KODE_LEVEL = {f"kode {h.removeprefix('nama ')}": n for h, n in LEVEL_KEPALA.items() if n}
RINCIAN = frozenset({"kode rekening", "nama rekening", "kode akun", "nama akun", "kode belanja", "nama belanja"})


def kolom_khusus(tabel: TabelAsing, calon: Sequence[Calon]) -> dict[int, PetaKolom]:
    """Columns of one level of programmes each, parts of a kode beside each other, running numbers."""
    bernama = {c.kolom.nama: c for c in calon}
    bertingkat = "level" in bernama and "nama" in bernama
    akhir = {k.nomor: bersih(k.jalur[-1]) if k.jalur else "" for k in tabel.kolom}
    hasil = {}
    level = {
        n: lv for n, h in akhir.items() if (lv := LEVEL_KEPALA.get(_tanpa_sebutan(h), "")) and not _bilangan(tabel, n)
    }
    level = {
        n: lv for n, lv in level.items() if akhir[n] != BIDANG or any(x > n and y != BIDANG for x, y in level.items())
    }
    kode = [n for n, h in akhir.items() if h in KODE]
    bagian = [k.nomor for k in tabel.kolom if len(k.jalur) > 1 and kunci_teks(k.jalur[-2]) in KODE]
    if (
        bertingkat and len(bagian) > 1
    ):  # "U", "BU", "P" side by side below "Kode", whatever these letters mean elsewhere
        level = {n: lv for n, lv in level.items() if n not in bagian}
        kode += bagian
    for k in tabel.kolom:
        if bertingkat and k.nomor in level and (len(level) > 1 or "nama" in bernama):
            lembar = bernama["nama"].lembar
            hasil[k.nomor] = PetaKolom(k.nomor, k.judul, lembar, "nama", Yakin.PASTI, "", Peran.LEVEL, level[k.nomor])
        elif bertingkat and [*level.values()] == [KODE_LEVEL.get(akhir[k.nomor])]:
            hasil[k.nomor] = PetaKolom(k.nomor, k.judul, bernama["nama"].lembar, "kode", Yakin.PASTI, "", Peran.KODE)
        elif bertingkat and len(level) > 1 and (akhir[k.nomor] in KODE_LEVEL or akhir[k.nomor] in RINCIAN):
            lv = KODE_LEVEL.get(akhir[k.nomor], "")
            hasil[k.nomor] = PetaKolom(k.nomor, k.judul, bernama["nama"].lembar if lv else "", "kode" if lv else "",
                                       Yakin.PASTI, "" if lv else "rincian yang dijumlahkan", Peran.KODE if lv else Peran.NOMOR, lv)  # fmt: skip
        elif bertingkat and k.nomor in kode:
            hasil[k.nomor] = PetaKolom(k.nomor, k.judul, bernama["nama"].lembar, "kode", Yakin.PASTI, "", Peran.KODE)
        elif akhir[k.nomor] in NOMOR and "no" not in bernama:
            hasil[k.nomor] = PetaKolom(k.nomor, k.judul, "", "", Yakin.PASTI, "nomor urut", Peran.NOMOR)
    return hasil


def _bilangan(tabel: TabelAsing, n: int) -> bool:
    """Are all filled cells of a column figures: a mean of each programme, under its word, and no name of one?"""
    isi = [s for b in tabel.data() if (s := b.sel.get(n)) is not None and s.teks.strip()]
    return any("," in s.teks or s.nilai is not None for s in isi) and not any(x.isalpha() for s in isi for x in s.teks)


def _tanpa_sebutan(teks: str) -> str:
    """The header of a column of programmes without the word that they support something."""
    return " ".join(x for x in teks.split() if x not in MENDUKUNG)
