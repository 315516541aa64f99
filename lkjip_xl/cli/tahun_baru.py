"""The command `lkjip tahun-baru`: next year's workbook, and the seal of the old one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import FolderSkema, app, cetak_simpanan, kerja, muat_skema, tempat
from lkjip_xl.cli.bantuan import tulis_json


@app.command("tahun-baru")
def tahun_baru(
    lama: Annotated[
        Path, typer.Argument(metavar="LAMA", help="Buku kerja tahun ini; isinya tidak berubah.", readable=False)
    ],
    baru: Annotated[
        Path, typer.Argument(metavar="BARU.xlsm", help="Buku kerja tahun berikutnya yang akan dibuat.", readable=False)
    ],
    bekukan: Annotated[
        bool,
        typer.Option(
            "--bekukan", help="Segel buku lama agar perubahan sesudahnya ketahuan oleh validasi (cadangan disimpan)."
        ),
    ] = False,
    bawa: Annotated[bool, typer.Option("--bawa", help="Bawa juga lembar dan kolom milik Anda sendiri.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Cetak yang dibawa dan yang kosong sebagai JSON.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Buat buku kerja tahun berikutnya: Renstra, IKU, daftar dan pemetaan dibawa, kinerja tahun ini masuk Riwayat."""
    from lkjip_xl import perintah

    simpanan = []
    beku = date.today() if bekukan else None
    with kerja("Menyusun buku tahun baru …"):
        hasil, segel = perintah.tahun_baru(
            lama, baru, beku=beku, bawa=bawa, sk=muat_skema(skema), lapor=simpanan.append
        )
    if json:
        cetak_simpanan(simpanan, err=True)
        tulis_json(perintah.tahun_baru_json(hasil))
        return
    typer.echo(f"Buku kerja tahun {hasil.tahun + 1} dibuat: {baru}")
    for c in hasil.catatan:
        if c.baris:
            sisa = f" Masih kosong: {c.isian_kosong}." if c.kosong else ""
            typer.echo(f"  {c.lembar}: {c.banyak} dibawa ({c.dibawa}).{sisa}")
    typer.echo(f"Masih kosong: {', '.join(c.lembar for c in hasil.catatan if not c.baris)}.")
    for t in hasil.temuan:
        typer.echo(f"{t.tingkat}: {tempat(t)}{t.pesan} {t.saran}".rstrip())
    if bekukan:
        typer.echo(f"{lama} dibekukan." if segel else f"{lama} sudah dibekukan sebelumnya; segelnya tidak diperbarui.")
    cetak_simpanan(simpanan)
