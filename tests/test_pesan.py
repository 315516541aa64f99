"""The catalogue: every code renders, every code used in the program exists, findings fold and sort."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import numpy
import pytest

from lkjip_xl.buku.galat import KODE
from lkjip_xl.inti.temuan import HasilPeriksa, Tingkat
from lkjip_xl.skema.pesan import GalatPesan, buat_temuan, katalog, pesan_berkas

AKAR = Path(__file__).parents[1]


def test_setiap_kode_dapat_ditulis():
    for kode, p in katalog().items():
        t = buat_temuan(kode, lembar="Pengukuran", **dict.fromkeys(p.isian() - {"lembar"}, 1.5))
        assert t.kode == kode and t.tingkat is p.tingkat
        assert "{" not in t.pesan + t.saran and t.pesan
        assert re.fullmatch(r"[A-Z]{2}-\d\d", kode)


def test_setiap_kode_punya_saran_dan_tercantum_di_kamus():
    kamus = (AKAR / "schemas/README.md").read_text(encoding="utf-8")
    assert [k for k, p in katalog().items() if not p.saran.strip() or k not in kamus] == []


def test_kode_di_program_ada_di_katalog():
    dipakai = set()
    for p in (AKAR / "lkjip_xl").rglob("*.py"):
        dipakai |= set(re.findall(r'"([A-Z]{2}-\d\d)"', p.read_text(encoding="utf-8")))
    assert dipakai <= set(katalog())
    assert len(dipakai) > 40


def test_kode_berkas_dan_isiannya():
    for kode, isian in KODE.items():
        assert katalog()[kode].isian() <= isian, kode
        assert pesan_berkas(kode, **dict.fromkeys(isian, "x"))


def test_kode_atau_isian_salah_langsung_ketahuan():
    with pytest.raises(GalatPesan):
        buat_temuan("ZZ-99", lembar="PK")
    with pytest.raises(GalatPesan):
        buat_temuan("PG-01", lembar="PK")


def test_angka_ditulis_cara_indonesia():
    t = buat_temuan("RM-02", lembar="Pengukuran", sel="F9", nilai=1234.5, seharusnya=85.53, hitungan="")
    assert "1.234,5" in t.pesan and "85,53" in t.pesan
    assert t.nilai == 1234.5


def test_tahun_tanpa_titik_ribuan():
    for kode, isian in (("PS-01", {"awal": 2025.0, "akhir": 2019.0}), ("PS-04", {"awal": 2025.0, "akhir": 2029.0})):
        t = buat_temuan(kode, lembar="Pengaturan", nilai=2024.0, **isian)
        assert "2025" in t.pesan and "2.0" not in t.pesan
    assert "2200" in buat_temuan("PS-02", lembar="Pengaturan", nilai=2200.0).pesan
    assert "2024" in buat_temuan("LB-05", lembar="Belanja", nilai=2024.0).pesan


def test_isian_kosong_tidak_meninggalkan_bekas():
    for kode, isian in (
        ("BK-05", {"pemilik": ""}),
        ("BK-06", {"bagian": ""}),
        ("BK-07", {"bagian": "", "sebab": "ukuran"}),
    ):
        teks = pesan_berkas(kode, berkas="a.xlsx", **isian)
        assert not re.search(r" [.,;)]|\( |\(\)|: \)", teks), teks
    assert "Budi" in pesan_berkas("BK-05", berkas="a.xlsx", pemilik="Budi")


def test_nilai_pandas_dapat_ditulis():
    assert "1.762" in buat_temuan("AN-08", lembar="PK", nilai=numpy.int64(1762)).pesan
    assert "nan" not in buat_temuan("AN-08", lembar="PK", nilai=float("nan")).pesan


def temuan(kode, sel, lembar="PK", kolom="target", **isian):
    isi = dict.fromkeys(katalog()[kode].isian() - {"lembar", "sel", "kolom"}, "x") | isian
    return buat_temuan(kode, lembar=lembar, sel=sel, kolom=kolom, **isi)


def test_lipat_yang_sejenis():
    """Notes fold by column; errors only where they say the very same thing."""
    laporan = HasilPeriksa(
        [temuan("LB-04", s) for s in ("D7", "D9", "D12", "D13", "D14")]
        + [temuan("LB-04", "E7", kolom="satuan"), temuan("PK-01", "D7"), temuan("PK-01", "D8")]
        + [temuan("PK-01", "D9", nilai=3.0)]
    )
    assert laporan.lipat().ratakan("kode", "sel") == [
        ("LB-04", "D7, D9, D12–D14"),
        ("LB-04", "E7"),
        ("PK-01", "D7–D8"),
        ("PK-01", "D9"),
    ]
    assert laporan.lipat().temuan[0].sel_semua == ("D7", "D9", "D12", "D13", "D14")


def test_ringkasan_usang_satu_temuan_per_lembar():
    usang = [temuan("RS-01", f"D{b}", kolom=f"k{b % 2}", nilai=float(b)) for b in range(8, 16)]
    assert [(t.kode, len(t.sel_semua)) for t in HasilPeriksa(usang).lipat().temuan] == [("RS-01", 8)]
    assert len(HasilPeriksa(usang[1:]).lipat().temuan) == 7


def test_kebiasaan_seluruh_buku_satu_temuan():
    """Words for figures, units the list lacks: told once for all sheets, whose cells are related; other notes stay by sheet."""
    kode = ("AN-23", "ST-01", "LB-04")
    semua = [temuan(k, s, lembar=lembar) for lembar in ("PK", "Renja") for k in kode for s in ("D7", "D8")]
    hasil = HasilPeriksa(semua).lipat().temuan
    assert [(t.kode, t.lembar, t.sel) for t in hasil if t.kode != "LB-04"] == [("AN-23", "PK", "D7–D8"), ("ST-01", "PK", "D7–D8")]  # fmt: skip
    assert [t.lembar for t in hasil if t.kode == "LB-04"] == ["PK", "Renja"]
    assert [t.sel_terkait for t in hasil if t.kode == "AN-23"] == [(("Renja", "D7"), ("Renja", "D8"))]
    assert [sum(t.menyangkut(x) for t in hasil) for x in ("PK", "Renja", "Renstra")] == [3, 3, 0]
    assert HasilPeriksa(hasil).lipat().temuan == hasil


def test_lipat_yang_berbeda_isi_tidak_menyebut_satu_nilai_untuk_semua():
    satu, dua = (temuan("AN-04", s, nilai=n, usulan=n) for s, n in (("C7", "1.762"), ("C8", "2.000")))
    lipatan = HasilPeriksa([satu, dua, temuan("AN-04", "C9", nilai="2.000", usulan="2.000")]).lipat().temuan
    assert [(t.sel, t.nilai) for t in lipatan] == [("C7–C9", None)]
    assert lipatan[0].pesan.startswith(satu.pesan) and "2" in lipatan[0].pesan.removeprefix(satu.pesan)
    sama = HasilPeriksa([dua, dataclasses.replace(dua, sel="C9", sel_semua=("C9",))]).lipat().temuan
    assert [(t.sel, t.nilai, t.pesan) for t in sama] == [("C8–C9", "2.000", dua.pesan)]


def test_lipat_dan_urut_menjaga_keterangan_laporan():
    laporan = HasilPeriksa([temuan("LB-04", "D8"), temuan("LB-04", "D7")], [("a", "b")], "buku.xlsm", "1")
    hasil = laporan.lipat().urut(["PK"])
    assert (hasil.gagal, hasil.berkas, hasil.templat) == ([("a", "b")], "buku.xlsm", "1")
    assert len(laporan.temuan) == 2  # the report itself is not changed


def test_urut_tanpa_sel_dan_kawasan():
    laporan = HasilPeriksa(
        [temuan("LB-08", "D5:E9"), temuan("PK-01", "C6"), temuan("PK-02", "C4"), temuan("LB-01", "")]
    )
    assert laporan.urut(["PK"]).ratakan("sel") == [("",), ("C6",), ("C4",), ("D5:E9",)]


def test_urut_menurut_lembar_baris_kolom():
    laporan = HasilPeriksa(
        [temuan("PK-01", "D10"), temuan("PK-01", "C9"), temuan("PK-01", "B9"), temuan("AG-02", "A1", "Anggaran")]
    )
    assert laporan.urut(["Anggaran", "PK"]).ratakan("sel") == [("A1",), ("B9",), ("C9",), ("D10",)]


@pytest.mark.parametrize(
    ("kode", "gagal", "keluar"),
    [
        ([], [], 0),
        (["LB-04"], [], 0),
        (["PK-02", "LB-04"], [], 1),
        (["AN-09"], [], 1),
        (["PK-01", "PK-02"], [], 2),
        ([], [("a", "b")], 3),
    ],
)
def test_kode_keluar(kode, gagal, keluar):
    assert HasilPeriksa([temuan(k, "A1") for k in kode], gagal).kode_keluar() == keluar


def test_json():
    laporan = HasilPeriksa([temuan("PK-01", "D7", sel_terkait=[("PK", "G8")])], [], "buku.xlsm")
    isi = json.loads(laporan.ke_json())
    assert (isi["versi"], isi["berkas"], isi["jumlah"]["Kesalahan"]) == (1, "buku.xlsm", 1)
    assert isi["temuan"][0]["sel"] == "D7" and isi["temuan"][0]["sel_terkait"] == [["PK", "G8"]]
    assert set(isi["jumlah"]) == {t.value for t in Tingkat}


def test_json_tanpa_nan():
    teks = HasilPeriksa([temuan("AN-08", "D7", nilai=float("nan"), seharusnya=float("nan"))]).ke_json()
    t = json.loads(teks, parse_constant=pytest.fail)["temuan"][0]
    assert (t["nilai"], t["seharusnya"]) == (None, None)


def test_angka_dalam_kalimat_sebagaimana_orang_membacanya():
    """No computer's digits, no sum of one figure, and two figures that differ never look the same."""
    t = buat_temuan("PG-11", lembar="Pengukuran", nilai="-", seharusnya=102.653333333333, hitungan="")
    assert "102,65." in t.pesan and "102,653" not in t.pesan
    t = buat_temuan("PK-01", lembar="PK", nilai=102.653333333333, seharusnya=102.654999999999)
    assert "102,6533" in t.pesan and "102,655" in t.pesan
    t = buat_temuan("BL-01", lembar="Belanja", nilai=1.0, hitungan="2.030.647.945", seharusnya=2030647945.0)
    assert t.pesan.count("2.030.647.945") == 1
    t = buat_temuan("BL-01", lembar="Belanja", nilai=1.0, hitungan="12.030 + 1", seharusnya=12031.0)
    assert "12.030 + 1 = 12.031" in t.pesan


def test_kalimat_berawal_huruf_besar():
    kecil = [k for k, p in katalog().items() for x in (p.pesan, p.saran) if x[:1].islower()]
    assert kecil == []
