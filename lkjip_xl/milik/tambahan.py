"""What the user has put on a sheet that is written anew: what stays where it is, and what would be lost there.

A cell beside or below ours stays, unless the new sheet needs its place. A remark beside a row stays only while that row says the
same: next to another indicator or finding it would say something false. What cannot stay becomes an entry for the sheet of notes.
A constant typed over one of our own figures cannot be told from a figure that is merely out of date; validasi reports both (RS-01).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache

from openpyxl.worksheet.worksheet import Worksheet

from lkjip_xl.buku.baca import Lembar, Sel
from lkjip_xl.inti.alamat import kawasan, pecah
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.kunci import kunci_excel
from lkjip_xl.milik.kawasan import Kawasan, kawasan_kita
from lkjip_xl.tabel.daftar_lembar import milik_daftar
from lkjip_xl.tabel.langsung import rumus_langsung
from lkjip_xl.tabel.model import BARIS_DATA, BARIS_PETUNJUK
from lkjip_xl.tabel.tanda import KEMBALI, PETUNJUK, TEMPAT_INSTANSI

ISI, RUMUS, KOMENTAR, TAUTAN = "isi", "rumus", "komentar", "tautan"
PANJANG_BARIS = 80
_LOMPAT = '=HYPERLINK("#'  # how the buttons write our links

Tempat = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Catatan:
    """One entry: address, kind, content, formula as text, and what its row said."""

    sel: str
    jenis: str
    isi: object
    rumus: str
    baris: str

    def nilai(self) -> tuple[object, ...]:
        """As a row of the sheet of notes."""
        return self.sel, self.jenis, self.isi, self.rumus, self.baris


@dataclass(slots=True)
class Tambahan:
    """What was found on one sheet: cells that stay, entries for the notes."""

    lembar: str
    tetap: dict[Tempat, Sel] = field(default_factory=dict)
    pindah: list[Catatan] = field(default_factory=list)


def cari_tambahan(
    lama: Lembar,
    baru: Worksheet,
    *,
    tabel: Iterable[str] = (),
    komentar: Mapping[str, str] | None = None,
    tautan: Mapping[str, str] | None = None,
) -> Tambahan:
    """Compare a sheet of ours as it stands with the one that takes its place.

    tabel: ranges of the user's tables that stay, whole. komentar: notes on cells that the
    new sheet will not carry, tautan: where cells lead to outside the workbook, both by address.
    """
    kita = kawasan_kita(lama, baru)
    dipakai = cache(lambda: sel_dipakai(baru))  # most sheets hold nothing of the user's
    utuh = [kawasan(r) for r in tabel]
    hasil = Tambahan(baru.title)
    beda: dict[int, bool] = {}
    for b, k in sorted(lama.sel):
        s = lama.sel[b, k]
        if s.rumus is None and s.galat is None and s.nilai in (None, ""):
            continue
        if b <= BARIS_PETUNJUK and s.nilai == KEMBALI:
            continue
        if kita.memuat(b, k):
            if s.rumus is not None and not _rumus_kita(lama, baru, (b, k)):
                hasil.pindah.append(_entri(lama, kita, (b, k), s))
            continue
        di_tabel = any(b1 <= b <= b2 and k1 <= k <= k2 for b1, k1, b2, k2 in utuh)
        if b not in beda:
            beda[b] = _baris_berubah(lama, baru, kita, b)
        if (b, k) in dipakai() or (beda[b] and s.rumus is None and not di_tabel):
            hasil.pindah.append(_entri(lama, kita, (b, k), s))
        else:
            hasil.tetap[(b, k)] = s
    lepas = [(sel, KOMENTAR, teks) for sel, teks in (komentar or {}).items()]
    lepas += [(sel, TAUTAN, ke) for sel, ke in (tautan or {}).items() if pecah(sel) not in hasil.tetap]
    for sel, jenis, isi in lepas:
        hasil.pindah.append(Catatan(sel, jenis, isi, "", _sebutan(lama, kita, kawasan(sel)[0])))
    return hasil


def _rumus_kita(lama: Lembar, baru: Worksheet, tempat: Tempat) -> bool:
    """Did we write the formula of a cell of ours? The guide has no others than its live checks and links."""
    rumus = lama.sel[tempat].rumus or ""
    if rumus.startswith(_LOMPAT):
        return True
    if kunci_excel(baru.title) == kunci_excel(PETUNJUK):
        return tempat == TEMPAT_INSTANSI or rumus_langsung(rumus) or milik_daftar(rumus)
    c = baru._cells.get(tempat)
    return c is not None and c.data_type == "f"


def sel_dipakai(ws: Worksheet) -> set[Tempat]:
    """The cells a sheet to be written needs, merged ones included."""
    hasil = {tempat for tempat, c in ws._cells.items() if c.value is not None or c.has_style}
    for r in ws.merged_cells.ranges:
        hasil |= {(b, k) for b in range(r.min_row, r.max_row + 1) for k in range(r.min_col, r.max_col + 1)}
    return hasil


def _entri(lama: Lembar, kita: Kawasan, tempat: Tempat, s: Sel) -> Catatan:
    isi = s.galat if s.galat is not None else s.nilai
    if isinstance(isi, (datetime, date, time)):
        isi = isi.isoformat()
    elif not isinstance(isi, (str, int, float)) or isinstance(isi, bool):
        isi = "" if isi is None else str(isi)
    return Catatan(alamat_sel(*tempat), RUMUS if s.rumus else ISI, isi, s.rumus or "", _sebutan(lama, kita, tempat[0]))


def _sebutan(lama: Lembar, kita: Kawasan, baris: int) -> str:
    """What a row of ours says, shortened: by it people find the row again wherever it has gone."""
    isi = " | ".join(_teks_baris(lama, kita, baris)) if BARIS_DATA - 1 <= baris <= kita.akhir else ""
    return isi if len(isi) <= PANJANG_BARIS else isi[: PANJANG_BARIS - 1] + "…"


def _teks_baris(lama: Lembar, kita: Kawasan, baris: int) -> list[str]:
    sel = (lama.sel.get((baris, k)) for k in range(1, kita.kolom + 1) if kita.memuat(baris, k))
    return [s.nilai for s in sel if s is not None and s.rumus is None and isinstance(s.nilai, str) and s.nilai]


def _baris_berubah(lama: Lembar, baru: Worksheet, kita: Kawasan, baris: int) -> bool:
    """Do the words of one of our body rows differ from those the new sheet has there? Figures may change."""
    if not BARIS_DATA - 1 <= baris <= kita.akhir:
        return False
    dulu = _teks_baris(lama, kita, baris)
    kini = [
        c.value
        for k in range(1, kita.kolom + 1)
        if (c := baru._cells.get((baris, k))) is not None
        and c.data_type != "f"
        and isinstance(c.value, str)
        and c.value
    ]
    return bool(dulu) and dulu != kini
