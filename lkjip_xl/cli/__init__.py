"""The command `lkjip`: arguments in, messages and exit codes out; the work is done in `perintah/`.

Nothing heavy is imported before `main` runs, so that Ctrl-C is answered from the first moment.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from typing import TYPE_CHECKING

from lkjip_xl.buku.tersimpan import catat_simpanan
from lkjip_xl.cli.keluar import (
    KELUAR_DIHENTIKAN,
    KELUAR_GAGAL_SENDIRI,
    KELUAR_PEMAKAIAN,
    aliran_tahan,
    tanpa_susulan,
)
from lkjip_xl.inti.galat import KELUAR_BERKAS, GalatLkjip
from lkjip_xl.inti.pemungut import jarangkan

if TYPE_CHECKING:
    from lkjip_xl.cli.buku import app

__all__ = ["app", "main"]
BATAS_MIRIP, NAMA_MAKS = 0.6, 60
DIHENTIKAN = "Dihentikan; berkas yang belum selesai ditulis tetap seperti semula."


def __getattr__(nama: str):
    if nama != "app":
        raise AttributeError(nama)
    return muat_aplikasi()


def main() -> None:
    """Run the command; every failure ends with a sentence and an exit code, never with a traceback."""
    jarangkan()
    with aliran_tahan(), tanpa_susulan(), catat_simpanan():
        try:
            kode = _jalankan()
        except KeyboardInterrupt:
            kode = KELUAR_DIHENTIKAN
        if kode in (KELUAR_BERKAS, KELUAR_GAGAL_SENDIRI):
            gc.collect()  # what is half written is thrown away here, not when Python ends
        if kode == KELUAR_DIHENTIKAN:
            _katakan(DIHENTIKAN)
    sys.exit(kode)


def muat_aplikasi():
    """The application with all its commands; it replaces the module of the same name in this package."""
    from lkjip_xl.cli import ambil, buku, formulir, komputer, laporan, perbarui, rapikan, rekap, tahun_baru, validasi  # noqa: F401  register the commands
    from lkjip_xl.cli.buku import app

    globals()["app"] = app
    return app


def _jalankan() -> int:
    """The command in the scope of its own wording: what is said of a failure is said in it, too."""
    from lkjip_xl.skema.kata import lingkup

    with lingkup():
        try:
            hasil = muat_aplikasi()(standalone_mode=False)
            sys.stdout.flush()
            return hasil if isinstance(hasil, int) else 0
        except Exception as e:
            return _kode_galat(e)


def _kode_galat(e: Exception) -> int:
    """Exit code for what the command line says of its own arguments, and for every error."""
    if type(e).__name__ == "Abort":
        if isinstance(e.__cause__ or e.__context__, KeyboardInterrupt):
            return KELUAR_DIHENTIKAN
        _katakan("Pertanyaan tidak terjawab; tidak ada yang diubah.")
        return KELUAR_PEMAKAIAN
    if hasattr(e, "format_message"):
        _katakan(_salah_pakai(e))
        return KELUAR_PEMAKAIAN
    terduga = isinstance(e, GalatLkjip) and e.keluar == KELUAR_BERKAS
    if os.environ.get("LKJIP_JEJAK") and not terduga:
        raise e
    from lkjip_xl.skema.sebut_galat import sebut_galat

    kode, kalimat = sebut_galat(e)
    _katakan(kalimat)
    return kode


def _katakan(kalimat: str) -> None:
    """A line for people; where it cannot be shown, the exit code has to do."""
    from lkjip_xl.cli.lipat import lipat

    try:
        print(lipat(kalimat, sys.stderr), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return


def _salah_pakai(e: Exception) -> str:
    """Sentence for arguments the command line does not understand, and where to read what it does."""
    konteks = getattr(e, "ctx", None)
    perintah = getattr(konteks, "command_path", "lkjip")
    param = getattr(e, "param", None)
    apa = next(
        (
            x
            for x in (
                getattr(e, "option_name", None),
                _sebutan(param),
                getattr(param, "metavar", None),
                getattr(param, "name", None),
            )
            if x
        ),
        "",
    )
    sebab = {
        "MissingParameter": f"{apa} belum disebut",
        "NoSuchOption": f"pilihan {apa} tidak dikenal",
        "BadOptionUsage": f"pilihan {apa} memerlukan isi",
        "BadParameter": f"isi {apa} tidak sah{_yang_sah(str(getattr(e, 'message', '')))}",
        "SalahPakai": getattr(e, "message", ""),
    }.get(type(e).__name__) or _tidak_dikenal(e)
    return f"{sebab[:1].upper()}{sebab[1:]}. Jalankan {perintah} --help untuk melihat cara memakainya."


def _sebutan(param: object) -> str:
    """An option as it is typed."""
    return next((x for x in getattr(param, "opts", ()) if x.startswith("--")), "")


def _yang_sah(pesan: str) -> str:
    """What an option takes, out of what the command line says of a value it does not take."""
    if "not one of" in pesan:
        return ": pilih " + ", ".join(re.findall(r"'([^']*)'", pesan)[1:])
    if batas := re.search(r"(greater|less) than or equal to (\d+)", pesan):
        return f": paling {'sedikit' if batas[1] == 'greater' else 'banyak'} {batas[2]}"
    return ": isi dengan angka" if "integer" in pesan else ""


def _tidak_dikenal(e: Exception) -> str:
    """A command nobody knows, with the one that was perhaps meant or all there are; else arguments too many."""
    semua = getattr(getattr(getattr(e, "ctx", None), "command", None), "commands", None) or {}
    ada = [n for n, p in semua.items() if not p.hidden]
    nama = str(getattr(e, "message", "")).partition("'")[2].partition("'")[0]
    if not ada or not nama:
        return "kelebihan argumen"
    from lkjip_xl.inti.kemiripan import terdekat

    dekat = terdekat(nama, ada, BATAS_MIRIP)
    usul = f'mungkin "{dekat}"' if dekat else f"yang ada: {', '.join(ada)}"
    return f'perintah "{nama[:NAMA_MAKS]}" tidak dikenal; {usul}'
