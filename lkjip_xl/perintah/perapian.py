"""Numbers written as text: list, apply, take back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.perintah.skema_dipakai import skema
from lkjip_xl.perintah.tanda_tangan import tanda_tangan_hilang

if TYPE_CHECKING:
    from lkjip_xl.rapikan import Perubahan, Usulan
    from lkjip_xl.skema.model import Skema
    from lkjip_xl.temuan import Temuan


def rapikan(buku: Path, *, sk: Skema | None = None) -> list[Usulan]:
    """Proposals to turn text into numbers; nothing is changed."""
    from lkjip_xl.rapikan import usulan
    from lkjip_xl.tabel.muat import muat_buku

    return usulan(muat_buku(buku, sk or skema()))


def terapkan_rapikan(
    buku: Path, kata: str, waktu: str, *, sk: Skema | None = None, kabar: list[Temuan] | None = None
) -> list[Perubahan]:
    """Apply the proposals that `kata` names and record them with the time; raises GalatBerkas (RP-01, BK-40).

    kabar takes what the user had put on the sheet of records and what became of it.
    """
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.rapikan import pilih, terapkan, usulan
    from lkjip_xl.tabel.muat import muat_buku

    sk = sk or skema()
    paket = Paket.buka(buku)
    hasil = terapkan(paket, pilih(usulan(muat_buku(paket, sk)), kata), sk, waktu, kabar)
    if hasil:
        simpan_aman(buku, paket.ke_bytes())
        if kabar is not None:
            kabar += tanda_tangan_hilang(paket)
    return hasil


def urungkan_rapikan(
    buku: Path, kata: str, *, sk: Skema | None = None, kabar: list[Temuan] | None = None
) -> tuple[list[Perubahan], list[Perubahan]]:
    """Take recorded changes back; returns those and the ones whose cell was changed since. Raises GalatBerkas (RP-01)."""
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.buku.simpan import simpan_aman
    from lkjip_xl.rapikan import urungkan

    paket = Paket.buka(buku)
    kembali, tetap = urungkan(paket, kata, sk or skema(), kabar)
    if kembali:
        simpan_aman(buku, paket.ke_bytes())
        if kabar is not None:
            kabar += tanda_tangan_hilang(paket)
    return kembali, tetap
