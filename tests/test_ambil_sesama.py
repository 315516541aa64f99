"""Others beside the agency, row by row: below each indicator, offices of its kind, regions by their names alone."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from dinas_pangan import buku
from kisi_tergabung import kisi
from rencana_ambil import UKUR, isi

from lkjip_xl.rencana import Nasib, Rencana, Yakin, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, Sumber
from lkjip_xl.sumber.word import baca_word
from lkjip_xl.tabel.hitung_buku import hitung_buku
from lkjip_xl.tabel.model import BARIS_DATA, Asal, SelKerja

INSTANSI = "Balai Besar Utara"
SENDIRI = "No | Indikator | Satuan | Target | Realisasi\n1 | Angka konsumsi ikan | kg | 35,50 | 36,10\n2 | Produksi perikanan | ton | 1.250 | 1.300"
NILAI = ("kode", "nama", "tahun", "target", "nilai")


def ambil(*k: Kisi) -> Rencana:
    b = buku(kabupaten="Kabupaten Damai")
    b["pengaturan"].sel[BARIS_DATA, "instansi"] = SelKerja(INSTANSI, Asal.ISIAN, mentah=INSTANSI)
    b = hitung_buku(b.skema, b.tabel, [], set())
    return rencanakan(b, urai_sumber(Sumber("LALU.docx", list(k))), kisi=k)


@pytest.mark.parametrize(
    "teks",
    [
        "Indikator | Daerah | Realisasi 2023 | Realisasi 2024\nAngka konsumsi ikan | Kabupaten Makmur | 33,0 | 33,20\n^ | Kabupaten Damai | 35,90 | 36,10\n"
        "^ | Nasional | 56,5 | 57,61\nProduksi perikanan | Kabupaten Makmur | 890 | 900\n^ | Kabupaten Damai | 1.290 | 1.300",
        "Kabupaten/Kota | Indikator Kinerja | Satuan | 2023 | 2024\nKab. Makmur | Angka konsumsi ikan | kg | 33,0 | 33,20\nKab. Damai | Angka konsumsi ikan | kg | 35,90 | 36,10\n"
        "Nasional | Angka konsumsi ikan | kg | 56,5 | 57,61\nKab. Makmur | Produksi perikanan | ton | 890 | 900\nKab. Damai | Produksi perikanan | ton | 1.290 | 1.300",
    ],
)  # fmt: skip
def test_daerah_ke_bawah_di_tiap_indikator(teks: str) -> None:
    """The first row of an indicator may be of anybody: never taken for the agency's own."""
    r = ambil(kisi(SENDIRI, UKUR), kisi(teks, "Tabel 3.2 Perbandingan Realisasi dengan Daerah Lain", nomor=2))
    assert isi(r, "pengukuran", "realisasi") == [(36.1,), (1300.0,)]
    assert isi(r, "riwayat", "realisasi_1") == [(35.9,), (1290.0,)]
    nilai = {(k, str(n).split()[-1], t): x for k, n, t, _, x in isi(r, "pembanding", *NILAI)}
    assert nilai == {("IK1", "Makmur", 2023): 33.0, ("IK1", "Makmur", None): 33.2, ("IK1", "Nasional", 2023): 56.5,
                     ("IK1", "Nasional", None): 57.61, ("IK2", "Makmur", 2023): 890.0, ("IK2", "Makmur", None): 900.0}  # fmt: skip
    assert not [s for s in r.sel if s.nasib in (Nasib.RAGU, Nasib.BENTROK)]


def test_daerah_dua_kali_di_satu_indikator_ditanyakan() -> None:
    teks = "Indikator | Daerah | Realisasi\nAngka konsumsi ikan | Kabupaten Makmur | 33,20\n | Kabupaten Makmur | 36,10\n | Kabupaten Damai | 36,10"
    r = ambil(kisi(teks, "Tabel 3.2 Perbandingan"))
    assert not r.tulis and [t.yakin for t in r.tabel] != [Yakin.PASTI]


LEMBAGA = "Balai Besar | Target | Realisasi | Capaian\nBadan (Nasional) | 35 | | \nBalai Besar Utara | 35,50 | 36,10 | 101,69\nBalai Besar Selatan | 34 | 33,20 | 97,65"


def test_lembaga_sejenis_ke_bawah() -> None:
    r = ambil(kisi(SENDIRI, UKUR), kisi(LEMBAGA, "Tabel 3.2 Perbandingan Indikator Angka konsumsi ikan", nomor=2))
    assert isi(r, "pembanding", *NILAI) == [("IK1", "Nasional", None, 35.0, None), ("IK1", "Balai Besar Selatan", None, 34.0, 33.2)]  # fmt: skip
    assert not [s for s in r.sel if s.nasib in (Nasib.RAGU, Nasib.BENTROK)]
    assert [s.nasib for s in r.sel if s.teks == "97,65"] == [Nasib.TIDAK]


def test_lembaga_tanpa_instansi_sendiri_tidak_diterka() -> None:
    teks = LEMBAGA.replace("Balai Besar Utara", "Balai Besar Timur")
    r = ambil(kisi(SENDIRI, UKUR), kisi(teks, "Tabel 3.2 Perbandingan Indikator Angka konsumsi ikan", nomor=2))
    assert isi(r, "pembanding", "nilai") == []


def test_nama_daerah_saja() -> None:
    teks = "No | Kabupaten/Kota | Realisasi\n1 | Damai | 36,10\n2 | Makmur | 33,20\n | Rata-rata Provinsi | 35,0\n | Nasional | 57,61"
    r = ambil(kisi(SENDIRI, UKUR), kisi(teks, "Tabel 3.2 Perbandingan Angka konsumsi ikan", nomor=2))
    assert [x[4] for x in isi(r, "pembanding", *NILAI)] == [33.2, 35.0, 57.61]
    assert isi(r, "pengukuran", "realisasi") == [(36.1,), (1300.0,)]


def test_indikator_menurut_judulnya_jauh_di_atas(tmp_path: Path) -> None:
    """A heading of an indicator and of its sasaran holds for every table below it, whatever its own caption leaves out."""
    d = docx.Document()
    for x in ("Sasaran Kegiatan 2. Terkelolanya perikanan secara lestari", "IKK.2.1 Nilai Kinerja Perairan", "Uraian."):
        d.add_paragraph(x)
    for judul, baris in (("Tabel 4. Capaian Indikator Tahun 2024", ["Target|Realisasi|Capaian", "93|92,38|99,33"]),
                         ("Tabel 5. Perbandingan dengan Balai Lain", [x.replace(" | ", "|") for x in LEMBAGA.split("\n")])):  # fmt: skip
        d.add_paragraph(judul)
        sel = [b.split("|") for b in baris]
        t = d.add_table(len(sel), len(sel[0]))
        for i, b in enumerate(sel):
            for j, x in enumerate(b):
                t.cell(i, j).text = x.strip().replace("35,50", "93").replace("36,10", "92,38")
    d.save(str(tmp_path / "l.docx"))
    r = ambil(*baca_word(tmp_path / "l.docx").kisi)
    assert isi(r, "indikator", "indikator", "pernyataan") == [("Nilai Kinerja Perairan", "Terkelolanya perikanan secara lestari")]  # fmt: skip
    assert isi(r, "pengukuran", "target", "realisasi") == [(93.0, 92.38)]
    assert [x[4] for x in isi(r, "pembanding", *NILAI)] == [None, 33.2]
