"""Arah, sifat and desimal of new indicators: proposed by what the source hints at, written only after a yes, told when left blank."""

from __future__ import annotations

import json

import pytest
from banyak import tiap
from dinas_pangan import buku, capaian, renstra
from tabel_asing import tabel_asing

from lkjip_xl import perintah
from lkjip_xl.ambil import kalimat_tersisa
from lkjip_xl.ambil.pratinjau import baris_pratinjau
from lkjip_xl.rencana import Rencana, rencanakan
from lkjip_xl.sumber.model import TabelAsing

KEPALA = "No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)"


def ukur(*baris: str) -> TabelAsing:
    return tabel_asing(
        "Tabel 3.1 Capaian Kinerja Tahun 2024",
        "\n".join([KEPALA, *(f"{n} | Sasaran {n} | {b}" for n, b in enumerate(baris, 1))]),
    )


def usul(r: Rencana) -> dict[str, str]:
    return {p.id: p.tujuan.partition("= ")[2] for p in r.pertanyaan if p.jenis == "usulan" and not p.tetap}


def isi(r: Rencana) -> list[tuple]:
    return [tuple(x[k] for k in ("arah", "sifat", "desimal")) for _, x in r.buku["indikator"].rekaman()]


@pytest.mark.parametrize(
    ("baris", "arah"),
    tiap(
        2,
        [
            ("Tingkat pengangguran terbuka | % | 5 | 5 | 100", "turun"),  # its name
            ("Angka A | angka | 4,77 | 5,46 | 85,53", "turun"),  # its printed capaian
            ("Angka A | angka | 80 | 76 | 95", "naik"),
            ("Angka A | angka | 2,71 | 2,76 | 98,19", "turun-rasio"),
            (
                "Tingkat kemiskinan | % | 2,71 | 2,76 | 98,19",
                "turun-rasio",
            ),  # which of the two formulas the name does not say
            ("Tingkat kemiskinan | % | 4,77 | 5,46 | 114,47", None),  # name and formula disagree
            ("Angka A | angka | 80 | 80 | 100", None),  # every formula gives that
            ("Angka A | angka | 80 | 76 | 90", None),
        ],
    ),
)
def test_arah_diusulkan_tidak_ditulis(baris: str, arah: str | None) -> None:
    r = rencanakan(buku(), [ukur(baris)])
    assert usul(r).get("1!S1.1.arah") == arah and isi(r)[0][0] is None
    assert all(not p.bawaan for p in r.pertanyaan if p.jenis == "usulan")
    assert r.tersisa["arah"] == ["S1.1"] and kalimat_tersisa(r).kode == "AB-22"
    if arah is not None:
        ya = rencanakan(buku(), [ukur(baris)], {"1!S1.1.arah": True})
        assert isi(ya)[0][0] == arah and "arah" not in ya.tersisa


def test_petunjuk_yang_bertentangan_disebut() -> None:
    r = rencanakan(buku(), [ukur("Tingkat kemiskinan | % | 4,77 | 5,46 | 114,47")])
    assert [p.id for p in baris_pratinjau(r) if p.jenis == "usulan" and p.tetap] == ["1!S1.1.arah"]


def test_target_renstra_dan_satuan() -> None:
    """Rising targets, units that add up to nothing; a count may be either and nothing is said of it."""
    r = rencanakan(buku(), [renstra(), capaian()])
    assert usul(r) | {
        "1!S1.1.arah": "naik",
        "1!S3.1.sifat": "akhir",
        "1!S2.1.sifat": "akhir",
        "1!T1.1.sifat": "akhir",
    } == usul(r)
    assert "1!S1.1.sifat" not in usul(r) and "1!S2.2.sifat" not in usul(r)
    assert len(r.tersisa["arah"]) == len(r.tersisa["sifat"]) == 7
    semua = rencanakan(buku(), [renstra(), capaian()], dict.fromkeys(usul(r), True))
    assert [x[0] for x in isi(semua)] == ["naik"] * 7 and list(semua.tersisa) == ["sifat"]


@pytest.mark.parametrize(("akhir", "sifat"), [("33", "jumlah"), ("12", "akhir"), ("11", "rata-rata"), ("20", None)])
def test_sifat_menurut_target_akhir(akhir: str, sifat: str | None) -> None:
    teks = f"No | Sasaran | Indikator Kinerja | Satuan | Target: 2024 | Target: 2025 | Target: 2026 | Kondisi Akhir\n1 | Sasaran A | Pelatihan digelar | kali | 10 | 11 | 12 | {akhir}"
    r = rencanakan(buku(), [tabel_asing("Tabel 2.2 Tujuan, Sasaran, Indikator dan Target Kinerja Renstra", teks)])
    assert usul(r).get("1!S1.1.sifat") == sifat


def test_desimal_hanya_bila_lebih_dari_pengaturan() -> None:
    for tercetak, desimal in (("95,313", "3"), ("95,31", None), ("95,317", None)):
        r = rencanakan(buku(), [ukur(f"Angka A | angka | 64 | 61 | {tercetak}")])
        assert usul(r).get("1!S1.1.desimal") == desimal


def test_indikator_yang_sudah_ada_tidak_diusulkan() -> None:
    pertama = rencanakan(buku(), [renstra()])
    lagi = rencanakan(pertama.buku, [renstra(), capaian()])
    assert usul(lagi) == {} and lagi.tersisa == {} and kalimat_tersisa(lagi) is None
    assert json.loads(perintah.ambil_json(pertama))["perlu_dipilih"]["arah"][:2] == ["T1.1", "S1.1"]
