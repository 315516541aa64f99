"""Targets and results that are no plain numbers, as real reports print them: bounds, ratios, predicates, dates, times, ranks."""

from __future__ import annotations

import re
from enum import StrEnum

from lkjip_xl.inti.bacaan import NAMA_BULAN, Status, baca, baca_rentang
from lkjip_xl.inti.periode import TAHUN
from lkjip_xl.inti.rumus import BatasTarget


class Bentuk(StrEnum):
    """What kind of statement a text makes; the value is shown to staff."""

    BATAS = "batas"
    RASIO = "rasio"
    PREDIKAT = "predikat atau kata"
    TINGKAT = "tingkat atau peringkat"
    TANGGAL = "tanggal atau bulan"
    WAKTU = "lama waktu"
    BERSAMA = "angka bersama predikatnya"
    DUA_SATUAN = "dua angka dengan satuannya"
    DARI = "angka dari suatu keseluruhan"
    RENTANG = "angka dengan simpangannya"
    ANTARA = "dua batas"


_BULAN = rf"(?:{'|'.join(NAMA_BULAN)})"
_SATUAN_WAKTU = r"(?:tahun|bulan|minggu|hari|jam|menit|detik)"
_ANGKA = r"\d[\d.,]*"
_BATAS = re.compile(
    r"(?P<tanda>[≥≤<>]=?|=[<>]|min(?:imal|imum|\.)?|mak(?:s(?:imal|imum|\.)?)|max(?:imal|imum|\.)?|paling (?:sedikit|banyak|lama|cepat|kurang)|kurang dari|lebih dari|di ?(?:atas|bawah)"
    r"|sekurang-?kurangnya|sekurangnya|diatas|dibawah)\s*(?P<isi>.*\d.*)",
    re.IGNORECASE,
)
_LEBIH, _KURANG = ">", "<"
_SERTA = frozenset("=≥≤")  # signs that let the bound itself count
_KATA_LEBIH = ("min", "palingsedikit", "palingcepat", "palingkurang", "sekurang", "lebihdari", "diatas")
_KATA_TEGAS = ("lebihdari", "kurangdari", "diatas", "dibawah")  # words that leave the bound itself out
_RASIO = re.compile(
    rf"{_ANGKA}\s*(?::|banding)\s*{_ANGKA}(?:\s*:\s*{_ANGKA})?(?:\s+[^\d]*)?|1\s*/\s*[1-9]\d{{1,4}}", re.IGNORECASE
)
_TINGKAT = re.compile(
    r"(?:level|lev|lv|tingkat|peringkat|ranking|rangking|rank|juara|urutan|kelas|grade|tipe|bintang|zona|ke-?)\s*[-:.]?\s*(?:[ivx]{1,5}|\d{1,3}|[a-f])(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)
_LEVEL_ANGKA = re.compile(
    rf"(?:level|lev|lv|tingkat)\s*[-:.]?\s*(?P<angka>{_ANGKA})(?:\s*\([^()\d]*\))?", re.IGNORECASE
)
_ANGKA_SAJA = re.compile(rf"(?P<angka>{_ANGKA})")
_ROMAWI = re.compile(r"[IVX]{1,5}")
_TANGGAL = re.compile(  # a run of digits is taken whole: cut up in all ways, forty of them would never end
    rf"(?:(?:sebelum|paling lambat|akhir|awal|minggu [ivx\d]+|tanggal|tgl\.?)\s+)*(?:\d++\s*+(?:(?:[-–/]|s\.?d\.?)\s*+)?)*{_BULAN}(?:\s*+(?:(?:[-–/,]|s\.?d\.?|sampai(?: dengan)?)\s*+)?(?:{_BULAN}|\d{{2,}}+))*"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{4}|(?:tw|triwulan|semester|smt)\s*[-.]?\s*(?:[ivx]+|\d)",
    re.IGNORECASE,
)
_WAKTU = re.compile(
    rf"(?:{_ANGKA}\s*{_SATUAN_WAKTU}\s*){{2,}}|{_ANGKA}\s*[x×]\s*{_ANGKA}\s*{_SATUAN_WAKTU}|\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?\s*(?:wib|wita|wit|jam|menit)",
    re.IGNORECASE,
)
_BERSAMA = re.compile(
    rf"(?P<kata>[^\W\d_][^\d()]*?)\s*\(\s*{_ANGKA}\s*%?\s*\)|{_ANGKA}\s*%?\s*(?:[-–/]\s*|\(\s*)?(?P<akhir>(?:AA|BB|CC|[A-E])[+-]?)\s*\)?"
    rf"|(?i:nilai|indeks|skor|poin|angka)\s+{_ANGKA}"
)
_DARI = re.compile(rf"{_ANGKA}\s*(?:[^\W\d_]+\s+)?dari\s+(?:skala\s+)?{_ANGKA}(?:\s+[^\d]*)?", re.IGNORECASE)
_SIMPANGAN = re.compile(
    rf"{_ANGKA}\s*%?\s*(?:±|\+\s*/\s*[-–])\s*{_ANGKA}\s*%?(?:\s+[^\d]*)?", re.IGNORECASE
)  # inflation: 3 ± 1
_SEMUA = re.compile(r"([1-9]\d?)\s*/\s*\1")  # "9/9": all of them; "7/6" may be anything
_BERSATUAN = rf"{_ANGKA}\s*[^\W\d_][^\d/,;+&%]*"
_DUA_SATUAN = re.compile(rf"{_BERSATUAN}(?:(?:[/,;+&]|\bdan\b)\s*{_BERSATUAN})+", re.IGNORECASE)
_KATA = re.compile(r"[^\W\d_](?:[^\W\d_]|[\s.,/'’&()+\-–])*")
_BILANGAN = frozenset(
    [
        "nol",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "belas",
        "puluh",
        "seratus",
        "ratus",
        "seribu",
        "ribu",
        "juta",
        "miliar",
        "koma",
        "minus",
        "persen",
    ]
)
_HURUF_NILAI = frozenset("ABCDE")
_BULAT = re.compile(r"\d+")
_HURUF = re.compile(r"\s*\([^()]*\)$")  # "sangat baik (a)"
_HURUF_AWAL = re.compile(r"\b[^\W\d_]")
PANJANG_MAKS = 80


def bentuk_lain(teks: str) -> Bentuk | None:
    """Which other form than a number a printed target or result has; None where it is a number, blank, or none of these.

    >>> [bentuk_lain(x) and bentuk_lain(x).name for x in ("≥ 80", "1 : 17,9", "BB", "Level 3", "Desember 2024", "3 ± 1", "60–85", "75", "7O", "85-60")]
    ['BATAS', 'RASIO', 'PREDIKAT', 'TINGKAT', 'TANGGAL', 'RENTANG', 'ANTARA', None, None, None]
    """
    rapi = " ".join(teks.split()).strip(" *.;")
    if len(rapi) == 1 and rapi not in _HURUF_NILAI:  # an "x" is no mark
        return None
    if _BILANGAN.issuperset(rapi.casefold().split()):  # a number spelt out is to be typed as one
        return None
    if not rapi or len(rapi) > PANJANG_MAKS or baca(rapi).status is not Status.GALAT:
        return None
    batas = _BATAS.fullmatch(rapi)
    if batas is not None and baca(batas["isi"]).nilai is not None:
        return Bentuk.BATAS
    for pola, bentuk in (
        (_BERSAMA, Bentuk.BERSAMA),
        (_RASIO, Bentuk.RASIO),
        (_TINGKAT, Bentuk.TINGKAT),
        (_ROMAWI, Bentuk.TINGKAT),
        (_TANGGAL, Bentuk.TANGGAL),
        (_WAKTU, Bentuk.WAKTU),
        (_DARI, Bentuk.DARI),
        (_SEMUA, Bentuk.DARI),
        (_SIMPANGAN, Bentuk.RENTANG),
        (_DUA_SATUAN, Bentuk.DUA_SATUAN),
        (_KATA, Bentuk.PREDIKAT),
    ):
        if pola.fullmatch(rapi):
            return bentuk
    return Bentuk.ANTARA if _dua_batas(rapi) else None


def _dua_batas(teks: str) -> bool:
    """Are these two bounds, the lower first: "60–85 %", and no years?"""
    batas = baca_rentang(teks)
    return batas is not None and batas[0] < batas[1] and not all(TAHUN[0] <= x <= TAHUN[1] for x in batas)


def kata_bertentangan(a: str, b: str) -> bool:
    """Do two targets, at least one of which is a word or a bound, surely say different things? Unlike forms are not compared.

    >>> [kata_bertentangan(*x) for x in (("BB", "B"), ("≥ 80", "75"), ("Level 3", "Level 4"), ("Baik", "Sangat Baik"))]
    [True, True, True, True]
    >>> [kata_bertentangan(*x) for x in (("A", "A (83,25)"), ("WTP", "Wajar Tanpa Pengecualian"), ("≥ 80", "80 %"), ("BB", "75"), ("3", "Level 3"))]
    [False, False, False, False, False]
    """
    x, y = _isi_bentuk(a), _isi_bentuk(b)
    if isinstance(x, str) and isinstance(y, str):
        return x != y and x not in (_singkatan(y), _HURUF.sub("", y)) and y not in (_singkatan(x), _HURUF.sub("", x))
    return isinstance(x, float) and isinstance(y, float) and x != y


def _isi_bentuk(teks: str) -> str | float | None:
    """What of a target can be compared: the figure of a number, bound or level, the word of a predicate; None for any other form."""
    b, bentuk = baca(teks), bentuk_lain(teks)
    batas = baca_batas(teks)
    if b.nilai is not None or batas is not None:
        return b.nilai if batas is None else batas.nilai
    rapi = " ".join(teks.split()).strip(" *.;").casefold()
    if bentuk is Bentuk.TINGKAT:
        angka = _BULAT.findall(rapi)
        return float(angka[0]) if len(angka) == 1 else rapi if not angka else None
    if bentuk is Bentuk.BERSAMA:
        return kata_bersama(teks).casefold()
    return rapi if bentuk is Bentuk.PREDIKAT else None


def angka_bentuk(teks: str) -> tuple[float, int | None] | None:
    """The one figure of a level, or of a figure printed together with its predicate, and its decimals; None for any other text.

    >>> angka_bentuk("Level 3"), angka_bentuk("A (83,25)"), angka_bentuk("Level 3,12"), angka_bentuk("WTP"), angka_bentuk("Peringkat 3")
    ((3.0, 0), (83.25, 2), (3.12, 2), None, None)
    """
    rapi = " ".join(teks.split()).strip(" *.;")
    m = _LEVEL_ANGKA.fullmatch(rapi) or (_ANGKA_SAJA.search(rapi) if _BERSAMA.fullmatch(rapi) else None)
    b = None if m is None else baca(m["angka"])
    return None if b is None or b.nilai is None or b.status is Status.GALAT else (b.nilai, b.desimal)


def kata_bersama(teks: str) -> str:
    """The word of a figure that is printed together with its predicate; "" for any other text.

    >>> kata_bersama("A (83,25)"), kata_bersama("83,25 (A)"), kata_bersama("A")
    ('A', 'A', '')
    """
    m = _BERSAMA.fullmatch(" ".join(teks.split()).strip(" *.;"))
    return "" if m is None else (m["kata"] or m["akhir"] or "").strip()


def angka_dahulu(teks: str) -> str:
    """A figure printed behind its predicate as one printed before it; "" for any other text.

    >>> angka_dahulu("A (91,2)"), angka_dahulu("91,2 (A)"), angka_dahulu("A")
    ('91,2 (A)', '', '')
    """
    m = _BERSAMA.fullmatch(" ".join(teks.split()))
    x = _ANGKA_SAJA.search(teks) if m is not None and m["kata"] else None
    return "" if m is None or x is None else f"{x['angka']} ({m['kata'].strip()})"


def satuan_batas(teks: str) -> str:
    """The unit a bound is printed with; "" for none, and for any other text.

    >>> satuan_batas("≥ 95 %"), satuan_batas("maks. 3 hari"), satuan_batas("≥ 95"), satuan_batas("95 %")
    ('%', 'hari', '', '')
    """
    m = _BATAS.fullmatch(" ".join(teks.split()))
    return baca(m["isi"]).satuan if m is not None else ""


def _singkatan(teks: str) -> str:
    """First letters of the words of a text, "" for a single word."""
    kata = _HURUF_AWAL.findall(teks)
    return "".join(kata) if len(kata) > 1 else ""


def baca_batas(teks: str) -> BatasTarget | None:
    """The bound a printed target names; None where it is none.

    >>> [str(b.tanda) + f"{b.nilai:g}" for x in ("≥ 80", "=< 5 %", "maks. 3", "kurang dari 30 menit") if (b := baca_batas(x))]
    ['≥80', '≤5', '≤3', '<30']
    """
    cocok = _BATAS.fullmatch(" ".join(teks.split()))
    bacaan = baca(cocok["isi"]) if cocok else None
    if cocok is None or bacaan is None or bacaan.nilai is None or bacaan.status is Status.GALAT:
        return None
    tanda = cocok["tanda"].casefold().replace(" ", "")
    if tanda[0] in "≥≤<>=":
        lebih, serta = not tanda.strip("=≥" + _LEBIH), bool(_SERTA & set(tanda))
    else:
        lebih, serta = tanda.startswith(_KATA_LEBIH), not tanda.startswith(_KATA_TEGAS)
    return BatasTarget(("≥" if serta else _LEBIH) if lebih else ("≤" if serta else _KURANG), bacaan.nilai)
