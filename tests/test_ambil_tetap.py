"""Targets and amounts after a change that say "Tetap", beside those before it, in another table, without any."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import kisi
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, Sumber

MURNI = "Perjanjian Kinerja Tahun 2024"
UBAH = "Perjanjian Kinerja Perubahan Tahun 2024"


def ambil(*semua: Kisi) -> Rencana:
    return rencanakan(buku(), urai_sumber(Sumber("LALU.docx", list(semua))), kisi=semua)


@pytest.mark.parametrize("kata", ["Tetap", "tetap", "Tidak Berubah", "tetap."])
def test_di_samping_target_murni(kata: str) -> None:
    r = ambil(kisi(f"""No | Indikator | Satuan | Target Murni | Target Perubahan
1 | Indeks mutu air | Indeks | 56,50 | {kata}
2 | Opini | Opini | WTP | {kata}
3 | Persentase sempadan tertata | % | 70 | 72""", UBAH))  # fmt: skip
    assert isi(r, "pk", "versi", "target")[:2] == [("murni", 56.5), ("perubahan", 56.5)]
    assert [r.buku["pk"].kata(b, "target") for b, _ in r.buku["pk"].rekaman()][2:4] == ["WTP", "WTP"]
    assert {s.nasib for s in r.sel if s.teks == kata} == {Nasib.DITULIS}


def test_tabel_lain_yang_lebih_dahulu_atau_kemudian() -> None:
    murni = "Sasaran | Indikator | Satuan | Target\nMutu sungai | Indeks mutu air | Indeks | 56,50"
    ubah = "Sasaran | Indikator | Satuan | Target\nMutu sungai | Indeks mutu air | Indeks | Tetap"
    for semua in ((kisi(murni, MURNI), kisi(ubah, UBAH, nomor=2)), (kisi(ubah, UBAH), kisi(murni, MURNI, nomor=2))):
        assert sorted(isi(ambil(*semua), "pk", "versi", "target")) == [("murni", 56.5), ("perubahan", 56.5)]


def test_pagu_tetap() -> None:
    r = ambil(kisi("""Program | Anggaran Murni (Rp) | Anggaran Perubahan (Rp)
Program Air | 1.000.000.000 | Tetap
Program Tanah | 1.500.000.000 | 2.000.000.000""", UBAH))  # fmt: skip
    assert sorted(isi(r, "pk_program", "versi", "nama", "anggaran")) == [
        ("murni", "Program Air", 1e9), ("murni", "Program Tanah", 1.5e9),
        ("perubahan", "Program Air", 1e9), ("perubahan", "Program Tanah", 2e9),
    ]  # fmt: skip


def test_tanpa_angka_semula_ragu_dan_kata_lain_tidak_tersentuh() -> None:
    r = ambil(kisi("Sasaran | Indikator | Satuan | Target\nMutu sungai | Indeks mutu air | Indeks | Tetap", UBAH))
    assert [s.nasib for s in r.sel if s.teks == "Tetap"] == [Nasib.RAGU]
    assert ("pk", 8, "target") not in r.tulis
    r = ambil(kisi("Sasaran | Indikator | Satuan | Target\nMutu sungai | Indeks mutu air | Indeks | Tetap", MURNI))
    assert [r.buku["pk"].kata(b, "target") for b, _ in r.buku["pk"].rekaman()] == ["Tetap"]
