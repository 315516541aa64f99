"""What `lkjip pasang` may change by itself: trust the folder of the workbooks, take off their Mark of the Web.

Only the folder itself is trusted, not those below it: nothing the user did not name.
"""

from __future__ import annotations

from collections.abc import Iterable

from lkjip_xl.pemasangan.cek import KUNCI_TEPERCAYA, Cek
from lkjip_xl.pemasangan.sistem import Sistem

KETERANGAN = "LKjIP-XL"
DAPAT = ("PM-08", "PM-11")


def dapat_diperbaiki(cek: Cek) -> bool:
    """Can this problem be put right without the user?"""
    return cek.temuan is not None and cek.temuan.kode in DAPAT


def perbaiki(s: Sistem, daftar: Iterable[Cek]) -> list[Cek]:
    """Put right what can be, and return those checks; raises OSError where Windows refuses."""
    hasil = []
    for cek in daftar:
        if cek.temuan is None or not dapat_diperbaiki(cek):
            continue
        if cek.temuan.kode == "PM-08":
            s.tulis_kunci(f"{KUNCI_TEPERCAYA}\\{_nama_bebas(s)}", {"Path": cek.objek, "Description": KETERANGAN})
        else:
            s.hapus_tanda_web(cek.objek)
        hasil.append(cek)
    return hasil


def _nama_bebas(s: Sistem) -> str:
    dipakai = {n.casefold() for n in s.anak_kunci(KUNCI_TEPERCAYA)}
    return next(n for i in range(1000) if (n := f"Location{i}").casefold() not in dipakai)
