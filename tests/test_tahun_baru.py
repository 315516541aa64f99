"""Next year's workbook: every cell that is carried or moved, what is refused, and the seal of the old workbook."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from buku_md import buku_md
from buku_pendek import contoh, kosong
from jalan_lkjip import lkjip

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import GalatSel, Tulis, tulis_sel
from lkjip_xl.excel.mesin import Mesin, ganti_mesin, mesin_terpasang
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.tabel.model import BARIS_DATA, Asal, BukuKerja
from lkjip_xl.tabel.muat import muat_buku
from lkjip_xl.tabel.segel import BARIS_SEL, LEMBAR_SEGEL, berubah, isi_segel, segel_buku
from lkjip_xl.tahun_baru import bekukan, buku_tahun_baru, kinerja
from lkjip_xl.tahun_baru.bawaan import IsiLembar, lembar_bawaan
from lkjip_xl.tahun_baru.buku_baru import isi_tahun_baru, tak_terbawa
from lkjip_xl.validasi.periksa import periksa_buku

SKEMA = perintah.skema()
CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh"
MAGETAN, LAMONGAN = (CONTOH / b for b in perintah.CONTOH.values())
TANGGAL = date(2025, 3, 1)

INDIKATOR = """
| Pengaturan | tahun | renstra_awal | renstra_akhir | tanggal_data |
|            | 2024  | 2024 | 2026 | per 31 Desember 2024 |

| Indikator | kode | jenjang | indikator | satuan | arah | sifat |
|           | S1.1 | sasaran | Indeks A  | indeks | naik | akhir |
|           | S1.2 | sasaran | Jumlah B  | orang  | naik | jumlah |
|           | S1.3 | sasaran | Indeks C  | indeks | naik | akhir |

| Renstra | kode | target_1 | target_2 |
|         | S1.1 | 75,10 | 76,20 |
|         | S1.2 | 10 | 12 |
"""


def nilai(isi: IsiLembar) -> dict[tuple[int, str], object]:
    """Contents by row counted from the first data row, and column."""
    return {(b - BARIS_DATA, k): s.nilai if s.nilai is not None else s.mentah for (b, k), s in isi.items()}


def buku(teks: str) -> BukuKerja:
    return buku_md(INDIKATOR + teks)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("lamongan-2023", id="pendek", marks=pytest.mark.xdist_group("tahun-baru pendek")),
        pytest.param(
            "magetan", id="magetan", marks=[pytest.mark.lengkap, pytest.mark.xdist_group("tahun-baru magetan")]
        ),
        pytest.param(
            "lamongan", id="lamongan", marks=[pytest.mark.lengkap, pytest.mark.xdist_group("tahun-baru lamongan")]
        ),
    ],
)
def pasangan(request, tmp_path_factory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tahun")
    lama, baru = folder / "lama & 'ini'.xlsm", folder / "baru.xlsm"
    utuh = {"magetan": MAGETAN, "lamongan": LAMONGAN}.get(request.param)
    lama.write_bytes(utuh.read_bytes() if utuh else contoh(request.param))
    sebelum = lama.read_bytes()
    perintah.tahun_baru(lama, baru, sk=SKEMA)
    assert lama.read_bytes() == sebelum and sorted(p.name for p in folder.iterdir()) == ["baru.xlsm", lama.name]
    return lama, baru


# -- figures that move ----------------------------------------------------------------------------------------------


def test_riwayat_bergeser_setahun():
    lama = buku(
        """
| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | | 76,990 | |
|            | S1.3 | 50 | 60 | 119 |

| Riwayat | kode | target_1 | realisasi_1 | target_2 | realisasi_2 | capaian_2 | target_3 | realisasi_3 | keterangan |
|         | s1.1 | 70 | 71,5 | N/A | 69 | 98 | 60 | 61 | lama |
|         | S1.2 | 8 | 9 | | | | | | |
"""
    )
    isi = kinerja.riwayat(lama, 2024)
    assert nilai(isi) == {
        (0, "kode"): "s1.1", (0, "target_1"): 75.1, (0, "realisasi_1"): 76.99, (0, "target_2"): 70, (0, "realisasi_2"): 71.5,
        (0, "target_3"): "N/A", (0, "realisasi_3"): 69, (0, "capaian_3"): 98, (0, "keterangan"): "lama",
        (1, "kode"): "S1.2", (1, "target_2"): 8, (1, "realisasi_2"): 9,
        (2, "kode"): "S1.3", (2, "target_1"): 50, (2, "realisasi_1"): 60, (2, "capaian_1"): 119,
    }  # fmt: skip
    assert (isi[(BARIS_DATA, "target_1")].desimal, isi[(BARIS_DATA, "realisasi_1")].desimal) == (2, 3)


def test_realisasi_dari_komponen_dengan_ketelitian_penuh():
    lama = buku(
        "\n| Pengukuran | kode | target | pembilang | penyebut | pengali |\n| | S1.1 | 75 | 2741 | 3560 | 100 |\n"
    )
    hasil = kinerja.riwayat(lama, 2024)
    assert nilai(hasil)[(0, "realisasi_1")] == 2741 / 3560 * 100
    assert hasil[(BARIS_DATA, "realisasi_1")].desimal == 2  # shown as Pengukuran shows a quotient


@pytest.mark.parametrize(("tahun_data", "tercatat"), [("2023", True), ("2024", False), ("", False)])
def test_tahun_data_ikut_ke_riwayat(tahun_data, tercatat):
    lama = buku(f"\n| Pengukuran | kode | target | realisasi | tahun_data |\n| | S1.1 | 75 | 76 | {tahun_data} |\n")
    assert ("2023" in str(nilai(kinerja.riwayat(lama, 2024)).get((0, "keterangan")))) is tercatat


@pytest.mark.parametrize(("menjadi", "tercatat"), [("80", True), ("75", False)])
def test_pk_perubahan_target_lama_dan_alasan_terlihat(menjadi, tercatat):
    lama = buku(
        f"""
| PK | versi | kode | target | keterangan |
|    | murni | S1.1 | 75 | |
|    | perubahan | S1.1 | {menjadi} | anggaran bertambah |

| Pengukuran | kode | realisasi | sementara |
|            | S1.1 | 78 | ya |
"""
    )
    isi = nilai(kinerja.riwayat(lama, 2024))
    assert isi[(0, "target_1")] == float(menjadi)
    catatan = isi[(0, "keterangan")].split("\n")
    assert len(catatan) == 1 + tercatat and "sementara" in catatan[-1]
    assert not tercatat or all(x in catatan[0] for x in ("75", "80", "anggaran bertambah"))


def test_rencana_aksi_menjadi_pk_dan_pengukuran():
    lama = buku(
        """
| Rencana Aksi | kode | rencana_aksi | tw1 | tw2 | tw3 | tw4 | total |
|              | S1.1 | aksi satu | | | | 76,20 | |
|              | S1.2 | aksi dua | 2 | 3 | 4 | 5 | |
|              | S1.1 | aksi tiga | | | | | |
|              | S1.3 | | | | | | |
"""
    )
    assert nilai(kinerja.pk(lama, 2024)) == {
        (0, "versi"): "murni", (0, "kode"): "S1.1",  # Renstra gives the same: the formula stays
        (1, "versi"): "murni", (1, "kode"): "S1.2", (1, "target"): 14,
        (2, "versi"): "murni", (2, "kode"): "S1.3",
    }  # fmt: skip
    assert nilai(kinerja.pengukuran(lama, 2024)) == {(0, "kode"): "S1.1", (1, "kode"): "S1.2", (2, "kode"): "S1.3"}
    tw = nilai(kinerja.triwulan(lama, 2024))
    assert {b: x for (b, k), x in tw.items() if k == "target"} == {3: 76.2, 4: 2, 5: 3, 6: 4, 7: 5}
    assert kinerja.triwulan(lama, 2024)[(BARIS_DATA + 3, "target")].desimal == 2
    assert [tw[b, "tw"] for b in range(12)] == ["I", "II", "III", "IV"] * 3
    assert tw[0, "rencana_aksi"].index("aksi satu") < tw[0, "rencana_aksi"].index("aksi tiga")
    assert tw[4, "rencana_aksi"] == "aksi dua" and (8, "rencana_aksi") not in tw


def test_triwulan_membawa_teks_bukan_angka():
    lama = buku(
        """
| Triwulan dan Rencana Aksi | kode | tw | target | realisasi | rencana_aksi | pelaksanaan | kendala | penanggung_jawab | bukti |
|                           | S1.1 | I  | 10 | 9 | rapat   | sudah | hujan | Bidang A | foto |
|                           | S1.1 | II | 20 | 8 | survei  |       |       |          |      |
|                           | 1.01 | I  | 1  | 1 | dokumen |       |       | Bidang B |      |

| Rencana Aksi | kode | rencana_aksi | tw1 |
|              | S1.1 | rencana baru | 5   |
"""
    )
    tw = nilai(kinerja.triwulan(lama, 2024))
    assert {k for _, k in tw} == {"kode", "tw", "target", "rencana_aksi", "penanggung_jawab"}
    assert (tw[0, "target"], tw[0, "rencana_aksi"], tw[0, "penanggung_jawab"]) == (5, "rencana baru", "Bidang A")
    assert (1, "rencana_aksi") not in tw and (1, "target") not in tw  # the plan of the new year stands first
    assert (tw[4, "kode"], tw[4, "rencana_aksi"], tw[4, "penanggung_jawab"]) == ("1.01", "dokumen", "Bidang B")


def test_yang_dibawa_dan_yang_diisi_lagi():
    lama = buku(
        """
| Pegawai | dimensi | uraian | laki_laki | perempuan | jumlah | kebutuhan |
|         | Jabatan | Analis | 2 | 1 | | 4 |

| Anggaran | kode | level | nama |
|          | 1.01 | program | Program P |

| Penunjang | kode | kode_program |
|           | S1.1 | 1.01 |

| Aset | nama | jumlah_barang | saldo_awal | bertambah | berkurang | saldo_akhir | keterangan |
|      | Tanah | 3 | 100 | 20 | 5 | | luas |
|      | Mobil | 2 | | | | 70 | |

| Daftar Tabel | ringkasan | judul |
|              | Capaian Kinerja | Capaian Tahun 2024 |
|              | Kemajuan Renstra | Kemajuan Tahun 2024–2026 |
|              | Simpulan | Simpulan {tahun} |

| LHE Rekomendasi | tahun | rekomendasi | tindak_lanjut | status |
|                 | 2023  | Perbaiki X | rapat | dalam proses |

| LHE Nilai | tahun | komponen | bobot | nilai |
|           | 2022  | Rencana  | 30    | 20    |
|           | 2023  | Rencana  | 30    | 21    |

| Pembanding | kode | jenis    | nama     | tahun | target | nilai | sumber |
|            | S1.1 | nasional | Nasional | 2023  | 70     | 71    | BPS    |
|            | s1.1 | Nasional | nasional | 2024  | 71     | 72    | BPS    |
|            | S1.1 | provinsi | Provinsi | 2024  |        | 73    |        |
"""
    )
    isi = {i: nilai(x) for i, x in lembar_bawaan(lama, 2024).items()}
    assert isi["pengaturan"][(0, "tahun")] == 2025 and (0, "tanggal_data") not in isi["pengaturan"]
    assert isi["pegawai"] == {(0, "dimensi"): "Jabatan", (0, "uraian"): "Analis", (0, "kebutuhan"): 4}
    assert isi["penunjang"] == {  # the Anggaran of the new year cannot say its name yet
        (0, "kode"): "S1.1", (0, "kode_program"): "1.01", (0, "level"): "program", (0, "nama"): "Program P",
    }  # fmt: skip
    assert isi["aset"] == {
        (0, "nama"): "Tanah", (0, "saldo_awal"): 115, (0, "keterangan"): "luas", (1, "nama"): "Mobil", (1, "saldo_awal"): 70,
    }  # fmt: skip
    judul = [x for (_, k), x in sorted(isi["daftar_tabel"].items()) if k == "judul"]
    assert judul[:3] == ["Capaian Tahun 2025", "Kemajuan Tahun 2024–2026", "Simpulan {tahun}"]
    assert isi["lhe_rekomendasi"][(0, "tahun")] == 2023 and isi["lhe_rekomendasi"][(0, "status")] == "dalam proses"
    assert [isi["lhe_nilai"].get((2, k)) for k in ("tahun", "komponen", "bobot", "nilai")] == [
        2024,
        "Rencana",
        30,
        None,
    ]
    assert isi["lhe_nilai"][(1, "nilai")] == 21 and (3, "tahun") not in isi["lhe_nilai"]
    assert isi["pembanding"] == {
        (0, "kode"): "S1.1", (0, "jenis"): "nasional", (0, "nama"): "Nasional", (0, "sumber"): "BPS",
        (1, "kode"): "S1.1", (1, "jenis"): "provinsi", (1, "nama"): "Provinsi",
    }  # fmt: skip
    assert not {"pk", "pengukuran", "riwayat", "renja", "anggaran", "analisis", "rencana_aksi"} & isi.keys()


@pytest.mark.lengkap
def test_teks_meragukan_tetap_teks_dan_galat_tidak_terbawa():
    paket = Paket.dari_bytes(kosong(2025), "lama.xlsm")
    tulis_sel(paket, {"Renstra": {
        "A8": Tulis("S1.1"), "G8": Tulis("28,06 07"), "H8": Tulis("1.168.800"), "I8": Tulis(GalatSel("#DIV/0!"), rumus="1/0"), "F8": Tulis(76.5, rumus="75+1.5"),
    }})  # fmt: skip
    lama = muat_buku(paket, SKEMA)
    hasil = buku_tahun_baru(paket, SKEMA)
    baru = muat_buku(Paket.dari_bytes(hasil.data, "b.xlsm"), SKEMA)["renstra"]
    tertulis = {
        k: (s.teks, s.nilai, s.asal) for (b, k), s in baru.sel.items() if b == BARIS_DATA and s.asal is Asal.ISIAN
    }
    assert tertulis["target_1"][0] == lama["renstra"].sel[(BARIS_DATA, "target_1")].teks == "28,06 07"
    assert tertulis["target_2"] == (None, 1168800, Asal.ISIAN) and tertulis["nilai_dasar"] == (None, 76.5, Asal.ISIAN)
    assert "target_3" not in tertulis
    salah = ("TB-30", "Renstra", "A8")  # a kode Indikator does not have
    assert [(t.kode, t.lembar, t.sel) for t in hasil.temuan] == [salah, ("TB-05", "Renstra", "I8")]


@pytest.mark.parametrize(
    ("tulis", "disebut"),
    [
        ({"Renstra": {"A9": Tulis("Sumber: Renstra")}, "Pengukuran": {"C9": Tulis("Rata-rata")}}, ["Pengukuran!C9", "Renstra!A9"]),
        ({"Renstra": {"A9": Tulis("S1.2")}, "Aset": {"B9": Tulis("Keterangan: rusak")}}, []),
    ],
)  # fmt: skip
def test_tulisan_di_bawah_tabel_disebut(tulis: dict[str, dict[str, Tulis]], disebut: list[str]) -> None:
    paket = Paket.dari_bytes(kosong(2025), "lama.xlsm")
    tulis_sel(paket, {"Indikator": {"A8": Tulis("S1.1"), "A9": Tulis("S1.2")}} | tulis)
    lama = muat_buku(paket, SKEMA)
    tinggal = [(t.kode, f"{t.lembar}!{t.sel}") for t in tak_terbawa(lama, isi_tahun_baru(lama, 2025, "lama.xlsm"))]
    assert sorted(tinggal) == [("TB-31", x) for x in disebut]


# -- whole workbooks --------------------------------------------------------------------------------------------------


@pytest.mark.lengkap
def test_tidak_ada_temuan_baru(pasangan):
    """Only "belum diisi" and what the old book already had."""
    lama, baru = pasangan
    dulu = {(t.kode, t.lembar) for t in periksa_buku(lama, SKEMA).temuan}
    for lalu in (None, lama):
        laporan = periksa_buku(baru, SKEMA, lalu)
        assert laporan.gagal == []
        baru_kini = [t for t in laporan.temuan if t.kode != "LB-04" and (t.kode, t.lembar) not in dulu]
        assert {t.kode for t in baru_kini} <= {"RW-03"}
        assert {t.sel for t in baru_kini} == _target_lain_dari_renstra(lama, baru)


def _target_lain_dari_renstra(lama, baru) -> set[str]:
    """Cells of Riwayat with a target that was another one than the Renstra's already in the year it was measured."""
    dulu, kini = muat_buku(lama, SKEMA), muat_buku(baru, SKEMA)
    renstra = {r["kode"]: r for _, r in dulu["renstra"].rekaman()}
    kolom = f"target_{int(dulu.setelan['TahunLaporan'] - dulu.setelan['TahunRenstraAwal']) + 1}"
    beda = {
        r["kode"]
        for _, r in dulu["pengukuran"].rekaman()
        if r["kode"] in renstra and None not in (x := {r["target"], renstra[r["kode"]].get(kolom)}) and len(x) == 2
    }
    return {kini["riwayat"].alamat(b, "target_1") for b, r in kini["riwayat"].rekaman() if r["kode"] in beda}


@pytest.mark.lengkap
def test_lembar_bawaan_sama_sel_demi_sel(pasangan):
    lama, baru = (muat_buku(p, SKEMA) for p in pasangan)
    assert baru.setelan["TahunLaporan"] == lama.setelan["TahunLaporan"] + 1
    for i in ("indikator", "renstra", "iku", "tc27", "penunjang", "satuan", "skala"):
        diketik = [
            {k: (s.nilai, s.desimal) for k, s in x[i].sel.items() if s.asal is not Asal.RUMUS} for x in (lama, baru)
        ]
        assert diketik[0] == diketik[1], i
    assert baru["indikator"].baris and baru["renstra"].baris and baru["penunjang"].baris


def test_kinerja_masuk_riwayat(pasangan):
    lama, baru = (muat_buku(p, SKEMA) for p in pasangan)
    kini = {r["kode"]: r for _, r in baru["riwayat"].rekaman()}
    assert len(kini) >= len(lama["pengukuran"].baris) > 0
    for _, r in lama["pengukuran"].rekaman():
        assert [kini[r["kode"]][f"{x}_1"] for x in kinerja.BIDANG] == [r[x] for x in kinerja.BIDANG]
    for _, r in lama["riwayat"].rekaman():
        assert [kini[r["kode"]][f"{x}_{n + 1}"] for x in kinerja.BIDANG for n in (1, 2)] == [
            r[f"{x}_{n}"] for x in kinerja.BIDANG for n in (1, 2)
        ]


def test_lembar_lain_kosong(pasangan):
    baru = muat_buku(pasangan[1], SKEMA)
    for i in (
        "renja",
        "pk_program",
        "anggaran",
        "belanja",
        "analisis",
        "rencana_aksi",
        "data_pendukung",
    ):
        assert baru[i].baris == [], i
    for i, k in (("pembanding", "nilai"), ("pembanding", "tahun")):
        assert all(r[k] is None for _, r in baru[i].rekaman()), (i, k)


@pytest.mark.lengkap
@pytest.mark.lo
def test_dihitung_ulang_tanpa_sel_galat(libreoffice, pasangan):
    lembar = libreoffice.hitung(pasangan[1])
    assert [(n, a) for n, sel in lembar.items() for a, c in sel.items() if c.get("e")] == []
    buku_baru = muat_buku(pasangan[1], SKEMA)
    for b in buku_baru["riwayat"].baris:
        if (x := buku_baru["riwayat"].nilai(b, "capaian_1")) is not None:
            assert lembar["Riwayat"][buku_baru["riwayat"].alamat(b, "capaian_1")]["v"] == pytest.approx(x)


@pytest.mark.lengkap
def test_buku_lama_yang_masih_salah_disebut():
    paket = Paket.dari_bytes(kosong(2025), "lama.xlsm")
    tulis_sel(
        paket,
        {
            "Anggaran": {
                "C8": Tulis("program"),
                "D8": Tulis("A"),
                "P8": Tulis(100.0),
                "Q8": Tulis(90.0),
                "R8": Tulis(50.0),
            }
        },
    )
    salah = [t for t in periksa_buku(paket, SKEMA).temuan if t.tingkat is Tingkat.KESALAHAN]
    hasil = buku_tahun_baru(paket, SKEMA)
    assert [t.kode for t in salah] == ["AG-01"]
    assert [(t.kode, t.lembar, t.sel) for t in hasil.temuan] == [("TB-30", "Anggaran", salah[0].sel)]


@pytest.mark.lengkap
def test_buku_kosong_kolom_hilang_dan_periode_renstra():
    """An empty book of the last Renstra year, with a column somebody renamed: both are said."""
    paket = Paket.dari_bytes(kosong(2025), "lama.xlsm")
    setelan = muat_buku(paket, SKEMA)["pengaturan"]
    tulis_sel(
        paket, {"Pengaturan": {setelan.alamat(BARIS_DATA, "tahun"): Tulis(setelan.nilai(BARIS_DATA, "renstra_akhir"))}}
    )
    tulis_sel(paket, {"Riwayat": {"A6": Tulis("Sandi")}})
    hasil = buku_tahun_baru(paket, SKEMA)
    assert [(t.kode, t.lembar) for t in hasil.temuan] == [
        ("TB-30", "Riwayat"), ("LB-02", "Riwayat"), ("TB-04", "Pengaturan")
    ]  # fmt: skip
    baris = {c.lembar: c.baris for c in hasil.catatan}
    assert baris["Pengaturan"] > 1  # settings, not the one row they are
    assert baris["PK"] == baris["Pengukuran"] == baris["Riwayat"] == 0
    isi = json.loads(perintah.tahun_baru_json(hasil))
    assert isi["tahun"] == hasil.tahun + 1 and [x["lembar"] for x in isi["lembar"]] == [
        s.lembar for s in SKEMA.lembar.values()
    ]


@pytest.mark.lengkap
def test_mesin_xlwings_tetap_xlwings():
    paket = Paket.dari_bytes(contoh("lamongan-2023"), "lama.xlsm")
    ganti_mesin(paket, Mesin.XLWINGS)
    assert mesin_terpasang(Paket.dari_bytes(buku_tahun_baru(paket, SKEMA).data, "b.xlsm")) is Mesin.XLWINGS


def test_yang_ditolak(tmp_path):
    lama = Path(shutil.copy(CONTOH.parent / perintah.TEMPLAT, tmp_path / "lama.xlsm"))
    tanpa, bukan, ada = tmp_path / "tanpa.xlsm", tmp_path / "bukan.xlsm", tmp_path / "ada.xlsm"
    paket = Paket.buka(lama)
    buku_ = muat_buku(paket, SKEMA)["pengaturan"]
    tulis_sel(paket, {"Pengaturan": {buku_.alamat(BARIS_DATA, "tahun"): Tulis(None)}})
    tanpa.write_bytes(paket.ke_bytes())
    bukan.write_bytes(b"halo")
    ada.write_bytes(b"milik orang")
    for dari, ke, kode in (
        (lama, lama, "TB-03"), (lama, ada, "TB-02"), (tanpa, tmp_path / "b.xlsm", "TB-01"), (bukan, tmp_path / "b.xlsm", "BK-02"),
        (tmp_path / "tiada.xlsm", tmp_path / "b.xlsm", "BK-01"), (lama, tmp_path / "b.xlsx", "BK-34"), (lama, tmp_path / "x" / "b.xlsm", "BK-01"),
    ):  # fmt: skip
        with pytest.raises(GalatBerkas) as e:
            perintah.tahun_baru(dari, ke, beku=TANGGAL, sk=SKEMA)
        assert e.value.kode == kode
    hasil = lkjip("tahun-baru", lama, ada, "--bekukan")
    assert hasil.returncode == 4 and not hasil.stdout and "Traceback" not in hasil.stderr
    assert lama.read_bytes() == (CONTOH.parent / perintah.TEMPLAT).read_bytes() and ada.read_bytes() == b"milik orang"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["ada.xlsm", "bukan.xlsm", "lama.xlsm", "tanpa.xlsm"]


# -- seal -----------------------------------------------------------------------------------------------------------


def sg(paket: Paket) -> list[tuple[str, str, str, object, object]]:
    return [
        (t.kode, t.lembar, t.sel, t.nilai, t.seharusnya)
        for t in periksa_buku(paket, SKEMA).temuan
        if t.kode[:2] == "SG"
    ]


@pytest.fixture
def beku() -> Paket:
    paket = Paket.dari_bytes(contoh("lamongan-2023"), "lama.xlsm")
    assert bekukan(paket, SKEMA, TANGGAL)
    return Paket.dari_bytes(paket.ke_bytes(), "beku.xlsm")


@pytest.mark.lengkap
def test_segel_hanya_menambah_lembar(beku):
    asal = Paket.dari_bytes(contoh("lamongan-2023"), "lama.xlsm")
    assert {x.part for x in asal.lembar().values()} <= {x.part for x in beku.lembar().values()}
    assert beku.lembar()[LEMBAR_SEGEL].state == "veryHidden"
    assert all(asal.baca(x.part) == beku.baca(x.part) for x in asal.lembar().values())
    assert sg(beku) == [] and not bekukan(beku, SKEMA, date(2026, 1, 1))


@pytest.mark.lengkap
def test_perubahan_sesudah_dibekukan_disebut_selnya(beku):
    t = muat_buku(beku, SKEMA)["pengukuran"]
    realisasi, capaian, catatan = (t.alamat(BARIS_DATA, k) for k in ("realisasi", "capaian", "catatan"))
    semula, dihitung = (f"{t.nilai(BARIS_DATA, k):.15g}" for k in ("realisasi", "capaian"))
    tulis_sel(beku, {"Pengukuran": {realisasi: Tulis(1.5), catatan: Tulis("baru")}})
    harap = [("SG-01", "Pengukuran", realisasi, "1.5", semula), ("SG-01", "Pengukuran", catatan, "baru", None)]
    assert sorted(sg(beku)) == sorted(harap)  # capaian follows: its formula was not touched
    tulis_sel(beku, {"Pengukuran": {realisasi: Tulis(None), capaian: Tulis(50.0), catatan: Tulis(None)}})
    ubah = {x[2]: x[3:] for x in sg(beku)}
    assert ubah == {realisasi: (None, semula), capaian: ("50", dihitung)}


@pytest.mark.lengkap
def test_segel_yang_diubah_ketahuan(beku):
    tulis_sel(beku, {LEMBAR_SEGEL: {f"E{BARIS_SEL}": Tulis("lain")}})
    assert [x[0] for x in sg(beku)] == ["SG-02"]


@pytest.mark.lengkap
def test_bekukan_menyimpan_cadangan(tmp_path):
    (lama := tmp_path / "l.xlsm").write_bytes(semula := contoh("lamongan-2023"))
    hasil = lkjip("tahun-baru", lama, tmp_path / "b.xlsm", "--bekukan")
    assert hasil.returncode == 0 and "2024" in hasil.stdout, hasil
    (cadangan,) = tmp_path.glob("l.cadangan-*")
    assert cadangan.read_bytes() == semula
    ada = [LEMBAR_SEGEL in Paket.buka(tmp_path / n).lembar() for n in ("l.xlsm", "b.xlsm")]
    assert ada == [True, False]


def test_segel_membandingkan_isian_bukan_hasil_rumus():
    a, z = (buku(f"\n| Pengukuran | kode | target | realisasi |\n| | S1.1 | {x} | 70 |\n") for x in ("75", "76"))
    dulu, kini = isi_segel(a["pengukuran"]), isi_segel(z["pengukuran"])
    assert [(letak, x.nilai, y.nilai) for letak, x, y in berubah(dulu, kini)] == [((BARIS_DATA, "target"), "75", "76")]
    assert segel_buku(a, "x").utuh() and segel_buku(a, "x").hash != segel_buku(z, "x").hash
