"""Labels of rows that sum or average others: what is said by a closed list, what only the row around it can tell."""

from __future__ import annotations

import re
from typing import Literal

from lkjip_xl.inti.kunci import kunci_nama, kunci_rapat

JenisJumlah = Literal["jumlah", "subjumlah", "rata"]

_TOTAL = ("jumlah", "total", "grandtotal", "jml", "jlh", "jmlh")
_SELURUH = ("total", "seluruhnya", "keseluruhan", "semua", "umum", "besar", "akhir")
_UANG = ("anggaran", "pagu", "belanja", "biaya", "dana", "alokasi")
_AWAL_SUB = ("subtotal", "subjumlah", "jumlahsub")
_RATA = ("ratarata", "rerata", "rata2", "reratacapaian")
_RATA_APA = ("", "capaian", "total", "kinerja", "capaiankinerja", "capaiansasaran", "capaianindikator", "realisasi", "serapan",
             "capaiankinerjasasaran", "persentasecapaian", "keseluruhan", "seluruhnya")  # fmt: skip
_CAPAIAN = ("capaian", "capaiankinerja", "capaiansasaran", "totalcapaian", "totalcapaiankinerja", "totalrataratacapaian",
            "capaianratarata", "nilairatarata", "jumlahratarata", "totalratarata", "persentaseratarata")  # fmt: skip
_NOMOR = r"(?:[ivx]{1,5}|[a-hj-uwyz]|\d{1,2})"  # no letter is two of these
_URUT = re.compile(rf"{_NOMOR}(?:(?: dan)? {_NOMOR})*")
_RATA_BAGIAN = re.compile(
    r"(?:nilai |jumlah )?(?:rata ?rata|rerata) (?:(?:persentase|tingkat|nilai) )?capaian (?:kinerja )?(?:sasaran|tujuan|indikator|program)"
    rf"(?: strategis)?(?: (?:ke )?{_NOMOR})?"
)
_MUNGKIN = re.compile(r"(?:grand )?(?:jumlah|total)\b|sub ?(?:jumlah|total)\b|rata ?rata\b|rerata\b")

_PASTI = frozenset(
    {*_TOTAL}
    | {a + b for a in _TOTAL for b in _SELURUH}
    | {a + b + c for a in _TOTAL for b in _UANG for c in ("", *_SELURUH)}
    | {a + b + c for a in _TOTAL for b in _SELURUH for c in _UANG}
)


def jenis_jumlah(teks: object) -> JenisJumlah | None:
    """What a label says by itself: total, subtotal, mean; None for everything that may be the name of something.

    >>> [jenis_jumlah(x) for x in ("TOTAL ANGGARAN", "Sub Total", "Rata rata capaian", "Jumlah (A + B)")]
    ['jumlah', 'subjumlah', 'rata', 'jumlah']
    >>> [jenis_jumlah(x) for x in ("Jumlah penduduk miskin", "Total Fertility Rate", "Rata-rata lama sekolah")]
    [None, None, None]
    """
    rapat = kunci_rapat(teks)
    if not rapat or len(rapat) > 60:
        return None
    if rapat in _PASTI:
        return "jumlah"
    if (
        rapat in _CAPAIAN
        or _RATA_BAGIAN.fullmatch(kunci_nama(teks))
        or any(rapat == a + b for a in _RATA for b in _RATA_APA)
    ):
        return "rata"
    if rapat.startswith(_AWAL_SUB):
        sisa = rapat.removeprefix("jumlahsub").removeprefix("subtotal").removeprefix("subjumlah")
        return "subjumlah" if sisa in ("", "total", "jumlah", *_UANG) or _URUT.fullmatch(_sisa(teks)) else None
    return "jumlah" if rapat.startswith(_TOTAL) and _URUT.fullmatch(_sisa(teks)) else None


def mungkin_jumlah(teks: object) -> JenisJumlah | None:
    """What a label would say if it named no thing of its own ("Jumlah Program Penunjang"); the row decides.

    >>> mungkin_jumlah("Jumlah Program Penunjang"), mungkin_jumlah("Sub total kegiatan"), mungkin_jumlah("Program")
    ('jumlah', 'subjumlah', None)
    """
    nama = kunci_nama(teks)
    if _MUNGKIN.match(nama) is None:
        return None
    return "subjumlah" if nama.startswith("sub") else "rata" if nama.startswith(("rata", "rerata")) else "jumlah"


def yang_dijumlah(teks: object) -> str:
    """The key of what a total names behind its first word ("Jumlah Sasaran 1" → "sasaran 1").

    >>> yang_dijumlah("JUMLAH : Sasaran 1"), yang_dijumlah("Sub Total Program A")
    ('sasaran 1', 'program a')
    """
    return _sisa(teks)


def baris_jumlah(teks: object) -> bool:
    """Does this label name a total row?

    >>> baris_jumlah("J U M L A H"), baris_jumlah("Jumlah seluruhnya"), baris_jumlah("Jumlah pegawai laki-laki")
    (True, True, False)
    """
    return jenis_jumlah(teks) == "jumlah"


def _sisa(teks: object) -> str:
    nama = kunci_nama(teks)
    cocok = _MUNGKIN.match(nama)
    return nama[cocok.end() :].strip() if cocok else nama
