"""The parts of a package as it was opened: large ones that were replaced stay in its zip file, packed, until somebody asks."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping

BESAR = 2**20


class Semula(Mapping[str, bytes]):
    """Names and bytes of those parts; arsip: the zip file they came from, None where there was none."""

    def __init__(
        self, isi: Mapping[str, bytes], info: Mapping[str, zipfile.ZipInfo], arsip: bytes | None = None
    ) -> None:
        self._isi: dict[str, bytes | None] = dict(isi)
        # one that is not packed, as within the program, would take as much as the parts
        padat = arsip is not None and 2 * len(arsip) < sum(map(len, isi.values()))
        self._info, self._arsip = info, arsip if padat else None

    def __getitem__(self, bagian: str) -> bytes:
        data = self._isi[bagian]
        if data is not None or self._arsip is None:
            return data or b""
        with zipfile.ZipFile(io.BytesIO(self._arsip)) as arsip:
            return arsip.read(self._info[bagian])

    def __contains__(self, bagian: object) -> bool:
        return bagian in self._isi  # what a mapping does of its own accord unpacks the part

    def __iter__(self) -> Iterator[str]:
        return iter(self._isi)

    def __len__(self) -> int:
        return len(self._isi)

    def lepaskan(self, bagian: str) -> None:
        """The package holds something else now: let go of a large part that can be unpacked again."""
        data = self._isi.get(bagian)
        if data is not None and len(data) >= BESAR and self._arsip is not None and bagian in self._info:
            self._isi[bagian] = None

    def kini(self, isi: Mapping[str, bytes]) -> Semula:
        """These parts, for later, when the package holds others; large ones that are as they were take no memory then."""
        hasil = Semula(isi, self._info, self._arsip)
        for n, data in isi.items():
            if self._isi.get(n) is data:
                hasil.lepaskan(n)
        return hasil

    def sama(self, bagian: str, data: bytes) -> bool:
        """Was the part these bytes? Nearly always the checksum says that it was not."""
        if bagian not in self._isi:
            return False
        if self._isi[bagian] is None and (len(data), zlib.crc32(data)) != self._jejak(bagian):
            return False
        return self[bagian] == data

    def _jejak(self, bagian: str) -> tuple[int, int]:
        return self._info[bagian].file_size, self._info[bagian].CRC
