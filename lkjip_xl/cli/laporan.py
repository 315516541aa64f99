"""The command `lkjip laporan`: the report as a Word document."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import Buku, FolderSkema, app, cetak_tambahan, kerja, muat_skema

KELUAR_DITOLAK = 2


class Kertas(StrEnum):
    """Paper sizes, those of laporan.gaya_word.KERTAS; that module is too heavy to import for a help text."""

    A4 = "A4"
    F4 = "F4"


@app.command()
def laporan(
    buku: Buku,
    keluaran: Annotated[
        Path, typer.Option("-o", "--keluaran", metavar="X.docx", help="Dokumen Word yang akan dibuat.")
    ],
    draf: Annotated[
        bool,
        typer.Option(
            "--draf",
            help="Buat juga bila masih ada kesalahan: DRAF di tiap halaman, hasil pemeriksaan sebagai lampiran.",
        ),
    ] = False,
    kertas: Annotated[Kertas, typer.Option("--kertas", help="Ukuran kertas.")] = Kertas.A4,
    skema: FolderSkema = None,
) -> None:
    """Buat draf LKjIP (Word) dari buku kerja. Kode keluar 2: masih ada kesalahan dan tanpa --draf."""
    from lkjip_xl import perintah
    from lkjip_xl.skema.pesan import pesan_berkas

    with kerja("Menyusun laporan …"):
        hasil = perintah.laporan(buku, keluaran, draf=draf, kertas=kertas.value, sk=muat_skema(skema))
    if hasil.data is None:
        typer.echo(pesan_berkas("LP-01", jumlah=hasil.kesalahan), err=True)
        raise typer.Exit(KELUAR_DITOLAK)
    cetak_tambahan(hasil.catatan)
    typer.echo(f"Laporan dibuat: {keluaran} — {hasil.isian} bagian perlu dilengkapi (daftarnya di akhir dokumen).")
