"""A private folder for files that only other programs' libraries need; gone when it is left."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas


@contextmanager
def folder_sementara() -> Iterator[Path]:
    """A temporary folder; raises GalatBerkas (BK-38) where the computer offers none."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="lkjip-", ignore_cleanup_errors=True)
    except OSError as galat:
        raise GalatBerkas("BK-38", sebab=galat.filename or "") from galat
    with folder as nama:
        yield Path(nama)
