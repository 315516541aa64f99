"""The targets of the Renstra: tujuan and sasaran in tables of their own, each with the formula behind its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.iku_berlaku import iku_berlaku
from lkjip_xl.ringkasan.indikator import SASARAN, kamus_indikator
from lkjip_xl.ringkasan.model import KolomRingkas
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Tabel
from lkjip_xl.word.tabel_masukan import Sisipan, tabel_masukan

ID = "renstra"
SEBUTAN = {"rpjmd": "Sasaran RPJMD", "tujuan": "Tujuan", SASARAN: "Sasaran"}
PROGRAM = "Sasaran Program dan Kegiatan"  # the levels below
FORMULASI = KolomRingkas("formulasi", "Formulasi", lebar=34)


def tabel_renstra(b: Bahan) -> Iterator[Tabel]:
    """A table for every level with targets; one alone is called by all it holds."""
    jenjang = {kunci: x.jenjang for kunci, x in kamus_indikator(b.buku).items()}

    def sebutan(r: Mapping[str, Nilai]) -> str:
        return SEBUTAN.get(jenjang.get(kunci_teks(r["kode"]), SASARAN), PROGRAM)

    def formulasi(r: Mapping[str, Nilai]) -> Nilai:
        return iku_berlaku(b.buku).get(kunci_teks(r["kode"]), {}).get(FORMULASI.nama)

    ada = {sebutan(r) for r in b.rekaman(ID)}
    for nama in (x for x in (*SEBUTAN.values(), PROGRAM) if x in ada):
        judul = f"{nama if len(ada) > 1 else 'Tujuan, Sasaran'}, Indikator, dan Target Renstra {b.instansi}"
        sisipan = Sisipan("indikator", FORMULASI, formulasi)
        t = tabel_masukan(b, ID, judul, saring=lambda r, n=nama: sebutan(r) == n, sisipan=sisipan)
        kolom = tuple(replace(k, judul=nama) if k.nama == "sasaran" and len(ada) > 1 else k for k in t.kolom)
        yield Tabel(replace(t, kolom=kolom), nama)
