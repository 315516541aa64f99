"""What a printed result of a summary may be beside ours: of words and bounds, capped, or the capaian its table is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lkjip_xl.inti.bacaan import baca
from lkjip_xl.inti.bentuk_lain import angka_bentuk, baca_batas
from lkjip_xl.inti.fungsi import CAPAIAN
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.pilihan import Arah
from lkjip_xl.inti.rumus import BatasTarget
from lkjip_xl.ringkasan.efisiensi import rata_tampil
from lkjip_xl.ringkasan.indikator import daftar_indikator
from lkjip_xl.tabel.model import BukuKerja, Nilai

KEMAJUAN, CAPAIAN_TAHUN = "kemajuan", "capaian"
TERHADAP, SERAPAN = "terhadap", "serapan"  # columns of the summaries on comparators and on efficiency
PASANGAN = {KEMAJUAN: "target_akhir", CAPAIAN_TAHUN: "target"}  # results by the target they are held against
_RASIO = re.compile(r"1\s*:\s*(\d[\d.,]*)")
TERPENUHI, LUPUT = 100.0, 0.0


def hasil_berkata(buku: BukuKerja, kolom: str, baris: Mapping[str, Nilai]) -> list[float] | None:
    """Results a row may print that is not computed for a word or bound in it; empty where nobody can tell, None where it has none."""
    target, realisasi = baris.get(PASANGAN.get(kolom, "")), baris.get("realisasi")
    if target is None or realisasi is None or not (isinstance(target, str) or isinstance(realisasi, str)):
        return None
    return list(dict.fromkeys(_mungkin(target, realisasi, _milik(buku, baris, "arah"))))


def _mungkin(target: Nilai, realisasi: Nilai, arah: Nilai) -> Iterator[float]:
    rasio = [_RASIO.fullmatch(str(x).strip()) for x in (target, realisasi)]
    if all(rasio):  # which way a ratio is better is for its report to say
        t, r = (baca(m[1]).nilai if m else None for m in rasio)
        yield from (x for a in Arah if a is not Arah.RENTANG and isinstance(x := CAPAIAN(t, r, a.value), float))
        return
    batas = baca_batas(target) if isinstance(target, str) else None
    t, r = batas.nilai if batas else _angka(target), _angka(realisasi)
    if t is not None and r is not None:
        hasil = CAPAIAN(t, r, arah)
        if isinstance(hasil, float):
            yield hasil
        if isinstance(batas, BatasTarget):
            yield TERPENUHI if batas.terpenuhi(r) else LUPUT
    elif isinstance(target, str) and kunci_teks(target) == kunci_teks(realisasi):
        yield TERPENUHI


def _angka(x: Nilai) -> float | None:
    if isinstance(x, str):
        bentuk = angka_bentuk(x)
        return None if bentuk is None else bentuk[0]
    return float(x) if isinstance(x, (int, float)) else None


def dipotong(buku: BukuKerja, kolom: str, baris: Mapping[str, Nilai], hasil: float) -> float | None:
    """The kemajuan as a report prints it that caps it like the capaian; None where no cap or floor changes it."""
    if kolom != KEMAJUAN:
        return None
    sendiri, umum = _milik(buku, baris, "batas_capaian"), buku.setelan.get("BatasCapaian")
    atas, bawah = sendiri if isinstance(sendiri, float) else umum, buku.setelan.get("BatasBawahCapaian")
    if isinstance(atas, float) and hasil > atas:
        return atas
    return bawah if isinstance(bawah, float) and hasil < bawah else None


def capaian_tabelnya(buku: BukuKerja, kolom: str, baris: Mapping[str, Nilai]) -> Iterator[Nilai]:
    """The capaian a narrow table prints in place of the indicator's: against the comparator, or of the sasaran whose money follows."""
    if kolom != CAPAIAN_TAHUN:
        return
    if TERHADAP in baris:
        yield baris[TERHADAP]
    elif SERAPAN in baris and buku.setelan.get("BasisEfisiensi") != "indikator":
        milik = [x for x in daftar_indikator(buku) if x.kode == baris.get("kode")]
        yield rata_tampil(buku, [x for x in daftar_indikator(buku) for i in milik if (i.jenjang, i.sasaran) == (x.jenjang, x.sasaran)])


def _milik(buku: BukuKerja, baris: Mapping[str, Nilai], kolom: str) -> Nilai:
    return buku.indeks.ambil("indikator", "kode", baris.get("kode"), kolom)
