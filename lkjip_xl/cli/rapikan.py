"""The command `lkjip rapikan`: list, apply and take back."""

from __future__ import annotations

import json as json_
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from lkjip_xl.cli.app import Buku, FolderSkema, app, cetak_simpanan, cetak_tambahan, kembalikan, kerja, muat_skema
from lkjip_xl.cli.bantuan import tulis_json


@app.command()
def rapikan(
    buku: Buku,
    terapkan: Annotated[
        str | None,
        typer.Option(
            "--terapkan", metavar="PILIHAN", help="pasti, semua, nomor, atau alamat (Pengukuran!F9), dipisahkan koma."
        ),
    ] = None,
    urungkan: Annotated[
        str | None,
        typer.Option(
            "--urungkan",
            metavar="NOMOR",
            help="Batalkan perubahan: nomor di Riwayat Perubahan, atau semua (yang ditulis rapikan).",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Cetak usulan sebagai JSON.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Ubah angka yang tertulis sebagai teks menjadi angka: daftar usulan dahulu, lalu yang disetujui; dapat dibatalkan."""
    from lkjip_xl import perintah
    from lkjip_xl.inti.angka import tulis

    sk, kabar = muat_skema(skema), []
    simpanan = []
    if urungkan is not None:
        kembalikan(buku, urungkan, sk, "rapikan")
    if terapkan is not None:
        waktu = datetime.now().strftime("%Y-%m-%d %H:%M")
        with kerja("Merapikan ..."):
            baru = perintah.terapkan_rapikan(buku, terapkan, waktu, sk=sk, lapor=simpanan.append, kabar=kabar)
        cetak_tambahan(kabar)
        typer.echo(
            f"{len(baru)} sel dirapikan; tercatat di lembar Riwayat Perubahan."
            if baru
            else "Tidak ada yang perlu dirapikan."
        )
        cetak_simpanan(simpanan)
        return
    with kerja("Memeriksa ..."):
        daftar = perintah.rapikan(buku, sk=sk)
    if json:
        tulis_json(json_.dumps([asdict(u) for u in daftar], ensure_ascii=False, indent=1))
    else:
        for n, u in enumerate(daftar, 1):
            tertulis = tulis(u.tertulis) if isinstance(u.tertulis, float) else f'"{u.tertulis}"'
            typer.echo(
                f"{n}. {u.lembar}!{u.sel}: {tertulis} menjadi {tulis(u.menjadi)} ({'pasti' if u.pasti else 'ragu'}: {u.alasan})"
            )
        typer.echo(
            f"{len(daftar)} usulan, {sum(u.pasti for u in daftar)} pasti. Terapkan dengan --terapkan pasti, atau sebut nomornya."
        )
    raise typer.Exit(1 if daftar else 0)
