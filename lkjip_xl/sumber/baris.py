"""What each row below a header is: data, total, mean, group, numbering, repeated header, footnote, rest of a cut row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip_xl.inti.jumlah import jenis_jumlah, mungkin_jumlah, yang_dijumlah
from lkjip_xl.inti.kaki import KAKI
from lkjip_xl.inti.kunci import kunci_judul, kunci_nama, kunci_teks
from lkjip_xl.sumber.baris_terbelah import (
    berisi_kata,
    berlanjut,
    gabungkan,
    lengkapi,
    potongan,
    sambung,
    sambungan_teks,
)
from lkjip_xl.sumber.kepala import baris_nomor, nomor_baris
from lkjip_xl.sumber.model import TOTAL, BarisAsing, JenisBaris, KolomAsing, SelAsing
from lkjip_xl.sumber.rupa import berangka, urut
from lkjip_xl.sumber.wilayah import Gabung, Isi

LANJUTAN = re.compile(r"\blanjutan\b|\bsambungan\b", re.IGNORECASE)
_TINGKAT = ("misi", "tujuan", "sasaran", "urusan", "bidang", "program", "kegiatan", "sub")
_UKURAN = frozenset(("target", "realisasi"))
_CONTOH = 400
_SELISIH = frozenset({"surplus", "defisit", "surplus defisit"})
"""What a budget report ends with: neither a kind of spending nor the sum of the rows above."""


@dataclass(frozen=True, slots=True)
class BarisMentah:
    """A row as it stands: grid of the table, row number, cells, whether it is hidden, what the caller knows it to be."""

    kisi: int
    nomor: int
    isi: Isi
    tersembunyi: bool
    jenis: JenisBaris | None = None


@dataclass(frozen=True, slots=True)
class _Rupa:
    """What rows of this table mostly look like."""

    pertama: int
    nama: int
    satuan: int
    berurut: bool
    huruf: bool
    lebar: int
    berukuran: bool
    tunggal_biasa: bool
    kode: int = 0


def jeniskan(
    mentah: Sequence[BarisMentah],
    kolom: Sequence[KolomAsing],
    kepala: Sequence[dict[int, str]],
    gabung: Sequence[Gabung],
    *,
    berhalaman: bool = False,
) -> list[BarisAsing]:
    """The rows of a table with their kinds and the groups above them; every row stays, in its order.

    berhalaman: grids are pages of print, which cut a row in two wherever they end.
    """
    rupa = _rupa(mentah, kolom)
    jenis: list[JenisBaris] = [_jenis(m, i, mentah, rupa, kepala, gabung[m.kisi]) for i, m in enumerate(mentah)]
    if berhalaman:
        _pulihkan(mentah, jenis, rupa, kepala, gabung)
    _akhiri(mentah, jenis)
    _bedakan_jumlah(jenis)
    penyusun = _Penyusun(rupa, berhalaman)
    for i, m in enumerate(mentah):
        penyusun.tambah(m, jenis[i], mentah[i - 1].kisi if i else m.kisi, jenis[i - 1] if i else None)
    return penyusun.hasil


class _Penyusun:
    """Takes the rows one after another: what they stand under, and which of them only go on with one before a break."""

    def __init__(self, rupa: _Rupa, berhalaman: bool) -> None:
        self.hasil: list[BarisAsing] = []
        self._rupa, self._berhalaman = rupa, berhalaman
        self._tumpuk: list[tuple[tuple[int, int], str]] = []
        self._nama_grup: set[str] = set()
        self._nomor_grup: list[str] = []
        self._dulu: int | None = None  # the last row of data that may go on
        self._terputus = False

    def tambah(self, m: BarisMentah, jenis: JenisBaris, kisi_lalu: int, jenis_lalu: JenisBaris | None) -> None:
        """The next row; what is known of the one before it: its grid and kind (None = there is none)."""
        self._terputus |= jenis_lalu is not None and (m.kisi != kisi_lalu or jenis in ("ulang", "nomor"))
        if self._dulu is not None and self._lanjutan(m, jenis, self._dulu):
            self.hasil[self._dulu] = sambung(self.hasil[self._dulu], m.isi)
            jenis = "sambung"
        elif jenis == "kelompok":
            teks = _label(m.isi).teks
            _tumpuk(self._tumpuk, m, teks, sambung=jenis_lalu == "kelompok")
            self._nama_grup.add(kunci_nama(teks))
            self._nomor_grup.append(kunci_teks(next(iter(m.isi.values())).teks.partition(" ")[0].strip(".)")))
        elif jenis == "jumlah" and (x := yang_dijumlah(_label(m.isi).teks)) and x in self._nomor_grup[1:][-1:]:
            jenis = "subjumlah"  # "Jumlah B" below part B
        elif jenis == "data":
            label = _label(m.isi).teks if m.isi else ""
            if yang_dijumlah(label) in self._nama_grup and mungkin_jumlah(label):
                jenis = "subjumlah"
            else:
                if self._terputus and self._halaman_baru(m):
                    m = replace(m, isi=lengkapi(self.hasil, m.isi, self._rupa.pertama, self._rupa.nama))
                self._dulu = len(self.hasil)
        if jenis in ("kelompok", *TOTAL):
            self._dulu = None  # what a heading or a total stands behind is complete
        self._terputus = self._terputus and jenis in ("ulang", "nomor")
        atas = self._tumpuk[:-1] if jenis == "kelompok" else [] if jenis == "jumlah" else self._tumpuk
        kelompok = tuple(t for _, t in atas)
        self.hasil.append(BarisAsing(m.nomor, jenis, m.isi, kelompok, m.tersembunyi, m.kisi))

    def _halaman_baru(self, m: BarisMentah) -> bool:
        """Does a row stand on another page than the row of data before it?"""
        return self._berhalaman and self._dulu is not None and self.hasil[self._dulu].kisi != m.kisi

    def _lanjutan(self, m: BarisMentah, jenis: JenisBaris, dulu: int) -> bool:
        """Does a row behind a break only hold the rest of the row of data before it?"""
        terpotong = self._halaman_baru(m) and not (jenis == "kelompok" and self._nama_grup)
        kaki = jenis == "kaki" and terpotong and not KAKI.match(_label(m.isi).teks)
        if not self._terputus or not (jenis in ("data", "kelompok") or kaki):
            return False
        atas = self.hasil[dulu].sel
        return sambungan_teks(m.isi, atas, self._rupa.pertama) or (terpotong and potongan(m.isi, atas))


def _rupa(mentah: Sequence[BarisMentah], kolom: Sequence[KolomAsing]) -> _Rupa:
    contoh = [m.isi for m in mentah[:_CONTOH] if len(m.isi) > 1 and not baris_nomor(m.isi)]
    pertama = kolom[0].nomor
    kepala = [s for isi in contoh if (s := isi.get(pertama)) is not None]
    berurut = sum(urut(s) or s.nilai is not None for s in kepala) * 2 > len(kepala)
    nama = next(
        (k.nomor for k in kolom if sum(berisi_kata(isi.get(k.nomor)) for isi in contoh) * 2 > len(contoh)), pertama
    )
    satuan = next((k.nomor for k in kolom if kunci_judul(k.judul).startswith("satuan")), 0)
    huruf = sum(s.teks[:1].isdigit() for s in kepala) * 2 < len(kepala)
    label = {kunci_nama(_label(isi).teks) for isi in contoh}
    tunggal = sum(len(m.isi) == 1 for m in mentah[:_CONTOH])
    biasa = tunggal * 5 > 2 * (tunggal + len(contoh))
    kode = next((k.nomor for k in kolom if k.nomor < nama and kunci_judul(k.judul).startswith("kode")), 0)
    kode = kode if all(kode in isi or mungkin_jumlah(_label(isi).teks) for isi in contoh) else 0
    return _Rupa(pertama, nama, satuan, berurut, huruf, len(kolom), bool(label & _UKURAN), biasa, kode)


def _label(isi: Isi) -> SelAsing:
    """The first cell that says something in words, else the first."""
    sel = list(isi.values())
    return next((s for s in sel if berisi_kata(s)), sel[0])


def _jenis(
    m: BarisMentah, i: int, mentah: Sequence[BarisMentah], rupa: _Rupa, kepala: Sequence[dict[int, str]], gabung: Gabung
) -> JenisBaris:
    if m.jenis is not None:
        return m.jenis
    if (nomor := nomor_baris(m.isi)) and (i == 0 or nomor == nomor_baris(mentah[0].isi)):
        return "nomor"
    label = _label(m.isi)
    if _ulang(m.isi, kepala) or (len(m.isi) == 1 and len(label.teks) < 120 and LANJUTAN.search(label.teks)):
        return "ulang"
    if (len(m.isi) <= 2 and KAKI.match(label.teks)) or kunci_nama(label.teks) in _SELISIH:
        return "kaki"
    return _jumlah(m, rupa, gabung) or ("kelompok" if _kelompok(m, rupa, gabung) else "data")


def _pulihkan(
    mentah: Sequence[BarisMentah],
    jenis: list[JenisBaris],
    rupa: _Rupa,
    kepala: Sequence[dict[int, str]],
    gabung: Sequence[Gabung],
) -> None:
    """A row at the foot of a page that is a total only as long as the rest of its texts stands on the next page is none."""
    lalu: int | None = None
    for i, m in enumerate(mentah):
        if jenis[i] in ("nomor", "ulang"):
            continue
        if lalu is not None and mentah[lalu].kisi != m.kisi and jenis[lalu] in TOTAL and jenis[i] not in TOTAL:
            atas = mentah[lalu]
            berlabel = jenis_jumlah(_label(atas.isi).teks) is not None and not berlanjut(m.isi)
            if not berlabel and potongan(m.isi, atas.isi):
                utuh = replace(atas, isi=gabungkan(atas.isi, m.isi))
                jenis[lalu] = _jenis(utuh, lalu, mentah, rupa, kepala, gabung[atas.kisi])
        lalu = i


def _ulang(isi: Isi, kepala: Sequence[dict[int, str]]) -> bool:
    if len(isi) < 2:
        return False
    k0, s0 = next(iter(isi.items()))
    calon = [h for h in kepala if k0 in h and h[k0] == kunci_judul(s0.teks)]
    return any(all(h.get(k) == kunci_judul(s.teks) for k, s in isi.items()) for h in calon)


def _jumlah(m: BarisMentah, rupa: _Rupa, gabung: Gabung) -> JenisBaris | None:
    """Total, subtotal or mean by its label, and where that may be a name, by what the row leaves out."""
    depan = [(k, s) for k, s in m.isi.items() if berisi_kata(s)][:2]
    for n, (k, s) in enumerate(depan):
        if n and k == rupa.satuan:
            break  # "Jumlah" as the unit of what is named before it
        jenis = jenis_jumlah(s.teks)
        if jenis == "rata" and len(m.isi) > 2 and not any(map(berangka, m.isi.values())):
            return None  # the name of a table or chapter
        if jenis == "rata" and rupa.berukuran and kunci_nama(s.teks).startswith("capaian"):
            return None
        if jenis is not None and (n == 0 or (jenis != "rata" and rupa.nama <= k)):
            panjang = len(kunci_nama(s.teks).split()) > 1 and kunci_nama(s.teks) != "sub total"
            return None if panjang and jenis != "rata" and rupa.satuan in m.isi and k >= rupa.nama else jenis
        if n == 0 and (mungkin := mungkin_jumlah(s.teks)) is not None:
            di_nomor = rupa.berurut and k == rupa.pertama and rupa.nama not in m.isi
            melintang = gabung.kanan(m.nomor, k) > k and k <= rupa.pertama < rupa.nama <= gabung.kanan(m.nomor, k)
            if (di_nomor or melintang) and rupa.satuan not in m.isi and rupa.nama != rupa.pertama:
                return mungkin
            tanpa_kode = rupa.kode and rupa.kode not in m.isi and k == rupa.nama  # what all others have
            if tanpa_kode and rupa.satuan not in m.isi and any(map(berangka, m.isi.values())):
                return mungkin
    return None


def _kelompok(m: BarisMentah, rupa: _Rupa, gabung: Gabung) -> bool:
    """A heading over rows: one text across the table, or at its head with nothing behind it."""
    label = _label(m.isi)
    if not berisi_kata(label) or len(m.isi) > 2 or any(s is not label and not urut(s) for s in m.isi.values()):
        return False
    k = next(k for k, s in m.isi.items() if s is label)
    if gabung.kanan(m.nomor, k) > k and (k > rupa.nama or gabung.kanan(m.nomor, k) > rupa.nama):
        return 2 * (gabung.kanan(m.nomor, k) - k + 1) >= rupa.lebar
    if rupa.lebar < 3 or k > rupa.nama:
        return False
    if len(m.isi) == 2:
        s = next(s for s in m.isi.values() if s is not label)
        kata = kunci_nama(label.teks).partition(" ")[0]
        return rupa.lebar > 3 and ((not s.teks[:1].isdigit() and not rupa.huruf) or kata in _TINGKAT[:5])
    return rupa.berurut or not rupa.tunggal_biasa


def _akhiri(mentah: Sequence[BarisMentah], jenis: list[JenisBaris]) -> None:
    """Headings with nothing under them at the end are notes; so is a text right below a note."""
    for i in range(len(jenis) - 1, -1, -1):
        if jenis[i] not in ("kelompok", "kaki"):
            break
        jenis[i] = "kaki"
    for i in range(1, len(jenis)):
        if jenis[i - 1] == "kaki" and jenis[i] == "kelompok" and mentah[i].nomor == mentah[i - 1].nomor + 1:
            jenis[i] = "kaki"


def _bedakan_jumlah(jenis: list[JenisBaris]) -> None:
    """Of totals the last one is of the whole, those before are of parts; a total above everything stays one."""
    ada_lagi = False
    for i in range(len(jenis) - 1, -1, -1):
        if jenis[i] == "jumlah" and ada_lagi and any(j in ("data", "jumlah") for j in jenis[:i]):
            jenis[i] = "subjumlah"
        ada_lagi |= jenis[i] in ("data", "jumlah")


def _tumpuk(tumpuk: list[tuple[tuple[int, int], str]], m: BarisMentah, teks: str, *, sambung: bool) -> None:
    """A new heading ends those of its own level and below; one right under another is of a lower level."""
    kata = kunci_nama(teks).partition(" ")[0]
    pertama = next(iter(m.isi))
    bentuk = (_TINGKAT.index(kata) if kata in _TINGKAT else -1, pertama)
    while tumpuk and not _di_bawah(bentuk, tumpuk[-1][0], sambung):
        tumpuk.pop()
    tumpuk.append((bentuk, teks))


def _di_bawah(bentuk: tuple[int, int], atas: tuple[int, int], sambung: bool) -> bool:
    if bentuk == atas and bentuk[0] >= 0:
        return False
    if bentuk[0] >= 0 and atas[0] >= 0:
        return bentuk[0] > atas[0]
    return sambung or bentuk[1] > atas[1]
