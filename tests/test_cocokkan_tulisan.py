"""The text of a document against the workbook: judged by the rules for texts, and its figures the workbook lacks are named."""

from __future__ import annotations

import re
import time
from pathlib import Path

import docx
import openpyxl
import pytest
from banyak import satu_cepat
from buku_md import buku_md
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table
from tanpa_kolom import semua_kolom, tanpa_kolom

from lkjip_xl.cocokkan import baca_luar, cocokkan_dokumen, tulisan
from lkjip_xl.cocokkan.angka_tulisan import angka_asing
from lkjip_xl.cocokkan.tulisan import ALINEA_MAKS, temuan_tulisan
from lkjip_xl.inti.temuan import HasilPeriksa
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber import JUDUL_MAKS
from lkjip_xl.sumber.model import Alinea, Sumber

BUKU = """
| Pengaturan | tahun |
| | 2024 |

| Indikator | kode | jenjang | pernyataan | indikator | satuan | arah |
| | S1.1 | sasaran | Panen meningkat | Produksi padi sawah | ton | naik |
| | S1.2 | sasaran | Panen meningkat | Persentase gabah bermutu | % | naik |

| Pengukuran | kode | target | realisasi |
| | S1.1 | 1.200 | 1.260,5 |
| | S1.2 | 80 | 76,4 |

| Riwayat | kode | target_1 | realisasi_1 |
| | S1.1 | 1.150 | 1.190,25 |
| | S1.2 | 78 | 77,75 |

| Anggaran | kode | level | nama | pagu | realisasi_rp |
| | 3.27.02 | program | Program Padi | 400.000.000 | 390.000.000 |
| | 3.27.03 | program | Program Benih | 100.000.000 | 80.000.000 |
"""
CATATAN = {"CK-19", "CK-32", "CK-33", "CK-34"}


def _luar(*alinea: str, berkas: str = "LKjIP.docx") -> Sumber:
    return Sumber(berkas, [], [], tuple(Alinea("", f"paragraf {i}", x) for i, x in enumerate(alinea, 1)))


def _cocokkan(*alinea: str) -> HasilPeriksa:
    return cocokkan_dokumen(buku_md(BUKU), _luar(*alinea))


def _kode(h: HasilPeriksa) -> list[tuple[str, str]]:
    return [(t.kode, t.sel) for t in h.temuan if t.kode not in CATATAN]


BENAR = (
    "Produksi padi sawah tahun 2024 sebesar 1.260,5 ton dari target 1.200 ton, sehingga capaiannya 105,04 persen.",
    "Dibandingkan tahun 2023, realisasi Produksi padi sawah naik 70,25 ton dari 1.190,25 ton.",
    "Persentase gabah bermutu tidak mencapai target.",
    "Dari 2 indikator kinerja, 1 indikator mencapai target.",
    "Anggaran sebesar Rp 500.000.000 terserap Rp 470.000.000 atau 94,00 persen.",
    "Program Padi menyerap 97,5 persen dari pagunya sebesar Rp 0,4 miliar.",
)


def test_tulisan_yang_benar_diam() -> None:
    h = _cocokkan(*BENAR)
    assert _kode(h) == []
    assert {t.kode for t in h.temuan} == {"CK-19", "CK-32"}  # no table; but all paragraphs judged


@pytest.mark.parametrize(
    ("kalimat", "kode"),
    [
        ("Realisasi Produksi padi sawah sebesar 1.206,5 ton.", "KW-32"),
        ("Persentase gabah bermutu mencapai target.", "KW-35"),
        ("Persentase gabah bermutu naik dibandingkan tahun 2023.", "KW-35"),
        ("Dari 2 indikator kinerja, 2 indikator mencapai target.", "KW-34"),
        ("Jumlah kelompok tani sebanyak 13 (dua belas) kelompok.", "AN-25"),
    ],
)
def test_pertentangan_dengan_buku_disebut_di_alineanya(kalimat: str, kode: str) -> None:
    h = _cocokkan(BENAR[0], kalimat)
    assert _kode(h) == [(kode, "paragraf 2")]
    (t,) = [t for t in h.temuan if t.kode == kode]
    assert kalimat[:40] in t.pesan  # Word shows no numbers of paragraphs: their beginning finds them


def test_naskah_buku_sendiri_tidak_ikut_dan_tidak_berubah() -> None:
    naskah = "\n| Naskah | bagian | teks |\n| | Penutup | Persentase gabah bermutu mencapai target. |\n"
    b = buku_md(BUKU + naskah)
    sebelum = dict(b["naskah"].sel)
    assert _kode(cocokkan_dokumen(b, _luar(BENAR[0]))) == []
    assert b["naskah"].sel == sebelum


@pytest.mark.parametrize(
    ("alinea", "asing", "mirip"),
    [
        ("Produksi padi sawah tahun 2024 sebesar 1.260,5 ton dari target 1.200 ton.", [], None),
        ("Realisasi Produksi padi sawah pada akhir tahun tercatat 1.280,5 ton.", ["1.280,5"], 1260.5),  # one digit
        ("Curah hujan rata-rata 184,6 milimeter.", ["184,6"], None),
        ("Selisihnya 60,5 ton dari target 1.200 ton ke 1.260,5 ton.", [], None),  # follows from two beside it
        ("Persentase gabah bermutu 76 persen, bukan 83 persen.", ["83"], 80.0),  # cut off is the same figure
        ("Rp 470 juta dari Rp 500 juta, serapan 94,0 persen.", [], None),
        ("Diatur dalam Peraturan Menteri Nomor 53 Tahun 2014 dan dibahas 3.2 di atas, telepon 0351-4773.", [], None),
    ],
)
def test_angka_yang_tidak_ada_di_buku(alinea: str, asing: list[str], mirip: float | None) -> None:
    ada = angka_asing(buku_md(BUKU), [Alinea("", "paragraf 1", alinea)])
    assert [x.teks for x in ada] == asing
    assert [x.mirip for x in ada] == ([mirip] if asing else [])


def test_angka_asing_disebut_sekali_dalam_satu_catatan() -> None:
    h = _cocokkan(
        "Realisasi Produksi padi sawah sebesar 1.206,5 ton.", "Curah hujan 184,6 milimeter dan suhu 27,3 derajat."
    )
    satu = [t for t in h.temuan if t.kode == "CK-34"]
    assert [(t.sel, t.tingkat) for t in satu] == [("", buat_temuan("CK-34", lembar="", banyak=0, daftar="").tingkat)]
    assert re.findall(r"\d+,\d", satu[0].pesan) == ["184,6", "27,3"]  # what a finding says already is not said again


@pytest.mark.parametrize(
    ("alinea", "kode"),
    [
        (("LAPORAN KINERJA DINAS PANGAN TAHUN 2023", "Persentase gabah bermutu mencapai target."), "CK-33"),
        (("LAPORAN KINERJA DINAS PANGAN", "TAHUN 2023", "Persentase gabah bermutu mencapai target."), "CK-33"),
        (("LAPORAN KINERJA DINAS PANGAN TAHUN 2024", "Produksi padi sawah mencapai target tahun 2024."), "CK-32"),
    ],
)
def test_dokumen_tahun_lain_tidak_dinilai_dan_disebut(alinea: tuple[str, ...], kode: str) -> None:
    h = _cocokkan(*alinea)
    assert _kode(h) == []
    assert {t.kode for t in h.temuan} & {"CK-32", "CK-33"} == {kode}


HALAMAN = "<html><body><p>Persentase gabah bermutu mencapai target.</p><table><tr><td>a</td></tr></table></body></html>"


@pytest.mark.parametrize(
    ("berkas", "kode"), [("a.html", {"CK-33"}), ("ekspor.xls", {"CK-33"}), ("a.xlsx", set()), ("a.csv", set())]
)
def test_tulisan_yang_tidak_dibaca_disebut(berkas: str, kode: set[str], tmp_path: Path) -> None:
    """A page has text nobody reads, also where it is called .xls; a workbook and a list have none."""
    path = tmp_path / berkas
    if berkas == "a.xlsx":
        openpyxl.Workbook().save(path)
    else:
        path.write_text("Indikator;Realisasi\nA;7\n" if berkas == "a.csv" else HALAMAN, encoding="utf-8")
    h = cocokkan_dokumen(buku_md(BUKU), baca_luar(path))
    assert {t.kode for t in h.temuan} & {"CK-32", "CK-33"} == kode


@pytest.mark.parametrize(
    ("alinea", "kode"),
    [
        ("Persentase gabah bermutu\t: tercapai, mencapai target.", ["KW-35"]),  # laid out with a tab
        ("Realisasi sebesar 76,9 persen", []),
        ("Persentase gabah bermutu mencapai target\t12", []),  # a line of a list of contents
        ("Tabel 3.1 Persentase gabah bermutu mencapai target", []),
    ],
)
def test_alinea_yang_dinilai(alinea: str, kode: list[str]) -> None:
    assert [k for k, _ in _kode(_cocokkan(alinea))] == kode


def test_alinea_pendek_yang_menyebut_angka_ikut() -> None:
    (t,) = [t for t in _cocokkan("Target sebesar 91,9").temuan if t.kode == "CK-34"]
    assert "91,9" in t.pesan


def _dokumen(path: Path, *alinea: str) -> Path:
    d = docx.Document()
    d.add_heading("LAPORAN KINERJA DINAS PANGAN TAHUN 2024", 0)
    for x in alinea:
        d.add_paragraph(x)
    t = d.add_table(rows=3, cols=4)
    for r, isi in enumerate(
        (
            ("Indikator", "Satuan", "Target", "Realisasi"),
            ("Produksi padi sawah", "ton", "1.200", "1.260,5"),
            ("Persentase gabah bermutu", "%", "80", "76,4"),
        )
    ):
        for k, x in enumerate(isi):
            t.cell(r, k).text = x
    d.save(str(path))
    return path


def test_word_dibaca_dengan_nomor_paragrafnya(tmp_path: Path) -> None:
    luar = baca_luar(_dokumen(tmp_path / "LKjIP.docx", *BENAR, "Persentase gabah bermutu mencapai target."))
    assert _kode(cocokkan_dokumen(buku_md(BUKU), luar)) == [("KW-35", "paragraf 8")]


def test_pdf_dibaca_dengan_halaman_dan_alineanya(tmp_path: Path) -> None:
    """Lines that go on below each other are one paragraph; a short line, an item and a table end it."""
    pytest.importorskip("pdfplumber")
    panjang = (
        "Selama tahun 2024 kegiatan berjalan menurut rencana dan seluruh kelompok tani didampingi penyuluh dari awal sampai"
        " akhir musim tanam pada bulan Desember. Persentase gabah bermutu mencapai target."
    )
    gaya = ParagraphStyle("x", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=10)
    tabel = Table(
        [
            ["Indikator", "Target", "Realisasi"],
            ["Produksi padi sawah", "1.200", "1.260,5"],
            ["Persentase gabah bermutu", "80", "76,4"],
        ],
        style=[("GRID", (0, 0), (-1, -1), 1, "black")],
    )
    alur = [Paragraph(x, gaya) for x in BENAR] + [
        PageBreak(),
        Paragraph(BENAR[0], gaya),
        tabel,
        Paragraph(panjang, gaya),
    ]
    SimpleDocTemplate(str(tmp_path / "LKjIP.pdf")).build(alur)
    luar = baca_luar(tmp_path / "LKjIP.pdf")
    assert luar.alinea is not None
    assert [(x.tempat, x.sel) for x in luar.alinea if x.teks == panjang] == [("hlm. 2", "alinea 2")]
    h = cocokkan_dokumen(buku_md(BUKU), luar)
    assert [(t.kode, t.lembar, t.sel) for t in h.temuan if t.kode not in CATATAN] == [
        ("KW-35", "LKjIP.pdf!hlm. 2", "alinea 2")
    ]


def _detik(*alinea: str) -> tuple[HasilPeriksa, float]:
    awal = time.process_time()
    return _cocokkan(*alinea), time.process_time() - awal


@pytest.mark.parametrize(
    "alinea",
    satu_cepat(
        [
            "Capaian kinerja adalah " + " ".join(f"{i % 997},{i % 89:02} persen" for i in range(100_000)),
            "Produksi padi sawah sebesar " + "9" * 10_000 + ",5 ton.",
            "Target realisasi capaian " + "1." * 2_500_000,
            "Capaian kinerja adalah " + " ".join(f"{i % 997},{i % 89:02} persen" for i in range(1_500)),
        ]
    ),
)
def test_alinea_raksasa_tidak_menahan(alinea: str) -> None:
    """However long a paragraph: an answer within seconds; one left out is counted, those beside it are judged."""
    salah = "Realisasi Produksi padi sawah sebesar 1.206,5 ton."
    h, detik = _detik(alinea, salah)
    assert detik < 6 and ("KW-32", "paragraf 2") in _kode(h)
    (catatan,) = [t for t in h.temuan if t.kode == "CK-32"]
    assert catatan.pesan == (_catatan(1, 1) if len(alinea) > ALINEA_MAKS else _catatan(2, 0))


def test_terlalu_banyak_tulisan_disebut(monkeypatch) -> None:
    """Paragraphs after so many letters are counted, not left out in silence."""
    monkeypatch.setattr(tulisan, "HURUF_MAKS", sum(len(x) for x in BENAR[:4]))
    assert [t.pesan for t in _cocokkan(*BENAR).temuan if t.kode == "CK-32"] == [_catatan(4, 2)]


def _catatan(banyak: int, lewat: int) -> str:
    return buat_temuan("CK-32", lembar="LKjIP.docx", banyak=banyak, lewat=lewat or "").pesan


def test_teks_raksasa_di_atas_tabel_bukan_judul(tmp_path: Path) -> None:
    """What stands beside a table is read for every sheet and column: as much of it as a title may have."""
    d = docx.Document()
    d.add_paragraph("Target kinerja tahun 2024 " * 50_000)
    d.add_table(2, 2).cell(0, 0).text = "Indikator"
    d.save(str(path := tmp_path / "a.docx"))
    awal = time.process_time()
    (kisi,) = (luar := baca_luar(path)).kisi
    assert [len(x) for x in kisi.atas] == [JUDUL_MAKS]
    cocokkan_dokumen(buku_md(BUKU), luar)
    assert time.process_time() - awal < 6


@pytest.mark.parametrize("lembar", ["anggaran", "riwayat", "renstra", "pembanding", "pegawai", "iku", "pk", "triwulan"])
def test_buku_tanpa_satu_lembar_tetap_dinilai(lembar: str) -> None:
    temuan = list(temuan_tulisan(buku_md(BUKU, tanpa=(lembar,)), _luar(BENAR[0]), []))
    assert {t.kode for t in temuan} <= {"CK-32", "CK-34"}


def test_buku_tanpa_satu_kolom_tetap_dinilai() -> None:
    """Of every ninth column: what needs it is left out, and no figure of the text is called wrong for it."""
    penuh = buku_md(BUKU)
    semua = [x for x in semua_kolom(penuh.skema)[::9] if x[0] not in ("pengaturan", "naskah")]
    assert len(semua) > 25
    for lembar, kolom in semua:
        temuan = list(temuan_tulisan(tanpa_kolom(penuh, lembar, kolom), _luar(BENAR[0]), []))
        assert {t.kode for t in temuan} <= {"CK-32", "CK-34"}, (lembar, kolom)
