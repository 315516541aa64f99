"""A finding and the report of all findings: what, where, how bad, what was expected, what to do."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum

from lkjip_xl.buku.alamat import lipat as lipat_alamat
from lkjip_xl.buku.alamat import pecah

VERSI_JSON = 1


class Tingkat(StrEnum):
    """How bad a finding is; the order is the order of the report."""

    KESALAHAN = "Kesalahan"
    PERINGATAN = "Peringatan"
    CATATAN = "Catatan"
    TAK_DAPAT = "Tak dapat diperiksa"


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding.

    lembar, sel: where ("" = the whole sheet or file); a folded finding lists its cells in `sel` ("D7, D9–D12") and
    keeps them in sel_semua. nilai: what stands there; seharusnya: what was expected; sel_terkait: (sheet, cell)
    pairs that hold the other side of a contradiction.
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

    @property
    def sel_pertama(self) -> str:
        """The first cell, for a link."""
        return self.sel_semua[0] if self.sel_semua else self.sel


@dataclass(slots=True)
class Laporan:
    """All findings of one check; `gagal` = rules of ours that crashed (name and reason), never the user's fault."""

    temuan: list[Temuan] = field(default_factory=list)
    gagal: list[tuple[str, str]] = field(default_factory=list)
    berkas: str = ""

    def urut(self, lembar: Sequence[str]) -> Laporan:
        """Findings by sheet in the given order, then row, column, code."""
        letak = {n: i for i, n in enumerate(lembar)}

        def kunci(t: Temuan):
            baris, kolom = pecah(t.sel_pertama) if t.sel_pertama[:1].isalpha() else (0, 0)
            return letak.get(t.lembar, -1), baris, kolom, t.kode

        return replace_temuan(self, sorted(self.temuan, key=kunci))

    def lipat(self, tingkat: Iterable[Tingkat] = (Tingkat.CATATAN,)) -> Laporan:
        """Fold repeats: findings of these severities with one code, sheet and column become one with all cells."""
        boleh = set(tingkat)
        hasil: list[Temuan] = []
        kelompok: dict[tuple, list[Temuan]] = defaultdict(list)
        for t in self.temuan:
            if t.tingkat in boleh and t.sel:
                kunci = (t.kode, t.tingkat, t.lembar, t.kolom)
                if kunci not in kelompok:
                    hasil.append(t)
                kelompok[kunci].append(t)
            else:
                hasil.append(t)
        return replace_temuan(self, [self._satukan(t, kelompok) for t in hasil])

    @staticmethod
    def _satukan(t: Temuan, kelompok: dict[tuple, list[Temuan]]) -> Temuan:
        sama = kelompok.get((t.kode, t.tingkat, t.lembar, t.kolom), [])
        if len(sama) < 2 or t is not sama[0]:
            return t
        sel = tuple(dict.fromkeys(s for x in sama for s in (x.sel_semua or (x.sel,))))
        terkait = tuple(dict.fromkeys(s for x in sama for s in x.sel_terkait))
        return replace(t, sel=lipat_alamat(sel), sel_semua=sel, sel_terkait=terkait)

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

    def kalimat(self) -> str:
        """One sentence for the screen and the status bar."""
        n = {t: x for t, x in self.jumlah().items() if x}
        if not n:
            return "Tidak ada temuan."
        return ", ".join(f"{x} {t.lower()}" for t, x in n.items()) + " — lihat Hasil Validasi."

    def ke_json(self) -> str:
        """The report as JSON: {"versi", "berkas", "jumlah", "temuan": [...], "gagal": [...]}."""
        isi = {
            "versi": VERSI_JSON,
            "berkas": self.berkas,
            "jumlah": {t.value: n for t, n in self.jumlah().items()},
            "temuan": [asdict(t) for t in self.temuan],
            "gagal": [{"aturan": a, "sebab": s} for a, s in self.gagal],
        }
        return json.dumps(isi, ensure_ascii=False, indent=1, default=str)


def replace_temuan(laporan: Laporan, temuan: list[Temuan]) -> Laporan:
    """The same report with other findings."""
    return Laporan(temuan, laporan.gagal, laporan.berkas)
