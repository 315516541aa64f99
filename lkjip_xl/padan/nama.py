"""Headers, names and printed forms as they are compared between two tables: without prefixes, punctuation, spelling of units."""

from __future__ import annotations

import re
from functools import lru_cache

from lkjip_xl.inti.kunci import kunci_judul, kunci_nama, kunci_teks

_SINGKATAN = {"&": " dan ", "kab.": "kabupaten", "dgn": "dengan", "utk": "untuk", "yg": "yang", "ttg": "tentang"}
_KATA_TINGKAT = r"program|kegiatan|sub\s?-?\s?kegiatan|(?:bidang )?urusan|sasaran(?: strategis| kinerja| program)?|tujuan|misi|indikator(?: kinerja)?(?: utama)?"
_AWALAN = re.compile(
    rf"(?:(?:\d+(?:\.\d+)*|[a-z]|[ivx]{{1,5}})[.)](?!\d)|\(?(?:\d{{1,3}}|[a-z])\)|\d+(?:\.\d+)+|(?:{_KATA_TINGKAT})\s*(?:\d+(?:\.\d+)*|[ivx]{{1,5}})?\s*:)\s*(?=\S)"
)
_TINGKAT = re.compile(rf"({_KATA_TINGKAT})\s*(?:\d+(?:\.\d+)*|[ivx]{{1,5}})?\s*:\s*\S")
_KATA_DEPAN = re.compile(rf"(?:{_KATA_TINGKAT})\s+(?=\S+\s+\S)")
_SATUAN_KEPALA = re.compile(
    r"\((?:dalam )?(?:rp\.?|rupiah|%|persen|(?:rp\.? )?(?:ribu|juta|mil[iy]ar)(?:an)?(?: rp\.?| rupiah)?)\.?\)|\btahun\b(?=.*\d{4})"
)
_RUPIAH = re.compile(r"\brp\b|\brupiah\b")
_PERSEN = re.compile(r"%|\bpersen|\bprosentase\b")
_TANDA_HUBUNG = re.compile(r"\s*(?:[-–—−]|\bs\s?[./]\s?d\.?|\bsampai(?: dengan)?\b)\s*")
_TANDA_BATAS = ((re.compile(r">\s*=|=\s*>"), "≥"), (re.compile(r"<\s*=|=\s*<"), "≤"))
_EKOR_SATUAN = re.compile(r"(?<=\d)\s*(?:%|persen|[^\W\d_]+\.?)$|(?<=\d)\s*(?:%|persen)(?=-)")
_SINGKATAN_KURUNG = re.compile(r"^(.*[^\W_])\s*\(([A-Z]{2,8})\)")
_RAPAT = re.compile(r"\s*([:≥≤<>])\s*")


@lru_cache(maxsize=4096)
def kepala_setara(teks: str) -> str:
    """A header without case, punctuation, units in brackets and double spaces.

    >>> kepala_setara("Realisasi_Anggaran (Rp)"), kepala_setara("% Capaian"), kepala_setara("%"), kepala_setara("Pagu (juta rupiah)")
    ('realisasi anggaran', 'capaian', '%', 'pagu')
    """
    return kunci_judul(tanpa_satuan(teks)) or kunci_judul(teks)


def tanpa_satuan(teks: str) -> str:
    """A header without units in brackets; one that is nothing else stays.

    >>> tanpa_satuan("Nilai Anggaran (Rp ribu)").split(), tanpa_satuan("Pagu (Perubahan)").split()
    (['nilai', 'anggaran'], ['pagu', '(perubahan)'])
    """
    rapi = kunci_teks(teks).replace("_", " ")
    tanpa = _SATUAN_KEPALA.sub(" ", rapi)
    return tanpa if tanpa.strip() else rapi


@lru_cache(maxsize=4096)
def satuan_kepala(teks: str) -> str:
    """The kind of unit a header states: "Rp", "%" or "".

    >>> satuan_kepala("Realisasi (Rp)"), satuan_kepala("% Capaian"), satuan_kepala("Target")
    ('Rp', '%', '')
    """
    rapi = kunci_teks(teks)
    if _RUPIAH.search(rapi):
        return "Rp"
    return "%" if _PERSEN.search(rapi) else ""


@lru_cache(maxsize=131_072, typed=True)
def nama_setara(teks: object) -> str:
    """A name for comparing: no case and punctuation, abbreviations written out, no number, kode or kind in front of it.

    >>> nama_setara("1. Perencanaan & Penganggaran "), nama_setara("Sub Kegiatan : Rapat"), nama_setara("Sasaran 1: 1.1 Damai")
    ('perencanaan dan penganggaran', 'rapat', 'damai')
    """
    hasil = kunci_teks(teks)
    for dari, ke in _SINGKATAN.items():
        if dari in hasil:
            hasil = hasil.replace(dari, ke) if not dari.isalpha() else re.sub(rf"\b{dari}\b", ke, hasil)
    for _ in range(3):
        m = _AWALAN.match(hasil)
        if m is None:
            break
        hasil = hasil[m.end() :]
    return kunci_nama(hasil)


@lru_cache(maxsize=131_072, typed=True)
def pokok_nama(teks: object) -> str:
    """The name without the word for its kind and without spaces: "Program Pelatihan Kerja" and "PELATIHAN KERJA" are one.

    >>> pokok_nama("Program Pelatihan Kerja") == pokok_nama("PELATIHAN  KERJA"), pokok_nama("Kegiatan Rutin")
    (True, 'kegiatanrutin')
    """
    setara = nama_setara(teks)
    m = _KATA_DEPAN.match(setara)
    return (setara[m.end() :] if m else setara).replace(" ", "")


@lru_cache(maxsize=8192)
def sebutan_singkat(teks: str) -> frozenset[str]:
    """The names a name is also printed as, for comparing: without an abbreviation of its words, or with that instead of them.

    >>> sorted(sebutan_singkat("Angka Partisipasi Murni (APM) SD/MI"))
    ['angka partisipasi murni sd mi', 'apm sd mi']
    >>> sorted(sebutan_singkat("Skor Pola Pangan Harapan (PPH)")), sebutan_singkat("Nilai SAKIP (Kabupaten)")
    (['skor pola pangan harapan', 'skor pph'], frozenset())
    """
    m = _SINGKATAN_KURUNG.search(teks)
    kata = m[1].split() if m is not None else []
    if m is None or len(kata) < len(m[2]) or kunci_teks("".join(x[0] for x in kata[-len(m[2]) :])) != kunci_teks(m[2]):
        return frozenset()
    depan = " ".join(kata[: -len(m[2])])
    ekor = teks[m.end() :]
    return frozenset({nama_setara(f"{m[1]} {ekor}"), nama_setara(f"{depan} {m[2]} {ekor}")})


def senama(a: str, b: str) -> bool:
    """Are two names one, spelled out or with an abbreviation of their words?

    >>> senama("APM SD/MI", "Angka Partisipasi Murni (APM) SD/MI"), senama("APM SD", "APM SMP")
    (True, False)
    """
    return nama_setara(a) == nama_setara(b) or not ({nama_setara(a)} | sebutan_singkat(a)).isdisjoint(
        {nama_setara(b)} | sebutan_singkat(b)
    )


def tingkat_awalan(teks: str) -> str:
    """The kind a name says it is ("Sub Kegiatan : …"), as one word in small letters; "" where it says none.

    >>> tingkat_awalan("Sub Kegiatan 1.1: Rapat"), tingkat_awalan("Program Kerja")
    ('subkegiatan', '')
    """
    m = _TINGKAT.match(kunci_teks(teks))
    return re.sub(r"[\s-]", "", m[1]) if m else ""


def bentuk_setara(teks: object) -> str:
    """A predicate, range, ratio or bound for comparing: dashes, spaces and a unit behind the figures do not count.

    >>> bentuk_setara("60 – 85 %") == bentuk_setara("60-85"), bentuk_setara(">= 80 persen") == bentuk_setara("≥80"), bentuk_setara("1 : 20")
    (True, True, '1:20')
    >>> bentuk_setara("BB") == bentuk_setara("bb "), bentuk_setara("BB") == bentuk_setara("B")
    (True, False)
    """
    rapi = kunci_teks(teks)
    for pola, tanda in _TANDA_BATAS:
        rapi = pola.sub(tanda, rapi)
    if any(h.isdigit() for h in rapi):
        rapi = _EKOR_SATUAN.sub("", _TANDA_HUBUNG.sub("-", rapi))
        rapi = re.sub(r"(?<=\d),(?=\d)", ".", rapi)
    return _RAPAT.sub(r"\1", rapi).strip(" .")
