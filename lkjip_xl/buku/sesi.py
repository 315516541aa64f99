"""Reading a workbook, changing it and putting it back as one act, which no second one can come between."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkjip_xl.buku.berkas import baca_byte, berkas_asli
from lkjip_xl.buku.kunci import kunci
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.simpan import HasilSimpan, Lapor, ganti, sidik


class Sesi:
    """An opened workbook: its package as read under the lock, and the way back to its file."""

    def __init__(self, buku: Path, asli: Path, lapor: Lapor | None) -> None:
        data = baca_byte(buku)
        self.paket = Paket.dari_bytes(data, buku.name)
        self._buku, self._asli, self._lapor, self._sidik = buku, asli, lapor, sidik(data)

    def simpan(self) -> HasilSimpan:
        """Replace the file by the package as it is now; raises GalatBerkas and changes nothing where it is another by now."""
        data = self.paket.ke_bytes()
        hasil = ganti(self._buku, self._asli, data, self._sidik)
        self._sidik = sidik(data)
        if self._lapor is not None:
            self._lapor(hasil)
        return hasil


@contextmanager
def sunting(buku: Path | str, kegiatan: str = "", lapor: Lapor | None = None) -> Iterator[Sesi]:
    """Work on a workbook that is to be saved: nobody else's `lkjip` does meanwhile, and nothing is saved unasked.

    kegiatan: what is done, for the message others get (BK-30); lapor is told what was saved. A link stands for its file.
    """
    buku = Path(buku)
    asli = berkas_asli(buku)
    with kunci(asli, buku.name, kegiatan):
        yield Sesi(buku, asli, lapor)
