"""Tables of web pages: the layout of a browser, what Excel and LibreOffice add, encodings, and pages made to harm."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from libreoffice import LibreOffice
from tabel_asing import teks_sel

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.sumber.html import UKURAN_MAKS, baca_html
from lkjip_xl.sumber.model import Kisi, SelAsing, Sumber


def urai(isi: str | bytes) -> Sumber:
    return baca_html(isi.encode() if isinstance(isi, str) else isi, "a.xls")


def satu(isi: str | bytes) -> Kisi:
    (k,) = urai(isi).kisi
    return k


def galat(isi: str | bytes) -> str:
    with pytest.raises(GalatBerkas) as g:
        urai(isi)
    return g.value.kode


def test_rentang_seperti_di_peramban() -> None:
    k = satu(
        "<table><thead><tr><th rowspan=2>No<th colspan=2>Kinerja<th rowspan='2'>Ket</tr><tr><th>T<th>R</tr></thead>"
        "<tbody><tr><td rowspan=99>1<td>a<td>b<td>c</tr><tr><td>d<td>e<td>f</tr></tbody><tr><td colspan=0>x<td rowspan=0>y"
        "<tr><td>z</table>"
    )
    assert k.gabung == ((1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4), (3, 1, 4, 1), (5, 2, 6, 2))
    assert teks_sel(k) == {
        (1, 1): "No", (1, 2): "Kinerja", (1, 4): "Ket", (2, 2): "T", (2, 3): "R", (3, 1): "1", (3, 2): "a", (3, 3): "b", (3, 4): "c",
        (4, 2): "d", (4, 3): "e", (4, 4): "f", (5, 1): "x", (5, 2): "y", (6, 1): "z",
    }  # fmt: skip


def test_kaki_di_bawah_dan_baris_dalam_formulir() -> None:
    k = satu("<table><tfoot><tr><td>kaki</tfoot><thead><tr><td>kepala</thead><form><tr><td>isi</tr></form></table>")
    assert list(teks_sel(k).items()) == [((1, 1), "kepala"), ((2, 1), "isi"), ((3, 1), "kaki")]


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ("  a \n b&nbsp; c<br>d", SelAsing("a b c\nd")),
        ("<div>a</div><p>b</p>c", SelAsing("a\nb\nc")),
        ("92,85<sup>1)</sup>", SelAsing("92,85", atas="1)")),
        ("92<span style='vertical-align:super'>2)</span>", SelAsing("92", atas="2)")),
        ("Panen padi <span class='badge badge-new'>baru</span>", SelAsing("Panen padi", atas="baru")),
        ("10 km<sup>2</sup>", SelAsing("10 km²")),
        ("<script>x</script><!-- y -->a<span style='display:none'>0009</span>", SelAsing("a")),
        ("a<span hidden>b</span><i class=tutup>c</i>", SelAsing("a")),
        ("<input value='12,5'><input type=hidden value=7>", SelAsing("12,5")),
        ("<select><option>Ya<option selected>Tidak</select>", SelAsing("Tidak")),
        ("<textarea> catatan\n</textarea>", SelAsing("catatan")),
        ("&lt;5 &amp; &ge;2", SelAsing("<5 & ≥2")),
    ],
)
def test_teks_sel(isi: str, harap: SelAsing) -> None:
    k = satu(f"<style>.tutup{{display : none}}</style><table><tr><td>{isi}</td></tr></table>")
    assert k.sel == {(1, 1): harap}


@pytest.mark.parametrize(
    ("sifat", "nilai", "format"),
    [
        ("x:num='0.9285' style='mso-number-format:\"0\\.00%\"'", 0.9285, "0.00%"),
        ("class=xl65 x:num='92.85'", 92.85, '0.00"%"'),
        ("style='mso-number-format:\\@'", None, "@"),
        ("style=\"mso-number-format:'\\#\\,\\#\\#0'\" x:num", None, "#,##0"),
        ("style='mso-number-format:Percent' x:num=1", 1.0, "0.00%"),
        ("style='mso-number-format:General' x:num=1e3", 1000.0, None),
        ("sdval='0.9285' sdnum='1057;0;0,00%'", 0.9285, "0,00%"),
        ("x:num=nan", None, None),
        ("", None, None),
    ],
)
def test_angka_dan_format_yang_disimpan_excel(sifat: str, nilai: float | None, format: str | None) -> None:
    gaya = '<style><!-- td{x:y} .xl64, td.xl65 {mso-style-parent:style0; mso-number-format:"0\\.00\\0022%\\0022"; color:red} --></style>'
    c = satu(f"{gaya}<table><tr><td {sifat}>92,85%</td></tr></table>").sel[1, 1]
    assert (c.teks, c.nilai, c.format) == ("92,85%", nilai, format)


def test_rumus_dan_galat_excel() -> None:
    k = satu('<table><tr><td x:num="3" x:fmla="=A1+1">3<td x:err="#DIV/0!">#DIV/0!</table>')
    assert [(c.rumus, c.tak_tahu) for c in k.sel.values()] == [("=A1+1", False), (None, True)]


def test_judul_dan_tabel_di_dalam_tabel() -> None:
    k = urai(
        "<h1>Laporan</h1><p>satu<p>Tabel 1<table><caption>Capaian</caption><tr><td>a<table><tr><td>dalam</table>b<td>c</table>"
        "<table><tr><td>lanjut</table><div>Tabel 2</div><table><tr><td><table><tr><td>isi</table></table>"
    ).kisi
    assert [list(teks_sel(x).values()) for x in k] == [["a\nb", "c"], ["dalam"], ["lanjut"], ["isi"]]
    assert [x.atas for x in k] == [("Laporan", "satu", "Tabel 1", "Capaian"), ("a",), (), ("Tabel 2",)]
    assert [x.nomor for x in k] == [1, 2, 3, 5]


def test_yang_tersembunyi() -> None:
    """Hidden rows, columns and tables are read and marked; a hidden word or cell among shown ones is counted (SB-12)."""
    s = urai(
        "<table><tr><th>a<th style='display:none'>kunci<th>b<tr style='DISPLAY: none'><td>1<td style='display:none'>2<td>3"
        "<tr><td>4<td style='display:none'>5<td>6</table>"
    )
    (k,) = s.kisi
    assert (k.baris_tersembunyi, k.kolom_tersembunyi) == ({2}, {2})
    assert s.catatan == [("SB-21", {"lembar": "tabel 1", "baris": 1, "kolom": 1})]
    assert teks_sel(k)[(3, 3)] == "6"
    s = urai("<table><tr><th>a<th>b<tr><td style='display:none'>x</td><td>1<td>2</table>")
    assert teks_sel(s.kisi[0])[(2, 1)] == "1"
    assert s.catatan == [("SB-12", {"jumlah": 1})]
    s = urai("<div style='display:none'><table><tr><td>a<tr><td>b</table></div><table><tr><td>c</table>")
    assert [x.baris_tersembunyi for x in s.kisi] == [{1, 2}, set()]
    assert s.catatan == []
    assert urai("<div style='display:none'>lain<table><tr><td>a</table></div>").catatan == [("SB-12", {"jumlah": 1})]
    k = satu("<table><col><col style='width:0;visibility:collapse'><tr><td>a<td>b</table>")
    assert k.kolom_tersembunyi == {2}


@pytest.mark.parametrize(
    "data",
    [
        "<table><tr><td>é–Δ</table>".encode("utf-8-sig"),
        "<table><tr><td>é–Δ</table>".encode("utf-16"),
        "<table><tr><td>é–Δ</table>".encode("utf-16-le"),
        "<table><tr><td>é–Δ</table>".encode(),
        "<meta charset=utf-8><table><tr><td>é–Δ</table>".encode(),
        "<meta http-equiv=Content-Type content='text/html; charset=utf-16'><table><tr><td>é–Δ</table>".encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><table><tr><td>é–Δ</td></tr></table></html>'.encode(),
    ],
)
def test_penyandian(data: bytes) -> None:
    assert teks_sel(satu(data)) == {(1, 1): "é–Δ"}


def test_penyandian_windows() -> None:
    for meta in ("", "<meta charset='ISO-8859-1'>", "<meta charset=utf-8>", "<meta charset=takada>"):
        assert teks_sel(satu(f"{meta}<table><tr><td>é–“a”</table>".encode("cp1252"))) == {(1, 1): "é–“a”"}
    assert teks_sel(baca_html("<table><tr><td>Ж</table>".encode("koi8-r"), "a", "koi8-r").kisi[0]) == {(1, 1): "Ж"}


def test_halaman_web_satu_berkas() -> None:
    mht = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="us-ascii"\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td x:num=3D1>a=\r\nb</td></tr></table>\r\n--b\r\n"
        "Content-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    )
    assert satu(mht).sel == {(1, 1): SelAsing("ab", 1.0)}
    assert teks_sel(satu("<p>MIME-Version: 1.0</p><table><tr><td>a</table>")) == {(1, 1): "a"}


def test_halaman_jahat() -> None:
    """SB-05, SB-11, BK-07 for what is beyond all measure; entities and addresses are never followed."""
    assert galat("<div>" * 3000 + "<table><tr><td>a</table>") == "SB-05"
    assert galat("<table>" + "<tr><td colspan=1000>a" * 1 + "<td colspan=1000>" * 20 + "</table>") == "SB-11"
    assert satu("<table><tr><td colspan=1000000 rowspan=99999999>a<tr><td>b</table>").gabung == ((1, 1, 2, 1000),)
    assert galat(b" " * (UKURAN_MAKS + 1)) == "BK-07"
    k = satu(
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><table><tr><td>&x;<td><img src="http://127.0.0.1:1/a">b</table>'
    )
    assert "root" not in " ".join(teks_sel(k).values())
    for rusak in ("", "<", "<table", "<table><tr><td", "\0\0", "<table><tr>" * 40, "bukan html"):
        assert urai(rusak).kisi == []
    assert teks_sel(satu("<table><tr><td>a<td>b")) == {(1, 1): "a", (1, 2): "b"}


@pytest.mark.parametrize("benih", range(10))
def test_setiap_teks_sel_tepat_sekali(benih: int) -> None:
    acak, token = random.Random(benih), []

    def baru() -> str:
        token.append(f"T{benih}x{len(token):03d}")
        return token[-1]

    def tabel(dalam: int) -> str:
        isi = ""
        for _ in range(acak.randint(1, 4)):
            isi += acak.choice(["<tr>", "<tr style='display:none'>"])
            for _ in range(acak.randint(1, 4)):
                teks = baru()
                bentuk = acak.choice(
                    ["{}", "<b>{}</b>", "<p>{}</p>", "<sup>{}</sup>", "<span style='x:y'>{}</span>", "a<br>{}"]
                )
                lagi = tabel(dalam + 1) if dalam < 2 and acak.random() < 0.1 else ""
                isi += f"<td rowspan={acak.randint(1, 3)} colspan={acak.randint(1, 3)}>{bentuk.format(teks)}{lagi}"
        return f"<table>{isi}</table>"

    s = urai("".join(tabel(0) for _ in range(3)))
    semua = " ".join(f"{c.teks} {c.atas}" for k in s.kisi for c in k.sel.values())
    assert sorted(re.findall(r"T\d+x\d{3}", semua)) == sorted(token)
    for k in s.kisi:  # no cell stands within the area of another
        for b1, k1, b2, k2 in k.gabung:
            assert not [x for x in k.sel if b1 <= x[0] <= b2 and k1 <= x[1] <= k2 and x != (b1, k1) and x[0] == b1]


@pytest.mark.lengkap
@pytest.mark.lo
def test_disimpan_libreoffice_sebagai_html(tmp_path: Path, libreoffice: LibreOffice) -> None:
    import openpyxl

    wb = openpyxl.Workbook()
    ws = wb.active
    for b, baris in enumerate([["No", "Kinerja", None], [None, "Target", "Realisasi"], [1, 0.9285, 1250.5]], 1):
        for kol, isi in enumerate(baris, 1):
            ws.cell(b, kol, isi)
    ws["B3"].number_format = "0.00%"
    ws.merge_cells("A1:A2")
    ws.merge_cells("B1:C1")
    wb.save(tmp_path / "a.xlsx")
    libreoffice.ubah(tmp_path / "a.xlsx", tmp_path / "a.html")
    (k,) = baca_html((tmp_path / "a.html").read_bytes(), "a.html").kisi
    assert set(k.gabung) == {(1, 1, 2, 1), (1, 2, 1, 3)}
    assert {t: c.nilai for t, c in k.sel.items() if c.nilai is not None} == {(3, 1): 1, (3, 2): 0.9285, (3, 3): 1250.5}
    assert k.sel[3, 2].format == "0.00%"


def test_catatan_di_bawah_tabel() -> None:
    """The first texts below a table are its notes, those before the next one's title, too."""
    k = urai(
        "<p>Tabel 1<table><tr><td>a<td>5*</table><p>*) angka sementara<p>Sumber: BPS<p>Tabel 2<table><tr><td>b</table><p>akhir"
    ).kisi
    assert [x.bawah for x in k] == [("*) angka sementara", "Sumber: BPS", "Tabel 2"), ("akhir",)]
