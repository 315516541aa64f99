"""Which generated blocks a document still holds, and whether somebody wrote in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_xl.word.petak import Peta, Petak, Unsur
from lkjip_xl.word.sidik_blok import Media, sedang_disunting, sidik_unsur


@dataclass(frozen=True, slots=True)
class Blok:
    """A generated block as the document holds it: its parts in order, their place among all, and its content control."""

    id: str
    unsur: Sequence[Unsur]
    kendali: Petak | None
    utuh: bool

    @property
    def awal(self) -> int:
        """First byte, with the content control where that holds all of it and nothing else."""
        return self._tepi[0]

    @property
    def akhir(self) -> int:
        """The byte behind the last."""
        return self._tepi[1]

    @property
    def sidik(self) -> list[str]:
        """What its parts said when they were written."""
        return [t.sidik for u in self.unsur for t in u.tanda]

    @property
    def _tepi(self) -> tuple[int, int]:
        if not self.unsur:
            assert self.kendali is not None
            return self.kendali.awal, self.kendali.akhir
        pertama, terakhir = self.unsur[0], self.unsur[-1]
        awal = pertama.kendali.awal if pertama.kendali else pertama.petak.awal
        return awal, terakhir.kendali.akhir if terakhir.kendali else terakhir.petak.akhir


def blok_dokumen(peta: Peta, media: Media) -> dict[str, Blok]:
    """The generated blocks of a document by id, in the order in which they begin.

    A block is whole (utuh) where every part is there once, in order, side by side, says what was written, and holds no
    tracked change or comment; what people put before or behind it within its content control does not matter.
    """
    letak: dict[str, list[int]] = {}
    for i, u in enumerate(peta.unsur):
        for t in u.tanda:
            letak.setdefault(t.id, []).append(i)
    kendali = peta.kendali()
    hasil = {
        k: Blok(k, [peta.unsur[i] for i in dict.fromkeys(milik)], kendali.get(k), _utuh(peta, milik, media))
        for k, milik in letak.items()
    }
    return hasil | {k: Blok(k, (), p, False) for k, p in kendali.items() if k not in hasil}


def _utuh(peta: Peta, letak: Sequence[int], media: Media) -> bool:
    if list(letak) != list(range(letak[0], letak[0] + len(letak))):
        return False
    for ke, i in enumerate(letak):
        u = peta.unsur[i]
        if len(u.tanda) != 1 or u.tanda[0].ke != ke or u.tanda[0].dari != len(letak):
            return False
        if sedang_disunting(u.e) or sidik_unsur(u.e, media) != u.tanda[0].sidik:
            return False
    return True
