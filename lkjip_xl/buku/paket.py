"""A workbook as what it is, a package of parts in memory: parts nobody touches go out as they came in."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from lkjip_xl.buku.berkas import baca_byte, kenali
from lkjip_xl.buku.curiga import periksa_arsip, periksa_bagian
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.relasi import BAGIAN_JENIS, Relasi, nama_rels
from lkjip_xl.buku.semula import Semula
from lkjip_xl.buku.xmlaman import RID, UTAMA_STRICT, Elemen, anak, bilangan, q, urai

LEMBAR_MAKS = 1_000  # tabs nobody finds anything among; a region's workbook has a hundred
_TANGGAL = (1980, 1, 1, 0, 0, 0)
_RUSAK = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Janji:
    """What was written into a sheet part: its bytes then, and what each cell (row, column) must hold in them.

    A cell: type and text as tulis writes them, and the formula (None: a constant, "": any formula). terbaca: the part was
    read since, and held what it must.
    """

    data: bytes
    sel: dict[tuple[int, int], tuple[str, str, str | None]]
    terbaca: bool = False


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet as the workbook part lists it; jenis is worksheet, chartsheet or dialogsheet."""

    name: str
    part: str
    sheetId: int
    state: str
    rId: str
    jenis: str


def buka_arsip(data: bytes, nama: str) -> tuple[dict[str, bytes], dict[str, zipfile.ZipInfo]]:
    """Parts of a zip file and their directory entries; raises GalatBerkas for one that is damaged or made to harm."""
    bagian = ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as arsip:
            periksa_arsip(arsip, nama)
            isi, info = {}, {}
            for i in arsip.infolist():
                bagian = i.filename.replace("\\", "/")  # some zip tools write the separator of Windows
                if bagian in isi:
                    raise GalatBerkas("BK-06", berkas=nama, bagian=bagian)
                isi[bagian], info[bagian] = arsip.read(i), i
    except _RUSAK as galat:
        raise GalatBerkas("BK-06", berkas=nama, bagian=bagian) from galat
    return isi, info


class Paket:
    """The parts of a workbook, name to bytes, in their order.

    Changing goes part by part (`ganti`, `hapus`); `ke_bytes` gives the same bytes for the same parts, with order
    and dates of the original, new parts sorted at the end under a fixed date.
    """

    def __init__(
        self, isi: dict[str, bytes], info: dict[str, zipfile.ZipInfo], nama: str, arsip: bytes | None = None
    ) -> None:
        self._isi, self._info, self.nama = isi, info, nama
        self._awal = Semula(isi, info, arsip)
        self.janji: dict[str, Janji] = {}
        self._berubah = False
        self.tanpa_tanda_tangan: list[str] = []  # whose digital signature a change has cost: tanda_tangan.BUKU, .PROYEK
        self._ejaan = {n.casefold(): n for n in isi}
        self._daftar: tuple[str, dict[str, SheetInfo]] | None = (
            None  # the workbook part and its sheets, while they hold
        )

    @classmethod
    def buka(cls, path: Path | str) -> Paket:
        """Read a workbook file; raises GalatBerkas for everything that is not a sound, harmless workbook."""
        path = Path(path)
        return cls.dari_bytes(baca_byte(path), path.name)

    @classmethod
    def dari_bytes(cls, data: bytes, nama: str = "") -> Paket:
        """Read a workbook from memory with the same checks; nama is the file name for messages."""
        kenali(data, nama)
        isi, info = buka_arsip(data, nama)
        for bagian, byte in isi.items():
            periksa_bagian(bagian, byte, nama)
        paket = cls(isi, info, nama, data)
        paket._periksa_buku()
        return paket

    def __contains__(self, bagian: str) -> bool:
        return bagian in self._isi

    def daftar(self) -> list[str]:
        """Names of all parts in order."""
        return list(self._isi)

    def temukan(self, bagian: str) -> str | None:
        """A part's name as the package spells it (case does not count in a package), None if there is none."""
        return bagian if bagian in self._isi else self._ejaan.get(bagian.casefold())

    def baca(self, bagian: str) -> bytes:
        """Bytes of a part; a missing one means a damaged workbook (BK-06)."""
        try:
            return self._isi[bagian]
        except KeyError:
            raise GalatBerkas("BK-06", berkas=self.nama, bagian=bagian) from None

    def xml(self, bagian: str) -> Elemen:
        """Root element of an XML part, safely parsed and free to change."""
        return urai(self.baca(bagian), bagian, self.nama)

    def ganti(self, bagian: str, data: bytes) -> None:
        """Replace a part's bytes, or add the part."""
        self._berubah |= self._isi.get(bagian) != data
        if bagian not in self._isi or bagian.lower().endswith(".rels") or (self._daftar or ("",))[0] == bagian:
            self._daftar = None
        if bagian in self.janji and self.janji[bagian].data is not data:
            del self.janji[bagian]  # nobody asks for it any more, and it holds the part as it was
        self._isi[bagian] = data
        self._awal.lepaskan(bagian)
        self._ejaan[bagian.casefold()] = bagian

    def hapus(self, bagian: str) -> None:
        """Remove a part; its entry in relationships and content types is the caller's."""
        self._berubah, self._daftar = True, None
        del self._isi[bagian], self._ejaan[bagian.casefold()]
        self.janji.pop(bagian, None)

    @property
    def bagian_buku(self) -> str:
        """Name of the workbook part."""
        return Relasi(self, "").tujuan("officeDocument") or "xl/workbook.xml"

    def asal(self, bagian: str) -> bytes | None:
        """Bytes of a part as the package was opened; None for one that came later."""
        return self._awal.get(bagian)

    def semula(self) -> Paket:
        """The package as it was opened."""
        return Paket(dict(self._awal), self._info, self.nama)

    def kini(self) -> Semula:
        """The parts as they are now, to be compared with what becomes of them."""
        return self._awal.kini(self._isi)

    def dihapus(self) -> set[str]:
        """Names of the parts that were there when the package was opened and are no more."""
        return self._awal.keys() - self._isi.keys()

    def berubah(self) -> list[str]:
        """Names of the parts that are new or hold other bytes than when the package was opened."""
        return [n for n, data in self._isi.items() if not self._awal.sama(n, data)]

    def bagian_terkait(self, jenis: str) -> str | None:
        """Name of the part the workbook refers to by a short relationship type (styles, sharedStrings …)."""
        tujuan = Relasi(self, self.bagian_buku).tujuan(jenis)
        return tujuan if tujuan in self._isi else None

    def lembar(self) -> dict[str, SheetInfo]:
        """All sheets by name in the order of their tabs; BK-06, BK-64 where their list cannot be meant as it stands."""
        if self._daftar is None:
            buku = self.bagian_buku
            self._daftar = buku, self._baca_lembar(buku)
        return dict(self._daftar[1])

    def _baca_lembar(self, buku: str) -> dict[str, SheetInfo]:
        hubungan = Relasi(self, buku).menurut_id()
        hasil, nama_kecil, dipakai = {}, set(), set()
        semua = anak(self.xml(buku).find(q("sheets")), "sheet")
        if len(semua) > LEMBAR_MAKS:
            raise GalatBerkas("BK-90", berkas=self.nama, banyak=len(semua), batas=LEMBAR_MAKS)
        for e in semua:
            nama, rid = e.get("name", ""), e.get(RID, "")
            h = hubungan.get(rid)
            if h is None or h.tujuan not in self._isi or h.tujuan in dipakai or not nama:
                raise GalatBerkas("BK-06", berkas=self.nama, bagian=h.tujuan if h else nama_rels(buku))
            if nama.casefold() in nama_kecil:
                raise GalatBerkas("BK-64", berkas=self.nama, lembar=nama)
            nama_kecil.add(nama.casefold())
            dipakai.add(h.tujuan)
            hasil[nama] = SheetInfo(nama, h.tujuan, bilangan(e, "sheetId", 0), e.get("state", "visible"), rid, h.jenis)
        if not hasil:
            raise GalatBerkas("BK-06", berkas=self.nama, bagian=buku)
        return hasil

    def ke_bytes(self) -> bytes:
        """The package as a zip file, read again and checked before anybody gets it; equal parts give equal bytes.

        A signature of the whole does not outlive a change.
        """
        from lkjip_xl.buku import tanda_tangan
        from lkjip_xl.buku.periksa_hasil import periksa_hasil  # both read packages themselves

        if self._berubah and tanda_tangan.bertanda_tangan(self):
            tanda_tangan.lepas_dari_paket(self)
            self.tanpa_tanda_tangan.append(tanda_tangan.BUKU)
        data = self.kemas()
        periksa_hasil(self, data)
        return data

    def kemas(self, hanya: Collection[str] | None = None) -> bytes:
        """The package as a zip file, for passing on within the program; hanya: no more of it than these parts."""
        keluar = io.BytesIO()
        if hanya is not None:
            return Paket({n: self.baca(n) for n in hanya}, self._info, self.nama).kemas()
        lama = [n for n in self._info if n in self._isi]  # a part brought again gets its old place
        baru = sorted(n for n in self._isi if n not in self._info)
        with zipfile.ZipFile(keluar, "w") as arsip:
            for nama in lama + baru:
                arsip.writestr(_keterangan(nama, self._info.get(nama)), self._isi[nama])
        return keluar.getvalue()

    def _periksa_buku(self) -> None:
        if BAGIAN_JENIS not in self._isi:
            raise GalatBerkas("BK-02", berkas=self.nama)
        buku = self.bagian_buku
        if buku not in self._isi:
            raise GalatBerkas("BK-02", berkas=self.nama)
        if posixpath.splitext(buku)[1] == ".bin":
            raise GalatBerkas("BK-12", berkas=self.nama, akhiran=".xlsb")
        akar = self.xml(buku)
        if akar.tag == f"{{{UTAMA_STRICT}}}workbook":
            raise GalatBerkas("BK-14", berkas=self.nama)
        if akar.tag != q("workbook"):
            raise GalatBerkas("BK-02", berkas=self.nama)


def _keterangan(nama: str, asal: zipfile.ZipInfo | None) -> zipfile.ZipInfo:
    """Directory entry of a part: what the original said, without what depends on the writing program."""
    info = zipfile.ZipInfo(nama, asal.date_time if asal else _TANGGAL)
    info.compress_type = asal.compress_type if asal else zipfile.ZIP_DEFLATED
    info.create_system = asal.create_system if asal else 0
    info.external_attr = asal.external_attr if asal else 0
    return info
