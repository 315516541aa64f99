"""Input sheets as tables of the report: the columns of the schema that hold data, under the headers of the sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip_xl.inti.jumlah import baris_jumlah
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import tingkat
from lkjip_xl.ringkasan.desimal import desimal_nilai, desimal_warisan
from lkjip_xl.ringkasan.indikator import kamus_indikator, nilai_tampak
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, gabung_sama, kolom_berisi
from lkjip_xl.ringkasan.program import inden, rupa
from lkjip_xl.skema import judul as judul_kolom
from lkjip_xl.skema.model import Kolom
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM
from lkjip_xl.tabel.model import Nilai
from lkjip_xl.word.bahan import Bahan, teks_nilai
from lkjip_xl.word.bilangan import ada

TIPE = {"kode": "pilihan", "pilihan": "pilihan", "tahun": "pilihan", "angka": "angka", "cacah": "angka",
        "target": "angka", "rupiah": "rupiah", "persen": "persen"}  # fmt: skip
TAK_DICETAK = ("versi", "level", "arah", "sifat", "sementara")  # how the workbook sorts its rows, not what is reported
SINGKAT = ("satuan", "kategori", "predikat")  # words of a kind, in the middle of their column as in the summaries
CAPAIAN = "capaian"
BEBERAPA = 2  # programmes there must be to be added up
KODE_INDIKATOR = ("indikator", "kode")
VERSI_PK = {
    "rkt": "Rencana Kinerja Tahunan",
    "murni": "Perjanjian Kinerja",
    "perubahan": "Perjanjian Kinerja Perubahan",
}
VERSI = VERSI_PK | {"sebelum": "Sebelum perubahan", "sesudah": "Sesudah perubahan"}
GABUNG = ("tujuan", "sasaran", "dimensi", "komponen")  # columns whose repeated value is shown once


@dataclass(frozen=True, slots=True)
class Sisipan:
    """A column of another sheet behind a column of this one, and its value in a row."""

    sesudah: str
    kolom: KolomRingkas
    nilai: Callable[[Mapping[str, Nilai]], Nilai]


def tabel_masukan(
    b: Bahan,
    id_lembar: str,
    judul: str,
    *,
    kolom: Sequence[str] = (),
    saring: Callable[[Mapping[str, Nilai]], bool] = lambda r: True,
    gabung: Sequence[str] = GABUNG,
    sisipan: Sisipan | None = None,
) -> TabelRingkas:
    """Rows of an input sheet that pass `saring`; kolom: these columns only, in this order. Columns without data go.

    Values are the effective ones, with the decimals they were typed with; rupiah whole. Kodes of indicators are not
    printed; where the rows are of several versions, each has a heading. gabung: columns whose repeated value is shown once.
    """
    t = b.buku[id_lembar]
    semua = kolom or [k.nama for k in t.skema.kolom.values() if not k.tersembunyi]
    pilih = [k for n in semua if (k := t.skema.kolom.get(n)) is not None and _dicetak(k)]
    rekaman = [(letak, r) for letak, r in t.rekaman() if saring(r)]
    dalam_level = inden(r.get("level") for _, r in rekaman)
    banyak_versi = len({_versi(r) for _, r in rekaman}) > 1
    baris, versi = [], ""
    for letak, r in rekaman:
        nilai = {k.nama: _nilai(k, nilai_tampak(t, letak, k.nama)) for k in pilih}
        if all(x is None for x in nilai.values()):
            continue  # what stands there is not printed, or could not be read: a finding says so
        if sisipan is not None:
            nilai[sisipan.kolom.nama] = sisipan.nilai(r)
        desimal = {k.nama: d for k in pilih if (d := _desimal(b, id_lembar, letak, k, r)) is not None}
        dalam = dalam_level(r["level"]) if "level" in r else 0
        if banyak_versi and _versi(r) != versi:
            versi = _versi(r)
            baris.append(BarisRingkas({"": VERSI.get(kunci_teks(versi), versi)}, "kelompok"))
        baris.append(BarisRingkas(nilai, _gaya(r, nilai), desimal, inden=dalam))
    tersedia = [_kolom(b, k) for k in pilih]
    if sisipan is not None:
        tersedia.insert(next((i for i, k in enumerate(tersedia, 1) if k.nama == sisipan.sesudah), 0), sisipan.kolom)
    terpakai = kolom_berisi(tersedia, baris)
    sel_gabung = [
        g
        for k in terpakai
        if k.nama in gabung
        for g in gabung_sama(baris, [k.nama], [x.nilai.get(k.nama) for x in baris])
    ]
    return TabelRingkas(
        lembar=t.lembar, nomor="", judul=judul, sumber=sumber(b.buku, id_lembar), satuan="sebagaimana kepala kolom",
        catatan=(), kolom=terpakai, baris=tuple(baris), gabung=tuple(sel_gabung),
    )  # fmt: skip


def dengan_jumlah(t: TabelRingkas, jumlah: Mapping[str, float]) -> TabelRingkas:
    """A table of programmes closed by their sums, by column; as it is without any, or where somebody typed a total."""
    if not jumlah or any(r.gaya == "jumlah" for r in t.baris):
        return t
    return replace(t, baris=(*t.baris, BarisRingkas({"nama": "Jumlah", **jumlah}, "jumlah")))


def jumlah_program(b: Bahan, id_lembar: str) -> dict[str, float]:
    """The rupiah columns of an input sheet over its programmes, each once.

    Empty where a level above them has the sums or rows are of several versions; without a column of which an amount is missing.
    """
    t = b.buku[id_lembar]
    rekaman = b.rekaman(id_lembar)
    semua = [tingkat(r["level"]) for r in rekaman]
    if len({_versi(r) for r in rekaman}) > 1 or any(x is not None and x < KEDALAMAN_PROGRAM for x in semua):
        return {}
    program: dict[Nilai, dict[str, Nilai]] = {}
    for r in (r for r, x in zip(rekaman, semua, strict=True) if x == KEDALAMAN_PROGRAM):
        milik = program.setdefault(r["kode"] or r["nama"], {})
        milik.update(
            {k: x for k, x in r.items() if x is not None and k not in milik}
        )  # a second row is a second indicator
    if len(program) < BEBERAPA:
        return {}
    rupiah = (k.nama for k in t.skema.kolom.values() if k.tipe == "rupiah" and not k.tersembunyi)
    isi = {k: [n for m in program.values() if ada(n := m.get(k))] for k in rupiah}
    return {k: sum(n) for k, n in isi.items() if len(n) == len(program)}


def tabel_skala(b: Bahan, nama: str = "") -> TabelRingkas:
    """The category scale of a name (its key): one row per band, from the highest."""
    tertulis = next((str(r["skala"]) for r in b.rekaman("skala") if nama and kunci_teks(r["skala"]) == nama), "")
    kolom = (
        KolomRingkas("no", "No", "pilihan", 5),
        KolomRingkas("rentang", "Nilai (%)" if nama else "Capaian (%)", "pilihan", 24),
        KolomRingkas("kategori", "Kategori", "pilihan", 30),
    )
    baris, atas = [], "di bawahnya"
    for i, p in enumerate(b.buku.menurut_skala(nama), 1):
        lebih = p.tanda.strip() == ">"
        batas = atas if p.batas is None else f"{'>' if lebih else '≥'} {teks_nilai(p.batas)}"
        atas = atas if p.batas is None else f"{'≤' if lebih else '<'} {teks_nilai(p.batas)}"
        baris.append(BarisRingkas({"no": str(i), "rentang": p.teks or batas, "kategori": p.kategori}))
    return TabelRingkas(
        lembar=b.buku["skala"].lembar, nomor="", judul=f"Skala Kategori {tertulis or 'Capaian Kinerja'}", sumber=sumber(b.buku, "skala"),
        satuan="persen", catatan=(), kolom=kolom, baris=tuple(baris),
    )  # fmt: skip


def _gaya(r: Mapping[str, Nilai], nilai: Mapping[str, Nilai]) -> str:
    """A row whose first text names a total is one; programmes are bold among their activities."""
    if baris_jumlah(next((x for x in nilai.values() if isinstance(x, str)), "")):
        return "jumlah"
    return rupa(r["level"]) if "level" in r else "biasa"


def _dicetak(k: Kolom) -> bool:
    return k.nama not in TAK_DICETAK and k.pilihan_acuan != KODE_INDIKATOR


def _versi(r: Mapping[str, Nilai]) -> str:
    x = r.get("versi")
    return x if isinstance(x, str) else ""


def _kolom(b: Bahan, k: Kolom) -> KolomRingkas:
    def isi(teks: str) -> str:
        return judul_kolom.sebagai_teks(teks, b.buku.setelan)

    tipe = "pilihan" if k.nama in SINGKAT else TIPE.get(k.tipe, "teks")
    desimal = (
        0 if k.tipe in ("rupiah", "cacah") else k.desimal if k.desimal is not None else 2 if tipe == "persen" else None
    )
    kelompok = isi(k.kelompok) if k.kelompok else None
    return KolomRingkas(k.nama, isi(k.judul), tipe, k.lebar, kelompok, desimal, inden=k.nama == "nama")


def _nilai(k: Kolom, x: Nilai) -> Nilai:
    return f"{x:.0f}" if k.tipe == "tahun" and ada(x) else x


def _desimal(b: Bahan, id_lembar: str, letak: int, k: Kolom, r: Mapping[str, Nilai]) -> int | None:
    x = r[k.nama]
    if k.nama == CAPAIAN:  # as every other page of the report has it
        milik = kamus_indikator(b.buku).get(kunci_teks(r.get("kode")))
        return milik.desimal if milik is not None else None
    if k.tipe == "target":
        return desimal_warisan(b.buku, b.buku[id_lembar], letak, k.nama)
    if TIPE.get(k.tipe) == "angka" and k.tipe != "cacah":
        return desimal_nilai(b.buku[id_lembar], letak, k.nama, x)
    return None
