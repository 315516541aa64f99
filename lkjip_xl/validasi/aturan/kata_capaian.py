"""Predicates against what is printed beside them: the capaian typed for two words, the figure in front of a predicate of SAKIP."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip_xl.inti.bacaan import baca
from lkjip_xl.inti.bentuk_lain import kata_bersama
from lkjip_xl.inti.kunci import kunci_nama, kunci_teks
from lkjip_xl.inti.pilihan import Arah, arah_sel
from lkjip_xl.inti.skala import predikat_sakip
from lkjip_xl.inti.temuan import Tingkat
from lkjip_xl.skema.kata_arah import kata_arah
from lkjip_xl.skema.perlu import perlu
from lkjip_xl.tabel.model import BukuKerja
from lkjip_xl.validasi.aturan.angka_indikator import JEJAK_NILAI
from lkjip_xl.validasi.aturan.nama_sakip import BUKAN_SENDIRI
from lkjip_xl.validasi.aturan.pelapor import Pelapor
from lkjip_xl.validasi.aturan.penelusur import Rujukan
from lkjip_xl.validasi.aturan.registri import aturan

PENUH = 100.0
_TINGKAT = re.compile(r"(?:level|lev|lv|tingkat|bintang) ?([1-9]|[iv]{1,3})")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_KURUNG = re.compile(r"\s*\([^()]*\)")
_SAKIP = re.compile(r"\b(?:sakip|akip|akuntabilitas kinerja)\b")
_HURUF = re.compile(r"[(/–-]?\s*(AA|BB|CC|[A-D])\)?")
_DITETAPKAN = frozenset({"renstra", "riwayat"})


@aturan(
    kode=("KW-31",),
    baca=perlu(
        pengukuran="?capaian ?target ?realisasi ?arah",
        riwayat="?capaian_1-3 ?target_1-3 ?realisasi_1-3 ?arah",
    ),
)
def capaian_menurut_kata(buku: BukuKerja, lapor: Pelapor) -> None:
    """Capaian yang diketik untuk target dan realisasi berupa kata searah dengan urutan kata itu (WDP di bawah WTP)."""
    for lembar, akhiran in (("pengukuran", ""), *(("riwayat", f"_{k}") for k in (1, 2, 3))):
        t = buku[lembar]
        if not t.ada or f"capaian{akhiran}" not in t.skema.kolom:
            continue
        for b, isi in lapor.jejak.baris(lembar).items():
            r, capaian = Rujukan(lembar, b, f"capaian{akhiran}"), isi[f"capaian{akhiran}"]
            if (
                arah_sel(isi.get("arah") or None) is not Arah.NAIK
                or not isinstance(capaian, float)
                or not lapor.jejak.diketik(r)
            ):
                continue
            sel = [Rujukan(lembar, b, f"{k}{akhiran}") for k in ("realisasi", "target")]
            kata = [t.kata(b, s.kolom) for s in sel]
            tinggi = _lebih_tinggi(*kata) if all(kata) and not lapor.pernah(r) else None
            if tinggi is None or tinggi is (capaian >= PENUH):
                continue
            tingkat = Tingkat.CATATAN if lembar == "riwayat" else None  # that document is issued
            lapor("KW-31", r, terkait=sel, tingkat=tingkat, realisasi=kata[0], target=kata[1],
                  banding="di atas" if tinggi else "di bawah")  # fmt: skip


def _lebih_tinggi(a: str, b: str) -> bool | None:
    """Is the first of two predicates or levels the better one; None where that is not known, or they are equal."""
    kata = [_KURUNG.sub("", kata_bersama(x) or x).strip(" *") for x in (a, b)]
    tingkat = [_tingkat(x) for x in kata]
    if None not in tingkat:
        x, y = (t or 0 for t in tingkat)
        return None if x == y else x > y
    return kata_arah().lebih_tinggi(*kata)


def _tingkat(kata: str) -> int | None:
    m = _TINGKAT.fullmatch(kunci_nama(kata))
    return None if m is None else _ROMAWI.get(m[1]) or (int(m[1]) if m[1].isdigit() else None)


@aturan(
    kode=("LH-02",),
    lembar=("indikator",),
    baca=perlu(
        indikator="kode indikator",
        pengukuran="?kode ?target ?realisasi",
        riwayat="?kode ?target_1-3 ?realisasi_1-3",
        renstra="?kode ?target_1-6",
        pk="?kode ?target",
    ),
)
def predikat_di_samping_nilai_sakip(buku: BukuKerja, lapor: Pelapor) -> None:
    """Predikat yang ditulis di samping nilai SAKIP, misalnya 66,20 (B), sesuai dengan nilai itu."""
    nama = {kunci_teks(i["kode"]): kunci_teks(i["indikator"]) for i in lapor.jejak.baris("indikator").values()}
    for r, kode, nilai, huruf in _nilai_berpredikat(buku, lapor):
        milik = nama.get(kode, "")
        if not _SAKIP.search(milik) or BUKAN_SENDIRI.search(milik) or lapor.pernah(r):
            continue
        # what lies right on a bound is read either way
        boleh = {predikat_sakip(nilai), predikat_sakip(nilai + 0.01), predikat_sakip(nilai - 0.01)}
        if huruf not in boleh:
            tingkat = Tingkat.CATATAN if r.lembar in _DITETAPKAN else None
            lapor("LH-02", r, nilai=huruf, seharusnya=predikat_sakip(nilai), angka=nilai, tingkat=tingkat, berkata=True)


def _nilai_berpredikat(buku: BukuKerja, lapor: Pelapor) -> Iterator[tuple[Rujukan, str, float, str]]:
    """Typed figures of indicators with the letters behind or before them: cell, kode, figure, letters."""
    for lembar, kolom in JEJAK_NILAI:
        t = buku[lembar]
        for b, isi in lapor.jejak.baris(lembar).items() if t.ada else ():
            for k in (k for k in kolom if k in t.skema.kolom):
                s = t.sel.get((b, k))
                if s is None:
                    continue
                if isinstance(s.nilai, float):
                    m = _HURUF.fullmatch(s.bacaan.satuan) if s.bacaan else None
                    if m is not None:
                        yield Rujukan(lembar, b, k), kunci_teks(isi["kode"]), s.nilai, m[1]
                elif isinstance(s.mentah, str) and (huruf := kata_bersama(s.mentah)):
                    nilai, m = baca(s.mentah.replace(huruf, "").strip(" ()/-–*")).nilai, _HURUF.fullmatch(huruf)
                    if nilai is not None and m is not None:
                        yield Rujukan(lembar, b, k), kunci_teks(isi["kode"]), nilai, m[1]
