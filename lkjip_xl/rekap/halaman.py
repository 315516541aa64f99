"""The rekap as one HTML page: no network, tables that sort by a click, readable and printable without any script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape
from itertools import islice

from lkjip_xl.buku.keluaran import TANDA_HTML
from lkjip_xl.inti.angka import tulis
from lkjip_xl.rekap.tabel import Sel, TabelRekap, Taut, polos
from lkjip_xl.ringkasan.model import KolomRingkas
from lkjip_xl.validasi.halaman import GAYA

BARIS_MAKS = 2000  # of one table: a page is read, not searched through
RINCI = frozenset({"indikator", "program"})  # in the workbook and the CSV only
GAYA_REKAP = """
body { max-width: none; } table { table-layout: auto; font-size: 12px; } th { cursor: pointer; position: sticky; top: 0; }
td.n { text-align: right; white-space: nowrap; } th[aria-sort=ascending]::after { content: " ▲"; } th[aria-sort=descending]::after { content: " ▼"; }
"""
# numbers sort by data-n, texts as they are read; blanks stay at the end
SKRIP = """
document.querySelectorAll('th').forEach(function (th) { th.addEventListener('click', function () {
  var badan = th.closest('table').tBodies[0], k = th.cellIndex, naik = th.getAttribute('aria-sort') !== 'ascending';
  var nilai = function (tr) { var td = tr.cells[k]; return td.dataset.n ? parseFloat(td.dataset.n) : td.textContent.trim(); };
  var baris = Array.from(badan.rows).sort(function (a, b) {
    var x = nilai(a), y = nilai(b);
    if (x === '' || y === '') return (x === '') - (y === '');
    var n = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'id', {numeric: true});
    return naik ? n : -n; });
  baris.forEach(function (tr) { badan.appendChild(tr); });
  th.parentNode.querySelectorAll('th').forEach(function (x) { x.removeAttribute('aria-sort'); });
  th.setAttribute('aria-sort', naik ? 'ascending' : 'descending'); }); });
"""


def halaman_rekap(tabel: Sequence[TabelRekap], catatan: Sequence[str]) -> str:
    """The page; whatever staff typed is only text."""
    isi = "".join(_tabel(t) for t in tabel if t.nama not in RINCI)
    kepala = "".join(f'<p class="sub">{escape(c)}</p>' for c in catatan)
    return (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        f"{TANDA_HTML}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Rekap LKjIP</title><style>{GAYA}{GAYA_REKAP}</style></head><body><h1>Rekap LKjIP</h1>"
        f"{kepala}{isi}<script>{SKRIP}</script></body></html>\n"
    )


def _tabel(t: TabelRekap) -> str:
    baris = list(islice(t.baris(), BARIS_MAKS + 1))
    if not baris:
        return ""
    lebih = f"<p>{BARIS_MAKS} baris pertama; selebihnya di buku rekap.</p>" if len(baris) > BARIS_MAKS else ""
    kepala = "".join(f"<th>{escape(k.judul)}</th>" for k in t.kolom)
    badan = "".join(f"<tr>{''.join(_sel(t.kolom, b))}</tr>" for b in baris[:BARIS_MAKS])
    return (
        f'<h2>{escape(t.lembar)}</h2><p class="sub">{escape(t.keterangan)}</p>'
        f"<table><thead><tr>{kepala}</tr></thead><tbody>{badan}</tbody></table>{lebih}"
    )


def _sel(kolom: Sequence[KolomRingkas], b: Sequence[Sel | Taut]) -> Iterator[str]:
    for k, x in zip(kolom, map(polos, b), strict=True):
        if isinstance(x, datetime):
            yield f"<td>{x:%Y-%m-%d}</td>"
        elif isinstance(x, (int, float)):
            teks = str(x) if k.nama == "tahun" else tulis(float(x), k.desimal)
            yield f'<td class="n" data-n="{x!r}">{escape(teks)}</td>'
        else:
            yield f"<td>{escape(x or '')}</td>"
