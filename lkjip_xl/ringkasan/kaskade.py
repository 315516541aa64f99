"""The cascade as one table: tujuan, sasaran, and the programmes and activities below each, with target and who answers for it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.ringkasan.alokasi import alokasi, tingkat
from lkjip_xl.ringkasan.desimal import desimal_renstra, kolom_renstra
from lkjip_xl.ringkasan.iku_berlaku import penanggung_jawab
from lkjip_xl.ringkasan.indikator import SASARAN, Indikator, daftar_indikator, kamus_indikator, nilai_tampak
from lkjip_xl.ringkasan.kepala import sumber
from lkjip_xl.ringkasan.model import BarisRingkas, KolomRingkas, TabelRingkas, berisi, gabung_sama, kolom_berisi
from lkjip_xl.ringkasan.program import desimal_program, nilai_program
from lkjip_xl.ringkasan.strategi import misi
from lkjip_xl.tabel.hierarki import KEDALAMAN_PROGRAM, LEVEL
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.tabel.per_buku import per_buku

MISI = "misi"
ATAS = ("rpjmd", "tujuan", SASARAN)
ISI_PROGRAM = ("indikator", "target", "pengampu")
JUDUL_ATAS = {MISI: "Misi", "rpjmd": "Sasaran RPJMD", "tujuan": "Tujuan", SASARAN: "Sasaran"}


@per_buku
def kaskade(buku: BukuKerja) -> TabelRingkas | None:
    """Every measured sasaran under its tujuan, with the measured indicators of lower levels whose Induk it is, and all rows of
    Anggaran below the programmes Penunjang maps to it.

    None where there are neither, or Anggaran has neither indicators nor who answers for a row: the programmes behind
    a sasaran are a table of their own. A programme that serves several sasaran stands below each of them.
    """
    a = alokasi(buku)
    baris: list[BarisRingkas] = []
    ditulis: set[str] = set()
    jenjang = {SASARAN}
    terpakai: set[int] = set()  # rows of Anggaran
    program: list[BarisRingkas] = []
    for kode, milik in _sasaran(buku).items():
        for atas in reversed(_ke_atas(buku, milik[0])):
            if atas.sasaran not in ditulis:
                ditulis.add(atas.sasaran)
                jenjang.add(atas.jenjang)
                semua = kamus_indikator(buku).values()
                baris += _baris_indikator(
                    buku, [x for x in semua if (x.sasaran, x.jenjang) == (atas.sasaran, atas.jenjang)]
                )
        baris += _baris_indikator(buku, milik)
        terpeta = a.dengan_bawahan(a.milik_sasaran(kode))
        terpakai |= set(terpeta)
        tertinggi = min((tingkat(a.baris[b]["level"]) or 0 for b in terpeta), default=0)
        di_bawah = [_baris_anggaran(buku, b, tertinggi) for b in terpeta]
        disebut = {kunci_teks(x.nilai.get("indikator")) for x in di_bawah}
        di_bawah[:0] = _turunan(buku, milik, disebut)
        program += di_bawah
        baris += di_bawah
    if all(x.nilai.get(k) is None for x in program for k in ISI_PROGRAM):
        return None
    tercetak = _jenjang_tercetak(buku, jenjang, terpakai)
    dasar = min(x.inden for x in baris)
    baris = [replace(x, inden=x.inden - dasar) for x in baris]
    kolom = (
        KolomRingkas("nama", " / ".join(tercetak), lebar=46, tetap=True, inden=True),
        KolomRingkas("indikator", "Indikator Kinerja", lebar=38),
        KolomRingkas("satuan", "Satuan", "pilihan", 13),
        KolomRingkas("target", "Target", "angka", 11),
        KolomRingkas("pengampu", "Penanggung Jawab", lebar=24),
    )
    return TabelRingkas(
        lembar=buku["penunjang"].lembar, nomor="", judul=f"Penjabaran Kinerja dari {tercetak[0]} sampai dengan {tercetak[-1]}", catatan=(),
        sumber=sumber(buku, "indikator", "penunjang", "anggaran"), satuan="target dalam satuan indikator",
        kolom=kolom_berisi(kolom, baris), baris=tuple(baris),
    )  # fmt: skip


@per_buku
def keterkaitan(buku: BukuKerja) -> TabelRingkas | None:
    """Which mission, tujuan and sasaran of the region each measured sasaran serves; None where nothing says so."""
    baris, kunci = [], []
    for milik in _sasaran(buku).values():
        atas = {x.jenjang: x for x in _ke_atas(buku, milik[0])}
        for x in milik:
            nilai: dict[str, Nilai] = {j: y.pernyataan or y.nama for j, y in atas.items()}
            nilai[MISI] = next(filter(None, (misi(buku, y) for y in (x, *atas.values()))), None)
            baris.append(BarisRingkas(nilai | {SASARAN: x.pernyataan, "indikator": x.nama or x.kode}))
        kunci += [(tuple(y.sasaran for y in atas.values()), milik[0].sasaran)] * len(milik)
    ada = [j for j in (MISI, *ATAS) if berisi(baris, j)]
    if not set(ada) - {SASARAN}:
        return None
    kolom = [
        *(KolomRingkas(j, JUDUL_ATAS[j], lebar=34) for j in ada),
        KolomRingkas("indikator", "Indikator Sasaran", lebar=36),
    ]
    gabung = [g for j in ada if j != SASARAN for g in gabung_sama(baris, [j], [b.nilai.get(j) for b in baris])]
    if SASARAN in ada:
        gabung += gabung_sama(baris, [SASARAN], kunci)
    return TabelRingkas(
        lembar=buku["indikator"].lembar, nomor="", judul=f"Keterkaitan Sasaran dengan {'Misi dan Tujuan' if MISI in ada and len(ada) > 2 else 'Misi' if MISI in ada else 'Tujuan'}", sumber=sumber(buku, "indikator"),
        satuan="rumusan sebagaimana dalam dokumen perencanaan", catatan=(), kolom=tuple(kolom), baris=tuple(baris), gabung=tuple(gabung),
    )  # fmt: skip


def _baris_anggaran(buku: BukuKerja, b: int, tertinggi: int) -> BarisRingkas:
    """A row of Anggaran; a further indicator of the programme above has no name of its own."""
    a = alokasi(buku)
    r, p = a.baris[b], nilai_program(buku, b)
    nilai = {k: p[k] for k in ("indikator", "satuan", "target")} | {"pengampu": r["bidang"]}
    if a.utama[b] == b:
        nilai["nama"] = r["nama"]
    dalam = len(ATAS) + (tingkat(r["level"]) or tertinggi) - tertinggi
    return BarisRingkas(nilai, desimal=desimal_program(buku, b), inden=dalam)


def _jenjang_tercetak(buku: BukuKerja, jenjang: Container[str], terpakai: Iterable[int]) -> list[str]:
    """Names of the levels that the cascade shows, the highest first."""
    level = {teks for b in terpakai if (teks := kunci_teks(alokasi(buku).baris[b]["level"]))}
    level |= {x.jenjang for x in daftar_indikator(buku)}
    return [JUDUL_ATAS[j] for j in ATAS if j in jenjang] + [
        x.capitalize() for x in LEVEL[KEDALAMAN_PROGRAM:] if x in level
    ]


def _sasaran(buku: BukuKerja) -> dict[str, list[Indikator]]:
    hasil: dict[str, list[Indikator]] = {}
    for x in daftar_indikator(buku):
        if x.jenjang == SASARAN:
            hasil.setdefault(x.sasaran, []).append(x)
    return hasil


def _ke_atas(buku: BukuKerja, x: Indikator) -> list[Indikator]:
    """The indicators above one by the column Induk, nearest first, as far as tujuan and RPJMD."""
    kamus, induk = kamus_indikator(buku), _induk(buku)
    hasil: list[Indikator] = []
    kunci = induk.get(x.kunci, "")
    while kunci in kamus and len(hasil) < len(ATAS) and kamus[kunci].jenjang in ATAS[:-1]:
        hasil.append(kamus[kunci])
        kunci = induk.get(kunci, "")
    return hasil


@per_buku
def _induk(buku: BukuKerja) -> dict[str, str]:
    return {
        kunci_teks(r["kode"]): kunci_teks(r["induk"]) for _, r in buku["indikator"].rekaman() if r["kode"] is not None
    }


@per_buku
def _terukur(buku: BukuKerja) -> dict[str, Indikator]:
    return {x.kunci: x for x in daftar_indikator(buku)}


def _baris_indikator(buku: BukuKerja, milik: list[Indikator]) -> Iterator[BarisRingkas]:
    ukur, jawab = _terukur(buku), penanggung_jawab(buku)
    for i, x in enumerate(milik):
        m = ukur.get(x.kunci)
        nilai: dict[str, Nilai] = {
            "nama": None if i else x.pernyataan or x.nama,
            "indikator": x.nama,
            "satuan": x.satuan,
            "pengampu": jawab.get(x.kunci),
        }
        target, banyak = (m.tampak("target", m.target), m.desimal_target) if m is not None else _target_renstra(buku, x)
        nilai["target"] = target
        yield BarisRingkas(nilai, "tebal", {} if banyak is None else {"target": banyak}, inden=_dalam(x))


def _dalam(x: Indikator) -> int:
    """How far an indicator is set in: the levels above the programmes first."""
    return (
        ATAS.index(x.jenjang)
        if x.jenjang in ATAS
        else len(ATAS) + max((tingkat(x.jenjang) or 0) - KEDALAMAN_PROGRAM, 0)
    )


def _turunan(buku: BukuKerja, milik: Sequence[Indikator], disebut: Container[str]) -> Iterator[BarisRingkas]:
    """The measured indicators of programmes and below whose Induk one of these is, each above its own; not those named already."""
    induk = _induk(buku)
    atas = {x.kunci for x in milik}
    anak = [x for x in _terukur(buku).values() if x.jenjang not in ATAS and induk.get(x.kunci) in atas - {x.kunci}]
    for semua in _per_rumusan(anak):
        for r, x in zip(_baris_indikator(buku, semua), semua, strict=True):
            if kunci_teks(x.nama) not in disebut:
                yield replace(r, gaya="biasa")
        yield from _turunan(buku, semua, disebut)


def _per_rumusan(semua: Sequence[Indikator]) -> Iterable[list[Indikator]]:
    hasil: dict[str, list[Indikator]] = {}
    for x in semua:
        hasil.setdefault(x.sasaran, []).append(x)
    return hasil.values()


def _target_renstra(buku: BukuKerja, x: Indikator) -> tuple[Nilai, int | None]:
    """The target of the report year in Renstra, of an indicator that was not measured; and its decimals."""
    tahun, t = buku.setelan.get("TahunLaporan"), buku["renstra"]
    kolom = kolom_renstra(buku, tahun)
    letak = buku.indeks.baris("renstra", "kode", x.kode) if kolom else None
    return (None, None) if letak is None else (nilai_tampak(t, letak, kolom), desimal_renstra(buku, letak, tahun))
