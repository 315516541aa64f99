"""Which tab of a workbook is which sheet of the schema, and what may have become of one that is missing."""

from __future__ import annotations

from lkjip_xl.buku.baca import Buku
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.model import WAJIB, Skema, SkemaLembar
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.skema.versi_templat import lembar_versi
from lkjip_xl.tabel.tanda import PETUNJUK

DEKAT = 0.5


class PencariLembar:
    """Tabs of one workbook by what they are called, in today's template or in its own."""

    def __init__(self, buku: Buku, skema: Skema, versi: int) -> None:
        self._buku, self._skema, self._versi = buku, skema, versi
        self._sama = {kunci_judul(n): n for n in buku.lembar}

    def nama(self, s: SkemaLembar) -> str | None:
        """The tab of a sheet; None where there is none."""
        dulu = lembar_versi(self._versi, s.id)
        return self._sama.get(kunci_judul(s.lembar)) or (self._sama.get(kunci_judul(dulu.lembar)) if dulu else None)

    def hilang(self, s: SkemaLembar) -> tuple[str, Tingkat | None]:
        """What a missing sheet may be called now, and how grave it is where that is not as the catalogue says.

        One no report needs is gone for good where no tab can be it; else its figures stand somewhere under another name.
        """
        kami = (x.lembar for x in self._skema.lembar.values())
        milik = set(map(kunci_judul, (*kami, PETUNJUK, *self._buku.lokal(NAMA_TANDA))))
        calon = [n for k, n in self._sama.items() if k not in milik]
        dekat = terdekat(s.lembar, calon, DEKAT)
        ringan = s.kebutuhan != WAJIB and not calon
        return f' Maksud Anda "{dekat}"?' if dekat else "", Tingkat.PERINGATAN if ringan else None
