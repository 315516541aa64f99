"""Exports with a row per account or subkegiatan, every level repeated beside it: rows of one name are summed, levels built.

The budget systems write them so; each level gets the sum of what stands below it and is checked against a row of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lkjip_xl.padan.nama import nama_setara
from lkjip_xl.rencana.letak import Lapang
from lkjip_xl.rencana.model import Letak, Nasib, Peran, PetaTabel, Titik, Yakin
from lkjip_xl.rencana.program import BarisProgram, PembacaProgram
from lkjip_xl.rencana.umum import isi_lembar_lain
from lkjip_xl.sumber.model import BarisAsing

if TYPE_CHECKING:
    from lkjip_xl.rencana.isian import Pengisi

Jalur = tuple[tuple[str, str], ...]  # level and name, outermost first


@dataclass(slots=True)
class Simpul:
    """A programme, kegiatan or subkegiatan of an export: name and kode as printed, the rows that are it."""

    level: str
    nama: str
    kode: str
    baris: list[BarisAsing] = field(default_factory=list)


def berulang(peta: PetaTabel, program: PembacaProgram) -> bool:
    """Does the table repeat the levels beside every row, so that the levels above have no rows of their own?"""
    data = peta.tabel.data()
    tingkat = [k for k in program.tingkat if any(k.nomor in b.sel for b in data)]
    if len(tingkat) < 2:
        return False
    atas, dalam = tingkat[0].nomor, tingkat[-1].nomor
    return len(data) > 1 and all(atas in b.sel and dalam in b.sel for b in data)


class PengisiPohon:
    """Puts one such table into its sheet."""

    def __init__(self, pengisi: Pengisi, peta: PetaTabel) -> None:
        self._pengisi, self.papan, self.peta = pengisi, pengisi.papan, peta
        self.lapang: Lapang = pengisi.lapang(peta.lembar)
        self._terpakai_lain: dict[str, set[int]] = {}
        self._baca = PembacaProgram(peta)
        self._pohon: dict[Jalur, Simpul] = {}
        kolom = pengisi.papan.buku.skema.lembar[peta.lembar].kolom
        self._uang = [k for k in peta.kolom.values() if k.lembar == peta.lembar and k.yakin is Yakin.PASTI
                      and k.peran is Peran.NILAI and kolom[k.kolom].tipe == "rupiah" and kolom[k.kolom].jenis != "rumus"]  # fmt: skip

    def isi(self) -> None:
        """Read all rows, then write level by level in the order of the table."""
        for b in self.peta.tabel.data():
            self._tanam(b, self._baca.baca(b))
        terpakai: set[int] = set()
        for jalur, x in sorted(
            self._pohon.items(), key=lambda p: [list(self._pohon).index(p[0][: n + 1]) for n in range(len(p[0]))]
        ):
            isi = self.peta.bawaan | {"nama": x.nama, "level": x.level} | ({"kode": x.kode} if x.kode else {})
            baris, baru = self.lapang.cari(isi, terpakai)
            terpakai.add(baris)
            self.papan.hasil.baris_baru += baru
            self.papan.hasil.baris_cocok += not baru
            for k, teks in isi.items():
                self.papan.turunan((self.peta.lembar, baris, k), teks, "menurut tabel")
            self._simpul(jalur, x, baris)

    def _tanam(self, b: BarisAsing, p: BarisProgram) -> None:
        jalur: Jalur = ()
        for k in self._baca.tingkat:
            if (s := b.sel.get(k.nomor)) is not None and s.teks.strip():
                jalur = (*jalur, (k.level, nama_setara(s.teks)))
                self._pohon.setdefault(jalur, Simpul(k.level, s.teks.strip(), self._baca.kode_tingkat(b, k.level)))
        if jalur and p.sel is not None:
            self._pohon[jalur].baris.append(b)

    def _simpul(self, jalur: Jalur, x: Simpul, baris: int) -> None:
        milik = [b for j, y in self._pohon.items() if j[: len(jalur)] == jalur for b in y.baris]
        lembar = self.peta.lembar
        for k in self._uang:
            letak = (lembar, baris, k.kolom)
            titik = [Titik(self.peta, b, k, s) for b in milik if (s := b.sel.get(k.nomor)) is not None]
            nilai = [
                s.nilai
                for t in titik
                if (s := self.papan.ketik(t, letak, "")[0]) is not None and isinstance(s.nilai, float)
            ]
            if not nilai or len(nilai) < len(titik):  # one that cannot be read: no sum may go on without it
                continue
            sama = self.papan.hitungan(letak, sum(nilai), f"jumlah {len(nilai)} baris")
            if not sama:
                berkas, alamat = titik[0].alamat
                ada = self.papan.buku[lembar].sel[letak[1:]].nilai
                self.papan.lapor(
                    "AB-06", berkas, alamat, k.judul, nilai=ada, seharusnya=sum(nilai), kolom_judul=k.judul
                )
            if x.baris:
                nasib = Nasib.BENTROK if not sama else self._tertulis(letak)
                for t in titik:
                    self.papan.catat(t, nasib, f"dijumlahkan dari {len(titik)} baris", letak)
        for b in x.baris:
            for n, s in b.sel.items():
                k = self.peta.kolom.get(n)
                if k is None or k.yakin is not Yakin.PASTI or not k.lembar:
                    continue
                if k.peran in (Peran.LEVEL, Peran.KODE):
                    letak = lembar, baris, k.kolom
                    nasib = self._tertulis(letak) if k.level == x.level else Nasib.SAMA
                    self.papan.catat(Titik(self.peta, b, k, s), nasib, "", letak)
                elif len(x.baris) == 1 and k.lembar != lembar:
                    isi = {"nama": x.nama, "level": x.level, "kode": x.kode}
                    isi_lembar_lain(self._pengisi, isi, [Titik(self.peta, b, k, s)], self._terpakai_lain, ulang=True)
                elif len(x.baris) == 1 and k not in self._uang:
                    self.papan.letakkan(Titik(self.peta, b, k, s), (lembar, baris, k.kolom))

    def _tertulis(self, letak: Letak) -> Nasib:
        """Is a cell of the workbook written by this plan, or does it hold that already?"""
        return Nasib.DITULIS if letak in self.papan.hasil.tulis else Nasib.SAMA
