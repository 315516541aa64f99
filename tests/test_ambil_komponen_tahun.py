"""Values of the evaluation (LHE) over the years: a year a row and the components as columns, or years alone as headers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import tabel_asing

from lkjip_xl.bentuk.komponen_tahun import per_komponen
from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber.model import TabelAsing

LHE = "Hasil Evaluasi AKIP"
HARAP = [
    (2022.0, "Nilai AKIP", 100.0, 61.2),
    (2022.0, "Pelaporan Kinerja", 15.0, 10.5),
    (2022.0, "Perencanaan Kinerja", 30.0, 20.4),
    (2023.0, "Nilai AKIP", 100.0, 64.0),
    (2023.0, "Pelaporan Kinerja", 15.0, 11.0),
    (2023.0, "Perencanaan Kinerja", 30.0, 21.6),
]


def tabel(judul: str, teks: str) -> TabelAsing:
    t = tabel_asing(judul, teks)
    return replace(t, sel_kepala=tuple((0, 2, k.nomor) for k in t.kolom))


def ambil(teks: str) -> Rencana:
    return rencanakan(buku(), [tabel(LHE, teks)])


def nilai(r: Rencana) -> list[tuple]:
    return sorted(isi(r, "lhe_nilai", "tahun", "komponen", "bobot", "nilai"))


@pytest.mark.parametrize(
    "teks",
    [
        """Tahun Evaluasi | Perencanaan Kinerja | Pelaporan Kinerja | Nilai AKIP | Predikat
Bobot | 30 | 15 | 100 |
2022 | 20,4 | 10,5 | 61,2 | B
2023 | 21,6 | 11 | 64 | B""",
        """Komponen | Bobot | 2022 | 2023
Perencanaan Kinerja | 30 | 20,4 | 21,6
Pelaporan Kinerja | 15 | 10,5 | 11
Nilai AKIP | 100 | 61,2 | 64
Predikat | | B | B""",
    ],
)
def test_tahun_ke_bawah_atau_ke_samping(teks: str) -> None:
    """One weight is that of every year beside it, and every cell has a fate at the place where it stands."""
    r = ambil(teks)
    assert nilai(r) == HARAP
    assert {s.nasib for s in r.sel if s.teks in ("20,4", "64", "15", "Pelaporan Kinerja")} == {Nasib.DITULIS}
    assert {s.nasib for s in r.sel if s.teks == "B"} == {Nasib.TIDAK}
    tempat = [(s.teks, s.alamat) for s in r.sel]
    assert len({a for _, a in tempat}) == len(tempat)
    assert [a for x, a in tempat if x == "21,6"] == [
        "tabel 1 baris 5 kolom 2" if teks.startswith("Tahun") else "tabel 1 baris 3 kolom 4"
    ]


@pytest.mark.parametrize(
    "teks",
    [
        "Tahun | Target | Realisasi\n2022 | 60 | 61,2\n2023 | 63 | 64",
        "Tahun | Nilai | Predikat | Keterangan\n2022 | 61,2 | B | naik\n2023 | 64 | B | naik",
        "Tahun | Perencanaan Kinerja | Pelaporan Kinerja\n2022 | 20,4 | 10,5\n~ Rata-rata | 20,4 | 10,5",
        "Komponen | Jumlah | 2022 | 2023\nLaptop | 4 | 2 | 4",
    ],
)
def test_bukan_nilai_komponen(teks: str) -> None:
    assert per_komponen(tabel(LHE, teks)) is None


def test_putaran_di_bawah_judul_lain_tetap_seperti_tercetak() -> None:
    teks = "Tahun | Layanan Konsultasi | Layanan Pengaduan\n2022 | 40 | 12\n2023 | 55 | 9"
    r = rencanakan(buku(), [tabel("Jumlah Layanan", teks)])
    assert r.tabel[0].lembar != "lhe_nilai" and not nilai(r)
