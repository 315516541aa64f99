"""The schemas a command works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_xl.skema.sumberdaya import folder_skema

if TYPE_CHECKING:
    from lkjip_xl.skema.model import Skema


def skema(folder: Path | None = None) -> Skema:
    """The schemas of all sheets as shipped, with those of `folder` and its wording laid over them; raises GalatSkema."""
    from lkjip_xl.skema.muat import muat_skema

    return muat_skema(folder_skema(), folder)
