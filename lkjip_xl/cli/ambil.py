"""The command `lkjip ambil`: tables staff already have, listed, previewed, taken over, taken back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from lkjip_xl.cli.app import (
    Buku,
    FolderSkema,
    SalahPakai,
    app,
    cetak_simpanan,
    cetak_tambahan,
    kembalikan,
    kerja,
    muat_skema,
)
from lkjip_xl.cli.bantuan import tulis_json

if TYPE_CHECKING:
    from lkjip_xl.buku.simpan import HasilSimpan
    from lkjip_xl.rencana import Rencana
    from lkjip_xl.skema.model import Skema

Pilihan = Annotated[str, typer.Option(metavar="NOMOR")]


@app.command()
def ambil(
    buku: Buku,
    sumber: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="SUMBER…",
            help="Berkas Word, Excel, PDF, HTML atau CSV, atau folder yang memuatnya.",
            readable=False,
        ),
    ] = None,
    lihat: Annotated[bool, typer.Option("--lihat", help="Hanya tampilkan rencananya (bawaan).")] = False,
    pratinjau: Annotated[
        bool, typer.Option("--pratinjau", help="Tulis lembar Pratinjau Ambil untuk dijawab ya atau tidak.")
    ] = False,
    terapkan: Annotated[
        bool, typer.Option("--terapkan", help="Ambil yang pasti dan yang dijawab ya di Pratinjau Ambil.")
    ] = False,
    ya: Annotated[
        str,
        typer.Option(
            "--ya",
            metavar="NOMOR",
            help="Pertanyaan yang dijawab ya: nomor, rentang tabel (2-5), jenis (kolom), atau semua; dipisahkan koma.",
        ),
    ] = "",
    tidak: Annotated[
        str,
        typer.Option("--tidak", metavar="NOMOR", help="Pertanyaan yang dijawab tidak, ditulis dengan cara yang sama."),
    ] = "",
    timpa: Annotated[
        bool,
        typer.Option(
            "--timpa",
            help="Isi buku yang berbeda ditimpa; dengan --tulis-ke: berkas lain diganti, cadangannya disimpan.",
        ),
    ] = False,
    tulis_ke: Annotated[
        Path | None,
        typer.Option(
            "--tulis-ke",
            metavar="BERKAS",
            help="Sebaliknya: tulis tabel dari buku ke berkas .xlsx atau .csv.",
            readable=False,
        ),
    ] = None,
    sebagai: Annotated[
        str,
        typer.Option(
            "--sebagai",
            metavar="PRESET",
            help="Susunan untuk --tulis-ke: dpa, evaluasi_renja, lra, pk, renja, rfk, sipd, sipd_perubahan, triwulan.",
        ),
    ] = "",
    urungkan: Annotated[
        str | None,
        typer.Option(
            "--urungkan",
            metavar="NOMOR",
            help="Batalkan: nomor atau rentang (12-40) di Riwayat Perubahan, atau semua (yang ditulis ambil).",
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Cetak seluruh rencana sebagai JSON.")] = False,
    skema: FolderSkema = None,
) -> None:
    """Ambil tabel dari berkas yang sudah ada ke buku kerja: rencana dahulu, lalu diterapkan; dapat dibatalkan."""
    from lkjip_xl import perintah

    if sum((lihat, pratinjau, terapkan, urungkan is not None, tulis_ke is not None)) > 1:
        raise SalahPakai("pilih salah satu: --lihat, --pratinjau, --terapkan, --urungkan, atau --tulis-ke")
    if (tulis_ke is None) != (not sebagai) or (tulis_ke is not None and sumber):
        raise SalahPakai("--tulis-ke BERKAS dan --sebagai PRESET dipakai bersama, tanpa SUMBER")
    if urungkan is None and tulis_ke is None and not sumber:
        raise SalahPakai("sebutkan berkas atau folder sumbernya")
    sk, kabar, simpanan = muat_skema(skema), [], []
    if urungkan is not None:
        kembalikan(buku, urungkan, sk, "ambil")
    if tulis_ke is not None:
        _tulis(buku, tulis_ke, sebagai, timpa, sk)
    jawab = {"ya": _nomor(ya), "tidak": _nomor(tidak)}
    asal = sumber or []
    perubahan = 0
    with kerja("Membaca tabel ..."):
        if terapkan:
            waktu = datetime.now().strftime("%Y-%m-%d %H:%M")
            rencana, baru = perintah.terapkan_ambil(
                buku, asal, waktu, **jawab, timpa=timpa, sk=sk, lapor=simpanan.append, kabar=kabar
            )
            perubahan = len(baru)
        elif pratinjau:
            rencana = perintah.pratinjau_ambil(buku, asal, timpa=timpa, sk=sk, lapor=simpanan.append, kabar=kabar)
        else:
            rencana = perintah.ambil(buku, asal, **jawab, timpa=timpa, sk=sk)
    if json:
        tulis_json(perintah.ambil_json(rencana))
    else:
        cetak_tambahan(kabar)
        _cetak(rencana)
        if terapkan:
            typer.echo(f"{rencana.kalimat_tulis(perubahan)}; tercatat di lembar Riwayat Perubahan.")
        cetak_simpanan(simpanan)
    raise typer.Exit(perintah.kode_ambil(rencana, diterapkan=terapkan))


def _tulis(buku: Path, tujuan: Path, preset: str, timpa: bool, sk: Skema) -> NoReturn:
    from lkjip_xl import perintah

    simpanan: list[HasilSimpan] = []
    with kerja("Menulis tabel ..."):
        baris = perintah.tulis_ambil(buku, tujuan, preset, timpa=timpa, sk=sk, lapor=simpanan.append)
    typer.echo(f"{baris} baris ditulis ke {tujuan.name} sebagai {preset}.")
    cetak_simpanan(simpanan)
    raise typer.Exit


def _nomor(teks: str) -> list[str]:
    return [x.strip() for x in teks.split(",") if x.strip()]


def _cetak(rencana: Rencana) -> None:
    """Tables with their columns, open questions, findings, counts."""
    from lkjip_xl.ambil import kalimat_tersisa
    from lkjip_xl.ambil.pratinjau import baris_pratinjau
    from lkjip_xl.inti.kunci import rapikan_spasi

    jumlah = []
    for p in baris_pratinjau(rencana):
        if p.jenis == "jumlah sel":
            jumlah.append(p)
            continue
        if p.jenis == "perlu dipilih":  # said at the end
            continue
        tanda = "" if p.tetap else f" [{'ya' if p.bawaan else 'tidak'}]"
        tuju = f" -> {p.tujuan}" if p.tujuan else ""
        ket = f" ({p.keterangan})" if p.keterangan else ""
        typer.echo(f"{'' if p.jenis == 'tabel' else '  '}{p.id}{tanda} {p.jenis}: {rapikan_spasi(p.bagian)}{tuju}{ket}")
    for t in rencana.temuan:
        typer.echo(
            f"[{t.kode}] {t.tingkat.value}: {t.lembar}{'!' + t.sel if t.sel else ''} — {t.pesan} {t.saran}".rstrip()
        )
    if not rencana.terpakai:
        from lkjip_xl.skema.pesan import buat_temuan

        t = buat_temuan("AB-09", lembar="", berkas=", ".join(rencana.berkas))
        typer.echo(f"[{t.kode}] {t.tingkat.value}: {t.pesan} {t.saran}")
    if (sisa := kalimat_tersisa(rencana)) is not None:
        typer.echo(f"[{sisa.kode}] {sisa.tingkat.value}: {sisa.lembar} — {sisa.pesan} {sisa.saran}")
    cacah = ", ".join(f"{n} {nasib}" for nasib, n in rencana.cacah().items() if n)
    typer.echo(
        f"{sum(rencana.cacah().values())} sel sumber: {cacah}. Baris: {rencana.baris_cocok} cocok, {rencana.baris_baru} baru."
    )
    for p in jumlah:
        if p.keterangan:
            typer.echo(f"  {p.bagian}: {p.keterangan}")
