"""A quarter a row and several indicators a cell: each figure to its own indicator and quarter, or asked with the reason."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib

JUDUL = "Monitoring Kinerja Tahun 2024"
TW = [
    ("I", 54.0, 53.1, "Hujan"),
    ("II", 54.5, 54.1, "Alat rusak"),
    ("III", 55.0, 55.9, "Petugas"),
    ("IV", 56.0, 57.4, None),
]
BENTUK = {
    "kode tergabung, TW tanpa kata": """Kode | Indikator | Satuan | TW | Target | Realisasi | Kendala
1.1 | Indeks mutu air | Indeks | I | 54,00 | 53,10 | Hujan
^ | ^ | ^ | II | 54,50 | 54,10 | Alat rusak
^ | ^ | ^ | III | 55,00 | 55,90 | Petugas
^ | ^ | ^ | IV | 56,00 | 57,40 |""",
    "hanya di baris pertama": """Indikator | Periode | Target | Realisasi | Kendala
Indeks mutu air | Triwulan I | 54,00 | 53,10 | Hujan
 | Triwulan II | 54,50 | 54,10 | Alat rusak
 | Triwulan III | 55,00 | 55,90 | Petugas
 | Triwulan IV | 56,00 | 57,40 |""",
    "berulang, angka saja": """No | Indikator | TW | Target | Realisasi | Permasalahan
1 | Indeks mutu air | 1 | 54,00 | 53,10 | Hujan
1 | Indeks mutu air | 2 | 54,50 | 54,10 | Alat rusak
1 | Indeks mutu air | 3 | 55,00 | 55,90 | Petugas
1 | Indeks mutu air | 4 | 56,00 | 57,40 |""",
    "di kolom nama": """No | Indikator | Target | Realisasi | Kendala
1 | Indeks mutu air |  |  |
 | Triwulan I | 54,00 | 53,10 | Hujan
 | Triwulan II | 54,50 | 54,10 | Alat rusak
 | Triwulan III | 55,00 | 55,90 | Petugas
 | Triwulan IV | 56,00 | 57,40 |""",
    "melintang": """Indikator | Target | Realisasi | Kendala
Triwulan I | < | < | <
Indeks mutu air | 54,00 | 53,10 | Hujan
Triwulan II | < | < | <
Indeks mutu air | 54,50 | 54,10 | Alat rusak
Triwulan III | < | < | <
Indeks mutu air | 55,00 | 55,90 | Petugas
Triwulan IV | < | < | <
Indeks mutu air | 56,00 | 57,40 |""",
}


@pytest.mark.parametrize("bentuk", BENTUK)
def test_satu_baris_satu_triwulan(bentuk: str) -> None:
    r = ambil(buku(), BENTUK[bentuk], JUDUL)
    assert isi(r, "triwulan", "tw", "target", "realisasi", "kendala") == TW
    assert isi(r, "pengukuran", "target") == []
    assert isi(r, "analisis", "penghambat") == []


@pytest.mark.parametrize("bentuk", ["kode tergabung, TW tanpa kata", "hanya di baris pertama"])
def test_baris_setahun_di_antara_triwulan(bentuk: str) -> None:
    setahun = "\n^ | ^ | ^ | Tahunan | 56,00 | 57,40 |" if "kode" in bentuk else "\n | Tahunan | 56,00 | 57,40 |"
    r = ambil(buku(), BENTUK[bentuk] + setahun, JUDUL)
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.4)]
    assert isi(r, "triwulan", "tw", "target", "realisasi", "kendala") == TW


def test_target_setahun_di_sampingnya_bukan_target_triwulan() -> None:
    r = ambil(buku(), """Indikator | Target Tahunan | Periode | Target | Realisasi
Indeks mutu air | 56,00 | TW I | 54,00 | 53,10
^ | ^ | TW II | 54,50 | 54,10""", JUDUL)  # fmt: skip
    assert isi(r, "triwulan", "target") == [(54.0,), (54.5,)]
    assert isi(r, "pengukuran", "target") == [(56.0,)]


def test_teks_tiap_triwulan_berdampingan() -> None:
    r = ambil(buku(), """Indikator | TW I | < | < | TW II | < | <
^ | Target | Realisasi | Kendala | Target | Realisasi | Kendala
Indeks mutu air | 54,00 | 53,10 | Hujan | 54,50 | 54,10 | Alat rusak""", "Pengukuran Kinerja Triwulan")  # fmt: skip
    assert isi(r, "triwulan", "tw", "target", "realisasi", "kendala") == TW[:2]
    assert isi(r, "analisis", "penghambat") == []


SESEL = """No | Sasaran | Indikator | Satuan | Target | Realisasi
1 | Mutu sungai meningkat | {nama} | Indeks/n% | 56,00/n75 | {hasil}"""


@pytest.mark.parametrize(
    "nama",
    [
        "Indeks mutu air/nPersentase sempadan tertata",
        "- Indeks mutu air/n- Persentase sempadan tertata",
        "Indeks mutu/nair/nPersentase sempadan/ntertata",
        "1. Indeks mutu air/n2. Persentase sempadan tertata",
    ],
)
def test_beberapa_indikator_seselnya(nama: str) -> None:
    r = ambil(buku(), SESEL.format(nama=nama, hasil="57,40/n78"), "Pengukuran Kinerja Tahun 2024")
    assert isi(r, "indikator", "indikator", "satuan") == [
        ("Indeks mutu air", "Indeks"),
        ("Persentase sempadan tertata", "%"),
    ]
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.4), (75.0, 78.0)]


def test_banyaknya_angka_lain_ditanyakan() -> None:
    r = ambil(
        buku(), SESEL.format(nama="Indeks mutu air/nPersentase sempadan tertata", hasil="57,40"), "Pengukuran Kinerja"
    )
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, None), (75.0, None)]
    assert [s.nasib for s in r.sel if s.teks == "57,40"] == [Nasib.RAGU]


def test_nama_yang_hanya_terpotong_barisnya_tetap_satu() -> None:
    r = ambil(buku(), """No | Indikator | Target | Realisasi
1 | Persentase rumah/ntangga layak | 75% | 78%
2 | Persentase/nJumlah Sambungan | 80% | 81%""", "Pengukuran Kinerja")  # fmt: skip
    assert isi(r, "pengukuran", "target") == [(75.0,), (80.0,)]


SILANG = [("I", 54.0, 53.1), ("II", 54.5, 54.1), ("I", 70.0, 71.0), ("II", 72.0, 73.0)]


@pytest.mark.parametrize(
    "teks",
    [
        """Triwulan (target / realisasi) | Indeks mutu air (Indeks) | Persentase sempadan tertata (%)
TW I | 54,00 / 53,10 | 70 / 71
TW II | 54,50 / 54,10 | 72 / 73""",
        """Triwulan | Indeks mutu air (Indeks) | < | Persentase sempadan tertata (%) | <
^ | Target | Realisasi | Target | Realisasi
I | 54,00 | 53,10 | 70 | 71
II | 54,50 | 54,10 | 72 | 73""",
    ],
)
def test_triwulan_ke_bawah_indikator_ke_samping(teks: str) -> None:
    r = ambil(buku(), teks, JUDUL)
    assert isi(r, "triwulan", "tw", "target", "realisasi") == SILANG
    assert isi(r, "indikator", "indikator", "satuan") == [
        ("Indeks mutu air", "Indeks"),
        ("Persentase sempadan tertata", "%"),
    ]
    assert isi(r, "pengukuran", "target") == []


def test_satuan_di_bawah_nama_indikatornya() -> None:
    r = ambil(buku(), """Indikator | Tahun | Target | Realisasi | Ket.
Indeks mutu air/nSatuan: Poin | 2023 | 54,00 | 55,00 | Tercapai
^ | 2024 | 56,00 | 57,40 | Tercapai
Jumlah aduan/nSatuan: Aduan | 2023 | 23 | 22 | Tercapai
^ | 2024 | 21 | 20 | Tercapai""", "Perkembangan Kinerja Tahun 2024")  # fmt: skip
    assert isi(r, "indikator", "indikator", "satuan") == [("Indeks mutu air", "Poin"), ("Jumlah aduan", "Aduan")]
    assert isi(r, "pengukuran", "target", "realisasi") == [(56.0, 57.4), (21.0, 20.0)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(54.0, 55.0), (23.0, 22.0)]


@pytest.mark.parametrize(
    ("judul", "lembar", "kolom", "harap"),
    [
        ("Rencana Aksi dan Target Triwulanan Tahun 2025", "rencana_aksi", ("tw1", "tw4"), [(3.0, 9.0)]),
        ("Target Kinerja per TW Tahun 2024", "triwulan", ("tw", "target"), [("I", 3.0), ("II", 5.0), ("III", 7.0), ("IV", 9.0)]),
        ("Realisasi per Triwulan Tahun 2024", "triwulan", ("tw", "realisasi"), [("I", 3.0), ("II", 5.0), ("III", 7.0), ("IV", 9.0)]),
        ("Target dan Realisasi per Triwulan", "triwulan", ("tw", "target"), []),
        ("Target Kinerja Tahun 2024", "triwulan", ("tw", "target"), []),
    ],
)  # fmt: skip
def test_angka_romawi_saja_menurut_judulnya(judul: str, lembar: str, kolom: tuple[str, ...], harap: list) -> None:
    """ "I" to "IV" with nothing above them are what the caption says, where that is one thing."""
    aksi = ("| Rencana Aksi ", "| Bimbingan warga ") if lembar == "rencana_aksi" else ("", "")
    r = ambil(buku(), f"Indikator {aksi[0]}| I | II | III | IV\nIndeks mutu air {aksi[1]}| 3 | 5 | 7 | 9", judul)
    assert isi(r, lembar, *kolom) == harap
