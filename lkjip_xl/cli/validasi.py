"""Commands that check: a workbook, another copy of a table; and the data dictionary."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import (
    BerkasHtml,
    BerkasJson,
    Buku,
    FolderSkema,
    SalahPakai,
    Timpa,
    app,
    cetak,
    cetak_simpanan,
    kerja,
    muat_skema,
    siapkan_temuan,
)


@app.command()
def validasi(
    buku: Buku,
    json: BerkasJson = None,
    html: BerkasHtml = None,
    tulis: Annotated[
        bool, typer.Option("--tulis", help="Tulis hasil pemeriksaan ke lembar Hasil Validasi buku ini.")
    ] = False,
    tahun_lalu: Annotated[
        Path | None,
        typer.Option(
            "--tahun-lalu", metavar="BERKAS", help="Buku kerja tahun lalu, untuk memeriksa Riwayat.", readable=False
        ),
    ] = None,
    timpa: Timpa = False,
    skema: FolderSkema = None,
) -> None:
    """Periksa buku kerja. Kode keluar: 0 bersih, 1 hanya peringatan, 2 ada kesalahan, 3 kegagalan program, 4 berkas."""
    from lkjip_xl import perintah

    keluaran = siapkan_temuan(json, html, [buku, tahun_lalu], skema=skema, timpa=timpa)
    simpanan = []
    with kerja("Memeriksa …"):
        laporan = perintah.validasi(
            buku, tulis=tulis, tahun_lalu=tahun_lalu, sk=muat_skema(skema), lapor=simpanan.append
        )
    cetak(laporan, keluaran, layar_json=json == "-", tertulis=tulis, simpanan=simpanan)


@app.command()
def cocokkan(
    buku: Buku,
    lembar: Annotated[
        str,
        typer.Argument(
            metavar="LEMBAR|TABEL",
            help="Lembar isian atau ringkasan; atau langsung berkasnya: semua tabelnya dicocokkan.",
        ),
    ],
    tabel: Annotated[
        Path | None,
        typer.Argument(
            metavar="TABEL",
            show_default=False,
            help="Salinan tabel atau seluruh laporan: CSV, Excel, Word, PDF, HTML atau .ods (misalnya DPA atau LRA).",
            readable=False,
        ),
    ] = None,
    lembar_tabel: Annotated[
        str | None, typer.Option("--lembar-tabel", metavar="NAMA", help="Lembar di berkas tabel.")
    ] = None,
    json: BerkasJson = None,
    html: BerkasHtml = None,
    timpa: Timpa = False,
    skema: FolderSkema = None,
) -> None:
    """Cocokkan salinan lain sebuah tabel (laporan, DPA, LRA, ekspor sistem anggaran) dengan sebuah lembar, atau dengan buku."""
    from lkjip_xl import perintah

    if tabel is None and not Path(lembar).is_file():
        raise SalahPakai("TABEL belum disebut, atau tidak ada")
    luar = Path(lembar) if tabel is None else tabel
    keluaran = siapkan_temuan(json, html, [buku, luar], skema=skema, timpa=timpa)
    with kerja("Mencocokkan …"):
        laporan = perintah.cocokkan(
            buku, None if tabel is None else lembar, luar, lembar_tabel=lembar_tabel, sk=muat_skema(skema)
        )
    cetak(laporan, keluaran, layar_json=json == "-")


@app.command()
def kamus(
    tulis: Annotated[
        Path | None, typer.Option("--tulis", metavar="BERKAS", help="Simpan ke berkas Markdown.", readable=False)
    ] = None,
    timpa: Timpa = False,
    skema: FolderSkema = None,
) -> None:
    """Cetak kamus data: semua lembar, kolom, satuan, rumus, dan kode pesan."""
    from lkjip_xl import perintah
    from lkjip_xl.buku.keluaran import KAMUS, Keluaran, isi_folder

    keluaran = None if tulis is None else Keluaran(tulis, KAMUS, isi_folder(skema, "*.yaml"), timpa)
    if keluaran is not None:
        keluaran.periksa()
    teks = perintah.kamus(sk=muat_skema(skema))
    if keluaran is None:
        typer.echo(teks)
    else:
        hasil = keluaran.tulis(teks)
        typer.echo(f"Kamus data ditulis: {tulis}")
        cetak_simpanan([hasil])
