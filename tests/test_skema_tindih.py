"""A region's own headers, columns, scale and wording as a folder of small files laid over the schemas, end to end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from jalan_lkjip import lkjip

from lkjip_xl import perintah
from lkjip_xl.skema.muat import GalatSkema
from lkjip_xl.skema.pesan import katalog

PENGUKURAN = """columns:
  realisasi:
    lkjip: {judul: Realisasi kinerja}
  penanggung_jawab:
    lkjip: {judul: Penanggung jawab, jenis: isian, tipe: teks, pilihan: [Sekretariat, Bidang A], lebar: 18, bantuan: Bidang pelaksana.}
"""
SKALA = """lkjip:
  baris_awal:
    - {kategori: Sangat Tinggi, batas: 91, tanda: ">="}
    - {kategori: Tinggi, batas: 76, tanda: ">="}
    - {kategori: Rendah, tanda: ">="}
"""
PESAN = """PG-01: {pesan: "angka {nilai} keliru, seharusnya {seharusnya}."}
"""


@pytest.fixture
def daerah(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "daerah kami"
    folder.mkdir()
    for nama, isi in (("pengukuran", PENGUKURAN), ("skala", SKALA), ("pesan", PESAN)):
        (folder / f"{nama}.yaml").write_text(isi, encoding="utf-8")
    yield folder


@pytest.mark.lengkap
def test_dari_buat_sampai_ringkas(daerah: Path, tmp_path: Path) -> None:
    buku, csv = tmp_path / "b.xlsm", tmp_path / "csv"
    csv.mkdir()
    (csv / "indikator.csv").write_text(
        "kode,jenjang,pernyataan,indikator,satuan,arah,sifat\nS1.1,sasaran,A,B,%,naik,akhir\n", "utf-8"
    )
    isi = 'kode,target,realisasi,capaian,penanggung_jawab\nS1.1,75,"76,99","99,00",Bidang A\n'
    (csv / "pengukuran.csv").write_text(isi, encoding="utf-8")
    for perintah_ in (
        ("buat", buku, "--tahun", "2025", "--mesin", "vba"),
        ("isi", buku, "--dari", csv),
        ("ringkas", buku),
    ):
        hasil = lkjip(*perintah_, "--skema", daerah)
        assert hasil.returncode == 0, hasil.stderr
    hasil = lkjip("validasi", buku, "--skema", daerah)
    assert "[PG-01] Kesalahan: 'Pengukuran'!P8 — angka 99,00 keliru, seharusnya 102,65." in hasil.stdout
    wb = openpyxl.load_workbook(buku)
    kepala = {c.value: c.column for c in wb["Pengukuran"][6]}
    assert "Realisasi kinerja" in kepala and "Realisasi" not in kepala
    assert wb["Pengukuran"].cell(8, kepala["Penanggung jawab"]).value == "Bidang A"
    assert wb["Capaian Kinerja"]["G8"].value == "Sangat Tinggi"
    kategori = next(c.column for c in wb["Skala Kategori"][6] if c.value == "Kategori")
    assert [wb["Skala Kategori"].cell(b, kategori).value for b in (8, 9, 10, 11)] == [
        "Sangat Tinggi",
        "Tinggi",
        "Rendah",
        None,
    ]


def test_yang_tidak_ditindih_tetap(daerah: Path) -> None:
    bawaan = perintah.skema()
    lama = katalog()
    kita = perintah.skema(daerah)
    assert list(kita.lembar) == list(bawaan.lembar)
    assert [k for k in kita.lembar["pengukuran"].kolom if k in bawaan.lembar["pengukuran"].kolom] == list(
        bawaan.lembar["pengukuran"].kolom
    )
    milik = kita.kata.katalog
    assert milik["PG-01"].saran == lama["PG-01"].saran and milik["PG-02"] == lama["PG-02"]
    assert milik["PG-01"] != lama["PG-01"] and katalog() == lama == bawaan.kata.katalog


@pytest.mark.parametrize(
    ("berkas", "isi", "baris", "usul"),
    [
        ("pengukuran.yaml", "columns:\n  realisasi:\n    lkjip: {judull: X}\n", 3, "judul"),
        (
            "pengukuran.yaml",
            "columns:\n  baru:\n    lkjip: {judul: X, jenis: isian, tipe: tekss, bantuan: Y.}\n",
            3,
            "teks",
        ),
        ("pengukurn.yaml", "columns: {}\n", 1, "pengukuran"),
        ("pesan.yaml", "\nPGG-01: {pesan: x}\n", 2, "PG-01"),
        ("pesan.yaml", "PG-01: {pesn: x}\n", 1, "pesan"),
        ("pesan.yaml", "PG-01: {tingkat: Parah}\n", 1, ""),
        ("skala.yaml", "lkjip:\n  baris_awal:\n    - {katgori: X}\n", 3, "kategori"),
    ],
)
def test_salah_ketik_ditolak_dengan_tempatnya(tmp_path: Path, berkas: str, isi: str, baris: int, usul: str) -> None:
    (tmp_path / berkas).write_text(isi, encoding="utf-8")
    with pytest.raises(GalatSkema) as g:
        perintah.skema(tmp_path)
    assert g.value.berkas == f"{tmp_path.name}/{berkas}" and g.value.baris == baris and g.value.usul == usul


def test_kata_arah_daerah(tmp_path: Path) -> None:
    """A list of the region replaces that list alone; what it lacks stays as shipped, a mistake is refused."""
    (tmp_path / "kata_arah.yaml").write_text("turun: [sampah]\n", encoding="utf-8")
    arah = perintah.skema(tmp_path).kata.arah
    assert arah.pokok("Jumlah sampah") == ("turun", "sampah")
    assert arah.pokok("Angka kematian") is None and arah.pokok("Cakupan imunisasi") == ("naik", "cakupan")
    assert perintah.skema().kata.arah.pokok("Angka kematian") == ("turun", "kematian")
    for salah, baris in (("turn: [sampah]\n", 1), ("naik: x\n", 1), ("turun: [cakupan]\n", 1)):
        (tmp_path / "kata_arah.yaml").write_text(salah, encoding="utf-8")
        with pytest.raises(GalatSkema) as galat:
            perintah.skema(tmp_path)
        assert galat.value.berkas.endswith("kata_arah.yaml") and galat.value.baris >= baris
