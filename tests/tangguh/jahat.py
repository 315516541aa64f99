"""Packages nobody made by accident: all must be refused with exit 4 and a message that names the file."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
from collections.abc import Callable

from tangguh.olah import RELS, Bagian, M, R, kemas, sisip_akhir, ubah

JAHAT: dict[str, Callable[[Bagian], bytes]] = {}
BUKU, JENIS, LEMBAR = "xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet6.xml"
WB_RELS = "xl/_rels/workbook.xml.rels"


def jahat(f: Callable[[Bagian], bytes | None]) -> None:
    """Register a hostile package; one that returns None has changed the parts only."""
    JAHAT[f.__name__] = lambda isi: kemas(isi) if (hasil := f(isi)) is None else hasil


def _bagian(nama: str, data: bytes | Callable[[bytes], bytes] | None) -> Callable[[Bagian], None]:
    def f(isi: Bagian) -> None:
        if data is None:
            del isi[nama]
        else:
            isi[nama] = data(isi[nama]) if callable(data) else data

    return f


def _daftar(nama: str, f: Callable[[Bagian], bytes | None]) -> None:
    f.__name__ = nama
    jahat(f)


DTD = {
    "entitas": '<!DOCTYPE a [<!ENTITY b "c">]>',
    "luar": '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    "parameter": '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/x">%p;]>',
    "tawa": "<!DOCTYPE a [<!ENTITY e0 'ha'>"
    + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    + "]>",
    "sesudah_komentar": "<!-- " + "x" * 9000 + " --><!DOCTYPE a>",
}
for _n, _d in DTD.items():
    for _b in (BUKU, LEMBAR, "xl/styles.xml", WB_RELS, JENIS):
        _daftar(f"dtd_{_n}@{_b}", _bagian(_b, lambda x, d=_d: d.encode() + re.sub(rb"^<\?xml[^>]*\?>", b"", x)))
for _b in (BUKU, LEMBAR, "xl/styles.xml", WB_RELS, JENIS, "_rels/.rels"):
    _daftar(f"terpotong@{_b}", _bagian(_b, lambda x: x[: len(x) // 2]))
    _daftar(f"biner@{_b}", _bagian(_b, b"\0\1\2\3" * 50))
    _daftar(
        f"sandi_asing@{_b}",
        _bagian(_b, lambda x: b'<?xml version="1.0" encoding="x-tidak-ada"?>' + re.sub(rb"^<\?xml[^>]*\?>", b"", x)),
    )
for _b in (BUKU, LEMBAR, JENIS):
    _daftar(f"tanpa@{_b}", _bagian(_b, None))


@jahat
def kosong(isi: Bagian) -> bytes:
    return b""


@jahat
def bukan_zip(isi: Bagian) -> bytes:
    return b"PK" + b"x" * 5000


@jahat
def html(isi: Bagian) -> bytes:
    return b"<html><table><tr><td>1</td></tr></table></html>"


@jahat
def ole(isi: Bagian) -> bytes:
    return bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 5000


@jahat
def bersandi(isi: Bagian) -> bytes:
    return bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


@jahat
def bom_satu(isi: Bagian) -> None:
    isi["xl/media/bom.xml"] = b"<a>" + b" " * (40 * 2**20) + b"</a>"


@jahat
def bom_bersarang(isi: Bagian) -> bytes:
    """Overlapping entries: one compressed block, named by many directory entries, each for 30 MB."""
    isi["xl/media/b0.bin"] = bytes(30 * 2**20)
    data = kemas(isi)
    awal = data.index(b"PK\x01\x02")
    m = next(m for m in re.finditer(b"PK\x01\x02", data) if data[m.start() + 46 :].startswith(b"xl/media/b0.bin"))
    satu = data[m.start() : m.start() + 46 + 15]
    akhir = data.rindex(b"PK\x05\x06")
    tambah = b"".join(satu.replace(b"xl/media/b0.bin", b"xl/media/b%d.bin" % i) for i in range(1, 10))
    n = struct.unpack("<H", data[akhir + 10 : akhir + 12])[0] + 9
    direktori = data[awal:akhir] + tambah
    return data[:awal] + direktori + struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, n, n, len(direktori), awal, 0)


@jahat
def dua_puluh_ribu_bagian(isi: Bagian) -> bytes:
    keluar = io.BytesIO(kemas(isi))
    with zipfile.ZipFile(keluar, "a") as z:
        for i in range(20_001):
            z.writestr(f"x/{i}", b"")
    return keluar.getvalue()


@jahat
def bagian_kembar(isi: Bagian) -> bytes:
    keluar = io.BytesIO(kemas(isi))
    with warnings.catch_warnings(), zipfile.ZipFile(keluar, "a") as z:
        warnings.simplefilter("ignore")
        z.writestr(LEMBAR, b"<worksheet/>")
    return keluar.getvalue()


@jahat
def kembar_beda_huruf(isi: Bagian) -> None:
    isi["XL/WORKBOOK.XML"] = b"<workbook/>"


@jahat
def crc_salah(isi: Bagian) -> bytes:
    data = bytearray(kemas(isi))
    i = data.index(b"PK\x01\x02") + 16
    data[i] ^= 255
    return bytes(data)


@jahat
def metode_asing(isi: Bagian) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_BZIP2) as z:
        for n, d in isi.items():
            z.writestr(n, d)
    return keluar.getvalue()


@jahat
def bendera_sandi(isi: Bagian) -> bytes:
    data = bytearray(kemas(isi))
    for m in re.finditer(b"PK\x01\x02", bytes(data)):
        data[m.start() + 8] |= 1
    return bytes(data)


@jahat
def ukuran_bohong(isi: Bagian) -> bytes:
    """Less announced than there is, more announced than there is."""
    data = bytearray(kemas(isi))
    i = data.index(b"PK\x01\x02") + 24
    data[i : i + 4] = struct.pack("<L", 5)
    return bytes(data)


@jahat
def arsip_terpotong(isi: Bagian) -> bytes:
    data = kemas(isi)
    return data[: len(data) * 2 // 3]


@jahat
def xlsb(isi: Bagian) -> None:
    isi["xl/workbook.bin"] = isi.pop(BUKU)
    isi["_rels/.rels"] = isi["_rels/.rels"].replace(b"workbook.xml", b"workbook.bin")


@jahat
def strict(isi: Bagian) -> None:
    isi[BUKU] = isi[BUKU].replace(M.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main")


@jahat
def word(isi: Bagian) -> None:
    isi[BUKU] = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


@jahat
def lembar_hilang(isi: Bagian) -> None:
    isi[WB_RELS] = isi[WB_RELS].replace(b"sheet6.xml", b"sheet666.xml")


@jahat
def rid_hilang(isi: Bagian) -> None:
    isi[BUKU] = isi[BUKU].replace(b'r:id="rId6"', b'r:id="rId666"')


@jahat
def bukan_punya_kita(isi: Bagian) -> None:
    isi[BUKU] = re.sub(rb"<definedName [^>]*>[0-9]+</definedName>", b"", isi[BUKU])


@jahat
def templat_masa_depan(isi: Bagian) -> None:
    isi[BUKU] = re.sub(rb"(<definedName [^>]*>)[0-9]+(</definedName>)", rb"\g<1>999\2", isi[BUKU])


@jahat
def kolom_terlalu_jauh(isi: Bagian) -> None:
    ubah(isi, LEMBAR, "<sheetData>", '<sheetData><row r="1"><c r="AAAA1"><v>1</v></c></row>')


@jahat
def gaya_di_luar(isi: Bagian) -> None:
    ubah(isi, LEMBAR, "<sheetData>", '<sheetData><row r="1"><c r="A1" s="99999"><v>1</v></c></row>')


@jahat
def teks_di_luar(isi: Bagian) -> None:
    ubah(isi, LEMBAR, "<sheetData>", '<sheetData><row r="1"><c r="A1" t="s"><v>99999</v></c></row>')


@jahat
def gaya_bukan_angka(isi: Bagian) -> None:
    ubah(isi, LEMBAR, "<sheetData>", '<sheetData><row r="1"><c r="A1" s="x"><v>1</v></c></row>')


@jahat
def baris_bukan_angka(isi: Bagian) -> None:
    ubah(isi, LEMBAR, "<sheetData>", '<sheetData><row r="x"><c><v>1</v></c></row>')


@jahat
def gabung_ngawur(isi: Bagian) -> None:
    sisip_akhir(isi, LEMBAR, '<mergeCells><mergeCell ref="x:y"/></mergeCells>')


@jahat
def atribut_ganda(isi: Bagian) -> None:
    isi[LEMBAR] = isi[LEMBAR].replace(b'<row r="1"', b'<row r="1" r="2"', 1)


@jahat
def entitas_tak_dikenal(isi: Bagian) -> None:
    ubah(isi, LEMBAR, "<sheetData>", '<sheetData><row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>')


@jahat
def karakter_nol(isi: Bagian) -> None:
    ubah(isi, LEMBAR, "<sheetData>", '<sheetData><row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>')


@jahat
def rels_ke_luar(isi: Bagian) -> None:
    """The workbook part said to be outside."""
    isi["_rels/.rels"] = (
        f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{R}/officeDocument" Target="http://example.org/b.xml" TargetMode="External"/></Relationships>'.encode()
    )
    del isi[BUKU]


@jahat
def rels_naik(isi: Bagian) -> None:
    isi["_rels/.rels"] = isi["_rels/.rels"].replace(b"xl/workbook.xml", b"../../../../etc/passwd")
    del isi[BUKU]
