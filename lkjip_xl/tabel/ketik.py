"""Give a cell its type: what stands in it, read as the schema column's type, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from lkjip_xl.buku.format_angka import FormatAngka, kenali_format
from lkjip_xl.inti.angka import Bacaan, baca, baca_rentang, tulis, wajar
from lkjip_xl.inti.bacaan import NAMA_BULAN, Alasan
from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.bentuk_lain import bentuk_lain
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.huruf import RUSAK, tanpa_kendali
from lkjip_xl.inti.keadaan import Keadaan, baca_keadaan, tahun_angka
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.rumus import baca_arah
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.model import ANGKA, BERSATUAN, Asal, SelKerja

UTUH = frozenset({"cacah", "rupiah", "tahun"})
DIJELASKAN = frozenset({Alasan.BESARAN, Alasan.GAYA_INGGRIS})  # certain readings that have to be told
NIHIL = frozenset({"nihil", "nol", "tidak ada", "tidak ada kasus", "zero"})  # words for nought
TAHUN_DATA = "Tahun data"  # the column that says which year's figure stands for this year's
_HASIL = re.compile(r"realisasi(?:_\d|$)|tw\d")  # columns of results
_TANDA = {"≥": ">="}  # signs as reports print them, which every engine reads
_SPASI = re.compile(r"[ \t\u00a0\u2007\u202f]{2,}|[\t\u00a0\u2007\u202f]")  # anything but one space
_SASARAN = re.compile(r"(?:target|realisasi|nilai_dasar|tw\d)(?:_|$)")  # columns of targets and results, of any year


@dataclass(slots=True)
class Ketikan:
    """The typed content of a cell.

    nilai: what the rules use (float, str, None = blank or unreadable); sel: what Excel's formulas see in the cell;
    kode: finding code or None; isi: placeholders of that finding; desimal: decimals as typed.
    """

    nilai: float | str | Galat | None
    sel: float | str | Galat | None
    desimal: int | None = None
    bacaan: Bacaan | None = None
    kode: str | None = None
    isi: dict[str, Any] = field(default_factory=dict)

    def ke_sel(self, asal: Asal, rumus: str | None = None, teks: str | None = None) -> SelKerja:
        """The cell of a workbook in memory that holds this."""
        return SelKerja(self.nilai, asal, self.desimal, self.bacaan, self.sel, rumus, teks)


def ketik(
    kolom: Kolom,
    isi: Any,
    *,
    jenis: str = "teks",
    format: str = "General",
    desimal: int | None = None,
    teks_wajar: bool = False,
    satuan: Collection[str] = (),
) -> Ketikan:
    """Type one cell of a column.

    jenis: kind of the cell as the reader gives it (angka, teks, galat, logika, tanggal, kosong); format, desimal: its
    number format and the decimals that shows; teks_wajar: the source is text by nature (CSV), so a number written
    as text is no finding; satuan: units of the workbook's own list.
    """
    if jenis == "kosong" or isi is None or isi == "":
        return Ketikan(None, None)
    if jenis == "galat":
        galat = Galat(isi) if isi in set(Galat) else Galat.VALUE
        return Ketikan(galat, galat, kode="AN-03", isi={"nilai": str(isi)})
    if kolom.tipe in ANGKA:
        return _angka(kolom, isi, jenis, format, desimal, teks_wajar, satuan)
    hari = sebut_tanggal(isi) if kolom.tipe == "teks" else None
    teks = _sebagai_teks(isi, desimal) if hari is None else hari
    if teks == "":
        return Ketikan(None, None)
    if jenis == "tanggal" and kolom.tipe == "kode":
        return Ketikan(teks, teks, kode="AN-11", isi={"nilai": teks})
    hasil = _pilihan(kolom, teks) if kolom.tipe == "pilihan" else Ketikan(teks, teks)
    if kolom.tipe == "teks" and jenis == "angka" and isinstance(isi, (int, float)):
        hasil.bacaan = Bacaan(float(isi), desimal=desimal)  # a number all the same, for who prints or adds it
    if hasil.kode is None and RUSAK.search(str(isi)):
        hasil.kode, hasil.isi = "AN-20", {"nilai": str(isi)}
    return hasil


def berbentuk_lain(kolom: Kolom) -> bool:
    """May a figure of this column be a bound, a ratio or a word? Targets and results may, amounts, weights and bounds may not."""
    return kolom.kata or (kolom.tipe in BERSATUAN and _SASARAN.match(kolom.nama) is not None)


def _sebagai_teks(isi: Any, desimal: int | None) -> str:
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(isi, (int, float)):
        return f"{isi:.{desimal}f}" if desimal else f"{isi:.15g}"
    return _SPASI.sub(" ", tanpa_kendali(str(isi))).strip()


def sebut_tanggal(isi: Any) -> str | None:
    """A day as people write it, which spreadsheets keep as a number once it is typed; None for anything else.

    >>> sebut_tanggal(date(2026, 2, 27)), sebut_tanggal(datetime(2026, 2, 27, 8, 30)), sebut_tanggal("27/2")
    ('27 Februari 2026', None, None)
    """
    if isinstance(isi, datetime):
        isi = isi.date() if isi.time() == time() else None
    return f"{isi.day} {NAMA_BULAN[isi.month - 1].capitalize()} {isi.year}" if isinstance(isi, date) else None


def _pilihan(kolom: Kolom, teks: str) -> Ketikan:
    if not kolom.pilihan:
        return Ketikan(teks, teks)
    sama = {kunci_teks(p): p for p in kolom.pilihan}
    baku = sama.get(kunci_teks(teks)) or sama.get(_TANDA.get(kunci_teks(teks), ""))
    if baku is None and kolom.nama == "arah":
        try:
            baku = baca_arah(teks).value
        except ValueError:
            baku = None
    if baku is not None:
        return Ketikan(baku, baku)
    dekat = terdekat(kunci_teks(teks), sama, 0.5) or next((p for p in sama if p in kunci_teks(teks)), "")
    usul = f' Maksud Anda "{sama[dekat]}"?' if dekat else ""
    return Ketikan(teks, teks, kode="LB-06", isi={"nilai": teks, "pilihan": ", ".join(kolom.pilihan), "usul": usul})


def _angka(
    kolom: Kolom, isi: Any, jenis: str, format: str, desimal: int | None, teks_wajar: bool, satuan: Collection[str]
) -> Ketikan:
    if jenis == "tanggal":
        return Ketikan(None, str(isi), kode="AN-11", isi={"nilai": str(isi)})
    if isinstance(isi, bool):
        return Ketikan(None, str(isi), kode="AN-01", isi={"nilai": "TRUE" if isi else "FALSE", "usulan": ""})
    if isinstance(isi, (int, float)):
        return _bilangan(kolom, float(isi), format, desimal)
    return _teks(kolom, str(isi), teks_wajar, satuan)


def _bilangan(kolom: Kolom, x: float, format: str, desimal: int | None) -> Ketikan:
    if not wajar(x):
        return _di_luar(f"{x:.15g}")
    bentuk = kenali_format(format)
    if bentuk.persen:
        x = float(f"{x * 100:.15g}")
        tertulis = (
            Bacaan(x, "%", desimal=desimal) if kolom.tipe in BERSATUAN else None
        )  # the row may be of another unit
        return Ketikan(x, x, desimal, tertulis, kode="AN-05", isi={"nilai": x})
    if kolom.tipe in UTUH and x != int(x):
        return Ketikan(x, x, desimal, _tampak(bentuk, x), kode="AN-07", isi={"nilai": x})
    return Ketikan(x, x, desimal, _tampak(bentuk, x))


def _tampak(bentuk: FormatAngka, x: float) -> Bacaan | None:
    """What a format shows behind its number, a unit or a star, is as good as typed."""
    if not bentuk.satuan:
        return None
    satuan = bentuk.satuan.rstrip("*").strip()
    return Bacaan(x, satuan, desimal=bentuk.desimal, sementara=satuan != bentuk.satuan)


def _di_luar(teks: str) -> Ketikan:
    return Ketikan(None, teks, kode="AN-21", isi={"nilai": teks})


def _tak_terbaca(teks: str, usulan: float | str | None = None, alasan: str | None = None) -> Ketikan:
    return Ketikan(
        None, teks, kode="AN-01", isi={"nilai": teks, "usulan": "" if usulan is None else usulan, "alasan": alasan}
    )


def _teks(kolom: Kolom, teks: str, teks_wajar: bool, satuan: Collection[str]) -> Ketikan:
    if kolom.tipe == "target" and baca_rentang(teks) is not None and baca(teks).status == "galat":
        return Ketikan(teks.strip(), teks.strip())
    b = baca_kolom(teks, kolom.tipe, satuan)
    if b.status == "kosong":
        return Ketikan(None, teks.strip(), bacaan=b)
    if b.status == "galat" and _HASIL.match(kolom.nama) and baca_keadaan(teks) is not None:
        return Ketikan(None, teks.strip(), bacaan=b)
    bentuk = bentuk_lain(teks) if b.status == "galat" and berbentuk_lain(kolom) else None
    if bentuk is not None:
        isi = {
            "nilai": teks.strip(),
            "bentuk": bentuk.value,
            "nol": "0" if kunci_teks(teks).strip(" .*") in NIHIL else "",
        }
        return Ketikan(None, teks.strip(), bacaan=b, kode="AN-23", isi=isi)
    if b.status == "galat":
        if Keadaan.BELUM_RILIS in kolom.pilihan and (lain := tahun_angka(teks)) is not None:
            angka, tahun = lain
            return replace(
                _tak_terbaca(teks, f"{angka or 'angkanya'} di sel ini, {tahun} di kolom {TAHUN_DATA}"), bacaan=b
            )
        usulan = baca(tanpa_kendali(teks)).nilai if RUSAK.search(teks) else b.usulan
        return replace(_tak_terbaca(teks, usulan, b.alasan), bacaan=b)
    if b.nilai is None:
        return replace(_tak_terbaca(teks, b.usulan, b.alasan), bacaan=b)
    if not wajar(b.nilai):
        return _di_luar(teks)
    hasil = Ketikan(b.nilai, b.nilai, b.desimal, b)
    if b.status == "ragu":
        hasil.kode, hasil.isi = "AN-02", {"nilai": teks, "usulan": b.nilai, "alasan": b.alasan}
    elif b.alasan in DIJELASKAN:  # formulas of the workbook read the text their own way: only the source may be text
        kode = "AN-22" if teks_wajar else "AN-02"
        hasil.kode, hasil.isi = kode, {"nilai": teks, "usulan": b.nilai, "alasan": b.alasan}
    elif kolom.tipe in UTUH and b.nilai != int(b.nilai):
        hasil.kode, hasil.isi = "AN-07", {"nilai": teks}
    elif not teks_wajar:
        hasil.kode, hasil.isi = "AN-04", {"nilai": teks, "usulan": b.nilai}
    if kolom.tipe == "tahun" and "usulan" in hasil.isi:
        hasil.isi["usulan"] = tulis(b.nilai, ribuan=False)
    return hasil
