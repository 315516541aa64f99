"""The command `lkjip laporan`: the report as a Word document, a new one or one in use renewed."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import (
    Buku,
    FolderSkema,
    SalahPakai,
    app,
    cetak_simpanan,
    cetak_tambahan,
    kerja,
    muat_skema,
)
from lkjip_xl.perintah.laporan import sebut_isian

KELUAR_PERINGATAN, KELUAR_DITOLAK = 1, 2
PALING_BANYAK = 60  # lines on the screen


class Kertas(StrEnum):
    """Paper sizes, those of laporan.gaya_word.KERTAS; that module is too heavy to import for a help text."""

    A4 = "A4"
    F4 = "F4"


@app.command()
def laporan(
    buku: Buku,
    keluaran: Annotated[
        Path | None,
        typer.Option("-o", "--keluaran", metavar="X.docx", help="Dokumen Word yang akan dibuat.", readable=False),
    ] = None,
    perbarui: Annotated[
        Path | None,
        typer.Option(
            "--perbarui",
            metavar="X.docx",
            help="Perbarui laporan yang sudah ada: angka, tabel, dan grafik diganti; yang ditulis orang tetap.",
            readable=False,
        ),
    ] = None,
    lihat: Annotated[
        bool, typer.Option("--lihat", help="Dengan --perbarui: tampilkan daftarnya saja; tidak ada yang ditulis.")
    ] = False,
    draf: Annotated[
        bool,
        typer.Option(
            "--draf",
            help="Buat juga bila masih ada kesalahan: DRAF di tiap halaman, hasil pemeriksaan sebagai lampiran.",
        ),
    ] = False,
    kertas: Annotated[
        Kertas | None, typer.Option("--kertas", help="Ukuran kertas; bila tidak disebut, menurut templat atau A4.")
    ] = None,
    gambar: Annotated[
        Path | None,
        typer.Option(
            "--gambar",
            metavar="FOLDER",
            help="Folder gambar: lambang*, struktur*, pohon*, dokumentasi* (PNG atau JPG); bila tidak disebut, folder Gambar di samping buku.",
            readable=False,
        ),
    ] = None,
    templat: Annotated[
        Path | None,
        typer.Option(
            "--templat",
            metavar="X.docx",
            help="Dokumen Word yang gaya, tepi, kepala, dan kaki halamannya dipakai.",
            readable=False,
        ),
    ] = None,
    tulis_templat: Annotated[
        Path | None,
        typer.Option(
            "--tulis-templat",
            metavar="X.docx",
            help="Simpan templat bawaan untuk disesuaikan, lalu pakai dengan --templat.",
            readable=False,
        ),
    ] = None,
    skema: FolderSkema = None,
) -> None:
    """Buat draf LKjIP (Word), atau perbarui yang sudah ada. Kode keluar 1: ada angka yang berbeda; 2: masih ada kesalahan dan tanpa --draf."""
    from lkjip_xl import perintah

    _periksa(keluaran, perbarui, tulis_templat, lihat, bool(kertas or templat))
    if tulis_templat is not None:
        perintah.tulis_templat(tulis_templat)
        typer.echo(f"Templat dibuat: {tulis_templat}. Ubah gayanya di Word, lalu pakai dengan --templat.")
        return
    sk, simpanan = muat_skema(skema), []
    if keluaran is not None:
        with kerja("Menyusun laporan …"):
            hasil = perintah.laporan(
                buku,
                keluaran,
                draf=draf,
                kertas=kertas.value if kertas else "",
                templat=templat,
                gambar=gambar,
                sk=sk,
            )
        _ditolak(hasil)
        cetak_tambahan(hasil.catatan)
        typer.echo(f"Laporan dibuat: {keluaran}. {sebut_isian(hasil.isian)}")
        return
    assert perbarui is not None
    with kerja("Memperbarui laporan …"):
        hasil = perintah.perbarui_laporan(
            buku, perbarui, draf=draf, lihat=lihat, gambar=gambar, sk=sk, lapor=simpanan.append
        )
    _ditolak(hasil)
    _cetak_perbaruan(hasil, perbarui, lihat, simpanan)


def _periksa(keluaran: Path | None, perbarui: Path | None, templat: Path | None, lihat: bool, rupa: bool) -> None:
    """One thing to make, and no option that means nothing for it; rupa: paper or template was named."""
    if sum(x is not None for x in (keluaran, perbarui, templat)) != 1:
        raise SalahPakai(
            "sebutkan salah satu: -o X.docx (laporan baru), --perbarui X.docx, atau --tulis-templat X.docx"
        )
    if lihat and perbarui is None:
        raise SalahPakai("--lihat hanya bersama --perbarui")
    if rupa and keluaran is None:
        raise SalahPakai("--kertas dan --templat hanya bersama -o; yang sudah ada memakai gaya dan kertasnya sendiri")


def _ditolak(hasil) -> None:
    """Say that nothing was made because of errors, and end."""
    from lkjip_xl.skema.pesan import pesan_berkas

    if hasil.data is None:
        typer.echo(pesan_berkas("LP-01", jumlah=hasil.kesalahan), err=True)
        raise typer.Exit(KELUAR_DITOLAK)


def _cetak_perbaruan(hasil, dokumen: Path, lihat: bool, simpanan: list) -> None:
    """Every block with its fate, what differs, and the exit code that means."""
    from lkjip_xl.skema.pesan import pesan_berkas
    from lkjip_xl.word.rencana_word import Tindakan

    p = hasil.perbaruan
    butir = [x for x in p.rencana if x.tindakan is not Tindakan.SAMA]
    for x in butir[:PALING_BANYAK]:
        typer.echo(f"{x.tindakan.value}: {x.nama}")
    if len(butir) > PALING_BANYAK:
        typer.echo(f"… dan {len(butir) - PALING_BANYAK} lagi.")
    cetak_tambahan(hasil.catatan)
    hitung = Counter(x.tindakan for x in p.rencana)
    if p.terpisah:
        tujuan = simpanan[0].berkas if simpanan else "berkas baru di sampingnya"
        typer.echo(pesan_berkas("LP-15", berkas=dokumen.name, tujuan=tujuan))
        simpanan = []
    elif not p.berubah:
        typer.echo(f"{dokumen} sudah sesuai dengan buku kerja; tidak ada yang diubah.")
    elif lihat:
        typer.echo("Belum ada yang ditulis; jalankan tanpa --lihat untuk memperbarui.")
    else:
        jumlah = ", ".join(
            f"{hitung[t]} {t.value}" for t in (Tindakan.DIPERBARUI, Tindakan.DITAMBAHKAN, Tindakan.DIHAPUS)
        )
        typer.echo(f"{dokumen}: blok {jumlah}. {sebut_isian(hasil.isian)}")
    cetak_simpanan(simpanan)
    if p.terpisah or any(t.kode == "LP-14" for t in hasil.catatan):
        raise typer.Exit(KELUAR_PERINGATAN)
