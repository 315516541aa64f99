"""Backups are whole or not there; owner, rights and marks stay; dead commands leave nothing for long."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from buku_kecil import LAMA, buku_berisi

from lkjip_xl.buku import sifat_berkas
from lkjip_xl.buku.cadangan import CADANGAN_MAKS, UMUR_SISA, cadangan_utuh
from lkjip_xl.buku.kunci import kunci, nama_kunci
from lkjip_xl.buku.sifat_berkas import ALIRAN_WEB, TAUTAN_KERAS, salin_sifat, salin_tanda_web
from lkjip_xl.buku.simpan import simpan_aman

AKAR = hasattr(os, "geteuid") and os.geteuid() == 0
ASAL = "user.xdg.origin.url"


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(LAMA)
    return path


def atribut(path: Path, nama: str, isi: bytes) -> None:
    try:
        os.setxattr(path, nama, isi)
    except (OSError, AttributeError):
        pytest.skip("this file system has no such attributes")


def test_cadangan_baru_bernama_setelah_utuh(berkas, monkeypatch):
    """Whatever ends the process while the copy is written, no official name stands for half a copy."""
    terlihat = []
    asli = os.fsync

    def catat(nomor):
        terlihat.append([p.name for p in berkas.parent.glob("*.cadangan-*")])
        asli(nomor)

    monkeypatch.setattr(os, "fsync", catat)
    hasil = simpan_aman(berkas, b"baru")
    assert terlihat[:2] == [[], []] and hasil.cadangan.read_bytes() == LAMA


def test_cadangan_terpotong_tidak_dihitung_dan_tidak_dihapus(berkas):
    nama = [f"buku.cadangan-2024010{n}-000000.xlsx" for n in range(1, 9)]
    for n, x in enumerate(nama):
        berkas.with_name(x).write_bytes(LAMA[: len(LAMA) // 2] if n in (0, 5, 7) else LAMA)
    rusak_di_dalam = bytearray(LAMA)
    rusak_di_dalam[60] ^= 0xFF
    berkas.with_name(nama[6]).write_bytes(rusak_di_dalam)
    assert [cadangan_utuh(berkas.with_name(x)) for x in nama] == [False, True, True, True, True, False, False, False]
    berkas.with_name("buku.cadangan-20240101-000000-2.xlsx").mkdir()
    simpan_aman(berkas, buku_berisi("baru"))
    simpan_aman(berkas, buku_berisi("baru sekali"))
    ada = {p.name for p in berkas.parent.glob("*.cadangan-2024*")}
    assert ada == {*nama[:1], *nama[2:], "buku.cadangan-20240101-000000-2.xlsx"}  # only the oldest whole one went
    assert sum(cadangan_utuh(p) for p in berkas.parent.glob("*.cadangan-*")) == CADANGAN_MAKS


def test_sisa_lama_dibersihkan_milik_orang_tidak(berkas):
    lama = time.time() - UMUR_SISA - 60
    milik = {
        ".lkjip-abcd_123.tmp": True, ".lkjip-0123456789abcdef.kunci": True, ".lkjip-abcd1234.tmp.xlsx": False,
        ".lkjip-penting sekali.tmp": False, "lkjip-abcd1234.tmp": False,
    }  # fmt: skip
    for n in milik:
        berkas.with_name(n).write_bytes(b"x")
        os.utime(berkas.with_name(n), (lama, lama))
    berkas.with_name(".lkjip-barubaru.tmp").write_bytes(b"x")  # of a command that may still run
    berkas.with_name(".lkjip-tautan_1.tmp").symlink_to(berkas)
    os.utime(berkas.with_name(".lkjip-tautan_1.tmp"), (lama, lama), follow_symlinks=False)
    simpan_aman(berkas, b"baru", cadangan=False)
    for n, hilang in milik.items():
        assert berkas.with_name(n).exists() != hilang, n
    assert berkas.with_name(".lkjip-barubaru.tmp").exists() and berkas.with_name(".lkjip-tautan_1.tmp").is_symlink()


def test_kunci_yang_dipegang_tidak_dibersihkan(berkas):
    lain = berkas.with_name("lain.xlsx")
    with kunci(lain, lain.name):
        os.utime(berkas.with_name(nama_kunci(lain)), (1, 1))
        simpan_aman(berkas, b"baru")
        assert berkas.with_name(nama_kunci(lain)).exists()


def test_atribut_dan_tanda_unduhan_ikut(berkas):
    atribut(berkas, ASAL, b"https://contoh.go.id/buku.xlsx")
    os.utime(berkas, (1_700_000_000, 1_700_000_000))
    hasil = simpan_aman(berkas, b"baru")
    for p in (berkas, hasil.cadangan):
        assert os.getxattr(p, ASAL) == b"https://contoh.go.id/buku.xlsx"
    assert hasil.tak_terjaga == () and hasil.cadangan.stat().st_mtime == 1_700_000_000
    assert berkas.stat().st_mtime > 1_700_000_000


def test_daftar_hak_akses_ikut(berkas):
    acl = bytes.fromhex("0200000001000600ffffffff020004003930000004000400ffffffff10000600ffffffff20000000ffffffff")
    atribut(berkas, sifat_berkas.ACL, acl)
    hasil = simpan_aman(berkas, b"baru")
    assert os.getxattr(berkas, sifat_berkas.ACL) == acl == os.getxattr(hasil.cadangan, sifat_berkas.ACL)


@pytest.mark.skipif(not AKAR, reason="only root may give files away")
def test_pemilik_grup_dan_hak_ikut(berkas):
    os.chown(berkas, 12345, 23456)
    berkas.chmod(0o640)
    hasil = simpan_aman(berkas, b"baru")
    for p in (berkas, hasil.cadangan):
        s = p.stat()
        assert (s.st_uid, s.st_gid, s.st_mode & 0o777) == (12345, 23456, 0o640)


@pytest.mark.skipif(not AKAR, reason="only root may give files away")
def test_yang_tidak_dapat_dipertahankan_disebut_dan_tidak_membuka_hak(berkas, monkeypatch):
    os.chown(berkas, 12345, 23456)
    berkas.chmod(0o660)
    atribut(berkas, "user.rahasia", b"x")

    def tolak(*_a, **_k):
        raise PermissionError(1, "ditolak")

    monkeypatch.setattr(os, "chown", tolak)
    monkeypatch.setattr(os, "setxattr", tolak)
    hasil = simpan_aman(berkas, b"baru")
    monkeypatch.undo()
    assert set(hasil.tak_terjaga) == {"pemilik", "grup", "atribut user.rahasia"}
    assert berkas.stat().st_mode & 0o777 == 0o600  # our own group is not the one that was meant
    assert berkas.read_bytes() == b"baru"


def test_tautan_keras_disebut(berkas):
    os.link(berkas, berkas.with_name("nama lain.xlsx"))
    hasil = simpan_aman(berkas, b"baru")
    assert hasil.tak_terjaga == (TAUTAN_KERAS,)
    assert (berkas.read_bytes(), berkas.with_name("nama lain.xlsx").read_bytes()) == (b"baru", LAMA)
    assert simpan_aman(berkas, b"lagi").tak_terjaga == ()


def test_aliran_windows_disalin(tmp_path):
    """What Windows keeps in an alternate stream stands here in a file of that name: the copying itself is what is tried."""
    asal, ke = tmp_path / "a.xlsx", tmp_path / "b.tmp"
    tanda = tmp_path / f"a.xlsx{ALIRAN_WEB}"
    assert salin_tanda_web(asal, ke, windows=True) and not (tmp_path / f"b.tmp{ALIRAN_WEB}").exists()
    tanda.write_bytes(b"[ZoneTransfer]\r\nZoneId=3\r\n")
    assert salin_tanda_web(asal, ke, windows=True)
    assert (tmp_path / f"b.tmp{ALIRAN_WEB}").read_bytes() == tanda.read_bytes()
    assert not salin_tanda_web(asal, tmp_path / "tiada" / "b.tmp", windows=True)


def test_berkas_tanpa_atribut(tmp_path, monkeypatch):
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_bytes(b"")
    b.write_bytes(b"")

    def tak_kenal(*_):
        raise OSError(95, "tidak dikenal")

    monkeypatch.setattr(os, "listxattr", tak_kenal)
    assert salin_sifat(a, b) == ()
