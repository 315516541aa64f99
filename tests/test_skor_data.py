"""The score of a folder of reports: what its key names is found where it stands, what it does not name is counted apart."""

from __future__ import annotations

from pathlib import Path

import pytest
import skor_data
from buku_pendek import kosong

BARIS = 40  # no excerpt has more; `make skor` fills the shipped workbook
POTONGAN = Path(__file__).parent / "data" / "potongan"
# three columns of one free table off by the same row, 124 for 125 of rounded figures, a realisasi copied where no target is,
# the mean of the programmes' serapan as that of all of them, which some print on purpose: a note
LUPUT = {"q10": ["K1"], "q36": ["K1"], "q38": ["K2"], "q144": ["K3"]}
KARANGAN = Path(__file__).parent / "data" / "laporan"
ISI = {
    "tercetak/pengaturan.csv": "pengaturan,nilai\ninstansi,Dinas Contoh\ntahun,2023\nrenstra_awal,2021\nrenstra_akhir,2026\n",
    "tercetak/indikator.csv": "kode,jenjang,pernyataan,indikator,satuan,arah\nS1.1,sasaran,Satu,Persentase jalan mantap,%,naik\n"
    "S1.2,sasaran,,Jumlah aduan,kasus,turun\n",
    "tercetak/pengukuran.csv": 'kode,target,realisasi,capaian\nS1.1,80,60,"57"\nS1.2,10,8,"120"\n',
    "ringkas.csv": "lembar,baris,kolom,tercetak\nCapaian Kinerja,S1.1,capaian,57%\nCapaian Kinerja,S1.2,target,10\nCapaian Kinerja,S9.9,capaian,5\n",
    "salinan/lampiran.csv": "Indikator,Target,Realisasi,Capaian\nPersentase jalan mantap,80,60,75\nJumlah aduan,10,9,120\n",
    "salinan/lampiran.lembar": "Pengukuran",
    "kunci.csv": "id,tabel,baris,kolom,tercetak,seharusnya,jenis,catatan,sel\nK1,,,,,,,,pengukuran:1:capaian;ringkas:1\n"
    "K2,,,,,,,,salinan:lampiran:2:Realisasi\nK3,,,,,,,,\nK4,,,,,,,,pengukuran:7:capaian\nK5,,,,,,,,indikator:1:indikator\n",
    "batas.csv": "id,tabel,baris,kolom,tercetak,seharusnya,jenis,catatan,sel\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def skor(tmp_path_factory: pytest.TempPathFactory) -> skor_data.Skor:
    folder = tmp_path_factory.mktemp("laporan")
    for nama, isi in ISI.items():
        (folder / nama).parent.mkdir(exist_ok=True)
        (folder / nama).write_text(isi, encoding="utf-8")
    return skor_data.nilai(folder, kosong(baris=BARIS))


@pytest.mark.lengkap
def test_kunci_ditemukan_dan_luput(skor):
    assert set(skor.kunci) == {"K1", "K2", "K5"} and skor.luput == ["K5"]
    assert ("Pengukuran", "P8") in skor.kunci["K1"] and ("lampiran.csv", "C3") in skor.kunci["K2"]
    assert any(lembar == "Capaian Kinerja" for lembar, _ in skor.kunci["K1"])


@pytest.mark.lengkap
def test_yang_tidak_dapat_dinilai_disebut(skor):
    assert [x.split(":")[0] for x in skor.tak_dinilai] == ["K3", "K4", "ringkas"]


@pytest.mark.lengkap
def test_di_luar_kunci_dihitung_palsu(skor):
    assert {x.kode for x in skor.palsu} <= {x.kode for x in skor.berat} and len(skor.palsu) < len(skor.berat)


def test_folder_satu_laporan_atau_banyak():
    semua = skor_data.laporan_dalam(POTONGAN)
    assert len(semua) == 100 and skor_data.laporan_dalam(semua[0]) == [semua[0]]


@pytest.mark.lengkap
@pytest.mark.parametrize("laporan", skor_data.laporan_dalam(POTONGAN), ids=lambda p: p.name)
def test_potongan_laporan_nyata(laporan):
    """Conventions of a hundred other agencies: nothing false, nothing unreadable, what the key can name is found but what is named here."""
    s = skor_data.nilai(laporan, kosong(baris=BARIS))
    assert [(x.kode, x.lembar, x.sel) for x in (*s.palsu, *s.tak_terbaca)] == []
    assert s.luput == LUPUT.get(laporan.name, [])


@pytest.mark.lengkap
@pytest.mark.parametrize("laporan", skor_data.laporan_dalam(KARANGAN), ids=lambda p: p.name)
def test_laporan_karangan_orang_lain(laporan):
    """What a writer who had not seen the rules hid is found, and nothing else is said to be wrong."""
    s = skor_data.nilai(laporan, kosong(baris=60))
    assert [(x.kode, x.lembar, x.sel) for x in s.palsu] == []
    assert s.luput == []
