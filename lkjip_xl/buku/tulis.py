"""Writing single cells into a workbook's own sheets; every other cell, style and part stays as it is."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache, partial

from lxml import etree

from lkjip_xl.buku.bagian import buang_rantai_hitung
from lkjip_xl.buku.buku_xml import BukuXml
from lkjip_xl.buku.galat import GalatBerkas
from lkjip_xl.buku.gaya import Gaya
from lkjip_xl.buku.lembar_xml import LembarXml
from lkjip_xl.buku.paket import Janji, Paket
from lkjip_xl.buku.potongan import LembarBerpotong
from lkjip_xl.buku.sudah import simpan_hitungan, sudah
from lkjip_xl.buku.urai_polos import kerangka_polos, tetap_polos
from lkjip_xl.buku.xmlaman import SPASI, Elemen, bilangan, lepas_sifat, q, rangkai, satu, urai
from lkjip_xl.inti.alamat import pecah
from lkjip_xl.inti.kemajuan import kabari

GALAT_EXCEL = frozenset(
    {"#DIV/0!", "#VALUE!", "#N/A", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!"}
)
PANJANG_MAKS = 32_767
SEDIKITNYA = 20  # computed values for which a look at all bytes of a sheet is cheaper than its tree

TAK_SAH = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_POLA_LOLOS = "_(?=x[0-9A-Fa-f]{4}_)"
MIRIP_LOLOS = re.compile(_POLA_LOLOS)
_C, _F, _V, _IS, _T = q("c"), q("f"), q("v"), q("is"), q("t")


class GalatSel(str):
    """An error value as a cell holds it, such as GalatSel("#DIV/0!")."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Tulis:
    """What to put into a cell: a constant, or a formula with the value it computes.

    nilai: number, text, bool, an error (GalatSel or an Enum with such a value), None for blank; text is never a
    formula, whatever it starts with. rumus: formula text. format: number-format code; gaya_dari: cell of the same
    sheet whose style to take. biar_rumus: keep the cell's formula and set its computed value only; a cell without
    formula then stays as it is.
    """

    nilai: object
    rumus: str | None = None
    format: str | None = None
    gaya_dari: str | None = None
    biar_rumus: bool = False


def tulis_sel(paket: Paket, isi: Mapping[str, Mapping[str, Tulis]], *, hitung_ulang: bool = True) -> None:
    """Write cells, by sheet and address, into a package.

    Parts that change: the sheets named, styles where a format is new, the workbook part (hitung_ulang: the next
    program recalculates at opening), and the calculation chain goes when a formula came or went.
    Raises GalatBerkas BK-15 for an unknown sheet and BK-16 for a text that no cell can hold; nothing is then changed.
    """
    daftar = paket.lembar()
    for lembar in isi:
        if lembar not in daftar or daftar[lembar].jenis != "worksheet":
            raise GalatBerkas("BK-15", berkas=paket.nama, lembar=lembar)
    gaya = Gaya(paket)
    hasil: dict[str, Janji] = {}
    rumus_berubah = False
    for lembar, sel in isi.items():
        if not sel:
            continue
        janji, berubah = _tulis_lembar(paket, lembar, daftar[lembar].part, sel, gaya)
        if janji is not None:
            hasil[daftar[lembar].part] = janji
        rumus_berubah |= berubah
    for bagian, janji in hasil.items():
        lama = paket.janji.get(bagian)
        dulu = lama.sel if lama is not None and lama.data is paket.baca(bagian) else {}
        paket.janji[bagian] = Janji(janji.data, dulu | janji.sel if dulu else janji.sel)
        paket.ganti(bagian, janji.data)
    gaya.simpan()
    if rumus_berubah:
        buang_rantai_hitung(paket)
    if hitung_ulang and hasil:
        buku = BukuXml(paket)
        buku.hitung_ulang()
        buku.simpan()


def _tulis_lembar(
    paket: Paket, lembar: str, bagian: str, sel: Mapping[str, Tulis], gaya: Gaya
) -> tuple[Janji | None, bool]:
    """Write the cells of one sheet: its part as it becomes (None: as it was), and whether a formula came or went."""
    kabari(f"Menulis {lembar}")
    data = paket.baca(bagian)
    polos = cache(lambda: kerangka_polos(data) is not None)  # of a long sheet a look at every byte
    penulis = _Penulis(paket.nama, lembar, gaya)
    data, sel = _hitungan_polos(data, sel, penulis, polos)
    if sel:
        data = _tulis_sisa(paket, bagian, data, sel, penulis, polos)
    return (Janji(data, penulis.janji) if penulis.janji else None), penulis.rumus_berubah


def _tulis_sisa(
    paket: Paket, bagian: str, data: bytes, sel: Mapping[str, Tulis], penulis: _Penulis, polos: Callable[[], bool]
) -> bytes:
    """Write cells by way of the sheet's tree, piece by piece where it is long."""
    # a shared formula is written out all over the sheet where its first cell gets something else; a look may be taken from anywhere
    utuh = all(x.biar_rumus for x in sel.values()) or b't="shared"' not in data
    utuh = utuh and not any(x.gaya_dari for x in sel.values())
    potongan = LembarBerpotong.dari(data, bagian, paket.nama, polos) if utuh else None
    if potongan is None:
        xml = LembarXml(urai(data, bagian, paket.nama))
        return rangkai(xml.akar) if penulis.tulis_semua(xml, sel) else data
    milik: dict[int, dict[str, Tulis]] = {}
    for alamat, apa in sel.items():
        milik.setdefault(potongan.letak(pecah(alamat)[0]), {})[alamat] = apa
    for i in sorted(milik):
        potongan.ubah(i, partial(penulis.tulis_semua, sel=milik[i]))
    return potongan.rangkai()


def _hitungan_polos(
    data: bytes, sel: Mapping[str, Tulis], penulis: _Penulis, polos: Callable[[], bool]
) -> tuple[bytes, Mapping[str, Tulis]]:
    """The part with the computed values that its bytes take, and the cells that are left: no tree is built for thousands."""
    hitungan: dict[str, tuple[str, str, str | None]] = {
        a: (*penulis.nilai(a, x), "")
        for a, x in sel.items()
        if x.biar_rumus and x.format is None and x.gaya_dari is None
    }
    if len(hitungan) < SEDIKITNYA or not polos():
        return data, sel
    # most texts are written as they are: two of everything would be felt where there are hundreds of thousands
    lolos = {a: x for a, x in hitungan.items() if MIRIP_LOLOS.search(x[1])}
    hitungan |= {a: (x[0], _lolos(x[1]), "") for a, x in lolos.items()}
    semua = frozenset(hitungan) if len(hitungan) < len(sel) else None
    data, penulis.janji = simpan_hitungan(data, hitungan)
    tetap_polos(data)
    penulis.janji |= {t: x for a, x in lolos.items() if (t := pecah(a)) in penulis.janji}
    return data, {a: x for a, x in sel.items() if a in hitungan or (semua is not None and a not in semua)}


class _Penulis:
    """Writer of one sheet; remembers whether a formula came or went."""

    xml: LembarXml

    def __init__(self, berkas: str, lembar: str, gaya: Gaya) -> None:
        self.rumus_berubah = False
        self.janji: dict[tuple[int, int], tuple[str, str, str | None]] = {}
        self._berkas, self._lembar, self._gaya = berkas, lembar, gaya
        self._format: dict[tuple[str, str], str] = {}

    def tulis_semua(self, xml: LembarXml, sel: Mapping[str, Tulis]) -> bool:
        """Write cells into the sheet, or the piece of it they stand in; tells whether there was any to write."""
        self.xml, dulu = xml, len(self.janji)
        for alamat, apa in sel.items():
            self.tulis(alamat, apa)
        return len(self.janji) > dulu

    def nilai(self, alamat: str, apa: Tulis) -> tuple[str, str]:
        """Cell type and text of what is to stand in a cell; raises GalatBerkas where no cell can hold it."""
        return _nilai(self._berkas, self._lembar, alamat, apa.nilai)

    def tulis(self, alamat: str, apa: Tulis) -> None:
        tipe, teks = self.nilai(alamat, apa)
        if apa.biar_rumus:
            c = self.xml.ada(alamat)
            if (
                c is not None
                and c.find(_F) is not None
                and not (apa.format is None and apa.gaya_dari is None and _sudah(c, tipe, teks))
            ):
                _isi_tembolok(c, tipe, teks)
                self._gayai(c, apa)
                self.janji[pecah(alamat)] = (tipe, teks, "")
            return
        c = self.xml.sel(alamat)
        self._kosongkan(c)
        rumus = None
        if apa.rumus is not None:
            rumus = _bersih(apa.rumus.removeprefix("="))
            etree.SubElement(c, _F).text = rumus
            _isi_tembolok(c, tipe, teks)
            self.rumus_berubah = True
        else:
            _isi_tetap(c, tipe, teks)
        self.janji[pecah(alamat)] = (tipe, teks, f"={rumus}" if rumus is not None else None)
        self._gayai(c, apa)

    def _kosongkan(self, c: Elemen) -> None:
        f = c.find(_F)
        if f is not None:
            self.rumus_berubah = True
            if f.get("t") == "shared" and (f.text or f.get("ref")):
                self.xml.urai_bersama(f.get("si"))
        for anak in list(c):
            c.remove(anak)
        lepas_sifat(c, "t", "cm", "vm", "ph")

    def _gayai(self, c: Elemen, apa: Tulis) -> None:
        if apa.gaya_dari is not None:
            contoh = self.xml.ada(apa.gaya_dari)
            lepas_sifat(c, "s")
            if contoh is not None and (gaya := contoh.get("s")):
                c.set("s", gaya)
        if apa.format is not None:
            kunci = c.get("s", "0"), apa.format
            if kunci not in self._format:
                self._format[kunci] = str(self._gaya.dengan_format(bilangan(c, "s", 0), apa.format))
            c.set("s", self._format[kunci])


def _nilai(berkas: str, lembar: str, alamat: str, nilai: object) -> tuple[str, str]:
    tipe, teks = _terjemah(nilai)
    if len(teks) > PANJANG_MAKS // 2 and len(teks.encode("utf-16-le")) // 2 > PANJANG_MAKS:
        raise GalatBerkas("BK-16", berkas=berkas, lembar=lembar, sel=alamat, panjang=len(teks))
    return tipe, teks


def _terjemah(nilai: object) -> tuple[str, str]:
    """Cell type (n, b, e, str, "" for blank) and text of a value."""
    if isinstance(nilai, Enum):
        nilai = GalatSel(nilai.value) if nilai.value in GALAT_EXCEL else nilai.value
    elif not isinstance(nilai, str) and (item := getattr(nilai, "item", None)) is not None:
        nilai = item()  # numpy scalars
    if nilai is None:
        return "", ""
    if isinstance(nilai, GalatSel):
        if nilai not in GALAT_EXCEL:
            raise ValueError(f"{nilai!r} is not an Excel error value")
        return "e", str(nilai)
    if isinstance(nilai, bool):
        return "b", str(int(nilai))
    if isinstance(nilai, int):
        return "n", str(nilai)
    if isinstance(nilai, (float, Decimal)):
        if not math.isfinite(nilai):
            raise ValueError(f"{nilai!r} cannot stand in a cell")
        return "n", repr(float(nilai))
    if isinstance(nilai, str):
        return "str", _bersih(nilai)
    raise TypeError(f"a cell holds no {type(nilai).__name__}")


def _bersih(teks: str) -> str:
    """Text that XML can hold, line ends as Excel has them."""
    return TAK_SAH.sub("", teks.replace("\r\n", "\n").replace("\r", "\n") if "\r" in teks else teks)


def _isi_tetap(c: Elemen, tipe: str, teks: str) -> None:
    if tipe == "str" and teks:
        c.set("t", "inlineStr")
        _isi_teks(etree.SubElement(etree.SubElement(c, _IS), _T), teks)
    elif tipe in {"n", "b", "e"}:
        if tipe != "n":
            c.set("t", tipe)
        etree.SubElement(c, _V).text = teks


def _isi_tembolok(c: Elemen, tipe: str, teks: str) -> None:
    """Set the computed value beside a formula; blank is an empty text, the way "" in a formula shows."""
    for anak in [*c.findall(_V), *c.findall(_IS)]:
        c.remove(anak)
    lepas_sifat(c, "t", "vm")
    v = etree.Element(_V)
    satu(c, _F).addnext(v)
    if tipe != "n":
        c.set("t", tipe or "str")
    _isi_teks(v, teks)


def _sudah(c: Elemen, tipe: str, teks: str) -> bool:
    """Does this value already stand beside the formula? Most of thousands do, and what is not touched stays as it is."""
    v = c.find(_V)
    return (
        v is not None
        and sudah(c.get("t"), v.text, (tipe, _lolos(teks)))
        and c.get("vm") is None
        and c.find(_IS) is None
    )


def _lolos(teks: str) -> str:
    return MIRIP_LOLOS.sub("_x005F_", teks)


def _isi_teks(e: Elemen, teks: str) -> None:
    e.text = _lolos(teks) or None  # <v/>, as a part that was read is written again
    if teks != teks.strip():
        e.set(SPASI, "preserve")
