"""Saving without ever leaving half a file or undoing another's work: temporary file, backup, comparison, replacement."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lkjip_xl.buku.berkas import (
    TAUTAN_PUTUS,
    berkas_asli,
    buka_biasa,
    galat_sistem,
    keadaan,
    periksa_jenis,
    periksa_kunci,
)
from lkjip_xl.buku.cadangan import (
    AKHIRAN_SEMENTARA,
    AWALAN_SEMENTARA,
    CADANGAN_MAKS,
    bersihkan_sisa,
    pangkas,
    pasang_baru,
    pasang_cadangan,
)
from lkjip_xl.buku.galat import GalatBerkas, tiada
from lkjip_xl.buku.kunci import kunci
from lkjip_xl.buku.sifat_berkas import nama_lain, salin_sifat
from lkjip_xl.buku.tersimpan import catat

__all__ = ["CADANGAN_MAKS", "HasilSimpan", "Lapor", "ganti", "sidik", "simpan_aman", "simpan_baru", "simpan_semula"]

_SEKALI_BACA = 2**20


@dataclass(frozen=True, slots=True)
class HasilSimpan:
    """A file that was saved: where, its backup (None: nothing stood there), and what of the old file was not kept."""

    berkas: Path
    cadangan: Path | None = None
    tak_terjaga: tuple[str, ...] = ()


Lapor = Callable[[HasilSimpan], object]  # told of every file a command saves


def sidik(data: bytes) -> str:
    """Fingerprint by which content is compared."""
    return hashlib.sha256(data).hexdigest()


def simpan_aman(
    tujuan: Path, data: bytes, cadangan: bool = True, *, waktu: datetime | None = None, kegiatan: str = ""
) -> HasilSimpan:
    """Write a file whole, whatever stood there; that is kept as a dated backup (see ganti).

    For a file whose old content went into the new one use sesi.sunting; for one that must not exist, simpan_baru.
    """
    tujuan = Path(tujuan)
    periksa_tujuan(tujuan)
    asli = berkas_asli(tujuan)
    with kunci(asli, tujuan.name, kegiatan):
        lama = None if keadaan(asli) is None else _sidik_berkas(asli)
        return ganti(tujuan, asli, data, lama, cadangan=cadangan, waktu=waktu)


def simpan_baru(tujuan: Path, data: bytes, ada: GalatBerkas, *, seperti: Path | None = None) -> HasilSimpan:
    """Write a file that must not exist yet; raises `ada` where it does, even if it appeared this very moment.

    seperti: a file whose rights, owner and mark of a download the new one takes over, being made from it.
    """
    tujuan = Path(tujuan)
    if keadaan(tujuan) is not None:
        raise ada
    periksa_tujuan(tujuan)
    asli = berkas_asli(tujuan)
    with kunci(asli, tujuan.name):
        return ganti(tujuan, asli, data, None, ada=ada, seperti=seperti)


def simpan_semula(tujuan: Path, data: bytes) -> Path:
    """Put what an open workbook holds before a change beside its file as a dated backup; that file is not touched.

    Returns the backup. Raises GalatBerkas where the folder takes none.
    """
    asli = berkas_asli(Path(tujuan))
    sementara = None
    try:
        sementara = _tulis_sementara(asli, data)
        os.chmod(sementara, 0o666 & ~_umask())
        if keadaan(asli) is not None:
            salin_sifat(asli, sementara)
        salinan = pasang_cadangan(sementara, asli, datetime.now())
    except BaseException as galat:
        _gagal(galat, tujuan, sementara)
        raise
    _selesai(asli, salinan)
    return salinan


def ganti(
    tujuan: Path,
    asli: Path,
    data: bytes,
    lama: str | None,
    *,
    cadangan: bool = True,
    waktu: datetime | None = None,
    ada: GalatBerkas | None = None,
    seperti: Path | None = None,
) -> HasilSimpan:
    """Put `data` in the place of the content with the fingerprint `lama` (None: of nothing); the lock is held.

    Raises GalatBerkas and leaves everything as it was when the file is open elsewhere, is not what was read any more
    (BK-31, BK-32), is read-only, a folder, or cannot be written.
    """
    periksa_tujuan(tujuan)
    periksa_tujuan(asli)
    bersihkan_sisa(asli.parent)
    baru = salinan_sementara = salinan = None
    hilang: tuple[str, ...] = ()
    try:
        baru = _tulis_sementara(asli, data)
        if lama is not None:
            _periksa_masih(asli, tujuan.name, lama)
            hilang = salin_sifat(asli, baru) + nama_lain(asli)
            if cadangan:
                salinan_sementara = _salin(asli, tujuan.name, lama)
                salinan = pasang_cadangan(salinan_sementara, asli, waktu or datetime.now())
            periksa_kunci(tujuan)
            periksa_kunci(asli)
            _periksa_masih(asli, tujuan.name, lama)
            os.replace(baru, asli)
        else:
            os.chmod(baru, 0o666 & ~_umask())  # mkstemp makes private files
            if seperti is not None:
                hilang = salin_sifat(seperti, baru)
                os.chmod(
                    baru, stat.S_IMODE(baru.stat().st_mode) | stat.S_IWUSR
                )  # a read-only one has a writable successor
            periksa_kunci(asli)
            _pasang(baru, asli, ada or GalatBerkas("BK-31", berkas=tujuan.name))
    except BaseException as galat:
        _gagal(galat, tujuan, baru, salinan_sementara, salinan)
        raise
    _selesai(asli, salinan)
    catat(tujuan.name)
    return HasilSimpan(tujuan, salinan, hilang)


def periksa_tujuan(tujuan: Path) -> None:
    """Can a file be written here at all? Raises GalatBerkas: open elsewhere, a folder, a device, read-only, no folder.

    A link to a file stands for that file; one that leads nowhere is refused, else a file would appear where nobody looked.
    """
    ada = keadaan(tujuan)
    periksa_kunci(tujuan)
    if ada is not None:
        periksa_jenis(ada, tujuan)
        if not ada.st_mode & stat.S_IWUSR:
            raise GalatBerkas("BK-10", berkas=tujuan.name)
    elif os.path.lexists(tujuan):
        raise GalatBerkas("BK-37", berkas=tujuan.name, sebab=TAUTAN_PUTUS)
    elif (induk := keadaan(tujuan.parent)) is None or not stat.S_ISDIR(induk.st_mode):
        raise tiada(tujuan.parent, penuh=True)


def _pasang(baru: Path, asli: Path, ada: GalatBerkas) -> None:
    try:
        pasang_baru(baru, asli)
    except FileExistsError:
        raise ada from None


def _selesai(asli: Path, salinan: Path | None) -> None:
    """What was exchanged is on the disk for good; of the backups the oldest beyond five go."""
    _tuntaskan_folder(asli.parent)
    if salinan is not None:
        with contextlib.suppress(OSError):
            pangkas(asli)


def _gagal(
    galat: BaseException,
    tujuan: Path,
    baru: Path | None,
    salinan_sementara: Path | None = None,
    salinan: Path | None = None,
) -> None:
    """Take away what was prepared; the backup only where the exchange did not happen, else it is the old file itself.

    Raises GalatBerkas where the operating system refused; else the caller raises what it caught.
    """
    belum = baru is not None and baru.exists()
    for sisa in (salinan if belum else None, salinan_sementara, baru):
        if sisa is not None:
            with contextlib.suppress(OSError):
                sisa.unlink(missing_ok=True)
    if isinstance(galat, OSError):
        raise galat_sistem(galat, tujuan) from galat


def _periksa_masih(asli: Path, nama: str, lama: str) -> None:
    """Refuse where the file on disk is not the one that was read: content counts, not the time it bears."""
    try:
        sekarang = _sidik_berkas(asli)
    except GalatBerkas as galat:
        if galat.kode != "BK-01":
            raise
        raise GalatBerkas("BK-32", berkas=nama) from galat
    if sekarang != lama:
        raise GalatBerkas("BK-31", berkas=nama)


def _sidik_berkas(path: Path) -> str:
    return _alirkan(path, lambda _: None)


def _alirkan(path: Path, terima: Callable[[bytes], object]) -> str:
    """Hand a file on piece by piece; returns its fingerprint."""
    hitung = hashlib.sha256()
    with os.fdopen(buka_biasa(path), "rb") as masuk:
        while potong := masuk.read(_SEKALI_BACA):
            terima(potong)
            hitung.update(potong)
    return hitung.hexdigest()


def _salin(asli: Path, nama: str, lama: str) -> Path:
    """A flushed copy under a temporary name, with the file's own owner, rights and marks."""
    nomor, salinan = _nama_sementara(asli)
    try:
        with os.fdopen(nomor, "wb") as keluar:
            tersalin = _alirkan(asli, keluar.write)
            _tuntaskan(keluar)
        if tersalin != lama:
            raise GalatBerkas("BK-31", berkas=nama)
        salin_sifat(asli, salinan, waktu=True)
    except BaseException:
        salinan.unlink(missing_ok=True)
        raise
    return salinan


def _tulis_sementara(tujuan: Path, data: bytes) -> Path:
    nomor, sementara = _nama_sementara(tujuan)
    try:
        with os.fdopen(nomor, "wb") as keluar:
            keluar.write(data)
            _tuntaskan(keluar)
    except BaseException:
        sementara.unlink(missing_ok=True)
        raise
    return sementara


def _nama_sementara(tujuan: Path) -> tuple[int, Path]:
    try:
        nomor, nama = tempfile.mkstemp(dir=tujuan.parent, prefix=AWALAN_SEMENTARA, suffix=AKHIRAN_SEMENTARA)
    except OSError as galat:
        if galat.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise GalatBerkas("BK-08", berkas=tujuan.name, folder=str(tujuan.parent)) from galat
        raise
    return nomor, Path(nama)


def _umask() -> int:
    nilai = os.umask(0)
    os.umask(nilai)
    return nilai


def _tuntaskan(keluar) -> None:
    keluar.flush()
    os.fsync(keluar.fileno())


def _tuntaskan_folder(folder: Path) -> None:
    """Make the new name itself durable where the system can (not on Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        nomor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(nomor)
        finally:
            os.close(nomor)
