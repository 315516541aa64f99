"""The folder a region lays over what is shipped."""

from __future__ import annotations

from pathlib import Path


def berkas_tindihan(folder: Path | None, berkas: str) -> Path | None:
    """A file of the folder; None where it has none."""
    return folder / berkas if folder is not None and (folder / berkas).exists() else None
