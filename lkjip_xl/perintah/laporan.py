"""The report as a Word document: a new one, or one in use renewed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.skema.kata import dengan_kata

FOLDER_GAMBAR = "Gambar"  # beside the workbook; its pictures are printed where no other folder is named
LAPORAN_LAIN = frozenset({"LP-11", "LP-12", "LP-13"})  # what stands under the report's name is not this report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.simpan import HasilSimpan, Lapor
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja
    from lkjip_xl.word import HasilLaporan
    from lkjip_xl.word.gambar_luar import GambarLuar
    from lkjip_xl.word.perbarui_word import HasilPerbaruiWord


@dengan_kata
def laporan(
    buku: Path,
    tujuan: Path,
    *,
    draf: bool = False,
    kertas: str = "",
    templat: Path | None = None,
    gambar: Path | None = None,
    sk: Skema | None = None,
) -> HasilLaporan:
    """Write the report as a Word document; with errors only as a draft. Raises GalatBerkas (LP-02, LP-11, LP-31, BK-19, BK-80).

    templat: a Word document whose styles, page and running heads it takes, the one beside the workbook where none is named;
    kertas: A4 or F4, "" = that of the template.
    gambar: a folder of pictures to print (coat of arms, organisation chart, photographs); the one beside the workbook
    where none is named.
    """
    from lkjip_xl.buku.simpan import simpan_baru
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.word import buat_laporan

    ada = _nama_baru(tujuan)
    milik, sisa = _gambar(gambar, buku)
    kerja = muat_buku(buku, sk or skema())
    dasar, kabar = _templat(templat, buku, kerja)
    hasil = buat_laporan(kerja, draf=draf, kertas=kertas, berkas=buku.name, templat=dasar, gambar=milik)
    hasil.catatan.extend([*kabar, *sisa])
    if hasil.data is not None:
        simpan_baru(tujuan, hasil.data, ada)
    return hasil


def tulis_templat(tujuan: Path) -> None:
    """Write the template the program brings along, to be adapted; raises GalatBerkas (LP-02, BK-19)."""
    from lkjip_xl.buku.simpan import simpan_baru
    from lkjip_xl.word.gaya_word import templat_bawaan

    ada = _nama_baru(tujuan)
    simpan_baru(tujuan, templat_bawaan(), ada)


def _nama_baru(tujuan: Path) -> GalatBerkas:
    """Refuse a name that is no document's, taken, or not to be written; returns what to raise where it is taken meanwhile."""
    from lkjip_xl.buku.berkas import keadaan
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.simpan import periksa_tujuan
    from lkjip_xl.word import AKHIRAN

    if tujuan.suffix.lower() != AKHIRAN:
        raise GalatBerkas("LP-02", berkas=tujuan.name)
    ada = GalatBerkas("BK-19", berkas=str(tujuan), timpa="")
    if keadaan(tujuan) is not None:
        raise ada
    periksa_tujuan(tujuan)
    return ada


@dengan_kata
def perbarui_laporan(
    buku: Path,
    dokumen: Path,
    *,
    draf: bool = False,
    lihat: bool = False,
    gambar: Path | None = None,
    sk: Skema | None = None,
    lapor: Lapor | None = None,
) -> HasilLaporan:
    """Renew a report in use; with lihat nothing is written. Raises GalatBerkas (LP-02, LP-11 … LP-13, LP-31, BK-80).

    Where its marks are gone the new report goes to a file beside it, which lapor is told of as of every other.
    """
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.word import AKHIRAN

    if dokumen.suffix.lower() != AKHIRAN:
        raise GalatBerkas("LP-02", berkas=dokumen.name)
    kerja = muat_buku(buku, sk or skema())
    milik, sisa = _gambar(gambar, buku)
    hasil = perbarui_dokumen(kerja, dokumen, draf=draf, lihat=lihat, berkas=buku.name, gambar=milik, lapor=lapor)
    hasil.catatan.extend(sisa)
    return hasil


@dengan_kata
def perbarui_dokumen(
    kerja: BukuKerja,
    dokumen: Path,
    *,
    draf: bool | None = False,
    lihat: bool = False,
    berkas: str,
    gambar: Sequence[GambarLuar] = (),
    lapor: Lapor | None = None,
) -> HasilLaporan:
    """The same with a typed workbook; draf None: as a draft just when there are errors."""
    from lkjip_xl.buku.berkas import baca_biasa, berkas_asli, nama_bebas
    from lkjip_xl.buku.kunci import kunci
    from lkjip_xl.buku.simpan import ganti, periksa_tujuan, sidik, simpan_aman
    from lkjip_xl.word import perbarui_laporan as buat

    asli = berkas_asli(dokumen)
    data = baca_biasa(asli)
    if lihat:
        return buat(kerja, data, dokumen.name, draf=draf, berkas=berkas, gambar=gambar)
    periksa_tujuan(asli)
    with kunci(asli, dokumen.name, "laporan"):
        hasil = buat(kerja, data, dokumen.name, draf=draf, berkas=berkas, gambar=gambar)
        if hasil.data is None or hasil.perbaruan is None:
            return hasil
        if hasil.perbaruan.terpisah:
            simpanan = simpan_aman(nama_bebas(dokumen), hasil.data)
        elif hasil.perbaruan.berubah:
            simpanan = ganti(dokumen, asli, hasil.data, sidik(data))
        else:
            return hasil
    if lapor is not None:
        lapor(simpanan)
    return hasil


def _templat(templat: Path | None, buku: Path, kerja: BukuKerja) -> tuple[tuple[bytes, str] | None, list[Temuan]]:
    """The Word document a new report takes its looks from, and what is to be said of it (LP-21, LP-22)."""
    from lkjip_xl.buku.berkas import baca_biasa
    from lkjip_xl.skema.pesan import buat_temuan
    from lkjip_xl.tabel.templat_word import BERKAS, di_samping, sidik_templat

    pakai = templat or di_samping(buku)
    data = None if pakai is None else baca_biasa(pakai)
    kabar = []
    if pakai is not None and templat is None:
        kabar.append(buat_temuan("LP-21", lembar="", berkas=pakai.name))
    if kerja.templat_word and (data is None or sidik_templat(data) != kerja.templat_word):
        nama = "templat bawaan program" if pakai is None else pakai.name
        kabar.append(buat_temuan("LP-22", lembar="", berkas=nama, templat=BERKAS))
    return (None if pakai is None or data is None else (data, pakai.name)), kabar


def _gambar(folder: Path | None, buku: Path) -> tuple[list[GambarLuar], list[Temuan]]:
    """The pictures of a folder, else of the one beside the workbook, and a note of the files that are not printed."""
    from lkjip_xl.skema.pesan import buat_temuan
    from lkjip_xl.word.gambar_luar import baca_folder

    if folder is None and not (folder := buku.parent / FOLDER_GAMBAR).is_dir():
        return [], []
    gambar, lain = baca_folder(folder)
    return gambar, [buat_temuan("LP-30", lembar="", jumlah=len(lain), daftar=", ".join(lain))] if lain else []


@dengan_kata
def laporan_tombol(buku: BukuKerja, berkas: Path) -> str:
    """The report beside the workbook, for the button: the one of its name renewed where it is one of this year, else a new one."""
    from lkjip_xl.buku.berkas import nama_bebas
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.word import AKHIRAN, buat_laporan

    tujuan, nama = berkas.with_suffix(AKHIRAN), berkas.name or "buku ini"
    simpanan: list[HasilSimpan] = []
    gambar, sisa = _gambar(None, berkas)
    hasil, kalimat = None, ""
    if tujuan.is_file():
        try:
            hasil = perbarui_dokumen(buku, tujuan, draf=None, berkas=nama, gambar=gambar, lapor=simpanan.append)
        except GalatBerkas as galat:
            if galat.kode not in LAPORAN_LAIN:
                raise
    if hasil is None:
        dasar, kabar = _templat(None, berkas, buku)
        sisa = [*kabar, *sisa]
        hasil = buat_laporan(buku, draf=None, berkas=nama, templat=dasar, gambar=gambar)
        tujuan = nama_bebas(tujuan)
        if hasil.data is None:
            raise AssertionError("a report that may be a draft is never refused")
        simpan_aman(tujuan, hasil.data)
    elif hasil.perbaruan:
        kalimat, tujuan = _perbaruan(hasil.perbaruan, tujuan, simpanan)
    draf = f" sebagai DRAF karena masih ada {hasil.kesalahan} kesalahan" if hasil.draf else ""
    kalimat = kalimat or f"Laporan dibuat{draf}: {tujuan}."
    kalimat += f" {sebut_isian(hasil.isian)}"
    return " ".join([kalimat, *(t.pesan for t in [*hasil.catatan, *sisa])])


def _perbaruan(p: HasilPerbaruiWord, dokumen: Path, simpanan: Sequence[HasilSimpan]) -> tuple[str, Path]:
    """What to say of a report that was there, and where the report now is."""
    from lkjip_xl.skema.pesan import pesan_berkas
    from lkjip_xl.word.rencana_word import Tindakan, langkah

    if p.terpisah:
        tujuan = simpanan[0].berkas
        return pesan_berkas("LP-15", berkas=dokumen.name, tujuan=tujuan), tujuan
    if not p.berubah:
        return f"Laporan {dokumen} sudah sesuai dengan buku kerja.", dokumen
    disunting = len(langkah(p.rencana, Tindakan.DISUNTING, Tindakan.TAK_LAGI))
    tetap = f"; {disunting} bagian yang sudah disunting tetap" if disunting else ""
    return f"Laporan diperbarui: {dokumen}{tetap}. Versi sebelumnya: {simpanan[0].cadangan}.", dokumen


def sebut_isian(jumlah: int) -> str:
    """What is left to write in a report, for the screen."""
    if not jumlah:
        return "Tidak ada bagian yang perlu dilengkapi."
    return f"{jumlah} bagian perlu dilengkapi; daftarnya di akhir dokumen."
