"""Where the header of a sheet stands and which column each header names, whatever words the workbook's template used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkjip_xl.buku.baca import Lembar, Sel
from lkjip_xl.inti.alamat import huruf, kawasan
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.kemiripan import terdekat
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom, SkemaLembar
from lkjip_xl.skema.versi_templat import belum_ada, lembar_kini, lembar_versi
from lkjip_xl.tabel.model import BARIS_DATA, Nilai
from lkjip_xl.tabel.penilai import PANJANG_TEKS
from lkjip_xl.tabel.rumus_templat import RumusTemplat, rata

BARIS_CARI_KEPALA = 25
LEBAR_KELOMPOK = 200  # columns under one group header


@dataclass(slots=True)
class Kepala:
    """Row of the headers, and the column each schema column was found in."""

    baris: int
    letak: dict[str, int]


class PencariKepala:
    """Looks for the header of one sheet; setelan fills years into headers, versi is that of the workbook's template."""

    def __init__(self, skema: SkemaLembar, lembar: Lembar, setelan: Mapping[str, Nilai], versi: int) -> None:
        self.skema, self.lembar = skema, lembar
        self._setelan, self._versi = setelan, versi
        self._atas = {k.nama: kunci_judul(self._teks(k.kelompok)) for k in skema.kolom.values() if k.kelompok}
        # upper headers by header: "Sebelum" stands below Target and below Lokasi; one that names a year may still show another one
        self._kembar: dict[str, set[str]] = {}
        for nama, atas in self._atas.items():
            k = skema.kolom[nama]
            if not judul.berubah(k.kelompok or ""):
                self._kembar.setdefault(kunci_judul(self._teks(k.judul)), set()).add(atas)

    def cari(self) -> Kepala | None:
        """Header row and columns; None where no row looks like the header."""
        sebut = {k.nama: sebutan(self.skema, k, self._versi) for k in self.skema.kolom.values()}
        harap = {n: [kunci_judul(self._teks(x)) for x in teks] for n, teks in sebut.items()}
        baris = self._baris_kepala(self.lembar, {x for teks in harap.values() for x in teks})
        if baris is None:
            return None
        kepala = self._sel_kepala(baris)
        kelompok = self._kelompok(self.lembar, baris - 1)
        letak: dict[str, int] = {}
        tempat = letak_baku(self.skema)
        for giliran in range(max(map(len, sebut.values()))):  # an everyday word never takes a header that is another's
            for k in self.skema.kolom.values():
                if k.nama in letak or giliran >= len(sebut[k.nama]):
                    continue
                teks, cari = sebut[k.nama][giliran], harap[k.nama][giliran]
                c = self._cari_kolom(k, teks, cari, tempat[k.nama], kepala, kelompok, set(letak.values()))
                if c is not None:
                    letak[k.nama] = c
        return Kepala(baris, letak)

    def hilang(self, kepala: Kepala) -> Iterator[tuple[str, str, str]]:
        """Columns the sheet has lost: header, the likely intended one as a question, cell to look at."""
        lain = {
            c: str(s.nilai)
            for c, s in self._sel_kepala(kepala.baris).items()
            if c not in kepala.letak.values() and s.nilai
        }
        baru = belum_ada(self.skema, self._versi)
        for k in self.skema.kolom.values():
            if k.nama in kepala.letak or k.tersembunyi or k.nama in baru:
                continue
            teks = self._teks(k.judul)
            dekat = terdekat(teks, list(lain.values()), 0.5)
            usul, sel = "", f"A{kepala.baris}"
            if dekat:
                c = next(c for c, t in lain.items() if t == dekat)
                usul, sel = f' Maksud Anda kolom "{dekat}"?', alamat_sel(kepala.baris, c)
            yield teks, usul, sel

    def rumus_templat(self, kepala: Kepala) -> RumusTemplat:
        """Today's formulas, and those of the workbook's own version with the columns today's template no longer has."""
        dulu = lembar_versi(self._versi, self.skema.id)
        letak = {n: huruf(c) for n, c in kepala.letak.items()}
        if dulu is None or dulu.kolom == lembar_kini(self.skema).kolom:
            return RumusTemplat(letak)
        lama: dict[str, int] = {}
        isi = {c: kunci_judul(str(s.nilai)) for c, s in self._sel_kepala(kepala.baris).items() if s.nilai is not None}
        for nama in dulu.kolom.keys() - self.skema.kolom.keys():
            cari = kunci_judul(self._teks(dulu.kolom[nama].judul))
            c = next((c for c, teks in sorted(isi.items()) if teks == cari and c not in kepala.letak.values()), None)
            if c is not None:
                lama[nama] = c
        return RumusTemplat(letak, {n: k.rumus for n, k in dulu.kolom.items() if k.rumus}, lama)

    def _teks(self, judul_kolom: str) -> str:
        return judul.sebagai_teks(judul_kolom, self._setelan)

    def _sel_kepala(self, baris: int) -> dict[int, Sel]:
        return {c: s for (b, c), s in self.lembar.sel.items() if b == baris}

    @staticmethod
    def _baris_kepala(lembar: Lembar, harap: set[str]) -> int | None:
        cocok: dict[int, int] = {}
        for (b, _), s in lembar.sel.items():
            if (
                b <= BARIS_CARI_KEPALA
                and isinstance(s.nilai, str)
                and len(s.nilai) <= PANJANG_TEKS
                and kunci_judul(s.nilai) in harap
            ):
                cocok[b] = cocok.get(b, 0) + 1
        if not cocok:
            return None
        baris = max(cocok, key=lambda b: (cocok[b], -b))
        return baris if cocok[baris] * 2 >= min(len(harap), 4) else None

    @staticmethod
    def _kelompok(lembar: Lembar, baris: int) -> dict[int, str]:
        hasil = {c: kunci_judul(str(s.nilai)) for (b, c), s in lembar.sel.items() if b == baris and s.nilai is not None}
        for b1, k1, b2, k2 in dict.fromkeys(map(kawasan, lembar.gabung)):
            if b1 <= baris <= b2 and k1 in hasil:
                for c in range(k1, min(k2, k1 + LEBAR_KELOMPOK) + 1):
                    hasil[c] = hasil[k1]
        return hasil

    def _cari_kolom(
        self,
        k: Kolom,
        teks: str,
        harap: str,
        tempat: int,
        kepala: dict[int, Sel],
        kelompok: dict[int, str],
        dipakai: set[int],
    ) -> int | None:
        rumus = judul.sebagai_rumus(teks)[1:] if judul.berubah(teks) else None
        milik = self._atas.get(k.nama)
        lain = self._kembar.get(harap, set()) - {milik}

        def cocok(c: int) -> bool:
            s = kepala.get(c)
            if s is None or c in dipakai or kelompok.get(c) in lain:
                return False
            if rumus is not None and s.rumus and rata(s.rumus) == rata(rumus):
                return True
            return isinstance(s.nilai, str) and kunci_judul(s.nilai) == harap

        if cocok(tempat):
            return tempat
        calon = [c for c in sorted(kepala) if cocok(c)]
        return next((c for c in calon if milik and kelompok.get(c) == milik), calon[0] if calon else None)


def sebutan(skema: SkemaLembar, k: Kolom, versi: int) -> list[str]:
    """Headers under which a column may stand: today's, that of the workbook's version, everyday ones."""
    dulu = lembar_versi(versi, skema.id)
    lama = [dulu.kolom[k.nama].judul] if dulu and k.nama in dulu.kolom else []
    return list(dict.fromkeys([k.judul, *lama, *k.sinonim]))


def letak_baku(skema: SkemaLembar) -> dict[str, int]:
    """Column numbers (rows for a settings sheet) as the template lays them out."""
    awal = BARIS_DATA if skema.susunan == "pasangan" else 1
    return {k: awal + i for i, k in enumerate(skema.kolom)}
