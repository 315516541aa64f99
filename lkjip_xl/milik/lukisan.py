"""What the buttons paint, made ready: a sheet is cleared before it is painted, so what the user put there is painted again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar, Sel
from lkjip_xl.lembar.sel import Rumus, isi
from lkjip_xl.milik.catatan import bangun_catatan, baris_berikut, lembar_catatan, yang_baru
from lkjip_xl.milik.tambahan import Tambahan, cari_tambahan
from lkjip_xl.tabel.tanda import cari, periksa_milik


@dataclass(slots=True)
class Lukisan:
    """Sheets to paint whole, rows to append to sheets of notes that exist, and a sentence that names those sheets."""

    lembar: list[Worksheet]
    sambungan: list[Worksheet] = field(default_factory=list)
    kalimat: str = ""


def siapkan_lukisan(
    baru: Sequence[Worksheet],
    lembar: Mapping[str, Lembar],
    tanda: Mapping[str, str],
    berkas: str,
    *,
    semua: Sequence[str] = (),
    komentar: Mapping[str, Mapping[str, str]] | None = None,
    lain: Sequence[str] = (),
) -> Lukisan:
    """Let what the user added on sheets of ours outlive the painting; raises GalatBerkas (BK-40) where one is not ours.

    lembar: the sheets as they stand, without those for input; semua: the names of all. komentar: notes on cells by sheet
    and address, which clearing takes away. lain: sheets that are no worksheets (charts). Sheets of notes come first: they stand before anything is cleared.
    """
    periksa_milik(lembar, tanda, [ws.title for ws in baru], berkas, lain)
    hasil = Lukisan([])
    kalimat = []
    for ws in baru:
        lama = cari(lembar, ws.title)
        if lama is None:
            continue
        t = cari_tambahan(lama, ws, komentar=(komentar or {}).get(lama.nama))
        if t.pindah and (tujuan := _catat(hasil, t, lembar, tanda, [*(semua or lembar), *lain])):
            kalimat.append(f"{len(t.pindah)} isian Anda di lembar {ws.title} dipindahkan ke lembar {tujuan}.")
        for (b, k), s in t.tetap.items():
            _lukis_lagi(ws.cell(b, k), s)
    hasil.lembar += baru
    hasil.kalimat = " ".join(kalimat)
    return hasil


def _catat(
    hasil: Lukisan, t: Tambahan, lembar: Mapping[str, Lembar], tanda: Mapping[str, str], semua: Sequence[str]
) -> str:
    """Entries for the sheet of notes; "" where it holds them all."""
    tujuan, ada = lembar_catatan(lembar, semua, tanda, t.lembar)
    isi = yang_baru(ada, t.pindah)
    if not isi:
        return ""
    ws = Workbook().worksheets[0]
    ws.title = tujuan
    bangun_catatan(ws, t.lembar, isi, None if ada is None else baris_berikut(ada))
    (hasil.lembar if ada is None else hasil.sambungan).append(ws)
    return tujuan


def _lukis_lagi(c: Cell | MergedCell, s: Sel) -> None:
    """A cell as it was: formula or value, and its number format."""
    if isinstance(c, MergedCell):
        raise TypeError("what a merged cell would hide is moved to the sheet of notes")
    isi(c, Rumus(s.rumus) if s.rumus else s.galat or s.nilai, s.format)
