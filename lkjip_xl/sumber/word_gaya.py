"""What a Word document says elsewhere about its text: raised and hidden styles, and the numbers Word writes itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lkjip_xl.buku.xmlaman import Elemen
from lkjip_xl.sumber.word_xml import anak, bulat, isi, nama, nyala

_TINGKAT = re.compile(r"%([1-9])")
_ROMAWI = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_TANPA_ANGKA = ("bullet", "none")
_POLOS = 9  # level of the outline that is no heading
_RANTAI_MAKS = 20  # styles based on each other; more is a circle


class Gaya:
    """Styles by id, each with those it is based on."""

    def __init__(self, akar: Elemen | None) -> None:
        self._gaya = {isi(e, "styleId") or "": e for e in (() if akar is None else akar) if nama(e) == "style"}
        self._huruf: dict[tuple[str, str], list[Elemen | None]] = {}
        self.bawaan = next(
            (k for k, e in self._gaya.items() if isi(e, "type") == "paragraph" and isi(e, "default")), ""
        )

    def rantai(self, gaya: str | None) -> list[Elemen]:
        """The style and those it is based on, nearest first."""
        hasil: list[Elemen] = []
        while gaya and (e := self._gaya.get(gaya)) is not None and len(hasil) < _RANTAI_MAKS:
            hasil.append(e)
            gaya = isi(anak(e, "basedOn"))
        return hasil

    def huruf(self, run: Elemen, paragraf: str) -> tuple[bool, bool]:
        """Whether the text of a run is raised, and whether it is hidden."""
        sifat = anak(run, "rPr")
        kunci = isi(anak(sifat, "rStyle")) or "", paragraf
        if kunci not in self._huruf:
            self._huruf[kunci] = [anak(g, "rPr") for gaya in kunci for g in self.rantai(gaya)]
        sumber = [sifat, *self._huruf[kunci]]
        letak = next((v for s in sumber if (v := isi(anak(s, "vertAlign"))) is not None), "")
        sembunyi = next((v for s in sumber if (v := nyala(anak(s, "vanish"))) is not None), False)
        return letak == "superscript", bool(sembunyi)

    def tingkat(self, sifat: Elemen | None, gaya: str) -> int | None:
        """Level of the outline that a paragraph or its style says (0 = the highest); None for plain text."""
        semua = [sifat, *(anak(g, "pPr") for g in self.rantai(gaya))]
        t = next((bulat(e, _POLOS) for s in semua if (e := anak(s, "outlineLvl")) is not None), _POLOS)
        return t if t < _POLOS else None

    def nomor(self, gaya: str) -> tuple[str | None, int]:
        """Numbering (id, level) that a paragraph style brings."""
        for g in self.rantai(gaya):
            n = anak(g, "pPr", "numPr")
            if n is not None:
                return isi(anak(n, "numId")), bulat(anak(n, "ilvl"), 0)
        return None, 0


@dataclass(frozen=True, slots=True)
class _Tingkat:
    """A level of a list: format of its number, the text around it, where it starts, after which level it starts again."""

    bentuk: str
    teks: str
    mulai: int
    ulang: int | None


@dataclass(slots=True)
class _Daftar:
    abstrak: str
    tingkat: dict[int, _Tingkat]
    mulai: dict[int, int] = field(default_factory=dict)


class Penomoran:
    """Numbers Word counts itself, in the order of the document; tak_terbaca: how many were of a kind not known."""

    def __init__(self, akar: Elemen | None, gaya: Gaya) -> None:
        self._gaya = gaya
        semua = () if akar is None else tuple(akar)
        self._abstrak = {isi(e, "abstractNumId") or "": e for e in semua if nama(e) == "abstractNum"}
        self._num = {isi(e, "numId") or "": e for e in semua if nama(e) == "num"}
        self._daftar: dict[str, _Daftar] = {}
        self._hitung: dict[str, dict[int, int]] = {}
        self._dipakai: set[tuple[str, int]] = set()
        self.tak_terbaca = 0

    def berikut(self, sifat: Elemen | None, gaya: str) -> str:
        """The number in front of the next paragraph with these properties and style; "" where it has none."""
        n = anak(sifat, "numPr")
        id_gaya, tingkat_gaya = self._gaya.nomor(gaya)
        nomor = isi(anak(n, "numId")) or id_gaya
        tingkat = bulat(anak(n, "ilvl"), tingkat_gaya)
        if nomor is None or (daftar := self._baca(nomor)) is None or tingkat not in daftar.tingkat:
            return ""
        hitung = self._hitung.setdefault(daftar.abstrak, {})
        if tingkat in daftar.mulai and (nomor, tingkat) not in self._dipakai:
            hitung[tingkat] = daftar.mulai[tingkat] - 1
        self._dipakai.add((nomor, tingkat))
        hitung[tingkat] = hitung.get(tingkat, daftar.tingkat[tingkat].mulai - 1) + 1
        for t in [t for t in hitung if t > tingkat]:
            ulang = daftar.tingkat[t].ulang if t in daftar.tingkat else None
            if ulang is None or (ulang and tingkat < ulang):
                del hitung[t]
        return self._tulis(daftar, tingkat, hitung)

    def _tulis(self, daftar: _Daftar, tingkat: int, hitung: dict[int, int]) -> str:
        ini = daftar.tingkat[tingkat]
        if ini.bentuk in _TANPA_ANGKA:
            return ""
        hasil = ini.teks
        for t in {int(m) - 1 for m in _TINGKAT.findall(ini.teks)}:
            lv = daftar.tingkat.get(t)
            angka = None if lv is None else _angka(hitung.get(t, lv.mulai), lv.bentuk)
            if angka is None:
                self.tak_terbaca += 1
                return ""
            hasil = hasil.replace(f"%{t + 1}", angka)
        return hasil

    def _baca(self, nomor: str) -> _Daftar | None:
        if nomor not in self._daftar and (num := self._num.get(nomor)) is not None:
            id_abstrak = isi(anak(num, "abstractNumId")) or ""
            abstrak = self._abstrak.get(id_abstrak)
            if (tautan := isi(anak(abstrak, "numStyleLink"))) is not None:  # the list stands in a numbering style
                asal = self._num.get(self._gaya.nomor(tautan)[0] or "")
                id_abstrak = isi(anak(asal, "abstractNumId")) or id_abstrak
                abstrak = self._abstrak.get(id_abstrak)
            daftar = _Daftar(id_abstrak, {bulat(e, 0, "ilvl"): _tingkat(e) for e in _semua(abstrak, "lvl")})
            for e in _semua(num, "lvlOverride"):
                t = bulat(e, 0, "ilvl")
                if (lv := anak(e, "lvl")) is not None:
                    daftar.tingkat[t] = _tingkat(lv)
                if (mulai := anak(e, "startOverride")) is not None:
                    daftar.mulai[t] = bulat(mulai, 1)
            self._daftar[nomor] = daftar
        return self._daftar.get(nomor)


def _semua(e: Elemen | None, jenis: str) -> list[Elemen]:
    return [] if e is None else [c for c in e if nama(c) == jenis]


def _tingkat(e: Elemen) -> _Tingkat:
    ulang = anak(e, "lvlRestart")
    bentuk = isi(anak(e, "numFmt")) or "decimal"
    return _Tingkat(
        bentuk, isi(anak(e, "lvlText")) or "", bulat(anak(e, "start"), 1), None if ulang is None else bulat(ulang, 0)
    )


def _angka(n: int, bentuk: str) -> str | None:
    """A number as a list shows it; None for a form not known."""
    if bentuk == "none":
        return ""
    if bentuk == "decimal":
        return str(n)
    if bentuk == "decimalZero":
        return f"{n:02d}"
    if n < 1 or n > 10_000 or bentuk not in ("lowerLetter", "upperLetter", "lowerRoman", "upperRoman"):
        return None
    if bentuk.endswith("Letter"):  # after z comes aa, then bb
        hasil = chr(97 + (n - 1) % 26) * ((n - 1) // 26 + 1)
    else:
        hasil = ""
        for nilai, huruf in _ROMAWI:
            kali, n = divmod(n, nilai)
            hasil += huruf * kali
    return hasil.upper() if bentuk.startswith("upper") else hasil
