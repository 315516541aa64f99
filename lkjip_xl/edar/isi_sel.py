"""What stands in the cells a formula names, for the native form of the formula."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.buku.baca import Buku
from lkjip_xl.edar.kategori import UkuranTabel, ukuran_tertulis
from lkjip_xl.inti.alamat import kawasan, rujuk
from lkjip_xl.inti.kunci import kunci_excel


class IsiSel:
    """The cells of a workbook as the formulas of one sheet name them."""

    def __init__(self, lembar: str, buku: Buku) -> None:
        self._lembar, self._buku = lembar, buku
        self._ukuran: dict[str, UkuranTabel | None] = {}

    def lupakan(self) -> None:
        """Let go of the cells of the sheet itself, now that its formulas are changed: others seldom name them."""
        self._buku.lembar.lupakan(self._lembar)

    def ukuran(self, rujukan: str) -> UkuranTabel | None:
        """Size of the table a reference or a name of the workbook means, and down to where something stands in it."""
        if rujukan not in self._ukuran:
            self._ukuran[rujukan] = self._ukur(rujukan)
        return self._ukuran[rujukan]

    def _ukur(self, rujukan: str) -> UkuranTabel | None:
        nama = {kunci_excel(n): isi for n, isi in self._buku.nama.items()}
        for calon in (rujuk(self._lembar, rujukan), rujukan):
            rujukan = nama.get(kunci_excel(calon), rujukan)
        ukuran, lembar = ukuran_tertulis(rujukan), self._lembar_dari(rujukan)
        if ukuran is None or lembar not in self._buku.lembar:
            return None
        b1, k1, b2, k2 = kawasan(rujukan.rpartition("!")[2])
        isi = self._buku.lembar[lembar].sel.items()
        ada = [b for (b, k), s in isi if b1 <= b <= b2 and k1 <= k <= k2 and (s.rumus or s.nilai is not None)]
        return replace(ukuran, terisi=max(ada, default=b1 - 1) - b1 + 1)

    def _lembar_dari(self, rujukan: str) -> str:
        lembar = rujukan.rpartition("!")[0]
        return lembar.removeprefix("'").removesuffix("'").replace("''", "'") or self._lembar

    def teks(self, rujukan: str) -> list[str]:
        alamat = rujukan.rpartition("!")[2]
        nama = self._lembar_dari(rujukan)
        if nama not in self._buku.lembar:
            return []
        b1, k1, b2, k2 = kawasan(alamat)
        isi = self._buku.lembar[nama].sel
        if (b2 - b1 + 1) * (k2 - k1 + 1) == 1:
            semua = [isi.get((b1, k1))]
        else:
            semua = [s for (b, k), s in isi.items() if b1 <= b <= b2 and k1 <= k <= k2]
        return [s.nilai for s in semua if s is not None and isinstance(s.nilai, str)]
