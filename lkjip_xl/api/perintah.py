"""The commands on a workbook as functions: paths are written as `lkjip` writes them, bytes come back as bytes.

A workbook given as a path is changed in its place, with a backup; given as bytes or a binary file it stays as it is and
the changed one is in `Hasil.data`. A file to be made whose path is left out comes back the same way.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pandas as pd

from lkjip_xl import perintah
from lkjip_xl.api.hasil import Hasil, HasilPeriksa
from lkjip_xl.api.hasil_perintah import hasil_perintah
from lkjip_xl.api.sumber import (
    Jalan,
    PilihanSkema,
    Sumber,
    berkalimat,
    folder_csv,
    meja,
    muat_skema,
    sebagai_csv,
    tujuan,
)
from lkjip_xl.buku.simpan import HasilSimpan
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.isi.hasil import HasilIsi
from lkjip_xl.perbarui import HasilPerbarui
from lkjip_xl.perintah.buku import HasilRingkas
from lkjip_xl.rapikan import Perubahan, Usulan
from lkjip_xl.rencana import Rencana


@berkalimat
def buat(
    berkas: Jalan | None = None, *, isian: Mapping[str, object] | None = None, timpa: bool = False, mesin: str = "vba",
    tampilan: str = "ringkas", skema: PilihanSkema = None,
) -> Hasil[None]:  # fmt: skip
    """Make a blank workbook; `isian` = settings by column name (tahun, instansi, kabupaten …).

    tampilan: ringkas (what every report needs; the rest shows once it holds something) or lengkap.

    >>> lk.buat("Baru.xlsm", isian={"tahun": 2025}).berkas.name
    'Baru.xlsm'
    >>> lk.buat(isian={"tahun": 2025}).data[:2]
    b'PK'
    """
    simpanan: list[HasilSimpan] = []
    with tujuan(berkas, perintah.TEMPLAT) as m:
        perintah.buat(
            m.path, isian=dict(isian or {}), timpa=timpa, mesin=mesin, tampilan=tampilan, sk=muat_skema(skema),
            lapor=simpanan.append,
        )  # fmt: skip
        return hasil_perintah("buat", "buku kerja dibuat", None, m, simpanan=simpanan)


@berkalimat
def isi(buku: Sumber, dari: Jalan | Mapping[str, pd.DataFrame], *, skema: PilihanSkema = None) -> Hasil[HasilIsi]:
    """Fill a workbook from a file or folder of any format, or from DataFrames by sheet; rows are found by their code, then their name.

    >>> kosong = lk.buat(isian={"tahun": 2024}).data
    >>> hasil = lk.isi(kosong, {"indikator": pd.DataFrame({"kode": ["IK1"], "indikator": ["Angka kelahiran"]})})
    >>> lk.buka(hasil.data)["indikator"].ke_dataframe()["kode"].tolist()
    ['IK1']
    """
    simpanan: list[HasilSimpan] = []
    with meja(buku) as m, folder_csv(dari) as folder:
        r = perintah.isi(m.path, folder, sk=muat_skema(skema), lapor=simpanan.append)
        return hasil_perintah("isi", r.kalimat(), r, m, baris=r.penempatan, kabar=r.temuan, simpanan=simpanan)


@berkalimat
def validasi(
    buku: Sumber, *, tulis: bool = False, tahun_lalu: Sumber | None = None, skema: PilihanSkema = None
) -> HasilPeriksa:
    """Check a workbook, also against last year's; with `tulis` the findings go into its sheet Hasil Validasi.

    >>> temuan = lk.validasi("Magetan.xlsm")
    >>> temuan.kode_keluar()
    0
    >>> temuan.ke_dataframe()["tingkat"].unique().tolist()
    ['Catatan']
    """
    sk = muat_skema(skema)
    with meja(buku) as m:
        if tahun_lalu is None:
            hasil = perintah.validasi(m.path, tulis=tulis, sk=sk)
        else:
            with meja(tahun_lalu, "tahun lalu") as lalu:
                hasil = perintah.validasi(m.path, tulis=tulis, tahun_lalu=lalu.path, sk=sk)
        return HasilPeriksa.dari(hasil, m.data() if tulis else None)


@berkalimat
def ringkas(buku: Sumber, *, skema: PilihanSkema = None) -> Hasil[HasilRingkas]:
    """Rebuild the summary sheets of a workbook from its inputs.

    >>> lk.ringkas("Magetan.xlsm").baris[0]
    'Capaian Kinerja'
    """
    simpanan: list[HasilSimpan] = []
    with meja(buku) as m:
        r = perintah.ringkas(m.path, sk=muat_skema(skema), lapor=simpanan.append)
        kalimat = f"{len(r.lembar)} lembar ringkasan dibuat ulang"
        return hasil_perintah("ringkas", kalimat, r, m, baris=r.lembar, kabar=r.tambahan, simpanan=simpanan)


@berkalimat
def cocokkan(
    buku: Sumber, lembar: str | None, tabel: Sumber | pd.DataFrame, *, lembar_tabel: str | None = None,
    skema: PilihanSkema = None,
) -> HasilPeriksa:  # fmt: skip
    """Reconcile another copy of a table (a file of any format, or a DataFrame with its headers) with a sheet of a workbook.

    lembar: None = every table of the file, each with the sheet it is of.

    >>> salinan = lk.buka("Magetan.xlsm")["pengukuran"].ke_dataframe(judul=True)
    >>> lk.cocokkan("Magetan.xlsm", "Pengukuran", salinan).jumlah()[lk.Tingkat.KESALAHAN]
    0
    """
    luar = sebagai_csv(tabel) if isinstance(tabel, pd.DataFrame) else tabel
    with meja(buku) as m, meja(luar, "tabel", asing=True) as t:
        return HasilPeriksa.dari(
            perintah.cocokkan(m.path, lembar, t.path, lembar_tabel=lembar_tabel, sk=muat_skema(skema))
        )


@berkalimat
def rapikan(
    buku: Sumber, *, terapkan: str | None = None, urungkan: str | None = None, skema: PilihanSkema = None
) -> Hasil[list[Usulan]] | Hasil[list[Perubahan]]:
    """Numbers written as text: list the proposals, apply those named ("pasti", "semua", numbers), or take changes back.

    >>> lk.rapikan("Magetan.xlsm").baris
    []
    """
    sk, simpanan, kabar = muat_skema(skema), list[HasilSimpan](), list[Temuan]()
    if terapkan is not None and urungkan is not None:
        raise ValueError("terapkan and urungkan exclude each other")
    with meja(buku) as m:
        if urungkan is not None:
            kembali, tetap = perintah.urungkan_rapikan(
                m.path, urungkan, oleh="rapikan", sk=sk, lapor=simpanan.append, kabar=kabar
            )
            kalimat = f"{len(kembali)} sel dikembalikan, {len(tetap)} sudah diubah sesudahnya"
            return hasil_perintah("rapikan", kalimat, kembali, m, baris=kembali, kabar=kabar, simpanan=simpanan)
        if terapkan is not None:
            waktu = datetime.now().strftime("%Y-%m-%d %H:%M")
            baru = perintah.terapkan_rapikan(m.path, terapkan, waktu, sk=sk, lapor=simpanan.append, kabar=kabar)
            return hasil_perintah(
                "rapikan", f"{len(baru)} sel dirapikan", baru, m, baris=baru, kabar=kabar, simpanan=simpanan
            )
        usulan = perintah.rapikan(m.path, sk=sk)
        return hasil_perintah("rapikan", f"{len(usulan)} usulan", usulan, m, baris=usulan)


@berkalimat
def ambil(
    buku: Sumber, dari: Jalan | Iterable[Jalan], *, terapkan: bool = False, ya: Iterable[str] = (), tidak: Iterable[str] = (),
    timpa: bool = False, skema: PilihanSkema = None,
) -> Hasil[Rencana]:  # fmt: skip
    """Take tables of other files (Word, Excel, PDF, HTML, CSV, folders) into a workbook, or list what that would do.

    ya, tidak: answers by the number of a question; `baris`: every cell of the sources and what became of it.

    >>> lk.ambil("Magetan.xlsm", "capaian.csv").rincian.tabel[0].lembar
    'pengukuran'
    """
    sk, simpanan, kabar = muat_skema(skema), list[HasilSimpan](), list[Temuan]()
    asal = [Path(dari)] if isinstance(dari, (str, os.PathLike)) else [Path(x) for x in dari]
    jawab = {"ya": tuple(ya), "tidak": tuple(tidak), "timpa": timpa}
    with meja(buku) as m:
        if terapkan:
            waktu = datetime.now().strftime("%Y-%m-%d %H:%M")
            r, baru = perintah.terapkan_ambil(m.path, asal, waktu, **jawab, sk=sk, lapor=simpanan.append, kabar=kabar)
            kalimat = r.kalimat_tulis(len(baru))
        else:
            r = perintah.ambil(m.path, asal, **jawab, sk=sk)
            kalimat = f"{len(r.tabel)} tabel, {len(r.tulis)} sel siap ditulis"
        return hasil_perintah("ambil", kalimat, r, m, baris=r.sel, kabar=[*kabar, *r.temuan], simpanan=simpanan)


@berkalimat
def perbarui(
    buku: Sumber, *, lihat: bool = False, baris: Mapping[str, int] | None = None, pulihkan_rumus: bool = False,
    skema: PilihanSkema = None,
) -> Hasil[HasilPerbarui]:  # fmt: skip
    """Bring a workbook in use to today's template, or with `lihat` only list what that would change.

    baris: ready-made rows wanted by sheet; pulihkan_rumus: formulas return where a constant was typed over one.

    >>> hasil = lk.perbarui("Magetan.xlsm", baris={"Anggaran": 800}, lihat=True)
    >>> hasil.rincian.berubah
    True
    >>> sorted(hasil.ke_dataframe()["jenis"].unique())
    ['baris siap pakai']
    """
    simpanan, kabar = list[HasilSimpan](), list[Temuan]()
    with meja(buku) as m:
        r = perintah.perbarui(
            m.path, lihat=lihat, baris=baris, pulihkan_rumus=pulihkan_rumus, sk=muat_skema(skema),
            lapor=simpanan.append, kabar=kabar,
        )  # fmt: skip
        kalimat = f"{len(r.perubahan)} perubahan, {r.sel} sel isian terbawa" if r.berubah else "sudah terbaru"
        return hasil_perintah("perbarui", kalimat, r, m, baris=r.urut(), kabar=kabar, simpanan=simpanan)
