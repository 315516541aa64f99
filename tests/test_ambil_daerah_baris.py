"""Regions down a table, and tables whose caption or heading is of another region."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import kisi
from rencana_ambil import UKUR, isi

from lkjip_xl.rencana import Nasib, Rencana, Yakin, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, Sumber

SENDIRI = (
    "No | Indikator | Target | Realisasi\n1 | Rasio elektrifikasi | 98 | 98,80\n2 | Bauran energi baru | 18 | 18,22"
)
BANDING = [
    ("Tabel 3.8 Perbandingan Capaian Tahun 2024 dengan Daerah Sekitar", """Daerah | Rasio elektrifikasi (%) | Bauran energi baru (%)
Kabupaten Damai | 98,80 | 18,22
Kab. Makmur | 97,91 | 21,40
Nasional | 99,83 | 14,68"""),
    ("Tabel 3.8 Perbandingan Rasio elektrifikasi dengan Daerah Lain", """No | Kabupaten/Kota | 2023 | 2024
1 | Kabupaten Damai | 98,10 | 98,80
2 | Kabupaten Makmur | 97,00 | 97,91
3 | Nasional | 99,10 | 99,83"""),
    ("Tabel 3.8 Rasio elektrifikasi menurut Kabupaten", "Kabupaten | Realisasi 2024\nDamai | 98,80\nMakmur | 97,91"),
    ("Rasio elektrifikasi Kabupaten dan Nasional", "Daerah | Target 2024 | Realisasi 2024\nKabupaten Makmur | 97 | 97,91\nNasional | 99 | 99,83"),
]  # fmt: skip


def ambil(*k: Kisi, kabupaten: str = "Kabupaten Damai") -> Rencana:
    return rencanakan(buku(kabupaten=kabupaten), urai_sumber(Sumber("LALU.docx", list(k))), kisi=k)


@pytest.mark.parametrize(("judul", "teks"), BANDING)
def test_daerah_ke_bawah(judul: str, teks: str) -> None:
    r = ambil(kisi(SENDIRI, UKUR), kisi(teks, judul, nomor=2))
    nilai = {(x["kode"], x["nama"], x["tahun"]): x["nilai"] for _, x in r.buku["pembanding"].rekaman()}
    assert nilai["IK1", "Kabupaten Makmur", None] == 97.91
    assert nilai.get(("IK1", "Nasional", None), 99.83) == 99.83
    assert all(nama != "Kabupaten Damai" for _, nama, _ in nilai)
    assert isi(r, "pengukuran", "realisasi") == [(98.8,), (18.22,)]
    assert not [s for s in r.sel if s.nasib in (Nasib.RAGU, Nasib.TIDAK, Nasib.BENTROK)]


def test_tanpa_daerah_instansi_tidak_diterka() -> None:
    judul, teks = BANDING[0]
    r = ambil(kisi(SENDIRI, UKUR), kisi(teks, judul, nomor=2), kabupaten="")
    assert isi(r, "pembanding", "nilai") == []


def test_kecamatan_ke_bawah_bukan_pembanding() -> None:
    r = ambil(kisi(SENDIRI, UKUR), kisi("Kecamatan | Realisasi 2024\nDamai Utara | 98,80\nDamai Selatan | 97,91", "Rasio elektrifikasi", nomor=2))  # fmt: skip
    assert isi(r, "pembanding", "nilai") == []
    assert isi(r, "pengukuran", "realisasi") == [(98.8,), (18.22,)]


ANGKA = "Indikator | Target | Realisasi\nRasio elektrifikasi | 98 | 99,1"


@pytest.mark.parametrize(
    ("judul", "yakin"),
    [("Capaian Kinerja Provinsi Jawa Tahun 2024", Yakin.RAGU), ("Capaian Nasional Tahun 2024", Yakin.RAGU),
     ("Capaian Kinerja Kab. Makmur 2024", Yakin.RAGU),
     ("Capaian Kinerja Kabupaten Damai Provinsi Jawa Tahun 2024", Yakin.PASTI),
     ("Capaian Kinerja Dibandingkan dengan Provinsi Jawa Tahun 2024", Yakin.PASTI), (UKUR, Yakin.PASTI)],
)  # fmt: skip
def test_judul_daerah_lain_ditanyakan(judul: str, yakin: Yakin) -> None:
    assert [t.yakin for t in ambil(kisi(ANGKA, judul)).tabel] == [yakin]


def test_dua_tabel_bersebelahan_milik_dua_daerah() -> None:
    r = ambil(kisi("""PROVINSI JAWA | < | < |  | KABUPATEN DAMAI | < | <
Indikator | Target | Realisasi |  | Indikator | Target | Realisasi
Rasio elektrifikasi | 98 | 99,1 |  | Rasio elektrifikasi | 97 | 98,80""", UKUR))  # fmt: skip
    assert [t.yakin for t in r.tabel] == [Yakin.RAGU, Yakin.PASTI]
    assert isi(r, "pengukuran", "target", "realisasi") == [(97.0, 98.8)]
