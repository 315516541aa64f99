"""A finding and the report of all findings: what, where, how bad, what was expected, what to do."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from math import isnan

from lkjip_xl.inti.alamat import lipat as lipat_alamat
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.bacaan import baca

VERSI_JSON = 1


# codes of which so many in one sheet have one cause: a summary that was not renewed, indicators measured in words, a table in
# millions, figures pasted over formulas
BANJIR = {"RS-01": 8, "AN-23": 2, "AN-28": 2, "RM-01": 3, "RM-04": 3}
# a column written in one style raises one question, however many of its cells show it
PER_KOLOM = frozenset({"AG-18", "AN-02", "AN-13"})
# a habit of the whole report, its words or its units, is told once, whatever sheets show it
PER_BUKU = frozenset({"AN-23", "ST-01"})
_SERUPA = re.compile(r" Serupa pada \d+ sel lain\.$")
SEBUTAN_TERPANJANG = 2000  # letters of the addresses a finding lists
# how the sentence of a check is known again on the guide, and that of one sheet
_BERSIH, _TUNJUK, _SEBAGIAN = "Tidak ada ketidaksesuaian.", " — lihat lembar Hasil Validasi.", "Lembar "


class Tingkat(StrEnum):
    """How bad a finding is."""

    KESALAHAN = "Kesalahan"
    PERINGATAN = "Peringatan"
    CATATAN = "Catatan"
    TAK_DAPAT = "Tak dapat diperiksa"


BERAT = (Tingkat.KESALAHAN, Tingkat.PERINGATAN, Tingkat.TAK_DAPAT, Tingkat.CATATAN)
"""What to look at first, in this order."""


@dataclass(frozen=True, slots=True)
class Putusan:
    """What a person has judged of a finding that counts no longer: why, in which office, and when (as typed)."""

    alasan: str
    jabatan: str
    tanggal: str = ""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding.

    lembar, sel: where ("" = the whole sheet or file); a folded finding lists its cells in `sel` ("D7, D9–D12") and
    keeps them in sel_semua, the worst first, and where they say different things what each says in rincian (cell, value, what
    was expected). nilai: what stands there; seharusnya: what was expected; sel_terkait: (sheet, cell)
    pairs that hold the other side of a contradiction. putusan: only of a finding that is dikecualikan.
    """

    kode: str
    tingkat: Tingkat
    lembar: str
    sel: str
    kolom: str
    nilai: object
    seharusnya: object
    pesan: str
    saran: str
    rujukan: str = ""
    sel_terkait: tuple[tuple[str, str], ...] = ()
    sel_semua: tuple[str, ...] = ()
    rincian: tuple[tuple[str, object, object], ...] = ()
    putusan: Putusan | None = None

    @property
    def sel_pertama(self) -> str:
        """The cell to look at first, for a link."""
        return self.sel_semua[0] if self.sel_semua else self.sel

    def menyangkut(self, lembar: str) -> bool:
        """Is it a finding of this sheet, or one of the whole book that this sheet shows, too?"""
        return self.lembar == lembar or (self.kode in PER_BUKU and any(x == lembar for x, _ in self.sel_terkait))


@dataclass(frozen=True, slots=True)
class Reviu:
    """One line of the sheet Lembar Reviu: a finding, and what a person has judged of it.

    kunci: what the judgement holds for (code, sheet, key of the row, column, values); tempat: the same without values.
    """

    kunci: str
    tempat: str
    kode: str
    lembar: str
    sel: str
    baris: str
    kolom: str
    isi: str
    masalah: str
    alasan: str = ""
    jabatan: str = ""
    tanggal: str = ""
    status: str = ""


@dataclass(slots=True)
class HasilPeriksa:
    """All findings of one check; `gagal` = rules of ours that crashed (name and reason), never the user's fault.

    dikecualikan: findings a person has judged, which count nowhere; reviu: the lines of Lembar Reviu, None where that
    sheet is not to be written. berkas: name of the workbook; templat: version of the template it was made from, "" where
    unknown; tambahan: what the user had put on the sheet the findings were written to, and what became of it (no findings
    of the check); hitungan: how much was compared, where a table was; terakhir: what the guide of a workbook says of its last check or
    button, where this check was only read.
    """

    temuan: list[Temuan] = field(default_factory=list)
    gagal: list[tuple[str, str]] = field(default_factory=list)
    berkas: str = ""
    templat: str = ""
    tambahan: list[Temuan] = field(default_factory=list)
    dikecualikan: list[Temuan] = field(default_factory=list)
    reviu: list[Reviu] | None = None
    hitungan: Mapping[str, object] = field(default_factory=dict)
    terakhir: str = ""

    def urut(self, lembar: Sequence[str]) -> HasilPeriksa:
        """Findings by severity, then sheet in the given order, row, column, code; those without a cell first."""
        letak = {n: i for i, n in enumerate(lembar)}

        def kunci(t: Temuan) -> tuple[int, int, int, int, str]:
            baris, kolom = _letak(t.sel_pertama)
            return BERAT.index(t.tingkat), letak.get(t.lembar, -1), baris, kolom, t.kode

        return replace(self, temuan=sorted(self.temuan, key=kunci), dikecualikan=sorted(self.dikecualikan, key=kunci))

    def lipat(self, tingkat: Iterable[Tingkat] = (Tingkat.CATATAN,)) -> HasilPeriksa:
        """Fold repeats: findings of these severities with one code, sheet and column become one with all cells.

        Where they differ in what they say, the worst speaks for all and says how many more there are. Those of other
        severities fold only where they say the very same thing, and a flood of one code in one sheet (BANJIR) folds.
        Of PER_BUKU the first sheet's speaks for all; cells of others are related.
        """
        boleh = set(tingkat)
        banyak = Counter((t.kode, t.lembar) for t in self.temuan)
        kelompok: dict[object, list[Temuan]] = {}
        for i, t in enumerate(self.temuan):
            kunci: tuple[object, ...] = (t.kode, t.tingkat, t.lembar)
            if t.kode not in BANJIR or banyak[t.kode, t.lembar] < BANJIR[t.kode]:
                kunci += (t.kolom,)
                if t.tingkat not in boleh and t.kode not in PER_KOLOM:
                    kunci += (t.pesan, t.saran, str(t.nilai), str(t.seharusnya))
            # one that speaks for many cells (banjir.py) does so already
            kelompok.setdefault(kunci if t.sel and len(t.sel_semua) <= 1 else i, []).append(t)
        return replace(self, temuan=_sebuku(_satukan(sama) for sama in kelompok.values()))

    def ratakan(self, *bidang: str) -> list[tuple]:
        """The named fields of every finding, for comparing a whole report in one line."""
        return [tuple(getattr(t, b) for b in bidang) for t in self.temuan]

    def jumlah(self) -> dict[Tingkat, int]:
        """Number of findings per severity."""
        return {x: sum(t.tingkat is x for t in self.temuan) for x in Tingkat}

    def kode_keluar(self) -> int:
        """0 clean, 1 only warnings (or something that could not be checked), 2 errors, 3 our own failure."""
        n = self.jumlah()
        if self.gagal:
            return 3
        if n[Tingkat.KESALAHAN]:
            return 2
        return 1 if n[Tingkat.PERINGATAN] or n[Tingkat.TAK_DAPAT] else 0

    def kalimat(self, *, tertulis: bool = False) -> str:
        """One sentence for the screen and the status bar; tertulis: the findings stand on the sheet, so it points there."""
        n = {t: x for t, x in self.jumlah().items() if x}
        kecuali = f" {len(self.dikecualikan)} hasil dikecualikan (lembar Lembar Reviu)." if self.dikecualikan else ""
        if not n:
            return f"{_BERSIH}{kecuali}"
        return ", ".join(f"{x} {t.lower()}" for t, x in n.items()) + (_TUNJUK if tertulis else ".") + kecuali

    @property
    def bertentangan(self) -> bool:
        """Does the guide tell another outcome of a whole check than this one?"""
        periksa = self.terakhir.startswith(_BERSIH) or _TUNJUK in self.terakhir
        sebagian = self.terakhir.startswith(_SEBAGIAN)
        return periksa and not sebagian and self.terakhir != self.kalimat(tertulis=True)

    def ke_json(self) -> str:
        """The report as JSON: {"versi", "berkas", "templat", "jumlah", "temuan": [...], "dikecualikan": [...], "gagal": [...]}."""
        isi = {
            "versi": VERSI_JSON,
            "berkas": self.berkas,
            "templat": self.templat,
            "jumlah": {t.value: n for t, n in self.jumlah().items()},
            "temuan": [_sebagai_json(t) for t in self.temuan],
            "dikecualikan": [_sebagai_json(t) for t in self.dikecualikan],
            "gagal": [{"aturan": a, "sebab": s} for a, s in self.gagal],
        }
        if self.hitungan:
            isi["hitungan"] = dict(self.hitungan)
        return json.dumps(isi, ensure_ascii=False, indent=1, default=str)


def _letak(sel: str) -> tuple[int, int]:
    """Row and column for sorting: of a range its first cell, (0, 0) where there is no cell."""
    try:
        return pecah(sel.split(":")[0])
    except ValueError:
        return 0, 0


def _satukan(sama: Sequence[Temuan]) -> Temuan:
    """One finding for findings of one cause: the worst of them speaks."""
    if len(sama) == 1:
        return sama[0]
    awal = max(sama, key=_jauh)
    sel = list(dict.fromkeys(s for t in sama for s in (t.sel_semua or (t.sel,))))
    urut = tuple(dict.fromkeys(s for t in (awal, *sama) for s in (t.sel_semua or (t.sel,))))
    sepakat = all(t.pesan == awal.pesan for t in sama)
    isi = tuple(x for t in sama for x in (t.rincian or ((t.sel, t.nilai, t.seharusnya),)))
    return replace(
        awal,
        sel=sebut_sel(sel),
        sel_semua=urut,
        sel_terkait=tuple(dict.fromkeys(s for t in (awal, *sama) for s in t.sel_terkait)),
        nilai=awal.nilai if all(t.nilai == awal.nilai for t in sama) else None,
        seharusnya=awal.seharusnya if all(t.seharusnya == awal.seharusnya for t in sama) else None,
        pesan=awal.pesan if sepakat else serupa(awal.pesan, len(sel) - 1),
        rincian=isi if len({(str(n), str(h)) for _, n, h in isi}) > 1 else (),
    )


def _sebuku(temuan: Iterable[Temuan]) -> list[Temuan]:
    """The findings of PER_BUKU of one code and severity made one, in place of the first."""
    kelompok: dict[object, list[Temuan]] = {}
    for i, t in enumerate(temuan):
        kelompok.setdefault((t.kode, t.tingkat) if t.kode in PER_BUKU and t.sel else i, []).append(t)
    return [_satu_buku(sama[0], sama[1:]) if len(sama) > 1 else sama[0] for sama in kelompok.values()]


def _satu_buku(awal: Temuan, lain: Sequence[Temuan]) -> Temuan:
    sel = [(t.lembar, s) for t in lain for s in (t.sel_semua or (t.sel,))]
    pesan = serupa(tanpa_serupa(awal.pesan), max(len(awal.sel_semua), 1) - 1 + len(sel))
    terkait = (*awal.sel_terkait, *sel, *(s for t in lain for s in t.sel_terkait))
    juga = "; ".join(f"{t.lembar} {t.sel}" for t in lain)
    return replace(awal, pesan=f"{pesan} Juga di {juga}.", sel_terkait=tuple(dict.fromkeys(terkait)))


def sebut_sel(sel: Sequence[str]) -> str:
    """The cells of a finding as one short text; of a very long one the beginning, all of them are kept beside it.

    >>> sebut_sel(["D7", "D9", "D10"]), sebut_sel(["tabel 2 baris 3 kolom 1", "tabel 2 baris 4 kolom 1"])
    ('D7, D9–D10', 'tabel 2 baris 3 kolom 1, tabel 2 baris 4 kolom 1')
    """
    try:
        teks = lipat_alamat(sel)
    except ValueError:  # places in a document
        teks = ", ".join(sel)
    return teks if len(teks) <= SEBUTAN_TERPANJANG else teks[: teks.rindex(", ", 0, SEBUTAN_TERPANJANG)] + " …"


def serupa(pesan: str, banyak: int) -> str:
    """What a finding says that speaks for so many other cells."""
    return f"{pesan} Serupa pada {banyak} sel lain."


def tanpa_serupa(pesan: str) -> str:
    """The same of its own cell alone.

    >>> tanpa_serupa(serupa("Kosong.", 3))
    'Kosong.'
    """
    return _SERUPA.sub("", pesan)


def _jauh(t: Temuan) -> float:
    """How far what stands there is from what was expected, by the larger of the two; 0 where they are no figures."""
    a, b = (
        x if isinstance(x, (int, float)) else baca(x).nilai if isinstance(x, str) else None
        for x in (t.nilai, t.seharusnya)
    )
    if a is None or b is None or isnan(a) or isnan(b):
        return 0.0
    return abs(a - b) / (max(abs(a), abs(b)) or 1.0)


def _sebagai_json(t: Temuan) -> dict[str, object]:
    isi = {k: _tanpa_nan(v) for k, v in asdict(t).items() if k != "putusan" or v is not None}
    return isi | {"rincian": [[_tanpa_nan(x) for x in r] for r in t.rincian]}


def _tanpa_nan(x: object) -> object:
    """JSON knows no NaN."""
    return None if isinstance(x, float) and isnan(x) else x
