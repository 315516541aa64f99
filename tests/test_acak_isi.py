"""A small, fixed part of the random campaign of acak_isi.py: every command ends with a documented exit code."""

from __future__ import annotations

import acak_isi
import pytest

CEPAT = (
    "validasi",
    "laporan draf",
    "edar",
    "rapikan terapkan",
    "rapikan urungkan",
    "validasi tulis",
    "ringkas",
    "cocokkan ukur",
)
LENGKAP = (
    "tombol validasi",
    "tombol rapikan",
    "validasi lalu",
    "edar nilai",
    "tahun-baru beku",
    "validasi beku",
    "mesin",
    "cocokkan buku",
)


@pytest.mark.lengkap
@pytest.mark.parametrize(("benih", "hanya"), [(7, CEPAT), (12, CEPAT), (25, LENGKAP)])
def test_isi_acak_tidak_menghentikan_perintah(benih: int, hanya: tuple[str, ...]) -> None:
    hasil = acak_isi.coba(acak_isi.buku_acak(benih), benih, hanya)
    assert [h.perintah for h in hasil] == sorted(hanya, key=[h.perintah for h in hasil].index)
    assert acak_isi.gagal(hasil) == []


@pytest.mark.lengkap
def test_benih_yang_sama_memberi_buku_yang_sama() -> None:
    assert acak_isi.buku_acak(7) == acak_isi.buku_acak(7) != acak_isi.buku_acak(12)


@pytest.mark.lengkap
def test_semua_isi_dapat_ditaruh() -> None:
    """Each content of the catalogue in one column of one sheet: the workbook can still be read and checked."""
    isi = {f"{h}{8 + i}": x for h in "AFG" for i, x in enumerate(acak_isi.CATALOG)}
    hasil = acak_isi.coba(acak_isi.taruh(acak_isi.buku_dasar(), {"Pengukuran": isi}), 1, ("validasi", "rapikan"))
    assert acak_isi.gagal(hasil) == [] and {h.kode for h in hasil} == {1, 2}  # proposals, errors
