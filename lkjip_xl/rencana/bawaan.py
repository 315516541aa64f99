"""What merged cells and group rows above a row say about it: its tujuan, its sasaran, the indicator that goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lkjip_xl.bentuk.satu_indikator import UKURAN
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks, rapikan_spasi, ruas
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.padan.nama import tingkat_awalan
from lkjip_xl.rencana.model import Peran, PetaTabel, Yakin
from lkjip_xl.rencana.register import HURUF, Indikator
from lkjip_xl.sumber.model import BarisAsing, SelAsing, TabelAsing

BARIS_ATAS = 3  # lines right above a table that may name what it is about
_JENJANG = frozenset(
    {"level", "jenjang", "level kinerja", "jenjang kinerja", "tingkat kinerja", "level indikator", "jenjang indikator"}
)
_SASARAN_KEPALA = re.compile(r"\b(?:sasaran|tujuan)\b.*[/&]|[/&].*\b(?:sasaran|tujuan)\b|\bdan\b.*\bindikator\b")
_PERNYATAAN = re.compile(
    r"\b(tujuan|sasaran)(?: (?:strategis|kinerja|program|kegiatan))?(?: (?:ke-? ?)?(?:\d+(?:\.\d+)*|[ivx]{1,5}))?\.? ?[:–] ?(\S.{8,})",
    re.IGNORECASE,
)
_PERNYATAAN_KODE = re.compile(
    r"(?:S[SKP]{1,2}|Sasaran(?: (?:Strategis|Kegiatan|Program))?) ?[-.]? ?\d+(?:\.\d+)*[.:)]? +([^\W\d_].{8,}[^.])"
)
"""A heading of a sasaran: "SK 1 Meningkatnya …"."""
_PERNYATAAN_JUDUL = re.compile(
    rf"\b[Ss]asaran(?: [Ss]trategis)?(?: \d+)? ((?:Me|Ter|Ber)\w+nya\b.{{8,}}?)(?: (?:[Pp]ada )?[Tt]ahun {ANGKA_TAHUN})?\.?$"
)
"""The end of a caption: "Capaian Sasaran Strategis Meningkatnya … Tahun 2024"."""

_DIKUTIP = re.compile(
    r"\b[Ss]asaran(?: (?:[Ss]trategis|[Kk]inerja))?(?: (?:\d+(?:\.\d+)*|[IVX]{1,5}))?,? ?(?:[\"“]([^\"“”]{10,}?)[.;]?[\"”]"
    r"|[(]((?:Me|Ter|Ber)\w+(?:nya|kan)\b[^()]{8,})[)])"
)
"""A heading, caption or sentence that names a sasaran in quotation marks or brackets: "Sasaran 1 “Meningkatnya …”"."""
_BERKUTIP = re.compile(r"[\"“]((?:me|ter|ber)\w+(?:nya|kan)\b[^\"“”]{10,}?)[.;]?[\"”]\.?", re.IGNORECASE)
"""A paragraph that is a statement in quotation marks: "Meningkatnya …"."""
_NOMOR_SASARAN = re.compile(
    r"\b(?:tujuan|sasaran|s[skp]{1,2})(?: (?:strategis|kinerja|program|kegiatan))? ?[-.]? ?(\d+)", re.IGNORECASE
)
_NOMOR_BAGIAN = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z])[.)]? ")
_NOMOR_URUT = re.compile(r"^\(?(?:\d{1,2}|[a-zA-Z])[.)]+ ?")
_UTAMA = re.compile(r"\b(?:indikator kinerja utama|iku)\b(?! (?:dan|serta) )")
_KINERJA_UANG = frozenset({"k", "kinerja", "fisik"}), frozenset({"rp", "anggaran", "keuangan"})


class Bawaan:
    """What merged cells and group rows above a row say."""

    def __init__(self, tujuan: str = "", sasaran: str = "") -> None:
        self.tujuan, self.sasaran = tujuan, sasaran
        self.indikator: Indikator | str = "tanpa nama"
        self.jenjang = ""  # as a column of its own prints it

    def kelompok(self, teks: str) -> None:
        """A group row: a tujuan where it says so, else a sasaran."""
        if tingkat_awalan(teks) == "tujuan":
            self.tujuan, self.sasaran = _isi(teks), ""
        elif not (self.sasaran and _judul_ukuran(teks)):
            self.sasaran = _isi(teks)
        self.indikator = "tanpa nama"

    def baris(self, b: BarisAsing, sasaran: int, tujuan: int, jenjang: int = 0) -> None:
        """The statements of a row; blank ones go on."""
        t, s = (_teks(b.sel.get(k)) for k in (tujuan, sasaran))
        if t and t != self.tujuan:
            self.tujuan, self.sasaran = t, ""
        if s:
            self.sasaran = s
        self.jenjang = jenjang_tertulis(_teks(b.sel.get(jenjang))) or self.jenjang
        if not sasaran and not tujuan and b.kelompok:
            self.sasaran = _isi(b.kelompok[-1])

    @property
    def pernyataan(self) -> tuple[str, str]:
        """The statement a new indicator belongs to, and its level."""
        if self.tujuan and not self.sasaran:
            return self.tujuan, "tujuan"
        return self.sasaran, self.jenjang or "sasaran"


def _judul_ukuran(teks: str) -> bool:
    """Is a group row the heading of what is measured, part by part, below it ("2. Persentase keberhasilan :"), and no sasaran?"""
    return teks.rstrip().endswith(":") and UKURAN.match(_NOMOR_URUT.sub("", rapikan_spasi(teks))) is not None


def kolom_jenjang(tabel: TabelAsing) -> int:
    """Number of the column that prints the level of each indicator in words; 0 for none."""
    for k in tabel.kolom:
        if k.jalur and kunci_judul(k.jalur[-1]) in _JENJANG:
            isi = [s.teks for b in tabel.data() if (s := b.sel.get(k.nomor)) is not None]
            if isi and all(map(jenjang_tertulis, isi)):
                return k.nomor
    return 0


def jenjang_tertulis(teks: str) -> str:
    """The level that words name, "" for none.

    >>> jenjang_tertulis("Sasaran Strategis"), jenjang_tertulis("Program"), jenjang_tertulis("Sub Kegiatan"), jenjang_tertulis("Bidang")
    ('sasaran', 'program', 'subkegiatan', '')
    """
    rapi = kunci_judul(teks).replace("sub kegiatan", "subkegiatan")
    kata = rapi.partition(" ")[0]
    return kata if kata in HURUF else ""


def baris_judul(peta: PetaTabel, nama: int) -> set[tuple[int, int]]:
    """Rows, by grid and row, that only name what the rows below are about: a sasaran with a number above "1.1", without a figure."""
    data = peta.tabel.data()
    nomor = {k.nomor for k in peta.berperan(Peran.NOMOR)}
    bersasaran = nama in peta.kolom and _SASARAN_KEPALA.search(kunci_teks(peta.kolom[nama].judul)) is not None
    hasil = set()
    for b, berikut in pairwise(data):
        terisi = {n for n, s in b.sel.items() if s.teks.strip()}
        if nama not in terisi or terisi - nomor - {nama} or not set(berikut.sel) - nomor - {nama}:
            continue
        a, z = (next((ruas(x.sel[n].teks) for n in nomor if n in x.sel), ()) for x in (b, berikut))
        if (a and len(z) > len(a) and z[: len(a)] == a) or bersasaran:
            hasil.add((b.kisi, b.nomor))
    return hasil


def baris_uang(tabel: TabelAsing) -> set[tuple[int, int]]:
    """Rows, by grid and row, of the money below that of the performance, where a column says which of both a row is ("K", "Rp")."""
    data = tabel.data()
    for k in tabel.kolom:
        isi = {(b.kisi, b.nomor): kunci_judul(s.teks) for b in data if (s := b.sel.get(k.nomor)) is not None}
        if _KINERJA_UANG[0] & set(isi.values()) and set(isi.values()) <= _KINERJA_UANG[0] | _KINERJA_UANG[1]:
            return {letak for letak, x in isi.items() if x in _KINERJA_UANG[1]}
    return set()


def pernyataan_judul(tabel: TabelAsing) -> tuple[str, str]:
    """Tujuan and sasaran that the lines above a table name ("Sasaran 1: Meningkatnya …"), "" for none."""
    hasil = {"tujuan": "", "sasaran": ""}
    dekat = (*tabel.kisi[0].atas[-BARIS_ATAS:], *tabel.judul.split("\n"))
    for baris in (*_kepala_sasaran(tabel.kisi[0].bagian, " ".join(dekat)), *dekat):
        rapi = rapikan_spasi(baris)
        if (m := _PERNYATAAN.search(rapi)) is not None:
            hasil[m[1].casefold()] = m[2].strip(' ."“”')
        elif (
            (m := _BERKUTIP.fullmatch(rapi)) is not None
            or ((m := _PERNYATAAN_KODE.fullmatch(rapi)) is not None and m[1][0].isupper())
            or (m := _PERNYATAAN_JUDUL.search(rapi)) is not None
        ):
            hasil["sasaran"] = m[1]
        elif len({x := m[1] or m[2] for m in _DIKUTIP.finditer(rapi)}) == 1:
            hasil["sasaran"] = x
    return hasil["tujuan"], hasil["sasaran"]


def _kepala_sasaran(bagian: tuple[str, ...], dekat: str) -> Iterator[str]:
    """Headings above a table that are those of a tujuan or sasaran, unless the lines right above it are about another one."""
    lain = {m[1] for m in _NOMOR_SASARAN.finditer(dekat)}
    for x in bagian:
        m = _NOMOR_SASARAN.match(_NOMOR_BAGIAN.sub("", x))
        if m is not None and lain <= {m[1]}:
            yield x


def tabel_utama(peta: PetaTabel) -> bool:
    """Are the rows of a table main indicators: by its sheet, or by its caption?"""
    return peta.yakin is Yakin.PASTI and (
        peta.lembar == "iku" or _UTAMA.search(kunci_judul(peta.tabel.judul)) is not None
    )


def _teks(s: SelAsing | None) -> str:
    return s.teks.strip() if s is not None else ""


def _isi(teks: str) -> str:
    """A group row without the word for its kind."""
    return teks.partition(":")[2].strip() if tingkat_awalan(teks) else teks.strip()
