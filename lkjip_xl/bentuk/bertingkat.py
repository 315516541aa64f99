"""Cascades: tujuan, sasaran, program, kegiatan and subkegiatan beside each other, each with columns of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lkjip_xl.inti.bacaan_kolom import baca_kolom
from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.padan.tahun import tahun_tabel
from lkjip_xl.sumber.model import TOTAL, BarisAsing, JenisBaris, KolomAsing, SelAsing, TabelAsing

NAMA, IND, SATUAN, TARGET, UNIT, KODE, FORMULASI = "nama", "indikator", "satuan", "target", "unit", "kode", "formulasi"
PAGU, REALISASI, CAPAIAN = "pagu", "realisasi", "capaian"
TUJUAN, SASARAN, LEVEL = "tujuan", "sasaran", "level"
PERNYATAAN, PROGRAM = (TUJUAN, SASARAN), ("program", "kegiatan", "subkegiatan")
RENSTRA, TC27, ANGGARAN = "renstra", "tc27", "anggaran"
PK, PK_PROGRAM = "pk", "pk_program"
BLOK_MIN, BERINDIKATOR_MIN = 3, 2
_LEVEL = re.compile(r"\b(?:tujuan|sasaran|program|subkegiatan|kegiatan)\b")
_PERAN = (
    (FORMULASI, re.compile(r".*\b(?:formula(?:si)?|rumus|cara (?:peng|per)?hitung\w*)\b")),
    (NAMA, re.compile(r"(?:uraian|nama)\b|(?:tujuan|sasaran|program|subkegiatan|kegiatan)\b.*\bindikator\b")),
    (KODE, re.compile(r".*\b(?:kode|kd)\b")),
    (UNIT, re.compile(r".*\b(?:pengampu|penanggung ?jawab|unit|bidang|pelaksana|pj)\b")),
    (SATUAN, re.compile(r".*\bsatuan\b|sat\.?$")),
    (REALISASI, re.compile(r"realisasi(?: anggaran| keuangan)?\s*(?:\(.*\)|rp)?$")),
    (CAPAIAN, re.compile(r"(?:tingkat )?capaian(?: kinerja)?\s*(?:\(.*\)|%)?$")),
    (PAGU, re.compile(r".*\b(?:pagu|anggaran|rp)\b")),
    (IND, re.compile(r".*\bindikator\b")),
    (TARGET, re.compile(r".*\btarget\b")),
    (NAMA, re.compile(r".*\b(?:tujuan|sasaran|program|subkegiatan|kegiatan)\b")),
)
BERTAHUN = (TARGET, PAGU)
_BERKODE = re.compile(r"\s*(\d+(?:\.\d+)+)\.?\s+(?=\S)")
_BERINDIKATOR = re.compile(r"\s*\n\s*(?:indikator(?: kinerja)?|iku|ikp|ikk)\s*:\s*|\s+indikator(?: kinerja)?\s*:\s+", re.IGNORECASE)  # fmt: skip
_BERTARGET = re.compile(r"(.*?\S)\s*(?:\(\s*target\s*:?|\n|:)\s*([^\n:()]+?)\s*\)?\s*", re.DOTALL | re.IGNORECASE)
_KEPALA = {TUJUAN: "Tujuan", SASARAN: "Sasaran", KODE: "Kode", LEVEL: "Level", NAMA: "Program / Kegiatan / Sub Kegiatan",
           IND: "Indikator Kinerja", FORMULASI: "Formulasi", SATUAN: "Satuan", TARGET: "Target", PAGU: "Rp", UNIT: "Unit Kerja"}  # fmt: skip
_KEPALA_UANG = _KEPALA | {
    PAGU: "Pagu (Rp)",
    REALISASI: "Realisasi (Rp)",
    CAPAIAN: "Capaian (%)",
    UNIT: "Bidang Pengampu",
}
_KEPALA_SETAHUN = {"Target": "Target", "Rp": "Anggaran (Rp)"}
_SETAHUN = re.compile(rf"({'|'.join(_KEPALA_SETAHUN)}) {TAHUN_DISEBUT.pattern}")
_PERJANJIAN = re.compile(r"\bperjanjian kinerja\b")


@dataclass(slots=True)
class _Blok:
    """The columns of one level by what they hold, and what its last row said of them."""

    level: str
    kolom: dict[str, KolomAsing] = field(default_factory=dict)
    lalu: dict[str, tuple[SelAsing, int]] = field(default_factory=dict)


def per_jenjang(t: TabelAsing) -> list[tuple[TabelAsing, str]]:
    """The table as one of each level of statements and one of programmes where it is a cascade, else the table itself.

    With each the sheet it is, where the years of its targets are known: those of the Renstra it shows.
    """
    blok = _blok(t)
    level = [b.level for b in blok]
    cukup = len(blok) >= BLOK_MIN and sum(IND in b.kolom for b in blok) >= BERINDIKATOR_MIN
    bercampur = {*level} & {*PERNYATAAN} and {*level} & {*PROGRAM}
    if not cukup or not bercampur or any(b.jenis == "kelompok" for b in t.baris) or t.letak or t.terputar:
        return [(t, "")]
    atas = [b for b in blok if b.level in PERNYATAAN and {NAMA, IND} <= b.kolom.keys()]
    statemen = [(_indikator(t, b), RENSTRA) for b in atas]
    if any({REALISASI, CAPAIAN} & b.kolom.keys() for b in blok):
        hasil = [*statemen, (_program(t, blok, _KEPALA_UANG), ANGGARAN)]
    else:
        hasil = [*statemen, (_program(t, blok, _KEPALA), TC27)]
        if (perjanjian := _perjanjian(t, [x for x, _ in hasil])) is not None:
            return perjanjian
    berwaktu = all(TARGET not in b.kolom and PAGU not in b.kolom for b in blok)
    return [(x, lembar if berwaktu or lembar == ANGGARAN else "") for x, lembar in hasil]


def _perjanjian(t: TabelAsing, bagian: list[TabelAsing]) -> list[tuple[TabelAsing, str]] | None:
    """The parts of the cascade of an agreement with their sheets, whose targets bear no year; None for another cascade.

    The last part is that of the programmes. Targets of several years are no agreement's, whatever the caption says.
    """
    tahun = {m[2] for x in bagian for k in x.kolom if (m := _SETAHUN.fullmatch(k.judul)) is not None}
    if len(tahun) > 1 or not _PERJANJIAN.search(kunci_judul(t.judul)):
        return None
    return [(_setahun(x), PK_PROGRAM if x is bagian[-1] else PK) for x in bagian]


def _setahun(x: TabelAsing) -> TabelAsing:
    """The table with what is of the caption's year under the plain names of its columns: not what a Renstra planned for it."""
    kolom = (replace(k, jalur=(_KEPALA_SETAHUN[m[1]],)) if (m := _SETAHUN.fullmatch(k.judul)) else k for k in x.kolom)
    return replace(x, kolom=tuple(kolom))


def _blok(t: TabelAsing) -> list[_Blok]:
    """The blocks from the left, outermost first; [] where one has two columns of a kind, or their order is another one."""
    urutan = (*PERNYATAAN, *PROGRAM)
    hasil: list[_Blok] = []
    for k in t.kolom:
        rapi = [kunci_teks(x).replace("sub kegiatan", "subkegiatan") for x in k.jalur]
        peran = next((p for x in reversed(rapi) for p, pola in _PERAN if pola.match(x)), "")
        level = {x for n in rapi for x in _LEVEL.findall(n)}
        if len(level) > 1:
            return []
        if level and (not hasil or level != {hasil[-1].level}):
            hasil.append(_Blok(level.pop()))
        if not hasil or not peran:
            continue
        peran += _tahun(t, k) if peran in BERTAHUN else ""
        if peran in hasil[-1].kolom:
            return []
        hasil[-1].kolom[peran] = k
    tempat = [urutan.index(b.level) for b in hasil]
    return hasil if tempat == sorted(set(tempat)) else []


def _tahun(t: TabelAsing, k: KolomAsing) -> str:
    """The year a target is of: by its header, else by the caption."""
    m = TAHUN_DISEBUT.search(k.judul)
    tahun = m[0] if m is not None else tahun_tabel(t)
    return f" {tahun}" if tahun else ""


def _sel(t: TabelAsing, b: BarisAsing, blok: _Blok) -> dict[str, tuple[SelAsing, int]]:
    """What a row says of a level, each with the column it stands in; cells that hold two things are parted."""
    hasil = {p: (s, k.nomor) for p, k in blok.kolom.items() if (s := b.sel.get(k.nomor)) is not None and s.teks.strip()}
    for peran, (s, n) in [*hasil.items()]:
        for p, teks in _pisah(peran, s.teks).items():
            p += _tahun(t, blok.kolom[peran]) if p == TARGET else ""
            if p == peran or p not in hasil:
                hasil[p] = (s if teks == s.teks else SelAsing(teks, atas=s.atas), n)
    return hasil


def _pisah(peran: str, teks: str) -> dict[str, str]:
    """A cell by what it holds: kode, name and indicator; indicator and target below it.

    >>> _pisah("nama", "1.05.03 Program A\\nIndikator: Persentase B"), _pisah("indikator", "Indeks C\\n118,40")
    ({'kode': '1.05.03', 'nama': 'Program A', 'indikator': 'Persentase B'}, {'indikator': 'Indeks C', 'target': '118,40'})
    """
    hasil = {}
    if peran == NAMA:
        if (m := _BERKODE.match(teks)) is not None:
            hasil[KODE], teks = m[1], teks[m.end() :]
        if len(bagian := _BERINDIKATOR.split(teks, maxsplit=1)) > 1:
            return hasil | {NAMA: bagian[0].strip(), IND: bagian[1].strip()}
    if peran == IND and (m := _BERTARGET.fullmatch(teks)) is not None and baca_kolom(m[2]).nilai is not None:
        return {IND: m[1].strip(), TARGET: m[2].strip()}
    return hasil | {peran: teks}


def _susun(nomor: Mapping[str, int], isi: Mapping[str, tuple[SelAsing, int]], b: BarisAsing, jenis: JenisBaris = "data") -> BarisAsing:  # fmt: skip
    sel = {nomor[p]: s for p, (s, _) in isi.items() if p in nomor}
    return replace(b, jenis=jenis, sel=sel, asal={nomor[p]: n for p, (_, n) in isi.items() if p in nomor})


def _tabel(t: TabelAsing, nomor: Mapping[str, int], blok: list[_Blok], baris: list[BarisAsing], kepala: Mapping[str, str] = _KEPALA,
           sisa: tuple[KolomAsing, ...] = ()) -> TabelAsing:  # fmt: skip
    """The table of some of the levels; its columns are numbered behind those of the source."""
    kolom = []
    for p, n in nomor.items():
        if any(n in b.sel for b in baris):
            k = next((b.kolom[p] for b in reversed(blok) if p in b.kolom), KolomAsing(n, ()))
            pokok, _, tahun = p.partition(" ")
            kolom.append(replace(k, nomor=n, jalur=(f"{kepala[pokok]} {tahun}".strip(),), gabung=()))
    return replace(t, kolom=(*kolom, *sisa), baris=tuple(baris))


def _penomor(t: TabelAsing, blok: list[_Blok], *peran: str) -> dict[str, int]:
    """Numbers for the columns of a new table, those of the targets and amounts of each year last."""
    akhir = t.kolom_akhir
    target = {f"{TARGET}{_tahun(t, b.kolom[IND])}" for b in blok if IND in b.kolom and TARGET in kunci_teks(b.kolom[IND].judul)}  # fmt: skip
    tahunan = sorted(target | {p for b in blok for p in b.kolom if p.partition(" ")[0] in BERTAHUN})
    return {p: akhir + i for i, p in enumerate((*peran, *tahunan), 1)}


def _indikator(t: TabelAsing, blok: _Blok) -> TabelAsing:
    """Statements of one level with their indicators: a blank statement goes on."""
    nomor = _penomor(t, [blok], blok.level, IND, FORMULASI, SATUAN, REALISASI, CAPAIAN)
    beruang = any(p.startswith(PAGU) for p in blok.kolom)
    baris = []
    for b in t.data():
        if isi := _sel(t, b, blok):
            if (nama := isi.pop(NAMA, None) or blok.lalu.get(NAMA)) is not None:
                isi[blok.level] = blok.lalu[NAMA] = nama
            baris.append(_susun(nomor, isi, b))
    kepala = _KEPALA_UANG if beruang else _KEPALA_UANG | {PAGU: "Rp", REALISASI: "Realisasi"}
    x = _tabel(t, nomor, [blok], baris, kepala)
    terukur = {REALISASI, CAPAIAN} & blok.kolom.keys() and not beruang
    return _setahun(x) if terukur and not TAHUN_DISEBUT.search(" ".join(k.judul for k in blok.kolom.values())) else x


def _program(t: TabelAsing, blok: list[_Blok], kepala: Mapping[str, str]) -> TabelAsing:
    """Programmes, each with what stands below it, in the order of the rows; statements above go on."""
    nomor = _penomor(t, blok, *(p for p in kepala if p not in BERTAHUN))
    milik = {k.nomor for b in blok for k in b.kolom.values()}
    sisa = tuple(k for k in t.kolom if k.nomor not in milik)
    baris: list[BarisAsing] = []
    for b in t.baris:
        if b.jenis != "data":
            baris += _lewat(b, nomor, blok[-1])
            continue
        atas: dict[str, tuple[SelAsing, int]] = {}
        baru: list[BarisAsing] = []
        for x in blok:
            isi = _sel(t, b, x)
            if x.level in PERNYATAAN:
                x.lalu |= isi
                atas |= {x.level: x.lalu[NAMA]} if NAMA in x.lalu else {}
            elif isi and (lengkap := _baris(x, isi)) is not None:
                baru.append(_susun(nomor, atas | lengkap, b))
        lain = {k.nomor: b.sel[k.nomor] for k in sisa if k.nomor in b.sel}
        if lain:
            baru = [*baru[:-1], replace(baru[-1], sel=baru[-1].sel | lain)] if baru else [replace(b, sel=lain)]
        baris += baru
    return _tabel(t, nomor, blok, baris, kepala, sisa)


def _baris(x: _Blok, isi: dict[str, tuple[SelAsing, int]]) -> dict[str, tuple[SelAsing, int]] | None:
    """A row of a level: a blank name with another indicator is that of the row above; None for what was said already.

    Other figures beside what was said, or beside nothing, are no repetition: their row says what it says.
    """
    dulu = x.lalu
    if NAMA in isi and kunci_judul(isi[NAMA][0].teks) != kunci_judul(dulu[NAMA][0].teks if NAMA in dulu else ""):
        x.lalu = dict(isi)
    elif NAMA in dulu and IND in isi and kunci_judul(isi[IND][0].teks) != kunci_judul(dulu[IND][0].teks if IND in dulu else ""):  # fmt: skip
        isi = {p: dulu[p] for p in (KODE, NAMA) if p in dulu} | isi
        x.lalu = dulu | isi
    elif any(_angka(p) and s.teks != (dulu[p][0].teks if p in dulu else "") for p, (s, _) in isi.items()):
        x.lalu = dulu | isi if NAMA in isi else dulu
    else:
        return None
    return isi | {LEVEL: (SelAsing(x.level), isi[NAMA][1] if NAMA in isi else next(iter(isi.values()))[1])}


def _angka(peran: str) -> bool:
    return peran.partition(" ")[0] in (*BERTAHUN, REALISASI, CAPAIAN)


def _lewat(b: BarisAsing, nomor: Mapping[str, int], blok: _Blok) -> Iterator[BarisAsing]:
    """Totals and notes, by the columns of the innermost level."""
    if b.jenis in (*TOTAL, "kaki"):
        isi = {p: (b.sel[k.nomor], k.nomor) for p, k in blok.kolom.items() if k.nomor in b.sel}
        n = min(b.sel)
        yield _susun(nomor, isi | {NAMA: (b.sel[n], n)}, b, b.jenis)
