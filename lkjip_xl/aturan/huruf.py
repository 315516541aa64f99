"""Letters that neither XML nor a document can hold: control characters, halves of an emoji cut off."""

from __future__ import annotations

from lkjip_xl.aturan.pelapor import Pelapor
from lkjip_xl.aturan.penelusur import Rujukan
from lkjip_xl.aturan.registri import aturan
from lkjip_xl.buku.urai_lembar import PENGGANTI
from lkjip_xl.tabel.model import BukuKerja


@aturan(kode=("LB-25",))
def huruf_tak_terbaca(buku: BukuKerja, lapor: Pelapor) -> None:
    """Teks isian tidak memuat huruf kendali atau huruf yang terpotong."""
    for t in buku.tabel.values():
        for (baris, kolom), s in sorted(t.sel.items()):
            if isinstance(s.nilai, str) and PENGGANTI in s.nilai:
                lapor("LB-25", Rujukan(t.skema.id, baris, kolom), nilai=s.nilai)
