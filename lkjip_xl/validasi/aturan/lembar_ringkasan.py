"""Summary sheets as they stand in the file against what the inputs give now: stale or typed-over cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lkjip_xl.buku.baca import Lembar, Sel
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.bacaan import Alasan, Status, baca, ribuan_inggris
from lkjip_xl.inti.fungsi import Galat
from lkjip_xl.inti.kemiripan import rasio
from lkjip_xl.inti.kunci import kunci_rapat
from lkjip_xl.inti.rumus import bulat
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.ringkasan import RINGKASAN, dibuat_dari
from lkjip_xl.ringkasan.masukan import PERLU, SEMUA_PERLU, tak_tersusun
from lkjip_xl.ringkasan.model import KolomRingkas, TabelRingkas
from lkjip_xl.tabel.hilang import kurang
from lkjip_xl.tabel.model import BARIS_DATA, BukuKerja, Nilai
from lkjip_xl.tabel.sidik import AWALAN, PANJANG, baca_sidik, diubah, sidik_baris
from lkjip_xl.tabel.tanda import DASBOR, cari, cari_milik
from lkjip_xl.validasi.aturan.cara_lain import CARA_LAIN
from lkjip_xl.validasi.aturan.hasil_lain import dipotong, hasil_berkata, hasil_tabelnya, rentang_efisiensi
from lkjip_xl.validasi.aturan.letak_ringkasan import baris_isi, letak_ringkasan
from lkjip_xl.validasi.aturan.pelapor import Pelapor, Usul
from lkjip_xl.validasi.aturan.registri import aturan
from lkjip_xl.validasi.aturan.selang import cetak, hasil_tertulis

BERAT = (Tingkat.KESALAHAN, Tingkat.PERINGATAN)
MIRIP = 0.6  # below this a text is another text, above it another spelling
TANPA_HASIL = "kosong"
TEKS_BEBAS = "teks"
SETENGAH = 0.5
PENGENAL = ("kode", "indikator", "nama")  # by which a row of a summary is that of an input sheet


@dataclass(frozen=True, slots=True)
class Banding:
    """One cell of a summary: what stands there and the values the inputs allow, the computed one first; its row."""

    sel: str
    kolom: KolomRingkas
    ada: Sel | None
    harap: tuple[Nilai, ...]
    baris: Mapping[str, Nilai]


@aturan(kode=("RS-01", "RS-02", "RS-03", "RS-04"), baca=SEMUA_PERLU.longgar())
def ringkasan_menurut_isian(buku: BukuKerja, lapor: Pelapor) -> None:
    """Lembar ringkasan berisi yang ditulis Perbarui Ringkasan; yang belum diperbarui disebut satu kali.

    A summary whose marks tell what was written is compared only in cells edited since; one without marks, cell by cell.
    Nothing is said of a summary that reads a sheet or column the workbook has lost.
    """
    tulisan = cache(lambda cara: CARA_LAIN[cara](buku, lapor))
    usang = []
    for nama, buat in RINGKASAN.items():
        lembar = cari_milik(buku.lain, buku.tanda, nama)
        if lembar is None or not _sudah_dibuat(lembar) or not dibuat_dari(buku, nama):
            continue
        kurang_apa = kurang(buku, PERLU[nama])
        if tak_tersusun(buku.skema, nama) or kurang_apa.wajib or kurang_apa.lain:
            continue
        tabel = buat(buku)
        if not tabel.baris:
            continue
        sidik = baca_sidik(lembar)
        berubah = bool(sidik) and list(sidik.values()) != _sidik_kini(tabel)
        if berubah:
            usang.append(lembar.nama)
        hanya = diubah(lembar, sidik, baris_isi(lembar)[-1]) if sidik and baris_isi(lembar) else None
        if hanya is None or hanya:
            _bandingkan(lapor, lembar, tabel, buat, tulisan, hanya=hanya, berubah=berubah)
    if usang:
        lapor.di("RS-04", "", "", daftar=", ".join(usang), sel_terkait=[(n, f"A{BARIS_DATA}") for n in usang])


def _sidik_kini(tabel: TabelRingkas) -> list[list[str]]:
    teks = (sidik_baris(isi).removeprefix(AWALAN) for isi in tabel.terlihat())
    return [[t[i : i + PANJANG] for i in range(0, len(t), PANJANG)] for t in teks]


def _bandingkan(
    lapor: Pelapor,
    lembar: Lembar,
    tabel: TabelRingkas,
    buat: Callable[[BukuKerja], TabelRingkas],
    tulisan: Callable[[str], BukuKerja],
    *,
    hanya: set[str] | None,
    berubah: bool,
) -> None:
    """Cell by cell; hanya: the cells edited since the summary was made; berubah: it is out of date besides."""
    pasangan = letak_ringkasan(lembar, tabel)
    if pasangan is None:
        if not berubah:  # else the rows differ because the inputs do
            lapor.di("RS-02", lembar.nama, f"A{BARIS_DATA}")
        return
    beda = [b for b in _sel(lembar, tabel, [], *pasangan, hanya=hanya) if not _sama(b, b.harap[0])]
    if beda:  # only then is it worth asking what else the cells may follow from
        lain = [(lapor.buku, tabel), *((b, buat(b)) for b in map(tulisan, CARA_LAIN))]
        beda = list(_sel(lembar, tabel, lain, *pasangan, hanya={b.sel for b in beda}))
    for b in beda:
        _periksa(lapor, lembar.nama, b)


@aturan(kode=("LB-20",))
def lembar_pengguna_bernama_ringkasan(buku: BukuKerja, lapor: Pelapor) -> None:
    """Lembar yang bernama ringkasan atau Dasbor dibuat oleh LKjIP-XL."""
    for nama in (*RINGKASAN, DASBOR):
        if (x := cari(buku.lain, nama)) is not None and cari_milik(buku.lain, buku.tanda, nama) is None:
            lapor.di("LB-20", x.nama, "")


# -- where the cells are --------------------------------------------------------------------------------------


def _sudah_dibuat(lembar: Lembar) -> bool:
    return (BARIS_DATA, 1) in lembar.sel or any(b > BARIS_DATA for b, _ in lembar.sel)


def _sel(
    lembar: Lembar,
    tabel: TabelRingkas,
    lain: list[tuple[BukuKerja, TabelRingkas]],
    kolom: list[int | None],
    baris: list[int | None],
    *,
    hanya: set[str] | None,
) -> Iterator[Banding]:
    """Cells (hanya: these alone) with what they may hold: by the table, by the others like it, by what each of these is about."""
    serupa = [(b, t) for b, t in lain if t.kolom == tabel.kolom and len(t.baris) == len(tabel.baris)]
    for i, (r, *isi) in enumerate(zip(baris, *(t.terlihat() for t in (tabel, *(t for _, t in serupa))), strict=True)):
        for k, c, *harap in zip(tabel.kolom, kolom, *isi, strict=True):
            if r is not None and c is not None and (hanya is None or alamat_sel(r, c) in hanya):
                sebelah = (x for b, t in serupa for x in hasil_tabelnya(b, k.nama, t.baris[i].nilai))
                yield Banding(alamat_sel(r, c), k, lembar.sel.get((r, c)), (*harap, *sebelah), tabel.baris[i].nilai)


# -- comparing ------------------------------------------------------------------------------------------------


def _periksa(lapor: Pelapor, lembar: str, b: Banding) -> None:
    ada, harap = _isi(b.ada), b.harap[0]
    if any(_sama(b, x) for x in b.harap):
        _ulangan(lapor, lembar, b)
        if isinstance(ada, (int, float)) and not _sama(b, harap):
            _sudah_betul(lapor, lembar, b)
        return
    if isinstance(harap, (int, float)):
        potong = dipotong(lapor.buku, b.kolom.nama, b.baris, float(harap))
        rentang, angka = rentang_efisiensi(lapor.buku, b.kolom.nama, b.baris), _angka(b)
        if rentang is not None and angka is not None and rentang.bertemu(hasil_tertulis(*angka)):
            return
        if isinstance(ada, (int, float)) and _sudah_betul(lapor, lembar, b):
            return
        if potong is not None and _sama(b, potong):
            return
    tingkat = None
    if harap is None and baca(ada).nilai is not None:
        mungkin = hasil_berkata(lapor.buku, b.kolom.nama, b.baris)
        if mungkin is not None and any(_sama(b, x) for x in mungkin):
            return
        harap = mungkin[0] if mungkin else None
        tingkat = Tingkat.CATATAN if mungkin == [] else None  # words that nobody can count
    if ada is None:
        kode = "RS-03"
    elif isinstance(harap, str) and isinstance(ada, str) and b.kolom.tipe == TEKS_BEBAS:
        kode = "RS-01"
        if rasio(kunci_rapat(ada), kunci_rapat(harap)) >= MIRIP:
            tingkat = Tingkat.CATATAN
    else:
        kode = "RS-01"
        if _ribuan_inggris(b, ada, harap):
            tingkat = Tingkat.CATATAN
    seharusnya = TANPA_HASIL if harap is None and kode == "RS-01" else _tampil(harap, b)
    lapor.di(kode, lembar, b.sel, kolom=b.kolom.judul, nilai=ada, seharusnya=seharusnya, tingkat=tingkat)


def _ulangan(lapor: Pelapor, lembar: str, b: Banding) -> None:
    """A cell that repeats a figure reported where it was typed joins that finding: both are to be corrected at once."""
    for i in _temuan_isian(lapor, b, lambda u: lapor.jejak.nilai(u.sel)):
        lapor.sertakan(i, (lembar, b.sel))


def _sudah_betul(lapor: Pelapor, lembar: str, b: Banding) -> bool:
    """A cell that holds what a finding proposes for the input it repeats is right, and joins that finding."""
    semua = _temuan_isian(lapor, b, lambda u: u.nilai)
    i = next((i for i in semua if lapor.temuan[i].tingkat in BERAT), None)
    if i is not None:
        lapor.sertakan(i, (lembar, b.sel))
    return i is not None


def _temuan_isian(lapor: Pelapor, b: Banding, angka: Callable[[Usul], object]) -> Iterator[int]:
    """The findings at the input a cell repeats, where it holds this figure of theirs."""
    for i, u in lapor.usul.items():
        x = angka(u) if u.sel.kolom == b.kolom.nama else None
        if not isinstance(x, float) or not _sama(b, x):
            continue
        isi = lapor.jejak.baris(u.sel.lembar)[u.sel.baris]
        if any(isi.get(k) and kunci_rapat(isi[k]) == kunci_rapat(b.baris.get(k)) for k in PENGENAL):
            yield i


def _isi(s: Sel | None) -> object:
    if s is None:
        return None
    isi = s.galat or s.nilai
    return None if _kosong(isi) else isi


def _kosong(isi: object) -> bool:
    """A blank, or a text that says as much ("-", "N/A"): both sides may write one for the other."""
    if isi is None:
        return True
    return isinstance(isi, str) and (not isi.strip() or baca(str(isi)).status is Status.KOSONG)


def _sama(b: Banding, harap: Nilai) -> bool:
    """Does the cell show this value, to the digits it shows?"""
    ada = _isi(b.ada)
    if ada is None or harap is None:
        return ada is None and _kosong(harap)
    if isinstance(harap, str):
        teks = f"{ada:.15g}" if isinstance(ada, (int, float)) else str(ada)
        return teks == str(harap) or (not isinstance(harap, Galat) and kunci_rapat(teks) == kunci_rapat(harap))
    terbaca = _angka(b)
    if terbaca is None:
        return False
    x, desimal = terbaca
    if b.kolom.tipe == "rupiah":
        return abs(x - harap) < SETENGAH
    if desimal is not None and bulat(x, desimal) != x and abs(x - harap) >= SETENGAH * 10.0**-desimal:
        return False  # it shows another figure: 33,5 without decimals is 34, and no 33
    return hasil_tertulis(x, desimal).bertemu(cetak(harap, None))


def _angka(b: Banding) -> tuple[float, int | None] | None:
    """The figure a cell shows and its decimals, whether it is a number or a text; None where it is none for certain."""
    ada = _isi(b.ada)
    if isinstance(ada, str):
        bacaan = baca(ada, persen=b.kolom.tipe == "persen")
        if bacaan.alasan is Alasan.GAYA_INGGRIS:  # 1,250,000 is nothing else
            bacaan = baca(ada.replace(",", ""), persen=b.kolom.tipe == "persen")
        pasti = bacaan.status is Status.PASTI
        return (bacaan.nilai, bacaan.desimal) if pasti and bacaan.nilai is not None else None
    if b.ada is None or not isinstance(ada, (int, float)) or isinstance(ada, bool):
        return None
    return float(ada), b.ada.desimal


def _ribuan_inggris(b: Banding, ada: object, harap: Nilai) -> bool:
    if not isinstance(ada, float) or not isinstance(harap, float) or b.ada is None:
        return False
    return ribuan_inggris(ada, b.ada.desimal, harap)


def _tampil(x: Nilai, b: Banding) -> Nilai:
    """The expected value as a message quotes it: rounded as the column shows it."""
    if isinstance(x, float) and b.kolom.tipe == "persen":
        return round(x, max(2, (b.ada.desimal if b.ada else 0) or 0))
    return x
