"""Tables about one indicator, named above them: a year a row ("Tahun | Target | Realisasi") or a fact a row ("Uraian | Nilai").

Such a table becomes one row whose columns are its cells, each under the words of its row and column; the cells keep their places.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.inti.satuan import satuan_dikenal
from lkjip_xl.padan.nama import nama_setara, sebutan_singkat
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.sumber.model import BarisAsing, KolomAsing, SelAsing, TabelAsing

SINGKAT_MIN = 3
_UMUM = frozenset({"iku", "ikk", "ikp", "iki", "sdm", "spm", "opd"})  # abbreviations of other things in captions
_SAMPINGAN = re.compile(
    r"(?:keterangan|ket|catatan|sumber|selisih|kenaikan|penurunan|naik|pertumbuhan|perubahan|tren)\b"
)
"""How headers of remarks on the figures beside them begin."""
_AKHIR = re.compile(r"target (?:akhir )?(?:renstra|rpjmd|periode|jangka menengah)\b|target akhir\b")
TAHUN_SATU = re.compile(rf"(?:tahun )?({ANGKA_TAHUN})")
ANGKA_SATU = frozenset({"target", "realisasi", "capaian", "persen realisasi", "persen"})
SEBUTAN = frozenset(
    {"", "uraian", "keterangan", "nilai", "isi", "angka", "komponen", "data", "hasil", "aspek", "besaran"}
)
_LAIN = frozenset({"sasaran", "tujuan", "indikator", "program", "kegiatan", "jenis"})
_JUDUL = re.compile(
    r"\bindikator(?: kinerja)?(?: utama)?(?: sasaran| tujuan| program)?(?: (?:ke-? ?)?\d+(?:\.\d+)*)?\.? ?(:|[\"“])? ?(\S.*)",
    re.IGNORECASE,
)
UKURAN = re.compile(
    r"(?:persentase|prosentase|peringkat|jumlah|indeks|nilai|angka|rasio|tingkat|cakupan|prevalensi|skor|proporsi|laju|predikat|rata-rata|usia|umur|opini|level|maturitas)\b",
    re.IGNORECASE,
)
"""How the name of an indicator begins: what is measured."""
UKURAN_LAIN = re.compile(
    rf"(?:\b(?:dan|serta)|[,/&]) *{UKURAN.pattern}", re.IGNORECASE
)  # a second one in the same line
BERKODE = re.compile(r"(?:IK[A-Z]{0,3}|KPI) ?[-.]? ?\d+(?:\.\d+)*\.? ?[:–-]? ?([^\W\d_].{7,}[^.])")
"""A heading of an indicator: "IKK 1.1 Persentase …"."""
_EKOR = re.compile(
    r"[\"”]|\s*\(.*\)\s*$|,?\s+(?:dari |pada |periode )?(?:tahun|th\.?|ta)\s+\d.*$|\s+\d{4}.*$", re.IGNORECASE
)


_BERSATUAN = re.compile(r"\((satuan ?: ?)?([^()]+)\)\s*$", re.IGNORECASE)
_BERTANDA = re.compile(rf"({ANGKA_TAHUN})\s*(\*{{1,3}})\)?$")  # a year with a mark, whose note stands below the table
_CAPTION = re.compile(r"tabel\s*[\d.]*\s*[:.–-]?\s*", re.IGNORECASE)
_BERNOMOR = re.compile(r"(?:\d+(?:\.\d+)*|[a-z])[.)]?\s+(\S.{5,})", re.IGNORECASE)
_UANG = frozenset({"anggaran", "belanja", "pagu", "program", "kegiatan", "kinerja", "target", "realisasi", "capaian"})
"""Words of captions that name no indicator, however they begin."""


def nama_indikator(buku_nama: Iterable[str], tabel: Iterable[TabelAsing]) -> dict[str, str]:
    """Names of indicators that the workbook and the columns of other tables hold, by how they are compared."""
    semua = list(buku_nama)
    for t in tabel:
        for k in t.kolom:
            if k.jalur and pokok_kepala(k.jalur[-1]) == "indikator":
                semua += (s.teks for b in t.data() if (s := b.sel.get(k.nomor)) is not None)
    nama = {b: rapikan_spasi(x) for x in semua if (b := nama_setara(x))}
    singkat = {y: x for x in nama.values() for y in sebutan_singkat(x) if len(y) >= SINGKAT_MIN and y not in _UMUM}
    return singkat | nama


def satu_indikator(t: TabelAsing, dikenal: dict[str, str]) -> TabelAsing | None:
    """The table as one row, where it is about one indicator that is known for certain; None for any other."""
    data = t.dalam()
    if len(t.kisi) != 1 or any(b.jenis not in ("data", "rata") for b in data):  # a row "Capaian" looks like a mean
        return None
    kolom = [k for k in t.kolom if any(k.nomor in b.sel for b in data) and not _nomor(k)]
    kepala = {k.nomor: pokok_kepala(k.jalur[-1]) if k.jalur else "" for k in kolom}
    if len(kolom) < 2 or len(data) < 2:
        return None
    awal, *lain = kolom
    atas = kepala[awal.nomor] == "indikator" and len(kolom) == 2  # its name is the other header
    if _LAIN & {x for n, x in kepala.items() if not (atas and n == awal.nomor)}:
        return None
    polos = [k for k in lain if not _SAMPINGAN.match(kunci_judul(k.jalur[-1] if k.jalur else ""))]
    if {"target", "realisasi"} <= set(kepala.values()):  # what the realisasi was reckoned from may stand beside them
        polos = [k for k in polos if kepala[k.nomor] in ANGKA_SATU]
    bertahun = _bertahun(data, awal, {kepala[k.nomor] for k in polos})
    samping = [k for k in lain if k not in polos] if bertahun else []
    lain = polos if bertahun else lain
    if not bertahun and not _berlabel(data, awal, lain, kepala, atas=atas):
        return None
    nama = t.indikator or (rapikan_spasi(lain[0].judul) if atas else nama_judul(t, dikenal))
    sel = list(_sel(data, awal, lain, kepala, atas=atas))
    sel += [(tempat, k.jalur, s, k) for tempat, k, s in (*t.ikut, *_satuan_judul(t))]
    sel += [((b.nomor, k.nomor), (), s, k) for b in data for k in samping if (s := b.sel.get(k.nomor)) is not None]
    return sebaris(t, sel, nama) if nama or any(_ialah_nama(j) for _, j, _, _ in sel) else None


def _nomor(k: KolomAsing) -> bool:
    return bool(k.jalur) and kunci_judul(k.jalur[-1]) in ("no", "nomor")


def _label(b: BarisAsing, awal: KolomAsing) -> str:
    return b.sel[awal.nomor].teks if awal.nomor in b.sel else ""


def _bertahun(data: list[BarisAsing], awal: KolomAsing, kepala: set[str]) -> bool:
    """Is every row of a year of its own, with figures of an indicator beside it?"""
    tahun = [
        TAHUN_SATU.fullmatch(kunci_judul(s.teks)) if (s := b.sel.get(awal.nomor)) is not None else None for b in data
    ]
    if len(tahun) > SINGKAT_MIN and tahun[-1] is None and _AKHIR.match(kunci_judul(_label(data[-1], awal))) is not None:
        data, tahun = data[:-1], tahun[:-1]  # what all of it is held against
    return (
        all(tahun) and len({m[1] for m in tahun if m}) == len(data) and kepala <= ANGKA_SATU and "realisasi" in kepala
    )


def _berlabel(
    data: list[BarisAsing], awal: KolomAsing, lain: list[KolomAsing], kepala: dict[int, str], *, atas: bool
) -> bool:
    """Does every row begin with the word for a fact of an indicator, and stand below each other column a year or no word of its own?"""
    label = [
        pokok_kepala(TAHUN_SATU.sub("", kunci_judul(s.teks))) if (s := b.sel.get(awal.nomor)) is not None else ""
        for b in data
    ]
    polos = all(kepala[k.nomor] in SEBUTAN or TAHUN_SATU.fullmatch(kunci_judul(_tanpa_tanda(k.judul))) for k in lain)
    return (
        all(awal.nomor in b.sel for b in data)  # a year alone is a word, too
        and (polos or atas)
        and kepala[awal.nomor] in SEBUTAN | {"indikator"}
        and {"target", "realisasi"} <= set(label)
    )


def nama_judul(t: TabelAsing, dikenal: dict[str, str]) -> str:
    """The indicator the lines above a table name, in so many words or as the caption of it."""
    nama = nama_tertulis(t, dikenal)
    if nama is not None:
        return nama
    return _nama_caption(t) or next(
        (m[1] for x in t.kisi[0].bagian[-1:] if (m := BERKODE.fullmatch(x)) is not None), ""
    )


def nama_tertulis(t: TabelAsing, dikenal: dict[str, str]) -> str | None:
    """The indicator named above a table: set off by a colon or quotes, beginning with what is measured, or known by its name.

    None where no line names one, "" where one names several.
    """
    for baris in reversed((*t.kisi[0].atas, *t.judul.split("\n"))):
        if (m := BERKODE.fullmatch(rapikan_spasi(baris))) is not None and m[1][0].isupper():
            return dikenal.get(nama_setara(m[1]), m[1])
        if (m := _JUDUL.search(rapikan_spasi(baris))) is not None:
            nama = _EKOR.sub("", m[2]).strip(' .:"“”')
            if nama and (m[1] or UKURAN.match(nama) or nama_setara(nama) in dikenal):
                return dikenal.get(nama_setara(nama), nama)
        rapi = f" {nama_setara(baris)} "
        if ada := [n for n in dikenal if f" {n} " in rapi]:
            panjang = max(ada, key=len)
            return dikenal[panjang] if all(n in panjang for n in ada) else ""
    return None


def nama_utuh(t: TabelAsing, nama: str) -> str:
    """The name as the heading of the indicator prints it, of which a caption may leave out the end."""
    for baris in (*t.kisi[0].bagian[-1:], *t.kisi[0].atas) if nama else ():
        m = BERKODE.fullmatch(rapikan_spasi(baris))
        if m is not None and nama_setara(m[1]).startswith(nama_setara(nama)):
            return m[1]
    return nama


def _nama_caption(t: TabelAsing) -> str:
    """The indicator that a caption is the name of: the one the heading above it names, too, or what begins as a measure does."""
    caption = next(iter(t.judul.split("\n")[-1:]), "")
    nama = _EKOR.sub("", _CAPTION.sub("", rapikan_spasi(caption), count=1)).strip(' .:"“”')
    rapi = f" {nama_setara(nama)} "
    for baris in reversed((*t.kisi[0].bagian[-1:], *t.kisi[0].atas)):
        m = _BERNOMOR.fullmatch(rapikan_spasi(baris))
        x = nama_setara(m[1]) if m is not None else ""
        # all the heading says but how it is measured: "b. Persentase perkara yang selesai" above "Perkara Yang Selesai"
        isi = {*UKURAN.sub("", x, count=1).split()} if UKURAN.match(x) else {x}
        bernama = f" {x} " in rapi or (len(isi) > 1 and isi <= {*rapi.split()})
        if m is not None and x and bernama and not _UANG & {*x.split()}:
            return m[1].strip(" .")
    satu = UKURAN_LAIN.search(nama) is None and not _UANG & {*rapi.split()}
    return nama if satu and UKURAN.match(nama) and _CAPTION.match(caption) else ""


def _tanpa_tanda(teks: str) -> str:
    return _BERTANDA.sub(r"\1", teks)


def _satuan_judul(t: TabelAsing) -> Iterator[tuple[tuple[int, int], KolomAsing, SelAsing]]:
    """The unit in brackets at the end of the caption, in the place of the first header."""
    m = _BERSATUAN.search(t.judul)
    if m is not None and t.sel_kepala and not t.ikut and (m[1] or satuan_dikenal(m[2])):
        _, b, k = t.sel_kepala[0]
        yield (b, k), KolomAsing(k, ("Satuan",)), SelAsing(m[2].strip())


def _sel(
    data: list[BarisAsing], awal: KolomAsing, lain: Collection[KolomAsing], kepala: dict[int, str], *, atas: bool
) -> Iterator[tuple[tuple[int, int], tuple[str, ...], SelAsing, KolomAsing]]:
    """Every cell beside the first column: its place, the words it stands under."""
    for b in data:
        label = rapikan_spasi(b.sel[awal.nomor].teks)
        for k in lain:
            if (s := b.sel.get(k.nomor)) is not None and s.teks.strip():
                polos = atas or kepala[k.nomor] in SEBUTAN
                jalur = tuple(map(_tanpa_tanda, k.jalur))
                if _AKHIR.match(kunci_judul(label)):  # its own header would say "Target" twice
                    jalur = () if kepala[k.nomor] == "target" else (f"{k.judul} terhadap",)
                if (m := _BERTANDA.search(k.judul)) is not None and not s.atas:
                    s = replace(s, atas=m[2])
                yield (
                    (b.nomor, k.nomor),
                    (label,) if polos else (*jalur, f"Tahun {label}" if label.isdigit() else label),
                    s,
                    k,
                )


def _ialah_nama(jalur: tuple[str, ...]) -> bool:
    return bool(jalur) and pokok_kepala(jalur[-1]) == "indikator"


def sebaris(
    t: TabelAsing, sel: list[tuple[tuple[int, int], tuple[str, ...], SelAsing, KolomAsing]], nama: str
) -> TabelAsing:
    """The table as one row of cells, each with its place in the grid and the words it stands under."""
    letak = dict(enumerate((x for x, *_ in sel), 1))
    kolom = tuple(replace(k, nomor=n, jalur=j, gabung=()) for n, (_, j, _, k) in enumerate(sel, 1))
    baris = BarisAsing(sel[0][0][0], "data", {n: s for n, (_, _, s, _) in enumerate(sel, 1)})
    return replace(t, kolom=kolom, baris=(baris,), letak=letak, indikator=nama)
