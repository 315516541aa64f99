"""The commands that make another file of a workbook, as functions: report, forms, a copy without macros, next year's workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lkjip_xl import perintah
from lkjip_xl.api.hasil import Hasil, LaporanDitolak
from lkjip_xl.api.hasil_perintah import hasil_perintah
from lkjip_xl.api.sumber import Jalan, PilihanSkema, Sumber, berkalimat, meja, muat_skema, tujuan
from lkjip_xl.buku.simpan import HasilSimpan
from lkjip_xl.edar import HasilEdar
from lkjip_xl.formulir import HasilTerbit
from lkjip_xl.tahun_baru import HasilTahunBaru
from lkjip_xl.word import HasilLaporan


@berkalimat
def laporan(
    buku: Sumber,
    berkas: Jalan | None = None,
    *,
    draf: bool = False,
    kertas: str = "",
    templat: Jalan | None = None,
    gambar: Path | None = None,
    perbarui: Jalan | None = None,
    skema: PilihanSkema = None,
) -> Hasil[HasilLaporan]:
    """Write the report as a Word document; raises LaporanDitolak where errors are left and no draft is asked for.

    templat: a Word document whose styles, page and running heads it takes. gambar: a folder of pictures to print.
    perbarui: a report in use, renewed in its place.

    >>> lk.laporan("Magetan.xlsm", "LKjIP.docx").berkas.name
    'LKjIP.docx'
    """
    simpanan: list[HasilSimpan] = []
    if perbarui is not None:
        with meja(buku) as sumber, meja(perbarui, "LKjIP.docx") as m:
            sk = muat_skema(skema)
            r = perintah.perbarui_laporan(sumber.path, m.path, draf=draf, gambar=gambar, sk=sk, lapor=simpanan.append)
            if r.data is None:
                raise LaporanDitolak(r.kesalahan)
            kalimat = f"laporan diperbarui, {r.isian} bagian perlu dilengkapi"
            return hasil_perintah("laporan", kalimat, r, m, kabar=r.catatan, simpanan=simpanan)
    with meja(buku) as sumber, tujuan(berkas, "LKjIP.docx") as m:
        pola = Path(templat) if templat is not None else None
        r = perintah.laporan(
            sumber.path, m.path, draf=draf, kertas=kertas, templat=pola, gambar=gambar, sk=muat_skema(skema)
        )
        if r.data is None:
            raise LaporanDitolak(r.kesalahan)
        return hasil_perintah("laporan", f"laporan dibuat, {r.isian} bagian perlu dilengkapi", r, m)


@berkalimat
def formulir(
    buku: Sumber, ke: Jalan | None = None, *, batas: str = "", timpa: bool = False, skema: PilihanSkema = None
) -> Hasil[HasilTerbit]:
    """Make a form for every bidang, to be filled in and taken back with `ambil`; without `ke` in memory only.

    `baris`: the forms, each with its bytes in `data`; batas: until when they are to come back.

    >>> [f.nama for f in lk.formulir("Magetan.xlsm").baris][-1]
    'Belum ada penanggung jawab'
    """
    sk, simpanan = muat_skema(skema), list[HasilSimpan]()
    with meja(buku) as m:
        if ke is None:
            r = perintah.susun_formulir(m.path, batas=batas, sk=sk)
        else:
            r = perintah.formulir(m.path, Path(ke), batas=batas, timpa=timpa, sk=sk, lapor=simpanan.append)
        kalimat = f"{len(r.formulir)} formulir dibuat"
        return hasil_perintah("formulir", kalimat, r, m, baris=r.formulir.values(), kabar=r.temuan, simpanan=simpanan)


@berkalimat
def edar(
    buku: Sumber, berkas: Jalan | None = None, *, nilai: bool = False, lambda_: bool = False, skema: PilihanSkema = None
) -> Hasil[HasilEdar]:
    """Make a copy without macros for sending around, our functions as native formulas, as LAMBDA names, or values only.

    >>> lk.edar("Magetan.xlsm", "Kirim.xlsx", nilai=True).berkas.name
    'Kirim.xlsx'
    """
    with meja(buku) as sumber, tujuan(berkas, "edar.xlsx") as m:
        r = perintah.edar(sumber.path, m.path, nilai=nilai, lambda_=lambda_, sk=muat_skema(skema))
        return hasil_perintah("edar", "salinan tanpa makro dibuat", r, m, kabar=r.temuan)


@berkalimat
def tahun_baru(
    lama: Sumber, berkas: Jalan | None = None, *, bekukan: bool = False, bawa: bool = False, skema: PilihanSkema = None
) -> Hasil[HasilTahunBaru]:
    """Make next year's workbook of this year's; bekukan seals the old one, which must then be a file.

    bawa: the user's own sheets and columns come along.

    >>> hasil = lk.tahun_baru("Magetan.xlsm", "Magetan-2025.xlsm")
    >>> lk.buka(hasil.berkas).setelan["TahunLaporan"]
    2025.0
    """
    simpanan: list[HasilSimpan] = []
    with meja(lama, "lama") as asal, tujuan(berkas, "baru.xlsm") as m:
        if bekukan and not asal.milik:
            raise ValueError("bekukan needs the path of the old workbook")
        r, _ = perintah.tahun_baru(
            asal.path,
            m.path,
            beku=date.today() if bekukan else None,
            bawa=bawa,
            sk=muat_skema(skema),
            lapor=simpanan.append,
        )
        kalimat = f"buku kerja tahun {r.tahun + 1} dibuat"
        return hasil_perintah("tahun-baru", kalimat, r, m, baris=r.catatan, kabar=r.temuan, simpanan=simpanan)
