"""Raised marks of a source, which are read apart from their figures and have no cell of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip_xl.sumber.model import Kisi


def tanda_atas(kisi: Iterable[Kisi], kode: str = "AB-16") -> Iterator[tuple[str, dict[str, object]]]:
    """What is said once per grid that bears raised marks: code of schemas/pesan.yaml, first cell, number, the marks."""
    for k in kisi:
        bertanda = {letak: x.atas for letak, x in sorted(k.sel.items()) if x.atas.strip()}
        if bertanda:
            berkas, sel = k.alamat(*next(iter(bertanda)))
            tanda = ", ".join(dict.fromkeys(bertanda.values()))
            yield kode, {"lembar": berkas, "sel": sel, "jumlah": len(bertanda), "tanda": tanda}
