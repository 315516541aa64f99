"""Rebuild what is generated and committed: the blank template, the examples, data dictionary, page of the library.

python -m lkjip_xl.cli.buat_ulang [FOLDER]      FOLDER = the checkout (default: the current folder)
"""

from __future__ import annotations

import sys
from pathlib import Path

from lkjip_xl import perintah
from lkjip_xl.api.halaman import tulis_halaman
from lkjip_xl.buku.sementara import folder_sementara
from lkjip_xl.buku.simpan import simpan_aman
from lkjip_xl.excel.bantuan import BERKAS, modul_bantuan
from lkjip_xl.excel.mesin import Mesin
from lkjip_xl.skema.muat import catat_skema
from lkjip_xl.skema.versi_templat import catat

TAHUN_TEMPLAT = 2025


def buat_ulang(akar: Path) -> list[Path]:
    """Write every generated file below `akar` from its schemas/ and workbooks/contoh/*/ folders; returns them."""
    sk = perintah.skema(akar / "schemas")
    bantuan = akar / "lkjip_xl" / "excel" / "vba" / BERKAS
    simpan_aman(bantuan, modul_bantuan().encode("ascii"), cadangan=False)
    kamus = akar / "schemas" / "README.md"
    simpan_aman(kamus, perintah.kamus(sk=sk).encode(), cadangan=False)
    halaman, teks = tulis_halaman(akar)
    simpan_aman(halaman, teks, cadangan=False)
    hasil = [bantuan, kamus, halaman, catat(sk, akar / "schemas"), catat_skema(akar / "schemas")]
    with folder_sementara() as ruang:  # built apart: no backups in the repository
        for nama, berkas in bahan(ruang, akar / "workbooks" / "contoh", sk=sk).items():
            tujuan = akar / "workbooks" / nama
            simpan_aman(tujuan, berkas.read_bytes(), cadangan=False)
            hasil.append(tujuan)
    return hasil


def bahan(ruang: Path, contoh: Path, *, sk) -> dict[str, Path]:
    """Build the template and the examples in `ruang`; {path below workbooks/: built file}."""
    templat = perintah.buat(ruang / perintah.TEMPLAT, isian={"tahun": TAHUN_TEMPLAT}, mesin=Mesin.VBA, sk=sk)
    hasil = {perintah.TEMPLAT: templat}
    for nama, berkas in (perintah.CONTOH | perintah.KARANGAN).items():
        perintah.buat_contoh(ruang / berkas, contoh / nama, sk=sk)
        hasil[f"contoh/{berkas}"] = ruang / berkas
    return hasil


if __name__ == "__main__":
    for p in buat_ulang(Path(sys.argv[1] if len(sys.argv) > 1 else ".")):
        print(p)
