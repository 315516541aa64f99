"""Sheets of very many rows: written from the first to the last, kept compressed, put into the package piece by piece.

A sheet of 50,000 rows is 50 MB of XML; nobody needs all of it in memory at once.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from openpyxl.compat import safe_string

from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.paket import Paket
from lkjip_xl.buku.periksa_hasil import HasilRusak
from lkjip_xl.buku.relasi import nama_rels
from lkjip_xl.buku.tulis import MIRIP_LOLOS
from lkjip_xl.buku.xmlaman import RELASI_DOK
from lkjip_xl.inti.alamat import huruf

POTONG = 1 << 18
_TANPA_BARIS = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")
_SESUDAH_TAUTAN = re.compile(rb"<(?:printOptions|pageMargins|pageSetup)\b|</worksheet>")  # links stand before these
_R = f'xmlns:r="{RELASI_DOK}"'
_JENIS_TAUTAN = f"{RELASI_DOK}/hyperlink"
_KEPALA_RELS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'

Isi = str | float | bool | None


class Gulungan:
    """Bytes that are only added to, and read from the front."""

    def __init__(self) -> None:
        self._kompres, self._isi, self._tunggu, self._panjang = zlib.compressobj(1), bytearray(), [b""], 0

    def tambah(self, data: bytes) -> None:
        """Add something at the end."""
        self._tunggu.append(data)
        self._panjang += len(data)
        if self._panjang > POTONG:
            self._mampatkan()

    def _mampatkan(self) -> None:
        self._isi += self._kompres.compress(b"".join(self._tunggu))
        self._tunggu, self._panjang = [], 0

    def potongan(self) -> Iterator[bytes]:
        """All of it, piece by piece; nothing can be added any more."""
        self._mampatkan()
        self._isi += self._kompres.flush()
        buka = zlib.decompressobj()
        for awal in range(0, len(self._isi), POTONG):
            yield buka.decompress(self._isi[awal : awal + POTONG])
        yield buka.flush()


class LembarPanjang:
    """The rows and links of one sheet."""

    def __init__(self) -> None:
        self._baris, self._tautan, self._rels = Gulungan(), Gulungan(), Gulungan()
        self.banyak = self.banyak_tautan = 0

    def tambah(self, tinggi: float, sel: Sequence[tuple[int, Isi]]) -> None:
        """Write the next row: its height, number of the style and content of each cell."""
        self.banyak += 1
        b = self.banyak
        isi = "".join([_sel(f"{huruf(k)}{b}", *x) for k, x in enumerate(sel, 1)])
        self._baris.tambah(f'<row r="{b}" ht="{tinggi:g}" customHeight="1">{isi}</row>'.encode())

    def tautkan(self, kolom: int, alamat: str, tempat: str | None) -> None:
        """Let a cell of the last row open another file; tempat: a place in it, as 'Sheet'!A1."""
        self.banyak_tautan += 1
        rid, letak = f"rId{self.banyak_tautan}", f" location={quoteattr(tempat)}" if tempat else ""
        self._tautan.tambah(f'<hyperlink ref="{huruf(kolom)}{self.banyak}"{letak} r:id="{rid}"/>'.encode())
        rel = f'<Relationship Type="{_JENIS_TAUTAN}" Target={quoteattr(alamat)} TargetMode="External" Id="{rid}"/>'
        self._rels.tambah(rel.encode())

    def lembar(self, rangka: bytes) -> Iterator[bytes]:
        """The sheet part: that of a sheet without rows and links, with these in it."""
        data, sesudah = _TANPA_BARIS.search(rangka), _SESUDAH_TAUTAN.search(rangka)
        if data is None or sesudah is None:
            raise HasilRusak("lembar tanpa tempat untuk baris")
        yield rangka[: data.start()] + b"<sheetData>"
        yield from self._baris.potongan()
        yield b"</sheetData>" + rangka[data.end() : sesudah.start()]
        if self.banyak_tautan:
            yield f"<hyperlinks {_R}>".encode()
            yield from self._tautan.potongan()
            yield b"</hyperlinks>"
        yield rangka[sesudah.start() :]

    def rels(self) -> Iterator[bytes]:
        """The relationship part of the sheet."""
        yield _KEPALA_RELS
        yield from self._rels.potongan()
        yield b"</Relationships>"


def _sel(alamat: str, gaya: int, isi: Isi) -> str:
    awal = f'<c r="{alamat}" s="{gaya}"'
    if isi is None or isi == "":
        return f"{awal}/>"
    if isinstance(isi, str):
        teks = escape(MIRIP_LOLOS.sub("_x005F_", isi), {"\r": "&#13;"})
        ruang = ' xml:space="preserve"' if isi != isi.strip() or "\n" in isi else ""
        return f'{awal} t="inlineStr"><is><t{ruang}>{teks}</t></is></c>'
    if isinstance(isi, bool):
        return f'{awal} t="b"><v>{int(isi)}</v></c>'
    return f"{awal}><v>{safe_string(isi)}</v></c>"


def sisipkan(paket: Paket, lembar: Mapping[str, LembarPanjang]) -> bytes:
    """The package as a file, with the rows of long sheets, by part, in it; read again before anybody gets it (HasilRusak)."""
    rangka = paket.ke_bytes()
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(rangka)) as masuk, zipfile.ZipFile(keluar, "w") as arsip:
        for info in masuk.infolist():
            milik = lembar.get(info.filename)
            isi = iter((masuk.read(info),)) if milik is None else milik.lembar(masuk.read(info))
            _tulis(arsip, info, info.filename, isi)
            if milik is not None and milik.banyak_tautan:
                _tulis(arsip, info, nama_rels(info.filename), milik.rels())
    data = keluar.getvalue()
    _periksa(paket, data, lembar)
    return data


def _tulis(arsip: zipfile.ZipFile, contoh: zipfile.ZipInfo, nama: str, isi: Iterator[bytes]) -> None:
    info = zipfile.ZipInfo(nama, contoh.date_time)
    info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, contoh.create_system
    with arsip.open(info, "w") as f:
        for x in isi:
            f.write(x)


def _periksa(paket: Paket, data: bytes, lembar: Mapping[str, LembarPanjang]) -> None:
    """Every part is there, its checksum right; what was written piece by piece is XML with as many rows and links as were added."""
    with zipfile.ZipFile(io.BytesIO(data)) as arsip:
        if hilang := set(paket.daftar()) - set(arsip.namelist()):
            raise HasilRusak(f"bagian {', '.join(sorted(hilang))}: tidak ada")
        for bagian, milik in lembar.items():
            n = _hitung(arsip, bagian)
            tautan = milik.banyak_tautan
            rels = _hitung(arsip, nama_rels(bagian)).get("Relationship", 0) if tautan else 0
            if (n.get("row", 0), n.get("hyperlink", 0), rels) != (milik.banyak, tautan, tautan):
                raise HasilRusak(f"bagian {bagian}: isinya tidak sama")


def _hitung(arsip: zipfile.ZipFile, bagian: str) -> dict[str, int]:
    """How many elements of each name a part holds."""
    hasil: dict[str, int] = {}

    def mulai(nama: str, _: dict[str, str]) -> None:
        hasil[nama] = hasil.get(nama, 0) + 1

    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = mulai
    try:
        with arsip.open(bagian) as f:
            pengurai.ParseFile(f)
    except (expat.ExpatError, zipfile.BadZipFile, zlib.error, GalatBerkas) as galat:
        raise HasilRusak(f"bagian {bagian}: {galat}") from galat
    return hasil
