"""Which bidang answers for which indicators and programmes, as the workbook's own columns say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, rapikan_spasi
from lkjip_xl.ringkasan.alokasi import Alokasi, alokasi
from lkjip_xl.ringkasan.kelompok import sasaran_dari
from lkjip_xl.skema.formulir import Formulir, Tempat
from lkjip_xl.tabel.hierarki import leluhur
from lkjip_xl.tabel.model import BukuKerja

ID_INDIKATOR, ID_ANGGARAN = "indikator", "anggaran"
LAMA = "lama"  # an indicator of before a change: nobody measures it any more


@dataclass(slots=True)
class Bagian:
    """What one form is about: the bidang ("" = nobody answers for it), its kode, its rows of Anggaran."""

    nama: str
    indikator: list[str] = field(default_factory=list)
    program: list[int] = field(default_factory=list)


def bagi(buku: BukuKerja, formulir: Formulir) -> list[Bagian]:
    """The forms a workbook needs, by the name of the bidang; what nobody answers for stands last."""
    return _Pembagi(buku, formulir).bagi()


def kunci_bidang(teks: str, jabatan: Mapping[str, str]) -> str:
    """A bidang by its words, whether it is named itself or through the office of who leads it.

    >>> kunci_bidang("Plt. Kepala Bidang Pelatihan", {"plt": "", "kepala": ""}), kunci_bidang("Kepala", {"kepala": ""})
    ('bidang pelatihan', 'kepala')
    """
    kata = kunci_judul(teks).split()
    sisa = list(kata)
    while sisa and sisa[0] in jabatan:
        ganti = jabatan[sisa[0]]
        sisa = [*ganti.split(), *sisa[1:]]
        if ganti:
            break
    return " ".join(sisa or kata)


class _Pembagi:
    """Collects the names; a bidang is shown by its own name rather than an office's, in the shortest spelling."""

    def __init__(self, buku: BukuKerja, formulir: Formulir) -> None:
        self._buku, self._formulir = buku, formulir
        self._versi = {kunci_teks(v): i for i, v in enumerate(formulir.versi)}
        self._pisah = re.compile("|".join(map(re.escape, (*formulir.pemisah, "\n"))))
        self._nama: dict[str, str] = {}
        self._bagian: dict[str, Bagian] = {}

    def bagi(self) -> list[Bagian]:
        per_kode: dict[str, list[str]] = {}
        for _, r in self._buku[ID_INDIKATOR].rekaman():
            kode = r["kode"]
            if not isinstance(kode, str) or kunci_teks(r.get("berlaku")) == LAMA or kunci_teks(kode) in per_kode:
                continue
            milik = per_kode[kunci_teks(kode)] = self._menurut_kode(kode)
            for b in milik or [""]:
                self._untuk(b).indikator.append(kode)
        for baris, milik in self._program(per_kode).items():
            for b in milik or [""]:
                self._untuk(b).program.append(baris)
        for kunci, b in self._bagian.items():
            b.nama = self._nama.get(kunci, "")
        return sorted(self._bagian.values(), key=lambda b: (not b.nama, kunci_judul(b.nama)))

    def _untuk(self, kunci: str) -> Bagian:
        return self._bagian.setdefault(kunci, Bagian(""))

    def _kunci(self, isi: object) -> list[str]:
        """The bidang a cell names, each once."""
        hasil: dict[str, None] = {}
        for teks in map(rapikan_spasi, self._pisah.split(isi)) if isinstance(isi, str) else ():
            if kunci := kunci_bidang(teks, self._formulir.jabatan):
                hasil[kunci] = None
                self._nama[kunci] = min(
                    (self._nama.get(kunci, teks), teks), key=lambda x: (kunci_judul(x) != kunci, len(x))
                )
        return list(hasil)

    def _menurut_kode(self, kode: str) -> list[str]:
        """Who answers for an indicator: the first place that names somebody, its newest version first."""
        for lembar, kolom in self._formulir.indikator:
            t = self._buku[lembar]
            baris = sorted(self._buku.indeks.semua(lembar, "kode", kode), key=lambda b: self._urutan(t.isi(b)))
            if milik := next(filter(None, (self._kunci(t.isi(b).get(kolom)) for b in baris)), None):
                return milik
        return []

    def _urutan(self, isi: Mapping[str, object]) -> int:
        return self._versi.get(kunci_teks(isi.get("versi")), len(self._versi))

    def _program(self, per_kode: Mapping[str, Sequence[str]]) -> dict[int, list[str]]:
        """Who answers for every row of Anggaran: named there or above; else the one bidang whose indicators it serves;
        else the one that everything below it belongs to."""
        a = alokasi(self._buku)
        tersebut = {b: self._disebut(b) for b in a.baris}
        hasil = {b: next(filter(None, (tersebut[x] for x in (b, *leluhur(a.induk, b)))), []) for b in a.baris}
        ditunjang = _menurut_indikator(self._buku, a, per_kode)
        for b in a.baris:
            if not hasil[b]:
                hasil[b] = _satu(ditunjang.get(x, ()) for x in (b, *leluhur(a.induk, b)))
        bawah: dict[int, list[list[str]]] = {}
        for b in a.baris:
            for x in leluhur(a.induk, b):
                bawah.setdefault(x, []).append(hasil[b])
        return {b: hasil[b] or _seragam(bawah.get(b, ())) for b in a.baris}

    def _disebut(self, baris: int) -> list[str]:
        return next(filter(None, (self._kunci(x) for x in self._sel_program(baris))), [])

    def _sel_program(self, baris: int) -> Iterator[object]:
        r = self._buku[ID_ANGGARAN].isi(baris)
        for lembar, kolom in self._formulir.program:
            if lembar == ID_ANGGARAN:
                yield r.get(kolom)
            elif (lain := self._lain((lembar, kolom), r)) is not None:
                yield lain

    def _lain(self, tempat: Tempat, r: Mapping[str, object]) -> object:
        t = self._buku[tempat[0]]
        semua = self._buku.indeks.semua(tempat[0], "kode", r["kode"]) if r["kode"] is not None else ()
        return next(filter(None, (t.isi(b).get(tempat[1]) for b in semua)), None)


def _menurut_indikator(buku: BukuKerja, a: Alokasi, per_kode: Mapping[str, Sequence[str]]) -> dict[int, list[str]]:
    """The bidang whose indicators a row of Anggaran serves according to Penunjang."""
    sasaran: dict[str, list[str]] = {}
    for kode, milik in per_kode.items():
        for x in sasaran_dari(buku, kode):
            sasaran.setdefault(x, []).extend(milik)
    hasil: dict[int, list[str]] = {}
    for p in a.peta:
        milik = per_kode.get(kunci_teks(p.kode)) or [x for s in sorted(p.kunci) for x in sasaran.get(s, ())]
        for b in p.anggaran:
            hasil.setdefault(b, []).extend(milik)
    return hasil


def _satu(semua: Iterable[Sequence[str]]) -> list[str]:
    """The nearest that names anybody, if that is one bidang alone."""
    milik = set(next(filter(None, semua), ()))
    return list(milik) if len(milik) == 1 else []


def _seragam(semua: Sequence[Sequence[str]]) -> list[str]:
    """The one bidang everything belongs to."""
    milik = {tuple(x) for x in semua}
    return list(next(iter(milik))) if len(milik) == 1 else []
