"""Single cells on their way into a workbook: numbers of a source, amounts by their factor, what is written, what is the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from lkjip_xl.buku.format_angka import kenali_format
from lkjip_xl.buku.tulis import Tulis
from lkjip_xl.inti.bacaan import Alasan, Bacaan
from lkjip_xl.inti.bacaan_kolom import tanpa_kali
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.inti.satuan import satuan_sama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.cek import KODE_BULAT
from lkjip_xl.skema.model import Kolom
from lkjip_xl.sumber.model import SelAsing
from lkjip_xl.tabel.ketik import ANGKA, Ketikan, ketik
from lkjip_xl.tabel.model import SelKerja
from lkjip_xl.tabel.satuan import bersatuan

YA_TIDAK = {"ya", "tidak"}
PENGALI = "pengali"
CENTANG = frozenset({"v", "√", "✓", "✔", "x", "iya"})
LOGIKA = {"TRUE": "ya", "FALSE": "tidak"}
LAIN = "-"  # the unit of no row
VOLUME, SATUAN_VOLUME = "volume", "satuan_volume"
BERSATUAN_SENDIRI = frozenset(
    {"pembilang", "penyebut", VOLUME, "jumlah_barang"}
)  # each figure may have a unit of its own


def ketik_angka(k: Kolom, s: SelAsing) -> Ketikan | None:
    """The cell of a source that holds a number, in a number column; None elsewhere, where its text counts."""
    if s.nilai is None or k.tipe not in ANGKA:
        return None
    bentuk = s.format or "General"
    return ketik(k, s.nilai, jenis="angka", format=bentuk, desimal=kenali_format(bentuk).desimal)


def logika(k: Kolom, teks: str) -> str:
    """A truth value of a workbook, which sources show as TRUE or FALSE, in a column of ya and tidak."""
    return LOGIKA.get(teks, teks) if set(k.pilihan) == YA_TIDAK else teks


def pilihan_tercetak(judul: str, pilihan: Collection[str], teks: str) -> str:
    """The choice a printed text means: a tick or the header said again for ya, some of the words of one choice for it; else the text.

    >>> pilihan_tercetak("Status", ("selesai", "dalam proses", "belum"), "Proses"), pilihan_tercetak("Arah", ("turun", "turun-rasio"), "turun")
    ('dalam proses', 'turun')
    >>> pilihan_tercetak("Menunjang", ("ya", "tidak"), "Tidak menunjang"), pilihan_tercetak("Menunjang", ("ya", "tidak"), "Menunjang")
    ('tidak', 'ya')
    """
    rapi = kunci_judul(teks)
    if set(pilihan) == YA_TIDAK:
        teks = LOGIKA.get(teks, teks)
        ya = kunci_teks(teks) in CENTANG or rapi == kunci_judul(judul)
        return "ya" if ya else "tidak" if rapi.startswith("tidak") else teks
    kata = set(rapi.split())
    calon = [p for p in pilihan if kata and kata <= set(kunci_judul(p).split())]
    return calon[0] if len(calon) == 1 else teks


def pengali(k: Kolom, teks: str) -> str:
    """A factor as reports print it ("× 100") in the column of factors."""
    return tanpa_kali(teks) if k.nama == PENGALI else teks


def dikalikan(s: SelKerja, kali: float) -> SelKerja:
    """An amount by the factor that its header states; one that says its own magnitude stays."""
    if not isinstance(s.nilai, float) or (s.bacaan is not None and s.bacaan.alasan is Alasan.BESARAN):
        return s
    nilai = float(f"{s.nilai * kali:.15g}")
    return replace(s, nilai=nilai, mentah=nilai, desimal=0)


def tanpa_pecahan(temuan: list[Temuan], s: SelKerja) -> list[Temuan]:
    """What was said of a figure, without "no whole number" where the factor of its header has made it one."""
    utuh = isinstance(s.nilai, float) and s.nilai.is_integer()
    return [t for t in temuan if not utuh or t.kode != KODE_BULAT]


def tulis_isian(k: Kolom, s: SelKerja) -> Tulis:
    """What goes into the cell of a typed value: decimals as printed stay visible."""
    if s.teks is not None:  # its unit contradicts the row's: it stays to be seen
        return Tulis(s.teks)
    nilai = s.nilai if s.nilai is not None else s.mentah
    if isinstance(nilai, float) and s.desimal is not None and k.tipe in ANGKA:
        return Tulis(nilai, format=_format(k, s.desimal) + (f'"{s.akhiran}"' if s.akhiran else ""))
    return Tulis(nilai)


def akhiran(b: Bacaan | None, satuan: str) -> str:
    """What a figure is printed with and its cell must go on showing: a star, and what is not the unit of its row.

    >>> from lkjip_xl.inti.bacaan import baca
    >>> akhiran(baca("200 %*"), "%"), akhiran(baca("13 (dua belas)"), "dokumen"), akhiran(baca("5 dok."), "dokumen")
    ('*', ' (dua belas)', '')
    """
    if b is None or b.nilai is None:
        return ""
    kata = b.satuan if satuan and b.alasan is not Alasan.BESARAN and not satuan_sama(b.satuan, satuan) else ""
    return f"{' ' if kata else ''}{kata}{'*' if b.sementara else ''}"


def satuan_sel(k: Kolom, satuan: str) -> str:
    """The unit that a figure of a column need not show: that of its row, of the column; of no row where the row has none."""
    if bersatuan(k):
        return satuan or LAIN
    return LAIN if k.nama in BERSATUAN_SENDIRI else k.satuan or ""


def _format(k: Kolom, desimal: int) -> str:
    """The decimals as printed stay visible; what was printed as 90,10 is not shown as 90,1."""
    if k.tipe == "tahun":
        return "0"
    return f"#,##0.{'0' * desimal}" if desimal else "#,##0"


def sama_isi(k: Kolom, ada: SelKerja | None, baru: SelKerja) -> bool:
    """Does the cell hold this already, with the decimals, and the star or words, printed?"""
    if ada is None:
        return False
    if baru.akhiran and ada.teks is None:
        ada = replace(ada, akhiran=akhiran(ada.bacaan, LAIN))
    return (ada.asal, ada.nilai, tulis_isian(k, ada)) == (baru.asal, baru.nilai, tulis_isian(k, baru))
