"""Headers in other words: what in a header does not tell which column it is, and words of offices that mean the same."""

from __future__ import annotations

import re
from functools import lru_cache

from lkjip_xl.inti.kunci import hafalkan, kunci_judul, kunci_teks
from lkjip_xl.padan.kata_kepala import (
    BERPERSEN,
    DOKUMEN,
    EJAAN,
    HURUF,
    JENIS,
    KATA,
    MENDUKUNG,
    PAGU,
    SEBELUM,
    SEKITAR_VARIABEL,
    SENDIRI,
    SETELAH,
    SISIPAN,
    VARIABEL,
)  # fmt: skip
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.sumber.satuan_kepala import satuan_saja

_KURUNG = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_TETAP = re.compile(
    r"\d{4}|sebelum|sesudah|setelah|semula|menjadi|awal|murni|perubahan|revisi|pergeseran|tw|triwulan|bulan"
    r"|kumulatif|s[ ./]*d\b|akhir|renstra|rpjmd|fisik|keuangan|nasional|provinsi|satuan sasaran|rp\b|rupiah|ribu|juta|mil[iy]ar"
)
"""What in brackets tells columns apart; anything else is a symbol, an abbreviation of the header, a unit or a remark."""
TERUKUR = ("target", "realisasi", "capaian")
"""What tables print of an indicator."""
NOMOR = frozenset({"no", "nomor", "no urut", "nomor urut", "n o"})
"""Headers of running numbers."""
INDIKATOR = "indikator"
EJAAN_MIN = 6
_VOKAL = frozenset("aiueo")
# one column, not two
_TARGET_CAPAIAN = re.compile(r"^\s*target\s+(?:pen)?capaian\b(?!\s*(?:dan\b|[&/,]))", re.IGNORECASE)
_TARGET_DANA = re.compile(
    r"(?:target|capaian)(?: kinerja)?(?: program)?(?: kegiatan)? (?:dan )?(?:kerangka |pagu )?(?:pendanaan|dana|pagu|anggaran)\b"
    r"(?!.*\b(?:renja|renstra|realisasi|dievaluasi|triwulan|tw)\b)"
)
"""Of targets and money, year by year, as a Renstra prints them."""
_URAIAN = frozenset({"uraian", "nama", "pernyataan", "rumusan", "rumusan sasaran", "rumusan tujuan"})
_JENJANG = re.compile(
    r"(?:misi|tujuan|sasaran|program|kegiatan|sub ?kegiatan)(?: (?:strategis|kinerja|renstra|opd|skpd|perangkat daerah))?"
)


def _tanpa_vokal(kata: str) -> str:
    return "".join(x for x in kata if x not in _VOKAL)


_RANGKA = {_tanpa_vokal(x): x for x in EJAAN}
"""The same words by their consonants, which abbreviations keep ("trgt", "knrja")."""


def tanpa_kurung(teks: str) -> str:
    """A header without brackets that hold a symbol, its abbreviation, a unit or a remark.

    >>> tanpa_kurung("Sasaran Program (SP)"), tanpa_kurung("Capaian (R/T)"), tanpa_kurung("Pagu (Perubahan)")
    ('Sasaran Program', 'Capaian', 'Pagu (Perubahan)')
    """
    sisa = _KURUNG.sub(lambda m: m[0] if _TETAP.search(kunci_teks(m[1])) else " ", teks)
    return " ".join(sisa.split()) or teks


def kepala_polos(jalur: tuple[str, ...]) -> tuple[str, ...]:
    """A header path without what says no more than the rest: "Target Capaian" of one column, "Uraian" below what is described.

    >>> kepala_polos(("Target Capaian setiap Tahun", "2024")), kepala_polos(("Sasaran Strategis", "Uraian"))
    (('target setiap Tahun', '2024'), ('Sasaran Strategis',))
    >>> kepala_polos(("Target dan Capaian",)), kepala_polos(("Anggaran", "Uraian"))
    (('Target dan Capaian',), ('Anggaran', 'Uraian'))
    >>> kepala_polos(("Target dan Pendanaan", "2024", "Rp Juta")), kepala_polos(("Target Kinerja dan Pagu", "K"))
    (('Target dan Pendanaan', '2024', 'Rp'), ('Target Kinerja dan Pagu', 'Target'))
    """
    rapi = tuple(_TARGET_CAPAIAN.sub("target", x) for x in jalur)
    if len(rapi) > 1 and kunci_judul(rapi[-1]) in _URAIAN and _JENJANG.fullmatch(kunci_judul(rapi[-2])):
        return rapi[:-1]
    if len(rapi) > 1 and satuan_saja(rapi[-1]):
        return (*rapi[:-1], "Rp")
    if len(rapi) > 1 and kunci_judul(rapi[-1]) == "k" and _TARGET_DANA.match(kunci_judul(" ".join(rapi[:-1]))):
        return (*rapi[:-1], "Target")
    return rapi


def pokok_kolom(t: TabelAsing) -> dict[int, str]:
    """The words that tell each column of a table by the last cell of its header, "" where it has none."""
    return {k.nomor: pokok_kepala(k.jalur[-1]) if k.jalur else "" for k in t.kolom}


@hafalkan
def pokok_kepala(teks: str) -> str:
    """The words of a header that tell which column it is, in one order; what is before a change of plan and what after it.

    >>> pokok_kepala("Target Kinerja Tahunan") == pokok_kepala("Target"), pokok_kepala("Indikator Kinerja Program")
    (True, 'indikator')
    >>> pokok_kepala("Pagu Revisi") == pokok_kepala("pagu sesudah perubahan"), pokok_kepala("% Realisasi")
    (True, 'persen realisasi')
    >>> pokok_kepala("Tolok Ukur Kinerja"), pokok_kepala("Tingkat Realisasi (%)"), pokok_kepala("Nilai Realisasi"), pokok_kepala("Nilai")
    ('indikator', 'persen realisasi', 'realisasi', 'nilai')
    >>> pokok_kepala("Uraian Sasaran Strategis"), pokok_kepala("Kinerja Utama"), pokok_kepala("Sub Variabel"), pokok_kepala("Program")
    ('sasaran', 'indikator', 'indikator', 'program')
    >>> pokok_kepala("Pagu Anggaran") == pokok_kepala("Pagu"), pokok_kepala("Program Pendukung") == pokok_kepala("Program")
    (True, True)
    >>> pokok_kepala("Persentase Capaian") == pokok_kepala("Capaian"), pokok_kepala("Volume Target"), pokok_kepala("Variabel Harga")
    (True, 'target', 'harga variabel')
    """
    rapi = kunci_teks(tanpa_kurung(teks)).replace("%", " % ")
    kata = [y for x in re.split(r"[^\w%]+|_", rapi) if x for y in KATA.get(x, _eja(x)).split()]
    if len(kata) == 1 and kata[0] in HURUF:
        return HURUF[kata[0]]
    if _sebutan_indikator(kata):
        return INDIKATOR
    if len(kata) > 1 and kata[0] in ("uraian", "nama"):
        kata = kata[1:]
    if kata and kata[0] in (INDIKATOR, "sasaran") and JENIS.issuperset(kata[1:]):
        return kata[0]
    if "terhadap" in kata and SENDIRI.issuperset(kata[kata.index("terhadap") + 1 :]):
        kata = kata[: kata.index("terhadap")]
    beda = _pembeda({*kata})
    return " ".join(sorted(beda - SISIPAN or beda)) or kunci_judul(teks)


def _sebutan_indikator(kata: list[str]) -> bool:
    """Do the words of a header call an indicator something else?"""
    if {"tolok", "ukur"} <= {*kata} or kata in (["kinerja", "utama"], ["ukuran", "kinerja"]):
        return True
    return bool(VARIABEL & {*kata}) and SEKITAR_VARIABEL.issuperset(kata)


def _pembeda(beda: set[str]) -> set[str]:
    """The words of a header without those that the others make needless; the stage of a plan in one word."""
    if "pagu" in beda:
        beda -= {"anggaran", "dana", "alokasi", "indikatif"}
    if beda & PAGU - DOKUMEN:
        beda -= DOKUMEN
    if beda & PAGU and (ubah := _tahap(beda)):
        beda = (beda - SEBELUM - SETELAH) | {ubah}
    if beda & {"program", "kegiatan"}:
        beda -= MENDUKUNG
    if beda & {"target", "realisasi"}:
        beda -= {"volume"}
    if beda & BERPERSEN:
        beda -= {"persen", "tingkat"}
    if {"tingkat", "realisasi"} <= beda:
        beda = beda - {"tingkat"} | {"persen"}
    if beda & PAGU | beda & {"realisasi"}:
        beda -= {"nilai"}
    return beda


@lru_cache(2**12)
def _eja(kata: str) -> str:
    """A word of a header as it is spelled, where one letter is wrong or its vowels are left out.

    >>> _eja("tagret"), _eja("capian"), _eja("kenerja"), _eja("sasaran"), _eja("kegiat")
    ('target', 'capaian', 'kinerja', 'sasaran', 'kegiat')
    >>> _eja("trgt"), _eja("knrja"), _eja("pns")
    ('target', 'kinerja', 'pns')
    """
    if len(kata) < EJAAN_MIN and sum(x in _VOKAL for x in kata) < 2 and (utuh := _RANGKA.get(_tanpa_vokal(kata))):
        return utuh
    if len(kata) < EJAAN_MIN or kata in EJAAN or not kata.isalpha():
        return kata
    from rapidfuzz.distance import OSA

    dekat = [x for x in EJAAN if abs(len(x) - len(kata)) <= 1 and OSA.distance(x, kata, score_cutoff=1) <= 1]
    return dekat[0] if len(dekat) == 1 else kata


def sesudah_ubah(teks: str) -> bool:
    """Does a header say that its figures are those after a change of plan or budget?

    >>> sesudah_ubah("Pagu DPPA"), sesudah_ubah("Anggaran Perubahan"), sesudah_ubah("Pagu DPA"), sesudah_ubah("Sebelum Perubahan")
    (True, True, False, False)
    """
    kata = set(kunci_judul(teks).split())
    return "dppa" in kata or _tahap(kata) == "setelah"


def sebelum_ubah(teks: str) -> bool:
    """Does a header say that its figures are those before a change of plan or budget?"""
    return _tahap(set(kunci_judul(teks).split())) == "sebelum"


def _tahap(kata: set[str]) -> str:
    """Before or after a change of plan, "" for neither."""
    if kata & (SEBELUM - {"awal", "induk"}) or (kata & {"awal", "induk"} and not kata & {"setelah", "kondisi", "data"}):
        return "sebelum"
    return "setelah" if kata & SETELAH else ""
