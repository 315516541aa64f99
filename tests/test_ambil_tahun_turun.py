"""Years down a table of one indicator beside what its results were reckoned from, kinds of spending under any header, the state a plan starts from."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from rencana_ambil import isi
from tabel_asing import sel_baris

from lkjip_xl.rencana import Rencana, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber


def _rencana(atas: tuple[str, ...], *baris: list[str]) -> Rencana:
    return rencanakan(buku(), urai_sumber(Sumber("a.docx", [Kisi("a.docx", "", 1, sel_baris(*baris), (), atas=atas)])))


@pytest.mark.parametrize(
    ("judul", "caption"),
    [
        (
            "b. Persentase panen yang disimpan tepat waktu",
            "Tabel 3.4 Perbandingan Tahunan Panen Yang Disimpan Tepat Waktu",
        ),
        ("2) Persentase panen yang disimpan tepat waktu", "Tabel 3.4 Perkembangan Panen yang Disimpan Tepat Waktu"),
        (
            "3.1 Persentase panen yang disimpan tepat waktu",
            "Tabel 3.4 Persentase Panen yang Disimpan Tepat Waktu Tahun 2023-2024",
        ),
    ],
)
@pytest.mark.parametrize("komponen", [["Panen Masuk", "Panen Disimpan"], ["Seluruh Panen (ton)"], []])
def test_tahun_turun_dengan_komponennya(judul: str, caption: str, komponen: list[str]) -> None:
    angka = [["49", "47"], ["63", "62"]]
    r = _rencana(
        (judul, "Panen yang disimpan terus bertambah.", caption),
        ["No", "Tahun", *komponen, "Target", "Realisasi", "Capaian"],
        ["1", "2023", *angka[0][: len(komponen)], "95%", "96%", "101%"],
        ["2", "2024", *angka[1][: len(komponen)], "95%", "98%", "103%"],
    )
    (nama,) = [x.casefold() for (x,) in isi(r, "indikator", "indikator")]
    assert nama == "persentase panen yang disimpan tepat waktu"
    assert isi(r, "pengukuran", "target", "realisasi") == [(95.0, 98.0)]
    assert isi(r, "riwayat", "target_1", "realisasi_1") == [(95.0, 96.0)]


def test_judul_tentang_hal_lain_tidak_menamai() -> None:
    r = _rencana(
        ("b. Persentase gudang yang layak", "Tabel 3.4 Perbandingan Tahunan Panen Yang Disimpan"),
        ["No", "Tahun", "Target", "Realisasi"], ["1", "2023", "95%", "96%"], ["2", "2024", "95%", "98%"],
    )  # fmt: skip
    assert isi(r, "indikator", "indikator") == []


@pytest.mark.parametrize("kepala", ["KEGIATAN", "Program/Kegiatan", "Mata Anggaran", "Nama Akun", "Kelompok Belanja"])
@pytest.mark.parametrize("pagu", ["PAGU REVISI (Rp.)", "Anggaran Setelah Perubahan", "Pagu (Rp)"])
def test_jenis_belanja_di_bawah_kepala_apa_pun(kepala: str, pagu: str) -> None:
    r = _rencana(
        ("Realisasi anggaran tahun 2024 adalah sebagai berikut :",),
        ["NO.", kepala, "PAGU AWAL (Rp.)", pagu, "REALISASI (Rp.)", "%"],
        ["1", "Belanja Pegawai", "2.592.320.000,-", "1.877.248.000,-", "1.856.657.167,-", "98.90"],
        ["2", "Belanja Modal", "0,-", "26.000.000,-", "25.040.000,-", "96.31"],
    )
    assert isi(r, "belanja", "jenis", "anggaran", "realisasi") == [
        ("Belanja Pegawai", 1877248000.0, 1856657167.0), ("Belanja Modal", 26000000.0, 25040000.0),
    ]  # fmt: skip
    assert isi(r, "anggaran", "nama") == []


def test_kegiatan_bukan_jenis_belanja() -> None:
    r = _rencana(
        ("Tabel 3.9 Realisasi Anggaran Tahun 2024",),
        ["No", "Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"],
        ["1", "Pengelolaan lumbung pangan", "592.320.000", "577.248.000", "97,46"],
        ["2", "Pembinaan penyuluh", "26.000.000", "25.040.000", "96,31"],
    )
    assert isi(r, "belanja", "jenis") == []


@pytest.mark.parametrize("kata", ["Status Awal", "Posisi Awal", "Kondisi Eksisting", "Kondisi Saat Ini"])
def test_keadaan_awal_renstra(kata: str) -> None:
    akhir = int(buku().setelan["TahunRenstraAkhir"])
    r = _rencana(
        ("Sasaran dan target Renstra adalah sebagai berikut :",),
        ["No", "Indikator", kata, f"Target {akhir}"],
        ["1", "Persentase penyuluh yang kompeten", "70%", "90%"],
        ["2", "Persentase gudang yang layak", "60%", "90%"],
    )
    assert [x for (x,) in isi(r, "renstra", "nilai_dasar")] == [70.0, 60.0]


@pytest.mark.parametrize("atas", ["LKjIP Tahun n-1", "Laporan Kinerja (n-1)", "Tahun n-1"])
def test_tahun_relatif_di_kepala_atas(atas: str) -> None:
    """Of the year before, and no figures of the report's."""
    baris = (
        ["No", "Indikator Kinerja", "Target", "Realisasi", "Target", "Alasan Target"],
        ["1", "Panen padi", "10", "9", "12", "luas bertambah"],
        ["2", "Indeks pangan", "4", "3", "5", "gudang baru"],
    )
    sel = {(1, 1): SelAsing(atas), (1, 5): SelAsing("Rencana Kerja Tahun - n")}
    sel |= {(b, k): SelAsing(x) for b, r in enumerate(baris, 2) for k, x in enumerate(r, 1)}
    kisi = Kisi("a.docx", "", 1, sel, ((1, 1, 1, 4), (1, 5, 1, 6)), atas=("Penetapan Target Kinerja Tahun 2024",))
    tabel = urai_sumber(Sumber("a.docx", [kisi]))
    r = rencanakan(buku(), tabel)
    r = rencanakan(buku(), tabel, {p.id: True for p in r.pertanyaan})
    assert all(x is None for (x,) in isi(r, "pengukuran", "realisasi"))
    assert 10.0 not in [x for (x,) in isi(r, "pengukuran", "target")] + [x for (x,) in isi(r, "pk", "target")]
