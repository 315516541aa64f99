"""Commands that make, fill and change workbooks."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lkjip_xl.cli.app import (
    KELUAR_BERKAS,
    Buku,
    FolderSkema,
    SalahPakai,
    Timpa,
    app,
    batang,
    cetak_simpanan,
    cetak_tambahan,
    kerja,
    muat_skema,
    tempat,
)
from lkjip_xl.cli.bantuan import tulis_baris, tulis_json

PERIODE = ("renstra_awal", "renstra_akhir")  # settings a new workbook begins with


class PilihanMesin(StrEnum):
    """Engines a workbook can be switched to."""

    vba = "vba"
    xlwings = "xlwings"
    lambda_ = "lambda"


class PilihanMesinBaru(StrEnum):
    """Engines of a new workbook."""

    otomatis = "otomatis"
    vba = "vba"
    xlwings = "xlwings"


class PilihanTampilan(StrEnum):
    """Which sheets a new workbook shows."""

    ringkas = "ringkas"
    lengkap = "lengkap"


@app.command()
def buat(
    buku: Annotated[
        Path | None, typer.Argument(metavar="BUKU.xlsm", help="Berkas yang akan dibuat.", readable=False)
    ] = None,
    tahun: Annotated[int | None, typer.Option(help="Tahun laporan.", min=2015, max=2100)] = None,
    instansi: Annotated[str | None, typer.Option(help="Nama instansi.")] = None,
    kabupaten: Annotated[str | None, typer.Option(help="Kabupaten atau kota.")] = None,
    timpa: Annotated[bool, typer.Option("--timpa", help="Ganti berkas yang sudah ada (cadangan disimpan).")] = False,
    mesin: Annotated[
        PilihanMesinBaru,
        typer.Option("--mesin", help="Penghitung fungsi; otomatis = xlwings bila siap di Windows, selain itu vba."),
    ] = PilihanMesinBaru.otomatis,
    dari: Annotated[
        Path | None,
        typer.Option(
            "--dari",
            metavar="TEMPLAT",
            help="Buat buku semua perangkat daerah dari buku ini; pengaturannya dikunci.",
            readable=False,
        ),
    ] = None,
    daftar: Annotated[
        Path | None,
        typer.Option(
            "--daftar", metavar="OPD.csv", help="Dengan --dari: perangkat daerah, satu per baris.", readable=False
        ),
    ] = None,
    ke: Annotated[
        Path | None,
        typer.Option("-o", "--ke", metavar="FOLDER", help="Dengan --dari: folder buku-bukunya.", readable=False),
    ] = None,
    tampilan: Annotated[
        PilihanTampilan,
        typer.Option(
            "--tampilan", help="ringkas = lembar yang selalu diperlukan, lainnya tampil begitu terisi; lengkap = semua."
        ),
    ] = PilihanTampilan.ringkas,
    skema: FolderSkema = None,
) -> None:
    """Buat buku kerja kosong dengan semua lembar, rumus, pilihan, dan makro; dengan --dari untuk seluruh daerah."""
    from lkjip_xl import perintah
    from lkjip_xl.skema.pesan import buat_temuan

    if dari is not None or daftar is not None or ke is not None:
        if dari is None or daftar is None or ke is None or buku is not None:
            raise SalahPakai("--dari, --daftar dan -o dipakai bersama, tanpa BUKU")
        _buat_daerah(dari, daftar, ke, tahun=tahun, timpa=timpa, skema=skema)
        return
    if buku is None:
        raise SalahPakai("BUKU.xlsm belum disebut")
    isian = {k: v for k, v in (("tahun", tahun), ("instansi", instansi), ("kabupaten", kabupaten)) if v is not None}
    simpanan, sk = [], muat_skema(skema) or perintah.skema()
    with kerja("Membuat buku kerja …"):
        perintah.buat(
            buku, isian=isian, timpa=timpa, mesin=mesin.value, tampilan=tampilan.value, sk=sk, lapor=simpanan.append,
        )  # fmt: skip
    typer.echo(f"Buku kerja dibuat: {buku}")
    awal, akhir = (k.bawaan if (k := sk.lembar["pengaturan"].kolom.get(n)) else None for n in PERIODE)
    if tahun is not None and awal and akhir and not int(awal) <= tahun <= int(akhir):
        lembar = sk.lembar["pengaturan"].lembar
        cetak_tambahan([buat_temuan("PS-04", lembar=lembar, nilai=tahun, awal=awal, akhir=akhir)])
    cetak_simpanan(simpanan)


def _buat_daerah(dari: Path, daftar: Path, ke: Path, *, tahun: int | None, timpa: bool, skema: Path | None) -> None:
    from lkjip_xl import perintah
    from lkjip_xl.inti.temuan import Tingkat

    simpanan, sk = [], muat_skema(skema)
    with batang("Membuat") as maju:
        berkas, temuan = perintah.buat_daerah(
            dari, daftar, ke, tahun=tahun, timpa=timpa, sk=sk, maju=maju, lapor=simpanan.append
        )
    for b in berkas:
        typer.echo(f"Buku kerja dibuat: {b}")
    cetak_tambahan(temuan)
    cetak_simpanan(simpanan)
    raise typer.Exit(int(any(t.tingkat is not Tingkat.CATATAN for t in temuan)))


@app.command()
def isi(
    buku: Buku,
    dari: Annotated[
        Path,
        typer.Option(
            "--dari",
            metavar="SUMBER",
            help="Berkas atau folder: satu tabel per lembar, dengan nama kolom di lkjip kamus.",
            readable=False,
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Cetak ke mana tiap baris ditempatkan.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Isi buku kerja dari CSV, Excel, Word, HTML, PDF, .ods atau .xls; baris dicocokkan menurut kode, lalu nama."""
    from lkjip_xl import perintah

    simpanan = []
    with kerja("Mengisi buku kerja …"):
        hasil = perintah.isi(buku, dari, sk=muat_skema(skema), lapor=simpanan.append)
    if json:
        cetak_simpanan(simpanan, err=True)
        tulis_json(perintah.penempatan_json(hasil))
        raise typer.Exit(hasil.kode_keluar())
    for t in hasil.temuan:
        tulis_baris(f"{t.tingkat}: {tempat(t)}{t.pesan} {t.saran}".rstrip())
    typer.echo(f"{buku}: {hasil.kalimat()}.")
    cetak_simpanan(simpanan)
    raise typer.Exit(hasil.kode_keluar())


@app.command()
def ringkas(buku: Buku, skema: FolderSkema = None) -> None:
    """Buat ulang lembar ringkasan (tabel Bab III dan IV) dari lembar isian."""
    from lkjip_xl import perintah

    simpanan = []
    with kerja("Menyusun ringkasan …"):
        hasil = perintah.ringkas(buku, sk=muat_skema(skema), lapor=simpanan.append)
    typer.echo(f"{len(hasil.lembar)} lembar ringkasan diperbarui: {', '.join(hasil.lembar)}.")
    cetak_tambahan(hasil.tambahan)
    if hasil.tak_terbaca:
        typer.echo(
            f"{hasil.tak_terbaca} sel tidak terbaca; jumlah yang memuatnya berisi galat. Jalankan lkjip validasi."
        )
    cetak_simpanan(simpanan)


_SEBAB_NILAI = {
    "fungsi": "memakai TERBILANG atau ANGKA",
    "banyak": "salinan menjadi terlalu besar bila semua rumus diuraikan",
    "panjang": "rumusnya terlalu panjang bila diuraikan",
    "teks": "membaca angka dari teks di sel lain",
    "luar": "memanggil fungsi dari buku lain",
    "skala": "tabel skalanya bukan kawasan sel yang tetap",
}


@app.command()
def edar(
    buku: Buku,
    keluaran: Annotated[
        Path, typer.Option("-o", "--keluaran", metavar="X.xlsx", help="Salinan yang akan dibuat.", readable=False)
    ],
    nilai: Annotated[bool, typer.Option("--nilai", help="Tanpa rumus sama sekali: semua sel berisi nilainya.")] = False,
    lambda_: Annotated[
        bool,
        typer.Option(
            "--lambda", help="Hanya untuk Excel 365/2024, web, Mac, tablet: =CAPAIAN(…) tetap terbaca dan hidup."
        ),
    ] = False,
    skema: FolderSkema = None,
) -> None:
    """Buat salinan .xlsx tanpa makro untuk dikirim; fungsi LKjIP-XL menjadi rumus biasa (TERBILANG dan ANGKA menjadi nilai)."""
    from lkjip_xl import perintah

    if nilai and lambda_:
        raise SalahPakai("pilih salah satu: --nilai atau --lambda")
    with kerja("Menyusun salinan …"):
        hasil = perintah.edar(buku, keluaran, nilai=nilai, lambda_=lambda_, sk=muat_skema(skema))
    cara = "memakai nama LAMBDA" if lambda_ else "diuraikan"
    typer.echo(f"Salinan dibuat: {keluaran} — {len(hasil.asli)} rumus {cara}, tanpa makro.")
    cetak_tambahan(hasil.temuan)
    if hasil.dibuang:
        typer.echo(f"Tidak disertakan, karena hanya catatan kerja pemilik buku: {', '.join(hasil.dibuang)}.")
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
    from lkjip_xl.inti.alamat import rujuk

    sisa = len(sel) - paling
    return ", ".join(rujuk(*s) for s in sel[:paling]) + (f" dan {sisa} lagi" if sisa > 0 else "")


@app.command()
def mesin(
    buku: Buku,
    tujuan: Annotated[PilihanMesin, typer.Argument(metavar="vba|xlwings|lambda", help="Mesin yang menghitung fungsi.")],
) -> None:
    """Ganti mesin penghitung: vba, xlwings (Python di Windows), atau lambda (Excel 365/2024); isi buku tidak berubah."""
    from lkjip_xl import perintah

    simpanan = []
    with kerja("Mengganti mesin …"):
        pulih = perintah.mesin(buku, tujuan.value, lapor=simpanan.append, kabar=(kabar := []))
    cetak_tambahan(kabar)
    typer.echo(f"{buku} kini memakai mesin {tujuan.value}.")
    if pulih:
        typer.echo("Tombol dan nama kode yang hilang karena disimpan di LibreOffice sudah dipulihkan.")
    cetak_simpanan(simpanan)


@app.command()
def lite(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder hasil.", readable=False)],
    timpa: Timpa = False,
) -> None:
    """Tulis folder untuk xlwings Lite: fungsi dan tombol di dalam Excel tanpa Python, makro, dan hak administrator."""
    from lkjip_xl import perintah

    simpanan = []
    berkas = perintah.lite(folder, timpa=timpa, lapor=simpanan.append)
    typer.echo(f"{folder}: {', '.join(b.name for b in berkas)}.")
    cetak_simpanan(simpanan)
    typer.echo("Cara memakainya ada di BACA-SAYA.txt.")


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder hasil.", readable=False)] = Path("keluaran"),
    timpa: Timpa = False,
    skema: FolderSkema = None,
) -> None:
    """Bangun, isi, ringkas, dan periksa dua contoh laporan nyata dan satu kecamatan rekaan yang terisi lengkap."""
    from lkjip_xl import perintah

    simpanan = []
    with kerja("Membangun contoh …"):
        hasil = perintah.demo(folder, timpa=timpa, sk=muat_skema(skema), lapor=simpanan.append)
    for h in hasil:
        typer.echo(f"{h.buku}: {h.baris} baris terisi, {h.ringkasan} lembar ringkasan; {h.temuan}")
    cetak_simpanan(simpanan)
    typer.echo("Buka berkas di atas dengan Excel atau LibreOffice; mulai dari lembar Petunjuk.")


@app.command(hidden=True)
def layani(
    nama: Annotated[str, typer.Argument(metavar="PERMINTAAN", help="Nama permintaan di folder tombol.")],
    skema: FolderSkema = None,
) -> None:
    """Jawab permintaan tombol di buku kerja; dipanggil oleh makro."""
    import os
    from contextlib import suppress

    from lkjip_xl.excel import ruang
    from lkjip_xl.layani import layani as jawab

    sk = muat_skema(skema.absolute()) if skema else None
    milik = ruang.keadaan()
    with suppress(OSError):  # Office's current folder is often that of the workbook
        os.chdir(Path.home() if milik.sebab else milik.folder)
    if not jawab(nama, sk=sk):
        raise typer.Exit(KELUAR_BERKAS)
