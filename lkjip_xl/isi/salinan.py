"""What a table repeats of the sheet Indikator: never written, but held against it, so that nothing printed is dropped unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lkjip_xl.inti.bacaan import Status, baca
from lkjip_xl.inti.kemiripan import ejaan_sama, rasio
from lkjip_xl.inti.kunci import kunci_judul, kunci_nama
from lkjip_xl.inti.satuan import satuan_bertentangan, satuan_sama
from lkjip_xl.inti.temuan import Temuan
from lkjip_xl.skema.model import Kolom
from lkjip_xl.skema.pesan import buat_temuan
from lkjip_xl.tabel.model import BukuKerja, Tabel

MIRIP = 0.8
SATUAN, INDIKATOR, SASARAN = "satuan", "indikator", "sasaran"
BERSASARAN = frozenset({"sasaran", "tujuan"})  # jenjang of indicators whose own statement a column of sasaran shows
Letak = tuple[str, int, str]  # id of a sheet, Excel row, column


def rumusan_lain(buku: BukuKerja, tercetak: Mapping[Letak, str]) -> Iterator[tuple[Letak, Temuan]]:
    """Sasaran that are worded otherwise, not only spelled otherwise or shortened, each with what is to be said of it."""
    for letak, teks in tercetak.items():
        lembar, baris, kolom = letak
        t = buku[lembar]
        if kolom != SASARAN or kolom not in t.letak or not t.terpakai(baris):
            continue
        kode, ada = t.isi(baris).get("kode"), t.isi(baris)[kolom]
        jenjang = buku.indeks.ambil(INDIKATOR, "kode", kode, "jenjang")
        x, y = kunci_nama(teks), kunci_nama(ada)
        if jenjang in BERSASARAN and isinstance(ada, str) and not (ejaan_sama(x, y) or x in y or y in x):
            k = t.skema.kolom[kolom]
            yield letak, buat_temuan("CS-40", lembar=t.lembar, sel=t.alamat(baris, kolom), kolom=k.judul, nilai=teks, seharusnya=ada,
                                     kolom_judul=k.judul, nama=teks, ada=ada)  # fmt: skip


def beda_salinan(buku: BukuKerja, tercetak: Mapping[Letak, str]) -> Iterator[Temuan]:
    """Findings for texts printed in columns that the workbook takes from Indikator; {(sheet id, Excel row, column): text}."""
    nama_lain = {kunci_judul(r[INDIKATOR]) for _, r in buku[INDIKATOR].rekaman() if r[INDIKATOR] is not None}
    for (lembar, baris, kolom), teks in tercetak.items():
        t = buku[lembar]
        ada = t.isi(baris)[kolom] if t.terpakai(baris) else None
        if not teks.strip() or (ada is not None and not isinstance(ada, str)):
            continue
        k = t.skema.kolom[kolom]
        kode = _beda(k, teks, ada, nama_lain) if ada is not None else _tanpa_salinan(buku, t, baris, teks)
        if kode:
            isi = {"kolom_judul": k.judul, "nama": teks, "ada": ada, "kode": str(t.isi(baris).get("kode") or "")}
            alamat = t.alamat(baris, kolom)
            yield buat_temuan(kode, lembar=t.lembar, sel=alamat, kolom=k.judul, nilai=teks, seharusnya=ada, **isi)


def _tanpa_salinan(buku: BukuKerja, t: Tabel, baris: int, teks: str) -> str:
    """Code for a text that nothing in Indikator stands for; "" where its row is of no known indicator, which is said elsewhere."""
    dikenal = t.terpakai(baris) and buku.indeks.baris(INDIKATOR, "kode", t.isi(baris).get("kode")) is not None
    return "CS-43" if dikenal and baca(teks).status is not Status.KOSONG else ""


def _beda(k: Kolom, teks: str, ada: str, nama_lain: set[str]) -> str:
    """Code of a difference; "" for none."""
    if k.nama == SATUAN:
        if satuan_sama(teks, ada):
            return ""
        return "CS-14" if satuan_bertentangan(teks, ada) else "CS-12"
    x, y = kunci_judul(teks), kunci_judul(ada)
    if x == y:
        return ""
    lain = k.nama == INDIKATOR and (x in nama_lain or not (rasio(x, y) >= MIRIP or x in y or y in x))
    return "CS-13" if lain else "CS-12"
