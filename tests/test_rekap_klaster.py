"""A rekap by a local Dask cluster of two workers, one of which dies, and from a store: the same as by one process."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from buku_daerah import tulis_daerah

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.rekap import Pilihan, Rekap, buat_rekap
from lkjip_xl.rekap.klaster import jauh

TANPA = Pilihan(simpan=False)


@pytest.fixture(scope="module")
def daerah(tmp_path_factory) -> Path:
    f = tmp_path_factory.mktemp("klaster") / "d"
    tulis_daerah(f, 8, benih=7, ukuran=((4, 10),))
    (f / "rusak.xlsm").write_bytes(b"x")
    return f


def inti(r: Rekap) -> tuple[object, ...]:
    return [(e.berkas.nama, e.data) for e in r.entri], r.gagal, r.ganda, r.temuan


def test_alamat_dikenali():
    assert jauh("s3://wadah/x") and not jauh("data/x")


def test_alamat_yang_tidak_terjangkau():
    """Also where the extra is not installed: a sentence, no traceback."""
    with pytest.raises(GalatBerkas) as galat:
        buat_rekap([], perintah.skema(), Pilihan(simpan=False, jauh=("entah-apa://x",)))
    assert galat.value.kode == "RK-14"


@pytest.mark.lengkap
def test_dua_pekerja_satu_mati(daerah):
    dask = pytest.importorskip("distributed")
    sk = perintah.skema()
    with dask.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as klaster:
        korban = next(w.pid for w in klaster.workers.values())

        def maju(n: int, _semua: int) -> None:
            if n == 2:
                os.kill(korban, 9)

        hasil = buat_rekap([daerah], sk, Pilihan(simpan=False, dask=klaster.scheduler_address), maju)
    assert inti(hasil) == inti(buat_rekap([daerah], sk, TANPA)) and len(hasil.entri) == 8


@pytest.mark.lengkap
def test_dari_penyimpanan(daerah):
    """Through fsspec as from any store; names, figures and what failed are those of the folder."""
    pytest.importorskip("fsspec")
    sk = perintah.skema()
    hasil = buat_rekap([], sk, Pilihan(simpan=False, jauh=(f"file://{daerah}",)))
    biasa = buat_rekap([daerah], sk, TANPA)
    assert [(e.berkas.nama, e.data) for e in hasil.entri] == [(e.berkas.nama, e.data) for e in biasa.entri]
    assert hasil.gagal == biasa.gagal
