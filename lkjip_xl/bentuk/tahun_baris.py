"""Tables with a year a row: each indicator's rows become one, whose figures stand under the words of their column and their year.

The year stands in a column of its own, in the column of the names below each name, or across the table above its rows; what an
earlier year was is then never taken for the year of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lkjip_xl.inti.kunci import kunci_judul, rapikan_spasi
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.padan.ragam_kepala import NOMOR, TERUKUR, pokok_kolom
from lkjip_xl.sumber.model import BINGKAI, BarisAsing, KolomAsing, SelAsing, TabelAsing
from lkjip_xl.sumber.rupa import TANDA_CATATAN

INDIKATOR, TAHUN = "indikator", "tahun"
PENGENAL = frozenset({"indikator", "sasaran", "tujuan", "satuan", "kode", "program", "kegiatan"})
_TAHUN = re.compile(rf"(?:tahun |thn |th |ta )?({ANGKA_TAHUN})")
_BUKAN_NAMA = re.compile(r"(?:misi|tujuan|sasaran|urusan|bidang|program|kegiatan|sub)\b", re.IGNORECASE)
_TENTANG = re.compile(
    r"\b(?:sumber|data|dasar|awal|rilis|terbit|publikasi|selesai|pencapaian|pembentukan|perolehan|pengadaan)\b"
)
_LAIN = ("anggaran", "pagu", "komponen", "rekomendasi")
"""How headers of tables about something else begin."""


@dataclass(slots=True)
class _Baris:
    """Rows of one indicator: what names it, its figures by column and year, each with its place in the grid."""

    asal: BarisAsing
    sel: dict[int, SelAsing] = field(default_factory=dict)
    dari: dict[int, tuple[int, int]] = field(default_factory=dict)
    angka: dict[tuple[int, str], tuple[SelAsing, tuple[int, int]]] = field(default_factory=dict)


def tahun_satu(teks: str) -> str:
    """The year a text is and nothing else, "" for any other.

    >>> tahun_satu("Tahun 2023"), tahun_satu("2024*"), tahun_satu("2021-2026")
    ('2023', '2024', '')
    """
    m = _TAHUN.fullmatch(kunci_judul(TANDA_CATATAN.sub("", teks.strip())))
    return m[1] if m is not None else ""


def tentang_tahun_lain(judul: str) -> bool:
    """Is a year under this header that of something beside the figures of its row?

    >>> tentang_tahun_lain("Sumber Data Tahun"), tentang_tahun_lain("Tahun Anggaran")
    (True, False)
    """
    return _TENTANG.search(kunci_judul(judul)) is not None


def per_tahun(t: TabelAsing) -> TabelAsing:
    """The table with one row an indicator and its figures under their years, where its rows are of years; else the table itself."""
    pokok = pokok_kolom(t)
    nama = next((k for k in t.kolom if pokok[k.nomor] == INDIKATOR), None)
    if len(t.kisi) != 1 or t.letak or t.terputar or not {*TERUKUR} & {*pokok.values()} or _tentang_lain(t):
        return t
    if "triwulan" in pokok.values():
        return t  # a year and a quarter a row: what is of a quarter is not of its year
    if any(x and tahun_satu(k.jalur[-1]) for k, x in zip(t.kolom, pokok.values(), strict=True)):
        return t  # years are columns already
    bertahun = _bertahun(t, nama)
    if bertahun is None:
        return t
    semua = [*_kumpul(t, nama, bertahun, pokok)]
    if bertahun[0] is None and any(not th and pokok.get(n) in TERUKUR for x in semua for n, th in x.angka):
        return t  # a figure beside a name above years: of which year is not certain
    return _susun(t, nama, bertahun[0], pokok, semua) if semua else t


def _tentang_lain(t: TabelAsing) -> bool:
    return any(k.jalur and kunci_judul(k.jalur[-1]).startswith(_LAIN) for k in t.kolom)


def _bertahun(t: TabelAsing, nama: KolomAsing | None) -> tuple[KolomAsing | None, Mapping[int, str]] | None:
    """The column of years, None where they stand in that of the names or across the table, and the year of every row."""
    data = [b for b in t.baris if b.jenis in ("data", "rata")]
    for k in t.kolom:
        isi = [s for b in data if (s := b.sel.get(k.nomor)) is not None and s.teks.strip()]
        if k is not nama and isi and all(tahun_satu(s.teks) for s in isi) and not tentang_tahun_lain(k.judul):
            if _bolong(data, k, nama):
                return None
            kini, hasil = "", {}
            for b in data:
                kini = tahun_satu(b.sel[k.nomor].teks) if k.nomor in b.sel else kini
                hasil[b.nomor] = kini
            return (k, hasil) if all(hasil.values()) else None
    if nama is None:
        return None
    di_nama = {b.nomor: x for b in data if nama.nomor in b.sel and (x := tahun_satu(b.sel[nama.nomor].teks))}
    if di_nama:
        return (None, di_nama)
    di_atas = {b.nomor: x for b in data if b.kelompok and (x := tahun_satu(b.kelompok[-1]))}
    return (None, di_atas) if data and len(di_atas) == len(data) else None


def _bolong(data: Sequence[BarisAsing], k: KolomAsing, nama: KolomAsing | None) -> bool:
    """Does a row lack its year where the years go on below one name, so that it is not that of the row above?"""
    kosong = [b for b in data if k.nomor not in b.sel]
    return nama is not None and bool(kosong) and any(k.nomor in b.sel and nama.nomor not in b.sel for b in data)


def _kumpul(
    t: TabelAsing, nama: KolomAsing | None, bertahun: tuple[KolomAsing | None, Mapping[int, str]], pokok: Mapping[int, str]
) -> Iterator[_Baris]:  # fmt: skip
    """The rows of every indicator together; none where a figure has no indicator, or an indicator two figures of one year."""
    kolom, tahun = bertahun
    tunjuk = _penunjuk(t, nama)
    semua: dict[str, _Baris] = {}
    kini, grup, berganda = "", {}, False
    for b in t.baris:
        if b.jenis == "kelompok" and b.sel:
            n, s = next(iter(b.sel.items()))
            grup[rapikan_spasi(s.teks)] = s, (b.nomor, n)
        if b.jenis not in ("data", "rata"):
            continue
        judul = b.sel.get(nama.nomor) if nama is not None else None
        tempat = (b.nomor, nama.nomor) if nama is not None else (0, 0)
        if (
            nama is None
            and b.kelompok
            and not _BUKAN_NAMA.match(b.kelompok[-1])
            and (x := grup.get(rapikan_spasi(b.kelompok[-1]))) is not None
        ):
            judul, tempat = x
        th = tahun.get(b.nomor, "")
        if judul is not None and not tahun_satu(judul.teks):
            kini = rapikan_spasi(judul.teks)
        if not kini:
            return
        baru = kini not in semua
        x = semua.setdefault(kini, _Baris(b))
        if baru and judul is not None:
            x.sel[tunjuk], x.dari[tunjuk] = judul, tempat
        for n, s in b.sel.items():
            if (kolom is not None and n == kolom.nomor) or (nama is not None and n == nama.nomor):
                continue
            if pokok.get(n) in PENGENAL:
                x.sel.setdefault(n, s)
                x.dari.setdefault(n, (b.nomor, n))
            elif pokok.get(n) not in NOMOR:
                lama, _ = x.angka.setdefault((n, th), (_bertanda(s, b, kolom), (b.nomor, n)))
                berganda = berganda or rapikan_spasi(lama.teks) != rapikan_spasi(s.teks)
    if not berganda:
        yield from semua.values()


def _penunjuk(t: TabelAsing, nama: KolomAsing | None) -> int:
    """The number of the column of names, one of its own where the table has none."""
    return t.kolom_akhir + 1 if nama is None else nama.nomor


def _bertanda(s: SelAsing, b: BarisAsing, kolom: KolomAsing | None) -> SelAsing:
    """A figure of a year that bears the mark of a note: it is the figure's."""
    tahun = b.sel.get(kolom.nomor) if kolom is not None else None
    tanda = "" if tahun is None else tahun.atas or (m[1] if (m := TANDA_CATATAN.search(tahun.teks)) is not None else "")
    return replace(s, atas=s.atas or tanda) if tanda else s


def _susun(
    t: TabelAsing, nama: KolomAsing | None, tahun: KolomAsing | None, pokok: Mapping[int, str], semua: list[_Baris]
) -> TabelAsing:
    n = _penunjuk(t, None)
    nomor: dict[tuple[int, str], int] = {}
    for x in semua:
        for kunci in x.angka:
            nomor.setdefault(kunci, n + 1 + len(nomor))
    milik = {k.nomor: k for k in t.kolom}
    kolom = [k for k in t.kolom if pokok[k.nomor] in PENGENAL]
    if nama is None:
        kolom.append(KolomAsing(n, ("Indikator",)))
    urut = sorted(nomor, key=lambda x: (x[1], x[0]))
    kolom += (
        replace(milik[k], nomor=nomor[k, th], jalur=(*milik[k].jalur, f"Tahun {th}") if th else milik[k].jalur)
        for k, th in urut
        if k in milik
    )
    baris = []
    for x in semua:
        sel = x.sel | {nomor[i]: s for i, (s, _) in x.angka.items()}
        dari = x.dari | {nomor[i]: letak for i, (_, letak) in x.angka.items()}
        atas = tuple(g for g in x.asal.kelompok if not tahun_satu(g) and (nama is not None or g != x.asal.kelompok[-1]))
        baris.append(replace(x.asal, jenis="data", sel=sel, dari=dari, kelompok=atas))
    lewat = {(0, b.nomor, tahun.nomor) for b in t.data() if tahun is not None and tahun.nomor in b.sel}
    kaki = tuple(b for b in t.baris if b.jenis in BINGKAI)
    return replace(t, kolom=tuple(kolom), baris=(*baris, *kaki), sel_kepala=(*t.sel_kepala, *sorted(lewat)))
