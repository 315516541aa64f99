"""Libraries that may end their process or fill the memory read in a child process with limits.

Bytes go in and the result comes back as JSON, both through pipes: nothing is written and nothing of the user's is
opened twice. Time is limited everywhere; memory where the system can (POSIX: RLIMIT_AS), so that on Windows a file
made to fill the memory is ended by the time limit or by the library itself.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from lkjip_xl.buku.batas import SEL_TERISI_MAKS
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.sumber.model import Alinea, Kisi, SelAsing, Sumber

_MULAI = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); from lkjip_xl.sumber.anak import utama; utama(sys.argv[2:])"
_TENGGANG = 5  # seconds of processor beyond the time limit, for a child whose parent is gone


@dataclass(frozen=True, slots=True)
class BatasAnak:
    """What a child process may use: seconds, and bytes of address space."""

    detik: int = 120
    memori: int = 2 * 2**30


def baca_di_anak(modul: str, fungsi: str, data: bytes, berkas: str, batas: BatasAnak) -> Sumber:
    """What a function (bytes to Sumber) of a module finds in a child process.

    Raises its GalatBerkas, SB-01 where it took too long, SB-02 where it ended without an answer, BK-13 where the
    system starts no processes.
    """
    # what this process imports from, the child does, too: no folder that happens to be the current one
    jalur = json.dumps([p for p in sys.path if p])
    perintah = [
        sys.executable, "-P", "-X", "utf8", "-c", _MULAI, jalur, modul, fungsi, str(batas.detik), str(batas.memori)
    ]  # fmt: skip
    try:
        anak = subprocess.run(
            perintah, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=batas.detik,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except subprocess.TimeoutExpired as galat:
        raise GalatBerkas("SB-01", berkas=berkas, detik=batas.detik) from galat
    except OSError as galat:
        raise GalatBerkas("BK-13", berkas=berkas, sebab=galat.strerror or type(galat).__name__) from galat
    try:
        hasil = json.loads(anak.stdout)
    except ValueError as galat:  # ended by a limit, or by itself
        raise GalatBerkas("SB-02", berkas=berkas) from galat
    if "galat" in hasil:
        isi = hasil["isi"]
        raise GalatBerkas(hasil["galat"], **isi | ({"berkas": berkas} if "berkas" in isi else {}))
    return _baca_hasil(hasil, berkas)


def utama(argumen: list[str]) -> None:
    """What the child does: limits first, then the function, then its result to where output went."""
    modul, fungsi, detik, memori = argumen
    keluar = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not be taken for the result
    _batasi(int(detik), int(memori))
    data = sys.stdin.buffer.read()
    try:
        hasil = _tulis_hasil(getattr(import_module(modul), fungsi)(data))
    except GalatBerkas as galat:
        hasil = json.dumps({"galat": galat.kode, "isi": galat.isi}).encode()
    with os.fdopen(keluar, "wb") as f:
        f.write(hasil)


def _batasi(detik: int, memori: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for jenis, banyak in ((resource.RLIMIT_AS, memori), (resource.RLIMIT_CPU, detik + _TENGGANG)):
        try:
            resource.setrlimit(jenis, (banyak, resource.getrlimit(jenis)[1]))
        except (OSError, ValueError):  # a lower limit is set already, or the system (macOS) has none of this kind
            continue


def _tulis_hasil(s: Sumber) -> bytes:
    if sum(len(k.sel) for k in s.kisi) > SEL_TERISI_MAKS:
        raise GalatBerkas("SB-11", berkas="", batas=SEL_TERISI_MAKS)
    kisi = [
        {
            "tempat": k.tempat, "nomor": k.nomor, "gabung": k.gabung, "atas": k.atas, "beralamat": k.beralamat,
            "bagian": k.bagian, "bawah": k.bawah, "paragraf": k.paragraf,
            "baris": sorted(k.baris_tersembunyi), "kolom": sorted(k.kolom_tersembunyi),
            "sel": [(b, kol, c.teks, c.nilai, c.format, c.atas, c.rumus, c.tak_tahu) for (b, kol), c in k.sel.items()],
        }
        for k in s.kisi
    ]  # fmt: skip
    alinea = None if s.alinea is None else [(x.tempat, x.sel, x.teks) for x in s.alinea]
    return json.dumps({"kisi": kisi, "catatan": s.catatan, "alinea": alinea}).encode()


def _baca_hasil(hasil: dict[str, Any], berkas: str) -> Sumber:
    kisi = [
        Kisi(
            berkas, k["tempat"], k["nomor"], {(b, kol): SelAsing(*isi) for b, kol, *isi in k["sel"]},
            tuple(tuple(g) for g in k["gabung"]), tuple(k["atas"]),
            frozenset(k["baris"]), frozenset(k["kolom"]), k["beralamat"], tuple(k["bagian"]), tuple(k["bawah"]), tuple(k["paragraf"]),
        )
        for k in hasil["kisi"]
    ]  # fmt: skip
    alinea = None if hasil["alinea"] is None else tuple(Alinea(*x) for x in hasil["alinea"])
    return Sumber(berkas, kisi, [(kode, isi) for kode, isi in hasil["catatan"]], alinea)
