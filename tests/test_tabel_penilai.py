"""One evaluator: what rules recompute is what the formula columns hold, odd keys included; what a formula was taken from."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from buku_md import BARIS, buku_md, skema_uji

from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.skema.fungsi_sel import FUNGSI_SEL
from lkjip_xl.skema.model import Skema
from lkjip_xl.skema.muat import muat_skema
from lkjip_xl.skema.sumberdaya import folder_buku, folder_skema
from lkjip_xl.skema.ungkapan import Ambil, urai
from lkjip_xl.tabel.graf import dibaca, urutan
from lkjip_xl.tabel.hitung import hitung
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.penilai import Penilai, terwakili
from lkjip_xl.validasi.aturan.penelusur import Penelusur, Rujukan

AMBIL = urai("AMBIL(rencana.target, rencana.kode, kode)")
KODE = ["S1", "s2", "x" * 256, "galat", Galat.REF, None, 7.0, "X" * 255]  # MATCH finds no text longer than 255
SUMBER = {
    ("rencana", "kode"): ["S2", "S1", "S1", "x" * 256, "galat", "x" * 255],
    ("rencana", "target"): [20.0, 10.0, 11.0, 5.0, Galat.DIV0, 6.0],
    ("ukur", "kode"): KODE,
}


def test_ambil_seperti_match():
    """Letter case does not count, the first row counts; an error as key is the result, one found is blank."""
    nilai = Penilai(SUMBER, {}, ()).fungsi(AMBIL, "ukur")
    assert [nilai(i) for i in range(len(KODE))] == [10.0, 20.0, None, None, Galat.REF, None, None, 6.0]


def test_letak_sama_dengan_nilai():
    penilai = Penilai(SUMBER, {}, ())
    assert isinstance(AMBIL, Ambil)
    letak = [penilai.letak(AMBIL, "ukur", i) for i in range(len(KODE))]
    assert letak == [1, 0, None, 4, Galat.REF, None, None, 5]
    assert penilai.letak(AMBIL, "ukur", 0, {"kode": "S2"}) == 0
    assert penilai.fungsi(AMBIL, "ukur", {"kode": "S2"})(0) == 20.0


@pytest.mark.parametrize(
    ("x", "hasil"),
    [
        (1e300, 1e300),
        (math.inf, Galat.NUM),
        (-math.inf, Galat.NUM),
        (math.nan, Galat.NUM),
        ("x" * 32_767, "x" * 32_767),
        ("x" * 32_768, Galat.VALUE),
        ("x" * 20_000, "x" * 20_000),
        # a letter beyond the first plane counts as two, as Excel counts
        ("\U00020000" * 16_383 + "x", "\U00020000" * 16_383 + "x"),
        ("\U00020000" * 16_384, Galat.VALUE),
        ("\ud800", "\ud800"),
        (None, None),
        (Galat.NA, Galat.NA),
    ],
)
def test_hasil_yang_tidak_muat_di_sel(x, hasil):
    assert terwakili(x) == hasil


def test_simpul_ungkapan():
    """Columns of the row, the row above, settings, constants, the scale; a column replaced for one question only."""
    lajur = {("ukur", "a"): [1.0, 2.0, 30.0], ("ukur", "b"): [5.0, None, "x"], ("ukur", "arah"): ["naik"] * 3}
    skala, baku = [(100, ">=", "Tinggi"), (None, None, "Rendah")], [(30, ">=", "Besar"), (None, None, "Kecil")]
    penilai = Penilai(lajur, {"Batas": 120.0, "TahunLaporan": 2024.0}, skala, baku)

    def baris(teks, ganti=None):
        fungsi = penilai.fungsi(urai(teks), "ukur", ganti or {})
        return [fungsi(i) for i in range(3)]

    assert baris("JUMLAH(a, 1)") == [2.0, 3.0, 31.0]
    assert baris("JUMLAH(a, 1)", {"a": 7.0}) == [8.0, 8.0, 8.0] and baris("JUMLAH(a, 1)") == [2.0, 3.0, 31.0]
    assert baris("JUMLAH(a, 1)", {"a": 8.0}) == [9.0, 9.0, 9.0]
    assert baris("PERTAMA(P.TahunLaporan, 1)") == [2024.0] * 3
    assert baris("PERTAMA(SEBELUM(a), 9)") == [9.0, 1.0, 2.0]
    assert baris("PERTAMA(b, P.Batas)") == [5.0, 120.0, "x"]
    assert baris("PERTAMA(P.Entah, P.Batas)") == [120.0] * 3
    assert baris("KATEGORI(CAPAIAN(20, a, arah, P.Batas), P.SkalaKategori, 2)") == ["Rendah", "Rendah", "Tinggi"]
    assert baris("KATEGORI(a, P.SkalaBaku, 2)") == ["Kecil", "Kecil", "Besar"]


def test_kolom_dihitung_berurutan():
    """The row above counts with its effective value; what is typed over a formula goes on, the formula's own value stays known."""
    buku = buku_md(
        """
        | Indikator | kode | jenjang | pernyataan | pernyataan_lengkap | indikator | satuan | arah |
        |           | S1   | sasaran | Satu       |                    | A         | %      | naik |
        |           | S2   | sasaran |            |                    | B         | %      | naik |
        |           | S3   | sasaran |            | Diketik            | C         | %      | naik |
        |           | S4   | sasaran |            |                    | D         | %      | naik |

        | Pengukuran | kode | target | realisasi | capaian |
        |            | S1   | 80     | 40        |         |
        |            | S2   | 80     | 40        | 60      |
        """
    )
    t, u = buku["indikator"], buku["pengukuran"]
    assert [t.nilai(b, "pernyataan_lengkap") for b in t.baris] == ["Satu", "Satu", "Diketik", "Diketik"]
    assert [t.harap(b, "pernyataan_lengkap") for b in t.baris] == ["Satu"] * 3 + ["Diketik"]
    assert [u.nilai(b, "capaian") for b in u.baris] == [50.0, 60.0]
    assert [u.harap(b, "capaian") for b in u.baris] == [50.0, 50.0]
    assert len(u.penuh["capaian"]) == len(u.penuh["kode"])


def test_baris_kosong_dihitung_seperti_baris_lain():
    """Blank rows are computed once for all: between rows in use, below a row whose value is carried down, typed over."""
    buku = buku_md(
        """
        | Indikator | kode | jenjang | pernyataan | pernyataan_lengkap | indikator | satuan | arah |
        |           | S1   | sasaran | Satu       |                    | A         | %      | naik |
        |           |      |         |            |                    |           |        |      |
        |           | S3   | sasaran |            |                    | C         | %      | naik |
        |           |      |         |            | Diketik            |           |        |      |

        | Pengukuran | kode | target | realisasi | capaian |
        |            |      |        |           |         |
        |            | S3   | 80     | 40        |         |
        |            |      |        |           | 60      |
        """
    )
    assert _beda_sel_demi_sel(buku) >= 5  # columns with other values in the used rows than in blank ones


@pytest.mark.parametrize("kosong", [0, 1])
def test_sedikit_baris_kosong(kosong):
    """A sheet that is filled to its last ready-made row, or to the one before."""
    baris = "".join(f"| | S{i} | {i + 1} | 5 |\n" for i in range(BARIS - kosong))
    assert _beda_sel_demi_sel(buku_md(f"| Pengukuran | kode | target | realisasi |\n{baris}")) >= 1


def _beda_sel_demi_sel(buku: BukuKerja) -> int:
    """Columns that differ from row to row; each formula gives in every row what it gives there alone."""
    beda = 0
    for lembar, kolom in urutan(buku.skema):
        t = buku[lembar]
        nilai = buku.penilai.fungsi(urai(t.skema.kolom[kolom].rumus), lembar)
        beda += len(set(map(repr, t.harapan[kolom]))) > 1
        assert t.harapan[kolom] == [terwakili(nilai(i)) for i in range(len(t.harapan[kolom]))], (lembar, kolom)
    return beda


@pytest.mark.parametrize(
    ("fungsi", "nilai", "letak"),
    [
        ("PERTAMA", [None, 2.0, 3.0], [1]),
        ("PERTAMA", [None, Galat.NA], [1]),
        ("PERTAMA", [None, None], [0, 1]),
        ("JIKA_SAMA", ["a", "A", 1.0, 2.0], [0, 1, 2]),
        ("JIKA_SAMA", ["a", "b", 1.0, 2.0], [0, 1, 3]),
        ("JIKA_SAMA", [None, None, 1.0], [0, 1, 2]),
        ("JIKA_SAMA", [Galat.NA, Galat.NA, 1.0, 2.0], [0, 1, 3]),
        ("TAHUN_KE", [2024.0, 2023.0, 1.0, 2.0, 3.0], [3]),
        ("TAHUN_KE", [2030.0, 2023.0, 1.0, 2.0, 3.0], [0, 1, 2, 3, 4]),
        ("TAHUN_KE", [None, 2023.0, 1.0], [0, 1, 2]),
        ("SELISIH", [1.0, 2.0], [0, 1]),
    ],
)
def test_argumen_terpakai(fungsi, nilai, letak):
    assert list(FUNGSI_SEL[fungsi].terpakai(nilai)) == letak


@pytest.mark.parametrize("contoh", ["magetan-2024", "lamongan-2023"])
def test_aturan_menghitung_seperti_kolomnya(contoh):
    """Every formula of every used row, computed again for one cell."""
    nama, tahun = contoh.split("-")
    buku = muat_buku(folder_buku() / "contoh" / f"LKjIP-{nama.capitalize()}-{tahun}.xlsm", muat_skema(folder_skema()))
    jejak, banyak = Penelusur(buku), 0
    for lembar, kolom in urutan(buku.skema):
        t = buku[lembar]
        for b in t.baris:
            hasil = jejak.hitung(urai(t.skema.kolom[kolom].rumus), Rujukan(lembar, b, kolom))
            assert t.pandang(kolom, terwakili(hasil)) == t.harap(b, kolom), (lembar, b, kolom)
            banyak += 1
    assert banyak > 500


def test_graf_menyebut_yang_dibaca():
    skema = muat_skema(folder_skema())
    assert ("pengukuran", "target") in dibaca(skema, ("pengukuran", "capaian"))
    assert dibaca(skema, ("indikator", "kode")) == frozenset()
    letak = {k: i for i, k in enumerate(urutan(skema))}
    assert all(letak[a] < letak[k] for k in letak for a in dibaca(skema, k) if a in letak)


def test_baris_dan_bingkai_satu_isi():
    """Rows and frame are views of the same columns; text no number column can use is blank there and stays in `penuh`."""
    t = buku_md(
        """
        | Pengukuran | kode | realisasi |
        |            | S1   | 12        |
        |            | S2   | dua belas |
        """
    )["pengukuran"]
    assert [r["realisasi"] for _, r in t.rekaman()] == [12.0, None] == t.bingkai()["realisasi"].tolist()
    assert t.penuh["realisasi"][:2] == [12.0, "dua belas"] and list(t.bingkai().index) == t.baris
    with pytest.raises(KeyError):
        t.nilai(t.baris[-1] + 1, "realisasi")
    lain = t.dengan_harapan({(t.baris[0], "capaian"): 1.0})
    assert lain.harap(t.baris[0], "capaian") == 1.0 != t.harap(t.baris[0], "capaian")


def test_baris_kosong_di_bawah_baris_terisi() -> None:
    """A column that looks one row up, and one that reads it, say other things in the blank rows below rows in use."""
    asal = skema_uji().lembar["pembanding"]
    kolom = {n: replace(asal.kolom[n], rumus=r) for n, r in RUMUS_ATAS.items()}
    sk = Skema({"pembanding": replace(asal, kolom=kolom)})
    lajur = {("pembanding", n): [None] * 5 for n in kolom} | {("pembanding", "kode"): ["S1", None, None, "S2", None]}
    hasil = hitung(sk, lajur, Penilai(lajur, {}, ()), {})
    assert hasil["pembanding", "indikator"] == [None, "S1", None, None, "S2"]
    assert hasil["pembanding", "satuan"] == ["-", "S1", "-", "-", "S2"]


RUMUS_ATAS = {"kode": None, "indikator": "SEBELUM(kode)", "satuan": 'PERTAMA(indikator, "-")'}
