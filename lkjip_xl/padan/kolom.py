"""Which column of a foreign table is which of ours: by header, then by what the cells say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.kemiripan import PANJANG_MAKS
from lkjip_xl.inti.kunci import kunci_judul
from lkjip_xl.inti.periode import TAHUN_DISEBUT
from lkjip_xl.inti.satuan import satuan_dikenal
from lkjip_xl.padan.baris import BarisLuar
from lkjip_xl.padan.model import NAMA_UTAMA, TW, BarisTuju, KolomTuju, Tujuan
from lkjip_xl.padan.nama import kepala_setara, nama_setara, satuan_kepala
from lkjip_xl.padan.tahun import tahun_kolom, tahun_utama, tanpa_tahun
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.tabel.hierarki import LEVEL

SAMA = 97.0  # one of the column's own words
AKHIR = 98.0  # the last of several header rows alone
MIRIP = 80.0  # headers alike enough to be taken without any proof from the cells
BUKTI = 0.6  # share of equal cells that proves a column whose header says something else
BUKTI_BARIS, BUKTI_RUPIAH = 3, 2
KATEGORI, BUKTI_KATA = "kategori", 0.8
DEKAT = 55.0  # a header that shares words with the column
LAIN_SATUAN = 0.6
BUKAN_TEKS = 0.8  # share of figures or units above which a column names nothing
BERULANG = 0.5  # share of different contents below which a column only sorts the rows
UNIK_BAIK = 0.02  # a likelier naming column is given up for one that tells so many more rows apart
_WAKTU_LAIN = re.compile(r"\b(?:akhir|dasar|maju|lalu|sebelum)")
CONTOH_MAKS = 300
LEVEL_TABEL = {"sub kegiatan": "subkegiatan", "bidang urusan": "bidang"} | {n: n for n in LEVEL}


def kolom_level(tabel: TabelAsing, tujuan: Tujuan) -> dict[int, str]:
    """Columns that stand for a level of programmes each, where the table has several of them."""
    if not tujuan.bertingkat:
        return {}
    level = {
        k.nomor: LEVEL_TABEL[h]
        for k in tabel.kolom
        if (h := kepala_setara(_akhir(k)).removeprefix("nama ")) in LEVEL_TABEL
    }
    return level if len(set(level.values())) > 1 else {}


def cocok_kepala(k: KolomAsing, c: KolomTuju) -> float:
    """How much a header looks like the column: 100 = one of its names, below that by the words they share."""
    utuh = " ".join(k.jalur)
    skor = _mirip(utuh, c.sebutan)
    if len(k.jalur) > 1:
        akhir = _mirip(k.jalur[-1], c.sebutan)
        skor = max(skor, min(akhir, AKHIR))
    satuan = satuan_kepala(utuh) or {"rp": "Rp", "%": "%"}.get(kunci_judul(k.satuan), "")
    if (satuan == "Rp" and c.tipe != "rupiah") or (satuan == "%" and c.tipe == "rupiah"):
        return skor * LAIN_SATUAN
    return skor


def _mirip(teks: str, sebutan: Iterable[str]) -> float:
    from rapidfuzz import fuzz

    cari = kepala_setara(teks)[:PANJANG_MAKS]
    mirip = max((fuzz.token_sort_ratio(cari, s) for s in sebutan), default=0.0)
    return 100.0 if mirip == 100.0 else mirip * 0.9


def _akhir(k: KolomAsing) -> str:
    return k.jalur[-1] if k.jalur else ""


def kolom_teks(tabel: TabelAsing, tujuan: Tujuan, level: Collection[int]) -> dict[int, str]:
    """Text columns by header alone: rows are found with them."""
    skor = {
        (k.nomor, c.nama): s
        for k in tabel.kolom
        if k.nomor not in level
        for c in tujuan.kolom.values()
        if c.teks and (s := cocok_kepala(k, c)) >= MIRIP
    }
    berangka = {k for k in {k for k, _ in skor} if bukan_teks(contoh(tabel, k))}
    skor = {(k, n): s for (k, n), s in skor.items() if k not in berangka or not (tujuan.kolom[n].penanda or n == TW)}
    # of two columns that may be meant, one that the sheet leaves blank in every row has nothing to be found by
    isi = {k for k, n in skor if _isi_tujuan(tujuan, n)}
    skor = {(k, n): s for (k, n), s in skor.items() if k not in isi or _isi_tujuan(tujuan, n)}
    return tugaskan(skor)


def contoh(tabel: TabelAsing, kolom: int) -> list[str]:
    """Some cells of a column, spread over the table."""
    isi = [s.teks for b in tabel.baris if b.jenis == "data" and (s := b.sel.get(kolom)) is not None]
    return isi[:: len(isi) // CONTOH_MAKS + 1]


def bukan_teks(isi: Collection[str]) -> bool:
    """Are these figures or units rather than names?"""
    angka = sum(baca(x).status is not Status.GALAT for x in isi)
    satuan = sum(satuan_dikenal(x) for x in isi)
    return bool(isi) and max(angka, satuan) >= BUKAN_TEKS * len(isi)


def kolom_penanda(tabel: TabelAsing, tujuan: Tujuan, teks: Mapping[int, str]) -> str | None:
    """The text column that identifies the rows: nearly unique on both sides, and naming the same things there."""
    ada = [n for n in tujuan.nama_kolom() if n in teks.values()]
    if TW in teks.values() and (utama := [n for n in ada if n in NAMA_UTAMA]):
        return utama[0]  # once a quarter, which tells them apart
    letak = {n: k for k, n in teks.items()}
    skor = {}
    for i, n in enumerate(ada):
        kita = _isi_tujuan(tujuan, n)
        mereka = [nama_setara(s.teks) for b in tabel.data() if (s := b.sel.get(letak[n])) is not None]
        if n not in NAMA_UTAMA and _unik(mereka) < BERULANG:
            continue  # who is in charge, where: no name of a row
        bersama = len(set(kita) & set(mereka)) / (min(len(set(kita)), len(set(mereka))) or 1)
        skor[n] = _unik(kita) * _unik(mereka) * (0.25 + 0.75 * bersama) - UNIK_BAIK * i
    return max(skor, key=lambda n: skor[n], default=None)


def kolom_menurut_isi(tabel: TabelAsing, tujuan: Tujuan, dipakai: Collection[int]) -> tuple[int, str] | None:
    """The column whose cells name most rows of the sheet, for a table whose headers say nothing."""
    skor: dict[tuple[int, str], int] = {}
    isi = {
        k.nomor: {nama_setara(s.teks) for b in tabel.baris if (s := b.sel.get(k.nomor)) is not None}
        for k in tabel.kolom
        if k.nomor not in dipakai and not bukan_teks(contoh(tabel, k.nomor))
    }
    for n in tujuan.nama_kolom():
        kenal = set(_isi_tujuan(tujuan, n))
        for k, nama in isi.items():
            skor[(k, n)] = len(kenal & nama)
    terbaik = max(skor, key=lambda x: skor[x], default=None)
    return terbaik if terbaik and skor[terbaik] >= BUKTI_BARIS else None


def kolom_kategori(
    pasangan: Iterable[tuple[BarisLuar, BarisTuju, float]], ada: Collection[str], dipakai: Collection[int]
) -> dict[int, str]:
    """The column that holds the words of our categories whatever its header says (Status, Keterangan), as nearly all rows show."""
    if KATEGORI in ada:
        return {}
    banding, sama, kenal = Counter[int](), Counter[int](), set[str]()
    isi = [(o, nama_setara(x)) for o, t, _ in pasangan if isinstance(x := t.isi(KATEGORI), str)]
    kenal.update(x for _, x in isi)
    for o, x in isi:
        for k, sel in o.isi.items():
            if k not in dipakai and nama_setara(sel.teks):
                banding[k] += 1 if nama_setara(sel.teks) in kenal else CONTOH_MAKS  # another word: another column
                sama[k] += nama_setara(sel.teks) == x
    cocok = [k for k, n in banding.items() if sama[k] >= BUKTI_BARIS and sama[k] >= BUKTI_KATA * n]
    return {cocok[0]: KATEGORI} if len(cocok) == 1 else {}


def _isi_tujuan(tujuan: Tujuan, kolom: str) -> list[str]:
    return [n for b in tujuan.baris if (n := nama_setara(b.isi(kolom)))]


def _unik(isi: Collection[str]) -> float:
    return len(set(isi)) / len(isi) if isi else 0.0


def kolom_angka(
    tabel: TabelAsing, tujuan: Tujuan, bukti: Mapping[tuple[int, str], tuple[int, int]], dipakai: Collection[int]
) -> dict[int, str]:
    """Number columns by header and by equal cells; bukti: (column, name) → (rows compared, rows equal)."""
    skor = {}
    utama = tahun_utama(tabel, tujuan.tahun) if tujuan.bertahun else None
    for k in tabel.kolom:
        tahun = tahun_kolom(k, tujuan.tahun)
        if k.nomor in dipakai or (utama is not None and tahun not in (None, utama)):
            continue
        for c in tujuan.kolom.values():
            if c.teks or c.nomor:
                continue
            banding, sama = bukti.get((k.nomor, c.nama), (0, 0))
            bagian = sama / banding if banding else 0.0
            judul = 0.0 if _tahun_lain(c, tahun, tujuan) else max(cocok_kepala(x, c) for x in {k, tanpa_tahun(k)})
            terbukti = sama >= BUKTI_BARIS and bagian >= BUKTI
            if terbukti or _satu_beda(c, banding, sama, judul) or (judul >= MIRIP and (banding or judul >= SAMA)):
                skor[(k.nomor, c.nama)] = judul / 2 + 100 * bagian
    return tugaskan(skor)


def _tahun_lain(c: KolomTuju, tahun: int | None, tujuan: Tujuan) -> bool:
    """Does a header name a year the column is not of? One that names none is of the report's, unless it says otherwise."""
    if tahun is None or tujuan.tahun is None or tujuan.bertahun:
        return False
    milik = {int(x) for s in c.sebutan for x in TAHUN_DISEBUT.findall(s)}
    return tahun not in milik if milik else tahun != tujuan.tahun and not any(_WAKTU_LAIN.search(s) for s in c.sebutan)


def _satu_beda(c: KolomTuju, banding: int, sama: int, judul: float) -> bool:
    """A short column that agrees but for one cell: amounts that are equal are so by no chance, smaller figures need a header that is near."""
    cukup = (
        sama >= BUKTI_RUPIAH or (sama and judul >= DEKAT)
        if c.tipe == "rupiah"
        else sama >= BUKTI_RUPIAH and judul >= DEKAT
    )
    return bool(cukup) and banding - sama <= 1


def tugaskan(skor: Mapping[tuple[int, str], float]) -> dict[int, str]:
    """Best pairs first, each side once."""
    hasil: dict[int, str] = {}
    for k, nama in sorted(skor, key=lambda x: (-skor[x], x)):
        if k not in hasil and nama not in hasil.values():
            hasil[k] = nama
    return hasil
