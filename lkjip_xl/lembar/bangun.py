"""The whole template: all sheets, defined names, macros, stored values, version stamp; the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping

import openpyxl
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter as huruf
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.properties import CalcProperties

from lkjip_xl.buku.buku_xml import KALKULASI
from lkjip_xl.buku.dari_openpyxl import byte_openpyxl, rapikan
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.tampilan import sembunyikan
from lkjip_xl.excel.pasang import pasang_vba
from lkjip_xl.lembar import gaya
from lkjip_xl.lembar.baris_siap import lengkapi_baris
from lkjip_xl.lembar.dasbor import LEMBAR as DASBOR
from lkjip_xl.lembar.dasbor import bangun_dasbor
from lkjip_xl.lembar.hasil import NAMA_HASIL, bangun_hasil
from lkjip_xl.lembar.isian import bangun_lembar
from lkjip_xl.lembar.kanonis import kanonis
from lkjip_xl.lembar.konfigurasi import bangun_konfigurasi
from lkjip_xl.lembar.pasangan import bangun_pasangan
from lkjip_xl.lembar.petunjuk import LEMBAR as NAMA_PETUNJUK
from lkjip_xl.lembar.petunjuk import TOMBOL, bangun_petunjuk
from lkjip_xl.lembar.ringkasan import bangun_lembar_kosong
from lkjip_xl.skema.model import LENGKAP, RINGKAS, Skema
from lkjip_xl.skema.ungkapan import TABEL_SKALA, Ambil, nama_kolom, nama_terisi, telusuri, urai
from lkjip_xl.skema.versi import NAMA_VERSI, VERSI_TEMPLAT, nama_baris
from lkjip_xl.tabel.daftar_lembar import tersembunyi_awal
from lkjip_xl.tabel.langsung import kolom_dipakai
from lkjip_xl.tabel.model import BARIS_DATA
from lkjip_xl.tabel.tembolok import isi_tembolok


def bangun(skema: Skema, isian: Mapping[str, object] | None = None, *, tampilan: str = LENGKAP) -> bytes:
    """Bytes of a blank .xlsm; `isian` = settings by column name of the sheet Pengaturan (e.g. tahun).

    tampilan: ringkas hides the sheets that not every report needs and the results, which are not made yet.
    """
    paket = bangun_paket(skema, isian)
    if tampilan == RINGKAS:
        sembunyikan(paket, tersembunyi_awal(skema))
    return paket.ke_bytes()


def bangun_paket(skema: Skema, isian: Mapping[str, object] | None = None) -> Paket:
    """A blank workbook with all sheets shown, to be worked on."""
    wb = bangun_openpyxl(skema, dict(isian or {}))
    pasang_vba(wb, tombol={NAMA_PETUNJUK: TOMBOL})
    paket = Paket.dari_bytes(kanonis(byte_openpyxl(wb), sementara=True), "templat.xlsm")
    rapikan(paket)
    lengkapi_baris(paket, isi_tembolok(paket, skema))
    return paket


def lembar_petunjuk(skema: Skema) -> openpyxl.Workbook:
    """The guide as a template has it, alone in a workbook."""
    wb = openpyxl.Workbook()
    wb.remove(wb.worksheets[0])
    bangun_petunjuk(_lembar(wb, NAMA_PETUNJUK, "pengaturan"), skema)
    return wb


def bangun_openpyxl(skema: Skema, isian: dict[str, object]) -> openpyxl.Workbook:
    """All sheets and names of the template, before macros and stored values."""
    wb = openpyxl.Workbook()
    wb.remove(wb.worksheets[0])
    bangun_petunjuk(_lembar(wb, NAMA_PETUNJUK, "pengaturan"), skema)
    for s in skema.lembar.values():
        ws = _lembar(wb, s.lembar, s.kelompok)
        if s.susunan == "pasangan":
            bangun_pasangan(ws, s, isian)
        else:
            bangun_lembar(ws, s)
    _beri_nama(wb, skema)
    for nama in _nama_ringkasan(skema):
        if nama == DASBOR:
            bangun_dasbor(_lembar(wb, nama, "ringkasan"), None)
        else:
            bangun_lembar_kosong(_lembar(wb, nama, "ringkasan"), nama)
    bangun_hasil(_lembar(wb, NAMA_HASIL, "hasil"), None)
    bangun_konfigurasi(wb.create_sheet())
    for s in skema.lembar.values():
        wb.defined_names[nama_baris(s.id)] = DefinedName(nama_baris(s.id), attr_text=str(s.baris), hidden=True)
    wb.defined_names[NAMA_VERSI] = DefinedName(NAMA_VERSI, attr_text=str(VERSI_TEMPLAT), hidden=True)
    wb.properties = DocumentProperties(creator="LKjIP-XL", title="LKjIP-XL")
    wb.calculation = CalcProperties(calcId=int(KALKULASI), fullCalcOnLoad=False)
    wb.active = 0
    return wb


def _lembar(wb: openpyxl.Workbook, nama: str, kelompok: str):
    ws = wb.create_sheet(nama)
    ws.sheet_properties.tabColor = gaya.WARNA_TAB[kelompok]
    return ws


def _nama_ringkasan(skema: Skema) -> list[str]:
    return [b["ringkasan"] for b in skema.lembar["daftar_tabel"].baris_awal]


def _beri_nama(wb: openpyxl.Workbook, skema: Skema) -> None:
    """Defined names of whole columns for formulas and drop-downs of other sheets, and of the category scale."""
    perlu: set[tuple[str, ...]] = {*kolom_dipakai(skema)}
    terpilih: set[tuple[str, ...]] = set()
    for s in skema.lembar.values():
        for k in s.kolom.values():
            if k.pilihan_acuan:
                perlu.add(tuple(k.pilihan_acuan))
                terpilih.add(tuple(k.pilihan_acuan))
            for simpul in telusuri(urai(k.rumus)) if k.rumus else ():
                if isinstance(simpul, Ambil):
                    perlu |= {(simpul.lembar, simpul.hasil), (simpul.lembar, simpul.pada)}
    for id_lembar, kolom in sorted(perlu):
        _tambah_nama(wb, nama_kolom(id_lembar, kolom), skema, id_lembar, kolom, kolom)
    for id_lembar, kolom in sorted(terpilih):
        nama = nama_terisi(id_lembar, kolom)
        acuan = sampai_terisi(wb.defined_names[nama_kolom(id_lembar, kolom)].attr_text or "")
        wb.defined_names[nama] = DefinedName(nama, attr_text=acuan, hidden=True)
    for nama, id_lembar in TABEL_SKALA.items():
        akhir = "skala" if "skala" in skema.lembar[id_lembar].kolom else "kategori"
        _tambah_nama(wb, nama, skema, id_lembar, "batas", akhir)


def _tambah_nama(wb: openpyxl.Workbook, nama: str, skema: Skema, id_lembar: str, awal: str, akhir: str) -> None:
    s = skema.lembar[id_lembar]
    letak = list(s.kolom)
    a, z = huruf(letak.index(awal) + 1), huruf(letak.index(akhir) + 1)
    acuan = f"'{s.lembar}'!${a}${BARIS_DATA}:${z}${BARIS_DATA + s.baris - 1}"
    wb.defined_names[nama] = DefinedName(nama, attr_text=acuan)


def sampai_terisi(acuan: str) -> str:
    """The part of a column down to its last filled cell, gaps included; its first cell where none is filled."""
    awal = acuan.partition(":")[0]
    return f"{awal}:INDEX({acuan},MAX(1,SUMPRODUCT(MAX((1-ISBLANK({acuan}))*(ROW({acuan})-{BARIS_DATA - 1})))))"
