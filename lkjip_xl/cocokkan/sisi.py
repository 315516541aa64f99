"""The workbook's side of a reconciliation: a sheet, input or summary, as rows of comparable cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lkjip_xl.inti.alamat import huruf
from lkjip_xl.inti.alamat import sel as alamat_sel
from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.padan.model import TAHUN, BarisTuju, KolomTuju, Tujuan
from lkjip_xl.padan.nama import kepala_setara, nama_setara
from lkjip_xl.ringkasan import RINGKASAN
from lkjip_xl.ringkasan.masukan import PERLU, tak_tersusun
from lkjip_xl.ringkasan.model import BarisRingkas
from lkjip_xl.skema import judul
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.perlu import Perlu, perlu
from lkjip_xl.skema.ungkapan import KolomBaris, telusuri, urai
from lkjip_xl.tabel.hierarki import leluhur
from lkjip_xl.tabel.hilang import menurut_rumus
from lkjip_xl.tabel.model import ANGKA, BARIS_DATA, BukuKerja, Nilai, Tabel
from lkjip_xl.validasi.aturan.cara_lain import CARA_LAIN
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Penelusur
from lkjip_xl.validasi.aturan.pohon import pohon

DIULANG = ("pengukuran", "riwayat")  # sheets whose figures the summaries on indicators repeat
LAPORAN = "TahunLaporan"


def daftar_lembar(buku: BukuKerja) -> list[str]:
    """Names of all sheets that can be reconciled."""
    return [t.lembar for t in buku.tabel.values() if t.ada and t.skema.susunan == "tabel"] + [
        n for n in RINGKASAN if not tak_tersusun(buku.skema, n)
    ]


def perlu_lembar(buku: BukuKerja, lembar: str) -> Perlu:
    """The columns read to reconcile a sheet; an input sheet is compared column by column as it stands."""
    if lembar in RINGKASAN:
        return PERLU[lembar]
    t = next(t for t in buku.tabel.values() if t.lembar == lembar)
    return menurut_rumus(buku, [t.skema.id]) | perlu(indikator="?kode ?jenjang")


def sisi_lembar(buku: BukuKerja, lembar: str) -> Tujuan:
    """The rows of an input or summary sheet by its exact name."""
    if lembar in RINGKASAN:
        return _ringkasan(buku, lembar)
    t = next(t for t in buku.tabel.values() if t.lembar == lembar)
    return _isian(buku, t.skema.id)


def _isian(buku: BukuKerja, id_lembar: str) -> Tujuan:
    t = buku[id_lembar]
    kolom = {k.nama: _kolom(k, buku.setelan) for k in t.skema.kolom.values() if not k.tersembunyi}
    jejak = Penelusur(buku)
    isi, induk = jejak.baris(id_lembar), _induk(jejak, t)
    laporan = _bilangan(buku.setelan.get(LAPORAN))
    pada = {k: huruf(t.letak[k]) if k in t.letak else "" for k in kolom}
    baris = []
    for b, x in isi.items():
        nilai = {}
        for k in kolom:
            tampak = _sebagai_teks(t, b, k) if x[k] is None else x[k]
            nilai[k] = (tampak, t.harap(b, k) if t.berumus(b, k) and tampak == x[k] else tampak)
        baris.append(
            BarisTuju(
                {k: f"{h}{b}" if h else "" for k, h in pada.items()},
                nilai,
                {k: t.desimal(b, k) for k in kolom},
                tuple(str(isi[a].get("nama")) for a in leluhur(induk, b)),
                _teks(x.get("level")),
                _teks(x.get("versi")),
                _teks(x.get("level")) or _teks(buku.indeks.ambil("indikator", "kode", x.get("kode"), "jenjang")),
                any(baris_total(v[0]) for v in nilai.values()),
                b,
                _bilangan(x.get(TAHUN)) or laporan,
            )
        )
    waris = {k.nama: _bahan(k) for k in t.skema.kolom.values() if k.jenis == "warisan" and k.rumus}
    return Tujuan(t.lembar, kolom, baris, _turunan(buku, id_lembar), laporan, waris)


def _kolom(k: Kolom, setelan: Mapping[str, Nilai]) -> KolomTuju:
    """A column of an input sheet with every header it may bear elsewhere."""
    teks = judul.sebagai_teks(k.judul, setelan)
    atas = judul.sebagai_teks(k.kelompok, setelan) if k.kelompok else ""
    lain = [judul.sebagai_teks(x, setelan) for x in k.sinonim]
    lain += teks.split("/") if k.nama == "nama" else []  # "Indikator / Subkegiatan": either
    return KolomTuju(k.nama, k.tipe, teks, _sebutan(k.nama, teks, f"{atas} {teks}", *lain), tuple(k.pilihan))


def _induk(jejak: Penelusur, t: Tabel) -> dict[int, int | None]:
    """The row above each row of a sheet of programmes, version by version."""
    induk: dict[int, int | None] = {}
    if "level" in t.skema.kolom:
        isi = jejak.baris(t.skema.id)
        for versi in {b.get("versi") for b in isi.values()}:
            induk |= pohon(jejak, t.skema.id, [b for b, x in isi.items() if x.get("versi") == versi]).induk
    return induk


def _sebagai_teks(t: Tabel, baris: int, kolom: str) -> str | None:
    """A word, bound or ratio where a figure is expected, typed or inherited; a sign for "none" is a blank."""
    teks = t.kata(baris, kolom)
    return teks if teks and baca(teks).status is not Status.KOSONG else None


def _teks(x: Nilai) -> str | None:
    return x if isinstance(x, str) else None


def _bilangan(x: Nilai) -> int | None:
    return int(x) if isinstance(x, float) else None


def _turunan(buku: BukuKerja, *id_lembar: str) -> dict[str, frozenset[str]]:
    """Computed columns by name with the columns of their row they follow from, directly or through others."""
    rumus = [k for i in id_lembar for k in buku[i].skema.kolom.values() if k.jenis == "rumus"]
    hasil = {k.nama: _bahan(k) for k in rumus}
    for _ in hasil:
        hasil = {k: v.union(*(hasil.get(x, frozenset()) for x in v)) for k, v in hasil.items()}
    return {k.nama: hasil[k.nama] for k in rumus if not k.tersembunyi}  # helpers only lead from one to another


def _bahan(k: Kolom) -> frozenset[str]:
    return frozenset(x.nama for x in telusuri(urai(k.rumus)) if isinstance(x, KolomBaris))


def _ringkasan(buku: BukuKerja, lembar: str) -> Tujuan:
    lapor = Pelapor(buku)
    sinonim = _sinonim(buku)
    tabel = RINGKASAN[lembar](buku)
    versi = [tabel]
    for cara in CARA_LAIN.values():
        lain = RINGKASAN[lembar](cara(buku, lapor))
        if len(lain.baris) == len(tabel.baris):
            versi.append(lain)
    kolom = {
        k.nama: KolomTuju(
            k.nama,
            k.tipe,
            k.judul,
            _sebutan(k.nama, k.judul, f"{k.kelompok or ''} {k.judul}", *sinonim.get(k.nama, ())),
        )
        for k in tabel.kolom
    }
    baris = []
    kelompok = None
    for i, b in enumerate(tabel.baris):
        if b.gaya == "kelompok":
            kelompok = str(b.nilai.get("", ""))
            continue
        sel = {k: alamat_sel(BARIS_DATA + i, c) for c, k in enumerate(kolom, 1)}
        nilai = {k: tuple(v.nilai(i, k) for v in versi) for k in kolom}
        level = nilai["level"][0] if "level" in kolom and isinstance(nilai["level"][0], str) else None
        jumlah, asal = _jumlah(b, nilai), _asal(buku, b, kolom)
        baris.append(BarisTuju(sel, nilai, level=level, kelompok=level or kelompok, jumlah=jumlah, asal=asal))
    return Tujuan(lembar, kolom, baris, _turunan(buku, "pengukuran", "anggaran"), _bilangan(buku.setelan.get(LAPORAN)))


def _asal(buku: BukuKerja, b: BarisRingkas, kolom: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The cells of an indicator's row that a summary repeats: a wrong one is corrected there, not in the summary."""
    hasil: dict[str, tuple[str, str]] = {}
    for t in (buku[i] for i in DIULANG):
        letak = buku.indeks.baris(t.skema.id, "kode", b.nilai.get("kode")) if t.ada else None
        if letak is None:
            continue
        for k in kolom:
            if k in t.skema.kolom and t.skema.kolom[k].tipe in ANGKA and (sel := t.alamat(letak, k)):
                hasil.setdefault(k, (t.lembar, sel))
    return hasil


def _jumlah(b: BarisRingkas, nilai: dict[str, tuple[Nilai, ...]]) -> bool:
    return b.gaya == "jumlah" or any(baris_total(v[0]) for v in nilai.values())


def _sinonim(buku: BukuKerja) -> dict[str, list[str]]:
    """Words for columns by the name of the column, of the sheets the summaries are made from."""
    hasil: dict[str, list[str]] = {}
    for t in buku.tabel.values():
        for k in t.skema.kolom.values():
            hasil.setdefault(k.nama, []).extend(judul.sebagai_teks(x, buku.setelan) for x in k.sinonim)
    return hasil


def _sebutan(*teks: str) -> frozenset[str]:
    return frozenset(b for t in teks if (b := kepala_setara(t)))


def baris_total(nama: object) -> bool:
    """Is this a total row?"""
    return isinstance(nama, str) and baris_jumlah(nama)


def nama_dan_kepala(buku: BukuKerja, lembar: str) -> tuple[set[str], set[str]]:
    """What a sheet's text columns name and the headers of all its columns, to tell which sheet a table resembles."""
    if lembar in RINGKASAN:
        tabel = RINGKASAN[lembar](buku)
        teks = [k.nama for k in tabel.kolom if k.tipe == "teks"]
        nama = {nama_setara(b.nilai.get(n)) for b in tabel.baris for n in teks}
        return nama - {""}, {kepala_setara(k.judul) for k in tabel.kolom}
    t = next(t for t in buku.tabel.values() if t.lembar == lembar)
    tampak = [k for k in t.skema.kolom.values() if not k.tersembunyi]
    teks = [k.nama for k in tampak if k.tipe == "teks"]
    nama = {nama_setara(x[n]) for _, x in t.rekaman() for n in teks if isinstance(x.get(n), str)}
    return nama - {""}, {kepala_setara(judul.sebagai_teks(k.judul, buku.setelan)) for k in tampak}
