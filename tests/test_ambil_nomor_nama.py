"""Tables as offices print them: running numbers under the header of the names, shares and changes beside figures, people of a region."""

from __future__ import annotations

import pytest
from dinas_pangan import buku
from rencana_ambil import isi, kolom
from tabel_asing import sel_baris, tabel_asing

from lkjip_xl.rencana import Rencana, rencanakan
from lkjip_xl.sumber import urai_sumber
from lkjip_xl.sumber.model import Kisi, Sumber

PK = "Perjanjian Kinerja Tahun 2024"


def _kisi(caption: str, *baris: list[str], gabung: tuple = ()) -> Rencana:
    return rencanakan(
        buku(), urai_sumber(Sumber("a.docx", [Kisi("a.docx", "", 1, sel_baris(*baris), gabung, atas=(caption,))]))
    )


@pytest.mark.parametrize(
    "nomor", [("1", "2", "3"), ("1.", "2.", "3."), ("a", "b", "c"), ("(1)", "(2)", "(3)"), ("I", "II", "III")]
)
@pytest.mark.parametrize("gabung", [True, False])
def test_nomor_dan_nama_di_bawah_satu_kepala(nomor: tuple[str, ...], gabung: bool) -> None:
    r = _kisi(
        PK,
        ["Sasaran Strategis", "", "Indikator Kinerja", "", "Satuan", "Target"],
        [nomor[0], "Pangan cukup", nomor[0], "Panen padi", "ton", "1.250"],
        ["", "", nomor[1], "Indeks pangan", "indeks", "3,45"],
        [nomor[1], "Tata kelola baik", nomor[2], "Nilai SAKIP", "nilai", "78,5"],
        gabung=((1, 1, 1, 2), (1, 3, 1, 4), (2, 1, 3, 1), (2, 2, 3, 2)) if gabung else (),
    )
    assert isi(r, "indikator", "indikator", "pernyataan_lengkap") == [
        ("Panen padi", "Pangan cukup"), ("Indeks pangan", "Pangan cukup"), ("Nilai SAKIP", "Tata kelola baik"),
    ]  # fmt: skip
    assert [x for (x,) in isi(r, "pk", "target")] == [1250.0, 3.45, 78.5]


def test_angka_di_kiri_angka_bukan_nomor() -> None:
    r = _kisi(
        "Pengukuran Kinerja Tahun 2024",
        ["Indikator Kinerja", "Satuan", "Target", "Realisasi", "", "Capaian (%)"],
        ["Panen padi", "ton", "10", "1", "8", "80"],
        ["Indeks pangan", "indeks", "4", "2", "3", "75"],
        gabung=((1, 4, 1, 5),),
    )
    assert "No" not in kolom(r)


PEGAWAI = """SKPD/Umur | JUMLAH: L | JUMLAH: P | JUMLAH: L+P | KOMPOSISI: L | KOMPOSISI: P | SELISIH GENDER
<30 tahun | 3 | 2 | 5 | 60% | 40% | 20%
30-39 tahun | 8 | 9 | 17 | 47% | 53% | 6%"""


@pytest.mark.parametrize("kepala", ["SKPD/Umur", "Satuan Kerja / Umur", "Umur"])
@pytest.mark.parametrize("bagian", ["KOMPOSISI", "Persentase", "%", "Proporsi"])
def test_pegawai_dengan_kolom_bagian(kepala: str, bagian: str) -> None:
    teks = PEGAWAI.replace("SKPD/Umur", kepala).replace("KOMPOSISI", bagian)
    r = rencanakan(buku(), [tabel_asing("Jumlah dan Persentase ASN menurut Umur dan Jenis Kelamin", teks)])
    assert isi(r, "pegawai", "dimensi", "uraian", "laki_laki", "perempuan") == [
        ("Umur", "<30 tahun", 3.0, 2.0), ("Umur", "30-39 tahun", 8.0, 9.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "caption", ["Jumlah Penduduk menurut Umur", "Jumlah Pasien menurut Umur", "Siswa menurut Umur"]
)
def test_orang_lain_bukan_pegawai(caption: str) -> None:
    r = rencanakan(buku(), [tabel_asing(caption, PEGAWAI)])
    assert not isi(r, "pegawai", "uraian")


@pytest.mark.parametrize("ubah", ["Bertambah/Berkurang", "Bertambah / (Berkurang)", "Kenaikan/Penurunan"])
@pytest.mark.parametrize("sesudah", ["Sesudah Perubahan (Rp)", "Setelah Perubahan"])
def test_yang_bertambah_bukan_anggaran(ubah: str, sesudah: str) -> None:
    r = rencanakan(buku(), [tabel_asing("Ringkasan APBD Tahun Anggaran 2024",
        f"Kode Rekening | Uraian | Jumlah (Rp): Sebelum Perubahan (Rp) | Jumlah (Rp): {sesudah} | {ubah}: (Rp) | {ubah}: %\n"
        "5.1 | Belanja Pegawai | 1.365.574.448 | 1.391.216.909 | 25.642.461 | 1,88\n"
        "5.2 | Belanja Modal | 1.025.000.000 | 1.048.000.000 | 23.000.000 | 2,24")])  # fmt: skip
    assert isi(r, "belanja", "jenis", "anggaran") == [
        ("Belanja Pegawai", 1391216909.0),
        ("Belanja Modal", 1048000000.0),
    ]
    assert "belanja.serapan" not in kolom(r).values()
