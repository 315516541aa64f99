"""What a look at the plain values clears, pandera clears: then it is not asked, and pandas is not even imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from banyak import banyak
from contoh_cek import CEK_BARIS_CONTOH, CEK_CONTOH
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl import perintah
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.cek import CEK
from lkjip_xl.skema.cek_baris import CEK_BARIS
from lkjip_xl.skema.model import SkemaLembar
from lkjip_xl.skema.sekilas import ragu
from lkjip_xl.skema.uji import periksa_lembar
from lkjip_xl.tabel.muat import muat_buku

CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh"
SKEMA = perintah.skema()
ANGKA = st.one_of(
    st.none(), st.integers(-3, 3000), st.floats(-5, 5), st.sampled_from([0.0, 1.5, 2024.0, 1e300, float("inf")])
)
KATA = st.one_of(
    st.none(), st.sampled_from(["a", "A", "", "-", "12", "x" * 700, "S1.1", *Galat]), st.text(max_size=4), ANGKA
)


def _bingkai(isi: dict[str, list], banyak: int) -> pd.DataFrame:
    return pd.DataFrame(isi, index=range(8, 8 + banyak), columns=list(isi), dtype=object)


@given(data=st.data())
@settings(max_examples=banyak(160), deadline=None)
def test_tidak_ada_yang_terlewat(data: st.DataObject) -> None:
    """Whatever stands in a sheet: in what is cleared pandera finds nothing, and so the same as when asked for everything."""
    s = data.draw(st.sampled_from(list(SKEMA.lembar.values())))
    banyak = data.draw(st.integers(1, 4))
    isi = {}
    for n, k in s.kolom.items():
        acak = KATA if k.tipe in ("teks", "kode", "target") else ANGKA
        nilai = st.one_of(st.none(), st.sampled_from(k.pilihan)) if k.pilihan else acak
        isi[n] = data.draw(st.lists(st.one_of(nilai, st.none()), min_size=banyak, max_size=banyak))
    semua, perlu = periksa_lembar(s, _bingkai(isi, banyak)), ragu(s, isi)
    assert semua == periksa_lembar(s, _bingkai({k: x for k, x in isi.items() if k in perlu}, banyak))


@given(isi=st.lists(ANGKA, min_size=1, max_size=5), teks=st.lists(KATA, min_size=1, max_size=5))
@settings(max_examples=banyak(80), deadline=None)
def test_tiap_cek_seperti_pandera(isi: list, teks: list) -> None:
    import pandera.pandas as pa

    from lkjip_xl.skema import cek

    cek.daftarkan()
    for nama, argumen, tipe, *_ in CEK_CONTOH:
        nilai = teks if tipe in ("teks", "kode", "pilihan") else [x for x in isi if not isinstance(x, str)]
        ada = [x for x in nilai if x is not None]
        dtype = object if nilai is teks else "float64"
        try:
            lolos = all(CEK[nama].lolos(x, **argumen) for x in ada)
        except TypeError:
            continue
        if lolos:
            assert getattr(pa.Check, nama)(**argumen)(pd.Series(ada, dtype=dtype)).check_passed, (nama, ada)


def test_semua_cek_ada_contohnya() -> None:
    assert {c[0] for c in CEK_CONTOH} == set(CEK) and {c[0] for c in CEK_BARIS_CONTOH} == set(CEK_BARIS)


def _satu(nama: str) -> tuple[SkemaLembar, dict[str, list]]:
    t = muat_buku(CONTOH / "LKjIP-Magetan-2024.xlsm", SKEMA)[nama]
    return t.skema, {k: [r[k] for _, r in t.rekaman()] for k in t.penuh}


@pytest.mark.parametrize(
    ("lembar", "kolom", "salah"),
    [
        ("anggaran", "pagu_murni", 12.5),
        ("anggaran", "pagu_murni", "ngawur"),
        ("indikator", "arah", "miring"),
        ("indikator", "kode", None),
    ],
)
def test_yang_salah_tidak_lolos(lembar: str, kolom: str, salah: object) -> None:
    s, isi = _satu(lembar)
    assert not ragu(s, isi)
    isi[kolom][-1] = salah
    assert ragu(s, isi)
    assert periksa_lembar(s, _bingkai(isi, len(isi[kolom]))) != []


def test_kunci_ganda_tidak_lolos() -> None:
    s, isi = _satu("indikator")
    isi["kode"][-1] = str(isi["kode"][0]).lower()
    assert ragu(s, isi)


@pytest.mark.parametrize(("buku", "perlu"), [("Kecamatan-2025", False), ("Lamongan-2023", True)])
def test_pandas_hanya_bila_perlu(buku: str, perlu: bool) -> None:
    """A book whose sheets satisfy their schemas is checked without pandas and pandera."""
    kode = (
        "import sys; from lkjip_xl import perintah; perintah.validasi(sys.argv[1]);"
        "print(*[m in sys.modules for m in ('pandas', 'pandera', 'hypothesis', 'openpyxl')])"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", kode, str(CONTOH / f"LKjIP-{buku}.xlsm")], capture_output=True, text=True, check=True
    )
    assert hasil.stdout.split()[:2] == [str(perlu)] * 2 and (perlu or hasil.stdout.split()[2:] == ["False", "False"])
