"""Word fields and bookmarks as XML: page numbers, captions that count, lists made of headings and captions."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_TAK_SAH = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def bersih(teks: str) -> str:
    """Text without the characters XML forbids."""
    return _TAK_SAH.sub("", teks)


def aman(teks: str) -> str:
    """Text as XML content.

    >>> aman("a & b" + chr(7))
    'a &amp; b'
    """
    return escape(bersih(teks))


def potong(teks: str, sifat: str = "") -> str:
    """A run of text; line breaks and tabs stay. sifat: inner XML of its w:rPr."""
    rpr = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    baris = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{aman(b)}</w:t>' if b else "" for b in potongan.split("\t"))
        for potongan in teks.split("\n")
    )
    return f"<w:r>{rpr}{'<w:br/>'.join(baris)}</w:r>"


def bidang(perintah: str, hasil: str = "", sifat: str = "") -> str:
    """A field with its stored result."""
    rpr = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {aman(perintah)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>{potong(hasil, sifat)}'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bidang_buka(perintah: str) -> str:
    """Beginning of a field whose result is whole paragraphs."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {aman(perintah)} '
        f'</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


BIDANG_TUTUP = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def penanda(nomor: int, nama: str, isi: str) -> str:
    """Content with a bookmark around it."""
    return f'<w:bookmarkStart w:id="{nomor}" w:name={quoteattr(nama)}/>{isi}<w:bookmarkEnd w:id="{nomor}"/>'


def tautan(nama: str, isi: str) -> str:
    """Content that jumps to a bookmark."""
    return f'<w:hyperlink w:anchor={quoteattr(nama)} w:history="1">{isi}</w:hyperlink>'
