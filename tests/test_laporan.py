"""The Word report: every figure traced to the workbook, tables as the summary sheets, real Word structure, bad input."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator

import openpyxl
import pytest
from agensi_tepi import TEPI
from angka_laporan import BERHITUNG, BILANGAN, boleh_disebut, hitungan_buku
from banyak import satu_cepat, tiap
from buku_md import buku_md
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from dok_word import baca_dok
from laporan_contoh import AKAR
from laporan_uji import buku, dokumen, naskah

from lkjip_xl import perintah
from lkjip_xl.buku.berkas import nama_bebas
from lkjip_xl.cocokkan.tulisan import temuan_tulisan
from lkjip_xl.inti.angka import terbilang, tulis
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.lembar.ringkasan import bangun_lembar
from lkjip_xl.perintah.contoh import KARANGAN
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.sumber.model import Alinea, Sumber
from lkjip_xl.tabel.sidik import KOLOM_SIDIK
from lkjip_xl.validasi.periksa import periksa
from lkjip_xl.word import buat_laporan, susun_naskah
from lkjip_xl.word.bagian import tanpa_level
from lkjip_xl.word.bahan import Bahan
from lkjip_xl.word.naskah import Gambar, Paragraf, Tabel
from lkjip_xl.word.word import tulis_word

pytestmark = pytest.mark.xdist_group("laporan")  # both documents are made once
CONTOH = list(perintah.CONTOH.values())
SEMUA = [*satu_cepat(CONTOH), *(pytest.param(n, marks=pytest.mark.lengkap) for n in (*KARANGAN.values(), *TEPI))]
URAIAN = {"Isi", "Isi Awal", "List Bullet"}


def baca(data: bytes) -> Document:
    return baca_dok(data)


# --- every figure of the text


@pytest.mark.parametrize("nama", SEMUA)
def test_setiap_angka_uraian_berasal_dari_buku(nama):
    b = buku(nama)
    boleh = boleh_disebut(b)
    hitungan = {tulis(x, 0) for x in hitungan_buku(b, naskah(nama))}
    terperiksa = 0
    for p in dokumen(nama).paragraphs:
        if p.style.name not in URAIAN:
            continue
        teks = p.text.replace("\u00a0", " ")
        for angka, kata in BERHITUNG.findall(teks):
            assert kata == terbilang(float(angka.replace(".", ""))) and angka in hitungan, (angka, kata, teks)
        for angka in BILANGAN.findall(BERHITUNG.sub("", teks)):
            assert angka in boleh, (angka, teks)
            terperiksa += 1
    assert terperiksa > (10 if nama in TEPI else 60)


@pytest.mark.parametrize("nama", SEMUA)
def test_uraian_tidak_bertentangan_dengan_bukunya(nama):
    """What `cocokkan` says of the text of the report the workbook itself wrote: nothing but how much it looked at."""
    alinea = tuple(Alinea("", f"paragraf {i}", p.text) for i, p in enumerate(dokumen(nama).paragraphs, 1))
    assert len(alinea) > 40
    temuan = list(temuan_tulisan(buku(nama), Sumber(f"{nama}.docx", [], [], alinea), []))
    assert {t.kode for t in temuan} <= {"CK-32", "CK-34"}
    assert [t.kode for t in temuan].count("CK-32") == 1


@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_angka_rupiah_total_sama_dengan_jumlah_anggaran(nama):
    jumlah = next(r.nilai for r in RINGKASAN["Realisasi Anggaran"](buku(nama)).baris if r.gaya == "jumlah")
    teks = "\n".join(p.text for p in dokumen(nama).paragraphs).replace("\u00a0", " ")
    for x in (jumlah["pagu"], jumlah["realisasi_rp"], jumlah["sisa"]):
        assert f"Rp {tulis(x, 0)}" in teks


# --- tables and captions


def isi_tabel_word(t) -> list[list[str]]:
    """Texts of the cells that hold any, row by row; without the last row, which names the source."""
    baris = [r for r in t._tbl.tr_lst if not any(p.get(qn("w:val")) == "Sumber" for p in r.iter(qn("w:pStyle")))]
    return [
        [x for x in ("".join(w.text or "" for w in c.iter(qn("w:t"))) for c in r.iter(qn("w:tc"))) if x] for r in baris
    ]


def isi_lembar(ws) -> list[list[str]]:
    hasil = []
    for baris in ws.iter_rows(min_row=8):
        sel = [c for c in baris if c.value is not None]
        hasil.append([_teks(c) for c in sel])
    return hasil


def _teks(c) -> str:
    if isinstance(c.value, str):
        return c.value
    m = re.match(r"#,##0(?:\.(0+))?", c.number_format)
    desimal = len(m[1] or "") if m else None
    return tulis(c.value, desimal).replace("-", "−") + ("*" if c.number_format.endswith('"*"') else "")


@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_tabel_ringkasan_sama_dengan_lembarnya(nama):
    b = buku(nama)
    tabel = dict(
        zip(
            (x.tabel.lembar + x.tabel.judul for x in naskah(nama).balok if isinstance(x, Tabel)),
            dokumen(nama).tables,
            strict=True,
        )
    )
    diperiksa = 0
    for lembar, buat in RINGKASAN.items():
        t = buat(b)
        if lembar + t.judul not in tabel:
            continue
        t = tanpa_level(Bahan(b), t)
        ws = openpyxl.Workbook().active
        bangun_lembar(ws, t, b.setelan)
        ws.delete_cols(KOLOM_SIDIK)  # what the sheet held when written, hidden
        harap = isi_lembar(ws)[: len(t.baris)]
        kepala = 3 if any(k.kelompok for k in t.kolom) else 2
        word = tabel[lembar + t.judul]
        isi = isi_tabel_word(word)[kepala:]
        if len(word._tbl.tblGrid) == len(t.kolom):
            assert isi == harap, lembar
        else:  # folded: the first columns are headings above their rows
            teks = " ".join(x for baris in isi for x in baris)
            assert all(x in teks for baris in harap for x in baris), lembar
            assert [b[-1] for b in isi if len(b) > 1] == [b[-1] for b in harap if len(b) > 1], lembar
        diperiksa += 1
    assert diperiksa >= 7


@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_kepala_tabel_berulang_dan_tidak_lebih_lebar_dari_halaman(nama):
    dok = dokumen(nama)
    lebar = iter(_lebar_bagian(dok))
    for t, halaman in zip(dok.tables, lebar, strict=True):
        berulang = [
            r.find(qn("w:trPr")) is not None and r.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
            for r in t._tbl.tr_lst
        ]
        assert berulang[0] and not berulang[-1]
        assert sum(int(g.get(qn("w:w"))) for g in t._tbl.tblGrid) <= halaman + 20


def _lebar_bagian(dok: Document) -> Iterator[int]:
    """Width of the text (twips) at every table, in order."""
    tunggu = 0
    for u in dok.element.body:
        if u.tag == qn("w:tbl"):
            tunggu += 1
        s = u if u.tag == qn("w:sectPr") else u.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if s is not None:
            ukuran, tepi = s.find(qn("w:pgSz")), s.find(qn("w:pgMar"))
            x = int(ukuran.get(qn("w:w"))) - int(tepi.get(qn("w:left"))) - int(tepi.get(qn("w:right")))
            yield from [x] * tunggu
            tunggu = 0


@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_nomor_tabel_tidak_kembar_dan_mengikuti_daftar_tabel(nama):
    b = buku(nama)
    nomor = [p.text.split(" ")[1] for p in dokumen(nama).paragraphs if p.style.name == "Caption"]
    keterangan = [p.text for p in dokumen(nama).paragraphs if p.style.name == "Caption"]
    jenis = [k.split(" ")[0] for k in keterangan]
    milik = Counter(zip(jenis, nomor, strict=True))
    diatur = Counter(x.tabel.nomor for x in naskah(nama).balok if isinstance(x, Tabel) and x.tabel.nomor)
    for (j, n), kali in milik.items():
        assert kali == max(1, diatur[f"{j} {n}"]), (j, n)
    for lembar, buat in RINGKASAN.items():
        t = buat(b)
        if any(isinstance(x, Tabel) and x.tabel.lembar == lembar for x in naskah(nama).balok) and t.nomor:
            assert f"{t.nomor} {t.judul}" in keterangan


def perintah_bidang(dok: Document) -> list[str]:
    return [i.text.strip() for i in dok.element.body.iter(qn("w:instrText"))]


@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_daftar_isi_tabel_gambar_dan_nomor_halaman(nama):
    dok = dokumen(nama)
    bidang = perintah_bidang(dok)
    assert [x for x in bidang if x.startswith("TOC")] == [
        'TOC \\o "1-3" \\h \\z',
        'TOC \\h \\z \\c "Tabel"',
        'TOC \\h \\z \\c "Gambar"',
    ]
    n_tabel, n_gambar = (sum(isinstance(x, j) for x in naskah(nama).balok) for j in (Tabel, Gambar))
    assert sum(x.startswith("SEQ Tabel") for x in bidang) == n_tabel
    assert sum(x.startswith("SEQ Gambar") for x in bidang) == n_gambar == len(dok.inline_shapes)
    penanda = {x.get(qn("w:name")) for x in dok.element.body.iter(qn("w:bookmarkStart"))}
    dirujuk = {x.get(qn("w:anchor")) for x in dok.element.body.iter(qn("w:hyperlink"))}
    assert dirujuk <= penanda and len(dirujuk) > n_tabel + n_gambar
    kaki = ["".join(i.text or "" for i in s.footer._element.iter(qn("w:instrText"))).strip() for s in dok.sections]
    assert kaki[0] == "" and kaki[1:] == ["PAGE"] * (len(kaki) - 1)
    format_halaman = [x.get(qn("w:fmt")) for s in dok.sections if (x := s._sectPr.find(qn("w:pgNumType"))) is not None]
    assert format_halaman == [None, "lowerRoman", "decimal"]


@pytest.mark.lengkap
@pytest.mark.parametrize("kertas, lebar", [("A4", 21.0), ("F4", 21.5)])
def test_ukuran_kertas_dan_lampiran_melintang(kertas, lebar):
    dok = baca(tulis_word(naskah(CONTOH[1]), kertas))
    for s in dok.sections:
        pendek, panjang = sorted((s.page_width.cm, s.page_height.cm))
        assert pendek == pytest.approx(lebar, abs=0.01) and panjang > pendek
        assert (s.orientation == WD_ORIENT.LANDSCAPE) == (s.page_width > s.page_height)
    assert any(s.orientation == WD_ORIENT.LANDSCAPE for s in dok.sections)


@pytest.mark.lengkap
def test_masukan_sama_hasil_sama():
    assert tulis_word(naskah(CONTOH[1])) == tulis_word(susun_naskah(buku(CONTOH[1])))


# --- placeholders, draft


@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_isian_ditandai_didaftar_dan_dihitung(nama):
    dok = dokumen(nama)
    tanda = [p.text for p in dok.paragraphs if p.style.name == "Isian"]
    assert len(tanda) == len(naskah(nama).isian) > 0
    tautan = [x for x in dok.element.body.iter(qn("w:hyperlink")) if x.get(qn("w:anchor")).startswith("isian_")]
    assert len({x.get(qn("w:anchor")) for x in tautan}) == len(tanda)
    for i, (t, x) in enumerate(zip(tanda, tautan, strict=True), 1):
        assert t.startswith(f"[Lengkapi {i}: ") and naskah(nama).isian[i - 1] in x.find(f".//{qn('w:t')}").text


SALAH = """
| Pengaturan | instansi    | kabupaten   | tahun | renstra_awal | renstra_akhir |
|            | Dinas Contoh | Kabupaten X | 2024  | 2023         | 2026          |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah  |
|           | S1.1 | sasaran | Turunnya pengangguran | TPT | % | turun |

| Pengukuran | kode | target | realisasi | capaian |
|            | S1.1 | 4,77   | 5,46      | 114,47  |
"""


def test_kesalahan_menolak_dan_draf_menandai_setiap_halaman():
    b = buku_md(SALAH)
    jumlah = sum(t.tingkat == "Kesalahan" for t in periksa(b).temuan)
    assert jumlah > 0
    ditolak = buat_laporan(b)
    assert ditolak.data is None and ditolak.kesalahan == jumlah
    for draf in (True, None):
        hasil = buat_laporan(b, draf=draf)
        dok = baca(hasil.data)
        assert hasil.draf and hasil.kesalahan == jumlah
        for s in dok.sections:
            assert "DRAF" in [p.text for p in s.header.paragraphs]
        temuan = isi_tabel_word(dok.tables[-1])
        assert any("PG" in sel or "P8" in sel for baris in temuan for sel in baris)
        assert [b[1] for b in temuan[2:]].count("Kesalahan") == jumlah


def test_tanpa_kesalahan_bukan_draf():
    hasil = buat_laporan(buku(CONTOH[0]), draf=None)
    assert not hasil.draf and hasil.kesalahan == 0
    assert all("DRAF" not in [p.text for p in s.header.paragraphs] for s in baca(hasil.data).sections)


def test_perintah_menolak_nama_yang_ada_dan_akhiran_lain(tmp_path):
    from lkjip_xl.buku.galat import GalatBerkas

    contoh = AKAR / "workbooks/contoh" / CONTOH[0]
    (tmp_path / "ada.docx").write_bytes(b"x")
    for nama, kode in (("ada.docx", "BK-19"), ("x.doc", "LP-02")):
        with pytest.raises(GalatBerkas) as galat:
            perintah.laporan(contoh, tmp_path / nama)
        assert galat.value.kode == kode
    assert (tmp_path / "ada.docx").read_bytes() == b"x"
    assert nama_bebas(tmp_path / "ada.docx") == tmp_path / "ada (2).docx"


# --- input no example has


def _judul_tanpa_isi(dok: Document) -> list[str]:
    """Headings with nothing below them before the next of the same or a higher level."""
    hasil = []
    badan = [u for u in dok.element.body if u.tag in (qn("w:p"), qn("w:tbl"))]
    tingkat = [_tingkat(u) for u in badan]
    for i, t in enumerate(tingkat):
        if t and (i + 1 == len(badan) or (tingkat[i + 1] and tingkat[i + 1] <= t)):
            hasil.append("".join(x.text or "" for x in badan[i].iter(qn("w:t"))))
    return hasil


def _tingkat(u) -> int:
    gaya = u.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    m = re.fullmatch(r"Heading(\d)", gaya.get(qn("w:val"))) if gaya is not None else None
    return int(m[1]) if m else 0


PENGATURAN = SALAH.split("\n\n")[0]


def _banyak(n: int, nama: str) -> str:
    """n indicators, every third lower-is-better, some not measured."""
    baris = [
        (
            f"S{i // 9 + 1}.{i % 9 + 1}",
            f"Sasaran {i // 9 + 1} {nama}",
            f"Indikator {i} {nama}",
            "turun" if i % 3 == 0 else "naik",
        )
        for i in range(n)
    ]
    indikator = "".join(f"| | {k} | sasaran | {s} | {x} | % | {a} |\n" for k, s, x, a in baris)
    ukur = "".join(f"| | {k} | {10 + i} | {'' if i % 7 == 6 else 11 + i} |\n" for i, (k, *_) in enumerate(baris))
    return f"{PENGATURAN}\n\n| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |\n{indikator}\n| Pengukuran | kode | target | realisasi |\n{ukur}"


@pytest.mark.parametrize(
    "teks, indikator",
    [
        ("| Pengaturan | instansi |\n| | |", 0),
        (PENGATURAN, 0),
        (_banyak(1, ""), 1),
        (_banyak(25, "dengan nama panjang " * 15), 25),
    ],
    ids=["kosong", "hanya-pengaturan", "satu", "nama-300"],
)
def test_masukan_di_tepi_memberi_dokumen_bersih(teks, indikator):
    b = buku_md(teks)
    dok = baca(tulis_word(susun_naskah(b)))
    assert not _judul_tanpa_isi(dok)
    assert {p.text for p in dok.paragraphs if _tingkat(p._p) == 1} >= {f"BAB {r}" + s for r, s in BAB}
    semua = "\n".join(p.text for p in dok.paragraphs)
    assert "None" not in semua and "nan" not in semua.split() and not any(g.value in semua for g in Galat)
    tabel = [t for t in dok.tables if any("Indikator 0" in x for b in isi_tabel_word(t)[2:] for x in b)]
    assert bool(tabel) == bool(indikator)


def test_yang_tanpa_hasil_disebut_menurut_sebabnya():
    """Several with the same reason share a sentence; a state somebody chose is never told as a result that is missing."""
    n = susun_naskah(
        buku_md(
            """
| Pengaturan | tahun | renstra_awal | renstra_akhir |
|            | 2024  | 2024 | 2028 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
|           | S1.1 | sasaran | A | Alfa | % | naik |
|           | S1.2 | sasaran | A | Beta | % | naik |
|           | S1.3 | sasaran | A | Gama | % | naik |
|           | S1.4 | sasaran | A | Delta | % | naik |
|           | S1.5 | sasaran | A | Epsi | % | naik |
|           | S1.6 | sasaran | A | Zeta | % | naik |

| Pengukuran | kode | target | realisasi |
|            | S1.1 | 10 | 11 |
|            | S1.2 | 10 | tidak diukur tahun ini |
|            | S1.3 | 10 | tidak diukur tahun ini |
|            | S1.4 | 10 | belum rilis |
|            | S1.5 | 10 | belum rilis |
|            | S1.6 | 10 | N/A |
"""
        )
    )
    isi = {x.kunci: x.teks for x in n.balok if isinstance(x, Paragraf) and x.kunci}
    assert all(k in isi["tidak_diukur"] for k in ("Beta", "Gama")) and all(
        k in isi["belum_rilis"] for k in ("Delta", "Epsi")
    )
    assert "Zeta" in isi["S1.6"] and not {"tanpa_realisasi", "S1.2", "S1.3", "S1.4", "S1.5"} & isi.keys()


@pytest.mark.parametrize("hilang", tiap(2, ["pengaturan", "indikator", "pengukuran", "anggaran"]))
def test_lembar_yang_hilang_tidak_menggagalkan_draf(hilang):
    """What a lost sheet would have told is missing from the draft; the rest stands, and the finding is in its annex."""
    b = buku_md(_banyak(2, ""), tanpa=(hilang,))
    hasil = buat_laporan(b, draf=None)
    judul = [p.text for p in baca(hasil.data).paragraphs if _tingkat(p._p) == 1]
    assert f"BAB IV{dict(BAB)['IV']}" in judul and not any(g.value in t for g in Galat for t in judul)


BAB = [("I", " PENDAHULUAN"), ("II", " PERENCANAAN KINERJA"), ("III", " AKUNTABILITAS KINERJA"), ("IV", " PENUTUP")]


@pytest.mark.lengkap
def test_dua_ratus_indikator(monkeypatch):
    import buku_md as modul

    monkeypatch.setattr(modul, "BARIS", 240)
    modul.skema_uji.cache_clear()
    modul._templat.cache_clear()
    try:
        b = buku_md(_banyak(200, ""))
    finally:
        modul.skema_uji.cache_clear()
        modul._templat.cache_clear()
    n = susun_naskah(b)
    dok = baca(tulis_word(n))
    capaian = dok.tables[[x.tabel.lembar for x in n.balok if isinstance(x, Tabel)].index("Capaian Kinerja")]
    assert len(isi_tabel_word(capaian)) == 200 + 2
    assert sum(isinstance(x, Gambar) for x in n.balok) >= 200 * 6 // 7 // 16


@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_tidak_ada_judul_tanpa_isi(nama):
    assert not _judul_tanpa_isi(dokumen(nama))


# --- as LibreOffice Writer shows it


@pytest.mark.lengkap
@pytest.mark.lo
@pytest.mark.parametrize("nama", satu_cepat(CONTOH))
def test_terbuka_di_writer_tanpa_judul_yatim_dan_halaman_kosong(writer, nama, tmp_path, libreoffice):
    berkas = tmp_path / "laporan.docx"
    berkas.write_bytes(tulis_word(naskah(nama)))
    libreoffice.ubah(berkas, tmp_path / "laporan.pdf")
    teks = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "laporan.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    judul = {" ".join(p.text.split()) for p in dokumen(nama).paragraphs if _tingkat(p._p)}
    halaman = [[" ".join(b.split()) for b in h.splitlines() if b.strip()] for h in teks.split("\f")[:-1]]
    assert len(halaman) > 20
    for nomor, baris in enumerate(halaman, 1):
        isi = [b for b in baris if b != naskah(nama).judul and not re.fullmatch(r"[ivx]+|\d+", b)]
        assert isi, f"halaman {nomor} kosong"
        assert isi[-1] not in judul, f"halaman {nomor}: {isi[-1]}"
