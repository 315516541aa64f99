"""Opening files: sound workbooks stay byte for byte, all others are refused with a code."""

import io
import os
import random
import zipfile
import zlib
from pathlib import Path

import pytest
from buku_pengguna import bagian, buku_pengguna, buku_polos, kemas

from lkjip_xl.buku import curiga
from lkjip_xl.buku.baca import baca_buku
from lkjip_xl.buku.galat import KODE, GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.xmlaman import ada_dtd, bilangan, urai

POLOS = buku_polos(Data=[["a", 1], ["b", 2]])
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
TAWA = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
BERKAS_LUAR = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def dengan(**ubah: bytes | None) -> bytes:
    """The plain workbook with parts replaced (None: removed), named by the end of their path."""
    isi = bagian(POLOS)
    for akhir, data in ubah.items():
        nama = next(n for n in isi if n.endswith(akhir.replace("__", ".")))
        if data is None:
            del isi[nama]
        else:
            isi[nama] = data
    return kemas(isi)


def kode(data: bytes, nama: str = "buku.xlsx") -> tuple[str, dict]:
    with pytest.raises(GalatBerkas) as tangkap:
        dict(baca_buku(Paket.dari_bytes(data, nama)).lembar)  # sheets are read when asked for
    return tangkap.value.kode, tangkap.value.isi


def test_paket_utuh_bolak_balik():
    asal = buku_pengguna()
    hasil = Paket.dari_bytes(asal).ke_bytes()
    assert bagian(hasil) == bagian(asal)
    tanggal = [(i.filename, i.date_time) for i in zipfile.ZipFile(io.BytesIO(asal)).infolist()]
    assert [(i.filename, i.date_time) for i in zipfile.ZipFile(io.BytesIO(hasil)).infolist()] == tanggal


def test_bagian_baru_di_akhir_terurut_dan_sama_setiap_kali():
    def bangun(nama: list[str]) -> bytes:
        paket = Paket.dari_bytes(POLOS)
        for n in nama:
            paket.ganti(n, b"x")
        return paket.kemas()  # parts without a content type: no package to hand out

    nama = ["xl/c.bin", "xl/a.bin", "xl/b.bin"]
    satu = bangun(nama)
    random.Random(1).shuffle(nama)
    assert bangun(nama[::-1]) == satu == bangun(nama)
    baru = zipfile.ZipFile(io.BytesIO(satu)).infolist()[-3:]
    assert [i.filename for i in baru] == ["xl/a.bin", "xl/b.bin", "xl/c.bin"]
    assert {(i.date_time, i.create_system) for i in baru} == {((1980, 1, 1, 0, 0, 0), 0)}


def test_lembar_urut_dengan_keadaan():
    data = bagian(buku_pengguna())
    data["xl/workbook.xml"] = data["xl/workbook.xml"].replace(
        b'name="Kotak" sheetId="4" state="visible"', b'name="Kotak" sheetId="4" state="veryHidden"'
    )
    lembar = Paket.dari_bytes(kemas(data)).lembar()
    assert [*lembar] == ["Pengukuran", "Capaian Kinerja", "Catatan Saya", "Kotak"]
    assert lembar["Kotak"].state == "veryHidden" and lembar["Kotak"].part == "xl/worksheets/sheet4.xml"


def test_bagian_buku_bernama_lain_dan_huruf_besar_kecil():
    isi = bagian(POLOS)
    isi["xl/workbook2.xml"] = isi.pop("xl/workbook.xml")
    isi["xl/_rels/workbook2.xml.rels"] = isi.pop("xl/_rels/workbook.xml.rels")
    isi["_rels/.rels"] = isi["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/workbook2.xml")
    isi["xl/worksheets/Sheet1.xml"] = isi.pop("xl/worksheets/sheet1.xml")
    assert baca_buku(Paket.dari_bytes(kemas(isi))).lembar["Data"].sel[1, 1].nilai == "a"


@pytest.mark.parametrize(
    ("nama", "data", "harap"),
    [
        ("tiada.xlsx", None, "BK-01"),
        ("kosong.xlsx", b"", "BK-02"),
        ("teks.xlsx", b"kode;nilai\n1;2\n", "BK-02"),
        ("lama.xls", OLE, "BK-03"),
        ("lama.xlsm", OLE, "BK-03"),
        ("sandi.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "BK-04"),
        ("data.ods", b"PK", "BK-12"),
        ("data.csv", b"a;b", "BK-12"),
        ("biner.xlsb", b"PK", "BK-12"),
        ("folder.xlsx", "folder", "BK-11"),
    ],
)
def test_berkas_bukan_buku_kerja(tmp_path, nama, data, harap):
    path = tmp_path / nama
    if data == "folder":
        path.mkdir()
    elif data is not None:
        path.write_bytes(data)
    with pytest.raises(GalatBerkas) as tangkap:
        Paket.buka(path)
    assert tangkap.value.kode == harap
    assert tangkap.value.isi["berkas"] == nama


def test_tak_boleh_dibaca(tmp_path, monkeypatch):
    path = tmp_path / "a.xlsx"
    path.write_bytes(POLOS)

    def tolak(*_):
        raise PermissionError(13, "ditolak")

    monkeypatch.setattr("lkjip_xl.buku.berkas.os.open", tolak)
    with pytest.raises(GalatBerkas) as tangkap:
        Paket.buka(path)
    assert tangkap.value.kode == "BK-10"
    monkeypatch.undo()
    (tmp_path / "~$a.xlsx").write_bytes(b"\x04Rina")
    buka = os.open
    monkeypatch.setattr(
        "lkjip_xl.buku.berkas.os.open", lambda p, *x: tolak() if Path(p).name == "a.xlsx" else buka(p, *x)
    )
    with pytest.raises(GalatBerkas) as tangkap:
        Paket.buka(path)
    assert (tangkap.value.kode, tangkap.value.isi["pemilik"]) == ("BK-05", "Rina")


@pytest.mark.parametrize(
    ("data", "harap"),
    [
        (b"PK\x03\x04 rusak", "BK-06"),
        (POLOS[: len(POLOS) // 2], "BK-06"),
        (kemas({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "BK-02"),
        (dengan(workbook__xml=None), "BK-02"),
        (dengan(workbook__xml=b'<w:document xmlns:w="urn:w"/>'), "BK-02"),
        (dengan(workbook__xml=b"<workbook"), "BK-06"),
        (dengan(workbook__xml=b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'), "BK-14"),
        (dengan(sheet1__xml=None), "BK-06"),
        (dengan(sheet1__xml=b"<worksheet><sheetData>"), "BK-06"),
        (dengan(styles__xml=b"<styleSheet"), "BK-06"),
    ],
)
def test_paket_rusak(data, harap):
    assert kode(data)[0] == harap


def test_biner_xlsb_berganti_nama():
    isi = bagian(POLOS)
    isi["xl/workbook.bin"] = isi.pop("xl/workbook.xml")
    isi["_rels/.rels"] = isi["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/workbook.bin")
    assert kode(kemas(isi)) == ("BK-12", {"berkas": "buku.xlsx", "akhiran": ".xlsb"})


@pytest.mark.parametrize(
    "sel",
    [
        b'<c r="A1" t="s"><v>99</v></c>', b'<c r="A1" s="999"><v>1</v></c>',
        b'<c r="???"><v>1</v></c>', b'<c r="XFE1"><v>1</v></c>',
    ],
)  # fmt: skip
def test_sel_rusak_menyebut_bagiannya(sel):
    lembar = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    data = dengan(sheet1__xml=lembar + sel + b"</row></sheetData></worksheet>")
    assert kode(data) == ("BK-06", {"berkas": "buku.xlsx", "bagian": "xl/worksheets/sheet1.xml"})


def test_data_zip_berubah_ketahuan():
    asal = bytearray(POLOS)
    info = zipfile.ZipFile(io.BytesIO(POLOS)).getinfo("xl/worksheets/sheet1.xml")
    asal[info.header_offset + 80] ^= 0xFF
    assert kode(bytes(asal))[0] == "BK-06"


@pytest.mark.parametrize("awal", [TAWA, BERKAS_LUAR])
@pytest.mark.parametrize(
    "akhir", ["workbook__xml", "sheet1__xml", "styles__xml", "[Content_Types]__xml", "_rels/__rels"]
)
def test_jenis_dokumen_ditolak_di_bagian_mana_pun(awal, akhir):
    nama = next(n for n in bagian(POLOS) if n.endswith(akhir.replace("__", ".")))
    data = dengan(**{akhir: awal.encode() + bagian(POLOS)[nama]})
    galat, isi = kode(data)
    assert (galat, isi["bagian"], isi["sebab"]) == ("BK-07", nama, "dtd")


def test_jenis_dokumen_di_lembar_berakhiran_lain():
    isi = bagian(POLOS)
    isi["xl/worksheets/sheet1.dat"] = TAWA.encode() + isi.pop("xl/worksheets/sheet1.xml")
    for nama in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        isi[nama] = isi[nama].replace(b"sheet1.xml", b"sheet1.dat")
    assert kode(kemas(isi))[1]["bagian"] == "xl/worksheets/sheet1.dat"


def test_jenis_dokumen_dalam_utf16_dan_sesudah_komentar_panjang():
    assert ada_dtd((TAWA + "<x>&b;</x>").encode("utf-16"))
    assert ada_dtd(b"<!--" + b"x" * 9000 + b"-->" + TAWA.encode() + b"<x/>")
    assert not ada_dtd(b"<x><![CDATA[<!DOCTYPE x []>]]></x>")
    with pytest.raises(GalatBerkas) as tangkap:
        urai(TAWA.encode() + b"<x>&b;</x>", "a.xml")
    assert tangkap.value.kode == "BK-07"


def test_dokumen_asing_yang_hanya_dibawa_tidak_ditolak():
    paket = Paket.dari_bytes(buku_pengguna())
    assert paket.baca("customXml/item1.xml").startswith(b"<!DOCTYPE")


def test_bom_menurut_rasio_ukuran_dan_jumlah(monkeypatch):
    bom = dengan(styles__xml=b" " * (curiga.RASIO_MULAI + 1))
    assert kode(bom)[1]["sebab"] == "rasio"
    monkeypatch.setattr(curiga, "UKURAN_MAKS", 1000)
    assert kode(POLOS)[1]["sebab"] == "ukuran"
    monkeypatch.setattr(curiga, "BAGIAN_MAKS", 3)
    assert kode(POLOS)[1]["sebab"] == "jumlah"
    assert kode(POLOS)[0] == "BK-07"


def test_ukuran_yang_dipalsukan_tidak_membuka_seluruh_bom():
    """A directory that announces 10 bytes never yields more."""
    besar = b"A" * 1_000_000
    asal = bytearray(dengan(styles__xml=besar))
    with zipfile.ZipFile(io.BytesIO(asal)) as z:
        info = z.getinfo("xl/styles.xml")
    ukuran, crc = len(besar).to_bytes(4, "little"), info.CRC.to_bytes(4, "little")
    palsu = bytes(asal).replace(ukuran, (10).to_bytes(4, "little"))
    palsu = palsu.replace(crc, zlib.crc32(besar[:10]).to_bytes(4, "little"))
    assert Paket.dari_bytes(palsu).baca("xl/styles.xml") == besar[:10]


def test_zip_bersandi():
    asal = bytearray(POLOS)
    for tanda, geser in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        asal[asal.index(tanda) + geser] |= 1
    assert kode(bytes(asal))[0] == "BK-04"


def test_bagian_kembar_dan_metode_asing():
    keluar = io.BytesIO(POLOS)
    with pytest.warns(UserWarning), zipfile.ZipFile(keluar, "a") as z:
        z.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    assert kode(keluar.getvalue())[0] == "BK-06"
    keluar = io.BytesIO(POLOS)
    with zipfile.ZipFile(keluar, "a", zipfile.ZIP_LZMA) as z:
        z.writestr("xl/lain.xml", "<x/>")
    assert kode(keluar.getvalue()) == ("BK-06", {"berkas": "buku.xlsx", "bagian": "xl/lain.xml"})


def test_galat_hanya_dengan_isi_yang_ditetapkan():
    assert GalatBerkas("BK-06", berkas="a", bagian="b").isi.keys() == KODE["BK-06"]
    with pytest.raises(TypeError):
        GalatBerkas("BK-06", berkas="a")
    with pytest.raises(KeyError):
        GalatBerkas("BK-99")


def test_daftar_lembar_mengikuti_paket() -> None:
    """The list of sheets is that of the parts as they are now, whoever was given it before."""
    paket = Paket.dari_bytes(POLOS)
    lembar = paket.lembar()
    part, buku = lembar["Data"].part, paket.bagian_buku
    lembar.clear()
    paket.ganti(part, paket.baca(part))
    assert list(paket.lembar()) == ["Data"]
    paket.ganti(buku, paket.baca(buku).replace(b'name="Data"', b'name="Lain"'))
    assert list(paket.lembar()) == ["Lain"]
    isi = paket.baca(part)
    paket.hapus(part)
    with pytest.raises(GalatBerkas):
        paket.lembar()
    paket.ganti(part, isi)
    assert list(paket.lembar()) == ["Lain"]
    rels = next(n for n in paket.daftar() if n.endswith("workbook.xml.rels"))
    paket.ganti(rels, paket.baca(rels).replace(b"sheet1.xml", b"sheet9.xml"))
    with pytest.raises(GalatBerkas):
        paket.lembar()


def test_nama_yang_bukan_huruf() -> None:
    """Linux and zips from elsewhere give names of bytes that are no UTF-8: read as any other, and named where it is damaged."""
    nama = os.fsdecode(b"a\xff b.xlsm")
    assert baca_buku(Paket.dari_bytes(buku_pengguna(), nama)).lembar
    with pytest.raises(GalatBerkas) as galat:
        urai(b"<a><b></a>", "xl/a b.xml", nama)
    assert galat.value.isi == {"berkas": nama, "bagian": "xl/a b.xml"}
    with pytest.raises(GalatBerkas) as galat:
        bilangan(urai(b"<a n='x'/>", "xl/a b.xml", nama), "n")
    assert galat.value.isi == {"berkas": nama, "bagian": "xl/a b.xml"}


def test_bagian_lama_ditanya_tanpa_dibuka(monkeypatch):
    """Whether a part was there, and whether it is the same, is known without unpacking it again."""
    isi = bagian(POLOS) | {"xl/media/besar.bin": bytes(2**21)}
    paket = Paket.dari_bytes(kemas(isi), "x.xlsx")
    sebelum = paket.kini()
    paket.ganti("xl/media/besar.bin", b"lain" * 2**19)
    dibuka = []
    asli = zipfile.ZipFile.read
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda z, n, *a: dibuka.append(n) or asli(z, n, *a))
    assert "xl/media/besar.bin" in sebelum and "xl/tidak.xml" not in sebelum
    assert paket.berubah() == ["xl/media/besar.bin"] and not dibuka
    assert sebelum["xl/media/besar.bin"] == bytes(2**21) and len(dibuka) == 1
