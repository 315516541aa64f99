"""Commands about the PC: is it ready for the workbooks, and putting right what can be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import app
from lkjip_xl.cli.bantuan import tulis_json

BerkasPasang = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[BUKU...]", help="Buku kerja yang akan dibuka di komputer ini.", readable=False),
]
CetakJson = Annotated[bool, typer.Option("--json", help="Cetak hasil pemeriksaan sebagai JSON.")]


@app.command("periksa-pasang")
def periksa_pasang(
    buku: BerkasPasang = None,
    json: CetakJson = False,
) -> None:
    """Periksa kesiapan komputer: Excel, Python, xlwings, keamanan makro, letak berkas. Tidak mengubah apa pun."""
    from lkjip_xl import perintah

    _cetak_cek(perintah.periksa_pasang(buku or []), json)


@app.command()
def pasang(
    buku: BerkasPasang = None,
    ya: Annotated[bool, typer.Option("--ya", help="Perbaiki tanpa bertanya.")] = False,
    siaga: Annotated[
        bool | None,
        typer.Option(
            "--siaga/--tanpa-siaga",
            help="Jalankan lkjip tunggu setiap masuk Windows, atau tidak lagi: bila Excel dilarang memulai program lain.",
        ),
    ] = None,
    json: CetakJson = False,
) -> None:
    """Siapkan komputer: folder tombol, lokasi tepercaya, blokir berkas; selebihnya disebut cara memperbaikinya."""
    from lkjip_xl import perintah
    from lkjip_xl.excel import ruang
    from lkjip_xl.siaga import hentikan

    ruang.siapkan_diam(catat=True)  # the buttons start this program from now on; what fails the checks tell
    if siaga is not None:
        if not siaga:
            hentikan()
        perintah.pasang_siaga(siaga)
    daftar = perintah.periksa_pasang(buku or [])
    dapat = perintah.dapat_diperbaiki(daftar)
    for c in dapat:
        typer.echo(f"Akan diperbaiki: {c.keterangan}", err=json)
    if dapat and (ya or typer.confirm("Lanjutkan?", default=False, err=json)):
        perintah.pasang(daftar)
        daftar = perintah.periksa_pasang(buku or [])
    _cetak_cek(daftar, json)


@app.command()
def tunggu(
    berhenti: Annotated[bool, typer.Option("--berhenti", help="Hentikan yang sedang menunggu.")] = False,
) -> None:
    """Tunggu permintaan tombol dan jawab, tanpa Excel memulai program; berhenti dengan Ctrl-C atau --berhenti."""
    import os
    from contextlib import suppress

    from lkjip_xl import siaga

    with suppress(OSError):  # it runs all day: no folder of the user's is kept in use
        os.chdir(Path.home())
    if berhenti:
        typer.echo("Dihentikan." if siaga.hentikan() else "Tidak ada lkjip yang sedang menunggu.")
    elif not siaga.tunggu(mulai=lambda: typer.echo("Menunggu tombol; biarkan berjalan. Berhenti: Ctrl-C.")):
        typer.echo("Sudah ada lkjip yang menunggu; tombol dijawab olehnya.")


def _cetak_cek(daftar, json: bool) -> None:
    from lkjip_xl import perintah

    if json:
        tulis_json(perintah.cek_json(daftar))
    else:
        for c in daftar:
            saran = f" {c.temuan.saran}" if c.temuan else ""
            typer.echo(f"[{c.keadaan}] {c.nama}: {c.keterangan}{saran}")
    raise typer.Exit(perintah.kode_cek(daftar))
