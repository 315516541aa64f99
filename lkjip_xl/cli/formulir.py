"""The command `lkjip formulir`: one small workbook for every bidang, to be filled in and taken back with `lkjip ambil`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import Buku, FolderSkema, app, cetak_simpanan, cetak_tambahan, kerja, muat_skema
from lkjip_xl.cli.bantuan import tulis_json


class Per(StrEnum):
    """What a form is made for."""

    BIDANG = "bidang"


@app.command()
def formulir(
    buku: Buku,
    per: Annotated[
        Per, typer.Option("--per", help="Satu formulir untuk setiap bidang atau penanggung jawab.")
    ] = Per.BIDANG,
    ke: Annotated[
        Path | None,
        typer.Option(
            "--ke", metavar="FOLDER", help="Folder tujuannya; bawaan: folder Formulir di samping buku.", readable=False
        ),
    ] = None,
    batas: Annotated[
        str, typer.Option("--batas", metavar="TANGGAL", help="Batas waktu kembali, tercetak di setiap formulir.")
    ] = "",
    timpa: Annotated[
        bool, typer.Option("--timpa", help="Ganti juga formulir yang sudah diisi dan berkas lain (cadangan disimpan).")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Cetak daftar formulir sebagai JSON.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Buat formulir isian tanpa makro untuk setiap bidang; isinya kembali ke buku dengan lkjip ambil."""
    from lkjip_xl import perintah

    sk, simpanan = muat_skema(skema), []
    with kerja(f"Menyusun formulir per {per} ..."):
        hasil = perintah.formulir(buku, ke, batas=batas, timpa=timpa, sk=sk, lapor=simpanan.append)
    if json:
        cetak_simpanan(simpanan, err=True)
        tulis_json(perintah.formulir_json(hasil))
    else:
        for nama, f in hasil.formulir.items():
            typer.echo(f"{nama}: {len(f.indikator)} indikator, {f.program} baris program")
        cetak_tambahan(hasil.temuan)
        typer.echo(f"{len(hasil.formulir)} formulir di {ke or perintah.folder_formulir(buku)}.")
        cetak_simpanan(simpanan)
    raise typer.Exit(perintah.kode_formulir(hasil))
