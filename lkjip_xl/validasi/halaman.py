"""The findings as one HTML page: no network, no script needed, grouped by sheet, ready to print."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from lkjip_xl.buku.keluaran import TANDA_HTML
from lkjip_xl.inti.angka import tulis
from lkjip_xl.inti.temuan import HasilPeriksa, Putusan, Temuan, Tingkat

SINGKAT = {Tingkat.KESALAHAN: "k", Tingkat.PERINGATAN: "p", Tingkat.CATATAN: "c", Tingkat.TAK_DAPAT: "t"}
SELURUH_BERKAS = "Berkas"
DIKECUALIKAN = "Dikecualikan (Lembar Reviu)"
GAYA = """
:root { color-scheme: light; font: 14px/1.45 Calibri, Carlito, "Segoe UI", sans-serif; color: #1a1a1a; }
body { margin: 1.5rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { color: #1f3864; margin: 0; } h2 { color: #1f3864; margin: 1.6rem 0 .4rem; font-size: 1.1rem; break-after: avoid; }
.sub { color: #595959; margin: .2rem 0 1rem; }
.jumlah { display: flex; gap: .6rem; flex-wrap: wrap; list-style: none; padding: 0; }
.jumlah label { border: 1px solid #a6a6a6; border-left-width: .5rem; padding: .25rem .7rem; cursor: pointer; display: block; }
.k { border-left-color: #c00000 !important; } .p { border-left-color: #ed7d31 !important; }
.c { border-left-color: #2e75b6 !important; } .t { border-left-color: #7f7f7f !important; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th { background: #1f3864; color: #fff; text-align: left; } th, td { border: 1px solid #a6a6a6; padding: .3rem .45rem; vertical-align: top; }
td { overflow-wrap: anywhere; } td.tingkat { border-left-width: .5rem; font-weight: bold; }
tr { break-inside: avoid; } thead { display: table-header-group; }
.saran { color: #404040; } .putusan { font-style: italic; } .terkait, .kode { color: #595959; font-size: .85em; }
input:not(:checked) + span { text-decoration: line-through; color: #7f7f7f; }
body:has(#tk:not(:checked)) tr.bk, body:has(#tp:not(:checked)) tr.bp,
body:has(#tc:not(:checked)) tr.bc, body:has(#tt:not(:checked)) tr.bt { display: none; }
@media print { body { margin: 0; max-width: none; font-size: 11px; } .jumlah input { display: none; } @page { size: A4 landscape; margin: 12mm; } }
"""
_KOLOM = (("Sel", 9), ("Tingkat", 10), ("Isi", 13), ("Seharusnya", 13), ("Masalah dan saran", 55))


def halaman_temuan(laporan: HasilPeriksa, judul: str = "") -> str:
    """The page; judul: agency and year, shown under the name of the workbook. Whatever staff typed is only text."""
    n = laporan.jumlah()
    kepala = "".join(f'<col style="width:{lebar}%">' for _, lebar in _KOLOM)
    kepala = f"<colgroup>{kepala}</colgroup><thead><tr>{''.join(f'<th>{k}</th>' for k, _ in _KOLOM)}</tr></thead>"
    saring = "".join(
        f'<li><label class="{SINGKAT[t]}"><input type="checkbox" id="t{SINGKAT[t]}" checked> <span>{n[t]} {t.value}</span></label></li>'
        for t in Tingkat
        if n[t]
    )
    isi = "".join(
        f"<h2>{escape(lembar or SELURUH_BERKAS)}</h2><table>{kepala}<tbody>{''.join(map(_baris, milik))}</tbody></table>"
        for lembar, milik in groupby(laporan.temuan, key=lambda t: t.lembar)
    )
    if laporan.dikecualikan:
        isi += (
            f"<h2>{DIKECUALIKAN}</h2><table>{kepala}<tbody>{''.join(map(_baris, laporan.dikecualikan))}</tbody></table>"
        )
    gagal = "".join(f"<p>{escape(a)}: {escape(s)}</p>" for a, s in laporan.gagal)
    return (
        '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8">'
        f"{TANDA_HTML}"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Hasil Validasi {escape(laporan.berkas)}</title><style>{GAYA}</style></head><body>"
        f'<h1>Hasil Validasi</h1><p class="sub">{escape(" — ".join(x for x in (laporan.berkas, judul) if x))}</p>'
        f'<ul class="jumlah">{saring}</ul>{_banding(laporan)}{isi or "<p>Tidak ada ketidaksesuaian.</p>"}{gagal}</body></html>\n'
    )


def _banding(laporan: HasilPeriksa) -> str:
    """How much of another table was compared."""
    return "".join(f"<p>{escape(t.pesan)}</p>" for t in laporan.tambahan) if laporan.hitungan else ""


def _baris(t: Temuan) -> str:
    s = SINGKAT[t.tingkat]
    terkait = _terkait(t.sel_terkait)
    kolom = f' <span class="kode">({escape(t.kolom)})</span>' if t.kolom else ""
    return (
        f'<tr class="b{s}"><td>{escape(t.sel)}</td><td class="tingkat {s}">{escape(t.tingkat.value)}</td>'
        f"<td>{_isi(t.nilai)}</td><td>{_isi(t.seharusnya)}</td>"
        f'<td>{escape(t.pesan)}{kolom}<br><span class="saran">{escape(t.saran)}</span>{_rincian(t)}{terkait}{_putusan(t.putusan)}'
        f' <span class="kode">{escape(t.kode)}</span></td></tr>'
    )


def _putusan(p: Putusan | None) -> str:
    """Why a finding does not count, in which office that was judged, and when."""
    if p is None:
        return ""
    oleh = ", ".join(filter(None, (p.jabatan, p.tanggal)))
    return f'<br><span class="putusan">Dikecualikan: {escape(p.alasan)} ({escape(oleh)})</span>'


def _rincian(t: Temuan) -> str:
    """Of a folded finding what each cell says."""
    isi = "; ".join(f"{escape(sel)}: {_isi(n)}" + (f" ({_isi(h)})" if _isi(h) else "") for sel, n, h in t.rincian)
    return f'<br><span class="terkait">Tiap sel: {isi}</span>' if isi else ""


def _terkait(sel: Iterable[tuple[str, str]]) -> str:
    """The other cells of a contradiction, by sheet."""
    per_lembar = [(lembar, [s for _, s in milik]) for lembar, milik in groupby(sel, key=lambda x: x[0])]
    teks = "; ".join(f"{lembar}!{', '.join(milik)}" for lembar, milik in per_lembar)
    return f'<br><span class="terkait">Terkait: {escape(teks)}</span>' if teks else ""


def _isi(x: object) -> str:
    if x is None or x != x:  # NaN is a blank, too
        return ""
    if isinstance(x, (int, float)) and not isinstance(x, bool):
        return escape(tulis(float(x)))
    return escape(str(x))
