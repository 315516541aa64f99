"""Outputs beside the workbook never land on what is read, nor on what is not ours."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from buku_pendek import contoh
from jalan_lkjip import lkjip

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.keluaran import HTML, JSON, KAMUS, TANDA_KAMUS, Keluaran, periksa_bersama, sama
from lkjip_xl.buku.simpan import HasilSimpan
from lkjip_xl.inti.temuan import HasilPeriksa
from lkjip_xl.skema.kamus import KEPALA
from lkjip_xl.validasi.halaman import halaman_temuan

HALAMAN = halaman_temuan(HasilPeriksa(berkas="x.xlsm"))
TEMUAN = HasilPeriksa(berkas="x.xlsm").ke_json()


def kode(f) -> str:
    with pytest.raises(GalatBerkas) as galat:
        f()
    return galat.value.kode


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    (berkas := tmp_path / "A.xlsm").write_bytes(contoh())
    return berkas


def isi_folder(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _nama_jahat(buku: Path) -> dict[str, Path]:
    """Every way to name a file that is read, and files of other formats."""
    f = buku.parent
    (f / "tautan.html").symlink_to(buku)
    os.link(buku, f / "keras.html")
    (f / "menggantung.html").symlink_to(f / "tiada.xlsm")
    (f / "surat.docx").write_bytes(b"PK surat")
    (f / "data.csv").write_bytes(b"a,b")
    return {
        "BK-33": [buku, f / "tautan.html", f / "keras.html", f / "." / "A.xlsm", f / "x" / ".." / "A.xlsm"],
        "BK-34": [
            f / "surat.docx",
            f / "data.csv",
            f / "baru.xlsm",
            f / "B.XLSX",
            f / "menggantung.html",
            f / "tanpa",
            f / "a.json",
        ],
    }


def test_masukan_dan_format_lain_ditolak(buku):
    (buku.parent / "x").mkdir()
    jahat = _nama_jahat(buku)
    sebelum = isi_folder(buku.parent)
    for harap, daftar in jahat.items():
        for nama in daftar:
            for timpa in (False, True):
                k = Keluaran(nama, HTML, [buku], timpa)
                assert kode(k.periksa) == harap == kode(lambda k=k: k.tulis(HALAMAN)), nama
    assert isi_folder(buku.parent) == sebelum


@pytest.mark.parametrize(
    ("jenis", "akhiran", "isi"), [(HTML, ".HTM", HALAMAN), (JSON, ".json", TEMUAN), (KAMUS, ".md", f"{TANDA_KAMUS}\n")]
)
def test_hasil_lama_diganti_milik_orang_tidak(tmp_path, jenis, akhiran, isi):
    tujuan = tmp_path / f"hasil{akhiran}"
    for lama in (None, b"", isi.encode()):
        if lama is not None:
            tujuan.write_bytes(lama)
        assert Keluaran(tujuan, jenis).tulis(isi).cadangan is None
    asing = b'<html>Surat {"versi": 1} Kamus</html>'
    tujuan.write_bytes(asing)
    assert kode(lambda: Keluaran(tujuan, jenis).tulis(isi)) == "BK-35" and tujuan.read_bytes() == asing
    hasil = Keluaran(tujuan, jenis, timpa=True).tulis(isi)
    assert hasil.cadangan.read_bytes() == asing and tujuan.read_text(encoding="utf-8") == isi
    assert len(list(tmp_path.iterdir())) == 2


def test_halaman_versi_lama_dikenali(tmp_path):
    lama = HALAMAN.replace('<meta name="generator" content="LKjIP-XL">', "").replace("\n", "\r\n")
    (tmp_path / "a.html").write_bytes(lama.encode())
    Keluaran(tmp_path / "a.html", HTML).tulis(HALAMAN)


def test_tanda_adalah_yang_ditulis_program():
    assert KEPALA.startswith(TANDA_KAMUS)
    assert HTML.bertanda(HALAMAN.encode()) and JSON.bertanda(TEMUAN.encode())
    assert not any(
        j.bertanda(x) for j in (HTML, JSON, KAMUS) for x in (b"PK\x03\x04", b"{}", b"[" * 100_000, b"<html>")
    )


def test_dua_keluaran_satu_nama(tmp_path):
    a = tmp_path / "hasil.html"
    assert kode(lambda: periksa_bersama([Keluaran(a, HTML), Keluaran(tmp_path / "HASIL.html", HTML)])) == "BK-33"
    periksa_bersama([Keluaran(a, HTML), Keluaran(tmp_path / "lain.html", HTML)])
    a.write_text(HALAMAN, encoding="utf-8")
    (tmp_path / "b.html").symlink_to(a)
    assert sama(a, tmp_path / "b.html") and not sama(a, tmp_path / "c.html")


def test_gagal_di_tengah_meninggalkan_yang_lama(tmp_path, monkeypatch):
    tujuan = tmp_path / "a.json"
    tujuan.write_text(TEMUAN, encoding="utf-8")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "penuh")))
    assert kode(lambda: Keluaran(tujuan, JSON).tulis("{}")) == "BK-09"
    assert isi_folder(tmp_path) == {"a.json": TEMUAN.encode()}


def test_huruf_cacat_tetap_dapat_ditulis(tmp_path):
    isi = json.dumps({"nama": "a\udcff"}, ensure_ascii=False)
    Keluaran(tmp_path / "a.json", JSON).tulis(isi)
    assert json.loads((tmp_path / "a.json").read_bytes()) == {"nama": "a\udcff"}


@pytest.mark.lengkap
def test_lewat_perintah(buku, monkeypatch):
    """The kind of every case of the command line; nothing is checked or computed before it is refused."""
    monkeypatch.setattr(perintah, "skema", lambda _=None: None)
    monkeypatch.setattr(perintah, "kamus", lambda sk: KEPALA)
    for nama in ("validasi", "cocokkan"):
        monkeypatch.setattr(perintah, nama, lambda *_a, **_k: pytest.fail("computed"))
    f, tabel = buku.parent, buku.parent / "tabel.csv"
    lalu = Path(shutil.copy(buku, f / "lalu.xlsm"))
    tabel.write_bytes(b"kode,nilai\n")
    (f / "skema").mkdir()
    (f / "skema" / "pesan.yaml").write_text("BK-01: {judul: x}\n", encoding="utf-8")
    for nama, asli in (("buku.html", buku), ("lalu.html", lalu), ("tabel.html", tabel)):
        (f / nama).symlink_to(asli)
    (f / "skema.md").symlink_to(f / "skema" / "pesan.yaml")
    (f / "catatan.json").write_text("{}", encoding="utf-8")
    sebelum = isi_folder(f)
    for argumen in (
        ["validasi", buku, "--html", buku], ["validasi", buku, "--json", buku], ["validasi", buku, "--html", f / "buku.html"],
        ["validasi", buku, "--tahun-lalu", lalu, "--html", f / "lalu.html", "--timpa"],
        ["validasi", buku, "--tulis", "--html", f / "a.html", "--json", f / "catatan.json"],
        ["validasi", buku, "--html", f / "a.html", "--json", f / "a.html"],
        ["cocokkan", buku, "Anggaran", tabel, "--html", f / "tabel.html", "--timpa"],
        ["cocokkan", buku, "Anggaran", tabel, "--json", tabel],
        ["kamus", "--tulis", f / "skema.md", "--skema", f / "skema", "--timpa"], ["kamus", "--tulis", buku, "--timpa"],
        ["laporan", buku, "-o", buku], ["edar", buku, "-o", f / "catatan.json"], ["tahun-baru", buku, buku], ["buat", f / "buku.html", "--timpa"],
    ):  # fmt: skip
        hasil = lkjip(*argumen)
        assert hasil.returncode == 4 and len(hasil.stderr.strip().splitlines()) == 1 and not hasil.stdout, argumen
        assert isi_folder(f) == sebelum, argumen
    (f / "kamus.md").write_text("catatan saya", encoding="utf-8")
    hasil = lkjip("kamus", "--tulis", f / "kamus.md", "--timpa")
    cadangan = next(f.glob("kamus.cadangan-*.md"))
    assert (
        hasil.returncode == 0
        and str(cadangan) in hasil.stdout
        and cadangan.read_text(encoding="utf-8") == "catatan saya"
    )


def test_cadangan_dan_yang_tak_terjaga_disebut_tanpa_merusak_json(buku, monkeypatch):
    """BK-39, and on which stream: where the screen belongs to JSON, notes go to the other one."""
    simpanan = HasilSimpan(buku, buku.with_name("A.cadangan-1.xlsm"), ("grup",))

    def validasi(*_, lapor, **__):
        lapor(simpanan)
        return HasilPeriksa(berkas="A.xlsm")

    monkeypatch.setattr(perintah, "validasi", validasi)
    monkeypatch.setattr(perintah, "skema", lambda _=None: None)
    hasil = lkjip("validasi", buku, "--tulis", "--json", "-")
    assert (
        json.loads(hasil.stdout)["berkas"] == "A.xlsm"
        and str(simpanan.cadangan) in hasil.stderr
        and "grup" in hasil.stderr
    )
    hasil = lkjip("validasi", buku, "--tulis")
    assert str(simpanan.cadangan) in hasil.stdout and "grup" in hasil.stdout and not hasil.stderr
    simpanan = HasilSimpan(buku)
    hasil = lkjip("validasi", buku, "--tulis")
    assert "grup" not in hasil.stdout and ".cadangan-" not in hasil.stdout
