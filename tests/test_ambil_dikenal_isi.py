"""Tables known by what they certainly hold, and plans of programmes over several years, as published documents lay them out."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Yakin

TAHUN_LALU = {
    "target renja": """No | Indikator Kinerja | Target Renja 2023 | Realisasi 2023 | Ket.
a. | Angka melek huruf | 97,84 | 95,16 |
b. | Angka putus sekolah | 0,25 | 0,30 | naik""",
    "target RKPD di antara banyak kolom": """No | Indikator | Dasar Hukum | Cakupan Wilayah | Jenis Layanan | Penerima | Target RKPD 2023 | Realisasi 2023 | Bentuk Layanan
1 | Angka melek huruf | Perda | Kota | Dasar | Warga | 97,84 | 95,16 | Kelas
2 | Angka putus sekolah | Perda | Kota | Dasar | Warga | 0,25 | 0,30 | Kelas""",
    "target PK": """Indikator Kinerja | Target Perjanjian Kinerja 2023 | Realisasi 2023 | Lokus | Mitra
Angka melek huruf | 97,84 | 95,16 | Kota | Kampus
Angka putus sekolah | 0,25 | 0,30 | Kota | Sekolah""",
}


@pytest.mark.parametrize("bentuk", TAHUN_LALU)
def test_angka_tahun_lalu_saja_dikenal(bentuk: str) -> None:
    r = ambil(buku(), TAHUN_LALU[bentuk], "")
    assert r.tabel[0].yakin is Yakin.PASTI
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(97.84, 95.16), (0.25, 0.3)]


def test_banyak_kolom_tanpa_tempat_tidak_menutupi_yang_jelas() -> None:
    r = ambil(buku(), """Indikator Kinerja | Warna | Bentuk | Rupa | Bahan | Rasa | Target | Realisasi | Bau | Ukir | Cetakan
Angka melek huruf | a | b | c | d | e | 97,84 | 95,16 | f | g | h
Angka putus sekolah | a | b | c | d | e | 0,25 | 0,30 | f | g | h""", "")  # fmt: skip
    assert (r.tabel[0].lembar, r.tabel[0].yakin) == ("pengukuran", Yakin.PASTI)
    assert isi(r, "pengukuran", "realisasi") == [(95.16,), (0.3,)]


def test_satu_kolom_angka_tidak_cukup() -> None:
    r = ambil(buku(), """Indikator Kinerja | Warna | Bentuk | Rupa | Bahan | Rasa | Target | Bau | Ukir | Cetakan
Angka melek huruf | a | b | c | d | e | 97,84 | f | g | h
Angka putus sekolah | a | b | c | d | e | 0,25 | f | g | h""", "")  # fmt: skip
    assert r.tabel[0].yakin is not Yakin.PASTI
    assert not [s for s in r.sel if s.nasib is Nasib.DITULIS]


RENSTRA = {
    "nama digabung": """No | Program Pembangunan Daerah | Indikator Kinerja | 2024 > Target | 2024 > Rp. (juta) | 2025 > Target | 2025 > Rp. (juta)
1 | Program Ketahanan Pangan | Skor PPH | 85 | 2.850 | 86 | 3.037
^ | ^ | Jumlah lumbung | 12 | | 14 |
2 | Program Penyuluhan | Jumlah penyuluh | 30 | 900 | 31 | 950""",
    "nama kosong": """No | Program Prioritas | Indikator Kinerja | 2024 > Target | 2024 > Rp (juta) | 2025 > Target | 2025 > Rp (juta)
1 | Program Ketahanan Pangan | Skor PPH | 85 | 2.850 | 86 | 3.037
 | | Jumlah lumbung | 12 | | 14 |
2 | Program Penyuluhan | Jumlah penyuluh | 30 | 900 | 31 | 950""",
    "baris sasaran di atasnya": """No | Program Perangkat Daerah | Indikator Kinerja | 2024 > Target | 2024 > Rp. (juta) | 2025 > Target | 2025 > Rp. (juta)
 | Meningkatnya ketersediaan pangan | Skor PPH | | 3.750 | | 3.987
1 | Program Ketahanan Pangan | Skor PPH | 85 | 2.850 | 86 | 3.037
 | | Jumlah lumbung | 12 | | 14 |
2 | Program Penyuluhan | Jumlah penyuluh | 30 | 900 | 31 | 950""",
}


@pytest.mark.parametrize("bentuk", RENSTRA)
def test_program_dengan_beberapa_indikator_tiap_tahun(bentuk: str) -> None:
    r = ambil(buku(), _dua_baris(RENSTRA[bentuk]), "Program Pembangunan Daerah yang Disertai Pagu")
    assert isi(r, "tc27", "level", "nama", "indikator", "target_1", "rp_1", "target_2", "rp_2") == [
        ("program", "Program Ketahanan Pangan", "Skor PPH", 85, 2.85e9, 86, 3.037e9),
        ("program", "Program Ketahanan Pangan", "Jumlah lumbung", 12, None, 14, None),
        ("program", "Program Penyuluhan", "Jumlah penyuluh", 30, 9e8, 31, 9.5e8),
    ]


def test_uang_di_samping_realisasi_ditanyakan() -> None:
    bentuk = RENSTRA["nama kosong"].replace("2024 > Target", "2024 > Realisasi")
    r = ambil(buku(), _dua_baris(bentuk), "Program Pembangunan Daerah yang Disertai Pagu")
    assert isi(r, "tc27", "rp_1")[0] == (None,)
    assert isi(r, "tc27", "rp_2")[0] == (3.037e9,)


def _dua_baris(teks: str) -> str:
    """Headers "2024 > Target" as two rows, the year across what stands below it."""
    kepala, *baris = teks.split("\n")
    atas, bawah, lalu = [], [], ""
    for k in kepala.split(" | "):
        a, _, b = k.partition(" > ")
        atas.append("<" if b and a == lalu else a)
        bawah.append(b or "^")
        lalu = a if b else ""
    return "\n".join([" | ".join(atas), " | ".join(bawah), *baris])
