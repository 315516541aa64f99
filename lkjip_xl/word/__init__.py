"""The Word report: a draft of the LKjIP written from the workbook (chapters → Naskah → .docx)."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lkjip_xl.inti.temuan import HasilPeriksa, Temuan
    from lkjip_xl.tabel.model import BukuKerja
    from lkjip_xl.word.gambar_luar import GambarLuar
    from lkjip_xl.word.naskah import Naskah
    from lkjip_xl.word.perbarui_word import HasilPerbaruiWord

AKHIRAN = ".docx"


@dataclass(frozen=True, slots=True)
class HasilLaporan:
    """The document (None: refused because of errors), whether it is a draft, errors found, placeholders left, notes.

    perbaruan: what became of the blocks of a document that was renewed.
    """

    data: bytes | None
    draf: bool
    kesalahan: int
    isian: int = 0
    catatan: list[Temuan] = field(default_factory=list)
    perbaruan: HasilPerbaruiWord | None = None


@dataclass(frozen=True, slots=True)
class _Bahan:
    """What a report is made of once the workbook is checked; naskah None: refused because of errors."""

    naskah: Naskah | None
    kesalahan: int
    catatan: list[Temuan]


@dengan_kata
def buat_laporan(
    buku: BukuKerja,
    *,
    draf: bool | None = False,
    kertas: str = "",
    berkas: str = "buku ini",
    templat: tuple[bytes, str] | None = None,
    gambar: Sequence[GambarLuar] = (),
) -> HasilLaporan:
    """Check the workbook and write its report; with errors only as a draft, and draf None makes one just then.

    templat: a Word document whose styles, page and running heads the report takes, and its name. kertas: A4 or F4,
    "" = that of the template, A4 without one. Raises GalatBerkas: BK-80 where `berkas` lacks a column the report, unless
    a draft, cannot do without; LP-11 where the template is no Word document.
    """
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.skema.pesan import buat_temuan
    from lkjip_xl.word.templat_word import siapkan_templat
    from lkjip_xl.word.word import tulis_word

    dasar, kurang = siapkan_templat(*templat) if templat else (None, [])

    x = _siapkan(buku, draf, berkas, gambar)
    if x.naskah is None:
        return HasilLaporan(None, False, x.kesalahan, catatan=x.catatan)
    catatan = list(x.catatan)
    if templat and kurang:
        catatan.append(buat_temuan("LP-20", lembar="", berkas=templat[1], daftar=", ".join(kurang)))
    try:
        data = tulis_word(x.naskah, kertas, dasar)
    except Exception as galat:
        if templat is None:
            raise
        tulis_word(x.naskah, kertas)  # a fault of ours occurs here, too; else the template is not whole
        raise GalatBerkas("LP-11", berkas=templat[1]) from galat
    return HasilLaporan(data, x.naskah.draf, x.kesalahan, len(x.naskah.isian), catatan)


@dengan_kata
def perbarui_laporan(
    buku: BukuKerja,
    dokumen: bytes,
    nama: str,
    *,
    draf: bool | None = False,
    berkas: str = "buku ini",
    gambar: Sequence[GambarLuar] = (),
) -> HasilLaporan:
    """The same for a report in use, of the file `nama`: what people wrote in it stays. Raises GalatBerkas (LP-11 … LP-13)."""
    from lkjip_xl.word.perbarui_word import perbarui_word
    from lkjip_xl.word.templat_word import siapkan_templat
    from lkjip_xl.word.word import tulis_word

    x = _siapkan(buku, draf, berkas, gambar)
    if x.naskah is None:
        return HasilLaporan(None, False, x.kesalahan, catatan=x.catatan)
    dasar, _ = siapkan_templat(dokumen, nama)

    def tulis(naskah: Naskah) -> bytes:
        """As the document in use looks: its page, the face of its tables, headings that number themselves."""
        try:
            return tulis_word(naskah, "", dasar)
        except (
            Exception
        ):  # parts that python-docx cannot read do not matter to what is renewed; a fault of ours occurs again
            return tulis_word(naskah)

    hasil = perbarui_word(dokumen, nama, x.naskah, tulis)
    catatan = [*x.catatan, *hasil.temuan()]
    return HasilLaporan(hasil.data, x.naskah.draf, x.kesalahan, hasil.isian, catatan, hasil)


def _siapkan(buku: BukuKerja, draf: bool | None, berkas: str, gambar: Sequence[GambarLuar]) -> _Bahan:
    from lkjip_xl.inti.temuan import Tingkat
    from lkjip_xl.skema.pesan import buat_temuan
    from lkjip_xl.tabel.hilang import kurang
    from lkjip_xl.tabel.model import SUSUNAN_RUSAK
    from lkjip_xl.validasi.periksa import periksa
    from lkjip_xl.word.gambar import grafik_hilang
    from lkjip_xl.word.masukan import periksa_laporan, perlu_laporan

    catatan = periksa_laporan(buku, berkas, draf=draf is not False)
    temuan = periksa(buku)
    # a missing column counts where the report cannot do without it, not for being an error
    berat = [t for t in temuan.temuan if t.tingkat is Tingkat.KESALAHAN and t.kode not in SUSUNAN_RUSAK]
    kesalahan = len(berat) + len(kurang(buku, perlu_laporan(buku)).wajib)
    if kesalahan and draf is False:
        return _Bahan(None, kesalahan, catatan)
    sebagai_draf = bool(kesalahan) if draf is None else draf
    naskah = susun_naskah(buku, temuan if sebagai_draf else None, gambar)
    if hilang := grafik_hilang(naskah.balok):
        catatan = [*catatan, buat_temuan("LP-10", lembar="", jumlah=len(hilang), daftar="; ".join(hilang))]
    return _Bahan(naskah, kesalahan, catatan)


@dengan_kata
def susun_naskah(buku: BukuKerja, temuan: HasilPeriksa | None = None, gambar: Sequence[GambarLuar] = ()) -> Naskah:
    """The whole report as blocks; with `temuan` it is a draft that lists errors and warnings as its last annex."""
    from lkjip_xl.word.bab_dua import bab_dua
    from lkjip_xl.word.bab_empat import bab_empat
    from lkjip_xl.word.bab_satu import bab_satu
    from lkjip_xl.word.bab_tiga import bab_tiga
    from lkjip_xl.word.bahan import Bahan
    from lkjip_xl.word.depan import bagian_depan, catatan_draf, sampul
    from lkjip_xl.word.lampiran import daftar_isian, lampiran, lampiran_temuan
    from lkjip_xl.word.naskah import Bagian, Isian, Naskah

    b = Bahan(buku, gambar)
    balok = [*sampul(b), *(catatan_draf(temuan) if temuan else ()), *bagian_depan(b), Bagian(halaman="1")]
    balok += chain(bab_satu(b), bab_dua(b), bab_tiga(b), bab_empat(b), lampiran(b))
    balok += daftar_isian(sum(isinstance(x, Isian) for x in balok))
    if temuan is not None:
        balok += lampiran_temuan(temuan)
    return Naskah(f"LKjIP {b.instansi} Tahun {b.tahun}", balok, temuan is not None, b.instansi, b.tahun)
