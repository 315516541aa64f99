"""All forms of a workbook, and the files they are handed out as."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from lkjip_xl.buku.berkas import baca_biasa, keadaan
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.keluaran import TIMPA, Jenis
from lkjip_xl.formulir.bangun import HasilFormulir, PembuatFormulir
from lkjip_xl.formulir.kenali import FormulirKembali, kenali
from lkjip_xl.formulir.pembagian import ID_ANGGARAN, ID_INDIKATOR, Bagian, bagi
from lkjip_xl.inti.kunci import kunci_excel, rapikan_spasi
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.formulir import skema_formulir
from lkjip_xl.skema.kata import dengan_kata
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.sumber.excel import baca_excel
from lkjip_xl.tabel.model import BukuKerja

AKHIRAN = ".xlsx"
NAMA_MAKS = 80
BYTE_MAKS = 160  # of the 255 a name may have on disk: year, number, and what backups and locks add need some
DAFTAR_MAKS = 20  # kode named in one finding
HURUF_MAKS = 160  # of names, which are long, those that fit in two lines of a message
_TERLARANG = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\ud800-\udfff]+')
_PENGATUR_ARAH = re.compile(
    r"[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)  # would show a name in another order


@dataclass(slots=True)
class HasilTerbit:
    """Forms by the name of their file, and what is to be said (FO-02)."""

    formulir: dict[str, HasilFormulir] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)


@dengan_kata
def terbitkan(buku: BukuKerja, *, berkas: str = "", batas: str = "") -> HasilTerbit:
    """Make the form of every bidang; raises GalatBerkas FO-01 where year or agency are not set, FO-13 where nothing is to ask.

    berkas: name of the workbook; batas: until when the forms are to come back, as it is printed.
    """
    tahun = buku.setelan.get("TahunLaporan")
    if not isinstance(tahun, float) or not isinstance(buku.setelan.get("Instansi"), str):
        raise GalatBerkas("FO-01", berkas=berkas)
    formulir = skema_formulir(buku.skema)
    bagian = bagi(buku, formulir)
    if not bagian:
        raise GalatBerkas("FO-13", berkas=berkas)
    hasil = HasilTerbit()
    pembuat = PembuatFormulir(buku, formulir, bagian, berkas=berkas, batas=rapikan_spasi(batas))
    for b in bagian:
        f = pembuat.buat(b)
        hasil.formulir[nama_berkas(f.nama, int(tahun), hasil.formulir)] = f
        if not b.nama:
            hasil.temuan += _tanpa(buku, b)
    return hasil


def nama_berkas(
    bidang: str, tahun: int, terpakai: object = (), *, awalan: str = "Formulir", akhiran: str = AKHIRAN
) -> str:
    """A name every system can have, unlike those in use whatever spelling of its letters the disk keeps.

    >>> nama_berkas("Bidang A/B: Uji", 2024), nama_berkas("bidang a b uji", 2024, ["Formulir Bidang A B Uji 2024.xlsx"])
    ('Formulir Bidang A B Uji 2024.xlsx', 'Formulir bidang a b uji (2) 2024.xlsx')
    """
    ada = {kunci_excel(x) for x in (terpakai if isinstance(terpakai, (list, dict)) else ())}
    rapi = rapikan_spasi(_TERLARANG.sub(" ", _PENGATUR_ARAH.sub("", normalize("NFC", bidang))))[:NAMA_MAKS]
    dasar = rapi.encode()[:BYTE_MAKS].decode(errors="ignore").rstrip(" .") or "Bidang"
    nomor = 1
    while kunci_excel(nama := f"{awalan} {dasar}{f' ({nomor})' if nomor > 1 else ''} {tahun}{akhiran}") in ada:
        nomor += 1
    return nama


def _tanpa(buku: BukuKerja, b: Bagian) -> list[Temuan]:
    """Indicators and programmes nobody answers for, each sheet once."""
    nama = [str(buku[ID_ANGGARAN].isi(x)["kode"] or buku[ID_ANGGARAN].isi(x)["nama"] or x) for x in b.program]
    isi = ((ID_INDIKATOR, b.indikator), (ID_ANGGARAN, nama))
    return [
        buat_temuan("FO-02", lembar=buku[i].lembar, banyak=len(x), daftar=_daftar(x), hal=hal)
        for (i, x), hal in zip(isi, ("indikator", "program atau kegiatan"), strict=True)
        if x
    ]


def _daftar(x: Sequence[str]) -> str:
    muat = [y for i, y in enumerate(x[:DAFTAR_MAKS]) if i == 0 or len(", ".join(x[: i + 1])) <= HURUF_MAKS]
    return ", ".join(muat) + (" …" if len(x) > len(muat) else "")


def _baca(data: bytes) -> FormulirKembali | None:
    """The form a file is; None for any other."""
    try:
        return kenali(baca_excel(data, ""))
    except GalatBerkas:
        return None


def _kosong(data: bytes) -> bool:
    """Is a file a form of ours nobody has typed in? Nobody knows of one whose mark is not whole."""
    f = _baca(data)
    return f is not None and f.tanda is not None and next(f.terketik(), None) is None


def tolak_terisi(path: Path) -> None:
    """Raise GalatBerkas (FO-12) where a form stands that a bidang has typed in: its figures are nowhere else."""
    if keadaan(path) is None:
        return
    f = _baca(baca_biasa(path))
    if f is not None and f.tanda is not None and next(f.terketik(), None) is not None:
        raise GalatBerkas("FO-12", bidang=f.tanda.bidang, timpa=TIMPA)


FORMULIR = Jenis((AKHIRAN,), _kosong)
