"""The line "Hasil terakhir" of the guide: what the last button or command did to this workbook, in its own closing sentence."""

from __future__ import annotations

from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.tabel.tanda import PETUNJUK

NAMA_STATUS = "StatusTerakhir"
LABEL_STATUS, BELUM_ADA = "Hasil terakhir", "Belum ada."


def terakhir(paket: Paket) -> str:
    """What the line says, "" where there is no guide or nothing was done yet."""
    tempat = _tempat(paket)
    if tempat is None:
        return ""
    sel = baca_buku(paket, [PETUNJUK]).lembar[PETUNJUK].sel.get(tempat)
    return sel.nilai if sel is not None and isinstance(sel.nilai, str) and sel.nilai != BELUM_ADA else ""


def catat_terakhir(paket: Paket, kalimat: str) -> None:
    """Put the closing sentence of a command there, as a button does; without a guide there is nothing to do.

    The link beside it reads the cell and shows the same label whatever stands there; anybody else's formula that reads
    the guide is calculated at opening.
    """
    tempat = _tempat(paket)
    if tempat is None or terakhir(paket) == kalimat:
        return
    from lkjip_xl.buku.hitung_muat import minta_bila_dirujuk  # costs openpyxl, which reading does without

    isi = {alamat_sel(*tempat): Tulis(kalimat), alamat_sel(tempat[0], 1): Tulis(LABEL_STATUS, biar_rumus=True)}
    tulis_sel(paket, {PETUNJUK: isi}, hitung_ulang=False)
    milik = {alamat_sel(*t) for t, s in baca_buku(paket, [PETUNJUK]).lembar[PETUNJUK].sel.items() if s.rumus}
    minta_bila_dirujuk(paket, [PETUNJUK], {PETUNJUK: milik})


def _tempat(paket: Paket) -> tuple[int, int] | None:
    """Row and column of the line, by its name: guides of earlier templates have it elsewhere."""
    lembar, _, sel = baca_buku(paket, hanya=[]).nama.get(NAMA_STATUS, "").rpartition("!")
    if lembar.strip("'") != PETUNJUK or PETUNJUK not in paket.lembar():
        return None
    try:
        return pecah(sel.partition(":")[0])
    except ValueError:  # the name was changed by hand
        return None
