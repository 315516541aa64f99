"""Quarters and other parts of a year in headers and captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lkjip_xl.inti.kunci import kunci_judul, kunci_teks
from lkjip_xl.inti.periode import ANGKA_TAHUN
from lkjip_xl.padan.ragam_kepala import pokok_kepala
from lkjip_xl.padan.tahun import SD
from lkjip_xl.sumber.model import KolomAsing, TabelAsing
from lkjip_xl.sumber.satuan_kepala import RUPIAH

_KATA_TW = r"(?:triwulan|tribulan|tw)"
# said twice where "Realisasi Triwulan" stands above "TW I"
TW_KEPALA = re.compile(rf"\b(?:{_KATA_TW}\s+)?{_KATA_TW}\s*\.?\s*(iv|iii|ii|i|[1-4])\b")
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember"
_BULAN_PENDEK = "jan|feb|mar|apr|jun|jul|agu|agt|ags|sept?|okt|nov|nop"
_SEBAGIAN = re.compile(
    rf"\b(?:{_BULAN}"
    rf"|{_KATA_TW}\s*\.?\s*(?:iii|ii|i|[1-3])|semester\s*(?:i|1)"
    rf"|(?:{SD}) *(?:bulan *)?(?:{_BULAN_PENDEK}))\b"
)
_BULAN_INI = re.compile(r"\bbulan lalu\b|(?<!dengan )(?<!s\.d )(?<!s\.d\. )(?<!s/d )\bbulan ini\b")
_SAMPAI = re.compile(rf"\b(?:kumulatif\s+)?(?:{SD})\s*(?={_KATA_TW}\b)")  # "s.d. TW II"
_SAMPAI_AKHIR = re.compile(rf" *\b(?:{SD}) *$")
SAMPAI_DESEMBER = re.compile(
    rf"\b(?:{SD}) *(?:bulan *)?(?:31 *)?(?:desember|des)\b\.?"
)  # of the whole year, without saying so
SAMPAI_BULAN = re.compile(
    rf"\b(?:{SD}) *(?:bulan *ini|(?:bulan *|tanggal *)?(?:\d{{1,2}} *)?(?:{_BULAN}|{_BULAN_PENDEK}|desember|des))\b\.?"
)
"""Up to which month figures are, which is asked where it is not the whole year; what they are it does not say."""
_SETAHUN = re.compile(
    rf"\bdesember\b|{SAMPAI_DESEMBER.pattern}|\b{_KATA_TW}\b.*\b(?:iv|4)\b|\bsemester\b.*\b(?:ii|2)\b"
)
_HINGGA_INI = re.compile(rf"\b(?:{SD}) *bulan *ini\b")
_HINGGA_TW = re.compile(rf"\s*(?:{SD}|dan|,|[-–])\s*(?:{_KATA_TW}\s*)?(?:iv|iii|ii|[2-4])\b")
TRIWULAN = ("I", "II", "III", "IV")
MIN_KELOMPOK = 2  # rows of a header with a group
ROMAWI = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_UKURAN_TW = re.compile(
    rf"((?:target|realisasi|capaian|rencana)\w*) {_KATA_TW}( (?:tahun )?{ANGKA_TAHUN})", re.IGNORECASE
)
_TERUKUR_TW = re.compile(r"(target|realisasi|capaian|rencana)(?: kinerja)?(?: per)? (?:tb|tw|triwulan|tribulan)")
_TRIWULAN_KATA = frozenset({"triwulan", "triwulanan", "tribulan", "tw"})
_HASIL, _RENCANA = frozenset({"realisasi", "capaian"}), frozenset({"target", "rencana"})
ANGKA_TW = ["1", "2", "3", "4"]
_TERUKUR = re.compile(r"\b(?:target|realisasi|capaian|rencana)\b(?!.*\b(?:triwulan|tribulan|tw)\b)")


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
        elif len(atas) == 1 and (ukur := _menurut_judul(t, empat)):
            nama |= {k.nomor: (ukur, f"Triwulan {k.jalur[-1]}") for k in empat}
        elif len(atas) == 1 and _hasil_triwulan(t, empat):
            nama |= {k.nomor: (*k.jalur[:-2], "Realisasi", f"Triwulan {k.jalur[-1]}") for k in empat}
        elif len(atas) == 1 and (m := _TERUKUR_TW.fullmatch(kunci_judul(" ".join(empat[0].jalur[-2:-1])))) is not None:
            if [k.jalur[-1].strip(" .") for k in empat] == ANGKA_TW:
                nama |= {
                    k.nomor: (*k.jalur[:-2], m[1], f"Triwulan {tw}") for k, tw in zip(empat, TRIWULAN, strict=True)
                }
        elif len(atas) == 1 and (m := _bertriwulan_atas(empat)) is not None:
            nama |= {k.nomor: (*k.jalur[:-2], m[1] + m[2], f"Triwulan {k.jalur[-1]}") for k in empat}
    kolom = tuple(replace(k, jalur=nama[k.nomor]) if k.nomor in nama else k for k in t.kolom)
    return replace(t, kolom=kolom) if nama else t


def _menurut_judul(t: TabelAsing, empat: Sequence[KolomAsing]) -> str:
    """What "I" to "IV" with nothing above them measure: the one thing a caption that speaks of quarters names; else ""."""
    kata = {*kunci_judul(t.judul).split()}
    if [x.strip(" .") for k in empat for x in k.jalur] != [*TRIWULAN] or not kata & _TRIWULAN_KATA:
        return ""
    ukur = [x for x in ("target", "realisasi", "capaian") if x in kata]
    return ukur[0].capitalize() if len(ukur) == 1 else ""


def _hasil_triwulan(t: TabelAsing, empat: Sequence[KolomAsing]) -> bool:
    """Are these "I" to "IV" below "Triwulan" alone, of results by the caption, with the target of the year beside them?"""
    kata = {*kunci_judul(t.judul).split()}
    angka = tuple(x.strip(" .") for k in empat for x in k.jalur[-1:]) == TRIWULAN
    atas = [kunci_judul(x) for x in empat[0].jalur[-2:-1]]
    bertarget = any(k.jalur and pokok_kepala(k.jalur[-1]) == "target" for k in t.kolom if k not in empat)
    return angka and atas in (["triwulan"], ["tw"]) and bertarget and bool(kata & _HASIL) and not kata & _RENCANA


def _bertriwulan_atas(empat: Sequence[KolomAsing]) -> re.Match[str] | None:
    """The group "Target Triwulan 2025" above "I" to "IV"."""
    jalur = empat[0].jalur
    if len(jalur) < MIN_KELOMPOK or tuple(k.jalur[-1].strip(" .") for k in empat) != TRIWULAN:
        return None
    return _UKURAN_TW.fullmatch(jalur[len(jalur) - MIN_KELOMPOK].strip())


def triwulan_tabel(t: TabelAsing) -> str:
    """The one quarter all of a table is of, by its caption or its headers; "" for none, or several."""
    disebut = {tw for k in t.kolom if (tw := triwulan(k.judul))}
    return (triwulan(t.judul) if len(disebut) < 2 else "") or triwulan_kepala(t)


def triwulan_kepala(t: TabelAsing) -> str:
    """The one quarter that the headers of targets and of results name ("Target s.d. TW I", "Realisasi s.d. TW I")."""
    ukur: dict[str, set[str]] = {"target": set(), "realisasi": set()}
    for k in t.kolom:
        kata = {*kunci_teks(k.judul).split()}
        for x in ukur.keys() & kata if k.satuan != RUPIAH and "capaian" not in kata else ():
            ukur[x].add(triwulan(k.judul))
    target, realisasi = ukur.values()
    return next(iter(target)) if target == realisasi and len(target) == 1 else ""


def sampai_triwulan(teks: str) -> bool:
    """Does a caption say that figures are those up to a quarter?

    >>> sampai_triwulan("Capaian Kinerja s.d. Triwulan II 2024"), sampai_triwulan("Triwulan I s.d. III"), sampai_triwulan("Triwulan II")
    (True, False, False)
    """
    return tanpa_sampai((teks,)) is not None and bool(triwulan(teks))


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
    for i, x in enumerate(hasil[:-1]):  # "Realisasi s/d" above "TW II"
        if TW_KEPALA.match(hasil[i + 1]) and (tanpa := _SAMPAI_AKHIR.sub("", x)) != x:
            hasil = (*hasil[:i], tanpa.replace("kumulatif", "").strip(), *hasil[i + 1 :])
    return hasil if hasil != rapi else None


def sampai_akhir(jalur: tuple[str, ...]) -> bool:
    """Are a column's figures those up to the last quarter, hence of the whole year?"""
    return tanpa_sampai(jalur) is not None and triwulan(" ".join(jalur)) == "IV"


def sampai_bulan_ini(teks: str) -> bool:
    """Are figures those up to a month that only the caption can say?

    >>> sampai_bulan_ini("Realisasi s/d Bulan Ini (Rp)"), sampai_bulan_ini("Realisasi s/d Juni")
    (True, False)
    """
    return _HINGGA_INI.search(kunci_teks(teks)) is not None


def setahun_penuh(teks: str) -> bool:
    """Does a caption say that figures are those of the whole year?"""
    return _SETAHUN.search(kunci_teks(teks)) is not None


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
