"""Nothing silent: whatever a source holds, every filled cell of it is a row's, a title or header, or counted as not used."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import openpyxl
import pytest
from banyak import banyak
from buku_md import skema_uji
from hypothesis import given, settings
from hypothesis import strategies as st
from jalan_lkjip import AKAR

from lkjip_xl import perintah
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.isi import isi_buku
from lkjip_xl.isi.baca import baca_masukan
from lkjip_xl.tabel import muat

SKEMA = perintah.skema()
KEPALA = {
    "indikator": ["kode", "indikator", "satuan", "arah", "warna", "kode", ""],
    "pengukuran": ["kode", "Indikator", "target", "realisasi", "Realisasi", "catatan bidang", "realisasi"],
    "anggaran": ["Kode", "level", "nama", "pagu", "realisasi_rp", "(Rp ribu)", "nama"],
    "pengaturan": ["pengaturan", "nilai", "keterangan"],
}
SETELAN = ["tahun", "instansi", "kabupaten", "renstra_awal", "warna"]
ISI = st.sampled_from(["", "", "S1.1", "Angka A", "%", "75", "1.200", "4 Dokumen", "JUMLAH", "Rata-rata", "(1)", "2", "Sumber: x", "Lanjutan", "biru", "2024", "-"])  # fmt: skip
BARIS = st.lists(ISI, min_size=1, max_size=8)


@st.composite
def tabel(draw: st.DrawFn) -> tuple[str, list[list[str]]]:
    """Name of a sheet (or of none) and rows: titles and notes, a header, columns twice or unknown, totals, blank rows."""
    nama = draw(st.sampled_from([*KEPALA, *KEPALA, "catatan"]))
    atas = draw(
        st.lists(
            st.sampled_from(
                [["Pengukuran Kinerja"], ["Catatan: lihat lampiran"], [], ["Pagu", "5.000"], ["Indikator"]]
            ),
            max_size=2,
        )
    )
    kepala = draw(st.lists(st.sampled_from(KEPALA.get(nama, ["a", "b"])), min_size=1, max_size=7))
    baris = draw(st.lists(BARIS, max_size=6))
    if nama == "pengaturan":
        baris = [[*draw(st.sampled_from([[], ["1"], ["x"]])), draw(st.sampled_from(SETELAN)), *b] for b in baris]
    nomor = draw(st.sampled_from([[], [[f"({k})" for k in range(1, len(kepala) + 1)]]]))
    return nama, [*atas, kepala, *nomor, *baris, *draw(st.sampled_from([[], [[], ["Sumber: data diolah"]]]))]


def terisi(tabel: list[tuple[str, list[list[str]]]]) -> int:
    return sum(x.strip() != "" for _, isi in tabel for b in isi for x in b)


def terhitung(dari: Path) -> int:
    try:
        m = baca_masukan(dari, SKEMA)
    except GalatBerkas:  # not one filled cell
        return 0
    semua = m.sama + m.kepala + m.dibuang.total()
    for x in m.lembar:
        semua += sum(len(b.isi) for b in x.baris) + x.rangkap + x.kepala + x.dibuang.total()
    return semua


@settings(max_examples=banyak(120), deadline=None)
@given(st.lists(tabel(), min_size=1, max_size=3, unique_by=lambda t: t[0]))
def test_setiap_sel_csv_terhitung(isi: list[tuple[str, list[list[str]]]]) -> None:
    with tempfile.TemporaryDirectory() as d:
        for nama, baris in isi:
            keluar = io.StringIO()
            csv.writer(keluar).writerows(b for b in baris if b)
            (Path(d) / f"{nama}.csv").write_text(keluar.getvalue(), encoding="utf-8")
        assert terhitung(Path(d)) == terisi(isi)


@settings(max_examples=banyak(120), deadline=None)
@given(st.lists(tabel(), min_size=1, max_size=3), st.booleans(), st.sets(st.integers(1, 8), max_size=2))
def test_setiap_sel_excel_terhitung(isi: list[tuple[str, list[list[str]]]], selembar: bool, sembunyi: set[int]) -> None:
    """One sheet with several tables below each other, or a sheet each; some rows and columns hidden."""
    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    for n, (nama, baris) in enumerate(isi):
        ws = wb.create_sheet(nama) if n == 0 or (not selembar and nama not in wb.sheetnames) else wb.worksheets[-1]
        for b in [*([[], []] if ws.max_row > 1 else []), *baris]:
            ws.append([x or None for x in b])
        for k in sembunyi:
            ws.row_dimensions[k].hidden = True
            ws.column_dimensions["ABCDEFGH"[k - 1]].hidden = True
    with tempfile.TemporaryDirectory() as d:
        wb.save(p := Path(d) / "sumber.xlsx")
        assert terhitung(p) == terisi(isi)


def test_buku_dibaca_sekali(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is stored beside the formulas comes from the workbook in memory, and equals what reading the file again gives."""
    asli, kali = muat.baca_buku, []
    monkeypatch.setattr(muat, "baca_buku", lambda *x, **k: kali.append(1) or asli(*x, **k))
    paket = Paket.buka(AKAR / "workbooks" / "LKjIP-Kosong.xlsm")
    _, terisi = isi_buku(paket, AKAR / "workbooks/contoh/kecamatan-2025", skema_uji())
    assert len(kali) == 1
    lagi = muat.muat_buku(paket, skema_uji())
    assert {i: t.penuh for i, t in lagi.tabel.items()} == {i: t.penuh for i, t in terisi.tabel.items()}
    assert (lagi.setelan, lagi.dilewati) == (terisi.setelan, terisi.dilewati)
