"""What a printed result of a summary may be beside ours: of words and bounds, capped, or the capaian its table is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import fsum

from lkjip_xl.inti.bacaan import baca, desimal_terpendek
from lkjip_xl.inti.bentuk_lain import angka_bentuk, baca_batas
from lkjip_xl.inti.fungsi import CAPAIAN
from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.pilihan import Arah
from lkjip_xl.inti.rumus import BatasTarget, bulat, serapan
from lkjip_xl.ringkasan.efisiensi import capaian_bersama, efisiensi_baris, masukan, rata_tampil
from lkjip_xl.ringkasan.indikator import Indikator, daftar_indikator
from lkjip_xl.tabel.model import BukuKerja, Nilai
from lkjip_xl.validasi.aturan.selang import Selang

KEMAJUAN, CAPAIAN_TAHUN = "kemajuan", "capaian"
PROGRAM = "Program"  # level of a row of the summary by sasaran
TERHADAP, SERAPAN, EFISIENSI = "terhadap", "serapan", "efisiensi"  # of the summaries on comparators and on efficiency
CACAH, BANYAK = "jumlah_indikator", "jumlah"  # of the summary by sasaran; programmes are counted in the second
BARIS_LAZIM = 10  # rows of programmes behind a sasaran
PASANGAN = {KEMAJUAN: "target_akhir", CAPAIAN_TAHUN: "target"}  # results by the target they are held against
_BOBOT = re.compile(r"\bbobot(?:nya)?\s*[:=]?\s*(\d+(?:,\d+)?)", re.IGNORECASE)
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


def hasil_tabelnya(buku: BukuKerja, kolom: str, baris: Mapping[str, Nilai]) -> Iterator[Nilai]:
    """What a narrow table prints in place of ours: the capaian against the comparator, that of the sasaran whose money follows.

    The latter also by the weights that the notes of its indicators state, and the efficiency that follows from it; of
    programmes whose capaian nobody has filled in, the mean of their indicators.
    """
    if kolom == CAPAIAN_TAHUN and TERHADAP in baris:
        yield baris[TERHADAP]
    elif kolom == CAPAIAN_TAHUN and baris.get("level") == PROGRAM and baris.get(kolom) is None:
        yield rata_tampil([x for x in daftar_indikator(buku) if x.jenjang == kunci_teks(PROGRAM)])
    elif kolom in (CAPAIAN_TAHUN, EFISIENSI) and (_bersama(buku, baris) or (CACAH in baris and BANYAK not in baris)):
        milik = _segolongan(buku, baris)
        berbobot = _menurut_bobot(buku, milik)
        if kolom == CAPAIAN_TAHUN:
            yield rata_tampil(milik)
            yield berbobot
        elif berbobot is not None:
            yield efisiensi_baris(buku, masukan(buku, berbobot, "DesimalRata"), baris[SERAPAN])


def rentang_efisiensi(buku: BukuKerja, kolom: str, baris: Mapping[str, Nilai]) -> Selang | None:
    """What the efficiency of a sasaran may be whose amounts are printed in thousands or millions; None where they are exact.

    Every row of the programmes behind it was rounded by itself.
    """
    pagu, terpakai = baris.get("pagu"), baris.get("realisasi_rp")
    if (
        kolom != EFISIENSI
        or not isinstance(pagu, float)
        or not isinstance(terpakai, float)
        or not pagu % 1 + terpakai % 1
    ):
        return None
    luas = BARIS_LAZIM * 0.5 / 10.0 ** max(desimal_terpendek(pagu), desimal_terpendek(terpakai))
    capaian = capaian_bersama(buku, _segolongan(buku, baris)) if _bersama(buku, baris) else baris.get(CAPAIAN_TAHUN)
    hasil = [efisiensi_baris(buku, capaian, serapan(pagu - x, terpakai + x)) for x in (luas, -luas)]
    angka = [x for x in hasil if isinstance(x, float)]
    return Selang(min(angka), max(angka)) if angka else None


def _bersama(buku: BukuKerja, baris: Mapping[str, Nilai]) -> bool:
    """Does a row hold the money of a whole sasaran?"""
    return SERAPAN in baris and "kode" in baris and buku.setelan.get("BasisEfisiensi") != "indikator"


def _segolongan(buku: BukuKerja, baris: Mapping[str, Nilai]) -> list[Indikator]:
    """The indicators of the sasaran a row is of."""
    semua = daftar_indikator(buku)
    nama = baris.get("sasaran")
    milik = {
        (x.jenjang, x.sasaran)
        for x in semua
        if (x.kode == baris["kode"] if "kode" in baris else nama in (x.pernyataan, x.sasaran))
    }
    return [x for x in semua if (x.jenjang, x.sasaran) in milik]


def _menurut_bobot(buku: BukuKerja, milik: Sequence[Indikator]) -> float | None:
    """The mean of capaian as shown by the weights in the notes of Pengukuran; None where one of them states none."""
    sebutan = [_BOBOT.search(str(buku.indeks.ambil("pengukuran", "kode", x.kode, "catatan") or "")) for x in milik]
    bobot = [baca(m[1]).nilai for m in sebutan if m]
    capaian = [bulat(c, x.desimal) for x in milik if isinstance(c := x.capaian_rata, (int, float))]
    if len(bobot) != len(milik) or len(capaian) != len(milik) or not (semua := fsum(w or 0.0 for w in bobot)):
        return None
    return fsum((w or 0.0) * c for w, c in zip(bobot, capaian, strict=True)) / semua


def _milik(buku: BukuKerja, baris: Mapping[str, Nilai], kolom: str) -> Nilai:
    return buku.indeks.ambil("indikator", "kode", baris.get("kode"), kolom)
