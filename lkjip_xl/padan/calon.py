"""Which few names are worth comparing with a name: through the rarest of its groups of three letters, never all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

PANJANG = 120  # letters of a name that are looked at
CALON_MAKS = 10
HURUF_MAKS = 400  # entries of the index looked at for one name


class IndeksNama:
    """Names by their groups of three letters."""

    def __init__(self, nama: Sequence[str]) -> None:
        self._pada: dict[str, list[int]] = defaultdict(list)
        for i, n in enumerate(nama):
            for tiga in _tiga(n):
                self._pada[tiga].append(i)

    def calon(self, nama: str) -> list[int]:
        """Positions of the names that share most with this one, at most CALON_MAKS.

        >>> IndeksNama(["rapat koordinasi", "perjalanan dinas", "rapat kerja"]).calon("rapat kordinasi")[0]
        0
        """
        kena: Counter[int] = Counter()
        dilihat = 0
        for daftar in sorted((self._pada[t] for t in _tiga(nama) if t in self._pada), key=len):
            if dilihat + len(daftar) > HURUF_MAKS and kena:
                break
            kena.update(daftar[:HURUF_MAKS])
            dilihat += len(daftar)
        return [i for i, _ in kena.most_common(CALON_MAKS)]


def _tiga(nama: str) -> set[str]:
    rapi = f" {nama[:PANJANG]} "
    return {rapi[i : i + 3] for i in range(max(1, len(rapi) - 2))}


class IndeksAngka:
    """Positions by the figures that stand there, a hundredth apart at most."""

    def __init__(self, angka: Sequence[frozenset[int]]) -> None:
        self._pada: dict[int, list[int]] = defaultdict(list)
        for i, milik in enumerate(angka):
            for x in milik:
                self._pada[x].append(i)

    def calon(self, angka: frozenset[int]) -> list[int]:
        """Positions that share two of these figures or more; a figure that stands in very many rows tells nothing."""
        kena: Counter[int] = Counter()
        for x in angka:
            daftar = self._pada.get(x, ())
            if len(daftar) <= HURUF_MAKS:
                kena.update(daftar)
        return [i for i, n in kena.most_common(CALON_MAKS) if n >= 2]
