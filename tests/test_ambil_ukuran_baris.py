"""Target and result below each other, years down with indicators across, the cascade of an agreement."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Rencana

JUDUL = "Matriks Kinerja Triwulan Tahun 2024"
TW = [("I", 50.0, 49.5), ("II", 52.0, 52.5), ("III", 54.0, 53.0), ("IV", 56.0, 57.4)]
BENTUK = {
    "nama tergabung": """Sasaran | Indikator | Uraian | TW I | TW II | TW III | TW IV
Mutu sungai meningkat | Indeks mutu air | Target | 50,00 | 52,00 | 54,00 | 56,00
^ | ^ | Realisasi | 49,50 | 52,50 | 53,00 | 57,40
^ | Persentase sempadan tertata | Target | 60 | 65 | 70 | 75
^ | ^ | Realisasi | 61 | 64 | 71 | 78""",
    "nama sekali saja": """No | Indikator | T/R | Triwulan I | Triwulan II | Triwulan III | Triwulan IV
1 | Indeks mutu air | T | 50,00 | 52,00 | 54,00 | 56,00
 |  | R | 49,50 | 52,50 | 53,00 | 57,40
2 | Persentase sempadan tertata | T | 60 | 65 | 70 | 75
 |  | R | 61 | 64 | 71 | 78""",
    "nama diulang, realisasi dahulu": """Indikator | Satuan | Keterangan | TW 1 | TW 2 | TW 3 | TW 4
Indeks mutu air | Indeks | Realisasi | 49,50 | 52,50 | 53,00 | 57,40
Indeks mutu air | Indeks | Target | 50,00 | 52,00 | 54,00 | 56,00
Persentase sempadan tertata | % | Realisasi | 61 | 64 | 71 | 78
Persentase sempadan tertata | % | Target | 60 | 65 | 70 | 75""",
    "dengan capaian": """Indikator | Uraian | TW I | TW II | TW III | TW IV
Indeks mutu air | Target | 50,00 | 52,00 | 54,00 | 56,00
^ | Realisasi | 49,50 | 52,50 | 53,00 | 57,40
^ | Capaian (%) | 99,00 | 100,96 | 98,15 | 102,50
Persentase sempadan tertata | Target | 60 | 65 | 70 | 75
^ | Realisasi | 61 | 64 | 71 | 78
^ | Capaian (%) | 101,67 | 98,46 | 101,43 | 104,00""",
}


def _triwulan(r: Rencana) -> list[tuple]:
    return isi(r, "triwulan", "tw", "target", "realisasi")


@pytest.mark.parametrize("bentuk", BENTUK)
def test_target_dan_realisasi_tiap_triwulan_di_tempatnya(bentuk: str) -> None:
    r = ambil(buku(), BENTUK[bentuk], JUDUL)
    assert _triwulan(r)[:4] == TW
    assert _triwulan(r)[4:] == [("I", 60.0, 61.0), ("II", 65.0, 64.0), ("III", 70.0, 71.0), ("IV", 75.0, 78.0)]
    tempat = {s.teks: s.alamat for s in r.sel if s.nasib is Nasib.DITULIS}
    assert len({tempat[x] for x in ("50,00", "49,50", "57,40", "61")}) == 4


def test_urutan_yang_tidak_tetap_tidak_ditebak() -> None:
    """A row too few: which target a result belongs to is not certain, and no target becomes a result."""
    r = ambil(buku(), """Indikator | Uraian | TW I | TW II | TW III | TW IV
Indeks mutu air | Target | 50,00 | 52,00 | 54,00 | 56,00
Persentase sempadan tertata | Target | 60 | 65 | 70 | 75
 | Realisasi | 61 | 64 | 71 | 78""", JUDUL)  # fmt: skip
    assert not [x for x in _triwulan(r) if x[2] in (50.0, 60.0)]


@pytest.mark.parametrize(
    "tabel, judul",
    [
        ("Tahun | Indeks mutu air | Persentase sempadan tertata (%)\n2024 | 56,00 | 75\n2025 | 58,00 | 80", "Target Renstra 2024-2026"),
        ("Uraian | Indeks mutu air | Persentase sempadan tertata\nTarget Tahun 2024 | 56,00 | 75\nTarget Tahun 2025 | 58,00 | 80", "Renstra"),
        ("Target Tahun | Indeks mutu air | Persentase sempadan tertata\n2024 | 56,00 | 75\n2025 | 58,00 | 80", "Rencana Strategis"),
    ],
)  # fmt: skip
def test_tahun_ke_bawah_dan_indikator_ke_samping(tabel: str, judul: str) -> None:
    r = ambil(buku(), tabel, judul)
    assert isi(r, "renstra", "target_1", "target_2") == [(56.0, 58.0), (75.0, 80.0)]
    assert [s.alamat for s in r.sel if s.teks == "58,00"] == ["tabel 1 baris 3 kolom 2"]


def test_tahun_yang_ukurannya_tidak_disebut_ditanyakan() -> None:
    r = ambil(
        buku(),
        "Tahun | Indeks mutu air | Persentase sempadan tertata\n2023 | 55,00 | 72\n2024 | 57,40 | 78",
        "Perkembangan",
    )
    assert not [x for x in r.tulis if x[0] in ("pengukuran", "riwayat", "renstra")]


KASKADE = """Sasaran | Indikator Sasaran | Target | Program | Indikator Program | Target | Anggaran (Rp) | Kegiatan | Indikator Kegiatan | Target | Anggaran (Rp)
Mutu sungai meningkat | Indeks mutu air | 56,00 | Program Pengendalian Pencemaran | Persentase beban turun | 12 % | 900.000.000 | Pemantauan mutu air | Jumlah titik pantau | 24 titik | 900.000.000"""


@pytest.mark.parametrize("judul, versi", [("Lampiran Perjanjian Kinerja Tahun 2024", "murni"), ("Perjanjian Kinerja Perubahan Tahun 2024", "perubahan")])  # fmt: skip
def test_kaskade_perjanjian_kinerja_ke_pk(judul: str, versi: str) -> None:
    r = ambil(buku(), KASKADE, judul)
    assert isi(r, "pk", "versi", "target") == [(versi, 56.0)]
    assert isi(r, "pk_program", "versi", "level", "target", "anggaran") == [
        (versi, "program", 12.0, 9e8),
        (versi, "kegiatan", 24.0, 9e8),
    ]
    assert not isi(r, "renstra", "target_1") or isi(r, "renstra", "target_1") == [(None,)]
    assert isi(r, "tc27", "nama") == []


def test_kaskade_renstra_tetap_kaskade_renstra() -> None:
    r = ambil(buku(), KASKADE.replace("Target", "Target 2024"), "Pohon Kinerja Renstra 2024-2026")
    assert isi(r, "pk_program", "nama") == []
