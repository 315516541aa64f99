"""What a command gives back that worked at a place of the caller's or on a private copy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from lkjip_xl.api.hasil import Hasil, HasilPeriksa
from lkjip_xl.api.sumber import Meja
from lkjip_xl.buku.simpan import HasilSimpan
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.pesan import buat_temuan

T = TypeVar("T")


def hasil_perintah(
    nama: str, kalimat: str, rincian: T, m: Meja, *, baris: Iterable[object] = (), kabar: Iterable[Temuan] = (),
    simpanan: Iterable[HasilSimpan] = (),
) -> Hasil[T]:  # fmt: skip
    """The result of a command that worked at `m`; what could not be kept of an old file is told like other news."""
    semua = list(kabar)
    if m.milik:
        semua += [buat_temuan("BK-39", lembar="", berkas=s.berkas.name, hal=", ".join(s.tak_terjaga))
                  for s in simpanan if s.tak_terjaga]  # fmt: skip
    cadangan = tuple(s.cadangan for s in simpanan if m.milik and s.cadangan is not None)
    return Hasil(
        nama, kalimat, rincian, m.berkas, m.data(), list(baris), HasilPeriksa(semua, berkas=m.path.name), cadangan
    )
