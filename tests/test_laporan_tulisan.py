"""What people typed on the sheets Naskah and Penanda Tangan, and their pictures, in the report."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from buku_md import buku_md
from dok_word import baca_dok
from gambar_uji import png

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.word import susun_naskah
from lkjip_xl.word.gambar_luar import baca_folder
from lkjip_xl.word.naskah import Butir, Gambar, Isian, Judul, Naskah, Paragraf, Tabel
from lkjip_xl.word.word import tulis_word

DASAR = """
| Pengaturan | instansi     | kabupaten   | tahun | renstra_awal | renstra_akhir | jabatan_penanda_tangan |
|            | Dinas Contoh | Kabupaten X | 2024  | 2023         | 2026          | Kepala Dinas Contoh    |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Naiknya mutu | Nilai mutu | poin | naik |

| PK | versi     | kode | target |
|    | murni     | S1.1 | 80     |
|    | perubahan | S1.1 | 81     |
"""
TULISAN = """
| Naskah | bagian           | urutan | bentuk | teks              |
|        | Visi dan misi    | 3      | butir  | Misi kedua        |
|        | Visi dan misi    | 2      | butir  | Misi pertama      |
|        | Visi dan misi    | 1      |        | Visi daerah ini.  |
|        | Tugas dan fungsi |        |        | Tugas pertama.    |
|        | Tugas dan fungsi |        |        | Tugas berikutnya. |
|        | Kata pengantar   |        |        | Pengantar kami.   |
"""
TANDA = """
| Penanda Tangan | dokumen | pihak | status | jabatan | nama | nip | tempat | tanggal | elektronik |
|                | LKjIP | | Plt. | Kepala Dinas | (nama A) | 123 | Kota X | 2 Januari 2025 | ya |
|                | PK | pihak pertama | | Kepala Dinas | (nama A) | 123 | | | |
|                | PK | pihak kedua | | Bupati X | (nama B) | | Kota X | 2 Januari 2024 | |
"""


@cache
def buku(*bagian: str) -> BukuKerja:
    return buku_md("\n".join([DASAR, *bagian]))


def isian(n: Naskah) -> set[str]:
    return {x.kunci for x in n.balok if isinstance(x, Isian)}


def milik(n: Naskah, judul: str) -> list:
    """Blocks below a heading up to the next."""
    awal = next(i for i, x in enumerate(n.balok) if isinstance(x, Judul) and judul in x.teks)
    akhir = next((i for i in range(awal + 1, len(n.balok)) if isinstance(n.balok[i], Judul)), len(n.balok))
    return list(n.balok[awal + 1 : akhir])


def test_tulisan_di_bagiannya_menurut_urutan():
    n = susun_naskah(buku(TULISAN))
    visi = [x for x in milik(n, "A. Rencana Strategis") if isinstance(x, (Paragraf, Butir))]
    assert [x.teks for x in visi] == ["Visi daerah ini.", ("Misi pertama", "Misi kedua")]
    assert [x.teks for x in milik(n, "2. Tugas dan Fungsi")] == ["Tugas pertama.", "Tugas berikutnya."]
    assert next(x.teks for x in milik(n, "KATA PENGANTAR") if isinstance(x, Paragraf)) == "Pengantar kami."
    assert not isian(n) & {"Visi dan misi", "Tugas dan fungsi", "Kata pengantar"}
    assert {"Dasar hukum", "Isu strategis", "Strategi dan kebijakan", "Saran", "lambang", "struktur"} <= isian(n)


def test_kunci_tulisan_tunggal():
    kunci = [x.kunci for x in susun_naskah(buku(TULISAN)).balok if isinstance(x, (Paragraf, Butir)) and x.kunci]
    assert len(kunci) == len(set(kunci))


def test_tanpa_penanda_tangan_ditandai():
    n = susun_naskah(buku())
    assert {f"tanda tangan {d}" for d in ("LKjIP", "PK", "PK perubahan")} <= isian(n)
    assert "Kepala Dinas Contoh" in [x.teks for x in n.balok if isinstance(x, Paragraf)]


def test_tanda_tangan_per_dokumen():
    n = susun_naskah(buku(TANDA))
    satu, dua = (x.teks.split("\n") for x in n.balok if isinstance(x, Paragraf) and x.gaya.startswith("Tanda Tangan"))
    assert satu[0] == "\tKota X, 2 Januari 2025" and satu[1] == "\tPlt. Kepala Dinas" and satu[-1] == "\tNIP 123"
    assert any("elektronik" in b for b in satu)
    assert dua[1] == "\tPIHAK KEDUA,\tPIHAK PERTAMA," and dua[2] == "\tBupati X\tKepala Dinas"
    assert dua[-1] == "\t\tNIP 123" and not any("elektronik" in b for b in dua)
    assert isian(n) & {"tanda tangan LKjIP", "tanda tangan PK", "tanda tangan PK perubahan"} == {
        "tanda tangan PK perubahan"
    }
    dok = baca_dok(tulis_word(n))
    p = next(p for p in dok.paragraphs if p.style.name == "Tanda Tangan Dua")
    assert len(p._p.findall(".//{*}r/{*}tab")) == sum(b.count("\t") for b in dua)


def test_gambar_dari_folder_dengan_keterangannya(tmp_path: Path):
    """LP-30 names what is not printed; near miss: a folder with nothing else says nothing."""
    for nama in (
        "lambang.png",
        "struktur organisasi.png",
        "dokumentasi-02 Pelatihan las.png",
        "dokumentasi 1.png",
        "pohon kinerja.png",
    ):
        (tmp_path / nama).write_bytes(png())
    (tmp_path / "lambang.cadangan-20250102-030405.png").write_bytes(png())  # an earlier one is not printed beside it
    gambar, lain = baca_folder(tmp_path)
    assert [g.jenis for g in gambar] == ["dokumentasi", "dokumentasi", "lambang", "pohon", "struktur"] and not lain
    n = susun_naskah(buku(), gambar=gambar)
    cetak = [x for x in n.balok if isinstance(x, Gambar)]
    assert [x.kunci for x in cetak] == ["lambang 1", "struktur 1", "pohon 1", "dokumentasi 1", "dokumentasi 2"]
    assert cetak[0].judul == "" and all(x.judul and x.alt for x in cetak[1:])
    assert "Pelatihan las" in {x.judul for x in cetak}
    assert not isian(n) & {"lambang", "struktur"}
    dok = baca_dok(tulis_word(n))
    assert len(dok.inline_shapes) == 5 and dok.inline_shapes[0].width.cm == pytest.approx(3.5, abs=0.01)
    assert sum(p.style.name == "Caption" and bool(re.match("Gambar", p.text)) for p in dok.paragraphs) == 4


@pytest.mark.lengkap
def test_tombol_memakai_folder_gambar_di_samping_buku(tmp_path: Path):
    """Renewed without a picture's folder being named, the report keeps its pictures; what is no picture is named."""
    (tmp_path / perintah.FOLDER_GAMBAR).mkdir()
    (tmp_path / perintah.FOLDER_GAMBAR / "lambang.png").write_bytes(png())
    berkas = tmp_path / "Buku.xlsm"
    for tulisan in ((), (TULISAN,)):
        perintah.laporan_tombol(buku(*tulisan), berkas)
        assert len(baca_dok((tmp_path / "Buku.docx").read_bytes()).inline_shapes) == 1
    (tmp_path / perintah.FOLDER_GAMBAR / "surat.pdf").write_bytes(b"x")
    assert "surat.pdf" in perintah.laporan_tombol(buku(TULISAN), berkas)
    assert [p.name for p in tmp_path.glob("*.docx") if "cadangan" not in p.name] == ["Buku.docx"]


def test_gambar_tinggi_muat_di_halaman():
    from lkjip_xl.word.gambar_luar import GambarLuar

    n = susun_naskah(buku(), gambar=[GambarLuar("struktur", "", png(10, 90))])
    (bentuk,) = baca_dok(tulis_word(n)).inline_shapes
    assert bentuk.height.cm == pytest.approx(20, abs=0.1)


@pytest.mark.lengkap
def test_berkas_lain_di_folder_disebut_dan_folder_harus_ada(tmp_path: Path):
    folder = tmp_path / "gambar"
    folder.mkdir()
    contoh = Path(__file__).parents[1] / "workbooks/contoh" / next(iter(perintah.CONTOH.values()))
    (folder / "lambang.png").write_bytes(png())
    bersih = perintah.laporan(contoh, tmp_path / "a.docx", draf=True, gambar=folder)
    assert "LP-30" not in [t.kode for t in bersih.catatan]
    (folder / "catatan.txt").write_bytes(b"x")
    (folder / "dokumentasi.png").write_bytes(b"bukan gambar")
    hasil = perintah.laporan(contoh, tmp_path / "b.docx", draf=True, gambar=folder)
    (t,) = (t for t in hasil.catatan if t.kode == "LP-30")
    assert "catatan.txt" in t.pesan and "dokumentasi.png" in t.pesan
    with pytest.raises(GalatBerkas) as galat:
        perintah.laporan(contoh, tmp_path / "c.docx", draf=True, gambar=tmp_path / "tiada")
    assert galat.value.kode == "LP-31"


SASARAN = """
| Pengaturan | instansi     | tahun | renstra_awal | renstra_akhir | susunan_bab_tiga |
|            | Dinas Contoh | 2024  | 2023         | 2026          | {}               |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | Sasaran A | Satu | %     | naik |
|           | S1.2 | sasaran |           | Dua  | orang | naik |
|           | S2.1 | sasaran | Sasaran B | Tiga | %     | naik |

| Pengukuran | kode | target | pembilang | penyebut | pengali | realisasi |
|            | S1.1 | 75     | 2741      | 3560     | 100     |           |
|            | S1.2 | 40     |           |          |         | 41        |
|            | S2.1 | 12     |           |          |         | 6         |

| Riwayat | kode | target_1 | realisasi_1 |
|         | S1.1 | 70       | 71          |
"""


def test_bab_tiga_menurut_sasaran():
    """Of a sasaran its tables and text together; the numbers of headings and tables go by where they stand."""
    n = susun_naskah(buku_md(SASARAN.format("sasaran")))
    tabel = {
        t.kunci: [x.nilai["kode"] for x in t.tabel.baris] for t in n.balok if isinstance(t, Tabel) and t.kunci == "S2"
    }
    assert tabel == {"S2": ["S2.1"]}
    pertama = [t.tabel for t in n.balok if isinstance(t, Tabel) and t.kunci == "S1"]
    assert [t.lembar for t in pertama] == ["Capaian Kinerja", "Perbandingan Tahun"]
    assert not {"sasaran", "no"} & {k.nama for t in pertama for k in t.kolom} and not any(t.nomor for t in pertama)
    judul = [x.teks for x in n.balok if isinstance(x, Judul) and x.tingkat == 3 and x.kunci in ("S1", "S2")]
    assert judul == ["1. Sasaran A", "2. Sasaran B"]
    milik_satu = [x.kunci for x in milik(n, "1. Sasaran A") if isinstance(x, Paragraf)]
    assert milik_satu == ["capaian S1.1", "capaian S1.2", "riwayat S1.1", "simpulan S1"]
    nomor = [
        p.text.split()[1]
        for p in baca_dok(tulis_word(n)).paragraphs
        if p.style.name == "Caption" and p.text.startswith("Tabel 3.")
    ]
    assert nomor == [f"3.{i}" for i in range(1, len(nomor) + 1)]


@pytest.mark.parametrize("susunan", ["", "perbandingan"])
def test_bab_tiga_menurut_perbandingan(susunan):
    n = susun_naskah(buku_md(SASARAN.format(susunan)))
    judul = [x.teks for x in n.balok if isinstance(x, Judul) and x.tingkat == 3]
    assert sum(j.startswith(("1. ", "7. ")) for j in judul) == 3  # of chapter III, and of the organisation
    assert not [t for t in n.balok if isinstance(t, Tabel) and t.kunci == "S1"]


def test_hitungan_di_balik_realisasi():
    n = susun_naskah(buku_md(SASARAN.format("")))
    teks = {k: " ".join(x.teks for x in n.balok if isinstance(x, Paragraf) and x.kunci == k) for k in ("S1.1", "S1.2")}
    assert "2.741 / 3.560 × 100" in teks["S1.1"].replace("\u00a0", " ") and "×" not in teks["S1.2"]
