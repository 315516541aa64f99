"""The command `lkjip`: arguments in, messages and exit codes out; the work is done in `perintah.py`."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl import __version__

KELUAR_GAGAL_SENDIRI = 3
KELUAR_BERKAS = 4

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
    Path | None, typer.Option("--skema", metavar="FOLDER", help="Folder skema (YAML) pengganti skema bawaan.")
]


def _versi(ya: bool) -> None:
    if ya:
        typer.echo(f"lkjip {__version__}")
        raise typer.Exit()


@app.callback()
def _utama(
    versi: Annotated[
        bool, typer.Option("--versi", callback=_versi, is_eager=True, help="Tampilkan versi lalu berhenti.")
    ] = False,
) -> None:
    pass


@contextmanager
def _kerja(teks: str):
    """A spinner on the terminal while something takes long; nothing where the output is a file."""
    from rich.console import Console

    konsol = Console(stderr=True)
    with konsol.status(teks):
        yield


def _skema(folder: Path | None):
    from lkjip_xl import perintah

    return perintah.skema(folder)


@app.command()
def buat(
    buku: Annotated[Path, typer.Argument(metavar="BUKU.xlsm", help="Berkas yang akan dibuat.")],
    tahun: Annotated[int | None, typer.Option(help="Tahun laporan.", min=2015, max=2100)] = None,
    instansi: Annotated[str | None, typer.Option(help="Nama instansi.")] = None,
    kabupaten: Annotated[str | None, typer.Option(help="Kabupaten atau kota.")] = None,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang sudah ada (cadangan disimpan).")] = False,
    skema: FolderSkema = None,
) -> None:
    """Buat buku kerja kosong dengan semua lembar, rumus, pilihan, dan makro."""
    from lkjip_xl import perintah

    isian = {k: v for k, v in (("tahun", tahun), ("instansi", instansi), ("kabupaten", kabupaten)) if v is not None}
    with _kerja("Membuat buku kerja …"):
        perintah.buat(buku, isian=isian, timpa=timpa, sk=_skema(skema))
    typer.echo(f"Buku kerja dibuat: {buku}")


@app.command()
def isi(
    buku: Buku,
    dari: Annotated[Path, typer.Option("--dari", metavar="FOLDER", help="Folder berisi satu CSV per lembar.")],
    json: Annotated[bool, typer.Option("--json", help="Cetak ke mana tiap baris CSV ditempatkan.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Isi buku kerja dari folder CSV; baris dicocokkan menurut kode, lalu nama."""
    from lkjip_xl import perintah

    with _kerja("Mengisi buku kerja …"):
        hasil = perintah.isi(buku, dari, sk=_skema(skema))
    if json:
        typer.echo(perintah.penempatan_json(hasil))
        return
    for t in hasil.temuan:
        typer.echo(f"{t.tingkat}: {_tempat(t)}{t.pesan} {t.saran}".rstrip())
    typer.echo(f"{len(hasil.penempatan)} baris CSV, {hasil.sel} sel ditulis ke {buku}.")


@app.command()
def validasi(
    buku: Buku,
    json: Annotated[str | None, typer.Option("--json", metavar="BERKAS", help="Tulis temuan sebagai JSON; - = layar.")] = None,
    tulis: Annotated[bool, typer.Option("--tulis", help="Tulis temuan ke lembar Hasil Validasi buku ini.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Periksa buku kerja. Kode keluar: 0 bersih, 1 hanya peringatan, 2 ada kesalahan, 3 kegagalan program, 4 berkas."""
    from lkjip_xl import perintah

    with _kerja("Memeriksa …"):
        laporan = perintah.validasi(buku, tulis=tulis, sk=_skema(skema))
    _cetak(laporan, json)


def _cetak(laporan, json: str | None) -> None:
    """Findings on the screen or as JSON, and the exit code they mean."""
    if json == "-":
        typer.echo(laporan.ke_json())
    elif json:
        Path(json).write_text(laporan.ke_json(), encoding="utf-8")
    if json != "-":
        for t in laporan.temuan:
            typer.echo(f"[{t.kode}] {t.tingkat}: {_tempat(t)}{t.pesan} {t.saran}".rstrip())
        typer.echo(laporan.kalimat())
    raise typer.Exit(laporan.kode_keluar())


@app.command()
def cocokkan(
    buku: Buku,
    lembar: Annotated[str, typer.Argument(metavar="LEMBAR", help="Lembar isian atau ringkasan di buku kerja.")],
    tabel: Annotated[Path, typer.Argument(metavar="TABEL", help="Salinan tabel: .csv, .xlsx atau .xlsm (misalnya DPA atau LRA).")],
    lembar_tabel: Annotated[str | None, typer.Option("--lembar-tabel", metavar="NAMA", help="Lembar di berkas tabel.")] = None,
    json: Annotated[str | None, typer.Option("--json", metavar="BERKAS", help="Tulis temuan sebagai JSON; - = layar.")] = None,
    skema: FolderSkema = None,
) -> None:
    """Cocokkan salinan lain sebuah tabel (laporan, DPA, LRA, ekspor sistem anggaran) dengan sebuah lembar."""
    from lkjip_xl import perintah

    with _kerja("Mencocokkan …"):
        laporan = perintah.cocokkan(buku, lembar, tabel, lembar_tabel=lembar_tabel, sk=_skema(skema))
    _cetak(laporan, json)


def _tempat(t) -> str:
    from lkjip_xl.buku.alamat import kutip

    if not t.lembar:
        return ""
    return f"{kutip(t.lembar)}!{t.sel} — " if t.sel else f"{t.lembar} — "


@app.command()
def ringkas(buku: Buku, skema: FolderSkema = None) -> None:
    """Buat ulang lembar ringkasan (tabel Bab III dan IV) dari lembar isian."""
    from lkjip_xl import perintah

    with _kerja("Menyusun ringkasan …"):
        lembar = perintah.ringkas(buku, sk=_skema(skema))
    typer.echo(f"{len(lembar)} lembar ringkasan diperbarui: {', '.join(lembar)}.")


_SEBAB_NILAI = {
    "fungsi": "memakai TERBILANG atau ANGKA",
    "panjang": "rumusnya terlalu panjang bila diuraikan",
    "teks": "membaca angka dari teks di sel lain",
}


@app.command()
def edar(
    buku: Buku,
    keluaran: Annotated[Path, typer.Option("-o", "--keluaran", metavar="X.xlsx", help="Salinan yang akan dibuat.")],
    nilai: Annotated[bool, typer.Option("--nilai", help="Tanpa rumus sama sekali: semua sel berisi nilainya.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Buat salinan .xlsx tanpa makro untuk dikirim; fungsi LKjIP-XL menjadi rumus biasa (TERBILANG dan ANGKA menjadi nilai)."""
    from lkjip_xl import perintah

    with _kerja("Menyusun salinan …"):
        hasil = perintah.edar(buku, keluaran, nilai=nilai, sk=_skema(skema))
    typer.echo(f"Salinan dibuat: {keluaran} — {len(hasil.asli)} rumus diuraikan, tanpa makro.")
    for sebab, sel in hasil.nilai.items():
        alasan = _SEBAB_NILAI.get(sebab)
        contoh = f": {_daftar_sel(sel)} ({alasan})" if alasan else ""
        typer.echo(f"{len(sel)} rumus menjadi nilai{contoh}.")
    if hasil.angka:
        typer.echo(f"{len(hasil.angka)} teks menjadi angka: {_daftar_sel(hasil.angka)}.")
    if hasil.tanpa_nilai:
        typer.echo(
            f"{len(hasil.tanpa_nilai)} rumus belum pernah dihitung sehingga selnya kosong: "
            f"{_daftar_sel(hasil.tanpa_nilai)}. Buka dan simpan buku di Excel, lalu ulangi."
        )


def _daftar_sel(sel: list[tuple[str, str]], paling: int = 10) -> str:
    from lkjip_xl.buku.alamat import rujuk

    sisa = len(sel) - paling
    return ", ".join(rujuk(*s) for s in sel[:paling]) + (f" dan {sisa} lagi" if sisa > 0 else "")


class PilihanMesin(StrEnum):
    vba = "vba"
    xlwings = "xlwings"


@app.command()
def mesin(
    buku: Buku,
    tujuan: Annotated[PilihanMesin, typer.Argument(metavar="vba|xlwings", help="Mesin yang menghitung fungsi.")],
) -> None:
    """Ganti mesin penghitung: vba (tanpa Python) atau xlwings (Python di Windows); isi buku tidak berubah."""
    from lkjip_xl import perintah

    with _kerja("Mengganti mesin …"):
        pulih = perintah.mesin(buku, tujuan.value)
    typer.echo(f"{buku} kini memakai mesin {tujuan.value}.")
    if pulih:
        typer.echo("Tombol dan nama kode yang hilang karena disimpan di LibreOffice sudah dipulihkan.")


@app.command()
def kamus(
    tulis: Annotated[Path | None, typer.Option("--tulis", metavar="BERKAS", help="Simpan ke berkas Markdown.")] = None,
    skema: FolderSkema = None,
) -> None:
    """Cetak kamus data: semua lembar, kolom, satuan, rumus, dan kode pesan."""
    from lkjip_xl import perintah

    teks = perintah.kamus(sk=_skema(skema))
    if tulis is None:
        typer.echo(teks)
    else:
        tulis.write_text(teks, encoding="utf-8")
        typer.echo(f"Kamus data ditulis: {tulis}")


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder hasil.")] = Path("keluaran"),
    skema: FolderSkema = None,
) -> None:
    """Bangun, isi, ringkas, dan periksa dua contoh laporan nyata."""
    from lkjip_xl import perintah

    with _kerja("Membangun dua contoh …"):
        hasil = perintah.demo(folder, sk=_skema(skema))
    for h in hasil:
        typer.echo(f"{h.buku}: {h.baris} baris terisi, {h.ringkasan} lembar ringkasan; {h.temuan}")
    typer.echo("Buka berkas di atas dengan Excel atau LibreOffice; mulai dari lembar Petunjuk.")


@app.command(hidden=True)
def layani(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder berisi salinan buku dan permintaan.")],
    skema: FolderSkema = None,
) -> None:
    """Jawab permintaan tombol di buku kerja; dipanggil oleh makro."""
    from lkjip_xl.layani import layani as jawab

    if not jawab(folder, sk=_skema(skema) if skema else None):
        raise typer.Exit(KELUAR_BERKAS)


def main() -> None:
    """Run the command; every failure ends with a sentence and an exit code, never with a traceback."""
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.pesan import pesan_berkas
    from lkjip_xl.skema.muat import GalatSkema

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
        sys.stderr.reconfigure(encoding="utf-8")
    try:
        app()
    except GalatBerkas as e:
        typer.echo(pesan_berkas(e.kode, **e.isi), err=True)
        sys.exit(KELUAR_BERKAS)
    except GalatSkema as e:
        typer.echo(str(e), err=True)
        sys.exit(KELUAR_BERKAS)
    except Exception as e:
        if os.environ.get("LKJIP_JEJAK"):
            raise
        typer.echo(pesan_berkas("KU-01", aturan=type(e).__name__, sebab=str(e)), err=True)
        sys.exit(KELUAR_GAGAL_SENDIRI)


if __name__ == "__main__":
    main()
