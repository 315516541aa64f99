"""Digital signatures that a change has cost, as what a command says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_xl.buku.paket import Paket
    from lkjip_xl.inti.temuan import Temuan


def tanda_tangan_hilang(*paket: Paket) -> list[Temuan]:
    """One warning for each signature; to be asked after the bytes to save were made."""
    from lkjip_xl.skema.pesan import buat_temuan

    return [buat_temuan("BK-41", lembar="", apa=apa) for p in paket for apa in p.tanpa_tanda_tangan]
