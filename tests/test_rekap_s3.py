"""A rekap of workbooks in S3: a server of the same protocol on this machine, read by one process and by a cluster."""

from __future__ import annotations

from pathlib import Path

import pytest
from buku_daerah import tulis_daerah

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.rekap import Pilihan, Rekap, buat_rekap
from lkjip_xl.rekap.klaster import kerjakan_jauh

pytestmark = pytest.mark.lengkap

WADAH = "wadah/2025"


@pytest.fixture(scope="module")
def daerah(tmp_path_factory) -> Path:
    f = tmp_path_factory.mktemp("s3") / "d"
    tulis_daerah(f, 6, benih=11, ukuran=((3, 8),))
    (f / "bidang").mkdir()
    next(f.glob("*.xlsm")).rename(f / "bidang" / "satu.xlsm")
    (f / "rusak.xlsm").write_bytes(b"x")
    return f


@pytest.fixture(scope="module")
def s3(daerah):
    """The store with the workbooks in it; the environment says where it is, as in real use."""
    s3fs = pytest.importorskip("s3fs")
    peladen = pytest.importorskip("moto.server").ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    peladen.start()
    _, port = peladen.get_host_and_port()
    with pytest.MonkeyPatch.context() as m:
        m.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        m.setenv("AWS_ACCESS_KEY_ID", "uji")
        m.setenv("AWS_SECRET_ACCESS_KEY", "uji")
        m.setenv("AWS_DEFAULT_REGION", "us-east-1")
        s3fs.S3FileSystem.clear_instance_cache()
        fs = s3fs.S3FileSystem()
        fs.mkdir("wadah")
        for p in sorted(x for x in daerah.rglob("*") if x.is_file()):
            fs.pipe_file(f"{WADAH}/{p.relative_to(daerah).as_posix()}", p.read_bytes())
        yield fs
    s3fs.S3FileSystem.clear_instance_cache()
    peladen.stop()


def dibaca(**pilihan: object) -> Rekap:
    return buat_rekap([], perintah.skema(), Pilihan(simpan=False, jauh=(f"s3://{WADAH}",), **pilihan))


def isi(r: Rekap) -> tuple[object, ...]:
    return [(e.berkas.nama, e.data) for e in r.entri], r.gagal, r.ganda


def test_sama_dengan_folder_nya(s3, daerah):
    """By one process and by two workers of a cluster: names, figures and what failed are those of the folder."""
    dask = pytest.importorskip("distributed")
    biasa = isi(buat_rekap([daerah], perintah.skema(), Pilihan(simpan=False)))
    assert len(biasa[0]) == 6 and isi(dibaca()) == biasa
    with dask.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as klaster:
        assert isi(dibaca(dask=klaster.scheduler_address)) == biasa


def test_yang_sudah_tidak_ada(s3):
    """An object deleted after the listing is named with the store's own words; a store that is not there too."""
    hasil = kerjakan_jauh(f"s3://{WADAH}/hilang.xlsm", "hilang.xlsm", None, None)
    assert (hasil.kode, hasil.data) == ("RK-14", b"") and "hilang.xlsm" in hasil.sebab
    with pytest.raises(GalatBerkas) as galat:
        buat_rekap([], perintah.skema(), Pilihan(simpan=False, jauh=("s3://tidak-ada/2025",)))
    assert galat.value.kode in ("RK-01", "RK-14")
