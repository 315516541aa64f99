"""Computed values of a plainly written sheet part: which stand beside their formulas already, and the others put there."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape

from lkjip_xl.buku.urai_polos import buka_entitas
from lkjip_xl.inti.alamat import nomor

# in a plain part a tag, its attributes in this order and nothing else; any other form is left to the tree
_BERUMUS = re.compile(
    rb'<c r="(([A-Z]{1,3})([0-9]+))"( s="[0-9]+")?(?: t="([A-Za-z]+)")?>(<f(?: [^<>]*)?(?:/>|>[^<]*</f>))'
    rb'(<v(?: xml:space="preserve")?(?:/>|>([^<]*)</v>))?</c>'
)
_RUMUS_DAN_TEKS = b"</f><is>"
_AKHIR_BARIS, _SEKALI = b"</row>", 2**20


def sudah(tipe: str | None, teks: str | None, nilai: tuple[str | None, ...]) -> bool:
    """Is what a cell holds beside its formula, its type (None: none said) and text, this value (type and text as stored)?

    >>> sudah(None, "2", ("n", "2")), sudah("str", None, ("", "")), sudah("str", "2", ("n", "2"))
    (True, True, False)
    """
    return (tipe or "n", teks or "") == (nilai[0] or "str", nilai[1])


def simpan_hitungan(
    data: bytes, nilai: dict[str, tuple[str, str, str | None]]
) -> tuple[bytes, dict[tuple[int, int], tuple[str, str, str | None]]]:
    """The part with these values (cell type and text as stored, whatever follows) beside the formulas of their cells, and which of them it had to
    put there, by row and column.

    data: a part that is written plainly. In `nilai` remain the cells it saw no formula of, or none it could be sure of.

    >>> a, z = b"<worksheet><sheetData>", b"</sheetData></worksheet>"
    >>> lembar = a + b'<row r="8"><c r="A8"><f>1+1</f><v>2</v></c><c r="B8" t="str"><f>C8</f><v/></c></row>' + z
    >>> nilai = {"A8": ("n", "2", ""), "B8": ("n", "3", ""), "C8": ("str", "", "")}
    >>> hasil, ditulis = simpan_hitungan(lembar, nilai)
    >>> hasil == lembar.replace(b' t="str"><f>C8</f><v/>', b'><f>C8</f><v>3</v>'), ditulis, list(nilai)
    (True, {(8, 2): ('n', '3', '')}, ['C8'])
    """
    ditulis: dict[tuple[int, int], tuple[str, str, str | None]] = {}
    kolom: dict[bytes, int] = {}
    if _RUMUS_DAN_TEKS in data:
        return data, ditulis

    def isi(m: re.Match[bytes]) -> bytes:
        apa = nilai.pop(m[1].decode(), None)
        if apa is None:
            return m[0]
        tipe, teks, _ = apa
        huruf, nomor_baris, s, t, rumus, v, lama = m.groups()[1:]
        if v is not None and sudah((t or b"").decode(), buka_entitas((lama or b"").decode()), apa):
            return m[0]
        if huruf not in kolom:
            kolom[huruf] = nomor(huruf.decode())
        ditulis[int(nomor_baris), kolom[huruf]] = apa
        jenis = b"" if tipe == "n" else b' t="%b"' % (tipe or "str").encode()
        return b'<c r="%b"%b%b>%b%b</c>' % (m[1], s or b"", jenis, rumus, _nilai(teks))

    keluar, awal = io.BytesIO(), 0
    while awal < len(
        data
    ):  # in pieces: every formula of a large part at once, as an object of its own, takes as much again as all of it
        akhir = data.find(_AKHIR_BARIS, awal + _SEKALI)
        akhir = len(data) if akhir < 0 else akhir + len(_AKHIR_BARIS)
        keluar.write(_BERUMUS.sub(isi, data[awal:akhir]))
        awal = akhir
    return keluar.getvalue(), ditulis


def _nilai(teks: str) -> bytes:
    """As the tree writes it."""
    if not teks:
        return b"<v/>"
    jaga = b' xml:space="preserve"' if teks != teks.strip() else b""
    return b"<v%b>%b</v>" % (jaga, escape(teks).encode())
