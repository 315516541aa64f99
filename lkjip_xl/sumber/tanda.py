"""What a source holds that no cell says: raised marks, read apart from their figures, and rows that may be the rest of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip_xl.sumber.baris_terbelah import sambungan_ragu
from lkjip_xl.sumber.model import Kisi, TabelAsing


def tanda_atas(kisi: Iterable[Kisi], kode: str = "AB-16") -> Iterator[tuple[str, dict[str, object]]]:
    """What is said once per grid that bears raised marks: code of schemas/pesan.yaml, first cell, number, the marks."""
    for k in kisi:
        bertanda = {letak: x.atas for letak, x in sorted(k.sel.items()) if x.atas.strip()}
        if bertanda:
            berkas, sel = k.alamat(*next(iter(bertanda)))
            tanda = ", ".join(dict.fromkeys(bertanda.values()))
            yield kode, {"lembar": berkas, "sel": sel, "jumlah": len(bertanda), "tanda": tanda}


def sambungan(tabel: TabelAsing) -> Iterator[tuple[str, dict[str, object]]]:
    """What is said of every row that was joined to the one above it and may be one of its own."""
    for b in tabel.baris:
        if sambungan_ragu(b):
            n, s = next(iter(b.sel.items()))
            berkas, sel = tabel.alamat(b, n)
            yield "SB-17", {"lembar": berkas, "sel": sel, "nilai": s.teks}
