"""What an exception means for people: the one place that makes an exit code and a sentence of it.

The command line, the buttons (layani) and the xlwings buttons (makro) all end here.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from lkjip_xl.buku.berkas import galat_sistem
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.tersimpan import tersimpan
from lkjip_xl.inti.galat import KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI, GalatLkjip
from lkjip_xl.skema.pesan import pesan_berkas


def sebut_galat(e: BaseException) -> tuple[int, str]:
    """Exit code and sentence: files and schemas 4, whatever else went wrong is our own failure, 3.

    An OSError without a number is none of the system's: Excel's refusals arrive as such.
    """
    if isinstance(e, OSError) and e.errno is not None:  # a file the system names, or the screen the output goes to
        e = _galat_layar(e) if e.filename is None else galat_sistem(e, Path(os.fsdecode(e.filename)))
    if isinstance(e, GalatLkjip) and e.keluar == KELUAR_BERKAS:
        return KELUAR_BERKAS, _dengan_tersimpan(_kalimat(e.kode, **e.isi) if e.kode else str(e))
    return KELUAR_GAGAL_SENDIRI, _dengan_tersimpan(_kalimat("KU-01", aturan=type(e).__name__, sebab=str(e)))


def _galat_layar(e: OSError) -> GalatBerkas:
    penuh = e.errno in (errno.ENOSPC, errno.EDQUOT)
    return GalatBerkas("BK-43", sebab="tempatnya penuh" if penuh else e.strerror or type(e).__name__)


def _dengan_tersimpan(kalimat: str) -> str:
    """The sentence, and which files stand in their place in spite of it."""
    return f"{kalimat} {_kalimat('BK-44', daftar=', '.join(nama))}" if (nama := tersimpan()) else kalimat


def _kalimat(kode: str, **isi: object) -> str:
    """Sentence of the catalogue; a catalogue that is itself the trouble must not hide what happened."""
    try:
        return pesan_berkas(kode, **isi)
    except Exception:
        return f"{kode}: {', '.join(str(x) for x in isi.values() if x)}"
