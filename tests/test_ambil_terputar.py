"""Tables on their side: the names of programmes or posts as headers, their figures below each other."""

from __future__ import annotations

from dinas_pangan import buku
from rencana_ambil import isi

from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber
from lkjip_xl.sumber.urai import urai_sumber


def ambil(judul: str, teks: str) -> Rencana:
    baris = [[x.strip() for x in b.split("|")] for b in teks.splitlines()]
    sel = {(b, k): SelAsing(x) for b, isi in enumerate(baris, 1) for k, x in enumerate(isi, 1) if x}
    kisi = Kisi("a.xlsx", "Lembar1", 1, sel, atas=(judul,), beralamat=True)
    return rencanakan(buku(), urai_sumber(Sumber("a.xlsx", [kisi])), kisi=[kisi])


def test_program_ke_samping() -> None:
    """Each figure goes to the programme above it, by the magnitude its own row says; the total is checked, no programme."""
    r = ambil(
        "Realisasi Anggaran per Program Tahun 2024",
        """Uraian | Program Stok Pangan | Program Harga Pangan | Total
Anggaran (Rp juta) | 3.850,5 | 6.412 | 10.262,5
Realisasi (Rp) | 2.712.345.000 | 5.008.750.000 | 7.721.095.000
Serapan | 70,44% | 78,12% | 75,24%""",
    )
    assert isi(r, "anggaran", "nama", "level", "pagu", "realisasi_rp") == [
        ("Program Stok Pangan", "program", 3850.5e6, 2712345000.0),
        ("Program Harga Pangan", "program", 6412e6, 5008750000.0),
    ]
    assert {s.alamat: s.nasib for s in r.sel if s.teks == "6.412"} == {"C2": Nasib.DITULIS}
    assert "AB-06" not in {t.kode for t in r.temuan}


def test_jabatan_ke_samping() -> None:
    r = ambil(
        "Pegawai per 31 Desember 2024",
        """Jabatan | Analis Pangan | Penyuluh | Pelaksana | Jumlah
L | 7 | 11 | 14 | 32
P | 9 | 5 | 10 | 24""",
    )
    assert isi(r, "pegawai", "uraian", "laki_laki", "perempuan") == [
        ("Analis Pangan", 7.0, 9.0),
        ("Penyuluh", 11.0, 5.0),
        ("Pelaksana", 14.0, 10.0),
    ]


def test_nama_yang_bukan_program_tetap() -> None:
    """Districts as headers are no programmes."""
    r = ambil(
        "Anggaran menurut Wilayah", "Uraian | Wilayah Utara | Wilayah Selatan\nAnggaran | 10 | 20\nRealisasi | 9 | 18"
    )
    assert not r.tulis
