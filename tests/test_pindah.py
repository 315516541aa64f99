"""The button that moves to today's template: a new workbook beside the open one, which stays byte for byte as it is."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
import xlwings as xw
from masa_depan import kecil
from openpyxl.comments import Comment
from peramban import jalankan, kirim
from satu_jalan import sekali_jalan

from lkjip_xl import makro, perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.berkas import nama_bebas
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.simpan import simpan_baru
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.buku.xmlaman import q, rangkai
from lkjip_xl.edar import edarkan
from lkjip_xl.excel.buku_terbuka import salinan_terbuka
from lkjip_xl.excel.protokol import KEPALA, baca_lolos, lolos
from lkjip_xl.excel.ruang import BUKU, HASIL, PERMINTAAN, siapkan
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.isi import isi_buku
from lkjip_xl.layani import layani
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.lembar.petunjuk import LEMBAR as PETUNJUK
from lkjip_xl.lembar.petunjuk import TOMBOL, tombol_muat
from lkjip_xl.perbarui import LEMBAR_PERUBAHAN, HasilPerbarui, Jenis, perbarui_buku
from lkjip_xl.perbarui import jalankan as jalankan_perbarui
from lkjip_xl.perintah.perbarui import nama_templat
from lkjip_xl.skema.versi import VERSI_TEMPLAT
from lkjip_xl.tabel.muat import muat_buku

SKEMA = kecil(perintah.skema())
DATA = Path(__file__).parent / "data" / "templat"
TANDA = "fedcba9876543210fedcba98"
NAMA = "LKjIP & 'é'.xlsm"
BARU = f"LKjIP & 'é' - templat {VERSI_TEMPLAT}.xlsm"


@sekali_jalan
def _terisi() -> bytes:
    paket = Paket.dari_bytes(bangun(SKEMA), NAMA)
    isi_buku(paket, DATA / "v1", SKEMA)
    return paket.ke_bytes()


def buku(sel: dict[str, dict[str, Tulis]] | None = None) -> Paket:
    paket = Paket.dari_bytes(_terisi(), NAMA)
    if sel:
        tulis_sel(paket, sel)
    return paket


def rusak() -> bytes:
    """A workbook with something to do: a formula is gone, a constant stands over another, an edit is not saved yet."""
    return buku({"Pengukuran": {"C12": Tulis(None), "Q8": Tulis("Sangat Buruk"), "N8": Tulis(12.5)}}).ke_bytes()


@pytest.fixture
def rumah(tmp_path, monkeypatch) -> Path:
    """The folder where the workbook lies; the home of its user is another."""
    (tmp_path / "rumah" / "Documents").mkdir(parents=True)
    (folder := tmp_path / "buku saya").mkdir()
    for nama in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(nama, str(tmp_path / "rumah"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return folder


def klik(data: bytes, folder: str, nama: str = NAMA) -> list[list[str]]:
    """Ask with a copy of the open workbook; returns the lines of the answer."""
    tempat = siapkan() / "minta-0123456789abcdef01234567"
    tempat.mkdir()
    (tempat / BUKU).write_bytes(data)
    isi = {"tanda": TANDA, "perintah": "pindah", "lembar": "", "berkas": nama, "folder": folder}
    teks = "".join(f"{x}\r\n" for x in ["lkjip-permintaan 2", *(f"{k}={lolos(v)}" for k, v in isi.items())])
    (tempat / PERMINTAAN).write_bytes(teks.encode("ascii"))
    layani(tempat.name, sk=SKEMA)
    assert (tempat / BUKU).read_bytes() == data
    return [b.split("\t") for b in (tempat / HASIL).read_bytes().decode("ascii").split("\r\n")]


def dibuka(baris: list[list[str]]) -> list[str]:
    return [baca_lolos(b[1]) for b in baris if b[0] == "berkas"]


@pytest.mark.lengkap
def test_buku_baru_di_samping_buku(rumah):
    asal = rumah / NAMA
    asal.write_bytes(_terisi())  # what is on disk; the click sends what is open
    asal.chmod(0o400)
    baris = klik(rusak(), str(rumah))
    assert baris[0] == [KEPALA, TANDA] and baris[1][:2] == ["status", "selesai"]
    assert dibuka(baris) == [str(rumah / BARU)] and [b[0] for b in baris[2:]] == ["berkas", "akhir", ""]
    assert {p.name for p in rumah.iterdir()} == {NAMA, BARU} and asal.read_bytes() == _terisi()
    assert (rumah / BARU).stat().st_mode & 0o777 == 0o600 or os.name == "nt"
    kerja = muat_buku(rumah / BARU, SKEMA)
    assert kerja["pengukuran"].nilai(8, "realisasi") == 12.5 and kerja["pengukuran"].sel[12, "sasaran"].asal == "rumus"
    assert kerja["pengukuran"].sel[8, "kategori"].mentah == "Sangat Buruk"
    daftar = baca_buku(Paket.buka(rumah / BARU)).lembar[LEMBAR_PERUBAHAN].sel
    isi = {tuple(daftar[b, k].nilai for k in (2, 3, 4)): daftar.get((b, 7)) for b in range(8, 12) if (b, 1) in daftar}
    assert next(iter(isi)) == ("angka di atas rumus", "Pengukuran", "Q8")
    assert isi["angka di atas rumus", "Pengukuran", "Q8"].nilai and ("rumus dipulihkan", "Pengukuran", "C12") in isi


@pytest.mark.lengkap
def test_sudah_terbaru_tidak_menulis_apa_pun(rumah):
    baris = klik(_terisi(), str(rumah))
    assert baris[1][:2] == ["status", "selesai"] and not dibuka(baris) and not list(rumah.iterdir())


@pytest.mark.lengkap
def test_buku_baru_tidak_perlu_pindah_lagi(rumah):
    klik(rusak(), str(rumah))
    hasil = perbarui_buku(Paket.buka(rumah / BARU), SKEMA)
    assert not hasil.perlu and not hasil.berubah


@pytest.mark.lengkap
@pytest.mark.parametrize("folder", ["", "https://d.docs.live.net/x/Dokumen"], ids=["belum disimpan", "awan"])
def test_tanpa_folder_di_komputer_ke_documents(rumah, folder):
    dokumen = rumah.parent / "rumah" / "Documents"
    (baru,) = dibuka(klik(rusak(), folder))
    assert Path(baru) == dokumen / BARU and [p.name for p in dokumen.iterdir()] == [BARU]


@pytest.mark.lengkap
def test_folder_tak_dapat_ditulisi_dikatakan(rumah, monkeypatch):
    from lkjip_xl.buku import simpan

    def tolak(*_, **__):
        raise PermissionError(13, "tidak")

    monkeypatch.setattr(simpan.tempfile, "mkstemp", tolak)
    baris = klik(rusak(), str(rumah))
    assert baris[1][:2] == ["status", "gagal"] and not dibuka(baris) and not list(rumah.iterdir())
    assert str(rumah) in baca_lolos(baris[1][2])


@pytest.mark.parametrize("isi", [b"bukan buku", None], ids=["rusak", "tanpa makro"])
def test_yang_tidak_dapat_pindah_dikatakan(rumah, isi):
    if isi is None:
        paket = buku()
        edarkan(paket, SKEMA)
        isi = paket.ke_bytes()
    baris = klik(isi, str(rumah))
    assert baris[1][:2] == ["status", "gagal"] and not dibuka(baris) and not list(rumah.iterdir())


def test_nama_tidak_menimpa_dan_bukan_nama_buku_yang_terbuka(tmp_path):
    asal = tmp_path / "LKjIP.xlsm"
    assert nama_templat(asal, 3).name == "LKjIP - templat 3.xlsm"
    (tmp_path / "LKjIP - templat 3.xlsm").write_bytes(b"x")
    if os.name != "nt":
        (tmp_path / "LKjIP - templat 3 (2).xlsm").symlink_to(tmp_path / "tiada")
    assert nama_templat(asal, 3).name == f"LKjIP - templat 3 ({2 if os.name == 'nt' else 3}).xlsm"
    assert nama_templat(tmp_path / "A - templat 2 (2).xlsm", 3).name == "A - templat 3.xlsm"
    assert nama_templat(tmp_path / "a - templat 3.xlsm", 3).name == "a - templat 3 (2).xlsm"
    assert nama_bebas(tmp_path / "B.xlsm", "b.XLSM").name == "B (2).xlsm"


# -- the same workbook, written down by another program ---------------------------------------------------------------


def bersama(paket: Paket, lembar: str, kolom: str) -> None:
    """Let the formulas of a column share one text, as Excel saves them."""
    bagian = paket.lembar()[lembar].part
    akar = paket.xml(bagian)
    sel = [c for c in akar.iter(q("c")) if c.find(q("f")) is not None and c.get("r").rstrip("0123456789") == kolom]
    for i, c in enumerate(sel):
        f = c.find(q("f"))
        f.set("t", "shared")
        f.set("si", "0")
        if i:
            f.text = None
        else:
            f.set("ref", f"{c.get('r')}:{sel[-1].get('r')}")
    assert len(sel) > 3 and pecah(sel[0].get("r"))[0] == 8
    paket.ganti(bagian, rangkai(akar))


@pytest.mark.lengkap
def test_rumus_bersama_bukan_rumus_lain():
    paket = buku()
    bersama(paket, "Pengukuran", "B")
    semula = muat_buku(paket, SKEMA)["pengukuran"].bingkai()
    hasil = perbarui_buku(paket, SKEMA)
    assert not hasil.perlu and not [p for p in hasil.perubahan if p.jenis is Jenis.RUMUS]
    assert muat_buku(paket, SKEMA)["pengukuran"].bingkai().equals(semula)


@pytest.mark.lengkap
@pytest.mark.lo
def test_disimpan_libreoffice_belum_perlu_pindah(libreoffice, tmp_path):
    """It joins drop-downs that are alike and takes code names away; today's template it is all the same."""
    asal, simpan = tmp_path / "asal.xlsm", tmp_path / "simpan.xlsm"
    asal.write_bytes(_terisi())
    libreoffice.hitung(asal, simpan=simpan, lembar=[])
    hasil = perbarui_buku(Paket.buka(simpan), SKEMA)
    assert not hasil.perlu, hasil.perubahan


# -- the xlwings engine -----------------------------------------------------------------------------------------------


@pytest.fixture
def terbuka(rumah, monkeypatch) -> xw.Book:
    """The open workbook, whose engine saves copies as Excel does, and what it was told to open."""
    monkeypatch.setattr(makro, "skema_tombol", lambda: SKEMA)
    monkeypatch.setattr(makro, "salinan_terbuka", lambda _: rusak())
    book = kirim(buku())
    monkeypatch.setattr(type(book), "fullname", property(lambda _: str(rumah / NAMA)))
    return book


@pytest.mark.lengkap
def test_xlwings_menulis_dan_membuka(terbuka, rumah, monkeypatch):
    buka: list[str] = []
    monkeypatch.setattr(xw.main.Books, "open", lambda _, nama: buka.append(nama))
    kalimat, lembar, aksi = jalankan(makro.pindah_ke_templat_terbaru, terbuka)
    assert buka == [str(rumah / BARU)] and buka[0] in kalimat
    assert not lembar and {a["func"] for a in aksi} <= {"alert"}  # the open workbook is not touched
    assert muat_buku(rumah / BARU, SKEMA)["pengukuran"].nilai(8, "realisasi") == 12.5


@pytest.mark.lengkap
def test_xlwings_tidak_dapat_membuka(terbuka, rumah, monkeypatch):
    def tolak(*_):
        raise OSError("COM")

    monkeypatch.setattr(xw.main.Books, "open", tolak)
    kalimat, lembar, _ = jalankan(makro.pindah_ke_templat_terbaru, terbuka)
    assert str(rumah / BARU) in kalimat and (rumah / BARU).is_file() and not lembar


def test_xlwings_tanpa_salinan(terbuka, rumah, monkeypatch):
    monkeypatch.setattr(makro, "salinan_terbuka", salinan_terbuka)
    kalimat, lembar, _ = jalankan(makro.pindah_ke_templat_terbaru, terbuka)
    assert "lkjip perbarui" in kalimat and not lembar and not list(rumah.iterdir())


def test_salinan_memuat_yang_belum_disimpan():
    api = SimpleNamespace(SaveCopyAs=lambda nama: Path(nama).write_bytes(b"PK isi"))
    assert salinan_terbuka(SimpleNamespace(api=api)) == b"PK isi"


# -- buttons and guides of older templates ----------------------------------------------------------------------------


def test_petunjuk_lama_mendapat_tombol_yang_muat(tmp_path):
    """`lkjip mesin` gives a workbook its macros back and never covers a line of its guide."""
    berkas = tmp_path / "v1.xlsm"
    paket = Paket.buka(DATA / "v1.xlsm")
    akar = paket.xml(paket.bagian_buku)
    akar.find(q("workbookPr")).attrib.pop("codeName")
    paket.ganti(paket.bagian_buku, rangkai(akar))
    berkas.write_bytes(paket.ke_bytes())
    assert perintah.mesin(berkas, "vba") is True
    paket = Paket.buka(berkas)
    (vml,) = (paket.baca(n).decode() for n in paket.daftar() if n.endswith(".vml"))
    acuan = baca_buku(paket, hanya=[]).nama["LembarDiperiksa"]
    ada = re.findall(r"\[0\]!(\w+)", vml)
    assert ada == [t.makro for t in tombol_muat(acuan)] != [t.makro for t in TOMBOL]
    assert PETUNJUK in paket.lembar()


def _petunjuk_baru(paket: Paket) -> dict[tuple[int, int], object]:
    """The guide put anew, nothing else of the workbook; what then stands on it."""
    hasil = HasilPerbarui()
    jalankan_perbarui.perbarui_petunjuk(
        paket, Paket.dari_bytes(bangun(SKEMA), "templat.xlsm"), baca_buku(paket), SKEMA, hasil
    )
    assert {t.kode for t in hasil.tambahan} <= {"LB-21", "LB-22"}
    return {a: s.rumus or s.nilai for a, s in baca_buku(paket).lembar[PETUNJUK].sel.items()}


def _dicatat(paket: Paket) -> set[str]:
    lembar = baca_buku(paket).lembar.get("Catatan dari Petunjuk")
    return set() if lembar is None else {s.nilai for (b, k), s in lembar.sel.items() if k == 1 and b > 7}


def test_isi_sendiri_di_petunjuk_tinggal():
    """Beside, below and between the lines of the guide; the second time nothing moves."""
    paket = buku()
    tulis_sel(paket, {PETUNJUK: {
        "T24": Tulis("di sela"), "T1": Tulis("telepon 123"), "T13": Tulis("di samping"), "B140": Tulis("jauh di bawah"),
        "T2": Tulis(2.0, rumus="1+1"), "S5": Tulis("Anggaran"), "C5": Tulis("kalimat terakhir"),
    }})  # fmt: skip
    for _ in range(2):
        ada = _petunjuk_baru(paket)
        tempat = (24, 20), (1, 20), (13, 20), (140, 2), (5, 19), (5, 3)
        sendiri = ["di sela", "telepon 123", "di samping", "jauh di bawah", "Anggaran", "kalimat terakhir"]
        assert [ada[a] for a in tempat] == sendiri and ada[2, 20] == "=1+1" and not _dicatat(paket)


def test_isi_sendiri_di_petunjuk_lama_tinggal_atau_dicatat():
    """An older guide, whose lines stand elsewhere: what the new one needs or what would be beside another line is noted."""
    paket = Paket.buka(DATA / "v1.xlsm")
    tulis_sel(paket, {PETUNJUK: {
        "A10": Tulis("di sela"), "F1": Tulis("telepon 123"), "E13": Tulis("di samping"), "C15": Tulis(1.0, rumus="1+0"),
        "B90": Tulis("tepat di bawah"), "F200": Tulis("jauh"), "C7": Tulis("Belanja"),
    }})  # fmt: skip
    ada = _petunjuk_baru(paket)
    assert (ada[1, 6], ada[200, 6], ada[5, 19]) == ("telepon 123", "jauh", "Belanja")
    assert _dicatat(paket) >= {"E13", "C15", "B90"} and "A2" not in _dicatat(paket)
    assert ("A10" in _dicatat(paket)) != (ada.get((10, 1)) == "di sela")


def test_catatan_sel_di_petunjuk_dicatat():
    """Notes share a part with the buttons, which are put anew: their text is kept on the sheet of notes."""
    wb = openpyxl.load_workbook(io.BytesIO(_terisi()), keep_vba=True)
    wb[PETUNJUK]["B13"].comment = Comment("tanya BPS", "P")
    keluar = io.BytesIO()
    wb.save(keluar)
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    paket = Paket.dari_bytes(keluar.getvalue(), NAMA)
    _petunjuk_baru(paket)
    lembar = baca_buku(paket).lembar["Catatan dari Petunjuk"].sel
    assert ("B13", "komentar", "tanya BPS") in {
        tuple(getattr(lembar.get((b, k)), "nilai", "") for k in (1, 2, 3)) for b, _ in lembar
    }


def test_buku_baru_membawa_tanda_berkas_unduhan(tmp_path):
    """What marks a file as downloaded goes with what is made of it."""
    asal, baru = tmp_path / "asal.xlsm", tmp_path / "baru.xlsm"
    asal.write_bytes(b"x")
    try:
        os.setxattr(asal, "user.xdg.origin.url", b"https://contoh.go.id")
    except (AttributeError, OSError):
        pytest.skip("no extended attributes here")
    simpan_baru(baru, b"y", GalatBerkas("BK-19", berkas="", timpa=""), seperti=asal)
    assert os.getxattr(baru, "user.xdg.origin.url") == b"https://contoh.go.id" and baru.read_bytes() == b"y"
