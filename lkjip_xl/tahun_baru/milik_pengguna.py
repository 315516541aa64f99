"""What in the old workbook is the user's own: sheets, and columns beside our tables; named, and carried when asked."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.cangkok import cangkok
from lkjip_xl.buku.paket import Paket
from lkjip_xl.inti.alamat import nomor
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.skema.versi import NAMA_TANDA
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.tabel.tanda import milik_kita
from lkjip_xl.tahun_baru.kolom_pengguna import bawa_kolom

KOLOM_TAMBAHAN = "LB-11"


def lembar_sendiri(paket: Paket, baru: Paket) -> tuple[list[str], list[str]]:
    """Names of the user's own sheets: worksheets with content, and sheets of other kinds (charts, dialogs)."""
    buku = baca_buku(paket)
    ada = {kunci_excel(n) for n in baru.lembar()}
    sendiri, lain = [], []
    for nama, info in paket.lembar().items():
        if kunci_excel(nama) in ada:
            continue
        if info.jenis != "worksheet":
            lain.append(nama)
        elif not milik_kita(nama, buku.lembar[nama], buku.lokal(NAMA_TANDA)):
            sendiri.append(nama)
    return sendiri, lain


def bawa_milik(
    paket: Paket, lama: BukuKerja, baru: Paket, terisi: BukuKerja, tahun: int, *, bawa: bool
) -> Iterator[Temuan]:
    """Put the user's own worksheets and columns into the new workbook where asked, and say what was carried and what was not.

    terisi: the new workbook as it is filled.
    """
    sendiri, lain = lembar_sendiri(paket, baru)
    if bawa and sendiri:
        cangkok(baru, paket, ganti=sendiri)
        yield from (buat_temuan("TB-07", lembar=n) for n in sendiri)
    else:
        lain = [*sendiri, *lain]
    yield from (buat_temuan("TB-06", lembar=n) for n in lain)
    tambahan = [t for t in lama.temuan if t.kode == KOLOM_TAMBAHAN]
    if bawa and tambahan:
        menurut_nama = {t.lembar: i for i, t in lama.tabel.items()}
        kolom = [(menurut_nama[t.lembar], nomor(t.kolom)) for t in tambahan]
        yield from bawa_kolom(lama, dict(baca_buku(paket).lembar), terisi, baru, kolom, tahun)
    else:
        yield from (buat_temuan("TB-08", lembar=t.lembar, sel=t.sel, kolom=t.kolom, sebab="") for t in tambahan)
