"""What was written is read again before it replaces anything: a planted fault of ours never reaches the file."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from buku_pengguna import bagian, buku_pengguna, kemas

from lkjip_xl import cli
from lkjip_xl.buku import paket as modul_paket
from lkjip_xl.buku import tulis
from lkjip_xl.buku.cangkok import cangkok, hapus_lembar
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.periksa_hasil import HasilRusak, periksa_hasil
from lkjip_xl.buku.tulis import GalatSel, Tulis, tulis_sel

DATA, BUKU, GAYA, RELS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"
CONTOH = Path(__file__).parents[1] / "workbooks" / "contoh" / "LKjIP-Magetan-2024.xlsm"


@pytest.fixture
def buku() -> Paket:
    return Paket.dari_bytes(buku_pengguna(), "buku.xlsx")


def rusak(paket: Paket) -> str:
    with pytest.raises(HasilRusak) as galat:
        paket.ke_bytes()
    return str(galat.value)


def ganti(paket: Paket, nama: str, pola: bytes, baru: bytes) -> None:
    data, n = re.subn(pola, baru, paket.baca(nama), count=1, flags=re.DOTALL)
    assert n
    paket.ganti(nama, data)


@pytest.mark.parametrize(
    ("nama", "pola", "baru"),
    [
        (DATA, rb"</sheetData>", b""),
        (DATA, rb'<c r="A1"', b'<c r="A9"'),
        (DATA, rb'<c r="A1"', b'<c s="999" r="A1"'),
        (DATA, rb"<row ", b'<row s="999" '),
        (DATA, rb"</sheetData>", b'<row r="9"><c r="A9" t="s"><v>9999</v></c></row></sheetData>'),
        (
            DATA,
            rb"<pageMargins",
            b'<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId77"/><pageMargins',
        ),
        (BUKU, rb"<sheets>", b"<sheets><x>"),
        (BUKU, rb"<sheet [^>]*/>", b""),
        (BUKU, rb'activeTab="\d+"', b'activeTab="44"'),
        (BUKU, rb"<definedNames>", b'<definedNames><definedName name="x" localSheetId="44">1</definedName>'),
        (GAYA, rb"<cellXfs.*</cellXfs>", b""),
        (RELS, rb"sheet1\.xml", b"sheet99.xml"),
        (RELS, rb"</Relationships>", b'<Relationship Id="rIdN" Type="a/b" Target="/xl/baru.xml"/></Relationships>'),
    ],
)
def test_kesalahan_kami_ketahuan_dengan_nama_bagian(buku: Paket, nama: str, pola: bytes, baru: bytes) -> None:
    if nama == BUKU and baru == b"":  # a sheet lost from the list alone leaves everything sound but the list
        ganti(buku, nama, rb"<sheets>.*</sheets>", b"<sheets/>")
    else:
        ganti(buku, nama, pola, baru)
    if nama == GAYA:
        ganti(buku, DATA, rb'<c r="B2"', b'<c z="1" s="3" r="B2"')
    assert "bagian xl/" in rusak(buku)


def test_bagian_yang_hilang_dan_tanpa_jenis_isi(buku: Paket) -> None:
    buku.ganti("xl/aneh.qqq", b"x")
    assert "xl/aneh.qqq" in rusak(buku)
    buku.hapus("xl/aneh.qqq")
    buku.ke_bytes()
    buku.hapus("xl/charts/chart1.xml")
    assert "xl/charts/chart1.xml" in rusak(buku)


def test_semua_lembar_menjadi_tersembunyi(buku: Paket) -> None:
    buku.ganti(BUKU, buku.baca(BUKU).replace(b'state="visible"', b'state="hidden"'))
    assert BUKU in rusak(buku)
    sejak_awal = Paket.dari_bytes(kemas(bagian(buku.kemas())))
    tulis_sel(sejak_awal, {"Pengukuran": {"A9": Tulis(1)}})
    sejak_awal.ke_bytes()


def test_zip_yang_tidak_sama(buku: Paket) -> None:
    data = buku.kemas()
    periksa_hasil(buku, data)
    lain = bagian(data)
    for salah in (
        data[:-30],
        data.replace(b"xl/charts/chart1.xml", b"xl/charts/chart2.xml"),
        kemas(lain | {DATA: b"<worksheet/>"}),
        kemas(lain | {"x.xml": b"<x/>"}),
    ):
        with pytest.raises(HasilRusak):
            periksa_hasil(buku, salah)


@pytest.mark.parametrize(
    "apa",
    [
        Tulis(1.5), Tulis(0.1 + 0.2), Tulis(10**15), Tulis("teks"), Tulis(" spasi \n dua baris "), Tulis("_x0041_"), Tulis(""), Tulis(None),
        Tulis(True), Tulis(False), Tulis(GalatSel("#DIV/0!")), Tulis("\ud83d potong"), Tulis("a\rb"), Tulis("=1+2"),
        Tulis(3, rumus="=1+2"), Tulis(None, rumus="A1"), Tulis("x", rumus='="x"'), Tulis(GalatSel("#N/A"), rumus="NA()"),
        Tulis(45292, format="dd/mm/yyyy"), Tulis(5, biar_rumus=True), Tulis(0.75, format="0%"),
    ],
)  # fmt: skip
def test_yang_ditulis_benar_selalu_lolos(buku: Paket, apa: Tulis) -> None:
    """No false alarm for anything a cell may be given; the promise is checked, not passed over."""
    tulis_sel(buku, {"Pengukuran": {"D2": apa, "H9": apa}})
    tulis_sel(buku, {"Pengukuran": {"H10": apa}})
    assert (8, 10) not in buku.janji[DATA].sel and len(buku.janji[DATA].sel) == (1 if apa.biar_rumus else 3)
    buku.ke_bytes()


@pytest.mark.parametrize(
    ("apa", "pola", "baru"),
    [
        (Tulis(1.5), b"<v>1.5</v>", b"<v>1.6</v>"), (Tulis("abc"), b"abc", b"abd"), (Tulis("abc"), b"<t>abc</t>", b"<t/>"),
        (Tulis(True), b'(r="H9"[^>]*t="b"[^>]*><v>)1', rb"\g<1>0"), (Tulis(GalatSel("#N/A")), b"#N/A", b"#REF!"),
        (Tulis(3, rumus="7+2"), b"<f>7\\+2</f>", b"<f>7+3</f>"), (Tulis(3, rumus="7+2"), b"<f>7\\+2</f>", b""),
        (Tulis(3), b'r="H9"', b'r="G9"'),
    ],
)  # fmt: skip
def test_sel_yang_tidak_seperti_ditulis(
    buku: Paket, monkeypatch: pytest.MonkeyPatch, apa: Tulis, pola: bytes, baru: bytes
) -> None:
    asli = tulis.rangkai

    def salah(akar) -> bytes:
        data, n = re.subn(pola, baru, asli(akar))
        assert n
        return data

    monkeypatch.setattr(tulis, "rangkai", salah)
    tulis_sel(buku, {"Pengukuran": {"H9": apa}}, hitung_ulang=False)
    assert DATA in rusak(buku)


def test_cacat_lama_milik_pengguna_bukan_kegagalan_kami() -> None:
    """A part of the user's that was broken before stays what it is, or is refused as the user's file."""
    isi = bagian(buku_pengguna())
    isi[DATA] = isi[DATA].replace(b'<c r="B2"', b'<c s="999" r="B2"')
    paket = Paket.dari_bytes(kemas(isi), "buku.xlsx")
    paket.ganti(DATA, paket.baca(DATA) + b"\n")
    with pytest.raises(GalatBerkas) as galat:
        paket.ke_bytes()
    assert (galat.value.kode, galat.value.isi) == ("BK-06", {"berkas": "buku.xlsx", "bagian": DATA})


def test_cangkok_dan_hapus_lolos(buku: Paket) -> None:
    wb = openpyxl.Workbook()
    wb.active.title = "Capaian Kinerja"
    wb.active["A1"] = "baru"
    cangkok(buku, wb)
    buku.ke_bytes()
    hapus_lembar(buku, "Catatan Saya")
    buku.ke_bytes()


def test_perintah_menolak_dan_berkas_tetap_seperti_semula(tmp_path, monkeypatch, capsys) -> None:
    """A fault of ours in the written part: exit 3 with the part's name, no backup, not a byte changed."""
    path = tmp_path / "b.xlsm"
    path.write_bytes(data := CONTOH.read_bytes())
    asli = modul_paket.Paket.kemas
    monkeypatch.setattr(
        modul_paket.Paket, "kemas", lambda p, *hanya: asli(p, *hanya).replace(b"PK\x05\x06", b"PK\x05\x07")
    )
    monkeypatch.setattr("sys.argv", ["lkjip", "mesin", str(path), "vba"])
    monkeypatch.setattr("lkjip_xl.excel.mesin.ganti_modul", lambda *_: b"x")
    with pytest.raises(SystemExit) as keluar:
        cli.main()
    assert keluar.value.code == 3 and "HasilRusak" in capsys.readouterr().err
    assert path.read_bytes() == data and [p.name for p in tmp_path.iterdir()] == ["b.xlsm"]
