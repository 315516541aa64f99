"""The rekap of many workbooks as a function."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from lkjip_xl import perintah
from lkjip_xl.api.hasil import Hasil, HasilPeriksa
from lkjip_xl.api.sumber import Jalan, PilihanSkema, berkalimat, muat_skema, tujuan
from lkjip_xl.buku.simpan import HasilSimpan
from lkjip_xl.rekap import Pilihan, Rekap, sebagai_kamus
from lkjip_xl.rekap.tabel_opd import ringkasan
from lkjip_xl.skema.model import Skema

NAMA = "Rekap.xlsx"


@berkalimat
def rekap(
    sumber: Jalan | Iterable[Jalan], berkas: Jalan | None = None, *, html: Jalan | None = None, csv: Jalan | None = None,
    daftar: Jalan | None = None, templat: Jalan | None = None, sejak: Jalan | None = None, tahun: int | None = None,
    pekerja: int = 1, tembolok: bool = True, timpa: bool = False, skema: PilihanSkema = None,
) -> Hasil[Rekap]:  # fmt: skip
    """Read all workbooks of some folders into one; a line per agency and year, `kabar` says what is missing or failed.

    tembolok: what was read before is not read again; schemas given as an object are used in this process and keep nothing.

    >>> lk.rekap(".", tembolok=False).ke_dataframe()[["perangkat_daerah", "bagian"]].values.tolist()
    [['Dinas Tenaga Kerja', 75.0]]
    """
    semua = [sumber] if isinstance(sumber, (str, os.PathLike)) else list(sumber)
    milik = isinstance(skema, Skema)
    pilihan = Pilihan(
        tindih=None if milik or skema is None else Path(skema), pekerja=1 if milik else pekerja, simpan=tembolok and not milik,
        tahun=tahun, daftar=_jalan(daftar), templat=_jalan(templat),
    )  # fmt: skip
    simpanan: list[HasilSimpan] = []
    with tujuan(berkas, NAMA) as m:
        r = perintah.rekap(
            [Path(s) for s in semua], m.path, html=_jalan(html), csv=_jalan(csv), sejak=_jalan(sejak), timpa=timpa,
            pilihan=pilihan, tautan_penuh=not m.milik, sk=muat_skema(skema), lapor=simpanan.append,
        )  # fmt: skip
        cadangan = tuple(s.cadangan for s in simpanan if m.milik and s.cadangan is not None)
        baris = list(sebagai_kamus(ringkasan(r)))
        return Hasil("rekap", r.kalimat(), r, m.berkas, m.data(), baris, HasilPeriksa(r.temuan), cadangan)


def _jalan(x: Jalan | None) -> Path | None:
    return None if x is None else Path(x)
