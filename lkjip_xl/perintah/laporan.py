"""The report as a Word document: a new one, or one in use renewed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lkjip_xl.buku.simpan import Lapor
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.tabel.model import BukuKerja
    from lkjip_xl.word import HasilLaporan
    from lkjip_xl.word.gambar_luar import GambarLuar


@dengan_kata
def laporan(
    buku: Path,
    tujuan: Path,
    *,
    draf: bool = False,
    kertas: str = "A4",
    gambar: Path | None = None,
    sk: Skema | None = None,
) -> HasilLaporan:
    """Write the report as a Word document; with errors only as a draft. Raises GalatBerkas (LP-02, LP-31, BK-19, BK-80).

    gambar: a folder of pictures to print (coat of arms, organisation chart, photographs).
    """
    from lkjip_xl.buku.berkas import keadaan
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.simpan import simpan_baru
    from lkjip_xl.tabel.muat import muat_buku
    from lkjip_xl.word import AKHIRAN, buat_laporan

    if tujuan.suffix.lower() != AKHIRAN:
        raise GalatBerkas("LP-02", berkas=tujuan.name)
    ada = GalatBerkas("BK-19", berkas=str(tujuan), timpa="")
    if keadaan(tujuan) is not None:
        raise ada
    milik, sisa = _gambar(gambar)
    kerja = muat_buku(buku, sk or skema())
    hasil = buat_laporan(kerja, draf=draf, kertas=kertas, berkas=buku.name, gambar=milik)
    hasil.catatan.extend(sisa)
    if hasil.data is not None:
        simpan_baru(tujuan, hasil.data, ada)
    return hasil


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
    milik, sisa = _gambar(gambar)
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
    from lkjip_xl.word import perbarui_laporan as susun

    asli = berkas_asli(dokumen)
    data = baca_biasa(asli)
    if lihat:
        return susun(kerja, data, dokumen.name, draf=draf, berkas=berkas, gambar=gambar)
    periksa_tujuan(asli)
    with kunci(asli, dokumen.name, "laporan"):
        hasil = susun(kerja, data, dokumen.name, draf=draf, berkas=berkas, gambar=gambar)
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


def _gambar(folder: Path | None) -> tuple[list[GambarLuar], list[Temuan]]:
    """The pictures of a folder, and a note of the files that are not printed."""
    from lkjip_xl.skema.pesan import buat_temuan
    from lkjip_xl.word.gambar_luar import baca_folder

    if folder is None:
        return [], []
    gambar, lain = baca_folder(folder)
    return gambar, [buat_temuan("LP-30", lembar="", jumlah=len(lain), daftar=", ".join(lain))] if lain else []
