"""Reading numbers as staff type and paste them, with every doubt stated.

Reading never guesses: what has one meaning is "pasti", what can be read but may be meant otherwise is
"ragu", and what is broken is "galat" with a proposal where one suggests itself.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from math import isfinite
from numbers import Real


class Status(StrEnum):
    """How sure a reading is."""

    KOSONG = "kosong"
    PASTI = "pasti"
    RAGU = "ragu"
    GALAT = "galat"


class Alasan(StrEnum):
    """Why a text is doubtful or unreadable; the name is the code, the value is shown to staff."""

    TITIK_PERSEN = "satu titik sebelum tiga angka pada persen dibaca sebagai desimal"
    TIGA_DESIMAL = "tiga angka sesudah koma mungkin ribuan"
    GAYA_KOLOM = "kebanyakan isi lain pada kolom ini ditulis dengan cara lain"
    KELOMPOK_AKHIR = "kelompok ribuan terakhir tidak tiga angka"
    KELOMPOK_RUSAK = "pemisah ribuan salah letak"
    KOMA_RIBUAN = "koma di tempat titik ribuan"
    GAYA_INGGRIS = "koma sebagai ribuan (gaya Inggris)"
    NOTASI_ILMIAH = "notasi ilmiah"
    LEBIH_SATU_ANGKA = "lebih dari satu angka"
    BUKAN_ANGKA = "bukan angka"
    CATATAN_KAKI = "angka kecil di atas dianggap nomor catatan kaki"
    SALAH_HURUF = "huruf yang mirip angka"
    SATUAN_ASING = "kata di belakang angka bukan satuan yang dikenal"
    BESARAN = "kata ribu, juta, miliar, atau triliun dikalikan"


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What one cell text says: its value, unit, how sure that is, and what was probably meant.

    nilai is None when kosong or galat; usulan is the proposed reading when ragu or galat (None: no proposal);
    desimal counts the decimals as printed (76,99 → 2).
    """

    nilai: float | None = None
    satuan: str = ""
    status: Status = Status.PASTI
    desimal: int | None = None
    usulan: float | None = None
    alasan: Alasan | None = None
    sementara: bool = False


KOSONG = Bacaan(status=Status.KOSONG)

RENTANG_TERPANJANG = 255
DESIMAL_RIBUAN, SETENGAH = 3, 0.5
_TANPA_LEBAR = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
TANDA_KOSONG = ("", "-", "–", "—", "−", "n/a", "na", "n.a", "n.a.")  # what a cell without a figure holds
PANJANG_MAKS = 1000  # letters of a number with its unit
NAMA_BULAN = (  # the twelve first, then how else they are written
    "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember",
    "pebruari", "nopember", "jan", "feb", "mar", "apr", "jun", "jul", "agu", "agt", "sep", "okt", "nov", "des",
)  # fmt: skip
_HURUF = r"[^\W\d_]"
# A unit starts with a letter, %, / or a bracket; digits only glued to letters (m2), so "5 dari 7" is no unit. No letter may
# stand in the brackets, too (² is one): what can be read in two ways is tried in all of them, and never ends.
_SATUAN = rf"(?:[%‰(/°]|{_HURUF}[0-9]*)(?:[%‰()/.'&°\s-]|{_HURUF}[0-9]*)*"
_BENTUK = re.compile(
    rf"""(?P<min1>[-−–]\s*)? (?P<kurung>\(\s*)? (?:(?:rp\.?|idr)\s*)? (?P<min2>[-−–]\s*)? (?P<kurung2>\(\s*)?
    (?P<angka>[0-9]+(?:[.,][0-9]+)*)
    (?:[.,]\s?[-–—])? (?P<persen>(?(kurung)|(?(kurung2)|(?!)))\s*%(?=\s*\)))? (?P<tutup>\s*\))?
    \s*(?P<bintang1>(?:\*+\)?)?) \s*(?P<satuan>{_SATUAN})? \s*(?P<bintang2>(?:\*+\)?)?)""",
    re.VERBOSE | re.IGNORECASE,
)
# "93,65 per 100.000 KH": how many of so many. A bare "/" may be a fraction, "per 100" a share: these need the word for what is counted.
_SERIBU = r"1(?:[.,]?000|0[.,]?000|00[.,]?000|[.,]?000[.,]?000)"
_PER_SERIBU = re.compile(
    rf"(?P<angka>[^/]+?)\s*(?P<per>(?:per\s*{_SERIBU}(?=\s|$)(?:\s+[^\d]+)?|(?:per|/)\s*(?:100|{_SERIBU})\s+[^\W\d_][^\d]*))",
    re.IGNORECASE,
)
_ADA_ANGKA = re.compile("[0-9]")
_ILMIAH = re.compile(r"-?\d+(?:[.,]\d+)?e[+-]?\d{1,3}", re.IGNORECASE | re.ASCII)
_MIRIP_ILMIAH = re.compile(r"[0-9]e[+-]?[0-9]", re.IGNORECASE)  # "Rp 1E5" is no amount with the unit E5
_RIBUAN_SPASI = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_DUA_ANGKA = re.compile(r"([0-9]+(?:[.,][0-9]+)*)\s+[0-9.,\s]+")
_RIBUAN = re.compile(r"(?!0)[0-9]{1,3}(?:\.[0-9]{3})+")
_RIBUAN_INGGRIS = re.compile(r"(?!0)[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PISAH_RENTANG = re.compile(r"\s*(?:sampai\s+dengan|sampai|s\.?\s?d\.?|s/d|\.\.|[-–—−])\s*", re.IGNORECASE)


def baca(teks: object, *, persen: bool = False) -> Bacaan:
    """Angka dari teks seperti diketik atau ditempel pegawai: nilai, satuan, dan seberapa pasti bacaannya.

    Dots in groups of three are thousands, a comma is the decimal sign, any other single dot too; with % (or
    persen=True, a percent column) one dot is always decimal, and doubtful before three digits. Blank, "-" and
    "N/A" are kosong. Broken numbers are galat with a proposal in usulan. Numbers pass unchanged.

    >>> baca("35,28* Juta rp/tenaga kerja")
    Bacaan(nilai=35.28, satuan='Juta rp/tenaga kerja', status=<Status.PASTI: 'pasti'>, desimal=2, usulan=None, \
alasan=None, sementara=True)
    >>> baca("93,65 per 100.000 KH").nilai, baca("12 kasus/1.000 penduduk").satuan, baca("3/1000").nilai
    (93.65, 'kasus /1.000 penduduk', None)
    >>> baca("25.000.0000").status.value, baca("25.000.0000").usulan
    ('galat', 25000000.0)
    """
    if teks is None:
        return KOSONG
    if isinstance(teks, (Real, Decimal)) and not isinstance(teks, bool):
        return _dari_bilangan(teks)
    rapi = " ".join(str(teks).translate(_TANPA_LEBAR).split())
    if rapi.replace(" ", "").casefold() in TANDA_KOSONG:
        return KOSONG
    if len(rapi) > PANJANG_MAKS:  # no number, and every pattern would look at all of it
        return _galat()
    if not _ADA_ANGKA.search(rapi):  # most texts of a workbook are words
        return _galat()
    bentuk = None if _MIRIP_ILMIAH.search(rapi) else _BENTUK.fullmatch(rapi)
    if bentuk is None or not _berpasangan(bentuk):
        return _per_seribu(rapi) or _tak_terbaca(rapi)
    satuan = f"{'%' if bentuk['persen'] else ''} {bentuk['satuan'] or ''}".strip()
    if satuan.casefold().rstrip(".") in NAMA_BULAN:  # 30 November is a day, no amount
        return _galat()
    per_seratus = persen or satuan.casefold().startswith(("%", "persen"))
    hasil = replace(
        _urai(bentuk["angka"], per_seratus),
        satuan=satuan,
        sementara=bool(bentuk["bintang1"] or bentuk["bintang2"]),
    )
    if hasil.nilai is not None and not isfinite(hasil.nilai):
        return _galat()
    return _negatif(hasil) if bentuk["min1"] or bentuk["min2"] or bentuk["tutup"] else hasil


def _dari_bilangan(x: Real | Decimal) -> Bacaan:
    try:
        nilai = float(x)
    except OverflowError:
        return _galat()
    if not isfinite(nilai):
        return _galat()
    return Bacaan(nilai, desimal=desimal_terpendek(nilai))


def desimal_terpendek(x: float) -> int:
    """Decimals in the shortest way to write the number (15 significant digits); 0 for one that is not finite.

    >>> [desimal_terpendek(x) for x in (102.65, 100.0, 1e-7, 0.1 + 0.2, -1.5, float("inf"))]
    [2, 0, 7, 1, 1, 0]
    """
    pangkat = Decimal(format(x, ".15g")).normalize().as_tuple().exponent
    return max(0, -pangkat) if isinstance(pangkat, int) else 0


def _berpasangan(bentuk: re.Match) -> bool:
    """One minus at most, and brackets around the number closed exactly once."""
    kurung = [bentuk[k] for k in ("kurung", "kurung2") if bentuk[k]]
    minus = [bentuk[k] for k in ("min1", "min2") if bentuk[k]]
    return len(kurung) == bool(bentuk["tutup"]) and len(kurung) + len(minus) <= 1


def _urai(angka: str, persen: bool) -> Bacaan:
    """The separators of a bare run of digits, dots and commas."""
    kiri, koma, kanan = angka.partition(",")
    if koma:
        return _urai_koma(angka, kiri, kanan)
    titik = angka.count(".")
    if titik == 0:
        return Bacaan(float(angka), desimal=0)
    if titik == 1:
        return _urai_satu_titik(angka, persen)
    if _RIBUAN.fullmatch(angka):
        return Bacaan(_tanpa(angka, "."), desimal=0)
    return _kelompok_rusak(angka)


def _urai_koma(angka: str, kiri: str, kanan: str) -> Bacaan:
    if kiri.isdecimal() and kanan.isdecimal():
        return _desimal(f"{kiri}.{kanan}")
    if _RIBUAN.fullmatch(kiri) and kanan.isdecimal():
        if len(kanan) == 3 and kiri.count(".") > 1:
            return _galat(Alasan.KOMA_RIBUAN, _tanpa(kiri + kanan, "."))
        hasil = _desimal(f"{kiri.replace('.', '')}.{kanan}")
        return _ragu(hasil, Alasan.TIGA_DESIMAL) if len(kanan) == 3 else hasil
    if _RIBUAN_INGGRIS.fullmatch(angka):
        return _galat(Alasan.GAYA_INGGRIS, _tanpa(angka, ","))
    return _galat(Alasan.KELOMPOK_RUSAK)


def _urai_satu_titik(angka: str, persen: bool) -> Bacaan:
    utuh, _, ekor = angka.partition(".")
    if len(ekor) != 3 or utuh == "0":
        return _desimal(angka)
    if not _RIBUAN.fullmatch(angka):
        return _galat(Alasan.KELOMPOK_RUSAK, _tanpa(angka, "."))
    if persen:
        return _ragu(_desimal(angka), Alasan.TITIK_PERSEN)
    return Bacaan(_tanpa(angka, "."), desimal=0)


def _kelompok_rusak(angka: str) -> Bacaan:
    """Several dots that are no thousands: a last group with a digit lost or a zero too many can be mended."""
    depan, _, akhir = angka.rpartition(".")
    if not _RIBUAN.fullmatch(depan):
        return _galat(Alasan.KELOMPOK_RUSAK)
    if len(akhir) < 3:
        return _galat(Alasan.KELOMPOK_AKHIR, _tanpa(depan + akhir.ljust(3, "0"), "."))
    if len(akhir) == 4 and akhir.endswith("0"):
        return _galat(Alasan.KELOMPOK_AKHIR, _tanpa(depan + akhir[:3], "."))
    return _galat(Alasan.KELOMPOK_AKHIR)


def _per_seribu(rapi: str) -> Bacaan | None:
    """A rate: its unit says of how many."""
    m = _PER_SERIBU.fullmatch(rapi)
    b = None if m is None else baca(m["angka"])
    return None if m is None or b is None or b.nilai is None else replace(b, satuan=f"{b.satuan} {m['per']}".strip())


def _tak_terbaca(rapi: str) -> Bacaan:
    if _ILMIAH.fullmatch(rapi):
        return _galat(Alasan.NOTASI_ILMIAH, float(rapi.replace(",", ".")))
    if _RIBUAN_SPASI.fullmatch(rapi):
        return _galat(Alasan.LEBIH_SATU_ANGKA, _tanpa(rapi, " "))
    dua = _DUA_ANGKA.fullmatch(rapi)
    if dua:
        return _galat(Alasan.LEBIH_SATU_ANGKA, _urai(dua[1], persen=False).nilai)
    return _galat(Alasan.LEBIH_SATU_ANGKA if len(re.findall("[0-9]+", rapi)) > 1 else Alasan.BUKAN_ANGKA)


def _galat(alasan: Alasan = Alasan.BUKAN_ANGKA, usulan: float | None = None) -> Bacaan:
    if usulan is not None and not isfinite(usulan):
        usulan = None
    return Bacaan(status=Status.GALAT, usulan=usulan, alasan=alasan)


def _ragu(bacaan: Bacaan, alasan: Alasan) -> Bacaan:
    return replace(bacaan, status=Status.RAGU, alasan=alasan, usulan=bacaan.nilai)


def _negatif(b: Bacaan) -> Bacaan:
    balik = [None if n is None else 0.0 - n for n in (b.nilai, b.usulan)]
    return replace(b, nilai=balik[0], usulan=balik[1])


def _desimal(angka: str) -> Bacaan:
    return Bacaan(float(angka), desimal=len(angka.partition(".")[2]))


def _tanpa(angka: str, pemisah: str) -> float:
    return float(angka.replace(pemisah, ""))


def ribuan_inggris(x: float, desimal: int | None, utuh: float) -> bool:
    """Is a figure with three decimals a whole one whose thousands were set off with an English comma?

    >>> ribuan_inggris(410.0, 3, 410000.0), ribuan_inggris(1.318, 3, 1318.0), ribuan_inggris(1.318, 3, 1318.5)
    (True, True, False)
    """
    return desimal == DESIMAL_RIBUAN and utuh % 1 == 0 and abs(x * 10.0**DESIMAL_RIBUAN - utuh) < SETENGAH


def baca_rentang(teks: object) -> tuple[float, float] | None:
    """Batas bawah dan atas dari teks "a–b", "a s.d. b", atau "a sampai dengan b"; satu angka berarti a = b.

    Each side is read as by baca, with a unit after either; the order of the bounds is not checked.
    What is no range gives None.

    >>> baca_rentang("90 s.d. 100 %"), baca_rentang("7,5"), baca_rentang("90–")
    ((90.0, 100.0), (7.5, 7.5), None)
    """
    tunggal = baca(teks)
    if tunggal.nilai is not None:
        return tunggal.nilai, tunggal.nilai
    rapi = " ".join(str(teks).translate(_TANPA_LEBAR).split())
    if len(rapi) > RENTANG_TERPANJANG:
        return None  # a paragraph of prose; every dash in it would be tried
    for pisah in _PISAH_RENTANG.finditer(rapi):
        bawah, atas = baca(rapi[: pisah.start()]).nilai, baca(rapi[pisah.end() :]).nilai
        if bawah is not None and atas is not None:
            return bawah, atas
    return None
