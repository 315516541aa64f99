"""Mutators of a package: parts, relationships, content types, and the zip file around them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from random import Random

from tangguh.mutan_xml import GILA, acak_cocok
from tangguh.olah import Bagian

MUTASI_PAKET: list[Callable[[Bagian, Random], None]] = []
MUTASI_ZIP: list[Callable[[bytes, Random], bytes]] = []
NAMA_ANEH = (
    "xl\\worksheets\\sheet1.xml", "/xl/workbook.xml", "../x.xml", "xl/WORKBOOK.XML", "xl/a b%20c.xml", "a" * 300 + ".xml", "xl/e\u0301.xml", "xl/\u00e9.xml", "xl/", "CON",
    "C:/x.xml", "xl/./workbook.xml", "xl//workbook.xml", "xl/workbook.xml/", "[Content_Types].xml/[0].piece", "\u202e.xml", "_rels/", "x\ny.xml", "[trash]/0.dat", "customXml/x.xml",
)  # fmt: skip


def _paket(f: Callable[[Bagian, Random], None]) -> Callable[[Bagian, Random], None]:
    MUTASI_PAKET.append(f)
    return f


def _zip(f: Callable[[bytes, Random], bytes]) -> Callable[[bytes, Random], bytes]:
    MUTASI_ZIP.append(f)
    return f


def _salah(isi: Bagian, r: Random) -> str:
    return r.choice(list(isi))


@_paket
def buang_bagian(isi: Bagian, r: Random) -> None:
    for _ in range(r.choice((1, 1, 1, 3))):
        isi.pop(_salah(isi, r))


@_paket
def ganti_nama(isi: Bagian, r: Random) -> None:
    isi[r.choice(NAMA_ANEH)] = isi.pop(_salah(isi, r))


@_paket
def tambah_aneh(isi: Bagian, r: Random) -> None:
    nama = r.choice(NAMA_ANEH)
    isi[nama if nama not in isi else nama + "x"] = isi[_salah(isi, r)]


@_paket
def kembar_huruf(isi: Bagian, r: Random) -> None:
    nama = _salah(isi, r)
    isi[nama.swapcase()] = isi[nama]


@_paket
def tukar_isi(isi: Bagian, r: Random) -> None:
    a, b = _salah(isi, r), _salah(isi, r)
    isi[a], isi[b] = isi[b], isi[a]


@_paket
def tukar_lembar(isi: Bagian, r: Random) -> None:
    lembar = [n for n in isi if "/worksheets/sheet" in n and n.endswith(".xml")]
    a, b = r.choice(lembar), r.choice(lembar)
    isi[a] = isi[b]


@_paket
def isi_biner(isi: Bagian, r: Random) -> None:
    isi[_salah(isi, r)] = r.randbytes(r.choice((0, 1, 100, 5000)))


@_paket
def target_rels(isi: Bagian, r: Random) -> None:
    rels = r.choice([n for n in isi if n.endswith(".rels")])
    m = acak_cocok(re.compile(rb' Target="([^"]*)"'), isi[rels], r)
    if m is None:
        return
    lain = _salah(isi, r)
    baru = r.choice(
        (
            *GILA,
            f"/{lain}",
            lain.replace("/", "\\"),
            f"./{lain}",
            f"../xl/../{lain}",
            lain.upper(),
            f"/{lain}#x",
            f"/{lain}?q",
            f"/{rels}",
            "/[Content_Types].xml",
        )
    )
    isi[rels] = isi[rels][: m.start(1)] + baru.encode() + isi[rels][m.end(1) :]


@_paket
def sifat_rels(isi: Bagian, r: Random) -> None:
    """Wrong type, doubled id, an inside part called outside, a relationship gone or doubled."""
    rels = r.choice([n for n in isi if n.endswith(".rels")])
    m = acak_cocok(re.compile(rb"<Relationship [^>]*/>"), isi[rels], r)
    if m is None:
        return
    e = m[0]
    baru = r.choice((
        b"", e + e, e[:-2] + b' TargetMode="External"/>', re.sub(rb' Id="[^"]*"', b"", e), re.sub(rb' Id="[^"]*"', b' Id="rId1"', e), re.sub(rb' Type="[^"]*"', b"", e),
        re.sub(rb' Type="[^"]*/', b' Type="http://purl.oclc.org/ooxml/officeDocument/relationships/', e), re.sub(rb' Type="[^"]*"', b' Type="urn:x"', e),
        re.sub(rb'/(worksheet|styles|sharedStrings)"', b'/chartsheet"', e), re.sub(rb' Target="[^"]*"', b"", e), b"<!-- x -->" + e,
    ))  # fmt: skip
    isi[rels] = isi[rels][: m.start()] + baru + isi[rels][m.end() :]


@_paket
def jenis_isi(isi: Bagian, r: Random) -> None:
    nama = "[Content_Types].xml"
    m = acak_cocok(re.compile(rb"<(?:Override|Default) [^>]*/>"), isi[nama], r)
    if m is None:
        return
    e = m[0]
    baru = r.choice((b"", e + e, re.sub(rb'ContentType="[^"]*"', b'ContentType="text/plain"', e), re.sub(rb'PartName="/', b'PartName="', e), re.sub(rb'ContentType="[^"]*"', b"", e),
                     re.sub(rb'PartName="[^"]*"', b'PartName=""', e), e.upper(), b"<!-- x -->" + e, b'<x:y xmlns:x="urn:x"/>'))  # fmt: skip
    isi[nama] = isi[nama][: m.start()] + baru + isi[nama][m.end() :]


@_paket
def lembar_kembar(isi: Bagian, r: Random) -> None:
    """Two tabs of one name, of one part, of one id."""
    nama = "xl/workbook.xml"
    if nama not in isi:
        return
    m = acak_cocok(re.compile(rb"<sheet [^>]*/>"), isi[nama], r)
    if m is None:
        return
    e = m[0]
    baru = r.choice((e, re.sub(rb' name="[^"]*"', b' name="Lain"', e), re.sub(rb' name="([^"]*)"', lambda x: b' name="' + x[1].upper() + b'"', e), re.sub(rb' sheetId="\d+"', b' sheetId="987"', e),
                     re.sub(rb' name="[^"]*"', b' name="' + b"N" * 250 + b'"', e), re.sub(rb' name="[^"]*"', b' name=""', e), re.sub(rb' name="[^"]*"', b' name="a/b:c"', e)))  # fmt: skip
    isi[nama] = isi[nama][: m.end()] + baru + isi[nama][m.end() :]


def _catatan_zip(data: bytes, r: Random, geser: int, bentuk: str, nilai: int) -> bytes:
    """Overwrite a field of a random entry of the directory."""
    tempat = [m.start() for m in re.finditer(b"PK\x01\x02", data)]
    if not tempat:
        return data
    i = r.choice(tempat) + geser
    n = struct.calcsize(bentuk)
    return data[:i] + struct.pack(bentuk, nilai) + data[i + n :]


@_zip
def balik(data: bytes, r: Random) -> bytes:
    i = r.randrange(len(data))
    return data[:i] + bytes([data[i] ^ 1 << r.randrange(8)]) + data[i + 1 :]


@_zip
def balik_direktori(data: bytes, r: Random) -> bytes:
    awal = max(0, data.find(b"PK\x01\x02"))
    i = r.randrange(awal, len(data))
    return data[:i] + r.randbytes(1) + data[i + 1 :]


@_zip
def potong(data: bytes, r: Random) -> bytes:
    return data[: r.randrange(len(data))]


@_zip
def buang(data: bytes, r: Random) -> bytes:
    i = r.randrange(len(data))
    return data[:i] + data[i + r.choice((1, 4, 100, 5000)) :]


@_zip
def ganda(data: bytes, r: Random) -> bytes:
    i = r.randrange(len(data))
    return data[:i] + data[max(0, i - r.choice((1, 30, 1000))) :]


@_zip
def awalan(data: bytes, r: Random) -> bytes:
    return r.choice((b"MZ", b"PK", b"\0" * 100, b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) + data


@_zip
def akhiran(data: bytes, r: Random) -> bytes:
    return data + r.choice((b"\0", b"x" * 70000, data, b"PK\x05\x06" + b"\0" * 18))


@_zip
def catatan(data: bytes, r: Random) -> bytes:
    """Method, flags, CRC, sizes, offset, name length, extra length, made-by version as nobody writes them."""
    geser, bentuk = r.choice(
        (
            (8, "<H"),
            (10, "<H"),
            (16, "<L"),
            (20, "<L"),
            (24, "<L"),
            (28, "<H"),
            (30, "<H"),
            (32, "<H"),
            (42, "<L"),
            (12, "<H"),
            (14, "<H"),
            (6, "<H"),
        )
    )
    nilai = r.choice((0, 1, 8, 99, 0x800, 0xFFFF, r.randrange(65536)))
    if bentuk == "<L" and r.random() < 0.5:
        nilai = r.choice((0xFFFFFFFF, 0x7FFFFFFF, 10**9))
    return _catatan_zip(data, r, geser, bentuk, nilai)


@_zip
def kembar(data: bytes, r: Random) -> bytes:
    """The same part twice, the second one different: every program reads another."""
    keluar = io.BytesIO(data)
    import warnings

    with warnings.catch_warnings(), zipfile.ZipFile(keluar, "a") as z:
        warnings.simplefilter("ignore")
        z.writestr(r.choice(z.namelist()), b"<x/>")
    return keluar.getvalue()
