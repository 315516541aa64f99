"""What stands before Bab I: cover, foreword, executive summary, contents and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.temuan import HasilPeriksa, Tingkat
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.gambar_luar import LAMBANG, gambar_luar
from lkjip_xl.word.ikhtisar import ikhtisar
from lkjip_xl.word.naskah import Bagian, Balok, Daftar, Judul, Paragraf
from lkjip_xl.word.tanda_tangan import bertanda_tangan, tanda_tangan
from lkjip_xl.word.tulisan import ada_tulisan, tulisan


def sampul(b: Bahan) -> Iterator[Balok]:
    """The cover, without page number."""
    yield Bagian(halaman="")
    yield from gambar_luar(b, LAMBANG, "Sisipkan lambang daerah.")
    yield Paragraf("LAPORAN KINERJA INSTANSI PEMERINTAH", "Sampul Judul")
    yield Paragraf("(LKjIP)", "Sampul Judul")
    yield Paragraf(f"TAHUN {b.tahun}", "Sampul Judul")
    yield Paragraf(b.instansi.upper(), "Sampul Instansi")
    for setelan in ("Kabupaten", "Provinsi"):
        if b.teks(setelan):
            yield Paragraf(b.teks(setelan).upper(), "Sampul Instansi")


def bagian_depan(b: Bahan) -> Iterator[Balok]:
    """Foreword, executive summary and lists, on pages numbered in roman."""
    yield Bagian(halaman="i")
    yield Judul("KATA PENGANTAR")
    if not ada_tulisan(b, "Kata pengantar"):
        yield Paragraf(kalimat("umum.pengantar", instansi=b.instansi, tahun=b.tahun))
    yield from tulisan(b, "Kata pengantar", "Lengkapi kata pengantar.")
    if b.teks("JabatanPenandaTangan") and not bertanda_tangan(b, "LKjIP"):
        yield Paragraf(b.teks("JabatanPenandaTangan"), "Penanda Tangan")
    yield from tanda_tangan(b, "LKjIP", "Tempat, tanggal, nama, dan NIP penanda tangan.")
    yield Judul("IKHTISAR EKSEKUTIF")
    yield from map(Paragraf, ikhtisar(b))
    yield from tulisan(b, "Ikhtisar", "Lengkapi ikhtisar: langkah ke depan dan hal yang perlu perhatian pimpinan.")
    for judul, isi in (("DAFTAR ISI", "isi"), ("DAFTAR TABEL", "tabel"), ("DAFTAR GAMBAR", "gambar")):
        yield Paragraf(judul, "Judul Daftar")
        yield Daftar(isi)


def catatan_draf(temuan: HasilPeriksa) -> Iterator[Balok]:
    """Why this is a draft, on the cover."""
    hitung = Counter(t.tingkat for t in temuan.temuan)
    isi = {"kesalahan": tulis(hitung[Tingkat.KESALAHAN], 0), "peringatan": tulis(hitung[Tingkat.PERINGATAN], 0)}
    bersih = not hitung[Tingkat.KESALAHAN] and not hitung[Tingkat.PERINGATAN]
    yield Paragraf(kalimat("umum.draf_bersih" if bersih else "umum.draf", **isi), "Isi Awal")
