"""`lkjip tunggu`: answers requests without being started for each, once per user, and gives way to another version."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest
from jalan_lkjip import lkjip

from lkjip_xl import siaga
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.kunci import kunci
from lkjip_xl.excel import ruang
from lkjip_xl.excel.protokol import KEPALA
from lkjip_xl.excel.ruang import BUKU, HASIL, MULAI, PERMINTAAN, siapkan
from lkjip_xl.siaga import AKHIR, BERHENTI, SIAGA, hentikan, tunggu, versi_siaga

TANDA = "0123456789abcdef01234567"
JEDA = 0.01


@pytest.fixture
def pribadi(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return siapkan()


def minta(pribadi: Path, angka: int = 1, *, akhir: bool = True, perintah: str = "ringkas") -> Path:
    """A request as the macro makes it: the copy of the workbook first."""
    tempat = pribadi / f"minta-{angka:024x}"
    tempat.mkdir()
    (tempat / BUKU).write_bytes(b"PK tidak utuh")
    baris = [
        b"lkjip-permintaan 2",
        f"tanda={TANDA}".encode(),
        f"perintah={perintah}".encode(),
        b"lembar=",
        b"berkas=a.xlsm",
    ]
    (tempat / PERMINTAAN).write_bytes(b"".join(b + b"\r\n" for b in [*baris, b"folder=", *([AKHIR] if akhir else [])]))
    return tempat


def sampai(syarat, batas: float = 20.0) -> bool:
    akhir = time.monotonic() + batas
    while not (hasil := syarat()) and time.monotonic() < akhir:
        time.sleep(JEDA)
    return bool(hasil)


@pytest.fixture
def penunggu(pribadi):
    """One that waits, in a thread of this process."""
    utas = Thread(target=lambda: tunggu(jeda=JEDA), daemon=True)
    utas.start()
    assert sampai(lambda: (pribadi / SIAGA).exists())
    yield utas
    if utas.is_alive():
        hentikan(pribadi)
    utas.join(20)
    assert not utas.is_alive()


def test_dijawab_tanpa_memulai_program(pribadi, penunggu):
    pertama, kedua = minta(pribadi, 1), minta(pribadi, 2)
    for tempat in (pertama, kedua):
        assert sampai((tempat / HASIL).exists)
        kepala, status, *_ = (tempat / HASIL).read_text(encoding="ascii").splitlines()
        assert kepala == f"{KEPALA}\t{TANDA}" and status.startswith("status\tgagal\t")
        assert (tempat / MULAI).exists()


def test_yang_belum_utuh_dan_yang_sudah_dijawab_dibiarkan(pribadi, penunggu):
    setengah, dijawab = minta(pribadi, 1, akhir=False), minta(pribadi, 3)
    assert sampai((dijawab / HASIL).exists)
    isi = (dijawab / HASIL).read_bytes()
    time.sleep(10 * JEDA)
    assert (dijawab / HASIL).read_bytes() == isi and not (setengah / MULAI).exists()
    with (setengah / PERMINTAAN).open("ab") as f:
        f.write(AKHIR + b"\r\n")
    assert sampai((setengah / HASIL).exists)


def test_basi_sejak_awal_tidak_dijawab(pribadi):
    basi, segar = minta(pribadi, 1), minta(pribadi, 2)
    os.utime(basi / PERMINTAAN, (time.time() - 3600,) * 2)
    utas = Thread(target=lambda: tunggu(jeda=JEDA), daemon=True)
    utas.start()
    assert sampai((segar / HASIL).exists)
    hentikan(pribadi)
    utas.join(20)
    assert not (basi / MULAI).exists()


def test_permintaan_di_balik_tautan_tidak_dijawab(pribadi, penunggu):
    """A link in the private folder to a whole request elsewhere."""
    (luar := pribadi.parent / "luar").mkdir()
    asing = minta(luar, 9)
    (pribadi / asing.name).symlink_to(asing)
    assert sampai((minta(pribadi, 1) / HASIL).exists)
    assert {p.name for p in asing.iterdir()} == {BUKU, PERMINTAAN}


def test_hanya_satu_yang_menunggu(pribadi, penunggu):
    assert tunggu(jeda=JEDA) is False and penunggu.is_alive()


def test_tanda_yang_dibuang_makro_ditaruh_kembali(pribadi, penunggu):
    (pribadi / SIAGA).unlink()
    assert sampai((pribadi / SIAGA).exists)


def test_berhenti_bila_diminta(pribadi, penunggu):
    assert hentikan(pribadi) is True
    penunggu.join(20)
    assert not penunggu.is_alive() and not {SIAGA, BERHENTI} & {p.name for p in pribadi.iterdir()}
    assert hentikan(pribadi) is False


def test_versi_lain_menggantikan(pribadi, penunggu, monkeypatch):
    """One of another version ends by itself before it answers, and one that starts sends the older away first."""
    versi = versi_siaga(pribadi)
    monkeypatch.setattr(siaga, "versi_terpasang", lambda: f"{versi}.baru")
    tempat = minta(pribadi)
    penunggu.join(20)
    assert not penunggu.is_alive() and not (tempat / MULAI).exists() and versi_siaga(pribadi) is None
    baru = Thread(target=lambda: tunggu(jeda=JEDA), daemon=True)
    baru.start()
    assert sampai((tempat / HASIL).exists) and versi_siaga(pribadi) == f"{versi}.baru"
    monkeypatch.setattr(siaga, "versi_terpasang", lambda: f"{versi}.lagi")
    lagi = Thread(target=lambda: tunggu(jeda=JEDA), daemon=True)
    lagi.start()
    baru.join(20)
    assert not baru.is_alive() and sampai(lambda: versi_siaga(pribadi) == f"{versi}.lagi")
    hentikan(pribadi)
    lagi.join(20)


def test_sisa_yang_dibunuh_tidak_menghalangi(pribadi):
    (pribadi / SIAGA).write_bytes(b"lkjip-siaga 1\r\nversi=0\r\n")
    assert versi_siaga(pribadi) == "0" and hentikan(pribadi) is True and versi_siaga(pribadi) is None


def test_yang_tidak_berhenti_dikatakan(pribadi, monkeypatch):
    """It holds the lock and does not look: nothing of its is taken away."""
    (pribadi / SIAGA).write_bytes(b"lkjip-siaga 1\r\nversi=0\r\n")
    with kunci(pribadi / SIAGA, SIAGA):
        with pytest.raises(GalatBerkas) as e:
            hentikan(pribadi, batas=0.0)
        assert e.value.kode == "BK-30" and (pribadi / SIAGA).exists()


@pytest.mark.lengkap
def test_proses_sendiri_tanpa_layar(tmp_path, monkeypatch):
    """As pythonw starts it: no streams at all; answered by it, told to stop from the command line."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    perintah = f'exec "{sys.executable}" -P -m lkjip_xl.cli tunggu <&- >&- 2>&-'
    proses = subprocess.Popen(["bash", "-c", perintah], cwd=tmp_path)
    try:
        folder = Path(ruang.letak()[0])
        assert sampai(lambda: versi_siaga(folder) is not None)
        tempat = minta(folder)
        assert sampai((tempat / HASIL).exists)
        assert lkjip("tunggu").returncode == 0 and proses.poll() is None
        assert lkjip("tunggu", "--berhenti").returncode == 0
        assert proses.wait(20) == 0
    finally:
        proses.kill()
