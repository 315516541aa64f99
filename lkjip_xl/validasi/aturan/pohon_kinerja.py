"""Rules of the tree of conditions: each serves one that is there, none serves itself, and it ends."""

from __future__ import annotations

from lkjip_xl.ringkasan.pohon_kinerja import LEMBAR, TERDALAM, induk_pohon, lingkaran, terlalu_dalam
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.nama import usul
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan


@aturan(kode=("PH-01", "PH-02", "PH-03"), lembar=(LEMBAR,), baca=perlu(pohon_kinerja="kode induk"))
def pohon_kinerja(buku: BukuKerja, lapor: Pelapor) -> None:
    """Kondisi di Pohon Kinerja menunjuk induk yang ada, dan tidak ada yang menjadi induk dirinya sendiri."""
    isi = lapor.jejak.baris(LEMBAR)
    kode = [x for r in isi.values() if isinstance(x := r["kode"], str)]
    for b, atas in induk_pohon(buku).items():
        if isinstance(x := isi[b]["induk"], str) and atas is None:
            lapor("PH-01", Rujukan(LEMBAR, b, "induk"), usul=usul(x, kode))
    for putaran in lingkaran(buku):
        sel = [Rujukan(LEMBAR, b, "induk") for b in putaran]
        lapor("PH-02", sel[0], terkait=sel[1:], lewat=", ".join(map(lapor.sebut, sel[1:])))
    for b in sorted(terlalu_dalam(buku)):
        lapor("PH-03", Rujukan(LEMBAR, b, "kode"), banyak=TERDALAM)
