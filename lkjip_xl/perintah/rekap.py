"""Many workbooks as one, and one as many: the rekap of a region, the workbooks of all its agencies."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.skema.kata import dengan_kata

if TYPE_CHECKING:
    from lkjip_xl.buku.simpan import HasilSimpan, Lapor
    from lkjip_xl.inti.temuan import Temuan
    from lkjip_xl.rekap import Pilihan, Rekap
    from lkjip_xl.skema.model import Skema

JSON_TABEL = ("ikhtisar", "perangkat_daerah", "belum_menyerahkan", "pengaturan_menyimpang", "perubahan", "berkas_ganda", "gagal_dibaca")  # fmt: skip


@dengan_kata
def rekap(
    sumber: Sequence[Path], tujuan: Path | None = None, *, html: Path | None = None, csv: Path | None = None,
    sejak: Path | None = None, timpa: bool = False, pilihan: Pilihan | None = None, tautan_penuh: bool = False, sk: Skema | None = None,
    maju: Callable[[int, int], object] | None = None, lapor: Lapor | None = None,
) -> Rekap:  # fmt: skip
    """Read every workbook of some folders and write them as one workbook, a page, CSV files; what is None is not written.

    sejak: an earlier rekap to compare with; tautan_penuh: links bear whole paths, for a rekap that will lie elsewhere; maju is told how many are done, of how many. A workbook that cannot be read is
    listed and stops nothing. Raises GalatBerkas (RK-01, RK-02, RK-13, BK-33, BK-34, BK-35) before anything is written.
    """
    from lkjip_xl.buku.keluaran import HTML, Keluaran, periksa_bersama
    from lkjip_xl.rekap import (
        Pilihan,
        bangun_rekap,
        buat_rekap,
        catatan,
        halaman_rekap,
        perubahan,
        semua_tabel,
        teks_csv,
    )
    from lkjip_xl.rekap.berkas_rekap import REKAP
    from lkjip_xl.skema.pesan import buat_temuan

    p = pilihan or Pilihan()
    dibaca = [x for x in (*sumber, p.daftar, p.templat, sejak, *_buku_di_folder(sumber, tujuan)) if x is not None]
    k_buku = None if tujuan is None else Keluaran(tujuan, REKAP, dibaca, timpa)
    k_html = None if html is None else Keluaran(html, HTML, dibaca, timpa)
    periksa_bersama(k for k in (k_buku, k_html) if k is not None)
    bukan = [x for x in (tujuan, sejak) if x is not None]
    r = buat_rekap(list(sumber), sk or skema(), replace(p, kecuali=(*p.kecuali, *bukan)), maju)
    tabel = semua_tabel(r, None if sejak is None else perubahan(r, sejak))
    keterangan = catatan(r, [*map(str, sumber), *p.jauh], date.today())
    k_csv = [] if csv is None else _keluaran_csv(tabel, csv, dibaca, timpa=timpa)
    simpanan: list[HasilSimpan] = []
    if k_buku is not None and tujuan is not None:
        data, terpotong = bangun_rekap(r, tabel, None if tautan_penuh else tujuan.parent, keterangan)
        r.temuan += [buat_temuan("RK-16", lembar=n, batas=_batas(), baris=x) for n, x in terpotong]
        simpanan.append(k_buku.tulis_data(data))
    if k_html is not None:
        simpanan.append(k_html.tulis(halaman_rekap(tabel, keterangan)))
    simpanan += [k.tulis(teks_csv(t)) for t, k in k_csv]
    for s in simpanan:
        if lapor is not None:
            lapor(s)
    return r


def _batas() -> int:
    from lkjip_xl.rekap.lembar import BARIS_MAKS

    return BARIS_MAKS


def _buku_di_folder(sumber: Sequence[Path], tujuan: Path | None) -> Sequence[Path]:
    """The output itself where it is a workbook that lies in one of the folders: its agency's figures, no rekap."""
    from lkjip_xl.buku.berkas import baca_biasa, keadaan
    from lkjip_xl.tabel.tanda import buku_kita

    if tujuan is None or not tujuan.is_file() or keadaan(tujuan) is None:
        return ()
    di_sana = any(x.is_dir() and tujuan.resolve().is_relative_to(x.resolve()) for x in sumber)
    return [tujuan] if di_sana and buku_kita(baca_biasa(tujuan)) else ()


def _keluaran_csv(tabel, folder: Path, dibaca: Sequence[Path], *, timpa: bool) -> list:
    from lkjip_xl.buku.keluaran import buat_folder, periksa_bersama
    from lkjip_xl.rekap import keluaran_csv

    buat_folder(folder)
    semua = keluaran_csv(tabel, folder, dibaca, timpa=timpa)
    periksa_bersama(k for _, k in semua)
    return semua


def rekap_json(r: Rekap) -> str:
    """The short tables of a rekap and what is said about it, as JSON."""
    from lkjip_xl.rekap import sebagai_json, sebagai_kamus, semua_tabel

    tabel = {t.nama: [*sebagai_kamus(t)] for t in semua_tabel(r) if t.nama in JSON_TABEL}
    return json.dumps(sebagai_json(r, tabel), ensure_ascii=False, indent=1, default=_tanggal)


def _tanggal(x: object) -> str:
    return x.isoformat() if isinstance(x, datetime) else str(x)


@dengan_kata
def buat_daerah(
    templat: Path, daftar: Path, folder: Path, *, tahun: int | None = None, timpa: bool = False, sk: Skema | None = None,
    maju: Callable[[int, int], object] | None = None, lapor: Lapor | None = None,
) -> tuple[list[Path], list[Temuan]]:  # fmt: skip
    """Make the workbooks of all agencies of a list from one template; no existing file is touched unless timpa says so.

    A Word template beside the template goes beside them. Returns the files and what of the list could not be read. Raises
    GalatBerkas (RK-02, RK-17, RK-18, LP-11, BK-19) before the first is written.
    """
    from lkjip_xl.buku.berkas import baca_biasa, keadaan
    from lkjip_xl.buku.galat import GalatBerkas
    from lkjip_xl.buku.keluaran import buat_folder
    from lkjip_xl.buku.simpan import simpan_aman, simpan_baru
    from lkjip_xl.rekap.paket_daerah import PaketDaerah
    from lkjip_xl.tabel.templat_word import BERKAS
    from lkjip_xl.word.dokumen import Dokumen

    def tulis(tujuan: Path, data: bytes) -> None:
        galat = GalatBerkas("BK-19", berkas=str(tujuan), timpa="--timpa")
        s = simpan_aman(tujuan, data, kegiatan="buat") if timpa else simpan_baru(tujuan, data, galat)
        if lapor is not None:
            lapor(s)

    pembuat = PaketDaerah(templat, daftar, sk or skema(), tahun)
    buat_folder(folder)
    word = folder / BERKAS
    if pembuat.word is not None:
        Dokumen(pembuat.word, BERKAS)  # refused before anything is written
    perlu = pembuat.word is not None and not (word.is_file() and baca_biasa(word) == pembuat.word)
    ada = next((n for n in (*pembuat.berkas, *([BERKAS] if perlu else [])) if keadaan(folder / n) is not None), None)
    if ada is not None and not timpa:
        raise GalatBerkas("BK-19", berkas=str(folder / ada), timpa="--timpa")
    hasil = []
    if perlu and pembuat.word is not None:
        tulis(word, pembuat.word)
    for n, b in enumerate(pembuat.buat(), 1):
        tujuan = folder / b.nama
        tulis(tujuan, b.data)
        if maju is not None:
            maju(n, len(pembuat.berkas))
        hasil.append(tujuan)
    return hasil, pembuat.temuan
