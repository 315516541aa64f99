"""Lists of programmes with their money as agreements print them below their table: rows without a header, and paragraphs."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from dinas_pangan import buku
from rencana_ambil import isi
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from tabel_asing import tabel_asing

from lkjip_xl.ambil.sumber import Bahan, baca_bahan
from lkjip_xl.rencana import Nasib, Rencana, rencanakan
from lkjip_xl.sumber.word import baca_word

PK = [["No", "Sasaran Strategis", "Indikator Kinerja", "Target"], ["1", "Meningkatnya panen", "Produksi padi (ton)", "1.200"]]  # fmt: skip
SATU, DUA = "Program Penyuluhan Pertanian", "Program Penyediaan Sarana Pertanian"
URAI = [(SATU, "4.250.000.000"), (DUA, "850.000.000")]
Isi = str | list[list[str]]


def dokumen(folder: Path, *isi: Isi, judul: str = "Perjanjian Kinerja Tahun 2024") -> tuple[Bahan, Rencana]:
    """A text of a heading, paragraphs and tables, read and planned."""
    d = docx.Document()
    d.add_heading(judul, 2)
    for x in isi:
        if isinstance(x, str):
            d.add_paragraph(x)
            continue
        t = d.add_table(len(x), max(map(len, x)))
        for i, baris in enumerate(x):
            for j, teks in enumerate(baris):
                t.cell(i, j).text = teks
    d.save(str(folder / "pk.docx"))
    b = baca_bahan([folder / "pk.docx"])
    return b, rencanakan(buku(), b.tabel, kisi=b.kisi)


def program(r: Rencana) -> list[tuple]:
    """Programmes of the agreement, with what numbers them cut off."""
    return [(v, n.split(". ")[-1], x) for v, n, x in isi(r, "pk_program", "versi", "nama", "anggaran")]


TERBACA = [("murni", SATU, 4.25e9), ("murni", DUA, 8.5e8)]
BERJUMLAH = "Jumlah\tRp. 5.100.000.000,-"


@pytest.mark.parametrize(
    "baris",
    [
        ["Program\tAnggaran\tKeterangan", *(f"{i}. {n}\tRp. {x},-\tAPBD" for i, (n, x) in enumerate(URAI, 1)), BERJUMLAH],
        ["Program \t Anggaran", *(f"{i}. {n.removeprefix('Program ')}\tRp {x},00" for i, (n, x) in enumerate(URAI, 1))],
        [*(f"{i}) {n} sebesar Rp. {x},- (DAK);" for i, (n, x) in enumerate(URAI, 1)), "Rimba, 5 Januari 2024"],
        [f"- {n} : Rp.{x}" for n, x in URAI],
        [URAI[0][0] + " ........ Rp 4.250.000.000", "", URAI[1][0] + " ........ Rp 850.000.000"],
    ],
)  # fmt: skip
def test_daftar_dalam_paragraf(tmp_path: Path, baris: list[str]) -> None:
    b, r = dokumen(tmp_path, PK, *baris)
    if not baris[1].startswith("1. Penyuluhan"):
        assert program(r) == TERBACA
    else:
        assert [x for *_, x in program(r)] == [4.25e9, 8.5e8]
    assert isi(r, "indikator", "indikator") == [("Produksi padi",)]
    assert "SB-25" not in {t.kode for t in b.temuan}
    sel = [s.alamat for s in r.sel if s.lembar and "850.000.000" in s.teks]
    assert len(sel) == 1 and "paragraf" in sel[0]


@pytest.mark.parametrize(
    "tabel",
    [
        [[f"{i}. {n}", f"Rp. {x},-", "APBD"] for i, (n, x) in enumerate(URAI, 1)],
        [*([f"{i}.", n, "Rp.", f"{x},-", ""] for i, (n, x) in enumerate(URAI, 1)), ["", "Jumlah", "Rp.", "5.100.000.000,-", ""]],
    ],
)  # fmt: skip
def test_tabel_tanpa_kepala(tmp_path: Path, tabel: list[list[str]]) -> None:
    """Right below the table of the agreement, of which such rows are no indicators."""
    _, r = dokumen(tmp_path, PK, "", tabel)
    assert program(r) == TERBACA
    assert isi(r, "indikator", "indikator") == [("Produksi padi",)]
    assert not [s for s in r.sel if s.nasib is Nasib.BENTROK]


def test_baris_program_di_tabel_yang_sama(tmp_path: Path) -> None:
    _, r = dokumen(tmp_path, [*PK, *([f"{i}.", n, f"Rp. {x},-", "APBD"] for i, (n, x) in enumerate(URAI, 1))],
                   judul="Perjanjian Kinerja Perubahan Tahun 2024")  # fmt: skip
    assert program(r) == [("perubahan", *x) for _, *x in TERBACA]
    assert isi(r, "indikator", "indikator") == [("Produksi padi",)]


def test_yang_dibelanjakan_bukan_anggaran(tmp_path: Path) -> None:
    baris = [f"{i}. {n} Rp. {x},-" for i, (n, x) in enumerate(URAI, 1)]
    b, r = dokumen(tmp_path, "Realisasi anggaran menurut program:", *baris, judul="Akuntabilitas Keuangan")
    assert not r.tulis and {t.kode for t in b.temuan} == {"SB-25"}
    b, r = dokumen(tmp_path, *(f"{x} terealisasi Rp 1.000.000.000" for x in baris))
    assert not r.tulis and {t.kode for t in b.temuan} == {"SB-25"}


def test_tanpa_bagian_yang_menyebutnya_ditanyakan(tmp_path: Path) -> None:
    baris = [f"{i}. {n} Rp. {x},-" for i, (n, x) in enumerate(URAI, 1)]
    _, r = dokumen(tmp_path, "Dinas melaksanakan program berikut.", *baris, judul="Gambaran Umum")
    assert not r.tulis and [p.jenis for p in r.pertanyaan] == ["tabel"]


def test_nama_dan_uang_terpisah_disebut(tmp_path: Path) -> None:
    b, r = dokumen(tmp_path, "Program", f"1. {SATU}", f"2. {DUA}", "Anggaran", "1. Rp. 4.250.000.000,-", "2. Rp. 850.000.000,-")  # fmt: skip
    assert not r.tulis and [t.kode for t in b.temuan] == ["SB-25"]


def test_nomor_tabel_tidak_bergeser(tmp_path: Path) -> None:
    dokumen(tmp_path, *(f"{n} : Rp.{x}" for n, x in URAI), "Uraian lain", PK)
    daftar, tabel = baca_word(tmp_path / "pk.docx").kisi
    assert daftar.paragraf and (tabel.nomor, tabel.alamat(1, 1)[1]) == (1, "tabel 1 baris 1 kolom 1")


@pytest.mark.parametrize(("atas", "lembar"), [("C. Perjanjian Kinerja Tahun 2024", "pk_program"), ("B. Rencana Kerja Tahun 2024", "renja")])  # fmt: skip
def test_program_dan_anggaran_menurut_bagiannya(tmp_path: Path, atas: str, lembar: str) -> None:
    """ "Program | Anggaran" alone may be of an agreement, of a Renja or of the budget: the heading it stands under says which."""
    tabel = [["No", "Program", "Anggaran (Rp)"], *([str(i), n, x] for i, (n, x) in enumerate(URAI, 1))]
    _, r = dokumen(tmp_path, "Program dan uangnya sebagai berikut:", tabel, judul=atas)
    assert [t.lembar for t in r.tabel] == [lembar] and r.tulis
    _, r = dokumen(tmp_path, "Program dan uangnya sebagai berikut:", tabel, judul="D. Lain-lain")
    assert not r.tulis and r.pertanyaan


def halaman(folder: Path, *baris: tuple[float, float, str]) -> tuple[Bahan, Rencana]:
    """A page of a PDF with texts at places."""
    c = Canvas(str(folder / "pk.pdf"), pagesize=A4)
    c.setFont("Helvetica", 10)
    for x, y, teks in [(72, 780, "B. Perjanjian Kinerja Tahun 2024"), *baris]:
        c.drawString(x, y, teks)
    c.save()
    b = baca_bahan([folder / "pk.pdf"])
    return b, rencanakan(buku(), b.tabel, kisi=b.kisi)


def test_daftar_di_halaman_pdf(tmp_path: Path) -> None:
    """The rest of an item in the next line is part of it while its amount is still to come."""
    b, r = halaman(tmp_path, (72, 700, "Program dengan anggaran:"), (72, 686, f"1. {SATU} :"), (90, 672, "Rp. 4.250.000.000,-"),
                   (72, 658, f"2. {DUA} : Rp. 850.000.000,-"), (90, 644, "(DAK)"), (72, 580, "Rimba, 5 Januari 2024"))  # fmt: skip
    assert program(r) == TERBACA and isi(r, "pk_program", "keterangan") == [(None,), ("DAK",)]
    assert not b.temuan


def test_nama_yang_bersambung_di_bawah_uangnya_tidak_ditebak(tmp_path: Path) -> None:
    b, r = halaman(tmp_path, (72, 686, "1. Program Penyuluhan"), (330, 686, "Rp. 4.250.000.000,-"), (90, 672, "Pertanian"),
                   (72, 658, "2. Program Penyediaan Sarana"), (330, 658, "Rp. 850.000.000,-"), (90, 644, "Pertanian"))  # fmt: skip
    assert not r.tulis and {t.kode for t in b.temuan} == {"SB-07"}


@pytest.mark.parametrize(
    ("kepala", "antara", "lembar"),
    [
        (["No", "Program", "Pagu", "Sumber Dana"], (), "pk_program"),
        (["No", "Program", "Pagu", "Realisasi"], (), "anggaran"),
        (["No", "Program", "Pagu", "Sumber Dana"], ("Anggaran Dinas Tahun 2024",), "anggaran"),
    ],
)  # fmt: skip
def test_anggaran_tanpa_judul_di_bawah_perjanjian(kepala: list[str], antara: tuple[str, ...], lembar: str) -> None:
    """What may be spent, in a table without a caption right below an agreement, is the agreement's; what was spent is not."""
    akhir = "DAK" if "Sumber Dana" in kepala else "1.500.000"
    program = tabel_asing("".join(antara), "\n".join(" | ".join(x) for x in (kepala, ["1", SATU, "2.500.000", akhir])), nomor=2)  # fmt: skip
    pk = tabel_asing("Perjanjian Kinerja Tahun 2024", "\n".join(" | ".join(x) for x in PK))
    r = rencanakan(buku(), [pk, program])
    assert [p.lembar for p in r.tabel] == ["pk", lembar]
    if lembar == "pk_program":
        assert isi(r, lembar, "versi", "nama", "anggaran", "keterangan") == [("murni", SATU, 2_500_000.0, "DAK")]
    else:
        assert isi(r, lembar, "nama", "pagu") == [(SATU, 2_500_000.0)]
