"""A small agency of three bidang, its forms, and hands that fill them in."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
from buku_md import skema_uji
from openpyxl.worksheet.worksheet import Worksheet
from satu_jalan import sekali_jalan

from lkjip_xl import perintah
from lkjip_xl.buku.paket import Paket
from lkjip_xl.formulir.tanda import AWALAN
from lkjip_xl.isi.isi import isi_buku
from lkjip_xl.lembar.bangun import bangun
from lkjip_xl.sumber.model import LEMBAR_FORMULIR

SETELAN = {
    "tahun": 2024,
    "renstra_awal": 2024,
    "renstra_akhir": 2026,
    "instansi": "Dinas Uji",
    "kabupaten": "Kota Coba",
}
CSV = {
    "indikator": """kode;jenjang;pernyataan;indikator;satuan;arah;sifat;berlaku
S1.1;sasaran;Panen naik;Produksi padi;ton;naik;jumlah;baru
S1.2;sasaran;;Gabah bermutu;%;naik;akhir;baru
S2.1;sasaran;Layanan baik;Indeks kepuasan;indeks;naik;akhir;baru
S2.2;sasaran;;Aduan selesai;%;naik;akhir;baru
S9.9;sasaran;;Ukuran lama;%;naik;akhir;lama
""",
    "pk": """versi;kode;target;penanggung_jawab
murni;S1.1;1200;Sekretariat
perubahan;S1.1;1250;Kepala Bidang Tanaman
murni;S1.2;80;Bidang Tanaman| Kepala Bidang Mutu
murni;S2.1;82,50;Sekretaris
""",
    "pengukuran": "kode;sumber_data\nS1.1;\nS1.2;\n",
    "analisis": "kode;pendorong;penghambat\nS1.1;Benih unggul;Hama\n",
    "anggaran": """kode;level;nama;bidang;pagu;realisasi_rp
3.27.02;program;Program Tanaman;;1000;
3.27.02.1;kegiatan;Pembibitan;Bidang Tanaman;600;
3.27.02.2;kegiatan;Panen raya;;400;
3.27.03;program;Program Mutu;Bidang Mutu;300;
3.27.03.1;kegiatan;Uji mutu;;300;100
3.27.04;program;Program Lain;;50;
""",
    "penunjang": "kode;kode_program;level;nama;menunjang\nS1.1;3.27.02;program;Program Tanaman;ya\n",
}  # fmt: skip


@sekali_jalan
def data_buku() -> bytes:
    """The workbook before any form."""
    import tempfile

    paket = Paket.dari_bytes(bangun(skema_uji(), SETELAN), "Buku.xlsm")
    with tempfile.TemporaryDirectory() as folder:
        for nama, isi in CSV.items():
            Path(folder, f"{nama}.csv").write_text(isi, encoding="utf-8")
        isi_buku(paket, folder, skema_uji())
    return paket.ke_bytes()


def buku_di(folder: Path) -> Path:
    """The workbook as a file."""
    path = folder / "Buku.xlsm"
    path.write_bytes(data_buku())
    return path


@sekali_jalan
def formulir_uji() -> Mapping[str, bytes]:
    """Its forms by bidang ("" = nobody's)."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        hasil = perintah.susun_formulir(buku_di(Path(folder)), batas="31 Januari 2025", sk=skema_uji())
    return {f.bidang: f.data for f in hasil.formulir.values()}


def letak(ws: Worksheet, kunci: str, kolom: str) -> tuple[int, int]:
    """Row and column of a cell of a form by the text of a locked cell of its row and the id of its column."""
    kepala = next(c.row for b in ws.iter_rows() for c in b if str(c.value).startswith(AWALAN))
    nomor = {str(c.value): c.column for c in ws[kepala] if c.value}
    return next(b for b in range(kepala + 1, ws.max_row + 1) if any(c.value == kunci for c in ws[b])), nomor[kolom]


def isi(data: bytes, ketikan: Mapping[tuple[str, str, str], object], ubah: Callable | None = None) -> bytes:
    """A form filled in: content by (sheet, text of the row, column); ubah: what else is done to the workbook."""
    wb = openpyxl.load_workbook(io.BytesIO(data))
    for (lembar, kunci, kolom), x in ketikan.items():
        ws = wb[lembar]
        b, k = letak(ws, kunci, kolom)
        ws.cell(b, k).value = x
    if ubah is not None:
        ubah(wb)
    keluar = io.BytesIO()
    wb.save(keluar)
    return keluar.getvalue()


__all__ = ["LEMBAR_FORMULIR", "buku_di", "data_buku", "formulir_uji", "isi", "letak"]
