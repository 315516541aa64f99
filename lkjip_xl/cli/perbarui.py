"""The command `lkjip perbarui`: a workbook in use brought to today's template."""

from __future__ import annotations

from typing import Annotated

import typer

from lkjip_xl.cli.app import Buku, FolderSkema, SalahPakai, app, cetak_simpanan, cetak_tambahan, kerja, muat_skema
from lkjip_xl.cli.bantuan import tulis_json

PALING_BANYAK = 40  # lines on the screen; --json has all


@app.command()
def perbarui(
    buku: Buku,
    lihat: Annotated[
        bool, typer.Option("--lihat", help="Tampilkan daftar perubahan saja; tidak ada yang ditulis.")
    ] = False,
    baris: Annotated[
        list[str] | None,
        typer.Option("--baris", metavar="LEMBAR=N", help="Perbesar tabel, misalnya Anggaran=800; boleh berulang."),
    ] = None,
    pulihkan_rumus: Annotated[
        bool, typer.Option("--pulihkan-rumus", help="Kembalikan rumus di sel hitungan yang ditimpa angka.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Cetak daftar perubahan sebagai JSON.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Pindahkan buku kerja ke templat terbaru dan pulihkan yang rusak; isian, catatan, kolom, dan lembar Anda tetap."""
    from lkjip_xl import perintah

    simpanan, kabar = [], []
    with kerja("Memperbarui buku kerja …"):
        hasil = perintah.perbarui(
            buku, lihat=lihat, baris=_baca_baris(baris or []), pulihkan_rumus=pulihkan_rumus,
            sk=muat_skema(skema), lapor=simpanan.append, kabar=kabar,
        )  # fmt: skip
    if json:
        cetak_simpanan(simpanan, err=True)
        tulis_json(perintah.perbarui_json(hasil))
        return
    _cetak(hasil)
    cetak_tambahan(kabar)
    if not hasil.berubah:
        typer.echo("Buku kerja sudah sesuai dengan templat terbaru; tidak ada yang diubah.")
    elif lihat:
        typer.echo(
            f"Belum ada yang ditulis. {hasil.sel} sel isian akan dibawa; jalankan tanpa --lihat untuk memperbarui."
        )
    else:
        typer.echo(f"{buku} kini memakai templat terbaru; {hasil.sel} sel isian terbawa.")
    cetak_simpanan(simpanan)


def _baca_baris(teks: list[str]) -> dict[str, int]:
    """Sheet names and row counts of --baris."""
    from lkjip_xl.buku.batas import BARIS_TERISI_MAKS
    from lkjip_xl.inti.angka import cacah

    hasil = {}
    for x in teks:
        lembar, sama, n = x.rpartition("=")
        banyak = cacah(n.strip())
        if not sama or not lembar.strip() or banyak is None or not 0 < banyak <= BARIS_TERISI_MAKS:
            raise SalahPakai("--baris: tulis LEMBAR=N, misalnya Anggaran=800")
        hasil[lembar.strip()] = banyak
    return hasil


def _cetak(hasil) -> None:
    daftar = hasil.urut()
    for p in daftar[:PALING_BANYAK]:
        tempat = " ".join(x for x in (p.lembar, p.tempat) if x)
        isi = f" {p.lama} → {p.baru}" if p.lama and p.baru else f" {p.lama or p.baru}" if p.lama or p.baru else ""
        tetap = "" if p.dilakukan else " (dibiarkan)"
        typer.echo(f"{p.jenis.value}: {tempat}{':' if tempat and isi else ''}{isi}{tetap}".rstrip())
    if len(daftar) > PALING_BANYAK:
        typer.echo(f"… dan {len(daftar) - PALING_BANYAK} lagi; --json menampilkan semuanya.")
