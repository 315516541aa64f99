"""Functions that only read: a workbook, its summary tables, the schemas, the data dictionary."""

from __future__ import annotations

from lkjip_xl import perintah
from lkjip_xl.api.buku import Buku
from lkjip_xl.api.sumber import PilihanSkema, Sumber, berkalimat, muat_skema, paket
from lkjip_xl.api.tabel import TabelRingkas
from lkjip_xl.skema.model import Skema
from lkjip_xl.tabel.muat import muat_buku


@berkalimat
def buka(buku: Sumber, *, skema: PilihanSkema = None) -> Buku:
    """Read a workbook: input sheets by name, settings, summary tables, findings; nothing is written.

    >>> buku = lk.buka("Magetan.xlsm")
    >>> buku.setelan["TahunLaporan"]
    2024.0
    >>> df = buku["Pengukuran"].ke_dataframe()
    >>> df[["target", "realisasi", "capaian"]].iloc[0].round(2).tolist()
    [75.0, 76.99, 102.65]
    """
    isi = paket(buku)
    return Buku(muat_buku(isi, muat_skema(skema)), isi.nama)


@berkalimat
def tabel(buku: Sumber, *, skema: PilihanSkema = None) -> dict[str, TabelRingkas]:
    """The summary tables of a workbook by the name of their sheet, computed from its inputs; the file is not changed.

    >>> semua = lk.tabel("Magetan.xlsm")
    >>> capaian = semua["Capaian Kinerja"].ke_dataframe()
    >>> capaian["capaian"].dtype
    dtype('float64')
    """
    return buka(buku, skema=skema).tabel()


@berkalimat
def skema(folder: PilihanSkema = None) -> Skema:
    """The schemas of all sheets as shipped, or with the YAML files of a folder laid over them.

    >>> lk.skema().lembar["pengukuran"].kolom["capaian"].jenis
    'rumus'
    """
    return muat_skema(folder)


@berkalimat
def kamus(*, skema: PilihanSkema = None) -> str:
    """The data dictionary of all sheets, columns and message codes as Markdown.

    >>> lk.kamus().splitlines()[0]
    '# Kamus data LKjIP-XL'
    """
    return perintah.kamus(sk=muat_skema(skema))
