"""The schemas a command works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.sumberdaya import folder_skema

if TYPE_CHECKING:
    from lkjip_xl.skema.model import Skema


def skema(folder: Path | None = None) -> Skema:
    """The schemas of all sheets as shipped, with those of `folder` and its wording laid over them; raises GalatSkema."""
    from lkjip_xl.pesan import pakai_katalog
    from lkjip_xl.skema.kalimat import pakai_kalimat
    from lkjip_xl.skema.kata_arah import pakai_kata
    from lkjip_xl.skema.muat import muat_skema

    pakai_katalog(folder)
    pakai_kalimat(folder)
    pakai_kata(folder)
    return muat_skema(folder_skema(), folder)
