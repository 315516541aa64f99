"""Number, title and category label of each summary, from the sheet Daftar Tabel, and the source line below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip_xl.skema import judul
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.nomor_templat import nomor_templat
from lkjip_xl.tabel.per_buku import per_buku

KATEGORI = "Kategori"
BERSAMA = ("Capaian Kinerja", "Perbandingan Tahun", "Kemajuan Renstra")
"""The summaries with one row per indicator, which may share one table."""
LEMBAR = "lembar "
KOLOM = ("nomor", "judul", "label_kategori", "tampil", "kolom", "bersama", "rata")


@dataclass(frozen=True, slots=True)
class KepalaTabel:
    """What Daftar Tabel says about one summary, tokens filled in.

    nomor: one a person fixed; kolom: the columns asked for ("" = the usual ones); bersama: the summary whose table has them
    ("" = its own); rata: is it closed by the mean? lampiran: is it printed among the annexes?
    """

    nomor: str
    judul: str
    label_kategori: str
    tampil: bool
    kolom: str = ""
    bersama: str = ""
    rata: bool = False
    lampiran: bool = False


@per_buku
def kepala_tabel(buku: BukuKerja, lembar: str) -> KepalaTabel:
    """Heading of a summary sheet; what Daftar Tabel leaves blank is taken from the template's own list."""
    t = buku["daftar_tabel"]
    bawaan = next((b for b in t.skema.baris_awal if b.get("ringkasan") == lembar), {})
    baris = buku.indeks.baris("daftar_tabel", "ringkasan", lembar)
    milik = {} if baris is None else {k: t.nilai(baris, k) for k in KOLOM if k in t.skema.kolom}
    teks = _isi(milik.get("judul")) or _isi(bawaan.get("judul")) or lembar
    return KepalaTabel(
        nomor="" if lembar in nomor_templat(buku) else _isi(milik.get("nomor")),
        judul=judul.sebagai_teks(teks, buku.setelan),
        label_kategori=_isi(milik.get("label_kategori")) or KATEGORI,
        tampil=milik.get("tampil") != "tidak",
        kolom=judul.sebagai_teks(_isi(milik.get("kolom")), buku.setelan),
        bersama="" if baris is None or tak_bersama(buku, lembar) else _isi(milik.get("bersama")),
        rata=milik.get("rata") == "ya",
        lampiran=milik.get("tampil") == "lampiran",
    )


def tak_bersama(buku: BukuKerja, lembar: str) -> str:
    """Why a summary cannot share the table Daftar Tabel names for it; "" where it can, or names none."""
    lain = _tertulis(buku, lembar, "bersama")
    if not lain:
        return ""
    if lain == lembar:
        return "itu tabelnya sendiri"
    if lembar not in BERSAMA or lain not in BERSAMA:
        return "tabel itu tidak berisi satu baris per indikator"
    if _tertulis(buku, lain, "tampil") == "tidak":
        return f"{lain} tidak dicetak"
    if atas := _tertulis(buku, lain, "bersama"):
        return f"{lain} sendiri disatukan dengan {atas}"
    return ""


def _tertulis(buku: BukuKerja, lembar: str, kolom: str) -> str:
    t = buku["daftar_tabel"]
    baris = buku.indeks.baris("daftar_tabel", "ringkasan", lembar)
    return "" if baris is None or kolom not in t.skema.kolom else _isi(t.nilai(baris, kolom))


def instansi_tahun(setelan: Mapping[str, Nilai]) -> str:
    """The line under the title: agency, regency, year."""
    tahun = setelan.get("TahunLaporan")
    bagian = [_isi(setelan.get("Instansi")), _isi(setelan.get("Kabupaten"))]
    if isinstance(tahun, float):
        bagian.append(f"Tahun {tahun:.0f}")
    return " ".join(b for b in bagian if b)


def sumber(buku: BukuKerja, *lembar: str) -> str:
    """Source line: agency and state of the data, and the input sheets the table is made of."""
    agensi = " ".join(b for b in (_isi(buku.setelan.get("Instansi")), _isi(buku.setelan.get("Kabupaten"))) if b)
    keadaan = _isi(buku.setelan.get("KeadaanData"))
    asal = LEMBAR + ", ".join(buku[i].lembar for i in lembar)
    return ", ".join(b for b in (agensi, keadaan) if b) + f" ({asal})" if agensi or keadaan else asal


def satukan_sumber(a: str, b: str) -> str:
    """The source line of two tables put together.

    >>> satukan_sumber("Dinas A (lembar Pengukuran, Riwayat)", "Dinas A (lembar Pengukuran, Renstra)")
    'Dinas A (lembar Pengukuran, Riwayat, Renstra)'
    """
    awal, pisah, asal = a.partition(LEMBAR)
    akhir = ")" if asal.endswith(")") else ""
    lain = b.partition(LEMBAR)[2].removesuffix(")")
    semua = dict.fromkeys([*asal.removesuffix(")").split(", "), *lain.split(", ")])
    return f"{awal}{pisah}{', '.join(semua)}{akhir}"


def sumber_tercetak(sumber: str) -> str:
    """A source line without the sheets, which only the workbook has; "" where it names nothing else.

    >>> sumber_tercetak("Dinas A (lembar PK, Renstra)"), sumber_tercetak("lembar PK")
    ('Dinas A', '')
    """
    return "" if sumber.startswith(LEMBAR) else sumber.partition(f" ({LEMBAR}")[0]


def tahun_laporan(buku: BukuKerja, geser: int = 0) -> str:
    """The report year, shifted; blank where it is not set."""
    tahun = buku.setelan.get("TahunLaporan")
    return f"{tahun + geser:.0f}" if isinstance(tahun, float) else ""


def _isi(x: Nilai) -> str:
    return str(x) if x is not None else ""
