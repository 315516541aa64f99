"""What all commands of `lkjip` share: the application, common arguments, output, exit codes."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl import __version__

KELUAR_GAGAL_SENDIRI = 3
KELUAR_BERKAS = 4
KELUAR_PEMAKAIAN = 64  # arguments not understood: none of the codes of a check
TANPA_RUANG = ("periksa-pasang", "pasang", "layani")  # one changes nothing, one does it itself, one needs it made before

app = typer.Typer(
    name="lkjip",
    help="LKjIP-XL: buku kerja Laporan Kinerja Instansi Pemerintah — buat, isi, periksa, ringkas.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Buku = Annotated[Path, typer.Argument(metavar="BUKU", help="Buku kerja (.xlsm atau .xlsx).")]
FolderSkema = Annotated[
    Path | None, typer.Option("--skema", metavar="FOLDER", help="Folder YAML yang menindih skema dan pesan bawaan; cukup berkas dan kunci yang berbeda.")
]
BerkasHtml = Annotated[Path | None, typer.Option("--html", metavar="BERKAS", help="Tulis temuan sebagai halaman HTML siap cetak.")]
BerkasJson = Annotated[
    str | None, typer.Option("--json", metavar="BERKAS", help="Tulis temuan sebagai JSON; - = layar.")
]


def _versi(ya: bool) -> None:
    if ya:
        typer.echo(f"lkjip {__version__}")
        raise typer.Exit()


@app.callback()
def _utama(
    konteks: typer.Context,
    versi: Annotated[
        bool, typer.Option("--versi", callback=_versi, is_eager=True, help="Tampilkan versi lalu berhenti.")
    ] = False,
) -> None:
    from lkjip_xl.ruang import siapkan_diam

    if konteks.invoked_subcommand not in TANPA_RUANG:
        siapkan_diam()


@contextmanager
def kerja(teks: str):
    """A spinner on the terminal while something takes long; nothing where the output is a file."""
    from rich.console import Console

    konsol = Console(stderr=True)
    with konsol.status(teks):
        yield


def muat_skema(folder: Path | None):
    """The schemas of the option --skema."""
    from lkjip_xl import perintah

    return perintah.skema(folder)


def cetak(laporan, json: str | None, html: Path | None = None, *, tertulis: bool = False) -> None:
    """Findings on the screen, as JSON or as a page, and the exit code they mean; tertulis: they are on the sheet, too."""
    if html is not None:
        from lkjip_xl.halaman_temuan import halaman_temuan

        tulis_teks(html, halaman_temuan(laporan))
    if json == "-":
        typer.echo(laporan.ke_json())
    elif json:
        tulis_teks(Path(json), laporan.ke_json())
    if json != "-":
        for t in laporan.temuan:
            typer.echo(f"[{t.kode}] {t.tingkat}: {tempat(t)}{t.pesan} {t.saran}".rstrip())
        typer.echo(laporan.kalimat(tertulis=tertulis))
    raise typer.Exit(laporan.kode_keluar())


def tempat(t) -> str:
    """Where a finding stands, as the beginning of its sentence."""
    from lkjip_xl.buku.alamat import kutip

    if not t.lembar:
        return ""
    return f"{kutip(t.lembar)}!{t.sel} — " if t.sel else f"{t.lembar} — "


def tulis_teks(tujuan: Path, teks: str) -> None:
    """Write a text file; raises GalatBerkas."""
    from lkjip_xl.buku.berkas import galat_sistem

    try:
        tujuan.write_text(teks, encoding="utf-8")
    except OSError as e:
        raise galat_sistem(e, tujuan) from None
