"""Tables of another year in the same document: by caption, heading or worksheet; never certain where a sheet names no year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import tabel_asing

from lkjip_xl.ambil.sumber import baca_bahan
from lkjip_xl.padan.tahun import tahun_tabel
from lkjip_xl.rencana import rencanakan
from lkjip_xl.sumber.bagian import Bagian

UKURAN = "Indikator | Target | Realisasi\nProduksi padi | 80 | 76"
LAMA, INI = "BAB II\nKINERJA TAHUN 2023", "BAB III\nAKUNTABILITAS KINERJA TAHUN 2024"
SEBAB = "Indikator | Faktor Pendorong | Faktor Penghambat\nProduksi padi | hujan cukup | hama"
ORANG = "Pendidikan | Jumlah\nS1 | 20\nSLTA | 30"


def _tabel(caption: str, teks: str, bagian: str, nomor: int = 1):
    b = Bagian()
    b.lihat_semua(bagian.splitlines())
    t = tabel_asing(caption, teks, nomor=nomor)
    return replace(t, kisi=(replace(t.kisi[0], bagian=b.kini),))


def test_judul_bab_berlaku_sampai_bab_berikut() -> None:
    b = Bagian()
    b.lihat_semua([*LAMA.splitlines(), "2.1 Capaian", "Tabel 2.1 Capaian", "Tahun 2020 kinerja menurun."])
    assert b.kini == ("BAB II KINERJA TAHUN 2023", "2.1 Capaian")
    b.lihat_semua(INI.splitlines())
    assert b.kini == ("BAB III AKUNTABILITAS KINERJA TAHUN 2024",)
    b.lihat("Analisis", 1)
    assert b.kini[1:] == ("Analisis",)


@pytest.mark.parametrize(
    ("caption", "bagian", "harap"),
    [
        ("Tabel 2.1 Capaian Indikator", LAMA, 2023),
        ("Tabel 2.1 Capaian Indikator Tahun 2024", LAMA, 2024),
        ("Tabel 3.1 Perbandingan 2022, 2023, dan 2024", LAMA, None),
        ("Tabel 3.1 Capaian Kinerja 2023", "", 2023),
        ("Tabel 3.1 Capaian", f"{INI}\n3.2 Perbandingan dengan Kinerja Tahun 2023", 2024),
        ("Tabel 2.1 Capaian", f"{INI}\n3.2 Target dan Realisasi Tahun 2023", 2023),
        ("Tabel 3.1 Perbandingan dengan Realisasi 2023", "", None),
    ],
)
def test_tahun_tabel(caption: str, bagian: str, harap: int | None) -> None:
    assert tahun_tabel(_tabel(caption, UKURAN, bagian)) == harap


def test_tahun_menurut_nama_lembar() -> None:
    t = tabel_asing("Capaian Kinerja", UKURAN)
    assert tahun_tabel(replace(t, kisi=(replace(t.kisi[0], tempat="IKU 2023", beralamat=True),))) == 2023


def test_tabel_tahun_lalu_di_dokumen_yang_sama() -> None:
    baru = UKURAN.replace("80 | 76", "82 | 84")
    r = rencanakan(buku(), [_tabel("Tabel 2.1 Capaian", UKURAN, LAMA), _tabel("Tabel 3.1 Capaian", baru, INI, 2)])
    assert isi(r, "pengukuran", "target", "realisasi") == [(82.0, 84.0)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(80.0, 76.0)]


@pytest.mark.parametrize(("lembar", "kolom", "teks"), [("analisis", "pendorong", SEBAB), ("pegawai", "jumlah", ORANG)])
def test_lembar_tanpa_tahun_ditanya(lembar: str, kolom: str, teks: str) -> None:
    ukur = tabel_asing("Tabel 1 Capaian Tahun 2024", UKURAN, nomor=9)
    lama = rencanakan(buku(), [ukur, _tabel("Tabel 2.3 Analisis Penyebab Pegawai", teks, LAMA)])
    kini = rencanakan(buku(), [ukur, _tabel("Tabel 2.3 Analisis Penyebab Pegawai", teks, INI)])
    assert not any(x for (x,) in isi(lama, lembar, kolom)) and all(x for (x,) in isi(kini, lembar, kolom))
    (tanya,) = [p for p in lama.pertanyaan if p.jenis == "tabel" and not p.bawaan]
    ya = rencanakan(buku(), [ukur, _tabel("Tabel 2.3 Analisis Penyebab Pegawai", teks, LAMA)], {tanya.id: True})
    assert all(x for (x,) in isi(ya, lembar, kolom)) and not any(p.jenis == "kolom" for p in ya.pertanyaan)


def test_judul_bab_di_word(tmp_path: Path) -> None:
    d = docx.Document()
    d.add_heading("Kinerja Tahun 2023", 1)
    d.add_paragraph("Tabel 2.1 Capaian")
    t = d.add_table(2, 3)
    for k, x in enumerate(["Indikator", "Target", "Realisasi", "Produksi padi", "80", "76"]):
        t.cell(k // 3, k % 3).text = x
    d.save(tmp_path / "a.docx")
    bahan = baca_bahan([tmp_path / "a.docx"])
    assert bahan.tabel[0].kisi[0].bagian == ("Kinerja Tahun 2023",)


BELANJA = "Program | Anggaran (Rp) | Realisasi (Rp) | %\nProgram Pangan | 800.000.000 | 790.000.000 | 98,75\nProgram Ternak | 400.000.000 | 100.000.000 | 25"


@pytest.mark.parametrize(
    ("caption", "lembar", "kode"),
    [
        ("Realisasi Anggaran Tahun 2024", "anggaran", []),
        ("Realisasi Anggaran Tahun 2023", "", ["AB-25"]),  # known, were it of the report's year
        ("Realisasi Anggaran Tahun Lalu", "", ["AB-25"]),
    ],
)
def test_tabel_yang_hanya_tahunnya_lain(caption: str, lembar: str, kode: list[str]) -> None:
    r = rencanakan(buku(), [tabel_asing(caption, BELANJA)])
    assert [t.lembar for t in r.tabel] == [lembar]
    assert [f.kode for f in r.temuan if f.kode in ("AB-01", "AB-25")] == kode


def test_tabel_asing_tahun_lain_tetap_tidak_dikenali() -> None:
    r = rencanakan(buku(), [tabel_asing("Curah Hujan Tahun 2023", "Bulan | Milimeter\nJanuari | 200\nFebruari | 210")])
    assert [f.kode for f in r.temuan if f.kode in ("AB-01", "AB-25")] == ["AB-01"]


@pytest.mark.parametrize(("tahun", "dapat"), [(2024, "kategori"), (2023, "")])
def test_kategori_tahun_lain_bukan_kategori_tahun_ini(tahun: int, dapat: str) -> None:
    teks = "Indikator | Target | Realisasi | Capaian (%) | Kategori\nProduksi padi | 80 | 76 | 95 | Sangat Tinggi"
    (t,) = rencanakan(buku(), [tabel_asing(f"Capaian Kinerja Tahun {tahun}", teks)]).tabel
    assert t.kolom[5].kolom == dapat
    assert (str(tahun) in t.kolom[5].alasan) == (not dapat)


@pytest.mark.parametrize(("tahun", "disebut"), [(2029, True), (2012, False)])
def test_tahun_di_luar_renstra_menyebut_pengaturan(tahun: int, disebut: bool) -> None:
    teks = f"Indikator | Realisasi 2023 | Realisasi 2024 | Target {tahun}\nProduksi padi | 80 | 76 | 95"
    (t,) = rencanakan(buku(), [tabel_asing("Perbandingan", teks)]).tabel
    assert t.kolom[4].kolom == ""
    assert ("2024–2026" in t.kolom[4].alasan) == disebut
