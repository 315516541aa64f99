"""Comparison 5: why an indicator met its target or not, and what was done about it, from the sheet Analisis."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lkjip_xl.ringkasan.analisis import URAIAN
from lkjip_xl.ringkasan.indikator import Indikator, tercapai
from lkjip_xl.skema.kalimat import kalimat
from lkjip_xl.word.bagian import belum_ada, tabel_ringkasan
from lkjip_xl.word.bahan import Bahan, nama
from lkjip_xl.word.bilangan import ada, persen, rangkai
from lkjip_xl.word.naskah import Balok, Butir, Isian, Paragraf, Tabel


def analisis(b: Bahan) -> Iterator[Balok]:
    """Table, causes and solutions of all indicators."""
    if not b.indikator:
        yield from belum_ada(b, "pengukuran", ": target dan realisasi tiap indikator.")
        return
    isi = list(tabel_ringkasan(b, "Analisis Kinerja")) if b.rekaman("analisis") else []
    yield from isi
    if not any(isinstance(x, Tabel) for x in isi):
        yield from uraian_analisis(b, b.indikator)
        return
    # the table has every word of it; what did not go well is worth reading twice
    terukur = [x for x in b.indikator if ada(x.capaian)]
    kurang = [x for x in terukur if not tercapai(x.capaian, x.desimal)]
    if terukur and len(kurang) < len(terukur):
        yield Paragraf(kalimat("analisis.sebagian" if kurang else "analisis.semua"), kunci="analisis")
    yield from uraian_analisis(b, b.indikator, ditulis={x.kode for x in kurang})


def uraian_analisis(
    b: Bahan, indikator: Sequence[Indikator], ditulis: Collection[str] | None = None
) -> Iterator[Balok]:
    """Causes and solutions per indicator, then one placeholder per kind of gap; a solution is asked only below target.

    ditulis: kodes of the indicators with text of their own, None = all.
    """
    kurang: dict[str, list[str]] = {}
    for x in indikator:
        tulisan = {k: _tulisan(b, x, k) for k, _ in URAIAN}
        butir = [kalimat(f"analisis.{_sebutan(x, k)}", isi=_bersama(t)) for k, t in tulisan.items() if t]
        if butir and (ditulis is None or x.kode in ditulis):
            capaian = kalimat("analisis.judul_capaian", capaian=persen(x.capaian, x.desimal)) if ada(x.capaian) else ""
            yield Paragraf(kalimat("analisis.judul", indikator=nama(x), capaian=capaian), "Isi Awal", x.kode)
            yield Butir(tuple(butir), x.kode)
        for kolom, sebutan in _wajib(x):
            if not tulisan[kolom]:
                kurang.setdefault(sebutan, []).append(nama(x))
    for sebutan, milik in kurang.items():
        lembar = b.buku["analisis"].lembar
        yield Isian(f"Uraikan {sebutan} (lembar {lembar}), indikator: {rangkai(milik, ';')}.", sebutan)


def _sebutan(x: Indikator, kolom: str) -> str:
    """How a column is called: what helped an indicator that fell short is no cause of its success."""
    kurang = ada(x.capaian) and not tercapai(x.capaian, x.desimal)
    return f"{kolom}_kurang" if kurang and kolom == "pendorong" else kolom


def _bersama(butir: Sequence[str]) -> str:
    """What several rows say as one text: what begins with a capital letter is a sentence of its own."""
    return butir[0] + "".join(f"{'; ' if t[:1].islower() else '. '}{t}" for t in butir[1:])


def _wajib(x: Indikator) -> Iterator[tuple[str, str]]:
    """The columns of the analysis an indicator cannot do without; none where there is no capaian to explain."""
    if not ada(x.capaian):
        return
    if tercapai(x.capaian, x.desimal):
        yield "pendorong", "penyebab keberhasilan"
    else:
        yield "penghambat", "penyebab tidak tercapainya target"
        yield "solusi", "solusi"


def _tulisan(b: Bahan, x: Indikator, kolom: str) -> list[str]:
    isi = (r.nilai.get(kolom) for r in b.baris("Analisis Kinerja", x))
    return [str(t).strip().rstrip(".") for t in isi if isinstance(t, str) and t.strip()]
