"""Tables of Word documents: every text of a cell once, wherever it is wrapped; nothing that is deleted or a field's code."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from libreoffice import LibreOffice
from tabel_asing import teks_sel

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.sumber import word
from lkjip_xl.sumber.model import Sumber
from lkjip_xl.sumber.rapi import Ketikan
from lkjip_xl.sumber.urai import urai_sumber
from lkjip_xl.sumber.word import baca_word, urai_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUANG = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
NUMBERING = f"""<w:numbering {RUANG}>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="cardinalText"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>"""


def berkas(badan: str) -> bytes:
    """A document with this body, as small as Word accepts one; it has lists 1 and 3 (decimal) and 2 (words)."""
    keluar = io.BytesIO()
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    paket = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", f'<Types xmlns="{paket}/content-types"/>')
        z.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{paket}/relationships"><Relationship Id="r1" Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        z.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{paket}/relationships"><Relationship Id="r1" Type="{rel}/numbering" Target="numbering.xml"/></Relationships>',
        )
        z.writestr("word/numbering.xml", NUMBERING)
        z.writestr("word/document.xml", f"<w:document {RUANG}><w:body>{badan}</w:body></w:document>")
    return keluar.getvalue()


def urai(badan: str) -> Sumber:
    return urai_word(berkas(badan), "a.docx")


def r(teks: str, sifat: str = "") -> str:
    return f'<w:r><w:rPr>{sifat}</w:rPr><w:t xml:space="preserve">{teks}</w:t></w:r>'


def p(isi: str, sifat: str = "") -> str:
    return f"<w:p><w:pPr>{sifat}</w:pPr>{isi if isi.startswith('<') else r(isi) if isi else ''}</w:p>"


def tc(isi: str, sifat: str = "") -> str:
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi if isi.startswith('<w:p') or isi.startswith('<w:tbl') or isi.startswith('<w:sdt') else p(isi)}</w:tc>"


def tr(*sel: str, sifat: str = "") -> str:
    return f"<w:tr><w:trPr>{sifat}</w:trPr>{''.join(sel)}</w:tr>"


def tbl(*baris: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(baris)}</w:tbl>"


def satu(isi: str) -> dict[tuple[int, int], str]:
    (k,) = urai(tbl(tr(tc(isi)))).kisi
    return teks_sel(k)


def galat(data: bytes) -> str:
    with pytest.raises(GalatBerkas) as g:
        urai_word(data, "a.docx")
    return g.value.kode


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (p(f"<w:ins>{r('92')}</w:ins>{r(',85')}"), "92,85"),
        (p(f"{r('a')}<w:del><w:r><w:delText>b</w:delText></w:r></w:del>{r('c')}"), "ac"),
        (p(f"<w:moveFrom>{r('a')}</w:moveFrom><w:moveTo>{r('b')}</w:moveTo>"), "b"),
        (p(f"<w:hyperlink>{r('laman')}</w:hyperlink>"), "laman"),
        (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('isi')}</w:sdtContent></w:sdt>"), "isi"),
        (f"<w:sdt><w:sdtContent>{p('satu')}</w:sdtContent></w:sdt>{p('dua')}", "satu\ndua"),
        (p(f"<w:smartTag>{r('kota')}</w:smartTag>"), "kota"),
        (p("<w:r><w:t>Rp</w:t><w:t>\u00a01.000</w:t><w:br/><w:t>juta\u00ad</w:t><w:softHyphen/><w:t>an</w:t><w:tab/><w:t>x</w:t></w:r>"), "Rp 1.000\njutaan x"),
        (p("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>"), "1-2"),
        (p(f'<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>{r(" 80")}'), "≥ 80"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "✓"),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'), "\ufffd"),
        (p(f'{r("a")}<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>=SUM(A1)</w:instrText><w:t>kode</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{r("b")}'), "a12b"),
        (p(f'<w:fldSimple w:instr=" DATE ">{r("2025")}</w:fldSimple>'), "2025"),
        (p(r("x") + r("sandi", "<w:vanish/>") + r("y", '<w:vanish w:val="0"/>')), "xy"),
        (p("<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"), "a/b"),
        (p(r("a"), "<w:rPr><w:del/></w:rPr>") + p("b"), "ab"),
        (p(f"<mc:AlternateContent><mc:Choice Requires='x'>{r('pilih')}</mc:Choice><mc:Fallback>{r('cadang')}</mc:Fallback></mc:AlternateContent>"), "pilih"),
        (p(f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{p('kotak')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('kotak')}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"), "kotak"),
        (p("<w:r><w:ruby><w:rt><w:r><w:t>atas</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>dasar</w:t></w:r></w:rubyBase></w:ruby></w:r>"), "dasar"),
    ],
)  # fmt: skip
def test_teks_sel_di_mana_pun_dibungkus(isi: str, harap: str) -> None:
    assert satu(isi) == {(1, 1): harap}


def test_huruf_naik_terpisah_kecuali_pangkat_satuan() -> None:
    naik = '<w:vertAlign w:val="superscript"/>'
    (k,) = urai(tbl(tr(tc(p(r("92") + r("2)", naik))), tc(p(r("1.250 m") + r("2", naik))), tc(p(r("1", naik)))))).kisi
    assert [(c.teks, c.atas) for c in k.sel.values()] == [("92", "2)"), ("1.250 m²", ""), ("", "1")]
    k = Ketikan()
    k.tambah("program")
    k.tambah("2", atas=True)
    assert k.hasil() == ("program", "2")


def test_gabung_dan_geseran() -> None:
    (k,) = urai(
        tbl(
            tr(tc("No", '<w:vMerge w:val="restart"/>'), tc("Kinerja", '<w:gridSpan w:val="2"/>'), tc("Ket", '<w:vMerge w:val="restart"/>')),
            tr(tc("", "<w:vMerge/>"), tc("Target"), tc("Realisasi"), tc("", "<w:vMerge/>")),
            tr(tc("a"), sifat='<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'),
            tr(tc("1"), tc("x", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("lolos", "<w:vMerge/>")),
        )
    ).kisi  # fmt: skip
    assert k.gabung == ((1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4), (4, 2, 4, 3))
    assert teks_sel(k) == {(1, 1): "No", (1, 2): "Kinerja", (1, 4): "Ket", (2, 2): "Target", (2, 3): "Realisasi", (3, 2): "a", (4, 1): "1", (4, 2): "x", (4, 4): "lolos"}  # fmt: skip


def test_judul_di_atas_dan_tabel_bersambung() -> None:
    judul = r("Tabel 3.") + f'<w:fldSimple w:instr="SEQ Tabel">{r("1")}</w:fldSimple>' + r(" Capaian")
    t = tbl(tr(tc("a")))
    k = urai(p("satu") + p("dua") + p("tiga") + p("") + p(judul) + t + p("") + t + p("Tabel 3.2") + t).kisi
    assert [x.atas for x in k] == [("dua", "tiga", "Tabel 3.1 Capaian"), (), ("Tabel 3.2",)]
    assert [x.nomor for x in k] == [1, 2, 3]
    assert k[1].alamat(1, 1) == ("a.docx", "tabel 2 baris 1 kolom 1")


def test_tanda_tangan_di_bawah_tabel_bukan_barisnya() -> None:
    """A table of fewer columns, words alone, right behind another one; rows that go on fill the same columns."""

    def tabel(*baris: str) -> str:
        return tbl(*(tr(*map(tc, b.split("|"))) for b in baris))

    utama = tabel("No|Program|Anggaran", "1|Program A|1.000.000", "2|Program B|2.000.000")
    t = urai_sumber(urai(utama + p("") + tabel("Pihak Kedua,|Pihak Pertama,", "BUPATI|KEPALA DINAS")))
    assert [s.teks for b in t[0].data() for s in b.sel.values()] == ["1", "Program A", "1.000.000", "2", "Program B", "2.000.000"]  # fmt: skip
    t = urai_sumber(urai(utama + p("") + tabel("3|Program C|lihat lampiran", "4|Program D|4.000.000")))
    assert len(t[0].data()) == 4


def test_judul_formulir_dari_beberapa_baris() -> None:
    """The title of a form stands in lines of capitals above its last one; the heading of a chapter is none of them."""
    t = tbl(tr(tc("Kode"), tc("Uraian"), tc("Jumlah (Rp)")), tr(tc("1.04.02"), tc("Program A"), tc("1.000.000")))
    atas = p("DOKUMEN PELAKSANAAN ANGGARAN") + p("REKAPITULASI BELANJA") + p("Tahun Anggaran 2024")
    assert urai_sumber(urai(atas + t))[0].judul.split("\n") == ["DOKUMEN PELAKSANAAN ANGGARAN", "REKAPITULASI BELANJA", "Tahun Anggaran 2024"]  # fmt: skip
    assert urai_sumber(urai(p("BAB III AKUNTABILITAS") + p("Tahun 2024") + t))[0].judul == "Tahun 2024"


def test_tabel_di_dalam_tabel_di_belakang_yang_luar() -> None:
    dalam = tbl(tr(tc("d1"), tc(tbl(tr(tc("d2"))) + p(""))))
    k = urai(tbl(tr(tc(p("judul dalam") + dalam + p("sesudah")), tc("luar"))) + p("kaki") + tbl(tr(tc("akhir")))).kisi
    assert [list(teks_sel(x).values()) for x in k] == [["judul dalam\nsesudah", "luar"], ["d1"], ["d2"], ["akhir"]]
    assert [x.atas for x in k] == [(), ("judul dalam",), (), ("kaki",)]


def test_bingkai_tanpa_teks_mewariskan_judulnya() -> None:
    bingkai = tbl(tr(tc(tbl(tr(tc("isi"))) + p(""))))
    k = urai(p("Tabel 1") + bingkai + tbl(tr(tc("lain"))) + p("Tabel 2") + tbl(tr(tc(""))) + tbl(tr(tc("b")))).kisi
    assert [(x.nomor, x.atas) for x in k] == [(2, ("Tabel 1",)), (3, ()), (5, ("Tabel 2",))]


def test_kotak_teks_dan_kendali_isi_di_badan() -> None:
    kotak = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Tabel 2')}{tbl(tr(tc('k')))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    kendali = f"<w:sdt><w:sdtContent>{p('Tabel 1')}{tbl(tr(tc('s')))}</w:sdtContent></w:sdt>"
    baris = f"<w:sdt><w:sdtContent>{tr('<w:sdt><w:sdtContent>' + tc('b') + '</w:sdtContent></w:sdt>')}</w:sdtContent></w:sdt>"
    k = urai(kendali + p(kotak) + tbl(baris)).kisi
    assert [(x.atas, list(teks_sel(x).values())) for x in k] == [
        (("Tabel 1",), ["s"]),
        (("Tabel 2",), ["k"]),
        ((), ["b"]),
    ]


def test_penomoran_otomatis() -> None:
    """SB-09 only for lists whose numbers are not known; an empty cell of a column "No" has its number."""

    def nomor(daftar: int, tingkat: int = 0) -> str:
        return f'<w:numPr><w:ilvl w:val="{tingkat}"/><w:numId w:val="{daftar}"/></w:numPr>'

    isi = [p("", nomor(1)), p("x", nomor(1)), p("y", nomor(1, 1)), p("z", nomor(1)), p("a", nomor(1, 1)), p("v", nomor(3)), p("w", nomor(3))]  # fmt: skip
    s = urai(tbl(*(tr(tc(i)) for i in isi)))
    assert list(teks_sel(s.kisi[0]).values()) == ["1.", "2. x", "2.a) y", "3. z", "3.a) a", "5. v", "6. w"]
    assert s.catatan == []
    assert urai(tbl(tr(tc(p("x", nomor(2)))))).catatan == [("SB-09", {"jumlah": 1})]


@pytest.mark.parametrize(
    ("isi", "catatan"),
    [
        (p("a"), []),
        (p(f"{r('a')}<w:del><w:r><w:delText>b</w:delText></w:r></w:del>"), [("SB-10", {"jumlah": 1})]),
        (p(f"<w:ins>{r('a')}</w:ins>"), [("SB-10", {"jumlah": 0})]),
        (p(r("a") + r("b", "<w:vanish/>")), [("SB-12", {"jumlah": 1})]),
        (p(r("a") + r("b", '<w:vanish w:val="false"/>')), []),
        (p(r("a") + "<w:r><w:object/></w:r>"), [("SB-13", {"jumlah": 1})]),
        (p(r("a") + "<w:r><w:drawing/></w:r>"), []),
    ],
)
def test_yang_tidak_dibaca_disebut_sekali(isi: str, catatan: list[object]) -> None:
    assert urai(tbl(tr(tc(isi)))).catatan == catatan


@pytest.mark.parametrize(("isi", "catatan"), [("Logo", [("SB-14", {"jumlah": 2})]), ("", [])])
def test_tabel_di_tepi_halaman_disebut(isi: str, catatan: list) -> None:
    d = docx.Document()
    d.add_table(1, 1).cell(0, 0).text = "a"
    for tepi in (d.sections[0].header, d.sections[0].footer):
        tepi.add_table(1, 1, 100).cell(0, 0).text = isi
        tepi.add_paragraph("Dinas Contoh")
    d.save(keluar := io.BytesIO())
    s = urai_word(keluar.getvalue(), "a.docx")
    assert s.catatan == catatan and [teks_sel(k) for k in s.kisi] == [{(1, 1): "a"}]


KAKI = (
    f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>angka sementara</w:t></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="3"><w:p><w:r><w:t>BPS 2025</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
_RUJUK = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'


def test_catatan_kaki_word_bukan_angka() -> None:
    """The number Word makes for a note stands above the figure, not in it; what the note says is told and kept below the table."""
    d = docx.Document()
    t = d.add_table(2, 2)
    for k, x in enumerate(("Indikator", "Realisasi", "Produksi padi", "92")):
        t.cell(*divmod(k, 2)).text = x
    d.save(semula := io.BytesIO())
    keluar = io.BytesIO()
    with zipfile.ZipFile(semula) as asal, zipfile.ZipFile(keluar, "w") as z:
        for n in asal.namelist():
            isi = asal.read(n).decode("utf-8", "surrogateescape")
            if n == "word/document.xml":
                for x, i in (("92", 2), ("Produksi padi", 3)):
                    isi = isi.replace(f"<w:t>{x}</w:t></w:r>", f"<w:t>{x}</w:t></w:r>{_RUJUK.format(i)}")
            if n == "word/_rels/document.xml.rels":
                isi = isi.replace("</Relationships>", '<Relationship Id="rIdK" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>')  # fmt: skip
            z.writestr(n, isi.encode("utf-8", "surrogateescape"))
        z.writestr("word/footnotes.xml", KAKI)
    s = urai_word(keluar.getvalue(), "a.docx")
    (k,) = s.kisi
    assert (k.sel[2, 2].teks, k.sel[2, 2].atas, k.sel[2, 1].teks) == ("92", "2", "Produksi padi")
    assert k.bawah == ("1 BPS 2025", "2 angka sementara")
    assert [(kode, isi["sel"]) for kode, isi in s.catatan] == [("SB-24", "tabel 1")]


def test_baris_terhapus_tidak_dibaca_dan_baris_tersembunyi_dibaca() -> None:
    (k,) = urai(tbl(tr(tc("a")), tr(tc("b"), sifat="<w:del/>"), tr(tc("c"), sifat="<w:hidden/>"))).kisi
    assert teks_sel(k) == {(1, 1): "a", (2, 1): "c"}
    assert k.baris_tersembunyi == {2}


def test_dokumen_strict_dan_nama_bagian_lain() -> None:
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(berkas(tbl(tr(tc("a")))))) as asal, zipfile.ZipFile(keluar, "w") as z:
        for n in asal.namelist():
            isi = asal.read(n).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            isi = isi.replace(
                b"schemas.openxmlformats.org/officeDocument/2006/rel", b"purl.oclc.org/ooxml/officeDocument/rel"
            )
            z.writestr(n.replace("document.xml", "isi.xml"), isi.replace(b"word/document.xml", b"/word/isi.xml"))
    (k,) = urai_word(keluar.getvalue(), "a.docx").kisi
    assert teks_sel(k) == {(1, 1): "a"}


def _acak(benih: int) -> tuple[bytes, list[str]]:
    """A document by python-docx whose cells hold tokens, wrapped and merged in every way that occurs."""
    acak, token = random.Random(benih), []

    def baru() -> str:
        token.append(f"T{benih}x{len(token):03d}")
        return token[-1]

    def isi(sel, dalam: int) -> None:
        par = sel.paragraphs[0]
        for _ in range(acak.randint(0, 2)):
            bentuk = acak.choice(["run", "ins", "sdt", "link", "box", "sup", "field"])
            t = r(baru() + " ", '<w:vertAlign w:val="superscript"/>' if bentuk == "sup" else "")
            kotak = f"<w:txbxContent>{p(t)}</w:txbxContent>"
            xml = {
                "ins": f"<w:ins {RUANG}>{t}</w:ins>",
                "sdt": f"<w:sdt {RUANG}><w:sdtContent>{t}</w:sdtContent></w:sdt>",
                "link": f"<w:hyperlink {RUANG}>{t}</w:hyperlink>",
                "box": f"<w:r {RUANG}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{kotak}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{kotak}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
                "field": f"<w:fldSimple {RUANG} w:instr='X'>{t}</w:fldSimple>",
            }.get(bentuk, t.replace("<w:r>", f"<w:r {RUANG}>"))  # fmt: skip
            par._p.append(parse_xml(xml))
        if acak.random() < 0.2:
            par._p.append(parse_xml(f"<w:del {RUANG}><w:r><w:delText>HAPUS</w:delText></w:r></w:del>"))
        if acak.random() < 0.2:
            sel.add_paragraph(baru())
        if dalam < 2 and acak.random() < 0.15:
            tabel(sel.add_table(2, 2), dalam + 1)

    def tabel(t, dalam: int) -> None:
        n, m = len(t.rows), len(t.columns)
        if acak.random() < 0.5:
            a, b = acak.randrange(n), acak.randrange(m)
            t.cell(a, b).merge(t.cell(acak.randrange(a, n), acak.randrange(b, m)))
        for sel in {id(c._tc): c for baris in t.rows for c in baris.cells}.values():
            isi(sel, dalam)

    dok = docx.Document()
    for _ in range(4):
        dok.add_paragraph("judul")
        t = dok.add_table(acak.randint(1, 4), acak.randint(1, 4))
        tabel(t, 0)
        if acak.random() < 0.3:  # the whole table in a content control
            sdt = parse_xml(f"<w:sdt {RUANG}><w:sdtContent/></w:sdt>")
            t._tbl.addprevious(sdt)
            sdt[0].append(t._tbl)
    keluar = io.BytesIO()
    dok.save(keluar)
    return keluar.getvalue(), token


@pytest.mark.parametrize("benih", range(12))
def test_setiap_teks_sel_tepat_sekali(benih: int) -> None:
    data, token = _acak(benih)
    s = urai_word(data, "a.docx")
    semua = " ".join(f"{c.teks} {c.atas}" for k in s.kisi for c in k.sel.values())
    assert sorted(re.findall(r"T\d+x\d{3}", semua)) == sorted(token)
    assert "HAPUS" not in semua
    for k in s.kisi:
        assert all(b1 <= b2 and k1 <= k2 for b1, k1, b2, k2 in k.gabung)


def test_gabungan_python_docx_seperti_yang_dilihatnya() -> None:
    dok = docx.Document()
    t = dok.add_table(4, 5)
    for b, baris in enumerate(t.rows):
        for kol, sel in enumerate(baris.cells):
            sel.text = f"{b}.{kol}"
    for a, z in (((0, 0), (1, 0)), ((0, 1), (0, 3)), ((2, 2), (3, 4))):
        sel = t.cell(*a).merge(t.cell(*z))
        sel.text = "gabung"
    keluar = io.BytesIO()
    dok.save(keluar)
    (k,) = urai_word(keluar.getvalue(), "a.docx").kisi
    assert set(k.gabung) == {(1, 1, 2, 1), (1, 2, 1, 4), (3, 3, 4, 5)}
    assert teks_sel(k)[(4, 1)] == "3.0"
    assert teks_sel(k)[(1, 5)] == "0.4"


def test_berkas_jahat_atau_rusak() -> None:
    """SB-04, SB-05 and SB-11 for what is locked, damaged or beyond the limits; the same document whole is read."""
    baik = berkas(tbl(tr(tc("a"))))
    assert len(urai_word(baik, "a.docx").kisi) == 1
    assert galat(baik[: len(baik) // 2]) == "SB-05"
    assert galat(b"halo") == "SB-05"
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
    assert galat(ole) == "SB-05"
    assert galat(ole + "EncryptedPackage".encode("utf-16-le")) == "SB-04"
    assert galat(berkas(tbl(tr(tc("a", '<w:gridSpan w:val="1000000"/>'))))) == "SB-11"
    assert galat(berkas(tbl(tr(tc("a"), sifat='<w:gridBefore w:val="16384"/>')))) == "SB-11"
    assert len(urai(tbl(tr(tc("a", '<w:gridSpan w:val="16384"/>')))).kisi) == 1
    assert galat(berkas("<w:p>")) == "SB-05"
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(baik)) as asal, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        for n in asal.namelist():
            isi = asal.read(n)
            if n == "word/document.xml":
                isi = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + isi.replace(b">a<", b">&x;<")
            z.writestr(n, isi)
    assert galat(keluar.getvalue()) == "BK-07"
    bom = io.BytesIO()
    with zipfile.ZipFile(bom, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/document.xml", b" " * (50 * 2**20))
    assert galat(bom.getvalue()) == "BK-07"
    assert galat(b"PK\x03\x04") == "SB-05"


def test_dokumen_yang_memenuhi_memori(monkeypatch: pytest.MonkeyPatch) -> None:
    data = berkas(tbl(tr(tc("a"))))
    monkeypatch.setattr(word, "BAGIAN_MAKS", 400)
    assert galat(data) == "BK-07"


def test_buku_kerja_bernama_docx(tmp_path: Path) -> None:
    import openpyxl

    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    (tmp_path / "a.xlsx").rename(tmp_path / "a.docx")
    with pytest.raises(GalatBerkas) as g:
        baca_word(tmp_path / "a.docx")
    assert g.value.kode == "SB-05"


@pytest.mark.lengkap
@pytest.mark.lo
def test_disimpan_ulang_libreoffice(tmp_path: Path, libreoffice: LibreOffice) -> None:
    """Another program's docx of the same tables: the same texts at the same places, the same merged areas."""
    dok = docx.Document()
    dok.add_paragraph("Tabel 3.1 Capaian")
    t = dok.add_table(3, 4)
    for b, baris in enumerate(t.rows):
        for kol, sel in enumerate(baris.cells):
            sel.text = f"{b}.{kol}"
    t.cell(0, 1).merge(t.cell(0, 2)).text = "Kinerja"
    t.cell(0, 0).merge(t.cell(1, 0)).text = "No"
    run = t.cell(2, 3).paragraphs[0].add_run("1)")
    run.font.superscript = True
    t.cell(2, 2).add_table(1, 1).cell(0, 0).text = "dalam"
    asal, hasil = tmp_path / "a.docx", tmp_path / "ulang"
    dok.save(str(asal))
    libreoffice.ubah(asal, hasil / "a.docx")
    a, b = baca_word(asal).kisi, baca_word(hasil / "a.docx").kisi
    assert [(k.sel, set(k.gabung), k.atas) for k in a] == [(k.sel, set(k.gabung), k.atas) for k in b]
    assert len(a) == 2 and a[0].sel[3, 4].atas == "1)"
