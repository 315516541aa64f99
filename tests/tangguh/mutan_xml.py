"""Mutators of one XML part: bytes, tags, attributes, texts, encodings, and what each kind of part suffers from."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

MUTASI_XML: list[Callable[[bytes, Random], bytes]] = []

GILA = (
    "", "-1", "0", "x", "1.5", " 1 ", "1e400", "NaN", "INF", "-0", "0x10", "99999999999999999999", "2147483648", "4294967296", "٣", "²", "¹",
    "true", "TRUE", "&#0;", "&#xD800;", "&#xFFFE;", "_xD83D_", "_x0007_", "_x005F_xD83D_", "\U0001f600", "\u202e", "F0", "A0", "XFE1", "AAAA1", "A1048577", "XFD1048576",
    "$A$1", "a1:zz9", "A1:", ":", "A1:XFD1048576", "é", "#REF!", "=1+1", "'", "&quot;", "&amp;lt;", "1" * 5000, "A" * 40000, "9" * 320, "rId1",
    "rId9999", "../../../../etc/passwd", "../" * 30, "C:\\x", "/", "//", "%2e%2e/", "\\\\srv\\x", "http://example.org/", "1E5", "1e5", "+1", "1_000", "1,5",
)  # fmt: skip
SIPAN = (
    "<!-- c -->", "<?pi x?>", '<z:z xmlns:z="urn:z"/>', '<z:z xmlns:z="urn:z"><z:c r="A1"><z:v>1</z:v></z:c></z:z>', "<z/>", "teks", "<![CDATA[ x ]]>", "<c/>", "<v>1</v>",
    "<row/>", '<sheet name="Z" sheetId="1"/>', "<xf/>", '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/>',
    "<si/>", "&foo;", "<", "&", "<a><b></a></b>", "]]>", "<!DOCTYPE x>", "<extLst/>", "<definedName/>", '<definedName name="q">1</definedName>', "<f/>", "<t/>", "<is/>",
)  # fmt: skip
WADAH = (
    "cellXfs", "sheets", "sheetData", "definedNames", "sst", "fonts", "fills", "borders", "dxfs", "numFmts", "row", "si", "Relationships", "Types",
    "worksheet", "workbook", "styleSheet", "c", "is", "bookViews", "mergeCells", "cols", "xf", "font",
)  # fmt: skip
_ATRIBUT = re.compile(rb'\s([A-Za-z_:][\w:.-]*)=("[^"]*"|\'[^\']*\')')
_TAG = re.compile(rb"<[^<>]+>")
_TEKS = re.compile(rb"<(v|f|t|definedName)(?:\s[^<>]*)?>([^<]*)</")
_KECIL = re.compile(rb"<([\w:]+)(?:\s[^<>]*)?(?:/>|>[^<]*</\1>)")


def mutasi(f: Callable[[bytes, Random], bytes]) -> Callable[[bytes, Random], bytes]:
    """Register a mutator."""
    MUTASI_XML.append(f)
    return f


def acak_cocok(pola: re.Pattern[bytes], data: bytes, r: Random) -> re.Match[bytes] | None:
    """A match somewhere in the part, found without listing all."""
    if not data:
        return None
    return pola.search(data, r.randrange(len(data))) or pola.search(data)


def _ganti(data: bytes, m: re.Match[bytes] | None, baru: bytes, grup: int = 0) -> bytes:
    return data if m is None else data[: m.start(grup)] + baru + data[m.end(grup) :]


def _rentang(data: bytes, r: Random) -> tuple[int, int]:
    a = r.randrange(len(data) + 1)
    return a, min(len(data), a + r.choice((1, 2, 10, 200, 5000)))


@mutasi
def balik_bit(data: bytes, r: Random) -> bytes:
    if not data:
        return data
    i = r.randrange(len(data))
    return data[:i] + bytes([data[i] ^ 1 << r.randrange(8)]) + data[i + 1 :]


@mutasi
def hapus_rentang(data: bytes, r: Random) -> bytes:
    a, z = _rentang(data, r)
    return data[:a] + data[z:]


@mutasi
def ganda_rentang(data: bytes, r: Random) -> bytes:
    a, z = _rentang(data, r)
    return data[:z] + data[a:]


@mutasi
def potong(data: bytes, r: Random) -> bytes:
    return data[: r.randrange(len(data) + 1)]


@mutasi
def sampah(data: bytes, r: Random) -> bytes:
    i = r.randrange(len(data) + 1)
    return data[:i] + r.randbytes(r.choice((1, 3, 50))) + data[i:]


@mutasi
def nilai_atribut(data: bytes, r: Random) -> bytes:
    return _ganti(data, acak_cocok(_ATRIBUT, data, r), b'"' + r.choice(GILA).encode() + b'"', 2)


@mutasi
def nilai_atribut_berarti(data: bytes, r: Random) -> bytes:
    """The attributes that are read as numbers or addresses."""
    nama = r.choice(
        [
            "r",
            "s",
            "t",
            "si",
            "ref",
            "sheetId",
            "id",
            "count",
            "xfId",
            "numFmtId",
            "fontId",
            "fillId",
            "borderId",
            "localSheetId",
            "activeTab",
            "firstSheet",
            "name",
            "state",
            "Target",
            "Type",
            "Id",
            "TargetMode",
            "PartName",
            "Extension",
            "ContentType",
            "formatCode",
            "date1904",
            "dxfId",
            "style",
            "min",
            "max",
            "spans",
            "codeName",
            "tabSelected",
        ]
    )
    pola = re.compile(rb"\s(" + nama.encode() + rb')=("[^"]*")')
    return _ganti(data, acak_cocok(pola, data, r), b'"' + r.choice(GILA).encode() + b'"', 2)


@mutasi
def hapus_atribut(data: bytes, r: Random) -> bytes:
    return _ganti(data, acak_cocok(_ATRIBUT, data, r), b"")


@mutasi
def ganda_atribut(data: bytes, r: Random) -> bytes:
    m = acak_cocok(_ATRIBUT, data, r)
    return data if m is None else _ganti(data, m, m[0] * 2)


@mutasi
def nama_atribut(data: bytes, r: Random) -> bytes:
    return _ganti(
        data, acak_cocok(_ATRIBUT, data, r), r.choice((b"q", b"xmlns", b"xmlns:r", b"r:id", b"R", b"xml:space")), 1
    )


@mutasi
def isi_teks(data: bytes, r: Random) -> bytes:
    return _ganti(data, acak_cocok(_TEKS, data, r), r.choice(GILA).encode(), 2)


@mutasi
def rumus_aneh(data: bytes, r: Random) -> bytes:
    rumus = r.choice((
        "<f>" + "(" * 500 + "1" + ")" * 500 + "</f>", "<f>" + "-" * 8000 + "1</f>", '<f t="shared" si="7"/>', '<f t="shared" si="7" ref="A1:A9">A1+XFD1048576</f>',
        '<f t="shared"/>', '<f t="array" ref="A1:XFD1048576">1</f>', '<f t="array" ref="x:y">1</f>', '<f t="dataTable"/>', '<f t="zzz">1</f>', "<f/>", "<f>'</f>",
        "<f>1e999</f>", "<f>CAPAIAN(</f>", '<f>"</f>', "<f>" + "IF(" * 300 + "1" + ")" * 300 + "</f>", "<f>[1]X!A1</f>", "<f>#REF!</f>", "<f>{1,2;3}</f>",
    ))  # fmt: skip
    m = acak_cocok(re.compile(rb"<c(?:\s[^<>]*)?>"), data, r)
    return data if m is None else data[: m.end()] + rumus.encode() + data[m.end() :]


@mutasi
def sel_aneh(data: bytes, r: Random) -> bytes:
    sel = r.choice((
        '<c r="F0"><v>1</v></c>', '<c r="XFE1"><v>1</v></c>', '<c r=""><v>1</v></c>', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', '<c r="7"><v>1</v></c>',
        '<c r="B2" t="s"><v>99999999</v></c>', '<c r="B2" t="s"><v>-1</v></c>', '<c r="B2" t="s"><v>1.5</v></c>', '<c r="B2" s="99999"><v>1</v></c>',
        '<c r="B2" s="-1"><v>1</v></c>', '<c r="B2"><v>1e400</v></c>', '<c r="B2"><v>NaN</v></c>', '<c r="B2"><v>-INF</v></c>', '<c r="B2" t="d"><v>x</v></c>',
        '<c r="B2" t="d"><v>9999-99-99</v></c>', '<c r="B2" t="b"><v>7</v></c>', '<c r="B2" t="e"><v>#BOO!</v></c>', '<c r="B2" t="str"><v>_xD83D_</v></c>',
        '<c r="B2" t="inlineStr"><is><t>_x0000_</t></is></c>', '<c r="ab2" t="n"><v>1</v></c>', '<c r="B2" t="q"><v>1</v></c>', '<c r="B2"><v>1</v><v>2</v></c>',
        '<c r="B2"><is><t>x</t></is><v>2</v></c>', '<c r="B99999999999"><v>1</v></c>', '<c r="B2"><c r="B3"><v>1</v></c></c>', '<c r="B2"><v>1_000</v></c>',
    ))  # fmt: skip
    m = acak_cocok(re.compile(rb"<row(?:\s[^<>]*[^/])?>"), data, r)
    return data if m is None else data[: m.end()] + sel.encode() + data[m.end() :]


@mutasi
def sisip_mana_saja(data: bytes, r: Random) -> bytes:
    m = acak_cocok(_TAG, data, r)
    return data if m is None else data[: m.end()] + r.choice(SIPAN).encode() + data[m.end() :]


@mutasi
def sisip_dalam_wadah(data: bytes, r: Random) -> bytes:
    """A comment, instruction or foreign element where elements are counted."""
    wadah = [w for w in WADAH if b"<" + w.encode() in data]
    if not wadah:
        return data
    m = acak_cocok(re.compile(b"<" + r.choice(wadah).encode() + rb"(?:\s[^<>]*[^/])?>"), data, r)
    return data if m is None else data[: m.end()] + r.choice(SIPAN[:10]).encode() + data[m.end() :]


@mutasi
def buang_elemen(data: bytes, r: Random) -> bytes:
    return _ganti(data, acak_cocok(_KECIL, data, r), b"")


@mutasi
def ganda_elemen(data: bytes, r: Random) -> bytes:
    m = acak_cocok(_KECIL, data, r)
    return data if m is None else _ganti(data, m, m[0] * r.choice((2, 3, 50)))


@mutasi
def pindah_elemen(data: bytes, r: Random) -> bytes:
    m, n = acak_cocok(_KECIL, data, r), acak_cocok(_KECIL, data, r)
    if m is None or n is None or m.end() > n.start():
        return data
    return data[: m.start()] + n[0] + data[m.end() : n.start()] + m[0] + data[n.end() :]


@mutasi
def bungkus_elemen(data: bytes, r: Random) -> bytes:
    m = acak_cocok(_KECIL, data, r)
    if m is None:
        return data
    mc = b'<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14">'
    depan, belakang = r.choice(
        ((mc, b"</mc:Choice></mc:AlternateContent>"), (b"<q>", b"</q>"), (b"<!--", b"-->"), (b"<c>", b"</c>"))
    )
    return _ganti(data, m, depan + m[0] + belakang)


@mutasi
def nama_tag(data: bytes, r: Random) -> bytes:
    m = acak_cocok(re.compile(rb"<([\w:]+)"), data, r)
    if m is None:
        return data
    baru = r.choice((b"q", b"x:c", m[1].upper(), b"row", b"c", b"sheet"))
    hasil = _ganti(data, m, baru, 1)
    return hasil.replace(b"</" + m[1] + b">", b"</" + baru + b">") if r.random() < 0.5 else hasil


@mutasi
def ruang_nama(data: bytes, r: Random) -> bytes:
    baru = r.choice(
        (
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "urn:q",
            "",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        )
    )
    return _ganti(data, acak_cocok(re.compile(rb'xmlns(?::\w+)?="([^"]*)"'), data, r), baru.encode(), 1)


@mutasi
def sandi(data: bytes, r: Random) -> bytes:
    """Other encodings: rightly declared, wrongly declared, unknown."""
    pernyataan = re.compile(rb"^\s*<\?xml[^>]*\?>")
    badan = pernyataan.sub(b"", data)
    nama = r.choice(
        (
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-8-sig",
            "windows-1252",
            "iso-8859-1",
            "us-ascii",
            "x-tidak-ada",
            "utf-7",
            "utf-32",
            "cp037",
            "",
        )
    )
    kepala = f'<?xml version="1.0" encoding="{nama}"?>'
    if r.random() < 0.4:
        return kepala.encode() + badan
    try:
        return (kepala + badan.decode()).encode(nama or "utf-8")
    except (LookupError, UnicodeError):
        return kepala.encode() + badan


@mutasi
def dtd(data: bytes, r: Random) -> bytes:
    badan = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data)
    kepala = r.choice((
        '<!DOCTYPE a [<!ENTITY b "c">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://example.org/x">%p;]>',
        "<!DOCTYPE a [" + "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12)) + "]>", "<!-- x --><!DOCTYPE a>", "<?p?>" * 50 + "<!DOCTYPE a>",
    ))  # fmt: skip
    return kepala.encode() + (badan if r.random() < 0.7 else badan.replace(b"<v>", b"<v>&b;", 1))


@mutasi
def dalam_sekali(data: bytes, r: Random) -> bytes:
    m = acak_cocok(_TAG, data, r)
    n = r.choice((100, 300, 3000))
    return data if m is None else data[: m.end()] + b"<q>" * n + b"</q>" * n + data[m.end() :]


@mutasi
def kosong(data: bytes, r: Random) -> bytes:
    return r.choice(
        (
            b"",
            b" ",
            b"<a/>",
            b"\0" * 10,
            b"\xef\xbb\xbf",
            b"PK\x03\x04",
            b'<?xml version="1.0"?>',
            b'<?xml version="1.1"?>' + data.partition(b"?>")[2],
        )
    )
