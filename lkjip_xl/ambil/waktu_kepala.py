"""Years and quarters in headers and captions: named, relative to the report, in words, part of a year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.sumber.model import TabelAsing
from lkjip_xl.tabel.model import Nilai

TAHUN = re.compile(r"\b((?:19|20)\d\d)\b")
_KATA_TW = r"(?:triwulan|tribulan|tw)"
# said twice where "Realisasi Triwulan" stands above "TW I"
TW_KEPALA = re.compile(rf"\b(?:{_KATA_TW}\s+)?{_KATA_TW}\s*\.?\s*(iv|iii|ii|i|[1-4])\b")
_SD = r"s ?[./]? ?d\b\.?|sampai(?: dengan)?|hingga"
_SEBAGIAN = re.compile(
    r"\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember"
    rf"|{_KATA_TW}\s*\.?\s*(?:iii|ii|i|[1-3])|semester\s*(?:i|1)"
    rf"|(?:{_SD}) *(?:bulan *)?(?:jan|feb|mar|apr|jun|jul|agu|agt|ags|sept?|okt|nov|nop))\b"
)
_BULAN_INI = re.compile(r"\bbulan lalu\b|(?<!dengan )(?<!s\.d )(?<!s\.d\. )(?<!s/d )\bbulan ini\b")
_SAMPAI = re.compile(rf"\b(?:{_SD})\s*(?={_KATA_TW}\b)")  # "s.d. TW II"
SAMPAI_DESEMBER = re.compile(
    rf"\b(?:{_SD}) *(?:bulan *)?(?:31 *)?(?:desember|des)\b\.?"
)  # of the whole year, without saying so
_SETAHUN = re.compile(
    rf"\bdesember\b|{SAMPAI_DESEMBER.pattern}|\b{_KATA_TW}\b.*\b(?:iv|4)\b|\bsemester\b.*\b(?:ii|2)\b"
)
_HINGGA_TW = re.compile(rf"\s*(?:{_SD}|dan|,|[-–])\s*(?:{_KATA_TW}\s*)?(?:iv|iii|ii|[2-4])\b")
TRIWULAN = ("I", "II", "III", "IV")
ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_TERUKUR = re.compile(r"\b(?:target|realisasi|capaian|rencana)\b(?!.*\b(?:triwulan|tribulan|tw)\b)")
RELATIF = re.compile(r"\b(?:tahun|th|thn)?\s*\(?n\s*(?:([-+])\s*([1-5]))?\)?$")
TAHUN_KATA = re.compile(
    r"\b(?:(dua|2|tiga|3) )?(?:tahun|thn|th)\.? (lalu|sebelumnya|sebelum ini|ini|berjalan|laporan|pelaporan|depan|berikutnya|mendatang)\b"
)
_MAJU = frozenset({"depan", "berikutnya", "mendatang"})
_MUNDUR = {"": 1, "dua": 2, "2": 2, "tiga": 3, "3": 3}
TAHUN_KE = re.compile(r"\b(?:tahun|thn|th)\.? *ke *[-–]? *(?:([1-6])\b|(iv|vi|v|i{1,3})\b)?")
_URUTAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
SAMPAI_TAHUN = re.compile(rf"\b(?:{_SD})(?= *(?:akhir )?(?:(?:tahun|thn|th|ta)\b|(?:19|20)\d\d\b))")
_DERET = r"(?! *(?:[,]|dan|s\.?/?d\.?|sampai(?: dengan)?|hingga) *\d{2})"  # the first of several years, but of a balance its date
_TAHUN_CAPTION = re.compile(
    rf"\b(?:desember\.? *|(?:tahun anggaran|tahun|thn|ta)\.? *(?=\d{{4}}{_DERET}))((?:19|20)\d\d)\b(?! *[-–/] *\d{{2}})"
)
_AKHIR = re.compile(r"\b((?:19|20)\d\d)$")
_BANDING = re.compile(r"\b(?:banding\w*|perbandingan|dengan|terhadap|sejak|dari)\b")
_PERATURAN = re.compile(r"\b(?:nomor|no)\b\.? *\S+ tahun (?:19|20)\d\d")


def triwulan(teks: str) -> str:
    """The quarter a text names, "" for none.

    >>> triwulan("Triwulan II Tahun 2024"), triwulan("TW 4"), triwulan("II"), triwulan("Triwulan I s.d. IV")
    ('II', 'IV', '', '')
    """
    rapi = kunci_teks(teks)
    m = TW_KEPALA.search(rapi)
    return "" if m is None or _HINGGA_TW.match(rapi, m.end()) else TRIWULAN[int(ROMAWI.get(m[1], m[1])) - 1]


def bertriwulan(t: TabelAsing) -> TabelAsing:
    """The table with "I" to "IV" side by side under what is measured ("Realisasi") called quarters."""
    nama = {}
    for a in range(len(t.kolom) - 3):
        empat = t.kolom[a : a + 4]
        atas = {k.jalur[:-1] for k in empat}
        ukuran = _TERUKUR.search(kunci_teks(" ".join(empat[0].jalur[:-1])))
        if len(atas) == 1 and ukuran and tuple(k.jalur[-1].strip(" .") for k in empat) == TRIWULAN:
            nama |= {k.nomor: (*k.jalur[:-1], f"Triwulan {k.jalur[-1]}") for k in empat}
    kolom = tuple(replace(k, jalur=nama[k.nomor]) if k.nomor in nama else k for k in t.kolom)
    return replace(t, kolom=kolom) if nama else t


def tanpa_triwulan(jalur: tuple[str, ...]) -> tuple[str, ...]:
    """A header without the quarter it names.

    >>> tanpa_triwulan(("Target TW II", "Volume")), tanpa_triwulan(("Triwulan II", "T"))
    (('target', 'volume'), ('t',))
    """
    return tuple(x for y in jalur if (x := " ".join(TW_KEPALA.sub(" ", kunci_teks(y)).split())))


def tanpa_sampai(jalur: tuple[str, ...]) -> tuple[str, ...] | None:
    """A header of figures up to a quarter as that of the quarter; None where it is none.

    >>> tanpa_sampai(("Realisasi", "s.d. Triwulan II")), tanpa_sampai(("Realisasi S/D TW 3",)), tanpa_sampai(("Realisasi TW II",))
    (('realisasi', 'triwulan ii'), ('realisasi tw 3',), None)
    """
    rapi = tuple(kunci_teks(x) for x in jalur)
    hasil = tuple(_SAMPAI.sub("", x) for x in rapi)
    return hasil if hasil != rapi else None


def sebagian_tahun(teks: str) -> str:
    """The part of the year that figures reach up to by what a caption or header says; "" for the whole year, or where it says nothing.

    >>> sebagian_tahun("Laporan RFK Bulan Juni 2024"), sebagian_tahun("s.d. Triwulan III"), sebagian_tahun("Semester I")
    ('juni', 'triwulan iii', 'semester i')
    >>> sebagian_tahun("Januari s.d. Desember 2024"), sebagian_tahun("Triwulan IV"), sebagian_tahun("Semester I dan II")
    ('', '', '')
    >>> sebagian_tahun("Realisasi s.d. Des"), sebagian_tahun("Realisasi s/d Sept")
    ('', 's/d sept')
    """
    rapi = kunci_teks(teks)
    if (m := _BULAN_INI.search(rapi)) is not None:
        return m[0]
    return "" if _SETAHUN.search(rapi) or (m := _SEBAGIAN.search(rapi)) is None else m[0]


def tahun_kepala(teks: str, setelan: Mapping[str, Nilai]) -> int | None:
    """The year a header names, also as "Tahun n-1", "tahun lalu", "Tahun ke-2" (of the Renstra); the last where it names several."""
    if semua := TAHUN.findall(teks):
        return int(semua[-1])
    laporan, awal = setelan.get("TahunLaporan"), setelan.get("TahunRenstraAwal")
    rapi = kunci_teks(teks)
    if (ke := TAHUN_KE.search(rapi)) is not None and (ke[1] or ke[2]) and isinstance(awal, float):
        return int(awal) + (int(ke[1]) if ke[1] else _URUTAN[ke[2]]) - 1
    if (kata := TAHUN_KATA.search(rapi)) is not None and isinstance(laporan, float):
        geser = _MUNDUR[kata[1] or ""]
        return int(laporan) + (geser if kata[2] in _MAJU else -geser if kata[2].startswith(("lalu", "sebelum")) else 0)
    m = RELATIF.search(rapi)
    if m is None or not isinstance(laporan, float):
        return None
    return int(laporan) + (int(m[2]) if m[1] == "+" else -int(m[2]) if m[2] else 0)


def tahun_caption(caption: str) -> int | None:
    """The one year the figures of a table are of by its caption; None where it names none, several or a period.

    >>> tahun_caption("Capaian Kinerja Tahun 2023"), tahun_caption("Renstra Tahun 2024-2026"), tahun_caption("Perbup Nomor 5 Tahun 2021")
    (2023, None, None)
    >>> tahun_caption("Capaian Tahun 2023 dan 2024"), tahun_caption("Tahun 2023 dan Tahun 2024"), tahun_caption("Capaian sampai dengan Tahun 2023")
    (None, None, 2023)
    >>> tahun_caption("Untuk Tahun yang Berakhir 31 Desember 2024 dan 2023")
    2024
    """
    semua = _tahun_semua(caption)
    return semua.pop() if len(semua) == 1 else None


def _tahun_semua(teks: str) -> set[int]:
    return {int(x) for x in _TAHUN_CAPTION.findall(_PERATURAN.sub(" ", kunci_teks(teks)))}


def tahun_tabel(t: TabelAsing) -> int | None:
    """The one year the figures of a table are of: by its caption, else by the nearest heading that names years, else by the name
    of its worksheet."""
    k = t.kisi[0]
    for teks in (t.judul, *(x for x in reversed(k.bagian) if not _BANDING.search(kunci_teks(x)))):
        if _tahun_semua(teks) or len(TAHUN.findall(teks)) > 1:
            return tahun_caption(teks)
    for teks in (*reversed(t.judul.split("\n")), k.tempat if k.beralamat else ""):
        rapi = kunci_teks(teks)
        if (m := _AKHIR.search(rapi)) is not None and not _BANDING.search(rapi):
            return int(m[1])
    return None
