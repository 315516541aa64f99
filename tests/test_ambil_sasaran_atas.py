"""A sasaran that stands above its table alone: a numbered label and the statement below it, in headings, paragraphs or a frame."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from dinas_pangan import buku
from docx import Document

from lkjip_xl.rencana import rencanakan
from lkjip_xl.sumber import baca_sumber, urai_sumber

SATU, DUA = "Meningkatnya ketersediaan pangan masyarakat", "Terwujudnya tata kelola yang baik dan bersih"
TABEL = (["Indikator Kinerja", "Satuan", "Target", "Realisasi"], ["Panen padi", "ton", "10", "8"])


def _dokumen(tulis: object, tmp_path: Path) -> list[tuple]:
    d = Document()
    d.add_paragraph("Laporan Kinerja Tahun 2024")
    for n, (isi, nama) in enumerate(((SATU, "Panen padi"), (DUA, "Nilai SAKIP")), 1):
        tulis(d, n, isi)
        d.add_paragraph("Hasil pengukurannya disajikan dalam tabel di bawah ini.")
        d.add_paragraph(f"Tabel 3.{n} Capaian Kinerja Sasaran {n} Tahun 2024")
        t = d.add_table(2, 4)
        for b, baris in enumerate((TABEL[0], [nama, *TABEL[1][1:]])):
            for k, teks in enumerate(baris):
                t.cell(b, k).text = teks
    isi = BytesIO()
    d.save(isi)
    p = tmp_path / "a.docx"
    p.write_bytes(isi.getvalue())
    r = rencanakan(buku(), urai_sumber(baca_sumber(p)))
    return [(x["indikator"], x["pernyataan_lengkap"]) for _, x in r.buku["indikator"].rekaman()]


def _label(d: Document, n: int, isi: str) -> None:
    d.add_paragraph(f"{n}. Sasaran Strategis {n}")
    d.add_paragraph(isi)


def _judul(d: Document, n: int, isi: str) -> None:
    d.add_heading(f"Sasaran {n} :", 3)
    d.add_paragraph(f"“{isi}”.")
    d.add_paragraph("Sasaran ini mempunyai satu indikator yang diukur setiap tahun.")
    d.add_paragraph("Datanya dikumpulkan oleh bidang.")


def _huruf(d: Document, n: int, isi: str) -> None:
    d.add_paragraph(f"{'ab'[n - 1]}. Sasaran {n}: {isi}")
    for _ in range(4):
        d.add_paragraph("Uraian singkat mengenai sasaran.")


def _kotak(d: Document, n: int, isi: str) -> None:
    d.add_table(1, 1).cell(0, 0).text = f"Sasaran Strategis {n}:\n{isi}"
    d.add_paragraph("Capaian sasaran ini diuraikan sebagai berikut.")


def _kutip(d: Document, n: int, isi: str) -> None:
    d.add_paragraph(f'3.1.{n} Sasaran Strategis {n} "{isi}"')


def _kutip_jauh(d: Document, n: int, isi: str) -> None:
    d.add_paragraph(f"3.2.{n} Sasaran {n} “{isi}”")
    for _ in range(4):
        d.add_paragraph("Uraian singkat mengenai sasaran.")


def _kepala_jauh(d: Document, n: int, isi: str) -> None:
    d.add_heading(f"3.{n} Sasaran Strategis {n}: {isi}", 2)
    for _ in range(4):
        d.add_paragraph("Uraian singkat mengenai capaiannya.")


def _kurung(d: Document, n: int, isi: str) -> None:
    d.add_heading(f"Capaian Sasaran {n} ({isi})", 3)


def _kalimat(d: Document, n: int, isi: str) -> None:
    d.add_paragraph(f"Untuk sasaran strategis “{isi}” digunakan satu indikator.")


@pytest.mark.parametrize(
    "tulis", [_label, _judul, _huruf, _kotak, _kutip, _kurung, _kalimat, _kutip_jauh, _kepala_jauh]
)
def test_sasaran_di_atas_tabelnya(tulis: object, tmp_path: Path) -> None:
    assert _dokumen(tulis, tmp_path) == [("Panen padi", SATU), ("Nilai SAKIP", DUA)]


@pytest.mark.parametrize("kalimat", ["Capaian sasaran ini baik dan meningkat.", "Tabel berikut menunjukkan hasilnya:"])
def test_kalimat_di_bawah_label_bukan_sasaran(kalimat: str, tmp_path: Path) -> None:
    def tulis(d: Document, n: int, isi: str) -> None:
        d.add_paragraph(f"Sasaran Strategis {n}")
        d.add_paragraph(kalimat)

    assert not any(x for _, x in _dokumen(tulis, tmp_path))


def test_kalimat_tentang_dua_sasaran_bukan_sasaran(tmp_path: Path) -> None:
    def tulis(d: Document, n: int, isi: str) -> None:
        d.add_paragraph(f"Hasil sasaran “{SATU}” dan sasaran “{DUA}” diuraikan di bawah ini.")

    assert [x for _, x in _dokumen(tulis, tmp_path)] == [None, None]
