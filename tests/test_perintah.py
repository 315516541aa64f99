"""The commands on a workbook staff have worked in: their own sheet, picture, text box, chart and notes survive."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from buku_pendek import contoh
from buku_pengguna import GAMBAR, KOTAK_TEKS, R, bagian, kemas, simpan
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from lkjip_xl import perintah
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.relasi import Relasi, nama_rels
from lkjip_xl.buku.tulis import Tulis, tulis_sel
from lkjip_xl.inti.alamat import sel as alamat
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.lembar.hasil import NAMA_HASIL
from lkjip_xl.perintah import contoh as perintah_contoh
from lkjip_xl.ringkasan import RINGKASAN as RINGKASAN_FUNGSI
from lkjip_xl.tabel.muat import muat_buku

SKEMA = perintah.skema()
AKAR = Path(__file__).parents[1]
RINGKASAN = [b["ringkasan"] for b in SKEMA.lembar["daftar_tabel"].baris_awal]
# what a graft may change besides the sheets it brings
UMUM = {"xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"}


@pytest.fixture(scope="module")
def buku_staf(tmp_path_factory) -> bytes:
    wb = openpyxl.load_workbook(io.BytesIO(contoh()), keep_vba=True)
    ws = wb.create_sheet("Catatan Saya", 3)
    for i in range(1, 4):
        ws.append([i, f"=A{i}*2", "=Pengukuran!P8"])
    ws["D1"] = "lihat"
    ws["D1"].comment = Comment("Cek lagi", "Staf")
    bagan = BarChart()
    bagan.add_data(Reference(ws, min_col=1, min_row=1, max_row=3))
    ws.add_chart(bagan, "F2")
    ws.add_image(Image(io.BytesIO(GAMBAR)), "F20")
    wb.create_sheet("Kotak")["A1"] = "kotak teks"
    isi = bagian(simpan(wb))
    wb.vba_archive.close()  # openpyxl leaves it open for writing
    info = Paket.dari_bytes(kemas(isi)).lembar()["Kotak"]
    isi[info.part] = isi[info.part].replace(
        b"</worksheet>", f'<drawing xmlns:r="{R}" r:id="rId1"/></worksheet>'.encode()
    )
    nama = info.part.rsplit("/", 1)[1]
    isi[f"xl/worksheets/_rels/{nama}.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/drawing" Target="../drawings/drawing9.xml"/></Relationships>'
    ).encode()
    isi["xl/drawings/drawing9.xml"] = KOTAK_TEKS.encode()
    jenis = "application/vnd.openxmlformats-officedocument.drawing+xml"
    isi["[Content_Types].xml"] = isi["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/xl/drawings/drawing9.xml" ContentType="{jenis}"/></Types>'.encode()
    )
    return kemas(isi)


@pytest.fixture
def buku(buku_staf, tmp_path) -> Path:
    berkas = tmp_path / "staf.xlsm"
    berkas.write_bytes(buku_staf)
    return berkas


def _berubah(sebelum: bytes, sesudah: bytes) -> set[str]:
    a, b = bagian(sebelum), bagian(sesudah)
    assert a.keys() <= b.keys()
    return {n for n in b if a.get(n) != b[n]}


def _lembar(data: bytes, nama: list[str]) -> set[str]:
    info = Paket.dari_bytes(data).lembar()
    return {info[n].part for n in nama}


def _hubungan(data: bytes, nama: list[str]) -> set[str]:
    """Relationships of sheets, drawings and charts that hang on sheets, with the parts themselves."""
    paket, hasil = Paket.dari_bytes(data), set()
    antrean = sorted(_lembar(data, nama))
    while antrean:
        bagian_ini = antrean.pop()
        if (rels := nama_rels(bagian_ini)) in paket:
            hasil.add(rels)
            antrean += [h.tujuan for h in Relasi(paket, bagian_ini).semua() if not h.luar]
        hasil.add(bagian_ini)
    return hasil


@pytest.mark.lengkap
def test_ringkas_hanya_mengubah_ringkasan(buku):
    sebelum = buku.read_bytes()
    assert perintah.ringkas(buku, sk=SKEMA).lembar == RINGKASAN
    sesudah = buku.read_bytes()
    petunjuk = _lembar(sesudah, ["Petunjuk"])  # its live counts get their values
    assert _berubah(sebelum, sesudah) <= _lembar(sesudah, RINGKASAN) | _hubungan(sesudah, RINGKASAN) | UMUM | petunjuk
    assert list(Paket.dari_bytes(sesudah).lembar()) == list(Paket.dari_bytes(sebelum).lembar())
    assert "xl/vbaProject.bin" in bagian(sesudah) and "xl/drawings/drawing9.xml" in bagian(sesudah)


@pytest.mark.lengkap
def test_ringkas_menolak_bila_kolom_sumbernya_hilang(buku):
    """Blanks would otherwise replace figures that were right."""
    paket = Paket.buka(buku)
    tulis_sel(paket, {"Pengukuran": {alamat_kepala(paket, "Pengukuran", "Realisasi"): Tulis("Realisasi Th 2025")}})
    buku.write_bytes(paket.ke_bytes())
    sebelum = buku.read_bytes()
    with pytest.raises(perintah_galat()) as galat:
        perintah.ringkas(buku, sk=SKEMA)
    assert galat.value.kode == "BK-24" and "Realisasi" in galat.value.isi["daftar"]
    assert buku.read_bytes() == sebelum


def alamat_kepala(paket: Paket, lembar: str, kepala: str) -> str:
    sel = baca_buku(paket).lembar[lembar].sel
    return next(alamat(b, k) for (b, k), s in sel.items() if s.nilai == kepala and b == 6)


@pytest.mark.lengkap
def test_angka_tak_terbaca_tidak_hilang_dari_jumlah(buku):
    """A programme whose pagu cannot be read makes the total an error, never a smaller number."""
    perintah.isi(buku, AKAR / "workbooks" / "contoh" / "magetan-2024", sk=SKEMA)
    kerja = muat_buku(buku, SKEMA)
    pagu = kerja["anggaran"].alamat(next(b for b, r in kerja["anggaran"].rekaman() if r["level"] == "program"), "pagu")
    paket = Paket.buka(buku)
    tulis_sel(paket, {"Anggaran": {pagu: Tulis("Rp. 1.168.800.00,-")}})
    buku.write_bytes(paket.ke_bytes())
    assert perintah.ringkas(buku, sk=SKEMA).tak_terbaca == 1
    t = RINGKASAN_FUNGSI["Realisasi Anggaran"](muat_buku(buku, SKEMA))
    jumlah = t.baris[-1].nilai
    assert {jumlah[k] for k in ("pagu", "serapan", "sisa")} == {Galat.VALUE} and isinstance(
        jumlah["realisasi_rp"], float
    )
    rusak = [b.nilai for b in t.baris if b.nilai.get("pagu") is Galat.VALUE]
    assert len(rusak) == 2 and rusak[0]["sisa"] is Galat.VALUE


@pytest.mark.parametrize("nama", ["buku.xlsx", "buku", "buku.xls"])
def test_buat_menolak_nama_tanpa_makro(tmp_path, nama):
    with pytest.raises(perintah_galat()) as galat:
        perintah.buat(tmp_path / nama, sk=SKEMA)
    assert galat.value.kode == "BK-23" and not list(tmp_path.iterdir())


def test_demo_di_tempat_berkas_ditolak(tmp_path):
    (tmp_path / "ada").write_bytes(b"x")
    with pytest.raises(perintah_galat()) as galat:
        perintah.demo(tmp_path / "ada", sk=SKEMA)
    assert galat.value.kode.startswith("BK-")


def test_demo_tidak_mengganti_milik_orang_lain(tmp_path, monkeypatch):
    """An example of before is replaced, with a backup, and its pictures are not doubled; any other file only with timpa."""
    dibuat: list[str] = []
    monkeypatch.setattr(perintah_contoh, "buat_contoh", lambda buku, *_, **__: dibuat.append(buku.name))
    buku = tmp_path / perintah.CONTOH["magetan-2024"]
    lambang = tmp_path / "kecamatan-2025" / perintah.FOLDER_GAMBAR / "lambang.png"
    buku.write_bytes(contoh())
    for _ in range(2):
        perintah.demo(tmp_path, sk=SKEMA)
        assert len(dibuat) == 3
        dibuat.clear()
    milik_kita = lambang.read_bytes()
    for asing, isi in ((lambang, b"foto"), (buku, b"PK asing")):
        semula = asing.read_bytes()
        asing.write_bytes(isi)
        with pytest.raises(perintah_galat()) as galat:
            perintah.demo(tmp_path, sk=SKEMA)
        assert galat.value.kode == "BK-35" and dibuat == [] and asing.read_bytes() == isi
        asing.write_bytes(semula)
    lambang.write_bytes(b"foto")
    assert not [*lambang.parent.glob("*.cadangan-*")]
    simpanan: list = []
    perintah.demo(tmp_path, sk=SKEMA, timpa=True, lapor=simpanan.append)
    assert lambang.read_bytes() == milik_kita
    assert [s.cadangan.read_bytes() for s in simpanan if s.cadangan is not None] == [b"foto"]


@pytest.mark.lengkap
def test_ringkas_kedua_tidak_mengubah_apa_pun(buku):
    perintah.ringkas(buku, sk=SKEMA)
    pertama = bagian(buku.read_bytes())
    perintah.ringkas(buku, sk=SKEMA)
    assert bagian(buku.read_bytes()) == pertama


def test_validasi_tulis_hanya_mengubah_hasil_validasi(buku):
    sebelum = buku.read_bytes()
    perintah.validasi(buku, tulis=True, sk=SKEMA)
    sesudah = buku.read_bytes()
    assert _berubah(sebelum, sesudah) <= _lembar(sesudah, [NAMA_HASIL, "Petunjuk"]) | UMUM


def test_isi_tidak_menyentuh_lembar_staf(buku):
    sebelum = buku.read_bytes()
    perintah.isi(buku, AKAR / "workbooks" / "contoh" / "magetan-2024", sk=SKEMA)
    sesudah = buku.read_bytes()
    kita = [s.lembar for s in SKEMA.lembar.values()] + ["Petunjuk"]
    assert _berubah(sebelum, sesudah) <= _lembar(sesudah, kita) | UMUM
    rumus = baca_buku(buku).lembar["Catatan Saya"].sel
    assert rumus[(1, 2)].rumus == "=A1*2"


def test_cadangan_adalah_berkas_lama(buku):
    sebelum = buku.read_bytes()
    perintah.ringkas(buku, sk=SKEMA)
    cadangan = list(buku.parent.glob("staf.cadangan-*.xlsm"))
    assert len(cadangan) == 1 and cadangan[0].read_bytes() == sebelum


@pytest.mark.lengkap
def test_gagal_simpan_meninggalkan_berkas_lama(buku, monkeypatch):
    import os

    sebelum = buku.read_bytes()
    monkeypatch.setattr(os, "replace", lambda *a: (_ for _ in ()).throw(PermissionError(13, "ditolak")))
    with pytest.raises(perintah_galat()):
        perintah.ringkas(buku, sk=SKEMA)
    monkeypatch.undo()
    assert buku.read_bytes() == sebelum
    assert not [p for p in buku.parent.iterdir() if p.suffix not in (".xlsm",)]


def perintah_galat():
    from lkjip_xl.buku.galat import GalatBerkas

    return GalatBerkas


@pytest.mark.lengkap
@pytest.mark.lo
def test_buku_staf_sesudah_ringkas_terbuka_di_libreoffice(buku, libreoffice):
    perintah.ringkas(buku, sk=SKEMA)
    sel = libreoffice.hitung(buku)
    assert sel["Catatan Saya"]["B3"]["v"] == 6.0
    assert sel["Catatan Saya"]["C1"]["v"] == pytest.approx(102.65333333333333)
    assert not [c for isi in sel.values() for c in isi.values() if "e" in c]
