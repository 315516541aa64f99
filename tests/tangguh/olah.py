"""Editing the parts of a workbook as text, for workbooks that no library would write."""

from __future__ import annotations

import posixpath
import re

from buku_pengguna import CT, M, R, bagian, kemas

__all__ = [
    "CT",
    "Bagian",
    "M",
    "R",
    "bagian",
    "hubungkan",
    "jenis",
    "ke_bersama",
    "kemas",
    "sisip_akhir",
    "tambah_lembar",
    "ubah",
]

Bagian = dict[str, bytes]
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def ubah(isi: Bagian, nama: str, lama: str, baru: str) -> None:
    """Replace the first occurrence of a text in a part; it has to be there."""
    assert lama.encode() in isi[nama], (nama, lama)
    isi[nama] = isi[nama].replace(lama.encode(), baru.encode(), 1)


def sisip_akhir(isi: Bagian, nama: str, xml: str) -> None:
    """Insert XML before the end tag of a part's root."""
    akhir = isi[nama].rindex(b"</")
    isi[nama] = isi[nama][:akhir] + xml.encode() + isi[nama][akhir:]


def hubungkan(isi: Bagian, dari: str, rid: str, macam: str, tujuan: str, *, luar: bool = False) -> None:
    """Add a relationship; macam is a short type of the document or a whole address."""
    folder, nama = posixpath.split(dari)
    rels = posixpath.join(folder, "_rels", f"{nama}.rels")
    isi.setdefault(rels, f'<Relationships xmlns="{RELS}"></Relationships>'.encode())
    penuh = macam if "/" in macam else f"{R}/{macam}"
    mode = ' TargetMode="External"' if luar else ""
    sisip_akhir(isi, rels, f'<Relationship Id="{rid}" Type="{penuh}" Target="{tujuan}"{mode}/>')


def jenis(isi: Bagian, nama: str, tipe: str) -> None:
    """Give a part a content type."""
    sisip_akhir(isi, "[Content_Types].xml", f'<Override PartName="/{nama}" ContentType="{tipe}"/>')


def tambah_lembar(
    isi: Bagian, judul: str, xml: str, *, macam: str = "worksheet", part: str = "", keadaan: str = "", nomor: int = 900
) -> str:
    """Add a sheet at the end and return its part."""
    tipe = {"worksheet": "worksheet", "chartsheet": "chartsheet", "dialogsheet": "dialogsheet"}[macam]
    part = part or f"xl/{tipe}s/sheet{nomor}.xml"
    isi[part] = xml.encode()
    jenis(isi, part, f"{CT}.spreadsheetml.{tipe}+xml")
    hubungkan(isi, "xl/workbook.xml", f"rId{nomor}", macam, posixpath.relpath(part, "xl"))
    rupa = f' state="{keadaan}"' if keadaan else ""
    ubah(
        isi,
        "xl/workbook.xml",
        "</sheets>",
        f'<sheet name="{judul}" sheetId="{nomor}"{rupa} xmlns:r="{R}" r:id="rId{nomor}"/></sheets>',
    )
    return part


_SEBARIS = re.compile(rb'<c ([^>]*?)t="inlineStr"([^>]*)><is>(.*?)</is></c>', re.DOTALL)


def ke_bersama(isi: Bagian) -> None:
    """Move all inline texts into shared strings, as Excel does when it saves."""
    nomor: dict[bytes, int] = {}

    def ganti(m: re.Match[bytes]) -> bytes:
        n = nomor.setdefault(m[3], len(nomor))
        return b'<c %st="s"%s><v>%d</v></c>' % (m[1], m[2], n)

    for nama in [n for n in isi if n.startswith("xl/worksheets/sheet")]:
        isi[nama] = _SEBARIS.sub(ganti, isi[nama])
    isi["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{M}" count="{len(nomor)}" uniqueCount="{len(nomor)}">'.encode()
        + b"".join(b"<si>" + x + b"</si>" for x in nomor)
        + b"</sst>"
    )
    jenis(isi, "xl/sharedStrings.xml", f"{CT}.spreadsheetml.sharedStrings+xml")
    hubungkan(isi, "xl/workbook.xml", "rIdSst", "sharedStrings", "sharedStrings.xml")
