"""The same work on an existing Dask cluster, and workbooks in any store that fsspec reads (s3://…).

Needs the extra [klaster]; nothing here is imported without --dask or such an address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any

from lkjip_xl.buku.berkas import AKHIRAN, UKURAN_MAKS
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.rekap.cari import Berkas, BerkasRekap, lewat
from lkjip_xl.rekap.kerja import Hasil, kerjakan_bytes, kerjakan_di_proses, skema_dari
from lkjip_xl.rekap.tembolok import Tembolok
from lkjip_xl.skema.pesan import temuan_dari

PISAH = "://"
ULANG = 2  # workers that may die over one file before it is given up
BUNTU = 60  # seconds without any worker


def jauh(sumber: str) -> bool:
    """Is it an address of a store, not a path? A letter alone is a drive of Windows.

    >>> jauh("s3://wadah/2024"), jauh("C:/data"), jauh("data/2024")
    (True, False, False)
    """
    return PISAH in sumber


def cari_jauh(alamat: Iterable[str]) -> BerkasRekap:
    """Workbooks below some addresses of stores, by the rules of folders; raises GalatBerkas RK-01, RK-14."""
    hasil, semua = BerkasRekap(), list(alamat)
    for induk in semua:
        fs, jalan = _sistem(induk)
        try:
            ada = {jalan: fs.info(jalan)} if fs.isfile(jalan) else fs.find(jalan, detail=True)
        except Exception as galat:  # whatever the store says, in its own words
            raise GalatBerkas("RK-14", berkas=induk, sebab=f"{type(galat).__name__}: {galat}") from galat
        for nama, info in sorted(ada.items()):
            if PurePosixPath(nama).suffix.lower() not in AKHIRAN:
                continue
            sebut = nama.removeprefix(jalan).lstrip("/") or PurePosixPath(nama).name
            if sebab := lewat(PurePosixPath(nama).name):
                hasil.dilewati.append((sebut, sebab))
            else:
                hasil.buku.append(Berkas(Path(nama), sebut, _tanggal(info), fs.unstrip_protocol(nama)))
    if not hasil.buku:
        raise GalatBerkas("RK-01", folder=", ".join(semua))
    return hasil


def _sistem(alamat: str) -> tuple[Any, str]:
    try:
        return import_module("fsspec.core").url_to_fs(alamat)
    except Exception as galat:  # not installed, an unknown protocol, no access
        raise GalatBerkas("RK-14", berkas=alamat, sebab=f"{type(galat).__name__}: {galat}") from galat


def _tanggal(info: dict[str, Any]) -> datetime:
    x = info.get("LastModified") or info.get("mtime") or info.get("last_modified") or info.get("created")
    if isinstance(x, (int, float)):
        return datetime.fromtimestamp(int(x))
    return x.replace(tzinfo=None, microsecond=0) if isinstance(x, datetime) else datetime.fromtimestamp(0)


def kerjakan_jauh(alamat: str, nama: str, tindih: Path | None, tembolok: Tembolok | None) -> Hasil:
    """Sum up one workbook of a store."""
    try:
        fs, jalan = _sistem(alamat)
        if fs.size(jalan) > UKURAN_MAKS:
            raise GalatBerkas("BK-07", berkas=nama, bagian="", sebab="ukuran")
        isi = fs.cat_file(jalan)
    except GalatBerkas as galat:
        return Hasil(kode=galat.kode, sebab=temuan_dari(galat.kode, galat.isi).pesan)
    except Exception as galat:
        return Hasil(kode="RK-14", sebab=f"{type(galat).__name__}: {galat}")
    return kerjakan_bytes(isi, nama, skema_dari(tindih), tembolok)


def _menyeluruh(b: Berkas) -> Berkas:
    """A file by its whole path, which a shared folder must have on every machine."""
    return b if b.alamat else replace(b, path=b.path.absolute())


def di_klaster(
    berkas: Sequence[Berkas], alamat: str, tindih: Path | None, tembolok: Tembolok | None
) -> Iterator[tuple[Berkas, Hasil]]:
    """Every file by a worker of the cluster at `alamat`, in the order in which they are done, each once.

    A worker that dies is no loss: its files go to others, and one over which several die is named (RK-04).
    Raises GalatBerkas (RK-14) where the cluster cannot be reached.
    """
    klien, as_completed = _klien(alamat)
    try:
        tugas = {
            klien.submit(kerjakan_di_proses, _menyeluruh(b), tindih, tembolok, retries=ULANG, pure=False): b
            for b in berkas
        }
        for f in as_completed(list(tugas), loop=klien.loop):
            yield tugas.pop(f), _hasil(f)  # popped: the cluster may forget the result
    finally:
        klien.close()


def _hasil(f: Any) -> Hasil:
    try:
        return f.result()
    except Exception as galat:  # the workers it killed, or our own failure there
        if type(galat).__name__ == "KilledWorker":
            return Hasil(kode="RK-04")
        return Hasil(kode="RK-03", sebab=f"{type(galat).__name__}: {galat}")


def _klien(alamat: str) -> tuple[Any, Any]:
    try:
        dask = import_module("distributed")
        return dask.Client(alamat, timeout=BUNTU, set_as_default=False), dask.as_completed
    except Exception as galat:
        raise GalatBerkas("RK-14", berkas=alamat, sebab=f"{type(galat).__name__}: {galat}") from galat
