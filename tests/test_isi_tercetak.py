"""What is printed beside a figure, and rows that say less than the sheet: nothing of it is lost, nothing is written twice."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from banyak import satu_cepat, tiap
from buku_pendek import kosong
from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.inti.angka import baca
from lkjip_xl.isi.hasil import HasilIsi
from lkjip_xl.tabel.muat import muat_buku

SKEMA = perintah.skema()
INDIKATOR = (
    "kode,jenjang,pernyataan,indikator,satuan,arah\nS1.1,sasaran,Meningkatnya mutu layanan,Indeks mutu,ton,naik\n"
)


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    berkas = tmp_path / "b.xlsm"
    berkas.write_bytes(kosong(2024))
    return berkas


def isi(buku: Path, folder: Path, **csv: str) -> HasilIsi:
    for lama in folder.glob("*.csv"):
        lama.unlink()
    for nama, teks in csv.items():
        (folder / f"{nama}.csv").write_text(teks, encoding="utf-8")
    return perintah.isi(buku, folder, sk=SKEMA)


@pytest.mark.parametrize(
    ("teks", "nilai", "satuan", "bintang"),
    tiap(
        3,
        [
            ("13.120,75*)", 13120.75, "", True),
            ("13.120,75 ton*)", 13120.75, "", True),
            ("13.120,75 * ton", 13120.75, "", True),
            ("13 (tiga belas)", 13.0, "(tiga belas)", False),
            ("13 ton (tiga belas)*", 13.0, "ton (tiga belas)", True),
            ("13 karung besar", 13.0, "karung besar", False),
            ("13 ton", 13.0, "", False),
            ("13,5", 13.5, "", False),
        ],
    ),
)
def test_bintang_dan_kata_tetap_tampak(
    buku: Path, tmp_path: Path, teks: str, nilai: float, satuan: str, bintang: bool
) -> None:
    """The cell holds the number, its format shows the rest, and a second filling finds it there already."""
    csv = {"indikator": INDIKATOR, "riwayat": f'kode,realisasi_1\nS1.1,"{teks}"\n'}
    isi(buku, tmp_path, **csv)
    s = muat_buku(buku, SKEMA)["riwayat"].sel[8, "realisasi_1"]
    assert (s.nilai, s.teks) == (nilai, None)
    assert ((s.bacaan.satuan, s.bacaan.sementara) if s.bacaan else ("", False)) == (satuan, bintang)
    assert isi(buku, tmp_path, **csv).sel == 0


@pytest.mark.parametrize("teks", ["5*)", "5 ton*)", "5*", "5 *)"])
def test_bintang_berkurung(teks: str) -> None:
    b = baca(teks)
    assert (b.nilai, b.sementara) == (5.0, True)


@pytest.mark.parametrize("teks", ["5*))", "5 )*"])
def test_kurung_sendirian_bukan_bintang(teks: str) -> None:
    assert baca(teks).nilai is None


def test_bintang_realisasi_di_kolomnya_sendiri(buku: Path, tmp_path: Path) -> None:
    isi(buku, tmp_path, indikator=INDIKATOR, pengukuran='kode,realisasi\nS1.1,"13,5 ton*)"\n')
    t = muat_buku(buku, SKEMA)["pengukuran"]
    assert t.isi(8)["sementara"] == "ya"
    assert t.sel[8, "realisasi"].bacaan is None


@pytest.mark.parametrize(
    ("sasaran", "kode", "tertulis"),
    [
        ("Meluasnya lapangan usaha desa", ["CS-40"], "Meluasnya lapangan usaha desa"),
        ("Meningkatnya mutu layanan publik", ["CS-12"], "Meningkatnya mutu layanan"),
        pytest.param("meningkatnya  mutu layanan", [], "Meningkatnya mutu layanan", marks=pytest.mark.lengkap),
    ],
)
def test_rumusan_sasaran_lain_tertulis(
    buku: Path, tmp_path: Path, sasaran: str, kode: list[str], tertulis: str
) -> None:
    h = isi(buku, tmp_path, indikator=INDIKATOR, pk=f"versi,kode,sasaran,target\nmurni,S1.1,{sasaran},5\n")
    assert [t.kode for t in h.temuan if t.kode[:2] == "CS"] == kode
    assert muat_buku(buku, SKEMA)["pk"].isi(8)["sasaran"] == tertulis


PROGRAM = "kode,level,nama,pagu\n2.07.02,program,Program Benih,900\n2.07.02.2.01,kegiatan,Program Benih,400\n2.07.03,program,Program Pupuk,50\n"


@sekali_jalan
def _berprogram() -> bytes:
    with TemporaryDirectory() as t:
        (berkas := Path(t, "b.xlsm")).write_bytes(kosong(2024))
        isi(berkas, Path(t), anggaran=PROGRAM)
        return berkas.read_bytes()


@pytest.mark.parametrize(
    ("tabel", "baris", "kode"),
    tiap(
        2,
        [
            ("kode,nama,realisasi_rp\n2.07.03,Program Pupuk,40\n", [10], []),
            ("nama,realisasi_rp\nPROGRAM PUPUK,40\n", [10], []),
            ("level,nama,realisasi_rp\nprogram,Program Benih,800\n", [8], []),
            ("no,level,nama,realisasi_rp\n1,program,Program Pupuk,40\n", [10], []),
            ("nama,realisasi_rp\nProgram Benih,800\n", [11], ["CS-41"]),
            ("kode,nama,realisasi_rp\n2.07.09,Program Pupuk,40\n", [11], []),
            ("level,nama,realisasi_rp\nkegiatan,Program Pupuk,40\n", [11], []),
        ],
    ),
)
def test_baris_yang_menyebut_lebih_sedikit(
    buku: Path, tmp_path: Path, tabel: str, baris: list[int], kode: list[str]
) -> None:
    """No level, no kode or no number in a table: the one row of that name is meant; several or another kode are not guessed."""
    buku.write_bytes(_berprogram())
    h = isi(buku, tmp_path, anggaran=tabel)
    assert [p.baris for p in h.penempatan] == baris
    assert [t.kode for t in h.temuan if t.kode == "CS-41"] == kode


def test_penunjang_tanpa_level(buku: Path, tmp_path: Path) -> None:
    """The kode of an indicator must be there; the level of the programme need not."""
    isi(
        buku,
        tmp_path,
        indikator=INDIKATOR + "S1.2,sasaran,,Nilai,nilai,naik\n",
        penunjang="kode,level,nama\nS1.1,program,Program Benih\nS1.2,program,Program Benih\n",
    )
    h = isi(buku, tmp_path, penunjang="kode,nama,menunjang\nS1.2,Program Benih,ya\n")
    assert [p.baris for p in h.penempatan] == [9]


@pytest.mark.parametrize(
    ("satuan", "angka", "kode"),
    tiap(
        3,
        [
            ("Indeks", ("3.125", "3,15"), ["AN-13"]),
            ("Nilai", ("82.125", "81,5"), ["AN-13"]),
            ("%", ("92.825", "93,15"), ["AN-13"]),
            ("Indeks", ("3.125", "3.150"), []),  # all in the thousands
            ("orang", ("3.125", "12,5"), []),  # counts: a dot is thousands whatever stands beside it
            ("ton", ("3.125", "3,15"), []),
        ],
    ),
)
def test_titik_ribuan_di_antara_desimal(
    buku: Path, tmp_path: Path, satuan: str, angka: tuple[str, str], kode: list[str]
) -> None:
    """Measures that are never in the thousands, beside others of their unit with decimals."""
    indikator = f"kode,jenjang,pernyataan,indikator,satuan,arah\nS1.1,sasaran,Satu,A,{satuan},naik\nS1.2,sasaran,,B,{satuan},naik\n"
    h = isi(buku, tmp_path, indikator=indikator, pengukuran='kode,realisasi\nS1.1,"{}"\nS1.2,"{}"\n'.format(*angka))
    assert [t.kode for t in h.temuan if t.kode == "AN-13"] == kode


@pytest.mark.parametrize("milik", satu_cepat(["unit", ""]))
def test_satuan_volume_di_kolomnya_sendiri(buku: Path, tmp_path: Path, milik: str) -> None:
    """A volume hands the unit it is printed with to the column of its unit, and keeps it only where that one says another."""
    csv = {"anggaran": f"level,nama,volume,satuan_volume\nprogram,Program Jalan,5 paket,{milik}\n"}
    isi(buku, tmp_path, **csv)
    t = muat_buku(buku, SKEMA)["anggaran"]
    s = t.sel[8, "volume"]
    assert (s.nilai, t.isi(8)["satuan_volume"]) == (5.0, milik or "paket")
    assert (s.bacaan.satuan if s.bacaan else "") == ("paket" if milik else "")
    assert isi(buku, tmp_path, **csv).sel == 0
