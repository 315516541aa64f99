"""Tables of programmes whose groups are headings and whose sums stand below them: what a group adds up to is the group's own row.

"Jumlah Program", "Sub Total Kegiatan Irigasi": no programme is called so, whatever the word before it and the name behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lkjip_xl.inti.kunci import kunci_judul, kunci_nama
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.rupa import berangka, berkata
from lkjip_xl.sumber.satuan_kepala import RUPIAH

PROGRAM, KEGIATAN, SUBKEGIATAN = "program", "kegiatan", "subkegiatan"
BERBARIS = (PROGRAM, KEGIATAN, SUBKEGIATAN)
_UANG = frozenset({"anggaran", "pagu", "belanja", "alokasi", "dana", "dpa", "dppa"})
_LAIN = "sasaran|tujuan|misi|bidang|urusan|opd|skpd|perangkat daerah|bagian|sub bagian|seksi|unit|dinas|badan|uptd?"
_SUB = re.compile(
    r"(?:grand )?(?:sub ?(?:jumlah|total|jml)|jumlah sub total|jumlah sub|jumlah|total|jml|jlh)"
    rf"(?: (?:anggaran|pagu|belanja|dana))?(?: (?:per|untuk|pada|tiap))?(?: (sub ?kegiatan|program|kegiatan|{_LAIN})(?: (.*))?)?"
)
_AWALAN = re.compile(r"(sub ?kegiatan|program|kegiatan)\b[ :.]*(?:\d+(?: \d+)*\b)?[ :.]*(.+)")
_NOMOR = r"(?:[ivx]{1,5}|[a-hj-uwyz]|\d{1,2})"  # no letter is two of these
_URUT = re.compile(rf"(?:strategis )?{_NOMOR}(?: {_NOMOR})*")


@dataclass(slots=True)
class _Grup:
    """A heading that is still open: its level, name, the row and column that say it, the sum below it."""

    level: str
    nama: str
    baris: BarisAsing
    kolom: int
    bersel: bool
    jumlah: BarisAsing | None = None


def subjumlah(teks: str) -> tuple[str, str] | None:
    """The level and name of what a label sums, both "" where it only says that it does; None for a label that is no sum's.

    >>> subjumlah("JUMLAH PROGRAM"), subjumlah("Sub Total Kegiatan Pengelolaan Irigasi"), subjumlah("Subjumlah"), subjumlah("Program A")
    (('program', ''), ('kegiatan', 'pengelolaan irigasi'), ('', ''), None)
    """
    m = _SUB.fullmatch(kunci_nama(teks))
    if m is None:
        return None
    level = (m[1] or "").replace(" ", "")
    nama = m[2] or ""
    return level, "" if _URUT.fullmatch(nama) else nama


def per_subjumlah(t: TabelAsing) -> TabelAsing:
    """The table with the sums of its groups beside their names, and every other sum told from a programme."""
    nama = [k for k in t.kolom if k.jalur and _bernama(k.jalur[-1])]
    uang = [k for k in t.kolom if k not in nama and (k.satuan == RUPIAH or _UANG & {*kunci_judul(k.judul).split()})]
    if not nama or not uang or t.letak or t.terputar:
        return t
    t = replace(t, baris=tuple(_di_sampingnya(b, nama) for b in t.baris))
    if not any(_label_jumlah(b, nama) for b in t.baris):
        return t
    indikator = [k.nomor for k in t.kolom if k.jalur and pokok_kepala(k.jalur[-1]) in ("indikator", "satuan")]
    baris = [_kenali(b, nama, indikator) for b in t.baris]
    data = [b for b in baris if b.jenis == "data"]
    if len(nama) > 1 and all(nama[0].nomor in b.sel and nama[-1].nomor in b.sel for b in data):
        return replace(t, baris=tuple(baris))  # every row repeats its levels: they are summed by themselves
    grup = _pasangkan(baris, nama)
    return replace(t, baris=tuple(_susun(baris, grup, nama)))


def _bernama(kepala: str) -> bool:
    kata = {*kunci_judul(kepala).split()}
    return bool(kata & {"program", "kegiatan", "subkegiatan", "uraian"}) and not kata & {"kode", "indikator", "kinerja", "pagu", "target"}  # fmt: skip


def _label(b: BarisAsing) -> tuple[int, SelAsing] | None:
    """The first cell of a row that says something in words."""
    return next(((n, s) for n, s in sorted(b.sel.items()) if berkata(s)), None)


def _label_jumlah(b: BarisAsing, nama: Sequence[KolomAsing]) -> tuple[str, str] | None:
    x = _label(b)
    if x is None or b.jenis not in ("data", "jumlah", "subjumlah") or x[0] > nama[-1].nomor or len(b.sel) < 2:
        return None
    return subjumlah(x[1].teks)


def _di_sampingnya(b: BarisAsing, nama: Sequence[KolomAsing]) -> BarisAsing:
    """A row whose sum stands right beside the name it is of ("Program A | Jumlah program"), as that of the name alone."""
    for atas, k in pairwise(nama) if b.jenis in ("data", "jumlah", "subjumlah") else ():
        jumlah = subjumlah(b.sel[k.nomor].teks) if atas.nomor in b.sel and k.nomor in b.sel else None
        if jumlah is not None and subjumlah(b.sel[atas.nomor].teks) is None:
            return replace(b, jenis="data", sel={n: s for n, s in b.sel.items() if n != k.nomor})
    return b


def _kenali(b: BarisAsing, nama: Sequence[KolomAsing], indikator: Sequence[int]) -> BarisAsing:
    """A row of the kind "data" that is a sum as such; one that has an indicator of its own names something."""
    if b.jenis != "data" or _label_jumlah(b, nama) is None or any(n in b.sel for n in indikator):
        return b
    return replace(b, jenis="subjumlah")


def _pasangkan(baris: Sequence[BarisAsing], nama: Sequence[KolomAsing]) -> list[_Grup]:
    """Every heading of the table, those with a sum below them paired with it."""
    semua: list[_Grup] = []
    buka: list[_Grup] = []
    for b in baris:
        jumlah = _label_jumlah(b, nama) if b.jenis in ("jumlah", "subjumlah") else None
        if jumlah is not None and (b.jenis == "subjumlah" or jumlah[0]):
            i = _milik(buka, *jumlah)
            if i is not None:
                buka[i].jumlah = b
                del buka[i:]
            continue
        for g in _grup(b, nama):
            if not semua or semua[-1] is not g:
                while buka and _tingkat(buka[-1]) >= _tingkat(g):
                    buka.pop()
                semua.append(g)
                buka.append(g)
    return semua


def _tingkat(g: _Grup) -> int:
    return BERBARIS.index(g.level) if g.level in BERBARIS else -1


def _grup(b: BarisAsing, nama: Sequence[KolomAsing]) -> list[_Grup]:
    """The headings a row opens: of one that is a heading itself, or of the outer levels printed beside it."""
    if b.jenis not in ("kelompok", "data") or (x := _label(b)) is None:
        return []
    n, s = x
    angka = b.jenis == "data" and any(
        berangka(y) or y.nilai is not None for k, y in b.sel.items() if k > nama[-1].nomor
    )
    if len(nama) > 1 and b.jenis == "data" and angka:
        luar = [k for k in nama[:-1] if k.nomor in b.sel and nama[-1].nomor in b.sel]
        return [_Grup(_level_kepala(k), kunci_nama(b.sel[k.nomor].teks), b, k.nomor, False) for k in luar]
    m = _AWALAN.fullmatch(kunci_nama(s.teks))
    if b.jenis == "kelompok":
        level = m[1].replace(" ", "") if m is not None else kunci_nama(s.teks).partition(" ")[0]
        return [_Grup(level, m[2] if m is not None else kunci_nama(s.teks), b, n, False)]
    if angka or n > nama[-1].nomor or m is None:
        return []
    return [_Grup(m[1].replace(" ", ""), m[2], b, n, True)]


def _level_kepala(k: KolomAsing) -> str:
    kata = kunci_judul(k.jalur[-1])
    return SUBKEGIATAN if "sub" in kata.split() else KEGIATAN if KEGIATAN in kata else PROGRAM


def _milik(buka: Sequence[_Grup], level: str, nama: str) -> int | None:
    """Which of the open headings a sum is of: the one it names, else the innermost of its level."""
    for i in range(len(buka) - 1, -1, -1):
        g = buka[i]
        if level and g.level != level:
            continue
        milik = g.nama.removeprefix(f"{level} ") if level else g.nama
        if not nama or milik == nama or milik.startswith(nama) or nama.startswith(milik):
            return i
    return None


def _susun(baris: Sequence[BarisAsing], grup: Sequence[_Grup], nama: Sequence[KolomAsing]) -> list[BarisAsing]:
    menurut = {}
    for g in grup:
        if g.level in BERBARIS:
            menurut.setdefault((g.baris.kisi, g.baris.nomor), []).append(g)
    dipakai = {(g.jumlah.kisi, g.jumlah.nomor) for g in grup if g.jumlah is not None and _mengisi(g)}
    hasil = []
    for b in baris:
        letak = b.kisi, b.nomor
        if letak in dipakai and (x := _label(b)) is not None:
            hasil.append(replace(b, jenis="subjumlah", sel={x[0]: x[1]}))
            continue
        milik = menurut.get(letak, [])
        for g in milik:
            if g.baris.jenis == "kelompok" or g.bersel:
                b = _isi(b, g, nama)
            elif g.jumlah is not None:
                hasil.append(_isi(replace(b, sel={g.kolom: b.sel[g.kolom]}), g, nama))
        hasil.append(b)
    return hasil


def _mengisi(g: _Grup) -> bool:
    return g.level in BERBARIS and g.jumlah is not None and g.jumlah.kisi == g.baris.kisi


def _isi(b: BarisAsing, g: _Grup, nama: Sequence[KolomAsing]) -> BarisAsing:
    """The row of a heading as one of the table, with what stands in the sum below it."""
    sel, dari = dict(b.sel), dict(b.dari)
    kolom = next((k.nomor for k in nama if len(nama) > 1 and _level_kepala(k) == g.level), nama[0].nomor if len(nama) == 1 else g.kolom)  # fmt: skip
    if kolom != g.kolom and kolom not in sel:
        sel[kolom], dari[kolom] = sel.pop(g.kolom), (b.nomor, g.kolom)
    if _mengisi(g) and g.jumlah is not None:
        label = _label(g.jumlah)
        for n, s in g.jumlah.sel.items():
            if n not in sel and (label is None or n != label[0]) and n > nama[-1].nomor:
                sel[n], dari[n] = s, (g.jumlah.nomor, n)
    return replace(b, jenis="data", sel=sel, dari=dari)
