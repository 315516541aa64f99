"""Editing a workbook: nobody's work is undone, one lkjip at a time, a killed one stands in nobody's way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from buku_kecil import LAMA, buku_berisi

from lkjip_xl.buku import kunci as modul_kunci
from lkjip_xl.buku import simpan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.sesi import sunting
from lkjip_xl.buku.simpan import simpan_aman, simpan_baru

LAIN = buku_berisi("lain")


@pytest.fixture
def berkas(tmp_path: Path) -> Path:
    path = tmp_path / "Buku 'A'.xlsx"
    path.write_bytes(LAMA)
    return path


def ubah(s) -> None:
    s.paket.ganti("docProps/x.xml", b"<x/>")


def test_simpan_mengganti_dan_menyebut_cadangan(berkas):
    laporan = []
    with sunting(berkas, "uji", laporan.append) as s:
        ubah(s)
        hasil = s.simpan()
        ubah(s)
        assert s.simpan().cadangan != hasil.cadangan  # what it wrote itself is no foreign change
    assert hasil.cadangan.read_bytes() == LAMA and laporan[0] == hasil and len(laporan) == 2
    assert sorted(p.suffix for p in berkas.parent.iterdir()) == [".xlsx"] * 3


def test_tanpa_simpan_tidak_ada_yang_berubah(berkas):
    with sunting(berkas) as s:
        ubah(s)
    assert [(p, p.read_bytes()) for p in berkas.parent.iterdir()] == [(berkas, LAMA)]


def _tanpa_jejak(berkas: Path, isi: bytes) -> bytes:
    """Other content of the same length under the same times: only its bytes tell."""
    ada = berkas.stat()
    berkas.write_bytes(isi)
    os.utime(berkas, ns=(ada.st_atime_ns, ada.st_mtime_ns))
    return isi


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        (lambda b: b.write_bytes(LAIN), "BK-31"),
        (lambda b: _tanpa_jejak(b, LAMA[:-1] + b"\x01"), "BK-31"),
        (lambda b: b.unlink(), "BK-32"),
        (lambda b: b.rename(b.with_name("lain.xlsx")), "BK-32"),
    ],
)
@pytest.mark.parametrize("saat", ["sebelum simpan", "sesudah cadangan"])
def test_perubahan_orang_lain_tidak_hilang(berkas, monkeypatch, lain, kode, saat):
    with sunting(berkas) as s:
        ubah(s)
        if saat == "sebelum simpan":
            lain(berkas)
        else:  # the last moment: the backup stands, the exchange comes next
            asli = simpan.pasang_cadangan

            def cadangkan(*a):
                hasil = asli(*a)
                lain(berkas)
                return hasil

            monkeypatch.setattr(simpan, "pasang_cadangan", cadangkan)
        with pytest.raises(GalatBerkas) as galat:
            s.simpan()
    assert galat.value.kode == kode
    assert berkas.exists() == (kode == "BK-31")
    assert not berkas.exists() or berkas.read_bytes() != LAMA
    assert not [p for p in berkas.parent.iterdir() if ".cadangan-" in p.name or p.name.startswith(".")]


def test_sentuhan_tanpa_perubahan_isi_bukan_perubahan(berkas):
    with sunting(berkas) as s:
        os.utime(berkas, (1, 1))
        ubah(s)
        s.simpan()
    assert berkas.read_bytes() != LAMA


def test_dibuka_orang_sesudah_dibaca(berkas):
    with sunting(berkas) as s:
        berkas.with_name(f"~${berkas.name}").write_bytes(b"\x04Budi" + b" " * 50)
        with pytest.raises(GalatBerkas) as galat:
            s.simpan()
    assert galat.value.kode == "BK-05" and berkas.read_bytes() == LAMA


ANAK = """
import sys
from pathlib import Path
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.sesi import sunting
try:
    with sunting(Path(sys.argv[1]), sys.argv[2]) as s:
        print("siap", flush=True)
        sys.stdin.readline()
        s.paket.ganti("docProps/x.xml", b"<x/>")
        s.simpan()
except GalatBerkas as e:
    print(e.kode, e.isi.get("pemilik", ""), flush=True)
"""


def mulai(berkas: Path, kegiatan: str) -> tuple[subprocess.Popen, str]:
    p = subprocess.Popen(
        [sys.executable, "-c", ANAK, str(berkas), kegiatan], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    return p, p.stdout.readline().strip()


def test_tiga_sekaligus_satu_menang(berkas):
    tautan = berkas.with_name("pintas.xlsx")
    tautan.symlink_to(berkas)
    satu, kata = mulai(berkas, "ringkas")
    assert kata == "siap"
    for nama in (berkas, tautan):  # a link locks its target
        kalah, kata = mulai(nama, "isi")
        kalah.communicate("\n")
        assert kata.startswith("BK-30") and "ringkas" in kata and str(satu.pid) in kata
    assert berkas.read_bytes() == LAMA
    satu.communicate("\n")
    assert satu.returncode == 0 and berkas.read_bytes() != LAMA
    assert not [p for p in berkas.parent.iterdir() if p.name.startswith(".")]


def test_yang_dibunuh_tidak_menghalangi(berkas):
    satu, kata = mulai(berkas, "ringkas")
    assert kata == "siap"
    satu.send_signal(signal.SIGKILL)
    satu.wait()
    satu.stdin.close()
    satu.stdout.close()
    assert berkas.with_name(modul_kunci.nama_kunci(berkas)).exists()
    with sunting(berkas) as s:
        ubah(s)
        s.simpan()
    assert not [p for p in berkas.parent.iterdir() if p.name.startswith(".")]


def test_ejaan_yang_mungkin_sama_satu_kunci():
    nama = {modul_kunci.nama_kunci(Path(n)) for n in ("Läporan.xlsm", "La\u0308poran.XLSM")}
    assert len(nama) == 1 and modul_kunci.POLA_KUNCI.fullmatch(nama.pop())
    assert modul_kunci.nama_kunci(Path("a.xlsm")) != modul_kunci.nama_kunci(Path("b.xlsm"))


def test_kunci_dicabut_pemegangnya_saat_kita_membukanya(berkas, monkeypatch):
    """Opened while another held it, locked after that one took the file away: only a new file is a lock."""
    asli, kali = modul_kunci.coba_kunci, []

    def coba(nomor):
        if not kali:
            berkas.with_name(modul_kunci.nama_kunci(berkas)).unlink()
        kali.append(nomor)
        return asli(nomor)

    monkeypatch.setattr(modul_kunci, "coba_kunci", coba)
    with sunting(berkas):
        assert len(kali) == 2 and berkas.with_name(modul_kunci.nama_kunci(berkas)).exists()


def test_folder_yang_tidak_dapat_ditulisi_hanya_menolak_simpan(berkas, monkeypatch):
    """Root may write anywhere, so the system's refusal is played."""
    asli = os.open

    def tolak(path, bendera, *a, **k):
        if bendera & os.O_CREAT:
            raise PermissionError(13, "ditolak", str(path))
        return asli(path, bendera, *a, **k)

    monkeypatch.setattr(os, "open", tolak)
    with sunting(berkas) as s:
        ubah(s)
        with pytest.raises(GalatBerkas) as galat:
            s.simpan()
    assert galat.value.kode == "BK-08" and berkas.read_bytes() == LAMA


def test_sistem_tanpa_kunci_tetap_membandingkan(berkas, monkeypatch):
    import fcntl

    def tak_kenal(*_):
        raise OSError(38, "tidak dikenal")

    monkeypatch.setattr(fcntl, "flock", tak_kenal)
    with sunting(berkas) as s:
        ubah(s)
        berkas.write_bytes(LAIN)
        with pytest.raises(GalatBerkas) as galat:
            s.simpan()
    assert galat.value.kode == "BK-31" and berkas.read_bytes() == LAIN


@pytest.mark.parametrize(("cara", "kode"), [("baru", "BK-19"), ("aman", "BK-31")])
def test_berkas_baru_tidak_menimpa_yang_muncul_sesaat_sebelumnya(tmp_path, monkeypatch, cara, kode):
    tujuan, ada = tmp_path / "x.xlsx", GalatBerkas("BK-19", berkas="x.xlsx", timpa="")
    asli = simpan.pasang_baru

    def didahului(*a):
        tujuan.write_bytes(b"orang lain")
        return asli(*a)

    monkeypatch.setattr(simpan, "pasang_baru", didahului)
    with pytest.raises(GalatBerkas) as galat:
        simpan_baru(tujuan, b"kita", ada) if cara == "baru" else simpan_aman(tujuan, b"kita")
    assert galat.value.kode == kode
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("x.xlsx", b"orang lain")]


def test_tanpa_tautan_keras_pun_tidak_menimpa(tmp_path, monkeypatch):
    def tak_dapat(*_a, **_k):
        raise PermissionError(1, "FAT")

    monkeypatch.setattr(os, "link", tak_dapat)
    ada = GalatBerkas("BK-19", berkas="x", timpa="")
    assert simpan_baru(tmp_path / "x.xlsx", b"1", ada).berkas.read_bytes() == b"1"
    with pytest.raises(GalatBerkas):
        simpan_baru(tmp_path / "x.xlsx", b"2", ada)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("x.xlsx", b"1")]


def test_dihentikan_sesudah_pertukaran_cadangan_tetap(berkas, monkeypatch):
    """Ctrl-C that arrives with the exchange done: the backup is the only copy of the old version."""
    asli = os.replace

    def ganti_lalu_henti(*a):
        asli(*a)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", ganti_lalu_henti)
    with pytest.raises(KeyboardInterrupt), sunting(berkas) as s:
        ubah(s)
        s.simpan()
    assert berkas.read_bytes() != LAMA
    assert [p.read_bytes() for p in berkas.parent.glob("*.cadangan-*")] == [LAMA]
