"""Kinds of tables that published reports print, each in several layouts: differences, shares, abbreviations, statements in quotes."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from kisi_tergabung import ambil, kisi
from rencana_ambil import UKUR, isi, kolom

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, Sumber


def semua(*k: Kisi) -> Rencana:
    return rencanakan(buku(), urai_sumber(Sumber("LALU.docx", list(k))), kisi=k)


UBAH = [
    """Kode Rekening | Uraian | Jumlah (Rp) | < | Bertambah/(Berkurang) | <
^ | ^ | Sebelum Perubahan | Sesudah Perubahan | (Rp) | %
5.1.01 | Belanja Pegawai | 100.000.000 | 125.000.000 | 25.000.000 | 25
5.1.02 | Belanja Barang dan Jasa | 80.000.000 | 60.000.000 | (20.000.000) | -25""",
    """No | Jenis Belanja | Semula | Menjadi | Bertambah / Berkurang
1 | Belanja Pegawai | 100.000.000 | 125.000.000 | 25.000.000
2 | Belanja Barang dan Jasa | 80.000.000 | 60.000.000 | (20.000.000)""",
    """Uraian | Anggaran Sebelum Perubahan (Rp) | Anggaran Setelah Perubahan (Rp) | Selisih (Rp)
Belanja Pegawai | 100.000.000 | 125.000.000 | 25.000.000
Belanja Barang dan Jasa | 80.000.000 | 60.000.000 | -20.000.000""",
    """Uraian | Selisih | < | Jumlah | <
^ | Jumlah (Rp) | % | Sebelum Perubahan (Rp) | Setelah Perubahan (Rp)
Belanja Pegawai | 25.000.000 | 25 | 100.000.000 | 125.000.000
Belanja Barang dan Jasa | -20.000.000 | -25 | 80.000.000 | 60.000.000""",
]


@pytest.mark.parametrize("teks", UBAH)
def test_selisih_bukan_anggaran(teks: str) -> None:
    r = ambil(buku(), teks, "Ringkasan Perubahan Anggaran Belanja Tahun 2024")
    assert isi(r, "belanja", "anggaran") == [(125e6,), (60e6,)]
    assert "belanja.serapan" not in kolom(r).values()


@pytest.mark.parametrize(
    "teks",
    ["""Indikator | Realisasi % | < | < | Capaian (%) | < | <
^ | 2022 | 2023 | 2024 | 2022 | 2023 | 2024
Persentase sempadan tertata | 60 | 65 | 71 | 100 | 101 | 102""",
     """Indikator | Tahun 2022 | < | Tahun 2023 | < | Tahun 2024 | <
^ | Realisasi % | Capaian | Realisasi % | Capaian | Realisasi % | Capaian
Persentase sempadan tertata | 60 | 100 | 65 | 101 | 71 | 102""",
     """Indikator | Realisasi 2022 (%) | Realisasi 2023 (%) | Realisasi 2024 (%) | Capaian 2022 (%) | Capaian 2023 (%) | Capaian 2024 (%)
Persentase sempadan tertata | 60 | 65 | 71 | 100 | 101 | 102"""],
)  # fmt: skip
def test_realisasi_dalam_persen_di_samping_capaian(teks: str) -> None:
    r = ambil(buku(), teks, "Realisasi dan Capaian Kinerja Dibandingkan Tahun Sebelumnya")
    assert isi(r, "pengukuran", "realisasi") == [(71.0,)]
    assert isi(r, "riwayat", "realisasi_1", "realisasi_2", "capaian_1", "capaian_2") == [(65.0, 60.0, 101.0, 100.0)]


def test_persen_realisasi_di_samping_realisasi_tetap_bagian_target() -> None:
    r = ambil(buku(), """Indikator | Target | Realisasi | Realisasi %
Indeks mutu air | 56,00 | 57,40 | 102,5""", UKUR)  # fmt: skip
    assert kolom(r)["Realisasi %"] == "pengukuran.capaian"


PANJANG = "Sasaran | Indikator Kinerja | Satuan | Target | Realisasi\nMutu hidup | {} | % | 90,89 | 92,22"


@pytest.mark.parametrize(
    ("panjang", "pendek"),
    [("Angka Partisipasi Murni (APM) SD/MI", "APM SD/MI"),
     ("Angka Partisipasi Murni (APM) SD/MI", "Angka Partisipasi Murni SD/MI"),
     ("Skor Pola Pangan Harapan (PPH)", "Skor PPH"),
     ("Laju Pertumbuhan Ekonomi (LPE)", "LPE")],
)  # fmt: skip
def test_singkatan_nama_adalah_indikator_yang_sama(panjang: str, pendek: str) -> None:
    lalu = f"Indikator Kinerja | Realisasi | <\n^ | 2023 | 2024\n{pendek} | 90,67 | 92,22"
    for a, b in ((panjang, lalu), (pendek, lalu.replace(pendek, panjang))):
        r = semua(kisi(PANJANG.format(a), UKUR), kisi(b, f"Tabel 3.2 Realisasi {pendek} Tahun 2023-2024", nomor=2))
        assert isi(r, "indikator", "indikator") == [(a,)]
        assert isi(r, "riwayat", "realisasi_1") == [(90.67,)]
        assert not [s for s in r.sel if s.nasib is Nasib.BENTROK]


def test_singkatan_dua_indikator_tidak_diterka() -> None:
    dua = PANJANG.format("Angka Partisipasi Murni (APM) SD") + "\n | Angka Partisipasi Murni (APM) SMP | % | 80 | 81"
    r = semua(kisi(dua, UKUR), kisi("Indikator Kinerja | Realisasi 2023\nAPM SMA | 70", "Tabel 3.2 Realisasi APM", nomor=2))  # fmt: skip
    assert len(isi(r, "indikator", "kode")) == 3


PER_TAHUN = """No | Tahun | Realisasi | Selisih Realisasi | Keterangan
1 | 2022 | 90,70 | - | -
2 | 2023 | 91,41 | 0,71 | Kenaikan
3 | 2024 | 91,08 | -0,33 | Penurunan"""


@pytest.mark.parametrize(
    ("judul", "teks"),
    [("IPG Kabupaten Damai Tahun 2022 - 2024", PER_TAHUN),
     ("Perkembangan IPG Tahun 2022-2024", "Tahun | Realisasi | Pertumbuhan (%)\n2022 | 90,70 | -\n2023 | 91,41 | 0,78\n2024 | 91,08 | -0,36"),
     ("Tabel 3.7 Indeks Pembangunan Gender Tahun 2022-2024", "Tahun | Target | Realisasi | Sumber\n2022 | 89 | 90,70 | BPS\n2023 | 89,5 | 91,41 | BPS\n2024 | 89,95 | 91,08 | BPS")],
)  # fmt: skip
def test_tahun_ke_bawah_di_bawah_judul_bersingkatan(judul: str, teks: str) -> None:
    ukur = PANJANG.format("Indeks Pembangunan Gender (IPG)").replace("90,89 | 92,22", "89,95 | 91,08")
    r = semua(kisi(ukur, UKUR), kisi(teks, judul, nomor=2))
    assert isi(r, "indikator", "indikator") == [("Indeks Pembangunan Gender (IPG)",)]
    assert isi(r, "riwayat", "realisasi_1", "realisasi_2") == [(91.41, 90.7)]
    assert isi(r, "pengukuran", "realisasi") == [(91.08,)]
    assert len(r.sel) == len({(s.berkas, s.alamat) for s in r.sel}) >= 9 + len(teks.splitlines())


@pytest.mark.parametrize(
    "atas",
    [("“Meningkatnya kualitas sungai”", "Sasaran ini diukur dengan satu indikator.", UKUR),
     ('"Terwujudnya sungai yang bersih dan tertata".', UKUR), ("Sasaran 1: Meningkatnya kualitas sungai", UKUR)],
)  # fmt: skip
def test_sasaran_di_antara_kutip_di_atas_tabel(atas: tuple[str, ...]) -> None:
    r = ambil(buku(), "No | Indikator Kinerja | Target | Realisasi\n1 | Indeks mutu air | 56,00 | 57,40", *atas)
    assert isi(r, "indikator", "pernyataan") == [(atas[0].strip('“”". ').removeprefix("Sasaran 1: "),)]


def test_kutipan_lain_bukan_sasaran() -> None:
    r = ambil(buku(), "No | Indikator Kinerja | Target | Realisasi\n1 | Indeks mutu air | 56,00 | 57,40",
              "“Sungai Bersih, Rakyat Sehat”", UKUR)  # fmt: skip
    assert isi(r, "indikator", "pernyataan") == [(None,)]


@pytest.mark.parametrize("tanda", ["{n} {x}", "{n}. {x}", "{n}) {x}"])
def test_nama_bernomor_tidak_dari_satu(tanda: str) -> None:
    nama = ["Berkurangnya jumlah keluhan layanan", "Persentase naskah yang diamankan", "Indeks Kepuasan Pelayanan Tamu"]
    baris = [tanda.format(n=n, x=x) for n, x in zip((2, 4, 5), nama, strict=True)]
    r = ambil(buku(), f"""Sasaran Strategis | Nama Indikator Kinerja Utama (IKU) | Target | < | Unit in Charge
^ | ^ | 2024 | 2025 | ^
{tanda.format(n=2, x="Meningkatnya kualitas rumah tangga")} | {baris[0]} | 110 | 60 kali | Rumah Tangga
^ | {baris[1]} | 100% | 100% | Rumah Tangga
{tanda.format(n=3, x="Meningkatnya kualitas layanan tamu")} | {baris[2]} | 3,5 | 3,6 | Protokol""", "MATRIKS IKU TAHUN 2024")  # fmt: skip
    assert isi(r, "renstra", "target_1", "target_2") == [(110.0, 60.0), (100.0, 100.0), (3.5, 3.6)]
    assert isi(r, "iku", "penanggung_jawab") == [("Rumah Tangga",), ("Rumah Tangga",), ("Protokol",)]


INDIKATOR = "Tujuan | Sasaran | Indikator | Satuan | Target 2024\nSungai lestari | Mutu sungai meningkat | Indeks mutu air | Indeks | 56\n | Tata sungai membaik | Sempadan tertata | % | 70"


@pytest.mark.parametrize(
    "teks",
    ["Sasaran | Strategi | Arah Kebijakan\nMutu sungai meningkat | Strategi A | Arah A\nTata sungai membaik | Strategi B | Arah B",
     "No | Tujuan | Sasaran | Strategi Pencapaian | Kebijakan\n1 | Sungai lestari | Mutu sungai meningkat | Strategi A | Arah A\n | ^ | Tata sungai membaik | Strategi B | Arah B",
     "Sasaran Strategis | Arah Kebijakan | Strategi\n1. Mutu sungai meningkat | Arah A | Strategi A\n2. Tata sungai membaik | Arah B | Strategi B"],
)  # fmt: skip
def test_strategi_dan_arah_kebijakan_menurut_sasaran(teks: str) -> None:
    dua = kisi(INDIKATOR, "Renstra Tahun 2024-2026"), kisi(teks, "Tabel 5.1 Tujuan, Sasaran, Strategi dan Arah Kebijakan", nomor=2)  # fmt: skip
    for k in (dua, dua[::-1]):
        r = semua(*k)
        assert isi(r, "strategi", "kode", "strategi", "kebijakan") == [("S1.1", "Strategi A", "Arah A"), ("S2.1", "Strategi B", "Arah B")]  # fmt: skip
        assert {s.teks for s in r.sel if s.nasib in (Nasib.RAGU, Nasib.TIDAK, Nasib.BENTROK)} == {"Sungai lestari"}


def test_beberapa_strategi_satu_sasaran_dan_sasaran_yang_belum_ada() -> None:
    r = semua(kisi(INDIKATOR, "Renstra Tahun 2024-2026"), kisi("""Sasaran | Strategi | Arah Kebijakan
Mutu sungai meningkat | Strategi A | Arah A
^ | Strategi B | Arah B
Udara bersih | Strategi C | Arah C""", "Tabel 5.1 Strategi dan Arah Kebijakan", nomor=2))  # fmt: skip
    assert isi(r, "strategi", "kode", "strategi") == [("S1.1", "Strategi A"), ("S1.1", "Strategi B")]
    assert {s.nasib for s in r.sel if s.teks in ("Strategi C", "Arah C")} == {Nasib.RAGU}


@pytest.mark.parametrize("kepala", ["Alasan Perubahan", "Keterangan", "Penyebab Perubahan"])
def test_alasan_perubahan_di_baris_perubahan(kepala: str) -> None:
    r = ambil(buku(), f"No | Indikator | Satuan | Target | < | {kepala}\n^ | ^ | ^ | Semula | Menjadi | ^\n1 | Indeks mutu air | Indeks | 56 | 57 | Refocusing",
              "Perjanjian Kinerja Perubahan Tahun 2024")  # fmt: skip
    assert sorted(isi(r, "pk", "versi", "target", "keterangan")) == [("murni", 56.0, None), ("perubahan", 57.0, "Refocusing")]  # fmt: skip


def test_selisih_dengan_tanda_bukan_catatan() -> None:
    r = ambil(
        buku(), "Indikator | Realisasi 2024 | Realisasi Nasional | Ket (+/-)\nIndeks mutu air | 57,4 | 60 | -2,6", UKUR
    )
    assert "pengukuran.catatan" not in kolom(r).values()
    assert isi(r, "pengukuran", "realisasi", "catatan") == [(57.4, None)]
