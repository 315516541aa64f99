"""Years in headers and captions: named, relative to the report, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN, TAHUN_DISEBUT
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.tabel.model import Nilai

SD = r"s ?[./]? ?d\b\.?|sampai(?: dengan)?|hingga"
RELATIF = re.compile(r"\b(?:tahun|th|thn)?\s*\(?n\s*(?:([-+])\s*([1-5]))?\)?$")
TAHUN_KATA = re.compile(
    r"\b(?:(dua|2|tiga|3) )?(?:tahun|thn|th)\.? (lalu|sebelumnya|sebelum ini|ini|berjalan|laporan|pelaporan|depan|berikutnya|mendatang)\b"
)
_MAJU = frozenset({"depan", "berikutnya", "mendatang"})
_MUNDUR = {"": 1, "dua": 2, "2": 2, "tiga": 3, "3": 3}
TAHUN_KE = re.compile(r"\b(?:tahun|thn|th)\.? *ke *[-–]? *(?:([1-6])\b|(iv|vi|v|i{1,3})\b)?")
_URUTAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
SAMPAI_TAHUN = re.compile(rf"\b(?:{SD})(?= *(?:akhir )?(?:(?:tahun|thn|th|ta)\b|{ANGKA_TAHUN}\b))")
_DERET = r"(?! *(?:[,]|dan|s\.?/?d\.?|sampai(?: dengan)?|hingga) *\d{2})"  # the first of several years, but of a balance its date
_TAHUN_CAPTION = re.compile(
    rf"\b(?:desember\.? *|(?:tahun anggaran|tahun|thn|ta)\.? *(?=\d{{4}}{_DERET}))({ANGKA_TAHUN})\b(?! *[-–/] *\d{{2}})"
)
_RELATIF_CAPTION = re.compile(r"\b(?:tahun|thn|th)\.? *\(?n *(?:[-+] *[1-5]\b)?\)?(?!\w)")
_AKHIR = re.compile(rf"\b({ANGKA_TAHUN})$")
_BANDING = re.compile(r"\b(?:(?:di|per)?banding\w*|dengan|terhadap|sejak|dari(?:pada)?)\b")
_PEMBANDING = re.compile(
    r"\b(?:dibanding(?:kan)?|(?<!sampai )dengan|terhadap|sejak|daripada) (?:(?:realisasi|capaian|target|kinerja) )*"
    rf"(?:tahun anggaran|tahun|thn|ta)\.? *{ANGKA_TAHUN}\b"
)
_PERATURAN = re.compile(rf"\b(?:nomor|no)\b\.? *\S+ tahun {ANGKA_TAHUN}")

_TERUKUR = re.compile(r"\b(?:anggaran|pagu|realisasi|target|jumlah)\b")
_SPASI = re.compile(r"\s+")


def tahun_kepala(teks: str, setelan: Mapping[str, Nilai]) -> int | None:
    """The year a header names, also as "Tahun n-1", "tahun lalu", "Tahun ke-2" (of the Renstra); the last where it names several.

    >>> setelan = {"TahunLaporan": 2024.0, "TahunRenstraAwal": 2022.0}
    >>> [tahun_kepala(x, setelan) for x in ("Target 2023", "2022 dan 2023", "Tahun n-1", "Tahun (n)", "n+2", "Target")]
    [2023, 2023, 2023, 2024, 2026, None]
    >>> [tahun_kepala(x, setelan) for x in ("Dua Tahun Lalu", "Tahun Sebelumnya", "Tahun Ini", "Tahun Depan", "Tahun ke-2", "Tahun ke IV")]
    [2022, 2023, 2024, 2025, 2023, 2025]
    >>> [tahun_kepala(x, {}) for x in ("Tahun Lalu", "Tahun ke-2", "Tahun n-1", "Target 2023")]
    [None, None, None, 2023]
    """
    if semua := TAHUN_DISEBUT.findall(teks):
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
    >>> tahun_caption("Capaian dibandingkan dengan Tahun 2023"), tahun_caption("Perbandingan dengan Provinsi Tahun 2023")
    (None, 2023)
    """
    semua = _tahun_semua(caption)
    return semua.pop() if len(semua) == 1 and _tahun_semua(_PEMBANDING.sub(" ", kunci_teks(caption))) else None


def _tahun_semua(teks: str) -> set[int]:
    return {int(x) for x in _TAHUN_CAPTION.findall(_PERATURAN.sub(" ", kunci_teks(teks)))}


def tahun_tabel(t: TabelAsing, setelan: Mapping[str, Nilai] | None = None) -> int | None:
    """The one year the figures of a table are of: by its caption, else by the nearest heading that names years, else by the name
    of its worksheet; with the report's year also where the caption says "Tahun Lalu", "Tahun n-1"."""
    k = t.kisi[0]
    if setelan and (relatif := _relatif_caption(t.judul, setelan)) is not None:
        return relatif
    for teks in (t.judul, *(x for x in reversed(k.bagian) if not _BANDING.search(kunci_teks(x)))):
        if _tahun_semua(teks) or len(TAHUN_DISEBUT.findall(teks)) > 1:
            return tahun_caption(teks)
    for teks in (*reversed(t.judul.split("\n")), k.tempat if k.beralamat else ""):
        rapi = kunci_teks(teks)
        if (m := _AKHIR.search(rapi)) is not None and not _BANDING.search(rapi):
            return int(m[1])
    return None


def _relatif_caption(caption: str, setelan: Mapping[str, Nilai]) -> int | None:
    """The year a caption names by its distance from the report's only, where it is one and nothing is compared with it."""
    rapi = kunci_teks(caption)
    if TAHUN_DISEBUT.search(rapi) or _BANDING.search(rapi):
        return None
    disebut = {tahun_kepala(m[0], setelan) for m in (*TAHUN_KATA.finditer(rapi), *_RELATIF_CAPTION.finditer(rapi))}
    return disebut.pop() if len(disebut) == 1 else None


def tahun_kolom(k: KolomAsing, laporan: int | None) -> int | None:
    """The year the figures of a column are of by its header."""
    return tahun_kepala(k.judul, {} if laporan is None else {"TahunLaporan": float(laporan)})


def tahun_utama(t: TabelAsing, laporan: int | None) -> int | None:
    """The year a table is read for: of those its headers name the report's, else the last; else that of its caption.

    Where amounts or results beside them name no year, these are meant: of the report's year where others are named beside them.
    """
    menurut = {k.nomor: tahun_kolom(k, laporan) for k in t.kolom}
    semua = {x for x in menurut.values() if x is not None}
    if laporan in semua:
        return laporan
    if any(menurut[k.nomor] is None and _TERUKUR.search(kunci_teks(k.judul)) for k in t.kolom):
        return tahun_tabel(t) or (laporan if semua else None)
    return max(semua, default=None) or tahun_tabel(t)


def hapus_tahun(teks: str) -> str:
    """A text without the years it names, as figures or by their distance from the report's."""
    baris = (RELATIF.sub("", TAHUN_KATA.sub("", TAHUN_DISEBUT.sub("", kunci_teks(x)))) for x in teks.split("\n"))
    return "\n".join(_SPASI.sub(" ", x).strip() for x in baris)


def tanpa_tahun(k: KolomAsing) -> KolomAsing:
    """A column without the year its header names."""
    return replace(k, jalur=tuple(x for x in map(hapus_tahun, k.jalur) if x))
