"""What all commands of `lkjip` share: the application, common arguments, output, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from lkjip_xl import __version__
from lkjip_xl.cli.bantuan import tulis_baris, tulis_json
from lkjip_xl.cli.keluar import KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI, KELUAR_PEMAKAIAN

if TYPE_CHECKING:
    from lkjip_xl.buku.keluaran import Keluaran
    from lkjip_xl.buku.simpan import HasilSimpan
    from lkjip_xl.skema.model import Skema

__all__ = ["KELUAR_BERKAS", "KELUAR_GAGAL_SENDIRI", "KELUAR_PEMAKAIAN", "app"]

TANPA_RUANG = (
    "periksa-pasang",
    "pasang",
    "layani",
    "tunggu",
)  # one changes nothing, two do it themselves, one needs it made before

app = typer.Typer(
    name="lkjip",
    help="LKjIP-XL: buku kerja Laporan Kinerja Instansi Pemerintah — buat, isi, periksa, ringkas.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Buku = Annotated[Path, typer.Argument(metavar="BUKU", help="Buku kerja (.xlsm atau .xlsx).", readable=False)]
FolderSkema = Annotated[
    Path | None,
    typer.Option(
        "--skema",
        metavar="FOLDER",
        help="Folder YAML yang menindih skema dan pesan bawaan; cukup berkas dan kunci yang berbeda.",
        readable=False,
    ),
]
BerkasHtml = Annotated[
    Path | None,
    typer.Option(
        "--html", metavar="BERKAS", help="Tulis hasil pemeriksaan sebagai halaman HTML siap cetak.", readable=False
    ),
]
BerkasJson = Annotated[
    str | None, typer.Option("--json", metavar="BERKAS", help="Tulis hasil pemeriksaan sebagai JSON; - = layar.")
]
Timpa = Annotated[
    bool, typer.Option("--timpa", help="Ganti juga berkas keluaran yang bukan buatan LKjIP-XL (cadangan disimpan).")
]


class SalahPakai(typer.BadParameter):
    """Arguments that do not go together; its sentence, which names them, is what the user reads."""


def _versi(ya: bool) -> None:
    if ya:
        typer.echo(f"lkjip {__version__}")
        raise typer.Exit()


@app.callback()
def _utama(
    konteks: typer.Context,
    versi: Annotated[
        bool,
        typer.Option("--versi", "--version", callback=_versi, is_eager=True, help="Tampilkan versi lalu berhenti."),
    ] = False,
) -> None:
    from lkjip_xl.excel.ruang import siapkan_diam

    if konteks.invoked_subcommand not in TANPA_RUANG:
        siapkan_diam()


@contextmanager
def kerja(teks: str):
    """A spinner on the terminal while something takes long, with what is being done; nothing where the output is a file."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.markup import escape

    from lkjip_xl.inti.kemajuan import dengar

    konsol = Console(file=_layar())
    with konsol.status(teks) as status, dengar(lambda apa: status.update(f"{teks} [dim]{escape(apa)}[/dim]")):
        yield


@contextmanager
def batang(teks: str) -> Iterator[Callable[[int, int], object]]:
    """A progress bar on the terminal with the time that is left; nothing where the output is a file."""
    if not sys.stderr.isatty():
        yield lambda n, semua: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    kolom = (TextColumn(teks), BarColumn(), MofNCompleteColumn(), TextColumn("sisa"), TimeRemainingColumn())
    with Progress(*kolom, console=Console(file=_layar()), transient=True) as p:
        tugas = p.add_task("", total=None)
        yield lambda n, semua: p.update(tugas, completed=n, total=semua)


def _layar() -> TextIO:
    """The terminal below what keeps control characters from it."""
    return getattr(sys.stderr, "asli", sys.stderr)


def muat_skema(folder: Path | None):
    """The schemas of the option --skema."""
    from lkjip_xl import perintah
    from lkjip_xl.skema.kata import pakai

    sk = perintah.skema(folder)
    pakai(getattr(sk, "kata", None))  # until the end of this command: what is printed is in its words
    return sk


def siapkan_temuan(
    json: str | None, html: Path | None, masukan: Iterable[Path | None], *, skema: Path | None, timpa: bool
) -> tuple[Keluaran | None, Keluaran | None]:
    """The files findings are to be written to, checked before any work is done; masukan: what the command reads."""
    from lkjip_xl.buku.keluaran import HTML, JSON, Keluaran, isi_folder, periksa_bersama

    dibaca = [m for m in masukan if m is not None] + isi_folder(skema, "*.yaml")
    k_json = Keluaran(Path(json), JSON, dibaca, timpa) if json and json != "-" else None
    k_html = Keluaran(html, HTML, dibaca, timpa) if html is not None else None
    periksa_bersama(k for k in (k_json, k_html) if k is not None)
    return k_json, k_html


def cetak(
    laporan,
    keluaran: tuple[Keluaran | None, Keluaran | None],
    *,
    layar_json: bool = False,
    tertulis: bool = False,
    simpanan: Iterable[HasilSimpan] = (),
) -> None:
    """Findings on the screen, as JSON or as a page, and the exit code they mean; tertulis: they are on the sheet, too."""
    k_json, k_html = keluaran
    disimpan = list(simpanan)
    if k_html is not None:
        from lkjip_xl.validasi.halaman import halaman_temuan

        disimpan.append(k_html.tulis(halaman_temuan(laporan)))
    if layar_json:
        cetak_simpanan(disimpan, err=True)  # before what may reach nobody
        tulis_json(laporan.ke_json())
    elif k_json is not None:
        disimpan.append(k_json.tulis(laporan.ke_json()))
    if not layar_json:
        for t in laporan.temuan:
            tulis_baris(f"[{t.kode}] {t.tingkat}: {tempat(t)}{t.pesan} {t.saran}".rstrip())
        cetak_tambahan(laporan.tambahan)
        tulis_baris(laporan.kalimat(tertulis=tertulis))
        if laporan.bertentangan:
            tulis_baris(
                f"Lembar Petunjuk buku ini masih menyebut hasil sebelumnya: {laporan.terakhir} Dengan --tulis, hasil ini menggantikannya."
            )
        cetak_simpanan(disimpan)
    raise typer.Exit(laporan.kode_keluar())


def cetak_simpanan(simpanan: Iterable[HasilSimpan], *, err: bool = False) -> None:
    """Where the old version of each saved file is, and what could not be kept; err: the screen is taken by JSON."""
    from lkjip_xl.skema.pesan import pesan_berkas

    for h in simpanan:
        if h.cadangan is not None:
            typer.echo(f"Versi sebelumnya disimpan: {h.cadangan}", err=err)
        if h.tak_terjaga:
            typer.echo(pesan_berkas("BK-39", berkas=h.berkas.name, hal=", ".join(h.tak_terjaga)), err=err)


def cetak_tambahan(daftar) -> None:
    """What the user had put on sheets that were written anew, one line each."""
    for t in daftar:
        tulis_baris(f"{t.tingkat}: {tempat(t)}{t.pesan} {t.saran}".rstrip())


def kembalikan(buku: Path, nomor: str, sk: Skema | None, oleh: str) -> NoReturn:
    """Take recorded changes back, those named or all of the command `oleh`, and end: 1 where a cell has changed since."""
    from lkjip_xl import perintah

    kabar, simpanan = [], []
    with kerja("Mengembalikan ..."):
        kembali, tetap = perintah.urungkan_rapikan(buku, nomor, oleh=oleh, sk=sk, lapor=simpanan.append, kabar=kabar)
    cetak_tambahan(kabar)
    typer.echo(f"{len(kembali)} sel dikembalikan.")
    for nama, milik in groupby(kembali, lambda p: p.lembar):
        tulis_baris(f"  {nama}: {', '.join(p.sel for p in milik)}")
    for p in tetap:
        typer.echo(f"{p.lembar}!{p.sel} tidak dikembalikan: isinya sudah diubah sesudahnya.")
    cetak_simpanan(simpanan)
    raise typer.Exit(1 if tetap else 0)


def tempat(t) -> str:
    """Where a finding stands, as the beginning of its sentence."""
    from lkjip_xl.inti.alamat import kutip

    if not t.lembar:
        return ""
    return f"{kutip(t.lembar)}!{t.sel} — " if t.sel else f"{t.lembar} — "
