"""The command `lkjip rekap`: all workbooks of a region in one, for Bagian Organisasi and Inspektorat."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import FolderSkema, SalahPakai, Timpa, app, batang, cetak_simpanan, muat_skema
from lkjip_xl.cli.bantuan import tulis_json


@app.command()
def rekap(
    sumber: Annotated[
        list[str],
        typer.Argument(metavar="FOLDER...", help="Folder (beserta subfoldernya), buku kerja, atau alamat seperti s3://wadah/2024."),
    ],
    keluar: Annotated[Path | None, typer.Option("-o", "--ke", metavar="REKAP.xlsx", help="Buku rekap yang akan ditulis.", readable=False)] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="BERKAS", help="Tulis juga sebagai satu halaman HTML.", readable=False)] = None,
    csv: Annotated[Path | None, typer.Option("--csv", metavar="FOLDER", help="Tulis juga tiap tabel sebagai CSV.", readable=False)] = None,
    daftar: Annotated[Path | None, typer.Option("--daftar", metavar="OPD.csv", help="Daftar perangkat daerah: siapa yang belum menyerahkan, dan pengaturan yang ditetapkan.", readable=False)] = None,
    templat: Annotated[Path | None, typer.Option("--templat", metavar="BUKU", help="Templat daerah: pengaturan buku lain dibandingkan dengannya.", readable=False)] = None,
    sejak: Annotated[Path | None, typer.Option("--sejak", metavar="REKAP-LAMA.xlsx", help="Rekap terdahulu: apa yang berubah.", readable=False)] = None,
    tahun: Annotated[int | None, typer.Option("--tahun", help="Tahun laporan yang ditagih; bawaan: tahun kebanyakan buku.", min=2015, max=2100)] = None,
    pekerja: Annotated[int, typer.Option("--pekerja", metavar="N", help="Banyaknya proses; 0 = sebanyak inti prosesor.", min=0, max=256)] = 0,
    dask: Annotated[
        str, typer.Option("--dask", metavar="ALAMAT", help="Kerjakan di klaster Dask, misalnya tcp://10.0.0.5:8786 (pasang lkjip-xl[klaster]).")
    ] = "",
    tanpa_tembolok: Annotated[bool, typer.Option("--tanpa-tembolok", help="Baca semua berkas lagi dan jangan simpan hasilnya untuk rekap berikutnya.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Cetak ringkasannya sebagai JSON.")] = False,
    timpa: Timpa = False,
    skema: FolderSkema = None,
) -> None:  # fmt: skip
    """Rekap semua buku kerja sebuah daerah menjadi satu. Kode keluar: 0 lengkap, 1 ada yang tidak ikut, 3 kegagalan program, 4 berkas."""
    from lkjip_xl import perintah
    from lkjip_xl.rekap import Pilihan, jauh

    if keluar is None and html is None and csv is None and not json:
        raise SalahPakai("sebut hasilnya dengan -o, --html, --csv, atau --json")
    pilihan = Pilihan(
        tindih=skema,
        pekerja=pekerja or os.cpu_count() or 1,
        simpan=not tanpa_tembolok,
        tahun=tahun,
        daftar=daftar,
        templat=templat,
        jauh=tuple(filter(jauh, sumber)),
        dask=dask,
    )
    simpanan, sk = [], muat_skema(skema)
    with batang("Merekap") as maju:
        r = perintah.rekap(
            [Path(x) for x in sumber if not jauh(x)],
            keluar,
            html=html,
            csv=csv,
            sejak=sejak,
            timpa=timpa,
            pilihan=pilihan,
            sk=sk,
            maju=maju,
            lapor=simpanan.append,
        )
    if json:
        cetak_simpanan(simpanan, err=True)
        tulis_json(perintah.rekap_json(r))
    else:
        for t in r.temuan:
            typer.echo(f"[{t.kode}] {t.tingkat}: {t.pesan} {t.saran}".rstrip())
        typer.echo(r.kalimat())
        cetak_simpanan(simpanan)
    raise typer.Exit(r.kode_keluar())
