"""What every answer to a button needs, loaded while the macro still saves the copy of the workbook."""

from __future__ import annotations


def hangatkan() -> None:
    """Import what costs most of a short answer's time."""
    import lkjip_xl.lembar.buku_ringkasan
    import lkjip_xl.milik.lukisan
    import lkjip_xl.tabel.muat
    import lkjip_xl.validasi.periksa  # noqa: F401
