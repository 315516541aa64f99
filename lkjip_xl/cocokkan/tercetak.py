"""What a table prints in computed columns, judged as if it had been typed over their formulas: by the digits of its inputs."""

from __future__ import annotations

from dataclasses import replace

from lkjip_xl.padan.model import BarisTuju
from lkjip_xl.padan.padan import Padan
from lkjip_xl.tabel.hitung_buku import salin_buku
from lkjip_xl.tabel.ketik import ketik
from lkjip_xl.tabel.model import Asal, BukuKerja, Tabel
from lkjip_xl.validasi.aturan.banding import Hasil, Pembanding
from lkjip_xl.validasi.aturan.penelusur import DIKETIK, Penelusur, Rujukan

TIPE, RUPIAH = ("persen", "angka"), "rupiah"


class Tercetak:
    """The verdicts of `validasi` on the computed figures a table prints; worked out when the first one differs."""

    def __init__(self, buku: BukuKerja, p: Padan) -> None:
        self._buku, self._p = buku, p
        self._milik = next((t for t in buku.tabel.values() if t.lembar == p.tujuan.lembar), None)
        self._sudah: Pembanding | None = None

    def mengikuti(self, t: BarisTuju, n: str) -> bool:
        """Does the printed figure follow from the inputs as they were typed, whose further digits nobody prints?"""
        hasil = self._hasil(t, n)
        return hasil is not None and hasil.sesuai

    def dipotong(self, t: BarisTuju, n: str) -> bool:
        """Is it what follows from them, cut off behind its last digit?"""
        hasil = self._hasil(t, n)
        return hasil is not None and hasil.dipotong

    def _hasil(self, t: BarisTuju, n: str) -> Hasil | None:
        """None where nobody can say: what somebody typed over the formula is another print of the figure, and is compared as such."""
        m = self._milik
        if m is None or not self._berumus(m, t, n):
            return None
        return self._pembanding(m).periksa(Rujukan(m.skema.id, t.nomor, n))

    def _berumus(self, m: Tabel, t: BarisTuju, n: str) -> bool:
        """Is it a figure the sheet computes, with its own formula, from anything but amounts?"""
        kolom = m.skema.kolom.get(n)
        if not t.nomor or n not in self._p.tujuan.turunan or m.asal(t.nomor, n) in DIKETIK:
            return False
        if kolom is None or not kolom.rumus or kolom.tipe not in TIPE:
            return False
        # amounts are printed whole: what follows from them follows from these very figures
        bahan = (m.skema.kolom[x] for x in self._p.tujuan.turunan[n] if x in m.skema.kolom)
        return all(x.tipe != RUPIAH for x in bahan)

    def _pembanding(self, m: Tabel) -> Pembanding:
        if self._sudah is None:
            self._sudah = self._buat(m)
        return self._sudah

    def _buat(self, m: Tabel) -> Pembanding:
        semua: dict[tuple[int, str], set[str]] = {}
        for o, t, _ in self._p.baris.pasangan:
            for k, n in self._p.kolom.items():
                if k in o.isi and self._berumus(m, t, n):
                    semua.setdefault((t.nomor, n), set()).add(o.isi[k].teks)
        # of several prints of one cell none can be judged for the others
        isi = {
            (b, n): ketik(m.skema.kolom[n], next(iter(teks)), jenis="teks").ke_sel(Asal.TIMPA)
            for (b, n), teks in semua.items()
            if len(teks) == 1
        }
        tabel = self._buku.tabel | {m.skema.id: replace(m, sel=m.sel | isi)}
        return Pembanding(Penelusur(salin_buku(replace(self._buku, tabel=tabel))))
