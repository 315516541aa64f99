"""A small, fixed part of every campaign of `make tangguh`: nothing damaged, lost, hung, no exit 3, no refusal without a name."""

from __future__ import annotations

import pytest
from tangguh import argumen, kasus, mutan, paket_buatan, pembunuhan, sel_ganas, serentak, tempat
from tangguh.hasil import Hasil, Kelas, Tabel

pytestmark = pytest.mark.lengkap

BUNUH = ("rapikan-terapkan", "kamus-tulis", "edar", "buat-timpa")
# one of every kind of package; `make tangguh` runs them all
TERIMA = (
    "polos",
    "hiasan tabel",
    "hiasan bersama_kaya",
    "bentuk awalan_lembar",
    "bentuk komentar_di_mana_mana",
    "bentuk zip64",
)
TOLAK = (
    "dtd_tawa@xl/workbook.xml",
    "sandi_asing@xl/styles.xml",
    "bom_satu",
    "bagian_kembar",
    "kolom_terlalu_jauh",
    "gaya_di_luar",
    "rels_naik",
)

SEL = (
    "ambil",
    "ambil terapkan",
    "ambil urungkan",
    "formulir",
    "ambil formulir",
    "perbarui",
    "tombol ambil",
    "tombol formulir",
)


TEMPAT = [
    ("bukan UTF-8", "ringkas"),
    ("bukan UTF-8", "rekap"),
    ("bukan UTF-8", "validasi-html"),
    ("255 byte", "ringkas"),
    ("baris baru", "edar"),
    ("keluaran tautan putus", "edar"),
    ("kunci berupa folder", "rapikan"),
]


SERENTAK = [
    ("ringkas", "ringkas"),
    ("rekap", "rekap"),
    ("formulir", "formulir"),
    ("ambil-terapkan", "ambil-terapkan"),
    ("edar", "edar"),
    ("lite", "formulir"),
]


def _nihil(hasil: list[Hasil]) -> None:
    """No bad outcome; the message of a failure lists them by kind."""
    tabel = Tabel()
    tabel.tambah(hasil)
    assert hasil and not tabel.buruk, tabel.rincian()


def test_bunuh() -> None:
    """Kills of a few commands, before every eighth step; whatever is left over is cleared by the next command."""
    hasil = list(pembunuhan.jalankan(BUNUH, proses=1, tiap=8, acak=1))
    _nihil(hasil)
    assert [h for h in hasil if h.kelas is Kelas.TEMUAN] == []


def test_baris_perintah() -> None:
    """Random command lines: none is answered with our failure, hangs, or touches what it must not."""
    _nihil(list(argumen.jalankan(60, proses=1)))
    assert argumen.baris(9, 7) == argumen.baris(9, 7) != argumen.baris(9, 8)


def test_nama_dan_tempat() -> None:
    """A name of bytes that are no letters once ended every command with 3."""
    hasil = list(tempat.jalankan(1, TEMPAT))
    _nihil(hasil)
    assert [h.kelas for h in hasil if "tautan putus" in h.kasus] == [Kelas.DITOLAK]


@pytest.mark.parametrize(("tahap", "n"), [("berkas", 150), ("muat", 25), ("perintah", 6)])
def test_mutan(tahap: str, n: int) -> None:
    _nihil(list(mutan.jalankan({tahap: n}, proses=1)))


def test_paket_diterima() -> None:
    _nihil(list(paket_buatan.jalankan(1, terima=list(TERIMA), tolak=[])))


def test_paket_ditolak() -> None:
    _nihil(list(paket_buatan.jalankan(1, terima=[], tolak=list(TOLAK))))


@pytest.mark.parametrize("nama", sorted(kasus.KASUS))
def test_kasus(nama: str) -> None:
    """Each kept case with its first command: a fault that comes back is named."""
    _nihil(list(kasus.jalankan([nama], proses=1, semua=False)))


def test_mutan_tetap() -> None:
    """A mutant is told by stage, seed and number alone: what was found can be found again."""
    assert mutan.mutan("berkas", 9, 7) == mutan.mutan("berkas", 9, 7) != mutan.mutan("berkas", 9, 8)


def test_sel_ganas() -> None:
    """One workbook and the commands that test_acak_isi.py leaves out: that is quicker than all of them."""
    hasil = list(sel_ganas.sel_ganas(1, proses=1, hanya=SEL))
    _nihil(hasil)
    assert {h.kasus.rpartition(" ")[0] for h in hasil} == set(SEL)


def test_tabel_membedakan() -> None:
    """The table counts by class, and each of the bad ones is bad."""
    tabel = Tabel()
    tabel.tambah(Hasil("x", str(k), k) for k in Kelas)
    assert [h.kelas for h in tabel.buruk] == [Kelas.BISU, Kelas.RUSAK, Kelas.HILANG, Kelas.MACET, Kelas.KELUAR3]
    assert tabel.teks().splitlines()[2].split("|")[2:-1] == ["     8 ", *(f"{1:>{len(k.value) + 1}} " for k in Kelas)]


def test_dua_perintah_sekaligus() -> None:
    """Two commands in one folder, on one workbook: each works or says why not, nothing is lost."""
    _nihil(list(serentak.jalankan(SERENTAK, 1)))
