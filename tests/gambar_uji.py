"""Pictures for tests."""

from __future__ import annotations

import struct
import zlib


def png(lebar: int = 40, tinggi: int = 20) -> bytes:
    """A white picture of so many pixels."""

    def potong(jenis: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))

    isi = zlib.compress(b"".join(b"\0" + b"\xff" * lebar for _ in range(tinggi)))
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala) + potong(b"IDAT", isi) + potong(b"IEND", b"")
