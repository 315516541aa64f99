"""Columns beside the figures that only follow from them: differences, shares, kodes, what was before a change, how good it is."""

from __future__ import annotations

import re

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.padan.ragam_kepala import sebelum_ubah
from lkjip_xl.rencana.kolom_khusus import RINCIAN
from lkjip_xl.sumber.model import KolomAsing
from lkjip_xl.sumber.satuan_kepala import satuan_kepala

BEDA = frozenset({"bertambah", "berkurang", "kenaikan", "penurunan", "selisih", "sisa", "lebih", "kurang"})
BERBAGIAN = frozenset({"%", "persen", "persentase", "prosentase", "komposisi", "proporsi", "rasio"})
KEADAAN = frozenset({"baik", "rusak", "kondisi"})  # how many of them are in which condition
BARANG = frozenset({"barang", "aset", "sarana", "prasarana", "peralatan", "inventaris", "perlengkapan"})
_BAGIAN = re.compile(r"%|\bpersen|\bprosentase\b|\btingkat capaian\b")


def sampingan(judul: str) -> bool:
    """Does a header say that what stands below only follows from other columns, or was before them: a kode, a difference, a share, before a change?

    >>> sampingan("Kode Rekening"), sampingan("Bertambah/Berkurang: %"), sampingan("Jumlah (Rp): Sebelum Perubahan"), sampingan("Jumlah")
    (True, True, True, False)
    """
    kata = {*kunci_judul(judul).split()}
    return bool(kata & BEDA) or berbagian(judul) or kunci_judul(judul) in RINCIAN or sebelum_ubah(judul)


def keadaan_barang(judul: str, nama: str) -> bool:
    """Does a header say in which condition things are, where what names a row says that these are things of an office?

    >>> keadaan_barang("Kondisi: Rusak Ringan", "Nama Barang"), keadaan_barang("Rusak Ringan", "Ruas Jalan")
    (True, False)
    """
    return not KEADAAN.isdisjoint(kunci_judul(judul).split()) and not BARANG.isdisjoint(kunci_judul(nama).split())


def di_bawah_uang(jalur: tuple[str, ...]) -> bool:
    """Does a header stand below one of money alone?

    >>> di_bawah_uang(("Anggaran", "% Capaian")), di_bawah_uang(("Kinerja dan Anggaran", "Capaian")), di_bawah_uang(("Capaian Anggaran",))
    (True, False, False)
    """
    atas = {x for y in jalur[:-1] for x in kunci_judul(y).split()}
    return bool(atas & {"anggaran", "keuangan", "belanja", "pagu"}) and "kinerja" not in atas


def berbagian(judul: str) -> bool:
    """Does a header say that its figures are shares of a whole?"""
    return not BERBAGIAN.isdisjoint(kunci_teks(judul).replace("%", " % ").replace("/", " ").replace(":", " ").split())


def berpersen(judul: str) -> bool:
    """Does a header say that its figures are percentages?"""
    return _BAGIAN.search(kunci_teks(judul)) is not None


def berbesaran(k: KolomAsing) -> bool:
    """Does its own header say a magnitude? What stands above the table is said of its amounts, and of nothing else."""
    return k.pengali != 1 and satuan_kepala(k.jalur)[1] != 1
