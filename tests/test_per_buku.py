"""What is computed from a workbook is computed once, and never outlives the cells it was computed from."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from types import CodeType, FrameType

import pytest
from buku_md import buku_md, isi_buku

import lkjip_xl.ringkasan
from lkjip_xl.lembar.buku_ringkasan import bangun_buku
from lkjip_xl.perintah import CONTOH, skema
from lkjip_xl.ringkasan import buat_semua
from lkjip_xl.ringkasan.alokasi import alokasi
from lkjip_xl.ringkasan.fungsi import FUNGSI
from lkjip_xl.ringkasan.indikator import daftar_indikator, kamus_indikator
from lkjip_xl.ringkasan.program import nilai_program
from lkjip_xl.skema.sumberdaya import folder_buku
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.per_buku import per_buku
from lkjip_xl.word import susun_naskah

TEKS = """
| Indikator | kode | jenjang | indikator | satuan | arah |
|           | S1.1 | sasaran | A | % | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 80 | 40 |

| Anggaran | level | nama | pagu | realisasi_rp |
|          | program | P | 10 | 5 |

| Penunjang | kode | level | nama |
|           | S1.1 | program | P |
"""


def perhitungan() -> dict[CodeType, str]:
    """Every function of the summaries whose result stays with the workbook."""
    hasil = {}
    for m in pkgutil.iter_modules(lkjip_xl.ringkasan.__path__, "lkjip_xl.ringkasan."):
        for nama, f in vars(importlib.import_module(m.name)).items():
            if hasattr(f, "__wrapped__") and f.__module__ == m.name:
                hasil[f.__wrapped__.__code__] = nama
    return hasil


def hitung_panggilan(kerja: Callable[[], object]) -> Counter[tuple[str, str]]:
    """How often each of them really ran, by name and further arguments."""
    dicari, ada = perhitungan(), Counter()

    def catat(f: FrameType, kejadian: str, _: object) -> None:
        if kejadian == "call" and f.f_code in dicari:
            isi = [repr(f.f_locals[n]) for n in f.f_code.co_varnames[1 : f.f_code.co_argcount]]
            ada[dicari[f.f_code], ", ".join(isi)] += 1

    sys.setprofile(catat)
    try:
        kerja()
    finally:
        sys.setprofile(None)
    return ada


@pytest.mark.lengkap
def test_sekali_untuk_laporan_dan_ringkasan() -> None:
    buku = muat_buku(folder_buku() / "contoh" / CONTOH["magetan-2024"], skema())
    ada = hitung_panggilan(lambda: (susun_naskah(buku), bangun_buku(buku)))
    assert {k: n for k, n in ada.items() if n > 1} == {}
    nama = {n for n, _ in ada}
    assert {"daftar_indikator", "kamus_indikator", "alokasi", "satuan_hitung", "nilai_program"} <= nama
    assert {fungsi for _, fungsi in FUNGSI.values()} <= nama
    assert hitung_panggilan(lambda: (susun_naskah(buku), buat_semua(buku))) == {}
    hitungan = hitung_panggilan(lambda: daftar_indikator(replace(buku)))
    assert hitungan == {("kamus_indikator", ""): 1, ("daftar_indikator", ""): 1, ("sasaran_kode", ""): 1}


def test_sel_yang_berubah_adalah_buku_baru() -> None:
    """Commands that change cells make a new workbook of them (`susun`): nothing computed before is left."""
    lama = buku_md(TEKS)
    assert [x.capaian for x in daftar_indikator(lama)] == [50.0] and alokasi(lama).rupiah([8]).pagu == 10
    assert lama.indeks.baris("pengukuran", "kode", "S1.1") == 8
    baru = isi_buku(lama, {"pengukuran": [{}, {"kode": "S1.2", "target": "80", "realisasi": "80"}]})
    assert [x.capaian for x in daftar_indikator(baru)] == [50.0, 100.0]
    assert baru.indeks.baris("pengukuran", "kode", "S1.2") == 9


def test_salinan_tidak_mewarisi_hasil() -> None:
    lama = buku_md(TEKS)
    daftar_indikator(lama)
    t = lama["pengukuran"]
    baru = replace(lama, tabel=lama.tabel | {"pengukuran": replace(t, baris=[])})
    assert daftar_indikator(baru) == () and baru.indeks.baris("pengukuran", "kode", "S1.1") is None
    assert len(daftar_indikator(lama)) == 1 and lama.indeks.baris("pengukuran", "kode", "S1.1") == 8


def test_hasil_tidak_dapat_diubah() -> None:
    buku = buku_md(TEKS)
    assert isinstance(daftar_indikator(buku), tuple)
    for isi in (kamus_indikator(buku), nilai_program(buku, 8), buku.indeks.menurut("pengukuran", "kode")):
        with pytest.raises(TypeError):
            isi["x"] = None
    a = alokasi(buku)
    a.milik_indikator("S1.1").append(99)
    assert alokasi(buku).milik_indikator("s1.1") == [8] == a.milik_sasaran("s1")


def test_argumen_ikut_membedakan_dan_galat_tidak_disimpan() -> None:
    panggil: list[object] = []

    @per_buku
    def hitung(buku: BukuKerja, x: int) -> int:
        panggil.append(x)
        if x < 0:
            raise ValueError
        return x

    buku = buku_md(TEKS)
    assert [hitung(buku, x) for x in (1, 2, 1)] == [1, 2, 1] and panggil == [1, 2]
    for _ in range(2):
        with pytest.raises(ValueError):
            hitung(buku, -1)
    assert panggil == [1, 2, -1, -1]
