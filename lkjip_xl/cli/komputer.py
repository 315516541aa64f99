"""Commands about the PC: is it ready for the workbooks, and putting right what can be."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import app

BerkasPasang = Annotated[
    list[Path] | None, typer.Argument(metavar="[BUKU...]", help="Buku kerja yang akan dibuka di komputer ini.")
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
    json: CetakJson = False,
) -> None:
    """Siapkan komputer: folder tombol, lokasi tepercaya, blokir berkas; selebihnya disebut cara memperbaikinya."""
    from lkjip_xl import perintah
    from lkjip_xl.excel import ruang

    ruang.siapkan_diam(catat=True)  # the buttons start this program from now on; what fails the checks tell
    daftar = perintah.periksa_pasang(buku or [])
    dapat = perintah.dapat_diperbaiki(daftar)
    for c in dapat:
        typer.echo(f"Akan diperbaiki: {c.keterangan}", err=json)
    if dapat and (ya or typer.confirm("Lanjutkan?", default=False, err=json)):
        perintah.pasang(daftar)
        daftar = perintah.periksa_pasang(buku or [])
    _cetak_cek(daftar, json)


def _cetak_cek(daftar, json: bool) -> None:
    from lkjip_xl import perintah

    if json:
        typer.echo(perintah.cek_json(daftar))
    else:
        for c in daftar:
            saran = f" {c.temuan.saran}" if c.temuan else ""
            typer.echo(f"[{c.keadaan}] {c.nama}: {c.keterangan}{saran}")
    raise typer.Exit(perintah.kode_cek(daftar))
