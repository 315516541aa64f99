"""Puts the VBA functions into a workbook; the only module that knows pyOpenVBA."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.resources import files

from openpyxl import Workbook
from pyopenvba import ExcelFile
from pyopenvba.cfb import CFB
from pyopenvba.vba import compress, decompress

from lkjip_xl.buku.dari_openpyxl import byte_openpyxl
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.sementara import folder_sementara
from lkjip_xl.excel.tombol import Tombol, bagian_tombol

PROYEK = "xl/vbaProject.bin"
# what [MS-OVBA] 2.3.4.1 wants of a writer: version 0xFFFF and no compiled code behind it; Office compiles the text anew
_TANPA_HASIL_KOMPILASI = bytes.fromhex("cc61ffff000000")
_VERSI_PROYEK, _NAMA_ALIRAN, _LETAK_TEKS = 0x0009, 0x0032, 0x0031  # records of the stream `dir`
_PANJANG_VERSI = 6  # this one is longer than it says

# openpyxl merges these two parts of the archive it takes the macros from; ours add nothing to them
_KERANGKA = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
}


def modul_vba(folder: str = "vba") -> dict[str, str]:
    """Return the text of every VBA module of a folder (vba, vba_xlwings) by module name, in alphabetical order.

    >>> "Rumus" in modul_vba()
    True
    """
    sumber = (berkas for berkas in (files("lkjip_xl.excel") / folder).iterdir() if berkas.name.endswith(".bas"))
    return {
        berkas.name.removesuffix(".bas"): berkas.read_text(encoding="ascii")
        for berkas in sorted(sumber, key=lambda berkas: berkas.name)
    }


def pasang_vba(
    wb: Workbook, modul: Mapping[str, str] | None = None, tombol: Mapping[str, Sequence[Tombol]] | None = None
) -> None:
    """Attach a VBA project to a new workbook, so that saving it as .xlsm gives a macro workbook.

    modul maps module names to texts (default: all modules of this package), tombol sheet names to their buttons.
    Call it when all sheets exist: the project holds one document module per sheet. The same sheets, modules and
    buttons give the same bytes.
    """
    _beri_nama_kode(wb)
    lembar = tuple((ws.title, ws.sheet_properties.codeName) for ws in wb.worksheets)
    proyek = _proyek(wb.code_name, lembar, tuple(sorted((modul_vba() if modul is None else modul).items())))
    wb.vba_archive = _arsip({PROYEK: proyek} | _pasang_tombol(wb, tombol or {}))


def _pasang_tombol(wb: Workbook, tombol: Mapping[str, Sequence[Tombol]]) -> dict[str, bytes]:
    """Point each sheet to its part of buttons; returns the parts."""
    bagian = {}
    for lembar, milik in tombol.items():
        nomor = wb.sheetnames.index(lembar) + 1
        # openpyxl keeps only names that end in vmlDrawing and one digit: the sheet's number goes in front
        nama = f"xl/drawings/t{nomor}_vmlDrawing1.vml"
        bagian[nama] = bagian_tombol(milik, nomor)
        wb[lembar].legacy_drawing = nama
    return bagian


def _beri_nama_kode(wb: Workbook) -> None:
    """Name workbook and sheets for VBA: without code names LibreOffice's ThisWorkbook object is dead."""
    wb.code_name = "ThisWorkbook"
    for nomor, lembar in enumerate(wb.worksheets, 1):
        lembar.sheet_properties.codeName = f"Sheet{nomor}"


@lru_cache(maxsize=4)
def _proyek(kode_buku: str, lembar: tuple[tuple[str, str], ...], modul: tuple[tuple[str, str], ...]) -> bytes:
    """Build vbaProject.bin on an empty book with these sheets and code names; once for all books alike."""
    with folder_sementara() as folder:
        path = folder / "kerangka.xlsm"
        path.write_bytes(byte_openpyxl(_buku_kosong(kode_buku, lembar)))
        with ExcelFile(path) as buku:
            proyek = buku.add_vba_project()
            for nama, teks in modul:
                proyek.add_module(nama, _crlf(teks))
            buku.save()
        with zipfile.ZipFile(path) as paket:
            return _tanpa_hasil_kompilasi(paket.read(PROYEK))


def _tanpa_hasil_kompilasi(proyek: bytes) -> bytes:
    """A project of text only: compiled code of other sheets and other Offices would be stale."""
    isi = CFB.from_bytes(proyek)
    direktori = bytearray(decompress(isi.get_stream_in_storage("VBA", "dir")))
    letak = _letak_teks(direktori)
    for nama, (di, awal) in letak.items():
        isi.write_stream_in_storage("VBA", nama, isi.get_stream_in_storage("VBA", nama)[awal:])
        direktori[di : di + 4] = bytes(4)
    for nama in isi.list_streams_in_storage("VBA"):
        if nama.startswith("__SRP_"):
            isi.remove_stream_in_storage("VBA", nama)
    isi.write_stream_in_storage("VBA", "dir", compress(bytes(direktori)))
    isi.write_stream_in_storage("VBA", "_VBA_PROJECT", _TANPA_HASIL_KOMPILASI)
    return isi.to_bytes()


def _letak_teks(direktori: bytes | bytearray) -> dict[str, tuple[int, int]]:
    """For the stream of every module: where `dir` says at which byte its text begins, and which that is."""
    hasil, nama, i = {}, "", 0
    while i + 6 <= len(direktori):
        jenis, panjang = struct.unpack_from("<HI", direktori, i)
        i += 6
        if jenis == _NAMA_ALIRAN:
            nama = direktori[i : i + panjang].decode("utf-16-le")
        elif jenis == _LETAK_TEKS:
            hasil[nama] = (i, struct.unpack_from("<I", direktori, i)[0])
        i += _PANJANG_VERSI if jenis == _VERSI_PROYEK else panjang
    return hasil


def _buku_kosong(kode_buku: str, lembar: tuple[tuple[str, str], ...]) -> Workbook:
    kosong = Workbook()
    kosong.remove(kosong.worksheets[0])
    kosong.code_name = kode_buku
    for nama, kode in lembar:
        kosong.create_sheet(nama).sheet_properties.codeName = kode
    return kosong


def _crlf(teks: str) -> str:
    return "\r\n".join(teks.splitlines()) + "\r\n"


def _arsip(bagian: Mapping[str, bytes]) -> zipfile.ZipFile:
    """Wrap parts the way openpyxl expects those of a loaded macro workbook."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, isi in (_KERANGKA | dict(bagian)).items():
            arsip.writestr(nama, isi)
    return zipfile.ZipFile(wadah)


@contextmanager
def _proyek_asing(berkas: str) -> Iterator[None]:
    """Whatever pyOpenVBA trips over in a project made elsewhere means that the project cannot be read.

    Not what the system says of the temporary file: a full disk is no damage (BK-38).
    """
    try:
        yield
    except Exception as galat:
        if isinstance(galat, OSError) and galat.errno is not None:
            raise GalatBerkas("BK-38", sebab=galat.strerror or "") from galat
        raise GalatBerkas("BK-66", berkas=berkas, bagian=PROYEK) from galat


def ganti_modul(buku: bytes, buang: Collection[str], pasang: Mapping[str, str], berkas: str = "") -> bytes:
    """Return vbaProject.bin of a macro workbook with some modules taken out and others put in.

    buku holds the package, or its VBA project alone; a module of `buang` that is not there is passed over. The same project and the same
    modules give the same bytes. berkas: its name, for GalatBerkas BK-66.
    """
    with folder_sementara() as folder, _proyek_asing(berkas):
        path = folder / "ganti.xlsm"
        path.write_bytes(buku)
        with ExcelFile(path) as isi:
            proyek = isi.vba_project()
            for nama in [m.name for m in proyek.modules if m.name in buang]:
                proyek.delete_module(nama)
            for nama in sorted(pasang):
                proyek.add_module(nama, _crlf(pasang[nama]))
            isi.save()
        with zipfile.ZipFile(path) as paket:
            return _tanpa_hasil_kompilasi(paket.read(PROYEK))


def nama_modul(buku: bytes, berkas: str = "") -> list[str]:
    """Names of the VBA modules of a macro workbook, document modules included; GalatBerkas BK-66 where unreadable."""
    with folder_sementara() as folder, _proyek_asing(berkas):
        path = folder / "baca.xlsm"
        path.write_bytes(buku)
        with ExcelFile(path) as isi:
            return [m.name for m in isi.vba_project().modules]


def teks_modul(buku: bytes, berkas: str = "") -> dict[str, str]:
    """Texts of the VBA modules of a macro workbook without their attributes; GalatBerkas BK-66 where unreadable."""
    with folder_sementara() as folder, _proyek_asing(berkas):
        path = folder / "baca.xlsm"
        path.write_bytes(buku)
        with ExcelFile(path) as isi:
            modul = {m.name: m.source for m in isi.vba_project().modules}
    return {
        nama: "\n".join(b for b in teks.splitlines() if not b.startswith("Attribute ")) for nama, teks in modul.items()
    }
