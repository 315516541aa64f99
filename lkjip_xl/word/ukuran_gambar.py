"""Width and height of a picture, read from its header: PNG and JPEG, the kinds people put into reports."""

from __future__ import annotations

import struct

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_BINGKAI = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG segments that tell the size
_TANPA_ISI = frozenset({0x01, *range(0xD0, 0xD9)})  # those without a length


def ukuran_gambar(isi: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None where the bytes are no picture of these kinds.

    >>> ukuran_gambar(b"GIF89a"), ukuran_gambar(PNG + bytes(4) + b"IHDR" + struct.pack(">II", 40, 20))
    (None, (40, 20))
    """
    if isi.startswith(PNG) and isi[12:16] == b"IHDR" and len(isi) >= 24:
        lebar, tinggi = struct.unpack(">II", isi[16:24])
    elif isi.startswith(JPEG):
        lebar, tinggi = _jpeg(isi)
    else:
        return None
    return (lebar, tinggi) if lebar and tinggi else None


def _jpeg(isi: bytes) -> tuple[int, int]:
    """From the first frame segment; 0 × 0 where there is none."""
    letak = 2
    while letak + 9 < len(isi) and isi[letak] == 0xFF:
        jenis = isi[letak + 1]
        if jenis in _BINGKAI:
            tinggi, lebar = struct.unpack(">HH", isi[letak + 5 : letak + 9])
            return lebar, tinggi
        letak += (
            1 if jenis == 0xFF else 2 if jenis in _TANPA_ISI else 2 + struct.unpack(">H", isi[letak + 2 : letak + 4])[0]
        )
    return 0, 0
