"""Saving: a workbook is replaced as a whole or stays as it was."""

import errno
import io
import os
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.simpan import CADANGAN_MAKS, simpan_aman, simpan_baru

WAKTU = datetime(2025, 2, 3, 4, 5, 6)


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "LKjIP 'A' & B.xlsm"
    path.write_bytes(b"lama")
    return path


def zip_berisi(n: int) -> bytes:
    arus = io.BytesIO()
    with zipfile.ZipFile(arus, "w") as arsip:
        arsip.writestr("isi", str(n))
    return arus.getvalue()


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_berkas_baru_tanpa_cadangan(tmp_path):
    assert simpan_aman(tmp_path / "baru.xlsx", b"isi").cadangan is None
    assert isi_folder(tmp_path) == {"baru.xlsx": b"isi"}


def test_cadangan_bertanggal_di_folder_yang_sama(berkas):
    salinan = simpan_aman(berkas, b"baru", waktu=WAKTU).cadangan
    assert salinan.name == "LKjIP 'A' & B.cadangan-20250203-040506.xlsm"
    assert isi_folder(berkas.parent) == {berkas.name: b"baru", salinan.name: b"lama"}


def test_tanpa_cadangan_bila_diminta(berkas):
    assert simpan_aman(berkas, b"baru", cadangan=False).cadangan is None
    assert isi_folder(berkas.parent) == {berkas.name: b"baru"}


def test_dua_kali_dalam_satu_detik_dua_cadangan(berkas):
    a, b = (simpan_aman(berkas, data, waktu=WAKTU).cadangan for data in (b"1", b"2"))
    assert (a.read_bytes(), b.read_bytes(), berkas.read_bytes()) == (b"lama", b"1", b"2")


def test_hanya_cadangan_terbaru_yang_tinggal(berkas):
    asing = berkas.with_name("LKjIP 'A' & B.cadangan-lama.xlsm")
    asing.write_bytes(b"milik orang")
    for n in range(CADANGAN_MAKS + 3):
        simpan_aman(berkas, zip_berisi(n), waktu=WAKTU + timedelta(days=n))
    cadangan = {p.read_bytes() for p in berkas.parent.glob("*.cadangan-2*")}
    assert cadangan == {zip_berisi(n) for n in range(2, 7)} | {b"lama"}  # what is no workbook is not ours to delete
    assert asing.exists()


def test_hak_berkas_tetap(berkas):
    berkas.chmod(0o640)
    simpan_aman(berkas, b"baru")
    assert berkas.stat().st_mode & 0o777 == 0o640


def test_tautan_tetap_tautan(berkas):
    tautan = berkas.with_name("pintas.xlsm")
    tautan.symlink_to(berkas)
    simpan_aman(tautan, b"baru")
    assert tautan.is_symlink() and berkas.read_bytes() == b"baru"


@pytest.mark.parametrize(
    ("fungsi", "galat", "kode"),
    [
        ("os.replace", PermissionError(errno.EACCES, "ditolak"), "BK-10"),
        ("os.replace", OSError(errno.ENOSPC, "penuh"), "BK-09"),
        ("os.fsync", OSError(errno.ENOSPC, "penuh"), "BK-09"),
        ("os.fsync", OSError(errno.EIO, "rusak"), "BK-13"),
        ("tempfile.mkstemp", PermissionError(errno.EACCES, "ditolak"), "BK-08"),
    ],
)
def test_gagal_di_tengah_jalan_tidak_mengubah_apa_pun(berkas, monkeypatch, fungsi, galat, kode):
    def gagal(*_, **__):
        raise galat

    monkeypatch.setattr(fungsi, gagal)
    with pytest.raises(GalatBerkas) as tangkap:
        simpan_aman(berkas, b"baru")
    monkeypatch.undo()
    assert tangkap.value.kode == kode
    assert isi_folder(berkas.parent) == {berkas.name: b"lama"}


def test_nama_sementara_yang_tak_terhapus_bukan_kegagalan(berkas, monkeypatch):
    """Once a file has its name the work is done: neither a backup nor a new file is refused for what is left beside it."""

    def tolak(path, missing_ok=False):
        raise OSError(errno.EIO, "EIO", str(path))

    baru, awal = berkas.with_name("baru.xlsx"), berkas.read_bytes()
    with monkeypatch.context() as m:
        m.setattr(Path, "unlink", tolak)
        hasil = simpan_aman(berkas, b"baru")
        simpan_baru(baru, b"lain", GalatBerkas("BK-31", berkas=baru.name))
    assert hasil.cadangan is not None and hasil.cadangan.read_bytes() == awal
    assert (berkas.read_bytes(), baru.read_bytes()) == (b"baru", b"lain")


def test_dihentikan_pengguna_tidak_meninggalkan_sisa(berkas, monkeypatch):
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        simpan_aman(berkas, b"baru")
    assert isi_folder(berkas.parent) == {berkas.name: b"lama"}


def _kunci_excel(nama: str) -> bytes:
    ansi = nama.encode("cp1252", "replace")
    return bytes([len(ansi)]) + ansi.ljust(54) + len(nama).to_bytes(2, "little") + nama.encode("utf-16-le").ljust(108)


@pytest.mark.parametrize(
    ("awal", "akhir", "data", "pemilik"),
    [
        ("~$", "", _kunci_excel("Siti Aminah"), "Siti Aminah"),
        ("~$", "", _kunci_excel("Siti Aminah")[:55], "Siti Aminah"),
        ("~$", "", b"", ""),
        (".~lock.", "#", b"Budi\\, S.E.,budi,PC-01,03.02.2025 09:00,file:///C:/u;", "Budi, S.E."),
        (".~lock.", "#", b",budi,PC-01,03.02.2025 09:00,file:///C:/u;", "budi"),
    ],
)
def test_sedang_dibuka_ditolak_dengan_nama_pembuka(berkas, awal, akhir, data, pemilik):
    berkas.with_name(f"{awal}{berkas.name}{akhir}").write_bytes(data)
    with pytest.raises(GalatBerkas) as tangkap:
        simpan_aman(berkas, b"baru")
    assert (tangkap.value.kode, tangkap.value.isi) == ("BK-05", {"berkas": berkas.name, "pemilik": pemilik})
    assert berkas.read_bytes() == b"lama"


def test_hanya_baca_folder_dan_folder_hilang(berkas, tmp_path):
    berkas.chmod(0o444)
    for tujuan, kode in ((berkas, "BK-10"), (tmp_path, "BK-11"), (tmp_path / "tiada" / "x.xlsx", "BK-01")):
        with pytest.raises(GalatBerkas) as tangkap:
            simpan_aman(tujuan, b"baru")
        assert tangkap.value.kode == kode
    assert berkas.read_bytes() == b"lama"


def test_disk_penuh_bukan_kehilangan_cadangan_lama(berkas, monkeypatch):
    lama = simpan_aman(berkas, b"dua", waktu=WAKTU).cadangan

    asli, kali = os.fsync, []

    def penuh(nomor):
        kali.append(nomor)
        if len(kali) == 2:  # the new file fits, its backup does not
            raise OSError(errno.ENOSPC, "penuh")
        asli(nomor)

    monkeypatch.setattr(os, "fsync", penuh)
    with pytest.raises(GalatBerkas):
        simpan_aman(berkas, b"tiga", waktu=WAKTU)
    assert isi_folder(berkas.parent) == {berkas.name: b"dua", lama.name: b"lama"}
