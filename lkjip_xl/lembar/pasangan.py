"""The settings sheet: one setting per row — number, name, input, explanation — each with a defined name."""

from __future__ import annotations

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.halaman import atur_cetak, atur_daerah, atur_tepi, lindungi
from lkjip_xl.lembar.isian import pasang_tanda, tulis_kepala_lembar
from lkjip_xl.lembar.kepala import KolomKepala, bekukan, pilih_sel, tulis_kepala
from lkjip_xl.lembar.sel import beri_nama, tulis
from lkjip_xl.lembar.ukuran import atur_tinggi, tinggi
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.tabel.model import BARIS_DATA

KEPALA = ("No", "Pengaturan", "Isian", "Keterangan")
LEBAR = (6, 30, 42, 78)


def bangun_pasangan(ws: Worksheet, skema: SkemaLembar, isian: dict[str, object]) -> None:
    """Write the settings with their default or given values (`isian` by column name)."""
    tulis_kepala_lembar(ws, skema.judul, skema.petunjuk, (len(KEPALA), sum(LEBAR)))
    tulis_kepala(ws, [KolomKepala(*k) for k in zip(KEPALA, LEBAR, strict=True)], bernomor=True)
    for n, k in enumerate(skema.kolom.values()):
        _tulis_baris(ws, BARIS_DATA + n, n + 1, k, isian.get(k.nama, k.bawaan))
    akhir = BARIS_DATA + len(skema.kolom) - 1
    pasang_tanda(ws, f"C{BARIS_DATA}:C{akhir}")
    bekukan(ws, kolom=2)
    pilih_sel(ws, f"C{BARIS_DATA}", "bottomRight")
    atur_cetak(ws)
    atur_tepi(ws)
    atur_daerah(ws, len(KEPALA), akhir)
    lindungi(ws)


def _tulis_baris(ws: Worksheet, baris: int, nomor: int, k: Kolom, nilai: object) -> None:
    for i, isi in ((1, nomor), (2, k.judul), (4, k.bantuan)):
        tulis(ws, baris, i, isi, gaya.SETELAN)
    isian = tulis(ws, baris, 3, nilai, gaya.badan(k.jenis, k.tipe, k.desimal).rata_kiri())
    atur_tinggi(ws, baris, tinggi((k.judul, LEBAR[1]), (k.bantuan, LEBAR[3])))
    dv = DataValidation(allow_blank=True)
    if k.pilihan:
        dv = DataValidation(type="list", formula1='"' + ",".join(k.pilihan) + '"', allow_blank=not k.wajib)
        dv.errorTitle, dv.error, dv.showErrorMessage = "Tidak ada dalam daftar", "Pilih dari daftar.", True
    dv.promptTitle, dv.prompt, dv.showInputMessage = k.judul[:32], k.bantuan[:255], True
    dv.add(isian.coordinate)
    ws.add_data_validation(dv)
    if k.nama_setelan:
        beri_nama(ws, k.nama_setelan, f"'{ws.title}'!$C${baris}")
