"""A sheet part written plainly is taken apart without the parser's events: the same cells, and nothing else is taken so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.buku.urai_lembar import PenguraiLembar
from lkjip_xl.buku.urai_polos import lembar_polos

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
GAYA = [kenali_format("General"), kenali_format("yyyy-mm-dd")]


def bagian(baris: str, *, akar: str = "", kepala: str = "", ekor: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<worksheet xmlns="{UTAMA}"{akar}>{kepala}<sheetData>{baris}</sheetData>{ekor}</worksheet>'
    ).encode()


def isi(data: bytes) -> object:
    """What a part holds, or the kind of error."""
    p = PenguraiLembar(["bersama"], GAYA, False)
    try:
        p.urai(data)
    except Exception as e:
        return type(e).__name__
    return p.sel, p.gabung, p.baris_tersembunyi, p.kolom_tersembunyi


def lewat_pengurai(data: bytes) -> object:
    """The same, with a comment at its end that leaves all of it to the parser."""
    lain = data + b"<!---->"
    assert lembar_polos(lain) is None
    return isi(lain)


POLOS = {
    "nilai": '<row r="2"><c r="A2"/><c r="B2" s="1"/><c r="C2"><v>1.5</v></c><c r="D2" s="1"><v>45000</v></c></row>',
    "jenis": '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c>'
    '<c r="D1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c><c r="E1" t="d"><v>2024-01-02</v></c></row>',
    "rumus": '<row r="1"><c r="A1" t="str"><f>B1&amp;"&lt;"</f><v/></c><c r="B1"><f aca="false">1</f></c><c r="C1"><f/></c></row>',
    "bersama": '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f><v>1</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
    "larik": '<row r="1"><c r="A1"><f t="array" ref="A1:B1">C1</f><v>1</v></c><c r="B1"><v>2</v></c></row>',
    "baris": '<row r="1" ht="20" hidden="1"/><row r="3" hidden="1" spans="1:2"><c r="A3"><v>&amp;gt;</v></c></row>',
    "lolos": '<row r="1"><c r="A1" t="str"><v>a_x000D_b</v></c><c r="AB1" t="inlineStr"><is><t></t></is></c></row>',
}


@pytest.mark.parametrize("nama", POLOS)
def test_sama_dengan_pengurai(nama: str) -> None:
    data = bagian(
        POLOS[nama], kepala='<cols><col min="2" max="3" hidden="1"/></cols>', ekor='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    )  # fmt: skip
    assert lembar_polos(data) is not None
    assert isi(data) == lewat_pengurai(data)
    assert not isinstance(isi(data), str)


LAIN = {
    "baris lain": '<row r="1"><c r="A2"/></row>',
    "tanpa nomor": '<row><c r="A1"><v>1</v></c></row>',
    "tanpa alamat": '<row r="1"><c><v>1</v></c></row>',
    "baris dua kali": '<row r="1"/><row r="1"/>',
    "baris terlalu jauh": '<row r="1048577"/>',
    "kolom terlalu jauh": '<row r="1"><c r="XFE1"/></row>',
    "atribut dua kali": '<row r="1" ht="1" ht="2"/>',
    "awalan tanpa arti": '<row r="1" x14ac:dyDescent="0.25"/>',
    "ruang nama lain": '<row r="1" xmlns="urn:x"><c r="A1"><v>1</v></c></row>',
    "entitas": '<row r="1"><c r="A1" t="str"><v>&#65;</v></c></row>',
    "catatan": '<row r="1"><c r="A1"><v><!-- 7 -->1</v></c></row>',
    "cdata": '<row r="1"><c r="A1" t="str"><v><![CDATA[<c r="B1"/>]]></v></c></row>',
    "kurung": '<row r="1"><c r="A1" t="str"><v>a]]>b</v></c></row>',
    "kendali": '<row r="1"><c r="A1" t="str"><v>a\x01b</v></c></row>',
    "akhir baris": '<row r="1"><c r="A1" t="str"><v>a\r\nb</v></c></row>',
    "bukan huruf": '<row r="1"><c r="A1" t="str"><v>a\uffffb</v></c></row>',
    "kaya": '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>',
    "sisipan": '<row r="1"><c r="A1"><v>1</v><extLst/></c></row>',
    "tidak ditutup": '<row r="1"><c r="A1"><v>1</v></row>',
}


@pytest.mark.parametrize("nama", LAIN)
def test_yang_lain_milik_pengurai(nama: str) -> None:
    """What is not of the narrow form is not taken, whether it is sound or not."""
    assert lembar_polos(bagian(LAIN[nama])) is None


def test_awalan_excel_dan_ruang_nama() -> None:
    """Excel's own prefix counts where the root declares it; rows of another namespace are no cells."""
    baris = '<row r="1" x14ac:dyDescent="0.25"><c r="A1"><v>1</v></c></row>'
    data = bagian(baris, akar=' xmlns:x14ac="urn:x14ac"')
    assert lembar_polos(data) is not None and isi(data) == lewat_pengurai(data) and isi(data)[0]
    asing = (
        bagian(POLOS["nilai"])
        .replace(b"<sheetData>", b'<x xmlns="urn:x"><sheetData>')
        .replace(b"</sheetData>", b"</sheetData></x>")
    )
    assert isi(asing) == lewat_pengurai(asing) == ({}, [], set(), [])
    lain = bagian(POLOS["nilai"]).replace(UTAMA.encode(), b"urn:x")
    assert isi(lain) == lewat_pengurai(lain) == "ValueError"


def test_yang_tidak_sah_tetap_ditolak() -> None:
    """An unknown type, a style nobody has and a cell that stands twice are refused here as there."""
    for baris in (
        '<row r="1"><c r="A1" t="aneh"><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="9"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>5</v></c></row>',
    ):
        data = bagian(baris)
        assert lembar_polos(data) is not None
        assert isinstance(isi(data), str) and isi(data) == lewat_pengurai(data)


_POTONG = st.sampled_from(
    ['<row r="', '1"', '2"', "<c ", 'r="A1"', 'r="B1"', 'r="A2"', ' s="1"', ' t="str"', ' t="s"', ">", "/>", "<v>", "</v>",
     "<v/>", "<f>", "</f>", "<f/>", "</c>", "</row>", "0", "x", "&amp;", "&#9;", " ", "<is><t>", "</t></is>", 'ht="1"', '<c r="A1"><v>1</v></c>',
     '<c r="B1" s="1"/>', '<row r="1">', '<row r="2"/>']
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(_POTONG, max_size=14))
def test_potongan_acak(potong: list[str]) -> None:
    """Whatever pieces of tags are put together: taken apart or left to the parser, the answer is the same."""
    data = bagian("".join(potong))
    assert isi(data) == lewat_pengurai(data)


_ISI_BARIS = st.sampled_from(
    ['<c r="A{n}" s="1"/>', '<c r="A{n}"><v>{n}</v></c>', '<c r="B{n}" s="{n}"><v>1</v></c>', '<c r="C{n}" t="str"><f>IF(A{n}="",1{n},A1&amp;"{n}")</f><v/></c>',
     '<c r="D{n}" s="1" t="str"><f>B{n}</f><v>x1</v></c>', '<c r="E{n}"><f t="shared" ref="E1:E12" si="0">A1</f><v>1</v></c>',
     '<c r="E{n}"><f t="shared" si="0"/><v>1</v></c>', '<c r="F{n}"><f>A11+A12</f><v>1</v></c>', '<c r="G{n}" t="s"><v>0</v></c>',
     '<c r="H{n}" t="inlineStr"><is><t>{n}1</t></is></c>', '<c r="I12"><v>1</v></c>', '<c r="J1{n}"><f>1</f></c>', "{n}"]
)  # fmt: skip
_KEPALA_BARIS = st.sampled_from(["", ' ht="{n}"', ' ht="1"', ' hidden="1"', ' spans="1:{n}"', ' r="{n}"'])


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(_KEPALA_BARIS, st.lists(_ISI_BARIS, max_size=4)), min_size=1, max_size=3),
    st.lists(st.tuples(st.sampled_from([1, 2, 9, 10, 11, 12, 13, 110, 111, 1111]), st.integers(0, 2)), max_size=8),
)
def test_baris_yang_berulang(contoh: list[tuple[str, list[str]]], baris: list[tuple[int, int]]) -> None:
    """Rows alike but for their number are taken as the first of them; whatever stands in them, the answer is the parser's."""
    teks = ""
    for n, ke in sorted(baris, key=lambda x: x[0]):
        sifat, sel = contoh[ke % len(contoh)]
        teks += f'<row r="{{n}}"{sifat}>{"".join(sel)}</row>'.replace("{n}", str(n))
    data = bagian(teks)
    assert isi(data) == lewat_pengurai(data)


def test_baris_siap_dikenali() -> None:
    """Ready-made rows are known by their look, and their formulas name their own rows."""
    baris = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="C{n}" t="str"><f>B{n}&amp;"10"</f><v/></c></row>' for n in range(9, 13)
    )
    data = bagian(baris)
    polos = lembar_polos(data)
    assert polos is not None and [r[4] for r in polos.letak] == [False, True, True, True]
    assert [s.rumus for s in isi(data)[0].values()] == [f'=B{n}&"10"' for n in range(9, 13)]


def test_angka_tetap_bukan_nomor_baris() -> None:
    """A figure that only happens to be the number of the first of such rows stays as it is in each of them."""
    data = bagian(
        "".join(f'<row r="{n}"><c r="A{n}" t="str"><f>B{n}&amp;"10"</f><v/></c></row>' for n in range(10, 14))
    )
    assert [s.rumus for s in isi(data)[0].values()] == [f'=B{n}&"10"' for n in range(10, 14)]
