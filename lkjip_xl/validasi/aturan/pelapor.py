"""What a rule reports through: cells become addresses, headers and values; unreadable cells are kept silent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lkjip_xl.inti.angka import AngkaTertulis, tulis
from lkjip_xl.inti.banjir import Banjir
from lkjip_xl.inti.temuan import Temuan, Tingkat
from lkjip_xl.skema import judul
from lkjip_xl.skema.pesan import buat_temuan, katalog
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja
from lkjip_xl.validasi.aturan.banding import Pembanding
from lkjip_xl.validasi.aturan.ejaan_rumus import eja_rumus
from lkjip_xl.validasi.aturan.penelusur import Penelusur, Rujukan

if TYPE_CHECKING:
    from lkjip_xl.skema.uji import Pelanggaran

_NILAI_SEL = object()
HITUNGAN = (
    "hitungan"  # placeholder: the formula with its numbers; a rule gives its own where it does not follow the column's
)


@dataclass(frozen=True, slots=True)
class TahunLalu:
    """Last year's workbook, read only to compare with: name of the file, its cells."""

    berkas: str
    jejak: Penelusur


@dataclass(frozen=True, slots=True)
class Usul:
    """What a finding says its cell should hold, and what other cells would have to hold instead.

    rincian: the rows of a wrong sum, each with the one figure that would make it right; koreksi: cells that are to
    be corrected together with the first.
    """

    sel: Rujukan
    nilai: float | None
    rincian: Mapping[Rujukan, float] = field(default_factory=dict)
    koreksi: Mapping[Rujukan, float] = field(default_factory=dict)

    def semua(self) -> Iterator[tuple[Rujukan, float]]:
        """Every cell with its figure."""
        if self.nilai is not None:
            yield self.sel, self.nilai
        yield from self.rincian.items()
        yield from self.koreksi.items()


class Pelapor:
    """Collects the findings of the rules on one workbook.

    jejak follows formulas to their sources, banding compares typed cells with their formulas; lalu = last year's
    workbook where one was given.
    """

    def __init__(self, buku: BukuKerja, lalu: TahunLalu | None = None) -> None:
        self.buku = buku
        self.lalu = lalu
        self.jejak = Penelusur(buku)
        self.banding = Pembanding(self.jejak)
        self.temuan: list[Temuan] = []
        self.ditunda: list[tuple[Rujukan, Pelanggaran]] = []  # of the schemas' own checks, those that speak last
        self.usul: dict[int, Usul] = {}  # of findings on input sheets, by their place in `temuan`
        self._banjir = Banjir()
        self._pernah: set[Rujukan] = set()
        self._terjawab: set[Rujukan] = set()

    def kepala(self, lembar: str, kolom: str) -> str:
        """Header of a column as the sheet shows it, with its upper header where the header alone says too little."""
        semua = self.buku[lembar].skema.kolom
        k = semua[kolom]
        teks = judul.sebagai_teks(k.judul, self.buku.setelan)
        kembar = any(x is not k and k.judul in (x.judul, x.kelompok) for x in semua.values())
        return f"{judul.sebagai_teks(k.kelompok, self.buku.setelan)}: {teks}" if kembar and k.kelompok else teks

    def sebut(self, r: Rujukan) -> str:
        """A cell as staff name it: sheet and address."""
        return "!".join(self.jejak.alamat(r))

    def __call__(
        self,
        kode: str,
        r: Rujukan,
        /,
        *,
        nilai: object = _NILAI_SEL,
        seharusnya: object = None,
        terkait: Iterable[Rujukan] = (),
        tingkat: Tingkat | None = None,
        tandai: bool = True,
        rincian: Mapping[Rujukan, float] | None = None,
        koreksi: Mapping[Rujukan, float] | None = None,
        berkata: bool = False,
        **isian: object,
    ) -> None:
        """Report a cell, unless it was already reported as unreadable; tandai=False: other rules may speak of it, too.

        berkata: of a cell that holds a word instead of a figure, which is no reason to be silent about it.

        A note keeps only the general rules on formulas quiet: a contradiction is said beside it.
        rincian, koreksi: what other cells should hold, as in Usul.
        """
        lembar, sel = self.jejak.alamat(r)
        if not sel or ((lembar, sel) in self.buku.dilewati and not berkata):
            return
        berat = tingkat or katalog()[kode].tingkat
        if tandai:
            (self._terjawab if berat is Tingkat.CATATAN else self._pernah).add(r)
        if self._banjir.tenggelam(kode, berat, lembar, r.kolom, sel):
            return
        if HITUNGAN not in isian and HITUNGAN in katalog()[kode].isian():
            isian[HITUNGAN] = eja_rumus(self.jejak, r)
        terkait = tuple(terkait)
        alamat = (self.jejak.alamat(x) for x in terkait)
        harap = float(seharusnya) if isinstance(seharusnya, (int, float)) else None
        if not self._banjir.juru_bicara(kode, berat, lembar, r.kolom, sel):  # it stays, whatever explains its cell
            self.usul[len(self.temuan)] = Usul(r, harap, rincian or {}, koreksi or {})
        self.temuan.append(
            buat_temuan(
                kode,
                lembar=lembar,
                sel=sel,
                kolom=self.kepala(r.lembar, r.kolom),
                nilai=self._isi(r) if nilai is _NILAI_SEL else nilai,
                seharusnya=self._kutip(r, seharusnya, terkait),
                sel_terkait=tuple(dict.fromkeys(a for a in alamat if a[1] and a != (lembar, sel))),
                tingkat=tingkat,
                **isian,
            )
        )

    def di(self, kode: str, lembar: str, sel: str, /, **isian: Any) -> None:
        """Report a cell of a sheet that is no input sheet; arguments as of buat_temuan."""
        berat = isian.get("tingkat") or katalog()[kode].tingkat
        if not self._banjir.tenggelam(kode, berat, lembar, isian.get("kolom", ""), sel):
            self.temuan.append(buat_temuan(kode, lembar=lembar, sel=sel, **isian))

    def sertakan(self, letak: int, sel: tuple[str, str]) -> None:
        """A further cell that belongs to a finding, by the finding's place."""
        t = self.temuan[letak]
        self.temuan[letak] = replace(t, sel_terkait=tuple(dict.fromkeys((*t.sel_terkait, sel))))

    def _isi(self, r: Rujukan) -> object:
        """Content of a cell as it is quoted: a year has no thousands separator."""
        return self._kutip(r, self.jejak.nilai(r))

    def _kutip(self, r: Rujukan, x: object, sumber: Collection[Rujukan] = ()) -> object:
        """A figure as its cell says it, or the cell among `sumber` that it is from: a year plain, decimals as they were typed."""
        if not isinstance(x, float):
            return x
        if self.buku[r.lembar].skema.kolom[r.kolom].tipe == "tahun":
            return tulis(x, ribuan=False)
        milik = (self.buku[s.lembar].sel.get((s.baris, s.kolom)) for s in (r, *sumber))
        desimal = max((s.desimal for s in milik if s is not None and s.desimal and s.nilai == x), default=0)
        return AngkaTertulis(x, desimal) if desimal else x

    def pernah(self, r: Rujukan) -> bool:
        """Has an earlier rule reported this cell? One cause is one finding."""
        return r in self._pernah

    def ragu(self, *sel: Rujukan) -> bool:
        """Is one of these cells reported, or made from what could not be read? No rule builds on it."""
        return any(r in self._pernah or self.jejak.ternoda(r) for r in sel)

    def ikut(self, r: Rujukan) -> None:
        """A finding on another cell names this one too: later rules take it for reported."""
        self._pernah.add(r)

    def terjawab(self, r: Rujukan) -> None:
        """A rule that knows the cell best has judged it: the general rule on formulas typed over has nothing to add."""
        self._terjawab.add(r)

    def perlu_dijawab(self, r: Rujukan) -> bool:
        """Is a formula typed over still to be judged?"""
        return r not in self._pernah and r not in self._terjawab

    def batalkan(self, sejak: int) -> None:
        """Forget the findings of a rule that failed."""
        del self.temuan[sejak:]
        self.usul = {i: u for i, u in self.usul.items() if i < sejak}

    def satukan_banjir(self) -> None:
        """Give the findings that speak for many cells all of them, once no rule will report any more."""
        self.temuan = self._banjir.satukan(self.temuan)

    def buang(self, letak: Collection[int]) -> None:
        """Take findings out by their place."""
        self.temuan = [t for i, t in enumerate(self.temuan) if i not in letak]
        self.usul = {}

    def setelan(self, kode: str, kolom: str, /, **isian: Any) -> None:
        """Report a setting of the sheet Pengaturan by its schema column."""
        self(kode, Rujukan("pengaturan", BARIS_DATA, kolom), **isian)
