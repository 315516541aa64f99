"""A private folder for files that only other programs' libraries need; gone when it is left."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkjip_xl.buku.galat import GalatBerkas

PENUH = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def folder_sementara() -> Iterator[Path]:
    """A temporary folder; raises GalatBerkas (BK-38) where the computer offers none, or no room in it."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="lkjip-", ignore_cleanup_errors=True)
    except OSError as galat:
        raise GalatBerkas("BK-38", sebab=galat.filename or "") from galat
    with folder as nama:
        try:
            yield Path(nama)
        except OSError as galat:
            if galat.errno not in PENUH:
                raise
            raise GalatBerkas("BK-38", sebab=galat.strerror or "") from galat
