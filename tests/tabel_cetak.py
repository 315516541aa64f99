"""Tables as reports print them, made of the sheets of a workbook: captions, headers of two rows, merged sasaran, numbering rows.

Written as CSV, Excel, HTML and Word, so that taking them over can be measured cell by cell.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
import openpyxl

from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.hierarki import BarisLevel, cari_induk, nomor_urut
from lkjip_xl.tabel.model import ANGKA, BukuKerja

# what reports call a column; all others bear the header of the workbook
JUDUL = {
    ("pengukuran", "sasaran"): "Sasaran Strategis", ("pk", "sasaran"): "Sasaran Strategis", ("anggaran", "pagu"): "Anggaran (Rp)",
    ("anggaran", "nama"): "Program/Kegiatan", ("renja", "nama"): "Program dan Kegiatan", ("pk", "indikator"): "Indikator Kinerja Utama",
    ("pk_program", "nama"): "Program", ("belanja", "jenis"): "Uraian",
}  # fmt: skip
TANPA = {"kode", "level", "versi", "arah"}  # never printed in reports, but for what is listed here
DENGAN = {
    ("renja", "kode"),
    ("renja", "level"),
    ("tc27", "kode"),
    ("tc27", "level"),
    ("pk_program", "level"),
    ("penunjang", "level"),
}
LEMBAR = (
    "renstra", "iku", "pk", "pengukuran", "riwayat", "pembanding", "anggaran", "belanja", "penunjang", "rencana_aksi",
    "lhe_nilai", "renja", "tc27", "pk_program", "pegawai", "aset",
)  # fmt: skip
GABUNG = ("sasaran", "tujuan")


@dataclass(frozen=True, slots=True)
class TabelCetak:
    """A printed table: sheet it stands for, caption, columns with header paths, rows of texts, rows of the workbook."""

    lembar: str
    judul: str
    kolom: tuple[str, ...]
    kepala: tuple[tuple[str, ...], ...]
    baris: tuple[tuple[str, ...], ...]
    asal: tuple[int, ...]


def tabel_buku(buku: BukuKerja) -> list[TabelCetak]:
    """Every table a report with this workbook would print."""
    hasil = []
    for i in LEMBAR:
        t = buku[i]
        versi = list(dict.fromkeys(r.get("versi") for r in t.per_baris().values()))
        for v in versi:
            barisan = [b for b, r in t.per_baris().items() if r.get("versi") == v]
            if barisan:
                hasil.append(_tabel(buku, i, barisan, str(v or ""), len(hasil) + 1))
    return hasil


def _tabel(buku: BukuKerja, i: str, barisan: list[int], versi: str, nomor: int) -> TabelCetak:
    t = buku[i]
    kolom = [
        k for k in t.skema.kolom.values()
        if not k.tersembunyi and (k.nama not in TANPA or (i, k.nama) in DENGAN) and any(t.isi(b).get(k.nama) is not None for b in barisan)
        and k.nama != "no"
    ]  # fmt: skip
    no = _nomor(buku, i, barisan)
    baris, lalu = [], dict.fromkeys(GABUNG, "")
    for n, b in enumerate(barisan):
        isi = [no[n]]
        for k in kolom:
            teks = _teks(k, t.isi(b)[k.nama], t.desimal(b, k.nama))
            if k.nama in GABUNG:
                teks, lalu[k.nama] = ("" if teks == lalu[k.nama] else teks), teks
            isi.append(teks)
        baris.append(tuple(isi))
    kepala = (("No",), *(_kepala(buku, i, k) for k in kolom))
    caption = f"Tabel {nomor} {judul.sebagai_teks(t.skema.judul, buku.setelan).title()}" + (
        f" ({versi})" if versi else ""
    )
    return TabelCetak(i, caption, ("no", *(k.nama for k in kolom)), kepala, tuple(baris), tuple(barisan))


def _kepala(buku: BukuKerja, i: str, k: Kolom) -> tuple[str, ...]:
    teks = JUDUL.get((i, k.nama), judul.sebagai_teks(k.judul, buku.setelan))
    return (judul.sebagai_teks(k.kelompok, buku.setelan), teks) if k.kelompok else (teks,)


def _nomor(buku: BukuKerja, i: str, barisan: list[int]) -> list[str]:
    t = buku[i]
    if "level" not in t.skema.kolom:
        return [str(n) for n in range(1, len(barisan) + 1)]
    isi = [t.isi(b) for b in barisan]
    urut = nomor_urut(
        cari_induk([BarisLevel(b, r["level"], r.get("kode"), r.get("no")) for b, r in zip(barisan, isi, strict=True)])
    )
    return [urut[b] for b in barisan]


def _teks(k: Kolom, x: object, desimal: int | None) -> str:
    if x is None:
        return ""
    if not isinstance(x, float):
        return str(x)
    if k.tipe == "tahun":
        return str(int(x))
    if k.jenis == "rumus" and k.tipe in ANGKA:
        return tulis(round(x, 2))
    return f"{x:,.{desimal}f}".translate(str.maketrans(",.", ".,")) if desimal is not None else tulis(x)


# -- files ------------------------------------------------------------------------------------------------------


def _dua_baris(t: TabelCetak) -> Iterator[list[str]]:
    if any(len(h) > 1 for h in t.kepala):
        atas = [h[0] for h in t.kepala]
        yield ["" if n and len(h) > 1 and h[0] == atas[n - 1] else h[0] for n, h in enumerate(t.kepala)]
        yield [h[1] if len(h) > 1 else "" for h in t.kepala]
    else:
        yield [h[0] for h in t.kepala]


def _nomor_kolom(t: TabelCetak) -> list[str]:
    return [f"({n})" for n in range(1, len(t.kolom) + 1)]


def ke_csv(semua: Sequence[TabelCetak], folder: Path) -> list[Path]:
    """One file a table, as Excel in Indonesian saves it."""
    hasil = []
    for n, t in enumerate(semua, 1):
        hasil.append(folder / f"{n:02d}-{t.lembar}.csv")
        with hasil[-1].open("w", newline="", encoding="utf-8-sig") as f:
            csv.writer(f, delimiter=";").writerows([[t.judul], [], *_dua_baris(t), _nomor_kolom(t), *t.baris])
    return hasil


def ke_excel(semua: Sequence[TabelCetak], folder: Path) -> list[Path]:
    """One sheet a table, headers merged as they are printed."""
    wb = openpyxl.Workbook()
    wb.remove(wb.worksheets[0])
    for n, t in enumerate(semua, 1):
        ws = wb.create_sheet(f"{n} {t.lembar}"[:31])
        ws.append([t.judul])
        ws.append([])
        kepala = list(_dua_baris(t))
        for b in (*kepala, _nomor_kolom(t), *t.baris):
            ws.append([x or None for x in b])
        if len(kepala) == 2:
            for k, h in enumerate(t.kepala, 1):
                if len(h) == 1:
                    ws.merge_cells(start_row=3, end_row=4, start_column=k, end_column=k)
            for a, z in _rentang(t):
                ws.merge_cells(start_row=3, end_row=3, start_column=a + 1, end_column=z + 1)
    wb.save(folder / "laporan.xlsx")
    return [folder / "laporan.xlsx"]


def _rentang(t: TabelCetak) -> Iterator[tuple[int, int]]:
    awal = 0
    for n in range(1, len(t.kepala) + 1):
        if n == len(t.kepala) or len(t.kepala[n]) == 1 or t.kepala[n][0] != t.kepala[awal][0]:
            if n - awal > 1:
                yield awal, n - 1
            awal = n


def ke_html(semua: Sequence[TabelCetak], folder: Path) -> list[Path]:
    """One page with all tables, captions as paragraphs."""
    hasil = ["<html><head><meta charset='utf-8'></head><body>"]
    for t in semua:
        hasil.append(f"<p>{escape(t.judul)}</p><table border=1>")
        if any(len(h) > 1 for h in t.kepala):
            lebar = {a: z - a + 1 for a, z in _rentang(t)}
            dalam = {n for a, z in _rentang(t) for n in range(a + 1, z + 1)}
            sel = [
                f"<th rowspan={3 - len(h)} colspan={lebar.get(n, 1)}>{escape(h[0])}</th>"
                for n, h in enumerate(t.kepala) if n not in dalam
            ]  # fmt: skip
            hasil.append(
                f"<tr>{''.join(sel)}</tr><tr>{''.join(f'<th>{escape(h[1])}</th>' for h in t.kepala if len(h) > 1)}</tr>"
            )
        else:
            hasil.append(f"<tr>{''.join(f'<th>{escape(h[0])}</th>' for h in t.kepala)}</tr>")
        for b in (_nomor_kolom(t), *t.baris):
            hasil.append(f"<tr>{''.join(f'<td>{escape(x)}</td>' for x in b)}</tr>")
        hasil.append("</table>")
    (folder / "laporan.html").write_text("\n".join([*hasil, "</body></html>"]), encoding="utf-8")
    return [folder / "laporan.html"]


def ke_word(semua: Sequence[TabelCetak], folder: Path) -> list[Path]:
    """One document with all tables, captions as paragraphs."""
    d = docx.Document()
    for t in semua:
        d.add_paragraph(t.judul)
        kepala = list(_dua_baris(t))
        isi = [*kepala, _nomor_kolom(t), *t.baris]
        w = d.add_table(len(isi), len(t.kolom))
        for baris, teks in zip(w.rows, isi, strict=True):
            for sel, x in zip(baris.cells, teks, strict=True):
                sel.text = x
        if len(kepala) == 2:
            for k, h in enumerate(t.kepala):
                if len(h) == 1:
                    w.cell(0, k).merge(w.cell(1, k))
            for a, z in _rentang(t):
                w.cell(0, a).merge(w.cell(0, z))
        d.add_paragraph()
    d.save(str(folder / "laporan.docx"))
    return [folder / "laporan.docx"]


PENULIS: dict[str, Callable[[Sequence[TabelCetak], Path], list[Path]]] = {
    "csv": ke_csv, "xlsx": ke_excel, "html": ke_html, "docx": ke_word,
}  # fmt: skip


def sama_judul(a: str, b: str) -> bool:
    """Is this the caption of that table?"""
    return kunci_teks(a) in kunci_teks(b) or kunci_teks(b) in kunci_teks(a)
