"""A document reconciled with the whole workbook: whatever `ambil` would write of it is compared, in every form tables have."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import skor_dokumen
from banyak import tiap
from buku_md import buku_md
from cetakan import PENULIS, Cetakan
from dinas_pangan import buku
from dokumen_kantor import FORMAT, KANTOR
from jalan_lkjip import lkjip
from rencana_ambil import UKUR

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.cocokkan import baca_luar, cocokkan, cocokkan_dokumen
from lkjip_xl.inti.temuan import HasilPeriksa, Tingkat
from lkjip_xl.rencana import Nasib, rencanakan
from lkjip_xl.rencana.model import Tempatan
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import ANGKA, BukuKerja

LEBAR = """Sasaran | Indikator Sasaran | Satuan | Target 2024 | Program | Indikator Program | Satuan | Target 2024 | Kegiatan | Indikator Kegiatan | Satuan | Target 2024
Stok terjaga | Indeks stok | Indeks | 80,25 | 2.09.02 Program Stok | Persentase gudang baik | % | 60 | 2.09.02.2.01 Kegiatan Gudang | Jumlah gudang | Unit | 3
 | | | | | | | | 2.09.02.2.02 Kegiatan Rawat | Jumlah perawatan | Kali | 1.500
Harga stabil | Inflasi pangan | % | 3,5 | 2.09.03 Program Harga | Persentase pasar terpantau | % | 90 | 2.09.03.2.01 Kegiatan Pantau | Jumlah survei | Laporan | 12"""
BENTUK = {
    "bertingkat": ("Pohon Kinerja Dinas Pangan Tahun 2024", LEBAR),
    "silang": ("Pegawai menurut bagian dan pendidikan", """No | Bagian | S2 | S1 | D3 | Jumlah
1 | Tata Usaha | 3 | 9 | 1 | 13
2 | Bantuan Hukum | 2 | 4 | 3 | 9"""),
    "terputar": ("Realisasi Anggaran Program Tahun 2024", """Uraian | Program Stok Pangan | Program Harga Pangan
Anggaran (Rp) | 1.250.000.000 | 640.500.000
Realisasi (Rp) | 1.198.250.000 | 602.118.500"""),
    "tahun sebagai kolom": ("Realisasi Kinerja Tahun 2020-2024", """No | Indikator | 2020 | 2021 | 2022 | 2023 | 2024
1 | Produksi padi (ton) | 1.010 | 1.105 | 1.150 | 1.190 | 1.260
2 | Mutu gabah (%) | 70,5 | 72,25 | 75 | 77,75 | 81"""),
    "satu indikator satu tabel": ("Capaian Indikator Kinerja: Produksi padi daerah", """Uraian | 2022 | 2023 | 2024
Target | 1.100 | 1.150 | 1.200
Realisasi | 1.120 | 1.190 | 1.260"""),
    "nama sebagai kolom": ("Capaian Kinerja Tahun 2024", """Uraian | Produksi padi daerah (ton) | Persentase gabah bermutu (%)
Target | 1.200 | 80
Realisasi | 1.260 | 81,5"""),
    "tahun per indikator": ("Perkembangan Kinerja", """Indikator | Tahun | Target | Realisasi
Produksi padi daerah | 2023 | 1.150 | 1.190
 | 2024 | 1.200 | 1.260
Persentase gabah bermutu | 2023 | 78 | 77,75
 | 2024 | 80 | 81,5"""),
    "triwulan": (UKUR, """No | Indikator | Satuan | Target | Realisasi: I | Realisasi: II | Realisasi: III | Realisasi: IV
1 | Produksi padi | ton | 1.200 | 300 | 305 | 310 | 345
2 | Jumlah kelompok binaan | kelompok | 14 | 3 | 4 | 2 | 5"""),
    "dua tahun di satu sel": ("Capaian Kinerja Tahun 2023 dan 2024", """No | Indikator | Satuan | Target | Realisasi
1 | Produksi padi | ton | 2023: 1.150 / 2024: 1.200 | 2023: 1.190 / 2024: 1.260
2 | Mutu gabah | % | 2023: 78 / 2024: 80 | 2023: 77,75 / 2024: -"""),
    "dua angka di satu sel": ("Rencana Program dan Pendanaan (Tabel T-C.27) Tahun 2024-2025", """Kode | Program / Kegiatan | Indikator | Satuan | Target 2024 / Rp 2024 | Target 2025 / Rp 2025
2.09.02 | Program Stok | Gudang baik | % | 60\n250.000.000 | 65\n275.000.000
2.09.03 | Program Harga | Pasar terpantau | Pasar | 9\n125.000.000 | 12\n-"""),
    "butir": (UKUR, """No | Sasaran | Indikator | Target | Realisasi
1 | Panen meningkat | a. Produksi padi\nb. Mutu gabah | a. 1.200 ton\nb. 80 % | a. 1.260 ton\nb. 81,5 %"""),
}  # fmt: skip


ISI_BUKU = """
| Pengaturan | tahun |
| | 2024 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
| | S1.1 | sasaran | Panen meningkat | Produksi padi | ton | naik |

| Pengukuran | kode | target | realisasi |
| | S1.1 | 1200 | 1260 |

| Anggaran | level | nama | pagu | realisasi_rp |
| | program | Program Stok | 100000000 | 90000000 |
| | program | Program Harga | 50000000 | 45000000 |
"""
LAPORAN = """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
| | 2024 | 2024 | 2026 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
| | S1.1 | sasaran | Panen meningkat | Produksi padi | ton | naik |
| | S1.2 | sasaran | | Luas panen | ha | naik |
| | S2.1 | sasaran | Mutu meningkat | Gabah bermutu | % | naik |

| Pengukuran | kode | target | realisasi |
| | S1.1 | 1200 | 1260 |
| | S1.2 | 800 | 760 |
| | S2.1 | 80 | 81 |

| Anggaran | no | kode | level | nama | pagu | realisasi_rp |
| | 1 | 3.01.01 | program | Program Stok | 100000000 | 90000000 |
| | 1.1 | 3.01.01.2.01 | kegiatan | Bangun Gudang | 60000000 | 55000000 |
| | 1.2 | 3.01.01.2.02 | kegiatan | Rawat Gudang | 40000000 | 35000000 |
| | 2 | 3.01.02 | program | Program Harga | 50000000 | 45000000 |

| Pegawai | dimensi | uraian | golongan | jumlah |
| | Jabatan | Kepala | IV/b | 1 |
| | Jabatan | Fungsional | IV/a | 10 |
| | Jabatan | Fungsional | III/d | 4 |

| T-C.27 | kode | level | nama | indikator | satuan | versi | target_1 | rp_1 |
| | 3.01.01 | program | Program Stok | Gudang baik | % | sebelum | 60 | 90000000 |
| | 3.01.02 | program | Program Harga | Pasar terpantau | Pasar | sebelum | 9 | 45000000 |
| | 3.01.01 | program | Program Stok | Gudang baik | Unit | sesudah | 65 | 100000000 |
| | 3.01.02 | program | Program Harga | Pasar terpantau | Pasar | sesudah | 12 | 50000000 |
"""
CETAK_LAPORAN = (
    (UKUR, """No | Sasaran | Indikator | Satuan | Target | Realisasi | Capaian (%)
1 | Panen meningkat | Produksi padi | ton | 1.200 | 1.260 | 105
2 | | Luas panen | ha | 800 | 760 | 95
3 | Mutu meningkat | Gabah bermutu | % | 80 | 81 | 101,25"""),
    ("Realisasi Anggaran Tahun 2024", """No | Kode | Program / Kegiatan | Bidang Pengampu | Anggaran (Rp) | Realisasi (Rp) | Serapan (%)
1 | 3.01.01 | Program Stok | Bidang Pangan | 100.000.000 | 90.000.000 | 90
1.1 | 3.01.01.2.01 | Bangun Gudang | Bidang Pangan | 60.000.000 | 55.000.000 | 91,67
1.2 | 3.01.01.2.02 | Rawat Gudang | Bidang Pangan | 40.000.000 | 35.000.000 | 87,5
2 | 3.01.02 | Program Harga | Bidang Niaga | 50.000.000 | 45.000.000 | 90
JUMLAH | | | | 150.000.000 | 135.000.000 | 90"""),
    ("Pegawai menurut Jabatan dan Golongan", """Uraian | Pembina (IV/a) | Pembina Tk. I (IV/b) | Penata Tk. I (III/d) | Jumlah
Kepala | | 1 | | 1
Fungsional | 10 | | 4 | 14"""),
    ("Rencana Program, Kegiatan, dan Pendanaan (Tabel T-C.27) Tahun 2024", """Kode | Program / Kegiatan / Subkegiatan | Indikator | Satuan | Target 2024 | Rp 2024
Sebelum perubahan | | | | |
3.01.01 | Program Stok | Gudang baik | % | 60 | 90.000.000
3.01.02 | Program Harga | Pasar terpantau | Pasar | 9 | 45.000.000
Sesudah perubahan | | | | |
3.01.01 | Program Stok | Gudang baik | Unit | 65 | 100.000.000
3.01.02 | Program Harga | Pasar terpantau | Pasar | 12 | 50.000.000"""),
)  # fmt: skip
BUKU_KOSONG = Path(__file__).parents[1] / "workbooks" / "LKjIP-Kosong.xlsm"


def cetakan(judul: str, teks: str) -> Cetakan:
    """A table to be printed; a line that begins inside a cell goes on with it."""
    baris: list[str] = []
    for x in teks.strip().split("\n"):
        if "|" not in x or (baris and baris[-1].count("|") < baris[0].count("|")):
            baris[-1] += f"\n{x}"
        else:
            baris.append(x)
    kepala, *isi = [tuple(x.strip() for x in b.split("|")) for b in baris]
    jalur = tuple(tuple(x.split(": ")) for x in kepala)
    return Cetakan(judul, jalur, tuple(b + ("",) * (len(kepala) - len(b)) for b in isi), False, False, "")


def terisi(path: Path) -> tuple[BukuKerja, list[Tempatan]]:
    """A blank workbook after the document was taken over, and the cells that were written."""
    bahan = baca_bahan([path])
    r = rencanakan(buku(), bahan.tabel, kisi=bahan.kisi)
    return r.buku, [x for x in r.tempat if x.nasib is Nasib.DITULIS]


def berat(h: HasilPeriksa) -> list[tuple[str, str, str]]:
    return [(t.kode, t.lembar, t.sel) for t in h.temuan if t.tingkat is not Tingkat.CATATAN]


def figur(b: BukuKerja, ditulis: list[Tempatan]) -> list[tuple[str, int, str]]:
    """Figures that were typed, not such as a formula gives as well."""
    kolom = ((x.letak, b[x.letak[0]].skema.kolom[x.letak[2]]) for x in ditulis)
    isi = [x for x, k in kolom if k.tipe in ANGKA and not k.nama.startswith("capaian")]
    return [(i, n, k) for i, n, k in isi if isinstance(b[i].nilai(n, k), float)]


def dengan(b: BukuKerja, letak: tuple[str, int, str]) -> BukuKerja:
    """The workbook with another figure in this cell."""
    lembar, baris, kolom = letak
    t = b[lembar]
    s = t.sel[baris, kolom]
    assert isinstance(s.nilai, float)
    lain = replace(s, nilai=s.nilai * 2 + 7, mentah=s.nilai * 2 + 7)
    tabel = b.tabel | {lembar: replace(t, sel=t.sel | {(baris, kolom): lain})}
    return hitung_buku(b.skema, tabel, [], b.dilewati)


def uji(path: Path, satu_dari: int = 4) -> int:
    """Nothing is said of the document it was filled from, and everything written is compared; a wrong figure is found at its cell."""
    b, ditulis = terisi(path)
    luar = baca_luar(path)
    h = cocokkan_dokumen(b, luar)
    assert berat(h) == []
    assert h.hitungan is not None and h.hitungan["berbeda"] == 0
    semua = figur(b, ditulis)
    assert h.hitungan["dibandingkan"] >= len(ditulis) >= len(semua) > 2
    for letak in semua[:: max(1, len(semua) // satu_dari)]:
        t = b[letak[0]]
        ada = berat(cocokkan_dokumen(dengan(b, letak), luar))
        assert ("CK-01", t.lembar, t.alamat(letak[1], letak[2])) in ada
    return len(ditulis)


@pytest.mark.parametrize(("kantor", "format"), tiap(6, product(KANTOR, FORMAT)), ids=lambda x: getattr(x, "nama", x))
def test_dokumen_karangan(kantor, format: str, tmp_path: Path) -> None:
    PENULIS[format]([cetakan(*t) for t in kantor.tabel], path := tmp_path / f"{kantor.nama}.{format}")
    uji(path, satu_dari=2)


@pytest.mark.parametrize(("nama", "format"), tiap(3, product(BENTUK, ("docx", "xlsx", "html"))))
def test_setiap_bentuk(nama: str, format: str, tmp_path: Path) -> None:
    PENULIS[format]([cetakan(*BENTUK[nama])], path := tmp_path / f"laporan.{format}")
    uji(path)


@pytest.mark.parametrize(
    ("nama", "lembar"), [("tahun per indikator", "riwayat"), ("silang", "pegawai"), ("bertingkat", "tc27")]
)
def test_lembar_yang_disebut(nama: str, lembar: str, tmp_path: Path) -> None:
    """A form that is no table of rows and columns is compared with the sheet named, too; what is of other sheets is told as such."""
    PENULIS["docx"]([cetakan(*BENTUK[nama])], path := tmp_path / "laporan.docx")
    b, ditulis = terisi(path)
    t, luar = b[lembar], baca_luar(path)
    h = cocokkan(b, t.lembar, luar)
    assert berat(h) == []
    milik = [x for x in ditulis if x.letak[0] == lembar]
    assert h.hitungan is not None and h.hitungan["sama"] == h.hitungan["dibandingkan"] >= len(milik) > 3
    letak = figur(b, milik)[-1]
    assert ("CK-01", t.lembar, t.alamat(letak[1], letak[2])) in berat(cocokkan(dengan(b, letak), t.lembar, luar))


def luar_polos(*baris: str) -> Sumber:
    isi = {
        (r, k): SelAsing(x.strip()) for r, b in enumerate(baris, 1) for k, x in enumerate(b.split("|"), 1) if x.strip()
    }
    return Sumber("DATA.docx", [Kisi("DATA.docx", "", 1, isi)])


def test_yang_tidak_ada_di_buku() -> None:
    """A programme and an indicator the workbook lacks are named; what only resembles is no fault."""
    b = buku_md(ISI_BUKU)
    anggaran = luar_polos("Program / Kegiatan | Anggaran (Rp) | Realisasi (Rp)", "Program Stok | 100.000.000 | 90.000.000", "Program Benih | 70.000.000 | 65.000.000")  # fmt: skip
    assert berat(cocokkan_dokumen(b, anggaran)) == [("CK-03", "DATA.docx", "tabel 1 baris 3 kolom 1")]
    ukur = luar_polos("Indikator Kinerja | Target | Realisasi", "Produksi padi | 1.200 | 1.260", "Rata-rata lama sekolah | 9 | 8,7")  # fmt: skip
    assert berat(cocokkan_dokumen(b, ukur)) == [("CK-03", "DATA.docx", "tabel 1 baris 3 kolom 1")]


def test_jumlah_tercetak_yang_salah() -> None:
    b = buku_md(ISI_BUKU)
    baris = ["Program / Kegiatan | Anggaran (Rp) | Realisasi (Rp)", "Program Stok | 100.000.000 | 90.000.000"]
    t = luar_polos(*baris, "Program Harga | 50.000.000 | 45.000.000", "JUMLAH | 150.000.000 | 153.000.000")
    assert berat(cocokkan_dokumen(b, t)) == [("CK-30", "DATA.docx", "tabel 1 baris 4 kolom 3")]


def test_tidak_ada_tabel_yang_dikenali() -> None:
    t = luar_polos("Nama | Jabatan", "Seseorang | Kepala", "Orang lain | Sekretaris")
    assert [x for x, *_ in berat(cocokkan_dokumen(buku_md(ISI_BUKU), t))] == ["CK-19"]


def test_yang_ragu_bukan_salah() -> None:
    """A figure whose reading is doubted is counted as such, and called neither equal nor wrong."""
    t = luar_polos("Indikator Kinerja | Target | Realisasi", "Produksi padi | 1.200 | 1.26O")
    h = cocokkan_dokumen(buku_md(ISI_BUKU), t)
    assert berat(h) == [] and h.hitungan is not None
    assert sum(h.hitungan["tidak_dipakai"].values()) == 1  # type: ignore[attr-defined]


def test_dari_layar(tmp_path: Path) -> None:
    """Without a sheet the file stands in its place; a sheet without a file is a wrong call."""
    PENULIS["xlsx"]([cetakan(*BENTUK["triwulan"])], path := tmp_path / "laporan.xlsx")
    bersih = lkjip("cocokkan", str(BUKU_KOSONG), str(path))
    assert bersih.returncode == 2  # nothing in a blank workbook to compare with is not clean
    assert lkjip("cocokkan", str(BUKU_KOSONG), "Pengukuran").returncode == 64


@pytest.mark.parametrize(
    "lembar", ["Pengukuran", "Anggaran", "Efisiensi Sasaran", "Pohon Kinerja", "T-C.27", "Pegawai"]
)
def test_laporan_sendiri_bersih(lembar: str, tmp_path: Path) -> None:
    """Tables of several sheets in one document, of which some print others' rows: nothing false is said of the sheet named."""
    b = buku_md(LAPORAN)
    PENULIS["docx"]([cetakan(*x) for x in CETAK_LAPORAN], path := tmp_path / "laporan.docx")
    luar = baca_luar(path)
    assert [x for x in berat(cocokkan(b, lembar, luar)) if x[0] not in ("CK-08", "CK-12")] == []
    assert berat(cocokkan_dokumen(b, luar)) == []


def test_versi_di_baris_kelompok(tmp_path: Path) -> None:
    """Lines that say which version follows: each row is compared with the row of its version."""
    b = buku_md(LAPORAN)
    PENULIS["docx"]([cetakan(*CETAK_LAPORAN[-1])], path := tmp_path / "laporan.docx")
    luar = baca_luar(path)
    h = cocokkan_dokumen(b, luar)
    assert h.hitungan is not None and h.hitungan["berbeda"] == 0 and int(str(h.hitungan["dibandingkan"])) >= 12
    salah = dengan(b, ("tc27", 8, "target_1"))
    assert ("CK-01", "T-C.27", salah["tc27"].alamat(8, "target_1")) in berat(cocokkan_dokumen(salah, luar))


# of the many ordinary ones (o) every fourth
FOLDER = [
    x for i, x in enumerate(sorted(skor_dokumen.DATA.iterdir())) if x.is_dir() and (x.name[0] != "o" or i % 4 == 0)
]
# what published reports contradict themselves, a formula nobody computed, tables that are only asked for (CK-19)
MILIK_DOKUMEN = {
    "j03": {"CK-01"}, "j05": {"CK-01", "CK-30"}, "j10": {"CK-19"}, "j14": {"CK-19"}, "j19": {"CK-30"}, "l03": {"CS-25"},
    "l04": {"CK-19"}, "l05": {"CK-01"}, "l08": {"CK-30"}, "l10": {"CK-19"}, "l16": {"CK-19"}, "l17": {"CK-19"}, "l20": {"CK-19"},
    "n10": {"CK-01"}, "n14": {"CK-30"}, "n15": {"CK-19"}, "n16": {"CK-19"}, "n18": {"CK-19"}, "n19": {"CK-19"},
}  # fmt: skip


@pytest.mark.lengkap
@pytest.mark.parametrize("folder", FOLDER, ids=lambda p: p.name)
def test_dokumen_orang_lain(folder: Path) -> None:
    """A workbook filled from documents of others has nothing against them but an arah that is still to be chosen (CK-18)."""
    bahan = baca_bahan(skor_dokumen.sumber(folder))
    b = rencanakan(skor_dokumen.buku_dokumen(folder), bahan.tabel, kisi=bahan.kisi).buku
    for path in skor_dokumen.sumber(folder):
        h = cocokkan_dokumen(b, baca_luar(path))
        assert {kode for kode, *_ in berat(h)} <= {"CK-18"} | MILIK_DOKUMEN.get(folder.name, set())
        if folder.name[0] in "ghi":  # others are one or two tables of a published report
            assert h.hitungan is not None and h.hitungan["dibandingkan"] > 20


@pytest.mark.parametrize("lembar", ["", "Anggaran"])
def test_baris_yang_tidak_ada_di_dokumen_disebut(lembar: str, tmp_path: Path) -> None:
    """A row with figures that a document of several tables leaves out is told, and is no error: the document may be an extract."""
    judul, anggaran = CETAK_LAPORAN[1]
    tanpa = "\n".join(x for x in anggaran.split("\n") if "Rawat Gudang" not in x and "JUMLAH" not in x)
    PENULIS["docx"]([cetakan(*CETAK_LAPORAN[0]), cetakan(judul, tanpa)], path := tmp_path / "laporan.docx")
    b, luar = buku_md(LAPORAN), baca_luar(path)
    h = cocokkan(b, lembar, luar) if lembar else cocokkan_dokumen(b, luar)
    assert berat(h) == []
    baris = next(n for n, x in b["anggaran"].rekaman() if x["nama"] == "Rawat Gudang")
    kurang = [(t.lembar, t.sel) for t in h.temuan if t.kode == "CK-02"]
    assert kurang == [("Anggaran", b["anggaran"].alamat(baris, "nama"))]


SETELAN = {"tahun": "2024", "renstra_awal": "2024", "renstra_akhir": "2026"}
UKURAN_CETAK = "Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%)"


@pytest.mark.parametrize(
    ("target", "realisasi", "tercetak", "kode"),
    [
        ("70", "66,7", "95,24", set()),  # of 66,67
        ("70", "66,7", "95,29", set()),
        ("70", "66,7", "92,24", {"CK-01"}),
        ("60", "55,79", "92,99", set()),  # of 55,794
        ("94", "91,17", "98,56", {"CK-01"}),
    ],
)
def test_capaian_dari_angka_yang_dibulatkan(
    target: str, realisasi: str, tercetak: str, kode: set, tmp_path: Path
) -> None:
    """A computed figure that the inputs give by digits nobody printed is no contradiction; any other one is."""
    isi = f"{UKURAN_CETAK}\nPersentase gudang layak | % | {target} | {realisasi} | {tercetak}"
    b = skor_dokumen.buku_bersetelan(SETELAN)
    caption = f"Tabel 3.1 Capaian Kinerja Tahun {b.setelan['TahunLaporan']:.0f}"
    PENULIS["docx"]([cetakan(caption, isi)], path := tmp_path / "laporan.docx")
    bahan = baca_bahan([path])
    b = rencanakan(b, bahan.tabel, kisi=bahan.kisi).buku
    assert {k for k, *_ in berat(cocokkan_dokumen(b, baca_luar(path)))} == kode


@pytest.mark.parametrize("kepala", ["Target 2026", "Target Akhir Renstra (2026)", "Target Jangka Menengah 2026"])
def test_capaian_terhadap_akhir_renstra_bukan_capaian_tahun(kepala: str, tmp_path: Path) -> None:
    b = skor_dokumen.buku_bersetelan(SETELAN)
    akhir = f"{b.setelan['TahunRenstraAkhir']:.0f}"
    kini = f"{b.setelan['TahunLaporan']:.0f}"
    satu = cetakan(
        f"Tabel 3.1 Capaian Kinerja Tahun {kini}", f"{UKURAN_CETAK}\nPersentase gudang layak | % | 60 | 54 | 90"
    )
    dua = cetakan(
        f"Tabel 3.2 Perbandingan Realisasi {kini} dengan Target Renstra",
        f"Indikator Kinerja | {kepala.replace('2026', akhir)} | Realisasi {kini} | % Capaian\nPersentase gudang layak | 80 | 54 | 67,5",
    )
    PENULIS["docx"]([satu, dua], path := tmp_path / "laporan.docx")
    bahan = baca_bahan([path])
    terisi = rencanakan(b, bahan.tabel, kisi=bahan.kisi).buku
    assert berat(cocokkan_dokumen(terisi, baca_luar(path))) == []


UKURAN = """
| Pengaturan | tahun |
| | 2024 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
| | S1.1 | sasaran | Panen | Produksi padi | ton | naik |
| | S1.2 | sasaran | Panen | Mutu gabah | % | naik |
| | S1.3 | sasaran | Panen | Luas sawah | ha | naik |

| Pengukuran | kode | target | realisasi |
| | S1.1 | 100 | 90 |
| | S1.2 | 80 | 70 |
| | S1.3 | 60 | 50 |
"""
TIGA = ["Produksi padi | ton | 100 | 90", "Mutu gabah | % | 80 | 70", "Luas sawah | ha | 60 | 50"]


def _tabel_ukuran(
    *tabel: list[str], kepala: str = "Indikator | Satuan | Target | Realisasi"
) -> list[tuple[str, str, str]]:
    kisi = []
    for i, baris in enumerate(tabel, 1):
        semua = enumerate((kepala, *baris), 1)
        isi = {(b, k): SelAsing(x.strip()) for b, r in semua for k, x in enumerate(r.split("|"), 1) if x.strip()}
        kisi.append(Kisi("a.docx", f"tabel {i}", i, isi, (), atas=(f"Tabel 3.{i} Capaian Kinerja Tahun 2024",)))
    temuan = cocokkan_dokumen(buku_md(UKURAN), Sumber("a.docx", kisi)).temuan
    return [(t.kode, t.lembar, t.sel) for t in temuan if t.kode == "CK-04" or t.tingkat is Tingkat.KESALAHAN]


def test_nama_berulang_di_dalam_satu_tabel_saja() -> None:
    """Printed twice in one table, equal or not, it is named; printed once in each of several, it is not."""
    assert _tabel_ukuran([*TIGA, TIGA[0]]) == [("CK-04", "a.docx!tabel 1", "tabel 1 baris 5 kolom 1")]
    assert _tabel_ukuran(TIGA, TIGA, TIGA) == []
    assert _tabel_ukuran(TIGA, [*TIGA, TIGA[1]]) == [("CK-04", "a.docx!tabel 2", "tabel 2 baris 5 kolom 1")]


def test_nama_berulang_menurut_susunannya() -> None:
    """Beside each of its programmes, below another sasaran, or in a table most of which comes again, it is no mistake."""
    program = [f"{x} | Program {n}" for n, x in enumerate((*TIGA, TIGA[0]))]
    assert _tabel_ukuran(program, kepala="Indikator | Satuan | Target | Realisasi | Program") == []
    sasaran = [f"{a} | {x}" for a, x in zip(("Panen", "Panen", "Panen", "Lahan"), (*TIGA, TIGA[0]), strict=True)]
    assert _tabel_ukuran(sasaran, kepala="Sasaran | Indikator | Satuan | Target | Realisasi") == []
    assert _tabel_ukuran([*TIGA, *TIGA]) == []
